package attribution

import "github.com/factdiff/factdiff/normalize/lexicon"

// A kind of complement that stands behind a verb of speech.
type complement uint8

const (
	nothing  complement = iota
	clausal             // that ..., whether ..., a clause
	quoted              // "..."
	phrasal             // a noun phrase, an infinitive
	colonned            // : ...
)

// behind tells what follows verb v: where its content starts, and of what kind it is.
func (f *finder) behind(v *group) (int, complement) {
	c := v.cue
	i := v.last
	n := len(f.items)
	if f.amountAhead(i, c) {
		return i, clausal // says nearly half of them left
	}
	for i < n && f.is(i)&adv != 0 && f.is(i)&(noun|proper|adj|prep|that|sub|rel|wh|neg|when|pronoun|det|conj|there) == 0 {
		i++
	}
	if f.is(i)&adv != 0 && f.is(i)&(det|prep|that|sub) == 0 && f.is(i+1)&to != 0 && !f.infinitiveAt(i+1) {
		i++ // wrote back to
	}
	adjunct := i
	for i < n && (f.is(i+1)&poss == 0 || f.is(i+1)&det != 0) && (f.is(i)&when != 0 && f.is(i)&(det|noun|proper) == 0 || f.is(i)&prep != 0 && f.is(i+1)&when != 0 && f.is(i+2)&poss == 0) {
		if f.is(i)&prep != 0 {
			i++
		}
		i++
	}
	if i >= n || f.is(i)&stop != 0 {
		return i, nothing
	}
	if i > adjunct && f.is(i-1)&when != 0 && f.closedFact(int(f.items[adjunct].first))&det != 0 && c.takes&takesClause != 0 && f.is(i)&(modal|be|have) != 0 && f.is(i)&poss == 0 {
		return adjunct, clausal // said this year will be better
	}
	if c.class == np && c.takes&(takesThat|takesClause) == 0 && f.is(i)&that != 0 && f.is(i)&det != 0 && f.is(i+1)&(noun|plural|adj) != 0 && !f.verbal(i+2) {
		return i, phrasal // dismissed that report as
	}
	if k, at := f.direct(i); k != nothing {
		return at, k
	}
	if b, w := f.is(v.clause-1), f.is(i); b&(rel|that) != 0 && c.takes&takesClause != 0 && w&(past|third|aux|base) != 0 && w&(subject|proper) == 0 && (w&adj == 0 || f.is(v.clause-2)&prep == 0) {
		return i, clausal // which they say left a vacuum
	}
	if i > v.last && f.amountAhead(i, c) {
		return i, clausal // said on Friday about three in four will
	}
	if len(c.preps) > 0 && f.is(i)&(prep|sub) != 0 && c.leads(f.text(i)) {
		if f.is(i)&prep == 0 { // asked if it would
			return i, clausal
		}
		for j := i + 1; j < n && j < i+14 && f.is(j)&(stop|comma) == 0; j++ {
			if f.is(j)&colon != 0 && f.is(j+1)&quote != 0 { // wrote of the plan: "..."
				return j + 1, quoted
			}
		}
		return i + 1, phrasal
	}
	if at := f.topic(i, v); at > 0 {
		return at, phrasal
	}
	if c.takes&takesAddressee != 0 && f.is(i)&(comma|prep) == 0 {
		i = f.addressee(i, v)
		if i >= n {
			return i, nothing
		}
		if k, at := f.direct(i); k != nothing {
			return at, k
		}
		if len(c.preps) > 0 && f.is(i)&(prep|sub) != 0 && c.leads(f.text(i)) {
			if f.is(i)&prep == 0 {
				return i, clausal
			}
			return i, phrasal
		}
	}
	switch {
	case f.is(i)&comma != 0:
		return f.pastAdjunct(i, v)
	case c.takes&(takesTo|takesInf) != 0 && f.infinitiveAt(i):
		return i, phrasal
	case c.takes&takesIng != 0 && f.is(i)&ing != 0:
		return i, phrasal
	case c.takes&takesAs != 0 && f.is(i)&prep != 0 && f.is(i)&sub != 0:
		return i + 1, phrasal
	case c.class == np || c.takes&takesNP != 0 && c.takes&takesClause == 0:
		if f.is(i)&prep != 0 && f.mediumAt(i) {
			for j := i + 2; j < n && j < i+8; j++ { // accused in a letter of
				if f.is(j)&prep != 0 && c.leads(f.text(j)) {
					return j + 1, phrasal
				}
			}
		}
		if f.is(i)&(prep|sub|conj|to) != 0 && f.is(i)&(noun|proper|det|adj) == 0 && !f.infinitiveAt(i) {
			if at, k := f.pastAdjunct(i, v); k == quoted || k == colonned || k == clausal && c.takes&takesThat != 0 {
				return at, k
			}
			return i, nothing
		}
		return i, phrasal
	}
	if f.infinitiveAt(i) {
		return i, nothing // paused to thank them
	}
	if at, k := f.pastAdjunct(i, v); k != nothing {
		return at, k
	}
	if c.takes&takesClause != 0 && f.is(i)&number != 0 && (i+1 >= n || f.is(i+1)&(stop|comma|conj) != 0) {
		return i, phrasal // said 60
	}
	if f.is(i)&number != 0 && f.countsLives(i+1) {
		return i, nothing // has claimed 14 lives
	}
	if c.takes&takesNP != 0 && f.is(i)&(det|proper|noun|pronoun|adj|number|plural) != 0 {
		return i, phrasal
	}
	return i, nothing
}

// countsLives reports whether item i is the noun for lives, which floods claim without a word.
func (f *finder) countsLives(i int) bool {
	if i >= len(f.items) {
		return false
	}
	row, ok := f.g.Row(int(f.items[i].first), lexicon.Links)
	return ok && row.Field(colLinkClass) == linkLife
}

// Column of links.tsv, and classes of it: the noun for lives, nouns for what is said, words for violence, verbs of a passive, prepositions.
const (
	colLinkClass  = 0
	linkLife      = "life"
	linkUtterance = "utterance"
	linkViolence  = "violence"
	linkUndergoes = "undergoes"
	linkOf        = "of"
	linkFrom      = "from"
)

// topic returns where the content starts in "talked with aides about the toll", where i is with, or 0.
func (f *finder) topic(i int, v *group) int {
	if len(v.cue.preps) == 0 || v.cue.takes&(takesThat|takesAddressee) != 0 || f.is(i)&prep == 0 {
		return 0
	}
	for j := i + 2; j < len(f.items) && j < i+adjunctItems; j++ {
		if w := f.is(j); w&(comma|stop|quote|that|sub|rel) != 0 && w&prep == 0 || f.verbal(j) {
			return 0
		}
		if f.is(j)&prep != 0 && f.is(j)&(adv|within) != 0 && v.cue.leads(f.text(j)) { // of hangs on its noun
			v.told = span{i + 1, j}
			return j + 1
		}
	}
	return 0
}

// direct tells whether a complement starts right at item i.
func (f *finder) direct(i int) (complement, int) {
	w := f.is(i)
	switch {
	case w&quote != 0:
		return quoted, i
	case w&colon != 0 && i+1 < len(f.items):
		if f.is(i+1)&quote != 0 {
			return quoted, i + 1
		}
		return colonned, i + 1
	case w&comma != 0 && f.is(i+1)&quote != 0:
		return quoted, i + 1
	case w&that != 0 && f.is(i+1)&colon != 0 && f.is(i+2)&quote != 0:
		return quoted, i + 2
	case w&that != 0 && w&det != 0 && f.is(i+1)&(adv|prep) != 0 && f.is(i+1)&det == 0 && (i+2 >= len(f.items) || f.is(i+2)&stop != 0):
		return nothing, i // ruled that out
	case w&that != 0 && !(w&det != 0 && i+1 >= len(f.items)):
		return clausal, i
	case w&wh != 0 && w&(noun|proper) == 0:
		return clausal, i
	}
	return nothing, i
}

func (f *finder) infinitiveAt(i int) bool {
	if f.is(i)&neg != 0 {
		i++
	}
	if f.is(i)&to == 0 {
		return false
	}
	next := f.is(i + 1)
	return next&(base|be|have|do|adv|quote) != 0 || next&guessed != 0 && next&proper == 0 && f.is(i+2)&(det|pronoun|proper) != 0 // to gherao the office
}

// addressee steps over who is told.
func (f *finder) addressee(i int, v *group) int {
	w := f.is(i)
	if w&pronoun != 0 && w&(noun|proper|det) == 0 || w&subject == 0 && w&(male|female|several|first) != 0 && w&pronoun != 0 && (w&det == 0 || f.is(i+1)&inPhrase&^det == 0) {
		v.told = span{i, i + 1}
		return i + 1
	}
	if w&subject != 0 && w&first != 0 && f.is(i+1)&(that|comma|quote|prep|wh|to) != 0 { // told you that
		v.told = span{i, i + 1}
		return i + 1
	}
	if w&(subject|that|wh|rel|there) != 0 && w&proper == 0 {
		return i
	}
	end := f.phraseEnd(i)
	// told reporters prices would fall: the clause has its own noun
	if end < len(f.items) && f.verbal(end) {
		for j := i + 1; j < end; j++ {
			if f.is(j)&(det|proper|plural) != 0 && f.is(j-1)&(noun|proper|plural) != 0 && f.is(j)&poss == 0 && !(f.is(j)&proper != 0 && f.is(j-1)&proper != 0) && f.is(j-1)&(poss|prep|conj) == 0 {
				end = j
				break
			}
		}
	}
	if end < len(f.items) && f.is(end)&quote != 0 && f.is(end-1)&poss != 0 { // ABC's "This Week"
		end++
	}
	for j := i + 1; j < end; j++ {
		if f.is(j)&prep != 0 && (f.mediumAt(j) || f.is(j)&(to|det|noun) == 0 && v.cue.leads(f.text(j))) {
			end = j
		}
	}
	if end > i {
		v.told = span{i, end}
	}
	return end
}

// pastAdjunct looks behind "in a statement on Friday" for the content.
func (f *finder) pastAdjunct(i int, v *group) (int, complement) {
	n := len(f.items)
	start := i
	if f.clauseStart(i) && f.is(i)&comma == 0 {
		if v.cue.takes&takesClause != 0 {
			return i, clausal
		}
	}
	commas := 0
	spoken := false
	for j := i; j < n && j-start < 40; j++ {
		w := f.is(j)
		if spoken = spoken || f.speaksAt(v, j); spoken && (w&(quote|that|wh) != 0 || w&colon != 0 && commas > 0) {
			return j, nothing // agreed to talk and said that; says what others had said: they left
		}
		switch {
		case w&quote != 0:
			if j > start && f.is(j-1)&(comma|colon) != 0 {
				return j, quoted
			}
			if f.is(j+1)&(that|comma|colon) != 0 && f.is(j+1)&stop == 0 { // on "This Week" that
				continue
			}
			if j > start && f.is(j-1)&(poss|prep|det) != 0 {
				continue
			}
			if v.cue.takes&takesClause == 0 && f.is(start)&subject == 0 && f.clauseStart(start) && f.clauseAhead(start, j-start) {
				return j, nothing // agrees the road is “bad”
			}
			return j, quoted
		case w&colon != 0:
			if j+1 < n {
				if f.is(j+1)&quote != 0 {
					return j + 1, quoted
				}
				return j + 1, colonned
			}
			return j, nothing
		case w&that != 0 && j > start && f.is(j-1)&(noun|plural) != 0 && f.is(j-1)&when == 0 && f.is(j+1)&(have|be) != 0 && f.is(j+1)&(poss|noun) == 0:
			// of unrest that has left nine dead
		case w&that != 0 && j > start && f.is(j-1)&(prep|det) == 0:
			if f.is(j-1)&conj != 0 {
				return j, nothing
			}
			return j, clausal
		case w&dash != 0 && f.is(j+2)&dash != 0:
			j += 2 // said - falsely - that
		case w&(comma|dash) != 0:
			commas++
			if commas > 2 || v.cue.class == np {
				return j, nothing
			}
			if commas == 1 && j > start && j+1 < n && f.is(j+1)&quote == 0 && f.is(j-1)&(when|noun|proper|number|plural) == 0 {
				return j, nothing
			}
			if j > start && commas == 1 && !f.closesAside(j) {
				if f.is(start)&prep != 0 && f.is(start)&(within|sub) == 0 && v.cue.takes&takesClause != 0 && f.clauseStart(j+1) {
					return start, clausal // says despite the rain, they will play
				}
				return j, nothing
			}
			if j == start && !f.closesAside(j+1) {
				return j, nothing
			}
		case w&stop != 0:
			return j, nothing
		case w&ing != 0 && f.is(j-1)&comma != 0, j > start && f.marked(j, participleStarts):
			return j, nothing
		case j > start && f.is(j-1)&prep == 0 && (f.is(start)&(prep|when|to|ing) != 0 || f.is(start)&comma != 0) && f.startsPhrase(j) && f.clauseStart(j) && v.cue.takes&takesClause != 0:
			return j, clausal
		case w&wh != 0 && w&(noun|proper|rel) == 0 && f.is(j+1)&comma == 0 && v.cue.takes&takesWh != 0:
			return j, clausal
		}
	}
	return n, nothing
}

// speaksAt reports whether another finite verb of speech than v starts at item j.
func (f *finder) speaksAt(v *group, j int) bool {
	if !f.marked(j, verbStarts) {
		return false
	}
	for n := range f.verbs {
		if u := &f.verbs[n]; u.first == j && u.head > v.head && u.form == past && !u.passive && !u.subj.empty() {
			return true
		}
	}
	return false
}

// ageAside reports whether the comma at item j stands behind an age and before where one lives, another aside of the same name: Tom Hall, 34, of Leeds, had.
func (f *finder) ageAside(j int) bool {
	return f.is(j-1)&number != 0 && f.is(j-2)&comma != 0 && f.is(j+1)&prep != 0 && f.is(j+1)&(noun|proper|sub) == 0
}

// closesAside reports whether a that or a quotation follows soon behind the comma at item i.
func (f *finder) closesAside(i int) bool {
	for j := i + 1; j < len(f.items) && j < i+14; j++ {
		w := f.is(j)
		if w&quote != 0 && f.is(j-1)&(comma|colon) != 0 {
			return true
		}
		if w&that != 0 && (f.is(j-1)&comma != 0) {
			return true
		}
		if w&stop != 0 {
			return false
		}
	}
	return false
}

// startsPhrase reports whether a noun phrase may start at item j, directly behind another one.
func (f *finder) startsPhrase(j int) bool {
	w := f.is(j)
	if w&(det|subject|pronoun|there) != 0 && w&(proper|prep) == 0 && (w&poss == 0 || w&det != 0) {
		return f.is(j-1)&(adj|noun|proper|when|plural|number|quote|pronoun|adv) != 0 && f.is(j-1)&(det|poss) == 0
	}
	if w&proper != 0 && f.is(j-1)&(when|noun) != 0 && f.is(j-1)&proper == 0 {
		return true
	}
	return w&plural != 0 && f.is(j-1)&(when) != 0
}

// clauseStart reports whether a subject and a finite verb follow at item i.
func (f *finder) clauseStart(i int) bool {
	w := f.is(i)
	if w&sub != 0 && w&(prep|rel) == 0 && f.is(i+1)&(subject|det|proper|noun|adj|there) != 0 && f.is(i+1)&ing == 0 {
		return true
	}
	if w&(subject|there) != 0 || w&prep != 0 && (f.is(i+1)&number != 0 || f.is(i+1)&(adj|adv) != 0 && f.is(i+2)&number != 0) {
		return true // more than 20 left, at least six left
	}
	if w&ing != 0 && w&sub == 0 && f.is(i+1)&(det|poss|proper|noun|plural|pronoun) != 0 {
		return f.gerundSubject(i)
	}
	if w&(prep|when|ing|to|sub) != 0 && w&(noun|proper|det|adj) == 0 {
		return false
	}
	if w&(det|noun|proper|adj|number|pronoun|plural|adv|quote|ing) == 0 {
		return w&(finite|aux) != 0 && w&ing == 0
	}
	commas := 0
	for j := i; j < len(f.items) && j < i+40; j++ {
		u := f.is(j)
		if u&(stop) != 0 || j > i && u&sub != 0 && u&rel == 0 && f.is(j+1)&subject != 0 {
			return false // kept their lead as they went on
		}
		if u&comma != 0 && !(commas&1 != 0 && f.ageAside(j)) {
			commas++
		}
		if commas&1 != 0 {
			continue
		}
		if j > i && u&quote != 0 && (!f.endsLikeSentence(j) || !f.capitalInside(j) && f.longQuote(j, 2)) {
			return true
		}
		if j > i && f.verbal(j) || u&(aux) != 0 && u&poss == 0 {
			return true
		}
		if j > i && u&(past|third|base) != 0 && u&(noun|adj|prep|proper) == 0 && f.is(j-1)&(noun|proper|plural|pronoun|adv|quote) != 0 {
			return true
		}
		if j > i && u&base != 0 && f.is(j-1)&(plural) != 0 && u&noun == 0 {
			return true
		}
		if w&det != 0 && j > i+1 && j < i+4 && u&third != 0 && u&plural != 0 && f.is(j-1)&noun != 0 && f.is(j-1)&(plural|adj) == 0 && f.is(j+1)&inPhrase != 0 {
			return true // the mayor sees risks
		}
	}
	return false
}

// gerundSubject reports whether the gerund at item i is the subject of a verb behind it: says raising the dam would help.
func (f *finder) gerundSubject(i int) bool {
	for j := i + 1; j < len(f.items) && j < i+16; j++ {
		w := f.is(j)
		if w&(comma|quote|stop|colon|dash|rel|sub|that) != 0 && w&prep == 0 {
			return false
		}
		if w&modal != 0 && w&poss == 0 || w&be != 0 && w&(poss|ing) == 0 && f.is(j-1)&(rel|that|to) == 0 {
			return true
		}
	}
	return false
}
