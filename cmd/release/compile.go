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
	_, err = s.tool([]string{"GOOS=" + system, "GOARCH=" + machine, "GOFLAGS=", "GOWASM=", "GOEXPERIMENT=", "CGO_ENABLED=0"},
		"build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w", "-tags="+strings.Join(s.tags, ","), "-o", out, command)
	if err != nil {
		return nil, err
	}
	return os.ReadFile(out)
}

// tool runs the go command in the project's folder, with some variables added to the environment, and gives what it prints.
func (s source) tool(environment []string, arguments ...string) (string, error) {
	cmd := exec.Command("go", arguments...)
	cmd.Dir, cmd.Env = s.folder, append(os.Environ(), environment...)
	var said bytes.Buffer
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil {
		return "", fmt.Errorf("go %s: %w\n%s", strings.Join(arguments, " "), err, said.Bytes())
	}
	return strings.TrimSpace(string(out)), nil
}
