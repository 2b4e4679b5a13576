package flat

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"nianbao/internal/form"
)

// Rows of table four with blank cells: they are told only where separators are counted.
func TestBlankCellsOfTableFour(t *testing.T) {
	tabbed := "四、政府信息公开行政复议、行政诉讼情况\n行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n\t\t\t\t\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n" +
		strings.TrimSuffix(strings.Repeat("结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t", 3), "\t") + "\n"
	barred := strings.ReplaceAll(strings.ReplaceAll(tabbed, "\t", " | "), " | \n", " |\n")
	behind := "四、政府信息公开行政复议、行政诉讼情况\n|\n行政复议 |\n行政诉讼 |\n|\n未经复议直接起诉 |\n复议后起诉 |\n|\n" + strings.Repeat("结果维持 |\n结果纠正 |\n其他结果 |\n尚未审结 |\n总计 |\n", 3) + "|\n"
	cells := func(between string, figures ...string) string { return strings.Join(figures, between) }
	const end = "\n五、存在的主要问题及改进情况\n"
	for _, test := range []struct {
		why, text string
		want      string
		blank     int
	}{
		{"a block of blank cells, as many tabs as over them", tabbed + "\t\t\t\t\t0\t0\t0\t0\t0\t3\t0\t0\t0\t3\n" + end, "litigation_after_review.upheld=3 litigation_after_review.total=3", 5},
		{"sums that do not hold are the report's own", tabbed + "4\t0\t0\t0\t5\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n\n" + end, "review.upheld=4 review.total=5", 0},
		{"a tab too few", tabbed + "\t\t\t\t0\t0\t0\t0\t0\t3\t0\t0\t0\t3\n" + end, "", 0},
		{"a tab too many", tabbed + "\t\t\t\t\t\t0\t0\t0\t0\t0\t3\t0\t0\t0\t3\n" + end, "", 0},
		{"the line may go on where the text ends", tabbed + "3\t0\t0\t0\t3\t0\t0\t0\t0\t0\t0\t0\t0\t0\t", "", 0},
		{"the number of a page above the row", tabbed + "5\n\t0\t0\t0\t5\t0\t0\t0\t0\t0\t3\t0\t0\t0\t3\n" + end, "", 0},
		{"text behind the last tab", tabbed + "3\t0\t0\t0\t3\t0\t0\t0\t0\t0\t0\t0\t0\t0\t某\n" + end, "", 0},
		{"bars, a blank cell in the middle", barred + "1 | 0 |  | 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0\n" + end, "review.upheld=1 review.total=1", 1},
		{"bars side by side may be a merged cell", barred + "1 | 0 || 0 | 1 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0\n" + end, "", 0},
		{"bars behind cells on lines, one of them blank", behind + cells(" |\n", "\t1", "\t0", "\t0", "\t0", "\t1", "\t0", "\t0") + " |\n|\n" + cells(" |\n", "\t0", "\t0", "\t0", "\t0", "\t0", "\t0", "\t0") + end, "review.upheld=1 review.total=1", 1},
		{"the first one blank", behind + "|\n" + cells(" |\n", "\t2", "\t0", "\t0", "\t2", "\t0", "\t0", "\t0", "\t0", "\t0", "\t0", "\t0", "\t0", "\t0", "\t0") + end, "review.corrected=2 review.total=2", 1},
		{"a blank one lost", behind + cells(" |\n", "\t1", "\t0", "\t0", "\t0", "\t1", "\t0", "\t0", "\t0", "\t0", "\t0", "\t0", "\t0", "\t0", "\t0") + end, "", 0},
		{"two bars too many", behind + cells(" |\n", "\t1", "\t0", "\t0", "\t0", "\t1", "\t0", "\t0") + " |\n|\n|\n" + cells(" |\n", "\t0", "\t0", "\t0", "\t0", "\t0", "\t0", "\t0") + end, "", 0},
		{"the number of a page before the bar of a blank cell", behind + cells(" |\n", "\t1", "\t0", "\t0", "\t0", "\t1", "\t0", "\t0") + " |\n3\n|\n" + cells(" |\n", "\t0", "\t0", "\t0", "\t0", "\t3", "\t0", "\t0") + end, "", 0},
		{"a blank cell where sums do not hold", behind + cells(" |\n", "\t1", "\t0", "\t0", "\t0", "\t2", "\t0", "\t0") + " |\n|\n" + cells(" |\n", "\t0", "\t0", "\t0", "\t0", "\t0", "\t0", "\t0") + end, "", 0},
	} {
		t.Run(test.why, func(t *testing.T) {
			r := Read(test.text, 2022)
			assert.Equal(t, test.want, figuresOf(r, "disputes.", false))
			assert.Len(t, r.Blank, test.blank)
			if test.blank == 5 {
				assert.Equal(t, form.Key("disputes.review.upheld"), r.Blank[0])
			}
			checkPlaces(t, test.text, r)
		})
	}
}
