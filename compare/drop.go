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
		f := Finding{Kind: "stance", Rule: StatementMatch, Verdict: VerdictCompatible, Severity: Info, Topic: s.topicText(all, t), Reason: Reason{Code: ReasonUncount}}
		f.Positions = []Position{{Side: "a"}, {Side: "b"}}
		for _, m := range members[:min(len(members), maxDF)] {
			p := &all[m]
			at := p.at(core.number)
			id := s.docs[p.doc].Source.ID
			if at < 0 || at+1 < len(p.claim.Keys) && p.claim.Keys[at+1].Span.Start-p.claim.Keys[at].Span.End <= 1 && !p.claim.Keys[at+1].Verb || slices.Contains(f.Positions[0].Sources, id) || slices.Contains(f.Positions[1].Sources, id) {
				continue
			}
			q := s.countOf(p.doc, p.claim.Keys[at].Span)
			n, sp, value := 1, p.claim.Keys[at].Span, p.claim.Keys[at].Span.Of(s.docs[p.doc].Source.Text)
			if q != nil {
				n, sp, value = 0, q.Span.Cover(sp), Show(q.Value)
			}
			e := s.evidence(p.doc, sp)
			e.Speaker, e.Reading, e.Value = p.holder, "term", value
			x := &f.Positions[n]
			if x.Value == "" {
				x.Value = value
			}
			if n == 0 && x.Value != value {
				return Finding{}, false // of different things, or it is a matter of the numbers
			}
			x.Evidence, x.Sources = append(x.Evidence, e), append(x.Sources, id)
		}
		if len(f.Positions[0].Sources) > 0 && len(f.Positions[1].Sources) > 0 {
			f.Reason.Args, f.Origins = []string{f.Positions[0].Value}, 1
			return f, true
		}
	}
	return Finding{}, false
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
