package office_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/office"
)

func TestMembersListsAsTheyAreMade(t *testing.T) {
	for _, c := range []struct{ why, list, names, fault string }{
		{"a title above the heads, a head with spaces in it, one with a remark", "望禾县单位名单,,\n序号,名 称（全称）,层级\n1,清溪镇人民政府,乡镇\n", "清溪镇人民政府", ""},
		{"the head 单位全称 behind a number", "序号,单位全称,层级\n1,清溪镇人民政府,乡镇\n2,石桥镇人民政府,乡镇\n", "清溪镇人民政府、石桥镇人民政府", ""},
		{"heads that nobody knows: numbers are no names", "序号,谁,层级\n1,清溪镇人民政府,乡镇\n", "", "第2行：“1”不是单位名称，请在名称那一列的第一行写“名称”"},
		{"a name twice that differs in spaces alone, of which the second was missing for ever", "名称\n清溪镇人民政府\n清溪镇 人民政府\n", "", "第3行：“清溪镇 人民政府”在第2行已经有了，请只留一处"},
		{"who goes on is not on it", "名称,撤销日期,承接单位\n清溪镇人民政府,2025-03-01,石桥镇人民政府\n", "", "承接单位“石桥镇人民政府”不在名单上"},
		{"a unit that goes on with itself", "名称,撤销日期,承接单位\n清溪镇人民政府,2025-03-01,清溪镇人民政府\n", "", "承接单位是它自己，请核对"},
		{"a line break in a name", "名称\n\"石桥镇\n人民政府\"\n", "石桥镇 人民政府", ""},
	} {
		l, err := office.ReadMembers([]byte(c.list))
		if c.fault != "" {
			assert.ErrorContains(t, err, c.fault, c.why)
			continue
		}
		require.NoError(t, err, c.why)
		var names []string
		for _, m := range l.Members {
			names = append(names, m.Name)
		}
		assert.Equal(t, c.names, strings.Join(names, "、"), c.why)
	}
}
