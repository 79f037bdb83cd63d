package name

import (
	"strconv"

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

	colOrgCountry = 2
	colOrgForm    = 3

	colMetonymKind    = 1
	colMetonymCountry = 2
)

// placeKind is a kind of places.tsv.
type placeKind uint8

const (
	noPlace placeKind = iota
	aCountry
	aTerritory
	aRegion
	aCity
	aCapital
	anArea
	aFormer
	aWater
	aContinent
)

var placeKinds = [...]string{"", "country", "territory", "region", "city", "capital", "area", "former", "water", "continent"}

// row returns the index in v.known of a row of a table of names.
func (v *vocabulary) row(row lexicon.Row) int32 {
	key := uint64(row.ID())
	if n := v.knownAt.get(key); n >= 0 {
		return n
	}
	n := int32(len(v.known))
	v.known = append(v.known, readKnown(row))
	v.knownAt.put(key, n)
	return n
}

// readKnown reads a row of a table of names. Rows of products.tsv list many names of a kind and have no id.
func readKnown(row lexicon.Row) known {
	k := known{table: row.Table(), kind: Place}
	switch k.table {
	case lexicon.Products:
		k.kind = kindOf(row.Field(colProductKind))
		return k
	case lexicon.Places:
		k.id, k.country, k.display = row.Field(colID), row.Field(colPlaceCountry), row.Field(colPlaceForm)
		k.place = placeKind(indexOf(placeKinds[:], row.Field(colPlaceKind)))
		if k.place == aRegion {
			k.display = "" // as the document has it: region, oblast, province
		}
		k.rank = placeRank(k.place, row.Field(colPlacePop))
	case lexicon.Demonyms:
		k.id = row.Field(colID)
		k.place = placeKind(indexOf(placeKinds[:], row.Field(colPlaceKind)))
	case lexicon.Metonyms:
		k.kind, k.country = Organization, row.Field(colMetonymCountry)
		k.seat = row.Field(colMetonymKind) == "government"
		if id := row.Field(colID); id != k.country {
			k.id = id // the Pentagon is the ministry itself; the Kremlin is not Russia, but stands for it
		}
	default:
		k.kind, k.id, k.country, k.display = Organization, row.Field(colID), row.Field(colOrgCountry), row.Field(colOrgForm)
	}
	if k.id != "" {
		k.key = idKey(k.id, k.kind)
	}
	return k
}

// of returns the id of what a seat of government stands for.
func (k *known) of() string {
	if k.id == "" {
		return k.country
	}
	return k.id
}

func idKey(id string, kind Kind) uint64 { return text.HashString(id) ^ uint64(kind) }

// placeRank orders places of one name: a country before a capital, a capital before the largest city, a region before
// a city of its size.
func placeRank(kind placeKind, population string) int {
	pop, _ := strconv.Atoi(population)
	switch kind {
	case aCountry, aContinent, anArea, aWater:
		return 1 << 40
	case aCapital:
		return 1<<30 + pop
	case aTerritory, aFormer:
		return 1 << 29
	case aRegion:
		return 1<<20 + pop
	}
	return pop
}
