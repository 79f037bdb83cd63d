package statement

import (
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/factdiff/factdiff/normalize/name"
	"github.com/factdiff/factdiff/normalize/text"
)

// A Clause is a sentence as a bag of keys, for grounding: is what it says said elsewhere?
type Clause struct {
	Sentence int32
	Span     text.Span
	Keys     []Key
	Seams    []Seam
	Tails    []int32 // bytes at which a clause or phrase of time begins, which tells of all before it: after a collision
}

// A Seam is where a sentence may begin to speak of something else: at a comma, a conjunction, a semicolon.
type Seam struct {
	At     int32 // byte at which what is behind the seam begins
	Strong bool  // a semicolon, a "while": what follows is a clause of its own
}

// HasAll reports whether the clause has all of the words.
func (c *Clause) HasAll(hashes []uint64) bool {
	for _, h := range hashes {
		if !slices.ContainsFunc(c.Keys, func(k Key) bool { return k.Hash == h }) {
			return false
		}
	}
	return true
}

// A Key is a content word of a clause.
type Key struct {
	Hash     uint64 // of the lemma
	Class    string // class of words that say the same (synonyms.tsv), or ""
	Pairs    [maxPairs]Pair
	Number   bool // digits or a number word: no content of its own, but what stands beside it is told by it
	Name     bool // part of a name
	Known    bool // senses.tsv has it: see Thesaurus
	noun     bool // and nothing else
	meaning  lexicon.Row
	Negation bool // the word denies: not, no, never
	Denial   Denial
	Naught   bool  // a verb that is denied by what stands behind it alone: wanted no change
	Part     int16 // counts the parts of the sentence: between commas, before and behind a "but"
	Verb     bool
	Numbered bool   // a number at once behind a noun, which tells one of its kind: version 4
	Led      bool   // a preposition stands before it
	Closed   bool   // a word of a closed class that is a side of a pair: above, against
	Measure  string // class of what is measured: killed, dead, or ""
	Office   bool   // a title or an office: secretary, minister
	Term     string // term of terms.tsv, where the word is one that a desk should look at, or ""
	Terms    string // and the class it belongs to
	Span     text.Span
}

// A Pair is a side of a pair of opposites (opposites.tsv) that a word belongs to. The zero Pair is none.
type Pair struct {
	ID   string
	Side byte // 'a' or 'b'
	Kind PairKind
}

// PairKind tells how firmly one thing is bound to one side of a pair.
type PairKind uint8

const (
	Opposite PairKind = iota // rose, fell: others may stand on the other side
	State                    // open, closed: another day may have another side
	Outcome                  // convicted, acquitted: settled once for all
)

// maxPairs is how many pairs of opposites a word may belong to: what declined has fallen, or was refused.
const maxPairs = 3

// A Meaning is what a word can mean: words with a sense in common can say the same.
type Meaning struct {
	Senses  []uint32
	Wider   []uint32 // senses of more general words: car for sedan
	Against []uint32 // senses of words that say the opposite
}

func meaningOf(r lexicon.Row) Meaning {
	return Meaning{numbers(r.Field(colSenses)), numbers(r.Field(colWider)), numbers(r.Field(colAgainst))}
}

// numbers reads numbers of base 36.
func numbers(cell string) []uint32 {
	var out []uint32
	for f := range strings.FieldsSeq(cell) {
		if n, err := strconv.ParseUint(f, 36, 32); err == nil {
			out = append(out, uint32(n))
		}
	}
	return out
}

// Denial tells whether a word is said to hold.
type Denial uint8

const (
	Affirmed Denial = iota
	Unclear         // a word that denies stands somewhere near: "failed to find", "did not see any sign of"
	Denied          // "not guilty", "no clear evidence", "found no"
)

// Columns of the tables that Clauses reads.
const (
	colLemma   = 0 // words.tsv: the lemma
	colPOS     = 1 // words.tsv: parts of speech
	colSynonym = 0 // synonyms.tsv: the class

	colSynonymPOS = 1
	colSenses     = 0 // senses.tsv
	colWider      = 1
	colAgainst    = 2
	colPair       = 0 // opposites.tsv
	colPairSide   = 1
	colPairKind   = 2

	colTermClass = 0 // terms.tsv
	colTermRel   = 1
	colTerm      = 2
)

const (
	impliedDenial = "denial" // the pair of opposites.tsv of words that deny by what they mean
	definite      = "definite"
	contrast      = "but" // a kind of function.tsv: but, yet
	semicolon     = ";"
)

// fullNegation is a kind of function.tsv: not and no, but not hardly.
const fullNegation = "full"

// Clauses appends one clause for each sentence of prose to dst.
func Clauses(dst []Clause, g *lexicon.Tagged, names []name.Mention) []Clause {
	b := clauser{g: g, names: names}
	for s := range g.Sentences {
		sen := &g.Sentences[s]
		if sen.Len() == 0 || g.Paragraphs[sen.Paragraph].Kind == text.Furniture {
			continue
		}
		if keys := b.keys(sen.Range); len(keys) > 0 {
			dst = append(dst, Clause{Sentence: int32(s), Span: g.Span(sen.Range), Keys: keys, Seams: b.seams, Tails: b.tails})
		}
	}
	return dst
}

// A clauser walks the sentences of a text.
type clauser struct {
	g     *lexicon.Tagged
	names []name.Mention
	n     int // first name that does not end before the token looked at

	seams   []Seam
	tails   []int32
	part    int16
	denied  bool // the next content word is denied
	group   bool // and no more than the noun behind the word that denies, which tells of a group by what it lacks
	unclear int  // tokens up to here may be

	relative bool // a relative clause has begun
	verbs    int  // verbs behind the word that denies in it, or -1: days that are not taken are lost
}

// keys makes the keys of one sentence.
func (b *clauser) keys(sen text.Range) []Key {
	b.part, b.denied, b.group, b.unclear, b.seams, b.tails = 0, false, false, -1, nil, nil
	b.relative, b.verbs = false, -1
	var keys []Key
	last := -2 // token behind the last key
	for i := int(sen.First); i < int(sen.Last); i++ {
		for b.n < len(b.names) && int(b.names[b.n].Last) <= i {
			b.n++
		}
		b.boundary(i)
		b.leave(i, last)
		if i > int(sen.First) && leadsTime(b.g, i) {
			b.tails = append(b.tails, b.g.Tokens[i].Start)
		}
		if isOfKind(b.g, i, classSubordinator, "open") {
			b.unclear = max(b.unclear, i+unclearReach) // to find out whether it lowers the risk
		}
		if isGround(b.g, i, "otherwise") {
			b.unclear = max(b.unclear, i+unclearReach) // otherwise the judge could have tripled the sum, which was not done
		}
		k, next, ok := key(b.g, i)
		if !ok {
			continue
		}
		if k.Negation {
			if i+1 == int(sen.Last) || !isGround(b.g, i+1, "until") { // not until May tells when, and denies nothing
				b.deny(keys, i)
			}
			continue
		}
		if k.Number && inClass(b.g, i, classDeterminer) {
			last = i + 1
			continue // an article
		}
		if k.Verb && b.joined(next) {
			k.Pairs = [maxPairs]Pair{} // cutting-edge
		}
		unclear := b.unclear
		switch {
		case k.weakens(b.g, i):
			b.unclear = max(b.unclear, i+unclearReach)
			unclear = b.unclear
		case isGround(b.g, i, "clears"):
			b.unclear = max(b.unclear, i+unclearReach) // of what is told behind it; the word itself holds
		}
		if k.Verb && i > int(sen.First) && isGround(b.g, i-1, "none") {
			k.Verb = false // no ferries
		}
		k.Part, k.Measure = b.part, MeasureAt(b.g, i)
		k.Numbered = k.Number && last == i && len(keys) > 0 && keys[len(keys)-1].noun
		k.Led = i > int(sen.First) && b.led(i-1)
		k.Name = b.n < len(b.names) && b.names[b.n].Has(i) && b.g.Tokens[i].Flags&text.Capital != 0
		switch {
		case b.denied && b.group && b.passed(keys, &k, i, last):
			b.denied = false
		case b.denied && !k.Number:
			k.Denial = Denied // and what stands at once behind it: no clear evidence
			if b.definite(i-1) || b.joined(next) || last != i && len(keys) > 0 && keys[len(keys)-1].Denial == Denied {
				k.Denial, b.denied = Unclear, false
			}
		case i <= unclear:
			k.Denial = Unclear
		}
		if k.Verb && b.verbs >= 0 {
			b.verbs++
		}
		keys = append(keys, k)
		i = max(i, min(next, int(sen.Last))-1)
		last = i + 1
	}
	return keys
}

// Reaches of a word that denies, in tokens.
const (
	unclearReach = 10 // behind it what it denies is unclear: did not find any evidence of poison
	groupReach   = 4  // where it tells of a group by what it lacks, and that is held against another
	backReach    = 3  // and before it, in content words: evidence was not found
)

// deny takes note of the word that denies at token i.
func (b *clauser) deny(keys []Key, i int) {
	b.denied, b.group, b.unclear = true, false, i+unclearReach
	if b.relative {
		b.verbs = 0
	}
	if inClass(b.g, i, classPreposition) {
		if len(keys) > 0 && !slices.ContainsFunc(keys, func(k Key) bool { return k.Verb || k.Part != b.part }) {
			b.group, b.unclear = true, -1 // customers without an account pay more: it tells which, and what they do is not denied
			if b.againstOthers(i) {
				b.denied, b.unclear = false, i+groupReach // than those who have one
			}
		}
		return // is possible without a backup
	}
	floor := b.begun(i)
	for n := len(keys) - 1; n >= 0 && n >= len(keys)-backReach && keys[n].Part == b.part && keys[n].Span.Start >= floor; n-- {
		k := &keys[n]
		if k.Denial == Affirmed {
			k.Denial = Unclear
		}
		if n == len(keys)-1 && k.Verb && k.Span.End+1 == int(b.g.Tokens[i].Start) {
			k.Denial, k.Naught = Denied, true // found no evidence
		}
	}
}

// againstOthers reports whether a "than" in the part of the sentence behind token i holds a group against another, and no amount against a limit.
func (b *clauser) againstOthers(i int) bool {
	for n := i + 1; n+1 < len(b.g.Tokens) && n < i+restrictReach && !ends(b.g.Tokens[n].Class); n++ {
		if isOfKind(b.g, n, classSubordinator, "compare") {
			return b.g.Tokens[n+1].Class == text.Word && !b.g.Has(n+1, lexicon.Numbers)
		}
	}
	return false
}

// passed reports whether key k at token i stands behind the noun that a group lacks: a verb, or what something parts from it.
func (b *clauser) passed(keys []Key, k *Key, i, last int) bool {
	return len(keys) > 0 && keys[len(keys)-1].Denial == Denied && (k.Verb || last != i)
}

// begun returns the byte where the clause of what stands in front of token i begins, as far as a word such as why or whether shows it: who
// knows why it was not answered does know.
func (b *clauser) begun(i int) int {
	for n := i - 1; n >= 0 && n > i-unclearReach; n-- {
		if inClass(b.g, n, classRelative) || inClass(b.g, n, classSubordinator) {
			return int(b.g.Tokens[n].Start)
		}
	}
	return 0
}

// leave ends what a word denies in a relative clause where the verb of the main clause begins. The last key ends before token last.
func (b *clauser) leave(i, last int) {
	switch {
	case !b.g.Has(i, lexicon.Function):
	case b.verbs > 0 && (inClass(b.g, i, classAuxiliary) || inClass(b.g, i, classModal)) && !Denies(b.g, i+1):
		b.denied, b.unclear, b.relative, b.verbs = false, -1, false, -1
	case inClass(b.g, i, classRelative) && last == i:
		b.relative = true
	}
}

// led reports whether token i is a preposition, or an article behind one.
func (b *clauser) led(i int) bool {
	if inClass(b.g, i, classDeterminer) {
		i--
	}
	return inClass(b.g, i, classPreposition)
}

// definite reports whether token i is a definite article: what we do not have the model of may be all the same.
func (b *clauser) definite(i int) bool {
	r, ok := b.g.Row(i, lexicon.Function)
	return ok && isArticle(r)
}

// isArticle reports whether a row of function.tsv is the definite article.
func isArticle(r lexicon.Row) bool {
	return functionClassOf(r) == classDeterminer && r.Field(colFunctionKind) == definite
}

// joined reports whether a hyphen joins token i to the word before it: not life-threatening denies no life.
func (b *clauser) joined(i int) bool {
	return i < len(b.g.Tokens) && b.g.Tokens[i].Class == text.Hyphen
}

// boundary ends the part of a sentence at a comma, semicolon, colon, dash, bracket or conjunction of contrast.
func (b *clauser) boundary(i int) {
	t := &b.g.Tokens[i]
	strong := false
	switch t.Class {
	case text.Comma:
		strong = b.g.Word(i) == semicolon
	case text.Dash, text.Bracket, text.QuoteMark:
	case text.Word:
		switch {
		case !b.g.Has(i, lexicon.Function):
			return
		case breaks(b.g, i):
			if strong = true; b.denied && Denies(b.g, i-1) {
				return // but not that it was so
			}
		case joins(b.g, i):
			b.seams = append(b.seams, Seam{At: t.Start})
			return
		default:
			return
		}
	default:
		return
	}
	b.seams = append(b.seams, Seam{t.End, strong})
	b.part++
	b.denied, b.unclear = false, -1
}

// leadsTime reports whether a word begins a clause or a phrase that tells when: after, during, when.
func leadsTime(g *lexicon.Tagged, i int) bool {
	if !g.InClass(i, classSubordinator) && !g.InClass(i, classPreposition) {
		return false
	}
	time := false
	var buf [8]lexicon.Row
	for _, r := range g.Rows(buf[:0], i, lexicon.Function) {
		switch class := functionClassOf(r); {
		case class != classSubordinator && class != classPreposition:
		case r.Field(colFunctionKind) != "time":
			return false // as
		default:
			time = true
		}
	}
	return time
}

// joins reports whether a word joins two things of a sort: and, or.
func joins(g *lexicon.Tagged, i int) bool {
	r, ok := g.Row(i, lexicon.Function)
	return ok && functionClassOf(r) == classConjunction
}

// breaks reports whether a word begins a clause of its own: but, while, because.
func breaks(g *lexicon.Tagged, i int) bool {
	if !g.InClass(i, classSubordinator) && !g.InClass(i, classConjunction) {
		return false
	}
	var buf [8]lexicon.Row
	found := false
	for _, r := range g.Rows(buf[:0], i, lexicon.Function) {
		switch functionClassOf(r) {
		case classSubordinator:
			found = true
		case classConjunction:
			found = found || r.Field(colFunctionKind) == contrast
		case classPreposition: // as, for, since
			return false
		}
	}
	return found
}

// weakens reports whether a word denies in part or by what it means: hardly, fail, unable.
func (k *Key) weakens(g *lexicon.Tagged, i int) bool {
	for _, p := range k.Pairs {
		if p.ID == impliedDenial {
			return true
		}
	}
	return g.InClass(i, classNegation)
}

// key makes the key of the word or phrase at token i.
func key(g *lexicon.Tagged, i int) (k Key, next int, ok bool) {
	t := &g.Tokens[i]
	if t.Class != text.Word && t.Class != text.Number {
		return k, i + 1, false
	}
	k = Key{Hash: t.Hash, Span: t.Span()}
	next = i + 1
	if t.Class == text.Number || g.Has(i, lexicon.Numbers) {
		k.Number = true
		return k, next, true
	}
	if n, found := pairs(&k, g, i); found {
		next = n
		k.Span.End = int(g.Tokens[n-1].End)
	}
	if g.Has(i, lexicon.Function) {
		k.Negation = denies(g, i)
		if !k.Negation && k.Pairs[0].ID == "" {
			return k, next, false
		}
		k.Closed = true
	}
	if r, found := g.Row(i, lexicon.Words); found {
		k.Hash = text.HashString(r.Field(colLemma))
		k.Verb = len(r.Field(colPOS)) > 0 && r.Field(colPOS)[0] == 'v'
		k.noun = r.Field(colPOS) == "n"
	}
	k.Office = titled(g, i)
	k.meaning, k.Known = g.Lex.Hash(lexicon.Senses, k.Hash)
	if r, n, found := g.Longest(i, lexicon.Synonyms); found {
		k.Class = r.Field(colSynonym)
		if n > next {
			next, k.Span.End = n, int(g.Tokens[n-1].End)
		}
	}
	if r, n, found := g.Longest(i, lexicon.Terms); found && r.Field(colTermRel) == termDiffers {
		k.Term, k.Terms = r.Field(colTerm), r.Field(colTermClass)
		if n > next {
			next, k.Span.End = n, int(g.Tokens[n-1].End)
			if head, found := g.Row(n-1, lexicon.Synonyms); found && k.Class == "" {
				k.Class = head.Field(colSynonym) // a ballistic missile is a missile
			}
		}
	}
	return k, next, true
}

// Relations of terms.tsv.
const (
	termSame    = "same"
	termDiffers = "differs"
)

// pairs fills in the pairs of opposites of the longest phrase at token i, and returns the token behind it.
func pairs(k *Key, g *lexicon.Tagged, i int) (next int, ok bool) {
	_, next, ok = g.Longest(i, lexicon.Opposites)
	if !ok {
		return i, false
	}
	n := 0
	add := func(r lexicon.Row) {
		if n < maxPairs {
			k.Pairs[n] = Pair{r.Field(colPair), r.Field(colPairSide)[0], pairKind(r.Field(colPairKind))}
			n++
		}
	}
	if next == i+1 {
		var buf [8]lexicon.Row
		for _, r := range g.Rows(buf[:0], i, lexicon.Opposites) {
			add(r)
		}
		return next, n > 0
	}
	r, _, _ := g.Longest(i, lexicon.Opposites)
	add(r)
	return next, true
}

func pairKind(s string) PairKind {
	switch s {
	case "outcome":
		return Outcome
	case "state":
		return State
	}
	return Opposite
}

// Denies reports whether token i is a word that denies, fully: not, no, without.
func Denies(g *lexicon.Tagged, i int) bool { return g.Has(i, lexicon.Function) && denies(g, i) }

// Lacks reports whether the word that begins at an offset stands behind a preposition that denies: without warning.
func Lacks(g *lexicon.Tagged, at int) bool {
	i := int(tokenAt(g, at)) - 1
	return i >= 0 && Denies(g, i) && inClass(g, i, classPreposition)
}

// Opposed reports whether token i of one text and token j of another are the two sides of one pair of opposites: rose, fell.
func Opposed(g *lexicon.Tagged, i int, h *lexicon.Tagged, j int) bool {
	var a, b Key
	if _, ok := pairs(&a, g, i); !ok {
		return false
	}
	if _, ok := pairs(&b, h, j); !ok {
		return false
	}
	for _, p := range a.Pairs {
		for _, q := range b.Pairs {
			if p.ID != "" && p.ID == q.ID && p.Side != q.Side {
				return true
			}
		}
	}
	return false
}

// denies reports whether a word of a closed class is one that denies, fully: not, no, without.
func denies(g *lexicon.Tagged, i int) bool {
	if !g.InClass(i, classNegation) {
		return false
	}
	var buf [8]lexicon.Row
	for _, r := range g.Rows(buf[:0], i, lexicon.Function) {
		if functionClassOf(r) == classNegation && r.Field(colFunctionKind) == fullNegation {
			return true
		}
	}
	return false
}
