// Package rooms tests that imports run one way: normalize <- compare <- factcheck <- seeds <- examples, and inside
// normalize text <- lexicon <- the value packages <- statement <- normalize.
package rooms

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const module = "github.com/factdiff/factdiff/"

// rooms are folders from the lowest to the highest; what lies below a folder belongs to it unless it is
// named itself. A package imports its own room and lower ones.
var rooms = [][]string{
	{"normalize/text", "normalize/arena"},
	{"normalize/lexicon"},
	{"normalize/morph"},
	{"normalize/lang", "normalize/quantity", "normalize/timex", "normalize/name", "normalize/spelling", "normalize/attribution"},
	{"normalize/statement"},
	{"normalize"},
	{"compare"},
	{"factcheck"},
	{"seeds"},
	{"examples"},
}

// room returns the number of the room of a folder, or -1.
func room(dir string) int {
	for ; dir != "."; dir = path.Dir(dir) {
		for i, names := range rooms {
			for _, n := range names {
				if dir == n {
					return i
				}
			}
		}
	}
	return -1
}

// only says which files may import what is not the standard library's or this module's.
var only = map[string][]string{
	"github.com/sergi/go-diff/diffmatchpatch": {"compare/wording.go"},
	"github.com/clipperhouse/uax29/v2/words":  {"examples/bench/"},
	"golang.org/x/term":                       {"examples/"},
	"golang.org/x/text/":                      {"normalize/", "factcheck/"},
}

// eachImport calls f for each import of each Go file of the module that is no test.
func eachImport(t *testing.T, f func(file, imported string)) {
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			if _, err := os.Stat(filepath.Join(p, "go.mod")); err == nil && p != root || p != root && strings.HasPrefix(d.Name(), ".") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		ast, err := parser.ParseFile(token.NewFileSet(), p, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, p)
		for _, i := range ast.Imports {
			name, _ := strconv.Unquote(i.Path.Value)
			f(filepath.ToSlash(rel), name)
		}
		return err
	})
	require.NoError(t, err)
}

func TestImportsRunOneWay(t *testing.T) {
	n := 0
	eachImport(t, func(file, imported string) {
		own, ok := strings.CutPrefix(imported, module)
		from := room(path.Dir(file))
		if !ok || from < 0 {
			return
		}
		n++
		to := room(own)
		assert.True(t, to >= 0 && to <= from, "%s imports %s, which lies in a higher room", file, own)
	})
	assert.Greater(t, n, 20, "the test no longer sees the imports")
}

func TestForeignImports(t *testing.T) {
	eachImport(t, func(file, imported string) {
		first, _, _ := strings.Cut(imported, "/")
		if !strings.Contains(first, ".") || strings.HasPrefix(imported, module) || strings.HasPrefix(file, "internal/") {
			return
		}
		for name, places := range only {
			if imported != name && !strings.HasPrefix(imported, name) {
				continue
			}
			for _, place := range places {
				if strings.HasPrefix(file, place) {
					return
				}
			}
		}
		t.Errorf("%s imports %s: name it in this test, or keep it in a nested module", file, imported)
	})
}

// No regular expression runs over text: rules start from a candidate and look around it.
func TestNoRegexp(t *testing.T) {
	eachImport(t, func(file, imported string) {
		if from := room(path.Dir(file)); from >= 0 && from <= room("factcheck") {
			assert.NotEqual(t, "regexp", imported, file)
		}
	})
}
