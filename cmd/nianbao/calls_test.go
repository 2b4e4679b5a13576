package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
)

// call is a call of the program, as a shell gives it, and why a person types it so.
type call struct {
	args []string
	why  string
}

func typedSo(why string, args ...string) call { return call{args, why} }

// refused are wrong calls that can mean several things, or nothing that the program does.
var refused = []struct {
	part  string
	calls []call
}{
	{"命令", []call{
		typedSo("拼音输入法选错了字", "效验", "填报.xlsx"),
		typedSo("两个字写倒了一半", "校检", "填报.xlsx"),
		typedSo("英文字母打颠倒了", "chekc", "填报.xlsx"),
		typedSo("少打了一个字母", "rende", "填报.xlsx"),
		typedSo("别的说法", "检查", "填报.xlsx"),
		typedSo("别的说法", "审核", "填报.xlsx"),
		typedSo("别的软件里这样叫", "渲染", "填报.xlsx"),
		typedSo("别的软件里这样叫", "导出", "填报.xlsx"),
		typedSo("别的软件里这样叫", "新建"),
		typedSo("想看用法", "帮助", "效验"),
		typedSo("猜一个命令试试", "上报", "填报.xlsx"),
		typedSo("设置后面直接写了名单", "设置", "名单.csv"),
		typedSo("猜一个命令试试", "发布", "填报.xlsx"),
		typedSo("最后一步叫什么记不清", "压缩", "填报.xlsx"),
		typedSo("文件写在命令前面", "填报.xlsx", "校验"),
		typedSo("想一次做两件事", "校验", "生成", "填报.xlsx"),
	}},
	{"文件", []call{
		typedSo("忘了写文件", "校验"),
		typedSo("Windows不显示扩展名，照看到的写", "校验", "填报"),
		typedSo("同上，又没有写命令", "填报"),
		typedSo("扩展名记错了", "校验", "填报.xls"),
		typedSo("文件名打错了", "校验", "填抱.xlsx"),
		typedSo("脚本里的变量是空的", "校验", ""),
		typedSo("多按了空格，又加了引号", "校验", "  "),
		typedSo("一个星号也没有对上", "校验", "各镇/*.docx"),
		typedSo("空文件夹", "校验", "空"),
		typedSo("文件夹里都是照片", "校验", "照片"),
		typedSo("不是填报表", "校验", "照片/会议.jpg"),
		typedSo("以为可以从别的程序接过来，前面什么也没有", "校验", "-"),
		typedSo("名单里是Excel文件", "校验", "--files-from", "填报.xlsx"),
		typedSo("名单是空的", "校验", "--files-from", "空名单.txt"),
		typedSo("名单写错了", "校验", "--files-from", "名单"),
		typedSo("想一次导入几份", "导入", "数据.json", "填报.xlsx", "-o", "新.xlsx"),
		typedSo("忘了写导入什么", "导入", "-o", "新.xlsx"),
		typedSo("忘了写导入到哪里", "导入", "数据.json"),
		typedSo("几个文件符合，只能要一个", "导入", "*.*", "-o", "新.xlsx"),
		typedSo("忘了写比什么", "比对"),
		typedSo("只写了一份", "比对", "填报.xlsx"),
		typedSo("想一次比几份", "比对", "填报.xlsx", "数据.json", "去年.json"),
		typedSo("想拿整个文件夹来比", "比对", "各镇", "填报.xlsx"),
		typedSo("两份都想从别的程序接过来", "比对", "-", "-"),
		typedSo("有一份不在", "比对", "填报.xlsx", "公布.html"),
		typedSo("拿照片来比", "比对", "填报.xlsx", "照片/会议.jpg"),
		typedSo("别的说法", "对比", "填报.xlsx", "数据.json"),
		typedSo("别的软件里这样叫", "diff", "填报.xlsx", "数据.json"),
		typedSo("忘了写把哪一份打包", "打包"),
		typedSo("想把几份打成一个包", "打包", "填报.xlsx", "数据.json"),
		typedSo("拿公布的年报来打包，没有填报表", "打包", "已公布的.txt"),
		typedSo("忘了写核验哪一个", "核验"),
		typedSo("拿填报表来核验", "核验", "填报.xlsx"),
		typedSo("包不在这个文件夹里", "核验", "照片"),
		typedSo("不写选项的名字", "模板", "2025"),
		typedSo("以为和“解释”一样", "规则", "年份"),
		typedSo("规则名记错了", "解释", "没有这一条"),
		typedSo("忘了写要解释什么", "解释"),
	}},
	{"选项", []call{
		typedSo("字母打颠倒了", "校验", "--fromat", "json", "填报.xlsx"),
		typedSo("只打了一个短横，又打错了", "校验", "-fromat", "json", "填报.xlsx"),
		typedSo("只打了一个短横，又打错了；照字面是写到文件夹utptu", "生成", "-outptu", "报告", "填报.xlsx"),
		typedSo("只打了前几个字母", "校验", "--form", "json", "填报.xlsx"),
		typedSo("用中文写选项", "模板", "--年度", "2025"),
		typedSo("把格式当成选项", "生成", "--pdf", "填报.xlsx"),
		typedSo("用中文写选项", "生成", "各镇", "-o", "报告", "--继续"),
		typedSo("接着做，没有写结果放在哪里", "校验", "各镇", "--resume"),
		typedSo("以为做报送包也能接着做", "打包", "填报.xlsx", "--resume"),
		typedSo("别的软件有这个选项", "校验", "--verbose", "填报.xlsx"),
		typedSo("别的命令的选项", "校验", "--draft", "填报.xlsx"),
		typedSo("没有写命令", "填报.xlsx", "--draft"),
		typedSo("没有写命令", "填报.xlsx", "-o", "报告"),
		typedSo("忘了写内容", "校验", "填报.xlsx", "-o"),
		typedSo("忘了写内容，后面是另一个选项", "校验", "填报.xlsx", "--last", "--strict"),
		typedSo("脚本里的变量是空的", "模板", "--unit", ""),
		typedSo("同一个选项写了两次", "校验", "填报.xlsx", "--year", "2024", "--year", "2023"),
		typedSo("给不要内容的选项写了内容", "校验", "--strict=yes", "填报.xlsx"),
	}},
	{"选项的内容", []call{
		typedSo("没有这种格式", "生成", "填报.xlsx", "--format", "epub"),
		typedSo("字母打颠倒了", "生成", "填报.xlsx", "--format", "pfd"),
		typedSo("旧的Word格式", "生成", "填报.xlsx", "--format", "doc"),
		typedSo("等号多了一个", "生成", "填报.xlsx", "--format=pdf=txt"),
		typedSo("两种格式中间空了一格", "生成", "填报.xlsx", "--format", "pdf", "txt"),
		typedSo("校验没有这种格式", "校验", "填报.xlsx", "--format", "pdf"),
		typedSo("比对没有这种格式", "比对", "填报.xlsx", "数据.json", "--format", "xlsx"),
		typedSo("结果写到要比的文件上", "比对", "填报.xlsx", "数据.json", "-o", "数据.json"),
		typedSo("编码的旧名称", "生成", "填报.xlsx", "--encoding", "gbk"),
		typedSo("年度不是数字", "模板", "--year", "今年"),
		typedSo("年度只写了两位", "模板", "--year", "25"),
		typedSo("那一年还没有年报格式", "模板", "--year", "2008"),
		typedSo("给每个单位生成，没有写放到哪里", "模板", "--year", "2025", "--members", "填报.xlsx"),
		typedSo("名单写成了填报表", "模板", "--year", "2025", "--members", "填报.xlsx", "-o", "下发"),
		typedSo("给每个单位生成，又写了单位", "模板", "--members", "名单.csv", "--unit", "清溪镇人民政府", "-o", "下发"),
		typedSo("上年的文件不在", "校验", "填报.xlsx", "--last", "前年.json"),
		typedSo("规定写的是Excel文件", "校验", "填报.xlsx", "--rules", "填报.xlsx"),
		typedSo("想从别的程序接过来", "校验", "填报.xlsx", "--rules", "-"),
		typedSo("报告的文件名想自己取", "生成", "填报.xlsx", "-o", "报告.pdf"),
		typedSo("想接到别的程序里", "生成", "填报.xlsx", "-o", "-"),
		typedSo("想接到别的程序里", "校验", "填报.xlsx", "--format", "xlsx", "-o", "-"),
		typedSo("写到要读的文件上", "校验", "填报.xlsx", "-o", "填报.xlsx"),
		typedSo("结果写到别的文件上", "校验", "填报.xlsx", "-o", "去年.json"),
		typedSo("文件已经有了", "模板", "--year", "2025", "-o", "填报.xlsx"),
		typedSo("想在去年的那份上直接改", "模板", "--last", "填报.xlsx", "-o", "填报.xlsx", "--force"),
		typedSo("想打成别的压缩包", "打包", "填报.xlsx", "-o", "报送.rar"),
		typedSo("想接到别的程序里", "打包", "填报.xlsx", "-o", "-"),
		typedSo("盖章扫描件写错了文件", "打包", "填报.xlsx", "--scan", "数据.json"),
		typedSo("盖章扫描件还没有放过来", "打包", "填报.xlsx", "--scan", "盖章.pdf"),
		typedSo("报送函写给谁，忘了写", "打包", "填报.xlsx", "--letter"),
		typedSo("文件名没有写扩展名", "模板", "--year", "2025", "-o", "新表"),
		typedSo("不知道是哪一种命令行", "补全"),
		typedSo("Windows的命令提示符没有补全", "补全", "cmd"),
	}},
}

// idle are calls with options that do nothing in them; the rest is done.
var idle = []call{
	typedSo("以为默认就有网页", "生成", "填报.xlsx", "--format", "txt", "--fragment"),
	typedSo("以为PDF里也有图", "生成", "填报.xlsx", "--format", "txt", "--charts"),
	typedSo("以为Word文档也管", "生成", "填报.xlsx", "--format", "docx", "--text-tables", "tsv"),
	typedSo("以为网页也管", "生成", "填报.xlsx", "--format", "html", "--encoding", "gb18030"),
	typedSo("以为网页里也有数据", "生成", "填报.xlsx", "--format", "html", "--no-data"),
	typedSo("几个选项一起没有用上", "生成", "填报.xlsx", "--format", "json", "--encoding", "gb18030", "--charts"),
	typedSo("要的是给程序读的结果", "校验", "填报.xlsx", "--format", "csv", "--explain-text"),
}

// understood are calls that are written otherwise than help has them, and can mean one thing only: the same as the one behind.
var understood = []struct {
	call
	same []string
}{
	{typedSo("Word把两个短横改成一个长横", "校验", "填报.xlsx", "—format", "json"), []string{"校验", "填报.xlsx", "--format", "json"}},
	{typedSo("中文输入法的破折号", "校验", "填报.xlsx", "——format", "json"), []string{"校验", "填报.xlsx", "--format", "json"}},
	{typedSo("全角的短横和字母", "校验", "填报.xlsx", "－－ｆｏｒｍａｔ", "json"), []string{"校验", "填报.xlsx", "--format", "json"}},
	{typedSo("Word的短横", "模板", "--year", "2025", "–o", "新.xlsx"), []string{"模板", "--year", "2025", "-o", "新.xlsx"}},
	{typedSo("只打了一个短横", "校验", "填报.xlsx", "-format", "json"), []string{"校验", "填报.xlsx", "--format", "json"}},
	{typedSo("一个字母的选项打了两个短横", "模板", "--year", "2025", "--o", "新.xlsx"), []string{"模板", "--year", "2025", "-o", "新.xlsx"}},
	{typedSo("大写", "校验", "填报.xlsx", "--Format", "JSON"), []string{"校验", "填报.xlsx", "--format", "json"}},
	{typedSo("大写", "CHECK", "填报.xlsx"), []string{"check", "填报.xlsx"}},
	{typedSo("冒号当等号", "校验", "填报.xlsx", "--format：json"), []string{"校验", "填报.xlsx", "--format", "json"}},
	{typedSo("选项写在命令前面", "--strict", "校验", "填报.xlsx"), []string{"校验", "--strict", "填报.xlsx"}},
	{typedSo("全角空格，命令行当成一个词", "校验　填报.xlsx"), []string{"校验", "填报.xlsx"}},
	{typedSo("中文引号，命令行不认", "校验", "“填报.xlsx”"), []string{"校验", "填报.xlsx"}},
	{typedSo("没有替换成文件名的星号，如Windows的命令提示符", "校验", "各镇/*.XLSX"), []string{"校验", "各镇/望禾.xlsx"}},
	{typedSo("全角的星号", "校验", "各镇/＊.xlsx"), []string{"校验", "各镇/望禾.xlsx"}},
	{typedSo("全角逗号、顿号", "生成", "填报.xlsx", "--format", "json，txt"), []string{"生成", "填报.xlsx", "--format", "json,txt"}},
	{typedSo("全角逗号、顿号", "生成", "填报.xlsx", "--format", "json、txt"), []string{"生成", "填报.xlsx", "--format", "json,txt"}},
	{typedSo("用空格分开，加了引号", "生成", "填报.xlsx", "--format", "json txt"), []string{"生成", "填报.xlsx", "--format", "json,txt"}},
	{typedSo("写成扩展名", "生成", "填报.xlsx", "--format", ".txt"), []string{"生成", "填报.xlsx", "--format", "txt"}},
	{typedSo("写成软件的名字", "生成", "填报.xlsx", "--format", "Word"), []string{"生成", "填报.xlsx", "--format", "docx"}},
	{typedSo("写成中文", "生成", "填报.xlsx", "--format", "网页"), []string{"生成", "填报.xlsx", "--format", "html"}},
	{typedSo("编码少写一个短横", "生成", "填报.xlsx", "--format", "txt", "--encoding", "UTF8"), []string{"生成", "填报.xlsx", "--format", "txt", "--encoding", "utf-8"}},
	{typedSo("年度带“年”字", "模板", "--year", "2025年", "-o", "新.xlsx"), []string{"模板", "--year", "2025", "-o", "新.xlsx"}},
	{typedSo("年度是全角数字", "模板", "--year", "２０２５", "-o", "新.xlsx"), []string{"模板", "--year", "2025", "-o", "新.xlsx"}},
	{typedSo("年度是汉字", "模板", "--year", "二〇二五年度", "-o", "新.xlsx"), []string{"模板", "--year", "2025", "-o", "新.xlsx"}},
	{typedSo("层级的简称（写成了什么，会说出来）", "模板", "--year", "2025", "--level", "镇", "-o", "新.xlsx"), []string{"模板", "--year", "2025", "--level", "乡镇", "-o", "新.xlsx"}},
	{typedSo("结果写到标准输出，本来就是", "校验", "填报.xlsx", "-o", "-"), []string{"校验", "填报.xlsx"}},
	{typedSo("一个写法就是两份", "比对", "*年.json", "数据.json"), []string{"比对", "去年.json", "数据.json"}},
	{typedSo("Windows看用法的写法", "/?"), []string{"--help"}},
	{typedSo("大写的V", "-V"), []string{"版本"}},
}

const callsHead = `# 写得不对的命令

这张表由测试写出来（` + "`go test ./cmd/nianbao -run TestWrongCalls -update`" + `）：每一行都真的运行过一遍。
改了说法的，重写以后逐行读一读：哪里错了、怎么办，说清楚了没有；客气不客气，短不短。

原则：只有一个意思的，照办；有几个意思的，不猜，说出可能是什么。真有叫这个名字的文件，先当作文件。说不清楚的，什么也不做，退出码2。
`

// Every wrong call gets its sentence and leaves no file; what is understood does the same as the right call. docs/calls.md tells all.
func TestWrongCalls(t *testing.T) {
	program, err := exec.LookPath("nianbao") // this test, which TestMain puts into the path
	require.NoError(t, err)
	var page strings.Builder
	page.WriteString(callsHead)
	for _, p := range refused {
		fmt.Fprintf(&page, "\n## %s\n\n| 这样写 | 为什么会这样写 | 回答 | 退出码 |\n|---|---|---|---|\n", p.part)
		for _, c := range p.calls {
			folder := desk(t)
			before := everything(t, folder)
			_, said, code := typedIn(t, folder, program, c.args)
			assert.Equal(t, before, everything(t, folder), "%v leaves a file", c.args)
			assert.Equal(t, exitFailed, code, "%v", c.args)
			assert.Regexp(t, `^([^\n]*[。？：、a-z]\n){1,2}$`, said, "%v: a sentence", c.args)
			fmt.Fprintf(&page, "| `%s` | %s | %s | %d |\n", shown(c.args), c.why, inCell(said), code)
		}
	}
	page.WriteString("\n## 没有用上的选项\n\n其余照做，把没有用上的说出来。\n\n| 这样写 | 为什么会这样写 | 说明 | 退出码 |\n|---|---|---|---|\n")
	for _, c := range idle {
		_, said, code := typedIn(t, desk(t), program, c.args)
		assert.Contains(t, said, "没有用上", "%v", c.args)
		assert.Zero(t, code, "%v", c.args)
		fmt.Fprintf(&page, "| `%s` | %s | %s | %d |\n", shown(c.args), c.why, inCell(said), code)
	}
	page.WriteString("\n## 照办的\n\n| 这样写 | 为什么会这样写 | 等于 |\n|---|---|---|\n")
	for _, c := range understood {
		ours, theirs := desk(t), desk(t)
		said, _, code := typedIn(t, ours, program, c.args)
		right, _, rightCode := typedIn(t, theirs, program, c.same)
		require.Less(t, rightCode, exitFailed, "%v", c.same)
		assert.Equal(t, rightCode, code, "%v", c.args)
		assert.Equal(t, right, said, "%v", c.args)
		assert.Equal(t, everything(t, theirs), everything(t, ours), "%v", c.args)
		fmt.Fprintf(&page, "| `%s` | %s | `%s` |\n", shown(c.args), c.why, shown(c.same))
	}
	sample.Golden(t, sample.Path(t, "docs/calls.md"), page.String())
}

// inCell is what was said as a table takes it.
func inCell(said string) string {
	return strings.NewReplacer("|", `\|`, "\n", "<br>").Replace(strings.TrimSpace(said))
}

// desk is a folder with what the calls are about.
func desk(t *testing.T) (folder string) {
	folder = t.TempDir()
	book, report := sample.Read(t, "testdata/workbooks/openpyxl-d-town-2020.xlsx"), sample.Read(t, "testdata/reports/e-town-2024.json")
	for name, data := range map[string][]byte{
		"填报.xlsx": book, "各镇/望禾.xlsx": book, "数据.json": report, "去年.json": report, "已公布的.txt": sample.Read(t, "testdata/published/text-01-bars.txt"), "照片/会议.jpg": []byte("\xff\xd8\xff\xe0 照片"), "空名单.txt": []byte("\n"),
	} {
		file := filepath.Join(folder, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
		require.NoError(t, os.WriteFile(file, data, 0o644))
	}
	require.NoError(t, os.Mkdir(filepath.Join(folder, "空"), 0o755))
	return folder
}

func typedIn(t *testing.T, folder, program string, args []string) (out, errs string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	cmd := exec.Command(program, args...)
	cmd.Dir, cmd.Stdout, cmd.Stderr = folder, &o, &e
	if err := cmd.Run(); err != nil {
		require.ErrorAs(t, err, new(*exec.ExitError))
	}
	return o.String(), e.String(), cmd.ProcessState.ExitCode()
}

// everything is what a folder holds, by name.
func everything(t *testing.T, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	require.NoError(t, fs.WalkDir(os.DirFS(folder), ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(filepath.Join(folder, name))
		all[name] = string(data)
		return err
	}))
	return all
}

// lay makes a folder with such files the current one.
func lay(t *testing.T, all map[string]string) {
	t.Helper()
	t.Chdir(t.TempDir())
	for name, data := range all {
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, []byte(data), 0o644))
	}
}

// shown is a call as it is typed into a shell.
func shown(args []string) string {
	words := []string{"nianbao"}
	for _, arg := range args {
		if strings.TrimSpace(arg) == "" || strings.ContainsAny(arg, " *") {
			arg = `"` + arg + `"`
		}
		words = append(words, arg)
	}
	return strings.Join(words, " ")
}
