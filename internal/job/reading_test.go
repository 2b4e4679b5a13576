package job_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/job"
	"nianbao/internal/sample"
	"nianbao/internal/sample/given"
	"nianbao/internal/verdict"
)

// readings keeps what was read as a record does, in text.
type readings struct {
	mu    sync.Mutex        // files are looked up while others are kept
	lines map[string][]byte // by the file and the digest of its contents
	stood []string
	read  []string
}

func (r *readings) Of(file, input string) (job.Reading, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	m, ok := job.ParseMade(r.lines[file+input])
	if !ok {
		return job.Reading{}, false
	}
	return *m.Reading, true
}

func (r *readings) Stands(file string) { r.stood = append(r.stood, file) }

func (r *readings) Keep(file, input string, reading job.Reading) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.read = append(r.read, file)
	r.lines[file+input] = job.Made{Step: job.ReadingIn, File: file, Input: input, Reading: &reading}.Line()
}

// What was gathered from readings is what is gathered from the files, whatever kind they are; only what changed is read.
func TestGatheredAgain(t *testing.T) {
	var sources []job.Source
	add := func(name string, data []byte) { sources = append(sources, found(name, data)) }
	town := sample.Report(t, "e-town-2024")
	book := bookOf(t, town)
	add("望禾.xlsx", book)
	add("望禾镇人民政府2024年政府信息公开工作年度报告.json", dataOf(t, sample.Report(t, "e-town-2024")))
	add("石桥.json", handedIn(t, "石桥", false))
	checked := given.Checker(t).Check(job.Planned{Source: job.From("石桥.json", handedIn(t, "石桥", false))})
	marked, err := job.Marked(checked, nil)
	require.NoError(t, err)
	add("石桥_校验.xlsx", marked.Data)
	add("柏坞_修改.xlsx", given.Typed(t, marked.Data, "proactive_licensing_decisions", "5"))
	add("坏的.docx", []byte("不是"))
	add("图.png", []byte("\x89PNG\r\n"))
	for _, folder := range []string{"testdata/published"} {
		entries, err := os.ReadDir(sample.Path(t, folder))
		require.NoError(t, err)
		for _, e := range entries {
			if filepath.Ext(e.Name()) == ".docx" || filepath.Ext(e.Name()) == ".html" {
				add(e.Name(), sample.Read(t, folder+"/"+e.Name()))
			}
		}
	}
	require.Greater(t, len(sources), 8)
	want := job.Gather(sources)
	before := &readings{lines: map[string][]byte{}}
	told := func(g *job.Gathered) string { // functions are not compared
		var b strings.Builder
		for _, p := range g.Inputs {
			b.WriteString(p.Name + strings.Join(p.Alike, "|") + strings.Join(p.SameName, "|") + strings.Join(p.Replaced(), "|") + "\n")
		}
		return b.String()
	}
	same := func(g *job.Gathered) {
		t.Helper()
		assert.Equal(t, want.Reports, g.Reports)
		assert.Equal(t, want.Faults, g.Faults)
		assert.Equal(t, want.Passed, g.Passed)
		assert.Equal(t, want.Others, g.Others)
		assert.Equal(t, told(want), told(g))
	}
	same(job.GatherAgain(sources, before))
	assert.Empty(t, before.stood)
	readable := len(before.read)
	require.Greater(t, readable, 5)
	before.read = nil
	same(job.GatherAgain(sources, before))
	assert.Empty(t, before.read)
	assert.Len(t, before.stood, readable)

	before.stood = nil
	sources[0] = found("望禾.xlsx", given.Typed(t, book, "proactive_licensing_decisions", "7"))
	want = job.Gather(sources)
	same(job.GatherAgain(sources, before))
	assert.Equal(t, []string{"望禾.xlsx"}, before.read)
	assert.Len(t, before.stood, readable-1)
}

// A reading in which anything was changed is none: nobody would see a slip in a figure.
func TestAChangedReadingIsNone(t *testing.T) {
	before := &readings{lines: map[string][]byte{}}
	job.GatherAgain([]job.Source{found("石桥.json", handedIn(t, "石桥", false))}, before)
	var line string
	for _, text := range before.lines {
		line = string(text)
	}
	_, ok := job.ParseMade([]byte(line))
	require.True(t, ok)
	var m struct {
		Reading struct{ Figures struct{ Figures string } }
	}
	require.NoError(t, json.Unmarshal([]byte(line), &m))
	figures := m.Reading.Figures.Figures
	for why, changed := range map[string]string{
		"a figure":                     strings.Replace(line, figures, figures[:4]+"BAUG"+figures[8:], 1),
		"figures of another edition":   strings.Replace(line, `"edition":"2021"`, `"edition":"2020"`, 1),
		"of one that there is not":     strings.Replace(line, `"edition":"2021"`, `"edition":"1949"`, 1),
		"of none":                      strings.Replace(line, `"edition":"2021"`, `"edition":""`, 1),
		"fewer figures":                strings.Replace(line, figures, "AAAA", 1),
		"no figures":                   strings.Replace(line, `"figures":{`, `"other":{`, 1),
		"the unit":                     strings.Replace(line, "石桥镇", "清溪镇", 1),
		"the year":                     strings.Replace(line, `"year":2024`, `"year":2025`, 1),
		"a doubt on what is no figure": strings.Replace(line, `"texts":`, `"doubts":["一"],"texts":`, 1),
		"a text of no section":         strings.Replace(line, "narrative.problems", "narrative.nothing", 1),
		"what was seen of it":          strings.Replace(line, `"seen":{`, `"seen":{"told":true,`, 1),
	} {
		require.NotEqual(t, line, changed, why)
		_, ok := job.ParseMade([]byte(changed))
		assert.False(t, ok, why)
	}
}

// Whatever a line of a record holds, reading it ends, and what it gives can be used and written again.
func FuzzLinesOfARecord(f *testing.F) {
	before := &readings{lines: map[string][]byte{}}
	job.GatherAgain([]job.Source{found("石桥.json", handedIn(f, "石桥", false))}, before)
	for _, text := range before.lines {
		f.Add(text)
	}
	f.Add(madeOnce.Line())
	report := sample.Report(f, "f-county-2023")
	o := verdict.Options{}
	kept := o.KeepEntered(verdict.Outcome{File: "一.json", Report: report}, verdict.AsCSV)
	f.Add(job.Made{Step: job.Checking, Result: "结果.csv", File: "一.json", Told: kept}.Line())
	f.Add(job.Made{Step: job.Judging, File: "一.json", Outputs: []job.Output{{Name: "甲/一.xlsx"}}, Told: kept}.Line())
	f.Fuzz(func(t *testing.T, text []byte) {
		m, ok := job.ParseMade(text)
		if !ok {
			return
		}
		for _, o := range m.Outputs {
			assert.True(t, filepath.IsLocal(o.In(".")), o.Name)
		}
		for _, as := range []verdict.Telling{verdict.AsText, verdict.AsJSON, verdict.AsJSONLine, verdict.AsCSV, verdict.Untold} {
			if !as.Holds(m.Told) {
				continue
			}
			l := verdict.NewLedger(o)
			l.Add(m.Told.Outcome(m.File))
			for i := range l.Items() {
				_ = i.Level.String()
			}
		}
		if again := m.Line(); again != nil {
			twice, ok := job.ParseMade(again)
			assert.True(t, ok)
			assert.Equal(t, m.Line(), twice.Line())
		}
	})
}
