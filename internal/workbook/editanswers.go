package workbook

import (
	"errors"
	"slices"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/model"
	"nianbao/internal/spreadsheet"
)

var (
	errNoAnswers   = errors.New("这份填报表里没有写说明的地方，请先另存一份标出问题的填报表，在那里写说明")
	errFullAnswers = errors.New("这份填报表里写说明的地方已经写满，请先删去不用的说明")
)

// explain puts an explanation into the row of its finding, and out of all others.
func (e *editing) explain(c Change) error {
	text := strings.TrimSpace(c.After)
	numbers := []string{model.NumberOf(c.Number)}
	if c.Was != "" {
		numbers = append(numbers, model.NumberOf(c.Was))
	}
	was := model.Answer{Place: model.Place{Sheet: "编号" + numbers[0] + "的说明"}}
	var rows []answerRow
	for _, number := range numbers {
		if i := slices.IndexFunc(e.in.report.Answers, func(a model.Answer) bool { return model.NumberOf(a.Number) == number }); i >= 0 && was.Text == "" {
			was = e.in.report.Answers[i]
		}
		delete(e.want.answers, number)
		found, err := e.answerRows(number)
		if err != nil {
			return err
		}
		rows = append(rows, found...)
	}
	if !stands(c.Before, was.Text) {
		return wrongAt(was.Place, ErrOtherNow)
	}
	switch {
	case text == "":
	case len(rows) == 0:
		e.want.answers[numbers[0]] = text
		return e.answerAnew(c.Number, text)
	default:
		e.want.answers[rows[0].number] = text
	}
	for i, r := range rows {
		if i > 0 {
			text = ""
		}
		if r.text.content.text != text {
			r.text.content = content{text: text}
			if err := e.put(r.at, r.text); err != nil {
				return err
			}
		}
	}
	return nil
}

// answerRow is a row for an explanation: its 编号, its cell, and what stands there.
type answerRow struct {
	number string
	at     cellAt
	text   entered
}

// answerTables are the names of the columns for numbers and for texts, those first that go before the others.
var answerTables = [][2]string{{findingsNumber, findingsText}, {answersNumber, answersText}}

// answerRows lists the rows that have a number.
func (e *editing) answerRows(number string) (rows []answerRow, err error) {
	for _, names := range answerTables {
		numbers, texts := e.in.named[names[0]], e.in.named[names[1]]
		if len(numbers) == 0 || len(texts) == 0 {
			continue
		}
		left, right := numbers[0], texts[0]
		byNumber, err := e.book.Grid(left.sheet.Part)
		if err != nil {
			return nil, err
		}
		byText, err := e.book.Grid(right.sheet.Part)
		if err != nil {
			return nil, err
		}
		for _, c := range byNumber.Cells {
			p := cellref.At(right.area.From.Col, c.At.Row)
			if c.At.Col == left.area.From.Col && right.area.Contains(p) && model.NumberOf(e.book.Text(c)) == number {
				stored := strings.TrimSpace(e.book.Text(byText.At(p)))
				rows = append(rows, answerRow{number, cellAt{right.sheet.Part, p}, entered{content: content{text: stored}, place: right.place(p), grows: true}})
			}
		}
	}
	return rows, nil
}

// answerAnew puts an explanation into the first free row of the sheet 校验.
func (e *editing) answerAnew(number, text string) error {
	numbers, texts := e.in.named[answersNumber], e.in.named[answersText]
	if len(numbers) == 0 || len(texts) == 0 {
		return errNoAnswers
	}
	left, right := numbers[0], texts[0]
	byNumber, err := e.book.Grid(left.sheet.Part)
	if err != nil {
		return err
	}
	byText, err := e.book.Grid(right.sheet.Part)
	if err != nil {
		return err
	}
	for row := right.area.From.Row; row <= right.area.To.Row && row < right.area.From.Row+mostCells; row++ {
		p, q := cellref.At(left.area.From.Col, row), cellref.At(right.area.From.Col, row)
		n, t := cellAt{left.sheet.Part, p}, cellAt{right.sheet.Part, q}
		if !left.area.Contains(p) || e.typed[n] != nil || e.typed[t] != nil || !isFree(byNumber.At(p)) || !isFree(byText.At(q)) {
			continue
		}
		if err := e.put(n, entered{content: content{text: strings.TrimSpace(number)}, place: left.place(p)}); err != nil {
			return err
		}
		return e.put(t, entered{content: content{text: text}, place: right.place(q), grows: true})
	}
	return errFullAnswers
}

// isFree tells whether there is nothing in a cell.
func isFree(c spreadsheet.Cell) bool { return !c.Computed && isBlank(c.Value) }
