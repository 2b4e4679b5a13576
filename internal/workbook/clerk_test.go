package workbook

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// seen is what a clerk sees of a cell.
type seen struct {
	Text   string
	Open   bool
	Points float64
	Whole  bool // the row is as tall as its text, whatever font that is shown in
}

// work is what a clerk does in LibreOffice with a workbook.
type work struct {
	Book string  `json:"book"`
	Out  string  `json:"out"`
	Acts [][]any `json:"acts"`
}

// atWork has LibreOffice do the works on copies of one workbook, one after the other, and returns what was looked at and what was saved.
func atWork(t *testing.T, book []byte, works map[string][][]any) (looks map[string][]seen, saved map[string][]byte) {
	t.Helper()
	sample.Need(t, "soffice", "uno")
	t.Setenv("FONTCONFIG_FILE", sample.FontConfig(t)) // lines break alike on every machine
	folder := t.TempDir()
	file := func(name string) string { return filepath.Join(folder, name+".xlsx") }
	require.NoError(t, os.WriteFile(file("book"), book, 0o600))
	names := slices.Sorted(maps.Keys(works))
	var plan []work
	for _, name := range names {
		plan = append(plan, work{file("book"), file(name), works[name]})
	}
	list, err := json.Marshal(plan)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(folder, "plan.json"), list, 0o600))
	printed := sample.Run(t, "uno", sample.Path(t, "testdata/workbooks/clerk_libreoffice.py"), sample.Program(t, "soffice"), filepath.Join(folder, "plan.json"))
	lines := strings.Split(strings.TrimSpace(printed), "\n")
	require.GreaterOrEqual(t, len(lines), len(names), printed)
	lines = lines[len(lines)-len(names):] // before them LibreOffice may complain of what it lacks
	looks, saved = map[string][]seen{}, map[string][]byte{}
	for i, name := range names {
		var all []seen
		require.NoError(t, json.Unmarshal([]byte(lines[i]), &all), lines[i])
		looks[name] = all
		saved[name], err = os.ReadFile(file(name))
		require.NoError(t, err)
	}
	return looks, saved
}

// five paragraphs of a report, of up to 360 characters.
func five() (paragraphs []any) {
	const sentence = "本年度，我镇围绕群众关心的惠民政策、财政资金、项目建设，按时公开政府信息，逐条审查，及时更正。"
	for i, n := range []int{3, 7, 1, 5, 3} {
		paragraphs = append(paragraphs, "（"+string([]rune("一二三四五")[i])+"）"+strings.Repeat(sentence, n))
	}
	return paragraphs
}

func then(act string, sheet, cell string, more ...any) []any {
	return append([]any{act, sheet, cell}, more...)
}

// What a clerk does with text must not be refused, nor lock what she wrote; and she sees the paragraphs whole.
func TestPastedTextStaysHers(t *testing.T) {
	sample.Long(t)
	const overview, problems, other, beside, requests = "一、总体情况", "五、问题及改进", "六、其他事项", "二至四的文字", "三、依申请公开"
	var many []any
	for range 9 {
		many = append(many, five()...)
	}
	looks, saved := atWork(t, emptyForm(), map[string][][]any{
		"pasted": {
			then("paste", overview, "A4", five()...), then("look", overview, "A4"), then("look", overview, "A5"),
			then("type", overview, "A6", "她改了这一段。"), then("look", overview, "A6"), then("look", overview, "B1"),
		},
		"many": {then("paste", problems, "A4", many...), then("look", problems, "A48")},
		"rows": {
			then("paste", other, "A4", five()...), then("menu", other, "A5", "DeleteRows"), then("menu", other, "A5", "InsertRowsBefore"),
			then("type", other, "A5", "插入的一段。"), then("look", other, "A5"),
		},
		"note": {then("type", beside, "B4", "注："+strings.Repeat("含上年结转的申请。", 17)), then("look", beside, "B4")},
		"table": {
			then("paste", requests, "D8", "3"), then("type", requests, "D8", "4"), then("look", requests, "D8"), then("look", requests, "J8"),
			then("look", requests, "L40"), then("look", requests, "A40"),
		},
		"hint": {then("menu", problems, "B4", "Copy"), then("menu", problems, "A4", "Paste"), then("type", problems, "A4", "（一）改过的标题"), then("look", problems, "A4")},
	})

	written := func(name string, passage form.Key) []string { return texts(read(t, saved[name]).Texts[passage]) }
	for i, s := range looks["pasted"][:2] {
		assert.True(t, s.Open, "a pasted paragraph may be corrected")
		assert.True(t, s.Whole, "paragraph %d is seen whole", i+1)
		assert.Greater(t, s.Points, 35.0, "in several lines")
	}
	assert.Equal(t, "她改了这一段。", looks["pasted"][2].Text)
	assert.Equal(t, 5, len(written("pasted", "narrative.overview")))
	assert.Equal(t, "她改了这一段。", written("pasted", "narrative.overview")[2])
	n := 0
	for _, p := range written("pasted", "narrative.overview") {
		n += len([]rune(p))
	}
	assert.Equal(t, fmt.Sprintf("已写%d字", n), looks["pasted"][3].Text)

	assert.Len(t, written("many", "narrative.problems"), 45, "45 paragraphs go in at once")
	assert.True(t, looks["many"][0].Open)
	assert.Equal(t, "插入的一段。", looks["rows"][0].Text)
	assert.Equal(t, []string{five()[0].(string), "插入的一段。", five()[2].(string), five()[3].(string), five()[4].(string)}, written("rows", "narrative.other"))
	assert.True(t, looks["note"][0].Whole, "150 characters that stand behind a table are seen whole")
	assert.Greater(t, looks["note"][0].Points, 45.0)
	assert.Len(t, written("note", "narrative.requests"), 1)

	assert.Equal(t, "4", looks["table"][0].Text, "a pasted figure may be corrected")
	assert.True(t, looks["table"][0].Open)
	assert.Equal(t, "4", looks["table"][1].Text, "a total adds itself up")
	assert.False(t, looks["table"][1].Open, "and is locked")
	assert.False(t, looks["table"][2].Open, "nothing is typed beside a table")
	assert.False(t, looks["table"][3].Open, "nor below it")
	assert.Equal(t, "4", read(t, saved["table"]).Figure("requests.granted.natural_person").Printed())
	assert.Equal(t, "（一）改过的标题", looks["hint"][0].Text, "a hint that was copied locks nothing")
	for name, data := range saved {
		assert.Empty(t, read(t, data).Strays, name)
	}
}

// What a clerk leaves in a workbook beside what is printed is found, by what it is and where it stands.
func TestExtrasOfAClerk(t *testing.T) {
	sample.Long(t)
	const overview, problems, requests, licensing = "一、总体情况", "五、问题及改进", "三、依申请公开", "二、主动公开"
	works := map[string]struct {
		acts [][]any
		want []model.Extra
	}{
		"text box":       {[][]any{then("draw", overview, "A7", "text", "（六）文本框里的一段。")}, []model.Extra{extra(model.TextBox, overview, "A7", "（六）文本框里的一段。")}},
		"picture":        {[][]any{then("draw", overview, "A6", "picture", sample.Path(t, "docs/page.png"))}, []model.Extra{extra(model.Picture, overview, "A6", "")}},
		"shape":          {[][]any{then("draw", requests, "D8", "shape")}, []model.Extra{extra(model.Drawing, requests, "D8", "")}},
		"comment":        {[][]any{then("comment", licensing, "B9", "再问一下县里")}, []model.Extra{extra(model.Comment, licensing, "B9", "再问一下县里")}},
		"own sheet":      {[][]any{{"add", "台账"}, then("type", "台账", "A1", "第一件")}, []model.Extra{extra(model.OtherSheet, "台账", "", "")}},
		"blank sheet":    {[][]any{{"add", "空的"}}, nil},
		"equal copy":     {[][]any{{"copy", requests, "备份"}}, []model.Extra{extra(model.SheetCopy, "备份", "", requests)}},
		"other copy":     {[][]any{{"copy", requests, "备份"}, then("type", "备份", "D8", "5")}, []model.Extra{{Kind: model.SheetCopy, Text: requests, Place: model.Place{Sheet: "备份"}, Differ: "D8"}}},
		"struck out":     {[][]any{then("type", problems, "A4", "不要这一段了。"), then("menu", problems, "A4", "Strikeout")}, []model.Extra{extra(model.StruckOut, problems, "A4", "不要这一段了。")}},
		"hidden row":     {[][]any{then("type", problems, "A5", "看不见的一段。"), then("menu", problems, "A5", "HideRow")}, []model.Extra{extra(model.Hidden, problems, "A5", "看不见的一段。")}},
		"in white":       {[][]any{then("type", problems, "A6", "白色的一段。"), then("menu", problems, "A6", "Color", "Color", 0xFFFFFF)}, []model.Extra{extra(model.Hidden, problems, "A6", "白色的一段。")}},
		"hidden blank":   {[][]any{then("menu", problems, "A9:A30", "HideRow")}, nil},
		"on the checks":  {[][]any{then("type", "校验", "B70", "和李主任核对过"), then("type", "校验", "A70", "A1B2C3")}, nil}, // where explanations go
		"on the guide":   {[][]any{then("menu", guideSheet, "A1", "Protect"), then("type", guideSheet, "B30", "先填三号表")}, []model.Extra{extra(model.Aside, guideSheet, "B30", "先填三号表")}},
		"below explains": {[][]any{then("menu", "校验", "A1", "Protect"), then("type", "校验", "B90", "写在最下面")}, []model.Extra{extra(model.Aside, "校验", "B90", "写在最下面")}},
		"nothing":        {nil, nil},
	}
	acts := map[string][][]any{}
	for name, w := range works {
		acts[name] = append([][]any{}, w.acts...)
	}
	_, saved := atWork(t, written(t, model.New(edition(t, "2021")), Options{Zero: true}), acts)
	for name, w := range works {
		r := read(t, saved[name])
		assert.Equal(t, w.want, r.Extras, name)
		assert.Empty(t, r.Strays, name)
		assert.Empty(t, r.ByLabels, name)
	}
}

// A marked copy opens where the clerk has to look, and where she writes her explanations.
func TestWhereAMarkedCopyOpens(t *testing.T) {
	sample.Long(t)
	const overview = "一、总体情况"
	r := model.New(edition(t, "2021"))
	for range 60 {
		r.Texts["narrative.overview"] = append(r.Texts["narrative.overview"], model.Paragraph{Text: "一段。"})
	}
	on := func(sheet, ref string) Note {
		return Note{Place: model.Place{Sheet: sheet, Ref: ref}, Colour: Orange, Level: "核实", Number: "A1B2C3", Text: "请核对。", Answerable: true}
	}
	long := then("type", overview, "A5", strings.Repeat("很长的一段话。", 60))
	_, saved := atWork(t, written(t, r, Options{}), map[string][][]any{"typed": {long}})
	typed := sample.Rezip(t, saved["typed"], func(_, content string) string { // as by a program that leaves rows as they are
		return regexp.MustCompile(` ht="[^"]*"`).ReplaceAllString(content, ` ht="20"`)
	})
	copied := marked(t, typed, on(overview, "A58"), on("四、复议诉讼", "C6"), on("四、复议诉讼", "B6"))
	looks, _ := atWork(t, copied, map[string][][]any{"opened": {
		{"selected"}, then("look", overview, "A5"), {"turn", overview}, {"selected"}, {"turn", "四、复议诉讼"}, {"selected"}, {"turn", "六、其他事项"}, {"selected"},
	}})
	seen := looks["opened"]
	assert.Equal(t, "$校验结果.$C$4", seen[0].Text)
	assert.Greater(t, seen[1].Points, 100.0, "a paragraph that was cut off is seen whole")
	assert.Equal(t, "$'一、总体情况'.$A$58", seen[2].Text)
	assert.Equal(t, "$'四、复议诉讼'.$C$6", seen[3].Text, "the first that is told")
	assert.Equal(t, "$'六、其他事项'.$A$1", seen[4].Text)

	b := mustBook(t, copied)
	selected := 0
	for _, s := range b.Sheets {
		data, err := b.Part(s.Part)
		require.NoError(t, err)
		if isSelected(data) {
			selected++
		}
	}
	assert.Equal(t, 1, selected, "what is typed into one of two selected sheets goes into the other, too")

	w, err := parseWorksheet(rootOf(t, b, b.SheetNamed(resultSheet).Part).Bytes())
	require.NoError(t, err)
	across := 0.0
	for col := range resultColumns {
		c, ok := w.column(col + 1)
		require.True(t, ok)
		across += c.width*7 + 5
	}
	assert.Less(t, across, 1280.0-60, "all columns are on a small screen")
}

func extra(kind model.ExtraKind, sheet, ref, text string) model.Extra {
	return model.Extra{Kind: kind, Text: text, Place: model.Place{Sheet: sheet, Ref: ref}}
}
