package text

// Read cuts a source into a Text: tokens first, then Segment with the hints that tag gives
// once it has seen the tokens.
func Read(src *Source) *Text {
	t := new(Text)
	t.Reset(src)
	return t
}

// Reset reads the tokens of src into t and keeps the memory of what t held before.
func (t *Text) Reset(src *Source) {
	body := src.Body
	if body.Empty() {
		body = Span{0, len(src.Text)}
	}
	toks := t.Tokens[:0]
	if cap(toks) == 0 {
		toks = make([]Token, 0, body.Len()/5+16)
	}
	*t = Text{Source: src, Body: src.Text,
		Sentences: t.Sentences[:0], Paragraphs: t.Paragraphs[:0], Quotes: t.Quotes[:0],
		lines: t.lines[:0], marks: t.marks[:0], stops: t.stops[:0], seen: t.seen, composer: t.composer}
	lx := lexer{t: t, composer: t.composer}
	lx.into(toks)
	if !src.Headline.Empty() && src.Headline.End <= body.Start {
		lx.s, lx.space = src.Text[:src.Headline.End], SpaceBefore
		lx.run(src.Headline.Start)
	}
	lx.s, lx.space, lx.lines, lx.base = src.Text[:body.End], SpaceBefore, 0, lx.n
	if lx.base > 0 {
		lx.space = SpaceBefore | LineBefore | BlankBefore
	}
	t.Tokens = lx.run(body.Start)
	t.composer = lx.composer
}

// Segment finds paragraphs, quotations and sentences, in that order: a quotation ends with
// its paragraph at the latest, and a sentence takes its closing marks along.
func (t *Text) Segment(h Hints) {
	t.paragraphs()
	marks, stops := t.marks, t.stops
	for p := range t.Paragraphs {
		last := t.Paragraphs[p].Last
		m, s := upTo(marks, last), upTo(stops, last)
		t.quotes(p, marks[:m])
		t.sentences(p, stops[:s], h)
		marks, stops = marks[m:], stops[s:]
	}
	t.kinds(h)
	t.dateline()
}

// upTo returns how many token indexes lie before last.
func upTo(s []int32, last int32) int {
	n := 0
	for n < len(s) && s[n] < last {
		n++
	}
	return n
}

func (t *Text) paragraphs() {
	if len(t.Tokens) == 0 {
		return
	}
	ends := LineBefore
	if t.hardWrapped() {
		ends = BlankBefore
	}
	first := int32(0)
	for _, i := range t.lines {
		if i > 0 && t.Tokens[i].Is(ends) {
			t.Paragraphs = append(t.Paragraphs, Paragraph{Range: Range{first, i}})
			first = i
		}
	}
	t.Paragraphs = append(t.Paragraphs, Paragraph{Range: Range{first, int32(len(t.Tokens))}})
}

// hardWrapped reports whether single line ends stand in the middle of sentences, as in mail
// and old wire copy: most of them are followed by a lower-case word.
func (t *Text) hardWrapped() bool {
	lines, wraps := 0, 0
	for _, i := range t.lines {
		k := &t.Tokens[i]
		if i == 0 || k.Is(BlankBefore) {
			continue
		}
		lines++
		p := &t.Tokens[i-1]
		if k.Class == Word && k.Flags&(Capital|Han) == 0 && p.Class != Stop && p.Class != QuoteMark {
			wraps++
		}
	}
	return wraps >= 2 && wraps*3 >= lines
}
