package attribution

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
	if end == v.last || f.verbal(end) && f.is(v.first-2)&(ing|prep|noun) != 0 {
		return false // citing “...,” said the dam was safe
	}
	if !marked && end < len(f.items) && f.is(end)&(comma|stop|dash|rel) == 0 {
		return false
	}
	if !marked && (w&pronoun != 0 && w&number == 0 && f.is(v.last+1)&(noun|proper|adj) == 0 || w&(proper|det|plural) == 0 && end < v.last+2) {
		return false
	}
	if !marked && f.is(v.last)&proper == 0 && (f.apposed(v) || f.isClaim(end-1)) {
		return false // the house, Morel, denied suggestions
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
