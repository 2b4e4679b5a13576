package check

import (
	"strings"

	"nianbao/internal/pattern"
)

var (
	wholeEmail = pattern.New(`^`+email+`$`, "@")
	emails     = pattern.New(email, "@")
	mailParts  = pattern.New(`[!-~。，]*[@#][!-~。，]*`)
	spacedAt   = pattern.New(`[!-~] +@|@ +[!-~]`)
	atInWords  = pattern.New(`(?i)[(（\[【] *(?:at|＠|@) *[)）\]】]|换成|替换|改为`, "(", "（", "[", "【", "换成", "替换", "改为")
)

const email = `[A-Za-z0-9._%+-]+@(?:[A-Za-z0-9\p{Han}](?:[A-Za-z0-9\p{Han}-]*[A-Za-z0-9\p{Han}])?\.)+(?:[A-Za-z]{2,}|\p{Han}{2,})`

// faultsOfEmail lets labels, names of offices and several addresses stand. An address that is written so that machines cannot read
// it is meant to be.
func faultsOfEmail(typed string) []string {
	if isNone(typed) || atInWords.MatchString(typed) {
		return nil
	}
	rest := emails.ReplaceAllString(typed, "")
	right := rest != typed
	part := mailParts.FindString(rest)
	fault := "@后面应有域名"
	switch {
	case right && ofMobile.MatchString(typed):
		return []string{"“" + ofMobile.FindString(typed) + "”像是用个人手机号起的，请用单位的邮箱"}
	case right && part == "" && !latin.MatchString(afterLabels(rest)):
		return nil
	case right && part == "":
		fault = "“" + strings.Trim(afterLabels(rest), " 、，；,;") + "”里没有@"
	case strings.Contains(part, "#") && !strings.Contains(part, "@"):
		fault = "“#”应为“@”"
	case part == "":
		fault = "里面没有@"
	case spacedAt.MatchString(rest):
		fault = "@旁边有空格"
	case strings.Count(part, "@") > 1:
		fault = "有不止一个@"
	case strings.HasPrefix(part, "@"):
		fault = "@前面没有名称"
	case strings.ContainsAny(part, "。，,"):
		fault = "@后面的“.”写成了别的标点"
	}
	return []string{fault + "；" + wantedIn["unit.email"]}
}

// ofMobile is an address that is named by a mobile number.
var ofMobile = pattern.New(`\b1[3-9][0-9]{9}@[!-~]+`, "@")

// afterLabels is a text without the Latin words that stand before addresses.
func afterLabels(text string) string { return mailLabels.ReplaceAllString(text, "") }

var (
	latin      = pattern.New(`[A-Za-z0-9]`)
	mailLabels = pattern.New(`(?i)e-?mail|mailto|qq|[(（][^)）]*[)）]`)
)
