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

// readTitle reads the title that starts at token i, which may be empty. Most have one word.
func (f *finder) readTitle(i, end int) titleFound {
	if j := i + 1; !f.Leads(i) && !f.titleGoesOn(j) && i < end {
		f.record.seen = max(f.record.seen, j)
		return f.wordTitle(i)
	}
	return f.longTitle(i, end)
}

// titleGoesOn reports whether a title may go on at token i: with another of its words, a hyphen or a stop.
func (f *finder) titleGoesOn(i int) bool {
	if i >= len(f.Tokens) {
		return false
	}
	c := f.Tokens[i].Class
	return c == text.Hyphen || c == text.Stop || f.masks[i].Has(lexicon.Titles)
}

// wordTitle reads the title that token i is by itself.
func (f *finder) wordTitle(i int) titleFound {
	t := titleFound{Range: text.Range{First: int32(i), Last: int32(i)}, of: -1}
	row := &f.words.titles[f.word(i).title]
	switch {
	case row.class == noTitle, row.class == modifier, row.class == portfolio, row.capital && !f.Capital(i):
		return t
	}
	t.Last, t.head = int32(i+1), int32(i)
	t.class, t.gender, t.alone, t.key = row.class, row.gender, row.alone, row.key(&f.Tokens[i])
	return t
}

// key returns the key of a title whose last token is last.
func (t *title) key(last *text.Token) uint64 {
	key := uint64(t.id) << 32
	if t.class == role {
		key ^= last.Hash // nominee and front-runner are one class, not one person
	}
	return key
}

// longTitle is readTitle for titles of several words.
func (f *finder) longTitle(i, end int) titleFound {
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
		t.key = row.key(&f.Tokens[next-1]) ^ field
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
	f.bodyBefore(&t)
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

// bodyBefore makes a body of the name of several words that ends right before the title t of another: Kisan Morcha president Sunita Patwari. Nothing but
// the look of its words had it a person's.
func (f *finder) bodyBefore(t *titleFound) {
	n := len(f.found) - 1
	if n < 0 || !f.endsAt(int(t.First)) || int(t.Last) >= f.end || f.Capital(int(t.First)) || !f.Capital(int(t.Last)) {
		return
	}
	x := &f.found[n]
	if x.kind == Person && x.via == ByName && x.words > 1 && x.known == 0 && x.title.Len() == 0 && !f.given(int(x.First)) && !f.Has(int(x.Last)-1, lexicon.Surnames) {
		x.kind = Organization
	}
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
	*f.room() = found{Range: text.Range{First: t.First, Last: t.Last},
		part:     part{gender: t.gender, kind: Person, via: ByTitle, weak: t.class != office && t.class != rank},
		titleKey: t.key, of: t.of, sentence: int32(f.sentence), entity: -1, quoted: f.Tokens[i].Is(text.InQuote)}
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

// pronoun records a pronoun of the third person that may stand for someone, which most do not: nothing tells whom "they" stands for, and
// "it" is told of a body only where it says something.
func (f *finder) pronoun(i int, gender Gender) {
	switch gender {
	case Male, Female:
	case Neuter:
		if !f.saysItself(i + 1) {
			return
		}
	default:
		return
	}
	*f.room() = found{Range: text.Range{First: int32(i), Last: int32(i + 1)}, part: part{gender: gender, via: ByPronoun},
		of: -1, sentence: int32(f.sentence), entity: -1, quoted: f.Tokens[i].Is(text.InQuote)}
}

// saysItself reports whether token i reports the speech of who is named before it and nothing else: "it said", not "it shows".
func (f *finder) saysItself(i int) bool {
	return i < len(f.Tokens) && f.Has(i, lexicon.Cues) && f.word(i).flags&isSaying != 0
}
