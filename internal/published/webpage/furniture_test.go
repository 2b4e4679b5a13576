package webpage_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/published/page"
)

// What sites put around a report is told from it by its words, wherever it stands.
func TestLinesOfSites(t *testing.T) {
	for _, line := range []string{
		"首页 > 政务公开 > 政府信息公开年报", "当前位置: 首页<br>&gt; 政务公开 &gt;年报", "您当前所在位置", "您现在的位置：", "首页/ 政府信息公开 / 年报 / 正文", "首页 &gt;&gt; 年报",
		"【首页】 > 年报", "发布时间：2023- 01- 13 16 : 26 来源：青岚镇", "发布日期：2023-01-13", "信息来源:青岚镇", "• 信息来源:", "浏览次数：58 次", "访问次数：", "撰写时间",
		"2024年01月12日 17:12:21", "日期：2024-01-12 来源：青岚镇 点击：3", "作者：党政办 编辑：党政办", "索 引 号：000/2025", "字体：[大 中 小]", "【字体：大 中 小】", "字号：大 中 小 打印", "【打印】 【关闭】",
		"打印本页 关闭窗口", "分享到：", "微信 微博 QQ空间", "无障碍 长者模式 繁體版", "全真版 文字版 文件下载", "朗读", "上一篇：青岚镇2023年年报", "下一篇：没有了", "相关文章", "扫一扫在手机打开当前页",
		"主办：某县人民政府", "主办单位：某县人民政府办公室", "版权所有 某县人民政府", "某ICP备00000000号-1", "网站标识码：0000000000", "Copyright 2025", "--&gt;", "- 3 -", "— 12 —",
	} {
		b := read(t, "<p>"+line+"</p>").Blocks
		assert.Equal(t, page.Furniture, b[0].Kind, line)
	}
	for _, line := range []string{
		"位置：公开专区设在镇便民服务中心", "位置优越，交通便利", "一、总体情况", "0", "|", "-5", "—", "大", "中", "小", "来源", "时间", "2025年1月13日", "青岚镇人民政府", "2025-01-13", "信息内容",
		"（一）主动公开方面", "发布时间：2024年全年。", "打印社", "首页改版1次", "保存文件5件", "微信公众号发布信息274篇", "来源：群众来信", "青岚镇2024年政府信息公开工作年度报告",
		"规章 | 0 | 0 | 0 |", "商业 企业", "其他", "无", "图书馆", "3", "阅读人数：58", "- 3 件 -",
	} {
		assert.Equal(t, page.Plain, read(t, "<p>"+line+"</p>").Blocks[0].Kind, line)
	}
}

const prose = "2024年，青岚镇认真贯彻落实条例，坚持以公开促落实，全年主动公开政府信息126条。"

// What is around a report is told from it by the elements and their names; never is anything of the report.
func TestFurniture(t *testing.T) {
	const section = "<p>一、总体情况</p><p>" + prose + "</p>"
	const read2 = "|一、总体情况\n|" + prose + "\n"
	const title = "青岚镇2024年政府信息公开工作年度报告"
	table := "<table><tr><td>第二十条第（一）项<td>0</table>"
	for _, c := range []struct{ why, page, want string }{
		{"elements of sites", "<nav>甲</nav><header>乙</header>" + section + "<aside>丙</aside><footer>丁</footer>", "Furniture|甲\nFurniture|乙\n" + read2 + "Furniture|丙\nFurniture|丁\n"},
		{"roles", "<div role=navigation>甲</div><div role=banner>乙</div><div role=search>丙</div>" + section + "<div role=contentinfo>丁</div>", "Furniture|甲\nFurniture|乙\nFurniture|丙\n" + read2 + "Furniture|丁\n"},
		{"names", "<div class=top-nav>甲</div><div id=BreadCrumb>乙</div>" + section + "<div class='a share-box'>丙</div><p class=footer>丁</p>", "Furniture|甲\nFurniture|乙\n" + read2 + "Furniture|丙\nFurniture|丁\n"},
		{"names that look like them", "<p class=navy>甲</p><p class=stop>乙</p><p class=ahead>丙</p>" + section, "|甲\n|乙\n|丙\n" + read2},
		{"an element of a site that holds the report", "<header>" + section + "</header>", read2},
		{"a name of a site around the report", "<div class=print>" + section + table + "</div>", read2 + "#1×2\n  [第二十条第（一）项][0]\n"},
		{"a name of a site around prose", "<div class=position><p>" + prose + "</p></div>", "|" + prose + "\n"},
		{"within a report nothing is told by names, elements or links", section + "<p class=print>甲</p><footer>乙</footer><p><a href=1>丙</a> <a href=2>丁</a> <a href=3>戊</a></p><p>字号：大 中 小</p><p>二、主动公开政府信息情况</p>",
			read2 + "|甲\n|乙\n|丙 丁 戊\nFurniture|字号：大 中 小\n|二、主动公开政府信息情况\n"},
		{"prose in a site's footer", "<footer><p>" + prose + "</p></footer>" + section, "Furniture|" + prose + "\n" + read2},
		{"an article, and what is outside", "<p>甲</p><div id=zoom>" + section + "<p class=share>乙</p></div><p>丙</p><table><tr><td>丁<td>戊</table>", "Furniture|甲\n" + read2 + "|乙\nFurniture|丙\nFurniture#1×2\n  [丁][戊]\n"},
		{"prose outside of the article", "<p>" + prose + "</p><article>" + section + section + "</article>", "|" + prose + "\n" + read2 + read2},
		{"an article that has not all of the report", "<article>" + section + "</article><p>甲</p><p>二、主动公开政府信息情况</p>", read2 + "|甲\n|二、主动公开政府信息情况\n"},
		{"an article with little of the text", "<article><p>一、总体情况</p></article><p>" + prose + "</p><p>甲</p>", "|一、总体情况\n|" + prose + "\n|甲\n"},
		{"the innermost of several", "<div class=content><p>甲</p><div class=TRS_Editor>" + section + "</div></div>", "Furniture|甲\n" + read2},
		{"navigation in an article", "<div class=content><nav>甲</nav><button>乙</button>" + section + "</div>", "Furniture|甲\nFurniture|乙\n" + read2},
		{"a title before the article", "<div class=header><div>" + title + "</div></div><div>甲</div><div id=zoom>" + section + "</div>", "Title|" + title + "\nFurniture|甲\n" + read2},
		{"a title on two lines", "<p>青岚镇人民政府<br>2024年政府信息公开工作年度报告</p><div id=zoom>" + section + "</div>", "Title|青岚镇人民政府⏎2024年政府信息公开工作年度报告\n" + read2},
		{"a title that is a link is none", "<p><a href=1>" + title + "</a></p><div id=zoom>" + section + "</div>", "Furniture|" + title + "\n" + read2},
		{"a headline in a header", "<header><p>甲</p><h1>" + title + "</h1></header>" + section, "Furniture|甲\nTitle|" + title + "\n" + read2},
		{"links in a row", "<p><a href=1>甲</a> | <a href=2>乙</a> | <a href=3>丙</a></p>" + section, "Furniture|甲 | 乙 | 丙\n" + read2},
		{"links in a list, and one alone", "<ul><li><a href=1>甲</a><li><a href=2>乙</a><li><a href=3>丙</a></ul>" + section + "<p>附件：<a href=4>丁</a></p><p><a href=5>戊</a></p>", "Furniture|甲\nFurniture|乙\nFurniture|丙\n" + read2 + "|附件：丁\n|戊\n"},
		{"links in a table", "<table><tr><td><a href=1>甲</a><td><a href=2>乙</a><td><a href=3>丙</a></table>" + section, "Furniture#1×3\n  [甲][乙][丙]\n" + read2},
		{"links in the article", "<div id=zoom>" + section + section + "<p><a href=1>甲</a></p><p><a href=2>乙</a></p><p><a href=3>丙</a></p></div>", read2 + read2 + "|甲\n|乙\n|丙\n"},
		{"a link that does not end", "<div><a href=1>甲" + section + section + "</div>", "|甲\n" + read2 + read2},
		{"contents", "<p><a href='#1'>一、总体情况</a></p><p><a href='#2'>二、主动公开政府信息情况</a></p><p><a href='#3'>三、收到和处理政府信息公开申请情况</a></p>" + section, "Contents|一、总体情况\nContents|二、主动公开政府信息情况\nContents|三、收到和处理政府信息公开申请情况\n" + read2},
		{"what a site says of a document", "<table><tr><td>索 引 号：<td>1<td>分类<td>2<tr><td>[名　称]<td colspan=3>" + title + "</table>" + section, "Furniture#2×4\n  [索 引 号：][1][分类][2]\n  [[名　称]]1×3[" + title + "]\n" + read2},
		{"a table of the form is none of it", "<table><tr><td>名称<td>分类<td>文号<tr><td>信息内容<td>1<td>2</table>", "#2×3\n  [名称][分类][文号]\n  [信息内容][1][2]\n"},
		{"letters of a tool", "<p>【字体：</p><span style='display:block'>大</span><p>中</p><p>小】</p>" + section, "Furniture|【字体：\nFurniture|大\nFurniture|中\nFurniture|小】\n" + read2},
		{"pictures of the site are none of the report's", "<nav><img src=a></nav><div class=banner-position><img src=b></div>" + section + "<img src=c>", read2 + "(网页里有1张图片，里面如果有表格，没有读出)\n"},
		{"pictures outside of the article", "<img src=a><div id=zoom>" + section + "</div>", read2},
	} {
		got := told(read(t, c.page))
		assert.Equal(t, c.want, got, c.why)
		assert.Equal(t, strings.Count(c.page, prose), strings.Count(got, prose), c.why)
	}
}
