package workbook

import (
	"fmt"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
)

// Title is what a filling form is called, on its first sheet and among its properties.
const Title = "政府信息公开工作年度报告填报表"

// drawGuide draws the first sheet: one page on how to fill the others in.
func (p *plan) drawGuide() {
	e := p.report.Edition
	s := p.addSheet(guideSheet, guideHome, 12, 84, 2, 24, 60)
	s.tab, s.hidden = lightGrey, homesColumn
	wide := func(row int) cellref.Area { return cellref.Between(cellref.At(1, row), cellref.At(2, row)) }
	row := 1
	line := func(l look, text string, points float64) {
		s.spread(wide(row), l, content{text: text})
		s.setHeight(row, points)
		row++
	}
	line(titleLook, Title, 34)
	line(noteLook, years(e)+"年度报告用。格式依据："+e.Notice+"（"+e.Number+"）。", 20)
	line(plainLook, "", 8)

	pair := func(l look, name, text string) {
		s.putText(cellref.At(1, row), l, name)
		s.putText(cellref.At(2, row), textLook, text)
		s.setHeight(row, max(24, textHeight(text, s.widths[1], 1)+6))
		row++
	}
	for i, text := range []string{
		"先填“基本信息”：单位名称、单位层级、报告年度一定要填。",
		"再填“二”“三”“四”三张表：黄色格填数字，没有的一律填0，不要空着，也不要填“无”或“/”；灰色格自动相加，不用填。点到一格，会出现这一格怎样填的提示。",
		"再写“一”“五”“六”和“前言”的文字：每行写一段，段首不用空格，小标题照“（一）”“1.”“（1）”编号，不用管字体和字号，要加粗的词前后各打两个星号（**一是**加强培训）；从Word里粘贴几段，会自动分成几行。表格前后要加文字的，写在“" + p.tableTextsSheet() + "”里。",
		"右边蓝色字问的是该写什么，灰色斜体字是可以照用的小标题和句子，都不会进入报告；想用就复制到黄色格里再改。",
		"文字里要写表中的数，可以写成{{本年新收}}、{{予以公开}}、{{不予公开}}、{{本年新收·自然人}}，还可以写{{单位}}、{{年份}}、{{地址}}、{{电话}}、{{邮箱}}、{{邮编}}、{{网址}}，生成时自动换成填好的内容，数字和文字就不会对不上。",
		"看“校验”：最上面一行说明还差什么，✗的行是对不上的数。",
		"保存后，放进“年报”校验：打开nianbao.html，把这份文件拖到网页上；用nianbao.exe的，也可以把文件拖到它的图标上。数字和文字都没有问题，就能生成可以印发、可以上网的年度报告。以这样的校验为准。",
	} {
		pair(headLook, fmt.Sprintf("第%d步", i+1), text)
	}
	line(plainLook, "", 8)
	line(titleLook, "颜色", 28)
	pair(figureLook, "", "要填的格")
	pair(totalLook, "", "自动相加的格，不用填")
	pair(statedLook, "", "照原来写的合计填的，和各项之和不同，请核对")
	line(plainLook, "", 8)
	line(titleLook, "请注意", 28)
	for _, note := range []string{
		"从别处粘贴数字时，请用“选择性粘贴”里的“数值”，格子的颜色和提示就不会丢。",
		"有表格的几页锁住了，没有设密码：粘贴以后格子改不动，可以在“审阅”里撤销工作表保护。请不要删除工作表，也不要删除表里的行和列：程序要靠它们找到每一格。",
		"文字和数字只写在黄色格里；写在别处的不会进入报告，程序校验时会指出来。",
	} {
		line(textLook, "· "+note, max(22, textHeight("· "+note, s.widths[0]+s.widths[1], 1)))
	}
	line(plainLook, "", 8)
	s.putText(cellref.At(1, row), noteLook, editionLabel)
	at := cellref.At(2, row)
	s.putText(at, noteLook, e.ID)
	p.name(editionName, s, cellref.Between(at, at))
	s.printed = cellref.Between(cellref.At(1, 1), at)
}

// editionLabel stands beside the edition's id.
const editionLabel = "格式版本"

// Hidden columns of the guide, see textsName.
const (
	homesColumn = 4
	textsColumn = 5
)

// listTexts lists in the guide's hidden columns what the template prints on the form's sheets, so that another version of the
// program, with other words, still tells it from what the clerk typed.
func (p *plan) listTexts() {
	guide := p.sheets[0]
	row := 0
	for _, s := range p.sheets {
		for _, text := range s.texts() {
			row++
			guide.putText(cellref.At(homesColumn, row), plainLook, string(s.home))
			guide.putText(cellref.At(textsColumn, row), plainLook, text)
		}
	}
	p.name(textsName, guide, cellref.Between(cellref.At(homesColumn, 1), cellref.At(textsColumn, row)))
}

// years is the span of report years that an edition is for.
func years(e *form.Edition) string {
	if e.LastYear == 0 {
		return fmt.Sprintf("%d年及以后", e.FirstYear)
	}
	return fmt.Sprintf("%d年至%d年", e.FirstYear, e.LastYear)
}
