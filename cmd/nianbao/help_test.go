package main

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
)

// commands lists the program and its commands.
func commands() []*cobra.Command {
	root := newRoot(newConsole(nil, nil, io.Discard, io.Discard))
	return append([]*cobra.Command{root}, root.Commands()...)
}

// Every example in help does what it says, one after the other on a desk with the files that they name.
func TestExamplesRun(t *testing.T) {
	var desk map[string]string
	t.Run("desk", func(t *testing.T) {
		exampleDesk(t)
		desk = everything(t, ".")
	})
	for _, cmd := range commands() {
		if cmd.Name() == "help" || cmd.Name() == "version" || cmd.Name() == "rules" || cmd.Name() == "serve" {
			continue // nothing to say of them; the page is served until nobody uses it
		}
		require.NotEmpty(t, cmd.Example, cmd.Name())
		for line := range strings.Lines(cmd.Example) {
			example := strings.TrimSpace(line)
			t.Run(example, func(t *testing.T) {
				lay(t, desk)
				words := strings.Fields(example)
				if made := words[len(words)-1]; words[len(words)-2] == "-o" && filepath.Ext(made) != "" { // the others read some of these
					os.Remove(made)
				}
				require.Equal(t, "nianbao", words[0])
				code, out, errs := called(words[1:]...)
				assert.Less(t, code, exitFailed, errs)
				assert.NotContains(t, errs, "没有用上")
				assert.NotEmpty(t, out+errs)
			})
		}
	}
}

// withoutSectionSix is a report that has the finding of which the examples speak.
func withoutSectionSix(t *testing.T, report []byte) []byte {
	var r map[string]any
	require.NoError(t, json.Unmarshal(report, &r))
	delete(r["narrative"].(map[string]any), "other")
	report, err := json.Marshal(r)
	require.NoError(t, err)
	return report
}

// exampleDesk makes a folder with the files that the examples of help name the current one.
func exampleDesk(t *testing.T) {
	report := withoutSectionSix(t, sample.Read(t, "testdata/reports/e-town-2024.json"))
	foreign := sample.Read(t, "testdata/foreign/01_一页三表.xlsx")
	t.Chdir(t.TempDir())
	require.NoError(t, os.MkdirAll("各镇", 0o755))
	require.NoError(t, os.MkdirAll("各镇报送", 0o755))
	require.NoError(t, os.WriteFile("盖章扫描件.pdf", []byte("%PDF-1.4\n"), 0o644))
	require.NoError(t, os.WriteFile("数据.json", report, 0o644))
	require.NoError(t, os.WriteFile("市里的表.xlsx", foreign, 0o644))
	require.NoError(t, os.WriteFile("去年.json", bytes.ReplaceAll(report, []byte("2024"), []byte("2023")), 0o644))
	require.NoError(t, os.WriteFile("名单.txt", []byte("各镇/望禾.xlsx\n"), 0o644))
	require.NoError(t, os.WriteFile("名单.csv", []byte("名称,层级,曾用名\n望禾镇人民政府,乡镇,\n石桥镇人民政府,乡镇,\n"), 0o644))
	require.NoError(t, os.WriteFile("本县.yaml", []byte("规则:\n  stock-covers-issued: 提示\n"), 0o644))
	require.NoError(t, os.MkdirAll("去年", 0o755))
	require.NoError(t, os.WriteFile("去年/望禾.json", report, 0o644))
	for _, args := range [][]string{
		{"设置", "--rules", "本县.yaml", "--members", "名单.csv", "-o", "本县设置.xlsx"},
		{"导入", "数据.json", "-o", "填报.xlsx"}, {"导入", "数据.json", "-o", "各镇/望禾.xlsx"}, {"导入", "去年.json", "-o", "去年.xlsx"},
		{"生成", "填报.xlsx", "--format", "docx,html", "-o", "送签"},
		{"汇总", "填报.xlsx", "--unit", "望禾县人民政府", "--level", "县级政府", "-o", "汇总.xlsx"}, {"汇总", "去年.xlsx", "--unit", "望禾县人民政府", "-o", "去年汇总.xlsx"},
		{"打包", "填报.xlsx", "-o", "报送.zip"}, {"打包", "填报.xlsx", "-o", "各镇报送"},
		{"模板", "--slips", "--year", "2024", "--unit", "望禾镇人民政府", "-o", "取数单"},
	} {
		code, _, errs := called(args...)
		require.Zero(t, code, "%v: %s", args, errs)
	}
	for extension, names := range map[string][]string{".docx": {"修改稿.docx", "定稿.docx"}, ".html": {"公布的网页.html", "去年的年报.html"}} {
		made, err := filepath.Glob("送签/*" + extension)
		require.NoError(t, err)
		require.Len(t, made, 1)
		data, err := os.ReadFile(made[0])
		require.NoError(t, err)
		require.NoError(t, os.Remove(made[0]))
		for _, name := range names {
			require.NoError(t, os.WriteFile(name, data, 0o644))
		}
	}
}

// What stands in columns stands in columns on a screen, where a Chinese character is two wide, and no line of help is English.
func TestHelpIsAligned(t *testing.T) {
	for _, cmd := range commands() {
		code, out, errs := called(append(strings.Fields(strings.TrimPrefix(cmd.CommandPath(), "nianbao")), "--help")...)
		require.Zero(t, code, errs)
		for _, part := range []string{"命令：\n", "选项：\n"} {
			_, behind, found := strings.Cut(out, "\n"+part)
			if !found {
				continue
			}
			block, _, _ := strings.Cut(behind, "\n\n")
			columns := map[int]bool{}
			for line := range strings.Lines(block) {
				last := regexp.MustCompile(`^(.*\S {3,})\S`).FindStringSubmatch(line)
				require.NotNil(t, last, "%s: %s", cmd.Name(), line)
				columns[wide(last[1])] = true
			}
			assert.Len(t, columns, 1, "%s %s%s", cmd.Name(), part, block)
		}
		assert.NotRegexp(t, `Usage|Flags|Aliases|Available|for nianbao|show version`, out, cmd.Name())
		assert.True(t, strings.HasSuffix(out, "\n"))
	}
}

// wide is how wide a text is on a screen, counted by its characters.
func wide(s string) (n int) {
	for _, r := range s {
		n++
		if r > 0x2000 {
			n++
		}
	}
	return n
}
