package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"nianbao/internal/chinese"
	"nianbao/internal/job"
	"nianbao/internal/office"
	"nianbao/internal/remedy"
)

type templateOptions struct {
	year        int
	yearGiven   bool
	unit, level string
	last        []string
	former      bool // last year's are of units that became this one
	members     string
	rules       string
	zero, force bool
	ledger      bool
	slips       bool
	output      string
}

func newTemplate(c *console) *cobra.Command {
	o := templateOptions{year: job.YearDue(time.Now())}
	cmd := &cobra.Command{
		Use:     "template",
		Aliases: []string{"模板", "模版"},
		Short:   "生成空白的填报表（Excel）",
		Long: "按报告年度对应的格式生成空白的填报表，用WPS、Excel或LibreOffice填写。\n" +
			"县里给每个单位各生成一份，用 --members 写上本县设置（或名单），-o 写文件夹：文件名前面有名单里的次序，表里带着本县的规定，\n" +
			"各单位校验时就照它办；--last 写上放着上年年报的文件夹，各单位的上年结转、存量也带好。\n" +
			"数要向站所、科室要的，用 --slips 给每家各生成一份取数单，填好收回来，用“导入 取数单/*.xlsx --into 填报.xlsx”取进填报表。",
		Example: "  nianbao 模板 --year 2025 --unit 清溪镇人民政府 --level 乡镇 -o 填报.xlsx\n  nianbao 模板 --year 2025 --members 本县设置.xlsx --last 去年/ -o 下发\n" +
			"  nianbao 模板 --slips --year 2025 --unit 清溪镇人民政府 -o 取数单",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("“%s”前面要写明是什么：年度用 --year，单位用 --unit，文件名用 -o", args[0])
			}
			return nil
		},
	}
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if o.slips {
			return runSlips(c, cmd, o)
		}
		o.yearGiven = cmd.Flags().Changed("year")
		if o.members != "" {
			return runDispatch(c, o)
		}
		return runTemplate(c, o)
	}
	f := cmd.Flags()
	f.Var(yearOption{&o.year}, "year", "报告`年度`")
	f.StringVar(&o.unit, "unit", "", "单位`名称`（全称）")
	f.StringVar(&o.level, "level", "", "单位`层级`，如乡镇、街道、县级部门")
	f.StringArrayVar(&o.last, "last", nil, "上年的`填报表`（或交换JSON）：带入单位信息、上年结转和存量；由几个单位合并来的，写几次，数相加；有 --members 的，可以写文件夹")
	f.BoolVar(&o.former, "former", false, "上年的年报是改名、合并以前的单位的")
	f.StringVar(&o.members, "members", "", "给名单上的每个单位各生成一份：本县设置（或名单）的`文件`")
	f.StringVar(&o.rules, "rules", "", "本县设置的`文件`：表里带着本县的规定和附表")
	f.BoolVar(&o.zero, "zero", false, "第三、四部分的表没有的先填0（有上年结转的列，办理结果空着）")
	f.BoolVar(&o.ledger, "ledger", false, "附一页依申请台账：一行一件申请，校验时按它统计")
	f.BoolVar(&o.slips, "slips", false, "生成取数单：有数的站所、科室各一份（Excel和PDF），-o 写文件夹")
	f.StringVarP(&o.output, "output", "o", "", "填报表的`文件名`（不写就用单位和年度取名）；有 --members、--slips 的，写文件夹")
	forceOption(f, &o.force, "文件")
	return cmd
}

func runTemplate(c *console, o templateOptions) error {
	var before []job.Predecessor
	var names []string
	for _, name := range o.last {
		file, err := c.read(name)
		if err != nil {
			return err
		}
		last, err := c.report(file)
		if err != nil {
			return remedy.Failure{File: nameOf(name), Err: err}
		}
		if y, ok := last.Year(); ok && !o.yearGiven {
			o.year = y + 1
		}
		before, names = append(before, job.Predecessor{Name: nameOf(name), Report: last}), append(names, nameOf(name))
	}
	level, note := levelMeant(o.level)
	if note != "" {
		c.err.say("%s\n", note)
	}
	if o.former && before == nil {
		return errors.New("--former 说的是上年的年报，请用 --last 写上它")
	}
	order := job.FormOrder{Year: o.year, Unit: o.unit, Level: level, Last: before, Former: o.former || len(before) > 1, Zero: o.zero, Ledger: o.ledger}
	if o.rules != "" {
		var err error
		if order.County, err = c.county("rules", o.rules, office.ReadRules); err != nil {
			return err
		}
	}
	made, err := job.NewForm(order)
	if err != nil {
		return err
	}
	if order.County != nil {
		for _, past := range order.County.Past(made.Report) {
			c.err.say("%s。\n", past)
		}
	}
	file := o.output
	if file == "" {
		file = made.Name()
	}
	if err := c.newFile(file, o.force, []string{".xlsx"}, made.Write); err != nil {
		return err
	}
	told := c.tells(file)
	if file != standard {
		told.say("已生成填报表：%s\n", file)
	}
	if names != nil {
		told.say("从%s带入：\n", chinese.Quoted(names))
		for _, line := range made.Carried {
			told.say("  %s\n", line)
		}
		if rows := job.NotCarried(made.Report); rows != nil {
			told.say("%s\n", job.NotCarriedNote(rows))
		}
	}
	return nil
}
