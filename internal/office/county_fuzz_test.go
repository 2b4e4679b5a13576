package office

import (
	"fmt"
	"testing"

	"nianbao/internal/workbook"
)

// tablesOf are the sheets of a county as they are read, without a workbook between.
func tablesOf(c *County) (tables []workbook.Table) {
	for _, s := range countySheets() {
		l := s.list(c)
		t := workbook.Table{Sheet: l.Name, Anchor: l.Anchor}
		heads := workbook.TableRow{Number: l.FirstRow() - 1}
		for _, column := range l.Columns {
			heads.Cells = append(heads.Cells, column.Head)
		}
		t.Rows = append(t.Rows, heads)
		for row := range l.Rows {
			t.Rows = append(t.Rows, workbook.TableRow{Number: l.FirstRow() + len(t.Rows) - 1, Cells: row.Cells})
		}
		tables = append(tables, t)
	}
	return tables
}

// Whatever is typed into the cells is followed, or told with its place; what is followed comes back as it was.
func FuzzCounty(f *testing.F) {
	f.Add("清溪镇人民政府", "本级", "1月10日", "60%", "错别字", "0.5", "关闭", "不作要求")
	f.Add("=1+1", "", "2026-01-10", "1", "punctuation", "1e5", "提示", "")
	f.Add("1", "乡镇街道", "２月３０日", "％", "标点", "５分", "强制", " ")
	f.Fuzz(func(t *testing.T, name, category, due, share, rule, points, turned, reason string) {
		tables := tablesOf(&County{})
		put := func(sheet, row, column int, text string) { tables[sheet].Rows[1+row].Cells[column] = text }
		put(0, 0, 0, name)
		put(0, 0, 3, category)
		put(0, 0, 8, due)
		put(1, 3, 1, due)
		put(1, 4, 1, due)
		put(1, 6, 1, share)
		put(2, 0, 0, name)
		put(2, 0, 1, reason)
		put(3, 0, 0, rule)
		put(3, 0, 1, points)
		put(3, 0, 2, share)
		put(4, 0, 0, name)
		put(5, 5, 2, turned)
		put(5, 5, 3, reason)
		put(6, 3, 0, name)
		put(6, 3, 2, category)
		c, err := readCounty(tables)
		if err != nil {
			return
		}
		if err := c.Settings.Validate(); err != nil {
			t.Fatalf("%+v was taken over: %v", c.Settings, err)
		}
		again, err := readCounty(tablesOf(c))
		if err != nil || fmt.Sprintf("%+v", again) != fmt.Sprintf("%+v", c) {
			t.Fatalf("%+v became %+v: %v", c, again, err)
		}
		if text, err := parseSettings([]byte(settingsText(c.Settings))); err != nil || fmt.Sprintf("%+v", text) != fmt.Sprintf("%+v", c.Settings) {
			t.Fatalf("%+v became %+v: %v", c.Settings, text, err)
		}
	})
}
