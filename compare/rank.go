package compare

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
)

// inOrder returns the documents sorted by ID, so that their order never matters.
func inOrder(docs []*normalize.Document) []*normalize.Document {
	out := slices.Clone(docs)
	slices.SortStableFunc(out, func(a, b *normalize.Document) int { return strings.Compare(a.Source.ID, b.Source.ID) })
	return out
}

// ranked drops the kinds that were not asked for, gives each finding its ID and puts the most serious first.
func ranked(out []Finding, opt Options) []Finding {
	kept := make([]*Finding, 0, len(out))
	for i := range out {
		f := &out[i]
		if opt.Kinds != nil && !opt.Kinds[f.Kind] {
			continue
		}
		if len(f.Flags) > 0 {
			f.Flags = slices.Clone(f.Flags)
			slices.Sort(f.Flags)
			f.Flags = slices.Compact(f.Flags)
		}
		unmark(f)
		f.ID = fingerprint(f)
		kept = append(kept, f)
	}
	slices.SortStableFunc(kept, func(a, b *Finding) int {
		if d := place(a) - place(b); d != 0 {
			return d
		}
		if d := b.Origins - a.Origins; d != 0 && place(a) >= placeAgree {
			return d
		}
		if d := strings.Compare(a.Topic, b.Topic); d != 0 {
			return d
		}
		return strings.Compare(a.ID, b.ID)
	})
	order := make([]Finding, len(kept))
	for i, f := range kept {
		order[i] = *f
	}
	return unique(order)
}

// unmark takes markup out of the words that a finding shows. Its evidence stays as it was given.
func unmark(f *Finding) {
	f.Topic = text.Unmarked(f.Topic)
	for i := range f.Positions {
		p := &f.Positions[i]
		p.Value = text.Unmarked(p.Value)
	}
	for i, a := range f.Reason.Args {
		f.Reason.Args[i] = text.Unmarked(a)
	}
}

// unique gives findings that have the same fingerprint different IDs.
func unique(fs []Finding) []Finding {
	seen := make(map[string]int, len(fs))
	for i := range fs {
		n := seen[fs[i].ID]
		seen[fs[i].ID]++
		if n > 0 {
			fs[i].ID += "-" + strconv.Itoa(n+1)
		}
	}
	return fs
}

// fingerprint is 12 hex digits of kind, topic and normalized values. It survives edits elsewhere.
func fingerprint(f *Finding) string {
	var room [256]byte // what fits in here costs no memory
	var some [8]string
	b := append(room[:0], f.Kind...)
	b = append(append(b, 0), f.Rule...)
	b = append(append(b, 0), f.Topic...)
	values := some[:0]
	for i := range f.Positions {
		values = append(values, f.Positions[i].Value)
	}
	slices.Sort(values)
	for _, v := range values {
		b = append(append(b, 0), v...)
	}
	h := fnv.New64a()
	h.Write(b)
	s := strconv.FormatUint(h.Sum64()>>16, 16)
	return strings.Repeat("0", 12-len(s)) + s
}

// placeAgree is where agreements begin in the order of the report.
const placeAgree = 80

// place is where a finding stands in the report: conflicts of a holder with himself, numbers,
// attribution, stance, dates, names; quote drift; omissions; what fits together; agreements; single sources.
func place(f *Finding) int {
	base := 10 * (int(Serious) - int(f.Severity))
	switch f.Verdict {
	case VerdictConflict, VerdictDisputed:
		switch {
		case f.Kind == "attribution" && f.Rule == NumberConflict:
			return base
		case f.Kind == "number" || f.Kind == "conversion":
			return base + 1
		case f.Kind == "attribution":
			return base + 2
		case f.Kind == "stance":
			return base + 3
		case f.Kind == "date":
			return base + 4
		case f.Kind == "name" || f.Kind == "place":
			return base + 5
		case f.Kind == "quote":
			return base + 6
		}
		return base + 7
	case VerdictCompatible:
		return 60
	case VerdictAgree:
		return placeAgree
	}
	if f.Kind == "omission" {
		return 50
	}
	return 90
}
