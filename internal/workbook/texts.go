package workbook

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

// Rows for paragraphs in a blank template, and how many stay free below those that are filled in.
const (
	textRows = 100
	freeRows = 20
)

const (
	paragraphHint = "每行写一段，段首不用空格。要写表里的数，可以写成{{本年新收}}，生成时自动换成数字。"
	paragraphHead = "正文"
	hintHead      = "写什么、怎么写（不会进入报告）"
)

// usualLines is how many lines a blank row has room for, as some programs do not make a row taller when a paragraph is pasted
// into it, and lastRowHeight the height of the thin row that ends a column of paragraphs: a row inserted behind the last full one
// is inserted before it, and so inside the passage's name, which grows along.
const (
	usualLines    = 3
	lastRowHeight = 6
)

// drawUnit draws the sheet of the unit's data.
func (p *plan) drawUnit() error {
	var required []string
	for _, f := range form.Fields() {
		if f.Required {
			required = append(required, f.Label)
		}
	}
	s := p.addSheet(unitSheet, unitHome, 14, 72, 48)
	s.tab = yellow
	s.spread(cellref.Between(cellref.At(1, 1), cellref.At(3, 1)), titleLook, content{text: "基本信息"})
	s.setHeight(1, 30)
	s.putNote(cellref.Between(cellref.At(1, 2), cellref.At(3, 2)), "黄色格填写。"+strings.Join(required, "、")+"必填。")
	row := 3
	for _, f := range form.Fields() {
		at := cellref.At(2, row)
		s.putText(cellref.At(1, row), rowHeadLook, f.Label)
		text := p.report.Fields[f.Key].Printed()
		if err := fit(text, "“"+f.Label+"”"); err != nil {
			return err
		}
		look := fieldLook
		if f.Key == "report.year" {
			look = yearLook
		}
		s.put(at, look, fieldContent(f.Key, text))
		s.putText(at.Right(1), noteLook, f.Note)
		s.heights[row] = height{points: max(22, textHeight(text, s.widths[1], 1))}
		s.entries = append(s.entries, entry{cells: []cellref.Area{cellref.Between(at, at)}, rule: fieldRule(f), choices: f.Choices, title: f.Label, prompt: f.Note})
		p.settle(f.Key, s, cellref.Between(at, at))
		row++
	}
	s.frozen = cellref.At(1, 3)
	return nil
}

// fieldContent is how a part of the unit's data stands in its cell: as text, but for the year.
func fieldContent(k form.Key, text string) content {
	return content{text: text, number: k == "report.year" && fourDigits.MatchString(text)}
}

var fourDigits = pattern.New(`^[1-9][0-9]{3}$`)

// drawText draws the sheet of a text: the column of its paragraphs, and beside them what helps to write it. The rows grow with
// what is typed into them. Nothing is locked, since text is pasted, and with it whatever look it had elsewhere.
func (p *plan) drawText(name, title, tab string, passage form.Passage) error {
	const paragraphs, hints = 1, 2
	s := p.addSheet(name, passage.Key, 88, 44)
	s.tab, s.open = tab, true
	s.putText(cellref.At(paragraphs, 1), titleLook, title)
	s.setHeight(1, 30)
	s.putNote(cellref.Between(cellref.At(paragraphs, 2), cellref.At(hints, 2)), passage.Note+paragraphHint)
	s.putText(cellref.At(paragraphs, textHeads), headLook, paragraphHead)
	s.putText(cellref.At(hints, textHeads), headLook, hintHead)
	s.setHeight(textHeads, 20)
	s.frozen, s.repeated = cellref.At(1, textHeads+1), textHeads
	written, err := p.drawParagraphs(s, passage, paragraphs, textRows)
	if err != nil {
		return err
	}
	for i, h := range passage.Hints {
		at := cellref.At(hints, written.From.Row+i)
		look := suggestionLook
		if h.Kind == form.Question {
			look = questionLook
		}
		s.putText(at, look, h.Text)
		s.grow(at.Row, textHeight(h.Text, s.widths[hints-1], 1))
	}
	count := cellref.At(hints, 1)
	s.put(count, countLook, p.countCharacters(passage, written))
	p.name(lengthName(passage), s, cellref.Between(count, count))
	return nil
}

// textHeads is the row of the heads above columns of paragraphs.
const textHeads = 3

// drawTableTexts draws the sheet of the texts that stand before and behind the tables, side by side. They are seldom written, and
// have no place on the sheets of the tables, which are protected.
func (p *plan) drawTableTexts() error {
	sections := p.tableSections()
	first := sections[0].Text
	s := p.addSheet(p.tableTextsSheet(), first.Key)
	s.tab, s.open = blue, true
	for i, section := range sections {
		s.widths = append(s.widths, 44)
		s.putText(cellref.At(i+1, textHeads), headLook, section.Heading())
	}
	s.setHeight(textHeads, 34)
	wide := func(row int) cellref.Area {
		return cellref.Between(cellref.At(1, row), cellref.At(len(sections), row))
	}
	s.spread(wide(1), titleLook, content{text: "表前、表后的文字"})
	s.setHeight(1, 30)
	s.putNote(wide(2), first.Note+paragraphHint)
	s.frozen, s.repeated = cellref.At(1, textHeads+1), textHeads
	rows := textRows
	for _, section := range sections {
		rows = max(rows, len(p.report.Texts[section.Text.Key])+freeRows)
	}
	for i, section := range sections {
		if _, err := p.drawParagraphs(s, section.Text, i+1, rows); err != nil {
			return err
		}
	}
	return nil
}

// tableTextsSheet is the name of the sheet of the texts around tables.
func (p *plan) tableTextsSheet() string {
	sections := p.tableSections()
	return sections[0].Numeral + "至" + sections[len(sections)-1].Numeral + "的文字"
}

// tableSections lists the sections that consist of a table.
func (p *plan) tableSections() []form.Section {
	var sections []form.Section
	for _, s := range p.report.Edition.Sections {
		if s.Table != nil {
			sections = append(sections, s)
		}
	}
	return sections
}

// drawParagraphs draws the column of a passage's paragraphs below the heads and returns where it is.
func (p *plan) drawParagraphs(s *sheet, passage form.Passage, col, rows int) (cellref.Area, error) {
	paragraphs, err := p.paragraphs(passage, rows)
	if err != nil {
		return cellref.Area{}, err
	}
	a := cellref.Between(cellref.At(col, textHeads+1), cellref.At(col, textHeads+1+len(paragraphs)))
	for i, text := range paragraphs {
		row := a.From.Row + i
		s.putText(cellref.At(col, row), paragraphLook, text)
		s.grow(row, textHeight(text, s.widths[col-1], usualLines))
	}
	s.putText(a.To, paragraphLook, "")
	s.setHeight(a.To.Row, lastRowHeight)
	p.settle(passage.Key, s, a)
	return a, nil
}

// grow makes a row as tall as needed; it goes on growing with what is typed.
func (s *sheet) grow(row int, points float64) {
	s.heights[row] = height{points: max(points, s.heights[row].points)}
}

// lengthName is the name of the cell that counts the characters of a passage.
func lengthName(passage form.Passage) string { return passage.Key.DefinedName() + "_length" }

// countCharacters counts the characters of a passage as it is written, without spaces and line breaks.
func (p *plan) countCharacters(passage form.Passage, written cellref.Area) content {
	n := 0
	for _, paragraph := range p.report.Texts[passage.Key] {
		n += utf8.RuneCountInString(spaces.Replace(paragraph.Printed()))
	}
	counted := written.String()
	for _, space := range []string{`" "`, `"　"`, "CHAR(10)"} {
		counted = "SUBSTITUTE(" + counted + "," + space + `,"")`
	}
	return content{formula: lengthFormula + `SUMPRODUCT(LEN(` + counted + `))&"` + textCountEnds + `"`, text: textCountBegins + strconv.Itoa(n) + textCountEnds}
}

// lengthFormula is how the formulas begin that count characters.
const lengthFormula = `"` + textCountBegins + `"&`

// What stands around the number of characters that are written.
const (
	textCountBegins = "已写"
	textCountEnds   = "字"
)

var spaces = strings.NewReplacer(" ", "", "　", "", "\n", "")

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
