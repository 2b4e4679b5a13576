package office_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/check"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/ledger"
	"nianbao/internal/model"
	"nianbao/internal/office"
	"nianbao/internal/sample"
	"nianbao/internal/sample/offices"
	"nianbao/internal/workbook"
)

func countyBook(t testing.TB, c *office.County) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, c.Write(&b))
	return b.Bytes()
}

// assertSame compares what counties lay down. Where the members stand is none of it.
func assertSame(t *testing.T, want, got *office.County, why string) {
	t.Helper()
	placeless := func(c *office.County) *office.County {
		d := *c
		d.Members = slices.Clone(c.Members)
		for i := range d.Members {
			d.Members[i].Place = model.Place{}
		}
		return &d
	}
	w, g := placeless(want), placeless(got)
	assert.Equal(t, fmt.Sprintf("%+v", *w), fmt.Sprintf("%+v", *g), why) // decimals that are equal may be stored otherwise
}

// madeUp is a county that lays down what chance has it.
func madeUp(r *rand.Rand) *office.County {
	c := offices.Settled()
	some := func() bool { return r.IntN(2) == 0 }
	word := func() string {
		return string([]rune("清溪石桥柏坞望禾青垣柳林")[r.IntN(12)]) + string([]rune("山川河湖松竹")[r.IntN(6)])
	}
	if some() {
		c.Office, c.Contact, c.Phone = "", "", ""
	}
	c.HandIn, c.Again = []string{"", "1月5日", "2026-01-12"}[r.IntN(3)], []string{"", "1月16日"}[r.IntN(2)]
	s := &c.Settings
	*s = check.Settings{OverviewLength: r.IntN(2) * (800 + r.IntN(800)), Share: decimal.New(int64(r.IntN(101)), -2)}
	if some() {
		s.Deadline = check.Deadline{Month: time.January, Day: 1 + r.IntN(31)}
	}
	for _, rule := range check.Catalogue() {
		if rule.Level != check.Fatal && r.IntN(8) == 0 {
			s.Rules = append(s.Rules, check.Adjustment{Rule: rule.ID, Level: check.Query + check.Level(r.IntN(2))})
			if some() {
				s.Rules[len(s.Rules)-1] = check.Adjustment{Rule: rule.ID, Reason: word() + "：=1+1"}
			}
		}
		if r.IntN(10) == 0 {
			p := check.Points{Rule: rule.ID, Each: decimal.New(int64(1+r.IntN(9999)), -4)}
			if some() {
				p.Most = p.Each.Mul(decimal.New(3, 0))
			}
			s.Points = append(s.Points, p)
		}
	}
	for i := range r.IntN(4) {
		s.WrongWords = append(s.WrongWords, check.Misspelling{Wrong: fmt.Sprintf("%s%d错", word(), i), Right: word()})
		s.Neighbours = append(s.Neighbours, fmt.Sprintf("%s%c镇", word(), '甲'+rune(i)))
	}
	for i := range r.IntN(4) {
		from := time.Date(2024+i, time.Month(1+r.IntN(12)), 1+r.IntN(28), 0, 0, 0, 0, time.UTC)
		s.Calendar.Holidays = append(s.Calendar.Holidays, ledger.Span{From: from, To: from.AddDate(0, 0, r.IntN(9))})
		worked := from.AddDate(0, 0, -7)
		s.Calendar.Workdays = append(s.Calendar.Workdays, ledger.Span{From: worked, To: worked})
	}
	for _, part := range []string{"规章", "行政处罚", "规范性文件", "依申请公开"} { // one of them of an earlier edition's form
		if some() {
			c.Supplies = append(c.Supplies, office.Supply{Part: part, Offices: []string{word(), word() + "所"}[:1+r.IntN(2)]})
		}
	}
	for i := range c.Indicators {
		c.Indicators[i].Used, c.Indicators[i].Integer = some(), some()
	}
	return c
}

// What an office lays down is the same after it was written as a workbook, as what a member's workbook carries, and as text.
func TestCountiesComeBackAsTheyWere(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for i := range sample.Times(5, 40) {
		c := madeUp(r)
		if i == 0 {
			c = offices.Settled()
		}
		book := countyBook(t, c)
		assert.Equal(t, book, countyBook(t, c), "equal settings make equal bytes")
		back, err := office.ReadRules(book)
		require.NoError(t, err)
		again := countyBook(t, back)
		assert.Equal(t, book, again, "nothing is lost or added on the way through a workbook")

		text, err := office.RulesIn(back.SettingsText(back.Rules()))
		require.NoError(t, err, back.SettingsText(back.Rules()))
		assert.Equal(t, fmt.Sprintf("%+v", back.Rules()), fmt.Sprintf("%+v", text.Settings), "as YAML")

		for _, m := range c.Members {
			report := model.New(sample.Report(t, "e-town-2024").Edition)
			report.Fields["unit.name"] = model.Field{Text: m.Name}
			var b bytes.Buffer
			_, err := workbook.Write(&b, report, workbook.Options{Lists: []workbook.List{back.For(m).Sheet()}})
			require.NoError(t, err)
			read, err := workbook.Read(b.Bytes())
			require.NoError(t, err)
			assert.Empty(t, read.Extras, "it is none of the report's")
			assert.Empty(t, read.Strays)
			carried, _, fault := office.LaidDown(read)
			require.NotNil(t, carried, fault)
			assertSame(t, back.For(m), carried, "as a member carries it")
		}
	}
}

// Members are told of each other's names alone, and of those that stand beside them.
func TestWhatConcernsAMember(t *testing.T) {
	c := offices.Ruled()
	of := c.For(c.Members[1])
	assert.Equal(t, "2026-01-08", of.HandIn, "its own day goes before the one for all")
	assert.Equal(t, "1月10日", c.For(c.Members[2]).HandIn)
	assert.Nil(t, of.Members)
	assert.Equal(t, []string{"柳林镇", "石桥镇人民政府", "柏坞乡人民政府"}, of.Settings.Neighbours)
	assert.Equal(t, []office.Indicator{{Indicator: model.Indicator{Name: "发出收费通知的件数", Unit: "件", Integer: true}, Used: true}}, of.Indicators)
	var due []string
	for _, m := range c.List().Members {
		due = append(due, m.Due)
	}
	assert.Equal(t, []string{"1月10日", "2026-01-08", "1月10日", "1月10日", "1月10日"}, due)
	assert.Equal(t, []string{"柳林镇", "清溪镇人民政府", "石桥镇人民政府", "柏坞乡人民政府"}, c.Rules().Neighbours)
}

// A place that others lie in, and offices that they speak of every day, have a place in their reports.
func TestNeighboursStandOnOneTier(t *testing.T) {
	for _, c := range []struct {
		why  string
		list []county.Member
		want []string
	}{
		{"a city, its districts, its offices", []county.Member{{Name: "青岚市人民政府", Level: "市级政府"}, {Name: "南苑区人民政府", Level: "县级政府"}, {Name: "北原县人民政府", Level: "县级政府"}, {Name: "青岚市民政局", Level: "市级部门"}},
			[]string{"南苑区人民政府", "北原县人民政府"}},
		{"levels left out: names tell", []county.Member{{Name: "青垣县人民政府"}, {Name: "清溪镇人民政府"}, {Name: "槐荫街道办事处"}, {Name: "青垣县教育局"}}, []string{"清溪镇人民政府", "槐荫街道办事处"}},
		{"the office's own is none of them", []county.Member{{Name: "清溪镇人民政府", Category: county.OwnCategory}, {Name: "石桥镇人民政府"}}, []string{"石桥镇人民政府"}},
		{"offices alone", []county.Member{{Name: "青垣县教育局"}, {Name: "青垣县民政局"}}, nil},
	} {
		assert.Equal(t, c.want, (&office.County{Members: c.list}).Rules().Neighbours, c.why)
	}
}

// typed is a workbook of settings into whose cells somebody typed.
func typed(t *testing.T, cells ...string) []byte {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(countyBook(t, offices.Settled())))
	require.NoError(t, err)
	for i := 0; i < len(cells); i += 3 {
		require.NoError(t, book.SetCellStr(cells[i], cells[i+1], cells[i+2]))
	}
	var b bytes.Buffer
	require.NoError(t, book.Write(&b))
	return b.Bytes()
}

func TestMistakesInSettingsAreToldWithTheirCells(t *testing.T) {
	for _, c := range []struct {
		why   string
		cells []string
		want  string
	}{
		{"a member without a name", []string{"名单", "A8", ""}, "“名单”A8：没有写单位名称"},
		{"a name that another had before", []string{"名单", "A8", "清水乡人民政府"}, "“名单”A8：“清水乡人民政府”在“名单”A7已经有了，请只留一处"},
		{"a category of one's own", []string{"名单", "D8", "镇"}, "“名单”D8：没有“镇”这一类，可以选的有：本级、部门、乡镇街道、下级政府"},
		{"a day in words", []string{"名单", "E8", "去年夏天"}, "“名单”E8：“去年夏天”不是日期，请写成如2025-03-01"},
		{"it goes on with itself", []string{"名单", "F8", "石桥镇人民政府"}, "“名单”F8：承接单位是它自己，请核对"},
		{"it goes on with nobody's", []string{"名单", "F9", "柳林镇人民政府"}, "“名单”F9：承接单位“柳林镇人民政府”不在名单上，请核对；承接的不是本县的单位，这一格空着"},
		{"a day that no calendar has", []string{"名单", "I8", "2月30日"}, "“名单”I8：“2月30日”在日历上没有"},
		{"a deadline in words", []string{"期限", "B9", "一月底"}, "“期限”B9：“一月底”不是日期，请写成如1月20日"},
		{"a length in words", []string{"期限", "B10", "很短"}, "“期限”B10：“很短”应是正整数，如1000"},
		{"more than the whole", []string{"期限", "B11", "150%"}, "“期限”B11：比例是1.5，应大于0、不超过1"},
		{"an entry renamed", []string{"期限", "A9", "公开期限"}, "“期限”A9：没有“公开期限”这一项，请把它改回来"},
		{"a wrong word without the right one", []string{"易错词", "B4", ""}, "“易错词”A4：易错词“望和镇”没有写正确的词"},
		{"a wrong word twice", []string{"易错词", "A5", "望和镇", "易错词", "B5", "望禾镇"}, "“易错词”A5：“望和镇”写了两次，请只留一处"},
		{"points in words", []string{"扣分", "B4", "半分"}, "“扣分”B4：“半分”不是分数，请写成如0.5"},
		{"points for no rule", []string{"扣分", "A4", "错误字"}, "“扣分”A4：没有“错误字”这条规则，是不是“错别字”（wrong-word）"},
		{"points that are none", []string{"扣分", "B4", ""}, "“扣分”A4：“wrong-word”的扣分是0，不扣分的请不要写"},
		{"no limit is a blank", []string{"扣分", "C4", "0"}, "“扣分”C4：最多扣0分，就是不扣分；不封顶的请空着"},
		{"a neighbour that is no unit", []string{"相邻单位", "A5", "附近"}, "“相邻单位”A5：相邻单位“附近”认不出，请写成如石桥镇"},
		{"a rule that must hold", []string{"规则级别", "C4", "关闭", "规则级别", "D4", "太麻烦"}, "“规则级别”A4：规则“数字未填”（figure-missing）是强制的，不能关闭"},
		{"switched off without a reason", []string{"规则级别", "C9", "关闭"}, "“规则级别”D9：关闭“收费小数”没有写理由，请补上"},
		{"a reason alone", []string{"规则级别", "D9", "太麻烦"}, "“规则级别”C9：写了理由，没有选改成什么，请选“关闭”，或者删去理由"},
		{"a level that there is not", []string{"规则级别", "C9", "警告"}, "“规则级别”C9：“警告”应是核实、提示或者关闭"},
		{"an indicator that may be meant or not", []string{"附表", "D5", ""}, "“附表”D5：请选“是”或“否”"},
		{"an indicator twice", []string{"附表", "A5", "发出收费通知的件数"}, "“附表”A5：“发出收费通知的件数”写了两次，请只留一处"},
		{"a book in a cell", []string{"易错词", "A4", strings.Repeat("望和", 501)}, "“易错词”A4：写得太长了，最多1000字"},
		{"heads typed over", []string{"扣分", "A3", "条目"}, "“扣分”里找不到表头“规则”，请把表头改回来"},
		{"all at once", []string{"名单", "D8", "镇", "附表", "D5", "也许"}, "“名单”D8：没有“镇”这一类，可以选的有：本级、部门、乡镇街道、下级政府；“附表”D5：请选“是”或“否”"},
	} {
		data := typed(t, c.cells...)
		_, err := office.ReadRules(data)
		assert.EqualError(t, err, c.want, c.why)
		_, err = office.ReadMembers(data)
		assert.EqualError(t, err, c.want, c.why+", asked for the list")
	}
	c, err := office.ReadRules(typed(t))
	require.NoError(t, err)
	assertSame(t, offices.Ruled(), c, "as another library saves it")
}

// A sheet that others put in is passed over, and said; one that was taken out lays nothing down; a name that was typed over is found again.
func TestSettingsAsOfficesLeaveThem(t *testing.T) {
	book, err := excelize.OpenReader(bytes.NewReader(countyBook(t, offices.Settled())))
	require.NoError(t, err)
	require.NoError(t, book.SetSheetName("易错词", "本县易错词"))
	require.NoError(t, book.DeleteSheet("扣分"))
	_, err = book.NewSheet("电话本")
	require.NoError(t, err)
	require.NoError(t, book.SetCellStr("电话本", "A1", "值班"))
	var b bytes.Buffer
	require.NoError(t, book.Write(&b))
	c, err := office.ReadRules(b.Bytes())
	require.NoError(t, err)
	assert.Equal(t, []string{"“电话本”不是本县设置里的一页，没有读"}, c.Notes)
	assert.Equal(t, offices.Settled().Settings.WrongWords, c.Settings.WrongWords)
	assert.Nil(t, c.Settings.Points)
}

// What other programs save of a workbook of settings, and of a member's, says the same.
func TestSettingsThroughOtherPrograms(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "soffice", "openpyxl")
	c := offices.Ruled()
	e, _ := form.ForYear(2025)
	blank := model.New(e)
	var b bytes.Buffer
	_, err := workbook.Write(&b, blank, workbook.Options{Lists: c.LaidInto(blank, c.Members[1])})
	require.NoError(t, err)
	folder := t.TempDir()
	files := []string{filepath.Join(folder, "settings.xlsx"), filepath.Join(folder, "member.xlsx")}
	require.NoError(t, os.WriteFile(files[0], countyBook(t, offices.Settled()), 0o600))
	require.NoError(t, os.WriteFile(files[1], b.Bytes(), 0o600))
	folders := map[string]string{"LibreOffice": sample.Convert(t, "xlsx", files...), "openpyxl": t.TempDir()}
	for _, f := range files {
		sample.Run(t, "openpyxl", "-c", "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])", f, filepath.Join(folders["openpyxl"], filepath.Base(f)))
	}
	for program, folder := range folders {
		settings := file(t, filepath.Join(folder, "settings.xlsx"))
		back, err := office.ReadRules(settings)
		require.NoError(t, err, program)
		assertSame(t, c, back, "the office's, by "+program)
		_, err = workbook.Read(settings)
		assert.ErrorIs(t, err, workbook.ErrLists, "it is no report, by "+program)
		r, err := workbook.Read(file(t, filepath.Join(folder, "member.xlsx")))
		require.NoError(t, err, program)
		carried, _, fault := office.LaidDown(r)
		require.NotNil(t, carried, program+fault)
		assertSame(t, c.For(c.Members[1]), carried, "the member's, by "+program)
	}
}

func TestNamesOfTheFormAreNoIndicators(t *testing.T) {
	for _, c := range []struct{ why, name, want string }{
		{"a row", "本年新收", "报告的表格里已经有的名称"},
		{"a cell without its dot", "本年新收自然人", "报告的表格里已经有的名称"},
		{"a part of the unit's data", "电话", "报告的表格里已经有的名称"},
		{"braces", "件数{{", "不能有大括号"},
		{"very long", strings.Repeat("很", 41), "太长"},
	} {
		_, err := office.ReadRules(typed(t, "附表", "A5", c.name))
		assert.ErrorContains(t, err, "“附表”A5：", c.why)
		assert.ErrorContains(t, err, c.want, c.why)
	}
	for _, e := range form.Editions() {
		_, taken := e.QuantityCalled("发出收费通知的件数")
		assert.False(t, taken, "what is offered is none of the form's")
	}
}

func file(t *testing.T, name string) []byte {
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	return data
}
