package workbook

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// answerCells is where the first answer goes: its number and its text.
func answerCells(t *testing.T, f *excelize.File) (number, text cellref.Position) {
	at := func(name string) cellref.Position {
		for _, n := range f.GetDefinedName() {
			if n.Name == name {
				_, cells, _ := strings.Cut(n.RefersTo, "!")
				a, ok := cellref.ParseArea(cells)
				require.True(t, ok, n.RefersTo)
				return a.From
			}
		}
		require.Fail(t, "no name", name)
		return cellref.Position{}
	}
	return at(answersNumber), at(answersText)
}

// said is answers without their places.
func said(answers []model.Answer) (list []model.Answer) {
	for _, a := range answers {
		a.Place = model.Place{}
		list = append(list, a)
	}
	return list
}

func TestAnswersComeBack(t *testing.T) {
	for _, e := range form.Editions() {
		for _, n := range []int{0, 1, 20, 70} {
			want := model.New(e)
			for i := range n {
				want.Answers = append(want.Answers, model.Answer{Number: strings.Repeat(string(rune('0'+i%10)), 5) + string(rune('A'+i/10)), Text: "情况属实 <&> =1+1，\n第二行"})
			}
			got := read(t, written(t, want, Options{}))
			assert.Equal(t, want.Answers, said(got.Answers))
			assert.Empty(t, got.Strays)
		}
	}
}

func TestAnswersAsTyped(t *testing.T) {
	tests := []struct {
		why  string
		rows [][2]any
		want []model.Answer
	}{
		{"spaces around", [][2]any{{" A1B2C3 ", " 情况属实。 "}}, []model.Answer{{Number: "A1B2C3", Text: "情况属实。"}}},
		{"a number alone is no answer yet", [][2]any{{"A1B2C3", nil}}, nil},
		{"a text without its number is kept", [][2]any{{nil, "情况属实。"}}, []model.Answer{{Text: "情况属实。"}}},
		{"a number and its text in one cell", [][2]any{{"编号A1B2C3 经核实，属实", nil}}, []model.Answer{{Number: "A1B2C3", Text: "经核实，属实"}}},
		{"a text in the place of its number is kept", [][2]any{{"经核实，属实", nil}}, []model.Answer{{Text: "经核实，属实"}}},
		{"digits that a paste turned into a number", [][2]any{{123456, "情况属实。"}}, []model.Answer{{Number: "123456", Text: "情况属实。"}}},
		{"gaps, and a number twice: which is meant is not for the reader to say", [][2]any{{"A1B2C3", "甲"}, {nil, nil}, {"a1b2c3", "乙"}, {"D1", "丙"}},
			[]model.Answer{{Number: "A1B2C3", Text: "甲"}, {Number: "a1b2c3", Text: "乙"}, {Number: "D1", Text: "丙"}}},
		{"the same twice", [][2]any{{"A1B2C3", "甲"}, {"a1b2c3", "甲 "}}, []model.Answer{{Number: "A1B2C3", Text: "甲"}}},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			r := read(t, edited(t, func(f *excelize.File) {
				number, text := answerCells(t, f)
				for i, row := range test.rows {
					require.NoError(t, f.SetCellValue(checkSheet, cellref.At(number.Col, number.Row+i).String(), row[0]))
					require.NoError(t, f.SetCellValue(checkSheet, cellref.At(text.Col, text.Row+i).String(), row[1]))
				}
			}))
			assert.Equal(t, test.want, said(r.Answers))
			assert.Empty(t, r.Strays)
		})
	}
}

func TestAnswersOfAMarkedCopy(t *testing.T) {
	blank := edited(t, func(f *excelize.File) {
		number, text := answerCells(t, f)
		require.NoError(t, f.SetCellStr(checkSheet, number.String(), "A1B2C4"))
		require.NoError(t, f.SetCellStr(checkSheet, text.String(), "写在校验表的"))
	})
	r := read(t, blank)
	copied := marked(t, blank, noteOn(r, "disputes.review.upheld", Red, "A1B2C3"), noteOn(r, "disputes.review.total", Orange, "A1B2C4"), noteOn(r, "disputes.review.other", Orange, "A1B2C5"))
	filled := edit(t, copied, func(f *excelize.File) {
		require.NoError(t, f.SetCellStr(resultSheet, "E5", "写在校验结果的"))
		require.NoError(t, f.SetCellStr(resultSheet, "E6", "另一条"))
	})
	want := []model.Answer{{Number: "A1B2C4", Text: "写在校验结果的"}, {Number: "A1B2C5", Text: "另一条"}}
	assert.Equal(t, want, said(read(t, filled).Answers))
	assert.Empty(t, read(t, filled).Strays)
	assert.Equal(t, want, said(read(t, marked(t, filled)).Answers), "answers to what is no more found are kept on the sheet")
}

func TestAnswersAreOfferedAndFree(t *testing.T) {
	f := opened(t, emptyForm())
	number, text := answerCells(t, f)
	for _, p := range []cellref.Position{number, text, cellref.At(text.Col, text.Row+answerRows-1)} {
		protection := styleAt(t, f, checkSheet, p.String()).Protection
		require.NotNil(t, protection)
		assert.False(t, protection.Locked, p)
	}
	validations, err := f.GetDataValidations(checkSheet)
	require.NoError(t, err)
	found := false
	for _, v := range validations {
		if v.Type == "list" {
			found = true
			assert.Equal(t, `"`+strings.Join(usualAnswers, ",")+`"`, v.Formula1)
			assert.False(t, v.ShowErrorMessage)
		}
	}
	assert.True(t, found)
	for _, usual := range usualAnswers {
		assert.NotContains(t, usual, ",", "the list would fall apart there")
	}
}

func TestAnswerTooLongForACellIsRefused(t *testing.T) {
	r := model.New(edition(t, "2021"))
	r.Answers = []model.Answer{{Number: "A1B2C3", Text: strings.Repeat("长", maxCell+1)}}
	_, err := Write(&strings.Builder{}, r, Options{})
	assert.ErrorContains(t, err, "编号A1B2C3的说明有32768字")
}
