package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/morph"
	"github.com/factdiff/factdiff/normalize/text"
)

// A Superlative is a claim of rank: the largest drone attack, one of the biggest Ukrainian drone attacks.
type Superlative struct {
	text.Range          // from the "one" of "one of the", or the superlative, to the noun
	Sentence   int32    // where it stands
	Lemma      string   // of the adjective: large
	Noun       string   // lemma of the noun
	Sorts      []uint64 // words between the two
	Among      bool     // one of several
}

// mostSorts is how many tokens may stand between a superlative and its noun.
const mostSorts = 5

// Superlatives appends the superlatives of a text to dst in reading order.
func Superlatives(dst []Superlative, g *lexicon.Tagged) []Superlative {
	for s := range g.Sentences {
		r := g.Sentences[s].Range
		if g.Paragraphs[g.Sentences[s].Paragraph].Kind == text.Furniture {
			continue
		}
		for i := int(r.First); i < int(r.Last); i++ {
			if k := &g.Tokens[i]; k.Class != text.Word || g.Body[k.End-1] != 't' || !strings.HasSuffix(g.Word(i), "st") {
				continue
			}
			if x, ok := superlativeAt(g, i, int(r.Last)); ok {
				x.Sentence = int32(s)
				if i-3 >= int(r.First) && isOfKind(g, i-1, classDeterminer, definite) && inClass(g, i-2, classPreposition) && g.Has(i-3, lexicon.Numbers) {
					x.Among, x.First = true, int32(i-3)
				}
				dst = append(dst, x)
				i = int(x.Last) - 1
			}
		}
	}
	return dst
}

func superlativeAt(g *lexicon.Tagged, i, end int) (x Superlative, ok bool) {
	row, ok := g.Row(i, lexicon.Words)
	if !ok || row.Field(colPOS) == "" || row.Field(colPOS)[0] != 'a' && row.Field(colPOS) != "nr" || strings.EqualFold(row.Field(colLemma), g.Word(i)) {
		return x, false
	}
	x = Superlative{Range: text.Range{First: int32(i), Last: int32(i)}, Lemma: row.Field(colLemma)}
	for j := i + 1; j < end && j <= i+mostSorts; j++ {
		k := &g.Tokens[j]
		if k.Class == text.Hyphen || k.Class == text.Clitic {
			continue
		}
		if k.Class != text.Word || g.Has(j, lexicon.Function) {
			break
		}
		w, known := g.Row(j, lexicon.Words)
		if known && strings.HasPrefix(w.Field(colPOS), "v") && !(strings.IndexByte(w.Field(colPOS), 'n') >= 0 && (strings.EqualFold(w.Field(colLemma), g.Word(j)) || morph.Ending(g.Lex, g.Word(j)) == morph.Plural)) {
			break
		}
		if x.Noun != "" {
			x.Sorts = append(x.Sorts, text.HashString(x.Noun))
		}
		x.Noun, x.Last = strings.ToLower(g.Word(j)), int32(j+1)
		if known {
			x.Noun = w.Field(colLemma)
		}
	}
	return x, x.Noun != ""
}
