package workbook

import (
	"encoding/xml"
	"errors"
	"io"
	"regexp"
	"strconv"
	"strings"
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
}

// grid is what is stored on a sheet, in the order of the file, which is by rows.
type grid struct {
	cells []stored
	index map[position]int
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
	d, err := b.open(part)
	if err != nil {
		return nil, damaged(err)
	}
	g := &grid{index: map[position]int{}}
	last := position{}
	for {
		start, err := nextStart(d, "sheetData", "row", "c")
		switch {
		case errors.Is(err, io.EOF):
			b.parsed[part] = g
			return g, nil
		case err != nil:
			return nil, damaged(err)
		}
		if start.Name.Local == "row" {
			last = position{0, last.row + 1}
			if r := attribute(start, "r"); r != "" {
				if last.row, err = strconv.Atoi(r); err != nil || last.row < 1 || last.row > maxRow {
					return nil, errDamaged
				}
			}
			continue
		}
		c, err := b.cell(d, start, last)
		if errors.As(err, &LongTextError{}) {
			return nil, LongTextError{"“" + b.sheetOf(part) + "”第" + strconv.Itoa(last.row) + "行"}
		} else if err != nil {
			return nil, err
		}
		last.col = c.at.col
		if c.value == "" && !c.computed {
			continue
		}
		if _, double := g.index[c.at]; double {
			return nil, errDamaged
		}
		if b.cells++; b.cells > maxCells {
			return nil, errTooLarge
		}
		g.index[c.at] = len(g.cells)
		g.cells = append(g.cells, c)
	}
}

// nextStart skips to the next start of one of two elements; io.EOF says that the element around them ends first.
func nextStart(d *xml.Decoder, around, one, other string) (xml.StartElement, error) {
	for {
		token, err := d.Token()
		if err != nil {
			return xml.StartElement{}, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Local == one || t.Name.Local == other {
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

// cell parses a cell; without a reference of its own it stands to the right of the last one.
func (b *book) cell(d *xml.Decoder, start xml.StartElement, last position) (stored, error) {
	c := stored{at: last.right(1)}
	storedAs := ""
	for _, a := range start.Attr {
		var err error
		switch a.Name.Local {
		case "r":
			var ok bool
			if c.at, ok = parsePosition(a.Value); !ok {
				return c, errDamaged
			}
		case "s":
			c.style, err = strconv.Atoi(a.Value)
		case "t":
			storedAs = a.Value
		}
		if err != nil {
			return c, errDamaged
		}
	}
	var inline string
	for {
		token, err := d.Token()
		if err != nil {
			return c, damaged(err)
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
				if err = d.Skip(); err != nil {
					err = damaged(err)
				}
			}
			if err != nil {
				return c, err
			}
		}
	}
}

// interpret turns what was stored into the value that it stands for.
func (b *book) interpret(c *stored, storedAs, inline string) error {
	switch storedAs {
	case "", "n":
		c.value = strings.TrimSpace(c.value)
		c.noResult = c.computed && c.value == "" // openpyxl writes an empty result
	case "s":
		if c.value = strings.TrimSpace(c.value); c.value == "" {
			return nil
		}
		i, err := strconv.Atoi(c.value)
		if err != nil || i < 0 || i >= len(b.shared.texts) {
			return errDamaged
		}
		c.kind, c.value = textKind, b.shared.texts[i]
	case "inlineStr":
		c.kind, c.value = textKind, inline
	case "str":
		c.kind, c.value = textKind, unescape(c.value)
	case "b":
		c.kind = booleanKind
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

// characters reads an element's text up to its end.
func characters(d *xml.Decoder) (string, error) {
	var text strings.Builder
	for {
		token, err := d.Token()
		if err != nil {
			return "", damaged(err)
		}
		switch t := token.(type) {
		case xml.CharData:
			if text.Len()+len(t) > maxText {
				return "", LongTextError{}
			}
			text.Write(t)
		case xml.StartElement:
			if err := d.Skip(); err != nil {
				return "", damaged(err)
			}
		case xml.EndElement:
			return text.String(), nil
		}
	}
}

// richText reads a string item (CT_Rst) up to its end: its text, or that of its runs, without phonetic hints.
func richText(d *xml.Decoder) (string, error) {
	text := ""
	for {
		token, err := d.Token()
		if err != nil {
			return "", damaged(err)
		}
		switch t := token.(type) {
		case xml.EndElement:
			if t.Name.Local == "r" {
				continue
			}
			return text, nil
		case xml.StartElement:
			switch t.Name.Local {
			case "r":
			case "t":
				part, err := characters(d)
				if err != nil {
					return "", err
				}
				if text += unescape(part); len(text) > maxText {
					return "", LongTextError{}
				}
			default:
				if err := d.Skip(); err != nil {
					return "", damaged(err)
				}
			}
		}
	}
}

var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescape undoes escape.
func unescape(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return escaped.ReplaceAllStringFunc(text, func(code string) string {
		r, _ := strconv.ParseUint(code[2:6], 16, 16)
		return string(rune(r))
	})
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
