// Command hangen reads the Mandarin readings of Unihan and writes the table of package name.
//
// Input: Unihan_Readings.txt of Unicode 15.0.0 (Debian package unicode-data 15.0.0-1, or
// Unihan.zip of the Unicode Character Database), under the Unicode licence.
package main

import (
	"bufio"
	"encoding/binary"
	"flag"
	"fmt"
	"os"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

const first, last = 0x4e00, 0x9fff

func main() {
	in := flag.String("in", "Unihan_Readings.txt", "the file to read")
	out := flag.String("out", "han.bin", "the file to write")
	flag.Parse()
	if err := run(*in, *out); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run writes the syllables, one a line, an empty line, then for each code point two bytes: 1 + the
// number of its syllable, little-endian, 0 where there is no reading.
func run(in, out string) error {
	f, err := os.Open(in)
	if err != nil {
		return err
	}
	defer f.Close()
	readings := map[int]string{}
	seen := map[string]bool{}
	for s := bufio.NewScanner(f); s.Scan(); {
		cells := strings.Split(s.Text(), "\t")
		if len(cells) != 3 || cells[1] != "kMandarin" {
			continue
		}
		cp, err := strconv.ParseInt(strings.TrimPrefix(cells[0], "U+"), 16, 32)
		if err != nil {
			return err
		}
		if cp < first || cp > last {
			continue
		}
		syllable, _, _ := strings.Cut(cells[2], " ")
		readings[int(cp)] = plain(syllable)
		seen[plain(syllable)] = true
	}
	var list []string
	for s := range seen {
		list = append(list, s)
	}
	sort.Strings(list)
	number := map[string]int{}
	for i, s := range list {
		number[s] = i + 1
	}
	data := []byte(strings.Join(list, "\n") + "\n\n")
	for cp := first; cp <= last; cp++ {
		data = binary.LittleEndian.AppendUint16(data, uint16(number[readings[cp]]))
	}
	return os.WriteFile(out, data, 0o644)
}

// plain takes the tone off a syllable and writes ü as v.
func plain(s string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(s) {
		switch {
		case r == 0x308 && strings.HasSuffix(b.String(), "u"):
			t := strings.TrimSuffix(b.String(), "u")
			b.Reset()
			b.WriteString(t + "v")
		case r < 0x80:
			b.WriteRune(r)
		case r == 'ê':
			b.WriteByte('e')
		}
	}
	return b.String()
}
