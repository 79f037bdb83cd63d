package compare

import (
	"slices"

	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// A turnOf is a turn without its place in a text.
type turnOf struct {
	row   uint64
	value int16
}

// turns contradicts which one of a row the answer names where the passage that says nearly the same names another one, and no context has
// the answer's: from the second day, from the fourth day of absence.
func (g *grounder) turns(out []Claim) []Claim {
	var own []statement.Turn
	for s := range g.answer.Text.Sentences {
		own = statement.Turns(own, g.answer.Text, g.answer.Text.Sentences[s].Range)
	}
	if len(own) == 0 {
		return out
	}
	told := map[turnOf]bool{}
	for _, doc := range g.docs {
		for s := range doc.Text.Sentences {
			for _, t := range statement.Turns(nil, doc.Text, doc.Text.Sentences[s].Range) {
				told[turnOf{t.Row, t.Value}] = true
			}
		}
	}
	for i := range own {
		t := &own[i]
		clause := g.clauseAt(t.First)
		if clause < 0 || t.Value <= 0 || told[turnOf{t.Row, t.Value}] || len(g.near[clause]) == 0 || g.share[clause] < aboutTheSame {
			continue
		}
		p := g.passages[g.near[clause][0]]
		doc := g.docs[p.doc]
		for _, o := range statement.Turns(nil, doc.Text, doc.Text.Sentences[p.clause.Sentence].Range) {
			if o.Row == t.Row && o.Value > 0 && !g.clauseHasTurn(clause, &o) && !(t.OfTime(g.answer.Text) && g.dated(p)) {
				out = append(out, g.otherTurn(t.Range, p.doc, o.Range))
				break
			}
		}
	}
	return out
}

// clauseHasTurn reports whether the answer names a turn of a context as well, so that it tells of two.
func (g *grounder) clauseHasTurn(clause int32, o *statement.Turn) bool {
	return statement.InRow(g.answer.Text, g.answer.Text.Sentences[g.own[clause].Sentence].Range, o.Value) ||
		slices.ContainsFunc(statement.Turns(nil, g.answer.Text, g.answer.Text.Sentences[g.own[clause].Sentence].Range), func(t statement.Turn) bool {
			return t.Row == o.Row && t.Value == o.Value
		})
}

// dated reports whether a passage tells a month or a day, which a span of time may be told by: by the end of March, in the first quarter.
func (g *grounder) dated(p passage) bool {
	doc := g.docs[p.doc]
	spans, _ := valuesIn(doc.Times, doc.Text.Sentences[p.clause.Sentence].Range, func(_ int32, m *timex.Mention) bool {
		return m.Value.Grain >= timex.Day && m.Value.Grain <= timex.Month
	})
	return len(spans) > 0
}

func (g *grounder) otherTurn(r text.Range, doc int, at text.Range) Claim {
	c := g.claim("number", g.answer.Text.Span(r))
	c.State, c.Evidence = Contradicted, []Evidence{g.evidence(doc, g.docs[doc].Text.Span(at))}
	c.Reason = Reason{Code: "ground-other-number", Args: []string{c.Text, c.Evidence[0].Text}}
	return c
}
