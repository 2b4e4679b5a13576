package main

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"nianbao/internal/check"
	"nianbao/internal/disk"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/office"
	"nianbao/internal/pattern"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

func newRules(c *console) *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:     "rules",
		Aliases: []string{"规则"},
		Short:   "列出全部校验规则",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("这里列出全部规则；要看一条，请写：nianbao 解释 %s", args[0])
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error {
			if format == "json" {
				return verdict.WriteRulesJSON(c.out)
			}
			if err := verdict.WriteRules(c.out); err != nil {
				return err
			}
			c.out.say("想知道一条规则的依据和例子：nianbao 解释 规则名\n")
			return nil
		},
	}
	rulesFormat.option(cmd.Flags(), &format, "format", "`格式`：text 或 json")
	return cmd
}

func newExplain(c *console) *cobra.Command {
	with := comparison{}
	cmd := &cobra.Command{
		Use:     "explain 编号、规则、名称或格子 [填报.xlsx]",
		Aliases: []string{"解释"},
		Short:   "解释一个问题（按编号）、一条规则、表里的一个名称，或一格怎么填",
		Long: "解释一条规则，表里的一行、一列、一组或一格，或者文字里的记号。格子写成“表名!格”，如 三、依申请公开!D8，也可以只写 D8。\n" +
			"校验结果里的编号，后面再写上它所在的填报表：把这个问题连同规则、依据、办法一起说清楚。校验时用了 --last 等选项的，这里也写上。\n" +
			"附表里的指标，后面也写上填报表：怎么填，填的是多少。\n" +
			"“解释 记号”列出文字里可以写的全部记号。",
		Example: "  nianbao 解释 C03607 填报.xlsx\n  nianbao 解释 收办平衡\n  nianbao 解释 不予公开\n  nianbao 解释 三、依申请公开!D8\n  nianbao 解释 记号",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 || len(args) > 2 || strings.TrimSpace(args[0]) == "" {
				return fmt.Errorf("请写上要解释的编号、规则、名称或格子，如 不予公开；编号后面再写上填报表。全部规则请看：nianbao 规则")
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			err := runExplain(c, args, with)
			if err == nil && !slices.ContainsFunc(args, isNumber) {
				cmd.Flags().Visit(func(f *pflag.Flag) {
					c.err.say("只有解释编号才用得上 --%s，这次没有用上。\n", f.Name)
				})
			}
			return err
		},
	}
	with.register(cmd.Flags())
	return cmd
}

func runExplain(c *console, args []string, with comparison) error {
	what, file := strings.TrimSpace(args[0]), ""
	if len(args) == 2 {
		file = args[1]
		if isNumber(file) && !isNumber(what) { // the other way round
			what, file = strings.TrimSpace(file), args[0]
		}
	}
	if number := model.NumberIn(what); number != "" && file != "" {
		return c.explainFinding(number, file, with)
	}
	ok, err := c.explainWords(what)
	if err == nil && !ok {
		ok, err = c.explainAddress(what)
	}
	if err == nil && !ok && file != "" {
		if ok, err = c.explainIndicator(what, file); ok {
			return err
		}
	}
	switch {
	case err != nil:
		return err
	case !ok && isNumber(what):
		return fmt.Errorf("解释编号要有它所在的填报表，请写成：nianbao 解释 %s 填报.xlsx", model.NumberIn(what))
	case !ok && address.MatchString(what):
		return fmt.Errorf("“%s”不是填写的格子，请核对是哪张表、哪一格", what)
	case !ok:
		return unknownWords(what)
	case file != "":
		c.err.say("只有解释编号和附表里的指标才要填报表，“%s”没有用上。\n", file)
	}
	return nil
}

func isNumber(words string) bool { return model.NumberIn(words) != "" }

// explainFinding checks a report again, and tells the findings that go by a number.
func (c *console) explainFinding(number, file string, with comparison) error {
	if disk.IsFolder(file) {
		return fmt.Errorf("“%s”是文件夹，编号后面请写一份填报表", file)
	}
	k, err := c.checker(with)
	if err != nil {
		return err
	}
	if areFormer(with.last) {
		k.Last.Together = true
	}
	checked := k.Check(job.Planned{Source: c.source(file)})
	if checked.Err != nil {
		return remedy.Failure{File: file, Err: checked.Err}
	}
	found := checked.Asked(number)
	for i, f := range found {
		if i > 0 {
			c.out.say("\n")
		}
		if err := verdict.ExplainFinding(c.out, checked.Outcome, f, verdict.Options{Word: word}); err != nil {
			return err
		}
	}
	if len(found) == 0 {
		return remedy.Failure{File: file, Err: unknownNumber(number, checked.Outcome)}
	}
	return nil
}

// unknownNumber says why a report may have no finding of a number, and which was perhaps meant.
func unknownNumber(number string, o verdict.Outcome) error {
	var numbers []string
	for _, f := range o.Findings {
		numbers = append(numbers, f.Number())
	}
	switch meant := model.Nearest(number, numbers); {
	case meant != "":
		return fmt.Errorf("里面没有编号%s，是不是%s？", number, meant)
	case o.Report.Summed:
		return fmt.Errorf("里面没有编号%s：汇总时列出的，和各单位的年报一起汇总才有；办法是在“校验”一页按编号写明说明，存盘，再汇总一次，加上 --own %s", number, o.File)
	case numbers == nil:
		return fmt.Errorf("里面没有问题，编号%s可能已经改正了", number)
	}
	return fmt.Errorf("里面没有编号%s：可能已经改正，或者数字、文字改过，编号变了；校验时用了 --last、--rules 的，这里也要写上；“与别的单位雷同”要几份一起校验才有。请重新校验看一看", number)
}

// explainWords tells what words mean: a rule, what the form calls something, or what this program does.
func (c *console) explainWords(what string) (ok bool, err error) {
	switch strings.Trim(what, "{}｛｝ ") {
	case "记号", "占位符", "…", "":
		return true, verdict.WritePlaceholders(c.out)
	case workbook.IndicatorsSheet:
		c.out.say("附表\n上级在报告的表格以外要的数，在填报表的“附表”一页，填了一起交。不进报告的表，也不进交换JSON；汇总时加起来；文字里写 {{指标的名称}}，生成时换成数。\n看一个指标怎么填：nianbao 解释 指标的名称 填报.xlsx\n")
		return true, nil
	case "编号":
		c.out.say("编号（校验结果里每个问题的）\n六位，由数字和字母A至F组成；问题说的数字或文字变了，换了单位、年度，编号也变。\n看一个问题的规则、依据和办法：nianbao 解释 编号 填报.xlsx\n")
		return true, nil
	}
	if rule, ok := check.Called(what); ok {
		if err := verdict.ExplainRule(c.out, rule, verdict.Options{Word: word}); err != nil {
			return true, err
		}
		return true, c.explainNamesake(what)
	}
	return verdict.ExplainKey(c.out, form.Key(what))
}

// explainNamesake tells what in the form goes by the name of a rule, if there is something.
func (c *console) explainNamesake(what string) error {
	var b strings.Builder
	ok, err := verdict.ExplainWord(&b, what)
	if ok && err == nil {
		c.out.say("\n表里的“%s”：\n", what)
		_, err = io.WriteString(c.out, b.String())
	}
	return err
}

// explainIndicator tells of what is asked for beside the form in a workbook, by its name, its key or its cell; ok is false if the workbook has no
// such thing.
func (c *console) explainIndicator(what, file string) (ok bool, err error) {
	if disk.IsFolder(file) {
		return false, fmt.Errorf("“%s”是文件夹，后面请写一份填报表", file)
	}
	r, err := c.source(file).Report()
	if err != nil {
		return false, remedy.Failure{File: file, Err: err}
	}
	asks := ""
	if laid, _, _ := office.LaidDown(r); laid != nil {
		asks = laid.Office
	}
	at := address.FindStringSubmatch(what)
	for _, g := range r.Indicators {
		isCell := at != nil && at[1] == g.Value.Place.Sheet && strings.EqualFold(at[2], g.Value.Place.Ref)
		if g.Name == what || string(g.Key()) == what || isCell {
			return true, verdict.ExplainIndicator(c.out, g, asks)
		}
	}
	return false, nil
}

// unknownWords says what was perhaps meant.
func unknownWords(what string) error {
	const most = 5
	near := verdict.Alike(what)
	switch {
	case len(near) == 0:
		return fmt.Errorf("没有“%s”这条规则、这个名称或这一格；全部规则请看：nianbao 规则；全部记号请看：nianbao 解释 记号", what)
	case len(near) == 1:
		return fmt.Errorf("没有“%s”这条规则、这个名称或这一格，是不是“%s”？", what, near[0])
	case len(near) > most:
		near = append(near[:most:most], "……")
	}
	return fmt.Errorf("没有“%s”这条规则、这个名称或这一格，相近的有：%s", what, strings.Join(near, "、"))
}

// address is a cell as people write it: D8, 三、依申请公开!D8, or as findings name it, “三、依申请公开”D8.
var address = pattern.New(`^(?:['"“]?(.+?)['"”]?[!！]?)??(\$?[A-Za-z]{1,3}\$?[0-9]+)$`)

// explainAddress explains what stands at an address of a fresh template: the newest edition's, or an earlier one's where that
// has nothing there. Where several sheets have something there, it lists them.
func (c *console) explainAddress(what string) (ok bool, err error) {
	m := address.FindStringSubmatch(strings.TrimSpace(what))
	if m == nil {
		return false, nil
	}
	for _, e := range slices.Backward(form.Editions()) {
		found, err := workbook.KeysAt(e, m[1], m[2])
		if err != nil {
			return false, err
		}
		switch len(found) {
		case 0:
			continue
		case 1:
			return verdict.ExplainKey(c.out, found[0].Key)
		}
		c.out.say("%s在几张表里都有，请写明是哪一张：\n", m[2])
		for _, a := range found {
			c.out.say("  nianbao 解释 %s!%s\n", a.Sheet, m[2])
		}
		return true, nil
	}
	return false, nil
}
