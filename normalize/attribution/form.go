package attribution

import (
	"sort"

	"github.com/factdiff/factdiff/normalize/text"
)

// form fills Form and Quoted from the marks inside the content.
func (f *finder) form(at *Attribution) {
	from := len(f.spans)
	quoted, plain := false, false
	for _, c := range at.Content {
		q, p := f.voices(c)
		quoted, plain = quoted || q, plain || p
	}
	if quoted {
		f.quotesIn(at.Content)
	}
	at.Quoted = f.spans[from:len(f.spans):len(f.spans)]
	switch {
	case !quoted:
		at.Form = Indirect
	case !plain:
		at.Form = Direct
	default:
		at.Form = Mixed
	}
}

// voices reports whether words of c stand in quotation marks, and whether words of it do not.
func (f *finder) voices(c text.Range) (quoted, plain bool) {
	qs := f.g.Quotes
	n := sort.Search(len(qs), func(n int) bool { return qs[n].Open > c.First })
	inside := int32(0) // where the quotation ends that c starts in
	for m := n - 1; m >= 0; m-- {
		if inside = max(inside, qs[m].Close); qs[m].Depth == 0 {
			break
		}
	}
	if inside <= c.First && (n == len(qs) || qs[n].Open >= c.Last) {
		return false, true
	}
	for t := c.First; t < c.Last && !(quoted && plain); t++ {
		if k := &f.g.Tokens[t]; k.Class == text.Word || k.Class == text.Number {
			q := k.Is(text.InQuote)
			quoted, plain = quoted || q, plain || !q
			if quoted && t < inside {
				t = inside - 1
			}
		}
	}
	return quoted, plain
}

// quotesIn appends to f.spans what stands between quotation marks in the content.
func (f *finder) quotesIn(content []text.Range) {
	qs := f.g.Quotes
	for _, c := range content {
		lo, hi := 0, len(qs)
		for lo < hi {
			m := (lo + hi) / 2
			if qs[m].Open+1 < c.First { // where the closing mark was forgotten, the content begins behind the opening one
				lo = m + 1
			} else {
				hi = m
			}
		}
		for ; lo < len(qs) && qs[lo].Open < c.Last; lo++ {
			if qs[lo].Depth == 0 && qs[lo].Close > qs[lo].Open+1 {
				f.spans = append(f.spans, text.Range{First: qs[lo].Open + 1, Last: min(qs[lo].Close, c.Last)})
			}
		}
	}
}
