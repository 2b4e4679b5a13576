package main

import (
	"bytes"
	"cmp"
	"errors"
	"path/filepath"
	"slices"

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
	unsound   map[string]bool         // files with 强制 findings
	returns   string                  // the folder for what goes back; "" for nothing
	folder    string                  // of the record: that for what goes back, else that of the sum
	units     map[string]string       // by the files
	standings map[string]job.Standing // of files that do not count whatever is found in them
	marked    map[string]string       // by the files that go back as they are shown, their marked copies
	taken     map[string]bool         // paths of these
}

// judge checks the reports that were gathered, and writes the marked copies of those that go back into the folder for it.
func (o aggregateOptions) judge(c *console, k *job.Checker, g *job.Gathered, standings map[string]job.Standing) (*judged, error) {
	telling := verdict.Options{Word: word}
	j := &judged{console: c, standings: standings, ledger: verdict.NewLedger(telling), unsound: map[string]bool{}, returns: o.returns, folder: o.returns,
		units: map[string]string{}, marked: map[string]string{}, taken: map[string]bool{}}
	if j.returns == "" {
		j.folder = o.folder()
	}
	for _, r := range g.Reports {
		j.units[r.File] = r.Unit
	}
	unread := map[string]bool{}
	for _, f := range g.Faults {
		unread[f.File] = true
	}
	readable := job.Plan{Inputs: slices.DeleteFunc(slices.Clone(g.Inputs), func(p job.Planned) bool { return unread[p.Name] })}
	r := &recorder{records: records{console: c, step: job.Judging, resume: o.resume}, making: j, checker: k, telling: telling, as: verdict.Untold, entered: true}
	if isRecorded(o.resume, o.returns, len(readable.Inputs)) {
		r.options = c.digestOf(k, nil, comparison{rules: cmp.Or(o.rules, o.members)}) // whose settings are the rules where no others are given
		if err := r.record(readable); err != nil {
			return nil, err
		}
	}
	k.Likeness = job.NewLikeness(readable.Inputs, k.Settings, r.known)
	if err := c.eachDone(readable, nil, k, telling, silent{j}, r.work); err != nil {
		return nil, err
	}
	if err := r.settle(); err != nil {
		return nil, err
	}
	for _, f := range g.Faults {
		j.ledger.Add(verdict.Outcome{File: f.File, Err: f.Err})
	}
	return j, nil
}

// goesBack says whether a report goes back with its findings marked.
func (j *judged) goesBack(file string, found verdict.Counts) bool {
	standing, set := j.standings[line.Shown(file)]
	return j.returns != "" && found.Fatal+found.Query > 0 && !(set && (standing.Besides || standing.Reason != ""))
}

// folderOf is the folder of the record; the copies lie in folders of their units below it.
func (j *judged) folderOf(string) string { return j.folder }

// make makes the marked copy of a report that goes back, as making has it. It is written when the report's turn comes.
func (j *judged) make(checked job.Checked, p job.Planned, stand func(job.Made)) (tell func()) {
	if !j.goesBack(p.Name, checked.Counts()) {
		return func() { stand(job.Made{}) }
	}
	file, err := job.Marked(checked, word)
	return func() {
		target := j.target(p, checked.Report.Unit())
		if err == nil {
			err = disk.MakeFolder(filepath.Dir(target))
		}
		if !j.told(p.Name, err) {
			return
		}
		_, err := j.files.Replace(target, file.Data, func(old []byte) error { return overwriting(old, checked) })
		if j.told(target, err) {
			j.mark(p, target)
			path, _ := filepath.Rel(j.folder, target)
			stand(job.Made{Outputs: []job.Output{job.OutputOf(path, file.Data)}})
		}
	}
}

// target is where the marked copy of a report goes whose turn it is.
func (j *judged) target(p job.Planned, unit string) string {
	first := filepath.Join(j.returns, job.ReturnFolder(unit, p.Name), filepath.Base(job.MarkedBeside(p.Name)))
	target := first
	for number := 2; j.taken[target]; number++ { // by another version of the unit's
		target = job.Numbered(first, number)
	}
	return target
}

// mark keeps where the marked copy of a report lies.
func (j *judged) mark(p job.Planned, target string) {
	j.marked[line.Shown(p.Name)], j.taken[target] = target, true
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
	target := m.Outputs[0].In(j.folder)
	if target != j.target(p, j.units[p.Name]) {
		return false
	}
	j.mark(p, target)
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
		return job.RegisterIn(o.returns, 1)
	}
	return ""
}

// rounds reads the register of the round before; nil where there is none yet.
func (o aggregateOptions) rounds(c *console) (job.Rounds, error) {
	file := o.registerFile()
	if file == "" || !disk.Exists(file) {
		return nil, nil
	}
	return parsed(file, job.ReadRounds)
}

// sendBack writes the register, and what goes back to the members.
func (o aggregateOptions) sendBack(c *console, a *job.Aggregated, g *job.Gathered, j *judged, before job.Rounds) error {
	list := a.Returns(j.ledger, g, before)
	if o.returns != "" {
		if err := o.writeReturns(c, a, j, list); err != nil {
			return err
		}
	}
	file := o.registerFile()
	var data bytes.Buffer
	if err := a.WriteMembersRegister(&data, j.ledger, list); err != nil {
		return remedy.Failure{File: file, Err: err}
	}
	if before != nil {
		return c.renewRegister(file, data.Bytes())
	}
	return c.writeRegister(data.Bytes(), func(number int) string { return job.Numbered(file, number) })
}

// renewRegister writes the register of a new round under the name of the one that was read. Where the office has saved that one, it is
// kept aside: what was typed into the columns of the program is carried on, and whatever else was done to it is not.
func (c *console) renewRegister(file string, data []byte) error {
	old, err := disk.Read(file)
	if err == nil && job.MayReplaceRegister(old) != nil && !bytes.Equal(old, data) {
		aside := job.EarlierRegister(file)
		for number := 2; disk.Exists(aside); number++ {
			aside = job.Numbered(job.EarlierRegister(file), number)
		}
		if err := c.files.Write(aside, old); err != nil {
			return err
		}
		c.err.say("您改过的登记留在：%s；填的收到日期、采用文件等已经带到新的登记里。\n", aside)
	}
	change, err := c.files.Replace(file, data, func([]byte) error { return nil })
	if err != nil {
		return err
	}
	c.err.say("%s：%s\n", registerTold[change], file)
	return nil
}

func (o aggregateOptions) writeReturns(c *console, a *job.Aggregated, j *judged, list []*job.Returned) error {
	if err := disk.MakeFolder(o.returns); err != nil {
		return err
	}
	sent, reminded := 0, 0
	for _, r := range list {
		folder := filepath.Join(o.returns, job.ReturnFolder(r.Entry.Unit, r.File))
		var letters []job.File
		var err error
		switch {
		case r.Missing:
			letters, err = a.Reminder(r)
		case r.IsMarked():
			marked, ok := j.marked[r.File]
			if !ok {
				continue // why was told
			}
			folder = filepath.Dir(marked)
			letters, err = a.ReturnLetter(r, filepath.Base(r.File), filepath.Base(marked))
		case r.IsReturned():
			letters, err = a.ReturnLetter(r, filepath.Base(r.File), "")
		default:
			continue
		}
		if err == nil {
			err = disk.MakeFolder(folder)
		}
		if err != nil {
			return remedy.Failure{File: folder, Err: err}
		}
		switch ok := c.writeLetters(folder, letters); {
		case ok && r.Missing:
			reminded++
		case ok:
			sent++
		}
	}
	notice, err := a.Notice(list)
	if err != nil {
		return err
	}
	c.writeLetters(o.returns, notice)
	c.err.say("退回修改的%d份、催报的%d个已写到：%s，每个单位一个文件夹；通报也在里面。\n", sent, reminded, o.returns)
	return nil
}

// writeLetters writes a letter in its forms. Where one of another round lies there, which somebody may have written into, the next number
// is taken for all of them.
func (c *console) writeLetters(folder string, letters []job.File) bool {
	for number := 1; ; number++ {
		taken := slices.ContainsFunc(letters, func(f job.File) bool {
			old, err := disk.Read(job.Numbered(filepath.Join(folder, f.Name), number))
			return err == nil && !bytes.Equal(old, f.Data)
		})
		if taken && number < mostRegisters {
			continue
		}
		ok := true
		for _, f := range letters {
			target := job.Numbered(filepath.Join(folder, f.Name), number)
			_, err := c.files.Replace(target, f.Data, func([]byte) error { return errors.New("已经有这个文件，没有覆盖，请移走以后再试") })
			ok = c.told(target, err) && ok
		}
		return ok
	}
}
