package attribution

import (
	"sort"

	"github.com/factdiff/factdiff/normalize/timex"
)

// saidTokens is how far from its cue the time of saying may stand.
const saidTokens = 25

// timeOutside returns the time of the sentence that stands outside the content and outside the clauses of other verbs, nearest to the cue.
func (f *finder) timeOutside(at *Attribution, v *group) int32 {
	first, last := f.items[0].first, f.items[len(f.items)-1].last
	best, near := int32(-1), int32(1<<30)
	for i := f.firstTime(first); i < len(f.times) && f.times[i].First < last; i++ {
		t := &f.times[i]
		if f.inContent(at, int(t.First)) {
			continue
		}
		d := max(t.First-at.Cue.Last, at.Cue.First-t.Last)
		if d < near && d < saidTokens && !f.elsewhere(at, v, t) {
			best, near = int32(i), d
		}
	}
	return best
}

// elsewhere reports whether a time cannot be that of saying: it is an end, the beginning or the middle of a span, what is predicted comes then, or it belongs to another
// verb.
func (f *finder) elsewhere(at *Attribution, v *group, t *timex.Mention) bool {
	switch t.Value.Bound {
	case timex.Since, timex.Until, timex.By, timex.Between:
		return true
	}
	if v.cue == nil || at.Cue.Len() == 0 {
		return false
	}
	i := f.itemAt(t.First)
	if i < v.first {
		return f.inRelative(v, i) || f.clauseBefore(v, i)
	}
	return at.Stance == Predicts || f.otherClause(v.last, i)
}

// itemAt returns the item that token t belongs to.
func (f *finder) itemAt(t int32) int {
	return sort.Search(len(f.items), func(n int) bool { return f.items[n].last > t })
}

// inRelative reports whether item i in front of the verb stands in a relative clause of another: the union, which struck on Monday, said.
func (f *finder) inRelative(v *group, i int) bool {
	for n := i - 1; n >= max(0, i-saidTokens) && f.is(n)&(comma|dash|quote) == 0; n-- {
		if f.is(n)&rel != 0 {
			return n != v.relative-1
		}
	}
	return false
}

// clauseBefore reports whether item i stands in a clause that is joined to the verb's and has a subject of its own: they met on Monday, but residents say.
func (f *finder) clauseBefore(v *group, i int) bool {
	n := v.clause - 1
	return !v.coordinated && n > i && f.is(n)&conj != 0
}

// otherClause reports whether a relative or a verb joined to another stands between items i and j: said Bell, who was in Rome on Tuesday.
func (f *finder) otherClause(i, j int) bool {
	other := false
	for ; i < j; i++ {
		switch w := f.is(i); {
		case w&rel != 0 && f.is(i-1)&(comma|dash) != 0, w&conj != 0 && f.predicate(i+1):
			other = true
		case w&(comma|dash|quote) != 0:
			other = false
		}
	}
	return other
}

// predicate reports whether a verb that shares its subject with the one before starts at item i: and left for Rome.
func (f *finder) predicate(i int) bool {
	return f.verbal(i) || f.is(i)&past != 0 && (f.is(i)&(noun|adj) == 0 || f.is(i+1)&(prep|det|pronoun) != 0)
}

// saidElsewhere takes back the times of saying that what another says holds, unless he says that it was said: asked whether a cut in July was likely, she
// replied.
func (f *finder) saidElsewhere(start int) {
	out := f.dst[start:]
	if len(out) < 2 {
		return
	}
	for i := range out {
		at := &out[i]
		if at.SaidAt < 0 {
			continue
		}
		t := int(f.times[at.SaidAt].First)
		for j := range out {
			if i != j && f.inContent(&out[j], t) && !f.inContent(&out[j], int(at.Cue.First)) {
				at.SaidAt = -1
				break
			}
		}
	}
}
