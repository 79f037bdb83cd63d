package text_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/text"
)

// hostile are texts that have tempted a reader into more than linear time; n is their length in bytes, about.
var hostile = map[string]func(n int) string{
	"prose":                 func(n int) string { return strings.Repeat("The port of Genoa reopened on Friday, he said.\n\n", n/48) },
	"Chinese":               func(n int) string { return strings.Repeat("港口在罢工后于周五重新开放。", n/42) },
	"one unbroken line":     func(n int) string { return strings.Repeat("a", n) },
	"one long line":         func(n int) string { return strings.Repeat("the port reopened ", n/18) },
	"double marks":          func(n int) string { return strings.Repeat("\"", n) },
	"double marks, spaced":  func(n int) string { return strings.Repeat("\" ", n/2) },
	"single marks":          func(n int) string { return strings.Repeat("'", n) },
	"single marks, spaced":  func(n int) string { return strings.Repeat(" 'a", n/3) },
	"shortened words":       func(n int) string { return strings.Repeat("'em as' ", n/8) },
	"opening marks":         func(n int) string { return strings.Repeat("“", n/3) },
	"closing marks":         func(n int) string { return strings.Repeat("”", n/3) },
	"opened and forgotten":  func(n int) string { return strings.Repeat("“a ‘b \"c ", n/13) },
	"marks a paragraph":     func(n int) string { return strings.Repeat("“a\n\n", n/6) },
	"the same line":         func(n int) string { return strings.Repeat("the port\n\n", n/10) },
	"two lines by turns":    func(n int) string { return strings.Repeat("the port\n\nthe ferry\n\n", n/21) },
	"carriage returns":      func(n int) string { return strings.Repeat("The port reopened.\r\n", n/20) },
	"stops":                 func(n int) string { return strings.Repeat(".", n) },
	"stops, spaced":         func(n int) string { return strings.Repeat("A. ", n/3) },
	"calls":                 func(n int) string { return strings.Repeat("!", n) + " a" },
	"dots and letters":      func(n int) string { return strings.Repeat("a.", n/2) },
	"digits":                func(n int) string { return strings.Repeat("1,", n/2) },
	"hyphens":               func(n int) string { return strings.Repeat("a-", n/2) },
	"brackets":              func(n int) string { return strings.Repeat("(", n) },
	"hosts":                 func(n int) string { return strings.Repeat("a@b.cc", n/6) },
	"combining marks":       func(n int) string { return "e" + strings.Repeat("\u0301", n/2) },
	"stars":                 func(n int) string { return strings.Repeat("*a ", n/3) },
	"stars in a row":        func(n int) string { return strings.Repeat("*", n) },
	"stars of words":        func(n int) string { return strings.Repeat("**a** *b _c ", n/12) },
	"links that open":       func(n int) string { return strings.Repeat("[a](", n/4) },
	"links":                 func(n int) string { return strings.Repeat("[a](b) ", n/7) },
	"struck out":            func(n int) string { return strings.Repeat("~~a ", n/4) },
	"code":                  func(n int) string { return strings.Repeat("`a ", n/3) },
	"quoted lines":          func(n int) string { return strings.Repeat("> 1\n", n/4) },
	"quoted deep":           func(n int) string { return strings.Repeat("> ", n/2) },
	"square brackets":       func(n int) string { return strings.Repeat("[", n) },
	"notes":                 func(n int) string { return strings.Repeat("[[1](", n/5) },
	"raised":                func(n int) string { return strings.Repeat("a<sup>", n/6) },
	"escapes":               func(n int) string { return strings.Repeat("\\*", n/2) },
	"table rules":           func(n int) string { return strings.Repeat("\n|-", n/3) },
	"dashes of a table":     func(n int) string { return strings.Repeat("|-", n/2-1) + "a" },
	"tags that open":        func(n int) string { return strings.Repeat("<b ", n/3) },
	"tags":                  func(n int) string { return strings.Repeat("<b>a</b> ", n/9) },
	"scripts that open":     func(n int) string { return strings.Repeat("<script>", n/8) },
	"scripts never closed":  func(n int) string { return strings.Repeat("<script></a>", n/12) },
	"comments that open":    func(n int) string { return strings.Repeat("<!--", n/4) },
	"ampersands":            func(n int) string { return strings.Repeat("&", n) },
	"named characters":      func(n int) string { return strings.Repeat("&amp;", n/5) },
	"NULs":                  func(n int) string { return strings.Repeat("\x00", n) },
	"byte order marks":      func(n int) string { return strings.Repeat("\ufeff", n/3) },
	"apostrophes in a word": func(n int) string { return strings.Repeat("a'", n/2) },
}

// A counter counts what a segmenter asks.
type counter struct {
	text.Hints
	calls int
}

func (c *counter) Hint(i int) text.Hint { c.calls++; return c.Hints.Hint(i) }

func asked(body string) (calls, tokens int) {
	x := text.Read(&text.Source{Text: body})
	c := counter{Hints: en.Lexicon().Tag(x)}
	x.Segment(&c)
	return c.calls, len(x.Tokens)
}

// Four times the text gives four times the tokens and the questions.
func TestLinear(t *testing.T) {
	for name, text := range hostile {
		n := 1 << 14
		calls, tokens := asked(text(n))
		calls4, tokens4 := asked(text(4 * n))
		assert.LessOrEqual(t, calls4, 4*calls+64, name)
		assert.LessOrEqual(t, tokens4, 4*tokens+64, name)
		assert.LessOrEqual(t, tokens, n+1, name)
	}
}

func TestMegabyte(t *testing.T) {
	if testing.Short() {
		t.Skip("reads a megabyte of each kind")
	}
	for name, text := range hostile {
		body := text(1 << 20)
		x := segmented(body)
		end := int32(0)
		for _, k := range x.Tokens {
			if k.Start < end || k.End <= k.Start || int(k.End) > len(body) {
				require.Fail(t, "offsets", "%s: token at %d to %d behind %d", name, k.Start, k.End, end)
			}
			end = k.End
		}
	}
}

// A Text that is used again needs no memory of its own.
func TestReuse(t *testing.T) {
	src := &text.Source{Text: prose()}
	x := text.Read(src)
	hints := en.Lexicon().Tag(x)
	x.Segment(hints)
	allocs := testing.AllocsPerRun(3, func() {
		x.Reset(src)
		x.Segment(hints)
	})
	assert.LessOrEqual(t, allocs, 1.0)
}
