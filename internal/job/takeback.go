package job

import (
	"errors"

	"nianbao/internal/county"
	"nianbao/internal/model"
	"nianbao/internal/opc"
	"nianbao/internal/published"
	"nianbao/internal/published/docx"
	"nianbao/internal/remedy"
)

// TakenBack is a report into which the text of an edited document was taken back.
type TakenBack struct {
	Report  *model.Report
	Changes []published.Change // in the order of the report
	Doubts  []string           // what the document holds besides, in plain sentences
	Another bool               // by its title it is another unit's document, or another year's
}

// TakeBack takes the text of a report that was edited as a Word document back into the report that it was made of: a filled
// workbook or exchange JSON, which is not touched. Figures are compared, never taken. It fails with a remedy.Failure that names
// the file if one of the two cannot be read, or if a section cannot be told from the one before it.
func TakeBack(edited, base File) (*TakenBack, error) {
	r, err := readForm(base.Data)
	if err != nil {
		return nil, remedy.Failure{File: base.Name, Err: err}
	}
	publication, err := showReport(docx.Read, edited.Name, edited.Data)
	if err != nil {
		return nil, remedy.Failure{File: edited.Name, Err: remedy.Plain(notDocument(edited, err))}
	}
	now, doubts := publication.Report(r.Edition)
	if len(now.Lost) > 0 {
		return nil, remedy.Failure{File: edited.Name, Err: lostHeadings(now)}
	}
	report, changes := published.TakeBack(r, now)
	return &TakenBack{report, changes, doubts, isAnother(now, r)}, nil
}

func isAnother(now, r *model.Report) bool {
	year, ok := now.Year()
	its, known := r.Year()
	return now.Unit() != "" && !county.IsSameUnit(now.Unit(), r.Unit()) || ok && known && year != its
}

// notDocument is why a file cannot be taken back, where its name or its contents tell that it never was a document.
func notDocument(f File, err error) error {
	var of opc.Error
	in, told := inputTold(f.Name, f.Data)
	if told && in.Name != wordDocument && errors.As(err, &of) && (of.Fault == opc.NotOffice || of.Fault == opc.Damaged) {
		return errors.New("是" + in.Name + "，取回修改要用改过的Word文档（.docx）")
	}
	return err
}
