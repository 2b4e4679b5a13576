// Package plain reads what a text shows: plain, or marked up as Markdown.
package plain

import (
	"errors"
	"fmt"
	"strings"

	"nianbao/internal/budget"
	"nianbao/internal/charset"
	"nianbao/internal/chinese"
	"nianbao/internal/published/page"
)

var (
	errNoText = errors.New("不是纯文本，请用记事本打开它，另存为UTF-8编码后再试；打不开的，请换一份")
	errMuch   = errors.New("文字太多，不是正常的报告内容，请删去多余的文字后再试")
	errEmpty  = errors.New("文件里没有文字，请换一份")
	errMarks  = errors.New("里面的汉字都成了问号，是保存时编码弄错了，请从原来的网页或文档重新另存一份")
)

// Read reads a text line by line. The error is one plain sentence.
func Read(data []byte) (*page.Page, error) {
	b := budget.New()
	if !b.Allows(budget.Text, len(data)/2) { // a text in UTF-16 has more bytes than characters of Latin
		return nil, errMuch
	}
	text, ok := charset.Decode(data)
	if !ok {
		return nil, errNoText
	}
	lines := strings.Split(strings.NewReplacer("\r\n", "\n", "\r", "\n", "\f", "\n\n").Replace(string(text)), "\n")
	if !b.Spend(budget.Text, len(text)+len(lines)*budget.Piece/8) {
		return nil, errMuch
	}
	if err := worthReading(string(text)); err != nil {
		return nil, err
	}
	indents := lostIndents(lines)
	p := &page.Page{Lines: true}
	var tables markup
	var drawings drawn
	var sheets tabbed
	for i := 0; i < len(lines); {
		if t, n := drawings.read(lines[i:]); t != nil {
			p.Blocks = append(p.Blocks, page.Block{Table: t, Place: place(i)})
			i += n
			continue
		}
		if blocks, n := tables.read(lines[i:]); n > 0 {
			for _, block := range blocks {
				block.Place = place(i)
				p.Blocks = append(p.Blocks, block)
			}
			i += n
			continue
		}
		if t, n := sheets.read(lines, i); t != nil {
			p.Blocks = append(p.Blocks, page.Block{Table: t, Place: place(i)})
			i += n
			continue
		}
		line := lines[i]
		if indents {
			line = strings.TrimLeft(line, "?")
		}
		p.Blocks = append(p.Blocks, readLine(line, i))
		i++
	}
	return p, nil
}

func place(line int) string { return fmt.Sprintf("第%d行", line+1) }

// lostIndents says whether the ideographic spaces that indent a text became question marks on the way, as many of its lines have it.
func lostIndents(lines []string) bool {
	const least = 3
	n := 0
	for _, l := range lines {
		if strings.HasPrefix(l, "??") {
			n++
		}
	}
	return n >= least
}

// readLine reads a line; one that Markdown marks as a heading is one, without its marks.
func readLine(line string, at int) page.Block {
	bare := strings.TrimLeft(line, "#")
	if marks := len(line) - len(bare); marks > 0 && marks <= 6 && strings.HasPrefix(bare, " ") {
		text, _ := chinese.ReadEmphasis(strings.TrimSpace(strings.TrimRight(bare, "# ")))
		return page.Block{Kind: page.Heading, Text: text, Place: place(at)}
	}
	if strings.HasPrefix(line, "**") && strings.HasSuffix(line, "**") && strings.Count(line, "**") == 2 && len(line) > 4 {
		return page.Block{Kind: page.Heading, Text: strings.Trim(line, "*"), Place: place(at)}
	}
	if inside := strings.Trim(line, "*"); len(line) == len(inside)+2 && strings.HasPrefix(line, "*") && strings.HasSuffix(line, "*") { // slanted
		line = inside
	}
	return page.Block{Text: line, Place: place(at)}
}

// worthReading says why there is nothing to read in a text.
func worthReading(text string) error {
	marks, han := strings.Count(text, "?"), 0
	for _, r := range text {
		if chinese.IsHan(r) {
			han++
		}
	}
	switch {
	case strings.TrimSpace(text) == "":
		return errEmpty
	case han*4 < marks: // a text has a mark for every forty
		return errMarks
	}
	return nil
}
