package sample

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/exchange"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Journey is what was seen on a clerk's way through the page, see testdata/browser/journey.mjs.
type Journey struct {
	Times                             map[string]int // milliseconds
	Unit                              string
	Complaints                        []string // of the browser's console
	Axe                               []string // what axe-core finds, and views that are wider than their window
	Asked                             []string // addresses, from the browser's own network log
	Blank, Changed                    string   // names of files
	Files                             map[string]string
	Faulty, Sound                     string // verdicts
	Meaning                           string // where the guide tells what a finding means
	Warned                            string // of what is not saved
	Findings, StillThere              []string
	Changes, Since, Edited, TakenBack []string
	Register                          []string
	Again                             []string
	Marked, Pages                     int
	Pasted                            struct {
		Tables, Headings int
		Styled           bool
		Text             string
	}
}

// TakeJourney has a browser (chromium or firefox) go a clerk's way through the page at an address: a blank workbook, filled in with
// faults, mended on the page and in the spreadsheet, looked at, saved, pasted into an editor, sent round as a Word document and taken back.
// It checks what is seen; with judged set by axe-core, too, at several widths. NIANBAO_PICTURES names a folder for pictures of all views.
func TakeJourney(t *testing.T, kind, address string, judged bool) Journey {
	t.Helper()
	program := Program(t, kind)
	node, python := Program(t, "node"), Program(t, "openpyxl")
	Need(t, "puppeteer-core")
	sound := Report(t, "e-town-2024")
	faulty := Report(t, "e-town-2024")
	faulty.Figures["requests.received.natural_person"] = model.ParseFigure(form.Count, "999")
	problems := form.Key("narrative.problems")
	faulty.Texts[problems] = append(faulty.Texts[problems], model.Paragraph{Text: "公开不够及时，，还要改进。"})

	reports, files := t.TempDir(), t.TempDir()
	written := func(name string, r *model.Report) string {
		var b bytes.Buffer
		require.NoError(t, exchange.Write(&b, r))
		file := filepath.Join(reports, name)
		require.NoError(t, os.WriteFile(file, b.Bytes(), 0o644))
		return file
	}
	plan := map[string]string{
		"unit": sound.Unit(), "year": sound.YearText(), "folder": files, "python": python,
		"fill": Path(t, "testdata/workbooks/fill_openpyxl.py"), "edit": Path(t, "testdata/browser/edit_docx.py"),
		"sound": written("sound.json", sound), "faulty": written("faulty.json", faulty), "pictures": os.Getenv("NIANBAO_PICTURES"),
	}
	if judged {
		plan["axe"] = Program(t, "axe-core")
	}
	data, err := json.Marshal(plan)
	require.NoError(t, err)
	planned := filepath.Join(reports, "plan.json")
	require.NoError(t, os.WriteFile(planned, data, 0o644))

	var j Journey
	require.NoError(t, json.Unmarshal([]byte(Run(t, node, Path(t, "testdata/browser/journey.mjs"), kind, program, address, planned)), &j))
	j.Unit = sound.Unit()
	j.check(t, sound)
	return j
}

func (j Journey) check(t *testing.T, sound *model.Report) {
	t.Helper()
	assert.Empty(t, j.Complaints, "of the browser")
	assert.Empty(t, j.Axe)
	assert.Equal(t, sound.Unit()+sound.YearText()+"年政府信息公开年报填报.xlsx", j.Blank)
	assert.Regexp(t, `^不通过：必须改的问题1处`, j.Faulty)
	assert.Regexp(t, `“自然人”列不平衡`, strings.Join(j.Findings, "\n"), "the seeded fault in the table")
	assert.Regexp(t, `连用了，请只留一个`, strings.Join(j.Findings, "\n"), "and in the text")
	assert.Equal(t, "收办平衡", j.Meaning)
	assert.Contains(t, j.Warned, "还没有保存")
	assert.Positive(t, j.Marked, "faulty cells are marked")
	assert.Equal(t, []string{"“一、本年新收政府信息公开申请数量”的“商业企业”：“0”改成“5”"}, j.Changes)
	assert.Equal(t, "填报_修改.xlsx", j.Changed)
	assert.Regexp(t, `^通过`, j.Sound)
	assert.Regexp(t, `^改好了[2-9]处，还有\d处，新出现0处`, strings.Join(j.Since, ""))
	assert.NotRegexp(t, `不平衡|连用`, strings.Join(j.StillThere, "\n"), "what was mended is gone")
	assert.Positive(t, j.Pages)
	assert.Equal(t, 3, j.Pasted.Tables, "as formatted text, in an editor")
	assert.GreaterOrEqual(t, j.Pasted.Headings, 6)
	assert.True(t, j.Pasted.Styled, "the tables have their lines")
	assert.True(t, strings.HasPrefix(j.Pasted.Text, sound.Title()))
	require.Len(t, j.Edited, 1)
	assert.Contains(t, j.Edited[0], "审签时加了半句")
	assert.Len(t, j.TakenBack, 1, "in the text of the report")
	if j.Again != nil { // from a program that was started anew
		assert.Equal(t, j.TakenBack, j.Again, "what was in hand is in hand again")
	}
	require.NotEmpty(t, j.Register)
	assert.Contains(t, j.Register, "通过")
	for _, kind := range []string{"pdf", "txt", "docx", "json", "zip", "register"} {
		assert.FileExists(t, j.Files[kind], kind)
	}
	text := Run(t, "pdftotext", "-layout", j.Files["pdf"], "-")
	plain, err := os.ReadFile(j.Files["txt"])
	require.NoError(t, err)
	squeeze := regexp.MustCompile(`\s`)
	for _, paragraph := range sound.Texts["narrative.problems"] {
		assert.Contains(t, string(plain), paragraph.Text[:30])
		assert.Contains(t, squeeze.ReplaceAllString(text, ""), squeeze.ReplaceAllString(paragraph.Text[:30], ""), "the PDF says it")
	}
}
