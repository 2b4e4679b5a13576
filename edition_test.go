package nianbao_test

import (
	"archive/zip"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/sample"
)

// An edition is added as ARCHITECTURE.md says: a file of its own, and a line in each of the two that it names. The program is
// built with them, and all of it follows: workbook, reading, sums, checks, every format.
func TestAnEditionIsAddedByOneFile(t *testing.T) {
	sample.Long(t)
	program := withEdition2027(t)
	folder := t.TempDir()
	run := func(t *testing.T, code int, args ...string) string {
		t.Helper()
		cmd := exec.Command(program, args...)
		cmd.Dir = folder
		out, err := cmd.Output()
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			require.Equal(t, code, exit.ExitCode(), "%s: %s%s", args, out, exit.Stderr)
		} else {
			require.NoError(t, err)
			require.Zero(t, code, "%s: %s", args, out)
		}
		return string(out)
	}
	write := func(name string, report map[string]any) {
		data, err := json.Marshal(report)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), data, 0o644))
	}

	t.Run("the blank workbook", func(t *testing.T) {
		run(t, 0, "模板", "--year", "2027", "--unit", "望江街道办事处", "--level", "街道", "--zero", "-o", "空表.xlsx")
		assert.Contains(t, run(t, 0, "解释", newRow+".total"), newLabel, "its new row has a place and a meaning")
		assert.Contains(t, run(t, 0, "规则"), "2021至2026年度用国办公开办函〔2021〕30号的格式，2027年度以后用国办公开办函〔2027〕1号的格式")
	})

	t.Run("the same faults as in the edition before", func(t *testing.T) {
		write("2025.json", faulty("2021", 2025))
		write("2026.json", faulty("2021", 2026))
		write("2027.json", faulty("2027", 2027))
		before := rules(t, run(t, 0, "校验", "2026.json", "--last", "2025.json", "--format", "json"))
		after := rules(t, run(t, 0, "校验", "2027.json", "--last", "2026.json", "--format", "json"))
		assert.Equal(t, before, after)
		for _, id := range []string{
			"fee-decimals", "fee-magnitude", "stock-covers-issued", "stock-roll-forward", "decisions-of-subdistrict",
			"swing-year-on-year", "unpaid-needs-fee-note", "overview-length", "fee-statement",
		} {
			assert.Contains(t, after, id)
		}
	})

	t.Run("sums", func(t *testing.T) {
		short := sound("2027", 2027)
		short["figures"].(map[string]any)["requests.total.natural_person"] = 2
		write("少加.json", short)
		assert.Contains(t, rules(t, run(t, 1, "校验", "少加.json", "--format", "json")), "requests-outcome-total", "the new row is part of the total")
		write("结转.json", sound("2021", 2026))
		assert.Contains(t, run(t, 0, "模板", "--year", "2027", "--last", "结转.json", "-o", "接上年.xlsx"), "上年报告的")
	})

	t.Run("workbook and back, and every format", func(t *testing.T) {
		write("好的.json", sound("2027", 2027))
		run(t, 0, "导入", "好的.json", "-o", "好的.xlsx")
		run(t, 0, "生成", "好的.xlsx", "--format", "pdf,txt,html,docx,json", "-o", "报告")
		base := filepath.Join(folder, "报告", "望江街道办事处2027年政府信息公开工作年度报告")
		for _, extension := range []string{".txt", ".html", ".docx", ".pdf"} {
			text := textOf(t, base+extension)
			assert.Contains(t, text, squeezed(newLabel), extension)
			assert.Contains(t, text, squeezed(changedLabel), extension)
			assert.Contains(t, text, squeezed("身份无法核实的1件。"), "%s: the new row has a name that texts may use", extension)
		}
		data, err := os.ReadFile(base + ".json")
		require.NoError(t, err)
		var back map[string]any
		require.NoError(t, json.Unmarshal(data, &back))
		assert.Equal(t, "2027", back["edition"])
		assert.EqualValues(t, 1, back["figures"].(map[string]any)[newRow+".natural_person"])
	})
}

const (
	newRow       = "requests.not_handled.unidentified"
	newLabel     = "6.申请人身份无法核实"
	changedLabel = "（一）全部公开"
)

// withEdition2027 builds the program with one more edition: that of 2021 with a new row in table three and a changed label.
func withEdition2027(t *testing.T) (program string) {
	folder := t.TempDir()
	overlay := map[string]string{}
	replace := func(source, target string, oldNew ...string) {
		text := string(sample.Read(t, source))
		for i := 0; i < len(oldNew); i += 2 {
			require.Equal(t, 1, strings.Count(text, oldNew[i]), "%s: %s", source, oldNew[i])
		}
		file := filepath.Join(folder, filepath.Base(target))
		require.NoError(t, os.WriteFile(file, []byte(strings.NewReplacer(oldNew...).Replace(text)), 0o644))
		overlay[sample.Path(t, target)] = file
	}
	const folderOfForms = "internal/form/"
	replace(folderOfForms+"edition2021.go", folderOfForms+"edition2027.go",
		"// edition2021 is the form of report years from 2021 on", "// edition2027 is the form of report years from 2027 on",
		"func edition2021()", "func edition2027()", `ID:        "2021"`, `ID:        "2027"`, "FirstYear: 2021,", "FirstYear: 2027,",
		"国办公开办函〔2021〕30号", "国办公开办函〔2027〕1号", "（一）予以公开", changedLabel,
		`Name: "要求确认或重新出具"},`, `Name: "要求确认或重新出具"},
			{Key: "unidentified", Label: "`+newLabel+`", Name: "身份无法核实"},`)
	replace(folderOfForms+"edition2021.go", folderOfForms+"edition2021.go", "FirstYear: 2021,", "FirstYear: 2021,\n\t\tLastYear: 2026,")
	replace(folderOfForms+"form.go", folderOfForms+"form.go", "onFirstUse(edition2021)", "onFirstUse(edition2021), onFirstUse(edition2027)")
	list, err := json.Marshal(map[string]any{"Replace": overlay})
	require.NoError(t, err)
	file := filepath.Join(folder, "overlay.json")
	require.NoError(t, os.WriteFile(file, list, 0o644))
	program = filepath.Join(folder, "nianbao")
	cmd := exec.Command("go", "build", "-overlay", file, "-o", program, "./cmd/nianbao")
	cmd.Dir = sample.Path(t, "")
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, "%s", out)
	return program
}

// sound is a report of a sub-district without a 强制 finding: three applications, one of them under the edition's new row if it has one.
func sound(edition string, year int) map[string]any {
	last := newRow
	if edition == "2021" {
		last = "requests.not_handled.duplicate"
	}
	figures := map[string]any{}
	e, _ := form.ByID("2021")
	for _, c := range e.Cells() {
		figures[string(c.Key)] = 0
	}
	for _, column := range []string{"enterprise", "research", "social", "legal_service", "other"} {
		figures[last+"."+column] = 0
	}
	for _, column := range []string{"natural_person", "total"} {
		figures["requests.received."+column], figures["requests.granted."+column], figures["requests.carried_out."+column] = 4, 2, 1
		figures[last+"."+column], figures["requests.total."+column] = 1, 3
	}
	told := "其中1件不予处理。"
	if edition != "2021" {
		told = "身份无法核实的{{身份无法核实}}件。"
	}
	return map[string]any{
		"schema": "nianbao/1", "edition": edition, "year": year, "unit": map[string]any{"name": "望江街道办事处", "level": "街道"}, "figures": figures,
		"narrative": map[string]any{
			"overview": []string{"（一）主动公开。按时更新网站专栏。", "（二）依申请公开。" + told, "（三）政府信息管理。公开之前逐条审查。",
				"（四）政府信息公开平台建设。设有查阅点。", "（五）监督保障。工作考核按季度进行，社会评议请群众代表参加，没有需要责任追究的情形。"},
			"problems": []string{"存在的主要问题：解读材料不够丰富。", "改进情况：增加图文解读。"},
			"other":    []string{"本年度未收取政府信息公开信息处理费。"},
		},
	}
}

// faulty is that report with what nine rules find fault with that hold since 2021 or need figures of its table two. Odd years have
// other figures than even ones, so that a year and the one before it do not fit.
func faulty(edition string, year int) map[string]any {
	r := sound(edition, year)
	figures := r["figures"].(map[string]any)
	figures["proactive.fees.amount"] = "123456.78901"
	figures["proactive.normative.issued"], figures["proactive.normative.in_force"] = 9, 3
	figures["proactive.penalties.decisions"] = 20 + year%2*500
	for _, column := range []string{"natural_person", "total"} {
		figures["requests.other.unpaid."+column], figures["requests.granted."+column] = 1, 1
	}
	narrative := r["narrative"].(map[string]any)
	narrative["overview"] = append(narrative["overview"].([]string), strings.Repeat("认真做好各项公开工作。", 100))
	narrative["other"] = []string{"没有其他需要报告的事项。"}
	return r
}

// rules lists the rules that find fault, each once, in order.
func rules(t *testing.T, findings string) []string {
	var told struct {
		Reports []struct{ Findings []struct{ Rule string } }
	}
	require.NoError(t, json.Unmarshal([]byte(findings), &told))
	require.Len(t, told.Reports, 1)
	var ids []string
	for _, f := range told.Reports[0].Findings {
		if !slices.Contains(ids, f.Rule) {
			ids = append(ids, f.Rule)
		}
	}
	return ids
}

// textOf is the text of a file without blanks and marks of tables, as far as it is plain in the file; that of a PDF by pdftotext.
func textOf(t *testing.T, file string) string {
	switch filepath.Ext(file) {
	case ".pdf":
		sample.Need(t, "pdftotext")
		return squeezed(sample.Run(t, "pdftotext", "-raw", file, "-"))
	case ".docx":
		return squeezed(unzipped(t, file, "word/document.xml"))
	}
	data, err := os.ReadFile(file)
	require.NoError(t, err)
	return squeezed(string(data))
}

// squeezed drops white space, the lines of tables and the markup of elements.
func squeezed(text string) string {
	var b strings.Builder
	depth := 0
	for _, r := range text {
		switch {
		case r == '<':
			depth++
		case r == '>' && depth > 0:
			depth--
		case depth > 0 || strings.ContainsRune(" \t\r\n\f　│─┌┐└┘├┤┬┴┼|", r):
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func unzipped(t *testing.T, file, part string) string {
	archive, err := zip.OpenReader(file)
	require.NoError(t, err)
	defer archive.Close()
	data, err := fs.ReadFile(archive, part)
	require.NoError(t, err)
	return string(data)
}
