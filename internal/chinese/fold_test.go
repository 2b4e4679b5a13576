package chinese_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/chinese"
)

func TestFold(t *testing.T) {
	for _, c := range []struct{ why, typed, meant string }{
		{"nothing to fold", "2024年，本镇公开信息320条（含公众号）。", "2024年，本镇公开信息320条（含公众号）。"},
		{"radicals", "⽆公⺠、法⼈申请，收到⼆件，⻚⾯已更新", "无公民、法人申请，收到二件，页面已更新"},
		{"compatibility ideographs", "\uf901新年\U0002f804", "更新年你"},
		{"what takes no room", "公\u200b开\u00ad信\ufeff息\u200e\u2060", "公开信息"},
		{"spaces", "公开\u00a0信息\u2003三条\u3000四条", "公开 信息 三条\u3000四条"},
		{"full width", "２０２５年公开１２．５％，用ＡＰＰ", "2025年公开12.5％，用APP"},
		{"a number of a paragraph", "1．主动公开", "1．主动公开"},
		{"O and l among digits", "2O25年公开10O条、1l2条，2〇24年，202l年", "2025年公开100条、112条，2024年，2021年"},
		{"letters of other alphabets", "1О件、2ο件", "10件、20件"},
		{"an O for none", "收到О件，受理O件", "收到0件，受理0件"},
		{"words with an O", "O2O平台、H2O、5G、B2B、3D打印、Office、4l水、O型血、I类", "O2O平台、H2O、5G、B2B、3D打印、Office、4l水、O型血、I类"},
		{"addresses", "https://www.example.gov.cn/1O2/a?b=3O4#1O", "https://www.example.gov.cn/1O2/a?b=3O4#1O"},
		{"katakana", "十ニ月，エ作，公众号ニュース", "十二月，工作，公众号ニュース"},
		{"marks of another width", "公开﹐更新｡｢好｣", "公开，更新。「好」"},
		{"Chinese zeros", "二〇二五年、○件", "二〇二五年、○件"},
		{"signs and letters that are formed", "☎️、بە\u200cت", "☎️、بە\u200cت"},
		{"no text", "\xff2O\xfe", "\xff20\xfe"},
	} {
		t.Run(c.why, func(t *testing.T) {
			assert.Equal(t, c.meant, chinese.Fold(c.typed).Text)
		})
	}
}

// Where nothing is to be folded, nothing is made.
func TestFoldOfSoundTextAllocatesNothing(t *testing.T) {
	text := strings.Repeat("（一）主动公开。2024年，本镇通过“清溪发布”公开信息320条，占12.5％；见https://www.example.gov.cn/a。", 20)
	assert.Zero(t, testing.AllocsPerRun(10, func() { chinese.Fold(text) }))
}

func TestOriginal(t *testing.T) {
	const typed = "\u200b收到\u200b⼆\u200b件，\u200b２０条\u200b"
	f := chinese.Fold(typed)
	assert.Equal(t, "收到二件，20条", f.Text)
	for words, want := range map[string]string{"收到": "收到", "二件": "⼆\u200b件", "20": "２０", "条": "条", "到二": "到\u200b⼆", f.Text: strings.Trim(typed, "\u200b")} {
		at := strings.Index(f.Text, words)
		from, to := f.Original(at, at+len(words))
		assert.Equal(t, want, typed[from:to], words)
	}
}

// Folding is done once, and every stretch of the folded text is found again in what was typed.
func FuzzFold(f *testing.F) {
	for _, seed := range []string{"⽆公⺠2O25年\u200b１２．５％", "十ニ月ｌ1l", "\xff\u200b\xfe2O", "\u00a0\u00ad☎️2〇25", "𝟐𝟎件O件"} {
		f.Add(seed, 0, 3)
	}
	f.Fuzz(func(t *testing.T, typed string, start, size int) {
		folded := chinese.Fold(typed)
		assert.Equal(t, folded.Text, meant(folded, typed, 0, len(typed)))
		start = chinese.RuneStart(folded.Text, start)
		end := chinese.RuneStart(folded.Text, max(start, min(start+max(size, 0), len(folded.Text))))
		from, to := folded.Original(start, end)
		assert.Equal(t, folded.Text[start:end], meant(folded, typed, from, to))
	})
}

// meant is a stretch of what was typed with what is meant in the place of the look-alikes.
func meant(folded chinese.Folded, typed string, from, to int) string {
	var b strings.Builder
	for _, l := range folded.Lookalikes {
		if l.Start >= from && l.End <= to {
			b.WriteString(typed[from:l.Start] + l.Meant)
			from = l.End
		}
	}
	return b.String() + typed[from:to]
}

func TestUnified(t *testing.T) {
	for typed, want := range map[rune]rune{'⼈': '人', '⺠': '民', '\uf901': '更', '人': '人', '⺚': '⺚', '２': '２', 'a': 'a'} {
		assert.Equal(t, string(want), string(chinese.Unified(typed)), "%U", typed)
	}
}
