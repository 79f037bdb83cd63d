package attribution

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// Where the body is looked for that a noun speaks of again.
const (
	bodyNames     = 48 // names before it
	bodySentences = 2  // sentences before it whose subject it most likely is
	bodyKinds     = 4  // words of a name that are asked for what they tell of it
)

// Columns of orgtypes.tsv and orgs.tsv.
const (
	colBodyKind = 0
	colOrgKind  = 1
)

// bodyOf is what the kinds of orgs.tsv are among those of orgtypes.tsv.
var bodyOf = map[string]string{"company": "firm", "bank": "firm", "exchange": "firm", "media": "media", "university": "school", "sport": "club"}

// bodyAgain returns the body that a subject of an article and a noun speaks of again, or -1: "the airline said", of Calmara Airways.
func (f *finder) bodyAgain(core text.Range, sentence int32) int32 {
	noun := int(core.Last) - 1
	if core.Len() != 2 || f.g.Tokens[noun].Is(text.Capital) || !f.g.Has(noun, lexicon.OrgTypes) || f.wordFact(int(core.First))&det == 0 {
		return -1
	}
	row, ok := f.g.Row(noun, lexicon.OrgTypes)
	if !ok {
		return -1
	}
	return f.lastBody(core.First, sentence, f.g.Word(noun), row.Field(colBodyKind))
}

// lastBody returns the body of a kind that was the subject of one of the last sentences before token first, else the one that was named most often. An
// airline is the one that has the word in its name, or the only firm.
func (f *finder) lastBody(first, sentence int32, noun, kind string) int32 {
	var fits, counts [bodyNames]int32
	n, named := 0, false
	for i, end := f.namesFrom(text.Range{First: first})-1, 0; i >= 0 && end < bodyNames; i, end = i-1, end+1 {
		m := &f.names[i]
		e := m.Value.Entity
		if m.Value.Nested || e < 0 || int(e) >= len(f.entities) || f.entities[e].Kind != name.Organization || m.Value.Via == name.ByPronoun {
			continue
		}
		k := 0
		for k < n && fits[k] != e {
			k++
		}
		if k == n {
			is, has := f.isBody(&f.entities[e], noun, kind)
			if !is || named && !has {
				continue
			}
			if has && !named {
				named, n = true, 0 // Norton Bank is the bank, and no other firm
				k = 0
			}
			fits[n], counts[n] = e, 0
			n++
		}
		if counts[k]++; kind != "trade" && f.leads(m, sentence) {
			return e
		}
	}
	best := int32(-1)
	if n > 1 && kind == "trade" && !named {
		return best // which of several firms is the airline no name tells
	}
	for k, most := 0, int32(0); k < n; k++ {
		if counts[k] > most {
			best, most = fits[k], counts[k]
		}
	}
	return best
}

// leads reports whether a mention is the first thing said in one of the sentences before sentence.
func (f *finder) leads(m *name.Mention, sentence int32) bool {
	for s := sentence - 1; s >= 0 && s >= sentence-bodySentences; s-- {
		if r := f.g.Sentences[s].Range; m.First >= r.First && m.First < r.Last {
			return m.First == r.First || m.First == r.First+1 && f.wordFact(int(r.First))&det != 0
		}
	}
	return false
}

// isBody reports whether an entity may be called by a noun: its name has the noun, or what tells its kind. What trade a firm is in no table tells.
func (f *finder) isBody(e *name.Entity, noun, kind string) (is, has bool) {
	told, left := "", e.Name
	for k := 0; k < bodyKinds && left != ""; k++ {
		at := strings.LastIndexByte(left, ' ')
		word := left[at+1:]
		left = left[:max(at, 0)]
		if strings.EqualFold(word, noun) {
			return true, true
		}
		if r, ok := f.g.Lex.Find(lexicon.OrgTypes, word); ok && told == "" && r.Field(colBodyKind) != "legal" {
			told = r.Field(colBodyKind)
		}
	}
	if e.Known != "" {
		if r, ok := f.g.Lex.Find(lexicon.Orgs, e.Name); ok {
			told = bodyOf[r.Field(colOrgKind)]
		}
	}
	switch kind {
	case "firm", "trade":
		return told == "firm" || told == "" && e.Known == "", false
	case "media", "school", "club":
		return told == kind, false
	}
	return false, false
}
