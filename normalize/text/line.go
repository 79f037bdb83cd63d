package text

import (
	"sort"
	"strings"
)

// Lines tells lines and columns of offsets into one text. The zero value is ready; it looks for line ends on the
// first question.
type Lines struct{ starts []int }

// At returns the line and the column of an offset of s, both from 1; columns count bytes. Each call must have the same s.
func (l *Lines) At(s string, offset int) (line, column int) {
	if l.starts == nil {
		l.starts = append(make([]int, 0, 1+strings.Count(s, "\n")), 0)
		for i := range len(s) {
			if s[i] == '\n' {
				l.starts = append(l.starts, i+1)
			}
		}
	}
	line = sort.SearchInts(l.starts, offset+1)
	return line, offset - l.starts[line-1] + 1
}
