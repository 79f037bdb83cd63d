package compare

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/spelling"
	"github.com/factdiff/factdiff/normalize/statement"
)

// A speller finds words of two wordings that are one word in two spellings: color and colour, cooperation and
// co-operation, which a lexer may take for two.
type speller struct {
	lex          *lexicon.Lexicon
	a, b         []statement.Word
	aText, bText string
}

// respell replaces what is gone and added by what is respelled, at the start and at the end of each change.
func (s *speller) respell(edits []Edit) []Edit {
	if s.lex == nil {
		return edits
	}
	edits = s.dayOrders(s.percentSigns(edits))
	out := make([]Edit, 0, len(edits))
	for i := 0; i < len(edits); i++ {
		gone := edits[i]
		if gone.Op != Gone || i+1 == len(edits) || edits[i+1].Op != Added {
			out = append(out, gone)
			continue
		}
		added := edits[i+1]
		i++
		var tail []Edit
		out, gone, added = s.fromStart(out, gone, added)
		tail, gone, added = s.fromEnd(gone, added)
		gone.B1, gone.B2 = added.B1, added.B1
		added.A1, added.A2 = gone.A2, gone.A2
		if gone.A1 < gone.A2 {
			out = append(out, gone)
		}
		if added.B1 < added.B2 {
			out = append(out, added)
		}
		for k := len(tail) - 1; k >= 0; k-- {
			out = append(out, tail[k])
		}
	}
	return out
}

// steps are the numbers of words that may be one word: of the base, and of the other.
var steps = [...][2]int{{1, 1}, {1, 2}, {2, 1}}

func (s *speller) fromStart(out []Edit, gone, added Edit) ([]Edit, Edit, Edit) {
	for again := true; again; {
		again = false
		for _, n := range steps {
			e := Edit{Respelled, gone.A1, gone.A1 + n[0], added.B1, added.B1 + n[1]}
			if e.A2 <= gone.A2 && e.B2 <= added.B2 && s.same(e) {
				out = append(out, e)
				gone.A1, added.B1, again = e.A2, e.B2, true
				break
			}
		}
	}
	return out, gone, added
}

func (s *speller) fromEnd(gone, added Edit) ([]Edit, Edit, Edit) {
	var out []Edit
	for again := true; again; {
		again = false
		for _, n := range steps {
			e := Edit{Respelled, gone.A2 - n[0], gone.A2, added.B2 - n[1], added.B2}
			if e.A1 >= gone.A1 && e.B1 >= added.B1 && s.same(e) {
				out = append(out, e)
				gone.A2, added.B2, again = e.A1, e.B1, true
				break
			}
		}
	}
	return out, gone, added
}

// same reports whether both sides of an edit are spellings of one word.
func (s *speller) same(e Edit) bool {
	x, y := spanOf(s.a[e.A1:e.A2], s.aText), spanOf(s.b[e.B1:e.B2], s.bText)
	if s.sameStyle(x, y) {
		return true
	}
	if strings.ContainsAny(x, " \n\t") || strings.ContainsAny(y, " \n\t") {
		return false
	}
	return spelling.Same(s.lex, x, y)
}
