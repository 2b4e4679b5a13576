package pdf

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/render/layout"
)

// outlineOf reads the outline as a reader shows it, a line for each entry, indented by its level.
func (d *document) outlineOf(number int, indent string) (lines []string, visible int) {
	d.t.Helper()
	text := d.object(number)
	if !strings.Contains(text, "/First") {
		return nil, 0
	}
	previous := 0
	for child := d.reference(text, "First"); ; {
		entry := d.object(child)
		require.Equal(d.t, number, d.reference(entry, "Parent"))
		require.Equal(d.t, previous != 0, strings.Contains(entry, "/Prev"), entry)
		if previous != 0 {
			require.Equal(d.t, previous, d.reference(entry, "Prev"))
		}
		title := utf16Text(d.t, regexp.MustCompile(`/Title <FEFF([0-9A-F]*)>`).FindStringSubmatch(entry)[1])
		dest := regexp.MustCompile(`/Dest \[(\d+) 0 R /XYZ null (\S+) null\]`).FindStringSubmatch(entry)
		require.NotNil(d.t, dest)
		page := -1
		for i, n := range d.pages() {
			if n == atoi(d.t, dest[1]) {
				page = i
			}
		}
		lines = append(lines, fmt.Sprintf("%s%s p%d %s", indent, title, page, dest[2]))
		below, count := d.outlineOf(child, indent+"  ")
		lines = append(lines, below...)
		visible += 1 + count
		if !strings.Contains(entry, "/Next") {
			require.Equal(d.t, child, d.reference(text, "Last"))
			break
		}
		previous, child = child, d.reference(entry, "Next")
	}
	require.Contains(d.t, text, fmt.Sprintf("/Count %d", visible))
	return lines, visible
}

func TestOutline(t *testing.T) {
	for _, test := range []struct {
		why  string
		in   []layout.Bookmark
		want []string
	}{
		{"sections and their sub-headings", []layout.Bookmark{
			{Title: "一、总体情况", Y: 100}, {Level: 1, Title: "（一）主动公开", Y: 130.25}, {Level: 1, Title: "（二）依申请公开", Page: 1, Y: 0},
			{Title: "二、主动公开政府信息情况", Page: 1, Y: 841.89}, {Title: "三、…", Page: 2}, {Level: 1, Title: "（一）", Page: 2},
		}, []string{
			"一、总体情况 p0 741.89", "  （一）主动公开 p0 711.64", "  （二）依申请公开 p1 841.89",
			"二、主动公开政府信息情况 p1 0", "三、… p2 841.89", "  （一） p2 841.89",
		}},
		{"a sub-heading before the first section stands as one", []layout.Bookmark{{Level: 1, Title: "甲"}, {Title: "乙"}},
			[]string{"甲 p0 841.89", "乙 p0 841.89"}},
		{"no level is left out", []layout.Bookmark{{Title: "甲"}, {Level: 5, Title: "乙"}, {Level: 5, Title: "丙"}, {Level: 1, Title: "丁"}},
			[]string{"甲 p0 841.89", "  乙 p0 841.89", "    丙 p0 841.89", "  丁 p0 841.89"}},
		{"no level is above the sections", []layout.Bookmark{{Level: -3, Title: "甲"}, {Title: "乙"}},
			[]string{"甲 p0 841.89", "乙 p0 841.89"}},
		{"titles may hold what strings in PDF must escape, and characters beyond U+FFFF", []layout.Bookmark{{Title: "(a\\) 𬇹"}},
			[]string{"(a\\) 𬇹 p0 841.89"}},
		{"a title may be empty", []layout.Bookmark{{}}, []string{" p0 841.89"}},
	} {
		t.Run(test.why, func(t *testing.T) {
			s := newHand(t)
			for range 3 {
				s.page()
			}
			s.pages.Outline = test.in
			d := readBack(t, write(t, &s.pages))
			assert.Contains(t, d.catalog(), "/PageMode /UseOutlines")
			lines, _ := d.outlineOf(d.reference(d.catalog(), "Outlines"), "")
			assert.Equal(t, test.want, lines)
		})
	}
}

func TestNoOutline(t *testing.T) {
	s := newHand(t)
	s.page()
	d := readBack(t, write(t, &s.pages))
	assert.NotContains(t, d.catalog(), "Outlines")
}
