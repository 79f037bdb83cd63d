package text

import (
	"time"

	"golang.org/x/text/language"
)

// A Source is one report as it was published. Only Text is required.
type Source struct {
	ID        string
	Title     string
	Outlet    string
	URL       string
	Published time.Time    // zero when unknown; anchors "Tuesday" and "yesterday"
	Language  language.Tag // the zero tag is read as English
	File      string       // path of the file that holds Text byte by byte; "" when there is none
	Text      string       // valid UTF-8; every offset of the library points into it

	// Body is the part of Text that is read, so that front matter is skipped
	// without moving an offset. The zero span means all of Text.
	Body Span
	// Headline is where Title stands in Text, when it does (front matter).
	Headline Span
}

// Equal reports whether s and o are one source: the same words, of the same moment.
func (s Source) Equal(o Source) bool {
	same := s.Published.Equal(o.Published)
	o.Published = s.Published
	return same && s == o
}

// A Span is a half-open range of bytes of Source.Text.
type Span struct{ Start, End int }

// Of returns the bytes of s that the span covers.
func (sp Span) Of(s string) string { return s[sp.Start:sp.End] }

// Len returns the number of bytes covered.
func (sp Span) Len() int { return sp.End - sp.Start }

// Empty reports whether the span covers nothing.
func (sp Span) Empty() bool { return sp.End <= sp.Start }

// Contains reports whether o lies wholly within sp.
func (sp Span) Contains(o Span) bool { return sp.Start <= o.Start && o.End <= sp.End }

// Overlaps reports whether sp and o share a byte.
func (sp Span) Overlaps(o Span) bool { return sp.Start < o.End && o.Start < sp.End }

// Cover returns the shortest span that contains both.
func (sp Span) Cover(o Span) Span { return Span{min(sp.Start, o.Start), max(sp.End, o.End)} }
