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

// A cueRow is what a row of timecues.tsv or timewords.tsv says, and what its value stands for.
type cueRow struct {
	kind, value string

	n       int   // the value as a number
	bound   Bound // of a preposition
	grain   Grain // of a unit
	shift   int   // of last, this and next: how many units away they are
	shifted bool  // the value is one of those
}

func readCue(r lexicon.Row) cueRow {
	c := cueRow{kind: r.Field(colKind), value: r.Field(colValue)}
	c.n, _ = atoi(c.value)
	c.bound, c.grain = bounds[c.value], grains[c.value]
	c.shift, c.shifted = shifts[c.value]
	return c
}

func (c *cueRow) is(kind string) bool          { return c.kind == kind }
func (c *cueRow) says(kind, value string) bool { return c.kind == kind && c.value == value }

// elsewhere reports whether the shift tells of a time that the text told before: the previous month, that day.
func elsewhere(shift string) bool { return shift == "other" || shift == "same" }

// noRow is the row of what is no cue.
var noRow cueRow

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
	*cueRow
	first, next int // tokens
}

// A cueFact is the cue that ends right before a token, among the tokens from floor on; it is kept since several rules ask for it.
type cueFact struct {
	token, floor int // the token, +1
	cue          cue
	ok           bool
}

// A wordSheet is what the tables say of a word wherever it stands: rows, or nil.
type wordSheet struct {
	cue, word *cueRow
	month     *monthRow
}

// cueTokens is the most tokens a form of timecues.tsv has.
const cueTokens = 5

// before returns the longest cue that ends right before token i, a hyphen between them passed over.
// It does not reach over the start of the sentence or a time that was read before.
func (s *scanner) before(i int) (cue, bool) {
	f := &s.asked
	if f.token != i+1 || f.floor != s.floor {
		c, ok := s.findBefore(i)
		*f = cueFact{i + 1, s.floor, c, ok}
	}
	return f.cue, f.ok
}

func (s *scanner) findBefore(i int) (cue, bool) {
	if i > s.floor && s.g.Tokens[i-1].Class == text.Hyphen {
		i--
	}
	if s.led {
		for first := max(i-cueTokens, s.floor); first < i-1; first++ {
			for _, p := range s.g.Phrases(first) {
				if int(p.Last) != i || !p.Mask.Has(lexicon.TimeCues) {
					continue
				}
				if row, ok := s.g.PhraseRow(p, lexicon.TimeCues); ok {
					return cue{cueRows.Of(row), first, i}, true
				}
			}
		}
	}
	if i > s.floor && s.g.Has(i-1, lexicon.TimeCues) {
		if row := s.sheet(i - 1).cue; row != nil {
			return cue{row, i - 1, i}, true
		}
	}
	return cue{&noRow, i, i}, false
}

// at returns the longest cue that starts at token i.
func (s *scanner) at(i int) (cue, bool) {
	if i >= s.hi || !s.g.Starts(i).Has(lexicon.TimeCues) {
		return cue{&noRow, i, i}, false
	}
	if s.g.Leads(i) {
		if row, next, ok := s.longest(i, lexicon.TimeCues); ok {
			return cue{cueRows.Of(row), i, next}, true
		}
		return cue{&noRow, i, i}, false
	}
	if row := s.sheet(i).cue; row != nil {
		return cue{row, i, i + 1}, true
	}
	return cue{&noRow, i, i}, false
}

// sheet returns what the tables say of the word that token i is. It holds until the next call.
func (s *scanner) sheet(i int) *wordSheet {
	w, known := s.words.At(s.g, i)
	if known {
		return w
	}
	if r, ok := s.g.Row(i, lexicon.TimeCues); ok {
		w.cue = cueRows.Of(r)
	}
	if r, ok := s.g.Row(i, lexicon.TimeWords); ok {
		w.word = wordRows.Of(r)
	}
	if r, ok := s.g.Row(i, lexicon.Months); ok {
		w.month = monthRows.Of(r)
	}
	return w
}

// knownWords is how many words are remembered.
const knownWords = 1 << 10

// longest returns the longest form of a table that starts at token i and ends within the sentence. Most tokens
// have none, and are told by their masks alone.
func (s *scanner) longest(i int, t lexicon.Table) (row lexicon.Row, next int, ok bool) {
	if !s.g.Starts(i).Has(t) {
		return row, i, false
	}
	ps := s.g.Phrases(i)
	for k := len(ps) - 1; k >= 0; k-- {
		if p := ps[k]; p.Mask.Has(t) && int(p.Last) <= s.hi {
			if row, ok := s.g.PhraseRow(p, t); ok {
				return row, int(p.Last), true
			}
		}
	}
	if row, ok = s.g.Row(i, t); !ok {
		return row, i, false
	}
	return row, i + 1, true
}

// word returns the row of timewords.tsv that starts at token i, and the token behind it.
func (s *scanner) word(i int) (w *cueRow, next int, ok bool) {
	if i >= s.hi || !s.g.Starts(i).Has(lexicon.TimeWords) {
		return &noRow, i, false
	}
	if s.g.Leads(i) {
		if row, next, ok := s.longest(i, lexicon.TimeWords); ok {
			return wordRows.Of(row), next, true
		}
		return &noRow, i, false
	}
	if w = s.sheet(i).word; w != nil {
		return w, i + 1, true
	}
	return &noRow, i, false
}

// month returns the month at token i.
func (s *scanner) month(i int) (n int, weak, ok bool) { return s.named(i, "month") }

func (s *scanner) named(i int, kind string) (n int, weak, ok bool) {
	if i >= s.hi || !s.g.Has(i, lexicon.Months) {
		return 0, false, false
	}
	m := s.sheet(i).month
	if m == nil || m.kind != kind {
		return 0, false, false
	}
	return m.n, m.weak, true
}

var grains = map[string]Grain{"second": Second, "minute": Minute, "hour": Hour, "day": Day, "week": Week, "fortnight": Week,
	"month": Month, "quarter": Quarter, "year": Year, "decade": Decade, "century": Century}

var bounds = map[string]Bound{"on": On, "at": On, "since": Since, "onward": Since, "by": By, "until": Until, "before": Before, "after": After,
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
