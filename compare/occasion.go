package compare

import (
	"strings"

	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/timex"
)

// occasions are the days on which persons spoke, as sources tell them: "Tuesday" of one report is "yesterday" of the next.
// Two days say nothing against each other, since people speak on many.
type occasions struct {
	at    map[occasion][]dated
	order []occasion
}

// An occasion is a person and a day.
type occasion struct {
	who entityKey
	day int64
}

// add takes note of when a person spoke in document d, where the day is known and he alone.
func (o *occasions) add(s *sources, d int, st *statement.Statement) {
	t := st.Slot.Time
	if t.Grain != timex.Day || !t.Resolved() || st.Slot.Negated || len(st.Slot.Agents) != 1 {
		return
	}
	who := s.entity(d, st.Slot.Agents[0])
	if !strings.HasPrefix(who, personKey) {
		return
	}
	k := occasion{who, t.From.Unix()}
	if o.at == nil {
		o.at = map[occasion][]dated{}
	}
	if len(o.at[k]) == 0 {
		o.order = append(o.order, k)
	}
	o.at[k] = append(o.at[k], dated{doc: d, st: st, t: t})
}

// findings reports the days on which at least two sources let one person speak.
func (o *occasions) findings(s *sources) []Finding {
	var out []Finding
	for _, k := range o.order {
		if f, ok := s.date(o.at[k]); ok {
			out = append(out, f)
		}
	}
	return out
}
