package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// mistaking are words with which a text tells what somebody wrote wrong, asWritten are those right before it.
var (
	mistaking = pattern.NewWords("误写 误填 误作 错写 错填 错成 写成 写作 填成 打成 印成 标成 录成 输成 念成 报成 仍写 没换 没改 没删 没填 未换 未改 未删 未填 没有换 没有改 没有删 忘了 忘记 漏改 漏填 照搬 照抄 个字都 不得出现 杜绝 错误 差错 笔误 纠错")
	asWritten = pattern.NewWords("写成 填成 打成 印成 标成 录成 输成 报成 误写 误填 误写为 误填为 错写为 错填为")
)

// isMistakeToldOf is true of a place where a text quotes what somebody else wrote wrong: 有一份连“XX镇”都没换, 把日期填成2月30日.
func isMistakeToldOf(text string, at int) bool {
	if asWritten.Ends(strings.TrimSuffix(text[:at], "“")) {
		return true
	}
	clause, _ := chinese.Around(text, at, chinese.ClauseEnds)
	return mistaking.In(clause) && chinese.IsQuoted(text, at)
}
