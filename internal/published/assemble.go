package published

import (
	"cmp"
	"fmt"
	"slices"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/pattern"
	"nianbao/internal/published/page"
)

// assemble makes out the parts of a report among its items.
func (p *Publication) assemble(items []item) {
	items = joinNumerals(withoutContinued(p.withoutNotes(items)))
	headings := withTables(findHeadings(items), items)
	p.headings = headings
	end := len(items)
	for i := len(headings) - 1; i >= 0; i-- {
		h := headings[i]
		s := Section{Index: h.section, Place: items[h.at].place}
		from := h.at
		if items[h.at].table == "" {
			s.Heading = items[h.at].text
			from++
		}
		inside := items[from:end]
		s.Besides = p.takeBoxes(inside)
		isLast := end == len(items)
		if isLast {
			var behind []model.Beside
			inside, behind = p.takeEnd(inside)
			s.Besides = append(s.Besides, behind...)
		}
		for _, it := range inside {
			switch {
			case it.isText():
				s.Paragraphs = append(s.Paragraphs, Paragraph{Text: it.text, Bold: it.bold, Place: it.place, BehindTable: s.HasTable})
			case it.kind == page.Boxed, it.kind == page.Furniture, it.kind == page.Contents:
			case it.table == otherTable:
				s.Others++
				if it.cells != "" && !(isLast && isOfSite(it.cells)) {
					s.Besides = append(s.Besides, model.Beside{Kind: model.SurplusTable, Text: it.cells, Place: it.place})
				}
			case it.table != "":
				s.HasTable = true
			}
		}
		p.Sections = append([]Section{s}, p.Sections...)
		end = h.at
	}
	p.takeFront(items[:end])
	p.partOverview()
}

// continued is what is printed above the piece of a table that goes on on the next sheet.
var continued = pattern.New(`^[（(]?(?:续|接上)表[0-9一二三四]?(?:\s*\p{Han}{2,30})?[）)]?$|^附?表\s*[0-9一二三四].{0,30}[（(]续表?[）)]$`)

// withoutContinued drops that where it stands between two pieces of one table, and the numbers of pages that were typed or pasted as paragraphs.
func withoutContinued(items []item) (kept []item) {
	items = slices.DeleteFunc(slices.Clone(items), func(it item) bool { return it.isText() && pageNumber.MatchString(it.text) })
	for i, it := range items {
		isBetween := i > 0 && i+1 < len(items) && items[i-1].table != "" && items[i-1].table != otherTable && items[i-1].table == items[i+1].table
		if !isBetween || !it.isText() || !continued.MatchString(it.text) {
			kept = append(kept, it)
		}
	}
	return kept
}

// withTables adds the sections whose heading is not there but whose table is: they begin with it.
func withTables(headings []landmark, items []item) []landmark {
	for _, t := range tablesOf(items) {
		at, found := slices.BinarySearchFunc(headings, t.section, func(h landmark, section int) int { return h.section - section })
		if !found && (at == 0 || headings[at-1].at < t.at) && (at == len(headings) || headings[at].at > t.at) {
			headings = slices.Insert(headings, at, t)
		}
	}
	return headings
}

// How the last page of a draft begins, and each note on it.
var (
	notesHeading = pattern.New(`^草稿附页：还要处理的问题（共[0-9]+项）$`)
	draftNote    = pattern.New(`^[0-9]+\.【`)
)

// withoutNotes drops the last page of a draft, and tells of what was typed on it.
func (p *Publication) withoutNotes(items []item) []item {
	styled := slices.ContainsFunc(items, func(it item) bool { return it.kind == page.Section })
	at := slices.IndexFunc(items, func(it item) bool {
		return it.kind == page.Notes || !styled && it.table == "" && notesHeading.MatchString(it.text)
	})
	if at < 0 {
		return items
	}
	for _, it := range items[at+1:] {
		if it.table == "" && !draftNote.MatchString(it.text) {
			p.Asides = append(p.Asides, "草稿附页上的文字没有读进来：“"+it.text+"”")
		}
	}
	return items[:at]
}

// isUnit tells the name of an office from a sentence.
func isUnit(text string) bool {
	const longest = 60
	return text != "" && utf8.RuneCountInString(text) <= longest && !chinese.ContainsAny(text, []string{"，", "。", "；", "：", "、"})
}

// takeFront makes out the title, and the preface below it. What a site prints around them is left out.
func (p *Publication) takeFront(items []item) {
	from, to := findTitle(items)
	p.Title = cmp.Or(titleAmongBars(joined(items[from:to])), p.beside)
	p.besides = p.takeBoxes(items)
	looksTold := to > from && items[from].kind == page.Title
	var before []string
	for i, it := range items {
		switch {
		case i >= from && i < to, it.kind == page.Boxed, it.kind == page.Furniture, it.kind == page.Contents, it.spare:
		case it.table == otherTable:
			p.Asides = append(p.Asides, "第一部分之前有一个表格，填报表里没有地方放，没有读进来")
		case it.table != "":
		case i < from && isFurniture(it.text):
		case i < from:
			before = append(before, it.text)
		case len(p.Preface) == 0 && (p.takeDated(it.text) || isTitleAgain(it.text)):
		case len(p.Preface) == 0 && (isTop(it.text) || siteLabel.MatchString(it.text)):
		case len(p.Preface) == 0 && i > to && siteLabel.MatchString(items[i-1].text) && !isSentence(it.text): // its value
		case len(p.Preface) == 0 && looksTold && i+1 < len(items) && isDate(items[i+1].text) && p.takeSubtitle(it.text):
		case len(p.Preface) == 0 && i > to && isDate(it.text) && chinese.ParseUnitName(squeeze(items[i-1].text)).Kind != "" && p.takeSubtitle(it.text):
		case len(p.Preface) == 0 && !looksTold && (isFurniture(it.text) || p.takeSubtitle(it.text)):
		default:
			p.Preface = append(p.Preface, Paragraph{Text: it.text, Bold: it.bold, Place: it.place})
		}
	}
	p.margins = append(p.margins, before...)
	const mostTold = 3
	for _, text := range before[:min(mostTold, len(before))] {
		p.Asides = append(p.Asides, "标题前面的文字没有读进来：“"+chinese.Shortened(text, longestFurniture)+"”")
	}
	if more := len(before) - mostTold; more > 0 {
		p.Asides = append(p.Asides, fmt.Sprintf("标题前面还有%d行文字没有读进来", more))
	}
}

// takeBoxes tells of the text boxes among some items. Numbers of pages, and a title that stands in one, are nothing besides.
func (p *Publication) takeBoxes(items []item) (boxes []model.Beside) {
	for i := 0; i < len(items); i++ {
		if items[i].kind != page.Boxed {
			continue
		}
		end := i + 1
		for end < len(items) && items[end].kind == page.Boxed {
			end++
		}
		holdsTitle := isTitleAgain(joined(items[i:end]))
		for ; i < end; i++ {
			it := items[i]
			p.Asides = append(p.Asides, "文本框里的文字没有读进来：“"+it.text+"”")
			if !bareLine.MatchString(it.text) && !holdsTitle && !isTitleAgain(it.text) {
				boxes = append(boxes, model.Beside{Kind: model.SurplusBox, Text: it.text, Place: it.place})
			}
		}
	}
	return boxes
}

func isTitleAgain(text string) bool {
	_, year, ok := splitTitle(trimBrackets(squeeze(text)))
	return ok && year != 0
}

// takeDated takes the date that some print below the title, in brackets.
func (p *Publication) takeDated(text string) bool {
	bare := squeeze(text)
	date := trimBrackets(bare)
	if date == bare || !isDate(date) {
		return false
	}
	p.Date = cmp.Or(p.Date, date)
	return true
}

// takeSubtitle takes the unit or the date that some print below the title.
func (p *Publication) takeSubtitle(text string) bool {
	const longest = 24
	bare := squeeze(text)
	if isDate(bare) {
		p.Date = cmp.Or(p.Date, bare)
		return true
	}
	if utf8.RuneCountInString(bare) > longest || !isUnit(bare) || chinese.ParseUnitName(bare).Kind == "" {
		return false
	}
	if unit, _, _ := splitTitle(p.Title); unit == "" {
		p.names.takeUnit(bare, "标题下面")
	} else { // who issued it
		p.Unit = cmp.Or(p.Unit, bare)
	}
	return true
}

func trimBrackets(text string) string {
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}} {
		if n := len(text); n > len(pair[0])+len(pair[1]) && text[:len(pair[0])] == pair[0] && text[n-len(pair[1]):] == pair[1] {
			return text[len(pair[0]) : n-len(pair[1])]
		}
	}
	return text
}

// partOverview parts the preface from the overview where the heading of the first section is not there: what speaks of the report
// itself is the preface.
func (p *Publication) partOverview() {
	if _, ok := p.section(0); ok || len(p.Sections) == 0 {
		return
	}
	n := 0
	for n < len(p.Preface) && speaksOfReport.MatchString(p.Preface[n].Text) {
		n++
	}
	if n < len(p.Preface) {
		p.Sections = append([]Section{{Index: 0, Paragraphs: p.Preface[n:], Place: p.Preface[n].Place}}, p.Sections...)
		p.Preface = p.Preface[:n]
	}
}

var speaksOfReport = pattern.New(`本(?:年度)?报告|年度报告|统计期限|联系电话|编制`)

// texts are all paragraphs of the publication, the preface's first.
func (p *Publication) texts() (texts []string) {
	for _, paragraph := range p.Preface {
		texts = append(texts, paragraph.Text)
	}
	for _, s := range p.Sections {
		for _, paragraph := range s.Paragraphs {
			texts = append(texts, paragraph.Text)
		}
	}
	return texts
}

// section finds the section with a place in the form.
func (p *Publication) section(index int) (s *Section, ok bool) {
	for i := range p.Sections {
		if p.Sections[i].Index == index {
			return &p.Sections[i], true
		}
	}
	return nil, false
}

// sections are those of the form, the same in every edition.
func sections() []form.Section { return form.Editions()[0].Sections }
