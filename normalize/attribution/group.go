package attribution

import "github.com/factdiff/factdiff/normalize/lexicon"

// A groupKind is a kind of groups.tsv.
type groupKind uint8

const (
	noGroup    groupKind = iota
	people               // unnamed speakers: officials, two sources
	crowd                // a share of those asked
	issued               // a text that speaks for who issued it
	medium               // in a statement, on television
	otherGroup           // what speaks as one
)

var groupKinds = map[string]groupKind{"": noGroup, "people": people, "crowd": crowd, "issued": issued, "medium": medium}

// colGroupKind is the kind in groups.tsv.
const colGroupKind = 0

// carries reports whether a group is a text or a medium that carries what is said.
func (k groupKind) carries() bool { return k == issued || k == medium }

// group returns the kind of the longest form of groups.tsv that starts at token i.
func (f *finder) group(i int) groupKind {
	if !f.g.At(i).Has(lexicon.Groups) {
		return noGroup
	}
	if f.g.Leads(i) {
		row, _, _ := f.g.Longest(i, lexicon.Groups)
		return kindOfGroup(row)
	}
	k, known := f.groups.At(f.g, i)
	if !known {
		row, _ := f.g.Row(i, lexicon.Groups)
		*k = kindOfGroup(row)
	}
	return *k
}

func kindOfGroup(row lexicon.Row) groupKind {
	if k, ok := groupKinds[row.Field(colGroupKind)]; ok {
		return k
	}
	return otherGroup
}
