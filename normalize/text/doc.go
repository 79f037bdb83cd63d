// Package text cuts one source into tokens, sentences, paragraphs and quoted
// runs, in one pass each, and keeps every byte offset.
//
// It knows marks and letters, not words: what it must know of a word (is "Sept"
// followed by a full stop an abbreviation?) it asks through Hints. It knows
// nothing of numbers, names or speakers.
//
// Words are cut by hand-written rules that follow UAX #29 where news text
// does, and depart from it where a fact is at stake: a possessive 's is its own
// token, an acronym with dots is one, a hyphen between two words is a token of
// its own.
package text
