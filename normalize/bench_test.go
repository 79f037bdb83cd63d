package normalize_test

import (
	"testing"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/seeds"
)

func BenchmarkRead(b *testing.B) {
	n, err := normalize.New()
	if err != nil {
		b.Fatal(err)
	}
	var srcs []text.Source
	size := 0
	for _, name := range seeds.Names {
		data, err := seeds.FS.ReadFile(name)
		if err != nil {
			b.Fatal(err)
		}
		srcs = append(srcs, text.Source{ID: name, Text: string(data)})
		size += len(data)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for i := range srcs {
			if _, err := n.Read(&srcs[i]); err != nil {
				b.Fatal(err)
			}
		}
	}
}
