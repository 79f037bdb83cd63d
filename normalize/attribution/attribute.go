package attribution

import (
	"github.com/factdiff/factdiff/normalize/arena"
	"github.com/factdiff/factdiff/normalize/text"
)

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
	if f.is(v.subj.last-1)&neg != 0 && f.is(v.subj.last-1)&pronoun != 0 {
		return // nobody asked
	}
	if v.passive {
		f.passive(v, sentence)
		return
	}
	if v.subj.empty() && v.form != ing {
		f.unsaid(v, sentence)
		return
	}
	if f.marked(v.head, covered) && v.cue.class == think {
		return
	}
	c := v.cue
	if c.takes&refused != 0 && !v.negated {
		return
	}
	at, k := f.behind(v)
	v.kind = k
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
	if v.form == base && v.light == nil && k == phrasal && !f.quoteAhead(at) {
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
	if post && v.relative == 0 && !(v.coordinated && k != nothing) {
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
	if pause := f.pause(v); k == nothing && post && c.takes&takesClause != 0 && f.is(pause)&comma != 0 && (f.is(v.clause-1)&(comma|sub) != 0 || f.is(v.clause)&sub != 0 && f.is(v.clause)&prep != 0) {
		// In several cases, officials say, they were told
		a := pause + 1
		w := f.is(a)
		if a < len(f.items) && !f.participleBehind(a-1) && (w&(rel|sub|ing) == 0 || w&(det|noun|proper) != 0 || w&sub != 0 && f.clauseStart(a+1)) && w&quote == 0 && f.cueAt(a) == noClass {
			f.add(v, sentence, f.adjunct(v), span{a, f.contentEnd(v, a, clausal)})
			return
		}
	}
	if k == nothing {
		if lead := f.gap(v, v.last, phrasal); !lead.empty() && c.takes&takesNP != 0 && f.is(lead.first)&wh != 0 {
			f.add(v, sentence, lead, span{}) // what her lawyers had hinted at
		}
		return
	}
	if k != quoted && k != colonned && !(k == phrasal && len(c.preps) > 0) && c.class == say && c.takes&(takesClause|takesNP|takesTo|takesThat) == 0 {
		return
	}
	if k == quoted && c.takes&(takesQuote|takesNP) == 0 && c.class != np {
		return
	}
	if k == colonned && (c.takes&takesQuote == 0 || c.class == np) {
		return
	}
	if k == clausal && c.takes&(takesThat|takesClause|takesWh) == 0 && !(c.takes&takesNP != 0 && f.is(at)&wh != 0) {
		return
	}
	e := f.contentEnd(v, at, k)
	if c.stance == Denies && k != quoted && k != colonned {
		e = f.beforeColon(at, e)
	}
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

// beforeColon returns the end of items i to e without a quotation behind a colon: what he says when he denies something is not what he denies.
func (f *finder) beforeColon(i, e int) int {
	for ; i < e; i++ {
		if f.is(i)&colon != 0 && f.is(i+1)&quote != 0 {
			return i
		}
	}
	return e
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

// pause returns the comma behind "she said Friday," and "she said in a letter," where one is, else the item behind v.
func (f *finder) pause(v *group) int {
	i := v.last
	if v.cue.class == tell && f.is(v.clause-1)&comma != 0 && f.is(i)&(pronoun|first|plural) != 0 && f.is(i+1)&comma != 0 {
		return i + 1 // he told me,
	}
	for f.is(i)&when != 0 || f.is(i)&adv != 0 && f.is(i)&(noun|adj|prep|sub|that|det|conj) == 0 {
		i++
	}
	if f.is(i)&(within|when) == 0 || f.is(i)&to != 0 {
		if f.is(i)&comma != 0 {
			return i
		}
		return v.last
	}
	for j := i + 1; j < len(f.items) && j < i+adjunctItems; j++ {
		if w := f.is(j); w&comma != 0 {
			return j
		} else if w&(that|quote|sub|wh|colon|stop|dash|subject) != 0 || f.verbal(j) {
			break
		}
	}
	return v.last
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

// split makes content of what stands before the verb, and of what goes on behind it:
// The shipment, X said, left in May.
func (f *finder) split(v *group, front span, end, sentence int) {
	rest := span{}
	if !v.inverted && f.is(front.last-1)&quote == 0 {
		end = f.pause(v)
	}
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
				if f.is(j)&comma != 0 && (f.verbal(j+1) || f.is(j+1)&(proper|det|subject) != 0 && !f.fullClause(front.first, front.last) && f.is(front.last-1)&quote == 0 && f.clauseStart(j+1)) {
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
	at := f.next()
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
		if at.Stance == Declines && (v.cue.stance == Confirms || v.cue.stance == Denies) {
			at.Refused = v.cue.stance
		}
	}
	f.speaker(at, v.subj)
	f.circumstances(at, v)
	f.meaning(at, v)
	f.form(at)
	v.used = true
	v.content = a
	if b.last > a.last {
		v.content.last = b.last
	}
	v.out = len(f.dst) - 1
	f.cover(a, true)
	f.cover(b, true)
}

// next appends an attribution that is filled where it stands.
func (f *finder) next() *Attribution {
	f.dst = arena.Extend(f.dst)
	return &f.dst[len(f.dst)-1]
}
