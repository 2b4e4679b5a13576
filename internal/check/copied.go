package check

import (
	"fmt"

	"nianbao/internal/form"
)

var copiedFromLastYear = Rule{
	ID: "copied-from-last-year", Level: Query, Title: "第一、五部分不与上年雷同（相同的句子不到八成）", Citation: "国办公开办函〔2021〕30号",
	Find: findCopied,
	Cases: func() []Case {
		return []Case{
			{Why: "只改了数字", Set: []Entry{{"narrative.problems", "公开的内容不够全面，今年有3处遗漏。解读形式单一，群众看不懂。下一步将加强培训，增加图解12件。"}},
				Last: []Entry{{"narrative.problems", "公开的内容不够全面，今年有5处遗漏。解读形式单一，群众看不懂。下一步将加强培训，增加图解10件。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "五句里改了一句", Set: []Entry{{"narrative.problems", "公开内容不够全面。解读形式较为单一。公开专区去的人少。干部培训还不够多。下一步改进。今年新增图解。"}},
				Last: []Entry{{"narrative.problems", "公开内容不够全面。解读形式较为单一。公开专区去的人少。干部培训还不够多。下一步改进。去年举办讲座。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "段落换了次序", Set: []Entry{{"narrative.problems", "改进情况：增加图文解读，按月更新。\n存在的主要问题：解读材料不够丰富。"}},
				Last: []Entry{{"narrative.problems", "存在的主要问题：解读材料不够丰富。\n改进情况：增加图文解读，按月更新。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "一半是新写的", Set: []Entry{{"narrative.problems", "公开的内容不够全面。解读形式单一。专区去的人少。已经开办流动讲堂6次。"}},
				Last: []Entry{{"narrative.problems", "公开的内容不够全面。解读形式单一。网站更新较慢。已经组织专题培训2次。"}}},
			{Why: "标题相同不算", Set: []Entry{{"narrative.problems", "（一）存在的主要问题\n专区去的人少。\n（二）改进情况\n已经开办流动讲堂6次。"}},
				Last: []Entry{{"narrative.problems", "（一）存在的主要问题\n网站更新较慢。\n（二）改进情况\n已经组织专题培训2次。"}}},
			{Why: "第六部分年年相同不算", Set: []Entry{{"narrative.other", "未收取信息处理费。没有其他需要报告的事项。"}}, Last: []Entry{{"narrative.other", "未收取信息处理费。没有其他需要报告的事项。"}}},
			{Why: "没有上年的报告就不比", Set: []Entry{{"narrative.problems", "公开的内容不够全面。下一步将加强培训。"}}},
		}
	},
}

// muchOfLastYear is the share of statements, in hundredths, from which on a section is taken for a copy of last year's: what a unit does
// year after year may be told in the same words.
const muchOfLastYear = 80

func findCopied(in *Input) []Finding {
	if in.Last == nil {
		return nil
	}
	last := &Input{Report: in.Last}
	var found []Finding
	tooMuch := in.Settings.tooMuch(muchOfLastYear)
	for _, key := range LikenessSections() {
		s, ok := in.section(key)
		if !ok {
			continue
		}
		r := compare(statementsOf(key, in.statements()), statementsOf(key, last.statements()), func(Statement) bool { return true })
		if r.all < 2 || 100*len(r.same) < tooMuch*r.all {
			continue
		}
		first := excerpt(r.same[0][0].Text)
		f := s.wholeFinding(fmt.Sprintf("“%s”自己写的共%d句，有%d句与上年相同（只改了数字的也算），如“%s”。请按本年的情况改写。", s.heading, r.all, len(r.same), first))
		f.Expected, f.Actual = fmt.Sprintf("相同的不到%d%%", tooMuch), fmt.Sprintf("%d句中的%d句", r.all, len(r.same))
		f.Compared = Comparison{Is: "与上年相同的有", Due: "应当"}
		f.Text.Words = first
		f.Beside = r.beside(in, last, "上年的报告")
		found = append(found, f)
	}
	return found
}

// statementsOf are the statements of one passage.
func statementsOf(key form.Key, all []Statement) (list []Statement) {
	for _, s := range all {
		if s.Section == key {
			list = append(list, s)
		}
	}
	return list
}
