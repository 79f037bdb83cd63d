package compare

import (
	"slices"
	"sort"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/timex"
)

// ReasonOtherName is the code of two sentences that are the same but for a name. Arguments: the two names.
const ReasonOtherName = "other-name"

// judgeFillers judges what two sources have at one place.
func (s *sources) judgeFillers(a, b *filler) judgement {
	if a.kind != denialFiller && strings.EqualFold(s.spanText(a), s.spanText(b)) {
		return judgement{} // read differently, for what stands elsewhere or for the day of the report: nothing was changed
	}
	if a.kind <= timeFiller && s.recurring(a, b) {
		return judgement{}
	}
	switch a.kind {
	case numberFiller:
		return s.judgeAltered(a, b)
	case scoreFiller:
		x, y := s.docs[a.doc].Statements[a.at].Count.Amount(), s.docs[b.doc].Statements[b.at].Count.Amount()
		return judgeScores(&x, &y)
	case timeFiller:
		if !a.stopped || !b.stopped {
			return judgement{} // two pages tell when they were put up
		}
		return judgeAlteredTimes(s.docs[a.doc].Times[a.at].Value, s.docs[b.doc].Times[b.at].Value)
	case nameFiller:
		return s.judgeNames(a, b)
	case oppositeFiller:
		if !statement.Opposed(s.docs[a.doc].Text, a.at, s.docs[b.doc].Text, b.at) {
			return judgement{}
		}
	}
	return judgement{Relation: Conflict}
}

// recurring reports whether two sentences are those that the reports of a series have in common.
func (s *sources) recurring(a, b *filler) bool {
	if s.inSeries(a.doc, b.doc) {
		return true
	}
	x, y := s.amountAt(a), s.amountAt(b)
	return x != nil && y != nil && s.otherOccasions(x, y)
}

// amountAt returns the amount that a filler is, or nil.
func (s *sources) amountAt(f *filler) *amount {
	if f.kind != numberFiller {
		return nil
	}
	all := s.memory.amounts
	from := sort.Search(len(all), func(i int) bool {
		return all[i].doc > f.doc || all[i].doc == f.doc && all[i].st.Sentence >= f.sentence
	})
	for i := from; i < len(all) && all[i].doc == f.doc && all[i].st.Sentence == f.sentence; i++ {
		if all[i].st.Kind == statement.Amount && int(all[i].st.Quantity) == f.at {
			return &all[i]
		}
	}
	return nil
}

// judgeAlteredTimes judges two times at one place. Since 2017 and since 2019 may both be so, though not of one thing.
func judgeAlteredTimes(a, b timex.Time) judgement {
	j := judgeTimes(a, b)
	if j.Relation == Compatible && a.Open && b.Open && a.Bound == b.Bound && a.Grain == b.Grain && !a.From.Equal(b.From) {
		j.Relation, j.Reason.Code = Conflict, ReasonTimeDiffers
	}
	return j
}

// judgeAltered judges two amounts at one place. Amounts that are not of one kind conflict there as well.
func (s *sources) judgeAltered(a, b *filler) judgement {
	x, y := &s.docs[a.doc].Quantities[a.at].Value, &s.docs[b.doc].Quantities[b.at].Value
	c := Circumstances{A: s.docs[a.doc].Published, B: s.docs[b.doc].Published}
	if p, q := s.slotOf(a), s.slotOf(b); p != nil && q != nil {
		if t, u := p.Time, q.Time; t.Resolved() && u.Resolved() && min(t.Grain, u.Grain) >= timex.Week && !overlap(t, u) {
			return judgement{} // last week, told one week and the next in the same words
		}
		c.Moves, c.Falls = p.Moves && q.Moves, p.Falls && q.Falls
	}
	j := judgeQuantities(x, y, c)
	if j.Relation == Unrelated && x.Single && y.Single && (ratOf(x.Value).cmp(ratOf(y.Value)) != 0 || x.Unit.ID != "" && y.Unit.ID != "") {
		return decide(Conflict, ReasonDiffer, x, y, hints(x, y)...)
	}
	return j
}

// slotOf returns the slot of an amount, or nil where it fills none.
func (s *sources) slotOf(a *filler) *statement.Slot {
	all := s.docs[a.doc].Statements
	i := sort.Search(len(all), func(i int) bool { return all[i].Sentence >= a.sentence })
	for ; i < len(all) && all[i].Sentence == a.sentence; i++ {
		if all[i].Kind == statement.Amount && int(all[i].Quantity) == a.at {
			return &all[i].Slot
		}
	}
	return nil
}

// judgeNames judges two names at one place: they are two where neither can be a form of the other, and one of the reports
// never speaks of the one that the other has.
func (s *sources) judgeNames(a, b *filler) judgement {
	x, y := s.docs[a.doc].Text, s.docs[b.doc].Text
	p, q := a.span.Of(x.Body), b.span.Of(y.Body)
	kind := s.kindOf(a)
	switch {
	case s.mentions(b.doc, a.value) && s.mentions(a.doc, b.value):
		return judgement{}
	case partOf(s.read(a), q) || partOf(s.read(b), p) || oneName(x.Lex, p, q, kind):
		return judgement{}
	case statement.Outlet(x.Lex, p) || statement.Outlet(x.Lex, q) || s.toldTo(a) || s.toldTo(b):
		return judgement{} // each outlet has its own interview
	case kind == name.Place && s.kindOf(b) == name.Place && len(a.value) != len(b.value) && (isState(a.value) || isState(b.value)):
		return judgement{} // a town, and the state it lies in
	}
	return judgement{Relation: Conflict, Reason: Reason{Code: ReasonOtherName, Args: []string{p, q}}}
}

// oneName reports whether two names may be forms of one, or spellings: the writer of a copy follows the style of the house. Words
// that both begin or end with say nothing of that: the Mission to the UN, the Mission to the United Nations.
func oneName(lex *lexicon.Lexicon, a, b string, kind name.Kind) bool {
	if alikeNames(lex, a, b, kind) {
		return true
	}
	x, y := strings.Fields(a), strings.Fields(b)
	for len(x) > 0 && len(y) > 0 && strings.EqualFold(x[0], y[0]) {
		x, y = x[1:], y[1:]
	}
	for len(x) > 0 && len(y) > 0 && strings.EqualFold(x[len(x)-1], y[len(y)-1]) {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	a, b = strings.Join(x, " "), strings.Join(y, " ")
	return alikeNames(lex, a, b, name.Place) || alikeNames(lex, a, b, name.Organization)
}

// alikeNames reports whether two names are one to package name, or each word of the one is within two letters of that of the other.
func alikeNames(lex *lexicon.Lexicon, a, b string, kind name.Kind) bool {
	if m := name.Same(lex, a, b, kind); m.Same && (kind == name.Person || m.Reason != name.Transliteration && m.Reason != name.Typo) {
		return true
	}
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if name.Edits(x[i], y[i]) > 2 && !abbreviates(lex, x[i], y[i]) && !abbreviates(lex, y[i], x[i]) {
			return false
		}
	}
	return true
}

// abbreviates reports whether a word is an abbreviation that begins another: gen., general.
func abbreviates(lex *lexicon.Lexicon, short, long string) bool {
	short = strings.TrimSuffix(short, ".")
	if len(short) < 3 || !strings.HasPrefix(long, short) {
		return false
	}
	_, ok := lex.Find(lexicon.Abbreviations, short)
	return ok
}

func (s *sources) kindOf(a *filler) name.Kind {
	if a.at < 0 {
		return name.Unknown
	}
	doc := s.docs[a.doc]
	return doc.Entities[doc.Names[a.at].Value.Entity].Kind
}

// read returns what was read as a name.
func (s *sources) read(a *filler) string {
	if a.at < 0 {
		return s.spanText(a)
	}
	return textOf(s.docs[a.doc], s.docs[a.doc].Names[a.at].Span)
}

// isState reports whether a key is that of a country, "place:IR".
func isState(k entityKey) bool {
	code, ok := strings.CutPrefix(k, "place:")
	return ok && len(code) == 2 && code == strings.ToUpper(code)
}

// mentions reports whether a document names an entity.
func (s *sources) mentions(d int, k entityKey) bool { return slices.Contains(s.keys[d], k) }

// toldTo reports whether a name is that of who was told.
func (s *sources) toldTo(a *filler) bool {
	shown := textOf(s.docs[a.doc], a.span)
	v := s.voiceIn(a, func(v int) bool { return strings.Contains(s.docs[a.doc].Attributions[v].ToldTo, shown) })
	return v >= 0
}

// voiceIn returns the first attribution of the filler's sentence that a condition holds of, or -1.
func (s *sources) voiceIn(a *filler, is func(v int) bool) int {
	all := s.docs[a.doc].Attributions
	i := sort.Search(len(all), func(i int) bool { return all[i].Sentence >= a.sentence })
	for ; i < len(all) && all[i].Sentence == a.sentence; i++ {
		if is(i) {
			return i
		}
	}
	return -1
}

// speaks returns the attribution whose speaker a name is, or -1.
func (s *sources) speaks(a *filler) int {
	if a.at < 0 {
		return -1
	}
	m := &s.docs[a.doc].Names[a.at]
	return s.voiceIn(a, func(v int) bool {
		r := s.docs[a.doc].Attributions[v].Speaker.Range
		return r.First <= m.First && m.Last <= r.Last
	})
}
