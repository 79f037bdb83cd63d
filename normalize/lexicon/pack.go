package lexicon

import (
	"encoding/binary"
	"fmt"
	"io/fs"
	"sort"
	"strings"

	"github.com/factdiff/factdiff/normalize/text"
)

// The blob: a header, then
//
//	rows     table (1), number of fields (1), then for each field the offset of its string (4), or a string of up to
//	         three bytes itself, with its length in the last byte (inline)
//	strings  length (1, or 2 with the high bit of the first set), bytes
//	entries  mask (8), flags (2), number of rows (2), for each row its offset (4) and its exact form (4, 0 = any case),
//	         then for each row its table (1)
//	slots    8 bytes: check of the hash (high 32 bits), offset of the entry (low 32 bits, 0 = free)
//	filter   bits for each hash of several tokens, so that most words that begin no form are told without a slot
//
// Most forms belong to one row, in any case, and begin no longer form. Such a form has no entry: its slot
// names the row (rowBit). All numbers are little-endian; all offsets count from the start of the blob.
const (
	magic      = "factdiff tables 5\n\x00\x00\x00\x00\x00\x00"
	headerSize = len(magic) + fixedHeader + 8*int(NumTables) // number and offset of the slots, bits and offset of the filter, then first and last row offset of each table

	fixedHeader = 16

	inline    = 0x80 // of the last byte of a field: the field is no offset
	maxInline = 3    // bytes of a string that stands in its row

	entryPrefix = 1 // flag: a longer form begins with this one
	entryExact  = 2 // flag: at least one row wants the case as written

	overlayBit = 1 << 31 // of an offset: it lies in the caller's layer
	rowBit     = 1 << 30 // of an entry's offset: it is that of the form's only row
)

// Pack compiles the tables of fsys into a blob. The same tables give the same bytes.
func Pack(fsys fs.FS) ([]byte, error) {
	rows, err := parseFS(fsys, false)
	if err != nil {
		return nil, err
	}
	return newPacker(nil).pack(rows)
}

type formRef struct {
	row   uint32
	exact string
}

type packEntry struct {
	mask   Mask
	flags  uint16
	rows   []formRef
	tokens string // the hashes as text, to tell a collision
}

type packer struct {
	base    *Lexicon // not nil for a caller's layer
	entries map[uint64]*packEntry
	order   []uint64
	strs    map[string]uint32
	str     []byte
	rowData []byte
}

func newPacker(base *Lexicon) *packer {
	return &packer{base: base, entries: map[uint64]*packEntry{}, strs: map[string]uint32{}}
}

func (p *packer) pack(rows []rawRow) ([]byte, error) {
	sort.SliceStable(rows, func(i, j int) bool { return rows[i].table < rows[j].table })
	var first, last [NumTables]uint32
	var rowOff []uint32
	off := uint32(headerSize)
	for i, r := range rows {
		if i == 0 || rows[i-1].table != r.table {
			first[r.table] = off
		}
		rowOff = append(rowOff, off)
		if !r.remove {
			off += uint32(rowHeader + 4*len(r.fields))
		}
		last[r.table] = off
	}
	strBase := off
	for i, r := range rows {
		if r.remove {
			if err := p.remove(r); err != nil {
				return nil, err
			}
			continue
		}
		p.writeRow(r, strBase)
		for _, f := range r.forms {
			if err := p.addForm(f, r.table, rowOff[i]); err != nil {
				return nil, err
			}
		}
	}
	for _, h := range p.order {
		for _, r := range p.entries[h].rows {
			if r.exact != "" {
				p.intern(r.exact, strBase)
			}
		}
	}
	return p.assemble(strBase, first, last), nil
}

// intern returns the offset of a string with its length before it.
func (p *packer) intern(s string, base uint32) uint32 {
	off, ok := p.strs[s]
	if !ok {
		off = base + uint32(len(p.str))
		p.strs[s] = off
		if n := len(s); n < 0x80 {
			p.str = append(p.str, byte(n))
		} else {
			p.str = append(p.str, byte(n)|0x80, byte(n>>7))
		}
		p.str = append(p.str, s...)
	}
	return off
}

func (p *packer) writeRow(r rawRow, strBase uint32) {
	p.rowData = append(p.rowData, byte(r.table), byte(len(r.fields)))
	for _, f := range r.fields {
		if len(f) <= maxInline {
			var cell [4]byte
			copy(cell[:], f)
			cell[3] = inline | byte(len(f))
			p.rowData = append(p.rowData, cell[:]...)
			continue
		}
		p.rowData = binary.LittleEndian.AppendUint32(p.rowData, p.intern(f, strBase))
	}
}

// formTokens lexes a form. Hyphens between words and the stops of abbreviations are left out, as Tag
// passes over them. A form that begins with an apostrophe is a clitic, which is one only behind a word.
func formTokens(f string) []text.Token {
	toks := text.Lex(nil, f, text.Span{Start: 0, End: len(f)})
	if len(f) > 1 && f[0] == '\'' {
		behind := "a" + f
		if t := text.Lex(nil, behind, text.Span{Start: 0, End: len(behind)}); len(t) == 2 && t[1].Class == text.Clitic {
			return t[1:]
		}
	}
	out := toks[:0]
	for _, k := range toks {
		if k.Class == text.Hyphen || k.Class == text.Stop && len(toks) > 1 {
			continue
		}
		out = append(out, k)
	}
	return out
}

func (p *packer) addForm(f string, table Table, row uint32) error {
	exact := ""
	if e, ok := strings.CutPrefix(f, "="); ok && e != "" {
		f, exact = e, e
	}
	toks := formTokens(f)
	if len(toks) == 0 {
		return fmt.Errorf("table %s: form %q has no word", table, f)
	}
	h := uint64(0)
	key := ""
	for i, k := range toks {
		h = extend(h, k.Hash)
		key += fmt.Sprintf("%x ", k.Hash)
		e, err := p.entry(h, key)
		if err != nil {
			return fmt.Errorf("table %s: form %q: %w", table, f, err)
		}
		if i < len(toks)-1 {
			e.flags |= entryPrefix
			continue
		}
		e.mask |= table.In()
		if exact != "" {
			e.flags |= entryExact
		}
		if p.base != nil {
			row |= overlayBit
		}
		for _, r := range e.rows {
			if r.row == row && r.exact == exact {
				return nil
			}
		}
		e.rows = append(e.rows, formRef{row, exact})
	}
	return nil
}

// entry returns the entry of a hash; in a caller's layer it begins with what the base has there.
func (p *packer) entry(h uint64, key string) (*packEntry, error) {
	if e := p.entries[h]; e != nil {
		if e.tokens != key {
			return nil, fmt.Errorf("its hash is that of another form")
		}
		return e, nil
	}
	e := &packEntry{tokens: key}
	if p.base != nil {
		if ref := p.base.lookup(h); ref != 0 {
			p.base.copyEntry(ref, e)
		}
	}
	p.entries[h] = e
	p.order = append(p.order, h)
	return e, nil
}

// remove takes the forms of a "-" row away from their table.
func (p *packer) remove(r rawRow) error {
	for _, f := range r.forms {
		f = strings.TrimPrefix(f, "=")
		h, key := uint64(0), ""
		for _, k := range formTokens(f) {
			h = extend(h, k.Hash)
			key += fmt.Sprintf("%x ", k.Hash)
		}
		e, err := p.entry(h, key)
		if err != nil {
			return err
		}
		kept := e.rows[:0]
		for _, ref := range e.rows {
			if p.tableOf(ref.row) != r.table {
				kept = append(kept, ref)
			}
		}
		e.rows = kept
		e.mask &^= r.table.In()
	}
	return nil
}

func (p *packer) tableOf(row uint32) Table {
	if row&overlayBit == 0 && p.base != nil {
		return Table(p.base.layers[0].data[row])
	}
	return Table(p.rowData[row&^overlayBit-uint32(headerSize)])
}

// alone reports whether the form has one row, in any case, of the layer itself, and begins no longer form.
func (p *packer) alone(e *packEntry) bool {
	return len(e.rows) == 1 && e.flags == 0 && e.rows[0].exact == "" && (p.base == nil || e.rows[0].row&overlayBit != 0)
}

func (p *packer) assemble(strBase uint32, first, last [NumTables]uint32) []byte {
	le := binary.LittleEndian
	entryBase := (strBase + uint32(len(p.str)) + 7) &^ 7
	entries, offs := p.entryData(entryBase)
	n := max(16, len(p.order)*4/3)
	slotBase := (entryBase + uint32(len(entries)) + 7) &^ 7
	slots := make([]byte, 8*n)
	for i, h := range p.order {
		x := h * golden
		for j := slotOf(x, n); ; j = (j + 1) % n {
			if le.Uint64(slots[8*j:]) == 0 {
				le.PutUint64(slots[8*j:], x<<32|uint64(offs[i]))
				break
			}
		}
	}
	filter := p.filter()
	out := make([]byte, 0, int(slotBase)+len(slots)+len(filter))
	out = append(out, magic...)
	out = le.AppendUint32(out, uint32(n))
	out = le.AppendUint32(out, slotBase)
	out = le.AppendUint32(out, uint32(8*len(filter)))
	out = le.AppendUint32(out, slotBase+uint32(len(slots)))
	for t := range NumTables {
		out = le.AppendUint32(out, first[t])
		out = le.AppendUint32(out, last[t])
	}
	out = append(out, p.rowData...)
	out = append(out, p.str...)
	out = append(out, make([]byte, int(entryBase)-len(out))...)
	out = append(out, entries...)
	out = append(out, make([]byte, int(slotBase)-len(out))...)
	out = append(out, slots...)
	return append(out, filter...)
}

// filterRoom is how many bits the filter has for each form of several tokens, at least.
const filterRoom = 8

// filter returns a set of the hashes of several tokens that may say yes to others too.
func (p *packer) filter() []byte {
	n := 0
	for _, h := range p.order {
		if p.entries[h].several() {
			n++
		}
	}
	size := 64
	for size < filterRoom*n {
		size *= 2
	}
	words := make([]uint64, size/64)
	for _, h := range p.order {
		if p.entries[h].several() {
			word, bits := filterBits(h*golden, len(words))
			words[word] |= bits
		}
	}
	data := make([]byte, 0, size/8)
	for _, w := range words {
		data = binary.LittleEndian.AppendUint64(data, w)
	}
	return data
}

// several reports whether the form has several tokens.
func (e *packEntry) several() bool { return strings.Count(e.tokens, " ") > 1 }

// entryData returns the bytes of the entries and what the slots say of each form.
func (p *packer) entryData(base uint32) (data []byte, offs []uint32) {
	le := binary.LittleEndian
	offs = make([]uint32, len(p.order))
	for i, h := range p.order {
		e := p.entries[h]
		if p.alone(e) {
			offs[i] = e.rows[0].row | rowBit
			continue
		}
		offs[i] = base + uint32(len(data))
		data = le.AppendUint64(data, uint64(e.mask))
		data = le.AppendUint16(data, e.flags)
		data = le.AppendUint16(data, uint16(len(e.rows)))
		for _, r := range e.rows {
			data = le.AppendUint32(data, r.row)
			x := uint32(0)
			if r.exact != "" {
				x = p.strs[r.exact]
				if p.base != nil {
					x |= overlayBit
				}
			}
			data = le.AppendUint32(data, x)
		}
		for _, r := range e.rows {
			data = append(data, byte(p.tableOf(r.row)))
		}
	}
	return data, offs
}
