package statement

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/text"
)

// modThen begins the modifier of ages that somebody had when something else happened, which the verb behind it names: until she was 19, was 19
// when she left.
const modThen = "then "

// ageReach is how many tokens stand at most between the word that begins a clause of time and an age in it.
const ageReach = 5

// thenAged notes that an age is told of another day than that of the report, where a clause of time says so. How old the dead were when they died
// is told of the day itself.
func (f *finder) thenAged(m *quantity.Mention) {
	if m.Value.Kind != quantity.Age {
		return
	}
	verb, deed := -1, ""
	if i := f.timeClauseBefore(m); i >= 0 {
		verb = f.verbNear(i, int(f.sent.First), int(m.Last))
	} else if i := f.timeClauseBehind(m); i >= 0 {
		verb = f.verbFrom(i, int(f.sent.Last))
	} else if f.atTheAge(m) {
		verb, deed = f.lastDeed(int(m.First)), "once"
	}
	switch {
	case verb >= 0 && f.deadly(verb):
		return
	case verb >= 0:
		deed = f.verb(verb).lemmaAt(f.g, verb)
	case deed == "":
		return
	}
	f.mods = append(f.mods, f.earlier(modThen+deed))
}

// atTheAge reports whether an age is told as that of a deed: learned the game at the age of six.
func (f *finder) atTheAge(m *quantity.Mention) bool {
	i := int(m.First) - 1
	if i <= int(f.sent.First) || f.class(i) != classPreposition || !f.partitive(i) || f.lemma(i-1) != "age" {
		return false
	}
	for i -= 2; i > int(f.sent.First) && f.class(i) == classDeterminer; i-- {
	}
	return i > int(f.sent.First) && isOfKind(f.g, i, classPreposition, ofPlace)
}

// lastDeed returns the last verb of the sentence before token i that tells what is done, or -1.
func (f *finder) lastDeed(i int) int {
	for last := i - maxOwner; i > int(f.sent.First) && i > last; {
		i--
		if f.actsAt(i) || f.inflectedDeed(i) {
			return i
		}
	}
	return -1
}

// inflectedDeed reports whether token i is a word that stands in the form of a verb's past: learned.
func (f *finder) inflectedDeed(i int) bool {
	return f.g.Tokens[i].Class == text.Word && f.class(i) == noClass && f.inflected(i)
}

// timeClauseBefore returns the word that begins the clause of time that an age with its subject and verb fills: when she was 19.
func (f *finder) timeClauseBefore(m *quantity.Mention) int {
	was := false
	for i := int(m.First) - 1; i >= int(f.sent.First) && i >= int(m.First)-ageReach; i-- {
		switch {
		case f.g.Tokens[i].Class != text.Word:
			return -1
		case f.class(i) == classAuxiliary || f.inflected(i):
			was = true
		case isTimeClause(f.g, i):
			if !was {
				return -1
			}
			return i
		}
	}
	return -1
}

// timeClauseBehind returns the word that begins a clause of time right behind an age: was 19 when she left.
func (f *finder) timeClauseBehind(m *quantity.Mention) int {
	i := int(m.Last)
	if i+2 >= int(f.sent.Last) || !isTimeClause(f.g, i) || f.g.Tokens[i+1].Class != text.Word {
		return -1
	}
	return i
}

// isTimeClause reports whether token i is a word that begins a clause of time: when, until.
func isTimeClause(g *lexicon.Tagged, i int) bool {
	return isOfKind(g, i, classSubordinator, "time")
}

// verbNear returns the verb of the sentence that stands nearest before token i, else the first one behind token from, or -1.
func (f *finder) verbNear(i, first, from int) int {
	for j := i - 1; j >= first; j-- {
		if f.actsAt(j) {
			return j
		}
	}
	return f.verbFrom(from, int(f.sent.Last))
}

// verbFrom returns the first verb at token i or behind it, or -1.
func (f *finder) verbFrom(i, last int) int {
	for ; i < last; i++ {
		if f.actsAt(i) {
			return i
		}
	}
	return -1
}

// actsAt reports whether the word at token i is a verb of content.
func (f *finder) actsAt(i int) bool {
	return f.g.Tokens[i].Class == text.Word && f.class(i) == noClass && f.isVerb(i) && !f.g.Tokens[i].Is(text.Capital)
}

// deadly reports whether the word at token i tells of a death.
func (f *finder) deadly(i int) bool {
	ev, ok := f.verbAt(i)
	return ok && ev.class == "death"
}
