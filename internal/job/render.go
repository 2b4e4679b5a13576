package job

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strings"

	"nianbao/fonts"
	"nianbao/internal/check"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
	"nianbao/internal/render"
	"nianbao/internal/render/document"
	"nianbao/internal/render/layout"
	"nianbao/internal/verdict"
)

// Renderer makes checked reports in the chosen formats.
type Renderer struct {
	Formats []render.Format
	Marking Marking
	Number  func(report, code string) int // which version of a report, by the name of its files, a review copy is; nil for the first
	Options render.Options
	Fonts   *fonts.Set
	Word    func(remedy.Remedy) string // a remedy in the words of the face, for what a draft lists
}

// Formats finds the formats of a list such as "pdf,txt".
func Formats(list string) ([]render.Format, error) {
	var formats []render.Format
	for _, name := range strings.Split(list, ",") {
		f, ok := render.ByName(strings.ToLower(strings.TrimSpace(name)))
		if !ok {
			return nil, fmt.Errorf("没有“%s”这种格式，可用的有：%s", name, strings.Join(FormatNames(), "、"))
		}
		if !slices.ContainsFunc(formats, func(other render.Format) bool { return other.Name == f.Name }) {
			formats = append(formats, f)
		}
	}
	return formats, nil
}

// FormatNames lists what the formats are called.
func FormatNames() []string {
	var names []string
	for _, f := range render.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// Rendered is a report in one format, or why it could not be written in it.
type Rendered struct {
	File
	Err error
}

// ErrBlocked is why a report with 强制 findings is not written.
var ErrBlocked = remedy.New("有强制问题，没有生成报告。请改正后再生成", remedy.MakeDraft)

// Render makes the report of a checked file in every format, under the report's title; a draft says in its name that it is one.
// A report with 强制 findings is made as a draft if that is asked for, else not at all. Behind a review copy comes the form on which it
// is signed. A format that fails does not keep the others.
func (r *Renderer) Render(c Checked) (files []Rendered, err error) {
	defer func() { remedy.Rescue(recover(), &err) }()
	in, err := r.input(c)
	if err != nil {
		return nil, err
	}
	for _, f := range r.Formats {
		out := bytes.NewBuffer(make([]byte, 0, f.Room))
		err := f.Write(out, in)
		files = append(files, Rendered{File{nameOf(c.Report, f, r.Options.Fragment, in.Document.Mark), out.Bytes()}, err})
	}
	if r.Marking == Review {
		forms, err := r.reviewed(c, in.Document.Mark)
		if err != nil {
			return nil, err
		}
		files = append(files, forms...)
	}
	return files, nil
}

// Pages lays the report of a checked file out as Render does for a PDF, to be looked at page by page; Formats are not asked.
func (r *Renderer) Pages(c Checked) (pages *layout.Pages, err error) {
	defer func() { remedy.Rescue(recover(), &err) }()
	in, err := r.input(c)
	if err != nil {
		return nil, err
	}
	return in.Pages(), nil
}

// input is what a report is written from, in whatever format.
func (r *Renderer) input(c Checked) (in *render.Input, err error) {
	if c.Err != nil {
		return nil, c.Err
	}
	if check.Blocks(c.Findings) && r.Marking != Draft {
		return nil, ErrBlocked
	}
	d := document.Compose(c.Report)
	if d.Mark, err = r.mark(c.Report); err != nil {
		return nil, err
	}
	if r.Marking == Draft {
		d.Notes = r.notes(c.Report, c.Findings)
	}
	last := c.Before.Report
	if c.Before.Divided != nil { // a part of it, which nobody told, is this unit's
		last = nil
	}
	return render.NewInput(c.Report, last, d, r.Fonts, r.Options), nil
}

// notes are what a draft lists as still to be done, what must be put right first. Nothing of a ledger of applications is printed.
func (r *Renderer) notes(of *model.Report, findings []check.Finding) []document.Note {
	open := slices.DeleteFunc(withoutLedger(findings), func(f check.Finding) bool { return f.Explanation != "" })
	open = byWeight(open)
	folded := verdict.Outcome{Report: of, Findings: open}.Folded(verdict.Options{Word: r.Word})
	var list []document.Note
	for i, f := range open {
		text := worded(f, r.Word)
		if sentence, ok := folded[i]; ok {
			text = sentence
		}
		if text != "" {
			list = append(list, document.Note{Level: f.Level.String(), Place: f.Where().Place.String(), Text: text + "（规则：" + check.NameOf(f.Rule) + "）"})
		}
	}
	return list
}

// byWeight has those findings first that weigh most.
func byWeight(findings []check.Finding) []check.Finding {
	return slices.SortedStableFunc(slices.Values(findings), func(a, b check.Finding) int { return cmp.Compare(a.Level, b.Level) })
}

// worded is what a finding says to the unit, with what to do about it in the words of the face.
func worded(f check.Finding, word func(remedy.Remedy) string) string {
	told := f.ForUnit()
	if f.Remedy.Action != remedy.None && word != nil {
		if todo := word(f.Remedy); todo != "" {
			told += todo + "。"
		}
	}
	return told + f.Doubted()
}
