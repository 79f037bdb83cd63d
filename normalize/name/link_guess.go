package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/morph"
	"github.com/factdiff/factdiff/normalize/text"
)

// guess gives a kind to a name that no table knows, by the words beside it and beside the other mentions of it.
func (l *linker) guess(n int) Kind {
	x := &l.found[n]
	if x.here {
		if l.stakeIn(int(x.First) - 1) {
			return Organization
		}
		return Place
	}
	if n > 0 && l.found[n-1].Last == x.First-1 && l.found[n-1].entity >= 0 && x.via == ByName {
		i := int(x.First) - 1
		if l.Tokens[i].Class == text.Comma || l.wordClass(i) == wordAnd {
			return l.entities[l.found[n-1].entity].Kind // the villages of Tonban, Gavarzin and Khaledi
		}
	}
	if k := l.guessBeside(x); k != Unknown {
		return k
	}
	if l.located.get(x.key) >= 0 {
		return Place // in Belisar, said elsewhere
	}
	if i := int(x.First) - 1; i >= 0 && l.wordClass(i) == wordArticle {
		if l.Tokens[x.First].Flags&text.AllCaps == 0 && morph.Ending(l.Lex, l.Word(int(x.Last)-1)) == morph.Plural {
			return Group
		}
		return Organization
	}
	next := int(x.Last)
	if next < len(l.Tokens) && l.Tokens[next].Class == text.Word && !l.Capital(next) && !l.Has(next, lexicon.Function) && !l.Has(next, lexicon.Cues) {
		if l.Has(next, lexicon.Words) && l.word(next).flags&(onlyNoun|namesPeople) == onlyNoun {
			return Organization // a Waitrose supermarket
		}
	}
	if next < len(l.Tokens) && (l.Has(next, lexicon.Cues)) || x.First > 0 && l.Has(int(x.First)-1, lexicon.Cues) {
		return Person
	}
	if x.words == 1 && !l.Has(int(x.First), lexicon.Words) {
		return Person
	}
	return Organization
}

// guessBeside returns the kind that a noun beside a name tells, or Unknown: drugmaker Kelpa; Kelpa, a drugmaker; Belisar's central bank.
func (l *linker) guessBeside(x *found) Kind {
	if i := int(x.First) - 1; i >= 0 && l.trade(i) {
		return Organization
	}
	next := int(x.Last)
	if next+1 >= len(l.Tokens) || l.Tokens[next].Is(text.BlankBefore) {
		return Unknown
	}
	switch l.Tokens[next].Class {
	case text.Word:
		if l.wordClass(next) == wordStake && !l.Has(next+1, lexicon.Function) {
			return Organization // Kelpa shares fell
		}
		if l.leadsPerson(next) {
			return Organization // Kelpa boss Lena Ortiz
		}
	case text.Comma:
		if l.determiner(next + 1) {
			return l.described(next + 2)
		}
	case text.Clitic:
		if l.ofState(next + 1) {
			return Place
		}
	}
	return Unknown
}

// leadsPerson reports whether a title or a noun for one person in small letters stands at token i, and a name behind it.
func (l *linker) leadsPerson(i int) bool {
	if l.Capital(i) {
		return false
	}
	row, j := l.titleAt(i)
	if row.class == noTitle || row.class == modifier {
		j = i + 1
		if !l.noun(i) || l.word(i).flags&namesPeople == 0 {
			return false
		}
	}
	return j < len(l.Tokens) && l.Capital(j)
}

func (l *linker) determiner(i int) bool {
	row, ok := l.Row(i, lexicon.Function)
	return ok && row.Field(colFunctionClass) == "determiner"
}

// trade reports whether token i is a noun for a kind of firm, station or club, as before the name of one.
func (f *finder) trade(i int) bool {
	if f.Tokens[i].Class != text.Word || f.Capital(i) || !f.Has(i, lexicon.OrgTypes) {
		return false
	}
	row, ok := f.Row(i, lexicon.OrgTypes)
	if !ok {
		return false
	}
	switch row.Field(colOrgType) {
	case "firm", "trade", "media", "club":
		return true
	}
	return false
}

// describedWords is how far behind the article of an apposition its noun may stand.
const describedWords = 4

// described returns the kind that the noun of an apposition tells, whose words begin at token i: a country of 34 million people, a state-owned lender.
func (l *linker) described(i int) Kind {
	for j := i; j < min(i+describedWords, len(l.Tokens)); j++ {
		k := &l.Tokens[j]
		if k.Class == text.Hyphen {
			continue
		}
		if k.Class != text.Word || l.Capital(j) || l.Has(j, lexicon.Function) {
			return Unknown
		}
		if !l.alone(j) || j+1 < len(l.Tokens) && l.Tokens[j+1].Class == text.Hyphen {
			continue
		}
		switch {
		case l.trade(j):
			return Organization
		case l.placeNoun(j):
			return Place
		}
		return Unknown
	}
	return Unknown
}

// ofState reports whether what begins at token i, behind a genitive, is something that a country or a town has: a central bank, a capital.
func (l *linker) ofState(i int) bool {
	if l.Capital(i) {
		return false
	}
	use, kind, next := l.kindNoun(i)
	return use == useClass && kind == Organization && l.phraseEnds(next) || use == useNoun && kind == Place && l.alone(i)
}

func (l *linker) phraseEnds(i int) bool {
	return i >= len(l.Tokens) || l.Tokens[i].Class != text.Word || l.Has(i, lexicon.Function) || !l.noun(i)
}

// stakeIn reports whether the preposition at token i stands behind what one has in a firm: shares in Kelpa.
func (l *linker) stakeIn(i int) bool {
	if i < 1 || l.wordClass(i) != wordHere || l.Tokens[i-1].Class != text.Word {
		return false
	}
	return l.wordClass(i-1) == wordStake
}
