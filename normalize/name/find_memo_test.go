package name_test

import (
	"bufio"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/factdiff/factdiff/normalize/name"
)

// corpusTexts returns the texts of testdata/find.txt.
func corpusTexts(t testing.TB) (texts []string) {
	file, err := os.Open("testdata/find.txt")
	require.NoError(t, err)
	defer file.Close()
	for sc := bufio.NewScanner(file); sc.Scan(); {
		if body, ok := strings.CutPrefix(sc.Text(), "> "); ok {
			texts = append(texts, body)
		}
	}
	require.NotEmpty(t, texts)
	return texts
}

// What a finder remembers of the texts before must not tell: the same run stands in other places, with another word before or behind it.
func TestFinderForgets(t *testing.T) {
	texts := corpusTexts(t)
	for _, run := range []string{"Bener Meriah", "Quill", "Ada Quill", "Reading", "Paris Hilton", "Judge Quill", "President", "Former", "Mark Cuban",
		"Secretary of State Ada Quill", "JANE", "Sen. Ruiz", "Will", "Lara", "Tehran", "U.S.", "McKay",
		"Quill", "Senator", "Prime", "Flood", "Falconer", "Juniper", "Minister", "Judge", "Deputy", "M", "VA", "CHF", "Beat Lanz", "Pauline Roche", "Ulrich Band", "St Anne", "Tulare", "EC", "Port Zale", "Hurricane Zelda", "Hurricane Carter"} {
		for _, around := range []string{"He saw # there.", "In the hall of #'s School it was.", "Hector Ybarra, 34, of # died.", "It cost #$20 there.", "It cost $4.2# more.", "He was in # there.", "# was there.", "He saw Mr. # there.", "The president, #, left.", "His wife, #, left.",
			"He saw # investors.", "“#”, he said.", "The spokesman # left.", "He saw # SMITH.", "He saw # President Ruiz.", "# MINISTER QUITS AFTER ROW", "It is #", "It costs 31 cents per # now.", "At # 41 it is cheap.", "The roads engineer # left.", "The road engineer, #, left.", "The chief executive, #, said so.", "She praised # there.",
			"His wife # left.", "He saw # president Ruiz there.", "He saw # minister Ruiz there.", "He saw the # president there.", "He saw the # there.", "He saw # there: Flood Hits Town, Storm Grows", "Storm Hits Town, #, Flood Grows",
			"# won.", "# said so.", "They beat # won."} {
			texts = append(texts, strings.ReplaceAll(around, "#", run))
		}
	}
	var x name.Finder
	var mentions []name.Mention
	var entities []name.Entity
	for range 2 {
		for _, body := range texts {
			g := tag(body)
			mentions, entities = x.Find(mentions[:0], entities[:0], g, nil)
			wantMentions, wantEntities := name.Find(nil, nil, g, nil)
			assert.Equal(t, wantMentions, append([]name.Mention(nil), mentions...), body)
			assert.Equal(t, wantEntities, append([]name.Entity(nil), entities...), body)
		}
		slices.Reverse(texts)
	}
}
