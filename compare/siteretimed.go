package compare

import "slices"

// An oppositeTime is two values that are rather of one event than of two.
type oppositeTime struct {
	x, y  *timeValue
	pairs []sitePair // the likeliest first
	odds  int
}

// oppositeTimes returns the values of the reports that are rather of one event than of two, the likeliest first.
func (s *sources) oppositeTimes(sites []site, values []timeValue) (out []oppositeTime) {
	for i := range values {
		for k := range values[:i] {
			x, y := &values[k], &values[i]
			if x.shown > y.shown {
				x, y = y, x
			}
			pairs := s.sitePairs(sites, x, y)
			if len(pairs) == 0 {
				continue
			}
			if n := s.siteOdds(sites, pairs, 0); n >= 0 {
				slices.SortStableFunc(pairs, func(a, b sitePair) int { return b.odds - a.odds })
				out = append(out, oppositeTime{x, y, pairs, n})
			}
		}
	}
	slices.SortStableFunc(out, func(x, y oppositeTime) int { return y.odds - x.odds })
	return out
}

// retimed adds to what was found the times of two sources that differ and that by their sentences are those of one event. Of several that could be, the
// likeliest are taken; what other findings bring together is left out.
func (s *sources) retimed(found []Finding) []Finding {
	if len(s.docs) < 2 || len(s.docs) > mostReports {
		return found
	}
	sites := s.timeSites()
	values := timeValues(sites)
	found = s.doubtedTimes(found, sites, values)
	all := s.oppositeTimes(sites, values)
	if len(all) == 0 {
		return found
	}
	known := s.placesOf(found)
	told := toldApart(found)
	taken := heldValues[*timeValue]{}
	var out []Finding
	var gone []int // findings by which two dates fit together since one is open, which they do not
	for i := range all {
		p := &all[i]
		if slices.ContainsFunc(p.pairs, func(o sitePair) bool { return taken.otherwise(o.a.doc, o.b.doc, p.x, p.y) }) {
			continue
		}
		for _, o := range p.pairs {
			taken.take(o.a.doc, o.b.doc, p.x, p.y)
		}
		opened, have := known.togetherIn(found, p)
		if have || told[[2]string{p.x.shown, p.y.shown}] {
			continue
		}
		gone = append(gone, opened...)
		out = append(out, s.siteFinding(p))
	}
	if len(out) == 0 {
		return found
	}
	return append(leaving(found, gone), out...)
}

// doubtedTimes leaves out the days that rules hold for two days of one event where all else says that they are of two events, and gives those to a desk to look at of
// which that is rather so.
func (s *sources) doubtedTimes(found []Finding, sites []site, values []timeValue) []Finding {
	kept := found[:0]
	for i := range found {
		f := &found[i]
		if f.Rule == DateConflict && len(f.Positions) == 2 {
			switch s.timesDoubt(f, sites, values) {
			case doubtful:
				continue
			case unsure:
				f.Severity = Review
			}
		}
		kept = append(kept, *f)
	}
	clear(found[len(kept):])
	return kept
}

// timesDoubt is how far what is weighed speaks against a finding of two days.
func (s *sources) timesDoubt(f *Finding, sites []site, values []timeValue) doubt {
	at := func(p *Position) *timeValue {
		i := slices.IndexFunc(values, func(v timeValue) bool { return v.shown == p.Value && !v.sites[0].clock })
		if i < 0 {
			return nil
		}
		return &values[i]
	}
	x, y := at(&f.Positions[0]), at(&f.Positions[1])
	if x == nil || y == nil {
		return noDoubt
	}
	pairs := s.sitePairs(sites, x, y)
	if len(pairs) == 0 {
		return noDoubt
	}
	switch n := s.siteOdds(sites, pairs, siteAgain); {
	case n < siteAgain:
		return doubtful
	case n < 0:
		return unsure
	}
	return noDoubt
}

// toldApart returns the values that stand against each other in what was found.
func toldApart(found []Finding) map[[2]string]bool {
	out := map[[2]string]bool{}
	for i := range found {
		if f := &found[i]; f.Rule == DateConflict && len(f.Positions) > 1 {
			out[ordered(f.Positions[0].Value, f.Positions[1].Value)] = true
		}
	}
	return out
}

// togetherIn returns the findings by which times of two values fit since one is open, and reports whether others bring two of them together.
func (p *places) togetherIn(found []Finding, o *oppositeTime) (opened []int, have bool) {
	for i := range o.pairs {
		a, b := o.pairs[i].a, o.pairs[i].b
		switch both := p.both(stretch{a.doc, a.span}, stretch{b.doc, b.span}, false); {
		case len(both) == 0:
		case o.odds >= surelyOneDate && !slices.ContainsFunc(both, func(i int) bool { return !openDate(&found[i]) }):
			opened = append(opened, both...)
		default:
			return nil, true
		}
	}
	return opened, false
}

// surelyOneDate is what two dates must come to, of which one is told as the beginning or the end of something and would fit with the other.
const surelyOneDate = 10

// openDate reports whether a finding holds two dates for fitting since one of them is open.
func openDate(f *Finding) bool {
	return f.Rule == DateMatch && f.Reason.Code == ReasonWithinTime && len(f.Positions) <= 2
}

// ordered returns two values, the smaller one first.
func ordered(a, b string) [2]string { return [2]string{min(a, b), max(a, b)} }

// addSite adds the evidence of a time to a position, unless its source is there.
func (s *sources) addSite(p *Position, x *site) {
	e := s.evidence(x.doc, x.span)
	e.Value = p.Value
	p.add(e)
}

// siteFinding makes the finding of two values, to be reviewed.
func (s *sources) siteFinding(p *oppositeTime) Finding {
	f := Finding{Kind: "date", Rule: DateConflict, Verdict: VerdictConflict, Severity: Review, Flags: []string{FlagLikely}}
	f.Reason = Reason{Code: ReasonTimeDiffers, Args: []string{p.x.shown, p.y.shown}}
	f.Positions = []Position{{Value: p.x.shown, Side: side(0)}, {Value: p.y.shown, Side: side(1)}}
	for _, o := range p.pairs {
		s.addSite(&f.Positions[0], o.a)
		s.addSite(&f.Positions[1], o.b)
	}
	f.Origins = len(SourceIDs(f.Positions...))
	a := p.pairs[0].a
	g := s.docs[a.doc].Text
	f.Topic = shorten(g.Span(g.Sentences[a.sentence].Range).Of(g.Body), mostTopic)
	return f
}
