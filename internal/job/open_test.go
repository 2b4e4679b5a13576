package job_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/collect"
	"nianbao/internal/job"
	"nianbao/internal/office"
	"nianbao/internal/sample"
	"nianbao/internal/slip"
)

// What cannot be read is told by what it holds: a document is to be saved as a document, a workbook as a workbook.
func TestOpenTellsWhatItCannotRead(t *testing.T) {
	for name, want := range map[string]string{
		"book.xls":    "是旧格式的工作簿（.xls或.et），请用Excel或WPS打开，另存为.xlsx后再试",
		"book.ods":    "不是.xlsx格式，请用Excel或WPS打开，另存为“Excel工作簿（.xlsx）”后再试",
		"book.xlsx":   "不是年报的填报表，请先生成一份填报表，把内容填进去再试",
		"text.doc":    "不是年报，六个部分的标题一个也没有找到，请核对文件",
		"text.odt":    "不是.docx格式，请用Word或WPS打开，另存为“Word文档（.docx）”后再试",
		"text.docx":   "不是年报，六个部分的标题一个也没有找到，请核对文件",
		"locked.xlsx": "设了打开密码，请用Excel或WPS打开，去掉密码、保存后再试",
		"make.py":     "不是Excel工作簿，请换成填好的填报表（.xlsx）",
	} {
		_, err := job.Open(name, sample.Read(t, "internal/opc/testdata/"+name))
		assert.EqualError(t, err, want, name)
	}
}

// What keeps a workbook from being read is told whatever it was to be: a list, rules, a slip, an office's file.
func TestWhatIsNotReadyIsToldWhereverItIsAskedFor(t *testing.T) {
	e := sample.Report(t, "e-town-2024").Edition
	for why, read := range map[string]func(f job.File) error{
		"a list":           func(f job.File) error { _, err := office.ReadMembers(f.Data); return err },
		"rules":            func(f job.File) error { _, err := office.ReadRules(f.Data); return err },
		"a slip":           func(f job.File) error { _, _, err := slip.Read(f, e); return err },
		"an office's file": func(f job.File) error { _, err := collect.TellOffice(f, 0); return err },
		"last year's sum":  func(f job.File) error { _, err := collect.ReadEarlier(f); return err },
		"a register":       func(f job.File) error { _, err := collect.ReadRounds(f.Data); return err },
		"an own report":    func(f job.File) error { _, err := collect.ReadOwn(f); return err },
	} {
		for name, want := range map[string]string{
			"book.xls":    "是旧格式的工作簿（.xls或.et），请用Excel或WPS打开，另存为.xlsx后再试",
			"locked.xlsx": "设了打开密码，请用Excel或WPS打开，去掉密码、保存后再试",
			"book.ods":    "不是.xlsx格式，请用Excel或WPS打开，另存为“Excel工作簿（.xlsx）”后再试",
		} {
			err := read(job.File{Name: name, Data: sample.Read(t, "internal/opc/testdata/"+name)})
			assert.EqualError(t, err, want, why)
		}
	}
}
