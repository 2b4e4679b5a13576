package spreadsheet

import (
	"strings"

	"nianbao/internal/opc"
	"nianbao/internal/xmlscan"
)

// maxText is how many bytes of text a cell may have.
const maxText = 1 << 20

// Characters reads an element's text up to its end.
func Characters(d *opc.Decoder) (string, error) {
	var text strings.Builder
	err := readCharacters(d, &text)
	return text.String(), err
}

// readCharacters is Characters that puts the text behind others.
func readCharacters(d *opc.Decoder, text *strings.Builder) error {
	for most := text.Len() + maxText; ; {
		kind, err := d.Next()
		switch {
		case err != nil && d.Overlong():
			return LongTextError{}
		case err != nil:
			return err
		}
		switch kind {
		case xmlscan.Text:
			part := d.Text()
			if text.Len()+len(part) > most {
				return LongTextError{}
			}
			text.Write(part)
		case xmlscan.Start:
			if err := d.Skip(); err != nil {
				return err
			}
		case xmlscan.End:
			return nil
		}
	}
}

// richString is a text, and what of it is struck out.
type richString struct{ text, struck string }

// RichText reads a string item (CT_Rst) up to its end: its text, or that of its runs, without phonetic hints.
func (b *Book) RichText(d *opc.Decoder) (text string, err error) {
	all, err := b.richText(d)
	return all.text, err
}

func (b *Book) richText(d *opc.Decoder) (richString, error) {
	var few [4]string // which is nearly always one
	text, struck := few[:0], []string(nil)
	size, out := 0, false // whether the run in hand is struck out
	for {
		kind, err := d.Next()
		if err != nil {
			return richString{}, err
		}
		switch kind {
		case xmlscan.End:
			if name := d.Name(); name != "r" && name != "rPr" && name != "strike" {
				return richString{strings.Join(text, ""), strings.Join(struck, "")}, nil
			}
		case xmlscan.Start:
			switch d.Name() {
			case "r":
				out = false
			case "rPr":
			case "strike":
				out = isOn(d)
			case "t":
				part, err := b.characters(d)
				if err != nil {
					return richString{}, err
				}
				part = Unescape(part)
				if out {
					struck = append(struck, part)
				}
				text = append(text, part)
				if size += len(part); size > maxText {
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

// isOn is the value of the element that begins, which is there to switch something on (CT_BooleanProperty, ECMA-376 part 1, 18.18).
func isOn(d *opc.Decoder) bool {
	switch d.Attr("val") {
	case "0", "false":
		return false
	}
	return true
}
