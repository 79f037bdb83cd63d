package attribution

import (
	"sort"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// Column of modality.tsv.
const colModality = 0

// classCondemned is the class of modality.tsv for words that judge.
const classCondemned = "condemned"

// speaker fills who says it: the words, the entity they name and the body it speaks for.
func (f *finder) speaker(at *Attribution, s span) {
	at.Speaker.Entity = -1
	if s.empty() {
		return
	}
	s.last = f.trim(s.first, s.last)
	r := f.tokens(s.first, s.last)
	at.Speaker.Range = r
	core := f.core(s)
	head := int(core.Last) - 1
	named := text.Range{First: r.First, Last: r.Last}
	if f.is(s.last-1)&rel != 0 && s.last-s.first > 1 {
		named = core
	}
	n := f.namesFrom(r)
	m := f.mention(r, n, head)
	if a := f.besideName(int(r.Last)); a != nil && (m == nil || head < int(m.First) || int(m.Last) <= head || f.entities[m.Value.Entity].Kind != name.Person) {
		m, at.Speaker.Range.Last = a, a.Last
	}
	if m == nil || int(m.Value.Entity) >= len(f.entities) || m.Value.Entity < 0 {
		if at.Speaker.Name = f.g.Flat(named); m == nil {
			f.again(at, s, core)
		}
		return
	}
	who := f.stillSpeaking(at, m)
	if int(who) >= len(f.entities) || who < 0 {
		at.Speaker.Name = f.g.Flat(named)
		return
	}
	e := &f.entities[who]
	at.Speaker.Entity = who
	if at.Speaker.Name = e.Name; e.Name == "" {
		at.Speaker.Name = f.g.Flat(named)
	}
	if at.Speaker.For = f.body(e.For); at.Speaker.For == "" && e.Kind == name.Person {
		at.Speaker.For = f.bodyIn(r, n, m)
	}
}

// stillSpeaking returns whom mention m names, but who spoke in the sentence before where m is a pronoun that may stand for him: "Strand's lawyer, Ada
// Lund, said they would appeal. “It is a scandal,” she said."
func (f *finder) stillSpeaking(at *Attribution, m *name.Mention) int32 {
	e := m.Value.Entity
	p := f.said.Entity
	if m.Value.Via != name.ByPronoun || p < 0 || int(p) >= len(f.entities) || f.saidAt != at.Sentence-1 || f.entities[p].Kind != name.Person {
		return e
	}
	g := f.entities[p].Gender
	if g == name.AnyGender && f.wordFact(int(m.First))&(male|female) != 0 && !f.personBefore(m, at.Sentence) {
		return p // of whom nothing tells which it is
	}
	if w := f.wordFact(int(m.First)); g == name.Male && w&male != 0 || g == name.Female && w&female != 0 {
		return p
	}
	return e
}

// personBefore reports whether a person is named before mention m in its sentence.
func (f *finder) personBefore(m *name.Mention, sentence int32) bool {
	first := f.g.Sentences[sentence].First
	for n := f.namesFrom(text.Range{First: first}); n < len(f.names) && f.names[n].First < m.First; n++ {
		if f.isNamed(&f.names[n]) {
			return true
		}
	}
	return false
}

// core returns the tokens of the first noun phrase of a subject: before a comma, a preposition or a who.
func (f *finder) core(s span) text.Range {
	i := s.first
	seen := false
	for ; i < s.last; i++ {
		w := f.is(i)
		if seen && (w&(comma|dash|rel|that|quote|conj) != 0 || w&prep != 0 && w&(noun|proper|adj) == 0 || w&to != 0) {
			break
		}
		seen = seen || w&(noun|proper|plural|pronoun|subject|number) != 0
	}
	return f.tokens(s.first, i)
}

// namesFrom returns the first mention that does not end before r.
func (f *finder) namesFrom(r text.Range) int {
	return sort.Search(len(f.names), func(i int) bool { return f.names[i].Last > r.First })
}

// mention returns the mention that the head of a speaker, whose first one is mention i, belongs to, else a person in it.
func (f *finder) mention(r text.Range, i, head int) *name.Mention {
	var person *name.Mention
	for ; i < len(f.names) && f.names[i].First < r.Last; i++ {
		m := &f.names[i]
		if m.Value.Nested || m.Value.Entity < 0 || int(m.Value.Entity) >= len(f.entities) {
			continue
		}
		if int(m.First) <= head && head < int(m.Last) && m.Value.Via != name.ByDemonym {
			return m
		}
		if person == nil && f.entities[m.Value.Entity].Kind == name.Person && m.Value.Via != name.ByPronoun {
			person = m
		}
	}
	return person
}

// besideName returns the person or body whose name follows token i between commas, or up to the end of the sentence: "the party's
// leader, Ann Cole, said", "its owner, Castor Shipping, said", "said its leader, Ann Cole."
func (f *finder) besideName(i int) *name.Mention {
	toks := f.g.Tokens
	if i >= len(toks) || toks[i].Class != text.Comma {
		return nil
	}
	for i+1 < len(toks) && f.g.Has(i+1, lexicon.Titles) && !f.named(i+1) { // its spokesman, Commander Ann Cole
		i++
	}
	n := sort.Search(len(f.names), func(n int) bool { return int(f.names[n].First) > i })
	first := i + 1
	if first < len(toks) && f.wordFact(first)&det != 0 { // his daughter, the actor Ann Cole
		first++
	}
	for first < len(toks) && first < i+4 && (toks[first].Class == text.Stop || f.g.Starts(first).Has(lexicon.Titles)) && n < len(f.names) && int(f.names[n].First) > first {
		first++ // his lawyer, Dr. Ann Cole
	}
	for ; n < len(f.names) && int(f.names[n].First) == first; n++ {
		m := &f.names[n]
		if e := m.Value.Entity; m.Value.Nested || m.Value.Via != name.ByName || e < 0 || int(e) >= len(f.entities) || f.entities[e].Kind != name.Person && f.entities[e].Kind != name.Organization {
			continue
		}
		if int(m.Last) >= len(toks) {
			return m
		}
		switch toks[m.Last].Class {
		case text.Comma, text.Stop: // "said its leader, Ann Cole."
			return m
		}
	}
	return nil
}

// body returns the name of the entity with an ID.
func (f *finder) body(id string) string {
	if id == "" {
		return ""
	}
	for i := range f.entities {
		if f.entities[i].ID == id {
			return f.entities[i].Name
		}
	}
	return ""
}

// bodyIn returns the body named beside a person, among the mentions of r from mention i on: the Pentagon in "a spokeswoman for the Pentagon".
func (f *finder) bodyIn(r text.Range, i int, person *name.Mention) string {
	for ; i < len(f.names) && f.names[i].First < r.Last; i++ {
		m := &f.names[i]
		if m == person || m.Value.Entity < 0 || int(m.Value.Entity) >= len(f.entities) {
			continue
		}
		if e := &f.entities[m.Value.Entity]; e.Kind == name.Organization {
			return e.Name
		}
	}
	return ""
}

// again fills who speaks where the subject has no name: a body that was named before, else as ofWhom tells.
func (f *finder) again(at *Attribution, s span, core text.Range) {
	if e := f.bodyAgain(core, at.Sentence); e >= 0 {
		at.Speaker.Entity, at.Speaker.Name = e, f.entities[e].Name
		return
	}
	f.ofWhom(at, s, core)
}

// ofWhom tells unnamed people from a text that speaks for who issued it: "the statement said".
func (f *finder) ofWhom(at *Attribution, s span, core text.Range) {
	last := s.first
	for last+1 < s.last && f.items[last+1].first < core.Last {
		last++
	}
	for last > s.first && f.is(last)&adj != 0 && f.is(last)&proper == 0 && f.group(int(f.items[last].last)-1) == noGroup && f.is(last-1)&plural != 0 {
		last-- // people familiar with the talks
	}
	head := int(f.items[last].last) - 1
	if head < 0 {
		return
	}
	switch f.group(head) {
	case people, crowd:
		at.Speaker.Unnamed = true
		at.Speaker.For = f.bodyIn(at.Speaker.Range, f.namesFrom(at.Speaker.Range), nil)
	case issued:
		if f.issuer.Name != "" && f.is(s.first)&det != 0 {
			at.Speaker.Name, at.Speaker.Entity, at.Speaker.For = f.issuer.Name, f.issuer.Entity, f.issuer.For
		}
	}
}

// issuers remembers who issued a statement that may speak for it later.
func (f *finder) issuers() {
	for n := range f.nouns {
		at := f.nouns[n].at
		if f.group(int(f.items[at].first)) != issued {
			continue
		}
		i := at - 1
		for i > 0 && f.is(i)&(det|adj|noun|poss|proper) != 0 && !f.verbal(i) && f.is(i)&past == 0 {
			i--
		}
		if f.is(i)&(past|third|base|ing) == 0 {
			continue
		}
		s := f.mainSubject(0, i+1)
		if s.empty() {
			continue
		}
		var a Attribution
		f.speaker(&a, s)
		f.issuer = a.Speaker
	}
}
