package main

import (
	"errors"
	"path/filepath"
	"strings"

	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/remedy"
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

// copy makes and writes the copies of one workbook.
func (k *copier) copy(checked job.Checked, p job.Planned) (tell func()) {
	if others := k.others(k.target(p.Name, job.MarkedBeside(p.Name)), p.Name); others != "" {
		return func() {
			k.fail(remedy.Failure{File: p.Name, Err: errors.New("和“" + others + "”会写成同一个文件，都没有另存，请改文件名或分开校验")})
		}
	}
	var tells []func()
	if k.options.format == "xlsx" {
		tells = append(tells, k.mark(checked))
	}
	if k.options.corrects() {
		mended, err := job.Corrected(checked, job.Corrections{Texts: k.options.fix, Ledger: k.options.takeLedger})
		target := ""
		if mended.Data != nil || err != nil {
			target, err = k.write(checked, mended.File, err)
		}
		tells = append(tells, func() {
			if k.told(p.Name, err) {
				k.tellChanges(p.Name, target, mended)
			}
		})
	}
	return func() {
		for _, tell := range tells {
			tell()
		}
	}
}

// mark writes the marked copy of a report with findings. One that was made of the same file before is told where there are none any more.
func (k *copier) mark(checked job.Checked) (tell func()) {
	if len(checked.Findings) == 0 {
		return func() {
			k.err.say("%s：没有发现问题，没有另存标出问题的填报表。\n", checked.File)
			for _, name := range checked.Marked {
				k.err.say("“%s”是以前标的，已经没有用了，可以删去。\n", name)
			}
		}
	}
	file, err := job.Marked(checked, word)
	target, err := k.write(checked, file, err)
	return func() {
		if k.told(checked.File, err) {
			k.err.say("已标出问题，另存为：%s\n", target)
		}
	}
}

func (k *copier) write(checked job.Checked, file job.File, err error) (target string, _ error) {
	if err != nil {
		return "", err
	}
	target = k.target(checked.File, file.Name)
	if folder := k.options.output; folder != "" && filepath.Dir(target) == filepath.Clean(folder) {
		if err := disk.MakeFolder(folder); err != nil {
			return "", err
		}
	}
	_, err = k.files.Replace(target, file.Data, func(old []byte) error { return overwriting(old, checked) })
	return target, err
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

func (k *copier) tellChanges(input, file string, mended job.Mended) {
	if mended.Data == nil {
		if k.options.takeLedger {
			k.err.say("%s：表里的数和台账一致，不用改。\n", input)
		}
		if k.options.fix {
			k.err.say("%s：没有可以自动改正的地方。\n", input)
		}
		return
	}
	k.err.say("已改正%d处，另存为：%s\n", len(mended.Texts)+len(mended.Figures), file)
	for _, change := range mended.Texts {
		k.err.say("  %s第%d段　“%s”改为“%s”\n", change.Section, change.Paragraph, change.Before, change.After)
	}
	figures, zeros := job.Noteworthy(mended.Figures)
	for _, t := range figures {
		k.err.say("  %s　%s\n", t.Place, t)
	}
	if zeros > 0 {
		k.err.say("  台账里没有的，%d个空格填了0\n", zeros)
	}
}
