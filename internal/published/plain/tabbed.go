package plain

import (
	"strings"

	"nianbao/internal/published/page"
)

// A table that was copied out of a spreadsheet has a line for each row and a tab between cells, also between blank ones, so that each line has
// as many of them. Where some are blank, only the tabs tell which.

// tabbed reads such tables. tried is up to where a run of lines was looked at in vain.
type tabbed struct{ tried int }

const (
	fewestTabs = 3 // in a line: the form's narrowest table has four columns
	fewestRows = 2
	mostRows   = 1000
	mostTabs   = 60
)

// isWhole says whether some lines are one of the form's tables from top to bottom: of one whose lines lost the tabs at their ends some lines
// have as many, and the others would be left out.
func isWhole(lines []string) bool {
	text := strings.Join(lines, "\n")
	has := func(words ...string) bool {
		for _, w := range words {
			if !strings.Contains(text, w) {
				return false
			}
		}
		return true
	}
	const captions = 3
	return strings.Count(text, "第二十条第") >= captions || has("本年新收", "结转下年度") || has("行政复议", "行政诉讼", "结果维持")
}

// read reads the table that begins with a line, and of how many lines it is; nil if there is none of the form's with blank cells.
func (in *tabbed) read(lines []string, at int) (t *page.Table, height int) {
	tabs := strings.Count(lines[at], "\t")
	if at < in.tried || tabs < fewestTabs || tabs > mostTabs {
		return nil, 0
	}
	hasBlanks := false
	for height = 0; at+height < len(lines) && height < mostRows; height++ {
		l := lines[at+height]
		if strings.Count(l, "\t") != tabs || strings.Contains(l, "|") || strings.TrimSpace(l) == "" {
			break
		}
		hasBlanks = hasBlanks || strings.Contains("\t"+l+"\t", "\t\t")
	}
	if height < fewestRows || !hasBlanks || !isWhole(lines[at:at+height]) {
		in.tried = at + height
		return nil, 0
	}
	g := page.NewGrid()
	for _, l := range lines[at : at+height] {
		g.Row()
		for cell := range strings.SplitSeq(l, "\t") {
			g.Add(strings.TrimSpace(cell), 1, 1)
		}
	}
	return g.Table(), height
}
