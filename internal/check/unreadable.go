package check

import (
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

var textUnreadable = Rule{
	ID: "text-unreadable", Level: Fatal, Title: "文字格里要是看得到的文字，不能是公式的错误值、逻辑值，也不能显示一样、存的另一样", Citation: "填报说明",
	Find: findTextUnreadable,
	Cases: func() []Case {
		return []Case{
			{Why: "公式出错，不是一段文字", Set: []Entry{{"narrative.other", "#REF!\n没有收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "单位名称的公式出错", Set: []Entry{{"unit.name", " #NAME? "}}, Finds: []form.Key{"unit.name"}},
			{Why: "草稿里标着读不出的", Set: []Entry{{"unit.phone", "【读不出：1.23E+19】"}, {"narrative.preface", "【读不出：TRUE】"}}, Finds: []form.Key{"unit.phone", "narrative.preface"}},
			{Why: "井号开头的也可以是文字", Set: []Entry{{"unit.phone", "#8001"}, {"narrative.other", "没有收取信息处理费，申请可以拨打电话#8001。"}}},
			{Why: "说到错误值的句子是文字", Set: []Entry{{"narrative.other", "没有收取信息处理费，已更正表中的#REF!。"}}},
			{Why: "数字格里的另有一条规则", Set: []Entry{{"requests.received.research", "#REF!"}}},
		}
	},
}

func findTextUnreadable(in *Input) []Finding {
	var found []Finding
	for _, field := range form.Fields() {
		if f := in.Report.Fields[field.Key]; f.IsUnread() {
			found = append(found, Finding{
				Message: "“" + field.Label + "”" + whyUnread(f.Text, f.Unread),
				Actual:  strings.TrimSpace(f.Text),
				Cells:   []Cell{in.fieldCell(field)},
			})
		}
	}
	for _, s := range in.sections() {
		for i, p := range in.Report.Texts[s.passage.Key] {
			if p.IsUnread() {
				found = append(found, s.finding(i, strings.TrimSpace(p.Text), "这一段"+whyUnread(p.Text, p.Unread)))
			}
		}
	}
	return found
}

// whyUnread says what stands there instead of a text, and how to mend it.
func whyUnread(seen string, u model.Unread) string {
	quoted := "“" + excerpt(seen) + "”"
	switch u.Fault {
	case model.ErrorValue:
		return "是公式出错的结果" + quoted + "，不是文字，请改正公式，或直接写上文字。"
	case model.TruthValue:
		return "是逻辑值" + quoted + "，不是文字，请改成应写的文字。"
	case model.NoResult:
		return "是没有算出结果的公式" + quoted + "，请用Excel或WPS打开、保存后再试，或直接写上文字。"
	case model.Disguised:
		return disguised(seen, u.Stored) + "请把这一格的数字格式改成“文本”，再照应写的样子重新填写。"
	case model.CutOff:
		return "是" + quoted + "，超过15位的数字后面几位已经丢了，请把这一格的数字格式改成“文本”，再重新填写。"
	}
	return "标着“读不出”，原来是" + quoted + "，请改成应写的文字。"
}
