package workbook

import (
	"errors"
	"strconv"
	"strings"

	"nianbao/internal/budget"
	"nianbao/internal/numfmt"
	"nianbao/internal/opc"
	"nianbao/internal/xmlscan"
)

// maxSpans is how many areas a name or a total's formula may refer to; what goes beyond refers to nothing.
const maxSpans = 50

// maxSheetName is how many bytes a sheet's name may have, which is told with each of its cells; spreadsheets allow 31 characters.
const maxSheetName = 1000

// book is an xlsx file opened for reading: its sheets are parsed when they are asked for. It is read here and not through
// excelize, which allocates a cell for every gap, so that a small file can exhaust the memory, and needs a call for each
// property of a cell.
type book struct {
	*opc.Package

	sheets   []bookSheet
	names    []bookName
	calendar numfmt.Calendar
	shared   *sharedStrings
	styles   string         // the part of that name
	formats  []*numfmt.Code // by style; nil for those that change nothing
	struck   []bool         // by style: whether it strikes text out
	white    []bool         // by style: whether it writes in white, which is not seen on the form

	room   *room
	parsed map[string]*grid      // by part
	folded map[string]*bookSheet // the worksheets by their folded names; nil before one was looked for
	named  map[string]*bookSheet // those that were looked for, by the names as they were written; nil for none
}

// bookSheet is a sheet and the part that holds it, "" for one that is no worksheet.
type bookSheet struct {
	name, part string
	hidden     bool
}

// bookName is a defined name. Sheet is the index of the sheet that it is local to, -1 for the whole workbook.
type bookName struct {
	name, refersTo string
	sheet          int
}

// openBook opens a workbook as far as its list of sheets and names.
func openBook(data []byte) (*book, error) { return openBookWithin(data, budget.New()) }

func openBookWithin(data []byte, cost *budget.Budget) (*book, error) {
	p, err := opc.Open(data, opc.Workbook, cost)
	if err != nil {
		return nil, err
	}
	b := &book{Package: p, shared: &sharedStrings{}, room: &room{}, parsed: map[string]*grid{}}
	links, err := p.Relationships(p.Main())
	if err != nil {
		return nil, err
	}
	worksheets := map[string]string{}
	for _, l := range links {
		switch l.Kind() {
		case "worksheet":
			worksheets[l.ID] = l.Target
		case "sharedStrings":
			b.shared.part = l.Target
		case "styles":
			b.styles = l.Target
		}
	}
	return b, b.readWorkbook(worksheets)
}

// readWorkbook reads the main part. The parts of the worksheets go by the ids of their links.
func (b *book) readWorkbook(worksheets map[string]string) error {
	d, err := b.XML(b.Main())
	if err != nil {
		return damaged(err)
	}
	defer d.Close()
	depth, list := 0, ""
	for {
		kind, err := d.Next()
		if err != nil {
			return err
		}
		switch kind {
		case xmlscan.Start:
			depth++
			switch name := d.Name(); {
			case depth == 1 && name != "workbook":
				return errNotWorkbook
			case depth == 2:
				list = d.Name()
				if name == "workbookPr" {
					b.calendar.From1904 = isTrue(d.Attr("date1904"))
				}
			case depth == 3 && list == "sheets" && name == "sheet":
				if !b.Spend(budget.Sheets, 1) || len(d.Attr("name")) > maxSheetName {
					return errTooLarge
				}
				b.sheets = append(b.sheets, bookSheet{d.Attr("name"), worksheets[d.Attr("id")], strings.HasSuffix(strings.ToLower(d.Attr("state")), "hidden")})
			case depth == 3 && list == "definedNames" && name == "definedName":
				if err := b.readName(d); err != nil {
					return err
				}
				depth--
			}
		case xmlscan.End:
			if depth--; depth == 0 {
				return nil
			}
		}
	}
}

// readName reads the defined name that begins, up to its end.
func (b *book) readName(d *opc.Decoder) error {
	if !b.Spend(budget.Names, 1) {
		return errTooLarge
	}
	sheet := -1
	if of := d.Attr("localSheetId"); of != "" {
		var err error
		if sheet, err = strconv.Atoi(of); err != nil {
			return errDamaged
		}
	}
	words := b.room.words()
	from := words.Len()
	words.WriteString(d.Attr("name"))
	to := words.Len()
	err := readCharacters(d, words)
	if err != nil && errors.As(err, &LongTextError{}) {
		return errTooLarge
	}
	b.names = append(b.names, bookName{words.String()[from:to], words.String()[to:], sheet})
	return err
}

// sheetOf is the name of the sheet that a part holds.
func (b *book) sheetOf(part string) string {
	for _, s := range b.sheets {
		if s.part == part {
			return s.name
		}
	}
	return ""
}

// partOf is the part of a worksheet by its name, "" for none.
func (b *book) partOf(name string) string {
	if s := b.sheetNamed(name); s != nil {
		return s.part
	}
	return ""
}
