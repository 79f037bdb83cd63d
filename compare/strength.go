package compare

import (
	"cmp"
	"slices"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// Codes of how firmly sources state one thing. Arguments: the words of the first, of the second.
const (
	ReasonHedged   = "hedged-alike" // nobody states it as a fact, each in his own words
	ReasonStrength = "strength"     // one states it as done, or more surely than another
)

// A graded key is a word of a proposition, with how firmly it is said.
type graded struct {
	doc      int
	holder   string
	modality attribution.Modality
	hedge    text.Span // empty where nothing makes it less than a fact
	key      text.Span
}

// strengths reports where sources that state one thing state it more or less firmly: announced, would work to; or each with a
// word of its own that makes it less than a fact: likely, expected to.
func (s *sources) strengths(all []proposition, ts []topic) []Finding {
	var out []Finding
	hedged := map[int]map[int]statement.Hedge{} // of propositions, by key
	for i := range ts {
		if f, ok := s.strength(all, &ts[i], hedged); ok {
			out = append(out, f)
		}
	}
	return out
}

// strength looks at each word that a topic is about, and takes the first on which sources differ, else the first that all hedge.
func (s *sources) strength(all []proposition, t *topic, known map[int]map[int]statement.Hedge) (found Finding, ok bool) {
	words := slices.Clone(t.core)
	slices.SortStableFunc(words, func(a, b weighted) int { return cmp.Compare(verbFirst(&b), verbFirst(&a)) })
	for _, core := range words {
		if core.key.Name {
			continue
		}
		of := s.grades(all, t, &core, known)
		if len(of) < 2 {
			continue
		}
		f, differ, both := s.graded(of)
		if differ {
			f.Topic = s.topicText(all, t)
			return f, true
		}
		if both && !ok {
			found, ok = f, true
			found.Topic = s.topicText(all, t)
		}
	}
	return found, ok
}

// verbFirst orders the words of a topic: what is done comes first.
func verbFirst(w *weighted) int {
	if w.key.Verb {
		return 1
	}
	return 0
}

// topicText says what a topic is about in the words of its first member.
func (s *sources) topicText(all []proposition, t *topic) string {
	p := &all[t.members[0]]
	return shorten(t.parts[0].span(p).Of(s.docs[p.doc].Source.Text), 80)
}

// grades returns how firmly each document that has a word of a topic says it: the very word, not one that says much the same.
func (s *sources) grades(all []proposition, t *topic, word *weighted, known map[int]map[int]statement.Hedge) []graded {
	out := s.memory.grades[:0]
	for n, m := range t.members[:min(len(t.members), maxDF)] {
		p := &all[m]
		if slices.ContainsFunc(out, func(g graded) bool { return g.doc == p.doc }) {
			continue
		}
		at := p.at(word.number)
		if at < t.parts[n].from || at > t.parts[n].to {
			continue
		}
		if p.claim.Keys[at].Hash != word.key.Hash {
			continue // will be sentenced, and could be jailed, are two things
		}
		if _, asked := known[m]; !asked {
			known[m] = s.hedges(p)
		}
		g := graded{doc: p.doc, holder: p.holder, key: p.claim.Keys[at].Span}
		if h, ok := known[m][at]; ok {
			g.modality, g.hedge = h.Modality, h.Span
		} else if !p.claim.Keys[at].Verb || p.claim.Head || p.mode == attribution.Demanded || statement.Infinitive(s.docs[p.doc].Text, g.key.Start) {
			continue // what is for use is not said to be used
		}
		out = append(out, g)
	}
	s.memory.grades = out
	return out
}

// at returns where among the keys of its claim a proposition has the key with a number, or -1.
func (p *proposition) at(number int32) int {
	for i := range p.keys {
		if p.keys[i].number == number {
			return p.keys[i].at
		}
	}
	return -1
}

// hedges returns the words that make keys of a proposition less than facts.
func (s *sources) hedges(p *proposition) map[int]statement.Hedge {
	g := s.docs[p.doc].Text
	r := statement.Tokens(g, p.claim.Span)
	r.First = max(r.First-hedgeReach, g.Sentences[p.claim.Sentence].First)
	var out map[int]statement.Hedge // nil for most
	keys := p.claim.Keys
	first := 0 // behind the hedge before
	for _, h := range statement.Hedges(nil, g, r) {
		k := first
		for k < len(keys) && (keys[k].Span.Start < h.Span.End || keys[k].Closed || keys[k].Name) {
			k++
		}
		first = k
		if k == len(keys) || h.Verb && keys[k].Span.Start-h.Span.End > hedgeBytes {
			continue
		}
		if out == nil {
			out = map[int]statement.Hedge{}
		}
		out[k] = h
		for !h.Verb && !keys[k].Verb && k+1 < len(keys) && keys[k+1].Span.Start-keys[k].Span.End <= 1 { // an alleged drone attack
			k++
			out[k] = h
		}
	}
	return out
}

// How far before the first word of a proposition a hedge of it may stand, in tokens, and how far behind the hedge its verb, in bytes.
const (
	hedgeReach = 4
	hedgeBytes = 24
)

// graded makes the finding of several grades: whether they differ, and whether all are less than facts.
func (s *sources) graded(of []graded) (f Finding, differ, hedged bool) {
	least, most := &of[0], &of[0]
	first, several := "", false // words that hedge
	hedged = true
	for i := range of {
		g := &of[i]
		if statement.Strength(g.modality) < statement.Strength(least.modality) {
			least = g
		}
		if statement.Strength(g.modality) > statement.Strength(most.modality) {
			most = g
		}
		hedged = hedged && !g.hedge.Empty() && statement.Strength(g.modality) < statement.Strength(attribution.Planned)
		if w := g.hedge.Of(s.docs[g.doc].Source.Text); i == 0 {
			first = w
		} else if w != first {
			several = true
		}
	}
	differ = statement.Strength(most.modality) != statement.Strength(least.modality)
	if hedged = hedged && several; !differ && !hedged {
		return f, false, false
	}
	f = Finding{Kind: "stance", Rule: StatementMatch, Verdict: VerdictCompatible, Severity: Info, Origins: 1, Reason: Reason{Code: ReasonHedged}}
	if differ {
		f.Rule, f.Severity, f.Reason.Code = StrengthConflict, Minor, ReasonStrength
	}
	at := map[string]int{}
	for i := range of {
		g := &of[i]
		e := s.evidence(g.doc, g.span())
		e.Speaker, e.Reading, e.Value = g.holder, "strength", g.modality.String()
		value := e.Text
		n, ok := at[value]
		if !ok {
			n = len(f.Positions)
			at[value] = n
			rest := len(of) - i
			f.Positions = append(f.Positions, Position{Value: value, Side: side(n), Evidence: make([]Evidence, 0, rest), Sources: make([]string, 0, rest)})
		}
		p := &f.Positions[n]
		p.Evidence, p.Sources = append(p.Evidence, e), append(p.Sources, e.Source)
		if g == least || g == most {
			f.Reason.Args = append(f.Reason.Args, e.Text)
		}
	}
	return f, differ, hedged
}

// span is the hedge and the word it governs, or the word alone.
func (g *graded) span() text.Span {
	if g.hedge.Empty() {
		return g.key
	}
	return g.hedge.Cover(g.key)
}
