package job_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
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
	"nianbao/internal/job"
	"nianbao/internal/ledger"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/workbook"
)

// settled is a county that lays down some of everything.
func settled() *job.County {
	return &job.County{
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
		Indicators: []job.Indicator{{Indicator: model.Indicator{Name: "发出收费通知的件数", Unit: "件", Integer: true}, Used: true}, {Indicator: model.Indicator{Name: "通知收费的总金额", Unit: "元"}}},
	}
}

func countyBook(t testing.TB, c *job.County) []byte {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, c.Write(&b))
	return b.Bytes()
}

// assertSame compares what counties lay down. Where the members stand is none of it.
func assertSame(t *testing.T, want, got *job.County, why string) {
	t.Helper()
	placeless := func(c *job.County) *job.County {
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

func ruled(c *job.County) *job.County {
	c, err := job.ReadRules(countyBookOf(c))
	if err != nil {
		panic(err)
	}
	return c
}

func countyBookOf(c *job.County) []byte {
	var b bytes.Buffer
	if err := c.Write(&b); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// madeUp is a county that lays down what chance has it.
func madeUp(r *rand.Rand) *job.County {
	c := settled()
	some := func() bool { return r.IntN(2) == 0 }
	word := func() string {
		return string([]rune("清溪石桥柏坞望禾青垣柳林")[r.IntN(12)]) + string([]rune("山川河湖松竹")[r.IntN(6)])
	}
	if some() {
		c.Office, c.Contact, c.Phone = "", "", ""
	}
	c.HandIn = []string{"", "1月5日", "2026-01-12"}[r.IntN(3)]
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
			c.Supplies = append(c.Supplies, job.Supply{Part: part, Offices: []string{word(), word() + "所"}[:1+r.IntN(2)]})
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
			c = settled()
		}
		book := countyBook(t, c)
		assert.Equal(t, book, countyBook(t, c), "equal settings make equal bytes")
		back, err := job.ReadRules(book)
		require.NoError(t, err)
		again := countyBook(t, back)
		assert.Equal(t, book, again, "nothing is lost or added on the way through a workbook")

		text, err := job.ParseSettings([]byte(back.SettingsText(back.Rules())))
		require.NoError(t, err, back.SettingsText(back.Rules()))
		assert.Equal(t, fmt.Sprintf("%+v", back.Rules()), fmt.Sprintf("%+v", text), "as YAML")

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
			carried, _, fault := job.LaidDown(read)
			require.NotNil(t, carried, fault)
			assertSame(t, back.For(m), carried, "as a member carries it")
		}
	}
}

// Members are told of each other's names alone, and of those that stand beside them.
func TestWhatConcernsAMember(t *testing.T) {
	c := ruled(settled())
	of := c.For(c.Members[1])
	assert.Equal(t, "2026-01-08", of.HandIn, "its own day goes before the one for all")
	assert.Equal(t, "1月10日", c.For(c.Members[2]).HandIn)
	assert.Nil(t, of.Members)
	assert.Equal(t, []string{"柳林镇", "石桥镇人民政府", "柏坞乡人民政府"}, of.Settings.Neighbours)
	assert.Equal(t, []job.Indicator{{Indicator: model.Indicator{Name: "发出收费通知的件数", Unit: "件", Integer: true}, Used: true}}, of.Indicators)
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
		assert.Equal(t, c.want, (&job.County{Members: c.list}).Rules().Neighbours, c.why)
	}
}

// typed is a workbook of settings into whose cells somebody typed.
func typed(t *testing.T, cells ...string) []byte {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(countyBook(t, settled())))
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
		{"a deadline in words", []string{"期限", "B8", "一月底"}, "“期限”B8：“一月底”不是日期，请写成如1月20日"},
		{"a length in words", []string{"期限", "B9", "很短"}, "“期限”B9：“很短”应是正整数，如1000"},
		{"more than the whole", []string{"期限", "B10", "150%"}, "“期限”B10：比例是1.5，应大于0、不超过1"},
		{"an entry renamed", []string{"期限", "A8", "公开期限"}, "“期限”A8：没有“公开期限”这一项，请把它改回来"},
		{"a wrong word without the right one", []string{"易错词", "B4", ""}, "“易错词”A4：易错词“望和镇”没有写正确的词"},
		{"a wrong word twice", []string{"易错词", "A5", "望和镇", "易错词", "B5", "望禾镇"}, "“易错词”A5：“望和镇”写了两次，请只留一处"},
		{"points in words", []string{"扣分", "B4", "半分"}, "“扣分”B4：“半分”不是分数，请写成如0.5"},
		{"points for no rule", []string{"扣分", "A4", "错误字"}, "“扣分”A4：没有“错误字”这条规则，是不是“错别字”（wrong-word）"},
		{"points that are none", []string{"扣分", "B4", ""}, "“扣分”A4：“wrong-word”的扣分是0，不扣分的请不要写"},
		{"no limit is a blank", []string{"扣分", "C4", "0"}, "“扣分”C4：最多扣0分，就是不扣分；不封顶的请空着"},
		{"a neighbour that is no unit", []string{"相邻单位", "A5", "附近"}, "“相邻单位”A5：相邻单位“附近”认不出，请写成如石桥镇"},
		{"a rule that must hold", []string{"规则级别", "C4", "关闭", "规则级别", "D4", "太麻烦"}, "“规则级别”A4：规则“figure-missing”是强制的，不能关闭"},
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
		_, err := job.ReadRules(data)
		assert.EqualError(t, err, c.want, c.why)
		_, err = job.ReadMembers(data)
		assert.EqualError(t, err, c.want, c.why+", asked for the list")
	}
	c, err := job.ReadRules(typed(t))
	require.NoError(t, err)
	assertSame(t, ruled(settled()), c, "as another library saves it")
}

// A sheet that others put in is passed over, and said; one that was taken out lays nothing down; a name that was typed over is found again.
func TestSettingsAsOfficesLeaveThem(t *testing.T) {
	book, err := excelize.OpenReader(bytes.NewReader(countyBook(t, settled())))
	require.NoError(t, err)
	require.NoError(t, book.SetSheetName("易错词", "本县易错词"))
	require.NoError(t, book.DeleteSheet("扣分"))
	_, err = book.NewSheet("电话本")
	require.NoError(t, err)
	require.NoError(t, book.SetCellStr("电话本", "A1", "值班"))
	var b bytes.Buffer
	require.NoError(t, book.Write(&b))
	c, err := job.ReadRules(b.Bytes())
	require.NoError(t, err)
	assert.Equal(t, []string{"“电话本”不是本县设置里的一页，没有读"}, c.Notes)
	assert.Equal(t, settled().Settings.WrongWords, c.Settings.WrongWords)
	assert.Nil(t, c.Settings.Points)
}

// What other programs save of a workbook of settings, and of a member's, says the same.
func TestSettingsThroughOtherPrograms(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "soffice", "openpyxl")
	c := ruled(settled())
	d, err := job.NewDispatch(c, 2025, false, nil)
	require.NoError(t, err)
	var b bytes.Buffer
	_, err = d.Write(&b, d.Forms[1])
	require.NoError(t, err)
	folder := t.TempDir()
	files := []string{saved(t, folder, job.File{Name: "settings.xlsx", Data: countyBook(t, settled())}), saved(t, folder, job.File{Name: "member.xlsx", Data: b.Bytes()})}
	folders := map[string]string{"LibreOffice": sample.Convert(t, "xlsx", files...), "openpyxl": t.TempDir()}
	for _, f := range files {
		sample.Run(t, "openpyxl", "-c", "import sys, openpyxl; openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])", f, filepath.Join(folders["openpyxl"], filepath.Base(f)))
	}
	for program, folder := range folders {
		settings := file(t, filepath.Join(folder, "settings.xlsx")).Data
		back, err := job.ReadRules(settings)
		require.NoError(t, err, program)
		assertSame(t, c, back, "the office's, by "+program)
		_, err = workbook.Read(settings)
		assert.ErrorIs(t, err, workbook.ErrLists, "it is no report, by "+program)
		r, err := workbook.Read(file(t, filepath.Join(folder, "member.xlsx")).Data)
		require.NoError(t, err, program)
		carried, _, fault := job.LaidDown(r)
		require.NotNil(t, carried, program+fault)
		assertSame(t, c.For(c.Members[1]), carried, "the member's, by "+program)
	}
}
