package check

import (
	"slices"
	"strings"
	"unicode"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/pattern"
)

var foreignInsert = Rule{
	ID: "foreign-insert", Level: Query, Title: "没有插进来的广告、来历不明的网址，没有写作软件、网页留下的话、记号和乱码", Citation: "公文校核的通行要求",
	Find: findForeignInsert,
	Cases: func() []Case {
		return []Case{
			{Why: "句子里插进了广告", Set: []Entry{{"narrative.other", "某某体育平台下载2025最新版，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "“贯彻”的前面插进了广告", Set: []Entry{{"narrative.preface", "某某官网登录入口贯彻落实《中华人民共和国政府信息公开条例》。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "行名里插进了广告", Printed: func(p *model.Printed) {
				p.Labels = []model.Wording{{Key: "proactive.rules.issued", Prescribed: "规章", Printed: "规章（某某官网登录2025下载应提供相关数据）"}}
			}, Finds: []form.Key{"proactive.rules.issued"}},
			{Why: "标题里的广告", Printed: headed(0, "一、总体情况某某娱乐平台"), Finds: []form.Key{"narrative.overview"}},
			{Why: "来历不明的网址", Set: []Entry{{"narrative.other", "未收取信息www.abc123.vip处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "写作软件留下的话", Set: []Entry{{"narrative.other", "未收取信息处理费。以上内容由人工智能生成。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "没有成对的记号", Set: []Entry{{"narrative.other", "**收费情况：未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "隐去的数字", Set: []Entry{{"narrative.other", "来电138**1234**，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "另一种记号", Set: []Entry{{"narrative.other", "##收费情况：未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "加粗的词", Set: []Entry{{"narrative.other", "**收费情况**：未收取信息处理费。"}}},
			{Why: "网页的记号", Set: []Entry{{"narrative.other", "未收取&nbsp;信息处理费。<br>没有其他事项。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "网站的标签", Set: []Entry{{"narrative.other", "【图文】未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "乱码", Set: []Entry{{"narrative.other", "未收取信息锟斤拷费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "问号代替了读不出的字", Set: []Entry{{"narrative.other", "??未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "说的是整治赌博", Set: []Entry{{"narrative.other", "清理涉及娱乐平台、博彩平台的信息12条，未收取信息处理费。"}}},
			{Why: "登录官网下载是办事的方法", Set: []Entry{{"narrative.other", "申请表可登录县政府官网下载，体育场馆按时开放，使用彩票公益金的项目已经公开，未收取信息处理费。"}}},
			{Why: "政府网站、自己的网站和邮箱", Set: []Entry{{"unit.website", "www.qingxi-zhen.com"}, {"narrative.other", "见https://www.example.gov.cn/xxgk、www.qingxi-zhen.com，邮箱abc@example.net，未收取信息处理费。"}}},
			{Why: "说明了是什么的网址", Set: []Entry{{"narrative.other", "电子版在清溪县信息网（www.example.com）网站下载，未收取信息处理费。"}}},
			{Why: "字母拼的赌博网站", Set: []Entry{{"narrative.other", "uedbet官网@：未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "问话和书名里的问号", Set: []Entry{{"narrative.other", "群众问：“怎么申请？”未收取信息处理费。"}}},
			{Why: "卖范文的广告", Set: []Entry{{"narrative.other", "未收取信息处理费。海量公文范文免费下载，扫码关注“笔杆子充电站”，新用户立减20元。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "文库的广告", Set: []Entry{{"narrative.other", "未收取信息处理费。开通VIP会员，限时优惠5折起。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "买东西的广告", Set: []Entry{{"narrative.other", "未收取信息处理费。下单立减30元，全国包邮，加客服微信领取优惠券。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "写作助手收尾的话", Set: []Entry{{"narrative.other", "未收取信息处理费。以上内容供您参考，如需调整语气或补充具体数据，请随时告诉我。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "写作助手开头的话", Set: []Entry{{"narrative.preface", "好的，以下是一份符合格式要求的年度报告："}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "扫码关注公众号、消费券、会员单位，说的是公开的事", Set: []Entry{{"narrative.other", "群众扫码关注“清溪发布”公众号，可免费下载申请表，领取宣传折页。公开消费券满减、家电以旧换新立减优惠的政策。组织代写申请、免费领取指南的服务，开展行业协会会员充值卡整治。群众说：“有事随时告诉我。”开设“为您办”专栏。"}}},
			{Why: "网络推广的广告", Set: []Entry{{"narrative.other", "未收取信息处理费。网站优化推广找腾越网络，首月半价，客服微信tyseo8888。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "贷款、出租的广告", Set: []Entry{{"narrative.other", "未收取信息处理费。无抵押当天放款，电话400-000-0000。\n房屋出租，精装修，联系微信abc888。"}}, Finds: []form.Key{"narrative.other", "narrative.other"}},
			{Why: "公布贷款、出租、代办的事，半价的门票", Set: []Entry{{"narrative.other", "惠农贷款放款进度按月上墙，有疑问可电话联系。公布房屋出租登记、代办点的咨询电话。门票半价，老年人免费，联系文旅股。委托专业公司建站，联系电话在栏目首页。未收取信息处理费。"}}},
		}
	},
}

// foreign are words that come into a report from elsewhere, by what they are.
var foreign = wordLists{file: &foreignFile}

func findForeignInsert(in *Input) []Finding {
	var found []Finding
	if p := in.Report.Printed; p != nil {
		for _, w := range slices.Concat(p.Headings, p.Labels) {
			if words := advertisement(in.asMeant(w.Printed)); words != "" {
				c := in.labelCell(w)
				f := Finding{Message: "“" + told(w.Printed) + "”里插进了广告“" + excerpt(words) + "”，请改成“" + w.Prescribed + "”。", Actual: w.Printed, Expected: w.Prescribed, Cells: []Cell{c}}
				found = append(found, f)
			}
		}
	}
	return append(found, onFilled(findForeign)(in)...)
}

func findForeign(in *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	var found []Finding
	add := func(words, message, doubt string) {
		f := s.finding(i, words, message)
		if in.Report.Printed != nil {
			f.Doubt = doubt
		}
		found = append(found, f)
	}
	const byCopying = "多半是转载、复制时带进来的"
	words := advertisement(text)
	if words == "" {
		words = solicitation(text)
	}
	if words != "" {
		add(words, "“"+excerpt(words)+"”是插进来的广告，请删去，并检查网站是否被篡改。", "")
	}
	for _, address := range in.strangeAddresses(text) {
		add(address, "“"+excerpt(address)+"”不是政府网站，也没有写明是什么网址，请核对是不是插进来的。", "")
	}
	if words := foreign.words("软件留下的话").First(text); words != "" && !chinese.IsQuoted(text, strings.Index(text, words)) {
		statement, _ := chinese.Around(text, strings.Index(text, words), chinese.StatementEnds)
		add(words, "“"+excerpt(statement)+"”是写作软件留下的话，请删去，并把全文核对一遍。", "")
	}
	switch words := markup(text); words {
	case "":
	case "**":
		add(words, "“**”没有前后成对，不会加粗，会印出来；要加粗的词前后各打两个星号，不要加粗请删去。", byCopying)
	default:
		add(words, "“"+excerpt(words)+"”是网页、排版软件的记号，不是报告的内容，请删去。", byCopying)
	}
	if words := garbled(text); words != "" {
		add(words, "“"+excerpt(words)+"”是乱码，请改成原来的文字。", byCopying)
	}
	return found
}

// accounts are those of WeChat or QQ by their letters and digits, which sellers tell.
var accounts = pattern.New(`(?:微信|V信|v信|VX|vx|Vx|QQ|qq)(?:号)?[:：]?[A-Za-z0-9_-]{5,}`, "微信", "V信", "v信", "VX", "vx", "Vx", "QQ", "qq")

// solicitation is a statement that sells something, "" if none does: it has two words of advertisements, one of them of trade, or an
// account and a word of business, and none of an office's work.
func solicitation(text string) string {
	if !foreign.words("买卖").In(text) && !accounts.MatchString(text) {
		return ""
	}
	for _, statement := range chinese.Statements(text) {
		isOfAccount := accounts.MatchString(statement) && foreign.words("生意").In(statement)
		if !foreign.words("买卖").In(statement) && !isOfAccount || foreign.words("公事").In(statement) {
			continue
		}
		if isOfAccount {
			return strings.TrimSpace(statement)
		}
		count := 0
		for _, list := range []string{"买卖", "招揽"} {
			for _, word := range foreign.list(list) {
				if strings.Contains(statement, word) {
					count++
				}
			}
		}
		if count > 1 {
			return strings.TrimSpace(statement)
		}
	}
	return ""
}

// advertisement is the clause of a text that holds one, "" if none does. Digits and blanks are put into advertisements to hide them.
func advertisement(text string) string {
	words := foreign.words("广告")
	if !advertising.In(text) || !words.In(withoutDigits(text)) {
		return ""
	}
	for _, clause := range strings.FieldsFunc(text, func(r rune) bool { return chinese.IsOneOf(r, chinese.ClauseEnds+"（）()") }) {
		if words.In(withoutDigits(clause)) && !foreign.words("整治").In(text) {
			return strings.TrimSpace(clause)
		}
	}
	return ""
}

// advertising are words of which a text with an advertisement has one that is not hidden.
var advertising = pattern.NewWords("载 网 录 体育 娱乐 彩 注 平台 棋牌 真人 百家 老虎 优惠 登 范文 公文 写作")

// withoutDigits is a text without digits and blanks.
func withoutDigits(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)
}

// webAddress finds the addresses of sites.
var webAddress = pattern.New(`(?i)(?:https?://)?(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:com|cn|net|org|cc|vip|top|xyz|info|tv|co|app|club|site|shop|online|icu|me|io|bet|win|fun|live|pro|biz)\b`)

// gamblers are the ends of addresses that no office has, whatever is said of them.
var gamblers = []string{".vip", ".top", ".xyz", ".bet", ".win", ".icu", ".club", ".fun"}

// strangeAddresses lists the addresses in a text that are neither of offices nor the unit's own, and of which the clause does not say
// what they are.
func (in *Input) strangeAddresses(text string) []string {
	if !strings.Contains(text, ".") {
		return nil
	}
	own := in.Report.Field("unit.website") + " " + in.Report.Field("unit.email")
	var list []string
	for _, m := range webAddress.FindAllStringIndex(text, -1) {
		address := strings.ToLower(text[m[0]:m[1]])
		host := address[strings.LastIndex(address, "/")+1:]
		clause, _ := chinese.Around(text, m[0], "。！？；\n")
		introduced := foreign.words("引出网址").In(clause) && !chinese.EndsWithAny(host, gamblers)
		isMail := m[0] > 0 && text[m[0]-1] == '@'
		isOfficial := slices.ContainsFunc(foreign.list("公共网址"), func(end string) bool { return host == end || strings.HasSuffix(host, "."+end) })
		if !isMail && !isOfficial && !introduced && !strings.Contains(own, strings.TrimPrefix(host, "www.")) {
			list = append(list, text[m[0]:m[1]])
		}
	}
	return list
}

var (
	tags      = pattern.New(`(?i)</?(?:br|p|div|span|td|tr|table|a|b|strong|font|img)\b[^<>]{0,80}>|&(?:nbsp|emsp|ensp|lt|gt|amp|quot|ldquo|rdquo|mdash|middot|#[0-9]{2,5});`, "<", "&")
	questions = pattern.New(`\?{2,}`, "??")
)

// markup is the first sign of a page or a text editor that was left in a text, "" if there is none.
func markup(text string) string {
	if words := tags.FindString(text); words != "" {
		return words
	}
	return foreign.words("记号").First(text)
}

// garbled is what stands where letters were lost, "" if there is none.
func garbled(text string) string {
	if words := foreign.words("乱码").First(text); words != "" {
		return words
	}
	return questions.FindString(text)
}
