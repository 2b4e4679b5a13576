package web_test

import (
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/job"
	"nianbao/internal/office"
	"nianbao/internal/sample"
	"nianbao/internal/web"
	"nianbao/internal/workbook"
)

// slipWith is a slip on which something is typed in the first row of figures.
func slipWith(t *testing.T, data, typed string) []byte { return slipWithAt(t, data, "C7", typed) }

func slipWithAt(t *testing.T, data, cell, typed string) []byte {
	book, err := excelize.OpenReader(strings.NewReader(data))
	require.NoError(t, err)
	require.NoError(t, book.SetCellValue("取数单", cell, typed))
	var b bytes.Buffer
	require.NoError(t, book.Write(&b))
	return b.Bytes()
}

// A clerk takes slips for the stations, and drops them filled in behind the workbook: the figures stand in it, and the step can be undone.
func TestSlipsOnThePage(t *testing.T) {
	p := open(t, web.Options{})
	asked := map[string]any{"year": 2025, "unit": "清溪镇人民政府", "level": "乡镇", "scope": "本机关", "zero": false, "ledger": false}
	answer := p.post("/slips", asked)
	require.Equal(t, http.StatusOK, answer.StatusCode)
	zip, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	slips := sample.Unzip(t, zip)
	assert.Len(t, slips, 9, "a workbook and a PDF for each of four, and what nobody is asked for")
	assert.Contains(t, slips["要自己统计的.txt"], "没有列进取数单、要自己统计的：规章、依申请公开。")
	answer = p.post("/template", asked)
	book, err := io.ReadAll(answer.Body)
	require.NoError(t, err)

	penalties := slips["取数单_综合执法队_清溪镇人民政府2025年.xlsx"]
	location := p.upload("/files?", "取数单_综合执法队.xlsx", slipWith(t, penalties, "12"))
	assert.Equal(t, "/start", location, "there is nothing yet to take it into")
	assert.Contains(t, p.view("/start"), "“取数单_综合执法队.xlsx”是“清溪镇人民政府”2025年度的取数单，手里还没有这个单位、这个年度的填报表")
	report := p.upload("/files?", "填报.xlsx", book)
	assert.Contains(t, p.view(report), "“行政处罚”：12，来自“取数单_综合执法队.xlsx”（综合执法队）", "it waited")
	assert.NotContains(t, p.view("/start"), "手里还没有这个单位")
	assert.Equal(t, report, p.upload("/files?", "取数单_综合执法队.xlsx", slipWith(t, penalties, "12")))
	figure := func() string {
		_, data := p.get(report + "/files/workbook")
		r, err := workbook.Read([]byte(data))
		require.NoError(t, err)
		return r.Figure("proactive.penalties.decisions").Printed()
	}
	assert.Equal(t, "12", figure())
	assert.Contains(t, p.view(report), "“行政处罚”：12，来自“取数单_综合执法队.xlsx”（综合执法队）")

	// Another one that says something else: neither is taken. The first one again, mended: both agree.
	p.upload("/files?", "又一份.xlsx", slipWith(t, penalties, "13"))
	assert.NotContains(t, p.view(report), "“行政处罚”：12，来自")
	assert.Regexp(t, `取数单里还有\d处没有取.*“行政处罚”：.*是12，.*是13，不一样，都没有取，请核对`, p.view(report))
	p.upload("/files?", "取数单_综合执法队.xlsx", slipWith(t, penalties, "13"))
	assert.Equal(t, "13", figure())
	assert.NotContains(t, p.view(report), "不一样，都没有取")
	p.upload("/files?", "看不懂.xlsx", slipWith(t, penalties, "约10"))
	assert.Contains(t, p.view(report), "“行政处罚”填的是“约10”，没有取")
	changed := []map[string]any{{"key": "proactive.penalties.decisions", "paragraph": 0, "before": "13", "text": "10"}}
	require.Equal(t, http.StatusCreated, p.post(report+"/changes", changed).StatusCode)
	assert.Contains(t, p.view(report), "填报表里已经填了10", "it is told as it stands")

	// What is left to decide on is a part of the verdict, leads to its cell, and can be put there; once it is seen, all stays as it is.
	_, page := p.get(report)
	assert.Regexp(t, `role="status">[^<]*；另有\d处没有取的，请您决定<`, page)
	assert.Contains(t, page, `<a class="go" href="#c-proactive.penalties.decisions" data-terms="">去改</a> <button type="button" data-fill="c-proactive.penalties.decisions" data-value="13">改成13</button>`)
	require.Equal(t, http.StatusCreated, p.post(report+"/undo", map[string]any{}).StatusCode)
	require.Equal(t, http.StatusCreated, p.post(report+"/undo", map[string]any{}).StatusCode)
	assert.NotContains(t, p.view(report), "“行政处罚”：13，来自")
	require.Contains(t, p.view(report), "请您决定")
	require.Equal(t, http.StatusCreated, p.post(report+"/decided", map[string]any{}).StatusCode)
	assert.NotContains(t, p.view(report), "请您决定")

	// What the county laid down in the workbook that it sent out is followed.
	county := &office.County{Supplies: []office.Supply{{Part: "行政处罚", Offices: []string{"执法大队"}}}}
	r, _, err := job.Blank(2025, "石桥镇人民政府", "乡镇", nil, "")
	require.NoError(t, err)
	var sent bytes.Buffer
	_, err = workbook.Write(&sent, r, workbook.Options{Lists: []workbook.List{county.Sheet()}})
	require.NoError(t, err)
	p.upload("/files?", "石桥.xlsx", sent.Bytes())
	asked["unit"] = "石桥镇人民政府"
	answer = p.post("/slips", asked)
	require.Equal(t, http.StatusOK, answer.StatusCode)
	zip, err = io.ReadAll(answer.Body)
	require.NoError(t, err)
	assert.Contains(t, sample.Unzip(t, zip), "取数单_执法大队_石桥镇人民政府2025年.xlsx")

	// Where all of the form is asked for, nothing is left to say.
	whole := &office.County{}
	for _, part := range []string{"规章", "行政规范性文件", "行政许可", "行政处罚", "行政强制", "行政事业性收费", "依申请公开", "行政复议", "行政诉讼"} {
		whole.Supplies = append(whole.Supplies, office.Supply{Part: part, Offices: []string{"综合办"}})
	}
	var settings bytes.Buffer
	require.NoError(t, whole.Write(&settings))
	p.upload("/files?as=office&", "本县设置.xlsx", settings.Bytes())
	answer = p.post("/slips", asked)
	require.Equal(t, http.StatusOK, answer.StatusCode)
	zip, err = io.ReadAll(answer.Body)
	require.NoError(t, err)
	assert.Len(t, sample.Unzip(t, zip), 2, "a workbook and a PDF for all in one")

	asked["unit"] = ""
	assert.Equal(t, http.StatusUnprocessableEntity, p.post("/slips", asked).StatusCode, "nobody knows whose slips they are")
}

// slipsAsked are the slips for a unit, by the office that fills them in, and its blank workbook.
func slipsAsked(p page) (slips func(office string) string, book []byte) {
	asked := map[string]any{"year": 2025, "unit": "清溪镇人民政府", "level": "乡镇", "scope": "本机关", "zero": false, "ledger": false}
	zip, err := io.ReadAll(p.post("/slips", asked).Body)
	require.NoError(p.t, err)
	book, err = io.ReadAll(p.post("/template", asked).Body)
	require.NoError(p.t, err)
	files := sample.Unzip(p.t, zip)
	return func(office string) string { return files["取数单_"+office+"_清溪镇人民政府2025年.xlsx"] }, book
}

// told is what is said of a file that is handed over.
func (p page) told(name string, data []byte) string {
	told, err := io.ReadAll(p.ask("POST", "/files?name="+url.QueryEscape(name), web.File, bytes.NewReader(data)).Body)
	require.NoError(p.t, err)
	return string(told)
}

// What the slips before one made was the first version that is kept, so that nothing is left without it: the figures stand, and the slip is
// taken beside them.
func TestASlipWhereNoVersionIsLeftWithout(t *testing.T) {
	slips, book := slipsAsked(open(t, web.Options{}))
	penalties := slips("综合执法队")
	room := int64(len(book)*2 + len(penalties)*4) // for two versions, and not for a third
	for _, c := range []struct {
		why   string
		most  int64 // bytes in hand; 0 for as many as usual
		edits int
	}{
		{"there were more versions than are kept", 0, 29},
		{"there was no room for more", room, 1},
	} {
		t.Run(c.why, func(t *testing.T) {
			p := open(t, web.Options{Most: c.most})
			report := p.upload("/files?", "填报.xlsx", book)
			p.upload("/files?", "取数单_综合执法队.xlsx", slipWith(t, penalties, "12"))
			for n := range c.edits {
				changed := []typed{{"key": "unit.phone", "before": p.bookOf(report).Field("unit.phone"), "text": fmt.Sprintf("000-665500%02d", n)}}
				require.Equal(t, http.StatusCreated, p.post(report+"/changes", changed).StatusCode)
			}
			for p.post(report+"/undo", typed{}).StatusCode == http.StatusCreated {
			}
			figure := func() string { return p.bookOf(report).Figure("proactive.penalties.decisions").Printed() }
			require.Equal(t, "12", figure(), "the slip was given up with the versions before it, and cannot be taken back")
			assert.Contains(t, p.told("又一份.xlsx", slipWith(t, penalties, "13")), "填报表里已经填了12，“又一份.xlsx”（综合执法队）是13，没有改，请核对")
			assert.Equal(t, "12", figure())
			for _, view := range []string{"/start", "/reports", report + "/pages"} {
				p.view(view)
			}
		})
	}
}

// What the slips before one gave stands, if that one cannot be written in.
func TestASlipThatCannotBeWrittenInTakesNothingAway(t *testing.T) {
	p := open(t, web.Options{})
	slips, data := slipsAsked(p)
	r, err := workbook.Read(data)
	require.NoError(t, err)
	cell := r.Figure("proactive.compulsion.decisions").Place.Ref
	shared := regexp.MustCompile(`<c r="` + cell + `"( s="\d+")/?>(</c>)?`)
	cells := 0
	data = sample.Rezip(t, data, func(name, content string) string {
		return shared.ReplaceAllStringFunc(content, func(c string) string {
			cells++
			return shared.ReplaceAllString(c, `<c r="`+cell+`"$1 t="str"><f t="array" ref="`+cell+`:Z99">""</f><v></v></c>`)
		})
	})
	require.NotZero(t, cells)

	report := p.upload("/files?", "填报.xlsx", data)
	p.upload("/files?", "取数单_综合执法队.xlsx", slipWith(t, slips("综合执法队"), "12"))
	figure := func() string { return p.bookOf(report).Figure("proactive.penalties.decisions").Printed() }
	require.Equal(t, "12", figure())
	second := slipWithAt(t, slips("综合执法队"), "C8", "3")
	assert.Contains(t, p.told("又一份.xlsx", second), "和别的格共用一个公式，不能在这里改，请在填报表里改")
	assert.Equal(t, "12", figure())
	assert.Contains(t, p.view(report), "“行政处罚”：12，来自")
	require.Equal(t, http.StatusCreated, p.post(report+"/undo", typed{}).StatusCode)
	assert.Empty(t, figure(), "it is still what the slip made")
}

// A slip that was given anew and undone leaves the one before it, with what is open on that.
func TestUndoLeavesTheSlipThatStands(t *testing.T) {
	p := open(t, web.Options{})
	slips, book := slipsAsked(p)
	report := p.upload("/files?", "填报.xlsx", book)
	const name, blank = "取数单_综合执法队.xlsx", "还有1项没有填：行政强制"
	p.upload("/files?", name, slipWith(t, slips("综合执法队"), "12"))
	require.Contains(t, p.view(report), blank)
	changed := []typed{{"key": "unit.phone", "before": "", "text": "000-66550000"}}
	require.Equal(t, http.StatusCreated, p.post(report+"/changes", changed).StatusCode)
	p.upload("/files?", name, slipWithAt(t, string(slipWith(t, slips("综合执法队"), "12")), "C8", "3"))
	require.NotContains(t, p.view(report), blank)
	require.Equal(t, http.StatusCreated, p.post(report+"/undo", typed{}).StatusCode)
	assert.Contains(t, p.view(report), blank)
}

// What is open on slips stays open when the workbook is saved again.
func TestSlipsStayWhenTheWorkbookIsSavedAgain(t *testing.T) {
	p := open(t, web.Options{})
	slips, book := slipsAsked(p)
	report := p.upload("/files?", "填报.xlsx", book)
	p.upload("/files?", "取数单_综合执法队.xlsx", slipWith(t, slips("综合执法队"), "约10"))
	const left = "“行政处罚”填的是“约10”，没有取"
	require.Contains(t, p.view(report), left)
	var saved bytes.Buffer
	require.NoError(t, workbook.Edit(&saved, book, []workbook.Change{{Key: "unit.phone", After: "000-66550000"}}))
	require.Equal(t, report, p.upload("/files?", "填报.xlsx", saved.Bytes()))
	assert.Contains(t, p.view(report), left)
}

// slipOfTown is the slip of one station for the report that most tests begin with.
func slipOfTown(p page) string {
	zip, err := io.ReadAll(p.post("/slips", map[string]any{"year": 2024, "unit": "望禾镇人民政府", "level": "乡镇", "scope": "本机关", "zero": false, "ledger": false}).Body)
	require.NoError(p.t, err)
	return sample.Unzip(p.t, zip)["取数单_综合执法队_望禾镇人民政府2024年.xlsx"]
}

// A report in which nothing is found is not done as long as a slip says otherwise.
func TestASlipThatSaysOtherwiseIsSeenInTheVerdict(t *testing.T) {
	p := open(t, web.Options{})
	report := p.upload("/files?", "填报.xlsx", filled(t, town, nil))
	_, page := p.get(report)
	require.Contains(t, page, `<p class="verdict pass" role="status">通过：没有发现问题</p>`)
	p.upload("/files?", "取数单.xlsx", slipWith(t, slipOfTown(p), "15"))
	_, page = p.get(report)
	assert.Regexp(t, `<p class="verdict query" role="status">通过：没有发现问题；另有\d处没有取的，请您决定</p>`, page)
	p.post(report+"/decided", map[string]any{})
	_, page = p.get(report)
	assert.Contains(t, page, `<p class="verdict pass" role="status">通过：没有发现问题</p>`)
}
