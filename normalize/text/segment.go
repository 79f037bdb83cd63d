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
	if !src.Headline.Empty() && src.Headline.End <= body.Start {
		toks = Lex(toks, src.Text, src.Headline)
	}
	n := len(toks)
	toks = Lex(toks, src.Text, body)
	if n > 0 && n < len(toks) {
		toks[n].Flags |= SpaceBefore | LineBefore | BlankBefore
	}
	*t = Text{Source: src, Body: src.Text, Tokens: toks,
		Sentences: t.Sentences[:0], Paragraphs: t.Paragraphs[:0], Quotes: t.Quotes[:0]}
}

// Segment finds paragraphs, quotations and sentences, in that order: a quotation ends with
// its paragraph at the latest, and a sentence takes its closing marks along.
func (t *Text) Segment(h Hints) {
	t.paragraphs(h)
	for p := range t.Paragraphs {
		t.quotes(p)
		t.sentences(p, h)
	}
	t.kinds(h)
	t.dateline()
}

func (t *Text) paragraphs(h Hints) {
	ends := LineBefore
	if t.hardWrapped() {
		ends = BlankBefore
	}
	first := 0
	for i := 1; i <= len(t.Tokens); i++ {
		if i < len(t.Tokens) && !t.Tokens[i].Is(ends) {
			continue
		}
		t.Paragraphs = append(t.Paragraphs, Paragraph{Range: Range{int32(first), int32(i)}})
		first = i
	}
}

// hardWrapped reports whether single line ends stand in the middle of sentences, as in mail
// and old wire copy: most of them are followed by a lower-case word.
func (t *Text) hardWrapped() bool {
	lines, wraps := 0, 0
	for i := 1; i < len(t.Tokens); i++ {
		k := &t.Tokens[i]
		if k.Flags&(LineBefore|BlankBefore) != LineBefore {
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
