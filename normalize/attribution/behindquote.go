package attribution

import (
	"slices"
	"sort"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// behindReach is how many tokens of the sentence behind a quotation may stand before the name of its speaker.
const behindReach = 16

// toldBehind gives a quotation that is a sentence by itself the speaker whom the next sentence of its paragraph names: “…” That line came from Ada
// Lund. “…” Those are the words of Ada Lund. “…” That is how Ada Lund put it.
func (f *finder) toldBehind(at *Attribution, p int) bool {
	last := at.Content[len(at.Content)-1].Last
	par := &f.g.Paragraphs[p]
	if last >= par.Last || !f.demonstrative(int(last)) {
		return false
	}
	end := par.Last
	n := sort.Search(len(f.g.Sentences), func(n int) bool { return f.g.Sentences[n].First >= last })
	if n < len(f.g.Sentences) {
		end = min(end, f.g.Sentences[n].Last)
	}
	m, first := f.leadIn(int(last)+1, int(min(end, last+behindReach)))
	if m == nil {
		return false
	}
	at.Speaker = f.namedSpeaker(m, first)
	return true
}

// demonstrative reports whether token i is a word that points back: that, those.
func (f *finder) demonstrative(i int) bool {
	if !f.g.Has(i, lexicon.Function) {
		return false
	}
	for _, r := range f.g.Rows(f.rows[:0], i, lexicon.Function) {
		if r.Field(colKind) == "demonstrative" {
			return true
		}
	}
	return false
}

// leadIn returns the first person that is named in the tokens from i to end, and where the words for that person begin, if a form of be, a word like
// how or a preposition like of or from stands there.
func (f *finder) leadIn(i, end int) (*name.Mention, int) {
	n := sort.Search(len(f.names), func(n int) bool { return int(f.names[n].First) >= i })
	for ; n < len(f.names) && int(f.names[n].First) < end; n++ {
		m := &f.names[n]
		if m.Value.Via != name.ByName || m.Value.Entity < 0 || f.entities[m.Value.Entity].Kind != name.Person {
			continue
		}
		k := int(m.First)
		if k-2 > i && f.g.Tokens[k-1].Class == text.Comma && f.titleAt(k-2) { // from the minister, Ada Lund
			k--
		}
		for k > i && f.inPhraseOf(k-1) {
			k--
		}
		if k > i+1 && f.g.Tokens[k-1].Class == text.Clitic { // the council's treasurer, Kestrel Air's Ada Lund
			k--
			if n > 0 && int(f.names[n-1].Last) == k {
				k = int(f.names[n-1].First) + 1
			}
			for k--; k > i && f.inPhraseOf(k-1); k-- {
			}
		}
		if f.leadsToSpeaker(k-1) && (int(m.Last) >= len(f.g.Tokens) || f.g.Tokens[m.Last].Class != text.Clitic) {
			return m, k
		}
		return nil, 0
	}
	return nil, 0
}

// inPhraseOf reports whether token i may stand before a name in one phrase with it.
func (f *finder) inPhraseOf(i int) bool {
	if f.g.Tokens[i].Class != text.Word {
		return false
	}
	w := f.wordFact(i)
	return f.titleAt(i) || w&(noun|adj|det) != 0 && w&(prep|aux|wh|rel|past) == 0
}

// leadsToSpeaker reports whether what stands behind token i may be whose words a demonstrative stands for: was, how, from, of, by.
func (f *finder) leadsToSpeaker(i int) bool {
	if f.closedFact(i)&(be|wh) != 0 {
		return true
	}
	if !f.g.Has(i, lexicon.Function) {
		return false
	}
	return slices.ContainsFunc(f.g.Rows(f.rows[:0], i, lexicon.Function), func(r lexicon.Row) bool {
		return r.Field(colClass) == "preposition" && slices.Contains(ofWhom[:], r.Field(colKind))
	})
}

// ofWhom are the kinds of prepositions of function.tsv before whoever words are of, come from or were said by.
var ofWhom = [...]string{"general", "place", "agent"}

// titleAt reports whether token i is a title or a role, or a word of a name that leads to one.
func (f *finder) titleAt(i int) bool { return f.g.Has(i, lexicon.Titles) }

// namedSpeaker is the speaker that mention m names, whose words begin at token first.
func (f *finder) namedSpeaker(m *name.Mention, first int) Speaker {
	e := &f.entities[m.Value.Entity]
	return Speaker{Range: text.Range{First: int32(first), Last: m.Last}, Entity: m.Value.Entity, Name: e.Name, For: f.body(e.For)}
}
