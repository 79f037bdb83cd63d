package attribution

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
)

// Columns of cues.tsv.
const (
	colLemma    = 0
	colCueClass = 1
	colStance   = 2
	colStrength = 3
	colTakes    = 4
	colIng      = 5
	colPast     = 6
	colPart     = 7
)

// class is the construction a cue stands in.
type class uint8

const (
	noClass class = iota
	say
	tell
	np
	read
	think
	nounCue
	accordingTo
	noCue // an act, told with the verb of a report: pleaded guilty
)

var classes = map[string]class{"say": say, "tell": tell, "np": np, "read": read, "think": think, "noun": nounCue, "according": accordingTo, "none": noCue}

// takes is what may follow a cue.
type takes uint16

const (
	takesThat takes = 1 << iota
	takesClause
	takesWh
	takesQuote
	takesPost
	takesAddressee
	takesTo
	takesInf
	takesIng
	takesNP
	takesName
	takesAs
	takesVia // the object is where the speaker has it from
	sure     // the word is a verb wherever it may be one
	refused  // it tells something only where it is negated
)

var takesNames = map[string]takes{"that": takesThat, "clause": takesClause, "wh": takesWh, "quote": takesQuote, "post": takesPost,
	"obj": takesAddressee, "to": takesTo, "inf": takesInf, "ing": takesIng, "np": takesNP, "name": takesName, "as": takesAs, "via": takesVia, "sure": sure, "refused": refused}

// A cue is a word of cues.tsv and what the table says of it.
type cue struct {
	row      lexicon.Row
	lemma    string
	class    class
	takes    takes
	stance   Stance
	strength int8
	preps    []string // prepositions that lead the content
}

// readCue decodes a row; it is done once for each row that is met.
func (f *finder) readCue(r lexicon.Row) *cue {
	if c, ok := f.cues[r.ID()]; ok {
		return c
	}
	c := &cue{row: r, lemma: r.Field(colLemma), class: classes[r.Field(colCueClass)]}
	for s := range stanceNames {
		if stanceNames[s] == r.Field(colStance) {
			c.stance = Stance(s)
		}
	}
	switch r.Field(colStrength) {
	case "-1":
		c.strength = -1
	case "1":
		c.strength = 1
	}
	for w := range strings.SplitSeq(r.Field(colTakes), ",") {
		if t, ok := takesNames[w]; ok {
			c.takes |= t
		} else if w != "" {
			c.preps = append(c.preps, w)
		}
	}
	f.cues[r.ID()] = c
	return c
}

// leads reports whether the table lets word lead the content: said of, warned about.
func (c *cue) leads(word string) bool {
	for _, w := range c.preps {
		if len(w) == len(word) && strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

// A cueWord is what the table has of a word: a verb, a noun, or both.
type cueWord struct {
	verb, noun *cue
	form       fact // of the verb
}

// cueWord returns the cues that token i is by itself.
func (f *finder) cueWord(i int) *cueWord {
	c, known := f.cueWords.At(f.g, i)
	if !known {
		f.rows = f.g.Rows(f.rows[:0], i, lexicon.Cues)
		w := f.cuesOf(i)
		*c = w
	}
	return c
}

// cuesOf makes one of the rows that have just been read for the words at token i.
func (f *finder) cuesOf(i int) (w cueWord) {
	for _, r := range f.rows {
		c := f.readCue(r)
		switch {
		case c.class == noCue:
		case c.class == nounCue:
			if w.noun == nil {
				w.noun = c
			}
		case w.verb == nil:
			w.verb = c
			w.form = c.form(f.g.Word(i))
		}
	}
	return w
}

// form tells which form of the verb word is.
func (c *cue) form(word string) fact {
	if c.class == nounCue {
		if strings.EqualFold(word, c.row.Field(colPast)) {
			return noun | plural
		}
		return noun
	}
	var f fact
	if strings.EqualFold(word, c.row.Field(colIng)) {
		return ing
	}
	if strings.EqualFold(word, c.row.Field(colPast)) {
		f |= past
	}
	if strings.EqualFold(word, c.row.Field(colPart)) {
		f |= part
	}
	lemma, _, _ := strings.Cut(c.lemma, " ")
	if strings.EqualFold(word, lemma) {
		f |= base
	}
	if f == 0 {
		f = third
	}
	return f
}
