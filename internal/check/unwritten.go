package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// leftDotted is an item, or what a colon announces, of which nothing stands but dots: 一是…；, 工作打算：……
	leftDotted = pattern.New(`(?:^|[：；，。]|[一二三四五六七八九]是|其[一二三四五]|（[一二三四五六七八九十]{1,2}）|[0-9][.．、])[ 　]*(?:…+|\.{3,}|·{3,}|。{3,})[；。，]?(?:$|[一二三四五六七八九]是|（|；)|(?:[一二三四五六七八九]是|：)(?:…+|\.{3,})`, "…", "...", "···", "。。。")
	// leftBlank is a unit with a short line in the place of its number: 政策解读类_条.
	leftBlank = pattern.New(`[\p{Han}：，、（][ 　]*[_＿][ 　]*(?:年|月|日|件|条|次|人次|场|期|份|篇|项|户|个|人|家|万元|元)`, "_", "＿")
	// leftDoubted is a number with a question mark right behind it: 财政类12条？
	leftDoubted = pattern.New(`[0-9]+(?:\.[0-9]+)?(?:条|件|次|份|篇|项|个|期|场|人|人次|户|家|万元|元|%)[？?]+`, "？", "?")
	// askingWords are words of a clause that does ask.
	askingWords = pattern.NewWords("吗 呢 为什么 为何 多少 几 是否 怎 哪 谁 什么 能不能 可不可以 有没有 是不是")
)

// notWritten lists what a writer left open in a text with dots, a short line or a question mark.
func notWritten(text string) (list []string) {
	for _, m := range leftDotted.FindAllStringIndex(text, -1) {
		if !chinese.IsQuoted(text, m[1]-1) {
			words := strings.TrimLeft(text[m[0]:m[1]], "；，。")
			last := strings.TrimRightFunc(words, func(r rune) bool { return !strings.ContainsRune("….·。", r) })
			list = append(list, last)
		}
	}
	for _, words := range leftBlank.FindAllString(text, -1) {
		list = append(list, strings.TrimLeft(words, "：，、（"))
	}
	for _, m := range leftDoubted.FindAllStringIndex(text, -1) {
		if clause, _ := chinese.Around(text, m[0], chinese.ClauseEnds); !askingWords.In(clause) && !chinese.IsQuoted(text, m[0]) {
			list = append(list, text[m[0]:m[1]])
		}
	}
	return list
}
