package spreadsheet

import (
	"errors"
	"strconv"
	"strings"

	"nianbao/internal/numfmt"
	"nianbao/internal/opc"
	"nianbao/internal/xmlscan"
)

// ReadFormats reads the number format of every cell style, once, and whether it strikes out or hides by its colour.
func (b *Book) ReadFormats() error {
	if b.formats != nil {
		return nil
	}
	d, err := b.XML(b.Styles)
	if errors.Is(err, opc.ErrNoPart) {
		return nil
	} else if err != nil {
		return err
	}
	defer d.Close()
	b.formats = []*numfmt.Code{}
	codes, parsed := map[string]string{}, map[string]*numfmt.Code{} // by the format's id
	var struckFonts, whiteFonts []bool
	list := ""
	for depth := 0; ; {
		kind, err := d.Next()
		if err != nil {
			return err
		}
		switch kind {
		case xmlscan.Start:
			name := d.Name()
			switch depth++; {
			case depth == 2:
				list = d.Name()
			case depth == 3 && list == "numFmts" && name == "numFmt":
				codes[d.Attr("numFmtId")] = d.Attr("formatCode")
			case depth == 3 && list == "fonts" && name == "font":
				struckFonts, whiteFonts = append(struckFonts, false), append(whiteFonts, false)
			case depth == 4 && list == "fonts" && name == "strike" && len(struckFonts) > 0:
				struckFonts[len(struckFonts)-1] = isOn(d)
			case depth == 4 && list == "fonts" && name == "color" && len(whiteFonts) > 0:
				whiteFonts[len(whiteFonts)-1] = isWhite(d)
			case depth == 3 && list == "cellXfs" && name == "xf":
				font, err := strconv.Atoi(d.Attr("fontId"))
				known := err == nil && 0 <= font && font < len(struckFonts)
				b.struck = append(b.struck, known && struckFonts[font])
				b.white = append(b.white, known && whiteFonts[font])
				id := d.Attr("numFmtId")
				f, known := parsed[id]
				if !known {
					f = numfmt.Of(id, codes)
					parsed[id] = f
				}
				b.formats = append(b.formats, f)
			}
		case xmlscan.End:
			if depth--; depth == 0 || depth == 1 && list == "cellXfs" { // what follows says nothing of numbers
				return nil
			}
		}
	}
}

// isWhite tells whether the colour that begins is white: by its red, green and blue, or as the background of the theme (18.8.3).
func isWhite(d *opc.Decoder) bool {
	return strings.HasSuffix(strings.ToUpper(d.Attr("rgb")), "FFFFFF") || d.Attr("theme") == "0" && d.Attr("tint") == ""
}

// Code is the number format of a stored cell, nil for one that changes nothing.
func (b *Book) Code(c Cell) *numfmt.Code {
	if c.Style < 0 || c.Style >= len(b.formats) {
		return nil
	}
	return b.formats[c.Style]
}

// Text is a cell's contents in words: a date as 2006-01-02, other numbers with their digits, a formula itself where its result was
// not stored.
func (b *Book) Text(c Cell) string {
	if c.NoResult {
		return "=" + c.Formula
	}
	switch c.Kind {
	case NumberKind:
		f := b.Code(c)
		if f == nil && isCount(c.Value) {
			return c.Value
		}
		d, ok := numfmt.ParseNumber(c.Value)
		if !ok {
			return c.Value
		}
		if f != nil {
			switch {
			case f.ShowsDate(d):
				return b.Calendar.Date(d)
			case f.ShowsShare(d):
				return d.Shift(2).String() + "%"
			}
		}
		return d.String()
	case dateKind:
		day, _, _ := strings.Cut(c.Value, "T")
		return day
	default:
		return c.Value
	}
}

// isCount tells a whole number that is stored as it is told: without zeros in front, and not longer than spreadsheets keep digits.
func isCount(value string) bool {
	return value != "" && len(value) <= numfmt.Digits && strings.Trim(value, "0123456789") == "" && (value[0] != '0' || value == "0")
}
