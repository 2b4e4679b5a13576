package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

// plan lists the files behind the arguments and tells which of them are read. What a folder holds besides is told in a line; a folder
// that holds nothing else is one of the closed ones.
func (c *console) plan(args []string) (plan job.Plan, closed []remedy.Failure) {
	return c.planOf(args, false)
}

// planTogether is plan for files that were given together, as those of a folder are: copies and pages of ours among them are no inputs.
// A single one is meant as it is.
func (c *console) planTogether(args []string) (plan job.Plan, closed []remedy.Failure) {
	return c.planOf(args, len(args) > 1)
}

func (c *console) planOf(args []string, together bool) (plan job.Plan, closed []remedy.Failure) {
	sources, entries, closed := c.listed(args, together)
	if len(sources) >= manyFiles {
		spareMore(int64(len(sources)) * keptOfFile)
	}
	end := c.looking(sources)
	plan = job.NewPlan(sources)
	end()
	return plan, append(closed, c.tellPlan(plan, args, entries, closed)...)
}

// keptOfFile is how many bytes are kept of each file to the end of a run: what the plan and the record say of it.
const keptOfFile = 1000

// listed lists the files behind the arguments.
func (c *console) listed(args []string, together bool) (sources []job.Source, entries []disk.Entry, closed []remedy.Failure) {
	named := slices.DeleteFunc(slices.Clone(args), func(arg string) bool { return arg == standard })
	entries, closed = disk.List(named)
	sources = c.sourcesOf(entries)
	for i := range sources {
		sources[i].Found = sources[i].Found || together
	}
	if len(named) < len(args) {
		sources = append(sources, job.Source{Name: standardInput, Open: c.stdin, PDFs: c.pdfs})
	}
	return sources, entries, closed
}

// tellPlan keeps what is read from being written over, and tells what a folder holds besides; what holds nothing else is closed, too.
func (c *console) tellPlan(plan job.Plan, args []string, entries []disk.Entry, closed []remedy.Failure) (further []remedy.Failure) {
	unseen := func(names []string) []string { // but for what options name, which is read as such
		return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return c.files.Refuse(name) != nil })
	}
	others, sums := unseen(plan.Others), unseen(plan.Sums)
	reads := map[string]bool{}
	for _, name := range plan.Reads() {
		reads[name] = true
	}
	c.files.KeepListed(slices.DeleteFunc(slices.Clone(entries), func(e disk.Entry) bool { return !reads[e.Path] }))
	for _, part := range job.Parted(others) {
		c.err.say("另有"+part.Called+"，没有看：%s。%s\n", len(part.Names), namesOf(part.Names), part.Round)
	}
	for _, note := range plan.Notes() {
		c.err.say("%s\n", sentence(note))
	}
	if len(sums) > 0 {
		c.err.say("另有%d份汇总表，没有看：%s；%s。\n", len(sums), namesOf(sums), word(remedy.Remedy{Action: remedy.GiveAlone}))
	}
	further = barren(entries, slices.Concat(plan.Others, plan.Drafts))
	if len(plan.Inputs)+len(closed)+len(further) == 0 {
		first := args[0]
		if len(args) > 1 {
			first += fmt.Sprintf("等%d个文件", len(args))
		}
		further = append(further, remedy.Failure{File: first, Err: errors.New("里面没有年报，请核对；能读的有：" + job.Readable())})
	}
	return further
}

// namesOf are the names of files, each told from the others.
func namesOf(paths []string) string { return strings.Join(job.NamesApart(paths), "、") }

// firstNames lists the first of some files.
func firstNames(paths []string) string {
	const most = 3
	names := make([]string, len(paths))
	for i, path := range paths {
		names[i] = filepath.Base(path)
	}
	return chinese.Listed(names, most)
}

// barren are the folders in which all files are others.
func barren(entries []disk.Entry, others []string) (folders []remedy.Failure) {
	other := map[string]bool{}
	for _, name := range others {
		other[name] = true
	}
	fruitful := map[string]bool{}
	for _, e := range entries {
		fruitful[e.Folder] = fruitful[e.Folder] || e.Folder == "" || !other[e.Path]
	}
	for _, e := range entries {
		if !fruitful[e.Folder] {
			fruitful[e.Folder] = true // told
			folders = append(folders, remedy.Failure{File: e.Folder, Err: errors.New("文件夹里没有年报，请核对文件夹；能读的有：" + job.Readable())})
		}
	}
	return folders
}

// source is a file that is read by itself, and not written over.
func (c *console) source(file string) job.Source {
	c.files.Keep(file)
	return c.sourcesOf([]disk.Entry{{Path: file}})[0]
}

func (c *console) sourcesOf(entries []disk.Entry) (sources []job.Source) {
	for _, e := range entries {
		s := sourceOf(e.Path)
		s.PDFs = c.pdfs
		s.Found = e.Folder != ""
		s.Copies = func() []job.Source { return c.beside.copies(e.Path) }
		s.Lock = func() string { return c.beside.lock(e.Path) }
		sources = append(sources, s)
	}
	return sources
}

func sourceOf(path string) job.Source {
	return job.Source{Name: path, Open: func() ([]byte, error) { return disk.Read(path) }}
}

// done is what came of one input: its outcome, and what is told of the files that were made of it.
type done struct {
	outcome verdict.Outcome
	tell    func()
}

// each checks the inputs side by side, makes of each what else is asked for, and tells the outcomes one by one in their order.
func (c *console) each(plan job.Plan, closed []remedy.Failure, k *job.Checker, o verdict.Options, w verdict.Writer, more func(job.Checked, job.Planned) (tell func())) error {
	return c.eachDone(plan, closed, k, o, w, func(p job.Planned) done { return c.work(k, p, more) })
}

// work checks an input and makes of it what else is asked for.
func (c *console) work(k *job.Checker, p job.Planned, more func(job.Checked, job.Planned) (tell func())) done {
	checked := k.Check(p)
	d := done{outcome: checked.Outcome}
	if more != nil && checked.Err == nil {
		if err := rescued(func() error { d.tell = more(checked, p); return nil }); err != nil { // else it would end the others too
			d.tell = func() { c.told(p.Name, err) }
		}
	}
	return d
}

// eachDone is each where the work on an input may be another than to check it.
func (c *console) eachDone(plan job.Plan, closed []remedy.Failure, k *job.Checker, o verdict.Options, w verdict.Writer, work func(job.Planned) done) error {
	unanswered := newAnswered(k.Answers)
	hide := c.progress("正在处理", len(plan.Inputs))
	take := func(d done) error {
		switch {
		case d.outcome.Err != nil:
			c.fail(remedy.Failure{File: d.outcome.File, Err: d.outcome.Err})
		case !d.outcome.Passes(o.Strict):
			c.code = max(c.code, exitFindings)
		}
		unanswered.take(d.outcome)
		if err := w.Write(d.outcome); err != nil {
			return err
		}
		if d.tell != nil {
			d.tell()
		}
		return nil
	}
	err := job.Run(len(plan.Inputs), func(i int) done {
		c.shows.takes(plan.Inputs[i].Name)
		return work(plan.Inputs[i])
	}, func(_ int, d done) error {
		defer c.shows.took(d.outcome)
		return take(d)
	})
	hide()
	for _, f := range closed {
		if err == nil {
			err = take(done{outcome: verdict.Outcome{File: f.File, Err: f.Err}})
		}
	}
	if err == nil {
		err = w.Close()
	}
	unanswered.tell(c.err)
	return err
}
