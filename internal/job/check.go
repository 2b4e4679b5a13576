package job

import (
	"slices"

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
	in.Answers = append(slices.Clone(k.Answers), p.answered()...)
	for _, off := range k.Settings.SwitchedOff() {
		c.Notes = append(c.Notes, "按本县的规定，没有检查"+off.Rule+"："+off.Reason)
	}
	c.Findings = check.Run(in)
	return c
}

// answered is the explanations that a clerk wrote into copies of the file. A damaged copy is no input of this call.
func (p Planned) answered() []model.Answer {
	var answers []model.Answer
	read := func(name string, data []byte) {
		if r, err := Open(name, data); err == nil {
			answers = append(answers, r.Answers...)
		}
	}
	for _, s := range p.answers {
		if data, err := s.Open(); err == nil {
			read(s.Name, data)
		}
	}
	if p.answers == nil && p.Beside != nil {
		if data := p.Beside(); data != nil {
			read(p.Name, data)
		}
	}
	return answers
}

func (k *Checker) drawable(r rune) bool {
	_, ok := k.Fonts.Resolve(fonts.Song, r)
	return ok
}
