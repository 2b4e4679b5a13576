package main

import (
	"errors"
	"io"
	"path/filepath"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/line"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

// copier writes the copies of checked workbooks that were asked for.
type copier struct {
	*console
	options checkOptions
	claims
}

func newCopier(c *console, plan job.Plan, o checkOptions) *copier {
	k := &copier{console: c, options: o}
	for _, p := range plan.Inputs {
		k.claim(k.target(p.Name, job.MarkedBeside(p.Name)), p.Name)
	}
	return k
}

// copyMade is a copy that stands, or why there is none, and what is said of it.
type copyMade struct {
	outputs []job.Output
	said    string
	err     error
}

// make makes and writes the copies of one workbook, as making has it.
func (k *copier) make(checked job.Checked, p job.Planned, stand func(outputs []job.Output, said string)) (tell func()) {
	if others := k.clash(p); others != "" {
		return func() {
			k.fail(remedy.Failure{File: p.Name, Err: errors.New("和“" + others + "”会写成同一个文件，都没有另存，请改文件名或分开校验")})
		}
	}
	var made []copyMade
	if k.options.format == "xlsx" {
		made = append(made, k.mark(checked))
	}
	if k.options.fix {
		made = append(made, k.correct(checked))
	}
	return func() {
		var all copyMade
		stands := true
		for _, one := range made {
			if stands = k.told(p.Name, one.err) && stands; one.err == nil {
				io.WriteString(k.err, one.said)
			}
			all.outputs, all.said = append(all.outputs, one.outputs...), all.said+one.said
		}
		if stands {
			stand(all.outputs, all.said)
		}
	}
}

// clash is the first other input whose copy would be the same file; "" if there is none.
func (k *copier) clash(p job.Planned) string {
	return k.others(k.target(p.Name, job.MarkedBeside(p.Name)), p.Name)
}

// isDue says whether outputs are the copies that are asked for: the marked one where there are findings, and no more than one that is
// corrected, since only the report tells whether something is.
func (k *copier) isDue(m job.Made, p job.Planned) bool {
	outputs := m.Outputs
	if k.options.format == "xlsx" && m.Told.Counts != (verdict.Counts{}) {
		if len(outputs) == 0 || !k.isTarget(outputs[0], p, job.MarkedBeside(p.Name)) {
			return false
		}
		outputs = outputs[1:]
	}
	if k.options.fix && len(outputs) > 0 && k.isTarget(outputs[0], p, job.CorrectedBeside(p.Name)) {
		outputs = outputs[1:]
	}
	return len(outputs) == 0 && k.clash(p) == ""
}

func (k *copier) isTarget(o job.Output, p job.Planned, name string) bool {
	return o.In(k.folderOf(p.Name)) == filepath.Clean(k.target(p.Name, name))
}

// passed tells of copies what was said when they were made.
func (k *copier) passed(m job.Made, _ job.Planned) bool {
	io.WriteString(k.err, m.Said)
	return true
}

func (k *copier) folderOf(input string) string {
	return filepath.Dir(k.target(input, job.MarkedBeside(input)))
}

// mark writes the marked copy of a report with findings. One that was made of the same file before is told where there are none any more.
func (k *copier) mark(checked job.Checked) copyMade {
	if len(checked.Findings) == 0 {
		said := line.Sprintf("%s：没有发现问题，没有另存标出问题的填报表。\n", checked.File)
		for _, name := range checked.Marked {
			said += line.Sprintf("“%s”是以前标的，已经没有用了，可以删去。\n", name)
		}
		return copyMade{said: said}
	}
	file, err := job.Marked(checked, word)
	return k.write(checked, file, err, func(target string) string { return line.Sprintf("已标出问题，另存为：%s\n", target) })
}

// correct writes the corrected copy of a report in which something can be corrected.
func (k *copier) correct(checked job.Checked) copyMade {
	file, changes, err := job.Corrected(checked)
	if err == nil && len(changes) == 0 {
		return copyMade{said: line.Sprintf("%s：没有可以自动改正的地方。\n", checked.File)}
	}
	return k.write(checked, file, err, func(target string) string { return changesTold(target, changes) })
}

func (k *copier) write(checked job.Checked, file job.File, err error, said func(target string) string) copyMade {
	if err != nil {
		return copyMade{err: err}
	}
	target := k.target(checked.File, file.Name)
	if folder := k.options.output; folder != "" && filepath.Dir(target) == filepath.Clean(folder) {
		if err := disk.MakeFolder(folder); err != nil {
			return copyMade{err: err}
		}
	}
	if _, err = k.files.Replace(target, file.Data, func(old []byte) error { return overwriting(old, checked) }); err != nil {
		return copyMade{err: err}
	}
	return copyMade{outputs: []job.Output{job.OutputOf(filepath.Base(target), file.Data)}, said: said(target)}
}

// overwriting is the error of writing a copy over a file in which somebody typed something else; nil where nothing is lost.
func overwriting(old []byte, by job.Checked) error {
	if job.MayReplace(old, by) {
		return nil
	}
	return errors.New("已经有这个文件，里面有别的内容，没有覆盖。请校验这一份，或改名、删去以后再试")
}

// target is where a copy goes: beside the input, into the folder of --output, or under that name.
func (k *copier) target(input, name string) string {
	switch output := k.options.output; {
	case output == "":
		return filepath.Join(filepath.Dir(input), filepath.Base(name))
	case strings.EqualFold(filepath.Ext(output), ".xlsx") && !disk.IsFolder(output):
		return output
	default:
		return filepath.Join(output, filepath.Base(name))
	}
}

// claims are which inputs would write a file, so that two of them never write the same.
type claims struct{ by map[string][]string } // inputs by target, as job.SameName has it

func (c *claims) claim(target, input string) {
	target = job.SameName(target)
	if c.by == nil {
		c.by = map[string][]string{}
	}
	c.by[target] = append(c.by[target], input)
}

// others is the first other input that would write the same file; "" if there is none.
func (c *claims) others(target, input string) string {
	for _, other := range c.by[job.SameName(target)] {
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

// changesTold are the places in which a corrected copy differs.
func changesTold(file string, changes []check.Change) string {
	told := line.Sprintf("已改正%d处，另存为：%s\n", len(changes), file)
	for _, change := range changes {
		told += line.Sprintf("  %s第%d段　“%s”改为“%s”\n", change.Section, change.Paragraph, change.Before, change.After)
	}
	return told
}
