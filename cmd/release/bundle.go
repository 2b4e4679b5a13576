package main

import (
	"bytes"
	_ "embed" // the first page
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
)

// bundle is what lies beside the program: how to begin, blank workbooks, the guide, completions, licences.
func (s source) bundle(p platform) ([]entry, error) {
	list, err := s.papers()
	if err != nil {
		return nil, err
	}
	guide, err := s.guide()
	if err != nil {
		return nil, err
	}
	parts, err := s.parts(p.system, p.machine, "./cmd/nianbao")
	if err != nil {
		return nil, err
	}
	first, err := first(p, len(guide) > 0)
	if err != nil {
		return nil, err
	}
	completions, err := s.completions()
	if err != nil {
		return nil, err
	}
	list = append(list, entry{"许可/第三方.txt", plain, []byte(notice(parts))}, entry{"使用说明.txt", plain, first})
	for _, c := range completions {
		list = append(list, entry{"补全/" + c.name, plain, c.data})
	}
	return slices.Concat(list, guide), nil
}

// papers are the files of the project that lie beside the program as they are.
func (s source) papers() ([]entry, error) {
	var list []entry
	for _, paper := range []struct{ name, file string }{
		{"LICENSE", "LICENSE"},
		{"空白填报表（2021年度起）.xlsx", "templates/blank-2021.xlsx"},
		{"空白填报表（2019、2020年度）.xlsx", "templates/blank-2019.xlsx"},
		{"许可/字体.md", "fonts/README.md"},
		{"许可/OFL.txt", "fonts/OFL.txt"},
		{"许可/ARPHICPL.TXT", "fonts/ARPHICPL.TXT"},
	} {
		data, err := os.ReadFile(filepath.Join(s.folder, paper.file))
		if err != nil {
			return nil, err
		}
		list = append(list, entry{paper.name, plain, data})
	}
	return list, nil
}

// guide is the guide for clerks with its pictures.
func (s source) guide() ([]entry, error) {
	var list []entry
	for _, pattern := range []string{"*.md", "pictures/*.png"} {
		files, err := filepath.Glob(filepath.Join(s.folder, "docs/guide", pattern))
		if err != nil {
			return nil, err
		}
		for _, file := range files {
			data, err := os.ReadFile(file)
			if err != nil {
				return nil, err
			}
			list = append(list, entry{path.Join("指南", path.Dir(pattern), filepath.Base(file)), plain, data})
		}
	}
	return list, nil
}

// shells are those that the program has completions for, with the names that they look for them by.
var shells = []struct{ name, file string }{{"bash", "nianbao.bash"}, {"zsh", "_nianbao"}, {"fish", "nianbao.fish"}, {"powershell", "nianbao.ps1"}}

// writeCompletions has the program, built for this computer, write its completions.
func (s source) writeCompletions() ([]file, error) {
	folder, err := os.MkdirTemp("", "release")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	here, err := s.run(nil, "go", "env", "GOHOSTOS", "GOHOSTARCH")
	if err != nil {
		return nil, err
	}
	system, machine, _ := strings.Cut(here, "\n")
	data, err := s.compile(system, machine, "./cmd/nianbao")
	if err != nil {
		return nil, err
	}
	program := filepath.Join(folder, "nianbao.exe") // a name that every system runs
	if err := os.WriteFile(program, data, 0o700); err != nil {
		return nil, err
	}
	var list []file
	for _, shell := range shells {
		script, err := s.run(nil, program, "completion", shell.name)
		if err != nil {
			return nil, err
		}
		list = append(list, file{shell.file, []byte(script + "\n")})
	}
	return list, nil
}

//go:embed first.txt
var firstPage string

// first is the page that tells how to begin. Windows has its own line ends, and knows UTF-8 by the mark in front.
func first(p platform, guide bool) ([]byte, error) {
	looks, err := template.New("first").Parse(firstPage)
	if err != nil {
		return nil, err
	}
	var page bytes.Buffer
	if err := looks.Execute(&page, struct {
		System, Machine string
		Guide           bool
	}{p.system, p.machine, guide}); err != nil {
		return nil, err
	}
	if p.system == "windows" {
		return []byte("\uFEFF" + strings.ReplaceAll(page.String(), "\n", "\r\n")), nil
	}
	return page.Bytes(), nil
}
