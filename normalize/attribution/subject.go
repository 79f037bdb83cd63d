package attribution

// lookBack bounds how far left of a verb its subject is looked for.
const lookBack = 60

// findSubject finds who does verb n: left of it, right of it (said Lopez), behind "by", or in the
// clause it leans on.
func (f *finder) findSubject(n int) {
	v := &f.verbs[n]
	v.clause = v.first
	switch {
	case v.form == prep: // according to
		v.subj = span{v.last, f.phraseEnd(v.last)}
		return
	case v.passive:
		f.agentOf(v)
		return
	case v.form == ing:
		f.participle(n)
		return
	case v.form == base:
		f.governor(n)
		return
	}
	if f.inverted(v) {
		return
	}
	f.subjectAt(v, v.first-1, n)
	if b := f.is(v.subj.first - 1); v.subj.last == v.first && v.relative == 0 && b&prep != 0 && b&(sub|noun) == 0 && f.is(v.head)&plural != 0 {
		v.subj = span{} // in a few remarks that
	}
}

// subjectAt looks left from item k for the subject of v, which is verb n.
func (f *finder) subjectAt(v *group, k, n int) {
	if f.depth > maxDepth {
		return
	}
	f.depth++
	f.lookLeft(v, k, n)
	f.depth--
}

// maxDepth and maxTries bound the search for the verb whose subject another one shares.
const (
	maxDepth = 3
	maxTries = 3
)

func (f *finder) lookLeft(v *group, k, n int) {
	k = f.skipAdjunct(k)
	w := f.is(k)
	switch {
	case k < 0 || w&(colon|stop) != 0:
	case w&rel != 0 && w&(subject|proper) == 0 && !(w&sub != 0 && w&adv != 0):
		v.relative = k + 1
		k--
		if f.is(k)&(comma|dash) != 0 {
			k--
		}
		if f.is(k)&(nominal|adj|poss) != 0 {
			v.subj = span{f.coreBefore(k), v.relative}
			v.clause = v.relative - 1
		}
	case w&subject != 0:
		v.subj, v.clause = span{k, k + 1}, k
	case w&conj != 0 && w&det == 0:
		f.coordinate(v, k, n)
	case w&(comma|dash) != 0:
		if f.is(k-1)&conj != 0 {
			return
		}
		f.apposition(v, k)
		if v.subj.empty() && v.cue != nil && w&comma != 0 {
			f.coordinate(v, k, n)
		}
	case w&(nominal|adj|det|poss|ing|part) != 0:
		if w&(det|poss|sub|prep) != 0 && w&(noun|proper|pronoun|number) == 0 {
			if w&det == 0 || w&poss != 0 || v.cue == nil {
				return
			}
		}
		v.subj, v.clause = f.phraseBefore(k)
	case w&quote != 0 && k > 0 && f.endsLikeSentence(k) && f.is(k-1)&(prep|ing) != 0:
		f.apposition(v, k) // X, known as “Y,” said
	case w&quote != 0 && k > 0 && f.is(k-1)&(det|poss|noun|proper) != 0:
		v.subj, v.clause = f.phraseBefore(k)
	}
}

// skipAdjunct steps over "on Saturday" and "later" between a subject and its verb.
func (f *finder) skipAdjunct(k int) int {
	at := k
	if at > 0 {
		if n := f.adverbEnds(at); n < at {
			at = n - 1
		}
	}
	for at >= 0 && f.is(at)&adv != 0 && f.is(at)&(noun|proper|rel|sub|conj|det|pronoun|when) == 0 {
		at--
	}
	if at > 0 && f.is(at)&det != 0 && f.is(at)&(noun|proper|poss) == 0 && f.is(at-1)&(noun|proper|plural|dash|comma) != 0 {
		at-- // the two papers each called
	}
	k = at
	for at > 0 && f.is(at)&when != 0 && !(f.is(at)&modal != 0 && f.is(at-1)&proper != 0) { // Ann May
		at--
	}
	if at == k {
		return k
	}
	if f.is(at)&prep != 0 {
		at--
	}
	if at >= 0 && f.is(at)&(noun|proper|subject|pronoun|plural|comma|dash) != 0 {
		return at // Brant Foods, the maker of pies, yesterday announced
	}
	return k
}

// coordinate gives v the subject of the verb before the conjunction at item k.
func (f *finder) coordinate(v *group, k, n int) {
	v.coordinated = true
	v.clause = k
	if u := f.partner(v, k, n); u != nil {
		v.subj = u.subj
		if u.last == k { // did not confirm or deny
			v.negated = v.negated || u.negated
			v.light, v.lightAt = u.light, u.lightAt
			if u.negated || u.light != nil {
				v.first = u.first
			}
		}
		return
	}
	if n > 0 && f.verbs[n-1].coordinated && f.verbs[n-1].last == k && f.verbs[n-1].subj.empty() {
		return // the verb before shares what this one would, and has found nothing
	}
	tries := 0
	for i := k - 1; i >= 0 && k-i < lookBack && tries < maxTries; i-- {
		if f.is(i)&(stop|colon) != 0 {
			return
		}
		if !f.verbal(i) {
			continue
		}
		tries++
		u := f.trial(i)
		f.subjectAt(u, u.first-1, n)
		if !u.subj.empty() {
			v.subj = u.subj
			return
		}
	}
	if tries == 0 && f.is(v.head)&past != 0 {
		f.sharedSubject(v, k, n)
	}
}

// sharedSubject gives v the subject of the nearest word before the conjunction at item k that may be a verb in the past, where one stands before it and what it is
// done to behind it: the bank cut its rate and said.
func (f *finder) sharedSubject(v *group, k, n int) {
	for i := k - 2; i > 0 && k-i < lookBack && f.is(i)&(stop|colon|quote) == 0; i-- {
		if w := f.is(i); w&(past|base) == 0 || f.is(i-1)&(noun|proper|plural|subject) == 0 || f.is(i-1)&(det|poss|adj|prep) != 0 || f.is(i+1)&(det|poss|pronoun|number) == 0 {
			continue
		}
		u := f.trial(i)
		f.subjectAt(u, i-1, n)
		v.subj = u.subj
		return
	}
}

// partner returns the verb of speech before the conjunction at item k that v is joined to: the nearest one, but rather a
// finite one than a participle, and in "said that she agrees ... and told them" the one of its own tense.
func (f *finder) partner(v *group, k, n int) (best *group) {
	for m := n - 1; m >= 0; m-- {
		u := &f.verbs[m]
		if u.subj.empty() || u.head >= k || u.passive || u.form != past && u.form != ing && !(u.form == base && u.last == k) {
			continue
		}
		if best == nil {
			best = u
		}
		if u.last == k || u.form == past && !f.tensesDiffer(u, v) {
			return u
		}
	}
	return best
}

// tensesDiffer reports whether two verbs without auxiliaries are one in the past and one in the present.
func (f *finder) tensesDiffer(u, v *group) bool {
	if u.first != u.head || v.first != v.head {
		return false
	}
	a, b := f.is(u.head), f.is(v.head)
	return a&finite == third && b&finite == past || a&finite == past && b&finite == third
}

// trial returns the group of the verb at item i, which is no cue; it holds until the next search of this depth.
func (f *finder) trial(i int) *group {
	u := &f.trials[f.depth]
	*u = group{first: i, head: i, last: i + 1}
	f.extend(u)
	return u
}

// apposition finds the subject in front of what stands between commas before the verb.
func (f *finder) apposition(v *group, k int) {
	var cuts [8]int
	m := 0
	i := k
	hard := -1
	for ; i >= 0 && k-i < lookBack; i-- {
		w := f.is(i)
		if w&(comma|dash) != 0 {
			if m == len(cuts) {
				break
			}
			cuts[m] = i
			m++
			continue
		}
		if w&quote != 0 && f.endsLikeSentence(i) && f.is(i-1)&(prep|det|poss|noun|proper|ing) == 0 && !f.workTitle(i) || w&(colon|stop) != 0 {
			hard = i
			break
		}
	}
	if i < 0 {
		hard = -1
	} else if hard < 0 {
		hard = i
	}
	// segments from the left: (hard, cuts[m-1]), (cuts[m-1], cuts[m-2]) ... (cuts[1], cuts[0])
	left := hard
	for c := m - 1; c >= 1 || c == 0 && m > 0; c-- {
		right := cuts[c]
		if right == k {
			break
		}
		s := left + 1
		left = right
		for s < right && (f.is(s)&(conj|sub) != 0 && f.is(s)&(noun|proper) == 0 || f.is(s)&adv != 0 && f.is(s)&(noun|adj|det|proper|prep) == 0) {
			s++
		}
		if s >= right {
			continue
		}
		if f.is(right-1)&subject != 0 || f.is(right-1)&rel != 0 && f.is(right-1)&proper == 0 {
			if f.is(right-1)&subject != 0 {
				v.subj, v.clause = span{right - 1, right}, s
				return
			}
			continue
		}
		if f.is(right-1)&(nominal|adj) == 0 || f.is(s)&rel != 0 || f.is(s)&ing != 0 && f.is(s+1)&det != 0 {
			continue // opening the debate, the minister, Lena Ortiz, said
		}
		sp, clause := f.phraseBefore(right - 1)
		if f.is(clause)&prep != 0 && f.is(clause)&(noun|adj|proper|det) == 0 && clause == s || f.is(s)&ing != 0 && f.is(s)&noun == 0 {
			continue
		}
		if clause > s && clause > 0 && !f.opensClause(clause-1) {
			continue // the segment has a verb of its own
		}
		if clause < s {
			sp.first = max(sp.first, s)
		}
		v.subj, v.clause = sp, min(clause, sp.first)
		return
	}
	if m == 1 && f.is(k-1)&proper != 0 { // Jack Reed (D-R.I.), said
		if sp, clause := f.phraseBefore(k - 1); clause == hard+1 && f.is(sp.first)&proper != 0 {
			v.subj, v.clause = sp, clause
		}
	}
}

// agentOf finds the agent of a passive behind the verb.
func (f *finder) agentOf(v *group) {
	i := v.last
	for i < len(f.items) && f.is(i)&adv != 0 && f.is(i)&prep == 0 {
		i++
	}
	for j := i; j < len(f.items) && j < i+8; j++ {
		if f.is(j)&(comma|quote|stop|that|finite) != 0 && f.is(j)&(noun|part) == 0 {
			return
		}
		if f.is(j)&prep != 0 && f.byAt(j) {
			end := f.phraseEnd(j + 1)
			for i := j + 2; i < end; i++ { // accused by X of Y, described by X as Y
				if f.is(i)&prep != 0 && (v.cue.leads(f.text(i)) || v.cue.takes&takesAs != 0 && f.is(i)&compare != 0) {
					end = i
				}
			}
			if s := (span{j + 1, end}); !f.timeOnly(s) {
				v.subj = s
			}
			return
		}
	}
}

// timeOnly reports whether the items of s are a time and nothing else: by the end of 2028.
func (f *finder) timeOnly(s span) bool {
	for i := s.first; i < s.last; i++ {
		if f.is(i)&(when|det) == 0 {
			return false
		}
	}
	return s.last >= len(f.items) || f.is(s.last)&when != 0 || f.is(s.last-1)&when != 0
}

// participle finds who speaks in ", adding that" and in "a letter saying".
func (f *finder) participle(n int) {
	v := &f.verbs[n]
	k := v.first - 1
	for k >= 0 && f.is(k)&adv != 0 && f.is(k)&(noun|prep) == 0 {
		k--
	}
	w := f.is(k)
	if k >= 0 && w&(noun|proper|plural) != 0 && w&quote == 0 {
		if s := f.beside(k); !s.empty() {
			v.subj, v.clause = s, v.first
			return
		}
		sp, clause := f.phraseBefore(k)
		if f.marked(sp.first-1, finiteHead) && f.is(sp.first)&(prep|adv) != 0 { // wrote back to Reed pointing out
			v.subj, v.clause = f.mainSubject(n, clause), v.first
			return
		}
		for _, nn := range f.nouns { // the issuer of the statement, where the clause has one
			if nn.at < sp.first || nn.at > k {
				continue
			}
			if s := f.mainSubject(n, clause); !s.empty() {
				v.subj, v.clause = s, v.first
				return
			}
		}
		v.subj, v.clause = sp, v.first
		return
	}
	if k > 0 && k < 4 && f.is(k)&(prep|to) != 0 && f.is(0)&prep != 0 { // In addition to calling
		k = 0
	}
	if k < 0 || f.is(k)&(conj|prep) != 0 && k == 0 {
		// Calling it a mistake, she said ...
		for m := n + 1; m < len(f.verbs); m++ {
			if f.verbs[m].form == past && !f.verbs[m].passive {
				f.subjectAt(&f.verbs[m], f.verbs[m].first-1, m)
				if !f.verbs[m].subj.empty() && f.verbs[m].subj.first > v.head {
					v.subj = f.verbs[m].subj
					return
				}
			}
		}
		tries := 0
		for i := v.last; i < len(f.items) && tries < maxTries; i++ {
			if f.verbal(i) && i > v.last+1 {
				tries++
				u := group{first: i, head: i, last: i + 1}
				f.extend(&u)
				f.subjectAt(&u, u.first-1, n)
				if u.subj.first > v.head {
					v.subj = u.subj
					return
				}
			}
		}
		return
	}
	v.subj = f.mainSubject(n, v.first)
	if v.subj.empty() && w&comma != 0 && f.is(k-1)&nominal != 0 { // Ann Cole, citing the noise, left
		if sp, clause := f.phraseBefore(k - 1); clause == 0 {
			v.subj = sp
		}
	}
}

// besideReach is how many items back from its end the phrase of a speaker behind "with" is looked for.
const besideReach = 12

// beside returns who speaks in ", with its embassy in Oslo saying": the phrase that ends with item k, from the "with" behind a comma on.
func (f *finder) beside(k int) span {
	for i := k; i > 1 && k-i < besideReach; i-- {
		w := f.is(i)
		if w&(comma|quote|stop|colon|dash|rel|that) != 0 && w&(noun|proper|det) == 0 || i < k && f.verbal(i) && w&(noun|proper|adj) == 0 {
			return span{}
		}
		if w&prep != 0 && f.closedFact(int(f.items[i].first))&having != 0 && f.is(i-1)&(comma|dash) != 0 && i < k {
			return span{i + 1, k + 1}
		}
	}
	return span{}
}

// mainSubject returns the subject of the clause that verb n, standing before item limit, leans on.
func (f *finder) mainSubject(n, limit int) span {
	for m := n - 1; m >= 0; m-- {
		u := &f.verbs[m]
		if !u.subj.empty() && u.head < limit && (u.form == past && !u.passive || u.form == ing) {
			return u.subj
		}
	}
	tries := 0
	for i := limit - 1; i >= 0 && limit-i < lookBack && tries < maxTries; i-- {
		if !f.verbal(i) {
			continue
		}
		tries++
		u := group{first: i, head: i, last: i + 1}
		f.extend(&u)
		f.subjectAt(&u, u.first-1, n)
		if !u.subj.empty() {
			return u.subj
		}
	}
	return span{}
}

// governor finds the subject of an infinitive: that of the verb it hangs on.
func (f *finder) governor(n int) {
	v := &f.verbs[n]
	for m := n - 1; m >= 0; m-- {
		if f.verbs[m].last == v.first {
			v.light, v.lightAt = f.verbs[m].cue, m
			v.subj = f.verbs[m].subj
			v.clause = f.verbs[m].clause
			return
		}
	}
	i := v.first - 1
	if f.is(i)&pronoun != 0 && f.is(i)&(male|female|several) != 0 && f.verbal(i-1) {
		v.subj, v.clause = span{i, i + 1}, v.first // led her to say
		return
	}
	for j := i; j > 0 && f.is(j)&adj != 0 && i-j < 2; j-- { // were quick to say
		if f.is(j-1)&be != 0 {
			i = j - 1
			u := group{first: i, head: i, last: i + 1}
			f.extend(&u)
			if f.subjectAt(&u, u.first-1, n); f.is(u.subj.first)&neuter == 0 { // it is safe to say
				v.subj, v.clause = u.subj, u.clause
			}
			return
		}
	}
	if i >= 0 && f.is(i)&(base|third|past|ing|part) != 0 && f.is(i)&(proper|quote) == 0 {
		u := group{first: i, head: i, last: i + 1}
		f.extend(&u)
		f.subjectAt(&u, u.first-1, n)
		v.subj = u.subj
		v.clause = u.clause
		v.negated = v.negated || u.negated
		return
	}
}
