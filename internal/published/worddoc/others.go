package worddoc

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/budget"
	"nianbao/internal/published/page"
)

// remarks are the texts beside the main one that are told one by one: how each kind is called, and where in the table stream it
// says how it is cut.
var remarks = []struct {
	kind, cut int
	name      string
}{
	{comments, commentTextAt, "批注"},
	{footnotes, footnoteTextAt, "脚注"},
	{endnotes, endnoteTextAt, "尾注"},
}

// longestQuote is how much of a remark is quoted, in characters.
const longestQuote = 100

// tellOthers tells the texts beside the main one, but for those of boxes.
func (d *document) tellOthers() []string {
	before := d.seen
	var list []string
	more := 0
	for _, r := range remarks {
		for _, c := range d.cut(r.kind, r.cut, 0) {
			if lines := d.linesOf(c.stretch); len(lines) > 0 && len(list) < page.MostRemarks {
				list = append(list, fmt.Sprintf("%s没有读进来：%s", r.name, quote(lines)))
			} else if len(lines) > 0 {
				more++
			}
		}
	}
	if more > 0 {
		list = append(list, page.MoreRemarks(more))
	}
	d.seen = before
	return list
}

// cutting is a stretch of one of the texts, and what is said about it.
type cutting struct {
	stretch
	about raw
}

// cut are the stretches of one of the texts, which are listed with something of a size about each. Those that lie over others are
// none, since they would let a text be read any number of times.
func (d *document) cut(kind, at, size int) []cutting {
	table := d.named(at)
	n := (len(table) - 4) / (4 + size)
	start, length := d.head.start(kind), d.head.texts[kind]
	var list []cutting
	for i, last := 0, 0; i < n && length > 0 && d.spend(budget.Elements, 1); i++ {
		if from, to := table.u32(4*i), table.u32(4*(i+1)); last <= from && from < to && to <= length {
			list = append(list, cutting{stretch{start + from, start + to}, table.part(4*(n+1)+size*i, size)})
			last = to
		}
	}
	return list
}

// headerLines are what the headers and footers say, each once.
func (d *document) headerLines() []string {
	before, start := d.seen, d.head.start(headers)
	defer func() { d.seen = before }()
	var lines []string
	for _, line := range d.linesOf(stretch{start, start + d.head.texts[headers]}) {
		if !slices.Contains(lines, line) && len(lines) < page.MostRunning {
			lines = append(lines, line)
		}
	}
	return lines
}

// linesOf are the lines of a stretch that are not blank, those of tables too.
func (d *document) linesOf(s stretch) []string {
	in := d.reader()
	in.read(s.from, s.to)
	in.endTable()
	var lines []string
	add := func(text string) {
		if text = strings.TrimSpace(text); text != "" {
			lines = append(lines, text)
		}
	}
	for _, b := range in.blocks {
		add(b.Text)
		if b.Table != nil {
			for _, c := range b.Table.Cells {
				add(c.Text)
			}
		}
	}
	return lines
}

func quote(lines []string) string {
	text := strings.Join(lines, " ")
	if runes := []rune(text); len(runes) > longestQuote {
		text = string(runes[:longestQuote]) + "……"
	}
	return "“" + text + "”"
}
