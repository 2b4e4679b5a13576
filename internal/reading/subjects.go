package reading

// subject is something that a report counts: the words that name it, and the figures that it may stand for.
type subject struct {
	name     string // in messages; of an act, what stands before the document's name
	class    Class
	words    string
	role     role     // of the words, beside naming the subject
	sums     []Sum    // what the number may be
	columns  []string // of an applicant, in the table of applications
	deniable bool     // “没有…” says that it is 0
}

// The subjects that rules of reading speak of by name.
var (
	// Applications on their way.
	received = &subject{name: "收到的申请", class: Flow, deniable: true, sums: []Sum{{requests("received")}, {requests("received"), requests("carried_in")}},
		words: "收到 新收 新收到 受理 接到 接收 登记受理 新增 收件 新受理 新接收 收到并受理 接收到"}
	handled = &subject{name: "办理的申请", class: Flow, sums: []Sum{{requests("received"), requests("carried_in")}, {requests("total")}},
		words: "办理 处理 收办 处置"}
	finished = &subject{name: "办结的申请", class: Flow, sums: []Sum{{requests("total")}},
		words: "办结 答复 回复 办复 已办结 完成答复 予以答复 作出答复 做出答复 答复完毕 办理完毕 办结完毕 回复完毕 处理完毕 办毕 完成办理"}

	// Applications carried over. 结转 alone needs a year to tell in which direction.
	carriedIn = &subject{name: "上年结转的申请", class: Carrying, deniable: true, sums: []Sum{{requests("carried_in")}},
		words: `上年结转 上年度结转 上一年结转 上一年度结转 去年结转 往年结转 历年结转 以前年度结转 结转上年 结转上年度 上年转结 上年转入 上年遗留 上年未办结 上年末结转 上年度转入 前一年结转`}
	carriedOut = &subject{name: "结转下年度的申请", class: Carrying, deniable: true, sums: []Sum{{requests("carried_out")}},
		words: `结转下年 结转下年度 结转下一年 结转下一年度 结转至下年 结转至下年度 结转至下一年 结转至下一年度 结转到下年 结转到下年度 结转到下一年 结转到下一年度 结转次年 结转至次年 结转明年
			转下年 转下年度 转入下年 转入下年度 跨年办理 顺延至下年度 顺延至下一年 顺延至下年 正在办理 正在办理中 尚在办理 尚在办理中 仍在办理 在办 尚未办结 未办结 正在处理 办理中 待办结`}
	carriedOver = &subject{name: "结转的申请", class: Carrying, deniable: true, sums: []Sum{{requests("carried_out")}, {requests("carried_in")}}, role: carriedOverWord, words: "结转"}

	// The kinds of result that say what came of an application; 其他处理 says only that nothing did.
	granted       = &subject{name: "予以公开的申请", class: Outcome, sums: []Sum{{requests("granted")}}, words: "予以公开 同意公开 全部公开 准予公开 全部予以公开 予以全部公开 完全公开 全部同意公开"}
	partlyGranted = &subject{name: "部分公开的申请", class: Outcome, deniable: true, sums: []Sum{{requests("partially_granted")}}, words: "部分公开 予以部分公开 部分予以公开 同意部分公开 区分处理"}
	refused       = &subject{name: "不予公开的申请", class: Outcome, deniable: true, sums: []Sum{{group("denied")}}, words: "不予公开 不公开 不同意公开 未予公开"}
	unavailable   = &subject{name: "无法提供的申请", class: Outcome, deniable: true, sums: []Sum{{group("unavailable")}}, words: "无法提供 不能提供 未能提供"}
	notHandled    = &subject{name: "不予处理的申请", class: Outcome, deniable: true, sums: []Sum{{group("not_handled")}}, words: "不予处理"}

	// Disputes, by kind.
	review     = &subject{name: "行政复议", class: Dispute, deniable: true, sums: []Sum{{brought("review")}}, words: "行政复议 复议 行政复议案 行政复议申请 复议申请"}
	litigation = &subject{name: "行政诉讼", class: Dispute, deniable: true, sums: []Sum{{brought("litigation_direct"), brought("litigation_after_review")}},
		words: "行政诉讼 诉讼 起诉 行政诉讼案 提起诉讼"}
	litigationDirect      = &subject{name: "未经复议直接起诉的行政诉讼", class: Dispute, deniable: true, sums: []Sum{{brought("litigation_direct")}}, words: "未经复议 未经复议直接起诉 直接起诉 未经行政复议"}
	litigationAfterReview = &subject{name: "复议后起诉的行政诉讼", class: Dispute, deniable: true, sums: []Sum{{brought("litigation_after_review")}}, words: "复议后 经复议后 复议后起诉 经复议后起诉 经行政复议后 行政复议后"}

	// What came of disputes.
	upheld      = &subject{name: "结果维持", class: Ruling, sums: []Sum{{ruled("upheld")}}, words: "结果维持 维持 结果为维持 维持原决定 维持原行政行为 维持原答复"}
	corrected   = &subject{name: "结果纠正", class: Ruling, deniable: true, sums: []Sum{{ruled("corrected")}}, words: "结果纠正 纠正 结果为纠正 纠错 败诉"}
	otherRuling = &subject{name: "其他结果", class: Ruling, deniable: true, sums: []Sum{{ruled("other")}}, words: "其他结果 其它结果"}
	pending     = &subject{name: "尚未审结", class: Ruling, deniable: true, sums: []Sum{{ruled("pending")}}, words: "尚未审结 未审结 正在审理 正在审理中 尚在审理 尚在审理中 审理中"}

	// What was done with documents.
	issued = &subject{name: "制发的", class: Act, deniable: true, sums: []Sum{{enacted("issued")}, {enacted("made")}},
		words: "制发 印发 出台 制定 新制发 新制定 新出台 新印发 制定出台 制定印发 制定发布 制发并公开 颁布 新制作 制作 新发布 新制订 制订 出台印发"}
	repealed = &subject{name: "废止的", class: Act, deniable: true, sums: []Sum{{enacted("repealed")}}, words: "废止 宣布废止 清理废止 失效 宣布失效 清理失效 废止失效"}

	// Money, purchases, and what no table counts.
	feesCharged    = &subject{name: "行政事业性收费", class: Charge, deniable: true, sums: []Sum{{proactive("fees", "amount")}}, words: "行政事业性收费 行政事业收费"}
	itemsBought    = &subject{name: "政府集中采购", class: Procurement, sums: []Sum{{proactive("procurement", "items")}}, words: "政府集中采购 集中采购"}
	amountSpent    = &subject{name: "采购总金额", class: Procurement, sums: []Sum{{proactive("procurement", "amount")}}, words: "采购总金额 采购金额"}
	itemsPublished = &subject{name: "主动公开的政府信息", class: Information}
	feeForHandling = &subject{name: "信息处理费", class: HandlingFee}
)

var (
	mainOutcomes = []*subject{granted, partlyGranted, refused, unavailable, notHandled}
	disputes     = []*subject{review, litigation, litigationDirect, litigationAfterReview}
	rulings      = []*subject{upheld, corrected, otherRuling, pending}
)

// subjects lists them all, those that only the vocabulary speaks of among them.
var subjects = []*subject{
	received, handled, finished,
	carriedIn, carriedOut, carriedOver,

	{name: "自然人的申请", class: Applicant, columns: []string{"natural_person"}, words: "自然人 公民 公民个人 个人"},
	{name: "商业企业的申请", class: Applicant, columns: []string{"enterprise"}, words: "商业企业 企业 公司 企业法人"},
	{name: "科研机构的申请", class: Applicant, columns: []string{"research"}, words: "科研机构"},
	{name: "社会公益组织的申请", class: Applicant, columns: []string{"social"}, words: "社会公益组织 公益组织"},
	{name: "法律服务机构的申请", class: Applicant, columns: []string{"legal_service"}, words: "法律服务机构 律师事务所"},
	{name: "法人或其他组织的申请", class: Applicant, columns: organisations, words: "法人或其他组织 法人和其他组织 法人及其他组织 法人或者其他组织 法人、其他组织 法人或组织 法人组织 法人"},

	granted, partlyGranted, refused, unavailable, notHandled,
	{name: "其他处理的申请", class: Outcome, deniable: true, sums: []Sum{{group("other")}, {requests("other")}}, words: "其他处理 其它处理 其他方式处理 作其他处理"},
	{name: "信息不存在的申请", class: Outcome, sums: []Sum{{reason("unavailable", "not_held")}, {group("unavailable")}}, words: "信息不存在 政府信息不存在 所申请信息不存在"},

	{name: "属于国家秘密的申请", class: Outcome, sums: []Sum{{reason("denied", "state_secret")}}, words: "国家秘密 属于国家秘密 涉及国家秘密"},
	{name: "其他法律行政法规禁止公开的申请", class: Outcome, sums: []Sum{{reason("denied", "law_prohibited")}}, words: "法律行政法规禁止公开 其他法律行政法规禁止公开 法律、行政法规禁止公开 其他法律、行政法规禁止公开"},
	{name: "危及“三安全一稳定”的申请", class: Outcome, sums: []Sum{{reason("denied", "security_stability")}}, words: "三安全一稳定 危及三安全一稳定"},
	{name: "保护第三方合法权益的申请", class: Outcome, sums: []Sum{{reason("denied", "third_party")}}, words: "保护第三方合法权益 第三方合法权益 涉及第三方合法权益 第三方权益 损害第三方合法权益"},
	{name: "属于三类内部事务信息的申请", class: Outcome, sums: []Sum{{reason("denied", "internal_affairs")}}, words: "三类内部事务信息 属于三类内部事务信息 内部事务信息 属于内部事务信息"},
	{name: "属于四类过程性信息的申请", class: Outcome, sums: []Sum{{reason("denied", "process_information")}}, words: "四类过程性信息 属于四类过程性信息 过程性信息 属于过程性信息"},
	{name: "属于行政执法案卷的申请", class: Outcome, sums: []Sum{{reason("denied", "enforcement_file")}}, words: "行政执法案卷 属于行政执法案卷 行政执法案卷信息 属于行政执法案卷信息"},
	{name: "属于行政查询事项的申请", class: Outcome, sums: []Sum{{reason("denied", "inquiry_matter")}}, words: "行政查询事项 属于行政查询事项"},
	{name: "本机关不掌握的申请", class: Outcome, sums: []Sum{{reason("unavailable", "not_held")}}, words: "本机关不掌握相关政府信息 本机关不掌握相关信息 本机关不掌握 不掌握相关政府信息 不掌握相关信息 不掌握"},
	{name: "需要另行制作的申请", class: Outcome, sums: []Sum{{reason("unavailable", "creation_required")}}, words: "没有现成信息需要另行制作 没有现成信息、需要另行制作 没有现成信息 需要另行制作 需另行制作"},
	{name: "补正后仍不明确的申请", class: Outcome, sums: []Sum{{reason("unavailable", "unclear")}}, words: "补正后申请内容仍不明确 补正后仍不明确 申请内容仍不明确 补正后申请内容不明确 申请内容不明确"},
	{name: "信访举报投诉类申请", class: Outcome, sums: []Sum{{reason("not_handled", "petition")}}, words: "信访举报投诉类申请 信访、举报、投诉类申请 信访举报投诉类 信访投诉举报类申请 信访类申请"},
	{name: "重复申请", class: Outcome, deniable: true, sums: []Sum{{reason("not_handled", "duplicate")}}, words: "重复申请 重复申请件"},
	{name: "要求提供公开出版物的申请", class: Outcome, sums: []Sum{{reason("not_handled", "publication")}}, words: "要求提供公开出版物 公开出版物"},
	{name: "无正当理由大量反复申请", class: Outcome, deniable: true, sums: []Sum{{reason("not_handled", "excessive")}}, words: "无正当理由大量反复申请 大量反复申请"},
	{name: "要求确认或重新出具已获取信息的申请", class: Outcome, sums: []Sum{{reason("not_handled", "confirmation")}}, words: "要求行政机关确认或重新出具已获取信息 要求确认或重新出具已获取信息 确认或重新出具已获取信息"},
	{name: "逾期不补正的申请", class: Outcome, sums: []Sum{{reason("other", "uncorrected")}}, words: "逾期不补正 逾期未补正 无正当理由逾期不补正 申请人无正当理由逾期不补正 申请人逾期不补正 申请人逾期未补正"},
	{name: "逾期未缴费的申请", class: Outcome, sums: []Sum{{reason("other", "unpaid")}}, words: "逾期未按收费通知要求缴纳费用 申请人逾期未按收费通知要求缴纳费用 逾期未缴纳费用 逾期未缴费 逾期不缴费"},

	{name: "申请人撤回的申请", class: Withdrawal, sums: []Sum{{reason("other", "miscellaneous")}, {requests("other")}}, words: "撤回 主动撤回 自愿撤回 自行撤回 撤回申请 主动撤回申请 撤销申请 主动撤销 主动撤销申请"},

	review, litigation, litigationDirect, litigationAfterReview,
	upheld, corrected, otherRuling, pending,

	issued, repealed,
	{name: "现行有效的", class: Act, sums: []Sum{{enacted("in_force")}}, words: "现行有效 现行"},
	{name: "新公开的", class: Act, sums: []Sum{{enacted("published")}}, words: "新公开"},
	{name: "对外公开的", class: Act, sums: []Sum{{enacted("total")}, {enacted("published")}}, words: "对外公开 对外公开总数 对外公开总数量 对外公开总量"},

	{name: "行政许可决定", class: Decision, deniable: true, sums: []Sum{{proactive("licensing", "decisions")}}, words: "行政许可 行政许可决定"},
	{name: "行政处罚决定", class: Decision, deniable: true, sums: []Sum{{proactive("penalties", "decisions")}}, words: "行政处罚 行政处罚决定"},
	{name: "行政强制决定", class: Decision, deniable: true, sums: []Sum{{proactive("compulsion", "decisions")}}, words: "行政强制 行政强制决定 行政强制措施"},
	{name: "其他对外管理服务事项的决定", class: Decision, sums: []Sum{{proactive("other_services", "decisions")}}, words: "其他对外管理服务事项"},

	feesCharged, itemsBought, amountSpent,
	itemsPublished, feeForHandling,
}

// organisations are the five columns of 法人或其他组织, applicants all columns but the total.
var (
	organisations = []string{"enterprise", "research", "social", "legal_service", "other"}
	applicants    = []string{"natural_person", "enterprise", "research", "social", "legal_service", "other"}
)

// anyRequests is what a number of applications may be where the words do not say whether they came in or were dealt with.
var anyRequests = []Sum{{requests("received")}, {requests("received"), requests("carried_in")}, {requests("total")}}

func (s *subject) measure() Measure { return Measure{subject: s, Name: s.name, Sums: s.sums} }

// rows lists the rows that the subject's first sum is made of.
func (s *subject) rows() []Row {
	var rows []Row
	for _, f := range s.sums[0] {
		rows = append(rows, f.Row)
	}
	return rows
}
