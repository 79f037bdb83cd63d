package attribution

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
	if f.is(b)&sub != 0 && f.is(b)&compare != 0 { // ..., as he said
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
	if f.is(end-1)&quote != 0 && f.is(first)&sub != 0 && f.marked(end-1, covered) {
		return span{} // After X had called it “safe,” Y said
	}
	if f.is(end-1)&quote != 0 && (f.is(first)&(prep|when) != 0 && f.workTitle(end-1) || end-2 == first && f.is(first)&(ing|prep) != 0) {
		return span{} // On "Meet the Mayor," X said; citing “costs,” X said
	}
	if v.inverted && f.content(first, end) {
		return span{first, end}
	}
	if f.is(end-1)&quote != 0 || f.fullClause(first, end) || v.tail && !v.inverted && end-first >= 2 && (f.is(first)&(ing|part) == 0 || f.clauseAhead(first, end-first)) {
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

func (f *finder) content(i, j int) bool {
	for ; i < j; i++ {
		if f.is(i)&(quote) != 0 || f.verbal(i) || f.is(i)&(noun|proper) != 0 && f.is(i)&when == 0 {
			return true
		}
	}
	return false
}
