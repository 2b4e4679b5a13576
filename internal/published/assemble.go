package published

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// block is a paragraph or a table, in the order of the page.
type block struct {
	kind  kind
	text  string // of a paragraph, on one line
	table *Table
}

// kind is what a paragraph's look says of it.
type kind int

const (
	plainKind kind = iota
	titleKind
	sectionKind // the heading of a section
	unitKind    // the unit under the report
	dateKind
	notesKind    // the heading of a draft's last page
	contentsKind // a line of a table of contents
)

// assemble makes out the parts of a report among its blocks.
func assemble(blocks []block) *Publication {
	p := &Publication{}
	blocks = p.withoutNotes(blocks)
	headings := findHeadings(blocks)
	end := len(blocks)
	for i := len(headings) - 1; i >= 0; i-- {
		h := headings[i]
		s := Section{Heading: blocks[h.at].text, Index: h.section}
		inside := blocks[h.at+1 : end]
		if end == len(blocks) {
			inside = p.takeSignature(inside)
		}
		for _, b := range inside {
			if b.table != nil {
				s.Tables = append(s.Tables, *b.table)
			} else {
				s.Paragraphs = append(s.Paragraphs, Paragraph{b.text, len(s.Tables) > 0})
			}
		}
		p.Sections = append([]Section{s}, p.Sections...)
		end = h.at
	}
	p.takeFront(blocks[:end])
	return p
}

// How the last page of a draft begins, and each note on it.
var (
	notesHeading = regexp.MustCompile(`^草稿附页：还要处理的问题（共[0-9]+项）$`)
	draftNote    = regexp.MustCompile(`^[0-9]+\.【`)
)

// withoutNotes drops the last page of a draft, and tells of what was typed on it.
func (p *Publication) withoutNotes(blocks []block) []block {
	styled := slices.ContainsFunc(blocks, func(b block) bool { return b.kind == sectionKind })
	at := slices.IndexFunc(blocks, func(b block) bool {
		return b.kind == notesKind || !styled && b.table == nil && notesHeading.MatchString(b.text)
	})
	if at < 0 {
		return blocks
	}
	for _, b := range blocks[at+1:] {
		if b.table == nil && !draftNote.MatchString(b.text) {
			p.Asides = append(p.Asides, "草稿附页上的文字没有取回：“"+b.text+"”")
		}
	}
	return blocks[:at]
}

type foundHeading struct{ section, at int }

// findHeadings finds the headings of the sections, in the order of the form. One that looks like a heading counts before one
// that only reads like it, the prescribed words before the bare number.
func findHeadings(blocks []block) []foundHeading {
	var found []foundHeading
	next := 0
	for i, s := range form.Editions()[0].Sections {
		heading := squeeze(s.Heading())
		for _, fits := range []func(block) bool{
			func(b block) bool { return b.kind == sectionKind && squeeze(b.text) == heading },
			func(b block) bool { return b.kind == sectionKind && strings.HasPrefix(b.text, s.Numeral+"、") },
			func(b block) bool { return b.table == nil && squeeze(b.text) == heading },
		} {
			at := next
			for at < len(blocks) && !fits(blocks[at]) {
				at++
			}
			if at < len(blocks) {
				found, next = append(found, foundHeading{i, at}), at+1
				break
			}
		}
	}
	return found
}

// takeSignature takes the unit and the date from the end of the last section, by their looks, or else by what they say.
func (p *Publication) takeSignature(blocks []block) []block {
	start := len(blocks)
	for start > 0 && (blocks[start-1].kind == unitKind || blocks[start-1].kind == dateKind) {
		start--
	}
	rest := blocks[:start:start]
	for _, b := range blocks[start:] {
		switch {
		case p.Date == "" && isDate(b.text):
			p.Date = b.text
		case p.Unit == "" && b.kind == unitKind:
			p.Unit = b.text
		default:
			rest = append(rest, b)
		}
	}
	if n := len(rest); p.Date == "" && n > 0 && isDate(rest[n-1].text) {
		p.Date, rest = rest[n-1].text, rest[:n-1]
		if n > 1 && p.Unit == "" && isUnit(rest[n-2].text) {
			p.Unit, rest = rest[n-2].text, rest[:n-2]
		}
	}
	return rest
}

func isDate(text string) bool {
	r := model.New(form.Editions()[0])
	r.Fields["report.date"] = model.Field{Text: squeeze(text)}
	_, ok := r.Date()
	return ok
}

// isUnit tells the name of an office from a sentence.
func isUnit(text string) bool {
	const longest = 60
	return text != "" && len([]rune(text)) <= longest && !strings.ContainsAny(text, "，。；：、")
}

// takeFront makes out the title, and the preface below it.
func (p *Publication) takeFront(blocks []block) {
	from, to := findTitle(blocks)
	var title strings.Builder
	for _, b := range blocks[from:to] {
		title.WriteString(b.text)
	}
	p.Title = title.String()
	for i, b := range blocks {
		switch {
		case i >= from && i < to:
		case b.table != nil:
			p.Asides = append(p.Asides, "第一部分之前有一个表格，填报表里没有地方放，没有取回")
		case i < from:
			p.Asides = append(p.Asides, "标题前面的文字没有取回：“"+b.text+"”")
		default:
			p.Preface = append(p.Preface, Paragraph{Text: b.text})
		}
	}
}

// findTitle finds the paragraphs of the title: those that look like one, or else the first few that together read like one.
func findTitle(blocks []block) (from, to int) {
	for from < len(blocks) && blocks[from].kind != titleKind {
		from++
	}
	if from < len(blocks) {
		for to = from; to < len(blocks) && blocks[to].kind == titleKind; to++ {
		}
		return from, to
	}
	const most = 4
	title := ""
	for i := 0; i < min(most, len(blocks)); i++ {
		title += blocks[i].text
		if _, _, ok := splitTitle(title); ok {
			return 0, i + 1
		}
	}
	return 0, 0
}

var titleForm = regexp.MustCompile(`^(.*?)([0-9]{4})年(?:度)?政府信息公开工作年度报告$`)

// splitTitle takes the unit and the year from a title.
func splitTitle(title string) (unit string, year int, ok bool) {
	m := titleForm.FindStringSubmatch(squeeze(title))
	if m == nil {
		return "", 0, false
	}
	year, err := strconv.Atoi(m[2])
	return m[1], year, err == nil
}

func yearText(year int) string { return fmt.Sprintf("%04d", year) }

// paragraphs are those of a passage, with their places. Line breaks part paragraphs.
func paragraphs(passage string, list []Paragraph) []model.Paragraph {
	var out []model.Paragraph
	for _, p := range list {
		place := model.Place{Ref: fmt.Sprintf("“%s”第%d段", passage, len(out)+1)}
		out = append(out, model.SplitParagraphs(p.Text, place)...)
	}
	return out
}

// squeeze drops white space, which pages add where they break lines.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
