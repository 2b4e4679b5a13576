package check

import (
	"slices"
	"strings"

	"nianbao/internal/pattern"
)

// Contacts in a text that nobody can use.
var (
	postcodeSaid = pattern.New(`(?:邮编|邮政编码)(?:[：:为是]|\s)*([0-9]+)(?:[^0-9]|$)`, "邮编", "邮政编码")
	// shortBehindArea finds an area's number with too few digits behind it, whatever it is called.
	shortBehindArea = pattern.NewWith("- — －", `(?:^|[^0-9A-Za-z-])(0[1-9][0-9]{1,2}[-—－][0-9]{1,6})(?:[^0-9A-Za-z—－-]|$)`, "0")
	mailSaid        = pattern.New(`(?:邮箱|邮件|[Ee]-?mail)(?:地址)?[：:为是]\s*([A-Za-z0-9._-]+\.[A-Za-z]{2,})(?:[^A-Za-z0-9@._-]|$)`, "邮箱", "邮件", "mail")
	phoneSaid       = pattern.New(`(?:电话|传真)(?:号码)?[：:为是]\s*([（(]?[0-9][0-9()（）\-－— ]*)(?:[，。；、）\n]|$)`, "电话", "传真")
)

// findBrokenContacts finds postcodes of too few or too many digits, phone numbers of too few, and mail addresses without @.
func findBrokenContacts(_ *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	var faults []fault
	for _, m := range postcodeSaid.FindAllStringSubmatchIndex(text, -1) {
		if said := text[m[2]:m[3]]; !isPostcode(said) {
			faults = append(faults, fault{words: said, actual: said, message: "邮编应为六位数字，“" + told(said) + "”位数不对，请核对。"})
		}
	}
	for _, m := range phoneSaid.FindAllStringSubmatchIndex(text, -1) {
		const fewest = 7 // digits
		said := text[m[2]:m[3]]
		if digits := onlyDigits(said); len(digits) >= fewest || hotlines.MatchString(digits) {
			continue
		}
		faults = append(faults, fault{words: said, actual: said, message: "电话“" + told(said) + "”不完整，请补上。"})
	}
	for _, m := range shortBehindArea.FindAllStringSubmatchIndex(text, -1) {
		said := text[m[2]:m[3]]
		if !slices.ContainsFunc(faults, func(f fault) bool { return strings.Contains(f.words, said) }) && dialled.In(lastRunes(text[:m[2]], 8)) {
			faults = append(faults, fault{words: said, actual: said, message: "电话“" + told(said) + "”少了数字，区号后面应是7位或8位，请核对。"})
		}
	}
	for _, m := range mailSaid.FindAllStringSubmatchIndex(text, -1) {
		said := text[m[2]:m[3]]
		faults = append(faults, fault{words: said, actual: said, message: "邮箱“" + told(said) + "”里没有“@”，请核对。"})
	}
	return s.gathered(i, faults)
}

// dialled are words before a phone number.
var dialled = pattern.NewWords("电话 致电 拨打 来电 传真 热线 联系方式 号码 咨询")
