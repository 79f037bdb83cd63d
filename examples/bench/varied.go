package main

import (
	"fmt"

	"github.com/factdiff/factdiff/factcheck"
	"github.com/factdiff/factdiff/seeds"
)

const copies = 100 // of each embedded report: about a megabyte in all

// varied returns the embedded reports many times with other digits, so that no figure repeats.
func varied() []factcheck.Source {
	var all []factcheck.Source
	for i := range copies {
		for _, s := range seeds.Sources() {
			s.ID = fmt.Sprintf("%s-%d", s.ID, i)
			s.Text = turnDigits(s.Text, s.Body.Start, i)
			all = append(all, s)
		}
	}
	return all
}

// turnDigits moves each digit of s from start on by n places, by a different step at each.
func turnDigits(s string, start, n int) string {
	b := []byte(s)
	for i := start; i < len(b); i++ {
		if c := b[i]; '0' <= c && c <= '9' {
			b[i] = '0' + byte((int(c-'0')+n*(1+i%7))%10)
		}
	}
	return string(b)
}
