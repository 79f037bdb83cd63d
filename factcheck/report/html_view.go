package report

import "html/template"

// A page is what the template shows. Strings are plain text; the template escapes them.
type page struct {
	Style    template.CSS
	Title    string
	Headline string
	Lede     string
	First    []string // what to look at first
	Empty    bool

	ToCheck, Serious, Agree, Fit, Single int
	Quiet                                int // accepted or known

	Sources []sourceView
	Cards   []card // open
	Folded  []card
	Groups  []group
	Wide    bool // a column for each source
	Columns int  // of the fact table
	Quotes  []card
	Names   []nameRow
	Singles fold[singleRow]
	Origins []originView
	Diagram diagram
	Texts   []textView
	Open    bool // texts are unfolded
}

type sourceView struct {
	Letter, Name, ID string
	Class            string
	Date             string
	Bytes            int
	Alone            []link // the cards where it stands apart
}

type link struct {
	Number int
	To     string
}

// A badge is a letter that leads to a place in a text.
type badge struct {
	Letter, Class, To, Label string
}

type passage struct {
	badge
	Before, Words, After string
	Place                string
	Absent               string
	Wording              []word
	Note                 string
}

type word struct{ Class, Text string }

type card struct {
	ID, Number, Class, Severity, Tag, Topic string
	Passages                                []passage
	Why                                     string
	Rule, Fingerprint                       string
}

type group struct {
	Name string
	Rows fold[row]
}

type row struct {
	ID, Topic string
	Cells     []cell
	Verdict   string
	Class     string
	To        string // its card
	Note      string
}

type cell struct {
	Source  string // for narrow windows
	Class   string
	Values  []badge // Label is the words as printed
	Badges  []badge // who, in a narrow table
	Missing bool
}

// A fold is a list of which the rest is folded away.
type fold[T any] struct{ Open, Rest []T }

func folded[T any](all []T, n int) fold[T] {
	if len(all) <= n+n/4 {
		return fold[T]{Open: all}
	}
	return fold[T]{all[:n], all[n:]}
}

type nameRow struct {
	ID, Name string
	Forms    []cell
}

type singleRow struct {
	ID    string
	Badge badge
	Topic string
	Words string
}

type originView struct {
	ID, Topic, Why string
	Badges         []badge
}
