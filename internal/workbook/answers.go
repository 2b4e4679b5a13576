package workbook

import (
	"slices"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/model"
	"nianbao/internal/spreadsheet"
)

// Names of the columns in which a clerk answers findings by their 编号: on the template's sheet 校验, and on the sheet 校验结果
// of a marked copy.
const (
	answersNumber  = "answers_number"
	answersText    = "answers_text"
	findingsNumber = "findings_number"
	findingsText   = "findings_text"
)

// Rows for answers in a blank template, and how many stay free below those that are filled in.
const (
	answerRows     = 20
	freeAnswerRows = 5
)

var answerHeads = [...]string{"编号", "说明"}

const (
	answersHint  = "情况属实、不用改的核实问题，把它的编号填在左边，说明填在右边；有关的数字、文字改了，说明就失效，要重新核实。"
	answerPrompt = "可以从列表中选，也可以自己写。"
)

// usualAnswers are offered in a list, which a spreadsheet separates by half-width commas and limits to 255 characters.
var usualAnswers = []string{
	"经核实，数据属实。",
	"上年报告填报有误，本年已更正。",
	"机构调整，数据口径有变化。",
	"文中数字与表格的统计口径不同，已在文中注明。",
	"文件清理时一并废止了以前年度的文件。",
	"往年办结的事项，本年补充计入。",
	"经核实，文中的说法属实。",
}

// UsualAnswers lists what findings are often answered.
func UsualAnswers() []string { return slices.Clone(usualAnswers) }

// drawAnswers draws the table of answers below the equations.
func (d *checks) drawAnswers() {
	s := d.sheet
	d.row++
	s.spread(cellref.Between(d.at(checkTable), d.at(checkHint)), titleLook, content{text: "说明"})
	s.setHeight(d.row, 28)
	d.row++
	s.putNote(cellref.Between(d.at(checkTable), d.at(checkHint)), answersHint)
	d.row++
	s.putText(d.at(checkTable), headLook, answerHeads[0])
	s.putText(d.at(checkWhat), headLook, answerHeads[1])
	s.setHeight(d.row, 22)
	d.row++
	given := d.report.Answers
	numbers := cellref.Between(d.at(checkTable), cellref.At(checkTable, d.row+max(answerRows, len(given)+freeAnswerRows)-1))
	texts := cellref.Between(d.at(checkWhat), cellref.At(checkWhat, numbers.To.Row))
	for i := range numbers.Size() {
		var a model.Answer
		if i < len(given) {
			a = given[i]
		}
		s.putText(d.at(checkTable), fieldLook, a.Number)
		s.putText(d.at(checkWhat), fieldLook, a.Text)
		s.heights[d.row] = height{points: textHeight(a.Text, s.widths[checkWhat-1], 1)}
		d.row++
	}
	s.entries = append(s.entries,
		entry{cells: []cellref.Area{numbers}, title: answerHeads[0], prompt: "填程序校验时给出的编号。"},
		entry{cells: []cellref.Area{texts}, rule: answerRule, title: answerHeads[1], prompt: answerPrompt})
	d.name(answersNumber, s, numbers)
	d.name(answersText, s, texts)
}

// readAnswers reads the clerk's explanations. Those of a marked copy's sheet 校验结果 take the place of those of the sheet 校验, from which they
// come; of several on one sheet nobody knows which is meant, so that all are read.
func (in *reader) readAnswers() error {
	tables, told := map[string]int{}, map[string]bool{} // by number in which, and with its text
	for i, names := range answerTables {
		answers, err := answersIn(in.book, in.named[names[0]], in.named[names[1]])
		if err != nil {
			return err
		}
		for _, a := range answers {
			number := model.NumberOf(a.Number)
			if table, known := tables[number]; known && table != i || told[number+"\x00"+a.Text] {
				continue
			}
			tables[number], told[number+"\x00"+a.Text] = i, true
			in.report.Answers = append(in.report.Answers, a)
		}
	}
	return nil
}

// answersIn reads a column of numbers and one of texts that stand side by side. A number without a text is no answer yet.
func answersIn(b *spreadsheet.Book, numbers, texts []span) ([]model.Answer, error) {
	if len(numbers) == 0 || len(texts) == 0 {
		return nil, nil
	}
	left, right := numbers[0], texts[0]
	byNumber, err := b.Grid(left.sheet.Part)
	if err != nil {
		return nil, err
	}
	byText, err := b.Grid(right.sheet.Part)
	if err != nil {
		return nil, err
	}
	var answers []model.Answer
	for _, c := range byText.Cells {
		if text := strings.TrimSpace(b.Text(c)); text != "" && right.area.Contains(c.At) && c.At.Col == right.area.From.Col {
			number := strings.TrimSpace(b.Text(byNumber.At(cellref.At(left.area.From.Col, c.At.Row))))
			if !b.SpendText(number) || !b.SpendText(text) {
				return nil, MuchTextError{right.sheet.Name}
			}
			answers = append(answers, model.Answer{Number: number, Text: text, Place: right.place(c.At)})
		}
	}
	for _, c := range byNumber.Cells {
		if !left.area.Contains(c.At) || c.At.Col != left.area.From.Col || strings.TrimSpace(b.Text(byText.At(cellref.At(right.area.From.Col, c.At.Row)))) != "" {
			continue
		}
		if a, ok := model.AnswerIn(b.Text(c)); ok {
			if !b.SpendText(a.Text) {
				return nil, MuchTextError{left.sheet.Name}
			}
			a.Place = left.place(c.At)
			answers = append(answers, a)
		}
	}
	return answers, nil
}
