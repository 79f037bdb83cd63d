package attribution

// dropTold drops acts that someone only tells of: in "Reed said Cole had attacked the plan" the attack, which has neither a
// clause nor a quotation of its own, is part of what Reed says. Whose claim it is that something did or did not happen
// is kept: Reed said Cole denied it.
func (f *finder) dropTold(start int) {
	if len(f.dst)-start < 2 {
		return
	}
	for n := range f.verbs {
		v := &f.verbs[n]
		if !v.used || v.out < start || !(v.cue.class == np || v.kind == phrasal || f.unreal(v)) || !f.plainAct(v) {
			continue
		}
		if f.toldIn(start, v) {
			f.drop(v)
			v.used = false
		}
	}
}

// plainAct reports whether the content of v makes no claim of fact and has no quotation.
func (f *finder) plainAct(v *group) bool {
	switch f.dst[v.out].Stance {
	case Confirms, Denies, Accuses:
		return false
	}
	for i := v.content.first; i < v.content.last; i++ {
		if f.is(i)&quote != 0 {
			return false
		}
	}
	return true
}

// unreal reports whether v tells what may or should be said, or was wrong to say, rather than what was.
func (f *finder) unreal(v *group) bool {
	return v.modal != 0 || v.form == base && v.light == nil || v.form == ing && f.is(v.first-1)&prep != 0 && f.is(v.first-1)&noun == 0
}

// toldIn reports whether the cue of v stands in what another verb of the unit leads.
func (f *finder) toldIn(start int, v *group) bool {
	cue := f.items[v.head].first
	for i := start; i < len(f.dst); i++ {
		if i != v.out && f.inContent(&f.dst[i], int(cue)) {
			return true
		}
	}
	return false
}
