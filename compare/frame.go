package compare

import (
	"sort"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// A frame is a sentence but for one place in it. Sentences with one frame are word for word the same, whatever stands at
// that place: one was copied from the other, or both from a third.
type frame struct {
	sum            uint64 // of the words around the place
	words          int32  // content words among them
	stopped        bool   // the sentence has its stop: it is no line of a page
	before, behind uint64 // sums of the sentences that stand around it, 0 for none
}

// What makes it sure that one of two sentences with one frame was copied: content words enough, or a sentence beside it that
// is the same in both sources.
const frameWords = 4

// copied reports whether two sentences with one sum were copied.
func (f *frame) copied(o *frame) bool {
	return f.words >= frameWords || f.words > 0 && f.stopped && o.stopped && (f.before == o.before && f.before != 0 || f.behind == o.behind && f.behind != 0)
}

// A framer makes the frames of one text. Marks count for nothing: they follow the style of the house.
type framer struct {
	g    *lexicon.Tagged
	sums []uint64 // of the sentences
	size []int32  // how many words each has

	sentence int32    // the one that is laid out, or -1
	tokens   []int32  // its words, numbers and symbols
	run      []uint64 // run[i] is the sum of the first i of them
	content  []int32  // and content[i] how many of those are content words
	power    []uint64 // power[i] is frameBase to the i
}

// frameBase makes sums of which those of parts can be taken: a polynomial over the hashes of the words.
const frameBase = 0x9e3779b97f4a7c15

// leastBeside is how many words a sentence needs to say that those beside it were copied.
const leastBeside = 4

// reset makes ready for frames of another text.
func (f *framer) reset(g *lexicon.Tagged) {
	f.g, f.sums, f.size, f.sentence = g, f.sums[:0], f.size[:0], -1
	for i := range g.Sentences {
		sum, n := f.sumOf(&g.Sentences[i])
		f.sums, f.size = append(f.sums, sum), append(f.size, n)
	}
}

// sumOf returns the sum of a sentence and how many words it has, or 0 where it is none.
func (f *framer) sumOf(sen *text.Sentence) (sum uint64, n int32) {
	if f.g.Paragraphs[sen.Paragraph].Kind == text.Furniture {
		return 0, 0
	}
	for i := sen.First; i < sen.Last; i++ {
		if k := &f.g.Tokens[i]; counts(k) {
			sum = sum*frameBase + k.Hash
			n++
		}
	}
	return sum, n
}

func counts(k *text.Token) bool {
	switch k.Class {
	case text.Word, text.Number, text.Symbol, text.Clitic:
		return true
	}
	return false
}

// layOut makes ready for frames of a sentence.
func (f *framer) layOut(sentence int32) {
	if f.sentence == sentence {
		return
	}
	f.sentence = sentence
	f.tokens, f.run, f.content = f.tokens[:0], append(f.run[:0], 0), append(f.content[:0], 0)
	if len(f.power) == 0 {
		f.power = append(f.power, 1)
	}
	for i := f.g.Sentences[sentence].First; i < f.g.Sentences[sentence].Last; i++ {
		k := &f.g.Tokens[i]
		if !counts(k) {
			continue
		}
		n := len(f.tokens)
		f.tokens = append(f.tokens, i)
		f.run = append(f.run, f.run[n]*frameBase+k.Hash)
		c := f.content[n]
		if k.Class == text.Word && !f.g.Has(int(i), lexicon.Function) {
			c++
		}
		f.content = append(f.content, c)
		if len(f.power) <= n+1 {
			f.power = append(f.power, f.power[n]*frameBase)
		}
	}
}

// around returns the frame of what stands in a span of a sentence.
func (f *framer) around(sentence int32, hole text.Span) (frame, bool) {
	if f.sums[sentence] == 0 {
		return frame{}, false
	}
	f.layOut(sentence)
	i := sort.Search(len(f.tokens), func(i int) bool { return int(f.g.Tokens[f.tokens[i]].Start) >= hole.Start })
	j := sort.Search(len(f.tokens), func(i int) bool { return int(f.g.Tokens[f.tokens[i]].Start) >= hole.End })
	sum := text.HashAdd(text.HashAdd(text.HashInit, f.run[i]), f.between(j, len(f.tokens)))
	return f.beside(frame{sum: sum, words: f.content[i] + f.content[len(f.tokens)] - f.content[j]}), i < j
}

// without returns the frame of a sentence as if one word of it were not there.
func (f *framer) without(sentence int32, word int32) frame {
	f.layOut(sentence)
	i := sort.Search(len(f.tokens), func(i int) bool { return f.tokens[i] >= word })
	n := len(f.tokens)
	return f.beside(frame{sum: f.run[i]*f.power[n-i-1] + f.between(i+1, n), words: f.content[n]})
}

// whole returns the frame of a sentence in which nothing is missing.
func (f *framer) whole(sentence int32) frame {
	f.layOut(sentence)
	return f.beside(frame{sum: f.sums[sentence], words: f.content[len(f.tokens)]})
}

// between returns the sum of words i to j.
func (f *framer) between(i, j int) uint64 { return f.run[j] - f.run[i]*f.power[j-i] }

// beside adds what stands around the sentence that is laid out.
func (f *framer) beside(fr frame) frame {
	fr.stopped = f.stopped()
	fr.before, fr.behind = f.neighbour(f.sentence-1), f.neighbour(f.sentence+1)
	return fr
}

// neighbour returns the sum of a sentence that has words enough to say something.
func (f *framer) neighbour(i int32) uint64 {
	if i < 0 || int(i) >= len(f.sums) || f.size[i] < leastBeside {
		return 0
	}
	return f.sums[i]
}

// stopped reports whether the sentence that is laid out ends with its stop, closing marks aside.
func (f *framer) stopped() bool {
	r := f.g.Sentences[f.sentence].Range
	for i := r.Last - 1; i >= r.First; i-- {
		switch f.g.Tokens[i].Class {
		case text.Stop:
			return true
		case text.QuoteMark, text.Bracket:
		default:
			return false
		}
	}
	return false
}
