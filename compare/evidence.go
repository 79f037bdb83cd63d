package compare

import (
	"sort"
	"strings"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
)

// lines tells the line and column of an offset; it is built on the first question.
type lines struct{ starts []int }

func (l *lines) at(body string, off int) (line, column int) {
	if l.starts == nil {
		l.starts = append(make([]int, 0, 1+strings.Count(body, "\n")), 0)
		for i := range len(body) {
			if body[i] == '\n' {
				l.starts = append(l.starts, i+1)
			}
		}
	}
	line = sort.SearchInts(l.starts, off+1)
	return line, off - l.starts[line-1] + 1
}

// sources is what all passes of one comparison share.
type sources struct {
	docs   []*normalize.Document
	lines  []lines
	keys   [][]entityKey          // of the entities of each document
	byName []map[string]entityKey // of the names that slots carry
	byNoun []map[string][]*amount // of each document: its amounts by measure and by counted noun
}

func newSources(docs []*normalize.Document) *sources {
	s := &sources{docs: docs, lines: make([]lines, len(docs))}
	s.entityKeys()
	return s
}

// evidence makes the evidence of span in document d.
func (s *sources) evidence(d int, span text.Span) Evidence {
	doc := s.docs[d]
	line, column := s.lines[d].at(doc.Source.Text, span.Start)
	return Evidence{Source: doc.Source.ID, Span: span, Text: span.Of(doc.Source.Text), Line: line, Column: column, Published: doc.Published}
}
