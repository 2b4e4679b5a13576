package county

import (
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Report is what is kept of a member's report.
type Report struct {
	File       string // its name, which tells it from all others
	Unit       string
	Level      string
	Year       int  // 0 if none can be read
	IsSum      bool // its figures are of all that report to the unit, too
	Digest     string
	Figures    Packed
	Blank      bool       // it is a form in which nobody has filled anything in
	Read       bool       // its figures were read off a published report, and not filled into a form
	Doubts     []form.Key // those that may be read wrong
	Indicators []Given    // what it gives for indicators; nil where it has none
	Texts      []Text     // of the sections that the office's own report is written from; nil where they are not kept
}

// addsSame says whether a report adds the same to the sums as another one: what has no place for indicators says nothing of them.
func (r Report) addsSame(other Report) bool {
	return r.Figures.IsSame(other.Figures) && (r.Indicators == nil || other.Indicators == nil || slices.Equal(r.Indicators, other.Indicators))
}

// IsSame says whether two reports have the same figures, with those given for indicators.
func (r Report) IsSame(other Report) bool {
	return r.Figures.IsSame(other.Figures) && slices.Equal(r.Indicators, other.Indicators)
}

// Text is the text of a section.
type Text struct {
	Key        form.Key
	Paragraphs string // one a line
}

// Parted are its paragraphs, without those that say nothing.
func (t Text) Parted() (paragraphs []model.Paragraph) {
	for text := range strings.SplitSeq(t.Paragraphs, "\n") {
		if text = strings.TrimSpace(text); text != "" {
			paragraphs = append(paragraphs, model.Paragraph{Text: text})
		}
	}
	return paragraphs
}
