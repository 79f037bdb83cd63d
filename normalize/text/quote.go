package text

// Kinds of quotation marks, as Quote.Mark has them.
const (
	doubleMark = '"'
	singleMark = '\''
	angleMark  = '<'
)

type side int8

const (
	closes side = -1
	either side = 0
	opens  side = 1
)

// mark classifies a quotation mark by its shape alone.
func (t *Text) mark(i int) (kind byte, s side) {
	w := t.Word(i)
	if w[0] == '&' {
		r, _ := character(w, 0)
		w = string(r)
	}
	switch w {
	case "\"", "''", "＂":
		return doubleMark, either
	case "``", "„", "‟", "“", "「", "『":
		return doubleMark, opens
	case "”", "」", "』":
		return doubleMark, closes
	case "«", "‹":
		return angleMark, opens
	case "»", "›":
		return angleMark, closes
	case "‘", "‚", "‛", "`":
		return singleMark, opens
	}
	return singleMark, either // ' and ’
}

// quoteDepth is how deep quotations may nest. Marks below that depth are read as marks that pair with nothing.
const quoteDepth = 8

// A pairer pairs the marks of one paragraph.
type pairer struct {
	t     *Text
	par   Range
	first int               // of the paragraph's quotes in t.Quotes
	stack [quoteDepth]int32 // indexes of t.Quotes that are open
	depth int

	// what closesLater found for the marks from a token on up to another
	from, upTo int
	found      bool
}

// quotes pairs the marks, which are those of paragraph p. What pairs with nothing and looks like an
// apostrophe becomes a Clitic; an inch sign becomes a Symbol.
func (t *Text) quotes(p int, marks []int32) {
	if len(marks) == 0 {
		return
	}
	w := pairer{t: t, par: t.Paragraphs[p].Range, first: len(t.Quotes)}
	for _, i := range marks {
		w.pair(int(i))
	}
	w.dropDoubled()
	if w.first < len(t.Quotes) && t.Quotes[w.first].Open == w.par.First && p > 0 {
		t.continued(w.first, p)
	}
	for _, q := range t.Quotes[w.first:] {
		for i := q.Open + 1; i < q.Close; i++ {
			t.Tokens[i].Flags |= InQuote
		}
	}
}

func (w *pairer) pair(i int) {
	t := w.t
	k := &t.Tokens[i]
	kind, s := t.mark(i)
	d := w.find(kind)
	switch s = w.side(i, kind, s, d); {
	case s == opens:
		w.open(i, kind)
	case s == closes && d >= 0:
		w.close(i, d)
	case kind == singleMark:
		k.Class = Clitic // the drivers' strike, the '80s, 'em
	case kind == doubleMark && i > int(w.par.First) && t.Tokens[i-1].Class == Number && !k.Is(SpaceBefore):
		k.Class = Symbol // 6'2"
	}
}

func (w *pairer) open(i int, kind byte) {
	if w.depth == quoteDepth {
		return
	}
	t := w.t
	t.Quotes = append(t.Quotes, Quote{Open: int32(i), Close: w.par.Last, Mark: kind, Depth: uint8(w.depth)})
	t.Tokens[i].Flags |= OpenQuote
	w.stack[w.depth] = int32(len(t.Quotes) - 1)
	w.depth++
}

// close closes quotation d of the stack with mark i. What was opened inside and forgotten ends here too.
func (w *pairer) close(i, d int) {
	t := w.t
	q := &t.Quotes[w.stack[d]]
	q.Close, q.Closed = int32(i), true
	t.Tokens[i].Flags |= CloseQuote
	for ; w.depth > d; w.depth-- {
		if in := &t.Quotes[w.stack[w.depth-1]]; !in.Closed {
			in.Close = int32(i)
		}
	}
}

// find returns the innermost open quotation of a kind, or -1.
func (w *pairer) find(kind byte) int {
	for d := w.depth - 1; d >= 0; d-- {
		if w.t.Quotes[w.stack[d]].Mark == kind {
			return d
		}
	}
	return -1
}

// side decides whether mark i opens or closes, from its shape and from what stands beside it.
func (w *pairer) side(i int, kind byte, shape side, d int) side {
	t := w.t
	space := t.Tokens[i].Is(SpaceBefore)
	joined := w.joined(i)
	switch {
	case shape == either:
		return w.sideOf(i, kind, d >= 0, joined)
	case kind == angleMark:
		switch {
		case shape == closes && d < 0 && joined && (space || i == int(w.par.First)):
			return opens // »so«
		case shape == opens && d >= 0 && !space:
			return closes
		}
	case kind == singleMark: // ‘ and its like
		if d >= 0 && w.leansLeft(i, space, joined) {
			return closes // D-‘
		}
		if !joined || t.Tokens[i+1].Class == Number && !w.closesLater(i) {
			return either // ‘16
		}
	case shape == opens && d >= 0 && t.Word(i) == "“":
		if t.Word(int(t.Quotes[w.stack[d]].Open)) == "„" {
			return closes // „so“
		}
		if w.leansLeft(i, space, joined) {
			return closes // “review“
		}
	case shape == closes && d < 0 && joined && (space || i == int(w.par.First)):
		return opens // ”Yes
	}
	return shape
}

// joined reports whether something follows mark i without a space.
func (w *pairer) joined(i int) bool {
	return i+1 < int(w.par.Last) && !w.t.Tokens[i+1].Is(SpaceBefore)
}

// leansLeft reports whether an opening mark stands where a closing one would.
func (w *pairer) leansLeft(i int, space, joined bool) bool {
	if i+1 == int(w.par.Last) || !joined {
		return true
	}
	if space {
		return false
	}
	next := w.t.Tokens[i+1].Class
	switch w.t.Tokens[i-1].Class {
	case Word, Number, Clitic:
		return true
	case Stop, Comma:
		return next != Word && next != Number
	}
	return false
}

// sideOf decides for a mark whose two sides look alike.
func (w *pairer) sideOf(i int, kind byte, isOpen, joined bool) side {
	if kind == doubleMark {
		return w.sideOfDouble(i, isOpen, joined)
	}
	t := w.t
	k := &t.Tokens[i]
	if w.starts(i) && joined {
		if w.closesLater(i) && !w.elided(i) {
			return opens
		}
		return either // 'em, '90s
	}
	if !isOpen || k.Is(SpaceBefore) && joined {
		return either
	}
	// the drivers' strike, inside 'a quotation': a mark behind an s that a later one can close
	if !k.Is(SpaceBefore) && i > 0 && t.Tokens[i-1].Class == Word && !joined && t.lastByte(i-1)|0x20 == 's' && t.plainWordAfter(i, w.par) && w.closesLater(i) {
		return either
	}
	return closes
}

// elided reports whether a single small letter stands between mark i and another one: rock 'n' roll.
func (w *pairer) elided(i int) bool {
	k := &w.t.Tokens[i+1]
	return k.Class == Word && k.End-k.Start == 1 && !k.Is(Capital) && i+2 < int(w.par.Last) &&
		w.t.Tokens[i+2].Class == QuoteMark && !w.t.Tokens[i+2].Is(SpaceBefore)
}

// starts reports whether a quotation may start at mark i: at the start of the paragraph, behind white space,
// a dash, an opening bracket or another opening mark.
func (w *pairer) starts(i int) bool {
	if i == int(w.par.First) || w.t.Tokens[i].Is(SpaceBefore) {
		return true
	}
	p := &w.t.Tokens[i-1]
	return p.Class == Dash || p.Class == Bracket && isOpening(p.Byte(w.t.Body)) || p.Class == QuoteMark && p.Is(OpenQuote)
}

func (w *pairer) sideOfDouble(i int, isOpen, joined bool) side {
	t := w.t
	k := &t.Tokens[i]
	start := w.starts(i)
	switch {
	case !isOpen && i > 0 && t.Tokens[i-1].Class == Number && !k.Is(SpaceBefore):
		return either // inches
	case !isOpen && (start || joined):
		return opens
	case !isOpen:
		return either
	case start && joined && k.Is(SpaceBefore) && !w.closesBadly(i):
		return opens
	}
	return closes
}

// closesBadly reports whether a space was put before the closing mark instead of behind it: workers, "he said.
func (w *pairer) closesBadly(i int) bool {
	return i > int(w.par.First) && w.t.Tokens[i-1].Class == Comma && w.t.plainWordAfter(i, w.par)
}

// dropDoubled takes away a quotation that never closes when another one opens right behind its mark.
func (w *pairer) dropDoubled() {
	t := w.t
	kept := t.Quotes[:w.first]
	for k := w.first; k < len(t.Quotes); k++ {
		q := t.Quotes[k]
		if !q.Closed && q.Mark == doubleMark && k+1 < len(t.Quotes) && t.Quotes[k+1].Open == q.Open+1 && t.Quotes[k+1].Mark == doubleMark {
			t.Tokens[q.Open].Flags &^= OpenQuote
			for n := k + 1; n < len(t.Quotes) && t.Quotes[n].Open < q.Close; n++ {
				t.Quotes[n].Depth--
			}
			continue
		}
		kept = append(kept, q)
	}
	t.Quotes = kept
}

// continued marks a quotation that opens its paragraph while the one that stood open at the
// end of the paragraph before has the same mark: each paragraph of a long quotation is re-opened.
func (t *Text) continued(first, p int) {
	for j := first - 1; j >= 0; j-- {
		q := &t.Quotes[j]
		if q.Open < t.Paragraphs[p-1].First {
			return
		}
		if !q.Closed && q.Mark == t.Quotes[first].Mark && q.Depth == 0 {
			t.Quotes[first].Continued = true
			return
		}
	}
}

func (t *Text) lastByte(i int) byte { return t.Body[t.Tokens[i].End-1] }

// plainWordAfter reports whether a lower-case word follows without any mark.
func (t *Text) plainWordAfter(i int, par Range) bool {
	return i+1 < int(par.Last) && t.Tokens[i+1].Class == Word && !t.Tokens[i+1].Is(Capital)
}

// singleTokens is how long a quotation between single marks may be that is told from apostrophes by its closing mark.
const singleTokens = 400

// closesLater looks behind mark i for a single mark that ends a word, before another one opens.
func (w *pairer) closesLater(i int) bool {
	if w.from <= i && i < w.upTo {
		return w.found && w.upTo-i <= singleTokens
	}
	t := w.t
	w.from, w.found = i, false
	j := i + 1
	for ; j < int(w.par.Last); j++ {
		k := &t.Tokens[j]
		if k.Class != QuoteMark {
			continue
		}
		kind, _ := t.mark(j)
		if kind != singleMark {
			continue
		}
		wordBehind := w.joined(j) && (t.Tokens[j+1].Class == Word || t.Tokens[j+1].Class == Number)
		if k.Is(SpaceBefore) && w.joined(j) && !w.shortened(j) {
			break // the next quotation
		}
		if !k.Is(SpaceBefore) && !wordBehind {
			w.found = true
			break
		}
	}
	w.upTo = j
	return w.found && j-i <= singleTokens
}

// shortened reports whether mark j stands for the first digits of a year: '80s.
func (w *pairer) shortened(j int) bool {
	n := &w.t.Tokens[j+1]
	return n.Class == Number && n.End-n.Start == 2
}

func isOpening(c byte) bool { return c == '(' || c == '[' || c == '{' }
