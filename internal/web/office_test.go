package web_test

import (
	"bytes"
	"io"
	"net/http"
	"regexp"
	"slices"
	"strings"
	"testing"

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
	"nianbao/internal/web"
	"nianbao/internal/workbook"
)

// returns are the files of what goes back, from an office.
func (p page) returns(office string) map[string]string { return p.packed("/reports/returns", office) }

// packed are the files that an office of that name takes from there.
func (p page) packed(from, office string) map[string]string {
	answer := p.post(from, map[string]any{"unit": office, "level": ""})
	require.Equal(p.t, http.StatusOK, answer.StatusCode)
	zip, err := io.ReadAll(answer.Body)
	require.NoError(p.t, err)
	return sample.Unzip(p.t, zip)
}

const members = "名称,层级,曾用名\n清溪镇人民政府,乡镇,\n石桥镇人民政府,乡镇,\n柏坞乡人民政府,乡镇,\n"

// member is the sound sample as another unit's.
func member(t *testing.T, unit string, change func(*model.Report)) []byte {
	return filled(t, town, func(r *model.Report) {
		for k, paragraphs := range r.Texts {
			for i, p := range paragraphs {
				r.Texts[k][i].Text = strings.ReplaceAll(p.Text, "望禾", strings.TrimSuffix(unit, "镇人民政府"))
			}
		}
		r.Fields["unit.name"] = model.Field{Text: unit}
		if change != nil {
			change(r)
		}
	})
}

// An office drops a folder: the list of its members among their reports. It sees who is missing, and takes the sum and what goes back.
func TestOffice(t *testing.T) {
	p := open(t, web.Options{})
	assert.Equal(t, "/start", p.upload("/files?", "各镇/2024名单.csv", []byte(members)))
	p.upload("/files?", "各镇/清溪.xlsx", member(t, "清溪镇人民政府", func(r *model.Report) {
		r.Figures["proactive.fees.amount"] = model.ParseFigure(form.Change, "0.1")
	}))
	p.upload("/files?", "各镇/石桥.xlsx", member(t, "石桥镇人民政府", withFault))
	view := p.view("/reports")
	assert.Contains(t, view, "名单“2024名单.csv”（3个单位）")
	assert.Contains(t, view, "有1个单位没有交：柏坞乡人民政府")
	assert.Contains(t, view, "读了2份，加了2个单位的。")

	answer := p.post("/reports/sum", map[string]any{"unit": "望禾县人民政府", "level": "县级政府"})
	require.Equal(t, http.StatusOK, answer.StatusCode)
	book, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	sum, err := workbook.Read(book)
	require.NoError(t, err)
	assert.True(t, sum.Summed)
	assert.Equal(t, "望禾县人民政府", sum.Unit())
	assert.Equal(t, "0.1", sum.Figure("proactive.fees.amount").Printed())
	assert.Empty(t, sum.Extras, "the office's own sheets are nobody's extras")
	assert.Empty(t, sum.Strays)

	files := p.returns("望禾县人民政府")
	assert.Contains(t, files, "石桥镇人民政府/石桥_校验.xlsx")
	assert.Contains(t, files["石桥镇人民政府/退回函.txt"], "必须改的问题")
	assert.Contains(t, files["通报.txt"], "三、未报（1个）")
	rounds, err := collect.ReadRounds([]byte(files["校验登记.xlsx"]))
	require.NoError(t, err)
	assert.Equal(t, 1, rounds["石桥镇人民政府"].Number)

	// One register, wherever it is downloaded: with what the office writes into it, who is missing, and how many units there are.
	_, register := p.get("/reports/register")
	rounds, err = collect.ReadRounds([]byte(register))
	require.NoError(t, err)
	assert.Equal(t, 1, rounds["石桥镇人民政府"].Number)
	assert.False(t, collect.IsPlainRegister([]byte(register)))

	// What was downloaded comes back: the register for the next round; the sum as that of the round before, since nobody wrote into it.
	p.upload("/files?as=office&", "校验登记.xlsx", []byte(files["校验登记.xlsx"]))
	p.upload("/files?as=office&", "汇总.xlsx", book)
	view = p.view("/reports")
	assert.Contains(t, view, "登记“校验登记.xlsx”")
	assert.Contains(t, view, "上一次的汇总“汇总.xlsx”")
	assert.Contains(t, view, "和上次比，各单位的数和“一、总体情况”、“五、存在的主要问题及改进情况”、“六、其他需要报告的事项”的文字都没有改")
	assert.NotContains(t, view, "各单位相加", "it is not held against the sum")
	_, page := p.get("/reports")
	assert.Contains(t, page, `value="望禾县人民政府"`, "the office is known")

	// Once somebody has written into it, it is the office's own.
	var written bytes.Buffer
	require.NoError(t, workbook.Edit(&written, book, []workbook.Change{{Key: "narrative.overview", New: true, Paragraph: 0, After: "全县主动公开政府信息320条。"}}))
	p.upload("/files?as=office&", "汇总2.xlsx", written.Bytes())
	assert.Contains(t, p.view("/reports"), "本级的年报“汇总2.xlsx”（里面写了文字、调整或者改了数，和各单位的合计比较）")

	answer = p.ask("POST", "/files?as=office&name=x.xlsx", web.File, bytes.NewReader(filled(t, town, nil)))
	assert.Equal(t, http.StatusUnprocessableEntity, answer.StatusCode, "a report is nothing of an office's")
	require.Equal(t, http.StatusCreated, p.post("/office/clear", map[string]any{}).StatusCode)
	assert.NotContains(t, p.view("/reports"), "校验登记.xlsx”")
}

// What a sum asks about is told with its number and the way to explain it, which works.
func TestAFindingOfASumIsExplained(t *testing.T) {
	p := open(t, web.Options{})
	sum := func() []byte {
		answer := p.post("/reports/sum", map[string]any{"unit": "望禾县人民政府", "level": "县级政府"})
		require.Equal(t, http.StatusOK, answer.StatusCode)
		book, err := io.ReadAll(answer.Body)
		require.NoError(t, err)
		return book
	}
	p.upload("/files?", "去年.xlsx", member(t, "清溪镇人民政府", func(r *model.Report) {
		r.Fields["report.year"] = model.Field{Text: "2023"}
		r.Figures["requests.carried_out.natural_person"] = model.ParseFigure(form.Count, "1")
	}))
	last := sum()
	p.post("/reports/clear", map[string]any{})
	p.upload("/files?", "清溪.xlsx", member(t, "清溪镇人民政府", nil))
	p.upload("/files?as=office&", "去年汇总.xlsx", last)
	found := regexp.MustCompile(`对不上的：清溪镇人民政府上年1、今年0。编号([0-9A-F]{6})：请改正；情况属实的，请在下载的汇总表的“校验”一页按编号写明说明，存盘，再放进来。`).FindStringSubmatch(p.view("/reports"))
	require.NotNil(t, found)
	var explained bytes.Buffer
	require.NoError(t, workbook.Edit(&explained, sum(), []workbook.Change{{Number: found[1], After: "申请人年初撤回，上年已经办结。"}}))
	p.upload("/files?as=office&", "汇总.xlsx", explained.Bytes())
	view := p.view("/reports")
	assert.Contains(t, view, "对不上的：清溪镇人民政府上年1、今年0。已说明：申请人年初撤回，上年已经办结。")
	assert.NotContains(t, view, found[1])
}

// When all is published, the sum at hand is the office's own report: a member that mends a figure is corrected by it.
func TestCorrectedAfterPublication(t *testing.T) {
	p := open(t, web.Options{})
	p.upload("/files?", "清溪.xlsx", member(t, "清溪镇人民政府", nil))
	p.upload("/files?", "石桥.xlsx", member(t, "石桥镇人民政府", nil))
	answer := p.post("/reports/sum", map[string]any{"unit": "望禾县人民政府", "level": "县级政府"})
	require.Equal(t, http.StatusOK, answer.StatusCode)
	book, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	var written bytes.Buffer
	require.NoError(t, workbook.Edit(&written, book, []workbook.Change{{Key: "narrative.overview", New: true, Paragraph: 0, After: "全县主动公开政府信息320条。"}}))

	p.upload("/files?as=office&", "望禾县年报.xlsx", written.Bytes())
	view := p.view("/reports")
	assert.NotContains(t, view, "下载更正材料", "nothing has changed")
	assert.NotContains(t, view, "和上次比")
	assert.Equal(t, http.StatusConflict, p.post("/reports/corrections", map[string]any{"unit": "", "level": ""}).StatusCode)

	p.upload("/files?", "石桥.xlsx", member(t, "石桥镇人民政府", func(r *model.Report) {
		r.Figures["proactive.penalties.decisions"] = model.ParseFigure(form.Count, "7")
	}))
	view = p.view("/reports")
	assert.Contains(t, view, "“石桥镇人民政府”改了1个数：行政处罚由0改为7")
	files := p.packed("/reports/corrections", "望禾县人民政府")
	assert.Contains(t, files["更正清单.txt"], "石桥镇人民政府：更正1处")
	assert.NotContains(t, files["更正清单.txt"], "清溪镇")
	assert.Contains(t, files, "石桥镇人民政府/更正说明.txt")
}

// Which of two sums is last year's is told by the reports, whenever they come and whatever was looked at before: none takes the other's place.
func TestSumsOfTwoYears(t *testing.T) {
	report := func(unit, year string) []byte {
		return member(t, unit, func(r *model.Report) { r.Fields["report.year"] = model.Field{Text: year} })
	}
	units := []string{"清溪镇人民政府", "石桥镇人民政府"}
	sums := map[string][]byte{}
	for _, year := range []string{"2023", "2024", "2025"} {
		p := open(t, web.Options{})
		for _, unit := range units {
			p.upload("/files?", unit+".xlsx", report(unit, year))
		}
		book, err := io.ReadAll(p.post("/reports/sum", map[string]string{"unit": "某县人民政府", "level": "县级政府"}).Body)
		require.NoError(t, err)
		sums["汇总"+year+".xlsx"] = book
	}
	for _, c := range []struct {
		why   string
		files []string // in the order in which they come; "" for the reports
		last  string
	}{
		{"the reports were there", []string{"", "汇总2024.xlsx", "汇总2025.xlsx"}, "汇总2024.xlsx"},
		{"the other way round", []string{"", "汇总2025.xlsx", "汇总2024.xlsx"}, "汇总2024.xlsx"},
		{"nobody knew the year yet", []string{"汇总2024.xlsx", "汇总2025.xlsx", ""}, "汇总2024.xlsx"},
		{"they came between them", []string{"汇总2025.xlsx", "", "汇总2024.xlsx"}, "汇总2024.xlsx"},
		{"of two of last year's the last one counts, as of all files of one kind", []string{"汇总2023.xlsx", "汇总2025.xlsx", "汇总2024.xlsx", ""}, "汇总2024.xlsx"},
		{"whichever that is", []string{"汇总2024.xlsx", "汇总2025.xlsx", "汇总2023.xlsx", ""}, "汇总2023.xlsx"},
	} {
		for _, looks := range []bool{false, true} {
			p := open(t, web.Options{})
			for _, name := range c.files {
				if looks {
					p.view("/reports")
				}
				if name != "" {
					p.upload("/files?as=office&", name, sums[name])
					continue
				}
				for _, unit := range units {
					p.upload("/files?", unit+".xlsx", report(unit, "2025"))
				}
			}
			view := p.view("/reports")
			assert.Contains(t, view, "上年的汇总“"+c.last+"”", "%s, looked at: %t", c.why, looks)
			assert.Contains(t, view, "上一次的汇总“汇总2025.xlsx”", "%s, looked at: %t", c.why, looks)
		}
	}
}

// Last year's reports are dropped together with this year's, of which fewer have come: these are added up, and those are only compared with, unless
// the office says otherwise.
func TestReportsOfTwoYears(t *testing.T) {
	p := open(t, web.Options{})
	of := func(unit, year string) []byte {
		return member(t, unit, func(r *model.Report) {
			for _, paragraphs := range r.Texts {
				for i, p := range paragraphs {
					paragraphs[i].Text = strings.ReplaceAll(p.Text, r.YearText(), year)
				}
			}
			r.Fields["report.year"] = model.Field{Text: year}
		})
	}
	p.upload("/files?", "名单.csv", []byte(members))
	for _, name := range []string{"清溪", "石桥", "柏坞"} {
		unit := map[string]string{"柏坞": "柏坞乡人民政府"}[name]
		if unit == "" {
			unit = name + "镇人民政府"
		}
		p.upload("/files?", "去年/"+name+".xlsx", of(unit, "2024"))
	}
	p.upload("/files?", "今年/清溪.xlsx", of("清溪镇人民政府", "2025"))
	view := p.view("/reports")
	assert.Contains(t, view, "结论：2025年度，共3个单位：")
	assert.Contains(t, view, "放进来的有2024年度的3份、2025年度的1份。汇总的是2025年度的，上一年的只用来比较。")
	assert.Contains(t, view, "有2个单位没有交：石桥镇人民政府、柏坞乡人民政府")
	assert.Contains(t, view, "2024年度的，只用来和2025年度的比较。")
	assert.NotContains(t, view, "上年的年报，用的是一起看的“今年")
	assert.Contains(t, view, "上年的年报，用的是一起看的“去年/清溪.xlsx”")
	files := p.returns("望禾县人民政府")
	assert.Contains(t, files["通报.txt"], "关于2025年")
	assert.Contains(t, files["石桥镇人民政府/催报函.txt"], "2025年政府信息公开工作年度报告还没有收到；现有的“石桥.xlsx”是2024年度的，请报2025年度的。")

	require.Equal(t, http.StatusCreated, p.post("/reports/year/2024", map[string]any{}).StatusCode)
	view = p.view("/reports")
	assert.Contains(t, view, "结论：2024年度，共3个单位：")
	assert.Contains(t, view, "改为汇总2025年度的")
	assert.Contains(t, view, "“清溪镇人民政府”还有一份2025年度的，没有加")
	assert.Contains(t, p.returns("望禾县人民政府")["通报.txt"], "关于2024年")
	require.Equal(t, http.StatusBadRequest, p.post("/reports/year/18", map[string]any{}).StatusCode)
	require.Equal(t, http.StatusCreated, p.post("/reports/clear", map[string]any{}).StatusCode)
	p.upload("/files?", "清溪.xlsx", of("清溪镇人民政府", "2025"))
	p.upload("/files?", "石桥.xlsx", of("石桥镇人民政府", "2025"))
	view = p.view("/reports")
	assert.Contains(t, view, "结论：2025年度，", "what was chosen for others counts no more")
	assert.NotContains(t, view, "改为汇总")
}

// A review says whether it was compared with last year, and how it is; what was added up last year lets each unit be compared.
func TestReviewAgainstLastYearsSum(t *testing.T) {
	of := func(unit, year string, key form.Key, n string) []byte {
		return member(t, unit, func(r *model.Report) {
			r.Fields["report.year"] = model.Field{Text: year}
			r.Figures[key] = model.ParseFigure(form.Count, n)
		})
	}
	p := open(t, web.Options{})
	p.upload("/files?", "清溪.xlsx", of("清溪镇人民政府", "2024", "requests.carried_out.natural_person", "2"))
	p.upload("/files?", "石桥.xlsx", of("石桥镇人民政府", "2024", "requests.carried_out.natural_person", "0"))
	book, err := io.ReadAll(p.post("/reports/sum", map[string]string{"unit": "望禾县人民政府", "level": "县级政府"}).Body)
	require.NoError(t, err)

	const uncompared, found = "都没有和上年比：上年结转、现行有效、与上年雷同没有核对。", "上年报告里的“结转下年度继续办理”是2"
	p = open(t, web.Options{})
	p.upload("/files?", "清溪.xlsx", of("清溪镇人民政府", "2025", "requests.carried_in.natural_person", "0"))
	p.upload("/files?", "石桥.xlsx", of("石桥镇人民政府", "2025", "requests.carried_in.natural_person", "0"))
	view := p.view("/reports")
	assert.Contains(t, view, uncompared)
	assert.Contains(t, view, "把各单位上年的年报也放进来")
	assert.NotContains(t, p.returns("望禾县人民政府")["清溪镇人民政府/退回函.txt"], found)

	p.upload("/files?as=office&", "去年汇总.xlsx", book)
	view = p.view("/reports")
	assert.Contains(t, view, "都和上年比过。")
	assert.NotContains(t, view, "把各单位上年的年报也放进来")
	assert.Contains(t, view, "上年的数，用的是汇总表“去年汇总.xlsx”里的。")
	assert.Contains(t, p.returns("望禾县人民政府")["清溪镇人民政府/退回函.txt"], found)

	require.Equal(t, http.StatusCreated, p.post("/office/clear", map[string]any{}).StatusCode)
	assert.Contains(t, p.view("/reports"), uncompared)
	p.upload("/files?as=office&", "去年汇总.xlsx", book)
	p.upload("/files?", "柏坞.xlsx", of("柏坞乡人民政府", "2025", "requests.carried_in.natural_person", "0"))
	assert.Contains(t, p.view("/reports"), "有1份没有和上年比：")
}

// sumOf is what two towns added up, of a year; the first left applications over.
func sumOf(t *testing.T, year string) []byte {
	p := open(t, web.Options{})
	p.upload("/files?", "清溪.xlsx", carrying(t, "清溪镇人民政府", year, "requests.carried_out.natural_person", "2"))
	p.upload("/files?", "石桥.xlsx", carrying(t, "石桥镇人民政府", year, "requests.carried_out.natural_person", "0"))
	book, err := io.ReadAll(p.post("/reports/sum", map[string]string{"unit": "望禾县人民政府", "level": "县级政府"}).Body)
	require.NoError(t, err)
	return book
}

// carrying is a unit's report on a year, with a figure of its own.
func carrying(t *testing.T, unit, year string, key form.Key, n string) []byte {
	return member(t, unit, func(r *model.Report) {
		r.Fields["report.year"] = model.Field{Text: year}
		r.Figures[key] = model.ParseFigure(form.Count, n)
	})
}

// writtenInto is a sum into which the office has written.
func writtenInto(t *testing.T, book []byte) []byte {
	var written bytes.Buffer
	require.NoError(t, workbook.Edit(&written, book, []workbook.Change{{Key: "narrative.overview", New: true, Paragraph: 0, After: "全县主动公开政府信息320条。"}}))
	return written.Bytes()
}

// Which year is added up may be chosen whatever sums are in hand: those of later years count for nothing then, and are there again for theirs.
func TestAYearIsChosenBesideALaterSum(t *testing.T) {
	const unused = "2025年度的汇总“汇总2025.xlsx”（比要汇总的年度晚，没有用）"
	written, unwritten := writtenInto(t, sumOf(t, "2025")), sumOf(t, "2025")
	faulty := given.Changed(t, written, func(f *excelize.File) {
		const sheet = "汇总调整"
		rows, err := f.GetRows(sheet)
		require.NoError(t, err)
		for i, row := range rows {
			if len(row) > 0 && row[0] == "项目" {
				for column, text := range []string{"没有这一项", "1", "没有理由"} {
					cell, err := excelize.CoordinatesToCellName(column+1, i+2)
					require.NoError(t, err)
					require.NoError(t, f.SetCellValue(sheet, cell, text))
				}
				return
			}
		}
		require.Fail(t, "no adjustments", rows)
	})
	for _, c := range []struct {
		why, to string
		sum     []byte
		counts  string // as what the sum counts for its year
		fault   string // why nothing can be added up; "" for nothing
	}{
		{"the office's own", "/files?as=office&", written, "本级的年报“汇总2025.xlsx”", ""},
		{"its own among the reports", "/files?", written, "本级的年报“汇总2025.xlsx”", ""},
		{"that of an earlier round", "/files?as=office&", unwritten, "上一次的汇总“汇总2025.xlsx”", ""},
		{"one with a fault, which keeps nobody from choosing", "/files?", faulty, "", "没有这一项"},
	} {
		p := open(t, web.Options{})
		for _, year := range []string{"2024", "2025"} {
			for _, unit := range []string{"清溪", "石桥"} {
				p.upload("/files?", year+"/"+unit+".xlsx", carrying(t, unit+"镇人民政府", year, "requests.carried_in.natural_person", "0"))
			}
		}
		p.upload(c.to, "汇总2025.xlsx", c.sum)
		for _, year := range []string{"2024", "2025"} {
			require.Equal(t, http.StatusCreated, p.post("/reports/year/"+year, map[string]any{}).StatusCode)
			view := p.view("/reports")
			assert.Contains(t, view, "汇总的是"+year+"年度的", c.why)
			assert.Contains(t, view, "改为汇总"+map[string]string{"2024": "2025", "2025": "2024"}[year]+"年度的", c.why)
			assert.Contains(t, view, c.fault, c.why)
			if c.fault != "" {
				continue
			}
			assert.Contains(t, view, "结论："+year+"年度，", c.why)
			assert.Equal(t, year == "2024", strings.Contains(view, unused), c.why)
			assert.Equal(t, year == "2025", strings.Contains(view, c.counts), c.why)
			assert.Equal(t, year == "2025", strings.Contains(view, "上一年的只用来比较"), "%s: there are none of the year before 2024", c.why)
		}
	}
}

// Last year's reports need not be compared themselves; those that are collected do, though later ones are compared with them.
func TestOnlyWhatIsBeforeTheYearCollectedNeedsNoComparing(t *testing.T) {
	for _, c := range []struct {
		why, chosen string
		units       map[string][]string // by the years of their reports
		sentence    string
	}{
		{"last year's beside this year's", "", map[string][]string{"清溪": {"2024", "2025"}, "石桥": {"2024", "2025"}}, "都和上年比过。"},
		{"last year's are collected", "2024", map[string][]string{"清溪": {"2024", "2025"}, "石桥": {"2024", "2025"}}, "有2份没有和上年比："},
		{"this year's are, after all", "2025", map[string][]string{"清溪": {"2024", "2025"}, "石桥": {"2024", "2025"}}, "都和上年比过。"},
		{"the later one is the same report with a year that somebody mistyped", "", map[string][]string{"清溪": {"2025", "2026"}, "石桥": {"2025"}}, "有2份没有和上年比："},
	} {
		p := open(t, web.Options{})
		var first string // 清溪's report on the year before its last
		for unit, years := range c.units {
			for _, year := range years {
				at := p.upload("/files?", year+"/"+unit+".xlsx", carrying(t, unit+"镇人民政府", year, "requests.carried_in.natural_person", "0"))
				if unit == "清溪" && year == years[0] {
					first = at
				}
			}
		}
		p.view("/reports")
		if c.chosen != "" {
			require.Equal(t, http.StatusCreated, p.post("/reports/year/"+c.chosen, map[string]any{}).StatusCode)
		}
		assert.Contains(t, p.view("/reports"), c.sentence, c.why)
		if c.chosen != "" {
			assert.Equal(t, c.chosen == "2024", strings.Contains(p.view(first), "没有和上年比："), "%s: the report itself says so, too", c.why)
		}
	}
}

// What was added up last year lets each unit be compared wherever it was dropped, whenever it came, and by the list's names.
func TestLastYearsSumAmongTheReports(t *testing.T) {
	const uncompared, found = "都没有和上年比：", "上年报告里的“结转下年度继续办理”是2"
	last := sumOf(t, "2024")
	for _, c := range []struct {
		why   string
		sum   []byte
		first bool
	}{
		{"after them", last, false},
		{"before them", last, true},
		{"with what the office wrote into it", writtenInto(t, last), false},
	} {
		p := open(t, web.Options{})
		var location string
		if c.first {
			location = p.upload("/files?", "去年汇总.xlsx", c.sum)
		}
		p.upload("/files?", "清溪.xlsx", carrying(t, "清溪镇人民政府", "2025", "requests.carried_in.natural_person", "0"))
		p.upload("/files?", "石桥.xlsx", carrying(t, "石桥镇人民政府", "2025", "requests.carried_in.natural_person", "0"))
		if !c.first {
			assert.Contains(t, p.view("/reports"), uncompared, c.why)
			location = p.upload("/files?", "去年汇总.xlsx", c.sum)
		}
		assert.Contains(t, p.view("/reports"), "清溪镇人民政府上年2、今年0", "%s: the sum is compared", c.why)
		assert.Contains(t, p.view("/reports"), "都和上年比过。", c.why)
		assert.Contains(t, p.returns("望禾县人民政府")["清溪镇人民政府/退回函.txt"], found, c.why)
		require.Equal(t, http.StatusCreated, p.post(location+"/close", map[string]any{}).StatusCode, c.why)
		assert.Contains(t, p.view("/reports"), uncompared, "%s: it was taken away", c.why)
	}
}

// A list that was given by itself tells what a unit was called last year, whenever it came, until it is put away.
func TestUnitsAreComparedByTheList(t *testing.T) {
	const list, uncompared = "名称,层级,曾用名\n清河镇人民政府,乡镇,清溪镇人民政府\n石桥镇人民政府,乡镇,\n", "有1份没有和上年比："
	last := sumOf(t, "2024")
	for _, first := range []bool{true, false} {
		p := open(t, web.Options{})
		if first {
			p.upload("/files?", "名单.csv", []byte(list))
		}
		p.upload("/files?as=office&", "去年汇总.xlsx", last)
		p.upload("/files?", "清河.xlsx", carrying(t, "清河镇人民政府", "2025", "requests.carried_in.natural_person", "0"))
		p.upload("/files?", "石桥.xlsx", carrying(t, "石桥镇人民政府", "2025", "requests.carried_in.natural_person", "0"))
		if !first {
			assert.Contains(t, p.view("/reports"), uncompared)
			p.upload("/files?", "名单.csv", []byte(list))
		}
		assert.Contains(t, p.view("/reports"), "都和上年比过。", "the list came first: %t", first)
		assert.Contains(t, p.returns("望禾县人民政府")["清河镇人民政府/退回函.txt"], "上年报告里的“结转下年度继续办理”是2", "the list came first: %t", first)
	}
	p := open(t, web.Options{})
	for _, year := range []string{"2024", "2025"} { // last year's reports themselves, and no other file of an office
		unit := map[string]string{"2024": "清溪镇人民政府", "2025": "清河镇人民政府"}[year]
		p.upload("/files?", year+".xlsx", carrying(t, unit, year, "requests.carried_in.natural_person", "0"))
		p.upload("/files?", year+"石桥.xlsx", carrying(t, "石桥镇人民政府", year, "requests.carried_in.natural_person", "0"))
	}
	p.upload("/files?", "名单.csv", []byte(list))
	assert.Contains(t, p.view("/reports"), "都和上年比过。")
	require.Equal(t, http.StatusCreated, p.post("/office/clear", map[string]any{}).StatusCode)
	assert.NotContains(t, p.view("/reports"), "都和上年比过。", "nothing tells any more that it is one unit")
}

// Letters have a sender: without one nothing goes back, and it is said what to do.
func TestLettersHaveASender(t *testing.T) {
	p := open(t, web.Options{})
	p.upload("/files?", "清溪.xlsx", member(t, "清溪镇人民政府", withFault))
	p.upload("/files?", "石桥.xlsx", member(t, "石桥镇人民政府", nil))
	answer := p.post("/reports/returns", map[string]any{"unit": "", "level": ""})
	assert.Equal(t, http.StatusUnprocessableEntity, answer.StatusCode)
	told, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	assert.Contains(t, string(told), "没有落款；请在下面填上汇总单位的全称")
}

// A unit that handed in two that differ gets one letter, in one folder; its page says so, and what to do is said in the page's words.
func TestDouble(t *testing.T) {
	p := open(t, web.Options{})
	p.upload("/files?", "各镇/清溪.xlsx", member(t, "清溪镇人民政府", nil))
	p.upload("/files?", "各镇/石桥.xlsx", member(t, "石桥镇人民政府", nil))
	location := p.upload("/files?", "各镇/石桥2.xlsx", member(t, "石桥镇人民政府", func(r *model.Report) {
		r.Figures["proactive.penalties.decisions"] = model.ParseFigure(form.Count, "7")
	}))
	assert.Contains(t, p.view(location), "“各镇/石桥.xlsx”也是这个单位、这个年度的，请核对用哪一份")
	view := p.view("/reports")
	assert.Contains(t, view, "请问清用哪一份。下载校验登记，在“采用文件”一栏写上它的文件名，存盘，再放进来。")
	assert.Contains(t, view, "共2个单位：不通过1，待核实1。收到3份文件，一份一行。")
	files := p.returns("望禾县人民政府")
	assert.Contains(t, files["石桥镇人民政府/退回函.txt"], "（石桥.xlsx、石桥2.xlsx）已经收到：交了2份，内容不一样：行政处罚（《石桥.xlsx》0、《石桥2.xlsx》7），请说明用哪一份")
	for name := range files {
		assert.NotRegexp(t, "石桥镇人民政府2|退回函2", name)
	}
	assert.Contains(t, files["通报.txt"], "退回修改2个")

	// The register of checked files holds no decision; the office's does, and settles it.
	single := open(t, web.Options{})
	single.upload("/files?", "石桥.xlsx", member(t, "石桥镇人民政府", nil))
	_, plain := single.get("/reports/register")
	p.upload("/files?as=office&", "校验登记.xlsx", []byte(plain))
	assert.Contains(t, p.view("/reports"), "没有“采用文件”“收到日期”这些栏，没有可以带过来的")
	_, register := p.get("/reports/register")
	p.upload("/files?as=office&", "校验登记.xlsx", chosen(t, register, "石桥2.xlsx"))
	view = p.view("/reports")
	assert.NotContains(t, view, "请核对用哪一份")
	assert.Contains(t, view, "按登记采用了“石桥2.xlsx”")
	assert.Contains(t, p.view(location), "登记里写的是采用“石桥2.xlsx”")
}

// chosen is a register into which the office wrote which file counts, on every row.
func chosen(t *testing.T, register, file string) []byte {
	book, err := excelize.OpenReader(strings.NewReader(register))
	require.NoError(t, err)
	rows, err := book.GetRows("登记")
	require.NoError(t, err)
	column := -1
	for i, row := range rows {
		if column >= 0 {
			at, err := excelize.CoordinatesToCellName(column+1, i+1)
			require.NoError(t, err)
			require.NoError(t, book.SetCellStr("登记", at, file))
			continue
		}
		column = slices.Index(row, "采用文件")
	}
	var saved bytes.Buffer
	require.NoError(t, book.Write(&saved))
	return saved.Bytes()
}

// What was put aside for another file of its unit is not counted among what does not pass, whatever is found in it.
func TestPutAside(t *testing.T) {
	p := open(t, web.Options{})
	p.upload("/files?", "清溪.xlsx", member(t, "清溪镇人民政府", nil))
	p.upload("/files?", "石桥.xlsx", member(t, "石桥镇人民政府", withFault))
	p.upload("/files?", "石桥(1).xlsx", member(t, "石桥镇人民政府", nil))
	view := p.view("/reports")
	assert.Contains(t, view, "不通过的：石桥镇人民政府。")
	_, register := p.get("/reports/register")
	p.upload("/files?as=office&", "校验登记.xlsx", chosen(t, register, "石桥(1).xlsx"))
	view = p.view("/reports")
	assert.Contains(t, view, "按登记采用了")
	assert.NotContains(t, view, "不通过的：")
}

// A sum that is given as last year's report of a unit in it is told as what it is, with where it is of use; given there, it is compared with.
func TestASumAsLastYearsReport(t *testing.T) {
	of := func(unit, year string) []byte {
		return member(t, unit, func(r *model.Report) { r.Fields["report.year"] = model.Field{Text: year} })
	}
	p := open(t, web.Options{})
	p.upload("/files?", "清溪.xlsx", of("清溪镇人民政府", "2024"))
	p.upload("/files?", "石桥.xlsx", of("石桥镇人民政府", "2024"))
	book, err := io.ReadAll(p.post("/reports/sum", map[string]string{"unit": "望禾县人民政府", "level": "县级政府"}).Body)
	require.NoError(t, err)

	const where = "“去年汇总.xlsx”是汇总表，要和里面这个单位的数比的，请放到“审核汇总”下面的“汇总”里。"
	p = open(t, web.Options{})
	location := p.upload("/files?", "清溪.xlsx", of("清溪镇人民政府", "2025"))
	p.upload("/files?as=last&", "去年汇总.xlsx", book)
	view := p.view(location)
	assert.Contains(t, view, "给出的上年报告是“望禾县人民政府”2024年度的汇总表，不是一个单位的报告，没有比较。")
	assert.Contains(t, view, where)
	p.upload("/files?as=office&", "汇总.xlsx", book)
	view = p.view(location)
	assert.NotContains(t, view, "不是一个单位的报告")
	assert.NotContains(t, view, where)
	assert.NotContains(t, view, "没有和上年比")

	own := p.upload("/files?", "本级.xlsx", filled(t, town, func(r *model.Report) {
		r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: "望禾县人民政府"}, model.Field{Text: "2025"}
		r.Fields["report.scope"] = model.Field{Text: form.SumScope}
	}))
	assert.NotContains(t, p.view(own), where, "the office's own is of the same unit")
}

// Those are named that are counted: no unit of which nothing counts came, none that the list does not have, and not the office itself.
func TestTheFailedAreNamedAsTheyAreCounted(t *testing.T) {
	p := open(t, web.Options{})
	p.upload("/files?", "名单.csv", []byte("名称,类别,层级,曾用名\n清溪镇人民政府,,乡镇,\n石桥镇人民政府,,乡镇,\n柏坞乡人民政府,,乡镇,\n望禾县人民政府办公室,本级,县级部门,\n"))
	p.upload("/files?", "清溪.xlsx", member(t, "清溪镇人民政府", withFault))
	p.upload("/files?", "石桥.xlsx", member(t, "石桥镇人民政府", nil))
	p.upload("/files?", "办公室.xlsx", member(t, "望禾县人民政府办公室", withFault))
	p.upload("/files?", "外县.xlsx", member(t, "大荒镇人民政府", withFault))
	blank := p.post("/template", map[string]any{"year": 2024, "unit": "柏坞乡人民政府", "level": "乡镇", "scope": "本机关", "zero": false, "ledger": false})
	book, err := io.ReadAll(blank.Body)
	require.NoError(t, err)
	p.upload("/files?", "柏坞.xlsx", book)
	view := p.view("/reports")
	assert.Contains(t, view, "共3个单位：不通过1，待核实1，未报1；本级自己的另算：不通过1；名单上没有的1个不算在内。")
	assert.Contains(t, view, "不通过的：清溪镇人民政府。")
}

// Of several reports of last year's, nobody knows whose workbook is to be made; a list of many is folded, and units that are no more get none.
func TestStartWithAnOfficesFiles(t *testing.T) {
	p := open(t, web.Options{})
	for _, unit := range []string{"清溪镇人民政府", "石桥镇人民政府", "柏坞乡人民政府", "望禾镇人民政府"} {
		p.upload("/files?as=last&", unit+".xlsx", member(t, unit, nil))
	}
	view := p.view("/start")
	assert.Contains(t, view, "上年的年报4份")
	_, page := p.get("/start")
	assert.NotContains(t, page, `value="望禾镇人民政府"`)
	p.upload("/files?as=office&", "名单.csv", []byte("名称,层级,曾用名,类别,撤销或合并日期,承接单位\n清溪镇人民政府,乡镇,,乡镇街道,,\n柏坞乡人民政府,乡镇,,乡镇街道,2020-06-01,清溪镇人民政府\n"))
	assert.Contains(t, p.view("/start"), "下载1个单位的填报表（压缩包）")
	require.Equal(t, http.StatusCreated, p.post("/last/clear", nil).StatusCode)
	p.upload("/files?as=last&", "望禾.xlsx", member(t, "望禾镇人民政府", nil))
	_, page = p.get("/start")
	assert.Contains(t, page, `value="望禾镇人民政府"`, "of one it is known")
}

// Units call their files by one name: none of last year's goes for that. The same unit's comes in place of its own.
func TestLastYearsFilesOfOneName(t *testing.T) {
	sound := func(unit string) []byte { return member(t, unit, nil) }
	type put struct {
		name string
		data []byte
	}
	for _, c := range []struct {
		why   string
		files []put
		names []string
	}{
		{"two units'", []put{{"年报.xlsx", sound("清溪镇人民政府")}, {"年报.xlsx", sound("石桥镇人民政府")}}, []string{"年报.xlsx", "年报（2）.xlsx"}},
		{"both once more", []put{{"年报.xlsx", sound("清溪镇人民政府")}, {"年报.xlsx", sound("石桥镇人民政府")}, {"年报.xlsx", sound("石桥镇人民政府")}, {"年报.xlsx", member(t, "清溪镇人民政府", withFault)}},
			[]string{"年报（2）.xlsx", "年报.xlsx"}},
		{"one that could not be read was saved anew", []put{{"年报.xlsx", []byte("PK\x03\x04")}, {"年报.xlsx", sound("清溪镇人民政府")}}, []string{"年报.xlsx"}},
		{"one that cannot be read takes none away that can", []put{{"年报.xlsx", sound("清溪镇人民政府")}, {"年报.xlsx", []byte("PK\x03\x04")}}, []string{"年报.xlsx", "年报（2）.xlsx"}},
	} {
		p := open(t, web.Options{})
		for _, f := range c.files {
			p.upload("/files?as=last&", f.name, f.data)
		}
		assert.Equal(t, c.names, inLast.FindAllString(p.view("/start"), -1), c.why)
	}
}

var inLast = regexp.MustCompile(`年报(（\d+）)?\.xlsx`)

// Of two reports of last year's of one unit that differ none is taken, wherever one would be: both are named.
func TestTwoOfLastYears(t *testing.T) {
	p := open(t, web.Options{})
	last := func(name, carried string) {
		p.upload("/files?as=last&", name, member(t, "清溪镇人民政府", func(r *model.Report) {
			r.Figures["requests.carried_out.natural_person"] = model.ParseFigure(form.Count, carried)
		}))
	}
	asked := map[string]any{"year": 2025, "unit": "", "level": "乡镇", "scope": "本机关", "zero": false, "ledger": false}
	last("清溪.xlsx", "2")
	last("清溪(1).xlsx", "2")
	assert.Contains(t, p.view("/start"), "“清溪镇人民政府”2024年度的报告有2份（清溪.xlsx、清溪(1).xlsx），数一样，用的是第一份。")
	assert.Equal(t, http.StatusOK, p.post("/template", asked).StatusCode)

	last("清溪(1).xlsx", "3")
	const both = "“清溪镇人民政府”2024年度的报告有2份（清溪.xlsx、清溪(1).xlsx），数不一样"
	assert.Contains(t, p.view("/start"), both+"，不知道以哪一份为准，都没有用，请只留一份。")
	refused := p.post("/template", asked)
	assert.Equal(t, http.StatusUnprocessableEntity, refused.StatusCode)
	body, err := io.ReadAll(refused.Body)
	require.NoError(t, err)
	assert.Contains(t, string(body), both+"，不知道以哪一份为准，请只留一份")
	location := p.upload("/files?", "今年.xlsx", filled(t, town, func(r *model.Report) {
		r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: "清溪镇人民政府"}, model.Field{Text: "2025"}
	}))
	assert.Contains(t, p.view(location), both+"，没有和上年比较")

	p.upload("/files?as=office&", "名单.csv", []byte(members))
	answer := p.post("/dispatch", map[string]any{"year": 2025, "zero": false})
	require.Equal(t, http.StatusOK, answer.StatusCode)
	sent, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	told := sample.Unzip(t, sent)["下发清单.txt"]
	assert.Contains(t, told, both+"，不知道以哪一份为准，都没有用，请只留一份。")
	assert.Contains(t, told, "有1个单位不知道以哪一份2024年度的年报为准，没有带入，上年结转、存量要自己填：清溪镇人民政府。")
	assert.NotContains(t, told, "清溪镇人民政府_2025年政府信息公开年报填报.xlsx（从")

	require.Equal(t, http.StatusCreated, p.post("/last/clear", nil).StatusCode)
	last("清溪.xlsx", "2")
	p.upload("/files?as=last&", "石桥.xlsx", member(t, "石桥镇人民政府", nil))
	assert.Equal(t, http.StatusUnprocessableEntity, p.post("/template", asked).StatusCode, "nor is one of several units, as long as nobody says whose")
	asked["unit"] = "石桥镇"
	assert.Equal(t, http.StatusOK, p.post("/template", asked).StatusCode)
}

// What keeps an office's file from being read is told, and not that it is something else.
func TestAnOfficesFileThatIsNotReady(t *testing.T) {
	p := open(t, web.Options{})
	answer := p.ask("POST", "/files?as=office&name=本县设置.xls", web.File, bytes.NewReader(sample.Read(t, "internal/opc/testdata/book.xls")))
	body, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	assert.Contains(t, string(body), "本县设置.xls：是旧格式的工作簿（.xls或.et），请用Excel或WPS打开，另存为.xlsx后再试")
}

// What is told to pass is added up, whatever its file is called; what cannot be read is told.
func TestNamesThatWereChangedOnTheWay(t *testing.T) {
	p := open(t, web.Options{})
	p.upload("/files?", "清溪镇.xlsx(1)", member(t, "清溪镇人民政府", nil))
	p.upload("/files?", "石桥镇", member(t, "石桥镇人民政府", nil))
	p.upload("/files?", "柏坞.bak", member(t, "柏坞乡人民政府", nil))
	p.upload("/files?", "说明", []byte("各单位："))
	view := p.view("/reports")
	assert.Contains(t, view, "读了3份，加了3个单位的")
	assert.Contains(t, view, "说明 读不了")
}

// Two units became one: what they left is added up, for the blank workbook and for the checks, once the clerk says that they did.
func TestFormerUnits(t *testing.T) {
	p := open(t, web.Options{})
	assert.Equal(t, http.StatusConflict, p.post("/last/former", nil).StatusCode, "there are none yet")
	for _, unit := range []string{"清溪镇人民政府", "柏坞镇人民政府"} {
		p.upload("/files?as=last&", unit+".xlsx", member(t, unit, func(r *model.Report) {
			for _, row := range []string{"received", "carried_out"} {
				r.Figures[form.Key("requests."+row+".natural_person")] = model.ParseFigure(form.Count, "2")
			}
		}))
	}
	require.Equal(t, http.StatusCreated, p.post("/last/former", nil).StatusCode)
	view := p.view("/start")
	assert.Contains(t, view, "各份的上年结转、存量相加")
	assert.Contains(t, view, "清溪镇人民政府2、柏坞镇人民政府2")
	asked := map[string]any{"year": 2025, "unit": "", "level": "乡镇", "scope": "本机关", "zero": false, "ledger": false}
	assert.Equal(t, http.StatusUnprocessableEntity, p.post("/template", asked).StatusCode, "whose it is now, nobody said")
	asked["unit"] = "清柏镇人民政府"
	answer := p.post("/template", asked)
	require.Equal(t, http.StatusOK, answer.StatusCode)
	data, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	r, err := workbook.Read(data)
	require.NoError(t, err)
	assert.Equal(t, "4", r.Figure("requests.carried_in.natural_person").Printed())
	assert.Equal(t, "清柏镇人民政府", r.Unit())

	location := p.upload("/files?", "清柏.xlsx", data)
	assert.Contains(t, p.view(location), "上年的数，是“清溪镇人民政府”“柏坞镇人民政府”2024年度报告的相加")
	require.Equal(t, http.StatusCreated, p.post("/last/former", nil).StatusCode)
	assert.NotContains(t, p.view(location), "报告的相加", "it was a mistake")
}

// An edited copy takes the place of the first version: the page says so wherever the command line does, and whichever comes first.
func TestEditedCopyIsTold(t *testing.T) {
	first := member(t, "石桥镇人民政府", withFault)
	checked := func(name string, data []byte) job.Checked {
		k := job.Checker{Fonts: embedded(t)}
		return k.Check(job.Planned{Source: job.From(name, data)})
	}
	marked, err := job.Marked(checked("石桥.xlsx", first), nil)
	require.NoError(t, err)
	var edited, explained bytes.Buffer
	require.NoError(t, workbook.Edit(&edited, marked.Data, []workbook.Change{{Key: "requests.received.natural_person", Before: "999", After: "0"}}))
	number := ""
	for _, f := range checked("石桥.xlsx", first).Findings {
		if f.Level == check.Query {
			number = f.Number()
		}
	}
	require.NotEmpty(t, number)
	require.NoError(t, workbook.Edit(&explained, marked.Data, []workbook.Change{{Number: number, After: "情况属实。"}}))
	const told = "“石桥.xlsx”已由改过的这一份代替，没有校验；改动有："

	p := open(t, web.Options{})
	p.upload("/files?", "清溪.xlsx", member(t, "清溪镇人民政府", nil))
	p.upload("/files?", "石桥.xlsx", first)
	location := p.upload("/files?", "石桥_校验.xlsx", edited.Bytes())
	assert.Contains(t, p.view(location), told)
	view := p.view("/reports")
	assert.Contains(t, view, told, "beside its row")
	assert.Contains(t, view, "“石桥.xlsx”已由改过的“石桥_校验.xlsx”代替，没有加", "with the sum")
	_, register := p.get("/reports/register")
	assert.Contains(t, strings.Join(cells(t, register, "登记"), "\n"), told)

	// The copy of the letter, as it went out, comes after the one that was edited: it is no later version.
	location = p.upload("/files?", "石桥_校验(原).xlsx", marked.Data)
	view = p.view("/reports")
	assert.Contains(t, view, "已由改过的这一份代替")
	assert.NotContains(t, view, "前一个数多999")
	require.Equal(t, http.StatusCreated, p.post(location+"/close", map[string]any{}).StatusCode)

	// Of a copy in which only explanations were written, the first is the file that counts, as on the command line.
	p = open(t, web.Options{})
	p.upload("/files?", "石桥.xlsx", first)
	location = p.upload("/files?", "石桥_校验.xlsx", explained.Bytes())
	view = p.view(location)
	assert.Contains(t, view, "已说明")
	assert.NotContains(t, view, "代替")
	assert.NotContains(t, view, "石桥_校验.xlsx")
}

// cells are the rows of a sheet, parted by |.
func cells(t *testing.T, book, sheet string) (rows []string) {
	f, err := excelize.OpenReader(strings.NewReader(book))
	require.NoError(t, err)
	list, err := f.GetRows(sheet)
	require.NoError(t, err)
	for _, row := range list {
		rows = append(rows, strings.Join(row, "|"))
	}
	return rows
}

// Another table with units in it is no list of members, unless it is given for one.
func TestForeignTableIsNoList(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "统计表.csv", []byte("单位,件数\n清溪镇人民政府,3\n"))
	assert.NotEqual(t, "/reports", location)
	assert.Equal(t, "/reports", p.upload("/files?as=office&", "统计表.csv", []byte("单位,件数\n清溪镇人民政府,3\n")))
}

// An office takes the blank settings, drops them filled in, has its members' reports checked by them, and takes a workbook for each member.
func TestOfficeSendsOut(t *testing.T) {
	p := open(t, web.Options{})
	status, blank := p.get("/settings")
	require.Equal(t, http.StatusOK, status)
	_, err := office.ReadRules([]byte(blank))
	require.NoError(t, err)
	assert.NotContains(t, p.view("/start"), "个单位的填报表（压缩包）")
	assert.Equal(t, http.StatusConflict, p.post("/dispatch", map[string]any{"year": 2025, "zero": false}).StatusCode, "there is no list yet")

	assert.Equal(t, "/start", p.upload("/files?as=office&", "名单.csv", []byte(members)), "a list by itself is enough to send out, and leads to nothing else while no report is in hand")
	start := p.view("/start")
	assert.Contains(t, start, "读入了名单“名单.csv”（3个单位）")
	assert.Contains(t, start, "下载3个单位的填报表（压缩包）")
	p.post("/office/clear", nil)
	assert.NotContains(t, p.view("/start"), "个单位的填报表（压缩包）")

	list, err := office.ReadMembers([]byte(members))
	require.NoError(t, err)
	rules, err := office.ReadRules([]byte("规则: {published-in-time: {关闭: 本县另有安排}}\n扣分: {wrong-word: 1}\n"))
	require.NoError(t, err)
	rules.Members, rules.Office = list.Members, "望禾县人民政府办公室"
	var b bytes.Buffer
	require.NoError(t, rules.Write(&b))
	p.upload("/files?", "清溪.xlsx", member(t, "清溪镇人民政府", nil))
	assert.Equal(t, "/reports", p.upload("/files?", "各镇/我们的设置.xlsx", b.Bytes()), "known by what is in it")
	view := p.view("/reports")
	assert.Contains(t, view, "本县设置“我们的设置.xlsx”（3个单位）")
	assert.Contains(t, view, "有2个单位没有交：石桥镇人民政府、柏坞乡人民政府")
	assert.Contains(t, p.view("/report/1"), "按本县的规定，没有检查“公布时间”（published-in-time）：本县另有安排")
	start = p.view("/start")
	assert.Contains(t, start, "下载3个单位的填报表（压缩包）")

	p.upload("/files?as=last&", "石桥2024.xlsx", filled(t, town, func(r *model.Report) {
		r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: "石桥镇人民政府"}, model.Field{Text: "2024"}
	}))
	answer := p.post("/dispatch", map[string]any{"year": 2025, "zero": true})
	require.Equal(t, http.StatusOK, answer.StatusCode)
	sent, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	files := sample.Unzip(t, sent)
	assert.Len(t, files, 4)
	r, err := workbook.Read([]byte(files["02_石桥镇人民政府_2025年政府信息公开年报填报.xlsx"]))
	require.NoError(t, err)
	carried, _, fault := office.LaidDown(r)
	require.NotNil(t, carried, fault)
	assert.Equal(t, "望禾县人民政府办公室", carried.Office)
	assert.Contains(t, files["下发清单.txt"], "02_石桥镇人民政府_2025年政府信息公开年报填报.xlsx（从“石桥2024.xlsx”带入")
	assert.Contains(t, files["下发清单.txt"], "没有找到2024年度的年报，上年结转、存量要自己填：清溪镇人民政府、柏坞乡人民政府。")

	p.post("/office/clear", nil)
	assert.NotContains(t, p.view("/report/1"), "按本县的规定")

	// A member that drops its own is told by whose rules it is checked.
	p.upload("/files?", "石桥.xlsx", []byte(files["02_石桥镇人民政府_2025年政府信息公开年报填报.xlsx"]))
	assert.Contains(t, p.view("/report/2"), "按“本县规定”这一页（望禾县人民政府办公室定的）的规定校验")
}

// A form that is made alone is made for the office's settings in hand, as those are that are sent out: it has its indicators and its rules.
func TestAFormAloneIsMadeForTheSettingsInHand(t *testing.T) {
	settings := &office.County{Office: "望禾县人民政府办公室", HandIn: "1月20日"}
	settings.Members = []county.Member{{Name: "清溪镇人民政府", Level: "乡镇"}, {Name: "石桥镇人民政府", Level: "乡镇"}}
	settings.Indicators = []office.Indicator{{Indicator: model.Indicator{Name: "发出收费通知的件数", Unit: "件"}, Used: true}}
	p := open(t, web.Options{})
	made := func() *model.Report {
		asked := map[string]any{"year": 2025, "unit": "清溪镇人民政府", "level": "乡镇", "scope": "本机关", "zero": false, "ledger": false}
		answer := p.post("/template", asked)
		require.Equal(t, http.StatusOK, answer.StatusCode)
		book, err := io.ReadAll(answer.Body)
		require.NoError(t, err)
		r, err := workbook.Read(book)
		require.NoError(t, err)
		return r
	}
	assert.Empty(t, made().Indicators)
	var b bytes.Buffer
	require.NoError(t, settings.Write(&b))
	p.upload("/files?as=office&", "本县设置.xlsx", b.Bytes())
	assert.Contains(t, p.view("/start"), "填报表里带着本县的规定和附表")
	r := made()
	require.Len(t, r.Indicators, 1)
	assert.Equal(t, "发出收费通知的件数", r.Indicators[0].Name)
	carried, _, fault := office.LaidDown(r)
	require.NotNil(t, carried, fault)
	assert.Equal(t, "望禾县人民政府办公室", carried.Office)
	assert.Equal(t, []string{"石桥镇人民政府"}, carried.Settings.Neighbours)
}

// Mistakes in a settings workbook are told with their cells, until a better one takes its place.
func TestFaultySettings(t *testing.T) {
	p := open(t, web.Options{})
	faulty := &office.County{Settings: check.Settings{WrongWords: []check.Misspelling{{Wrong: "望和镇"}}}}
	var b bytes.Buffer
	require.NoError(t, faulty.Write(&b))
	assert.Equal(t, "/report/1", p.upload("/files?", "本县设置.xlsx", b.Bytes()))
	assert.Contains(t, p.view("/start"), "“易错词”A4：易错词“望和镇”没有写正确的词")
	b.Reset()
	faulty.Settings.WrongWords[0].Right = "望禾镇"
	require.NoError(t, faulty.Write(&b))
	assert.Equal(t, "/start", p.upload("/files?", "本县设置.xlsx", b.Bytes()))
	view := p.view("/start")
	assert.NotContains(t, view, "没有写正确的词")
	assert.Contains(t, view, "读入了本县设置“本县设置.xlsx”（0个单位）")
}

// Whatever cannot be read is counted the same wherever it is told, whether its name or only its contents say what it is, and goes out of
// hand together.
func TestUnreadFilesAreCountedOnceAndPutAwayTogether(t *testing.T) {
	p := open(t, web.Options{})
	for _, c := range []struct{ name, data string }{
		{"照片.jpg", "\xff\xd8\xff\xe0"}, {"照片改名.xlsx", "\xff\xd8\xff\xe0"}, {"年报.zip", "PK\x03\x04"}, {"空文件.xlsx", ""}, {"图纸.dwg", "AC1027"},
	} {
		p.upload("/files?", c.name, []byte(c.data))
	}
	p.upload("/files?", "清溪.xlsx", member(t, "清溪镇人民政府", nil))
	view := p.view("/reports")
	assert.Contains(t, view, "共6份，通过1份，不通过0份，读不了5份")
	assert.Contains(t, view, "读了1份，加了1个单位的，另有5份读不了")
	assert.NotContains(t, view, "之类")
	assert.Contains(t, view, "拿走读不了的（5份）")
	p.upload("/files?as=office&", "名单.csv", []byte("名称,层级,曾用名\n清溪镇人民政府,乡镇,\n年报镇人民政府,乡镇,\n"))
	assert.Contains(t, p.view("/reports"), "另有5份读不了", "of an office's members, too")
	require.Equal(t, http.StatusCreated, p.post("/reports/unread/close", map[string]any{}).StatusCode)
	view = p.view("/reports")
	assert.NotContains(t, view, "读不了的")
	assert.Contains(t, view, "清溪镇人民政府")
}

// A unit that hands in under a name that it had before is asked to bear that of today, as on the command line.
func TestAReportUnderAFormerName(t *testing.T) {
	p := open(t, web.Options{})
	p.upload("/files?as=office&", "名单.csv", []byte("名称,层级,曾用名\n清溪镇人民政府,乡镇,清溪乡人民政府\n石桥镇人民政府,乡镇,\n"))
	p.upload("/files?", "清溪.xlsx", member(t, "清溪乡人民政府", nil))
	_, register := p.get("/reports/register")
	f, err := excelize.OpenReader(strings.NewReader(register))
	require.NoError(t, err)
	rows, err := f.GetRows("问题清单")
	require.NoError(t, err)
	assert.Contains(t, strings.Join(slices.Concat(rows...), " "), "是以前的名称，现在是“清溪镇人民政府”")
}
