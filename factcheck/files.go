package factcheck

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Stdin is the name that stands for standard input among file names.
const Stdin = "-"

var endings = []string{".txt", ".md", ".html", ".htm", ".json", ".jsonl"}

// ReadFiles reads the sources of files, folders (all .txt, .md, .html, .htm, .json and .jsonl files below them) and
// standard input ("-"). A file named twice is read once. Sources without an id are named after their file:
// its name without the ending, or, where two files share that, the shortest ending of the path that tells
// them apart.
func (c *Checker) ReadFiles(names ...string) ([]Source, error) {
	files, err := expand(names)
	if err != nil {
		return nil, err
	}
	var all []Source
	var from []string // the file of each source
	for _, f := range files {
		sources, err := c.readOne(f)
		if err != nil {
			return nil, err
		}
		for i := range sources {
			if f != Stdin && !isJSON(f) {
				sources[i].File = filepath.ToSlash(filepath.Clean(f))
			}
			from = append(from, f)
		}
		all = append(all, sources...)
	}
	setIDs(all, from)
	return all, checkIDs(all)
}

func (c *Checker) readOne(name string) ([]Source, error) {
	if name == Stdin {
		in := c.Stdin
		if in == nil {
			in = os.Stdin
		}
		return readStdin(in, c.MaxBytes)
	}
	return readFile(name, c.MaxBytes)
}

// readStdin reads JSON sources, or one plain text where the input does not begin with a brace or a bracket.
func readStdin(r io.Reader, limit int) ([]Source, error) {
	in, name := bufio.NewReader(r), "stdin.txt"
	head, _ := in.Peek(512)
	if b := bytes.TrimLeft(bytes.TrimPrefix(head, []byte(byteBOM)), " \t\r\n"); len(b) > 0 && (b[0] == '{' || b[0] == '[') {
		name, limit = "stdin.jsonl", noLimit
	}
	data, err := limited(in, limit)
	if err != nil {
		return nil, fmt.Errorf("standard input: %w", err)
	}
	sources, err := parseFile(name, data)
	if err != nil {
		return nil, fmt.Errorf("standard input: %w", err)
	}
	return sources, nil
}

// expand replaces folders by the files below them and drops what is named twice.
func expand(names []string) ([]string, error) {
	var files []string
	seen := map[string]bool{}
	add := func(f string) {
		if !seen[filepath.Clean(f)] {
			seen[filepath.Clean(f)] = true
			files = append(files, f)
		}
	}
	for _, n := range names {
		if n == Stdin {
			add(n)
			continue
		}
		info, err := os.Stat(n)
		if err != nil {
			return nil, err
		}
		if !info.IsDir() {
			add(n)
			continue
		}
		before := len(files)
		err = filepath.WalkDir(n, func(p string, d fs.DirEntry, err error) error {
			switch hidden := strings.HasPrefix(d.Name(), ".") && p != n; {
			case err != nil:
				return err
			case hidden && d.IsDir():
				return filepath.SkipDir
			case !hidden && d.Type().IsRegular() && slices.Contains(endings, strings.ToLower(filepath.Ext(p))):
				add(p)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		if len(files) == before && len(seen) == 0 {
			return nil, fmt.Errorf("%s: no %s files in this folder", n, strings.Join(endings, ", "))
		}
	}
	return files, nil
}

// setIDs names the sources that came without an id after their files.
func setIDs(sources []Source, from []string) {
	paths := slash(from)
	taken, unnamed := map[string]bool{}, map[string]int{}
	for i, s := range sources {
		if s.ID != "" {
			taken[s.ID] = true
		} else {
			unnamed[paths[i]]++
		}
	}
	short := shortNames(paths, taken)
	nth := map[string]int{}
	for i := range sources {
		if sources[i].ID != "" {
			continue
		}
		p := paths[i]
		sources[i].ID = short[p]
		if unnamed[p] > 1 || nth[p] > 0 { // several sources in one file
			nth[p]++
			sources[i].ID = fmt.Sprintf("%s:%d", short[p], nth[p])
		}
	}
}

func slash(from []string) []string {
	paths := make([]string, len(from))
	for i, f := range from {
		paths[i] = filepath.ToSlash(filepath.Clean(f))
		if f == Stdin {
			paths[i] = "stdin"
		}
	}
	return paths
}

// shortNames maps each path to the shortest ending of it that no other path has, without the ending of
// the file's name; that stays where nothing else tells two files apart.
func shortNames(paths []string, taken map[string]bool) map[string]string {
	all := slices.Compact(slices.Sorted(slices.Values(paths)))
	short := make(map[string]string, len(all))
	level := make(map[string]int, len(all)) // parts of the path that are used; -1: all, with the ending
	for {
		count := map[string]int{}
		for _, p := range all {
			short[p] = tail(p, level[p])
			count[short[p]]++
		}
		again := false
		for _, p := range all {
			if (count[short[p]] > 1 || taken[short[p]]) && level[p] >= 0 {
				again = true
				if level[p]++; level[p] > strings.Count(p, "/") {
					level[p] = -1
				}
			}
		}
		if !again {
			return short
		}
	}
}

// tail returns the last n+1 parts of a path without the ending of the file's name; n < 0 means all of it.
func tail(p string, n int) string {
	if n < 0 {
		return p
	}
	p = strings.TrimSuffix(p, path.Ext(p))
	for i := len(p) - 1; i >= 0; i-- {
		if p[i] != '/' {
			continue
		}
		if n == 0 {
			return p[i+1:]
		}
		n--
	}
	return p
}

func checkIDs(sources []Source) error {
	seen := make(map[string]bool, len(sources))
	for _, s := range sources {
		if seen[s.ID] {
			return fmt.Errorf("two sources have the id %q: give each its own", s.ID)
		}
		seen[s.ID] = true
	}
	return nil
}
