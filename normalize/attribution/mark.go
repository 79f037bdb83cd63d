package attribution

// A mark tells what of the verbs of the unit starts at an item, so that most items need no look at the verbs.
type mark uint8

const (
	verbStarts  mark = 1 << iota
	voiceStarts      // the subject of one
	tailStarts       // the clause of one that closes its sentence
	participleStarts
	covered    // it is content already
	finiteHead // one that is finite
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
func (f *finder) marked(i int, m mark) bool { return f.marks[uint8(i)]&m != 0 }

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
