// Package lexicon compiles word tables and finds their forms in a text.
//
// It knows tokens and tables, but not what a word means: the columns of a table
// belong to the package that reads them, but for those few that the tagger needs
// itself (hints for sentences, kinds of number words). A table is a .tsv file that people
// edit. Its first line that is no comment names the columns:
//
//	@ unit:id	dimension:id	factor:rational	forms:forms
//	mile	length	1609.344	mile(s) | mi
//
// The tables of a language are packed into one blob, which is searched where it
// lies: a hash table of forms, then entries, rows and strings. Nothing is decoded
// or built when a program starts.
package lexicon
