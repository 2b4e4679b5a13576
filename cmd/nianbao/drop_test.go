package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"github.com/xuri/excelize/v2"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
)

// mistake is what a clerk types wrongly into one cell.
type mistake struct {
	key   form.Key
	index int // which paragraph
	wrong any
}

// twenty mistakes of every kind, in a report that is sound without them.
var twenty = []mistake{
	{"unit.name", 0, ""},
	{"unit.level", 0, "镇级"},
	{"unit.phone", 0, "000-5234"},
	{"report.date", 0, "2025年2月30日"},
	{"proactive.normative.issued", 0, 5},
	{"proactive.licensing.decisions", 0, "三件"},
	{"proactive.penalties.decisions", 0, -1},
	{"proactive.compulsion.decisions", 0, 1.5},
	{"proactive.fees.amount", 0, ""},
	{"requests.received.natural_person", 0, 3},
	{"requests.carried_in.enterprise", 0, 2},
	{"requests.granted.social", 0, "无"},
	{"disputes.review.upheld", 0, ""},
	{"disputes.litigation_direct.pending", 0, "1起"},
	{"narrative.preface", 0, "望禾镇人民政府现公布2023年政府信息公开工作年度报告。。"},
	{"narrative.overview", 2, "（二）依申请公开方面。全年收到政府信息公开申请30件，均已答复。"},
	{"narrative.overview", 3, "（三）政府信息管理方面。{{本年新收"},
	{"narrative.problems", 0, ""},
	{"narrative.problems", 1, "无。"},
	{"narrative.other", 0, "（一）本年度收取信息处理费××元,已上缴。"},
}

// A clerk who only ever drops files, and mends what the marked copy shows in the program that she has, comes to the final report: the
// marks go as she mends, no copy of hers is lost, and what she has not saved is not taken for done.
func TestClerkWhoOnlyDropsFilesComesToThePDF(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "uno", "soffice", "nianbao", "pdftotext")
	const final = "望禾镇人民政府2024年政府信息公开工作年度报告.pdf"
	sound, data := sample.Report(t, "e-town-2024"), sample.ReportFile(t, "e-town-2024")
	office := libreOffice{sample.Path(t, "testdata/workbooks/clerk_libreoffice.py")}
	t.Chdir(t.TempDir())
	require.Zero(t, first(called("import", data, "-o", "填报.xlsx")))
	office.types(t, "填报.xlsx", wrong(twenty))

	code, _, said := called("填报.xlsx")
	require.Equal(t, exitFindings, code)
	assert.Contains(t, said, "下一步：打开“填报_校验.xlsx”，照“校验结果”一页改好")
	assert.Less(t, strings.Count(said, "\n"), 15, "seen without scrolling")
	marked := marksIn(t, "填报_校验.xlsx")
	assert.GreaterOrEqual(t, len(marked), 15, "the cells that are wrong")
	for _, file := range drafts(t) {
		assert.Contains(t, file, "（草稿）.pdf")
	}

	// She mends half of them, drops the file before she has saved it, then saves it.
	said = office.types(t, "填报_校验.xlsx", right(sound, twenty[:12]), sample.Program(t, "nianbao"), "填报_校验.xlsx")
	assert.Contains(t, said, "“填报_校验.xlsx”可能正打开着，看的是上次保存的内容")
	assert.Contains(t, said, "还没有改动（改了没有保存的，请先保存）")
	require.NoFileExists(t, "填报_校验2.xlsx")
	code, _, said = called("填报_校验.xlsx")
	require.Equal(t, exitFindings, code)
	assert.Contains(t, said, "下一步：打开“填报_校验2.xlsx”")
	left := marksIn(t, "填报_校验2.xlsx")
	assert.Less(t, len(left), len(marked), "marks are gone where she mended")
	for _, m := range twenty[4:9] {
		assert.NotContains(t, left, placeIn(t, "填报_校验2.xlsx", m.key), m.key)
	}

	// And the others: where the marks are still.
	office.types(t, "填报_校验2.xlsx", right(sound, twenty[12:]))
	code, out, said := called("填报_校验2.xlsx")
	require.Equal(t, 0, code, out)
	assert.Contains(t, said, "以后要改，请改“填报_校验2.xlsx”。")
	require.NoFileExists(t, "填报_校验3.xlsx")
	sample.Run(t, "pdftotext", final, "文字.txt")
	text, err := os.ReadFile("文字.txt")
	require.NoError(t, err)
	assert.Contains(t, strings.ReplaceAll(string(text), "\n", ""), "全年未收到公民、法人和其他组织提出的政府信息公开申请")
	require.NoError(t, os.Remove("文字.txt"))

	// The folder holds one report now, whatever else lies there.
	code, out, _ = called("check", ".")
	assert.Equal(t, 0, code)
	assert.Regexp(t, `(?m)^填报_校验2\.xlsx　望禾镇人民政府2024年`, out)
	for _, earlier := range []string{"填报.xlsx", "填报_校验.xlsx"} {
		assert.Contains(t, out, "“"+earlier+"”已由改过的这一份代替，没有校验")
	}
	assert.NotContains(t, out, "共")
}

func wrong(mistakes []mistake) (typed [][3]any) {
	for _, m := range mistakes {
		typed = append(typed, [3]any{m.key.DefinedName(), m.index, m.wrong})
	}
	return typed
}

// right is what stands in a report in place of mistakes.
func right(r *model.Report, mistakes []mistake) (typed [][3]any) {
	for _, m := range mistakes {
		var value any
		switch _, figure := r.Edition.Cell(m.key); {
		case figure:
			value = r.Figure(m.key).Number.InexactFloat64()
		case r.Texts[m.key] != nil:
			value = r.Texts[m.key][m.index].Text
		default:
			value = r.Field(m.key)
		}
		typed = append(typed, [3]any{m.key.DefinedName(), m.index, value})
	}
	return typed
}

// libreOffice is the script that types in LibreOffice.
type libreOffice struct{ script string }

// types has LibreOffice type into a workbook and save it; a command is run before it is saved, and what that says is returned.
func (o libreOffice) types(t *testing.T, book string, typed [][3]any, command ...string) string {
	var acts [][]any
	for _, one := range typed {
		acts = append(acts, append([]any{"fill"}, one[:]...))
	}
	if command != nil {
		acts = append(acts, []any{"run"})
		for _, word := range command {
			acts[len(acts)-1] = append(acts[len(acts)-1], word)
		}
	}
	data, err := json.Marshal([]any{map[string]any{"book": book, "acts": acts}})
	require.NoError(t, err)
	list := filepath.Join(t.TempDir(), "plan.json")
	require.NoError(t, os.WriteFile(list, data, 0o600))
	return sample.Run(t, "uno", o.script, sample.Program(t, "soffice"), list)
}

// marksIn are the cells of a workbook that have comments, as sheet and cell.
func marksIn(t *testing.T, file string) (marks map[string]bool) {
	book, err := excelize.OpenFile(file)
	require.NoError(t, err)
	defer book.Close()
	marks = map[string]bool{}
	for _, sheet := range book.GetSheetList() {
		comments, err := book.GetComments(sheet)
		require.NoError(t, err)
		for _, c := range comments {
			marks[sheet+"!"+c.Cell] = true
		}
	}
	return marks
}

// placeIn is where a key stands in a workbook, as sheet and cell.
func placeIn(t *testing.T, file string, key form.Key) string {
	book, err := excelize.OpenFile(file)
	require.NoError(t, err)
	defer book.Close()
	for _, name := range book.GetDefinedName() {
		if name.Name == key.DefinedName() {
			first, _, _ := strings.Cut(strings.NewReplacer("$", "", "'", "").Replace(name.RefersTo), ":")
			return first
		}
	}
	require.Fail(t, "no name", key)
	return ""
}

// drafts are the pages of reports in the current folder.
func drafts(t *testing.T) (files []string) {
	entries, err := os.ReadDir(".")
	require.NoError(t, err)
	for _, e := range entries {
		if strings.Contains(e.Name(), "年度报告") {
			files = append(files, e.Name())
		}
	}
	require.NotEmpty(t, files)
	return files
}

// Whoever drops the first workbook again, though copies were made one of the other and mended, is sent to the newest: mending an older one
// would bring back what was put right since.
func TestDroppingTheFirstAgainNamesTheNewestCopy(t *testing.T) {
	data := sample.ReportFile(t, "e-town-2024")
	t.Chdir(t.TempDir())
	require.Zero(t, first(called("import", data, "-o", "填报.xlsx")))
	for _, step := range [][2]string{{"填报.xlsx", "000-52"}, {"填报_校验.xlsx", "000-523"}, {"填报_校验2.xlsx", "000-5234"}} {
		typedPhone(t, step[0], step[1])
		called(step[0])
	}
	_, _, said := called("填报.xlsx")
	assert.Contains(t, said, "下一步：“填报_校验3.xlsx”", said)
}

func typedPhone(t *testing.T, book, phone string) {
	f, err := excelize.OpenFile(book)
	require.NoError(t, err)
	require.NoError(t, f.SetCellValue("基本信息", "B9", phone))
	require.NoError(t, f.Save())
	require.NoError(t, f.Close())
}
