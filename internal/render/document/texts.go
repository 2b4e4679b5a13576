package document

import (
	"fmt"
	"strings"

	"nianbao/internal/form"
)

// Text is one of a document's texts, and where it stands.
type Text struct {
	Block int    // the index of its block, len(Blocks) for the notes of a draft
	Cell  int    // the index of its cell in a table, or of its note; -1 where there is none
	Place string // in words, for a message
	Text  string
}

// Texts lists all that a writer has to write, in order: the texts of the blocks, and behind a draft those of its notes. Empty
// ones are among them.
func (d *Document) Texts() []Text {
	w := walk{place: "前言"}
	for i, b := range d.Blocks {
		w.block = i
		w.add(b)
	}
	if !d.IsFinal() {
		w.block = len(d.Blocks)
		for i, n := range d.Notes {
			for _, text := range []string{n.Level, n.Place, n.Text} {
				w.put(i, fmt.Sprintf("草稿附页第%d项", i+1), text)
			}
		}
	}
	return w.list
}

// walk goes through the blocks of a document.
type walk struct {
	list      []Text
	block     int
	place     string // the section
	paragraph int    // in the section, counted from 1
}

func (w *walk) add(b Block) {
	switch b := b.(type) {
	case Title:
		w.put(-1, "标题", b.Unit+b.Name)
	case Addressee:
		w.put(-1, "主送机关", b.Text)
	case Heading:
		if b.IsSection() {
			w.place, w.paragraph = form.Quote(b.Text), 0
			w.put(-1, "标题"+w.place, b.Text)
			return
		}
		w.putParagraph(b.Text)
	case Paragraph:
		w.putParagraph(b.Lead + b.Text)
	case Table:
		for i, c := range b.Cells {
			w.put(i, b.placeOf(c), c.Text)
		}
	case Signature:
		w.put(-1, "落款", b.Unit)
		w.put(-1, "落款", b.Date)
	default:
		panic(fmt.Sprintf("document: no texts of a %T", b))
	}
}

func (w *walk) put(cell int, place, text string) {
	w.list = append(w.list, Text{w.block, cell, place, text})
}

func (w *walk) putParagraph(text string) {
	w.paragraph++
	w.put(-1, fmt.Sprintf("%s第%d段", w.place, w.paragraph), text)
}

// placeOf names a figure by its table and its heads.
func (t Table) placeOf(c Cell) string {
	if len(c.Heads) == 0 {
		return form.Quote(t.Title)
	}
	var heads strings.Builder
	for _, head := range c.Heads {
		heads.WriteString(form.Quote(t.Cells[head].Text))
	}
	return form.Quote(t.Title) + "的" + heads.String() + "一格"
}

// Texts lists the texts of a chart.
func (c Chart) Texts() []Text {
	list := []Text{{-1, -1, "图表", c.Title}, {-1, -1, "图表", c.Of}, {-1, -1, "图表", c.By}, {-1, -1, "图表", c.Unit}}
	for _, g := range c.Groups {
		list = append(list, Text{-1, -1, "图表", g.Label})
		for _, bar := range g.Bars {
			list = append(list, Text{-1, -1, "图表", bar.Name}, Text{-1, -1, "图表", bar.Value})
		}
	}
	return list
}
