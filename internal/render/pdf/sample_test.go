package pdf

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/render/layout"
)

const (
	a4Width  = 595.276
	a4Height = 841.890
	pitch    = 15.79 // of body text, 28 characters to a line
)

// hand sets pages by hand, as layout would.
type hand struct {
	t     testing.TB
	fonts *fonts.Set
	pages layout.Pages
}

func newHand(t testing.TB) *hand {
	t.Helper()
	set, err := fonts.Embedded()
	require.NoError(t, err)
	return &hand{t: t, fonts: set, pages: layout.Pages{Info: layout.Info{
		Title:    "清溪镇人民政府2025年政府信息公开工作年度报告",
		Author:   "清溪镇人民政府",
		Subject:  "2025年政府信息公开工作年度报告",
		Keywords: []string{"政府信息公开", "年度报告", "2025年"},
		Dated:    time.Date(2026, 1, 20, 0, 0, 0, 0, time.FixedZone("", 8*3600)),
	}}}
}

func (s *hand) page() *layout.Page {
	s.pages.Pages = append(s.pages.Pages, layout.Page{Width: a4Width, Height: a4Height})
	return &s.pages.Pages[len(s.pages.Pages)-1]
}

// text puts text on the last page, a run for each font that it needs.
func (s *hand) text(face fonts.Face, size, tracking, x, y float64, text string) {
	s.t.Helper()
	page := &s.pages.Pages[len(s.pages.Pages)-1]
	start := len(page.Runs)
	for _, r := range text {
		font, ok := s.fonts.Resolve(face, r)
		require.True(s.t, ok, "no font has %q", r)
		if last := len(page.Runs) - 1; last < start || page.Runs[last].Font != font {
			page.Runs = append(page.Runs, layout.Run{X: x, Y: y, Font: font, Size: size, Tracking: tracking, Stretch: 1})
		}
		page.Runs[len(page.Runs)-1].Text += string(r)
		x += float64(font.Advance(r))*size/1000 + tracking
	}
}

const prose = "为进一步规范政府信息公开工作，本机关按照《中华人民共和国政府信息公开条例》的规定，编制本年度报告。报告由总体情况、" +
	"主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、" +
	"其他需要报告的事项六部分组成。所列数据的统计期限自2025年1月1日起至12月31日止。全年通过门户网站公开信息1234条，同比增长12.5%；" +
	"村（社区）公示栏更新567次，收到申请8件，其中予以公开5件、部分公开1件、不予公开2件，均在法定期限内答复。" +
	"下一步将健全制度、充实人员、加强培训，推动垟头、崾崄、硚口、大磜、深圳塅等村公开栏规范化建设，——办好每一件……事。"

// report makes a report of seven pages in four faces and of some 450 characters, as long reports have, with a table and the draft mark.
func report(t testing.TB) *layout.Pages {
	s := newHand(t)
	body := []rune(strings.Repeat(prose+many(s, 300), 10))
	for n := range 7 {
		s.page()
		y := 37*72/25.4 + 16
		if n == 0 {
			s.text(fonts.Title, 22, 0, 150, y, "清溪镇人民政府")
			s.text(fonts.Title, 22, 0, 95, y+32, "2025年政府信息公开工作年度报告")
			y += 96
		}
		s.text(fonts.Hei, 16, pitch-16, 79.37, y, "一、总体情况")
		s.pages.Outline = append(s.pages.Outline, layout.Bookmark{Title: "一、总体情况", Page: n, Y: y - 16})
		s.text(fonts.Kai, 16, pitch-16, 79.37, y+28.95, "（一）主动公开。")
		s.pages.Outline = append(s.pages.Outline, layout.Bookmark{Level: 1, Title: "（一）主动公开", Page: n, Y: y + 13})
		for y += 2 * 28.95; y < 700; y += 28.95 {
			s.text(fonts.Song, 16, pitch-16, 79.37, y, string(body[:28]))
			body = body[28:]
		}
		s.text(fonts.Song, 14, 0, 480, 760, "— "+string(rune('1'+n))+" —")
	}
	s.table()
	s.draft()
	return &s.pages
}

// table draws a small table on the second page, over its text's foot.
func (s *hand) table() {
	page := &s.pages.Pages[1]
	page.Fills = append(page.Fills, layout.Fill{X: 79.37, Y: 710, Width: 442.2, Height: 20, Gray: 0.9})
	for i := range 3 {
		y := 710 + 20*float64(i)
		page.Rules = append(page.Rules, layout.Rule{X1: 79.37, Y1: y, X2: 521.57, Y2: y, Weight: 0.5})
	}
	for i := range 5 {
		x := 79.37 + 110.55*float64(i)
		page.Rules = append(page.Rules, layout.Rule{X1: x, Y1: 710, X2: x, Y2: 750, Weight: 0.5})
	}
}

// draft lays 草稿 under the third page's text, as outlines.
func (s *hand) draft() {
	font, ok := s.fonts.Resolve(fonts.Hei, '草')
	require.True(s.t, ok)
	const size = 0.2 // points for each thousandth of an em
	sin, cos := math.Sincos(math.Pi / 4)
	place := func(dx, x, y float64) (float64, float64) {
		x += dx
		return 150 + size*(x*cos-y*sin), 560 - size*(x*sin+y*cos)
	}
	mark := layout.Shape{Gray: 0.85}
	dx := 0.0
	for _, r := range "草稿" {
		for _, seg := range font.Outline(r) {
			seg.X, seg.Y = place(dx, seg.X, seg.Y)
			seg.CX, seg.CY = place(dx, seg.CX, seg.CY)
			mark.Segments = append(mark.Segments, seg)
		}
		dx += float64(font.Advance(r))
	}
	s.pages.Pages[2].Shapes = append(s.pages.Pages[2].Shapes, mark)
}

// oddities is a page with what is easily got wrong: characters beyond U+FFFF, spaces that share a glyph, every way of spacing,
// sizes that are not hundredths.
func oddities(t testing.TB) *layout.Pages {
	s := newHand(t)
	page := s.page()
	s.text(fonts.Song, 16, 0, 80, 120, "𬇹𫭼𬭚㙍㵲䢺堽垟崾崄硚磜")
	s.text(fonts.Kai, 16, -0.21, 80, 150, "楷体里的𬇹、㙍和①⑩Ⅻ℃㎡")
	s.text(fonts.Song, 10.5, 0, 80, 180, "space\u00a0nbsp\u3000（括号）(a\\b)\"<>&' 1,234.5678%")
	s.text(fonts.Hei, 16, 2, 80, 210, "疏排")
	s.text(fonts.Hei, 16, -1.5, 80, 240, "密排的标题")
	s.text(fonts.Song, 9.3333, 0.125, 80, 270, "缩小到九磅三三三的数字123456789")
	s.text(fonts.Song, 16, -0.21, 80, 300, "——")
	page.Runs[len(page.Runs)-1].Stretch = 1.0776
	return &s.pages
}

// many returns the first count Han characters that the body font has.
func many(s *hand, count int) string {
	runes := make([]rune, 0, count)
	for r := rune(0x4E00); len(runes) < count && r < 0x9FFF; r++ {
		if font, ok := s.fonts.Resolve(fonts.Song, r); ok && font.Name() == "song" {
			runes = append(runes, r)
		}
	}
	return string(runes)
}
