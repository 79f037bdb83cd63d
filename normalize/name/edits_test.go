package name_test

import (
	"fmt"

	"github.com/factdiff/factdiff/normalize/name"
)

func ExampleEdits() {
	fmt.Println(name.Edits("Koller", "Kohler"), name.Edits("Dana", "Diana"), name.Edits("Ruiz", "Ruiz"))
	// Output: 1 1 0
}

func ExampleWithoutMarks() {
	fmt.Println(name.WithoutMarks("Hélène Łukasz-Sørensen"))
	// Output: Helene Lukasz-Sorensen
}
