package name

import (
	_ "embed"
	"strings"
	"sync"
)

// The Mandarin readings of Unihan 15.0.0 (Unicode licence), written by normalize/lang/gen/han: syllables, one a
// line, then two bytes for each character.
//
//go:embed han.bin
var hanData string

const hanFirst, hanLast = 0x4e00, 0x9fff

type hanReadings struct {
	syllables []string // in letters of sounds
	index     string
	spelt     map[string]string // pinyin syllable -> letters of sounds
}

var readHan = sync.OnceValue(func() *hanReadings {
	list, index, _ := strings.Cut(hanData, "\n\n")
	h := &hanReadings{index: index, spelt: map[string]string{}}
	for s := range strings.SplitSeq(list, "\n") {
		sounds := pinyinSounds(s)
		h.syllables = append(h.syllables, sounds)
		h.spelt[strings.ReplaceAll(s, "v", "u")] = sounds
	}
	return h
})

// hanSounds returns the Mandarin syllable of a character in the letters of sounds, or "".
func hanSounds(r rune) string {
	if r < hanFirst || r > hanLast {
		return ""
	}
	h := readHan()
	i := 2 * int(r-hanFirst)
	k := int(h.index[i]) | int(h.index[i+1])<<8
	if k == 0 {
		return ""
	}
	return h.syllables[k-1]
}

// pinyinInitials are the initials that pinyin writes in a way of its own.
var pinyinInitials = []spelling{{"zh", "J"}, {"ch", "C"}, {"sh", "S"}, {"q", "C"}, {"x", "S"}, {"c", "c"}, {"j", "J"}, {"z", "z"}, {"yi", "I"}, {"yu", "YU"}, {"wu", "U"}, {"w", "W"}, {"y", "Y"}, {"h", "H"}}

// pinyinSounds returns the sounds of a syllable without tone, ü written v.
func pinyinSounds(s string) string {
	var b strings.Builder
	for _, p := range pinyinInitials {
		if rest, ok := strings.CutPrefix(s, p.letters); ok {
			b.WriteString(p.sounds)
			s = rest
			break
		}
	}
	b.WriteString(strings.ToUpper(strings.ReplaceAll(s, "v", "u")))
	return b.String()
}

// pinyinMarks are letters that sound otherwise in pinyin than elsewhere.
const pinyinMarks = "qx"

// appendPinyin appends the sounds of a Latin word if it is made of pinyin syllables and has a letter that sounds
// otherwise there.
func appendPinyin(dst []byte, word string) ([]byte, bool) {
	if !strings.ContainsAny(word, pinyinMarks) && !strings.Contains(word, "zh") || len(word) > 24 {
		return dst, false
	}
	return splitPinyin(dst, word, readHan().spelt)
}

// splitPinyin takes the longest syllable first and goes back when the rest is none.
func splitPinyin(dst []byte, word string, spelt map[string]string) ([]byte, bool) {
	if word == "" {
		return dst, true
	}
	for n := min(6, len(word)); n > 1; n-- {
		s, ok := spelt[word[:n]]
		if !ok {
			continue
		}
		if out, ok := splitPinyin(append(dst, s...), word[n:], spelt); ok {
			return out, true
		}
	}
	return dst, false
}
