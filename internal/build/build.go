// Package build tells how this program was made: its version, in the same words wherever it is shown.
package build

import (
	"runtime"
	"runtime/debug"
	"strings"
)

// linked is what a release is told by its linker:
// -ldflags "-X nianbao/internal/build.linkedVersion=1.2.0 -X ….linkedCommit=… -X ….linkedDate=2026-11-26".
var linkedVersion, linkedCommit, linkedDate string

// Build is what a program knows of how it was made.
type Build struct {
	version, date, commit string // "" for what is not known
	modified              bool   // beyond the commit
	compiler              string
}

// This tells how this program was made.
func This() Build {
	info, _ := debug.ReadBuildInfo()
	return of(info)
}

// of takes what the linker was told, else what Go keeps of the repository. info may be nil.
func of(info *debug.BuildInfo) Build {
	b := Build{compiler: runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH}
	if info != nil {
		if info.Main.Version != "(devel)" {
			b.version = info.Main.Version
		}
		for _, s := range info.Settings {
			switch s.Key {
			case "vcs.revision":
				b.commit = s.Value
			case "vcs.time":
				b.date, _, _ = strings.Cut(s.Value, "T")
			case "vcs.modified":
				b.modified = s.Value == "true"
			}
		}
	}
	if linkedVersion != "" {
		b.version, b.commit, b.date, b.modified = linkedVersion, linkedCommit, linkedDate, strings.HasSuffix(linkedVersion, "+dirty")
	}
	return b
}

// Lines tell all that is known. The first is always “nianbao” and the version, for other programs to read.
func (b Build) Lines() []string {
	date, commit := b.date, b.commit
	if date == "" {
		date = "不详"
	}
	switch {
	case commit == "":
		commit = "不详（编译时没有版本库的记录）"
	case b.modified:
		commit += "（编译时另有没提交的改动）"
	}
	return []string{"nianbao " + b.Version(), "日期：" + date, "提交：" + commit, "编译：" + b.compiler}
}

// Named is the version in few words.
func (b Build) Named() string { return "版本 " + b.Version() }

// Commit is what the program was made of, "" if that is not known or there were changes beyond it.
func (b Build) Commit() string {
	if b.modified {
		return ""
	}
	return b.commit
}

// Version is the number of the version; devel if it has none.
func (b Build) Version() string {
	if b.version == "" {
		return "devel"
	}
	return strings.TrimPrefix(b.version, "v")
}
