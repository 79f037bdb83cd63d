// Command senses writes senses.tsv from the data base files of WordNet 3.0: what common words mean, as
// numbers of WordNet's sets of synonyms, so that two words can be told to say the same or the opposite.
package main

import (
	"flag"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/normalize/lang/gen/internal/source"
)

const (
	most     = 16000 // lemmas that senses.tsv has: the first of words.tsv
	perPart  = 3     // senses of each part of speech that are kept, the most frequent first
	atMost   = 12    // numbers in a cell
	widening = 2     // senses whose more general ones are kept
	close    = 30    // more special ones that a more general one may have at most: car, but not artifact
)

func main() {
	dict := flag.String("dict", "", "folder of WordNet's data base files")
	words := flag.String("words", "", "words.tsv: the lemmas to keep, the most frequent first")
	out := flag.String("out", "", "file to write")
	flag.Parse()
	log.SetFlags(0)
	w := wordNet{sets: map[string]*set{}, index: map[string][]string{}}
	for _, part := range []string{"noun", "verb", "adj", "adv"} {
		w.data(filepath.Join(*dict, "data."+part), part)
		w.senses(filepath.Join(*dict, "index."+part), part)
	}
	rows := []string{}
	for line := range source.Lines(*words) {
		if strings.HasPrefix(line, "#") || strings.HasPrefix(line, "@") || len(rows) == most {
			continue
		}
		lemma, _, _ := strings.Cut(line, "\t")
		if row, ok := w.row(lemma); ok {
			rows = append(rows, row)
		}
	}
	if err := os.WriteFile(*out, []byte(head+strings.Join(rows, "\n")+"\n"), 0o644); err != nil {
		log.Fatal(err)
	}
}

const head = `# senses.tsv - what common words mean: words that share a number can say the same
#
# senses   numbers (base 36) of the sets of synonyms that the word belongs to, and of words of another part of speech derived from it
# wider    of more general ones: car for sedan
# against  of those that say the opposite
# Written by normalize/lang/gen/senses from WordNet 3.0 (Princeton University; see NOTICE). Do not edit.
@ senses:text	wider:text	against:text	forms:forms
`

// A set is a set of synonyms.
type set struct {
	number   int
	words    []string
	pointers []pointer
}

// A pointer leads to another set; source and target are the places of the words it holds for, 0 for all.
type pointer struct {
	symbol         string
	to             string
	source, target int
}

func (s *set) narrower() int {
	n := 0
	for _, p := range s.pointers {
		if p.symbol == "~" {
			n++
		}
	}
	return n
}

type wordNet struct {
	sets  map[string]*set     // by part and offset
	index map[string][]string // part and lemma -> sets, the most frequent first
}

var partOf = map[string]string{"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}

// data reads https://wordnet.princeton.edu/documentation/wndb5wn
func (w *wordNet) data(file, part string) {
	for line := range source.Lines(file) {
		if strings.HasPrefix(line, " ") {
			continue
		}
		line, _, _ = strings.Cut(line, " | ")
		f := strings.Fields(line)
		s := &set{number: len(w.sets)}
		n := hex(f[3])
		for i := range n {
			lemma, _, _ := strings.Cut(strings.ToLower(f[4+2*i]), "(")
			s.words = append(s.words, lemma)
		}
		f = f[4+2*n:]
		count, _ := strconv.Atoi(f[0])
		for i := range count {
			p := f[1+4*i : 5+4*i]
			s.pointers = append(s.pointers, pointer{p[0], partOf[p[2]] + p[1], hex(p[3][:2]), hex(p[3][2:])})
		}
		w.sets[part+strings.Fields(line)[0]] = s
	}
}

func (w *wordNet) senses(file, part string) {
	for line := range source.Lines(file) {
		if strings.HasPrefix(line, " ") {
			continue
		}
		f := strings.Fields(line)
		n, _ := strconv.Atoi(f[2])
		for _, offset := range f[len(f)-n:] {
			w.index[part+f[0]] = append(w.index[part+f[0]], part+offset)
		}
	}
}

// row makes the row of a lemma; ok is false where it stands alone.
func (w *wordNet) row(lemma string) (string, bool) {
	var senses, wider, against []int
	key := strings.ReplaceAll(lemma, " ", "_")
	for _, part := range []string{"noun", "verb", "adj", "adv"} {
		for n, id := range w.index[part+key] {
			if n == perPart {
				break
			}
			s := w.sets[id]
			senses = add(senses, s.number)
			place := slices.Index(s.words, key) + 1
			for _, p := range s.pointers {
				to := w.sets[p.to]
				switch {
				case p.source != 0 && p.source != place:
				case p.symbol == "!":
					against = add(against, to.number)
				case p.symbol == "+" || p.symbol == "\\" || p.symbol == "&" && n == 0:
					senses = add(senses, to.number)
				case p.symbol == "@" && n < widening && to.narrower() <= close:
					wider = add(wider, to.number)
				}
			}
		}
	}
	if len(senses) == 0 {
		return "", false
	}
	return cell(senses) + "\t" + cell(wider) + "\t" + cell(against) + "\t" + lemma, true
}

func add(list []int, n int) []int {
	if len(list) < atMost && !slices.Contains(list, n) {
		list = append(list, n)
	}
	return list
}

func cell(list []int) string {
	out := make([]string, len(list))
	for i, n := range list {
		out[i] = strconv.FormatInt(int64(n), 36)
	}
	return strings.Join(out, " ")
}

func hex(s string) int {
	n, err := strconv.ParseInt(s, 16, 0)
	if err != nil {
		log.Fatal(err)
	}
	return int(n)
}
