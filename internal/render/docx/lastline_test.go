package docx

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSpacingKeepsLastCharactersTogether(t *testing.T) {
	const line = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八" // 28 characters, as many as go on a line
	for _, c := range []struct{ why, text string }{
		{"one line", "没有收取信息处理费。"},
		{"two lines, the second long", line + "没有收取信息处理费。"},
		{"one character on the second", line[:26*3] + "费。"},
		{"one on the fourth", line[:26*3] + line + line + "费。"},
		{"one behind numbers", "全年公开信息320条，办理申请12件，其中予以公开9件，部分公开3件。"},
	} {
		assert.False(t, endsAlone(c.text, spacingOf(c.text)), c.why)
	}
	assert.Equal(t, bodySpacing, spacingOf(line+"没有收取信息处理费。"), "what stands well stays")
	assert.NotEqual(t, bodySpacing, spacingOf(line[:26*3]+"费。"))
}

func TestUnbroken(t *testing.T) {
	const text = "“见www.a.cn”，（一）共12件。"
	pieces := unbroken(text)
	assert.Equal(t, []string{"“见", "www.a.cn”，", "（一）", "共", "12", "件。"}, pieces)
	assert.Equal(t, text, strings.Join(pieces, ""))
}
