package workbook

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"nianbao/internal/model"
)

// Correction replaces a paragraph in its cell.
type Correction struct {
	Place         model.Place
	Before, After string
}

// Correct writes a copy of a workbook with corrected paragraphs. Nothing else changes, as with Mark, and the copy says what it is
// in the same way; a corrected cell keeps its look, and the other paragraphs in it. A paragraph that does not stand where it
// should is an error.
func Correct(w io.Writer, data []byte, corrections []Correction) error {
	c, err := openChanges(data)
	if err != nil {
		return err
	}
	original, err := Read(data)
	if err != nil {
		return err
	}
	for _, s := range c.book.sheets {
		if s.part == "" || c.book.IsSet(s.part) {
			continue
		}
		if err := c.correctSheet(s, corrections); err != nil {
			return err
		}
	}
	var corrected bytes.Buffer
	if err := c.book.Write(&corrected); err != nil {
		return err
	}
	r, err := Read(corrected.Bytes())
	if err != nil {
		return err
	}
	return c.writeCopy(w, r, original)
}

func (c *changes) correctSheet(s bookSheet, corrections []Correction) error {
	todo := map[position][]Correction{}
	for _, one := range corrections {
		if at, ok := parsePosition(one.Place.Ref); ok && one.Place.Sheet == s.name {
			todo[at] = append(todo[at], one)
		}
	}
	if len(todo) == 0 {
		return nil
	}
	g, err := c.book.grid(s.part)
	if err != nil {
		return err
	}
	data, err := c.book.Part(s.part)
	if err != nil {
		return damaged(err)
	}
	w, err := parseWorksheet(data)
	if err != nil {
		return err
	}
	err = w.visit(nil, func(at position, cell *element) error {
		if todo[at] == nil {
			return nil
		}
		text, err := correctText(c.book.text(g.at(at)), todo[at])
		if err != nil {
			return fmt.Errorf("“%s”%s%w", s.name, at, err)
		}
		cell.setText(text)
		return nil
	})
	if err == nil {
		c.book.Set(s.part, w.bytes())
	}
	return err
}

var errOtherText = errors.New("里的文字和校验时不同，请重新校验")

// correctText replaces paragraphs in a cell's text, which come in its order; what is between them stays.
func correctText(text string, corrections []Correction) (string, error) {
	var out strings.Builder
	for line := range strings.Lines(text) {
		paragraphs := model.SplitParagraphs(line, model.Place{})
		if len(corrections) > 0 && len(paragraphs) > 0 && paragraphs[0].Text == corrections[0].Before {
			line = strings.Replace(line, corrections[0].Before, corrections[0].After, 1)
			corrections = corrections[1:]
		}
		out.WriteString(line)
	}
	if len(corrections) > 0 {
		return "", errOtherText
	}
	return out.String(), nil
}

// setText makes a cell hold a text.
func (e *element) setText(text string) {
	e.set("t", "inlineStr")
	is, t := e.qualified("is"), e.qualified("t")
	e.children = []piece{{"is", []byte("<" + is + "><" + t + ` xml:space="preserve">` + escape(text) + "</" + t + "></" + is + ">")}}
}
