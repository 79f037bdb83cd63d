package compare

import "sort"

// tellsBoth reports whether a third source gives both of two values that conflict, each as its own: it has seen the hole at ten metres and at twenty,
// and the others have each told one of the two.
// What is counted, and how strong a quake was, may be told twice by one who has heard both.
func tellsBoth(classes []class, sets [][]docClass, i, k int32) bool {
	if a := classes[i].items[0]; a.slot.Dimension == "count" || ofQuake(a) {
		return false
	}
	for _, set := range sets {
		var x, y *amount
		for _, c := range set {
			switch of := &classes[c.class]; {
			case c.class == i || mayBe(of, &classes[i]) && !mayBe(of, &classes[k]):
				x = ownOf(x, of.by(int(c.doc)))
			case c.class == k || mayBe(of, &classes[k]) && !mayBe(of, &classes[i]):
				y = ownOf(y, of.by(int(c.doc)))
			}
		}
		if x != nil && y != nil && !(x.held != y.held && x.held != "" && y.held != "") {
			return true
		}
	}
	return false
}

// ownOf returns which of two amounts a source tells on its own word, if one of them is.
func ownOf(a, b *amount) *amount {
	if a != nil && a.held == "" {
		return a
	}
	return b
}

// mayBe reports whether two classes may be one value.
func mayBe(a, b *class) bool {
	return judgeQuantities(&a.items[0].q, &b.items[0].q, Circumstances{}).Relation >= Compatible
}

// by returns the first amount of a class in a document that has one.
func (c *class) by(doc int) *amount {
	return c.items[sort.Search(len(c.items), func(i int) bool { return c.items[i].doc >= doc })] // items are in the order of the documents
}
