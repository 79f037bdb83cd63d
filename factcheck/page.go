package factcheck

import (
	"strings"

	"golang.org/x/text/language"

	"github.com/factdiff/factdiff/normalize/text"
)

// maxHead bounds the search for the head of a page.
const maxHead = 256 << 10

// ParsePage reads a page of HTML. Its head gives title, outlet, address and date, where it has them in a form that is known; its body is read
// as it stands, so that offsets are those of the file, and tags are no words of it.
func ParsePage(file string) (Source, error) {
	s := Source{Text: file}
	if err := checkUTF8([]byte(file)); err != nil {
		return s, err
	}
	head := file[:min(len(file), maxHead)]
	for at := 0; ; {
		t, ok := nextTag(head, at)
		if !ok {
			return s, nil
		}
		switch at = t.end; t.name {
		case "html":
			s.Language, _ = language.Parse(t.attribute("lang")) // a page's word for its language need not be one
		case "title":
			if n := strings.IndexByte(head[at:], '<'); n >= 0 && s.Title == "" {
				s.Title = plainLine(head[at : at+n])
			}
		case "meta":
			name := t.attribute("property")
			for _, other := range [...]string{"name", "itemprop"} {
				if name == "" {
					name = t.attribute(other)
				}
			}
			setPageMeta(&s, strings.ToLower(name), plainLine(t.attribute("content")))
		case "body":
			s.Body = text.Span{Start: t.start, End: len(file)}
			return s, nil
		}
	}
}

// setPageMeta sets what the head of a page tells: names and properties of the Open Graph protocol (https://ogp.me), of schema.org and of Dublin
// Core.
func setPageMeta(s *Source, name, value string) {
	switch name {
	case "og:title":
		s.Title = value
	case "og:site_name", "application-name":
		s.Outlet = value
	case "og:url":
		s.URL = value
	case "article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "pubdate", "parsely-pub-date", "publish-date":
		if at, err := ParseDate(value); err == nil && s.Published.IsZero() {
			s.Published = at
		}
	}
}

func plainLine(s string) string { return strings.Join(strings.Fields(text.Plain(s)), " ") }

// A pageTag is an opening tag of a page.
type pageTag struct {
	name       string // in small letters
	attributes string // as they are written
	start, end int
}

// nextTag returns the first opening tag of s from at on.
func nextTag(s string, at int) (pageTag, bool) {
	for {
		n := strings.IndexByte(s[at:], '<')
		if n < 0 {
			return pageTag{}, false
		}
		start := at + n
		name := start + 1
		for name < len(s) && isLetter(s[name]) {
			name++
		}
		if at = start + 1; name == at {
			continue
		}
		end := tagEnd(s, name)
		if end < 0 {
			return pageTag{}, false
		}
		return pageTag{strings.ToLower(s[at:name]), s[name : end-1], start, end}, true
	}
}

// tagEnd returns the byte behind the > of a tag whose attributes start at i, or -1. Their values may have that mark too.
func tagEnd(s string, i int) int {
	for quote := byte(0); i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return -1
}

// attribute returns the value of an attribute, or "".
func (t *pageTag) attribute(name string) string {
	rest := t.attributes
	for {
		rest = strings.TrimLeft(rest, " \t\r\n/")
		n := strings.IndexAny(rest, "= \t\r\n")
		if n <= 0 {
			return ""
		}
		key, after := rest[:n], strings.TrimLeft(rest[n:], " \t\r\n")
		value, ok := "", strings.HasPrefix(after, "=")
		if rest = after; ok {
			value, rest = attributeValue(strings.TrimLeft(after[1:], " \t\r\n"))
		}
		if strings.EqualFold(key, name) {
			return value
		}
	}
}

// attributeValue returns the value that s begins with, and what is behind it.
func attributeValue(s string) (value, rest string) {
	if s != "" && (s[0] == '"' || s[0] == '\'') {
		if n := strings.IndexByte(s[1:], s[0]); n >= 0 {
			return s[1 : n+1], s[n+2:]
		}
		return s[1:], ""
	}
	if n := strings.IndexAny(s, " \t\r\n"); n >= 0 {
		return s[:n], s[n:]
	}
	return s, ""
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// isPage reports whether a file is a page by its name.
func isPage(path string) bool {
	p := strings.ToLower(path)
	return strings.HasSuffix(p, ".html") || strings.HasSuffix(p, ".htm")
}
