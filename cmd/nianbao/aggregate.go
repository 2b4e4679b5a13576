package main

import (
	"errors"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"nianbao/internal/collect"
	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/remedy"
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
			"要和上年比的，--last 写上放着各单位上年年报的文件夹，或者上年的汇总表；各单位上年的年报和今年的放在一起也行。\n" +
			"结论说的是汇总表自己的（加了 --own 的是本级的年报）；要审核各单位的年报，加 --returns：逐份校验，和上年比较，不符的写在这个单位的退回函里，结论里也说几家通过、几家不通过；" +
			"上年的汇总表里只有数和第一、五、六部分的文字，能比的就是这些。\n" +
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
	f.StringVar(&o.last, "last", "", "上年的`汇总表`（或汇总时写的数据清单、放着各单位上年报告的文件夹），比较上年结转；登记、退回的也逐份和上年比较")
	f.StringVar(&o.own, "own", "", "本级写好的`年报`，和各单位的合计比较；文字和“汇总调整”取自这里")
	f.StringVar(&o.since, "since", "", "上一次的`汇总表`，列出哪些单位的哪些数改了")
	f.StringVar(&o.corrections, "corrections", "", "已经公布的要更正：和 --since 比，改了的单位、本级的更正说明和更正清单写到这个`文件夹`")
	f.StringVar(&o.unit, "unit", "", "本级的`名称`（不写就用 --own、--last 里的）")
	f.StringVar(&o.level, "level", "", "本级的`层级`（不写就用 --own、--last 里的）")
	f.Var(yearOption{&o.year}, "year", "汇总哪个`年度`（不写就接着 --last 的，没有就按多数单位的；同一些单位有两年的，汇总后一年的，前一年的用来比较）")
	f.StringVar(&o.long, "long", "", "把读到的每一份、每一个数写成`清单`（CSV，一行一个数，重报的、没有加的也在里面；-是标准输出），可以不写 -o")
	f.StringVar(&o.register, "register", "", "登记的`文件名`（.xlsx）：没有就写一份；已有的，读出“采用文件”“收到日期”等，再更新")
	f.StringVar(&o.returns, "returns", "", "退回修改、催报的放到这个`文件夹`：每个单位一个文件夹，里面是退回函或催报函，查出问题的还有标出问题的填报表；另有登记和通报")
	f.BoolVar(&o.onlyPassed, "only-passed", false, "有强制问题的单位不加")
	f.StringVar(&o.rules, "rules", "", "本县的规定（本县设置，或YAML`文件`）")
	f.StringVarP(&o.output, "output", "o", "", "汇总表（.xlsx）的`文件名`")
	forceOption(f, &o.force, "汇总表")
	f.BoolVar(&o.resume, "resume", false, "接着上次的做：和“"+job.RecordName+"”一致的不再读、不再校验")
	o.inputs.register(f)
	return cmd
}

// sumExtension ends the name of a workbook with sums.
const sumExtension = ".xlsx"

func runAggregate(c *console, args []string, o aggregateOptions) error {
	if err := o.validate(); err != nil {
		return err
	}
	if err := o.mayWriteSum(); err != nil {
		return err
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
	a := &aggregating{console: c, options: o, checker: k}
	if err := a.open(r); err != nil {
		return err
	}
	a.gathered = c.gather(args, o.own, r)
	a.gathered.Know(a.order.Members)
	if err = r.settle(); err == nil && o.long != "" {
		err = c.writeLong(o.long, a.gathered)
	}
	if err != nil || o.output == "" {
		c.tellFaults(a.gathered, nil)
		return err
	}
	return a.run()
}

// validate tells of options that cannot be followed.
func (o aggregateOptions) validate() error {
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
	if o.output != "" && o.output != standard {
		if err := endsIn(o.output, sumExtension); err != nil {
			return err
		}
	}
	return hasForm(o.year)
}

// earlier reads what an office added up before: its workbook, its list of figures, or the reports themselves.
func (c *console) earlier(name string, r *reader) (*collect.Earlier, error) {
	if disk.IsFolder(name) {
		g := r.comparing(func() *job.Gathered { return c.gather([]string{name}, "", r) })
		c.tellFaults(g, nil)
		if len(g.Reports) == 0 {
			return nil, remedy.Failure{File: name, Err: errors.New("里面没有读得出的年报")}
		}
		return &collect.Earlier{Year: collect.YearOf(g, nil), Reports: g.Reports}, nil
	}
	if list, err := openLong(name); err == nil {
		defer list.Close()
		c.files.Keep(name)
		e, err := collect.ReadEarlierLong(name, list)
		if err != nil {
			return nil, remedy.Failure{File: name, Err: err}
		}
		return e, nil
	}
	f, err := c.read(name)
	if err != nil {
		return nil, err
	}
	e, err := collect.ReadEarlier(f)
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
func (c *console) tellFaults(g *job.Gathered, a *collect.Aggregated) {
	for _, f := range g.Faults {
		if a != nil {
			if _, counted := a.HandedInAgain(f.File); counted != "" {
				f.Err = errors.New("读不了，不过" + collect.AgainNote(f.File, counted))
			}
		}
		c.fail(f)
	}
}

// writeLong writes the list of all figures that were read.
func (c *console) writeLong(file string, g *job.Gathered) error {
	write := func(w io.Writer) error { return collect.WriteLong(w, g.Reports, g.Faults) }
	if file == standard {
		return write(c.out.sink)
	}
	if err := c.writeList(file, write); err != nil {
		return err
	}
	c.err.say("数据清单已写到：%s\n", file)
	return nil
}
