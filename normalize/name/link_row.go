package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// tell returns what a table tells of the entity of x.
func (l *linker) tell(x *found) *known {
	n := x.known
	if x.table == lexicon.Places {
		n = l.bestPlace(x)
		l.home = l.words.known[n].country
	}
	return &l.words.known[n]
}

// bestPlace returns the place that a name means by itself: by rank, but a city of the state behind it before all others.
func (l *linker) bestPlace(x *found) int32 {
	places := l.placesOf(x)
	if len(places) == 0 {
		return x.known
	}
	if len(places) == 1 {
		return places[0]
	}
	best, rank := x.known, -1
	state := l.stateBehind(x)
	for _, n := range places {
		p := &l.words.known[n]
		k := p.rank
		if state != "" && p.country == state && p.place == aCity {
			k += 1 << 41
		}
		if l.home != "" && p.country == l.home && k < 1<<28 {
			k += 1 << 25 // among places of one name, the one near the place named last
		}
		if k > rank {
			best, rank = n, k
		}
	}
	return best
}

// placesOf returns the places of a name.
func (l *linker) placesOf(x *found) []int32 {
	if x.Len() == 1 {
		w := l.word(int(x.First))
		return l.words.places[w.places : w.places+w.count]
	}
	var buf [8]lexicon.Row
	rows := buf[:0]
	for _, p := range l.Phrases(int(x.First)) {
		if p.Last == x.Last {
			rows = l.PhraseRows(rows, p, lexicon.Places)
		}
	}
	l.places = l.places[:0]
	for _, row := range rows {
		l.places = append(l.places, l.words.row(row))
	}
	return l.places
}

// stateBehind returns the country of the region that a comma puts behind a place: "Columbia, S.C.".
func (l *linker) stateBehind(x *found) string {
	i := int(x.Last)
	if i+1 >= len(l.Tokens) || l.Tokens[i].Class != text.Comma || !l.Starts(i+1).Has(lexicon.Places) {
		return ""
	}
	row, _, ok := l.Longest(i+1, lexicon.Places)
	if !ok {
		return ""
	}
	if p := &l.words.known[l.words.row(row)]; p.place == aRegion {
		return p.country
	}
	return ""
}
