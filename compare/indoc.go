package compare

import "github.com/factdiff/factdiff/normalize/arena"

// By what the amounts of a document are looked up.
const (
	byMeasure = iota
	byNoun
	byDimension
	byMatter
)

// A nameOf is what amounts are looked up by: the word of their measure, of what they count, or of their dimension.
type nameOf struct {
	by   uint8
	word string
}

// names returns the measure of an amount and the noun that it counts, which may be empty.
func (a *amount) names() [2]nameOf {
	return [2]nameOf{{byMeasure, a.slot.Measure}, {byNoun, a.slot.Noun}}
}

// inDocs finds the amounts of a document, and what narrows them down.
type inDocs struct {
	amounts map[namedIn][]*amount
	mods    map[inDocument]bool
	count   map[int]int         // how many amounts a document has
	lists   arena.Slab[*amount] // all lists are cut from it
	words   arena.Slab[string]  // and all modifiers

	byCell map[string]int32 // of all documents: amounts with equal slots
	found  []cell
	key    []byte
}

type namedIn struct {
	doc int
	nameOf
}

// An inDocument is a modifier that some amount of a document has.
type inDocument struct {
	doc      int
	modifier string
}

// A cell is the amounts whose slots and values are equal in every part.
type cell struct {
	key   string
	items []*amount
}

// reset forgets the amounts of another comparison.
func (x *inDocs) reset() {
	if x.amounts == nil {
		x.amounts, x.mods, x.count, x.byCell = map[namedIn][]*amount{}, map[inDocument]bool{}, map[int]int{}, map[string]int32{}
	}
	clear(x.amounts)
	clear(x.mods)
	clear(x.count)
	x.lists.Reset()
	x.words.Reset()
}

// add takes an amount up. Of those that have one name the first ones are found.
func (x *inDocs) add(a *amount) {
	x.count[a.doc]++
	for _, m := range a.mods {
		x.mods[inDocument{a.doc, m}] = true
	}
	names := a.names()
	for _, n := range [...]nameOf{names[0], names[1], {byDimension, a.slot.Dimension}} {
		k := namedIn{a.doc, n}
		if of := x.amounts[k]; len(of) < maxPairs*maxPairs {
			x.amounts[k] = x.lists.Append(of, a)
		}
	}
	for i := range a.matters {
		k := namedIn{a.doc, nameOf{byMatter, a.matters[i].id}}
		if of := x.amounts[k]; len(of) < maxPairs*maxPairs {
			x.amounts[k] = x.lists.Append(of, a)
		}
	}
}

// amountsOf returns the amounts of a document that have a name.
func (s *sources) amountsOf(doc int, by uint8, word string) []*amount {
	return s.memory.inDoc.amounts[namedIn{doc, nameOf{by, word}}]
}

// cells puts together what is equal.
func (x *inDocs) cells(all []amount) []cell {
	clear(x.byCell)
	x.found = x.found[:0]
	for i := range all {
		x.key = appendCellKey(x.key[:0], &all[i])
		n, ok := x.byCell[string(x.key)]
		if !ok {
			n = int32(len(x.found))
			key := string(x.key)
			x.byCell[key] = n
			x.found = append(x.found, cell{key: key})
		}
		c := &x.found[n]
		c.items = x.lists.Append(c.items, &all[i])
	}
	return x.found
}
