package html_test

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"nianbao/internal/sample"
)

// browser is a page in a headless Chromium, driven over a pipe: https://chromedevtools.github.io/devtools-protocol/.
type browser struct {
	t        *testing.T
	commands io.Writer
	answers  *bufio.Reader
	sent     int
	session  string
}

// startBrowser starts Chromium.
func startBrowser(t *testing.T) *browser {
	t.Helper()
	program := sample.Program(t, "chromium")
	theirs, commands, err := os.Pipe()
	require.NoError(t, err)
	answers, theirAnswers, err := os.Pipe()
	require.NoError(t, err)
	profile, err := os.MkdirTemp("", "chromium")
	require.NoError(t, err)
	cmd := exec.Command(program, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
		"--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync",
		"--user-data-dir="+profile, "--remote-debugging-pipe")
	cmd.Env = append(os.Environ(), "FONTCONFIG_FILE="+sample.FontConfig(t)) // pages look the same on every machine
	cmd.ExtraFiles = []*os.File{theirs, theirAnswers}                       // Chromium reads from 3 and writes to 4
	require.NoError(t, cmd.Start())
	require.NoError(t, theirs.Close())
	require.NoError(t, theirAnswers.Close())
	b := &browser{t: t, commands: commands, answers: bufio.NewReader(answers)}
	t.Cleanup(func() {
		b.session = ""
		b.call("Browser.close", nil, nil)
		_ = cmd.Wait()
		_ = commands.Close()
		_ = answers.Close()
		_ = os.RemoveAll(profile)
	})
	var target struct{ TargetID string }
	b.call("Target.createTarget", params{"url": "about:blank"}, &target)
	var attached struct{ SessionID string }
	b.call("Target.attachToTarget", params{"targetId": target.TargetID, "flatten": true}, &attached)
	b.session = attached.SessionID
	return b
}

type params map[string]any

// call sends a command and reads what it gives; events that come in between are passed over.
func (b *browser) call(method string, p params, result any) {
	b.t.Helper()
	b.sent++
	command := params{"id": b.sent, "method": method}
	if p != nil {
		command["params"] = p
	}
	if b.session != "" {
		command["sessionId"] = b.session
	}
	text, err := json.Marshal(command)
	require.NoError(b.t, err)
	_, err = b.commands.Write(append(text, 0))
	require.NoError(b.t, err)
	for {
		text, err := b.answers.ReadBytes(0)
		require.NoError(b.t, err, method)
		var answer struct {
			ID     int
			Error  json.RawMessage
			Result json.RawMessage
		}
		require.NoError(b.t, json.Unmarshal(text[:len(text)-1], &answer))
		if answer.ID != b.sent {
			continue
		}
		require.Empty(b.t, string(answer.Error), method)
		if result != nil {
			require.NoError(b.t, json.Unmarshal(answer.Result, result), method)
		}
		return
	}
}

// open shows a page in a window of a width in CSS pixels.
func (b *browser) open(page string, width int) {
	b.t.Helper()
	file := filepath.Join(b.t.TempDir(), "report.html")
	require.NoError(b.t, os.WriteFile(file, []byte(page), 0o600))
	b.call("Emulation.setDeviceMetricsOverride", params{"width": width, "height": 800, "deviceScaleFactor": 1, "mobile": width < 600}, nil)
	b.call("Page.navigate", params{"url": "file://" + filepath.ToSlash(file)}, nil)
	b.evaluate(`new Promise(done => document.readyState === "complete" ? done() : addEventListener("load", () => done()))`, nil)
}

// evaluate runs a script in the page, waits for what it promises, and reads it.
func (b *browser) evaluate(script string, value any) {
	b.t.Helper()
	var answer struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails json.RawMessage
	}
	b.call("Runtime.evaluate", params{"expression": script, "awaitPromise": true, "returnByValue": true}, &answer)
	require.Empty(b.t, string(answer.ExceptionDetails))
	if value != nil {
		require.NoError(b.t, json.Unmarshal(answer.Result.Value, value))
	}
}
