package workbook

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"
)

// Limits on what is read, far above any real form, so that a hostile file costs neither much memory nor much time.
const (
	maxUnzipped = 32 << 20 // bytes of all parts that are read
	maxParts    = 10_000
	maxSheets   = 500
	maxNames    = 20_000
	maxStrings  = 200_000 // shared strings
	maxCells    = 50_000  // cells with something in them, on the sheets that are read
	maxText     = 1 << 20 // bytes of the text in one cell
	maxSpans    = 50      // areas that a name or a total's formula refers to
)

// book is an xlsx file opened for reading: its sheets are parsed when they are asked for. It is read here and not through
// excelize, which allocates a cell for every gap, so that a small file can exhaust the memory, and needs a call for each
// property of a cell.
type book struct {
	files    []*zip.File
	parts    map[string]*zip.File // by lower-case name
	unzipped int64
	cells    int

	main     string // the part that the package is about
	sheets   []bookSheet
	names    []bookName
	date1904 bool
	shared   []string
	formats  []format // by style

	parsed map[string]*grid // by part
}

// bookSheet is a sheet and the part that holds it, "" for one that is no worksheet.
type bookSheet struct{ name, part string }

// bookName is a defined name. Sheet is the index of the sheet that it is local to, -1 for the whole workbook.
type bookName struct {
	name, refersTo string
	sheet          int
}

var (
	oleHeader       = []byte{0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1}
	encryptedStream = []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
)

func openBook(data []byte) (*book, error) {
	if bytes.HasPrefix(data, oleHeader) {
		if bytes.Contains(data, encryptedStream) {
			return nil, ErrEncrypted
		}
		return nil, ErrOldFormat
	}
	if !bytes.HasPrefix(data, []byte("PK")) {
		return nil, ErrNotWorkbook
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, ErrDamaged
	}
	if len(archive.File) > maxParts {
		return nil, ErrTooLarge
	}
	b := &book{files: archive.File, parts: map[string]*zip.File{}, parsed: map[string]*grid{}}
	for _, f := range archive.File {
		b.parts[strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/"))] = f
	}
	if b.main, err = b.mainPart(); err != nil {
		return nil, err
	}
	if err := b.readWorkbook(b.main); err != nil {
		return nil, err
	}
	return b, nil
}

// mainPart finds the part that the package is about.
func (b *book) mainPart() (string, error) {
	links, err := b.relationships("")
	if err != nil {
		return "", err
	}
	for _, l := range links {
		if path.Base(l.Type) != "officeDocument" {
			continue
		}
		switch {
		case path.Ext(l.Target) == ".bin":
			return "", ErrOtherFormat
		case strings.HasPrefix(l.Target, "word/"):
			return "", ErrWordFile
		}
		return l.Target, nil
	}
	if _, ok := b.parts["content.xml"]; ok { // OpenDocument, UOF
		return "", ErrOtherFormat
	}
	return "", ErrNotWorkbook
}

// relationship is a link from one part to another. Target is the other's name in the package.
type relationship struct {
	ID     string `xml:"Id,attr"`
	Type   string `xml:"Type,attr"`
	Target string `xml:"Target,attr"`
}

// relationships reads the links of a part, "" for those of the package. A part without any has none.
func (b *book) relationships(part string) ([]relationship, error) {
	folder, name := path.Split(part)
	var links struct {
		Relationship []relationship
	}
	if err := b.decode(folder+"_rels/"+name+".rels", &links); err != nil && !errors.Is(err, errNoPart) {
		return nil, err
	}
	for i, l := range links.Relationship {
		if target, fromRoot := strings.CutPrefix(l.Target, "/"); fromRoot {
			links.Relationship[i].Target = target
		} else {
			links.Relationship[i].Target = path.Join(folder, l.Target)
		}
	}
	return links.Relationship, nil
}

func (b *book) readWorkbook(part string) error {
	var workbook struct {
		XMLName    xml.Name
		WorkbookPr struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name string     `xml:"name,attr"`
			Attr []xml.Attr `xml:",any,attr"`
		} `xml:"sheets>sheet"`
		Names []struct {
			Name  string `xml:"name,attr"`
			Sheet *int   `xml:"localSheetId,attr"`
			Text  string `xml:",chardata"`
		} `xml:"definedNames>definedName"`
	}
	if err := b.decode(part, &workbook); errors.Is(err, errNoPart) {
		return ErrDamaged
	} else if err != nil {
		return err
	}
	if workbook.XMLName.Local != "workbook" {
		return ErrNotWorkbook
	}
	if len(workbook.Sheets) > maxSheets || len(workbook.Names) > maxNames {
		return ErrTooLarge
	}
	links, err := b.relationships(part)
	if err != nil {
		return err
	}
	worksheets := map[string]string{}
	for _, l := range links {
		if path.Base(l.Type) == "worksheet" {
			worksheets[l.ID] = l.Target
		}
	}
	b.date1904 = workbook.WorkbookPr.Date1904 == "1" || workbook.WorkbookPr.Date1904 == "true"
	for _, s := range workbook.Sheets {
		sheet := bookSheet{name: s.Name}
		for _, a := range s.Attr {
			if a.Name.Local == "id" {
				sheet.part = worksheets[a.Value]
			}
		}
		b.sheets = append(b.sheets, sheet)
	}
	for _, n := range workbook.Names {
		sheet := -1
		if n.Sheet != nil {
			sheet = *n.Sheet
		}
		b.names = append(b.names, bookName{n.Name, n.Text, sheet})
	}
	for _, l := range links {
		switch path.Base(l.Type) {
		case "sharedStrings":
			err = errors.Join(err, b.readShared(l.Target))
		case "styles":
			err = errors.Join(err, b.readFormats(l.Target))
		}
	}
	return err
}

var errNoPart = errors.New("workbook: no such part")

// bytes unzips a part.
func (b *book) bytes(part string) ([]byte, error) {
	f, ok := b.parts[strings.ToLower(part)]
	if !ok {
		return nil, errNoPart
	}
	r, err := f.Open()
	if err != nil {
		return nil, ErrDamaged
	}
	defer r.Close()
	var data bytes.Buffer
	data.Grow(int(min(f.UncompressedSize64, 1<<20))) // as the file says, which need not be true
	if _, err := data.ReadFrom(io.LimitReader(r, maxUnzipped-b.unzipped+1)); err != nil {
		return nil, ErrDamaged
	}
	if b.unzipped += int64(data.Len()); b.unzipped > maxUnzipped {
		return nil, ErrTooLarge
	}
	return data.Bytes(), nil
}

func (b *book) open(part string) (*xml.Decoder, error) {
	data, err := b.bytes(part)
	if err != nil {
		return nil, err
	}
	return xml.NewDecoder(bytes.NewReader(data)), nil
}

func (b *book) decode(part string, v any) error {
	d, err := b.open(part)
	if err != nil {
		return err
	}
	if err := d.Decode(v); err != nil {
		return ErrDamaged
	}
	return nil
}
