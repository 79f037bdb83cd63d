package quantity

import (
	"strings"
	"unicode/utf8"

	"github.com/factdiff/factdiff/normalize/text"
)

// exponent reads 1.3e6, 12.32e+14, 6.23x10^-4 and 2.7 × 10 4.
func (s *scanner) exponent(a *amount) {
	j := a.next
	if s.joined(j) && s.is(j, text.Word) {
		w := s.g.Word(j)
		if w[0]|0x20 == 'e' {
			if len(w) > 1 {
				if e, ok := small(w[1:]); ok {
					a.value, a.next = a.value.shift(e), j+1
				}
				return
			}
			neg := s.is(j+1, text.Hyphen) || s.at(j+1, '-')
			if (neg || s.at(j+1, '+')) && s.joined(j+2) && s.is(j+2, text.Number) {
				if e, ok := small(s.g.Word(j + 2)); ok {
					if neg {
						e = -e
					}
					a.value, a.next = a.value.shift(e), j+3
				}
			}
			return
		}
	}
	s.tenTo(a)
}

// power reads 10^6. Other bases are formulas.
func (s *scanner) power(a *amount) bool {
	j := a.next + 1
	neg := s.joined(j) && s.minusSign(j)
	if neg {
		j++
	}
	if a.value.Cmp(Int(10)) != 0 || !s.is(j, text.Number) {
		return false
	}
	e, ok := small(s.g.Word(j))
	if !ok || e > maxExp {
		return false
	}
	if neg {
		e = -e
	}
	a.value, a.next, a.scaled = Int(1).shift(e), j+1, true
	return true
}

// tenTo reads × 10^-4 behind a number.
func (s *scanner) tenTo(a *amount) {
	j := a.next
	if j >= s.end {
		return
	}
	switch w := s.g.Word(j); w {
	case "x10", "×10":
		j++
	case "×", "x", "X", "·", "*", "∙", "⋅":
		if !s.is(j+1, text.Number) || s.g.Word(j+1) != "10" {
			return
		}
		j += 2
	default:
		return
	}
	if s.raised(j) {
		j++
	}
	neg := false
	if j < s.end && (s.minusSign(j) || s.g.Word(j) == "⁻") {
		neg = true
		j++
	}
	if !s.is(j, text.Number) {
		return
	}
	e, ok := small(s.g.Word(j))
	if !ok {
		e, ok = superscript(s.g.Word(j))
	}
	if !ok || e > 99 {
		return
	}
	if neg {
		e = -e
	}
	a.value, a.next, a.scaled = a.value.shift(e), j+1, true
}

// superscript reads a short whole number in raised digits: ⁵, ¹².
func superscript(w string) (n int, ok bool) {
	for _, r := range w {
		d := strings.IndexRune(raisedDigits, r)
		if d < 0 || n > maxExp {
			return 0, false
		}
		n = 10*n + utf8.RuneCountInString(raisedDigits[:d])
	}
	return n, w != ""
}

const raisedDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹"

// small reads a short whole number in ASCII digits; a longer one is out of range.
func small(w string) (int, bool) {
	n := 0
	for i := 0; i < len(w); i++ {
		if w[i] < '0' || w[i] > '9' {
			return 0, false
		}
		if n < 2*maxExp {
			n = n*10 + int(w[i]-'0')
		}
	}
	return min(n, 2*maxExp), len(w) > 0
}
