package compare

import (
	"slices"
	"strings"

	"github.com/factdiff/factdiff/normalize/attribution"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// origins counts the independent origins of propositions: those on the word of one speaker have one, and so
// have sentences that are nearly the same in their words.
func (s *sources) origins(all []proposition, members []int) int {
	kinds := map[string]bool{}
	n := 0
	for i, m := range members {
		if i == maxOrigins {
			break
		}
		p := &all[m]
		key := "doc:" + s.docs[p.doc].Source.ID
		if p.holder != "" {
			key = "voice:" + lastWord(p.holder)
		}
		if kinds[key] {
			continue
		}
		kinds[key] = true
		copied := false
		for _, o := range members[:i] {
			if s.copied(p, &all[o]) {
				copied = true
				break
			}
		}
		if !copied {
			n++
		}
	}
	return max(n, 1)
}

// maxOrigins is how many members of a topic are looked at for copies of each other.
const maxOrigins = 256

// copyShare is the Jaccard index of their words from which two sentences are copies.
const copyShare = 0.7

func (s *sources) copied(a, b *proposition) bool {
	if a.doc == b.doc {
		return true
	}
	return s.jaccard(a.doc, a.claim.Sentence, b.doc, b.claim.Sentence) >= copyShare
}

func (s *sources) jaccard(da int, sa int32, db int, sb int32) float64 {
	a, b := s.wordsOf(da, sa), s.wordsOf(db, sb)
	both := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			both++
			i++
			j++
		}
	}
	return float64(both) / float64(max(1, len(a)+len(b)-both))
}

// wordsOf returns the different words of a sentence, by their hashes.
func (s *sources) wordsOf(d int, sentence int32) []uint64 {
	k := [2]int32{int32(d), sentence}
	words, ok := s.sentences[k]
	if ok {
		return words
	}
	g := s.docs[d].Text
	r := g.Sentences[sentence].Range
	words = make([]uint64, 0, r.Len())
	for _, t := range g.Tokens[r.First:r.Last] {
		if t.Class == text.Word || t.Class == text.Number {
			words = append(words, t.Hash)
		}
	}
	slices.Sort(words)
	words = slices.Compact(words)
	if s.sentences == nil {
		s.sentences = map[[2]int32][]uint64{}
	}
	s.sentences[k] = words
	return words
}

// sharedOrigins reports each speaker on whom several sources rest: four outlets, one press conference.
func (s *sources) sharedOrigins(who func(doc, voice int) string) []Finding {
	byKey := map[string][]spoken{}
	var order []string
	for d, doc := range s.docs {
		seen := map[string]int{}
		for i := range doc.Attributions {
			v := &doc.Attributions[i]
			if v.Speaker.Len() == 0 || v.Speaker.Unnamed {
				continue
			}
			key := who(d, i)
			if key == "" {
				continue
			}
			if at, ok := seen[key]; ok {
				if was := &byKey[key][at]; doc.Attributions[was.voice].Medium == "" && v.Medium != "" {
					was.voice = i // the words that name the occasion tell most
				}
				continue
			}
			if byKey[key] == nil {
				order = append(order, key)
			}
			seen[key] = len(byKey[key])
			byKey[key] = append(byKey[key], spoken{d, i})
		}
	}
	var out []Finding
	for _, key := range order {
		ps := byKey[key]
		if len(ps) < 2 {
			continue
		}
		if s.unplaced(ps) {
			continue
		}
		pos := Position{Side: "a", Evidence: make([]Evidence, 0, len(ps)), Sources: make([]string, 0, len(ps))}
		for _, p := range ps {
			v := &s.docs[p.doc].Attributions[p.voice]
			e := s.evidence(p.doc, s.voiceSpan(p.doc, v))
			e.Speaker, e.Reading = v.Speaker.Name, "speaker"
			pos.Evidence = append(pos.Evidence, e)
			pos.Sources = append(pos.Sources, e.Source)
		}
		pos.Value = pos.Evidence[0].Speaker
		if strings.ContainsRune(key, '+') {
			pos.Value = s.membersOf(key)
		}
		out = append(out, Finding{Kind: "provenance", Rule: SharedOrigin, Verdict: VerdictAgree, Severity: Info, Origins: 1, Topic: pos.Value,
			Reason: Reason{Code: "shared-speaker", Args: []string{pos.Value}}, Positions: []Position{pos}})
	}
	return out
}

// A spoken is an attribution of a document.
type spoken struct{ doc, voice int }

// unplaced reports whether a state speaks and nothing says on what occasion: what it says today and tomorrow has no
// one origin.
func (s *sources) unplaced(ps []spoken) bool {
	for _, p := range ps {
		doc := s.docs[p.doc]
		v := &doc.Attributions[p.voice]
		if v.Medium != "" || v.Speaker.Entity < 0 || doc.Entities[v.Speaker.Entity].Kind != name.Place {
			return false
		}
	}
	return true
}

// membersOf names those who speak as one.
func (s *sources) membersOf(key string) string {
	parts := strings.Split(key, "+")
	for n, k := range parts {
		for d := range s.docs {
			if i := slices.Index(s.keys[d], k); i >= 0 {
				parts[n] = s.docs[d].Entities[i].Name
				break
			}
		}
	}
	return strings.Join(parts, ", ")
}

// Codes of what a report has from another outlet, and from its own.
const (
	ReasonRelay = "relay"      // the outlet
	ReasonOwn   = "own-report" // the outlet
)

// relays reports what a source says on the word of another outlet, or of its own earlier reports: it is told at second
// hand. Where several rest on one outlet, that is their shared origin.
func (s *sources) relays(who func(doc, voice int) string) []Finding {
	docs := map[string]map[int]bool{}
	found := map[string]*Finding{}
	var order []string
	for d, doc := range s.docs {
		for i := range doc.Attributions {
			v := &doc.Attributions[i]
			key := who(d, i)
			if key == "" || v.Speaker.Len() == 0 || v.Cue.Len() == 0 || v.Stance != attribution.Asserts && v.Stance != attribution.Confirms || !statement.Outlet(doc.Text.Lex, v.Speaker.Name) {
				continue
			}
			if docs[key] == nil {
				docs[key] = map[int]bool{}
				order = append(order, key)
				found[key] = &Finding{Kind: "provenance", Rule: Relay, Verdict: VerdictSingle, Severity: Info, Origins: 1, Topic: v.Speaker.Name,
					Reason: Reason{Code: ReasonRelay, Args: []string{v.Speaker.Name}}, Positions: []Position{{Value: v.Speaker.Name, Side: "a", Sources: []string{doc.Source.ID}}}}
				if isOutlet(doc.Source.ID, v.Speaker.Name) || isOutlet(doc.Source.Outlet, v.Speaker.Name) {
					found[key].Reason.Code = ReasonOwn
				}
			}
			docs[key][d] = true
			e := s.evidence(d, s.voiceSpan(d, v))
			e.Speaker, e.Reading = v.Speaker.Name, "speaker"
			p := &found[key].Positions[0]
			p.Evidence = append(p.Evidence, e)
			if what := v.Content; len(p.Evidence) == 1 && len(what) > 0 {
				found[key].Topic += ": " + shorten(doc.Text.Span(what[0]).Of(doc.Source.Text), mostTopic)
				for _, h := range statement.Hedges(nil, doc.Text, what[0]) {
					e := s.evidence(d, h.Span) // what is hedged by the outlet is so at second hand
					e.Speaker, e.Reading, e.Value = v.Speaker.Name, "hedge", h.Modality.String()
					p.Evidence = append(p.Evidence, e)
					break
				}
			}
		}
	}
	var out []Finding
	for _, k := range order {
		if len(docs[k]) == 1 {
			out = append(out, *found[k])
		}
	}
	return out
}

// isOutlet reports whether what a source is called has the name of an outlet in it: cnn-reprint, CNN International.
func isOutlet(called, outlet string) bool {
	words := strings.FieldsFunc(strings.ToLower(called), func(r rune) bool { return r == '-' || r == ' ' || r == '_' || r == '.' })
	return outlet != "" && slices.Contains(words, strings.ToLower(outlet)) || called != "" && strings.EqualFold(called, outlet)
}

// voiceSpan covers the speaker and the cue where they stand side by side, else the speaker.
func (s *sources) voiceSpan(d int, v *attribution.Attribution) text.Span {
	g := s.docs[d].Text
	sp := g.Span(v.Speaker.Range)
	if m := s.mediumSpan(d, v); !m.Empty() {
		if all := sp.Cover(m); all.Len() <= sp.Len()+m.Len()+80 {
			return all
		}
	}
	if c := g.Span(v.Cue); !c.Empty() && sp.Cover(c).Len() <= sp.Len()+c.Len()+40 {
		return sp.Cover(c)
	}
	return sp
}

// mediumSpan is where the medium of a statement stands in its sentence: "in a joint statement".
func (s *sources) mediumSpan(d int, v *attribution.Attribution) text.Span {
	if v.Medium == "" {
		return text.Span{}
	}
	g := s.docs[d].Text
	sen := g.Span(g.Sentences[v.Sentence].Range)
	i := strings.Index(sen.Of(g.Body), v.Medium)
	if i < 0 {
		return text.Span{}
	}
	return text.Span{Start: sen.Start + i, End: sen.Start + i + len(v.Medium)}
}

// firstReports reports whom the sources name as the one who had the story first.
func (s *sources) firstReports(who func(doc, voice int) string) []Finding {
	byKey := map[string]*Finding{}
	var order []string
	for d, doc := range s.docs {
		for i := range doc.Attributions {
			v := &doc.Attributions[i]
			if v.Speaker.Len() == 0 || v.Speaker.Unnamed || !statement.FirstWord(doc.Text, v.Cue) {
				continue
			}
			key := who(d, i)
			f := byKey[key]
			if f == nil {
				f = &Finding{Kind: "provenance", Rule: FirstReport, Verdict: VerdictAgree, Severity: Info, Origins: 1, Topic: v.Speaker.Name,
					Reason: Reason{Code: "first-reported", Args: []string{v.Speaker.Name}}, Positions: []Position{{Value: v.Speaker.Name, Side: "a"}}}
				byKey[key] = f
				order = append(order, key)
			}
			p := &f.Positions[0]
			if n := len(p.Sources); n > 0 && p.Sources[n-1] == doc.Source.ID {
				continue
			}
			e := s.evidence(d, s.voiceSpan(d, v))
			e.Speaker, e.Reading = v.Speaker.Name, "speaker"
			p.Sources, p.Evidence = append(p.Sources, e.Source), append(p.Evidence, e)
		}
	}
	var out []Finding
	for _, k := range order {
		out = append(out, *byKey[k])
	}
	return out
}
