package factchecktest

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/factdiff/factdiff/factcheck"
)

// GoldenEnv is the environment variable that has Golden write its files: FACTDIFF_GOLDEN=1 go test ./...
const GoldenEnv = "FACTDIFF_GOLDEN"

// Golden asserts that the text report of the sources is that of a file, as the program prints it. With the environment
// variable FACTDIFF_GOLDEN set it writes the file instead; read the difference before you commit it.
func Golden(t T, file string, sources ...factcheck.Source) bool {
	helper(t)
	r, ok := check(t, sources)
	if !ok {
		return false
	}
	got := r.String()
	if os.Getenv(GoldenEnv) != "" {
		err := os.MkdirAll(filepath.Dir(file), 0o755)
		if err == nil {
			err = os.WriteFile(file, []byte(got), 0o644)
		}
		if err != nil {
			t.Errorf("factcheck: %v", err)
		}
		return err == nil
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Errorf("factcheck: %v: %s=1 go test writes it", err, GoldenEnv)
		return false
	}
	if string(want) == got {
		return true
	}
	line, w, g := firstDifference(string(want), got)
	t.Errorf("factcheck: the report of %s is not that of %s; %s=1 go test writes it\n  line %d\n  want %s\n  got  %s\n%s", names(sources), file, GoldenEnv, line, w, g, keep(t, r))
	return false
}

// RequireGolden is Golden that stops the test.
func RequireGolden(t FailNow, file string, sources ...factcheck.Source) {
	helper(t)
	require(t, Golden(t, file, sources...))
}

// firstDifference returns the first line that is not the same, and how it reads in both.
func firstDifference(want, got string) (line int, w, g string) {
	for {
		line++
		var moreWant, moreGot bool
		w, want, moreWant = strings.Cut(want, "\n")
		g, got, moreGot = strings.Cut(got, "\n")
		if w != g || !moreWant || !moreGot {
			return line, w, g
		}
	}
}
