package model

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestNumbersAreReadAsTheyAreCopied(t *testing.T) {
	for _, c := range []struct{ why, typed, number string }{
		{"as the findings have it", "EFEBDA", "EFEBDA"},
		{"in small letters", "efebda", "EFEBDA"},
		{"with the word that stands before it on the screen", "编号EFEBDA", "EFEBDA"},
		{"with what stands behind it there", "编号EFEBDA：", "EFEBDA"},
		{"with blanks and a colon between", "编号: EFEBDA ", "EFEBDA"},
		{"in full-width characters", "　编号：ＥＦＥＢＤＡ", "EFEBDA"},
		{"digits in full width", "６Ｂ９８０６", "6B9806"},
		{"with a blank inside", "6B9 806", "6B9806"},
		{"the whole fingerprint that data have", "efebda12ab90", "EFEBDA"},
		{"a digit too many", "EFEBDA1", ""},
		{"too short", "6B980", ""},
		{"another word", "以上都是", ""},
		{"nothing", "", ""},
	} {
		assert.Equal(t, c.number, NumberIn(c.typed), c.why)
	}
	assert.Equal(t, "6B980", NumberOf(" 6b980 "), "what is no number is told as it was typed")
}

func TestWhatExplains(t *testing.T) {
	for _, said := range []string{"经核实，数据属实。", "属实", "见文件3号", "ok", "没有出入", "无误"} {
		assert.True(t, Answer{Text: said}.Explains(), said)
	}
	for _, said := range []string{"", " ", "。", "……", "/", "－", "无", "无。", "没有", "（略）", "√"} {
		assert.False(t, Answer{Text: said}.Explains(), said)
	}
}
