package grid_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/label"
	"nianbao/internal/published/grid"
	"nianbao/internal/published/page"
)

// table is one as a test writes it: rows on lines, cells between bars, spans before the text as 2×3.
func table(t testing.TB, rows ...string) *page.Table {
	g := page.NewGrid()
	for _, row := range rows {
		g.Row()
		for _, cell := range strings.Split(row, "|") {
			down, across, text := 1, 1, cell
			if _, err := fmt.Sscanf(cell, "%d×%d", &down, &across); err == nil {
				text = strings.TrimPrefix(cell, fmt.Sprintf("%d×%d", down, across))
			} else {
				down, across = 1, 1
			}
			require.True(t, g.Add(strings.ReplaceAll(text, "⏎", "\n"), down, across))
		}
	}
	return g.Table()
}

// read reads tables into key=text, and what has no place.
func read(tables ...*page.Table) (figures, unplaced []string) {
	r := grid.Read(tables)
	for _, f := range r.Figures {
		told := string(f.Key) + "=" + f.Text
		if f.Doubt != "" {
			told += "?"
		}
		figures = append(figures, told)
	}
	for _, u := range r.Unplaced {
		unplaced = append(unplaced, u.Text+": "+u.Why)
	}
	return figures, unplaced
}

var stocks = []string{"1×4第二十条第（一）项", "信息内容|本年制发件数|本年废止件数|现行有效件数"}

var heads = []string{
	"3×3（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）|1×7申请人情况",
	"2×1自然人|1×5法人或其他组织|2×1总计",
	"商业企业|科研机构|社会公益组织|法律服务机构|其他",
}

func below(heads []string, rows ...string) []string { return append(slices.Clone(heads), rows...) }

// keys are the figures of a row of requests with the texts 1 to 7.
func keys(row string, texts ...string) (list []string) {
	for i, column := range []string{"natural_person", "enterprise", "research", "social", "legal_service", "other", "total"} {
		if texts[i] != "-" {
			list = append(list, "requests."+row+"."+column+"="+texts[i])
		}
	}
	return list
}

func doubtful(figures []string) (list []string) {
	for _, f := range figures {
		list = append(list, f+"?")
	}
	return list
}

func TestRead(t *testing.T) {
	seven := strings.Split("1 2 3 4 5 6 7", " ")
	for _, c := range []struct {
		why      string
		rows     []string
		figures  []string
		unplaced []string
	}{
		{"a row by its label, columns by their heads", below(stocks, "规章|1|2|3"),
			[]string{"proactive.rules.issued=1", "proactive.rules.repealed=2", "proactive.rules.in_force=3"}, nil},
		{"blank cells are blank on the page", below(stocks, "规章||0|"),
			[]string{"proactive.rules.issued=", "proactive.rules.repealed=0", "proactive.rules.in_force="}, nil},
		{"a fifth column of the grid, over which some cells run", []string{"1×5第二十条第（一）项", "信息内容|1×2本年制发件数|本年废止件数|现行有效件数", "规章|1|1×2 2|3"},
			[]string{"proactive.rules.issued=1", "proactive.rules.repealed= 2", "proactive.rules.in_force=3"}, nil},
		{"the second line of a head is lost", []string{"信息内容|本年新|本年废止件数|现行有效件数", "规章|1|2|3"},
			[]string{"proactive.rules.issued=1", "proactive.rules.repealed=2", "proactive.rules.in_force=3"}, nil},
		{"a note with digits in the label", below(stocks, "规章（2022年起由市政府制定）|1|2|3"),
			[]string{"proactive.rules.issued=1", "proactive.rules.repealed=2", "proactive.rules.in_force=3"}, nil},
		{"a row that the form has not", below(stocks, "其他主动公开文件|7|8|9"), nil, nil},
		{"heads that are none of the form's", []string{"信息内容|本年公开数|累计公开数|备注", "规章|1|2|3"}, nil,
			[]string{"1 2 3: 列名与规定的不同，认不出各是哪一列"}},
		{"a row of requests", below(heads, "1×3一、本年新收政府信息公开申请数量|1|2|3|4|5|6|7"), keys("received", seven...), nil},
		{"labels beside groups that span rows", below(heads, "2×1三、本年度办理结果|2×1（三）不予公开|1.属于国家秘密|1|2|3|4|5|6|7", "2.其他法律行政法规禁止公开|0|0|0|0|0|0|0"),
			slices.Concat(keys("denied.state_secret", seven...), keys("denied.law_prohibited", strings.Split("0000000", "")...)), nil},
		{"one nought over seven columns", below(heads, "1×3一、本年新收政府信息公开申请数量|1×7 0"), nil, []string{"0: 一格跨了几列"}},
		{"merged cells that were taken apart, with what stood in them", []string{"第二十条第（五）项|第二十条第（五）项|第二十条第（五）项|第二十条第（五）项", "信息内容|本年处理决定数量|本年处理决定数量|本年处理决定数量", "行政许可|306|306|306"},
			[]string{"proactive.licensing.decisions=306"}, nil},
		{"labels of which letters are left out, with other numbers", below(heads, "1×3（一）本年新收|1|2|3|4|5|6|7", "1×3（二）上年结转|0|0|0|0|0|0|0", "2×1三、本年度办理结果|1×2 1.予以公开|1|2|3|4|5|6|7", "1×2（二）部分公开|0|0|0|0|0|0|0"),
			slices.Concat(keys("received", "1?", "2?", "3?", "4?", "5?", "6?", "7?"), keys("carried_in", "0?", "0?", "0?", "0?", "0?", "0?", "0?"), keys("granted", "1?", "2?", "3?", "4?", "5?", "6?", "7?"), keys("partially_granted", "0", "0", "0", "0", "0", "0", "0")), nil},
		{"two cells over some columns", below(heads, "1×3一、本年新收政府信息公开申请数量|1|1×5 2|3"), nil, []string{"1 2 3: 一格跨了几列"}},
		{"a cell is missing, nobody knows which", below(heads, "1×3一、本年新收政府信息公开申请数量|1|2|3|4|5|6"), nil, []string{"1 2 3 4 5 6: 比列数少了格，空着的是哪一格不能确定"}},
		{"one of several noughts is missing", below(heads, "1×3一、本年新收政府信息公开申请数量|0|0|0|0|0|0"), keys("received", "0", "0", "0", "0", "0", "0", "-"), nil},
		{"a cell too many", below(heads, "1×3一、本年新收政府信息公开申请数量|1|2|3|4|5|6|7|8"), nil, []string{"1 2 3 4 5 6 7 8: 有的格不在任何一列下面"}},
		{"an empty cell too many in a row of heads", []string{heads[0], heads[1], "商业企业|科研机构|社会公益组织|法律服务机构|其他|", "1×3一、本年新收政府信息公开申请数量|1|2|3|4|5|6|7"},
			keys("received", seven...), nil},
		{"columns in another order", []string{"信息内容|本年废止件数|本年制发件数|现行有效件数", "规章|1|2|3"},
			[]string{"proactive.rules.issued=2?", "proactive.rules.repealed=1?", "proactive.rules.in_force=3?"}, nil},
		{"a column of remarks", []string{"信息内容|本年制发件数|本年废止件数|备注|现行有效件数", "规章|1|2|见附件|3"},
			[]string{"proactive.rules.issued=1?", "proactive.rules.repealed=2?", "proactive.rules.in_force=3?"}, nil},
		{"a column twice", []string{"信息内容|本年制发件数|本年废止件数|本年废止件数", "规章|1|2|3"}, nil, []string{"1 2 3: 列名与规定的不同，认不出各是哪一列"}},
		{"heads in words of somebody's own, each like the one due there", []string{heads[0], "2×1自然人|1×5法人或其他组织|2×1小计", "企业|科研|社会公益组织|法律服务机构|其他", "1×3一、本年新收政府信息公开申请数量|1|2|3|4|5|6|7"},
			keys("received", seven...), nil},
		{"two such heads in each other's place", []string{heads[0], heads[1], "商业企业|科研机构|社会公益组织|其他单位|法律服务", "1×3一、本年新收政府信息公开申请数量|1|2|3|4|5|6|7"}, nil,
			[]string{"1 2 3 4 5 6 7: 列名与规定的不同，认不出各是哪一列"}},
		{"one such head too many", []string{heads[0], heads[1], "企业|科研机构|社会公益组织|法律服务机构|其他|其他企业", "1×3一、本年新收政府信息公开申请数量|1|2|3|4|5|6|7"}, nil,
			[]string{"1 2 3 4 5 6 7: 列名与规定的不同，认不出各是哪一列"}},
		{"the number of a note behind a figure", below(stocks, "规章|12¹|2|3"),
			[]string{"proactive.rules.issued=12?", "proactive.rules.repealed=2", "proactive.rules.in_force=3"}, nil},
		{"characters that nobody sees", below(stocks, "规\u200b章|9\u200b24|\ufeff2|3\u2060"),
			[]string{"proactive.rules.issued=924", "proactive.rules.repealed=2", "proactive.rules.in_force=3"}, nil},
		{"a head in yuan", []string{"信息内容|本年收费金额（单位：元）", "行政事业性收费|80360"}, []string{"proactive.fees.amount=80360元"}, nil},
		{"a head in yuan above nothing", []string{"信息内容|本年收费金额（元）", "行政事业性收费|0"}, []string{"proactive.fees.amount=0"}, nil},
		{"one row for other outcomes, as before 2021", below(heads, "三、本年度办理结果|1×2（六）其他处理|1|2|3|4|5|6|7"), keys("other", seven...), nil},
		{"the same beside a column that the form has not, blank or of remarks", []string{heads[0] + "|", heads[1] + "|", heads[2] + "|", "2×1三、本年度办理结果|1×2（六）其他处理|1|2|3|4|5|6|7|", "1×2（七）总计|1|2|3|4|5|6|7|"},
			slices.Concat(keys("other", seven...), keys("total", seven...)), nil},
		{"the same with a blank cell at both ends", []string{heads[0] + "|3×1备注", heads[1], heads[2], "三、本年度办理结果|1×2（六）其他处理||2|3|4|5|6|7|"}, keys("other", "", "2", "3", "4", "5", "6", "7"), nil},
		{"the same above a column of partial sums", []string{strings.Replace(heads[0], "1×7", "1×8", 1), "2×1自然人|1×6法人或其他组织|2×1总计", heads[2] + "|小计", "三、本年度办理结果|1×2（六）其他处理|1|2|3|4|5|6|20|7"},
			keys("other", seven...), nil},
		{"a label with a wrong letter, a blank cell behind it, beside a blank column", []string{stocks[0] + "|", stocks[1] + "|", "行政规范性文牛||2|3|"},
			[]string{"proactive.normative.issued=?", "proactive.normative.repealed=2?", "proactive.normative.in_force=3?"}, nil},
		{"a row without a label, as below one that is said to go on, beside a blank column", []string{heads[0] + "|", heads[1] + "|", heads[2] + "|", "2×3一、本年新收政府信息公开申请数量|0|0|0|0|0|0|0|", "1|2|3|4|5|6|7|", "三、本年度办理结果|1×2（一）予以公开|0|0|0|0|0|0|0|"},
			slices.Concat(keys("received", strings.Split("0000000", "")...), keys("granted", strings.Split("0000000", "")...)), nil},
		{"copies that agree", below(stocks, "规章|1|2|3", "规章|1|2|3"), []string{"proactive.rules.issued=1", "proactive.rules.repealed=2", "proactive.rules.in_force=3"}, nil},
		{"copies that do not", below(stocks, "规章|1|2|3", "规章|1|2|4"), []string{"proactive.rules.issued=1", "proactive.rules.repealed=2"}, []string{"3: 同一个数在两处不同"}},
		{"disputes", []string{"2×5行政复议|1×10行政诉讼", "1×5未经复议直接起诉|1×5复议后起诉", strings.Repeat("结果维持|结果纠正|其他结果|尚未审结|总计|", 2) + "结果维持|结果纠正|其他结果|尚未审结|总计", "1|2|3|4|10|0|0|0|0|0|5|0|0|0|5"},
			disputes("1", "2", "3", "4", "10", "0", "0", "0", "0", "0", "5", "0", "0", "0", "5"), nil},
		{"disputes beside a cell that says what they are, in a word that a head has too", []string{"2×1|2×5行政复议|1×10行政诉讼", "1×5未经复议直接起诉|1×5复议后起诉", "|" + strings.Repeat("结果维持|结果纠正|其他结果|尚未审结|总计|", 2) + "结果维持|结果纠正|其他结果|尚未审结|总计", "合计|1|2|3|4|10|0|0|0|0|0|5|0|0|0|5"},
			disputes("1", "2", "3", "4", "10", "0", "0", "0", "0", "0", "5", "0", "0", "0", "5"), nil},
		{"disputes of a part and of all, of which nobody knows which are meant", []string{"2×1|2×5行政复议|1×10行政诉讼", "1×5未经复议直接起诉|1×5复议后起诉", "|" + strings.Repeat("结果维持|结果纠正|其他结果|尚未审结|总计|", 2) + "结果维持|结果纠正|其他结果|尚未审结|总计", "本级|1|0|0|0|1|0|0|0|0|0|0|0|0|0|0", "合计|2|0|0|0|2|0|0|0|0|0|0|0|0|0|0"},
			slices.Concat(disputes("", "0", "0", "0", "", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0")[1:4], disputes("", "", "", "", "", "0", "0", "0", "0", "0", "0", "0", "0", "0", "0")[5:]), []string{"1: 同一个数在两处不同", "1: 同一个数在两处不同"}},
		{"disputes above a blank row", []string{"2×5行政复议|1×10行政诉讼", "1×5未经复议直接起诉|1×5复议后起诉", strings.Repeat("结果维持|结果纠正|其他结果|尚未审结|总计|", 2) + "结果维持|结果纠正|其他结果|尚未审结|总计", "1|2|3|4|10|0|0|0|0|0|5|0|0|0|5", "||||||||||||||"},
			disputes("1", "2", "3", "4", "10", "0", "0", "0", "0", "0", "5", "0", "0", "0", "5"), nil},
		{"disputes below a blank row", []string{"2×5行政复议|1×10行政诉讼", "1×5未经复议直接起诉|1×5复议后起诉", strings.Repeat("结果维持|结果纠正|其他结果|尚未审结|总计|", 2) + "结果维持|结果纠正|其他结果|尚未审结|总计", "||||||||||||||", "1|2|3|4|10|0|0|0|0|0|5|0|0|0|5"},
			disputes("1", "2", "3", "4", "10", "0", "0", "0", "0", "0", "5", "0", "0", "0", "5"), nil},
		{"a copy of which single cells are blank", below(stocks, "规章|1|2|3", "规章|1||3"), []string{"proactive.rules.issued=1", "proactive.rules.in_force=3"}, []string{"2: 同一个数在两处不同"}},
		{"disputes whose heads a page's end cut, a blank cell being left of the last", []string{"2×5行政复议|1×10行政诉讼", "1×5未经复议直接起诉|1×5复议后起诉",
			strings.Repeat("2×1结果维持|2×1结果纠正|2×1其他结果|2×1尚未审结|2×1总计|", 2) + "2×1结果维持|2×1结果纠正|2×1其他结果|2×1尚未审结|总计", "", "1|2|3|4|10|0|0|0|0|0|5|0|0|0|5"},
			disputes("1", "2", "3", "4", "10", "0", "0", "0", "0", "0", "5", "0", "0", "0", "5"), nil},
		{"disputes whose heads are cut short", []string{"2×5行政复议|1×10行政诉讼", "1×5未经复议直接起诉|1×5复议后起诉", strings.Repeat("维持|纠正|其他结果|未审结|总计|", 2) + "维持|纠正|其他结果|未审结|总计", "1|2|3|4|10|0|0|0|0|0|5|0|0|0|5"},
			disputes("1", "2", "3", "4", "10", "0", "0", "0", "0", "0", "5", "0", "0", "0", "5"), nil},
		{"disputes whose heads are cut short and in another order", []string{"2×5行政复议|1×10行政诉讼", "1×5未经复议直接起诉|1×5复议后起诉", strings.Repeat("纠正|维持|其他结果|未审结|总计|", 2) + "纠正|维持|其他结果|未审结|总计", "1|2|3|4|10|0|0|0|0|0|5|0|0|0|5"},
			nil, nil},
		{"disputes whose kinds are in another order", []string{"1×10行政诉讼|2×5行政复议", "1×5复议后起诉|1×5未经复议直接起诉", strings.Repeat("结果维持|结果纠正|其他结果|尚未审结|总计|", 2) + "结果维持|结果纠正|其他结果|尚未审结|总计", "5|0|0|0|5|0|0|0|0|0|1|2|3|4|10"},
			doubtful(disputes("1", "2", "3", "4", "10", "0", "0", "0", "0", "0", "5", "0", "0", "0", "5")), nil},
		{"a table of something else", []string{"类别|数量", "网站|320", "公众号|96"}, nil, nil},
		{"the index of a site", []string{"名称|清溪镇人民政府2023年政府信息公开工作年度报告", "文号|12345"}, nil, nil},
	} {
		figures, unplaced := read(table(t, c.rows...))
		assert.Equal(t, c.figures, figures, c.why)
		assert.Equal(t, c.unplaced, unplaced, c.why)
	}
}

func disputes(texts ...string) (list []string) {
	for i, block := range []string{"review", "litigation_direct", "litigation_after_review"} {
		for j, column := range []string{"upheld", "corrected", "other", "pending", "total"} {
			list = append(list, "disputes."+block+"."+column+"="+texts[5*i+j])
		}
	}
	return list
}

// Labels that lost letters are told by likeness or by their neighbours, and such figures are in doubt.
func TestMendedLabels(t *testing.T) {
	doubtful := func(list []string) (out []string) {
		for _, one := range list {
			out = append(out, one+"?")
		}
		return out
	}
	seven := strings.Split("1 2 3 4 5 6 7", " ")
	noughts := strings.Split("0000000", "")
	for _, c := range []struct {
		why  string
		rows []string
		want []string
	}{
		{"letters are lost", below(heads, "（三）不予公开|2.其他法律行政规禁止公|1|2|3|4|5|6|7"), doubtful(keys("denied.law_prohibited", seven...))},
		{"the label of one row is gone, between two that are there", below(heads, "（三）不予公开|3.危及“三安全一稳定”|0|0|0|0|0|0|0", "|1|2|3|4|5|6|7", "5.属于三类内部事务信息|0|0|0|0|0|0|0"),
			slices.Concat(keys("denied.security_stability", noughts...), doubtful(keys("denied.third_party", seven...)), keys("denied.internal_affairs", noughts...))},
		{"the label of the row that later has parts", below(heads, "5.要求行政机关确认或重新出具已获取信息|0|0|0|0|0|0|0", "（六）|1|2|3|4|5|6|7", "（七）总计|0|0|0|0|0|0|0"),
			slices.Concat(keys("not_handled.confirmation", noughts...), doubtful(keys("other", seven...)), keys("total", noughts...))},
		{"without their numbers, by the rows around them", below(heads, "申请人逾期未按收费通知要求缴纳费用|0|0|0|0|0|0|0", "其他|1|2|3|4|5|6|7", "总计|1|2|3|4|5|6|7", "结转下年度继续办理|0|0|0|0|0|0|0"),
			slices.Concat(keys("other.unpaid", noughts...), doubtful(keys("other.miscellaneous", seven...)), doubtful(keys("total", seven...)), keys("carried_out", noughts...))},
		{"two are gone", below(heads, "（三）不予公开|3.危及“三安全一稳定”|0|0|0|0|0|0|0", "|1|2|3|4|5|6|7", "|1|2|3|4|5|6|7", "6.属于四类过程性信息|0|0|0|0|0|0|0"),
			slices.Concat(keys("denied.security_stability", noughts...), keys("denied.process_information", noughts...))},
	} {
		figures, _ := read(table(t, c.rows...))
		assert.Equal(t, c.want, figures, c.why)
	}
}

// A table that was cut goes on in the next one, with its heads, with the first of them or without.
func TestPieces(t *testing.T) {
	seven := strings.Split("1 2 3 4 5 6 7", " ")
	want := slices.Concat(keys("received", seven...), keys("carried_in", seven...))
	first := below(heads, "1×3一、本年新收政府信息公开申请数量|1|2|3|4|5|6|7")
	second := "1×3二、上年结转政府信息公开申请数量|1|2|3|4|5|6|7"
	for why, rows := range map[string][]string{
		"all heads again":   below(heads, second),
		"the first of them": {heads[0], second},
		"none":              {second},
	} {
		figures, unplaced := read(table(t, first...), table(t, rows...))
		assert.Equal(t, want, figures, why)
		assert.Empty(t, unplaced, why)
	}
	turned := slices.Clone(first)
	for i, row := range turned {
		turned[i] = strings.NewReplacer("商业企业", "科研机构", "科研机构", "商业企业").Replace(row)
	}
	_, unplaced := read(table(t, turned...), table(t, second))
	assert.Equal(t, []string{"1 2 3 4 5 6 7: 列的次序与规定的不同，这一截表上面又没有列名"}, unplaced)
	disputed := []string{"2×5行政复议|1×10行政诉讼", "1×5未经复议直接起诉|1×5复议后起诉", strings.Repeat("结果维持|结果纠正|其他结果|尚未审结|总计|", 2) + "结果维持|结果纠正|其他结果|尚未审结|总计"}
	figures, _ := read(table(t, disputed...), table(t, "0|0|0|0|0|0|0|0|0|0|0|0|0|0|0"))
	assert.Len(t, figures, 15, "the figures alone on the next page")
	r := grid.Read([]*page.Table{table(t, first...), table(t, "类别|数量", "网站|320")})
	assert.Equal(t, [][]label.Table{{label.Requests}, nil}, r.Tables, "a table of something else behind it")
}

// Every table of the form, laid out as it is printed, reads as it is, in either edition.
func TestFormAsPrinted(t *testing.T) {
	for _, e := range form.Editions() {
		for _, printed := range e.Tables() {
			g := printed.Grid()
			laid := &page.Table{Rows: g.Rows, Columns: g.Cols}
			want := 0
			for _, s := range g.Slots {
				text := s.Label
				if s.Cell != nil {
					text = fmt.Sprint(want)
					want++
				}
				laid.Cells = append(laid.Cells, page.Cell{Row: s.Row, Column: s.Col, RowSpan: s.RowSpan, ColumnSpan: s.ColSpan, Text: text})
			}
			slices.SortFunc(laid.Cells, func(a, b page.Cell) int { return (a.Row-b.Row)*1000 + a.Column - b.Column })
			r := grid.Read([]*page.Table{laid})
			assert.Len(t, r.Figures, want, "%s: %s", e.ID, printed.Title)
			assert.Empty(t, r.Labels)
			assert.Empty(t, r.Unplaced)
			n := 0
			for _, s := range g.Slots {
				if s.Cell != nil {
					require.Equal(t, s.Cell.Key, r.Figures[n].Key)
					require.Equal(t, fmt.Sprint(n), r.Figures[n].Text)
					n++
				}
			}
		}
	}
}

// Whatever stands in a table, reading it ends, every figure is what is to be seen of a cell, without the number of a note and with the
// unit of its head, and none is read twice.
func FuzzRead(f *testing.F) {
	f.Add(strings.Join(below(heads, "1×3一、本年新收政府信息公开申请数量|1|2|3|4|5|6|7"), "\n"))
	f.Add(strings.Join(below(stocks, "规章|1|2|3"), "\n"))
	f.Add("2×5行政复议|1×10行政诉讼\n结果维持|总计\n0|0")
	f.Add(strings.Join(below(stocks, "规章|1\x00|2³|\u200b3"), "\n"))
	f.Fuzz(func(t *testing.T, rows string) {
		g := page.NewGrid()
		texts := map[string]bool{}
		for _, row := range strings.Split(rows, "\n") {
			g.Row()
			for _, cell := range strings.Split(row, "|") {
				down, across := 1, 1
				fmt.Sscanf(cell, "%d×%d", &down, &across)
				g.Add(cell, down, across)
				seen := chinese.Visible(cell)
				bare, _ := page.CutRaised(strings.TrimSpace(seen))
				texts[seen], texts[bare] = true, true
			}
		}
		keys := map[form.Key]bool{}
		for _, figure := range grid.Read([]*page.Table{g.Table()}).Figures {
			require.True(t, texts[figure.Text] || texts[strings.TrimSuffix(figure.Text, "元")], figure.Text)
			require.False(t, keys[figure.Key])
			keys[figure.Key] = true
		}
	})
}

// A label that the end of a sheet of paper cut goes on in a row without figures, in the same table or in the next.
func TestCutLabels(t *testing.T) {
	const corner = "3×3本列数据的勾稽关系|1×7申请人情况"
	const cut, rest = "1×2（三）不予公开|2.其他法律行政法规|1|2|3|4|5|6|21", "1×2|禁止公开|||||||"
	head := []string{corner, "2×1自然人|1×5法人或其他组织|2×1总计", "商业企业|科研机构|社会公益组织|法律服务机构|其他"}
	for why, tables := range map[string][]*page.Table{
		"in one table":    {table(t, append(head, cut, rest)...)},
		"in the next one": {table(t, append(head, cut)...), table(t, rest)},
	} {
		r := grid.Read(tables)
		require.Len(t, r.Figures, 7, why)
		assert.Equal(t, form.Key("requests.denied.law_prohibited.natural_person"), r.Figures[0].Key, why)
		assert.Empty(t, r.Labels, why)
		assert.Empty(t, r.Beside, why)
		last := r.Lines[len(r.Lines)-1]
		assert.Equal(t, "2.其他法律行政法规禁止公开", last.Heads[len(last.Heads)-1].Text, why)
	}
}
