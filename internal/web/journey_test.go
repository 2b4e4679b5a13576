package web_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

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
		Unseen                                             []string
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
	assert.Regexp(t, `^通过`, seen.Sound)
	assert.Equal(t, "填报_修改.xlsx", seen.Workbook)
	assert.Equal(t, sound.Title()+".pdf", seen.Pdf)
}

func TestAWatchedFileIsCheckedWheneverItIsSaved(t *testing.T) {
	chromium, node := sample.Program(t, "chromium"), sample.Program(t, "node")
	sample.Need(t, "puppeteer-core")
	folder := t.TempDir()
	faulty, sound := filepath.Join(folder, "填报.xlsx"), filepath.Join(folder, "改好.xlsx")
	require.NoError(t, os.WriteFile(faulty, filled(t, town, withFault), 0o644))
	require.NoError(t, os.WriteFile(sound, filled(t, town, nil), 0o644))
	var seen struct{ Before, After, Left string }
	said := sample.Run(t, node, sample.Path(t, "testdata/browser/watch.mjs"), chromium, serve(t), faulty, sound)
	require.NoError(t, json.Unmarshal([]byte(said), &seen))
	assert.Regexp(t, `^不通过`, seen.Before)
	assert.Regexp(t, `^改好了[1-9]`, seen.After)
	assert.Regexp(t, `^通过`, seen.Left, "once it is not watched, nothing follows")
}
