package workbook

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestKeysAt(t *testing.T) {
	tests := []struct {
		why, sheet, ref string
		want            []Address
	}{
		{"by the sheet's name", "三、依申请公开", "D8", []Address{{"三、依申请公开", "requests.granted.natural_person"}}},
		{"by its numeral", "三", "$d$8", []Address{{"三、依申请公开", "requests.granted.natural_person"}}},
		{"by its title", "复议诉讼", "A6", []Address{{"四、复议诉讼", "disputes.review.upheld"}}},
		{"only one sheet has something there", "", "E29", []Address{{"三、依申请公开", "requests.total.enterprise"}}},
		{"merged with a figure's cell", "二", "D16", []Address{{"二、主动公开", "proactive.fees.amount"}}},
		{"a text's column", "六", "A9", []Address{{"六、其他事项", "narrative.other"}}},
		{"a part of the unit's data", "基本信息", "B3", []Address{{"基本信息", "unit.name"}}},
		{"a label", "三", "A8", nil},
		{"no such sheet", "七", "D8", nil},
		{"no reference", "三", "D", nil},
	}
	for _, test := range tests {
		got, err := KeysAt(edition(t, "2021"), test.sheet, test.ref)
		require.NoError(t, err)
		assert.Equal(t, test.want, got, test.why)
	}
	several, err := KeysAt(edition(t, "2021"), "", "A6")
	require.NoError(t, err)
	assert.Greater(t, len(several), 1, "every sheet is looked at")
}
