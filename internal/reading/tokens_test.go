package reading

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/chinese"
)

func TestLex(t *testing.T) {
	for _, c := range []struct{ why, text, want string }{
		{"words, numbers and marks", "收到申请30件，办结29件。", "收到|申请|30件|，|办结|29件|。"},
		{"the longest word counts", "政府信息公开申请", "政府信息公开申请"},
		{"unknown text is one run", "紫云英收到", "紫云英|收到"},
		{"quotation marks are no tokens", "“予以公开”3件", "予以公开|3件"},
		{"a title is one token", "《2025年要点》印发", "《2025年要点》|印发"},
		{"an article is no number", "第二十条", "第二十条"},
		{"nor an article in digits", "第36条规定", "第36条|规定"},
		{"nor a document's number", "〔2021〕30号", "〔|2021|〕|30号"},
		{"nor one in a Latin name", "A4纸5G网", "A4纸5G网"},
		{"nor the number of a table", "表2 收到申请", "表2|收到|申请"},
		{"nor where a text leads to it", "具体见表 3：收到申请", "具体见表|3|：|收到|申请"},
		{"each one is no count", "每一件申请", "每一件|申请"},
		{"together is no count", "一起推进", "一起推进"},
		{"one case is", "行政诉讼一起。", "行政诉讼|一起|。"},
		{"a dash is a mark", "公开——办结", "公开|——|办结"},
		{"a point inside a number is no mark", "占93.3%", "占|93.3%"},
		{"thousands", "共1,234件", "共|1,234件"},
		{"an open title", "《无尽", "无|尽"},
	} {
		var got []string
		for _, k := range lex(nil, c.text) {
			got = append(got, c.text[k.Start:k.End])
		}
		assert.Equal(t, c.want, strings.Join(got, "|"), c.why)
	}
}

// The number of a table counts nothing: 表2 收到和处理政府信息公开申请情况. Forms are counted: 收回评议表118份.
func TestNumbersOfTables(t *testing.T) {
	for _, text := range []string{"表2 收到和处理政府信息公开申请情况", "表2：收到申请", "表２收到申请", "附表3 行政复议", "具体情况见表3。", "（如表1所示）", "图2 收到申请"} {
		assert.Empty(t, numbersOf(lex(nil, text)), text)
	}
	for _, text := range []string{"收回评议表118份", "收到申请表2份", "表彰2人", "表2份", "发放调查表20"} {
		assert.Len(t, numbersOf(lex(nil, text)), 1, text)
	}
}

func TestRangesAreRough(t *testing.T) {
	for _, text := range []string{"3—5件", "3-5件", "3至5件", "11～30件", "数十件", "几十件"} {
		numbers := numbersOf(lex(nil, text))
		require.NotEmpty(t, numbers, text)
		for _, n := range numbers {
			assert.True(t, n.Rough, text)
		}
	}
	for _, text := range []string{"增加到30件", "办结数31件"} {
		numbers := numbersOf(lex(nil, text))
		require.Len(t, numbers, 1, text)
		assert.False(t, numbers[0].Rough, text)
	}
	for _, text := range []string{"2023年至2025年", "1月1日至12月31日"} {
		assert.Empty(t, numbersOf(lex(nil, text)), text)
	}
}

func numbersOf(tokens []token) (numbers []*chinese.Numeral) {
	for _, k := range tokens {
		if k.kind == numberToken {
			numbers = append(numbers, k.num)
		}
	}
	return numbers
}
