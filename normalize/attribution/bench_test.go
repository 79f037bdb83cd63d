package attribution_test

import (
	"strings"
	"testing"

	"github.com/factdiff/factdiff/normalize/attribution"
)

func BenchmarkFind(b *testing.B) {
	var body strings.Builder
	for body.Len() < 1<<20 {
		for i, c := range corpusOf(b) {
			body.WriteString(c)
			if i%4 == 3 {
				body.WriteString("\n\n")
			} else {
				body.WriteByte(' ')
			}
			// most sentences of a report say nothing of a speaker
			body.WriteString("The road along the river was rebuilt in two years and carries most of the traffic between the towns. ")
		}
	}
	d := document(b, body.String())
	dst := make([]attribution.Attribution, 0, 2*len(d.Attributions))
	b.SetBytes(int64(body.Len()))
	b.ReportAllocs()
	for b.Loop() {
		dst = attribution.Find(dst[:0], d.Text, d.Names, d.Entities, d.Times)
	}
}
