package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var danglingReference = Rule{
	ID: "dangling-reference", Level: Info, Title: "“见附件”“见下图”“见下表”说的东西在报告里", Citation: "公文校核的通行要求",
	Find: findDanglingReferences,
	Cases: func() []Case {
		return []Case{
			{Why: "没有附件", Set: []Entry{{"narrative.other", "未收取信息处理费。详见附件。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "没有图", Set: []Entry{{"narrative.overview", "各类信息占比如下图所示。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "这一部分没有表", Set: []Entry{{"narrative.problems", "存在的问题：答复不够及时，具体见下表。改进情况：按月提醒。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "图有编号；附图有几件，不是第几幅", Set: []Entry{{"narrative.overview", "申请量见图2。申请规划许可附图11件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "名单附后", Set: []Entry{{"narrative.other", "未收取信息处理费，整改清单附后。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "表有编号", Set: []Entry{{"narrative.problems", "存在的问题：答复不够及时，见表1。发放意见表3份。改进情况：按月提醒。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "没有第七张表", Set: []Entry{{"narrative.overview", "分类情况见表七。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "没有第八部分", Set: []Entry{{"narrative.overview", "整改安排详见本报告第八部分。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "别的文件的部分", Set: []Entry{{"narrative.overview", "政策解读见《县志》第八部分，具体情况见第六部分。"}}},
			{Why: "表就在这一部分", Set: []Entry{{"narrative.requests", "具体办理情况见下表。"}}},
			{Why: "附件列在后面", Set: []Entry{{"narrative.other", "未收取信息处理费，名单见附件。\n附件：公开目录"}}},
			{Why: "附上图解、图文，不是上面的图", Set: []Entry{{"narrative.other", "补助明细已附上图解，公告附上图文说明，未收取信息处理费。"}}},
			{Why: "说的是网上的附件", Set: []Entry{{"narrative.other", "整改附件打不开的问题5个，图解和下表一并更新，未收取信息处理费。"}}},
		}
	},
}

// references are what a text sends its reader to: an enclosure, a picture, a table.
var references = pattern.New(`(?:详见|参见|见|如|附)(附件|附表|附图|下图|上图|下表|附后)(?:[^解书文片形像纸册示述现明达]|$)`+
	`|(?:详见|参见|见|如|附)(图(?:[0-9]{1,2}|[一二三四五]))(?:[^0-9件份幅张]|$)`+ // but 规划许可附图11件
	`|(?:详见|参见|具体见|情况见|结果见|数据见|[，；（]见|如)(表[0-9])(?:[^0-9]|$)`+ // but 意见表30份
	`|(?:详见|参见|见)(?:本报告|报告)?(表[五六七八九十]|第[七八九十]部分)`+ // the form has tables in its second to fourth sections, of six
	`|(?:名单|清单|目录|情况|说明|材料|样式)（?(附后)(?:[，。；）]|$)`,
	"见附", "如附", "附附", "见下图", "如下图", "附下图", "见上图", "如上图", "附上图", "见下表", "如下表", "附下表", "见图", "如图", "附图", "详见表", "参见表", "体见表", "况见表", "果见表", "据见表", "，见表", "；见表", "（见表", "见表五", "见表六", "见表七", "见表八", "见表九", "见表十", "如表", "附后", "见第", "报告第", "报告表")

func findDanglingReferences(in *Input) []Finding {
	enclosed := in.hasEnclosure()
	return onFilled(func(in *Input, s section, i int) []Finding { return in.danglingIn(s, i, enclosed) })(in)
}

// danglingIn finds what paragraph i of a section refers to in vain; enclosed says whether the report lists enclosures.
func (in *Input) danglingIn(s section, i int, enclosed bool) []Finding {
	text := s.paragraphs[i].Text
	var faults []wordFault
	for _, m := range references.FindAllStringSubmatchIndex(text, -1) {
		for m[2] < 0 {
			m = append(m[:2:2], m[4:]...) // to the alternative that was found
		}
		m[1] = m[3]
		what := text[m[2]:m[3]]
		message := "报告里没有附件，请附上或者改写这句话"
		switch {
		case strings.HasSuffix(what, "部分"):
			message = "报告只有六个部分，请改正"
		case strings.HasPrefix(what, "表") && !chinese.IsDigits(what[len("表"):]):
			message = "报告里没有这张表，请改正或者改写这句话"
		case what == "下表" || strings.HasPrefix(what, "表"):
			if isBesideTable(s) {
				continue
			}
			message = "这一部分没有表，请补上或者改写这句话"
		case strings.Contains(what, "图"):
			if in.Report.Printed != nil {
				continue // pictures of a published report are not read
			}
			message = "报告里没有图，请补上或者改写这句话"
		case enclosed:
			continue
		}
		m[0] = m[1] - len(strings.TrimLeft(text[m[0]:m[1]], "，；（"))
		message = "文字写“" + text[m[0]:m[1]] + "”，" + message
		faults = append(faults, wordFault{m[0], m[1], message, "", Info})
	}
	return s.tellFaults(i, faults)
}

// hasEnclosure says whether the report lists enclosures in a paragraph of its own.
func (in *Input) hasEnclosure() bool {
	for _, s := range in.filled() {
		for _, p := range s.paragraphs {
			if chinese.StartsWithAny(p.Text, []string{"附件", "附表", "附："}) {
				return true
			}
		}
	}
	return false
}
