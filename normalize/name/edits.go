package name

// mostLetters is how long two words are at most whose letters are compared.
const mostLetters = 30

// Edits counts the bytes to change, add and leave out to make one word of the other (Levenshtein, 1966). Of words longer than 30 bytes nothing is counted:
// they are 30 apart.
func Edits(a, b string) int {
	if len(a) > mostLetters || len(b) > mostLetters {
		return mostLetters
	}
	var row [mostLetters + 1]int
	for j := range len(b) + 1 {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		prev := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			cost := prev
			if a[i-1] != b[j-1] {
				cost++
			}
			prev = row[j]
			row[j] = min(cost, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}
