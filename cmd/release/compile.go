package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// compile builds a command for a system, the same bytes from any folder and whatever the environment says.
func (s source) compile(system, machine, command string) ([]byte, error) {
	folder, err := os.MkdirTemp("", "release")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(folder)
	out := filepath.Join(folder, "program")
	_, err = s.run(platformVariables(system, machine),
		"go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w"+s.version.linked(), "-tags="+strings.Join(s.tags, ","), "-o", out, command)
	if err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// platformVariables are the environment in which go sees a system, whatever was set before.
func platformVariables(system, machine string) []string {
	return []string{"GOOS=" + system, "GOARCH=" + machine, "GOFLAGS=", "GOEXPERIMENT=", "CGO_ENABLED=0",
		"GOWASM=", "GOAMD64=v1", "GO386=sse2", "GOARM64=v8.0"}
}

// tool runs a Go program of others for this computer. It is named with its version, so that go.mod is spared what it needs.
func (s source) tool(program string, arguments ...string) error {
	_, err := s.run([]string{"GOOS=", "GOARCH=", "GOAMD64=", "GOFLAGS="}, "go", append([]string{"run", program}, arguments...)...)
	return err
}

// run runs a program in the project's folder, with some variables added to the environment, and gives what it prints.
func (s source) run(environment []string, program string, arguments ...string) (string, error) {
	cmd := exec.Command(program, arguments...)
	cmd.Dir, cmd.Env = s.folder, append(os.Environ(), environment...)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w\n%s", program, strings.Join(arguments, " "), err, said.Bytes())
	}
	return strings.TrimSpace(string(out)), nil
}
