// Package job joins the steps for one input or thousands: told apart, read, checked, rendered, marked. It works on names and
// contents, never on a disk, so that a page in a browser uses the same steps.
package job

import (
	"bytes"
	"cmp"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/internal/exchange"
	"nianbao/internal/model"
	"nianbao/internal/opc"
	"nianbao/internal/pattern"
	"nianbao/internal/published/plain"
	"nianbao/internal/published/webpage"
	"nianbao/internal/remedy"
	"nianbao/internal/textfile"
	"nianbao/internal/workbook"
)

// Input is a kind of file that reports come in, or might.
type Input struct {
	Name       string                                 // what it is called
	Extensions []string                               // of the names of such files, in lower case with the point; first the usual ones
	usual      int                                    // how many of these a message names
	Is         func(data []byte) bool                 // tells it by its contents
	Read       func(f opened) (*model.Report, error)  // the error is one plain sentence that names the way round; nil for what cannot be read so far
	peek       func(f opened) glance                  // what can be told without reading it all
	seen       func(f opened, r *model.Report) glance // the same of one that was read; nil where that does not tell it
	round      string                                 // the way round where it is not read; "" for another file in its place
}

// opened is a file whose contents are at hand, and what reads the PDFs of the run.
type opened struct {
	File
	pdfs *PDFs
}

// wordDocument is what a document of a word processor is called.
const wordDocument = "Word文档"

// Inputs lists the kinds of input. A new one is a reader and a line here: folders, messages and help come from it.
func Inputs() []Input {
	return []Input{
		{"填报表", []string{".xlsx", ".xlsm", ".xls", ".et", ".xlsb", ".ods"}, 1, savedAs(opc.Workbook), unnamed(workbook.Read), peekWorkbook, seenWorkbook, ""},
		{wordDocument, []string{".docx", ".doc", ".wps", ".docm", ".odt"}, 3, savedAs(opc.Document), readAs(showDocument), peekDocument, nil, ""},
		{"交换JSON", []string{".json"}, 1, isJSON, unnamed(exchange.Read), peekJSON, seenJSON, ""},
		{"PDF文件", []string{".pdf"}, 1, begins("%PDF-"), readPDF, peekPDF, nil, ""},
		{"网页", []string{".html", ".mht", ".htm", ".mhtml"}, 2, isWebPage, readAs(webpage.Read), peekWebPage, nil, ""},
		{"OFD文件", []string{".ofd"}, 1, isOFD, readOFD, peekOFD, nil, ""},
		{"RTF文档", []string{".rtf"}, 1, begins(`{\rtf`), nil, peekNothing, nil, "请用Word或WPS打开，另存为“Word文档（.docx）”后再试"},
		{"演示文稿", []string{".pptx", ".pptm", ".ppsx", ".ppt", ".pps", ".dps", ".odp"}, 1, nothing, nil, peekNothing, nil, "请换成填报表，或者年报的Word文档、网页"},
		{"纯文本", []string{".txt", ".md", ".markdown", ".text"}, 1, nothing, readAs(plain.Read), peekText, nil, ""},
	}
}

// inputOf tells which kind of input a file is: by its contents, else by its name, else it is taken for a workbook, whose reader
// says what is wrong with it.
func inputOf(name string, data []byte) Input {
	if in, ok := inputTold(name, data); ok {
		return in
	}
	return Inputs()[0]
}

// inputTold tells which kind of input a file is: by its contents, else by its name.
func inputTold(name string, data []byte) (in Input, ok bool) {
	inputs := Inputs()
	if i := slices.IndexFunc(inputs, func(in Input) bool { return in.Is(data) }); i >= 0 {
		return inputs[i], true
	}
	return inputNamed(name)
}

// inputNamed tells the kind of input by the file's name alone; ok is false for pictures, archives and the like.
func inputNamed(name string) (in Input, ok bool) {
	extension := extensionOf(name)
	for _, in := range Inputs() {
		if slices.Contains(in.Extensions, extension) {
			return in, true
		}
	}
	return Input{}, false
}

// countBehind is what chat programs and mailboxes put behind a whole name to tell copies apart: 清溪镇.xlsx(1).
var countBehind = pattern.New(`[ _-]*[(（\[][0-9]+[)）\]]$|[ _-]+[0-9]+$`)

// ending is what programs write behind the last point of a name; 清溪镇 and 清溪镇1.20报 have none.
var ending = pattern.New(`\.[A-Za-z0-9]*[A-Za-z][A-Za-z0-9]*$`)

// mayBeInput says whether a file of a folder may be an input: by its name, or where that lost its extension by its contents. Pictures and the
// like, of which a folder may hold thousands, are not opened.
func mayBeInput(s Source) bool {
	if _, ok := inputNamed(s.Name); ok || s.Opened {
		return true
	}
	if ending.MatchString(s.Name) {
		return false
	}
	data, err := s.Open()
	if err != nil {
		return false
	}
	_, ok := inputTold("", data)
	if ok && isJSON(data) { // as half of all files for programs are
		schema, _ := exchange.Identify(data)
		return schema == exchange.Schema
	}
	return ok
}

// Open reads a report, told apart by its contents. The error is one plain sentence, without the file's name.
func Open(name string, data []byte) (*model.Report, error) {
	return open(opened{File: File{name, data}})
}

func open(f opened) (*model.Report, error) {
	switch {
	case len(f.Data) == 0:
		return nil, errEmpty
	case isPicture(f.Data):
		return nil, ErrPicture
	case isArchive(f) && isPackage(f.Data):
		return nil, errPackage
	case isArchive(f):
		return nil, ErrArchive
	case bytes.HasPrefix(f.Data, []byte(recordStart)):
		return nil, errRecord
	}
	in := inputOf(f.Name, f.Data)
	if in.Read == nil {
		return nil, errors.New("是" + in.Name + "，还读不了，" + cmp.Or(in.round, "请换成"+Readable()))
	}
	r, err := in.Read(f)
	if err == (opc.Error{Fault: opc.Damaged, Wanted: opc.Workbook}) {
		err = remedy.With(err, remedy.ImportOther)
	}
	return r, remedy.Plain(err)
}

// Readable lists the kinds of input that are read, as a message names them: 填报表（.xlsx）、Word文档（.docx、.doc、.wps）、交换JSON（.json）.
func Readable() string {
	var names []string
	for _, in := range Inputs() {
		if in.Read != nil {
			names = append(names, in.Name+"（"+strings.Join(in.Extensions[:in.usual], "、")+"）")
		}
	}
	return strings.Join(names, "、")
}

func savedAs(kind opc.Kind) func([]byte) bool {
	return func(data []byte) bool { return opc.Tell(data).SaveAs() == kind }
}

func begins(with ...string) func([]byte) bool {
	return func(data []byte) bool {
		data = textfile.Begin(data)
		return slices.ContainsFunc(with, func(w string) bool { return bytes.HasPrefix(data, []byte(w)) })
	}
}

// isWebPage tells HTML by its first elements, and archives of web pages.
func isWebPage(data []byte) bool {
	const head = 4 << 10
	start := bytes.ToLower(textfile.Begin(data[:min(len(data), head)]))
	if bytes.HasPrefix(start, []byte("mime-version:")) || bytes.HasPrefix(start, []byte("from:")) && bytes.Contains(start, []byte("mime-version:")) {
		return true
	}
	return bytes.HasPrefix(start, []byte("<")) && slices.ContainsFunc([]string{"<!doctype html", "<html", "<head", "<body", "<div", "<table", "<meta"},
		func(element string) bool { return bytes.Contains(start, []byte(element)) })
}

var (
	errEmpty   = errors.New("是空文件，里面什么也没有，请重新保存或请对方重新发送")
	errRecord  = errors.New("是本程序写的生成记录，不是年报，请换成填报表")
	ErrArchive = errors.New("是压缩包，请先解压，再用里面的年报")
	errPackage = remedy.New("是报送包，请先解压，再用里面的填报表", remedy.VerifyPackage)
)

// isArchive tells archives; a damaged workbook may look like one of another name.
func isArchive(f opened) bool {
	const tar = 257 // bytes before the word by which one is known
	return begins("Rar!\x1a\x07", "7z\xbc\xaf\x27\x1c", "\x1f\x8b", "BZh", "\xfd7zXZ\x00")(f.Data) || len(f.Data) > tar && bytes.HasPrefix(f.Data[tar:], []byte("ustar")) || strings.EqualFold(filepath.Ext(f.Name), ".zip") && opc.Tell(f.Data) == opc.Zip
}

// ErrPicture is why a picture of a report is none.
var ErrPicture = errors.New("是图片，里面的文字和数读不出，请用生成它的Word文档、网页或填报表，或先用WPS、文字识别软件转成文字")

func isPicture(data []byte) bool { return pictureExtension(data) != "" }

// pictureExtension is what the name of a picture ends in: a JPEG, PNG, GIF, TIFF or WebP; "" for what is none.
func pictureExtension(data []byte) string {
	for _, kind := range []struct{ start, extension string }{
		{"\xff\xd8\xff", ".jpg"}, {"\x89PNG\r\n", ".png"}, {"GIF8", ".gif"}, {"II*\x00", ".tif"}, {"MM\x00*", ".tif"},
	} {
		if bytes.HasPrefix(data, []byte(kind.start)) {
			return kind.extension
		}
	}
	if len(data) > 12 && bytes.HasPrefix(data, []byte("RIFF")) && string(data[8:12]) == "WEBP" {
		return ".webp"
	}
	return ""
}

// nothing is for what only names tell.
func nothing([]byte) bool { return false }

func isJSON(data []byte) bool { return begins("{", "[")(data) && !begins(`{\rtf`)(data) }

// isOFD tells GB/T 33190 files: a zip whose first part is OFD.xml.
func isOFD(data []byte) bool {
	const local = 30 // bytes of a zip's local header before the name
	return len(data) > local && bytes.HasPrefix(data, []byte("PK")) && bytes.HasPrefix(data[local:], []byte("OFD.xml"))
}

// readForm reads what a clerk fills in: a workbook, or exchange JSON in its place.
func readForm(data []byte) (r *model.Report, err error) {
	if isJSON(data) {
		r, err = exchange.Read(data)
	} else {
		r, err = workbook.Read(data)
	}
	return r, remedy.Plain(err)
}

// unnamed is a reader that needs no name.
func unnamed(read func([]byte) (*model.Report, error)) func(opened) (*model.Report, error) {
	return func(f opened) (*model.Report, error) { return read(f.Data) }
}
