package compare

// A union keeps which of the things numbered 0, 1, 2, … belong together. Each set is known by its lowest number.
type union []int

func newUnion(n int) union {
	u := make(union, n)
	for i := range u {
		u[i] = i
	}
	return u
}

// find returns the number that the set of i is known by.
func (u union) find(i int) int {
	for u[i] != i {
		u[i] = u[u[i]]
		i = u[i]
	}
	return i
}

// join makes one set of those of i and j.
func (u union) join(i, j int) {
	if i, j = u.find(i), u.find(j); i != j {
		u[max(i, j)] = min(i, j)
	}
}
