package check

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
	"nianbao/internal/reading"
)

// disputesMentioned are the ways in which a text tells that somebody asked for a review, or sued, without counting the cases: 1名申请人对答复不服，向
// 县政府申请行政复议; 复议机关维持了答复.
var disputesMentioned = []struct {
	name    string
	figures []form.Key
	words   *pattern.Pattern
	others  *pattern.Words // say that there were none of the other kind
}{
	{"行政复议", []form.Key{"disputes.review.total"}, pattern.New(
		`(?:不服|不满|[对就][^，。；]{0,14}(?:答复|处理|决定)[^，。；]{0,6})[^。；]{0,20}?(?:申请|提起|提出)了?[^，。；]{0,6}复议|(?:答复|公开)[^，。；]{0,4}(?:引发|引起)的?[^，。；]{0,4}复议|被(?:申请|提起)[^，。；]{0,4}复议|作为被申请人[^，。；]{0,8}复议|复议(?:机关|机构)[^，。；]{0,10}(?:维持|撤销|纠正)了?[^，。；]{0,12}(?:答复|决定|行为)`,
		"复议"), pattern.NewWords("无行政诉讼 没有行政诉讼 未发生行政诉讼 没有发生行政诉讼 未提起行政诉讼 未再提起行政诉讼 未引发行政诉讼 未出现行政诉讼 无诉讼 没有诉讼 未提起诉讼 未引发诉讼")},
	{"行政诉讼", []form.Key{"disputes.litigation_direct.total", "disputes.litigation_after_review.total"}, pattern.New(
		`(?:不服|不满|[对就][^，。；]{0,14}(?:答复|处理|决定)[^，。；]{0,6})[^。；]{0,20}?(?:(?:提起|提出)了?[^，。；]{0,6}诉讼|起诉[至到]|诉至)|(?:答复|公开)[^，。；]{0,4}(?:引发|引起)的?[^，。；]{0,4}诉讼|被提起[^，。；]{0,4}诉讼|作为被告[^，。；]{0,8}诉讼|法院[^，。；]{0,12}(?:驳回|维持|撤销)了?[^，。；]{0,12}(?:诉讼请求|起诉|答复)`,
		"诉", "法院"), pattern.NewWords("无行政复议 没有行政复议 未发生行政复议 没有发生行政复议 未申请行政复议 未提起行政复议 未经行政复议 未引发行政复议 未出现行政复议 无复议 没有复议 未申请复议 未经复议 未引发复议")},
}

// notOfThisYear are words with which a text speaks of disputes that may be, were elsewhere, or were none.
var notOfThisYear = pattern.NewWords("未 没有 无 零 0件 0起 如 若 可以 有权 权利 途径 渠道 告知 引导 指导 培训 案例 避免 防止 减少 降低 风险 上年 去年 上一年 前年 历年 以来 下一步 今后 预防 化解 模拟 学习 研讨 制度 机制 规定 应当 将 准备 指引 代理 受理 " +
	"末发生 不服的， 不满的， 再 其他机关 别的 统计 撤回")

// findDisputesMentioned finds disputes told of that the tables do not have. What counts them is compared as a claim.
func findDisputesMentioned(in *Input) []Finding {
	var found []Finding
	for _, kind := range disputesMentioned {
		if slices.ContainsFunc(kind.figures, func(k form.Key) bool {
			figure := in.Report.Figure(k)
			return !figure.IsNumber() || !figure.Number.IsZero()
		}) {
			continue
		}
		for _, s := range in.filled() {
			for i, p := range s.paragraphs {
				end := 0
				for _, statement := range chinese.Statements(p.Text) {
					start := end
					end += len(statement)
					if !isOnAnswers(statement) || notOfThisYear.In(kind.others.Without(statement)) {
						continue
					}
					m := kind.words.FindStringIndex(statement)
					if m == nil || chinese.IsQuoted(p.Text, start+m[0]) || in.countsDisputes(s, i, start, end) {
						continue
					}
					words := statement[m[0]:m[1]]
					f := s.finding(i, words, "文字写“"+excerpt(words)+"”，第四部分表中"+kind.name+"却是0件，请核对。")
					for _, k := range kind.figures {
						f.Cells = append(f.Cells, in.figureCell(k, Term))
					}
					found = append(found, f)
				}
			}
		}
	}
	return found
}

// isOnAnswers says whether a statement is on what applicants were told.
func isOnAnswers(statement string) bool {
	return strings.Contains(statement, "答复") || strings.Contains(statement, "公开")
}

// countsDisputes says whether a claim on disputes begins within a stretch of a paragraph.
func (in *Input) countsDisputes(s section, paragraph, start, end int) bool {
	return slices.ContainsFunc(in.read().Claims, func(c reading.Claim) bool {
		return c.Counts(reading.Dispute) && c.Statement.Section == s.passage.Key && c.Statement.Paragraph == paragraph && c.Form == reading.Number && start <= c.Start && c.Start < end
	})
}
