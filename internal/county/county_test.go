package county_test

import (
	"maps"
	"strconv"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

func TestListFinds(t *testing.T) {
	l := county.NewList([]county.Member{
		{Name: "清溪镇人民政府", Former: []string{"清溪乡人民政府"}}, {Name: "石桥镇人民政府"}, {Name: "望禾县农业农村局"},
		{Name: "柳河街道办事处"}, {Name: "柳河镇人民政府"}, {Name: "望禾县人民政府办公室"},
	})
	for _, c := range []struct {
		why, unit string
		member    string // "" for a stranger
		nearest   string
	}{
		{"as the list has it", "清溪镇人民政府", "清溪镇人民政府", ""},
		{"spaces make no other unit", " 清溪镇 人民政府", "清溪镇人民政府", ""},
		{"a name that it had before", "清溪乡人民政府", "清溪镇人民政府", ""},
		{"cut short", "石桥镇", "石桥镇人民政府", ""},
		{"an office of it is another unit", "石桥镇人民政府便民服务中心", "", "石桥镇人民政府"},
		{"the office of a government is no shorter name of it: the county's figures are not those of its office", "望禾县人民政府", "", "望禾县人民政府办公室"},
		{"one letter wrong", "清奚镇人民政府", "", "清溪镇人民政府"},
		{"letters left out", "望禾县农业局", "", "望禾县农业农村局"},
		{"another town", "松坪镇人民政府", "", ""},
		{"two towns that differ in both letters are no slips of each other", "青石镇人民政府", "", ""},
	} {
		i, ok := l.Find(c.unit)
		if c.member == "" {
			assert.False(t, ok, c.why)
			assert.Equal(t, c.nearest, l.Nearest(c.unit, "", func(county.Member) bool { return false }), c.why)
			continue
		}
		require.True(t, ok, c.why)
		assert.Equal(t, c.member, l.Members[i].Name, c.why)
	}
}

// Of members whose names differ by a letter the stranger is the one that its file is called after, or that has not been heard of.
func TestNearestOfSeveral(t *testing.T) {
	l := county.NewList([]county.Member{{Name: "禾江镇人民政府"}, {Name: "禾河镇人民政府"}, {Name: "禾湖镇人民政府"}})
	heard := func(m county.Member) bool { return m.Name != "禾湖镇人民政府" }
	assert.Equal(t, "禾河镇人民政府", l.Nearest("禾某镇人民政府", "收到/禾河镇2024年年报.xlsx", heard))
	assert.Equal(t, "禾湖镇人民政府", l.Nearest("禾某镇人民政府", "收到/年报.xlsx", heard))
	assert.Empty(t, l.Nearest("禾某镇人民政府", "收到/年报.xlsx", func(county.Member) bool { return true }), "whose own reports are there are not meant")
	for file, want := range map[string]string{"禾江镇年报.doc": "禾江镇人民政府", "附件.doc": "", "禾江镇和禾河镇.doc": ""} {
		i, ok := l.InName(file)
		require.Equal(t, want != "", ok, file)
		if ok {
			assert.Equal(t, want, l.Members[i].Name)
		}
	}
}

// A file is under the name of a member by its own name, else by that of a folder, but not by that of the folder that all files lie in.
func TestWhose(t *testing.T) {
	l := county.NewList([]county.Member{{Name: "青垣县人民政府"}, {Name: "青垣县水利局"}, {Name: "青垣县住房和城乡建设局"}, {Name: "青垣县市场监督管理局"}, {Name: "青垣县农业农村局"}, {Name: "青垣县农业机械局"}, {Name: "云岭镇人民政府"}, {Name: "石桥镇人民政府", Former: []string{"石桥乡人民政府"}}})
	for _, c := range []struct{ why, file, want string }{
		{"its name", "收/石桥镇年报.zip", "石桥镇人民政府"},
		{"a former name", "收/石桥乡人民政府.jpg", "石桥镇人民政府"},
		{"the longer of two", "收/青垣县水利局.xls", "青垣县水利局"},
		{"its folder", "收/云岭镇/年报.xls", "云岭镇人民政府"},
		{"a folder above", "收/03_云岭镇人民政府/附件/年报.xls", "云岭镇人民政府"},
		{"its own name goes before", "收/云岭镇/石桥镇.xls", "石桥镇人民政府"},
		{"a folder whose name is how others begin", "收/青垣县各局/年报.xls", ""},
		{"unless the whole name stands there", "收/青垣县人民政府/年报.xls", "青垣县人民政府"},
		{"two members", "收/云岭镇和石桥镇.xls", ""},
		{"nobody", "收/年报.xls", ""},
		{"what people call a department", "收/住建局.jpg", "青垣县住房和城乡建设局"},
		{"with the county before it", "收/青垣县市监局2024年报.xls", "青垣县市场监督管理局"},
		{"a word that may be two of them", "收/农业局.jpg", ""},
		{"letters that are no name of it", "收/城建局.jpg", ""},
		{"two departments", "收/住建局、市监局.zip", ""},
		{"the folder of all files", "石桥镇/年报.xls", ""},
		{"no text", "收/\xff\xfe.xls", ""},
	} {
		within := "收"
		if c.why == "the folder of all files" {
			within = "石桥镇"
		}
		i, ok := l.Whose(c.file, within)
		require.Equal(t, c.want != "", ok, c.why)
		if ok {
			assert.Equal(t, c.want, l.Members[i].Name, c.why)
		}
	}
}

// Tens of thousands of files are looked up among as many members.
func TestManyFilesAreLookedUp(t *testing.T) {
	var members []county.Member
	for i := range 20_000 {
		members = append(members, county.Member{Name: "第" + strconv.Itoa(i) + "号镇人民政府"})
	}
	l := county.NewList(members)
	began := time.Now()
	for i := range members {
		at, ok := l.InName("收/" + members[i].Name + "2024年年报.xlsx")
		require.True(t, ok)
		require.Equal(t, i, at)
	}
	assert.Less(t, time.Since(began), 20*time.Second, "each against each takes minutes")
}

// memberOf is a report of a unit on a year, with figures as they are typed; those of the year's edition that are not given are blank.
func memberOf(file, unit string, year int, figures map[form.Key]string) county.Report {
	e, _ := form.ForYear(year)
	r := model.New(e)
	r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: unit}, model.Field{Text: strconv.Itoa(year)}
	for k, typed := range figures {
		c, ok := e.Cell(k)
		if !ok {
			panic(k)
		}
		r.Figures[k] = model.ParseFigure(c.Measure, typed)
	}
	return county.Report{File: file, Unit: unit, Year: year, Digest: r.Digest(), Figures: county.Pack(r)}
}

// What is packed is unpacked as it was, whatever stood in the cell.
func FuzzPack(f *testing.F) {
	for _, seed := range []string{"", "0", "7", "130", "99999999999999", "12.5000", "-3", "无", "5.2万元", "３件", "1,234"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		for _, e := range form.Editions() {
			for _, k := range []form.Key{"requests.received.natural_person", "disputes.review.total", "proactive.fees.amount", "proactive.procurement.amount", "proactive.licensing.change"} {
				c, ok := e.Cell(k)
				if !ok {
					continue
				}
				r := model.New(e)
				r.Figures[k] = model.ParseFigure(c.Measure, typed)
				was, is := r.Figures[k], county.Pack(r).Figure(k)
				if was.Printed() != is.Printed() {
					t.Fatalf("%s: %q became %q", k, was.Printed(), is.Printed())
				}
				if before, ok := was.Worth(c.Measure); ok {
					if after, _ := is.Worth(c.Measure); !after.Equal(before) {
						t.Fatalf("%s: %s became %s", k, before, after)
					}
				}
			}
		}
	})
}

func TestSum(t *testing.T) {
	const person, enterprise, total = form.Key("requests.received.natural_person"), form.Key("requests.received.enterprise"), form.Key("requests.received.total")
	for _, c := range []struct {
		why  string
		year int
		of   []map[form.Key]string
		want map[form.Key]string
	}{
		{"figures are added", 2024, []map[form.Key]string{{person: "3"}, {person: "4"}}, map[form.Key]string{person: "7"}},
		{"amounts without loss, where floats lose", 2024, []map[form.Key]string{{"proactive.fees.amount": "0.1"}, {"proactive.fees.amount": "0.2"}, {"proactive.fees.amount": "12.5001"}},
			map[form.Key]string{"proactive.fees.amount": "12.8001"}},
		{"what nobody gives stays blank, and is not 0", 2024, []map[form.Key]string{{person: "3"}}, map[form.Key]string{enterprise: ""}},
		{"0 is given", 2024, []map[form.Key]string{{person: "0"}, {}}, map[form.Key]string{person: "0"}},
		{"a total comes from its parts, not from what is stated", 2024, []map[form.Key]string{{person: "3", enterprise: "1", total: "9"}}, map[form.Key]string{total: "4"}},
		{"but where no part is given it counts", 2024, []map[form.Key]string{{total: "9"}, {person: "1", total: "1"}}, map[form.Key]string{total: "10"}},
		{"what is no number is passed over", 2024, []map[form.Key]string{{person: "无"}, {person: "2"}}, map[form.Key]string{person: "2"}},
		{"amounts of both units", 2020, []map[form.Key]string{{"proactive.procurement.amount": "5.2万元"}, {"proactive.procurement.amount": "251000元"}, {"proactive.procurement.amount": "0"}},
			map[form.Key]string{"proactive.procurement.amount": "30.3万元"}},
		{"an amount without a unit is none", 2020, []map[form.Key]string{{"proactive.procurement.amount": "52"}, {"proactive.procurement.amount": "1万元"}}, map[form.Key]string{"proactive.procurement.amount": "1万元"}},
	} {
		e, _ := form.ForYear(c.year)
		s := county.NewSum(e)
		for i, figures := range c.of {
			s.Add(memberOf(strconv.Itoa(i), "清溪镇人民政府", c.year, figures).Figures)
		}
		for k, want := range c.want {
			assert.Equal(t, want, s.Figure(k).Printed(), "%s: %s", c.why, k)
		}
	}
}

// A figure that is missing in a sum is told, blank or no number: the sum is too low by it. A total that can be recomputed is not.
func TestWhatIsNotAddedIsTold(t *testing.T) {
	const person, total, licences = form.Key("requests.received.natural_person"), form.Key("requests.received.total"), form.Key("proactive.licensing.decisions")
	e, _ := form.ForYear(2024)
	filled := func(typed map[form.Key]string) map[form.Key]string {
		all := map[form.Key]string{}
		for _, c := range e.Cells() {
			all[c.Key] = "0"
		}
		maps.Copy(all, typed)
		return all
	}
	for _, c := range []struct {
		why   string
		typed map[form.Key]string
		want  []form.Key
	}{
		{"all is there", nil, nil},
		{"a blank is no 0", map[form.Key]string{licences: ""}, []form.Key{licences}},
		{"neither is what is no number", map[form.Key]string{licences: "若干"}, []form.Key{licences}},
		{"a blank total is added up from its parts", map[form.Key]string{total: ""}, nil},
		{"a part that is missing makes its total too low, whatever that says", map[form.Key]string{person: "", total: "9"}, []form.Key{person}},
	} {
		total := county.NewTotal(county.Order{Year: 2024}, []county.Report{memberOf("a", "清溪镇人民政府", 2024, filled(nil)), memberOf("b", "石桥镇人民政府", 2024, filled(c.typed))})
		var told []form.Key
		for _, u := range total.Unadded {
			assert.Equal(t, "b", u.Report.File, c.why)
			told = append(told, u.Keys...)
		}
		assert.Equal(t, c.want, told, c.why)
	}
}

// A register is filled in on one system and read on another, and its files may lie elsewhere there.
func TestChosenByItsPath(t *testing.T) {
	const person = form.Key("requests.received.natural_person")
	for _, c := range []struct {
		why, chosen string
		files       [2]string
		want        string // what counts of 1 and 2, which the files say; "" for nothing
	}{
		{"as the path is written here", "双/二/甲.xlsx", [2]string{"双/一/甲.xlsx", "双/二/甲.xlsx"}, "2"},
		{"as Windows writes it, read elsewhere or on the page", `双\二\甲.xlsx`, [2]string{"双/一/甲.xlsx", "双/二/甲.xlsx"}, "2"},
		{"as it is written elsewhere, read on Windows", "双/二/甲.xlsx", [2]string{`双\一\甲.xlsx`, `双\二\甲.xlsx`}, "2"},
		{"both in one", `双\二/甲.xlsx`, [2]string{"双/一/甲.xlsx", `双/二\甲.xlsx`}, "2"},
		{"by its name, of a path of Windows", "乙.xlsx", [2]string{`双\一\甲.xlsx`, `双\二\乙.xlsx`}, "2"},
		{"with as many folders as tell it from the other, from wherever the program was called", `二\甲.xlsx`, [2]string{"/收/双/一/甲.xlsx", "/收/双/二/甲.xlsx"}, "2"},
		{"the whole path goes before the end of another", "甲.xlsx", [2]string{"甲.xlsx", "二/甲.xlsx"}, "1"},
		{"a name that both have tells nothing", "甲.xlsx", [2]string{`双\一\甲.xlsx`, `双\二\甲.xlsx`}, ""},
		{"half of a folder's name is none", `二\甲.xlsx`, [2]string{"双/一/甲.xlsx", "双/十二/甲.xlsx"}, ""},
		{"without the ending, which systems hide", "甲(1)", [2]string{"双/甲.xlsx", "双/甲(1).xlsx"}, "2"},
		{"with a folder and without the ending", "二/甲", [2]string{"双/一/甲.xlsx", "双/二/甲.xlsx"}, "2"},
		{"as a cell has it that was pasted into", " 甲(1).xlsx ", [2]string{"双/甲.xlsx", "双/甲(1).xlsx"}, "2"},
		{"without the ending, of two endings", "甲", [2]string{"双/甲.xlsx", "双/甲.docx"}, ""},
		{"a name without an ending goes before", "甲", [2]string{"双/甲.xlsx", "双/甲"}, "2"},
		{"nothing is no end of anything", "", [2]string{"双/一/", "双/二/甲.xlsx"}, ""},
	} {
		var versions []county.Report
		for i, file := range c.files {
			versions = append(versions, memberOf(file, "清溪镇人民政府", 2024, map[form.Key]string{person: strconv.Itoa(i + 1)}))
		}
		total := county.NewTotal(county.Order{Year: 2024, Chosen: map[string]string{"清溪镇人民政府": c.chosen}}, versions)
		assert.Equal(t, c.want, total.Sum.Figure(person).Printed(), c.why)
	}
}

// Adjustments reach every total above their figure.
func TestAdjustments(t *testing.T) {
	order := county.Order{Year: 2024, Adjusted: []county.Adjustment{{Key: "requests.granted.natural_person", By: decimal.NewFromInt(-1), Reason: "联合答复"}}}
	total := county.NewTotal(order, []county.Report{memberOf("a", "清溪镇人民政府", 2024, map[form.Key]string{"requests.granted.natural_person": "3", "requests.granted.enterprise": "1"})})
	due := total.Due()
	for k, want := range map[form.Key]string{"requests.granted.natural_person": "2", "requests.granted.enterprise": "1", "requests.granted.total": "3", "requests.total.natural_person": "2", "requests.total.total": "3"} {
		assert.Equal(t, want, due.Figure(k).Printed(), k)
	}
	assert.Equal(t, "4", total.Sum.Figure("requests.granted.total").Printed(), "the members' own sum stays")
}

// saying is a report with other contents than its figures tell.
func saying(file, contents string, year int, figures map[form.Key]string) county.Report {
	r := memberOf(file, "清溪镇人民政府", year, figures)
	r.Digest += contents
	return r
}

func TestSameFigures(t *testing.T) {
	const amount = form.Key("proactive.procurement.amount")
	for _, c := range []struct {
		why, one, other string
		same            bool
	}{
		{"zeros behind the last decimal", "5.20万元", "5.2万元", true},
		{"another unit", "5.2万元", "5.2元", false},
		{"another number", "5.2万元", "5.3万元", false},
		{"what is no number, said otherwise", "无", "没有", false},
	} {
		one, other := memberOf("a", "清溪镇人民政府", 2020, map[form.Key]string{amount: c.one}), memberOf("b", "清溪镇人民政府", 2020, map[form.Key]string{amount: c.other})
		assert.Equal(t, c.same, one.Figures.IsSame(other.Figures), c.why)
	}
}

func TestIndicatorsAreAddedUp(t *testing.T) {
	charged, paid, late := model.Indicator{Name: "发出收费通知的件数", Unit: "件", Integer: true}, model.Indicator{Name: "收费总金额", Unit: "元"}, model.Indicator{Name: "逾期件数"}
	gives := func(file, unit string, given ...county.Given) county.Report {
		r := memberOf(file, unit, 2024, nil)
		r.Indicators = given
		return r
	}
	inCases := charged
	inCases.Unit = "起"
	first := gives("a", "清溪镇人民政府", county.Given{Indicator: charged, Text: "3"}, county.Given{Indicator: paid, Text: "1.5"})
	second := gives("b", "石桥镇人民政府", county.Given{Indicator: charged, Text: "4"}, county.Given{Indicator: paid})
	third := gives("c", "柏坞乡人民政府", county.Given{Indicator: inCases, Text: "5"}, county.Given{Indicator: paid, Text: "若干"})
	total := county.NewTotal(county.Order{Year: 2024, Asked: []model.Indicator{late, charged}}, []county.Report{first, second, third})
	var sums []string
	for _, s := range total.Indicators {
		sums = append(sums, s.Name+s.Members().Printed())
	}
	assert.Equal(t, []string{"逾期件数", "发出收费通知的件数7", "收费总金额1.5"}, sums, "those that are asked for first; what nobody gives stays blank")
	var left []string
	for _, u := range total.Unsummed {
		left = append(left, u.Report.File+u.Given.Name+u.Unit)
	}
	assert.Equal(t, []string{"c发出收费通知的件数件", "c收费总金额"}, left, "units are never converted, and what is no number is told")
	value, ok := total.Indicators[1].Added(second)
	assert.True(t, ok)
	assert.Equal(t, "4", value.String())
	_, ok = total.Indicators[0].Added(second)
	assert.False(t, ok, "what a report has no row for adds nothing")
}

func TestWhoCounts(t *testing.T) {
	const person = form.Key("requests.received.natural_person")
	with := func(n string) map[form.Key]string { return map[form.Key]string{person: n} }
	list := county.NewList([]county.Member{{Name: "清溪镇人民政府"}, {Name: "石桥镇人民政府"}, {Name: "柏坞乡人民政府"}})
	oldForm := memberOf("旧.xlsx", "石桥镇人民政府", 2020, nil)
	oldForm.Year = 2024
	for _, c := range []struct {
		why     string
		order   county.Order
		reports []county.Report
		sum     string
		told    func(t *county.Total) any
		want    any
	}{
		{"missing ones by name", county.Order{Members: list}, []county.Report{memberOf("a", "清溪镇人民政府", 2024, with("1"))}, "1",
			func(t *county.Total) any { return []string{t.Missing[0].Name, t.Missing[1].Name} }, []string{"石桥镇人民政府", "柏坞乡人民政府"}},
		{"equal contents count once", county.Order{}, []county.Report{memberOf("a", "清溪镇人民政府", 2024, with("2")), memberOf("b", "清溪镇人民政府", 2024, with("2"))}, "2",
			func(t *county.Total) any { return len(t.Doubles[0]) }, 2},
		{"different versions count for nothing", county.Order{Members: list}, []county.Report{memberOf("a", "清溪镇人民政府", 2024, with("2")), memberOf("b", "清溪镇", 2024, with("3"))}, "",
			func(t *county.Total) any { return []int{len(t.Versions[0]), len(t.Missing)} }, []int{2, 2}},
		{"but the chosen one does", county.Order{Members: list, Chosen: map[string]string{"清溪镇人民政府": "b"}},
			[]county.Report{memberOf("a", "清溪镇人民政府", 2024, with("2")), memberOf("b", "清溪镇", 2024, with("3"))}, "3",
			func(t *county.Total) any { return t.Others[0][0].File }, "b"},
		{"one that was chosen and is not there chooses nothing", county.Order{Chosen: map[string]string{"清溪镇人民政府": "c"}},
			[]county.Report{memberOf("a", "清溪镇人民政府", 2024, with("2")), memberOf("b", "清溪镇人民政府", 2024, with("3"))}, "",
			func(t *county.Total) any { return len(t.Versions) }, 1},
		{"a stranger", county.Order{Members: list}, []county.Report{memberOf("a", "清奚镇人民政府", 2024, with("2"))}, "",
			func(t *county.Total) any { return t.Strange[0].Nearest }, "清溪镇人民政府"},
		{"another year", county.Order{}, []county.Report{memberOf("a", "清溪镇人民政府", 2023, with("2"))}, "", func(t *county.Total) any { return t.Years[0].File }, "a"},
		{"the form of another year", county.Order{}, []county.Report{oldForm}, "", func(t *county.Total) any { return t.Editions[0].File }, "旧.xlsx"},
		{"without a name", county.Order{}, []county.Report{memberOf("a", "", 2024, with("2"))}, "", func(t *county.Total) any { return t.Unnamed[0].File }, "a"},
		{"unsound ones only on request", county.Order{Unsound: map[string]bool{"a": true}}, []county.Report{memberOf("a", "清溪镇人民政府", 2024, with("2")), memberOf("b", "石桥镇人民政府", 2024, with("1"))}, "1",
			func(t *county.Total) any { return t.Unsounds[0].File }, "a"},
		{"files that print the same are one report", county.Order{Apart: func(a, b county.Report) []string { return nil }}, []county.Report{memberOf("a", "清溪镇人民政府", 2024, with("2")), saying("b", "别的", 2024, with("2"))}, "2",
			func(t *county.Total) any { return []int{len(t.Doubles[0]), len(t.Alike)} }, []int{2, 0}},
		{"those that differ in words alone are told", county.Order{Apart: func(a, b county.Report) []string { return []string{"第一部分"} }}, []county.Report{memberOf("a", "清溪镇人民政府", 2024, with("2")), saying("b", "别的", 2024, with("2"))}, "2",
			func(t *county.Total) any { return []int{len(t.Doubles), len(t.Alike)} }, []int{0, 1}},
		{"one report of a unit is no double", county.Order{}, []county.Report{memberOf("a", "清溪镇人民政府", 2024, with("2"))}, "2", func(t *county.Total) any { return len(t.Doubles) }, 0},
		{"of versions that differ nothing is among what counts", county.Order{}, []county.Report{memberOf("a", "清溪镇人民政府", 2024, with("2")), memberOf("b", "清溪镇人民政府", 2024, with("3"))}, "",
			func(t *county.Total) any { return len(t.Counted) }, 0},
		{"in the order of the list", county.Order{Members: list}, []county.Report{memberOf("b", "石桥镇人民政府", 2024, with("1")), memberOf("a", "清溪镇人民政府", 2024, with("1"))}, "2",
			func(t *county.Total) any { return t.Counted[0].File }, "a"},
	} {
		c.order.Year = 2024
		total := county.NewTotal(c.order, c.reports)
		assert.Equal(t, c.sum, total.Sum.Figure(person).Printed(), c.why)
		assert.Equal(t, c.want, c.told(total), c.why)
	}
}
