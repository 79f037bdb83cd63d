package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// standsForState reports whether mention n is a capital that stands for its government: by itself, or since one that does is joined
// to it by an "and": "Tehran and Moscow are cooperating".
func (l *linker) standsForState(n int) bool {
	x := &l.found[n]
	if !l.capital(x) {
		return false
	}
	if l.acts(x) {
		return true
	}
	for _, k := range [2]int{n - 1, n + 1} {
		if k < 0 || k >= len(l.found) {
			continue
		}
		y := &l.found[k]
		a, b := int(min(x.Last, y.Last)), int(max(x.First, y.First))
		if b-a == 1 && l.Has(a, lexicon.Function) && l.conjunction(a) && (y.via == ByMetonym && y.kind == Place || l.capital(y) && l.acts(y)) {
			return true
		}
	}
	return false
}

func (l *linker) conjunction(i int) bool {
	row, ok := l.Row(i, lexicon.Function)
	return ok && row.Field(colFunctionClass) == "conjunction"
}

// capital reports whether a mention names the capital of a state, where nothing says that something happened there.
func (l *linker) capital(x *found) bool {
	return x.table == lexicon.Places && !x.here && !x.nested && x.via == ByName && l.words.known[l.bestPlace(x)].place == aCapital
}

// acts reports whether a capital stands for its government: it says or does something ("Moscow said", "warned Tehran"),
// or something of a government is its own ("Kyiv's calls").
func (l *linker) acts(x *found) bool {
	if i := int(x.First) - 1; i >= 0 {
		switch l.wordClass(i) {
		case wordHere, wordToward:
			return false
		}
		if l.Has(i, lexicon.Cues) && l.Tokens[i].Class == text.Word && !l.Capital(i) && !l.Has(i, lexicon.Function) {
			return true
		}
	}
	i := int(x.Last)
	if i >= len(l.Tokens) || l.Tokens[i].Is(text.BlankBefore) {
		return false
	}
	k := &l.Tokens[i]
	if k.Class == text.Clitic {
		return i+1 < len(l.Tokens) && l.governs(i+1)
	}
	return k.Class == text.Word && !k.Is(text.Capital) && l.verb(i)
}

// governs reports whether a noun is something that governments have and towns have not.
func (l *linker) governs(i int) bool {
	for j := i; j < i+3 && j < len(l.Tokens); j++ {
		if !l.Has(j, lexicon.Words) {
			return false
		}
		flags := l.word(j).flags
		if flags&isAdjective == 0 { // Tehran's nuclear programme
			return flags&isGoverned != 0
		}
	}
	return false
}

// verb reports whether token i is rather a verb than a noun.
func (l *linker) verb(i int) bool {
	switch {
	case l.Has(i, lexicon.Function):
		return l.word(i).flags&isAuxiliary != 0
	case l.Has(i, lexicon.Cues):
		return true
	}
	return l.Has(i, lexicon.Words) && l.word(i).flags&isVerb != 0
}

// linkState links a capital to the state whose government it stands for.
func (l *linker) linkState(n int) {
	x := &l.found[n]
	x.via = ByMetonym
	country := l.words.known[l.bestPlace(x)].country
	if w := l.word(int(x.First)); x.Len() == 1 && w.seat != 0 && l.words.known[w.seat].of() != country {
		x.known, x.table, x.kind = w.seat, lexicon.Metonyms, Organization // Brussels for the European Union
		l.linkRow(n)
		return
	}
	l.mention(n, l.state(n, country))
}

// stands gives a seat of government the state it stands for.
func (l *linker) stands(n int, e int32) {
	x := &l.found[n]
	if x.table != lexicon.Metonyms {
		return
	}
	if country := l.words.known[x.known].country; country != "" {
		of := l.state(n, country)
		l.at(e).of = of
	}
}

// state returns the entity of a country, which the document need not name.
func (l *linker) state(n int, country string) int32 {
	key := idKey(country, Place)
	e := l.byKey.get(key)
	if e < 0 {
		e = l.create(n)
		y := &l.entities[e]
		y.Kind, y.Known, y.Gender, y.Name = Place, country, AnyGender, country
		if row, ok := l.country(country); ok {
			y.Name = row.Field(colPlaceForm)
		}
		l.byKey.put(key, e)
	}
	return e
}

const countryRows = 1000

// country returns the row of a country by its id. Countries stand near the start of their table.
func (l *linker) country(id string) (lexicon.Row, bool) {
	if l.countries == nil || l.countriesOf != l.Lex {
		l.countriesOf, l.countries = l.Lex, make(map[string]lexicon.Row, countryRows)
		n := 0
		for row := range l.Lex.All(lexicon.Places) {
			if _, twice := l.countries[row.Field(colID)]; !twice {
				l.countries[row.Field(colID)] = row
			}
			if n++; n > countryRows {
				break
			}
		}
	}
	row, ok := l.countries[id]
	return row, ok
}
