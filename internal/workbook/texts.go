package workbook

import (
	"fmt"
	"regexp"
	"strings"

	"nianbao/internal/form"
)

// Rows for paragraphs in a blank template, and how many stay free below those that are filled in.
const (
	sectionRows = 30
	besideRows  = 12
	freeRows    = 10
)

const (
	paragraphHint  = "每行写一段，段首不用空格。要写表里的数，可以写成{{本年新收}}，生成时自动换成数字。"
	suggestionHead = "可参考的写法（不会进入报告）"
)

// drawUnit draws the sheet of the unit's data, with the preface below them.
func (p *plan) drawUnit() error {
	preface := p.report.Edition.Passages()[0]
	var required []string
	for _, f := range form.Fields() {
		if f.Required {
			required = append(required, f.Label)
		}
	}
	s := p.addSheet(unitSheet, preface.Key, 14, 72, 48)
	s.tab, s.insertRows = yellow, true
	s.spread(area{position{1, 1}, position{3, 1}}, titleLook, content{text: "基本信息"})
	s.setHeight(1, 30)
	s.putNote(area{position{1, 2}, position{3, 2}}, "黄色格填写。"+strings.Join(required, "、")+"必填。")
	row := 3
	for _, f := range form.Fields() {
		at := position{2, row}
		s.putText(position{1, row}, rowHeadLook, f.Label)
		text := p.report.Fields[f.Key].Printed()
		if err := fit(text, "“"+f.Label+"”"); err != nil {
			return err
		}
		if f.Key == "report.year" {
			s.put(at, yearLook, content{text: text, number: fourDigits.MatchString(text)})
		} else {
			s.putText(at, fieldLook, text)
		}
		s.putText(at.right(1), noteLook, f.Note)
		s.setHeight(row, 22)
		s.entries = append(s.entries, entry{cells: []area{{at, at}}, rule: fieldRule(f.Key), title: f.Label, prompt: f.Note})
		p.settle(f.Key, s, area{at, at})
		row++
	}
	s.frozen = position{1, 3}
	row++
	s.spread(area{position{1, row}, position{3, row}}, titleLook, content{text: preface.Label})
	s.setHeight(row, 26)
	return p.drawPassage(s, preface, position{2, row + 1}, besideRows)
}

var fourDigits = regexp.MustCompile(`^[1-9][0-9]{3}$`)

// drawSection draws a section's sheet: its table if it has one, and the place for its text.
func (p *plan) drawSection(section form.Section) error {
	if section.Table != nil {
		return p.drawTableSection(section)
	}
	s := p.addSheet(sectionSheet(section), section.Text.Key, 96, 44)
	s.tab, s.insertRows = blue, true
	s.spread(area{position{1, 1}, position{2, 1}}, titleLook, content{text: section.Heading()})
	s.setHeight(1, 30)
	s.frozen = position{1, 4}
	s.repeated = 3
	return p.drawPassage(s, section.Text, position{1, 2}, sectionRows)
}

// drawPassage draws a passage's note, the column of its paragraphs and the suggestions beside it. The rows grow with what
// is typed into them. Suggestions are unlocked: a locked cell that is copied locks the cell into which it is pasted.
func (p *plan) drawPassage(s *sheet, passage form.Passage, at position, rows int) error {
	paragraphs, err := p.paragraphs(passage, rows)
	if err != nil {
		return err
	}
	suggestions := at.right(1)
	s.putNote(area{position{1, at.row}, suggestions}, passage.Note+paragraphHint)
	s.putText(position{at.col, at.row + 1}, headLook, "正文")
	s.putText(position{suggestions.col, at.row + 1}, headLook, suggestionHead)
	s.setHeight(at.row+1, 20)
	first := at.row + 2
	for i, text := range paragraphs {
		row := first + i
		s.putText(position{at.col, row}, paragraphLook, text)
		points := textHeight(text, s.widths[at.col-1], 2)
		if i < len(passage.Suggestions) {
			s.putText(position{suggestions.col, row}, suggestionLook, passage.Suggestions[i])
			points = max(points, textHeight(passage.Suggestions[i], s.widths[suggestions.col-1], 2))
		}
		s.heights[row] = height{points: points}
	}
	last := first + len(paragraphs)
	s.putText(position{at.col, last}, paragraphLook, "")
	s.setHeight(last, lastRowHeight)
	p.settle(passage.Key, s, area{position{at.col, first}, position{at.col, last}})
	return nil
}

// lastRowHeight is the height of the thin row that ends a column of paragraphs: a row inserted behind the last full one is
// inserted before it, and so inside the passage's name, which grows along.
const lastRowHeight = 6

// drawPassageBelow draws the place for text below a table: merged rows as wide as the table, whose first cells bear the
// passage's name. Merged rows do not grow by themselves.
func (p *plan) drawPassageBelow(s *sheet, passage form.Passage, row int) error {
	paragraphs, err := p.paragraphs(passage, besideRows)
	if err != nil {
		return err
	}
	wide := func(row int) area { return area{position{1, row}, position{len(s.widths), row}} }
	s.spread(wide(row), headLook, content{text: "表前、表后的文字"})
	s.setHeight(row, 22)
	s.putNote(wide(row+1), passage.Note+paragraphHint)
	first := row + 2
	for i, text := range paragraphs {
		a := wide(first + i)
		s.spread(a, paragraphLook, content{text: text})
		s.setHeight(a.from.row, textHeight(text, s.width(a), 1))
	}
	last := first + len(paragraphs)
	s.spread(wide(last), paragraphLook, content{})
	s.setHeight(last, lastRowHeight)
	p.settle(passage.Key, s, area{position{1, first}, position{1, last}})
	return nil
}

// paragraphs are the texts of a passage, blank ones added up to the given number of rows and for some more than are filled.
func (p *plan) paragraphs(passage form.Passage, rows int) ([]string, error) {
	given := p.report.Texts[passage.Key]
	texts := make([]string, max(rows, len(given)+freeRows))
	for i, paragraph := range given {
		text := paragraph.Printed()
		if err := fit(text, fmt.Sprintf("“%s”的第%d段", passage.Label, i+1)); err != nil {
			return nil, err
		}
		texts[i] = text
	}
	return texts, nil
}
