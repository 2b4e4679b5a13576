package reading

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// goesBeyond says whether a number behind items of what was published is no more of them, since a clause of its own tells something else that was
// done: 320条，其中惠农补贴86条，收到群众留言300条; 另发布微博300条; 微信公众号推送300条. Items that 、 parts, and those by whichever way where the items before
// came by ways, too, are parts as before: 其中网站80条，公众号50条.
func (r *reader) goesBeyond(q *Quantity, l *list) bool {
	items := l.ofWhole()
	if len(items) == 0 || !announcesItems.In(l.marker) || !l.whole.is("information") && !l.whole.did("publish") {
		return false
	}
	last := items[len(items)-1]
	if last.Statement != q.Statement || last.End > q.Clause.Start || q.Clause.Start-last.End > chinese.Farthest {
		return false // in the same clause, or far off
	}
	between, said := r.statement.Text[last.End:q.Clause.Start], q.saidNear()
	if !strings.ContainsAny(between, "，；") || strings.HasPrefix(said, "其") {
		return false
	}
	for clause := range strings.FieldsFuncSeq(between, func(mark rune) bool { return mark == '，' || mark == '；' }) {
		if somethingDone.Begins(clause) {
			return true // 其中惠农补贴86条，新开设“民生实事”专栏，推送300条
		}
	}
	are := func(is func(*Quantity) bool) bool { return slices.ContainsFunc(items, is) }
	if takesIn(said) {
		return !are(func(p *Quantity) bool { return takesIn(p.saidNear()) })
	}
	if besides.Begins(said) {
		return len(q.own.deeds) > 0
	}
	return q.channel && q.did("publish") && len(q.own.deeds) > 0 && !are(func(p *Quantity) bool { return p.channel })
}

// takesIn says whether words before a number begin with what is done with messages, and not with what is published.
func takesIn(said string) bool {
	rest, _ := howManyTimes.CutPrefix(said)
	return messagesTaken.Begins(rest)
}

var (
	// announcesItems are markers behind which a list goes on for as long as its sentence.
	announcesItems = pattern.NewWords("其中 包括 含")
	// somethingDone begin clauses without a number that end what is listed.
	somethingDone = pattern.NewWords("开设 新开设 增设 新增设 开通 新开通 设立 新设立 新设 建成 新建 召开 举办 组织 开展 升级 改版 优化 完善 建立 健全 印发 制定 加强 推进 规范 及时 积极 认真")
	// besides begin clauses that tell of more than was listed.
	besides = pattern.NewWords("另 另外 此外 同时 还 并 再")
	// messagesTaken begin clauses on what came from others, or went back to them.
	messagesTaken = pattern.NewWords("收到 收集 征集到 征集 征求 接到 接收 接听 接待 受理 办理 办结 处理 回复 答复 回应 反馈 解答 采纳")
	// howManyTimes may stand before those.
	howManyTimes = pattern.NewWords("共 共计 累计 全年 一共 并 已 还 及时 年内")
)

// isOfReaders says whether it counts how often something was read, and not what was published: 阅读量3万次.
func (q *Quantity) isOfReaders() bool { return readers.In(q.saidNear()) }

// readers are words for what readers do with what is published.
var readers = pattern.NewWords("阅读 浏览 点击 访问 播放 点赞 收藏 观看 转发量 转载量 评论 关注 粉丝 下载量 阅览")
