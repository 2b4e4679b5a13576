package reading

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
)

// number reads a number. One that is part of a name or counts nothing (第二十条, A4, 每一件, 30号) is read as unknown text.
func (l *lexer) number(at int, r rune) int {
	if r == '第' {
		_, size := chinese.ReadNumeral(l.text[at+len("第"):])
		if size == 0 {
			return 0
		}
		l.unknown(at, len("第")+size)
		return len("第") + size
	}
	han := chinese.IsHanNumeral(r)
	if _, ok := chinese.Digit(r); !ok && !han && r != '百' {
		return 0
	}
	n, size := chinese.ReadNumeral(l.text[at:])
	if size == 0 {
		return 0
	}
	switch n.Unit {
	case "":
		n.Unit = l.unitOfRange(at + size)
	case "个":
		n.Unit += strings.TrimPrefix(l.timeOfList(at+size), "个")
	}
	rest := l.text[at+size:]
	before, _ := utf8.DecodeLastRuneInString(l.text[:at])
	switch {
	case isMinutes(l.text[:at]), isRatioOf(rest), (n.Unit == "" || n.Unit == "所") && numbersTable(l.text[:at]):
		l.unknown(at, size) // 8:30, 1:1万, 表2, 如表1所示
		return size
	case n.Unit == "年" && n.IsYear():
		if strings.HasPrefix(rest, "度") {
			size += len("度")
		}
		l.add(yearToken, at, size).num = &n
		return size
	case n.Unit == "个月" && han:
		l.add(timeToken, at, size).num = &n
		return size
	case n.Unit == "成" && isTenths(l.text[:at], rest):
		n.Value, n.Unit = n.Value.Shift(1), "%"
		l.add(percentToken, at, size).num = &n
		return size
	case isPartOfName(before, rest, n.Unit) || han && !countsInWords(before, rest, n.Unit):
		l.unknown(at, size)
		return size
	case isTimeUnit(n.Unit):
		l.add(timeToken, at, size).num = &n
		return size
	case n.Unit == "%":
		l.add(percentToken, at, size).num = &n
		return size
	}
	for _, unit := range []string{"（次）", "(次)", "（件次）"} {
		if strings.HasPrefix(rest, unit) {
			size += len(unit)
		}
	}
	if n.Unit == "" && isHotline(n.Value) && beginsHotline(strings.TrimPrefix(rest, "、")) {
		l.unknown(at, size) // 12345、110
		return size
	}
	if n.Unit == "" && chinese.IsHan(chinese.FirstRune(rest)) && !n.Value.IsZero() && l.words.longest(rest, chinese.FirstRune(rest)) == nil {
		if isPolice(n.Value) || n.Value.GreaterThanOrEqual(leastName) && n.Decimals == 0 {
			l.unknown(at, size) // 12345热线, 110非警务分流
			return size
		}
		n.Unit = "?" // it counts something that is not known
	}
	n.Rough = n.Rough || han && strings.ContainsRune("数几", before) || l.endsRange(at) || l.beginsRange(at+size)
	l.add(numberToken, at, size).num = &n
	return size
}

// numbersTable says whether a number without a unit is that of a table or a picture, by what stands before it: 表2 收到申请, 见图3. Behind another word
// 表 is a form, and the number counts it: 调查表20.
func numbersTable(before string) bool {
	before = strings.TrimRightFunc(before, chinese.IsIndent)
	for _, what := range []string{"附表", "附图", "表", "图"} {
		if front, found := strings.CutSuffix(before, what); found {
			last, _ := utf8.DecodeLastRuneInString(front)
			return front == "" || !chinese.IsHan(last) || strings.ContainsRune("见如在据由从按与和及", last)
		}
	}
	return false
}

// isTenths says whether a number before 成 is a share: 占七成, 近六成的申请, but not 三成立.
func isTenths(before, rest string) bool {
	return chinese.EndsWithAny(before, slices.Concat(aboutWords, atLeastWords, lessThanWords, []string{"占", "占比", "比重", "达", "达到", "占到"})) &&
		(!chinese.IsHan(chinese.FirstRune(rest)) || chinese.StartsWithAny(rest, []string{"以上", "以下", "左右", "多", "的", "为", "是"}))
}

// isHotline says whether a number is one of those at which offices are called: 12345, 12315, 110.
func isHotline(n decimal.Decimal) bool {
	return n.Shift(-2).Floor().Equal(decimal.NewFromInt(123)) || isPolice(n)
}

// isPolice says whether a number is that of the police: 110接处警.
func isPolice(n decimal.Decimal) bool { return n.Equal(decimal.NewFromInt(110)) }

// beginsHotline says whether a text begins with such a number that counts nothing.
func beginsHotline(text string) bool {
	n, size := chinese.ReadNumeral(text)
	return size > 0 && n.Unit == "" && n.Decimals == 0 && isHotline(n.Value)
}

// leastName is the least number that is one of a hotline or the like where it counts nothing.
var leastName = decimal.NewFromInt(1000)

// isPartOfName says whether a number belongs to a name, a document's number or a range of years.
func isPartOfName(before rune, rest, unit string) bool {
	after := chinese.FirstRune(rest)
	return unit == "号" || isLatin(before) || isLatin(after) || strings.ContainsRune("〔[【第", before) || after == '号'
}

// countsInWords says whether a number in Chinese numerals counts something: 三件, but neither 每一件 nor 一起 nor 两个.
func countsInWords(before rune, rest, unit string) bool {
	if strings.ContainsRune("每同逐某这那任首唯哪无统不第", before) {
		return false
	}
	if strings.HasPrefix(rest, "一") {
		return false // 一件一档
	}
	if before == '“' || chinese.StartsWithAny(rest, []string{"多问", "多诉", "多办", "双审", "一办", "多人"}) {
		return false // “一件双审”, 一件多问
	}
	if unit == "个" && chinese.StartsWithAny(rest, []string{"规范性文件", "行政规范性文件", "公开申请", "政府信息公开申请"}) {
		return true // 新发了三个规范性文件
	}
	if unit == "项" && chinese.StartsWithAny(rest, []string{"均", "都", "皆", "占", "合占", "共占", "分别", "就有", "就占", "即有", "即占", "便有"}) {
		return false // 两项均为零, 两项占到49.4%, 三项分别为, 不掌握一项就有218件
	}
	if unit == "条" && chinese.StartsWithAny(rest, []string{"路", "线", "渠道", "途径", "腿"}) {
		return false // 三条路
	}
	if unit == "起" && chinese.IsHan(chinese.FirstRune(rest)) && !strings.HasPrefix(rest, "的") || strings.HasPrefix(rest, "事") {
		return false
	}
	return slices.Contains([]string{"件次", "件", "条", "宗", "份", "起", "例", "项", "%", "元", "万元", "年"}, unit)
}

// Rough words stand beside a number that is no exact one.
var (
	lessThanWords = []string{"不足", "不到", "少于", "最多", "不超过", "低于"}
	aboutWords    = []string{"约", "近", "接近", "大约", "将近"}
	atLeastWords  = []string{"超", "超过", "逾", "不少于", "至少", "不低于", "多于", "高于"}
)

// boundOf tells how exact a number is by what stands on both sides of it.
func boundOf(text string, s Span, n *chinese.Numeral) Bound {
	before, after := text[:s.Start], text[s.End:]
	switch {
	case chinese.EndsWithAny(before, aboutWords):
		return About
	case chinese.StartsWithAny(after, []string{"左右", "上下"}), chinese.EndsWithAny(before, []string{"约占", "约占比", "近占"}):
		return About
	case chinese.EndsWithAny(before, lessThanWords), chinese.StartsWithAny(after, []string{"以下", "以内"}):
		return Vague
	case strings.HasPrefix(after, "以上") && chinese.IsHan(chinese.FirstRune(after[len("以上"):])):
		return Vague // those that have so many
	case n.Rough && isOneOrNext(text[s.Start:s.End]):
		return About // 五六件
	case n.Rough && !chinese.ContainsAny(text[s.Start:s.End], []string{"余", "多", "来", "万", "千", "亿"}):
		return Vague // the end of a range, 两三件
	case chinese.EndsWithAny(before, atLeastWords), chinese.StartsWithAny(after, []string{"以上", "余", "多"}), n.Rough:
		return AtLeast
	}
	return Exact
}

// isOneOrNext says whether a number is told as one or the next: 五六件, 十一二件.
func isOneOrNext(words string) bool {
	const digits = "一二三四五六七八九"
	for i, d := range digits {
		if next := digits[i+utf8.RuneLen(d):]; next != "" && strings.Contains(words, string(d)+chinese.Clip(next, 1)) {
			return true
		}
	}
	return false
}

const rangeMarks = "-－—–~～至到"

// beginsRange and endsRange say whether a number is one of the two ends of a range: 3—5件. Years and days are left alone.
func (l *lexer) beginsRange(end int) bool {
	r, width := utf8.DecodeRuneInString(l.text[end:])
	if !strings.ContainsRune(rangeMarks, r) || width == 0 {
		return false
	}
	if _, isDigit := chinese.Digit(chinese.FirstRune(l.text[end+width:])); !isDigit {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(l.text[:end])
	_, hasNoUnit := chinese.Digit(before)
	last, _ := chinese.ReadNumeral(l.text[end+width:])
	return hasNoUnit || last.Unit != "年" // 留2件到2026年
}

// unitOfRange is the unit of time that a number takes from the end of the range that it begins: 1—12月. It is "" for none.
func (l *lexer) unitOfRange(end int) string {
	if !l.beginsRange(end) {
		return ""
	}
	_, width := utf8.DecodeRuneInString(l.text[end:])
	last, _ := chinese.ReadNumeral(l.text[end+width:])
	if isTimeUnit(last.Unit) {
		return last.Unit
	}
	return ""
}

func (l *lexer) endsRange(start int) bool {
	r, width := utf8.DecodeLastRuneInString(l.text[:start])
	if !strings.ContainsRune(rangeMarks, r) || width == 0 {
		return false
	}
	last := len(l.tokens) - 1
	if last >= 0 && l.tokens[last].kind != numberToken {
		last--
	}
	return last >= 0 && l.tokens[last].kind == numberToken && start-l.tokens[last].End <= width
}

// timeOfList is the unit of time that ends a list whose other numbers have only 个, "" if none does: 6个和8个工作日.
func (l *lexer) timeOfList(at int) string {
	for {
		r, width := utf8.DecodeRuneInString(l.text[at:])
		if !chinese.IsOneOf(r, "、和及与或至") {
			return ""
		}
		n, size := chinese.ReadNumeral(l.text[at+width:])
		switch at += width + size; {
		case size == 0:
			return ""
		case isTimeUnit(n.Unit) && strings.HasPrefix(n.Unit, "个"):
			return n.Unit
		case n.Unit != "个":
			return ""
		}
	}
}

// isTimeUnit says whether a unit is one of time: what it counts is no quantity.
func isTimeUnit(unit string) bool {
	switch unit {
	case "年", "周年", "月", "日", "天", "周", "个月", "小时", "分钟", "时", "个工作日", "工作日", "届":
		return true
	}
	return false
}

func isLatin(r rune) bool { return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' }

// isRatioOf says whether what follows a number makes it one of a ratio or of a time.
func isRatioOf(rest string) bool {
	behind, found := strings.CutPrefix(rest, ":")
	_, digit := chinese.Digit(chinese.FirstRune(behind))
	return found && digit
}

// isMinutes says whether a number that stands behind a text is the minutes of a time.
func isMinutes(before string) bool {
	hours, found := strings.CutSuffix(before, ":")
	if !found {
		hours, found = strings.CutSuffix(before, "：")
	}
	return found && hours != "" && hours[len(hours)-1] >= '0' && hours[len(hours)-1] <= '9'
}
