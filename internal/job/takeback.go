package job

import (
	"bytes"
	"errors"
	"slices"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/inorder"
	"nianbao/internal/model"
	"nianbao/internal/opc"
	"nianbao/internal/published"
	"nianbao/internal/published/docx"
	"nianbao/internal/remedy"
	"nianbao/internal/workbook"
)

// TakenBack is a report into which the text of an edited document was taken back.
type TakenBack struct {
	Report  *model.Report
	Changes []published.Change // in the order of the report
	Doubts  []string           // what the document holds besides, in plain sentences
	Another bool               // by its title it is another unit's document, or another year's

	base *model.Report
	file File // of the base
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
	return &TakenBack{report, changes, doubts, isAnother(now, r), r, base}, nil
}

// Workbook is a copy of the base's own workbook in which the text was changed, so that all else that an office or a unit keeps in it is
// still there. ok is false where there is none that can be changed: the base is no workbook, or has lost cells, or something that was
// changed stands where nothing can be typed.
func (b *TakenBack) Workbook() (data []byte, ok bool) {
	if opc.Tell(b.file.Data) != opc.Workbook || HasLost(b.base) {
		return nil, false
	}
	var list []workbook.Change
	for _, f := range form.Fields() {
		if was, is := b.base.Fields[f.Key].Text, b.Report.Fields[f.Key].Text; was != is {
			list = append(list, workbook.Change{Key: f.Key, Before: was, After: is})
		}
	}
	for _, p := range b.base.Edition.Passages() {
		list = append(list, paragraphChanges(p.Key, b.base.Texts[p.Key], b.Report.Texts[p.Key])...)
	}
	var out bytes.Buffer
	if err := workbook.Edit(&out, b.file.Data, list); err != nil {
		return nil, false
	}
	return out.Bytes(), true
}

// paragraphChanges are what makes one list of paragraphs of another. Those that are the same and stand in the same order are left where they
// are, with whatever hangs on their cells; between them one takes the place of the other, as far as there are as many.
func paragraphChanges(k form.Key, was, is []model.Paragraph) (list []workbook.Change) {
	for _, c := range inorder.Gaps(textsOf(was), textsOf(is)) {
		at, now := c.At, c.Now
		for ; at < c.End && now < c.NowEnd; at, now = at+1, now+1 {
			list = append(list, workbook.Change{Key: k, Paragraph: at + 1, Before: was[at].Text, After: is[now].Text})
		}
		for ; at < c.End; at++ {
			list = append(list, workbook.Change{Key: k, Paragraph: at + 1, Before: was[at].Text})
		}
		for ; now < c.NowEnd; now++ {
			added := workbook.Change{Key: k, Paragraph: at, New: true, After: is[now].Text}
			if at > 0 {
				added.Before = was[at-1].Text
			}
			list = append(list, added)
		}
	}
	return list
}

func textsOf(paragraphs []model.Paragraph) (list []string) {
	for _, p := range paragraphs {
		list = append(list, p.Text)
	}
	return list
}

// SheetsLeft are the sheets of a file's workbook that an office has behind its form, which a fresh workbook has not; nil for any other file.
func SheetsLeft(f File) (names []string) {
	if opc.Tell(f.Data) != opc.Workbook {
		return nil
	}
	tables, _ := workbook.PeekTables(f.Data)
	for _, t := range tables {
		if slices.Contains([]string{workbook.MembersList, workbook.AdjustmentsList, workbook.TextsList, workbook.ChartsList}, t.Anchor) {
			names = append(names, t.Sheet)
		}
	}
	return names
}

func isAnother(now, r *model.Report) bool {
	year, ok := now.Year()
	its, known := r.Year()
	return now.Unit() != "" && !chinese.IsSameUnit(now.Unit(), r.Unit()) || ok && known && year != its
}

// notDocument is why a file cannot be taken back, where its name or its contents tell that it never was a document.
func notDocument(f File, err error) error {
	var of opc.Error
	in, told := inputTold(f.Name, f.Data)
	if told && in.Name != wordDocument && errors.As(err, &of) && (of.Fault == opc.NotOffice || of.Fault == opc.Damaged) {
		return errors.New("是" + in.Name + "，取回修改要用改过的Word文档（.docx）")
	}
	if errors.As(err, &of) && of.Fault == opc.OldFormat { // which is read as a report, but keeps nothing by which paragraphs are known again
		return errors.New("是旧格式的文档（.doc或.wps），别处读得了，取回修改要用.docx：请用Word或WPS打开它，另存为.docx，再取回")
	}
	return err
}
