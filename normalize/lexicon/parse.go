package lexicon

import (
	"fmt"
	"io/fs"
	"math/big"
	"path"
	"sort"
	"strconv"
	"strings"
)

// A row of a table as it was parsed.
type rawRow struct {
	table  Table
	fields []string // the forms column holds the first form
	forms  []string
	remove bool // "-" rows of a caller's table take forms away
}

// parseFS reads all tables of fsys. Every wrong line is reported, joined into one error.
func parseFS(fsys fs.FS, overlay bool) ([]rawRow, error) {
	files, err := fs.Glob(fsys, "*.tsv")
	if err != nil {
		return nil, err
	}
	sort.Strings(files)
	var rows []rawRow
	var bad errorList
	for _, f := range files {
		base, _, _ := strings.Cut(path.Base(f), ".")
		table := tableNamed(base)
		if table == NumTables {
			bad = append(bad, fmt.Errorf("%s: no table has this name, want one of %s", f, strings.Join(names[:], ", ")))
			continue
		}
		data, err := fs.ReadFile(fsys, f)
		if err != nil {
			return nil, err
		}
		p := tableParser{file: f, table: table, overlay: overlay}
		rows = append(rows, p.parse(string(data))...)
		bad = append(bad, p.bad...)
	}
	if len(bad) > 0 {
		return nil, bad
	}
	return rows, nil
}

func tableNamed(s string) Table {
	for t, n := range names {
		if n == s {
			return Table(t)
		}
	}
	return NumTables
}

// errorList is every wrong line of a set of tables.
type errorList []error

func (e errorList) Error() string {
	var b strings.Builder
	for i, err := range e {
		if i == 20 {
			fmt.Fprintf(&b, "\nand %d more", len(e)-i)
			break
		}
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(err.Error())
	}
	return b.String()
}

func (e errorList) Unwrap() []error { return e }

type column struct {
	name, kind string
	optional   bool
	values     []string // of an enum
}

type tableParser struct {
	file    string
	table   Table
	overlay bool
	cols    []column
	bad     errorList
}

func (p *tableParser) errorf(line int, format string, args ...any) {
	p.bad = append(p.bad, fmt.Errorf("%s:%d: %s", p.file, line, fmt.Sprintf(format, args...)))
}

func (p *tableParser) parse(data string) []rawRow {
	var rows []rawRow
	n := 0
	for line := range strings.Lines(data) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if p.cols == nil {
			if !p.header(n, line) {
				return rows
			}
			continue
		}
		if r, ok := p.row(n, line); ok {
			rows = append(rows, r)
		}
	}
	if p.cols == nil && len(p.bad) == 0 {
		p.errorf(n+1, "no columns named: want a first line like \"@ id:id<TAB>forms:forms\"")
	}
	return rows
}

// header reads "@ name:kind<TAB>name:kind". Kinds: id, text, int, rational, list, enum(a,b), forms;
// a ? behind the kind lets the cell be empty.
func (p *tableParser) header(n int, line string) bool {
	if !strings.HasPrefix(line, "@") {
		p.errorf(n, "no columns named: want a first line like \"@ id:id<TAB>forms:forms\"")
		return false
	}
	for _, cell := range strings.Split(strings.TrimSpace(line[1:]), "\t") {
		name, kind, _ := strings.Cut(strings.TrimSpace(cell), ":")
		c := column{name: name, kind: kind}
		c.kind, c.optional = strings.CutSuffix(c.kind, "?")
		if inner, ok := strings.CutPrefix(c.kind, "enum("); ok {
			c.kind, c.values = "enum", strings.Split(strings.TrimSuffix(inner, ")"), ",")
		}
		switch c.kind {
		case "id", "text", "int", "rational", "list", "enum", "forms":
		default:
			p.errorf(n, "column %s has kind %q, want id, text, int, rational, list, enum(...) or forms", name, kind)
			return false
		}
		p.cols = append(p.cols, c)
	}
	if p.cols[len(p.cols)-1].kind != "forms" {
		p.errorf(n, "the last column must be forms")
		return false
	}
	return true
}

func (p *tableParser) row(n int, line string) (rawRow, bool) {
	r := rawRow{table: p.table}
	cells := strings.Split(line, "\t")
	if p.overlay && strings.TrimSpace(cells[0]) == "-" && len(cells) == 2 {
		r.remove, r.forms = true, p.forms(n, cells[1])
		return r, true
	}
	if len(cells) != len(p.cols) {
		p.errorf(n, "%d cells, want %d: %s", len(cells), len(p.cols), p.wanted())
		return r, false
	}
	ok := true
	for i, c := range p.cols {
		cell := strings.TrimSpace(cells[i])
		if msg := c.check(cell); msg != "" {
			p.errorf(n, "%s %s: %q", c.name, msg, cell)
			ok = false
			continue
		}
		if c.kind != "forms" {
			r.fields = append(r.fields, cell)
			continue
		}
		if r.forms = p.forms(n, cell); len(r.forms) == 0 {
			p.errorf(n, "no form: want at least one word between the | marks")
			return r, false
		}
		if p.table == Endings && len(r.forms) > 1 {
			p.errorf(n, "%d endings, want one a row", len(r.forms))
			ok = false
		}
		r.fields = append(r.fields, strings.TrimPrefix(r.forms[0], "="))
	}
	return r, ok
}

func (p *tableParser) wanted() string {
	var w []string
	for _, c := range p.cols {
		w = append(w, c.name)
	}
	return strings.Join(w, ", ")
}

// check returns what is wrong with a cell, or "".
func (c column) check(cell string) string {
	if cell == "" {
		if c.optional || c.kind == "forms" || c.kind == "list" || c.kind == "text" {
			return ""
		}
		return "is empty"
	}
	switch c.kind {
	case "id":
		if strings.ContainsAny(cell, " \t") {
			return "has a space"
		}
	case "int":
		if _, err := strconv.Atoi(cell); err != nil {
			return "is not a whole number"
		}
	case "rational":
		if _, ok := new(big.Rat).SetString(cell); !ok {
			return "is not a number"
		}
	case "enum":
		for _, v := range c.values {
			if v == cell {
				return ""
			}
		}
		return "is none of " + strings.Join(c.values, ", ")
	}
	return ""
}

// forms splits a forms cell at its | marks and unfolds optional parts: mile(s) is mile and miles.
func (p *tableParser) forms(n int, cell string) []string {
	var out []string
	for _, f := range strings.Split(cell, "|") {
		f = strings.TrimSpace(f)
		if f == "" {
			continue
		}
		if strings.Count(f, "(") != strings.Count(f, ")") {
			p.errorf(n, "form has an open bracket: %q", f)
			continue
		}
		if strings.Count(f, "(") > maxOptional {
			p.errorf(n, "form has more than %d optional parts: %q", maxOptional, f)
			continue
		}
		for _, u := range unfold(nil, f) {
			if len(formTokens(strings.TrimPrefix(u, "="))) == 0 {
				p.errorf(n, "form has no word: %q", f)
				continue
			}
			out = append(out, u)
		}
	}
	return out
}

// maxOptional bounds the optional parts of a form, each of which doubles how many forms it stands for.
const maxOptional = 4

func unfold(dst []string, f string) []string {
	i := strings.IndexByte(f, '(')
	if i < 0 {
		return append(dst, f)
	}
	j := i + strings.IndexByte(f[i:], ')')
	if j < i {
		return append(dst, f)
	}
	dst = unfold(dst, f[:i]+f[j+1:])
	return unfold(dst, f[:i]+f[i+1:j]+f[j+1:])
}
