package name

import (
	"encoding/binary"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/factdiff/factdiff/normalize/text"
)

// output appends the linked mentions in reading order.
func (l *linker) output(dst []Mention) []Mention {
	for _, n := range l.owned {
		x := &l.found[n]
		l.belongs(l.at(x.entity), x)
	}
	l.identify()
	first := len(dst)
	dst = slices.Grow(dst, len(l.some))[:first+len(l.some)]
	out, found, tokens := dst[first:], l.found, l.Tokens
	sorted := true
	start, end := 0, 0 // of the mention before
	for m, n := range l.some {
		x, y := &found[n], &out[m]
		y.Range, y.Rule = x.Range, viaNames[x.via]
		y.Value = Ref{Entity: x.entity, Via: x.via, Nested: x.nested}
		y.Start, y.End = int(tokens[x.First].Start), int(tokens[x.Last-1].End)
		if y.Start < start || y.Start == start && y.End > end {
			sorted = settle(out[:m+1]) && sorted
		}
		start, end = y.Start, y.End
	}
	if !sorted {
		slices.SortStableFunc(out, inOrder)
	}
	return dst
}

// belongs notes the body or country beside the title of x for its entity p, which has none yet.
func (l *linker) belongs(p *entityInfo, x *found) {
	if of := l.found[x.of].entity; p.of < 0 && of >= 0 && of != x.entity {
		p.of = of
	}
}

// inOrder compares mentions by where they start, the longer first.
func inOrder(a, b Mention) int {
	if a.Start != b.Start {
		return a.Start - b.Start
	}
	return b.End - a.End
}

// settled is how far a mention moves at the most before all are sorted instead: a name stands beside the names in it.
const settled = 16

// settle moves the last mention to its place and reports whether it got there.
func settle(ms []Mention) bool {
	i := len(ms) - 1
	for least := max(0, i-settled); i > least && inOrder(ms[i-1], ms[i]) > 0; i-- {
		ms[i-1], ms[i] = ms[i], ms[i-1]
	}
	return i == 0 || inOrder(ms[i-1], ms[i]) <= 0
}

// identifiers are what the IDs of entities are made with.
type identifiers struct {
	scratch []byte
	first   index           // the first entity of an ID, by its hash
	all     strings.Builder // the IDs of many texts, which share its memory
}

// leastIDs is how many bytes of IDs are allocated at once.
const leastIDs = 1 << 14

// identify gives every entity its ID, unique within the document.
func (l *linker) identify() {
	ids := &l.ids
	ids.scratch = ids.scratch[:0]
	ids.first.reset(len(l.info))
	for e := range l.info {
		l.info[e].id = int32(len(ids.scratch))
		ids.scratch = l.slug(ids.scratch, int32(l.base+e))
		ids.scratch = l.number(ids.scratch, e)
	}
	if ids.all.Cap()-ids.all.Len() < len(ids.scratch) {
		ids.all = strings.Builder{}
		ids.all.Grow(max(leastIDs, len(ids.scratch)))
	}
	from := ids.all.Len()
	ids.all.Write(ids.scratch)
	all := ids.all.String()[from:]
	for e := len(l.info) - 1; e >= 0; e-- {
		at := l.info[e].id
		l.entities[l.base+e].ID, all = all[at:], all[:at]
	}
	for e := range l.info {
		if of := l.info[e].of; of >= 0 {
			l.entities[l.base+e].For = l.entities[of].ID
		}
	}
}

// number appends to the ID of an entity, the last of ids, which of those with one slug it is.
func (l *linker) number(ids []byte, e int) []byte {
	slug := ids[l.info[e].id:]
	h := slugHash(slug)
	for {
		n := l.ids.first.enter(h, int32(e))
		if n < 0 {
			l.info[e].same = 1
			return ids
		}
		if p := &l.info[n]; string(ids[p.id:l.info[n+1].id]) == string(slug) {
			p.same++
			return strconv.AppendInt(append(ids, '-'), int64(p.same), 10)
		}
		h++
	}
}

// slugHash returns a hash of an ID, eight bytes at a time. The last eight may overlap those before.
func slugHash(s []byte) uint64 {
	h := text.HashInit
	if len(s) < 8 {
		for _, c := range s {
			h = (h ^ uint64(c)) * golden
		}
		return h
	}
	last := binary.LittleEndian.Uint64(s[len(s)-8:])
	for ; len(s) > 8; s = s[8:] {
		h = (h ^ binary.LittleEndian.Uint64(s)) * golden
		h ^= h >> 32
	}
	h = (h ^ last) * golden
	return h ^ h>>32
}

// kindPrefixes are what IDs begin with.
var kindPrefixes = func() (p [len(kindNames)]string) {
	for k, name := range kindNames {
		p[k] = name + ":"
	}
	return p
}()

// slug appends the ID of an entity, as far as its name gives it.
func (l *linker) slug(dst []byte, e int32) []byte {
	y := &l.entities[e]
	dst = append(dst, kindPrefixes[y.Kind]...)
	if y.Known != "" {
		return append(dst, y.Known...)
	}
	name := y.Name
	if y.Kind == Person {
		p := l.at(e)
		for j := p.form.Last - 1; j >= p.form.First; j-- {
			if l.Tokens[j].Class == text.Word && l.wordClass(int(j)) != wordGeneration {
				name = l.Word(int(j))
				break
			}
		}
	}
	return appendSlug(dst, name)
}

// appendSlug appends a name in lower case with hyphens for its spaces.
func appendSlug(dst []byte, name string) []byte {
	at, any := len(dst), byte(0)
	dst = append(dst, name...)
	for i, c := range dst[at:] {
		any |= c
		dst[at+i] = slugByte[c]
	}
	if any < utf8.RuneSelf {
		return dst
	}
	dst = append(dst[:at], strings.ToLower(name)...)
	for i, c := range dst[at:] {
		dst[at+i] = slugByte[c]
	}
	return dst
}

// slugByte has small letters for capitals and a hyphen for a space.
var slugByte = func() (t [256]byte) {
	for c := range t {
		t[c] = byte(c)
		switch {
		case c == ' ':
			t[c] = '-'
		case 'A' <= c && c <= 'Z':
			t[c] |= 0x20
		}
	}
	return t
}()
