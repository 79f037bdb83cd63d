package quantity_test

import (
	"fmt"
	"io/fs"
	"testing/fstest"

	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// tables are word tables by file name.
type tables map[string]string

// FS returns the tables as a file system.
func (t tables) FS() fs.FS {
	m := fstest.MapFS{}
	for name, data := range t {
		m[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return m
}

func ExampleScan() {
	body := "The missile has a maximum range of 75 miles (120 kilometers). At least one person was killed."
	t := text.Read(&text.Source{Text: body})
	g := en.Lexicon().Tag(t)
	t.Segment(g)
	for _, m := range quantity.Scan(nil, g, nil) {
		q := m.Value
		fmt.Printf("%q: %v %g %s\n", m.Span.Of(body), q.Bound, q.Value.Float(), q.Unit.ID+q.CountOf)
	}
	// Output:
	// "75 miles": exact 75 mile
	// "120 kilometers": exact 120 kilometer
	// "At least one": at_least 1 person
}

func ExampleUnit_Convert() {
	t := text.Read(&text.Source{Text: "75 miles and 1 km"})
	g := en.Lexicon().Tag(t)
	t.Segment(g)
	ms := quantity.Scan(nil, g, nil)
	r, ok := ms[0].Value.Unit.Convert(ms[0].Value.Value, ms[1].Value.Unit)
	fmt.Println(r.FloatString(4), ok)
	// Output: 120.7008 true
}

func ExampleNumber_Cmp() {
	a := quantity.Number{Mant: 12000, Exp: -1} // 1200.0
	b := quantity.Int(1200)
	fmt.Println(a == b, a.Cmp(b))
	// Output: false 0
}
