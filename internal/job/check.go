package job

import (
	"slices"
	"sync"

	"nianbao/fonts"
	"nianbao/internal/check"
	"nianbao/internal/model"
	"nianbao/internal/verdict"
)

// Checker checks files with what the rules cannot know by themselves.
type Checker struct {
	Fonts *fonts.Set
	Last  *LastYear // nil if last year's reports were not given

	Answers  []model.Answer // explanations from a file
	Settings check.Settings // a county's own

	ExplainText bool // keep what was read of the texts
}

// Checked is a file that was checked, its contents, and what it was held against.
type Checked struct {
	verdict.Outcome
	Contents []byte
	Last     *model.Report // that it was compared with; nil for none
}

// Check opens and checks one file.
func (k *Checker) Check(p Planned) (c Checked) {
	c.File = p.Name
	defer func() {
		if rescue(recover(), &c.Err); c.Err != nil {
			c = Checked{Outcome: verdict.Outcome{File: p.Name, Err: c.Err}}
		}
	}()
	if c.Contents, c.Err = p.Open(); c.Err != nil {
		return c
	}
	var words sync.WaitGroup
	words.Go(check.Prepare) // while the file is read
	defer words.Wait()
	if c.Report, c.Err = Open(p.Name, c.Contents); c.Err != nil {
		return c
	}
	in := &check.Input{Report: c.Report, Settings: k.Settings, Drawable: k.drawable}
	last, note := k.Last.Of(c.Report)
	c.Last, in.Last = last, last
	if note != "" {
		c.Notes = append(c.Notes, note)
	}
	c.Notes = append(c.Notes, p.notes(c.Report)...)
	c.Notes = append(c.Notes, c.Report.Asides...)
	answers, unread := p.answered()
	in.Answers = append(slices.Clone(k.Answers), answers...)
	c.Notes = append(c.Notes, unread...)
	for _, off := range k.Settings.SwitchedOff() {
		c.Notes = append(c.Notes, "按本县的规定，没有检查"+off.Rule+"："+off.Reason)
	}
	c.Findings = check.Run(in)
	if k.ExplainText {
		c.Read = check.ReadText(in)
	}
	return c
}

// answered is the explanations that a clerk wrote into copies of the file, and which copies could not be read for them.
func (p Planned) answered() (answers []model.Answer, notes []string) {
	read := func(name string, open func() ([]byte, error)) {
		data, err := open()
		if data == nil && err == nil {
			return
		}
		var r *model.Report
		if err == nil {
			r, err = Open(name, data)
		}
		if err != nil {
			notes = append(notes, "“"+name+"”读不了，里面如果写了说明，没有算上："+err.Error())
			return
		}
		answers = append(answers, r.Answers...)
	}
	for _, s := range p.answers {
		read(s.Name, s.Open)
	}
	if p.answers == nil && p.Beside != nil {
		read(MarkedBeside(p.Name), p.Beside)
	}
	return answers, notes
}

func (k *Checker) drawable(r rune) bool {
	_, ok := k.Fonts.Resolve(fonts.Song, r)
	return ok
}
