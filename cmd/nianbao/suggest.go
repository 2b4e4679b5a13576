package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"nianbao/internal/chinese"
	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/model"
)

// verbsCalled is what people call the commands who know other programs, or the work and not this program.
var verbsCalled = words{
	{"template", "新建 新表 空表 空白 建表 制表 new init create blank start"},
	{"check", "检查 检验 检测 审核 审查 审校 核对 核查 核实 验证 校对 复核 查错 test lint validate inspect"},
	{"render", "渲染 输出 导出 打印 排版 转换 制作 生产 出报告 export print output generate build convert make pdf word"},
	{"import", "读取 载入 取回 录入 load read open"},
	{"fill", "填表 填上级表 上报 录入 抄表 transfer"},
	{"compare", "对比 比较 对照 比一比 diff cmp comparison"},
	{"aggregate", "合计 合并 加总 总计 相加 统计 sum total merge add"},
	{"package", "报送 上报 压缩 报包 pack zip bundle submit"},
	{"verify", "验包 查包 查验 验真 verification"},
	{"rules", "规定 规则表 规则列表 rule list"},
	{"explain", "说明 解读 查询 为什么 describe why what"},
	{"help", "用法 使用 说明书 怎么用 usage man ?"},
	{"version", "关于 版本号 ver about"},
	{"completion", "自动补全 completions complete"},
}

// flagsCalled is the same for options.
var flagsCalled = words{
	{"year", "年度 年份 年 报告年度"}, {"unit", "单位 单位名称 名称 机关 name"}, {"level", "层级 级别 单位层级"}, {"last", "上年 去年 上一年 previous prev lastyear"},
	{"zero", "零 全零 填零 填0"}, {"output", "输出 输出到 文件夹 目录 out dir folder outdir"}, {"force", "覆盖 强制 overwrite yes"}, {"format", "格式 type to"},
	{"draft", "草稿"}, {"mark", "送审稿 送审 字样 标记 stamp watermark"}, {"fix", "改正 修改 修正 修复 repair"}, {"strict", "严格"}, {"explain", "说明"}, {"explain-text", "逐句"}, {"rules", "规则 规定 本县规定 config"},
	{"fonts", "字体 字库 font"}, {"encoding", "编码 charset"}, {"fragment", "正文 片段 body"}, {"charts", "图 图表 chart"}, {"text-tables", "表格"}, {"no-data", "不带数据 不含数据 无数据 nodata"},
	{"base", "原表 原来 对照"}, {"into", "填进 取进 填入"}, {"slips", "取数单 取数"}, {"scan", "扫描 扫描件 盖章 盖章件 盖章扫描件"}, {"letter", "函 报送函 公函"},
	{"files-from", "名单 文件名单 list"}, {"resume", "继续 接着 接着做 续 续做 断点 continue"}, {"version", "版本"}, {"help", "帮助 用法"},
	{"members", "名单 单位名单 成员 list"}, {"own", "本级 本县 自己"}, {"since", "上次 上一次"}, {"corrections", "更正 更正说明 勘误 correction"}, {"long", "清单 数据 数据清单 长表"},
}

// words are names, each with what people say for it.
type words [][2]string

// of lists the names for which a word is said, in the order of their letters.
func (w words) of(word string) (names []string) {
	for _, said := range w {
		if slices.Contains(strings.Fields(said[1]), word) {
			names = append(names, said[0])
		}
	}
	slices.Sort(names)
	return names
}

// near lists the names that a mistyped one comes closest to: by one slip in three characters, or by its end missing.
func near(mistyped string, names []string) (closest []string) {
	best := max(1, len([]rune(mistyped))/3)
	if len([]rune(mistyped)) < 2 {
		return nil
	}
	for _, name := range names {
		d := model.Slips(strings.ToLower(mistyped), name)
		if strings.HasPrefix(name, strings.ToLower(mistyped)) {
			d = min(d, 1)
		}
		if d < best {
			closest = nil
		}
		if d <= best {
			best = d
			closest = append(closest, name)
		}
	}
	return closest
}

// isIt asks whether one of some things is meant; otherwise it is what to do instead.
func isIt(meant []string, otherwise string) string {
	if len(meant) == 0 {
		return otherwise
	}
	return "是不是" + strings.Join(meant, "或") + "？"
}

// noVerb is what to say of a first argument that is neither a command nor a file; nil if it is a file, or written as one.
func noVerb(root *cobra.Command, arg string) error {
	if !isMissing(arg) || filepath.Ext(arg) != "" || strings.ContainsAny(arg, `/\*?`) || arg == standard {
		return nil
	}
	meant := verbsMeant(root, arg)
	if file := disk.Nearby(arg); file != "" {
		meant = []string{"文件“" + file + "”"}
	}
	return fmt.Errorf("没有“%s”这个命令，也没有叫这个名字的文件；%s", arg, isIt(meant, seeVerbs))
}

const seeVerbs = "有哪些命令请看：nianbao --help"

// verbsMeant are the commands that a word may mean, as they are typed.
func verbsMeant(root *cobra.Command, word string) (meant []string) {
	word = strings.ToLower(halfWidth(word))
	names := near(word, verbNames(root))
	if called := verbsCalled.of(word); called != nil {
		names = called
	}
	for _, name := range names {
		if words := "“" + spoken(verbNamed(root, name)) + "”"; !slices.Contains(meant, words) {
			meant = append(meant, words)
		}
	}
	return meant
}

// verbNames lists the commands in both languages.
func verbNames(root *cobra.Command) (names []string) {
	for _, cmd := range root.Commands() {
		names = append(append(names, cmd.Name()), cmd.Aliases...)
	}
	return names
}

// chineseName is that of a command.
func chineseName(cmd *cobra.Command) string { return append(cmd.Aliases, cmd.Name())[0] }

// spoken is how a command is typed.
func spoken(cmd *cobra.Command) string {
	if !cmd.HasParent() {
		return cmd.Name()
	}
	return cmd.Root().Name() + " " + chineseName(cmd)
}

// misplaced is what to say of arguments that stand where files should and are none, but something that is due elsewhere.
func misplaced(cmd *cobra.Command, args []string) error {
	for _, arg := range args {
		if !isMissing(arg) || arg == standard {
			continue
		}
		verb := verbNamed(cmd.Root(), arg)
		formats := cmd.Flags().Lookup("format")
		switch {
		case verb != nil && cmd.HasParent():
			return fmt.Errorf("没有叫“%s”的文件；命令一次只能写一个，请分两次：先 %s，再 %s", arg, spoken(cmd), spoken(verb))
		case verb != nil:
			return fmt.Errorf("命令“%s”要写在最前面：%s %s", arg, spoken(verb), args[0])
		case formats != nil && slices.Contains(job.FormatNames(), strings.ToLower(strings.Trim(arg, ",，、."))):
			return fmt.Errorf("没有叫“%s”的文件；它是格式的话，写在 --format 后面，几种格式用逗号连起来，中间不空格", arg)
		}
	}
	return nil
}

// flagFault is what to say of an option that a command does not take so.
func flagFault(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var invalid *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return noFlag(cmd, unknown.GetSpecifiedName())
	case errors.As(err, &invalid):
		return fmt.Errorf("选项 --%s：%w", invalid.GetFlag().Name, invalid.Unwrap())
	}
	return fmt.Errorf("选项写得不对；用法请看：%s --help", spoken(cmd))
}

func noFlag(cmd *cobra.Command, name string) error {
	var owners []string
	for _, other := range cmd.Root().Commands() {
		if other.Flags().Lookup(name) == nil {
			continue
		}
		owners = append(owners, chineseName(other))
		if !cmd.HasParent() && other.Name() == "render" { // which a call without a command is
			owners = owners[len(owners)-1:]
			break
		}
	}
	seeOptions := "有哪些选项请看：" + spoken(cmd) + " --help"
	none := "没有 " + dashed(name) + " 这个选项"
	if cmd.HasParent() {
		none = "“" + chineseName(cmd) + "”" + none
	}
	switch {
	case owners != nil && cmd.HasParent():
		return fmt.Errorf("%s，它是%s的；%s", none, chinese.Quoted(owners), seeOptions)
	case owners != nil:
		return fmt.Errorf("选项 %s 要和命令一起写：nianbao %s … %s", dashed(name), owners[0], dashed(name))
	}
	names := longNames(cmd)
	meant := near(halfWidth(name), names)
	called := slices.DeleteFunc(flagsCalled.of(strings.ToLower(halfWidth(name))), func(n string) bool { return !slices.Contains(names, n) })
	if len(called) > 0 {
		meant = called
	} else if format := formatCalled(cmd, name); format != "" {
		meant = []string{"format " + format}
	}
	for i, n := range meant {
		meant[i] = " " + dashed(n)
	}
	return fmt.Errorf("%s；%s", none, isIt(meant, seeOptions))
}

// formatCalled is the format that a word means to a command, which is taken for an option of its own; "" for none.
func formatCalled(cmd *cobra.Command, word string) string {
	formats := reportFormat // which a call without a command makes
	if cmd.HasParent() {
		f := cmd.Flags().Lookup("format")
		if f == nil {
			return ""
		}
		formats = f.Value.(chosen).choice
	}
	if format, err := formats.one(word); err == nil {
		return format
	}
	meant, _ := formats.perhaps.of(strings.ToLower(halfWidth(word)))
	return meant
}

// longNames lists the options of a command and, at the root, those of all.
func longNames(cmd *cobra.Command) (names []string) {
	add := func(f *pflag.Flag) {
		if !slices.Contains(names, f.Name) {
			names = append(names, f.Name)
		}
	}
	cmd.Root().PersistentFlags().VisitAll(add)
	cmd.Flags().VisitAll(add)
	for _, inner := range cmd.Commands() {
		inner.Flags().VisitAll(add)
	}
	return names
}

func dashed(name string) string {
	if len([]rune(name)) == 1 {
		return "-" + name
	}
	return "--" + name
}
