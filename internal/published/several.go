package published

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
)

// SeveralError says that a file holds several reports, of which nobody can tell whose a paragraph or a figure is.
type SeveralError struct{ Titles []string } // in their order

func (e SeveralError) Error() string {
	return fmt.Sprintf("里面有%d份年报（“%s”），请一份存成一个文件，再一份一份地试", len(e.Titles), strings.Join(e.Titles, "”“"))
}

// titled is what the title of a report says.
type titled struct {
	unit string
	year int
	text string
}

// several lists the titles of the reports on a page where they are of more than one unit or year: those above a first section of their own,
// as those in a list of links are not. It is nil for one.
func several(items []item) (titles []string) {
	var found []titled
	var last titled
	for i, it := range items {
		if !it.isText() {
			continue
		}
		if unit, year, ok := splitTitle(it.text); ok && year != 0 {
			if unit == "" && i > 0 && isUnit(items[i-1].text) { // the unit has a line of its own
				unit = squeeze(items[i-1].text)
			}
			last = titled{unit, year, fmt.Sprintf("%s%d年", unit, year)}
			continue
		}
		numeral, words := splitHeading(it.text)
		if last.year != 0 && numeral == sections()[0].Numeral && words == sections()[0].Title {
			if !slices.ContainsFunc(found, last.isSame) {
				found = append(found, last)
			}
			last = titled{}
		}
	}
	if len(found) < 2 {
		return nil
	}
	for _, t := range found {
		titles = append(titles, t.text)
	}
	return titles
}

// isSame says whether two titles may be of one report, whose unit may be told in short.
func (t titled) isSame(o titled) bool {
	return t.year == o.year && (t.unit == "" || o.unit == "" || strings.HasSuffix(t.unit, o.unit) || strings.HasSuffix(o.unit, t.unit) ||
		chinese.Abbreviates(t.unit, o.unit) || chinese.Abbreviates(o.unit, t.unit))
}
