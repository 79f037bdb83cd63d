package main

import (
	"bufio"
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"os/exec"
	"strconv"
	"strings"

	"github.com/factdiff/factdiff/factcheck"
)

//go:embed peers.mjs
var peersScript string

// peerSeconds is how long each program of node reads at most: some take minutes for what we read in one second.
const peerSeconds = 10

// A peer is another reader of the same text, or the reason why it could not be measured.
type peer struct {
	Name   string  `json:"name"`
	Rate   float64 `json:"mb_s"`
	Absent string  `json:"absent"`
}

// peers prints how fast others read the same texts: a segmenter that only cuts words, a pass that only lowers letters, and,
// where node and their packages are there, two libraries that read numbers, dates and parts of speech.
func peers(w io.Writer, sources []factcheck.Source) error {
	ours, err := measure(sources)
	if err != nil {
		return err
	}
	lower, _ := fastest(func() {
		for i := range sources {
			_ = strings.ToLower(sources[i].Text)
		}
	}, ours.Bytes)
	all := []peer{{Name: "factdiff: the normal form", Rate: ours.Normalize}, {Name: "UAX #29 words: boundaries alone", Rate: ours.UAX29}, {Name: "strings.ToLower", Rate: rate(lower)}}
	all = append(all, nodePeers(sources)...)
	for _, p := range all {
		if p.Absent != "" {
			fmt.Fprintf(w, "%-48s not measured: %s\n", p.Name, p.Absent)
			continue
		}
		fmt.Fprintf(w, "%-48s %10.3f MB/s %10.2f times ours\n", p.Name, p.Rate, p.Rate/ours.Normalize)
	}
	return nil
}

// nodePeers measures the libraries that run in node.
func nodePeers(sources []factcheck.Source) []peer {
	const name = "recognizers-text-suite, compromise"
	node, err := exec.LookPath("node")
	if err != nil {
		return []peer{{Name: name, Absent: "there is no node in PATH"}}
	}
	var in, errs bytes.Buffer
	enc := json.NewEncoder(&in)
	for i := range sources {
		if err := enc.Encode(sources[i].Text); err != nil {
			return []peer{{Name: name, Absent: err.Error()}}
		}
	}
	cmd := exec.Command(node, "--input-type=module", "-e", peersScript, strconv.Itoa(peerSeconds))
	cmd.Stdin, cmd.Stderr = &in, &errs
	out, err := cmd.Output()
	var all []peer
	for lines := bufio.NewScanner(bytes.NewReader(out)); lines.Scan(); {
		var p peer
		if json.Unmarshal(lines.Bytes(), &p) == nil {
			all = append(all, p)
		}
	}
	if err != nil {
		first, _, _ := strings.Cut(strings.TrimSpace(errs.String()), "\n")
		all = append(all, peer{Name: name, Absent: fmt.Sprintf("node: %v: %s", err, first)})
	}
	return all
}
