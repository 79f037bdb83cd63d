package quantity

import (
	"unicode"
	"unicode/utf8"
)

// readDigits reads digits as any country groups them: 1,200.5 1.234.567 12'000 1,23,456 5,00 .5 ١٢٫٥.
// It refuses what is no number: 192.168.1.2, 10.09.2024, 1,2,3.
func readDigits(s string) (Number, bool) {
	if s[0] >= utf8.RuneSelf {
		return foreignDigits(s)
	}
	var n Number
	digits := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < '0' || c > '9' {
			return grouped(s)
		}
		n = push(n, int64(c-'0'), &digits)
	}
	return n, n.Exp <= maxExp
}

// push appends a digit; those behind the 18th only move the exponent.
func push(n Number, d int64, digits *int) Number {
	if *digits >= 18 {
		if n.Exp < 2*maxExp {
			n.Exp++
		}
		return n
	}
	n.Mant = n.Mant*10 + d
	if n.Mant != 0 {
		*digits++
	}
	return n
}

// grouped reads digits with separators in them.
func grouped(s string) (Number, bool) {
	var seps [24]byte // the separators in order, and the lengths of the groups between them
	var lens [25]int
	n := 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if '0' <= c && c <= '9' {
			lens[n]++
			continue
		}
		if n == len(seps) {
			return Number{}, false
		}
		switch c {
		case '.', ',':
			seps[n] = c
		case '\'':
			seps[n] = '\''
		case 0xE2: // ’
			seps[n] = '\''
			i += 2
		default:
			return Number{}, false
		}
		n++
	}
	point, ok := decimalMark(seps[:n], lens[:n+1])
	if !ok {
		return Number{}, false
	}
	var v Number
	digits, group := 0, 0
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c < '0' || c > '9' {
			if c < utf8.RuneSelf || c == 0xE2 {
				group++
			}
			continue
		}
		v = push(v, int64(c-'0'), &digits)
		if group > point {
			v.Exp--
		}
	}
	return v, true
}

// decimalMark returns the index of the separator that is the decimal mark (len(seps) when there is
// none) and whether the groups make a number.
func decimalMark(seps []byte, lens []int) (int, bool) {
	n := len(seps)
	last := seps[n-1]
	if n == 1 {
		switch {
		case last == '.':
			return 0, true
		case lens[1] == 3 && lens[0] > 0 && lens[0] <= 3:
			return n, true
		case last == ',' && lens[0] > 0 && lens[1] <= 2: // 5,00 as on the continent
			return 0, true
		}
		return 0, false
	}
	if seps[0] != last { // 1,234.5 or 1.234,5
		if last == '\'' || !groups(seps[:n-1], lens[:n]) {
			return 0, false
		}
		return n - 1, true
	}
	return n, groups(seps, lens)
}

// groups reports whether the separators are one and group by thousands, or as in India by lakh and crore.
func groups(seps []byte, lens []int) bool {
	n := len(lens)
	for _, c := range seps {
		if c != seps[0] {
			return false
		}
	}
	if lens[0] == 0 || lens[0] > 3 || lens[n-1] != 3 {
		return false
	}
	thousands, india := true, lens[0] <= 2 && seps[0] == ','
	for _, l := range lens[1 : n-1] {
		thousands = thousands && l == 3
		india = india && l == 2
	}
	return thousands || india
}

// foreignDigits reads the digits of other scripts and single signs of fractions.
func foreignDigits(s string) (Number, bool) {
	var n Number
	digits, point := 0, false
	for _, r := range s {
		if f, ok := vulgar(r); ok {
			return f, digits == 0 && len(s) == utf8.RuneLen(r)
		}
		switch {
		case r == '٫':
			point = true
		case r == '٬':
		case unicode.IsDigit(r):
			zero := r // the digits of a script stand in one run of ten
			for unicode.IsDigit(zero-1) && r-zero < 9 {
				zero--
			}
			n = push(n, int64(r-zero), &digits)
			if point {
				n.Exp--
			}
		default:
			return Number{}, false
		}
	}
	return n, digits > 0 || n.Mant == 0
}

// vulgar returns the value of a sign of a fraction: ½ ⅔.
func vulgar(r rune) (Number, bool) {
	switch r {
	case '½':
		return Number{Mant: 5, Exp: -1}, true
	case '¼':
		return Number{Mant: 25, Exp: -2}, true
	case '¾':
		return Number{Mant: 75, Exp: -2}, true
	case '⅐', '⅑', '⅒':
		return Int(1).over(int64(r-'⅐') + 7), true
	case '⅓', '⅔':
		return Int(int64(r-'⅓') + 1).over(3), true
	case '⅕', '⅖', '⅗', '⅘':
		return Int(int64(r-'⅕') + 1).over(5), true
	case '⅙':
		return Int(1).over(6), true
	case '⅚':
		return Int(5).over(6), true
	case '⅛':
		return Int(1).over(8), true
	case '⅜':
		return Int(3).over(8), true
	case '⅝':
		return Int(5).over(8), true
	case '⅞':
		return Int(7).over(8), true
	}
	return Number{}, false
}
