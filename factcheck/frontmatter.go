package factcheck

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/text"
)

const (
	fence   = "---"
	byteBOM = "\ufeff"
)

// maxFrontMatter bounds the search for the closing fence of front matter.
const maxFrontMatter = 64 << 10

// ParseText reads a plain text with optional front matter: lines "key: value" between two lines "---" at
// the very beginning, with the keys id, title, outlet, url, published and lang. Other keys are skipped.
// Front matter is never body; the title is read as a headline with its offsets in file.
func ParseText(file string) (Source, error) {
	s := Source{Text: file}
	if err := checkUTF8([]byte(file)); err != nil {
		return s, err
	}
	start := 0
	if strings.HasPrefix(file, byteBOM) {
		start = len(byteBOM)
		s.Body = text.Span{Start: start, End: len(file)}
	}
	fields, body, ok := frontMatter(file, start)
	if !ok {
		return s, nil
	}
	s.Body = text.Span{Start: body, End: len(file)}
	var published, lang string
	for _, f := range fields {
		value := f.value.Of(file)
		switch f.key {
		case "id":
			s.ID = value
		case "title":
			s.Title, s.Headline = value, f.value
		case "outlet":
			s.Outlet = value
		case "url":
			s.URL = value
		case "published", "date":
			published = value
		case "lang":
			lang = value
		}
	}
	return s, setMeta(&s, published, lang)
}

type field struct {
	key   string
	value text.Span
}

// frontMatter returns the fields between the fences and where the body starts. A text that begins with a
// rule of dashes but has no closing fence or no field has no front matter.
func frontMatter(file string, start int) (fields []field, body int, ok bool) {
	first, at := nextLine(file, start)
	if strings.TrimRight(first, " \t\r") != fence {
		return nil, 0, false
	}
	for at < len(file) && at-start < maxFrontMatter {
		line, next := nextLine(file, at)
		if strings.TrimRight(line, " \t\r") == fence {
			return fields, next, len(fields) > 0
		}
		if f, ok := readField(line, at); ok {
			fields = append(fields, f)
		}
		at = next
	}
	return nil, 0, false
}

// nextLine returns the line that starts at i, without its line feed, and where the next one starts.
func nextLine(s string, i int) (string, int) {
	if n := strings.IndexByte(s[i:], '\n'); n >= 0 {
		return s[i : i+n], i + n + 1
	}
	return s[i:], len(s)
}

// readField reads "key: value" of a line that starts at offset at. One pair of quotation marks around
// the value is left out.
func readField(line string, at int) (field, bool) {
	key, _, ok := strings.Cut(line, ":")
	if !ok || key == "" || strings.ContainsAny(key, " \t#") {
		return field{}, false
	}
	from, to := len(key)+1, len(line)
	for from < to && isSpace(line[from]) {
		from++
	}
	for to > from && isSpace(line[to-1]) {
		to--
	}
	if to-from >= 2 && line[from] == line[to-1] && (line[from] == '"' || line[from] == '\'') {
		from, to = from+1, to-1
	}
	return field{strings.ToLower(key), text.Span{Start: at + from, End: at + to}}, true
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\r' }
