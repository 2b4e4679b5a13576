package workbook

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"nianbao/internal/budget"
	"nianbao/internal/opc"
)

// kind says how a cell's value was stored.
type kind int

const (
	numberKind kind = iota
	textKind
	booleanKind
	errorKind
	dateKind // ISO 8601
)

// stored is a cell as it was stored. A cell with nothing in it is none.
type stored struct {
	at       position
	kind     kind
	value    string
	formula  string // without the equals sign; "" also where the text stands with another cell
	computed bool   // the value is a formula's result
	noResult bool   // which was not stored
	style    int
	struck   string // what of the text is struck out by itself, whatever the style
}

// grid is what is stored on a sheet, in the order of the file, which is by rows.
type grid struct {
	cells []stored
	index map[position]int

	hiddenRows map[int]bool // of those with something in them
	hiddenCols []area       // over all rows
}

// at is the cell at a position, the zero cell if there is nothing in it.
func (g *grid) at(p position) stored {
	if i, ok := g.index[p]; ok {
		return g.cells[i]
	}
	return stored{at: p, kind: textKind}
}

// grid parses a sheet.
func (b *book) grid(part string) (*grid, error) {
	if g, ok := b.parsed[part]; ok {
		return g, nil
	}
	if err := b.readFormats(); err != nil {
		return nil, err
	}
	if err := b.readStrings(); err != nil {
		return nil, err
	}
	d, err := b.XML(part)
	if err != nil {
		return nil, damaged(err)
	}
	g := &grid{index: map[position]int{}, hiddenRows: map[int]bool{}}
	scan := b.scan(part, d)
	scan.grid = g
	for {
		start, at, err := scan.next()
		switch {
		case errors.Is(err, io.EOF):
			b.parsed[part] = g
			return g, nil
		case err != nil:
			return nil, err
		}
		c, err := scan.cell(start, at)
		if err != nil {
			return nil, err
		}
		if c.value == "" && !c.computed {
			continue
		}
		if _, double := g.index[c.at]; double {
			return nil, errDamaged
		}
		if !b.Spend(budget.Cells, 1) {
			return nil, errTooLarge
		}
		if scan.hiddenRow {
			g.hiddenRows[c.at.row] = true
		}
		g.index[c.at] = len(g.cells)
		g.cells = append(g.cells, c)
	}
}

// scanner goes over the cells of a sheet in the order of the file.
type scanner struct {
	book *book
	part string
	d    *opc.Decoder
	last position

	hiddenRow bool  // whether the row in hand is hidden
	grid      *grid // where hidden columns are noted; nil for nowhere
}

func (b *book) scan(part string, d *opc.Decoder) *scanner { return &scanner{book: b, part: part, d: d} }

// next is the start of the next cell and where it stands: without a reference of its own, to the right of the last one.
// io.EOF says that there are no more.
func (s *scanner) next() (start xml.StartElement, at position, err error) {
	for {
		if start, err = nextStart(s.d, "sheetData", "row", "c", "col"); errors.Is(err, io.EOF) {
			return start, at, io.EOF
		} else if err != nil {
			return start, at, err
		}
		if start.Name.Local == "col" {
			s.grid.noteColumns(start)
			continue
		}
		ref, ok := attribute(start, "r"), true
		if start.Name.Local == "c" {
			if at = s.last.right(1); ref != "" {
				at, ok = parsePosition(ref)
			}
			s.last.col = at.col
		} else if s.last = (position{0, s.last.row + 1}); ref != "" {
			s.last.row, err = strconv.Atoi(ref)
			ok = err == nil && 1 <= s.last.row && s.last.row <= maxRow
		}
		if start.Name.Local == "row" {
			s.hiddenRow = isTrue(attribute(start, "hidden"))
		}
		switch {
		case !ok:
			return start, at, errDamaged
		case start.Name.Local == "c":
			return start, at, nil
		}
	}
}

// cell parses a cell up to its end.
func (s *scanner) cell(start xml.StartElement, at position) (stored, error) {
	c, err := s.book.cell(s.d, start, at)
	if errors.As(err, &LongTextError{}) {
		err = LongTextError{"“" + s.book.sheetOf(s.part) + "”第" + strconv.Itoa(at.row) + "行"}
	}
	return c, err
}

// maxHidden is how many stretches of hidden columns are noted; nobody hides as many.
const maxHidden = 100

// noteColumns notes the columns of a <col> if they are hidden.
func (g *grid) noteColumns(start xml.StartElement) {
	from, err := strconv.Atoi(attribute(start, "min"))
	to, otherErr := strconv.Atoi(attribute(start, "max"))
	if g != nil && len(g.hiddenCols) < maxHidden && err == nil && otherErr == nil && isTrue(attribute(start, "hidden")) {
		g.hiddenCols = append(g.hiddenCols, area{position{from, 1}, position{to, maxRow}})
	}
}

// isHidden tells whether a cell is in a hidden row or column.
func (g *grid) isHidden(p position) bool { return g.hiddenRows[p.row] || contains(g.hiddenCols, p) }

func isTrue(attribute string) bool { return attribute == "1" || attribute == "true" }

// nextStart skips to the next start of one of several elements; io.EOF says that the element around them ends first.
func nextStart(d *opc.Decoder, around string, names ...string) (xml.StartElement, error) {
	for {
		token, err := d.Token()
		if err != nil {
			return xml.StartElement{}, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if slices.Contains(names, t.Name.Local) {
				return t, nil
			}
		case xml.EndElement:
			if t.Name.Local == around {
				return xml.StartElement{}, io.EOF
			}
		}
	}
}

func attribute(start xml.StartElement, name string) string {
	for _, a := range start.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// cell parses a cell up to its end.
func (b *book) cell(d *opc.Decoder, start xml.StartElement, at position) (stored, error) {
	c := stored{at: at}
	storedAs := attribute(start, "t")
	if style := attribute(start, "s"); style != "" {
		var err error
		if c.style, err = strconv.Atoi(style); err != nil {
			return c, errDamaged
		}
	}
	inline := richString{}
	for {
		token, err := d.Token()
		if err != nil {
			return c, err
		}
		switch t := token.(type) {
		case xml.EndElement:
			err = b.interpret(&c, storedAs, inline)
			return c, err
		case xml.StartElement:
			switch t.Name.Local {
			case "v":
				c.value, err = characters(d)
				c.noResult = false
			case "f":
				c.formula, err = characters(d)
				c.computed, c.noResult = true, true
			case "is":
				inline, err = richText(d)
			default:
				err = d.Skip()
			}
			if err != nil {
				return c, err
			}
		}
	}
}

// interpret turns what was stored into the value that it stands for.
func (b *book) interpret(c *stored, storedAs string, inline richString) error {
	switch storedAs {
	case "", "n":
		c.value = strings.TrimSpace(c.value)
		c.noResult = c.computed && c.value == "" // openpyxl writes an empty result
	case "s":
		if c.value = strings.TrimSpace(c.value); c.value == "" {
			return nil
		}
		i, err := strconv.Atoi(c.value)
		if err != nil {
			return errDamaged
		}
		c.kind = textKind
		shared, err := b.sharedString(i)
		c.value, c.struck = shared.text, shared.struck
		return err
	case "inlineStr": // in <is>, but some programs write it as the value
		if inline.text == "" {
			inline.text = unescape(c.value)
		}
		c.kind, c.value, c.struck = textKind, inline.text, inline.struck
	case "str":
		c.kind, c.value = textKind, unescape(c.value)
	case "b":
		c.kind = booleanKind
		switch strings.TrimSpace(c.value) {
		case "1", "true":
			c.value = "TRUE"
		case "0", "false":
			c.value = "FALSE"
		case "":
			c.noResult = c.computed
		}
	case "e":
		c.kind = errorKind
	case "d":
		c.kind = dateKind
	default:
		return errDamaged
	}
	return nil
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

// maxText is how many bytes of text a cell may have.
const maxText = 1 << 20

// characters reads an element's text up to its end.
func characters(d *opc.Decoder) (string, error) {
	var text strings.Builder
	for {
		token, err := d.Token()
		switch {
		case err != nil && d.Overlong():
			return "", LongTextError{}
		case err != nil:
			return "", err
		}
		switch t := token.(type) {
		case xml.CharData:
			if text.Len()+len(t) > maxText {
				return "", LongTextError{}
			}
			text.Write(t)
		case xml.StartElement:
			if err := d.Skip(); err != nil {
				return "", err
			}
		case xml.EndElement:
			return text.String(), nil
		}
	}
}

// richString is a text, and what of it is struck out.
type richString struct{ text, struck string }

// richText reads a string item (CT_Rst) up to its end: its text, or that of its runs, without phonetic hints.
func richText(d *opc.Decoder) (richString, error) {
	var text, struck strings.Builder
	out := false // whether the run in hand is struck out
	for {
		token, err := d.Token()
		if err != nil {
			return richString{}, err
		}
		switch t := token.(type) {
		case xml.EndElement:
			if name := t.Name.Local; name != "r" && name != "rPr" && name != "strike" {
				return richString{text.String(), struck.String()}, nil
			}
		case xml.StartElement:
			switch t.Name.Local {
			case "r":
				out = false
			case "rPr":
			case "strike":
				out = isOn(t)
			case "t":
				part, err := characters(d)
				if err != nil {
					return richString{}, err
				}
				part = unescape(part)
				if out {
					struck.WriteString(part)
				}
				if text.WriteString(part); text.Len() > maxText {
					return richString{}, LongTextError{}
				}
			default:
				if err := d.Skip(); err != nil {
					return richString{}, err
				}
			}
		}
	}
}

// unescape undoes escape. Characters beyond the sixteenth bit are two codes (_xD83D__xDE00_).
func unescape(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	var out strings.Builder
	for {
		at := strings.Index(text, "_x")
		if at < 0 {
			out.WriteString(text)
			return out.String()
		}
		out.WriteString(text[:at])
		text = text[at:]
		r, ok := escapedUnit(text)
		if !ok {
			out.WriteString(text[:2])
			text = text[2:]
			continue
		}
		text = text[escapeLength:]
		if low, ok := escapedUnit(text); ok && utf16.IsSurrogate(r) {
			if both := utf16.DecodeRune(r, low); both != utf8.RuneError {
				r, text = both, text[escapeLength:]
			}
		}
		out.WriteRune(r)
	}
}

const escapeLength = len("_x0041_")

// escapedUnit is the code that a text begins with.
func escapedUnit(text string) (rune, bool) {
	if len(text) < escapeLength || text[:2] != "_x" || text[escapeLength-1] != '_' {
		return 0, false
	}
	code, err := strconv.ParseUint(text[2:escapeLength-1], 16, 16)
	return rune(code), err == nil
}

// The last row and column of a worksheet.
const (
	maxRow = 1 << 20
	maxCol = 1 << 14
)

// parsePosition reads a reference such as B7 or $B$7.
func parsePosition(ref string) (p position, ok bool) {
	i := 0
	dollar := func() {
		if i < len(ref) && ref[i] == '$' {
			i++
		}
	}
	dollar()
	for ; i < len(ref) && p.col <= maxCol; i++ {
		letter := ref[i] &^ 0x20
		if letter < 'A' || letter > 'Z' {
			break
		}
		p.col = p.col*26 + int(letter-'A') + 1
	}
	dollar()
	for ; i < len(ref) && '0' <= ref[i] && ref[i] <= '9' && p.row <= maxRow; i++ {
		p.row = p.row*10 + int(ref[i]-'0')
	}
	return p, i == len(ref) && 1 <= p.col && p.col <= maxCol && 1 <= p.row && p.row <= maxRow
}

// parseArea reads a reference such as B7 or $B$7:$D$9.
func parseArea(ref string) (a area, ok bool) {
	from, to, isRange := strings.Cut(ref, ":")
	if a.from, ok = parsePosition(from); !ok {
		return area{}, false
	}
	if !isRange {
		return area{a.from, a.from}, true
	}
	if a.to, ok = parsePosition(to); !ok {
		return area{}, false
	}
	a.from, a.to = position{min(a.from.col, a.to.col), min(a.from.row, a.to.row)}, position{max(a.from.col, a.to.col), max(a.from.row, a.to.row)}
	return a, true
}
