package attribution

// nounCue makes the attribution of "X's claim that".
func (f *finder) nounCue(n, sentence int) {
	v := &f.nouns[n]
	if f.marked(v.at, covered) {
		return
	}
	i := v.last
	for f.is(i)&(when|adv) != 0 && f.is(i)&(that|prep) == 0 || f.is(i)&within != 0 && f.is(i+1)&when != 0 {
		i++
	}
	if f.is(i)&be != 0 && f.is(i+1)&that != 0 && f.is(i+1)&when == 0 { // his claim is that
		i++
	}
	lead := f.is(i)&prep != 0 && v.cue.stance != Asserts && v.cue.leads(f.text(i)) || f.infinitiveAt(i) && v.cue.takes&takesTo != 0
	if !lead && f.is(i)&that == 0 || f.is(i)&that != 0 && f.is(i+1)&(finite|aux) != 0 && f.is(i+1)&noun == 0 {
		return
	}
	k := v.at - 1
	for k >= 0 && f.is(k)&(adj|noun) != 0 && f.is(k)&(poss|proper) == 0 {
		k--
	}
	if f.is(k)&poss == 0 {
		return
	}
	var sp span
	if f.is(k)&det != 0 {
		sp = span{k, k + 1}
	} else {
		sp, _ = f.phraseBefore(k)
		for j := k; j > sp.first; j-- {
			if f.is(j-1)&(prep|conj) != 0 || f.verbal(j-1) {
				sp.first = j
				break
			}
		}
	}
	u := group{first: v.at, head: v.at, last: v.last, cue: v.cue, form: noun, subj: sp}
	if lead && f.is(i)&prep != 0 && !f.infinitiveAt(i) {
		i++
		e := i
		for e < len(f.items) && (e == i || !f.endsPhrase(&u, i, e) && !(f.verbal(e) && f.is(e)&part == 0)) {
			e++
		}
		f.add(&u, sentence, span{i, f.trim(i, e)}, span{})
		return
	}
	e, ending := i, ending{subordinate: f.subordinate(&u)}
	for e < len(f.items) && (e == i || !f.ends(&u, i, e, clausal, ending)) {
		if e > i+1 && f.is(e)&comma != 0 {
			break
		}
		if e > i+3 && f.secondVerb(i, e) {
			break
		}
		e++
	}
	f.add(&u, sentence, span{i, f.trim(i, e)}, span{})
}

// secondVerb reports whether item e is the verb of the clause around a noun's content.
func (f *finder) secondVerb(i, e int) bool {
	if !f.verbal(e) && f.is(e)&past == 0 || f.is(e)&aux != 0 && f.is(e-1)&aux != 0 {
		return false
	}
	if f.is(e-1)&(aux|to|neg) != 0 || f.is(e)&past != 0 && f.is(e-1)&(adv) != 0 {
		return false
	}
	verbs := 0
	for j := i + 1; j < e; j++ {
		if f.verbal(j) && f.is(j-1)&(aux|neg) == 0 {
			verbs++
		}
	}
	return verbs >= 1 && f.is(e-1)&(noun|proper|adj|plural|adv|quote|part) != 0
}
