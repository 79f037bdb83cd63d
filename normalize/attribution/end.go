package attribution

import "github.com/factdiff/factdiff/normalize/text"

// contentEnd returns where the content that starts at item i ends.
func (f *finder) contentEnd(v *group, i int, k complement) int {
	n := len(f.items)
	if v.form == prep {
		return f.trim(i, n)
	}
	end := n
	f.contentAt = i
	e := ending{restrictive: f.restrictive(v), subordinate: f.subordinate(v), at: stopsClause}
	if k == phrasal {
		e.at |= stopsPhrase
	}
	if e.restrictive {
		e.at |= ^plain // any verb may
	}
	for j := i + 1; j < n; j++ {
		w := f.is(j)
		if f.is(j-1)&quote == 0 && (w&plain != 0 || w&e.at == 0 && f.marks[j]&verbStarts == 0) {
			continue // nothing ends at a word that only names or tells
		}
		if f.ends(v, i, j, k, e) {
			end = j
			break
		}
	}
	return f.trim(i, end)
}

// An ending is what of a verb tells where its content ends.
type ending struct {
	restrictive, subordinate bool
	at                       fact // what it may end at, beside a verb of speech and what stands behind a quotation
}

// What a clause may end at, and what else a phrase.
const (
	stopsClause = comma | sub | conj | dash | stop
	stopsPhrase = colon | when | prep | day
)

// trim takes marks and conjunctions off the end.
func (f *finder) trim(i, end int) int {
	for end > i && f.is(end-1)&(comma|stop|dash|conj|colon) != 0 && f.is(end-1)&(quote|det) == 0 {
		end--
	}
	return end
}

// ends reports whether content that started at item i ends before item j.
func (f *finder) ends(v *group, i, j int, k complement, e ending) bool {
	w := f.is(j)
	switch {
	case f.is(j-1)&quote != 0 && f.endsLikeSentence(j-1) && f.participleBehind(j-1):
		return true
	case f.cueAt(j) == accordingTo:
		return true
	case w&comma != 0 && f.participleBehind(j), w&sub != 0 && w&within != 0 && f.participleBehind(j):
		return true // ..., adding that; ... before claiming that
	case w&conj != 0 && f.sharedVerb(v, j, k):
		return true
	case w&comma != 0 && v.form == ing && v.subj.first > v.head && j+1 >= v.subj.first:
		return true // Adding that he was glad, X left
	case e.restrictive && j > i+1 && (k == phrasal && f.verbal(j) && f.is(j-1)&(to|that|rel|subject|aux) == 0 || k == clausal && j > i+3 && f.secondVerb(i, j)):
		return true // the guard who said he saw it was dismissed
	case e.subordinate && (w&comma != 0 && f.clauseStart(j+1) || f.is(j-1)&quote != 0 && f.endsLikeSentence(j-1) && f.clauseStart(j)):
		return true // While X said so, Y did
	case w&comma != 0 && v.relative > 1 && f.is(v.relative-2)&(comma|dash) != 0 && f.mainVerb(j+1):
		return true // Reed, who said so, left
	case w&comma != 0 && f.secondHalf(v, j):
		return true
	case w&comma != 0 && f.tailBehind(v, j+1):
		return true
	case f.is(j-1)&quote != 0 && f.tailBehind(v, j):
		return true
	case w&stop != 0 && f.voiceFrom(v, j+1): // X said so; Y said
		return true
	case w&comma != 0 && f.otherVoice(v, j+1), w&(conj|concede) != 0 && f.is(j-1)&comma == 0 && f.clauseAhead(i, j-i) && f.otherVoice(v, j):
		return true
	}
	if k == quoted {
		return f.endsQuoted(v, j)
	}
	if k == phrasal {
		return f.endsPhrase(v, i, j)
	}
	if w&dash != 0 && f.dashEnds(i, j) {
		return true
	}
	if w&comma != 0 && f.is(j+1)&rel != 0 && f.is(j+1)&(proper|sub) == 0 {
		return !f.resumed(j)
	}
	if w&comma != 0 && f.is(j+1)&conj != 0 && f.is(j+2)&subject != 0 {
		return true
	}
	return false
}

// subordinate reports whether v stands in a clause that opens its sentence: While X said so, ...
func (f *finder) subordinate(v *group) bool {
	s := v.clause
	if f.is(s)&sub == 0 || f.is(s)&(noun|proper|det) != 0 {
		s--
	}
	return f.is(s)&sub != 0 && f.is(s)&compare == 0 && (s == 0 || f.is(s-1)&(comma|conj) != 0)
}

// restrictive reports whether v stands in a relative clause that no comma sets off.
func (f *finder) restrictive(v *group) bool {
	return v.relative > 1 && v.form == past && f.is(v.relative-2)&(comma|dash|quote) == 0
}

// resumed reports whether a clause goes on behind the aside that begins at the comma at item j: said the dam, which was
// built in May, had held.
func (f *finder) resumed(j int) bool {
	for n := j + 2; n < len(f.items) && n < j+asideItems; n++ {
		w := f.is(n)
		if w&(stop|quote|colon|dash) != 0 {
			return false
		}
		if w&comma == 0 {
			continue
		}
		if f.is(n+1)&quote != 0 && !f.capitalInside(n+1) || f.is(n+1)&(modal|be|have|do|past|third) != 0 && f.is(n+1)&(det|prep|proper|quote|noun|adj|ing) == 0 {
			return true
		}
	}
	return false
}

// asideItems is the most that an aside holds behind which a clause goes on.
const asideItems = 25

// cueAt returns the class of the cue that starts at item j.
func (f *finder) cueAt(j int) class {
	if !f.marked(j, verbStarts) {
		return noClass
	}
	for n := range f.verbs {
		if f.verbs[n].first == j {
			return f.verbs[n].cue.class
		}
	}
	return noClass
}

// participleBehind reports whether ", adding" follows the comma at item j.
func (f *finder) participleBehind(j int) bool {
	if !f.marked(j+1, participleStarts) {
		return false
	}
	for n := range f.verbs {
		u := &f.verbs[n]
		if u.form != ing {
			continue
		}
		at := u.first
		for at > j+1 && f.is(at-1)&(adv|conj) != 0 {
			at--
		}
		if at == j+1 {
			return true
		}
	}
	return false
}

// sharedVerb reports whether a verb of speech with the subject of v follows the conjunction at item j.
func (f *finder) sharedVerb(v *group, j int, k complement) bool {
	if !f.marked(j+1, verbStarts) && !f.marked(j+2, verbStarts) && !f.marked(j+3, verbStarts) {
		return false
	}
	for n := range f.verbs {
		u := &f.verbs[n]
		if k == clausal && u.cue.class == np && f.is(f.contentAt)&that == 0 && f.is(j-1)&comma == 0 {
			continue
		}
		if k == clausal && f.is(u.first)&former != 0 && f.is(v.first)&have == 0 {
			continue // said it had left and had found nothing
		}
		if u.first > j && u.first <= j+3 && u.coordinated && u.clause == j && u.head > v.head && u.subj == v.subj {
			return true
		}
		if u.first > j && u.form == ing && u.first <= j+2 && v.form == ing {
			return true
		}
	}
	return false
}

// mainVerb reports whether a finite verb without a subject starts at item j.
func (f *finder) mainVerb(j int) bool {
	for n := 0; n < len(f.verbs) && f.marked(j, verbStarts); n++ {
		if u := &f.verbs[n]; u.first == j && u.form == past && !u.passive {
			return true
		}
	}
	return f.verbal(j)
}

// secondHalf reports whether a verb of speech with the subject of v follows the comma at item j:
// suggested ..., called her "third-rate" and
func (f *finder) secondHalf(v *group, j int) bool {
	if !f.marked(j+1, verbStarts) {
		return false
	}
	for n := range f.verbs {
		if u := &f.verbs[n]; u.first == j+1 && u.coordinated && u.subj == v.subj && u.head > v.head {
			return true
		}
	}
	return false
}

// tailBehind reports whether a closing "X said" starts at item j.
func (f *finder) tailBehind(v *group, j int) bool {
	if !f.marked(j, tailStarts) {
		return false
	}
	for n := range f.verbs {
		if u := &f.verbs[n]; u.tail && u.clause == j && u.head > v.head {
			return true
		}
	}
	return false
}

// otherVoice reports whether at item j, with or without a conjunction, someone else begins to speak.
func (f *finder) otherVoice(v *group, j int) bool {
	if f.is(j)&(conj|sub|adv) == 0 {
		return false
	}
	for f.is(j)&(conj|sub|adv) != 0 && f.is(j)&(det|noun|proper) == 0 {
		j++
	}
	return f.voiceFrom(v, j)
}

// voiceFrom reports whether the subject of another verb of speech, which is no part of what v says, starts at item j.
func (f *finder) voiceFrom(v *group, j int) bool {
	if !f.marked(j, voiceStarts) {
		return false
	}
	for n := range f.verbs {
		u := &f.verbs[n]
		if u.head > v.head && u.form == past && !u.passive && u.subj.first == j && !u.coordinated && u.cue.class != think {
			return true
		}
	}
	return false
}

// endsQuoted ends content that starts with a quotation: behind the mark, unless the sentence runs on
// through it.
func (f *finder) endsQuoted(v *group, j int) bool {
	if f.is(j-1)&quote == 0 {
		return f.is(j)&(comma|stop) != 0 && f.is(j+1)&quote == 0
	}
	w := f.is(j)
	if w&quote != 0 {
		return false
	}
	if f.endsLikeSentence(j - 1) {
		return !(w&conj != 0 && f.is(j+1)&quote != 0)
	}
	switch {
	case w&(comma|stop|dash|colon) != 0:
		return !(w&comma != 0 && (f.is(j+1)&quote != 0 || f.is(j+1)&conj != 0 && f.is(j+2)&quote != 0))
	case w&conj != 0:
		return f.is(j+1)&(quote|that|adv|sub|prep|noun) == 0
	case w&(prep|sub|when) != 0 && w&(det|noun) == 0:
		if v.cue.class == np {
			return false
		}
		return f.is(j)&to == 0 && !f.quoteAhead(j)
	}
	return false
}

// quoteNext reports whether a list of quotations goes on at item j: “small,” and to | a | and “late”
func (f *finder) quoteNext(j int) bool {
	i := j
	for i < j+2 && (f.is(i)&conj != 0 && i == j || f.is(i)&(det|to) != 0 && f.is(i)&(proper|pronoun) == 0) {
		i++
	}
	return i > j && f.is(i)&quote != 0
}

func (f *finder) quoteAhead(j int) bool {
	for n := j; n < len(f.items) && n < j+12; n++ {
		if f.is(n)&(comma|stop) != 0 {
			return false
		}
		if f.is(n)&quote != 0 {
			return true
		}
	}
	return false
}

// endsLikeSentence reports whether quotation j ends with a comma, a stop or a question mark inside.
func (f *finder) endsLikeSentence(j int) bool {
	it := f.items[j]
	t := int(it.last) - 1
	for t > int(it.first) && f.g.Tokens[t].Class == text.QuoteMark {
		t--
	}
	return f.g.Tokens[t].Class == text.Stop || f.g.Tokens[t].Class == text.Comma
}

// endsPhrase ends a noun phrase: before a clause mark, a second verb, a time or an aside.
func (f *finder) endsPhrase(v *group, i, j int) bool {
	w := f.is(j)
	if w&quote == 0 && f.is(j-1)&quote != 0 && f.endsLikeSentence(j-1) && !f.quoteNext(j) {
		return true
	}
	switch {
	case w&(comma) != 0:
		if f.is(j+1)&quote != 0 || f.is(j-1)&quote != 0 && !f.endsLikeSentence(j-1) && f.is(j+1)&conj != 0 && f.is(j+2)&quote != 0 {
			return false
		}
		if v.cue.takes&takesName != 0 {
			for n := j + 1; n < len(f.items) && n < j+9; n++ { // called Clinton, his rival, a “liar”
				if f.is(n)&comma != 0 && f.is(n+1)&(det|quote|adj) != 0 && f.is(n+1)&conj == 0 {
					return false
				}
			}
			if f.is(j-1)&(when|quote) == 0 && f.is(j+1)&(det|quote) != 0 && f.is(j+1)&poss == 0 && j > i+3 {
				return false
			}
		}
		if f.is(j-1)&adj != 0 && f.is(j-1)&(noun|proper|part) == 0 && f.is(j+1)&adj != 0 && f.is(j+1)&(sub|prep|adv) == 0 {
			return false // a generous, gifted man
		}
		return f.is(j+1)&(adding|neg) == 0 && !f.listAhead(j) && !(f.verbless(i, j) && (f.resumed(j) || f.is(j+1)&(finite|aux) != 0 && f.is(j+1)&(prep|det|proper|noun) == 0))
	case w&dash != 0:
		return !f.dashAhead(j)
	case w&(stop|colon) != 0:
		return true
	case w&conj != 0 && w&wh == 0:
		a := j + 1
		for f.is(a)&adv != 0 && f.is(a)&(noun|adj|det) == 0 {
			a++
		}
		return f.is(a)&(past|third|aux) != 0 && f.is(a)&(noun|adj|part) == 0 || f.is(a)&past != 0 && f.is(a)&(adj|noun) == 0 && f.is(a+1)&(det|poss|proper|to|prep|pronoun|that) != 0 || f.is(a)&subject != 0
	case w&sub != 0 && w&(prep|det|noun) == 0:
		return w&concede != 0 || !f.verbAhead(i)
	case w&sub != 0 && w&prep != 0 && f.is(j+1)&(subject|ing|there) != 0:
		return v.cue.takes&takesAs == 0 || f.is(j+1)&subject != 0
	case v.cue.takes&takesName != 0 && w&(when|prep) != 0 && f.quoteAhead(j):
		return false
	case w&when != 0 && j+1 >= len(f.items):
		return true
	case w&(when|prep) != 0 && j > i && f.saidThen(i, j):
		return true
	case w&day != 0 && f.is(j-1)&(det|adj|prep|poss) == 0 && (f.is(j+1)&(stop|comma|prep|conj|when) != 0):
		return true
	case w&prep != 0 && f.is(j+1)&day != 0 && j > i:
		return true
	case w&prep != 0 && w&noun == 0 && f.mediumAt(j):
		return true
	}
	return false
}

// verbless reports whether a clause begins between items i and j that has no verb before j: to say whether the man, 34, had left.
func (f *finder) verbless(i, j int) bool {
	for n := j - 1; n > i; n-- {
		switch w := f.is(n); {
		case w&(wh|that) != 0 && w&(det|noun|rel) == 0:
			return true
		case f.verbal(n), w&(quote|stop) != 0:
			return false
		}
	}
	return false
}

// dashEnds reports whether the writer speaks again behind the dash at item j: ... would close — and nobody knows why. A second
// dash makes an aside of it, and a phrase that hangs on what stands before goes on with it.
func (f *finder) dashEnds(i, j int) bool {
	if f.dashAhead(j) || f.dashBehind(i, j) {
		return false
	}
	w := f.is(j + 1)
	if w&conj != 0 && w&det == 0 {
		return f.is(j+2)&(that|quote|to|prep|adv) == 0 && f.clauseStart(j+2)
	}
	return w&(adding|that|to|quote|prep) == 0 || w&rel != 0
}

// dashReach is how far behind a dash the one that closes its aside stands.
const dashReach = 25

// dashAhead reports whether another dash follows soon behind the one at item j.
func (f *finder) dashAhead(j int) bool {
	for n := j + 2; n < len(f.items) && n < j+dashReach; n++ {
		if f.is(n)&dash != 0 {
			return true
		}
	}
	return false
}

// dashBehind reports whether the dash at item j closes an aside that began behind item i.
func (f *finder) dashBehind(i, j int) bool {
	odd := false
	for n := max(i+1, j-dashReach); n < j; n++ {
		odd = odd != (f.is(n)&dash != 0)
	}
	return odd
}

// predicated reports whether items i to e hold an object and what it is called: the plan "a disgrace".
func (f *finder) predicated(i, e int) bool {
	for j := i + 1; j < e; j++ {
		w, b := f.is(j), f.is(j-1)
		switch {
		case w&quote != 0:
			return true
		case b&proper != 0 && f.verbal(j):
			return false
		case b&(noun|proper|plural|pronoun|neuter|quote) == 0 || b&(prep|det|poss|conj) != 0 && b&pronoun == 0:
		case w&det != 0 && w&(poss|prep|adv) == 0, w&(adj|part) != 0 && w&(noun|proper|prep|when) == 0:
			return true
		case b&pronoun != 0 && j == i+1 && w&(noun|adj|proper|plural) != 0 && w&(prep|when|sub) == 0:
			return true
		}
	}
	return false
}

// saidThen reports whether a time at item j tells when something was said of what starts at item i and has no verb: endorsed her
// last week, announced his plans in June.
func (f *finder) saidThen(i, j int) bool {
	w := f.is(j)
	if w&quote != 0 || j-i > 6 {
		return false
	}
	for n := i; n < j; n++ {
		if f.verbAhead(n) || f.is(n)&ing != 0 {
			return false // accused them of selling it last week
		}
	}
	return w&when != 0 && f.is(j-1)&(noun|proper|pronoun) != 0 && f.is(j-1)&(prep|det|adj|poss|when) == 0 || w&within != 0 && f.is(j+1)&when != 0
}

// verbAhead reports whether content that starts at item i has a verb that other clauses may hang on: to say whether,
// moving there if.
func (f *finder) verbAhead(i int) bool {
	return f.infinitiveAt(i) || f.is(i)&ing != 0 && f.is(i)&noun == 0
}

// listAhead reports whether the comma at item j separates members of a list that an "and" closes.
func (f *finder) listAhead(j int) bool {
	w := f.is(j + 1)
	if w&(rel|sub|prep|when|that|subject|wh) != 0 && w&(noun|proper|adj) == 0 {
		return false
	}
	if f.participleBehind(j) {
		return false
	}
	for n := j + 1; n < len(f.items) && n < j+14; n++ {
		u := f.is(n)
		if u&(stop|dash|rel|sub|that) != 0 && u&(noun|prep|det) == 0 {
			return false
		}
		if f.verbal(n) {
			return false
		}
		if u&conj != 0 && f.is(n+1)&(past|third) == 0 {
			return f.is(n-1)&comma != 0 || n < j+7
		}
	}
	return false
}
