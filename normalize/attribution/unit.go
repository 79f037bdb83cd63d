package attribution

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// An item is what the grammar reads as one: a word, a mark, a word joined by hyphens, a time, or a
// whole quotation. What stands in brackets is no item.
type item struct {
	first, last int32 // tokens, half-open
	fact        fact  // what it may be
}

// maxItems bounds a unit: a text without a stop is read in pieces.
const maxItems = 200

// A room holds the items of a unit. The places before the first of them and behind the last one, 28 on each side, which is farther than any
// rule looks, may be asked for and hold nothing.
type room [1 << 8]item

// item appends an item.
func (f *finder) item(first, last int, w fact) {
	n := len(f.items)
	f.room[uint8(n)] = item{int32(first), int32(last), w}
	f.items = f.room[:n+1]
}

// clear makes room for the next unit.
func (f *finder) clear() {
	clear(f.items)
	clear(f.marks[:len(f.items)+1])
	f.items, f.cueItems, f.quoteItems = f.room[:0], f.cueItems[:0], f.quoteItems[:0]
}

// unit fills f.items with the sentence that starts at token i of paragraph end at most, quotations
// in it taken whole, and returns where the next one starts.
func (f *finder) unit(s, i int, par *text.Paragraph) (sentence, next int) {
	g := f.g
	f.clear()
	end := int(g.Sentences[s].Last)
	last := int(par.Last)
	f.quoteAt(i)
	for i < last && len(f.items) < maxItems {
		for i >= end && s+1 < len(g.Sentences) {
			if len(f.items) > 0 && !f.asksOn(i, last) && !f.leadsOn(i) {
				return s, i
			}
			s++
			end = int(g.Sentences[s].Last)
		}
		k := &g.Tokens[i]
		if len(f.items) == 0 && k.Class == text.Word && k.Flags&otherwise != 0 { // most sentences begin with a capital
			i = f.word(i, end)
			continue
		}
		if i = f.words(i, end); i >= min(end, last) || len(f.items) == maxItems {
			continue
		}
		if k = &g.Tokens[i]; k.Class >= text.QuoteMark { // or a bracket
			if j := f.passed(k, i, end, last); j > i {
				i = j
				for s+1 < len(g.Sentences) && int(g.Sentences[s].Last) < i {
					s++
					end = int(g.Sentences[s].Last)
				}
				continue
			}
		}
		i = f.word(i, end)
	}
	return s, i
}

// block adds paragraph p as one item to a unit that ends with a colon: what someone wrote is set as a paragraph of its own.
func (f *finder) block(p int) {
	n := len(f.items)
	if n == 0 || n == maxItems || p >= len(f.g.Paragraphs) || f.is(n-1)&colon == 0 || len(f.cueItems) == 0 {
		return
	}
	cue := int(f.cueItems[len(f.cueItems)-1])
	for i := n - 2; i > cue; i-- {
		if f.is(i)&(comma|quote|stop|dash|finite) != 0 || n-i > adjunctItems {
			return // what the cue leads stands behind it
		}
	}
	par := f.g.Paragraphs[p].Range
	q := f.quotation(par.First)
	if f.g.Paragraphs[p].Kind != text.Prose || par.Len() < blockTokens && !(q != nil && q.Close+1 >= par.Last && par.Len() > 4) {
		return
	}
	if q != nil {
		if q.Close+2 < par.Last {
			return // "...," he says
		}
	}
	f.item(int(par.First), int(par.Last), quote)
}

// adjunctItems is the most that stands between a verb and its colon: said in a statement on Friday.
const adjunctItems = 10

// blockTokens is the least a paragraph holds that stands for what someone wrote.
const blockTokens = 12

// cueStarts notes the next item where a cue starts at token i, and reports whether one does.
func (f *finder) cueStarts(i int) bool {
	if f.g.At(i)&lexicon.Cues.In() == 0 {
		return false
	}
	f.cueItems = append(f.cueItems, int32(len(f.items)))
	return true
}

// words adds what stands by itself from token i on, in the sentence that ends at token end: words, numbers and most marks. It
// returns the first token that takes more than one look.
func (f *finder) words(i, end int) int {
	from := len(f.items)
	stops := min(end, f.nextTime, i+maxItems-from)
	for i < stops {
		if i = f.commonWords(i, stops); i == stops {
			break
		}
		k := &f.g.Tokens[i]
		if i+1 == end && k.Class == text.Stop {
			f.item(i, end, stop)
			return end
		}
		w := f.plainly(k, i, end)
		if w == 0 || k.Class == text.Stop && len(f.items) > from && f.leansBack(i, end) {
			break
		}
		if f.cueStarts(i) {
			w &^= plain
		}
		f.item(i, i+1, w)
		i++
	}
	if len(f.items) > from && i < end && f.leansBack(i, end) {
		i--
		f.takeBack()
	}
	return i
}

// commonWords adds words that are known, names, numbers and commas from token i to end-1 and returns the first token that is none. Most of a
// text is read here: nothing is called, so that all it works with stays in registers.
func (f *finder) commonWords(i, end int) int {
	toks, starts, slots, room := f.g.Tokens, f.g.Masks(), f.slots, f.room
	n := len(f.items)
	counts := lexicon.Cues.In() | capitalCounts
	if n == 0 || f.titleCase {
		counts = ^lexicon.Mask(0)
	}
	for ; i < end; i++ {
		k, w := &toks[i], number
		if k.Class == text.Word {
			if k.Flags&otherwise == 0 {
				pair := &slots[k.Hash*golden>>(65-slotBits)]
				slot := &pair[0]
				if slot.hash != k.Hash {
					if slot = &pair[1]; slot.hash != k.Hash {
						break
					}
				}
				w = slot.fact
				if starts[i]&lexicon.Cues.In() != 0 {
					w &^= plain
					f.cueItems = append(f.cueItems, int32(n))
				}
			} else if w = proper | plain; k.Flags&text.Capital == 0 || starts[i]&counts != 0 {
				break
			}
		} else if k.Class == text.Comma && k.Byte(f.g.Body) == ',' {
			w = comma
		} else if k.Class != text.Number {
			break
		}
		room[uint8(n)] = item{int32(i), int32(i + 1), w}
		n++
	}
	f.items = room[:n]
	return i
}

// takeBack takes back the last item, which is read again.
func (f *finder) takeBack() {
	f.items = f.items[:len(f.items)-1]
	if c := len(f.cueItems) - 1; c >= 0 && int(f.cueItems[c]) == len(f.items) {
		f.cueItems = f.cueItems[:c]
	}
}

// leansBack reports whether token i makes the word before it longer: a hyphen, the stop of Mr.
func (f *finder) leansBack(i, end int) bool {
	if i+1 >= end {
		return false
	}
	switch f.g.Tokens[i].Class {
	case text.Hyphen:
		return true
	case text.Stop:
		return f.abbreviates(i)
	}
	return false
}

// abbreviates reports whether the stop at token i is one with the word before it: Mr. and J.
func (f *finder) abbreviates(i int) bool {
	k := &f.g.Tokens[i]
	return k.Flags&text.SpaceBefore == 0 && k.Byte(f.g.Body) == '.' && f.g.Tokens[i-1].Class == text.Word
}

// plainly returns what token i is by itself, or 0 where that takes more than one look.
func (f *finder) plainly(k *text.Token, i, end int) fact {
	switch k.Class {
	case text.Word:
		if k.Flags&otherwise == 0 {
			return f.small(k, i)
		}
		if k.Flags&text.Capital != 0 && len(f.items) > 0 && !f.titleCase && f.g.Mask(i)&capitalCounts == 0 {
			return proper | plain
		}
	case text.Comma:
		return f.comma(k, i)
	case text.Number:
		return number
	case text.Stop:
		return f.leftOut(k, i, end)
	case text.Dash:
		return dash
	case text.Clitic:
		return poss | f.small(k, i)&(be|have|modal)
	}
	return 0
}

// leftOut returns what the stop at token i is: dots within a sentence stand for words that were left out, and end nothing.
func (f *finder) leftOut(k *text.Token, i, end int) fact {
	if i+1 >= end || k.End-k.Start == 1 {
		return stop
	}
	if i+2 < end {
		if c := f.g.Tokens[i+1].Class; c == text.Hyphen || c == text.Stop {
			return stop
		}
	}
	return adv
}

// passed reads the quotation or the bracket at token i, which is read as one, and returns the token behind it.
func (f *finder) passed(k *text.Token, i, end, last int) int {
	switch k.Class {
	case text.QuoteMark:
		if !k.Is(text.OpenQuote) {
			return i
		}
		q := f.quoteAt(i)
		switch {
		case q == nil:
			return i
		case int(q.Close) >= last:
			return f.openQuotation(q, i, last)
		}
		return f.quotationItem(i, int(q.Close)+1)
	case text.Bracket:
		if c := k.Byte(f.g.Body); len(f.items) > 0 && (c == '(' || c == '[') {
			return max(i, f.bracket(i, end))
		}
	}
	return i
}

// quotationItem adds tokens i to j as one item and returns j.
func (f *finder) quotationItem(i, j int) int {
	f.quoteItems = append(f.quoteItems, int32(len(f.items)))
	f.item(i, j, quote)
	return j
}

// asksOn reports whether the sentence at token i only says who asked or shouted the quotation before
// it: "Can we win?" Mr. Hall asked.
func (f *finder) asksOn(i, last int) bool {
	g := f.g
	it := f.items[len(f.items)-1]
	if f.is(len(f.items)-1)&quote == 0 || it.last-it.first < 3 {
		return false
	}
	if g.Tokens[i].Class == text.Dash && i+1 < last && last-i <= 12 && g.Tokens[i+1].Is(text.Capital) {
		return true // "So be it." — Ann Reed
	}
	k := &g.Tokens[it.last-2]
	if k.Class != text.Stop || g.Body[k.Start] == '.' && !g.Tokens[it.last-1].Is(text.CloseQuote) || g.Body[k.Start] == '.' {
		return false
	}
	for j := i; j < last && j < i+9; j++ {
		switch g.Tokens[j].Class {
		case text.QuoteMark:
			return false
		case text.Comma:
			return false
		}
		if !g.Has(j, lexicon.Cues) || j == i {
			continue
		}
		if w := f.cueWord(j); w.verb != nil && w.verb.takes&takesPost != 0 && w.form&(past|third) != 0 {
			return j+1 < last && (g.Tokens[j+1].Class != text.Word || f.wordFact(j+1)&(prep|adv|when) != 0 || w.verb.class == tell)
		}
	}
	return false
}

// leadsOn reports whether the sentence before token i ends with a colon, and a quotation starts there: he told me: (line) "We stay."
func (f *finder) leadsOn(i int) bool {
	k := &f.g.Tokens[i]
	return f.is(len(f.items)-1)&colon != 0 && k.Class == text.QuoteMark && k.Is(text.OpenQuote) && len(f.cueItems) > 0
}

// openQuotation adds a quotation that its paragraph does not close. One that the next paragraph goes
// on with lasts to the end; else the closing mark was forgotten, and the sentence is read as if there were none.
func (f *finder) openQuotation(q *text.Quote, i, last int) int {
	g := f.g
	goesOn := q.Continued
	for n := f.quote + 1; n < len(g.Quotes) && !goesOn; n++ {
		if g.Quotes[n].Depth == 0 {
			goesOn = g.Quotes[n].Continued && int(g.Quotes[n].Open) == last
			break
		}
	}
	if !goesOn {
		return i + 1
	}
	return f.quotationItem(i, last)
}

// quoteAt returns the outermost quotation that opens at token i. It is asked in reading order.
func (f *finder) quoteAt(i int) *text.Quote {
	qs := f.g.Quotes
	for f.quote < len(qs) && (int(qs[f.quote].Open) < i || qs[f.quote].Depth > 0) {
		f.quote++
	}
	if f.quote < len(qs) && int(qs[f.quote].Open) == i {
		return &qs[f.quote]
	}
	return nil
}

// bracketTokens is the most a bracket holds that the grammar passes over.
const bracketTokens = 40

func (f *finder) bracket(i, end int) int {
	g := f.g
	depth := 0
	for j := i; j < end && j < i+bracketTokens; j++ {
		if g.Tokens[j].Class != text.Bracket {
			continue
		}
		switch g.Body[g.Tokens[j].Start] {
		case '(', '[':
			depth++
		default:
			if depth--; depth == 0 {
				return j + 1
			}
		}
	}
	return 0
}

// timeAt reports whether token i is part of a time. It is asked in reading order.
func (f *finder) timeAt(i int) bool {
	for f.time < len(f.times) && int(f.times[f.time].Last) <= i {
		f.time++
	}
	f.nextTime = len(f.g.Tokens)
	if f.time < len(f.times) {
		f.nextTime = int(f.times[f.time].First)
	}
	return f.nextTime <= i
}

// word adds the word at token i, with what hyphens join to it.
func (f *finder) word(i, end int) int {
	g := f.g
	k := &g.Tokens[i]
	if f.nextTime <= i && f.timeAt(i) {
		if k.Class == text.Stop && len(f.items) > 0 { // Sept. 10
			f.items[len(f.items)-1].last = int32(i + 1)
			return i + 1
		}
		if k.Class <= text.Number {
			f.cueStarts(i)
			f.item(i, i+1, f.timeFact(i))
			return i + 1
		}
	}
	j := i + 1
	if j < end-1 && (g.Tokens[j].Class == text.Hyphen || g.Tokens[j].Class == text.Stop) {
		j = f.compound(j, end)
	}
	w := f.fact(i, len(f.items) == 0)
	if j > i+1 {
		w = f.compoundFact(w, i, j)
	}
	switch {
	case f.cueStarts(i):
		w &^= plain
	case k.Class == text.Word && g.Mask(i)&capitalCounts == 0:
		w |= plain
	}
	f.item(i, j, w)
	return j
}

// compound returns where the word ends that goes on at token j, if it does.
func (f *finder) compound(j, end int) int {
	toks := f.g.Tokens
	for j+1 < end && toks[j].Class == text.Hyphen && !toks[j+1].Is(text.SpaceBefore) && toks[j+1].Class <= text.Number {
		j += 2
	}
	if j < end-1 && toks[j].Class == text.Stop && f.abbreviates(j) {
		j++
	}
	return j
}

// timeFact returns what token i is, which is part of a time.
func (f *finder) timeFact(i int) fact {
	w := f.closedFact(i)
	if w&(prep|to) != 0 {
		return prep
	}
	if w&that != 0 {
		return when | that // said that Saturday would be fine
	}
	if g := f.times[f.time].Value.Grain; g != timex.None && g <= timex.Day {
		return when | day
	}
	return when
}

// compoundFact returns what tokens i to j are, of which the first is w by itself.
func (f *finder) compoundFact(w fact, i, j int) fact {
	for i++; i+1 < j && f.g.Tokens[i].Class == text.Hyphen; i += 2 {
		last := f.fact(i+1, false)
		switch {
		case w&proper != 0 || last&proper != 0:
			w = proper | adj
		case last&plural != 0:
			w = noun | plural | adj
		default:
			w = noun | adj
		}
	}
	return w
}

// candidate reports whether tokens i to j hold a cue or a quotation. It is asked in reading order.
func (f *finder) candidate(i, j int) bool {
	qs := f.g.Quotes
	for f.opened < len(qs) && int(qs[f.opened].Open) < i {
		f.opened++
	}
	if f.opened < len(qs) && int(qs[f.opened].Open) < j {
		return true
	}
	if f.nextCue < i {
		f.nextCue = f.g.Next(i, len(f.g.Tokens), lexicon.Cues.In())
	}
	return f.nextCue < j
}

// is returns the facts of item i, none beyond the ends.
func (f *finder) is(i int) fact { return f.room[uint8(i)].fact }

// tokens returns the tokens of items i to j-1.
func (f *finder) tokens(i, j int) text.Range {
	if i >= j {
		return text.Range{}
	}
	return text.Range{First: f.items[i].first, Last: f.items[j-1].last}
}

// text returns item i as written.
func (f *finder) text(i int) string {
	it := f.items[i]
	return f.g.Body[f.g.Tokens[it.first].Start:f.g.Tokens[it.last-1].End]
}
