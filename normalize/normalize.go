// Package normalize brings one source to its normal form: quantities, times, names, attributed
// statements and the slots they are compared by.
//
// It walks the stages in order and does nothing itself. It never hears of a second source.
package normalize

import (
	"fmt"
	"io/fs"
	"sync"
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

	work *work // memory that ReadInto uses again
	kept kept  // memory that Read uses again
}

// kept is what the parts of a document were cut from.
type kept struct {
	names        name.Memory
	attributions attribution.Memory
	statements   statement.Memory
}

// Amount returns the amount that a statement states, and whether it states one.
func (d *Document) Amount(st *statement.Statement) (q quantity.Quantity, ok bool) {
	switch {
	case st.Kind == statement.Tally:
		return st.Count.Amount(), true
	case st.Kind == statement.Amount && st.Quantity >= 0:
		return d.Quantities[st.Quantity].Value, true
	}
	return q, false
}

// work is what the stages keep from one source to the next.
type work struct {
	tagger       lexicon.Tagger
	times        timex.Scanner
	quantities   quantity.Scanner
	names        name.Finder
	attributions attribution.Finder
	statements   statement.Finder
}

// use cuts what is read next from memory that is free again.
func (w *work) use(k kept) {
	w.names.Use(k.names)
	w.attributions.Use(k.attributions)
	w.statements.Use(k.statements)
}

// release leaves what was read last to its document.
func (w *work) release() kept {
	return kept{w.names.Release(), w.attributions.Release(), w.statements.Release()}
}

// DefaultMaxBytes is the size above which a source is refused unless MaxBytes says otherwise.
const DefaultMaxBytes = 64 << 20

// A Normalizer reads sources. The zero value reads English. It is safe for many goroutines once Init
// has run or the first source was read.
type Normalizer struct {
	Lexicon  *lexicon.Lexicon // nil: the tables of English
	MaxBytes int              // 0: DefaultMaxBytes

	Trace func(stage string) // called when a stage of a source is done; nil: not. For measuring

	idle sync.Pool // of *work
	free sync.Pool // of *Document
}

// New returns a Normalizer whose tables have those of the caller in front.
func New(tables ...fs.FS) (*Normalizer, error) {
	n := &Normalizer{Lexicon: en.Lexicon()}
	if len(tables) == 0 {
		return n, nil
	}
	var err error
	n.Lexicon, err = n.Lexicon.With(tables...)
	return n, err
}

// Read returns the normal form of src. An error means that the text is not valid UTF-8 or too large.
func (n *Normalizer) Read(src *text.Source) (*Document, error) {
	if err := n.check(src); err != nil {
		return nil, err
	}
	w, _ := n.idle.Get().(*work)
	if w == nil {
		w = new(work)
	}
	d, _ := n.free.Get().(*Document)
	if d == nil {
		d = new(Document)
	}
	d.work = w
	w.use(d.kept)
	n.read(d, src)
	d.work, d.kept = nil, w.release()
	n.idle.Put(w)
	return d, nil
}

// Recycle takes documents that Read returned and nobody will look at again: Read uses their memory for others. Strings that
// were taken from them stay as they are, slices do not.
func (n *Normalizer) Recycle(docs ...*Document) {
	for _, d := range docs {
		d.Source, d.Text.Source, d.Text.Body = nil, nil, ""
		n.free.Put(d)
	}
}

// ReadInto is Read into a document whose memory is used again: what was taken from it before is lost.
func (n *Normalizer) ReadInto(d *Document, src *text.Source) error {
	if err := n.check(src); err != nil {
		return err
	}
	n.read(d, src)
	return nil
}

func (n *Normalizer) read(d *Document, src *text.Source) {
	lex := n.Lexicon
	if lex == nil {
		lex = en.Lexicon()
	}
	g := d.Text
	if g == nil {
		g = &lexicon.Tagged{Text: new(text.Text)}
	}
	w := d.work
	if w == nil {
		w = new(work)
	}
	*d = Document{work: w, kept: d.kept, Source: src, Text: g, Published: src.Published, PublishedFrom: "given", Quantities: d.Quantities[:0], Times: d.Times[:0],
		Names: d.Names[:0], Entities: d.Entities[:0], Attributions: d.Attributions[:0], Statements: d.Statements[:0], Utterances: d.Utterances[:0]}
	g.Text.Reset(src)
	n.trace("tokens")
	w.tagger.Remember()
	w.tagger.Tag(g, lex, g.Text)
	n.trace("lexicon")
	g.Segment(g)
	n.trace("segments")
	if d.Published.IsZero() {
		d.PublishedFrom = "none"
		if p, ok := w.times.Published(g); ok {
			d.Published, d.PublishedFrom = p, "dateline"
		}
	}
	d.Times = w.times.Scan(d.Times, g, d.Published)
	n.trace("times")
	d.Quantities = w.quantities.Scan(d.Quantities, g, d.Times)
	n.trace("quantities")
	d.Names, d.Entities = w.names.Find(d.Names, d.Entities, g, d.Times)
	n.trace("names")
	d.Attributions = w.attributions.Find(d.Attributions, g, d.Names, d.Entities, d.Times)
	n.trace("attribution")
	d.Statements = w.statements.Find(d.Statements, g, d.Quantities, d.Times, d.Names, d.Entities, d.Attributions)
	d.Utterances = w.statements.Utterances(d.Utterances, g, d.Attributions)
	n.trace("statements")
}

func (n *Normalizer) trace(stage string) {
	if n.Trace != nil {
		n.Trace(stage)
	}
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
