package check

import (
	"cmp"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// What is found on a published report may be a fault of our reading. Such a finding says so, and never has to be put right, but for figures
// that were not read at all: a report without them may neither pass nor be printed as a final one.

// notRead is why a figure is doubtful that was not read at all.
const notRead = "有的数没有读出来"

// doubtOf is why a figure may have been read wrong, "" if it stands as it was read.
func doubtOf(r *model.Report, v model.Value) string {
	if v.Doubt == "" && v.State == model.Missing && r.Printed != nil {
		return notRead
	}
	return v.Doubt
}

// doubtReading gives a finding the first doubt of the cells that take part in it, unless the rule had a doubt of its own.
func (in *Input) doubtReading(f *Finding) {
	for _, c := range f.Cells {
		f.Doubt = cmp.Or(f.Doubt, c.doubt)
	}
	switch {
	case f.Text == nil:
	case in.transcript().isTraditional():
		f.Doubt = cmp.Or(f.Doubt, "网页或文件是繁体字的，转成简体后才校验")
	case f.Level > Fatal && in.isTorn(f.Cells[0].Key):
		f.Doubt = cmp.Or(f.Doubt, "这一部分的段落是从一行行里拼起来的，有的没有拼好")
	}
	if f.Doubt != "" && !f.unread {
		f.Level = max(f.Level, Query)
	}
}

// isTorn says whether the paragraphs of a passage were pieced together from lines, and one of them breaks off.
func (in *Input) isTorn(passage form.Key) bool {
	if !in.isPieced() {
		return false
	}
	s, _ := in.section(passage)
	for i := range s.paragraphs {
		if s.brokenEnd(i) != "" || s.endFault(i) != "" {
			return true
		}
	}
	return false
}

// Doubted is what a finding says of its doubt, "" if it has none.
func (f Finding) Doubted() string {
	if f.Doubt == "" {
		return ""
	}
	return "（可能是读取的问题：" + f.Doubt + "，请对照原件）"
}
