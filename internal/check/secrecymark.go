package check

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/pattern"
)

// secrecy is a line that is a mark of secrecy and nothing else: 秘密★1年, 机密, 内部资料. A sentence that speaks of secrets is none.
var secrecy = pattern.New(`^[\s\p{Z}（(【\[]*(?:(?:绝\s*密|机\s*密|秘\s*密)(?:[\s\p{Z}]*[★☆*＊][\s\p{Z}]*(?:长期|[0-9一二三四五六七八九十]+\s*(?:年|个?月))?|[\s\p{Z}]*(?:长期|[0-9]+\s*(?:年|个?月)))?|内\s*部(?:[\s\p{Z}]*[★☆*＊].{0,8}|[\s\p{Z}]*[0-9]+\s*年|资料|文件|材料|使用|传阅))[\s\p{Z}）)】\]]*(?:$|[，,、；\s\p{Z}])`, "密", "部")

var secrecyMark = Rule{
	ID: "secrecy-mark", Level: Query, Title: "公开的报告上没有密级标志（绝密、机密、秘密、内部）", Citation: "《中华人民共和国保守国家秘密法》；《中华人民共和国政府信息公开条例》第十四条",
	Find: findSecrecyMark,
	Cases: func() []Case {
		return []Case{
			{Why: "页眉上有密级", Printed: inMargins("秘密★1年"), Finds: []form.Key{"unit.name"}},
			{Why: "标题前面有密级，拼起来读的字中间有空格", Printed: inMargins("机 密 ★ 长期"), Finds: []form.Key{"unit.name"}},
			{Why: "只有两个字", Printed: inMargins("绝密"), Finds: []form.Key{"unit.name"}},
			{Why: "内部资料", Printed: inMargins("内部资料　注意保存"), Finds: []form.Key{"unit.name"}},
			{Why: "写着年限", Printed: inMargins("内部★3年"), Finds: []form.Key{"unit.name"}},
			{Why: "填在文字里，单独一行", Set: []Entry{{"narrative.preface", "秘密★一年"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "别的页眉", Printed: inMargins("清溪镇党政办公室", "秘密级以上的不公开", "内部流程已经优化")},
			{Why: "说到保密的句子", Set: []Entry{{"narrative.other", "涉及国家秘密的不予公开，内部管理信息2件，未收取信息处理费。"}}},
			{Why: "句子以内部资料开头", Set: []Entry{{"narrative.other", "内部资料，不予公开的2件，未收取信息处理费。"}}},
			{Why: "什么也没有", Printed: asPrescribed},
		}
	},
}

func inMargins(lines ...string) func(p *model.Printed) {
	return func(p *model.Printed) { p.Margins = lines }
}

func findSecrecyMark(in *Input) (found []Finding) {
	const due = "，公开的报告不带密级标志，请删去；真是涉密的，不能公开，请先办保密审查。"
	if p := in.Report.Printed; p != nil {
		for _, text := range p.Margins {
			if secrecy.MatchString(chinese.Fold(text).Text) {
				found = append(found, Finding{
					Message: "正文外面（页眉、页脚或者标题上面）写着“" + excerpt(text) + "”" + due, Actual: text,
					Cells: []Cell{{Key: "unit.name", Role: Subject, Label: "“页眉页脚”", Value: text}},
					Text:  &Quote{Section: "页眉页脚", Words: text},
				})
			}
		}
	}
	return append(found, onFilled(func(_ *Input, s section, i int) []Finding {
		text := strings.TrimSpace(s.paragraphs[i].Text)
		const longest = 16 // characters; what is longer, or a sentence, speaks of secrets
		if utf8.RuneCountInString(text) > longest || strings.Contains(text, "。") || !secrecy.MatchString(text) {
			return nil
		}
		return []Finding{s.finding(i, text, "这里写着“"+excerpt(text)+"”"+due)}
	})(in)...)
}
