package published

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/pattern"
)

// What sites print around a report, line by line, as far as its words tell: crumbs, dates of publication, counters, buttons, index
// tables, footers. Inside the report nothing is taken for it.
var (
	furnitureWords = pattern.New(`发布时间|发布日期|发文日期|成文日期|生成日期|撰写时间|更新时间|信息来源|来源[:：]|浏览次数|访问次数|访问量|浏览量|点击数|点击量|阅读次数|阅读量|字体|字号|打印|分享|收藏|无障碍|长者|适老|繁[體体]版?|朗读|附件下载|文件下载|全真版|文字版|索\s*引\s*号|发布机构|公开方式|公开形式|公开范围|发文机关|发文字号|文\s*号|主题分类|信息分类|有效性|时\s*效|责任编辑|作者[:：]|编辑[:：]|扫一扫|上一篇|下一篇|上一条|下一条|相关链接|网站地图|版权所有|主办单位|承办单位|备案|网站标识码|关闭窗口|返回顶部|当前位置|所在位置|首\s*页`)
	crumbs         = pattern.New(`^(?:您?当前|您?的?(?:当前)?所在)?(?:的)?位置|^首页|[^>]>[^>].*>|»|›`)
	bareLine       = pattern.New(`^[\s\d\p{P}\p{S}年月日时分秒]*$`)
	siteFooter     = pattern.New(`^[（(【]?(?:上一篇|下一篇|上一条|下一条|附件\s*[:：]?|相关链接|相关文档|扫一扫|分享(?:到|至)?|打印|【?关闭|责任编辑|版权所有|主办|承办|网站地图|网站标识码|[^。]{0,6}ICP备|返回顶部|政策解读|视力保护|Copyright|(?:信息|文章)?来源\s*[:：]|撰稿|供稿|审核\s*[:：]|编辑\s*[:：]|作者\s*[:：]|友情链接|相关附件|朗读|繁[體体]版)`)
	siteTail       = pattern.New(`(?i)^(?:关于我们|联系我们|网站声明|扫码|我要(?:纠错|留言|评价|咨询)|(?:内容)?纠错$|相关(?:稿件|阅读|新闻|报道|信息)$|推荐(?:阅读|新闻)$|热门|上一页|下一页|第一页|您是第|站群导航|责编\s*[:：]|[初终二三]审\s*[:：]|签发\s*[:：]|标签\s*[:：]|阅读(?:量|次数)?\s*[:：]\s*\d|点击(?:下载|量|数)|文档附件|附件下载|验证码|Produced By|网友评论|发表评论|此文章共有|政府网站找错|政策咨询|字体大小|建议使用\S*分辨率|[【\[]?返回[】\]]?$|首页\s*[|｜])|^[^。]*\S\.(?:docx?|xlsx?|pdf|wps|ofd|zip|rar)$`)
	siteTop        = pattern.New(`(?i)^(?:作者|撰稿|供稿|审核|编辑|责编|部门|来源|点击量|阅读量?)\s*[:：]\s*\S{0,20}(?:\s+(?:作者|撰稿|审核|编辑|责编|来源)\s*[:：]\s*\S{0,20})*$|^(?:A[+-]?\s*){2,}$|^(?:语音播报|语音朗读|朗读|播放|暂停|打印|分享到?[:：]?|收藏)$|^\d{1,2}:\d{2}\s*/\s*\d{1,2}:\d{2}$|^下载\s*(?:word|pdf|文档|全文)$|^目\s*录$`)
	siteLabel      = pattern.New(`^(?:信息)?索引号[:：]?$|^公开(?:日期|范围|方式|形式|时限)[:：]?$|^发布(?:机构|日期|时间)[:：]?$|^(?:主题|体裁|信息|组配)分类[:：]?$|^文\s*号[:：]?$`)
)

// longestFurniture is how many characters a line of a site's has; longer ones are sentences.
const longestFurniture = 60

// isFurniture says whether a line before the report's text is the site's and not the report's.
func isFurniture(text string) bool {
	if utf8.RuneCountInString(text) > longestFurniture || strings.HasSuffix(text, "。") {
		return false
	}
	return bareLine.MatchString(text) || furnitureWords.MatchString(text) || crumbs.MatchString(text)
}

// isOfSite says whether a table behind the report's text is the site's.
func isOfSite(cells string) bool {
	return furnitureWords.MatchString(cells) || siteFooter.MatchString(cells)
}

// isFooter says whether a line behind the report's text begins what the site prints there.
func isFooter(text string) bool {
	return utf8.RuneCountInString(text) <= longestFurniture && !strings.HasSuffix(text, "。") && (siteFooter.MatchString(text) || siteTail.MatchString(text))
}

// isTop says whether a line right below the title is certainly the site's, however that title was told.
func isTop(text string) bool {
	return utf8.RuneCountInString(text) <= longestFurniture && siteTop.MatchString(strings.TrimSpace(text))
}
