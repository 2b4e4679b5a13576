package verdict_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/verdict"
)

// Findings that versions of the program wrote are the same if they say the same of a report.
func TestSameFindings(t *testing.T) {
	const text = "甲.xlsx　清溪镇人民政府2024年政府信息公开工作年度报告\n\n【一、总体情况】\n  提示·叠字　第1段　“的的”。\n\n  内容码　ABCDEFGH\n\n结论：通过。\n"
	for _, c := range []struct {
		why, other string
		same       bool
	}{
		{"itself", text, true},
		{"of another file, without a code", "乙.xlsx　清溪镇人民政府2024年政府信息公开工作年度报告\n\n【一、总体情况】\n  提示·叠字　第1段　“的的”。\n\n结论：通过。\n", true},
		{"of another unit", "甲.xlsx　石桥镇人民政府2024年政府信息公开工作年度报告\n\n【一、总体情况】\n  提示·叠字　第1段　“的的”。\n\n结论：通过。\n", false},
		{"a finding taken out", "甲.xlsx　清溪镇人民政府2024年政府信息公开工作年度报告\n\n结论：通过。\n", false},
		{"the level changed", "甲.xlsx　清溪镇人民政府2024年政府信息公开工作年度报告\n\n【一、总体情况】\n  核实·叠字　第1段　“的的”。\n\n结论：通过。\n", false},
		{"nothing", "", false},
	} {
		assert.Equal(t, c.same, verdict.SameFindingsText([]byte(text), []byte(c.other)), c.why)
	}
	const data = `{"schema": "nianbao.findings/1", "reports": [{"file": "甲.xlsx", "unit": "清溪镇人民政府", "year": 2024, "verdict": "pass", "counts": {"info": 1},
		"findings": [{"rule": "doubled", "level": "info", "message": "“的的”。", "fingerprint": "aaaaaaaaaaaa"}]}]}`
	for _, c := range []struct {
		why, other string
		same       bool
	}{
		{"with what later versions tell", `{"reports": [{"file": "乙.xlsx", "unit": "清溪镇人民政府", "year": 2024, "verdict": "pass", "code": "ABCDEFGH", "counts": {"info": 1},
			"findings": [{"rule": "doubled", "level": "info", "message": "“的的”。", "fingerprint": "aaaaaaaaaaaa", "citation": "格式"}]}]}`, true},
		{"a finding taken out", `{"reports": [{"unit": "清溪镇人民政府", "year": 2024, "verdict": "pass", "counts": {"info": 1}, "findings": []}]}`, false},
		{"other counts", `{"reports": [{"unit": "清溪镇人民政府", "year": 2024, "verdict": "pass", "counts": {"info": 0},
			"findings": [{"rule": "doubled", "level": "info", "message": "“的的”。", "fingerprint": "aaaaaaaaaaaa"}]}]}`, false},
		{"no findings at all", "[]", false},
	} {
		assert.Equal(t, c.same, verdict.SameFindings([]byte(data), []byte(c.other)), c.why)
	}
}
