package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/model"
	"nianbao/internal/opc"
	"nianbao/internal/spreadsheet"
	"nianbao/internal/xmlcut"
)

// resultSheet is the sheet that marking adds.
const resultSheet = "校验结果"

// Columns of the sheet 校验结果.
const (
	resultNumber = iota + 1
	resultLevel
	resultPlace
	resultText
	resultAnswer
	resultDue
	resultFound
	resultColumns = resultFound // all of which are seen without scrolling
)

const resultTop = 3 // rows above the findings

var resultHeads = [...]string{"编号", "级别", "位置", "问题", "说明", "应为", "实为"}

// Looks on the sheet 校验结果, beside those of the template.
const (
	linkLook      = looks + iota
	colourLook    // in the first colour; the others follow
	allLooks      = colourLook + look(colours)
	resultMissing = "对应的问题已经没有了，或者有关的数字、文字改了，这条说明不再起作用。"
)

// addResults adds the sheet 校验结果, or fills the one of an earlier marking anew.
func (m *marking) addResults() error {
	s, links, answerable := m.drawResults()
	part := ""
	if m.earlier != nil {
		part = m.earlier.Part
		s.name = m.earlier.Name
		if links := opc.RelationshipsPart(part); m.book.Has(links) {
			m.book.Set(links, []byte(xmlHead+`<Relationships xmlns="`+packageLinks+`"></Relationships>`))
		}
	} else {
		part = m.free(sheetParts)
	}
	return m.edit(m.book.Main(), func(root *xmlcut.Element) error {
		m.book.Set(part, []byte(m.resultsXML(root, s, links, answerable)))
		if m.earlier == nil {
			if err := m.declare(part, sheetType+"worksheet+xml"); err != nil {
				return err
			}
			id, err := m.link(m.book.Main(), "worksheet", part)
			if err != nil {
				return err
			}
			if err := m.listSheet(root, s, id); err != nil {
				return err
			}
		}
		if err := openOn(root, s.name); err != nil {
			return err
		}
		return m.setNames(root, s)
	})
}

// drawResults draws the sheet, and lists the links by row and the rows that take answers.
func (m *marking) drawResults() (s *sheet, links map[int]model.Place, answerable []cellref.Position) {
	s = &sheet{name: m.freeSheetName(), widths: []float64{9, 7, 20, 56, 28, 9, 9}, heights: map[int]height{}}
	wide := func(row int) cellref.Area {
		return cellref.Between(cellref.At(1, row), cellref.At(resultColumns, row))
	}
	s.spread(wide(1), titleLook, content{text: resultSheet})
	s.setHeight(1, 30)
	hint := "点“位置”，可以到那一格去改。情况属实、不用改的核实问题，在黄色格里写明说明；然后保存，再校验这份文件。没有问题的格，颜色和批注会在下次校验时去掉。"
	if len(m.notes) == 0 {
		hint = "没有发现问题。"
	}
	for _, aside := range m.asides {
		hint += aside + "。"
	}
	s.putNote(wide(2), hint)
	for i, head := range resultHeads {
		s.putText(cellref.At(1+i, resultTop), headLook, head)
	}
	s.setHeight(resultTop, 22)
	links = map[int]model.Place{}
	row := resultTop
	put := func(n Note) {
		row++
		points := 24.0
		for i, text := range []string{n.Number, n.Level, n.Place.String(), n.told(), n.Explanation, n.Due, n.Found} {
			look := checkLook
			if 1+i == resultAnswer && n.Answerable {
				look = fieldLook
				answerable = append(answerable, cellref.At(resultAnswer, row))
			}
			s.putText(cellref.At(1+i, row), look, clip(text))
			points = max(points, textHeight(text, s.widths[i], 1))
		}
		s.heights[row] = height{points: points}
	}
	for _, n := range m.notes {
		if n.Unlisted {
			continue
		}
		if n.Together != "" {
			n.Number, n.Text, n.Due, n.Found, n.Reasons = "", n.Together, "", "", "" // those of the first alone
		}
		put(n)
		s.cells[len(s.cells)-resultColumns+resultLevel-1].look = colourLook + look(n.Colour)
		if _, ok := cellref.Parse(n.Place.Ref); ok && m.book.SheetNamed(n.Place.Sheet) != nil {
			s.cells[len(s.cells)-resultColumns+resultPlace-1].look = linkLook
			links[row] = n.Place
		}
	}
	open := map[string]bool{} // the numbers of the findings
	for _, n := range m.notes {
		open[n.Number] = true
		if n.ExplainedAs != "" {
			open[n.ExplainedAs] = true
		}
	}
	for _, a := range m.answers {
		if !open[model.NumberOf(a.Number)] {
			put(Note{Number: a.Number, Level: "旧说明", Text: resultMissing, Answerable: true, Explanation: a.Text})
		}
	}
	return s, links, answerable
}

// told is the note's text, with what it may come from.
func (n Note) told() string {
	if n.Reasons == "" {
		return n.Text
	}
	return n.Text + "\n可能的原因：" + n.Reasons
}

// freeSheetName is the sheet's name, with a number behind it if the clerk has a sheet of that name.
func (m *marking) freeSheetName() string {
	name := resultSheet
	for i := 2; slices.ContainsFunc(m.book.Sheets, func(s spreadsheet.Sheet) bool { return strings.EqualFold(s.Name, name) }); i++ {
		name = resultSheet + strconv.Itoa(i)
	}
	return name
}

// resultsXML writes the sheet as a part (CT_Worksheet, ECMA-376 part 1, 18.3.1.99).
func (m *marking) resultsXML(workbook *xmlcut.Element, s *sheet, links map[int]model.Place, answerable []cellref.Position) string {
	styles := make([]int, allLooks)
	for _, l := range []look{titleLook, noteLook, headLook, checkLook, fieldLook} {
		styles[l] = m.styles.look(l)
	}
	link := checkLook.style()
	link.Font.Color, link.Font.Underline = "0563C1", "single"
	styles[linkLook] = m.styles.addStyle(link)
	for c := range colours {
		styles[colourLook+look(c)], _ = m.styles.paint(styles[checkLook], c) // the style was just added
	}
	extent := s.extent()
	var b strings.Builder
	fmt.Fprintf(&b, `%s<worksheet xmlns="%s"><sheetPr><tabColor rgb="%s"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="%s"/>`,
		xmlHead, workbook.Namespace(), Red.argb(), extent)
	first := cellref.At(resultPlace, resultTop+1)
	fmt.Fprintf(&b, `<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="%s" sqref="%s"/></sheetView></sheetViews>`,
		resultTop, resultTop+1, first, first)
	b.WriteString(`<sheetFormatPr defaultRowHeight="16.5"/><cols>`)
	for i, width := range s.widths {
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%g" customWidth="1"/>`, i+1, i+1, width)
	}
	b.WriteString("</cols>" + s.rowsXML(styles))
	b.WriteString(`<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" autoFilter="0"/>`)
	fmt.Fprintf(&b, `<autoFilter ref="A%d:%s"/><mergeCells count="%d">`, resultTop, cellref.At(resultColumns, extent.To.Row), len(s.merged))
	for _, a := range s.merged {
		b.WriteString(`<mergeCell ref="` + a.String() + `"/>`)
	}
	b.WriteString("</mergeCells>")
	if len(answerable) > 0 {
		fmt.Fprintf(&b, `<dataValidations count="1"><dataValidation type="list" allowBlank="1" showInputMessage="1" promptTitle="说明" prompt="%s" sqref="%s"><formula1>"%s"</formula1></dataValidation></dataValidations>`,
			answerPrompt, cellref.Sqref(cellref.Cover(answerable)), strings.Join(usualAnswers, ","))
	}
	if len(links) > 0 {
		b.WriteString("<hyperlinks>")
		for row := resultTop + 1; row <= extent.To.Row; row++ {
			if to, ok := links[row]; ok {
				fmt.Fprintf(&b, `<hyperlink ref="%s" location="%s"/>`, cellref.At(resultPlace, row), xmlcut.AttributeText(quoted(to.Sheet)+to.Ref))
			}
		}
		b.WriteString("</hyperlinks>")
	}
	fmt.Fprintf(&b, `<pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="%d" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`, paperA4)
	return b.String()
}

// listSheet puts a new sheet behind the others in the workbook.
func (m *marking) listSheet(root *xmlcut.Element, s *sheet, link string) error {
	at := root.Child("sheets")
	if at < 0 {
		return spreadsheet.ErrDamaged
	}
	list, err := cut(root.Children[at].Raw)
	if err != nil {
		return err
	}
	highest := 0
	for _, c := range list.Children {
		if e, err := cut(c.Raw); c.Name != "" && err == nil {
			id, _ := strconv.Atoi(e.Get("sheetId"))
			highest = max(highest, id)
		}
	}
	prefix := root.Prefix(m.links, "r")
	list.Insert("sheet", fmt.Sprintf(`<%s name="%s" sheetId="%d" %s:id="%s"/>`, list.Qualified("sheet"), xmlcut.AttributeText(s.name), highest+1, prefix, link))
	root.Children[at].Raw = list.Bytes()
	return nil
}
