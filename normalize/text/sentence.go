package text

// sentences cuts paragraph p after each of its stops that ends one.
func (t *Text) sentences(p int, stops []int32, h Hints) {
	par := &t.Paragraphs[p]
	par.Sentences.First = int32(len(t.Sentences))
	first := int(par.First)
	end := int(par.Last)
	judged := first // stops before this one lean on one that ended no sentence
	for _, stop := range stops {
		i := int(stop)
		if i < first || i < judged {
			continue
		}
		k := &t.Tokens[i]
		last := t.closers(i, end)
		if last+1 < end && !t.endsAt(i, last, first, end, h) {
			if k.Class == Stop {
				judged = last + 1
			}
			continue
		}
		if k.Class == Word && last+1 < end && t.Body[k.End-1] != '.' {
			continue
		}
		t.Sentences = append(t.Sentences, Sentence{Range{int32(first), int32(last + 1)}, int32(p)})
		first = last + 1
	}
	if first < end {
		t.Sentences = append(t.Sentences, Sentence{Range{int32(first), int32(end)}, int32(p)})
	}
	par.Sentences.Last = int32(len(t.Sentences))
}

// closers returns the last of the stops, closing marks and brackets that lean on stop i.
func (t *Text) closers(i, end int) int {
	for i+1 < end {
		n := &t.Tokens[i+1]
		if n.Is(SpaceBefore) {
			break
		}
		switch {
		case n.Class == Stop, n.Class == QuoteMark && !n.Is(OpenQuote), n.Class == Bracket && !isOpening(n.Byte(t.Body)):
			i++
			continue
		case t.reference(i+1, end):
			i += 3
			continue
		}
		break
	}
	return i
}

// reference reports whether the number of a footnote stands at token i: [1].
func (t *Text) reference(i, end int) bool {
	return i+2 < end && t.Tokens[i].Class == Bracket && t.Tokens[i].Byte(t.Body) == '[' && t.Tokens[i+1].Class == Number &&
		t.Tokens[i+2].Class == Bracket && !t.Tokens[i+1].Is(SpaceBefore) && !t.Tokens[i+2].Is(SpaceBefore)
}

// endsAt reports whether a sentence ends with stop i, whose closers end at last.
func (t *Text) endsAt(i, last, first, end int, h Hints) bool {
	next := &t.Tokens[last+1]
	if !next.Is(SpaceBefore) && !next.Is(Han) {
		return false
	}
	if next.Is(LineBefore) && !next.Is(BlankBefore) && next.Class == Word && next.Is(Capital) && t.Tokens[i].Class == Stop && last > i {
		return true
	}
	n := last + 1
	for n < end && (t.Tokens[n].Class == QuoteMark || t.Tokens[n].Class == Bracket) {
		n++
	}
	if n == end {
		return true
	}
	next = &t.Tokens[n]
	switch next.Class {
	case Word:
		if next.Flags&(Capital|Han|HasDigit) == 0 && !(next.Is(NonASCII) && !hasCase(t.Word(n))) && !next.Is(MixedCaps) {
			return false
		}
	case Comma, Stop, Clitic:
		return false
	case Symbol:
		if next.Byte(t.Body) == '&' {
			return false // P. & O.
		}
	case Dash, Hyphen:
		return n+1 < end && t.Tokens[n+1].Is(Capital)
	}
	k := &t.Tokens[i]
	if k.Class == Word { // U.S.
		return h.Hint(n)&Starter != 0 && h.Hint(i)&Abbreviation == 0
	}
	if t.Body[k.Start] != '.' || last > i || i == first || k.End-k.Start > 1 {
		return true
	}
	p := &t.Tokens[i-1]
	if k.Is(SpaceBefore) {
		return true
	}
	switch p.Class {
	case Number:
		// "1. The committee": a list number stands alone before the stop
		return i-1 > first || next.Class != Word
	case Word:
		hint := h.Hint(i - 1)
		switch {
		case hint&BeforeNumber != 0 && next.Class == Number:
			return false
		case hint&Abbreviation != 0:
			return false
		case hint&Abbreviable != 0:
			return h.Hint(n)&Starter != 0
		case t.dotted(i, first): // 7 a. m.
			return h.Hint(n)&Starter != 0
		case p.End-p.Start == 1 && p.Is(Capital): // J. D. Vance
			return h.Hint(n)&Starter != 0 && t.Word(i-1) != "I" || t.Word(i-1) == "I" && next.Class != Word
		}
	}
	return true
}

// dotted reports whether stop i ends a letter that follows another letter with a stop of its own: p. m.
func (t *Text) dotted(i, first int) bool {
	return i-3 >= first && t.letter(i-1) && t.Tokens[i-2].Class == Stop && t.letter(i-3) && t.Tokens[i-1].Is(SpaceBefore)
}

// letter reports whether token i is one small letter.
func (t *Text) letter(i int) bool {
	k := &t.Tokens[i]
	return k.Class == Word && k.End-k.Start == 1 && !k.Is(Capital)
}

// hasCase reports whether a word beyond ASCII is written in a script with upper and lower case.
func hasCase(w string) bool {
	r := firstRune(w)
	return r < 0x0590 || r >= 0x1C80 && r < 0x2000 || r >= 0xA640 && r < 0xAC00 || r >= 0x10A0 && r < 0x1100
}
