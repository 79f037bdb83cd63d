package quantity

// join ties the quantities of a sentence together once all are read: lists that share a unit, heads
// that are left out, parts of a whole, restatements.
func (s *scanner) join() {}
