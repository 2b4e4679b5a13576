package remedy_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/remedy"
)

func TestTold(t *testing.T) {
	word := func(r remedy.Remedy) string {
		return map[remedy.Action]string{remedy.Overwrite: "加上 --force", remedy.ListRules: ""}[r.Action]
	}
	force := remedy.New("已经有这个文件了。", remedy.Overwrite)
	assert.Equal(t, "已经有这个文件了；加上 --force", remedy.Told(force, word))
	assert.Equal(t, "已经有这个文件了；坏了；加上 --force", remedy.Told(remedy.Join(force, errors.New("坏了")), word), "behind all that is wrong")
	assert.Equal(t, "没有这条规则", remedy.Told(remedy.New("没有这条规则", remedy.ListRules), word), "a face may have no word for it")
	assert.Equal(t, "已经有这个文件了", remedy.Told(force, nil))
}

func TestOf(t *testing.T) {
	rules := remedy.New("没有这条规则", remedy.ListRules)
	force := remedy.New("已经有这个文件了", remedy.Overwrite)
	for _, c := range []struct {
		why  string
		err  error
		want []remedy.Action
	}{
		{"none", nil, nil},
		{"an error without a remedy", errors.New("坏了"), nil},
		{"one by itself", force, []remedy.Action{remedy.Overwrite}},
		{"one that was wrapped", fmt.Errorf("第3行：%w", rules), []remedy.Action{remedy.ListRules}},
		{"one that was put beside an error", remedy.With(errors.New("坏了"), remedy.ImportOther), []remedy.Action{remedy.ImportOther}},
		{"several, in order", errors.Join(rules, force), []remedy.Action{remedy.ListRules, remedy.Overwrite}},
		{"the same twice is told once", errors.Join(rules, fmt.Errorf("第4行：%w", rules)), []remedy.Action{remedy.ListRules}},
	} {
		var got []remedy.Action
		for _, r := range remedy.Of(c.err) {
			got = append(got, r.Action)
		}
		assert.Equal(t, c.want, got, c.why)
	}
}
