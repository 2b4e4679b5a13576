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
	return utf8.RuneCountInString(text) <= longestFurniture && !strings.HasSuffix(text, "。") && siteFooter.MatchString(text)
}
