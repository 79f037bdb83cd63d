package statement

import "strings"

// String writes the slot readably, its parts in fixed order: "measure=range entity=Fath-360 mod=maximum".
func (s *Slot) String() string {
	var b strings.Builder
	part := func(key, v string) {
		if v == "" {
			return
		}
		if b.Len() > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(key)
		b.WriteByte('=')
		b.WriteString(v)
	}
	part("measure", s.Measure)
	if s.Noun != s.Measure {
		part("noun", s.Noun)
	}
	part("entity", s.Entity)
	part("mod", strings.Join(s.Modifiers, ","))
	part("event", s.Event)
	part("by", strings.Join(s.Agents, ","))
	part("to", strings.Join(s.Patients, ","))
	part("place", s.Place)
	if s.Time.Resolved() {
		part("time", s.Time.From.Format("2006-01-02")+"/"+s.Time.To.Format("2006-01-02"))
	}
	part("dim", s.Dimension)
	if s.Negated {
		part("not", "true")
	}
	part("modality", s.Modality.String())
	part("holder", s.Holder)
	return b.String()
}
