package document

import (
	"fmt"

	"nianbao/internal/pattern"
)

// Mark is what is put on a report that is not the final one; the zero value is none.
type Mark struct {
	Word   string // on every page, and in the file's name
	Number int    // which version of the report it is, counted from 1; 0 where they are not counted
	Code   string // of its contents, by which the paper is told to be of what is published later
}

// Draft is the mark of a report that is only looked at, whatever is still open.
var Draft = Mark{Word: "草稿"}

// Review is the mark of a report that goes from hand to hand to be signed.
func Review(number int, code string) Mark { return Mark{"送审稿", number, code} }

// Issue says which paper it is, in small type beside the page number; "" where versions are not counted.
func (m Mark) Issue() string {
	if m.Number == 0 {
		return ""
	}
	return fmt.Sprintf("第%d稿，内容码%s", m.Number, m.Code)
}

// Line is the mark as a line of text.
func (m Mark) Line() string {
	if m.Number == 0 {
		return m.Word
	}
	return m.Word + "，" + m.Issue()
}

// Caution is what follows the word where a page begins with it: ，仅供核对，请勿发布.
func (m Mark) Caution() string {
	if m.Number == 0 {
		return "，仅供核对，请勿发布"
	}
	return "，" + m.Issue() + "，请勿发布"
}

// IsFinal says whether the report is the final one.
func (d *Document) IsFinal() bool { return d.Mark == Mark{} }

// markLine is how Line writes a mark.
var markLine = pattern.New(`^(?:草稿|送审稿，第[0-9]+稿，内容码[0-9A-Z]+)$`)

// IsMark tells a mark that stands on a line by itself, as in text.
func IsMark(text string) bool { return markLine.MatchString(text) }
