package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"nianbao/internal/collect"
	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/line"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

type compareOptions struct {
	format, output, corrections string
	force                       bool
}

func newCompare(c *console) *cobra.Command {
	o := compareOptions{format: "text"}
	cmd := &cobra.Command{
		Use:     "compare 甲 乙",
		Aliases: []string{"比对"},
		Short:   "比对一份报告的两个版本，看网上公布的是不是定稿的那一份",
		Long: "比对一份报告的两个版本，逐格列出不同的数，逐段列出不同的文字。两份可以是不同的格式；能读的有：" + job.Readable() + "。\n" +
			"只比印出来的内容：空格、分行、分段、加粗、全角半角、繁简、形近的符号、网页上的导航和页码，都不算不同；填报表里不印出来的（单位层级、说明等）不比。\n" +
			"规定的格式以外，报告里多出的表格、行、列、文本框，改了的表头，另署的单位，Word文档里写在日期下面的字和附件，也是不同；网页上附件的文件名、版记（此件公开发布、抄送）不算。\n" +
			"读不出来的不当作不同，也不当作相同，另外列出，请对照原件看一看。\n" +
			"加 --format json，结果是一个对象（nianbao.compare/1）：verdict 是 same、different 或 unread，differences 是不同，unread 是读不出的。\n\n" +
			"已经公布的要更正：甲写公布的那一份，乙写改好的，加 --corrections 文件夹，不同的地方写成更正清单和更正说明。\n\n" +
			"退出码：0 一致；1 不一致；2 没有发现不同，但有读不出的地方，或者文件处理不了。",
		Example: "  nianbao 比对 填报.xlsx 公布的网页.html\n  nianbao 比对 定稿.docx 公布的网页.html\n  nianbao 比对 填报.xlsx 公布的网页.html --format json -o 结果.json\n" +
			"  nianbao 比对 公布的网页.html 填报.xlsx --corrections 更正",
		Args: twoFiles,
		RunE: func(cmd *cobra.Command, args []string) error { return runCompare(c, cmd, args, o) },
	}
	comparedFormat.option(cmd.Flags(), &o.format, "format", "结果的`格式`：text 或 json")
	cmd.Flags().StringVarP(&o.output, "output", "o", "", "把结果写到这个`文件`")
	cmd.Flags().StringVar(&o.corrections, "corrections", "", "已经公布的要更正：不同的地方写成更正说明和更正清单，写到这个`文件夹`")
	forceOption(cmd.Flags(), &o.force, "更正说明和更正清单")
	return cmd
}

// twoFiles asks for two files. One pattern may stand for both.
func twoFiles(cmd *cobra.Command, args []string) error {
	if len(args) == 0 {
		return errors.New("请写上要比对的两份文件，如：" + spoken(cmd) + " 填报.xlsx 公布的网页.html")
	}
	return misplaced(cmd, args)
}

func runCompare(c *console, cmd *cobra.Command, args []string, o compareOptions) error {
	if o.output == standard {
		o.output = "" // which is where results go
	}
	if err := mayTakeCorrections(o.corrections); err != nil {
		return err
	}
	names, err := twoNames(cmd, args)
	if err != nil {
		return err
	}
	var files []job.File
	for _, name := range names {
		f, err := c.read(name)
		if err != nil {
			c.fail(err)
			continue
		}
		files = append(files, f)
	}
	if len(files) < len(names) {
		return nil
	}
	compared, errs := job.Compare(files[0], files[1], c.pdfs)
	for _, err := range errs {
		c.fail(err)
	}
	if errs != nil {
		return nil
	}
	if a, b := filepath.Base(compared.A.File), filepath.Base(compared.B.File); a != b {
		compared.A.File, compared.B.File = a, b
	}
	switch {
	case filepath.Clean(names[0]) == filepath.Clean(names[1]):
		compared.Notes = append(compared.Notes, "两次写的是同一个文件，当然一致")
	case compared.Identical:
		compared.Notes = append(compared.Notes, "两份文件的内容完全相同")
	}
	if err := c.tellCompared(compared, o); err != nil {
		return err
	}
	if err := c.correct(compared, o); err != nil {
		return err
	}
	switch {
	case len(compared.Differences) > 0:
		c.code = max(c.code, exitFindings)
	case len(compared.Unread) > 0:
		c.code = max(c.code, exitFailed)
	}
	return nil
}

// correct writes what is needed once the first version was published and mended into the second, if that is asked for.
func (c *console) correct(compared verdict.Compared, o compareOptions) error {
	if o.corrections == "" {
		return nil
	}
	files, err := collect.Correction(compared)
	switch {
	case err != nil:
		return err
	case files == nil:
		c.err.say("没有发现不同，不用更正。\n")
		return nil
	}
	return c.writeCorrections(o.corrections, o.force, files)
}

// namesMeant are the names of the files that arguments mean, of which some are patterns.
func namesMeant(args []string) (names []string, err error) {
	for _, arg := range args {
		files, isPattern, err := disk.Matching(arg)
		if err != nil {
			return nil, remedy.Failure{File: arg, Err: err}
		}
		if !isPattern {
			files = []string{arg}
		}
		names = append(names, files...)
	}
	return names, nil
}

// twoNames are the names of the two files that the arguments mean.
func twoNames(cmd *cobra.Command, args []string) (names []string, err error) {
	if names, err = namesMeant(args); err != nil {
		return nil, err
	}
	if i := slices.IndexFunc(names, disk.IsFolder); i >= 0 {
		return nil, fmt.Errorf("“%s”是文件夹，比对请写两份文件，如：%s 填报.xlsx 公布的网页.html", names[i], spoken(cmd))
	}
	switch {
	case len(names) == 1:
		return nil, fmt.Errorf("比对要两份文件，这里只有一份（%s），请再写上另一份", nameOf(names[0]))
	case len(names) > 2:
		return nil, fmt.Errorf("一次只能比对两份文件，这里有%d份（%s），请两份两份地比", len(names), firstNames(names))
	case names[0] == standard && names[1] == standard:
		return nil, errBothStandard
	}
	return names, nil
}

func (c *console) tellCompared(compared verdict.Compared, o compareOptions) error {
	write, as := verdict.WriteCompared, verdict.AsText
	if o.format == "json" {
		write, as = verdict.WriteComparedJSON, verdict.AsJSON
	}
	if o.output == "" {
		return write(c.page(), compared)
	}
	return c.writeResults(o.output, "比对的结果", "；"+strings.TrimPrefix(compared.Conclusion(), "结论："), func(w io.Writer) error {
		if runtime.GOOS == "windows" && o.format == "text" {
			w = line.WindowsEnds(w)
		}
		return writeSealed(as, w, func(w io.Writer) error { return write(w, compared) })
	})
}
