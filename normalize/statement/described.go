package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/morph"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// Size is the measure of a length in front of a noun, of which the text does not say whether it is its height, its length or its width.
const Size = Unspecified + "size"

// sizeOf is what an amount in front of a noun measures of the thing, by dimension.
var sizeOf = map[string]string{dimLength: Size, "mass": "weight"}

// described returns what an amount in front of a noun describes: the name there, "the 190-metre MV Castor", else the lemma of the noun
// that is its head, "a 62-metre rocket".
func (f *finder) described(m *quantity.Mention) string {
	if !f.prenominal(m) {
		return ""
	}
	if e := f.apposedTo(m); e != "" {
		return e // Castor, a 190-metre ship
	}
	head := -1
	for i := int(m.Last); i < int(f.sent.Last) && i < int(m.Last)+maxDescribed; i++ {
		if n := f.firstName(i); n < len(f.names) && int(f.names[n].First) == i && f.entityName(n) != "" {
			return f.entityName(n)
		}
		k := &f.g.Tokens[i]
		if k.Class == text.Hyphen {
			continue
		}
		if k.Class != text.Word || f.g.Has(i, lexicon.Function) || f.isVerb(i) || f.told(i) {
			break
		}
		head = i
	}
	if head < 0 || f.wordClass(head) == "" {
		return ""
	}
	return f.lemma(head)
}

// maxDescribed is how many tokens behind an amount the noun that it describes may stand.
const maxDescribed = 5

// prenominal reports whether an amount is written as an adjective: 62-metre.
func (f *finder) prenominal(m *quantity.Mention) bool {
	for i := m.First + 1; i < m.Last; i++ {
		if f.g.Tokens[i].Class == text.Hyphen {
			return m.Value.Single
		}
	}
	return false
}

// subjectOf returns the lemma of the noun that a clause begins with, before the token of its verb, which is what the amount is measured of:
// "the rocket stands 62 feet tall". Without an article it is none.
func (f *finder) subjectOf(verb int, cl text.Range) string {
	i := int(cl.First)
	if !f.isDefinite(i) {
		return ""
	}
	head := -1
	for i++; i < verb && i < int(cl.First)+maxDescribed; i++ {
		if k := &f.g.Tokens[i]; k.Class != text.Word || f.g.Has(i, lexicon.Function) || f.isVerb(i) || f.told(i) || k.Is(text.Capital) {
			break
		}
		if f.wordClass(i) != "" {
			head = i
		}
	}
	if head < 0 {
		return ""
	}
	return f.lemma(head)
}

// isDefinite reports whether token i is a definite article.
func (f *finder) isDefinite(i int) bool {
	r, ok := f.g.Row(i, lexicon.Function)
	return ok && isArticle(r)
}

// antecedent returns what a relative clause with the amount tells of: the name before which, or the lemma of the noun there: "the hull,
// which is 190 metres long".
func (f *finder) antecedent(m *quantity.Mention) string {
	j := int(m.First) - 1
	for ; j > int(f.sent.First) && j >= int(m.First)-maxDescribed; j-- {
		if c := f.class(j); c == classRelative {
			break
		} else if c == noClass && !f.isVerb(j) {
			return ""
		}
	}
	if j <= int(f.sent.First) || f.class(j) != classRelative {
		return ""
	}
	i := j - 1
	if f.g.Tokens[i].Class == text.Comma {
		i--
	}
	if n := f.firstName(i+1) - 1; n >= f.n && int(f.names[n].Last) >= i && f.entityName(n) != "" {
		return f.entityName(n)
	}
	if i < int(f.sent.First) || f.wordClass(i) == "" {
		return ""
	}
	return f.lemma(i)
}

// apposedTo returns the name that an amount stands in apposition to, with or without an article between: "Ruiz, 34", "Castor, a 190-metre
// ship".
func (f *finder) apposedTo(m *quantity.Mention) string {
	i := f.apposition(m)
	if i <= int(f.sent.First) {
		return ""
	}
	if n := f.firstName(i) - 1; n >= f.n && int(f.names[n].Last) == i {
		return f.entityName(n)
	}
	return ""
}

// apposition returns the comma or bracket that an amount stands right behind, but for an article, or -1.
func (f *finder) apposition(m *quantity.Mention) int {
	i := int(m.First) - 1
	if i > int(f.sent.First) && f.class(i) == classDeterminer {
		i--
	}
	if i > int(f.sent.First) && (f.g.Tokens[i].Class == text.Comma || f.g.Tokens[i].Class == text.Bracket) {
		return i
	}
	return -1
}

// told reports whether token i is a participle that can only be a verb, since what does it stands right before it: "the company booked",
// but "adjusted profit".
func (f *finder) told(i int) bool {
	if i <= int(f.sent.First) || morph.Ending(f.g.Lex, f.g.Word(i)) != morph.Past {
		return false
	}
	k := &f.g.Tokens[i-1]
	return k.Class == text.Word && !f.g.Has(i-1, lexicon.Function) && morph.Ending(f.g.Lex, f.g.Word(i-1)) != morph.Adverb
}
