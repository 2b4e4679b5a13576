package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"nianbao/internal/fill"
	"nianbao/internal/job"
	"nianbao/internal/remedy"
)

type fillOptions struct {
	from   string
	output string
	force  bool
}

func newFill(c *console) *cobra.Command {
	o := fillOptions{}
	cmd := &cobra.Command{
		Use:     "fill 上级表.xlsx",
		Aliases: []string{"转填"},
		Short:   "把填报表或汇总表里的数填进上级发的表",
		Long: "把填报表（汇总表、交换JSON、已经公布的年报也可以）里的数填进上级发的Excel表，另存一份，原来的不动。\n" +
			"表里的行和列按名称认，和上级怎样排版没有关系；用公式算的合计不动。认不准的、已经写着别的数的，都不填，逐格列出，请自己看着填。\n\n" +
			"退出码：0 填好了；2 处理不了。没有填的格也列出来，但退出码还是0。",
		Example: "  nianbao 转填 市里的表.xlsx --from 填报.xlsx -o 市里的表_已填.xlsx\n  nianbao 转填 市里的表.xlsx --from 汇总.xlsx",
		Args:    oneForeignForm,
		RunE:    func(_ *cobra.Command, args []string) error { return runFill(c, args[0], o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.from, "from", "", "`填报表`（或汇总表、交换JSON、已经公布的年报），数从这里来")
	f.StringVarP(&o.output, "output", "o", "", "填好的表的`文件名`（不写就在原来的名字后面加“_已填”）")
	forceOption(f, &o.force, "文件")
	return cmd
}

func oneForeignForm(cmd *cobra.Command, args []string) error {
	switch {
	case len(args) == 0:
		return errors.New("请写上要填的表，如：" + spoken(cmd) + " 市里的表.xlsx --from 填报.xlsx")
	case len(args) > 1:
		return fmt.Errorf("一次只能填一个表，这里有%d个（%s）；数从哪里来，写在 --from 后面", len(args), firstNames(args))
	}
	return misplaced(cmd, args)
}

func runFill(c *console, foreign string, o fillOptions) error {
	switch {
	case o.from == "":
		return errors.New("请用 --from 写上数从哪一份填报表来，如 --from 填报.xlsx")
	case foreign == standard && o.from == standard:
		return errBothStandard
	case o.output == "" && foreign == standard:
		return errUnnamed
	case o.output == "":
		o.output = job.FilledBeside(foreign)
	}
	form, err := c.read(foreign)
	if err != nil {
		return err
	}
	source, err := c.read(o.from)
	if err != nil {
		return err
	}
	r, err := c.report(source)
	if err != nil {
		return remedy.Failure{File: nameOf(o.from), Err: err}
	}
	filled, err := fill.In(form, r)
	if err != nil {
		return remedy.Failure{File: nameOf(foreign), Err: err}
	}
	err = c.newFileOf(o.output, o.force, filled.Data, job.CopyExtension(foreign))
	if err != nil {
		return err
	}
	told := c.tells(o.output)
	told.say("%s\n", filled.Told())
	for _, left := range filled.Left {
		told.say("  没有填　%s\n", left)
	}
	for _, lost := range filled.Lost {
		told.say("  没有格子　%s\n", lost)
	}
	switch {
	case o.output == standard:
	case filled.Written == 0:
		told.say("另存的这份和原来的一样：%s\n", o.output)
	default:
		told.say("已填好：%s\n", o.output)
	}
	return nil
}
