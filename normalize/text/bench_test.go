package text_test

import (
	"strings"
	"testing"

	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// prose is a megabyte of news, a part of it in quotation marks and a part beyond ASCII.
func prose() string {
	const par = "The minister said on Tuesday that the talks, which began in March, would go on later this week in the capital. " +
		"“More than 40 people from the northern district were moved to shelters after the river rose by 2.5 metres,” Mr. Smith said. " +
		"The company, founded in 1998 by two engineers from Genève, sells pumps and pipes to farms in the U.S. and didn't make a loss. " +
		"Its head told reporters: \"Orders have doubled, and a second plant is planned near the harbour, where land is cheap.\"\n\n"
	return strings.Repeat(par, 1<<20/len(par))
}

func BenchmarkLex(b *testing.B) {
	body := prose()
	b.SetBytes(int64(len(body)))
	b.ReportAllocs()
	var toks []text.Token
	for b.Loop() {
		toks = text.Lex(toks[:0], body, text.Span{Start: 0, End: len(body)})
	}
}

// BenchmarkSegment lexes too, for Segment changes the tokens it is given.
func BenchmarkSegment(b *testing.B) {
	src := &text.Source{Text: prose()}
	x := text.Read(src)
	g := en.Lexicon().Tag(x)
	b.SetBytes(int64(len(src.Text)))
	b.ReportAllocs()
	for b.Loop() {
		x.Reset(src)
		x.Segment(g)
	}
}

func BenchmarkTag(b *testing.B) {
	src := &text.Source{Text: prose()}
	x := text.Read(src)
	b.SetBytes(int64(len(src.Text)))
	b.ReportAllocs()
	var g lexicon.Tagged
	var tagger lexicon.Tagger
	tagger.Remember() // as normalize does
	for b.Loop() {
		tagger.Tag(&g, en.Lexicon(), x)
	}
}
