package web_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/web"
	"nianbao/internal/web/loopback"
)

func TestJourney(t *testing.T) {
	for _, c := range []struct {
		kind   string
		judged bool // by axe-core too, which takes its time
	}{{"chromium", true}, {"firefox", false}} {
		t.Run(c.kind, func(t *testing.T) {
			if c.kind != "chromium" {
				sample.Long(t)
			}
			j := sample.TakeJourney(t, c.kind, serve(t), c.judged && sample.All())
			for _, address := range j.Asked {
				assert.Regexp(t, `^(http://127\.0\.0\.1:\d+/|blob:|data:)`, address, "nothing but this computer is asked")
			}
			t.Logf("%s, milliseconds: %v", c.kind, j.Times)
		})
	}
}

func TestFilesAreDropped(t *testing.T) { sample.DropFiles(t, serve(t)) }

// serve serves the page on loopback, and gives the address to open.
func serve(t *testing.T) (address string) {
	page, err := web.New(web.Options{Now: func() time.Time { return time.Date(2026, 1, 10, 9, 0, 0, 0, time.UTC) }})
	require.NoError(t, err)
	server, err := loopback.Listen()
	require.NoError(t, err)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- server.Serve(ctx, page, 0) }()
	t.Cleanup(func() {
		stop()
		assert.NoError(t, <-ended)
	})
	return server.Address()
}

func TestKeyboardAlone(t *testing.T) {
	sample.Long(t)
	chromium, node := sample.Program(t, "chromium"), sample.Program(t, "node")
	sample.Need(t, "puppeteer-core")
	folder := t.TempDir()
	book := filepath.Join(folder, "填报")
	require.NoError(t, os.WriteFile(book, filled(t, town, withFault), 0o644)) // without an extension, so that it is not taken for a saved one
	sound := filledReport(t)
	var seen struct {
		Unseen, InPlace, Verdict, Titles                   []string
		Unwanted                                           string
		Clear                                              float64
		Skips, Faulty, Below, Beside, Sound, Workbook, Pdf string
		TabsToFinding                                      int
	}
	said := sample.Run(t, node, sample.Path(t, "testdata/browser/keyboard.mjs"), chromium, serve(t), folder, book, sound.Figure("requests.received.natural_person").Printed())
	require.NoError(t, json.Unmarshal([]byte(said), &seen))
	assert.Empty(t, seen.Unseen, "whatever has the focus shows it")
	assert.Equal(t, "跳到正文", seen.Skips)
	assert.Regexp(t, `^不通过`, seen.Faulty)
	assert.Less(t, seen.TabsToFinding, 40, "the findings come soon")
	assert.Equal(t, "requests.carried_in.enterprise", seen.Below)
	assert.Equal(t, "requests.received.natural_person", seen.Beside)
	require.Len(t, seen.InPlace, 3)
	assert.Equal(t, []string{"requests.received.natural_person", "0"}, seen.InPlace[:2], "Ctrl+S stays where one is")
	assert.Regexp(t, `^改了1处。不通过`, seen.InPlace[2])
	assert.Equal(t, "requests.received.natural_person", seen.Unwanted)
	assert.GreaterOrEqual(t, seen.Clear, 0.0, "the bar does not cover what is typed")
	assert.Equal(t, []string{"main", "0"}, seen.Verdict, "the verdict is in sight")
	assert.Regexp(t, `^通过`, seen.Sound)
	assert.Equal(t, []string{"校验 – " + sound.Title() + " – 年报", "预览与下载 – " + sound.Title() + " – 年报"}, seen.Titles)
	assert.Equal(t, "填报_修改.xlsx", seen.Workbook)
	assert.Equal(t, sound.Title()+".pdf", seen.Pdf)
}

// What a clerk types, pastes and presses on the page is neither lost nor changed on the way.
func TestNothingTypedIsLost(t *testing.T) {
	sample.Long(t)
	chromium, node := sample.Program(t, "chromium"), sample.Program(t, "node")
	sample.Need(t, "puppeteer-core")
	folder := t.TempDir()
	book, last, slip := filepath.Join(folder, "填报"), filepath.Join(folder, "去年"), filepath.Join(folder, "取数单.xlsx")
	require.NoError(t, os.WriteFile(slip, slipWith(t, slipOfTown(open(t, web.Options{})), "15"), 0o644))
	require.NoError(t, os.WriteFile(book, filled(t, town, func(r *model.Report) {
		withFault(r)
		problems := form.Key("narrative.problems")
		r.Texts[problems] = append(r.Texts[problems], model.Paragraph{Text: "公开不够及时，，还要改进。"})
	}), 0o644))
	require.NoError(t, os.WriteFile(last, filled(t, town, func(r *model.Report) { r.Fields["report.year"] = model.Field{Text: "2023"} }), 0o644))
	var seen struct {
		Complaints, Nowhere, Dialogs, Pasted, Row, Hidden                                []string
		Step, Stays, Form, FormAfter, AtSave, Kept, Mended, Compared, Refused, Unchanged string
		Unexplained, BeforeSlip, BySlip, AtSlip                                          string
		Taken, Single, Composing, AskedFor                                               bool
		Changes, Pages                                                                   int
		Back                                                                             float64
	}
	said := sample.Run(t, node, sample.Path(t, "testdata/browser/care.mjs"), chromium, serve(t), folder, book, last, slip)
	require.NoError(t, json.Unmarshal([]byte(said), &seen))
	assert.Empty(t, seen.Complaints)
	assert.Contains(t, seen.Step, "还没有打开年报")
	require.Len(t, seen.Nowhere, 1, "said once")
	assert.Contains(t, seen.Nowhere[0], "没有这一页")
	assert.Contains(t, seen.Stays, "#/start")
	assert.Equal(t, "清溪镇人民政府 街道 汇总 true true", seen.Form)
	assert.Equal(t, "清溪镇人民政府 街道", seen.FormAfter)
	assert.Equal(t, "保存并校验", seen.AtSave)
	assert.Equal(t, 2, seen.Changes, "saved before it is downloaded")
	assert.Equal(t, "55", seen.Kept)
	assert.Equal(t, "56", seen.Mended)
	assert.Equal(t, "57", seen.Compared)
	assert.Empty(t, seen.Dialogs)
	assert.Equal(t, "7", seen.BeforeSlip)
	assert.Equal(t, "15", seen.BySlip)
	assert.Equal(t, "c-proactive.penalties.decisions", seen.AtSlip)
	assert.Equal(t, "请先写说明，再按“写进填报表”", seen.Unexplained)
	assert.True(t, seen.AskedFor)
	assert.True(t, seen.Taken)
	assert.Equal(t, []string{"5", "120"}, seen.Pasted)
	assert.Equal(t, []string{"1", "2", "3"}, seen.Row)
	assert.False(t, seen.Single, "one figure is pasted as ever")
	assert.Contains(t, seen.Refused, "复制的是3行、1列，从这一格起放不下，没有粘贴")
	assert.Equal(t, "0", seen.Unchanged)
	assert.True(t, seen.Composing)
	assert.Empty(t, seen.Hidden, "whatever has the focus is in sight")
	assert.Less(t, seen.Back, 3.0, "one comes back to where one was")
	assert.Positive(t, seen.Pages)
}

func TestAWatchedFileIsCheckedWheneverItIsSaved(t *testing.T) {
	chromium, node := sample.Program(t, "chromium"), sample.Program(t, "node")
	sample.Need(t, "puppeteer-core")
	folder := t.TempDir()
	faulty, sound := filepath.Join(folder, "填报.xlsx"), filepath.Join(folder, "改好.xlsx")
	require.NoError(t, os.WriteFile(faulty, filled(t, town, withFault), 0o644))
	require.NoError(t, os.WriteFile(sound, filled(t, town, nil), 0o644))
	var seen struct {
		Before, After, Left string
		Gone                []string
	}
	said := sample.Run(t, node, sample.Path(t, "testdata/browser/watch.mjs"), chromium, serve(t), faulty, sound)
	require.NoError(t, json.Unmarshal([]byte(said), &seen))
	assert.Regexp(t, `^不通过`, seen.Before)
	assert.Regexp(t, `^改好了[1-9]`, seen.After)
	assert.Regexp(t, `^通过`, seen.Left, "once it is not watched, nothing follows")
	assert.Equal(t, []string{"#/start 0", "#/start 0"}, seen.Gone, "what was taken away does not come again")
}

// Whatever browser the page is open in, leaving it with what was not saved is asked about, and nothing else is.
func TestLeavingWhatIsNotSavedIsAskedAbout(t *testing.T) {
	chromium, node := sample.Program(t, "chromium"), sample.Program(t, "node")
	sample.Need(t, "puppeteer-core")
	folder := t.TempDir()
	book, other, slip := filepath.Join(folder, "填报.xlsx"), filepath.Join(folder, "另一个.xlsx"), filepath.Join(folder, "取数单.xlsx")
	require.NoError(t, os.WriteFile(book, filled(t, town, func(r *model.Report) { delete(r.Figures, "proactive.penalties.decisions") }), 0o644))
	require.NoError(t, os.WriteFile(other, filled(t, town, renamed), 0o644))
	require.NoError(t, os.WriteFile(slip, slipWith(t, slipOfTown(open(t, web.Options{})), "15"), 0o644))
	var seen struct {
		Untouched, Typed, Reset, OneSaved, BothSaved, ChangedAgain, Undone, Closed, Slip, Cleared string
		ClosedStep, ClearedStep                                                                   string
		Dialogs, Errors                                                                           []string
	}
	said := sample.Run(t, node, sample.Path(t, "testdata/browser/leaving.mjs"), chromium, serve(t), folder, book, other, slip)
	require.NoError(t, json.Unmarshal([]byte(said), &seen))
	const asked = "today, before 119"
	assert.Empty(t, seen.Untouched)
	assert.Equal(t, asked, seen.Typed)
	assert.Empty(t, seen.Reset)
	assert.Equal(t, asked, seen.OneSaved, "the other report was changed, too")
	assert.Empty(t, seen.BothSaved)
	assert.Equal(t, asked, seen.ChangedAgain)
	assert.Empty(t, seen.Undone, "that was saved")
	assert.Empty(t, seen.Closed, "it was asked about when it was closed")
	assert.Equal(t, asked, seen.Slip, "a slip changes the report, too")
	assert.Empty(t, seen.Cleared)
	assert.Equal(t, []string{"beforeunload"}, seen.Dialogs)
	assert.Equal(t, "#/report/1/upward", seen.ClosedStep, "the steps lead to a report that is still in hand")
	assert.Equal(t, "#/start~filled", seen.ClearedStep, "or to where one is put in hand")
	assert.Empty(t, seen.Errors)
}

// A program in the page that was started anew is sent what is in hand, and not all that ever was.
func TestWhatIsSentAgainIsWhatIsInHand(t *testing.T) {
	chromium, node := sample.Program(t, "chromium"), sample.Program(t, "node")
	sample.Need(t, "puppeteer-core")
	folder := t.TempDir()
	book := filepath.Join(folder, "填报.xlsx")
	require.NoError(t, os.WriteFile(book, filled(t, town, nil), 0o644))
	var seen struct{ Served, Saved, Changed, Broken, Cleared []string }
	said := sample.Run(t, node, sample.Path(t, "testdata/browser/hosted.mjs"), chromium, serve(t), folder, book)
	require.NoError(t, json.Unmarshal([]byte(said), &seen))
	number := regexp.MustCompile(`[0-9]+`) // which goes on from step to step
	for _, list := range [][]string{seen.Saved, seen.Changed, seen.Broken, seen.Cleared} {
		for i := range list {
			list[i] = number.ReplaceAllString(list[i], "1")
		}
	}
	const file = "/files?name=填报.xlsx"
	assert.Empty(t, seen.Served, "a server is not started anew")
	assert.Equal(t, []string{file}, seen.Saved, "what was saved again and again came in place of what was before")
	assert.Equal(t, []string{file, "/report/1/changes", file}, seen.Changed, "what was typed is gone back to")
	assert.Equal(t, []string{file, file}, seen.Broken, "what could be read is gone back to")
	assert.Equal(t, []string{"/reports/clear?numbers=1", file}, seen.Cleared)
}
