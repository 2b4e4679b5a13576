package main

import (
	"bytes"
	"cmp"
	"fmt"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/internal/collect"
	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/line"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

// judged is what checking the members' reports gave, and the making of the marked copies of those that go back.
type judged struct {
	*console
	ledger    *verdict.Ledger
	unsound   map[string]bool // files with 强制 findings
	sender    *sender         // of what goes back; nil for nothing
	folder    string          // of the record: that for what goes back, else that of the sum
	sum       *collect.Aggregated
	units     map[string]string           // by the files
	standings map[string]collect.Standing // of files that do not count whatever is found in them
	marked    map[string]string           // by the files that go back as they are shown, the names of their marked copies
}

// judge checks the reports that were gathered, and writes the marked copies of those that go back, where a folder for them is given.
func (a *aggregating) judge() (*judged, error) {
	c, o, k, g := a.console, a.options, a.checker, a.gathered
	telling := verdict.Options{Word: job.ToUnit, Points: k.Settings.Points}
	j := &judged{console: c, sum: a.sum, standings: a.sum.Standings(g), unsound: map[string]bool{}, folder: o.folder(),
		units: map[string]string{}, marked: map[string]string{}}
	if o.returns != "" {
		j.sender, j.folder = newSender(c, o.returns, a.sentBefore), o.returns
	}
	for _, r := range g.Reports {
		j.units[r.File] = r.Unit
	}
	unread := map[string]bool{}
	for _, f := range g.Faults {
		unread[f.File] = true
	}
	k.Among, k.Collected = g.Plan.Earlier(), a.sum.Year
	readable := job.Plan{Inputs: slices.DeleteFunc(slices.Clone(g.Inputs), func(p job.Planned) bool { return unread[p.Name] || a.sum.IsEarlier(p.Name) })}
	meant := a.sum.Meant()
	for i, in := range readable.Inputs {
		readable.Inputs[i] = in.OfMember().Meant(meant[in.Name])
	}
	r := &recorder{records: records{console: c, step: job.Judging, resume: o.resume}, making: j, checker: k, telling: telling, as: verdict.Untold, entered: true}
	if isRecorded(o.resume, o.returns, len(readable.Inputs)) {
		with := comparison{rules: o.rules, members: o.members}
		if k.Last != nil || k.Sums != nil {
			with.last = []string{o.last}
		}
		r.options = c.digestOf(k, nil, with)
		if err := r.record(readable); err != nil {
			return nil, err
		}
	}
	k.Likeness = k.NewLikeness(readable.Inputs, r.known)
	telling.Shared = k.Likeness.Shared(k.Settings, a.sum.Year)
	j.ledger = verdict.NewLedger(telling)
	before := c.code
	if err := c.eachDone(readable, nil, k, telling, silent{j}, r.work); err != nil {
		return nil, err
	}
	if c.code == exitFindings && !j.anyCounts(j.unsound) { // what is found in files that were put aside is nobody's concern any more
		c.code = before
	}
	if err := r.settle(); err != nil {
		return nil, err
	}
	for _, f := range g.Faults {
		j.ledger.Add(verdict.Outcome{File: f.File, Err: f.Err})
	}
	return j, nil
}

// anyCounts says whether one of some files was not put aside for another of its unit.
func (j *judged) anyCounts(files map[string]bool) bool {
	for file := range files {
		if !j.standings[line.Shown(file)].Besides {
			return true
		}
	}
	return false
}

// goesBack says whether a report goes back with its findings marked.
func (j *judged) goesBack(file string, found verdict.Counts) bool {
	return j.sender != nil && found.Fatal+found.Query > 0 && j.standings[line.Shown(file)].IsToBeMended()
}

// folderOf is the folder of the record; the copies lie in folders of their units below it.
func (j *judged) folderOf(string) string { return j.folder }

// make makes the marked copy of a report that goes back, as making has it. It is written when the report's turn comes.
func (j *judged) make(checked job.Checked, p job.Planned, stand func(job.Made)) (tell func()) {
	if !j.goesBack(p.Name, checked.Counts()) {
		return func() { stand(job.Made{}) }
	}
	file, err := job.Marked(checked, job.ToUnit)
	return func() {
		if !j.told(p.Name, err) {
			return
		}
		name := j.free(p)
		if j.told(name, j.sender.write(name, file.Data)) {
			j.marked[line.Shown(p.Name)] = path.Base(name)
			stand(job.Made{Outputs: []job.Output{job.OutputOf(filepath.FromSlash(name), file.Data)}})
		}
	}
}

// free is the name for the marked copy of a report whose turn it is.
func (j *judged) free(p job.Planned) string {
	unit := cmp.Or(j.standings[line.Shown(p.Name)].Unit, j.sum.NameOf(j.units[p.Name]))
	return j.sender.free(path.Join(collect.ReturnFolder(unit, p.Name), filepath.Base(job.MarkedBeside(p.Name))))
}

// isDue says whether outputs are the marked copy of a report that goes back, or none of one that does not.
func (j *judged) isDue(m job.Made, p job.Planned) bool {
	return j.goesBack(p.Name, m.Told.Counts) == (len(m.Outputs) == 1)
}

// passed keeps where the marked copy of a report lies. Where an undisturbed run would give it another name, it is made anew.
func (j *judged) passed(m job.Made, p job.Planned) bool {
	if len(m.Outputs) == 0 {
		return true
	}
	name := j.free(p)
	if m.Outputs[0].In(j.folder) != j.sender.path(name) || !j.sender.keep(name) {
		return false
	}
	j.marked[line.Shown(p.Name)] = path.Base(name)
	return true
}

// silent takes outcomes and tells nothing of them.
type silent struct{ *judged }

func (s silent) Write(o verdict.Outcome) error {
	s.ledger.Add(o)
	if !o.Passes(false) {
		s.unsound[o.File] = true
	}
	return nil
}

func (silent) Close() error { return nil }

// registerFile is the register that is written, and the one that is read before.
func (o aggregateOptions) registerFile() string {
	switch {
	case o.register != "":
		return o.register
	case o.returns != "":
		return collect.RegisterIn(o.returns, 1)
	}
	return ""
}

// judges says whether the units' own reports are checked.
func (o aggregateOptions) judges() bool { return o.registerFile() != "" || o.onlyPassed }

// readRounds reads the register of the round before, and what was written with it, if there is one yet.
func (a *aggregating) readRounds() (err error) {
	file := a.options.registerFile()
	if file == "" || !disk.Exists(file) {
		return nil
	}
	if a.before, err = parsed(file, collect.ReadRounds); err == nil {
		a.sentBefore, err = parsed(file, collect.ReadSent)
	}
	if data, err := disk.Read(file); err == nil && collect.IsPlainRegister(data) {
		a.err.say("登记“%s”%s。\n", file, collect.NothingDecided)
	}
	return err
}

// sendBack writes the register, and what goes back to the members.
func (a *aggregating) sendBack() error {
	list := a.returned
	sent := collect.SentBefore(a.sentBefore) // which still lies where it was written
	if s := a.judged.sender; s != nil {
		if err := a.writeReturns(s, list); err != nil {
			return err
		}
		sent = s.sent()
	}
	file := a.options.registerFile()
	var data bytes.Buffer
	if err := a.sum.WriteMembersRegister(&data, a.judged.ledger, list, sent); err != nil {
		return remedy.Failure{File: file, Err: err}
	}
	if a.before != nil {
		return a.renewRegister(file, data.Bytes(), a.before.OfAnother(a.sum.Year))
	}
	return a.writeRegister(data.Bytes(), func(number int) string { return collect.Numbered(file, number) })
}

// renewRegister writes the register of a new round under the name of the one that was read. Where the office has saved that one, it is
// kept aside: what was typed into the columns of the program is carried on, and whatever else was done to it is not. So is one of another
// year, 0 for none, which nothing is carried on of but whom to ask.
func (c *console) renewRegister(file string, data []byte, other int) error {
	old, err := disk.Read(file)
	if err == nil && (collect.MayReplaceRegister(old) != nil || other != 0) && !bytes.Equal(old, data) {
		aside := collect.EarlierRegister(file)
		for number := 2; disk.Exists(aside); number++ {
			aside = collect.Numbered(collect.EarlierRegister(file), number)
		}
		if err := c.files.Write(aside, old); err != nil {
			return err
		}
		if other != 0 {
			c.err.say("%d年度的登记留在：%s。\n", other, aside)
		} else {
			c.err.say("您改过的登记留在：%s；填的收到日期、采用文件等已经带到新的登记里。\n", aside)
		}
	}
	change, err := c.files.Replace(file, data, func([]byte) error { return nil })
	if err != nil {
		return err
	}
	c.err.say("%s：%s\n", registerTold[change], file)
	return nil
}

func (a *aggregating) writeReturns(s *sender, list []*collect.Returned) error {
	marked := a.judged.marked
	if err := disk.MakeFolder(s.folder); err != nil {
		return err
	}
	returned, reminded, unsent := 0, 0, 0
	for _, one := range a.sum.Sendings(list) {
		if slices.ContainsFunc(one.Rows, func(r *collect.Returned) bool { return r.IsMarked() && marked[r.File] == "" }) {
			unsent++
			continue // why was told
		}
		letters, err := a.sum.Letter(one, marked)
		if err == nil {
			err = s.sendTo(one.Folder(), letters)
		}
		switch {
		case !a.told(s.path(one.Folder()), err):
			unsent++
		case one.IsReminder():
			reminded++
		default:
			returned++
		}
	}
	notice, err := a.sum.Notice(list)
	if err == nil {
		err = s.sendTo("", notice)
	}
	var without []string
	if unsent > 0 {
		without = append(without, fmt.Sprintf("%d个单位的", unsent))
	}
	if !a.told(s.path(""), err) {
		without = append(without, "通报")
	}
	s.sweep()
	if without == nil {
		a.err.say("退回修改的%d个单位、催报的%d个单位已写到：%s，每个单位一个文件夹；通报也在里面。\n", returned, reminded, s.folder)
	} else {
		a.err.say("%s没有写全，原因见上面；写好的有退回修改的%d个单位、催报的%d个单位，在：%s。改正以后，用同样的命令再做一次。\n",
			strings.Join(without, "、"), returned, reminded, s.folder)
	}
	if own := collect.OwnMissing(list); own != nil {
		a.err.say("本级自己的（%s）还没有，没有写催报函，也不在通报里。\n", strings.Join(own, "、"))
	}
	if a.sum.Signed() == "" {
		a.err.say("退回函、催报函和通报没有落款：%s。\n", word(remedy.Remedy{Action: remedy.NameOffice}))
	}
	return nil
}
