package report

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/internal/sample"
)

// What somebody could put into a report, its headline, its name or its address to get more than text out of a form.
var hostiles = map[string]string{
	"HTML":            `</pre></style></title><script>alert(1)</script>"><img src=x onerror=alert(1)>' onmouseover='alert(1) <!-- --> <svg onload=alert(1)>`,
	"template":        `{{.}} {{template "card" .}} ${7*7} <%= 1 %>`,
	"CSS":             `}</style><style>*{display:none} @import url(//evil.example/x.css); expression(alert(1)) javascript:alert(1)`,
	"terminal":        "\x1b[2J\x1b]0;owned\x07\x1b]8;;http://evil.example\x1b\\link \u009b31m \u009d0;x\u009c \r\x1b[Kall is well \b\b\x7f\x00",
	"bidi":            "\u202egnp.exe \u2066\u2067\u2068 12\u2069 \u200e\u200f\u061c",
	"lines":           "a\r\nb\rc\nd\u2028e\u2029f\vg\fh\u0085i",
	"Markdown":        "`rm -rf` **b** [x](javascript:alert(1)) ![i](http://evil.example/p.png) <details> | a | b | @everyone #1 www.evil.example https://evil.example",
	"Markdown blocks": "\n\n# head\n\n- item\n\n```sh\nrm\n```\n\n> quote\n\n---\n",
	"workflow":        "x\n::error::owned\r\n::set-output name=a::b\n::stop-commands::t\n%0A::add-mask::%25 file=a,line=1::",
	"XML":             `]]></failure><testcase name="x"/><!ENTITY a SYSTEM "file:///etc/passwd">&a;&lol; ` + "\x01\x0b\ufffe\uffff",
	"JSON":            `"}],"findings":[{"id":"` + "\u2028\\u0000\\",
	"address":         "javascript:alert(1)//../../etc/passwd?q=a#b%2e%2e\\\\host\\share",
	"long":            strings.Repeat("x", 5000),
	"joined":          "e" + strings.Repeat("\u0301", 400) + strings.Repeat("\u200d", 50),
}

// harmless is put where the hostile text stands, to see what a report looks like without.
const harmless = "plain words of no harm"

// dressed is the report of the sample with a text in every field that comes from outside.
func dressed(t *testing.T, s string) *factcheck.Report {
	docs, found := sample.Bridge(t)
	ids := map[string]string{}
	for _, d := range docs {
		src := d.Source
		ids[src.ID] = src.ID + s
		src.ID, src.Outlet, src.Title, src.URL, src.File = ids[src.ID], s, s, s, ""
		src.Text += s + "\n"
	}
	for i := range found {
		f := &found[i]
		f.Topic, f.ID, f.Reason.Args, f.Flags = s, f.ID+s, []string{s, s, s}, []string{s}
		for k := range f.Positions {
			p := &f.Positions[k]
			p.Value = s
			for n := range p.Sources {
				p.Sources[n] = ids[p.Sources[n]]
			}
			for n := range p.Wording {
				p.Wording[n].Text = s
			}
			for n := range p.Evidence {
				e := &p.Evidence[n]
				e.Source, e.Speaker, e.Value = ids[e.Source], s, s
				text := docs[indexOf(docs[0].Source.ID, docs[1].Source.ID, e.Source)].Source.Text
				e.Start, e.End, e.Text = len(text)-len(s)-1, len(text)-1, s
			}
		}
	}
	r := factcheck.NewReport(docs, found)
	r.ID = s
	r.Findings[2].Accepted = s
	return r
}

func indexOf(first, second, id string) int {
	switch id {
	case first:
		return 0
	case second:
		return 1
	}
	return 2
}

// Hostile text in any field of a report stays text in every form.
func TestHostile(t *testing.T) {
	plain := map[string]string{}
	forms := append([]string{"colors"}, Forms...)
	write := func(form, s string) string {
		if form != "colors" {
			return render(t, form, dressed(t, s))
		}
		var b bytes.Buffer
		require.NoError(t, factcheck.Text{Color: true, All: true}.Write(&b, dressed(t, s)))
		return b.String()
	}
	for _, form := range forms {
		plain[form] = write(form, harmless)
	}
	for name, s := range hostiles {
		for _, form := range forms {
			t.Run(form+"/"+name, func(t *testing.T) {
				out := write(form, s)
				assert.True(t, utf8.ValidString(out), "not UTF-8")
				checks[form](t, out, plain[form], s)
			})
		}
	}
}

var checks = map[string]func(t *testing.T, out, plain, s string){
	"text":     checkText,
	"colors":   checkColors,
	"json":     checkJSON,
	"jsonl":    checkJSON,
	"html":     checkHTML,
	"markdown": checkMarkdown,
	"sarif":    checkSarif,
	"rdjson":   checkJSON,
	"junit":    checkJUnit,
	"github":   checkGitHub,
}

// noControl fails on what moves a cursor, sends a command to a terminal or turns the direction of writing.
func noControl(t *testing.T, out string) {
	t.Helper()
	for i, r := range out {
		if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029') {
			t.Fatalf("%U in …%.60q…", r, out[max(0, i-30):min(len(out), i+30)])
		}
	}
}

func checkText(t *testing.T, out, _, _ string) { noControl(t, out) }

var paints = regexp.MustCompile(`\x1b\[[0-9]{1,2}m`)

func checkColors(t *testing.T, out, _, _ string) {
	noControl(t, paints.ReplaceAllString(out, ""))
	last := strings.LastIndex(out, "\x1b[")
	assert.True(t, last < 0 || strings.HasPrefix(out[last:], "\x1b[0m"), "a colour is left on")
}

// checkJSON: the text comes back as it went in, and adds no field.
func checkJSON(t *testing.T, out, plain, s string) {
	noControl(t, strings.NewReplacer("\u2028", "", "\u2029", "", "\t", "").Replace(withoutBidi(out))) // JSON may hold them
	dec, want := json.NewDecoder(strings.NewReader(out)), json.NewDecoder(strings.NewReader(plain))
	for {
		var a, b any
		err := dec.Decode(&a)
		require.Equal(t, want.Decode(&b), err)
		if err == io.EOF {
			return
		}
		require.NoError(t, err)
		assert.Equal(t, shape(b), shape(a))
		assert.True(t, holds(a, s), "the text is not in the answer as it is")
	}
}

func withoutBidi(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Bidi_Control, r) || r >= 0x7f && r < 0xa0 {
			return -1
		}
		return r
	}, s)
}

// shape is a JSON value without its strings and numbers.
func shape(v any) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for k, x := range v {
			if k != "partialFingerprints" {
				out[k] = shape(x)
			}
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = shape(v[i])
		}
		return out
	}
	return nil
}

// holds reports whether a string of a JSON value contains s.
func holds(v any, s string) bool {
	switch v := v.(type) {
	case map[string]any:
		for _, x := range v {
			if holds(x, s) {
				return true
			}
		}
	case []any:
		for _, x := range v {
			if holds(x, s) {
				return true
			}
		}
	case string:
		return strings.Contains(v, s)
	}
	return false
}

func checkSarif(t *testing.T, out, plain, s string) {
	checkJSON(t, out, plain, s)
	var log sarifLog
	require.NoError(t, json.Unmarshal([]byte(out), &log))
	for _, a := range log.Runs[0].Artifacts {
		u, err := url.Parse(a.Location.URI)
		require.NoError(t, err)
		assert.Empty(t, u.Scheme+u.Host, "an artifact is a path: %s", a.Location.URI)
	}
}

var tag = regexp.MustCompile(`<(/?[a-zA-Z!][^\s>]*)((?:[^>"]|"[^"]*")*)>`)
var attribute = regexp.MustCompile(`([a-z-]+)=("[^"]*"|[^\s">]+)`)

// tags lists the tags of a page, each with the names of its attributes.
func tags(html string) []string {
	var out []string
	for _, m := range tag.FindAllStringSubmatch(html, -1) {
		s := m[1]
		for _, a := range attribute.FindAllStringSubmatch(m[2], -1) {
			s += " " + a[1]
		}
		out = append(out, s)
	}
	return out
}

// checkHTML: the page has the elements that it has with harmless words, no more, no less, no other.
func checkHTML(t *testing.T, out, plain, s string) {
	if !strings.Contains(s, "\n") { // the pieces of full texts end at lines
		assert.Equal(t, tags(plain), tags(out))
	}
	for _, m := range tag.FindAllStringSubmatch(out, -1) {
		for _, a := range attribute.FindAllStringSubmatch(m[2], -1) {
			switch name, value := a[1], strings.Trim(a[2], `"`); {
			case name == "href", name == "src":
				assert.True(t, strings.HasPrefix(value, "#"), "an address: %s", a[0])
			default:
				assert.False(t, name == "style" || strings.HasPrefix(name, "on"), "%s", a[0])
			}
		}
	}
	for _, no := range []string{"<script", "<img", "<svg onload", "<!--"} {
		assert.NotContains(t, strings.ToLower(out), no)
	}
	assert.NotContains(t, out, "\x1b")
	assert.NotContains(t, out, "\x00")
}

var (
	block   = regexp.MustCompile("^ {0,3}(?:#+ |[-+*] |>|\\||```|~~~|\\d+[.)] |[-=*_]+\\s*$|<)|^ {4}|^\\s*$")
	tagLine = regexp.MustCompile("(?m)^`[a-z-]+` \\*\\*[a-z]+\\*\\* `[^`\n]*`$") // rule, severity and id, as code
)

// checkMarkdown: no line begins a block that is not there with harmless words, and nothing in a line is markup.
func checkMarkdown(t *testing.T, out, plain, s string) {
	noControl(t, out)
	starts := func(md string) (all []string) {
		for line := range strings.Lines(md) {
			all = append(all, block.FindString(line))
		}
		return all
	}
	assert.Equal(t, starts(plain), starts(out))
	out, plain = tagLine.ReplaceAllString(out, ""), tagLine.ReplaceAllString(plain, "")
	rest := strings.NewReplacer("<details>", "", "</details>", "", "<summary>", "", "</summary>", "", `\[`, "", `\]`, "", "\\`", "", `\*`, "", `\|`, "").Replace(out)
	for _, no := range []string{"<", "[", "]", "@", "://", "www."} {
		assert.NotContains(t, rest, no)
	}
	assert.Equal(t, strings.Count(plain, "`"), strings.Count(rest, "`"))
	assert.Equal(t, strings.Count(plain, "|"), strings.Count(rest, "|"), "columns of tables")
}

// checkJUnit: the file is XML with the elements that it has with harmless words.
func checkJUnit(t *testing.T, out, plain, _ string) {
	assert.Equal(t, elements(t, plain), elements(t, out))
}

func elements(t *testing.T, doc string) []string {
	t.Helper()
	var all []string
	for dec := xml.NewDecoder(strings.NewReader(doc)); ; {
		token, err := dec.Token()
		if err == io.EOF {
			return all
		}
		require.NoError(t, err)
		switch e := token.(type) {
		case xml.StartElement:
			s := e.Name.Local
			for _, a := range e.Attr {
				s += " " + a.Name.Local
			}
			all = append(all, s)
		case xml.Directive, xml.Comment:
			assert.Fail(t, "a directive or a comment")
		}
	}
}

var command = regexp.MustCompile(`^::(error|warning|notice) file=[^:,]*,line=\d+,endLine=\d+,col=\d+,endColumn=\d+,title=[^:,]*::[^\r\n]*$`)

// checkGitHub: each line is one command, as many as with harmless words.
func checkGitHub(t *testing.T, out, plain, _ string) {
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	assert.Len(t, lines, strings.Count(plain, "\n"))
	for _, l := range lines {
		assert.Regexp(t, command, l)
	}
	noControl(t, out)
}
