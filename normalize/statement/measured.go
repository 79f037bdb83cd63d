package statement

import (
	"cmp"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/morph"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// verbUpTo returns the verb that a noun right before an amount is, or ends: the trial cost $54 million, was ordered to pay 900 euros.
func (f *finder) verbUpTo(w measureWord, dim string) measureWord {
	const before = 2 // tokens of a verb that the noun ends
	for i := w.at; i >= max(w.at-before, int(f.sent.First)); i-- {
		if verb, found := f.nounFor(i, dim, kindVerb); found && verb.next == w.next {
			return verb
		}
	}
	return w
}

// measured fills the slot of an amount with a unit: what it is the length, price or duration of.
func (f *finder) measured(slot *Slot, m *quantity.Mention, np nounPhrase, cl text.Range) {
	dim := slot.Dimension
	if dim == dimLength && f.bearing(slot, m) {
		return
	}
	w, ok := f.labelled(m, dim)
	if slot.Labelled = ok; !ok {
		w, ok = f.measureBefore(m, dim, cl)
	}
	if !ok || w.kind != kindNoun || w.next != int(m.First)-1 || f.class(w.next) != classPreposition { // but "a dividend of 35 cents a share"
		if behind, found := f.measureBehind(m, dim); found {
			w, ok = behind, true
		}
	}
	if ok && w.kind == kindNoun && w.next == int(m.First) {
		w = f.verbUpTo(w, dim)
	}
	if ok {
		slot.Measure, slot.Moves, slot.Falls, slot.Period = w.class, w.moves, w.falls, w.period
		if w.set && slot.Modality == attribution.Demanded {
			slot.Modality = attribution.Fact // he must pay a fine of 900 euros
		}
		if w.period && slot.Time.Grain < timex.Week {
			slot.Time = timex.Time{} // the day of the report
		}
		slot.Noun = f.lemma(w.next - 1)
		if w.class == "gdp" && dim == dimRatio && w.at < int(m.First) {
			slot.Measure = "growth" // an economy grows by per cent
		}
		if w.class == "interest" && w.next == w.at+1 {
			slot.Measure = f.rateOf(w)
		}
		if w.class == "distance" {
			f.anchor(slot, w)
		} else if !ofEvent(w.class) {
			slot.Entity = f.owner(w, m)
			if w.kind != kindNoun {
				slot.Entity = cmp.Or(f.antecedent(m), f.subjectOf(min(w.at, int(m.First)), cl), slot.Entity)
			}
		}
		if slot.Labelled && f.headed && !ofEvent(w.class) {
			slot.Entity = cmp.Or(f.ofRow(dim), slot.Entity)
		}
		if w.class == duration && w.kind == kindVerb {
			slot.Event = f.lasting(w.at)
		}
		if OfSpot(w.class) {
			slot.Place = f.spot(m, slot.Place)
		}
		f.qualifiers(w)
		return
	}
	if np.head >= 0 {
		slot.Noun = np.lemma
		if dim == dimRatio && np.known {
			slot.Noun = np.word.class // two in five pupils
		} else {
			slot.Measure = np.lemma
		}
	}
	if ev, ok := f.verbBefore(int(m.First)); ok {
		slot.Event = ev.class
	} else if ev, ok := f.governing(m, cl); ok {
		slot.Event = ev.class
		if dim == dimDuration && slot.Measure == "" && slot.Modality == attribution.Fact {
			slot.Measure = duration // searched for five days
		}
	}
	slot.Entity = f.nameBefore(int(m.First))
	if e := f.described(m); e != "" {
		slot.Entity = e
		if slot.Measure == "" {
			slot.Measure = sizeOf[dim]
		}
	}
	if slot.Measure == "" {
		slot.Measure = f.unspecified(dim)
		f.shareOf(slot, m)
		if dim == dimRatio && !f.moving(slot, m, cl) {
			f.shareWho(slot, m, np)
		}
		if slot.Noun == "" {
			slot.Noun = f.complement(int(m.Last)) // 4,000 litres of acid
		}
	}
}

// Rise and Fall are the events of a share by which something went up or down.
const (
	Rise = "rise"
	Fall = "fall"
)

// moving reads what went up or down by a share: "rents rose 8 percent", "bookings were down by a tenth".
func (f *finder) moving(slot *Slot, m *quantity.Mention, cl text.Range) bool {
	if m.Value.Trend == quantity.To || m.Value.Trend == quantity.From || slot.Noun != "" {
		return false
	}
	object := -1 // of a verb that moves something: reduced deaths by a fifth
	for i := int(m.First) - 1; i >= int(cl.First) && i > int(m.First)-maxGiven; i-- {
		if f.g.Tokens[i].Class != text.Word || f.insideQuantity(i) {
			return false
		}
		to := ""
		switch f.trendAt(i) {
		case "up":
			to = Rise
		case "down":
			to = Fall
		case "":
			if object < 0 && f.class(i) == noClass && morph.Ending(f.g.Lex, f.g.Word(i)) != morph.Adverb {
				object = i
			}
			continue
		default:
			continue
		}
		n := f.lasting(i)
		if object >= 0 {
			n = f.lemma(object)
		}
		if n != "" {
			slot.Noun, slot.Event = n, to
			return true
		}
	}
	return false
}

// lasting returns what a verb of duration at token i is told of: the search that went on for days.
func (f *finder) lasting(i int) string {
	for i--; i >= int(f.sent.First); i-- {
		switch c := f.class(i); {
		case c == classAuxiliary, c == classAdverb, c == classModal, c == classParticle, f.inflected(i), f.isVerb(i) && morph.Ending(f.g.Lex, f.g.Word(i)) == morph.Past:
			continue // is expected to last
		}
		break
	}
	if i < int(f.sent.First) || f.g.Tokens[i].Class != text.Word || f.class(i) != noClass || f.g.Tokens[i].Is(text.Capital) && i > int(f.sent.First) {
		return ""
	}
	if r, ok := f.g.Row(i, lexicon.Synonyms); ok {
		return r.Field(colSynonym)
	}
	return f.lemma(i)
}

const duration = "duration"

// governing returns the verb that an amount behind a preposition belongs to: deliberated for three hours.
func (f *finder) governing(m *quantity.Mention, cl text.Range) (eventWord, bool) {
	i := int(m.First) - 1
	if i < int(cl.First) || f.class(i) != classPreposition || f.partitive(i) {
		return eventWord{}, false
	}
	first := int(cl.First)
	for j := f.sheet.prev(setContent, i, first); j >= first; j = f.sheet.prev(setContent, j, first) {
		if ev, ok := f.verbAt(j); ok && !f.reports(j) {
			return ev, true
		}
	}
	return eventWord{}, false
}

// Unspecified stands before the dimension where the text does not say what is measured.
const Unspecified = "*"

// unspecified returns the measure of an amount that has only a dimension. There are a few dozen of them.
func (f *finder) unspecified(dim string) string {
	m, ok := f.stars[dim]
	if !ok {
		if f.stars == nil {
			f.stars = map[string]string{}
		}
		m = Unspecified + dim
		f.stars[dim] = m
	}
	return m
}

// qualifiers collects the words right before a noun that names a measure: "youth" of "youth unemployment".
func (f *finder) qualifiers(w measureWord) {
	if w.kind != kindNoun {
		return
	}
	if c := f.complement(w.next); c != "" {
		f.mods = append(f.mods, c)
	}
	for i := w.at - 1; i >= int(f.sent.First) && i >= w.at-2; i-- {
		k := &f.g.Tokens[i]
		if k.Class != text.Word || k.Is(text.Capital) && i > int(f.sent.First) || f.g.Has(i, lexicon.Function) || f.g.Has(i, lexicon.Numbers) || f.isVerb(i) || f.told(i) || f.insideQuantity(i) {
			return
		}
		if _, kind, _, ok := f.modifierAt(i); ok && kind != modOther {
			continue
		}
		f.mods = append(f.mods, f.lemma(i))
	}
}

// complement returns the noun that narrows a measure down from behind: "meal" of "sales of frozen meals". What has an article
// is known already and narrows nothing down: the cost of the rescue.
func (f *finder) complement(i int) string {
	if i+1 >= int(f.sent.Last) || f.class(i) != classPreposition || !f.partitive(i) {
		return ""
	}
	head := -1
	for j := i + 1; j < i+4 && j < int(f.sent.Last); j++ {
		k := &f.g.Tokens[j]
		if k.Class != text.Word || k.Is(text.Capital) || f.g.Has(j, lexicon.Function) || f.g.Has(j, lexicon.Numbers) || f.g.Has(j, lexicon.Bounds) || f.insideQuantity(j) || f.inTime(j) {
			break
		}
		if head >= 0 && (f.isVerb(j) || f.inflected(j)) {
			break
		}
		head = j
	}
	if head < 0 {
		return ""
	}
	return f.lemma(head)
}

// rateOf returns what a rate without a word before it is one of: inflation, where the sentence tells of that first, else interest.
func (f *finder) rateOf(w measureWord) string {
	for i := w.at - 1; i >= int(f.sent.First); i-- {
		if x, ok := f.nounFor(i, dimRatio, kindNoun); ok {
			switch x.class {
			case "inflation", "unemployment", "growth":
				return x.class
			}
		}
	}
	return w.class
}

// bearing reads "55 kilometers south of Bireun": a distance from a place in a direction.
func (f *finder) bearing(slot *Slot, m *quantity.Mention) bool {
	i := int(m.Last)
	if i < int(f.sent.Last) && f.g.Tokens[i].Class == text.Bracket { // the restatement in brackets
		i = f.bracketEnd(i)
		i++
	}
	if i < int(f.sent.Last) && f.closesBracket(i) { // this is the restatement
		i++
	}
	if i >= int(f.sent.Last) {
		return false
	}
	if i+2 < int(f.sent.Last) && f.g.Tokens[i].Class == text.Word && f.g.Tokens[i+1].Class == text.Word {
		if c, kind, next, ok := f.modifierAt(i + 2); ok && kind == modCompass && f.class(i) == classPreposition {
			return f.anchored(slot, c, next)
		}
	}
	c, kind, next, ok := f.modifierAt(i)
	if !ok || kind != modCompass {
		return false
	}
	return f.anchored(slot, c, next)
}

// anchor fills what a distance is a distance from. Without that it measures nothing that can be compared.
func (f *finder) anchor(slot *Slot, w measureWord) {
	for n := f.firstName(w.next); n < len(f.names) && int(f.names[n].First) < w.next+5 && f.names[n].First < f.sent.Last; n++ {
		if e := f.entityName(n); e != "" {
			slot.Entity = e
			return
		}
	}
	slot.Measure = f.unspecified(slot.Dimension)
}

func (f *finder) closesBracket(i int) bool {
	return f.g.Tokens[i].Class == text.Bracket && closing(f.g.Body[f.g.Tokens[i].Start])
}

// Direction is the prefix of the modifier that holds a compass direction in degrees.
const Direction = "direction "

func (f *finder) anchored(slot *Slot, degrees string, i int) bool {
	for m := f.firstName(i); m < len(f.names) && int(f.names[m].First) < i+8 && f.names[m].First < f.sent.Last; m++ {
		e := f.names[m].Value.Entity
		if e < 0 || int(e) >= len(f.entities) || f.names[m].Value.Nested {
			continue
		}
		slot.Measure, slot.Noun = "distance", "distance"
		slot.Entity = f.entities[e].Name
		f.mods = append(f.mods, Direction+degrees)
		return true
	}
	return false
}

// measureBehind reads the measure at once behind an amount: "10 km deep", "a 75-mile range", "$5m fine",
// "30 billion euros in savings".
func (f *finder) measureBehind(m *quantity.Mention, dim string) (measureWord, bool) {
	first := int(m.Last)
	for i := first; i < int(f.sent.Last) && i < first+5; i++ {
		k := &f.g.Tokens[i]
		if k.Class == text.Bracket {
			i = f.bracketEnd(i)
			if first == int(m.Last) {
				first = i + 1
			}
			continue
		}
		if k.Class == text.Hyphen {
			continue
		}
		if k.Class != text.Word {
			break
		}
		if w, ok := f.nounFor(i, dim, kindState, kindNoun); ok {
			if w.kind == kindState && i > first {
				break
			}
			if w.kind == kindState || i <= first+3 {
				if state, ok := f.stateOf(w, dim); ok {
					return state, true
				}
				return w, true
			}
		}
		c := f.class(i)
		if c == classPreposition && i == first || c == noClass || c == classDeterminer {
			continue
		}
		break
	}
	return measureWord{}, false
}

// stateOf reads what has become of the things that a noun names, right behind it: "98 per cent of the votes
// counted", "half of the ballots had been counted".
func (f *finder) stateOf(w measureWord, dim string) (measureWord, bool) {
	i := w.next
	for i < w.next+3 && i < int(f.sent.Last) && f.class(i) == classAuxiliary {
		i++
	}
	if w.kind != kindNoun || i >= int(f.sent.Last) || dim != dimRatio {
		return measureWord{}, false // rain from a storm is no distance from it
	}
	return f.nounFor(i, dim, kindState)
}

// measureBefore reads the measure before an amount: "a range of 75 miles", "the death toll in the north
// rose to 14", "weighs 5 tonnes".
func (f *finder) measureBefore(m *quantity.Mention, dim string, cl text.Range) (measureWord, bool) {
	first := max(int(f.sent.First), int(m.First)-reach)
	first = max(first, f.sheet.prev(setAmount, min(int(m.First), int(cl.First)), first)+1)
	for i := f.sheet.prev(setBreaker, int(m.First), first); i >= first; i = f.sheet.prev(setBreaker, i, first) {
		if k := &f.g.Tokens[i]; k.Class == text.Dash || k.Class == text.Stop || k.Class == text.Comma && f.g.Body[k.Start] == ';' {
			first = i + 1
		}
	}
	for i := f.sheet.prev(setMeasure, int(m.First), first); i >= first; i = f.sheet.prev(setMeasure, i, first) {
		if f.sheet.has(setAmount, i) {
			continue
		}
		w, ok := f.nounFor(i, dim, kindNoun, kindVerb)
		if ok && (dim == dimCount && !isFigure(w.class) || w.kind == kindNoun && w.at > int(f.sent.First) && f.class(w.at-1) == classModal) {
			continue // inflation will average 2 percent
		}
		if !ok || w.next > int(m.First) || w.kind == kindVerb && (w.counts() && dim == dimCount || i < int(cl.First)) {
			continue
		}
		for i > first { // "net profit" before "profit"
			longer, ok := f.nounFor(i-1, dim, kindNoun)
			if !ok || longer.next < w.next {
				break
			}
			w = longer
			i--
		}
		return w, true
	}
	return measureWord{}, false
}

// insideQuantity reports whether token i is part of an amount.
func (f *finder) insideQuantity(i int) bool {
	if f.sent.Has(i) {
		return f.sheet.has(setAmount, i)
	}
	q := f.firstQuantity(i+1) - 1
	return q >= f.q && f.qs[q].Has(i)
}
