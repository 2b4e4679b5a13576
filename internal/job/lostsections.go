package job

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/published"
	"nianbao/internal/remedy"
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
	var faults []error
	for _, s := range lost {
		if published.HoldsHeading(r, s) {
			faults = append(faults, fmt.Errorf("标题%s在文档里，但次序不对：六个部分要从一到六排。请把这一部分移到%s，再试", form.Quote(s.Heading()), placeOfSection(r, s)))
			continue
		}
		headings = append(headings, form.Quote(s.Heading()))
	}
	if headings != nil {
		faults = append(faults, fmt.Errorf("找不到标题%s，请在文档里补上（单独成一段，文字与规定的相同）后再试", strings.Join(headings, "、")))
	}
	return remedy.Join(faults...)
}

// placeOfSection says where a section is due.
func placeOfSection(r *model.Report, s form.Section) string {
	sections := r.Edition.Sections
	at := slices.IndexFunc(sections, func(other form.Section) bool { return other.Text.Key == s.Text.Key })
	if at == 0 {
		return "前言后面"
	}
	return form.Quote(sections[at-1].Heading()) + "这一部分的后面"
}
