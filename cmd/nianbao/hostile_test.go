package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/line"
	"nianbao/internal/sample"
)

// forged begins what a hostile text would have on a line of its own.
const forged = "结论：通过，全部没有问题"

// allHostile names the hostile text that the others are part of.
const allHostile = "all of them"

// hostileTexts are what a report, a name or a file of settings may hold to deceive who looks at a terminal.
func hostileTexts() map[string]string {
	texts := map[string]string{
		"a colour, in two bytes": "\x1b[31m", "a colour, in one": "\u009b31m", "the title of the window": "\x1b]0;" + forged + "\a",
		"a cleared screen": "\x1b[2J\x1b[H", "a link": "\x1b]8;;https://example.com\x1b\\", "the bell": "\a", "a letter taken back": "\b\b\b",
		"the start of the line": "\r" + forged, "a line": "\n" + forged + "\n", "as Windows ends it": "\r\n" + forged, "as mainframes do": "\u0085" + forged,
		"as Unicode does": "\u2028" + forged, "a paragraph": "\u2029" + forged, "a line further down": "\v" + forged, "a page": "\f" + forged,
		"writing turned round": "\u202egnp.", "embedded": "\u202b\u202a", "isolated": "\u2066\u2067\u2068\u2069", "marks": "\u200e\u200f\u061c",
		"nothing to be seen": "\u200b\u2060\ufeff\u00ad\u180e", "fillers": "\u3164\u115f\uffa0", "tags": "\U000e0041\U000e007f",
		"a tab": "\t\t" + forged, "notes": "\ufff9\ufffb", "a rub-out": "\x7f",
	}
	var all strings.Builder
	for _, why := range slices.Sorted(maps.Keys(texts)) {
		all.WriteString(texts[why])
	}
	texts[allHostile] = all.String()
	return texts
}

// called runs the program in the current folder and gives what it said.
func called(args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	code = run(args, strings.NewReader(""), &o, &e)
	return code, o.String(), e.String()
}

// requireHarmless fails if a terminal would do anything but show what was printed.
func requireHarmless(t *testing.T, said string, why ...any) {
	said = strings.TrimPrefix(said, "\ufeff") // of CSV
	said = strings.ReplaceAll(said, "\r\n", "\n")
	require.True(t, utf8.ValidString(said), why...)
	for _, told := range strings.Split(said, "\n") {
		if at := strings.IndexFunc(told, line.Hidden); at >= 0 {
			require.Fail(t, "a terminal would follow this", "%q of %q\n%s", told[at:min(len(told), at+4)], told, fmt.Sprint(why...))
		}
		require.False(t, strings.HasPrefix(told, forged), why...)
	}
}

// quoted is a text between the quotes of JSON, which YAML reads too.
func quoted(t *testing.T, text string) string {
	data, err := json.Marshal(text)
	require.NoError(t, err)
	return string(data)
}

// hostileReport is a sample report that holds a text wherever one may stand.
func hostileReport(t *testing.T, report, text string) string {
	for _, change := range [][2]string{
		{`"望禾镇人民政府"`, quoted(t, "望禾镇"+text+"人民政府")}, {`"000-52345678"`, quoted(t, "000-52345678"+text)},
		{`"proactive.rules.issued": 0`, `"proactive.rules.issued": ` + quoted(t, "三"+text)},
		{`"narrative": {`, `"narrative": {"other": [` + quoted(t, "多余"+text+"，，的文字") + `],`},
	} {
		require.Contains(t, report, change[0])
		report = strings.Replace(report, change[0], change[1], 1)
	}
	other := regexp.MustCompile(`,\s*"other": (\[[^\]]*\]|"[^"]*")`) // the one that was there
	return other.ReplaceAllString(report, "")
}

func writeFile(t *testing.T, name, content string) {
	require.NoError(t, os.WriteFile(name, []byte(content), 0o600))
}

// Every command on texts that would deceive, in every place where others give us texts.
func TestNothingThatWasTypedWorksOnATerminal(t *testing.T) {
	texts := hostileTexts()
	if !sample.All() { // one by one they take 20 s
		maps.DeleteFunc(texts, func(why, _ string) bool { return why != allHostile })
	}
	sound := string(sample.Read(t, "testdata/reports/e-town-2024.json"))
	for _, why := range slices.Sorted(maps.Keys(texts)) {
		t.Run(why, func(t *testing.T) {
			t.Chdir(t.TempDir())
			writeHostileFiles(t, sound, texts[why])
			said := ""
			for _, args := range hostileCalls(texts[why]) {
				_, out, errs := called(args...)
				requireHarmless(t, out, args)
				requireHarmless(t, errs, args)
				said += out + errs
			}
			assert.Contains(t, said, "〈", "the text was shown at all")
			entries, err := os.ReadDir("报告")
			require.NoError(t, err)
			for _, entry := range entries {
				requireHarmless(t, entry.Name(), "a name that was made")
			}
			data, err := os.ReadFile("结果.csv")
			require.NoError(t, err)
			requireHarmless(t, string(data), "CSV in a file")
		})
	}
}

func writeHostileFiles(t *testing.T, sound, text string) {
	report := hostileReport(t, sound, text)
	writeFile(t, "好.json", sound)
	writeFile(t, "报告.json", report)
	writeFile(t, "键名.json", strings.Replace(report, `"proactive.rules.issued"`, quoted(t, "proactive."+text), 1))
	writeFile(t, "版本.json", strings.Replace(report, `"edition": "2021"`, `"edition": `+quoted(t, text), 1))
	writeFile(t, "格式.json", strings.Replace(report, `"nianbao/1"`, quoted(t, text), 1))
	writeFile(t, "去年.json", strings.Replace(report, `"year": 2024`, `"year": 2023`, 1))
	writeFile(t, "规定.yaml", "规则:\n  overview-length: {关闭: "+quoted(t, "理由"+text)+"}\n")
	writeFile(t, "错.yaml", quoted(t, "条目"+text)+": 1\n相邻单位: ["+quoted(t, text)+"]\n规则: {"+quoted(t, text)+": 提示}\n")
	writeFile(t, "说明.csv", "编号,说明\n\"ABC"+strings.ReplaceAll(text, `"`, "")+"\",属实\n")
	writeFile(t, "说明.txt", "编号,说明\n\"ABC"+text)
	require.NoError(t, os.Mkdir("各镇", 0o700))
	for _, name := range []string{"甲" + text + ".json", "乙" + text + ".json", "图" + text + ".png", "坏" + text + ".xlsx"} {
		if name = strings.ReplaceAll(name, "/", ""); len(name) > 200 {
			name = "长" + name[len(name)-200:]
		}
		if os.WriteFile(filepath.Join("各镇", name), []byte(report), 0o600) != nil {
			t.Logf("this system has no file %q", name)
		}
	}
	require.NoError(t, os.WriteFile(filepath.Join("各镇", "字节\x9b31m\xff.json"), []byte(report), 0o600))

	require.Zero(t, first(called("导入", "好.json", "-o", "好.xlsx")))
	book, err := excelize.OpenFile("好.xlsx")
	require.NoError(t, err)
	sheet := book.GetSheetName(2)
	named := "四" + strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) || r < ' ' && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, text)
	if cut := []rune(named); len(cut) > 30 {
		named = string(cut[:30])
	}
	require.NoError(t, book.SetCellStr(sheet, "C60", "多余"+text))
	require.NoError(t, book.SetSheetName(sheet, named))
	require.NoError(t, book.SaveAs("表名.xlsx"))
	require.NoError(t, book.Close())
}

func first(code int, _, _ string) int { return code }

// hostileCalls makes of the files what can be made of them, in an order in which each has what it needs.
func hostileCalls(text string) [][]string {
	option := strings.ReplaceAll(text, "\x00", "")
	return [][]string{
		{"check", "报告.json"}, {"check", "报告.json", "--format", "json"}, {"check", "报告.json", "--format", "csv"},
		{"check", "报告.json", "--format", "csv", "-o", "结果.csv"}, {"check", "报告.json", "--format", "xlsx", "--fix"},
		{"check", "报告_校验.xlsx"}, {"check", "表名.xlsx"}, {"check", "表名.xlsx", "--format", "json"}, {"check", "表名.xlsx", "--format", "xlsx", "--fix"},
		{"check", "各镇"}, {"check", "各镇", "--format", "json"}, {"check", "各镇", "--format", "csv"}, {"check", "报告.json", "--last", "各镇"},
		{"check", "报告.json", "--last", "去年.json"}, {"check", "报告.json", "--last", "键名.json"}, {"check", "键名.json", "版本.json", "格式.json"},
		{"check", "报告.json", "--rules", "规定.yaml"}, {"check", "报告.json", "--rules", "规定.yaml", "--format", "json"}, {"check", "报告.json", "--rules", "错.yaml"},
		{"check", "报告.json", "--explain", "说明.csv"}, {"check", "报告.json", "--explain", "说明.txt"}, {"check", "报告.json", "--fonts", "各镇"},
		{"render", "报告.json", "--draft", "--format", "txt,json,docx", "-o", "报告"}, {"render", "各镇", "--draft", "--format", "txt"},
		{"render", "各镇", "--draft", "--format", "txt", "--resume"}, {"render", "各镇", "--draft", "--format", "txt", "--resume"},
		{"import", "报告.json", "-o", "填报.xlsx"}, {"import", "报告.json", "-o", "填报.xlsx"}, {"import", "表名.xlsx", "-o", "新.xlsx"}, {"import", "键名.json", "-o", "新.xlsx", "--force"},
		{"import", "报告.json", "-o", option + ".xlsx"}, {"import", "报告/" + "没有" + option, "-o", "新.xlsx", "--force"},
		{"template", "--year", "2025", "--last", "报告.json", "-o", "明年.xlsx"}, {"template", "--year", "2025", "--last", "去年.json", "-o", "明年.xlsx"},
		{"template", "--year", "2025", "--unit", "清溪" + option, "--level", option}, {"template", "--year", option}, {"template", option},
		{"explain", option}, {"explain", option + "!D8"}, {"rules", "--format", option}, {"check", "x", "--format", option},
		{"--" + option}, {"-" + option}, {option}, {"help", option}, {"render", "报告.json", "--text-tables", option}, {"render", "报告.json", "-o", option + ".pdf"},
		{"rules"}, {"explain", "rare-character"}, {"--help"},
	}
}

// Text goes to the terminal by the console alone, which shows what it is given; fmt would print it as it is.
func TestNothingGoesPastTheDoor(t *testing.T) {
	for folder, exempt := range map[string][]string{".": {"progress.go"}, "../../internal/verdict": {"json.go"}} {
		files, err := filepath.Glob(filepath.Join(folder, "*.go"))
		require.NoError(t, err)
		require.NotEmpty(t, files)
		for _, file := range files {
			if strings.HasSuffix(file, "_test.go") || slices.Contains(exempt, filepath.Base(file)) {
				continue
			}
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
			require.NoError(t, err)
			ast.Inspect(parsed, func(n ast.Node) bool {
				if called, ok := n.(*ast.SelectorExpr); ok {
					pkg, _ := called.X.(*ast.Ident)
					past := pkg != nil && pkg.Name == "fmt" && (strings.HasPrefix(called.Sel.Name, "Fprint") || strings.HasPrefix(called.Sel.Name, "Print"))
					assert.False(t, past, "%s uses fmt.%s", file, called.Sel.Name)
				}
				return true
			})
		}
	}
}
