package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"nianbao/fonts"
	"nianbao/internal/check"
	"nianbao/internal/job"
)

type checkOptions struct {
	format string
	strict bool
	output string
	fonts  string
}

func newCheck(c *console) *cobra.Command {
	o := checkOptions{}
	cmd := &cobra.Command{
		Use:     "check 填报.xlsx…",
		Aliases: []string{"校验"},
		Short:   "校验填好的填报表",
		Long: "校验填好的填报表（或交换JSON），逐条说明哪里有问题、应当是什么。可以写多个文件和文件夹。\n\n" +
			"退出码：0 没有强制问题；1 有强制问题（加 --strict 时也包括没有说明的核实问题）；2 有文件处理不了。",
		Example: "  nianbao 校验 填报.xlsx\n  nianbao 校验 各镇/ --format json -o 结果.json",
		Args:    someFiles,
		RunE:    func(_ *cobra.Command, args []string) error { return runCheck(c, args, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.format, "format", "text", "结果的格式：text 或 json")
	f.BoolVar(&o.strict, "strict", false, "核实问题也算不通过")
	f.StringVarP(&o.output, "output", "o", "", "把结果写到这个文件")
	f.StringVar(&o.fonts, "fonts", "", "自备字库的文件夹，或 system（本机字库）")
	return cmd
}

func runCheck(c *console, args []string, o checkOptions) error {
	var write func(io.Writer, []check.Outcome, bool) error
	switch o.format {
	case "text":
		write = check.WriteText
	case "json":
		write = check.WriteJSON
	default:
		return fmt.Errorf("没有“%s”这种结果格式，可用的有：text、json", o.format)
	}
	set, err := c.loadFonts(o.fonts)
	if err != nil {
		return err
	}
	outcomes := c.checkAll(args, set, o.strict)
	if len(outcomes) == 0 {
		return nil
	}
	if o.output == "" {
		return write(c.out, outcomes, o.strict)
	}
	if err := job.WriteFile(o.output, func(w io.Writer) error { return write(w, outcomes, o.strict) }); err != nil {
		return job.Failure{File: o.output, Err: err}
	}
	fmt.Fprintf(c.err, "结果已写到：%s\n", o.output)
	return nil
}

// checkAll checks the files behind the arguments, tells those that could not be read, and remembers the exit code.
func (c *console) checkAll(args []string, set *fonts.Set, strict bool) []check.Outcome {
	files, failures := job.Inputs(args)
	for _, f := range failures {
		c.fail(f)
	}
	outcomes := job.CheckAll(files, set)
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
