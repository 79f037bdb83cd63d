package factcheck

import (
	"reflect"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"golang.org/x/text/language"

	"github.com/factdiff/factdiff/compare"
	"github.com/factdiff/factdiff/normalize/text"
)

// Comparers of tests ask a type for a method Equal of its own type; a field that it forgets would hide a difference.
func TestEqualSeesEveryField(t *testing.T) {
	r, g := bridge(t), &Grounding{ID: "g", Claims: []Claim{{Explanation: "x", Claim: compare.Claim{Kind: "number", Evidence: []compare.Evidence{{Text: "x"}}}}}}
	for _, v := range []any{r, g, r.Findings[2], r.Findings[2].Finding, r.Findings[2].Positions[1], r.Findings[2].Positions[1].Evidence[0], r.Findings[2].Reason,
		r.Sources[0], *r.Sources[0].Source, g.Claims[0], g.Claims[0].Claim} {
		typ := reflect.TypeOf(v)
		m, ok := typ.MethodByName("Equal")
		if !assert.True(t, ok && m.Type.NumIn() == 2 && m.Type.In(1) == typ && m.Type.Out(0).Kind() == reflect.Bool, "%v has no method Equal(%v) bool", typ, typ) {
			continue
		}
		equal := func(a, b reflect.Value) bool { return m.Func.Call([]reflect.Value{a, b})[0].Bool() }
		pointer := typ.Kind() == reflect.Pointer
		whole := reflect.Indirect(reflect.ValueOf(v))
		for i := range whole.NumField() {
			changed := reflect.New(whole.Type())
			changed.Elem().Set(whole)
			other := changed
			if !pointer {
				other = changed.Elem()
			}
			assert.True(t, equal(reflect.ValueOf(v), other), "%v is not equal to its copy", typ)
			change(t, changed.Elem().Field(i))
			assert.False(t, equal(reflect.ValueOf(v), other), "%v does not see a change of %s", typ, whole.Type().Field(i).Name)
		}
	}
}

// change gives a field another value.
func change(t *testing.T, f reflect.Value) {
	switch f.Kind() {
	case reflect.String:
		f.SetString(f.String() + "x")
	case reflect.Int, reflect.Int64:
		f.SetInt(f.Int() + 1)
	case reflect.Uint8:
		f.SetUint(f.Uint() + 1)
	case reflect.Bool:
		f.SetBool(!f.Bool())
	case reflect.Slice:
		f.Set(reflect.Append(f.Slice3(0, f.Len(), f.Len()), reflect.Zero(f.Type().Elem())))
	case reflect.Pointer:
		f.SetZero()
	case reflect.Struct:
		switch {
		case f.Type() == reflect.TypeFor[time.Time]():
			f.Set(reflect.ValueOf(f.Interface().(time.Time).Add(time.Second)))
		case f.Type().PkgPath() == "golang.org/x/text/language", f.Type() == reflect.TypeFor[text.Span]():
			f.Set(reflect.ValueOf(other(f.Interface())))
		default:
			change(t, f.Field(0))
		}
	default:
		t.Fatalf("no other value for a %s", f.Kind())
	}
}

// The moment counts, not the zone it is told in.
func TestEqualTimes(t *testing.T) {
	day := time.Date(2024, 9, 10, 12, 0, 0, 0, time.UTC)
	a, b := compare.Evidence{Published: day}, compare.Evidence{Published: day.In(time.FixedZone("", 3600))}
	assert.True(t, a.Equal(b))
	assert.True(t, Source{Published: day}.Equal(Source{Published: day.In(time.FixedZone("", 3600))}))
	assert.True(t, (*Report)(nil).Equal(nil))
	assert.False(t, (*Report)(nil).Equal(&Report{}))
	assert.False(t, (&Grounding{}).Equal(nil))
}

func other(v any) any {
	switch v := v.(type) {
	case language.Tag:
		return language.French
	case text.Span:
		return text.Span{Start: v.Start + 1, End: v.End + 1}
	}
	return v
}
