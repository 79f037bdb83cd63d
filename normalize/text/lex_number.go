package text

// number takes digits and the separators between them.
func (lx *lexer) number(i int) int {
	s, start := lx.s, i
	var h Hasher
	for i < len(s) {
		c := s[i]
		if !isDigit(c) {
			n := 1
			switch {
			case c == '.' || c == ',':
			case c == '\'':
				if !lx.digits(i+1, 3) {
					n = 0
				}
			case c == 0xE2 && i+3 < len(s) && s[i:i+3] == "’":
				if n = 3; !lx.digits(i+3, 3) {
					n = 0
				}
			default:
				n = 0
			}
			if n == 0 || !isDigit(lx.at(i+n)) {
				break
			}
			h.Add(c)
			i += n
			continue
		}
		h.Add(c)
		i++
	}
	return lx.add(Number, start, i, h.Sum(), 0)
}

// digits reports whether exactly n digits stand at i.
func (lx *lexer) digits(i, n int) bool {
	for j := range n {
		if !isDigit(lx.at(i + j)) {
			return false
		}
	}
	return !isDigit(lx.at(i + n))
}
