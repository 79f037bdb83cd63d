package compare

import "slices"

// Results compare by what they say, so that tests may hold them against each other: times by their moment, nil
// lists like empty ones.

// Equal reports whether e and o are one passage, read alike.
func (e Evidence) Equal(o Evidence) bool {
	same := e.Published.Equal(o.Published)
	o.Published = e.Published
	return same && e == o
}

// Equal reports whether p and o are one value with the same passages.
func (p Position) Equal(o Position) bool {
	return p.Value == o.Value && p.Side == o.Side && slices.Equal(p.Sources, o.Sources) &&
		slices.EqualFunc(p.Evidence, o.Evidence, Evidence.Equal) && slices.Equal(p.Wording, o.Wording)
}

// Equal reports whether r and o are one reason.
func (r Reason) Equal(o Reason) bool { return r.Code == o.Code && slices.Equal(r.Args, o.Args) }

// Equal reports whether f and o say the same, on the same passages.
func (f Finding) Equal(o Finding) bool {
	return f.ID == o.ID && f.Kind == o.Kind && f.Rule == o.Rule && f.Verdict == o.Verdict && f.Severity == o.Severity &&
		f.Topic == o.Topic && f.Origins == o.Origins && f.Reason.Equal(o.Reason) && slices.Equal(f.Flags, o.Flags) &&
		slices.EqualFunc(f.Positions, o.Positions, Position.Equal)
}

// Equal reports whether c and o are one claim, judged alike on the same passages.
func (c Claim) Equal(o Claim) bool {
	return c.Span == o.Span && c.Text == o.Text && c.Kind == o.Kind && c.State == o.State && c.Reason.Equal(o.Reason) &&
		slices.EqualFunc(c.Evidence, o.Evidence, Evidence.Equal) && c.Passage.Equal(o.Passage)
}
