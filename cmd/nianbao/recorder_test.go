//go:build !windows && !js

package main

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/job"
)

// Whatever somebody did to a record, --resume makes what an undisturbed run makes, writes nowhere else, and shows nothing that would do
// anything to a terminal.
func TestHostileRecord(t *testing.T) {
	folder := t.TempDir()
	townships(t, filepath.Join(folder, "各镇"), 3)
	t.Chdir(folder)
	call := func(more ...string) (code int, told string) {
		code, out, errs := called(append([]string{"render", "各镇", "--format", "txt,json", "-o", "报告"}, more...)...)
		return code, out + errs
	}
	code, _ := call()
	require.Zero(t, code)
	want, _ := contents(t, "报告")
	sound := want[job.RecordName]
	first, others, _ := strings.Cut(sound, "\n")
	_, name, _ := strings.Cut(first, `"outputs":[{"name":"`)
	name, _, _ = strings.Cut(name, `"`)
	lineFor := func(of, by string) string { return strings.Replace(first, of, by, 1) + "\n" + others }
	for _, c := range []struct {
		why, record, told string
	}{
		{"as it was written", sound, "3份和记录一致"},
		{"nothing in it", "", "没有可以跳过的"},
		{"twice the same", sound + sound, "3份和记录一致"},
		{"in another order", others + first + "\n", "3份和记录一致"},
		{"no text behind the first line", first + "\n\x00\x01\xff\n" + strings.Repeat("\x00", 3<<20) + "\n" + others, "3份和记录一致"},
		{"a line without end", sound + `{"schema":"nianbao.made/1","writer":"nianbao","file":"` + strings.Repeat("长", job.MaxMade), "3份和记录一致"},
		{"an object in objects", sound + `{"schema":"nianbao.made/1","writer":"nianbao","file":` + strings.Repeat(`{"a":`, 200_000) + "\n", "3份和记录一致"},
		{"the last line on a file counts", sound + lineFor(`"input":"`, `"input":"0`), "2份和记录一致"},
		{"nothing was made of it", lineFor(first[strings.Index(first, `"outputs":[`):strings.Index(first, `],"told"`)], `"outputs":[`), "2份和记录一致"},
		{"an output is missing in it", lineFor(`{"name":"`+name+`","sha256":"`, `{"name":"`+name+`","sha256":"0`), "2份和记录一致"},
		{"one of another format in its place", lineFor(name, strings.Replace(name, ".txt", ".json", 1)), "2份和记录一致"},
		{"one format fewer", lineFor(first[strings.Index(first, `,{"name":"`):strings.Index(first, `],"told"`)], ""), "2份和记录一致"},
		{"an output outside the folder", lineFor(name, "../各镇/0.json"), "2份和记录一致"},
		{"one that never ends", lineFor(name, "/dev/zero"), "2份和记录一致"},
		{"a file that is no input of this call stays recorded", sound + strings.Replace(first, "各镇/0.json", "各镇/没有.json", 1) + "\n", "3份和记录一致"},
	} {
		require.NoError(t, os.WriteFile(filepath.Join("报告", job.RecordName), []byte(c.record), 0o600))
		code, told := call("--resume")
		assert.Zero(t, code, c.why)
		assert.Contains(t, told, c.told, c.why)
		got, temporary := contents(t, "报告")
		assert.Zero(t, temporary, c.why)
		if strings.Contains(c.record, "没有.json") {
			assert.Contains(t, got[job.RecordName], "没有.json", c.why)
			continue
		}
		assert.True(t, want[job.RecordName] == got[job.RecordName], c.why)
		assert.Len(t, got, len(want), c.why)
	}

	forged := lineFor(`　第0镇`, `　\u001b[2J\u202e第0镇`)
	require.NotEqual(t, sound, forged)
	require.NoError(t, os.WriteFile(filepath.Join("报告", job.RecordName), []byte(forged), 0o600))
	_, told := call("--resume")
	assert.Contains(t, told, "〈U+001B〉[2J〈U+202E〉第0镇")
	assert.NotContains(t, told, "\x1b")

	require.NoError(t, os.Remove(filepath.Join("报告", job.RecordName)))
	require.NoError(t, os.Mkdir(filepath.Join("报告", job.RecordName), 0o700))
	code, told = call("--resume")
	assert.Equal(t, exitFailed, code)
	assert.Contains(t, told, "报告/生成记录.jsonl：不是普通的文件，请把它移走以后再试。")
	code, told = call()
	assert.Zero(t, code)
	assert.Contains(t, told, "这次做的没有记下来")
}

// What a killed run left is removed also where nothing has to be written any more.
func TestResumeRemovesWhatAKilledRunLeft(t *testing.T) {
	folder := t.TempDir()
	townships(t, filepath.Join(folder, "各镇"), 2)
	t.Chdir(folder)
	for range 2 {
		code, _, errs := called("render", "各镇", "--format", "txt", "-o", "报告", "--resume")
		require.Zero(t, code, errs)
		_, temporary := contents(t, "报告")
		assert.Zero(t, temporary)
		require.NoError(t, os.WriteFile(filepath.Join("报告", ".nianbao-1a2b3c.tmp"), []byte("写到一半"), 0o600))
	}
}

// The same of what is checked and added up: a record that anybody may have written into makes no other result, and nothing outside its folder.
func TestHostileRecordsOfOtherSteps(t *testing.T) {
	folder := t.TempDir()
	townships(t, filepath.Join(folder, "各镇"), 3)
	t.Chdir(folder)
	require.NoError(t, os.Mkdir("应有", 0o700))
	for _, w := range []struct {
		why    string
		call   func(to string) []string
		record string // where it lies
		marks  string // what begins the step's lines
		change [][2]string
	}{
		{"results", func(to string) []string {
			return []string{"check", "各镇", "--format", "csv", "-o", to + "/结果.csv"}
		}, "", `"step":"check"`, [][2]string{
			{`"text":"各镇/0.json,`, `"text":"=cmd(),`}, {`"counts":{"fatal":0`, `"counts":{"fatal":-1`}, {`"sketch":{`, `"sketch":{"parts":7,`},
			{`"hashes":"`, `"hashes":"A`}, {`"sketch":`, `"nosketch":`}, {`"result":"结果.csv"`, `"result":"../结果.csv"`}, {`"told":{`, `"outputs":[{"name":"../a","sha256":""}],"told":{`},
		}},
		{"copies", func(to string) []string { return []string{"check", "各镇", "--format", "xlsx", "-o", to} }, "", `"step":"check"`, [][2]string{
			{`"name":"0_校验.xlsx"`, `"name":"../各镇/0.json"`}, {`"name":"0_校验.xlsx"`, `"name":"1_校验.xlsx"`}, {`"level":1`, `"level":9`}, {`"entry":{`, `"noentry":{`},
			{`"place":"`, `"place":"` + "\u202e"}, {`"outputs":[`, `"x":[`},
		}},
		{"sums", func(to string) []string {
			return []string{"aggregate", "各镇", "--unit", "望禾县人民政府", "--returns", to + "/退回", "-o", to + "/汇总.xlsx"}
		}, "", `"step":"read"`, [][2]string{
			{`"figures":"`, `"figures":"AwMD`}, {`"edition":"2021"`, `"edition":"2020"`}, {`"unit":"第`, `"unit":"另`}, {`"sum":"`, `"sum":"0`}, {`"reading":`, `"noreading":`},
		}},
		{"what goes back", func(to string) []string {
			return []string{"aggregate", "各镇", "--unit", "望禾县人民政府", "--returns", to + "/退回", "-o", to + "/汇总.xlsx"}
		}, "退回", `"step":"judge"`, [][2]string{
			{`"name":"第0镇人民政府/`, `"name":"../各镇/`}, {`"name":"第0镇人民政府/`, `"name":"第1镇人民政府/`}, {`"entry":{`, `"noentry":{`}, {`"outputs":[`, `"x":[`}, {`"text":""`, `"text":"多说的"`},
		}},
	} {
		sound := filepath.Join("应有", w.why)
		require.NoError(t, os.MkdirAll(filepath.Join(sound, w.record), 0o700))
		run := func(more ...string) string {
			_, out, errs := called(append(w.call(sound), more...)...)
			return out + errs
		}
		run("--resume")
		want := everything(t, sound)
		file := filepath.Join(w.record, job.RecordName)
		require.Contains(t, want[file], w.marks)
		for _, c := range w.change {
			lines := strings.SplitAfter(want[file], "\n")
			at := slices.IndexFunc(lines, func(line string) bool { return strings.Contains(line, w.marks) })
			require.Contains(t, lines[at], c[0], w.why)
			lines[at] = strings.Replace(lines[at], c[0], c[1], 1)
			require.NoError(t, os.WriteFile(filepath.Join(sound, file), []byte(strings.Join(lines, "")), 0o600))
			told := run("--resume")
			assert.NotContains(t, told, "\u202e")
			got := everything(t, sound)
			assert.Len(t, got, len(want), "%s: %s", w.why, c[1])
			for name := range want {
				assert.True(t, want[name] == got[name], "%s: %s: %s", w.why, c[1], name)
			}
		}
		assert.Len(t, everything(t, "各镇"), 3)
	}
}
