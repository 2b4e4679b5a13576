package workbook

import (
	"encoding/xml"
	"fmt"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/spreadsheet"
)

// assertSame compares what two reports say; where it stood and what was repaired on the way there are not compared.
func assertSame(t testing.TB, want, got *model.Report) {
	t.Helper()
	assert.Equal(t, want.Edition.ID, got.Edition.ID)
	for _, f := range form.Fields() {
		assert.Equal(t, want.Fields[f.Key].Text, got.Fields[f.Key].Text, f.Key)
	}
	for _, c := range want.Edition.Cells() {
		w, g := want.Figure(c.Key), got.Figure(c.Key)
		assert.Equal(t, w.State, g.State, c.Key)
		assert.Equal(t, w.Printed(), g.Printed(), c.Key)
		assert.Equal(t, w.Unit, g.Unit, c.Key)
	}
	for _, p := range want.Edition.Passages() {
		assert.Equal(t, texts(want.Texts[p.Key]), texts(got.Texts[p.Key]), p.Key)
	}
	assert.Empty(t, got.Strays)
	assert.Empty(t, got.Lost)
}

func texts(paragraphs []model.Paragraph) []string {
	var out []string
	for _, p := range paragraphs {
		out = append(out, p.Text)
	}
	return out
}

func TestSamplesComeBack(t *testing.T) {
	for name, want := range sample.Reports(t) {
		t.Run(name, func(t *testing.T) {
			got, err := Read(written(t, want, Options{}))
			require.NoError(t, err)
			assertSame(t, want, got)
		})
	}
}

// awkward are texts that formats trip over: markup, formulas, escapes of XML and of spreadsheets, characters beyond the first plane.
var awkward = []string{
	"=1+1", "'单引号开头", "-3", "@人员", "<b>粗体</b>&amp;", "]]>", `"引号"“套‘引号’”`, "_x0041_", "_x005F_", "_x_", "控\u0001制\u001f符",
	"\ufffe", "𬇹𫭼𬭚㙍", "２０２５年", "123", "1.50", "TRUE", "#REF!", "{{本年新收}}", "中间  两个空格", "制\t表", "一年来……", "总计", "（一）主动公开", "正文",
}

// random makes a report in which anything may stand anywhere.
func random(e *form.Edition, seed uint64) *model.Report {
	rng := rand.New(rand.NewPCG(seed, 0))
	pick := func(of []string) string { return of[rng.IntN(len(of))] }
	r := model.New(e)
	for _, f := range form.Fields() {
		if rng.IntN(3) > 0 {
			r.Fields[f.Key] = model.Field{Text: pick(append([]string{"2025", "000000", "清溪镇人民政府"}, awkward...))}
		}
	}
	typed := []string{"", "0", "3", strconv.Itoa(rng.IntN(100000)), "无", "/", "1.5", "-2", "1234567890123456789", "=1+1", "_x0041_", "#VALUE!"}
	for _, c := range e.Cells() {
		text := pick(typed)
		switch {
		case c.Total && rng.IntN(2) == 0:
			continue
		case c.Measure == form.Amount:
			text = pick([]string{"", "5.2万元", "251000元", "251000", "约5万元"})
		case c.Measure == form.Fee:
			text = pick([]string{"", "0", "11384.8489", "7730.280", "0.00", "无"})
		}
		r.Figures[c.Key] = model.ParseFigure(c.Measure, text)
	}
	for _, p := range e.Passages() {
		for range rng.IntN(40) {
			r.Texts[p.Key] = append(r.Texts[p.Key], model.SplitParagraphs(pick(awkward), model.Place{})...)
		}
	}
	return r
}

// TestAnythingComesBack writes random reports and reads them again. A total that was not given comes back as the sum
// that the form makes of it.
func TestAnythingComesBack(t *testing.T) {
	for _, e := range form.Editions() {
		for seed := range uint64(10) {
			t.Run(fmt.Sprintf("%s-%d", e.ID, seed), func(t *testing.T) {
				want := random(e, seed)
				got, err := Read(written(t, want, Options{}))
				require.NoError(t, err)
				parts := sums(e)
				for _, k := range inOrder(e, parts) {
					if _, given := want.Figures[k]; !given {
						want.Figures[k] = (&reader{report: want}).sum(parts[k])
					}
				}
				assertSame(t, want, got)
			})
		}
	}
}

// What is read and written again stays the same to the byte, so that nothing creeps in by the reading.
func TestReadingAndWritingAgainChangesNothing(t *testing.T) {
	for _, name := range []string{"b-district-2022", "d-town-2020"} {
		first := written(t, sample.Report(t, name), Options{})
		r, err := Read(first)
		require.NoError(t, err)
		assert.Equal(t, first, written(t, r, Options{}), name)
	}
}

func TestEscapes(t *testing.T) {
	for text, stored := range map[string]string{
		"清溪镇":           "清溪镇",
		"a<b>&c":        "a&lt;b&gt;&amp;c",
		"\x01":          "_x0001_",
		"a\rb":          "a_x000D_b", // XML would make a line feed of it
		"a\tb\nc":       "a\tb\nc",
		"_x0041_":       "_x005F_x0041_",
		"_x005F_":       "_x005F_x005F_",
		"_x0041_x0042_": "_x005F_x0041_x005F_x0042_", // the underscore in the middle belongs to either
		"_x_ _x004_":    "_x_ _x004_",
		"\ufffe":        "_xFFFE_",
		"\xff":          "\uFFFD", // no character
	} {
		assert.Equal(t, stored, spreadsheet.Escape(text))
		if text != "\xff" {
			var back string
			require.NoError(t, xml.Unmarshal([]byte("<t>"+stored+"</t>"), &back))
			assert.Equal(t, text, spreadsheet.Unescape(back))
		}
	}
}
