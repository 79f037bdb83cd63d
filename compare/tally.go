package compare

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
)

// isScore reports whether an amount is the result of a match.
func isScore(a *amount) bool { return a.slot.Dimension == statement.Score }

// scores decides whether two results are those of one match: who played is named in both clauses. Where the words say that one is
// that of half-time, or of a shoot-out, it is another result.
func (s *sources) scores(a, b *amount) strength {
	if timesMatch(a, b) == apart || a.past != b.past || a.slot.Negated != b.slot.Negated {
		return apart
	}
	switch n := players(a, b); {
	case (isVote(a) || isVote(b)) && common(a, b) >= votedLeast, s.oneBallot(a, b):
		return firm
	case n > 1 && slices.Equal(a.mods, b.mods) && drawn(a) == drawn(b):
		return firm
	case n > 0 || common(a, b) >= sameLeast:
		return weak
	}
	return apart
}

// isVote reports whether a result is one of a vote.
func isVote(a *amount) bool { return a.slot.Noun == statement.Vote }

// oneBallot reports whether two results are each the only one of its source, and both of a vote, or of as many votes and with a word in common.
func (s *sources) oneBallot(a, b *amount) bool {
	va, vb := s.tellsVote(a.doc), s.tellsVote(b.doc)
	if !va && !vb || !s.soleResult(a) || !s.soleResult(b) {
		return false
	}
	if va && vb {
		return true
	}
	x, y := &a.st.Count, &b.st.Count
	return common(a, b) > 0 && x.Low+x.High == y.Low+y.High
}

// tellsVote reports whether a source has the result of a vote.
func (s *sources) tellsVote(doc int) bool {
	return slices.ContainsFunc(s.amountsOf(doc, byDimension, statement.Score), isVote)
}

// soleResult reports whether a source has no other result than this.
func (s *sources) soleResult(a *amount) bool {
	return !slices.ContainsFunc(s.amountsOf(a.doc, byDimension, statement.Score), func(x *amount) bool { return x.shown != a.shown })
}

// votedLeast is how many words the clauses of two votes need for that they are one: members, budget.
const votedLeast = 2

// drawn reports whether a match ended level: it may be told of a match that penalties decided.
func drawn(a *amount) bool { return a.st.Count.Low == a.st.Count.High }

// players counts the words with a capital that both clauses have: whether teams are known as names or not.
func players(a, b *amount) int {
	n := 0
	for i := range a.st.Terms {
		if !proper(&a.st.Terms[i]) || earlier(a.st.Terms, i) {
			continue
		}
		for j := range b.st.Terms {
			if proper(&b.st.Terms[j]) && oneTeam(&a.st.Terms[i], &b.st.Terms[j]) {
				n++
				break
			}
		}
	}
	return n
}

// oneTeam reports whether two names are one, or one is the other's first word: Denholm, Denholm United.
func oneTeam(a, b *statement.Term) bool {
	return a.Hash == b.Hash || shortFor(a.Text, b.Text) || shortFor(b.Text, a.Text)
}

func shortFor(short, long string) bool {
	return len(short) >= 5 && len(long) > len(short) && long[len(short)] == ' ' && long[:len(short)] == short
}

func proper(t *statement.Term) bool {
	return t.Kind != statement.NumberTerm && t.Text != "" && 'A' <= t.Text[0] && t.Text[0] <= 'Z'
}

// tallied reports whether two amounts that differ may conflict as far as counts without a number go: scores of one match; nobody
// and somebody, where each source speaks of such a count but once, and of one occasion.
func (s *sources) tallied(a, b *amount) bool {
	switch {
	case isScore(a):
		return s.scores(a, b) == firm
	case isOrdinal(a):
		return s.inOneRow(a, b)
	case a.st.Kind == statement.Tally || b.st.Kind == statement.Tally:
		return s.sole(a) && s.sole(b) && (party(a, b) || common(a, b) >= 2 || a.slot.Measure == b.slot.Measure && a.where == b.where && a.who == b.who)
	}
	return true
}

// judgeScores judges two results of one match.
func judgeScores(a, b *quantity.Quantity) judgement {
	if ratOf(a.Low.Number).cmp(ratOf(b.Low.Number)) == 0 && ratOf(a.High.Number).cmp(ratOf(b.High.Number)) == 0 {
		return decide(Agree, ReasonEqual, a, b)
	}
	return decide(Conflict, ReasonDiffer, a, b)
}
