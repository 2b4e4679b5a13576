package collect_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/collect"
	"nianbao/internal/county"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/office"
	"nianbao/internal/sample/given"
)

// What the office changes on its list takes effect in the next round, and so does what it types into the register; where both say something
// else than before, that is told.
func TestListAndRegisterAcrossRounds(t *testing.T) {
	const unit = "石桥镇人民政府"
	source := of(t, "石桥.xlsx", unit, "7")
	other := county.Member{Name: "清溪镇人民政府"}
	for _, c := range []struct {
		why             string
		first, second   county.Member
		typed           map[string]string // into the register between the rounds, by the heads
		due, phone, say string            // in the register of the second round, and what is told
	}{
		{"the settings say another day", county.Member{Due: "1月15日"}, county.Member{Due: "1月20日"}, nil, "1月20日", "",
			"上一轮的登记里是1月15日，名单、本县设置里是1月20日，用的是后一个：石桥镇人民政府"},
		{"another phone on the list", county.Member{Phone: "0000-0001"}, county.Member{Phone: "0000-0002"}, nil, "", "0000-0002", ""},
		{"a day that was typed into the register stays", county.Member{Due: "1月15日"}, county.Member{Due: "1月15日"}, map[string]string{"期限": "1月18日"}, "1月18日", "", ""},
		{"both were changed", county.Member{Due: "1月15日"}, county.Member{Due: "1月20日"}, map[string]string{"期限": "1月18日"}, "1月18日", "",
			"登记里是1月18日，名单、本县设置里是1月20日，用的是登记里的；要用后一个，请删去登记“期限”一栏里的，再汇总一次：石桥镇人民政府"},
		{"deleted in the register", county.Member{Due: "1月15日"}, county.Member{Due: "1月20日"}, map[string]string{"期限": ""}, "1月20日", "", ""},
		{"a list that says nothing any more", county.Member{Due: "1月15日", Phone: "0000-0001"}, county.Member{}, nil, "1月15日", "0000-0001",
			"登记里是1月15日，名单、本县设置里是空着的，用的是登记里的"},
		{"the same day, written otherwise", county.Member{Due: "1月15日"}, county.Member{Due: "2025-01-15"}, nil, "2025-01-15", "", ""},
		{"nothing was changed", county.Member{Due: "1月15日", Phone: "0000-0001"}, county.Member{Due: "1月15日", Phone: "0000-0001"}, nil, "1月15日", "0000-0001", ""},
	} {
		c.first.Name, c.second.Name = unit, unit
		var register bytes.Buffer
		a, l, rows := returned(t, collect.Aggregation{Year: 2024, Members: county.NewList([]county.Member{c.first, other})}, source)
		require.NoError(t, a.WriteMembersRegister(&register, l, rows, nil), c.why)
		data := given.Changed(t, register.Bytes(), func(f *excelize.File) {
			for head, text := range c.typed {
				typeIn(t, f, "登记", unit, head, text)
			}
		})
		before, err := collect.ReadRounds(data)
		require.NoError(t, err, c.why)
		again, _, _ := returned(t, collect.Aggregation{Year: 2024, Members: county.NewList([]county.Member{c.second, other})}, source)
		told := strings.Join(again.KeptTold(before), "\n")
		assert.Contains(t, told, c.say, c.why)
		if c.say == "" {
			assert.Empty(t, told, c.why)
		}
		for _, r := range again.Returns(l, job.Gather([]job.Source{source}), before) {
			if r.Entry.Unit == unit {
				assert.Equal(t, c.due, r.Round.Due, c.why)
				assert.Equal(t, c.phone, r.Round.Phone, c.why)
			}
		}
	}
}

// The days of a unit are those of its report on the year that is collected. What somebody types beside that of the year before stays there.
func TestDaysAreOfTheYearCollected(t *testing.T) {
	const unit, now, last = "石桥镇人民政府", "今年/石桥.xlsx", "去年/石桥.xlsx"
	list := county.NewList([]county.Member{{Name: unit, Phone: "0000-0001", Due: "1月15日", Received: "2025-01-12"}})
	both := []job.Source{of(t, now, unit, "7"), ofLast(t, last, unit)}
	for _, c := range []struct {
		why     string
		list    *county.List
		sources []job.Source
		typed   map[string]string   // into the register between the rounds: 收到日期, by the files
		want    map[string][]string // the files' 期限 and 收到日期 in the register of the second round; "" is the row of what did not come
	}{
		{"they are the list's", list, both, nil, map[string][]string{now: {"1月15日", "2025-01-12"}, last: {"", ""}}},
		{"this year's has not come", list, both[1:], nil, map[string][]string{"": {"1月15日", "2025-01-12"}, last: {"", ""}}},
		{"typed beside this year's", nil, both, map[string]string{now: "2025-01-13"}, map[string][]string{now: {"", "2025-01-13"}, last: {"", ""}}},
		{"typed beside last year's", nil, both, map[string]string{last: "2025-01-05"}, map[string][]string{now: {"", ""}, last: {"", "2025-01-05"}}},
		{"typed beside both", list, both, map[string]string{now: "2025-01-13", last: "2025-01-05"}, map[string][]string{now: {"1月15日", "2025-01-13"}, last: {"", "2025-01-05"}}},
	} {
		var register bytes.Buffer
		members := c.list
		if len(c.sources) == 1 { // most others have last year's there as well
			members = county.NewList(append([]county.Member{{Name: "清溪镇人民政府"}}, c.list.Members...))
			c.sources = append([]job.Source{of(t, "今年/清溪.xlsx", "清溪镇人民政府", "7"), ofLast(t, "去年/清溪.xlsx", "清溪镇人民政府")}, c.sources...)
		}
		a, l, rows := returned(t, collect.Aggregation{Year: 2024, Members: members}, c.sources...)
		require.NoError(t, a.WriteMembersRegister(&register, l, rows, nil), c.why)
		data := given.Changed(t, register.Bytes(), func(f *excelize.File) {
			for file, day := range c.typed {
				typeBeside(t, f, file, day)
			}
		})
		before, err := collect.ReadRounds(data)
		require.NoError(t, err, c.why)
		got := map[string][]string{}
		for _, r := range a.Returns(l, job.Gather(c.sources), before) {
			if r.Entry.Unit == unit {
				got[r.File] = []string{r.Round.Due, r.Round.Received}
				assert.Equal(t, c.list != nil, r.Round.Phone != "", "%s: whom to ask is the same in any year", c.why)
			}
		}
		assert.Equal(t, c.want, got, c.why)
	}
}

// A register of another year tells whom to ask, and nothing of what came this year.
func TestTheRegisterOfAnotherYear(t *testing.T) {
	const unit = "石桥镇人民政府"
	list := county.NewList([]county.Member{{Name: unit, Due: "1月20日"}})
	typed := map[string]string{"联系人": "某某", "收到日期": "2024-01-12", "采用文件": "石桥.xlsx"}
	for _, c := range []struct {
		why      string
		source   job.Source // of the round before
		received string
		number   int
		told     string
	}{
		{"of the same year", of(t, "石桥.xlsx", unit, "若干"), "2024-01-12", 2, ""},
		{"of the year before", ofLast(t, "石桥.xlsx", unit), "", 1, "登记是2023年度的，只用里面的联系人、电话"},
	} {
		var register bytes.Buffer
		a, l, rows := returned(t, collect.Aggregation{Members: list}, c.source)
		require.NoError(t, a.WriteMembersRegister(&register, l, rows, nil), c.why)
		before, err := collect.ReadRounds(given.Changed(t, register.Bytes(), func(f *excelize.File) {
			for head, text := range typed {
				typeIn(t, f, "登记", unit, head, text)
			}
		}))
		require.NoError(t, err, c.why)
		versions := []job.Source{of(t, "石桥.xlsx", unit, "7"), of(t, "石桥又.xlsx", unit, "9")}
		again, l, _ := returned(t, collect.Aggregation{Year: 2024, Members: list, Before: before}, versions...)
		assert.Equal(t, c.told == "", len(again.Counted) == 1, "%s: which file counts", c.why)
		assert.Equal(t, c.told, strings.Join(again.KeptTold(before), "\n"), c.why)
		r := again.Returns(l, job.Gather(versions), before)[0]
		assert.Equal(t, []any{"某某", c.received, c.number, "1月20日"}, []any{r.Round.Contact, r.Round.Received, r.Number, r.Round.Due}, c.why)
	}
}

// ofLast is a unit's report on the year before.
func ofLast(t *testing.T, file, unit string) job.Source {
	return given.Source(t, file, "e-town-2024", func(r *model.Report) {
		r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: unit}, model.Field{Text: "2023"}
	})
}

// typeBeside types the day on which a file came into the register.
func typeBeside(t *testing.T, f *excelize.File, file, day string) {
	rows, err := f.GetRows("登记")
	require.NoError(t, err)
	column := 0
	for i, row := range rows {
		if at := slices.Index(row, "收到日期"); at >= 0 && column == 0 {
			column = at + 1
		}
		if column > 0 && slices.Contains(row, file) {
			cell, err := excelize.CoordinatesToCellName(column, i+1)
			require.NoError(t, err)
			require.NoError(t, f.SetCellStr("登记", cell, day))
			return
		}
	}
	require.Fail(t, "no row of a file", file)
}

// typeIn types into a list, in the row that begins with a text and the column of a head.
func typeIn(t *testing.T, f *excelize.File, sheet, first, head, text string) {
	rows, err := f.GetRows(sheet)
	require.NoError(t, err)
	column := 0
	for i, row := range rows {
		for j, cell := range row {
			if cell == head && column == 0 {
				column = j + 1
			}
		}
		if column > 0 && row[0] == first {
			cell, err := excelize.CoordinatesToCellName(column, i+1)
			require.NoError(t, err)
			require.NoError(t, f.SetCellStr(sheet, cell, text))
		}
	}
}

// Letters never name a day that is over as the day by which to hand in again: there is a day for that alone, and where nobody laid it down,
// or the register shows that it is over, they ask to hand in soon.
func TestDaysForHandingInAgain(t *testing.T) {
	const went, came, absent = "石桥镇人民政府", "清溪镇人民政府", "柏坞镇人民政府"
	for _, c := range []struct {
		why           string
		due, again    string
		received      string // of the one that passed
		back, remind  string
		neverSaid     string
		told          string
		dueOfReturned string // its own
	}{
		{"the day for handing in is not the one for handing in again", "1月15日", "", "", "请改正后尽快重新报送。", "（报送期限是1月15日）还没有收到。请尽快报送；", "重新报送，期限", "", ""},
		{"a day for handing in again", "1月15日", "1月20日", "", "请改正后重新报送，期限是1月20日。", "（报送期限是1月15日）还没有收到。请尽快报送，最迟1月20日；", "期限是1月15日。", "", ""},
		{"it is over, since something came after it", "1月15日", "1月20日", "2025-01-21", "请改正后尽快重新报送。", "请尽快报送；", "1月20日", "重报期限是1月20日，登记里已经有2025年1月21日收到的", ""},
		{"who has more time than that keeps it", "1月15日", "1月20日", "", "请改正后重新报送，期限是1月25日。", "最迟1月20日", "", "", "1月25日"},
		{"no days at all", "", "", "", "请改正后尽快重新报送。", "年度报告还没有收到。请尽快报送；", "期限", "", ""},
	} {
		laid := &office.County{HandIn: c.due, Again: c.again, Members: []county.Member{{Name: went, Due: c.dueOfReturned}, {Name: came, Received: c.received}, {Name: absent}}}
		a, _, rows := returned(t, collect.Aggregation{Unit: "望禾县人民政府", Year: 2024, Members: laid.List()}, of(t, "石桥.xlsx", went, "若干"), of(t, "清溪.xlsx", came, "7"))
		letters := ""
		for _, s := range a.Sendings(rows) {
			if s.Unit == came {
				continue
			}
			files, err := a.Letter(s, nil)
			require.NoError(t, err, c.why)
			letters += string(files[0].Data)
		}
		assert.Contains(t, letters, c.back, c.why)
		assert.Contains(t, letters, c.remind, c.why)
		if c.neverSaid != "" {
			assert.NotContains(t, letters, c.neverSaid, c.why)
		}
		assert.Contains(t, strings.Join(a.KeptTold(nil), "\n"), c.told, c.why)
	}
}

// The register tells of a unit whatever width its brackets were typed in.
func TestBracketsAcrossRounds(t *testing.T) {
	const unit = "望禾县教育局(体育局)"
	source := of(t, "教育.xlsx", unit, "7")
	for _, c := range []struct {
		first, second county.Member
		typed         map[string]string
		say           string
	}{
		{county.Member{Due: "1月15日"}, county.Member{Due: "1月20日"}, map[string]string{"期限": "1月18日"}, "用的是登记里的"},
		{county.Member{Again: "1月20日"}, county.Member{Again: "1月20日"}, map[string]string{"收到日期": "2025-01-25"}, "重报期限是1月20日，登记里已经有"},
	} {
		c.first.Name, c.second.Name = unit, unit
		var register bytes.Buffer
		a, l, rows := returned(t, collect.Aggregation{Year: 2024, Members: county.NewList([]county.Member{c.first})}, source)
		require.NoError(t, a.WriteMembersRegister(&register, l, rows, nil))
		data := given.Changed(t, register.Bytes(), func(f *excelize.File) {
			for head, text := range c.typed {
				typeIn(t, f, "登记", unit, head, text)
			}
		})
		before, err := collect.ReadRounds(data)
		require.NoError(t, err)
		again, _, _ := returned(t, collect.Aggregation{Year: 2024, Members: county.NewList([]county.Member{c.second})}, source)
		assert.Contains(t, strings.Join(again.KeptTold(before), "\n"), c.say)
	}
}
