package compare

// The rules for slots say of two amounts that they are of one thing, or that they are not. Rules are wrong where a text is unlike those that they were
// written from; what the clues say then, which are weighed apart from the rules, tells most of those cases.

// A doubt is how far the clues speak against what the rules say.
type doubt uint8

const (
	noDoubt  doubt = iota
	unsure         // a desk should look at it
	doubtful       // the clues say that they are of two things
)

// What two amounts come to by both models, at the most, for a doubt. Of 146 conflicts between numbers that the rules alone found in 367 events, 8 of the 25 that were none,
// and one of the 121 others, come to less than doubtfulBelow.
const (
	unsureBelow   = -5
	doubtfulBelow = -15
)

// doubt asks the clues about two amounts that differ, and that the rules hold for one.
func (s *sources) doubt(a, b *amount) doubt {
	if len(s.docs) > mostReports || wordForWord(a.st, b.st) {
		return noDoubt
	}
	words, reports := byWords.sum(s, a, b, doubtfulBelow), byReports.sum(s, a, b, doubtfulBelow)
	switch {
	case max(words, reports) < doubtfulBelow:
		return doubtful
	case reports < unsureBelow && words < 0:
		return unsure
	}
	return noDoubt
}
