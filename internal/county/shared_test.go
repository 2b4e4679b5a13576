package county_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// A statement that many units have is nobody's copy. A whole paragraph or section that many have is no statement any more, and is told once.
func TestShared(t *testing.T) {
	five, three := own("山上", 5), own("山下", 3)
	counted := func(i int) []string {
		return []string{fmt.Sprintf("组织窗口人员培训政策业务%d次。", i), fmt.Sprintf("请%d名村民代表评议办事大厅。", i), fmt.Sprintf("县里考核排在全县第%d位。", i)}
	}
	alone := func(i int) []string { return own("第"+strings.Repeat("石桥", i%7)+string('愀'+rune(i))+"处", 1) }
	for _, c := range []struct {
		why   string
		units int
		says  func(i int) [][]string // paragraphs
		name  func(i int) string     // nil for one of its own
		want  []county.Shared
	}{
		{"six write the same section", 6, func(int) [][]string { return [][]string{five} }, nil,
			[]county.Shared{{Whole: true, Passages: []county.Passage{{0, 5}}}}},
		{"six write a paragraph of it", 6, func(i int) [][]string { return [][]string{alone(i), three} }, nil, []county.Shared{{Passages: []county.Passage{{1, 4}}}}},
		{"two paragraphs are told together", 6, func(i int) [][]string { return [][]string{five, alone(i), three} }, nil, []county.Shared{{Passages: []county.Passage{{0, 5}, {6, 9}}}}},
		{"six write a short section of two paragraphs, none of which would be told by itself", 6, func(int) [][]string { return [][]string{three[:1], three[1:2]} }, nil,
			[]county.Shared{{Whole: true, Passages: []county.Passage{{0, 2}}}}},
		{"one long sentence is all that six say", 6, func(int) [][]string {
			return [][]string{{"公开专区设在二楼最里面的一间，去的人少，查询设备长期闲置，解读材料又多是照搬原文，群众说看不懂，下半年搬到一楼窗口旁边，请志愿者念给老人听。"}}
		}, nil, []county.Shared{{Whole: true, Passages: []county.Passage{{0, 1}}}}},
		{"one short sentence is all that six say, which may be custom", 6, func(int) [][]string {
			return [][]string{{"公开的形式还比较单一，下一步多用短视频。"}}
		}, nil, nil},
		{"three write a section of a few sentences, which likeness tells unless others have them, too", 3, func(int) [][]string { return [][]string{three} }, nil,
			[]county.Shared{{Whole: true, Passages: []county.Passage{{0, 3}}}}},
		{"a short section of two has come together by chance", 2, func(int) [][]string { return [][]string{three[:2]} }, nil, nil},
		{"two sentences that all write are no paragraph", 6, func(i int) [][]string { return [][]string{alone(i), three[:2]} }, nil, nil},
		{"what each fills in with its own figures", 6, func(i int) [][]string { return [][]string{alone(i), counted(i + 1)} }, nil, nil},
		{"the figures are copied as well", 6, func(i int) [][]string { return [][]string{alone(i), counted(3)} }, nil, []county.Shared{{Passages: []county.Passage{{1, 4}}}}},
		{"a paragraph of few is left to likeness", 5, func(i int) [][]string { return [][]string{alone(i), three} }, nil, nil},
		{"so is a section of a few sentences", 2, func(int) [][]string { return [][]string{three} }, nil, nil},
		{"nothing is the same", 6, func(i int) [][]string { return [][]string{alone(i)} }, nil, nil},
		{"one unit by two names", 2, func(int) [][]string { return [][]string{five} }, func(i int) string { return []string{"清溪镇人民政府", "青垣县清溪镇人民政府"}[i] }, nil},
		{"a town and its office", 2, func(int) [][]string { return [][]string{five} }, func(i int) string { return []string{"清溪镇人民政府", "清溪镇便民服务中心"}[i] }, nil},
		{"six files of one unit", 6, func(int) [][]string { return [][]string{five} }, func(int) string { return "清溪镇人民政府" }, nil},
	} {
		t.Run(c.why, func(t *testing.T) {
			var reports []*model.Report
			var units, files []string
			for i := range c.units {
				unit := fmt.Sprintf("%c%c镇人民政府", '愀'+rune(i), '憀'+rune(i))
				if c.name != nil {
					unit = c.name(i)
				}
				r := report(unit, 2025)
				for _, paragraph := range c.says(i) {
					r.Texts["narrative.problems"] = append(r.Texts["narrative.problems"], model.SplitParagraphs(strings.Join(paragraph, ""), model.Place{})...)
				}
				reports, units, files = append(reports, r), append(units, unit), append(files, fmt.Sprint(i))
			}
			for i := range c.want {
				c.want[i].Section, c.want[i].Year, c.want[i].Units, c.want[i].Files = form.Key("narrative.problems"), 2025, units, files
			}
			assert.Equal(t, c.want, index(reports...).Shared())
		})
	}
}

// Two units whose sentences many others have, each of them a few, are found by their having all of them.
func TestSharedOfUsualStatements(t *testing.T) {
	all := own("山上", 10)
	var reports []*model.Report
	for i := range 12 {
		said := own(fmt.Sprintf("第%s处", strings.Repeat("石桥", i%7)+string('愀'+rune(i))), 1)
		if i < 2 {
			said = all
		} else {
			for j := range all {
				if (i+j)%2 == 0 {
					said = append(said, all[j])
				}
			}
		}
		reports = append(reports, report(fmt.Sprintf("%c%c镇人民政府", '愀'+rune(i), '憀'+rune(i)), 2025, said...))
	}
	x := index(reports...)
	require.Empty(t, x.Likes(county.NewSketch(reports[0], "0")))
	shared := x.Shared()
	require.Len(t, shared, 1)
	assert.Equal(t, []string{"0", "1"}, shared[0].Files)
}
