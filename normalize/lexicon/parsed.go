package lexicon

// A Parsed is what a package makes of each row of a table, once for a lexicon, because it is asked for it at many words:
//
//	var months = lexicon.Parse(lexicon.Months, readMonth)
//
//	m := months.Of(row)
//
// It is safe for many goroutines. What is made must never change.
type Parsed[T any] struct{ all Derived[parsedRows[T]] }

// Parse returns what make makes of the rows of a table.
func Parse[T any](t Table, make func(Row) T) *Parsed[T] {
	p := new(Parsed[T])
	p.all.Make = func(l *Lexicon) *parsedRows[T] { return parseRows(l, t, make) }
	return p
}

// Of returns what was made of a row of the table.
func (p *Parsed[T]) Of(r Row) *T { return p.all.Of(r.lex).of(r.off) }

// A parsedRows is open-addressed by the offsets of rows.
type parsedRows[T any] struct {
	slots []parsedSlot // a power of two, at least twice as many as there are rows
	vals  []T
}

type parsedSlot struct{ row, val uint32 } // val is 1 for the first; 0 is a free slot

func parseRows[T any](l *Lexicon, t Table, parse func(Row) T) *parsedRows[T] {
	p := new(parsedRows[T])
	var rows []uint32
	for r := range l.All(t) {
		rows, p.vals = append(rows, r.off), append(p.vals, parse(r))
	}
	n := 2
	for n < 2*len(rows) {
		n *= 2
	}
	p.slots = make([]parsedSlot, n)
	for k, row := range rows {
		i := p.slot(row)
		for ; p.slots[i].val != 0; i = (i + 1) & (n - 1) {
		}
		p.slots[i] = parsedSlot{row, uint32(k + 1)}
	}
	return p
}

func (p *parsedRows[T]) slot(row uint32) int { return int(uint64(row)*golden>>32) & (len(p.slots) - 1) }

func (p *parsedRows[T]) of(row uint32) *T {
	i := p.slot(row)
	for p.slots[i].row != row {
		i = (i + 1) & (len(p.slots) - 1)
	}
	return &p.vals[p.slots[i].val-1]
}
