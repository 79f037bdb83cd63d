package factcheck

import "slices"

// Equal reports whether f and o say the same, on the same passages and in the same words.
func (f Finding) Equal(o Finding) bool {
	return f.Title == o.Title && f.Explanation == o.Explanation && f.Accepted == o.Accepted && f.Known == o.Known && f.Finding.Equal(o.Finding)
}

// Equal reports whether s and o are one source, read alike.
func (s SourceInfo) Equal(o SourceInfo) bool {
	if s.Source == nil || o.Source == nil {
		return s.Source == o.Source && s.Published.Equal(o.Published) && s.PublishedFrom == o.PublishedFrom
	}
	return s.Source.Equal(*o.Source) && s.Published.Equal(o.Published) && s.PublishedFrom == o.PublishedFrom
}

// Equal reports whether r and o are of the same sources and say the same. Both may be nil.
func (r *Report) Equal(o *Report) bool {
	if r == nil || o == nil {
		return r == o
	}
	return r.ID == o.ID && r.Stats == o.Stats && slices.EqualFunc(r.Sources, o.Sources, SourceInfo.Equal) &&
		slices.EqualFunc(r.Findings, o.Findings, Finding.Equal)
}

// Equal reports whether c and o are one claim, judged alike.
func (c Claim) Equal(o Claim) bool { return c.Explanation == o.Explanation && c.Claim.Equal(o.Claim) }

// Equal reports whether g and o are of one answer and judge it alike. Both may be nil.
func (g *Grounding) Equal(o *Grounding) bool {
	if g == nil || o == nil {
		return g == o
	}
	return g.ID == o.ID && g.Answer.Equal(o.Answer) && slices.EqualFunc(g.Claims, o.Claims, Claim.Equal)
}
