package attribution

import (
	"sort"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// circumstances fills who was told, in what medium, when it was said and when it happened.
func (f *finder) circumstances(at *Attribution, v *group) {
	if !v.told.empty() {
		at.ToldTo = f.wordsOf(v.told)
	}
	if v.cue != nil {
		at.Medium = f.medium(at, v)
		if at.Medium != "" && at.Speaker.Name != "" {
			f.issuer = at.Speaker
		}
	}
	at.SaidAt = f.timeOutside(at, v)
	at.Happened = f.timeInside(at)
}

// mediumReach is how far behind a cue its medium is looked for.
const mediumReach = 16

// medium finds "in a statement" and "on state television" behind the verb or in front of its subject.
func (f *finder) medium(at *Attribution, v *group) string {
	if last := min(len(f.items), v.last+mediumReach); f.mediaAt(v.last, last) {
		passed := false
		for i := v.last; i < last; i++ {
			if f.inContent(at, int(f.items[i].first)) {
				passed = true // denied the sale in a statement
				continue
			}
			if f.is(i)&(quote|stop|that) != 0 || passed && !f.mediumAt(i) && !(f.is(i)&comma != 0 && f.mediumAt(i+1)) {
				break
			}
			if m := f.mediumPhrase(at, i); m != "" {
				return m
			}
		}
	}
	if first := max(0, v.subj.first-mediumReach); f.mediaAt(first, v.subj.first) {
		for i := first; i < v.subj.first; i++ {
			if m := f.mediumPhrase(at, i); m != "" {
				return m
			}
		}
	}
	return ""
}

// mediaAt reports whether a word for what carries words starts at items i to j-1 or soon behind them.
func (f *finder) mediaAt(i, j int) bool {
	if i >= j {
		return false
	}
	last := int(f.items[min(j+mediumWords, len(f.items))-1].last)
	for t := f.g.Next(int(f.items[i].first), last, lexicon.Groups.In()); t < last; t = f.g.Next(t+1, last, lexicon.Groups.In()) {
		if f.group(t).carries() {
			return true
		}
	}
	return false
}

// mediumWords is how far behind its preposition the noun of a medium stands.
const mediumWords = 6

// mediumPhrase returns the phrase of a medium that starts with a preposition at item i.
func (f *finder) mediumPhrase(at *Attribution, i int) string {
	if f.is(i)&prep == 0 || f.is(i)&(noun|proper) != 0 || f.inContent(at, int(f.items[i].first)) {
		return ""
	}
	for j := i + 1; j < len(f.items) && j < i+mediumWords; j++ {
		if f.is(j)&(comma|stop|prep|quote|conj) != 0 && f.is(j)&(noun|proper) == 0 {
			return ""
		}
		if f.group(int(f.items[j].first)).carries() {
			end := min(f.phraseEnd(i+1), j+8)
			if end <= j || f.inContent(at, int(f.items[end-1].first)) {
				end = j + 1
			}
			return f.wordsOf(span{i, end})
		}
	}
	return ""
}

// mediumAt reports whether "in a statement", "in an interview" starts at item j: what carries the
// words is no part of them.
func (f *finder) mediumAt(j int) bool {
	if f.is(j)&within == 0 || f.is(j)&to != 0 {
		return false
	}
	for n := j + 1; n < len(f.items) && n < j+mediumWords; n++ {
		if f.is(n)&(comma|stop|conj|quote) != 0 || f.is(n)&prep != 0 && f.is(n)&(noun|proper) == 0 {
			return false
		}
		if f.group(int(f.items[n].first)).carries() {
			return f.is(n+1)&(poss|noun) == 0 && (f.is(j+1)&det != 0 || n == j+1)
		}
	}
	return false
}

func (f *finder) inContent(at *Attribution, token int) bool {
	for _, c := range at.Content {
		if c.Has(token) {
			return true
		}
	}
	return false
}

func (f *finder) timeInside(at *Attribution) int32 {
	for _, c := range at.Content {
		if i := f.firstTime(c.First); i < len(f.times) && f.times[i].First < c.Last {
			return int32(i)
		}
	}
	return -1
}

// firstTime returns the index of the first time that ends behind token i.
func (f *finder) firstTime(i int32) int {
	return sort.Search(len(f.times), func(n int) bool { return f.times[n].Last > i })
}

// modalReach is how many tokens of the content are read for its modality and polarity.
const modalReach = 30

// tones are what tells how the content is meant.
const tones = lexicon.TurnWords | lexicon.Mask(1<<lexicon.Modality)

// meaning fills polarity and modality from the words of the content's first clause, and makes a plain statement of fact
// whose words condemn a condemnation.
func (f *finder) meaning(at *Attribution, v *group) {
	if len(at.Content) == 0 {
		return
	}
	c := clauseOf(at)
	last := int(min(c.Last, c.First+modalReach))
	end := -1                          // of the first clause, looked for when that matters
	condemned, fancied := false, false // it would be an outrage
	for i := f.g.Next(int(c.First), last, tones); i < last; i = f.g.Next(i+1, last, tones) {
		if end < 0 {
			end = f.firstComma(int(c.First)+3, last)
		}
		if f.g.At(i).Has(lexicon.Modality) {
			class := f.modality(i)
			if i <= end && at.Modality == Fact {
				at.Modality = modalityNamed(class)
			}
			condemned = condemned || !fancied && class == classCondemned
		}
		if f.g.At(i)&lexicon.TurnWords == 0 || f.g.Tokens[i].Class > text.Clitic {
			continue
		}
		w := f.wordFact(i)
		fancied = fancied || w&modal != 0 && f.g.Tokens[i].Class == text.Word
		if i < end {
			at.Negated = at.Negated || w&neg != 0 && w&(prep|sub|conj) == 0
			if w&modal != 0 && at.Modality == Fact {
				at.Modality = modalityOf(w)
			}
		}
	}
	if at.Stance == Asserts && v.cue != nil && v.cue.class != np {
		at.Stance = f.ofOneself(at, v)
	}
	if at.Stance == Asserts && !at.Negated && condemned {
		at.Stance = Condemns
	}
}

// modality returns the class of the longest form of modality.tsv at token i.
func (f *finder) modality(i int) string {
	row, _, _ := f.g.Longest(i, lexicon.Modality)
	return row.Field(colModality)
}

// firstComma returns the first comma from token i to j-1, or j.
func (f *finder) firstComma(i, j int) int {
	for ; i < j; i++ {
		if f.g.Tokens[i].Class == text.Comma {
			return i
		}
	}
	return j
}

// clauseOf returns the part of the content that is read for its meaning: the one behind the cue where only an
// adjunct or a relative stands in front.
func clauseOf(at *Attribution) text.Range {
	c := at.Content[0]
	if len(at.Content) > 1 && at.Cue.Len() > 0 && c.Last <= at.Cue.First && c.Len() < leadTokens && at.Content[1].Len() > c.Len() {
		return at.Content[1]
	}
	return c
}

// leadTokens is more than an adjunct in front of "X said" holds.
const leadTokens = 6

// ofOneself reads what a speaker says of himself: "it does not arm anyone" is a denial, and who announces
// that "they would pay" promises it.
func (f *finder) ofOneself(at *Attribution, v *group) Stance {
	c := clauseOf(at)
	t, last := int(c.First), int(c.Last)
	if !f.g.Has(t, lexicon.Function) {
		return Asserts
	}
	if t < last && f.wordFact(t)&that != 0 {
		t++
	}
	if t+2 >= last || f.closedFact(t)&subject == 0 || f.g.Tokens[t].Is(text.InQuote) {
		return Asserts
	}
	w := f.closedFact(t + 1)
	switch {
	case w&modal == 0 && w&(be|have|do) != 0 && (w&neg != 0 || f.closedFact(t+2)&neg != 0):
		return Denies
	case w&modal != 0 && at.Cue.Len() > 0 && v.cue.takes&sure == 0 && !at.Negated && v.cue.takes&takesNP != 0:
		if m := modalityOf(w); m == Planned || m == Hypothetical {
			return Promises
		}
	}
	return Asserts
}

func modalityNamed(s string) Modality {
	for m, n := range modalityNames {
		if n == s {
			return Modality(m)
		}
	}
	return Fact
}

// modalityOf returns what a modal verb makes of its clause.
func modalityOf(w fact) Modality {
	switch w & modals {
	case certain:
		return Planned
	case possible:
		return Possible
	case obliged:
		return Demanded
	case hypothetical:
		return Hypothetical
	}
	return Fact
}

// parents links an attribution to the one whose content its cue stands in.
func (f *finder) parents(start int) {
	out := f.dst[start:]
	for i := range out {
		size := int32(1 << 30)
		for j := range out {
			if i == j || out[i].Cue.Len() == 0 {
				continue
			}
			for _, c := range out[j].Content {
				if c.First <= out[i].Cue.First && out[i].Cue.Last <= c.Last && c.Last-c.First < size {
					size = c.Last - c.First
					out[i].Parent = int32(start + j)
				}
			}
		}
	}
}
