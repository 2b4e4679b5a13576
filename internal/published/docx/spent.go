package docx

import (
	"fmt"

	"nianbao/internal/budget"
	"nianbao/internal/model"
)

// MuchTextError says that a document holds more text than any report has, and at which paragraph that was seen.
type MuchTextError struct{ Paragraph int } // counted from 1, those of tables and text boxes with the others

func (e MuchTextError) Error() string {
	return fmt.Sprintf("到第%d段为止文字太多，不是正常的报告内容，请删去多余的文字后再试", e.Paragraph)
}

// spent is what the text of one document has cost so far.
type spent struct {
	left       *budget.Budget
	paragraphs int  // that were begun
	over       bool // what follows is not handed on
}

// split cuts what stands in a paragraph of the document into those of a report; none once there is too much. The weight is taken
// before the text is cut, since a line takes far more room as a paragraph.
func (s *spent) split(text string) []model.Paragraph {
	if s.over || text == "" {
		return nil
	}
	s.take(s.left.SpendText(text))
	if s.over {
		return nil
	}
	list := model.SplitParagraphs(text, model.Place{})
	s.take(len(list) < 2 || s.left.Spend(budget.Text, (len(list)-1)*budget.Piece))
	return list
}

func (s *spent) take(isLeft bool) { s.over = s.over || !isLeft }
