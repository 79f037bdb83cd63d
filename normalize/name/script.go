package name

// A script is the writing system of a word, as far as encoding needs it.
type script uint8

const (
	latin script = iota
	cyrillic
	greek
	armenian
	georgian
	hebrew
	arabic
	indic
	kana
	hangul
	han
	otherScript
)

// mode returns how a word of the script compares with words of other scripts.
func (s script) mode() mode {
	switch s {
	case hebrew, arabic:
		return abjad
	case kana, hangul:
		return syllabic
	}
	return alphabet
}

// scriptOf returns the script of a letter.
func scriptOf(r rune) script {
	switch {
	case r < 0x370 || r >= 0x1e00 && r < 0x1f00:
		return latin
	case r < 0x400 || r >= 0x1f00 && r < 0x2000:
		return greek
	case r < 0x530 || r >= 0x1c80 && r < 0x1c90 || r >= 0x2de0 && r < 0x2e00 || r >= 0xa640 && r < 0xa6a0:
		return cyrillic
	case r < 0x590:
		return armenian
	case r < 0x600 || r >= 0xfb1d && r < 0xfb50:
		return hebrew
	case r < 0x700 || r >= 0x750 && r < 0x780 || r >= 0x8a0 && r < 0x900 || r >= 0xfb50 && r < 0xfe00 || r >= 0xfe70 && r < 0xff00:
		return arabic
	case r >= 0x900 && r < 0xd80:
		return indic
	case r >= 0x10a0 && r < 0x1100 || r >= 0x1c90 && r < 0x1cc0 || r >= 0x2d00 && r < 0x2d30:
		return georgian
	case r >= 0x1100 && r < 0x1200 || r >= 0xac00 && r < 0xd7b0:
		return hangul
	case r >= 0x3040 && r < 0x3100 || r >= 0x31f0 && r < 0x3200:
		return kana
	case r >= 0x3400 && r < 0xa000 || r >= 0xf900 && r < 0xfb00 || r >= 0x20000 && r < 0x32000:
		return han
	case r >= 0xff00 && r < 0xff60:
		return latin
	}
	return otherScript
}
