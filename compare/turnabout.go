package compare

import (
	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// What is said in few words, that there will be no appeal, is told from what else a speaker says by the word alone.
const (
	fewKeys    = 4 // content words and names of either statement
	turnedRest = 0.5
	manyKeys   = 10 // and of one that says all that the other does, and more
	manyShared = 2  // words of it, at least, beside the one that is turned
)

// turnabouts reports where two sources have one speaker say a thing and deny it, in words too few for contraries, which looks
// for names and words in common: "he would appeal", "there would be no appeal".
func (s *sources) turnabouts(all []proposition) []Finding {
	by := map[entityKey][]int{}
	var out []Finding
	told := map[string]bool{}
	for i := range all {
		a := &all[i]
		if a.who == "" || a.unsaid || !a.brief() {
			continue
		}
		for _, j := range by[a.who] {
			b := &all[j]
			if b.doc == a.doc {
				continue
			}
			if f, ok := s.turnabout(b, a); ok && !told[f.Topic] {
				told[f.Topic] = true
				out = append(out, f)
			}
		}
		if len(by[a.who]) < maxDF {
			by[a.who] = append(by[a.who], i)
		}
	}
	return out
}

// turnabout makes the finding of two statements of one speaker of which one denies what the other affirms, or leaves open.
func (s *sources) turnabout(a, b *proposition) (Finding, bool) {
	if x, y, ok := turnedAbout(a, b); ok {
		return s.contraryFinding(a, b, x, y), true
	}
	if x, y, ok := leftOpen(a, b); ok {
		return s.contraryAt(a, b, [2]text.Span{opened(a, x), s.cued(b, y)}), true
	}
	if y, x, ok := leftOpen(b, a); ok {
		return s.contraryAt(a, b, [2]text.Span{s.cued(a, x), opened(b, y)}), true
	}
	return Finding{}, false
}

// opened covers what is left open at key x, with the word of denial.
func opened(p *proposition, x int) text.Span {
	return orAll(p.claim.Keys[x-1].Span.Cover(p.claim.Keys[x].Span), p.claim.Span)
}

// orAll extends a passage to the end of its claim where that is not far.
func orAll(sp, claim text.Span) text.Span {
	if c := (text.Span{Start: sp.Start, End: max(sp.End, claim.End)}); c.Len() <= maxClaimText {
		return c
	}
	return sp
}

// cued covers what is denied at key x, with the word that tells it.
func (s *sources) cued(p *proposition, x int) text.Span {
	sp := orAll(p.claim.Keys[x].Span, p.claim.Span)
	if p.claim.Voice < 0 {
		return sp
	}
	cue := s.docs[p.doc].Attributions[p.claim.Voice].Cue
	if c := s.docs[p.doc].Text.Span(cue).Cover(sp); cue.Len() > 0 && c.Len() <= maxClaimText {
		return c
	}
	return sp
}

// brief reports whether a proposition is a short statement of what is or will be so.
func (p *proposition) brief() bool {
	switch p.mode {
	case attribution.Possible, attribution.Demanded, attribution.Alleged:
		return false
	}
	switch p.stance {
	case attribution.Asserts, attribution.Confirms, attribution.Promises, attribution.Predicts, attribution.Denies:
		return !p.claim.Head && len(p.keys) > 0 && len(p.keys) <= manyKeys
	}
	return false
}

// turnedAbout finds the word that one of two short statements affirms and the other denies, where the shorter says little else.
func turnedAbout(a, b *proposition) (x, y int, ok bool) {
	for x = range a.claim.Keys {
		k := &a.claim.Keys[x]
		for y = range b.claim.Keys {
			o := &b.claim.Keys[y]
			if k.Name || k.Office || idOf(k) != idOf(o) || k.Denial == o.Denial || k.Denial == statement.Unclear || o.Denial == statement.Unclear || a.says(o) || b.says(k) {
				continue
			}
			if a.stance == attribution.Denies || b.stance == attribution.Denies {
				continue // which of the two it is that is denied is not told by the words
			}
			rest, shared := min(a.plainRest(x), b.plainRest(y)), a.inCommon(b, x)
			if len(a.keys) <= fewKeys && len(b.keys) <= fewKeys && float64(shared) >= turnedRest*float64(rest) || shared >= max(rest, manyShared) {
				return x, y, true
			}
		}
	}
	return 0, 0, false
}

// leftOpen finds what a leaves open, for its word of denial is denied, and b denies outright: she did not rule out a strike, she ruled out a strike.
func leftOpen(a, b *proposition) (x, y int, ok bool) {
	if b.stance != attribution.Denies || len(a.keys) > fewKeys || len(b.keys) > fewKeys {
		return 0, 0, false
	}
	for x = 1; x < len(a.claim.Keys); x++ {
		k, no := &a.claim.Keys[x], &a.claim.Keys[x-1]
		if no.Denial == statement.Affirmed || sideOf(no, impliedDenial) == 0 || k.Name {
			continue
		}
		for y = range b.claim.Keys {
			if o := &b.claim.Keys[y]; idOf(o) == idOf(k) && o.Denial == statement.Affirmed && (y == 0 || sideOf(&b.claim.Keys[y-1], impliedDenial) == 0) {
				return x, y, true
			}
		}
	}
	return 0, 0, false
}

// impliedDenial is the pair of words that deny by what they mean.
const impliedDenial = "denial"

// plainRest counts the keys beside key x that are no names.
func (p *proposition) plainRest(x int) int {
	n := 0
	for i := range p.claim.Keys {
		if k := &p.claim.Keys[i]; i != x && !k.Name && !k.Closed {
			n++
		}
	}
	return n
}

// inCommon counts the keys beside key x of p that are no names and that o has as well.
func (p *proposition) inCommon(o *proposition, x int) int {
	n := 0
	for i := range p.claim.Keys {
		if k := &p.claim.Keys[i]; i != x && !k.Name && !k.Closed && o.says(k) {
			n++
		}
	}
	return n
}
