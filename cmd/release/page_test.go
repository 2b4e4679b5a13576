package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
	"nianbao/internal/web"
)

// seen is what testdata/browser/nianbao.mjs prints.
type seen struct {
	Ready, Served               int // milliseconds from opening, from a file and from a server
	Rehearsed                   int // steps that went well
	Shown, Evaluated, PDF, Old  string
	Complaints, Refused, Bodies []string
	Log, Sent, Comers           []string // addresses that the page asked for; paths that a server was asked for
	Pieces                      []piecemeal
	Together                    []int
	Deep, Unread                outcome
	Faults                      map[string]struct{ Met, Behind, After outcome }
	Asked                       struct{ Met, After outcome }
}

// piecemeal is a piece of an answer, with the milliseconds since the first.
type piecemeal struct {
	Text string
	At   int
}

// outcome is what came of a request: the whole answer, or an error.
type outcome struct {
	Status      int
	Text, Error string
	Restarted   bool
	After       int // milliseconds until the error
}

// The page in one file does in Chromium and in Firefox what the page does, and goes on whatever the program does.
func TestPageInOneFile(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "go", "node", "puppeteer-core", "chromium", "firefox")
	file := filepath.Join(t.TempDir(), "年报 nianbao.html")
	built, err := buildPage(source{folder: sample.Path(t, "."), version: version{number: "1.2.0"}, tags: []string{"faults"}})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, built[0].data, 0o600))
	const most = 30_000_000
	assert.Less(t, len(built[0].data), most, "as large as it may be")
	workbook := sample.WorkbookFile(t, "openpyxl-d-town-2020")
	for _, browser := range []string{"chromium", "firefox"} {
		t.Run(browser, func(t *testing.T) {
			var s seen
			printed := standardOutput(t, "node", sample.Path(t, "testdata/browser/nianbao.mjs"), browser, sample.Program(t, browser), file, workbook)
			require.NoError(t, json.Unmarshal(printed, &s))
			t.Logf("ready %d ms after opening, %d ms from a server", s.Ready, s.Served)
			s.testOpened(t)
			s.testAnswers(t, workbook)
			s.testFaults(t)
			s.testSendsNothing(t)
		})
	}
}

// A clerk's whole way through the page in one file, opened from the disk: nothing is asked of anybody, and what is saved are the bytes that
// the page gives elsewhere.
func TestJourneyInOneFile(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "go", "node", "puppeteer-core", "chromium", "firefox")
	file := filepath.Join(t.TempDir(), "nianbao.html")
	built, err := buildPage(source{folder: sample.Path(t, ".")})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, built[0].data, 0o600))
	for _, browser := range []string{"chromium", "firefox"} {
		t.Run(browser, func(t *testing.T) {
			j := sample.TakeJourney(t, browser, "file://"+file, false)
			for _, address := range j.Asked {
				assert.Regexp(t, `^(file|blob|data):`, address)
			}
			assert.NotEmpty(t, j.Again, "the program was ended, and started anew")
			t.Logf("milliseconds: %v", j.Times)
			here := readElsewhere(t, j.Files["workbook"])
			here["blank"] = blankElsewhere(t, j.Unit)
			for _, kind := range []string{"blank", "pdf", "txt", "docx", "json"} {
				got, err := os.ReadFile(j.Files[kind])
				require.NoError(t, err)
				assert.True(t, bytes.Equal(here[kind], got), kind)
			}
		})
	}
}

// What a browser gives of a drop depends on where the page is from.
func TestFilesAreDroppedOnThePageInOneFile(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "go", "node", "puppeteer-core", "chromium")
	file := filepath.Join(t.TempDir(), "nianbao.html")
	built, err := buildPage(source{folder: sample.Path(t, ".")})
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(file, built[0].data, 0o600))
	sample.DropFiles(t, "file://"+file)
}

// pageHere is the page where it is no WebAssembly; it gives the body of an answer.
func pageHere(t *testing.T) (ask func(method, address, kind string, body []byte) []byte) {
	handler, err := web.New(web.Options{Now: time.Now})
	require.NoError(t, err)
	return func(method, address, kind string, body []byte) []byte {
		request := httptest.NewRequest(method, address, bytes.NewReader(body))
		request.Header.Set("Content-Type", kind)
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, request)
		require.Less(t, answer.Code, http.StatusBadRequest, answer.Body.String())
		return answer.Body.Bytes()
	}
}

// blankElsewhere is the blank workbook of a journey.
func blankElsewhere(t *testing.T, unit string) []byte {
	order, err := json.Marshal(map[string]any{"year": 2024, "unit": unit, "level": "乡镇", "scope": "本机关"})
	require.NoError(t, err)
	return pageHere(t)(http.MethodPost, "/template", web.Answers, order)
}

// readElsewhere is what the page gives of a workbook.
func readElsewhere(t *testing.T, workbook string) map[string][]byte {
	data, err := os.ReadFile(workbook)
	require.NoError(t, err)
	ask := pageHere(t)
	ask(http.MethodPost, "/files?name=a.xlsx", web.File, data)
	files := map[string][]byte{}
	for _, kind := range []string{"pdf", "txt", "docx", "json"} {
		files[kind] = ask(http.MethodGet, "/report/1/files/"+kind, "", nil)
	}
	return files
}

// standardOutput runs a program and gives what it prints there; what it prints elsewhere tells why it failed.
func standardOutput(t *testing.T, name string, arguments ...string) []byte {
	t.Helper()
	command := exec.Command(sample.Program(t, name), arguments...)
	var said bytes.Buffer
	command.Stderr = &said
	printed, err := command.Output()
	require.NoError(t, err, "%s\n%s", command, said.String())
	return printed
}

func (s seen) testOpened(t *testing.T) {
	assert.Contains(t, s.Shown, "年报")
	assert.Contains(t, s.Shown, "版本 1.2.0", "which was built")
	assert.Equal(t, 5, s.Rehearsed, "template, workbook, verdict, pages, PDF")
	assert.Empty(t, s.Complaints, "in the console")
	assert.Empty(t, s.Refused, "by the page's own policy")
	assert.Equal(t, "EvalError", s.Evaluated, "only old browsers are let evaluate text as a script")
	assert.Positive(t, s.Served, "a server that takes every page for UTF-8 does no harm")
	assert.Contains(t, s.Old, "这个浏览器太旧")
	assert.Contains(t, s.Old, "DecompressionStream")
}

func (s seen) testAnswers(t *testing.T, workbook string) {
	assert.True(t, s.PDF == "200 application/pdf "+base64.StdEncoding.EncodeToString(readElsewhere(t, workbook)["pdf"]), "the same bytes as here")
	for i, body := range []string{"a text", "bytes", "a buffer", "a blob", "a part of a buffer", "bytes that were sent before", "nothing"} {
		want := "POST sent 年报"
		if body == "nothing" {
			want = "POST sent "
		}
		assert.Equal(t, want, s.Bodies[i], body)
	}
	assert.Equal(t, outcome{Status: 200, Text: "10000"}, s.Deep, "ten thousand calls deep")
	assert.Equal(t, []int{1, 2, 3}, s.Together, "one after another, as they were sent")
	assert.Equal(t, outcome{Status: 200, Text: "POST  on"}, s.Unread, "behind an answer that nobody reads")
	require.Len(t, s.Pieces, 5)
	assert.Greater(t, s.Pieces[4].At-s.Pieces[0].At, 200, "milliseconds: the first piece comes while the handler works on the others")
}

func (s seen) testFaults(t *testing.T) {
	behind, after := outcome{Status: 200, Text: "POST  behind"}, outcome{Status: 200, Text: "POST  after"}
	for fault, told := range map[string]struct {
		why       string
		restarted bool
		says      string
	}{
		"panic":      {"before the first byte, the answer says so", false, `^程序处理这个文件时出错（faults\.go:\d+），请把文件发给程序的维护者。\n$`},
		"panic-late": {"behind it, reading fails", false, `^程序处理这个文件时出错（faults\.go:\d+），请把文件发给程序的维护者$`},
		"address":    {"one that is none", false, `^这个地址打不开`},
		"memory":     {"the program ends at its limit", true, `^内存不够，这一步没有做完。`},
		"recursion":  {"the browser ends it", true, `^文件里的层次太深，这一步没有做完。`},
		"endless":    {"the page's clock ends it", true, `^太久没有结果，这一步已经停下。`},
		"exit":       {"it ends itself", true, `^程序出了错，这一步没有做完。`},
	} {
		met, ok := s.Faults[fault]
		require.True(t, ok, fault)
		assert.Regexp(t, regexp.MustCompile(told.says), met.Met.Error+met.Met.Text, "%s: %s", fault, told.why)
		assert.Equal(t, told.restarted, met.Met.Restarted, fault)
		if told.restarted {
			assert.Equal(t, met.Met.Error, met.Behind.Error, "%s: what waited is told, too, since nothing is in hand any more", fault)
			assert.True(t, met.Behind.Restarted, fault)
		} else {
			assert.Equal(t, behind, met.Behind, fault)
		}
		assert.Equal(t, after, met.After, "%s: the page goes on", fault)
	}
	assert.Equal(t, 500, s.Faults["panic"].Met.Status)
	assert.InDelta(t, 1000, s.Faults["endless"].Met.After, 900, "milliseconds, of a patience of one second")
	assert.Equal(t, "这一步已经停下", s.Asked.Met.Error)
	assert.Equal(t, after, s.Asked.After)
}

func (s seen) testSendsNothing(t *testing.T) {
	for _, address := range s.Log {
		assert.Regexp(t, `^(file|blob|data):`, address, "in the browser's own log")
	}
	assert.Empty(t, s.Sent, "by all ways that a script may try")
	assert.Equal(t, []string{"/nianbao.html"}, s.Comers, "which shows that the server counts")
}

// The same sources in another folder give the same bytes.
func TestPageIsReproducible(t *testing.T) {
	sample.Long(t)
	sample.Need(t, "go")
	copied := elsewhere(t)
	here, err := buildPage(source{folder: sample.Path(t, ".")})
	require.NoError(t, err)
	t.Setenv("GOFLAGS", "-tags=faults")
	there, err := buildPage(source{folder: copied})
	require.NoError(t, err)
	assert.True(t, bytes.Equal(here[0].data, there[0].data))
	assert.NotContains(t, string(there[0].data), copied)
}

// The policy names every script and style that stands in the page, and none runs that is not named.
func TestPolicyNamesTheScripts(t *testing.T) {
	page, err := pagePacked([]byte("program"), "support()")
	require.NoError(t, err)
	text := decoded(t, page)
	rules, scripts := "", []string{}
	for _, found := range regexp.MustCompile(`Content-Security-Policy" content="([^"]*)"`).FindAllStringSubmatch(text, -1) {
		rules += found[1]
	}
	for _, found := range regexp.MustCompile(`(?s)<(?:script|style)>(.*?)</(?:script|style)>`).FindAllStringSubmatch(text, -1) {
		scripts = append(scripts, found[1])
	}
	require.Len(t, scripts, 6, "style, gate, loader, open, one piece, page")
	for _, script := range scripts {
		assert.Contains(t, rules, hashes([]string{script}), "%.40s", script)
	}
	for _, rule := range []string{"default-src 'none'", "connect-src 'none'", "form-action 'none'", "base-uri 'none'"} {
		assert.Contains(t, strings.Split(rules, "; "), rule)
	}
	assert.NotContains(t, rules, "unsafe-inline")
	assert.NotRegexp(t, `https?:`, rules)
	assert.NotRegexp(t, `(?i)<[^>]* on[a-z]+=`, text, "no handler stands in the markup")
}

func TestScriptsThatWouldEndTheirElement(t *testing.T) {
	_, err := pagePacked(nil, "x = '</SCRIPT>'")
	assert.ErrorContains(t, err, "would end it")
}
