package check

import (
	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// outdated is what the regulation said before it was revised in 2019, and what it says.
var outdated = []struct {
	said  *pattern.Pattern
	but   *pattern.Words // words of a statement that tells of something else
	wrong string
}{
	{
		pattern.New(`(?:15|十五)个?工作日[^，。；]{0,8}(?:法定|规定)的?(?:答复|办理)?(?:期限|时限)|(?:法定|规定)的?(?:答复|办理)?(?:期限|时限)?[为是（的内]{0,2}(?:15|十五)个?工作日`, "15个工作日", "15工作日", "十五个工作日", "十五工作日"),
		pattern.NewWords("第三方 意见 补正 热线 信访 工单 留言 复议 诉讼 许可 处罚"),
		"是2019年修订以前的期限，《条例》第三十三条规定的是20个工作日，需要延长的不超过20个工作日",
	},
	{
		pattern.New(`2008年5月1日起?(?:正式)?(?:施行|实施)的《?(?:中华人民共和国)?政府信息公开条例`, "2008年5月1日"),
		pattern.NewWords("修订 2019"),
		"是修订以前的施行日期，修订后的《条例》自2019年5月15日起施行",
	},
	{
		pattern.New(`收取(?:了)?[^，。；]{0,6}(?:检索|复制|邮寄)(?:、(?:检索|复制|邮寄))*(?:费|成本费|工本费)`, "检索", "复制", "邮寄"),
		pattern.NewWords("未 没有 不 停止 取消 免 无 原"),
		"是2019年修订以前的收费，《条例》第四十二条规定只能对数量、频次明显超过合理范围的申请收取信息处理费",
	},
	{
		pattern.New(`生产、?生活、?科研等?方?面?的?特殊需要`, "特殊需要"),
		pattern.NewWords("取消 不再 删除 删去 不得 无需 不需 不要求 不以 原条例 修订前"),
		"是2019年修订以前的条件，《条例》现在不要求申请人说明有特殊需要，不能以此不受理",
	},
}

// findOutdatedLaw finds where the text of a year after that tells of applications as the regulation had it before it was revised.
func findOutdatedLaw(in *Input, s section, i int) []Finding {
	const revised = 2019
	if year, ok := in.Report.Year(); !ok || year <= revised {
		return nil
	}
	var found []Finding
	text := s.paragraphs[i].Text
	for _, o := range outdated {
		for _, m := range o.said.FindAllStringIndex(text, -1) {
			statement, _ := chinese.Around(text, m[0], chinese.StatementEnds)
			if o.but.In(statement) || chinese.IsQuoted(text, m[0]) || !chinese.ContainsAny(statement, []string{"申请", "答复", "条例》", "信息处理费"}) {
				continue
			}
			f := s.finding(i, text[m[0]:m[1]], "“"+told(text[m[0]:m[1]])+"”"+o.wrong+"，请改正。")
			f.Level = Query
			found = append(found, f)
		}
	}
	return found
}
