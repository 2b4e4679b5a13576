package published

import (
	"fmt"
	"strings"

	"nianbao/internal/form"
)

// remark is a comment or a note, which hangs on a paragraph and has no place in a report.
type remark struct {
	part, id string // the part that it stands in, by the kind of its relationship, and its number there
	block    int    // that it hangs on
	row      int    // of a table, counted from 1; 0 outside
}

// remarkNames are what they are called, by the kinds of parts.
var remarkNames = map[string]string{"comments": "批注", "footnotes": "脚注", "endnotes": "尾注"}

// remark notes one on the paragraph that is read now.
func (in *docxReader) remark(part string, e *element) {
	in.remarks = append(in.remarks, remark{part: part, id: e.attr("id"), block: len(in.blocks)})
}

// takeRemarks takes those of a cell or a text box: they hang on what it stands in.
func (in *docxReader) takeRemarks(inside *docxReader, row int) {
	for _, r := range inside.remarks {
		r.block, r.row = len(in.blocks), row
		in.remarks = append(in.remarks, r)
	}
}

// How many remarks are quoted, and how much of each, in characters.
const (
	mostRemarks  = 20
	longestQuote = 100
)

// tellRemarks quotes them with their places.
func (in *docxReader) tellRemarks(p *pack) []string {
	if len(in.remarks) == 0 {
		return nil
	}
	said := in.readRemarks(p)
	places := placesIn(in.blocks)
	var list []string
	for _, r := range in.remarks[:min(mostRemarks, len(in.remarks))] {
		where := "文档里"
		if len(places) > 0 {
			where = places[min(r.block, len(places)-1)]
		}
		if r.row > 0 {
			where += fmt.Sprintf("第%d行", r.row)
		}
		words, ok := said[r.part+r.id]
		if !ok {
			words = "，内容读不出"
		}
		list = append(list, fmt.Sprintf("%s没有取回：%s%s", remarkNames[r.part], where, words))
	}
	if more := len(in.remarks) - mostRemarks; more > 0 {
		list = append(list, fmt.Sprintf("还有%d条批注、脚注没有取回", more))
	}
	return list
}

// readRemarks reads who said what, by part and number. A part that cannot be read leaves its remarks without words.
func (in *docxReader) readRemarks(p *pack) map[string]string {
	said := map[string]string{}
	links, err := p.Relationships(p.Main())
	if err != nil {
		return said
	}
	for _, l := range links {
		if remarkNames[l.Kind()] == "" {
			continue
		}
		root, err := p.read(l.Target)
		if err != nil {
			continue
		}
		for _, e := range root.children {
			said[l.Kind()+e.attr("id")] = in.words(e)
		}
	}
	return said
}

// words are what a remark says, and who.
func (in *docxReader) words(e *element) string {
	inside := in.inside()
	inside.readBlocks(e)
	inside.endParagraph(plainKind)
	var lines []string
	for _, b := range inside.blocks {
		lines = append(lines, b.lines()...)
	}
	text := strings.Join(lines, " ")
	if runes := []rune(text); len(runes) > longestQuote {
		text = string(runes[:longestQuote]) + "……"
	}
	told := "：“" + text + "”"
	if text == "" {
		told = "，没有文字"
	}
	if author := strings.TrimSpace(e.attr("author")); author != "" {
		return "，" + author + told
	}
	return told
}

// placesIn says of each block where it stands in the report, as its paragraphs are counted there.
func placesIn(blocks []block) []string {
	places := make([]string, len(blocks))
	headings := findHeadings(blocks)
	end := len(blocks)
	for i := len(headings) - 1; i >= 0; i-- {
		h := headings[i]
		heading := "“" + form.Editions()[0].Sections[h.section].Heading() + "”"
		places[h.at] = "标题" + heading
		count(blocks[h.at+1:end], places[h.at+1:end], heading)
		end = h.at
	}
	from, to := findTitle(blocks[:end])
	for i := range to {
		places[i] = "标题"
		if i < from {
			places[i] = "标题前面"
		}
	}
	count(blocks[to:end], places[to:end], "“前言”")
	return places
}

// count counts the paragraphs of a section.
func count(blocks []block, places []string, heading string) {
	n := 0
	for i, b := range blocks {
		switch {
		case b.table != nil:
			places[i] = heading + "的表格"
		case b.kind == unitKind || b.kind == dateKind:
			places[i] = "落款"
		default:
			n++
			places[i] = fmt.Sprintf("%s第%d段", heading, n)
		}
	}
}
