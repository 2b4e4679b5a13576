package spreadsheet

import (
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/opc"
	"nianbao/internal/xmlscan"
)

// Scanner goes over the cells of a sheet in the order of the file.
type Scanner struct {
	book *Book
	part string
	d    *opc.Decoder
	last cellref.Position

	hiddenRow bool  // whether the row in hand is hidden
	grid      *Grid // where hidden columns are noted; nil for nowhere
}

// Scan goes over the cells of the sheet that a part holds, which the decoder reads.
func (b *Book) Scan(part string, d *opc.Decoder) *Scanner { return &Scanner{book: b, part: part, d: d} }

// Next goes on to the next cell and tells where it stands: without a reference of its own, to the right of the last one.
// io.EOF says that there are no more.
func (s *Scanner) Next() (at cellref.Position, err error) {
	for {
		name, err := NextStart(s.d, "sheetData", "row", "c", "col")
		if err != nil {
			return at, err
		}
		if name == "col" {
			s.grid.noteColumns(s.d)
			continue
		}
		ref, ok := s.d.Attr("r"), true
		if name == "c" {
			if at = s.last.Right(1); ref != "" {
				at, ok = cellref.Parse(ref)
			}
			s.last.Col = at.Col
		} else if s.last = (cellref.At(0, s.last.Row+1)); ref != "" {
			s.last.Row, err = strconv.Atoi(ref)
			ok = err == nil && 1 <= s.last.Row && s.last.Row <= cellref.MaxRow
		}
		if name == "row" {
			s.hiddenRow = IsTrue(s.d.Attr("hidden")) || isFlat(s.d.Attr("ht"))
		}
		switch {
		case !ok:
			return at, ErrDamaged
		case name == "c":
			return at, nil
		}
	}
}

// isFlat is true of a row's height at which nothing is seen of what stands in it.
func isFlat(points string) bool {
	const seen = 3
	if points == "" {
		return false // of most rows nothing is said
	}
	height, err := strconv.ParseFloat(points, 64)
	return err == nil && height < seen
}

// ReadCell parses the cell that begins, up to its end.
func (s *Scanner) ReadCell(at cellref.Position) (Cell, error) {
	c, err := s.book.readCell(s.d, at)
	if err != nil && errors.As(err, &LongTextError{}) {
		err = LongTextError{"“" + s.book.sheetOf(s.part) + "”第" + strconv.Itoa(at.Row) + "行"}
	}
	return c, err
}

// NextStart skips to the next start of one of several elements and tells which; io.EOF says that the element around them ends first.
func NextStart(d *opc.Decoder, around string, names ...string) (name string, err error) {
	for {
		kind, err := d.Next()
		if err != nil {
			return "", err
		}
		switch kind {
		case xmlscan.Start:
			if i := slices.Index(names, d.Name()); i >= 0 {
				return names[i], nil
			}
		case xmlscan.End:
			if d.Name() == around {
				return "", io.EOF
			}
		}
	}
}

// IsTrue reads an attribute that says yes or no.
func IsTrue(attribute string) bool { return attribute == "1" || attribute == "true" }

// cellTypes are how values are stored (ST_CellType, ECMA-376 part 1, 18.18.11), those that are said most in front.
var cellTypes = [...]string{"s", "inlineStr", "", "str", "n", "b", "e", "d"}

const unknownType = "?"

// ReadCell parses the cell that begins, up to its end.
func (b *Book) readCell(d *opc.Decoder, at cellref.Position) (Cell, error) {
	c := Cell{At: at}
	storedAs := unknownType
	if i := slices.Index(cellTypes[:], d.Attr("t")); i >= 0 {
		storedAs = cellTypes[i]
	}
	if style := d.Attr("s"); style != "" {
		var err error
		if c.Style, err = strconv.Atoi(style); err != nil {
			return c, ErrDamaged
		}
	}
	inline := richString{}
	for {
		kind, err := d.Next()
		if err != nil {
			return c, err
		}
		switch kind {
		case xmlscan.End:
			err = b.interpret(&c, storedAs, inline)
			return c, err
		case xmlscan.Start:
			switch d.Name() {
			case "v":
				c.Value, err = b.characters(d)
				c.NoResult = false
			case "f":
				if d.Attr("t") == "shared" {
					c.Shared = d.Attr("si")
				}
				c.Formula, err = b.characters(d)
				c.Computed, c.NoResult = true, true
			case "is":
				inline, err = b.richText(d)
			default:
				err = d.Skip()
			}
			if err != nil {
				return c, err
			}
		}
	}
}

// characters is Characters that puts the text where others are kept.
func (b *Book) characters(d *opc.Decoder) (string, error) {
	words := b.room.words()
	from := words.Len()
	err := readCharacters(d, words)
	return words.String()[from:], err
}

// interpret turns what was stored into the value that it stands for.
func (b *Book) interpret(c *Cell, storedAs string, inline richString) error {
	switch storedAs {
	case "", "n":
		c.Value = strings.TrimSpace(c.Value)
		c.NoResult = c.Computed && c.Value == "" // openpyxl writes an empty result
	case "s":
		if c.Value = strings.TrimSpace(c.Value); c.Value == "" {
			return nil
		}
		i, err := strconv.Atoi(c.Value)
		if err != nil {
			return ErrDamaged
		}
		c.Kind = TextKind
		shared, err := b.sharedString(i)
		c.Value, c.Struck = shared.text, shared.struck
		return err
	case "inlineStr": // in <is>, but some programs write it as the value
		if inline.text == "" {
			inline.text = Unescape(c.Value)
		}
		c.Kind, c.Value, c.Struck = TextKind, inline.text, inline.struck
	case "str":
		c.Kind, c.Value = TextKind, Unescape(c.Value)
	case "b":
		c.Kind = BooleanKind
		switch strings.TrimSpace(c.Value) {
		case "1", "true":
			c.Value = "TRUE"
		case "0", "false":
			c.Value = "FALSE"
		case "":
			c.NoResult = c.Computed
		}
	case "e":
		c.Kind = ErrorKind
	case "d":
		c.Kind = dateKind
	default:
		return ErrDamaged
	}
	return nil
}
