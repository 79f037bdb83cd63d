package statement

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// modifiers collects what narrows the amount down, sorted: words between number and head, what stands
// just before the number, spans of time.
func (f *finder) modifiers(slot *Slot, m *quantity.Mention, np nounPhrase, cl text.Range) {
	first := max(int(np.Noun.First), int(m.Last)) // the unit narrows nothing down
	if np.Noun.First >= np.Noun.Last && !np.known {
		first = int(np.Last)
	}
	end := np.head
	if np.known {
		end = np.word.at
	}
	for i := first; i < end; {
		if _, kind, _, ok := f.modifierAt(i); ok && kind == modFresh && slot.Moves && slot.Dimension == dimCount {
			f.mods = append(f.mods, modFresh) // 121 new cases are not all of them
		}
		i = f.modifier(i)
	}
	if i, at := int(m.Last), int(m.First)-1; i < int(cl.Last) && (i < first || i >= end) && at >= int(cl.First) && f.isDefinite(at) {
		if c, kind, _, ok := f.modifierAt(i); ok && kind == modOther { // the four other wounded, not dozens more who were wounded
			f.mods = append(f.mods, c)
		}
	}
	for i := int(m.First) - 1; i >= int(cl.First) && i >= int(m.First)-3; i-- {
		if _, kind, _, ok := f.modifierAt(i); ok && kind == modOther {
			f.mods = append(f.mods, kind)
			break
		}
	}
	scope := ""
	next, last := 0, int(cl.Last)
	for i := f.sheet.next(setModifier, int(cl.First), last); i < last; i = f.sheet.next(setModifier, max(i+1, next), last) {
		var c, kind string
		var ok bool
		c, kind, next, ok = f.modifierAt(i)
		switch {
		case !ok || f.insideQuantity(i):
			next = i + 1 // close to an hour is no rate
		case kind == modEarlier && !f.timed(i) && f.nearest(m, i):
			f.mods = append(f.mods, f.earlier(c))
		case kind == modTotal && !f.ofAmount(m, np, i, next):
		case kind == modScope && i < int(m.First) && !f.timed(i):
			scope = c // the nearest one: the outlook for the full year is raised after second-quarter sales of 5 million
		case kind == modScope && !f.timed(i), kind == modTotal, kind == modEach:
			f.mods = append(f.mods, c)
		}
	}
	if scope != "" {
		f.mods = append(f.mods, scope)
	}
	f.thenAged(m)
	f.moved(m, cl)
	f.rate(int(np.Last))
	if m.Value.PartOf >= 0 && slot.Measure != "seats" && f.part != f.quantityAt(int(m.First)) { // 54 of the 120 seats are 54
		f.mods = append(f.mods, modPart)
	} else if f.isWhole(m) {
		f.mods = append(f.mods, modWhole)
	} else if f.placedPart(slot, m, np) || f.ofOpening(slot, m) {
		f.mods = append(f.mods, modPart)
	}
	if (slot.Measure == dimMagnitude || slot.Measure == "depth") && (f.ofAftershock(m, cl) || f.oneOfAftershocks(int(m.First))) {
		f.mods = append(f.mods, Aftershock)
	}
	if len(f.mods) > 0 {
		slot.Modifiers = f.stringSlab.Copy(sorted(f.mods))
		f.mods = f.mods[:0]
	}
}

// placedPart reports whether a count has no noun of its own but a place in its stead: it is a part of those counted before, or of others. "34 of the
// survivors are from Sudan, 19 from Eritrea"; "Five in two neighbouring counties are ill as well."
func (f *finder) placedPart(slot *Slot, m *quantity.Mention, np nounPhrase) bool {
	i, at := int(m.Last), int(m.First)-1
	if slot.Dimension != dimCount || m.Value.Kind != quantity.Cardinal || np.head >= 0 || np.known || i+1 >= int(f.sent.Last) {
		return false
	}
	if at >= int(f.sent.First) && f.g.Tokens[at].Class != text.Comma && f.class(at) != classConjunction {
		return false
	}
	return isOfKind(f.g, i, classPreposition, ofPlace) && !f.inTime(i+1) && f.class(i+1) != classQuantifier
}

// ofOpening reports whether a sentence begins with a whole of which a count is a part: of 1,306 samples that were tested 744 were positive.
func (f *finder) ofOpening(slot *Slot, m *quantity.Mention) bool {
	q := f.quantityAt(int(m.First))
	return slot.Dimension == dimCount && q > f.q && q-1 == f.q && f.opensWith(q-1) && f.part != q && f.g.Tokens[m.First-1].Class != text.Comma
}

// ofAftershock reports whether the quake that the clause names nearest to a magnitude is an aftershock.
func (f *finder) ofAftershock(m *quantity.Mention, cl text.Range) bool {
	for d := 1; d < cl.Len(); d++ {
		for _, i := range [...]int{int(m.First) - d, int(m.Last) - 1 + d} {
			if !cl.Has(i) {
				continue
			}
			if w, ok := f.nounFor(i, dimCount, kindNoun); ok && (w.class == Aftershock || w.class == "quake") {
				return w.class == Aftershock
			}
		}
	}
	return false
}

// oneOfAftershocks reports whether the sentence tells, before token end, of one of the aftershocks that the sentence before names last: 47
// aftershocks. There was one of magnitude 5.0.
func (f *finder) oneOfAftershocks(end int) bool {
	if f.at == 0 {
		return false
	}
	for i := int(f.sent.First) + 1; i+1 < end; i++ {
		if strings.EqualFold(f.g.Word(i), "one") && f.class(i+1) == classPreposition && f.partitive(i+1) {
			return f.lastQuake(f.g.Sentences[f.at-1].Range) == Aftershock
		}
	}
	return false
}

// lastQuake returns which of quake and aftershock a range of tokens names last, or "".
func (f *finder) lastQuake(r text.Range) string {
	for i := int(r.Last) - 1; i >= int(r.First); i-- {
		if c := MeasureAt(f.g, i); c == Aftershock || c == "quake" {
			return c
		}
	}
	return ""
}

// moved tells the amount that a change started from, and the size of a change, from what it came to: "by two pence from 12 pence to 14". What is
// stolen from 240 investors, and a vote won by 12, are no change.
func (f *finder) moved(m *quantity.Mention, cl text.Range) {
	if f.offAverage(m) {
		f.mods = append(f.mods, modOff)
		return
	}
	if f.comparative(int(m.Last)) {
		f.mods = append(f.mods, modChange) // 11 more than last year
		return
	}
	if prev, _ := f.neighbours(m); prev >= 0 && f.heldAgainst(int(m.First)-1) {
		f.mods = append(f.mods, f.earlier(modBefore)) // of another group, or another time
		return
	}
	switch m.Value.Trend {
	case quantity.From:
		if prev, next := f.neighbours(m); f.ofOneSort(m, prev) || f.ofOneSort(m, next) || f.changes(cl, int(m.First)) {
			f.mods = append(f.mods, f.earlier(modBefore))
		}
	case quantity.By:
		if f.changes(cl, int(m.First)) || m.Value.Unit.Dimension == dimTemperature {
			f.mods = append(f.mods, modChange)
		}
	}
}

// ofOneSort reports whether amount q may be one that m has become: not four counties, of 60 volunteers from four counties.
func (f *finder) ofOneSort(m *quantity.Mention, q int) bool {
	if q < 0 {
		return false
	}
	a, b := m.Value.CountOf, f.qs[q].Value.CountOf
	return a == b || a == "" || b == ""
}

// comparative reports whether the words at token i make the amount before them one by how much something differs: more than.
func (f *finder) comparative(i int) bool {
	if i+1 >= int(f.sent.Last) || !f.g.Starts(i).Has(lexicon.Bounds) {
		return false
	}
	_, next, ok := f.g.Longest(i, lexicon.Bounds)
	return ok && next > i+1 && f.ofKind(next-1, "compare")
}

// linkWarmer is the class of links.tsv of words that say by how much something differs: above, below.
const linkWarmer = "warmer"

// offAverage reports whether a share is how far something lies from an average: 61 percent below the average.
func (f *finder) offAverage(m *quantity.Mention) bool {
	i := int(m.Last)
	if m.Value.Unit.Dimension != dimRatio || i >= int(f.sent.Last) || !isLink(f.g, i, linkWarmer) {
		return false
	}
	for i++; i < min(int(f.sent.Last), int(m.Last)+averageReach); i++ {
		if w, ok := f.nounFor(i, dimRatio, kindNoun); ok {
			return w.class == "index"
		}
	}
	return false
}

// averageReach is how many words may lie between such a share and the average: below its long-term average.
const averageReach = 7

// changes reports whether a word of movement stands in a clause before token i: rose, down.
func (f *finder) changes(cl text.Range, i int) bool {
	for j := int(cl.First); j < i; j++ {
		switch f.trendAt(j) {
		case "up", "down", "move":
			return true
		}
	}
	return false
}

// trendAt returns which way the word at token i moves something, or "".
func (f *finder) trendAt(i int) string {
	if !f.g.Has(i, lexicon.Trends) {
		return ""
	}
	r, _ := f.g.Row(i, lexicon.Trends)
	return r.Field(colTrend)
}

const colTrend = 0 // of trends.tsv

// ofAmount reports whether the modifier from token i to next belongs to m, and to no other amount of the clause: it stands
// at once behind m, or before it with no other amount between the two.
func (f *finder) ofAmount(m *quantity.Mention, np nounPhrase, i, next int) bool {
	if i >= int(m.Last) {
		return i <= int(np.Last)+1
	}
	q := f.firstQuantity(next)
	return q < len(f.qs) && f.qs[q].First == m.First
}

// nearest reports whether no other amount stands between m and token i behind it: "to $4.8 billion from $4.3 billion a year
// earlier" tells of one amount of a year earlier.
func (f *finder) nearest(m *quantity.Mention, i int) bool {
	q := f.firstQuantity(int(m.Last))
	return (i < int(m.First) || q >= len(f.qs) || int(f.qs[q].First) >= i) && !f.aside(int(m.First), i)
}

// aside reports whether a bracket stands between tokens i and j, so that the one is an aside to the other: 5 percent (previously 3 percent).
func (f *finder) aside(i, j int) bool {
	for t := min(i, j); t < max(i, j); t++ {
		if f.g.Tokens[t].Class == text.Bracket {
			return true
		}
	}
	return false
}

// earlier returns the modifier for a time before that of the event. There are a dozen of them.
func (f *finder) earlier(class string) string {
	m, ok := f.pasts[class]
	if !ok {
		if f.pasts == nil {
			f.pasts = map[string]string{}
		}
		m = Earlier + class
		f.pasts[class] = m
	}
	return m
}

// timed reports whether token i is part of a time that was read, which says when better than a word does.
func (f *finder) timed(i int) bool {
	for t := f.t; t < len(f.ts) && t < f.t+maxTimes && int(f.ts[t].First) <= i; t++ {
		if f.ts[t].Has(i) && f.ts[t].Value.Resolved() {
			return true
		}
	}
	return false
}

// bracketed reports whether an amount fills a pair of brackets.
func (f *finder) bracketed(m *quantity.Mention) bool {
	first, last := int(m.First)-1, int(m.Last)
	return first >= int(f.sent.First) && last < int(f.sent.Last) && f.g.Tokens[first].Class == text.Bracket && f.g.Tokens[last].Class == text.Bracket
}

// isWhole reports whether another amount is told as a part of this one: "12 of the 40".
func (f *finder) isWhole(m *quantity.Mention) bool {
	q := f.firstQuantity(int(m.First))
	return q > f.q && q < len(f.qs) && int(f.qs[q-1].Value.PartOf) == q
}

// leadsPart reports whether a sentence begins with an amount as the whole of another: "Of the 112 cars, 28 left the rails".
func (f *finder) leadsPart(m *quantity.Mention) bool {
	q := f.firstQuantity(int(m.First))
	return q == f.q && q+1 < len(f.qs) && f.opensWith(q) && f.g.Tokens[f.qs[q+1].First-1].Class == text.Comma
}

// modifier appends what token i restricts to and returns the token behind.
func (f *finder) modifier(i int) int {
	if f.g.Tokens[i].Class != text.Word {
		return i + 1
	}
	if c, kind, next, ok := f.modifierAt(i); ok {
		if kind == modOther {
			f.mods = append(f.mods, c)
		}
		return next
	}
	for n := f.firstName(i); n < len(f.names) && int(f.names[n].First) <= i; n++ {
		if e := f.names[n].Value.Entity; e >= 0 && int(e) < len(f.entities) {
			f.mods = append(f.mods, f.entities[e].Name)
			return max(i+1, int(f.names[n].Last))
		}
	}
	if f.g.Has(i, lexicon.Function) || f.g.Has(i, lexicon.Numbers) {
		return i + 1
	}
	f.mods = append(f.mods, f.lemma(i))
	return i + 1
}
