package job

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/published"
)

// A PDF and an OFD of ours say of themselves whether they are as they were written. Texts, web pages and data cannot, and documents of word
// processors only as far as other programs put their names there: what stands in them is held against the sealed pages beside them, which
// were written from the same.

// isSealed tells pages that say of themselves whether they are as they were written, by their names.
func isSealed(name string) bool {
	return slices.Contains([]string{".pdf", ".ofd"}, strings.ToLower(filepath.Ext(name)))
}

// WitnessesOf are the names of the sealed pages that are written from the same as a page.
func WitnessesOf(name string) []string {
	base := strings.TrimSuffix(name, filepath.Ext(name))
	if at := strings.LastIndex(base, fragmentMark); at >= 0 {
		base = base[:at] + base[at+len(fragmentMark):]
	}
	return []string{base + ".pdf", base + ".ofd"}
}

// MayBeTouched says whether somebody may have changed a page of ours since it was written: nothing that is beside it shows that it is as it
// was. now is the report that is to be written in its place.
func MayBeTouched(page File, beside []File, now *model.Report, pdfs *PDFs) bool {
	if isSealed(page.Name) {
		return false // IsOurPage has said so
	}
	beside = slices.DeleteFunc(slices.Clone(beside), func(f File) bool { return !IsOurPage(f.Name, f.Data) })
	if len(beside) == 0 {
		return strings.ToLower(filepath.Ext(page.Name)) != ".docx"
	}
	return !slices.ContainsFunc(beside, func(f File) bool { return saysTheSame(page, f, now, pdfs) })
}

// saysTheSame says whether a page says what a sealed one does, and data beyond that what they would say now.
func saysTheSame(page, sealed File, now *model.Report, pdfs *PDFs) bool {
	if isJSON(page.Data) {
		data, err := exchange.Read(page.Data)
		if err != nil || slices.ContainsFunc(form.Fields(), func(f form.Field) bool { return !isPrinted(f.Key) && data.Field(f.Key) != now.Field(f.Key) }) {
			return false
		}
	}
	c, errs := Compare(page, sealed, pdfs)
	isName := func(u published.Unread) bool { // a web page may be without the title
		return u.Kind == published.TitleUnread || u.Kind == published.UnitUnread || u.Kind == published.YearUnread
	}
	return errs == nil && len(c.Differences) == 0 && !slices.ContainsFunc(c.Unread, func(u published.Unread) bool { return !isName(u) })
}

// isPrinted tells the parts of the unit's data that a report prints whatever its texts say.
func isPrinted(k form.Key) bool {
	return k == "unit.name" || k == "report.year" || k == "report.date"
}

// EarlierPage is the name under which a page is kept that another one takes the place of: 年报（以前）.txt, 年报（以前2）.txt.
func EarlierPage(name string, number int) string {
	mark := "（以前）"
	if number > 1 {
		mark = "（以前" + strconv.Itoa(number) + "）"
	}
	extension := filepath.Ext(name)
	return strings.TrimSuffix(name, extension) + mark + extension
}
