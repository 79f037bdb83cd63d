package text

import "golang.org/x/text/unicode/norm"

// A Text is a source cut into tokens, sentences, paragraphs and quoted runs.
// All of them are in reading order, and indexes refer to the slices here.
type Text struct {
	Source     *Source
	Body       string // Source.Text; offsets of tokens point into it
	Tokens     []Token
	Sentences  []Sentence
	Paragraphs []Paragraph
	Quotes     []Quote // by their opening mark; they may nest
	Dateline   Range   // "LONDON, Sept. 10 (AP) —": tokens before the first sentence of the body

	// What Segment starts from, noted by the lexer, as token indexes; and memory that is used again.
	lines, marks, stops []int32
	seen                map[uint64]int
	named               bool // it has characters that are written by their names
	composer            *norm.Iter
}

// A Range is a half-open range of token indexes.
type Range struct{ First, Last int32 }

// Len returns the number of tokens.
func (r Range) Len() int { return int(r.Last - r.First) }

// Has reports whether token i lies within r.
func (r Range) Has(i int) bool { return int(r.First) <= i && i < int(r.Last) }

// A Sentence is a run of tokens that ends with its stop and closing marks.
// A headline, a caption or a line of furniture is at least one sentence.
type Sentence struct {
	Range
	Paragraph int32
}

// A Paragraph is a run of tokens between line ends that end a thought.
type Paragraph struct {
	Range
	Kind      Kind
	Sentences Range // indexes of Text.Sentences, not of tokens
}

// Kind tells what a paragraph is for.
type Kind uint8

const (
	Prose     Kind = iota // the report itself
	Headline              // the title or a deck, above the report or in front matter
	Caption               // what stands under a picture: "Credit: AP"
	Furniture             // what the page says of itself: "Skip to main content", "Bonus video:", an address printed twice
)

// A Quote is a run of tokens between two quotation marks.
type Quote struct {
	Open, Close int32 // token indexes of the marks; Close is the end of the last token's range when Closed is false
	Mark        byte  // '"' double, '\'' single, '<' guillemets
	Closed      bool  // false: the mark was forgotten, and the quotation ends with its paragraph
	Continued   bool  // re-opened in this paragraph, the same speaker goes on from the paragraph before
	Depth       uint8 // 0 for an outermost quotation
}

// Inside returns the tokens between the marks.
func (q Quote) Inside() Range { return Range{q.Open + 1, q.Close} }

// Span returns the bytes of a range of tokens.
func (t *Text) Span(r Range) Span {
	if r.First >= r.Last {
		return Span{}
	}
	return Span{int(t.Tokens[r.First].Start), int(t.Tokens[r.Last-1].End)}
}

// Word returns token i as written.
func (t *Text) Word(i int) string { return t.Body[t.Tokens[i].Start:t.Tokens[i].End] }

// EndsCell reports whether token i ends a cell of a table: the bar of Markdown, the tag of HTML.
func (t *Text) EndsCell(i int) bool {
	switch k := &t.Tokens[i]; k.Class {
	case Symbol:
		return k.Byte(t.Body) == '|'
	case Other:
		return k.Byte(t.Body) == '<' // of </td>
	}
	return false
}

// A Hint is what a segmenter must know of a word.
type Hint uint8

const (
	Abbreviation  Hint = 1 << iota // a full stop behind it belongs to it, and a sentence seldom ends there: Mr. Sept. Gen.
	Abbreviable                    // the same, but a sentence may end there when a capital follows: Inc. Jr. p.m. U.S. etc.
	BeforeNumber                   // an abbreviation only before a number: No. p. Art.
	Starter                        // a capital on it says that a sentence starts: The He In
	FurnitureWord                  // starts a known phrase of page furniture
	CaptionWord                    // starts a known phrase of a caption
	NameWord                       // may be a name even in lower case positions (a place, a given name)
)

// Hints answers for token i of the text that is being segmented.
type Hints interface{ Hint(i int) Hint }
