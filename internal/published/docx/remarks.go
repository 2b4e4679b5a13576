package docx

import (
	"strings"

	"nianbao/internal/published/page"
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
func (in *reader) remark(part string, e *element) {
	in.remarks = append(in.remarks, remark{part: part, id: e.attr("id"), block: len(in.blocks)})
}

// takeRemarks takes those of a cell or a text box: they hang on what it stands in.
func (in *reader) takeRemarks(inside *reader, row int) {
	for _, r := range inside.remarks {
		r.block, r.row = len(in.blocks), row
		in.remarks = append(in.remarks, r)
	}
}

// longestQuote is how much of one is quoted, in characters.
const longestQuote = 100

// quoteRemarks reads what they say. One that cannot be read is told without words.
func (in *reader) quoteRemarks(p *pack) []page.Remark {
	if len(in.remarks) == 0 {
		return nil
	}
	said := in.readRemarks(p)
	var list []page.Remark
	for _, r := range in.remarks {
		words, ok := said[r.part+r.id]
		if !ok {
			words = "，内容读不出"
		}
		list = append(list, page.Remark{What: remarkNames[r.part], Words: words, Block: r.block, Row: r.row})
	}
	return list
}

// readRemarks reads who said what, by part and number. A part that cannot be read leaves its remarks without words.
func (in *reader) readRemarks(p *pack) map[string]string {
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
func (in *reader) words(e *element) string {
	inside := in.inside()
	inside.readBlocks(e)
	inside.endParagraph(page.Plain)
	var lines []string
	for _, b := range inside.blocks {
		lines = append(lines, textOf(b)...)
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
