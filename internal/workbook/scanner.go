package workbook

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

// scanner goes over the cells of a sheet in the order of the file.
type scanner struct {
	book *book
	part string
	d    *opc.Decoder
	last cellref.Position

	hiddenRow bool  // whether the row in hand is hidden
	grid      *grid // where hidden columns are noted; nil for nowhere
}

func (b *book) scan(part string, d *opc.Decoder) *scanner { return &scanner{book: b, part: part, d: d} }

// next goes on to the next cell and tells where it stands: without a reference of its own, to the right of the last one.
// io.EOF says that there are no more.
func (s *scanner) next() (at cellref.Position, err error) {
	for {
		name, err := nextStart(s.d, "sheetData", "row", "c", "col")
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
			s.hiddenRow = isTrue(s.d.Attr("hidden")) || isFlat(s.d.Attr("ht"))
		}
		switch {
		case !ok:
			return at, errDamaged
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

// cell parses the cell that begins, up to its end.
func (s *scanner) cell(at cellref.Position) (stored, error) {
	c, err := s.book.cell(s.d, at)
	if err != nil && errors.As(err, &LongTextError{}) {
		err = LongTextError{"“" + s.book.sheetOf(s.part) + "”第" + strconv.Itoa(at.Row) + "行"}
	}
	return c, err
}

// nextStart skips to the next start of one of several elements and tells which; io.EOF says that the element around them ends first.
func nextStart(d *opc.Decoder, around string, names ...string) (name string, err error) {
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

func isTrue(attribute string) bool { return attribute == "1" || attribute == "true" }

// cellTypes are how values are stored (ST_CellType, ECMA-376 part 1, 18.18.11), those that are said most in front.
var cellTypes = [...]string{"s", "inlineStr", "", "str", "n", "b", "e", "d"}

const unknownType = "?"

// cell parses the cell that begins, up to its end.
func (b *book) cell(d *opc.Decoder, at cellref.Position) (stored, error) {
	c := stored{at: at}
	storedAs := unknownType
	if i := slices.Index(cellTypes[:], d.Attr("t")); i >= 0 {
		storedAs = cellTypes[i]
	}
	if style := d.Attr("s"); style != "" {
		var err error
		if c.style, err = strconv.Atoi(style); err != nil {
			return c, errDamaged
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
				c.value, err = b.characters(d)
				c.noResult = false
			case "f":
				if d.Attr("t") == "shared" {
					c.shared = d.Attr("si")
				}
				c.formula, err = b.characters(d)
				c.computed, c.noResult = true, true
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

// characters is characters that puts the text where others are kept.
func (b *book) characters(d *opc.Decoder) (string, error) {
	words := b.room.words()
	from := words.Len()
	err := readCharacters(d, words)
	return words.String()[from:], err
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
