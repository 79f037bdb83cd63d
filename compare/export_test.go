package compare

import (
	"fmt"
	"testing"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
)

// Signed is two values of an event with what is told of them, for the program that fits the weights.
type Signed struct {
	Values    [2]string
	Some, All []int
	Places    [][2]Place
	Odds      int
}

// A Place is a passage of a source.
type Place struct {
	Source string
	Span   text.Span
}

// Signs is how many signs there are.
const Signs = int(signs)

// OddsAgain is the least sum that is told apart.
const OddsAgain = oddsAgain

// SumOf adds up all signs of two values.
func SumOf(v *Signed) int {
	n := oddsBase
	for _, c := range v.Some {
		n += int(signWeights[c].some)
	}
	for _, c := range v.All {
		n += int(signWeights[c].all)
	}
	return n
}

// SignedValues returns the values of documents that could stand against each other.
func SignedValues(docs []*normalize.Document) (out []Signed) {
	s := newSources(inOrder(docs), Options{})
	s.memory = new(memory)
	s.numbers()
	values := s.memory.values
	for i := range values {
		for k := range values[:i] {
			if values[i].dimension != values[k].dimension {
				continue
			}
			pairs := s.weighablePairs(&values[k], &values[i])
			if len(pairs) == 0 {
				continue
			}
			v := Signed{Odds: s.odds(pairs), Values: [2]string{values[k].items[0].shown, values[i].items[0].shown}}
			var some, all signSet
			for n, p := range pairs {
				var x signSet
				for _, step := range signSteps {
					var y signSet
					step.of(s, p.a, p.b, &y)
					for w := range y {
						if y[w]&^step.asks[w] != 0 {
							panic("a step asks for a sign that it does not list")
						}
						x[w] |= y[w]
					}
				}
				if n == 0 {
					all = x
				}
				for w := range x {
					some[w] |= x[w]
					all[w] &= x[w]
				}
				v.Places = append(v.Places, [2]Place{s.placed(p.a), s.placed(p.b)})
			}
			v.Some, v.All = some.list(), all.list()
			out = append(out, v)
		}
	}
	return out
}

func (s *sources) placed(a *amount) Place { return Place{s.docs[a.doc].Source.ID, a.st.Span} }

func (x *signSet) list() (out []int) {
	for c := range len(x) * wordBits {
		if x[c/wordBits]>>(c%wordBits)&1 != 0 {
			out = append(out, c)
		}
	}
	return out
}

// SiteClues is how many clues of times there are.
const SiteClues = int(siteClues)

// SignedTimes returns the times of documents that could stand against each other: times of day, and days.
func SignedTimes(docs []*normalize.Document) (out [2][]Signed) {
	s := newSources(inOrder(docs), Options{})
	s.memory = new(memory)
	for _, pass := range passes {
		pass(s)
	}
	sites := s.timeSites()
	values := timeValues(sites)
	for i := range values {
		for k := range values[:i] {
			pairs := s.sitePairs(sites, &values[k], &values[i])
			if len(pairs) == 0 {
				continue
			}
			v := Signed{Values: [2]string{values[k].shown, values[i].shown}}
			some, all := signSet{}, signSet{^uint64(0), ^uint64(0)}
			for _, p := range pairs {
				f := siteFinder{sources: s, all: sites, a: p.a, b: p.b}
				f.value()
				f.place()
				placed := f.met[0]
				f.words()
				if f.met[0]&sitePlaceClues&^placed != 0 || placed&siteWordClues != 0 {
					panic("a step asks for a clue that is another's")
				}
				for w := range f.met {
					some[w] |= f.met[w]
					all[w] &= f.met[w]
				}
				v.Places = append(v.Places, [2]Place{{s.docs[p.a.doc].Source.ID, p.a.span}, {s.docs[p.b.doc].Source.ID, p.b.span}})
			}
			v.Some, v.All = some.list(), all.list()
			kind := pairs[0].a.kind()
			out[kind] = append(out[kind], v)
		}
	}
	return out
}

// Archive is a case of testdata: its documents and the findings that are wanted.
func Archive(t testing.TB, path string) ([]*normalize.Document, []string) {
	a := readArchive(t, path)
	return a.docs, a.want
}

// PersonSigns is how many signs of persons there are.
const PersonSigns = int(personSigns)

// SignedPersons returns the pairs of persons of one surname that could be one.
func SignedPersons(docs []*normalize.Document) (out []Signed) {
	s := newSources(inOrder(docs), Options{})
	s.memory = new(memory)
	for _, p := range s.personPairs(s.borne(), s.present()) {
		v := Signed{Values: [2]string{p.a.in[0].name, p.b.in[0].name}}
		set := s.personSigns(&p)
		for c := range personSigns {
			if set>>c&1 != 0 {
				v.Some = append(v.Some, int(c))
			}
		}
		for _, a := range p.a.in {
			for _, b := range p.b.in {
				v.Places = append(v.Places, [2]Place{{s.docs[a.doc].Source.ID, a.at.Span}, {s.docs[b.doc].Source.ID, b.at.Span}})
			}
		}
		out = append(out, v)
	}
	return out
}

// Stances is how many signs of stance there are.
const Stances = int(stanceSigns)

// A StancePair is two claims of which one denies, with what is told of them.
type StancePair struct {
	Signs  []int
	Places [2]Place
	Texts  [2]string
	Values [2]string
}

// StancePairs returns the claims of documents that could stand against each other.
func StancePairs(docs []*normalize.Document) (out []StancePair) {
	s := newSources(inOrder(docs), Options{})
	s.memory = new(memory)
	all := s.propositions()
	for _, p := range s.stancePairs(all) {
		n, y := &all[p.no], &all[p.yes]
		var signs []int
		for c := range stanceSigns {
			if p.signs.has(c) {
				signs = append(signs, int(c))
			}
		}
		f := s.contraryAt(n, y, [2]text.Span{n.claim.Span, y.claim.Span})
		out = append(out, StancePair{Values: [2]string{f.Positions[0].Value, f.Positions[1].Value}, Signs: signs, Places: [2]Place{s.claimed(n), s.claimed(y)}, Texts: [2]string{s.wordsToldBy(n), s.wordsToldBy(y)}})
	}
	return out
}

func (s *sources) claimed(p *proposition) Place { return Place{s.docs[p.doc].Source.ID, p.claim.Span} }

func (s *sources) wordsToldBy(p *proposition) string {
	return fmt.Sprintf("%s %s %q", s.docs[p.doc].Source.ID, p.holder, p.claim.Span.Of(s.docs[p.doc].Source.Text))
}

// Accords returns the values of documents that fit, of amounts, of times of day and of days, with what is told of them.
func Accords(docs []*normalize.Document) (out [3][]Signed) {
	s := newSources(inOrder(docs), Options{})
	s.memory = new(memory)
	s.thesaurus = &s.memory.thesaurus
	for _, pass := range passes {
		pass(s)
	}
	told := s.toldAmounts()
	s.fittingAmounts(told, func(i, j int) {
		a, b := told[i].amount, told[j].amount
		v := Signed{Odds: s.accordOdds(a, b, accordEven), Values: [2]string{a.shown, b.shown}, Places: [][2]Place{{s.placed(a), s.placed(b)}}}
		var all signSet
		for k, step := range accordSteps {
			var x signSet
			step.of(s, a, b, &x)
			for w := range x {
				if k > 0 && x[w]&^signSteps[k+1].asks[w] != 0 {
					x[w] &= signSteps[k+1].asks[w] // without a weight among those that differ
				}
				all[w] |= x[w]
			}
		}
		v.Some = all.list()
		out[0] = append(out[0], v)
	})
	sites := s.timeSites()
	s.fittingSites(sites, func(_, _ int, f *siteFinder) {
		v := Signed{Odds: f.accordOdds(), Values: [2]string{ShowTime(f.a.t), ShowTime(f.b.t)}}
		f.met = signSet{}
		for _, step := range accordSiteSteps {
			step.of(f)
		}
		v.Some = f.met.list()
		v.Places = [][2]Place{{{s.docs[f.a.doc].Source.ID, f.a.span}, {s.docs[f.b.doc].Source.ID, f.b.span}}}
		kind := 1 + f.a.kind()
		out[kind] = append(out[kind], v)
	})
	return out
}
