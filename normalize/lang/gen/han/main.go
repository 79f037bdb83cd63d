// Command han reads the Mandarin readings of Unihan and writes the table of package name.
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

// toned lists the letters with tones by the letter without; ü is written v.
var toned = map[rune]rune{
	'ā': 'a', 'á': 'a', 'ǎ': 'a', 'à': 'a', 'ē': 'e', 'é': 'e', 'ě': 'e', 'è': 'e', 'ê': 'e', 'ế': 'e', 'ề': 'e',
	'ī': 'i', 'í': 'i', 'ǐ': 'i', 'ì': 'i', 'ō': 'o', 'ó': 'o', 'ǒ': 'o', 'ò': 'o', 'ū': 'u', 'ú': 'u', 'ǔ': 'u', 'ù': 'u',
	'ü': 'v', 'ǖ': 'v', 'ǘ': 'v', 'ǚ': 'v', 'ǜ': 'v', 'ń': 'n', 'ň': 'n', 'ǹ': 'n', 'ḿ': 'm',
}

// plain takes the tone off a syllable.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if p, ok := toned[r]; ok {
			return p
		}
		if r < 'a' || r > 'z' {
			return -1
		}
		return r
	}, s)
}
