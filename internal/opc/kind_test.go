package opc_test

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/budget"
	"nianbao/internal/opc"
	"nianbao/internal/sample"
)

// file is one of testdata, or of the program's own.
func file(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.FromSlash(name))
	require.NoError(t, err)
	return data
}

func mainPart(target string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" ` +
		`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="` + target + `"/></Relationships>`
}

func declared(part, contentType string) string {
	return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="` + part + `" ContentType="` + contentType + `"/></Types>`
}

// compound is a compound file without a sound directory.
func compound(rest []byte) []byte { return append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), rest...) }

func utf16(s string) []byte {
	var b []byte
	for _, r := range s {
		b = binary.LittleEndian.AppendUint16(b, uint16(r))
	}
	return b
}

const (
	asWorkbook = `请用Excel或WPS打开，另存为.xlsx后再试`
	asDocument = `请用Word或WPS打开，另存为.docx后再试`
)

// kinds are files of every kind: what they are told to be, and what is said if they should be a workbook or a document; "" if
// they are read as one.
var kinds = []struct {
	why                  string
	data                 func(t testing.TB) []byte
	kind                 opc.Kind
	asWorkbook, asReport string
}{
	{"nothing", func(testing.TB) []byte { return nil }, opc.Other, noWorkbook, noReport},
	{"one byte", func(testing.TB) []byte { return []byte("P") }, opc.Other, noWorkbook, noReport},
	{"text", func(testing.TB) []byte { return []byte("单位名称,清溪镇") }, opc.Other, noWorkbook, noReport},
	{"a PDF", func(testing.TB) []byte { return []byte("%PDF-1.7\n") }, opc.Other, noWorkbook, noReport},

	{"our own workbook", real("../../templates/blank-2021.xlsx"), opc.Workbook, "", isWorkbook},
	{"LibreOffice's workbook", real("testdata/book.xlsx"), opc.Workbook, "", isWorkbook},
	{"a workbook with macros", made("_rels/.rels", mainPart("/xl/workbook.xml"), "xl/workbook.xml", "<workbook/>",
		opc.ContentTypes, declared("/xl/workbook.xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")), opc.Workbook, "", isWorkbook},
	{"a workbook at an unusual place, told by its type", made("_rels/.rels", mainPart("book.xml"), "book.xml", "<workbook/>",
		opc.ContentTypes, declared("/Book.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml")), opc.Workbook, "", isWorkbook},
	{"a binary workbook", made("_rels/.rels", mainPart("xl/workbook.bin"), "xl/workbook.bin", "\x00"), opc.BinaryWorkbook,
		"不是.xlsx格式，请用Excel或WPS打开，另存为“Excel工作簿（.xlsx）”后再试", "是Excel二进制工作簿（.xlsb），不是Word文档，" + noReportRemedy},
	{"Excel 97's workbook", real("testdata/book.xls"), opc.OldWorkbook, "是旧格式的工作簿（.xls或.et），" + asWorkbook, "是旧格式的工作簿（.xls或.et），不是Word文档，" + noReportRemedy},
	{"an old workbook with an old document in it", real("testdata/embedding.xls"), opc.OldWorkbook, "是旧格式的工作簿（.xls或.et），" + asWorkbook,
		"是旧格式的工作簿（.xls或.et），不是Word文档，" + noReportRemedy},
	{"an OpenDocument spreadsheet", real("testdata/book.ods"), opc.OpenWorkbook, "不是.xlsx格式，请用Excel或WPS打开，另存为“Excel工作簿（.xlsx）”后再试",
		"是OpenDocument电子表格（.ods），不是Word文档，" + noReportRemedy},

	{"LibreOffice's document", real("testdata/text.docx"), opc.Document, "是Word文档，不是填报表，" + noWorkbookRemedy, ""},
	{"a document with macros at an unusual place", made("_rels/.rels", mainPart("d.xml"), "d.xml", "<document/>",
		opc.ContentTypes, declared("/d.xml", "application/vnd.ms-word.document.macroEnabled.main+xml")), opc.Document, "是Word文档，不是填报表，" + noWorkbookRemedy, ""},
	{"Word 97's document", real("testdata/text.doc"), opc.OldDocument, "是旧格式的文档（.doc或.wps），不是填报表，" + noWorkbookRemedy, "是旧格式的文档（.doc或.wps），" + asDocument},
	{"an OpenDocument text", real("testdata/text.odt"), opc.OpenDocument, "是OpenDocument文档（.odt），不是填报表，" + noWorkbookRemedy,
		"不是.docx格式，请用Word或WPS打开，另存为“Word文档（.docx）”后再试"},

	{"a presentation", made("_rels/.rels", mainPart("ppt/presentation.xml"), "ppt/presentation.xml", "<presentation/>"), opc.Presentation, noWorkbook, noReport},
	{"another OpenDocument file", made("mimetype", "application/vnd.oasis.opendocument.presentation", "content.xml", "<x/>"), opc.OpenFile,
		"不是.xlsx格式，请用Excel或WPS打开，另存为“Excel工作簿（.xlsx）”后再试", "不是.docx格式，请用Word或WPS打开，另存为“Word文档（.docx）”后再试"},
	{"UOF, which has no mimetype", made("uof.xml", "<x/>", "content.xml", "<x/>"), opc.OpenFile,
		"不是.xlsx格式，请用Excel或WPS打开，另存为“Excel工作簿（.xlsx）”后再试", "不是.docx格式，请用Word或WPS打开，另存为“Word文档（.docx）”后再试"},
	{"behind a password", real("testdata/locked.xlsx"), opc.Encrypted, "设了打开密码，请用Excel或WPS打开，去掉密码、保存后再试", "设了打开密码，请用Word或WPS打开，去掉密码、保存后再试"},
	{"behind a password, with a damaged directory", func(testing.TB) []byte { return compound(utf16("EncryptedPackage")) }, opc.Encrypted,
		"设了打开密码，请用Excel或WPS打开，去掉密码、保存后再试", "设了打开密码，请用Word或WPS打开，去掉密码、保存后再试"},
	{"an old file that does not tell", func(testing.TB) []byte { return compound(make([]byte, 600)) }, opc.OldFile,
		"是旧格式的工作簿（.xls或.et），" + asWorkbook, "是旧格式的文档（.doc或.wps），" + asDocument},

	{"some zip", made("a.txt", "a"), opc.Zip, noWorkbook, noReport},
	{"an empty zip", made(), opc.Zip, noWorkbook, noReport},
	{"a package of something else", made("_rels/.rels", mainPart("visio/document.xml"), "visio/document.xml", "<x/>"), opc.Zip, "", ""},
	{"links that are no markup", made("_rels/.rels", "x"), opc.Zip, damagedWorkbook, damagedReport},
	{"cut off", func(t testing.TB) []byte { data := file(t, "testdata/book.xlsx"); return data[:len(data)-1] }, opc.Zip, damagedWorkbook, damagedReport},
}

const (
	noWorkbookRemedy = "请换成填好的填报表（.xlsx）"
	noReportRemedy   = "请换成年度报告的Word文档（.docx）"
	noWorkbook       = "不是Excel工作簿，" + noWorkbookRemedy
	noReport         = "不是Word文档，" + noReportRemedy
	isWorkbook       = "是Excel工作簿，不是Word文档，" + noReportRemedy
	damagedWorkbook  = "文件已损坏，请用Excel或WPS打开，另存为.xlsx后再试；打不开的，请换一份完好的"
	damagedReport    = "文件已损坏，请用Word或WPS打开，另存为.docx后再试；打不开的，请换一份完好的"
)

func real(name string) func(testing.TB) []byte {
	return func(t testing.TB) []byte { return file(t, name) }
}

func made(namesAndContents ...string) func(testing.TB) []byte {
	return func(t testing.TB) []byte { return sample.Zip(t, namesAndContents...) }
}

func TestKinds(t *testing.T) {
	for _, test := range kinds {
		t.Run(test.why, func(t *testing.T) {
			data := test.data(t)
			assert.Equal(t, test.kind, opc.Tell(data), "told to be %s", opc.Tell(data))
			for wanted, want := range map[opc.Kind]string{opc.Workbook: test.asWorkbook, opc.Document: test.asReport} {
				p, err := opc.Open(data, wanted, budget.New())
				if want == "" {
					require.NoError(t, err)
					assert.True(t, p.Has(p.Main()))
					continue
				}
				assert.Nil(t, p)
				assert.ErrorAs(t, err, &opc.Error{})
				assert.EqualError(t, err, want)
			}
		})
	}
}

// A message about any kind has its words.
func TestWordsOfKinds(t *testing.T) {
	for k := opc.Other; k <= opc.Zip; k++ {
		assert.NotEmpty(t, k.String())
		assert.Contains(t, []opc.Kind{opc.Workbook, opc.Document, opc.Other}, k.SaveAs(), k)
	}
	assert.Equal(t, opc.Workbook, opc.OldWorkbook.SaveAs())
	assert.Equal(t, opc.Document, opc.OpenDocument.SaveAs())
}

// A compound file is told whatever its directory is like; what cannot be read of it counts as not there.
func TestHostileCompoundFiles(t *testing.T) {
	sound := file(t, "testdata/book.xls")
	directory := (int(binary.LittleEndian.Uint32(sound[48:])) + 1) * 512
	table := (int(binary.LittleEndian.Uint32(sound[76:])) + 1) * 512
	set := func(at int, values ...uint32) []byte {
		data := bytes.Clone(sound)
		for i, v := range values {
			binary.LittleEndian.PutUint32(data[at+4*i:], v)
		}
		return data
	}
	for _, test := range []struct {
		why  string
		data []byte
		want opc.Kind
	}{
		{"a header and no more", sound[:76], opc.OldFile},
		{"cut off in its directory", sound[:directory+200], opc.OldFile},
		{"a directory beyond the end", set(48, 0xFFFFFF), opc.OldFile},
		{"a directory at the largest number", set(48, 0xFFFFFFF9), opc.OldFile},
		{"sectors of a size that cannot be", set(30, 0xFFFFFFFF), opc.OldFile},
		{"no allocation table, of which a short directory needs none", set(76, 0xFFFFFFFF), opc.OldWorkbook},
		{"a table of its sectors beyond the end", set(68, 0xFFFFFF), opc.OldWorkbook},
		{"a directory that is a ring", set(table+4*(directory/512-1), uint32(directory/512-1)), opc.OldWorkbook},
		{"siblings that are a ring", set(directory+128+68, 1, 1), opc.OldWorkbook},
		{"the root has no child", set(directory+76, 0xFFFFFFFF), opc.OldFile},
		{"the root's child is beyond the end", set(directory+76, 0x1FFFFFF), opc.OldFile},
	} {
		assert.Equal(t, test.want, opc.Tell(test.data), test.why)
	}
}
