package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/sample"
)

// What has no place in a report stays behind when a workbook is moved into a new one, and what was struck out or hidden comes along as
// if it were not; both are said.
func TestImportTellsWhatStaysBehindAndWhatDoesNot(t *testing.T) {
	data := sample.ReportFile(t, "e-town-2024")
	t.Chdir(t.TempDir())
	require.Zero(t, first(called("导入", data, "-o", "旧.xlsx")))
	book, err := excelize.OpenFile("旧.xlsx")
	require.NoError(t, err)
	require.NoError(t, book.AddComment("三、依申请公开", excelize.Comment{Cell: "D8", Text: "再问一下县里"}))
	require.NoError(t, book.AddShape("一、总体情况", &excelize.Shape{Cell: "A9", Type: "rect", Paragraph: []excelize.RichTextRun{{Text: "（六）文本框里的一段。"}}}))
	require.NoError(t, book.SetCellStr("一、总体情况", "D9", "写在旁边"))
	struck, err := book.NewStyle(&excelize.Style{Font: &excelize.Font{Strike: true}})
	require.NoError(t, err)
	require.NoError(t, book.SetCellStyle("一、总体情况", "A4", "A4", struck))
	require.NoError(t, book.SetCellInt("三、依申请公开", "D8", 3))
	require.NoError(t, book.SetRowVisible("三、依申请公开", 8, false))
	require.NoError(t, book.Save())
	require.NoError(t, book.Close())
	code, _, said := called("导入", "旧.xlsx", "-o", "新.xlsx")
	assert.Zero(t, code)
	assert.Contains(t, said, "没有带过来：“一、总体情况”里有1个文本框（A9“（六）文本框里的一段。”）")
	assert.Contains(t, said, "没有带过来：“三、依申请公开”里有1条批注（D8“再问一下县里”）")
	assert.Contains(t, said, "“写在旁边”写在了黄色格外面")
	assert.Contains(t, said, "原来划掉的1处照样带过来了：“一、总体情况”A4“2024年")
	assert.Contains(t, said, "原来隐藏的1处照样带过来了：“三、依申请公开”D8“3”，不要的请删去。")
}

// publishedPage is the web page of a report, without its data, made in the folder of the test.
func publishedPage(t *testing.T, data string) []byte {
	require.Zero(t, first(called("生成", data, "--format", "html", "--no-data", "-o", "公布")))
	pages, err := filepath.Glob("公布/*.html")
	require.NoError(t, err)
	require.Len(t, pages, 1)
	page, err := os.ReadFile(pages[0])
	require.NoError(t, err)
	return page
}

// Where a report has marks for none, those are told once for a table, and the totals of the form still add themselves up.
func TestImportOfMarksForNone(t *testing.T) {
	data := sample.ReportFile(t, "e-town-2024")
	t.Chdir(t.TempDir())
	page := publishedPage(t, data)
	for _, mark := range []string{"/", "—", "-", "无"} {
		marked := regexp.MustCompile("(<td[^>]*>(?:<p[^>]*>)?)0<").ReplaceAll(page, []byte("${1}"+mark+"<"))
		require.NoError(t, os.WriteFile("网页.html", marked, 0o600))
		code, _, said := called("导入", "网页.html", "-o", "新.xlsx", "--force")
		assert.Zero(t, code, mark)
		assert.NotContains(t, said, "与各项之和不同", mark)
		assert.Regexp(t, `“收到和处理政府信息公开申请情况表”有\d+个数写的是“`+mark+`”，不是数字，照样带过来了，没有的请改填0。\n`, said)
		assert.Equal(t, 1, strings.Count(said, "收到和处理政府信息公开申请情况表"), said)
		book, err := excelize.OpenFile("新.xlsx")
		require.NoError(t, err)
		for _, total := range []string{"J10", "F29", "J29"} {
			formula, err := book.GetCellFormula("三、依申请公开", total)
			require.NoError(t, err)
			assert.Contains(t, formula, "SUM", mark+total)
		}
		require.NoError(t, book.Close())
	}
}

// A published page that lacks a heading is worth having all the same, as long as its tables are there: nobody can mend it.
func TestImportOfAPageWithoutAHeading(t *testing.T) {
	data := sample.ReportFile(t, "e-town-2024")
	t.Chdir(t.TempDir())
	page := publishedPage(t, data)
	for _, c := range []struct {
		lost string
		code int
		said string
	}{
		{"六、其他需要报告的事项", 0, "没有找到标题“六、其他需要报告的事项”，这一部分在填报表里是空的；文字如果排进了别的部分，请移过来。\n"},
		{"二、主动公开政府信息情况[\\s\\S]*?</table>", exitFailed, "找不到标题“二、主动公开政府信息情况”，请在文档里补上"},
	} {
		lacking := regexp.MustCompile(c.lost).ReplaceAll(page, nil)
		require.NotEqual(t, page, lacking, c.lost)
		require.NoError(t, os.WriteFile("网页.html", lacking, 0o600))
		code, _, said := called("导入", "网页.html", "-o", "新.xlsx")
		assert.Equal(t, c.code, code, c.lost)
		assert.Contains(t, said, c.said, c.lost)
	}
}
