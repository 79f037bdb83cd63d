// Command spelling writes spelling.wordnet.tsv: pairs of American and British spellings.
//
// A pair is two words of WordNet 3.0 that share a sense and differ by a rule of British spelling alone, or a verb in
// -ize with its form in -ise. Input: the folder with WordNet's index.noun, index.verb, index.adj and index.adv.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

func main() {
	in := flag.String("wordnet", "/usr/share/wordnet", "folder with index.noun and its like")
	out := flag.String("out", "spelling.wordnet.tsv", "the file to write")
	flag.Parse()
	if err := run(*in, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

const header = `# spelling.wordnet.tsv - American and British spellings that WordNet lists for one sense
#
# word: the American form; forms: it and the British ones. Inflected forms follow from the rules of package spelling.
# Written by normalize/lang/gen/spelling from WordNet 3.0 (Princeton University; see NOTICE). Do not edit: spelling.tsv adds to it.
@ word:id	forms:forms
`

func run(in, out string) error {
	senses, verbs, err := read(in)
	if err != nil {
		return err
	}
	rows := map[string]map[string]bool{}
	add := func(us, uk string) {
		if us == uk {
			return
		}
		if rows[us] == nil {
			rows[us] = map[string]bool{}
		}
		rows[us][uk] = true
	}
	for w, s := range senses {
		for _, us := range american(w) {
			if t, ok := senses[us]; ok && shared(s, t) {
				add(us, w)
			}
		}
	}
	for w := range verbs {
		if stem, ok := strings.CutSuffix(w, "ize"); ok && len(stem) >= 4 && !strings.HasSuffix(stem, "caps") {
			add(w, stem+"ise")
		}
		if stem, ok := strings.CutSuffix(w, "yze"); ok {
			add(w, stem+"yse")
		}
	}
	var list []string
	for us := range rows {
		list = append(list, us)
	}
	sort.Strings(list)
	var b strings.Builder
	b.WriteString(header)
	for _, us := range list {
		if chained(rows, us) {
			continue
		}
		var uk []string
		for w := range rows[us] {
			uk = append(uk, w)
		}
		sort.Strings(uk)
		fmt.Fprintf(&b, "%s\t%s | %s\n", us, us, strings.Join(uk, " | "))
	}
	return os.WriteFile(out, []byte(b.String()), 0o644)
}

// chained reports whether a form is itself the British one of another row.
func chained(rows map[string]map[string]bool, us string) bool {
	for other, uks := range rows {
		if other != us && uks[us] {
			return true
		}
	}
	return false
}

// read returns the senses of each lemma of one word, and the verbs.
func read(dir string) (senses map[string][]string, verbs map[string]bool, err error) {
	senses, verbs = map[string][]string{}, map[string]bool{}
	for _, pos := range []string{"noun", "verb", "adj", "adv"} {
		f, err := os.Open(filepath.Join(dir, "index."+pos))
		if err != nil {
			return nil, nil, err
		}
		s := bufio.NewScanner(f)
		s.Buffer(nil, 1<<20)
		for s.Scan() {
			cells := strings.Fields(s.Text())
			if len(cells) < 6 || strings.HasPrefix(s.Text(), " ") || strings.ContainsAny(cells[0], "_'.0123456789") || len(cells[0]) < 4 {
				continue
			}
			for _, c := range cells[4:] {
				if len(c) == 8 {
					senses[cells[0]] = append(senses[cells[0]], pos+c)
				}
			}
			if pos == "verb" {
				verbs[cells[0]] = true
			}
		}
		f.Close()
		if err := s.Err(); err != nil {
			return nil, nil, err
		}
	}
	return senses, verbs, nil
}

func shared(a, b []string) bool {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return true
			}
		}
	}
	return false
}

// rules are the British runs with the American ones; an ending has a $.
var rules = [][2]string{{"our", "or"}, {"re$", "er"}, {"ise$", "ize"}, {"ised$", "ized"}, {"iser$", "izer"}, {"ising$", "izing"}, {"isation$", "ization"}, {"isable$", "izable"},
	{"yse$", "yze"}, {"yser$", "yzer"}, {"ogue$", "og"}, {"ogue$", "ogue"}, {"ae", "e"}, {"oe", "e"}, {"ence$", "ense"}, {"ll", "l"}, {"l$", "ll"}, {"lful$", "llful"}, {"lfully$", "llfully"}, {"lment$", "llment"}, {"gement$", "gment"}, {"mme$", "m"}, {"que$", "ck"},
	{"sceptic", "skeptic"}, {"grey", "gray"}, {"mould", "mold"}, {"plough", "plow"}, {"sulph", "sulf"}, {"-", ""}, {"eing$", "ing"}, {"eable$", "able"}, {"xion$", "ction"}, {"amme$", "am"}, {"gramme", "gram"}, {"tt", "t"}, {"pp", "p"}, {"ette$", "et"}, {"phan", "fan"}, {"oul", "ol"}, {"re", "er"}, {"dgement", "dgment"}, {"draught", "draft"}}

// american returns what a rule makes of a British word, at each place it fits.
func american(w string) []string {
	var out []string
	for _, r := range rules {
		if r[0] == r[1] {
			continue
		}
		if stem, ok := strings.CutSuffix(r[0], "$"); ok {
			if head, ok := strings.CutSuffix(w, stem); ok && head != "" {
				out = append(out, head+r[1])
			}
			continue
		}
		for i := 0; ; {
			k := strings.Index(w[i:], r[0])
			if k < 0 {
				break
			}
			i += k
			doubled := r[0] == "ll" && (i+2 == len(w) || strings.IndexByte("aeio", w[i+2]) < 0) // skillful is American
			if !doubled && (i > 0 || r[0] == "ae" || r[0] == "oe") {
				out = append(out, w[:i]+r[1]+w[i+len(r[0]):])
			}
			i++
		}
	}
	return out
}
