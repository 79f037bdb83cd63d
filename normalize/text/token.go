package text

// A Token is a word, a number or a mark. White space is no token: it is kept
// as flags of the token that follows it.
type Token struct {
	Hash       uint64 // of the folded form: lower case, straight apostrophe, no dots of an acronym; see Fold
	Start, End int32  // bytes of Source.Text
	Class      Class
	Flags      Flags
}

// Span returns the bytes that the token covers.
func (t Token) Span() Span { return Span{int(t.Start), int(t.End)} }

// Is reports whether the token has all flags of f.
func (t *Token) Is(f Flags) bool { return t.Flags&f == f }

// Class tells what a token is made of.
type Class uint8

const (
	Other     Class = iota // control characters, emoji, what no rule reads
	Word                   // letters, marks, inner apostrophes and digits that follow a letter: Iran, O'Brien, U.S., G7
	Clitic                 // 's 're 've 'll 'd 'm, split off the word they lean on
	Number                 // digits with inner separators as written: 1,200.5  10.09.2024
	Hyphen                 // - ‐ ‑ between two tokens without white space: close-range, Fath-360
	Dash                   // – — -- and a hyphen with white space beside it
	QuoteMark              // " “ ” „ « » ‹ › `` '' and single marks that are no apostrophe
	Stop                   // . ! ? … 。
	Comma                  // , ; : and their like; see Byte for which
	Bracket                // ( ) [ ] { }
	Symbol                 // $ € % ° + = / and the like
	Link                   // a URL, a host name, a mail address
)

// Flags tell how a token is written and what stands before it.
type Flags uint16

const (
	SpaceBefore Flags = 1 << iota // white space or the start of the text stands before it
	LineBefore                    // a line end stands before it (implies SpaceBefore)
	BlankBefore                   // an empty line stands before it (implies LineBefore)
	Capital                       // first letter is upper case
	AllCaps                       // at least two letters, none lower case
	Respelled                     // hash, Capital and AllCaps do not tell how it is written: McCain, O'Brien, U.S., Café, G7
	MixedCaps                     // an upper-case letter behind a lower-case one: McCain, iPhone
	HasDigit                      // a Word with a digit in it: G7, B52
	Dotted                        // an acronym written with dots: U.S., a.m.
	NonASCII                      // has a byte above 0x7F
	InQuote                       // stands inside a quotation (set by Segment)
	OpenQuote                     // a QuoteMark that opens (set by Segment)
	CloseQuote                    // a QuoteMark that closes (set by Segment)
	Han                           // a run of Han, kana or Thai, which is not split into words
)

// Byte returns the first byte of the token as written.
func (t *Token) Byte(s string) byte { return s[t.Start] }
