package web

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/verdict"
)

// groupView is what is found in one place of the form.
type groupView struct {
	Title string
	Items []findingView
}

// findingView is a finding, with where to mend and where to answer it.
type findingView struct {
	verdict.Shown
	Path       string // of the report
	Changed    bool   // it was changed here, and the file that it came in does not hold that
	RuleName   string
	Target     string // the id of what is to be mended; "" for nothing that is shown
	TermIDs    string // those of the figures that take part
	Words      string // of the text that Target is, as they stand there; "" for none
	Wrong      string // which of them are wrong, where that can be told; "" for all of them
	Elsewhere  string // the sheet that is to be mended in the workbook, as the page does not show it; "" for none
	Found, Due besideView
	Via        string // what Target is, where the finding is on a figure that cannot be filled in itself; "" elsewhere
	Answerable bool
	InWorkbook bool // the report is, so that there is a place for the answer
}

// besideView is what is there or what is expected, with the words before it; blank for nothing.
type besideView struct{ Words, Value string }

// byLevel brings what is found into the order of its weight, that on one level in the order of the form, explained findings last.
func byLevel(groups []verdict.Group) (list []verdict.Group) {
	for _, level := range []check.Level{check.Fatal, check.Query, check.Info} {
		for _, explained := range []bool{false, true} {
			for _, g := range groups {
				items := slices.DeleteFunc(slices.Clone(g.Items), func(s verdict.Shown) bool { return s.Level != level || (s.Explanation != "") != explained })
				switch last := len(list) - 1; {
				case len(items) == 0:
				case last >= 0 && list[last].Title == g.Title:
					list[last].Items = append(list[last].Items, items...)
				default:
					list = append(list, verdict.Group{Title: g.Title, Items: items})
				}
			}
		}
	}
	return list
}

func findingsOf(one *inHand, g verdict.Group) (list []findingView) {
	changed := len(one.changes()) > 0
	for _, shown := range g.Items {
		f := findingView{Shown: shown, Path: one.path(), Changed: changed, InWorkbook: one.checked.Report.InWorkbook(), RuleName: check.NameOf(shown.Rule), Answerable: shown.Level != check.Fatal && (shown.Level == check.Query || shown.Explanation != "")}
		f.aim(one.checked.Report)
		var terms []string
		for _, c := range shown.Cells {
			if c.Role == check.Term && c.Key != "" {
				terms = append(terms, figureID(c.Key))
			}
		}
		f.TermIDs = strings.Join(terms, " ")
		f.Found.Words, f.Found.Value = shown.Found()
		f.Due.Words, f.Due.Value = shown.Due()
		list = append(list, f)
	}
	return list
}

// aim says where what was found in a report is to be mended.
func (f *findingView) aim(r *model.Report) {
	key := f.Keys[0]
	texts, isText := r.Texts[key]
	switch {
	case key == "", !hasIndicator(r, key):
		if r.InWorkbook() {
			f.Elsewhere = f.Cells[0].Place.Sheet
		}
	case f.Text != nil && f.Text.Paragraph > 0:
		f.Target = paragraphID(key, f.Text.Paragraph)
		f.Words, f.Wrong = wordsIn(texts, *f.Text, f.Actual)
	case f.At > 0:
		f.lead(f.Where().Key, r)
	case isComputed(r, key):
		f.Target = figureID(key)
		if c := firstFilled(r, f.Cells); c != nil {
			f.lead(c.Key, r)
		} else if part := negativePart(r, key); part != "" {
			f.lead(part, r)
		}
	case len(texts) > 0 && f.Text != nil && f.Text.IsLack:
		f.Target = paragraphID(key, len(texts))
	case len(texts) > 0:
		f.Target = paragraphID(key, 1)
	case isText, isPassage(r, key):
		f.Target = addTarget(key)
	default:
		f.Target = figureID(key)
	}
}

// lead leads to another figure than the one that a finding is on.
func (f *findingView) lead(key form.Key, r *model.Report) {
	c, _ := r.Edition.Cell(key)
	f.Target, f.Via = figureID(key), c.Name()
}

// wordsIn are the words of a text that a finding quotes, as they stand there, and those of them that are wrong; "" for what is not there as it is
// quoted, or, of what is wrong, not once.
func wordsIn(text []model.Paragraph, q check.Quote, actual string) (words, wrong string) {
	words, _ = strings.CutSuffix(q.Words, "……")
	if q.Paragraph > len(text) || !strings.Contains(text[q.Paragraph-1].Text, words) {
		return "", ""
	}
	for _, wrong := range []string{q.Wrong, actual} {
		if wrong != "" && wrong != words && strings.Count(words, wrong) == 1 {
			return words, wrong
		}
	}
	return words, ""
}

// isComputed says whether a figure is added up by the form, so that it is mended by what it adds up.
func isComputed(r *model.Report, key form.Key) bool {
	c, ok := r.Edition.Cell(key)
	return ok && c.Total && !r.IsStated(key)
}

// negativePart is the first figure below 0 that a total adds up and people fill in, "" for none.
func negativePart(r *model.Report, total form.Key) form.Key {
	for _, k := range r.Edition.Typed(total) {
		if r.Figure(k).Number.IsNegative() {
			return k
		}
	}
	return ""
}

// firstFilled is the first of the figures that take part in a finding which people fill in; nil for none.
func firstFilled(r *model.Report, cells []check.Cell) *form.Cell {
	for _, c := range cells {
		if cell, ok := r.Edition.Cell(c.Key); ok && c.Role == check.Term && !cell.Total {
			return cell
		}
	}
	return nil
}

// paragraphID is the id of a paragraph of a text.
func paragraphID(key form.Key, number int) string { return fmt.Sprintf("c-%s-%d", key, number) }

// addTarget is the id of where a paragraph is added to a text.
func addTarget(key form.Key) string { return "add-" + string(key) }

func isPassage(r *model.Report, key form.Key) bool {
	return slices.ContainsFunc(r.Edition.Passages(), func(p form.Passage) bool { return p.Key == key })
}
