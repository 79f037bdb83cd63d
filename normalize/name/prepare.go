package name

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/factdiff/factdiff/normalize/lexicon"
)

// Columns of the tables that Prepare reads.
const (
	colParticleKind   = 0 // particles.tsv
	colParticleValue  = 1
	colAntonymAxis    = 0 // antonyms.tsv
	colAntonymValue   = 1
	colDescriptorWord = 0 // descriptors.tsv
	colDescriptorKind = 1
	colNumberClass    = 0 // numbers.tsv
	colNumberValue    = 1
	colKnownID        = 0 // places.tsv, orgs.tsv, demonyms.tsv
	colLandKind       = 1
	colUnitID         = 0 // units.tsv
)

// maxWords bounds the words of a name that are compared.
const maxWords = 16

// A class tells what a word does in a name.
type class uint8

const (
	plain      class = iota
	initial          // one letter that stands for a word
	article          // al, el
	kin              // bin, abu
	function         // of, the, de
	legal            // Ltd, GmbH
	trade            // trading, industries
	head             // bank, ministry
	kindPlace        // city, oblast, island
	number           // 44, VIII, forty-four
	generation       // Jr, III
	acronym          // written in capitals alone, or with dots
)

// A word is one word of a prepared name. What every comparison asks for stands in front.
type word struct {
	text        string // in lower case
	first, last uint16 // its sounds
	weight      [numModes]uint16
	share       uint16 // what it counts in the name
	clash       uint16 // what it counts where the other name has another word in its place
	class       class
	script      script
	gender      byte               // of a given name: m, f, u, or 0
	surname     bool               // it is a common family name
	signature   uint64             // of its sounds
	set         soundSet           // its sounds
	reach       [numModes]soundSet // and those that may stand for one of them
	key         string             // of a descriptor: the word all its translations share; of a country or its people: its id
	nicknames   [6]uint32          // rows of the full names it may stand for
	value       int32              // of a number or generation
	patronymic  bool               // of an East Slavic name: Ivanovich
	article     bool               // it begins with an Arabic article
	behind      bool               // in brackets, or what a place lies in
	country     bool               // key is the id of a country
	axis, side  string             // of an antonym
}

// A Prepared name is ready to be compared with others. Preparing it costs some microseconds, comparing it none
// of its words' text and no memory. It is read only, so any number of goroutines may share it.
type Prepared struct {
	Kind   Kind
	Mixed  bool   // a word mixes scripts, as forged names do
	Titles string // titles that were taken off, as written

	bare     string // letters and digits without marks, in lower case
	folded   string // letters and digits in lower case, one space between words
	words    []word
	sounds   []sound
	known    []string  // ids that tables give the whole name
	initials [3]string // first letters of its words, for acronyms: of all, without small words, without legal forms too
	mode     mode
	modes    uint8 // bit set of modes of its words
	script   script
	share    int32
	small    uint32 // the set of its small words
	given    bool   // a title that is also a given name was taken off one word alone: Dean Martin
	traits   uint8  // what its words have that a veto needs
	head     int    // its first and last word that is no small word, or -1
	tail     int
}

// Traits of names.
const (
	hasAxis = 1 << iota
	hasNumber
	hasCountry
)

// Empty reports whether the name has nothing that could be compared.
func (p *Prepared) Empty() bool { return len(p.words) == 0 }

// Prepare reads a name with the tables of lex. Any text is accepted: what has no letter or digit is Empty.
func Prepare(lex *lexicon.Lexicon, s string, kind Kind) *Prepared {
	p := &preparer{lex: lex, out: &Prepared{Kind: kind}}
	s = clean(s)
	if kind == Person {
		s = lastFirst(s)
	}
	p.mixedCase = strings.ToUpper(s) != s
	p.split(s)
	if kind == Person {
		p.titles()
		p.korean()
	}
	p.whole()
	for i := range p.raw {
		p.add(i)
	}
	p.finish()
	return p.out
}

type rawWord struct {
	text   string // in lower case
	upper  bool   // all its letters are capitals
	dotted bool   // U.S.
	behind bool   // in brackets
	joined bool   // written in one with the next
}

type preparer struct {
	lex  *lexicon.Lexicon
	out  *Prepared
	raw  []rawWord
	enc  encoder
	rows []lexicon.Row

	mixedCase bool // the name has small letters, so that capitals mean something
}

// titles takes titles off the front and the end of a person's name, the longest first, as long as a name is left.
func (p *preparer) titles() {
	for len(p.raw) > 1 {
		n := p.titleAt(0)
		if n == 0 || n >= len(p.raw) {
			break
		}
		for _, w := range p.raw[:n] {
			p.out.Titles = strings.TrimSpace(p.out.Titles + " " + w.text)
		}
		if n == 1 && len(p.raw) == 2 {
			_, p.out.given = p.lex.Find(lexicon.Given, capitals(p.raw[0].text))
		}
		p.raw = p.raw[n:]
	}
}

// titleAt returns the number of words of the longest title at word i.
func (p *preparer) titleAt(i int) int {
	for n := min(5, len(p.raw)-i); n > 0; n-- {
		form := p.raw[i].text
		for _, w := range p.raw[i+1 : i+n] {
			form += " " + w.text
		}
		if len(form) < 2 {
			continue
		}
		if p.rows = p.lex.FindAll(p.rows[:0], lexicon.Titles, form); len(p.rows) > 0 {
			return n
		}
		if p.rows = p.lex.FindAll(p.rows[:0], lexicon.Titles, capitals(form)); len(p.rows) > 0 {
			return n
		}
	}
	return 0
}

// capitals writes each word with a first capital, as tables write titles.
func capitals(s string) string {
	b := []byte(s)
	for i, c := range b {
		if c >= 'a' && c <= 'z' && (i == 0 || b[i-1] == ' ') {
			b[i] = c - 'a' + 'A'
		}
	}
	return string(b)
}

// whole folds the name and looks it up.
func (p *preparer) whole() {
	var b strings.Builder
	for i, w := range p.raw {
		if i > 0 && !p.raw[i-1].joined {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	p.out.folded = b.String()
	p.out.bare = string(bare(nil, p.out.folded))
	switch p.out.Kind {
	case Place:
		p.lookup(lexicon.Places, p.out.folded)
	case Organization:
		p.lookup(lexicon.Orgs, p.out.folded)
	}
	if len(p.out.known) > 0 {
		return
	}
	short := ""
	for i, w := range p.raw {
		if i == 0 && p.particle(w.text) == function || w.behind {
			continue
		}
		if short != "" && !p.raw[i-1].joined {
			short += " "
		}
		short += w.text
	}
	if short != "" && short != p.out.folded {
		switch p.out.Kind {
		case Place:
			p.lookup(lexicon.Places, short)
		case Organization:
			p.lookup(lexicon.Orgs, short)
		}
	}
}

// bare appends the letters and digits of s without marks.
func bare(dst []byte, s string) []byte {
	if !norm.NFKD.IsNormalString(s) {
		s = norm.NFKD.String(s)
	}
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}

func (p *preparer) lookup(t lexicon.Table, form string) {
	for _, f := range [...]string{form, capitals(form), strings.ToUpper(form)} {
		p.rows = p.lex.FindAll(p.rows[:0], t, f)
		for _, r := range p.rows {
			p.know(r.Field(colKnownID))
		}
	}
}

func (p *preparer) know(id string) {
	for _, k := range p.out.known {
		if k == id {
			return
		}
	}
	p.out.known = append(p.out.known, id)
}
