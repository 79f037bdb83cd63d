package text

// A Mention is a value and where it was read.
type Mention[T any] struct {
	Range // tokens
	Span  // bytes, which may begin or end inside a token ("140" of "140km")
	Value T
	Rule  string // which rule read it, for explanations: "number+unit"
}
