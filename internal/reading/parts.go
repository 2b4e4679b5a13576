package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// mostParts is how many parts of a whole are read: they are held against each other. The longest list in real reports has 14.
const mostParts = 100

// canBePartOf says whether a number may be one of the items that a whole is divided into.
func (q *Quantity) canBePartOf(whole *Quantity) bool {
	switch {
	case whole.Form != Number || len(whole.parts) == mostParts || q.Form != Number || q.inWords != whole.inWords:
		return false
	case strings.HasPrefix(q.Statement.Text[q.End:], "的") && chinese.ContainsAny(q.Statement.Text[q.Clause.Start:q.Start], []string{"占"}):
		return false // 84件（占来电210件的40%）
	case whole.did("publish") && slices.Contains(caseUnits, whole.Unit) && q.hasOutcome() && !q.did("granted", "partially_granted", "other?"):
		return false // 决定公开23件，其中面向科研机构2件；部分公开5件
	case q.Unit == "页" && (chinese.StartsWithAny(q.Statement.Text[q.End:], []string{"至", "到", "—", "-", "以上", "以下", "以内"}) || chinese.EndsWithAny(q.saidNear(), []string{"超过", "超出", "满", "至", "到", "—", "-"})):
		return false // 提供信息110页，其中31页至100页的70页每页10元
	case q.isOfReaders() && !whole.isOfReaders():
		return false // 推送信息300条，阅读量3万次
	case whole.average || q.average, whole.did("carried_in", "carried_out", "carried") && q.Value.GreaterThan(whole.Value):
		return false
	case whole.hasOutcome() && q.hasOutcome() && !q.isReasonOf(whole):
		return false
	case q.differs || q.lastYear, q.year != 0 && q.year != whole.year && (q.bracketed || len(whole.parts) > 0 && whole.parts[0].year == whole.year):
		return false // 119件（2020年141件）; 160条，其中解读24条；2024年公开128条
	case whole.list == nil && q.Unit != whole.Unit && strings.HasSuffix(q.Statement.Text[:q.Start], "分别为"):
		return false // 办结的2件平均用时12个工作日，分别为9个和15个工作日
	case q.Unit == "个" && whole.Unit != "个" && chinese.StartsWithAny(q.Statement.Text[q.End:], []string{"分局", "单位", "部门", "科室", "股室", "处室", "站所", "乡镇", "镇街", "街道", "村", "社区"}):
		return false // 其余65件由7个分局受理
	case q.Unit != whole.Unit && slices.Contains([]string{"字", "%", "元", "名", "人", "人次", "户", "家", "台", "?"}, q.Unit):
		return false
	case slices.Contains(q.own.deeds, "carried_in") || slices.Contains(q.own.deeds, "carried"):
		return false
	case slices.Contains(q.own.deeds, "carried_out"):
		return slices.ContainsFunc(whole.parts, (*Quantity).hasOutcome)
	}
	switch q.own.thing {
	case "normative":
		return whole.is("normative", "information")
	case "fees", "handling_fee":
		return whole.is("fees", "handling_fee") || whole.is("information") && q.Unit == whole.Unit && q.Unit == "条" || whole.IsOfRequests() && q.Unit == whole.Unit // 从事由看，问征收补偿的34件
	case "review", "litigation", "litigation_direct", "litigation_after_review":
		return whole.is("information") && q.Unit == "条" || whole.is(q.own.thing, "dispute") || whole.is("litigation") && strings.HasPrefix(q.own.thing, "litigation_")
	case "application":
		return whole.IsOfRequests()
	}
	return true
}

// isReasonOf says whether an outcome is one of the reasons for another: 信息不存在 of 无法提供.
func (q *Quantity) isReasonOf(whole *Quantity) bool {
	return slices.ContainsFunc(q.deeds, func(d string) bool {
		return slices.ContainsFunc(whole.deeds, func(w string) bool { return d == w || strings.HasPrefix(d, w+".") || strings.Contains(w, "+") })
	})
}

// givesReasonFor says whether it counts some of those that had an outcome, by one of the reasons for that.
func (q *Quantity) givesReasonFor(outcome *Quantity) bool {
	return outcome.hasOutcome() && q.hasOutcome() && !slices.Equal(q.deeds, outcome.deeds) && q.isReasonOf(outcome) && q.Value.LessThanOrEqual(outcome.Value)
}

// divides is what a part divides its whole by, as far as its own words say.
func (q *Quantity) divides() dimension {
	switch {
	case q.hasOutcome():
		return byOutcome
	case len(q.applicants) > 0:
		return byApplicant
	case q.channel:
		return byChannel
	}
	return byItem
}

// isOfReaders says whether it counts how often something was read, and not what was published: 阅读量3万次.
func (q *Quantity) isOfReaders() bool { return readers.In(q.saidNear()) }

// readers are words for what readers do with what is published.
var readers = pattern.NewWords("阅读 浏览 点击 访问 播放 点赞 收藏 观看 转发量 转载量 评论 关注 粉丝 下载量 阅览")
