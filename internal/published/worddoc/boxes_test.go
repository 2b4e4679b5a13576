package worddoc_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/published/page"
	"nianbao/internal/published/worddoc"
)

// boxed are stretches of which the last ones, from one on, are the text of boxes. A box is told by the number of its drawing and its
// length; a drawing by its place in the main text and its number.
func boxed(stretches []stretch, main int, boxes, drawings [][2]int, reusable ...int) build {
	length := func(list []stretch) (n int) {
		for _, s := range list {
			n += s.length()
		}
		return n
	}
	text := length(stretches[:main])
	var starts, described []byte
	at := 0
	for i, b := range boxes {
		starts = append(starts, u32(at)...)
		at += b[1]
		state := 0
		if slices.Contains(reusable, i) {
			state = 1
		}
		described = slices.Concat(described, make([]byte, 8), u16(state), make([]byte, 4), u32(b[0]), make([]byte, 4))
	}
	var places, shapes []byte
	for _, d := range drawings {
		places = append(places, u32(d[0])...)
		shapes = slices.Concat(shapes, u32(d[1]), make([]byte, 22))
	}
	return build{stretches: stretches, named: map[int][]byte{
		56: slices.Concat(starts, u32(at), described),
		40: slices.Concat(places, u32(text), shapes),
	}, after: func(document, _ []byte) {
		copy(document[76:], u32(text))
		copy(document[100:], u32(length(stretches)-text))
	}}
}

func TestBoxes(t *testing.T) {
	drawing := stretch{text: "\b", characters: isSpecial}
	cell, end := cells("规章", "0"), ends([]int{0, 1000, 2000})
	for _, c := range []struct {
		why string
		in  build
		out string
	}{
		{"a box follows the paragraph in which it hangs",
			boxed([]stretch{{text: "甲"}, drawing, {text: "乙\r丙\r"}, {text: "框\r"}}, 3, [][2]int{{1025, 2}}, [][2]int{{1, 1025}}), "甲乙 [框] 丙"},
		{"two boxes stand where their drawings do, not as they are listed",
			boxed([]stretch{drawing, {text: "甲\r"}, drawing, {text: "乙\r"}, {text: "一\r二\r"}}, 4, [][2]int{{7, 2}, {8, 2}}, [][2]int{{0, 8}, {3, 7}}), "甲 [二] 乙 [一]"},
		{"a table in a box has its cells",
			boxed([]stretch{drawing, {text: "甲\r"}, cell, end, {text: "\r"}}, 2, [][2]int{{7, cell.length() + end.length() + 1}}, [][2]int{{0, 7}}), "甲 [规章|0]"},
		{"what hangs in a cell stands behind the table",
			boxed([]stretch{{text: "规章", paragraph: inTable}, {text: "\b", characters: isSpecial, paragraph: inTable}, {text: "\a", paragraph: inTable}, ends([]int{0, 1000}), {text: "丙\r"}, {text: "框\r"}}, 5,
				[][2]int{{7, 2}}, [][2]int{{2, 7}}), "规章 丙 [框]"},
		{"of a group, whose drawing has another number, boxes stand at the end",
			boxed([]stretch{drawing, {text: "甲\r乙\r"}, {text: "框\r"}}, 2, [][2]int{{9, 2}}, [][2]int{{0, 7}}), "甲 乙 [框]"},
		{"a box whose drawing is hidden is not shown, as the drawing is not",
			boxed([]stretch{{text: "\b", characters: slices.Concat(isSpecial, isHidden)}, {text: "甲\r"}, {text: "框\r"}}, 2, [][2]int{{7, 2}}, [][2]int{{0, 7}}), "甲 + 文档里有1处隐藏的文字，没有读进来"},
		{"room that a box left is none",
			boxed([]stretch{{text: "甲\r"}, {text: "旧\r"}}, 1, [][2]int{{7, 2}}, nil, 0), "甲"},
		{"a drawing that is told twice shows its box once",
			boxed([]stretch{drawing, drawing, {text: "甲\r"}, {text: "框\r"}}, 3, [][2]int{{7, 2}}, [][2]int{{0, 7}, {1, 7}}), "甲 [框] + 文档里有1个图片或图形，没有读进来"},
		{"a box is in none, whatever the file says",
			boxed([]stretch{drawing, {text: "甲\r"}, drawing, {text: "框\r"}, {text: "二\r"}}, 2, [][2]int{{7, 3}, {8, 2}}, [][2]int{{0, 7}, {3, 8}}), "甲 [框] [二]"},
		{"a drawing without text is a picture",
			boxed([]stretch{drawing, {text: "甲\r"}, {text: "\r"}}, 2, [][2]int{{7, 1}}, [][2]int{{0, 7}}), "甲 + 文档里有1个图片或图形，没有读进来"},
	} {
		p, err := worddoc.Read(c.in.file())
		require.NoError(t, err, c.why)
		assert.Equal(t, c.out, strings.Join(append([]string{shown(p)}, p.Asides...), " + "), c.why)
	}
}

// shown are the blocks of a page, those of boxes in brackets.
func shown(p *page.Page) string {
	var list []string
	for _, b := range p.Blocks {
		text := b.Text
		if b.Table != nil {
			var texts []string
			for _, c := range b.Table.Cells {
				texts = append(texts, c.Text)
			}
			text = strings.Join(texts, "|")
		}
		if b.Kind == page.Boxed {
			text = "[" + text + "]"
		}
		list = append(list, text)
	}
	return strings.Join(list, " ")
}
