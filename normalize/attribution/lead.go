package attribution

import (
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
	n := f.namesFrom(text.Range{First: int32(last), Last: who.Last})
	if n < len(f.names) && f.names[n].First <= who.Last-1 && f.names[n].First >= who.First {
		return f.isPerson(&f.names[n])
	}
	if f.g.Starts(int(who.First)).Has(lexicon.Titles) && who.Len() > 1 && f.g.Tokens[last].Is(text.AllCaps) {
		return true // SEN. HIRONO-BAKER
	}
	return who.Len() == 1 && f.g.Tokens[last].Is(text.AllCaps) && f.group(last) == people
}

// transcript reports whether the text is one: paragraphs begin with who speaks, in capitals or the same persons again, and what they say stands without
// quotation marks. A list of persons, each with what is told of him, is none, even if one of them is in it twice.
func (f *finder) transcript() bool {
	var seen [turnsKept]turns
	n, capitals, again := 0, 0, 0
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
		told := f.tells(text.Range{First: next, Last: par.Last})
		k := 0
		for k < n && f.g.Span(seen[k].who).Of(f.g.Body) != f.g.Span(who).Of(f.g.Body) {
			k++
		}
		switch {
		case k < n:
			if told && seen[k].told {
				return true
			}
			if !seen[k].again {
				seen[k].again = true
				again++
			}
			if seen[k].told = seen[k].told || told; again == leastAgain {
				return true
			}
		case n < turnsKept:
			seen[n] = turns{who: who, told: told}
			n++
		}
	}
	return false
}

// turns are what is kept in mind of one who may speak in a transcript.
type turns struct {
	who   text.Range
	told  bool // he speaks in a clause
	again bool // a second paragraph begins with him
}

// tells reports whether a finite verb stands in r, behind its first word.
func (f *finder) tells(r text.Range) bool {
	before := fact(0)
	for i := int(r.First); i < int(r.Last); i++ {
		k := &f.g.Tokens[i]
		if k.Class == text.Clitic && f.wordFact(i)&(be|have|modal) != 0 && before&(subject|pronoun|there) != 0 {
			return true
		}
		if k.Class != text.Word {
			before = 0
			continue
		}
		w := f.wordFact(i)
		if i > int(r.First) && f.finiteBehind(w, before) {
			return true
		}
		before = w
	}
	return false
}

// finiteBehind reports whether a word of facts w is a finite verb behind one of facts b.
func (f *finder) finiteBehind(w, b fact) bool {
	switch {
	case w&aux != 0 && w&(noun|when) == 0:
		return true
	case w&(prep|sub|conj|det) != 0 || b&det != 0 && b&(noun|pronoun) == 0 || b&prep != 0:
		return false
	case w&past != 0:
		return w&adj == 0 || b&(noun|proper|plural|subject) != 0
	case w&third != 0:
		return w&noun == 0 || b&(noun|subject) != 0 && b&(adj|plural) == 0
	}
	return w&base != 0 && b&(plural|several|first) != 0
}

const (
	leastTurns = 2 // how many paragraphs of a transcript begin with who speaks
	leastAgain = 2 // how many speakers begin a second one, if none of them is known to speak in clauses
	turnsKept  = 8 // how many speakers are kept in mind
)

// turn makes what a paragraph of a transcript holds the words of who stands before its colon.
func (f *finder) turn(par *text.Paragraph) {
	who, next, ok := f.label(par)
	if !ok || f.g.Tokens[next].Class == text.QuoteMark {
		return
	}
	at := f.wholly(par, text.Range{First: next, Last: par.Last})
	at.Form = Direct
	f.speakerOf(at, who)
	if last := par.Last - 1; f.g.Tokens[last].Byte(f.g.Body) == '?' {
		at.Stance = Asks
	}
	f.said, f.saidAt = at.Speaker, at.Sentence
}

// wholly appends the attribution of content with which a paragraph begins, or which it is.
func (f *finder) wholly(par *text.Paragraph, content text.Range) *Attribution {
	at := f.next()
	at.Sentence = par.Sentences.First
	at.SaidAt, at.Happened, at.Parent = -1, -1, -1
	from := len(f.spans)
	f.spans = append(f.spans, content)
	at.Content = f.spans[from:len(f.spans):len(f.spans)]
	return at
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
			if who := (text.Range{First: par.First, Last: j}); par.Last-j > 3 && g.Tokens[j+1].Class <= text.Number && f.voice(who, false) && f.claims(who, text.Range{First: j + 1, Last: par.Last}) {
				f.headlineBy(par, who, text.Range{First: j + 1, Last: par.Last})
				return
			}
			break
		}
	}
	for j := par.Last - 2; j > par.First+2 && j >= par.Last-1-voiceTokens; j-- {
		if k := &g.Tokens[j]; k.Class == text.Dash || k.Class == text.Comma && k.Byte(g.Body) == ':' {
			if who := (text.Range{First: j + 1, Last: par.Last}); f.voice(who, true) && f.claims(who, text.Range{First: par.First, Last: j}) {
				f.headlineBy(par, who, text.Range{First: par.First, Last: j})
			}
			return
		}
	}
}

// claims reports whether content may be what tokens who, a noun for those who speak, say in a headline: no question, and of a noun by itself no mere title.
func (f *finder) claims(who, content text.Range) bool {
	if f.isPersonAt(who.Last - 1) {
		return true
	}
	if f.asks(content.First) || f.g.Tokens[content.Last-1].Byte(f.g.Body) == '?' {
		return false
	}
	for i := content.First; i < content.Last-1; i++ {
		if k := &f.g.Tokens[i]; k.Class == text.Comma && k.Byte(f.g.Body) == ':' && f.asks(i+1) {
			return false // Explainer: Who pays for the bridge
		}
	}
	return who.Len() > 1 || f.tells(content) || f.comes(content)
}

// isPersonAt reports whether a mention of a person ends with token i.
func (f *finder) isPersonAt(i int32) bool {
	n := f.namesFrom(text.Range{First: i, Last: i + 1})
	return n < len(f.names) && f.names[n].First <= i && f.isPerson(&f.names[n])
}

// asks reports whether a question begins with token i: who pays, what does it cost, is it safe.
func (f *finder) asks(i int32) bool {
	if w := f.closedFact(int(i)); w&aux != 0 {
		return true
	}
	return f.functionRow(int(i), func(r lexicon.Row) bool { return r.Field(colClass) == "question" })
}

// comes reports whether content tells of what will be or of what has come to whom, as headlines do without a finite verb: to cut jobs, seven dead.
func (f *finder) comes(content text.Range) bool {
	for i := int(content.First) + 1; i < int(content.Last); i++ {
		if f.closedFact(i)&to != 0 && i+1 < int(content.Last) && f.wordFact(i+1)&base != 0 {
			return true
		}
		if !f.g.At(i).Has(lexicon.Measures) {
			continue
		}
		if row, _, ok := f.g.Longest(i, lexicon.Measures); ok && row.Field(colMeasureKind) == "state" {
			return true
		}
	}
	return false
}

// colMeasureKind is the kind in measures.tsv.
const colMeasureKind = 1

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
	at := f.wholly(par, content)
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
