// Command pack compiles the tables of a folder into one blob.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/factdiff/factdiff/normalize/lexicon"
)

func main() {
	out := flag.String("o", "tables.blob", "the file to write")
	flag.Parse()
	dir := "."
	if flag.NArg() > 0 {
		dir = flag.Arg(0)
	}
	blob, err := lexicon.Pack(os.DirFS(dir))
	if err == nil {
		err = os.WriteFile(*out, blob, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
