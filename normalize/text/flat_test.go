package text_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/factdiff/factdiff/normalize/text"
)

func flat(body string) string {
	t := text.Read(&text.Source{Text: body})
	return t.Flat(text.Range{First: 0, Last: int32(len(t.Tokens))})
}

func TestFlat(t *testing.T) {
	for in, want := range map[string]string{
		"":                           "",
		"Ada Quill":                  "Ada Quill",
		"Ada\nQuill":                 "Ada Quill",
		"Ada\r\n  Quill":             "Ada Quill",
		"Ada  Quill":                 "Ada Quill",
		"Ada\u00a0Quill":             "Ada Quill",
		"Ada\u202fQuill":             "Ada Quill",
		"Ada\u3000Quill":             "Ada Quill",
		"Ada **Quill**'s":            "Ada Quill's",
		"Ada <b>Quill</b>":           "Ada Quill",
		"Quill &amp; Sons &unknown;": "Quill & Sons &unknown;",
		"Élodie – O’Neill 東京 «A»":    "Élodie – O’Neill 東京 «A»",
	} {
		assert.Equal(t, want, flat(in), "%q", in)
	}
	x := text.Read(&text.Source{Text: "Élodie O’Neill of the Treasury"})
	assert.Zero(t, testing.AllocsPerRun(10, func() { x.Flat(text.Range{First: 0, Last: 5}) }))
}

func TestUnmarked(t *testing.T) {
	for in, want := range map[string]string{
		"":                              "",
		" so it is ":                    " so it is ",
		" the *bridge was **old**, ":    " the bridge was old, ",
		"was inspected** in ":           "was inspected in ",
		"<p>Ada <b>Quill</b> &amp; Co":  "Ada Quill & Co",
		"Last](https://a.b/c) December": "Last December",
		"inspected in [January":         "inspected in January",
		"worth \\$5":                    "worth $5",
		"<td>Dead</td><td>12</td>":      " Dead | 12 |",
		"5 km<sup>2</sup>&nbsp;":        "5 km^2 ",
		"5 * 3 [sic] a_b":               "5 * 3 [sic] a_b",
	} {
		assert.Equal(t, want, text.Unmarked(in), "%q", in)
	}
	before, after := text.UnmarkedAround("- **The bridge** was *", "inspected in January", "* by [them](x.md).")
	assert.Equal(t, "- The bridge was ", before)
	assert.Equal(t, " by them.", after)
}
