package config

import (
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing/fstest"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/lexicon"
)

// Names and units of a project. What the tables of the language know is added to them, so that it is read like
// any other word; names they do not know are told to the comparison.

// Configure gives a checker the names and units of the file.
func (f *File) Configure(c *factcheck.Checker) {
	c.Same = append(c.Same, f.Same...)
	c.Apart = append(c.Apart, f.Apart...)
	if t := f.Tables(); t != nil {
		c.Tables = append(c.Tables, t)
	}
}

// Tables returns the words of the file as tables that go in front of those of the language, or nil.
func (f *File) Tables() fs.FS {
	if len(f.rows) == 0 {
		return nil
	}
	tables := fstest.MapFS{}
	for _, k := range slices.Sorted(maps.Keys(f.rows)) {
		tables[k] = &fstest.MapFile{Data: []byte(heads[k] + f.rows[k])}
	}
	return tables
}

// The first lines of the tables that a file adds to.
var heads = map[string]string{
	"orgs.tsv":   "@ id:text\tkind:text\tcountry:text\tforms:forms\n",
	"places.tsv": "@ id:text\tkind:text\tcountry:text\tpop:text\tforms:forms\n",
	"units.tsv":  "@ id:id\tdimension:id\tfactor:rational\tshift:text\tof:text\topen:text\tuse:text\tforms:forms\n",
}

// add keeps a row that the tables take; what they say against it is told of the line that made it.
func (f *File) add(table, row string) error {
	_, err := en.Lexicon().With(fstest.MapFS{table: &fstest.MapFile{Data: []byte(heads[table] + row)}})
	if err != nil {
		first, _, _ := strings.Cut(err.Error(), "\n")
		_, why, _ := strings.Cut(first, ": ") // behind table and line
		return errors.New(why)
	}
	if f.rows == nil {
		f.rows = map[string]string{}
	}
	f.rows[table] += row
	return nil
}

// sides cuts what stands behind a key at "=" signs: words without quotation marks make one name.
func sides(key string, args []field) ([]string, error) {
	want := fmt.Errorf(`%s wants two names with = between them: %s Andrij Jermak = Andriy Yermak`, key, key)
	var out []string
	var name []string
	for _, a := range append(args, field{text: "="}) {
		if a.text != "=" || a.quoted {
			if strings.ContainsAny(a.text, "\t|") {
				return nil, fmt.Errorf("%s: %q: a name has no | and no tabulator", key, a.text)
			}
			name = append(name, a.text)
			continue
		}
		if len(name) == 0 || strings.TrimSpace(strings.Join(name, "")) == "" {
			return nil, want
		}
		out, name = append(out, strings.Join(name, " ")), nil
	}
	if len(out) < 2 {
		return nil, want
	}
	return out, nil
}

// names reads alias, same and not-same.
func (f *File) names(key string, args []field) error {
	all, err := sides(key, args)
	if err != nil {
		return err
	}
	for i, n := range all {
		if slices.ContainsFunc(all[:i], func(m string) bool { return strings.EqualFold(m, n) }) {
			return fmt.Errorf("%s wants different names, not %q twice", key, n)
		}
	}
	if key == "not-same" {
		f.Apart = append(f.Apart, all)
		return nil
	}
	f.Same = append(f.Same, all)
	if key == "alias" {
		return f.alias(all[len(all)-1], all[:len(all)-1])
	}
	return nil
}

// alias adds forms to the row of the tables that knows the name, where one does.
func (f *File) alias(name string, forms []string) error {
	var exact []string
	for _, a := range forms {
		if a == strings.ToUpper(a) {
			a = "=" + a // an acronym counts only with its capitals: WHO
		}
		exact = append(exact, a)
	}
	line := name + " | " + strings.Join(exact, " | ") + "\n"
	if r, ok := en.Lexicon().Find(lexicon.Orgs, name); ok {
		return f.add("orgs.tsv", strings.Join([]string{r.Field(0), r.Field(1), r.Field(2), line}, "\t"))
	} else if r, ok := en.Lexicon().Find(lexicon.Places, name); ok {
		return f.add("places.tsv", strings.Join([]string{r.Field(0), r.Field(1), r.Field(2), r.Field(3), line}, "\t"))
	}
	return nil
}

// Columns of the table of units.
const (
	unitID = iota
	unitDimension
	unitFactor
	unitShift
	unitOf
	unitOpen
)

// unit reads "unit barrel = 158.987 liter". A second form stands behind a |: unit stone | st = 6.35 kilogram.
func (f *File) unit(args []field) error {
	at := slices.Index(args, field{text: "="})
	if at < 1 || len(args) < at+3 {
		return errors.New(`unit wants a name, =, a number and a unit: unit barrel = 158.987 liter`)
	}
	var words []string
	for _, a := range args[:at] {
		words = append(words, a.text)
	}
	forms := strings.Split(strings.Join(words, " "), "|")
	for i := range forms {
		if forms[i] = strings.TrimSpace(forms[i]); forms[i] == "" || strings.ContainsAny(forms[i], "()\t") {
			return fmt.Errorf("unit: %q is not the name of a unit", forms[i])
		}
	}
	number := args[at+1].text
	factor, ok := new(big.Rat).SetString(strings.ReplaceAll(number, ",", ""))
	if !ok || factor.Sign() <= 0 || strings.ContainsAny(number, "eEpPxX") {
		return fmt.Errorf("unit: %q is not a number above zero", number)
	}
	var base []string
	for _, a := range args[at+2:] {
		base = append(base, a.text)
	}
	row, ok := en.Lexicon().Find(lexicon.Units, strings.Join(base, " "))
	switch {
	case !ok:
		return fmt.Errorf("unit: %q is not a unit that the tables know", strings.Join(base, " "))
	case row.Field(unitShift) != "" || row.Field(unitOpen) != "":
		return fmt.Errorf("unit: %q has no fixed size: choose another unit", strings.Join(base, " "))
	}
	own := factor.Cmp(big.NewRat(1, 1)) == 0 // another word for the same unit
	if !own && row.Field(unitDimension) == "money" {
		return errors.New("unit: a currency has no fixed value: only 1 of it can be named, as in unit quid = 1 pound sterling")
	}
	return f.addUnit(forms, factor, row, own)
}

func (f *File) addUnit(forms []string, factor *big.Rat, row lexicon.Row, own bool) error {
	size, ok := new(big.Rat).SetString(row.Field(unitFactor))
	if !ok {
		return fmt.Errorf("unit: the factor of %s is not a number", row.Field(unitID))
	}
	if len(forms) == 1 {
		forms = []string{forms[0] + "(s)"}
	}
	id := row.Field(unitID)
	if !own {
		id = strings.ToLower(strings.Join(strings.Fields(strings.TrimSuffix(forms[0], "(s)")), "-"))
	}
	list := strings.Join(forms, " | ")
	return f.add("units.tsv", "-\t"+list+"\n"+strings.Join([]string{id, row.Field(unitDimension), size.Mul(size, factor).RatString(), "", row.Field(unitOf), "", "word", list}, "\t")+"\n")
}
