package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns of places.tsv; demonyms.tsv, metonyms.tsv and orgs.tsv begin with an id too.
const (
	colID           = 0
	colPlaceKind    = 1
	colPlaceCountry = 2
	colPlacePop     = 3
	colPlaceForm    = 4

	colOrgForm = 3

	colMetonymKind    = 1
	colMetonymCountry = 2
)

// rowID returns the id, the kind and the name that a table gives an entity. Rows of products.tsv list many names of a
// kind and give none.
func (l *linker) rowID(x *found) (id string, kind Kind, display string) {
	switch x.table {
	case lexicon.Products:
		return "", x.kind, ""
	case lexicon.Places:
		row := l.bestPlace(x)
		l.home = row.Field(colPlaceCountry)
		if row.Field(colPlaceKind) == "region" {
			return row.Field(colID), Place, "" // as the document has it: region, oblast, province
		}
		return row.Field(colID), Place, row.Field(colPlaceForm)
	case lexicon.Orgs:
		return x.row.Field(colID), Organization, x.row.Field(colOrgForm)
	case lexicon.Demonyms:
		return x.row.Field(colID), Place, ""
	case lexicon.Metonyms:
		if id := x.row.Field(colID); id != x.row.Field(colMetonymCountry) {
			return id, Organization, "" // the Pentagon is the ministry itself
		}
		return "", Organization, "" // the Kremlin is not Russia, but stands for it
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
	state := l.stateBehind(x)
	for _, r := range rows {
		k := placeRank(r)
		if state != "" && r.Field(colPlaceCountry) == state && r.Field(colPlaceKind) == "city" {
			k += 1 << 41
		}
		if l.home != "" && r.Field(colPlaceCountry) == l.home && k < 1<<28 {
			k += 1 << 25 // among places of one name, the one near the place named last
		}
		if k > rank {
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

// stateBehind returns the country of the region that a comma puts behind a place: "Columbia, S.C.".
func (l *linker) stateBehind(x *found) string {
	i := int(x.Last)
	if i+1 >= len(l.Tokens) || l.Tokens[i].Class != text.Comma {
		return ""
	}
	row, _, ok := l.Longest(i+1, lexicon.Places)
	if !ok || row.Field(colPlaceKind) != "region" {
		return ""
	}
	return row.Field(colPlaceCountry)
}
