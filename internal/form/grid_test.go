package form_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
)

// labels are the labels of a slot's heads, joined by ›.
func labels(g form.Grid, s form.Slot) string {
	var all []string
	for _, head := range s.Heads {
		all = append(all, g.Slots[head].Label)
	}
	return strings.Join(all, " › ")
}

func slotOf(t *testing.T, edition string, key form.Key) (form.Grid, form.Slot) {
	t.Helper()
	e, ok := form.ByID(edition)
	require.True(t, ok)
	for _, table := range e.Tables() {
		g := table.Grid()
		if i := slices.IndexFunc(g.Slots, func(s form.Slot) bool { return s.Cell != nil && s.Cell.Key == key }); i >= 0 {
			return g, g.Slots[i]
		}
	}
	require.Fail(t, "no such figure", key)
	return form.Grid{}, form.Slot{}
}

func TestHeadsOfFigures(t *testing.T) {
	for _, c := range []struct {
		why, edition string
		key          form.Key
		want         string
	}{
		{"a column of its own, a row head over all row head columns", "2021", "requests.received.natural_person",
			"申请人情况 › 自然人 › 一、本年新收政府信息公开申请数量"},
		{"merged heads on both sides", "2021", "requests.denied.third_party.legal_service",
			"申请人情况 › 法人或其他组织 › 法律服务机构 › 三、本年度办理结果 › （三）不予公开 › 4.保护第三方合法权益"},
		{"the last column and the last row of merged heads", "2021", "requests.total.total", "申请人情况 › 总计 › 三、本年度办理结果 › （七）总计"},
		{"behind the merged heads", "2021", "requests.carried_out.other", "申请人情况 › 法人或其他组织 › 其他 › 四、结转下年度继续办理"},
		{"a block's caption, and its heads", "2021", "proactive.normative.in_force", "第二十条第（一）项 › 现行有效件数 › 行政规范性文件"},
		{"the heads of another block, in a column widened to the edge", "2021", "proactive.fees.amount",
			"第二十条第（八）项 › 本年收费金额（单位：万元） › 行政事业性收费"},
		{"the other edition's blocks have the same heads below other captions", "2019", "proactive.compulsion.change", "第二十条第（六）项 › 本年增/减 › 行政强制"},
		{"no row heads", "2021", "disputes.litigation_after_review.pending", "行政诉讼 › 复议后起诉 › 尚未审结"},
		{"the first column", "2021", "disputes.review.upheld", "行政复议 › 结果维持"},
	} {
		g, s := slotOf(t, c.edition, c.key)
		assert.Equal(t, c.want, labels(g, s), c.why)
	}
}

// A head stands above or beside what it heads, and every head heads something.
func TestHeadsLieAlongTheirFigures(t *testing.T) {
	overlap := func(a, aSpan, b, bSpan int) bool { return a < b+bSpan && b < a+aSpan }
	for _, e := range form.Editions() {
		for _, table := range e.Tables() {
			g := table.Grid()
			heading := map[int]bool{}
			for _, s := range g.Slots {
				if s.Role != form.FigureSlot {
					assert.Empty(t, s.Heads)
					continue
				}
				for _, i := range s.Heads {
					heading[i] = true
					head := g.Slots[i]
					if head.Role == form.RowHeadSlot {
						assert.True(t, overlap(head.Row, head.RowSpan, s.Row, s.RowSpan) && head.Col < s.Col, "%s beside %s", head.Label, s.Cell.Key)
					} else {
						assert.True(t, overlap(head.Col, head.ColSpan, s.Col, s.ColSpan) && head.Row < s.Row, "%s above %s", head.Label, s.Cell.Key)
					}
				}
			}
			for i, s := range g.Slots {
				assert.Equal(t, s.Role != form.FigureSlot && s.Role != form.CornerSlot, heading[i], "%s %s", table.Key, s.Label)
			}
		}
	}
}

// Each report that is composed asks for it.
func TestATableIsLaidOutOnce(t *testing.T) {
	for _, e := range form.Editions() {
		for _, table := range e.Tables() {
			assert.Same(t, &table.Grid().Slots[0], &table.Grid().Slots[0], table.Title)
		}
	}
}
