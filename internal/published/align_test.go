package published

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

func TestAlign(t *testing.T) {
	const (
		meeting  = "全年召开政务公开专题会议四次。"
		meetings = "全年召开政务公开专题会议六次。"
		training = "组织业务培训两场，参训六十人。"
	)
	for _, c := range []struct {
		why           string
		before, after []string
		want          []pair
	}{
		{"nothing", nil, nil, nil},
		{"all new", nil, []string{"甲", "乙"}, []pair{{-1, 0}, {-1, 1}}},
		{"all gone", []string{"甲", "乙"}, nil, []pair{{0, -1}, {1, -1}}},
		{"the same", []string{"甲", "乙"}, []string{"甲", "乙"}, []pair{{0, 0}, {1, 1}}},
		{"one altered between equal ones", []string{"甲", meeting, "乙"}, []string{"甲", meetings, "乙"}, []pair{{0, 0}, {1, 1}, {2, 2}}},
		{"one replaced by something else", []string{"甲", meeting, "乙"}, []string{"甲", training, "乙"}, []pair{{0, 0}, {1, -1}, {-1, 1}, {2, 2}}},
		{"altered, and one added before it", []string{meeting}, []string{training, meetings}, []pair{{-1, 0}, {0, 1}}},
		{"equal ones that occur twice", []string{"甲", "甲"}, []string{"甲", "乙", "甲"}, []pair{{0, 0}, {-1, 1}, {1, 2}}},
		{"order counts", []string{"甲", "乙"}, []string{"乙", "甲"}, []pair{{0, -1}, {1, 0}, {-1, 1}}},
		{"empty text", []string{""}, []string{"", ""}, []pair{{0, 0}, {-1, 1}}},
	} {
		assert.Equal(t, c.want, newEffort().align(c.before, c.after), c.why)
	}
}

// Every paragraph of either side is in one pair, in order, and no more equal ones could have been paired.
func TestAlignLosesNothing(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	text := func() []string {
		list := make([]string, random.IntN(8))
		for i := range list {
			list[i] = strings.Repeat("甲", 1+random.IntN(3)) + strings.Repeat("乙", random.IntN(2))
		}
		return list
	}
	for range 2000 {
		before, after := text(), text()
		i, j, equal := 0, 0, 0
		for _, p := range newEffort().align(before, after) {
			if p.before >= 0 {
				require.Equal(t, i, p.before)
				i++
			}
			if p.after >= 0 {
				require.Equal(t, j, p.after)
				j++
			}
			if p.before >= 0 && p.after >= 0 && before[p.before] == after[p.after] {
				equal++
			}
		}
		require.Equal(t, len(before), i)
		require.Equal(t, len(after), j)
		require.GreaterOrEqual(t, equal, longestCommon(before, after))
	}
}

// longestCommon is the length of a longest common subsequence, worked out the slow way.
func longestCommon(a, b []string) int {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	best := max(longestCommon(a[1:], b), longestCommon(a, b[1:]))
	if a[0] == b[0] {
		best = max(best, 1+longestCommon(a[1:], b[1:]))
	}
	return best
}

// Texts too long to be compared by the character are not, and nothing is lost.
func TestAlignIsBounded(t *testing.T) {
	before, after := make([]string, 3000), make([]string, 3000)
	for i := range before {
		before[i], after[i] = strings.Repeat("甲", i+1), strings.Repeat("乙", i+1)
	}
	assert.Len(t, newEffort().align(before, after), 6000)
	r := model.New(form.Editions()[1])
	r.Fields["unit.name"] = model.Field{Text: "清溪镇"}
	kept, given := newEffort().keepPlaceholders(r, strings.Repeat("甲", 5000)+"{{单位}}", strings.Repeat("乙", 5000)+"清溪镇")
	assert.Equal(t, strings.Repeat("乙", 5000)+"清溪镇", kept)
	assert.Equal(t, []string{"{{单位}}"}, given)
}

// One document may take so much comparing, however it is shared out: the same each time, and what fits into the rest is compared still.
func TestEffortIsBounded(t *testing.T) {
	altered := func(n, length int) (before, after []string) {
		for i := range n {
			text := strings.Repeat(string(rune('一'+i)), length)
			before, after = append(before, text), append(after, text+"。")
		}
		return before, after
	}
	paired := func(e *effort, n, length int) bool {
		before, after := altered(n, length)
		pairs := e.align(before, after)
		require.Contains(t, []int{n, 2 * n}, len(pairs), "all of them or none")
		return len(pairs) == n
	}
	for range 2 {
		e := newEffort()
		assert.False(t, paired(e, 90, 1000), "90 times 270 kB, though fewer pairs than there may be")
		for n := range 6 {
			assert.Equal(t, n < 4, paired(e, 80, 200), "80 times 48 kB, of 16 MB")
		}
		assert.True(t, paired(e, 10, 100))
	}

	r := model.New(form.Editions()[1])
	r.Fields["unit.name"] = model.Field{Text: "清溪镇"}
	e := newEffort()
	e.cells = 3 * 1000 * 1000
	for n := range 4 {
		_, given := e.keepPlaceholders(r, "甲"+strings.Repeat("乙", 980)+"{{单位}}丁戊", "丙"+strings.Repeat("乙", 980)+"清溪镇丁己")
		assert.Equal(t, n >= 3, len(given) > 0, "the %d. of a million cells each", n+1)
	}
	kept, given := e.keepPlaceholders(r, "单位：{{单位}}，甲", "单位：清溪镇，乙")
	assert.Equal(t, "单位：{{单位}}，乙", kept)
	assert.Empty(t, given)
}

func TestKeepPlaceholders(t *testing.T) {
	r := model.New(form.Editions()[1])
	r.Fields["unit.name"] = model.Field{Text: "清溪镇人民政府"}
	r.Figures["requests.received.total"] = model.ParseFigure(form.Count, "3")
	r.Figures["requests.granted.total"] = model.ParseFigure(form.Count, "3")
	for _, c := range []struct {
		why, original, altered, want string
		given                        []string
	}{
		{"untouched beside the change", "全年收到{{本年新收}}件申请，都已答复。", "全年收到3件申请，都已按时答复。", "全年收到{{本年新收}}件申请，都已按时答复。", nil},
		{"full-width braces stay as typed", "全年收到｛｛本年新收｝｝件申请。", "全年共收到3件申请。", "全年共收到｛｛本年新收｝｝件申请。", nil},
		{"the value is another", "全年收到{{本年新收}}件申请。", "全年收到4件申请。", "全年收到4件申请。", []string{"{{本年新收}}"}},
		{"the value is part of another", "全年收到{{本年新收}}件申请。", "全年收到35件申请。", "全年收到35件申请。", []string{"{{本年新收}}"}},
		{"two of the same value: the clause of one is gone", "全年收到{{本年新收}}件，予以公开{{予以公开}}件。", "全年予以公开3件。", "全年予以公开{{予以公开}}件。", []string{"{{本年新收}}"}},
		{"the words before it are others", "收到{{本年新收}}件。", "结转3件。", "结转3件。", []string{"{{本年新收}}"}},
		{"at the start, and the start stands", "{{单位}}认真公开。", "{{单位}}主动公开。", "{{单位}}主动公开。", []string{"{{单位}}"}},
		{"at the start, filled in", "{{单位}}认真公开。", "清溪镇人民政府主动公开。", "清溪镇人民政府主动公开。", []string{"{{单位}}"}},
		{"at the start, with what follows", "{{单位}}认真地公开信息。", "清溪镇人民政府认真地公开政务。", "{{单位}}认真地公开政务。", nil},
		{"one that names nothing is text", "{{不认识}}公开。", "{{不认识}}主动公开。", "{{不认识}}主动公开。", nil},
		{"no placeholder", "全年公开。", "全年不公开。", "全年不公开。", nil},
	} {
		kept, given := newEffort().keepPlaceholders(r, c.original, c.altered)
		assert.Equal(t, c.want, kept, c.why)
		assert.Equal(t, c.given, given, c.why)
	}
}

// Whatever was changed: filled in, the text kept is the text as altered.
func TestKeepPlaceholdersChangesNoText(t *testing.T) {
	r := model.New(form.Editions()[1])
	r.Fields["unit.name"] = model.Field{Text: "清溪镇人民政府"}
	r.Figures["requests.received.total"] = model.ParseFigure(form.Count, "11")
	r.Figures["requests.granted.total"] = model.ParseFigure(form.Count, "1")
	random := rand.New(rand.NewPCG(3, 4))
	kept := 0
	for range 3000 {
		pieces := []string{"收到", "{{本年新收}}", "件", "1", "{{予以公开}}", "，", "{{单位}}", "公开"}
		original := ""
		for range 1 + random.IntN(12) {
			original += pieces[random.IntN(len(pieces))]
		}
		filled, open := r.FillIn(original)
		require.Empty(t, open)
		altered := []rune(filled)
		for range random.IntN(4) {
			at := random.IntN(len(altered) + 1)
			altered = append(altered[:at:at], append([]rune("1件"), altered[min(len(altered), at+random.IntN(4)):]...)...)
		}
		text, given := newEffort().keepPlaceholders(r, original, string(altered))
		again, _ := r.FillIn(text)
		require.Equal(t, string(altered), again, "%q altered to %q", original, string(altered))
		require.Equal(t, strings.Count(original, "{{"), strings.Count(text, "{{")+len(given))
		kept += strings.Count(text, "{{")
	}
	assert.Greater(t, kept, 1000, "some placeholders are kept")
}
