package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/render/text"
)

const (
	toRender     = "要生成报告，请用：nianbao 生成"
	toFill       = "要填报表，请用：nianbao 导入"
	toPowerShell = "Windows的命令提示符没有自动补全，请用PowerShell"
)

// choice is one thing of a few that an option takes, or several.
type choice struct {
	what    string
	names   []string
	called  meanings // what means the same
	perhaps meanings // what may mean it, which is asked
	instead meanings // what to do who wants something else
	several bool
}

// meanings are words that are typed, each with what it means.
type meanings [][2]string

func (m meanings) of(word string) (string, bool) {
	for _, one := range m {
		if one[0] == word {
			return one[1], true
		}
	}
	return "", false
}

var (
	reportFormat = choice{
		what: "格式", names: job.FormatNames(), several: true,
		called:  meanings{{"word", "docx"}, {"word文档", "docx"}, {"网页", "html"}, {"htm", "html"}, {"纯文本", "txt"}, {"文本", "txt"}, {"text", "txt"}, {"数据", "json"}},
		perhaps: meanings{{"doc", "docx"}, {"wps", "docx"}, {"文档", "docx"}, {"web", "html"}},
		instead: meanings{{"xlsx", toFill}, {"excel", toFill}},
	}
	findingsFormat = choice{
		what: "结果格式", names: []string{"text", "json", "jsonl", "csv", "xlsx"},
		called:  meanings{{"文本", "text"}, {"纯文本", "text"}, {"txt", "text"}, {"excel", "xlsx"}, {"填报表", "xlsx"}},
		perhaps: meanings{{"xls", "xlsx"}, {"et", "xlsx"}, {"表格", "csv"}},
		instead: meanings{{"pdf", toRender}, {"html", toRender}, {"docx", toRender}, {"word", toRender}},
	}
	comparedFormat = choice{what: "结果格式", names: []string{"text", "json"}, called: meanings{{"文本", "text"}, {"纯文本", "text"}, {"txt", "text"}}}
	rulesFormat    = choice{what: "格式", names: []string{"text", "json"}, called: meanings{{"文本", "text"}, {"txt", "text"}}}
	tableWriting   = choice{what: "表格写法", names: []string{string(text.Aligned), string(text.List), string(text.TSV)}, called: meanings{{"对齐", "aligned"}, {"逐行", "list"}, {"一句", "list"}, {"制表符", "tsv"}, {"tab", "tsv"}}}
	textEncoding   = choice{
		what: "编码", names: []string{string(text.UTF8), string(text.UTF8BOM), string(text.GB18030)},
		called:  meanings{{"utf8", "utf-8"}, {"utf8-bom", "utf-8-bom"}, {"utf-8-sig", "utf-8-bom"}, {"gb-18030", "gb18030"}, {"gb18030-2022", "gb18030"}},
		perhaps: meanings{{"gbk", "gb18030"}, {"gb2312", "gb18030"}, {"ansi", "gb18030"}, {"cp936", "gb18030"}, {"国标", "gb18030"}, {"unicode", "utf-8-bom"}},
	}
	shellKind = choice{
		what: "命令行", names: []string{"bash", "zsh", "fish", "powershell"}, called: meanings{{"pwsh", "powershell"}},
		instead: meanings{{"cmd", toPowerShell}, {"cmd.exe", toPowerShell}, {"命令提示符", toPowerShell}},
	}
)

// meant is what is chosen by what was typed; the error lists what there is.
func (c choice) meant(typed string) (string, error) {
	if !c.several {
		return c.one(typed)
	}
	var all []string
	for _, one := range strings.FieldsFunc(typed, func(r rune) bool { return strings.ContainsRune(",，、;；+ \u3000\u00a0", r) }) {
		name, err := c.one(one)
		if err != nil {
			return "", err
		}
		if !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	if all == nil {
		return "", fmt.Errorf("请写上%s，可用的有：%s", c.what, strings.Join(c.names, "、"))
	}
	return strings.Join(all, ","), nil
}

func (c choice) one(typed string) (string, error) {
	word := strings.TrimPrefix(strings.ToLower(strings.TrimSpace(halfWidth(typed))), ".")
	if slices.Contains(c.names, word) {
		return word, nil
	}
	if name, ok := c.called.of(word); ok {
		return name, nil
	}
	meant := near(word, c.names)
	if name, ok := c.perhaps.of(word); ok {
		meant = []string{name}
	}
	hint := ""
	if len(meant) > 0 {
		hint = "；是不是 " + strings.Join(meant, " 或 ") + "？"
	}
	if instead, ok := c.instead.of(word); ok {
		hint = "；" + instead
	}
	return "", fmt.Errorf("没有“%s”这种%s，可用的有：%s%s", typed, c.what, strings.Join(c.names, "、"), hint)
}

// chosen is an option that takes a choice.
type chosen struct {
	choice
	to *string
}

// option makes an option of a choice. What stands in to is its default.
func (c choice) option(f *pflag.FlagSet, to *string, name, usage string) {
	f.Var(chosen{c, to}, name, usage)
}

func (c chosen) String() string {
	if c.to == nil { // pflag asks the zero value
		return ""
	}
	return *c.to
}

func (c chosen) Type() string { return "string" }

func (c chosen) Set(typed string) (err error) {
	*c.to, err = c.meant(typed)
	return err
}

// yearOption is an option that takes a year, as people write years.
type yearOption struct{ to *int }

func (y yearOption) String() string {
	if y.to == nil || *y.to == 0 {
		return ""
	}
	return fmt.Sprint(*y.to)
}

func (y yearOption) Type() string { return "int" }

func (y yearOption) Set(typed string) error {
	year, ok := chinese.ReadYear(strings.TrimSpace(typed))
	if !ok {
		return fmt.Errorf("“%s”不是年度，请写四位数字，如2025", typed)
	}
	*y.to = year
	return nil
}

// hasForm refuses a year of the option --year on which there are no reports; 0 is none.
func hasForm(year int) error {
	if _, ok := form.ForYear(year); !ok && year != 0 {
		return fmt.Errorf("%d年度还没有这种报告格式，--year 请写%d以后的年度", year, form.Editions()[0].FirstYear)
	}
	return nil
}

// levelMeant is the unit's level as the form has it; one that it does not have stays as it was typed, and note says so.
func levelMeant(typed string) (level, note string) {
	if _, ok := form.LevelNamed(typed); ok || typed == "" {
		return typed, ""
	}
	if l, ok := form.LevelMeant(typed); ok {
		return l.Name, fmt.Sprintf("单位层级“%s”已写成“%s”。", typed, l.Name)
	}
	return typed, fmt.Sprintf("单位层级“%s”不在列表里，已照写，请在表里改选。可以选的有：%s。", typed, strings.Join(form.LevelNames(), "、"))
}
