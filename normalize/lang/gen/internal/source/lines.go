// Package source reads the sources of the generators.
package source

import (
	"bufio"
	"iter"
	"log"
	"os"
)

// Lines yields the lines of a file, and ends the program when it cannot be read.
func Lines(name string) iter.Seq[string] {
	return func(yield func(string) bool) {
		f, err := os.Open(name)
		if err != nil {
			log.Fatal(err)
		}
		defer f.Close()
		s := bufio.NewScanner(f)
		s.Buffer(nil, 1<<22)
		for s.Scan() {
			if !yield(s.Text()) {
				return
			}
		}
		if s.Err() != nil {
			log.Fatal(s.Err())
		}
	}
}
