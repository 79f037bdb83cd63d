package text

// headlineTokens is the most a headline has: longer lines without a stop are prose that lacks one.
const headlineTokens = 30

// kinds tells headlines, captions and page furniture from prose.
func (t *Text) kinds(h Hints) {
	seen := make(map[uint64]int, len(t.Paragraphs)/2)
	for p := range t.Paragraphs {
		par := &t.Paragraphs[p]
		if t.short(par) {
			sum := t.sum(par.Range)
			if q, twice := seen[sum]; twice && !t.stopped(par) {
				par.Kind, t.Paragraphs[q].Kind = Furniture, Furniture
				t.addressBetween(q, p)
			} else {
				seen[sum] = p
			}
		}
		switch {
		case h.Hint(int(par.First))&FurnitureWord != 0:
			par.Kind = Furniture
		case t.hasHint(par, h, CaptionWord):
			par.Kind = Caption
		}
	}
	t.headlines()
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
		if p+1 == len(t.Paragraphs) || !t.short(par) || t.stopped(par) {
			return
		}
		par.Kind = Headline
	}
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
	h := uint64(fnvOffset)
	for _, k := range t.Tokens[r.First:r.Last] {
		h = (h ^ k.Hash) * fnvPrime
	}
	return h
}

func (t *Text) hasHint(par *Paragraph, h Hints, want Hint) bool {
	for i := int(par.First); i < int(par.Last); i++ {
		if h.Hint(i)&want != 0 && (i == int(par.First) || t.Tokens[i-1].Class == Stop) {
			return true
		}
	}
	return false
}

// datelineTokens is the most a dateline has, its dash included.
const datelineTokens = 16

// dateline finds "LONDON, Sept. 10 (AP) —" at the head of the first prose paragraph: it starts
// with a word in capitals or holds a bracket, and ends with a dash that has white space beside it.
func (t *Text) dateline() {
	for p := range t.Paragraphs {
		par := &t.Paragraphs[p]
		if par.Kind != Prose {
			continue
		}
		caps := t.Tokens[par.First].Is(AllCaps)
		for i := int(par.First); i < int(par.Last) && i < int(par.First)+datelineTokens; i++ {
			k := &t.Tokens[i]
			caps = caps || k.Class == Bracket
			if k.Class == QuoteMark {
				return
			}
			if k.Class == Dash && i > int(par.First) && i+1 < int(par.Last) && caps {
				t.Dateline = Range{par.First, int32(i + 1)}
				t.cutDateline(par)
				return
			}
		}
		return
	}
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
