package check

import (
	"nianbao/internal/model"
)

// What is found on a published report may be a fault of our reading. Such a finding says so, and never has to be put right.

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
func (f *Finding) doubtReading() {
	for _, c := range f.Cells {
		if f.Doubt == "" {
			f.Doubt = c.doubt
		}
	}
	if f.Doubt != "" {
		f.Level = max(f.Level, Query)
	}
}

// Doubted is what a finding says of its doubt, "" if it has none.
func (f Finding) Doubted() string {
	if f.Doubt == "" {
		return ""
	}
	return "（可能是读取的问题：" + f.Doubt + "，请对照原件）"
}
