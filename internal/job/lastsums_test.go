package job_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
)

// In last year's sums a unit is found by its name in short as it is in a folder of reports.
func TestAUnitIsFoundInLastYearsSumsByItsNameInShort(t *testing.T) {
	e, _ := form.ForYear(2024)
	of := func(unit, year string) *model.Report {
		r := model.New(e)
		r.Fields["unit.name"], r.Fields["report.year"] = model.Field{Text: unit}, model.Field{Text: year}
		return r
	}
	sums := job.LastSums(job.Sums{File: "去年汇总.xlsx", Reports: []county.Report{job.ReportOf("清溪.xlsx", of("清溪镇人民政府", "2024"), false)}})
	before, note := sums.Of(of("青垣县清溪镇人民政府", "2025"), nil)
	assert.NotNil(t, before.Report, note)
	before, _ = sums.Of(of("石桥镇人民政府", "2025"), nil)
	assert.Nil(t, before.Report, "another unit's is not there")
}
