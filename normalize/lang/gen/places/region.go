package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// mostRegions is the most first-level regions that a country has before they are but municipalities.
const mostRegions = 100

// vague are the words that many countries have regions of.
var vague = map[string]bool{"northern": true, "southern": true, "eastern": true, "western": true, "central": true, "north": true, "south": true, "east": true,
	"west": true, "centre": true, "center": true, "coast": true, "capital": true, "lakes": true, "district": true, "province": true, "region": true, "islands": true,
	"island": true, "city": true, "the": true, "upper": true, "lower": true, "river": true, "bay": true, "mountain": true, "northwest": true, "northeast": true,
	"southeast": true, "southwest": true, "north-west": true, "north-east": true, "south-west": true, "south-east": true, "new": true, "federal": true, "outer": true}

func (g *generator) regions(cities []city) {
	named := map[string]bool{} // country and name of a city
	for _, c := range cities {
		named[c.country+fold(c.name)], named[c.country+fold(c.ascii)] = true, true
	}
	for key, aliases := range g.aliases {
		country, name, _ := strings.Cut(key, "\t")
		for _, a := range append([]string{name}, aliases...) {
			if named[country+fold(name)] {
				named[country+fold(strings.TrimPrefix(a, "="))] = true
			}
		}
	}
	contained := g.subdivisions()
	en := names(g.subdivisionFile("en"), "subdivisions")
	var rows []row
	for country, codes := range contained {
		if len(codes) > mostRegions {
			continue
		}
		for _, code := range codes {
			if en[code] != "" && !isVague(en[code]) {
				rows = append(rows, row{id: country + "-" + strings.ToUpper(code[2:]), kind: "region", country: country})
			}
		}
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.id, b.id) })
	sets := make([]formSet, len(rows))
	for i, r := range rows {
		sets[i] = formSet{g: g, id: r.id}
		n := en[code(r.id)]
		state := clean(n)
		for _, suffix := range []string{" Province", " Oblast", " Region", " Governorate", " State", " County", " Prefecture", " District", " Department"} {
			state = strings.TrimSuffix(state, suffix)
		}
		if !named[r.country+fold(state)] && !isVague(state) {
			sets[i].name(state) // where a city has the name too, the name alone is the city's
		}
		if !named[r.country+fold(n)] {
			g.regionNames[r.country+"\t"+n] = true
			sets[i].name(n)
			for _, a := range g.aliases[r.country+"\t"+n] {
				sets[i].name(a)
			}
		}
		if len(g.aliases[r.country+"\t"+n]) > 0 && g.regionNames[r.country+"\t"+n] {
			continue
		}
		for _, kind := range kindsOf(r.country) {
			if !isVague(state) {
				sets[i].other(fmt.Sprintf(kind, state))
			}
		}
	}
	for _, lang := range languages[1:] {
		local := names(g.subdivisionFile(lang), "subdivisions")
		for i, r := range rows {
			if n := local[code(r.id)]; script(n) != "" && script(n) != "Latin" {
				sets[i].other(n)
			}
		}
	}
	kept := rows[:0]
	for i := range rows {
		if rows[i].forms = sets[i].forms; len(rows[i].forms) > 0 {
			kept = append(kept, rows[i])
		}
	}
	g.write("places.regions.tsv", "# places.regions.tsv - first-level regions: states, provinces, oblasts, governorates\n"+
		fmt.Sprintf(legend, "ISO 3166-2", "region")+
		"# Source: Unicode CLDR 48.2 (Unicode-3.0; see NOTICE).\n", kept)
}

func code(id string) string { return strings.ToLower(strings.Replace(id, "-", "", 1)) }

func isVague(n string) bool {
	for _, w := range strings.Fields(strings.ToLower(n)) {
		if !vague[w] {
			return false
		}
	}
	return true
}

// kindsOf returns how a country's regions are called beside their name.
func kindsOf(country string) []string {
	switch country {
	case "UA", "RU", "BY", "KZ", "KG":
		return []string{"%s Oblast", "%s Region", "%s Province"}
	case "US":
		return []string{"%s State", "State of %s"}
	case "IN", "NG", "MX", "BR", "AU", "VE", "MM", "SD", "SS", "MY":
		return []string{"%s State", "State of %s"}
	case "SY", "IQ", "EG", "JO", "LB", "YE", "TN", "PS", "OM", "BH", "KW":
		return []string{"%s Governorate", "%s Province"}
	case "JP":
		return []string{"%s Prefecture"}
	}
	return []string{"%s Province", "%s Region"}
}

func (g *generator) subdivisionFile(lang string) string {
	return filepath.Join(g.cldr, "cldr-subdivisions-full/subdivisions", lang, strings.ReplaceAll(lang, "-", "_")+".json")
}

// subdivisions returns the codes of the first level of each country.
func (g *generator) subdivisions() map[string][]string {
	data, err := os.ReadFile(filepath.Join(g.cldr, "cldr-core/supplemental/subdivisionContainment.json"))
	if err != nil {
		log.Fatal(err)
	}
	var v struct {
		Supplemental struct {
			SubdivisionContainment map[string]struct {
				Contains []string `json:"_contains"`
			}
		}
	}
	if err := json.Unmarshal(data, &v); err != nil {
		log.Fatal(err)
	}
	out := map[string][]string{}
	for country, c := range v.Supplemental.SubdivisionContainment {
		if len(country) == 2 {
			out[country] = c.Contains
		}
	}
	return out
}
