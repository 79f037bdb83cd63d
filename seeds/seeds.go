// Package seeds holds five reports of one event, written for this project in five registers: a wire
// agency, a specialist journal, a machine-translated daily, a broadcaster's reprint with page furniture,
// and a British broadcaster.
//
// The facts, figures, names and short quotations are those of public statements of September 2024; the
// words around them, the outlets and their addresses are made up. They disagree where real reports did.
package seeds

import (
	"embed"
	"fmt"

	"github.com/factdiff/factdiff/factcheck"
)

// FS holds the reports as .txt files with front matter.
//
//go:embed *.txt
var FS embed.FS

// Names are the files of FS in the order in which they are shown.
var Names = []string{"wire.txt", "journal.txt", "daily.txt", "reprint.txt", "broadcast.txt"}

// Sources returns the reports in the order of Names.
func Sources() []factcheck.Source {
	sources := make([]factcheck.Source, len(Names))
	for i, name := range Names {
		file, err := FS.ReadFile(name)
		if err == nil {
			sources[i], err = factcheck.ParseText(string(file))
		}
		if err != nil {
			panic(fmt.Sprintf("seeds: %s: %v", name, err)) // the files are embedded and tested
		}
	}
	return sources
}
