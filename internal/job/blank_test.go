package job_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/job"
)

func TestYearDue(t *testing.T) {
	west := time.FixedZone("", -8*60*60)
	for _, c := range []struct {
		why string
		now time.Time
		due int
	}{
		{"reports are written in January", time.Date(2027, 1, 20, 9, 0, 0, 0, time.UTC), 2026},
		{"whoever is late is late with that one", time.Date(2027, 11, 30, 9, 0, 0, 0, time.UTC), 2026},
		{"notices go out in December", time.Date(2026, 12, 15, 9, 0, 0, 0, time.UTC), 2026},
		{"December begins with the clocks of China", time.Date(2026, 11, 30, 16, 0, 0, 0, time.UTC), 2026},
		{"and not a minute before", time.Date(2026, 11, 30, 15, 59, 0, 0, time.UTC), 2025},
		{"New Year's Day, too, on a computer that is set to another place", time.Date(2026, 12, 31, 8, 0, 0, 0, west), 2026},
	} {
		assert.Equal(t, c.due, job.YearDue(c.now), c.why)
	}
}
