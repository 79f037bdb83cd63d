package report

import (
	"fmt"
	"strings"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/factcheck/internal/layout"
)

func (b *builder) card(i int, f *factcheck.Finding) card {
	c := card{ID: anchor(i), Class: class(f), Severity: f.Severity.String(), Tag: layout.Clean(f.Heading()), Topic: layout.Clean(f.Topic),
		Why: layout.Clean(f.Explanation), Rule: string(f.Rule), Fingerprint: layout.Clean(f.ID)}
	if c.Topic == "" {
		c.Topic = c.Tag
	}
	if f.Accepted != "" {
		c.Tag += " · " + fmt.Sprintf(wordAccepted, layout.Clean(f.Accepted))
	}
	if n := b.cards[i]; n > 0 {
		c.Number = fmt.Sprint(n)
	}
	for k := range f.Positions {
		pos := &f.Positions[k]
		for n := range pos.Evidence {
			last := n+1 == len(pos.Evidence) || pos.Evidence[n+1].Source != pos.Evidence[n].Source // of its source
			c.Passages = append(c.Passages, b.passage(pos, &pos.Evidence[n], last))
		}
		if len(pos.Evidence) > 0 {
			continue
		}
		for _, id := range pos.Sources {
			c.Passages = append(c.Passages, passage{badge: b.source(id), Absent: f.Absent()})
		}
	}
	return c
}

func (b *builder) passage(pos *compare.Position, e *compare.Evidence, last bool) passage {
	before, after := b.r.Line(e)
	p := passage{badge: b.badge(e), Words: layout.Words(e.Text), Place: fmt.Sprintf(wordLine, e.Line)}
	if len(pos.Wording) > 0 && last {
		p.Wording = words(pos.Wording)
		return p
	}
	p.Before = layout.ClipLeft(layout.Clean(before), contextLeft)
	p.After = layout.Clip(layout.Clean(after), contextEnd)
	if v := layout.Words(factcheck.Readable(pos.Value)); v != "" && !begins(p.Words, v) {
		p.Note = layout.Clip(v, longValue)
	}
	return p
}

// begins reports whether words are a value, or begin with what is left of it where it was cut.
func begins(words, value string) bool {
	head := strings.TrimRight(strings.TrimSuffix(value, layout.Ellipsis), " ")
	if head == value {
		return strings.EqualFold(words, value)
	}
	return len(words) >= len(head) && strings.EqualFold(words[:len(head)], head)
}

func words(edits []compare.Wording) []word {
	var out []word
	for _, e := range edits {
		class := ""
		switch e.Op {
		case compare.Gone:
			class = "gone"
		case compare.Added:
			class = "new"
		case compare.Respelled:
			class = "sp"
		}
		out = append(out, word{class, layout.Words(e.Text)})
	}
	return out
}
