package statement

import (
	"sort"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// Parties tell who does what to whom, as far as names tell it: A acquires B from C.
type Parties struct {
	Key     int32 // of the verb
	Actor   int32 // index of the name of who does it, or -1
	Patient int32 // and of whom it is done to, or -1
	Others  []Party
}

// A Party is a name that a preposition leads.
type Party struct {
	Prep uint64
	Name int32
}

// Bounds of the search around a verb, in tokens.
const (
	partyReach = 12 // from a verb to a name that goes with it
	nounReach  = 5  // from a preposition to the name that it leads: from the private equity firm Bayshore
)

// PartiesOf returns the parties of each verb of a clause that names who does it or whom it is done to.
func PartiesOf(g *lexicon.Tagged, c *Clause, names []name.Mention, entities []name.Entity) (out []Parties) {
	sen := g.Sentences[c.Sentence].Range
	p := partyFinder{g: g, c: c, sen: sen}
	for i := sort.Search(len(names), func(i int) bool { return names[i].First >= sen.First }); i < len(names) && names[i].First < sen.Last; i++ {
		if m := &names[i]; !m.Value.Nested && m.Value.Entity >= 0 && int(m.Value.Entity) < len(entities) {
			p.names = append(p.names, partyName{text.Range{First: m.First, Last: m.Last}, int32(i), p.led(int(m.First)), entities[m.Value.Entity].Kind == name.Person})
		}
	}
	for k := range c.Keys {
		if (c.Keys[k].Verb || onlyVerb(g, c.Keys[k].Span)) && !c.Keys[k].Name && !c.Keys[k].Closed {
			if d := p.parties(k); d.Actor >= 0 || d.Patient >= 0 {
				out = append(out, d)
			}
		}
	}
	return out
}

type partyName struct {
	text.Range
	index  int32
	prep   uint64 // the preposition that leads it, or 0
	person bool
}

type partyFinder struct {
	g     *lexicon.Tagged
	c     *Clause
	sen   text.Range
	names []partyName
}

// led returns the preposition that leads the noun phrase of a name at token i, or 0.
func (p *partyFinder) led(i int) uint64 {
	for n := i - 1; n >= int(p.sen.First) && n >= i-nounReach; n-- {
		switch {
		case p.g.Tokens[n].Class == text.Clitic:
		case p.g.Tokens[n].Class != text.Word:
			return 0
		case inClass(p.g, n, classPreposition):
			return preposition(p.g, n, func(lexicon.Row) bool { return true })
		case inClass(p.g, n, classDeterminer), functionRow(p.g, n, isPossessive):
		case p.g.Has(n, lexicon.Function), p.verb(n):
			return 0
		}
	}
	return 0
}

// verb reports whether token n is a verb of the clause.
func (p *partyFinder) verb(n int) bool {
	at := int(p.g.Tokens[n].Start)
	k := sort.Search(len(p.c.Keys), func(k int) bool { return p.c.Keys[k].Span.Start >= at })
	return k < len(p.c.Keys) && p.c.Keys[k].Span.Start == at && p.c.Keys[k].Verb && !p.g.Tokens[n].Is(text.Capital)
}

// parties finds who goes with key k, a verb.
func (p *partyFinder) parties(k int) Parties {
	d := Parties{Key: int32(k), Actor: -1, Patient: -1}
	at := int(tokenAt(p.g, p.c.Keys[k].Span.Start))
	before, who := -1, p.relative(at)
	for n := range p.names {
		m := &p.names[n]
		if who >= 0 {
			if int(m.Last) <= who && m.person == personal(p.g, who) && at-int(m.Last) <= partyReach {
				before = int(m.index)
			}
		} else if int(m.Last) <= at && m.prep == 0 && at-int(m.Last) <= partyReach && !p.object(n, at) {
			before = int(m.index)
		}
	}
	by := text.HashString("by")
	passive := p.passive(at)
	if passive {
		d.Patient = int32(before)
	} else {
		d.Actor = int32(before)
	}
	for n := range p.names {
		m := &p.names[n]
		if int(m.First) <= at || int(m.First)-at > 2*partyReach || p.crosses(at+1, int(m.First)) {
			continue
		}
		switch {
		case m.prep == by:
			if d.Actor < 0 && passive {
				d.Actor = m.index
			}
		case m.prep != 0:
			d.Others = append(d.Others, Party{m.prep, m.index})
		case d.Patient < 0 && !passive && int(m.First)-at <= nounReach && !p.punctuated(at+1, int(m.First)):
			d.Patient = m.index
		}
	}
	return d
}

// relative returns the relative pronoun that the verb at token at has for its subject, or -1.
func (p *partyFinder) relative(at int) int {
	for i := at - 1; i >= int(p.sen.First) && i >= at-4; i-- {
		switch {
		case inClass(p.g, i, classRelative):
			return i
		case !inClass(p.g, i, classAdverb) && !inClass(p.g, i, classAuxiliary) && !inClass(p.g, i, classModal) && !Denies(p.g, i):
			return -1
		}
	}
	return -1
}

// common is a person of either gender, in the column of function.tsv that tells it.
const (
	colFunctionGender = 4
	common            = "c"
)

// personal reports whether the relative pronoun at token i stands for a person.
func personal(g *lexicon.Tagged, i int) bool {
	return functionRow(g, i, func(r lexicon.Row) bool {
		return functionClassOf(r) == classRelative && r.Field(colFunctionGender) == common
	})
}

// object reports whether name n is what another verb before it is done to, and no "who" makes it the actor of the one at token at.
func (p *partyFinder) object(n, at int) bool {
	m := &p.names[n]
	for i := int(m.Last); i < at && i <= int(m.Last)+1; i++ {
		if inClass(p.g, i, classRelative) {
			return false
		}
	}
	for i := int(m.First) - 1; i >= int(p.sen.First) && i >= int(m.First)-nounReach; i-- {
		switch {
		case p.verb(i):
			return true
		case p.g.Tokens[i].Class != text.Word, p.g.Has(i, lexicon.Function) && !inClass(p.g, i, classDeterminer):
			return false
		}
	}
	return false
}

// passive reports whether a form of be stands before the verb at token at, which is no -ing form.
func (p *partyFinder) passive(at int) bool {
	if strings.HasSuffix(p.g.Word(at), "ing") {
		return false
	}
	for i := at - 1; i >= int(p.sen.First) && i >= at-3; i-- {
		switch {
		case isOfKind(p.g, i, classAuxiliary, "be"):
			return true
		case !inClass(p.g, i, classAdverb) && !Denies(p.g, i):
			return false
		}
	}
	return false
}

// crosses reports whether another verb stands between two tokens.
func (p *partyFinder) crosses(from, to int) bool {
	for i := from; i < to; i++ {
		described := inClass(p.g, i+1, classPreposition) && !inClass(p.g, i-1, classAuxiliary) // based in Austin
		if p.verb(i) && !described || p.g.Word(i) == semicolon {
			return true
		}
	}
	return false
}

func (p *partyFinder) punctuated(from, to int) bool {
	for i := from; i < to; i++ {
		if c := p.g.Tokens[i].Class; c != text.Word && c != text.Number && c != text.Clitic {
			return true
		}
	}
	return false
}

// Mutual reports whether what the word of a passage tells is done by both sides alike: met, married, merged.
func Mutual(g *lexicon.Tagged, sp text.Span) bool {
	return isGround(g, int(tokenAt(g, sp.Start)), "mutual")
}

// Sole reports whether the word of a passage tells what one alone does to a thing: owns, founded, won.
func Sole(g *lexicon.Tagged, sp text.Span) bool {
	return isGround(g, int(tokenAt(g, sp.Start)), "sole")
}

// onlyVerb reports whether the word of a passage is the form of a verb that other words are like: owns, beside own.
func onlyVerb(g *lexicon.Tagged, sp text.Span) bool {
	row, ok := g.Row(int(tokenAt(g, sp.Start)), lexicon.Words)
	return ok && Sole(g, sp) && !strings.ContainsRune(row.Field(colPOS), 'n') && !strings.EqualFold(row.Field(colLemma), g.Word(int(tokenAt(g, sp.Start))))
}
