package main

import (
	"bytes"
	"io"
	"regexp"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/model"
	"nianbao/internal/sample"
	"nianbao/internal/verdict"
)

func TestColoursOnly(t *testing.T) {
	var text bytes.Buffer
	broken := verdict.Outcome{File: "报告.json", Report: sample.Report(t, "f-county-2023"), Findings: []check.Finding{
		{Level: check.Fatal, Message: "一", Cells: []check.Cell{{Key: "unit.name"}}},
		{Level: check.Query, Message: "强制　二", Cells: []check.Cell{{Key: "unit.name"}}, Fingerprint: "a1b2c3d4"},
		{Level: check.Info, Message: "三", Cells: []check.Cell{{Key: "unit.name"}}},
	}}
	w := verdict.NewRegister(&text, new(bytes.Buffer), verdict.Options{})
	require.NoError(t, w.Write(broken))
	sound := verdict.Outcome{File: "通过.json", Report: sample.Report(t, "a-town-2022")}
	sound.Report.Fields["unit.name"] = model.Field{Text: "不通过镇人民政府"}
	require.NoError(t, w.Write(sound))
	require.NoError(t, w.Close())
	seen := coloured(text.String())
	assert.Contains(t, seen, "  \x1b[31m强制\x1b[0m　一")
	assert.Contains(t, seen, "  \x1b[33m核实\x1b[0m　强制　二", "only the level at the head")
	assert.Contains(t, seen, "  \x1b[36m提示\x1b[0m　三")
	assert.Contains(t, seen, "2023  \x1b[31m不通过\x1b[0m     1 ", "the verdict in the register")
	assert.Contains(t, seen, "  不通过镇人民政府  2022  \x1b[32m通过\x1b[0m  ", "no words of others")
	assert.Contains(t, seen, "\n结论：共2份，")
	text.Reset()
	w = verdict.NewText(&text, verdict.Options{})
	require.NoError(t, w.Write(broken))
	require.NoError(t, w.Close())
	seen = coloured(text.String())
	assert.Contains(t, seen, "结论：\x1b[31m不通过\x1b[0m")
	assert.Equal(t, text.String(), regexp.MustCompile(`\x1b\[[0-9]+m`).ReplaceAllString(seen, ""), "nothing else changes")
	text.Reset()
	w = verdict.NewText(&text, verdict.Options{})
	sum := sound
	sum.Members = &verdict.Members{Own: "汇总表", Checked: "各单位的年报校验了，共2个单位：不通过1，通过1"}
	require.NoError(t, w.Write(sum))
	require.NoError(t, w.Close())
	assert.Contains(t, coloured(text.String()), "结论：2022年度，汇总表\x1b[32m通过\x1b[0m，没有发现问题。各单位的年报校验了，共2个单位：不通过1", "only the verdict on the office's own")
}

func TestNothingIsColouredOutsideATerminal(t *testing.T) {
	var out, errs bytes.Buffer
	c := newConsole(nil, nil, &out, &errs)
	w := c.text(verdict.Options{})
	require.NoError(t, w.Write(verdict.Outcome{File: "a", Report: sample.Report(t, "a-town-2022")}))
	require.NoError(t, w.Close())
	assert.NotContains(t, out.String(), "\x1b")
	end := c.progress("正在处理", 1000)
	c.shows.took(verdict.Outcome{})
	end()
	assert.Empty(t, errs.String())
}

func TestLineEndsOfFilesWithFindings(t *testing.T) {
	for _, c := range []struct {
		why, format string
		windows     bool
		want        string
	}{
		{"what people read, where old programs know only these ends", "text", true, "甲\r\n"},
		{"told beside copies, the same", "xlsx", true, "甲\r\n"},
		{"elsewhere", "text", false, "甲\n"},
		{"programs take any", "json", true, "甲\n"},
		{"a line for each report", "jsonl", true, "甲\n"},
		{"CSV has its ends from its writer", "csv", true, "甲\n"},
	} {
		var out bytes.Buffer
		_, err := io.WriteString(checkOptions{format: c.format}.ending(&out, c.windows), "甲\n")
		require.NoError(t, err)
		assert.Equal(t, c.want, out.String(), c.why)
	}
}
