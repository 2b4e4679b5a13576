package check

import (
	"fmt"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// reach is a phone number, a postcode, an address of mail or a house as a text tells it: whose it is and what for, as far as it says so.
type reach struct {
	name          string // 电话, 邮箱, 邮编, 地址
	owner         string // 党政办; "" for whom the report is of
	purpose       string // 监督, 申请; "" for whatever people ask
	value         string
	section, text int // where it stands
	heading       string
}

var (
	toldPhone = pattern.New(`(?:(?:电话|联系方式|致电|拨打)(?:号码)?[^0-9，。；（()]{0,4}|(?:可打|请打|请拨|可拨)[^0-9，。；（()]{0,10})(`+toldNumber+`)(?:[^0-9]|$)`, "电话", "联系方式", "致电", "拨打", "可打", "请打", "请拨", "可拨")
	// toldAddress finds a street with the number of a house.
	toldAddress  = pattern.New(`(\p{Han}{1,4}?(?:路|街|巷|道|弄|里|村|组))([0-9]{1,5})号`, "号")
	toldPostcode = pattern.New(`(?:邮编|邮政编码)(?:[：:为是]|\s)*([0-9]{6})(?:[^0-9]|$)`, "邮编", "邮政编码")
	// officesOf are the ends of names of offices that people call, shortened ones last.
	officesOf = pattern.NewWords("办公室 服务中心 服务大厅 政务大厅 党政办 综合办 政府办 公开办 窗口")
	// introducing are words behind which an office's name begins.
	introducing = []string{"拨打", "请拨", "可拨", "请打", "可打", "致电", "联系方式", "联系", "公布了", "公布", "设在", "咨询", "致函", "致信", "去函", "来函", "请与", "与", "向", "到", "至", "由", "为", "是", "在", "的", "寄"}
	purposes    = []struct {
		words *pattern.Words
		name  string
	}{
		{pattern.NewWords("监督 举报 投诉"), "监督"}, {pattern.NewWords("受理 申请"), "申请"}, {pattern.NewWords("传真"), "传真"}, {pattern.NewWords("值班 夜间 节假日"), "值班"},
		{pattern.NewWords("预约 报名 热线 技术 运维 法律 复议 培训 采购"), "别的"},
	}
	// notPurposes hold words of purposes and tell none: a heading, and what the office does that the report tells its readers to ask.
	notPurposes = pattern.NewWords("监督保障 监督和保障 受理公众 受理群众 受理社会 受理各类 受理各方 受理意见 受理咨询 受理来电 受理来信 受理反映 受理对")
	addressed   = pattern.NewWords("疑问 本报告 联系方式 联系电话 咨询电话 电子邮箱 意见建议")
	ofOthers    = pattern.NewWords("村 社区 站 所 中心 公司 医院 学校 大厅 科 股")
)

// mostReaches is how many contacts a report tells at most: what has more is a directory of many offices.
const mostReaches = 40

// contactsAtOdds finds phones, postcodes and addresses of mail of one office, for one purpose, that are told otherwise in another place, and addresses of
// mail that are nearly those of another place.
func (in *Input) contactsAtOdds() []Finding {
	sections := in.filled()
	if !tellsTwice(sections) {
		return nil
	}
	unit := chinese.ParseUnitName(in.Report.Unit())
	var found []Finding
	var met []reach
	for k, s := range sections {
		for i, p := range s.paragraphs {
			for _, r := range reachesIn(p.Text, unit, in.Report.Unit()) {
				r.section, r.text, r.heading = k, i, s.heading
				if before, odds := atOdds(met, r); odds {
					where := fmt.Sprintf("“%s”第%d段", before.heading, before.text+1)
					f := s.finding(i, r.value, fmt.Sprintf("这里写的%s是“%s”，%s写的是“%s”，请核对哪个对。", r.name, told(r.value), where, told(before.value)))
					f.Expected, f.Actual, f.Compared = before.value, r.value, comparedTo("前面写的")
					found = append(found, f)
				}
				if met = append(met, r); len(met) > mostReaches {
					return nil
				}
			}
		}
	}
	return found
}

// tellsTwice says whether contacts may stand in two places: in most texts they stand in one.
func tellsTwice(sections []section) bool {
	places := 0
	for _, s := range sections {
		for _, p := range s.paragraphs {
			if mails := strings.Count(p.Text, "@"); mails > 0 || reachWords.In(p.Text) {
				places += max(1, mails)
			}
		}
	}
	return places > 1
}

var reachWords = pattern.NewWords("电话 联系方式 致电 拨打 可打 请打 请拨 可拨 邮编 邮政编码 地址 寄 来信 信件 信函")

// atOdds is the contact told before that a contact should be the same as and is not. What was told in the same paragraph are others beside it.
func atOdds(met []reach, r reach) (before reach, odds bool) {
	for _, m := range met {
		beside := m.section == r.section && m.text == r.text
		if m.name != r.name {
			continue
		}
		seat := m.name == "地址" && (m.owner == "" || r.owner == "") // the unit's, and so its office's
		alike := (m.owner == r.owner || seat) && m.purpose == r.purpose
		switch {
		case isSameReach(m, r):
			if alike {
				return reach{}, false // one of several
			}
		case odds, r.name == "地址" && !isSameStreet(m.value, r.value):
		case !beside && alike && m.purpose != "别的", r.name == "邮箱" && areNearMails(m.value, r.value):
			before, odds = m, true
		}
	}
	return before, odds
}

func isSameReach(a, b reach) bool {
	switch a.name {
	case "邮箱":
		return strings.EqualFold(a.value, b.value)
	case "地址":
		return a.value == b.value
	}
	x, y := onlyDigits(a.value), onlyDigits(b.value)
	return strings.HasSuffix(x, y) || strings.HasSuffix(y, x)
}

// isSameStreet says whether two houses stand in one street: who has two offices has them elsewhere, so that one of the numbers is wrong.
func isSameStreet(one, other string) bool {
	street := func(house string) string { return strings.TrimRight(strings.TrimSuffix(house, "号"), "0123456789") }
	a, b := street(one), street(other)
	return strings.HasSuffix(a, b) || strings.HasSuffix(b, a)
}

// areNearMails says whether two addresses of mail differ in a character or two, and in more than a number.
func areNearMails(one, other string) bool {
	const near, shortest = 2, 5
	one, other = strings.ToLower(one), strings.ToLower(other)
	a, hostA, _ := strings.Cut(one, "@")
	b, hostB, _ := strings.Cut(other, "@")
	numbered := func(name string) string { return strings.Trim(name, "0123456789") }
	amiss := charactersAmiss(a, b) + charactersAmiss(hostA, hostB)
	return amiss > 0 && amiss <= near && min(len(a), len(b)) >= shortest && (a == b || numbered(a) != numbered(b)) && (hostA == hostB || a == b)
}

// reachesIn lists the phones, postcodes, addresses of mail and houses in a paragraph.
func reachesIn(text string, unit chinese.UnitName, full string) []reach {
	var list []reach
	add := func(name, value string, at int) {
		statement, start := chinese.Around(text, at, chinese.StatementEnds)
		r := reach{name: name, value: value, owner: ownerBefore(statement[:at-start], unit, full), purpose: purposeBefore(statement[:at-start])}
		if r.owner == "" && (!addressed.In(statement[:at-start]) || ofOthers.In(strings.ReplaceAll(statement[:at-start], full, ""))) {
			r.owner = value // somebody's, nobody knows whose
		}
		list = append(list, r)
	}
	for _, m := range toldPhone.FindAllStringSubmatchIndex(text, -1) {
		add("电话", text[m[2]:m[3]], m[2])
	}
	for _, m := range toldPostcode.FindAllStringSubmatchIndex(text, -1) {
		add("邮编", text[m[2]:m[3]], m[2])
		if last := &list[len(list)-1]; last.owner == last.value { // whoever it is, who lives at an address has one
			statement, start := chinese.Around(text, m[2], chinese.StatementEnds)
			if houses := houseNumber.FindAllString(statement[:m[2]-start], -1); len(houses) > 0 {
				last.owner = houses[len(houses)-1]
			}
		}
		list[len(list)-1].purpose = "" // one place has one, whatever one writes for
	}
	for _, m := range emails.FindAllStringIndex(text, -1) {
		add("邮箱", text[m[0]:m[1]], m[0])
	}
	return append(list, housesIn(text, unit, full)...)
}

var (
	// atHouse are words of a statement on where to write to or to come to, someOther those of places beside the office.
	atHouse   = pattern.NewWords("地址 寄 来信 信件 信函")
	someOther = pattern.NewWords("栏 牌 点 箱 屏 窗口 大厅 查阅 受理 申请 档案馆 图书馆 监督 举报 投诉 中心 村 社区 站 所 分局 原 旧 搬 迁")
)

// housesIn lists the houses that a paragraph gives as where the unit, or an office of it, is found.
func housesIn(text string, unit chinese.UnitName, full string) []reach {
	var list []reach
	for _, m := range toldAddress.FindAllStringSubmatchIndex(text, -1) {
		statement, start := chinese.Around(text, m[0], chinese.StatementEnds)
		if own := strings.ReplaceAll(statement, full, ""); !atHouse.In(statement) || someOther.In(own) {
			continue
		}
		owner := ownerBefore(statement[:m[0]-start], unit, full)
		if owner == "" {
			owner = ownerBefore(statement[m[1]-start:], unit, full)
		}
		list = append(list, reach{name: "地址", value: text[m[0]:m[1]], owner: owner})
	}
	return list
}

// purposeBefore is what a contact is for, by the words before it; "" if they do not say so.
func purposeBefore(before string) string {
	before = notPurposes.Without(before)
	for _, p := range purposes {
		if p.words.In(before) {
			return p.name
		}
	}
	return ""
}

// ownerBefore is the office that is named last before a contact, without the unit's own name before it: 党政办 of 请联系石桥乡党政办公室.
func ownerBefore(before string, unit chinese.UnitName, full string) string {
	end := -1
	for _, word := range officesOf.List() {
		if i := strings.LastIndex(before, word); i >= 0 {
			end = max(end, i+len(word))
		}
	}
	if end < 0 {
		return ""
	}
	name := before[:end]
	if i := strings.LastIndexFunc(name, func(r rune) bool { return !chinese.IsHan(r) }); i >= 0 {
		name = strings.TrimLeftFunc(name[i:], func(r rune) bool { return !chinese.IsHan(r) })
	}
	for _, lead := range introducing {
		if i := strings.LastIndex(name, lead); i >= 0 {
			name = name[i+len(lead):]
		}
	}
	for _, own := range []string{full, unit.Core} {
		if i := strings.LastIndex(name, own); own != "" && i >= 0 {
			name = name[i+len(own):] // 致函石桥乡党政办公室
		}
	}
	for _, own := range []string{"本", "我", unit.Kind, "人民政府", "办事处", "机关", "单位"} {
		name = strings.TrimPrefix(name, own)
	}
	return strings.TrimSuffix(name, "公室")
}
