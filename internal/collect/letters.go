package collect

import (
	"nianbao/internal/job"
	"nianbao/internal/letter"
	"nianbao/internal/line"
	"nianbao/internal/render/document"
)

// compose makes a letter of the office, which whoever sends it dates. It says whom to ask.
func (a *Aggregated) compose(name string, content map[string]any) (*document.Document, error) {
	content["Ask"] = letter.InLine(a.order.Laid.Whom())
	return letter.Compose(name, content, document.Signature{Unit: a.Signed()}, letter.DatedBy(a.Year))
}

// Signed is who the letters are from: the office that collects the reports, else the unit that they are added up for; "" where neither is known.
func (a *Aggregated) Signed() string {
	if laid := a.order.Laid; laid != nil && laid.Office != "" {
		return line.Single(laid.Office)
	}
	return line.Single(a.Report.Unit())
}

// letterFiles are the files of a letter of this name.
func letterFiles(name string, d *document.Document) (files []job.File, err error) {
	forms, err := letter.Forms(d)
	for _, f := range forms {
		files = append(files, job.File{Name: name + f.Extension, Data: f.Data})
	}
	return files, err
}
