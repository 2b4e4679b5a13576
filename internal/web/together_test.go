package web_test

import (
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
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

// With the list in hand a unit's own earlier file, in which its name was wrong, is no other unit's, whichever comes first.
func TestAnEarlierFileIsNoOtherUnits(t *testing.T) {
	p := open(t, web.Options{})
	p.upload("/files?", "清溪镇.xlsx", member(t, "清奚镇人民政府", nil))
	p.upload("/files?", "新.xlsx", member(t, "清溪镇人民政府", nil))
	assert.Contains(t, p.view("/report/2"), "与别的单位雷同", "without the list nobody can tell")
	p.upload("/files?as=office&", "名单.csv", []byte(members))
	assert.NotContains(t, p.view("/reports"), "和别的单位雷同")
	assert.NotContains(t, p.view("/report/2"), "与别的单位雷同")
	require.Equal(t, http.StatusCreated, p.post("/office/clear", map[string]any{}).StatusCode)
	assert.Contains(t, p.view("/report/2"), "与别的单位雷同", "the list is gone")
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

// Two years of a unit in hand are held against each other, whichever comes first; where there is nothing to hold a report against, the page
// says so and takes last year's there.
func TestLastYearsAmongThoseInHand(t *testing.T) {
	last := func(r *model.Report) {
		year, ok := r.Year()
		require.True(t, ok)
		r.Fields["report.year"] = model.Field{Text: strconv.Itoa(year - 1)}
		r.Figures["requests.carried_out.natural_person"] = model.NumberValue(decimal.NewFromInt(7))
	}
	const uncompared, button = "没有和上年比：上年结转、现行有效、与上年雷同没有核对。", `data-upload="/files?as=last" data-then="/report/1"`
	p := open(t, web.Options{})
	p.upload("/files?", "本年.xlsx", filled(t, town, nil))
	_, alone := p.get("/report/1")
	assert.Contains(t, alone, uncompared)
	assert.Contains(t, alone, button)
	p.upload("/files?", "上年.xlsx", filled(t, town, last))
	_, page := p.get("/report/1")
	assert.Contains(t, page, "和一起放进来的上年年报“上年.xlsx”比过。")
	assert.Contains(t, page, "换一份上年的")
	assert.NotContains(t, page, "用的是一起看的", "it is said once")
	assert.NotContains(t, page, "修改前后", "nobody changed anything")
	assert.Contains(t, page, "上年报告里的“结转下年度继续办理”是7")
	assert.NotContains(t, page, "没有和上年比")
	assert.NotContains(t, p.view("/report/2"), "没有和上年比", "it is there to be compared with")
	assert.NotContains(t, p.view("/reports"), "没有和上年比")
	require.Equal(t, http.StatusCreated, p.post("/report/2/close", map[string]any{}).StatusCode)
	_, page = p.get("/report/1")
	assert.Equal(t, alone, page, "it is gone")

	p.upload("/files?as=last&", "坏.xlsx", []byte("坏"))
	_, page = p.get("/report/1")
	assert.Contains(t, page, uncompared)
	assert.Contains(t, page, "坏.xlsx：", "why it is no use")
	p.upload("/files?", "上年.xlsx", filled(t, town, last))
	_, page = p.get("/report/1")
	assert.Contains(t, page, "和一起放进来的上年年报“上年.xlsx”比过。")
	assert.Contains(t, page, "坏.xlsx：", "nor in its place")
	p.upload("/files?as=last&", "上年.xlsx", filled(t, town, last))
	_, page = p.get("/report/1")
	assert.NotContains(t, page, "没有和上年比")
	assert.Contains(t, page, "上年报告里的“结转下年度继续办理”是7")
}

// What a report is held against is no change of anybody's: before and after a change, the same is compared.
func TestWhatIsFoundOtherwiseWithoutAChange(t *testing.T) {
	last := filled(t, town, func(r *model.Report) {
		r.Fields["report.year"] = model.Field{Text: "2023"}
		r.Figures["requests.carried_out.natural_person"] = model.NumberValue(decimal.NewFromInt(7))
	})
	for _, c := range []struct {
		why, to string
		gone    string // what takes it out of hand again
	}{
		{"it is given as last year's", "/files?as=last&", "/last/clear"},
		{"it is among the reports in hand", "/files?", "/report/2/close"},
	} {
		p := open(t, web.Options{})
		p.upload("/files?", "本年.xlsx", filled(t, town, withFault))
		type typed struct{ Key, Before, Text string }
		p.post("/report/1/changes", []typed{{"unit.phone", "000-52345678", "000-52345679"}})
		const changed, fresh = "修改前后", "新出现0处"
		require.Contains(t, p.view("/report/1"), changed)
		p.upload(c.to, "上年.xlsx", last)
		page := p.view("/report/1")
		require.Contains(t, page, "上年报告里的“结转下年度继续办理”是7", c.why)
		assert.NotContains(t, page, changed, c.why)
		p.post("/report/1/changes", []typed{{"unit.phone", "000-52345679", "000-52345678"}})
		assert.Contains(t, p.view("/report/1"), fresh, c.why)
		p.post(c.gone, map[string]any{})
		assert.NotContains(t, p.view("/report/1"), changed, c.why)
	}
}

// What last year's reports say alike is nothing of this year's, which they are only put in hand to be compared with.
func TestOnlyReportsOfTheYearAreHeldAgainstEachOther(t *testing.T) {
	p := open(t, web.Options{})
	const units = 7 // more than may be told one by one
	put := func(of, year int, text string) {
		unit := string([]rune("甲乙丙丁戊己庚")[of]) + "山镇人民政府"
		p.upload("/files?", fmt.Sprintf("%d_%d.xlsx", year, of), member(t, unit, func(r *model.Report) {
			r.Fields["report.year"] = model.Field{Text: strconv.Itoa(year)}
			for _, key := range check.LikenessSections() {
				r.Texts[key] = model.SplitParagraphs(text, model.Place{})
			}
		}))
	}
	const alike = "公开专区去的人少，查询设备长期闲置在大厅里。解读材料多是照搬原文，群众看了不大明白。个别站所办结以后一周才报送材料。村里的大喇叭一直没有用起来。"
	own := func(of string) (text string) {
		for i := range 4 {
			text += strings.Repeat(of+string(rune('一'+13*i)), 6) + "。"
		}
		return text
	}
	for of := range units {
		put(of, 2024, alike)
		put(of, 2025, own(string(rune('一'+97*of))))
	}
	assert.NotContains(t, p.view("/reports"), "互相照抄")
	put(units-1, 2024, own("独")) // so that few have the sentences, which is told one by one
	put(units-2, 2024, own("自"))
	assert.NotContains(t, p.view("/report/1"), "与别的单位雷同", "last year's")
	require.Equal(t, http.StatusCreated, p.post("/reports/year/2024", map[string]any{}).StatusCode)
	assert.Contains(t, p.view("/report/1"), "与别的单位雷同", "the year that was chosen")
	require.Equal(t, http.StatusCreated, p.post("/reports/year/2025", map[string]any{}).StatusCode)
	for of := range units {
		put(of, 2025, alike)
	}
	assert.Contains(t, p.view("/reports"), "有7个单位的")
}
