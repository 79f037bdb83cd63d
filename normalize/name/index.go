package name

import "slices"

// An Index finds names that may be one with a given one among many others, so that a million names are matched without
// comparing each with each. The zero value is ready. Any number of goroutines may ask it while none adds to it.
type Index struct {
	last  map[uint64]int32 // of a key: the last entry that has it
	entry []indexEntry
	n     int32
	keys  []uint64
}

// An indexEntry is a name that has a key, and the entry before it of the same key, counted from one.
type indexEntry struct{ name, before int32 }

// Add files a name and returns its number: the first is 0.
func (x *Index) Add(p *Prepared) int32 {
	if x.last == nil {
		x.last = map[uint64]int32{}
	}
	x.keys = distinct(p.Keys(x.keys[:0]))
	for _, k := range x.keys {
		x.entry = append(x.entry, indexEntry{x.n, x.last[k]})
		x.last[k] = int32(len(x.entry))
	}
	x.n++
	return x.n - 1
}

// Candidates appends the numbers of the names that may be one with p, in order. Match decides.
func (x *Index) Candidates(dst []int32, p *Prepared) []int32 {
	var room [64]uint64
	first := len(dst)
	for _, k := range distinct(p.Lookups(room[:0])) {
		for i := x.last[k]; i > 0; i = x.entry[i-1].before {
			dst = append(dst, x.entry[i-1].name)
		}
	}
	slices.Sort(dst[first:])
	return dst[:first+len(slices.Compact(dst[first:]))]
}

func distinct(keys []uint64) []uint64 {
	slices.Sort(keys)
	return slices.Compact(keys)
}
