package published

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/pattern"
)

// Comparison is what differs between two versions of one report, 甲 and 乙, whatever they were read from.
type Comparison struct {
	Differences []Difference // in the order of the report
	Unread      []Unread     // what could not be compared, in the order of the report
}

// Difference is one place where two versions differ.
type Difference struct {
	Kind  DifferenceKind
	Part  Part
	Key   form.Key // of a figure, a heading's section, or a passage; "" for the others
	Label string   // of a figure; of a Beside what it is
	A, B  Side
	Cuts  []Cut // of an altered text: where it differs
}

// Side is what stands in one version.
type Side struct {
	Text  string // whole, as it stands there; "" where nothing does
	Place string // "" if it is unknown
	Gone  bool   // the cell is gone from the form that was filled in
}

// DifferenceKind says what differs.
type DifferenceKind int

const (
	UnitDiffers    DifferenceKind = iota // so that they may be two reports
	YearDiffers                          // so that they may be two reports
	EditionDiffers                       // of the form
	TitleDiffers
	HeadingDiffers
	LabelDiffers // of a table
	FigureDiffers
	TextAltered
	TextAdded   // only in B
	TextRemoved // only in A
	TextMoved
	DateDiffers
	SignatureDiffers // whose name stands below the report
	BesideAdded      // only in B, and nothing that the form has a place for
	BesideRemoved    // only in A
)

// Unread is a place that one of the versions, or both, may have otherwise than it was read.
type Unread struct {
	Kind     UnreadKind
	Part     Part
	Label    string // of the row, the table, the figure or the heading
	InA, InB bool   // where it could not be read
	Absent   bool   // of a heading: nothing of its section was found there either, as where a page ends before it
	Figures  []UnreadFigure
	Why      string // of a doubtful figure: why it may be read wrong
	A, B     Side   // of a doubtful figure, or of a name, as far as they are known
	Leftover int    // lines of text that may be what is left of the table
}

// UnreadFigure is a figure of a row that could not be read.
type UnreadFigure struct {
	Key   form.Key
	Label string // of the column
	Other string // what the other version has; "" for a blank
}

// UnreadKind says what could not be read.
type UnreadKind int

const (
	TitleUnread   UnreadKind = iota
	UnitUnread               //
	YearUnread               //
	DateUnread               // the section that it stands below was not found
	HeadingUnread            // and so where its section begins
	TableUnread              // as a whole
	RowUnread                // figures of a row
	FigureDoubted            // one that was read, and perhaps wrong
	LabelDoubted             // of a table, with letters missing, which may have been lost in reading
)

// Part is a part of the report, in order: its front, the preface, the sections of the form, its end.
type Part int

// Title is what a part is called.
func (p Part) Title() string {
	switch list := sections(); {
	case p == front:
		return "标题、单位和年度"
	case p == prefacePart:
		return form.Editions()[0].Passages()[0].Label
	case int(p) < len(list)+int(firstSection):
		return list[p-firstSection].Heading()
	case p == behind():
		return "附表"
	}
	return "落款"
}

const (
	front Part = iota
	prefacePart
	firstSection
)

func end() Part { return firstSection + Part(len(sections())) }

// MayBeTwoReports says whether the versions are not of one unit and year.
func (c *Comparison) MayBeTwoReports() bool {
	return slices.ContainsFunc(c.Differences, func(d Difference) bool { return d.Kind == UnitDiffers || d.Kind == YearDiffers })
}

// version is one of the two, and how it was read.
type version struct {
	*model.Report
	published bool // read from a page, so that what is not there may have been read wrong
}

// Compare tells what differs between two versions of a report: in what they print, not in what only a filled form holds. White space,
// the width of marks, traditional letters, where lines are broken, the numbers that a word processor writes make no difference, and
// neither does what the program could not read, which is told apart.
func Compare(a, b *model.Report) *Comparison {
	x, y := version{a, a.Printed != nil}, version{b, b.Printed != nil}
	c := &Comparison{}
	c.compareNames(x, y)
	c.compareHeadings(x, y)
	c.compareFigures(x, y)
	c.compareTexts(x, y)
	c.compareBesides(x, y)
	c.compareSignatures(x, y)
	c.compareDates(x, y)
	c.compareIndicators(x, y)
	slices.SortStableFunc(c.Differences, func(d, e Difference) int { return cmp.Compare(d.Part, e.Part) })
	slices.SortStableFunc(c.Unread, func(d, e Unread) int { return cmp.Compare(d.Part, e.Part) })
	return c
}

func (c *Comparison) differ(d Difference) { c.Differences = append(c.Differences, d) }

func (c *Comparison) unread(u Unread) { c.Unread = append(c.Unread, u) }

// compareNames compares whose report it is, of which year, on which form and how it is titled.
func (c *Comparison) compareNames(a, b version) {
	known := len(c.Differences)
	c.compareField(a, b, "unit.name", UnitDiffers, UnitUnread, version.unit)
	c.compareField(a, b, "report.year", YearDiffers, YearUnread, version.year)
	if a.Edition != b.Edition && a.tellsEdition() && b.tellsEdition() {
		c.differ(Difference{Kind: EditionDiffers, A: Side{Text: a.Edition.Span()}, B: Side{Text: b.Edition.Span()}})
	}
	s, t := Side{Text: a.title()}, Side{Text: b.title()}
	switch {
	case s.Text == "" || t.Text == "":
		c.unread(Unread{Kind: TitleUnread, InA: s.Text == "", InB: t.Text == "", A: s, B: t})
	case len(c.Differences) == known && bareTitle(s.Text) != bareTitle(t.Text):
		c.differ(Difference{Kind: TitleDiffers, A: s, B: t})
	}
}

// tellsEdition says whether anything of the form's tables was read.
func (v version) tellsEdition() bool {
	return !v.published || slices.ContainsFunc(v.Edition.Cells(), func(c form.Cell) bool { return v.Figure(c.Key).State != model.Missing })
}

// What sites put before a title, and what is left of the table that it stood in.
var (
	beforeTitle = pattern.New(`^(?:[({⦗][^)}⦘]{1,8}[)}⦘]|\|+|(?:名称|标题)[:|])+`, "(", "{", "⦗", "|", "名称", "标题")
	behindTitle = pattern.New(`[|]+$`, "|")
)

func bareTitle(text string) string {
	return behindTitle.ReplaceAllString(beforeTitle.ReplaceAllString(meaning(text), ""), "")
}

func (c *Comparison) compareField(a, b version, k form.Key, differs DifferenceKind, unread UnreadKind, text func(version) string) {
	s, t := Side{Text: text(a), Place: a.place(a.Fields[k].Place)}, Side{Text: text(b), Place: b.place(b.Fields[k].Place)}
	inA, inB := a.published && s.Text == "", b.published && t.Text == ""
	switch {
	case inA || inB:
		c.unread(Unread{Kind: unread, InA: inA, InB: inB, A: s, B: t})
	case meaning(s.Text) != meaning(t.Text):
		c.differ(Difference{Kind: differs, Key: k, A: s, B: t})
	}
}

// place is a place in words; "" in data, which nobody looks at line by line.
func (v version) place(p model.Place) string {
	if !v.published && p.Sheet == "" {
		return ""
	}
	return p.String()
}

func (v version) unit() string { return v.PrintedField("unit.name") }

func (v version) year() string {
	if year, ok := v.Year(); ok {
		return strconv.Itoa(year)
	}
	return v.PrintedField("report.year")
}

// title is what the version is titled; "" if that could not be read.
func (v version) title() string {
	if v.published {
		return v.Printed.Title
	}
	return v.Title()
}

// compareHeadings compares the headings of the sections, as far as they were found.
func (c *Comparison) compareHeadings(a, b version) {
	for i, s := range sections() {
		x, y := Side{Text: a.heading(s)}, Side{Text: b.heading(s)}
		part := firstSection + Part(i)
		switch {
		case x.Text == "" || y.Text == "":
			u := Unread{Kind: HeadingUnread, Part: part, Label: s.Heading(), InA: x.Text == "", InB: y.Text == "", A: x, B: y}
			u.Absent = (!u.InA || a.lacks(s, b)) && (!u.InB || b.lacks(s, a))
			c.unread(u)
		case meaning(x.Text) != meaning(y.Text):
			c.differ(Difference{Kind: HeadingDiffers, Part: part, Key: s.Text.Key, A: x, B: y})
		}
	}
}

// heading is that of a section as it is printed; "" if it was not found.
func (v version) heading(s form.Section) string {
	if !v.published {
		return s.Heading()
	}
	for _, w := range v.Printed.Headings {
		if w.Key == s.Text.Key {
			return w.Printed
		}
	}
	return ""
}

// lost says whether the beginning of a section was not found on a page, so that its text may stand in the one before it.
func (v version) lost(k form.Key) bool { return v.published && slices.Contains(v.Lost, k) }

// lacks says whether a page has nothing of a section: neither its table nor one of the paragraphs that the other version has in it, wherever they
// may stand.
func (v version) lacks(s form.Section, other version) bool {
	if !v.lost(s.Text.Key) || s.Table != nil && slices.ContainsFunc(v.Edition.Cells(), func(c form.Cell) bool {
		return c.Table == s.Table.Key && v.Figure(c.Key).State != model.Missing
	}) {
		return false
	}
	var said strings.Builder
	for _, p := range v.Edition.Passages() {
		for _, paragraph := range v.Texts[p.Key] {
			said.WriteString(meaning(paragraph.Text) + "\n")
		}
	}
	return !slices.ContainsFunc(other.Texts[s.Text.Key], func(p model.Paragraph) bool {
		text := meaning(p.Text)
		return text != "" && strings.Contains(said.String(), text)
	})
}

// compareSignatures compares whose names stand below the reports. Sites leave them out.
func (c *Comparison) compareSignatures(a, b version) {
	s, t := Side{Text: a.signature()}, Side{Text: b.signature()}
	if s.Text != "" && t.Text != "" && meaning(s.Text) != meaning(t.Text) {
		c.differ(Difference{Kind: SignatureDiffers, Part: end(), A: s, B: t})
	}
}

// signature is whose name is printed below the report; "" for nobody's.
func (v version) signature() string {
	if v.published {
		return v.Printed.Unit
	}
	if _, ok := v.Date(); !ok { // the form is not signed without a date
		return ""
	}
	return v.unit()
}

// compareDates compares the dates below the reports.
func (c *Comparison) compareDates(a, b version) {
	last := sections()[len(sections())-1].Text.Key
	s, t := Side{Text: a.date(), Place: a.place(a.Fields["report.date"].Place)}, Side{Text: b.date(), Place: b.place(b.Fields["report.date"].Place)}
	inA, inB := s.Text == "" && a.lost(last), t.Text == "" && b.lost(last)
	switch {
	case meaning(s.Text) == meaning(t.Text):
	case inA || inB:
		c.unread(Unread{Kind: DateUnread, Part: end(), InA: inA, InB: inB, A: s, B: t})
	default:
		c.differ(Difference{Kind: DateDiffers, Part: end(), Key: "report.date", A: s, B: t})
	}
}

// date is what is printed below the report.
func (v version) date() string {
	if _, ok := v.Date(); !ok && v.published {
		return v.PrintedField("report.date")
	}
	return printedDate(v.Report)
}
