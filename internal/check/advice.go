package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// models are what a text is written after, and rewriting what is done to it, where that is a note to oneself.
	models    = pattern.NewWords("范本 范文 模板 样本 上年报告 去年报告 上年年报 去年年报 往年")
	rewriting = []string{"改写", "填写", "修改", "编写", "补充", "续写", "照写", "照抄", "调整"}
)

// advice is a note on how the text is to be written that was left in it: a sentence of its own like 参照范本改写, or one of the
// notes of instructions.txt; "" if there is none.
func advice(text string) string {
	if words := instructions.words("编写的提示").First(text); words != "" {
		return words
	}
	if words := howToWrite(text); words != "" {
		return words
	}
	if words := whatBelongsHere(text); words != "" {
		return words
	}
	if words := formNote(text); words != "" {
		return words
	}
	if words := layoutNote(text); words != "" {
		return words
	}
	if !models.In(text) {
		return ""
	}
	for _, statement := range strings.FieldsFunc(text, func(r rune) bool { return chinese.IsOneOf(r, chinese.StatementEnds+"：（）;:()!?") }) {
		if chinese.StartsWithAny(statement, []string{"参照", "参考", "按照", "按", "仿照", "套用", "请参照", "请参考", "请按"}) && models.In(statement) && chinese.EndsWithAny(statement, rewriting) {
			return statement
		}
	}
	return ""
}
