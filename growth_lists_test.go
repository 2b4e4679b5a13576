package nianbao_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"
)

// growingLists are those of what an office lays down: its list of members, with what they handed in, and its settings.
func growingLists(t *testing.T, c *counter, sound string) []kind {
	const broken = "\xd0\xcf\x11\xe0"     // a document that cannot be read
	type file struct{ name, unit string } // a report of a unit; one that cannot be read if there is none
	members := func(listed func(i int) string, files func(i int) []file) func(*testing.T, int) []string {
		return func(t *testing.T, n int) []string {
			write(t, "名单.csv", "单位,层级,曾用名,类别,撤销日期,承接单位\n望禾镇人民政府\n"+each(n, listed))
			write(t, "各镇/报告.json", sound)
			write(t, "各镇/坏了的.doc", broken) // in any case, so that each call ends alike
			for i := range n {
				for _, f := range files(i) {
					content := broken
					if f.unit != "" {
						content = strings.ReplaceAll(sound, "望禾镇人民政府", f.unit)
					}
					write(t, "各镇/"+f.name, content)
				}
			}
			c.mayRefuse = true
			return []string{"汇总", "各镇", "--members", "名单.csv", "--unit", "望禾县人民政府", "--level", "县级政府", "-o", "汇总.xlsx"}
		}
	}
	place := func(i int) string { return string(rune('愀'+i/50)) + string(rune('抐'+i%50)) }
	town := func(i int) string { return place(i) + "镇人民政府" }
	towns := func(i int) string { return town(i) + "\n" }
	none := func(int) []file { return nil }
	reports := func(from int) func(i int) []file {
		return func(i int) []file { return []file{{fmt.Sprintf("%d.json", i), town(from + i)}} }
	}
	settings := func(sheet string, row func(i int) []any) func(*testing.T, int) []string {
		return func(t *testing.T, n int) []string {
			c.call(t, ".", t.TempDir(), "设置", "-o", "本县设置.xlsx")
			write(t, "报告.json", sound)
			book, err := excelize.OpenFile("本县设置.xlsx")
			require.NoError(t, err)
			above, err := book.GetRows(sheet)
			require.NoError(t, err)
			for i := range 1 + n { // one in any case, so that each call ends alike
				typed := row(i)
				require.NoError(t, book.SetSheetRow(sheet, fmt.Sprintf("A%d", len(above)+1+i), &typed))
			}
			require.NoError(t, book.Save())
			require.NoError(t, book.Close())
			c.mayRefuse = true
			return []string{"校验", "报告.json", "--rules", "本县设置.xlsx"}
		}
	}
	return []kind{
		{"members of whom nothing came", 200, members(towns, none)},
		{"members who handed in", 15, members(towns, reports(0))},
		{"members beside strangers", 15, members(towns, reports(1000))},
		{"members beside files that cannot be read", 100, members(towns, func(i int) []file { return []file{{place(i) + "镇.doc", ""}} })},
		{"members of one core", 100, members(func(i int) string { return place(i) + "县某某局\n" }, none)},
		{"members that were merged into one", 100, members(func(i int) string { return town(i) + ",,,,2024-06-30,望禾镇人民政府\n" }, none)},
		{"members that were merged one into the next", 100, members(func(i int) string {
			if i == 0 {
				return towns(i)
			}
			return town(i) + ",,,,2024-06-30," + town(i-1) + "\n"
		}, none)},
		{"points for rules that are none", 300, settings("扣分", func(i int) []any { return []any{fmt.Sprintf("规则%d", i), 1} })},
		{"words that are wrong in a county", 200, settings("易错词", func(i int) []any { return []any{place(i) + "错", place(i) + "对"} })},
		{"neighbours of a county", 200, settings("相邻单位", func(i int) []any { return []any{place(i) + "镇"} })},
	}
}
