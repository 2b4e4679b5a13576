package published

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/published/page"
)

// What stands behind the last section: the signature is told from the report's text, and what is neither its nor the site's is told.
func TestEnds(t *testing.T) {
	const unit, date, text = "清溪镇人民政府", "2025年1月20日", "全年没有收取信息处理费。"
	for _, c := range []struct {
		why          string
		behind       []string // ▦ is a table
		signed, left string   // left in the section, behind its text
		told         string
		besides      int
	}{
		{"signed", []string{unit, date}, unit + "/" + date, "", "", 0},
		{"the imprint of a document", []string{unit, date, "（此件公开发布）", "抄送：县政府办公室。", "清溪镇党政办公室　2025年1月20日印发"}, unit + "/" + date, "", "", 0},
		{"a sentence behind the signature", []string{unit, date, "我镇将继续做好公开工作，欢迎监督。"}, unit + "/" + date, "", "落款后面的文字没有读进来：“我镇将继续做好公开工作，欢迎监督。”", 1},
		{"a date by itself before a sentence is the text's", []string{date, "我镇召开了会议。"}, "/", date + " 我镇召开了会议。", "", 0},
		{"said what they are", []string{"单位：" + unit, "日期：" + date}, unit + "/" + date, "", "", 0},
		{"the day of the week", []string{unit, date + "星期一"}, unit + "/" + date, "", "", 0},
		{"a nought in digits", []string{"二0二五年一月二十日"}, "/二〇二五年一月二十日", "", "", 0},
		{"an attachment with a table", []string{unit, date, "附件", "重点领域情况统计表", "▦领域|条数/义务教育|86", "说明：由各站所提供。"}, unit + "/" + date, "",
			"报告后面还有附件，没有读进来：“附件 重点领域情况统计表 领域 条数 义务教育 86 说明：由各站所提供。”", 1},
		{"an attachment without a signature before it", []string{"附：名词解释", "1.主动公开：指行政机关自行公开。"}, "/", "", "报告后面还有附件，没有读进来：“附：名词解释 1.主动公开：指行政机关自行公开。”", 1},
		{"a table without a line above it", []string{unit, date, "▦领域|条数/义务教育|86"}, unit + "/" + date, "", "落款后面的表格没有读进来：“领域 条数 义务教育 86”", 1},
		{"files that the site has", []string{unit, date, "附件：1.年度报告.docx", "2.年度报告.pdf"}, unit + "/" + date, "", "", 0},
		{"files without a signature", []string{"文档附件：", "清溪镇年度报告.docx", "点击下载：年报"}, "/", "", "", 0},
		{"a line that names an attachment, and nothing of it", []string{"附：统计表"}, "/", "附：统计表", "", 0},
		{"navigation", []string{"关于我们 | 网站地图 | 联系我们", "扫码阅读", "上一页 下一页 1 2 3"}, "/", "", "", 0},
		{"each line by itself", []string{"您是第 12345 位访客"}, "/", "", "", 0},
		{"comments", []string{"网友评论", "写得不错", "发表评论"}, "/", "", "", 0},
		{"the site's line before the signature", []string{"扫码阅读", unit, date}, unit + "/" + date, "扫码阅读", "", 0},
	} {
		r := newCopied()
		r.other = append([]string{text}, c.behind...)
		p := Read(r.page(), "")
		report, doubts := p.Report(p.Edition())
		assert.Equal(t, c.signed, p.Unit+"/"+p.Date, c.why)
		var left []string
		for _, paragraph := range report.Texts["narrative.other"] {
			left = append(left, paragraph.Text)
		}
		assert.Equal(t, strings.TrimSpace(text+" "+c.left), strings.Join(left, " "), c.why)
		assert.Equal(t, c.told, strings.Join(doubts, "\n"), c.why)
		assert.Len(t, report.Printed.Besides, c.besides, c.why)
		if c.signed == unit+"/"+date {
			_, ok := report.Date()
			assert.True(t, ok, c.why)
		}
	}
}

// Around a document of a word processor stands no site: whatever was typed or put below the date of ours is told, be its look the date's
// own, and the lines above it are still the signature and no text.
func TestBehindTheDateOfADocument(t *testing.T) {
	const unit, date = "清溪镇人民政府", "2026年1月15日"
	type line struct {
		kind page.Kind
		text string
	}
	for _, c := range []struct {
		why     string
		behind  []line // ▦ is a table
		told    string
		besides []string
	}{
		{"a paragraph in the look of the text", []line{{page.Plain, "全年共收到申请88件，全部不予公开。"}}, "落款后面的文字没有读进来：“全年共收到申请88件，全部不予公开。”", []string{"全年共收到申请88件，全部不予公开。"}},
		{"one in the look of the date, as behind Enter", []line{{page.Date, "又公开信息999条。"}}, "落款后面的文字没有读进来：“又公开信息999条。”", []string{"又公开信息999条。"}},
		{"a short line", []line{{page.Plain, "联系人：张三"}}, "落款后面的文字没有读进来：“联系人：张三”", []string{"联系人：张三"}},
		{"an imprint, which ours has not", []line{{page.Plain, "（此件公开发布）"}}, "落款后面的文字没有读进来：“（此件公开发布）”", []string{"（此件公开发布）"}},
		{"the name of an attachment", []line{{page.Plain, "附件：公开目录"}}, "报告后面还有附件，没有读进来：“附件：公开目录”", []string{"附件：公开目录"}},
		{"an attachment that is a table", []line{{page.Plain, "附件"}, {page.Plain, "▦甲|乙"}}, "报告后面还有附件，没有读进来：“附件 甲 乙”", []string{"附件 甲 乙"}},
		{"a table alone", []line{{page.Plain, "▦甲|乙"}}, "落款后面的表格没有读进来：“甲 乙”", []string{"甲 乙"}},
		{"nothing", nil, "", nil},
	} {
		p := newCopied().page()
		p.Alone = true
		p.Blocks = append(p.Blocks, page.Block{Kind: page.Unit, Text: unit}, page.Block{Kind: page.Date, Text: date})
		for _, l := range c.behind {
			if rows, ok := strings.CutPrefix(l.text, "▦"); ok {
				p.Blocks = append(p.Blocks, tableBlock(strings.Split(rows, "/")))
			} else {
				p.Blocks = append(p.Blocks, page.Block{Kind: l.kind, Text: l.text})
			}
		}
		publication := Read(p, "")
		r, doubts := publication.Report(publication.Edition())
		assert.Equal(t, unit+"/"+date, publication.Unit+"/"+publication.Date, c.why)
		assert.Len(t, r.Texts["narrative.other"], 1, c.why)
		assert.Equal(t, c.told, strings.Join(doubts, "\n"), c.why)
		var besides []string
		for _, b := range r.Printed.Besides {
			besides = append(besides, b.Text)
		}
		assert.Equal(t, c.besides, besides, c.why)
	}
}

// What a site prints below the title, whatever told that this is one.
func TestBelowTheTitle(t *testing.T) {
	for _, c := range []struct {
		why         string
		lines       []string
		left, dated string
	}{
		{"who wrote it, and buttons", []string{"作者：办公室", "A+ A A-", "语音播报", "00:00 / 05:23", "撰稿：张三　审核：李四", "下载word"}, "", ""},
		{"an index, label by label, whose date is none of the report's", []string{"信息索引号", "XA33/2025-1", "公开日期", "2025-01-21", "公开范围", "面向社会"}, "", ""},
		{"目录", []string{"目录"}, "", ""},
		{"who issued it and when", []string{"清溪镇人民政府办公室", "2025年1月20日"}, "", "2025年1月20日"},
		{"words of the report", []string{"各村、社区："}, "各村、社区：", ""},
	} {
		for _, styled := range []bool{false, true} {
			r := newCopied()
			r.front = append([]string{r.front[0]}, append(c.lines, r.front[1])...)
			copied := r.page()
			if styled {
				copied.Blocks[0].Kind = page.Title
			}
			p := Read(copied, "")
			var left []string
			for _, paragraph := range p.Preface {
				left = append(left, paragraph.Text)
			}
			assert.Equal(t, strings.TrimSpace(c.left+" "+r.front[len(r.front)-1]), strings.Join(left, " "), c.why)
			assert.Equal(t, c.dated, p.Date, c.why)
			assert.Equal(t, "清溪镇人民政府", p.names.unit, c.why)
		}
	}
}

// A mark behind the words of a heading is none of its text.
func TestMarksBehindHeadings(t *testing.T) {
	for _, mark := range []string{"：", ":", "。"} {
		p := Read(linesPage("清溪镇人民政府2024年政府信息公开工作年度报告", "一、总体情况"+mark, "全年公开320条。", "六、其他需要报告的事项"+mark+"无。"), "")
		assert.Equal(t, []string{"全年公开320条。", "无。"}, []string{p.Sections[0].Paragraphs[0].Text, p.Sections[1].Paragraphs[0].Text}, mark)
	}
}
