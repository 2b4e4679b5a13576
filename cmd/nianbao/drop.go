package main

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/disk"
	"nianbao/internal/filename"
	"nianbao/internal/job"
	"nianbao/internal/office"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

// Formats of the pages that a drop leaves: of a sound report, and of one with 强制 findings.
const (
	soundFormats = defaultFormats
	draftFormats = "pdf"
)

// runDrop is the call without a verb, which is what dropping files on the program does. Each report gets what its clerk needs next: its
// pages if it is sound, a draft if not, and a marked copy where there is something to mend or to explain. What came of it is said last.
func runDrop(c *console, args []string) error {
	k, err := c.checker(comparison{})
	if err != nil {
		return err
	}
	args, err = c.layDropped(k, args)
	if err != nil || len(args) == 0 {
		return err
	}
	plan, closed := c.planTogether(args)
	k.Among = plan.Earlier()
	k.Likeness = k.NewLikeness(plan.Inputs, nil)
	d := &drop{console: c, telling: verdict.Options{Word: wordDropped, Points: k.Settings.Points, Shared: k.Likeness.Shared(k.Settings, k.Year)}, written: map[string]bool{}}
	d.Writer = c.text(d.telling)
	if d.sound, err = d.pages(k, soundFormats, job.Final); err != nil {
		return err
	}
	if d.draft, err = d.pages(k, draftFormats, job.Draft); err != nil {
		return err
	}
	if err := c.each(plan, closed, k, d.telling, d, d.work); err != nil {
		return err
	}
	d.parting.tell(c.err)
	return nil
}

// layDropped takes what an office lays down out of the files that were dropped, and has the others checked by it.
func (c *console) layDropped(k *job.Checker, args []string) (others []string, err error) {
	for _, arg := range args {
		if !isLaid(arg) {
			others = append(others, arg) // what is wrong with it is told when it is its turn
			continue
		}
		if k.County != nil {
			return nil, remedy.Failure{File: arg, Err: errors.New("又是一份本县设置，一次只能用一份")}
		}
		county, err := c.county("rules", arg, office.ReadRules)
		if err != nil {
			return nil, err
		}
		k.Lay(county)
		c.err.say("读入了本县设置“%s”，没有写错的地方，名单里有%d个单位。\n", filepath.Base(arg), len(county.Members))
	}
	if len(others) == 0 {
		c.err.say("要给各单位下发填报表：双击程序，在打开的网页里，把它放到“开始”。要照它校验：和各单位的年报一起拖上来。\n")
	}
	return others, nil
}

// isLaid tells a file with what an office lays down.
func isLaid(file string) bool {
	if !slices.Contains([]string{".xlsx", ".xlsm", ".yaml", ".yml"}, strings.ToLower(filepath.Ext(file))) {
		return false
	}
	data, err := disk.Read(file)
	return err == nil && office.IsSettings(file, data)
}

// drop works on dropped files, and keeps what is to be said last.
type drop struct {
	*console
	verdict.Writer
	telling      verdict.Options
	sound, draft *pageWriter
	written      map[string]bool // copies of this call, which none of its inputs takes for an older one's
	parting      parting
}

func (d *drop) pages(k *job.Checker, list string, marking job.Marking) (*pageWriter, error) {
	formats, err := job.Formats(list)
	return &pageWriter{console: d.console, Renderer: job.Renderer{Formats: formats, Marking: marking, Fonts: k.Fonts, Word: wordDropped}}, err
}

// Write tells an outcome, and remembers it.
func (d *drop) Write(o verdict.Outcome) error {
	d.parting.add(o)
	return d.Writer.Write(o)
}

// work makes what a dropped report leaves. It is written when the report is told. One that is there to be compared with, published long
// since, leaves nothing.
func (d *drop) work(checked job.Checked, p job.Planned) (tell func()) {
	if checked.Earlier {
		return func() { d.parting.compared(p.Name) }
	}
	pages := d.sound
	if check.Blocks(checked.Findings) {
		pages = d.draft
	}
	err := pages.clash(p)
	var files []job.Rendered
	var marked job.File
	if err == nil {
		files, err = pages.Render(checked)
		files = slices.DeleteFunc(files, func(f job.Rendered) bool { // a published report that was dropped is no page to be made of itself
			return filename.Fold(f.Name) == filename.Fold(filepath.Base(p.Name))
		})
	}
	marks := err == nil && isToBeMarked(checked)
	if marks {
		marked, err = job.Marked(checked, wordDropped)
	}
	l := left{file: p.Name, counts: checked.Counts(), untouched: checked.IsUntouchedMarked(), edited: checked.Edited(), leftOpen: checked.LeftOpen()}
	l.attend = attention(checked, p)
	return func() {
		failures := len(d.failures)
		l.pages = pages.save(checked, files)
		l.lacking = len(l.pages) < len(files)
		l.attend = append(pages.outdated(checked, l.pages), l.attend...)
		if d.told(p.Name, err) && marks {
			l.marked, l.later = d.mark(checked, marked)
		}
		l.failures = slices.Clone(d.failures[failures:])
		d.parting.left(l)
	}
}

// attention is what the clerk is to know of other files than those that are written.
func attention(checked job.Checked, p job.Planned) (sentences []string) {
	if checked.Lock != "" {
		sentences = append(sentences, "“"+filepath.Base(p.Name)+"”可能正打开着，看的是上次保存的内容；没有保存的改动，请先保存。")
	}
	if len(checked.Later) > 0 {
		sentences = append(sentences, quotedNames(checked.Later)+"是从这一份另存、后来改过的，这次没有看；要用改过的，请拖最后改的那一份。")
	}
	if replaced := p.Replaced(); len(replaced) > 0 {
		sentences = append(sentences, quotedNames(replaced)+"是改好以前的，这次没有看。")
	}
	if r := checked.Report; isToBeMarked(checked) && checked.IsRestored() && len(r.Strays)+len(check.LeftOut(r)) > 0 {
		sentences = append(sentences, "标出问题的那份补上了缺的格，是重新做的，“"+filepath.Base(p.Name)+"”里的批注、图片、另外的工作表和写在格子外面的字没有带过去；要的，请到原来那份里找。")
	}
	if len(checked.Marked) > 0 && !isToBeMarked(checked) {
		sentences = append(sentences, quotedNames(checked.Marked)+"是以前标的，用不着了，可以删去。")
	}
	return sentences
}

// wordDropped is word for a clerk who only drops files: of options there is nothing to say.
func wordDropped(r remedy.Remedy) string {
	if told, ok := job.Unaided(r); ok {
		return told
	}
	return word(r)
}

// isToBeMarked says whether a marked copy helps the clerk on: where something is to be mended, or to be explained, which nobody can who
// only drops files but in such a copy. One that nobody has touched yet has its marks.
func isToBeMarked(c job.Checked) bool {
	n := c.Counts()
	return n.Fatal+n.Query > 0 && !c.IsUntouchedMarked()
}

// newestFrom is the last of the copies that were made one of the other, beginning with an edited one: what is mended goes on in the newest.
func newestFrom(file string, data []byte) string {
	for next := file; ; {
		next = job.MarkedBeside(next)
		made, err := disk.Read(next)
		if err != nil {
			return file
		}
		if job.IsMadeFrom(made, data) {
			file, data = next, made
		}
	}
}

// mark writes the marked copy of a report. Where somebody typed into one, the next name is taken; where that was made of this very
// report, it is the later version, and named instead.
func (d *drop) mark(checked job.Checked, file job.File) (written, later string) {
	for target := job.MarkedBeside(checked.File); ; target = job.MarkedBeside(target) {
		if d.written[filename.Fold(target)] || d.files.Refuse(target) != nil {
			continue // of this call
		}
		data, err := disk.Read(target)
		isOpen := d.beside.lock(target) != ""
		switch {
		case err != nil: // mostly there is none
		case job.Follows(data, checked.Report):
			return "", newestFrom(target, data)
		case isOpen && job.Marks(data, checked.Report): // somebody is at it
			return target, ""
		case isOpen, !job.MayReplace(data, checked):
			continue
		}
		_, err = d.files.Replace(target, file.Data, func(old []byte) error { return overwriting(old, checked) })
		if !d.told(target, err) {
			return "", ""
		}
		d.written[filename.Fold(target)] = true
		d.out.say(markedAs, target)
		return target, ""
	}
}
