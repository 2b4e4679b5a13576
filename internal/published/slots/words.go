package slots

import "nianbao/internal/pattern"

// short are names that offices use for the heads of the form beside those that the form and its copies have, by the head's letters there.
var short = []named{
	{"本年制发件数", []string{"制发", "制发件", "制发数", "制发数量", "制发件数", "本年制发数"}},
	{"本年废止件数", []string{"废止", "废止数", "本年废止数"}},
	{"现行有效件数", []string{"现行有效", "现行有效数", "现行有效总数"}},
	{"本年新制作数量", []string{"新制作", "新制作数", "新制作数量", "本年新制作数"}},
	{"本年新公开数量", []string{"新公开", "新公开数", "新公开数量", "本年新公开数"}},
	{"对外公开总数量", []string{"对外公开总数", "对外公开总件数"}},
	{"上一年项目数量", []string{"上年项目数", "上一年项目"}},
	{"处理决定数量", decisions},
	{"本年处理决定数量", decisions},
	{"采购项目数量", []string{"采购项目"}},
	{"采购总金额", []string{"采购金额"}},
	{"本年收费金额单位万元", []string{"收费金额", "收费总金额", "本年收费", "金额"}},
	{"行政事业性收费", []string{"行政事业收费"}},
	{"申请人情况", []string{"申请人类型", "申请人类别", "申请人"}},
	{"法人或其他组织", []string{"法人和其他组织", "法人及其他组织", "法人其他组织", "法人与其他组织"}},
	{"其他", []string{"其他组织"}},
	{"自然人", []string{"公民", "个人", "公民个人"}},
	{"商业企业", []string{"企业", "企业法人", "工商企业"}},
	{"科研机构", []string{"科研单位", "科研院所", "科研"}},
	{"社会公益组织", []string{"公益组织", "社会组织", "社会公益", "社会公益团体", "公益团体"}},
	{"法律服务机构", []string{"律所", "律师事务所", "律所等法律服务机构", "法律服务", "法律机构"}},
	{"一本年新收政府信息公开申请数量", []string{"新收", "本年度新收", "本年新收申请", "新收申请", "新收政府信息公开申请", "新收政府信息公开申请数量"}},
	{"二上年结转政府信息公开申请数量", []string{"上年度结转", "上一年结转", "上年结转申请", "上年度结转申请"}},
	{"三本年度办理结果", []string{"本年办理结果", "办理结果"}},
	{"七总计", []string{"办理结果合计", "办理总计", "本年度办理结果总计", "本年办理结果总计", "本年度办理总计", "办结", "已办结", "办结申请"}},
	{"四结转下年度继续办理", []string{"结转下年", "结转下一年", "结转下一年度", "结转下年办理", "结转下年度办理"}},
	{"1.属于国家秘密", []string{"国家秘密", "涉及国家秘密"}},
	{"2.其他法律行政法规禁止公开", []string{"法律法规禁止", "法律法规禁止公开", "法律行政法规禁止", "法律行政法规禁止公开"}},
	{"3.危及三安全一稳定", []string{"三安全一稳定"}},
	{"4.保护第三方合法权益", []string{"第三方合法权益", "第三方权益"}},
	{"5.属于三类内部事务信息", []string{"内部事务信息", "内部事务"}},
	{"6.属于四类过程性信息", []string{"过程性信息"}},
	{"7.属于行政执法案卷", []string{"执法案卷"}},
	{"8.属于行政查询事项", []string{"行政查询事项", "查询事项"}},
	{"1.本机关不掌握相关政府信息", []string{"不掌握", "本机关不掌握", "不掌握相关信息"}},
	{"2.没有现成信息需要另行制作", []string{"没有现成信息", "需另行制作", "需要另行制作", "另行制作"}},
	{"3.补正后申请内容仍不明确", []string{"补正后仍不明确", "补正后不明确"}},
	{"1.信访举报投诉类申请", []string{"信访举报投诉"}},
	{"3.要求提供公开出版物", []string{"公开出版物"}},
	{"4.无正当理由大量反复申请", []string{"大量反复申请"}},
	{"5.要求行政机关确认或重新出具已获取信息", []string{"确认或重新出具", "要求确认或重新出具", "确认或重新出具已获取信息"}},
	{"1.申请人无正当理由逾期不补正行政机关不再处理其政府信息公开申请", []string{"无正当理由逾期不补正", "申请人逾期不补正", "逾期不补正"}},
	{"2.申请人逾期未按收费通知要求缴纳费用行政机关不再处理其政府信息公开申请", []string{"逾期未按收费通知要求缴纳费用", "申请人逾期未缴费", "逾期未缴费", "逾期不缴费"}},
	{"结果维持", []string{"维持"}},
	{"结果纠正", []string{"纠正"}},
	{"其他结果", []string{"其他"}},
	{"尚未审结", []string{"未审结", "未结"}},
	{"行政复议", []string{"复议"}},
	{"行政诉讼", []string{"诉讼"}},
	{"未经复议直接起诉", []string{"直接起诉", "未经复议直接诉讼"}},
	{"复议后起诉", []string{"经复议后起诉", "复议后再起诉"}},
	{"第二十条第一项", []string{"条例第20条第一项", "第20条第一项", "条例第二十条第一项"}},
	{"第二十条第五项", []string{"条例第20条第五项", "第20条第五项", "条例第二十条第五项"}},
	{"第二十条第六项", []string{"条例第20条第六项", "第20条第六项", "条例第二十条第六项"}},
	{"第二十条第八项", []string{"条例第20条第八项", "第20条第八项", "条例第二十条第八项"}},
	{"第二十条第九项", []string{"条例第20条第九项", "第20条第九项", "条例第二十条第九项"}},
}

var decisions = []string{"处理决定", "决定", "决定数", "决定数量", "决定件数", "本年处理决定", "本年处理决定数", "本年决定", "本年决定数量"}

// either are names that leave open which head of the form is meant: 收到申请, with what was left from the year before or without.
var either = []open{{"收到申请", cameIn}, {"收到的申请", cameIn}, {"收到政府信息公开申请", cameIn}}

var cameIn = []string{"一本年新收政府信息公开申请数量", "二上年结转政府信息公开申请数量"}

// open is such a name, with the letters of the heads.
type open struct {
	name  string
	heads []string
}

// totals are names of what adds its neighbours up.
var totals = []string{"总计", "合计", "总数", "共计", "总计数", "合计数"}

// ofTables are names of the three tables, by their keys.
var ofTables = []named{
	{"proactive", []string{"主动公开"}},
	{"requests", []string{"依申请公开", "依申请", "收到和处理政府信息公开申请", "政府信息公开申请办理", "政府信息公开申请", "申请办理"}},
	{"disputes", []string{"复议诉讼"}},
}

// named is something with its names.
type named struct {
	what  string
	names []string
}

// namesIn are the names that a list has for something.
func namesIn(list []named, what string) []string {
	for _, n := range list {
		if n.what == what {
			return n.names
		}
	}
	return nil
}

// saysNothing are words beside the name of a head, or in its place, that do not tell one figure from another.
var saysNothing = []string{
	"的", "数", "数量", "件数", "件", "次数", "人次", "情况", "处理结果", "救济", "案件", "申请", "申请人", "其中", "本年", "本年度", "全年", "当年", "年度", "年",
	"及", "和", "与", "或", "各", "各类", "各项", "共", "个", "条", "份", "宗", "起", "次", "件次", "类", "单位", "计量单位",
	"万元", "元", "表", "附表", "统计", "统计表", "情况表", "一览", "一览表", "汇总", "汇总表", "登记表", "报表", "数据", "填报", "填报数", "填写", "填报值",
	"数值", "实际", "实际数", "本期", "本期数", "上报", "上报数", "年报", "报告", "工作", "政府信息公开", "信息公开", "政府信息", "本机关", "办理",
	"行政机关不再处理", "行政机关不再处理其申请", "行政机关不再处理其政府信息公开申请",
	"-", "—", "–", "~", ".", ";", "；", "。", "*", "#", "※", "+", "|", ">", "→", "_",
}

// asides are heads of columns and rows that hold no figures of the form, but say something of the rows and columns themselves.
var asides = []string{"序号", "编号", "行次", "栏次", "代码", "行号", "指标代码", "计量单位", "备注", "说明", "填报说明", "指标解释", "校验", "审核", "勾稽校验", "条例条款"}

// heads of columns in which units are named.
var namesUnits = pattern.New(`^(?:(?:填报|报送|上报|编报|报告|各)?(?:单位|机关|部门|乡镇|镇街|乡镇街道|地区)(?:名称|全称)?|名称)$`)

// unitMark is what stands before the name of the unit that a form is for, and the name where it stands in the same cell.
var unitMark = pattern.New(`^\s*(?:填报|报送|上报|编报|报告)?(?:单位|机关|部门)(?:名称|全称)?\s*(?:\([^()]*\))?\s*(:?)\s*(.*?)\s*(?:\([^()]*\))?\s*$`)

// isPlainUnit is 单位 alone, which also stands before what is counted: 单位：件.
var isPlainUnit = pattern.New(`^\s*单\s*位\s*[:：]`)

// unitLike are the ends of names of units.
var unitLike = pattern.New(`^[^:,;。、0-9]{2,25}(?:人民政府|政府|办事处|街道|镇|乡|苏木|局|委|委员会|管委会|办公室|中心|支队|大队|管理所)$`)

// restricting are words which say that not the year's figure of the whole unit is asked for.
var restricting = pattern.New(restrictingWords)

const restrictingWords = `上年|去年|上一年|往年|同期|同比|环比|增幅|季度|半年|占比|比例|示例|样表|样例|范例|涉企|涉外|涉农|累计|计划数|计划值|目标数|目标值|预计|截至(?:20[0-9]{2}年)?(?:[1-9]|1[01])月|不含|不包括|比重|百分比|%|(?:网络|网上|信函|当面|邮寄|传真)(?:提交|申请|渠道|方式)`

// part is in front of a part of what stands above it.
var part = pattern.New(`^\s*(?:其中|包括|含)`)

// noted is a sentence that explains the form, whatever it says of years and parts.
var noted = pattern.New(`^(?:注|说明|填表说明|填报说明|备注)[:：0-9]`)

// otherThan are restricting words, and words in brackets that take something away or in.
var otherThan = pattern.New(restrictingWords + `|涉|除|只|仅|其中`)

// yearSaid is a year, and behind it what makes it a date, or the year of a law.
var yearSaid = pattern.New(`(?:^|[^0-9])(20[0-9]{2})\s*年(?:度)?\s*((?:[0-9]|修订|修正|公布|发布|印发|施行|制定)?)`)

// numbered is the number in front of a label, and a table's before its name.
var numbered = pattern.New(`^\s*(?:(?:附?表|附件)\s*[0-9一二三四五六七八九十]{1,2}\s*[-:、.]?\s*)?(?:\(\s*([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*\)\s*[.、]?|([0-9]{1,2}|[一二三四五六七八九十]{1,3})\s*[.、,:)])?\s*`)

// figure is what may stand where a figure is due, or where none is.
var figure = pattern.New(`^(?:[+-]?[0-9][0-9,]*(?:\.[0-9]+)?%?|\([0-9]{1,3}\)|[①-⑳]|[/×✕xX√✓*-]|-+|—+|无|零|不涉及|[甲乙丙丁戊己庚辛]|#[A-Z/0!?]+)$`)

// counted is what a figure counts, as it stands in a column for that.
var counted = pattern.New(`^(?:件|项|个|条|份|宗|起|次|件次|人次|人|万元|元)$`)

// money is the unit of an amount as it stands beside it; thousands of it make another one.
var money = pattern.New(`(万|千|百|亿)?元`)

// moneyOfAll is a unit that holds for a whole sheet.
var moneyOfAll = pattern.New(`单位\s*:[^0-9]{0,12}元`)
