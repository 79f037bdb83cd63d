// Command places writes places.countries.tsv and places.regions.tsv from the Unicode CLDR and places.towns.tsv from
// GeoNames, with the names of aliases.tsv added.
package main

import (
	"bufio"
	"cmp"
	_ "embed"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/normalize/lang/gen/internal/source"
)

const (
	smallest     = 100_000 // people of a city that has a row
	smallestSeat = 20_000  // and of the seat of a first-level region
)

//go:embed aliases.tsv
var aliasFile string

func main() {
	cldr := flag.String("cldr", "", "folder of the CLDR packages")
	geonames := flag.String("geonames", "", "GeoNames' table of cities")
	out := flag.String("o", "", "folder to write to")
	flag.Parse()
	log.SetFlags(0)
	g := &generator{cldr: *cldr, out: *out, aliases: map[string][]string{}, taken: map[string]string{}, common: map[string]bool{}, persons: map[string]bool{}, regionNames: map[string]bool{}}
	g.readAliases()
	g.readCommon()
	g.readPersons()
	g.readTaken("places.areas.tsv")
	cities := readCities(*geonames)
	g.countries()
	g.regions(cities)
	g.towns(cities)
}

type generator struct {
	cldr, out   string
	aliases     map[string][]string // country, tab, name
	taken       map[string]string   // folded form to the id that has it: the first wins
	common      map[string]bool     // words of the language that are no names
	persons     map[string]bool     // given names and surnames
	regionNames map[string]bool     // country, tab, name of a region
}

const columns = "@ id:id\tkind:enum(country,territory,region,city,capital,area,former,water,continent)\tcountry:id?\tpop:int\tforms:forms\n"

const legend = `#
# id       %s
# kind     %s
# country  ISO 3166 of the country it lies in
# pop      people, in thousands
# forms    the usual English name first; names in other languages and scripts, former names
# Written by normalize/lang/gen/places. Do not edit: aliases.tsv there, places.areas.tsv and a caller's own tables add to it.
`

type row struct {
	id, kind, country string
	pop               int
	forms             []string
}

func (g *generator) write(file, head string, rows []row) {
	f, err := os.Create(filepath.Join(g.out, file))
	if err != nil {
		log.Fatal(err)
	}
	w := bufio.NewWriter(f)
	w.WriteString(head + columns)
	forms := 0
	for _, r := range rows {
		fmt.Fprintf(w, "%s\t%s\t%s\t%d\t%s\n", r.id, r.kind, r.country, r.pop, strings.Join(r.forms, " | "))
		forms += len(r.forms)
	}
	if err := w.Flush(); err != nil {
		log.Fatal(err)
	}
	if err := f.Close(); err != nil {
		log.Fatal(err)
	}
	log.Printf("%s: %d rows, %d forms", file, len(rows), forms)
}

func (g *generator) readAliases() {
	for line := range strings.Lines(aliasFile) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if strings.HasPrefix(line, "#") || len(f) != 3 {
			continue
		}
		key := f[0] + "\t" + f[1]
		for _, a := range strings.Split(f[2], "|") {
			g.aliases[key] = append(g.aliases[key], strings.TrimSpace(a))
		}
	}
}

// readCommon reads the words that are no names from the tables of the language.
func (g *generator) readCommon() {
	for _, file := range []string{"words.tsv", "words.more.tsv", "function.tsv"} {
		g.table(file, func(cells []string) {
			for _, f := range strings.Split(cells[len(cells)-1], " | ") {
				g.common[strings.TrimPrefix(f, "=")] = true
			}
		})
	}
}

// readPersons reads the names of people, which the lesser names of places give way to.
func (g *generator) readPersons() {
	for _, file := range []string{"given.tsv", "surnames.tsv"} {
		g.table(file, func(cells []string) {
			for _, f := range strings.Split(cells[len(cells)-1], " | ") {
				g.persons[fold(strings.TrimPrefix(f, "="))] = true
			}
		})
	}
}

func (g *generator) readTaken(file string) {
	g.table(file, func(cells []string) {
		for _, f := range strings.Split(cells[len(cells)-1], " | ") {
			g.taken[fold(strings.TrimPrefix(f, "="))] = cells[0]
		}
	})
}

func (g *generator) table(file string, row func([]string)) {
	for line := range source.Lines(filepath.Join(g.out, file)) {
		if line != "" && line[0] != '#' && line[0] != '@' {
			row(strings.Split(line, "\t"))
		}
	}
}

// A formSet gathers the forms of one row.
type formSet struct {
	g     *generator
	id    string
	forms []string
	keys  []string // the same, folded
}

// name adds a name that its bearers are known by.
func (s *formSet) name(n string) { s.add(n, false) }

// other adds a name in another language or spelling: it gives way to what is a word or the name of another place.
func (s *formSet) other(n string) { s.add(n, true) }

func (s *formSet) add(n string, giveWay bool) {
	n = clean(n)
	exact := strings.HasPrefix(n, "=")
	key := fold(strings.TrimPrefix(n, "="))
	if key == "" || !exact && len([]rune(key)) < 2 {
		return
	}
	if id, ok := s.g.taken[key]; ok && (id == s.id || giveWay) || slices.Contains(s.keys, key) || giveWay && s.g.persons[key] {
		return
	}
	s.keys = append(s.keys, key)
	if !exact && s.g.common[key] {
		if giveWay {
			return
		}
		n = "=" + n // Nice, Reading: only with a capital
	}
	if _, ok := s.g.taken[key]; !ok {
		s.g.taken[key] = s.id
	}
	s.forms = append(s.forms, n)
	if plain := unaccented(n); plain != n {
		s.add(plain, true)
	}
}

// everyLanguage calls f with each language that has a file of territories or subdivisions that is read.
var languages = []string{"en", "ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "mn", "tg", "ar", "fa", "ur", "ps", "ckb", "he", "el", "zh", "zh-Hant", "ja", "ko", "hi", "mr", "ne",
	"ka", "hy", "de", "fr", "es", "it", "pt", "nl", "pl", "cs", "hr", "sr-Latn", "hu", "ro", "tr", "sv", "id", "az", "uz", "vi", "sw"}

func names(file, key string) map[string]string {
	data, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		log.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(data, &v); err != nil {
		log.Fatalf("%s: %v", file, err)
	}
	out := map[string]string{}
	find(v, key, out)
	return out
}

// find gathers the strings below the innermost key.
func find(v any, key string, out map[string]string) {
	m, ok := v.(map[string]any)
	if !ok {
		return
	}
	for k, x := range m {
		if s, ok := x.(string); ok {
			if k != "language" && k != "script" && k != "territory" {
				out[k] = s
			}
			continue
		}
		find(x, key, out)
	}
}

// dependent are the ISO codes of what is no sovereign state.
const dependent = " AC AI AQ AS AW AX BL BM BQ BV CC CK CP CQ CW CX DG EA EH FK FO GF GG GI GL GP GS GU HK HM IC IM IO JE KY MF MO MP MQ MS NC NF NU PF PM PN PR RE SH SJ SX TA TC TF TK UM VG VI WF YT "

func (g *generator) countries() {
	en := names(g.localeFile("en"), "territories")
	info := g.population()
	var rows []row
	for code := range en {
		if len(code) == 2 && code[0] >= 'A' && !strings.Contains(" EU EZ UN QO XA XB ZZ ", " "+code+" ") {
			r := row{id: code, kind: "country", country: code, pop: info[code] / 1000}
			if strings.Contains(dependent, " "+code+" ") {
				r.kind = "territory"
			}
			rows = append(rows, r)
		}
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Or(cmp.Compare(b.pop, a.pop), cmp.Compare(a.id, b.id)) })
	sets := make([]formSet, len(rows))
	for i, r := range rows {
		sets[i] = formSet{g: g, id: r.id}
		first := en[r.id]
		if short, ok := preferred[r.id]; ok {
			first = short
		}
		sets[i].name(first)
		if sets[i].forms == nil {
			log.Printf("%s: %s is taken", r.id, first)
		}
	}
	for i, r := range rows {
		for _, n := range append(append([]string{en[r.id], en[r.id+"-alt-variant"]}, shortName(r.id, en)...), g.aliases[r.id+"\t"]...) {
			sets[i].name(n)
		}
	}
	for _, lang := range languages[1:] {
		local := names(g.localeFile(lang), "territories")
		for i, r := range rows {
			sets[i].other(local[r.id])
			sets[i].other(local[r.id+"-alt-short"])
			sets[i].other(local[r.id+"-alt-variant"])
		}
	}
	for i := range rows {
		rows[i].forms = sets[i].forms
	}
	g.write("places.countries.tsv", "# places.countries.tsv - countries and territories\n"+
		fmt.Sprintf(legend, "ISO 3166-1", "country: a sovereign state; territory: another's, or not settled")+
		"# Source: Unicode CLDR 48.2 (Unicode-3.0; see NOTICE).\n", rows)
}

// preferred are the names that news use where CLDR has a longer one.
var preferred = map[string]string{"MM": "Myanmar", "HK": "Hong Kong", "MO": "Macau", "PS": "Palestine", "TR": "Turkey", "CD": "DR Congo", "CG": "Republic of the Congo",
	"CZ": "Czech Republic", "CI": "Ivory Coast", "BA": "Bosnia and Herzegovina", "VA": "Vatican City", "TT": "Trinidad and Tobago", "AG": "Antigua and Barbuda",
	"ST": "Sao Tome and Principe", "KN": "Saint Kitts and Nevis", "LC": "Saint Lucia", "VC": "Saint Vincent and the Grenadines"}

// shortName returns the spoken short name of a territory; what is an acronym comes from aliases.tsv, with its case.
func shortName(code string, en map[string]string) []string {
	if n := en[code+"-alt-short"]; len(n) > 3 {
		return []string{n}
	}
	return nil
}

func (g *generator) localeFile(lang string) string {
	return filepath.Join(g.cldr, "cldr-localenames-full/main", lang, "territories.json")
}

func (g *generator) population() map[string]int {
	data, err := os.ReadFile(filepath.Join(g.cldr, "cldr-core/supplemental/territoryInfo.json"))
	if err != nil {
		log.Fatal(err)
	}
	var v struct {
		Supplemental struct {
			TerritoryInfo map[string]struct {
				Population string `json:"_population"`
			}
		}
	}
	if err := json.Unmarshal(data, &v); err != nil {
		log.Fatal(err)
	}
	out := map[string]int{}
	for code, t := range v.Supplemental.TerritoryInfo {
		out[code], _ = strconv.Atoi(t.Population)
	}
	return out
}
