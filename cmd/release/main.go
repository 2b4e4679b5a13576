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
)

func main() {
	folder := flag.String("o", "dist", "write to this `folder`")
	only := flag.String("only", "", "build only these `targets`, parted by commas: "+strings.Join(names(), ", "))
	flag.Parse()
	if err := release(*folder, *only); err != nil {
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
	folder string   // the project's
	tags   []string // for the tests, which build faults in
}

func targets() []target { return []target{{"page", buildPage}} }

func names() (list []string) {
	for _, t := range targets() {
		list = append(list, t.name)
	}
	return list
}

// release builds the targets that are named, or all, and writes them into the folder.
func release(folder, only string) error {
	chosen := targets()
	if only != "" {
		named := strings.Split(only, ",")
		for _, name := range named {
			if !slices.Contains(names(), name) {
				return fmt.Errorf("no target %q; there are %s", name, strings.Join(names(), ", "))
			}
		}
		chosen = slices.DeleteFunc(chosen, func(t target) bool { return !slices.Contains(named, t.name) })
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	for _, t := range chosen {
		files, err := t.build(source{folder: "."})
		if err != nil {
			return fmt.Errorf("%s: %w", t.name, err)
		}
		for _, f := range files {
			if err := os.WriteFile(filepath.Join(folder, f.name), f.data, 0o644); err != nil {
				return err
			}
			fmt.Printf("%s  %d bytes\n", f.name, len(f.data))
		}
	}
	return nil
}
