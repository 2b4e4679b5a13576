package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"nianbao/internal/disk"
	"nianbao/internal/filename"
	"nianbao/internal/job"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

// copier writes the copies of checked workbooks that were asked for.
type copier struct {
	*console
	options checkOptions
	claims
	below map[string]string // by input, the folder in that of --output for its copies, where files of other folders have its name
}

func newCopier(c *console, plan job.Plan, o checkOptions) *copier {
	k := &copier{console: c, options: o}
	k.below = k.foldersApart(plan)
	for _, p := range plan.Inputs {
		k.claim(k.target(p.Name, job.MarkedBeside(p.Name)), p.Name)
	}
	return k
}

// foldersApart are the folders by which inputs of one name are told apart, each town's 年报.xlsx in a folder of its own.
func (k *copier) foldersApart(plan job.Plan) map[string]string {
	if k.options.output == "" || k.options.isFile() {
		return nil
	}
	var all claims
	for _, p := range plan.Inputs {
		all.claim(k.target(p.Name, job.MarkedBeside(p.Name)), p.Name)
	}
	below := map[string]string{}
	for _, inputs := range all.by {
		if len(inputs) < 2 {
			continue
		}
		for i, name := range job.NamesApart(inputs) {
			if folder := filepath.Dir(filepath.FromSlash(name)); filepath.IsLocal(folder) {
				below[inputs[i]] = folder
			}
		}
	}
	return below
}

// copyMade is a copy that stands, or why there is none; neither where none is due.
type copyMade struct {
	output *job.Output
	err    error
}

// make makes and writes the copies of one workbook, as making has it.
func (k *copier) make(checked job.Checked, p job.Planned, stand func(job.Made)) (tell func()) {
	if others := k.clash(p); others != "" {
		return func() {
			k.fail(remedy.Failure{File: p.Name, Err: errors.New("和“" + others + "”会写成同一个文件，都没有另存，请改文件名或分开校验")})
		}
	}
	marks, mends := k.options.marks(), k.options.mends()
	var marked, mended copyMade
	if marks {
		marked = k.mark(checked)
	}
	if mends {
		mended = k.mend(checked)
	}
	return func() {
		if marks && k.told(p.Name, marked.err) {
			k.tellMarked(p.Name, marked.output, checked.Marked)
		}
		if mends && k.told(p.Name, mended.err) {
			k.tellMended(p.Name, mended.output)
		}
		if marked.err != nil || mended.err != nil {
			return
		}
		var m job.Made
		if marks && marked.output == nil {
			m.Idle = checked.Marked
		}
		for _, o := range []*job.Output{marked.output, mended.output} {
			if o != nil {
				m.Outputs = append(m.Outputs, *o)
			}
		}
		stand(m)
	}
}

// clash is the first other input whose copy would be the same file; "" if there is none.
func (k *copier) clash(p job.Planned) string {
	return k.others(k.target(p.Name, job.MarkedBeside(p.Name)), p.Name)
}

// parted are the copies among the outputs of a line, nil for none; ok is false where there is anything else, or a marked copy is missing.
func (k *copier) parted(m job.Made, p job.Planned) (marked, mended *job.Output, ok bool) {
	rest := m.Outputs
	take := func(name string) *job.Output {
		if len(rest) == 0 || rest[0].In(k.folderOf(p.Name)) != filepath.Clean(k.target(p.Name, name)) {
			return nil
		}
		o := &rest[0]
		rest = rest[1:]
		return o
	}
	due := k.options.marks() && m.Told.Counts != (verdict.Counts{})
	if due {
		marked = take(job.MarkedBeside(p.Name))
	}
	if k.options.mends() {
		mended = take(job.MendedBeside(p.Name))
	}
	return marked, mended, len(rest) == 0 && due == (marked != nil)
}

// isDue says whether outputs are the copies that are asked for. Whether there is something to mend, only the report tells.
func (k *copier) isDue(m job.Made, p job.Planned) bool {
	_, _, ok := k.parted(m, p)
	return ok && k.clash(p) == ""
}

// passed tells of copies what was told when they were made.
func (k *copier) passed(m job.Made, p job.Planned) bool {
	marked, mended, _ := k.parted(m, p)
	if k.options.marks() {
		k.tellMarked(p.Name, marked, m.Idle)
	}
	if k.options.mends() {
		k.tellMended(p.Name, mended)
	}
	return true
}

func (k *copier) folderOf(input string) string {
	return filepath.Dir(k.target(input, job.MarkedBeside(input)))
}

// mark writes the marked copy of a report with findings.
func (k *copier) mark(checked job.Checked) copyMade {
	if len(checked.Findings) == 0 {
		return copyMade{}
	}
	file, err := job.Marked(checked, word)
	return k.write(checked, file, err)
}

// markedAs is told of a marked copy.
const markedAs = "已标出问题，另存为：%s\n"

// tellMarked tells of a marked copy. One that was made of the same file before is told where there is nothing to mark any more.
func (k *copier) tellMarked(file string, o *job.Output, idle []string) {
	if o != nil {
		k.err.say(markedAs, o.In(k.folderOf(file)))
		return
	}
	k.err.say("%s：没有发现问题，没有另存标出问题的填报表。\n", file)
	for _, name := range idle {
		k.err.say("“%s”是以前标的，已经没有用了，可以删去。\n", name)
	}
}

// mend writes the mended copy of a report in which something can be mended.
func (k *copier) mend(checked job.Checked) copyMade {
	m, err := job.Mend(checked, job.Mending{Texts: k.options.fix, Ledger: k.options.takeLedger})
	if err == nil && m.Data == nil {
		return copyMade{}
	}
	made := k.write(checked, m.File, err)
	if made.output != nil {
		made.output.Changed, made.output.Changes = len(m.Texts)+len(m.Figures), changesTold(m)
	}
	return made
}

// changesTold tells what was mended, a line each. Cells that were blank and of which the ledger has nothing are only counted.
func changesTold(m job.Mended) (lines []string) {
	for _, c := range m.Texts {
		lines = append(lines, fmt.Sprintf("%s　“%s”改为“%s”", c.Where(), c.Before, c.After))
	}
	figures, others := job.Noteworthy(m.Figures)
	for _, t := range figures {
		lines = append(lines, fmt.Sprintf("%s　%s", t.Place, t))
	}
	if others != "" {
		lines = append(lines, others)
	}
	return lines
}

// tellMended tells of a mended copy what differs.
func (k *copier) tellMended(file string, o *job.Output) {
	if o == nil {
		if k.options.takeLedger {
			k.err.say("%s：表里的数和台账一致，不用改。\n", file)
		}
		if k.options.fix {
			k.err.say("%s：没有可以自动改正的地方。\n", file)
		}
		return
	}
	k.err.say("已改正%d处，另存为：%s\n", o.Changed, o.In(k.folderOf(file)))
	for _, change := range o.Changes {
		k.err.say("  %s\n", change)
	}
}

func (k *copier) write(checked job.Checked, file job.File, err error) copyMade {
	if err != nil {
		return copyMade{err: err}
	}
	target := k.target(checked.File, file.Name)
	if k.options.output != "" && !k.options.isFile() {
		if err := disk.MakeFolder(filepath.Dir(target)); err != nil {
			return copyMade{err: err}
		}
	}
	if _, err = k.files.Replace(target, file.Data, func(old []byte) error { return overwriting(old, checked) }); err != nil {
		return copyMade{err: err}
	}
	o := job.OutputOf(filepath.Base(target), file.Data)
	return copyMade{output: &o}
}

// overwriting is the error of writing a copy over a file in which somebody typed something else; nil where nothing is lost.
func overwriting(old []byte, by job.Checked) error {
	if job.MayReplace(old, by) {
		return nil
	}
	return errors.New("已经有这个文件，里面有别的内容，没有覆盖。请校验这一份，或改名、删去以后再试")
}

// target is where a copy goes: beside the input, into the folder of --output or one in it, or under that name.
func (k *copier) target(input, name string) string {
	switch output := k.options.output; {
	case output == "":
		return filepath.Join(filepath.Dir(input), filepath.Base(name))
	case k.options.isFile():
		return output
	default:
		return filepath.Join(output, k.below[input], filepath.Base(name))
	}
}

// claims are which inputs would write a file, so that two of them never write the same.
type claims struct{ by map[string][]string } // inputs by target, as filename.Fold has it

func (c *claims) claim(target, input string) {
	target = filename.Fold(target)
	if c.by == nil {
		c.by = map[string][]string{}
	}
	c.by[target] = append(c.by[target], input)
}

// others is the first other input that would write the same file; "" if there is none.
func (c *claims) others(target, input string) string {
	for _, other := range c.by[filename.Fold(target)] {
		if other != input {
			return other
		}
	}
	return ""
}

// told tells an error in the work on a file; it is true if there is none.
func (c *console) told(file string, err error) bool {
	var failure remedy.Failure
	switch {
	case errors.As(err, &failure):
		c.fail(failure)
	case err != nil:
		c.fail(remedy.Failure{File: file, Err: err})
	}
	return err == nil
}
