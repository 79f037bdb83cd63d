package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns and kinds of measures.tsv, columns and kinds of modifiers.tsv.
const (
	colMeasure = 0
	colKind    = 1
	colDims    = 2
	colMoves   = 3

	kindNoun   = "noun"
	kindVerb   = "verb"
	kindState  = "state"
	kindPeople = "people"
	kindAct    = "act" // a verb and a noun together

	anybody = "person" // the class of people who are not told apart

	colModifier     = 0
	colModifierKind = 1

	modEmpty      = "empty"
	modOther      = "other"
	modTotal      = "total"
	modPart       = "part"
	modWhole      = "whole" // what another amount is a part of
	modScope      = "scope"
	modCompass    = "compass"
	modCorrection = "correction"
	modEach       = "each"
	modFresh      = "fresh"
	modAverage    = "average" // of what differs from one to the other
	modEarlier    = "earlier"
	modBefore     = "before" // of Earlier: what a change started from
	modChange     = "change" // by how much something rose or fell
	modOff        = "off"    // by how much it lies off an average
)

// Other is the modifier of amounts that are told as besides others.
const Other = modOther

// Aftershock is the modifier of magnitudes that are not those of the quake itself, and the class of the noun.
const Aftershock = "aftershock"

// Earlier is the prefix of the modifier of amounts of a time before that of the event: "earlier last-season".
const Earlier = "earlier "

// Change is the modifier of amounts by which something rose or fell.
const Change = modChange

// Rate is the prefix of the modifier of amounts that are told for each of something: "per square-kilometer".
const Rate = "per "

// Contrasts reports whether a modifier sets an amount apart from one that does not have it: another time, other people, a part.
func Contrasts(modifier string) bool {
	switch modifier {
	case modOff, modFresh, modOther, modPart, modWhole, modEach, modTotal, modAverage, Aftershock:
		return true
	}
	return strings.HasPrefix(modifier, Earlier) || strings.HasPrefix(modifier, Rate)
}

// A measureWord is a form of measures.tsv in the text.
type measureWord struct {
	class, kind, dims string
	moves, falls      bool
	period            bool // it is of a span of weeks at least, never of a day
	set               bool // somebody sets it who may: that it must be paid or served is what was decided
	at, next          int
}

// measureOf returns what a row of measures.tsv tells.
func measureOf(r lexicon.Row, kind string) measureWord {
	moves := r.Field(colMoves)
	return measureWord{class: r.Field(colMeasure), kind: kind, dims: r.Field(colDims), moves: moves == "1" || moves == "2", falls: moves == "2", period: moves == "p", set: moves == "s"}
}

// counts reports whether the measure counts those to whom something happened.
func (w measureWord) counts() bool {
	return w.dims == dimCount || hasDim(w.dims, dimCount) && w.dims != ""
}

// hasDim reports whether a list of dimensions allows dim. An empty list allows all.
func hasDim(dims, dim string) bool {
	if dims == "" || dim == "" {
		return true
	}
	if dim == dimPoints {
		dim = dimRatio // cut its rate by a quarter of a point
	}
	for d := range strings.SplitSeq(dims, ",") {
		if strings.TrimSpace(d) == dim {
			return true
		}
	}
	return false
}

// measureAt returns the longest form of measures.tsv of one of the kinds that starts at token i.
func (f *finder) measureAt(i int, kinds ...string) (measureWord, bool) {
	if !f.g.Starts(i).Has(lexicon.Measures) {
		return measureWord{}, false
	}
	var rows [8]lexicon.Row
	ps := f.g.Phrases(i)
	for k := len(ps) - 1; k >= 0; k-- {
		if !ps[k].Mask.Has(lexicon.Measures) {
			continue
		}
		if w, ok := pick(f.g.PhraseRows(rows[:0], ps[k], lexicon.Measures), kinds); ok {
			w.at, w.next = i, int(ps[k].Last)
			return w, true
		}
	}
	if w, ok := pick(f.g.Rows(rows[:0], i, lexicon.Measures), kinds); ok {
		w.at, w.next = i, i+1
		return w, true
	}
	return measureWord{}, false
}

// pick returns the first row of the first kind that has one.
func pick(rows []lexicon.Row, kinds []string) (measureWord, bool) {
	for _, k := range kinds {
		for _, r := range rows {
			if r.Field(colKind) == k {
				return measureOf(r, k), true
			}
		}
	}
	return measureWord{}, false
}

// nounFor returns the noun form at token i that may have dimension dim.
func (f *finder) nounFor(i int, dim string, kinds ...string) (measureWord, bool) {
	if i >= int(f.sent.Last) || !f.g.Starts(i).Has(lexicon.Measures) || f.compounded(i) {
		return measureWord{}, false
	}
	var rows [8]lexicon.Row
	try := func(rs []lexicon.Row, next int) (measureWord, bool) {
		for _, k := range kinds {
			for _, r := range rs {
				if r.Field(colKind) == k && hasDim(r.Field(colDims), dim) {
					w := measureOf(r, k)
					w.at, w.next = i, next
					return w, true
				}
			}
		}
		return measureWord{}, false
	}
	ps := f.g.Phrases(i)
	for k := len(ps) - 1; k >= 0; k-- {
		if ps[k].Mask.Has(lexicon.Measures) {
			if w, ok := try(f.g.PhraseRows(rows[:0], ps[k], lexicon.Measures), int(ps[k].Last)); ok {
				return w, true
			}
		}
	}
	return try(f.g.Rows(rows[:0], i, lexicon.Measures), i+1)
}

// compounded reports whether token i is a particle that a hyphen makes a part of another word: a one-off payment, a sell-off.
func (f *finder) compounded(i int) bool {
	return i-2 >= int(f.sent.First) && f.g.Tokens[i-1].Class == text.Hyphen && f.g.InClass(i, classParticle)
}

// A modifier is what the rules ask of a word of modifiers.tsv that begins no longer form, wherever it stands.
type modifier struct {
	class, kind string
	ok          bool
}

// knownModifiers is how many words are remembered as modifiers: there are few.
const knownModifiers = 1 << 8

// modifierAt returns the class and kind of the longest form of modifiers.tsv at token i.
func (f *finder) modifierAt(i int) (class, kind string, next int, ok bool) {
	if !f.g.At(i).Has(lexicon.Modifiers) {
		return "", "", i + 1, false
	}
	if !f.g.Leads(i) {
		m, known := f.knownModifiers.At(f.g, i)
		if !known {
			row, ok := f.g.Row(i, lexicon.Modifiers)
			*m = modifier{row.Field(colModifier), row.Field(colModifierKind), ok}
		}
		return m.class, m.kind, i + 1, m.ok
	}
	row, next, ok := f.g.Longest(i, lexicon.Modifiers)
	if !ok {
		return "", "", i + 1, false
	}
	return row.Field(colModifier), row.Field(colModifierKind), next, true
}
