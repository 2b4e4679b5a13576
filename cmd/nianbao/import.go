package main

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/disk"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
)

type importOptions struct {
	base   string
	into   string
	ledger bool
	output string
	force  bool
}

func newImport(c *console) *cobra.Command {
	o := importOptions{}
	cmd := &cobra.Command{
		Use:     "import 文件",
		Aliases: []string{"导入"},
		Short:   "把已经公布的年报、交换JSON转成填报表，或取回文档里的修改",
		Long: "把已经公布的年报（存下来的网页、Word、WPS、PDF、本程序生成的OFD、纯文本）、交换JSON或旧的填报表里的内容，填进一份新的填报表（-o 写成.json的，写成交换JSON）；\n" +
			"读不准的、不能照原样填的空着，会逐条说出来。\n" +
			"Word文档送签时改过的，加 --base 原来的填报表：取回改过的文字，逐段列出；改过的数字只列出来，不自动改。\n" +
			"站所、科室填好的取数单，加 --into 填报表：空着的格子填上取来的数，另存一份；两家不一样的、填报表里已经填了别的数的，都列出来，不改。",
		Example: "  nianbao 导入 去年的年报.html -o 填报.xlsx\n  nianbao 导入 数据.json -o 填报.xlsx\n  nianbao 导入 修改稿.docx --base 填报.xlsx -o 新填报.xlsx\n" +
			"  nianbao 导入 取数单/*.xlsx --into 填报.xlsx -o 新填报.xlsx",
		Args: func(cmd *cobra.Command, args []string) error {
			if o.into != "" && len(args) > 0 {
				return nil
			}
			return oneFile(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if o.into != "" {
				return runTakeSlips(c, cmd, args, o)
			}
			return runImport(c, args[0], o)
		},
	}
	f := cmd.Flags()
	f.StringVar(&o.base, "base", "", "原来的`填报表`（或交换JSON），与改过的Word文档对照")
	f.StringVar(&o.into, "into", "", "把取数单上的数取进这份`填报表`，另存一份")
	f.BoolVar(&o.ledger, "ledger", false, "填报表里附一页依申请台账")
	f.StringVarP(&o.output, "output", "o", "", "填报表（.xlsx）或交换JSON（.json）的`文件名`")
	forceOption(f, &o.force, "文件")
	return cmd
}

func runImport(c *console, file string, o importOptions) error {
	if o.output == "" {
		return errors.New("请用 -o 写上填报表的文件名，如 -o 填报.xlsx")
	}
	if file == standard && o.base == standard {
		return errors.New("标准输入（-）只能用一次：要么是文档，要么是 --base 的填报表")
	}
	if o.ledger && !strings.EqualFold(filepath.Ext(o.output), ".xlsx") {
		return errors.New("交换JSON里没有依申请台账，--ledger 要和 -o 填报.xlsx 一起用")
	}
	told := c.tells(o.output)
	original, r, copied, err := c.openForImport(file, o, told)
	if err != nil {
		return err
	}
	if copied != nil {
		err := c.newFileOf(o.output, o.force, copied, job.CopyExtension(o.base))
		if err == nil && o.output != standard {
			told.say("已生成%s：%s\n", job.FormCalled(o.output), o.output)
		}
		return err
	}
	var replaced []form.Key
	if o.ledger && r.Ledger == nil {
		job.AddLedger(r)
	}
	err = c.newFile(o.output, o.force, []string{".xlsx", ".json"}, func(w io.Writer) (err error) {
		replaced, err = job.WriteForm(w, r, o.output)
		return err
	})
	if err != nil {
		return err
	}
	if o.output != standard {
		told.say("已生成%s：%s\n", job.FormCalled(o.output), o.output)
	}
	for _, k := range replaced {
		c.tellReplaced(r, k)
	}
	c.tellNones(r, replaced)
	c.tellRepairs(r)
	switch lost := lostCells(r); {
	case lost > 0 && r.Printed != nil:
		c.err.say("文档的表格里有%d个数没有找到，在填报表里是空的，请补填。\n", lost)
	case lost > 0:
		c.err.say("原来的填报表里有%d格找不到了，在新表里是空的，请补填。\n", lost)
	}
	if given := givenIndicators(r); given > 0 && strings.EqualFold(filepath.Ext(o.output), ".json") {
		c.err.say("没有带过来：附表的%d个数，交换JSON里没有附表；要用的，请留好原来的填报表。\n", given)
	}
	c.tellUnseen(r)
	if sheets := job.SheetsLeft(original); sheets != nil {
		c.err.say("没有带过来：汇总表后面的%s，要用的，请留好原来的文件。\n", quotedAll(sheets))
	}
	if r.Ledger != nil && r.Ledger.Own != nil {
		c.err.say("没有带过来：“%s”里自己加的列、自己编的序号（%s），要用的，请从原来的填报表里复制过来。\n", r.Ledger.Sheet, quotedAll(r.Ledger.Own))
	}
	for _, f := range check.LeftOut(r) {
		c.err.say("没有带过来：%s\n", f.Message)
	}
	for _, stray := range r.Strays {
		c.err.say("没有带过来：%s的“%s”写在了黄色格外面。\n", stray.Place, stray.Text)
	}
	return nil
}

// tellNones says of a table once that there are marks for "none" in it, but for the totals that were told already.
func (c *console) tellNones(r *model.Report, replaced []form.Key) {
	for _, t := range r.Edition.Tables() {
		var marks []string
		many := 0
		for _, cell := range r.Edition.Cells() {
			v := r.Figure(cell.Key)
			if cell.Table != t.Key || !v.SaysNone() || slices.Contains(replaced, cell.Key) {
				continue
			}
			many++
			if mark := "“" + v.Printed() + "”"; !slices.Contains(marks, mark) {
				marks = append(marks, mark)
			}
		}
		if many > 0 {
			c.err.say("“%s”有%d个数写的是%s，不是数字，照样带过来了，没有的请改填0。\n", t.Title, many, strings.Join(marks, "、"))
		}
	}
}

// tellRepairs tells the figures that stand in the form otherwise than they were written, of a table with many the first.
func (c *console) tellRepairs(r *model.Report) {
	const few = 5
	for _, t := range r.Edition.Tables() {
		var told []string
		for _, cell := range r.Edition.Cells() {
			if v := r.Figure(cell.Key); cell.Table == t.Key && len(v.Repairs) > 0 {
				told = append(told, fmt.Sprintf("%s填的是“%s”，已写成数字%s", cell.Label(), v.Text, v.Printed()))
			}
		}
		for _, one := range told[:min(few, len(told))] {
			c.err.say("%s。\n", one)
		}
		if more := len(told) - few; more > 0 {
			c.err.say("“%s”还有%d个数也改写成了数字。\n", t.Title, more)
		}
	}
}

// quotedAll quotes some names.
func quotedAll(names []string) string { return "“" + strings.Join(names, "”、“") + "”" }

// openForImport opens a report, or takes an edited document back into the report that it was made of and tells what changed. original is
// the file that the form was read from; copied is that file with what was taken back, nil where a new one has to be written.
func (c *console) openForImport(file string, o importOptions, told *stream) (original job.File, r *model.Report, copied []byte, err error) {
	edited, err := c.read(file)
	if err != nil {
		return original, nil, nil, err
	}
	if o.base == "" {
		r, err := c.published(edited)
		return edited, r, nil, err
	}
	if original, err = c.read(o.base); err != nil {
		return original, nil, nil, err
	}
	back, err := job.TakeBack(edited, original)
	if err != nil {
		return original, nil, nil, err
	}
	switch {
	case len(back.Changes) > 0:
	case len(back.Doubts) > 0:
		told.say("正文和表里的数都没有改动；文档里还有别的，没有取回，请看下面说的。\n")
	default:
		told.say("文档里的文字和数字都没有改动。\n")
	}
	for _, change := range back.Changes {
		told.say("%s\n", change)
	}
	for _, doubt := range back.Doubts {
		c.err.say("%s。\n", doubt)
	}
	if !o.ledger && job.FormCalled(o.output) != job.FormCalled(".json") {
		copied, _ = back.Workbook()
	}
	return original, back.Report, copied, nil
}

// published opens a report to be put into a form, and tells what of it was not read, and what was filled in.
func (c *console) published(f job.File) (*model.Report, error) {
	r, err := c.report(f)
	if err != nil {
		return nil, remedy.Failure{File: f.Name, Err: err}
	}
	for _, aside := range r.Asides {
		c.err.say("%s。\n", aside)
	}
	blank, err := job.BlankSections(r)
	if err != nil {
		return nil, remedy.Failure{File: f.Name, Err: err}
	}
	for _, s := range blank {
		c.err.say("没有找到标题%s，这一部分在填报表里是空的；文字如果排进了别的部分，请移过来。\n", form.Quote(s.Heading()))
	}
	if filled := job.FillZeros(r); filled > 0 {
		c.err.say("没有写、从其余的数看是0的%d个数，在填报表里填了0。\n", filled)
	}
	return r, nil
}

// report reads the report in a file.
func (c *console) report(f job.File) (*model.Report, error) {
	s := job.From(f.Name, f.Data)
	s.PDFs = c.pdfs
	return s.Report()
}

// read reads a file whole, or standard input, and keeps it from being written over. The error is a remedy.Failure.
func (c *console) read(file string) (job.File, error) {
	files, isPattern, err := disk.Matching(file)
	switch {
	case err != nil:
		return job.File{}, remedy.Failure{File: file, Err: err}
	case len(files) > 1:
		return job.File{}, remedy.Failure{File: file, Err: fmt.Errorf("有%d个文件符合这个写法，请写明是哪一个", len(files))}
	case isPattern:
		file = files[0]
	}
	c.files.Keep(file)
	data, err := c.open(file)
	if err != nil {
		return job.File{}, remedy.Failure{File: nameOf(file), Err: err}
	}
	return job.File{Name: nameOf(file), Data: data}, nil
}

// givenIndicators counts the indicators for which something was given.
func givenIndicators(r *model.Report) (given int) {
	for _, g := range r.Indicators {
		if !g.IsBlank() {
			given++
		}
	}
	return given
}

// lostCells counts the cells that a workbook no longer has, or that a published report's tables lack.
func lostCells(r *model.Report) int {
	lost := 0
	if r.Printed == nil { // sections are told by name
		lost = len(r.Lost)
	}
	for _, cell := range r.Edition.Cells() {
		if r.Figure(cell.Key).State == model.Missing {
			lost++
		}
	}
	return lost
}

// tellUnseen says what was struck out or hidden and is carried over as plain as the rest, so that nobody takes it for meant.
func (c *console) tellUnseen(r *model.Report) {
	const mostNamed, mostTold = 3, 30
	for _, unseen := range []struct {
		kind model.ExtraKind
		was  string
	}{{model.StruckOut, "划掉"}, {model.Hidden, "隐藏"}} {
		var named []string
		for _, e := range r.Extras {
			if e.Kind == unseen.kind {
				named = append(named, e.Place.String()+"“"+chinese.Shortened(e.Text, mostTold)+"”")
			}
		}
		if named != nil {
			c.err.say("原来%s的%d处照样带过来了：%s，不要的请删去。\n", unseen.was, len(named), chinese.Listed(named, mostNamed))
		}
	}
}

// tellReplaced says of a total that it was taken over as it stood, so that nobody takes it for a sum.
func (c *console) tellReplaced(r *model.Report, k form.Key) {
	cell, _ := r.Edition.Cell(k)
	stated := r.Figure(k).Printed()
	if stated == "" {
		stated = "空白"
	}
	c.err.say("%s与各项之和不同，已照原样填为%s，没有用公式。\n", cell.Label(), stated)
}

func oneFile(cmd *cobra.Command, args []string) error {
	switch len(args) {
	case 0:
		return fmt.Errorf("请写上要导入的文件，如：%s 数据.json -o 填报.xlsx", spoken(cmd))
	case 1:
		return nil
	}
	return fmt.Errorf("一次只能导入一个文件，这里有%d个（%s），请分开导入", len(args), strings.Join(args, "、"))
}
