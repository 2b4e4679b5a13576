package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var personalData = Rule{
	ID: "personal-data", Level: Query, Title: "文字里没有身份证件号码、银行卡号、个人手机号、住址、病情", Citation: "《中华人民共和国政府信息公开条例》第十五条",
	Find: onFilled(findPersonalData),
	Cases: func() []Case {
		return []Case{
			{Why: "身份证号码", Set: []Entry{{"narrative.other", "申请人（11010519491231002X）未缴费，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "银行卡号和手机号", Set: []Entry{{"narrative.other", "经办人账号6222021234567890128，手机号13000000000，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "分几段写的", Set: []Entry{{"narrative.other", "申请人手机130-0000-0000，卡号6222 0212 3456 7890 128，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "带国家代码的", Set: []Entry{{"narrative.other", "致电+8613000000000告知，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "说明是银行卡、身份证的，校验位不对也算", Set: []Entry{{"narrative.other", "补助打入其银行卡6222000011112222333，身份证号110105194912310021，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "申请人的住址、病情", Set: []Entry{{"narrative.overview", "申请人万某某，家住南河巷3组17号，本人患尿毒症，申请公开救助名单。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "住在哪里没有写到门牌，说的是一类人", Set: []Entry{{"narrative.overview", "方便家住山区的群众，对患慢性病的参保人员、居住在南河社区3号楼附近的居民上门送达；走访患病职工17人，未收取信息处理费。"}}},
			{Why: "本单位自己的联系电话", Set: []Entry{{"unit.phone", "13000000000"}, {"narrative.other", "未收取信息处理费，有疑问请拨13000000000。"}}},
			{Why: "前言里的联系电话", Set: []Entry{{"narrative.preface", "如有疑问，请与镇办公室联系，联系电话：13000000000。"}}},
			{Why: "校验位不对的不是身份证号码", Set: []Entry{{"narrative.other", "事项编码110105194912310021，未收取信息处理费。"}}},
			{Why: "遮住了的、网址里的和别的数字", Set: []Entry{{"narrative.other", "1300000****来电，见https://www.example.gov.cn/13000000000.html，数据量13000000000条，座机000-12345678，未收取信息处理费。"}}},
			{Why: "后台的密码", Set: []Entry{{"narrative.other", "见“办事服务”栏目（后台维护账号qxadmin，密码Qx@123456）。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "完整公布身份证号", Set: []Entry{{"narrative.other", "公示补贴名单时一律公布完整身份证号和银行卡号。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "不公布身份证号、改了密码", Set: []Entry{{"narrative.other", "公示名单时身份证号、银行卡号一律不显示，不公布手机号。账号的密码每季度更换一次，密码12位以上。"}}},
			{Why: "某某患什么病", Set: []Entry{{"narrative.other", "误将低保户何某（柳树沟村三组，患尿毒症）的申请表上网，已撤下。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "申请人住在哪一室", Set: []Entry{{"narrative.other", "剩余1件（申请人何某，住望潮新村18幢402室）正在办理。"}}, Finds: []form.Key{"narrative.other"}},
		}
	},
}

// longDigits are runs of digits as long as numbers of people are, written in one or in the groups that people read them in.
var longDigits = pattern.New(`1[0-9]{2}[ -][0-9]{4}[ -]?[0-9]{4}|62[0-9]{2}(?:[ -][0-9]{4}){3}(?:[ -][0-9]{1,3})?|[0-9]{6}[ -][0-9]{8}[ -]?[0-9]{3}[0-9Xx]|[0-9]{14,15}[ -][0-9]{2,3}[0-9Xx]|[0-9]{11,19}[Xx]?`)

var (
	// whereabouts are where somebody lives, to the door.
	whereabouts = pattern.New(`[0-9]+(?:栋|幢|号楼)[0-9]+(?:单元|室)(?:[0-9]+室?)?的?(?:住户|业主|居民|村民)|(?:家住|现住|住址为|住址：|户籍地为|户籍地址|(?:人|民|者|户|申请人\p{Han}{2,3}|村民\p{Han}{2,3}|居民\p{Han}{2,3})，住)[^，。；、（）]{2,20}[0-9一二三四五六七八九十]+(?:号|室|单元)(?:楼[0-9]+室)?(?:[，。；、（）的]|$)`,
		"住户", "业主", "居民", "村民", "，住", "家住", "现住", "住址为", "住址：", "户籍地为", "户籍地址")
	// secretWord is what opens an account to whoever knows it; laidOpen is that numbers of people are published as they are.
	secretWord = pattern.New(`(?:密码|口令)(?:为|是|：|:)?\s*[0-9A-Za-z@#$%^&*!_.-]{4,}`, "密码", "口令")
	laidOpen   = pattern.New(`(?:公布|公示|公开|张贴)(?:了)?(?:完整|全部|真实|详细)的?(?:姓名、?)?(?:身份证|银行卡|手机)号码?`, "身份证", "银行卡", "手机")
	// illness is what one person suffers from.
	illness = pattern.NewWith("病 症 癌 瘤 炎", `(?:(?:本人|其本人|申请人)(?:系|为)?|[村组区户]，)(?:身患|患有|患|确诊)[^，。；、（）]{1,8}(?:病|症|癌|瘤|炎)`, "身患", "患", "确诊")
)

// ungrouped is a number without its gaps.
func ungrouped(number string) string {
	return strings.ReplaceAll(strings.ReplaceAll(number, " ", ""), "-", "")
}

func findPersonalData(in *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	var kinds []string
	words := ""
	for _, told := range []struct {
		what string
		by   *pattern.Pattern
	}{{"个人的住址", whereabouts}, {"个人的病情", illness}, {"账号的密码", secretWord}} {
		for _, m := range told.by.FindAllStringIndex(text, -1) {
			const begin = 4 // characters: the rest is to be kept back
			kinds = append(kinds, told.what+"“"+chinese.Clip(text[m[0]:], begin)+"……”")
			if words == "" {
				words = chinese.Clip(text[m[0]:], begin)
			}
		}
	}
	var numbers [][]int
	if mayHoldLongDigits(text) {
		numbers = longDigits.FindAllStringIndex(text, -1)
	}
	for _, m := range numbers {
		kind := in.kindOfNumber(s, text, m[0], m[1])
		if kind == "" {
			continue
		}
		number := masked(ungrouped(text[m[0]:m[1]]))
		kinds = append(kinds, kind+"“"+number+"”")
		if words == "" {
			words = number
		}
	}
	if m := laidOpen.FindStringIndex(text); m != nil && !chinese.IsQuoted(text, m[0]) && kinds == nil {
		return []Finding{s.finding(i, text[m[0]:m[1]], "“"+excerpt(text[m[0]:m[1]])+"”：个人的号码不能完整公布，请核对做法，改正文字。")}
	}
	if kinds == nil {
		return nil
	}
	f := s.finding(i, words, "文字里有"+strings.Join(kinds[:min(mostFaults, len(kinds))], "、")+"，报告要公开，请删去或遮住。")
	return []Finding{f}
}

// kindOfNumber is whose number a run of digits is, "" for any other.
func (in *Input) kindOfNumber(s section, text string, start, end int) string {
	digits := ungrouped(text[start:end])
	if abroad, found := strings.CutPrefix(digits, "86"); found && len(abroad) == 11 {
		digits = abroad // +86
	}
	before, after := text[:start], text[end:]
	if strings.ContainsAny(lastRune(before), beforeCode) || isCodeOrAmount.MatchString(chinese.Clip(after, 2)) {
		return ""
	}
	switch named := lastRunes(before, 7); {
	case isIdentityNumber(digits), len(digits) == 18 && strings.Contains(named, "身份证"):
		return "身份证号码"
	case isBankCard(digits), len(digits) >= 16 && chinese.ContainsAny(named, []string{"银行卡", "卡号", "存折", "一卡通"}):
		return "银行卡号"
	case isMobile(digits) && !in.isOwnPhone(s, before, digits):
		return "手机号"
	}
	return ""
}

// A number in an address, a code or an amount is nobody's.
const beforeCode = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz/_=.%&?-"

var (
	isCodeOrAmount = pattern.New(`^(?:[0-9A-Za-z*/_=%&]|\.[0-9a-z]|-[0-9]|[余多条件个元次人份万亿项篇])`)
	ownContact     = pattern.New(`(?:电话|联系方式|热线|传真)[^，。；]{0,12}$`)
)

func isMobile(digits string) bool { return len(digits) == 11 && digits[0] == '1' && digits[1] >= '3' }

// isOwnPhone is true of the unit's own phone, and of the one that the preface names for questions.
func (in *Input) isOwnPhone(s section, before, digits string) bool {
	const near = 80 // bytes
	before = before[chinese.RuneStart(before, len(before)-near):]
	return strings.Contains(onlyDigits(in.Report.Field("unit.phone")), digits) || s.passage.Key == "narrative.preface" && ownContact.MatchString(before)
}

// isIdentityNumber is true of 18 digits with a day of birth and the right check digit (GB 11643—1999).
func isIdentityNumber(s string) bool {
	if len(s) != 18 || s[0] == '0' {
		return false
	}
	sum := 0
	for i := range 17 {
		weight := 1 << (17 - i) % 11
		sum += int(s[i]-'0') * weight
	}
	check := "10X98765432"[sum%11]
	_, year := chinese.ReadPlaces(s[6:10])
	_, month := chinese.ReadPlaces(s[10:12])
	_, day := chinese.ReadPlaces(s[12:14])
	return strings.ToUpper(s[17:])[0] == check && year >= 1900 && chinese.IsDate(year, month, day)
}

// isBankCard is true of a number as the banks of the country give it (62…, 16 to 19 digits) with the right check digit (Luhn).
func isBankCard(s string) bool {
	if len(s) < 16 || len(s) > 19 || !strings.HasPrefix(s, "62") || strings.ContainsAny(s, "Xx") {
		return false
	}
	sum := 0
	for i := range len(s) {
		d := int(s[len(s)-1-i] - '0')
		if i%2 == 1 {
			d *= 2
		}
		sum += d/10 + d%10
	}
	return sum%10 == 0
}

// masked is a number with stars for most of its digits: what is told of it must not be what is to be kept back.
func masked(number string) string {
	return number[:3] + strings.Repeat("*", len(number)-5) + number[len(number)-2:]
}

func onlyDigits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
