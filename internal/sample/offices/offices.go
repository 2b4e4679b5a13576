// Package offices is what an office lays down, for tests.
package offices

import (
	"bytes"
	"time"

	"github.com/shopspring/decimal"

	"nianbao/internal/check"
	"nianbao/internal/county"
	"nianbao/internal/model"
	"nianbao/internal/office"
)

// Settled is a county that lays down some of everything.
func Settled() *office.County {
	return &office.County{
		Office: "青垣县人民政府办公室", Contact: "联系人甲", Phone: "0000-0001", HandIn: "1月10日",
		Members: []county.Member{
			{Name: "青垣县人民政府办公室", Level: "县级部门", Category: county.OwnCategory},
			{Name: "清溪镇人民政府", Level: "乡镇", Former: []string{"清溪乡人民政府", "清水乡人民政府"}, Category: "乡镇街道", Contact: "联系人乙", Phone: "0000-0002", Due: "2026-01-08"},
			{Name: "石桥镇人民政府", Level: "乡镇", Category: "乡镇街道", Received: "2026-01-05"},
			{Name: "柏坞乡人民政府", Level: "乡镇", Category: "乡镇街道", Ended: time.Date(2024, 6, 30, 0, 0, 0, 0, time.UTC), Successors: []string{"石桥镇人民政府"}},
			{Name: "青垣县民政局", Level: "县级部门", Category: "部门"},
		},
		Settings: check.Settings{
			Rules:          []check.Adjustment{{Rule: "overview-length", Reason: "本县对字数不作要求"}, {Rule: "copied-from-last-year", Level: check.Info}},
			OverviewLength: 1500, Deadline: check.Deadline{Month: time.January, Day: 20}, Neighbours: []string{"柳林镇"},
			WrongWords: []check.Misspelling{{Wrong: "望和镇", Right: "望禾镇"}}, Share: decimal.New(6, -1),
			Points: []check.Points{{Rule: "wrong-word", Each: decimal.New(5, -1), Most: decimal.New(2, 0)}, {Rule: "punctuation", Each: decimal.New(1, -1)}},
		},
		Indicators: []office.Indicator{{Indicator: model.Indicator{Name: "发出收费通知的件数", Unit: "件", Integer: true}, Used: true}, {Indicator: model.Indicator{Name: "通知收费的总金额", Unit: "元"}}},
	}
}

// Ruled is the same as it is read from its workbook.
func Ruled() *office.County {
	var b bytes.Buffer
	if err := Settled().Write(&b); err != nil {
		panic(err)
	}
	c, err := office.ReadRules(b.Bytes())
	if err != nil {
		panic(err)
	}
	return c
}
