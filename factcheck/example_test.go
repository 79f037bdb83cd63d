package factcheck_test

import (
	"fmt"
	"log"
	"strings"

	"github.com/factdiff/factdiff/factcheck"
)

func ExampleCheck() {
	report, err := factcheck.Check(
		factcheck.Source{ID: "herald", Text: "The rocket has a range of 75 miles (150 kilometers), officials said.\n"},
		factcheck.Source{ID: "courier", Text: "The rocket has a range of 75 miles, officials said.\n"},
	)
	if err != nil {
		log.Fatal(err)
	}
	for f := range report.AtLeast(factcheck.Serious) {
		fmt.Println(f.Rule, f.Title)
		for _, e := range f.Evidence() {
			fmt.Printf("  %s:%d:%d %q\n", e.Source, e.Line, e.Column, e.Text)
		}
	}
	// Output:
	// unit-check 75 miles = 150 kilometers: a wrong conversion
	//   herald:1:27 "75 miles"
	//   herald:1:37 "150 kilometers"
}

func ExampleParseText() {
	s, err := factcheck.ParseText("---\noutlet: The Herald\npublished: 2024-09-10\ntitle: Bridge falls\n---\nTwelve people died.\n")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(s.Outlet, factcheck.FormatDate(s.Published), s.Headline.Of(s.Text), s.Body.Of(s.Text))
	// Output: The Herald 2024-09-10 Bridge falls Twelve people died.
}

func ExampleChecker_StreamPairs() {
	in := strings.NewReader(`{"id":"1","a":"The sun shone.","b":"It rained."}`)
	var out strings.Builder
	if _, err := new(factcheck.Checker).StreamPairs(in, &out); err != nil {
		log.Fatal(err)
	}
	fmt.Print(out.String())
	// Output: {"schema":"factdiff/1","id":"1","relation":"unrelated","findings":[]}
}

func ExampleReadable() {
	fmt.Println(factcheck.Readable("≥ 12"), "|", factcheck.Readable("1.5 kilometer-per-hour"), "|", factcheck.Readable("110000000000 EUR"))
	// Output: at least 12 | 1.5 kilometers per hour | 110 billion EUR
}
