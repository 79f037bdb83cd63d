package attribution

import (
	"sort"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// stampTokens is the most tokens that the stamp of an entry takes: [11:05 a.m. ET] —
const stampTokens = 14

// pastStamp returns the token behind the time that the entry of a log, a chat or a live report begins with at token i, or i: 15:03 · [09:14] ·
// **14.41** · 10:20 a.m. -
func (f *finder) pastStamp(i, last int) int {
	g := f.g
	clock := false
	for j := i; j < last && j < i+stampTokens; j++ {
		k := &g.Tokens[j]
		switch k.Class {
		case text.Number:
			if !clock && k.End-k.Start > 5 {
				return i
			}
		case text.Comma, text.Stop:
			clock = clock || k.Byte(g.Body) == ':' && j > i && j+1 < last && g.Tokens[j-1].Class == text.Number && g.Tokens[j+1].Class == text.Number
		case text.Bracket, text.Dash, text.Hyphen, text.Symbol:
		case text.Word, text.QuoteMark:
			if g.Mask(j)&(1<<lexicon.TimeCues|1<<lexicon.TimeZones) != 0 && k.Class == text.Word && j > i && !(clock && k.Is(text.Capital) && !k.Is(text.AllCaps)) && f.timeAt(j) {
				clock = true
				continue
			}
			if j == i || !clock && !f.stamped(i, j) || k.Class == text.Word && !k.Is(text.Capital) {
				return i
			}
			return j
		default:
			return i
		}
	}
	return i
}

// stamped reports whether tokens i to j-1 are digits like those of a clock, set off from the text by marks or by emphasis: **14.41**, [14.41]
func (f *finder) stamped(i, j int) bool {
	between := f.g.Body[f.g.Tokens[j-1].End:f.g.Tokens[j].Start]
	if f.g.Tokens[j-1].Class != text.Symbol && f.g.Tokens[j-1].Class != text.Bracket && !strings.Contains(between, "*") {
		return false
	}
	for ; i < j; i++ {
		if k := &f.g.Tokens[i]; k.Class == text.Number {
			w := f.g.Word(i)
			return len(w) > 3 && w[len(w)-3] == '.'
		}
	}
	return false
}

// labelTokens is the most tokens that the label of a speaker takes.
const labelTokens = 9

// label returns the tokens of who speaks in paragraph par where it begins with him, and the token behind the colon: DR. QUISPE: We shipped a million.
func (f *finder) label(par *text.Paragraph) (who text.Range, next int32, ok bool) {
	g := f.g
	for j := par.First; j+2 < par.Last && j < par.First+labelTokens; j++ {
		switch k := &g.Tokens[j]; k.Class {
		case text.Word:
			if !k.Is(text.Capital) {
				return who, 0, false
			}
		case text.Comma:
			if k.Byte(g.Body) != ':' || j == par.First || !g.Tokens[j+1].Is(text.SpaceBefore) {
				return who, 0, false
			}
			who = text.Range{First: par.First, Last: j}
			return who, j + 1, f.speaks(who)
		case text.Stop, text.Hyphen:
		default:
			return who, 0, false
		}
	}
	return who, 0, false
}

// speaks reports whether a label is a person's name, or a noun for somebody in capitals: MODERATOR.
func (f *finder) speaks(who text.Range) bool {
	last := int(who.Last) - 1
	n := sort.Search(len(f.names), func(n int) bool { return int(f.names[n].Last) > last })
	if n < len(f.names) && f.names[n].First <= who.Last-1 && f.names[n].First >= who.First {
		return f.isPerson(&f.names[n])
	}
	if f.g.Starts(int(who.First)).Has(lexicon.Titles) && who.Len() > 1 && f.g.Tokens[last].Is(text.AllCaps) {
		return true // SEN. HIRONO-BAKER
	}
	return who.Len() == 1 && f.g.Tokens[last].Is(text.AllCaps) && f.group(last) == people
}

// transcript reports whether the text is one: paragraphs begin with who speaks, in capitals or the same person again, and what he says stands without
// quotation marks. A list of persons, each with what is told of him, is none.
func (f *finder) transcript() bool {
	var seen [turnsKept]text.Range
	n, capitals := 0, 0
	for p := range f.g.Paragraphs {
		par := &f.g.Paragraphs[p]
		if par.Kind == text.Furniture || par.Len() < 4 {
			continue
		}
		who, next, ok := f.label(par)
		if !ok || f.g.Tokens[next].Class == text.QuoteMark {
			continue
		}
		if f.g.Tokens[who.Last-1].Is(text.AllCaps) {
			if capitals++; capitals == leastTurns {
				return true
			}
		}
		for k := range seen[:n] {
			if f.g.Span(seen[k]).Of(f.g.Body) == f.g.Span(who).Of(f.g.Body) {
				return true
			}
		}
		if n < turnsKept {
			seen[n] = who
			n++
		}
	}
	return false
}

const (
	leastTurns = 2 // how many paragraphs of a transcript begin with who speaks
	turnsKept  = 8 // how many speakers are kept in mind
)

// turn makes what a paragraph of a transcript holds the words of who stands before its colon.
func (f *finder) turn(par *text.Paragraph) {
	who, next, ok := f.label(par)
	if !ok || f.g.Tokens[next].Class == text.QuoteMark {
		return
	}
	at := f.next()
	at.Sentence = par.Sentences.First
	at.SaidAt, at.Happened, at.Parent = -1, -1, -1
	from := len(f.spans)
	f.spans = append(f.spans, text.Range{First: next, Last: par.Last})
	at.Content = f.spans[from:len(f.spans):len(f.spans)]
	at.Form = Direct
	f.speakerOf(at, who)
	if last := par.Last - 1; f.g.Tokens[last].Byte(f.g.Body) == '?' {
		at.Stance = Asks
	}
	f.said, f.saidAt = at.Speaker, at.Sentence
}

// speakerOf fills in who says it from the tokens that name him.
func (f *finder) speakerOf(at *Attribution, who text.Range) {
	e := int32(-1)
	if m := f.mention(who, f.namesFrom(who), int(who.Last)-1); m != nil {
		e = m.Value.Entity
	}
	at.Speaker = f.speakerNamed(e, who)
}

// speakerNamed is the speaker that tokens who stand for, entity e where one is known.
func (f *finder) speakerNamed(e int32, who text.Range) Speaker {
	if e < 0 || int(e) >= len(f.entities) {
		return Speaker{Range: who, Entity: -1, Name: f.g.Flat(who)}
	}
	s := Speaker{Range: who, Entity: e, Name: f.entities[e].Name, For: f.body(f.entities[e].For)}
	if s.Name == "" {
		s.Name = f.g.Flat(who)
	}
	return s
}

// headlineVoice attributes a headline to who stands before its colon or behind its last mark: Police: Man shot in Dover; Airline to cut jobs - sources.
func (f *finder) headlineVoice(par *text.Paragraph) {
	g := f.g
	if par.Len() < leastHeadline || par.Len() > headlineWords || g.Tokens[par.Last-1].Class == text.Stop || par.Sentences.Len() != 1 {
		return
	}
	for j := par.First + 1; j+1 < par.Last && j <= par.First+voiceTokens; j++ {
		if g.Tokens[j].Class == text.Comma && g.Tokens[j].Byte(g.Body) == ':' && g.Tokens[j+1].Is(text.SpaceBefore) {
			if who := (text.Range{First: par.First, Last: j}); par.Last-j > 3 && g.Tokens[j+1].Class <= text.Number && f.voice(who, false) {
				f.headlineBy(par, who, text.Range{First: j + 1, Last: par.Last})
				return
			}
			break
		}
	}
	for j := par.Last - 2; j > par.First+2 && j >= par.Last-1-voiceTokens; j-- {
		if k := &g.Tokens[j]; k.Class == text.Dash || k.Class == text.Comma && k.Byte(g.Body) == ':' {
			if who := (text.Range{First: j + 1, Last: par.Last}); f.voice(who, true) {
				f.headlineBy(par, who, text.Range{First: par.First, Last: j})
			}
			return
		}
	}
}

const (
	leastHeadline = 5 // tokens of a headline with a voice
	voiceTokens   = 5 // tokens that name the voice, its mark included
)

// voice reports whether tokens are words and end with a noun for those who speak, or for their text where that stands behind what it says, or, in front, with a
// person's name.
func (f *finder) voice(who text.Range, behind bool) bool {
	for j := who.First; j < who.Last; j++ {
		if c := f.g.Tokens[j].Class; c != text.Word && c != text.Clitic && c != text.Hyphen {
			return false
		}
		if f.g.Tokens[j].Class == text.Word && f.closedFact(int(j))&(aux|prep) != 0 {
			return false
		}
	}
	switch f.group(int(who.Last) - 1) {
	case noGroup:
	case issued:
		return behind
	case medium:
		return false
	default:
		return true
	}
	if behind || who.Len() < 2 {
		return false
	}
	n := f.namesFrom(text.Range{First: who.Last - 1, Last: who.Last})
	return n < len(f.names) && f.names[n].First > who.First && f.names[n].Last == who.Last && f.isPerson(&f.names[n]) && f.g.Tokens[f.names[n].First-1].Class == text.Clitic
}

// headlineBy appends the attribution of a headline.
func (f *finder) headlineBy(par *text.Paragraph, who, content text.Range) {
	at := f.next()
	at.Sentence = par.Sentences.First
	at.SaidAt, at.Happened, at.Parent = -1, -1, -1
	from := len(f.spans)
	f.spans = append(f.spans, content)
	at.Content = f.spans[from:len(f.spans):len(f.spans)]
	f.form(at)
	f.speakerOf(at, who)
	if at.Speaker.Entity < 0 {
		f.unnamed(at, int(who.Last)-1)
	}
}

// unnamed tells whether the noun at token i stands for people without names.
func (f *finder) unnamed(at *Attribution, i int) {
	if k := f.group(i); k == people || k == crowd {
		at.Speaker.Unnamed = true
	}
}
