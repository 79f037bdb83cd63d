package factchecktest

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/quantity"
)

// Assertions about what one source says.

func read(t T, s factcheck.Source) (*normalize.Document, bool) {
	d, err := new(normalize.Normalizer).Read(&s)
	if err != nil {
		helper(t)
		t.Errorf("factcheck: %v", err)
		return nil, false
	}
	return d, true
}

// HasQuantity asserts that the source gives an amount equal to value ("75 miles", "at least 12") in a
// sentence that contains about. Amounts in other units are equal when they convert into each other.
func HasQuantity(t T, s factcheck.Source, about, value string) bool {
	helper(t)
	want, ok := read(t, factcheck.Source{ID: "want", Text: value})
	if !ok {
		return false
	}
	if len(want.Quantities) == 0 {
		t.Errorf("factcheck: %q is not read as an amount", value)
		return false
	}
	d, ok := read(t, s)
	if !ok {
		return false
	}
	var near []string
	for i := range d.Quantities {
		q := &d.Quantities[i]
		if !contains(sentence(d, q.First), about) {
			continue
		}
		rel, _ := compare.Quantities(bare(q.Value), bare(want.Quantities[0].Value), compare.Circumstances{})
		if rel == compare.Agree {
			return true
		}
		near = append(near, fmt.Sprintf("%q", q.Span.Of(d.Source.Text)))
	}
	t.Errorf("factcheck: %s gives no amount equal to %q with %q; it gives %s", names([]factcheck.Source{s}), value, about, list(near))
	return false
}

// bare leaves out what points to other amounts of the same document.
func bare(q quantity.Quantity) quantity.Quantity {
	q.PartOf, q.Restates = -1, -1
	return q
}

// RequireHasQuantity is HasQuantity that stops the test.
func RequireHasQuantity(t FailNow, s factcheck.Source, about, value string) {
	helper(t)
	require(t, HasQuantity(t, s, about, value))
}

// sentence returns the words of the sentence that token i stands in.
func sentence(d *normalize.Document, i int32) string {
	for _, s := range d.Text.Sentences {
		if s.Has(int(i)) {
			return d.Text.Span(s.Range).Of(d.Source.Text)
		}
	}
	return ""
}

// Attributed asserts that the source gives words as said by speaker, or by one who speaks for it.
func Attributed(t T, s factcheck.Source, words, speaker string) bool {
	helper(t)
	d, ok := read(t, s)
	if !ok {
		return false
	}
	var said []string
	for i := range d.Attributions {
		a := &d.Attributions[i]
		if !contains(content(d, a), words) {
			continue
		}
		if by(a, speaker) {
			return true
		}
		said = append(said, fmt.Sprintf("%q", a.Speaker.Name))
	}
	t.Errorf("factcheck: %s does not give %q as said by %q; said by: %s", names([]factcheck.Source{s}), words, speaker, list(said))
	return false
}

// RequireAttributed is Attributed that stops the test.
func RequireAttributed(t FailNow, s factcheck.Source, words, speaker string) {
	helper(t)
	require(t, Attributed(t, s, words, speaker))
}

func by(a *attribution.Attribution, speaker string) bool {
	return contains(a.Speaker.Name, speaker) || contains(a.Speaker.For, speaker)
}

func content(d *normalize.Document, a *attribution.Attribution) string {
	var b strings.Builder
	for _, r := range a.Content {
		b.WriteString(d.Text.Span(r).Of(d.Source.Text))
		b.WriteByte(' ')
	}
	return b.String()
}

// Denied asserts that at least one of the sources has who, or one who speaks for it, deny something that
// contains what.
func Denied(t T, who, what string, sources ...factcheck.Source) bool {
	helper(t)
	for _, s := range sources {
		d, ok := read(t, s)
		if !ok {
			return false
		}
		for i := range d.Attributions {
			a := &d.Attributions[i]
			if a.Stance == attribution.Denies && by(a, who) && contains(content(d, a), what) {
				return true
			}
		}
	}
	t.Errorf("factcheck: no denial of %q by %q in %s", what, who, names(sources))
	return false
}

// RequireDenied is Denied that stops the test.
func RequireDenied(t FailNow, who, what string, sources ...factcheck.Source) {
	helper(t)
	require(t, Denied(t, who, what, sources...))
}

// QuotedVerbatim asserts that what the text puts between quotation marks in the mouth of speaker ("" means
// anyone) stands in one of the sources, word for word. Capitals, punctuation and white space do not count.
func QuotedVerbatim(t T, text factcheck.Source, speaker string, sources ...factcheck.Source) bool {
	helper(t)
	d, ok := read(t, text)
	if !ok {
		return false
	}
	var printed []string
	for _, s := range sources {
		printed = append(printed, fold(s.Text))
	}
	var bad []string
	for i := range d.Attributions {
		a := &d.Attributions[i]
		if !by(a, speaker) {
			continue
		}
		for _, r := range a.Quoted {
			words := d.Text.Span(r).Of(d.Source.Text)
			if !within(printed, fold(words)) {
				bad = append(bad, fmt.Sprintf("%q (%s)", short(words), a.Speaker.Name))
			}
		}
	}
	if len(bad) == 0 {
		return true
	}
	t.Errorf("factcheck: %s quotes what none of %s has in these words:\n       %s", names([]factcheck.Source{text}), names(sources), list(bad))
	return false
}

// RequireQuotedVerbatim is QuotedVerbatim that stops the test.
func RequireQuotedVerbatim(t FailNow, text factcheck.Source, speaker string, sources ...factcheck.Source) {
	helper(t)
	require(t, QuotedVerbatim(t, text, speaker, sources...))
}

func within(texts []string, words string) bool {
	for _, s := range texts {
		if strings.Contains(s, words) {
			return true
		}
	}
	return false
}

// contains reports whether s contains part, capitals, punctuation and white space aside.
func contains(s, part string) bool { return strings.Contains(fold(s), strings.TrimSpace(fold(part))) }

// fold leaves words in small letters with a space before and behind each.
func fold(s string) string {
	var b strings.Builder
	b.WriteByte(' ')
	space := true
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
			space = false
		case r == '\'' || r == '’':
		case !space:
			b.WriteByte(' ')
			space = true
		}
	}
	if !space {
		b.WriteByte(' ')
	}
	return b.String()
}
