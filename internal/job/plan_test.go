package job_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// A folder's report, its copies and what was written from it, in any order of their names.
func TestPlan(t *testing.T) {
	first := sample.Report(t, "a-town-2022")
	was := first.Figure("requests.received.natural_person").Printed()
	book := bookOf(t, first)
	copied := copyOf(t, book)
	const figure = "requests_received_natural_person"
	edited := given.Typed(t, copied, figure, "1")
	const page = "清溪镇人民政府2022年政府信息公开工作年度报告"
	pdf := []byte("%PDF-1.7 <xmp:CreatorTool>nianbao</xmp:CreatorTool>")
	foreign := []byte("%PDF-1.7")
	data := dataOf(t, first)
	changed := sample.Report(t, "a-town-2022")
	changed.Figures["requests.received.natural_person"] = model.ParseFigure(form.Count, "99")
	other := dataOf(t, changed)
	fragment := []byte(`<div lang="zh-CN" style="">`)
	nobodys := given.Typed(t, book, "unit_name", "")
	for _, c := range []struct {
		why    string
		files  []job.File
		inputs []string
		others []string
	}{
		{"a copy that nobody edited", []job.File{{"a.xlsx", book}, {"a_校验.xlsx", copied}}, []string{"a.xlsx"}, nil},
		{"also where it comes first, renamed", []job.File{{"1.xlsx", copied}, {"a.xlsx", book}}, []string{"a.xlsx"}, nil},
		{"an edited copy is the later version", []job.File{{"a.xlsx", book}, {"a_校验.xlsx", edited}}, []string{"a_校验.xlsx"}, nil},
		{"an original that was changed too is no longer what the copy was made from", []job.File{{"a.xlsx", given.Typed(t, book, figure, "7")}, {"a_校验.xlsx", edited}},
			[]string{"a.xlsx", "a_校验.xlsx"}, nil},
		{"the unit's name put right in the copy", []job.File{{"a.xlsx", book}, {"a_校验.xlsx", given.Typed(t, copied, "unit_name", "清溪镇政府")}}, []string{"a_校验.xlsx"}, nil},
		{"a mended copy that somebody edited", []job.File{{"a.xlsx", book}, {"a_修改.xlsx", given.Typed(t, mendedOf(t, book), figure, "1")}}, []string{"a_修改.xlsx"}, nil},
		{"a mended copy that nobody edited", []job.File{{"a.xlsx", book}, {"a_修改.xlsx", mendedOf(t, book)}}, []string{"a.xlsx"}, nil},
		{"one that was edited on the page is as good as edited by hand", []job.File{{"a.xlsx", book}, {"a_修改.xlsx", editedOf(t, book, "99")}}, []string{"a_修改.xlsx"}, nil},
		{"also after several edits, of which only the last was saved, by any name", []job.File{{"a.xlsx", book}, {"1.xlsx", editedOf(t, editedOf(t, book, "99"), "98")}}, []string{"1.xlsx"}, nil},
		{"on a marked copy, too", []job.File{{"a.xlsx", book}, {"a_校验.xlsx", copied}, {"a_校验_修改.xlsx", editedOf(t, editedOf(t, copied, "99"), "98")}}, []string{"a_校验_修改.xlsx"}, nil},
		{"it is passed over no less than another copy of the first", []job.File{{"a.xlsx", book}, {"a_校验.xlsx", edited}, {"b/a_校验.xlsx", copied}},
			[]string{"a_校验.xlsx"}, nil},
		{"two of them: nobody knows which", []job.File{{"a.xlsx", book}, {"a_修改.xlsx", given.Typed(t, copied, figure, "2")}, {"a_校验.xlsx", edited}},
			[]string{"a_修改.xlsx", "a_校验.xlsx"}, nil},
		{"the original is gone: a copy of it that nobody edited stands for it", []job.File{{"a_校验.xlsx", copied}, {"a_校验(1).xlsx", edited}}, []string{"a_校验(1).xlsx"}, nil},
		{"which is another unit's by now", []job.File{{"a_校验.xlsx", copied}, {"a_校验(1).xlsx", given.Typed(t, edited, "unit_name", "石桥镇人民政府")}}, []string{"a_校验.xlsx", "a_校验(1).xlsx"}, nil},
		{"a copy of an edited copy", []job.File{{"a_校验.xlsx", edited}, {"a_校验_校验.xlsx", copyOf(t, edited)}}, []string{"a_校验.xlsx"}, nil},
		{"edited in its turn", []job.File{{"a.xlsx", book}, {"a_校验.xlsx", edited}, {"a_校验_校验.xlsx", given.Typed(t, copyOf(t, edited), figure, "2")}},
			[]string{"a_校验_校验.xlsx"}, nil},
		{"the third in a row, which is called by its number", []job.File{{"a.xlsx", book}, {"a_校验.xlsx", edited}, {"a_校验2.xlsx", given.Typed(t, copyOf(t, edited), figure, "2")}},
			[]string{"a_校验2.xlsx"}, nil},
		{"in any order of their names", []job.File{{"1.xlsx", given.Typed(t, copyOf(t, edited), figure, "2")}, {"2.xlsx", edited}, {"3.xlsx", book}}, []string{"1.xlsx"}, nil},
		{"nobody has edited the last one yet", []job.File{{"a.xlsx", book}, {"a_校验.xlsx", edited}, {"a_校验2.xlsx", copyOf(t, edited)}}, []string{"a_校验.xlsx"}, nil},
		{"a copy that was made when the name of the first was taken", []job.File{{"a.xlsx", given.Typed(t, book, figure, "7")}, {"a_校验.xlsx", edited}, {"a_校验2.xlsx", copyOf(t, given.Typed(t, book, figure, "7"))}},
			[]string{"a.xlsx", "a_校验.xlsx"}, nil},
		{"edited back to what the first said: by its name it is the later", []job.File{{"a.xlsx", book}, {"a_校验.xlsx", edited}, {"a_校验2.xlsx", given.Typed(t, copyOf(t, edited), figure, was)}},
			[]string{"a_校验2.xlsx"}, nil},
		{"a report without a unit, and its copy", []job.File{{"a.xlsx", nobodys}, {"a_校验.xlsx", copyOf(t, nobodys)}}, []string{"a.xlsx"}, nil},
		{"renamed", []job.File{{"1.xlsx", copyOf(t, nobodys)}, {"a.xlsx", nobodys}}, []string{"a.xlsx"}, nil},
		{"of which the first was changed since", []job.File{{"a.xlsx", given.Typed(t, nobodys, figure, "7")}, {"a_校验.xlsx", copyOf(t, nobodys)}}, []string{"a.xlsx"}, nil},
		{"edited, still without a unit", []job.File{{"a.xlsx", nobodys}, {"a_校验.xlsx", given.Typed(t, copyOf(t, nobodys), figure, "1")}}, []string{"a_校验.xlsx"}, nil},
		{"of two that say the same, that which it is called after", []job.File{{"a.xlsx", nobodys}, {"a_校验.xlsx", given.Typed(t, copyOf(t, nobodys), figure, "1")}, {"b.xlsx", nobodys}},
			[]string{"a_校验.xlsx", "b.xlsx"}, nil},
		{"of none where the names do not tell", []job.File{{"a.xlsx", nobodys}, {"b.xlsx", nobodys}, {"c.xlsx", given.Typed(t, copyOf(t, nobodys), figure, "1")}},
			[]string{"a.xlsx", "b.xlsx", "c.xlsx"}, nil},
		{"edited, with a unit now, by another name", []job.File{{"1.xlsx", given.Typed(t, given.Typed(t, copyOf(t, nobodys), figure, "1"), "unit_name", "清溪镇人民政府")}, {"a.xlsx", nobodys}},
			[]string{"1.xlsx", "a.xlsx"}, nil},
		{"drafts and fragments", []job.File{{"a.xlsx", book}, {page + "（草稿）.pdf", pdf}, {page + "（草稿）.json", other}, {page + "（草稿）.txt", nil}, {page + "（正文）（草稿）.html", fragment}, {page + "（正文）.html", fragment}},
			[]string{"a.xlsx"}, nil},
		{"of a report without a unit", []job.File{{"a.xlsx", nobodys}, {"2022年政府信息公开工作年度报告（草稿）.pdf", pdf}}, []string{"a.xlsx"}, nil},
		{"a draft of a report that is not there is nobody's", []job.File{{"b.json", dataOf(t, sample.Report(t, "e-town-2024"))}, {page + "（草稿）.pdf", pdf}}, []string{"b.json"}, nil},
		{"data of a draft, from before", []job.File{{"a.json", data}, {page + "（草稿）.json", other}}, []string{"a.json"}, nil},
		{"data of a draft, and nothing else", []job.File{{page + "（草稿）.json", other}, {"b.json", dataOf(t, sample.Report(t, "e-town-2024"))}}, []string{page + "（草稿）.json", "b.json"}, nil},
		{"edited back to what the first said: each could be made from the other", []job.File{{"a_校验.xlsx", edited}, {"b.xlsx", given.Typed(t, copyOf(t, edited), figure, was)}},
			[]string{"a_校验.xlsx", "b.xlsx"}, nil},
		{"pages of a copy whose first is gone", []job.File{{page + ".pdf", pdf}, {page + ".json", data}, {page + ".txt", nil}, {"a_校验.xlsx", copied}},
			[]string{"a_校验.xlsx"}, nil},
		{"pages of an edited one", []job.File{{page + ".pdf", pdf}, {"a_校验.xlsx", edited}}, []string{"a_校验.xlsx"}, nil},
		{"pages before the data that they were written from", []job.File{{page + ".pdf", pdf}, {"数据.json", data}}, []string{"数据.json"}, nil},
		{"data twice", []job.File{{"a/数据.json", data}, {"b/数据.json", data}}, []string{"a/数据.json"}, nil},
		{"data that differ", []job.File{{"a/数据.json", data}, {"b/数据.json", other}}, []string{"a/数据.json", "b/数据.json"}, nil},
		{"a page whose report is not there", []job.File{{"a.json", dataOf(t, sample.Report(t, "e-town-2024"))}, {page + ".pdf", pdf}, {page + ".txt", nil}},
			[]string{"a.json", page + ".pdf"}, []string{page + ".txt"}},
		{"somebody else's page of that name", []job.File{{"a.xlsx", book}, {page + ".pdf", foreign}}, []string{"a.xlsx", page + ".pdf"}, nil},
		{"text beside the only report", []job.File{{"a.xlsx", book}, {page + ".txt", nil}, {"说明.txt", nil}, {page + ".jpg", nil}},
			[]string{"a.xlsx"}, []string{"说明.txt", page + ".jpg"}},
		{"names that chat programs and mailboxes changed", []job.File{{"甲.xlsx(1)", book}, {"乙.json（2）", dataOf(t, sample.Report(t, "e-town-2024"))}}, []string{"甲.xlsx(1)", "乙.json（2）"}, nil},
		{"names without an extension, which what is in them tells", []job.File{{"a.json", dataOf(t, sample.Report(t, "e-town-2024"))}, {"清溪镇", book}, {"清溪镇1.20报", foreign}, {"数据", data}},
			[]string{"a.json", "清溪镇", "清溪镇1.20报"}, nil},
		{"what is none by what is in it, and what by its name is something else", []job.File{{"a.xlsx", book}, {"说明", []byte("各单位：")}, {"设置", []byte(`{"a": 1}`)}, {"b.bak", book}, {"坏", []byte("PK")}},
			[]string{"a.xlsx"}, []string{"说明", "设置", "b.bak", "坏"}},
		{"findings, a line for each report", []job.File{{"a.xlsx", book}, {"结果.json", []byte(`{"file":"a.xlsx","verdict":"pass","counts":{"fatal":0,"query":0,"info":0,"explained":0},"findings":[]}` + "\n")}}, []string{"a.xlsx"}, nil},
		{"findings", []job.File{{"a.xlsx", book}, {"结果.json", []byte(`{"schema": "nianbao.findings/1", "reports": []}`)}}, []string{"a.xlsx"}, nil},
	} {
		var sources []job.Source
		for _, f := range c.files {
			sources = append(sources, found(f.Name, f.Data))
		}
		plan := job.NewPlan(sources)
		assert.Equal(t, c.inputs, namesOf(plan), c.why)
		assert.Subset(t, plan.Reads(), c.inputs, c.why)
		assert.Equal(t, c.others, append([]string(nil), plan.Others...), c.why)
	}

	chain := job.NewPlan([]job.Source{found("a.xlsx", book), found("a_校验.xlsx", edited), found("a_校验2.xlsx", given.Typed(t, copyOf(t, edited), figure, "2"))})
	assert.Equal(t, []string{"a_校验2.xlsx", "a_校验.xlsx", "a.xlsx"}, chain.Reads(), "all that was replaced is kept from being written over")
	assert.Equal(t, []string{"a_校验.xlsx", "a.xlsx"}, chain.Inputs[0].Replaced())

	alone := job.NewPlan([]job.Source{found("a_校验.xlsx", copied), found("a_校验(1).xlsx", edited)})
	assert.Equal(t, []string{"a_校验.xlsx"}, alone.Inputs[0].Replaced(), "it is told what became of the copy")

	opened := found("b.bak", dataOf(t, sample.Report(t, "e-town-2024")))
	opened.Opened = true
	assert.Equal(t, []string{"a.xlsx", "b.bak"}, namesOf(job.NewPlan([]job.Source{found("a.xlsx", book), opened})), "what was read already counts, whatever it is called")

	plan := job.NewPlan([]job.Source{job.From("a.xlsx", book), found("a_校验.xlsx", edited)})
	assert.Equal(t, []string{"a.xlsx", "a_校验.xlsx"}, namesOf(plan), "what was named itself is read")

	plan = job.NewPlan([]job.Source{found("a.xlsx", book), found("a_校验.xlsx", edited), found("b/a_校验.xlsx", copied), found(page+".pdf", pdf)})
	assert.ElementsMatch(t, []string{"a_校验.xlsx", "a.xlsx"}, plan.Reads(), "what was written from these may be written anew")
}

// Whoever edits one copy and writes explanations into another loses neither.
func TestExplanationsInACopyOfWhatWasReplaced(t *testing.T) {
	book, k := questionable(t)
	first := k.Check(given.Planned(book))
	require.NoError(t, first.Err)
	marked, err := job.Marked(first, nil)
	require.NoError(t, err)
	explained := given.Changed(t, marked.Data, func(f *excelize.File) {
		for row := 4; row <= 3+len(first.Findings); row++ {
			require.NoError(t, f.SetCellStr("校验结果", fmt.Sprintf("E%d", row), "情况属实。"))
		}
	})
	plan := job.NewPlan([]job.Source{
		found("a.xlsx", first.Contents), found("a_修改.xlsx", given.Typed(t, copyOf(t, first.Contents), "unit_phone", "0000-00000000")), found("a_校验.xlsx", explained),
	})
	require.Equal(t, []string{"a_修改.xlsx"}, namesOf(plan))
	now := k.Check(plan.Inputs[0])
	require.NoError(t, now.Err)
	assert.Equal(t, first.Counts().Query, now.Counts().Explained)
}

// found is a file of a folder.
func found(name string, data []byte) job.Source {
	s := job.From(name, data)
	s.Found = true
	return s
}

func namesOf(p job.Plan) (names []string) {
	for _, in := range p.Inputs {
		names = append(names, in.Name)
	}
	return names
}

func bookOf(t *testing.T, r *model.Report) []byte {
	var out bytes.Buffer
	_, err := workbook.Write(&out, r, workbook.Options{})
	require.NoError(t, err)
	return out.Bytes()
}

func copyOf(t *testing.T, book []byte) []byte {
	var out bytes.Buffer
	require.NoError(t, workbook.Mark(&out, book, nil))
	return out.Bytes()
}

// mendedOf is a mended copy: its texts are no longer those of the workbook.
func mendedOf(t *testing.T, book []byte) []byte {
	r, err := workbook.Read(book)
	require.NoError(t, err)
	p := r.Texts["narrative.overview"][0]
	var out bytes.Buffer
	require.NoError(t, workbook.Mend(&out, book, []workbook.Change{{Key: "narrative.overview", Paragraph: 1, Before: p.Text, After: p.Text + "（改）"}}))
	return out.Bytes()
}

// editedOf is a copy in which a figure was changed on the page.
func editedOf(t *testing.T, book []byte, typed string) []byte {
	r, err := workbook.Read(book)
	require.NoError(t, err)
	const key form.Key = "requests.received.natural_person"
	copied, err := job.Edited(job.Checked{Outcome: verdict.Outcome{File: "a.xlsx", Report: r}, Contents: book},
		[]workbook.Change{{Key: key, Before: r.Figure(key).Text, After: typed}})
	require.NoError(t, err)
	assert.Contains(t, copied.Name, "a_修改")
	return copied.Data
}

func dataOf(t *testing.T, r *model.Report) []byte {
	var out bytes.Buffer
	require.NoError(t, exchange.Write(&out, r))
	return out.Bytes()
}

// page is what names this program as the maker of a PDF.
var page = []byte("%PDF-<xmp:CreatorTool>nianbao</xmp:CreatorTool>")

func TestPagesOfReportsThatLieThereAreNoInputs(t *testing.T) {
	report := string(sample.Read(t, "testdata/reports/e-town-2024.json"))
	long := strings.Repeat("清溪镇", 40)
	for _, c := range []struct{ why, unit, file string }{
		{"under the name that it was given", "望禾镇", "望禾镇2024年政府信息公开工作年度报告.pdf"},
		{"named otherwise behind the year", "望禾镇", "望禾镇2024年报（送审）.pdf"},
		{"a unit with a year in its name", "2020年新城镇", "2020年新城镇2024年政府信息公开工作年度报告.pdf"},
		{"in capital letters", "a镇", "A镇2024年政府信息公开工作年度报告.PDF"},
		{"whose name was cut", long, job.FileName(long+"2024年政府信息公开工作年度报告") + ".pdf"},
	} {
		named := []byte(strings.ReplaceAll(report, "望禾镇人民政府", c.unit))
		plan := job.NewPlan([]job.Source{found("甲.json", named), found(c.file, page)})
		require.Len(t, plan.Inputs, 1, c.why)
		assert.Equal(t, "甲.json", plan.Inputs[0].Name, c.why)
		plan = job.NewPlan([]job.Source{found("甲.json", named), found("石桥"+c.file, page)})
		assert.Len(t, plan.Inputs, 2, "%s: that of another unit", c.why)
	}
}

// Reports whose pages some file systems take for one file are told to each other, so that none of them writes over another's.
func TestReportsThatWouldBeOneFile(t *testing.T) {
	report := string(sample.Read(t, "testdata/reports/e-town-2024.json"))
	for _, c := range []struct {
		why, one, other string
		same            bool
	}{
		{"the same unit", "望禾镇", "望禾镇", true},
		{"in capital letters, which Windows does not tell from small ones", "望禾县A区管理委员会", "望禾县a区管理委员会", true},
		{"an accent by itself, which macOS writes as one letter", "望禾县Café管理委员会", "望禾县Cafe\u0301管理委员会", true},
		{"no unit, in both", "", "", true},
		{"two units", "望禾县A区管理委员会", "望禾县B区管理委员会", false},
	} {
		of := func(unit string) []byte { return []byte(strings.ReplaceAll(report, "望禾镇人民政府", unit)) }
		plan := job.NewPlan([]job.Source{job.From("甲.json", of(c.one)), job.From("乙.json", of(c.other))})
		require.Len(t, plan.Inputs, 2, c.why)
		var same []string
		if c.same {
			same = []string{"甲.json", "乙.json"}
		}
		assert.Equal(t, same, plan.Inputs[0].SameName, c.why)
		assert.Equal(t, same, plan.Inputs[1].SameName, c.why)
	}
}

// What lies there and was not meant is told by whoever was given it, in the same words.
func TestPlanNotes(t *testing.T) {
	var drafts []string
	for i := range 7 {
		drafts = append(drafts, fmt.Sprintf("各镇/%d（草稿）.pdf", i))
	}
	for _, c := range []struct {
		why  string
		plan job.Plan
		want []string
	}{
		{"nothing", job.Plan{Others: []string{"图.png"}, Sums: []string{"汇总.xlsx"}}, nil},
		{"a draft, which may be meant", job.Plan{Drafts: drafts[:1]}, []string{"另有1个草稿，它们的填报表不在这里，没有看：0（草稿）.pdf；GiveAlone"}},
		{"many of them", job.Plan{Drafts: drafts}, []string{"另有7个草稿，它们的填报表不在这里，没有看：0（草稿）.pdf、1（草稿）.pdf、2（草稿）.pdf、3（草稿）.pdf、4（草稿）.pdf等；GiveAlone"}},
		{"forms as they were sent, of one name in two folders", job.Plan{Blanks: []string{"甲/空.xlsx", "乙/空.xlsx"}},
			[]string{"另有2份填报表还是发下去的样子，没有填，那个单位另有填好的，没有看：甲/空.xlsx、乙/空.xlsx"}},
	} {
		var told []string
		for _, note := range c.plan.Notes() {
			told = append(told, remedy.Told(note, func(r remedy.Remedy) string {
				assert.Equal(t, remedy.GiveAlone, r.Action, c.why)
				return "GiveAlone"
			}))
		}
		assert.Equal(t, c.want, told, c.why)
	}
}

func TestTwinNote(t *testing.T) {
	for _, c := range []struct {
		why    string
		others []string
		equal  bool
		chosen string
		want   string
	}{
		{"one that says something else", []string{"乙.xlsx"}, false, "", "“乙.xlsx”也是这个单位、这个年度的，请核对用哪一份"},
		{"several", []string{"乙.xlsx", "丙.xlsx"}, false, "", "“乙.xlsx”等2份也是这个单位、这个年度的，请核对用哪一份"},
		{"the office has chosen", []string{"乙.xlsx"}, false, "丙.xlsx", "“乙.xlsx”也是这个单位、这个年度的，登记里写的是采用“丙.xlsx”"},
		{"which makes no difference where they say the same", []string{"乙.xlsx"}, true, "丙.xlsx", "“乙.xlsx”也是这个单位、这个年度的，内容也相同，留一份就行"},
	} {
		assert.Equal(t, c.want, job.TwinNote(c.others, c.equal, c.chosen), c.why)
	}
}

// What the plan does grows with the files, and not with their square.
func TestPlanningIsLinear(t *testing.T) {
	report := string(sample.Read(t, "testdata/reports/e-town-2024.json"))
	steps := func(units int) float64 {
		var sources []job.Source
		for n := range units {
			unit := fmt.Sprintf("第%d镇人民政府", n)
			sources = append(sources, found(unit+".json", []byte(strings.ReplaceAll(report, "望禾镇人民政府", unit))),
				found(unit+"2024年政府信息公开工作年度报告.pdf", page), found(unit+"2023年.pdf", page))
		}
		return testing.AllocsPerRun(1, func() { job.NewPlan(sources) })
	}
	assert.Less(t, steps(320), 9*steps(40))
}

// A marked copy may hold what a clerk explained. One that cannot be read is told, and does not keep the report from being checked.
func TestExplanationsThatCannotBeRead(t *testing.T) {
	p := given.Planned(sample.ReportFile(t, "e-town-2024"))
	for why, open := range map[string]func() ([]byte, error){
		"damaged":        func() ([]byte, error) { return []byte("PK\x03\x04"), nil },
		"cannot be open": func() ([]byte, error) { return nil, errors.New("打不开：没有权限") },
	} {
		p.Copies = func() []job.Source { return []job.Source{{Name: "e-town-2024_校验.xlsx", Open: open}} }
		c := given.Checker(t).Check(p)
		require.NoError(t, c.Err, why)
		require.Len(t, c.Notes, 1, why)
		assert.Contains(t, c.Notes[0], "e-town-2024_校验.xlsx”读不了，里面如果写了说明，没有算上：", why)
	}
	p.Copies = func() []job.Source { return nil }
	assert.Empty(t, given.Checker(t).Check(p).Notes, "there is none, mostly")
}
