package compare

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/attribution"
)

// oneVoice reports whether two propositions are said by one holder: one person, or two of whom one speaks for the other or
// both for the same body.
func oneVoice(a, b *proposition) bool {
	if a.who == "" || b.who == "" || a.unsaid || b.unsaid {
		return false
	}
	return a.who == b.who || a.who == b.body || b.who == a.body || a.body != "" && a.body == b.body || joins(a.who, b.who) || joins(b.who, a.who)
}

// joins reports whether one holder is among several who speak as one: what Britain says in a statement of three states is
// said by the three.
func joins(group, one entityKey) bool {
	return strings.ContainsRune(group, '+') && slices.Contains(strings.Split(group, "+"), one)
}

// twoRemarks reports whether two propositions are what two named holders say of their own: words that one of them is quoted
// with, what one of them warns of, or what he thinks could be. That both call a thing an escalation is no statement of two
// sources.
func twoRemarks(a, b *proposition) bool {
	if a.who == "" || b.who == "" || a.unsaid || b.unsaid || oneVoice(a, b) {
		return false
	}
	return a.ofHisOwn() || b.ofHisOwn()
}

func (p *proposition) ofHisOwn() bool {
	return p.form != attribution.Indirect || !outright(p.stance) || p.mode != attribution.Fact && p.mode != attribution.Planned
}
