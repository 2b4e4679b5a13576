package main

import (
	"cmp"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"nianbao/internal/disk"
	"nianbao/internal/job"
)

// neighbours knows what lies beside files; each folder is looked into once. It may be asked side by side. Its zero value is ready.
type neighbours struct {
	folders sync.Map // by their paths, func() *neighbourhood
}

// neighbourhood is what lies in a folder.
type neighbourhood struct {
	names  map[string]bool
	copies map[string][]string // paths of copies by what the first was made from
}

func (n *neighbours) of(folder string) *neighbourhood {
	known, ok := n.folders.Load(folder)
	if !ok {
		known, _ = n.folders.LoadOrStore(folder, sync.OnceValue(func() *neighbourhood { return look(folder) }))
	}
	return known.(func() *neighbourhood)()
}

// isWorkbookName tells a workbook, such as copies are, by its extension.
func isWorkbookName(file string) bool {
	return strings.EqualFold(filepath.Ext(file), job.CopyExtension(file))
}

func look(folder string) *neighbourhood {
	found := &neighbourhood{map[string]bool{}, map[string][]string{}}
	for _, name := range disk.Names(folder) {
		found.names[name] = true
		path := filepath.Join(folder, name)
		if l := job.LineageOf(path); l.Step > 0 && isWorkbookName(name) {
			found.copies[l.First] = append(found.copies[l.First], path)
		}
	}
	return found
}

// copies are the later copies beside a file, in their order.
func (n *neighbours) copies(file string) (sources []job.Source) {
	step := func(path string) int { return job.LineageOf(path).Step }
	paths := slices.Clone(n.of(filepath.Dir(file)).copies[job.LineageOf(file).First])
	slices.SortStableFunc(paths, func(a, b string) int { return cmp.Compare(step(a), step(b)) })
	for _, path := range paths {
		if step(path) > step(file) {
			sources = append(sources, sourceOf(path))
		}
	}
	return sources
}

// lock is the name of the file by which another program says that it has a file open; "" for none.
func (n *neighbours) lock(file string) string {
	folder := n.of(filepath.Dir(file))
	for _, name := range disk.LocksOf(filepath.Base(file)) {
		if folder.names[name] {
			return name
		}
	}
	return ""
}
