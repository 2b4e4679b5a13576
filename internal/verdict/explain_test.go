package verdict_test

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/verdict"
)

func explained(t *testing.T, words string) string {
	var b bytes.Buffer
	ok, err := verdict.ExplainWord(&b, words)
	require.NoError(t, err)
	require.Equal(t, ok, b.Len() > 0, words)
	return b.String()
}

func TestExplainWord(t *testing.T) {
	for _, c := range []struct{ why, words, want string }{
		{"a group of rows: its members", "不予公开", "  · 5.属于三类内部事务信息。人事管理、后勤管理、内部工作流程（《条例》第十六条）\n"},
		{"what its sum is", "不予公开", "是多少：表里没有这一格，是这8格的和：属于国家秘密＋"},
		{"where the sum counts", "不予公开", "计入：“（七）总计”的“总计”\n"},
		{"another year's form is the same", "无法提供", "\n2019至2020年度的格式里也是这样。\n"},
		{"another year's form has one row where this one has a group", "其他处理", "\n2019至2020年度的格式里不同的：\n名称：“（六）其他处理”的“总计”\n"},
		{"a column, and what it must balance", "自然人", "  · 本年新收·自然人＋上年结转·自然人 ＝ 办理结果总计·自然人＋结转下年度·自然人\n"},
		{"a row", "规章", "文字里可以写：与哪一列合起来写都行，如{{规章·本年制发}}\n"},
		{"a row that a total speaks for", "本年新收", "键名：requests.received.total\n"},
		{"a total is not typed", "本年新收", "怎么填：填本年1月1日至12月31日收到的申请件数。自动相加，不用填。\n要相符"},
		{"in braces", "{{本年新收}}", "键名：requests.received.total\n"},
		{"in those of a Chinese keyboard", "｛｛ 本年新收 ｝｝", "键名：requests.received.total\n"},
		{"a cell of a group", "不予公开·自然人", "计入：“（七）总计”的“自然人”\n"},
		{"namesakes", "结果维持", "请写明是哪一处：\n  · 行政复议·结果维持："},
		{"namesakes by the heads above", "其他", "  · 法人或其他组织·其他："},
		{"a section with its table", "依申请公开", "三、收到和处理政府信息公开申请情况（标题，一字不改）\n"},
		{"a section of text", "一、总体情况", "怎么写：写五个方面的工作"},
		{"the preface", "前言", "键名：narrative.preface\n"},
		{"a part of the unit's data", "邮编", "键名：unit.postcode\n"},
		{"by the name that placeholders have", "单位", "文字里可以写：{{单位}}或{{单位名称}}\n"},
		{"the level of a unit", "乡镇", "规章：无权制定，各格都填0。\n"},
		{"one with another deadline", "县级政府", "3月31日前"},
		{"the level of a finding", "核实", "情况属实的，按编号写明说明"},
		{"no word of the form", "村务公开", ""},
		{"nothing", "", ""},
	} {
		got := explained(t, c.words)
		assert.Contains(t, got, c.want, c.why)
		assert.Equal(t, c.want == "", got == "", c.why)
	}
}

// Whatever is asked about, no sentence stands twice in the answer.
func TestExplanationsSayEachSentenceOnce(t *testing.T) {
	once := func(what, text string) {
		seen := map[string]bool{}
		for _, sentence := range regexp.MustCompile(`[^。\n]+。`).FindAllString(text, -1) {
			assert.False(t, seen[sentence], "%s: %s", what, sentence)
			seen[sentence] = true
		}
	}
	for _, rule := range check.Catalogue() {
		var b bytes.Buffer
		require.NoError(t, verdict.ExplainRule(&b, rule, verdict.Options{Word: word}))
		_, cases, _ := strings.Cut(b.String(), "会提出来的：")
		once(rule.ID, regexp.MustCompile(`“[^“”]*”`).ReplaceAllStringFunc(cases, func(quoted string) string { // what is quoted is no sentence of ours
			return strings.ReplaceAll(quoted, "。", "，")
		}))
	}
	for _, e := range form.Editions() {
		for _, q := range e.Quantities() {
			once(q.Name, explained(t, q.Name))
		}
		for _, g := range e.Groups() {
			once(g.Head().Label, explained(t, g.Head().Label))
		}
	}
}

// The mistakes at a figure are cases of many rules, each told without those before it.
func TestMistakesAreToldByThemselves(t *testing.T) {
	for _, rule := range check.Catalogue() {
		for _, c := range rule.Cases() {
			for _, k := range c.Finds {
				if _, isFigure := c.Input().Report.Edition.Cell(k); isFigure {
					assert.NotRegexp(t, `^[^，]*也`, c.Why, "%s: it goes on from the case before", rule.ID)
				}
			}
		}
	}
}

// All that may stand in a text is listed, and all that is listed may stand in one.
func TestWritePlaceholders(t *testing.T) {
	var b bytes.Buffer
	require.NoError(t, verdict.WritePlaceholders(&b))
	sample.Golden(t, "testdata/placeholders.golden", b.String())
	known := func(typed string) bool {
		for _, e := range form.Editions() {
			_, open := model.New(e).FillIn(typed)
			if len(open) > 0 && open[0].Known { // a blank report has nothing to fill in, but knows what is meant
				return true
			}
		}
		return false
	}
	listed := map[string]bool{}
	for _, typed := range regexp.MustCompile(`\{\{[^{}]+\}\}`).FindAllString(b.String(), -1) {
		assert.True(t, known(typed) || typed == "{{年份}}" || typed == "{{报告年度}}", typed)
		listed[typed] = true
	}
	for _, e := range form.Editions() {
		for _, q := range e.Quantities() {
			assert.True(t, listed["{{"+q.Name+"}}"], q.Name)
		}
	}
	for _, name := range form.FieldNames() {
		assert.True(t, listed["{{"+name+"}}"], name)
	}
}

func TestExplainFinding(t *testing.T) {
	broken := outcomes(t)[1]
	for i, f := range broken.Findings { // one of a figure as it is read from a workbook, one of a text
		if f.Rule == "disputes-total" {
			broken.Findings[i].Cells[0].Place = model.Place{Sheet: "四、复议诉讼", Ref: "E6"}
		}
	}
	text := sample.Report(t, "e-town-2024")
	text.Figures["proactive.normative.issued"] = model.ParseFigure(form.Count, "6")
	list := []verdict.Outcome{broken, {File: "望禾.json", Report: text, Findings: check.Run(&check.Input{Report: text})}}
	var b bytes.Buffer
	told := map[string]bool{}
	for _, o := range list {
		for _, f := range o.Findings {
			if !told[f.Rule] {
				told[f.Rule] = true
				require.NoError(t, verdict.ExplainFinding(&b, o, f, verdict.Options{Word: word}))
				b.WriteByte('\n')
			}
			assert.Equal(t, f.Fingerprint, o.Asked(f.Number())[0].Fingerprint)
		}
		assert.Empty(t, o.Asked("000000"))
	}
	assert.NotContains(t, b.String(), "\x1b")
	sample.Golden(t, "testdata/findings.golden", b.String())
}

func TestAlike(t *testing.T) {
	for _, c := range []struct {
		why, words string
		want       string // the first
	}{
		{"a slip", "不公公开", "不予公开"},
		{"in the name of a rule", "requests-balence", "requests-balance"},
		{"in a key", "requests.recieved.total", "requests.received.total"},
		{"a part of a name", "另行制作", "需要另行制作"},
		{"a part of a label", "新制作数量", "本年新制作"},
		{"what only a note speaks of", "不动产登记", "行政查询事项"},
		{"one character is in too many", "公", ""},
		{"something else", "天气预报", ""},
		{"far too long", strings.Repeat("公开", 1000), ""},
	} {
		got := verdict.Alike(c.words)
		if c.want == "" {
			assert.Empty(t, got, c.why)
		} else if assert.NotEmpty(t, got, c.why) {
			assert.Equal(t, c.want, got[0], c.why)
		}
	}
}
