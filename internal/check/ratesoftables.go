package check

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
	"nianbao/internal/reading"
)

var (
	// tableRates finds what share of the applications somebody filed, or had some outcome, where the text does not count them: 自然人占比90%, 不予公开率14.2%.
	tableRates = pattern.NewWith("%", `(自然人|公民个人|个人|商业企业|企业|法人或其他组织|法人和其他组织|予以公开|部分公开|不予公开|无法提供|不予处理)(?:的)?(?:申请)?(率|占比|占总数的?|占总量的?|占全部申请的?|占办结总数的?|占)(?:为|达|约为|是)?([0-9]+(?:\.[0-9]+)?)%`, "率", "占")
	// otherRates are words of statements on the shares of something else, or of another year.
	otherRates = pattern.NewWords("热线 12345 信访 投诉 提案 建议 工单 留言 来访 问卷 评议 满意 网站 公众号 浏览 复议 诉讼 去年 上年 往年 同比 较 全县 全市 全区 季度 半年")
)

// rateRow is the row of the table of applications whose figures a rate is told of, by the first word of its key; "" for none.
func rateRow(label string) string {
	switch label {
	case "予以公开":
		return "granted"
	case "部分公开":
		return "partially_granted"
	case "不予公开":
		return "denied"
	case "无法提供":
		return "unavailable"
	case "不予处理":
		return "not_handled"
	}
	return ""
}

// rateColumns are its columns, nil for none.
func rateColumns(label string) []string {
	switch label {
	case "自然人", "公民个人", "个人":
		return []string{form.NaturalPerson}
	case "商业企业", "企业":
		return []string{"enterprise"}
	case "法人或其他组织", "法人和其他组织":
		return form.Organisations()
	}
	return nil
}

// findRatesOfTables finds such shares that are none of what the tables have.
func findRatesOfTables(in *Input, s section, i int) []Finding {
	var found []Finding
	text := s.paragraphs[i].Text
	for _, m := range tableRates.FindAllStringSubmatchIndex(text, -1) {
		statement, start := chinese.Around(text, m[0], chinese.StatementEnds)
		before := statement[:m[0]-start]
		label, ofColumn := text[m[2]:m[3]], rateColumns(text[m[2]:m[3]]) != nil
		counted := strings.Contains(statement, label) && strings.Count(statement, label) > 1 // its number stands elsewhere in the statement
		if ofColumn == (text[m[4]:m[5]] == "率") || !strings.Contains(statement, "申请") || otherRates.In(before) || in.namesOtherYear(statement) || counted || endsInNumber(before) || chinese.IsHan(chinese.FirstRune(lastRune(before))) {
			continue
		}
		rate := decimal.RequireFromString(text[m[6]:m[7]])
		due, fits := in.rateInTables(label, rate)
		if fits || due == "" {
			continue
		}
		words := text[m[0]:m[1]]
		f := s.finding(i, words, "文字写“"+words+"”，按第三部分的表算是"+due+"，请核对。")
		f.Expected, f.Actual, f.Compared = due, text[m[6]:m[7]]+"%", comparedTo("表里算出来")
		found = append(found, f)
	}
	return found
}

// endsInNumber says whether a number stands right before some words: 12件自然人占…
func endsInNumber(before string) bool {
	return strings.HasSuffix(strings.TrimRight(before, "件宗份，（"), "0") || chinese.IsDigits(lastRune(strings.TrimRight(before, "件宗份")))
}

// rateInTables says whether a share of applicants, or of an outcome, is one of those that the tables bear out, and what it is by them; "" if they
// lack a figure.
func (in *Input) rateInTables(label string, rate decimal.Decimal) (due string, fits bool) {
	t := tally{in: in}
	wholes := [][]string{{"received"}, {"received", "carried_in"}, {"total"}}
	if rateRow(label) != "" {
		wholes = [][]string{{"total"}, {"received", "carried_in"}, {"received"}}
	}
	for _, rows := range wholes {
		var whole, part []form.Key
		for _, row := range rows {
			whole = append(whole, form.Key("requests."+row+".total"))
			for _, column := range rateColumns(label) {
				part = append(part, form.Key("requests."+row+"."+column))
			}
		}
		if row := rateRow(label); row != "" {
			part = in.outcomeTotals(row)
		}
		all, known := t.sum(whole)
		some, alsoKnown := t.sum(part)
		if !known || !alsoKnown || !all.IsPositive() {
			return "", false
		}
		share, places := reading.Share{Part: some, Whole: all}, -rate.Exponent()
		if share.Bears(rate, places) {
			return "", true
		}
		if due == "" {
			due = share.Percent(max(places, 1)).String() + "%"
		}
	}
	return due, false
}

// outcomeTotals are the totals of the rows of an outcome.
func (in *Input) outcomeTotals(outcome string) (keys []form.Key) {
	for _, c := range in.Report.Edition.Cells() {
		if k := string(c.Key); strings.HasSuffix(k, ".total") && (strings.HasPrefix(k, "requests."+outcome+".")) {
			keys = append(keys, c.Key)
		}
	}
	return slices.Clip(keys)
}
