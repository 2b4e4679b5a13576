package verdict_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/sample"
	"nianbao/internal/verdict"
)

// What was kept is told as the outcome was, and counts as it did, also after it lay in a file.
func TestKeptIsToldAgain(t *testing.T) {
	sound := verdict.Outcome{File: "通过.json", Report: sample.Report(t, "a-town-2022"), Notes: []string{"没有和上年比较"}}
	broken := verdict.Outcome{File: "报告.json", Report: sample.Report(t, "f-county-2023")}
	broken.Findings = check.Run(&check.Input{Report: broken.Report})
	asked := verdict.Outcome{File: "核实.json", Report: sample.Report(t, "e-town-2024"), Findings: []check.Finding{
		{Level: check.Query, Message: "二\x1b[31m", Cells: []check.Cell{{Key: "unit.name"}}, Fingerprint: "a1b2c3d4"},
		{Level: check.Query, Message: "三", Cells: []check.Cell{{Key: "unit.name"}}, Fingerprint: "b1b2c3d4", Explanation: "属实"},
	}}
	unread := verdict.Outcome{File: "坏.xlsx", Err: errors.New("坏了")}
	for _, o := range []verdict.Options{{}, {Strict: true}} {
		var once, again bytes.Buffer
		first, second := verdict.NewText(&once, o), verdict.NewText(&again, o)
		for _, one := range []verdict.Outcome{sound, broken, asked, unread} {
			require.NoError(t, first.Write(one))
			if one.Err == nil {
				var kept verdict.Kept
				data, err := json.Marshal(o.Keep(one))
				require.NoError(t, err)
				require.NoError(t, json.Unmarshal(data, &kept))
				was := one
				one = kept.Outcome(one.File)
				assert.Equal(t, was.Counts(), one.Counts())
				assert.Equal(t, was.Numbers(), one.Numbers())
				assert.Equal(t, was.Verdict(o.Strict), one.Verdict(o.Strict))
			}
			require.NoError(t, second.Write(one))
		}
		require.NoError(t, first.Close())
		require.NoError(t, second.Close())
		assert.Equal(t, once.String(), again.String())
	}
}
