package main

import (
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMeant(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"填报.xlsx", "—草稿—.xlsx", "“旧”.xlsx", "两 份.xlsx", "检　查.xlsx", "Check", "-长坪镇.xlsx", "-o镇.xlsx"} {
		require.NoError(t, os.WriteFile(name, nil, 0o644))
	}
	for _, c := range []struct {
		why  string
		args []string
		want []string
	}{
		{"a right call stays", []string{"校验", "填报.xlsx", "--format", "json", "-o", "结果.json"}, []string{"校验", "填报.xlsx", "--format=json", "--output=结果.json"}},
		{"an option of one letter with its value behind it", []string{"生成", "-o报告", "填报.xlsx"}, []string{"生成", "--output=报告", "填报.xlsx"}},
		{"the same as a capital", []string{"生成", "-O报告"}, []string{"生成", "--output=报告"}},
		{"and with the sign between", []string{"生成", "-o=报告"}, []string{"生成", "--output=报告"}},
		{"a folder of Windows behind it", []string{"生成", `-oD:\报告`}, []string{"生成", `--output=D:\报告`}},
		{"a value that has the sign", []string{"模板", "--unit=甲=乙"}, []string{"模板", "--unit=甲=乙"}},
		{"a value that has the sign, behind a space", []string{"模板", "--unit", "甲=乙"}, []string{"模板", "--unit=甲=乙"}},
		{"a value that begins with it", []string{"模板", "--unit==甲"}, []string{"模板", "--unit==甲"}},
		{"a value that is called like a command", []string{"模板", "--unit", "校验"}, []string{"模板", "--unit=校验"}},
		{"a value that has a wide space", []string{"模板", "--unit", "清溪镇　人民政府"}, []string{"模板", "--unit=清溪镇　人民政府"}},
		{"the same, behind the sign", []string{"模板", "--unit=清溪镇　人民政府"}, []string{"模板", "--unit=清溪镇　人民政府"}},
		{"an option behind a value", []string{"生成", "-o", "报告　--draft"}, []string{"生成", "--output=报告", "--draft"}},
		{"a wide space between option and value", []string{"模板", "--unit　清溪镇人民政府"}, []string{"模板", "--unit=清溪镇人民政府"}},
		{"a hard space of a web page", []string{"校验", "填报.xlsx\u00a0--strict"}, []string{"校验", "填报.xlsx", "--strict"}},
		{"all in one", []string{"校验　填报.xlsx　－－ｆｏｒｍａｔ　json"}, []string{"校验", "填报.xlsx", "--format=json"}},
		{"a file that has a wide space", []string{"校验", "检　查.xlsx"}, []string{"校验", "检　查.xlsx"}},
		{"a file that is not there and has one", []string{"校验", "甲　乙.xlsx"}, []string{"校验", "甲　乙.xlsx"}},
		{"a wide space before a file that is there", []string{"校验", "　填报.xlsx"}, []string{"校验", "填报.xlsx"}},
		{"and before one that is not", []string{"校验", "　甲.xlsx"}, []string{"校验", "　甲.xlsx"}},
		{"a file whose name begins with a dash of Word", []string{"校验", "—草稿—.xlsx"}, []string{"校验", "—草稿—.xlsx"}},
		{"or with a hyphen, as a shell puts it for *.xlsx", []string{"校验", "-长坪镇.xlsx", "-o镇.xlsx"}, []string{"校验", "." + string(filepath.Separator) + "-长坪镇.xlsx", "." + string(filepath.Separator) + "-o镇.xlsx"}},
		{"one that is not there is still a file", []string{"校验", "—总结—.xlsx"}, []string{"校验", "—总结—.xlsx"}},
		{"a file whose name begins with a quote", []string{"校验", "“旧”.xlsx"}, []string{"校验", "“旧”.xlsx"}},
		{"quotes that cmd.exe keeps", []string{"校验", "'填报.xlsx'"}, []string{"校验", "填报.xlsx"}},
		{"a file that is called like a command but for the case", []string{"Check"}, []string{"Check"}},
		{"a command in capitals", []string{"RENDER", "填报.xlsx"}, []string{"render", "填报.xlsx"}},
		{"options before the command", []string{"--last", "去年.json", "校验", "填报.xlsx"}, []string{"校验", "--last=去年.json", "填报.xlsx"}},
		{"only the first is the command", []string{"校验", "生成"}, []string{"校验", "生成"}},
		{"behind -- all are files", []string{"校验", "--", "--strict", "—format"}, []string{"校验", "--", "--strict", "—format"}},
		{"standard input", []string{"校验", "-"}, []string{"校验", "-"}},
		{"an unknown option is left for the command to tell", []string{"校验", "--fromat", "json"}, []string{"校验", "--fromat", "json"}},
		{"help as Windows has it", []string{"校验", "/?"}, []string{"校验", "--help"}},
		{"underscores", []string{"校验", "--files_from", "名单.txt"}, []string{"校验", "--files-from=名单.txt"}},
		{"version, wherever it stands", []string{"校验", "填报.xlsx", "--version"}, []string{"version"}},
		{"a shell that asks what may come", []string{"__complete", "check", "--format", ""}, []string{"__complete", "check", "--format", ""}},
		{"nothing", nil, nil},
	} {
		got, err := meant(newRoot(newConsole(nil, nil, io.Discard, io.Discard)), c.args)
		assert.NoError(t, err, c.why)
		assert.Equal(t, c.want, got, c.why)
	}
}

func TestAFileWithAHyphenThatIsNotThere(t *testing.T) {
	t.Chdir(t.TempDir())
	_, err := meant(newRoot(newConsole(nil, nil, io.Discard, io.Discard)), []string{"校验", "-长坪镇.xlsx"})
	assert.EqualError(t, err, "没有叫“-长坪镇.xlsx”的文件，也没有这个选项")
}

func TestUnquoted(t *testing.T) {
	for _, c := range []struct {
		why, arg string
		windows  bool
		want     string
		refused  bool
	}{
		{"Chinese quotes", "“填报.xlsx”", false, "填报.xlsx", false},
		{"only one of them", "“填报.xlsx", false, "“填报.xlsx", false},
		{"nothing between them", "“”", false, "", false},
		{"the quotes of other shells, in that of Windows", "'填报.xlsx'", true, "填报.xlsx", false},
		{`what Windows makes of "D:\各镇\"`, `D:\各镇"`, true, `D:\各镇`, false},
		{`what it makes of "D:\"`, `D:"`, true, `D:\`, false},
		{`what it makes of "D:\各镇\" --strict`, `D:\各镇" --strict`, true, "", true},
		{"elsewhere names have quotes", `各镇"`, false, `各镇"`, false},
	} {
		got, err := unquoted(c.arg, c.windows)
		assert.Equal(t, c.want, got, c.why)
		assert.Equal(t, c.refused, err != nil, c.why)
	}
}

func TestNear(t *testing.T) {
	for _, c := range []struct {
		why, typed string
		names      []string
		want       []string
	}{
		{"a letter swapped", "chekc", []string{"check", "render"}, []string{"check"}},
		{"a letter missing", "templat", []string{"template"}, []string{"template"}},
		{"two slips in a long word", "tempalet", []string{"template"}, []string{"template"}},
		{"two slips in a short one are another word", "chick", []string{"chuck", "checks"}, []string{"chuck"}},
		{"more than that is nothing", "validate", []string{"template"}, nil},
		{"its beginning", "out", []string{"output", "unit"}, []string{"output"}},
		{"one of two characters", "效验", []string{"校验", "生成"}, []string{"校验"}},
		{"none of two", "汇报", []string{"校验", "生成"}, nil},
		{"two are as close", "解校", []string{"解释", "规则", "校验", "解散"}, []string{"解释", "解散"}},
		{"a single character is close to all", "校", []string{"校验", "生成"}, nil},
		{"in capitals", "FORMTA", []string{"format"}, []string{"format"}},
	} {
		assert.Equal(t, c.want, near(c.typed, c.names), c.why)
	}
}

// Every word that is said for a command or an option stands for one that there is, and none that there is stands for another.
func TestWordsForCommandsAndOptions(t *testing.T) {
	root := newRoot(newConsole(nil, nil, io.Discard, io.Discard))
	options := longNames(root)
	for _, said := range verbsCalled {
		assert.NotNil(t, verbNamed(root, said[0]), said[1])
		for _, word := range strings.Fields(said[1]) {
			assert.Nil(t, verbNamed(root, word), "%s is a command", word)
		}
	}
	for _, said := range flagsCalled {
		assert.Contains(t, options, said[0], said[1])
		for _, word := range strings.Fields(said[1]) {
			assert.NotContains(t, options, word, "%s is an option", word)
		}
	}
	for _, c := range []choice{reportFormat, findingsFormat, rulesFormat, tableWriting, textEncoding, shellKind} {
		for _, typed := range slices.Concat(c.called, c.perhaps, c.instead) {
			assert.NotContains(t, c.names, typed[0])
		}
		for _, typed := range slices.Concat(c.called, c.perhaps) {
			assert.Contains(t, c.names, typed[1], typed[0])
		}
	}
}

// A format that is taken for an option is one of the command's own.
func TestFormatsTakenForOptions(t *testing.T) {
	root := newRoot(newConsole(nil, nil, io.Discard, io.Discard))
	for _, c := range []struct{ why, command, word, want string }{
		{"a format", "render", "pdf", "pdf"},
		{"what means one", "render", "WORD", "docx"},
		{"what may mean one, which is asked", "render", "doc", "docx"},
		{"of findings", "check", "csv", "csv"},
		{"which go by other names", "check", "txt", "text"},
		{"another command's", "check", "pdf", ""},
		{"of a command without formats", "import", "json", ""},
		{"without a command, which makes reports", "", "网页", "html"},
	} {
		cmd := root
		if c.command != "" {
			cmd = verbNamed(root, c.command)
		}
		assert.Equal(t, c.want, formatCalled(cmd, c.word), c.why)
	}
}

// Whatever is typed, it is taken without a fault, and what is meant is meant again.
func FuzzMeant(f *testing.F) {
	for _, call := range []string{"校验\n填报.xlsx\n—format\njson", "模板　--unit　清溪镇", "生成\n-o报告\n--draft", "-\n--\n--=\n-=\n—", "校验\n-ｏ报告\n“”\n'"} {
		f.Add(call)
	}
	f.Fuzz(func(t *testing.T, call string) {
		root := newRoot(newConsole(nil, nil, io.Discard, io.Discard))
		once, err := meant(root, strings.Split(call, "\n"))
		if err != nil {
			require.Regexp(t, `\p{Han}`, err)
			return
		}
		twice, err := meant(root, once)
		require.NoError(t, err)
		require.Equal(t, once, twice)
	})
}
