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
	"github.com/spf13/pflag"

	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/line"
	"nianbao/internal/office"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

type checkOptions struct {
	format     string
	strict     bool
	fix        bool
	takeLedger bool
	texts      bool
	output     string
	year       int
	resume     bool
	inputs
	with comparison
}

// comparison is what a report is held against beside the form.
type comparison struct {
	last                  []string
	answers, rules, fonts string

	members string // whose list tells who goes on for whom, what a report does not say of its unit, and whose settings are the rules where no others are given
}

func (w *comparison) register(f *pflag.FlagSet) {
	w.registerReports(f)
	f.StringVar(&w.fonts, "fonts", "", "自备字库的`文件夹`，或 system（本机字库）")
}

// registerReports is register for what is printed in the program's own fonts.
func (w *comparison) registerReports(f *pflag.FlagSet) {
	f.StringArrayVar(&w.last, "last", nil, "上年的`填报表`（或交换JSON、放着它们的文件夹），用来比较；由几个单位合并来的，写几次，数相加")
	f.StringVar(&w.answers, "explain", "", "说明`文件`（CSV，两列：编号、说明），情况属实的核实问题在这里说明")
	f.StringVar(&w.rules, "rules", "", "本县的规定（“设置”生成的工作簿，或YAML`文件`）：级别、期限、字数、相邻单位、易错词、雷同的比例、扣分、节假日")
}

// checker opens what reports are held against.
func (c *console) checker(w comparison) (*job.Checker, error) {
	if slices.Contains(w.last, standard) {
		return nil, notFromStandard("last")
	}
	for _, o := range []struct{ name, file string }{{"explain", w.answers}, {"rules", w.rules}, {"fonts", w.fonts}} {
		if o.file == standard {
			return nil, notFromStandard(o.name)
		}
	}
	set, err := c.loadFonts(w.fonts)
	if err != nil {
		return nil, err
	}
	k := &job.Checker{Fonts: set}
	c.files.Keep(w.answers, w.rules)
	if w.last != nil {
		if k.Last, err = c.lastYear(w.last...); err != nil {
			return nil, err
		}
		for _, note := range k.Last.Notes {
			c.err.say("%s\n", note)
		}
	}
	if w.answers != "" {
		if k.Answers, err = parsed(w.answers, job.ParseAnswers); err != nil {
			return nil, err
		}
	}
	if w.rules != "" {
		county, err := c.county("rules", w.rules, office.ReadRules)
		if err != nil {
			return nil, err
		}
		k.Lay(county)
	}
	return k, nil
}

// lastYear opens last year's report, or those of a folder. What could not be used is told by its notes.
func (c *console) lastYear(names ...string) (*job.LastYear, error) {
	entries, closed := disk.List(names)
	for _, f := range closed {
		c.fail(f)
	}
	last, err := job.NewLastYear(c.sourcesOf(entries))
	if err == nil {
		c.files.Keep(last.Reads...)
	}
	return last, err
}

// planFor is plan of what is checked. Where last year's are not named, those among the inputs are last year's of the others. Several files of last year's, each named, are of units that became the one that is; many find their own.
func (c *console) planFor(k *job.Checker, last, args []string) (plan job.Plan, closed []remedy.Failure) {
	plan, closed = c.plan(args)
	k.Among = plan.Earlier()
	if areFormer(last) {
		k.Last.Together = len(plan.Inputs) == 1
	}
	return plan, closed
}

// areFormer says whether last year's files are those of several units that became the one that is looked at, if it is only one.
func areFormer(last []string) bool { return len(last) > 1 && !slices.ContainsFunc(last, disk.IsFolder) }

// parsed reads a file that is no report. The error is a remedy.Failure.
func parsed[T any](file string, parse func([]byte) (T, error)) (T, error) {
	var value T
	data, err := disk.Read(file)
	if err == nil {
		value, err = parse(data)
	}
	if err != nil {
		return value, remedy.Failure{File: file, Err: err}
	}
	return value, nil
}

func newCheck(c *console) *cobra.Command {
	o := checkOptions{}
	cmd := &cobra.Command{
		Use:     "check 填报.xlsx…",
		Aliases: []string{"校验"},
		Short:   "校验填好的填报表",
		Long: "校验填好的填报表，逐条说明哪里有问题、应当是什么。可以写多个文件和文件夹；能读的有：" + job.Readable() + "。\n" +
			"文件夹连同下级文件夹都看；本程序写在里面的报告和结果不算，另存的填报表改过的，代替原来的那份。\n" +
			"文件名里可以写 *（各镇/*.xlsx）；写 - 是从标准输入读；文件多的，名单写在一个文件里，用 --files-from。\n" +
			"加 --format xlsx，另存一份标出问题的填报表（文件名_校验.xlsx），多份的再写一份校验登记（校验登记.xlsx）：一份一行，问题一处一行；加 --fix，另存一份改正了明显的标点、空格、形似字符和繁体字的（文件名_修改.xlsx）；加 --take-ledger，另存的这一份按依申请台账填好了数。原来的文件不改动。\n\n" +
			"很多份的，加 --resume：校验好一份，就在结果旁边（另存填报表的，在放它们的文件夹里）的“" + job.RecordName + "”记一行。" +
			"中断了，或者改了几份，再用同样的命令：没有变的跳过，变了的、和它雷同的重新校验，结果和退出码同全部做一遍一样。另存到 -o 的文件夹的，不加也记。\n\n" +
			"退出码：0 没有强制问题；1 有强制问题（加 --strict 时也包括没有说明的核实问题）；2 有文件处理不了。",
		Example: "  nianbao 校验 填报.xlsx\n  nianbao 校验 填报.xlsx --last 去年.xlsx\n  nianbao 校验 各镇/ --format json -o 结果.json\n" +
			"  nianbao 校验 填报.xlsx --format xlsx\n  nianbao 校验 各镇/ --format xlsx -o 结果\n  nianbao 校验 填报.xlsx --fix\n  nianbao 校验 --files-from 名单.txt\n  nianbao 校验 各镇/ -o 结果.txt --resume",
		Args: someFiles,
		RunE: func(_ *cobra.Command, args []string) error { return runCheck(c, args, o) },
	}
	f := cmd.Flags()
	o.format = "text"
	findingsFormat.option(f, &o.format, "format", "结果的`格式`：text、json、jsonl（一行一份）、csv，或 xlsx（标出问题的填报表，多份的还有校验登记）")
	f.Var(yearOption{&o.year}, "year", "收的是这一`年度`的，别的年度的算强制问题")
	f.BoolVar(&o.strict, "strict", false, "核实问题也算不通过")
	f.BoolVar(&o.fix, "fix", false, "改正明显的标点、空格、形似字符和繁体字，另存一份，逐处列出")
	f.BoolVar(&o.takeLedger, "take-ledger", false, "按依申请台账填“依申请公开”的表，另存一份，逐格列出")
	f.BoolVar(&o.texts, "explain-text", false, "再逐句列出从文字里读到的数、与表比了没有、为什么没有比")
	f.StringVarP(&o.output, "output", "o", "", "把结果写到这个`文件`；另存填报表时，多份的写文件夹")
	f.BoolVar(&o.resume, "resume", false, "接着上次的做：和“"+job.RecordName+"”一致的跳过，别的重新校验（要写 -o，或者另存填报表）")
	o.inputs.register(f)
	o.with.register(f)
	return cmd
}

func runCheck(c *console, args []string, o checkOptions) error {
	if o.output == standard && !o.copies() {
		o.output = "" // which is where results go
	}
	if err := hasForm(o.year); err != nil {
		return err
	}
	args, err := o.named(c, args)
	if err != nil {
		return err
	}
	k, err := c.checker(o.with)
	if err != nil {
		return err
	}
	k.ExplainText, k.Year = o.texts, o.year
	plan, closed := c.planFor(k, o.with.last, args)
	if o.copies() {
		if err := o.checkOutput(plan); err != nil {
			return err
		}
	}
	r, err := o.recorder(c, plan, k)
	if err != nil {
		return err
	}
	k.Likeness = k.NewLikeness(plan.Inputs, r.known)
	r.telling.Shared = k.Likeness.Shared(k.Settings, k.Year)
	spool := c.files.Spool()
	defer spool.Close()
	tell := o.writer(len(plan.Inputs)+len(closed) > 1, spool)
	if o.output == "" || o.copies() {
		w := o.register(c, args, plan, closed, tell(c.page(), r.telling), r.telling)
		err = c.eachDone(plan, closed, k, r.telling, w, r.work)
	} else {
		err = c.writeResults(o.output, "校验的结果", "", func(to io.Writer) error {
			return writeSealed(r.as, o.ending(to, runtime.GOOS == "windows"), func(w io.Writer) error {
				return c.eachDone(plan, closed, k, r.telling, tell(w, r.telling), r.work)
			})
		})
	}
	if err != nil {
		return err
	}
	return r.settle()
}

// recorder makes of each input what is asked for beside the telling, and records it where that is due.
func (o checkOptions) recorder(c *console, plan job.Plan, k *job.Checker) (*recorder, error) {
	_, as := o.way()
	r := &recorder{records: records{console: c, step: job.Checking, resume: o.resume}, checker: k, as: as, entered: o.marks(),
		telling: verdict.Options{Strict: o.strict, Points: k.Settings.Points, Word: word, ExplainText: o.texts}}
	folder := ""
	switch {
	case o.copies():
		r.making, folder = newCopier(c, plan, o), o.output
	case o.output != "":
		r.making, r.result = results{o.output}, filepath.Base(o.output)
	case o.resume:
		return nil, errors.New("要接着做，请用 -o 写上放结果的文件，或者加 --format xlsx 另存标出问题的填报表")
	default:
		r.making = results{}
	}
	switch {
	case !isRecorded(o.resume, folder, len(plan.Inputs)):
		return r, nil
	case r.result == job.RecordName:
		return nil, errors.New("“" + job.RecordName + "”是接着做要用的记录，结果请换一个文件名")
	}
	r.options = c.digestOf(k, o.shape(), o.with)
	return r, r.record(plan)
}

// shape is what of the options shapes what is told and made, and is the same for all inputs, but for the files behind it.
func (o checkOptions) shape() checkOptions {
	o.output, o.resume, o.inputs, o.with = "", false, inputs{}, comparison{}
	return o
}

// way is how findings are written; with xlsx they are told as text, beside the copies.
func (o checkOptions) way() (writer func(io.Writer, verdict.Options) verdict.Writer, as verdict.Telling) {
	switch o.format {
	case "json":
		return verdict.NewJSON, verdict.AsJSON
	case "jsonl":
		return verdict.NewJSONLines, verdict.AsJSONLine
	case "csv":
		return verdict.NewCSV, verdict.AsCSV
	}
	return verdict.NewText, verdict.AsText
}

// isText tells what is read by people as it stands.
func (o checkOptions) isText() bool { return o.format == "text" || o.marks() }

// writer is how the findings are written. Text on many files begins with a register, for which what is told waits in the spool.
func (o checkOptions) writer(many bool, spool *disk.Spool) func(io.Writer, verdict.Options) verdict.Writer {
	if many && o.isText() {
		return func(w io.Writer, t verdict.Options) verdict.Writer { return verdict.NewRegister(w, spool, t) }
	}
	writer, _ := o.way()
	return writer
}

// ending is a file for the findings whose lines end as the programs of the system expect it. CSV has the same ends everywhere (RFC 4180),
// JSON is for programs that take any.
func (o checkOptions) ending(file io.Writer, windows bool) io.Writer {
	if windows && o.isText() {
		return line.WindowsEnds(file)
	}
	return file
}

// copies tells whether copies of the workbooks are asked for; then --output is about them.
func (o checkOptions) copies() bool { return o.mends() || o.marks() }

// marks tells whether marked copies are asked for.
func (o checkOptions) marks() bool { return o.format == "xlsx" }

// mends tells whether mended copies are asked for.
func (o checkOptions) mends() bool { return o.fix || o.takeLedger }

// isFile tells whether --output names a workbook and not a folder.
func (o checkOptions) isFile() bool {
	return isWorkbookName(o.output) && !disk.IsFolder(o.output)
}

// endsAs is the error of the name of a copy that has not the extension that one of the file has.
func endsAs(copy, of string) error {
	ext := job.CopyExtension(of)
	if strings.EqualFold(filepath.Ext(copy), ext) {
		return nil
	}
	return remedy.Failure{File: copy, Err: fmt.Errorf("文件名要以%s结尾，和“%s”一样", ext, filepath.Base(of))}
}

func (o checkOptions) checkOutput(plan job.Plan) error {
	inputs := len(plan.Inputs)
	isFile := isWorkbookName(o.output)
	switch ext := strings.ToLower(filepath.Ext(o.output)); {
	case o.output == standard:
		return errors.New("另存的填报表不能写到标准输出，-o 后面请写.xlsx文件")
	case o.output == "" && slices.ContainsFunc(plan.Inputs, func(p job.Planned) bool { return p.Name == standardInput }):
		return errUnnamed
	case ext == ".json" || ext == ".csv" || ext == ".txt":
		return fmt.Errorf("另存填报表时，-o 后面请写文件夹或.xlsx文件，不要写“%s”", o.output)
	case isFile && inputs > 1:
		return fmt.Errorf("有%d份文件，-o 后面请写文件夹，不要写文件“%s”", inputs, o.output)
	case isFile && o.mends() && o.marks():
		name := "--fix"
		if o.takeLedger {
			name = "--take-ledger"
		}
		return fmt.Errorf("%s 和 --format xlsx 各另存一份，-o 后面请写文件夹，不要写文件“%s”", name, o.output)
	case o.isFile() && inputs == 1:
		return endsAs(o.output, plan.Inputs[0].Name)
	}
	return nil
}
