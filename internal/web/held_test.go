package web_test

import (
	"net/http"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/web"
	"nianbao/internal/workbook"
)

// A form that is made of a page fills in the noughts that the page leaves out, and not those of the report in hand.
func TestAFormIsMadeOfACopy(t *testing.T) {
	p := open(t, web.Options{})
	report := p.upload("/files?", "填报.xlsx", filled(t, town, nil))
	_, page := p.get(report + "/files/html")
	noughts := 0
	blanked := regexp.MustCompile(">0</td>").ReplaceAllStringFunc(page, func(cell string) string {
		if noughts++; noughts%16 != 0 { // so few that the others prove them
			return cell
		}
		return "></td>"
	})
	require.Greater(t, noughts, 16)
	report = p.upload("/files?", "网页.html", []byte(blanked))
	before := p.view(report)
	_, form := p.get(report + "/files/form")
	r, err := workbook.Read([]byte(form))
	require.NoError(t, err)
	_, data := p.get(report + "/files/json")
	blank := 0
	for _, c := range r.Edition.Cells() {
		if !r.Figure(c.Key).IsNumber() {
			blank++
		}
	}
	require.Less(t, blank, strings.Count(data, "null"), "the form has some that the page left out")
	assert.Equal(t, before, p.view(report), "looking at it changes nothing")
}

// What is online is held against the report: it is the same, until the report is mended; then the notice of that is there.
func TestPublishedIsHeldAgainstTheReport(t *testing.T) {
	p := open(t, web.Options{})
	report := p.upload("/files?", "清溪.xlsx", member(t, "清溪镇人民政府", nil))
	status, published := p.get(report + "/files/html")
	require.Equal(t, http.StatusOK, status)
	status, _ = p.get(report + "/files/correction")
	assert.Equal(t, http.StatusConflict, status, "nothing was published that is known")

	assert.Equal(t, report+"/edited", p.upload(report+"/published?", "公布的.html", []byte(published)))
	view := p.view(report + "/edited")
	assert.Contains(t, view, "“公布的.html”和这一份：一致。")
	assert.NotContains(t, view, "下载更正说明")
	status, _ = p.get(report + "/files/correction")
	assert.Equal(t, http.StatusConflict, status, "nothing is to be corrected")

	changed := []map[string]any{{"Key": "proactive.licensing.decisions", "Before": "0", "Text": "41"}}
	require.Equal(t, http.StatusCreated, p.post(report+"/changes", changed).StatusCode)
	view = p.view(report + "/edited")
	assert.Contains(t, view, "不一致，数字1处")
	assert.Contains(t, view, "公布的（表二 第7行）是0，这一份（“二、主动公开”B9）是41")
	_, zip := p.get(report + "/files/correction")
	files := sample.Unzip(t, []byte(zip))
	assert.Contains(t, files["更正说明.txt"], "“行政许可”的“本年处理决定数量”：原为0，更正为41。")
	assert.Contains(t, files, "更正清单.txt")

	p.upload(report+"/published?", "别家的.html", []byte(pageOf(t, "石桥镇人民政府")))
	view = p.view(report + "/edited")
	assert.Contains(t, view, "单位或年度不同，多半放错了")
	assert.NotContains(t, view, "下载更正说明")
	answer := p.ask("POST", report+"/published?name=x.docx", web.File, strings.NewReader("PK"))
	assert.Equal(t, http.StatusUnprocessableEntity, answer.StatusCode)
	assert.Contains(t, p.view(report+"/edited"), "别家的.html", "what is there stays")
}

// A workbook that is saved again is still the report that everything was brought to: what was published, a form of a higher office, a Word
// document, slips. All of it is held against what stands in it now; and against nothing while it cannot be read.
func TestWhatWasBroughtToAReportStaysWhenItIsSavedAgain(t *testing.T) {
	p := open(t, web.Options{})
	const name = "填报.xlsx"
	changed := p.upload("/files?", "改过.xlsx", filled(t, town, withFault))
	_, document := p.get(changed + "/files/docx")
	report := p.upload("/files?", name, filled(t, town, nil))
	require.NotEqual(t, changed, report)
	_, online := p.get(report + "/files/html")
	edited := func(half string) []byte {
		return sample.Rezip(t, []byte(document), func(part, content string) string {
			return strings.Replace(content, "。</w:t>", half+"。</w:t>", 1)
		})
	}
	p.upload(report+"/edited?", "初审.docx", edited("，初审时加了半句"))
	require.Equal(t, http.StatusCreated, p.takeBack(report).StatusCode)
	p.upload(report+"/edited?", "复审.docx", edited("，复审时加了半句"))
	p.upload(report+"/published?", "公布的.html", []byte(online))
	p.upload(report+"/fill?", "市里的表.xlsx", sample.Read(t, "testdata/foreign/01_一页三表.xlsx"))

	figure := func(r *model.Report) {
		r.Figures["proactive.licensing.decisions"] = model.ParseFigure(form.Count, "7351")
	}
	for _, c := range []struct {
		why  string
		data []byte
		kept bool // it can be read, so that all is held against it
	}{
		{"it is saved with another figure", filled(t, town, figure), true},
		{"a program is still writing it", []byte("PK\x03\x04"), false},
		{"and has written it", filled(t, town, figure), true},
	} {
		require.Equal(t, report, p.upload("/files?", name, c.data), c.why)
		view, upward := p.view(report+"/edited"), p.view(report+"/upward")
		status, form := p.get(report + "/files/filled")
		if !c.kept {
			assert.NotContains(t, view+upward, "公布的.html", c.why)
			assert.NotContains(t, upward, "市里的表.xlsx", c.why)
			assert.Equal(t, http.StatusUnprocessableEntity, status, c.why)
			continue
		}
		assert.Contains(t, p.view(report), "不一样，没有改，请您决定", c.why)
		assert.Contains(t, view, "“复审.docx”里的修改", c.why)
		assert.Contains(t, view, "“公布的.html”和这一份：不一致", c.why)
		assert.Regexp(t, "公布的（.*）是0，这一份（.*）是7351", view, c.why)
		assert.Contains(t, upward, "市里的表.xlsx", c.why)
		require.Equal(t, http.StatusOK, status, c.why)
		found := false
		for _, part := range sample.Unzip(t, []byte(form)) {
			found = found || strings.Contains(part, "7351")
		}
		assert.True(t, found, c.why)
	}
}

// pageOf is another unit's report, as it is published.
func pageOf(t *testing.T, unit string) string {
	p := open(t, web.Options{})
	report := p.upload("/files?", "另一家.xlsx", member(t, unit, func(r *model.Report) {
		r.Figures[form.Key("proactive.licensing.decisions")] = model.ParseFigure(form.Count, "3")
	}))
	_, page := p.get(report + "/files/html")
	return page
}
