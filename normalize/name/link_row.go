package name

import "github.com/factdiff/factdiff/normalize/lexicon"

// Columns of places.tsv; demonyms.tsv, metonyms.tsv and orgs.tsv begin with an id too.
const (
	colID           = 0
	colPlaceKind    = 1
	colPlaceCountry = 2
	colPlacePop     = 3
	colPlaceForm    = 4
)

// rowID returns the id, the kind and the name that a table gives an entity. Rows of products.tsv list many names of a
// kind and give none.
func (l *linker) rowID(x *found) (id string, kind Kind, display string) {
	switch x.table {
	case lexicon.Products:
		return "", x.kind, ""
	case lexicon.Places:
		row := l.bestPlace(x)
		return row.Field(colID), Place, row.Field(colPlaceForm)
	}
	return x.row.Field(colID), x.kind, ""
}

// bestPlace returns the row that a place's name means by itself: a country before a capital, a capital before the
// largest city, a region before a city of its size.
func (l *linker) bestPlace(x *found) lexicon.Row {
	var buf [8]lexicon.Row
	rows := buf[:0]
	if x.Len() == 1 {
		rows = l.Rows(rows, int(x.First), lexicon.Places)
	} else {
		for _, p := range l.Phrases(int(x.First)) {
			if p.Last == x.Last {
				rows = l.PhraseRows(rows, p, lexicon.Places)
			}
		}
	}
	best, rank := x.row, -1
	for _, r := range rows {
		if k := placeRank(r); k > rank {
			best, rank = r, k
		}
	}
	return best
}

// placeRank orders places of one name.
func placeRank(r lexicon.Row) int {
	pop := 0
	for _, c := range []byte(r.Field(colPlacePop)) {
		pop = pop*10 + int(c-'0')
	}
	switch r.Field(colPlaceKind) {
	case "country", "continent", "area", "water":
		return 1 << 40
	case "capital":
		return 1<<30 + pop
	case "territory", "former":
		return 1 << 29
	case "region":
		return 1<<20 + pop
	}
	return pop
}
