package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// split cuts the run of tokens i to b into titles and names.
func (f *finder) split(i, b int) {
	for i < b {
		k := &f.Tokens[i]
		if k.Class != text.Word || !f.Capital(i) && f.wordClass(i) != wordParticle && !k.Is(text.HasDigit) {
			i++
			continue
		}
		next := f.part(i, b)
		if next <= i {
			next = i + 1
		}
		i = next
	}
}

// part reads the first name or title of the tokens i to b and returns the token behind it.
func (f *finder) part(i, b int) int {
	m := f.Starts(i)
	if m.Has(lexicon.Titles) && !f.orgPhrase(i, b) {
		if t := f.readTitle(i, f.end); t.Len() > 0 && !f.titleIsName(t, b) {
			return f.setTitle(t)
		}
	}
	if f.pending(i) && int(f.title.Last) < i {
		return f.person(i, b) // his wife, Lara
	}
	if f.pending(i) && f.title.class != role && f.title.class != office && m&lexicon.Orgs.In() == 0 {
		return f.person(i, b) // Lord Sydney, Mr London
	}
	if f.appositive(i, b) {
		return f.person(i, b)
	}
	if next := f.organization(i, b); next > i {
		return next
	}
	if m&(nameTables|lexicon.Products.In()) != 0 {
		if next := f.fromTables(i, b); next > i {
			return next
		}
	}
	return f.unknown(i, b)
}

// appositive reports whether the tokens i to b are a given name and one word more between commas behind a title: "the chief executive, Ulrich
// Band, said". The word may be one for a kind of body.
func (f *finder) appositive(i, b int) bool {
	last := int(f.title.Last)
	return b-i == 2 && last == i-1 && last > 0 && f.title.class != noTitle && f.Tokens[last].Class == text.Comma && f.given(i) && !f.styled &&
		f.Tokens[i+1].Class == text.Word && b < f.end && (f.Tokens[b].Class == text.Comma || f.Tokens[b].Class == text.Stop)
}

// titleIsName reports whether a title is rather a part of a name: Judge Rotenberg Center, Prince George's County, General Motors.
func (f *finder) titleIsName(t titleFound, b int) bool {
	next := int(t.Last)
	if !f.Capital(int(t.head)) || next >= b {
		return false
	}
	if t.class == role || t.class == kinship {
		// a name's own word unless a name comes next
		return !f.looksPerson(next) && f.orgEnd(next, b) > 0
	}
	return f.orgEnd(next, b) > next && !f.given(next)
}

// looksPerson reports whether token i looks like the first word of a person's name.
func (f *finder) looksPerson(i int) bool {
	m := f.Mask(i)
	return m&(lexicon.Given.In()|lexicon.Surnames.In()) != 0 || !m.Has(lexicon.Words) && m&nameTables == 0
}

// add tells what the words of x say of it and records it.
func (f *finder) add(x *found) {
	if f.styled && x.known == 0 {
		x.weak = true
	}
	for j := x.First; j < x.Last; j++ {
		k := &f.Tokens[j]
		if k.Class == text.Hyphen || k.Class == text.Stop || k.Class == text.Comma {
			continue
		}
		x.key = x.key*golden ^ k.Hash
		if k.Class == text.Word && f.wordClass(int(j)) != wordParticle {
			x.words++
		}
	}
	if f.record.on {
		f.recordName(x)
	}
	f.put(x)
}

// addNew records a name of tokens i to end that no table has.
func (f *finder) addNew(i, end int, kind Kind, weak bool) {
	f.add(&found{Range: text.Range{First: int32(i), Last: int32(end)}, part: part{kind: kind, weak: weak}})
}

// put tells what the place of x says of it and records it.
func (f *finder) put(x *found) {
	i := int(x.First)
	x.entity, x.of = -1, -1
	x.sentence = int32(f.sentence)
	x.here = f.here
	x.quoted = f.Tokens[i].Is(text.InQuote)
	x.initial = f.initial(i)
	if f.pending(i) && !(x.via == ByAcronym && f.trade(i-1)) { // broadcaster RTZ
		f.entitle(x)
	} else if x.kind == Person && f.apposed(x) {
		x.titleKey, x.of = f.title.key, f.title.of
		f.dropRole()
	}
	n := f.room()
	*n = *x
	if x.kind == Organization && x.known == 0 && f.numberedForce(x) {
		n.First -= 2 // the 81st Brigade is not the 47th
		n.key = n.key*golden ^ f.Tokens[n.First].Hash
		n.words++
	}
}

// numberedForce reports whether an ordinal number in digits stands before the name x of a force or a court, and belongs to it.
func (f *finder) numberedForce(x *found) bool {
	i := int(x.First)
	if i < 2 || f.Tokens[i-2].Class != text.Number || f.Tokens[i-1].Is(text.SpaceBefore) || f.Tokens[i-1].End-f.Tokens[i-1].Start != 2 || f.Tokens[i-1].Class != text.Word ||
		f.Tokens[i].Is(text.BlankBefore) {
		return false
	}
	for j := int(x.Last) - 1; j >= i; j-- {
		if row, ok := f.Row(j, lexicon.OrgTypes); ok {
			return row.Field(colOrgType) == "force" || row.Field(colOrgType) == "court"
		}
	}
	return false
}

// colOrgType is what sort of body a row of orgtypes.tsv is for.
const colOrgType = 0

// apposed reports whether x stands between commas behind the title of one who is told by it: the mayor, Inês Prata, said. Whose president "its
// president" is, is not known here.
func (f *finder) apposed(x *found) bool {
	t, i := &f.title, int(x.First)
	if int(t.Last) != i-1 || i <= 1 || t.First <= 0 || f.Tokens[i-1].Class != text.Comma || !t.alone {
		return false
	}
	before := int(t.First) - 1
	switch {
	case t.class != office && t.class != role, t.class == office && f.wordClass(before) == wordPronoun:
		return false
	case t.of < 0 && !f.defined(before):
		return false
	}
	return int(x.Last) >= f.end || f.Tokens[x.Last].Class == text.Comma || f.Tokens[x.Last].Class == text.Stop
}

// defined reports whether a title is one person's by what ends at token i: an article or a genitive, and up to one noun behind it, as in
// "Ireland's enterprise minister".
func (f *finder) defined(i int) bool {
	if i > f.first && f.Tokens[i].Class == text.Word && !f.Capital(i) && f.wordClass(i) == noClass && f.Has(i, lexicon.Words) {
		i--
	}
	return f.definite(i) || i >= f.first && f.Tokens[i].Class == text.Clitic
}

// entitle gives x the title before it, which makes it a person where it may be one.
func (f *finder) entitle(x *found) {
	switch {
	case x.kind == Place, x.kind == Group, x.kind == Work, x.kind == Event, x.kind == Organization && x.known != 0:
		return
	}
	t := &f.title
	x.kind, x.title, x.titleKey, x.of = Person, t.Range, t.key, t.of
	if t.gender != AnyGender {
		x.gender = t.gender
	}
	x.weak = false
	f.dropRole()
}

// dropRole takes back the role that a title was thought to be before its name came.
func (f *finder) dropRole() {
	if n := len(f.found); n > 0 && f.found[n-1].via == ByTitle && f.found[n-1].Last == f.title.Last {
		f.found = f.found[:n-1]
	}
}
