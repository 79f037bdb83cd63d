package compare

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// oneHolder reports whether two claims are said by one person or body, or by one office.
func (s *sources) oneHolder(a, b *proposition) bool {
	if a.who != "" && a.who == b.who || oneVoice(a, b) {
		return true
	}
	var x, y []bearer
	s.speaking(a, func(q bearer) { x = append(x, q) })
	s.speaking(b, func(q bearer) { y = append(y, q) })
	named, role := s.oneBearer(x, y)
	return named || role
}

// oneMouth reports whether two claims may be said by one holder whom a report has a word for that is no name: it, the company, the museum's director.
// It is weaker than oneHolder, for claims that have a matter in common.
func (s *sources) oneMouth(a, b *proposition) bool {
	return s.namesake(a, b) || s.wordFor(a, b) || s.wordFor(b, a) || s.answersFor(a, b) || s.answersFor(b, a)
}

// namesake reports whether the holders of two claims have one surname and a word of their offices in common: head teacher Joanna Firth, head Julia Firth.
func (s *sources) namesake(a, b *proposition) bool {
	x, y := s.speakerOf(a), s.speakerOf(b)
	if x == nil || y == nil || x.Entity < 0 || y.Entity < 0 {
		return false
	}
	e, o := &s.docs[a.doc].Entities[x.Entity], &s.docs[b.doc].Entities[y.Entity]
	return e.Kind == name.Person && o.Kind == name.Person && statement.EntityHash(e) == statement.EntityHash(o) &&
		slices.ContainsFunc(strings.Fields(e.Title), func(w string) bool { return phraseHas(o.Title, w) })
}

// perhapsOneHolder reports whether nothing says that the holders of two claims, of which one denies what the other concedes, are two, and the claims have so much
// in common that whoever concedes speaks of the same: one of the holders is told by a word, of two words one is in the other, or their names are alike. Who
// says it of his own doing, he, it, says another thing than another of his.
func (s *sources) perhapsOneHolder(a, b *proposition) bool {
	x, y := s.speakerOf(a), s.speakerOf(b)
	if x == nil || y == nil {
		return false
	}
	if x.Entity >= 0 && y.Entity >= 0 {
		e, o := &s.docs[a.doc].Entities[x.Entity], &s.docs[b.doc].Entities[y.Entity]
		if e.Kind == name.Person && o.Kind == name.Person {
			p, q := strings.ToLower(e.Name), strings.ToLower(o.Name)
			return lastWord(p) == lastWord(q) && givenOf(p) != "" && givenOf(q) != "" && p[0] == q[0]
		}
		return shortFor(e.Name, o.Name) || shortFor(o.Name, e.Name)
	}
	if x.Entity < 0 && y.Entity < 0 {
		return s.wordShared(a.doc, x.Range, b.doc, y.Range)
	}
	return s.inBothClaims(a, b).words() >= 2
}

// wordShared reports whether two phrases have a word in common that is none of the grammar.
func (s *sources) wordShared(d int, r text.Range, o int, q text.Range) bool {
	g, h := s.docs[d].Text, s.docs[o].Text
	for i := r.First; i < r.Last; i++ {
		if g.Tokens[i].Class != text.Word || g.Has(int(i), lexicon.Function) {
			continue
		}
		for j := q.First; j < q.Last; j++ {
			if h.Tokens[j].Hash == g.Tokens[i].Hash {
				return true
			}
		}
	}
	return false
}

// wordFor reports whether the word that a has for its holder may be one for the holder of b.
func (s *sources) wordFor(a, b *proposition) bool {
	x, y := s.speakerOf(a), s.speakerOf(b)
	if x == nil || y == nil || x.Entity >= 0 || x.Len() == 0 {
		return false
	}
	g := s.docs[a.doc].Text
	noun, body := statement.HeadNoun(g, x.Range)
	if y.Entity < 0 {
		if statement.Neuter(g, x.First) {
			return strings.Contains(y.Name, " ") && strings.Contains(s.paragraphBefore(a.doc, x.First), y.Name)
		}
		other, _ := statement.HeadNoun(s.docs[b.doc].Text, y.Range)
		return noun != "" && noun == other && !x.Unnamed && !y.Unnamed // the union, the SPL union
	}
	e := &s.docs[b.doc].Entities[y.Entity]
	switch {
	case noun == "":
		return statement.Neuter(g, x.First) && s.lastNamed(a.doc, x.First, e.Name)
	case strings.HasSuffix(e.Name, " "+x.Name), e.Kind == name.Person && phraseHas(e.Title, noun):
		return true
	}
	return body && s.lastNamed(a.doc, x.First, e.Name)
}

// phraseHas reports whether a phrase has a word, in whatever case.
func phraseHas(phrase, word string) bool {
	return slices.ContainsFunc(strings.Fields(phrase), func(w string) bool { return strings.EqualFold(w, word) })
}

// speakerOf returns who says a claim, or nil.
func (s *sources) speakerOf(p *proposition) *attribution.Speaker {
	if p.claim.Voice < 0 {
		return nil
	}
	return &s.docs[p.doc].Attributions[p.claim.Voice].Speaker
}

// paragraphBefore returns what stands before a token in its paragraph.
func (s *sources) paragraphBefore(d int, token int32) string {
	doc := s.docs[d]
	k := min(statement.SentenceAt(doc.Text, token), len(doc.Text.Sentences)-1)
	p := &doc.Text.Paragraphs[doc.Text.Sentences[k].Paragraph]
	return doc.Text.Span(text.Range{First: p.First, Last: token}).Of(doc.Source.Text)
}

// lastNamed reports whether the last body that is named before a token goes by a name.
func (s *sources) lastNamed(d int, before int32, called string) bool {
	doc := s.docs[d]
	for i := len(doc.Names) - 1; i >= 0; i-- {
		m := &doc.Names[i]
		if m.First >= before || m.Value.Entity < 0 {
			continue
		}
		e := &doc.Entities[m.Value.Entity]
		if strings.EqualFold(called, e.Name) || shortFor(called, e.Name) || shortFor(e.Name, called) {
			return true
		}
		if e.Kind == name.Organization {
			return false
		}
	}
	return false
}

// answersFor reports whether b is said of the holder of a, by nobody who is another body or country: the Board denies that it was warned, its director
// concedes that the Board was warned.
func (s *sources) answersFor(a, b *proposition) bool {
	sp, other := s.speakerOf(a), s.speakerOf(b)
	if sp == nil || other == nil || len(b.claim.Keys) == 0 {
		return false
	}
	if other.Entity >= 0 && s.docs[b.doc].Entities[other.Entity].Kind != name.Person {
		return false
	}
	k := &b.claim.Keys[0]
	if statement.Owner(s.docs[b.doc].Text, k.Span) {
		return false
	}
	if sp.Entity >= 0 {
		e := &s.docs[a.doc].Entities[sp.Entity]
		return e.Kind != name.Person && k.Hash == statement.EntityHash(e)
	}
	noun, body := statement.HeadNoun(s.docs[a.doc].Text, sp.Range)
	return body && strings.EqualFold(k.Span.Of(s.docs[b.doc].Source.Text), noun)
}
