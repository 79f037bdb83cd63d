package text

// headlineTokens is the most a headline has: longer lines without a stop are prose that lacks one.
const headlineTokens = 30

// kinds tells headlines, captions and page furniture from prose.
func (t *Text) kinds(h Hints) {
	if t.seen == nil {
		t.seen = make(map[uint64]int, len(t.Paragraphs)/2)
	}
	clear(t.seen)
	stops := t.stops
	for p := range t.Paragraphs {
		par := &t.Paragraphs[p]
		n := upTo(stops, par.Last)
		own := stops[:n]
		stops = stops[n:]
		if t.short(par) {
			sum := t.sum(par.Range)
			if q, twice := t.seen[sum]; twice && !t.stopped(par) {
				par.Kind, t.Paragraphs[q].Kind = Furniture, Furniture
				t.addressBetween(q, p)
			} else {
				t.seen[sum] = p
			}
		}
		switch {
		case h.Hint(int(par.First))&FurnitureWord != 0 && !t.whole(par):
			par.Kind = Furniture
		case t.hasHint(par, own, h, CaptionWord), t.credited(par):
			par.Kind = Caption
			if p > 0 && t.Paragraphs[p-1].Kind == Prose && t.Paragraphs[p-1].Len() <= altTokens && !t.stopped(&t.Paragraphs[p-1]) {
				t.Paragraphs[p-1].Kind = Caption
			}
		}
	}
	t.headlines()
}

// whole reports whether a paragraph of several sentences is all there is: then not all of it is furniture.
func (t *Text) whole(par *Paragraph) bool {
	return len(t.Paragraphs) == 1 && par.Sentences.Len() > 1
}

// altTokens is the most that the name of a picture has, which some pages print above its caption;
// creditTokens the most that its credit has.
const (
	altTokens    = 4
	creditTokens = 9
)

// credited reports whether the paragraph ends as captions do, with photographer and agency: — Ann Smith/Reuters.
func (t *Text) credited(par *Paragraph) bool {
	if t.Tokens[par.Last-1].Class == Stop {
		return false
	}
	slash := false
	for i := int(par.Last) - 1; i > int(par.First) && i >= int(par.Last)-creditTokens; i-- {
		k := &t.Tokens[i]
		switch {
		case k.Class == Symbol && k.Byte(t.Body) == '/':
			slash = true
		case k.Class == Dash:
			return slash && t.Tokens[i-1].Class != QuoteMark && t.Tokens[i+1].Is(Capital)
		}
	}
	return false
}

// blockLines is the most lines that a block has which is printed twice.
const blockLines = 12

// addressBetween marks what stands in a block that is printed twice: lines q to p-1 again from p on.
func (t *Text) addressBetween(q, p int) {
	for i := 0; i < blockLines && q+i < p && p+i < len(t.Paragraphs); i++ {
		a, b := &t.Paragraphs[q+i], &t.Paragraphs[p+i]
		if t.sum(a.Range) != t.sum(b.Range) {
			return
		}
		a.Kind, b.Kind = Furniture, Furniture
	}
}

// headlines marks the lines above the first prose: short, without a final stop.
func (t *Text) headlines() {
	for p := range t.Paragraphs {
		par := &t.Paragraphs[p]
		if par.Kind != Prose {
			continue
		}
		if p+1 == len(t.Paragraphs) || !t.short(par) || t.stopped(par) || t.entry(par) {
			return
		}
		par.Kind = Headline
	}
}

// entry reports whether a paragraph is the row of a table, or the first line of a list of facts: Deaths: 14, - Deaths.
func (t *Text) entry(par *Paragraph) bool {
	first, last := &t.Tokens[par.First], &t.Tokens[par.Last-1]
	if c := first.Byte(t.Body); first.Class == Symbol && (c == '|' || c == '*') || first.Class == Dash && c == '-' || last.Class == Other && last.Byte(t.Body) == '<' {
		return true
	}
	for i := par.First + 1; i+1 < par.Last; i++ {
		if k := &t.Tokens[i]; k.Class == Comma && k.Byte(t.Body) == ':' {
			return t.Tokens[i+1].Class == Number || t.Tokens[i+1].Class == Symbol
		}
	}
	return false
}

func (t *Text) short(par *Paragraph) bool { return par.Len() <= headlineTokens }

// stopped reports whether the paragraph ends with a stop, closing marks aside.
func (t *Text) stopped(par *Paragraph) bool {
	for i := int(par.Last) - 1; i >= int(par.First); i-- {
		switch k := &t.Tokens[i]; k.Class {
		case QuoteMark, Bracket:
		case Stop:
			return true
		case Word:
			return k.Is(Dotted) && par.Len() > 12
		default:
			return t.Body[k.Start] == ':' && par.Len() > 12
		}
	}
	return false
}

func (t *Text) sum(r Range) uint64 {
	h := HashInit
	for _, k := range t.Tokens[r.First:r.Last] {
		h = HashAdd(h, k.Hash)
	}
	return h
}

// hasHint reports whether the first word of the paragraph, or one behind any of its stops, is as wanted.
func (t *Text) hasHint(par *Paragraph, stops []int32, h Hints, want Hint) bool {
	if h.Hint(int(par.First))&want != 0 {
		return true
	}
	for _, i := range stops {
		if t.Tokens[i].Class == Stop && i+1 < par.Last && h.Hint(int(i)+1)&want != 0 {
			return true
		}
	}
	return false
}

// datelineTokens is the most a dateline has, its dash included; datelineParagraphs how many paragraphs of
// prose are asked for one, for a headline that ends with a stop looks like prose.
const (
	datelineTokens     = 16
	datelineParagraphs = 4
)

// dateline finds "LONDON, Sept. 10 (AP) —" at the head of an early prose paragraph.
func (t *Text) dateline() {
	prose := 0
	for p := range t.Paragraphs {
		par := &t.Paragraphs[p]
		if par.Kind != Prose {
			continue
		}
		if dash := t.datelineDash(par); dash > 0 {
			t.Dateline = Range{par.First, int32(dash + 1)}
			t.cutDateline(par)
			return
		}
		if prose++; prose == datelineParagraphs {
			return
		}
	}
}

// datelineDash returns the dash that ends a dateline, or 0. A dateline starts with a word in capitals or
// ends with a bracket; a dash with white space behind it follows, then a new start.
func (t *Text) datelineDash(par *Paragraph) int {
	caps, open := t.Tokens[par.First].Is(AllCaps), false
	for i := int(par.First); i < min(int(par.Last)-1, int(par.First)+datelineTokens); i++ {
		k := &t.Tokens[i]
		switch {
		case k.Class == QuoteMark:
			return 0
		case k.Class == Bracket:
			open = !open
		case k.Class == Word && !open && !k.Is(Capital):
			return 0 // US economy grows in July - Daily Herald
		}
		if k.Class != Dash || i == int(par.First) {
			continue
		}
		bracket := t.Tokens[i-1].Class == Bracket && t.Tokens[par.First].Is(Capital)
		next := &t.Tokens[i+1]
		start := next.Is(Capital) || next.Class == QuoteMark || next.Class == Number
		if (caps || bracket) && start && next.Is(SpaceBefore) {
			return i
		}
		return 0
	}
	return 0
}

// cutDateline starts the first sentence behind the dateline.
func (t *Text) cutDateline(par *Paragraph) {
	s := int(par.Sentences.First)
	for s < int(par.Sentences.Last) && t.Sentences[s].Last <= t.Dateline.Last {
		t.Sentences[s].First = t.Sentences[s].Last // "Sept. 10 (AP)." holds nothing
		s++
	}
	if s < int(par.Sentences.Last) && t.Sentences[s].First < t.Dateline.Last {
		t.Sentences[s].First = t.Dateline.Last
	}
}
