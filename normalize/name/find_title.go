package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns of titles.tsv.
const (
	colRole         = 0
	colTitleClass   = 1
	colTitleGender  = 2
	colTitleAlone   = 3
	colTitleWritten = 4
)

// titleClass is a class of titles.tsv.
type titleClass uint8

const (
	noTitle titleClass = iota
	honorific
	rank
	office
	role
	kinship
	modifier
	portfolio
)

var titleClasses = [...]string{"", "honorific", "rank", "office", "role", "kin", "modifier", "portfolio"}

// titleSeat is an office of which a body has several: to a finder of names it is an office.
const titleSeat = "seat"

// A title is a row of titles.tsv.
type title struct {
	id      uint32
	class   titleClass
	gender  Gender
	alone   bool // "the ..." may stand for a person named before
	capital bool // a title only when written with one
}

// title returns the index in v.titles of a row of titles.tsv.
func (v *vocabulary) title(row lexicon.Row) int32 {
	key := uint64(row.ID())
	if n := v.titleAt.get(key); n >= 0 {
		return n
	}
	n := int32(len(v.titles))
	class := office
	if c := row.Field(colTitleClass); c != titleSeat {
		class = titleClass(indexOf(titleClasses[:], c))
	}
	v.titles = append(v.titles, title{id: row.ID(), class: class,
		gender: genderOf(row.Field(colTitleGender)), alone: row.Field(colTitleAlone) == "yes", capital: row.Field(colTitleWritten) == "cap"})
	v.titleAt.put(key, n)
	return n
}

// titleAt returns the longest title of the table that starts at token i, no class without one, and the token behind it.
func (f *finder) titleAt(i int) (*title, int) {
	n, next := int32(0), i+1
	switch {
	case !f.Starts(i).Has(lexicon.Titles):
	case f.Leads(i):
		if row, behind, ok := f.Longest(i, lexicon.Titles); ok {
			n, next = f.words.title(row), behind
		}
	default:
		n = f.word(i).title
	}
	return &f.words.titles[n], next
}

// A titleFound is a title as it stands in the text: modifiers, fields and a head.
type titleFound struct {
	text.Range
	head   int32 // its first token that is no modifier
	class  titleClass
	key    uint64
	gender Gender
	alone  bool
	of     int32 // index of the body or country before it, or -1
}

func genderOf(s string) Gender {
	switch s {
	case "m":
		return Male
	case "f":
		return Female
	case "n":
		return Neuter
	case "p":
		return Plural
	}
	return AnyGender
}

const titleTokens = 12

// readTitle reads the title that starts at token i, which may be empty.
func (f *finder) readTitle(i, end int) titleFound {
	t := titleFound{Range: text.Range{First: int32(i), Last: int32(i)}, of: -1}
	var field uint64
	end = min(end, i+titleTokens)
	for j := i; ; {
		f.record.seen = max(f.record.seen, j)
		if j >= end {
			break
		}
		if f.Tokens[j].Class == text.Hyphen && j > i {
			j++
			continue
		}
		row, next := f.titleAt(j)
		if row.class == noTitle || next > end {
			break
		}
		switch row.class {
		case modifier:
			if t.class != noTitle {
				return t
			}
			j = next
			continue
		case portfolio:
			if t.class != noTitle {
				return t
			}
			field = field<<7 ^ uint64(row.id)
			j = next
			continue
		}
		if row.capital && !f.Capital(j) {
			break
		}
		if t.class == noTitle || t.class == honorific && row.class != honorific || f.Tokens[j-1].Class == text.Hyphen {
			t.head = int32(j)
		}
		t.class = row.class
		t.key = uint64(row.id)<<32 ^ field
		if t.class == role {
			t.key ^= f.Tokens[next-1].Hash // nominee and front-runner are one class, not one person
		}
		t.alone = row.alone
		if row.gender != AnyGender {
			t.gender = row.gender
		}
		j = next
		t.Last = int32(j)
		if j < end && f.Tokens[j].Class == text.Stop && !f.Tokens[j].Is(text.SpaceBefore) && j+1 < end && f.Body[f.Tokens[j].Start] == '.' {
			j++
			t.Last = int32(j)
		}
	}
	if t.class == noTitle {
		t.Last = t.First
	}
	return t
}

// setTitle remembers a title, and what stands before it, until its name comes.
func (f *finder) setTitle(t titleFound) int {
	if f.record.on {
		f.recordTitle(&t)
	}
	t.of = f.before(int(t.First))
	if prev := f.title; prev.Len() > 0 && prev.Last == t.First && t.gender == AnyGender {
		t.gender = prev.gender
	}
	f.title = t
	if t.alone {
		f.roleMention(t)
	}
	return int(t.Last)
}

// before returns the body or country whose name ends right before token i, a possessive aside, or -1.
func (f *finder) before(i int) int32 {
	for i > 0 && (f.Tokens[i-1].Class == text.Clitic || f.Tokens[i-1].Class == text.Hyphen) {
		i--
	}
	for n := len(f.found) - 1; n >= 0 && n >= len(f.found)-3; n-- {
		x := &f.found[n]
		if int(x.Last) == i && (x.kind == Place || x.kind == Organization || x.kind == Group) && x.sentence == int32(f.sentence) {
			return int32(n)
		}
	}
	return -1
}

// roleMention records a title that may stand for a person: "the secretary of state", "the Ukrainian president".
func (f *finder) roleMention(t titleFound) {
	i := int(t.First)
	if t.of < 0 && !f.definite(i-1) {
		return
	}
	f.found = append(f.found, found{Range: text.Range{First: t.First, Last: t.Last}, titleKey: t.key, gender: t.gender, of: t.of,
		sentence: int32(f.sentence), kind: Person, via: ByTitle, entity: -1, weak: t.class != office && t.class != rank, quoted: f.Tokens[i].Is(text.InQuote)})
}

// definite reports whether token i is an article or possessor that makes a title one person's.
func (f *finder) definite(i int) bool {
	if i < 0 {
		return false
	}
	switch f.wordClass(i) {
	case wordArticle, wordPossessor, wordPronoun:
		return true
	}
	return false
}

func (f *finder) pronoun(i int, gender Gender) {
	f.found = append(f.found, found{Range: text.Range{First: int32(i), Last: int32(i + 1)}, gender: gender, of: -1,
		sentence: int32(f.sentence), via: ByPronoun, entity: -1, quoted: f.Tokens[i].Is(text.InQuote)})
}
