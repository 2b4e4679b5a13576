package workbook

import (
	"errors"
	"strconv"
	"strings"

	"nianbao/internal/numfmt"
	"nianbao/internal/opc"
	"nianbao/internal/xmlscan"
)

// readFormats reads the number format of every cell style, once, and whether it strikes out or hides by its colour.
func (b *book) readFormats() error {
	if b.formats != nil {
		return nil
	}
	d, err := b.XML(b.styles)
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

// code is the number format of a stored cell, nil for one that changes nothing.
func (b *book) code(c stored) *numfmt.Code {
	if c.style < 0 || c.style >= len(b.formats) {
		return nil
	}
	return b.formats[c.style]
}

// text is a cell's contents in words: a date as 2006-01-02, other numbers with their digits, a formula itself where its result was
// not stored.
func (b *book) text(c stored) string {
	if c.noResult {
		return "=" + c.formula
	}
	switch c.kind {
	case numberKind:
		f := b.code(c)
		if f == nil && isCount(c.value) {
			return c.value
		}
		d, ok := numfmt.ParseNumber(c.value)
		if !ok {
			return c.value
		}
		if f != nil {
			switch {
			case f.ShowsDate(d):
				return b.calendar.Date(d)
			case f.ShowsShare(d):
				return d.Shift(2).String() + "%"
			}
		}
		return d.String()
	case dateKind:
		day, _, _ := strings.Cut(c.value, "T")
		return day
	default:
		return c.value
	}
}

// isCount tells a whole number that is stored as it is told: without zeros in front, and not longer than spreadsheets keep digits.
func isCount(value string) bool {
	return value != "" && len(value) <= numfmt.Digits && strings.Trim(value, "0123456789") == "" && (value[0] != '0' || value == "0")
}
