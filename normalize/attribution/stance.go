package attribution

// stance is the cue's, turned by negation and by the verb it hangs on: "did not confirm", "refused to
// say", "has yet to deny" neither confirm nor deny. To give someone's claim another name is to deny it.
func (f *finder) stance(v *group, content span) Stance {
	s := v.cue.stance
	if v.light != nil && v.light.stance == Declines || v.negated {
		return Declines
	}
	if s == Asserts && v.cue.class == np && v.cue.takes&(takesName|takesAs) != 0 {
		for n := range f.nouns {
			if cue := f.nouns[n].cue; f.heads(n, content) && (cue.stance == Accuses || cue.stance <= Confirms && cue.takes&takesNP != 0) {
				return Denies
			}
		}
	}
	if s == Denies && v.cue.class == np && f.asked(content) {
		return Declines // rejected an offer, which was made
	}
	return s
}

// heads reports whether noun cue n stands among the first words of content.
func (f *finder) heads(n int, content span) bool {
	at := f.nouns[n].at
	return content.first <= at && at < min(content.last, content.first+4) && f.is(at)&quote == 0
}

// asked reports whether content begins with a noun for what is asked for or promised: an offer, calls.
func (f *finder) asked(content span) bool {
	if content.empty() || f.is(content.first)&(ing|that) != 0 { // denied delaying the inquiry
		return false
	}
	for n := range f.nouns {
		if f.heads(n, content) {
			return f.nouns[n].cue.stance == Asks || f.nouns[n].cue.stance == Promises
		}
	}
	return false
}
