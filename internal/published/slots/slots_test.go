package slots_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
	"nianbao/internal/published/page"
	"nianbao/internal/published/slots"
)

// drawn is a sheet from lines with bars between cells; _ is a cell without text, < belongs to the cell on its left, ^ to the one above.
func drawn(name, text string) slots.Sheet {
	t := &page.Table{}
	at := map[[2]int]int{}
	for row, line := range strings.Split(strings.TrimSpace(text), "\n") {
		t.Rows = row + 1
		for column, words := range strings.Split(strings.TrimSpace(line), "|") {
			t.Columns = max(t.Columns, column+1)
			switch words = strings.TrimSpace(words); words {
			case "<":
				i := at[[2]int{row, column - 1}]
				t.Cells[i].ColumnSpan = column - t.Cells[i].Column + 1
				at[[2]int{row, column}] = i
			case "^":
				i := at[[2]int{row - 1, column}]
				t.Cells[i].RowSpan = row - t.Cells[i].Row + 1
				at[[2]int{row, column}] = i
			default:
				if words == "_" {
					words = ""
				}
				at[[2]int{row, column}] = len(t.Cells)
				t.Cells = append(t.Cells, page.Cell{Row: row, Column: column, RowSpan: 1, ColumnSpan: 1, Text: words})
			}
		}
	}
	return slots.Sheet{Name: name, Table: t}
}

// found lists what was found: rules.issued@2,3, a sum of eight figures as 不予公开=8@2,3, and ?1@2,3 for what is in doubt, with why.
func found(r slots.Reading) []string {
	list := []string{}
	for _, s := range r.Slots {
		list = append(list, fmt.Sprintf("%s@%d,%d", s.Key, s.Row+1, s.Column+1))
	}
	for _, s := range r.Sums {
		list = append(list, fmt.Sprintf("%s=%d@%d,%d", s.Name, len(s.Keys), s.Row+1, s.Column+1))
	}
	for _, d := range r.Doubts {
		list = append(list, fmt.Sprintf("?%d@%d,%d", d.Why, d.Row+1, d.Column+1))
	}
	return list
}

// What a person sees at once, and what a person would ask about.
func TestRead(t *testing.T) {
	e, _ := form.ByID("2021")
	asked := slots.Asked{Edition: e, Unit: "清溪镇人民政府", Year: 2025}
	for _, test := range []struct{ why, sheet, want string }{
		{"a list", "指标|数量\n规章本年制发|_\n本年新收|_\n行政复议案件总数|_",
			"proactive.rules.issued@2,2 requests.received.total@3,2 disputes.review.total@4,2"},
		{"two lists side by side", "表|<|<|<\n规章本年制发|_|本年新收|_\n规章本年废止|_|予以公开|_",
			"proactive.rules.issued@2,2 proactive.rules.repealed@3,2 requests.received.total@2,4 requests.granted.total@3,4"},
		{"quarters are not the year", "指标|一季度|二季度|全年\n本年新收|_|_|_\n予以公开|_|_|_", "requests.received.total@2,4 requests.granted.total@3,4 ?6@2,2 ?6@2,3 ?6@3,2 ?6@3,3"},
		{"a part of a figure is another one", "指标|数量\n本年新收|_\n其中：涉企申请|_", "requests.received.total@2,2 ?6@3,2"},
		{"the year before, not merged", "项目|上年数|_|本年数|_\n_|自然人|总计|自然人|总计\n本年新收|_|_|_|_",
			"requests.received.natural_person@3,4 requests.received.total@3,5"},
		{"the year before, merged", "项目|2024年|<|2025年|<\n^|自然人|总计|自然人|总计\n本年新收|_|_|_|_",
			"requests.received.natural_person@3,4 requests.received.total@3,5"},
		{"units as columns", "指标|清溪镇|石桥镇|合计\n本年新收|_|_|_\n予以公开|_|_|_", "requests.received.total@2,2 requests.granted.total@3,2"},
		{"units as columns, not ours", "指标|白石镇|石桥镇|合计\n本年新收|_|_|_\n予以公开|_|_|_", "?3@2,2 ?3@2,3 ?3@3,2 ?3@3,3"},
		{"a register", "序号|单位|本年新收|予以公开\n1|石桥镇|_|_\n2|清溪镇|_|_\n_|合计|_|_", "requests.received.total@3,3 requests.granted.total@3,4"},
		{"a register without us", "序号|单位|本年新收|予以公开\n1|石桥镇|_|_\n_|合计|_|_", "?3@2,3 ?3@2,4"},
		{"a register with our name twice", "单位|本年新收|予以公开\n清溪镇|_|_\n清溪镇人民政府|_|_", "?2@2,2 ?2@2,3 ?2@3,2 ?2@3,3"},
		{"another year's", "2024年度情况|<\n本年新收|_\n予以公开|_", "?4@2,2 ?4@3,2"},
		{"a law's year is not the figures'", "条例（2019年修订）第二十条|<\n本年新收|_\n予以公开|_", "requests.received.total@2,2 requests.granted.total@3,2"},
		{"another unit's", "填报单位：白石镇人民政府|_\n本年新收|_\n予以公开|_", "?3@2,2 ?3@3,2"},
		{"ours", "填报单位：清溪镇人民政府（盖章）|_\n本年新收|_\n予以公开|_", "requests.received.total@2,2 requests.granted.total@3,2"},
		{"a subtotal is no total", "项目|自然人|商业企业|小计|总计\n本年新收|_|_|_|_", "requests.received.natural_person@2,2 requests.received.enterprise@2,3 requests.received.total@2,5 ?6@2,4"},
		{"one column for all organisations", "项目|自然人|法人或其他组织|总计\n本年新收|_|_|_",
			"requests.received.natural_person@2,2 requests.received.total@2,4 本年新收·法人或其他组织=5@2,3"},
		{"one column for all organisations, and one for some", "项目|自然人|法人或其他组织|其中：商业企业|总计\n本年新收|_|_|_|_",
			"requests.received.natural_person@2,2 requests.received.enterprise@2,4 requests.received.total@2,5 本年新收·法人或其他组织=5@2,3"},
		{"neither kind of action named", "行政诉讼|<|<\n结果维持|结果纠正|总计\n_|_|_", "?1@3,1 ?1@3,2 行政诉讼=2@3,3"},
		{"a merged head beside a blank", "行政复议|<|_\n结果维持|结果纠正|_\n_|_|_", "disputes.review.upheld@3,1 disputes.review.corrected@3,2"},
		{"a head of a column, beside a blank", "信息内容|本年收费金额（万元）|_\n罚没收入|_|_", ""},
		{"a label of a row, above a blank", "项目|总计\n重复申请|_\n_|_", "requests.not_handled.duplicate.total@2,2"},
		{"two rows in one", "项目|总计\n逾期不补正或逾期未缴费|_\n重复申请|_", "requests.not_handled.duplicate.total@3,2 ?1@2,2"},
		{"more than the label says", "项目|总计\n涉企行政许可|_\n重大行政处罚|_\n不属于国家秘密|_\n重复申请|_", "?6@2,2 ?6@3,2 ?6@4,2 requests.not_handled.duplicate.total@5,2"},
		{"letters changed in a long label", "项目|总计\n要求行政机关确认或重新出具已获得信息|_\n重复申请|_",
			"requests.not_handled.duplicate.total@3,2 requests.not_handled.confirmation.total@2,2"},
		{"half a year", "截至6月30日情况|<\n重复申请|_\n予以公开|_", ""},
		{"a note", "注：数据截至2025年12月31日，不含2024年的|<\n重复申请|_\n予以公开|_", "requests.granted.total@3,2 requests.not_handled.duplicate.total@2,2"},
		{"things, not decisions", "项目|项数\n行政许可|_\n行政处罚|_", ""},
		{"a share", "各类申请占比|<\n项目|总计\n重复申请|_", ""},
		{"sentences", "填表说明|_\n“自然人”“总计”各列相加|_\n本年新收不含上年结转|_", ""},
		{"remarks", "项目|总计|备注\n重复申请|_|_\n予以公开|_|本年新收", "requests.granted.total@3,2 requests.not_handled.duplicate.total@2,2"},
		{"another figure beside it", "项目|本年|累计|增减\n重复申请|_|_|_\n予以公开|_|_|_", "requests.granted.total@3,2 requests.not_handled.duplicate.total@2,2 ?6@2,3 ?6@2,4 ?6@3,3 ?6@3,4"},
		{"classes", "项目|件数\n予以公开|_\n部分公开|_\n（三）不予公开|_\n无法提供件数|_\n（五）不予处理|_\n（六）其他处理|_\n办理结果|_",
			"requests.granted.total@2,2 requests.partially_granted.total@3,2 不予公开=8@4,2 无法提供=3@5,2 不予处理=5@6,2 其他处理=3@7,2 ?5@8,2"},
		{"classes as columns", "单位|收到申请数|不予公开|办结总数\n清溪镇|_|_|_", "?1@2,2 不予公开=8@2,3 requests.total.total@2,4"},
		{"a part beside its whole", "单位|本年新收|其中：自然人|收到申请总数|其中：企业|主动公开信息数|其中：自然人\n清溪镇|_|_|_|_|_|_\n城关街道办|_|_|_|_|_|_",
			"requests.received.total@2,2 requests.received.natural_person@2,3 ?1@2,4 ?1@2,5 ?6@2,6 ?1@2,7"},
		{"what is left of fewer classes than there are is more", "项目|件数\n予以公开|_\n不予公开|_\n其他处理|_", "requests.granted.total@2,2 不予公开=8@3,2 ?1@4,2"},
		{"a class above its parts may be a heading", "项目|件数\n不予公开|_\n国家秘密|_", "?5@2,2 requests.denied.state_secret.total@3,2"},
		{"a class with one of its parts", "项目|件数\n不予公开|_\n其中：国家秘密|_", "不予公开=8@2,2 requests.denied.state_secret.total@3,2"},
		{"both kinds of lawsuits above each", "项目|件数\n行政诉讼件数|_\n未经复议直接起诉|_\n复议后起诉|_",
			"?5@2,2 disputes.litigation_direct.total@3,2 disputes.litigation_after_review.total@4,2"},
		{"both kinds of lawsuits, then each as a part", "项目|件数\n行政诉讼件数|_\n其中：未经复议直接起诉|_\n复议后起诉|_",
			"行政诉讼=2@2,2 disputes.litigation_direct.total@3,2 disputes.litigation_after_review.total@4,2"},
		{"outcomes above their total", "项目|件数\n本年度办理结果|_\n予以公开|_\n办理结果总计|_", "requests.granted.total@3,2 requests.total.total@4,2"},
		{"a class whose next rows have lost their labels", "类别|件数\n无法提供|_\n_|3\n予以公开|_", "?1@2,2 requests.granted.total@4,2"},
		{"the same class twice", "项目|件数\n不予公开|_\n不予公开|_\n予以公开|_", "?2@2,2 ?2@3,2 requests.granted.total@4,2"},
		{"a part of a total is of its row", "项目|件数\n行政复议总数|_\n其中：维持|_\n行政诉讼总数|_\n其中：维持|_",
			"disputes.review.total@2,2 disputes.review.upheld@3,2 行政诉讼=2@4,2 ?1@5,2"},
		{"a part of what may be one of two", "项目|件数\n不予公开件数|_\n收到申请总数|_\n其中：自然人|_\n办结总数|_", "不予公开=8@2,2 ?1@3,2 ?1@4,2 requests.total.total@5,2"},
		{"a part of what is not known", "项目|件数\n本年新收|_\n主动公开信息数|_\n其中：自然人|_", "requests.received.total@2,2 ?6@3,2 ?1@4,2"},
		{"the same twice", "项目|数量|数量\n重复申请|_|_", "?2@2,2 ?2@2,3"},
	} {
		got := found(slots.Read([]slots.Sheet{drawn("表", test.sheet)}, asked))
		want := strings.Fields(test.want)
		slices.Sort(got)
		slices.Sort(want)
		assert.Equal(t, want, got, "%s\n%s", test.why, test.sheet)
	}
}

// Names of sheets tell the year, the unit, and what is only an example.
func TestNamesOfSheets(t *testing.T) {
	e, _ := form.ByID("2021")
	asked := slots.Asked{Edition: e, Unit: "清溪镇人民政府", Year: 2025}
	const list = "指标|数量\n本年新收|_\n予以公开|_"
	for _, test := range []struct {
		names []string
		want  int // the sheet
		told  int // cells of another sheet that ask for the same and may be the unit's too, which must not be left blank without a word
	}{
		{[]string{"2024年", "2025年"}, 1, 0}, {[]string{"石桥镇", "清溪镇"}, 1, 0}, {[]string{"样表", "填报"}, 1, 0}, {[]string{"清溪镇人民政府", "Sheet2"}, 0, 2},
	} {
		var sheets []slots.Sheet
		for _, n := range test.names {
			sheets = append(sheets, drawn(n, list))
		}
		read := slots.Read(sheets, asked)
		if assert.Len(t, read.Slots, 2, test.names) {
			assert.Equal(t, test.want, read.Slots[0].Sheet, test.names)
		}
		assert.Len(t, read.Doubts, test.told, test.names)
		for _, d := range read.Doubts {
			assert.Equal(t, slots.Elsewhere, d.Why, test.names)
		}
	}
}

// Nothing makes it fail, whatever the sheet.
func FuzzRead(f *testing.F) {
	f.Add("指标|数量\n规章本年制发|_")
	f.Add("行政诉讼|<|<\n结果维持|^|总计\n_|_|_")
	f.Add("其他|总计|_\n_|其他|总计\n1|2|3\n^|<|^")
	e, _ := form.ByID("2021")
	f.Fuzz(func(t *testing.T, text string) {
		if strings.Count(text, "|") > 300 {
			return
		}
		s := drawn("表", strings.NewReplacer("<", "_", "^", "_").Replace(text))
		for i := range s.Table.Cells { // spans at random, over one another too
			s.Table.Cells[i].RowSpan, s.Table.Cells[i].ColumnSpan = 1+len(s.Table.Cells[i].Text)%3, 1+i%2
		}
		read := slots.Read([]slots.Sheet{s}, slots.Asked{Edition: e, Unit: "清溪镇", Year: 2025})
		seen := map[form.Key]bool{}
		for _, one := range read.Slots {
			if seen[one.Key] {
				t.Fatalf("%s twice", one.Key)
			}
			seen[one.Key] = true
		}
	})
}
