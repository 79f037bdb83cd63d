package factcheck

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/normalize"
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
	Explanation string         `json:"explanation"`
	Evidence    []evidenceJSON `json:"evidence"`
}

func (g *Grounding) wire() groundingJSON {
	out := groundingJSON{Schema: Schema, ID: g.ID, Claims: make([]claimJSON, 0, len(g.Claims)), Supported: g.Count(compare.Supported),
		Contradicted: g.Count(compare.Contradicted), NotFound: g.Count(compare.NotFound)}
	for i := range g.Claims {
		c := &g.Claims[i]
		out.Claims = append(out.Claims, claimJSON{Start: c.Span.Start, End: c.Span.End, Text: c.Text, Kind: c.Kind, State: string(c.State),
			Explanation: c.Explanation, Evidence: evidenceList(c.Evidence)})
	}
	return out
}

// MarshalJSON writes the grounding in the form of schema/grounding.json.
func (g *Grounding) MarshalJSON() ([]byte, error) { return json.Marshal(g.wire()) }

// StreamGround answers JSON lines {"id","answer","contexts":[…]} with one grounding a line, in input order.
// It returns how many lines could not be read; each of those has an error line.
func (c *Checker) StreamGround(r io.Reader, w io.Writer) (refused int, err error) {
	return c.stream(r, w, func(line []byte) (string, any, error) {
		var in struct {
			ID       string            `json:"id"`
			Answer   *string           `json:"answer"`
			Contexts []json.RawMessage `json:"contexts"`
		}
		if err := decode(line, &in); err != nil {
			return in.ID, nil, err
		}
		if in.Answer == nil {
			return in.ID, nil, fmt.Errorf(`a line has the text "answer" and the list "contexts"`)
		}
		contexts := make([]Source, len(in.Contexts))
		for i, raw := range in.Contexts {
			s, err := DecodeSource(raw)
			if err != nil {
				return in.ID, nil, fmt.Errorf("context %d %q: %w", i+1, s.ID, err)
			}
			contexts[i] = s
		}
		g, err := c.Ground(Source{ID: in.ID, Text: *in.Answer}, contexts...)
		if err != nil {
			return in.ID, nil, err
		}
		return in.ID, g.wire(), nil
	})
}
