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
	switch t.Word(i) {
	case "\"", "''", "＂":
		return doubleMark, either
	case "``", "„", "‟", "「", "『":
		return doubleMark, opens
	case "“":
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

// quotes pairs the marks of paragraph p. What pairs with nothing and looks like an
// apostrophe becomes a Clitic; an inch sign becomes a Symbol.
func (t *Text) quotes(p int) {
	par := t.Paragraphs[p].Range
	var stack [8]int32 // indexes of t.Quotes that are open
	depth := 0
	first := len(t.Quotes)
	open := func(i int, kind byte) {
		if depth == len(stack) {
			return
		}
		t.Quotes = append(t.Quotes, Quote{Open: int32(i), Close: par.Last, Mark: kind, Depth: uint8(depth)})
		t.Tokens[i].Flags |= OpenQuote
		stack[depth] = int32(len(t.Quotes) - 1)
		depth++
	}
	find := func(kind byte) int {
		for d := depth - 1; d >= 0; d-- {
			if t.Quotes[stack[d]].Mark == kind {
				return d
			}
		}
		return -1
	}
	for i := int(par.First); i < int(par.Last); i++ {
		k := &t.Tokens[i]
		if k.Class != QuoteMark {
			continue
		}
		kind, s := t.mark(i)
		d := find(kind)
		joined := i+1 < int(par.Last) && !t.Tokens[i+1].Is(SpaceBefore)
		if kind == angleMark && s == closes && d < 0 && k.Is(SpaceBefore) && joined {
			s = opens // »so«
		} else if kind == angleMark && s == opens && d >= 0 && !k.Is(SpaceBefore) {
			s = closes
		} else if s == opens && d >= 0 && t.Word(i) == "“" && t.Word(int(t.Quotes[stack[d]].Open)) == "„" {
			s = closes // „so“
		}
		if s == either {
			s = t.sideOf(i, par, kind, d >= 0, joined)
		}
		switch {
		case s == opens:
			open(i, kind)
		case s == closes && d >= 0:
			q := &t.Quotes[stack[d]]
			q.Close, q.Closed = int32(i), true
			k.Flags |= CloseQuote
			for ; depth > d; depth-- { // what was opened inside and forgotten ends here
				if in := &t.Quotes[stack[depth-1]]; !in.Closed {
					in.Close = int32(i)
				}
			}
		case kind == singleMark && !k.Is(SpaceBefore):
			k.Class = Clitic // the drivers' strike
		case kind == doubleMark && i > int(par.First) && t.Tokens[i-1].Class == Number && !k.Is(SpaceBefore):
			k.Class = Symbol // 6'2"
		}
	}
	if first < len(t.Quotes) && int(t.Quotes[first].Open) == int(par.First) && p > 0 {
		t.continued(first, p)
	}
	for _, q := range t.Quotes[first:] {
		for i := q.Open + 1; i < q.Close; i++ {
			t.Tokens[i].Flags |= InQuote
		}
	}
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

// sideOf decides for a mark whose two sides look alike.
func (t *Text) sideOf(i int, par Range, kind byte, isOpen, joined bool) side {
	k := &t.Tokens[i]
	start := i == int(par.First) || k.Is(SpaceBefore)
	if !start {
		p := &t.Tokens[i-1]
		start = p.Class == Dash || p.Class == Bracket && isOpening(p.Byte(t.Body)) || p.Class == QuoteMark && p.Is(OpenQuote)
	}
	if kind == doubleMark {
		switch {
		case !isOpen && i > 0 && t.Tokens[i-1].Class == Number && !k.Is(SpaceBefore):
			return either // inches
		case isOpen && !(start && joined):
			return closes
		case !isOpen && (start || joined):
			return opens
		case isOpen && start && joined && k.Is(SpaceBefore):
			return opens
		case isOpen:
			return closes
		}
		return either
	}
	if start && joined {
		if t.closesLater(i, par) {
			return opens
		}
		return either // 'em, '90s
	}
	if isOpen && !k.Is(SpaceBefore) {
		// the drivers' strike, inside 'a quotation': a mark behind an s that a later one can close
		if i > 0 && t.Tokens[i-1].Class == Word && !joined && t.lastByte(i-1)|0x20 == 's' && t.plainWordAfter(i, par) && t.closesLater(i, par) {
			return either
		}
		return closes
	}
	return either
}

func (t *Text) lastByte(i int) byte { return t.Body[t.Tokens[i].End-1] }

// plainWordAfter reports whether a lower-case word follows without any mark.
func (t *Text) plainWordAfter(i int, par Range) bool {
	return i+1 < int(par.Last) && t.Tokens[i+1].Class == Word && !t.Tokens[i+1].Is(Capital)
}

// closesLater looks for a single mark that ends a word, before another one opens.
// It looks at most 400 tokens ahead, so that it stays linear on a text of marks only.
func (t *Text) closesLater(i int, par Range) bool {
	for j := i + 1; j < int(par.Last) && j < i+400; j++ {
		k := &t.Tokens[j]
		if k.Class != QuoteMark {
			continue
		}
		if kind, s := t.mark(j); kind != singleMark || s == opens {
			continue
		}
		next := j+1 == int(par.Last) || t.Tokens[j+1].Flags&SpaceBefore != 0 || t.Tokens[j+1].Class != Word
		if !k.Is(SpaceBefore) && next {
			return true
		}
	}
	return false
}

func isOpening(c byte) bool { return c == '(' || c == '[' || c == '{' }
