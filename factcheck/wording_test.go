package factcheck

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/compare"
)

// codes returns the reason codes that package compare's source holds: the constants Reason… and the
// literals given as Code.
func codes(t *testing.T) map[string]token.Position {
	files, err := filepath.Glob("../compare/*.go")
	require.NoError(t, err)
	found, set := map[string]token.Position{}, token.NewFileSet()
	add := func(e ast.Expr) {
		if lit, ok := e.(*ast.BasicLit); ok && lit.Kind == token.STRING {
			if s, _ := strconv.Unquote(lit.Value); s != "" {
				found[s] = set.Position(lit.Pos())
			}
		}
	}
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		f, err := parser.ParseFile(set, name, nil, 0)
		require.NoError(t, err)
		ast.Inspect(f, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				for i, id := range n.Names {
					if strings.HasPrefix(id.Name, "Reason") && i < len(n.Values) {
						add(n.Values[i])
					}
				}
			case *ast.KeyValueExpr:
				if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Code" {
					add(n.Value)
				}
			}
			return true
		})
	}
	return found
}

func TestEveryReasonIsWorded(t *testing.T) {
	for code, at := range codes(t) {
		assert.Contains(t, reasons, code, "%s: add a sentence for this code to reasons in factcheck/wording.go", at)
	}
}

func TestEveryRuleHasAHeading(t *testing.T) {
	set := token.NewFileSet()
	f, err := parser.ParseFile(set, "../compare/finding.go", nil, 0)
	require.NoError(t, err)
	n := 0
	ast.Inspect(f, func(node ast.Node) bool {
		spec, ok := node.(*ast.ValueSpec)
		if !ok || len(spec.Values) != 1 {
			return true
		}
		if kind, ok := spec.Type.(*ast.Ident); ok && kind.Name == "Rule" {
			s, _ := strconv.Unquote(spec.Values[0].(*ast.BasicLit).Value)
			n++
			assert.Contains(t, headings, compare.Rule(s))
		}
		return true
	})
	assert.Equal(t, len(headings), n)
}

func TestWordingsAreSentences(t *testing.T) {
	for code, s := range reasons {
		assert.True(t, strings.HasSuffix(s, "."), code)
	}
	for flag, s := range hints {
		assert.True(t, strings.HasSuffix(s, "."), flag)
	}
}

func TestShortened(t *testing.T) {
	for v, want := range map[string]string{"120.701 kilometer": "120.7 kilometer", "5.805": "5.8", "0.0366 liter": "0.037 liter", "12": "12", "12.5 mile": "12.5 mile",
		"99.999 mile": "100 mile", "-3.1415": "-3.1", "about it": "about it", "0": "0"} {
		assert.Equal(t, want, shortened(v), v)
	}
}

func TestExplanation(t *testing.T) {
	f := &compare.Finding{Reason: compare.Reason{Code: "differ", Args: []string{"12", "21"}}, Flags: []string{"transposed", "rounding"}}
	assert.Equal(t, "12 and 21 do not fit together: neither unit, rounding nor the words around them explain the difference. Two digits have changed places.", explanation(f))
	f = &compare.Finding{Reason: compare.Reason{Code: "not-known", Args: []string{"a", "b"}}}
	assert.Equal(t, "not-known a, b", explanation(f), "a code without a sentence is shown as it is")
	assert.Empty(t, explanation(&compare.Finding{}))
}
