package factcheck

import (
	"math"
	"time"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/quantity"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
	"github.com/factdiff/factdiff/normalize/timex"
)

// Schema is the version that every JSON document carries.
const Schema = "factdiff/1"

// DocumentJSON is the normal form of one source as it is written to JSON: schema/document.json.
type DocumentJSON struct {
	Schema        string          `json:"schema"`
	ID            string          `json:"id"`
	Published     string          `json:"published,omitempty"`
	PublishedFrom string          `json:"published_from"`
	Quantities    []QuantityJSON  `json:"quantities"`
	Times         []TimeJSON      `json:"times"`
	Names         []NameJSON      `json:"names"`
	Statements    []StatementJSON `json:"statements"`
}

// SpanJSON is a piece of the text: text[start:end] in bytes.
type SpanJSON struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// QuantityJSON is an amount. Value is null where no single value is meant; Low and High are the
// interval in Unit, null where it is open.
type QuantityJSON struct {
	SpanJSON
	Value     *float64 `json:"value"`
	Low       *float64 `json:"low"`
	High      *float64 `json:"high"`
	Unit      string   `json:"unit"`
	Dimension string   `json:"dimension"`
	Bound     string   `json:"bound"`
	Precision float64  `json:"precision"`
	Measure   string   `json:"measure,omitempty"`
	Entity    string   `json:"entity,omitempty"`
	Modifiers []string `json:"modifiers,omitempty"`
	CountOf   string   `json:"count_of,omitempty"`
	Trend     string   `json:"trend,omitempty"`
	PartOf    string   `json:"part_of,omitempty"`
	Restates  *int     `json:"restates,omitempty"`
	Slot      string   `json:"slot,omitempty"`
	Rule      string   `json:"rule,omitempty"`
}

// TimeJSON is a time; From and To are absent when it is unresolved, and To is exclusive.
type TimeJSON struct {
	SpanJSON
	From  string `json:"from,omitempty"`
	To    string `json:"to,omitempty"`
	Grain string `json:"grain,omitempty"`
}

// NameJSON is a mention of an entity; ID is unique within the document.
type NameJSON struct {
	SpanJSON
	Name string `json:"name"`
	Kind string `json:"kind"`
	ID   string `json:"id"`
	Via  string `json:"via"`
}

// StatementJSON is an attributed statement.
type StatementJSON struct {
	Start      int         `json:"start"`
	End        int         `json:"end"`
	Form       string      `json:"form"`
	Stance     string      `json:"stance"`
	Speaker    SpeakerJSON `json:"speaker"`
	Cue        *SpanJSON   `json:"cue,omitempty"`
	Content    []SpanJSON  `json:"content"`
	Quoted     []SpanJSON  `json:"quoted,omitempty"`
	ToldTo     string      `json:"told_to,omitempty"`
	Medium     string      `json:"medium,omitempty"`
	SaidAt     *TimeJSON   `json:"said_at,omitempty"`
	HappenedAt *TimeJSON   `json:"happened_at,omitempty"`
	Via        []string    `json:"via,omitempty"`
	Polarity   string      `json:"polarity,omitempty"`
	Modality   string      `json:"modality,omitempty"`
}

// SpeakerJSON is who says it; the offsets are absent when the sentence does not name the speaker.
type SpeakerJSON struct {
	Start *int   `json:"start,omitempty"`
	End   *int   `json:"end,omitempty"`
	Text  string `json:"text,omitempty"`
	Name  string `json:"name,omitempty"`
	For   string `json:"for,omitempty"`
}

// NewDocumentJSON returns the JSON form of d.
func NewDocumentJSON(d *normalize.Document) DocumentJSON {
	w := documentWriter{d: d, body: d.Source.Text}
	out := DocumentJSON{Schema: Schema, ID: d.Source.ID, PublishedFrom: d.PublishedFrom,
		Quantities: make([]QuantityJSON, 0, len(d.Quantities)), Times: make([]TimeJSON, 0, len(d.Times)),
		Names: make([]NameJSON, 0, len(d.Names)), Statements: make([]StatementJSON, 0, len(d.Attributions))}
	if !d.Published.IsZero() {
		out.Published = isoTime(d.Published, timex.Day)
	}
	slots := make([]*statement.Statement, len(d.Quantities))
	for i := range d.Statements {
		if s := &d.Statements[i]; s.Quantity >= 0 && slots[s.Quantity] == nil {
			slots[s.Quantity] = s
		}
	}
	for i := range d.Quantities {
		out.Quantities = append(out.Quantities, w.quantity(&d.Quantities[i], slots[i]))
	}
	for i := range d.Times {
		out.Times = append(out.Times, w.time(&d.Times[i]))
	}
	for i := range d.Names {
		out.Names = append(out.Names, w.name(&d.Names[i]))
	}
	for i := range d.Attributions {
		out.Statements = append(out.Statements, w.attribution(&d.Attributions[i]))
	}
	return out
}

type documentWriter struct {
	d    *normalize.Document
	body string
}

func (w *documentWriter) span(sp text.Span) SpanJSON {
	return SpanJSON{Start: sp.Start, End: sp.End, Text: sp.Of(w.body)}
}

func (w *documentWriter) tokens(r text.Range) SpanJSON { return w.span(w.d.Text.Span(r)) }

func (w *documentWriter) quantity(m *quantity.Mention, s *statement.Statement) QuantityJSON {
	q := &m.Value
	out := QuantityJSON{SpanJSON: w.span(m.Span), Low: limit(q.Low), High: limit(q.High), Unit: q.Unit.ID, Dimension: q.Unit.Dimension,
		Bound: q.Bound.String(), Precision: finite(q.Precision.Float()), CountOf: q.CountOf, Trend: q.Trend.String(), Rule: m.Rule}
	if q.Single {
		v := finite(q.Value.Float())
		out.Value = &v
	}
	if q.Restates >= 0 {
		r := int(q.Restates)
		out.Restates = &r
	}
	if q.PartOf >= 0 {
		out.PartOf = w.d.Quantities[q.PartOf].Of(w.body)
	}
	if s != nil {
		out.Measure, out.Entity, out.Modifiers, out.Slot = s.Slot.Measure, s.Slot.Entity, s.Slot.Modifiers, s.Slot.String()
	}
	return out
}

func limit(l quantity.Limit) *float64 {
	if l.None {
		return nil
	}
	f := finite(l.Float())
	return &f
}

// finite keeps a number writable: JSON has no infinity.
func finite(f float64) float64 {
	switch {
	case math.IsInf(f, 1):
		return math.MaxFloat64
	case math.IsInf(f, -1):
		return -math.MaxFloat64
	case math.IsNaN(f):
		return 0
	}
	return f
}

func (w *documentWriter) time(m *timex.Mention) TimeJSON {
	from, to := m.Value.ISO()
	return TimeJSON{SpanJSON: w.span(m.Span), From: from, To: to, Grain: m.Value.Grain.String()}
}

// isoTime writes a date, or a date and time where the grain is finer than a day.
func isoTime(t time.Time, g timex.Grain) string {
	if g < timex.Day && g != timex.None {
		return t.Format("2006-01-02T15:04:05Z07:00")
	}
	return t.Format("2006-01-02")
}

func (w *documentWriter) name(m *name.Mention) NameJSON {
	e := &w.d.Entities[m.Value.Entity]
	return NameJSON{SpanJSON: w.span(m.Span), Name: e.Name, Kind: e.Kind.String(), ID: e.ID, Via: m.Value.Via.String()}
}

func (w *documentWriter) attribution(a *attribution.Attribution) StatementJSON {
	out := StatementJSON{Form: a.Form.String(), Stance: a.Stance.String(), ToldTo: a.ToldTo, Medium: a.Medium, Via: a.Via, Modality: a.Modality.String(),
		Speaker: SpeakerJSON{Name: a.Speaker.Name, For: a.Speaker.For}, Content: make([]SpanJSON, 0, len(a.Content))}
	var all text.Span
	grow := func(r text.Range) {
		if sp := w.d.Text.Span(r); all.Empty() {
			all = sp
		} else if !sp.Empty() {
			all = all.Cover(sp)
		}
	}
	if a.Negated {
		out.Polarity = "negative"
	}
	if sp := w.d.Text.Span(a.Speaker.Range); !sp.Empty() {
		out.Speaker.Start, out.Speaker.End, out.Speaker.Text = &sp.Start, &sp.End, sp.Of(w.body)
		grow(a.Speaker.Range)
	}
	if a.Cue.Len() > 0 {
		c := w.tokens(a.Cue)
		out.Cue = &c
		grow(a.Cue)
	}
	for _, r := range a.Content {
		out.Content = append(out.Content, w.tokens(r))
		grow(r)
	}
	for _, r := range a.Quoted {
		out.Quoted = append(out.Quoted, w.tokens(r))
	}
	if a.SaidAt >= 0 {
		t := w.time(&w.d.Times[a.SaidAt])
		out.SaidAt = &t
	}
	if a.Happened >= 0 {
		t := w.time(&w.d.Times[a.Happened])
		out.HappenedAt = &t
	}
	out.Start, out.End = all.Start, all.End
	return out
}
