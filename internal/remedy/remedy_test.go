package remedy_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/remedy"
)

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
