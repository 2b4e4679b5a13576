package main

import (
	_ "embed" // the package's description
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"
)

// nfpm packs debs.
const nfpm = "github.com/goreleaser/nfpm/v2/cmd/nfpm@v2.45.0"

//go:embed desktop/nfpm.yaml
var debLooks string

// place is where a file goes, and with which permissions, in octal.
type place struct{ Path, Mode string }

// debian is the deb of a platform: the program where every shell finds it, in the menu of the desktop with its icon, and what lies beside it
// where Debian has such things.
func (p platform) debian(s source, program entry, beside []entry) (file, error) {
	folder, err := os.MkdirTemp("", "release")
	if err != nil {
		return file{}, err
	}
	defer os.RemoveAll(folder)
	contents, err := s.installed(program, beside)
	if err != nil {
		return file{}, err
	}
	var places []place
	for _, e := range contents {
		places = append(places, place{e.name, fmt.Sprintf("0%o", e.mode)})
		to := filepath.Join(folder, "root", e.name)
		if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
			return file{}, err
		}
		if err := os.WriteFile(to, e.data, 0o644); err != nil {
			return file{}, err
		}
	}
	var described strings.Builder
	if err := template.Must(template.New("deb").Parse(debLooks)).Execute(&described, struct {
		Machine, Version, Time, Root string
		Contents                     []place
	}{p.machine, s.version.number, s.version.time().Format("2006-01-02T15:04:05Z"), filepath.Join(folder, "root"), places}); err != nil {
		return file{}, err
	}
	description, out := filepath.Join(folder, "nfpm.yaml"), filepath.Join(folder, "nianbao.deb")
	if err := os.WriteFile(description, []byte(described.String()), 0o600); err != nil {
		return file{}, err
	}
	if err := s.tool(nfpm, "package", "-f", description, "-p", "deb", "-t", out); err != nil {
		return file{}, err
	}
	data, err := os.ReadFile(out)
	return file{"nianbao_" + s.version.number + "_" + p.machine + ".deb", data}, err
}

// installed is what a package puts onto a computer, by the places where it goes. The desktop file names no MIME type: where no office program
// is the chosen one, a double-click on any workbook would come to us.
func (s source) installed(program entry, beside []entry) ([]entry, error) {
	const documents = "usr/share/doc/nianbao/"
	places := map[string]string{
		"补全/nianbao.bash": "usr/share/bash-completion/completions/nianbao",
		"补全/_nianbao":     "usr/share/zsh/vendor-completions/_nianbao",
		"补全/nianbao.fish": "usr/share/fish/vendor_completions.d/nianbao.fish",
		"补全/nianbao.ps1":  documents + "nianbao.ps1",
		"LICENSE":         documents + "copyright",
	}
	list := []entry{{"usr/bin/nianbao", executable, program.data}}
	for _, e := range beside {
		place, ok := places[e.name]
		if !ok {
			place = documents + e.name
		}
		list = append(list, entry{place, e.mode, e.data})
	}
	for _, paper := range []struct{ place, file string }{
		{"usr/share/applications/nianbao.desktop", "cmd/release/desktop/nianbao.desktop"},
		{"usr/share/icons/hicolor/scalable/apps/nianbao.svg", "templates/page/icon.svg"},
		{"usr/share/icons/hicolor/48x48/apps/nianbao.png", "cmd/release/icon/48.png"},
		{"usr/share/icons/hicolor/128x128/apps/nianbao.png", "cmd/release/icon/128.png"},
		{"usr/share/icons/hicolor/256x256/apps/nianbao.png", "cmd/release/icon/256.png"},
	} {
		data, err := os.ReadFile(filepath.Join(s.folder, paper.file))
		if err != nil {
			return nil, err
		}
		list = append(list, entry{paper.place, plain, data})
	}
	return sorted("", list), nil
}
