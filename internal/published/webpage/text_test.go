package webpage_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/published/page"
)

// How the text of paragraphs is read; a block that is no plain paragraph has its kind before it.
func TestText(t *testing.T) {
	for _, c := range []struct{ why, page, want string }{
		{"blanks collapse, at the ends they vanish", "<p>  甲 \t 乙\n\n 1  2 \n</p>", "|甲 乙 1 2\n"},
		{"a line's end in the source is no blank between Chinese characters", "<p>甲\n乙，\n丙 \n 丁\nA\nB</p>", "|甲乙，丙丁 A B\n"},
		{"blanks that do not collapse", "<p>&nbsp; &nbsp;甲　　乙&nbsp;</p>", "|\u00a0 \u00a0甲　　乙\u00a0\n"},
		{"spans are joined", "<p><span>三</span><span>、</span><b>本</b><font>年</font>\n<i> 度</i></p>", "|三、本年度\n"},
		{"a blank between spans is one", "<p><span>甲 </span><span> 1</span> <span>2</span></p>", "|甲 1 2\n"},
		{"line breaks", "<p>甲 <br> 乙<br/><br>丙</p>", "|甲⏎乙⏎⏎丙\n"},
		{"a line break at the end is not shown, two are one", "<p>甲<br></p><p>乙<br><br></p>", "|甲\n|乙⏎\n"},
		{"an empty line", "<p>甲</p><p><br></p><div><br></div><p>乙</p>", "|甲\n|\n|\n|乙\n"},
		{"empty paragraphs", "<p></p><p>&nbsp;</p><p> </p><div></div>甲", "|\n|\u00a0\n|\n|甲\n"},
		{"a paragraph with a picture is not empty", "<p><img src=a></p>甲", "|甲\n(网页里有1张图片，里面如果有表格，没有读出)\n"},
		{"text between blocks", "甲<div>乙<p>丙</p>丁</div>戊", "|甲\n|乙\n|丙\n|丁\n|戊\n"},
		{"text as it stands", "<pre>\n甲  乙\n\t丙\n</pre>", "|甲  乙⏎\t丙\n"},
		{"as a style keeps it", "<p style='white-space: PRE-WRAP'>甲  乙\n丙<span style='white-space:normal'>1  2</span></p>", "|甲  乙⏎丙1 2\n"},
		{"only lines kept", "<p style='white-space:pre-line'>甲  1\n  乙</p>", "|甲 1⏎乙\n"},
		{"pinyin", "<p><ruby>信<rp>(</rp><rt>xìn</rt><rp>)</rp>息<rt>xī</rt></ruby></p>", "|信息\n"},
		{"quotes that browsers put", "<p><q>甲</q></p>", "|“甲”\n"},
		{"what is not shown", "<p>甲<script>乙</script><style>丙</style><template>丁</template><noscript>戊</noscript><!--己--><svg><text>庚</text></svg></p>", "|甲\n"},
		{"fields", "<p>甲<input value=乙><select><option>丙</select><textarea>丁</textarea></p>", "|甲\n"},
		{"hidden in several ways", "<p>甲<i hidden>乙</i><i style='DISPLAY : none !important'>丙</i><i style='visibility:hidden'>丁<b style='visibility:visible'>戊</b></i></p>", "|甲戊\n"},
		{"of no size, against copying", "<p>1<span style='font-size:0'>8</span>2<span style='font-size:0px'>7<b style='font-size:1.5em'>6</b><i style='font-size:14px'>3</i></span></p>", "|123\n"},
		{"put line by line, as programs show a PDF", "<p style='position:absolute;top:1px'>甲<br>乙</p><p style='position:absolute;top:2px'>丙</p>", "|甲\n|乙\n|丙\n"},
		{"cannot be seen through", "<p>甲<span style='opacity:0'>乙</span><span style='opacity:0.9'>丙</span></p>", "|甲丙\n"},
		{"for programs that read aloud", "<p>甲<span style='position:absolute;width:1px;height:1px;overflow:hidden'>乙</span><span style='position:absolute;left:-9999px'>丙</span></p>", "|甲\n"},
		{"struck through in two places", "<p>甲<del>乙</del>丙<s>丁</s></p>", "|甲丙\n(网页里有2处划掉的文字，没有读出)\n"},
		{"struck through", "<p>甲<del>乙</del><s>丙</s><span style='text-decoration: line-through'>丁</span><ins>戊</ins></p>", "|甲戊\n(网页里有1处划掉的文字，没有读出)\n"},
		{"the number of a note, and what is raised otherwise", "<p>12<sup>1</sup>甲<sup>2</sup>3<sup>[4]</sup>5<sup>乙</sup></p>", "|12¹甲23⁴5乙\n"},
		{"small, but not cut off", "<p>甲<span style='position:absolute;width:1px'>乙</span></p>", "|甲乙\n"},
		{"Word's hidden mark alone is shown, as browsers do", "<p>甲<span style='mso-hide:all'>乙</span></p>", "|甲乙\n"},
		{"Word's data", "<p>甲<xml><w:View>乙</w:View></xml></p>", "|甲\n"},
		{"blocks by style", "<span style='display:block'>甲</span><span style='display:block'>乙</span><div style='display:inline'>丙</div><div style='display:inline'>丁</div>", "|甲\n|乙\n|丙丁\n"},
		{"lists", "<ul><li>甲<li>乙</ul><ol><li>丙<li><p>丁</p><p>戊</p></ol>", "|甲\n|乙\n|1.丙\n|2.丁\n|戊\n"},
		{"how a list is numbered", "<ol start=3><li>甲<li value=7>乙<li>丙</ol><ol type=i><li>甲<li>乙</ol><ol type=A start=27><li>甲</ol>", "|3.甲\n|7.乙\n|8.丙\n|i.甲\n|ii.乙\n|27.甲\n"},
		{"by style", "<ol style='list-style-type:cjk-ideographic' start=10><li>甲<li>乙</ol><ol style='list-style:none'><li>丙</ol><ol><li style='display:block'>丁</ol>", "|十、甲\n|十一、乙\n|丙\n|丁\n"},
		{"backwards", "<ol reversed><li>甲<li>乙</ol><ol reversed start=9><li>甲<li>乙</ol>", "|2.甲\n|1.乙\n|9.甲\n|8.乙\n"},
		{"an item without text has no number, but counts", "<ol><li></li><li>甲</ol>", "|2.甲\n"},
		{"lists in lists", "<ol><li>甲<ol><li>乙</ol><li>丙</ol>", "|1.甲\n|1.乙\n|2.丙\n"},
		{"an item outside of lists", "<li>甲</li>", "|甲\n"},
		{"headings", "<h1>甲</h1><h3>乙<br>丙</h3><h2></h2><h4><p>丁</p></h4>", "Title|甲\nHeading|乙⏎丙\nHeading|丁\n"},
		{"two of the first rank", "<h1>甲</h1><h1>乙</h1>", "Heading|甲\nHeading|乙\n"},
		{"a paragraph reads more like the title", "<h1>甲</h1><p>某镇2024年政府信息公开工作年度报告</p>", "Heading|甲\n|某镇2024年政府信息公开工作年度报告\n"},
		{"of a lower rank", "<h2>某镇2024年政府信息公开工作年度报告</h2><h2>乙</h2>", "Title|某镇2024年政府信息公开工作年度报告\nHeading|乙\n"},
		{"of two the one that reads like a title", "<h1>甲</h1><h1>某镇2024年政府信息公开工作年度报告</h1>", "Heading|甲\nTitle|某镇2024年政府信息公开工作年度报告\n"},
		{"a section's heading is no title", "<h1>一、总体情况</h1>", "Heading|一、总体情况\n"},
		{"prose is no heading", "<h3>2024年，某镇认真贯彻落实条例，全年主动公开政府信息126条，比上年增加。</h3>", "|2024年，某镇认真贯彻落实条例，全年主动公开政府信息126条，比上年增加。\n"},
		{"entities", "<p>&lt;甲&gt;&amp;&#20057;&#x4e19;&hellip;</p>", "|<甲>&乙丙…\n"},
		{"a text of zeros", "<p>甲\x00乙</p>", "|甲乙\n"},
		{"XML", "<?xml version='1.0'?><html><head><title/><script src='a'/></head><body><p/><div/><p>甲<span/></p>乙</body></html>", "|\n|甲\n|乙\n"},
		{"a title in the body", "<p>甲</p><title>乙</title>", "<乙>\n|甲\n"},
		{"the title that tells most", "<title>某县</title><meta name=articletitle content='某镇2024年政府信息公开工作年度报告'><title>某镇年报</title>甲", "<某镇2024年政府信息公开工作年度报告>\n|甲\n"},
		{"a frame that shows something", "甲<iframe src=a></iframe><iframe src=b width=0></iframe><iframe style='display:none' src=c></iframe><iframe></iframe>", "|甲\n(网页里嵌有1个别的网页或文件，没有读出，正文如果在里面，请单独打开、另存)\n"},
		{"icons are no pictures", "甲<img src=a width=20><img src=b height=30px><img src=c width=600>", "|甲\n(网页里有1张图片，里面如果有表格，没有读出)\n"},
		{"hidden text of a report is told, other is not", "<p>一、总体情况</p><p hidden>请登录</p><p hidden>二、主动公开政府信息情况</p>", "|一、总体情况\n(网页里有1处隐藏的文字，没有读出)\n"},
		{"where all of a report is hidden, it is read", "<p>全真版 文字版</p><div style='display:none'><p>一、总体情况</p><p style='visibility:hidden'>甲</p></div>",
			"Furniture|全真版 文字版\n|一、总体情况\n|甲\n(报告的文字在网页里没有显示（可能要点“文字版”才显示），也读出来了，请核对)\n"},
	} {
		assert.Equal(t, c.want, told(read(t, c.page)), c.why)
	}
}

func TestTables(t *testing.T) {
	prose := "2024年，某镇认真贯彻落实条例，全年主动公开政府信息126条，比上年增加。"
	for _, c := range []struct{ why, page, want string }{
		{"cells", "<table><tr><th>甲<td>乙<tr><td>丙<td></table>", "#2×2\n  [甲][乙]\n  [丙][]\n"},
		{"paragraphs and line breaks in cells", "<table><tr><td><p>甲</p><p>乙</p><p></p><td>丙<br>丁<td><div>戊</div></table>", "#1×3\n  [甲⏎乙][丙⏎丁][戊]\n"},
		{"blank cells in several ways", "<table><tr><td>甲<td>&nbsp;<td><p>&nbsp;</p><td><p></p><td> <td><o:p></o:p></table>", "#1×6\n  [甲][\u00a0][\u00a0][][][]\n"},
		{"spans", "<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁</table>", "#2×3\n  2×1[甲]1×2[乙]\n  [丙][丁]\n"},
		{"spans as browsers read them", "<table><tr><td colspan=0>甲<td colspan=-3>乙<td colspan='2px'>丙<td rowspan=x>丁<tr><td>戊</table>", "#2×4\n  [甲][乙][丙][丁]\n  [戊]\n"},
		{"spans of more than there is", "<table><tr><td colspan='100%'>甲<tr><td colspan=2>乙<td colspan=4>丙<tr></tr><tr><td colspan=2>丁<td>戊</table>", "#3×2\n  1×2[甲]\n  [乙][丙]\n  [丁][戊]\n"},
		{"a row that is not there, within a span", "<table><tr><td rowspan=3>甲<td>乙<tr></tr><tr><td>丙</table>", "#2×2\n  2×1[甲][乙]\n  [丙]\n"},
		{"down to the end of its part", "<table><thead><tr><td rowspan=0>甲<td>乙<tr><td>丙</thead><tr><td>丁<td>戊</table>", "#3×2\n  2×1[甲][乙]\n  [丙]\n  [丁][戊]\n"},
		{"a huge span ends at the table's", "<table><tr><td rowspan=99999>甲<td>乙<tr><td>丙</table>", "#2×2\n  2×1[甲][乙]\n  [丙]\n"},
		{"the head first, the foot last", "<table><tfoot><tr><td>丙<td>1</tfoot><tbody><tr><td>乙<td>2</tbody><thead><tr><td>甲<td>3</thead></table>", "#3×2\n  [甲][3]\n  [乙][2]\n  [丙][1]\n"},
		{"hidden rows and cells", "<table><tr style='display:none'><td>甲<td>乙<tr><td>丙<td hidden>丁<td>戊</table>", "#1×2\n  [丙][戊]\n"},
		{"fields in cells show what they hold", "<table><tr><td>甲<td><input value=1><td><textarea>2</textarea><td><select><option>8<option selected>3</select><td><input type=hidden value=9></table>", "#1×5\n  [甲][1][2][3][]\n"},
		{"a caption that says what the heading above says", "<table><caption>收到和处理政府信息公开申请情况表</caption><tr><td>乙<td>丙</table>", "Furniture|收到和处理政府信息公开申请情况表\n#1×2\n  [乙][丙]\n"},
		{"a caption", "<table><caption>甲</caption><tr><td>乙<td>丙</table>", "|甲\n#1×2\n  [乙][丙]\n"},
		{"without text", "甲<table><tr><td><td>&nbsp;</table>", "|甲\n"},
		{"Word's row of widths", "<table><tr><td>甲<td>乙<tr height=0><td><td></table>", "#1×2\n  [甲][乙]\n"},
		{"a table of one cell", "<table><tr><td><p>甲</p><p>乙</p></table>", "|甲\n|乙\n"},
		{"a flattened column", "<table><tr><td>规章<tr><td>0<tr><td><tr><td>1</table>", "#4×1\n  [规章]\n  [0]\n  []\n  [1]\n"},
		{"a column of prose", "<table><tr><td>甲<tr><td>" + prose + "<tr><td>乙</table>", "|甲\n|" + prose + "\n|乙\n"},
		{"prose in one cell of a table", "<table><tr><td>内容概述<td>" + prose + "</table>", "#1×2\n  [内容概述][" + prose + "]\n"},
		{"several paragraphs of prose", "<table><tr><td>甲<td>" + prose + "<br>" + prose + "</table>", "|甲\n|" + prose + "⏎" + prose + "\n"},
		{"a table in a table", "<table><tr><td>甲<tr><td>乙<table><tr><td>1<td>2<tr><td>3<td>4</table>丙<td>丁</table>", "|甲\n|乙\n#2×2\n  [1][2]\n  [3][4]\n|丙\n|丁\n"},
		{"a little table in a cell is a part of it", "<table><tr><td>甲<td>乙<table><tr><td>1<td>2</table><tr><td>丙<td>丁</table>", "#2×2\n  [甲][乙⏎1⏎2]\n  [丙][丁]\n"},
		{"a heading in a cell of a few words", "<table><tr><td><h4>甲</h4><td>乙</table>", "#1×2\n  [甲][乙]\n"},
		{"a heading with text under it", "<table><tr><td>甲<td><h2>乙</h2><p>" + prose + prose + "</table>", "|甲\nHeading|乙\n|" + prose + prose + "\n"},
		{"a list in a cell", "<table><tr><td>甲<td><ol><li>乙<li>丙</ol><td>丁</table>", "#1×3\n  [甲][1.乙⏎2.丙][丁]\n"},
	} {
		assert.Equal(t, c.want, told(read(t, c.page)), c.why)
	}
}

// A page has no places.
func TestPlaces(t *testing.T) {
	for _, b := range read(t, "<p>甲</p><table><tr><td>乙<td>丙</table>").Blocks {
		assert.Empty(t, b.Place)
		if b.Table != nil {
			assert.Equal(t, page.Cell{Row: 0, Column: 1, RowSpan: 1, ColumnSpan: 1, Text: "丙"}, b.Table.Cells[1])
		}
	}
}
