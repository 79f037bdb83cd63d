package statement

import (
	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns of issues.tsv.
const (
	colIssue      = 0
	colIssueRole  = 1
	colIssueValue = 2
)

// An IssueRole is how the words of an issue tell its value.
type IssueRole uint8

const (
	IssueAlone  IssueRole = iota // they say enough
	IssueNear                    // they do where a cue of the issue stands in the sentence,
	IssueBeside                  // or right beside them,
	IssueCue                     // which this is
)

var issueRoles = map[string]IssueRole{"alone": IssueAlone, "near": IssueNear, "beside": IssueBeside, "cue": IssueCue}

// An IssueWord is what tells, or calls for, the value of an issue: of what a report can tell in one way only, as the cause of a fire.
type IssueWord struct {
	ID    string
	Value string // of a cue what the value is that of
	Role  IssueRole
	text.Range
	Span text.Span
}

// IssueWords appends the words of a sentence that belong to an issue, in order. Of two words of one issue of which one is part of the other it
// has the longer.
func IssueWords(dst []IssueWord, g *lexicon.Tagged, r text.Range) []IssueWord {
	const table = lexicon.Issues
	from := len(dst)
	var rows [16]lexicon.Row
	for i := g.Next(int(r.First), int(r.Last), table.In()); i < int(r.Last); i = g.Next(i+1, int(r.Last), table.In()) {
		ps := g.Phrases(i)
		for k := len(ps) - 1; k >= 0; k-- {
			if p := ps[k]; p.Mask.Has(table) && p.Last <= r.Last {
				dst = appendIssues(dst, from, g, g.PhraseRows(rows[:0], p, table), p.Range)
			}
		}
		dst = appendIssues(dst, from, g, g.Rows(rows[:0], i, table), text.Range{First: int32(i), Last: int32(i) + 1})
	}
	return dst
}

// mostIssueWords bounds how many words before one are asked whether it is a part of them.
const mostIssueWords = 16

func appendIssues(dst []IssueWord, from int, g *lexicon.Tagged, rows []lexicon.Row, at text.Range) []IssueWord {
next:
	for _, r := range rows {
		w := IssueWord{ID: r.Field(colIssue), Role: issueRoles[r.Field(colIssueRole)], Value: r.Field(colIssueValue), Range: at, Span: g.Span(at)}
		for i := max(from, len(dst)-mostIssueWords); i < len(dst); i++ {
			if x := &dst[i]; x.ID == w.ID && (x.Role == IssueCue) == (w.Role == IssueCue) && x.First <= w.First && w.Last <= x.Last {
				continue next
			}
		}
		dst = append(dst, w)
	}
	return dst
}

// Kinds of subordinators of function.tsv: whether, if.
const (
	open      = "open"
	condition = "condition"
)

// unsureReach is how many tokens before a value a word that leaves it open may stand.
const unsureReach = 14

// Unsure reports whether what begins at token first of a sentence is left open there: could be, whether, if, called for.
func Unsure(g *lexicon.Tagged, sen text.Range, first int32) bool {
	from := max(sen.First, first-unsureReach)
	var buf [4]Hedge
	for _, h := range Hedges(buf[:0], g, text.Range{First: from, Last: first}) {
		switch h.Modality {
		case attribution.Possible, attribution.Demanded, attribution.Hypothetical:
			return true
		}
	}
	for i := from; i < first; i++ {
		if g.Has(int(i), lexicon.Function) && (isOfKind(g, int(i), classSubordinator, open) || isOfKind(g, int(i), classSubordinator, condition)) {
			return true
		}
	}
	return false
}
