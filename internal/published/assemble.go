package published

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/pattern"
	"nianbao/internal/published/page"
)

// assemble makes out the parts of a report among its items.
func (p *Publication) assemble(items []item) {
	items = joinNumerals(p.withoutNotes(items))
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
			inside = p.takeEnd(inside)
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
			p.Asides = append(p.Asides, "草稿附页上的文字没有取回：“"+it.text+"”")
		}
	}
	return items[:at]
}

// takeEnd takes the unit and the date from the end of the last section, by their looks, or else by what they say, and leaves out what
// the site prints below.
func (p *Publication) takeEnd(items []item) []item {
	styled := slices.ContainsFunc(items, func(it item) bool { return it.kind == page.Unit || it.kind == page.Date })
	if !styled {
		return p.takeSignature(p.withoutFooter(items))
	}
	start := len(items)
	for start > 0 && (items[start-1].kind == page.Unit || items[start-1].kind == page.Date) {
		start--
	}
	rest := items[:start:start]
	for _, it := range items[start:] {
		switch {
		case p.Date == "" && isDate(it.text):
			p.Date = it.text
		case p.Unit == "" && it.kind == page.Unit:
			p.Unit = it.text
		default:
			rest = append(rest, it)
		}
	}
	return p.takeSignature(rest)
}

// withoutFooter leaves out what a site prints below a report. A report that ends within the section has it behind the date.
func (p *Publication) withoutFooter(items []item) []item {
	for i, it := range items {
		if it.table == "" && i > 0 && isFooter(it.text) {
			return items[:i]
		}
	}
	return items
}

// takeSignature takes the unit and the date from the last lines of a section, by what they say. Short lines behind them are the site's.
func (p *Publication) takeSignature(items []item) []item {
	const most = 8 // lines from the end
	for i := len(items) - 1; p.Date == "" && i >= max(0, len(items)-most) && (items[i].table == "" && (i == len(items)-1 || !isSentence(items[i+1].text))); i-- {
		if isDate(items[i].text) {
			p.Date, items = items[i].text, items[:i]
			break
		}
		if unit, date, ok := signedInOne(items[i].text); ok && p.Unit == "" {
			p.Unit, p.Date = unit, date
			return items[:i]
		}
	}
	if n := len(items); n > 0 && p.Unit == "" && items[n-1].table == "" && (p.Date != "" && isUnit(items[n-1].text) || isOffice(items[n-1].text)) {
		p.Unit, items = items[n-1].text, items[:n-1]
	}
	return items
}

func isSentence(text string) bool {
	const longest = 40
	return strings.HasSuffix(text, "。") || utf8.RuneCountInString(text) > longest
}

// isOffice tells the full name of an office.
func isOffice(text string) bool {
	bare := squeeze(text)
	return isUnit(bare) && chinese.EndsWithAny(bare, []string{"人民政府", "办事处", "局", "委员会", "管委会"}) && chinese.ParseUnitName(bare).Kind != ""
}

// dateBehind is a date at the end of a line.
var dateBehind = pattern.New(`^(\S.*?)\s*((?:20[0-9]{2}|二[〇○零0][一二三四五六七八九〇○零]{2})\s*年.{1,8}日)$`)

// signedInOne reads a line of unit and date.
func signedInOne(text string) (unit, date string, ok bool) {
	m := dateBehind.FindStringSubmatch(text)
	if m == nil {
		return "", "", false
	}
	unit = strings.TrimFunc(m[1], chinese.IsIndent)
	return unit, m[2], isUnit(unit) && isDate(m[2]) && chinese.ParseUnitName(squeeze(unit)).Kind != ""
}

func isDate(text string) bool {
	_, ok := chinese.ReadDate(squeeze(folded(text)))
	return ok
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
			p.Asides = append(p.Asides, "第一部分之前有一个表格，填报表里没有地方放，没有取回")
		case it.table != "":
		case i < from && isFurniture(it.text):
		case i < from:
			before = append(before, it.text)
		case len(p.Preface) == 0 && (p.takeDated(it.text) || isTitleAgain(it.text)):
		case len(p.Preface) == 0 && !looksTold && (isFurniture(it.text) || p.takeSubtitle(it.text)):
		default:
			p.Preface = append(p.Preface, Paragraph{Text: it.text, Bold: it.bold, Place: it.place})
		}
	}
	const mostTold = 3
	for _, text := range before[:min(mostTold, len(before))] {
		p.Asides = append(p.Asides, "标题前面的文字没有取回：“"+chinese.Shortened(text, longestFurniture)+"”")
	}
	if more := len(before) - mostTold; more > 0 {
		p.Asides = append(p.Asides, fmt.Sprintf("标题前面还有%d行文字没有取回", more))
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
			p.Asides = append(p.Asides, "文本框里的文字没有取回：“"+it.text+"”")
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
	p.names.takeUnit(bare, "标题下面")
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
