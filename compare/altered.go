package compare

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/name"
)

// altered finds what differs in sentences that are word for word the same otherwise: a copy has changed it. Whether anything
// says what is measured, and who it is that did it, then does not matter. What other findings tell of already is left out.
func (s *sources) altered(found []Finding) []Finding {
	if len(s.docs) < 2 {
		return found
	}
	known := (*places)(nil)
	var out []Finding
	for _, g := range s.shared(s.fillers()) {
		values := s.valuesOf(g)
		if len(values) < 2 {
			continue
		}
		if known == nil {
			known = s.placesOf(found)
		}
		if f, ok := s.alteration(values, known); ok {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		return found
	}
	return append(s.unlessIn(found, out), out...)
}

// shared returns the fillers of each frame that several sources have, in their order.
func (s *sources) shared(all []filler) [][]filler {
	m := s.memory
	if m.frames == nil {
		m.frames = make(map[frameKey]int32, len(all))
	}
	clear(m.frames)
	groups := int32(0)
	for i := range all {
		f := &all[i]
		k := frameKey{f.sum, f.kind}
		last := m.frames[k]
		m.frames[k] = int32(i + 1)
		if last == 0 {
			continue
		}
		was := &all[last-1]
		if was.group == 0 {
			groups++
			was.group = groups
		}
		f.group = was.group
	}
	m.grouped = slices.Grow(m.grouped[:0], len(all))
	return gathered(m.grouped, all, int(groups), func(i int) int { return int(all[i].group) - 1 })
}

// gathered copies items to the memory of out, group by group, each in their order; those of a negative group are left out.
func gathered[T any](out, items []T, groups int, groupOf func(i int) int) [][]T {
	starts := make([]int, groups+1)
	for i := range items {
		if g := groupOf(i); g >= 0 {
			starts[g+1]++
		}
	}
	all := make([][]T, groups)
	for g := range all {
		n := starts[g+1]
		starts[g+1] += starts[g]
		all[g] = out[starts[g] : starts[g] : starts[g]+n]
	}
	for i := range items {
		if g := groupOf(i); g >= 0 {
			all[g] = append(all[g], items[i])
		}
	}
	return all
}

type frameKey struct {
	sum  uint64
	kind fillerKind
}

// valuesOf groups what stands in one frame by value; nil where a source has several: it says the like of several things.
func (s *sources) valuesOf(g []filler) [][]filler {
	for i := range g {
		switch f := &g[i]; f.kind {
		case numberFiller:
			f.value = Show(s.docs[f.doc].Quantities[f.at].Value)
		case oppositeFiller:
			f.value = strings.ToLower(s.spanText(f))
		case scoreFiller:
			f.value = Show(s.docs[f.doc].Statements[f.at].Count.Amount())
		case timeFiller:
			f.value = ShowTime(s.docs[f.doc].Times[f.at].Value)
		}
	}
	slices.SortStableFunc(g, func(a, b filler) int { return a.doc - b.doc })
	var values [maxClasses]string
	n := 0
	for i := range g {
		f := &g[i]
		if i > 0 && g[i-1].doc == f.doc && g[i-1].value != f.value {
			return nil
		}
		at := slices.Index(values[:n], f.value)
		if at < 0 && n < maxClasses {
			at = n
			values[n] = f.value
			n++
		}
		f.group = int32(at)
	}
	return gathered(make([]filler, 0, len(g)), g, n, func(i int) int { return int(g[i].group) })
}

// alteration makes the finding of the two values of one frame that stand farthest apart.
func (s *sources) alteration(values [][]filler, known *places) (Finding, bool) {
	worst := judgement{Relation: Agree}
	var a, b *filler
	x, y := 0, 0
	for i := range values {
		for k := i + 1; k < len(values); k++ {
			p, q, ok := copies(values[i], values[k])
			if !ok {
				continue
			}
			if j := s.judgeFillers(p, q); j.Relation != Unrelated && j.Relation < worst.Relation {
				worst, a, b, x, y = j, p, q, i, k
			}
		}
	}
	if a == nil || worst.Relation == Compatible && !shifting(worst) && !worst.Review {
		return Finding{}, false // bounds and roundings tell the reader nothing here
	}
	switch a.kind {
	case oppositeFiller:
		s.widen(values[x])
		s.widen(values[y])
	case denialFiller:
		s.locateDenial(values[x], values[y])
	}
	if len(known.both(a.stretch(), b.stretch(), worst.Relation == Conflict)) > 0 {
		return Finding{}, false
	}
	return s.alterationFinding(worst, values[x], values[y]), true
}

// widen shows words together with those beside them.
func (s *sources) widen(all []filler) {
	for i := range all {
		all[i].span = s.besideToken(all[i].doc, all[i].sentence, all[i].at, all[i].at)
	}
}

// copies returns two fillers of different sources whose sentences were copied.
func copies(x, y []filler) (a, b *filler, ok bool) {
	for i := range x[:min(len(x), maxPairs)] {
		for k := range y[:min(len(y), maxPairs)] {
			if x[i].doc != y[k].doc && x[i].copied(&y[k].frame) {
				return &x[i], &y[k], true
			}
		}
	}
	return nil, nil, false
}

// locateDenial gives sentences that do not deny the place where the others do.
func (s *sources) locateDenial(x, y []filler) {
	if x[0].at < 0 {
		x, y = y, x
	}
	d := &x[0]
	n := 0 // words before it
	for i := s.docs[d.doc].Text.Sentences[d.sentence].First; i < int32(d.at); i++ {
		if counts(&s.docs[d.doc].Text.Tokens[i]) {
			n++
		}
	}
	for i := range y {
		if y[i].at < 0 {
			at := s.wordAt(y[i].doc, y[i].sentence, n)
			y[i].span = s.besideToken(y[i].doc, y[i].sentence, at, at-1)
		}
	}
}

// wordAt returns the token of a sentence that has n words before it, or its last one.
func (s *sources) wordAt(d int, sentence int32, n int) int {
	g := s.docs[d].Text
	r := g.Sentences[sentence].Range
	for i := r.First; i < r.Last; i++ {
		if counts(&g.Tokens[i]) {
			if n == 0 {
				return int(i)
			}
			n--
		}
	}
	return int(r.Last) - 1
}

func (s *sources) alterationFinding(j judgement, x, y []filler) Finding {
	f := Finding{Verdict: VerdictAgree, Severity: Info, Reason: j.worded(), Flags: j.Flags}
	if j.Relation == Conflict {
		f.Verdict, f.Severity = VerdictConflict, Serious
	} else {
		f.Verdict = VerdictCompatible
		if j.Review {
			f.Severity = Review
		}
	}
	s.ruleOf(&f, x, y)
	if p, q := s.docs[x[0].doc].Published, s.docs[y[0].doc].Published; f.Rule == NumberConflict && !p.IsZero() && !q.IsZero() && !p.Equal(q) {
		f.Severity = Review // the later edition may know better
	}
	for n, side2 := range [][]filler{x, y} {
		p := Position{Side: side(n)}
		for i := range side2 {
			a := &side2[i]
			if k := len(p.Sources); k > 0 && p.Sources[k-1] == s.docs[a.doc].Source.ID {
				continue
			}
			es := s.fillerEvidence(a, f.Rule)
			p.Sources, p.Evidence = append(p.Sources, es[0].Source), append(p.Evidence, es...)
		}
		p.Value = p.Evidence[0].Value
		f.Positions = append(f.Positions, p)
	}
	f.Origins = len(f.Positions[0].Sources) + len(f.Positions[1].Sources)
	f.Topic = s.frameTopic(&x[0])
	return f
}

// ruleOf fills in what a finding is called.
func (s *sources) ruleOf(f *Finding, x, y []filler) {
	match := f.Verdict != VerdictConflict
	switch x[0].kind {
	case numberFiller, scoreFiller:
		f.Kind, f.Rule = "number", NumberConflict
		if match {
			f.Rule = NumberMatch
		}
	case timeFiller:
		f.Kind, f.Rule = "date", DateConflict
		if match {
			f.Rule = DateMatch
		}
	case nameFiller:
		f.Kind, f.Rule = "name", NameConflict
		if s.kindOf(&x[0]) == name.Place {
			f.Kind = "place"
		}
		if s.speaks(&x[0]) >= 0 && s.speaks(&y[0]) >= 0 {
			f.Kind, f.Rule, f.Reason.Code = "attribution", SpeakerConflict, ReasonTwoSpeakers
		}
	case denialFiller, oppositeFiller:
		f.Kind, f.Rule = "stance", StanceConflict
		f.Reason = Reason{Code: ReasonContrary, Args: []string{s.spanText(&x[0]), s.spanText(&y[0])}}
	}
}

// fillerEvidence is where a filler stands, and for who speaks what is said as well.
func (s *sources) fillerEvidence(a *filler, rule Rule) []Evidence {
	doc := s.docs[a.doc]
	e := s.evidence(a.doc, a.span)
	switch a.kind {
	case numberFiller:
		e.Value, e.Reading = a.value, doc.Quantities[a.at].Rule
	case scoreFiller:
		e.Value, e.Reading = a.value, "tally"
	case timeFiller:
		e.Value, e.Reading = a.value, doc.Times[a.at].Rule
	case nameFiller:
		e.Value, e.Reading = e.Text, "name"
	case denialFiller, oppositeFiller:
		e.Value, e.Reading = e.Text, "stance"
	}
	if rule != SpeakerConflict {
		return []Evidence{e}
	}
	v := &doc.Attributions[s.speaks(a)]
	e.Speaker, e.Reading = v.Speaker.Name, "speaker"
	out := []Evidence{e}
	for _, r := range v.Content {
		c := s.evidence(a.doc, doc.Text.Span(r))
		c.Speaker, c.Reading, c.Value = v.Speaker.Name, "speaker", e.Value
		out = append(out, c)
	}
	return out
}

// frameTopic says which sentence it is, in the words around the place.
func (s *sources) frameTopic(a *filler) string {
	g := s.docs[a.doc].Text
	all := g.Span(g.Sentences[a.sentence].Range).Of(g.Body)
	return shorten(strings.Join(strings.Fields(all), " "), 80)
}
