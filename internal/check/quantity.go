package check

import "strings"

// subject is something that a report counts: the words that name it, and the figures that it may stand for.
type subject struct {
	name     string // in messages
	class    class
	words    string
	sums     []string // what the number may be: keys, added up with +; * stands for any part of a key, a part in capitals for what was named beside it
	part     string   // the part of a key that the words stand for, where the class asks for one
	deniable bool     // “没有…” says that it is 0
}

// class is how subjects behave in a sentence.
type class uint16

const (
	flow        class = 1 << iota // applications on their way: received, handled, answered
	carrying                      // applications carried over from or into another year
	applicant                     // who applied: the part is a column of table three
	outcome                       // what came of an application
	withdrawal                    // taken back by the applicant
	dispute                       // review and litigation: the part is a block of table four
	ruling                        // what came of a dispute
	act                           // what was done with normative documents
	decision                      // what was decided: licences, penalties
	charge                        // money
	procurement                   //
	information                   // items published, which no table counts
	handlingFee                   // 信息处理费, which no table counts
)

// countedIn lists the units that a class is counted in.
var countedIn = map[class]string{
	flow: "件 条 份 宗 起 例 个 项 次 件次", carrying: "件 条 份 宗 起 例 个 项 件次", applicant: "件 条 份 宗 起 例 个 项 次 件次",
	outcome: "件 条 份 宗 起 例 个 项 件次", withdrawal: "件 条 份 宗 起 例 个 项 件次",
	dispute: "件 起 宗 例 个 次 项", ruling: "件 起 宗 例 个 次 项", act: "件 个 份 部 项 条", decision: "件 宗 起 例 份",
	charge: "元 万元 亿元", procurement: "项 个 次 件 元 万元 亿元", information: "条", handlingFee: "元 万元 亿元",
}

// OBJECT and BLOCK in a sum stand for the document and the kind of dispute that the sentence speaks of.
var subjects = []subject{
	{name: "收到的申请", class: flow, deniable: true, sums: []string{"requests.received.total", "requests.received.total+requests.carried_in.total"},
		words: "收到 新收 新收到 受理 接到 接收 登记受理 新增 收件 新受理 新接收 收到并受理 接收到"},
	{name: "办理的申请", class: flow, sums: []string{"requests.received.total+requests.carried_in.total", "requests.total.total"},
		words: "办理 处理 收办 处置"},
	{name: "办结的申请", class: flow, sums: []string{"requests.total.total"},
		words: "办结 答复 回复 办复 已办结 完成答复 予以答复 作出答复 做出答复 答复完毕 办理完毕 办结完毕 回复完毕 处理完毕 办毕 完成办理"},

	{name: "上年结转的申请", class: carrying, deniable: true, sums: []string{"requests.carried_in.total"}, part: "in",
		words: `上年结转 上年度结转 上一年结转 上一年度结转 去年结转 往年结转 历年结转 以前年度结转 结转上年 结转上年度 上年转结 上年转入 上年遗留 上年未办结 上年末结转 上年度转入 前一年结转`},
	{name: "结转下年度的申请", class: carrying, deniable: true, sums: []string{"requests.carried_out.total"}, part: "out",
		words: `结转下年 结转下年度 结转下一年 结转下一年度 结转至下年 结转至下年度 结转至下一年 结转至下一年度 结转到下年 结转到下年度 结转到下一年 结转到下一年度 结转次年 结转至次年 结转明年
			转下年 转下年度 转入下年 转入下年度 跨年办理 顺延至下年度 顺延至下一年 顺延至下年 正在办理 正在办理中 尚在办理 尚在办理中 仍在办理 在办 尚未办结 未办结 正在处理 办理中 待办结`},
	{name: "结转的申请", class: carrying, deniable: true, sums: []string{"requests.carried_out.total", "requests.carried_in.total"}, words: "结转"},

	{name: "自然人的申请", class: applicant, part: "natural_person", words: "自然人 公民 公民个人 个人"},
	{name: "商业企业的申请", class: applicant, part: "enterprise", words: "商业企业 企业 公司 企业法人"},
	{name: "科研机构的申请", class: applicant, part: "research", words: "科研机构"},
	{name: "社会公益组织的申请", class: applicant, part: "social", words: "社会公益组织 公益组织"},
	{name: "法律服务机构的申请", class: applicant, part: "legal_service", words: "法律服务机构 律师事务所"},
	{name: "法人或其他组织的申请", class: applicant, part: organisations, words: "法人或其他组织 法人和其他组织 法人及其他组织 法人或者其他组织 法人、其他组织 法人或组织 法人组织 法人"},

	{name: "予以公开的申请", class: outcome, sums: []string{"requests.granted.total"}, words: "予以公开 同意公开 全部公开 准予公开 全部予以公开 予以全部公开 完全公开 全部同意公开"},
	{name: "部分公开的申请", class: outcome, deniable: true, sums: []string{"requests.partially_granted.total"}, words: "部分公开 予以部分公开 部分予以公开 同意部分公开 区分处理"},
	{name: "不予公开的申请", class: outcome, deniable: true, sums: []string{"requests.denied.*.total"}, words: "不予公开 不公开 不同意公开 未予公开"},
	{name: "无法提供的申请", class: outcome, deniable: true, sums: []string{"requests.unavailable.*.total"}, words: "无法提供 不能提供 未能提供"},
	{name: "不予处理的申请", class: outcome, deniable: true, sums: []string{"requests.not_handled.*.total"}, words: "不予处理"},
	{name: "其他处理的申请", class: outcome, deniable: true, sums: []string{"requests.other.*.total", "requests.other.total"}, words: "其他处理 其它处理 其他方式处理 作其他处理"},
	{name: "信息不存在的申请", class: outcome, sums: []string{"requests.unavailable.not_held.total", "requests.unavailable.*.total"}, words: "信息不存在 政府信息不存在 所申请信息不存在"},

	{name: "属于国家秘密的申请", class: outcome, sums: []string{"requests.denied.state_secret.total"}, words: "国家秘密 属于国家秘密 涉及国家秘密"},
	{name: "其他法律行政法规禁止公开的申请", class: outcome, sums: []string{"requests.denied.law_prohibited.total"}, words: "法律行政法规禁止公开 其他法律行政法规禁止公开 法律、行政法规禁止公开 其他法律、行政法规禁止公开"},
	{name: "危及“三安全一稳定”的申请", class: outcome, sums: []string{"requests.denied.security_stability.total"}, words: "三安全一稳定 危及三安全一稳定"},
	{name: "保护第三方合法权益的申请", class: outcome, sums: []string{"requests.denied.third_party.total"}, words: "保护第三方合法权益 第三方合法权益 涉及第三方合法权益 第三方权益 损害第三方合法权益"},
	{name: "属于三类内部事务信息的申请", class: outcome, sums: []string{"requests.denied.internal_affairs.total"}, words: "三类内部事务信息 属于三类内部事务信息 内部事务信息 属于内部事务信息"},
	{name: "属于四类过程性信息的申请", class: outcome, sums: []string{"requests.denied.process_information.total"}, words: "四类过程性信息 属于四类过程性信息 过程性信息 属于过程性信息"},
	{name: "属于行政执法案卷的申请", class: outcome, sums: []string{"requests.denied.enforcement_file.total"}, words: "行政执法案卷 属于行政执法案卷 行政执法案卷信息 属于行政执法案卷信息"},
	{name: "属于行政查询事项的申请", class: outcome, sums: []string{"requests.denied.inquiry_matter.total"}, words: "行政查询事项 属于行政查询事项"},
	{name: "本机关不掌握的申请", class: outcome, sums: []string{"requests.unavailable.not_held.total"}, words: "本机关不掌握相关政府信息 本机关不掌握相关信息 本机关不掌握 不掌握相关政府信息 不掌握相关信息 不掌握"},
	{name: "需要另行制作的申请", class: outcome, sums: []string{"requests.unavailable.creation_required.total"}, words: "没有现成信息需要另行制作 没有现成信息、需要另行制作 没有现成信息 需要另行制作 需另行制作"},
	{name: "补正后仍不明确的申请", class: outcome, sums: []string{"requests.unavailable.unclear.total"}, words: "补正后申请内容仍不明确 补正后仍不明确 申请内容仍不明确 补正后申请内容不明确 申请内容不明确"},
	{name: "信访举报投诉类申请", class: outcome, sums: []string{"requests.not_handled.petition.total"}, words: "信访举报投诉类申请 信访、举报、投诉类申请 信访举报投诉类 信访投诉举报类申请 信访类申请"},
	{name: "重复申请", class: outcome, deniable: true, sums: []string{"requests.not_handled.duplicate.total"}, words: "重复申请 重复申请件"},
	{name: "要求提供公开出版物的申请", class: outcome, sums: []string{"requests.not_handled.publication.total"}, words: "要求提供公开出版物 公开出版物"},
	{name: "无正当理由大量反复申请", class: outcome, deniable: true, sums: []string{"requests.not_handled.excessive.total"}, words: "无正当理由大量反复申请 大量反复申请"},
	{name: "要求确认或重新出具已获取信息的申请", class: outcome, sums: []string{"requests.not_handled.confirmation.total"}, words: "要求行政机关确认或重新出具已获取信息 要求确认或重新出具已获取信息 确认或重新出具已获取信息"},
	{name: "逾期不补正的申请", class: outcome, sums: []string{"requests.other.uncorrected.total"}, words: "逾期不补正 逾期未补正 无正当理由逾期不补正 申请人无正当理由逾期不补正 申请人逾期不补正 申请人逾期未补正"},
	{name: "逾期未缴费的申请", class: outcome, sums: []string{"requests.other.unpaid.total"}, words: "逾期未按收费通知要求缴纳费用 申请人逾期未按收费通知要求缴纳费用 逾期未缴纳费用 逾期未缴费 逾期不缴费"},

	{name: "申请人撤回的申请", class: withdrawal, sums: []string{"requests.other.miscellaneous.total", "requests.other.total"}, words: "撤回 主动撤回 自愿撤回 自行撤回 撤回申请 主动撤回申请 撤销申请 主动撤销 主动撤销申请"},

	{name: "行政复议", class: dispute, deniable: true, part: "review", sums: []string{"disputes.review.total"}, words: "行政复议 复议 行政复议案 行政复议申请 复议申请"},
	{name: "行政诉讼", class: dispute, deniable: true, part: "litigation_direct+litigation_after_review", sums: []string{"disputes.litigation_direct.total+disputes.litigation_after_review.total"},
		words: "行政诉讼 诉讼 起诉 行政诉讼案 提起诉讼"},
	{name: "未经复议直接起诉的行政诉讼", class: dispute, deniable: true, part: "litigation_direct", sums: []string{"disputes.litigation_direct.total"}, words: "未经复议 未经复议直接起诉 直接起诉 未经行政复议"},
	{name: "复议后起诉的行政诉讼", class: dispute, deniable: true, part: "litigation_after_review", sums: []string{"disputes.litigation_after_review.total"}, words: "复议后 经复议后 复议后起诉 经复议后起诉 经行政复议后 行政复议后"},

	{name: "结果维持", class: ruling, part: "upheld", sums: []string{"disputes.BLOCK.upheld"}, words: "结果维持 维持 结果为维持 维持原决定 维持原行政行为 维持原答复"},
	{name: "结果纠正", class: ruling, deniable: true, part: "corrected", sums: []string{"disputes.BLOCK.corrected"}, words: "结果纠正 纠正 结果为纠正 纠错 败诉"},
	{name: "其他结果", class: ruling, deniable: true, part: "other", sums: []string{"disputes.BLOCK.other"}, words: "其他结果 其它结果"},
	{name: "尚未审结", class: ruling, deniable: true, part: "pending", sums: []string{"disputes.BLOCK.pending"}, words: "尚未审结 未审结 正在审理 正在审理中 尚在审理 尚在审理中 审理中"},

	{name: "制发的OBJECT", class: act, deniable: true, sums: []string{"proactive.OBJECT.issued", "proactive.OBJECT.made"},
		words: "制发 印发 出台 制定 新制发 新制定 新出台 新印发 制定出台 制定印发 制定发布 制发并公开 颁布 新制作 制作 新发布 新制订 制订 出台印发"},
	{name: "废止的OBJECT", class: act, deniable: true, sums: []string{"proactive.OBJECT.repealed"}, words: "废止 宣布废止 清理废止 失效 宣布失效 清理失效 废止失效"},
	{name: "现行有效的OBJECT", class: act, sums: []string{"proactive.OBJECT.in_force"}, words: "现行有效 现行"},
	{name: "新公开的OBJECT", class: act, sums: []string{"proactive.OBJECT.published"}, words: "新公开"},
	{name: "对外公开的OBJECT", class: act, sums: []string{"proactive.OBJECT.total", "proactive.OBJECT.published"}, words: "对外公开 对外公开总数 对外公开总数量 对外公开总量"},

	{name: "行政许可决定", class: decision, deniable: true, sums: []string{"proactive.licensing.decisions"}, words: "行政许可 行政许可决定"},
	{name: "行政处罚决定", class: decision, deniable: true, sums: []string{"proactive.penalties.decisions"}, words: "行政处罚 行政处罚决定"},
	{name: "行政强制决定", class: decision, deniable: true, sums: []string{"proactive.compulsion.decisions"}, words: "行政强制 行政强制决定 行政强制措施"},
	{name: "其他对外管理服务事项的决定", class: decision, sums: []string{"proactive.other_services.decisions"}, words: "其他对外管理服务事项"},

	{name: "行政事业性收费", class: charge, deniable: true, sums: []string{"proactive.fees.amount"}, words: "行政事业性收费 行政事业收费"},
	{name: "政府集中采购", class: procurement, sums: []string{"proactive.procurement.items"}, words: "政府集中采购 集中采购"},
	{name: "采购总金额", class: procurement, sums: []string{"proactive.procurement.amount"}, words: "采购总金额 采购金额"},

	{name: "主动公开的政府信息", class: information},
	{name: "信息处理费", class: handlingFee},
}

// organisations stands for the five columns of 法人或其他组织.
const organisations = "enterprise+research+social+legal_service+other"

// topicOf is the topic that a class of subjects sets.
var topicOf = map[class]topic{dispute: onDisputes, decision: onDecisions, charge: onCharges, procurement: onProcurement}

// vocabulary lists the words that name the subject.
func (s *subject) vocabulary() []word {
	var words []word
	for _, text := range strings.Fields(s.words) {
		w := word{text: text, subject: s, topic: topicOf[s.class], part: s.part}
		if text == "结转" {
			w.role = carriedOverWord
		}
		words = append(words, w)
	}
	return words
}

// The subjects that rules of reading speak of by name.
var (
	received       = subjectCalled("收到的申请")
	finished       = subjectCalled("办结的申请")
	carriedIn      = subjectCalled("上年结转的申请")
	carriedOut     = subjectCalled("结转下年度的申请")
	issued         = subjectCalled("制发的OBJECT")
	repealed       = subjectCalled("废止的OBJECT")
	feesCharged    = subjectCalled("行政事业性收费")
	itemsBought    = subjectCalled("政府集中采购")
	amountSpent    = subjectCalled("采购总金额")
	itemsPublished = subjectCalled("主动公开的政府信息")
	feeForHandling = subjectCalled("信息处理费")
)

func subjectCalled(name string) *subject {
	for i := range subjects {
		if subjects[i].name == name {
			return &subjects[i]
		}
	}
	panic("check: no subject is called " + name)
}
