package workbook

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/cellref"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// The tables on the sheets have the labels and the merged cells of the printed ones, nothing more.
func TestTablesAsPrinted(t *testing.T) {
	const top = 3
	for _, e := range form.Editions() {
		f := opened(t, written(t, model.New(e), Options{}))
		for _, s := range e.Sections {
			if s.Table == nil {
				continue
			}
			sheet := s.Numeral + "、" + s.Tab
			var merged []string
			cells, err := f.GetMergeCells(sheet)
			require.NoError(t, err)
			for _, m := range cells {
				merged = append(merged, m[0])
			}
			for _, slot := range s.Table.Grid().Slots {
				from := cellref.At(1+slot.Col, top+slot.Row)
				a := cellref.Between(from, cellref.At(from.Col+slot.ColSpan-1, from.Row+slot.RowSpan-1))
				label, err := f.GetCellValue(sheet, from.String())
				require.NoError(t, err)
				assert.Equal(t, slot.Label, label, "%s %s", sheet, from)
				if slot.RowSpan*slot.ColSpan > 1 {
					assert.Contains(t, merged, a.String(), sheet)
				}
			}
		}
	}
}

func TestValidations(t *testing.T) {
	tests := []struct {
		why, edition, kind, formula string
		key                         form.Key
		prompt                      string
	}{
		{"counts are whole", "2021", "whole", "0", "requests.received.research", "填本年1月1日至12月31日收到的申请件数。"},
		{"the law behind a row", "2021", "whole", "0", "requests.denied.third_party.other", "依据：《条例》第十五条"},
		{"where last year's figure stands", "2021", "whole", "0", "requests.carried_in.natural_person", "上年年报第四项"},
		{"万元 to the single yuan", "2021", "custom", "AND(ISNUMBER(B16),B16>=0,ROUND(B16,4)=B16)", "proactive.fees.amount", "以万元为单位"},
		{"增减 has a sign", "2019", "whole", "-999999999", "proactive.licensing.change", "减少的填负数"},
		{"an amount carries its unit", "2019", "", "", "proactive.procurement.amount", "5.2万元"},
		{"levels to choose from", "2021", "list", `"乡镇,街道,县级政府,县级部门,市级政府,市级部门,省级政府,省级部门,国务院部门,开发区,垂直管理机构,授权组织"`, "unit.level", "下拉列表"},
		{"a year", "2021", "whole", "2019", "report.year", "四位年份"},
		{"text is free", "2021", "", "", "unit.phone", "办公电话"},
	}
	for _, test := range tests {
		t.Run(test.why, func(t *testing.T) {
			e := edition(t, test.edition)
			f := opened(t, written(t, model.New(e), Options{}))
			sheet, ref := cellOf(t, e, test.key)
			validations, err := f.GetDataValidations(sheet)
			require.NoError(t, err)
			i := slices.IndexFunc(validations, func(v *excelize.DataValidation) bool {
				return slices.ContainsFunc(strings.Fields(v.Sqref), func(r string) bool { return strings.Split(r, ":")[0] == ref })
			})
			require.GreaterOrEqual(t, i, 0)
			assert.Equal(t, test.kind, validations[i].Type)
			assert.Equal(t, test.formula, validations[i].Formula1)
			assert.Contains(t, *validations[i].Prompt, test.prompt)
		})
	}
}

// Every total turns red when it is wrong, every figure when it is no number; the rules stay on their own sheet, as old
// versions of Excel want it.
func TestAlerts(t *testing.T) {
	for _, e := range form.Editions() {
		f := opened(t, written(t, model.New(e), Options{}))
		for _, r := range e.Relations() {
			sheet, ref := cellOf(t, e, r.Subject)
			formats, err := f.GetConditionalFormats(sheet)
			require.NoError(t, err)
			assert.Contains(t, formats, ref, r.Subject)
			for _, rules := range formats {
				for _, rule := range rules {
					assert.NotContains(t, rule.Criteria, "!")
				}
			}
		}
	}
}
