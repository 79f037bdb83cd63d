package statement

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// ofEvent tells measures that belong to what happened, not to a person, place or body that is named.
func ofEvent(class string) bool {
	switch class {
	case dimMagnitude, "depth", "wind", "gust", duration, "rainfall", "snowfall", "wave", "storm-surge", "sentence", "suspended", "intensity", "age":
		return true
	}
	return false
}

// OfSpot tells measures that belong to the spot they were taken at: rain in one town is not rain in the next.
func OfSpot(class string) bool {
	switch class {
	case "rainfall", "snowfall", "temperature", "temperature-low", "gust", "water-level", "price":
		return true
	}
	return false
}

// spot returns where a measure was taken, whatever sort of name that is: "11 inches of rain on Houma", "Houma received 11
// inches of rain". Without one it is the place of the clause.
func (f *finder) spot(m *quantity.Mention, place string) string {
	for n := f.firstName(int(m.Last)); n < len(f.names) && int(f.names[n].First) < int(m.Last)+maxSpot && f.names[n].First < f.sent.Last; n++ {
		e := f.entityName(n)
		if e != "" && !f.isEntity(&f.names[n], name.Event) && f.governed(int(f.names[n].First)) && f.firstQuantity(int(m.Last)) >= f.firstQuantity(int(f.names[n].First)) {
			return e
		}
	}
	if e := f.nameBefore(int(m.First)); e != "" && !f.isPlace(place) {
		return e
	}
	return place
}

func (f *finder) isPlace(known string) bool { return f.isKind(known, name.Place) }

func (f *finder) isPerson(known string) bool { return f.isKind(known, name.Person) }

func (f *finder) isKind(known string, k name.Kind) bool {
	return known != "" && slices.ContainsFunc(f.entities, func(e name.Entity) bool { return e.Name == known && e.Kind == k })
}

// maxSpot is how many tokens behind an amount of a spot its name may stand.
const maxSpot = 6

// owner returns the name whose measure w is: "of Fath-360" behind it, else the last name before it.
func (f *finder) owner(w measureWord, m *quantity.Mention) string {
	if w.next < int(f.sent.Last) && f.class(w.next) == classPreposition && !f.facing(w.next) {
		for n := f.firstName(w.next); n < len(f.names) && int(f.names[n].First) <= w.next+3 && f.names[n].First < f.sent.Last; n++ {
			if e := f.entityName(n); e != "" {
				return e
			}
		}
	}
	if q := f.firstQuantity(int(m.First)) - 1; w.kind == kindVerb && q >= f.q && int(f.qs[q].First) > w.at {
		if e := f.nameBetween(int(f.qs[q].Last), int(m.First)); e != "" {
			return e // Ryland raised 1.3 million and Ferris 900,000
		}
	}
	return f.nameBefore(min(w.at, int(m.First)))
}

// facing reports whether the preposition at token i leads to a side that is set against the one before: 51 percent of the vote
// to Orr's 47.
func (f *finder) facing(i int) bool {
	return strings.EqualFold(f.g.Word(i), "to") || f.ofKind(i, "topic") || f.ofKind(i, "compare")
}

// nameBetween returns the name that stands right before an amount behind a conjunction, with the tokens from i to end between
// it and the amount before.
func (f *finder) nameBetween(i, end int) string {
	at := f.conjunction(i, end)
	n := f.firstName(at + 1)
	if at < 0 || n >= len(f.names) || int(f.names[n].First) != at+1 || int(f.names[n].Last) != end {
		return ""
	}
	return f.entityName(n)
}

func (f *finder) ownerOrNear(m *quantity.Mention) string {
	if e := f.nameBefore(int(m.First)); e != "" {
		return e
	}
	for n := f.firstName(int(m.Last)); n < len(f.names) && f.names[n].First < min(f.sent.Last, m.Last+maxOwner); n++ {
		if e := f.entityName(n); e != "" && e != f.voice && int(f.names[n].First) < int(m.Last)+4 {
			return e
		}
	}
	return ""
}

func (f *finder) entityName(n int) string {
	v := f.names[n].Value
	if v.Nested || v.Entity < 0 || int(v.Entity) >= len(f.entities) || v.Via == name.ByDemonym || f.insideQuantity(int(f.names[n].First)) {
		return "" // a currency owns nothing
	}
	return f.entities[v.Entity].Name
}

// nameBefore returns the last name of the sentence before token i.
func (f *finder) nameBefore(i int) string {
	if n := f.mentionBefore(i); n >= 0 {
		return f.entityName(n)
	}
	return ""
}

// mentionBefore returns the index of that name, or -1.
func (f *finder) mentionBefore(i int) int {
	for n := f.firstName(i) - 1; n >= f.n && int(f.names[n].First) > i-maxOwner; n-- {
		e := f.entityName(n)
		last := int(f.names[n].Last)
		if e == "" || last > i || e == f.voice || f.governed(int(f.names[n].First)) {
			continue
		}
		if last < i-3 && f.g.Tokens[last].Class == text.Clitic {
			continue // Iran's largest island
		}
		return n
	}
	return -1
}

// ofTwo reports whether name n is a pronoun, and the sentence before names another person who may be meant. Which sex either is does not tell,
// since that is mostly known from the pronouns.
func (f *finder) ofTwo(n int) bool {
	if f.names[n].Value.Via != name.ByPronoun || f.at == 0 {
		return false
	}
	before := f.g.Sentences[f.at-1].Range
	own := f.names[n].Value.Entity
	for k := f.n - 1; k >= 0 && f.names[k].First >= before.First; k-- {
		v := &f.names[k].Value
		if f.isEntity(&f.names[k], name.Person) && v.Entity != own && !v.Nested {
			return true
		}
	}
	return false
}

// governed reports whether a preposition stands before the name at token i: what hit Aceh is not Aceh's.
func (f *finder) governed(i int) bool {
	for j := i - 1; j >= int(f.sent.First) && j >= i-2; j-- {
		switch f.class(j) {
		case classPreposition:
			return true
		case classDeterminer:
			continue
		}
		return false
	}
	return false
}

// maxOwner is how many tokens before an amount the name it belongs to may stand.
const maxOwner = 40

// proper reports whether token i is a name, a demonym or a word written with a capital.
func (f *finder) proper(i int) bool {
	return f.g.Has(i, lexicon.Demonyms) || f.g.Tokens[i].Is(text.Capital)
}

// isGroup reports whether token i is a noun for people who speak or act as one.
func (f *finder) isGroup(i int) bool {
	return f.g.Has(i, lexicon.Groups) || f.g.Has(i, lexicon.Demonyms) || f.wordClass(i) == "person"
}
