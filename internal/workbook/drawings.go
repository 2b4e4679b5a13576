package workbook

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/model"
	"nianbao/internal/opc"
	"nianbao/internal/spreadsheet"
	"nianbao/internal/xmlscan"
)

// readDrawn finds the pictures and shapes on a sheet (ECMA-376 part 1, 20.5), each at the cell in which its upper left corner is.
func (in *reader) readDrawn(s *spreadsheet.Sheet) error {
	links, err := in.book.Relationships(s.Part)
	if err != nil {
		return unlessTooLarge(err)
	}
	for _, l := range links {
		if l.Kind() != "drawing" {
			continue
		}
		if err := unlessTooLarge(in.readShapes(s, l.Target)); err != nil && !errors.Is(err, io.EOF) {
			return err
		}
	}
	return nil
}

// readShapes reads a drawing to its end, which io.EOF says.
func (in *reader) readShapes(s *spreadsheet.Sheet, part string) error {
	d, err := in.book.XML(part)
	if err != nil {
		return err
	}
	defer d.Close()
	for {
		shape, err := nextShape(d)
		if err != nil {
			return err
		}
		shape.Place.Sheet = s.Name
		if err := in.extra(shape); err != nil {
			return err
		}
	}
}

// nextShape reads the next anchor of a drawing with what hangs on it: a group of shapes is one. io.EOF says that there are no more.
func nextShape(d *opc.Decoder) (model.Extra, error) {
	for {
		element, err := spreadsheet.NextStart(d, "wsDr", "twoCellAnchor", "oneCellAnchor", "absoluteAnchor", "Fallback")
		if err == nil && element == "Fallback" { // the same once more for older programs
			if err = d.Skip(); err == nil {
				continue
			}
		}
		if err != nil {
			return model.Extra{}, err
		}
		break
	}
	at := cellref.At(1, 1)
	var words strings.Builder
	pictures, from := 0, false
	for {
		kind, err := d.Next()
		if err != nil {
			return model.Extra{}, err
		}
		switch kind {
		case xmlscan.End:
			switch d.Name() {
			case "from":
				from = false
			case "p":
				words.WriteString(" ")
			case "twoCellAnchor", "oneCellAnchor", "absoluteAnchor":
				return shapeAt(at, oneLine(words.String()), pictures), nil
			}
		case xmlscan.Start:
			switch name := d.Name(); {
			case name == "from":
				from = true
			case name == "pic":
				pictures++
			case name == "Fallback":
				err = d.Skip()
			case name == "t":
				var part string
				part, err = spreadsheet.Characters(d)
				words.WriteString(part)
			case from && (name == "col" || name == "row"):
				var text string
				text, err = spreadsheet.Characters(d)
				if n, bad := strconv.Atoi(strings.TrimSpace(text)); bad == nil && name == "col" {
					at.Col = n + 1
				} else if bad == nil {
					at.Row = n + 1
				}
			}
			if err != nil {
				return model.Extra{}, err
			}
		}
	}
}

func shapeAt(at cellref.Position, words string, pictures int) model.Extra {
	e := model.Extra{Kind: model.Drawing, Text: words}
	switch {
	case words != "":
		e.Kind = model.TextBox
	case pictures > 0:
		e.Kind = model.Picture
	}
	if _, ok := cellref.Parse(at.String()); ok {
		e.Place.Ref = at.String()
	}
	return e
}
