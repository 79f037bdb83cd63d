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
)

var classes = map[string]class{"say": say, "tell": tell, "np": np, "read": read, "think": think, "noun": nounCue, "according": accordingTo}

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
)

var takesNames = map[string]takes{"that": takesThat, "clause": takesClause, "wh": takesWh, "quote": takesQuote, "post": takesPost,
	"obj": takesAddressee, "to": takesTo, "inf": takesInf, "ing": takesIng, "np": takesNP, "name": takesName, "as": takesAs, "via": takesVia, "sure": sure}

// A cue is a word of cues.tsv and what the table says of it.
type cue struct {
	row      lexicon.Row
	class    class
	takes    takes
	stance   Stance
	strength int8
	preps    bool // takes names prepositions too
}

// readCue decodes a row; most are remembered, since a language has few verbs of speech.
func (f *finder) readCue(r lexicon.Row) *cue {
	slot := &f.cues[r.ID()*2654435769>>(32-cueBits)]
	if slot.row == r {
		return slot
	}
	c := cue{row: r, class: classes[r.Field(colCueClass)]}
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
		t, ok := takesNames[w]
		c.takes |= t
		c.preps = c.preps || !ok
	}
	*slot = c
	return slot
}

// cueSlots is how many cues are remembered.
const (
	cueBits  = 11
	cueSlots = 1 << cueBits
)

// leads reports whether the table lets word lead the content: said of, warned about.
func (c *cue) leads(word string) bool {
	if !c.preps {
		return false
	}
	for w := range strings.SplitSeq(c.row.Field(colTakes), ",") {
		if len(w) == len(word) && strings.EqualFold(w, word) && takesNames[w] == 0 {
			return true
		}
	}
	return false
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
	lemma, _, _ := strings.Cut(c.row.Field(colLemma), " ")
	if strings.EqualFold(word, lemma) {
		f |= base
	}
	if f == 0 {
		f = third
	}
	return f
}
