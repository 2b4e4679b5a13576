package pattern_test

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/pattern"
)

// A list of words finds what is found when each word is looked for by itself, in texts of broken characters, too.
func FuzzWords(f *testing.F) {
	for _, listed := range []string{"", "年 月 日", "件 件次 申请件", "a 政府信息 政府 𬇹河 é 1. ①"} {
		for _, text := range []string{"", "全年收到政府信息公开申请3件。", "\xe6\x94", "\xe6a政\xbf府", "𬇹河镇é", "1.公开①", strings.Repeat("公开", 50) + "件次"} {
			f.Add(listed, text)
		}
	}
	f.Fuzz(func(t *testing.T, listed, text string) {
		each := strings.Fields(listed)
		if !utf8.ValidString(listed) {
			t.Skip()
		}
		var dropped []string
		for _, word := range each {
			dropped = append(dropped, word, "")
		}
		first := slices.IndexFunc(each, func(word string) bool { return strings.Contains(text, word) })
		for _, words := range []*pattern.Words{pattern.NewWords(listed), pattern.ListOf(each)} {
			assert.Equal(t, first >= 0, words.In(text))
			assert.Equal(t, slices.ContainsFunc(each, func(word string) bool { return strings.HasPrefix(text, word) }), words.Begins(text))
			assert.Equal(t, slices.ContainsFunc(each, func(word string) bool { return strings.HasSuffix(text, word) }), words.Ends(text))
			rest, begins := words.CutPrefix(text)
			assert.Equal(t, words.Begins(text), begins)
			assert.Equal(t, begins, len(rest) < len(text) && slices.Contains(each, strings.TrimSuffix(text, rest)))
			rest, ends := words.CutSuffix(text)
			assert.Equal(t, words.Ends(text), ends)
			assert.Equal(t, ends, len(rest) < len(text) && slices.Contains(each, strings.TrimPrefix(text, rest)))
			assert.Equal(t, strings.NewReplacer(dropped...).Replace(text), words.Without(text))
			places := maps.Collect(words.Each(text))
			for i := range text {
				found := slices.IndexFunc(each, func(word string) bool { return strings.HasPrefix(text[i:], word) })
				if found < 0 {
					assert.NotContains(t, places, i)
				} else {
					assert.Equal(t, each[found], places[i])
				}
			}
			if first < 0 {
				assert.Empty(t, words.First(text))
			} else {
				assert.Equal(t, each[first], words.First(text))
			}
			assert.Equal(t, len(each), len(words.List()))
		}
	})
}

func BenchmarkWords(b *testing.B) {
	listed := "同比 相比 较上年 较去年 比上年 比去年 增长 增加 减少 下降 上升 持平 同时 并 继续 持续 不断 进一步 切实 有效 着力 全面 大力 积极"
	text := strings.Repeat("收到政府信息公开申请，均按期予以答复，未发生行政复议、诉讼。", 4)
	each := strings.Fields(listed)
	b.Run("each", func(b *testing.B) {
		for range b.N {
			_ = slices.ContainsFunc(each, func(word string) bool { return strings.Contains(text, word) })
		}
	})
	words := pattern.NewWords(listed)
	b.Run("words", func(b *testing.B) {
		for range b.N {
			words.In(text)
		}
	})
	b.Run("first", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			pattern.NewWords(listed).In(text)
		}
	})
}
