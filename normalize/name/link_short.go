package name

import (
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/text"
)

// indexStarts registers what x, the name of body e, is called for short: what stands before a word for a kind of firm, club or school,
// as Calmara of Calmara Airways Inc.
func (l *linker) indexStarts(x *found, e int32) {
	key := uint64(0)
	for j := x.First; j < x.Last; j++ {
		k := &l.Tokens[j]
		if j > x.First && l.callsShort(int(j)) && (j > x.First+1 || l.mayStandAlone(int(x.First))) {
			l.alias(startKey(key), e)
		}
		switch k.Class {
		case text.Word:
			if !l.Capital(int(j)) {
				return // Bank of Calmara
			}
			key = key*golden ^ k.Hash
		case text.Clitic:
		default:
			return
		}
	}
}

// callsShort reports whether token i is a word for a kind of body that is left out where the body is named again.
func (l *linker) callsShort(i int) bool {
	row, ok := l.Row(i, lexicon.OrgTypes)
	if !ok || !l.Capital(i) {
		return false
	}
	switch row.Field(colOrgType) {
	case "firm", "club", "school", "legal":
		return true
	}
	return false
}

// mayStandAlone reports whether token i, the first of a body's name, may be all that is said of it: no common word, nor what names a place.
func (l *linker) mayStandAlone(i int) bool {
	return l.Mask(i)&(nameTables|lexicon.Function.In()|lexicon.OrgTypes.In()|lexicon.Given.In()) == 0 && (!l.plain(i) || l.Tokens[i].Is(text.MixedCaps))
}

func startKey(key uint64) uint64 { return key ^ 0x3fffffff }

// byPrefix links Calmara to Calmara Airways, unless a title tells that it is a person.
func (l *linker) byPrefix(n int) bool {
	x := &l.found[n]
	if x.known != 0 || x.title.Len() > 0 || x.kind == Work || x.kind == Event || x.kind == Person && x.words > 1 && l.wordClass(int(x.First)) != wordSaint || x.kind == Place && !x.here && x.words > 1 {
		return false
	}
	e := l.byKey.get(startKey(x.key))
	if e < 0 || l.entities[e].Kind != Organization || l.at(e).form.Len() <= x.Len() {
		return false
	}
	x.kind = Organization
	l.mention(n, e)
	return true
}

// clubWord reports whether token i is a word for a kind of club that is no common word, as all that is said of its name: Rovers.
func (l *linker) clubWord(i int) bool {
	row, ok := l.Row(i, lexicon.OrgTypes)
	return ok && row.Field(colOrgType) == "club" && !l.plain(i)
}

// indexBare registers what e, a storm or a river, is called without the word for its kind before it: Brona, the Teme.
func (l *linker) indexBare(x *found, e int32) {
	first, last := int(x.First), int(x.Last)-1
	if x.words != 2 || last != first+1 || l.entities[e].Kind != Event && l.entities[e].Kind != Place || l.word(first).flags&leadsName == 0 && !l.isHead(first) || l.isHead(last) || l.plain(last) || l.entities[e].Kind == Place && l.Has(last, lexicon.Surnames) {
		return
	}
	l.alias(bareKey(l.Tokens[last].Hash), e)
}

func bareKey(key uint64) uint64 { return key ^ 0x2fffffff }

// byBare links Brona to Storm Brona, where no title tells that it is a person.
func (l *linker) byBare(n int) bool {
	x := &l.found[n]
	if x.known != 0 || x.words != 1 || x.title.Len() > 0 {
		return false
	}
	e := l.byKey.get(bareKey(x.key))
	if i := int(x.Last); e < 0 || i+1 < len(l.Tokens) && l.Tokens[i].Class == text.Comma && l.Tokens[i+1].Class == text.Number {
		return false // Tilton, 19, is a person
	}
	if i := int(x.Last); l.entities[e].Kind == Event && i < len(l.Tokens) && l.Has(i, lexicon.Cues) && l.word(i).flags&isSaying != 0 {
		return false // Brian told reporters: no storm does
	}
	x.kind = l.entities[e].Kind
	l.mention(n, e)
	return true
}
