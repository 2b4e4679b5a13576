package webpage

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// span is an element that may part what is of the report from what is of the site, by the numbers of what is in it.
type span struct {
	from, to int
	site     bool // its element or role says that it is of the site
	leads    bool // it is navigation, or does something: never of an article either
	named    bool // its names say so
	article  bool // its names say that it holds what is published
}

// spanNamed tells by an element and its names what it may be; the zero span for nothing.
func spanNamed(n *html.Node) span {
	var s span
	switch n.DataAtom {
	case atom.Nav, atom.Button:
		s.site, s.leads = true, true
	case atom.Header, atom.Footer, atom.Aside:
		s.site = true
	case atom.Article, atom.Main:
		s.article = true
	}
	switch attribute(n, "title") {
	case "header", "footer": // of sheets of paper, as LibreOffice has them
		s.site = true
	}
	switch attribute(n, "role") {
	case "navigation", "search":
		s.site, s.leads = true, true
	case "banner", "contentinfo":
		s.site = true
	case "main":
		s.article = true
	}
	for _, key := range []string{"id", "class"} {
		for _, name := range strings.Fields(strings.ToLower(attribute(n, key))) {
			s.named = s.named || isSiteName(name)
			s.article = s.article || chinese.ContainsAny(name, articleNames)
		}
	}
	return s
}

// Names that systems give to their elements, or parts of them.
var (
	articleNames = []string{"content", "article", "zoom", "trs_editor", "trs_paper", "trs_view", "ueditor", "uedit", "unionstyle", "vsb_", "newscon", "news_con", "detail", "maintext", "bodytext", "xxgk_", "cont_", "con_text"}
	siteNames    = []string{"crumb", "weizhi", "dqwz", "position", "location", "breadnav", "menu", "footer", "copyright", "sidebar", "toolbar", "share", "print", "search", "pagination", "fontsize", "friendlink"}
	siteWords    = []string{"nav", "bread", "foot", "header", "head", "bottom", "topnav", "subnav", "leftnav", "navbar", "navi", "wz"}
)

func isSiteName(name string) bool {
	if chinese.ContainsAny(name, siteNames) {
		return true
	}
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return r < 'a' || r > 'z' }) {
		if slices.Contains(siteWords, word) {
			return true
		}
	}
	return false
}

// squeeze is a text without blanks.
func squeeze(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || chinese.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// isProse tells whole sentences from labels, heads and lines of a site.
func isProse(text string) bool {
	const least = 30
	return strings.ContainsAny(text, "。；") && utf8.RuneCountInString(text) >= least
}

// Words of the form, which hardly stand anywhere but in a report.
var (
	tableWords   = []string{"第二十条第", "信息内容", "申请人情况", "本年新收", "结果维持"}
	sectionWords = []string{"总体情况", "主动公开政府信息", "收到和处理政府信息", "行政复议", "行政诉讼", "主要问题", "其他需要报告"}
	sectionStart = pattern.New(`^[一二三四五六][、.．,，]`)
)

// isOfReport tells text of a report's kind, without its blanks.
func isOfReport(text string) bool {
	return chinese.ContainsAny(text, tableWords) || chinese.ContainsAny(text, sectionWords) || strings.Contains(text, "政府信息公开") && isProse(text)
}

// isTelling tells a piece that hardly stands anywhere but in a report: a heading of a section, a table of the form, a line of one.
func (p *piece) isTelling() bool {
	if p.Table != nil {
		for _, c := range p.Table.Cells {
			if chinese.ContainsAny(squeeze(c.Text), tableWords) {
				return true
			}
		}
		return false
	}
	if p.runes == 0 || p.linked == p.runes {
		return false
	}
	for line := range strings.SplitSeq(p.Text, "\n") {
		text := squeeze(line)
		if sectionStart.MatchString(text) && chinese.ContainsAny(text, sectionWords) || chinese.ContainsAny(text, tableWords[:1]) {
			return true
		}
	}
	return false
}

var titleWords = pattern.New(`公开.*(?:报告|年报|工作情况|工作总结)|(?:工作)?年度报告$`)

// isTitle tells what may be the title of a report.
func isTitle(text string) bool {
	const longest = 60
	text = squeeze(text)
	return utf8.RuneCountInString(text) <= longest && titleWords.MatchString(text) && !strings.ContainsAny(text, "。；>＞:：")
}

// better is the one of two names of a page that tells more of a report: that it is one, and its year.
func better(one, other string) string {
	worth := func(name string) int {
		switch {
		case !isTitle(name):
			return 0
		case !strings.ContainsAny(name, "0123456789"):
			return 1
		}
		return 2
	}
	if one == "" || worth(other) > worth(one) {
		return other
	}
	return one
}

// Lines that sites put around what they publish, without their blanks.
var (
	crumbs  = pattern.New(`^[\p{P}\p{S}]*(?:您|你)?(?:(?:现在|当前|目前|所在|所处|的)+位置|位置[:：]?$)|^[\p{P}\p{S}]*首页[】\]]?[>＞›»》/\\→\-]|首页[】\]]?[>＞›»》→]`)
	about   = pattern.New(`^[\p{P}\p{S}]*(?:发布时间|发布日期|发文日期|成文日期|生成日期|公开日期|更新时间|更新日期|撰写时间|录入时间|信息来源|文章来源|稿件来源|责任编辑|浏览次数|浏览量|访问次数|访问量|点击数|点击量|点击次数|阅读次数|阅读量|字体大小|索引号|发布机构|字体|字号)(?:[:：]|$)`)
	faint   = pattern.New(`(?:来源|作者|编辑|责编|审核|初审|终审|日期|时间|阅读|点击|人气|字体|字号|浏览次数|访问次数|阅读次数|浏览量|阅读量|访问量)[:：]`)
	clock   = pattern.New(`^\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?\d{1,2}[:：]\d{2}(?:[:：]\d{2})?$`)
	imprint = pattern.New(`版权所有|ICP备|公网安备|网站标识码|Copyright|^(?:(?:主办|承办|技术支持)(?:单位)?[:：]|网站地图|联系我们|相关文章|相关链接|相关附件|友情链接|上一篇|下一篇|扫一扫)|^-->$|^[-—–]+[0-9]{1,3}[-—–]+$`)
	tool    = pattern.New(`^(?:字体(?:大小)?|字号|特大|打印(?:本页|此页|文章)?|分享(?:到|至)?|微信|微博|新浪微博|QQ空间|QQ|关闭(?:窗口|本页)?|收藏(?:本页)?|保存|返回(?:顶部|首页|列表)?|上一篇|下一篇|无障碍(?:浏览|阅读)?|长者(?:模式|版|助手)?|适老(?:版|化)?|繁體版?|繁体版?|简体版?|朗读|附件下载|文件下载|全真版|文字版|图解版|默认|视力保护色|[大中小]|[\p{P}\p{S}])+$`)
)

// isOfSite tells a paragraph that a site puts around what it publishes, by its words alone; beside is whether the one before is one.
func (p *piece) isOfSite(beside bool) bool {
	const longest = 120
	if p.Table != nil || p.runes == 0 || p.runes > longest || strings.ContainsAny(p.Text, "。；") || p.isTelling() {
		return false
	}
	text := squeeze(p.Text)
	switch {
	case crumbs.MatchString(text), about.MatchString(text), clock.MatchString(text), imprint.MatchString(text):
		return true
	case tool.MatchString(text):
		return utf8.RuneCountInString(text) > 1 && strings.ContainsFunc(text, chinese.IsHan) || beside
	}
	const several = 2
	return len(faint.FindAllString(text, several)) == several || beside && faint.MatchString(text) && faint.FindStringIndex(text)[0] == 0
}

var indexLabels = []string{"名称", "标题", "索引号", "分类", "主题分类", "组配分类", "体裁分类", "信息分类", "发布机构", "发文机关", "发文机构", "发文单位", "成文日期", "发文日期", "发布日期", "公开日期", "生成日期", "发布时间", "文号", "发文字号", "文件下载", "时效", "时效性", "有效性", "主题词", "关键词", "内容概述", "公开方式", "公开时限", "公开形式", "信息来源", "生效日期", "废止日期"}

// isIndex tells the table with what a site says of a document.
func (p *piece) isIndex() bool {
	if p.Table == nil {
		return false
	}
	labels := 0
	for _, c := range p.Table.Cells {
		text := strings.Trim(squeeze(c.Text), "[]【】:：")
		label, _, _ := strings.Cut(strings.ReplaceAll(text, "：", ":"), ":")
		if slices.Contains(indexLabels, label) {
			labels++
		}
	}
	const least = 3
	return labels >= least && !p.isTelling()
}

// isLinks tells a paragraph or a table of hardly anything but links, with what parts them.
func (p *piece) isLinks() bool {
	const of, most, several, half = 10, 8, 3, 2
	return p.runes > 0 && (p.linked*of >= p.runes*most || p.links >= several && p.linked*half >= p.runes)
}
