package document_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/chinese"
	"nianbao/internal/render/document"
)

func TestPieces(t *testing.T) {
	type piece = document.Piece
	for _, test := range []struct {
		why, text string
		bold      []chinese.Range
		pieces    []document.Piece
	}{
		{"none", "", nil, nil},
		{"all alike", "未收取信息处理费。", nil, []piece{{Text: "未收取信息处理费。"}}},
		{"bold words", "一是加强。", []chinese.Range{{Start: 0, End: 6}}, []piece{{Text: "一是", Bold: true}, {Text: "加强。"}}},
		{"a page in a sentence", "见https://www.example.gov.cn/a?b=1#c。", nil,
			[]piece{{Text: "见"}, {Text: "https://www.example.gov.cn/a?b=1#c", Link: "https://www.example.gov.cn/a?b=1#c"}, {Text: "。"}}},
		{"marks of the sentence", "(see http://example.net/a_(b).)", nil,
			[]piece{{Text: "(see "}, {Text: "http://example.net/a_(b)", Link: "http://example.net/a_(b)"}, {Text: ".)"}}},
		{"a page without http", "网址www.example.gov.cn，", nil, []piece{{Text: "网址"}, {Text: "www.example.gov.cn", Link: "http://www.example.gov.cn"}, {Text: "，"}}},
		{"an authority's page without www", "网址example.gov.cn/zwgk，", nil, []piece{{Text: "网址"}, {Text: "example.gov.cn/zwgk", Link: "http://example.gov.cn/zwgk"}, {Text: "，"}}},
		{"mail", "邮箱：gk@example.gov.cn。", nil, []piece{{Text: "邮箱："}, {Text: "gk@example.gov.cn", Link: "mailto:gk@example.gov.cn"}, {Text: "。"}}},
		{"bold begins before an address and ends in it", "见www.example.net/ab。", []chinese.Range{{Start: 0, End: len("见www.example.net")}},
			[]piece{{Text: "见", Bold: true}, {Text: "www.example.net", Bold: true, Link: "http://www.example.net/ab"}, {Text: "/ab", Link: "http://www.example.net/ab"}, {Text: "。"}}},
		{"no computer is named", "http://a和www.，见v1.2版", nil, []piece{{Text: "http://a和www.，见v1.2版"}}},
		{"nothing else is led to", "javascript:alert(1)和file:///c:/a.b", nil, []piece{{Text: "javascript:alert(1)和file:///c:/a.b"}}},
		{"what could end an attribute is no part of an address", `见http://example.net/a"b<c>`, nil,
			[]piece{{Text: "见"}, {Text: "http://example.net/a", Link: "http://example.net/a"}, {Text: `"b<c>`}}},
	} {
		assert.Equal(t, test.pieces, document.Paragraph{Text: test.text, Bold: test.bold}.Pieces(), test.why)
	}
}

// However a text is cut, its pieces joined are the text.
func FuzzPieces(f *testing.F) {
	f.Add("见**https://www.example.gov.cn/**或a@b.cn。", 3, 9)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		p := document.Paragraph{Text: text}
		if 0 <= start && start < end && end <= len(text) {
			p.Bold = []chinese.Range{{Start: start, End: end}}
		}
		joined := ""
		for _, piece := range p.Pieces() {
			assert.NotEmpty(t, piece.Text)
			joined += piece.Text
		}
		assert.Equal(t, text, joined)
	})
}
