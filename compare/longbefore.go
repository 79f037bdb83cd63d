package compare

// longBefore reports whether a claim is told of a time well before its report: opened in 1996.
func (s *sources) longBefore(p *proposition) bool {
	return s.history(p.doc, int(p.claim.Sentence))
}

// history reports whether a sentence of document d tells of such a time.
func (s *sources) history(d, sentence int) bool {
	doc := s.docs[d]
	if doc.Published.IsZero() {
		return false
	}
	for _, t := range timesIn(doc.Times, doc.Text.Span(doc.Text.Sentences[sentence].Range)) {
		if t.Value.Resolved() && !t.Value.Open && doc.Published.Sub(t.Value.To) > longBefore {
			return true
		}
	}
	return false
}

// longBefore is how long before its report something is history.
const longBefore = 6 * background
