package main

import (
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
	assert.Contains(t, said, "“写在旁边”写在了填写的格子之外")
	assert.Contains(t, said, "原来划掉的1处照样带过来了：“一、总体情况”A4“2024年")
	assert.Contains(t, said, "原来隐藏的1处照样带过来了：“三、依申请公开”D8“3”，不要的请删去。")
}
