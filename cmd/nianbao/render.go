package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/render"
	"nianbao/internal/render/text"
	"nianbao/internal/verdict"
)

const defaultFormats = "pdf,txt"

type renderOptions struct {
	formats  string
	folder   string
	tables   string
	encoding string
	fragment bool
	noTitle  bool
	charts   bool
	noData   bool
	resume   bool
	markOptions
	inputs
	with comparison
}

func newRender(c *console) *cobra.Command {
	o := renderOptions{formats: defaultFormats, tables: string(text.Aligned), encoding: string(text.UTF8)}
	cmd := &cobra.Command{
		Use:     "render 填报.xlsx…",
		Aliases: []string{"生成"},
		Short:   "校验后生成报告（PDF、纯文本等）",
		Long: "先校验，没有强制问题就生成报告，文件名是“单位+年度+年政府信息公开工作年度报告”，草稿后面加“（草稿）”，只要正文的加“（正文）”。可以写多个文件和文件夹。\n\n" +
			"很多份写到 -o 的文件夹里的，做好一份，就在里面的“" + job.RecordName + "”记下一行。中断了，或者改了几份，在同样的命令后面加上 --resume：" +
			"填报表、选项、报告都和记录一致的跳过，别的重新生成；说的话和退出码同全部做一遍一样。没有写 -o 的，加了 --resume 才记。\n\n" +
			"退出码：0 已生成；1 有强制问题；2 有文件处理不了。",
		Example: "  nianbao 生成 填报.xlsx\n  nianbao 生成 各镇/ -o 报告/ --format pdf\n  nianbao 生成 填报.xlsx --draft\n  nianbao 生成 各镇/ -o 报告/ --resume",
		Args:    someFiles,
		RunE:    func(_ *cobra.Command, args []string) error { return runRender(c, args, o) },
	}
	f := cmd.Flags()
	reportFormat.option(f, &o.formats, "format", "报告的`格式`，用逗号分开："+strings.Join(job.FormatNames(), "、"))
	f.StringVarP(&o.folder, "output", "o", "", "放报告的`文件夹`（不写就放在填报表旁边）")
	o.markOptions.register(f)
	tableWriting.option(f, &o.tables, "text-tables", "纯文本里表格的`写法`：aligned（对齐）、list（每行一句，手机上看、读屏用）或 tsv（制表符，便于粘贴）")
	textEncoding.option(f, &o.encoding, "encoding", "纯文本的`编码`：utf-8、utf-8-bom 或 gb18030（后两种用Windows换行）")
	f.BoolVar(&o.fragment, "fragment", false, "网页只要正文，便于粘贴到网站后台")
	f.BoolVar(&o.noTitle, "no-title", false, "网页不要标题，网站另有标题栏时用")
	f.BoolVar(&o.charts, "charts", false, "网页加上申请办理结果的图（给了 --last 时与上年对照；汇总表“图”里各单位的不上网页）")
	f.BoolVar(&o.noData, "no-data", false, "PDF、OFD里不带数据（不写就带上“年报.json”，里面只有印出来的内容；草稿都不带）")
	f.BoolVar(&o.resume, "resume", false, "接着上次的做：和文件夹里的“"+job.RecordName+"”一致的跳过，别的重新生成")
	o.inputs.register(f)
	o.with.register(f)
	return cmd
}

func runRender(c *console, args []string, o renderOptions) error {
	formats, err := job.Formats(o.formats)
	if err != nil {
		return err
	}
	marking, err := o.marking()
	if err != nil {
		return err
	}
	if err := checkFolder(o.folder); err != nil {
		return err
	}
	if args, err = o.named(c, args); err != nil {
		return err
	}
	k, err := c.checker(o.with)
	if err != nil {
		return err
	}
	k.Exchanged = slices.ContainsFunc(formats, func(f render.Format) bool { return f.Name == "json" })
	plan, closed := c.planFor(k, o.with.last, args)
	w := &pageWriter{console: c, folder: o.folder, Renderer: job.Renderer{Formats: formats, Marking: marking, Fonts: k.Fonts, Word: word,
		Options: render.Options{Text: text.Options{Tables: text.Tables(o.tables), Encoding: text.Encoding(o.encoding)}, Fragment: o.fragment, NoTitle: o.noTitle, Charts: o.charts, NoData: o.noData}}}
	if number := o.mark.number; number > 0 {
		w.Number = func(string, string) int { return number }
	}
	telling := verdict.Options{Word: word}
	r := &recorder{records: records{console: c, step: job.Rendering, resume: o.resume}, making: w, checker: k, telling: telling, as: verdict.AsText}
	if isRecorded(o.resume, o.folder, len(plan.Inputs)) {
		r.options = c.digestOf(k, o.shape(), o.with)
		if err := r.record(plan); err != nil {
			return err
		}
	}
	if err := c.eachDone(plan, closed, k, telling, c.text(telling), r.work); err != nil {
		return err
	}
	if len(plan.Inputs) > 1 {
		w.tellMissed()
	}
	return r.settle()
}

// shape is what of the options shapes the pages, and is the same for all inputs, but for the files behind it.
func (o renderOptions) shape() renderOptions {
	o.folder, o.resume, o.inputs, o.with = "", false, inputs{}, comparison{}
	return o
}

// checkFolder refuses a name for the output folder that is meant for a file.
func checkFolder(folder string) error {
	if folder == standard {
		return errors.New("报告不能写到标准输出，-o 后面请写文件夹")
	}
	if disk.Exists(folder) && !disk.IsFolder(folder) {
		return fmt.Errorf("-o 后面要写文件夹，“%s”是一个文件", folder)
	}
	for _, f := range render.Formats() {
		if strings.EqualFold(filepath.Ext(folder), f.Extension) || strings.EqualFold(filepath.Ext(folder), ".xlsx") {
			return fmt.Errorf("-o 后面要写文件夹，不是文件“%s”；文件名会自动取成“单位+年度+年政府信息公开工作年度报告”", folder)
		}
	}
	return nil
}
