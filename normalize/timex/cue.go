package timex

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// Columns of months.tsv.
const (
	colMonthKind     = 0 // month, day
	colMonthN        = 1
	colMonthStrength = 2 // plain, weak
)

// Columns of timewords.tsv and timecues.tsv.
const (
	colKind  = 0
	colValue = 1
)

// Columns of timezones.tsv.
const (
	colOffset = 0 // minutes, or "local"
	colDST    = 1
)

// A cueRow is what a row of timecues.tsv or timewords.tsv says.
type cueRow struct{ kind, value string }

func readCue(r lexicon.Row) cueRow { return cueRow{r.Field(colKind), r.Field(colValue)} }

// A monthRow is what a row of months.tsv says.
type monthRow struct {
	kind string
	n    int
	weak bool
}

func readMonth(r lexicon.Row) monthRow {
	n, _ := atoi(r.Field(colMonthN))
	return monthRow{r.Field(colMonthKind), n, r.Field(colMonthStrength) == "weak"}
}

// Rows that are asked for at many words.
var (
	cueRows   = lexicon.Parse(lexicon.TimeCues, readCue)
	wordRows  = lexicon.Parse(lexicon.TimeWords, readCue)
	monthRows = lexicon.Parse(lexicon.Months, readMonth)
)

// A cue is a row of timecues.tsv and where it stands.
type cue struct {
	cueRow
	first, next int // tokens
}

func (c cue) is(kind string) bool          { return c.kind == kind }
func (c cue) says(kind, value string) bool { return c.kind == kind && c.value == value }

// cueTokens is the most tokens a form of timecues.tsv has.
const cueTokens = 5

// before returns the longest cue that ends right before token i, a hyphen between them passed over.
// It does not reach over the start of the sentence or a time that was read before.
func (s *scanner) before(i int) (cue, bool) {
	if i > s.floor && s.g.Tokens[i-1].Class == text.Hyphen {
		i--
	}
	for first := max(i-cueTokens, s.floor); first < i-1; first++ {
		for _, p := range s.g.Phrases(first) {
			if int(p.Last) != i || !p.Mask.Has(lexicon.TimeCues) {
				continue
			}
			if row, ok := s.g.PhraseRow(p, lexicon.TimeCues); ok {
				return cue{*cueRows.Of(row), first, i}, true
			}
		}
	}
	if i > s.floor && s.g.Has(i-1, lexicon.TimeCues) {
		if row := s.cueWord(i - 1); row != nil {
			return cue{*row, i - 1, i}, true
		}
	}
	return cue{first: i, next: i}, false
}

// at returns the longest cue that starts at token i.
func (s *scanner) at(i int) (cue, bool) {
	none := cue{first: i, next: i}
	if i >= s.hi {
		return none, false
	}
	if s.g.Leads(i) {
		row, next, ok := s.longest(i, lexicon.TimeCues)
		if !ok {
			return none, false
		}
		return cue{*cueRows.Of(row), i, next}, true
	}
	if !s.g.Has(i, lexicon.TimeCues) {
		return none, false
	}
	row := s.cueWord(i)
	if row == nil {
		return none, false
	}
	return cue{*row, i, i + 1}, true
}

// cueWord returns what timecues.tsv says of the word that token i is, or nil.
func (s *scanner) cueWord(i int) *cueRow {
	row, known := s.cueWords.At(s.g, i)
	if !known {
		if r, ok := s.g.Row(i, lexicon.TimeCues); ok {
			*row = cueRows.Of(r)
		}
	}
	return *row
}

// cueWords is how many words are remembered.
const cueWords = 1 << 9

// longest returns the longest form of a table that starts at token i and ends within the sentence. Most tokens
// have none, and are told by their masks alone.
func (s *scanner) longest(i int, t lexicon.Table) (row lexicon.Row, next int, ok bool) {
	ps := s.g.Phrases(i)
	for k := len(ps) - 1; k >= 0; k-- {
		if p := ps[k]; p.Mask.Has(t) && int(p.Last) <= s.hi {
			if row, ok := s.g.PhraseRow(p, t); ok {
				return row, int(p.Last), true
			}
		}
	}
	if !s.g.Has(i, t) {
		return row, i, false
	}
	row, ok = s.g.Row(i, t)
	return row, i + 1, ok
}

// word returns the row of timewords.tsv that starts at token i.
func (s *scanner) word(i int) (kind, value string, next int, ok bool) {
	if i >= s.hi {
		return "", "", i, false
	}
	row, next, ok := s.longest(i, lexicon.TimeWords)
	if !ok {
		return "", "", i, false
	}
	w := wordRows.Of(row)
	return w.kind, w.value, next, true
}

// month returns the month at token i.
func (s *scanner) month(i int) (n int, weak, ok bool) { return s.named(i, "month") }

func (s *scanner) named(i int, kind string) (n int, weak, ok bool) {
	if i >= s.hi || !s.g.Has(i, lexicon.Months) {
		return 0, false, false
	}
	row, ok := s.g.Row(i, lexicon.Months)
	if !ok {
		return 0, false, false
	}
	m := monthRows.Of(row)
	if m.kind != kind {
		return 0, false, false
	}
	return m.n, m.weak, true
}

var grains = map[string]Grain{"second": Second, "minute": Minute, "hour": Hour, "day": Day, "week": Week, "fortnight": Week,
	"month": Month, "quarter": Quarter, "year": Year, "decade": Decade, "century": Century}

var bounds = map[string]Bound{"on": On, "since": Since, "by": By, "until": Until, "before": Before, "after": After,
	"between": Between, "within": Within}

// atoi reads plain digits with a sign, at most nine of them.
func atoi(s string) (int, bool) {
	neg := len(s) > 0 && s[0] == '-'
	if neg {
		s = s[1:]
	}
	if len(s) == 0 || len(s) > 9 {
		return 0, false
	}
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = 10*n + int(s[i]-'0')
	}
	if neg {
		n = -n
	}
	return n, true
}

// fields cuts up to three numbers out of a value: "-1 18 30".
func fields(v string) (f [3]int) {
	k, start := 0, 0
	for i := 0; i <= len(v) && k < len(f); i++ {
		if i < len(v) && v[i] != ' ' {
			continue
		}
		f[k], _ = atoi(v[start:i])
		k, start = k+1, i+1
	}
	return f
}
