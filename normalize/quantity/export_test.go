package quantity

import "github.com/factdiff/factdiff/normalize/lexicon"

// Steps returns how much a scan of g asks of the tables.
func Steps(g *lexicon.Tagged) int {
	s := scanner{g: g, toks: g.Tokens, body: g.Body}
	s.scan()
	return s.steps
}
