package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// announced follow the year of the report that a preface announces.
var announced = pattern.NewWords("政府信息公开 政务公开 信息公开 工作 主要工作 政务信息公开")

// tellsOfWork is true of 政府信息公开工作总体平稳 and the like, which a report says of its own year.
func (y *aboutYears) tellsOfWork(text string) bool {
	for _, work := range []string{"政府信息公开工作", "政务公开工作", "信息公开工作"} {
		if rest, found := strings.CutPrefix(text, work); found {
			return chinese.StartsWithAny(rest, []string{"总体", "整体", "取得", "稳步", "扎实", "有序", "顺利", "平稳", "成效", "进展", "圆满", "呈现", "得到", "再上", "持续"})
		}
	}
	return false
}

// isOfficeOf is true of words that are the unit's bare office: 镇政府, 街道办事处.
func (y *aboutYears) isOfficeOf(before string) bool {
	rest, bare := strings.CutPrefix(strings.TrimPrefix(before, y.unit.Core), y.unit.Kind)
	if rest == before || before == y.unit.Kind {
		return rest != before
	}
	if !bare {
		rest = strings.TrimPrefix(before, y.unit.Core)
	}
	const longest = 12 // characters of 便民服务中心 and the like
	desk := utf8.RuneCountInString(rest) <= longest && chinese.EndsWithAny(rest, []string{"中心", "办公室", "网站", "公众号", "专栏", "公开栏", "服务站", "公示栏"}) && !chinese.ContainsAny(rest, []string{"的", "在", "了", "于"})
	return y.unit.Kind != "" && (desk || slices.Contains([]string{"政府", "人民政府", "机关", "办事处", "党委政府", "党委、政府"}, rest))
}

// isToldAsDone is true of a year that is still to come and of which is told what was done in it: 2026年全镇已发布4批.
func (y *aboutYears) isToldAsDone(m chinese.YearMention, before, after string) bool {
	if m.Year != y.year+1 || !opensStatement(before) && !strings.HasSuffix(before, "，") {
		return false
	}
	clause, _ := chinese.Around(after, 0, chinese.ClauseEnds)
	clause, _ = y.unit.Cut(clause)
	for _, area := range []string{"全区", "全县", "全市"} {
		clause = strings.TrimPrefix(clause, area)
	}
	return chinese.StartsWithAny(clause, []string{"已发布", "已公开", "已完成", "已开展", "已组织", "已举办", "已公布", "共发布", "共公开", "共收到", "共举办", "共组织", "累计"}) && strings.ContainsAny(clause, "0123456789")
}

// isMeeting is true of a month before December and a meeting, a course or the like that the unit held in it.
func (y *aboutYears) isMeeting(after string) bool {
	days := chinese.DaysIn(after[:chinese.RuneStart(after, 30)])
	if len(days) == 0 || days[0].Start != 0 || days[0].Month > 11 {
		return false
	}
	told := strings.TrimPrefix(after[days[0].End:], "，")
	held, _ := y.unit.Cut(strings.TrimPrefix(told, y.unit.Kind+"政府"))
	clause, _ := chinese.Around(held, 0, chinese.ClauseEnds)
	return y.unit.Kind != "" && chinese.StartsWithAny(held, []string{"召开", "举办", "组织召开", "组织开展", "组织举办"}) && chinese.ContainsAny(clause, []string{"会", "培训", "活动"}) && !strings.Contains(clause, "的")
}

// isEndOfYear is true of the end of the year before up to which is told what was reached, with what was added this year.
func (y *aboutYears) isEndOfYear(m chinese.YearMention, before, after, statement string) bool {
	if m.Year != y.year-1 || !strings.HasSuffix(before, "截至") && !strings.HasSuffix(before, "截止") || !endOfYear.Begins(after) {
		return false
	}
	_, reached, _ := strings.Cut(after, "，")
	reached, _ = chinese.Around(reached, 0, chinese.ClauseEnds)
	return chinese.ContainsAny(statement, []string{"本年度新增", "本年新增", "今年新增", "年内新增"}) && chinese.ContainsAny(reached, []string{"均已", "已全部", "全部", "全面"}) &&
		!chinese.ContainsAny(statement, []string{"上年", "去年", "同比", "相比", "增至", "增加到", "现有", "达到"})
}

// spansWholeYear says whether what stands behind a year are the months from its first to its last: 1月至12月, 1月1日至12月31日.
func spansWholeYear(after, year string) bool {
	rest, found := strings.CutPrefix(after, "1月")
	if !found {
		return false
	}
	for _, part := range []string{"1日", "份", "起"} {
		rest = strings.TrimPrefix(rest, part)
	}
	to := strings.TrimLeft(rest, "至到—-－–~～")
	return len(to) < len(rest) && strings.HasPrefix(strings.TrimPrefix(strings.TrimPrefix(to, year), "同年"), "12月")
}

// spanOfYear is what may stand between a year and what it says of it: 1—12月, 全年, 以来.
var spanOfYear = pattern.New(`^(?:全年|期间|以来|来|1\s*月?份?\s*(?:[-—–－~～]+|至|到)\s*12\s*月份?)?`)

// lostMark says whether the words before a year may be the end of a statement whose mark is lost: they do not lead to the year.
func (y *aboutYears) lostMark(before string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return chinese.IsHan(last) && !chinese.IsOneOf(last, "在于自从到至早比较与和对及起始")
}

// namesThisYear says whether a text names the report year.
func (y *aboutYears) namesThisYear(text string) bool {
	return strings.Contains(text, yearText(y.year)) || chinese.ContainsAny(text, []string{"今年", "本年"})
}

// bareOffices follow the unit's bare kind: 镇机关, 街道办事处.
var bareOffices = pattern.NewWords("机关 政府 党委 人民政府 办 属 辖 公开 发布 组织 开展 召开 举办")

// isSelf says whether a text begins with a name of the unit, be it its bare kind: 镇机关.
func (y *aboutYears) isSelf(text string) bool {
	if y.unit.Begins(text) {
		return true
	}
	rest, bare := strings.CutPrefix(text, y.unit.Kind)
	return bare && y.unit.Kind != "" && (bareOffices.Begins(rest) || reporting.Begins(rest))
}
