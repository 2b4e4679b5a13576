package verdict

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/line"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
)

// NewText is a writer of text for the clerk: file by file, sheet by sheet; the last line is the verdict.
func NewText(w io.Writer, o Options) Writer { return &textWriter{to: w, options: o} }

type textWriter struct {
	to      io.Writer
	options Options
	tally   tally
}

func (w *textWriter) Write(o Outcome) error {
	w.tally.add(o, w.options)
	_, err := io.WriteString(w.to, AsText.told(o, w.options)+"\n")
	return err
}

func (w *textWriter) Close() error {
	var b strings.Builder
	for _, shared := range w.options.Shared {
		b.WriteString(line.Sprintf("%s。\n", shared.Told()))
	}
	_, err := io.WriteString(w.to, b.String()+w.tally.sentence()+"\n")
	return err
}

func asText(o Outcome, w Options) string {
	var b strings.Builder
	teller{o, w}.tell(&b)
	return b.String()
}

// teller tells one outcome.
type teller struct {
	Outcome
	options Options
}

func (o teller) tell(b *strings.Builder) {
	if o.Err != nil {
		b.WriteString(line.Sprintf("%s\n  读不了：%s。\n", o.File, remedy.Told(o.Err, o.options.Word)))
		return
	}
	b.WriteString(line.Sprintf("%s　%s\n", o.File, o.Report.Title()))
	for _, note := range o.Notes {
		b.WriteString(line.Sprintf("  %s。\n", note))
	}
	for _, g := range o.groups() {
		b.WriteString(line.Sprintf("\n【%s】\n", g.title))
		for _, item := range g.items {
			item.write(b)
		}
	}
	switch {
	case len(o.Findings) > 0:
	case o.Open != nil:
		b.WriteString("  数没有发现问题。\n")
	default:
		b.WriteString("  没有发现问题。\n")
	}
	if o.Code != "" {
		if len(o.Findings) > 0 {
			b.WriteString("\n") // it is none of the last of them
		}
		b.WriteString(line.Sprintf("  内容码　%s\n", o.Code))
	}
	if points := o.options.points(o.Outcome); len(points) > 0 {
		b.WriteString(line.Sprintf("\n  预计扣分：%s\n", deductionTold(o.deduction(points))))
	}
	if o.options.ExplainText {
		tellReading(b, o.Read)
	}
}

// group is the findings of one sheet, or of one section where there are no sheets.
type group struct {
	title string
	items []item
}

// item is one thing to tell: a finding, or all blank cells of a row together.
type item struct {
	level check.Level
	rule  string // its id
	ref   string
	lines []string
	of    []int // the indices of the findings
}

func (i item) write(b *strings.Builder) {
	head := i.level.String()
	if name := check.NameOf(i.rule); name != "" {
		head += "·" + name
	}
	head += "　"
	if i.ref != "" {
		head += i.ref + "　"
	}
	b.WriteString(line.Sprintf("  %s%s\n", head, i.lines[0]))
	for _, more := range i.lines[1:] {
		b.WriteString(line.Sprintf("        %s\n", more))
	}
}

// groups sorts the findings by where they are to be mended, in the order of the form.
func (o teller) groups() []group {
	var groups []group
	at := map[string]int{}
	add := func(title string, i item) {
		if _, ok := at[title]; !ok {
			at[title] = len(groups)
			groups = append(groups, group{title: title})
		}
		groups[at[title]].items = append(groups[at[title]].items, i)
	}
	order := append([]string{"基本信息"}, o.headings()...)
	for _, title := range order {
		at[title] = len(groups)
		groups = append(groups, group{title: title})
	}
	folded := o.fold()
	for i, f := range o.Findings {
		switch one, told := folded[i]; {
		case told && one.lines != nil:
			add(o.titleOf(f), one)
		case !told:
			one = o.item(f)
			one.of = []int{i}
			add(o.titleOf(f), one)
		}
	}
	var filled []group
	for _, g := range groups {
		if len(g.items) > 0 {
			filled = append(filled, g)
		}
	}
	return filled
}

func (o teller) headings() []string {
	var list []string
	for _, s := range o.Report.Edition.Sections {
		list = append(list, s.Heading())
	}
	return list
}

// titleOf is the heading under which a finding is told: that of its section, 基本信息 for the unit's data and the preface.
func (o teller) titleOf(f check.Finding) string {
	subject := f.Cells[0]
	if s, ok := o.Report.Edition.SectionOf(subject.Key); ok {
		return s.Heading()
	}
	if _, ok := model.IndicatorOf(subject.Key); ok {
		return cmp.Or(subject.Place.Sheet, "附表")
	}
	if subject.Key == "" && subject.Place.Sheet != "" {
		for _, s := range o.Report.Edition.Sections {
			if strings.HasPrefix(subject.Place.Sheet, s.Numeral+"、") {
				return s.Heading()
			}
		}
		return subject.Place.Sheet
	}
	return "基本信息"
}

func (o teller) item(f check.Finding) item {
	i := item{level: f.Level, rule: f.Rule, lines: []string{f.Message + o.options.advice(f) + f.Doubted()}}
	_, isFigure := o.Report.Edition.Cell(f.Cells[0].Key)
	switch {
	case f.Where().Place.Sheet != "": // in exchange JSON the message says it all
		i.ref = o.refOf(f)
	case isFigure && o.Report.Printed != nil:
		i.ref = f.Where().Place.Ref
	}
	if f.Text != nil && f.Text.Paragraph > 0 {
		i.lines = append(i.lines, fmt.Sprintf("在%s%s第%d段。", o.pageOf(f), o.textOf(f), f.Text.Paragraph))
	}
	if terms := o.termsOf(f); terms != "" {
		i.lines = append(i.lines, "有关的"+o.measureWord()+"："+terms)
	}
	for _, hint := range f.Hints {
		i.lines = append(i.lines, "可能的原因："+hint)
	}
	if answer := o.Answer(f, o.options); answer != "" {
		i.lines = append(i.lines, answer)
	}
	return i
}

// pageOf is where on the page of a published report the paragraph of a finding stands, "" if that is not known.
func (o teller) pageOf(f check.Finding) string {
	place, _, of := strings.Cut(f.Cells[0].Place.Ref, "“")
	if o.Report.Printed == nil || !of || place == "" {
		return ""
	}
	return place + "，"
}

// textOf is the name of the text that a finding is on where neither the title above nor the cell tells it, as of the preface; else "".
func (o teller) textOf(f check.Finding) string {
	if f.Cells[0].Place.Sheet != "" || f.Text.Section == o.titleOf(f) {
		return ""
	}
	return f.Text.Section
}

// measureWord is what figures stand in: the cells of a workbook or of data for one, the places of a published report.
func (o teller) measureWord() string {
	if o.Report.Printed != nil {
		return "数"
	}
	return "格"
}

// refOf is the cell of a finding, with its sheet where that is another than that of the heading under which the finding is told.
func (o teller) refOf(f check.Finding) string {
	place := f.Where().Place
	title := o.titleOf(f)
	numeral, _, numbered := strings.Cut(title, "、")
	if place.Sheet == title || numbered && strings.HasPrefix(place.Sheet, numeral+"、") {
		return place.Ref
	}
	return place.String()
}

// mostTerms is how many cells that take part in a finding are told: as many as a row of organisations has.
const mostTerms = 6

// termsOf lists the cells that take part, with their places, so that they can be looked up: with the sheet where that is another one.
// Of more than a few, those that hold 0 are only counted, since they explain nothing, and so are those that are still too many.
func (o teller) termsOf(f check.Finding) string {
	terms := slices.DeleteFunc(slices.Clone(f.Cells), func(c check.Cell) bool { return c.Role != check.Term })
	zeros := 0
	if len(terms) > mostTerms {
		all := len(terms)
		terms = slices.DeleteFunc(terms, func(c check.Cell) bool { return c.Value == "0" })
		zeros = all - len(terms)
	}
	var list []string
	separator := "；"
	for _, c := range terms[:min(len(terms), mostTerms)] {
		told := c.Label + orBlank(c.Value)
		if c.Label == "" { // the cell is meant, and the message says what is in it
			told, separator = "", "、"
		}
		switch c.Place.Sheet {
		case "":
		case f.Cells[0].Place.Sheet:
			told = c.Place.Ref + told
		default:
			told = c.Place.String() + told
		}
		list = append(list, told)
	}
	told := strings.Join(list, separator)
	if len(terms) > mostTerms {
		told += fmt.Sprintf("等%d%s", len(terms), o.measureWord())
	}
	switch {
	case zeros == 0:
	case told == "":
		told = fmt.Sprintf("%d%s，都是0", zeros, o.measureWord())
	default:
		told += fmt.Sprintf("；别的%d%s是0", zeros, o.measureWord())
	}
	return told
}

func orBlank(value string) string {
	if value == "" {
		return "（空）"
	}
	return value
}
