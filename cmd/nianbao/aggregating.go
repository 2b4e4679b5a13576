package main

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"strings"

	"nianbao/internal/collect"
	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/office"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

// aggregating is a call of aggregate: what was asked for and given, and what has come of it so far.
type aggregating struct {
	*console
	options  aggregateOptions
	checker  *job.Checker
	order    collect.Aggregation
	since    *collect.Earlier // what was added up the last time; nil where nothing is to be compared with it
	gathered *job.Gathered

	before     collect.Rounds    // what the register of the round before says; nil where there is none yet
	sentBefore map[string]string // and what was written with it, with its digest
	sum        *collect.Aggregated
	judged     *judged             // nil where the reports themselves are not checked
	returned   []*collect.Returned // what came of each, the same
	amended    collect.Amended

	book   []byte // the workbook with the sums
	bookOf *collect.Aggregated
}

// open opens what is needed beside the members' reports. Where the list stands among an office's settings, those are the rules, unless
// others were given.
func (a *aggregating) open(r *reader) (err error) {
	o, order := a.options, &a.order
	level, note := levelMeant(o.level)
	if note != "" {
		a.err.say("%s\n", note)
	}
	order.Unit, order.Level, order.Year = o.unit, level, o.year
	var county *office.County
	if o.members != "" {
		if county, err = a.county("members", o.members, office.ReadMembers); err != nil {
			return err
		}
		if o.rules == "" && county.IsRuled() {
			a.checker.Lay(county)
		}
		order.Members = office.ListIn(county, a.checker.County)
		a.checker.Members = order.Members
	}
	if o.own != "" {
		f, err := a.read(o.own)
		if err != nil {
			return err
		}
		if order.Own, err = collect.ReadOwn(f); err != nil {
			return remedy.Failure{File: o.own, Err: err}
		}
	}
	if o.last != "" {
		if err := a.openLast(r); err != nil {
			return err
		}
	}
	order.Asked, order.Laid = a.checker.Settings.Indicators, office.Signing(county, a.checker.County)
	if o.since != "" && o.output != "" {
		a.since, err = a.earlier(o.since, r)
	}
	return err
}

// openLast reads last year's: what was added up then. The units are held against that as well when they are checked; where those are their own
// reports, against these, and of one unit alone there is nothing else to compare.
func (a *aggregating) openLast(r *reader) (err error) {
	last := a.options.last
	a.order.Last, err = a.earlier(last, r)
	isReport := errors.Is(err, collect.ErrNoTrace)
	switch {
	case !a.options.judges() || err != nil && !isReport:
		return err
	case isReport:
		a.checker.Last, err = a.lastYear(last)
		if err == nil {
			a.err.say("“%s”是一个单位的年报，不是汇总表：只和这个单位的比较，各单位的上年结转没有核对。\n", last)
		}
	case disk.IsFolder(last):
		entries, _ := disk.List([]string{last})                   // what cannot be read in it was told, and is told of several of one unit
		a.checker.Last, _ = job.NewLastYear(a.sourcesOf(entries)) // that none is of a year is told by the sum
	default:
		a.checker.Sums = job.LastSums(job.Sums{File: last, Reports: a.order.Last.Reports})
	}
	return err
}

// run adds up, tells what came of it, and writes what was asked for.
func (a *aggregating) run() error {
	if len(a.gathered.Reports) == 0 {
		a.tellFaults(a.gathered, nil)
		a.err.say("没有读得出的年报，没有写汇总表。\n")
		return nil
	}
	if err := a.addUp(); err != nil {
		return err
	}
	told, err := a.tell()
	if err != nil {
		return err
	}
	if err := a.writeSum(); err != nil { // nothing came of it, so that there is no verdict
		return err
	}
	if err := told.Close(); err != nil { // the verdict is the last that is told of the sum
		return err
	}
	return a.write()
}

// addUp adds up and, where that is asked for, checks the reports; those that do not pass may have to be left out then.
func (a *aggregating) addUp() error {
	err := a.readRounds()
	if err == nil {
		a.order.Before, a.order.Among = a.before, a.options.judges() && a.checker.Last == nil
		a.sum, err = collect.Aggregate(a.order, a.gathered)
	}
	if a.tellFaults(a.gathered, a.sum); err != nil {
		return err
	}
	if !a.options.judges() {
		return nil
	}
	if a.options.resume && !a.options.onlyPassed { // who goes on with a call waits long for the checks
		if err := a.mayRenewSum(); err != nil {
			return err
		}
	}
	if a.judged, err = a.judge(); err != nil {
		return err
	}
	if a.options.onlyPassed {
		a.order.Unsound = a.judged.unsound
		if a.sum, err = collect.Aggregate(a.order, a.gathered); err != nil {
			return err
		}
	}
	a.returned = a.sum.Returns(a.judged.ledger, a.gathered, a.before)
	return nil
}

// tell tells what was found out, but for the verdict, which comes with the end of what is told.
func (a *aggregating) tell() (told verdict.Writer, err error) {
	about := a.options.output
	if a.options.own != "" {
		about = a.options.own
	}
	outcome := a.sum.Check(a.checker, nameOf(about))
	if a.judged != nil {
		outcome.Notes = append(outcome.Notes, a.sum.Judged(a.judged.ledger, a.judged.unsound)...)
		outcome.Members.Checked = a.sum.CheckedTold(a.returned)
	}
	if a.options.registerFile() != "" {
		outcome.Notes = append(outcome.Notes, a.sum.KeptTold(a.before)...)
	}
	outcome.Notes = append(outcome.Notes, a.compared()...)
	if a.since != nil {
		a.amended = a.sum.Amended(a.since)
		outcome.Notes = append(outcome.Notes, a.amended.Told()...)
	}
	if !outcome.Passes(false) {
		a.code = max(a.code, exitFindings)
	}
	told = verdict.NewText(a.tellsSum(), verdict.Options{Word: a.options.word})
	return told, told.Write(outcome)
}

// compared says whether the units were compared with last year, and where they were not, how they are.
func (a *aggregating) compared() (notes []string) {
	if a.judged != nil {
		if told := a.judged.ledger.Compared(); told != "" {
			notes = append(notes, "各单位的年报"+told)
		}
	} else if !a.sum.HasLast() {
		notes = append(notes, "没有和上年比：上年结转没有核对")
	}
	if notes != nil && !a.sum.HasLast() {
		notes = append(notes, "要和上年比的，请加 --last，写上上年的汇总表，或者放着各单位上年年报的文件夹；各单位上年的年报和今年的放在一起也行")
	}
	return notes
}

// tellsSum is where it is told what came of adding up: not where the workbook or the list of figures goes.
func (a *aggregating) tellsSum() *stream {
	if a.options.long == standard {
		return a.tells(standard)
	}
	return a.tells(a.options.output)
}

// write writes all that goes with the workbook.
func (a *aggregating) write() error {
	o := a.options
	if o.output == standard {
		return nil
	}
	if !a.sum.IsTraced() {
		if err := a.writeTrace(strings.TrimSuffix(o.output, filepath.Ext(o.output)) + collect.TraceSuffix); err != nil {
			return err
		}
	}
	if o.corrections != "" {
		if err := a.correct(); err != nil {
			return err
		}
	}
	if o.registerFile() != "" {
		return a.sendBack()
	}
	return nil
}

// writeSum writes the workbook with the sums, and tells where it is. One that an earlier run wrote, which this one goes on with, may lie
// there, if it is the same.
func (a *aggregating) writeSum() error {
	o := a.options
	data, isThere, err := a.sumBook()
	if err != nil {
		return err
	}
	if isThere {
		a.files.Clean(filepath.Dir(o.output))
	} else if err := a.newFileOf(o.output, o.force, data, sumExtension); err != nil {
		return err
	}
	if o.output != standard {
		a.tellsSum().say("汇总表已写到：%s\n", o.output)
	}
	return nil
}

// sumBook is the workbook with the sums, made once; isThere says that an earlier run, which this one goes on with, wrote the same.
func (a *aggregating) sumBook() (data []byte, isThere bool, err error) {
	o := a.options
	if a.bookOf != a.sum {
		var book bytes.Buffer
		if err := a.sum.Write(&book); err != nil {
			return nil, false, remedy.Failure{File: o.output, Err: err}
		}
		a.book, a.bookOf = book.Bytes(), a.sum
	}
	if !o.resume || o.output == standard {
		return a.book, false, nil
	}
	old, err := disk.Read(o.output)
	return a.book, err == nil && bytes.Equal(old, a.book), nil
}

// mayRenewSum refuses a call that goes on with an earlier one where the workbook that this wrote would be written over.
func (a *aggregating) mayRenewSum() error {
	o := a.options
	if _, isThere, err := a.sumBook(); err != nil || isThere || o.force || o.output == standard {
		return err
	}
	return there(o.output)
}

// mayWriteSum refuses what would be refused once all is done.
func (o aggregateOptions) mayWriteSum() error {
	switch {
	case o.output == "" || o.output == standard:
		return nil
	case o.force:
		return o.mayOverwrite()
	case o.resume: // it may be as it would be written
		return nil
	}
	return there(o.output)
}

// there is the error of a file that lies there already; nil where there is none.
func there(file string) error {
	if err := disk.MayMake(file); err != nil {
		return remedy.Failure{File: file, Err: err}
	}
	return nil
}

// mayOverwrite refuses to write over a workbook of the office in which somebody has written since.
func (o aggregateOptions) mayOverwrite() error {
	if !disk.Exists(o.output) {
		return nil
	}
	data, err := disk.Read(o.output)
	if err != nil {
		return nil // the writer will say what is wrong with it
	}
	file := job.File{Name: o.output, Data: data}
	old, err := collect.ReadOwn(file)
	if old == nil {
		return remedy.Failure{File: o.output, Err: errors.New("已经有这个文件，不是汇总表，没有覆盖。请换一个文件名，或者把它移走以后再试")}
	}
	sum, untraced := collect.ReadEarlier(file)
	if untraced != nil {
		sum = nil
	}
	if left := old.Left(); err == nil && left != "" && !old.IsWritten(sum) {
		return remedy.Failure{File: o.output, Err: errors.New("里面另外加了" + left + "，没有覆盖。请换一个文件名，或者把它移走以后再试")}
	}
	if err != nil || old.IsWritten(sum) {
		return remedy.Failure{File: o.output, Err: errors.New("里面已经写了内容（文字、单位信息、说明、调整、台账，或者改了数），没有覆盖。请加 --own " + o.output + "，用 -o 另存一份：写过的会带过去，改了的数和合计比较")}
	}
	return nil
}

// writeTrace writes the members of a workbook that has too many of them to show.
func (a *aggregating) writeTrace(file string) error {
	if err := a.writeList(file, func(w io.Writer) error { return collect.WriteLong(w, a.sum.Counted, nil) }); err != nil {
		return err
	}
	a.err.say("单位超过%d个，明细没有放进汇总表，已写到：%s；明年可以用 --last 写上它。\n", job.MostTraced, file)
	return nil
}

// correct writes what is needed once reports were published and then mended.
func (a *aggregating) correct() error {
	files, err := a.sum.Corrections(a.amended)
	if err != nil {
		return remedy.Failure{File: a.options.corrections, Err: err}
	}
	if files == nil {
		a.err.say("和上次比没有看出改动，不用更正。\n")
		return nil
	}
	if err := a.writeCorrections(a.options.corrections, a.options.force, files); err != nil {
		return err
	}
	if a.sum.Report.Unit() == "" {
		a.err.say("本级的更正说明没有落款：%s。\n", word(remedy.Remedy{Action: remedy.NameOffice}))
	}
	return nil
}

// word is what to do in the words of this call.
func (o aggregateOptions) word(r remedy.Remedy) string {
	file := o.registerFile()
	switch {
	case r.Action == remedy.ChooseVersion && file != "":
		return "在登记“" + file + "”的“采用文件”一栏写上它的文件名，存盘，再这样汇总一次"
	case r.Action == remedy.ExplainInSum && o.output != standard:
		return explainedIn(o.output)
	}
	return word(r)
}
