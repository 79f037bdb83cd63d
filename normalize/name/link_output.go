package name

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/factdiff/factdiff/normalize/text"
)

// output appends the linked mentions in reading order.
func (l *linker) output(dst []Mention) []Mention {
	for n := range l.found {
		x := &l.found[n]
		if x.entity < 0 || x.of < 0 {
			continue
		}
		if p := l.at(x.entity); p.of < 0 && l.found[x.of].entity >= 0 && l.found[x.of].entity != x.entity {
			p.of = l.found[x.of].entity
		}
	}
	l.identify()
	first, sorted := len(dst), true
	for n := range l.found {
		x := &l.found[n]
		if x.entity < 0 {
			continue
		}
		dst = append(dst, Mention{Range: x.Range, Span: l.Span(x.Range), Value: Ref{Entity: x.entity, Via: x.via, Nested: x.nested}, Rule: rules[x.via]})
		if n := len(dst) - 1; n > first && inOrder(dst[n-1], dst[n]) > 0 {
			sorted = settle(dst[first:]) && sorted
		}
	}
	if !sorted {
		slices.SortStableFunc(dst[first:], inOrder)
	}
	return dst
}

var rules = [...]string{"name", "title", "pronoun", "nominal", "acronym", "metonym", "demonym"}

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
	h := text.HashInit
	for _, c := range slug {
		h = (h ^ uint64(c)) * golden
	}
	for {
		n := l.ids.first.get(h)
		if n < 0 {
			l.ids.first.put(h, int32(e))
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

// slug appends the ID of an entity, as far as its name gives it.
func (l *linker) slug(dst []byte, e int32) []byte {
	y := &l.entities[e]
	dst = append(append(dst, kindNames[y.Kind]...), ':')
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
	for i := range len(name) {
		if name[i] >= utf8.RuneSelf {
			name = strings.ToLower(name)
			break
		}
	}
	at := len(dst)
	dst = append(dst, name...)
	slug := dst[at:]
	for i, c := range slug {
		switch {
		case c == ' ':
			slug[i] = '-'
		case 'A' <= c && c <= 'Z':
			slug[i] = c | 0x20
		}
	}
	return dst
}
