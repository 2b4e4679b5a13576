// Package docx reads what a word-processor file (.docx) shows.
package docx

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"nianbao/internal/budget"
	"nianbao/internal/chinese"
	"nianbao/internal/model"
	"nianbao/internal/opc"
	"nianbao/internal/published/page"
)

// Read reads a document of Word, WPS or LibreOffice: with changes tracked, which count as accepted, and with automatic numbers.
// An error is only for a file that cannot be read as a document at all: an opc.Error, or a MuchTextError.
func Read(data []byte) (*page.Page, error) {
	file, err := opc.Open(data, opc.Document, budget.With(budget.Elements, mostElements))
	if err != nil {
		return nil, err
	}
	p := &pack{file}
	root, err := p.read(p.Main())
	if errors.Is(err, opc.ErrNoPart) {
		return nil, errDamaged
	}
	if err != nil {
		return nil, err
	}
	if root.name != "document" || root.child("body") == nil {
		return nil, errNotDocument
	}
	in := &reader{spent: &spent{left: p.Budget}}
	if err := in.readLooks(p); err != nil {
		return nil, err
	}
	in.readBlocks(root.child("body"))
	in.endParagraph(page.Plain)
	remarks := in.quoteRemarks(p)
	if in.spent.over {
		return nil, MuchTextError{in.spent.paragraphs}
	}
	return &page.Page{Blocks: in.blocks, Remarks: remarks, Asides: in.seen.Told()}, nil
}

// mostElements is fewer than usual, since all of them are kept until the document is read.
const mostElements = 500_000

// MuchTextError says that a document holds more text than any report has, and at which paragraph that was seen.
type MuchTextError struct{ Paragraph int } // counted from 1, those of tables and text boxes with the others

func (e MuchTextError) Error() string {
	return fmt.Sprintf("到第%d段为止文字太多，不是正常的报告内容，请删去多余的文字后再试", e.Paragraph)
}

// spent is what the text of one document has cost so far.
type spent struct {
	left       *budget.Budget
	paragraphs int  // that were begun
	over       bool // what follows is not handed on
}

// split cuts what stands in a paragraph of the document into those of a report; none once there is too much. The weight is taken
// before the text is cut, since a line takes far more room as a paragraph.
func (s *spent) split(text string) []model.Paragraph {
	if s.over || text == "" {
		return nil
	}
	s.take(s.left.SpendText(text))
	if s.over {
		return nil
	}
	list := model.SplitParagraphs(text, model.Place{})
	s.take(len(list) < 2 || s.left.Spend(budget.Text, (len(list)-1)*budget.Piece))
	return list
}

func (s *spent) take(isLeft bool) { s.over = s.over || !isLeft }

// reader reads the body of one document.
type reader struct {
	spent     *spent
	styles    map[string]paragraphStyle // by id
	strong    map[string]bool           // the ids of styles of either kind that set bold, or not
	numbering *numbering
	blocks    []page.Block
	text      strings.Builder // of the paragraph, and of those before it whose ends were deleted
	bold      []chinese.Range // of the text
	isBold    bool            // the paragraph's style sets bold

	seen    page.Besides
	goesOn  [page.Struck + 1]bool // of what is counted by places: one ends where the text stands now
	revised int                   // how many insertions the text stands in
	boxes   []page.Block          // what text boxes of the paragraph hold
	remarks []remark
}

// readLooks reads the parts that say how paragraphs look.
func (in *reader) readLooks(p *pack) error {
	links, err := p.Relationships(p.Main())
	if err != nil {
		return err
	}
	parts := map[string]*element{}
	for _, l := range links {
		if l.Kind() != "styles" && l.Kind() != "numbering" {
			continue
		}
		part, err := p.read(l.Target)
		if err != nil && !errors.Is(err, opc.ErrNoPart) {
			return err
		}
		parts[l.Kind()] = part
	}
	in.styles, in.numbering = readStyles(parts["styles"]), readNumbering(parts["numbering"])
	in.strong = readStrong(parts["styles"])
	return nil
}

// inside is a reader for what stands in a cell or a text box.
func (in *reader) inside() *reader {
	return &reader{spent: in.spent, styles: in.styles, numbering: in.numbering, strong: in.strong}
}

// readBlocks reads the paragraphs and tables of an element, and of those in it that only group them.
func (in *reader) readBlocks(e *element) {
	for _, c := range e.children {
		switch c.name {
		case "p":
			in.readParagraph(c)
		case "tbl":
			in.endParagraph(page.Plain)
			in.readTable(c)
		case "sdt", "sdtContent", "customXml", "ins", "moveTo":
			in.readBlocks(c)
		case "?:AlternateContent":
			in.readBlocks(choice(c))
		case "del", "moveFrom":
			in.seen[page.Revisions]++
		case "altChunk", "subDoc":
			in.seen[page.Embedded]++
		}
	}
}

// choice is the first alternative of those that say the same in newer and older ways.
func choice(e *element) *element {
	if c := e.child("?:Choice"); c != nil {
		return c
	}
	return &element{}
}

func (in *reader) readParagraph(e *element) {
	if in.spent.over {
		return
	}
	in.spent.paragraphs++
	properties := e.child("pPr")
	style := in.styles[properties.val("pStyle")]
	in.isBold = in.strong[properties.val("pStyle")]
	in.text.WriteString(in.number(properties, style))
	in.readText(e, &in.text)
	if properties.child("rPr", "del") != nil || properties.child("rPr", "moveFrom") != nil {
		in.place(page.Revisions) // the paragraph's end is deleted, so the next one goes on with it
		in.spent.take(in.spent.left.Allows(budget.Text, in.text.Len()))
		return
	}
	in.endParagraph(style.kind)
}

func (in *reader) endParagraph(k page.Kind) {
	text, bold, boxes := in.text.String(), in.bold, in.boxes
	in.text.Reset()
	in.bold, in.boxes, in.goesOn = nil, nil, [page.Struck + 1]bool{}
	defer func() { in.blocks = append(in.blocks, boxes...) }()
	switch k {
	case page.Contents:
		in.seen[page.ContentsLines]++
		return
	case page.Title, page.Section:
		text, bold = strings.ReplaceAll(text, "\n", ""), nil
	}
	at := 0
	for _, p := range in.spent.split(text) {
		at += strings.Index(text[at:], p.Text)
		stretch := chinese.Range{Start: at, End: at + len(p.Text)}
		in.blocks = append(in.blocks, page.Block{Kind: k, Text: p.Text, Bold: chinese.Within(bold, stretch)})
		at = stretch.End
	}
}

// number is the automatic number of a paragraph, "" if it has none.
func (in *reader) number(properties *element, style paragraphStyle) string {
	list, level := style.list, style.level
	if n := properties.child("numPr"); n != nil {
		if id := n.val("numId"); id != "" {
			list = id
		}
		if at, ok := levelNamed(n.val("ilvl")); ok {
			level = at
		} else if level < 0 {
			level = in.numbering.levelOf(list, style.id)
		}
	}
	if list == "" || list == "0" { // 0 takes the number of the style away
		return ""
	}
	if level < 0 {
		level = in.numbering.levelOf(list, style.id)
	}
	label, known := in.numbering.next(list, level)
	if !known {
		in.seen[page.Numbers]++
		return ""
	}
	return label
}

// readText reads the text of a paragraph, a link or the like.
func (in *reader) readText(e *element, b *strings.Builder) {
	for _, c := range e.children {
		switch c.name {
		case "r":
			in.readRun(c, b)
		case "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "dir", "bdo", "ins", "moveTo", "rubyBase":
			if c.name != "ins" && c.name != "moveTo" {
				in.readText(c, b)
				continue
			}
			in.place(page.Revisions)
			in.revised++
			in.readText(c, b)
			in.revised--
		case "del", "moveFrom":
			in.place(page.Revisions)
		case "?:AlternateContent":
			in.readText(choice(c), b)
		case "m:oMath", "m:oMathPara":
			readMath(c, b)
		}
	}
}

// readRun reads a stretch of text of one look.
func (in *reader) readRun(e *element, b *strings.Builder) {
	if e.isOn("rPr", "vanish") {
		in.place(page.HiddenText)
		return
	}
	if e.isOn("rPr", "strike") || e.isOn("rPr", "dstrike") {
		in.place(page.Struck)
		return
	}
	start := b.Len()
	defer func() {
		in.mark(e, start, b.Len())
		if b.Len() > start {
			in.goesOn = [page.Struck + 1]bool{page.Revisions: in.revised > 0 && in.goesOn[page.Revisions]}
		}
	}()
	for _, c := range e.children {
		switch c.name {
		case "t":
			raised, isNote := page.Raised(string(c.text), b.String())
			if isNote && e.val("rPr", "vertAlign") == "superscript" {
				b.WriteString(raised)
				continue
			}
			b.Write(c.text)
		case "tab", "ptab":
			b.WriteByte('\t')
		case "br":
			if kind := c.attr("type"); kind == "" || kind == "textWrapping" {
				b.WriteByte('\n')
			}
		case "cr":
			b.WriteByte('\n')
		case "noBreakHyphen":
			b.WriteRune('\u2011')
		case "softHyphen":
			b.WriteRune('\u00ad')
		case "sym":
			if code, err := strconv.ParseUint(c.attr("char"), 16, 16); err == nil {
				b.WriteRune(rune(code))
			}
		case "ruby":
			in.readText(c, b)
		case "footnoteReference", "endnoteReference":
			in.remark(strings.TrimSuffix(c.name, "Reference")+"s", c)
		case "commentReference":
			in.remark("comments", c)
		case "drawing", "pict", "object":
			in.readDrawing(c)
		case "?:AlternateContent":
			in.readDrawing(choice(c))
		}
	}
}

// place counts a place where something of a kind stands: what stands together in a paragraph is one, of however many runs it is made.
func (in *reader) place(kind int) {
	if !in.goesOn[kind] {
		in.seen[kind]++
	}
	in.goesOn[kind] = true
}

// mark notes what of the text a run sets bold.
func (in *reader) mark(run *element, start, end int) {
	bold := in.isBold
	if strong, known := in.strong[run.val("rPr", "rStyle")]; known {
		bold = strong
	}
	if run.child("rPr", "b") != nil {
		bold = run.isOn("rPr", "b")
	}
	switch n := len(in.bold); {
	case !bold || start == end:
	case n > 0 && in.bold[n-1].End == start:
		in.bold[n-1].End = end
	default:
		in.bold = append(in.bold, chinese.Range{Start: start, End: end})
	}
}

// readDrawing tells of a picture, and of the text in a text box.
func (in *reader) readDrawing(e *element) {
	inside := in.inside()
	inside.readBoxes(e)
	inside.endParagraph(page.Plain)
	in.takeRemarks(inside, 0)
	if len(inside.blocks) == 0 {
		in.seen[page.Pictures]++
	}
	for _, b := range inside.blocks {
		b.Kind = page.Boxed
		in.boxes = append(in.boxes, b)
	}
}

func (in *reader) readBoxes(e *element) {
	for _, c := range e.children {
		switch c.name {
		case "txbxContent":
			in.readBlocks(c)
		case "?:Fallback":
		default:
			in.readBoxes(c)
		}
	}
}

func readMath(e *element, b *strings.Builder) {
	b.Write(e.text)
	for _, c := range e.children {
		readMath(c, b)
	}
}

// table is one that is read: its grid, and what stands in its cells one after the other.
type table struct {
	grid   *page.Grid
	inside []page.Block
	nested bool // a table stands in a cell
}

// readTable reads a table. One that only lays out the page, since others stand in it, is read as what is in it.
func (in *reader) readTable(e *element) {
	t := &table{grid: page.NewGrid()}
	in.readRows(e, t)
	if t.nested {
		in.blocks = append(in.blocks, t.inside...)
		return
	}
	in.blocks = append(in.blocks, page.Block{Table: t.grid.Table()})
}

func (in *reader) readRows(e *element, t *table) {
	for _, c := range e.children {
		switch c.name {
		case "tr":
			if c.child("trPr", "del") != nil {
				in.seen[page.Revisions]++
				continue
			}
			t.grid.Row()
			t.grid.Skip(numberOf(c.val("trPr", "gridBefore")))
			in.readCells(c, t)
		case "sdt", "sdtContent", "customXml", "ins", "moveTo":
			in.readRows(c, t)
		}
	}
}

func (in *reader) readCells(e *element, t *table) {
	for _, c := range e.children {
		switch c.name {
		case "tc":
			in.readCell(c, t)
		case "sdt", "sdtContent", "customXml":
			in.readCells(c, t)
		}
	}
}

// readCell reads a cell into its row: its paragraphs parted by line breaks, a table in it cell by cell.
func (in *reader) readCell(e *element, t *table) {
	if merge := e.child("tcPr", "vMerge"); merge != nil && merge.attr("val") != "restart" && t.grid.Extend() {
		return
	}
	inside := in.inside()
	inside.readBlocks(e)
	inside.endParagraph(page.Plain)
	in.takeRemarks(inside, t.grid.Rows())
	for i, n := range inside.seen {
		in.seen[i] += n
	}
	var lines []string
	for _, b := range inside.blocks {
		if b.Kind == page.Boxed {
			in.boxes = append(in.boxes, b)
		} else {
			lines = append(lines, textOf(b)...)
			t.inside, t.nested = append(t.inside, b), t.nested || b.Table != nil
		}
	}
	t.grid.Add(strings.Join(lines, "\n"), 1, numberOf(e.val("tcPr", "gridSpan")))
}

// textOf is what a block says, a table's cells one after the other.
func textOf(b page.Block) []string {
	if b.Table == nil {
		return []string{b.Text}
	}
	var lines []string
	for _, c := range b.Table.Cells {
		if c.Text != "" {
			lines = append(lines, c.Text)
		}
	}
	return lines
}

// numberOf is a number that an attribute gives, 0 where it is none.
func numberOf(attr string) int {
	n, err := strconv.Atoi(attr)
	if err != nil {
		return 0
	}
	return n
}
