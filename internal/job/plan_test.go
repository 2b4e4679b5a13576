package job_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/job"
	"nianbao/internal/sample"
)

// found is a file of a folder.
func found(name string, data []byte) job.Source {
	s := job.From(name, data)
	s.Found = true
	return s
}

// page is what names this program as the maker of a PDF.
var page = []byte("%PDF-<xmp:CreatorTool>nianbao</xmp:CreatorTool>")

func TestPagesOfReportsThatLieThereAreNoInputs(t *testing.T) {
	report := string(sample.Read(t, "testdata/reports/e-town-2024.json"))
	long := strings.Repeat("清溪镇", 40)
	for _, c := range []struct{ why, unit, file string }{
		{"under the name that it was given", "望禾镇", "望禾镇2024年政府信息公开工作年度报告.pdf"},
		{"named otherwise behind the year", "望禾镇", "望禾镇2024年报（送审）.pdf"},
		{"a unit with a year in its name", "2020年新城镇", "2020年新城镇2024年政府信息公开工作年度报告.pdf"},
		{"in capital letters", "a镇", "A镇2024年政府信息公开工作年度报告.PDF"},
		{"whose name was cut", long, job.FileName(long+"2024年政府信息公开工作年度报告") + ".pdf"},
	} {
		named := []byte(strings.ReplaceAll(report, "望禾镇人民政府", c.unit))
		plan := job.NewPlan([]job.Source{found("甲.json", named), found(c.file, page)})
		require.Len(t, plan.Inputs, 1, c.why)
		assert.Equal(t, "甲.json", plan.Inputs[0].Name, c.why)
		plan = job.NewPlan([]job.Source{found("甲.json", named), found("石桥"+c.file, page)})
		assert.Len(t, plan.Inputs, 2, "%s: that of another unit", c.why)
	}
}

// What the plan does grows with the files, and not with their square.
func TestPlanningIsLinear(t *testing.T) {
	report := string(sample.Read(t, "testdata/reports/e-town-2024.json"))
	steps := func(units int) float64 {
		var sources []job.Source
		for n := range units {
			unit := fmt.Sprintf("第%d镇人民政府", n)
			sources = append(sources, found(unit+".json", []byte(strings.ReplaceAll(report, "望禾镇人民政府", unit))),
				found(unit+"2024年政府信息公开工作年度报告.pdf", page), found(unit+"2023年.pdf", page))
		}
		return testing.AllocsPerRun(1, func() { job.NewPlan(sources) })
	}
	assert.Less(t, steps(320), 9*steps(40))
}

// A marked copy may hold what a clerk explained. One that cannot be read is told, and does not keep the report from being checked.
func TestExplanationsThatCannotBeRead(t *testing.T) {
	p := planned(sample.ReportFile(t, "e-town-2024"))
	for why, beside := range map[string]func() ([]byte, error){
		"damaged":        func() ([]byte, error) { return []byte("PK\x03\x04"), nil },
		"cannot be open": func() ([]byte, error) { return nil, errors.New("打不开：没有权限") },
	} {
		p.Beside = beside
		c := checker(t).Check(p)
		require.NoError(t, c.Err, why)
		require.Len(t, c.Notes, 1, why)
		assert.Contains(t, c.Notes[0], "e-town-2024_校验.xlsx”读不了，里面如果写了说明，没有算上：", why)
	}
	p.Beside = func() ([]byte, error) { return nil, nil }
	assert.Empty(t, checker(t).Check(p).Notes, "there is none, mostly")
}
