package compare

import (
	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/statement"
	"github.com/factdiff/factdiff/normalize/text"
)

// sources is what all passes of one comparison share.
type sources struct {
	docs   []*normalize.Document
	lines  []text.Lines
	keys   [][]entityKey           // of the entities of each document
	byName []map[string]entityKey  // of the names that slots carry
	inside map[entityKey]entityKey // the countries of places
	lands  map[entityKey]bool      // countries
	told   told                    // what the caller says of names
	one    map[string]entityKey    // keys and folded names that the caller says are one

	sentences map[[2]int32][]uint64 // of documents: the words of those that were held against each other

	delegations [][]statement.Delegation                        // of documents, where they were asked for
	claims      []proposition                                   // once they were asked for
	claimOrder  []int32                                         // by sentence, once it was asked for
	onePlaces   map[[2]string]bool                              // of two names
	sites       []site                                          // see timeSites; nil as long as nobody has asked
	rivals      map[rivalKey]rival                              // see nextLike
	ofSentences map[sentenceID][]sentenceWord                   // words of sentences that were asked for
	likes       map[[2]*surrounding]float64                     // see saidAround
	complements map[*statement.Statement][]statement.Complement // of clauses that were asked for them
	officers    map[string]entityKey                            // see officersOf; nil where nobody has asked

	mainBodies map[int]uint64 // of documents that were asked for them
	series     series

	memory    *memory
	thesaurus *statement.Thesaurus
	kinds     *kinds // of propositions
	distinct  int    // how many different keys propositions have
}

func newSources(docs []*normalize.Document, opt Options) *sources {
	s := &sources{docs: docs, lines: make([]text.Lines, len(docs)), told: newTold(opt), thesaurus: new(statement.Thesaurus)}
	s.entityKeys()
	return s
}

// evidence makes the evidence of span in document d.
func (s *sources) evidence(d int, span text.Span) Evidence {
	doc := s.docs[d]
	line, column := s.lines[d].At(doc.Source.Text, span.Start)
	return Evidence{Source: doc.Source.ID, Span: span, Text: span.Of(doc.Source.Text), Line: line, Column: column, Published: doc.Published}
}

// textOf returns words of a document as a reader of its page sees them: without markup.
func textOf(doc *normalize.Document, words text.Span) string {
	return text.Unmarked(words.Of(doc.Source.Text))
}
