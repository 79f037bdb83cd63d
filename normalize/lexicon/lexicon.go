package lexicon

import (
	"errors"
	"io/fs"
	"iter"
	"math/bits"
	"strings"
	"sync"

	"github.com/factdiff/factdiff/normalize/text"
)

// golden spreads hashes over the slots (Knuth, TAOCP 6.4: multiplication by 2^64/phi).
const golden = 0x9E3779B97F4A7C15

// extend adds a token's hash to that of the tokens before it.
func extend(h, tok uint64) uint64 {
	h = (h<<5 | h>>59) ^ tok
	h *= golden
	return h ^ h>>29
}

// A Lexicon is a set of packed tables, with or without a caller's own in front. It never
// changes, so any number of goroutines may share one.
type Lexicon struct {
	layers [2]layer // the language's, the caller's
	own    bool     // whether layers[1] is there

	derived sync.Map // *Derived to what it made
}

type layer struct {
	data  string
	slots int // offset of the slots
	n     int // and how many there are

	pairs filter // of the forms of several tokens: the only part of a blob that is copied, 64 kB, for it is asked for every other word
}

// Open returns the lexicon of a packed blob, which it reads in place.
func Open(blob string) (*Lexicon, error) {
	l, err := openLayer(blob)
	if err != nil {
		return nil, err
	}
	return &Lexicon{layers: [2]layer{l}}, nil
}

func openLayer(blob string) (layer, error) {
	if len(blob) < headerSize || !strings.HasPrefix(blob, magic) {
		return layer{}, errors.New("lexicon: not a blob of this version: run go generate")
	}
	n := len(magic)
	words, at := int(u32(blob, n+8)/64), int(u32(blob, n+12))
	if words == 0 || words&(words-1) != 0 || at+8*words > len(blob) {
		return layer{}, errors.New("lexicon: a blob that is cut off: run go generate")
	}
	pairs := make(filter, words)
	for i := range pairs {
		pairs[i] = u64(blob, at+8*i)
	}
	return layer{data: blob, n: int(u32(blob, n)), slots: int(u32(blob, n+4)), pairs: pairs}, nil
}

// slotOf spreads the high bits of x over n slots.
func slotOf(x uint64, n int) int {
	hi, _ := bits.Mul64(x, uint64(n))
	return int(hi)
}

// With returns a lexicon that asks the tables of folders first, the later ones behind the earlier. A row
// "-<TAB>form" takes a form away from its table. Wrong rows are reported with file, line and what was wanted.
func (l *Lexicon) With(folders ...fs.FS) (*Lexicon, error) {
	if l.own {
		return nil, errors.New("lexicon: a caller's tables are already in front; give all folders at once")
	}
	var rows []rawRow
	for _, f := range folders {
		more, err := parseFS(f, true)
		if err != nil {
			return nil, err
		}
		rows = append(rows, more...)
	}
	blob, err := newPacker(l).pack(rows)
	if err != nil {
		return nil, err
	}
	top, err := openLayer(string(blob))
	if err != nil {
		return nil, err
	}
	return &Lexicon{layers: [2]layer{l.layers[0], top}, own: true}, nil
}

func u32(s string, i int) uint32 {
	s = s[i : i+4]
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func u64(s string, i int) uint64 {
	s = s[i : i+8]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// lookup returns the entry of a hash, or 0.
func (l *Lexicon) lookup(h uint64) uint32 {
	x := h * golden
	if l.own {
		if ref := l.layers[1].find(x); ref != 0 {
			return ref | overlayBit
		}
	}
	return l.layers[0].find(x)
}

// slot returns slot j.
func (y *layer) slot(j int) uint64 { return u64(y.data, y.slots+8*j) }

func (y *layer) find(x uint64) uint32 {
	for j := slotOf(x, y.n); ; {
		slot := y.slot(j)
		if slot == 0 {
			return 0
		}
		if uint32(slot>>32) == uint32(x) {
			return uint32(slot)
		}
		if j++; j == y.n {
			j = 0
		}
	}
}

// at returns the blob an offset lies in and the offset there.
func (l *Lexicon) at(ref uint32) (string, int) {
	return l.layers[ref>>31].data, int(ref &^ overlayBit)
}

func (l *Lexicon) entryMask(ref uint32) (Mask, uint16) {
	if ref&rowBit != 0 {
		return l.tableOf(ref &^ rowBit).In(), 0
	}
	d, i := l.at(ref)
	return Mask(u64(d, i)), uint16(d[i+8]) | uint16(d[i+9])<<8
}

// entryRows returns how many rows an entry has.
func (l *Lexicon) entryRows(ref uint32) int {
	if ref&rowBit != 0 {
		return 1
	}
	d, i := l.at(ref)
	return int(d[i+10]) | int(d[i+11])<<8
}

// entryRow returns row k of an entry and its exact form, 0 where any case will do.
func (l *Lexicon) entryRow(ref uint32, k int) (row, exact uint32) {
	if ref&rowBit != 0 {
		return ref &^ rowBit, 0
	}
	d, i := l.at(ref)
	return u32(d, i+12+8*k), u32(d, i+16+8*k)
}

// tableOf returns the table of a row.
func (l *Lexicon) tableOf(row uint32) Table {
	d, i := l.at(row)
	return Table(d[i])
}

func (l *Lexicon) copyEntry(ref uint32, e *packEntry) {
	e.mask, e.flags = l.entryMask(ref)
	for k := range l.entryRows(ref) {
		row, x := l.entryRow(ref, k)
		r := formRef{row: row}
		if x != 0 {
			r.exact = l.str(x)
		}
		e.rows = append(e.rows, r)
	}
}

// str returns the string at an offset.
func (l *Lexicon) str(off uint32) string {
	d, i := l.at(off)
	n := int(d[i])
	i++
	if n >= 0x80 {
		n = n&0x7F | int(d[i])<<7
		i++
	}
	return d[i : i+n]
}

// A Row is one row of a table. The zero Row has no fields.
type Row struct {
	lex *Lexicon
	off uint32
}

// Zero reports whether there is no row.
func (r Row) Zero() bool { return r.lex == nil }

// rowHeader is what stands before the fields of a row: its table, their number.
const rowHeader = 2

// Table returns the table the row belongs to.
func (r Row) Table() Table { return r.lex.tableOf(r.off) }

// Field returns column i of the row; in the forms column it is the first form. It allocates nothing.
func (r Row) Field(i int) string {
	if r.lex == nil {
		return ""
	}
	d, at := r.lex.at(r.off)
	d2 := d[at : at+rowHeader]
	if i >= int(d2[1]) {
		return ""
	}
	at += rowHeader + 4*i
	off := int(u32(d, at))
	if off >= inline<<24 { // most fields are short, and need no second look into memory
		return d[at : at+off>>24-inline]
	}
	n := int(d[off])
	if n < 0x80 {
		return d[off+1 : off+1+n]
	}
	n = n&0x7F | int(d[off+1])<<7
	return d[off+2 : off+2+n]
}

// ID returns a number that no other row of the lexicon has.
func (r Row) ID() uint32 { return r.off }

// All returns the rows of a table in the order of its file, a caller's rows last.
func (l *Lexicon) All(t Table) iter.Seq[Row] {
	return func(yield func(Row) bool) {
		for k := range l.layers {
			if k == 1 && !l.own {
				return
			}
			d := l.layers[k].data
			at := len(magic) + fixedHeader + 8*int(t)
			for off, end := u32(d, at), u32(d, at+4); off < end; off += rowHeader + 4*uint32(d[off+1]) {
				if !yield(Row{l, off | uint32(k)*overlayBit}) {
					return
				}
			}
		}
	}
}

// Find returns the first row of table t that has form, whatever its case unless the table wants it exact.
func (l *Lexicon) Find(t Table, form string) (Row, bool) {
	return l.first(l.entryOf(form), t, form)
}

// Hash looks a single word up by its token hash, whatever its case.
func (l *Lexicon) Hash(t Table, h uint64) (Row, bool) {
	return l.first(l.lookup(extend(0, h)), t, "")
}

// HashPair looks a form of two words up by their token hashes, whatever their case.
func (l *Lexicon) HashPair(t Table, a, b uint64) (Row, bool) {
	return l.first(l.lookup(extend(extend(0, a), b)), t, "")
}

// HashRows appends all rows of table t that have a single word as a form, whatever its case.
func (l *Lexicon) HashRows(dst []Row, t Table, h uint64) []Row {
	if ref := l.lookup(extend(0, h)); ref != 0 {
		return l.rows(dst, ref, t, "")
	}
	return dst
}

// first returns the first row of table t at an entry that fits the words as written ("" fits all).
func (l *Lexicon) first(ref uint32, t Table, written string) (Row, bool) {
	switch {
	case ref == 0:
		return Row{}, false
	case ref&rowBit != 0:
		row := ref &^ rowBit
		return Row{l, row}, l.tableOf(row) == t
	}
	e := l.entry(ref)
	for k := range len(e.tables) {
		if e.tables[k] == byte(t) && e.fits(l, k, written) {
			return Row{l, e.row(k)}, true
		}
	}
	return Row{}, false
}

// An entry is what the blob has of a form with several rows.
type entry struct {
	rows   string // the row and the exact form of each
	tables string // the table of each
}

func (l *Lexicon) entry(ref uint32) entry {
	d, i := l.at(ref)
	n := int(d[i+10]) | int(d[i+11])<<8
	d = d[i+12 : i+12+9*n]
	return entry{d[:8*n], d[8*n:]}
}

func (e *entry) row(k int) uint32 { return u32(e.rows, 8*k) }

// fits reports whether the words as written are those that row k wants.
func (e *entry) fits(l *Lexicon, k int, written string) bool {
	x := u32(e.rows, 8*k+4)
	return x == 0 || l.written(x, written)
}

// written reports whether the words as written are those of the form at an offset.
func (l *Lexicon) written(form uint32, written string) bool {
	return written == "" || sameCase(l.str(form), written)
}

// sameCase compares a form with the words as written, passing over dots, hyphens and white space.
func sameCase(form, written string) bool {
	i, j := 0, 0
	for {
		for i < len(form) && skipped(form[i]) {
			i++
		}
		for j < len(written) && skipped(written[j]) {
			j++
		}
		if i == len(form) || j == len(written) {
			return i == len(form) && j == len(written)
		}
		if form[i] != written[j] {
			return false
		}
		i++
		j++
	}
}

func skipped(c byte) bool {
	return c == '.' || c == '-' || c == ' ' || c == '\n' || c == '\t' || c == '\r'
}

// FindAll appends all rows of table t that have form, whatever its case unless the table wants it exact.
func (l *Lexicon) FindAll(dst []Row, t Table, form string) []Row {
	ref := l.entryOf(form)
	if ref == 0 {
		return dst
	}
	return l.rows(dst, ref, t, form)
}

// entryOf returns the entry of a form, or 0. Plain words need no tokens: that saves most of the time.
func (l *Lexicon) entryOf(form string) uint32 {
	if form == "" {
		return 0
	}
	h, rest := uint64(0), form
	for {
		word, more, several := strings.Cut(rest, " ")
		if !lettersOnly(word) {
			break
		}
		h = extend(h, text.HashWord(word))
		if !several {
			return l.lookup(h)
		}
		rest = more
	}
	buf := askedTokens.Get().(*[]text.Token)
	defer askedTokens.Put(buf)
	h = 0
	*buf = text.Lex((*buf)[:0], form, text.Span{Start: 0, End: len(form)})
	for _, k := range *buf {
		if k.Class != text.Hyphen && k.Class != text.Stop {
			h = extend(h, k.Hash)
		}
	}
	return l.lookup(h)
}

// askedTokens is memory for the tokens of a form that is asked for.
var askedTokens = sync.Pool{New: func() any { return new([]text.Token) }}

// lettersOnly reports whether s is a word of ASCII letters.
func lettersOnly(s string) bool {
	for i := range len(s) {
		if c := s[i] | 0x20; c < 'a' || c > 'z' {
			return false
		}
	}
	return s != "" && len(s) < 64
}
