package collect_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/collect"
	"nianbao/internal/county"
	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
	"nianbao/internal/verdict"
)

// The office's own report is of the year and the form that is added up; what was asked for goes before what stands in it.
func TestOwnReport(t *testing.T) {
	g := job.Gather(members(t, 2))
	own := func(from string, fields ...string) *collect.Own {
		r := sample.Report(t, from)
		for i := 0; i < len(fields); i += 2 {
			r.Fields[form.Key(fields[i])] = model.Field{Text: fields[i+1]}
		}
		return &collect.Own{Report: r}
	}
	for _, c := range []struct {
		why, fault string
		own        *collect.Own
	}{
		{"last year's: its year would stand in the new report", "本级的年报是2023年度的，汇总的是2024年度的", own("f-county-2023")},
		{"the form of years before, which has other figures", "本级的年报用的不是2024年度的格式", own("d-town-2020", "report.year", "今年")},
		{"no year that can be read", "", own("f-county-2023", "report.year", "今年")},
	} {
		a, err := collect.Aggregate(collect.Aggregation{Year: 2024, Unit: "望禾县人民政府", Own: c.own}, g)
		if c.fault != "" {
			assert.ErrorContains(t, err, c.fault, c.why)
			continue
		}
		require.NoError(t, err, c.why)
		assert.Equal(t, "2024", a.Report.YearText(), c.why)
		assert.Equal(t, "望禾县人民政府", a.Report.Unit(), "as was asked for")
	}
}

// What an office has put into its own report beside the form is not taken over, and that is said.
func TestWhatIsLeftInTheOwnReport(t *testing.T) {
	at := func(sheet, ref string) model.Place { return model.Place{Sheet: sheet, Ref: ref} }
	for _, c := range []struct {
		why    string
		extras []model.Extra
		strays []model.Stray
		want   string
	}{
		{"nothing", nil, nil, ""},
		{"a sheet of notes and a comment", []model.Extra{{Kind: model.Comment, Text: "待核", Place: at("二、主动公开", "B9")}, {Kind: model.OtherSheet, Place: at("我的笔记", "")}}, nil,
			"1张工作表（“我的笔记”）、1处批注（“二、主动公开”B9）"},
		{"what is typed beside the form", nil, []model.Stray{{Text: "已核", Place: at("三、依申请公开", "N9")}}, "1处写在格外的字（“三、依申请公开”N9）"},
		{"a hidden row is read all the same", []model.Extra{{Kind: model.Hidden, Text: "3", Place: at("二、主动公开", "B9")}}, nil, ""},
	} {
		r := sample.Report(t, "f-county-2023")
		r.Extras, r.Strays = c.extras, c.strays
		assert.Equal(t, c.want, (&collect.Own{Report: r}).Left(), c.why)
		r.Fields["report.year"] = model.Field{Text: "今年"}
		a, err := collect.Aggregate(collect.Aggregation{Year: 2024, Unit: "望禾县人民政府", Own: &collect.Own{Report: r}}, job.Gather(members(t, 2)))
		require.NoError(t, err, c.why)
		assert.Equal(t, c.want != "", strings.Contains(strings.Join(a.Notes, "\n"), "新的汇总表里没有，还在原来那一份里"), c.why)
	}
}

// Only the year before is compared with, and of each unit one report.
func TestLastYearOfOthers(t *testing.T) {
	of := func(name, unit, year string, figure form.Key, n string) job.Source {
		return given.Source(t, name, "e-town-2024", func(r *model.Report) {
			r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: unit}, model.Field{Text: year}
			r.Figures[figure] = model.ParseFigure(form.Count, n)
		})
	}
	now := []job.Source{of("今年.xlsx", "第1镇人民政府", "2024", "requests.carried_in.natural_person", "1")}
	last := func(name, year, carried string) job.Source {
		return of(name, "第1镇人民政府", year, "requests.carried_out.natural_person", carried)
	}
	other := of("别的.xlsx", "第9镇人民政府", "2023", "requests.carried_out.natural_person", "0")
	for _, c := range []struct {
		why, note string
		last      []job.Source
		finds     bool
	}{
		{"as it should be", "", []job.Source{last("a.xlsx", "2023", "2")}, true},
		{"two years ago", "没有2023年度的可以比较，上年结转没有核对", []job.Source{last("a.xlsx", "2022", "2")}, false},
		{"one of two years ago among them", "用来比较的里面有1份不是2023年度的，没有用", []job.Source{last("a.xlsx", "2023", "2"), last("b.xlsx", "2022", "3")}, true},
		{"a unit twice", "“第1镇人民政府”2023年度的有2份（a.xlsx、b.xlsx），数不一样，都没有用来比较", []job.Source{last("a.xlsx", "2023", "2"), last("b.xlsx", "2023", "3")}, false},
		{"a unit twice beside another: that it had none is not known, nor said", "数不一样，都没有用来比较", []job.Source{last("a.xlsx", "2023", "2"), last("b.xlsx", "2023", "3"), other}, false},
		{"a unit that had none is told", "", []job.Source{other}, true},
		{"a unit twice with the same figures", "“第1镇人民政府”2023年度的有2份（a.xlsx、b.xlsx），数一样，用的是第一份", []job.Source{last("a.xlsx", "2023", "2"), last("b.xlsx", "2023", "2")}, true},
	} {
		a, err := collect.Aggregate(collect.Aggregation{Last: &collect.Earlier{Reports: job.Gather(c.last).Reports}}, job.Gather(now))
		require.NoError(t, err)
		outcome := a.Check(given.Checker(t), "")
		assert.Contains(t, strings.Join(outcome.Notes, "\n"), c.note, c.why)
		found := false
		for _, f := range outcome.Findings {
			found = found || f.Rule == "aggregate-carried-in"
		}
		assert.Equal(t, c.finds, found, c.why)
	}
}

// Who took over something else than last year left is named before all who have not come yet.
func TestWhoDiffersIsNamedFirst(t *testing.T) {
	of := func(unit, year string, figure form.Key, n string) job.Source {
		return given.Source(t, unit+year+".xlsx", "e-town-2024", func(r *model.Report) {
			r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: unit}, model.Field{Text: year}
			r.Figures[figure] = model.ParseFigure(form.Count, n)
		})
	}
	var last []job.Source
	for i := range 12 {
		last = append(last, of(fmt.Sprintf("第%d镇人民政府", i), "2023", "requests.carried_out.natural_person", "2"))
	}
	last = append(last, of("民政局", "2023", "requests.carried_out.natural_person", "1"))
	now := job.Gather([]job.Source{of("民政局", "2024", "requests.carried_in.natural_person", "5")})
	a, err := collect.Aggregate(collect.Aggregation{Last: &collect.Earlier{Reports: job.Gather(last).Reports}}, now)
	require.NoError(t, err)
	var told string
	for _, f := range a.Check(given.Checker(t), "").Findings {
		if f.Rule == "aggregate-carried-in" {
			told = f.Message
		}
	}
	assert.Contains(t, told, "对不上的：民政局上年1、今年5；第0镇人民政府上年2、今年没有报；")
	assert.Contains(t, told, "；另有2个单位。")
}

// Of a unit whose report came and was not added nobody says that it has not reported, but why it was not.
func TestWhatWasNotAddedIsNoneThatDidNotCome(t *testing.T) {
	const unit = "石桥镇人民政府"
	of := func(file, unit, year, carried string) job.Source {
		return given.Source(t, file, "e-town-2024", func(r *model.Report) {
			r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: unit}, model.Field{Text: year}
			r.Figures["requests.carried_in.natural_person"] = model.ParseFigure(form.Count, carried)
		})
	}
	oldForm := given.Source(t, "石桥.xlsx", "d-town-2020", func(r *model.Report) {
		r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: unit}, model.Field{Text: "2024"}
	})
	last := given.Source(t, "上年.xlsx", "e-town-2024", func(r *model.Report) {
		r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: unit}, model.Field{Text: "2023"}
		r.Figures["requests.carried_out.natural_person"] = model.ParseFigure(form.Count, "2")
	})
	for _, c := range []struct {
		why, want string
		came      []job.Source
	}{
		{"nothing came", "今年没有报", nil},
		{"two that differ", "今年没有加进去（交了2份，不一样）", []job.Source{of("石桥1.xlsx", unit, "2024", "2"), of("石桥2.xlsx", unit, "2024", "3")}},
		{"one that cannot be read", "今年没有加进去（读不了）", []job.Source{unreadable("石桥镇.xlsx")}},
		{"a picture", "今年没有加进去（读不了）", []job.Source{{Name: "石桥镇.jpg", Found: true}}},
		{"of another year", "今年没有加进去（年度不对）", []job.Source{of("石桥.xlsx", unit, "2022", "2")}},
		{"on an old form", "今年没有加进去（格式不对）", []job.Source{oldForm}},
		{"under a wrong name", "今年没有加进去（单位名称不对）", []job.Source{of("石桥.xlsx", "石侨镇人民政府", "2024", "2")}},
		{"without a name", "今年没有加进去（认不出单位）", []job.Source{of("石桥镇.xlsx", "", "2024", "2")}},
		{"one that counts, beside one that does not", "今年1", []job.Source{of("石桥.xlsx", unit, "2024", "1"), unreadable("石桥镇.xlsx")}},
	} {
		list := county.NewList([]county.Member{{Name: unit, Level: "乡镇"}, {Name: "清溪镇人民政府"}})
		order := collect.Aggregation{Members: list, Year: 2024, Last: &collect.Earlier{Year: 2023, Reports: job.Gather([]job.Source{last}).Reports}}
		a, err := collect.Aggregate(order, job.Gather(append(c.came, of("清溪.xlsx", "清溪镇人民政府", "2024", "0"))))
		require.NoError(t, err, c.why)
		var told string
		for _, f := range a.Check(given.Checker(t), "").Findings {
			if f.Rule == "aggregate-carried-in" {
				told = f.Message
			}
		}
		assert.Contains(t, told, "对不上的："+unit+"上年2、"+c.want+"。", c.why)
	}
}

// What several units left that a member was called before is held together against it; that one of them is there twice under one name is not.
func TestLastYearOfFormerNames(t *testing.T) {
	of := func(name, unit, year string, figure form.Key, n string) job.Source {
		return given.Source(t, name, "e-town-2024", func(r *model.Report) {
			r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: unit}, model.Field{Text: year}
			r.Figures[figure] = model.ParseFigure(form.Count, n)
		})
	}
	members := county.NewList([]county.Member{{Name: "大河镇人民政府", Former: []string{"甲乡人民政府", "乙乡人民政府"}}})
	const left = "requests.carried_out.natural_person"
	for _, c := range []struct {
		why, took, note string
		last            []job.Source
		finds           bool
	}{
		{"of both the same number", "4", "“大河镇人民政府”上年的数，是“甲乡人民政府”“乙乡人民政府”2023年度报告的相加", []job.Source{of("a.xlsx", "甲乡人民政府", "2023", left, "2"), of("b.xlsx", "乙乡人民政府", "2023", left, "2")}, false},
		{"only that of one was taken over", "2", "相加", []job.Source{of("a.xlsx", "甲乡人民政府", "2023", left, "2"), of("b.xlsx", "乙乡人民政府", "2023", left, "2")}, true},
		{"one of them came in two versions", "2", "数不一样，都没有用来比较", []job.Source{of("a.xlsx", "甲乡人民政府", "2023", left, "2"), of("c.xlsx", "甲乡人民政府", "2023", left, "3"), of("b.xlsx", "乙乡人民政府", "2023", left, "2")}, false},
	} {
		now := job.Gather([]job.Source{of("今年.xlsx", "大河镇人民政府", "2024", "requests.carried_in.natural_person", c.took)})
		a, err := collect.Aggregate(collect.Aggregation{Members: members, Last: &collect.Earlier{Reports: job.Gather(c.last).Reports}}, now)
		require.NoError(t, err)
		outcome := a.Check(given.Checker(t), "")
		assert.Contains(t, strings.Join(outcome.Notes, "\n"), c.note, c.why)
		assert.Equal(t, c.finds, slices.ContainsFunc(outcome.Findings, func(f check.Finding) bool { return f.Rule == "aggregate-carried-in" }), c.why)
	}
}

// An amount with its unit changes nothing where it is written another way: the trace has it in 万元.
func TestAmountsInTheTrace(t *testing.T) {
	for _, amount := range []string{"1000元", "0.10万元", "0元", "0", ""} {
		sources := []job.Source{given.Source(t, "a.xlsx", "d-town-2020", func(r *model.Report) {
			for _, c := range r.Edition.Cells() {
				if c.Measure.CarriesUnit() {
					r.Figures[c.Key] = model.ParseFigure(c.Measure, amount)
				}
			}
		})}
		a, book := aggregated(t, collect.Aggregation{}, sources)
		earlier, err := collect.ReadEarlier(job.File{Name: "上次.xlsx", Data: book})
		require.NoError(t, err)
		assert.False(t, a.Amended(earlier).IsChanged(), amount)
		earlier.Year, earlier.Reports[0].Year = 2019, 2019
		assert.Equal(t, "没有上一次2020年度的可以比较", a.Amended(earlier).Told()[1])
	}
}

// A difference between the office's own figure and the sum of its members is shown in the trace, however small.
func TestSmallDifferencesInTheTrace(t *testing.T) {
	_, book := aggregated(t, collect.Aggregation{}, []job.Source{given.Source(t, "a.xlsx", "e-town-2024", func(r *model.Report) {
		r.Figures["proactive.fees.amount"] = model.ParseFigure(form.Fee, "1.5")
	})})
	f, err := excelize.OpenReader(bytes.NewReader(book))
	require.NoError(t, err)
	sheet, ref := "汇总明细", ""
	for column := 1; ref == ""; column++ {
		cell, err := excelize.CoordinatesToCellName(column, 7)
		require.NoError(t, err)
		head, err := f.GetCellValue(sheet, strings.TrimSuffix(cell, "7")+"3")
		require.NoError(t, err)
		if strings.HasPrefix(head, "行政事业性收费") {
			ref = cell
		}
	}
	formula, err := f.GetCellFormula(sheet, ref)
	require.NoError(t, err)
	assert.Regexp(t, `^ROUND\(.*,([4-9]|[1-9][0-9])\)$`, formula, "to single yuan at least")
}

// The rows above the members are what LibreOffice computes, also where a member's total is not that of its parts, where it stands there
// without them, and where nobody counts: nothing is apart.
func TestLibreOfficeComputesTheTrace(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "soffice")
	const key = "requests.received"
	member := func(name string, figures map[form.Key]string) job.Source {
		return given.Source(t, name+".xlsx", "e-town-2024", func(r *model.Report) {
			r.Fields["unit.name"] = model.Field{Text: name + "镇人民政府"}
			for k, text := range figures {
				r.Figures[k] = model.ParseFigure(form.Count, text)
			}
		})
	}
	unbalanced := member("清溪", map[form.Key]string{key + ".natural_person": "2", key + ".total": "7"})
	alone := member("石桥", map[form.Key]string{key + ".natural_person": "", key + ".enterprise": "", key + ".research": "", key + ".social": "",
		key + ".legal_service": "", key + ".other": "", key + ".total": "5"})
	for _, c := range []struct {
		why     string
		order   collect.Aggregation
		sources []job.Source
		due     string
	}{
		{"a total that is not that of its parts counts as its parts", collect.Aggregation{}, []job.Source{unbalanced}, "2"},
		{"one without its parts counts as it is stated", collect.Aggregation{}, []job.Source{unbalanced, alone}, "7"},
		{"nobody counts", collect.Aggregation{Year: 2023}, []job.Source{unbalanced}, "0"},
	} {
		a, book := aggregated(t, c.order, c.sources)
		file := filepath.Join(t.TempDir(), "汇总.xlsx")
		require.NoError(t, os.WriteFile(file, book, 0o600))
		data, err := os.ReadFile(filepath.Join(sample.Convert(t, "xlsx", file), "汇总.xlsx"))
		require.NoError(t, err)
		saved, err := excelize.OpenReader(bytes.NewReader(data))
		require.NoError(t, err)
		rows, err := saved.GetRows("汇总明细", excelize.Options{RawCellValue: true})
		require.NoError(t, err)
		total := 4
		for _, cell := range a.Edition.Cells() {
			if cell.Key == key+".total" {
				break
			}
			total++
		}
		for i, text := range rows[6] {
			if i >= 4 {
				assert.Equal(t, "0", text, "%s: nothing is apart in %s", c.why, rows[2][i])
			}
		}
		if len(a.Counted) > 0 {
			assert.Equal(t, c.due, rows[4][total], c.why)
		}
		assert.Equal(t, c.due, rows[3][total], c.why)
	}
}

// A version of which the office chose another goes back to nobody, and the notice says nothing of it; a name makes no lines of its own.
func TestNotice(t *testing.T) {
	sources := members(t, 2)
	wrong := given.Source(t, "第一版.xlsx", "e-town-2024", func(r *model.Report) {
		r.Fields["unit.name"] = model.Field{Text: "第1镇人民政府"}
		r.Figures["requests.received.natural_person"] = model.ParseFigure(form.Count, "9")
	})
	forger := given.Source(t, "行.xlsx", "e-town-2024", func(r *model.Report) {
		r.Fields["unit.name"] = model.Field{Text: "石桥镇\n三、未报（0个）\u2028人民政府"}
	})
	sources = append(sources, wrong, forger)
	g := job.Gather(sources)
	list := county.NewList([]county.Member{{Name: "第1镇人民政府"}, {Name: "第2镇人民政府"}, {Name: "柏坞镇\n三、未报（9个）"}})
	a, err := collect.Aggregate(collect.Aggregation{Unit: "望禾县人民政府", Members: list, Before: collect.Rounds{"第1镇人民政府": {Chosen: "000.xlsx"}}}, g)
	require.NoError(t, err)
	k := given.Checker(t)
	l := verdict.NewLedger(verdict.Options{})
	for _, p := range g.Inputs {
		l.Add(k.Check(p).Outcome)
	}
	returned := a.Returns(l, g, collect.Rounds{chinese.UnitKey(list.Members[2].Name): {Kept: collect.Kept{Due: "1月\n二、没有问题"}}})
	for _, r := range returned {
		if r.File == "第一版.xlsx" {
			assert.False(t, r.IsReturned())
		}
	}
	reminders := 0
	for _, s := range a.Sendings(returned) {
		if s.IsReminder() {
			files, err := a.Letter(s, nil)
			require.NoError(t, err)
			reminders++
			assert.Contains(t, string(files[0].Data), "期限是1月 二、没有问题", "what stands in the register makes no lines either")
		}
	}
	assert.Equal(t, 1, reminders)
	files, err := a.Notice(returned)
	require.NoError(t, err)
	notice := string(files[0].Data)
	assert.Contains(t, notice, "应报送2024年政府信息公开工作年度报告的单位有3个")
	assert.NotContains(t, notice, "第1镇人民政府：必须改", "the version that counts has its findings told, not the other")
	assert.Equal(t, 1, strings.Count(strings.ReplaceAll(notice, "　", ""), "\r\n三、未报（"), notice)
	assert.Equal(t, "无名", collect.ReturnFolder("", "各镇/无名.xlsx"))
}

// A list of figures holds nothing that a spreadsheet would take for a formula, and what stands in it comes back as it was.
func TestListIsNoFormula(t *testing.T) {
	r := sample.Report(t, "e-town-2024")
	for k, text := range map[form.Key]string{"unit.name": `=HYPERLINK("http://x","望禾镇")`, "unit.level": "+乡镇"} {
		r.Fields[k] = model.Field{Text: text}
	}
	r.Figures["requests.received.natural_person"] = model.ParseFigure(form.Count, "@SUM(A1:A9)")
	r.Figures["requests.received.enterprise"] = model.ParseFigure(form.Count, "-3")
	var data bytes.Buffer
	require.NoError(t, exchange.Write(&data, r))
	g := job.Gather([]job.Source{job.From("-望禾.json", data.Bytes()), job.From("=坏.xlsx", []byte("PK"))})
	require.Len(t, g.Reports, 1)
	require.Len(t, g.Faults, 1)
	var long bytes.Buffer
	require.NoError(t, collect.WriteLong(&long, g.Reports, g.Faults))
	rows, err := csv.NewReader(bytes.NewReader(long.Bytes())).ReadAll()
	require.NoError(t, err)
	for _, row := range rows {
		for _, cell := range row {
			if cell != "-3" {
				require.NotRegexp(t, `^[-=+@]`, cell)
			}
		}
	}
	listed, err := collect.ReadLong(&long)
	require.NoError(t, err)
	require.Len(t, listed, 1)
	was, is := g.Reports[0], listed[0]
	assert.Equal(t, []string{was.Unit, was.Level, was.File}, []string{is.Unit, is.Level, is.File})
	assert.Empty(t, was.Figures.Differing(is.Figures))
	assert.Equal(t, "@SUM(A1:A9)", is.Figures.Figure("requests.received.natural_person").Printed())
}

// A list of figures that somebody sorted otherwise would make a report of each row.
func TestSortedList(t *testing.T) {
	rows := []string{"unit,level,year,edition,key,value,file", "甲镇,,2024,2021,requests.received.natural_person,1,a.xlsx", "乙镇,,2024,2021,requests.received.natural_person,1,b.xlsx",
		"甲镇,,2024,2021,requests.received.enterprise,1,a.xlsx"}
	_, err := collect.ReadLong(strings.NewReader(strings.Join(rows, "\n")))
	assert.EqualError(t, err, "第4行：“甲镇”的数不在一起，像是重新排过序，请用程序写的原样的清单")
	listed, err := collect.ReadLong(strings.NewReader(strings.Join(rows[:3], "\n")))
	require.NoError(t, err)
	assert.Len(t, listed, 2)
}

// What came of a member without its year, or without its name, is perhaps its: it is not said that nothing came.
func TestUnnamedMayBeMissing(t *testing.T) {
	for _, field := range []form.Key{"unit.name", "report.year"} {
		came := given.Source(t, "石桥镇年报.xlsx", "e-town-2024", func(r *model.Report) {
			r.Fields["unit.name"] = model.Field{Text: "石桥镇人民政府"}
			delete(r.Fields, field)
		})
		a, err := collect.Aggregate(collect.Aggregation{Year: 2024, Members: county.NewList([]county.Member{{Name: "石桥镇人民政府"}})}, job.Gather([]job.Source{came}))
		require.NoError(t, err)
		require.Len(t, a.Unnamed, 1, field)
		require.Len(t, a.Missing, 1, field)
		assert.Equal(t, []string{"石桥镇年报.xlsx"}, a.Missing[0].Perhaps, field)
	}
}

// What is wrong with a sum is wrong in some members' reports, each in its own way: nobody typed two columns of it the wrong way round.
func TestFaultsOfASumAreItsMembers(t *testing.T) {
	with := func(file, unit string, received map[form.Key]string) job.Source {
		return given.Source(t, file, "e-town-2024", func(r *model.Report) {
			r.Fields["unit.name"] = model.Field{Text: unit}
			for k, v := range received {
				r.Figures[k] = model.ParseFigure(form.Count, v)
			}
		})
	}
	a, err := collect.Aggregate(collect.Aggregation{Unit: "望禾县人民政府", Level: "县级政府", Year: 2024}, job.Gather([]job.Source{
		with("石桥.xlsx", "石桥镇人民政府", map[form.Key]string{"requests.received.natural_person": "1"}),
		with("清溪.xlsx", "清溪镇人民政府", map[form.Key]string{"requests.carried_out.enterprise": "1"}),
	}))
	require.NoError(t, err)
	var hints []string
	for _, f := range a.Check(given.Checker(t), "汇总.xlsx").Findings {
		if f.Rule == "requests-balance" {
			hints = append(hints, f.Hints...)
		}
	}
	assert.Equal(t, []string{"单位报的数里就有这个问题：石桥镇人民政府。", "单位报的数里就有这个问题：清溪镇人民政府。"}, hints)
}

// A unit is the same one with a blank in its name, and what was on the form of other years before was in no sum.
func TestSameUnitInAnotherRound(t *testing.T) {
	came := func(unit, sample string) *job.Gathered {
		return job.Gather([]job.Source{given.Source(t, "石桥.xlsx", sample, func(r *model.Report) { r.Fields["unit.name"] = model.Field{Text: unit} })})
	}
	for _, c := range []struct {
		why    string
		before *collect.Earlier
		want   string
	}{
		{"a blank in the name", &collect.Earlier{Year: 2024, AreCounted: true, Reports: came("石桥镇人民政府", "e-town-2024").Reports}, "和上次比，各单位的数"},
		{"as other programs are given it", &collect.Earlier{Year: 2024, Reports: came("石桥镇人民政府", "e-town-2024").Reports}, "上一次的里面没有写哪些没有加"},
		{"on the form of another year", func() *collect.Earlier {
			e := &collect.Earlier{Year: 2024, AreCounted: true, Reports: came("石桥镇人民政府", "d-town-2020").Reports}
			e.Reports[0].Year = 2024
			return e
		}(), "“石桥镇 人民政府”是新加的"},
	} {
		a, err := collect.Aggregate(collect.Aggregation{Unit: "望禾县人民政府", Level: "县级政府", Year: 2024, Last: &collect.Earlier{Year: 2023, Reports: came("石桥镇人民政府", "e-town-2024").Reports}}, came("石桥镇 人民政府", "e-town-2024"))
		require.NoError(t, err)
		assert.True(t, strings.HasPrefix(a.Amended(c.before).Told()[0], c.want), "%s: %s", c.why, a.Amended(c.before).Told())
	}
}

// A form that came blank and was filled in since is one line, and not two hundred figures.
func TestManyFiguresThatChanged(t *testing.T) {
	filled := given.Source(t, "石桥.xlsx", "e-town-2024", func(r *model.Report) { r.Fields["unit.name"] = model.Field{Text: "石桥镇人民政府"} })
	blank := func(kept ...form.Key) job.Source {
		return given.Source(t, "石桥.xlsx", "e-town-2024", func(r *model.Report) {
			r.Fields["unit.name"] = model.Field{Text: "石桥镇人民政府"}
			for _, c := range r.Edition.Cells() {
				if !slices.Contains(kept, c.Key) {
					r.Figures[c.Key] = model.Value{}
				} else {
					r.Figures[c.Key] = model.ParseFigure(c.Measure, "3")
				}
			}
		})
	}
	for _, c := range []struct {
		why    string
		before job.Source
		want   string
	}{
		{"nothing was filled in", blank(), `^“石桥镇人民政府”改了\d+个数：都是原来空着、这次填了的$`},
		{"but for one, which changed", blank("proactive.penalties.decisions"), `^“石桥镇人民政府”改了\d+个数：行政处罚由3改为\d+；还有\d+个原来空着、这次填了的$`},
	} {
		order := collect.Aggregation{Unit: "望禾县人民政府", Level: "县级政府", Year: 2024}
		a, err := collect.Aggregate(order, job.Gather([]job.Source{filled}))
		require.NoError(t, err)
		before := job.Gather([]job.Source{c.before})
		told := a.Amended(&collect.Earlier{Year: 2024, AreCounted: true, Reports: before.Reports}).Told()
		assert.Regexp(t, c.want, told[0], c.why)
	}
}

// What is said of reports of the year before is what becomes of them, and a unit whose form is there unfilled is told one thing.
func TestReportsOfTheYearBefore(t *testing.T) {
	of := func(unit, year string) job.Source {
		return given.Source(t, unit+year+".xlsx", "e-town-2024", func(r *model.Report) {
			r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: unit}, model.Field{Text: year}
			r.Texts["narrative.overview"] = []model.Paragraph{{Text: unit + year + "年公开政府信息12条。"}}
		})
	}
	blank := func(unit string) job.Source {
		r, _, err := job.Blank(2024, unit, "乡镇", nil, "")
		require.NoError(t, err)
		return job.From("空"+unit+".xlsx", given.Book(t, r))
	}
	last := &collect.Earlier{Year: 2023, Reports: job.Gather([]job.Source{of("第1镇人民政府", "2023"), of("第2镇人民政府", "2023")}).Reports}
	now, both := []job.Source{of("第1镇人民政府", "2024"), of("第2镇人民政府", "2024"), of("第3镇人民政府", "2024")}, of("第1镇人民政府", "2023")
	list := county.NewList([]county.Member{{Name: "第1镇人民政府"}, {Name: "第2镇人民政府"}, {Name: "第3镇人民政府"}, {Name: "第4镇人民政府"}})
	for _, c := range []struct {
		why     string
		order   collect.Aggregation
		sources []job.Source
		note    string
		row     string // of the report of the year before
	}{
		{"of most units, whose sum is held against theirs", collect.Aggregation{}, append(slices.Clone(now), both, of("第2镇人民政府", "2023")),
			"另有2份2023年度的，只用来和2024年度的比较，没有加", "2023年度的，只用来和2024年度的比较"},
		{"of one, and the units are not looked at", collect.Aggregation{}, append(slices.Clone(now), both), "另有1份2023年度的，没有加", "2023年度的，没有加"},
		{"of one, with each held against its own", collect.Aggregation{Among: true}, append(slices.Clone(now), both),
			"另有1份2023年度的，只用来和2024年度的比较，没有加", "2023年度的，只用来和2024年度的比较"},
		{"of most, and last year's were given otherwise", collect.Aggregation{Last: last}, append(slices.Clone(now), both, of("第2镇人民政府", "2023")),
			"另有2份2023年度的，没有加", "2023年度的，没有加"},
		{"there is nothing else of a unit", collect.Aggregation{Members: list}, append(slices.Clone(now), both, of("第2镇人民政府", "2023"), of("第4镇人民政府", "2023")),
			"另有3份2023年度的，只用来和2024年度的比较，没有加；第4镇人民政府只有2023年度的，算没有交；如果是今年才交来的，请换成2024年度的", "2023年度的，只用来和2024年度的比较"},
		{"its form of this year came as well, which it is told to fill in", collect.Aggregation{Members: list}, append(slices.Clone(now), both, of("第2镇人民政府", "2023"), of("第4镇人民政府", "2023"), blank("第4镇人民政府")),
			"另有3份2023年度的，只用来和2024年度的比较，没有加", "2023年度的，只用来和2024年度的比较"},
	} {
		g := job.Gather(c.sources)
		a, err := collect.Aggregate(c.order, g)
		require.NoError(t, err, c.why)
		assert.Contains(t, a.Notes, c.note, c.why)
		assert.Equal(t, c.row, a.Standings(g)["第1镇人民政府2023.xlsx"].Note, c.why)
	}
}
