package compare

import "slices"

// heldValues is what values of one document were held against in another: of several that could be meant, the likeliest is taken, and no other.
type heldValues[V comparable] map[heldValue[V]]V

// A heldValue is a value of one document that another may have otherwise.
type heldValue[V comparable] struct {
	doc, other int
	value      V
}

// otherwise reports whether value x of one document or y of another was held against another value in the other one already.
func (h heldValues[V]) otherwise(doc, other int, x, y V) bool {
	v, ok := h[heldValue[V]{doc, other, x}]
	w, too := h[heldValue[V]{other, doc, y}]
	return ok && v != y || too && w != x
}

func (h heldValues[V]) take(doc, other int, x, y V) {
	h[heldValue[V]{doc, other, x}], h[heldValue[V]{other, doc, y}] = y, x
}

// add adds evidence to a position, unless its source is there.
func (p *Position) add(e Evidence) {
	if !slices.Contains(p.Sources, e.Source) {
		p.Sources, p.Evidence = append(p.Sources, e.Source), append(p.Evidence, e)
	}
}
