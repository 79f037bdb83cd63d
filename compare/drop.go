package compare

import (
	"slices"
	"sort"
	"strings"

	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// Codes of what one source tells of a thing and another leaves out.
const (
	ReasonNarrowed = "narrowed"  // what a measure is narrowed down by: the longer, the shorter
	ReasonUncount  = "uncounted" // how many there are: the count
)

// narrowed finds a measure that one source narrows down in words right before it and another does not, though the amount is one:
// the maximum range, the range.
func (s *sources) narrowed(t *slotTopic) (Finding, bool) {
	var long, short *amount
	var longSpan, shortSpan text.Span
	for _, a := range t.items {
		bare, full, ok := a.measured()
		switch {
		case !ok:
		case full != bare && long == nil:
			long, longSpan = a, full
		case full == bare && short == nil:
			short, shortSpan = a, bare
		}
	}
	if long == nil || short == nil || long.doc == short.doc || long.shown != short.shown || s.narrowedToo(t, long.doc, short.doc) {
		return Finding{}, false
	}
	f := Finding{Kind: "number", Rule: NumberMatch, Verdict: VerdictCompatible, Severity: Info, Origins: 2, Topic: s.topicName(t)}
	for n, x := range []struct {
		a  *amount
		at text.Span
	}{{long, longSpan}, {short, shortSpan}} {
		e := s.evidence(x.a.doc, x.at)
		e.Value, e.Reading = e.Text, "term"
		f.Positions = append(f.Positions, Position{Value: e.Text, Side: side(n), Sources: []string{e.Source}, Evidence: []Evidence{e}})
		f.Reason.Args = append(f.Reason.Args, e.Text)
	}
	f.Reason.Code = ReasonNarrowed
	return f, true
}

// narrowedToo reports whether one of two sources has the measure both ways.
func (s *sources) narrowedToo(t *slotTopic, long, short int) bool {
	for _, a := range t.items {
		if bare, full, ok := a.measured(); ok && (a.doc == short && full != bare || a.doc == long && full == bare) {
			return true
		}
	}
	return false
}

// measured returns the word for what an amount measures, and that word with what stands right before it.
func (a *amount) measured() (bare, full text.Span, ok bool) {
	terms := a.st.Terms
	for i := range terms {
		if !strings.EqualFold(terms[i].Text, a.slot.Noun) || terms[i].Kind == statement.NameTerm {
			continue
		}
		bare, full = terms[i].Span, terms[i].Span
		for k := i - 1; k >= 0 && terms[k].Kind == statement.OtherTerm && full.Start-terms[k].Span.End == 1; k-- {
			full.Start = terms[k].Span.Start
		}
		return bare, full, true
	}
	return bare, full, false
}

// uncounted finds, among sources that state one thing, those that say how many and one that does not.
func (s *sources) uncounted(all []proposition, ts []topic) []Finding {
	var out []Finding
	for i := range ts {
		t := &ts[i]
		members, _, sure := t.surely(all)
		if !sure {
			continue
		}
		if f, ok := s.uncount(all, t, members); ok {
			out = append(out, f)
		}
	}
	return out
}

func (s *sources) uncount(all []proposition, t *topic, members []int) (Finding, bool) {
	for _, core := range t.core {
		if core.key.Name || core.key.Verb {
			continue
		}
		said, counted, bare := s.memory.said[:0], "", ""
		for _, m := range members[:min(len(members), maxDF)] {
			p := &all[m]
			at := p.at(core.number)
			if at < 0 || at+1 < len(p.claim.Keys) && p.claim.Keys[at+1].Span.Start-p.claim.Keys[at].Span.End <= 1 && !p.claim.Keys[at+1].Verb || slices.ContainsFunc(said, func(x saidOf) bool { return x.doc == p.doc }) {
				continue
			}
			q := s.countOf(p.doc, p.claim.Keys[at].Span)
			x := saidOf{doc: p.doc, holder: p.holder, span: p.claim.Keys[at].Span}
			if q != nil {
				x.counted, x.span, x.value = true, q.Span.Cover(x.span), Show(q.Value)
				if counted != "" && counted != x.value {
					return Finding{}, false // of different things, or it is a matter of the numbers
				}
				counted = x.value
			} else if x.value = x.span.Of(s.docs[p.doc].Source.Text); bare == "" {
				bare = x.value
			}
			said = append(said, x)
		}
		s.memory.said = said
		if counted != "" && bare != "" {
			f := Finding{Kind: "stance", Rule: StatementMatch, Verdict: VerdictCompatible, Severity: Info, Topic: s.topicText(all, t), Origins: 1}
			f.Reason = Reason{Code: ReasonUncount, Args: []string{counted}}
			f.Positions = []Position{{Side: "a", Value: counted}, {Side: "b", Value: bare}}
			for i := range said {
				s.addSaid(&f, &said[i])
			}
			return f, true
		}
	}
	return Finding{}, false
}

// A saidOf is the first place where a document says a word of a topic: with a count, or without one.
type saidOf struct {
	doc     int
	holder  string
	span    text.Span
	value   string
	counted bool
}

// addSaid adds a place to the position of those that count, the first, or of those that do not.
func (s *sources) addSaid(f *Finding, x *saidOf) {
	e := s.evidence(x.doc, x.span)
	e.Speaker, e.Reading, e.Value = x.holder, "term", x.value
	p := &f.Positions[1]
	if x.counted {
		p = &f.Positions[0]
	}
	p.Evidence, p.Sources = append(p.Evidence, e), append(p.Sources, e.Source)
}

// countReach is how many words may stand between a number and the thing it counts: dozens of Russian military personnel.
const countReach = 4

// countOf returns the count of the things that a word at sp names, or nil: between the two stand at most names and words that say
// what sort of things they are. Of one thing nobody says how many.
func (s *sources) countOf(d int, sp text.Span) *quantity.Mention {
	doc := s.docs[d]
	at := statement.Tokens(doc.Text, sp).First
	i := sort.Search(len(doc.Quantities), func(i int) bool { return doc.Quantities[i].First >= at }) - 1
	if i < 0 {
		return nil
	}
	q := &doc.Quantities[i]
	if q.Value.Kind != quantity.Cardinal || q.Value.Unit.ID != "" || at-q.Last > countReach || Show(q.Value) == "1" || q.Value.Single && !q.Value.Value.Whole() {
		return nil
	}
	for k := q.Last; k < at; k++ {
		if !s.inName(d, k) && !statement.Premodifies(doc.Text, int(k), k == q.Last) {
			return nil
		}
	}
	return q
}

// inName reports whether a token stands in a name.
func (s *sources) inName(d int, token int32) bool {
	names := s.docs[d].Names
	i := sort.Search(len(names), func(i int) bool { return names[i].Last > token })
	return i < len(names) && names[i].First <= token
}
