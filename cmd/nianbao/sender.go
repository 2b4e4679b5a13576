package main

import (
	"bytes"
	"errors"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/collect"
	"nianbao/internal/disk"
	"nianbao/internal/filename"
	"nianbao/internal/job"
	"nianbao/internal/remedy"
)

// sender writes what goes back into a folder, a folder below for each unit, and sets aside what it has from rounds before. Files are named
// by their paths within the folder, with slashes.
type sender struct {
	*console
	folder  string
	before  map[string]string       // what the register of the round before says was written, with its digest
	written map[string]collect.Sent // in this round, by what names are on disk
	moved   []string
	touched []string // of these, those that somebody changed
	unknown []string // and those of which no register tells
}

func newSender(c *console, folder string, before map[string]string) *sender {
	return &sender{console: c, folder: folder, before: before, written: map[string]collect.Sent{}}
}

func (s *sender) path(name string) string { return filepath.Join(s.folder, filepath.FromSlash(name)) }

// free is a name under which nothing was written in this round.
func (s *sender) free(name string) string {
	for number := 1; ; number++ {
		if free := collect.Numbered(name, number); s.written[filename.Fold(free)].Name == "" {
			return free
		}
	}
}

// write writes a file of this round under its plain name.
func (s *sender) write(name string, data []byte) error {
	target := s.path(name)
	if err := disk.MakeFolder(filepath.Dir(target)); err != nil {
		return err
	}
	if old, err := disk.Read(target); err == nil && !bytes.Equal(old, data) {
		if err := s.setAside(name, old); err != nil {
			return err
		}
	}
	if _, err := s.files.Replace(target, data, func([]byte) error { return errors.New("已经有这个文件，没有覆盖，请移走以后再试") }); err != nil {
		return err
	}
	s.written[filename.Fold(name)] = collect.NewSent(name, data)
	return nil
}

// keep counts a file that lies there as written in this round; it is false where it does not lie there any more.
func (s *sender) keep(name string) bool {
	data, err := disk.Read(s.path(name))
	if err == nil {
		s.written[filename.Fold(name)] = collect.NewSent(name, data)
	}
	return err == nil
}

// sent lists what was written, in the order of the names.
func (s *sender) sent() []collect.Sent {
	list := slices.Collect(maps.Values(s.written))
	slices.SortFunc(list, func(a, b collect.Sent) int { return strings.Compare(a.Name, b.Name) })
	return list
}

// setAside moves a file of a round before out of the way. Nothing is lost of it, whoever wrote into it.
func (s *sender) setAside(name string, data []byte) error {
	for number := 1; ; number++ {
		err := s.files.Move(s.path(name), collect.Numbered(s.path(path.Join(collect.EarlierFolder, name)), number))
		if errors.Is(err, fs.ErrExist) && number < mostRegisters {
			continue
		}
		if err != nil {
			return err
		}
		s.moved = append(s.moved, name)
		switch was, known := s.before[name]; {
		case !known:
			s.unknown = append(s.unknown, name)
		case was != collect.NewSent(name, data).Digest:
			s.touched = append(s.touched, name)
		}
		return nil
	}
}

// sweep sets aside what is left from rounds before, so that nothing lies there as if it held: what the register says was written, and
// without a register what can be told by its contents. What somebody else put there stays.
func (s *sender) sweep() {
	s.sweepFolder("")
	for _, folder := range disk.Names(s.folder) {
		if folder != collect.EarlierFolder && disk.IsFolder(s.path(folder)) {
			s.sweepFolder(folder)
			disk.RemoveEmpty(s.path(folder))
		}
	}
	s.tell()
}

func (s *sender) sweepFolder(folder string) {
	type left struct {
		name string
		data []byte
	}
	var letters, copies []left
	for _, base := range disk.Names(s.path(folder)) {
		name := path.Join(folder, base)
		if s.written[filename.Fold(name)].Name != "" || disk.IsFolder(s.path(name)) {
			continue
		}
		data, err := disk.Read(s.path(name))
		_, known := s.before[name]
		switch {
		case err != nil:
		case known, collect.IsLetterToUnits(name, data):
			letters = append(letters, left{name, data})
		case folder != "" && collect.IsCopy(data):
			copies = append(copies, left{name, data})
		}
	}
	if letters == nil {
		return // a folder of somebody else's
	}
	for _, l := range append(letters, copies...) {
		if err := s.setAside(l.name, l.data); err != nil && s.files.Refuse(s.path(l.name)) == nil { // else it is an input
			s.fail(err)
		}
	}
}

// tell says what was set aside.
func (s *sender) tell() {
	if len(s.moved) == 0 {
		return
	}
	s.err.say("以前写的%d个文件已移到：%s。\n", len(s.moved), s.path(collect.EarlierFolder))
	if len(s.touched) > 0 {
		s.err.say("其中%d个有人改过：%s。\n", len(s.touched), strings.Join(s.touched, "、"))
	}
	if len(s.unknown) > 0 {
		s.err.say("其中%d个登记里没有记，看不出有没有人改过：%s。\n", len(s.unknown), chinese.Listed(s.unknown, mostUnknown))
	}
}

// mostUnknown is how many files of which nobody knows are named.
const mostUnknown = 3

// sendTo writes what goes to one unit beside its marked workbooks.
func (s *sender) sendTo(folder string, letters []job.File) error {
	for _, f := range letters {
		if err := s.write(path.Join(folder, f.Name), f.Data); err != nil {
			return remedy.Plain(err)
		}
	}
	return nil
}
