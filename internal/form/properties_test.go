package form_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
)

func TestCarryOvers(t *testing.T) {
	for _, c := range []struct {
		why, edition string
		key          form.Key
		want         form.CarryOver
	}{
		{"column by column, the total too", "2021", "requests.carried_in.research", form.CarryOver{From: []form.Key{"requests.carried_out.research"}}},
		{"the same in the trial form", "2019", "requests.carried_in.total", form.CarryOver{From: []form.Key{"requests.carried_out.total"}}},
		{"what is in force moves with the year", "2021", "proactive.normative.in_force", form.CarryOver{
			From: []form.Key{"proactive.normative.in_force"}, Plus: []form.Key{"proactive.normative.issued"}, Minus: []form.Key{"proactive.normative.repealed"}}},
		{"items begin where last year's ended", "2019", "proactive.fees.items", form.CarryOver{From: []form.Key{"proactive.fees.items", "proactive.fees.change"}}},
	} {
		e, _ := form.ByID(c.edition)
		got, ok := e.CarryOver(c.key)
		require.True(t, ok, c.why)
		c.want.Key = c.key
		assert.Equal(t, c.want.From, got.From, c.why)
		assert.Equal(t, c.want.Moves(), got.Moves(), c.why)
		assert.ElementsMatch(t, c.want.Plus, got.Plus, c.why)
		assert.ElementsMatch(t, c.want.Minus, got.Minus, c.why)
	}
	for why, k := range map[string]form.Key{"a year's own count": "requests.received.total", "purchases have no change column": "proactive.procurement.items"} {
		for _, e := range form.Editions() {
			_, ok := e.CarryOver(k)
			assert.False(t, ok, why)
		}
	}
	for _, e := range form.Editions() {
		for _, c := range e.CarryOvers() {
			for _, k := range append(append(append([]form.Key{c.Key}, c.From...), c.Plus...), c.Minus...) {
				_, ok := e.Cell(k)
				assert.True(t, ok, "%s: %s is no cell", e.ID, k)
			}
		}
	}
}

func TestParts(t *testing.T) {
	e, _ := form.ByID("2021")
	assert.Len(t, e.Parts("requests.total.total"), 6, "a total of both directions is taken along its row")
	assert.Len(t, e.Parts("requests.total.research"), 21)
	assert.Nil(t, e.Parts("requests.received.research"))
	for _, e := range form.Editions() {
		for _, c := range e.Cells() {
			at := slices.IndexFunc(e.Relations(), func(r form.Relation) bool {
				return r.Subject == c.Key && (r.Kind == form.RowTotal || r.Kind == form.ColumnTotal)
			})
			require.Equal(t, c.Total, at >= 0, "%s: %s", e.ID, c.Key)
			if c.Total {
				assert.Equal(t, e.Relations()[at].Right, e.Parts(c.Key), "%s: %s is what the first relation says", e.ID, c.Key)
			}
			s, ok := e.SectionOf(c.Key)
			require.True(t, ok, "%s: %s", e.ID, c.Key)
			assert.Equal(t, c.Table, s.Table.Key, "%s: %s stands in its table's section", e.ID, c.Key)
		}
	}
}

// What several figures are together is told once, and only where it is a number of something.
func TestTogether(t *testing.T) {
	e, _ := form.ByID("2021")
	below := func(name string) []form.Key { return e.GroupsCalled(name)[0].Keys }
	for _, c := range []struct {
		why  string
		keys []form.Key
		want string // of the figures, before them ? where they do not add up
	}{
		{"a row is its total", below("本年新收"), "requests.received.total"},
		{"a class is the totals of its rows", below("无法提供"), "requests.unavailable.not_held.total requests.unavailable.creation_required.total requests.unavailable.unclear.total"},
		{"all outcomes are their total", below("本年度办理结果"), "requests.total.total"},
		{"both kinds of lawsuits", below("行政诉讼"), "disputes.litigation_direct.total disputes.litigation_after_review.total"},
		{"two figures of a column", []form.Key{"requests.received.total", "requests.carried_in.total"}, "requests.received.total requests.carried_in.total"},
		{"a part beside its total", []form.Key{"requests.received.total", "requests.received.other"}, "? requests.received.total requests.received.other"},
		{"what came in and what was done", []form.Key{"requests.received.other", "requests.total.other"}, "? requests.received.other requests.total.other"},
		{"what came in and an outcome", []form.Key{"requests.received.other", "requests.granted.other"}, "? requests.received.other requests.granted.other"},
		{"a table whose figures are of several kinds", []form.Key{"proactive.rules.issued", "proactive.rules.repealed"}, "? proactive.rules.issued proactive.rules.repealed"},
		{"two tables", []form.Key{"requests.received.total", "disputes.review.total"}, "? requests.received.total disputes.review.total"},
	} {
		figures, adds := e.Together(c.keys)
		got := ""
		if !adds {
			got = "?"
		}
		for _, k := range figures {
			got += " " + string(k)
		}
		assert.Equal(t, c.want, strings.TrimSpace(got), c.why)
	}
	assert.Len(t, e.Typed("requests.total.total"), 21*6)
	assert.Equal(t, []form.Key{"requests.received.other"}, e.Typed("requests.received.other"))
}

func TestSectionOf(t *testing.T) {
	for _, c := range []struct {
		why     string
		key     form.Key
		heading string
	}{
		{"a figure", "disputes.review.total", "四、政府信息公开行政复议、行政诉讼情况"},
		{"a text", "narrative.problems", "五、存在的主要问题及改进情况"},
		{"the text beside a table", "narrative.requests", "三、收到和处理政府信息公开申请情况"},
		{"the preface belongs to none", "narrative.preface", ""},
		{"the unit's data neither", "unit.name", ""},
	} {
		for _, e := range form.Editions() {
			s, ok := e.SectionOf(c.key)
			assert.Equal(t, c.heading != "", ok, c.why)
			if ok {
				assert.Equal(t, c.heading, s.Heading(), c.why)
			}
		}
	}
}

func TestMeasures(t *testing.T) {
	for _, c := range []struct {
		why           string
		measure       form.Measure
		whole, signed bool
		decimals      int
		unit          string
		shift         int32
		money         bool
	}{
		{"a count", form.Count, true, false, 0, "", 0, false},
		{"a difference", form.Change, true, true, 0, "", 0, false},
		{"a fee is in 万元", form.Fee, false, false, 4, "", 4, true},
		{"an amount in 万元", form.Amount, false, false, -1, "万元", 4, true},
		{"an amount in 元", form.Amount, false, false, -1, "元", 0, true},
		{"an amount without its unit could be either", form.Amount, false, false, -1, "", 0, false},
	} {
		assert.Equal(t, c.whole, c.measure.Whole(), c.why)
		assert.Equal(t, c.signed, c.measure.Signed(), c.why)
		assert.Equal(t, c.decimals, c.measure.Decimals(), c.why)
		shift, money := c.measure.Shift(c.unit)
		assert.Equal(t, c.money, money, c.why)
		assert.Equal(t, c.shift, shift, c.why)
		assert.NotEmpty(t, c.measure.Filling(), c.why)
	}
}

func TestLevels(t *testing.T) {
	names := map[string]bool{}
	for _, l := range form.Levels() {
		assert.False(t, names[l.Name], l.Name)
		names[l.Name] = true
		assert.True(t, l.Tier != 0 || !l.Government, "%s governs somewhere", l.Name)
		month, day := l.Deadline()
		if l.SumsUp() {
			assert.Equal(t, []any{time.March, 31}, []any{month, day}, "%s waits for those below", l.Name)
		} else {
			assert.Equal(t, []any{time.January, 31}, []any{month, day}, l.Name)
		}
	}
	town, _ := form.LevelNamed("乡镇")
	assert.True(t, town.Government && !town.SumsUp(), "a town's government reports for itself")
	none, ok := form.LevelNamed("村")
	assert.False(t, ok)
	assert.Equal(t, form.Level{}, none)
}

// What people write for a level means that one alone.
func TestLevelsInOtherWords(t *testing.T) {
	meant := map[string]string{}
	for _, l := range form.Levels() {
		for _, words := range append([]string{l.Name}, l.Called...) {
			assert.Empty(t, meant[words], words)
			meant[words] = l.Name
			found, ok := form.LevelMeant(words)
			assert.True(t, ok && found.Name == l.Name, words)
		}
	}
	for _, words := range []string{"", "村", "市局", "政府", "部门"} { // cities are at three levels
		_, ok := form.LevelMeant(words)
		assert.False(t, ok, words)
	}
}
