package name

import "github.com/factdiff/factdiff/normalize/lexicon"

// colID is the id of places.tsv, demonyms.tsv, metonyms.tsv and orgs.tsv.
const colID = 0

// rowID returns the id, the kind and the name that a table gives an entity. Rows of products.tsv list many names of a
// kind and give none.
func (l *linker) rowID(x *found) (id string, kind Kind, display string) {
	if x.table == lexicon.Products {
		return "", x.kind, ""
	}
	return x.row.Field(colID), x.kind, ""
}
