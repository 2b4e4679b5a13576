package job

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/letter"
	"nianbao/internal/model"
	"nianbao/internal/office"
	"nianbao/internal/opc"
	"nianbao/internal/published"
	"nianbao/internal/published/docx"
	"nianbao/internal/published/ofddata"
	"nianbao/internal/published/page"
	"nianbao/internal/published/pdfdata"
	"nianbao/internal/published/plain"
	"nianbao/internal/published/webpage"
	"nianbao/internal/published/worddoc"
	written "nianbao/internal/render/docx"
	"nianbao/internal/render/layout"
	"nianbao/internal/workbook"
)

// errNoReport is why a file is refused in which nothing of a report was found.
var errNoReport = errors.New("不是年报，六个部分的标题一个也没有找到，请核对文件")

// errFormPrinted is why a filling form is refused that was printed into a file, or saved as a page or a document.
var errFormPrinted = errors.New("不是年报，是填报表打印或者另存成的。请交填报表本身（.xlsx）；要报告的，请用填报表生成")

// isFormPrinted says whether a page begins as a filling form does.
func isFormPrinted(p *page.Page) bool {
	const few = 30 // blocks; pages of a site may have some above it
	is := func(text string) bool {
		return strings.Contains(text, workbook.Title) && strings.TrimFunc(text, chinese.IsSpace) == workbook.Title
	}
	for _, b := range p.Blocks[:min(few, len(p.Blocks))] {
		if is(b.Text) || b.Table != nil && slices.ContainsFunc(b.Table.Cells, func(c page.Cell) bool { return is(c.Text) }) {
			return true
		}
	}
	return false
}

// readAs reads a published report from what a reader shows of its file.
func readAs(show func([]byte) (*page.Page, error)) func(opened) (*model.Report, error) {
	return func(f opened) (*model.Report, error) {
		publication, err := showReport(show, f.Name, f.Data)
		if err != nil {
			return nil, err
		}
		r, doubts := publication.Report(publication.Edition())
		r.Asides = doubts
		if !publication.HasReport() {
			return nil, errNoReport
		}
		return r, nil
	}
}

func showReport(show func([]byte) (*page.Page, error), name string, data []byte) (*published.Publication, error) {
	p, err := show(data)
	if err != nil {
		return nil, err
	}
	if isFormPrinted(p) {
		return nil, errFormPrinted
	}
	title, _ := pageName(name)
	publication := published.Read(p, title)
	return publication, publication.Several()
}

// showDocument shows a document of a word processor, in the format that it is in.
func showDocument(data []byte) (*page.Page, error) {
	if opc.Tell(data) == opc.OldDocument {
		return worddoc.Read(data)
	}
	return docx.Read(data)
}

// peekAs tells unit and year of a published report that is quick to read.
func peekAs(read func(opened) (*model.Report, error), f opened) glance {
	r, err := read(f)
	if err != nil {
		return glance{}
	}
	return glanceOf(r)
}

func peekDocument(f opened) glance {
	if written.IsLetter(f.Data) {
		return glance{told: true, ours: written.IsOurs(f.Data)}
	}
	g := peekAs(readAs(showDocument), f)
	g.ours = written.IsOurs(f.Data)
	return g
}

// peekWebPage tells a page of ours by the generator that it names. A fragment has no head that could: it is known by its first element,
// which the name has to bear out.
func peekWebPage(f opened) glance {
	const head = 4 << 10 // where the meta elements stand
	g := peekAs(readAs(webpage.Read), f)
	g.ours = bytes.Contains(f.Data[:min(len(f.Data), head)], []byte(`<meta name="generator" content="nianbao">`)) ||
		bytes.HasPrefix(f.Data, []byte(`<div lang="zh-CN" style="`))
	return g
}

// peekText tells a text of ours by its first line. One that is no report is none of a folder's.
func peekText(f opened) glance {
	g := peekAs(readAs(plain.Read), f)
	g.ours = isOurText(f.Name, f.Data)
	g.told = letter.IsOursAsText(f.Data)
	g.foreign = g.name == "" && !g.ours && !g.told
	return g
}

// carriedBy is the report in the data that a PDF carries, which are what is printed on it; nil if there are none that can be read.
func carriedBy(pdf []byte) *model.Report {
	data, found, err := pdfdata.Attached(pdf, exchange.Attachment)
	if !found || err != nil {
		return nil
	}
	r, err := readData(data)
	if err != nil {
		return nil
	}
	return r
}

// readData reads the data that a published file carries.
func readData(data []byte) (*model.Report, error) {
	r, err := exchange.Read(data)
	if err != nil {
		return nil, err
	}
	r.Printed = model.Prescribed(r)
	forgetPlaces(r)
	return r, nil
}

// readOFD reads an OFD of ours by the data that it carries, as long as it is as it was written: its pages are not read.
func readOFD(f opened) (*model.Report, error) {
	data, asWritten, err := ofddata.Attached(f.Data, exchange.Attachment)
	switch {
	case errors.Is(err, ofddata.ErrNone):
		return nil, errors.New("是没有带年报数据的OFD文件，还读不了，" + otherThanOFD)
	case err != nil:
		return nil, errors.New(err.Error() + "，" + otherThanOFD)
	case !asWritten:
		return nil, errors.New("是改动过的OFD文件，带的数据和页面不一定一致，" + otherThanOFD)
	}
	return readData(data)
}

// otherThanOFD is what to do with an OFD that is not read.
const otherThanOFD = "请找生成它的填报表（.xlsx）或Word文档（.docx）"

// peekOFD tells an OFD of ours, and whose report it is, by the data that it carries.
func peekOFD(f opened) glance {
	r, err := readOFD(f)
	if err != nil {
		return glance{ours: ofddata.IsAsWritten(f.Data)}
	}
	g := glanceOf(r)
	g.ours = true
	return g
}

// forgetPlaces takes the places in data that nobody sees out of a report.
func forgetPlaces(r *model.Report) {
	for k, v := range r.Figures {
		v.Place = model.Place{}
		r.Figures[k] = v
	}
	for k, f := range r.Fields {
		f.Place = model.Place{}
		r.Fields[k] = f
	}
	for _, paragraphs := range r.Texts {
		for i := range paragraphs {
			paragraphs[i].Place = model.Place{}
		}
	}
}

// errNoPDFs is why what is printed on a PDF is not read where the machine for it does not run.
var errNoPDFs = errors.New("这里读不了PDF的页面")

// peekNothing is for files that are not read.
func peekNothing(opened) glance { return glance{} }

// peekPDF tells a PDF of ours by its creator, and whose report it is by the data that it carries; of others by their names, since it
// takes long to read them, or else by their first page.
func peekPDF(f opened) glance {
	g := glance{ours: bytes.Contains(f.Data, []byte("<xmp:CreatorTool>nianbao</xmp:CreatorTool>"))}
	if g.ours && bytes.Contains(f.Data, []byte(`<rdf:li xml:lang="x-default">`+layout.LetterSubject+`</rdf:li>`)) {
		return glance{ours: true, told: true}
	}
	if r := carriedBy(f.Data); r != nil {
		named := glanceOf(r)
		g.unit, g.year, g.scope, g.name = named.unit, named.year, named.scope, named.name
		return g
	}
	title, _ := pageName(f.Name)
	if g.unit, g.year, _ = published.NamedByTitle(title); g.key() == "" && !g.ours {
		return peekPages(f)
	}
	return g
}

// WriteForm writes a report as what is filled in: a workbook, or exchange JSON where the file's name says so. replaced are the totals that
// a workbook has as they stand and not as sums.
func WriteForm(w io.Writer, r *model.Report, name string) (replaced []form.Key, err error) {
	if isJSONName(name) {
		return nil, exchange.Write(w, r)
	}
	return workbook.Write(w, r, workbook.Options{Lists: office.CarriedOn(r)})
}

// FormCalled is what WriteForm writes, as it is called.
func FormCalled(name string) string {
	if isJSONName(name) {
		return "交换JSON"
	}
	return "填报表"
}

func isJSONName(name string) bool { return strings.EqualFold(filepath.Ext(name), ".json") }
