package web_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"

	"nianbao/internal/budget"
	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/office"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
	"nianbao/internal/web"
	"nianbao/internal/workbook"
)

// page is the page in a test, with what it answers.
type page struct {
	t       *testing.T
	handler http.Handler
}

func open(t *testing.T, o web.Options) page {
	if o.Now == nil {
		o.Now = func() time.Time { return time.Date(2026, 1, 10, 9, 0, 0, 0, time.UTC) }
	}
	h, err := web.New(o)
	require.NoError(t, err)
	return page{t, h}
}

func (p page) ask(method, target, kind string, body io.Reader) *http.Response {
	r := httptest.NewRequest(method, target, body)
	if kind != "" {
		r.Header.Set("Content-Type", kind)
	}
	w := httptest.NewRecorder()
	p.handler.ServeHTTP(w, r)
	return w.Result()
}

func (p page) get(target string) (status int, body string) {
	answer := p.ask("GET", target, "", nil)
	text, err := io.ReadAll(answer.Body)
	require.NoError(p.t, err)
	return answer.StatusCode, string(text)
}

// view is what a view shows, as people read it.
func (p page) view(target string) string {
	status, body := p.get(target)
	require.Equal(p.t, http.StatusOK, status, body)
	return textOf(p.t, body)
}

// upload hands a file over, and gives the view that shows it.
func (p page) upload(to, name string, data []byte) (location string) {
	location, _, told := p.handOver(to, name, data)
	require.NotEmpty(p.t, location, told)
	return location
}

// handOver gives also whether the file changed anything, and what was told of it; location is "" where it was refused.
func (p page) handOver(to, name string, data []byte) (location string, isNew bool, told string) {
	answer := p.ask("POST", to+"name="+url.QueryEscape(name), web.File, bytes.NewReader(data))
	said, err := io.ReadAll(answer.Body)
	require.NoError(p.t, err)
	return answer.Header.Get("Location"), answer.StatusCode == http.StatusCreated, string(said)
}

func (p page) post(to string, data any) *http.Response {
	body, err := json.Marshal(data)
	require.NoError(p.t, err)
	return p.ask("POST", to, web.Answers, bytes.NewReader(body))
}

// textOf is the text of a page, its pieces parted by single blanks.
func textOf(t *testing.T, page string) string {
	root, err := html.Parse(strings.NewReader(page))
	require.NoError(t, err)
	var words []string
	for n := range root.Descendants() {
		switch {
		case n.Type == html.TextNode:
			words = append(words, strings.Fields(n.Data)...)
		case n.Type == html.ElementNode && n.Data == "input":
			for _, a := range n.Attr {
				if a.Key == "value" {
					words = append(words, a.Val)
				}
			}
		}
	}
	return strings.Join(words, " ")
}

// filled is a workbook with the report of a sample, changed.
func filled(t *testing.T, name string, change func(r *model.Report)) []byte {
	r := sample.Report(t, name)
	if change != nil {
		change(r)
	}
	var b bytes.Buffer
	_, err := workbook.Write(&b, r, workbook.Options{})
	require.NoError(t, err)
	return b.Bytes()
}

const town = "e-town-2024"

// withFault breaks the balance of table three.
func withFault(r *model.Report) {
	r.Figures["requests.received.natural_person"] = model.ParseFigure(form.Count, "999")
}

func TestStartAsksForTheYearThatIsDue(t *testing.T) {
	for _, c := range []struct {
		why  string
		now  time.Time
		year string
	}{
		{"notices go out in December, which begins in China", time.Date(2026, 11, 30, 16, 0, 0, 0, time.UTC), "2026"},
		{"the day before, it is the last one", time.Date(2026, 11, 30, 15, 59, 0, 0, time.UTC), "2025"},
		{"reports are written in January", time.Date(2027, 1, 20, 0, 0, 0, 0, time.UTC), "2026"},
	} {
		p := open(t, web.Options{Now: func() time.Time { return c.now }})
		_, body := p.get("/start")
		assert.Contains(t, body, `max="2099" required value="`+c.year+`"`, c.why)
	}
}

// The page says of PDFs no more than it reads.
func TestThePageSaysWhichPDFsItReads(t *testing.T) {
	p := open(t, web.Options{})
	_, whole := p.get("/")
	location := p.upload("/files?", "填报.xlsx", filled(t, town, nil))
	for _, text := range []string{p.view("/start"), whole, p.view(location + "/edited")} {
		assert.Contains(t, text, job.ReadablePDFs)
		assert.Contains(t, text, job.OtherPDFs)
	}
}

// When what is in hand goes is told as it is: with the page, or with the program that serves it.
func TestWhatIsInHandGoes(t *testing.T) {
	for _, c := range []struct {
		stays bool
		told  string
	}{{false, "关掉这一页就没有了"}, {true, "关掉这一页还在，关掉程序就没有了"}} {
		_, page := open(t, web.Options{Stays: c.stays}).get("/")
		assert.Contains(t, page, c.told)
	}
}

func TestTemplate(t *testing.T) {
	p := open(t, web.Options{})
	answer := p.post("/template", map[string]any{"year": 2025, "unit": " 清溪镇人民政府 ", "level": "乡镇", "zero": true})
	require.Equal(t, http.StatusOK, answer.StatusCode)
	assert.Contains(t, answer.Header.Get("Content-Disposition"), url.PathEscape("清溪镇人民政府2025年政府信息公开年报填报.xlsx"))
	data, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	r, err := workbook.Read(data)
	require.NoError(t, err)
	assert.Equal(t, []string{"清溪镇人民政府", "乡镇", "2025"}, []string{r.Unit(), r.Field("unit.level"), r.Field("report.year")})
	assert.True(t, r.Figure("requests.received.natural_person").IsZero(), "zero was asked for")
}

// What is taken away takes what was said of it along.
func TestNothingStaysOfWhatIsTakenAway(t *testing.T) {
	p := open(t, web.Options{})
	last := filled(t, town, nil)
	p.upload("/files?as=last&", "去年.xlsx", last)
	p.post("/last/former", nil)
	p.post("/reports/clear", nil)
	p.upload("/files?as=last&", "去年.xlsx", last)
	before, err := workbook.Read(last)
	require.NoError(t, err)
	year, _ := before.Year()
	answer := p.post("/template", map[string]any{"year": year + 1, "unit": "", "level": "", "zero": false})
	assert.Equal(t, http.StatusOK, answer.StatusCode, "they are the unit's own again")
}

func TestTemplateTakesOverFromLastYear(t *testing.T) {
	p := open(t, web.Options{})
	last := filled(t, town, nil)
	require.Equal(t, "/start", p.upload("/files?as=last&", "去年.xlsx", last))
	before, err := workbook.Read(last)
	require.NoError(t, err)
	start := p.view("/start")
	assert.Contains(t, start, "去年.xlsx："+before.Title())
	assert.Contains(t, start, before.Unit(), "so that nobody types it again")

	year, _ := before.Year()
	answer := p.post("/template", map[string]any{"year": year + 1, "unit": before.Unit(), "level": before.Field("unit.level"), "zero": false})
	require.Equal(t, http.StatusOK, answer.StatusCode)
	data, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	r, err := workbook.Read(data)
	require.NoError(t, err)
	assert.Equal(t, before.Field("unit.phone"), r.Field("unit.phone"))
	assert.Equal(t, before.Figure("requests.carried_out.natural_person").Printed(), r.Figure("requests.carried_in.natural_person").Printed())

	answer = p.post("/template", map[string]any{"year": year, "unit": "", "level": "", "zero": false})
	said, _ := io.ReadAll(answer.Body)
	assert.Equal(t, http.StatusUnprocessableEntity, answer.StatusCode)
	assert.Contains(t, string(said), "上年的应是", "a wrong year is said, not taken")
}

func TestReport(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", filled(t, town, withFault))
	assert.Equal(t, "/report/1", location)
	status, body := p.get(location)
	require.Equal(t, http.StatusOK, status)
	assert.Regexp(t, `<p class="verdict fail" role="status">不通过：必须改的问题\d+处`, body)
	assert.Contains(t, body, `<input id="c-requests.received.natural_person" data-key="requests.received.natural_person"`)
	assert.Regexp(t, `<td class="fatal"><input id="c-requests\.`, body, "the faulty cell is marked")
	assert.Contains(t, body, `href="#c-requests.`, "and a finding leads to it")
	for _, id := range targets(body) {
		assert.Contains(t, body, `id="`+id+`"`, "what a finding leads to is there")
		assert.NotContains(t, body, `<output id="`+id+`"`, "and can be filled in")
	}
	assert.Contains(t, body, "去改（先看“本年新收·自然人”）")
}

// targets are the ids that the findings of a view lead to.
func targets(body string) (ids []string) {
	for _, part := range strings.Split(body, `class="go" href="#`)[1:] {
		id, _, _ := strings.Cut(part, `"`)
		ids = append(ids, id)
	}
	return ids
}

func TestAFileThatCannotBeRead(t *testing.T) {
	for _, c := range []struct {
		why, name string
		data      []byte
		said      string
	}{
		{"a picture", "照片.jpg", []byte("\xff\xd8\xff\xe0JFIF"), "是图片"},
		{"nothing", "空.xlsx", nil, "是空文件"},
		{"an archive", "各镇.zip", sample.Zip(t, "清溪镇.xlsx", "…"), "请先解压"},
		{"no report", "通知.txt", []byte("关于召开会议的通知"), "不是年报"},
		{"a damaged workbook", "坏.xlsx", []byte("PK\x03\x04坏了"), "读不了"},
	} {
		t.Run(c.why, func(t *testing.T) {
			p := open(t, web.Options{})
			view := p.view(p.upload("/files?", c.name, c.data))
			assert.Contains(t, view, c.said)
			assert.Contains(t, view, c.name)
			assert.Contains(t, p.view("/reports"), c.name, "it is in the register, too")
		})
	}
}

func TestTheSameFileAgainTellsWhatWasMended(t *testing.T) {
	p := open(t, web.Options{})
	first := p.upload("/files?", "填报.xlsx", filled(t, town, withFault))
	again := p.upload("/files?", "填报.xlsx", filled(t, town, nil))
	assert.Equal(t, first, again, "it takes the place of the first")
	view := p.view(again)
	assert.Regexp(t, `改好了[1-9]\d*处，还有\d+处，新出现0处`, view)
	assert.NotContains(t, p.view("/start"), "手里的2份")

	other := p.upload("/files?", "填报.xlsx", filled(t, town, func(r *model.Report) { r.Fields["unit.name"] = model.Field{Text: "柏坞乡人民政府"} }))
	assert.NotEqual(t, first, other, "a file of another unit that goes by the same name is another one")
	assert.Contains(t, p.view(other), "填报（2）.xlsx")
}

// Whatever is put in twice as it is, stands there once, and it is said that it was there.
func TestFilesThatAreThereAreKnown(t *testing.T) {
	const qingxi, shiqiao = "清溪镇人民政府", "石桥镇人民政府"
	type put struct {
		name string
		data []byte
	}
	copyOf := func(original []byte) []byte { // as the page gives it
		p := open(t, web.Options{})
		_, marked := p.get(p.upload("/files?", "填报.xlsx", original) + "/files/marked")
		return []byte(marked)
	}
	faulty, sound := filled(t, town, withFault), filled(t, town, nil)
	edited := given.Typed(t, copyOf(faulty), "unit_phone", "000-11112222")
	for _, c := range []struct {
		why     string
		folder  []put // is put in twice
		between []put
		names   []string // of what is in hand then
		idle    int      // of the second time
	}{
		{"two units' files of one name", []put{{"年报.xlsx", member(t, qingxi, nil)}, {"年报.xlsx", member(t, shiqiao, nil)}}, nil, []string{"年报.xlsx", "年报（2）.xlsx"}, 2},
		{"in folders", []put{{"收到/清溪/年报.xlsx", member(t, qingxi, nil)}, {"收到/石桥/年报.xlsx", member(t, shiqiao, nil)}}, nil, []string{"收到/清溪/年报.xlsx", "收到/石桥/年报.xlsx"}, 2},
		{"the same contents under two names: an office is to see both", []put{{"收到/清溪/年报.xlsx", sound}, {"收到/石桥/年报.xlsx", sound}}, nil, []string{"收到/清溪/年报.xlsx", "收到/石桥/年报.xlsx"}, 2},
		{"what cannot be read", []put{{"章.jpg", []byte("\xff\xd8\xff\xe0")}}, nil, []string{"章.jpg"}, 1},
		{"a copy that came in place of its original", []put{{"填报.xlsx", faulty}, {"填报_校验.xlsx", edited}}, nil, []string{"填报_校验.xlsx"}, 2},
		{"with other contents since: who puts the first in again goes back to them", []put{{"填报.xlsx", faulty}}, []put{{"填报.xlsx", sound}}, []string{"填报.xlsx"}, 0},
		{"another unit's of that name came since", []put{{"年报.xlsx", member(t, qingxi, nil)}}, []put{{"年报.xlsx", member(t, shiqiao, nil)}}, []string{"年报.xlsx", "年报（2）.xlsx"}, 1},
	} {
		p := open(t, web.Options{})
		for _, f := range append(slices.Clone(c.folder), c.between...) {
			_, isNew, told := p.handOver("/files?", f.name, f.data)
			assert.True(t, isNew, "%s: %s: %s", c.why, f.name, told)
		}
		idle := 0
		for _, f := range c.folder {
			location, isNew, told := p.handOver("/files?", f.name, f.data)
			assert.NotEmpty(t, location, c.why)
			if !isNew {
				assert.Equal(t, "“"+f.name+"”放进来过，内容一样，没有再放", told, c.why)
				idle++
			}
		}
		assert.Equal(t, c.idle, idle, c.why)
		start := p.view("/start")
		assert.Contains(t, start, fmt.Sprintf("手里的%d份", len(c.names)), c.why)
		for _, name := range c.names {
			assert.Contains(t, start, name, c.why)
		}
	}
	p := open(t, web.Options{})
	p.upload("/files?", "年报.xlsx", member(t, qingxi, nil))
	second := p.upload("/files?", "年报.xlsx", member(t, shiqiao, nil))
	p.post(second+"/changes", []map[string]any{{"key": "unit.phone", "before": p.bookOf(second).Field("unit.phone"), "text": "000-11112222"}})
	assert.Equal(t, second, p.upload("/files?", "年报.xlsx", member(t, shiqiao, nil)), "changed here since: it comes in place of that")
	assert.Contains(t, p.view(second), "这些修改不在刚放进来的文件里")
}

func TestAMarkedCopyTakesThePlaceOfItsOriginal(t *testing.T) {
	p := open(t, web.Options{})
	first := p.upload("/files?", "填报.xlsx", filled(t, town, withFault))
	status, marked := p.get(first + "/files/marked")
	require.Equal(t, http.StatusOK, status)
	assert.Equal(t, first, p.upload("/files?", "填报_校验.xlsx", []byte(marked)))
}

// What the page gives are the files that the program writes.
func TestFilesAreThoseOfTheProgram(t *testing.T) {
	data := filled(t, town, nil)
	k := job.Checker{Fonts: embedded(t)}
	checked := k.Check(job.Planned{Source: job.From("填报.xlsx", data)})
	require.NoError(t, checked.Err)
	formats, err := job.Formats("pdf,txt,html,docx,ofd,json")
	require.NoError(t, err)
	files, err := (&job.Renderer{Formats: formats, Fonts: k.Fonts}).Render(checked)
	require.NoError(t, err)

	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", data)
	for i, f := range formats {
		answer := p.ask("GET", location+"/files/"+f.Name, "", nil)
		got, err := io.ReadAll(answer.Body)
		require.NoError(t, err)
		assert.True(t, bytes.Equal(files[i].Data, got), f.Name)
		assert.Contains(t, answer.Header.Get("Content-Disposition"), url.PathEscape(files[i].Name))
	}
	status, all := p.get(location + "/files/zip")
	require.Equal(t, http.StatusOK, status)
	assert.Len(t, sample.Unzip(t, []byte(all)), len(formats)+1, "the fragment among them")
	status, pasted := p.get(location + "/paste")
	require.Equal(t, http.StatusOK, status)
	var kinds map[string]string
	require.NoError(t, json.Unmarshal([]byte(pasted), &kinds))
	assert.Equal(t, string(files[1].Data), kinds["text/plain"])
	assert.Contains(t, kinds["text/html"], "<table")
}

// A report that may be published is taken as a review copy, with the number that its clerk has counted; one with faults is not.
func TestReviewCopy(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", filled(t, town, nil))
	_, body := p.get(location + "/edited")
	code := regexp.MustCompile(`内容码（([0-9A-Z]{8})）`).FindStringSubmatch(body)
	require.NotNil(t, code)
	answer := p.post(location+"/review", map[string]any{"number": 3})
	require.Equal(t, http.StatusOK, answer.StatusCode)
	data, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	title := "望禾镇人民政府2024年政府信息公开工作年度报告"
	files := sample.Unzip(t, data)
	assert.ElementsMatch(t, slices.Collect(maps.Keys(files)), []string{
		title + "（送审稿第3稿" + code[1] + "）.pdf", title + "（送审稿第3稿" + code[1] + "）.docx",
		title + "发布审核单（第3稿" + code[1] + "）.docx", title + "发布审核单（第3稿" + code[1] + "）.pdf",
	})
	for _, number := range []int{0, -1, 1000} {
		assert.Equal(t, http.StatusUnprocessableEntity, p.post(location+"/review", map[string]any{"number": number}).StatusCode)
	}

	location = p.upload("/files?", "错误.xlsx", filled(t, town, withFault))
	assert.NotContains(t, p.view(location+"/edited"), "下载送审稿")
	assert.Contains(t, p.view(location+"/edited"), "改好了才有送审稿")
	assert.NotContains(t, p.view(location+"/pages"), "送审稿")
	assert.NotEqual(t, http.StatusOK, p.post(location+"/review", map[string]any{"number": 1}).StatusCode)
}

// A published report of which a table, or a row, was not read does not pass, and its pages are a draft.
func TestWhatWasNotReadIsNotPrinted(t *testing.T) {
	for _, name := range []string{"text-06-dropped-repetitions.txt", "text-05-run-together.txt"} {
		p := open(t, web.Options{})
		location := p.upload("/files?", name, []byte(sample.Read(t, "testdata/published/"+name)))
		assert.Regexp(t, `不通过：必须改的问题\d+处`, p.view(location), name)
		assert.Contains(t, p.view(location), "请在下面的表里补上，才有正式报告", name)
		assert.Contains(t, p.view("/reports"), "不通过", name)
		pages := p.view(location + "/pages")
		assert.Contains(t, pages, "这里是草稿，不要公布", name)
		assert.NotContains(t, pages, "送审稿", name)
		answer := p.ask("GET", location+"/files/pdf", "", nil)
		assert.Contains(t, answer.Header.Get("Content-Disposition"), url.PathEscape("（草稿）"), name)
		assert.NotEqual(t, http.StatusOK, p.post(location+"/review", map[string]any{"number": 1}).StatusCode, name)
	}
}

// What goes upwards: figures as they are copied, row by row as they are typed, and into a form that somebody else laid out.
func TestUpward(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", filled(t, town, func(r *model.Report) {
		r.Figures["proactive.licensing.decisions"] = model.ParseFigure(form.Count, "71")
		r.Figures["disputes.review.upheld"] = model.ParseFigure(form.Count, "3")
		r.Figures["disputes.review.total"] = model.ParseFigure(form.Count, "3")
	}))
	_, body := p.get(location + "/upward")
	document, err := html.Parse(strings.NewReader(body))
	require.NoError(t, err)
	var copies, markups []string
	for n := range document.Descendants() {
		for _, a := range n.Attr {
			switch a.Key {
			case "data-copy":
				copies = append(copies, a.Val)
			case "data-markup":
				markups = append(markups, a.Val)
			}
		}
	}
	require.Len(t, copies, 6, "each table with and without totals")
	assert.Equal(t, "0\t0\t0\n0\t0\t0\n71\n0\n0\n0\n", copies[0], "in the order in which they are printed")
	assert.Equal(t, 25, strings.Count(copies[2], "\n"))
	assert.Equal(t, 24, strings.Count(copies[3], "\n"), "without the row of totals")
	assert.Equal(t, 6*25, strings.Count(copies[2], "\t"))
	assert.Equal(t, 5*24, strings.Count(copies[3], "\t"), "nor their column")
	assert.Equal(t, "3\t0\t0\t0\t3\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n", copies[4])
	assert.Equal(t, "3\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n", copies[5])
	assert.Contains(t, markups[0], "<tr><td>71</td></tr>")
	assert.Equal(t, 6+25+1, strings.Count(body, "data-typed"), "a row to be ticked for each that is printed")
	assert.NotContains(t, body, "下载填好的表")

	foreign := sample.Read(t, "testdata/foreign/01_一页三表.xlsx")
	assert.Equal(t, location+"/upward", p.upload(location+"/fill?", "市里的表.xlsx", foreign))
	assert.Contains(t, p.view(location+"/upward"), "“市里的表.xlsx”：填了")
	answer := p.ask("GET", location+"/files/filled", "", nil)
	require.Equal(t, http.StatusOK, answer.StatusCode)
	assert.Contains(t, answer.Header.Get("Content-Disposition"), url.PathEscape("市里的表_已填.xlsx"))
	done, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	p.upload(location+"/fill?", "又一份.xlsx", done)
	again := p.view(location + "/upward")
	assert.Contains(t, again, "“又一份.xlsx”：一格也没有填；")
	assert.NotContains(t, again, "下载填好的表", "it would be the same again")
	blank := p.upload("/files?", "有空的.xlsx", filled(t, town, func(r *model.Report) { delete(r.Figures, "proactive.licensing.decisions") }))
	p.upload(blank+"/fill?", "市里的表.xlsx", foreign)
	assert.Contains(t, p.view(blank+"/upward"), "填报表里空着的1格，没有填：行政许可", "what stays empty is named")
	assert.Equal(t, http.StatusUnprocessableEntity, p.ask("POST", location+"/fill?name=a.jpg", web.File, strings.NewReader("\xff\xd8\xff")).StatusCode)
}

func TestPreviewShowsEveryPage(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", filled(t, town, withFault))
	_, body := p.get(location + "/pages")
	assert.Contains(t, body, "这里是草稿，不要公布")
	pages := strings.Count(body, "<img ")
	require.Positive(t, pages)
	for n := range pages {
		status, page := p.get(fmt.Sprintf("%s/pages/%d", location, n+1))
		assert.Equal(t, http.StatusOK, status)
		assert.Contains(t, page, "<svg ")
	}
	status, _ := p.get(fmt.Sprintf("%s/pages/%d", location, pages+1))
	assert.Equal(t, http.StatusNotFound, status)
}

func TestFontsOfTheOffice(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", filled(t, town, nil))
	_, own := p.get(location + "/files/pdf")
	kai := sample.Read(t, "fonts/kai.ttf")
	p.upload("/files?as=font&", "仿宋_GB2312.ttf", kai)
	p.upload("/files?as=font&", "logo.ttf", []byte("照片"))
	view := p.view(location + "/pages")
	assert.Contains(t, view, "正文字体：用 仿宋_GB2312.ttf。")
	assert.Contains(t, view, "没有用 logo.ttf")
	_, with := p.get(location + "/files/pdf")
	assert.False(t, own == with, "it is set in the office's fonts")
	require.Equal(t, http.StatusCreated, p.post("/fonts/own", map[string]any{}).StatusCode)
	_, again := p.get(location + "/files/pdf")
	assert.True(t, own == again)
}

func TestWordDocumentTakenBack(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", filled(t, town, nil))
	_, document := p.get(location + "/files/docx")
	edited := sample.Rezip(t, []byte(document), func(name, content string) string {
		if name == "word/document.xml" {
			require.Contains(t, content, "存在的主要问题")
			return strings.Replace(content, "。</w:t>", "，审签时加了这半句。</w:t>", 1)
		}
		return content
	})
	require.Equal(t, location+"/edited", p.upload(location+"/edited?", "送审.docx", edited))
	view := p.view(location + "/edited")
	assert.Contains(t, view, "改了1处")
	assert.Contains(t, view, "审签时加了这半句")
	answer := p.takeBack(location)
	require.Equal(t, http.StatusCreated, answer.StatusCode)
	view = p.view(answer.Header.Get("Location"))
	assert.Contains(t, view, "审签时加了这半句")
	assert.Contains(t, view, "在这里改了1处")
	_, changed := p.get(location + "/files/workbook")
	r, err := workbook.Read([]byte(changed))
	require.NoError(t, err)
	assert.Contains(t, fmt.Sprint(r.Texts), "审签时加了这半句")

	require.Equal(t, http.StatusCreated, p.post(location+"/undo", map[string]any{}).StatusCode)
	assert.NotContains(t, p.view(location), "审签时加了这半句")
	assert.Equal(t, http.StatusConflict, p.post(location+"/undo", map[string]any{}).StatusCode, "the file as it came is the first")
}

// takeBack takes back the changes that the view of a document shows.
func (p page) takeBack(report string) *http.Response {
	_, body := p.get(report + "/edited")
	to := regexp.MustCompile(`data-post="([^"]*/takeback[^"]*)"`).FindStringSubmatch(body)
	require.NotNil(p.t, to, body)
	return p.post(to[1], map[string]any{})
}

func figureIn(t *testing.T, p page, report string, key form.Key) string {
	_, data := p.get(report + "/files/workbook")
	r, err := workbook.Read([]byte(data))
	require.NoError(t, err)
	return r.Figure(key).Printed()
}

// A document that was edited is held against the report as it stands now: what was written in it meanwhile is shown before it is lost.
func TestADocumentIsHeldAgainstTheReportAsItStands(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", filled(t, town, nil))
	_, document := p.get(location + "/files/docx")
	edited := sample.Rezip(t, []byte(document), func(name, content string) string {
		if name == "word/document.xml" {
			return strings.Replace(content, "。</w:t>", "，审签时加了这半句。</w:t>", 1)
		}
		return content
	})
	p.upload(location+"/edited?", "送审.docx", edited)
	_, seen := p.get(location + "/edited")
	_, data := p.get(location + "/files/workbook")
	r, err := workbook.Read([]byte(data))
	require.NoError(t, err)
	var key form.Key
	var was string
	for _, passage := range r.Edition.Passages() {
		if texts := r.Texts[passage.Key]; len(texts) > 0 {
			key, was = passage.Key, texts[0].Text
			break
		}
	}
	rewritten := "在网页上完全重写了这一段。"
	changes := []map[string]any{{"key": key, "paragraph": 1, "before": was, "text": rewritten}}
	require.Equal(t, http.StatusCreated, p.post(location+"/changes", changes).StatusCode)

	to := regexp.MustCompile(`data-post="([^"]*/takeback[^"]*)"`).FindStringSubmatch(seen)
	answer := p.post(to[1], map[string]any{})
	require.Equal(t, http.StatusCreated, answer.StatusCode)
	assert.Equal(t, location+"/edited", answer.Header.Get("Location"), "what was looked at is not what it would be now")
	assert.Contains(t, p.view(location), rewritten)
	assert.Contains(t, p.view(location+"/edited"), rewritten, "what is lost is shown")
	require.Equal(t, http.StatusCreated, p.takeBack(location).StatusCode)
	assert.Contains(t, p.view(location), "审签时加了这半句")
}

// A form of a higher office has the figures as they stand when it is taken.
func TestAFilledFormHasTheFiguresOfNow(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", filled(t, town, nil))
	p.upload(location+"/fill?", "市里的表.xlsx", sample.Read(t, "testdata/foreign/01_一页三表.xlsx"))
	before := figureIn(t, p, location, "proactive.licensing.decisions")
	changes := []map[string]any{{"key": "proactive.licensing.decisions", "paragraph": 0, "before": before, "text": "7351"}}
	require.Equal(t, http.StatusCreated, p.post(location+"/changes", changes).StatusCode)
	_, data := p.get(location + "/files/filled")
	found := false
	for _, part := range sample.Unzip(t, []byte(data)) {
		found = found || strings.Contains(part, "7351")
	}
	assert.True(t, found)
}

func TestAnotherUnitsDocumentIsNotTakenForThisOne(t *testing.T) {
	p := open(t, web.Options{})
	other := p.upload("/files?", "别镇.xlsx", filled(t, town, func(r *model.Report) { r.Fields["unit.name"] = model.Field{Text: "柏坞乡人民政府"} }))
	_, document := p.get(other + "/files/docx")
	location := p.upload("/files?", "填报.xlsx", filled(t, town, nil))
	p.upload(location+"/edited?", "送审.docx", []byte(document))
	_, body := p.get(location + "/edited")
	assert.Contains(t, body, "多半放错了，请先核对")
	assert.NotContains(t, body, `class="primary" data-post`)
}

func TestFiguresOfADocumentAreLeftToPeople(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", filled(t, town, nil))
	changed := p.upload("/files?", "改过.xlsx", filled(t, town, withFault))
	_, document := p.get(changed + "/files/docx")
	document = string(sample.Rezip(t, []byte(document), func(name, content string) string {
		if name == "word/document.xml" {
			return strings.Replace(content, "。</w:t>", "，加了半句。</w:t>", 1)
		}
		return content
	}))
	p.upload(location+"/edited?", "送审.docx", []byte(document))
	view := p.view(location + "/edited")
	assert.Contains(t, view, "还要您自己决定的")
	assert.Contains(t, view, "“999”")
	_, sent := p.get(location + "/edited")
	assert.Contains(t, sent, `<a href="#`+location+`~c-requests.received.natural_person">去改</a>`)
	require.Equal(t, http.StatusCreated, p.takeBack(location).StatusCode)
	view = p.view(location)
	assert.Contains(t, view, "在这里改了1处")
	assert.Contains(t, view, "不一样，没有改，请您决定")
	assert.Contains(t, view, "；另有1处没有取的，请您决定")
	_, page := p.get(location)
	assert.Contains(t, page, `data-fill="c-requests.received.natural_person" data-value="999"`)
	assert.NotContains(t, page, `href="#c-requests.received.total" data-terms="">去改`, "it is added up")
	assert.NotContains(t, page, `data-fill="c-requests.received.total"`)
	changes := []map[string]any{{"key": "requests.received.natural_person", "paragraph": 0, "before": figureIn(t, p, location, "requests.received.natural_person"), "text": "999"}}
	require.Equal(t, http.StatusCreated, p.post(location+"/changes", changes).StatusCode)
	assert.NotContains(t, p.view(location), "“一、本年新收政府信息公开申请数量”的“自然人”：文档里", "once it is decided on, it is not asked any more")
}

// What is left to decide on of a document stands as long as what was taken back of it.
func TestUndoForgetsNoDocumentThatStands(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", filled(t, town, nil))
	changed := p.upload("/files?", "改过.xlsx", filled(t, town, withFault))
	_, sent := p.get(changed + "/files/docx")
	takeBack := func(name, half string) {
		document := sample.Rezip(t, []byte(sent), func(part, content string) string {
			if part == "word/document.xml" {
				return strings.Replace(content, "。</w:t>", half+"。</w:t>", 1)
			}
			return content
		})
		p.upload(location+"/edited?", name, document)
		require.Equal(t, http.StatusCreated, p.takeBack(location).StatusCode)
	}
	phone := func(number string) {
		changes := []typed{{"key": "unit.phone", "before": p.bookOf(location).Field("unit.phone"), "text": number}}
		require.Equal(t, http.StatusCreated, p.post(location+"/changes", changes).StatusCode)
	}
	undo := func() { require.Equal(t, http.StatusCreated, p.post(location+"/undo", typed{}).StatusCode) }
	const undecided = "不一样，没有改，请您决定"

	takeBack("初审.docx", "，初审时加了半句")
	phone("000-66550001")
	undo()
	assert.Contains(t, p.view(location), undecided, "another change was undone")
	takeBack("复审.docx", "，复审时加了半句")
	undo()
	assert.Contains(t, p.view(location), "，初审时加了半句")
	assert.Contains(t, p.view(location), undecided, "what stands is of the first one again")
	undo()
	assert.NotContains(t, p.view(location), undecided, "nothing of it stands")

	takeBack("终审.docx", "，终审时加了半句")
	for n := range 30 {
		phone(fmt.Sprintf("000-665500%02d", n))
	}
	assert.Contains(t, p.view(location), undecided, "the version that it made is no longer kept")
	for p.post(location+"/undo", typed{}).StatusCode == http.StatusCreated {
	}
	assert.Contains(t, p.view(location), undecided)
}

func TestLastYearsReportIsPutAway(t *testing.T) {
	p := open(t, web.Options{})
	p.upload("/files?as=last&", "去年.xlsx", filled(t, town, nil))
	require.Contains(t, p.view("/start"), "去年.xlsx")
	require.Equal(t, http.StatusCreated, p.post("/last/clear", map[string]any{}).StatusCode)
	assert.NotContains(t, p.view("/start"), "去年.xlsx")
}

// What a report is held against is said where it is, and can be put away there.
func TestWhatIsComparedIsSaid(t *testing.T) {
	p := open(t, web.Options{})
	p.upload("/files?as=last&", "去年.xlsx", filled(t, town, func(r *model.Report) { r.Fields["report.year"] = model.Field{Text: "2023"} }))
	location := p.upload("/files?", "填报.xlsx", filled(t, town, nil))
	assert.Contains(t, p.view(location), "和上年年报“去年.xlsx”比过")
	p.post("/last/clear", map[string]any{})
	assert.NotContains(t, p.view(location), "去年.xlsx")
}

// Whatever is no report is no report of last year's, and is told where it was chosen.
func TestOnlyReportsCountAsLastYears(t *testing.T) {
	p := open(t, web.Options{})
	p.upload("/files?as=office&", "名单.csv", []byte("名称,层级,曾用名\n望禾镇人民政府,乡镇,\n"))
	p.upload("/files?as=last&", "图.png", []byte("\x89PNG\r\n\x1a\n"))
	_, county, _ := strings.Cut(p.view("/start"), "县里用")
	assert.NotContains(t, county, "手里有上年的年报")
	assert.Contains(t, county, "图.png：是图片")
	p.upload("/files?as=last&", "去年.xlsx", filled(t, town, nil))
	assert.Contains(t, p.view("/start"), "手里有上年的年报1份")
}

func TestAnUnknownAddressIsAnsweredInChinese(t *testing.T) {
	status, said := open(t, web.Options{}).get("/report/1/x")
	assert.Equal(t, http.StatusNotFound, status)
	assert.Contains(t, said, "没有这一页")
}

func TestReports(t *testing.T) {
	p := open(t, web.Options{})
	assert.Contains(t, p.view("/reports"), "整个文件夹")
	p.upload("/files?", "各镇/甲.xlsx", filled(t, town, nil))
	p.upload("/files?", "各镇/乙.xlsx", filled(t, town, withFault))
	p.upload("/files?", "各镇/丙.jpg", []byte("\xff\xd8\xff"))
	view := p.view("/reports")
	assert.Contains(t, view, "共3份，通过1份，不通过1份，读不了1份", "a picture that somebody sent counts")
	assert.Contains(t, view, "丙.jpg")
	assert.Contains(t, view, "也是这个单位、这个年度的", "doubles are told")
	_, second := p.get("/report/2")
	assert.Contains(t, second, `<span>第1份，共3份</span> <a href="#/report/3">下一份</a>`, "one goes through them as the register shows them")
	status, book := p.get("/reports/register")
	require.Equal(t, http.StatusOK, status)
	assert.Contains(t, sample.Unzip(t, []byte(book)), "xl/workbook.xml")
	require.Equal(t, http.StatusCreated, p.post("/reports/clear", map[string]any{}).StatusCode)
	assert.Contains(t, p.view("/reports"), "整个文件夹")
}

func TestDoublesAreToldHoweverTheNameWasTyped(t *testing.T) {
	p := open(t, web.Options{})
	named := func(name string) []byte {
		return filled(t, town, func(r *model.Report) { r.Fields["unit.name"] = model.Field{Text: name} })
	}
	p.upload("/files?", "甲.xlsx", named("望禾县教育局（体育局）"))
	assert.Contains(t, p.view(p.upload("/files?", "乙.xlsx", named("望禾县教育局(体育局)"))), "“甲.xlsx”也是这个单位、这个年度的")
}

// Nothing that a file or its name says becomes markup or a script of the page, or turns a line round.
func TestForeignTextIsOnlyText(t *testing.T) {
	const evil = `<script>alert(1)</script><img src=x onerror=alert(1)>" onfocus="alert(1)` + "\u202e"
	p := open(t, web.Options{Build: evil})
	data := filled(t, town, func(r *model.Report) {
		r.Fields["unit.name"] = model.Field{Text: evil}
		r.Fields["unit.phone"] = model.Field{Text: evil}
		r.Figures["requests.granted.enterprise"] = model.ParseFigure(form.Count, evil)
		for k, texts := range r.Texts {
			r.Texts[k] = append(texts, model.Paragraph{Text: "</textarea>" + evil})
		}
	})
	location := p.upload("/files?", evil+".xlsx", data)
	p.upload("/files?as=last&", evil+".xlsx", data)
	for _, target := range []string{"/", "/start", location, location + "/pages", location + "/edited", "/reports", location + "/pages/1"} {
		status, body := p.get(target)
		require.Equal(t, http.StatusOK, status, target)
		root, err := html.Parse(strings.NewReader(body))
		require.NoError(t, err)
		for n := range root.Descendants() {
			if n.Type != html.ElementNode {
				continue
			}
			if n.Data == "script" {
				assert.NotNil(t, n.Attr, "%s has a script of its own", target)
				assert.Nil(t, n.FirstChild, "%s has a script inside it", target)
			}
			for _, a := range n.Attr {
				assert.False(t, strings.HasPrefix(a.Key, "on") || a.Key == "style", "%s: %s on <%s>", target, a.Key, n.Data)
				assert.NotContains(t, a.Val, "javascript:", target)
			}
		}
	}
	assert.Contains(t, p.view("/start"), "〈U+202E〉", "what turns a line round is shown by its name")
}

// No path from a request gets anywhere, and names are only names.
func TestNamesOfFiles(t *testing.T) {
	for _, c := range []struct{ why, name, shown string }{
		{"steps upwards", "../../etc/passwd.txt", "etc/passwd.txt"},
		{"those of Windows", `..\..\C:\填报.xlsx`, "C:/填报.xlsx"},
		{"a folder", "各镇/清溪镇/填报.xlsx", "各镇/清溪镇/填报.xlsx"},
		{"no name", "", "未命名"},
		{"no text", "\xff\xfe.xlsx", "_.xlsx"},
		{"endless", strings.Repeat("很长的文件夹/", 100) + "填报.xlsx", "填报.xlsx"},
		{"endless without a folder", strings.Repeat("长", 4000) + ".xlsx", "长"},
	} {
		p := open(t, web.Options{})
		view := p.view(p.upload("/files?", c.name, []byte("PK")))
		assert.Contains(t, view, c.shown, c.why)
		assert.NotContains(t, view, "..", c.why)
		assert.Less(t, len(view), 3000, c.why)
	}
}

// sent is a request that changed something.
type sent struct{ target, kind, body string }

// recorder keeps what was sent to a page and taken, as the page's script does.
type recorder struct {
	http.Handler
	sent []sent
}

func (r *recorder) ServeHTTP(w http.ResponseWriter, request *http.Request) {
	body, err := io.ReadAll(request.Body)
	if err != nil {
		panic(err)
	}
	request.Body = io.NopCloser(bytes.NewReader(body))
	answer := httptest.NewRecorder()
	r.Handler.ServeHTTP(answer, request)
	if request.Method == "POST" && answer.Code == http.StatusCreated {
		r.sent = append(r.sent, sent{request.URL.String(), request.Header.Get("Content-Type"), string(body)})
	}
	maps.Copy(w.Header(), answer.Header())
	w.WriteHeader(answer.Code)
	w.Write(answer.Body.Bytes())
}

// looked is all that a page with some reports shows and gives, and what of it can only be posted. The register comes first, since one goes on
// from report to report by the register as it was looked at last.
func (p page) looked(reports int) (all []string) {
	paths := []string{"/reports", "/", "/start", "/guide", "/settings", "/reports/register", "/files?name=a", "/template", "/reports/clear"}
	for n := 1; n <= reports; n++ {
		for _, below := range []string{"", "/pages", "/pages/1", "/edited", "/upward", "/paste", "/files/pdf", "/files/workbook", "/files/marked", "/files/filled",
			"/files/correction", "/close", "/undo", "/changes"} {
			paths = append(paths, fmt.Sprintf("/report/%d%s", n, below))
		}
	}
	for _, path := range paths {
		status, body := p.get(path)
		all = append(all, fmt.Sprintln(path, status, body))
	}
	return all
}

// lastYears makes a report that of the year before.
func lastYears(r *model.Report) { r.Fields["report.year"] = model.Field{Text: "2023"} }

// shortly is a text as it is compared: of bytes only what they come to.
func shortly(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	path, rest, _ := strings.Cut(text, " ")
	return fmt.Sprintf("%s: %x", path, sha256.Sum256([]byte(rest)))
}

// given is what a page gives that is asked for by POST.
func (p page) given() (all []string) {
	for _, to := range []string{"/reports/sum", "/reports/returns", "/reports/corrections"} {
		answer := p.post(to, map[string]any{"unit": "望禾县人民政府", "level": "县级政府"})
		body, err := io.ReadAll(answer.Body)
		require.NoError(p.t, err)
		all = append(all, fmt.Sprintln(to, answer.StatusCode, string(body)))
	}
	return all
}

// What was cleared need not be sent to another desk for the numbers to go on.
func TestNumbersGoOnWhereTheyWere(t *testing.T) {
	p, again := open(t, web.Options{}), open(t, web.Options{})
	p.upload("/files?", "甲.xlsx", filled(t, town, nil))
	_, body := p.get("/reports")
	clear := between(body, `data-post="/reports/clear`, `"`)
	for _, one := range []page{p, again} {
		require.Equal(t, http.StatusCreated, one.post("/reports/clear"+clear, typed{}).StatusCode)
		assert.Equal(t, "/report/2", one.upload("/files?", "乙.xlsx", filled(t, town, nil)))
	}
}

// What browsers and systems leave beside files is told before it is sent, by what the command line goes by too.
func TestLitterIsToldBeforeItIsSent(t *testing.T) {
	p := open(t, web.Options{})
	answer := p.post("/files/names", []string{"各镇/年报.html", "各镇/年报_files/a.js", "各镇/~$填报.xlsx", "各镇/填报.xlsx"})
	require.Equal(t, http.StatusOK, answer.StatusCode)
	assert.Empty(t, answer.Header.Get("Location"), "nothing is changed by asking")
	said, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	assert.JSONEq(t, "[1, 2]", string(said))
	said, _ = io.ReadAll(p.post("/files/names", []string{"填报.xlsx"}).Body)
	assert.JSONEq(t, "[]", string(said))
	said, _ = io.ReadAll(p.post("/files/names", []string{strings.Repeat("层/", 2<<20)}).Body)
	assert.Contains(t, string(said), "里面的文件太多了")
}

// A page that had to be started anew is sent everything again that changed something, and nothing of what was only looked at: that leads to
// the same views, and a page that is looked at all the while shows no others.
func TestGETChangesNothing(t *testing.T) {
	const most = 1 << 20 // so that what is left is told to the KB
	for _, c := range []struct {
		why     string
		reports int
		goes    func(p page)
	}{
		{"one report, with all that is brought to it", 2, func(p page) {
			p.upload("/files?as=last&", "去年.xlsx", filled(t, town, lastYears))
			report := p.upload("/files?", "填报.xlsx", filled(t, town, withFault))
			p.upload("/files?", "数据.json", exchanged(t, town))
			was := p.bookOf(report).Field("unit.phone")
			p.post(report+"/changes", []typed{{"key": "unit.phone", "before": was, "text": "000-11112222"}})
			_, online := p.get(report + "/files/html")
			p.upload(report+"/published?", "公布的.html", []byte(online))
			p.upload(report+"/fill?", "市里的表.xlsx", sample.Read(t, "testdata/foreign/01_一页三表.xlsx"))
			_, document := p.get(report + "/files/docx")
			p.upload(report+"/edited?", "送审.docx", sample.Rezip(t, []byte(document), func(_, content string) string {
				return strings.Replace(content, "。</w:t>", "，加了半句。</w:t>", 1)
			}))
			require.Equal(t, http.StatusCreated, p.takeBack(report).StatusCode)
			p.post(report+"/mend", typed{})
			p.post(report+"/changes", []typed{{"key": "unit.phone", "before": "000-11112222", "text": "000-33334444"}})
			p.post(report+"/undo", typed{})
			p.upload("/files?", "填报.xlsx", filled(t, town, nil))
			p.post("/last/former", typed{})
			p.post("/last/clear", typed{})
		}},
		{"a report that another is like, which is mended", 2, func(p page) {
			p.upload("/files?", "甲.xlsx", filled(t, town, nil))
			p.upload("/files?", "乙.xlsx", filled(t, town, renamed))
			p.upload("/files?", "甲.xlsx", filled(t, town, withFault))
		}},
		{"two years of one unit, the earlier of which is mended", 2, func(p page) {
			p.upload("/files?", "今年.xlsx", filled(t, town, nil))
			p.upload("/files?", "去年.xlsx", filled(t, town, lastYears))
			p.upload("/files?", "今年.xlsx", filled(t, town, withFault))
		}},
		{"slips before and after their report", 1, func(p page) {
			slips, book := slipsAsked(p)
			p.upload("/files?", "甲.xlsx", slipWith(t, slips("综合执法队"), "12"))
			p.upload("/files?", "填报.xlsx", book)
			p.upload("/files?", "乙.xlsx", slipWith(t, slips("综合执法队"), "13"))
			p.upload("/files?", "乙.xlsx", slipWith(t, slips("综合执法队"), "12"))
			p.post("/report/1/undo", typed{})
		}},
		{"an office, with all that it has", 4, func(p page) {
			p.upload("/files?", "2024名单.csv", []byte(members))
			sum := func(change func(*model.Report)) []byte {
				other := open(t, web.Options{})
				for _, unit := range []string{"清溪镇人民政府", "石桥镇人民政府"} {
					other.upload("/files?", unit+".xlsx", member(t, unit, change))
				}
				book, err := io.ReadAll(other.post("/reports/sum", map[string]any{"unit": "望禾县人民政府", "level": "县级政府"}).Body)
				require.NoError(t, err)
				return book
			}
			p.upload("/files?as=office&", "汇总2023.xlsx", sum(lastYears))
			for _, unit := range []string{"清溪镇人民政府", "石桥镇人民政府"} {
				p.upload("/files?", unit+".xlsx", member(t, unit, withFault))
			}
			p.upload("/files?as=office&", "汇总2024.xlsx", sum(nil))
			_, register := p.get("/reports/register")
			p.upload("/files?as=office&", "校验登记.xlsx", []byte(register))
			var settings bytes.Buffer
			require.NoError(t, (&office.County{}).Write(&settings))
			p.upload("/files?as=office&", "本县设置.xlsx", settings.Bytes())
			p.upload("/files?", "石桥2.xlsx", member(t, "石桥镇人民政府", nil))
			p.upload("/files?", "照片.jpg", []byte("\xff\xd8\xff"))
			p.post("/report/1/close", typed{})
		}},
	} {
		t.Run(c.why, func(t *testing.T) {
			p := open(t, web.Options{Most: most})
			kept := &recorder{Handler: p.handler}
			c.goes(page{t, kept})
			looking, again := open(t, web.Options{Most: most}), open(t, web.Options{Most: most})
			for _, one := range kept.sent {
				for _, to := range []page{looking, again} {
					answer := to.ask("POST", one.target, one.kind, strings.NewReader(one.body))
					require.Equal(t, http.StatusCreated, answer.StatusCode, one.target)
				}
				looking.looked(c.reports)
			}
			all := func(p page) []string {
				return slices.Concat([]string{fmt.Sprint(p.left())}, p.looked(c.reports), p.given())
			}
			want := all(again)
			for _, other := range []page{looking, p} {
				for i, got := range all(other) {
					assert.Equal(t, shortly(want[i]), shortly(got), "looked at all the while: %t", other == looking)
				}
			}
		})
	}
}

// The page in WebAssembly sends everything again when it had to start anew: that leads to the same views.
func TestTheSameRequestsLeadToTheSameViews(t *testing.T) {
	run := func() (views []string) {
		p := open(t, web.Options{})
		one := p.upload("/files?", "甲.xlsx", filled(t, town, withFault))
		two := p.upload("/files?", "乙.json", exchanged(t, town))
		p.post(one+"/close", map[string]any{})
		p.upload("/files?as=last&", "去年.xlsx", filled(t, town, nil))
		three := p.upload("/files?", "甲.xlsx", filled(t, town, nil))
		for _, path := range []string{"/start", "/reports", two, three, two + "/pages"} {
			views = append(views, p.view(path))
		}
		return views
	}
	assert.Equal(t, run(), run())
}

func exchanged(t *testing.T, name string) []byte {
	var b bytes.Buffer
	require.NoError(t, exchange.Write(&b, sample.Report(t, name)))
	return b.Bytes()
}

func TestTooMuch(t *testing.T) {
	p := open(t, web.Options{Most: 1 << 20})
	for _, c := range []struct {
		why, target, kind string
		size              int
		said              string
	}{
		{"more than all may have together", "/files?name=a.xlsx", web.File, 2 << 20, "“a.xlsx”放不下了，没有读：手里的文件连同改过的各版一共最多1MB，还可以放1MB；请先拿走几份再放，成百上千份的请用命令行。"},
		{"more than any file has", "/files?name=a.xlsx", web.File, budget.File + 1, "“a.xlsx”太大，没有读：一份文件最多64MB；请看看是不是选错了文件。"},
		{"more than anybody types", "/template", web.Answers, 5 << 20, "一次填的内容最多4MB，这次的没有存；请分几次填、几次存。"},
	} {
		body := bytes.Repeat([]byte(" "), c.size)
		answer := p.ask("POST", c.target, c.kind, bytes.NewReader(body))
		said, _ := io.ReadAll(answer.Body)
		assert.Equal(t, http.StatusRequestEntityTooLarge, answer.StatusCode, c.why)
		assert.Equal(t, c.said, string(said), c.why)
	}
	var answer *http.Response
	for n := range 12 {
		answer = p.ask("POST", fmt.Sprintf("/files?name=%d.xlsx", n), web.File, io.LimitReader(zeros{}, 100<<10))
	}
	said, _ := io.ReadAll(answer.Body)
	assert.Equal(t, http.StatusRequestEntityTooLarge, answer.StatusCode, "all together have a limit, too")
	assert.Contains(t, string(said), "还可以放24KB")
	require.Equal(t, http.StatusCreated, p.post("/reports/clear", map[string]any{}).StatusCode)
	p.upload("/files?", "填报.xlsx", filled(t, town, nil))
}

// left is how many KB may still be taken in hand.
func (p page) left() (kilobytes int) {
	said, err := io.ReadAll(p.ask("POST", "/files?name=a", web.File, bytes.NewReader(make([]byte, 2<<20))).Body)
	require.NoError(p.t, err)
	_, told, found := strings.Cut(string(said), "还可以放")
	require.True(p.t, found, string(said))
	_, err = fmt.Sscanf(told, "%dKB", &kilobytes)
	require.NoError(p.t, err)
	return kilobytes
}

// Whatever is kept of a file counts, however it came.
func TestAllThatIsInHandCounts(t *testing.T) {
	data, foreign := filled(t, town, nil), sample.Read(t, "testdata/foreign/01_一页三表.xlsx")
	change := func(p page, report string, n int) {
		now := p.bookOf(report).Field("unit.phone")
		answer := p.post(report+"/changes", []typed{{"key": "unit.phone", "before": now, "text": fmt.Sprintf("000-6655%04d", n)}})
		require.Equal(t, http.StatusCreated, answer.StatusCode)
	}
	hold := func(p page, report string) int {
		_, online := p.get(report + "/files/html")
		online += "<!--" + strings.Repeat("x", 50<<10) + "-->"
		p.upload(report+"/published?", "公布的.html", []byte(online))
		return len(online)
	}
	for _, c := range []struct {
		why string
		do  func(p page, report string) int // how many bytes it brings
	}{
		{"a change, which makes a version more", func(p page, report string) int {
			change(p, report, 1)
			return len(data)
		}},
		{"changes of which the last is taken back", func(p page, report string) int {
			change(p, report, 1)
			change(p, report, 2)
			require.Equal(t, http.StatusCreated, p.post(report+"/undo", typed{}).StatusCode)
			return len(data)
		}},
		{"what was published", hold},
		{"what was published, in place of another", func(p page, report string) int {
			hold(p, report)
			return hold(p, report)
		}},
		{"a form of a higher office, as it came and as it is filled in", func(p page, report string) int {
			p.upload(report+"/fill?", "市里的表.xlsx", foreign)
			_, filled := p.get(report + "/files/filled")
			return len(foreign) + len(filled)
		}},
		{"a document that comes back", func(p page, report string) int {
			_, document := p.get(report + "/files/docx")
			p.upload(report+"/edited?", "送审.docx", []byte(document))
			return len(document)
		}},
		{"a list of members", func(p page, _ string) int {
			list := "单位\n清溪镇人民政府\n" + strings.Repeat("\n", 40<<10)
			p.upload("/files?as=office&", "名单.csv", []byte(list))
			return len(list)
		}},
	} {
		t.Run(c.why, func(t *testing.T) {
			p := open(t, web.Options{Most: 1000 << 10})
			empty := p.left()
			report := p.upload("/files?", "填报.xlsx", data)
			before := p.left()
			assert.InDelta(t, len(data)>>10, empty-before, 1)
			brought := c.do(p, report)
			assert.InDelta(t, brought>>10, before-p.left(), 2)
			require.Equal(t, http.StatusCreated, p.post("/reports/clear", typed{}).StatusCode)
			assert.Equal(t, empty, p.left(), "nothing of it stays")
		})
	}
}

// What is typed is taken, however much is in hand: the earliest versions are given up for it, and the last change can be taken back.
func TestChangesAreTakenWhereNothingElseIs(t *testing.T) {
	data := filled(t, town, nil)
	p := open(t, web.Options{Most: int64(len(data)) * 7 / 2})
	report := p.upload("/files?", "填报.xlsx", data)
	phone := func() string { return p.bookOf(report).Field("unit.phone") }
	const changes = 8
	for n := range changes {
		answer := p.post(report+"/changes", []typed{{"key": "unit.phone", "before": phone(), "text": fmt.Sprintf("000-6655000%d", n)}})
		require.Equal(t, http.StatusCreated, answer.StatusCode)
	}
	assert.Equal(t, "000-66550007", phone())
	assert.Contains(t, p.view(report), fmt.Sprintf("在这里改了%d处", changes), "all changes are told")
	back := 0
	for p.post(report+"/undo", typed{}).StatusCode == http.StatusCreated {
		back++
	}
	assert.Equal(t, 2, back, "three versions have room")
	assert.Equal(t, "000-66550005", phone())
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// Whatever is asked wrongly is refused in a sentence, and nothing breaks.
func TestRefusals(t *testing.T) {
	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", filled(t, town, nil))
	for _, c := range []struct {
		why, method, target, kind, body string
		status                          int
	}{
		{"a report that was never there", "GET", "/report/7", "", "", 404},
		{"a number that is none", "GET", "/report/x", "", "", 404},
		{"one that overflows", "GET", "/report/99999999999999999999", "", "", 404},
		{"a format that is none", "GET", location + "/files/exe", "", "", 404},
		{"what a plain form can send", "POST", "/template", "application/x-www-form-urlencoded", "year=2025", 415},
		{"JSON as others send it", "POST", "/template", "application/json", "{}", 415},
		{"no JSON", "POST", "/template", web.Answers, "{", 400},
		{"unknown fields", "POST", "/template", web.Answers, `{"path":"/etc"}`, 400},
		{"a year that has not come", "POST", "/template", web.Answers, `{"year":2027}`, 422},
		{"nor for slips", "POST", "/slips", web.Answers, `{"year":2027}`, 422},
		{"nor for all members", "POST", "/dispatch", web.Answers, `{"year":2027}`, 422},
		{"a year without a form", "POST", "/template", web.Answers, `{"year":1999}`, 422},
		{"a file for nothing", "POST", "/files?as=x&name=a", web.File, "", 400},
		{"nothing to take back", "POST", location + "/takeback", web.Answers, "{}", 409},
		{"a picture as the document", "POST", location + "/edited?name=a.jpg", web.File, "\xff\xd8\xff", 422},
	} {
		answer := p.ask(c.method, c.target, c.kind, strings.NewReader(c.body))
		said, _ := io.ReadAll(answer.Body)
		assert.Equal(t, c.status, answer.StatusCode, c.why)
		assert.True(t, strings.HasSuffix(string(said), "。") && !slices.Contains([]byte(said), '\n'), "%s: %q", c.why, said)
	}
	assert.Contains(t, p.view(location), "通过")
}

func BenchmarkDropToVerdict(b *testing.B) {
	r := sample.Report(b, town)
	var book bytes.Buffer
	_, err := workbook.Write(&book, r, workbook.Options{})
	require.NoError(b, err)
	for b.Loop() {
		h, err := web.New(web.Options{Now: time.Now})
		require.NoError(b, err)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("POST", "/files?name=a.xlsx", bytes.NewReader(book.Bytes())))
		w = httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", "/report/1", nil))
		require.Equal(b, 200, w.Code)
	}
}

// 去改 leads to something that is there, whatever is found: to a text that is empty, to where a paragraph is added.
func TestWhereToMendIsThere(t *testing.T) {
	empty := filled(t, town, func(r *model.Report) { delete(r.Texts, "narrative.problems") })
	for _, c := range []struct {
		why, name string
		data      []byte
		target    string
	}{
		{"a section is empty", "空.xlsx", empty, "add-narrative.problems"},
		{"nothing is filled in", "白.xlsx", filled(t, town, func(r *model.Report) {
			*r = *model.New(r.Edition)
			r.Fields["report.year"] = model.Field{Text: "2025"}
		}), "add-narrative.overview"},
		{"a heading is otherwise than it should be", "稿.txt", []byte(strings.ReplaceAll(publishedText, "五、存在的主要问题及改进情况", "五、存在问题")), "add-narrative.problems"},
	} {
		p := open(t, web.Options{})
		_, body := p.get(p.upload("/files?", c.name, c.data))
		ids := targets(body)
		assert.Contains(t, ids, c.target, c.why)
		for _, id := range ids {
			assert.Contains(t, body, `id="`+id+`"`, c.why)
		}
	}
	p := open(t, web.Options{})
	p.upload("/files?as=last&", "上年.xlsx", filled(t, town, func(r *model.Report) { r.Fields["report.year"] = model.Field{Text: "2023"} }))
	_, body := p.get(p.upload("/files?", "本年.xlsx", filled(t, town, nil)))
	assert.Contains(t, targets(body), "c-narrative.overview-1", "what is found on a whole text leads to its beginning")
	assert.Contains(t, body, `id="c-narrative.overview-1"`)
}

const publishedText = "望禾镇人民政府2024年政府信息公开工作年度报告\n一、总体情况\n2024年，我镇公开信息10条。\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n无。\n"

// What must be mended stands before what may be explained, wherever in the form it is.
func TestWhatWeighsMostComesFirst(t *testing.T) {
	p := open(t, web.Options{})
	_, body := p.get(p.upload("/files?", "填报.xlsx", filled(t, town, func(r *model.Report) {
		r.Figures["proactive.normative.issued"] = model.ParseFigure(form.Count, "5")
		withFault(r)
	})))
	levels := regexp.MustCompile(`<article class="finding (\w+)`).FindAllStringSubmatch(body, -1)
	var order []string
	for _, l := range levels {
		order = append(order, l[1])
	}
	assert.Contains(t, order, "fatal")
	assert.Contains(t, order, "query")
	assert.True(t, slices.IsSortedFunc(order, func(a, b string) int {
		rank := []string{"fatal", "query", "info"}
		return slices.Index(rank, a) - slices.Index(rank, b)
	}), order)
}

// Where the report is taken to be published, it stands what is still open in it, and the workbook that keeps what was mended on the page.
func TestWhatIsOpenIsSaidWhereItIsPublished(t *testing.T) {
	query := func(r *model.Report) { r.Fields["unit.phone"] = model.Field{Text: "12"} }
	for _, c := range []struct {
		why    string
		change func(*model.Report)
		told   string // "" for nothing
	}{
		{"nothing is open", nil, ""},
		{"something is to be looked at again", query, "通过，还有要核实的2处。公布以前，请改正或者写明说明。 去看"},
		{"a draft says so by itself", withFault, "这里是草稿，不要公布"},
	} {
		p := open(t, web.Options{})
		location := p.upload("/files?", "填报.xlsx", filled(t, town, c.change))
		view := p.view(location + "/pages")
		if c.told == "" {
			assert.NotContains(t, view, "公布以前", c.why)
		}
		assert.Contains(t, view, c.told, c.why)
		assert.Contains(t, view, "填报表 自己留着", c.why)
	}

	p := open(t, web.Options{})
	location := p.upload("/files?", "填报.xlsx", filled(t, town, nil))
	changes := []map[string]any{{"key": "unit.phone", "paragraph": 0, "before": "000-52345678", "text": "000-52345679"}}
	require.Equal(t, http.StatusCreated, p.post(location+"/changes", changes).StatusCode)
	assert.Contains(t, p.view(location+"/pages"), "改好的填报表 在这里改了1处，只写在这一份里，请下载留着")
	_, text := p.get(location + "/files/html")
	saved := p.upload("/files?", "网上.html", []byte(text))
	_, page := p.get(saved + "/pages")
	assert.Contains(t, page, saved+"/files/form", "what came as a page has none of its own")
}
