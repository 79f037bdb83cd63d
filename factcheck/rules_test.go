package factcheck

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/internal/golden"
)

const rulePages = "../docs/rules/"

// emitted returns the rules that package compare gives to findings: the constants that its files use besides the one
// that names them.
func emitted(t *testing.T) map[string]bool {
	files, err := filepath.Glob("../compare/*.go")
	require.NoError(t, err)
	values, used := map[string]string{}, map[string]bool{}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		require.NoError(t, err)
		if filepath.Base(name) == "finding.go" {
			values = ruleConstants(f)
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.SelectorExpr:
				return false // maps.Copy
			case *ast.Ident:
				used[n.Name] = true
			}
			return true
		})
	}
	out := map[string]bool{}
	for name, value := range values {
		if used[name] {
			out[value] = true
		}
	}
	require.Greater(t, len(out), 15, "the test no longer sees the rules")
	return out
}

func ruleConstants(f *ast.File) map[string]string {
	out := map[string]string{}
	ast.Inspect(f, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if id, ok := spec.Type.(*ast.Ident); ok && id.Name == "Rule" {
			out[spec.Names[0].Name] = strings.Trim(spec.Values[0].(*ast.BasicLit).Value, `"`)
		}
		return true
	})
	return out
}

// Every rule has a page and every page a rule.
func TestRulePages(t *testing.T) {
	files, err := filepath.Glob(rulePages + "*.md")
	require.NoError(t, err)
	var pages, rules []string
	for _, f := range files {
		pages = append(pages, strings.TrimSuffix(filepath.Base(f), ".md"))
	}
	index, err := os.ReadFile("../docs/rules.md")
	require.NoError(t, err)
	for _, r := range Rules() {
		rules = append(rules, string(r))
		assert.True(t, strings.Contains(string(index), "rules/"+string(r)+".md)"), "docs/rules.md does not list %s", r)
	}
	assert.ElementsMatch(t, rules, pages)
}

// Every reason that a finding can have is explained on the page of a rule, and none that it cannot.
func TestReasonPages(t *testing.T) {
	told, reserved := map[string]bool{}, map[string]bool{}
	for _, r := range Rules() {
		_, list, _ := strings.Cut(readPage(t, string(r)), "\n## Reasons\n")
		for line := range strings.Lines(list) {
			if code, ok := strings.CutPrefix(line, "- `"); ok {
				code, _, _ = strings.Cut(code, "`")
				told[code] = true
				reserved[code] = strings.Contains(line, "(reserved)")
			}
		}
	}
	grounding, err := os.ReadFile("../docs/grounding.md")
	require.NoError(t, err)
	for code := range reasons {
		code, _, _ = strings.Cut(code, "/")
		if strings.HasPrefix(code, "ground-") {
			assert.True(t, strings.Contains(string(grounding), "`"+code+"`"), "docs/grounding.md does not explain %s", code)
			continue
		}
		assert.True(t, told[code], "no page of docs/rules explains the reason %s", code)
	}
	for code := range told {
		assert.Contains(t, reasons, code, "no finding has the reason that a page explains")
	}
	source := compareSource(t)
	for code := range reasons {
		code, _, _ = strings.Cut(code, "/")
		assert.NotEqual(t, reserved[code], strings.Contains(source, `"`+code+`"`), "the reason %s is given by package compare, or else reserved", code)
	}
}

func compareSource(t *testing.T) string {
	files, err := filepath.Glob("../compare/*.go")
	require.NoError(t, err)
	var b strings.Builder
	for _, name := range files {
		if !strings.HasSuffix(name, "_test.go") {
			data, err := os.ReadFile(name)
			require.NoError(t, err)
			b.Write(data)
		}
	}
	return b.String()
}

func readPage(t *testing.T, rule string) string {
	data, err := os.ReadFile(rulePages + rule + ".md")
	require.NoError(t, err, "every rule has a page")
	return string(data)
}

// The examples of each page are true: what fires does, and reads as the page says; what does not fire does not.
// FACTDIFF_GOLDEN=1 writes what is printed.
func TestRuleExamples(t *testing.T) {
	emitted := emitted(t)
	for _, r := range Rules() {
		t.Run(string(r), func(t *testing.T) {
			p := readPage(t, string(r))
			head, rest, _ := strings.Cut(p, "## It fires\n")
			fires, rest, _ := strings.Cut(rest, "## It does not fire\n")
			silent, _, _ := strings.Cut(rest, "\n## ")
			if !emitted[string(r)] {
				assert.Contains(t, head, "The name is reserved", "a rule that no finding has")
				return
			}
			assert.NotContains(t, head, "The name is reserved")
			examples := blocks(fires, "txtar")
			require.NotEmpty(t, examples, "an example of the rule")
			printed := blocks(fires, "text")
			require.Len(t, printed, len(examples), "what is printed for each example")
			for i, x := range examples {
				got := brief(findingsOf(t, x, r))
				require.NotEmpty(t, got, "the rule does not fire:\n%s", x)
				if os.Getenv(golden.Env) != "" {
					p = strings.Replace(p, x+"```\n\n```text\n"+printed[i]+"```", x+"```\n\n```text\n"+got+"```", 1)
					require.NoError(t, os.WriteFile(rulePages+string(r)+".md", []byte(p), 0o644))
					continue
				}
				assert.Equal(t, printed[i], got, "write it with %s=1 go test", golden.Env)
			}
			for _, x := range blocks(silent, "txtar") {
				assert.Empty(t, brief(findingsOf(t, x, r)), "the rule fires:\n%s", x)
			}
		})
	}
}

// blocks returns the fenced blocks of a language.
func blocks(page, lang string) []string {
	var out []string
	for {
		_, rest, ok := strings.Cut(page, "```"+lang+"\n")
		if !ok {
			return out
		}
		block, rest, _ := strings.Cut(rest, "```")
		out, page = append(out, block), rest
	}
}

// findingsOf checks the sources of an archive and returns the findings of a rule.
func findingsOf(t *testing.T, archive string, rule compare.Rule) []*Finding {
	t.Helper()
	var sources []Source
	for part := range strings.SplitSeq("\n"+archive, "\n-- ") {
		name, body, ok := strings.Cut(part, " --\n")
		if !ok {
			continue
		}
		s, err := ParseText(body + "\n")
		require.NoError(t, err)
		s.ID = strings.TrimSuffix(name, ".txt")
		sources = append(sources, s)
	}
	r, err := Check(sources...)
	require.NoError(t, err)
	var out []*Finding
	for i := range r.Findings {
		if r.Findings[i].Rule == rule {
			out = append(out, &r.Findings[i])
		}
	}
	return out
}

// brief is what a page shows of findings.
func brief(all []*Finding) string {
	var b strings.Builder
	for _, f := range all {
		fmt.Fprintf(&b, "%s %s  %s\n", f.Severity, f.Rule, f.Title)
		if f.Explanation != "" {
			fmt.Fprintf(&b, "why  %s\n", f.Explanation)
		}
	}
	return b.String()
}

// The vocabulary is a promise: what stands in the file is not changed or removed. A new name is added with
// FACTDIFF_GOLDEN=1.
func TestVocabulary(t *testing.T) {
	var b strings.Builder
	list := func(what string, names []string) {
		for _, n := range names {
			fmt.Fprintf(&b, "%s %s\n", what, n)
		}
	}
	var rules []string
	for _, r := range Rules() {
		rules = append(rules, string(r))
	}
	list("schema", []string{Schema})
	list("rule", rules)
	list("kind", slices.Sorted(slices.Values(Kinds)))
	list("severity", []string{Info.String(), Minor.String(), Review.String(), Serious.String()})
	list("verdict", []string{string(compare.VerdictAgree), string(compare.VerdictCompatible), string(compare.VerdictConflict), string(compare.VerdictDisputed), string(compare.VerdictSingle)})
	list("relation", []string{compare.Agree.String(), compare.Compatible.String(), compare.Conflict.String(), compare.Unrelated.String()})
	list("state", []string{string(compare.Contradicted), string(compare.NotFound), string(compare.Supported)})
	var codes []string
	for code := range maps.Keys(reasons) {
		if !strings.Contains(code, "/") {
			codes = append(codes, code)
		}
	}
	slices.Sort(codes)
	list("reason", codes)
	golden.Equal(t, "vocabulary.golden", b.String())
}
