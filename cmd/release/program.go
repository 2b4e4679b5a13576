package main

// platform is a system and a kind of processor that the program is built for.
type platform struct {
	system, machine string // as Go names them
	suffix          string // of the archive's name: what the names alone do not tell
	deb             bool   // it has a package, too
}

var platforms = []platform{
	{system: "windows", machine: "amd64"},
	{system: "windows", machine: "386"},
	{system: "windows", machine: "arm64"},
	{system: "linux", machine: "amd64", deb: true},
	{system: "linux", machine: "arm64", deb: true},
	{system: "linux", machine: "loong64", suffix: "_newworld"}, // programs of the old world's (UOS V20, Kylin V10) are others
	{system: "darwin", machine: "arm64"},
}

func (p platform) name() string { return p.system + "_" + p.machine }

// build makes the archive of a platform, and its package.
func (p platform) build(s source) ([]file, error) {
	program, err := p.program(s)
	if err != nil {
		return nil, err
	}
	beside, err := s.bundle(p)
	if err != nil {
		return nil, err
	}
	archive, err := p.archive(s, program, beside)
	if err != nil || !p.deb {
		return []file{archive}, err
	}
	deb, err := p.debian(s, program, beside)
	return []file{archive, deb}, err
}

// program is the program for a platform, finished: what a system wants to find inside it beside the code is put in here.
func (p platform) program(s source) (entry, error) {
	data, err := s.compile(p.system, p.machine, "./cmd/nianbao")
	if err != nil || p.system != "windows" {
		return entry{"nianbao", executable, data}, err
	}
	data, err = s.dressed(data)
	return entry{"nianbao.exe", executable, data}, err
}

// archive holds the program and what lies beside it: a zip where people know zips, else a tar.gz, which keeps the executable bit.
func (p platform) archive(s source, program entry, beside []entry) (file, error) {
	name := "nianbao_" + s.version.number + "_" + p.name() + p.suffix
	entries := append([]entry{program}, beside...)
	if p.system == "linux" {
		data, err := tarred(name, entries, s.version.time())
		return file{name + ".tar.gz", data}, err
	}
	data, err := zipped(name, entries, s.version.time())
	return file{name + ".zip", data}, err
}
