// Package golden holds what was printed against files of testdata.
package golden

import (
	"os"
	"path/filepath"
	"testing"
)

// Env is the variable that asks for the files to be written instead of compared.
const Env = "FACTDIFF_GOLDEN"

// Equal compares got with a file of testdata; FACTDIFF_GOLDEN=1 writes the file instead.
func Equal(t testing.TB, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if os.Getenv(Env) != "" {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v: write it with %s=1 go test", err, Env)
	}
	if w := string(want); w != got {
		i := 0
		for i < len(w) && i < len(got) && w[i] == got[i] {
			i++
		}
		t.Errorf("%s differs from byte %d on; write it with %s=1 go test and read the difference\nwant …%.300q\ngot  …%.300q", path, i, Env, w[max(0, i-60):], got[max(0, i-60):])
	}
}
