package attribution

import (
	"slices"
	"sort"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// free attributes a quotation without a verb of its own to who spoke last.
func (f *finder) free(start, sentence, p int) {
	for _, q := range f.quoteItems {
		j := int(q)
		if f.marked(j, covered) || f.items[j].first < f.taken {
			continue
		}
		whole, spoken := f.only(j), f.spokenBehind(j)
		if spoken.empty() {
			spoken = f.leadVoice(j)
		}
		led := f.is(j-1)&colon != 0 && len(f.dst) > start && f.capitalInside(j) && f.longQuote(j, 2) // she denied it: "..."
		if !whole && !led && !f.longQuote(j, 7) && spoken.empty() && !(f.is(j-1)&colon != 0 && f.capital(j-2)) {
			continue
		}
		if whole && !f.longQuote(j, 2) {
			continue
		}
		if spoken.empty() && f.goesOn(j, start, p) {
			continue
		}
		v := group{out: -1}
		if f.is(j-1)&colon != 0 && j >= 2 && !(led && f.marked(j-2, covered)) && (f.is(j-2)&(noun|proper) != 0 || f.capital(j-2)) {
			v.subj, _ = f.phraseBefore(j - 2)
		} else if f.is(j+1)&dash != 0 && f.is(j+2)&proper != 0 {
			v.subj = span{j + 2, f.phraseEnd(j + 2)}
		} else if !spoken.empty() {
			v.subj = spoken
		}
		f.add(&v, sentence, span{j, j + 1}, span{})
		at := &f.dst[len(f.dst)-1]
		if v.subj.empty() && !(whole && f.toldBehind(at, p)) {
			at.Speaker = f.said
			if n := len(f.dst) - 2; f.is(j-1)&colon != 0 && n >= start && f.dst[n].Speaker.Name != "" {
				at.Speaker = f.dst[n].Speaker
			}
			if whole {
				f.voiceBeside(at, p)
			}
		}
	}
	f.remember(start)
}

// voiceBeside gives a quotation that is a sentence of its own to the person of whom the sentence before it tells what he does, where nobody has spoken in
// between.
func (f *finder) voiceBeside(at *Attribution, p int) {
	par := &f.g.Paragraphs[p]
	before := at.Sentence - 1
	if before < par.Sentences.First || f.saidAt >= before {
		return
	}
	sent := f.g.Sentences[before].Range
	n := f.namesFrom(sent)
	if n == len(f.names) || f.names[n].First != sent.First || f.names[n].Value.Nested || !f.isNamed(&f.names[n]) {
		return
	}
	m := &f.names[n]
	if !f.inActive(int(m.Last), int(sent.Last)) || f.harmIn(sent) {
		return
	}
	for n++; n < len(f.names) && f.names[n].First < sent.Last; n++ {
		if o := &f.names[n]; f.isNamed(o) && o.Value.Entity != m.Value.Entity {
			return // of two, either may have said it
		}
	}
	at.Speaker = f.speakerNamed(m.Value.Entity, text.Range{})
}

// inActive reports whether the words from token i, behind a name, begin with a verb in the active voice.
func (f *finder) inActive(i, last int) bool {
	helped := false
	for ; i < last && f.g.Tokens[i].Class == text.Word; i++ {
		w := f.wordFact(i)
		switch {
		case w&be != 0:
			return false
		case w&(have|do|modal) != 0:
			helped = true
		case w&(adv|neg) != 0 && w&(past|third) == 0:
		default:
			if f.linked(i, linkUndergoes) && i+1 < last && f.g.Tokens[i+1].Class == text.Word && f.wordFact(i+1)&part != 0 {
				return false // got elected
			}
			return w&(past|third) != 0 || helped && w&base != 0
		}
	}
	return helped // has a dog
}

// harmIn reports whether a word for death, violence or the law stands in r: whoever it is told of need not be there to speak.
func (f *finder) harmIn(r text.Range) bool {
	for i := int(r.First); i < int(r.Last); i++ {
		if f.linked(i, linkViolence) {
			return true
		}
		if !f.g.Starts(i).Has(lexicon.Measures) {
			continue
		}
		if row, _, ok := f.g.Longest(i, lexicon.Measures); ok && slices.Contains(harms[:], row.Field(colMeasure)) {
			return true
		}
	}
	return false
}

// colMeasure is the class in measures.tsv.
const colMeasure = 0

// harms are classes of measures.tsv.
var harms = [...]string{"death", "injury", "missing", "trapped", "infection", "hospital", "arrest", "charge", "convict", "sentence", "kidnap", "shoot-down", "launch", "explode", "strike", "attack"}

// isPerson reports whether mention m is one of a person.
func (f *finder) isPerson(m *name.Mention) bool {
	e := m.Value.Entity
	return e >= 0 && int(e) < len(f.entities) && f.entities[e].Kind == name.Person
}

// isNamed reports whether mention m is a person's name.
func (f *finder) isNamed(m *name.Mention) bool { return m.Value.Via == name.ByName && f.isPerson(m) }

// leadVoice returns who is told of in the clause that ends with a colon before quotation j, where it has no verb of speech: Ashworth was less impressed: "..."
func (f *finder) leadVoice(j int) span {
	if j < 3 || f.is(j-1)&colon == 0 || len(f.verbs) > 0 || !f.longQuote(j, 2) {
		return span{}
	}
	e := 0
	for e < j-1 && e < voiceItems && f.is(e)&inPhrase != 0 && (e == 0 || f.is(e)&(past|third|be) == 0 || f.is(e)&proper != 0) {
		e++
	}
	if e == 0 || e >= j-1 || f.is(e)&(past|third|be) == 0 {
		return span{}
	}
	s := span{0, e}
	r := f.tokens(0, e)
	for n := f.namesFrom(r); n < len(f.names) && f.names[n].First < r.Last; n++ {
		if f.isPerson(&f.names[n]) && f.names[n].Last == r.Last {
			return s
		}
	}
	if k := f.group(int(r.Last) - 1); k == people && f.is(0)&det != 0 {
		return s
	}
	return span{}
}

// voiceItems is the most items that name who is told of in front of a quotation.
const voiceItems = 8

// spokenBehind returns the person who stands behind a verb right behind quotation j, which no table has for one of speech and which no other word
// can be meant to be there: “It is a scandal,” thundered prosecutor Ada Lund.
func (f *finder) spokenBehind(j int) span {
	if f.is(j+1)&be != 0 && f.is(j+2)&wh != 0 && f.endsLikeSentence(j) && f.longQuote(j, 3) { // “…,” is how Ada Lund put it
		if s := (span{j + 3, f.phraseEnd(j + 3)}); f.namesPerson(s) {
			return s
		}
		return span{}
	}
	if f.is(j+1)&past == 0 || f.is(j+1)&(adj|proper|aux|prep|conj) != 0 || !f.endsLikeSentence(j) || !f.longQuote(j, 3) || f.workTitle(j) {
		return span{}
	}
	s := span{j + 2, f.phraseEnd(j + 2)}
	if s.empty() || f.is(s.first)&(prep|conj|comma|quote) != 0 {
		return span{}
	}
	if f.namesPerson(s) {
		return s
	}
	return span{}
}

// namesPerson reports whether a person's name stands in s.
func (f *finder) namesPerson(s span) bool {
	r := f.tokens(s.first, s.last)
	i := sort.Search(len(f.names), func(i int) bool { return f.names[i].First >= r.First })
	for ; i < len(f.names) && f.names[i].First < r.Last; i++ {
		if f.isNamed(&f.names[i]) {
			return true
		}
	}
	return false
}

// maxParts bounds the parts and paragraphs of one quotation: longer ones are read in pieces.
const maxParts = 32

// goesOn adds quotation j to the attribution of the sentence before it, when that ended with its speaker:
// "We waited," Lopez said. "Then we left."
func (f *finder) goesOn(j, start, p int) bool {
	if j == 0 && f.reopened(j, start) {
		return true
	}
	if j != 0 || f.tailPar != p || f.tailOut < 0 || f.tailOut >= start || len(f.dst) != start {
		return false
	}
	at := &f.dst[f.tailOut]
	if at.Form == Indirect || len(at.Content) >= maxParts {
		return false
	}
	f.spans = append(f.spans, at.Content...)
	from := len(f.spans) - len(at.Content)
	f.spans = append(f.spans, f.tokens(j, j+1))
	at.Content = f.spans[from:len(f.spans):len(f.spans)]
	f.form(at)
	f.marks[j] |= covered
	f.joined = true
	return true
}

// reopened makes quotation j one with the content of the paragraph before, which it goes on.
func (f *finder) reopened(j, start int) bool {
	if start == f.base {
		return false
	}
	first := f.items[j].first
	if q := f.quotation(first); q == nil || !q.Continued {
		return false
	}
	at := &f.dst[start-1]
	if n := len(at.Content) - 1; n >= 0 && at.Content[n].Last == first && len(at.Quoted) < maxParts {
		at.Content[n].Last = f.items[j].last
		f.form(at)
		f.marks[j] |= covered
		f.joined = true
		return true
	}
	return false
}

// quotation returns the quotation that opens at token i.
func (f *finder) quotation(i int32) *text.Quote {
	qs := f.g.Quotes
	n := sort.Search(len(qs), func(n int) bool { return qs[n].Open >= i })
	if n < len(qs) && qs[n].Open == i {
		return &qs[n]
	}
	return nil
}

// remember keeps who a free-standing quotation would go on: who was quoted last, else the first speaker of
// the sentence.
func (f *finder) remember(start int) {
	best := -1
	for i := start; i < len(f.dst); i++ {
		at := &f.dst[i]
		if at.Speaker.First == at.Speaker.Last && at.Speaker.Name == "" {
			continue
		}
		if best < 0 || at.Form != Indirect && f.dst[best].Form == Indirect {
			best = i
		}
	}
	if best >= 0 {
		f.said, f.saidAt = f.dst[best].Speaker, f.dst[best].Sentence
	}
}

// keepTail remembers the attribution that a quotation in the next sentence would go on.
func (f *finder) keepTail(start, p int) {
	if f.joined {
		f.joined = false
		return
	}
	f.tailOut = -1
	for n := range f.verbs {
		if v := &f.verbs[n]; v.used && v.out >= start && (v.tail || v.inverted || f.is(v.subj.first-1)&quote != 0) && v.used {
			for i := start; i < len(f.dst); i++ {
				if f.dst[i].Cue == f.tokens(v.first, v.last) && f.dst[i].Form != Indirect {
					f.tailOut, f.tailPar = i, p
				}
			}
		}
	}
}

// capital reports whether item j is written with a capital.
func (f *finder) capital(j int) bool {
	return j >= 0 && f.g.Tokens[f.items[j].first].Is(text.Capital)
}

// only reports whether the unit is quotation j and marks.
func (f *finder) only(j int) bool {
	for i := range f.items {
		if i != j && f.is(i)&(stop|dash|comma|quote) == 0 {
			return i > j && f.is(j+1)&dash != 0
		}
	}
	return true
}
