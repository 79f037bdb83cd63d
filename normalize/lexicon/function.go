package lexicon

// A FunctionClass is a class of function.tsv, as far as a grammar asks for it.
type FunctionClass uint8

// Classes of function words.
const (
	NoClass    FunctionClass = iota // not in the table
	OtherClass                      // in the table, and of none of those below
	Negation
	Auxiliary
	Modal
	Preposition
	Conjunction
	Subordinator
	Relative
	Determiner
	Pronoun
	Adverb
	Quantifier
	Particle
)

// colClass is the class of a row of function.tsv.
const colClass = 0

// FunctionClassOf returns the class of a row of function.tsv.
func FunctionClassOf(r Row) FunctionClass {
	switch r.Field(colClass) {
	case "negation":
		return Negation
	case "auxiliary":
		return Auxiliary
	case "modal":
		return Modal
	case "preposition":
		return Preposition
	case "conjunction":
		return Conjunction
	case "subordinator":
		return Subordinator
	case "relative":
		return Relative
	case "determiner":
		return Determiner
	case "pronoun":
		return Pronoun
	case "adverb":
		return Adverb
	case "quantifier":
		return Quantifier
	case "particle":
		return Particle
	case "":
		return NoClass
	}
	return OtherClass
}

// The class of a function word stands beside its tables in what Next is asked for, as a number: most rules of a grammar ask for
// nothing else of it.
const (
	classShift      = 53
	classBits       = 4
	classes    Mask = (1<<classBits - 1) << classShift
)

// FunctionClass returns the class of the first row of function.tsv that token i has.
func (g *Tagged) FunctionClass(i int) FunctionClass {
	return FunctionClass(g.starts[i] >> classShift & (1<<classBits - 1))
}

// Closed reports whether the token that At returned m of is a word of function.tsv.
func (m Mask) Closed() bool { return m&classes != 0 }

// InClass reports whether any row of function.tsv that token i has is of a class.
func (g *Tagged) InClass(i int, class FunctionClass) bool {
	m := g.starts[i]
	if first := FunctionClass(m >> classShift & (1<<classBits - 1)); first == class || m&twoClasses == 0 {
		return first == class && class != NoClass
	}
	var rows [8]Row
	for _, r := range g.Rows(rows[:0], i, Function) {
		if FunctionClassOf(r) == class {
			return true
		}
	}
	return false
}

// A Kind tells of a token whether it is a word, of which class, or a pause: a comma, a dash, a stop. There are so few that a table can have
// an entry for each.
type Kind uint16

// NumKinds is how many there are.
const NumKinds = 1 << (wordShift - pauseShift + 1)

const (
	pauseShift = 52 // of Pauses
	wordShift  = 60 // of AnyWord
)

// Kind returns the kind of a token that At returned m of.
func (m Mask) Kind() Kind { return Kind(m >> pauseShift & (NumKinds - 1)) }

// Pause reports whether the token is one of Pauses.
func (k Kind) Pause() bool { return Mask(k)<<pauseShift&Pauses != 0 }

// Word reports whether the token is a word.
func (k Kind) Word() bool { return Mask(k)<<pauseShift&AnyWord != 0 }

// FunctionClass returns the class of a function word.
func (k Kind) FunctionClass() FunctionClass {
	return FunctionClass(Mask(k) << pauseShift & classes >> classShift)
}
