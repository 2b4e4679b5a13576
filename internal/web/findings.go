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
	RuleName   string
	Target     string // the id of what is to be mended; "" for nothing that is shown
	TermIDs    string // those of the figures that take part
	Due        string // what the expected value is, in words
	Via        string // what Target is, where the finding is on a figure that cannot be filled in itself; "" elsewhere
	Answerable bool
}

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
	for _, shown := range g.Items {
		f := findingView{Shown: shown, Path: one.path(), RuleName: check.NameOf(shown.Rule), Answerable: shown.Level != check.Fatal && (shown.Level == check.Query || shown.Explanation != "")}
		switch key := shown.Keys[0]; {
		case key == "", !hasIndicator(one.checked.Report, key):
		case shown.Text != nil && shown.Text.Paragraph > 0:
			f.Target = fmt.Sprintf("c-%s-%d", key, shown.Text.Paragraph)
		case shown.At > 0:
			key = shown.Where().Key
			c, _ := one.checked.Report.Edition.Cell(key)
			f.Target, f.Via = "c-"+string(key), c.Name()
		case isComputed(one.checked.Report, key):
			f.Target = "c-" + string(key)
			if c := firstFilled(one.checked.Report, shown.Cells); c != nil {
				f.Target, f.Via = "c-"+string(c.Key), c.Name()
			}
		default:
			f.Target = "c-" + string(key)
			if texts, isText := one.checked.Report.Texts[key]; isText || isPassage(one.checked.Report, key) {
				f.Target = addTarget(key)
				if len(texts) > 0 {
					f.Target = fmt.Sprintf("c-%s-1", key)
				}
			}
		}
		var terms []string
		for _, c := range shown.Cells {
			if c.Role == check.Term && c.Key != "" {
				terms = append(terms, "c-"+string(c.Key))
			}
		}
		f.TermIDs, f.Due = strings.Join(terms, " "), "应当是"
		if shown.Level != check.Fatal {
			f.Due = "可能是" // it may be the other one that is wrong
		}
		list = append(list, f)
	}
	return list
}

// isComputed says whether a figure is added up by the form, so that it is mended by what it adds up.
func isComputed(r *model.Report, key form.Key) bool {
	c, ok := r.Edition.Cell(key)
	return ok && c.Total && !r.IsStated(key)
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

// addTarget is the id of where a paragraph is added to a text.
func addTarget(key form.Key) string { return "add-" + string(key) }

func isPassage(r *model.Report, key form.Key) bool {
	return slices.ContainsFunc(r.Edition.Passages(), func(p form.Passage) bool { return p.Key == key })
}
