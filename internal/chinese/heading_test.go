package chinese

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// told writes headings down, one a paragraph: - for none, > for one that runs in, = for one on a line of its own, ! behind it
// if nothing stands below it; with the level and the words.
func told(paragraphs []string, headings []Heading) []string {
	var all []string
	for i, h := range headings {
		line := []string{"-", ">", "="}[h.Kind]
		if h.Kind != NoHeading {
			line += string(rune('0'+h.Level)) + paragraphs[i][:h.Lead]
		}
		if h.Bare {
			line += "!"
		}
		all = append(all, line)
	}
	return all
}

func TestOutline(t *testing.T) {
	for _, c := range []struct {
		why, text string // paragraphs on lines
		table     bool
		want      string // the same for what told says
	}{
		{"it runs in", "（一）主动公开。全年公开信息320条。", false, ">2（一）主动公开。"},
		{"on a line of its own, with text below", "（一）主动公开\n全年公开信息320条。", false, "=2（一）主动公开\n-"},
		{"its full stop is part of it", "（一）主动公开。\n全年公开信息320条。", false, "=2（一）主动公开。\n-"},
		{"and so is a colon", "（一）主动公开：\n全年公开信息320条。", false, "=2（一）主动公开：\n-"},
		{"a colon with text behind it makes no heading run in", "（一）主动公开：全年公开信息，共320条。", false, "-"},
		{"a heading directly above the next is one like its sibling", "（一）主动公开\n（二）依申请公开\n收到申请3件。\n（三）平台建设\n更新专栏。", false, "=2（一）主动公开!\n=2（二）依申请公开\n-\n=2（三）平台建设\n-"},
		{"headings of two levels", "（一）存在的主要问题\n1.发布不够及时。办结一周后才报送。\n（二）改进情况\n1.按月催报。每月25日。", false, "=2（一）存在的主要问题\n>31.发布不够及时。\n=2（二）改进情况\n>31.按月催报。"},
		{"above the section's table", "（一）总体数据", true, "=2（一）总体数据"},
		{"nothing below", "（一）总体数据", false, "-"},
		{"the last item of a list before a section heads nothing", "（一）本年度未收取信息处理费。\n（二）没有其他事项。", false, "-\n-"},
		{"nor before a table, if it is one of many", "1.甲\n2.乙\n3.丙", true, "-\n-\n-"},
		{"nor before a closing paragraph", "1.甲\n2.乙\n以上工作均已完成。", false, "-\n-\n-"},
		{"items with semicolons", "（二）监督保障\n1.制度：\n（1）事项清单；\n（2）流程清单。", false, "=2（二）监督保障\n=31.制度：\n-\n-"},
		{"one sentence of 44 characters with a comma and a figure", "（一）信息处理费。本年度未收取。\n（二）本年度收到县级以上人大代表建议2件，均在办结后公开了答复内容。", false, ">2（一）信息处理费。\n-"},
		{"a single phrase among sentences is none", "（一）本年度未向申请人收取信息处理费。办法印发后，组织了学习。\n（二）收到代表建议2件，均已办结。\n（三）没有其他需要报告的事项。", false, "-\n-\n-"},
		{"a sentence among headings is none", "（一）收费情况\n未收取。\n（二）其他事项\n无。\n（三）除上述内容外，没有其他需要报告的事项。", false, "=2（一）收费情况\n-\n=2（二）其他事项\n-\n-"},
		{"run-in and own-line siblings count alike", "1.网上平台\n（1）网站。改版。\n2.线下阵地\n（1）专区。建成6处。\n3.政府公报。编发12期。\n4.数据开放。上线286个。", false,
			"=31.网上平台\n>4（1）网站。\n=32.线下阵地\n>4（1）专区。\n>33.政府公报。\n>34.数据开放。"},
		{"a figure with a unit", "（一）公开信息320条。其中动态20条。", false, "-"},
		{"a percentage in words", "（一）公开率百分之百。其中动态20条。", false, "-"},
		{"a year is no figure", "（一）落实2025年工作要点情况。逐项明确。", false, ">2（一）落实2025年工作要点情况。"},
		{"nor is an ordinal", "（一）落实第50条情况。逐条对照。", false, ">2（一）落实第50条情况。"},
		{"nor is a name in digits", "（一）用好12345热线。全年受理。", false, ">2（一）用好12345热线。"},
		{"a number in characters may be part of a name", "（一）执行三项制度情况。逐项对照。", false, ">2（一）执行三项制度情况。"},
		{"20 characters, quotation marks aside", "（一）“" + strings.Repeat("长", 20) + "”。另行说明。", false, ">2（一）“" + strings.Repeat("长", 20) + "”。"},
		{"21 are too many", "（一）" + strings.Repeat("长", 21) + "。另行说明。", false, "-"},
		{"a comma", "（一）突出重点，抓好公开。全年公开。", false, "-"},
		{"a half-width comma", "（一）突出重点,抓好公开。全年公开。", false, "-"},
		{"a list of nouns", "（一）复议、诉讼情况。没有发生。", false, ">2（一）复议、诉讼情况。"},
		{"a question and its answer", "1.问：要不要钱？答：不收费。另有规定的除外。", false, "-"},
		{"a colon inside", "1.清溪县：把公开写进日历。县里编印日历。", false, ">31.清溪县：把公开写进日历。"},
		{"a quotation mark behind the full stop", "（一）做到“应公开、尽公开。”全年公开。", false, ">2（一）做到“应公开、尽公开。”"},
		{"a section's number inside a section", "一、存在的问题\n公开不够细。", false, "=1一、存在的问题\n-"},
		{"months are no number", "三、四月份集中清理。全部公开。", false, "-"},
		{"no number", "存在的问题：\n公开不够细。", false, "-\n-"},
		{"a number alone", "（一）\n全年公开。", false, "-\n-"},
		{"a list that begins anew is another list", "存在的问题：\n1.解读少\n2.更新慢\n改进措施：\n1.增加解读\n多办几场。", false, "-\n-\n-\n-\n=31.增加解读\n-"},
		{"lists below different headings are different lists", "（一）问题\n1.解读少\n文字多。\n（二）改进\n1.多解读\n2.快更新", false, "=2（一）问题\n=31.解读少\n-\n=2（二）改进\n-\n-"},
		{"an end mark other than those of headings", "1.公开目录、\n全年公开。", false, "-\n-"},
		{"brackets at its end", "1.公开目录（试行）\n全年公开。", false, "=31.公开目录（试行）\n-"},
		{"nothing", "", false, "-"},
	} {
		paragraphs := strings.Split(c.text, "\n")
		assert.Equal(t, strings.Split(c.want, "\n"), told(paragraphs, Outline(paragraphs, c.table)), c.why)
	}
}

func TestHeadingTitle(t *testing.T) {
	for _, c := range []struct{ why, heading, want string }{
		{"a full stop", "（一）主动公开。", "（一）主动公开"},
		{"a colon", "（二）改进情况：", "（二）改进情况"},
		{"no mark", "一、总体情况", "一、总体情况"},
		{"a full stop inside quotation marks", "（一）做到“尽公开。”", "（一）做到“尽公开”"},
		{"brackets stay", "1.公开目录（试行）", "1.公开目录（试行）"},
		{"nothing", "", ""},
	} {
		assert.Equal(t, c.want, HeadingTitle(c.heading), c.why)
	}
}

func FuzzOutline(f *testing.F) {
	f.Add("（一）主动公开\n1.甲。乙\n（二）依申请公开", true)
	f.Add("三、\n12.\n（99）。”", false)
	f.Fuzz(func(t *testing.T, text string, table bool) {
		paragraphs := strings.Split(text, "\n")
		headings := Outline(paragraphs, table)
		if len(headings) != len(paragraphs) {
			t.Fatal("one for each paragraph")
		}
		for i, h := range headings {
			if h.Kind == NoHeading && h != (Heading{}) || h.Kind == OwnLine && h.Lead != len(paragraphs[i]) || h.Lead > len(paragraphs[i]) {
				t.Fatalf("%+v of %q", h, paragraphs[i])
			}
		}
	})
}
