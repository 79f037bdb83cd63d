package timex_test

import (
	"fmt"
	"time"

	"github.com/factdiff/factdiff/normalize/timex"
)

func ExampleScan() {
	body := "Talks failed last week, and will go on in Rome on Friday."
	published := time.Date(2024, time.September, 10, 0, 0, 0, 0, time.UTC)
	for _, m := range timex.Scan(nil, tagged(body), published) {
		from, to := m.Value.ISO()
		fmt.Printf("%s: %s to %s, a %s\n", m.Of(body), from, to, m.Value.Grain)
	}
	// Output:
	// last week: 2024-09-02 to 2024-09-09, a week
	// Friday: 2024-09-13 to 2024-09-14, a day
}

func ExamplePublished() {
	t, ok := timex.Published(tagged("ROME, Sept. 10, 2024 (AP) — The port reopened after a strike."))
	fmt.Println(t.Format(time.DateOnly), ok)
	// Output: 2024-09-10 true
}
