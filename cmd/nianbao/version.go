package main

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"
)

// linked is what a release is told by its linker: -ldflags "-X main.linkedVersion=1.2.0 -X main.linkedCommit=… -X main.linkedDate=2026-11-26".
var linkedVersion, linkedCommit, linkedDate string

func newVersion(c *console) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Aliases: []string{"版本"},
		Short:   "显示版本、日期和编译时的情况",
		Long:    "显示版本、日期、源代码的提交和编译用的Go。第一行总是“nianbao 版本号”，便于别的程序读取。",
		Args:    noArgs,
		RunE: func(*cobra.Command, []string) error {
			for _, line := range thisBuild().lines() {
				c.out.say("%s\n", line)
			}
			return nil
		},
	}
}

// build is what a program knows of how it was made.
type build struct {
	version, date, commit string // "" for what is not known
	modified              bool   // beyond the commit
	compiler              string
}

// thisBuild is how this program was made.
func thisBuild() build {
	info, _ := debug.ReadBuildInfo()
	return buildOf(info)
}

// buildOf takes what the linker was told, else what Go keeps of the repository. info may be nil.
func buildOf(info *debug.BuildInfo) build {
	b := build{compiler: runtime.Version() + " " + runtime.GOOS + "/" + runtime.GOARCH}
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
		b.version, b.commit, b.date, b.modified = linkedVersion, linkedCommit, linkedDate, false
	}
	return b
}

func (b build) lines() []string {
	version := strings.TrimPrefix(b.version, "v")
	if version == "" {
		version = "devel"
	}
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
	return []string{fmt.Sprintf("nianbao %s", version), "日期：" + date, "提交：" + commit, "编译：" + b.compiler}
}

// named is the version in few words.
func (b build) named() string { return strings.Replace(b.lines()[0], "nianbao", "版本", 1) }

func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("“%s”是多余的，请去掉；用法请看：%s --help", args[0], spoken(cmd))
	}
	return nil
}
