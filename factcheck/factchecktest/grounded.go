package factchecktest

import (
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/normalize/text"
)

// Grounded asserts that the contexts bear out an answer: no claim of it is contradicted, and none is missing in
// them. An answer without a claim that could be checked fails as well.
func Grounded(t T, answer factcheck.Source, contexts ...factcheck.Source) bool {
	helper(t)
	return grounded(t, answer, contexts, compare.NotFound, compare.Contradicted)
}

// RequireGrounded is Grounded that stops the test.
func RequireGrounded(t FailNow, answer factcheck.Source, contexts ...factcheck.Source) {
	helper(t)
	require(t, Grounded(t, answer, contexts...))
}

// NotContradicted asserts that the contexts contradict no claim of an answer. What they do not mention passes.
func NotContradicted(t T, answer factcheck.Source, contexts ...factcheck.Source) bool {
	helper(t)
	return grounded(t, answer, contexts, compare.Contradicted)
}

// RequireNotContradicted is NotContradicted that stops the test.
func RequireNotContradicted(t FailNow, answer factcheck.Source, contexts ...factcheck.Source) {
	helper(t)
	require(t, NotContradicted(t, answer, contexts...))
}

func grounded(t T, answer factcheck.Source, contexts []factcheck.Source, wrong ...compare.State) bool {
	helper(t)
	g, err := factcheck.Ground(answer, contexts...)
	if err != nil {
		t.Errorf("factcheck: %v", err)
		return false
	}
	if len(g.Claims) == 0 {
		t.Errorf("factcheck: nothing could be checked in %s", names([]factcheck.Source{answer}))
		return false
	}
	var b strings.Builder
	n := 0
	for i := range g.Claims {
		for _, s := range wrong {
			if g.Claims[i].State == s {
				n++
				describeClaim(&b, &answer, contexts, &g.Claims[i])
			}
		}
	}
	if n == 0 {
		return true
	}
	t.Errorf("factcheck: %d of %d claims of %s are not borne out by %s\n%s", n, len(g.Claims), names([]factcheck.Source{answer}), names(contexts), b.String())
	return false
}

// Passages that a failure shows of one claim.
const mostContexts = 5

// describeClaim writes a claim in at most eight lines: what it is, where it stands, the passages and why.
func describeClaim(b *strings.Builder, answer *factcheck.Source, contexts []factcheck.Source, c *factcheck.Claim) {
	line, column := place(answer.Text, c.Span.Start)
	fmt.Fprintf(b, "  %s %s\n      %s:%d:%d: %q\n", strings.ReplaceAll(string(c.State), "_", " "), c.Kind, nameOf(answer, 0), line, column, short(c.Text))
	for i := range c.Evidence[:min(len(c.Evidence), mostContexts)] {
		e := &c.Evidence[i]
		fmt.Fprintf(b, "      %s:%d:%d: %q\n", contextName(contexts, e.Source), e.Line, e.Column, short(e.Text))
	}
	fmt.Fprintf(b, "      why: %s\n", oneLine(c.Explanation))
}

func contextName(contexts []factcheck.Source, id string) string {
	for i := range contexts {
		if contexts[i].ID == id && contexts[i].File != "" {
			return contexts[i].File
		}
	}
	return id
}

// place returns the line and column of an offset, from 1, columns in bytes.
func place(s string, at int) (line, column int) {
	return new(text.Lines).At(s, at)
}
