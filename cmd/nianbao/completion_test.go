package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
)

// completions are what may come behind what was typed: among it some words, and some not.
var completions = []struct {
	why         string
	typed       []string // the last of them begun
	want, never []string
	files       bool // that the shell completes, not we
}{
	{"a command", []string{"ch"}, []string{"check"}, []string{"render"}, false},
	{"a Chinese command", []string{"校"}, []string{"校验"}, []string{"生成"}, false},
	{"an option", []string{"check", "--fo"}, []string{"--format", "--fonts"}, []string{"--strict"}, false},
	{"an option of a Chinese command", []string{"校验", "--str"}, []string{"--strict"}, nil, false},
	{"a value", []string{"check", "--format", "j"}, []string{"json"}, []string{"csv"}, false},
	{"one of several formats", []string{"render", "--format", "pdf,t"}, []string{"pdf,txt"}, []string{"txt"}, false},
	{"a level", []string{"template", "--level", "县级"}, []string{"县级政府", "县级部门"}, []string{"乡镇"}, false},
	{"an encoding", []string{"render", "--encoding", "gb"}, []string{"gb18030"}, nil, false},
	{"a rule by its id", []string{"explain", "requests-b"}, []string{"requests-balance"}, []string{"requests-row-total"}, false},
	{"a rule by its name", []string{"解释", "收办"}, []string{"收办平衡"}, nil, false},
	{"a shell", []string{"completion", "z"}, []string{"zsh"}, nil, false},
	{"a command to see how it is used", []string{"help", "rend"}, []string{"render"}, nil, false},
	{"a report", []string{"check", ""}, []string{"填报.xlsx", "各镇"}, []string{"照片.jpg"}, true},
	{"the report of last year", []string{"check", "--last", ""}, []string{"填报.xlsx"}, []string{"照片.jpg"}, true},
	{"the report in which a finding is", []string{"explain", "C03607", ""}, []string{"填报.xlsx"}, []string{"照片.jpg"}, true},
	{"the form to fill in", []string{"fill", ""}, []string{"填报.xlsx"}, []string{"照片.jpg"}, true},
	{"where its figures come from", []string{"转填", "市里的表.xlsx", "--from", ""}, []string{"填报.xlsx"}, []string{"照片.jpg"}, true},
	{"what pages are marked with", []string{"render", "--mark", "送"}, []string{"送审稿"}, []string{"草稿"}, false},
	{"a folder for what goes back", []string{"aggregate", "--returns", ""}, []string{"各镇"}, []string{"填报.xlsx"}, true},
	{"a folder for corrections", []string{"汇总", "--corrections", ""}, []string{"各镇"}, []string{"填报.xlsx"}, true},
	{"a folder for the reports", []string{"render", "-o", ""}, []string{"各镇"}, []string{"填报.xlsx"}, true},
	{"a file without a command", []string{"填"}, []string{"填报.xlsx"}, nil, true},
}

// shells run in a folder with the words of a call, the last of them begun, and print what may come, a line each, with what may be behind a tab.
var shells = map[string]struct {
	needs  []string
	script string
}{
	"bash": {[]string{"bash", "bash-completion"}, `
source /usr/share/bash-completion/bash_completion
source <(nianbao completion bash)
COMP_WORDS=(nianbao "$@") COMP_CWORD=$# COMP_TYPE=37
COMP_LINE="${COMP_WORDS[*]}" COMP_POINT=${#COMP_LINE}
$(complete -p nianbao | sed 's/.*-F \([^ ]*\) .*/\1/')
printf '%s\n' "${COMPREPLY[@]}"`},
	"zsh": {[]string{"zsh"}, `
compdef() { }
_describe() { print -rl -- ${(M)completions:#${words[-1]}*} | sed 's/:/\t/' }
_arguments() { eval ${1##*:} }
_files() { print -rl -- *(N/); for pattern in ${@:#-*}; do print -rl -- ${~pattern}(N); done }
source <(nianbao completion zsh)
words=(nianbao "$@") CURRENT=$(($# + 1))
_nianbao`},
	"fish": {[]string{"fish"}, `
nianbao completion fish | source
complete -C "nianbao $argv"`},
}

// What a shell shows of options is what help has, without the marks that are for help alone.
func TestCompletionsSpeakPlainly(t *testing.T) {
	for _, typed := range [][]string{{"check", "--"}, {"生成", "--"}, {"模板", "--"}} {
		code, said, _ := called(append([]string{"__complete"}, typed...)...)
		assert.Zero(t, code)
		assert.Contains(t, said, "--help\t显示用法\n")
		assert.NotContains(t, said, "`", "%v", typed)
	}
}

func TestShellsComplete(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"填报.xlsx", "照片.jpg", "各镇/望禾.xlsx"} {
		file := filepath.Join(folder, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, nil, 0o644))
	}
	for name, shell := range shells {
		t.Run(name, func(t *testing.T) {
			sample.Need(t, shell.needs...)
			for _, c := range completions {
				script := []string{"-c", shell.script}
				if name != "fish" {
					script = append(script, name)
				}
				cmd := exec.Command(name, append(script, c.typed...)...)
				cmd.Dir = folder
				cmd.Env = append(os.Environ(), "HOME="+folder, "LC_ALL=C.UTF-8")
				var errs strings.Builder
				cmd.Stderr = &errs
				said, err := cmd.Output()
				assert.NoError(t, err, "%s: %s", c.why, errs.String())
				var words []string
				for line := range strings.Lines(string(said)) {
					word, _, _ := strings.Cut(strings.TrimSpace(strings.ReplaceAll(line, `\`, "")), "\t")
					words = append(words, strings.TrimSuffix(word, "/"))
				}
				for _, want := range c.want {
					assert.Contains(t, words, want, c.why)
				}
				for _, never := range c.never {
					if name == "fish" && c.files { // which offers all files
						continue
					}
					assert.NotContains(t, words, never, c.why)
				}
			}
		})
	}
}
