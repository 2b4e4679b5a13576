package job_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/check"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/handin"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/office"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
	"nianbao/internal/sample/offices"
	"nianbao/internal/workbook"
)

// A clerk's workbook may come back from any program, with the sheet as it was, changed or torn.
func TestCarriedSettingsAreObeyedOrNamed(t *testing.T) {
	c := offices.Ruled()
	d, err := job.NewDispatch(c, 2025, false, nil)
	require.NoError(t, err)
	var b bytes.Buffer
	_, err = d.Write(&b, d.Forms[1])
	require.NoError(t, err)
	sent := b.Bytes()
	changed := func(change func(book *excelize.File) error) []byte {
		book, err := excelize.OpenReader(bytes.NewReader(sent))
		require.NoError(t, err)
		require.NoError(t, change(book))
		var b bytes.Buffer
		require.NoError(t, book.Write(&b))
		return b.Bytes()
	}
	sheet := func(content string) []byte {
		return sample.Rezip(t, sent, func(name, was string) string {
			if strings.Contains(was, "核对码") && strings.Contains(name, "worksheets/sheet13") {
				return content
			}
			return was
		})
	}
	const wants = "，没有照它校验；请向发填报表的单位要一份原样的"
	for _, c := range []struct {
		why   string
		data  []byte
		obeys bool
		note  string
	}{
		{"as it was sent", sent, true, "按“本县规定”这一页（青垣县人民政府办公室定的）的规定校验"},
		{"saved by another program", changed(func(*excelize.File) error { return nil }), true, "按“本县规定”这一页（青垣县人民政府办公室定的）的规定校验"},
		{"the sheet has another name", changed(func(f *excelize.File) error { return f.SetSheetName("本县规定", "县里的") }), true, "按“县里的”这一页（青垣县人民政府办公室定的）的规定校验"},
		{"a program dropped all names", sample.Rezip(t, sent, func(name, content string) string {
			if name == "xl/workbook.xml" {
				return strings.ReplaceAll(content, "list_settings", "other")
			}
			return content
		}), true, "按“本县规定”这一页（青垣县人民政府办公室定的）的规定校验"},
		{"a rule switched off by whom it is to judge", changed(func(f *excelize.File) error { return f.SetCellStr("本县规定", "C24", "提示") }), false, "“本县规定”这一页有人改过（核对码对不上）" + wants},
		{"another day in the sentence that people read", changed(func(f *excelize.File) error {
			return f.SetCellStr("本县规定", "A3", "请在2月28日以前把填好的填报表交给青垣县人民政府办公室。")
		}), false, "“本县规定”这一页有人改过（核对码对不上）" + wants},
		{"a row taken out", changed(func(f *excelize.File) error { return f.RemoveRow("本县规定", 16) }), false, "“本县规定”这一页有人改过（核对码对不上）" + wants},
		{"emptied", changed(func(f *excelize.File) error {
			for row := 6; row < 40; row++ {
				for _, column := range "ABCDE" {
					if err := f.SetCellStr("本县规定", fmt.Sprintf("%c%d", column, row), ""); err != nil {
						return err
					}
				}
			}
			return nil
		}), false, "“本县规定”这一页有人改过（核对码对不上）" + wants},
		{"torn", sheet("<worksheet><sheetData><row"), false, "“本县规定”这一页读不了" + wants},
		{"a million cells", sheet(`<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>` + strings.Repeat("<row>"+strings.Repeat("<c><v>1</v></c>", 100)+"</row>", 300) + "</sheetData></worksheet>"),
			false, "“本县规定”这一页读不了" + wants},
	} {
		k := given.Checker(t)
		checked := k.Check(job.Planned{Source: job.From("清溪镇.xlsx", c.data)})
		require.NoError(t, checked.Err, c.why)
		assert.Contains(t, checked.Notes, c.note, c.why)
		assert.Equal(t, c.obeys, checked.Settings.IsOff("overview-length"), c.why)

		k.Lay(&office.County{})
		checked = k.Check(job.Planned{Source: job.From("清溪镇.xlsx", c.data)})
		assert.False(t, checked.Settings.IsOff("overview-length"), "what whoever checks lays down goes before it: "+c.why)
		assert.Contains(t, strings.Join(checked.Notes, "\n"), "照这次给的", c.why)
	}
}

// What a workbook carries is told as another thing than what was given, whichever part of it is.
func TestOtherSettingsThanCarriedAreTold(t *testing.T) {
	sent := offices.Ruled()
	r := sample.Report(t, "e-town-2024")
	r.Fields["unit.name"] = model.Field{Text: sent.Members[1].Name}
	var b bytes.Buffer
	_, err := workbook.Write(&b, r, workbook.Options{Lists: []workbook.List{sent.For(sent.Members[1]).Sheet()}})
	require.NoError(t, err)
	for _, c := range []struct {
		why    string
		change func(*office.County)
		told   bool
	}{
		{"the same", func(*office.County) {}, false},
		{"an indicator that is not asked for any more", func(c *office.County) { c.Indicators[0].Used = false }, true},
		{"one that is asked for now", func(c *office.County) { c.Indicators[1].Used = true }, true},
		{"another day", func(c *office.County) { c.Settings.Deadline.Day = 15 }, true},
	} {
		now := offices.Ruled()
		c.change(now)
		k := given.Checker(t)
		k.Lay(now)
		checked := k.Check(job.Planned{Source: job.From("填报.xlsx", b.Bytes())})
		require.NoError(t, checked.Err, c.why)
		assert.Equal(t, c.told, slices.Contains(checked.Notes, "“本县规定”这一页的规定和这次给的不同，照这次给的校验"), c.why)
	}
}

// Files are named in the order of the list, and last year's reports are found by any name of a unit.
func TestDispatch(t *testing.T) {
	c := offices.Ruled()
	before := func(unit string) job.Source {
		r := sample.Report(t, "e-town-2024")
		r.Fields["unit.name"] = model.Field{Text: unit}
		var b bytes.Buffer
		_, err := workbook.Write(&b, r, workbook.Options{})
		require.NoError(t, err)
		s := job.From("去年/"+unit+".xlsx", b.Bytes())
		s.Found = true
		return s
	}
	last, err := job.NewLastYear([]job.Source{before("清水乡人民政府"), before("石桥镇"), before("柳林镇人民政府")})
	require.NoError(t, err)
	d, err := job.NewDispatch(c, 2025, true, last)
	require.NoError(t, err)
	var names []string
	for _, f := range d.Forms {
		names = append(names, f.Name)
	}
	assert.Equal(t, []string{"01_青垣县人民政府办公室_2025年政府信息公开年报填报.xlsx", "02_清溪镇人民政府_2025年政府信息公开年报填报.xlsx",
		"03_石桥镇人民政府_2025年政府信息公开年报填报.xlsx", "05_青垣县民政局_2025年政府信息公开年报填报.xlsx"}, names)
	assert.Equal(t, []string{"柏坞乡人民政府已于2024年6月30日撤销或合并，由石桥镇人民政府承接"}, d.Absent)
	assert.Equal(t, []string{"青垣县人民政府办公室", "青垣县民政局"}, d.Unlast)
	assert.Equal(t, []string{"没有生成：柏坞乡人民政府已于2024年6月30日撤销或合并，由石桥镇人民政府承接。",
		"有2个单位没有找到2024年度的年报，上年结转、存量要自己填：青垣县人民政府办公室、青垣县民政局。",
		"上年的年报里，名单上没有的单位的，没有带入：柳林镇人民政府（柳林镇人民政府.xlsx）。"}, d.Told())
	var b bytes.Buffer
	sent, err := d.Write(&b, d.Forms[1])
	require.NoError(t, err)
	assert.Equal(t, []string{"去年/清水乡人民政府.xlsx"}, sent.From)
	assert.NotEmpty(t, sent.Carried)
	assert.Equal(t, []string{fmt.Sprintf("清溪.xlsx（从“去年/清水乡人民政府.xlsx”带入%d项）", len(sent.Carried))}, sent.Told("清溪.xlsx"))
	r, err := workbook.Read(b.Bytes())
	require.NoError(t, err)
	assert.Equal(t, "清溪镇人民政府", r.Unit(), "by its name of today")
	assert.Equal(t, "0", r.Figure("requests.received.natural_person").Printed(), "filled with nought")

	other := sample.Report(t, "e-town-2024")
	other.Figures["requests.carried_out.natural_person"] = model.ParseFigure(form.Count, "7")
	for _, c := range []struct {
		why, unit, note string
		unsure          []string
		carries         []string
	}{
		{"twice with other figures", "清水乡人民政府", "“清水乡人民政府”2024年度的报告有2份（去年/清水乡人民政府.xlsx、又一份.xlsx），数不一样，不知道以哪一份为准，都没有用，请只留一份。", []string{"清溪镇人民政府"}, nil},
		{"under the name of today and a former one", "清溪镇人民政府", "“清溪镇人民政府”2024年度的报告有2份（又一份.xlsx、去年/清水乡人民政府.xlsx），数不一样，不知道以哪一份为准，都没有用，请只留一份；如果“清水乡人民政府”是并进来的单位，都要留着，请在名单上给它另写一行，写上撤销或合并日期和承接单位，上年的就相加。", []string{"清溪镇人民政府"}, nil},
		{"the member that was taken in: its own alone are not what both left", "柏坞乡人民政府", "“柏坞乡人民政府”2024年度的报告有2份（去年/柏坞乡人民政府.xlsx、又一份.xlsx），数不一样，", []string{"石桥镇人民政府"}, []string{"去年/清水乡人民政府.xlsx"}},
	} {
		other.Fields["unit.name"] = model.Field{Text: c.unit}
		var b bytes.Buffer
		_, err := workbook.Write(&b, other, workbook.Options{})
		require.NoError(t, err)
		second := job.From("又一份.xlsx", b.Bytes())
		second.Found = true
		last, err := job.NewLastYear([]job.Source{before("清水乡人民政府"), before("石桥镇"), before("柏坞乡人民政府"), second})
		require.NoError(t, err)
		d, err := job.NewDispatch(offices.Ruled(), 2025, true, last)
		require.NoError(t, err)
		assert.Contains(t, strings.Join(last.Notes, "\n"), c.note, c.why)
		assert.Equal(t, c.unsure, d.Unsure, c.why)
		assert.NotContains(t, d.Unlast, c.unsure[0], "it is there: "+c.why)
		b.Reset()
		sent, err := d.Write(&b, d.Forms[1])
		require.NoError(t, err)
		assert.Equal(t, c.carries, sent.From, c.why)
	}

	d.Ledger = true
	b.Reset()
	_, err = d.Write(&b, d.Forms[1])
	require.NoError(t, err)
	r, err = workbook.Read(b.Bytes())
	require.NoError(t, err)
	assert.NotNil(t, r.Ledger, "--ledger holds for each of them")

	early, err := job.NewDispatch(c, 2023, false, nil)
	require.NoError(t, err)
	assert.Len(t, early.Forms, 5, "it was there in that year")
	_, err = job.NewDispatch(&office.County{}, 2025, false, nil)
	assert.EqualError(t, err, "名单里没有单位，请每行写一个，第一列是名称")
	_, err = job.NewDispatch(c, 2018, false, nil)
	assert.ErrorContains(t, err, "2018年度还没有这种报告格式")

	many := &office.County{}
	for i := range 120 {
		many.Members = append(many.Members, county.Member{Name: fmt.Sprintf("第%d镇人民政府", i)})
	}
	d, err = job.NewDispatch(many, 2025, false, nil)
	require.NoError(t, err)
	assert.True(t, slices.IsSortedFunc(d.Forms, func(a, b job.SentForm) int { return strings.Compare(a.Name, b.Name) }), "they sort as the list does")
}

// Who bears another name, or has the sum of all, leaves nothing to a member; units whose names it had before leave all of theirs together.
func TestWhatIsAMembersOwnOfLastYear(t *testing.T) {
	before := func(unit, scope string) job.Source {
		r := sample.Report(t, "e-town-2024")
		r.Fields["unit.name"], r.Fields["report.scope"] = model.Field{Text: unit}, model.Field{Text: scope}
		r.Figures["proactive.normative.in_force"] = model.ParseFigure(form.Count, "6")
		var b bytes.Buffer
		_, err := workbook.Write(&b, r, workbook.Options{})
		require.NoError(t, err)
		s := job.From("去年/"+unit+scope+".xlsx", b.Bytes())
		s.Found = true
		return s
	}
	const office, town = "青垣县人民政府办公室", "清溪镇人民政府"
	for _, c := range []struct {
		why, unit string
		last      []job.Source
		stock     string // of the town or the office: what it takes over
		note      string
	}{
		{"the county's report is not its office's", office, []job.Source{before("青垣县人民政府", ""), before("石桥镇", "")}, "", "上年的年报里，名单上没有的单位的，没有带入：青垣县人民政府（青垣县人民政府.xlsx）。"},
		{"nor where it is the only one", office, []job.Source{before("青垣县人民政府", form.SumScope)}, "", "上年的年报里，名单上没有的单位的，没有带入：青垣县人民政府（青垣县人民政府汇总.xlsx）。"},
		{"what the office adds up is all members'", office, []job.Source{before(office, form.SumScope), before(office, form.OwnScope)}, "6", ""},
		{"and alone is nothing of its own", office, []job.Source{before(office, form.SumScope), before("石桥镇", "")}, "", ""},
		{"two units that it was called before became it", town, []job.Source{before("清溪乡人民政府", ""), before("清水乡人民政府", "")}, "12", "“清溪镇人民政府”上年的数，是“清溪乡人民政府”“清水乡人民政府”2024年度报告的相加。"},
		{"one of them handed in twice", town, []job.Source{before("清溪乡人民政府", ""), before("清溪乡人民政府", form.OwnScope), before("清水乡人民政府", "")}, "12", "相加。"},
		{"the same report under its name of today and a former one", town, []job.Source{before(town, ""), before("清水乡人民政府", "")}, "6", "数一样，用的是第一份。"},
	} {
		last, err := job.NewLastYear(c.last)
		require.NoError(t, err, c.why)
		county := offices.Settled()
		d, err := job.NewDispatch(county, 2025, false, last)
		require.NoError(t, err, c.why)
		assert.Equal(t, c.note == "", len(last.Notes) == 0, c.why)
		assert.Contains(t, strings.Join(last.Notes, "\n"), c.note, c.why)
		at := slices.IndexFunc(d.Forms, func(f job.SentForm) bool { return f.Member.Name == c.unit })
		assert.Equal(t, c.stock == "", slices.Contains(d.Unlast, c.unit), c.why)
		var b bytes.Buffer
		_, err = d.Write(&b, d.Forms[at])
		require.NoError(t, err, c.why)
		r, err := workbook.Read(b.Bytes())
		require.NoError(t, err, c.why)
		assert.Equal(t, c.stock, r.Figure("proactive.normative.in_force").Printed(), c.why)
		assert.NotEqual(t, form.SumScope, r.Scope(), c.why)

		k := given.Checker(t)
		k.Last = last
		k.Lay(county)
		checked := k.Check(job.Planned{Source: job.From("今年.xlsx", b.Bytes())})
		require.NoError(t, checked.Err, c.why)
		if c.stock != "" {
			require.False(t, checked.Before.Report == nil, c.why)
			assert.Equal(t, c.stock, checked.Before.Report.Figure("proactive.normative.in_force").Printed(), "checks hold it against the same: "+c.why)
		}
	}
}

// What became a part of a member is not foreign in its report: to the office that has the list, to the member that carries its rules, and to
// whoever verifies its package. To the others it stays a neighbour.
func TestWhatBecameAMemberIsNotForeign(t *testing.T) {
	c := offices.Ruled() // 柏坞乡 became a part of 石桥镇
	heir, other := c.Members[2], c.Members[1]
	assert.Equal(t, []string{"柳林镇", "清溪镇人民政府"}, c.For(heir).Settings.Neighbours)
	assert.Equal(t, []string{"柳林镇", "石桥镇人民政府", "柏坞乡人民政府"}, c.For(other).Settings.Neighbours)

	filled := func(m county.Member, lists ...workbook.List) []byte {
		r := sample.Report(t, "e-town-2024")
		r.Fields["unit.name"] = model.Field{Text: m.Name}
		r.Texts["narrative.other"] = []model.Paragraph{{Text: "柏坞乡2024年6月并入我镇，未收取信息处理费。"}}
		var b bytes.Buffer
		_, err := workbook.Write(&b, r, workbook.Options{Lists: lists})
		require.NoError(t, err)
		return b.Bytes()
	}
	office := given.Checker(t)
	office.Lay(c)
	for _, one := range []struct {
		why     string
		by      *job.Checker
		data    []byte
		foreign bool
	}{
		{"the office checks", office, filled(heir), false},
		{"the member checks, by what it carries", given.Checker(t), filled(heir, c.For(heir).Sheet()), false},
		{"the office checks what carries the same", office, filled(heir, c.For(heir).Sheet()), false},
		{"another member's report", office, filled(other), true},
	} {
		checked := one.by.Check(job.Planned{Source: job.From("填报.xlsx", one.data)})
		require.NoError(t, checked.Err, one.why)
		assert.Equal(t, one.foreign, slices.ContainsFunc(checked.Findings, func(f check.Finding) bool {
			return f.Rule == "foreign-unit" && strings.Contains(f.Message, "柏坞乡")
		}), one.why)
		assert.NotContains(t, strings.Join(checked.Notes, "\n"), "的规定和这次给的不同", one.why)
		if one.foreign {
			continue
		}
		p := &job.Packer{}
		if one.by == office {
			p.Settings = c.SettingsText(checked.Settings)
		}
		packed, err := p.Pack(checked)
		require.NoError(t, err, one.why)
		told, err := job.Verify(job.File{Name: "报送.zip", Data: packed.Data}, handin.Program{}, nil)
		require.NoError(t, err, one.why)
		assert.Empty(t, told.Differences, one.why)
	}
}

// A package holds what its workbook carries, so that it is made from itself once more.
func TestCarriedSettingsInAPackage(t *testing.T) {
	c := offices.Ruled()
	r := sample.Report(t, "e-town-2024")
	var b bytes.Buffer
	_, err := workbook.Write(&b, r, workbook.Options{Lists: []workbook.List{c.For(c.Members[2]).Sheet()}})
	require.NoError(t, err)
	checked := given.Checker(t).Check(job.Planned{Source: job.From("望禾.xlsx", b.Bytes())})
	require.NoError(t, checked.Err)
	assert.NotEmpty(t, checked.Points)
	packed, err := (&job.Packer{}).Pack(checked)
	require.NoError(t, err)
	told, err := job.Verify(job.File{Name: "报送.zip", Data: packed.Data}, handin.Program{}, nil)
	require.NoError(t, err)
	assert.Empty(t, told.Differences)
	assert.Empty(t, told.Unread)
}
