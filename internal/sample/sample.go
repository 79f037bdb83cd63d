// Package sample is an event of three reports with findings made by hand: one of each sort. Tests of how a
// report reads use it, so that they do not depend on what the library finds.
package sample

import (
	"strings"
	"testing"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
)

// at makes evidence of the words of a source, which it must hold.
func at(t testing.TB, s *text.Source, words, value, speaker string) compare.Evidence {
	t.Helper()
	i := strings.Index(s.Text, words)
	if i < 0 {
		t.Fatalf("%q does not stand in %s", words, s.ID)
	}
	return compare.Evidence{Source: s.ID, Span: text.Span{Start: i, End: i + len(words)}, Text: words, Value: value, Speaker: speaker, Reading: "sample"}
}

func position(value, side string, evidence ...compare.Evidence) compare.Position {
	p := compare.Position{Value: value, Side: side, Evidence: evidence}
	for _, e := range evidence {
		p.Sources = append(p.Sources, e.Source)
	}
	return p
}

// Bridge returns the documents and findings of the event.
func Bridge(t testing.TB) ([]*normalize.Document, []compare.Finding) {
	t.Helper()
	day := time.Date(2024, 9, 10, 0, 0, 0, 0, time.UTC)
	sources := []*text.Source{
		{ID: "herald", Outlet: "The Herald", Title: "Bridge falls", Published: day, Text: "Bridge falls\n\nTwelve people died when the bridge over the Lorne fell on Monday, police said.\n\n“The growing cracks were reported in May and nothing was done,” engineer Ada Quill said.\n\nThe bridge was 75 miles (120 kilometers) from the coast. The operator denied any neglect.\n"},
		{ID: "courier", Outlet: "Courier", Published: day.AddDate(0, 0, 1), Text: "At least 10 dead as bridge falls\n\nThe death toll stands at 21, the mayor told reporters.\n\n\"Growing cracks were reported in March, and nobody did a thing,\" Ada Quill said.\n\nIt lies 75 miles inland. Residents accuse the operator of neglect.\n"},
		{ID: "radio", Outlet: "Radio <b>9</b>", Published: day, Text: "Police: 12 killed in bridge collapse.\n\nIt lies 75 miles from the coast.\n\nResidents accuse the operator of neglect; the operator denies it.\n"},
	}
	h, c, r := sources[0], sources[1], sources[2]
	docs := make([]*normalize.Document, len(sources))
	for i, s := range sources {
		docs[i] = &normalize.Document{Source: s, Published: s.Published, PublishedFrom: "given"}
	}
	found := []compare.Finding{
		{ID: "a1b2c3d4e5f6", Kind: "number", Rule: compare.NumberConflict, Verdict: compare.VerdictConflict, Severity: compare.Serious, Topic: "deaths in the bridge collapse",
			Reason: compare.Reason{Code: "differ", Args: []string{"12", "21"}}, Flags: []string{"transposed"}, Origins: 2,
			Positions: []compare.Position{position("12", "a", at(t, h, "Twelve", "12", "police"), at(t, r, "12", "12", "police")), position("21", "b", at(t, c, "21", "21", "the mayor"))}},
		{ID: "0123456789ab", Kind: "omission", Rule: compare.ClaimWithoutDenial, Verdict: compare.VerdictSingle, Severity: compare.Review, Topic: "neglect of the bridge", Origins: 2,
			Positions: []compare.Position{position("denied", "a", at(t, h, "The operator denied any neglect", "denies", "operator"), at(t, r, "the operator denies it", "denies", "operator")),
				{Value: "", Side: "b", Sources: []string{"courier"}}}},
		{ID: "fedcba987654", Kind: "quote", Rule: compare.QuoteDrift, Verdict: compare.VerdictConflict, Severity: compare.Review, Topic: "Ada Quill: “The growing cracks …”", Origins: 1,
			Reason: compare.Reason{Code: "quote-drift", Args: []string{"Ada Quill", "2", "2"}},
			Positions: []compare.Position{
				{Value: "The growing cracks were reported in May and nothing was done,", Side: "a", Sources: []string{"herald"}, Evidence: []compare.Evidence{at(t, h, "The growing cracks were reported in May and nothing was done,", "", "Ada Quill")},
					Wording: []compare.Wording{{Op: compare.Same, Text: "The growing cracks were reported in May and nothing was done,"}}},
				{Value: "Growing cracks were reported in March, and nobody did a thing,", Side: "b", Sources: []string{"courier"}, Evidence: []compare.Evidence{at(t, c, "Growing cracks were reported in March, and nobody did a thing,", "", "Ada Quill")},
					Wording: []compare.Wording{{Op: compare.Gone, Text: "The"}, {Op: compare.Same, Text: "Growing cracks were reported in"}, {Op: compare.Gone, Text: "May"}, {Op: compare.Added, Text: "March"}, {Op: compare.Same, Text: "and"}, {Op: compare.Gone, Text: "nothing was done"}, {Op: compare.Added, Text: "nobody did a thing"}}}}},
		{ID: "5555aaaa5555", Kind: "number", Rule: compare.NumberMatch, Verdict: compare.VerdictCompatible, Severity: compare.Info, Topic: "deaths", Flags: []string{"bound"}, Origins: 2,
			Reason:    compare.Reason{Code: "bound-meets", Args: []string{"at least 10", "12"}},
			Positions: []compare.Position{position("at least 10", "a", at(t, c, "At least 10", "at least 10", "")), position("12", "b", at(t, r, "12", "12", ""))}},
		{ID: "6666aaaa6666", Kind: "number", Rule: compare.NumberMatch, Verdict: compare.VerdictAgree, Severity: compare.Info, Topic: "distance from the coast", Origins: 1,
			Reason:    compare.Reason{Code: "equal", Args: []string{"75 mile", "75 mile"}},
			Positions: []compare.Position{position("75 miles", "a", at(t, h, "75 miles", "75 miles", ""), at(t, c, "75 miles", "75 miles", ""), at(t, r, "75 miles", "75 miles", ""))}},
		{ID: "8888aaaa8888", Kind: "name", Rule: compare.NameVariant, Verdict: compare.VerdictAgree, Severity: compare.Info, Topic: "Lorne", Origins: 2,
			Reason:    compare.Reason{Code: "name-variant", Args: []string{"Lorne", "the Lorne"}},
			Positions: []compare.Position{position("the Lorne", "a", at(t, h, "the Lorne", "Lorne", "")), position("the coast", "b", at(t, r, "the coast", "Lorne", ""))}},
		{ID: "9999aaaa9999", Kind: "provenance", Rule: compare.SharedOrigin, Verdict: compare.VerdictAgree, Severity: compare.Info, Topic: "Ada Quill", Origins: 1,
			Positions: []compare.Position{position("Ada Quill", "a", at(t, h, "Ada Quill", "Ada Quill", ""), at(t, c, "Ada Quill", "Ada Quill", ""))}},
		{ID: "7777aaaa7777", Kind: "number", Rule: compare.OneSource, Verdict: compare.VerdictSingle, Severity: compare.Info, Topic: "month of the report", Origins: 1,
			Positions: []compare.Position{position("May", "a", at(t, h, "May", "May", ""))}},
	}
	return docs, found
}

// Evidence makes evidence of words of a source, which it must hold.
func Evidence(t testing.TB, s *text.Source, words, value string) compare.Evidence {
	t.Helper()
	return at(t, s, words, value, "")
}

// Position is a value with its evidence and the sources of that.
func Position(value, side string, evidence ...compare.Evidence) compare.Position {
	return position(value, side, evidence...)
}
