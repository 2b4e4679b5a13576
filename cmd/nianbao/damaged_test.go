package main

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
)

// damages are what may have become of a part of an office file.
var damages = []struct {
	why    string
	damage func(part string) string
}{
	{"missing", func(string) string { return "" }},
	{"without contents", func(string) string { return " " }},
	{"another kind of file", func(string) string { return "GIF89a\x00\x01" }},
	{"not closed", func(part string) string { return part[:len(part)*2/3] }},
	{"closed by another", func(part string) string { return strings.Replace(part, "</", "</甲", 1) }},
	{"an attribute without quotes", func(part string) string { return strings.Replace(part, `="`, `=`, 1) }},
	{"an entity that is not declared", func(part string) string { return strings.Replace(part, "</", "&nbsp;</", 1) }},
	{"a character that XML does not have", func(part string) string { return strings.Replace(part, "</", "\x01</", 1) }},
	{"bytes that are no character", func(part string) string { return strings.Replace(part, "</", "\xff\xfe</", 1) }},
	{"two roots", func(part string) string { return part + "<甲/>" }},
	{"another root", func(string) string { return `<?xml version="1.0"?><甲 xmlns="urn:x">乙</甲>` }},
	{"another encoding by name", func(part string) string { return strings.Replace(part, "UTF-8", "GB18030", 1) }},
	{"UTF-16", func(part string) string {
		units := []byte{0xff, 0xfe}
		for _, u := range utf16.Encode([]rune(part)) {
			units = append(units, byte(u), byte(u>>8))
		}
		return string(units)
	}},
	{"a newer XML", func(part string) string { return strings.Replace(part, `version="1.0"`, `version="1.1"`, 1) }},
	{"a number that is none", func(part string) string { return regexp.MustCompile(`"[0-9]+"`).ReplaceAllString(part, `"x"`) }},
	{"a number beyond all", func(part string) string {
		return regexp.MustCompile(`"[0-9]+"`).ReplaceAllString(part, `"99999999999999999999"`)
	}},
	{"below none", func(part string) string { return regexp.MustCompile(`"[0-9]+"`).ReplaceAllString(part, `"-1"`) }},
}

// english is what the errors of Go, its libraries and the systems are made of.
var english = regexp.MustCompile(`(?i)\b(errors?|invalid|unexpected|expected|cannot|can't|could|panic|runtime|EOF|syntax|no such|denied|fail(ed|ure)?|` +
	`open|read|write|goroutine|unsupported|unknown|missing|out of range|zip|xml|yaml|csv|strconv|not|too|the|is|of)\b`)

// ours are English words in sentences of this program, after which the test does not look.
var ours = regexp.MustCompile(`text、json、jsonl、csv、xlsx|\.xlsx|\.docx|YAML|CSV UTF-8|CSV|--[a-z-]+|nianbao|[\w./\x{4e00}-\x{9fff}-]+\.(xlsx|docx|json|yaml|csv|txt|pdf|html|tmp)`)

// requireChinese fails where words of others reach a clerk.
func requireChinese(t *testing.T, said string, why ...any) {
	for _, told := range strings.Split(said, "\n") {
		rest := ours.ReplaceAllString(told, "")
		if found := english.FindString(rest); found != "" {
			require.Fail(t, "English", "%q in %q\n%s", found, told, fmt.Sprint(why...))
		}
	}
}

func TestWhatIsDamagedIsToldInChinese(t *testing.T) {
	sample.Long(t)
	sound := sample.ReportFile(t, "e-town-2024")
	t.Chdir(t.TempDir())
	require.Zero(t, first(called("import", sound, "-o", "好.xlsx")))
	require.Zero(t, first(called("render", sound, "--draft", "--format", "docx", "-o", ".")))
	documents, err := os.ReadDir(".")
	require.NoError(t, err)
	document := documents[slices.IndexFunc(documents, func(e os.DirEntry) bool { return strings.HasSuffix(e.Name(), ".docx") })].Name()
	for file, calls := range map[string][][]string{
		"好.xlsx": {{"check", "坏", "--format", "xlsx", "--fix"}, {"import", "坏", "-o", "新.xlsx", "--force"}},
		document: {{"check", "坏"}, {"import", "坏", "--base", "好.xlsx", "-o", "新.xlsx", "--force"}},
	} {
		data, err := os.ReadFile(file)
		require.NoError(t, err)
		for part := range sample.Unzip(t, data) {
			for _, d := range damages {
				bad := sample.Rezip(t, data, func(name, content string) string {
					if name == part {
						return d.damage(content)
					}
					return content
				})
				tell(t, calls, file, bad, part, d.why)
			}
		}
		for at := 1; at < len(data); at += len(data) / 40 {
			tell(t, calls, file, data[:at], "cut off at", at)
			flipped := bytes.Clone(data)
			flipped[at] ^= 0x55
			tell(t, calls, file, flipped, "a bit turned at", at)
		}
	}
}

// tell has the calls work on a damaged file, under its name with 坏 before it.
func tell(t *testing.T, calls [][]string, file string, data []byte, why ...any) {
	bad := "坏" + file
	require.NoError(t, os.WriteFile(bad, data, 0o600))
	for _, call := range calls {
		call = slices.Clone(call)
		call[1] = bad
		_, out, errs := called(call...)
		requireChinese(t, out+errs, append([]any{call, " "}, why...)...)
		assert.NotContains(t, out+errs, "程序处理这个文件时出错", "%v %v: a panic", call, why)
	}
}

func TestWhatIsNoTextOfOursIsToldInChinese(t *testing.T) {
	report := string(sample.Read(t, "testdata/reports/e-town-2024.json"))
	t.Chdir(t.TempDir())
	writeFile(t, "好.json", report)
	for _, bad := range []string{"", " ", "\x00", "{", "[", "[1,2", "null", "true", `"甲"`, "{}", `{"schema":`, `{"schema":1}`, `{"schema":"nianbao/1"}`,
		`{"schema":"nianbao/1","edition":"2021","year":{}}`, `{"schema":"nianbao/1","edition":"2021","figures":[]}`,
		`{"schema":"nianbao/1","edition":"2021","narrative":{"other":1}}`, `{"schema":"nianbao/1","edition":"2021","unit":{"name":[]}}`,
		report[:len(report)/2], report + "}", strings.Replace(report, ":", "", 3), strings.Replace(report, ": 0", ": 00", 1), strings.Replace(report, ": 0", ": 1e999999", 1),
		"\xff\xfe甲", "a: b: c", "- x\n y", "&a [*a]", "*a", "!!binary x", "!!int 甲: 乙", "规则: *甲", "规则: &a {<<: *a}", "? [x]\n: y", "\t甲: 乙", "%YAML 9.9\n---\n甲",
		"规则: {numbering: !!float 甲}", "\"", "编号,说明\n\"", "编号,说明\n甲\"乙,丙\"丁\n", strings.Repeat("[", 20000), strings.Repeat("{\"a\":", 20000)} {
		for _, name := range []string{"坏.json", "坏.yaml", "坏.csv", "坏.xlsx", "坏.docx"} {
			writeFile(t, name, bad)
		}
		for _, call := range [][]string{
			{"check", "坏.json", "坏.xlsx", "坏.docx"}, {"check", "好.json", "--rules", "坏.yaml"}, {"check", "好.json", "--explain", "坏.csv"}, {"check", "好.json", "--last", "坏.json"},
			{"import", "坏.json", "-o", "新.xlsx", "--force"}, {"import", "坏.docx", "--base", "坏.json", "-o", "新.xlsx"}, {"template", "--last", "坏.json", "-o", "新.xlsx", "--force"},
		} {
			_, out, errs := called(call...)
			requireChinese(t, out+errs, fmt.Sprintf("%v on %.40q", call, bad))
			assert.NotContains(t, out+errs, "程序处理这个文件时出错", "%v on %.40q: a panic", call, bad)
		}
	}
}

// Places that cannot be written or read, and options that are wrong.
func TestWhatTheSystemRefusesIsToldInChinese(t *testing.T) {
	sound, faulty := sample.ReportFile(t, "e-town-2024"), sample.ReportFile(t, "f-county-2023")
	t.Chdir(t.TempDir())
	writeFile(t, "文件", "x")
	require.NoError(t, os.Mkdir("文件夹", 0o700))
	require.NoError(t, os.Symlink("圈", "圈"))
	long := strings.Repeat("长", 200)
	for _, call := range [][]string{
		{"check", sound, "-o", "没有/结果.txt"}, {"check", sound, "-o", "文件/结果.txt"}, {"check", sound, "-o", "文件夹"}, {"check", sound, "-o", long}, {"check", sound, "-o", "圈"},
		{"check", sound, "-o", "/dev/full"}, {"check", sound, "-o", "甲\x00乙"}, {"check", "没有.xlsx", "文件", "文件夹", "圈", long, "甲\x00乙", "文件/没有.xlsx", "/dev/null"},
		{"check", sound, "--last", "没有"}, {"check", sound, "--rules", "文件夹"}, {"check", sound, "--explain", "圈"}, {"check", sound, "--fonts", "没有"},
		{"check", sound, "--fonts", "文件"}, {"check", sound, "--fonts", "圈"}, {"check", sound, "--fonts", long}, {"check", sound, "--format", "x"},
		{"render", sound, "--draft", "-o", "文件/甲"}, {"render", sound, "--draft", "-o", long}, {"render", sound, "--draft", "-o", "圈"}, {"render", sound, "--draft", "-o", "/proc/甲"},
		{"check", faulty, "--format", "xlsx", "-o", "/proc/甲"}, {"template", "-o", "没有/甲.xlsx"}, {"template", "-o", long + ".xlsx"},
		{"template", "-o", "圈/甲.xlsx"}, {"template", "--year", "甲"}, {"template", "--year"}, {"template", "--zero=甲"}, {"import"}, {"import", sound, "-o", "文件/甲.xlsx"},
		{"--甲"}, {"-甲"}, {"check", "--甲=乙"}, {"check", "-"}, {"help", "甲"}, {"甲"}, {"explain"}, {"explain", "甲"}, {"check"}, {"---"}, {"check", "--="},
	} {
		code, out, errs := called(call...)
		requireChinese(t, out+errs, call)
		assert.NotZero(t, code, call)
	}
}

func TestResultsThatCannotBeShownAreAFailure(t *testing.T) {
	full, err := os.OpenFile("/dev/full", os.O_WRONLY, 0)
	if err != nil {
		t.Skip("no /dev/full here")
	}
	defer full.Close()
	sound := sample.ReportFile(t, "e-town-2024")
	t.Chdir(t.TempDir())
	for _, call := range [][]string{
		{"--help"}, {"check", "--help"}, {"help", "check"}, {"rules"}, {"rules", "--format", "json"}, {"explain", "numbering"}, {"explain", "D8"}, {"explain", "unit.name"},
		{"template", "--year", "2025", "-o", "甲.xlsx"}, {"import", sound, "-o", "乙.xlsx"}, {"check", sound}, {"check", sound, "--format", "json"}, {"check", sound, "--format", "csv"},
		{"check", sound, "--format", "xlsx", "-o", "丙.xlsx"}, {"render", sound, "--draft", "--format", "txt", "-o", "."}, {},
	} {
		var errs bytes.Buffer
		assert.Equal(t, exitFailed, run(call, strings.NewReader(""), full, &errs), call)
		assert.Equal(t, "结果显示不出来：磁盘满了，请清理后再试。\n", errs.String()[max(0, strings.LastIndex(errs.String(), "结果显示")):], call)
		requireChinese(t, errs.String(), call)
		assert.Equal(t, exitFailed, run(call, strings.NewReader(""), &errs, full)|exitFailed, call)
	}
}
