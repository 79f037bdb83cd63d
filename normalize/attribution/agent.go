package attribution

// unsaid makes the attribution of "Asked whether ..." and "was asked about ...", which name nobody.
func (f *finder) unsaid(v *group, sentence int) {
	if v.passive && v.cue.class == say && v.modal == 0 && !v.negated {
		f.hearsay(v, sentence)
		return
	}
	if v.cue.class != tell || v.cue.stance != Asks && !v.passive {
		return
	}
	i := v.last
	for i < len(f.items) && (f.is(i)&when != 0 || f.is(i)&adv != 0 && f.is(i)&(prep|sub|wh) == 0) {
		i++
	}
	if f.is(i)&within != 0 && f.is(i)&to == 0 && !v.cue.leads(f.text(i)) { // asked on Fox News why
		for j := i + 1; j < len(f.items) && j < i+mediumReach && f.is(j)&(comma|stop|quote) == 0; j++ {
			if f.is(j)&wh != 0 || f.is(j)&sub != 0 && f.is(j)&prep == 0 {
				i = j
				break
			}
		}
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

// hearsay makes the attribution of "is said to be closed" and "it was announced that", which name nobody.
func (f *finder) hearsay(v *group, sentence int) {
	i := v.last
	for f.is(i)&(when|adv) != 0 && f.is(i)&(that|to) == 0 || f.is(i)&prep != 0 && f.is(i+1)&when != 0 {
		i++
	}
	state := f.infinitiveAt(i) && f.is(i+1)&(be|have) != 0 && v.cue.takes&takesClause != 0
	if state || f.is(i)&that != 0 && f.is(i+1)&(past|third|aux) == 0 && v.cue.takes&takesThat != 0 {
		f.add(v, sentence, span{i, f.contentEnd(v, i, clausal)}, span{})
	}
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
		if v.first > 0 && f.is(behind)&compare != 0 && c.takes&takesAs != 0 { // the plan was dismissed by X as a joke
			if sp, _ := f.phraseBefore(v.first - 1); !sp.empty() && sp.last == v.first {
				f.add(v, sentence, sp, span{behind, e})
				return
			}
		}
		f.add(v, sentence, span{behind, e}, span{})
		return
	}
	if v.form == part && c.class == say && f.is(v.first-1)&comma == 0 {
		return // a poll reported by CNN: a thing, no claim
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
