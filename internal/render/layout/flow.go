package layout

import (
	"math"

	"nianbao/internal/render/paper"
)

// box is a stretch of the flow that stays in one piece: a line of text, the lines of a title, a blank line, or a table.
// Heights are counted in lines of the page, so that all text stands on the same 22 lines of every page.
type box struct {
	text     []placedLine
	height   int
	blank    bool // nothing at a page's top
	hold     hold
	table    *tablePart // takes any height from its least on
	bookmark *Bookmark
}

// placedLine is a set line with its place in its box.
type placedLine struct {
	line
	x, y float64
	ref  Ref
}

// hold says what would be wrong with a page that ends behind a box, the worse the larger.
type hold int

const (
	freeEnd     hold = iota
	loneClosing      // the signature, or the note on a table, would stand on a page of its own
	loneLine         // a paragraph would leave one line alone
	loneHeading      // a heading would be parted from what it heads
)

func (b *box) least() int {
	if b.table != nil {
		return b.table.least()
	}
	return b.height
}

func (b *box) best() int {
	if b.table != nil {
		return b.table.best()
	}
	return b.height
}

// placed is a box on a page: the line that it begins at, and how many it takes.
type placed struct {
	box
	line, lines int
}

// paginate fills pages with the boxes, in order.
func paginate(boxes []box) [][]placed {
	var pages [][]placed
	for {
		for len(boxes) > 0 && boxes[0].blank {
			boxes = boxes[1:]
		}
		if len(boxes) == 0 {
			return pages
		}
		var page []placed
		page, boxes = fillPage(boxes)
		pages = append(pages, page)
	}
}

// fillPage takes as many boxes as go on one page, and ends the page where it does least harm. A table leaves room for what
// is held to it by being lower; for other boxes it is as high as is best.
func fillPage(boxes []box) (page []placed, rest []box) {
	used, least := 0, 0
	for i, b := range boxes {
		need := b.least()
		switch held := i > 0 && boxes[i-1].hold != freeEnd; {
		case used+need <= paper.Lines:
			used += min(b.best(), paper.Lines-used)
		case held && least+need <= paper.Lines:
			used = paper.Lines
		default:
			if first, behind, ok := splitTable(boxes[:i], b, paper.Lines-used); ok {
				return place(append(boxes[:i:i], first)), append([]box{behind}, boxes[i+1:]...)
			}
			kept := pageEnd(boxes[:max(1, i)])
			return place(boxes[:kept]), boxes[kept:]
		}
		least += need
	}
	return place(boxes), nil
}

// place puts boxes on a page, one below the other, and gives the tables what room there is, up to their best heights.
func place(boxes []box) []placed {
	spare := paper.Lines
	for _, b := range boxes {
		spare -= b.least()
	}
	var page []placed
	line := 0
	for _, b := range boxes {
		more := max(0, min(spare, b.best()-b.least()))
		spare -= more
		page = append(page, placed{b, line, b.least() + more})
		line += b.least() + more
	}
	return page
}

// splitTable cuts a table so that its beginning stands on this page: one that no page holds together with what is held to it, and one of blocks
// with heads of their own, between them, rather than leave much of the page blank.
func splitTable(page []box, b box, room int) (first, rest box, ok bool) {
	if b.table == nil {
		return box{}, box{}, false
	}
	held, i := 0, len(page)
	for ; i > 0 && page[i-1].hold != freeEnd; i-- {
		held += page[i-1].least()
	}
	split := b.table.splitBlocks
	if held+b.least() > paper.Lines {
		split = b.table.split
	}
	firstPart, restPart, ok := split(room, i == 0)
	if !ok {
		return box{}, box{}, false
	}
	return box{table: firstPart}, box{table: restPart, hold: b.hold}, true
}

// pageEnd is how many of the boxes to keep on the page: up to the last place where ending it does the least harm.
func pageEnd(page []box) int {
	end, least := len(page), hold(math.MaxInt)
	for i := len(page); i > 0; i-- {
		if page[i-1].hold < least {
			end, least = i, page[i-1].hold
		}
	}
	return end
}
