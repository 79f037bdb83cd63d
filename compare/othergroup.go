package compare

import (
	"slices"
	"sort"

	"github.com/factdiff/factdiff/normalize/statement"
)

// ofOtherGroups reports whether two amounts that differ are of two owners or groups, as words away from their slots tell: of one bowler and of
// another, of a town that the sentence before names, of some of the injured. It is symmetric.
func (s *sources) ofOtherGroups(a, b *amount) bool {
	return s.othersDid(a, b) || (a.who == "" || a.who != b.who) && s.ofSome(a) != s.ofSome(b) || s.someLeft(a, b) || s.unheardOf(a, b) || s.unheardOf(b, a) || s.ofRow(a, b) || s.ofRow(b, a) || otherKinds(a, b) || s.elsewhereTold(a, b)
}

// othersDid reports whether two small counts are of what two persons did in one way: he took four, she took five.
func (s *sources) othersDid(a, b *amount) bool {
	return trivial(a) && trivial(b) && !a.slot.Moves && a.slot.Event == b.slot.Event && a.who == b.who && s.othersAct(a, b)
}

// ofSome reports whether an amount is of some of a group that is named for the measure, eleven of the injured.
func (s *sources) ofSome(a *amount) bool {
	return a.slot.Dimension == "count" && statement.Part(s.docs[a.doc].Text, a.st, a.slot.Measure)
}

// unheardOf reports whether a sum is told of somebody by a name that the report of b does not name at all, while b does not say whose it is and no
// slip makes one of the other: another firm's sales.
func (s *sources) unheardOf(a, b *amount) bool {
	return a.who != "" && b.who == "" && a.slot.Dimension == money && named(a.slot.Entity) && len(hints(&a.q, &b.q)) == 0 && len(s.docs[b.doc].Names) > 0 && !s.mentions(b.doc, a.who)
}

// ofRow reports whether an amount is that of a row of a table that the report of b does not speak of: the sales of one branch.
func (s *sources) ofRow(a, b *amount) bool {
	return a.slot.Labelled && named(a.slot.Entity) && b.who == "" && b.slot.Holder != a.slot.Entity && !says(b.st.Terms, a.slot.Entity) && !s.mentions(b.doc, a.who)
}

// someLeft reports whether one of two counts of reports of two days is of those that are still so, where the measure itself does not say that it
// falls: treated 19, and seven are still treated.
func (s *sources) someLeft(a, b *amount) bool {
	return a.slot.Dimension == "count" && !a.slot.Moves && !b.slot.Moves && s.onOtherDays(a.doc, b.doc) && s.left(a) != s.left(b)
}

func (s *sources) left(a *amount) bool { return statement.Left(s.docs[a.doc].Text, a.st) }

// otherKinds reports whether two shares are of what one noun names, but of two kinds of it: food prices, consumer prices.
func otherKinds(a, b *amount) bool {
	if a.slot.Dimension != ratio || b.slot.Dimension != ratio {
		return false
	}
	for i := 1; i < len(a.st.Terms); i++ {
		t, w := &a.st.Terms[i], &a.st.Terms[i-1]
		if t.Span.End > a.st.Span.Start {
			break
		}
		for k := 1; k < len(b.st.Terms); k++ {
			u, v := &b.st.Terms[k], &b.st.Terms[k-1]
			if u.Hash == t.Hash && u.Span.End <= b.st.Span.Start && v.Hash != w.Hash && compound(w, t) && compound(v, u) {
				return true
			}
		}
	}
	return false
}

// compound reports whether a word stands right before a noun and is no name or number.
func compound(w, noun *statement.Term) bool {
	return w.Kind == statement.OtherTerm && noun.Kind == statement.OtherTerm && noun.Span.Start-w.Span.End == 1
}

// elsewhereTold reports whether two amounts belong to places that do not meet, as their sentences or those before them tell, of which the
// report of one knows the other's as well.
func (s *sources) elsewhereTold(a, b *amount) bool {
	if a.slot.Dimension != "count" && a.slot.Dimension != money || a.who != "" && a.who == b.who || oneTime(a, b) || meetKeys(a.parties, b.parties) {
		return false
	}
	x, y := s.placesAround(a), s.placesAround(b)
	if len(x) == 0 || len(y) == 0 {
		return false
	}
	for _, p := range x {
		if slices.ContainsFunc(y, func(q entityKey) bool { return s.oneRegion(p, q) }) {
			return false
		}
	}
	knows := func(d int, all []entityKey) bool {
		return slices.ContainsFunc(all, func(k entityKey) bool { return s.mentions(d, k) })
	}
	return knows(a.doc, y) || knows(b.doc, x)
}

// placesAround returns the places of the clauses of the sentence of an amount or, where there are none, of the last sentence before it in the
// paragraph that has some.
func (s *sources) placesAround(a *amount) []entityKey {
	if a.where != "" {
		return []entityKey{a.where}
	}
	doc := s.docs[a.doc]
	all := doc.Statements
	paragraph := doc.Text.Sentences[a.st.Sentence].Paragraph
	i := sort.Search(len(all), func(i int) bool { return all[i].Sentence > a.st.Sentence }) - 1
	var out []entityKey
	for sentence := a.st.Sentence; i >= 0 && all[i].Sentence+paragraphReach >= a.st.Sentence && doc.Text.Sentences[all[i].Sentence].Paragraph == paragraph; i-- {
		if all[i].Sentence != sentence && len(out) > 0 {
			break
		}
		sentence = all[i].Sentence
		if p := all[i].Slot.Place; p != "" {
			if k := s.entity(a.doc, p); !slices.Contains(out, k) {
				out = append(out, k)
			}
		}
	}
	return out
}
