package compare

// The rules for slots say of two amounts that they are of one thing, or that they are not. Rules are wrong where a text is unlike those that they were
// written from; what the signs say then, which are weighed apart from the rules, tells most of those cases.

// A doubt is how far the signs speak against what the rules say.
type doubt uint8

const (
	noDoubt  doubt = iota
	unsure         // a desk should look at it
	doubtful       // the signs say that they are of two things
)

// doubt asks the signs about two amounts that differ, and that the rules hold for one.
func (s *sources) doubt(a, b *amount) doubt {
	if !s.weighs(a, b) || wordForWord(a.st, b.st) || s.entry(a, b) {
		return noDoubt
	}
	switch n := s.oddsOf(a, b); {
	case s.thirdTells(a, b):
		return doubtful
	case n == notAtAll:
		return noDoubt
	case n < oddsAgain:
		return doubtful
	case n < oddsUnsure:
		return unsure
	}
	return noDoubt
}
