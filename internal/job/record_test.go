package job_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/county"
	"nianbao/internal/job"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
	"nianbao/internal/sealed"
	"nianbao/internal/verdict"
)

var madeOnce = job.Made{File: "各镇/清溪.xlsx", Version: "nianbao 1.0.0", Input: "1", Options: "2", Outputs: []job.Output{{Name: "清溪.pdf", SHA256: "3"}},
	Told: verdict.Kept{Unit: "清溪镇人民政府", Year: "2025", Numbers: []string{"ABCDEF"}, Text: "各镇/清溪.xlsx　<清溪>\n  没有发现问题。\n"}}

func TestARecordedLineReadsBack(t *testing.T) {
	text := madeOnce.Line()
	assert.NotContains(t, string(text), "\n")
	assert.True(t, job.IsRecord(text))
	m, ok := job.ParseMade(text)
	require.True(t, ok)
	assert.Equal(t, madeOnce, m)
	for n := range text {
		_, ok := job.ParseMade(text[:n])
		assert.False(t, ok, "torn")
		assert.True(t, job.IsRecord(text[:n]), "though of ours")
	}
	sketch := county.NewSketch(sample.Report(t, "e-town-2024"), "各镇/清溪.xlsx")
	checked := job.Made{Step: job.Checking, Result: "结果.json", File: sketch.File, Sketch: &sketch, Idle: []string{"旧的.xlsx"},
		Told: verdict.Kept{Counts: verdict.Counts{Query: 1}, Points: "0.5", Quiet: true, Text: "{}", Entry: &verdict.Entered{Unit: "清溪镇", Items: []verdict.Item{{Level: 1, Message: "一\n二"}}}}}
	m, ok = job.ParseMade(checked.Line())
	require.True(t, ok)
	assert.Equal(t, checked, m)
	judged := job.Made{Step: job.Judging, File: "清溪.xlsx", Outputs: []job.Output{job.OutputOf(filepath.Join("清溪镇", "清溪_校验.xlsx"), nil)}}
	m, ok = job.ParseMade(judged.Line())
	require.True(t, ok)
	assert.Equal(t, filepath.Join("退回", "清溪镇", "清溪_校验.xlsx"), m.Outputs[0].In("退回"))
	long := madeOnce
	long.Told.Text = strings.Repeat("长", job.MaxMade)
	assert.Nil(t, long.Line())
}

// Archives packed on a Chinese Windows are often unpacked with names in its encoding, which JSON has no characters for.
func TestARecordedLineKeepsNamesInAnyBytes(t *testing.T) {
	for why, name := range map[string]string{"in GBK": "\xc7\xe5\xcf\xaa", "as it would be quoted": `"清溪"`, "with a quote": `"清溪"镇`, "with one in front": `"清溪`} {
		file := name + ".json"
		m := job.Made{Step: job.Checking, File: "各镇/" + file, Input: "1", Options: "2", Outputs: []job.Output{{Name: name + "_校验.xlsx", SHA256: "3"}}, Idle: []string{name + "_校验2.xlsx"}}
		got, ok := job.ParseMade(m.Line())
		require.True(t, ok, why)
		assert.Equal(t, m, got, why)
		m.Outputs, m.Result = nil, name+".txt"
		got, ok = job.ParseMade(m.Line())
		require.True(t, ok, why)
		assert.Equal(t, m, got, why)
	}
}

func TestLinesOfOthersAreNone(t *testing.T) {
	text := string(madeOnce.Line())
	for why, line := range map[string]string{
		"no text":                              "\x00\x01\x02",
		"another schema":                       strings.Replace(text, "nianbao.made/1", "nianbao.made/2", 1),
		"another writer":                       strings.Replace(text, `"writer":"nianbao"`, `"writer":"别的"`, 1),
		"no file":                              strings.Replace(text, "各镇/清溪.xlsx", "", 1),
		"nothing was made":                     strings.Replace(text, `[{"name":"清溪.pdf","sha256":"3"}]`, `[]`, 1),
		"an output in another folder":          strings.Replace(text, `"清溪.pdf"`, `"../清溪.pdf"`, 1),
		"with the separator of another system": strings.Replace(text, `"清溪.pdf"`, `"..\\清溪.pdf"`, 1),
		"the folder itself":                    strings.Replace(text, `"清溪.pdf"`, `".."`, 1),
		"no name":                              strings.Replace(text, `"清溪.pdf"`, `""`, 1),
		"an object in an object":               `{"made":` + text + `}`,
		"a quoted name without its end":        strings.Replace(text, `"各镇/清溪.xlsx","version`, `"\"各镇/清溪.xlsx","version`, 1),
		"values of other kinds":                strings.Replace(text, `"input":"1"`, `"input":1`, 1),
		"a step that there is not":             strings.Replace(text, `"file"`, `"step":"print","file"`, 1),
		"copies in another folder":             strings.NewReplacer(`"file"`, `"step":"check","file"`, `"清溪.pdf"`, `"清溪/清溪.pdf"`).Replace(text),
		"what goes back, outside the folder":   strings.NewReplacer(`"file"`, `"step":"judge","file"`, `"清溪.pdf"`, `"../清溪.pdf"`).Replace(text),
		"by a way round":                       strings.NewReplacer(`"file"`, `"step":"judge","file"`, `"清溪.pdf"`, `"清溪/../../清溪.pdf"`).Replace(text),
		"from the root":                        strings.NewReplacer(`"file"`, `"step":"judge","file"`, `"清溪.pdf"`, `"/清溪.pdf"`).Replace(text),
		"by the separator of another system":   strings.NewReplacer(`"file"`, `"step":"judge","file"`, `"清溪.pdf"`, `"清溪\\清溪.pdf"`).Replace(text),
		"two that go back":                     strings.NewReplacer(`"file"`, `"step":"judge","file"`, `"outputs":[`, `"outputs":[{"name":"b","sha256":""},`).Replace(text),
		"read, and nothing was":                strings.NewReplacer(`"file"`, `"step":"read","file"`, `"outputs":[{"name":"清溪.pdf","sha256":"3"}],`, "").Replace(text),
		"a sketch that is none":                strings.Replace(text, `"told"`, `"sketch":{"parts":[{"section":"narrative.problems","hashes":"AAAA"}]},"told"`, 1),
		"a level that there is not, as a word": strings.Replace(text, `"told":{`, `"told":{"entry":{"items":[{"level":"强制"}]},`, 1),
	} {
		require.NotEqual(t, text, line, why)
		_, ok := job.ParseMade([]byte(line))
		assert.False(t, ok, why)
	}
	for why, line := range map[string]string{
		"of an input without findings nothing was made": strings.NewReplacer(`"file"`, `"step":"check","file"`, `"outputs":[{"name":"清溪.pdf","sha256":"3"}],`, "").Replace(text),
		"what goes back lies in a folder of its unit":   strings.NewReplacer(`"file"`, `"step":"judge","file"`, `"清溪.pdf"`, `"清溪/清溪.pdf"`).Replace(text),
	} {
		require.NotEqual(t, text, line, why)
		_, ok := job.ParseMade([]byte(line))
		assert.True(t, ok, why)
	}
	for _, other := range []string{"a", " {", `{"schema":"nianbao.findings/1"`, "\x00", `{"schema":"nianbao.made/1","writer":"别的"`} {
		assert.False(t, job.IsRecord([]byte(other)), other)
	}
}

// What takes part in a report changes its digests, and nothing else does.
func TestDigestsOfAnInput(t *testing.T) {
	folder := t.TempDir()
	book := bookOf(t, sample.Report(t, "e-town-2024"))
	write := func(name string, data []byte) {
		require.NoError(t, os.WriteFile(filepath.Join(folder, name), data, 0o600))
	}
	none := func(string) bool { return false }
	digests := func(isOutput func(string) bool) [2]string {
		var sources []job.Source
		entries, err := os.ReadDir(folder)
		require.NoError(t, err)
		for _, e := range entries {
			s := found(filepath.Join(folder, e.Name()), nil)
			s.Open = func() ([]byte, error) { return os.ReadFile(s.Name) }
			sources = append(sources, s)
		}
		for _, p := range job.NewPlan(sources).Inputs {
			if filepath.Base(p.Name) == "a.xlsx" {
				input, beside, err := p.Held().Digests(isOutput, "", "")
				require.NoError(t, err)
				return [2]string{input, beside}
			}
		}
		t.Fatal("a.xlsx is no input")
		return [2]string{}
	}
	write("a.xlsx", book)
	write("b.json", sample.Read(t, "testdata/reports/a-town-2022.json"))
	alone := digests(none)
	assert.Equal(t, [2]string{sealed.Digest(book), ""}, alone)
	assert.Equal(t, alone, digests(none))

	page := filepath.Join(folder, "望禾镇人民政府2024年政府信息公开工作年度报告.json")
	write(filepath.Base(page), dataOf(t, sample.Report(t, "e-town-2024")))
	assert.NotEqual(t, alone, digests(none), "data of ours that might differ")
	assert.Equal(t, alone, digests(func(file string) bool { return file == page }), "but for its own output")
	require.NoError(t, os.Remove(page))

	write("c.xlsx", book)
	twins := digests(none)
	assert.NotEqual(t, alone, twins, "another on the same unit and year")
	write("c.xlsx", given.Typed(t, book, "proactive_licensing_decisions", "5"))
	assert.NotEqual(t, twins, digests(none), "that says something else")
	require.NoError(t, os.Remove(filepath.Join(folder, "c.xlsx")))

	checked := given.Checker(t).Check(given.Planned(filepath.Join(folder, "a.xlsx")))
	marked, err := job.Marked(checked, nil)
	require.NoError(t, err)
	write("a_校验.xlsx", marked.Data)
	copied := digests(none)
	assert.NotEqual(t, alone, copied, "a copy, in which explanations may stand")
	require.NoError(t, os.Remove(filepath.Join(folder, "a_校验.xlsx")))
	write("a.xlsx", given.Typed(t, book, "proactive_licensing_decisions", "5"))
	assert.NotEqual(t, alone, digests(none))
	assert.Empty(t, digests(none)[1])
}

// What is held is opened once, however often it is asked for.
func TestHeldIsOpenedOnce(t *testing.T) {
	opened := 0
	p := job.Planned{Source: job.Source{Name: "a.json", Open: func() ([]byte, error) { opened++; return nil, errors.New("坏了") },
		Copies: func() []job.Source {
			return []job.Source{{Name: "a_校验.xlsx", Open: func() ([]byte, error) { opened++; return []byte("一"), nil }}}
		}}}.Held()
	for range 3 {
		_, _, err := p.Digests(func(string) bool { return false }, "", "")
		assert.EqualError(t, err, "坏了")
		_, err = p.Copies()[0].Open()
		assert.NoError(t, err)
	}
	assert.Equal(t, 2, opened)
}

func TestDigestTellsItsPartsApart(t *testing.T) {
	sum := func(parts ...string) string {
		d := job.NewDigest()
		d.AddText(parts...)
		return d.Sum()
	}
	assert.NotEqual(t, sum("ab", "c"), sum("a", "bc"))
	assert.NotEqual(t, sum("a"), sum("a", ""))
}
