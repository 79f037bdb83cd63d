package en_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/lexicon"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestBlobIsFreshAndSmall(t *testing.T) {
	want, err := lexicon.Pack(os.DirFS("."))
	require.NoError(t, err)
	got, err := os.ReadFile("tables.blob")
	require.NoError(t, err)
	assert.True(t, bytes.Equal(want, got), "tables.blob is stale: run go generate ./normalize/lang/en")
	assert.LessOrEqual(t, len(got), 8<<20, "bytes of all tables")
}

func TestGeneratedTablesAreInNotice(t *testing.T) {
	notice, err := os.ReadFile("../../../NOTICE")
	require.NoError(t, err)
	files, err := filepath.Glob("*.tsv")
	require.NoError(t, err)
	for _, f := range files {
		data, err := os.ReadFile(f)
		require.NoError(t, err)
		if strings.Contains(string(data[:min(3000, len(data))]), "Do not edit") {
			assert.Contains(t, string(notice), f)
		}
	}
}

func TestOpeningAllocatesNextToNothing(t *testing.T) {
	blob, err := os.ReadFile("tables.blob")
	require.NoError(t, err)
	s := string(blob)
	assert.LessOrEqual(t, testing.AllocsPerRun(10, func() { _, _ = lexicon.Open(s) }), 2.0)
}

func TestPlaces(t *testing.T) {
	const colID = 0
	for form, want := range map[string]string{"Iran": "IR", "Persia": "IR", "Burma": "MM", "Swaziland": "SZ", "Holland": "NL", "Ivory Coast": "CI",
		"Macedonia": "MK", "Niger": "NE", "Nigeria": "NG", "DR Congo": "CD", "Congo-Brazzaville": "CG", "North Korea": "KP", "South Korea": "KR", "США": "US",
		"Soviet Union": "SUHH", "إيران": "IR"} {
		r, ok := en.Lexicon().Find(lexicon.Places, form)
		require.True(t, ok, form)
		assert.Equal(t, want, r.Field(colID), form)
	}
	for a, b := range map[string]string{"Kyiv": "Kiev", "Mumbai": "Bombay", "Istanbul": "Constantinople", "Beijing": "Peking", "Saigon": "Ho Chi Minh City",
		"Odesa": "Одеса", "Tehran": "تهران"} {
		x, _ := en.Lexicon().Find(lexicon.Places, a)
		y, _ := en.Lexicon().Find(lexicon.Places, b)
		require.False(t, x.Zero() || y.Zero(), a+" "+b)
		assert.Equal(t, x.Field(colID), y.Field(colID), a+" = "+b)
	}
}
