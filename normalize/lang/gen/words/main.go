// Command words writes words.tsv and irregular.tsv from the data base files of WordNet 3.0.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"log"
	"math/bits"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/normalize/lang/gen/internal/source"
)

const most = 34000 // lemmas that words.tsv has

func main() {
	dict := flag.String("dict", "", "folder of WordNet's data base files")
	out := flag.String("o", "", "folder to write to")
	flag.Parse()
	log.SetFlags(0)
	w := readWordNet(*dict)
	write(filepath.Join(*out, "words.tsv"), wordsHead, w.rows(w.choose(most)))
	write(filepath.Join(*out, "irregular.tsv"), irregularHead, w.irregular())
}

const origin = `# Written by normalize/lang/gen/words from WordNet 3.0 (Princeton University; see NOTICE). Do not edit: words.more.tsv
# and a caller's own tables add to it.
`

const wordsHead = `# words.tsv - common words of English: parts of speech, classes, inflected forms
#
# lemma  the base form
# pos    n noun, v verb, a adjective, r adverb; the most frequent first
# freq   0 to 9: how often sense-tagged texts have it, a step is a doubling
# noun   WordNet's class of the first noun sense: person, artifact, communication ...
# verb   and of the first verb sense: motion, communication, change ...
` + origin + `@ lemma:id	pos:id	freq:int	noun:id?	verb:id?	forms:forms
`

const irregularHead = `# irregular.tsv - inflected forms that no rule makes
#
# lemma  the base form
# kind   noun: plurals; verb: past forms, participles and the like; adjective: comparatives and superlatives
# forms  the lemma itself is none of them
` + origin + `@ lemma:id	kind:enum(noun,verb,adjective)	forms:forms
`

func write(file, head string, rows []string) {
	if err := os.WriteFile(file, []byte(head+strings.Join(rows, "\n")+"\n"), 0o644); err != nil {
		log.Fatal(err)
	}
}

// parts of speech in the order of sense keys: https://wordnet.princeton.edu/documentation/senseidx5wn
const parts = "nvar"

type word struct {
	lemma  string
	count  [4]int
	senses [4]int
	common [4][]int  // the senses that are written in lower case
	class  [2]string // of the first noun and verb sense
}

func (w *word) total() int { return w.count[0] + w.count[1] + w.count[2] + w.count[3] }

func (w *word) allSenses() int { return w.senses[0] + w.senses[1] + w.senses[2] + w.senses[3] }

type wordNet struct {
	common [4]map[string]bool // offset of a synset and a word that it has in lower case
	gloss  map[string]int     // how often a word stands in the definitions of others
	words  map[string]*word
	exc    [4]map[string][]string // lemma to irregular forms
	base   [4]map[string]string   // irregular form to lemma
}

func readWordNet(dir string) *wordNet {
	w := &wordNet{words: map[string]*word{}, gloss: map[string]int{}}
	for p, name := range []string{"noun", "verb", "adj", "adv"} {
		lexfile := map[string]string{}
		w.common[p] = map[string]bool{}
		for line := range source.Lines(filepath.Join(dir, "data."+name)) {
			if strings.HasPrefix(line, " ") {
				continue
			}
			f := strings.Fields(line)
			lexfile[f[0]] = f[1]
			_, gloss, _ := strings.Cut(line, " | ")
			for _, g := range strings.FieldsFunc(gloss, func(r rune) bool { return r < 'a' || r > 'z' }) {
				w.gloss[g]++
			}
			for i := range hex(f[3]) {
				lemma, _, _ := strings.Cut(f[4+2*i], "(") // galore(ip)
				w.common[p][f[0]+lemma] = true
			}
		}
		for line := range source.Lines(filepath.Join(dir, "index."+name)) {
			if !strings.HasPrefix(line, " ") {
				w.index(p, strings.Fields(line), lexfile)
			}
		}
		w.exc[p], w.base[p] = map[string][]string{}, map[string]string{}
		for line := range source.Lines(filepath.Join(dir, name+".exc")) {
			f := strings.Fields(line)
			for _, lemma := range f[1:] {
				if plain(f[0]) && plain(lemma) && f[0] != lemma {
					w.exc[p][lemma] = append(w.exc[p][lemma], f[0])
					w.base[p][f[0]] = lemma
				}
			}
		}
		for lemma, forms := range missing[p] {
			for _, f := range forms {
				if w.base[p][f] == "" {
					w.exc[p][lemma] = append(w.exc[p][lemma], f)
					w.base[p][f] = lemma
				}
			}
		}
	}
	for line := range source.Lines(filepath.Join(dir, "cntlist.rev")) {
		w.tagged(line)
	}
	return w
}

// index reads a line of an index file: lemma pos senses pointers [pointer...] senses tagged offset...
func (w *wordNet) index(p int, f []string, lexfile map[string]string) {
	if !plain(f[0]) {
		return
	}
	x := w.words[f[0]]
	if x == nil {
		x = &word{lemma: f[0]}
		w.words[f[0]] = x
	}
	for i, synset := range f[len(f)-atoi(f[2]):] {
		if !w.common[p][synset+x.lemma] {
			continue // Turkey is no turkey
		}
		x.senses[p]++
		x.common[p] = append(x.common[p], i+1)
		if p < 2 && x.class[p] == "" {
			x.class[p] = classOf(x.lemma, lexfile[synset])
		}
	}
}

// tagged reads a line of cntlist.rev: lemma%type:lexfile:id:: sense count
func (w *wordNet) tagged(line string) {
	f := strings.Fields(line)
	lemma, key, ok := strings.Cut(f[0], "%")
	x := w.words[lemma]
	if !ok || x == nil {
		return
	}
	p := int(key[0] - '1')
	if p == 4 { // an adjective satellite
		p = 2
	}
	if slices.Contains(x.common[p], atoi(f[1])) {
		x.count[p] += atoi(f[2])
	}
}

// https://wordnet.princeton.edu/documentation/lexnames5wn
var classes = map[string]string{"04": "act", "05": "animal", "06": "artifact", "07": "attribute", "08": "body", "09": "cognition",
	"10": "communication", "11": "event", "12": "feeling", "13": "food", "14": "group", "15": "location", "16": "motive", "17": "object",
	"18": "person", "19": "phenomenon", "20": "plant", "21": "possession", "22": "process", "23": "quantity", "24": "relation", "25": "shape",
	"26": "state", "27": "substance", "28": "time", "29": "body", "30": "change", "31": "cognition", "32": "communication", "33": "competition",
	"34": "consumption", "35": "contact", "36": "creation", "37": "emotion", "38": "motion", "39": "perception", "40": "possession", "41": "social",
	"42": "stative", "43": "weather"}

// classOf names the class of a lexicographer file; the top of each class lies in a file of its own, under its own name.
func classOf(lemma, file string) string {
	if file != "03" {
		return classes[file]
	}
	for _, c := range classes {
		if c == lemma {
			return c
		}
	}
	return "entity"
}

// plain reports whether w is one word in lower case, as it may stand in a table.
func plain(w string) bool {
	for i := range len(w) {
		if w[i] < 'a' || w[i] > 'z' {
			return false
		}
	}
	return len(w) > 1 || w == "a"
}

// choose returns the n words that texts have most, the frequent first.
func (w *wordNet) choose(n int) []*word {
	var all []*word
	for _, x := range w.words {
		if len(x.lemma) > 1 && x.allSenses() > 0 && !w.pluralOf(x.lemma) {
			all = append(all, x)
		}
	}
	slices.SortFunc(all, func(a, b *word) int {
		return cmp.Or(cmp.Compare(b.total(), a.total()), cmp.Compare(w.defines(b), w.defines(a)), cmp.Compare(b.allSenses(), a.allSenses()),
			cmp.Compare(a.lemma, b.lemma))
	})
	return all[:min(n, len(all))]
}

// defines tells how common a word is that no tagged text has: how many definitions use it.
func (w *wordNet) defines(x *word) int { return w.gloss[x.lemma] + w.gloss[withS(x.lemma)] }

func (w *wordNet) rows(words []*word) []string {
	var rows []string
	for _, x := range words {
		order := []int{}
		for p := range 4 {
			if x.senses[p] > 0 {
				order = append(order, p)
			}
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(x.count[b], x.count[a]) })
		pos := ""
		for _, p := range order {
			pos += parts[p : p+1]
		}
		rows = append(rows, fmt.Sprintf("%s\t%s\t%d\t%s\t%s\t%s", x.lemma, pos, min(9, bits.Len(uint(x.total()))), x.class[0], x.class[1],
			strings.Join(w.forms(x), " | ")))
	}
	return rows
}

func (w *wordNet) forms(x *word) []string {
	out := []string{x.lemma}
	add := func(f string) {
		if !slices.Contains(out, f) {
			out = append(out, f)
		}
	}
	if x.senses[0] > 0 && (x.count[0] > 0 || x.total() == 0) {
		for _, f := range w.plurals(x.lemma) {
			add(f)
		}
	}
	if x.senses[1] > 0 {
		for _, f := range w.conjugate(x.lemma) {
			add(f)
		}
	}
	if x.senses[2] > 0 {
		for _, f := range w.compared(x) {
			add(f)
		}
	}
	return out
}

func (w *wordNet) irregular() []string {
	var rows []string
	for p, kind := range []string{"noun", "verb", "adjective"} {
		for lemma, forms := range w.exc[p] {
			if w.words[lemma] == nil || p == 2 && w.words[lemma].senses[2] == 0 {
				continue
			}
			slices.Sort(forms)
			rows = append(rows, lemma+"\t"+kind+"\t"+strings.Join(slices.Compact(forms), " | "))
		}
	}
	slices.Sort(rows)
	return rows
}

func hex(s string) int {
	n, err := strconv.ParseInt(s, 16, 0)
	if err != nil {
		log.Fatal(err)
	}
	return int(n)
}

func atoi(s string) int {
	n := 0
	if _, err := fmt.Sscan(s, &n); err != nil {
		log.Fatalf("not a number: %q", s)
	}
	return n
}
