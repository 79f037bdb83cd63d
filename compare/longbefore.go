package compare

// longBefore reports whether a claim is told of a time well before its report: opened in 1996.
func (s *sources) longBefore(p *proposition) bool {
	doc := s.docs[p.doc]
	if doc.Published.IsZero() {
		return false
	}
	for _, t := range timesIn(doc.Times, doc.Text.Span(doc.Text.Sentences[p.claim.Sentence].Range)) {
		if t.Value.Resolved() && !t.Value.Open && doc.Published.Sub(t.Value.To) > longBefore {
			return true
		}
	}
	return false
}

// longBefore is how long before its report something is history.
const longBefore = 6 * background
