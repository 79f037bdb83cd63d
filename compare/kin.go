package compare

import (
	"cmp"
	"slices"

	"github.com/factdiff/factdiff/normalize/statement"
)

// A kin is what a word of an answer has to do with other words of the contexts.
type kin struct {
	same    []uint64 // words that can say the same
	against []uint64 // words that can say the opposite
	posts   []keyAt  // where those that can say the same stand, in order
}

// maxLike is how many words of the contexts are held against one word of the answer.
const maxLike = 48

// like returns what a word of the answer has to do with words of the contexts.
func (g *grounder) like(k *statement.Key) *kin {
	if l := g.likes[k.Hash]; l != nil {
		return l
	}
	l := new(kin)
	g.likes[k.Hash] = l
	m := g.thesaurus.Of(k)
	for _, s := range m.Senses {
		l.same = addWords(l.same, g.senses[s], nil)
		l.same = addWords(l.same, g.wider[s], nil)
	}
	for _, s := range m.Against {
		l.against = addWords(l.against, g.senses[s], l.same)
	}
	for _, w := range l.same {
		l.posts = append(l.posts, g.words[w]...)
	}
	slices.SortFunc(l.posts, func(a, b keyAt) int {
		return cmp.Or(cmp.Compare(a.passage, b.passage), cmp.Compare(a.key, b.key))
	})
	return l
}

func addWords(dst, words, but []uint64) []uint64 {
	for _, w := range words {
		if len(dst) < maxLike && !slices.Contains(dst, w) && !slices.Contains(but, w) {
			dst = append(dst, w)
		}
	}
	return dst
}

// likeness tells how far a word of the answer and one of a context say the same: 1 for one word or class.
func (g *grounder) likeness(a, b *statement.Key) float64 {
	switch {
	case a.Hash == b.Hash, a.Class != "" && a.Class == b.Class:
		return 1
	case a.Known && slices.Contains(g.like(a).same, b.Hash):
		return alike
	}
	return 0
}
