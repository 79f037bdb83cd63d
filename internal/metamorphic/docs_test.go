package metamorphic

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	testNamed   = regexp.MustCompile("`((?:Test|Fuzz)[A-Z]\\w+)`")
	testWritten = regexp.MustCompile(`(?m)^func ((?:Test|Fuzz)[A-Z]\w+)\(`)
)

// What docs/trust.md says is tested is tested: each test that it names is there, and each package with a fuzz target is named.
func TestTrustPage(t *testing.T) {
	page, err := os.ReadFile("../../docs/trust.md")
	require.NoError(t, err)
	written := map[string]bool{}
	err = filepath.WalkDir("../..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		raw, err := os.ReadFile(path)
		for _, m := range testWritten.FindAllStringSubmatch(string(raw), -1) {
			written[m[1]] = true
			if strings.HasPrefix(m[1], "Fuzz") {
				assert.Contains(t, string(page), "`"+filepath.Base(filepath.Dir(path))+"`", "%s is not told of", path)
			}
		}
		return err
	})
	require.NoError(t, err)
	named := testNamed.FindAllStringSubmatch(string(page), -1)
	require.NotEmpty(t, named)
	for _, m := range named {
		assert.True(t, written[m[1]], "there is no %s", m[1])
	}
}
