package attribution_test

import (
	"fmt"

	"github.com/factdiff/factdiff/normalize"
	"github.com/factdiff/factdiff/normalize/text"
)

func ExampleFind() {
	src := &text.Source{Text: "Norwind Energy denied hiding the losses. “We published every figure,” its director, Karin Holm, told reporters on Monday."}
	d, err := new(normalize.Normalizer).Read(src)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range d.Attributions {
		fmt.Printf("%s (%s): %s\n", d.Text.Span(a.Speaker.Range).Of(src.Text), a.Stance, d.Text.Span(a.Content[0]).Of(src.Text))
	}
	// Output:
	// Norwind Energy (denies): hiding the losses
	// its director, Karin Holm (asserts): “We published every figure,”
}
