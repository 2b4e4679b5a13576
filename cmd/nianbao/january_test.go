package main

import (
	"archive/zip"
	"bytes"
	"encoding/hex"
	"fmt"
	"io"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
)

// One county's January, from the form sent out to the correction after publication: thirty members, whose workbooks LibreOffice fills in, and
// an office that does all of its work with this program. What comes of it is held against what was typed, which this test adds up by itself.
func TestJanuary(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "soffice", "uno", "pdftotext", "qpdf")
	j := newJanuary(t)
	t.Chdir(t.TempDir())

	j.sendOut()
	j.fillIn()
	j.takeSlips()
	j.takeLedger()
	j.firstRound()
	j.secondRound()
	j.sumUp()
	j.writeOwn()
	j.sign()
	j.publish()
	j.correct()
	j.fillForeign()
	j.searchPublished()
}

const (
	theCounty = "青垣县人民政府"
	perDesk   = "办公室暗号"   // who is asked in the county's office
	secret    = "九九八十一暗号" // what a member explained
	kept      = "台账暗号"    // what one noted in its ledger
	notice    = "发出收费通知的件数"
)

// Members that something happens to, by their places on the list.
const (
	mergedOf, bySlips, byLedger         = 0, 2, 3
	unbalanced, unfinished, late, older = 4, 5, 6, 8
	corrects, explains, contradicts     = 9, 10, 7
)

// called calls the program, and fails the test unless it ends with a code.
func (j *january) called(code int, args ...string) (out, errs string) {
	j.t.Helper()
	got, out, errs := called(args...)
	require.Equal(j.t, code, got, "%v\n%s\n%s", args, out, errs)
	return out, errs
}

// sendOut writes the county's settings, and has a workbook made for each member that has one, with what last year's left.
func (j *january) sendOut() {
	j.writeLastYear()
	list := "名称,层级,曾用名,类别,撤销或合并日期,承接单位,联系人,电话,期限\n"
	for i, m := range j.members {
		list += fmt.Sprintf("%s,%s,,%s,,,联系人暗号%02d,0000-88%02d,1月%d日\n", m.name, m.level, m.category, i, i, 8+i%3)
	}
	list += fmt.Sprintf("%s,乡镇,,乡镇街道,2025-06-01,%s,,,\n", abolished, j.members[mergedOf].name)
	j.write("名单.csv", []byte(list))
	j.called(0, "设置", "--members", "名单.csv", "-o", "本县设置.xlsx")
	j.types("本县设置.xlsx", map[[2]string]string{{"期限", "B4"}: theCounty + "办公室", {"期限", "B5"}: perDesk, {"期限", "B6"}: "0000-9999", {"期限", "B7"}: "1月10日", {"附表", "D4"}: "是"})

	out, errs := j.called(0, "模板", "--year", "2025", "--members", "本县设置.xlsx", "--last", "去年", "-o", "下发")
	assert.Contains(j.t, out, "给30个单位各生成了一份填报表")
	assert.Contains(j.t, errs, "没有生成："+abolished+"已于2025年6月1日撤销或合并，由"+j.members[mergedOf].name+"承接")
	assert.Contains(j.t, out, j.members[mergedOf].name+".json”“去年/"+abolished+".json”带入", "of both that became one")
}

// fillIn has LibreOffice type all that members report, but for what the one gets by slips and the other by its ledger.
func (j *january) fillIn() {
	j.mkdir("各单位")
	var plan []filled
	for i, m := range j.members {
		f := j.filling(m, j.sent(m), j.arrived(m))
		keep := func(key string) bool { return true }
		switch i {
		case bySlips:
			keep = func(key string) bool {
				return strings.HasPrefix(key, "requests.") || strings.HasPrefix(key, "proactive.rules.")
			}
		case byLedger:
			keep = func(key string) bool { return !strings.HasPrefix(key, "requests.") }
		}
		f.figures(m, keep)
		f.texts(m)
		f.put("附表", "D5", "number", fmt.Sprint(m.notices))
		switch i {
		case unbalanced:
			f.figure("requests.granted.natural_person", m.figures["requests.granted.natural_person"]+1)
		case unfinished:
			f.named("proactive.licensing.decisions", "text", "")
		case contradicts:
			f.named("narrative.problems", "text", "全年收到政府信息公开申请999件，办理的质量还要提高。")
		case explains:
			f.named("answers.number", "text", "ABCDEF")
			f.named("answers.text", "text", secret)
		}
		plan = append(plan, f.filled)
	}
	j.libreOffice(plan)
	require.NoError(j.t, os.Rename(j.arrived(j.members[late]), "迟交.xlsx"))
}

// takeSlips asks the stations of one member, and takes what they give.
func (j *january) takeSlips() {
	m := j.members[bySlips]
	out, _ := j.called(0, "模板", "--slips", "--year", "2025", "--unit", m.name, "--rules", "本县设置.xlsx", "-o", "取数单")
	assert.Contains(j.t, out, "没有列进取数单、要自己统计的：规章、依申请公开")
	slips, err := filepath.Glob("取数单/*.xlsx")
	require.NoError(j.t, err)
	require.Len(j.t, slips, 4)
	j.mkdir("取回")
	var plan []filled
	asked := 0
	for _, slip := range slips {
		f := filled{Blank: j.absolute(slip), Out: j.absolute(filepath.Join("取回", filepath.Base(slip)))}
		for row, name := range j.column(slip, "取数单", 0) {
			if key, ok := j.keys[name]; ok {
				f.put("取数单", fmt.Sprintf("C%d", row+1), "number", m.printed(key))
				asked++
			}
			if name == "提供人" {
				f.put("取数单", fmt.Sprintf("C%d", row+1), "text", "站所暗号")
			}
		}
		plan = append(plan, f)
	}
	j.libreOffice(plan)
	out, errs := j.called(0, "导入", "取回/*.xlsx", "--into", j.arrived(m), "-o", "取了数.xlsx")
	assert.Contains(j.t, out, fmt.Sprintf("取了%d个数", asked-1))
	const inForce = "proactive.normative.in_force"
	assert.Regexp(j.t, "^“行政规范性文件·现行有效”：填报表里已经填了.*没有改，请核对。\n$", errs, "last year's stands there")
	f := j.filling(m, "取了数.xlsx", j.arrived(m))
	f.figure(inForce, m.figures[inForce])
	j.libreOffice([]filled{f.filled})
}

// takeLedger has one member keep a ledger, and takes its figures from that.
func (j *january) takeLedger() {
	m := j.members[byLedger]
	j.called(0, "导入", j.arrived(m), "--ledger", "-o", "带台账.xlsx")
	f := filled{Blank: j.absolute("带台账.xlsx"), Out: j.absolute("登记了.xlsx")}
	for i, row := range ledgerRows {
		for column, typed := range map[string]string{"B": row[0], "C": row[1], "D": row[2], "F": row[3]} {
			kind := "text"
			if regexp.MustCompile(`^\d{4}-`).MatchString(typed) {
				kind = "date"
			}
			if typed != "" {
				f.put("依申请台账", fmt.Sprintf("%s%d", column, 6+i), kind, typed)
			}
		}
	}
	f.put("依申请台账", "H6", "text", kept)
	slices.SortFunc(f.Cells, func(a, b typedCell) int { return strings.Compare(a.Cell, b.Cell) })
	j.libreOffice([]filled{f})
	_, errs := j.called(1, "校验", "登记了.xlsx", "--take-ledger", "-o", "按台账.xlsx") // all of the table is blank in what is checked
	assert.Contains(j.t, errs, "按台账.xlsx")
	out, _ := j.called(0, "校验", "按台账.xlsx")
	assert.Contains(j.t, out, "2026年1月", "the day by which the open one is to be answered")
	require.NoError(j.t, os.Rename("按台账.xlsx", j.arrived(m)))
}

func (j *january) aggregate(code int, output string, more ...string) (out, errs string) {
	return j.called(code, append([]string{"汇总", "各单位", "--members", "本县设置.xlsx", "--last", "去年", "--unit", theCounty, "--level", "县级政府", "-o", output}, more...)...)
}

// firstRound finds the member that does not balance, the one with a blank cell, and the one that is missing.
func (j *january) firstRound() {
	out, _ := j.aggregate(1, "一轮.xlsx", "--returns", "退回")
	assert.Contains(j.t, out, "有1个单位没有交："+j.members[late].name)
	assert.NotRegexp(j.t, "没有交：[^\\n]*"+abolished, out)
	var back []string
	letters, err := filepath.Glob("退回/*/*函.txt")
	require.NoError(j.t, err)
	for _, letter := range letters {
		if j.holds(letter, "必须改的问题") || strings.Contains(letter, "催报") {
			back = append(back, filepath.Base(filepath.Dir(letter)))
		}
	}
	want := []string{j.members[unbalanced].name, j.members[unfinished].name, j.members[late].name}
	slices.Sort(want)
	slices.Sort(back)
	assert.Equal(j.t, want, back)
	assert.True(j.t, j.holds("退回/"+j.members[contradicts].name+"/退回函.txt", "999"), "the text says more than the table")
	assert.True(j.t, j.holds("退回/"+j.members[unbalanced].name+"/退回函.txt", "不平衡"))
	assert.True(j.t, j.holds("退回/"+j.members[unfinished].name+"/退回函.txt", "没有填"))
}

// secondRound: one mends the marked copy that it got, one sends a second file, one hands in late, and one sends an older version last, which
// the office settles in its register.
func (j *january) secondRound() {
	m := j.members[unbalanced]
	marked, err := filepath.Glob("退回/" + m.name + "/*_校验.xlsx")
	require.NoError(j.t, err)
	require.Len(j.t, marked, 1)
	f := j.filling(m, marked[0], "各单位/"+filepath.Base(marked[0]))
	f.figure("requests.granted.natural_person", m.figures["requests.granted.natural_person"])

	m = j.members[unfinished]
	again := j.filling(m, j.arrived(m), strings.TrimSuffix(j.arrived(m), ".xlsx")+"(1).xlsx")
	again.figure("proactive.licensing.decisions", m.figures["proactive.licensing.decisions"])

	m = j.members[older]
	old := j.filling(m, j.arrived(m), "各单位/"+m.name+"旧稿.xlsx")
	old.figure("proactive.licensing.decisions", m.figures["proactive.licensing.decisions"]+5)
	j.libreOffice([]filled{f.filled, again.filled, old.filled})
	require.NoError(j.t, os.Rename("迟交.xlsx", j.arrived(j.members[late])))

	out, _ := j.aggregate(1, "二轮.xlsx", "--returns", "退回")
	for _, i := range []int{unfinished, older} {
		assert.Regexp(j.t, regexp.QuoteMeta(j.members[i].name)+"[^\n]*2份[^\n]*行政许可", out, "what differs between the two is said")
	}
	assert.NotContains(j.t, out, "没有交")
	j.settle("退回/校验登记.xlsx", map[string]string{
		j.members[unfinished].name: filepath.Base(j.arrived(j.members[unfinished])[:len(j.arrived(j.members[unfinished]))-len(".xlsx")]) + "(1).xlsx",
		j.members[older].name:      filepath.Base(j.arrived(j.members[older])),
	})
}

// sumUp: all are in, and the sums are those of what was typed.
func (j *january) sumUp() {
	out, _ := j.aggregate(0, "汇总.xlsx", "--returns", "退回")
	assert.NotContains(j.t, out, "没有交")
	requireSums(j.t, "汇总.xlsx", j.sums())
}

// writeOwn has LibreOffice write the county's own texts into the sum.
func (j *january) writeOwn() {
	f := j.filling(j.members[0], "汇总.xlsx", "县年报.xlsx")
	f.texts(&member{name: theCounty, texts: j.ownTexts()})
	f.named("report.date", "date", "2026-01-25")
	j.libreOffice([]filled{f.filled})
	j.called(0, "校验", "县年报.xlsx", "--rules", "本县设置.xlsx")
}

// sign makes the copy that is signed, with its code.
func (j *january) sign() {
	j.called(0, "生成", "县年报.xlsx", "--mark", "送审稿", "-o", "送审", "--format", "pdf,docx")
	names, err := filepath.Glob("送审/*（送审稿第1稿*）.pdf")
	require.NoError(j.t, err)
	require.Len(j.t, names, 1)
	j.code = regexp.MustCompile(`第1稿([0-9A-Z]{8})`).FindStringSubmatch(names[0])[1]
	assert.Contains(j.t, sample.Run(j.t, "pdftotext", names[0], "-"), j.code, "it stands on the paper")
	out, _ := j.called(0, "校验", "县年报.xlsx")
	assert.Contains(j.t, out, "内容码　"+j.code)
	forms, err := filepath.Glob("送审/*发布审核单（第1稿" + j.code + "）.*")
	require.NoError(j.t, err)
	assert.Len(j.t, forms, 2)
}

// publish: what is online is what was signed.
func (j *january) publish() {
	j.called(0, "生成", "县年报.xlsx", "-o", "公布", "--format", "html,pdf,txt,docx,json")
	for _, extension := range []string{".html", ".pdf", ".docx", ".txt"} {
		page := "公布/" + theCounty + "2025年政府信息公开工作年度报告" + extension
		out, _ := j.called(0, "比对", "县年报.xlsx", page)
		assert.Contains(j.t, out, "结论：一致。", extension)
		assert.Contains(j.t, out, j.code, extension)
	}
	for _, i := range []int{byLedger, bySlips, explains} {
		j.called(0, "生成", j.arrived(j.members[i]), "-o", "公布", "--format", "html,pdf,txt,docx,json")
	}
}

// correct: after all is published a member mends three figures. Each is named, and with them the totals, the county's too; nothing else.
func (j *january) correct() {
	before, m := j.sums(), j.members[corrects]
	own := m.sums()
	f := j.filling(m, j.arrived(m), "各单位/更正.xlsx")
	for _, key := range []string{"proactive.licensing.decisions", "requests.received.natural_person", "requests.granted.natural_person"} {
		m.figures[key]++
		f.figure(key, m.figures[key])
	}
	j.libreOffice([]filled{f.filled})
	require.NoError(j.t, os.Rename("各单位/更正.xlsx", j.arrived(m)))
	j.aggregate(0, "更正后.xlsx", "--register", "退回/校验登记.xlsx", "--since", "汇总.xlsx", "--corrections", "更正")
	requireSums(j.t, "更正后.xlsx", j.sums())

	list := strings.ReplaceAll(string(j.read("更正/更正清单.txt")), "\r\n", "\n")
	told, texts := map[string][]string{}, map[string][]string{}
	unit := ""
	for _, line := range strings.Split(list, "\n") {
		if turned, ok := strings.CutPrefix(line, "　　"); ok {
			if strings.HasPrefix(turned, "“") {
				texts[unit] = append(texts[unit], turned) // which say a figure
				continue
			}
			told[unit] = append(told[unit], turned)
		} else if name, _, ok := strings.Cut(line, "：更正"); ok {
			unit = name
		}
	}
	assert.Equal(j.t, map[string][]string{m.name: j.turned(own, m.sums()), theCounty: j.turned(before, j.sums())}, told)
	assert.Len(j.t, texts, 1)
	assert.Regexp(j.t, "^“一、总体情况”：原为“[^”]*新收政府信息公开申请.*更正为", strings.Join(texts[m.name], "\n"))
	assert.FileExists(j.t, "更正/"+m.name+"/更正说明.docx")
	assert.FileExists(j.t, "更正/更正说明.docx")
}

// fillForeign writes the sum into a form that a higher office laid out.
func (j *january) fillForeign() {
	j.write("市里的表.xlsx", j.foreign)
	j.called(0, "转填", "市里的表.xlsx", "--from", "更正后.xlsx", "-o", "报市里.xlsx")
	right, before, after, sums := 0, j.cells("市里的表.xlsx"), j.cells("报市里.xlsx"), j.sums()
	places := map[string]bool{}
	for key, place := range j.expected {
		places[place] = true
		if after[place] == before[place] {
			continue // left, or computed there
		}
		require.Contains(j.t, sums, key)
		n, ok := new(big.Rat).SetString(after[place])
		require.True(j.t, ok, "%s is %q", place, after[place])
		assert.Zero(j.t, n.Cmp(sums[key]), "%s at %s is %s", key, place, after[place])
		right++
	}
	assert.Equal(j.t, foreignCells, right)
	for place, text := range after {
		assert.True(j.t, places[place] || text == before[place], "%s became %s", place, text)
	}
}

// foreignCells is how many cells of that form are filled in; the others add them up.
const foreignCells = 150

// searchPublished: nothing of contacts, explanations, ledgers, slips and settings is in a file that is published, however it is packed.
func (j *january) searchPublished() {
	files, err := filepath.Glob("公布/*")
	require.NoError(j.t, err)
	require.Len(j.t, files, 20)
	j.called(0, "打包", j.arrived(j.members[byLedger]), "-o", "报送.zip")
	for _, text := range j.unpacked("报送.zip") { // whose workbook carries what the county lays down, with whom to ask there
		for _, word := range []string{kept, "联系人暗号", "0000-88", "站所暗号"} {
			assert.False(j.t, isIn(text, word), "the package holds %s", word)
		}
	}
	corrections, err := filepath.Glob("更正/*.*")
	require.NoError(j.t, err)
	require.Len(j.t, corrections, 3)
	for _, file := range slices.Concat(files, corrections) {
		for _, text := range j.unpacked(file) {
			for _, word := range []string{secret, kept, "联系人暗号", perDesk, "站所暗号", "0000-88", "0000-9999", "依申请台账", "本县规定", notice} {
				assert.False(j.t, isIn(text, word), "%s holds %s", file, word)
			}
		}
	}
}

// isIn says whether a text holds a word, in UTF-8 or as PDF has words beside its pages.
func isIn(text, word string) bool {
	var wide []byte
	for _, unit := range utf16.Encode([]rune(word)) {
		wide = append(wide, byte(unit>>8), byte(unit))
	}
	return strings.Contains(text, word) || strings.Contains(text, string(wide)) || strings.Contains(strings.ToLower(text), hex.EncodeToString(wide))
}

// unpacked are the bytes of a file, and of all that is packed in it.
func (j *january) unpacked(file string) (texts []string) {
	data := j.read(file)
	texts = append(texts, string(data))
	switch filepath.Ext(file) {
	case ".docx", ".xlsx", ".zip":
		archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		require.NoError(j.t, err)
		for _, f := range archive.File {
			in, err := f.Open()
			require.NoError(j.t, err)
			part, err := io.ReadAll(in)
			require.NoError(j.t, err)
			inner := "里面" + filepath.Ext(f.Name)
			j.write(inner, part)
			texts = append(texts, j.unpacked(inner)...)
		}
	case ".pdf":
		sample.Run(j.t, "qpdf", "--qdf", "--object-streams=disable", file, "平.pdf")
		texts = append(texts, string(j.read("平.pdf")), sample.Run(j.t, "pdftotext", file, "-"))
	}
	return texts
}
