package factcheck

import (
	"regexp"
	"strings"

	"golang.org/x/text/language"

	"github.com/factdiff/factdiff/normalize/text"
)

// maxHead bounds the search for the head of a page.
const maxHead = 256 << 10

// What the head of a page tells: names and properties of the Open Graph protocol (https://ogp.me), of schema.org and of Dublin Core.
var (
	metaTag   = regexp.MustCompile(`(?is)<meta\s[^>]*>`)
	metaName  = regexp.MustCompile(`(?is)\s(?:name|property|itemprop)\s*=\s*["']?([\w:.-]+)`)
	metaValue = regexp.MustCompile(`(?is)\scontent\s*=\s*(?:"([^"]*)"|'([^']*)')`)
	titleTag  = regexp.MustCompile(`(?is)<title[^>]*>(.*?)</title`)
	langOf    = regexp.MustCompile(`(?is)<html\s[^>]*\blang\s*=\s*["']?([\w-]+)`)
	bodyTag   = regexp.MustCompile(`(?i)<body[\s>]`)
)

// ParsePage reads a page of HTML. Its head gives title, outlet, address and date, where it has them in a form that is known; its body is read
// as it stands, so that offsets are those of the file, and tags are no words of it.
func ParsePage(file string) (Source, error) {
	s := Source{Text: file}
	if err := checkUTF8([]byte(file)); err != nil {
		return s, err
	}
	head := file[:min(len(file), maxHead)]
	if at := bodyTag.FindStringIndex(head); at != nil {
		head = head[:at[0]]
		s.Body = text.Span{Start: at[0], End: len(file)}
	}
	if m := titleTag.FindStringSubmatch(head); m != nil {
		s.Title = plainLine(m[1])
	}
	if m := langOf.FindStringSubmatch(head); m != nil {
		s.Language, _ = language.Parse(m[1]) // a page's word for its language need not be one
	}
	for _, tag := range metaTag.FindAllString(head, -1) {
		name, value := metaName.FindStringSubmatch(tag), metaValue.FindStringSubmatch(tag)
		if name == nil || value == nil {
			continue
		}
		setPageMeta(&s, strings.ToLower(name[1]), plainLine(value[1]+value[2]))
	}
	return s, nil
}

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

// isPage reports whether a file is a page by its name.
func isPage(path string) bool {
	p := strings.ToLower(path)
	return strings.HasSuffix(p, ".html") || strings.HasSuffix(p, ".htm")
}
