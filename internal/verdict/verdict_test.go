package verdict_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/line"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
	"nianbao/internal/sample"
	"nianbao/internal/verdict"
)

// outcomes are one that passes, one with findings of all kinds, one that could not be read.
func outcomes(t *testing.T) []verdict.Outcome {
	sound := sample.Report(t, "e-town-2024")
	broken := sample.Report(t, "f-county-2023")
	last := sample.Report(t, "f-county-2023")
	for _, row := range []string{"granted", "carried_out"} { // two rows with gaps, to be told row by row
		for _, column := range []string{"enterprise", "research"} {
			broken.Figures[form.Key("requests."+row+"."+column)] = model.Value{}
		}
	}
	for _, text := range []string{"甲", "乙", "丙", "=丁"} { // many strays of a sheet are told together
		broken.Strays = append(broken.Strays, model.Stray{Text: text, Place: model.Place{Sheet: "三、依申请公开", Ref: "L3"}})
	}
	broken.Lost = []form.Key{"unit.phone"}
	list := []verdict.Outcome{
		{File: "望禾.xlsx", Report: sound, Findings: check.Run(&check.Input{Report: sound})},
		{File: "青垣\x1b[31m.xlsx", Report: broken, Findings: check.Run(&check.Input{Report: broken, Last: last}), Notes: []string{"没有和上年比较"}},
		{File: "坏.xlsx", Err: errors.New("文件已损坏")},
	}
	for i, f := range list[1].Findings {
		if f.Level == check.Query {
			list[1].Findings[i].Explanation = "情况属实。"
			break
		}
	}
	return list
}

func word(r remedy.Remedy) string {
	return map[remedy.Action]string{remedy.RestoreCells: "请撤销删除", remedy.ExplainApart: "请另写一份说明", remedy.CheckMembers: "请一起校验", remedy.ExplainInSum: "请写在汇总表里"}[r.Action]
}

func told(t *testing.T, writer func(*bytes.Buffer) verdict.Writer, list []verdict.Outcome) string {
	var b bytes.Buffer
	w := writer(&b)
	for _, o := range list {
		require.NoError(t, w.Write(o))
	}
	require.NoError(t, w.Close())
	return b.String()
}

func TestText(t *testing.T) {
	text := func(list []verdict.Outcome, strict bool) string {
		return told(t, func(b *bytes.Buffer) verdict.Writer {
			return verdict.NewText(b, verdict.Options{Strict: strict, Word: word})
		}, list)
	}
	all := outcomes(t)
	sample.Golden(t, "testdata/text.golden", text(all, false))
	assert.NotContains(t, text(all, false), "\x1b", "what a report holds cannot steer the terminal")
	noted := verdict.Outcome{File: "a", Report: all[0].Report, Notes: []string{"“\x1b[2J甲\n.xlsx”也是这个单位、这个年度的"}}
	assert.Contains(t, text([]verdict.Outcome{noted}, false), "  “〈U+001B〉[2J甲〈换行〉.xlsx”也是", "nor can the name of a file")
	lastLine := func(list []verdict.Outcome, strict bool) string {
		lines := strings.Split(strings.TrimSpace(text(list, strict)), "\n")
		return lines[len(lines)-1]
	}
	query := verdict.Outcome{File: "a", Report: all[0].Report, Findings: []check.Finding{{Level: check.Query, Cells: []check.Cell{{}}, Fingerprint: "a1b2c3d4"}}}
	assert.Equal(t, "结论：通过，没有发现问题。", lastLine(all[:1], false))
	assert.Equal(t, "结论：读不了，没有校验。", lastLine(all[2:], false))
	assert.Equal(t, "结论：通过（强制0处，核实1处，提示0处）。核实的请改正，或写明说明。", lastLine([]verdict.Outcome{query}, false))
	assert.Equal(t, "结论：不通过（强制0处，核实1处，提示0处）。核实的请改正，或写明说明。", lastLine([]verdict.Outcome{query}, true), "a strict check")
	assert.Regexp(t, `^结论：共3份，通过1份，不通过1份，读不了1份（强制\d+处，核实\d+处，提示\d+处，已说明1处）。不通过的：青垣县人民政府2023年。读不了的：坏\.xlsx。$`, lastLine(all, false))
	for _, c := range []struct {
		why  string
		of   verdict.Outcome
		want string
	}{
		{"a sum, of which alone this is said", verdict.Outcome{Report: all[0].Report, Members: &verdict.Members{Own: "汇总表"}}, "结论：2024年度，汇总表通过，没有发现问题。各单位的年报没有校验，请一起校验。"},
		{"one to which something is still missing", verdict.Outcome{Report: all[0].Report, Members: &verdict.Members{Own: "汇总表"}, Open: []string{"单位的名称"}},
			"结论：2024年度，汇总表的数没有发现问题。还没有填的：单位的名称。各单位的年报没有校验，请一起校验。"},
		{"what the office wrote, with members that do not pass", verdict.Outcome{Report: all[0].Report, Findings: query.Findings, Members: &verdict.Members{Own: "本级的年报", Checked: "各单位的年报校验了，共3个单位：不通过1，通过2"}},
			"结论：2024年度，本级的年报通过（强制0处，核实1处，提示0处）。核实的请改正，或写明说明。各单位的年报校验了，共3个单位：不通过1，通过2。"},
	} {
		assert.Equal(t, c.want, lastLine([]verdict.Outcome{c.of}, false), c.why)
	}
	sum := verdict.Outcome{Report: all[0].Report, Findings: query.Findings, Members: &verdict.Members{Own: "汇总表"}}
	assert.Contains(t, text([]verdict.Outcome{sum}, false), "：请改正；情况属实的，请写在汇总表里。", "whatever the sum was made of, there is a workbook of it")
	var many []verdict.Outcome
	for i := range 12 {
		many = append(many, all[1])
		many[i].File = fmt.Sprintf("%d.xlsx", i)
	}
	assert.Regexp(t, `。不通过的：青垣县人民政府、青垣县人民政府（1\.xlsx）、.*（4\.xlsx）等12份。$`, lastLine(many, false), "of many the first, told apart by their files")
}

func TestRegister(t *testing.T) {
	register := func(list []verdict.Outcome) string {
		return told(t, func(b *bytes.Buffer) verdict.Writer {
			return verdict.NewRegister(b, new(bytes.Buffer), verdict.Options{Word: word})
		}, list)
	}
	all := outcomes(t)
	twin := all[0]
	all[0].Alike, twin.Alike = []string{"望禾.xlsx", "望禾2.xlsx"}, []string{"望禾.xlsx", "望禾2.xlsx"}
	twin.File = "望禾2.xlsx"
	unnamed := sample.Report(t, "a-town-2022")
	unnamed.Fields["unit.name"], unnamed.Fields["report.year"] = model.Field{}, model.Field{}
	long := sample.Report(t, "a-town-2022")
	long.Fields["unit.name"] = model.Field{Text: strings.Repeat("清溪", 50)}
	all = append(all, twin, verdict.Outcome{File: "空.xlsx", Report: unnamed}, verdict.Outcome{File: "长.xlsx", Report: long})
	sample.Golden(t, "testdata/register.golden", register(all))
	assert.Equal(t, "登记（共0份）\n  单位  年度  结论  强制  核实  提示  文件\n\n结论：通过，没有发现问题。\n", register(nil))
}

// Nothing of a report but its line in the register waits in memory.
func TestRegisterKeepsNoFindings(t *testing.T) {
	var out bytes.Buffer
	var spooled counter
	w := verdict.NewRegister(&out, &spooled, verdict.Options{})
	all := outcomes(t)
	for range 100 {
		before := spooled
		require.NoError(t, w.Write(all[1]))
		assert.Greater(t, spooled-before, counter(1000), "what is told goes to the spool at once")
		require.NoError(t, w.Write(all[0]))
	}
	assert.Zero(t, out.Len(), "the register stands first, so nothing is told before all are known")
}

// counter counts what is written to it, and holds nothing.
type counter int

func (c *counter) Write(p []byte) (int, error) { *c += counter(len(p)); return len(p), nil }

func (c *counter) Read([]byte) (int, error) { return 0, io.EOF }

func TestJSON(t *testing.T) {
	var found struct {
		Schema  string
		Reports []struct {
			File, Verdict, Error string
			Counts               verdict.Counts
			Notes                []string
			Findings             []struct {
				Rule, Remedy, Explanation string
				Cells                     []struct{ Key, Role string }
			}
		}
	}
	written := func(list []verdict.Outcome) string {
		return told(t, func(b *bytes.Buffer) verdict.Writer { return verdict.NewJSON(b, verdict.Options{Word: word}) }, list)
	}
	all := outcomes(t)
	require.NoError(t, json.Unmarshal([]byte(written(all)), &found))
	assert.Equal(t, verdict.Schema, found.Schema)
	require.Len(t, found.Reports, 3)
	assert.Equal(t, []string{"pass", "fail", "unreadable"}, []string{found.Reports[0].Verdict, found.Reports[1].Verdict, found.Reports[2].Verdict})
	assert.Equal(t, "文件已损坏", found.Reports[2].Error)
	assert.Equal(t, all[1].Counts(), found.Reports[1].Counts)
	require.Len(t, found.Reports[1].Findings, len(all[1].Findings), "nothing is told together for programs")
	for i, f := range found.Reports[1].Findings {
		assert.Equal(t, all[1].Findings[i].Rule, f.Rule)
		assert.Len(t, f.Cells, len(all[1].Findings[i].Cells))
		assert.Equal(t, all[1].Findings[i].Remedy.Action == remedy.RestoreCells, f.Remedy == "请撤销删除。", f.Rule)
	}
	var indented bytes.Buffer
	require.NoError(t, json.Indent(&indented, []byte(written(all)), "", "  "))
	assert.Equal(t, indented.String(), written(all), "written piece by piece as it would be in one")
	require.NoError(t, json.Unmarshal([]byte(written(nil)), &found), "without any outcome too")
	assert.Empty(t, found.Reports)
}

func TestJSONLines(t *testing.T) {
	var whole struct{ Reports []json.RawMessage }
	all := outcomes(t)
	require.NoError(t, json.Unmarshal([]byte(told(t, func(b *bytes.Buffer) verdict.Writer { return verdict.NewJSON(b, verdict.Options{Word: word}) }, all)), &whole))
	text := told(t, func(b *bytes.Buffer) verdict.Writer { return verdict.NewJSONLines(b, verdict.Options{Word: word}) }, all)
	lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
	require.Len(t, lines, len(all), "one for each report, also for the one that could not be read")
	for i, one := range lines {
		assert.JSONEq(t, string(whole.Reports[i]), one, "the same as in one object")
		assert.NotContains(t, one, "\x1b")
	}
	assert.Contains(t, lines[2], `"error":"文件已损坏"`)
}

func TestCSV(t *testing.T) {
	all := outcomes(t)
	text := told(t, func(b *bytes.Buffer) verdict.Writer { return verdict.NewCSV(b, verdict.Options{Word: word}) }, all)
	rest, marked := strings.CutPrefix(text, "\ufeff")
	assert.True(t, marked, "spreadsheets take it for Chinese")
	rows, err := csv.NewReader(strings.NewReader(rest)).ReadAll()
	require.NoError(t, err)
	require.Len(t, rows, 1+1+len(all[0].Findings)+1+len(all[1].Findings)+1, "the heads, a line for each report, one for each finding")
	own := 0
	for _, row := range rows[1:] {
		require.Len(t, row, len(rows[0]), "every line has all columns")
		if slices.Contains([]string{"通过", "不通过", "读不了"}, row[3]) {
			own++
		}
	}
	assert.Equal(t, len(all), own, "every report has a line of its own")
	assert.Equal(t, []string{"望禾.xlsx", "望禾镇人民政府", "2024", "通过", "", "没有发现问题。"}, rows[1][:6])
	assert.Equal(t, []string{"0", "0", "0", "0"}, rows[1][15:19])
	for _, row := range rows[1:] {
		for _, cell := range row {
			assert.NotRegexp(t, `^[=@\t\r]`, cell, "nothing is taken for a formula")
		}
	}
	assert.Equal(t, []string{"坏.xlsx", "", "", "读不了", "", "文件已损坏"}, rows[len(rows)-1][:6])
	empty := told(t, func(b *bytes.Buffer) verdict.Writer { return verdict.NewCSV(b, verdict.Options{}) }, nil)
	assert.Equal(t, 1, strings.Count(empty, "\n"), "only the heads")
}

func TestRulesAreTold(t *testing.T) {
	var text, data bytes.Buffer
	require.NoError(t, verdict.WriteRules(&text))
	require.NoError(t, verdict.WriteRulesJSON(&data))
	var list []struct {
		ID       string
		Editions []string
	}
	require.NoError(t, json.Unmarshal(data.Bytes(), &list))
	require.Len(t, list, len(check.Catalogue()))
	for i, rule := range check.Catalogue() {
		assert.Equal(t, rule.ID, list[i].ID)
		assert.Contains(t, text.String(), rule.ID)
		var editions []string
		for _, e := range form.Editions() {
			if rule.Holds(e) {
				editions = append(editions, e.ID)
			}
		}
		assert.Equal(t, editions, list[i].Editions, rule.ID)
		var explained bytes.Buffer
		require.NoError(t, verdict.ExplainRule(&explained, rule, verdict.Options{Word: word}))
		for _, c := range rule.Cases() {
			assert.Contains(t, explained.String(), c.Why, rule.ID)
		}
	}
	for _, e := range form.Editions() {
		for _, c := range e.Cells() {
			var b bytes.Buffer
			ok, err := verdict.ExplainKey(&b, c.Key)
			require.NoError(t, err)
			assert.True(t, ok && strings.Contains(b.String(), c.Label()), string(c.Key))
		}
	}
	ok, err := verdict.ExplainKey(&text, "requests.received.nobody")
	assert.NoError(t, err)
	assert.False(t, ok)
}

// A published report has paragraphs, tables and numbers, no cells and no sheets.
func TestPublishedReportsAreToldInTheirOwnTerms(t *testing.T) {
	r := sample.Report(t, "f-county-2023") // with broken totals
	for k, v := range r.Figures {
		v.Place = model.Place{Ref: "“表”"}
		r.Figures[k] = v
	}
	r.Printed = &model.Printed{Title: r.Title()}
	r.Figures["requests.granted.enterprise"] = model.Value{}
	r.Figures["requests.granted.research"] = model.Value{State: model.Missing}
	r.Figures["proactive.normative.issued"] = model.ParseFigure(form.Count, "600")
	o := verdict.Outcome{File: "青垣.docx", Report: r, Findings: check.Run(&check.Input{Report: r})}
	text := told(t, func(b *bytes.Buffer) verdict.Writer { return verdict.NewText(b, verdict.Options{Word: word}) }, []verdict.Outcome{o})
	for _, want := range []string{"“（一）予以公开”的“商业企业”没有填，没有的请填0。", "“（一）予以公开”的“科研机构”这个数没有读出。（可能是读取的问题：", "有关的数：", "请另写一份说明。"} {
		assert.Contains(t, text, want)
	}
	assert.NotRegexp(t, `[一这几0-9]格|有关的格|“校验”一页`, text)
}

// The code of a report stands apart from its last finding, which it is none of.
func TestCodeStandsApart(t *testing.T) {
	o := verdict.Outcome{File: "望禾.xlsx", Report: sample.Report(t, "e-town-2024"), Code: "DW3GNEC7"}
	text := func() string {
		return told(t, func(b *bytes.Buffer) verdict.Writer { return verdict.NewText(b, verdict.Options{Word: word}) }, []verdict.Outcome{o})
	}
	assert.Contains(t, text(), "  没有发现问题。\n  内容码　DW3GNEC7\n")
	o.Findings = []check.Finding{finding(check.Info, "数字写法不规范。", "")}
	assert.Contains(t, text(), "数字写法不规范。\n\n  内容码　DW3GNEC7\n")
}

// Of the many cells of a column, those that hold 0 say nothing, and not all others are told.
func TestFewCellsAreTold(t *testing.T) {
	r := sample.Report(t, "e-town-2024")
	put := func(k form.Key, typed string) {
		v := model.ParseFigure(form.Count, typed)
		v.Place = r.Figures[k].Place
		r.Figures[k] = v
	}
	told := func() string {
		o := verdict.Outcome{File: "望禾.xlsx", Report: r, Findings: slices.DeleteFunc(check.Run(&check.Input{Report: r}), func(f check.Finding) bool { return f.Rule != "requests-outcome-total" })}
		return told(t, func(b *bytes.Buffer) verdict.Writer { return verdict.NewText(b, verdict.Options{Word: word}) }, []verdict.Outcome{o})
	}
	parts := r.Edition.Parts("requests.total.natural_person")
	put("requests.total.natural_person", "9")
	assert.Regexp(t, `有关的格：21格，都是0\n`, told())
	put(parts[0], "1")
	assert.Regexp(t, `有关的格：\S*“（一）予以公开”的“自然人”1；别的20格是0\n`, told())
	for _, k := range parts[:8] {
		put(k, "2")
	}
	assert.Regexp(t, `有关的格：\S*“（一）予以公开”的“自然人”2；(?:[^；]*2；){4}[^；]*2等8格；别的13格是0\n`, told())
}

// Where our reading may be at fault, every format says so, and blank cells that may not be blank are told one by one.
func TestDoubtIsTold(t *testing.T) {
	const doubt = "行名“科研机”读作“科研机构”"
	r := sample.Report(t, "e-town-2024")
	r.Printed = &model.Printed{Title: r.Title()}
	r.Figures["requests.granted.research"] = model.Value{Doubt: doubt, Place: model.Place{Ref: "第3页 表三 第6行"}}
	r.Figures["requests.granted.enterprise"] = model.Value{Place: model.Place{Ref: "第3页 表三 第6行"}}
	o := verdict.Outcome{File: "望禾.pdf", Report: r, Findings: slices.DeleteFunc(check.Run(&check.Input{Report: r}), func(f check.Finding) bool { return f.Rule != "figure-missing" })}
	require.Len(t, o.Findings, 2)
	text := told(t, func(b *bytes.Buffer) verdict.Writer { return verdict.NewText(b, verdict.Options{Word: word}) }, []verdict.Outcome{o})
	assert.Contains(t, text, "  核实·数字未填　第3页 表三 第6行　“（一）予以公开”的“科研机构”没有填，没有的请填0。（可能是读取的问题："+doubt+"，请对照原件）\n")
	assert.Contains(t, text, "原件有错的，请改正；没有错的，")
	assert.Contains(t, text, "  强制·数字未填　第3页 表三 第6行　“（一）予以公开”的“商业企业”没有填，没有的请填0。\n")

	var out struct {
		Reports []struct {
			Counts   verdict.Counts
			Findings []struct {
				Level string
				Doubt *bool
			}
		}
	}
	require.NoError(t, json.Unmarshal([]byte(told(t, func(b *bytes.Buffer) verdict.Writer { return verdict.NewJSON(b, verdict.Options{}) }, []verdict.Outcome{o})), &out))
	for _, f := range out.Reports[0].Findings {
		if f.Level == "fatal" {
			assert.Nil(t, f.Doubt, "a field that does not apply is absent")
		} else if assert.NotNil(t, f.Doubt) {
			assert.True(t, *f.Doubt)
		}
	}
	rows, err := csv.NewReader(strings.NewReader(told(t, func(b *bytes.Buffer) verdict.Writer { return verdict.NewCSV(b, verdict.Options{}) }, []verdict.Outcome{o}))).ReadAll()
	require.NoError(t, err)
	assert.ElementsMatch(t, []string{"读取存疑", "", "", doubt}, []string{rows[0][19], rows[1][19], rows[2][19], rows[3][19]})
	var explained bytes.Buffer
	for _, f := range o.Findings {
		require.NoError(t, verdict.ExplainFinding(&explained, o, f, verdict.Options{Word: word}))
	}
	assert.Contains(t, explained.String(), "可能是读取的问题："+doubt)
}

// What a writer wrote is known again without a seal, so that it may be written anew; nothing else is.
func TestUnsealedResults(t *testing.T) {
	writers := map[string]func(io.Writer, verdict.Options) verdict.Writer{
		"text": verdict.NewText, "JSON": verdict.NewJSON, "lines of JSON": verdict.NewJSONLines, "CSV": verdict.NewCSV,
		"a register": func(w io.Writer, o verdict.Options) verdict.Writer {
			return verdict.NewRegister(w, new(bytes.Buffer), o)
		},
		"text as of Windows": func(w io.Writer, o verdict.Options) verdict.Writer { return verdict.NewText(line.WindowsEnds(w), o) },
	}
	for why, writer := range writers {
		for n := range outcomes(t) {
			written := told(t, func(b *bytes.Buffer) verdict.Writer { return writer(b, verdict.Options{}) }, outcomes(t)[:n+1])
			assert.Equal(t, verdict.Written, verdict.StandingOf([]byte(written)), "%s of %d reports", why, n+1)
		}
	}
	for why, data := range map[string]string{
		"nothing":                                "",
		"notes":                                  "结论：请各镇再核对一遍。\n下周一开会。\n",
		"a report":                               string(sample.Read(t, "testdata/reports/e-town-2024.json")),
		"a table":                                "\ufeff文件,单位,电话\n",
		"somebody's JSON":                        `{"file": "a", "verdict": "pass"}`,
		"minutes that end with a conclusion":     "二〇二五年度第3次会议记录\n  参加：各股室。\n\n结论：同意公布。\n",
		"minutes that end with one of our words": "会议记录\n\n结论：通过，没有发现问题。\n",
		"notes that are nothing but a conclusion": "结论：通过，没有发现问题。\n",
		"JSON that begins with our schema":        `{"schema": "nianbao.findings/1", "note": "自己写的"}`,
		"and has reports of its own":              `{"schema": "nianbao.findings/1", "reports": [{"file": "甲", "memo": "自己写的"}]}`,
		"JSON with two values":                    `{"schema": "nianbao.findings/1", "reports": []} {"a": 1}`,
		"lines of JSON, one of them somebody's":   `{"file":"甲.xlsx","verdict":"pass","counts":{"fatal":0,"query":0,"info":0,"explained":0},"findings":[]}` + "\n{\"memo\":1}\n",
		"a table that begins with our heads":      "\ufeff文件,单位,年度,级别,位置,问题,电话\n甲.xlsx,清溪镇,2024,强制,,,1380000\n",
		"a table under our heads":                 "\ufeff文件,单位,年度,级别,位置,问题\n第一批,清溪镇,2024,已联系,,\n",
		"bytes":                                   "\xff\xfe\x00\xd8\x00",
	} {
		assert.Equal(t, verdict.Foreign, verdict.StandingOf([]byte(data)), why)
	}
}

// A place is told whole, and of cells that belong to no figure only where they are.
func TestPlacesAreToldWhole(t *testing.T) {
	r := sample.Report(t, "e-town-2024")
	hidden := func(role check.Role, label, ref string) check.Cell {
		return check.Cell{Role: role, Label: label, Value: "一大段话", Place: model.Place{Sheet: "五、问题及改进", Ref: ref}}
	}
	o := verdict.Outcome{File: "甲.xlsx", Report: r, Findings: []check.Finding{
		{Rule: "cell-lost", Level: check.Fatal, Message: "找不到。", Fingerprint: "a1b2c3d4", Cells: []check.Cell{{Key: "narrative.problems", Role: check.Subject, Label: "“五、存在的主要问题及改进情况”的文字"}}},
		{Rule: "struck-or-hidden", Level: check.Query, Message: "有4处。", Fingerprint: "b1b2c3d4",
			Cells: []check.Cell{hidden(check.Subject, "1处隐藏的内容", "A4"), hidden(check.Term, "", "A5"), hidden(check.Term, "", "A6"), hidden(check.Term, "", "A7")}},
	}}
	groups := o.Groups(verdict.Options{})
	require.Len(t, groups, 1)
	assert.Equal(t, "“五、存在的主要问题及改进情况”的文字", groups[0].Items[0].Place)
	assert.Equal(t, "A4", groups[0].Items[1].Place)
	assert.Equal(t, "A5、A6、A7", groups[0].Items[1].Terms)
}

// The preface stands under 基本信息, which does not tell that a finding is on it; the sections' headings tell theirs.
func TestTextsWithoutCellsAreNamed(t *testing.T) {
	r := sample.Report(t, "e-town-2024")
	r.Texts["narrative.preface"] = append(r.Texts["narrative.preface"], model.Paragraph{Text: "本报告由XX镇编制。"})
	r.Texts["narrative.overview"] = append(r.Texts["narrative.overview"], model.Paragraph{Text: "本报告由XX镇编制。"})
	o := verdict.Outcome{File: "甲.json", Report: r, Findings: check.Run(&check.Input{Report: r})}
	places := map[string][]string{}
	for _, g := range o.Groups(verdict.Options{}) {
		for _, i := range g.Items {
			places[g.Title] = append(places[g.Title], i.Place)
		}
	}
	assert.Contains(t, places["基本信息"], "前言第3段")
	assert.Contains(t, places["一、总体情况"], "第7段")
	var b bytes.Buffer
	w := verdict.NewText(&b, verdict.Options{})
	require.NoError(t, w.Write(o))
	assert.Contains(t, b.String(), "        在前言第3段。")
	assert.Contains(t, b.String(), "        在第7段。")
}
