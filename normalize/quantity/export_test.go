package quantity

import "github.com/factdiff/factdiff/normalize/lexicon"

// Steps returns how much a scan of g asks of the tables.
func Steps(g *lexicon.Tagged) int {
	var s scanner
	s.reset(g)
	s.scan()
	return s.steps
}
