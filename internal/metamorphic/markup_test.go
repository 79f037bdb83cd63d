package metamorphic

import (
	"regexp"
	"strings"
)

// marked are the words that the answers of models put in bold: figures and words with a capital.
var marked = regexp.MustCompile(`(?:\d[\d,.]*\d|\d|[A-Z][a-z]+)`)

// linked are those that they give links: a figure with one is a note.
var linked = regexp.MustCompile(`[A-Z][a-z]+`)

// apartAt reports whether text[start:end] stands between white space or marks of sentences.
func apartAt(text string, start, end int) bool {
	before, behind := start == 0 || strings.IndexByte(" \n", text[start-1]) >= 0, end == len(text) || strings.IndexByte(" \n.,;:", text[end]) >= 0
	return before && behind
}

// sampled reports whether a text is one of those that are marked: one in four, for time's sake.
func sampled(text string) bool { return len(text)%4 == 0 }

// around puts marks around every third of some words.
func around(words *regexp.Regexp, open, end string) func(string) []edit {
	return func(text string) []edit {
		if !sampled(text) {
			return nil
		}
		var out []edit
		for n, m := range words.FindAllStringIndex(text, -1) {
			if n%3 == 0 && apartAt(text, m[0], m[1]) {
				out = append(out, edit{m[0], m[1], open + text[m[0]:m[1]] + end})
			}
		}
		return out
	}
}

var ending = regexp.MustCompile(`[a-z]{3}\. `)

// cited puts the number of a source behind sentences.
func cited(text string) []edit {
	var out []edit
	for n, m := range ending.FindAllStringIndex(text, -1) {
		out = append(out, edit{m[1] - 1, m[1], "[" + string(rune('1'+n%9)) + "] "})
	}
	return out
}

var paragraphEnd = regexp.MustCompile(`\n+`)

// pageOf makes a page of HTML of a text.
func pageOf(text string) []edit {
	if !sampled(text) || strings.ContainsAny(text, "<&") {
		return nil
	}
	out := []edit{{0, 0, "<html><head><style>p { width: 77px }</style></head><body><nav>Home 77</nav><p>"}}
	for _, m := range paragraphEnd.FindAllStringIndex(text, -1) {
		if m[1] < len(text) {
			out = append(out, edit{m[0], m[1], "</p>\n<p>"})
		}
	}
	for from, to := range map[string]string{"“": "&ldquo;", "”": "&rdquo;", "’": "&#8217;", "£": "&pound;", "—": "&mdash;"} {
		for at := 0; ; {
			n := strings.Index(text[at:], from)
			if n < 0 {
				break
			}
			out = append(out, edit{at + n, at + n + len(from), to})
			at += n + len(from)
		}
	}
	return append(out, edit{len(text), len(text), "</p><script>var a = 77;</script></body></html>"})
}
