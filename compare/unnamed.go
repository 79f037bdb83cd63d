package compare

import (
	"cmp"
	"slices"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/statement"
)

// Codes of a matter that a source has from people without a name.
const (
	ReasonUnnamed      = "unnamed"       // others have it from such people, too. Argument: the first of them as written
	ReasonFirstUnnamed = "first-unnamed" // another says which outlet had it first. Arguments: the people, the outlet
)

// What two remarks must share to be of one matter, where nobody says who made them: words, a name besides, and so much of the
// weight of the lesser.
const (
	unnamedWords = 2
	unnamedShare = 0.4
)

// maxUnnamed bounds how many remarks of people without a name are held against each other.
const maxUnnamed = 64

// A link is two remarks of one matter.
type link struct {
	a, b   int
	weight float64
}

// unnamed reports matters that a source has from people whom it does not name, where another has it from such people, too, or from an
// outlet that had it first: nobody can be asked whether they are the same.
func (s *sources) unnamed(all []proposition) []Finding {
	var anonymous, first []int
	for i := range all {
		p := &all[i]
		if p.claim.Voice < 0 {
			continue
		}
		doc := s.docs[p.doc]
		v := &doc.Attributions[p.claim.Voice]
		switch {
		case v.Speaker.Len() == 0:
		case !v.Speaker.Unnamed && statement.FirstWord(doc.Text, v.Cue):
			first = append(first, i)
		case p.claim.Bare || v.Stance != attribution.Asserts && v.Stance != attribution.Confirms:
		case len(anonymous) < maxUnnamed && (v.Speaker.Unnamed && !statement.Definite(doc.Text, v.Speaker.Range) || statement.Nameless(doc.Text, v.Speaker.Range)):
			anonymous = append(anonymous, i)
		}
	}
	var links []link
	for n, i := range anonymous {
		for _, j := range anonymous[:n] {
			if l := all[i].like(&all[j]); all[i].doc != all[j].doc && l.names > 0 && l.plain >= unnamedWords && l.weight >= unnamedShare*min(all[i].total, all[j].total) && !s.copied(&all[i], &all[j]) {
				links = append(links, link{j, i, l.weight})
			}
		}
		for _, j := range first[:min(len(first), maxHeads)] {
			if l := all[i].like(&all[j]); all[i].doc != all[j].doc && l.plain >= unnamedWords {
				links = append(links, link{i, j, l.weight})
			}
		}
	}
	slices.SortStableFunc(links, func(x, y link) int { return cmp.Compare(y.weight, x.weight) })
	var out []Finding
	taken := map[int]bool{}
	for _, l := range links {
		if taken[l.a] || taken[l.b] {
			continue
		}
		members := []int{l.a, l.b}
		for _, o := range links { // others who speak of what the first two do
			if other := o.b; (o.a == l.a || o.a == l.b) && !taken[other] && !slices.ContainsFunc(members, func(m int) bool { return all[m].doc == all[other].doc }) {
				members = append(members, other)
			}
		}
		for _, m := range members {
			taken[m] = true
		}
		slices.Sort(members)
		out = append(out, s.unnamedFinding(all, members))
	}
	return out
}

func (s *sources) unnamedFinding(all []proposition, members []int) Finding {
	f := Finding{Kind: "provenance", Rule: UnnamedSource, Verdict: VerdictAgree, Severity: Info, Origins: 1}
	pos := Position{Side: "a"}
	for _, m := range members {
		p := &all[m]
		v := &s.docs[p.doc].Attributions[p.claim.Voice]
		e := s.evidence(p.doc, s.voiceSpan(p.doc, v))
		e.Speaker, e.Reading = v.Speaker.Name, "speaker"
		pos.Evidence, pos.Sources = append(pos.Evidence, e), append(pos.Sources, e.Source)
	}
	p := &all[members[0]]
	pos.Value = shorten(p.sharedText(s, &all[members[1]]), mostTopic)
	f.Topic, f.Reason, f.Positions = pos.Value, Reason{Code: ReasonUnnamed, Args: []string{pos.Evidence[0].Speaker}}, []Position{pos}
	for n, m := range members {
		if v := &s.docs[all[m].doc].Attributions[all[m].claim.Voice]; !v.Speaker.Unnamed && statement.FirstWord(s.docs[all[m].doc].Text, v.Cue) {
			f.Reason = Reason{Code: ReasonFirstUnnamed, Args: []string{pos.Evidence[(n+1)%len(members)].Speaker, v.Speaker.Name}}
			break
		}
	}
	return f
}
