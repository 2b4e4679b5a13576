package check

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Whoever follows a finding to its text is led to what is wrong there, and not to what is quoted beside it.
func TestWhatOfAQuotationIsWrong(t *testing.T) {
	for _, c := range []struct {
		why, rule string
		key       Entry
		wrong     string
		isLack    bool
	}{
		{"a wrong word among those around it", "wrong-word", Entry{"narrative.overview", "我镇认真落实信息公开条列的各项要求。"}, "公开条列", false},
		{"a half-width mark", "punctuation", Entry{"narrative.overview", "我镇主动公开信息,更新及时。"}, ",", false},
		{"two marks in a row", "punctuation", Entry{"narrative.overview", "我镇主动公开信息320条。。"}, "。。", false},
		{"a word twice", "repeated-word", Entry{"narrative.overview", "我镇进一步推进推进信息公开工作。"}, "推进推进", false},
		{"a letter that only looks like the one that is meant", "lookalike-character", Entry{"narrative.overview", "全年清理失效文件３件。"}, "３", false},
		{"no mark at the end: it goes behind the words", "punctuation", Entry{"narrative.overview", "我镇主动公开信息320条，更新及时。全年没有收到申请"}, "", true},
		{"something is not told: it goes behind the text", "accountability-reported", Entry{"narrative.overview", "主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。组织培训2次。"}, "", true},
	} {
		rule, ok := ByID(c.rule)
		require.True(t, ok, c.rule)
		found := rule.Try(Case{Set: []Entry{c.key}})
		require.NotEmpty(t, found, c.why)
		q := found[0].Text
		require.NotNil(t, q, c.why)
		assert.Equal(t, c.wrong, q.Wrong, c.why)
		assert.Equal(t, c.isLack, q.IsLack, c.why)
		assert.True(t, strings.Contains(q.Words, q.Wrong), "%s: %s", c.why, q.Words)
	}
}
