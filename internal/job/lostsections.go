package job

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/published"
)

// FillZeros writes the noughts that a published report left out into the report, which becomes a form to fill in, and counts them.
func FillZeros(r *model.Report) (filled int) {
	if r.Printed == nil {
		return 0
	}
	return published.FillZeros(r)
}

// BlankSections are the sections whose heading a published report lacks, and which stay blank in the form that it fills: their text,
// if there is any, stands in another section. It fails for a report that lacks a section with a table, as one that was cut off does,
// and for one of another form. A workbook's own lost places are told elsewhere.
func BlankSections(r *model.Report) ([]form.Section, error) {
	if r.Printed == nil {
		return nil, nil
	}
	lost := lostSections(r)
	if slices.ContainsFunc(lost, func(s form.Section) bool { return s.Table != nil }) {
		return nil, lostHeadings(r)
	}
	return lost, nil
}

func lostSections(r *model.Report) (lost []form.Section) {
	for _, s := range r.Edition.Sections {
		if slices.Contains(r.Lost, s.Text.Key) {
			lost = append(lost, s)
		}
	}
	return lost
}

// lostHeadings says which sections cannot be found, so that nobody's text is taken for another section's.
func lostHeadings(r *model.Report) error {
	lost := lostSections(r)
	if len(lost) == len(r.Edition.Sections) {
		return errNoReport
	}
	var headings []string
	for _, s := range lost {
		headings = append(headings, form.Quote(s.Heading()))
	}
	return fmt.Errorf("找不到标题%s，请在文档里补上（单独成一段，文字与规定的相同）后再试", strings.Join(headings, "、"))
}
