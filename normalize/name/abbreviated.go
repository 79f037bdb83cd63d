package name

const (
	shortestInside = 3 // letters of an acronym that stands for some words of a longer name
	longestInside  = 8
	spelledOut     = 950 // the likeness of such an acronym and its words
)

// abbreviated aligns words of p that no word of q is like with the words of q that they are the first letters of: Provisional IRA,
// Provisional Irish Republican Army.
func (e *evidence) abbreviated(p, q *Prepared, usedP, usedQ *uint32, atP, atQ *[maxWords]int8) {
	for i := range p.words {
		v := &p.words[i]
		if *usedP>>i&1 != 0 || v.class != plain && v.class != acronym || len(v.text) < shortestInside || len(v.text) > longestInside {
			continue
		}
		for j := range q.words {
			run := q.spelling(v.text, j, *usedQ)
			if run == 0 {
				continue
			}
			*usedP |= 1 << i
			*usedQ |= run
			atP[i] = int8(j)
			for k := range q.words {
				if run>>k&1 != 0 {
					atQ[k] = int8(i)
				}
			}
			e.got += int32(v.share) * spelledOut / full
			e.share += int32(v.share)
			break
		}
	}
}

// spelling returns the words from word j on that letters are the first letters of, or 0 where one of them is used. Small words
// may be left out.
func (p *Prepared) spelling(letters string, j int, used uint32) uint32 {
	run := uint32(0)
	n := 0
	for ; j < len(p.words) && n < len(letters); j++ {
		w := &p.words[j]
		switch {
		case used>>j&1 == 0 && w.text[0] == letters[n]:
			n++
		case n == 0 || w.class != function && w.class != article:
			return 0
		}
		run |= 1 << j
	}
	if n < len(letters) {
		return 0
	}
	return run
}
