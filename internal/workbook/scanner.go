package workbook

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/opc"
)

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

func isTrue(attribute string) bool { return attribute == "1" || attribute == "true" }

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
				if attribute(t, "t") == "shared" {
					c.shared = attribute(t, "si")
				}
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
