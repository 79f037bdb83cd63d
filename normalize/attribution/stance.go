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
			at := f.nouns[n].at
			if content.first <= at && at < content.last && at < content.first+4 && f.is(at)&quote == 0 && (f.nouns[n].cue.stance == Accuses || f.nouns[n].cue.stance <= Confirms && f.nouns[n].cue.takes&takesNP != 0) {
				return Denies
			}
		}
	}
	if s == Denies && v.cue.class == np && f.asked(content) {
		return Declines // rejected an offer, which was made
	}
	return s
}

// asked reports whether content begins with a noun for what is asked for or promised: an offer, calls.
func (f *finder) asked(content span) bool {
	if content.empty() || f.is(content.first)&(ing|that) != 0 { // denied delaying the inquiry
		return false
	}
	for n := range f.nouns {
		at := f.nouns[n].at
		if content.first <= at && at < content.last && at < content.first+4 && f.is(at)&quote == 0 {
			return f.nouns[n].cue.stance == Asks || f.nouns[n].cue.stance == Promises
		}
	}
	return false
}
