package check

// names are what the rules are called where a clerk reads of them. They stand together, so that no two are alike.
var names = map[string]string{
	"figure-missing": "数字未填", "figure-unreadable": "数字读不出", "figure-whole": "整数", "figure-negative": "负数", "figure-repaired": "数字写法",
	"fee-decimals": "收费小数", "fee-magnitude": "收费金额", "unit-incomplete": "基本信息", "text-unreadable": "文字读不出", "text-outside": "写在格外",
	"unknown-placeholder": "记号", "cell-lost": "缺格", "read-by-labels": "格子的名称", "left-out": "不进报告的内容", "struck-or-hidden": "划掉和隐藏", "answer-unmatched": "对不上的说明",

	"rules-authority": "规章权限", "stock-covers-issued": "现行有效件数", "stock-roll-forward": "现行有效接上年", "decisions-of-subdistrict": "街道的决定",
	"swing-year-on-year": "与上年悬殊", "published-within-total": "公开总数", "items-roll-forward": "项目数接上年", "decisions-look-like-items": "决定与项目",
	"procurement-both-or-none": "采购",

	"requests-row-total": "申请的行合计", "requests-outcome-total": "办理结果总计", "requests-balance": "收办平衡", "carried-in-last-year": "上年结转",
	"carried-out-large": "结转过多", "single-outcome": "结果集中", "unpaid-needs-fee-note": "收费通知", "withdrawn-covered": "撤回的申请",
	"ledger-differs": "与台账不符", "ledger-unread": "台账没有计入", "ledger-deadline": "答复期限",
	"indicator-figure": "附表的数", "indicators-asked": "附表的指标",

	"disputes-total": "复议诉讼合计", "disputes-without-requests": "无申请有复议诉讼", "pending-vanished": "未审结的案件", "tables-as-last-year": "表与上年相同", "review-first": "复议前置",

	"text-requests": "文字与申请表", "text-outcomes": "文字与办理结果", "text-disputes": "文字与复议诉讼表", "text-proactive": "文字与主动公开表",
	"text-parts-sum": "分项之和", "text-percentages": "百分比", "text-last-year": "文字里的上年数", "text-contradicts-itself": "前后不一", "text-denies-itself": "有无不一", "listed-as-announced": "列数不符", "text-balance": "文字里的收办", "text-silent": "文字未提",
	"fees-not-mixed-up": "两种费",

	"edition-fits-year": "格式与年度", "year-expected": "应报年度", "section-missing": "缺少部分", "section-heading": "部分的标题", "label-differs": "行列的名称", "beside-form": "格式以外", "title-form": "报告标题", "secrecy-mark": "密级标志",
	"section-empty": "部分空白", "leftover-text": "残留文字", "template-left": "格式的说明", "heading-pasted": "多写的标题", "foreign-insert": "插入的内容", "rare-character": "生僻字", "lookalike-character": "形似字符",

	"problems-and-measures": "问题和改进", "overview-aspects": "五个方面", "accountability-reported": "考核评议追究", "overview-length": "篇幅",
	"fee-statement": "信息处理费", "preface-parts": "前言所列部分",

	"year-mismatch": "年份", "period-wrong": "日期和期限", "published-in-time": "公布时间", "foreign-unit": "单位名称", "contact-differs": "联系方式", "contact-form": "单位信息写法",
	"personal-data": "个人信息", "copied-from-last-year": "与上年雷同", "like-another-unit": "与别的单位雷同", "numbering": "序号", "punctuation": "标点", "repeated-word": "重字", "repeated-sentence": "重句",
	"wrong-word": "错别字", "collocation": "搭配", "number-missing": "漏写数字", "approximate-exact": "约数", "run-on": "断句", "dangling-reference": "附件和图表", "pasted-table": "贴进来的表", "document-number": "引用的文件",

	"aggregate-sum": "汇总数", "aggregate-members": "汇总的单位", "aggregate-carried-in": "汇总的上年结转",
}

// Name is what the rule is called where a clerk reads of it.
func (rule Rule) Name() string { return NameOf(rule.ID) }

// NameOf is the name of a rule by its id.
func NameOf(id string) string { return names[id] }

// Called finds a rule by its id or its name.
func Called(what string) (Rule, bool) {
	for _, rule := range Catalogue() {
		if rule.ID == what || rule.Name() == what {
			return rule, true
		}
	}
	return Rule{}, false
}
