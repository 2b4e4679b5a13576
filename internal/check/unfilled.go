package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// unfilled stands for a name or a number that was to be put in; what comes next decides how sure that is.
	unfilled = pattern.New(`(?:[XxＸｘ]{2,}|[×✕╳]{2,}|[〇○□]{2,}|＿{2,}|_{2,})(年|月|日|件|条|次|人次|场|期|份|篇|项|户|镇|乡|街道|号|万元)?`,
		"XX", "Xx", "XＸ", "Xｘ", "xX", "xx", "xＸ", "xｘ", "ＸX", "Ｘx", "ＸＸ", "Ｘｘ", "ｘX", "ｘx", "ｘＸ", "ｘｘ", "××", "×✕", "×╳", "✕×", "✕✕", "✕╳", "╳×", "╳✕", "╳╳", "〇〇", "〇○", "〇□", "○〇", "○○", "○□", "□〇", "□○", "□□", "＿＿", "__")
	// unfilledCount is a single sign where a number was to be put in. N stands for any number as well, in what people call a pattern of work
	// (1个平台、N个站点), so that only what is counted of one's own work is unfilled.
	unfilledCount = pattern.NewWith("X x Ｘ ｘ × ✕ ╳ N", `(?:^|[^0-9A-Za-zＡ-Ｚａ-ｚ×✕╳+＋_-])((?:[XxＸｘ×✕╳][余多]?(?:人次|万元|万字|个|名|场|期|户)|[XxＸｘ×✕╳N][余多]?(?:件|条|次|份|篇|项|%|％)))`,
		"人次", "万元", "万字", "个", "名", "场", "期", "户", "件", "条", "次", "份", "篇", "项", "%", "％")
	toBeAdded = pattern.New(`待补充|待填写|待定稿|[（(]具体网址[）)]|[（(]此处[^（）()]*[）)]|[（(]请[^（）()]*填[^（）()]*[）)]|[（(][　 ]*[）)]|《[　 ]*》|“[　 ]*”|【[　 ]*】|〔[　 ]*〕|\[[　 ]*\]|<\p{Han}{1,3}>`)
	// additions are beginnings of what toBeAdded finds, so that it runs over few texts.
	additions = pattern.ListOf([]string{"待", "（具体", "（此处", "（请", "（）", "（ ", "（　", "(", "《》", "《 ", "《　", "“”", "“ ", "“　", "【】", "【 ", "【　", "〔〕", "〔 ", "〔　", "[]", "[ ", "[　", "<"})
)

// unfilledSign are signs that stand where a name or a number was to be put in, with the unit behind them.
type unfilledSign struct {
	words string
	level Level // Fatal where it can be nothing else
}

func findUnfilled(text string) (found []unfilledSign) {
	for _, m := range unfilled.FindAllStringSubmatchIndex(text, -1) {
		words := text[m[0]:m[1]]
		if isInsideWord(text, m[0], m[1]) || isMask(text, m[0]) {
			continue
		}
		level := Query
		if m[2] >= 0 && !strings.ContainsAny(words, "〇○□") {
			level = Fatal
		}
		found = append(found, unfilledSign{words, level})
	}
	for _, m := range unfilledCount.FindAllStringSubmatchIndex(text, -1) {
		words := text[m[2]:m[3]]
		if strings.HasSuffix(words, "项") && strings.HasPrefix(text[m[3]:], "目") || isMask(text, m[2]) {
			continue
		}
		found = append(found, unfilledSign{words, Fatal})
	}
	return found
}

func findToBeAdded(text string) []string {
	if !additions.In(text) {
		return nil
	}
	return toBeAdded.FindAllString(text, -1)
}

// isInsideWord is true of a run of x's that belongs to a Latin word, an address or a code.
func isInsideWord(text string, start, end int) bool {
	latin := func(b byte) bool {
		return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '.' || b == '@' || b == '/'
	}
	return start > 0 && latin(text[start-1]) || end < len(text) && latin(text[end])
}

// masking are words with which a text speaks of signs that stand for something hidden, not of something left open.
var masking = pattern.NewWords("字样 代替 替代 代称 代指 表示 脱敏 隐去 隐藏 遮挡 打码 格式 留有 标注 旧台账 现象 留空")

// isMask is true of signs between quotation marks of which the clause says what they stand for: 姓氏后以“××”代替.
func isMask(text string, at int) bool {
	clause, _ := chinese.Around(text, at, chinese.ClauseEnds)
	return masking.In(clause) && chinese.IsQuoted(text, at) || isMistakeToldOf(text, at)
}
