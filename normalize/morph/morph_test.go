package morph_test

import (
	"fmt"
	"testing"

	"github.com/factdiff/factdiff/normalize/lang/en"
	"github.com/factdiff/factdiff/normalize/morph"
	"github.com/stretchr/testify/assert"
)

func TestNoun(t *testing.T) {
	for w, want := range map[string]string{
		"flights": "flight", "Flights": "flight", "FLIGHTS": "flight", "flight": "flight", "people": "person", "persons": "person",
		"children": "child", "bodies": "body", "buses": "bus", "series": "series", "men": "man", "spokeswomen": "spokeswoman", "lives": "life",
		"wives": "wife", "knives": "knife", "crises": "crisis", "analyses": "analysis", "troops": "troop", "deaths": "death", "casualties": "casualty",
		"boxes": "box", "churches": "church", "houses": "house", "heroes": "hero", "vetoes": "veto", "news": "news", "aircraft": "aircraft",
		"species": "species", "gases": "gas", "viruses": "virus", "missiles": "missile", "drones": "drone", "airstrikes": "airstrike",
		"passersby": "passerby", "feet": "foot", "geese": "goose", "boss": "boss", "killed": "killed", "policemen": "policeman",
		"Humvees": "Humvee", "Kalashnikovs": "Kalashnikov", "warehouses": "warehouse", "ministries": "ministry", "sheep": "sheep", "": "", "s": "s",
	} {
		assert.Equal(t, want, morph.NounOf(en.Lexicon(), w), w)
	}
}

func TestVerb(t *testing.T) {
	for w, want := range map[string]string{
		"killed": "kill", "kills": "kill", "killing": "kill", "Killed": "kill", "died": "die", "dying": "die", "dies": "die", "said": "say", "says": "say",
		"told": "tell", "was": "be", "were": "be", "is": "be", "has": "have", "had": "have", "did": "do", "went": "go", "gone": "go", "flew": "fly",
		"found": "find", "left": "leave", "felt": "feel", "rose": "rise", "fell": "fall", "saw": "see", "met": "meet", "shot": "shoot", "stopped": "stop",
		"travelled": "travel", "traveled": "travel", "trained": "train", "training": "train", "arriving": "arrive", "arrived": "arrive", "denies": "deny",
		"denied": "deny", "agreed": "agree", "planned": "plan", "planning": "plan", "wounded": "wound", "targeted": "target", "focused": "focus",
		"airlifted": "airlift", "deployed": "deploy", "redeployed": "redeploy", "table": "table", "of": "of", "kill": "kill", "": "", "ed": "ed",
	} {
		assert.Equal(t, want, morph.VerbOf(en.Lexicon(), w), w)
	}
}

func TestNothingIsAllocated(t *testing.T) {
	l := en.Lexicon()
	assert.Zero(t, testing.AllocsPerRun(100, func() {
		morph.NounOf(l, "children")
		morph.VerbOf(l, "arriving")
		morph.NounOf(l, "Humvees")
	}))
}

func FuzzLemma(f *testing.F) {
	f.Add("Humvees")
	f.Add("\xff\xfeed")
	f.Fuzz(func(t *testing.T, w string) {
		l := en.Lexicon()
		n, v := morph.NounOf(l, w), morph.VerbOf(l, w)
		assert.Equal(t, n, morph.NounOf(l, w))
		assert.Equal(t, v, morph.VerbOf(l, w))
		assert.Equal(t, w == "", n == "")
	})
}

func BenchmarkLemma(b *testing.B) {
	l := en.Lexicon()
	words := []string{"flights", "people", "killed", "arriving", "Humvees"}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		morph.NounOf(l, words[i%len(words)])
	}
}

func ExampleNounOf() {
	fmt.Println(morph.NounOf(en.Lexicon(), "casualties"), morph.VerbOf(en.Lexicon(), "denied"))
	// Output: casualty deny
}

func TestEnding(t *testing.T) {
	for w, want := range map[string]morph.Class{
		"raids": morph.Plural, "RAIDS": morph.Plural, "bodies": morph.Plural, "glass": 0, "virus": 0, "crisis": 0, "killed": morph.Past, "carried": morph.Past,
		"killing": morph.Ing, "fallen": morph.Participle, "heavily": morph.Adverb, "gas": 0, "Iran": 0, "": 0, "s": 0,
	} {
		assert.Equal(t, want, morph.Ending(en.Lexicon(), w), w)
	}
}

func TestStem(t *testing.T) {
	l := en.Lexicon()
	for _, same := range [][]string{
		{"raid", "raids", "raided", "raiding", "Raided"}, {"stop", "stops", "stopped", "stopping"}, {"arrive", "arrives", "arrived", "arriving"},
		{"body", "bodies"}, {"capture", "captured", "capturing"}, {"carry", "carries", "carried"}, {"miss", "misses", "missed", "missing"}, {"church", "churches"}, {"box", "boxes", "boxed"},
	} {
		for _, w := range same[1:] {
			assert.Equal(t, morph.Stem(l, same[0]), morph.Stem(l, w), "%s and %s", same[0], w)
		}
	}
	for _, apart := range [][2]string{{"string", "str"}, {"glass", "glas"}, {"virus", "viru"}, {"fall", "fal"}, {"raid", "road"}, {"miss", "mis"}} {
		assert.NotEqual(t, morph.Stem(l, apart[0]), morph.Stem(l, apart[1]), "%s and %s", apart[0], apart[1])
	}
}
