package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"nianbao/internal/disk"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

type aggregateOptions struct {
	unit, level string
	year        int
	members     string
	last        string
	own         string
	since       string
	corrections string
	long        string
	register    string
	returns     string
	onlyPassed  bool
	output      string
	force       bool
	resume      bool
	rules       string
	inputs
}

func newAggregate(c *console) *cobra.Command {
	o := aggregateOptions{}
	cmd := &cobra.Command{
		Use:     "aggregate 文件或文件夹…",
		Aliases: []string{"汇总"},
		Short:   "把各单位的年报加起来，做成本级的填报表",
		Long: "把各单位的填报表（交换JSON、已经公布的年报也可以）里的数加起来，做成本级的填报表：文字空着，后面附各单位的明细、调整和文字。\n" +
			"给了名单的，名单上没有交的、交重了的、不在名单上的，逐个说出来；年度或格式不对的不加。\n" +
			"有理由和各单位相加不一样的，写在“汇总调整”里，再汇总一次，加 --own 写上这个文件。\n\n" +
			"很多份的，加 --resume：读好一份，就在汇总表旁边的“" + job.RecordName + "”记一行；校验好一份，在 --returns 的文件夹里记一行。" +
			"中断了，或者有单位重报了，再用同样的命令：只读、只校验变了的，做出来的同全部做一遍一样。汇总表变了的，还要加 --force。\n\n" +
			"退出码：0 已汇总；1 已汇总，但有单位没有算进去；2 有文件处理不了。",
		Example: "  nianbao 汇总 各镇/ --members 名单.csv -o 汇总.xlsx\n  nianbao 汇总 各镇/ --members 名单.csv --last 去年汇总.xlsx --own 汇总.xlsx -o 汇总2.xlsx\n" +
			"  nianbao 汇总 各镇/ --long 数据.csv\n  nianbao 汇总 各镇/ --returns 退回/ -o 汇总.xlsx --resume --force",
		Args: someFiles,
		RunE: func(_ *cobra.Command, args []string) error { return runAggregate(c, args, o) },
	}
	f := cmd.Flags()
	f.StringVar(&o.members, "members", "", "`名单`（本县设置，或CSV、Excel，三列：名称、层级、曾用名），查缺的、重的、不在名单上的；本县设置里的规定也照办")
	f.StringVar(&o.last, "last", "", "上年的`汇总表`（或汇总时写的数据清单、放着各单位上年报告的文件夹），比较上年结转")
	f.StringVar(&o.own, "own", "", "本级写好的`年报`，和各单位的合计比较；文字和“汇总调整”取自这里")
	f.StringVar(&o.since, "since", "", "上一次的`汇总表`，列出哪些单位的哪些数改了")
	f.StringVar(&o.corrections, "corrections", "", "已经公布的要更正：和 --since 比，改了的单位、本级的更正说明和更正清单写到这个`文件夹`")
	f.StringVar(&o.unit, "unit", "", "本级的`名称`（不写就用 --own、--last 里的）")
	f.StringVar(&o.level, "level", "", "本级的`层级`（不写就用 --own、--last 里的）")
	f.Var(yearOption{&o.year}, "year", "汇总哪个`年度`（不写就按多数单位的）")
	f.StringVar(&o.long, "long", "", "把读到的每一份、每一个数写成`清单`（CSV，一行一个数，重报的、没有加的也在里面；-是标准输出），可以不写 -o")
	f.StringVar(&o.register, "register", "", "登记的`文件名`（.xlsx）：没有就写一份；已有的，读出“采用文件”“收到日期”等，再更新")
	f.StringVar(&o.returns, "returns", "", "退回修改的放到这个`文件夹`：每个单位一份标出问题的填报表和退回函，还有登记和通报")
	f.BoolVar(&o.onlyPassed, "only-passed", false, "有强制问题的单位不加")
	f.StringVar(&o.rules, "rules", "", "本县的规定（本县设置，或YAML`文件`）")
	f.StringVarP(&o.output, "output", "o", "", "汇总表（.xlsx）的`文件名`")
	f.BoolVar(&o.force, "force", false, "汇总表已经有了也覆盖")
	f.BoolVar(&o.resume, "resume", false, "接着上次的做：和“"+job.RecordName+"”一致的不再读、不再校验")
	o.inputs.register(f)
	return cmd
}

func runAggregate(c *console, args []string, o aggregateOptions) error {
	switch {
	case o.output == "" && o.long == "":
		return errors.New("请用 -o 写上汇总表的文件名，如 -o 汇总.xlsx")
	case o.corrections != "" && o.since == "":
		return errors.New("更正是和上一次比，请用 --since 写上上一次的汇总表")
	case o.output == standard && o.long == standard:
		return errors.New("标准输出（-）只能用一次：要么是汇总表，要么是清单")
	}
	if err := mayTakeCorrections(o.corrections); err != nil {
		return err
	}
	if _, ok := form.ForYear(o.year); !ok && o.year != 0 {
		return fmt.Errorf("%d年度还没有这种报告格式，--year 请写%d以后的年度", o.year, form.Editions()[0].FirstYear)
	}
	args, err := o.named(c, args)
	if err != nil {
		return err
	}
	k, err := c.checker(comparison{rules: o.rules})
	if err != nil {
		return err
	}
	r, err := o.reader(c)
	if err != nil {
		return err
	}
	order, err := o.order(c, r, k)
	if err != nil {
		return err
	}
	since, err := o.before(c, r)
	if err != nil {
		return err
	}
	gathered := c.gather(args, o.own, r)
	gathered.Know(order.Members)
	if err = r.settle(); err == nil && o.long != "" {
		err = c.writeLong(o.long, gathered)
	}
	if err != nil || o.output == "" {
		c.tellFaults(gathered, nil)
		return err
	}
	return o.write(c, k, order, gathered, since)
}

// before is what was added up the last time; nil where that is not asked for.
func (o aggregateOptions) before(c *console, r *reader) (*job.Earlier, error) {
	if o.since == "" || o.output == "" {
		return nil, nil
	}
	return c.earlier(o.since, r)
}

// order opens what is added up beside the members' reports. Where the list stands among an office's settings, those are the rules, unless
// others were given.
func (o aggregateOptions) order(c *console, r *reader, k *job.Checker) (a job.Aggregation, err error) {
	a = job.Aggregation{Unit: o.unit, Level: o.level, Year: o.year}
	if o.members != "" {
		county, err := c.county("members", o.members, job.ReadMembers)
		if err != nil {
			return a, err
		}
		a.Members = county.List()
		if o.rules == "" && county.IsRuled() {
			k.Lay(county)
		}
	}
	if o.own != "" {
		f, err := c.read(o.own)
		if err != nil {
			return a, err
		}
		if a.Own, err = job.ReadOwn(f); err != nil {
			return a, remedy.Failure{File: o.own, Err: err}
		}
	}
	if o.last != "" {
		if a.Last, err = c.earlier(o.last, r); err != nil {
			return a, err
		}
	}
	a.Asked = k.Settings.Indicators
	return a, nil
}

// earlier reads what an office added up before: its workbook, its list of figures, or the reports themselves.
func (c *console) earlier(name string, r *reader) (*job.Earlier, error) {
	if disk.IsFolder(name) {
		g := c.gather([]string{name}, "", r)
		c.tellFaults(g, nil)
		if len(g.Reports) == 0 {
			return nil, remedy.Failure{File: name, Err: errors.New("里面没有读得出的年报")}
		}
		return &job.Earlier{Reports: g.Reports}, nil
	}
	if list, err := openLong(name); err == nil {
		defer list.Close()
		c.files.Keep(name)
		e, err := job.ReadEarlierLong(list)
		if err != nil {
			return nil, remedy.Failure{File: name, Err: err}
		}
		return e, nil
	}
	f, err := c.read(name)
	if err != nil {
		return nil, err
	}
	e, err := job.ReadEarlier(f)
	if err != nil {
		return nil, remedy.Failure{File: name, Err: err}
	}
	return e, nil
}

// gather reads the files behind the arguments, but the office's own report, as far as they are not known to the reader.
func (c *console) gather(args []string, own string, r *reader) *job.Gathered {
	sources, entries, closed := c.listed(args, false)
	sources = slices.DeleteFunc(sources, func(s job.Source) bool { return own != "" && disk.IsSame(s.Name, own) })
	end := c.looking(sources)
	g := r.gather(sources)
	end()
	closed = append(closed, c.tellPlan(g.Plan, args, entries, closed)...)
	g.Faults = append(g.Faults, closed...)
	return g
}

// tellFaults tells which files could not be read. Of one whose unit is in the sum all the same, how to mend it does not matter any more.
func (c *console) tellFaults(g *job.Gathered, a *job.Aggregated) {
	for _, f := range g.Faults {
		if a != nil {
			if _, counted := a.HandedInAgain(f.File); counted != "" {
				f.Err = errors.New("读不了，不过" + job.AgainNote(counted))
			}
		}
		c.fail(f)
	}
}

// writeLong writes the list of all figures that were read.
func (c *console) writeLong(file string, g *job.Gathered) error {
	write := func(w io.Writer) error { return job.WriteLong(w, g.Reports, g.Faults) }
	if file == standard {
		return write(c.out.sink)
	}
	if err := c.mayWriteLong(file); err != nil {
		return err
	}
	if err := c.files.WriteFile(file, write); err != nil {
		return remedy.Failure{File: file, Err: err}
	}
	c.err.say("数据清单已写到：%s\n", file)
	return nil
}

// write adds up, tells what came of it, and writes the workbook.
func (o aggregateOptions) write(c *console, k *job.Checker, order job.Aggregation, g *job.Gathered, since *job.Earlier) error {
	if len(g.Reports) == 0 {
		c.tellFaults(g, nil)
		c.err.say("没有读得出的年报，没有写汇总表。\n")
		return nil
	}
	before, sent, err := o.rounds(c)
	var a *job.Aggregated
	if err == nil {
		order.Chosen = before.Chosen()
		a, err = job.Aggregate(order, g)
	}
	if c.tellFaults(g, a); err != nil {
		return err
	}
	var j *judged
	if o.registerFile() != "" || o.onlyPassed {
		var s *sender
		if o.returns != "" {
			s = newSender(c, o.returns, sent)
		}
		if j, err = o.judge(c, k, g, s, a); err != nil {
			return err
		}
	}
	if o.onlyPassed {
		order.Unsound = j.unsound
		if a, err = job.Aggregate(order, g); err != nil {
			return err
		}
	}
	if err := o.mayOverwrite(); err != nil {
		return err
	}
	telling := verdict.Options{Word: o.word}
	about := o.output
	if o.own != "" {
		about = o.own
	}
	outcome := a.Check(k, nameOf(about))
	if j != nil {
		outcome.Notes = append(outcome.Notes, a.Judged(j.ledger, j.unsound)...)
	}
	var amended job.Amended
	if since != nil {
		amended = a.Amended(since)
		changes := amended.Told()
		if changes == nil {
			changes = []string{"和上次比，各单位的数都没有改"}
		}
		outcome.Notes = append(outcome.Notes, changes...)
	}
	told := c.tells(o.output)
	if o.long == standard {
		told = c.tells(o.long)
	}
	w := verdict.NewText(told, telling)
	if err := errors.Join(w.Write(outcome), w.Close()); err != nil {
		return err
	}
	if !outcome.Passes(false) {
		c.code = max(c.code, exitFindings)
	}
	if err := o.writeSum(c, a); err != nil {
		return err
	}
	if o.output == standard {
		return nil
	}
	told.say("汇总表已写到：%s\n", o.output)
	if !a.IsTraced() {
		if err := c.writeTrace(strings.TrimSuffix(o.output, filepath.Ext(o.output))+"_明细.csv", a); err != nil {
			return err
		}
	}
	if o.corrections != "" {
		if err := o.correct(c, a, amended); err != nil {
			return err
		}
	}
	if o.registerFile() != "" {
		return o.sendBack(c, a, g, j, before, sent)
	}
	return nil
}

// correct writes what is needed once reports were published and then mended.
func (o aggregateOptions) correct(c *console, a *job.Aggregated, amended job.Amended) error {
	files, err := a.Corrections(amended)
	if err != nil {
		return remedy.Failure{File: o.corrections, Err: err}
	}
	if files == nil {
		c.err.say("和上次比没有改动，不用更正。\n")
		return nil
	}
	if err := c.writeCorrections(o.corrections, o.force, files); err != nil {
		return err
	}
	if a.Report.Unit() == "" {
		c.err.say("本级的更正说明没有落款：%s。\n", word(remedy.Remedy{Action: remedy.NameOffice}))
	}
	return nil
}

// writeSum writes the workbook with the sums. One that an earlier run wrote, which this one goes on with, may lie there, if it is the same.
func (o aggregateOptions) writeSum(c *console, a *job.Aggregated) error {
	var data bytes.Buffer
	if err := a.Write(&data); err != nil {
		return remedy.Failure{File: o.output, Err: err}
	}
	if old, err := disk.Read(o.output); o.resume && o.output != standard && err == nil && bytes.Equal(old, data.Bytes()) {
		c.files.Clean(filepath.Dir(o.output))
		return nil
	}
	return c.newFileOf(o.output, o.force, data.Bytes(), ".xlsx")
}

// word is what to do in the words of this call.
func (o aggregateOptions) word(r remedy.Remedy) string {
	if file := o.registerFile(); r.Action == remedy.ChooseVersion && file != "" {
		return "在登记“" + file + "”的“采用文件”一栏写上它的文件名，存盘，再这样汇总一次"
	}
	return word(r)
}

// writeTrace writes the members of a workbook that has too many of them to show.
func (c *console) writeTrace(file string, a *job.Aggregated) error {
	if err := c.mayWriteLong(file); err != nil {
		return err
	}
	err := c.files.WriteFile(file, func(w io.Writer) error { return job.WriteLong(w, a.Counted, nil) })
	if err != nil {
		return remedy.Failure{File: file, Err: err}
	}
	c.err.say("单位超过%d个，明细没有放进汇总表，已写到：%s；明年可以用 --last 写上它。\n", job.MostTraced, file)
	return nil
}

// mayOverwrite refuses to write over a workbook of the office in which somebody has written since.
func (o aggregateOptions) mayOverwrite() error {
	if !o.force || !disk.Exists(o.output) {
		return nil
	}
	data, err := disk.Read(o.output)
	if err != nil {
		return nil // the writer will say what is wrong with it
	}
	if old, err := job.ReadOwn(job.File{Name: o.output, Data: data}); err != nil || len(old.Report.Texts) > 0 || len(old.Adjusted) > 0 {
		return remedy.Failure{File: o.output, Err: errors.New("里面已经写了文字或调整，没有覆盖。请加 --own " + o.output + "，用 -o 另存一份，写过的会带过去")}
	}
	return nil
}
