package docx

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"nianbao/internal/render/document"
)

// checkCharacters looks for the first character that cannot be written: one that XML 1.0 (section 2.2) does not have.
func checkCharacters(d *document.Document) error {
	section, paragraph := "“前言”", 0
	for _, block := range d.Blocks {
		var err error
		switch b := block.(type) {
		case document.Title:
			err = checkText("标题", b.Unit+b.Name)
		case document.Heading:
			section, paragraph = "“"+b.Text+"”", 0
			err = checkText("标题"+section, b.Text)
		case document.Paragraph:
			paragraph++
			err = checkText(fmt.Sprintf("%s第%d段", section, paragraph), b.Lead+b.Text)
		case document.Table:
			for _, c := range b.Cells {
				if err = checkText(fmt.Sprintf("“%s”第%d行第%d列", b.Title, c.Row+1, c.Col+1), c.Text); err != nil {
					break
				}
			}
		case document.Signature:
			err = checkText("落款", b.Unit+b.Date)
		}
		if err != nil {
			return err
		}
	}
	for i, n := range d.Notes {
		if err := checkText(fmt.Sprintf("草稿附页第%d项", i+1), n.Level+n.Place+n.Text); err != nil {
			return err
		}
	}
	return checkText("单位名称和标题", d.Unit+d.Title)
}

func checkText(place, text string) error {
	for i, r := range text {
		if r == utf8.RuneError {
			if _, size := utf8.DecodeRuneInString(text[i:]); size == 1 {
				return fmt.Errorf("%s有残缺的字符（在“%s”附近），Word文档里写不进去，请在填报表里重新输入这几个字", place, around(text, i))
			}
		}
		if !isWritable(r) {
			return fmt.Errorf("%s有一个看不见的控制字符（U+%04X，在“%s”附近），Word文档里写不进去，请在填报表里删去它", place, r, around(text, i))
		}
	}
	return nil
}

// isWritable tells the characters of XML, and the tab and line breaks that are written as elements.
func isWritable(r rune) bool {
	return r >= ' ' && r != 0xFFFE && r != 0xFFFF || r >= '\t' && r <= '\r'
}

// around quotes up to eight visible characters on either side of a place in the text.
func around(text string, i int) string {
	visible := func(s string) []rune {
		return []rune(strings.Map(func(r rune) rune {
			if r <= ' ' || r == utf8.RuneError || !isWritable(r) {
				return -1
			}
			return r
		}, s))
	}
	before, after := visible(text[:i]), visible(text[i:])
	return string(before[max(0, len(before)-8):]) + string(after[:min(8, len(after))])
}
