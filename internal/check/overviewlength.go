package check

import (
	"fmt"
	"strings"
	"unicode"

	"nianbao/internal/form"
)

var overviewLength = Rule{
	ID: "overview-length", Level: Info, Since: 2021, Title: "第一部分不宜太长（一般不超过1000字，可另设）", Citation: "各地编制年度报告的通行要求",
	Find: findOverviewLength,
	Cases: func() []Case {
		return []Case{
			{Why: "多出一个字", Set: []Entry{{"narrative.overview", strings.Repeat("主动公开、受理申请、审核信息、更新网站、接受监督。\n", 40) + "好"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "正好一千字", Set: []Entry{{"narrative.overview", strings.Repeat("主动公开、受理申请、审核信息、更新网站、接受监督。\n", 40)}}},
			{Why: "空格不算字", Set: []Entry{{"narrative.overview", strings.Repeat("主动公开、受理申请、审核信息、更新网站、接受监督。\n", 40) + "　 　 "}}},
		}
	},
}

func findOverviewLength(in *Input) []Finding {
	s, ok := in.section("narrative.overview")
	if !ok {
		return nil
	}
	n, most := 0, in.Settings.overviewLength()
	for _, p := range s.paragraphs {
		for _, r := range p.Text {
			if !unicode.IsSpace(r) {
				n++
			}
		}
	}
	if n <= most {
		return nil
	}
	f := s.wholeFinding(fmt.Sprintf("“%s”有%d字，一般不超过%d字，请精简。", s.heading, n, most))
	f.Expected, f.Actual, f.Difference = fmt.Sprintf("不超过%d字", most), fmt.Sprintf("%d字", n), fmt.Sprint(n-most)
	f.Compared.Is = "写了"
	return []Finding{f}
}
