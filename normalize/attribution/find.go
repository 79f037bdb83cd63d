package attribution

import (
	"sort"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

const (
	quoteClass = text.QuoteMark
	stopClass  = text.Stop
	commaClass = text.Comma
)

// A finder holds what one call of Find works with.
type finder struct {
	g          *lexicon.Tagged
	names      []name.Mention
	entities   []name.Entity
	times      []timex.Mention
	dst        []Attribution
	base       int // attributions before this one are the caller's
	items      []item
	cueItems   []int32 // items at which a cue may stand
	quoteItems []int32
	nextTime   int
	nextCue    int   // next token at which one may start
	opened     int   // next quotation of any depth
	taken      int32 // quotations that open before this token belong to the cue of the paragraph before
	verbs      []group
	nouns      []nounGroup
	rows       []lexicon.Row
	time       int // next time of the text
	quote      int // next quotation of the text
	titleCase  bool
	depth      int          // of the search for a shared subject
	contentAt  int          // where the content begins whose end is looked for
	marks      []mark       // of items
	tailOut    int          // attribution that a quotation in the next sentence goes on with, or -1
	tailPar    int          // its paragraph
	joined     bool         // a quotation has just been added to it
	issuer     Speaker      // who issued the last statement
	said       Speaker      // who a free-standing quotation goes on
	spans      []text.Range // ranges of attributions are cut from this
	rare       lexicon.Memo[fact]
	slots      *[1 << slotBits]wordSlot
	cues       map[uint32]*cue // of rows
	cueWords   lexicon.Memo[cueWord]
	runs       []text.Range // scratch
}

// Find appends the attributions of g to dst in reading order.
func Find(dst []Attribution, g *lexicon.Tagged, names []name.Mention, entities []name.Entity, times []timex.Mention) []Attribution {
	return new(Finder).Find(dst, g, names, entities, times)
}

// A Finder is Find with memory that is used again: what it found before is overwritten. The zero Finder is ready;
// it is not safe for several goroutines.
type Finder struct{ finder }

// Find does what the function Find does.
func (x *Finder) Find(dst []Attribution, g *lexicon.Tagged, names []name.Mention, entities []name.Entity, times []timex.Mention) []Attribution {
	x.reset(g)
	f := &x.finder
	f.names, f.entities, f.times, f.dst, f.base = names, entities, times, dst, len(dst)
	for p := range g.Paragraphs {
		par := &g.Paragraphs[p]
		if par.Kind == text.Furniture {
			continue
		}
		f.paragraph(p, par)
	}
	out := f.dst
	f.names, f.entities, f.times, f.dst = nil, nil, nil, nil
	return out
}

// Release leaves what was found last to the caller: it is not overwritten.
func (x *Finder) Release() { x.spans = nil }

// How many words, and how many cues, are remembered.
const (
	knownWords = 1 << 15
	cueWords   = 1 << 12
)

// reset forgets the text before and keeps its memory and what is known of words.
func (f *finder) reset(g *lexicon.Tagged) {
	if f.g == nil || f.g.Lex != g.Lex {
		f.items, f.marks = make([]item, 0, maxItems), make([]mark, maxItems+1)
		f.cues, f.slots = make(map[uint32]*cue), new([1 << slotBits]wordSlot)
	}
	f.rare.Reset(g.Lex, knownWords)
	f.cueWords.Reset(g.Lex, cueWords)
	*f = finder{g: g, nextCue: -1, items: f.items[:0], cueItems: f.cueItems[:0], verbs: f.verbs[:0], nouns: f.nouns[:0], rows: f.rows[:0], marks: f.marks,
		spans: f.spans[:0], runs: f.runs[:0], rare: f.rare, slots: f.slots, cues: f.cues, cueWords: f.cueWords, quoteItems: f.quoteItems[:0], said: Speaker{Entity: -1}, tailOut: -1}
}

func (f *finder) paragraph(p int, par *text.Paragraph) {
	g := f.g
	s := int(par.Sentences.First)
	if s >= int(par.Sentences.Last) {
		return
	}
	titled := false
	i := int(g.Sentences[s].First)
	for i < int(par.Last) {
		// most sentences hold neither a cue nor a quotation, and are passed over by one look at their masks
		for s < int(par.Sentences.Last) && int(g.Sentences[s].First) >= i && !f.candidate(int(g.Sentences[s].First), int(g.Sentences[s].Last)) {
			i = int(g.Sentences[s].Last)
			f.tailOut = -1
			s++
		}
		if s >= int(par.Sentences.Last) {
			return
		}
		if !titled {
			titled, f.titleCase = true, f.headline(par)
		}
		i = max(i, int(g.Sentences[s].First))
		from := i
		at := s
		s, i = f.unit(s, i, par)
		if i == int(par.Last) {
			f.block(p + 1)
		}
		if i <= from {
			return
		}
		f.read(at, p)
	}
}

// headlineWords is the most words of a line that may be a headline.
const headlineWords = 30

// headline reports whether most words of a short paragraph start with a capital.
func (f *finder) headline(par *text.Paragraph) bool {
	if par.Len() > headlineWords {
		return false
	}
	words, capitals := 0, 0
	for i := par.First; i < par.Last; i++ {
		if k := &f.g.Tokens[i]; k.Class == text.Word {
			words++
			if k.Is(text.Capital) {
				capitals++
			}
		}
	}
	return words > 3 && capitals*4 >= words*3
}

// read finds the attributions of one unit.
func (f *finder) read(sentence, p int) {
	if len(f.items) == 0 {
		return
	}
	f.findGroups()
	for n := range f.verbs {
		f.findSubject(n)
	}
	f.marks = f.marks[:len(f.items)+1]
	clear(f.marks)
	for n := range f.verbs {
		v := &f.verbs[n]
		v.tail = v.form == past && !v.passive && v.cue.takes&takesPost != 0 && v.cue.takes&takesClause != 0 && !v.subj.empty() && f.tailed(v)
		f.markVerb(v)
	}
	start := len(f.dst)
	for n := range f.verbs {
		f.attribute(n, sentence)
	}
	for n := range f.nouns {
		f.nounCue(n, sentence)
	}
	if n := len(f.items) - 1; f.items[n].last > f.g.Paragraphs[p].Last && f.marked(n, covered) {
		f.taken = f.items[n].last
	}
	f.free(start, sentence, p)
	f.sortUnit(start)
	f.keepTail(start, p)
	f.parents(start)
	f.issuers()
}

// A mark tells what of the verbs of the unit starts at an item, so that most items need no look at the verbs.
type mark uint8

const (
	verbStarts  mark = 1 << iota
	voiceStarts      // the subject of one
	tailStarts       // the clause of one that closes its sentence
	participleStarts
	covered // it is content already
)

// markVerb marks where verb v and its subject start.
func (f *finder) markVerb(v *group) {
	f.marks[v.first] |= verbStarts
	if !v.subj.empty() {
		f.marks[v.subj.first] |= voiceStarts
	}
	if v.tail {
		f.marks[v.clause] |= tailStarts
	}
	if v.form != ing {
		return
	}
	at := v.first
	f.marks[at] |= participleStarts
	for at > 0 && f.is(at-1)&(adv|conj) != 0 {
		at--
		f.marks[at] |= participleStarts
	}
}

// marked reports whether item i has mark m.
func (f *finder) marked(i int, m mark) bool { return uint(i) < uint(len(f.marks)) && f.marks[i]&m != 0 }

// cover marks the items of s as content, or takes the mark away.
func (f *finder) cover(s span, on bool) {
	for i := s.first; i < s.last; i++ {
		if on {
			f.marks[i] |= covered
		} else {
			f.marks[i] &^= covered
		}
	}
}

// attribute makes the attribution of verb n.
func (f *finder) attribute(n, sentence int) {
	v := &f.verbs[n]
	if v.used {
		return
	}
	if v.form == prep {
		f.according(v, sentence)
		return
	}
	if v.passive {
		f.passive(v, sentence)
		return
	}
	if v.subj.empty() && v.form != ing {
		f.unsaid(v, sentence)
		return
	}
	if v.passive {
		f.passive(v, sentence)
		return
	}
	if f.marked(v.head, covered) && v.cue.class == think {
		return
	}
	c := v.cue
	at, k := f.behind(v)
	if k == nothing && c.class == np && v.form == past && f.claimBefore(v, sentence) {
		return
	}
	if v.light != nil && v.light.stance == Declines && (c.stance == Confirms || c.stance == Denies) && v.lightAt < len(f.verbs) {
		if u := &f.verbs[v.lightAt]; u.out >= 0 && u.used { // refused to confirm: what was not confirmed
			f.drop(u)
		}
		v.first = f.verbs[v.lightAt].first
		f.markVerb(v)
	}
	if v.light != nil && v.light.stance == Declines && c.stance == Asserts && v.lightAt < len(f.verbs) && f.marked(v.head, covered) {
		return // declined to say whether
	}
	if v.form == base && c.class == np && v.light == nil && k == phrasal && !f.quoteAhead(at) {
		return // to criticize
	}
	if c.class == think && v.form == ing {
		return
	}
	if c.class == think && f.is(v.subj.first)&(subject|rel) != 0 {
		return
	}
	front := span{}
	post := c.takes&takesPost != 0 && v.form == past
	if post {
		front = f.front(v)
	}
	if !front.empty() && f.is(front.last-1)&quote == 0 && (c.takes&takesClause == 0 || !v.inverted && !f.pauseBehind(v)) {
		front = span{}
	}
	switch {
	case !front.empty() && v.inverted:
		end := v.subj.last
		f.split(v, front, end, sentence)
		return
	case !front.empty() && k == nothing:
		f.split(v, front, v.last, sentence)
		return
	case !front.empty() && k == quoted && f.is(front.last-1)&quote != 0:
		e := f.contentEnd(v, at, k)
		f.add(v, sentence, front, span{at, e})
		return
	case !front.empty() && k == quoted && f.is(at-1)&comma != 0 && f.is(v.clause-1)&comma != 0 && f.clauseAhead(front.first, front.last-front.first):
		e := f.contentEnd(v, at, k)
		f.add(v, sentence, front, span{at, e})
		return
	case !front.empty() && k != quoted && f.is(front.last-1)&quote != 0 && f.endsLikeSentence(front.last-1):
		f.split(v, front, v.last, sentence)
		return
	}
	if k == nothing && post && c.takes&takesClause != 0 && f.is(v.last)&comma != 0 && (f.is(v.clause-1)&(comma|sub) != 0 || f.is(v.clause)&sub != 0 && f.is(v.clause)&prep != 0) {
		// In several cases, officials say, they were told
		a := v.last + 1
		w := f.is(a)
		if a < len(f.items) && !f.participleBehind(a-1) && (w&(rel|sub|ing) == 0 || w&(det|noun|proper) != 0 || w&sub != 0 && f.clauseStart(a+1)) && w&quote == 0 && f.cueAt(a) == noClass {
			f.add(v, sentence, f.adjunct(v), span{a, f.contentEnd(v, a, clausal)})
			return
		}
	}
	if k == nothing {
		return
	}
	if k != quoted && k != colonned && c.class == say && c.takes&(takesClause|takesNP|takesTo|takesThat) == 0 {
		return
	}
	if k == quoted && c.takes&(takesQuote|takesNP) == 0 && c.class != np {
		return
	}
	if k == colonned && (c.takes&takesQuote == 0 || c.class == np) {
		return
	}
	if k == clausal && c.takes&(takesThat|takesClause|takesWh) == 0 {
		return
	}
	e := f.contentEnd(v, at, k)
	lead := f.gap(v, at, k)
	if lead.empty() && f.is(v.last)&comma != 0 && f.is(v.clause-1)&comma != 0 && !v.coordinated && v.form == past {
		lead = f.opening(v)
	}
	if c.takes&takesName != 0 && lead.empty() && at == v.last && f.is(v.clause-1)&(rel|wh) == 0 && v.relative == 0 && !f.infinitiveAt(at) && !f.predicated(at, e) {
		return // a party called Hope, called her on Monday
	}
	if lead.empty() {
		f.add(v, sentence, span{at, e}, span{})
		f.source(v)
		return
	}
	f.add(v, sentence, lead, span{at, e})
}

// gap returns the word that stands in front of the clause for a part of the content: which they say was a mistake.
func (f *finder) gap(v *group, at int, k complement) span {
	b := v.clause - 1
	if w := f.is(b); w&(rel|wh) == 0 || w&(sub|that|adv|place) != 0 || v.subj.empty() || v.subj.first != v.clause || f.is(b-1)&prep != 0 {
		return span{}
	}
	if k == clausal && f.is(at)&(past|third|aux|base) == 0 {
		return span{}
	}
	return span{b, v.clause}
}

// opening returns what stands before "X said," at the start of the sentence: The dam, X said, "will not hold".
func (f *finder) opening(v *group) span {
	s := f.adjunct(v)
	if f.is(0)&(prep|when|sub|adv) != 0 && f.is(v.last+1)&quote != 0 && f.capitalInside(v.last+1) {
		return span{} // In a letter, X said, "We will leave"
	}
	if s.first != 0 || f.is(0)&(ing|part) != 0 && f.is(0)&(noun|proper|det) == 0 {
		return span{}
	}
	return s
}

// capitalInside reports whether quotation j begins with a capital.
func (f *finder) capitalInside(j int) bool {
	t := int(f.items[j].first) + 1
	return t < len(f.g.Tokens) && f.g.Tokens[t].Is(text.Capital)
}

// adjunct returns the adjunct in front of "X said", which belongs to what goes on behind it.
func (f *finder) adjunct(v *group) span {
	end := v.clause - 1
	if end <= 0 || f.is(end)&comma == 0 {
		return span{}
	}
	first := end
	for first > 0 && !f.marked(first-1, covered) && f.is(first-1)&(comma|dash|stop|colon|quote) == 0 {
		first--
	}
	return span{first, end}
}

// claimBefore makes the attribution of "an accusation Iran denied": the object stands before the subject.
func (f *finder) claimBefore(v *group, sentence int) bool {
	for n := range f.nouns {
		at := f.nouns[n].last
		if f.nouns[n].at > v.subj.first && at < v.subj.last && f.is(at)&(proper|det|subject|pronoun) != 0 {
			object := span{v.subj.first, at}
			v.subj.first = at
			f.add(v, sentence, object, span{})
			return true
		}
	}
	return false
}

// drop takes back the attribution of verb u, which a later verb of the unit says better.
func (f *finder) drop(u *group) {
	for n := range f.verbs {
		if w := &f.verbs[n]; w.used && w.out > u.out {
			w.out--
		}
	}
	f.dst = append(f.dst[:u.out], f.dst[u.out+1:]...)
	u.out = -1
	f.cover(u.content, false)
}

// unsaid makes the attribution of "Asked whether ..." and "was asked about ...", which name nobody.
func (f *finder) unsaid(v *group, sentence int) {
	if v.cue.class != tell || v.cue.stance != Asks && !v.passive {
		return
	}
	i := v.last
	for i < len(f.items) && (f.is(i)&when != 0 || f.is(i)&adv != 0 && f.is(i)&(prep|sub|wh) == 0) {
		i++
	}
	k, at := f.direct(i)
	switch {
	case k == clausal:
	case f.is(i)&(prep|sub) != 0 && v.cue.leads(f.text(i)):
		at = i + 1
	case f.infinitiveAt(i):
		at = i
	default:
		return
	}
	e := at
	for e < len(f.items) && f.is(e)&(comma|stop) == 0 && !(e > at && f.is(e-1)&quote != 0 && f.endsLikeSentence(e-1)) {
		e++
	}
	f.add(v, sentence, span{at, e}, span{})
}

// tailed reports whether "X said" closes its sentence: what stands before it is the content.
func (f *finder) tailed(v *group) bool {
	b := f.is(v.clause - 1)
	if b&comma == 0 && !(b&quote != 0 && f.endsLikeSentence(v.clause-1)) {
		return false
	}
	if v.inverted {
		return true
	}
	i := v.last
	for i < len(f.items) && (f.is(i)&when != 0 || f.is(i)&adv != 0 && f.is(i)&(noun|that|sub|rel) == 0 || f.is(i)&prep != 0 && f.is(i+1)&when != 0) {
		i++
	}
	return i >= len(f.items) || f.is(i)&stop != 0
}

// front returns the content that stands before "X said", which must be set off by a comma or its own marks.
func (f *finder) front(v *group) span {
	b := v.clause - 1
	if v.inverted {
		b = v.first - 1
	}
	if f.is(b)&sub != 0 && f.is(b)&prep != 0 { // ..., as he said
		b--
	}
	if b < 0 {
		return span{}
	}
	end := b + 1
	switch {
	case f.is(b)&quote != 0:
	case f.is(b)&(comma|dash) != 0:
		end = b
	default:
		return span{}
	}
	first := 0
	for n := range f.verbs {
		u := &f.verbs[n]
		if u.used && u.tail && u.head < v.head && u.content.last > first && u.content.last <= end {
			first = u.content.last
		}
	}
	if f.is(end-1)&quote != 0 {
		first = f.quoteRun(first, end-1)
	} else {
		for first < end && f.is(first)&(comma|conj|dash|stop) != 0 {
			first++
		}
	}
	if f.is(end-1)&quote != 0 && f.is(first)&(prep|when) != 0 && f.workTitle(end-1) {
		return span{} // On "Meet the Mayor," X said
	}
	if v.inverted && f.content(first, end) {
		return span{first, end}
	}
	if f.is(end-1)&quote != 0 || f.fullClause(first, end) || v.tail && !v.inverted && end-first >= 2 {
		return span{first, end}
	}
	// Time, he added, was on their side
	if !v.inverted && f.is(v.last)&comma != 0 && v.last+1 < len(f.items) && f.content(first, end) && (f.is(first)&prep == 0 || f.verbal(v.last+1)) {
		return span{first, end}
	}
	return span{}
}

// pauseBehind reports whether verb v is followed by a mark, the end or an adjunct.
func (f *finder) pauseBehind(v *group) bool {
	w := f.is(v.last)
	return v.last >= len(f.items) || w&(comma|dash|stop|prep|when|adv|colon) != 0 || v.cue.class == tell
}

// quoteRun returns where content that ends with quotation j starts: with the quotation when that is
// all, else with its clause.
func (f *finder) quoteRun(first, j int) int {
	for first < j && f.is(first)&(comma|conj|dash|stop|adv) != 0 && f.is(first)&(quote|noun|det|prep|there) == 0 {
		first++
	}
	if f.is(j-1)&(colon|stop) != 0 || f.is(j-1)&comma != 0 && f.is(j-2)&quote == 0 && f.longQuote(j, 6) && (f.fullClause(first, j-1) || f.is(first)&(prep|sub|ing) != 0 && f.is(first)&(det|noun) == 0) {
		return j
	}
	return first
}

// fullClause reports whether items first to end hold a clause rather than an adjunct.
func (f *finder) fullClause(first, end int) bool {
	if end-first < 2 {
		return false
	}
	w := f.is(first)
	verb := false
	for i := first; i < end; i++ {
		if f.verbal(i) || f.is(i)&(be|have|modal|do) != 0 && f.is(i)&poss == 0 || f.is(i)&quote != 0 && f.longQuote(i, 3) {
			verb = true
			break
		}
	}
	if w&(sub|to) != 0 && w&(det|noun|proper) == 0 {
		for i := first; i < end; i++ { // When he left, the talks failed
			if f.is(i)&comma != 0 && f.clauseStart(i+1) {
				return verb
			}
		}
		return false
	}
	if w&ing != 0 || w&part != 0 && w&past == 0 {
		return false
	}
	if w&prep != 0 && w&(noun|proper|det) == 0 && !verb {
		return false
	}
	return verb
}

// split makes content of what stands before the verb, and of what goes on behind it:
// The shipment, X said, left in May.
func (f *finder) split(v *group, front span, end, sentence int) {
	rest := span{}
	if f.is(end)&comma != 0 && end+1 < len(f.items) {
		a := end + 1
		w := f.is(a)
		switch {
		case w&quote != 0:
			rest = span{a, f.contentEnd(v, a, quoted)}
		case f.is(front.last-1)&quote != 0:
		case f.infinitiveAt(a): // it is his job, he said, to talk
			rest = span{a, f.contentEnd(v, a, clausal)}
		case v.inverted:
			for j := a; j < len(f.items) && j < a+14; j++ {
				if f.is(j)&comma != 0 && f.verbal(j+1) {
					rest = span{j + 1, f.contentEnd(v, j+1, clausal)}
					break
				}
			}
		case f.participleBehind(end), w&(rel|ing|prep) != 0 && w&(det|noun|sub) == 0, f.cueAt(a) != noClass && f.cueAt(a) != think:
		case f.is(end-1)&quote == 0:
			rest = span{a, f.contentEnd(v, a, clausal)}
		}
	}
	if rest.empty() {
		// X said Friday in an interview, "..."
		for j := end; j < len(f.items) && j < end+25; j++ {
			if f.is(j)&stop != 0 || f.cueAt(j) != noClass {
				break
			}
			if f.is(j)&quote != 0 && f.is(j-1)&(comma|colon) != 0 && f.longQuote(j, 2) {
				rest = span{j, f.contentEnd(v, j, quoted)}
				break
			}
		}
	}
	f.add(v, sentence, front, rest)
}

// longQuote reports whether quotation j has at least n words.
func (f *finder) longQuote(j, n int) bool {
	it := f.items[j]
	words := 0
	for t := it.first; t < it.last && words < n; t++ {
		if f.g.Tokens[t].Class == text.Word || f.g.Tokens[t].Class == text.Number {
			words++
		}
	}
	return words >= n
}

// inverted takes the subject from behind the verb: said Lopez. Behind a comma the phrase must end the
// clause, or it is what an apposition's subject says: Bell, an analyst, said prices fell.
func (f *finder) inverted(v *group) bool {
	if v.cue.takes&takesPost == 0 || v.first != v.head && f.hasAux(v, aux) {
		return false
	}
	b := f.is(v.first - 1)
	w := f.is(v.last)
	if b&(quote|comma|dash) == 0 || w&(that|quote|there) != 0 || w&(proper|det|noun|pronoun|subject|plural|number|adj) == 0 {
		return false
	}
	if v.cue.class == tell && v.cue.stance != Asks {
		return false
	}
	marked := b&quote != 0 && f.endsLikeSentence(v.first-1)
	if !marked && (b&comma == 0 || v.cue.takes&takesClause == 0) || w&subject != 0 && !marked {
		return false
	}
	end := f.phraseEnd(v.last)
	if end == v.last {
		return false
	}
	if !marked && end < len(f.items) && f.is(end)&(comma|stop|dash|rel) == 0 {
		return false
	}
	if !marked && (w&pronoun != 0 && w&number == 0 || w&(proper|det|plural) == 0 && end < v.last+2) {
		return false
	}
	if !marked && f.is(v.last)&proper == 0 && f.apposed(v) {
		return false
	}
	v.subj = span{v.last, end}
	v.inverted = true
	v.clause = v.first
	return true
}

// apposed reports whether what stands between commas before verb v looks like an aside behind a subject.
func (f *finder) apposed(v *group) bool {
	for i := v.first - 2; i >= 0 && v.first-i < lookBack; i-- {
		if f.is(i)&quote != 0 && f.endsLikeSentence(i) {
			return false
		}
		if f.is(i)&comma != 0 {
			return f.is(i+1)&(det|rel|number) != 0 && f.is(i-1)&(proper|noun) != 0
		}
	}
	return false
}

// according makes the attribution of "according to X".
func (f *finder) according(v *group, sentence int) {
	if v.subj.empty() {
		return
	}
	first, end := 0, v.first
	for n := range f.verbs {
		u := &f.verbs[n]
		if u.used && u.content.last <= v.first && u.content.last > first && u.head < v.head {
			if u.content.last >= v.first-1 {
				// it passes on what another said
				f.via(u, v)
			}
		}
	}
	for first < end && f.is(first)&(comma|conj|dash|adv) != 0 && f.is(first)&(noun|det|adj|prep|there) == 0 {
		first++
	}
	end = f.trim(first, end)
	behind := v.subj.last
	for i := first; i < end; i++ {
		if f.is(i)&colon != 0 && i >= end-1 {
			first = end // It has not gone unnoticed: According to
		}
	}
	if f.is(behind)&comma != 0 && f.is(v.first-1)&comma != 0 && !f.clauseAhead(first, end-first) && f.clauseStart(behind+1) && first < end {
		f.add(v, sentence, span{first, end}, span{behind + 1, f.contentEnd(v, behind+1, clausal)}) // Since May, according to X, they have
		return
	}
	if end-first >= 2 && f.content(first, end) {
		rest := span{}
		if f.is(v.first-1)&comma != 0 && f.is(behind)&comma != 0 && (f.verbal(behind+1) || f.is(behind+1)&(past|third|aux) != 0 && f.is(behind+1)&(det|proper|prep) == 0) {
			rest = span{behind + 1, f.contentEnd(v, behind+1, clausal)}
		}
		f.add(v, sentence, span{first, end}, rest)
		return
	}
	for behind < len(f.items) && f.is(behind)&(comma|colon) == 0 {
		behind++
	}
	if behind < len(f.items) {
		behind++
	}
	f.add(v, sentence, span{behind, f.contentEnd(v, behind, clausal)}, span{})
}

func (f *finder) content(i, j int) bool {
	for ; i < j; i++ {
		if f.is(i)&(quote) != 0 || f.verbal(i) || f.is(i)&(noun|proper) != 0 && f.is(i)&when == 0 {
			return true
		}
	}
	return false
}

// passive makes the attribution of "was accused by X of", "was first reported by X".
func (f *finder) passive(v *group, sentence int) {
	if v.subj.empty() {
		f.unsaid(v, sentence)
		return
	}
	behind := v.subj.last
	c := v.cue
	if behind < len(f.items) && (f.is(behind)&that != 0 || c.class == tell && f.is(behind)&(wh|sub) != 0 || f.is(behind)&prep != 0 && c.class == np || f.infinitiveAt(behind)) {
		e := f.contentEnd(v, behind, phrasal)
		f.add(v, sentence, span{behind, e}, span{})
		return
	}
	end := v.first
	if f.is(end-1)&comma != 0 {
		end--
	}
	if f.is(end-1)&rel != 0 {
		end--
		if f.is(end-1)&comma != 0 {
			end--
		}
	}
	if end <= 0 {
		return
	}
	sp, _ := f.phraseBefore(end - 1)
	f.add(v, sentence, sp, span{})
}

func (f *finder) via(u, v *group) {
	if u.out >= 0 && u.out < len(f.dst) {
		f.dst[u.out].Via = append(f.dst[u.out].Via, f.wordsOf(v.subj))
	}
}

// source tells the statement before verb v whom it was passed on from: X reported, citing officials.
func (f *finder) source(v *group) {
	if v.form != ing || v.cue.takes&takesVia == 0 || v.out < 0 {
		return
	}
	for n := len(f.verbs) - 1; n >= 0; n-- {
		u := &f.verbs[n]
		if u.head >= v.head || !u.used || u.out < 0 || u.out >= len(f.dst) || u.cue.class == np || u.subj != v.subj {
			continue
		}
		f.dst[u.out].Via = append(f.dst[u.out].Via, f.wordsOf(v.content))
		return
	}
}

func (f *finder) wordsOf(s span) string {
	sp := f.g.Span(f.tokens(s.first, f.trim(s.first, s.last)))
	return sp.Of(f.g.Body)
}

// add appends an attribution of verb v with one or two parts of content.
func (f *finder) add(v *group, sentence int, a, b span) {
	a.last = f.trim(a.first, a.last)
	if a.empty() && b.empty() {
		return
	}
	// a thought or an echo inside what someone says is part of it
	if v.cue != nil && v.cue.class == think && !a.empty() && f.marked(a.first, covered) {
		return
	}
	var at Attribution
	at.Sentence = int32(sentence)
	at.SaidAt, at.Happened, at.Parent = -1, -1, -1
	from := len(f.spans)
	if !a.empty() {
		f.spans = append(f.spans, f.tokens(a.first, a.last))
	}
	if !b.empty() {
		b.last = f.trim(b.first, b.last)
		if !b.empty() {
			f.spans = append(f.spans, f.tokens(b.first, b.last))
		}
	}
	at.Content = f.spans[from:len(f.spans):len(f.spans)]
	if v.cue != nil {
		at.Cue = f.tokens(v.first, v.last)
		at.CueLemma = v.cue.lemma
		at.Strength = v.cue.strength
		at.Stance = f.stance(v, a)
	}
	f.speaker(&at, v.subj)
	f.circumstances(&at, v)
	f.meaning(&at, v)
	f.form(&at)
	v.used = true
	v.content = a
	if b.last > a.last {
		v.content.last = b.last
	}
	v.out = len(f.dst)
	f.cover(a, true)
	f.cover(b, true)
	f.dst = append(f.dst, at)
}

// form fills Form and Quoted from the marks inside the content.
func (f *finder) form(at *Attribution) {
	from := len(f.spans)
	quoted, plain := false, false
	for _, c := range at.Content {
		q, p := f.voices(c)
		quoted, plain = quoted || q, plain || p
	}
	if quoted {
		f.spans = append(f.spans, f.quotesIn(at.Content)...)
	}
	at.Quoted = f.spans[from:len(f.spans):len(f.spans)]
	switch {
	case !quoted:
		at.Form = Indirect
	case !plain:
		at.Form = Direct
	default:
		at.Form = Mixed
	}
}

// voices reports whether words of c stand in quotation marks, and whether words of it do not.
func (f *finder) voices(c text.Range) (quoted, plain bool) {
	qs := f.g.Quotes
	n := sort.Search(len(qs), func(n int) bool { return qs[n].Open > c.First })
	inside := int32(0) // where the quotation ends that c starts in
	for m := n - 1; m >= 0; m-- {
		if inside = max(inside, qs[m].Close); qs[m].Depth == 0 {
			break
		}
	}
	if inside <= c.First && (n == len(qs) || qs[n].Open >= c.Last) {
		return false, true
	}
	for t := c.First; t < c.Last && !(quoted && plain); t++ {
		if k := &f.g.Tokens[t]; k.Class == text.Word || k.Class == text.Number {
			q := k.Is(text.InQuote)
			quoted, plain = quoted || q, plain || !q
			if quoted && t < inside {
				t = inside - 1
			}
		}
	}
	return quoted, plain
}

func (f *finder) quotesIn(content []text.Range) []text.Range {
	out := f.runs[:0]
	qs := f.g.Quotes
	for _, c := range content {
		lo, hi := 0, len(qs)
		for lo < hi {
			m := (lo + hi) / 2
			if qs[m].Open+1 < c.First { // where the closing mark was forgotten, the content begins behind the opening one
				lo = m + 1
			} else {
				hi = m
			}
		}
		for ; lo < len(qs) && qs[lo].Open < c.Last; lo++ {
			if qs[lo].Depth == 0 && qs[lo].Close > qs[lo].Open+1 {
				out = append(out, text.Range{First: qs[lo].Open + 1, Last: min(qs[lo].Close, c.Last)})
			}
		}
	}
	f.runs = out
	return out
}

// nounCue makes the attribution of "X's claim that".
func (f *finder) nounCue(n, sentence int) {
	v := &f.nouns[n]
	if f.marked(v.at, covered) {
		return
	}
	i := v.last
	for f.is(i)&(when|adv) != 0 && f.is(i)&(that|prep) == 0 {
		i++
	}
	lead := f.is(i)&prep != 0 && v.cue.stance != Asserts && v.cue.leads(f.text(i)) || f.infinitiveAt(i) && v.cue.takes&takesTo != 0
	if !lead && f.is(i)&that == 0 || f.is(i)&that != 0 && f.is(i+1)&(finite|aux) != 0 && f.is(i+1)&noun == 0 {
		return
	}
	k := v.at - 1
	for k >= 0 && f.is(k)&(adj|noun) != 0 && f.is(k)&(poss|proper) == 0 {
		k--
	}
	if f.is(k)&poss == 0 {
		return
	}
	var sp span
	if f.is(k)&det != 0 {
		sp = span{k, k + 1}
	} else {
		sp, _ = f.phraseBefore(k)
		for j := k; j > sp.first; j-- {
			if f.is(j-1)&(prep|conj) != 0 || f.verbal(j-1) {
				sp.first = j
				break
			}
		}
	}
	u := group{first: v.at, head: v.at, last: v.last, cue: v.cue, form: noun, subj: sp}
	if lead && f.is(i)&prep != 0 && !f.infinitiveAt(i) {
		i++
		e := i
		for e < len(f.items) && (e == i || !f.endsPhrase(&u, i, e) && !(f.verbal(e) && f.is(e)&part == 0)) {
			e++
		}
		f.add(&u, sentence, span{i, f.trim(i, e)}, span{})
		return
	}
	e := i
	for e < len(f.items) && (e == i || !f.ends(&u, i, e, clausal)) {
		if e > i+1 && f.is(e)&comma != 0 {
			break
		}
		if e > i+3 && f.secondVerb(i, e) {
			break
		}
		e++
	}
	f.add(&u, sentence, span{i, f.trim(i, e)}, span{})
}

// secondVerb reports whether item e is the verb of the clause around a noun's content.
func (f *finder) secondVerb(i, e int) bool {
	if !f.verbal(e) && f.is(e)&past == 0 || f.is(e)&aux != 0 && f.is(e-1)&aux != 0 {
		return false
	}
	if f.is(e-1)&(aux|to|neg) != 0 || f.is(e)&past != 0 && f.is(e-1)&(adv) != 0 {
		return false
	}
	verbs := 0
	for j := i + 1; j < e; j++ {
		if f.verbal(j) && f.is(j-1)&(aux|neg) == 0 {
			verbs++
		}
	}
	return verbs >= 1 && f.is(e-1)&(noun|proper|adj|plural|adv|quote|part) != 0
}

// free attributes a quotation without a verb of its own to who spoke last.
func (f *finder) free(start, sentence, p int) {
	for _, q := range f.quoteItems {
		j := int(q)
		if f.marked(j, covered) || f.items[j].first < f.taken {
			continue
		}
		whole := f.only(j)
		if !whole && !f.longQuote(j, 7) && !(f.is(j-1)&colon != 0 && f.capital(j-2)) {
			continue
		}
		if whole && !f.longQuote(j, 2) {
			continue
		}
		if f.goesOn(j, start, p) {
			continue
		}
		v := group{out: -1}
		if f.is(j-1)&colon != 0 && j >= 2 && (f.is(j-2)&(noun|proper) != 0 || f.capital(j-2)) {
			v.subj, _ = f.phraseBefore(j - 2)
		} else if f.is(j+1)&dash != 0 && f.is(j+2)&proper != 0 {
			v.subj = span{j + 2, f.phraseEnd(j + 2)}
		}
		f.add(&v, sentence, span{j, j + 1}, span{})
		at := &f.dst[len(f.dst)-1]
		if v.subj.empty() {
			at.Speaker = f.said
		}
	}
	f.remember(start)
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
		f.said = f.dst[best].Speaker
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

// sortUnit orders the attributions of a unit by their content and merges what a paragraph break cut.
func (f *finder) sortUnit(start int) {
	out := f.dst[start:]
	for i := 1; i < len(out); i++ {
		for j := i; j > 0 && out[j].Content[0].First < out[j-1].Content[0].First; j-- {
			out[j], out[j-1] = out[j-1], out[j]
		}
	}
}
