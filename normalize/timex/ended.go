package timex

// spanBefore reads the span that ends with a month or a day from token first on, as reports of a business year have it: the three months to
// December, the quarter ended June 30, the year to March 2025. It makes t that span and returns where it begins.
func (s *scanner) spanBefore(first int, t *Time) (from int, ok bool) {
	if t.Grain != Month && t.Grain != Day || t.To.IsZero() {
		return first, false
	}
	c, ok := s.before(first)
	if ok && c.says("edge", "end") {
		c, ok = s.before(c.first)
	}
	if !ok || !c.says("prep", "closing") && !c.says("prep", "until") {
		return first, false
	}
	i := c.first - 1
	if i < s.floor {
		return first, false
	}
	w, next, ok := s.word(i)
	g := w.grain
	if !ok || next != c.first || g < Month || !w.is("unit") && !w.is("units") {
		return first, false
	}
	n, from, counted, ok := s.count(i, w.is("units"))
	if fiscal, is := s.before(from); is && fiscal.is("fiscal") && !counted {
		from = fiscal.first
	}
	if !ok || n == 0 || !counted && !s.definite(from) {
		return first, false
	}
	end := t.To
	*t = Time{From: add(end, g, -n), To: end, Grain: g}
	if g == Month && n == 3 {
		t.Grain = Quarter
	}
	return from, true
}

// definite reports whether the word before token i says that what follows is known: the quarter.
func (s *scanner) definite(i int) bool {
	c, ok := s.before(i)
	return ok && c.says("article", "0")
}
