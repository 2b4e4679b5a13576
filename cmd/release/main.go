// Command release builds what users download: go run ./cmd/release -o FOLDER, from the project's folder. The same sources give the same
// bytes, wherever they lie.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
)

func main() {
	folder := flag.String("o", "dist", "write to this `folder`")
	only := flag.String("only", "", "build only these `targets`, parted by commas: "+strings.Join(names(), ", "))
	number := flag.String("version", "", "the `version`, as 1.2.0; without it git tells")
	flag.Parse()
	if err := release(*folder, *only, *number); err != nil {
		fmt.Fprintln(os.Stderr, "release:", err)
		os.Exit(1)
	}
}

// target is something that users download.
type target struct {
	name  string
	build func(source) ([]file, error)
}

// file is a file to be written.
type file struct {
	name string
	data []byte
}

// source is what is built from.
type source struct {
	folder      string // the project's
	version     version
	tags        []string               // for the tests, which build faults in
	completions func() ([]file, error) // of all shells, written once
}

// sourceIn is the project in a folder, in a version, or in that which git tells.
func sourceIn(folder, number string) (source, error) {
	s := source{folder: folder}
	var err error
	if s.version, err = s.versionOf(number); err != nil {
		return source{}, err
	}
	s.completions = sync.OnceValues(s.writeCompletions)
	return s, nil
}

func targets() []target {
	list := []target{{"page", buildPage}}
	for _, p := range platforms {
		list = append(list, target{p.name(), p.build})
	}
	return append(list, target{"sbom", buildSBOM})
}

func names() (list []string) {
	for _, t := range targets() {
		list = append(list, t.name)
	}
	return list
}

// chosen are the targets that are named, parted by commas, or all.
func chosen(only string) ([]target, error) {
	if only == "" {
		return targets(), nil
	}
	named := strings.Split(only, ",")
	for _, name := range named {
		if !slices.Contains(names(), name) {
			return nil, fmt.Errorf("no target %q; there are %s", name, strings.Join(names(), ", "))
		}
	}
	return slices.DeleteFunc(targets(), func(t target) bool { return !slices.Contains(named, t.name) }), nil
}

// release builds the targets that are named, or all, and writes them into the folder, with the sums of what it wrote.
func release(folder, only, number string) error {
	list, err := chosen(only)
	if err != nil {
		return err
	}
	s, err := sourceIn(".", number)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	var written []file
	for _, t := range list {
		files, err := t.build(s)
		if err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
		for _, f := range files {
			if err := f.write(folder); err != nil {
				return err
			}
		}
		written = append(written, files...)
	}
	return sums(written).write(folder)
}

func (f file) write(folder string) error {
	fmt.Printf("%s  %d bytes\n", f.name, len(f.data))
	return os.WriteFile(filepath.Join(folder, f.name), f.data, 0o644)
}
