package factcheck

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/language"
)

func TestParseText(t *testing.T) {
	file := "---\nid: a1\ntitle: \"A quake: two dead\"\noutlet: The Paper\nurl: https://example.org/a\npublished: 2024-09-10\nlang: en-GB\ntags: [x]\n---\n\nTwo people died.\n"
	s, err := ParseText(file)
	require.NoError(t, err)
	assert.Equal(t, "a1", s.ID)
	assert.Equal(t, "A quake: two dead", s.Title)
	assert.Equal(t, s.Title, s.Headline.Of(s.Text))
	assert.Equal(t, "The Paper", s.Outlet)
	assert.Equal(t, "https://example.org/a", s.URL)
	assert.Equal(t, time.Date(2024, 9, 10, 0, 0, 0, 0, time.UTC), s.Published)
	assert.Equal(t, language.BritishEnglish, s.Language)
	assert.Equal(t, "\nTwo people died.\n", s.Body.Of(s.Text))
	assert.Equal(t, file, s.Text, "offsets are those of the file")
}

func TestParseTextBody(t *testing.T) {
	for _, c := range []struct{ name, file, body string }{
		{"no front matter", "Two died.\n", "Two died.\n"},
		{"a rule of dashes at the top", "---\nTwo died.\n", "---\nTwo died.\n"},
		{"two rules without a field", "---\nTwo died\n---\nThree.\n", "---\nTwo died\n---\nThree.\n"},
		{"front matter only", "---\nid: x\n---", ""},
		{"carriage returns", "---\r\nid: x\r\n---\r\nTwo.\r\n", "Two.\r\n"},
		{"a mark of byte order", "\ufeffTwo.", "Two."},
		{"a mark of byte order and front matter", "\ufeff---\nid: x\n---\nTwo.", "Two."},
		{"nothing", "", ""},
	} {
		s, err := ParseText(c.file)
		require.NoError(t, err, c.name)
		got := s.Body.Of(s.Text)
		if s.Body == (Span{}) {
			got = s.Text
		}
		assert.Equal(t, c.body, got, c.name)
	}
}

func TestBadText(t *testing.T) {
	for _, c := range []struct{ file, want string }{
		{"ab\xff", "byte 2 is not valid UTF-8 (0xff)"},
		{"é\xc3", "byte 2 is not valid UTF-8 (0xc3)"},
		{"---\npublished: soon\n---\nx", `published "soon" is not a date such as 2024-09-10`},
		{"---\nlang: no language\n---\nx", `lang "no language" is not a language tag`},
	} {
		_, err := ParseText(c.file)
		assert.ErrorContains(t, err, c.want)
	}
}

func TestDecodeSource(t *testing.T) {
	s, err := DecodeSource([]byte(`{"id":"a","title":"T","published":"2024-09-10T14:30:00+02:00","text":"Two \"died\"."}`))
	require.NoError(t, err)
	assert.Equal(t, `Two "died".`, s.Text)
	assert.Equal(t, "2024-09-10T14:30:00+02:00", FormatDate(s.Published))
	for in, want := range map[string]string{
		`{"id":"a"}`:                               `no "text"`,
		`{"id":"a","text":7}`:                      `"text" is a number, want a string`,
		`{"id":"a","text":"x"`:                     "not JSON",
		"{\"id\":\"a\",\"text\":\"x\xff\"}":        "byte 19 is not valid UTF-8 (0xff)",
		`{"id":"a","text":"x","published":"soon"}`: `published "soon" is not a date`,
	} {
		s, err := DecodeSource([]byte(in))
		assert.ErrorContains(t, err, want)
		if !strings.Contains(want, "not JSON") {
			assert.Equal(t, "a", s.ID, "the id of %s", in)
		}
	}
	_, err = DecodeSource([]byte(`[{"text":"Rain."}]`))
	assert.ErrorContains(t, err, "byte 1: it is an array, want an object")
}

// write makes files in a new folder and moves there.
func write(t *testing.T, files map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, body := range files {
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, []byte(body), 0o644))
	}
}

func ids(sources []Source) []string {
	var out []string
	for _, s := range sources {
		out = append(out, s.ID)
	}
	return out
}

func TestReadFilesIDs(t *testing.T) {
	for _, c := range []struct {
		name  string
		files map[string]string
		args  []string
		want  []string
	}{
		{"the name without its ending", map[string]string{"x.txt": "1", "d/y.md": "2"}, []string{"x.txt", "d/y.md"}, []string{"x", "y"}},
		{"one name in two folders", map[string]string{"a/x.txt": "1", "b/x.txt": "2", "y.txt": "3"}, []string{"a/x.txt", "b/x.txt", "y.txt"}, []string{"a/x", "b/x", "y"}},
		{"deeper", map[string]string{"a/c/x.txt": "1", "b/c/x.txt": "2"}, []string{"a/c/x.txt", "b/c/x.txt"}, []string{"a/c/x", "b/c/x"}},
		{"two endings", map[string]string{"x.txt": "1", "x.md": "2"}, []string{"x.txt", "x.md"}, []string{"x.txt", "x.md"}},
		{"an explicit id wins", map[string]string{"a/x.txt": "1", "y.txt": "---\nid: x\n---\n2"}, []string{"a/x.txt", "y.txt"}, []string{"a/x", "x"}},
		{"a file named twice", map[string]string{"x.txt": "1"}, []string{"x.txt", "./x.txt"}, []string{"x"}},
		{"a folder", map[string]string{"d/a.txt": "1", "d/b.md": "2", "d/e/c.json": `{"text":"3"}`, "d/.git/x.txt": "4", "d/z.go": "5"}, []string{"d"}, []string{"a", "b", "c"}},
		{"lines", map[string]string{"s.jsonl": "{\"text\":\"1\"}\n{\"id\":\"q\",\"text\":\"2\"}\n{\"text\":\"3\"}\n"}, []string{"s.jsonl"}, []string{"s:1", "q", "s:2"}},
		{"an array", map[string]string{"s.json": `[{"text":"1"},{"text":"2"}]`}, []string{"s.json"}, []string{"s:1", "s:2"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			write(t, c.files)
			got, err := new(Checker).ReadFiles(c.args...)
			require.NoError(t, err)
			assert.Equal(t, c.want, ids(got))
		})
	}
}

func TestReadFilesErrors(t *testing.T) {
	write(t, map[string]string{"a.txt": "---\nid: x\n---\n1", "b.txt": "---\nid: x\n---\n2", "bad.txt": "ab\xff", "big.txt": "12345678901", "e/x.go": "", "bad.json": "{"})
	c := &Checker{MaxBytes: 10}
	for _, f := range []struct{ name, want string }{
		{"none.txt", "none.txt"},
		{"bad.txt", "bad.txt: byte 2 is not valid UTF-8"},
		{"big.txt", "more than 10 bytes, the limit for one source: raise it with Checker.MaxBytes"},
		{"e", "no .txt, .md, .html, .htm, .json, .jsonl files"},
		{"bad.json", "bad.json: "},
	} {
		_, err := c.ReadFiles(f.name)
		assert.ErrorContains(t, err, f.want)
	}
	_, err := new(Checker).ReadFiles("a.txt", "b.txt")
	assert.ErrorContains(t, err, `two sources have the id "x"`)
}

func TestReadStdin(t *testing.T) {
	c := &Checker{Stdin: strings.NewReader("{\"id\":\"a\",\n\"text\":\"1\"}\n{\"text\":\"2\"}")}
	got, err := c.ReadFiles("-")
	require.NoError(t, err)
	assert.Equal(t, []string{"a", "stdin"}, ids(got))
	c = &Checker{Stdin: strings.NewReader("Two people died.")}
	got, err = c.ReadFiles("-")
	require.NoError(t, err)
	assert.Equal(t, []string{"stdin"}, ids(got))
}
