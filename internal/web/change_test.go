package web_test

import (
	"io"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/web"
	"nianbao/internal/workbook"
)

type typed map[string]any

// A total that was stated otherwise than it adds up stands for itself: what it should be can be typed where the finding leads.
func TestAStatedTotalIsMendedInItsOwnCell(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", filled(t, town, withFault))
	_, body := p.get(location)
	assert.Contains(t, body, `class="go" href="#c-requests.received.total"`)
	assert.Contains(t, body, `<output id="c-requests.granted.total"`, "others add themselves up")
	require.Equal(t, http.StatusCreated, p.post(location+"/changes", []typed{{"key": "requests.received.total", "before": "0", "text": "999"}}).StatusCode)
	assert.Equal(t, "999", p.bookOf(location).Figure("requests.received.total").Printed())
	assert.NotContains(t, p.view(location), "申请的行合计")
}

// bookOf is the report in the workbook that the page gives.
func (p page) bookOf(location string) *model.Report {
	status, book := p.get(location + "/files/workbook")
	require.Equal(p.t, http.StatusOK, status)
	r, err := workbook.Read([]byte(book))
	require.NoError(p.t, err)
	return r
}

func TestChangesGoIntoTheWorkbook(t *testing.T) {
	p := open(t, web.Options{})
	data := filled(t, town, withFault)
	was, err := workbook.Read(data)
	require.NoError(t, err)
	location := p.upload("/files?", "填报.xlsx", data)
	texts := was.Texts["narrative.overview"]
	sound := filledReport(t).Figure("requests.received.natural_person").Printed()

	answer := p.post(location+"/changes", []typed{
		{"key": "requests.received.natural_person", "before": "999", "text": sound},
		{"key": "unit.phone", "before": was.Field("unit.phone"), "text": "000-66554433"},
		{"key": "narrative.overview", "paragraph": 1, "before": texts[0].Text, "text": texts[0].Text + "补一句。"},
		{"key": "narrative.problems", "paragraph": 0, "before": "", "text": "新加的一段。"},
	})
	said, _ := io.ReadAll(answer.Body)
	require.Equal(t, http.StatusCreated, answer.StatusCode, string(said))
	now := p.bookOf(location)
	assert.Equal(t, sound, now.Figure("requests.received.natural_person").Printed())
	assert.Equal(t, "000-66554433", now.Field("unit.phone"))
	assert.Equal(t, texts[0].Text+"补一句。", now.Texts["narrative.overview"][0].Text)
	problems := now.Texts["narrative.problems"]
	assert.Equal(t, "新加的一段。", problems[len(problems)-1].Text)

	view := p.view(location)
	assert.Contains(t, view, "在这里改了4处")
	assert.Contains(t, view, "“999”改成“"+sound+"”")
	assert.Contains(t, view, "“存在的主要问题及改进情况”加了一段：“新加的一段。”")
	assert.Regexp(t, `改好了[1-9]`, view, "and what that mended")
	require.Equal(t, http.StatusCreated, p.post(location+"/undo", typed{}).StatusCode)
	assert.Equal(t, was.Digest(), p.bookOf(location).Digest())
}

func filledReport(t *testing.T) *model.Report {
	r, err := workbook.Read(filled(t, town, nil))
	require.NoError(t, err)
	return r
}

func TestChangesOfWhatStandsOtherwiseAreRefused(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", filled(t, town, nil))
	before := p.bookOf(location).Digest()
	for _, c := range []struct {
		why  string
		what typed
	}{
		{"another number stands there", typed{"key": "requests.received.natural_person", "before": "12345", "text": "1"}},
		{"a total adds itself up", typed{"key": "requests.received.total", "before": "", "text": "1"}},
		{"a key that is none", typed{"key": "requests.nobody", "before": "", "text": "1"}},
		{"a paragraph beyond the last", typed{"key": "narrative.overview", "paragraph": 500, "before": "", "text": "多"}},
		{"one before the first", typed{"key": "narrative.overview", "paragraph": -1, "before": "", "text": "多"}},
	} {
		answer := p.post(location+"/changes", []typed{{"key": "unit.phone", "before": "", "text": "x"}, c.what})
		assert.Equal(t, http.StatusUnprocessableEntity, answer.StatusCode, c.why)
		assert.Equal(t, before, p.bookOf(location).Digest(), "all or nothing: "+c.why)
	}
	told, err := io.ReadAll(p.post(location+"/changes", []typed{{"key": "requests.received.natural_person", "before": "12345", "text": "1"}}).Body)
	require.NoError(t, err)
	assert.Regexp(t, `D6里写的和校验时不同，可能在别的窗口里改过；请刷新这一页，看了现在写的再改。$`, string(told), "a figure is no text")
}

// Every view has one first heading.
func TestOneFirstHeading(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", filled(t, town, nil))
	for _, view := range []string{"/start", "/reports", "/guide", location, location + "/pages", location + "/edited", location + "/upward"} {
		_, body := p.get(view)
		assert.Equal(t, 1, strings.Count(body, "<h1"), view)
	}
}

func TestMarksAreMended(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", filled(t, town, func(r *model.Report) {
		r.Texts["narrative.problems"] = append(r.Texts["narrative.problems"], model.Paragraph{Text: "公开不够及时,还要从制度上、流程上、人员上一一改进。。"})
	}))
	assert.Contains(t, p.view(location), "改正标点、空格（2处）")
	require.Equal(t, http.StatusCreated, p.post(location+"/mend", typed{}).StatusCode)
	problems := p.bookOf(location).Texts["narrative.problems"]
	assert.Equal(t, "公开不够及时，还要从制度上、流程上、人员上一一改进。", problems[len(problems)-1].Text)
	assert.Contains(t, p.view(location), "在这里改了2处")
	assert.Equal(t, http.StatusConflict, p.post(location+"/mend", typed{}).StatusCode)
}

// Nothing that was typed on the page is gone without a word.
func TestChangesThatAFileDoesNotHoldAreTold(t *testing.T) {
	p := open(t, web.Options{})
	data := filled(t, town, nil)
	location := p.upload("/files?", "填报.xlsx", data)
	before := p.bookOf(location).Field("unit.phone")
	require.Equal(t, http.StatusCreated, p.post(location+"/changes", []typed{{"key": "unit.phone", "before": before, "text": "000-11112222"}}).StatusCode)
	_, changed := p.get(location + "/files/workbook")
	p.upload("/files?", "填报.xlsx", data)
	view := p.view(location)
	assert.Contains(t, view, "这些修改不在刚放进来的文件里")
	assert.Contains(t, view, "改成“000-11112222”")
	p.upload("/files?", "填报_修改.xlsx", []byte(changed))
	require.Equal(t, http.StatusCreated, p.post(location+"/changes", []typed{{"key": "unit.phone", "before": "000-11112222", "text": "000-33334444"}}).StatusCode)
	_, changed = p.get(location + "/files/workbook")
	p.upload("/files?", "填报_修改.xlsx", []byte(changed))
	assert.NotContains(t, p.view(location), "这些修改不在", "the changed file holds it")
}

// An unreadable file that came in place of a report is taken away alone: the report stands again, as where all such files are taken away.
func TestTakingAwayWhatCannotBeReadLeavesWhatStoodBefore(t *testing.T) {
	p := open(t, web.Options{})
	data := filled(t, town, withFault)
	location := p.upload("/files?", "填报.xlsx", data)
	sound := p.view(location)
	require.Equal(t, location, p.upload("/files?", "填报.xlsx", data[:len(data)/2]))
	require.Contains(t, p.view(location), "读不了")
	answer := p.post(location+"/close", typed{})
	told, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	assert.Equal(t, location, answer.Header.Get("Location"))
	assert.Equal(t, "“填报.xlsx”已经拿走，换回了以前的“填报.xlsx”", string(told))
	assert.Equal(t, sound, p.view(location))
	assert.Equal(t, "/start", p.post(location+"/close", typed{}).Header.Get("Location"))
	status, _ := p.get(location)
	assert.Equal(t, http.StatusNotFound, status, "a report that can be read is taken away")

	unreadable := p.upload("/files?", "坏.xlsx", data[:len(data)/2])
	assert.Equal(t, "/start", p.post(unreadable+"/close", typed{}).Header.Get("Location"))
	status, _ = p.get(unreadable)
	assert.Equal(t, http.StatusNotFound, status, "nothing stood before it")
}

// A file that comes in by the name of a report takes nothing away that was typed on the page, whether or not it can be read.
func TestAFileOfTheSameNameTakesNothingTypedAway(t *testing.T) {
	const name, phone = "填报.xlsx", "000-11112222"
	data := filled(t, town, nil)
	half := data[:len(data)/2]
	of := func(unit string) []byte {
		return filled(t, town, func(r *model.Report) { r.Fields["unit.name"] = model.Field{Text: unit} })
	}
	changed := func(p page) (location string) {
		location = p.upload("/files?", name, data)
		before := p.bookOf(location).Field("unit.phone")
		require.Equal(t, http.StatusCreated, p.post(location+"/changes", []typed{{"key": "unit.phone", "before": before, "text": phone}}).StatusCode)
		return location
	}
	for _, c := range []struct {
		why       string
		goes      func(p page, report string)
		shows     []string
		goesBack  bool // by one step
		otherwise bool // the report stands as it was changed without that
	}{
		{"a program is still writing the file", func(p page, report string) { p.upload("/files?", name, half) },
			[]string{"读不了", "改成“" + phone + "”", "换回以前的那一份"}, true, false},
		{"it cannot be read twice", func(p page, report string) { p.upload("/files?", name, half); p.upload("/files?", name, half[:100]) },
			[]string{"读不了", "改成“" + phone + "”"}, true, false},
		{"it can be read and does not hold what was typed", func(p page, report string) { p.upload("/files?", name, data) },
			[]string{"这些修改不在刚放进来的文件里", "改成“" + phone + "”", "换回以前的那一份"}, true, false},
		{"it was written when it came again", func(p page, report string) { p.upload("/files?", name, half); p.upload("/files?", name, data) },
			[]string{"这些修改不在刚放进来的文件里", "改成“" + phone + "”"}, true, false},
		{"it is saved again and again", func(p page, report string) {
			for _, problem := range []string{"一", "二", "三"} {
				p.upload("/files?", name, filled(t, town, func(r *model.Report) {
					r.Texts["narrative.problems"] = append(r.Texts["narrative.problems"], model.Paragraph{Text: "问题" + problem + "。"})
				}))
			}
		}, []string{"这些修改不在刚放进来的文件里", "改成“" + phone + "”"}, true, false},
		{"a copy of the file as it came is none of the file as it was changed", func(p page, report string) {
			p.upload("/files?", name, data)
			other := open(t, web.Options{})
			_, marked := other.get(other.upload("/files?", name, data) + "/files/marked")
			p.upload("/files?", "填报_校验.xlsx", []byte(marked))
			p.upload("/files?", name, data)
		}, []string{"这些修改不在刚放进来的文件里", "改成“" + phone + "”"}, true, false},
		{"what cannot be read is taken away", func(p page, report string) {
			p.upload("/files?", name, half)
			require.Equal(t, http.StatusCreated, p.post("/reports/unread/close", typed{}).StatusCode)
		}, []string{"在这里改了1处"}, false, true},
		{"another unit's report comes by its name", func(p page, report string) {
			p.upload("/files?", name, half)
			require.NotEqual(t, report, p.upload("/files?", name, of("石桥镇人民政府")))
		}, []string{"在这里改了1处"}, false, true},
		{"the office's settings come by its name", func(p page, report string) {
			p.upload("/files?", name, half)
			_, settings := p.get("/settings")
			require.Equal(t, "/reports", p.upload("/files?", name, []byte(settings)))
		}, []string{"在这里改了1处"}, false, true},
	} {
		p := open(t, web.Options{})
		report := changed(p)
		c.goes(p, report)
		view := p.view(report)
		for _, shown := range c.shows {
			assert.Contains(t, view, shown, c.why)
		}
		if c.goesBack {
			require.Equal(t, http.StatusCreated, p.post(report+"/undo", typed{}).StatusCode, c.why)
		}
		assert.Equal(t, phone, p.bookOf(report).Field("unit.phone"), c.why)
		view = p.view(report)
		assert.Contains(t, view, "在这里改了1处", c.why)
		assert.NotContains(t, view, "这些修改不在", c.why)
		require.Equal(t, http.StatusCreated, p.post(report+"/undo", typed{}).StatusCode, c.why)
		assert.Equal(t, http.StatusConflict, p.post(report+"/undo", typed{}).StatusCode, c.why+": there is nothing before the file")
	}
}

// Explanations are none of the report, and typed all the same.
func TestAnExplanationThatAFileDoesNotHoldIsTold(t *testing.T) {
	p := open(t, web.Options{})
	data := filled(t, town, func(r *model.Report) {
		r.Texts["narrative.overview"] = append(r.Texts["narrative.overview"], model.Paragraph{Text: "全年共收到政府信息公开申请3210件。"})
	})
	location := p.upload("/files?", "填报.xlsx", data)
	_, body := p.get(location)
	number := between(body, `data-changes="`+location+`/changes"><label for="a-`, `"`)
	require.Equal(t, http.StatusCreated, p.post(location+"/changes", []typed{{"number": number, "before": "", "text": "经核实，文中的说法属实。"}}).StatusCode)
	_, explained := p.get(location + "/files/workbook")
	p.upload("/files?", "填报.xlsx", data)
	assert.Contains(t, p.view(location), "这些修改不在刚放进来的文件里")
	p.upload("/files?", "填报.xlsx", []byte(explained))
	assert.NotContains(t, p.view(location), "这些修改不在")
}

func TestExplanationsGoIntoTheWorkbook(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", filled(t, town, func(r *model.Report) {
		r.Texts["narrative.overview"] = append(r.Texts["narrative.overview"], model.Paragraph{Text: "全年共收到政府信息公开申请3210件。"})
	}))
	_, body := p.get(location)
	number := between(body, `data-changes="`+location+`/changes"><label for="a-`, `"`)
	require.Len(t, number, 6, "a 核实 finding takes an explanation")
	answer := p.post(location+"/changes", []typed{{"number": number, "before": "", "text": "经核实，文中的说法属实。"}})
	require.Equal(t, http.StatusCreated, answer.StatusCode)
	_, body = p.get(location)
	assert.Contains(t, body, `value="经核实，文中的说法属实。"`)
	assert.Contains(t, p.view(location), "已说明的1处")
	answers := p.bookOf(location).Answers
	require.Len(t, answers, 1)
	assert.Equal(t, number, answers[0].Number)
}

func between(text, start, end string) string {
	_, rest, _ := strings.Cut(text, start)
	found, _, _ := strings.Cut(rest, end)
	return found
}

// What came as data or as a published report is mended in a fresh workbook.
func TestChangesToAReportThatIsNoWorkbook(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "数据.json", exchanged(t, town))
	was := filledReport(t).Figure("requests.received.natural_person").Printed()
	answer := p.post(location+"/changes", []typed{{"key": "requests.received.natural_person", "before": was, "text": "77"}})
	said, _ := io.ReadAll(answer.Body)
	require.Equal(t, http.StatusCreated, answer.StatusCode, string(said))
	assert.Equal(t, "77", p.bookOf(location).Figure("requests.received.natural_person").Printed())
}

// A report that came as a page or a document has no workbook yet: what is made of it says so, and for which year; a page is nothing that
// anybody saves again.
func TestAReportThatIsNoWorkbookOffersWhatItHas(t *testing.T) {
	p := open(t, web.Options{})
	book := p.upload("/files?", "填报.xlsx", filled(t, town, func(r *model.Report) {
		r.Figures["proactive.licensing.decisions"] = model.ParseFigure(form.Count, "5") // the text says that there were none
	}))
	_, made := p.get(book + "/files/html")
	_, document := p.get(book + "/files/docx")
	page, doc := p.upload("/files?", "网上.html", []byte(made)), p.upload("/files?", "文档.docx", []byte(document))
	for _, c := range []struct {
		why, path   string
		offers, not []string
	}{
		{"a workbook", book, []string{"标出问题的填报表", "写进填报表", "在WPS、Excel里每次保存"}, []string{"转成"}},
		{"a web page", page, []string{"转成2024年度的填报表", "转成填报表，标出问题", "写进转成的填报表"}, []string{"盯着", " 写进填报表", "新的填报表"}},
		{"a document", doc, []string{"转成2024年度的填报表", "在WPS、Word里每次保存"}, []string{"Excel"}},
	} {
		view := p.view(c.path)
		for _, offered := range c.offers {
			assert.Contains(t, view, offered, c.why)
		}
		for _, not := range c.not {
			assert.NotContains(t, view, not, c.why)
		}
	}
}
