package compare

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/statement"
)

// House styles write one spoken word in several ways: ten and 10, 3 per cent and 3%, don't and do not. None of them
// changes what was said.

// sameStyle reports whether two runs of words are one in two house styles.
func (s *speller) sameStyle(x, y string) bool {
	return s.sameFigure(x, y) || sameBlanks(x, y) || contracts(x, y) || contracts(y, x)
}

// sameFigure reports whether one is a small number in digits and the other the word for it.
func (s *speller) sameFigure(x, y string) bool {
	if isDigits(y) {
		x, y = y, x
	}
	if !isDigits(x) {
		return false
	}
	r, ok := s.lex.Find(lexicon.Numbers, y)
	return ok && isCardinalWord(r) && r.Field(colNumberValue) == x
}

// Columns and kinds of numbers.tsv.
const (
	colNumberKind  = 0
	colNumberValue = 1
)

func isCardinalWord(r lexicon.Row) bool {
	switch r.Field(colNumberKind) {
	case "unit", "teen", "ty":
		return true
	}
	return false
}

func isDigits(w string) bool { return w != "" && strings.Trim(w, "0123456789") == "" }

// sameBlanks reports whether two runs differ in their spaces only: per cent, percent.
func sameBlanks(x, y string) bool {
	return strings.Contains(x, " ") != strings.Contains(y, " ") && strings.EqualFold(strings.ReplaceAll(x, " ", ""), strings.ReplaceAll(y, " ", ""))
}

// contracts reports whether the first is the short form of the second: don't, do not; we'll, we will.
func contracts(short, long string) bool {
	short, long = strings.ToLower(strings.ReplaceAll(short, "’", "'")), strings.ToLower(long)
	if stem, ok := strings.CutSuffix(short, "n't"); ok {
		if full, ok := irregular[stem]; ok {
			stem = full
		}
		return long == stem+" not" || long == stem+"not"
	}
	for _, full := range clitics[strings.TrimLeft(short, "abcdefghijklmnopqrstuvwxyz")] {
		if head := strings.TrimRight(short[:strings.IndexByte(short, '\'')], " "); long == full && head == "" || long == head+" "+full {
			return true
		}
	}
	return false
}

// irregular are stems before n't that lose letters.
var irregular = map[string]string{"wo": "will", "ca": "can", "sha": "shall"}

// clitics are the words that short forms stand for.
var clitics = map[string][]string{"'ll": {"will"}, "'re": {"are"}, "'ve": {"have"}, "'m": {"am"}, "'s": {"is", "has"}, "'d": {"would", "had"}}

// percentSigns drops what is only a sign in the other wording: the words per cent behind a number where the other has %.
func (s *speller) percentSigns(edits []Edit) []Edit {
	for i := range edits {
		switch e := &edits[i]; {
		case e.Op == Gone && s.isPercent(s.a, e.A1, e.A2, s.aText) && signed(s.b, e.B1, s.bText):
			e.Op = Respelled
		case e.Op == Added && s.isPercent(s.b, e.B1, e.B2, s.bText) && signed(s.a, e.A1, s.aText):
			e.Op = Respelled
		}
	}
	return edits
}

// isPercent reports whether a run of words is percent or per cent, behind a number.
func (s *speller) isPercent(w []statement.Word, from, to int, body string) bool {
	return from > 0 && from < to && strings.EqualFold(strings.ReplaceAll(spanOf(w[from:to], body), " ", ""), "percent")
}

// signed reports whether a percent sign stands behind the word before word i.
func signed(w []statement.Word, i int, body string) bool {
	return i > 0 && strings.HasPrefix(strings.TrimLeft(body[w[i-1].Span.End:], " \u00a0\u202f"), "%")
}

// dayOrders makes one respelled word of a day that stands before its month in one wording and behind it in the other: 5 January, January 5.
func (s *speller) dayOrders(edits []Edit) []Edit {
	out := edits[:0:0]
	for i := 0; i < len(edits); i++ {
		if i+2 < len(edits) {
			x, mid, y := edits[i], edits[i+1], edits[i+2]
			if y.Op == Gone && x.Op == Added {
				x, y = y, x
			}
			if x.Op == Gone && y.Op == Added && mid.Op == Same && mid.A2-mid.A1 == 1 && x.A2-x.A1 == 1 && y.B2-y.B1 == 1 && s.ofDay(x, mid, y) {
				out = append(out, Edit{Respelled, min(x.A1, mid.A1), max(x.A2, mid.A2), min(y.B1, mid.B1), max(y.B2, mid.B2)})
				i += 2
				continue
			}
		}
		out = append(out, edits[i])
	}
	return out
}

// ofDay reports whether a word that has changed its side and the one that it has passed are a day and a month.
func (s *speller) ofDay(gone, mid, added Edit) bool {
	x, y := spanOf(s.a[gone.A1:gone.A2], s.aText), spanOf(s.b[added.B1:added.B2], s.bText)
	m := spanOf(s.a[mid.A1:mid.A2], s.aText)
	if !strings.EqualFold(x, y) {
		return false
	}
	return isDigits(x) && len(x) <= 2 && s.isMonth(m) || isDigits(m) && len(m) <= 2 && s.isMonth(x)
}

func (s *speller) isMonth(w string) bool {
	_, ok := s.lex.Find(lexicon.Months, w)
	return ok
}
