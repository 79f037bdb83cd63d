package factcheck

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/timex"
)

// A Grounding tells of each claim of an answer whether its contexts support it, contradict it or do not
// mention it. The three are never mixed.
type Grounding struct {
	ID     string
	Answer Source
	Claims []Claim
}

// A Claim is one checkable piece of an answer, with one plain sentence that says why it is what it is.
type Claim struct {
	compare.Claim
	Explanation string
}

// Count returns how many claims are in a state.
func (g *Grounding) Count(s compare.State) int {
	n := 0
	for i := range g.Claims {
		if g.Claims[i].State == s {
			n++
		}
	}
	return n
}

// Ground checks an answer against its contexts with a zero Checker.
func Ground(answer Source, contexts ...Source) (*Grounding, error) {
	return new(Checker).Ground(answer, contexts...)
}

// Ground checks each number, time, name, quotation and clause of an answer against its contexts. Silence
// of the contexts is not found, never contradicted. An error means bad input.
func (c *Checker) Ground(answer Source, contexts ...Source) (*Grounding, error) {
	if err := c.init(); err != nil {
		return nil, err
	}
	contexts = slices.Clone(contexts)
	for i := range contexts {
		if contexts[i].ID == "" {
			contexts[i].ID = fmt.Sprint(i + 1)
		}
	}
	if err := checkIDs(contexts); err != nil {
		return nil, err
	}
	for i := range contexts {
		if err := c.dateline(&contexts[i]); err != nil {
			return nil, err
		}
	}
	if answer.Published.IsZero() && len(contexts) == 1 {
		answer.Published = contexts[0].Published
	}
	undated(&answer, contexts)
	a, err := c.n.Read(&answer)
	if err != nil {
		return nil, err
	}
	docs := make([]*normalize.Document, len(contexts))
	for i := range contexts {
		if docs[i], err = c.n.Read(&contexts[i]); err != nil {
			return nil, err
		}
	}
	g := &Grounding{ID: answer.ID, Answer: answer}
	for _, cl := range compare.Ground(a, docs) {
		g.Claims = append(g.Claims, Claim{cl, fillAs(reasons[cl.Reason.Code], cl.Reason.Args, asWritten)})
	}
	return g, nil
}

// Where a context without a date tells its own.
const (
	headBytes   = 160  // of the first line
	firstOfAges = 1990 // what is told of an earlier year is told of history
)

// dateline dates a context that has no date by the day that its beginning tells with the year: "Tuesday, 11 March 2025. …".
func (c *Checker) dateline(s *Source) error {
	if !s.Published.IsZero() {
		return nil
	}
	head, _, _ := strings.Cut(s.Text, "\n")
	if len(head) > headBytes {
		head = head[:strings.LastIndexByte(head[:headBytes], ' ')+1]
	}
	if !strings.ContainsAny(head, "0123456789") {
		return nil
	}
	doc, err := c.n.Read(&Source{ID: s.ID, Text: head})
	if err != nil {
		return err
	}
	for i := range doc.Times {
		if t := &doc.Times[i].Value; t.Resolved() && t.Grain == timex.Day && t.From.Year() >= firstOfAges {
			s.Published = t.From
			return nil
		}
	}
	return nil
}

// undated gives an answer and its contexts one date where none of them has one, so that "the second quarter" in
// both is one time. The date is never shown.
func undated(answer *Source, contexts []Source) {
	if !answer.Published.IsZero() {
		return
	}
	for i := range contexts {
		if !contexts[i].Published.IsZero() {
			return
		}
	}
	anchor := time.Date(2000, time.July, 1, 0, 0, 0, 0, time.UTC)
	answer.Published = anchor
	for i := range contexts {
		contexts[i].Published = anchor
	}
}

// groundingJSON is one line of ragcheck: schema/grounding.json.
type groundingJSON struct {
	Schema       string      `json:"schema"`
	ID           string      `json:"id"`
	Claims       []claimJSON `json:"claims"`
	Supported    int         `json:"supported"`
	Contradicted int         `json:"contradicted"`
	NotFound     int         `json:"not_found"`
}

type claimJSON struct {
	Start       int            `json:"start"`
	End         int            `json:"end"`
	Text        string         `json:"text"`
	Kind        string         `json:"kind"`
	State       string         `json:"state"`
	Reason      string         `json:"reason"`
	Explanation string         `json:"explanation"`
	Evidence    []evidenceJSON `json:"evidence"`
	Passage     string         `json:"passage"`
}

func (g *Grounding) wire() groundingJSON {
	out := groundingJSON{Schema: Schema, ID: g.ID, Claims: make([]claimJSON, 0, len(g.Claims)), Supported: g.Count(compare.Supported),
		Contradicted: g.Count(compare.Contradicted), NotFound: g.Count(compare.NotFound)}
	for i := range g.Claims {
		c := &g.Claims[i]
		out.Claims = append(out.Claims, claimJSON{Start: c.Span.Start, End: c.Span.End, Text: c.Text, Kind: c.Kind, State: string(c.State),
			Reason: c.Reason.Code, Explanation: c.Explanation, Evidence: evidenceList(c.Evidence), Passage: c.Passage.Text})
	}
	return out
}

// MarshalJSON writes the grounding in the form of schema/grounding.json.
func (g *Grounding) MarshalJSON() ([]byte, error) { return json.Marshal(g.wire()) }

// WriteText writes for people what the contexts do not bear out: each claim that they contradict or do not mention, why, and the sentence to
// read it beside.
func (g *Grounding) WriteText(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d contradicted, %d not found, %d supported\n", orUnnamed(g.ID), g.Count(compare.Contradicted), g.Count(compare.NotFound), g.Count(compare.Supported))
	for _, state := range [...]compare.State{compare.Contradicted, compare.NotFound} {
		for i := range g.Claims {
			c := &g.Claims[i]
			if c.State != state {
				continue
			}
			fmt.Fprintf(&b, "  %s: %s “%s”\n    %s\n", strings.ReplaceAll(string(state), "_", " "), c.Kind, oneLine(c.Text), oneLine(c.Explanation))
			if p := &c.Passage; p.Text != "" {
				nearest := ""
				if len(c.Evidence) == 0 {
					nearest = "nearest is "
				}
				fmt.Fprintf(&b, "    %s%s:%d:%d: %s\n", nearest, p.Source, p.Line, p.Column, oneLine(p.Text))
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func orUnnamed(id string) string {
	if id == "" {
		return "answer"
	}
	return id
}

// oneLine writes a passage on one line.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// A Question is an answer with its contexts, as a line of ragcheck has them.
type Question struct {
	Answer   Source
	Contexts []Source
}

// DecodeQuestion reads {"id","answer","contexts":[…]}.
func DecodeQuestion(line []byte) (Question, error) {
	var in struct {
		ID       string            `json:"id"`
		Answer   *string           `json:"answer"`
		Contexts []json.RawMessage `json:"contexts"`
	}
	if err := decode(line, &in); err != nil {
		return Question{Answer: Source{ID: in.ID}}, err
	}
	q := Question{Answer: Source{ID: in.ID}, Contexts: make([]Source, len(in.Contexts))}
	if in.Answer == nil {
		return q, fmt.Errorf(`a line has the text "answer" and the list "contexts"`)
	}
	q.Answer.Text = *in.Answer
	for i, raw := range in.Contexts {
		s, err := DecodeSource(raw)
		if err != nil {
			return q, fmt.Errorf("context %d %q: %w", i+1, s.ID, err)
		}
		q.Contexts[i] = s
	}
	return q, nil
}

// StreamGround answers JSON lines {"id","answer","contexts":[…]} with one grounding a line, in input order.
// It returns how many lines could not be read; each of those has an error line.
func (c *Checker) StreamGround(r io.Reader, w io.Writer) (refused int, err error) {
	return c.stream(r, w, func(line []byte) (string, any, error) {
		q, err := DecodeQuestion(line)
		if err != nil {
			return q.Answer.ID, nil, err
		}
		g, err := c.Ground(q.Answer, q.Contexts...)
		if err != nil {
			return q.Answer.ID, nil, err
		}
		return q.Answer.ID, g.wire(), nil
	})
}
