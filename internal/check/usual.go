package check

import (
	"strings"
	"unicode"

	"nianbao/internal/chinese"
)

// Phones, addresses and periods are written in many ways, and nearly always in one. What is written in that way is told here, so that the
// patterns of all the others need not be looked at. The tests hold each way against the patterns.

func isLowerOrDigits(text string) bool {
	return text != "" && strings.Trim(text, "abcdefghijklmnopqrstuvwxyz0123456789") == ""
}

// isUsualPhone is true of an area code and a number: 0931-1234567.
func isUsualPhone(text string) bool {
	area, number, _ := strings.Cut(text, "-")
	if !chinese.IsDigits(area) || !chinese.IsDigits(number) || area[0] != '0' {
		return false
	}
	switch three := area == "010" || strings.HasPrefix(area, "02"); {
	case three:
		return len(area) == 3 && len(number) == 8
	case strings.HasPrefix(area, "00"):
		return (len(area) == 3 || len(area) == 4) && (len(number) == 7 || len(number) == 8)
	}
	return len(area) == 4 && area[1] >= '3' && (len(number) == 7 || len(number) == 8)
}

// isUsualHost is true of a name of at least two parts, the last of letters alone: example.gov.cn.
func isUsualHost(text string) bool {
	rest, last, found := cutLast(text, ".")
	for part := range strings.SplitSeq(rest, ".") {
		if !isLowerOrDigits(part) {
			return false
		}
	}
	return found && len(last) >= 2 && isLowerOrDigits(last) && !strings.ContainsAny(last, "0123456789")
}

// cutLast cuts a text about the last of the places where something stands.
func cutLast(text, at string) (before, after string, found bool) {
	i := strings.LastIndex(text, at)
	if i < 0 {
		return text, "", false
	}
	return text[:i], text[i+len(at):], true
}

// isUsualEmail is true of qingxi@example.gov.cn.
func isUsualEmail(text string) bool {
	name, host, found := strings.Cut(text, "@")
	return found && isLowerOrDigits(name) && isUsualHost(host)
}

// isUsualSite is true of https://www.example.gov.cn/qingxi.
func isUsualSite(text string) bool {
	scheme, address, _ := strings.Cut(text, "://www.")
	if scheme != "https" && scheme != "http" {
		return false
	}
	host, path, _ := strings.Cut(strings.TrimSuffix(address, "/"), "/")
	if !isUsualHost(host) || strings.Contains(address, "http") || strings.Contains(address, "ww") {
		return false
	}
	for part := range strings.SplitSeq(strings.TrimSuffix(path, ".html"), "/") {
		if path != "" && !isLowerOrDigits(part) {
			return false
		}
	}
	return true
}

// isUsualAddress is true of an address that ends with the number of a house: 清溪镇文昌路1号.
func isUsualAddress(text string) bool {
	before, found := strings.CutSuffix(text, "号")
	street := strings.TrimRight(before, "0123456789")
	return found && street != before && street != "" && !strings.ContainsFunc(street, func(r rune) bool { return r < chinese.FirstHan || r > chinese.LastHan })
}

// namesWholeYear is true of a statement that names one period, which is all of a year: 自2025年1月1日起至12月31日止.
func namesWholeYear(statement string, year int) bool {
	before, behind, found := strings.Cut(statement, yearText(year)+"1月1日")
	if !found || strings.ContainsAny(before, "月.．/-") || strings.ContainsAny(lastRune(before), "0123456789０１２３４５６７８９") {
		return false
	}
	behind = strings.TrimPrefix(behind, "起")
	end, found := strings.CutPrefix(behind, "至")
	if !found {
		end, found = strings.CutPrefix(behind, "到")
	}
	return found && strings.HasPrefix(strings.TrimPrefix(end, yearText(year)), "12月31日")
}

// mayHoldLongDigits is false of a text without a stretch of digits, blanks and hyphens that could be the number of a person: eleven digits on
// end, fourteen in groups, or three and more that begin with 1.
func mayHoldLongDigits(text string) bool {
	together, inGroups := 0, 0
	for i := range len(text) {
		switch c := text[i]; {
		case c >= '0' && c <= '9':
			together++
			inGroups++
		case c == ' ' || c == '-':
			if together >= 3 && text[i-3] == '1' {
				return true
			}
			together = 0
		default:
			together, inGroups = 0, 0
		}
		if together >= 11 || inGroups >= 14 {
			return true
		}
	}
	return false
}

// readListItem is the class in an item of a list that counts a class: 政策解读 in 政策解读类12条. ok is false for any other item.
func readListItem(item string) (class string, ok bool) {
	before, found := cutCounter(item)
	words := strings.TrimRight(before, "0123456789")
	if !found || words == before {
		return "", false
	}
	const fewest, most = 2, 12 // characters
	for _, end := range []string{"信息", "类", ""} {
		class, found := strings.CutSuffix(words, end)
		if n := countHan(class); found && n >= fewest && n <= most {
			return class, true
		}
	}
	return "", false
}

// cutCounter is an item without the counter at its end.
func cutCounter(item string) (before string, found bool) {
	const counters = "条件份篇期项个次"
	last := lastRune(item)
	return strings.TrimSuffix(item, last), last != "" && strings.Contains(counters, last)
}

// countHan is how many characters a text has, -1 if not all are Chinese.
func countHan(text string) int {
	n := 0
	for _, r := range text {
		if !unicode.Is(unicode.Han, r) {
			return -1
		}
		n++
	}
	return n
}
