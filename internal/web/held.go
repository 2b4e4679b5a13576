package web

import (
	"net/http"
	"strings"

	"nianbao/internal/collect"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/verdict"
)

// held is what was published, held against the report.
type held struct {
	file     job.File
	compared *verdict.Compared // nil since the report was changed
}

// heldView is what came of it.
type heldView struct {
	Name        string // of the published file; "" as long as there is none
	Conclusion  string
	State       string
	Other       bool // it is of another unit or year
	Differences []string
	Unread      []string
	Correctable bool // there is something to correct, once it is published
}

// hold holds a published version against the report.
func (d *desk) hold(one *inHand, file job.File) (answer, error) {
	if one.checked.Err != nil {
		return answer{}, one.checked.Err
	}
	was := one.held
	one.held = &held{file: file}
	if _, err := d.compared(one); err != nil {
		one.held = was
		return answer{}, err
	}
	return answer{view: one.path("edited"), told: "比对了“" + file.Name + "”"}, nil
}

// compared is what the published version that is held against a report differs in; nil for none.
func (d *desk) compared(one *inHand) (*verdict.Compared, error) {
	if one.held == nil {
		return nil, nil
	}
	if one.held.compared == nil {
		c, errs := job.Compare(one.held.file, one.now(), d.options.PDFs)
		if errs != nil {
			return nil, errs[0]
		}
		one.held.compared = &c
	}
	return one.held.compared, nil
}

func (d *desk) heldView(one *inHand) (v heldView, err error) {
	if one.checked.Err != nil { // it is held against nothing until it can be read again
		return v, nil
	}
	c, err := d.compared(one)
	if c == nil || err != nil {
		return v, err
	}
	v = heldView{Name: one.held.file.Name, Conclusion: strings.TrimPrefix(c.Conclusion(), "结论："), State: "pass", Other: c.MayBeTwoReports()}
	v.Differences, v.Unread = verdict.Told(&c.Comparison, "公布的", "这一份")
	switch {
	case v.Differences != nil:
		v.State = "fail"
	case v.Unread != nil:
		v.State = "query"
	}
	v.Correctable = v.Differences != nil && !v.Other
	return v, nil
}

// correctionFile is the notice and the list of what was published otherwise than the report is now, as one file.
func (d *desk) correctionFile(one *inHand) (job.File, error) {
	c, err := d.compared(one)
	if err != nil {
		return job.File{}, err
	}
	if c == nil {
		return job.File{}, refuse(http.StatusConflict, "还没有放进公布的那一份")
	}
	files, err := collect.Correction(*c)
	if err != nil {
		return job.File{}, err
	}
	if files == nil {
		return job.File{}, refuse(http.StatusConflict, "没有发现不同，不用更正")
	}
	data, err := zipped(files)
	return job.File{Name: job.FileName(model.TitleOf(one.checked.Report.Unit(), one.checked.Report.YearText())+"更正材料") + ".zip", Data: data}, err
}
