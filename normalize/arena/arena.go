// Package arena cuts small slices from large ones, so that reading a document costs a handful of
// allocations and reading the next one into the same memory none.
//
// It knows nothing of texts. What was cut before Reset is overwritten after it.
package arena

// A Slab cuts slices of T. The zero Slab is ready. It is not safe for several goroutines.
type Slab[T any] struct {
	chunk []T
}

// leastChunk is how many values the first chunk has.
const leastChunk = 64

// Reset makes the memory free for what is cut next.
func (s *Slab[T]) Reset() { s.chunk = s.chunk[:0] }

// Make returns an empty slice that has room for n values. Their memory is not cleared.
func (s *Slab[T]) Make(n int) []T {
	at := len(s.chunk)
	if cap(s.chunk)-at < n {
		s.chunk = make([]T, 0, max(leastChunk, n, 2*cap(s.chunk)))
		at = 0
	}
	s.chunk = s.chunk[:at+n]
	return s.chunk[at : at : at+n]
}

// Trim gives back the room that x, which was cut last, has behind its end, and returns x without it.
func (s *Slab[T]) Trim(x []T) []T {
	s.chunk = s.chunk[:len(s.chunk)-(cap(x)-len(x))]
	return x[:len(x):len(x)]
}

// Append appends v to x and returns the longer slice, moved into the slab when x is full. No other slice changes.
func (s *Slab[T]) Append(x []T, v T) []T {
	if len(x) == cap(x) {
		y := s.Make(max(1, 2*len(x)))
		x = append(y, x...)
	}
	return append(x, v)
}

// Copy returns a copy of x without room for more; of an empty x it is nil.
func (s *Slab[T]) Copy(x []T) []T {
	if len(x) == 0 {
		return nil
	}
	return append(s.Make(len(x)), x...)
}

// Extend returns x with one zero value more, which a caller fills where it stands: a large value is not copied, as append would.
func Extend[T any](x []T) []T {
	var zero T
	n := len(x)
	if n == cap(x) {
		return append(x, zero)
	}
	x = x[:n+1]
	x[n] = zero
	return x
}
