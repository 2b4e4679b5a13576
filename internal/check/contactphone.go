package check

import (
	"fmt"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// Phones are written in many ways, several in one field, with what belongs to whom. A number is a stretch of digits, spaces and
// hyphens, an area code's brackets taken away; it is right if it is one of these on end:
//
//	0931-1234567  (0371)12345678  010 12345678   area code and number
//	+86-931-1234567                                as it is dialled from abroad
//	400-123-4567  12345  963456                    hotlines
//	1234567  12345678                              without area code
//	13900000000                                    a mobile phone, which is told by itself
//
// Rooms, hours and internal numbers may stand beside them.
var phones = pattern.New(`^(?:(?:[0-9]{1,2}|[0-9]{4,6}) +)?(?:` + onePhone + `)(?: +(?:` + onePhone + `|[0-9]{1,6}))*$`)

const (
	abroad    = `(?:(?:\+|00)?86[- ]*)?`
	extension = `(?:-[0-9]{1,6})?`
	sevenOr8  = `(?:[0-9]{3}[- ]?[0-9]{4,5}|[0-9]{4}[- ]?[0-9]{3,4}|[0-9]{7,8})`
	hotline   = `(?:11[0-9]|12[0-2]|1[0-2][0-9]{3}|9[56][0-9]{3,4}|11[68]114)` // of three or five digits: 119, 12345; of five or six: 96345
	mobile    = `0?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}`

	onePhone = abroad + `(?:010|02[0-9])[- ]*[0-9]{4}[- ]?[0-9]{4}` + extension + // of the cities with three digits
		`|` + abroad + `(?:0[3-9][0-9]{2}|00[0-9]{1,2})[- ]*` + sevenOr8 + extension +
		`|(?:\+|00)?86[- ]+(?:10|2[0-9]|[3-9][0-9]{2})[- ]*` + sevenOr8 + extension + // without its 0
		`|(?:0[0-9]{2,3}[- ]*)?` + hotline +
		`|[48]00[- ]?(?:[0-9]{3}[- ]?[0-9]{4}|[0-9]{4}[- ]?[0-9]{3})` +
		`|(?:[0-9]{3,4}[- ]?[0-9]{4})` + extension +
		`|` + abroad + mobile
)

var (
	phoneMarks   = strings.NewReplacer("（", "(", "）", ")", "－", "-", "—", "-", "–", "-", "−", "-", "―", "-", "‐", "-", "‑", "-", "～", "-", "~", "-", "　", " ", "\t", " ", "＋", "+")
	extensions   = pattern.New(`[(]? *(?:转|分机号?[:：]?|[Ee]xt\.?|[#＃*]) *[0-9]{1,6} *[)]?`, "转", "分机", "xt", "#", "＃", "*")
	bracketed    = pattern.New(`\((\+86|0[0-9]{2,3})\)`, "(")
	brackets     = strings.NewReplacer("(", "、", ")", "、")
	phoneRuns    = pattern.New(`\+?[0-9](?:[0-9 -]*[0-9])?`)
	hotlines     = pattern.New(`^` + hotline + `$`)
	mobilePhones = pattern.New(`(?:^|[^0-9])(`+mobile+`)(?:$|[^0-9])`, "13", "14", "15", "16", "17", "18", "19")
	notPhones    = pattern.New(`[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+|(?:https?://|www\.)[!-~]+`, "@", "://", "www.")
	onlyPhone    = pattern.New(`^[0-9+() -]+$`)
	phoneDate    = pattern.New(`^(?:19|20)[0-9]{2}-[0-9]{1,2}-[0-9]{1,2}$`)
)

// toldNumber is a number in a sentence, one a digit short or long behind an area code among them; hotlines are none.
const (
	toldArea   = `[（(]?0[0-9]{2,3}[）)]?[-—－ ]*`
	toldNumber = `(?:` + toldArea + `)?[0-9]{7,8}|` + toldArea + `(?:[2-8][0-9]{5}|[2-8][0-9]{8})|1[3-9][0-9]{9}`
)

// fewDigits is how many digits a room, an hour or an internal number has at most.
const fewDigits = 6

// phone is a number as it stands in a field.
type phone struct {
	text, digits string
	right        bool
}

func phonesIn(typed string) []phone {
	if isUsualPhone(typed) {
		return []phone{{typed, onlyDigits(typed), true}}
	}
	return anyPhonesIn(typed)
}

func anyPhonesIn(typed string) []phone {
	text := extensions.ReplaceAllString(phoneMarks.Replace(notPhones.ReplaceAllString(typed, "；")), "、")
	text = brackets.Replace(bracketed.ReplaceAllString(text, " $1 "))
	var list []phone
	for _, run := range phoneRuns.FindAllString(text, -1) {
		list = append(list, phone{run, onlyDigits(run), phones.MatchString(run)})
	}
	return list
}

func isWholePhone(typed string) bool {
	if isUsualPhone(typed) {
		return true
	}
	list := phonesIn(typed)
	return onlyPhone.MatchString(phoneMarks.Replace(typed)) && len(list) == 1 && list[0].right
}

func faultsOfPhone(typed string) []string {
	if isNone(typed) {
		return []string{"请填政府信息公开工作机构的办公电话"}
	}
	list := phonesIn(typed)
	var faults, mobiles []string
	right := false
	for _, p := range list {
		right = right || p.right
	}
	for _, p := range list {
		if !p.right && (len(p.digits) > fewDigits || !right) {
			faults = append(faults, faultOfPhone(p, typed))
		}
		for _, m := range mobilePhones.FindAllStringSubmatch(p.text, -1) {
			mobiles = append(mobiles, m[1])
		}
	}
	switch {
	case list == nil:
		faults = append(faults, "里面没有电话号码；"+wantedIn["unit.phone"])
	case len(faults) > 1 && !right:
		faults = faults[:1]
	}
	if mobiles != nil {
		faults = append(faults, quotedWithin(strings.Join(mobiles, "、"), typed)+"是手机号，报告要公开，请核对能不能换成办公电话")
	}
	return faults
}

var areaCode = pattern.New(`^(0(?:10|2[0-9]|[3-9][0-9]{2}))(.*)$`)

// faultOfPhone says what is wrong with a number's digits.
func faultOfPhone(p phone, typed string) string {
	words := quotedWithin(p.text, typed)
	n := len(p.digits)
	zeroLost := p.digits != "" && p.digits[0] >= '2' && (n == 10 || n == 11) || strings.HasPrefix(p.digits, "10") && n == 10
	switch m := areaCode.FindStringSubmatch(p.text); {
	case phoneDate.MatchString(p.text):
		return words + "像是日期；" + wantedIn["unit.phone"]
	case zeroLost:
		return words + "不以0开头，区号开头的0可能丢了；" + wantedIn["unit.phone"]
	case m != nil:
		return words + fmt.Sprintf("区号%s后面有%d位数字，%s", m[1], len(onlyDigits(m[2])), dueAfter(m[1]))
	}
	if n <= fewDigits {
		words += "只"
	}
	return words + fmt.Sprintf("有%d位数字；%s", n, wantedIn["unit.phone"])
}

// quotedWithin quotes words of what was typed, and nothing if they are all of it.
func quotedWithin(words, typed string) string {
	if words == typed {
		return ""
	}
	return "“" + chinese.Clip(words, mostOfPhone) + "”"
}

func dueAfter(area string) string {
	if len(area) == len("010") {
		return "应为8位"
	}
	return "应为7位或8位"
}

// mostOfPhone bounds what is quoted of a number.
const mostOfPhone = 30
