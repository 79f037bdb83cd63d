package attribution

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// breaks reports whether a clause starts behind item i.
func (f *finder) breaks(i int) bool {
	w := f.is(i)
	switch {
	case w&(quote|comma|colon|stop|dash|subject|there) != 0:
		return true
	case w&that != 0 || w&(rel|wh) != 0 && w&(det|proper) == 0:
		return true
	case w&(be|have|modal|do) != 0 && w&(poss|noun|adv|prep|ing) == 0:
		return true
	case w&sub != 0 && w&(prep|det|noun|proper) == 0:
		return true
	case w&sub != 0 && w&adv == 0 && i+1 < len(f.items) && f.is(i+1)&(proper|subject|det) != 0 && i > 0 && f.is(i-1)&(comma|quote|conj) != 0:
		return true
	case w&(past|third) != 0 && w&(noun|adj|part|proper|base|prep|adv) == 0:
		return true
	}
	return f.marked(i, finiteHead)
}

// verbal reports whether item i can only be a finite verb.
func (f *finder) verbal(i int) bool {
	w := f.is(i)
	if w&(quote|proper) != 0 {
		return false
	}
	if w&modal != 0 && f.is(i+1)&(base|be|have|neg) != 0 && f.is(i-1)&(det|poss|adj) == 0 {
		return true
	}
	if w&(modal|be|have|do) != 0 && w&(noun|prep|ing) == 0 {
		return w&poss == 0 || f.is(i-1)&(subject|pronoun|there|rel|that) != 0
	}
	if w&(past|third) != 0 && w&(noun|adj|prep) == 0 {
		return true
	}
	if w&past != 0 && w&noun == 0 && f.is(i-1)&(noun|proper|plural|adv|pronoun) != 0 && f.is(i-1)&(det|poss) == 0 && (f.is(i+1)&(det|poss|proper|pronoun|subject|to|adv|prep|that) != 0 || i+1 >= len(f.items)) {
		return true
	}
	if w&past != 0 && f.is(i-1)&proper != 0 && f.is(i+1)&(det|poss|proper|pronoun|to) != 0 {
		return true
	}
	if w&(base|third|past) != 0 && f.is(i-1)&subject != 0 {
		return true
	}
	return w&third != 0 && w&plural != 0 && f.is(i-1)&(proper|noun) != 0 && f.is(i-1)&plural == 0 && f.is(i+1)&(det|poss|pronoun|subject|that|prep) != 0 ||
		w&base != 0 && f.is(i-1)&plural != 0 && f.is(i-1)&(adj|base) == 0 && (f.is(i+1)&(det|poss|pronoun|that) != 0 || w&adj == 0 && f.is(i+1)&(to|prep) != 0) // not: sources close to
}

// phraseBefore returns the noun phrase that ends with item k, as the subject of what follows, and
// the start of its clause.
func (f *finder) phraseBefore(k int) (span, int) {
	s := k
	for s > 0 && k-s < lookBack && !f.breaks(s-1) {
		if f.is(s-1)&conj != 0 && !f.joins(s-1) {
			break
		}
		if s-1 > 0 && s < k && f.verbal(s-1) && f.is(s-1)&part == 0 {
			break
		}
		if s < k && f.verbal(s-1) && f.is(s)&(det|poss|proper|pronoun) != 0 && f.is(f.pastAdverb(s-2))&(noun|proper|plural|subject) != 0 && f.is(s-1)&past != 0 {
			break
		}
		s--
	}
	if s > 1 && f.is(s-1)&(comma|quote|conj|stop) == 0 && s-1 < k && (f.is(s-1)&rel == 0 || f.acts(s, k)) {
		for j := s - 1; j > 0 && s-j < 12 && f.is(j)&(comma|quote|stop|colon) == 0; j-- {
			if f.is(j)&rel != 0 && f.is(j)&(proper|sub|det) == 0 && f.is(j-1)&(noun|proper|plural|pronoun) != 0 {
				return f.phraseBefore(j - 1)
			}
		}
	}
	if at := f.subordinated(s, k); at > s {
		s = at
	}
	clause := s
	for s < k && (f.is(s)&(conj|neg) != 0 || f.is(s)&adv != 0 && f.is(s)&(noun|adj|det|proper|prep|number) == 0) {
		s++
	}
	if f.is(s)&sub != 0 && f.is(s)&compare != 0 && f.reduced(s+1, k) {
		s++ // as analysts polled by the agency predicted
	} else if f.is(s)&(prep|to) != 0 && f.is(s)&(noun|proper|det|adj) == 0 || f.is(s)&ing != 0 && f.is(s)&(noun|adj) == 0 || f.is(s)&sub != 0 && f.is(s)&(noun|proper) == 0 {
		s = f.leadEnd(s, k)
	} else if f.is(s)&when != 0 && s < k && f.is(s+1)&(proper|det) != 0 && f.is(s+1)&when == 0 {
		s++ // Tuesday the minister
	}
	return span{s, k + 1}, clause
}

// subordinated returns where, among items s to k, a clause begins behind a subordinator that looks like a preposition and a verb in front of it: prices rose
// as | ministers; prices rose, even as | ministers. A participle may hang on the noun before it: residents interviewed after the vote.
func (f *finder) subordinated(s, k int) int {
	at := s
	for m := s; m < k; m++ {
		if w := f.is(m); w&sub == 0 || w&prep == 0 {
			continue
		}
		if m > s && f.evenAs(m) || m > s+1 && f.pastBefore(m-1, s, f.group(int(f.items[k].last)-1) == people) {
			at = m + 1
		}
	}
	return at
}

// evenAs reports whether item m is the last word of a subordinator of two: even as, just as.
func (f *finder) evenAs(m int) bool {
	t := int(f.items[m-1].first)
	if !f.g.Leads(t) {
		return false
	}
	row, next, ok := f.g.Longest(t, lexicon.Function)
	return ok && next == int(f.items[m].last) && row.Field(colClass) == "subordinator"
}

// reduced reports whether a participle with what it is done by hangs on a noun among items i to k: analysts polled by the agency.
func (f *finder) reduced(i, k int) bool {
	for n := i + 1; n < k; n++ {
		if f.is(n)&part != 0 && f.is(n-1)&(noun|plural) != 0 && f.is(n+1)&agent != 0 {
			return true
		}
	}
	return false
}

// pastBefore reports whether one of the few items from i back to s+1 is a verb in the past right behind a noun: one that is no participle, or any where
// people speak behind it.
func (f *finder) pastBefore(i, s int, any bool) bool {
	for n := i; n > s && i-n < 4; n-- {
		if w := f.is(n); w&past != 0 && (any || w&part == 0) && w&adj == 0 && f.is(n-1)&(noun|proper|plural|pronoun) != 0 && f.is(n-1)&(det|poss|adj|prep) == 0 {
			return true
		}
	}
	return false
}

// pastAdverb returns i, or the item before it where an adverb stands there: the union also issued.
func (f *finder) pastAdverb(i int) int {
	if i > 0 && f.is(i)&adv != 0 && f.is(i)&(noun|proper|plural|subject) == 0 {
		return i - 1
	}
	return i
}

// acts reports whether one of items i to k may be a finite verb, so that a relative in front of them is its subject.
func (f *finder) acts(i, k int) bool {
	for ; i <= k; i++ {
		if f.is(i)&finite != 0 && f.is(i)&plural == 0 {
			return true
		}
	}
	return false
}

// coreBefore returns where the noun phrase that ends with item k starts, what hangs on it left out.
func (f *finder) coreBefore(k int) int {
	i := k
	for i > 0 && k-i < 12 {
		w := f.is(i - 1)
		if w&(noun|proper|plural|number|adj|det|poss|ing|part) == 0 || w&quote != 0 || w&(prep|conj) != 0 && w&proper == 0 || w&past != 0 && w&(adj|noun) == 0 {
			break
		}
		i--
		if w&det != 0 && w&(noun|proper|adj) == 0 && f.is(i-1)&poss == 0 {
			break
		}
	}
	return i
}

// joins reports whether the conjunction at item i joins two parts of one noun phrase.
func (f *finder) joins(i int) bool {
	if i == 0 {
		return false
	}
	l, r := f.is(i-1), f.is(i+1)
	if l&(noun|proper|number|plural|adj) == 0 || l&(comma|quote|aux) != 0 || r&(subject|aux|rel|that) != 0 {
		return false
	}
	for j := i - 1; j >= 0 && i-j < 12; j-- {
		if f.is(j)&(comma|quote|colon|stop|dash|that|rel|sub|conj) != 0 && f.is(j)&(noun|prep) == 0 {
			return true
		}
		if f.verbal(j) {
			return false
		}
	}
	return true
}

// leadEnd returns where the subject starts behind an adjunct in front: In London on Tuesday | Blunt said.
func (f *finder) leadEnd(s, k int) int {
	seen, start := false, -1
	for i := s; i <= k; i++ {
		w := f.is(i)
		switch {
		case w&prep != 0 && w&(noun|adj|proper|det) == 0 || w&to != 0:
			seen = false
			start = i + 1
		case w&(det|pronoun|subject) != 0 && w&(proper) == 0 && seen && f.is(i-1)&poss == 0:
			return i
		case w&when != 0 && i < k && f.is(i-1)&(det|poss) == 0 && f.is(i+1)&(proper|noun|det|adj) != 0 && f.is(i+1)&when == 0:
			return i + 1
		case w&(noun|proper|plural|number) != 0:
			seen = true
		}
	}
	if start < 0 || start > k {
		return k
	}
	return start
}

// workTitle reports whether quotation j is the title of a work: few words, and all long ones with a capital.
func (f *finder) workTitle(j int) bool {
	it := f.items[j]
	words := 0
	for t := it.first; t < it.last; t++ {
		k := &f.g.Tokens[t]
		if k.Class != text.Word {
			continue
		}
		if words++; words > 7 || k.End-k.Start > 3 && !k.Is(text.Capital) {
			return false
		}
	}
	return words > 0
}

// opensClause reports whether a new clause may start behind item i.
func (f *finder) opensClause(i int) bool {
	return f.is(i)&(that|sub|conj|quote|comma|dash|colon) != 0
}

// phraseEnd returns where the noun phrase that starts at item i ends, with the phrases that hang on it.
func (f *finder) phraseEnd(i int) int {
	seen := false
	s := i
	for ; i < len(f.items) && i-s < 30; i++ {
		w := f.is(i)
		switch {
		case w&(comma|colon|stop|dash) != 0:
			return i
		case w&quote != 0:
			if seen && f.is(i+1)&(noun) == 0 && f.is(i-1)&poss == 0 {
				return i
			}
			seen = true
		case w&(subject|that|rel|wh) != 0 && w&proper == 0:
			return i
		case w&pronoun != 0 && w&(noun|det|proper) == 0:
			if i == s && w&(male|female|neuter|several|first) == 0 && f.is(i+1)&(noun|proper|adj) != 0 {
				continue // one officer
			}
			if seen {
				return i
			}
			return i + 1
		case w&conj != 0:
			if !seen || f.is(i+1)&(noun|proper|det|adj|plural) == 0 || f.clauseAhead(i+1, 8) {
				return i
			}
		case w&sub != 0 && w&(noun|proper|det|prep) == 0, seen && f.infinitiveAt(i):
			return i
		case (seen || i > s && f.is(i-1)&(ing|adj) != 0) && f.verbal(i):
			return i
		case w&det != 0 && w&(proper|noun|prep) == 0 && seen && f.is(i-1)&(prep|conj|to|poss|det|ing|part|adj) == 0:
			return i
		case w&when != 0 && seen && f.is(i-1)&prep == 0:
			return i
		case w&prep != 0 && w&(noun|proper|adj) == 0 && f.is(i+1)&when != 0 && seen:
			return i
		case w&(noun|proper|plural|number|when) != 0:
			seen = true
		}
	}
	return i
}

// clauseAhead reports whether a subject with a finite verb starts at item i and shows within n items.
func (f *finder) clauseAhead(i, n int) bool {
	for j := i; j < len(f.items) && j < i+n; j++ {
		if f.is(j)&(comma|quote|stop|colon|dash) != 0 {
			return false
		}
		if f.verbal(j) {
			return true
		}
	}
	return false
}
