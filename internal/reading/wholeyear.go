package reading

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// ofWholeYear is what a clause says there was so often in the whole year; "" for none: 全年举办信息员培训2次.
func (q *Quantity) ofWholeYear(before string) string {
	const fewest = 5 // characters: trainings and meetings there are for all kinds of business
	_, said, found := strings.Cut(before, "全年")
	said, held := held.CutPrefix(toThen.Without(said))
	if !found || !held || q.by != itself && q.by != nobody || !occasion.Ends(said) || !chinese.IsHanOnly(said) || utf8.RuneCountInString(said) < fewest || utf8.RuneCountInString(said) > mostCounted || elsewhere.In(before) {
		return ""
	}
	return said
}

var (
	// held begin what was done on some occasions, which occasion ends.
	held     = pattern.NewWords("举办 组织 开展 召开 举行 组织开展 组织召开 组织举办 集中开展 进行")
	occasion = pattern.NewWords("培训 培训班 会议 专题会 推进会 例会 座谈会 听证会 新闻发布会 发布会 讲座 开放日 开放日活动")
	// elsewhere are words of occasions that others held.
	elsewhere = pattern.NewWords("参加 县级 市级 省级 区级 上级 赴 派 县里 市里 区里 各 配合 协助 参与 接受 迎接")
	bothTiers = pattern.NewWords("乡村两级 镇村两级 县乡两级 县镇两级")
)

// isAmong says whether an earlier number is of some or all of what was held in the whole year.
func (q *Quantity) isAmong(all *Quantity) bool {
	said := q.saidNear()
	return q.year == all.year && !q.otherTime && !elsewhere.In(said) && (q.by == all.by || q.by == nobody || q.by == itself || bothTiers.In(said)) && q.Value.GreaterThan(all.Value)
}
