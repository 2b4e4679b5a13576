package check

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// allInTime is how texts say that every application was answered in time.
	allInTime = pattern.New(`(?:按期|按时|及时|如期|限时)(?:答复|办结|办理|回复|办复)率[均都已保持达到为是]{0,4}(?:100[%％]|百分之百)|`+
		`(?:全部|均|都|皆)[已能]{0,2}(?:(?:按期|按时|及时|如期)|(?:在|于|依照|按照|按)?(?:法定|规定)的?(?:答复|办理)?(?:期限|时限|时间)(?:以内|之内|内)?)(?:依法)?(?:予以|作出|给予)?了?(?:答复|办结|回复|办复)|`+
		`(?:无一件?|没有一件|零)(?:逾期|超期|超时|延误)|(?:未|没有|无|不存在)(?:发生|出现|存在|任何)?(?:逾期|超期|超时)(?:答复|办结|办理|回复)`,
		"率", "期", "限", "时", "延误")
	// lateAnswer is how they say that one was not.
	lateAnswer = pattern.New(`(?:逾期|超期|延误)(?:[0-9一二两三四五六七八九十]+个?(?:工作)?[日天])?后?才?(?:予以|作出|给予)?了?(?:答复|办结|回复)|`+
		`(?:超过|超出)了?(?:法定|规定|《条例》规定|条例规定)的?(?:答复|办理)?(?:期限|时限|时间)|(?:答复|办结|回复)(?:逾期|超期|超时限)|`+
		`有(?:[1-9][0-9]*|[一二两三四五六七八九十]{1,3})件(?:申请)?(?:是)?(?:逾期|超期)(?:的)?(?:[，。；]|$)|`+
		`(?:未能|没能|未|没有)(?:按期|按时|如期|在(?:法定|规定)的?(?:答复|办理)?(?:期限|时限)内)(?:予以|作出|给予)?(?:答复|办结|回复)`,
		"逾期", "超期", "延误", "超过", "超出", "超时限", "能按期", "能按时", "能如期", "能在", "未按期", "未按时", "未如期", "未在", "没有按期", "没有按时", "没有如期", "没有在")
	// oneOfThem opens a clause that tells why, before one that tells that it was late: 其中1件因承办人休假，超过法定期限.
	oneOfThem = pattern.New(`^(?:其中|但|另|仅|只|还)?有?(?:[1-9][0-9]*|[一二两三四五六七八九十]{1,3})件`, "件")
	lateOnes  = pattern.New(`(?:^|[^0-9.])([1-9][0-9]*|[一二两三四五六七八九十]{1,3})余?件|个别|少数`, "件", "个别", "少数")

	// ofRequests are words of a paragraph that tells of applications for information.
	ofRequests = pattern.NewWords("依申请 信息公开申请 公开申请 申请公开 申请人")
	// otherMatters are answered too, and have limits of their own.
	otherMatters = pattern.NewWords("热线 12345 信访 投诉 举报 工单 提案 建议 信箱 留言 诉求 咨询 许可 处罚 公示 整改 案卷 来信 来电 督办 复议 诉讼 栏目 网站 公众号")
	// answeredToo are those of them of which a paragraph on applications tells beside these.
	answeredToo = pattern.NewWords("热线 12345 工单 提案 信箱 留言 来信 来电 诉求 咨询 代表建议")
	// otherYears tell of another year than the report's.
	otherYears = pattern.NewWords("上年 去年 往年 上一年 历年 以往 过去 前年 以前")
	// carriedIn are those of them of which the report tells.
	carriedIn = pattern.NewWords("上年结转 上年度结转")
	// otherParts tell of a part of the applications: 其余均按期答复.
	otherParts = pattern.NewWords("除 其余 其他 其它 余下 剩余 另 季度 上半年 下半年 月 抽")
	// kindsOfRequests name a part of them where no whole stands beside it.
	kindsOfRequests = pattern.NewWords("自然人 企业 法人 组织 机构 网上 网络 信函 邮寄 当面 来函 村民 居民")
	wholeRequests   = pattern.NewWords("收到 新收 受理 接收 收件 共收 申请人均 申请人为")
	// notLate take back what stands behind them: 严防超期答复.
	notLate = pattern.NewWords("无 未 没 不 零 避免 防止 防范 严防 杜绝 严禁 凡 如 若 即将 可能 险些 预警 提醒 临近 扣 一律 案例 某")
	// byOthers are others who answered late, or an applicant or a third party who did.
	byOthers = pattern.NewWords("镇 乡 街道 单位 部门 县直 局 抽查 通报 第三方逾期 第三方超 补正 缴 意见")
)

// spokenTimely is a place where a text says how applications were answered: all in time, or one late.
type spokenTimely struct {
	section   section
	paragraph int
	at        int // byte in the paragraph
	words     string
}

func (p spokenTimely) isBefore(o spokenTimely) bool {
	if p.section.passage.Key != o.section.passage.Key {
		return false
	}
	return p.paragraph < o.paragraph || p.paragraph == o.paragraph && p.at < o.at
}

// findLateInTime finds an application that is said to have been answered late where all are said to have been answered in time.
func findLateInTime(in *Input) []Finding {
	late := in.saidOfRequests(lateAnswer, in.isOneLate)
	if len(late) == 0 {
		return nil
	}
	timely := in.saidOfRequests(allInTime, isOfAll)
	if len(timely) == 0 {
		return nil
	}
	return []Finding{deniesAll(timely[0], late[0], "全部按期答复，就没有超过期限的")}
}

// deniesAll makes a finding of what is told of one application and of all, whichever comes first.
func deniesAll(all, one spokenTimely, why string) Finding {
	earlier, later := all, one
	if one.isBefore(all) {
		earlier, later = one, all
	}
	return later.section.finding(later.paragraph, later.words,
		fmt.Sprintf("文字写“%s”，而“%s”第%d段写的是“%s”：%s，两处请核对，写错的请改正。",
			excerpt(later.words), earlier.section.heading, earlier.paragraph+1, excerpt(earlier.words), why))
}

var (
	// allWithinDays is how texts say in how many working days all were answered, and oneOnDay on which of them one was.
	allWithinDays = pattern.New(`(?:均|都|皆|全部)[已能]{0,2}(?:在|于)([1-9][0-9]?)个?工作日(?:以内|之内|内)[^，。；]{0,6}?(?:答复|办结|回复|办复)`, "工作日")
	oneOnDay      = pattern.New(`第([1-9][0-9]?)个?工作日[^，。；]{0,6}?(?:答复|办结|回复|办复)`, "工作日")
)

// findBeyondAll finds an application that is said to have been answered on a later working day than all are said to have been.
func findBeyondAll(in *Input) []Finding {
	all := in.saidOfRequests(allWithinDays, func(statement string, from, to int) bool {
		return isOfAll(statement, from, to) && !strings.Contains(statement[:from], "其中")
	})
	if len(all) == 0 {
		return nil
	}
	most := all[0].daysIn(allWithinDays)
	for _, one := range in.saidOfRequests(oneOnDay, func(statement string, from, _ int) bool { return !notLate.In(statement[:from]) }) {
		if one.daysIn(oneOnDay) > most {
			return []Finding{deniesAll(all[0], one, "都在那几天里答复，就没有更晚的")}
		}
	}
	return nil
}

// longerOnAverage finds in how many working days all were answered, and how many it took on average, in the same sentence.
var longerOnAverage = pattern.NewWith("平均", `(?:均|都|皆|全部)[已能]{0,2}(?:在|于)([1-9][0-9]?)个?工作日(?:以内|之内|内)[^，。；]{0,6}?(?:答复|办结|回复|办复|办理完毕)[^。；0-9]{0,24}平均(?:用时|耗时|时长|办理|答复|办结|办件|处理|每件)[^，。；0-9上去]{0,8}([1-9][0-9]{0,2}(?:\.[0-9]+)?)个?工作日`, "工作日")

// findLongerOnAverage finds that it took longer on average than all are said to have taken: 全部在20个工作日内答复，平均用时29个工作日.
func findLongerOnAverage(_ *Input, s section, i int) []Finding {
	var found []Finding
	text := s.paragraphs[i].Text
	for _, m := range longerOnAverage.FindAllStringSubmatchIndex(text, -1) {
		before, _ := chinese.Around(text[:m[1]], m[0], chinese.StatementEnds)
		most, average := decimal.RequireFromString(text[m[2]:m[3]]), decimal.RequireFromString(text[m[4]:m[5]])
		if !average.GreaterThan(most) || otherYears.In(before) || chinese.ContainsAny(before, []string{"除", "其余", "其他", "余下", "剩余"}) {
			continue // 除延期的2件外，均在20个工作日内答复
		}
		found = append(found, s.finding(i, text[m[0]:m[1]], fmt.Sprintf("文字写都在%s个工作日内办的，平均却是%s个工作日，请核对。", most, average)))
	}
	return found
}

// daysIn is the number that a pattern finds at the place.
func (p spokenTimely) daysIn(what *pattern.Pattern) int {
	m := what.FindStringSubmatch(p.section.paragraphs[p.paragraph].Text[p.at:])
	n, _ := strconv.Atoi(m[1])
	return n
}

// saidOfRequests lists the places that a pattern finds and that tell of this year's applications.
func (in *Input) saidOfRequests(what *pattern.Pattern, fits func(statement string, from, to int) bool) (said []spokenTimely) {
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			said = append(said, in.saidOfRequestsIn(s, i, p.Text, what, fits)...)
		}
	}
	return said
}

// saidOfRequestsIn is saidOfRequests in one paragraph.
func (in *Input) saidOfRequestsIn(s section, i int, text string, what *pattern.Pattern, fits func(statement string, from, to int) bool) []spokenTimely {
	if !ofRequests.In(text) {
		return nil
	}
	mixed := answeredToo.In(text) // so that a statement without a subject may be about these
	var said []spokenTimely
	for _, m := range what.FindAllStringIndex(text, -1) {
		statement, start := chinese.Around(text, m[0], chinese.StatementEnds)
		switch named := ofRequests.In(statement); {
		case otherMatters.In(statement), mixed && !named, otherYears.In(carriedIn.Without(statement)), chinese.IsQuoted(text, m[0]):
		case in.namesOtherYear(statement), !fits(statement, m[0]-start, m[1]-start):
		default:
			clause, _ := chinese.Around(statement, m[0]-start, chinese.ClauseEnds)
			said = append(said, spokenTimely{s, i, m[0], strings.TrimSpace(clip(clause, 30))})
		}
	}
	return said
}

// namesOtherYear says whether a text names a year, and not the report's.
func (in *Input) namesOtherYear(text string) bool {
	year, ok := in.Report.Year()
	for _, m := range chinese.YearsIn(text) {
		if ok && m.Year != year {
			return true
		}
	}
	return false
}

// isOfAll says whether what is told between two bytes of a statement is told of all applications.
func isOfAll(statement string, from, to int) bool {
	if otherParts.In(statement) {
		return false
	}
	clause, start := chinese.Around(statement, from, chinese.ClauseEnds)
	before, _ := chinese.Around(statement, max(0, start-len("，")), chinese.ClauseEnds)
	return !kindsOfRequests.In(clause) && (!kindsOfRequests.In(before) || wholeRequests.In(statement))
}

// isOneLate says whether what is told between two bytes of a statement is that an application of the unit's was answered late.
func (in *Input) isOneLate(statement string, from, to int) bool {
	unit := chinese.ParseUnitName(in.Report.Unit())
	own := strings.NewReplacer(unit.Core, "", "我"+unit.Kind, "", "本"+unit.Kind, "", "本机关", "", "本单位", "").Replace(statement)
	clause, start := chinese.Around(statement, from, chinese.ClauseEnds)
	if byOthers.In(own) || notLate.In(clause[:from-start]) {
		return false
	}
	behind := strings.TrimLeft(strings.TrimPrefix(statement[min(to, start+len(clause)):start+len(clause)], "答复"), "的件数申请")
	if chinese.StartsWithAny(behind, []string{"0", "零", "没有", "无", "为0", "为零"}) {
		return false // 超过法定期限的0件
	}
	before, _ := chinese.Around(statement, max(0, start-len("，")), chinese.ClauseEnds)
	return lateOnes.MatchString(clause) || start > 0 && oneOfThem.MatchString(before)
}
