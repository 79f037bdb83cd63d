package lexicon

import "sync/atomic"

// A Derived is what a package makes of the tables of a lexicon, once, because it is asked for it at each word:
//
//	var endings = lexicon.Derived[endingTable]{Make: readEndings}
//
//	t := endings.Of(l)
//
// It is safe for many goroutines. What is made must never change.
type Derived[T any] struct {
	Make func(*Lexicon) *T
	last atomic.Pointer[derived[T]]
}

type derived[T any] struct {
	lex *Lexicon
	val *T
}

// Of returns what Make makes of l.
func (d *Derived[T]) Of(l *Lexicon) *T {
	if last := d.last.Load(); last != nil && last.lex == l {
		return last.val
	}
	return d.slow(l)
}

// slow asks the lexicon, where several of them are in use at a time.
func (d *Derived[T]) slow(l *Lexicon) *T {
	val, ok := l.derived.Load(d)
	if !ok {
		val, _ = l.derived.LoadOrStore(d, d.Make(l))
	}
	d.last.Store(&derived[T]{l, val.(*T)})
	return val.(*T)
}
