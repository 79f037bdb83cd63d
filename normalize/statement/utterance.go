package statement

import (
	"github.com/factdiff/factdiff/normalize/arena"
	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// An Utterance is what one speaker is said to have said, word by word: package compare aligns utterances
// by their words and diffs them, without a look at the text.
type Utterance struct {
	Voice  int32     // index in Document.Attributions
	Direct bool      // between quotation marks; false: reported in the outlet's own words
	Open   bool      // the quotation was never closed, so its end is the outlet's, not the speaker's
	Span   text.Span // from the first word to the last
	Words  []Word
}

// A Word is one word of an utterance.
type Word struct {
	Hash    uint64 // folded: case and apostrophes
	Span    text.Span
	Content bool // no pronoun, article, auxiliary or other closed-class word
}

// Utterances appends one utterance for each quoted run of a mixed statement, for the joined runs of a
// direct one, and for the content of an indirect one.
func Utterances(dst []Utterance, g *lexicon.Tagged, voices []attribution.Attribution) []Utterance {
	return new(Finder).Utterances(dst, g, voices)
}

// Utterances does what the function Utterances does.
func (x *Finder) Utterances(dst []Utterance, g *lexicon.Tagged, voices []attribution.Attribution) []Utterance {
	x.spoken.Reset()
	u := utterances{g, &x.spoken}
	for i := range voices {
		v := &voices[i]
		switch {
		case len(v.Quoted) == 0:
			dst = u.add(dst, i, v.Content, false)
		case v.Form == attribution.Direct:
			dst = u.add(dst, i, v.Quoted, true)
		default:
			for k := range v.Quoted {
				dst = u.add(dst, i, v.Quoted[k:k+1], true)
			}
			dst = u.add(dst, i, v.Content, false)
		}
	}
	return dst
}

type utterances struct {
	g     *lexicon.Tagged
	words *arena.Slab[Word]
}

func (u *utterances) add(dst []Utterance, voice int, runs []text.Range, direct bool) []Utterance {
	n := 0
	for _, r := range runs {
		n += r.Len()
	}
	words := u.words.Make(n)
	open := false
	for _, r := range runs {
		words = u.read(words, r, direct)
		open = direct && u.unclosed(r) // a long quotation is re-opened in each paragraph: only the last run counts
	}
	if len(words) == 0 {
		return dst
	}
	span := text.Span{Start: words[0].Span.Start, End: words[len(words)-1].Span.End}
	return append(dst, Utterance{Voice: int32(voice), Direct: direct, Open: open, Span: span, Words: words[:len(words):len(words)]})
}

// read appends the words of r to words, which has room for them.
func (u *utterances) read(words []Word, r text.Range, direct bool) []Word {
	if r.First >= r.Last {
		return words
	}
	toks := u.g.Tokens[r.First:r.Last]
	masks := u.g.Masks()[r.First:r.Last]
	n := len(words)
	words = words[:n+len(toks)]
	flags := text.Flags(0)
	if direct {
		flags = text.InQuote // "Yes," he said, "we will": the cue between two runs is not the speaker's
	}
	for i := range toks {
		k := &toks[i]
		if k.Class != text.Word && k.Class != text.Number && k.Class != text.Clitic || k.Flags&flags != flags {
			continue
		}
		w := &words[n]
		n++
		w.Hash, w.Span.Start, w.Span.End = k.Hash, int(k.Start), int(k.End)
		w.Content = k.Class != text.Clitic && !masks[i].Closed()
	}
	return words[:n]
}

// unclosed reports whether no closing mark stands behind r.
func (u *utterances) unclosed(r text.Range) bool {
	for i := int(r.Last) - 1; i <= int(r.Last) && i < len(u.g.Tokens); i++ {
		if u.g.Tokens[i].Is(text.CloseQuote) {
			return false
		}
	}
	return true
}
