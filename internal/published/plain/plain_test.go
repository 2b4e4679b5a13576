package plain_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"nianbao/internal/published/page"
	"nianbao/internal/published/plain"
	"nianbao/internal/sample/cover"
)

func TestLines(t *testing.T) {
	gbk, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte("一、总体情况\r\n规章\t0\r\n"))
	require.NoError(t, err)
	for _, c := range []struct {
		why  string
		data string
		want []page.Block
	}{
		{"a line is a block, an empty one too, with its number", "甲\n\n  乙", []page.Block{{Text: "甲", Place: "第1行"}, {Place: "第2行"}, {Text: "  乙", Place: "第3行"}}},
		{"GB18030 with the line ends of Windows", string(gbk), []page.Block{{Text: "一、总体情况", Place: "第1行"}, {Text: "规章\t0", Place: "第2行"}, {Place: "第3行"}}},
		{"headings of Markdown", "## 一、总体情况\n**二、主动公开**\n#话题\n**重**要**\n*（2024年1月5日）*\n* 一", []page.Block{{Kind: page.Heading, Text: "一、总体情况", Place: "第1行"},
			{Kind: page.Heading, Text: "二、主动公开", Place: "第2行"}, {Text: "#话题", Place: "第3行"}, {Text: "**重**要**", Place: "第4行"},
			{Text: "（2024年1月5日）", Place: "第5行"}, {Text: "* 一", Place: "第6行"}}},
		{"a heading in bold letters, which is no more of one", "### **一、总体情况**\n# **清溪镇** 2023年年报", []page.Block{{Kind: page.Heading, Text: "一、总体情况", Place: "第1行"},
			{Kind: page.Heading, Text: "清溪镇 2023年年报", Place: "第2行"}}},
		{"indents that became question marks", "??甲。\n????乙。\n??丙？？\n好??", []page.Block{{Text: "甲。", Place: "第1行"}, {Text: "乙。", Place: "第2行"}, {Text: "丙？？", Place: "第3行"}, {Text: "好??", Place: "第4行"}}},
		{"a question mark that is none", "??甲。\n乙。", []page.Block{{Text: "??甲。", Place: "第1行"}, {Text: "乙。", Place: "第2行"}}},
	} {
		p, err := plain.Read([]byte(c.data))
		require.NoError(t, err, c.why)
		assert.Equal(t, c.want, p.Blocks, c.why)
	}
}

func TestDrawnTables(t *testing.T) {
	p, err := plain.Read([]byte(strings.Join([]string{
		"上文",
		"+--------+-----------+",
		"| 规章（ |      1+1  |",
		"| 略）   +-----+-----+",
		"|        |   2 |   3 |",
		"+--------+-----+-----+",
		"| 合计               |",
		"+--------------------+",
		"下文",
	}, "\n")))
	require.NoError(t, err)
	require.Len(t, p.Blocks, 3)
	assert.Equal(t, "下文", p.Blocks[2].Text)
	assert.Equal(t, "第2行", p.Blocks[1].Place)
	assert.Equal(t, []page.Cell{
		{Row: 0, Column: 0, RowSpan: 2, ColumnSpan: 1, Text: "规章（\n略）"},
		{Row: 0, Column: 1, RowSpan: 1, ColumnSpan: 2, Text: "1+1"},
		{Row: 1, Column: 1, RowSpan: 1, ColumnSpan: 1, Text: "2"},
		{Row: 1, Column: 2, RowSpan: 1, ColumnSpan: 1, Text: "3"},
		{Row: 2, Column: 0, RowSpan: 1, ColumnSpan: 3, Text: "合计"},
	}, p.Blocks[1].Table.Cells)
	for _, text := range []string{"+--", "+-+\n| |", "+--+\n+--+", "+-----+\n|  甲 |\n下文"} {
		p, err := plain.Read([]byte(text + "\n字"))
		require.NoError(t, err)
		assert.Nil(t, p.Blocks[0].Table, text)
	}
}

// Tables in HTML stand in Markdown where cells are merged.
func TestTablesInMarkup(t *testing.T) {
	p, err := plain.Read([]byte("上文\n<table><tr><td colspan=\"2\">规章</td></tr>\n<tr><td>0</td><td>1</td></tr></table>\n下文\n<table> 没有完"))
	require.NoError(t, err)
	require.Len(t, p.Blocks, 4)
	require.NotNil(t, p.Blocks[1].Table)
	assert.Equal(t, "第2行", p.Blocks[1].Place)
	assert.Equal(t, page.Cell{Row: 0, Column: 0, RowSpan: 1, ColumnSpan: 2, Text: "规章"}, p.Blocks[1].Table.Cells[0])
	assert.Equal(t, "下文", p.Blocks[2].Text)
	assert.Equal(t, "<table> 没有完", p.Blocks[3].Text)
}

func TestWhatIsNoText(t *testing.T) {
	for why, c := range map[string]struct{ data, want string }{
		"nothing":                 {"", "没有文字"},
		"blanks":                  {" \n\n", "没有文字"},
		"a picture":               {"\x89PNG\r\n\x1a\n\x00\x00", "不是纯文本"},
		"question marks":          {strings.Repeat("????，", 50) + "2024", "成了问号"},
		"more than any report":    {strings.Repeat("长", 1<<20), "文字太多"},
		"lines without end":       {strings.Repeat("\n", 1<<18), "文字太多"},
		"a file of 200 megabytes": {strings.Repeat("\x00", 200<<20), "文字太多"},
	} {
		_, err := plain.Read([]byte(c.data))
		assert.ErrorContains(t, err, c.want, why)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("+--+--+\n|a |b |\n|  +--+\n|  |c |\n+--+--+"))
	f.Add([]byte("??甲\n# 乙"))
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := plain.Read(data)
		if err != nil {
			return
		}
		for _, b := range p.Blocks {
			if b.Table != nil {
				cover.Of(b.Table)
			}
		}
	})
}

// A table that was copied out of a spreadsheet: its tabs tell which cells are blank. What is none of the form's, or has lost tabs, stays lines.
func TestTabbed(t *testing.T) {
	const whole = "行政复议\t\t行政诉讼\t\n结果维持\t总计\t结果维持\t总计\n\t1\t\t2"
	for _, c := range []struct{ why, text, want string }{
		{"one of the form's", "四、\n" + whole + "\n五、", "四、 ▦行政复议,,行政诉讼,/结果维持,总计,结果维持,总计/,1,,2 五、"},
		{"no blank cell: the reader of lines knows better what lines may have lost", "行政复议\t1\t行政诉讼\t1\n结果维持\t1\t2\t3", "行政复议\t1\t行政诉讼\t1 结果维持\t1\t2\t3"},
		{"tabs at the ends of lines are lost", strings.Replace(whole, "\t\n", "\n", 1), "行政复议\t\t行政诉讼 结果维持\t总计\t结果维持\t总计 \t1\t\t2"},
		{"another table", "镇名\t条数\t\t\n甲镇\t1\t\t", "镇名\t条数\t\t 甲镇\t1\t\t"},
	} {
		p, err := plain.Read([]byte(c.text))
		require.NoError(t, err, c.why)
		var got []string
		for _, b := range p.Blocks {
			if b.Table == nil {
				got = append(got, b.Text)
				continue
			}
			rows := make([][]string, b.Table.Rows)
			for _, cell := range b.Table.Cells {
				rows[cell.Row] = append(rows[cell.Row], cell.Text)
			}
			var told []string
			for _, row := range rows {
				told = append(told, strings.Join(row, ","))
			}
			got = append(got, "▦"+strings.Join(told, "/"))
		}
		assert.Equal(t, c.want, strings.Join(got, " "), c.why)
	}
}
