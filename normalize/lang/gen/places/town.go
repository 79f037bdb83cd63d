package main

import (
	"cmp"
	"fmt"
	"log"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/factdiff/factdiff/normalize/lang/gen/internal/source"
)

type city struct {
	id, name, ascii, country string
	capital                  bool
	pop                      int
	others                   []string
}

// readCities reads GeoNames' table, the largest city first. Its columns: https://download.geonames.org/export/dump/readme.txt
func readCities(file string) []city {
	var out []city
	for line := range source.Lines(file) {
		f := strings.Split(line, "\t")
		if len(f) < 15 {
			log.Fatalf("%s: %d columns", file, len(f))
		}
		pop, _ := strconv.Atoi(f[14])
		capital := f[7] == "PPLC"
		if pop < smallest && !capital && !(f[7] == "PPLA" && pop >= smallestSeat) || f[7] == "PPLX" || f[7] == "PPLH" || f[7] == "PPLQ" || f[7] == "PPLCH" {
			continue // PPLX: a quarter of a city; H, Q, CH: no more lived in
		}
		out = append(out, city{id: "g" + f[0], name: f[1], ascii: f[2], country: f[8], capital: capital, pop: pop, others: strings.Split(f[3], ",")})
	}
	slices.SortStableFunc(out, func(a, b city) int { return cmp.Or(cmp.Compare(b.pop, a.pop), cmp.Compare(a.id, b.id)) })
	return out
}

func (g *generator) towns(cities []city) {
	sets := make([]formSet, len(cities))
	aliases := g.cityAliases(cities)
	for i, c := range cities {
		sets[i] = formSet{g: g, id: c.id}
		first := c.name
		if n, ok := english[c.country+" "+c.name]; ok {
			first = n
		}
		if strings.ContainsAny(first, "āēīōūĀĪŪḩţḑẕşŞŢḨḐẔ‘’ʻʼ") && c.country != "TR" && c.country != "RO" && c.country != "LV" && c.country != "MD" {
			first = c.ascii
		}
		sets[i].name(first)
		sets[i].name(c.name)
		if script(c.name) == "Latin" {
			sets[i].other(c.ascii)
		}
	}
	for i := range cities {
		for _, n := range aliases[i] {
			sets[i].name(n)
		}
	}
	for i, c := range cities {
		for _, n := range c.others {
			if worth(n, c) {
				sets[i].other(n)
			}
		}
	}
	var rows []row
	for i, c := range cities {
		r := row{id: c.id, kind: "city", country: c.country, pop: c.pop / 1000, forms: sets[i].forms}
		if c.capital {
			r.kind = "capital"
		}
		if len(r.forms) > 0 {
			rows = append(rows, r)
		}
	}
	g.write("places.towns.tsv", "# places.towns.tsv - cities of 100,000 people and more, capitals, and seats of first-level regions of 20,000\n"+
		fmt.Sprintf(legend, "g and the number in GeoNames", "capital: of a country; city")+
		"# Source: GeoNames of March 2023 (geonames.org, CC BY 4.0; see NOTICE).\n", rows)
}

// cityAliases returns the aliases of each city: of several that have a name, the largest has them, and
// one that has it as its first name before one that has it beside another.
func (g *generator) cityAliases(cities []city) map[int][]string {
	out := map[int][]string{}
	for key, aliases := range g.aliases {
		country, name, _ := strings.Cut(key, "\t")
		if name == "" || g.regionNames[key] {
			continue
		}
		best := -1
		for i, c := range cities {
			if c.country != country {
				continue
			}
			if c.name == name || c.ascii == name {
				best = i
				break
			}
			if best < 0 && slices.Contains(c.others, name) {
				best = i
			}
		}
		if best < 0 {
			log.Printf("aliases.tsv: no city %s in %s", name, country)
			continue
		}
		out[best] = append(append(out[best], name), aliases...)
	}
	for i := range out {
		slices.Sort(out[i])
	}
	return out
}

// worth reports whether another name of a city is of use: not a code, an abbreviation or a transcription into small letters.
func worth(n string, c city) bool {
	letters := []rune(n)
	switch script(n) {
	case "":
		return false
	case "Latin":
		if len(letters) < 5 || !unicode.IsUpper(letters[0]) || strings.ToUpper(n) == n || strings.ContainsAny(n, ".,0123456789/") {
			return false
		}
		if anglophone[c.country] && !akin(n, c.ascii) {
			return false // a village that it has swallowed, a name of its first years: today these are surnames (Ennis, Hudson)
		}
		return c.pop >= 1_000_000 || len(strings.Fields(n)) <= 2
	case "Han", "Hangul":
		return len(letters) >= 2
	}
	return len(letters) >= 3
}

// anglophone are the countries whose towns have their English names from the start.
var anglophone = map[string]bool{"US": true, "GB": true, "CA": true, "AU": true, "NZ": true, "IE": true}

// akin reports whether two names have two letters in a row in common, as spellings of one name do; twice where they begin
// with different letters.
func akin(a, b string) bool {
	x, y := []rune(strings.ToLower(a)), strings.ToLower(b)
	need := 2
	if strings.HasPrefix(y, string(x[:1])) {
		need = 1
	}
	for i := range len(x) - 1 {
		if strings.Contains(y, string(x[i:i+2])) {
			need--
		}
	}
	return need <= 0
}

// english are the names of GeoNames' cities in English where GeoNames has the local one.
var english = map[string]string{"IT Milano": "Milan", "IT Torino": "Turin", "IT Napoli": "Naples", "IT Firenze": "Florence", "IT Genova": "Genoa", "DE Köln": "Cologne",
	"DE München": "Munich", "DE Nürnberg": "Nuremberg", "DE Hannover": "Hanover", "CH Genève": "Geneva", "CH Zürich": "Zurich", "CH Luzern": "Lucerne", "ES Sevilla": "Seville",
	"ES Zaragoza": "Zaragoza", "SE Göteborg": "Gothenburg", "BE Antwerpen": "Antwerp", "BE Gent": "Ghent", "BE Brugge": "Bruges", "PL Warszawa": "Warsaw",
	"PL Kraków": "Krakow", "PL Gdańsk": "Gdansk", "PL Łódź": "Lodz", "PL Wrocław": "Wroclaw", "PL Poznań": "Poznan", "UA Zaporizhzhya": "Zaporizhzhia", "UA Mykolayiv": "Mykolaiv",
	"RU Nizhniy Novgorod": "Nizhny Novgorod", "RU Groznyy": "Grozny", "RU Arkhangel’sk": "Arkhangelsk", "RU Rostov-na-Donu": "Rostov-on-Don", "US New York City": "New York",
	"BR São Paulo": "Sao Paulo", "BR Brasília": "Brasilia", "CO Bogotá": "Bogota", "CO Medellín": "Medellin", "GR Thessaloníki": "Thessaloniki", "GR Pátra": "Patras",
	"TR İzmir": "Izmir", "CA Montréal": "Montreal", "CA Québec": "Quebec City", "DE Düsseldorf": "Dusseldorf", "IS Reykjavík": "Reykjavik", "PY Asunción": "Asuncion",
	"TD N'Djamena": "N'Djamena", "IL West Jerusalem": "West Jerusalem", "MM Nay Pyi Taw": "Naypyidaw", "IR Orūmīyeh": "Urmia", "IR Hamadān": "Hamadan", "IQ Al Mawşil al Jadīdah": "Mosul",
	"SY Ar Raqqah": "Raqqa", "SY Dayr az Zawr": "Deir ez-Zor", "YE Al Ḩudaydah": "Hodeidah", "YE Ta‘izz": "Taiz", "UA Kryvyy Rih": "Kryvyi Rih", "UA Kropyvnytskyy": "Kropyvnytskyi"}
