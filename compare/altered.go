package compare

import (
	"slices"
	"sort"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// ReasonOtherName is the code of two sentences that are the same but for a name. Arguments: the two names.
const ReasonOtherName = "other-name"

// What stands in a frame.
type fillerKind uint8

const (
	numberFiller fillerKind = iota
	scoreFiller             // a count without an amount: the result of a match
	timeFiller
	nameFiller
	oppositeFiller // one of two words that say the opposite
	denialFiller
)

// deniedValue is the value of a sentence with a word that denies; one without has none.
const deniedValue = "denied"

// A filler is what one source has at one place of a sentence.
type filler struct {
	frame
	kind     fillerKind
	doc      int
	sentence int32
	at       int // index of the mention, or -1 for a name that was not read as one; of a word that denies its token, or -1 where there is none
	span     text.Span
	value    string // the same for what is the same
	group    int32  // see shared
}

// altered finds what differs in sentences that are word for word the same otherwise: a copy has changed it. Whether anything
// says what is measured, and who it is that did it, then does not matter. What other findings tell of already is left out.
func (s *sources) altered(found []Finding) []Finding {
	if len(s.docs) < 2 {
		return found
	}
	known := (*places)(nil)
	var out []Finding
	for _, g := range s.shared(s.fillers()) {
		values := s.valuesOf(g)
		if len(values) < 2 {
			continue
		}
		if known == nil {
			known = s.placesOf(found)
		}
		if f, ok := s.alteration(values, known); ok {
			out = append(out, f)
		}
	}
	if len(out) == 0 {
		return found
	}
	return append(s.unlessIn(found, out), out...)
}

// shared returns the fillers of each frame that several sources have, in their order.
func (s *sources) shared(all []filler) [][]filler {
	m := s.memory
	if m.frames == nil {
		m.frames = make(map[frameKey]int32, len(all))
	}
	clear(m.frames)
	var groups [][]filler
	for i := range all {
		f := &all[i]
		k := frameKey{f.sum, f.kind}
		last := m.frames[k]
		m.frames[k] = int32(i + 1)
		if last == 0 {
			continue
		}
		was := &all[last-1]
		if f.group = was.group; f.group == 0 {
			groups = append(groups, []filler{*was})
			f.group = int32(len(groups))
		}
		groups[f.group-1] = append(groups[f.group-1], *f)
	}
	return groups
}

type frameKey struct {
	sum  uint64
	kind fillerKind
}

// valuesOf groups what stands in one frame by value; nil where a source has several: it says the like of several things.
func (s *sources) valuesOf(g []filler) [][]filler {
	for i := range g {
		switch f := &g[i]; f.kind {
		case numberFiller:
			f.value = Show(s.docs[f.doc].Quantities[f.at].Value)
		case oppositeFiller:
			f.value = strings.ToLower(s.spanText(f))
		case scoreFiller:
			f.value = Show(s.docs[f.doc].Statements[f.at].Count.Amount())
		case timeFiller:
			f.value = ShowTime(s.docs[f.doc].Times[f.at].Value)
		}
	}
	slices.SortStableFunc(g, func(a, b filler) int { return a.doc - b.doc })
	var out [][]filler
	at := map[string]int{}
	for n, f := range g {
		if n > 0 && g[n-1].doc == f.doc && g[n-1].value != f.value {
			return nil
		}
		i, ok := at[f.value]
		if !ok {
			if len(out) == maxClasses {
				continue
			}
			i = len(out)
			at[f.value] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], f)
	}
	return out
}

// fillers returns what may differ in sentences, document by document.
func (s *sources) fillers() []filler {
	all, fr := s.memory.fillers[:0], &s.memory.framer
	denied := map[uint64]bool{}
	for d, doc := range s.docs {
		fr.reset(doc.Text)
		add := func(kind fillerKind, sentence, at int, span text.Span, value string) {
			if f, ok := fr.around(int32(sentence), span); ok && f.words > 0 {
				all = append(all, filler{frame: f, kind: kind, doc: d, sentence: int32(sentence), at: at, span: span, value: value})
			}
		}
		q, t, n, st := 0, 0, 0, 0
		for k := range doc.Text.Sentences {
			sen := &doc.Text.Sentences[k]
			capitals := capitalRun{g: doc.Text, sentence: sen.Range}
			for ; q < len(doc.Quantities) && doc.Quantities[q].First < sen.Last; q++ {
				add(numberFiller, k, q, doc.Quantities[q].Span, "")
			}
			for ; st < len(doc.Statements) && int(doc.Statements[st].Sentence) <= k; st++ {
				if x := &doc.Statements[st]; x.Kind == statement.Tally && x.Slot.Dimension == statement.Score && int(x.Sentence) == k {
					add(scoreFiller, k, st, x.Span, "")
				}
			}
			for ; t < len(doc.Times) && doc.Times[t].First < sen.Last; t++ {
				add(timeFiller, k, t, doc.Times[t].Span, "")
			}
			for i := int(sen.First); i < int(sen.Last); i++ {
				for ; n < len(doc.Names) && int(doc.Names[n].First) <= i; n++ {
					if m := &doc.Names[n]; s.replaceable(d, m) {
						r := m.Range
						if r.Len() == 1 {
							r.First = capitals.before(r.First)
						}
						add(nameFiller, k, n, doc.Text.Span(r), s.keys[d][m.Value.Entity])
						i = max(i, int(r.Last)-1)
					}
				}
				if end := int(capitals.behind(int32(i))); end > i+1 && (n == len(doc.Names) || int(doc.Names[n].First) >= end) {
					span := doc.Text.Span(text.Range{First: int32(i), Last: int32(end)})
					add(nameFiller, k, -1, span, strings.ToLower(span.Of(doc.Text.Body)))
					i = end - 1
				}
			}
			for i := int(sen.First); i < int(sen.Last) && fr.sums[k] != 0; i++ {
				if doc.Text.Has(i, lexicon.Opposites) {
					add(oppositeFiller, k, i, doc.Text.Tokens[i].Span(), "")
				}
				if statement.Denies(doc.Text, i) {
					f := fr.without(int32(k), int32(i))
					denied[f.sum] = true
					all = append(all, filler{frame: f, kind: denialFiller, doc: d, sentence: int32(k), at: i, span: s.besideToken(d, int32(k), i, i), value: deniedValue})
				}
			}
		}
	}
	if len(denied) > 0 {
		all = s.affirmed(all, denied)
	}
	s.memory.fillers = all
	return all
}

// affirmed adds the sentences that others have with a word that denies.
func (s *sources) affirmed(all []filler, denied map[uint64]bool) []filler {
	fr := &s.memory.framer
	for d, doc := range s.docs {
		fr.reset(doc.Text)
		for k, sum := range fr.sums {
			if sum != 0 && denied[sum] {
				all = append(all, filler{frame: fr.whole(int32(k)), kind: denialFiller, doc: d, sentence: int32(k), at: -1})
			}
		}
	}
	return all
}

// A capitalRun is the words with capitals of a sentence that stand side by side around the token asked for last. It is found once for all
// of them: a text in capitals takes linear time.
type capitalRun struct {
	text.Range
	g        *lexicon.Tagged
	sentence text.Range
}

// behind returns the token behind the words with capitals that stand from token i on: two of them may be a name that was not
// read as one.
func (c *capitalRun) behind(i int32) int32 {
	if !capital(c.g, i) {
		return i
	}
	c.find(i)
	return c.Last
}

// before returns the first of the words with capitals that stand before token i: a given name that no table has may go with what was
// read as a name.
func (c *capitalRun) before(i int32) int32 {
	if i <= c.sentence.First || !capital(c.g, i-1) {
		return i
	}
	c.find(i - 1)
	return c.First
}

// find finds the run around token i, a word with a capital.
func (c *capitalRun) find(i int32) {
	if c.First <= i && i < c.Last {
		return
	}
	c.First, c.Last = i, i+1
	for c.First > c.sentence.First && capital(c.g, c.First-1) {
		c.First--
	}
	for c.Last < c.sentence.Last && capital(c.g, c.Last) {
		c.Last++
	}
}

func capital(g *lexicon.Tagged, i int32) bool {
	return g.Tokens[i].Class == text.Word && g.Tokens[i].Is(text.Capital) && !g.Has(int(i), lexicon.Function)
}

// replaceable reports whether a mention is a name as written, of which another may stand in its place.
func (s *sources) replaceable(d int, m *name.Mention) bool {
	_, ok := s.linked(d, m)
	return ok && (m.Value.Via == name.ByName || m.Value.Via == name.ByAcronym)
}

// reachBeside is how many words on each side of a word that denies are shown with it.
const reachBeside = 2

// besideToken covers the words of a sentence from before token i to behind token j.
func (s *sources) besideToken(d int, sentence int32, i, j int) text.Span {
	g := s.docs[d].Text
	r := g.Sentences[sentence].Range
	first, last := max(i-reachBeside, int(r.First)), min(j+reachBeside, int(r.Last)-1)
	for first < last && !counts(&g.Tokens[first]) {
		first++
	}
	for last > first && !counts(&g.Tokens[last]) {
		last--
	}
	return g.Tokens[first].Span().Cover(g.Tokens[last].Span())
}

// alteration makes the finding of the two values of one frame that stand farthest apart.
func (s *sources) alteration(values [][]filler, known *places) (Finding, bool) {
	worst := judgement{Relation: Agree}
	var a, b *filler
	x, y := 0, 0
	for i := range values {
		for k := i + 1; k < len(values); k++ {
			p, q, ok := copies(values[i], values[k])
			if !ok {
				continue
			}
			if j := s.judgeFillers(p, q); j.Relation != Unrelated && j.Relation < worst.Relation {
				worst, a, b, x, y = j, p, q, i, k
			}
		}
	}
	if a == nil || worst.Relation == Compatible && !shifting(worst) && !worst.Review {
		return Finding{}, false // bounds and roundings tell the reader nothing here
	}
	switch a.kind {
	case oppositeFiller:
		s.widen(values[x])
		s.widen(values[y])
	case denialFiller:
		s.locateDenial(values[x], values[y])
	}
	if known.have(a, b, worst.Relation == Conflict) {
		return Finding{}, false
	}
	return s.alterationFinding(worst, values[x], values[y]), true
}

// widen shows words together with those beside them.
func (s *sources) widen(all []filler) {
	for i := range all {
		all[i].span = s.besideToken(all[i].doc, all[i].sentence, all[i].at, all[i].at)
	}
}

// copies returns two fillers of different sources whose sentences were copied.
func copies(x, y []filler) (a, b *filler, ok bool) {
	for i := range x[:min(len(x), maxPairs)] {
		for k := range y[:min(len(y), maxPairs)] {
			if x[i].doc != y[k].doc && x[i].copied(&y[k].frame) {
				return &x[i], &y[k], true
			}
		}
	}
	return nil, nil, false
}

// judgeFillers judges what two sources have at one place.
func (s *sources) judgeFillers(a, b *filler) judgement {
	if a.kind != denialFiller && strings.EqualFold(s.spanText(a), s.spanText(b)) {
		return judgement{} // read differently, for what stands elsewhere or for the day of the report: nothing was changed
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

func alikeNames(lex *lexicon.Lexicon, a, b string, kind name.Kind) bool {
	if m := name.Same(lex, a, b, kind); m.Same && (kind == name.Person || m.Reason != name.Transliteration && m.Reason != name.Typo) {
		return true
	}
	x, y := strings.Fields(strings.ToLower(a)), strings.Fields(strings.ToLower(b))
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if editDistance(x[i], y[i]) > 2 {
			return false
		}
	}
	return true
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
	return s.docs[a.doc].Names[a.at].Span.Of(s.docs[a.doc].Source.Text)
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
	shown := a.span.Of(s.docs[a.doc].Source.Text)
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

// locateDenial gives sentences that do not deny the place where the others do.
func (s *sources) locateDenial(x, y []filler) {
	if x[0].at < 0 {
		x, y = y, x
	}
	d := &x[0]
	n := 0 // words before it
	for i := s.docs[d.doc].Text.Sentences[d.sentence].First; i < int32(d.at); i++ {
		if counts(&s.docs[d.doc].Text.Tokens[i]) {
			n++
		}
	}
	for i := range y {
		if y[i].at < 0 {
			at := s.wordAt(y[i].doc, y[i].sentence, n)
			y[i].span = s.besideToken(y[i].doc, y[i].sentence, at, at-1)
		}
	}
}

// wordAt returns the token of a sentence that has n words before it, or its last one.
func (s *sources) wordAt(d int, sentence int32, n int) int {
	g := s.docs[d].Text
	r := g.Sentences[sentence].Range
	for i := r.First; i < r.Last; i++ {
		if counts(&g.Tokens[i]) {
			if n == 0 {
				return int(i)
			}
			n--
		}
	}
	return int(r.Last) - 1
}

func (s *sources) alterationFinding(j judgement, x, y []filler) Finding {
	f := Finding{Verdict: VerdictAgree, Severity: Info, Reason: j.Reason, Flags: j.Flags}
	if j.Relation == Conflict {
		f.Verdict, f.Severity = VerdictConflict, Serious
	} else {
		f.Verdict = VerdictCompatible
		if j.Review {
			f.Severity = Review
		}
	}
	s.ruleOf(&f, x, y)
	if p, q := s.docs[x[0].doc].Published, s.docs[y[0].doc].Published; f.Rule == NumberConflict && !p.IsZero() && !q.IsZero() && !p.Equal(q) {
		f.Severity = Review // the later edition may know better
	}
	for n, side2 := range [][]filler{x, y} {
		p := Position{Side: side(n)}
		for i := range side2 {
			a := &side2[i]
			if k := len(p.Sources); k > 0 && p.Sources[k-1] == s.docs[a.doc].Source.ID {
				continue
			}
			es := s.fillerEvidence(a, f.Rule)
			p.Sources, p.Evidence = append(p.Sources, es[0].Source), append(p.Evidence, es...)
		}
		p.Value = p.Evidence[0].Value
		f.Positions = append(f.Positions, p)
	}
	f.Origins = len(f.Positions[0].Sources) + len(f.Positions[1].Sources)
	f.Topic = s.frameTopic(&x[0])
	return f
}

// ruleOf fills in what a finding is called.
func (s *sources) ruleOf(f *Finding, x, y []filler) {
	match := f.Verdict != VerdictConflict
	switch x[0].kind {
	case numberFiller, scoreFiller:
		f.Kind, f.Rule = "number", NumberConflict
		if match {
			f.Rule = NumberMatch
		}
	case timeFiller:
		f.Kind, f.Rule = "date", DateConflict
		if match {
			f.Rule = DateMatch
		}
	case nameFiller:
		f.Kind, f.Rule = "name", NameConflict
		if s.kindOf(&x[0]) == name.Place {
			f.Kind = "place"
		}
		if s.speaks(&x[0]) >= 0 && s.speaks(&y[0]) >= 0 {
			f.Kind, f.Rule, f.Reason.Code = "attribution", SpeakerConflict, ReasonTwoSpeakers
		}
	case denialFiller, oppositeFiller:
		f.Kind, f.Rule = "stance", StanceConflict
		f.Reason = Reason{Code: ReasonContrary, Args: []string{s.spanText(&x[0]), s.spanText(&y[0])}}
	}
}

func (s *sources) spanText(a *filler) string { return a.span.Of(s.docs[a.doc].Source.Text) }

// fillerEvidence is where a filler stands, and for who speaks what is said as well.
func (s *sources) fillerEvidence(a *filler, rule Rule) []Evidence {
	doc := s.docs[a.doc]
	e := s.evidence(a.doc, a.span)
	switch a.kind {
	case numberFiller:
		e.Value, e.Reading = a.value, doc.Quantities[a.at].Rule
	case scoreFiller:
		e.Value, e.Reading = a.value, "tally"
	case timeFiller:
		e.Value, e.Reading = a.value, doc.Times[a.at].Rule
	case nameFiller:
		e.Value, e.Reading = e.Text, "name"
	case denialFiller, oppositeFiller:
		e.Value, e.Reading = e.Text, "stance"
	}
	if rule != SpeakerConflict {
		return []Evidence{e}
	}
	v := &doc.Attributions[s.speaks(a)]
	e.Speaker, e.Reading = v.Speaker.Name, "speaker"
	out := []Evidence{e}
	for _, r := range v.Content {
		c := s.evidence(a.doc, doc.Text.Span(r))
		c.Speaker, c.Reading, c.Value = v.Speaker.Name, "speaker", e.Value
		out = append(out, c)
	}
	return out
}

// frameTopic says which sentence it is, in the words around the place.
func (s *sources) frameTopic(a *filler) string {
	g := s.docs[a.doc].Text
	all := g.Span(g.Sentences[a.sentence].Range).Of(g.Body)
	return shorten(strings.Join(strings.Fields(all), " "), 80)
}

// places is where the findings that bring sources together have their evidence.
type places struct {
	s     *sources
	spots [][]spot // of each document, by where they begin
}

type spot struct {
	text.Span
	reach    int // where the last of the spots up to this one ends
	finding  int
	conflict bool
}

func (s *sources) placesOf(found []Finding) *places {
	ids := make(map[string]int, len(s.docs))
	for d, doc := range s.docs {
		ids[doc.Source.ID] = d
	}
	p := &places{s, make([][]spot, len(s.docs))}
	for i := range found {
		f := &found[i]
		if f.Verdict == VerdictSingle || f.Kind == "provenance" || len(f.Positions) < 2 {
			continue
		}
		for k := range f.Positions {
			for _, e := range f.Positions[k].Evidence {
				d := ids[e.Source]
				p.spots[d] = append(p.spots[d], spot{Span: e.Span, finding: i, conflict: f.Verdict == VerdictConflict || f.Verdict == VerdictDisputed})
			}
		}
	}
	for _, spots := range p.spots {
		slices.SortFunc(spots, func(a, b spot) int { return a.Start - b.Start })
		reach := 0
		for i := range spots {
			reach = max(reach, spots[i].End)
			spots[i].reach = reach
		}
	}
	return p
}

// have reports whether a finding, which must be a conflict where one is asked for, has both places among its evidence.
func (p *places) have(a, b *filler, conflict bool) bool {
	at := p.at(a, conflict)
	for _, i := range p.at(b, conflict) {
		if slices.Contains(at, i) {
			return true
		}
	}
	return false
}

func (p *places) at(a *filler, conflict bool) []int {
	spots := p.spots[a.doc]
	var out []int
	for i := sort.Search(len(spots), func(i int) bool { return spots[i].Start >= a.span.End }) - 1; i >= 0 && spots[i].reach > a.span.Start; i-- {
		if spots[i].End > a.span.Start && (spots[i].conflict || !conflict) {
			out = append(out, spots[i].finding)
		}
	}
	return out
}

// unlessIn leaves out what is said of one source alone where an alteration tells of that place.
func (s *sources) unlessIn(found, altered []Finding) []Finding {
	p := s.placesOf(altered)
	ids := make(map[string]int, len(s.docs))
	for d, doc := range s.docs {
		ids[doc.Source.ID] = d
	}
	return slices.DeleteFunc(found, func(f Finding) bool {
		if f.Rule != OneSource || f.Kind != "number" {
			return false
		}
		e := &f.Positions[0].Evidence[0]
		return len(p.at(&filler{doc: ids[e.Source], span: e.Span}, false)) > 0
	})
}
