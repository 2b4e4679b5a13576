package web_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/web"
)

// withSlips makes slips of the pen in figures and in texts.
func withSlips(r *model.Report) {
	withFault(r)
	overview, other := form.Key("narrative.overview"), form.Key("narrative.other")
	r.Texts[overview] = append(r.Texts[overview], model.Paragraph{Text: "我镇认真落实政府信息公开条列的各项要求，公开更加及时。"})
	r.Texts[other] = []model.Paragraph{{Text: "本年度没有收取信息处理费。我镇没有其他需要报告的事项"}}
}

func TestMendingWhatWasFound(t *testing.T) {
	sample.Long(t)
	chromium, node := sample.Program(t, "chromium"), sample.Program(t, "node")
	sample.Need(t, "puppeteer-core")
	book := filepath.Join(t.TempDir(), "填报.xlsx")
	require.NoError(t, os.WriteFile(book, filled(t, town, withSlips), 0o644))
	var seen struct {
		Complaints, Totals, Untold, Reset, Next, Further []string
		Figure, Typed, Words, End, Between               string
		FirstInSight, Folded, Steps, TrailBefore, Trail  bool
		TrailAfter, BackInSight                          bool
		Across, Wide, Printed                            []int
		Back, BackAt, Pages                              int
	}
	said := sample.Run(t, node, sample.Path(t, "testdata/browser/mend.mjs"), chromium, serve(t), book)
	require.NoError(t, json.Unmarshal([]byte(said), &seen))
	assert.Empty(t, seen.Complaints)
	assert.Equal(t, "requests.received.natural_person 999", seen.Figure, "what is typed takes its place")
	assert.Equal(t, "41", seen.Typed)
	assert.Equal(t, []string{"7", "7", "7"}, seen.Totals, "totals follow while one types")
	assert.Equal(t, []string{"", "", ""}, seen.Untold, "what is no number adds up to nothing")
	assert.Equal(t, []string{"0", "0", "0"}, seen.Reset)
	assert.Contains(t, seen.Words, " 公开条列")
	assert.Equal(t, "本年度没有收取信息处理费。我镇没有其他需要报告的事项。", seen.End)
	assert.Equal(t, "中间加的一段。", seen.Between)
	assert.True(t, seen.FirstInSight, "what is found is on the first screen, however much was changed")
	assert.True(t, seen.Folded)
	for i := range seen.Across {
		assert.LessOrEqual(t, seen.Across[i], 0, "table %d is wider than its place", i)
		assert.LessOrEqual(t, seen.Wide[i], 1, "table %d leaves a strip beside it", i)
	}
	assert.Equal(t, 900, seen.Back, "one comes back to where one was")
	assert.True(t, seen.Steps, "all steps are in sight on a phone")
	assert.True(t, seen.TrailBefore, "nothing leads back where one has not gone")
	assert.True(t, seen.Trail)
	assert.True(t, seen.TrailAfter, "it stays when what was typed is saved")
	assert.Equal(t, seen.Next[0], seen.Next[1])
	assert.Equal(t, seen.Further[0], seen.Further[1])
	assert.Equal(t, 1, seen.BackAt)
	assert.True(t, seen.BackInSight)
	assert.Positive(t, seen.Pages)
	assert.Equal(t, []int{seen.Pages, seen.Pages}, seen.Printed, "no sheet but the report's pages")
}

// A finding tells the page which words of a text to select: those that are wrong, or else all that are quoted, if they stand there so.
func TestWordsThatAreWrongAreSelected(t *testing.T) {
	p := open(t, web.Options{})
	_, body := p.get(p.upload("/files?", "填报.xlsx", filled(t, town, withSlips)))
	assert.Regexp(t, `data-words="[^"]*公开条列[^"]*" data-wrong="公开条列">去改`, body)
	assert.Regexp(t, `href="#c-narrative.other-1"[^>]* data-words="[^"]*报告的事项" data-behind>去改`, body)
	_, body = p.get(p.upload("/files?", "记号.xlsx", filled(t, town, func(r *model.Report) {
		r.Texts["narrative.overview"] = append(r.Texts["narrative.overview"], model.Paragraph{Text: "{{单位}}认真落实公开条列。"})
	})))
	assert.Regexp(t, `公开条列”应是`, body)
	assert.NotRegexp(t, `data-words="[^"]*清溪镇[^"]*公开条列`, body, "what stands there otherwise than it is read is not looked for")
}

func TestWhatIsNotToldIsAddedAtTheEnd(t *testing.T) {
	p := open(t, web.Options{})
	_, body := p.get(p.upload("/files?", "填报.xlsx", filled(t, town, func(r *model.Report) {
		r.Texts["narrative.overview"] = []model.Paragraph{{Text: "主动公开信息320条，没有收到申请。"}, {Text: "信息先审后发。网站按时更新。组织培训2次。"}}
	})))
	assert.Regexp(t, `<a class="go" href="#c-narrative.overview-2"[^>]* data-behind>去改</a></p>\s*<p class="message">没有写到`, body)
}

// What the page does not show is mended in the workbook, and a finding on it says so; the workbook with what was mended here, if anything was.
func TestWhatCannotBeMendedHereIsMendedInTheWorkbook(t *testing.T) {
	p := open(t, web.Options{})
	const due = "改“依申请台账”这一页，保存，再放进来。"
	location := p.upload("/files?", "填报.xlsx", p.withLedger([]any{"3月5日", "自然人"}))
	_, body := p.get(location)
	assert.Contains(t, body, "要改的，请在WPS里"+due)
	require.Equal(t, http.StatusCreated, p.post(location+"/changes", []typed{{"key": "unit.phone", "before": "", "text": "0931-1234567"}}).StatusCode)
	_, body = p.get(location)
	assert.Contains(t, body, "要改的，请在WPS里打开下载的“改好的填报表”，"+due)

	book, err := excelize.OpenReader(bytes.NewReader(filled(t, town, nil)))
	require.NoError(t, err)
	require.NoError(t, book.SetCellStr("一、总体情况", "G9", "写在旁边的一段"))
	var beside bytes.Buffer
	require.NoError(t, book.Write(&beside))
	_, body = p.get(p.upload("/files?", "旁边.xlsx", beside.Bytes()))
	assert.Contains(t, body, "要改的，请在WPS里改“一、总体情况”这一页，保存，再放进来。", "of whatever kind it is")

	_, body = p.get(p.upload("/files?", "公布.txt", []byte(publishedText)))
	assert.NotContains(t, body, "要改的，请在WPS里", "there is no workbook")
}

// A total below 0 is mended by what it adds up, since nothing can be typed into it.
func TestNegativeTotalLeadsToWhatItAddsUp(t *testing.T) {
	p := open(t, web.Options{})
	_, body := p.get(p.upload("/files?", "填报.xlsx", filled(t, town, func(r *model.Report) {
		for _, k := range []form.Key{"requests.granted.natural_person", "requests.granted.total", "requests.total.natural_person", "requests.total.total"} {
			r.Figures[k] = model.ParseFigure(form.Count, "-2")
		}
	})))
	assert.Regexp(t, `href="#c-requests.granted.natural_person"[^>]*>去改（先看“予以公开·自然人”）`, body)
}

func TestTotalsKnowWhatTheyAddUp(t *testing.T) {
	p := open(t, web.Options{})
	_, body := p.get(p.upload("/files?", "填报.xlsx", filled(t, town, nil)))
	assert.Contains(t, body, `<output id="c-disputes.review.total" data-parts="c-disputes.review.upheld c-disputes.review.corrected c-disputes.review.other c-disputes.review.pending"`)
}

func TestDateIsCopiedAsItIsPrinted(t *testing.T) {
	for _, c := range []struct{ why, typed, copied string }{
		{"with dots", "2025.1.20", "2025年1月20日"},
		{"no date: as it is typed", "明年初", "明年初"},
	} {
		p := open(t, web.Options{})
		location := p.upload("/files?", "填报.xlsx", filled(t, town, func(r *model.Report) { r.Fields["report.date"] = model.Field{Text: c.typed} }))
		_, body := p.get(location + "/pages")
		assert.Contains(t, body, `data-copy="`+c.copied+`"`, c.why)
	}
}
