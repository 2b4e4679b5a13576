// Package spreadsheet reads xlsx files cell by cell: what is stored, and what of it is hidden, struck out, merged. It knows no form, and
// reads within a budget.
package spreadsheet

import (
	"errors"
	"maps"
	"strconv"
	"strings"

	"nianbao/internal/budget"
	"nianbao/internal/numfmt"
	"nianbao/internal/opc"
	"nianbao/internal/xmlscan"
)

// maxSheetName is how many bytes a sheet's name may have, which is told with each of its cells; spreadsheets allow 31 characters.
const maxSheetName = 1000

// Book is an xlsx file opened for reading: its sheets are parsed when they are asked for. It is read here and not through
// excelize, which allocates a cell for every gap, so that a small file can exhaust the memory, and needs a call for each
// property of a cell.
type Book struct {
	*opc.Package

	Sheets   []Sheet
	Defined  []DefinedName
	Calendar numfmt.Calendar
	shared   *sharedStrings
	Styles   string         // the part of that name
	formats  []*numfmt.Code // by style; nil for those that change nothing
	struck   []bool         // by style: whether it strikes text out
	white    []bool         // by style: whether it writes in white, which is not seen on the form

	room   *room
	parsed map[string]*Grid  // by part
	folded map[string]*Sheet // the worksheets by their folded names; nil before one was looked for
	named  map[string]*Sheet // those that were looked for, by the names as they were written; nil for none
}

// Sheet is a sheet and the part that holds it, "" for one that is no worksheet.
type Sheet struct {
	Name, Part string
	Hidden     bool
}

// DefinedName is a defined name. Sheet is the index of the sheet that it is local to, -1 for the whole workbook.
type DefinedName struct {
	Name, RefersTo string
	Sheet          int
}

// Open opens a workbook as far as its list of sheets and names.
func Open(data []byte) (*Book, error) { return OpenWithin(data, budget.New()) }

// OpenWithin is Open within what is left of a budget.
func OpenWithin(data []byte, cost *budget.Budget) (*Book, error) {
	p, err := opc.Open(data, opc.Workbook, cost)
	if err != nil {
		return nil, err
	}
	b := &Book{Package: p, shared: &sharedStrings{}, room: &room{}, parsed: map[string]*Grid{}}
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
			b.Styles = l.Target
		}
	}
	return b, b.readWorkbook(worksheets)
}

// readWorkbook reads the main part. The parts of the worksheets go by the ids of their links.
func (b *Book) readWorkbook(worksheets map[string]string) error {
	d, err := b.XML(b.Main())
	if err != nil {
		return Damaged(err)
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
				return ErrNotWorkbook
			case depth == 2:
				list = d.Name()
				if name == "workbookPr" {
					b.Calendar.From1904 = IsTrue(d.Attr("date1904"))
				}
			case depth == 3 && list == "sheets" && name == "sheet":
				if !b.Spend(budget.Sheets, 1) || len(d.Attr("name")) > maxSheetName {
					return ErrTooLarge
				}
				b.Sheets = append(b.Sheets, Sheet{d.Attr("name"), worksheets[d.Attr("id")], strings.HasSuffix(strings.ToLower(d.Attr("state")), "hidden")})
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
func (b *Book) readName(d *opc.Decoder) error {
	if !b.Spend(budget.Names, 1) {
		return ErrTooLarge
	}
	sheet := -1
	if of := d.Attr("localSheetId"); of != "" {
		var err error
		if sheet, err = strconv.Atoi(of); err != nil {
			return ErrDamaged
		}
	}
	words := b.room.words()
	from := words.Len()
	words.WriteString(d.Attr("name"))
	to := words.Len()
	err := readCharacters(d, words)
	if err != nil && errors.As(err, &LongTextError{}) {
		return ErrTooLarge
	}
	b.Defined = append(b.Defined, DefinedName{words.String()[from:to], words.String()[to:], sheet})
	return err
}

// Close lets go of what is not read to its end.
func (b *Book) Close() { b.shared.close() }

// SharedStrings is the part with the strings that cells share, "" for none.
func (b *Book) SharedStrings() string { return b.shared.part }

// Parsed is the sheet of a part that was asked for before, nil for any other.
func (b *Book) Parsed(part string) *Grid { return b.parsed[part] }

// IsStruckOut tells whether the style of a cell strikes its text out.
func (b *Book) IsStruckOut(c Cell) bool { return isStyled(b.struck, c) }

// IsWhite tells whether the style of a cell writes in white.
func (b *Book) IsWhite(c Cell) bool { return isStyled(b.white, c) }

// isStyled tells whether a cell's style is one of some.
func isStyled(some []bool, c Cell) bool {
	return 0 <= c.Style && c.Style < len(some) && some[c.Style]
}

// sheetOf is the name of the sheet that a part holds.
func (b *Book) sheetOf(part string) string {
	for _, s := range b.Sheets {
		if s.Part == part {
			return s.Name
		}
	}
	return ""
}

// PartOf is the part of a worksheet by its name, "" for none.
func (b *Book) PartOf(name string) string {
	if s := b.SheetNamed(name); s != nil {
		return s.Part
	}
	return ""
}

// SheetNamed finds a worksheet by its name, of several the first; nil for none.
func (b *Book) SheetNamed(name string) *Sheet {
	if s, asked := b.named[name]; asked {
		return s
	}
	if b.folded == nil {
		b.folded, b.named = make(map[string]*Sheet, len(b.Sheets)), make(map[string]*Sheet, len(b.Sheets))
		for i := range b.Sheets {
			s := &b.Sheets[i]
			if _, taken := b.folded[foldedName(s.Name)]; s.Part != "" && !taken {
				b.folded[foldedName(s.Name)] = s
			}
		}
	}
	b.named[name] = b.folded[foldedName(name)]
	return b.named[name]
}

// foldedName is equal for names that spreadsheets take for one.
func foldedName(name string) string { return strings.ToLower(strings.ToUpper(name)) }

// Again is the book as it is after parts were set in its package. Of the sheets that were parsed, those of some parts are parsed anew where
// they were set.
func (b *Book) Again(parts map[string]bool) *Book {
	now := *b
	now.Budget = budget.New()
	now.parsed = maps.Clone(b.parsed)
	maps.DeleteFunc(now.parsed, func(part string, _ *Grid) bool { return b.IsSet(part) && parts[part] })
	if b.IsSet(b.Styles) {
		now.formats, now.struck, now.white = nil, nil, nil
	}
	return &now
}
