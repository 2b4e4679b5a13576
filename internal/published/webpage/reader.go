package webpage

import (
	"fmt"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nianbao/internal/budget"
	"nianbao/internal/chinese"
	"nianbao/internal/published/page"
)

// piece is a block with what decides whether it is of the report.
type piece struct {
	page.Block
	rank     int  // of a heading's element
	runes    int  // that are not blank
	linked   int  // of these in links
	links    int  // how many
	known    bool // its kind is known, since we wrote it
	from, to int  // the numbers of the elements in which it begins and ends
}

// reader reads the tree of a page into pieces, in the order of reading.
type reader struct {
	around
	left       *budget.Budget
	shown      bool // what is hidden is read
	over       bool // there is too much text
	crowded    bool // there are too many cells
	paragraphs int  // that were begun
	out        []piece
	tallies    []tally // of the pieces before each, and of all
	first      int     // the piece with which the innermost cell begins
	line       paragraph
	number     int // of the innermost element that is being read; elements count in the order of the page
	count      int // of elements so far
	spans      []span
	pictures   []int      // the numbers of their elements
	report     *html.Node // what holds the blocks of a report that we wrote, nil for none

	title    string
	hidden   int // passages of a report's kind that are not shown
	frames   int
	struck   int    // stretches of text that are struck through
	struckAt [2]int // how much stood before the last of them
	cells    int    // of tables, in each other, that are being read
	placed   int    // paragraphs that were put where they stand, each a line
}

// read makes a page of its tree; frames are other pages that the file holds.
func read(root *html.Node, frames int) (*page.Page, error) {
	r := newReader(root, false)
	if r.hidden > 0 && !r.tellsReport() {
		if all := newReader(root, true); all.tellsReport() {
			r = all
		}
	}
	if r.crowded {
		return nil, Error{TooLarge}
	}
	if r.over {
		return nil, MuchTextError{r.paragraphs}
	}
	r.frames = max(r.frames, frames) // the archive may hold those that the page names
	if err := r.fault(); err != nil {
		return nil, err
	}
	p := &page.Page{Title: r.title, Lines: 2*r.placed > len(r.out)}
	pictures := r.tell()
	if r.shown {
		p.Asides = append(p.Asides, "报告的文字在网页里没有显示（可能要点“文字版”才显示），也读出来了，请核对")
	}
	for _, b := range r.out {
		if !p.Lines || b.Table != nil {
			p.Blocks = append(p.Blocks, b.Block)
			continue
		}
		for text := range strings.SplitSeq(b.Text, "\n") {
			p.Blocks = append(p.Blocks, page.Block{Kind: b.Kind, Text: text, Place: b.Place})
		}
	}
	for _, aside := range []struct {
		n    int
		text string
	}{
		{pictures, "网页里有%d张图片，里面如果有表格，没有读出"},
		{r.hidden, "网页里有%d处隐藏的文字，没有读出"},
		{r.struck, "网页里有%d处划掉的文字，没有读出"},
		{r.frames, "网页里嵌有%d个别的网页或文件，没有读出，正文如果在里面，请单独打开、另存"},
	} {
		if aside.n > 0 {
			p.Asides = append(p.Asides, fmt.Sprintf(aside.text, aside.n))
		}
	}
	return p, nil
}

// newReader reads a tree, all that is hidden too if it is to be shown.
func newReader(root *html.Node, shown bool) *reader {
	r := &reader{left: budget.With(budget.Text, mostText), report: ownReport(root), shown: shown, tallies: make([]tally, 1)}
	r.children(root)
	r.end()
	return r
}

// tellsReport says whether something was read that hardly stands anywhere but in a report.
func (r *reader) tellsReport() bool {
	return slices.ContainsFunc(r.out, func(p piece) bool { return p.known || p.isTelling() })
}

// fault is why the text that was read is of no use.
func (r *reader) fault() error {
	var all strings.Builder
	runes := 0
	for _, p := range r.out {
		runes += p.runes
		all.WriteString(p.Text)
		if p.Table != nil {
			for _, c := range p.Table.Cells {
				all.WriteString(c.Text)
			}
		}
	}
	switch {
	case runes == 0 && r.frames > 0:
		return Error{NoTextFrames}
	case runes == 0:
		return Error{NoText}
	case isGarbled(all.String()):
		return Error{Garbled}
	}
	return nil
}

func (r *reader) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			if !r.hidesText() {
				r.line.isBold = r.bold
				r.line.add(c.Data, r.white, r.linked, r.number)
			}
		case html.ElementNode:
			r.element(c)
		}
	}
}

// element reads an element with what is in it.
func (r *reader) element(n *html.Node) {
	r.count++
	if r.over || r.crowded {
		return
	}
	isOwn := r.report != nil && n.Parent == r.report
	if r.cells > 0 && isField(n.DataAtom) {
		r.field(n)
		return
	}
	if r.skips(n) || isOwn && isChart(n) {
		return
	}
	l := r.lookOf(n)
	switch {
	case l.gone:
		r.hide(n)
		return
	case l.struck:
		r.strike(n)
		return
	}
	outer, number, before := r.around, r.number, len(r.out)
	r.number = r.count
	at, named := len(r.spans), spanNamed(n)
	if named != (span{}) {
		named.from = r.count
		r.spans = append(r.spans, named)
	}
	block := l.isBlock(n.DataAtom)
	if block {
		if l.placed {
			r.placed++
		}
		r.end()
		r.linked = false // blocks in a link are none of a list of links; most are in one that does not end
		before = len(r.out)
	}
	r.look(n, l)
	r.content(n)
	if block {
		r.end()
	}
	if n.DataAtom == atom.Li {
		r.line.lead = ""
	}
	if named != (span{}) {
		r.spans[at].to = r.count + 1
	}
	r.around, r.number = outer, number
	if isOwn {
		r.end()
		markOwn(n, r.out[before:])
		r.tally(before)
	}
}

// content reads what is in an element, as its name has it.
func (r *reader) content(n *html.Node) {
	switch n.DataAtom {
	case atom.Br:
		if !r.hidesText() {
			r.line.breakLine(r.number)
		}
	case atom.Table:
		r.table(n)
	case atom.Q:
		r.line.add("“", r.white, r.linked, r.number)
		r.children(n)
		r.line.add("”", r.white, r.linked, r.number)
	case atom.Sup:
		r.superscript(n)
	case atom.P:
		r.wholeParagraph(n)
	default:
		r.children(n)
	}
}

// strike counts a stretch of text that is struck through; what stands together is one.
func (r *reader) strike(n *html.Node) {
	if textIn(n) == "" {
		return
	}
	if at := [...]int{1 + len(r.out) - r.first, r.line.text.Len()}; at != r.struckAt {
		r.struck, r.struckAt = r.struck+1, at
	}
}

// wholeParagraph reads a paragraph's element, which is one even if it is empty.
func (r *reader) wholeParagraph(n *html.Node) {
	before, pictures := len(r.out), len(r.pictures)
	r.children(n)
	if len(r.out) == before && !r.line.begun && len(r.pictures) == pictures && !r.hidesText() {
		r.line.begin(r.number)
	}
}

// superscript reads the number of a note as raised.
func (r *reader) superscript(n *html.Node) {
	if raised, ok := page.Raised(noteIn(n), r.line.text.String()); ok && !r.line.blank && !r.hidesText() {
		r.line.add(raised, r.white, r.linked, r.number)
		return
	}
	r.children(n)
}

// noteIn is the text of an element that may be the number of a note; "" for one that holds more, which others like it may stand in.
func noteIn(n *html.Node) string {
	const most = 30 // nodes
	seen := 0
	for range n.Descendants() {
		if seen++; seen > most {
			return ""
		}
	}
	return textIn(n)
}

// end ends the paragraph that is being read, if one is.
func (r *reader) end() {
	line := &r.line
	lead := line.lead
	if !line.begun || r.over {
		r.line = paragraph{lead: lead}
		return
	}
	text := strings.TrimSuffix(line.text.String(), "\n")
	p := piece{Block: page.Block{Text: text, Bold: chinese.Within(line.bold, chinese.Range{End: len(text)})}, rank: r.rank, runes: line.runes, linked: line.linked, links: line.links, from: line.from, to: line.to}
	r.line = paragraph{lead: lead}
	if p.rank > 0 && p.runes == 0 {
		return
	}
	if p.rank > 0 && !isProse(text) {
		p.Kind = page.Heading
	}
	r.put(p)
}

// put takes a piece, unless there is too much.
func (r *reader) put(p piece) {
	r.paragraphs++
	r.over = r.over || !r.left.SpendText(p.Text)
	if !r.over {
		r.out = append(r.out, p)
		r.tally(len(r.out) - 1)
	}
}
