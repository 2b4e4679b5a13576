package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// comparing words set the numbers of two years side by side.
var comparing = pattern.NewWords("同比 相比 较上年 较去年 比上年 比去年 增长 增加 减少 下降 上升 持平")

// compares is true of an earlier year whose number is set beside that of the report year: in its statement, or in the one
// before or behind it.
func (y *aboutYears) compares(m chinese.YearMention, statement string) bool {
	if m.Year > y.year || !figureIn.MatchString(statement) {
		return false
	}
	near := y.text[chinese.RuneStart(y.text, m.Start-chinese.Farthest):chinese.RuneStart(y.text, m.Start+chinese.Farthest)]
	statements := chinese.Statements(near)
	for k, s := range statements {
		if strings.Contains(s, statement) {
			around := strings.Join(statements[max(0, k-1):min(len(statements), k+2)], "")
			if y.namesThisYear(around) && sideBySide(statement, statements[min(k+1, len(statements)-1)], yearText(y.year)) {
				return true
			}
			return (y.namesThisYear(around) || strings.Contains(around, "全年")) && comparing.In(around)
		}
	}
	return false
}

// sideBySide says whether the statement behind one on an earlier year begins with the report year and counts the same.
func sideBySide(statement, next, year string) bool {
	return statement != next && strings.HasPrefix(next, year) && figureIn.MatchString(next) &&
		slices.ContainsFunc(sameCounts.List(), func(w string) bool { return strings.Contains(statement, w) && strings.Contains(next, w) })
}

// sameCounts are what two years are compared by.
var sameCounts = pattern.NewWords("收到 受理 办结 答复 公开信息 主动公开 公开政府信息 发布 推送 新增 制发 举办 培训")

// figureIn finds a number behind a year.
var figureIn = pattern.New(`年.*[0-9０-９]`)

// opensStatement is true of what may stand before a statement's first word: nothing, a number, a colon, a heading whose mark
// is lost.
func opensStatement(before string) bool {
	_, rest, numbered := chinese.ReadMarker(before)
	if before == "" || numbered && rest == "" || strings.HasSuffix(before, "：") {
		return true
	}
	phrase := strings.TrimRight(rest, " \u3000\u00a0")
	if strings.ContainsAny(phrase, "，、：,") || utf8.RuneCountInString(phrase) > 20 {
		return false
	}
	return len(phrase) < len(rest) || numbered && chinese.EndsWithAny(phrase, strings.Fields("情况 方面 工作 建设 保障 管理 公开 问题"))
}
