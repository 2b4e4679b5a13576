package workbook

import (
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/cellref"
	"nianbao/internal/chinese"
	"nianbao/internal/model"
	"nianbao/internal/spreadsheet"
	"nianbao/internal/xmlcut"
)

// Note is a remark for a marked copy: what is wrong, in a row of the sheet 校验结果, and where it has a place also on its cell.
// Empty parts are left out.
type Note struct {
	Place       model.Place // the zero Place for a remark on the report as a whole
	Colour      Colour
	Level       string // how much it weighs, in a word
	Number      string // 编号
	Text        string
	Due, Found  string
	Reasons     string // what it may come from
	Rule        string
	Answerable  bool // whether the clerk may explain it
	Explanation string
	ExplainedAs string // the 编号 that this was written under, where that is another
	Together    string // what the sheet says instead, of this and others that say the same of their cells; "" for a note of its own
	Unlisted    bool   // another note tells it on the sheet
}

// Colour is what a note turns its cell into. The first colours win where a cell has several notes.
type Colour int

const (
	Red Colour = iota
	Orange
	Blue
	Green
	colours // how many there are
)

// argb is the colour as styles take it. No template uses these, so that a mark is known by its colour.
func (c Colour) argb() string { return [...]string{"FFF4A6A6", "FFFFC966", "FFA9D3F5", "FFB7E1A1"}[c] }

func isMark(argb string) bool {
	for c := range colours {
		if strings.EqualFold(c.argb(), argb) {
			return true
		}
	}
	return false
}

// Mark writes a copy of a workbook in which the noted cells are coloured and commented, with a last sheet 校验结果 that lists
// the notes with links to their cells and takes the clerk's answers. Nothing else changes: all other parts of the file are
// copied to the byte, and cells keep their number formats, borders, protection, conditional formats and comments. The marks of
// an earlier marking are taken off first; answers on its sheet 校验结果 that no note is about any more are kept at its end.
// The copy says of itself that it is one, and what report it holds: see model.Copy.
//
// asides are sentences, without their ends, on what was not looked at.
//
// Equal input makes equal bytes. The error is one of those of Read.
func Mark(w io.Writer, data []byte, notes []Note, asides ...string) error {
	in, err := readBook(data) // marks are none of the report, so that the copy holds the same one
	if err != nil {
		return err
	}
	c, err := openChanges(data)
	if err != nil {
		return err
	}
	m := &marking{changes: c, in: in, notes: notes, asides: asides}
	if err := m.openStyles(); err != nil {
		return err
	}
	if spans := in.named[findingsText]; len(spans) > 0 {
		m.earlier = spans[0].sheet
		if m.answers, err = answersIn(in.book, in.named[findingsNumber], spans); err != nil {
			return err
		}
	}
	for _, s := range c.book.Sheets {
		if s.Part == "" || m.earlier != nil && s.Part == m.earlier.Part || m.book.IsSet(s.Part) {
			continue
		}
		if err := m.markSheet(s); err != nil {
			return err
		}
	}
	if err := m.addResults(); err != nil {
		return err
	}
	c.book.Set(m.stylesPart, m.styles.bytes())
	digest := in.report.Digest()
	return c.writeCopy(w, model.Copy{Digest: digest, Original: digest})
}

// marking is a workbook while it is marked.
type marking struct {
	*changes
	in         *reader
	notes      []Note
	asides     []string
	styles     *stylesheet
	stylesPart string
	again      bool               // there are marks of an earlier marking
	earlier    *spreadsheet.Sheet // its sheet 校验结果
	answers    []model.Answer     // what stands on that
}

func (m *marking) openStyles() (err error) {
	if m.stylesPart, err = m.linked(m.book.Main(), "styles"); err != nil {
		return err
	}
	main, err := m.book.Part(m.book.Main())
	if err != nil {
		return spreadsheet.Damaged(err)
	}
	if m.stylesPart == "" {
		root, err := cut(main)
		if err != nil {
			return err
		}
		m.stylesPart = "xl/styles.xml" // where some programs expect it, whatever the link says
		if m.book.Has(m.stylesPart) {
			m.stylesPart = m.free("xl/styles%d.xml")
		}
		m.book.Set(m.stylesPart, []byte(xmlHead+`<styleSheet xmlns="`+root.Namespace()+`"></styleSheet>`))
		if err := m.declare(m.stylesPart, sheetType+"styles+xml"); err != nil {
			return err
		}
		if _, err := m.link(m.book.Main(), "styles", m.stylesPart); err != nil {
			return err
		}
	}
	data, err := m.book.Part(m.stylesPart)
	if err != nil {
		return spreadsheet.Damaged(err)
	}
	if m.styles, err = parseStyles(data); err == nil {
		m.again = m.styles.marked()
		m.styles.guesses = strings.Contains(string(main), `appName="Calc"`)
	}
	return err
}

// markSheet colours and comments the noted cells of a sheet, and puts the cursor on the first of them.
func (m *marking) markSheet(s spreadsheet.Sheet) error {
	over, remarks := m.noted(s.Name)
	texts := m.in.textAreas(s.Part)
	data, err := m.book.Part(s.Part)
	if err != nil {
		return spreadsheet.Damaged(err)
	}
	if remarks == nil && !m.again && texts == nil && !isSelected(data) {
		return nil
	}
	w, err := parseWorksheet(data)
	if err != nil {
		return err
	}
	if err := w.unselect(); err != nil {
		return err
	}
	if remarks != nil {
		if err := w.point(remarks[0].at); err != nil {
			return err
		}
	}
	if texts != nil {
		g, err := m.book.Grid(s.Part)
		if err != nil {
			return err
		}
		w.growRows(m.book, g, texts)
	}
	if err := m.paint(w, over); err != nil {
		return err
	}
	if err := m.comment(s.Part, w, remarks); err != nil {
		return err
	}
	m.book.Set(s.Part, w.bytes())
	return nil
}

// noted are the colours of the noted cells of a sheet, and what is remarked on them, in the order of their first notes.
func (m *marking) noted(sheet string) (over map[cellref.Position]Colour, remarks []remark) {
	over = map[cellref.Position]Colour{}
	comments := map[cellref.Position][]string{}
	var cells []cellref.Position
	for _, n := range m.notes {
		at, ok := cellref.Parse(n.Place.Ref)
		if !ok || n.Place.Sheet != sheet {
			continue
		}
		if c, seen := over[at]; !seen {
			cells = append(cells, at)
			over[at] = n.Colour
		} else {
			over[at] = min(c, n.Colour)
		}
		comments[at] = append(comments[at], n.comment())
	}
	for _, at := range cells {
		remarks = append(remarks, remark{at, commentHead + "\n" + strings.Join(comments[at], "\n\n")})
	}
	return over, remarks
}

// paint lays colours over cells, and takes off those of an earlier marking.
func (m *marking) paint(w *worksheet, over map[cellref.Position]Colour) error {
	return w.visit(slices.Collect(maps.Keys(over)), func(at cellref.Position, c *xmlcut.Element) (err error) {
		style, _ := strconv.Atoi(c.Get("s"))
		marked := false
		if m.again {
			style, marked = m.styles.unpaint(style)
		}
		if colour, ok := over[at]; ok {
			marked = true
			if style, err = m.styles.paint(style, colour); err != nil {
				return err
			}
		}
		if marked {
			c.Set("s", strconv.Itoa(style))
		}
		return nil
	})
}

// comment is the note as it is shown on its cell.
func (n Note) comment() string {
	lines := []string{"【" + n.Level + "】" + n.Text}
	add := func(before, text string) {
		if text != "" {
			lines = append(lines, before+text)
		}
	}
	add("应为：", n.Due)
	add("实为：", n.Found)
	add("可能的原因：", n.Reasons)
	add("说明：", n.Explanation)
	add("编号：", n.Number)
	add("规则：", n.Rule)
	return clip(strings.Join(lines, "\n"))
}

// LongestListed is to how many characters a text is shortened in a cell of a list: no more than half of what a cell holds, whatever they are.
const LongestListed = 8000

// clip shortens what no cell can hold.
func clip(text string) string { return chinese.Shortened(text, LongestListed) }
