// Package gen holds the programs that write the generated tables of package en.
//
// They know where public data lies and what its columns mean, and nothing of how a table is read. Their sources are
// fetched once, by pinned version, into the folder .cache; what they write is committed, so nobody who
// builds the library needs them.
package gen

//go:generate sh fetch.sh .cache
//go:generate go run ./words -dict .cache/wordnet -o ../en
//go:generate go run ./senses -dict .cache/wordnet -words ../en/words.tsv -out ../en/senses.tsv
//go:generate go run ./spelling -wordnet .cache/wordnet -out ../en/spelling.wordnet.tsv
//go:generate go run ./han -in .cache/Unihan_Readings.txt -out ../../name/han.bin
//go:generate go run ./units -cldr .cache -o ../en
//go:generate go run ./places -cldr .cache -geonames .cache/cities500.txt -o ../en
