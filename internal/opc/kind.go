package opc

import "nianbao/internal/budget"

// Kind is what a file is by its contents.
type Kind int

const (
	Other           Kind = iota // none of those below
	Workbook                    // Office Open XML: .xlsx, .xlsm
	Document                    // .docx, .docm
	Presentation                // .pptx, .pptm
	BinaryWorkbook              // .xlsb
	OldWorkbook                 // compound file: .xls, .et
	OldDocument                 // .doc, .wps
	OldPresentation             // .ppt, .dps
	OldFile                     // a compound file that does not tell what it holds
	Encrypted                   // Office Open XML of any kind behind a password
	OpenWorkbook                // OpenDocument: .ods
	OpenDocument                // .odt
	OpenFile                    // other OpenDocument, and UOF
	Zip                         // any other zip, one that cannot be opened too
)

// kinds says of each kind what it is called, how names of such files end, and what it is saved as so that it can be read.
var kinds = [...]struct {
	name, extension string
	saveAs          Kind
}{
	Other:           {name: "其他文件"},
	Workbook:        {"Excel工作簿", ".xlsx", Workbook},
	Document:        {"Word文档", ".docx", Document},
	Presentation:    {"演示文稿", ".pptx", Other},
	BinaryWorkbook:  {"Excel二进制工作簿（.xlsb）", ".xlsb", Workbook},
	OldWorkbook:     {"旧格式的工作簿（.xls或.et）", ".xls", Workbook},
	OldDocument:     {"旧格式的文档（.doc或.wps）", ".doc", Document},
	OldPresentation: {"旧格式的演示文稿（.ppt或.dps）", ".ppt", Other},
	OldFile:         {name: "旧格式的办公文件"},
	Encrypted:       {name: "设了打开密码的办公文件"},
	OpenWorkbook:    {"OpenDocument电子表格（.ods）", ".ods", Workbook},
	OpenDocument:    {"OpenDocument文档（.odt）", ".odt", Document},
	OpenFile:        {name: "OpenDocument或UOF文件"},
	Zip:             {name: "压缩文件"},
}

// String is what the kind is called in Chinese.
func (k Kind) String() string { return kinds[k].name }

// SaveAs is what a file is saved as in one of its programs so that it can be read: Workbook or Document, which are read as they
// are. It is Other for what cannot be read as either, and where the file does not tell.
func (k Kind) SaveAs() Kind { return kinds[k].saveAs }

// Tell tells what a file is by its contents, whatever its name. It looks at the directory of a compound file or zip; no part is
// unzipped but the relationships of a package, and the list of its content types where its main part stands at an unusual place.
func Tell(data []byte) Kind {
	const unzipped = 1 << 20 // far above what these two take
	switch {
	case isCompound(data):
		return tellCompound(data)
	case !isZip(data):
		return Other
	}
	p := &Package{Budget: budget.With(budget.Unzipped, unzipped)}
	if p.openZip(data) != nil {
		return Zip
	}
	kind, err := p.tell()
	if err != nil {
		return Zip
	}
	return kind
}
