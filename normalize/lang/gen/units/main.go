// Command units writes the units of CLDR that the hand-written table lacks.
//
// Input: supplemental/units.json of cldr-core and main/en/units.json of cldr-units-full (Unicode-3.0), and units.tsv,
// whose ids and forms are left out. Factors are exact.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"sort"
	"strings"
)

func main() {
	cldr := flag.String("cldr", ".cache", "the folder that holds cldr-core and cldr-units-full")
	out := flag.String("o", "../en", "the folder of units.tsv, to which units.cldr.tsv is written")
	flag.Parse()
	if err := run(*cldr, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// Supplemental data of CLDR: https://unicode.org/reports/tr35/tr35-info.html#Unit_Conversion
type supplemental struct {
	Supplemental struct {
		Version struct {
			CLDR string `json:"_cldrVersion"`
		}
		UnitPrefixes map[string]struct {
			Power string `json:"_power10"`
		}
		UnitConstants map[string]struct {
			Value string `json:"_value"`
		}
		UnitQuantities map[string]struct {
			Quantity string `json:"_quantity"`
		}
		ConvertUnits map[string]struct {
			Base    string `json:"_baseUnit"`
			Factor  string `json:"_factor"`
			Offset  string `json:"_offset"`
			Special string `json:"_special"`
		}
	}
}

type names struct {
	Main struct {
		En struct {
			Units struct{ Long, Short map[string]map[string]string }
		}
	}
}

// dimensions are the hand-written table's names for what CLDR measures in a base unit.
var dimensions = map[string]string{"meter": "length", "square-meter": "area", "cubic-meter": "volume", "kilogram": "mass",
	"meter-per-second": "speed", "kilogram-square-meter-per-square-second": "energy", "kilogram-square-meter-per-cubic-second": "power",
	"kilogram-per-meter-square-second": "pressure", "kilogram-meter-per-square-second": "force", "bit": "data"}

// left out: words that are something else far more often than a unit, and what no number stands before
var left = map[string]bool{"concentr-item": true, "concentr-part": true, "concentr-portion": true, "concentr-ofglucose": true,
	"graphics-dot": true, "graphics-em": true, "volume-drop": true, "volume-pinch": true, "duration-night": true,
	"duration-quarter": true, "length-point": true, "length-chain": true, "length-rod": true, "speed-light-speed": true,
	"pressure-ofhg": true, "pressure-gasoline-energy-density": true}

func run(cldr, out string) error {
	var sup supplemental
	var en names
	if err := read(filepath.Join(cldr, "cldr-core/supplemental/units.json"), &sup); err != nil {
		return err
	}
	if err := read(filepath.Join(cldr, "cldr-units-full/main/en/units.json"), &en); err != nil {
		return err
	}
	ids, forms, err := written(filepath.Join(out, "units.tsv"))
	if err != nil {
		return err
	}
	var rows []string
	long, short := en.Main.En.Units.Long, en.Main.En.Units.Short
	for key := range long {
		_, id, ok := strings.Cut(key, "-")
		if !ok || ids[id] || left[key] || long[key]["unitPattern-count-other"] == "" {
			continue
		}
		factor, base, ok := sup.resolve(id)
		if !ok {
			continue
		}
		dim := dimensions[base]
		if dim == "" {
			dim = sup.Supplemental.UnitQuantities[base].Quantity
		}
		if dim == "" || dim == "duration" || dim == "angle" || strings.Contains(dim, "temperature") {
			continue // these have another base in units.tsv, where all of them stand
		}
		row := func(use string, words ...string) {
			var some []string
			for _, w := range words {
				w = strings.TrimSpace(strings.ReplaceAll(w, "{0}", ""))
				if w == "" || strings.HasPrefix(w, "of ") || strings.ContainsAny(w, "0123456789|()[]") || forms[strings.ToLower(w)] {
					continue
				}
				forms[strings.ToLower(w)] = true
				if use == "abbr" {
					w = "=" + w
				}
				some = append(some, w)
			}
			if len(some) > 0 {
				if use == "abbr" && len([]rune(some[0])) < 4 {
					use = "glued"
				}
				rows = append(rows, strings.Join([]string{id, dim, factor.RatString(), "", "", "", use, strings.Join(some, " | ")}, "\t"))
			}
		}
		row("word", long[key]["unitPattern-count-one"], long[key]["unitPattern-count-other"])
		row("abbr", short[key]["unitPattern-count-one"], short[key]["unitPattern-count-other"])
	}
	sort.Strings(rows)
	head := "# units.cldr.tsv - the units of CLDR " + sup.Supplemental.Version.CLDR + " that units.tsv lacks; the columns are those of units.tsv\n" +
		"# Written by normalize/lang/gen/units from cldr-core and cldr-units-full (Unicode-3.0; see NOTICE). Do not edit.\n" +
		"@ id:id\tdimension:id\tfactor:rational\tshift:rational?\tof:id?\topen:enum(open)?\tuse:enum(word,abbr,glued,sign,code)\tforms:forms\n"
	return os.WriteFile(filepath.Join(out, "units.cldr.tsv"), []byte(head+strings.Join(rows, "\n")+"\n"), 0o644)
}

func read(file string, v any) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, v)
}

// written returns the ids and the forms of the hand-written table.
func written(file string) (ids, forms map[string]bool, err error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, nil, err
	}
	ids, forms = map[string]bool{}, map[string]bool{}
	for line := range strings.Lines(string(data)) {
		cells := strings.Split(strings.TrimSpace(line), "\t")
		if len(cells) < 8 || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "@") {
			continue
		}
		ids[cells[0]] = true
		for _, f := range strings.Split(cells[len(cells)-1], "|") {
			f = strings.ToLower(strings.TrimPrefix(strings.TrimSpace(f), "="))
			forms[strings.ReplaceAll(f, "(s)", "")], forms[strings.ReplaceAll(f, "(s)", "s")] = true, true
		}
	}
	return ids, forms, nil
}

// resolve returns how many base units one unit is.
func (s *supplemental) resolve(id string) (*big.Rat, string, bool) {
	if c, ok := s.Supplemental.ConvertUnits[id]; ok {
		if c.Special != "" || c.Offset != "" {
			return nil, "", false
		}
		f, ok := s.value(c.Factor)
		return f, c.Base, ok
	}
	if a, b, ok := strings.Cut(id, "-per-"); ok {
		f, x, ok1 := s.resolve(a)
		g, y, ok2 := s.resolve(b)
		if !ok1 || !ok2 {
			return nil, "", false
		}
		return f.Quo(f, g), x + "-per-" + y, true
	}
	for i, power := range []string{"square-", "cubic-"} {
		rest, ok := strings.CutPrefix(id, power)
		if !ok {
			continue
		}
		f, base, ok := s.resolve(rest)
		if !ok {
			return nil, "", false
		}
		p := new(big.Rat).Set(f)
		for range i + 1 {
			p.Mul(p, f)
		}
		return p, power + base, true
	}
	for name, p := range s.Supplemental.UnitPrefixes {
		if rest, ok := strings.CutPrefix(id, name); ok && p.Power != "" {
			if c, ok := s.Supplemental.ConvertUnits[rest]; ok {
				f, ok1 := s.value(c.Factor)
				g, ok2 := new(big.Rat).SetString("1e" + p.Power)
				if !ok1 || !ok2 {
					return nil, "", false
				}
				return f.Mul(f, g), c.Base, true
			}
		}
	}
	return nil, "", false
}

// value works out "ft_to_m*ft_to_m/12*12": products, one over the other.
func (s *supplemental) value(expr string) (*big.Rat, bool) {
	v := big.NewRat(1, 1)
	above, below, _ := strings.Cut(expr, "/")
	for i, side := range []string{above, below} {
		for _, part := range strings.Split(side, "*") {
			part = strings.TrimSpace(part)
			if part == "" {
				continue
			}
			f, ok := new(big.Rat).SetString(part)
			if c, named := s.Supplemental.UnitConstants[part]; named {
				f, ok = s.value(c.Value)
			}
			if !ok {
				return nil, false
			}
			if i == 0 {
				v.Mul(v, f)
			} else {
				v.Quo(v, f)
			}
		}
	}
	return v, true
}
