package web_test

import (
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/model"
	"nianbao/internal/web"
)

// renamed is a report as another unit would hand it in that copied it.
func renamed(r *model.Report) {
	own := strings.TrimSuffix(r.Unit(), "人民政府")
	as := strings.NewReplacer(own, "石桥镇", "2", "7")
	for key, paragraphs := range r.Texts {
		for i := range paragraphs {
			r.Texts[key][i].Text = as.Replace(paragraphs[i].Text)
		}
	}
	r.Fields["unit.name"] = model.Field{Text: "石桥镇人民政府"}
}

// Reports in hand are compared with each other, whenever one comes or goes; what is the same stands side by side.
func TestAlikeReportsAreShownSideBySide(t *testing.T) {
	p := open(t, web.Options{})
	p.upload("/files?", "甲.xlsx", filled(t, town, nil))
	assert.NotContains(t, p.view("/report/1"), "与别的单位雷同", "it is alone")
	p.upload("/files?", "乙.xlsx", filled(t, town, renamed))
	first, second := p.view("/report/1"), p.view("/report/2")
	assert.Contains(t, first, "和“石桥镇人民政府”（乙.xlsx）的相同")
	assert.Contains(t, second, "（甲.xlsx）的相同")
	_, page := p.get("/report/2")
	assert.Regexp(t, `<th scope="col">“[^”]+”（甲.xlsx）</th>`, page)
	assert.Regexp(t, `<td><span class="where">五、存在的主要问题及改进情况第1段</span> <mark>[^<]+</mark></td><td><span class="where">五、存在的主要问题及改进情况第1段</span> <mark>`, page)
	assert.Contains(t, p.view("/reports"), "待核实2")
	require.Equal(t, http.StatusCreated, p.post("/report/1/close", map[string]any{}).StatusCode)
	assert.NotContains(t, p.view("/report/2"), "与别的单位雷同", "the other one is gone")
}

func TestLastYearsTextIsShownSideBySide(t *testing.T) {
	p := open(t, web.Options{})
	p.upload("/files?as=last&", "上年.xlsx", filled(t, town, func(r *model.Report) {
		year, ok := r.Year()
		require.True(t, ok)
		r.Fields["report.year"] = model.Field{Text: strconv.Itoa(year - 1)}
	}))
	p.upload("/files?", "本年.xlsx", filled(t, town, nil))
	_, page := p.get("/report/1")
	assert.Contains(t, page, `<th scope="col">上年的报告</th>`)
	assert.Contains(t, page, "<mark>")
}
