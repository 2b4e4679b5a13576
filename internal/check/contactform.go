package check

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var contactForm = Rule{
	ID: "contact-form", Level: Query, Title: "单位名称是全称，层级与名称相符；邮编、电话、邮箱、网址写得对，联系方式是单位的，不是个人的", Citation: "填报说明",
	Find:  func(in *Input) []Finding { return append(findContactForm(in), onFilled(findBrokenContacts)(in)...) },
	Cases: func() []Case { return slices.Concat(nameCases, levelCases, phoneCases, addressCases, sealCases) },
}

// contactWords are the words of names and contacts.
var contactWords = wordLists{file: &contactsFile}

// looksAtFields tell what is wrong with a part of the unit's data, as clauses that follow on what was typed; nil for nothing. Nothing is where
// it is written in the usual way.
var looksAtFields = []struct {
	key   form.Key
	usual func(typed string) bool
	look  func(typed string) (clauses []string)
}{
	{"unit.address", func(string) bool { return false }, faultsOfAddress},
	{"unit.postcode", isPostcode, faultsOfPostcode},
	{"unit.phone", isUsualPhone, faultsOfPhone},
	{"unit.email", func(typed string) bool { return isUsualEmail(typed) && !ofMobile.MatchString(typed) }, faultsOfEmail},
	{"unit.website", isUsualSite, faultsOfWebsite},
}

// findContactForm makes one finding on each field that is wrong. Look-alike characters are read as what they are meant for, as a rule
// of their own tells them; what another rule says of a field as a whole comes first.
func findContactForm(in *Input) []Finding {
	var found []Finding
	for _, field := range form.Fields() {
		typed := in.Report.Field(field.Key)
		if typed == "" || in.faultOfField(field) != "" && !in.isLevelInOtherWords(field.Key) {
			continue
		}
		f := Finding{Actual: typed, Cells: []Cell{in.fieldCell(field)}}
		f.Message, f.Expected = in.faultOfContact(field.Key, chinese.Fold(typed).Text)
		if f.Message == "" {
			continue
		}
		f.Message = "“" + field.Label + "”填的是“" + told(typed) + "”，" + f.Message + "。"
		if field.Key == "unit.level" {
			f.Cells = append(f.Cells, in.nameCell())
		}
		found = append(found, f)
	}
	return found
}

// isLevelInOtherWords is true of the unit's level where it is understood but not in the form's words, which is not the field as a whole.
func (in *Input) isLevelInOtherWords(k form.Key) bool {
	_, ok := in.typedLevel()
	return k == "unit.level" && ok
}

// faultOfContact is what is wrong with a field, as clauses that follow on what was typed, and what may be meant.
func (in *Input) faultOfContact(k form.Key, typed string) (fault, expected string) {
	if fault = misplaced(k, typed); fault != "" {
		return fault, ""
	}
	switch k {
	case "unit.name":
		if now := in.renamed(); now != "" {
			return "是以前的名称，现在是“" + told(now) + "”，报告的标题、前言、落款跟着它，请改为现在的名称", now
		}
		return faultOfName(chinese.Unspaced(chinese.FoldTraditional(typed).Text)) // blanks and traditional letters are told by what they are
	case "unit.level":
		return faultOfLevel(in.level(), chinese.Fold(in.unit()).Text)
	}
	for _, field := range looksAtFields {
		if field.key == k && !field.usual(typed) {
			persons := personsIn(typed)
			if k == "unit.phone" && persons == nil {
				persons = personsBeside(typed)
			}
			return strings.Join(slices.Concat(field.look(typed), persons), "；"), ""
		}
	}
	return "", ""
}

// nameCell is the finding's view of the unit's name where that merely takes part in it.
func (in *Input) nameCell() Cell {
	field, _ := form.FieldByKey("unit.name")
	c := in.fieldCell(field)
	c.Role = Term
	return c
}

// wantedIn is what a field wants, as a clause.
var wantedIn = map[form.Key]string{
	"unit.name":     "单位名称应填全称，如清溪镇人民政府",
	"unit.address":  "地址应写到街道门牌或者村",
	"unit.postcode": "邮编应为六位数字",
	"unit.phone":    "电话应为区号加7位或8位号码，如0931-1234567",
	"unit.email":    "邮箱写法如qingxi@example.gov.cn",
	"unit.website":  "网址写法如https://www.example.gov.cn",
}

// isWholly tells what a whole field is, whichever it stands in. The first that fits says it.
var isWholly = []struct {
	key form.Key
	is  func(typed string) bool
}{
	{"unit.email", func(typed string) bool { return isUsualEmail(typed) || wholeEmail.MatchString(typed) }},
	{"unit.website", isWholeSite},
	{"unit.postcode", isPostcode},
	{"unit.phone", func(typed string) bool { return len(onlyDigits(typed)) > len("1234567") && isWholePhone(typed) }}, // a seven may be a slip
	{"unit.address", wholeAddress.MatchString},
}

var (
	postcode     = pattern.New(`^[^0-9]*([0-9]{6})[^0-9]*$`)
	wholeAddress = pattern.New(`^\p{Han}{2,}(?:路|街|巷|弄|大道|村|组|社)[\p{Han}0-9]*[0-9]+号\p{Han}*$`, "号")
)

func isPostcode(typed string) bool { return len(typed) == len("000000") && chinese.IsDigits(typed) }

// misplaced says that a field holds what another one is for; "" if it does not. A number of six digits may be a hotline.
func misplaced(k form.Key, typed string) string {
	if wantedIn[k] == "" || k == "unit.phone" && isWholePhone(typed) {
		return ""
	}
	for i, kind := range isWholly {
		if kind.key == k && (i == len(isWholly)-1 || kind.is(typed)) {
			return ""
		}
		if kind.key == k || !kind.is(typed) {
			continue
		}
		other, _ := form.FieldByKey(kind.key)
		return "像是" + other.Label + "，请填到“" + other.Label + "”一格；" + wantedIn[k]
	}
	return ""
}

func isNone(typed string) bool { return slices.Contains(contactWords.list("没有"), typed) }

func faultsOfPostcode(typed string) []string {
	if isPostcode(typed) {
		return nil
	}
	digits := onlyDigits(typed)
	m := postcode.FindStringSubmatch(strings.ReplaceAll(typed, " ", ""))
	switch {
	case m != nil:
		return []string{"请只填六位数字“" + m[1] + "”"}
	case len(typed) == 5 && digits == typed:
		return []string{"只有5位，" + wantedIn["unit.postcode"] + "；如果是开头的0丢了，请在前面补上"}
	case digits == typed:
		return []string{fmt.Sprintf("有%d位，%s", len(digits), wantedIn["unit.postcode"])}
	case isNone(typed):
		return []string{"请填六位数字，不填就空着"}
	}
	return []string{wantedIn["unit.postcode"]}
}

// onlyWidePlace is an address that goes no further than a county. Those of towns often end with the town, where everyone knows the house.
var onlyWidePlace = pattern.New(`^\p{Han}{1,11}[省市县旗州]$`)

// widePlaces are what it ends with.
var widePlaces = pattern.NewWords("省 市 县 旗 州")

func faultsOfAddress(typed string) []string {
	switch {
	case isNone(typed):
		return []string{"请填办公地址，写到街道门牌或者村"}
	case widePlaces.Ends(typed) && onlyWidePlace.MatchString(typed) && !contactWords.words("不一定是政府").Ends(typed):
		return []string{"只是地名，" + wantedIn["unit.address"]}
	}
	return nil
}
