package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"nianbao/internal/check"
	"nianbao/internal/job"
	"nianbao/internal/model"
)

type checkOptions struct {
	format string
	strict bool
	fix    bool
	output string
	with   comparison
}

// comparison is what a report is held against beside the form.
type comparison struct{ last, answers, rules, fonts string }

func (w *comparison) register(f *pflag.FlagSet) {
	f.StringVar(&w.last, "last", "", "上年的`填报表`（或交换JSON、放着它们的文件夹），用来比较")
	f.StringVar(&w.answers, "explain", "", "说明`文件`（CSV，两列：编号、说明），情况属实的核实问题在这里说明")
	f.StringVar(&w.rules, "rules", "", "本县的规定（YAML`文件`）：调整级别、关闭规则、限定字数和期限、列出相邻单位")
	f.StringVar(&w.fonts, "fonts", "", "自备字库的`文件夹`，或 system（本机字库）")
}

// checker opens what reports are held against.
func (c *console) checker(w comparison) (*job.Checker, error) {
	set, err := c.loadFonts(w.fonts)
	if err != nil {
		return nil, err
	}
	k := &job.Checker{Fonts: set}
	c.kept = append(c.kept, w.last, w.answers, w.rules)
	if w.last != "" {
		if k.Last, err = job.OpenLastYear(w.last); err != nil {
			return nil, err
		}
		for _, note := range k.Last.Notes {
			fmt.Fprintln(c.err, note)
		}
	}
	if w.answers != "" {
		if k.Answers, err = job.OpenAnswers(w.answers); err != nil {
			return nil, err
		}
	}
	if w.rules != "" {
		if k.Settings, err = job.ReadSettings(w.rules); err != nil {
			return nil, err
		}
	}
	return k, nil
}

func newCheck(c *console) *cobra.Command {
	o := checkOptions{}
	cmd := &cobra.Command{
		Use:     "check 填报.xlsx…",
		Aliases: []string{"校验"},
		Short:   "校验填好的填报表",
		Long: "校验填好的填报表（或交换JSON），逐条说明哪里有问题、应当是什么。可以写多个文件和文件夹。\n" +
			"加 --format xlsx，另存一份标出问题的填报表（文件名_校验.xlsx）；加 --fix，另存一份改正了明显的标点、空格的（文件名_修改.xlsx）。原来的文件不改动。\n\n" +
			"退出码：0 没有强制问题；1 有强制问题（加 --strict 时也包括没有说明的核实问题）；2 有文件处理不了。",
		Example: "  nianbao 校验 填报.xlsx\n  nianbao 校验 填报.xlsx --last 去年.xlsx\n  nianbao 校验 各镇/ --format json -o 结果.json\n" +
			"  nianbao 校验 填报.xlsx --format xlsx\n  nianbao 校验 填报.xlsx --fix",
		Args: someFiles,
		RunE: func(_ *cobra.Command, args []string) error { return runCheck(c, args, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "text", "结果的`格式`：text、json、csv，或 xlsx（标出问题的填报表）")
	f.BoolVar(&o.strict, "strict", false, "核实问题也算不通过")
	f.BoolVar(&o.fix, "fix", false, "改正明显的标点、空格，另存一份，逐处列出")
	f.StringVarP(&o.output, "output", "o", "", "把结果写到这个`文件`；另存填报表时，多份的写文件夹")
	o.with.register(f)
	return cmd
}

func runCheck(c *console, args []string, o checkOptions) error {
	write, err := o.writer()
	if err != nil {
		return err
	}
	k, err := c.checker(o.with)
	if err != nil {
		return err
	}
	outcomes := c.checkAll(args, k, o.strict)
	if len(outcomes) == 0 {
		return nil
	}
	if o.copies() {
		if err := o.checkOutput(len(outcomes)); err != nil {
			return err
		}
	}
	switch {
	case write == nil:
		err = c.tell(outcomes, o.strict)
	case o.output == "" || o.copies():
		err = c.print(func(w io.Writer) error { return write(w, outcomes, o.strict) })
	default:
		if err := c.kept.Refuse(o.output); err != nil {
			return err
		}
		if err := job.WriteFile(o.output, func(w io.Writer) error { return write(w, outcomes, o.strict) }); err != nil {
			return job.Failure{File: o.output, Err: err}
		}
		fmt.Fprintf(c.err, "结果已写到：%s\n", o.output)
	}
	if err == nil && o.copies() {
		c.copy(outcomes, o)
	}
	return err
}

// writer is what writes the findings; nil for the text on the console.
func (o checkOptions) writer() (func(io.Writer, []check.Outcome, bool) error, error) {
	switch o.format {
	case "text":
		if o.output != "" && !o.fix {
			return check.WriteText, nil
		}
		return nil, nil
	case "xlsx":
		return nil, nil
	case "json":
		return check.WriteJSON, nil
	case "csv":
		return check.WriteCSV, nil
	}
	return nil, fmt.Errorf("没有“%s”这种结果格式，可用的有：text、json、csv、xlsx", o.format)
}

// copies tells whether copies of the workbooks are asked for; then --output is about them.
func (o checkOptions) copies() bool { return o.fix || o.format == "xlsx" }

func (o checkOptions) checkOutput(inputs int) error {
	isFile := strings.EqualFold(filepath.Ext(o.output), ".xlsx")
	switch ext := strings.ToLower(filepath.Ext(o.output)); {
	case ext == ".json" || ext == ".csv" || ext == ".txt":
		return fmt.Errorf("另存填报表时，-o 后面请写文件夹或.xlsx文件，不要写“%s”", o.output)
	case isFile && inputs > 1:
		return fmt.Errorf("有%d份文件，-o 后面请写文件夹，不要写文件“%s”", inputs, o.output)
	case isFile && o.fix && o.format == "xlsx":
		return fmt.Errorf("--fix 和 --format xlsx 各另存一份，-o 后面请写文件夹，不要写文件“%s”", o.output)
	}
	return nil
}

// copy writes the copies of the workbooks that were asked for.
func (c *console) copy(outcomes []check.Outcome, o checkOptions) {
	k := job.Copier{Output: o.output, Kept: c.kept}
	for _, outcome := range outcomes {
		if outcome.Err != nil {
			continue
		}
		if o.format == "xlsx" {
			file, err := k.Mark(outcome)
			if c.told(outcome.File, err) {
				fmt.Fprintf(c.err, "已标出问题，另存为：%s\n", file)
			}
		}
		if o.fix {
			file, changes, err := k.Correct(outcome)
			if c.told(outcome.File, err) {
				c.tellChanges(outcome.File, file, changes)
			}
		}
	}
}

// told tells an error in the work on a file; it is true if there is none.
func (c *console) told(file string, err error) bool {
	var failure job.Failure
	switch {
	case errors.As(err, &failure):
		c.fail(failure)
	case err != nil:
		c.fail(job.Failure{File: file, Err: err})
	}
	return err == nil
}

func (c *console) tellChanges(input, file string, changes []check.Change) {
	if len(changes) == 0 {
		fmt.Fprintf(c.err, "%s：没有可以自动改正的标点和空格。\n", input)
		return
	}
	fmt.Fprintf(c.err, "已改正%d处，另存为：%s\n", len(changes), file)
	for _, change := range changes {
		fmt.Fprintf(c.err, "  %s第%d段　“%s”改为“%s”\n", change.Section, change.Paragraph, change.Before, change.After)
	}
}

// checkAll checks the files behind the arguments, tells those that could not be read, and remembers the exit code.
func (c *console) checkAll(args []string, k *job.Checker, strict bool) []check.Outcome {
	files, failures := job.Inputs(args)
	c.kept = append(c.kept, files...)
	tell, done := c.progress(len(files))
	outcomes := job.CheckAll(files, k, tell)
	done()
	for _, f := range failures {
		outcomes = append(outcomes, check.Outcome{File: f.File, Err: f.Err})
	}
	for _, o := range outcomes {
		switch {
		case o.Err != nil:
			c.fail(job.Failure{File: o.File, Err: o.Err})
		case !o.Passes(strict):
			c.code = max(c.code, exitFindings)
		}
	}
	for _, a := range k.Answers {
		if !answersAny(a, outcomes) {
			fmt.Fprintf(c.err, "说明里的编号%s没有对上任何问题：数字改过的，说明就失效了；也请核对编号。\n", a.Number)
		}
	}
	return outcomes
}

func answersAny(a model.Answer, outcomes []check.Outcome) bool {
	for _, o := range outcomes {
		for _, f := range o.Findings {
			if strings.EqualFold(a.Number, f.Number()) {
				return true
			}
		}
	}
	return false
}
