package check

import (
	"slices"
	"strings"
	"unicode"

	"nianbao/internal/chinese"
	"nianbao/internal/model"
)

// signedBy is a published report that somebody signed.
func signedBy(unit string) func(p *model.Printed) {
	return func(p *model.Printed) { p.Unit = unit }
}

// foreignSigner finds another unit's name under a published report. Whose report it is must have been read, and not merely guessed; of several
// that sign together one has to be the unit.
func (in *Input) foreignSigner() []Finding {
	if in.Report.Printed == nil || in.Report.Printed.Unit == "" || !in.isCertain("unit.name") {
		return nil
	}
	signed, own := in.asMeant(in.Report.Printed.Unit), in.Report.Unit()
	for _, unit := range slices.Concat([]string{signed}, strings.FieldsFunc(signed, func(r rune) bool { return unicode.IsSpace(r) || chinese.IsOneOf(r, "、，,") })) {
		if chinese.MaySignFor(unit, own) || chinese.MaySignFor(unit, in.unit()) {
			return nil
		}
	}
	return []Finding{{
		Message: "落款写的是“" + told(signed) + "”，本报告是" + excerpt(own) + "的，请改正；报告是从别处抄来的，请按本单位的情况改写。",
		Actual:  signed, Expected: own,
		Cells: []Cell{{Key: "unit.name", Role: Subject, Label: "“落款”", Value: signed}},
		Text:  &Quote{Section: "落款", Words: signed},
	}}
}
