package web

import (
	"cmp"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/workbook"
)

// renew gives a report a new version, and checks it.
func (d *desk) renew(one *inHand, v version) {
	before := d.foundNow(one)
	d.keep(one, v)
	d.recheck(one)
	one.before = before
}

// keep puts a further version of a report behind the others. What is typed is taken however much is in hand, and the earliest versions are
// given up for it.
func (d *desk) keep(one *inHand, v version) {
	const most, fewest = 30, 2 // versions that are kept, to go back to
	d.made++
	v.number = d.made
	one.versions = append(one.versions, v)
	for len(one.versions) > most || len(one.versions) > fewest && d.bytes() > d.options.Most {
		first, second := &one.versions[0], &one.versions[1]
		if second.over == nil { // else they are told of already, as what was left
			second.changes = append(first.changes, second.changes...)
		}
		second.taken = cmp.Or(second.taken, first.taken)
		one.versions = slices.Clone(one.versions[1:]) // and not a part of the list, which would hold the first one
	}
}

// foundNow is what is found in a report among the others as they are now, whether or not anybody has looked at it.
func (d *desk) foundNow(one *inHand) *earlier {
	d.compare()
	return &earlier{one.checked.Outcome, one.against}
}

func (d *desk) recheck(one *inHand) { d.takeFound(one, d.check(one.now())) }

// takeFound takes over what was found in a report as it stands now: what was brought to it stays, and what was made with that is made anew.
func (d *desk) takeFound(one *inHand, f found) {
	one.checked, one.against, one.alike, one.stale = f.Checked, f.against, false, false
	one.checked.File = one.name
	one.pages, one.sketch, one.sum = nil, nil, nil
	if one.held != nil {
		one.held.compared = nil
	}
	if one.filled != nil {
		one.filled.Filled = nil
	}
	for _, e := range []*edited{one.edited, one.taken()} {
		if e != nil {
			e.back = nil
		}
	}
	d.changed()
}

// mend puts right in the texts what can be put right without a doubt.
func (d *desk) mend(r *http.Request) (answer, error) {
	defer d.lock()()
	one, err := d.find(r)
	if err != nil {
		return answer{}, err
	}
	m, err := job.Mend(one.checked, job.Mending{Texts: true})
	if err != nil {
		return answer{}, err
	}
	if len(m.Texts) == 0 {
		return answer{}, refuse(http.StatusConflict, "没有可以直接改正的标点、空格")
	}
	var told []string
	for _, c := range m.Texts {
		told = append(told, fmt.Sprintf("%s：“%s”改成“%s”", c.Where(), c.Before, c.After))
	}
	d.renew(one, version{file: m.File, changes: told})
	return answer{view: one.path(), told: fmt.Sprintf("改正了%d处", len(m.Texts))}, nil
}

// takeLedger takes the figures on applications from the ledger.
func (d *desk) takeLedger(r *http.Request) (answer, error) {
	defer d.lock()()
	one, err := d.find(r)
	if err != nil {
		return answer{}, err
	}
	m, err := job.Mend(one.checked, job.Mending{Ledger: true})
	if err != nil {
		return answer{}, err
	}
	if len(m.Figures) == 0 {
		return answer{}, refuse(http.StatusConflict, "表里的数和台账一致，不用改")
	}
	var told []string
	figures, others := job.Noteworthy(m.Figures)
	for _, t := range figures {
		told = append(told, t.String())
	}
	if others != "" {
		told = append(told, others)
	}
	d.renew(one, version{file: m.File, changes: told})
	return answer{view: one.path(), told: fmt.Sprintf("按台账填了%d格", len(m.Figures))}, nil
}

// undo goes back to the version before the last change.
func (d *desk) undo(r *http.Request) (answer, error) {
	defer d.lock()()
	one, err := d.find(r)
	if err != nil {
		return answer{}, err
	}
	if !one.mayGoBack() {
		return answer{}, refuse(http.StatusConflict, "没有可以撤销的修改")
	}
	undone := one.versions[len(one.versions)-1]
	d.goBack(one)
	one.before = nil
	if undone.over != nil {
		d.takeWaiting()
		return answer{view: one.path(), told: "换回了以前的“" + one.name + "”"}, nil
	}
	if undone.slips != nil {
		one.slips = slices.DeleteFunc(one.slips, func(f job.File) bool { return hasSlip(undone.slips, f) })
		for _, v := range one.versions {
			for _, f := range v.slips {
				if !hasSlip(one.slips, f) { // the one that was undone had come in its place
					one.slips = append(one.slips, f)
				}
			}
		}
	}
	return answer{view: one.path(), told: "已撤销上一次修改"}, nil
}

// mayGoBack says whether there is a version before the last one.
func (r *inHand) mayGoBack() bool { return len(r.versions) > 1 }

// goBack gives a report's last version up, and what went by it.
func (d *desk) goBack(one *inHand) {
	last := len(one.versions) - 1
	if over := one.versions[last].over; over != nil {
		one.standing = over.standing
		one.name = d.freeName(one.name, one) // others came since
	}
	one.versions = slices.Clone(one.versions[:last])
	d.recheck(one)
}

// typed is what was typed into the page in the place of something. Keys and places are those of the view that it stood in.
type typed struct {
	Key       form.Key
	Number    string // 编号 of the finding that is explained; "" for all else
	Paragraph int    // of a text: which one, counted from 1; 0 for a further one behind all others
	Before    string
	Text      string
}

// change makes what was typed into the page a new version of the report.
func (d *desk) change(r *http.Request) (answer, error) {
	var list []typed
	if err := read(r, &list); err != nil {
		return answer{}, err
	}
	defer d.lock()()
	one, err := d.find(r)
	if err != nil {
		return answer{}, err
	}
	if one.checked.Err != nil {
		return answer{}, one.checked.Err
	}
	var changes []workbook.Change
	var told []string
	for _, t := range list {
		c, said := t.change(one.checked.Report)
		changes, told = append(changes, c), append(told, said)
	}
	if len(changes) == 0 {
		return answer{}, refuse(http.StatusBadRequest, "没有改动")
	}
	f, err := job.Edited(one.checked, changes)
	if errors.Is(err, workbook.ErrOtherNow) {
		return answer{}, refuse(http.StatusUnprocessableEntity, "%w，可能在别的窗口里改过；请刷新这一页，看了现在写的再改", err)
	}
	if err != nil {
		return answer{}, err
	}
	d.renew(one, version{file: f, changes: told})
	d.takeWaiting()
	return answer{view: one.path(), told: fmt.Sprintf("改了%d处", len(changes))}, nil
}

// change is what is to be changed in the workbook, and what is said of it.
func (t typed) change(r *model.Report) (c workbook.Change, told string) {
	if t.Number != "" {
		return workbook.Change{Number: t.Number, Before: t.Before, After: t.Text}, fmt.Sprintf("编号%s的说明：%s", t.Number, quoted(t.Text))
	}
	c = workbook.Change{Key: t.Key, Paragraph: t.Paragraph, Before: t.Before, After: t.Text}
	label := t.label(r)
	if texts, isText := r.Texts[t.Key]; t.Paragraph == 0 && (isText || isPassage(r, t.Key)) {
		c.New, c.Paragraph, c.Before = true, len(texts), ""
		if len(texts) > 0 {
			c.Before = texts[len(texts)-1].Text
		}
		return c, fmt.Sprintf("%s加了一段：%s", label, quoted(t.Text))
	}
	return c, fmt.Sprintf("%s：%s改成%s", label, quoted(t.Before), quoted(t.Text))
}

// label is what is changed, in words.
func (t typed) label(r *model.Report) string {
	if cell, ok := r.Edition.Cell(t.Key); ok {
		return cell.Label()
	}
	if name, ok := model.IndicatorOf(t.Key); ok {
		return workbook.IndicatorsSheet + "的“" + name + "”"
	}
	if f, ok := form.FieldByKey(t.Key); ok {
		return f.Label
	}
	for _, p := range r.Edition.Passages() {
		if p.Key != t.Key {
			continue
		}
		if t.Paragraph > 0 {
			return fmt.Sprintf("“%s”第%d段", p.Label, t.Paragraph)
		}
		return "“" + p.Label + "”"
	}
	return string(t.Key)
}

// quoted is what was typed, as a list of changes shows it.
func quoted(text string) string {
	const most = 40 // characters
	if strings.TrimSpace(text) == "" {
		return "（空）"
	}
	return "“" + chinese.Shortened(text, most) + "”"
}
