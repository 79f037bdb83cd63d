package compare

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// ReasonContrary is the code of two statements of one thing of which one denies what the other says. Arguments: the
// words of each.
const ReasonContrary = "contrary"

// ReasonNotSo is the code of the same where a word that denies is all that differs. Argument: what is said and denied.
const ReasonNotSo = "not-so"

// What two propositions must share beside the word on which they differ, as shares of the weight of the rest.
const (
	restOfSmaller = 0.6
	restOfLarger  = 0.34
	restKeys      = 2
)

// contraries reports where one source says of somebody what another denies, in words that stand against each
// other: "was suspended", "was not suspended"; "was acquitted", "was found guilty".
func (s *sources) contraries(all []proposition) []Finding {
	senses := s.senses(all)
	postings := make([][]int32, s.distinct) // of names: the propositions that have them
	met := make([]int32, len(all))          // behind which proposition each was met last, counted from 1
	var out []Finding
	told := map[string]bool{}
	var byDoc [][]int32
	for i := range all {
		a := &all[i]
		if !a.plain() {
			continue
		}
		for _, k := range a.keys {
			if !k.key.Name {
				continue
			}
			for _, j := range postings[k.number] {
				b := &all[j]
				if met[j] == int32(i+1) || b.doc == a.doc {
					continue
				}
				met[j] = int32(i + 1)
				if !senses[j].mayOppose(&senses[i]) {
					continue
				}
				x, y, ok := s.contrary(b, a)
				if !ok {
					continue
				}
				if s.tellsAgain(b, x) || s.tellsAgain(a, y) {
					continue
				}
				if f := s.contraryFinding(b, a, x, y); !told[f.Topic] {
					told[f.Topic] = true
					if byDoc == nil {
						byDoc = s.byDocument(all)
					}
					if !tellsBothSides(all, byDoc, a, b, x, y) {
						out = append(out, f)
					}
				}
			}
			if len(postings[k.number]) < maxDF {
				postings[k.number] = append(postings[k.number], int32(i))
			}
		}
	}
	return out
}

// againReach is how many tokens lie at most between a word and what says that it is so again.
const againReach = 3

// tellsAgain reports whether beside key x of a claim stands that it is so again: the bridge that was closed has opened again.
func (s *sources) tellsAgain(p *proposition, x int) bool {
	g := s.docs[p.doc].Text
	r, sen := statement.Tokens(g, p.claim.Keys[x].Span), g.Sentences[p.claim.Sentence].Range
	return statement.Again(g, text.Range{First: max(r.First-againReach, sen.First), Last: min(r.Last+againReach, sen.Last)})
}

// byDocument returns the claims of each document that say something outright.
func (s *sources) byDocument(all []proposition) [][]int32 {
	out := make([][]int32, len(s.docs))
	for i := range all {
		if d := all[i].doc; all[i].plain() && len(out[d]) < mostOutright {
			out[d] = append(out[d], int32(i))
		}
	}
	return out
}

// mostOutright is how many such claims of a document are looked at.
const mostOutright = 1024

// tellsBothSides reports whether the source of one of two claims that stand against each other also tells what the other says, of the one that both
// speak of: convicted of fraud, and acquitted of money laundering.
func tellsBothSides(all []proposition, byDoc [][]int32, a, b *proposition, x, y int) bool {
	kb, ka := &b.claim.Keys[x], &a.claim.Keys[y]
	who, _ := b.subject(x)
	says := func(doc int, k *statement.Key) bool {
		return slices.ContainsFunc(byDoc[doc], func(i int32) bool { return all[i].names(who) && all[i].says(k) })
	}
	return says(a.doc, kb) || says(b.doc, ka)
}

// A sense is what tells at a glance that two propositions cannot stand against each other: of whom they speak first, and in
// sets of 64 bits by their hashes the words that they affirm and deny, and the sides of opposites that they take.
type sense struct {
	first            uint64 // name, or 0
	affirmed, denied uint64
	sides            [2]uint64
}

// senses returns the sense of each proposition that says something outright.
func (s *sources) senses(all []proposition) []sense {
	out := make([]sense, len(all))
	for i := range all {
		if all[i].plain() {
			out[i] = all[i].sense()
		}
	}
	return out
}

func (p *proposition) sense() (s sense) {
	for i := range p.claim.Keys {
		k := &p.claim.Keys[i]
		switch {
		case k.Name && s.first == 0:
			s.first = k.Hash
		case k.Name || s.first == 0 || k.Denial == statement.Unclear:
		default:
			s.take(k)
		}
	}
	return s
}

func (s *sense) take(k *statement.Key) {
	words := bit(k.Hash)
	if k.Class != "" {
		words |= bit(text.HashString(k.Class))
	}
	turn := 0
	if k.Denial == statement.Denied {
		s.denied |= words
		turn = 1
	} else {
		s.affirmed |= words
	}
	for _, p := range k.Pairs {
		if p.ID == "" {
			continue
		}
		n := turn
		if p.Side != 'a' {
			n = 1 - turn
		}
		s.sides[n] |= bit(text.HashString(p.ID))
	}
}

func bit(h uint64) uint64 { return 1 << (h & 63) }

// mayOppose is false only where no word of a stands against one of o in what both say of the name that they have first.
func (s *sense) mayOppose(o *sense) bool {
	return s.first != 0 && s.first == o.first && (s.affirmed&o.denied|s.denied&o.affirmed|s.sides[0]&o.sides[1]|s.sides[1]&o.sides[0]) != 0
}

// plain reports whether a proposition says outright that something is, was or will be so.
func (p *proposition) plain() bool {
	switch p.mode {
	case attribution.Hypothetical, attribution.Possible, attribution.Demanded, attribution.Alleged:
		return false
	}
	switch p.stance {
	case attribution.Asserts, attribution.Confirms, attribution.Accuses, attribution.Predicts, attribution.Promises:
		return !p.claim.Head && !p.claim.Bare
	}
	return false
}

// contrary finds the keys on which two propositions stand against each other, where all else that counts is
// the same: who is spoken of, and most of what is said.
func (s *sources) contrary(a, b *proposition) (x, y int, ok bool) {
	for x = range a.claim.Keys {
		k := &a.claim.Keys[x]
		for y = range b.claim.Keys {
			o := &b.claim.Keys[y]
			if k.Denial == o.Denial && (k.Pairs[0].ID == "" || o.Pairs[0].ID == "") {
				continue // most words stand against none
			}
			if against(k, o) && !a.says(o) && !b.says(k) && oneSubject(a, b, x, y) && a.sameButFor(b, x, y) && !s.valuesDiffer(a, b) && !s.turnsApart(a, b) && !s.notYet(a, b, k, o) && s.longBefore(a) == s.longBefore(b) && s.owned(a, x) == s.owned(b, y) && !s.otherSides(a.doc, a.claim.Span, b.doc, b.claim.Span) {
				return x, y, true
			}
		}
	}
	return 0, 0, false
}

// notYet reports whether one of two claims says that a thing will be done, and the other that it has not been done so far.
func (s *sources) notYet(a, b *proposition, k, o *statement.Key) bool {
	if k.Denial == statement.Denied {
		a, b, k, o = b, a, o, k
	}
	if !k.Verb || !o.Verb || k.Denial == o.Denial {
		return false
	}
	return statement.Ahead(s.docs[a.doc].Text, k.Span) && statement.SoFar(s.docs[b.doc].Text, o.Span)
}

// against reports whether two words cannot both hold of one thing.
func against(k, o *statement.Key) bool {
	if k.Name || o.Name || k.Denial == statement.Unclear || o.Denial == statement.Unclear {
		return false
	}
	denied := k.Denial != o.Denial
	if k.Hash == o.Hash || k.Class != "" && k.Class == o.Class {
		return denied
	}
	for _, p := range k.Pairs {
		if side := sideOf(o, p.ID); p.ID != "" && side != 0 {
			return (side != p.Side) != denied
		}
	}
	return false
}

// says reports whether a proposition has a word as it stands in another, denied or not: who was warned "publicly and
// privately" in both reports is not warned differently.
func (p *proposition) says(o *statement.Key) bool {
	for i := range p.claim.Keys {
		k := &p.claim.Keys[i]
		if k.Denial == o.Denial && (k.Hash == o.Hash || k.Class != "" && k.Class == o.Class) {
			return true
		}
	}
	return false
}

// opposes reports whether a verb of one proposition cannot hold beside one of the other, of one subject: shops that open, shops that shut.
func (p *proposition) opposes(o *proposition) bool {
	for i := range p.keys {
		k := p.keys[i].key
		for j := range o.keys {
			if x := o.keys[j].key; k.Verb && x.Verb && (k.Denial != x.Denial || k.Pairs[0].ID != "" && x.Pairs[0].ID != "") && against(k, x) && !p.says(x) && !o.says(k) && oneSubject(p, o, p.keys[i].at, o.keys[j].at) {
				return true
			}
		}
	}
	return false
}

// subject returns the first name before key x, or 0; alone, where no other name stands between them.
func (p *proposition) subject(x int) (first uint64, alone bool) {
	alone = true
	for i := range x {
		switch k := &p.claim.Keys[i]; {
		case !k.Name:
		case first == 0:
			first = k.Hash
		case k.Hash != first:
			alone = false
		}
	}
	return first, alone
}

// oneSubject reports whether both keys are said of the same. Words that are opposites need it more surely than
// one word that is denied: who beats a team and who loses to it say the same.
func oneSubject(a, b *proposition, x, y int) bool {
	sa, aloneA := a.subject(x)
	sb, aloneB := b.subject(y)
	return sa != 0 && sa == sb && (aloneA && aloneB || idOf(&a.claim.Keys[x]) == idOf(&b.claim.Keys[y]))
}

// owned reports whether the first name before key x tells whose the subject is, and not who.
func (s *sources) owned(p *proposition, x int) bool {
	for i := range x {
		if k := &p.claim.Keys[i]; k.Name {
			return statement.Owner(s.docs[p.doc].Text, k.Span)
		}
	}
	return false
}

// sameButFor reports whether a and b share enough beside keys x and y.
func (a *proposition) sameButFor(b *proposition, x, y int) bool {
	ax, by := idOf(&a.claim.Keys[x]), idOf(&b.claim.Keys[y])
	shared, n := 0.0, 0
	a.shared(b, func(k, _ *weighted) {
		if k.id != ax && k.id != by {
			shared += k.weight
			n++
		}
	})
	ra, rb := a.rest(ax), b.rest(by)
	return n >= restKeys && shared >= restOfSmaller*min(ra, rb) && shared >= restOfLarger*max(ra, rb)
}

func (p *proposition) rest(id uint64) float64 {
	sum := p.total
	for i := range p.keys {
		if p.keys[i].id == id {
			sum -= p.keys[i].weight
		}
	}
	return sum
}

func (s *sources) contraryFinding(a, b *proposition, x, y int) Finding {
	return s.contraryAt(a, b, [2]text.Span{a.sharedSpan(b).Cover(a.claim.Keys[x].Span), b.sharedSpan(a).Cover(b.claim.Keys[y].Span)})
}

// contraryAt makes the finding of two propositions that stand against each other in the words of two passages.
func (s *sources) contraryAt(a, b *proposition, at [2]text.Span) Finding {
	f := Finding{Kind: "stance", Rule: StanceConflict, Verdict: VerdictConflict, Severity: Serious, Origins: 2}
	if a.holder != "" && b.holder != "" && a.holder != b.holder {
		f.Verdict = VerdictDisputed
	}
	words := [2]string{}
	for n, p := range []*proposition{a, b} {
		e := s.evidence(p.doc, s.withCue(p, at[n]))
		e.Speaker, e.Reading = p.holder, "stance"
		words[n] = shorten(e.Text, 80)
		f.Positions = append(f.Positions, Position{Value: words[n], Side: side(n), Sources: []string{e.Source}, Evidence: []Evidence{e}})
	}
	f.Topic = words[0]
	f.Reason = Reason{Code: ReasonContrary, Args: []string{words[0], words[1]}}
	if strings.EqualFold(words[0], words[1]) {
		f.Reason = Reason{Code: ReasonNotSo, Args: words[:1]}
	}
	return f
}

// withCue extends a passage of what is denied, admitted or promised to the word that tells so.
func (s *sources) withCue(p *proposition, sp text.Span) text.Span {
	if p.claim.Voice < 0 || p.stance != attribution.Denies && p.stance != attribution.Confirms && p.stance != attribution.Promises {
		return sp
	}
	cue := s.docs[p.doc].Text.Span(s.docs[p.doc].Attributions[p.claim.Voice].Cue)
	if c := cue.Cover(sp); cue.Len() > 0 && c.Len() <= maxClaimText {
		return c
	}
	return sp
}
