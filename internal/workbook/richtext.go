package workbook

import (
	"encoding/xml"
	"strings"

	"nianbao/internal/opc"
)

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

// isOn is the value of an element that is there to switch something on (CT_BooleanProperty, ECMA-376 part 1, 18.18).
func isOn(start xml.StartElement) bool {
	switch attribute(start, "val") {
	case "0", "false":
		return false
	}
	return true
}
