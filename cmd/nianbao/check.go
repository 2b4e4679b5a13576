package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"nianbao/internal/check"
	"nianbao/internal/job"
)

type checkOptions struct {
	format string
	strict bool
	output string
	with   comparison
}

// comparison is what a report is held against beside the form.
type comparison struct{ last, answers, fonts string }

func (w *comparison) register(f *pflag.FlagSet) {
	f.StringVar(&w.last, "last", "", "上年的填报表（或交换JSON、放着它们的文件夹），用来比较")
	f.StringVar(&w.answers, "explain", "", "说明文件（CSV，两列：编号、说明），情况属实的核实问题在这里说明")
	f.StringVar(&w.fonts, "fonts", "", "自备字库的文件夹，或 system（本机字库）")
}

// checker opens what reports are held against.
func (c *console) checker(w comparison) (*job.Checker, error) {
	set, err := c.loadFonts(w.fonts)
	if err != nil {
		return nil, err
	}
	k := &job.Checker{Fonts: set}
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
	return k, nil
}

func newCheck(c *console) *cobra.Command {
	o := checkOptions{}
	cmd := &cobra.Command{
		Use:     "check 填报.xlsx…",
		Aliases: []string{"校验"},
		Short:   "校验填好的填报表",
		Long: "校验填好的填报表（或交换JSON），逐条说明哪里有问题、应当是什么。可以写多个文件和文件夹。\n\n" +
			"退出码：0 没有强制问题；1 有强制问题（加 --strict 时也包括没有说明的核实问题）；2 有文件处理不了。",
		Example: "  nianbao 校验 填报.xlsx\n  nianbao 校验 填报.xlsx --last 去年.xlsx\n  nianbao 校验 各镇/ --format json -o 结果.json",
		Args:    someFiles,
		RunE:    func(_ *cobra.Command, args []string) error { return runCheck(c, args, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "text", "结果的格式：text、json 或 csv")
	f.BoolVar(&o.strict, "strict", false, "核实问题也算不通过")
	f.StringVarP(&o.output, "output", "o", "", "把结果写到这个文件")
	o.with.register(f)
	return cmd
}

func runCheck(c *console, args []string, o checkOptions) error {
	var write func(io.Writer, []check.Outcome, bool) error
	switch o.format {
	case "text":
		write = check.WriteText
	case "json":
		write = check.WriteJSON
	case "csv":
		write = check.WriteCSV
	default:
		return fmt.Errorf("没有“%s”这种结果格式，可用的有：text、json、csv", o.format)
	}
	k, err := c.checker(o.with)
	if err != nil {
		return err
	}
	outcomes := c.checkAll(args, k, o.strict)
	if len(outcomes) == 0 {
		return nil
	}
	if o.output == "" {
		return c.print(func(w io.Writer) error { return write(w, outcomes, o.strict) })
	}
	if err := job.WriteFile(o.output, func(w io.Writer) error { return write(w, outcomes, o.strict) }); err != nil {
		return job.Failure{File: o.output, Err: err}
	}
	fmt.Fprintf(c.err, "结果已写到：%s\n", o.output)
	return nil
}

// checkAll checks the files behind the arguments, tells those that could not be read, and remembers the exit code.
func (c *console) checkAll(args []string, k *job.Checker, strict bool) []check.Outcome {
	files, failures := job.Inputs(args)
	for _, f := range failures {
		c.fail(f)
	}
	outcomes := job.CheckAll(files, k)
	for _, o := range outcomes {
		switch {
		case o.Err != nil:
			c.fail(job.Failure{File: o.File, Err: o.Err})
		case !o.Passes(strict):
			c.code = max(c.code, exitFindings)
		}
	}
	return outcomes
}
