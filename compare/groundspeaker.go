package compare

import (
	"slices"
	"sort"
	"strings"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
)

// sameContent is the share of the content words of what is said that a context has from a speaker.
const sameContent = 0.60

// attributions checks who says what: what a context has from the same speaker is supported, what it has from another person is
// contradicted. Where no context attributes it to anybody there is no claim to check.
func (g *grounder) attributions(out []Claim) []Claim {
	for i := range g.answer.Attributions {
		a := &g.answer.Attributions[i]
		clause := g.clauseAt(firstToken(a))
		if clause < 0 || a.Speaker.Len() == 0 || a.Speaker.Unnamed || !isPerson(g.answer, a) && !isBody(g.answer, a) {
			continue
		}
		words := contentOf(g.answer, a, &g.own[clause])
		if len(words) == 0 {
			continue
		}
		c := g.claim("attribution", g.answer.Text.Span(a.Speaker.Range))
		same, other := g.speakers(a, words, clause)
		if hit, word, ok := g.saysContrary(a, words); ok {
			p := g.passages[hit.passage]
			g.contradict(&c, hit, "ground-negation", word.Span.Of(g.answer.Source.Text))
			c.Evidence = append(c.Evidence, g.evidence(p.doc, p.clause.Span))
			out = append(out, c)
			continue
		}
		switch {
		case same.by == nil && isBody(g.answer, a) && (other.by == nil || !g.speaksElsewhere(a) || g.belongs(a, other)):
			continue
		case same.by != nil && a.Form == attribution.Indirect && same.by.Form == attribution.Indirect && turnedStance(a.Stance, same.by.Stance) && !slices.ContainsFunc(words, func(k *statement.Key) bool { return k.Negation || k.Denial != statement.Affirmed }):
			cue := g.docs[same.doc].Text.Span(same.by.Cue)
			c.State, c.Reason = Contradicted, Reason{Code: "ground-negation", Args: []string{cue.Of(g.docs[same.doc].Source.Text)}}
			c.Evidence = append(c.Evidence, g.evidence(same.doc, cue))
		case same.by != nil:
			c.State, c.Reason.Code = Supported, "ground-speaker"
			c.Evidence = append(c.Evidence, g.evidence(same.doc, g.docs[same.doc].Text.Span(same.by.Speaker.Range)))
		case other.by != nil:
			e := g.evidence(other.doc, g.docs[other.doc].Text.Span(other.by.Speaker.Range))
			c.Evidence = append(c.Evidence, e)
			c.State, c.Reason = Contradicted, Reason{Code: "ground-other-speaker", Args: []string{c.Text, e.Text}}
		default:
			continue
		}
		out = append(out, c)
	}
	return out
}

// turnedStance reports whether one of two stances on one thing denies it and the other does not.
func turnedStance(a, b attribution.Stance) bool {
	says := func(s attribution.Stance) bool { return s == attribution.Asserts || s == attribution.Confirms }
	return says(a) && b == attribution.Denies || a == attribution.Denies && says(b)
}

// minContent is how many content words what is said must have, unless two have it word for word.
const minContent = 3

func firstToken(a *attribution.Attribution) int32 {
	if len(a.Content) > 0 {
		return a.Content[0].First
	}
	return a.Speaker.First
}

func isPerson(doc *normalize.Document, a *attribution.Attribution) bool {
	return a.Speaker.Entity >= 0 && int(a.Speaker.Entity) < len(doc.Entities) && doc.Entities[a.Speaker.Entity].Kind == name.Person
}

// contentOf returns the keys of what is said, as far as they stand in one clause.
func contentOf(doc *normalize.Document, a *attribution.Attribution, c *statement.Clause) []*statement.Key {
	var out []*statement.Key
	for _, r := range a.Content {
		span := doc.Text.Span(r)
		for i := sort.Search(len(c.Keys), func(i int) bool { return c.Keys[i].Span.Start >= span.Start }); i < len(c.Keys) && c.Keys[i].Span.End <= span.End; i++ {
			out = append(out, &c.Keys[i])
		}
	}
	return out
}

// A remark is what a speaker of a context says, and how much of what the answer has is in it.
type remark struct {
	doc   int
	by    *attribution.Attribution
	share float64
}

// speakers finds who says the same in the passages near: the same speaker, or else another person.
func (g *grounder) speakers(a *attribution.Attribution, words []*statement.Key, clause int32) (same, other remark) {
	for _, p := range g.near[clause] {
		at := g.passages[p]
		doc := g.docs[at.doc]
		for _, i := range g.sayings()[p] {
			b := &doc.Attributions[i]
			if b.Speaker.Len() == 0 || b.Speaker.Unnamed {
				continue
			}
			s := remark{at.doc, b, g.says(words, contentOf(doc, b, at.clause))}
			switch {
			case s.share < sameContent:
			case sharesWord(a.Speaker.Name, b.Speaker.Name):
				if s.share > same.share {
					same = s
				}
			case isPerson(doc, b) && s.share > other.share:
				other = s
			}
		}
	}
	return same, other
}

// sayings returns the attributions whose content begins in each passage.
func (g *grounder) sayings() map[int32][]int32 {
	if g.saidIn != nil {
		return g.saidIn
	}
	g.saidIn = map[int32][]int32{}
	for d, doc := range g.docs {
		for i := range doc.Attributions {
			last := int32(-1)
			for _, r := range doc.Attributions[i].Content {
				if p := g.passageAt(d, r.First); p >= 0 && p != last {
					g.saidIn[p], last = append(g.saidIn[p], int32(i)), p
				}
			}
		}
	}
	return g.saidIn
}

// says returns the share of the words that are in what a context has from a speaker; few words must be all that is said.
func (g *grounder) says(words, content []*statement.Key) float64 {
	n := 0
	for _, k := range words {
		for _, o := range content {
			if g.likeness(k, o) > 0 {
				n++
				break
			}
		}
	}
	if len(words) < minContent && (n < len(words) || len(content) > len(words)) {
		return 0
	}
	return float64(n) / float64(len(words))
}

// sharesWord reports whether two names have a word in common.
func sharesWord(a, b string) bool {
	for w := range strings.FieldsSeq(a) {
		for o := range strings.FieldsSeq(b) {
			if strings.EqualFold(w, o) {
				return true
			}
		}
	}
	return false
}
