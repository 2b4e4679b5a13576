package collect_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/check"
	"nianbao/internal/collect"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/office"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// of is a report of a unit, in which a figure says something.
func of(t *testing.T, file, unit string, penalties string) job.Source {
	return given.Source(t, file, "e-town-2024", func(r *model.Report) {
		r.Fields["unit.name"] = model.Field{Text: unit}
		r.Figures["proactive.penalties.decisions"] = model.ParseFigure(form.Count, penalties)
	})
}

// unreadable is a file that cannot be read.
func unreadable(file string) job.Source {
	return job.Source{Name: file, Open: func() ([]byte, error) { return []byte("PK\x03\x04"), nil }}
}

// returned is what comes of sources, with the list of members that is given, none for nil.
func returned(t *testing.T, o collect.Aggregation, sources ...job.Source) (*collect.Aggregated, *verdict.Ledger, []*collect.Returned) {
	g := job.Gather(sources)
	a, err := collect.Aggregate(o, g)
	require.NoError(t, err)
	l := verdict.NewLedger(verdict.Options{})
	for _, p := range g.Inputs {
		l.Add(given.Checker(t).Check(p.OfMember().Meant(a.Meant()[p.Name])).Outcome)
	}
	return a, l, a.Returns(l, g, nil)
}

// Whatever came of a unit, it gets one letter, which names its files as it knows them, and whose figure is whose.
func TestOneLetterAUnit(t *testing.T) {
	const unit = "石桥镇人民政府"
	list := county.NewList([]county.Member{{Name: unit, Level: "乡镇"}, {Name: "清溪镇人民政府"}})
	for _, c := range []struct {
		why     string
		sources []job.Source
		want    string // "" for no letter
	}{
		{"two that differ", []job.Source{of(t, "各镇/石桥.xlsx", unit, "7"), of(t, "各镇/副本.xlsx", unit, "9")},
			"（石桥.xlsx、副本.xlsx）已经收到：交了2份，内容不一样：行政处罚（《石桥.xlsx》7、《副本.xlsx》9），请说明用哪一份。"},
		{"of one name: as many of their folders as it takes", []job.Source{of(t, "收件/东片/年报.xlsx", unit, "7"), of(t, "收件/西片/年报.xlsx", unit, "9")},
			"（东片/年报.xlsx、西片/年报.xlsx）已经收到：交了2份，内容不一样：行政处罚（《东片/年报.xlsx》7、《西片/年报.xlsx》9），请说明用哪一份。"},
		{"three, two of which say the same", []job.Source{of(t, "1.xlsx", unit, "7"), of(t, "2.xlsx", unit, "9"), of(t, "3.xlsx", unit, "7")},
			"交了3份，内容不一样：行政处罚（《1.xlsx》7、《2.xlsx》9、《3.xlsx》7），请说明用哪一份。"},
		{"one that cannot be read, one under a wrong name", []job.Source{unreadable("各镇/石桥镇.xlsx"), of(t, "各镇/错名.xlsx", "石侨镇人民政府", "7")},
			"（错名.xlsx）已经收到：单位名称写成了“石侨镇人民政府”，名单上是“石桥镇人民政府”，请改正以后再报。"},
		{"one that cannot be read, where another counts", []job.Source{unreadable("各镇/石桥镇.xlsx"), of(t, "各镇/石桥镇（新）.xlsx", unit, "7")}, ""},
	} {
		a, _, rows := returned(t, collect.Aggregation{Unit: "望禾县人民政府", Members: list, Year: 2024}, c.sources...)
		letters := 0
		for _, s := range a.Sendings(rows) {
			if s.Unit != unit || s.IsReminder() {
				continue
			}
			if s.Rows[0].Reason == "" {
				continue // it counts, and has findings
			}
			letters++
			files, err := a.Letter(s, nil)
			require.NoError(t, err)
			assert.Contains(t, string(files[0].Data), c.want, c.why)
			assert.NotContains(t, string(files[0].Data), "各镇/", c.why)
		}
		if c.want == "" {
			assert.Zero(t, letters, c.why)
		} else {
			assert.Equal(t, 1, letters, c.why)
		}
		assert.Contains(t, a.Sentence(verdict.NewLedger(verdict.Options{}), rows), "2024年度，共2个单位：", c.why)
	}
}

// A unit that was merged in the year is reminded of nothing; who goes on with what it had is, and answers for what the unit handed in.
func TestLettersForUnitsThatWereMerged(t *testing.T) {
	const gone, heir, other = "柏坞乡人民政府", "石桥镇人民政府", "清溪镇人民政府"
	list := county.NewList([]county.Member{{Name: heir}, {Name: gone, Ended: time.Date(2024, 6, 30, 0, 0, 0, 0, time.UTC), Successors: []string{heir}}, {Name: other}})
	for _, c := range []struct {
		why     string
		sources []job.Source
		units   string // of the notice
		letters map[string]string
		told    string // of the sum; "" for nothing
	}{
		{"nothing came of either", []job.Source{of(t, "清溪.xlsx", other, "7")}, "的单位有2个，其中已通过0个，退回修改1个，未报1个",
			map[string]string{heir: "石桥镇人民政府：你单位（包括年内撤销或合并、由你单位承接的柏坞乡人民政府）2024年政府信息公开工作年度报告还没有收到"}, ""},
		{"what came of it goes back", []job.Source{of(t, "清溪.xlsx", other, "7"), of(t, "a.xlsx", gone, "7"), of(t, "b.xlsx", gone, "9")}, "的单位有3个，其中已通过0个，退回修改2个，未报1个",
			map[string]string{gone: "石桥镇人民政府：已撤销或合并、由你单位承接的柏坞乡人民政府报送的2024年政府信息公开工作年度报告（a.xlsx、b.xlsx）已经收到：交了2份",
				heir: "石桥镇人民政府：你单位2024年政府信息公开工作年度报告还没有收到"}, ""},
		{"both came", []job.Source{of(t, "清溪.xlsx", other, "7"), of(t, "柏坞.xlsx", gone, "7"), of(t, "石桥.xlsx", heir, "7")}, "的单位有3个，其中已通过0个，退回修改3个，未报0个", nil,
			"“柏坞乡人民政府”已于2024年6月30日撤销或合并，它的（柏坞.xlsx）和承接单位的都加了：石桥镇人民政府（石桥.xlsx）。请问清承接单位的数里是不是已经含了它的；含了的，请把它的那一份拿开。"},
	} {
		a, _, rows := returned(t, collect.Aggregation{Unit: "望禾县人民政府", Members: list, Year: 2024}, c.sources...)
		sent := map[string]string{}
		for _, s := range a.Sendings(rows) {
			files, err := a.Letter(s, nil)
			require.NoError(t, err)
			sent[s.Unit] = string(files[0].Data)
		}
		for unit, want := range c.letters {
			assert.Contains(t, strings.Join(strings.Fields(sent[unit]), ""), want, c.why)
		}
		if _, reminded := c.letters[gone]; !reminded && c.told == "" {
			assert.NotContains(t, sent, gone, c.why)
		}
		files, err := a.Notice(rows)
		require.NoError(t, err)
		assert.Contains(t, string(files[0].Data), c.units, c.why)
		var told []string
		for _, f := range a.Check(given.Checker(t), "汇总.xlsx").Findings {
			if f.Rule == "aggregate-members" && f.Level == check.Query {
				told = append(told, f.Message)
			}
		}
		assert.Equal(t, c.told, strings.Join(told, "\n"), c.why)
	}
}

// Letters are signed by the office that collects the reports and say whom to ask there; it writes none to itself, and its notice tells of the others.
func TestLettersOfTheOffice(t *testing.T) {
	list := county.NewList([]county.Member{{Name: "望禾县人民政府办公室", Category: county.OwnCategory}, {Name: "石桥镇人民政府"}, {Name: "清溪镇人民政府"}})
	const sum = "望禾县人民政府"
	for _, c := range []struct {
		why          string
		laid         []*office.County
		signed, asks string
	}{
		{"nothing is laid down", nil, sum, ""},
		{"nothing that tells", []*office.County{nil, {HandIn: "1月10日"}}, sum, ""},
		{"all of it", []*office.County{{}, {Office: "望禾县人民政府办公室", Contact: "某科", Phone: "0000-0001"}}, "望禾县人民政府办公室", "有问题请联系：某科，0000-0001。"},
		{"the phone alone", []*office.County{{Phone: "0000-0001"}, {Office: "另一处"}}, sum, "有问题请联系：0000-0001。"},
	} {
		order := collect.Aggregation{Unit: sum, Members: list, Year: 2024, Laid: office.Signing(c.laid...)}
		a, _, rows := returned(t, order, of(t, "石桥.xlsx", "石桥镇人民政府", "7"), of(t, "石桥2.xlsx", "石桥镇人民政府", "9"))
		assert.Equal(t, c.signed, a.Signed(), c.why)
		assert.Equal(t, []string{"望禾县人民政府办公室"}, collect.OwnMissing(rows), c.why)
		sendings := a.Sendings(rows)
		require.Len(t, sendings, 2, c.why)
		for _, s := range sendings {
			files, err := a.Letter(s, nil)
			require.NoError(t, err)
			lines := strings.Fields(string(files[0].Data))
			assert.Equal(t, c.signed, lines[len(lines)-1], c.why)
			assert.Equal(t, c.asks != "", strings.Contains(string(files[0].Data), "有问题请联系"), c.why)
			assert.Contains(t, string(files[0].Data), c.asks, c.why)
		}
		files, err := a.Notice(rows)
		require.NoError(t, err)
		lines := strings.Fields(string(files[0].Data))
		assert.Equal(t, c.signed, lines[len(lines)-1], c.why)
		assert.NotContains(t, lines[:len(lines)-1], "望禾县人民政府办公室", c.why)
		assert.Contains(t, string(files[0].Data), "的单位有2个，其中已通过0个，退回修改1个，未报1个", c.why)
	}
}

// What is counted is what is listed: the office's own report is a row too, and files that cannot be read are counted wherever they are.
func TestCountsAreThoseOfTheRows(t *testing.T) {
	const own, town, other = "望禾县人民政府办公室", "石桥镇人民政府", "清溪镇人民政府"
	list := county.NewList([]county.Member{{Name: own, Category: county.OwnCategory}, {Name: town}, {Name: other}})
	for _, c := range []struct {
		why            string
		sources        []job.Source
		sentence, note string
	}{
		{"the office's own beside the others", []job.Source{of(t, "办公室.xlsx", own, "7"), of(t, "石桥.xlsx", town, "7")}, "2024年度，共2个单位：待核实1，未报1；本级自己的另算：待核实1。", "读了2份，加了2个单位的"},
		{"one that the list does not have has a row, too", []job.Source{of(t, "石桥.xlsx", town, "7"), of(t, "西坝.xlsx", "西坝街道办事处", "7")}, "共2个单位：待核实1，未报1；本级自己的另算：未报1；名单上没有的1个不算在内。", "读了2份，加了1个单位的"},
		{"the office's own did not come", []job.Source{of(t, "石桥.xlsx", town, "7")}, "共2个单位：待核实1，未报1；本级自己的另算：未报1。", "读了1份，加了1个单位的"},
		{"an archive is all that came of a unit", []job.Source{of(t, "石桥.xlsx", town, "7"), {Name: "清溪镇.zip", Found: true}}, "读不了1", "读了1份，加了1个单位的，另有1份读不了"},
		{"so is a broken file, and nobody knows whose a picture is", []job.Source{of(t, "石桥.xlsx", town, "7"), unreadable("清溪镇.xlsx"), {Name: "照片.jpg", Found: true}},
			"读不了1", "读了1份，加了1个单位的，另有2份读不了，其中1份看不出是哪个单位的"},
		{"of a unit that counts another one came", []job.Source{of(t, "石桥镇.xlsx", town, "7"), unreadable("石桥镇（旧）.xlsx"), unreadable("清溪镇.xlsx")},
			"读不了1", "读了1份，加了1个单位的，另有2份读不了，其中1份是已经另交了的单位的"},
	} {
		a, l, rows := returned(t, collect.Aggregation{Unit: "望禾县人民政府", Members: list, Year: 2024}, c.sources...)
		assert.Contains(t, a.Sentence(l, rows), c.sentence, c.why)
		assert.Contains(t, a.Notes, c.note, c.why)
	}
}

// A file that cannot be read does not matter where its unit has handed in another: by the list, or by what the files are called.
func TestHandedInAgain(t *testing.T) {
	list := county.NewList([]county.Member{{Name: "石桥镇人民政府"}})
	counted := of(t, "各镇/石桥镇_校验(1).xlsx", "石桥镇人民政府", "7")
	for _, c := range []struct {
		why     string
		members *county.List
		file    string
		again   bool
	}{
		{"the list has the unit, and the file's name says whose it is", list, "收件/石桥镇年报.xls", true},
		{"another's", list, "收件/清溪镇年报.xls", false},
		{"without a list the names must be one", nil, "各镇/石桥镇_校验.xls", false},
	} {
		a, _, _ := returned(t, collect.Aggregation{Members: c.members}, counted)
		_, file := a.HandedInAgain(c.file)
		assert.Equal(t, c.again, file != "", c.why)
	}
	a, _, _ := returned(t, collect.Aggregation{}, of(t, "各镇/石桥.xlsx", "石桥镇人民政府", "7"))
	for file, again := range map[string]bool{"各镇/石桥.xls": true, "各镇/石桥_校验.xls": true, "西片/石桥.xls": false} {
		_, counted := a.HandedInAgain(file)
		assert.Equal(t, again, counted != "", file)
	}
}

// The register says what was written with it, also after somebody saved it; one of before says nothing.
func TestSentIsReadBack(t *testing.T) {
	a, l, rows := returned(t, collect.Aggregation{Year: 2024}, of(t, "石桥.xlsx", "石桥镇人民政府", "7"))
	sent := []collect.Sent{collect.NewSent("石桥镇人民政府/退回函.txt", []byte("甲")), collect.NewSent("通报.txt", []byte("乙"))}
	for _, c := range []struct {
		why  string
		sent []collect.Sent
	}{{"two", sent}, {"none", nil}} {
		var register bytes.Buffer
		require.NoError(t, a.WriteMembersRegister(&register, l, rows, c.sent), c.why)
		for _, data := range [][]byte{register.Bytes(), given.Changed(t, register.Bytes(), func(f *excelize.File) { require.NoError(t, f.SetCellStr("登记", "A1", "改过的")) })} {
			read, err := collect.ReadSent(data)
			require.NoError(t, err, c.why)
			assert.Len(t, read, len(c.sent), c.why)
			for _, s := range c.sent {
				assert.Equal(t, s.Digest, read[s.Name], c.why)
			}
			assert.False(t, collect.IsPlainRegister(data), c.why)
		}
	}
	var plain bytes.Buffer
	require.NoError(t, collect.WriteRegister(&plain, l))
	assert.True(t, collect.IsPlainRegister(plain.Bytes()))
	assert.False(t, collect.IsPlainRegister(given.Book(t, sample.Report(t, "e-town-2024"))), "a report is no register of any kind")
	letter, err := a.Notice(rows)
	require.NoError(t, err)
	for _, f := range letter {
		assert.True(t, collect.IsLetterToUnits("某镇/"+collect.Numbered(f.Name, 2), f.Data), f.Name)
		assert.False(t, collect.IsLetterToUnits("某镇/我写的.txt", f.Data), "it was given another name")
		assert.False(t, collect.IsLetterToUnits(f.Name, []byte("一封别的信")), f.Name)
	}
}

// Whatever keeps a report out of the sum has its row in the register.
func TestWhatDoesNotCountIsInTheRegister(t *testing.T) {
	const office, town = "望禾县人民政府", "石桥镇人民政府"
	sum := func(file, unit, level string) job.Source {
		return given.Source(t, file, "e-town-2024", func(r *model.Report) {
			r.Fields["unit.name"], r.Fields["unit.level"], r.Fields["report.scope"] = model.Field{Text: unit}, model.Field{Text: level}, model.Field{Text: form.SumScope}
		})
	}
	for _, c := range []struct {
		why     string
		order   collect.Aggregation
		sources []job.Source
		want    []string
	}{
		{"the office's own sum", collect.Aggregation{Unit: office}, []job.Source{of(t, "石桥.xlsx", town, "7"), sum("汇总.xlsx", office, "县级政府")}, []string{"口径是汇总", office, "汇总.xlsx"}},
		{"a sum, and reports that are in it", collect.Aggregation{}, []job.Source{of(t, "1.xlsx", town, "7"), of(t, "2.xlsx", "清溪镇人民政府", "7"), sum("县.xlsx", "石林县人民政府", "县级政府")},
			[]string{"口径重叠", town + "\n清溪镇人民政府", "1.xlsx\n2.xlsx"}},
	} {
		c.order.Year = 2024
		a, l, rows := returned(t, c.order, c.sources...)
		var register bytes.Buffer
		require.NoError(t, a.WriteMembersRegister(&register, l, rows, nil), c.why)
		f, err := excelize.OpenReader(&register)
		require.NoError(t, err)
		absent, err := f.GetRows("缺报和重报")
		require.NoError(t, err)
		last := absent[len(absent)-1]
		assert.Equal(t, c.want, last[:3], c.why)
		assert.NotEmpty(t, last[3], c.why)
	}
}

// A sum is the office's own report once it has written anything into it, else that of an earlier round; of a year before it is last year's.
func TestWhatASumIs(t *testing.T) {
	_, book := aggregated(t, collect.Aggregation{Unit: "望禾县人民政府", Year: 2024}, []job.Source{of(t, "石桥.xlsx", "石桥镇人民政府", "7")})
	for _, c := range []struct {
		why  string
		data []byte
		year int
		want collect.OfficeKind
	}{
		{"as it was written", book, 2024, collect.SinceFile},
		{"before it is known which year is added up", book, 0, collect.SinceFile},
		{"of the year before", book, 2025, collect.EarlierFile},
		{"a figure was typed in", given.Typed(t, book, "proactive_penalties_decisions", "8"), 2024, collect.OwnFile},
		{"a text was written", given.Typed(t, book, "narrative_overview", "全县主动公开政府信息320条。"), 2024, collect.OwnFile},
	} {
		o, err := collect.TellOffice(job.File{Name: "汇总.xlsx", Data: c.data}, c.year)
		require.NoError(t, err, c.why)
		assert.Equal(t, c.want, o.Kind, c.why)
	}
	o, err := collect.TellOffice(job.File{Name: "汇总.xlsx", Data: book}, 0)
	require.NoError(t, err)
	o.Settle(2025)
	assert.Equal(t, collect.EarlierFile, o.Kind, "the year is known by now")
}

// Whatever the office writes into a sum is its own, since all of it goes on into the next round; what the program writes is not.
func TestWhatIsWrittenIntoASum(t *testing.T) {
	rate := model.Indicator{Name: "按时答复的比例", Unit: "%"}
	sources := []job.Source{member(t, "石桥镇人民政府", gave(notices, "3"), gave(fees, ""), gave(rate, "98")), member(t, "清溪镇人民政府", gave(notices, "4"), gave(fees, ""), gave(rate, "99"))}
	for _, c := range []struct {
		why   string
		write func(r *model.Report)
		want  bool
	}{
		{"nothing was written", func(*model.Report) {}, false},
		{"the address", func(r *model.Report) { r.Fields["unit.address"] = model.Field{Text: "望禾县人民路1号"} }, true},
		{"the phone", func(r *model.Report) { r.Fields["unit.phone"] = model.Field{Text: "0571-1234567"} }, true},
		{"the date", func(r *model.Report) { r.Fields["report.date"] = model.Field{Text: "2026年1月20日"} }, true},
		{"blanks are nothing", func(r *model.Report) { r.Fields["unit.email"] = model.Field{Text: "  "} }, false},
		{"another scope than that of sums", func(r *model.Report) { r.Fields["report.scope"] = model.Field{Text: form.OwnScope} }, true},
		{"a name and a level are given by the call as well", func(r *model.Report) {
			r.Fields["unit.name"], r.Fields["unit.level"] = model.Field{Text: "望禾县人民政府"}, model.Field{Text: "县级政府"}
		}, false},
		{"a text", func(r *model.Report) {
			r.Texts["narrative.overview"] = []model.Paragraph{{Text: "全县主动公开政府信息320条。"}}
		}, true},
		{"an explanation", func(r *model.Report) { r.Answers = []model.Answer{{Number: "ABC123", Text: "情况属实。"}} }, true},
		{"an application in its ledger", func(r *model.Report) {
			row := model.LedgerRow{}
			row.Cells[model.LedgerReceived] = model.Field{Text: "2025-03-01"}
			r.Ledger = &model.Ledger{Rows: []model.LedgerRow{row}}
		}, true},
		{"a ledger in which nothing stands", func(r *model.Report) { r.Ledger = &model.Ledger{} }, false},
		{"another figure", func(r *model.Report) { r.Figures["proactive.penalties.decisions"] = model.ParseFigure(form.Count, "8") }, true},
		{"another sum of an indicator", func(r *model.Report) { r.Indicators[0].Value = model.ParseFigure(notices, "8") }, true},
		{"what no member gave", func(r *model.Report) { r.Indicators[1].Value = model.ParseFigure(fees, "120.5") }, true},
		{"a rate, which cannot be added up", func(r *model.Report) { r.Indicators[2].Value = model.ParseFigure(rate, "98.5") }, true},
		{"a remark", func(r *model.Report) { r.Indicators[0].Remark = model.Field{Text: "含县直部门"} }, true},
	} {
		a, err := collect.Aggregate(collect.Aggregation{}, job.Gather(sources))
		require.NoError(t, err, c.why)
		c.write(a.Report)
		var book bytes.Buffer
		require.NoError(t, a.Write(&book), c.why)
		f := job.File{Name: "汇总.xlsx", Data: book.Bytes()}
		own, err := collect.ReadOwn(f)
		require.NoError(t, err, c.why)
		sum, err := collect.ReadEarlier(f)
		require.NoError(t, err, c.why)
		assert.Equal(t, c.want, own.IsWritten(sum), c.why)
	}
}

// One of many that is on another year is told; where years are mixed, none is.
func TestAnotherYearThanMost(t *testing.T) {
	on := func(year, name string) job.Source {
		s := given.Source(t, name+".xlsx", "e-town-2024", func(r *model.Report) {
			r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: name + "镇人民政府"}, model.Field{Text: year}
		})
		s.Found = true
		return s
	}
	const told = "一起看的多数是2024年度的，请核对"
	for _, c := range []struct {
		why   string
		years []string
		want  int
	}{
		{"one of four", []string{"2024", "2024", "2024", "2023"}, 1},
		{"one of three may be anything", []string{"2024", "2024", "2023"}, 0},
		{"a unit's own of several years", []string{"2021", "2022", "2023", "2024"}, 0},
		{"all of one", []string{"2024", "2024", "2024", "2024"}, 0},
	} {
		var sources []job.Source
		for i, year := range c.years {
			sources = append(sources, on(year, string(rune('甲'+i))))
		}
		plan := job.NewPlan(sources)
		found := 0
		for _, p := range plan.Inputs {
			for _, check := range []struct {
				p    job.Planned
				told bool
			}{{p, true}, {p.OfMember(), false}} {
				for _, note := range given.Checker(t).Check(check.p).Notes {
					if bytes.Contains([]byte(note), []byte(told)) {
						require.True(t, check.told, "an office tells it by itself")
						found++
					}
				}
			}
		}
		assert.Equal(t, c.want, found, c.why)
	}
}

// Where nobody said which year is due, a report on another than most have does not fail for it: it is not added, and that is told.
func TestAYearThatNobodyAskedFor(t *testing.T) {
	const early, late = "清溪镇人民政府", "石桥镇人民政府"
	on := func(unit, year string) job.Source {
		return given.Source(t, unit+".xlsx", "e-town-2024", func(r *model.Report) {
			r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: unit}, model.Field{Text: year}
			r.Texts = map[form.Key][]model.Paragraph{}
		})
	}
	list := county.NewList([]county.Member{{Name: early}, {Name: late}})
	for _, c := range []struct {
		why    string
		order  collect.Aggregation
		reason string
		note   string
	}{
		{"nobody said, and as many have the one as the other", collect.Aggregation{}, "", "是2023年度的，汇总的是2024年度的，没有加"},
		{"an office with its list", collect.Aggregation{Members: list}, "交的是2023年度的，请报2024年度的；只是报告年度写错了的，请改正", "交的是2023年度的"},
		{"the year was asked for", collect.Aggregation{Year: 2024}, "交的是2023年度的，请报2024年度的；只是报告年度写错了的，请改正", "交的是2023年度的"},
	} {
		_, _, rows := returned(t, c.order, on(early, "2023"), on(late, "2024"))
		require.Len(t, rows, 2, c.why)
		for _, r := range rows {
			if r.Entry.Unit == early {
				assert.Equal(t, c.reason, r.Reason, c.why)
				assert.Contains(t, r.Entry.Notes, c.note, c.why)
			}
		}
	}
}

// A day is told in one way, however it was typed: spreadsheets have it as 2025-01-12.
func TestDaysInLetters(t *testing.T) {
	g := job.Gather([]job.Source{given.Source(t, "一.xlsx", "e-town-2024", func(r *model.Report) { r.Fields["unit.name"] = model.Field{Text: "清溪镇人民政府"} })})
	for _, c := range []struct{ why, due, letter, sheet string }{
		{"a day of each year", "1月12日", "报送期限是1月12日）", "请在1月12日以前"},
		{"in full width", "１月１２日", "报送期限是1月12日）", "请在1月12日以前"},
		{"a date of the year in which reports are made", "2025-01-12", "报送期限是1月12日）", "请在2025年1月12日以前"},
		{"as people write it", "2025年1月12日", "报送期限是1月12日）", "请在2025年1月12日以前"},
		{"a date of another year", "2026-01-12", "报送期限是2026年1月12日）", "请在2026年1月12日以前"},
	} {
		m := county.Member{Name: "石桥镇人民政府", Due: c.due}
		a, err := collect.Aggregate(collect.Aggregation{Unit: "望禾县人民政府", Members: county.NewList([]county.Member{{Name: "清溪镇人民政府"}, m})}, g)
		require.NoError(t, err)
		var letters []string
		for _, s := range a.Sendings(a.Returns(verdict.NewLedger(verdict.Options{}), g, nil)) {
			files, err := a.Letter(s, nil)
			require.NoError(t, err)
			letters = append(letters, string(files[0].Data))
		}
		assert.Contains(t, strings.Join(letters, "\n"), c.letter, c.why)
		assert.Contains(t, strings.Join((&office.County{}).For(m).Sheet().Lines, "\n"), c.sheet, c.why)
	}
}

// A form that nobody has filled in is no report: its unit has handed nothing in, whatever else is on the list, and the letter says what came.
func TestAFormThatNobodyFilledIn(t *testing.T) {
	const unit, other = "石桥镇人民政府", "清溪镇人民政府"
	formOf := func(file string, year int) job.Source {
		r, _, err := job.Blank(year, unit, "乡镇", nil, "")
		require.NoError(t, err)
		r.Fields["report.year"] = model.Field{Text: "2024"}
		if _, ok := r.Edition.Cell("proactive.normative.in_force"); ok {
			r.Figures["proactive.normative.in_force"] = model.ParseFigure(form.Count, "9") // as it was sent out with last year's stock
		}
		var b bytes.Buffer
		_, err = workbook.Write(&b, r, workbook.Options{Zero: true})
		require.NoError(t, err)
		return job.From(file, b.Bytes())
	}
	blank, oldBlank := func(file string) job.Source { return formOf(file, 2024) }, func(file string) job.Source { return formOf(file, 2020) }
	list := county.NewList([]county.Member{{Name: unit}, {Name: other}})
	for _, c := range []struct {
		why      string
		members  *county.List
		sources  []job.Source
		sentence string
		letter   string // to the unit; "" for none
		finding  string
	}{
		{"alone", list, []job.Source{blank("石桥.xlsx")}, "2024年度，共2个单位：待核实1，未报1。收到2份文件，一份一行。",
			"还没有收到；交来的“石桥.xlsx”是没有填的空表，请填好再报。", "“石桥镇人民政府”交来的是没有填的空表（石桥.xlsx），没有加，算没有交。请该单位填好再报。"},
		{"on the form of other years, which is not to be filled in any more", list, []job.Source{oldBlank("石桥.xlsx")}, "2024年度，共2个单位：待核实1，未报1。收到2份文件，一份一行。",
			"是没有填的空表，格式也是以前的，请用下发的2024年度的填报表填好再报。", "算没有交。格式也是以前的，请该单位用下发的2024年度的填报表填好再报。"},
		{"without a list, too", nil, []job.Source{blank("石桥.xlsx")}, "2024年度，共2个单位：待核实1，未报1。收到2份文件，一份一行。", "是没有填的空表，请填好再报。", "算没有交"},
		{"twice", list, []job.Source{blank("一/石桥.xlsx"), blank("二/石桥.xlsx")}, "2024年度，共2个单位：待核实1，未报1。收到3份文件，一份一行。", "交来的“一/石桥.xlsx”“二/石桥.xlsx”是没有填的空表", "算没有交"},
		{"beside a filled one that was named as well", list, []job.Source{blank("空.xlsx"), of(t, "石桥.xlsx", unit, "7")}, "2024年度，共2个单位：待核实2。收到3份文件，一份一行。", "", ""},
		{"beside one that cannot be read, which is what is to be mended", list, []job.Source{blank("空.xlsx"), unreadable("石桥镇.xlsx")}, "2024年度，共2个单位：待核实1，读不了1。收到3份文件，一份一行。",
			"（空.xlsx）已经收到：是没有填的空表，请填好再报。", "算没有交"},
	} {
		a, l, rows := returned(t, collect.Aggregation{Unit: "望禾县人民政府", Members: c.members, Year: 2024}, append(c.sources, of(t, "清溪.xlsx", other, "7"))...)
		assert.Equal(t, c.sentence, a.Sentence(verdict.NewLedger(verdict.Options{}), rows), c.why)
		assert.NotEqual(t, "9", a.Report.Figure("proactive.normative.in_force").Printed(), c.why)
		letters := ""
		for _, s := range a.Sendings(rows) {
			if s.Unit != unit || s.Rows[0].IsMarked() { // for findings in what was filled in
				continue
			}
			files, err := a.Letter(s, nil)
			require.NoError(t, err, c.why)
			letters += string(files[0].Data)
		}
		assert.Contains(t, letters, c.letter, c.why)
		if c.letter == "" {
			assert.Empty(t, letters, c.why)
		}
		told := ""
		for _, f := range a.Check(given.Checker(t), "汇总.xlsx").Findings {
			told += f.Message
		}
		assert.Contains(t, told, c.finding, c.why)
		assert.NotContains(t, told, "没有交：", c.why)
		var register bytes.Buffer
		require.NoError(t, a.WriteMembersRegister(&register, l, rows, nil), c.why)
		f, err := excelize.OpenReader(&register)
		require.NoError(t, err)
		found, err := f.GetRows("问题清单")
		require.NoError(t, err)
		for _, row := range found {
			if c.finding != "" {
				assert.NotContains(t, row, unit, c.why)
			}
		}
	}
}

// A file that its unit has handed in otherwise since keeps nothing from passing, whatever was wrong with it; without the other one it does.
func TestSupersededFiles(t *testing.T) {
	const unit = "石桥镇人民政府"
	list := county.NewList([]county.Member{{Name: unit}, {Name: "柏坞镇人民政府"}})
	other := of(t, "柏坞.xlsx", "柏坞镇人民政府", "1")
	from := func(name, report string, fields map[form.Key]string) job.Source {
		return given.Source(t, name, report, func(r *model.Report) {
			r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: unit}, model.Field{Text: "2024"}
			for k, text := range fields {
				r.Fields[k] = model.Field{Text: text}
			}
		})
	}
	good := from("石桥新.xlsx", "e-town-2024", nil)
	for _, c := range []struct {
		why, note string
		old       job.Source
	}{
		{"of another year", "“石桥镇人民政府”还有一份2022年度的，没有加：石桥旧.xlsx", from("石桥旧.xlsx", "e-town-2024", map[form.Key]string{"report.year": "2022"})},
		{"on the form of another year", "“石桥镇人民政府”还有一份不是2024年度格式的，没有加：石桥旧.xlsx", from("石桥旧.xlsx", "d-town-2020", nil)},
		{"under a name that the list does not have", "“石桥镇人民政府”还有一份单位名称写成“石轿镇人民政府”的，没有加：石桥镇.xlsx", from("石桥镇.xlsx", "e-town-2024", map[form.Key]string{"unit.name": "石轿镇人民政府"})},
		{"without a year", "“石桥镇人民政府”还有一份读不出单位名称或年度的，没有加：石桥旧.xlsx", from("石桥旧.xlsx", "e-town-2024", map[form.Key]string{"report.year": ""})},
	} {
		order := collect.Aggregation{Year: 2024, Unit: "望禾县人民政府", Members: list}
		kept := func(a *collect.Aggregated) (list []string) {
			for _, f := range a.Check(given.Checker(t), "").Findings {
				if strings.Contains(f.Message, c.old.Name) {
					list = append(list, f.Message)
				}
			}
			return list
		}
		alone, _, _ := returned(t, order, c.old, other)
		assert.NotEmpty(t, kept(alone), c.why)
		a, ledger, rows := returned(t, order, c.old, good, other)
		assert.Empty(t, kept(a), c.why)
		assert.Contains(t, a.Notes, c.note, c.why)
		at := slices.IndexFunc(rows, func(r *collect.Returned) bool { return r.File == c.old.Name })
		assert.Equal(t, "另有", rows[at].Conclusion(), c.why)
		var book bytes.Buffer
		require.NoError(t, a.WriteMembersRegister(&book, ledger, rows, nil), c.why)
		tables, err := workbook.ReadTables(book.Bytes())
		require.NoError(t, err, c.why)
		told := fmt.Sprint(tables)
		assert.Contains(t, told, c.old.Name+" ", c.why)
		assert.Contains(t, told, "这个单位另有一份已经算了，这一份可以移走。", c.why)
	}
}

// A letter tells all that is known of a file at once, beside what keeps it from counting, unless another report is due in its place.
func TestALetterTellsAllThatIsKnown(t *testing.T) {
	const unit = "石桥镇人民政府"
	list := county.NewList([]county.Member{{Name: unit, Level: "乡镇"}, {Name: "清溪镇人民政府"}})
	of := func(file, unit, year, penalties string) job.Source {
		return given.Source(t, file, "e-town-2024", func(r *model.Report) {
			r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: unit}, model.Field{Text: year}
			r.Figures["proactive.penalties.decisions"] = model.ParseFigure(form.Count, penalties)
			r.Figures["requests.received.natural_person"] = model.ParseFigure(form.Count, "若干")
		})
	}
	for _, c := range []struct {
		why     string
		sources []job.Source
		marked  int
		want    []string
	}{
		{"a wrong name", []job.Source{of("石桥.xlsx", "石侨镇人民政府", "2024", "7")}, 1,
			[]string{"请改正以后再报。\n　　这一份也已经审核，", "请一并改正。", "一、必须改正的", "随函附上标出问题的填报表“石桥_校验.xlsx”，请在这一份上改，改好后报送这一份。"}},
		{"two that differ: which of them it is to be, and what is to be mended in each", []job.Source{of("石桥.xlsx", unit, "2024", "7"), of("副本.xlsx", unit, "2024", "9")}, 2,
			[]string{"请说明用哪一份。\n", "“石桥.xlsx”也已经审核，", "“副本.xlsx”也已经审核，",
				"。用这一份的，请一并改正。", "“石桥_校验.xlsx”，用的是它的，请在它上面改，改好后只报送它。", "“副本_校验.xlsx”，用的是它的，请在它上面改，改好后只报送它。"}},
		{"of another year: nobody mends that any more", []job.Source{of("石桥.xlsx", unit, "2023", "7")}, 0, []string{"交的是2023年度的，请报2024年度的；只是报告年度写错了的，请改正。"}},
	} {
		a, _, rows := returned(t, collect.Aggregation{Unit: "望禾县人民政府", Members: list, Year: 2024}, c.sources...)
		for _, s := range a.Sendings(rows) {
			if s.Unit != unit {
				continue
			}
			marked := map[string]string{}
			for _, r := range s.Rows {
				if r.IsMarked() {
					marked[r.File] = strings.TrimSuffix(r.File, ".xlsx") + "_校验.xlsx"
				}
			}
			assert.Len(t, marked, c.marked, c.why)
			files, err := a.Letter(s, marked)
			require.NoError(t, err, c.why)
			told := string(files[0].Data)
			for _, want := range c.want {
				assert.Contains(t, strings.ReplaceAll(told, "\r", ""), want, c.why)
			}
			assert.Equal(t, c.marked, strings.Count(told, "已经审核"), c.why)
			assert.Equal(t, c.marked > 0, strings.Contains(told, "若干"), c.why)
		}
	}
}
