package html

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"nianbao/internal/form"
	"nianbao/internal/render/document"
)

// checkCharacters refuses what no web page may hold, not even as a numeric reference: broken bytes, control characters and
// noncharacters. Browsers drop or replace them without a word. https://html.spec.whatwg.org/multipage/parsing.html#parse-errors
func checkCharacters(d *document.Document, charts []document.Chart) error {
	for _, p := range passages(d, charts) {
		text := oneLine(p.text)
		for i, r := range text {
			if what := fault(text[i:], r); what != "" {
				return fmt.Errorf("%s里的“%s”中有%s，网页里写不出来；请把它前后的文字重新打一遍", p.place, around(text, i), what)
			}
		}
	}
	return nil
}

// fault says what is wrong with the character r, which rest begins with; "" for nothing.
func fault(rest string, r rune) string {
	switch {
	case r == utf8.RuneError:
		if _, size := utf8.DecodeRuneInString(rest); size == 1 {
			return "残缺的字符"
		}
	case r < ' ' && r != '\t', r >= 0x7F && r <= 0x9F:
		return fmt.Sprintf("看不见的控制字符（U+%04X）", r)
	case r&0xFFFE == 0xFFFE, r >= 0xFDD0 && r <= 0xFDEF:
		return fmt.Sprintf("不是文字的字符（U+%04X）", r)
	}
	return ""
}

// around quotes up to eight characters on either side of the faulty one at i; a square stands for each that is faulty.
func around(text string, i int) string {
	_, size := utf8.DecodeRuneInString(text[i:])
	before, after := legible(text[:i]), legible(text[i+size:])
	return string(before[max(0, len(before)-8):]) + "□" + string(after[:min(8, len(after))])
}

func legible(text string) []rune {
	runes := []rune(strings.ToValidUTF8(text, "□"))
	for i, r := range runes {
		if fault("", r) != "" {
			runes[i] = '□'
		}
	}
	return runes
}

// passage is a piece of the document's text, and where it stands in words.
type passage struct{ place, text string }

// passages lists every text that reaches the page.
func passages(d *document.Document, charts []document.Chart) []passage {
	list := []passage{{"标题", d.Title}, {"单位名称", d.Unit}}
	section := "前言"
	for _, b := range d.Blocks {
		switch b := b.(type) {
		case document.Title:
			list = append(list, passage{"标题", b.Unit + b.Name})
		case document.Heading:
			section = "“" + b.Text + "”"
			list = append(list, passage{section, b.Text})
		case document.Paragraph:
			list = append(list, passage{section, b.Lead + b.Text})
		case document.Table:
			for _, c := range b.Cells {
				list = append(list, passage{placeOf(b, c), c.Text})
			}
		case document.Signature:
			list = append(list, passage{"落款", b.Unit + b.Date})
		}
	}
	for _, n := range d.Notes {
		list = append(list, passage{"草稿附页", n.Level + n.Place + n.Text})
	}
	for _, c := range charts {
		for _, g := range c.Groups {
			for _, bar := range g.Bars {
				list = append(list, passage{"图表", c.Title + c.Of + c.Unit + g.Label + bar.Year + bar.Value})
			}
		}
	}
	return list
}

// placeOf names a figure by its table and heads; heads are the form's own text.
func placeOf(t document.Table, c document.Cell) string {
	if c.Role != form.FigureSlot {
		return "“" + t.Title + "”"
	}
	var labels []string
	for _, head := range headsOf(t, c) {
		labels = append(labels, head.Text)
	}
	return "“" + t.Title + "”的“" + strings.Join(labels, "”“") + "”一格"
}
