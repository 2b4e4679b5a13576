package text

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		why   string
		text  string
		limit int
		want  []string
	}{
		{"a blank cell has no line", "", 8, nil},
		{"what fits is left alone", "商业企业", 8, []string{"商业企业"}},
		{"a line is filled", "社会公益组织", 8, []string{"社会公益", "组织"}},
		{"behind a mark where that costs no further line", "（三）不予公开", 10, []string{"（三）", "不予公开"}},
		{"but not where it does", "三、本年度办理结果", 10, []string{"三、本年度", "办理结果"}},
		{"the last such mark counts", "一，二，三四五六七", 12, []string{"一，二，", "三四五六七"}},
		{"no single character at the end", "补正后申请内容仍不明确", 20, []string{"补正后申请内容仍不", "明确"}},
		{"unless the two do not fit on a line", " abcdefgh二", 9, []string{"abcdefgh", "二"}},
		{"unless the line would be empty without it", "总计", 2, []string{"总", "计"}},
		{"a closing mark starts no line", "一二三四，五六", 8, []string{"一二三", "四，五六"}},
		{"an opening mark ends none", "一二三“四五”", 8, []string{"一二三", "“四五”"}},
		{"a number is not broken", "采购金额251000元左右", 12, []string{"采购金额", "251000元左右"}},
		{"unless no line holds it", "1234567890", 4, []string{"1234", "5678", "90"}},
		{"a space at a break is dropped", "ab cd", 3, []string{"ab", "cd"}},
		{"a combining mark stays with its letter", "清e\u0301溪水", 3, []string{"清e\u0301", "溪", "水"}},
		{"marks alone break somewhere", "，，，，", 4, []string{"，，", "，，"}},
	} {
		assert.Equal(t, c.want, new(breaking).wrap(c.text, c.limit), c.why)
	}
}

func TestWrapLosesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(50, 711))
	letters := []rune("政府信息公开，。、（“”》a1 .\u0301𬇹…")
	for range 5000 {
		typed := make([]rune, random.IntN(60))
		for i := range typed {
			typed[i] = letters[random.IntN(len(letters))]
		}
		limit := 2 + random.IntN(30)
		lines := new(breaking).wrap(string(typed), limit)
		require.Equal(t, strings.ReplaceAll(string(typed), " ", ""), strings.ReplaceAll(strings.Join(lines, ""), " ", ""))
		for _, line := range lines {
			require.LessOrEqual(t, columns(line), limit, "%q in %q", line, string(typed))
		}
	}
}
