// Package normalize brings one source to its normal form: quantities, times, names, attributed
// statements and the slots they are compared by.
//
// It walks the stages in order and does nothing itself. It never hears of a second source.
package normalize

import (
	"fmt"
	"io/fs"
	"time"
	"unicode/utf8"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// A Document is the normal form of one source.
type Document struct {
	Source        *text.Source
	Published     time.Time // zero when unknown
	PublishedFrom string    // given, dateline or none
	Text          *lexicon.Tagged
	Quantities    []quantity.Mention
	Times         []timex.Mention
	Names         []name.Mention
	Entities      []name.Entity
	Attributions  []attribution.Attribution
	Statements    []statement.Statement
	Utterances    []statement.Utterance
}

// DefaultMaxBytes is the size above which a source is refused unless MaxBytes says otherwise.
const DefaultMaxBytes = 64 << 20

// A Normalizer reads sources. The zero value reads English. It is safe for many goroutines once Init
// has run or the first source was read.
type Normalizer struct {
	Lexicon  *lexicon.Lexicon // nil: the tables of English
	MaxBytes int              // 0: DefaultMaxBytes
}

// New returns a Normalizer whose tables have those of the caller in front.
func New(tables ...fs.FS) (*Normalizer, error) {
	n := &Normalizer{Lexicon: en.Lexicon()}
	for _, t := range tables {
		l, err := n.Lexicon.With(t)
		if err != nil {
			return nil, err
		}
		n.Lexicon = l
	}
	return n, nil
}

// Read returns the normal form of src. An error means that the text is not valid UTF-8 or too large.
func (n *Normalizer) Read(src *text.Source) (*Document, error) {
	if err := n.check(src); err != nil {
		return nil, err
	}
	lex := n.Lexicon
	if lex == nil {
		lex = en.Lexicon()
	}
	t := text.Read(src)
	g := lex.Tag(t)
	t.Segment(g)
	d := &Document{Source: src, Text: g, Published: src.Published, PublishedFrom: "given"}
	if d.Published.IsZero() {
		d.PublishedFrom = "none"
		if p, ok := timex.Published(g); ok {
			d.Published, d.PublishedFrom = p, "dateline"
		}
	}
	d.Times = timex.Scan(d.Times, g, d.Published)
	d.Quantities = quantity.Scan(d.Quantities, g, d.Times)
	d.Names, d.Entities = name.Find(d.Names, d.Entities, g, d.Times)
	d.Attributions = attribution.Find(d.Attributions, g, d.Names, d.Entities, d.Times)
	d.Statements = statement.Find(d.Statements, g, d.Quantities, d.Times, d.Names, d.Entities, d.Attributions)
	d.Utterances = statement.Utterances(d.Utterances, g, d.Attributions)
	return d, nil
}

func (n *Normalizer) check(src *text.Source) error {
	limit := n.MaxBytes
	if limit == 0 {
		limit = DefaultMaxBytes
	}
	if len(src.Text) > limit {
		return fmt.Errorf("source %q has %d bytes, more than the limit of %d: raise MaxBytes", src.ID, len(src.Text), limit)
	}
	if i := invalidUTF8(src.Text); i >= 0 {
		return fmt.Errorf("source %q: byte %d is not valid UTF-8 (0x%02x)", src.ID, i, src.Text[i])
	}
	return nil
}

// invalidUTF8 returns the offset of the first byte that is not part of valid UTF-8, or -1.
func invalidUTF8(s string) int {
	if utf8.ValidString(s) {
		return -1
	}
	for i, r := range s {
		if r == utf8.RuneError {
			if _, n := utf8.DecodeRuneInString(s[i:]); n == 1 {
				return i
			}
		}
	}
	return -1
}
