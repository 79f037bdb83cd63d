package compare

import (
	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
)

// What is said in few words, that there will be no appeal, is told from what else a speaker says by the word alone.
const (
	fewKeys    = 4 // content words and names of either statement
	turnedRest = 0.5
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
			x, y, ok := turnedAbout(b, a)
			if !ok {
				continue
			}
			if f := s.contraryFinding(b, a, x, y); !told[f.Topic] {
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

// brief reports whether a proposition is a short statement of what is or will be so.
func (p *proposition) brief() bool {
	switch p.mode {
	case attribution.Possible, attribution.Demanded, attribution.Alleged:
		return false
	}
	switch p.stance {
	case attribution.Asserts, attribution.Confirms, attribution.Promises, attribution.Predicts, attribution.Denies:
		return !p.claim.Head && len(p.keys) > 0 && len(p.keys) <= fewKeys
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
			if (a.stance == attribution.Denies) != (b.stance == attribution.Denies) {
				continue // which of the two it is that is denied is not told by the words
			}
			if rest := min(a.plainRest(x), b.plainRest(y)); float64(a.inCommon(b, x)) >= turnedRest*float64(rest) {
				return x, y, true
			}
		}
	}
	return 0, 0, false
}

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
