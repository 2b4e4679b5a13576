package pdf

import (
	"bytes"
	"errors"
	"math"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/render/layout"
)

func write(t testing.TB, p *layout.Pages) []byte {
	t.Helper()
	var file bytes.Buffer
	require.NoError(t, Write(&file, p, nil))
	return file.Bytes()
}

func TestWritePlacesText(t *testing.T) {
	for name, pages := range examples(t) {
		t.Run(name, func(t *testing.T) {
			d := readBack(t, write(t, pages))
			require.Len(t, d.pages(), len(pages.Pages))
			for i, page := range pages.Pages {
				got := d.placedText(i)
				require.Len(t, got, len(page.Runs))
				for j, want := range page.Runs {
					assert.Equal(t, want.Text, got[j].text)
					assert.Regexp(t, `^[A-Z]{6}\+`+regexp.QuoteMeta(want.Font.PostScriptName())+"$", got[j].font)
					assert.InDelta(t, want.Size, got[j].size, 0.005)
					assert.InDelta(t, want.X, got[j].x, 0.00501)
					assert.InDelta(t, want.Y, got[j].y, 0.00501)
					end, worst := 0.0, 0.0
					for k, r := range []rune(want.Text) {
						end += float64(want.Font.Advance(r))*want.Size*want.Stretch/1000 + want.Tracking
						worst = max(worst, math.Abs(end-got[j].ends[k])/float64(k+1))
					}
					assert.Less(t, worst, 0.0001, "glyphs of %.20q drift", want.Text)
				}
			}
		})
	}
}

func TestWriteEmbedsGlyphs(t *testing.T) {
	for name, pages := range examples(t) {
		t.Run(name, func(t *testing.T) {
			sources := map[string]*fonts.Font{}
			for _, page := range pages.Pages {
				for _, run := range page.Runs {
					sources[run.Font.PostScriptName()] = run.Font
				}
			}
			d := readBack(t, write(t, pages))
			require.Len(t, d.fontsByName(), len(sources))
			for _, number := range d.fontsByName() {
				e := d.embedded(number)
				_, source, _ := strings.Cut(e.name, "+")
				subset, err := fonts.Parse(e.name, e.file)
				require.NoError(t, err)
				require.Len(t, e.glyphs, 2*len(e.text)+2)
				for code, text := range e.text {
					r := []rune(text)[0]
					require.Equal(t, sources[source].Outline(r), subset.Outline(rune(code)), "glyph of %q", text)
					if gid, ok := subset.Glyph(rune(code)); ok { // blanks are not found by codes that are no blanks
						require.Equal(t, []byte{byte(gid >> 8), byte(gid)}, e.glyphs[2*code:2*code+2], "number of the glyph of %q", text)
					}
				}
			}
		})
	}
}

func TestWriteEqualBytes(t *testing.T) {
	want := write(t, report(t))
	pages := report(t) // of fonts of its own
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			var file bytes.Buffer
			assert.NoError(t, Write(&file, pages, nil))
			assert.True(t, bytes.Equal(want, file.Bytes()), "the same pages give other bytes")
		})
	}
	group.Wait()

	pages.Pages[6].Runs[0].Text += "。"
	changed := write(t, pages)
	id := regexp.MustCompile(`/ID \[<([0-9A-F]{32})> <([0-9A-F]{32})>\]`)
	first, second := id.FindStringSubmatch(readBack(t, want).trailer), id.FindStringSubmatch(readBack(t, changed).trailer)
	require.NotNil(t, first)
	require.NotNil(t, second)
	assert.Equal(t, first[1], first[2])
	assert.NotEqual(t, first[1], second[1], "other pages have the same ID")
}

func TestWriteIsSmall(t *testing.T) {
	file := write(t, report(t))
	assert.Less(t, len(file), 250_000, "seven pages in four faces")
	d := readBack(t, file)
	for _, page := range d.pages() {
		content := d.stream(d.reference(d.object(page), "Contents"))
		assert.LessOrEqual(t, bytes.Count(content, []byte(" Tc\n")), 2, "the tracking is written only where it changes")
		assert.NotContains(t, string(content), " Tz\n", "nothing is stretched")
	}
}

func TestWriteNeedsNoClock(t *testing.T) {
	pages := report(t)
	pages.Info.Dated = time.Time{}
	file := write(t, pages)
	d := readBack(t, file)
	assert.NotContains(t, d.object(d.reference(d.trailer, "Info")), "Date")
	assert.NotContains(t, string(d.stream(d.reference(d.catalog(), "Metadata"))), "Date")
	year := time.Now().UTC().Format("D:2006")
	assert.NotContains(t, string(file), year)
}

func TestWriteOddPages(t *testing.T) {
	font := newHand(t).fonts
	song, _ := font.Resolve(fonts.Song, '年')
	run := layout.Run{X: 80, Y: 80, Font: song, Size: 16, Stretch: 1, Text: "年报"}
	for _, test := range []struct {
		why  string
		page layout.Page
		runs int
	}{
		{"an empty page is a page", layout.Page{}, 0},
		{"a run without text needs nothing else", layout.Page{Runs: []layout.Run{{Size: math.NaN()}, run}}, 1},
		{"text may stand off the page", layout.Page{Runs: []layout.Run{{X: -500, Y: 5000, Font: song, Size: 16, Stretch: 1, Text: "年"}}}, 1},
		{"a shape without segments paints nothing", layout.Page{Shapes: []layout.Shape{{Gray: 1}}}, 0},
		{"a contour need not be closed", layout.Page{Shapes: []layout.Shape{{Segments: []fonts.Segment{
			{Op: fonts.MoveTo, X: 1, Y: 1}, {Op: fonts.LineTo, X: 5, Y: 1}, {Op: fonts.QuadTo, X: 5, Y: 5, CX: 9, CY: 3}}}}}, 0},
		{"a rule without weight is as thin as the device can", layout.Page{Rules: []layout.Rule{{X1: 1, Y1: 1, X2: 9, Y2: 1}}}, 0},
		{"fills may have their corner anywhere", layout.Page{Fills: []layout.Fill{{X: 9, Y: 9, Width: -5, Height: -5, Gray: 0.5}}, Runs: []layout.Run{run}}, 1},
		{"a page may lie across", layout.Page{Width: 842, Height: 595, Runs: []layout.Run{run}}, 1},
	} {
		t.Run(test.why, func(t *testing.T) {
			if test.page.Width == 0 {
				test.page.Width, test.page.Height = a4Width, a4Height
			}
			first := layout.Page{Width: a4Width, Height: a4Height, Runs: []layout.Run{run}}
			d := readBack(t, write(t, &layout.Pages{Pages: []layout.Page{first, test.page, first}}))
			require.Len(t, d.pages(), 3)
			assert.Len(t, d.placedText(1), test.runs)
			content := string(d.stream(d.reference(d.object(d.pages()[1]), "Contents")))
			assert.NotContains(t, content, "q 0.000 g", "text has a colour of its own")
		})
	}
}

func TestWriteKeepsPaintersOrder(t *testing.T) {
	s := newHand(t)
	page := s.page()
	s.text(fonts.Song, 16, 0, 80, 80, "年报")
	page.Fills = []layout.Fill{{X: 1, Y: 2, Width: 3, Height: 4, Gray: 0.9}}
	page.Rules = []layout.Rule{{X1: 5, Y1: 6, X2: 7, Y2: 6, Weight: 0.75}}
	page.Shapes = []layout.Shape{{Gray: 0.8, Segments: []fonts.Segment{
		{Op: fonts.MoveTo, X: 10, Y: 10}, {Op: fonts.QuadTo, X: 16, Y: 10, CX: 13, CY: 16}, {Op: fonts.Close}}}}
	d := readBack(t, write(t, &s.pages))
	content := string(d.stream(d.reference(d.object(d.pages()[0]), "Contents")))
	for _, mark := range []string{
		"0.800 g\n10.00 831.89 m\n12.00000 827.89000 14.00000 827.89000 16.00000 831.89000 c\nh\nf\n",
		"0.902 g\n1.00 839.89 3.00 -4.00 re f\n",
		"0.75 w\n5.00 835.89 m 7.00 835.89 l S\n",
		"0.000 g\n", "Tj",
	} {
		_, after, ok := strings.Cut(content, mark)
		require.True(t, ok, "%q comes next in:\n%s", mark, content)
		content = after
	}
}

func TestWriteRefuses(t *testing.T) {
	s := newHand(t)
	song, _ := s.fonts.Resolve(fonts.Song, '年')
	good := layout.Run{X: 80, Y: 80, Font: song, Size: 16, Stretch: 1, Text: "年报"}
	run := func(change func(*layout.Run)) layout.Page {
		r := good
		change(&r)
		return layout.Page{Width: a4Width, Height: a4Height, Runs: []layout.Run{good, r}}
	}
	a4 := func(p layout.Page) layout.Page {
		p.Width, p.Height = a4Width, a4Height
		return p
	}
	nan, inf := math.NaN(), math.Inf(1)
	for _, test := range []struct {
		why  string
		page layout.Page
		says string
	}{
		{"no number", run(func(r *layout.Run) { r.X = nan }), "第2页文字"},
		{"infinite", run(func(r *layout.Run) { r.Y = -inf }), "第2页文字"},
		{"out of all proportion", run(func(r *layout.Run) { r.Tracking = 1e300 }), "第2页文字"},
		{"fpdf would take the size before", run(func(r *layout.Run) { r.Size = 0 }), "第2页文字"},
		{"turned upside down", run(func(r *layout.Run) { r.Size = -16 }), "第2页文字"},
		{"no width left", run(func(r *layout.Run) { r.Stretch = 0 }), "第2页文字"},
		{"no font", run(func(r *layout.Run) { r.Font = nil }), "第2页文字"},
		{"the font lacks the character", run(func(r *layout.Run) { r.Text = "年\U0001F600" }), "U+1F600"},
		{"damaged UTF-8 must not become something else", run(func(r *layout.Run) { r.Text = "年\xFF" }), "U+FFFD"},
		{"a line break has no glyph", run(func(r *layout.Run) { r.Text = "年\n报" }), "U+000A"},
		{"a fill that is no number", a4(layout.Page{Fills: []layout.Fill{{Width: nan}}}), "第2页底色"},
		{"darker than black", a4(layout.Page{Fills: []layout.Fill{{Gray: -0.1}}}), "第2页底色"},
		{"a grey that is no number", a4(layout.Page{Shapes: []layout.Shape{{Gray: nan}}}), "第2页图形"},
		{"a rule that is no number", a4(layout.Page{Rules: []layout.Rule{{X2: inf}}}), "第2页线条"},
		{"a rule of less than no weight", a4(layout.Page{Rules: []layout.Rule{{Weight: -1}}}), "第2页线条"},
		{"a path begins with a move", a4(layout.Page{Shapes: []layout.Shape{{Segments: []fonts.Segment{{Op: fonts.LineTo}}}}}), "第2页图形"},
		{"a path goes on with a move", a4(layout.Page{Shapes: []layout.Shape{{Segments: []fonts.Segment{
			{Op: fonts.MoveTo}, {Op: fonts.Close}, {Op: fonts.LineTo}}}}}), "第2页图形"},
		{"an unknown operation", a4(layout.Page{Shapes: []layout.Shape{{Segments: []fonts.Segment{{Op: 9}}}}}), "第2页图形"},
		{"a control point that is no number", a4(layout.Page{Shapes: []layout.Shape{{Segments: []fonts.Segment{
			{Op: fonts.MoveTo}, {Op: fonts.QuadTo, CX: nan}}}}}), "第2页图形"},
		{"no paper", layout.Page{}, "第2页纸张"},
		{"paper that is no number", layout.Page{Width: nan, Height: 842}, "第2页纸张"},
	} {
		t.Run(test.why, func(t *testing.T) {
			var out bytes.Buffer
			err := Write(&out, &layout.Pages{Pages: []layout.Page{a4(layout.Page{}), test.page}}, nil)
			require.ErrorContains(t, err, test.says)
			assert.Zero(t, out.Len(), "half a file")
		})
	}

	assert.ErrorContains(t, Write(&bytes.Buffer{}, &layout.Pages{}, nil), "没有可以生成 PDF 的页面")
	for _, b := range []layout.Bookmark{{Title: "二", Page: 1}, {Title: "二", Page: -1}, {Title: "二", Y: nan}} {
		pages := &layout.Pages{Pages: []layout.Page{a4(layout.Page{})}, Outline: []layout.Bookmark{b}}
		assert.ErrorContains(t, Write(&bytes.Buffer{}, pages, nil), "书签“二”")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestWriteReportsTheWriter(t *testing.T) {
	err := Write(full{}, oddities(t), nil)
	assert.ErrorContains(t, err, "disk full")
}

func TestWriteRefusesProtectedFonts(t *testing.T) {
	s := newHand(t)
	s.page()
	s.text(fonts.Kai, 16, 0, 80, 80, "年")
	run := &s.pages.Pages[0].Runs[0]
	data, _, err := run.Font.Subset([]rune("年"), nil)
	require.NoError(t, err)
	os2 := bytes.Index(data, []byte("OS/2"))
	offset := int(data[os2+10])<<8 | int(data[os2+11])
	data[offset+8], data[offset+9] = 0, 2 // fsType: restricted
	run.Font, err = fonts.Parse("protected", data)
	require.NoError(t, err)
	assert.ErrorContains(t, Write(&bytes.Buffer{}, &s.pages, nil), "字体 protected 的版权设置不允许嵌入")
}

func FuzzWrite(f *testing.F) {
	f.Add("年报（2025）", 80.0, 100.0, 16.0, -0.21, 1.0, 0.5, 1, "标题")
	f.Add("", math.NaN(), 0.0, 0.0, 0.0, 0.0, 0.0, -1, "")
	f.Add("\\()\r\n", 1e-9, -1e9, 0.0149, 14400.0, 0.01, 1.0, 0, "a\x00\xff")
	f.Add("𬇹 \u00a0", 0.005, 14400.0, 14400.0, -14400.0, 100.0, 0.999, 7, "]]>")
	set, err := fonts.Embedded()
	require.NoError(f, err)
	song, _ := set.Resolve(fonts.Song, '年')
	f.Fuzz(func(t *testing.T, text string, x, y, size, tracking, stretch, gray float64, level int, title string) {
		pages := &layout.Pages{
			Info:    layout.Info{Title: title, Keywords: []string{title, text}, Dated: time.Unix(int64(level), 0).UTC()},
			Outline: []layout.Bookmark{{Level: level, Title: title, Y: y}, {Level: 1, Title: text}},
			Pages: []layout.Page{{
				Width: a4Width, Height: a4Height,
				Fills:  []layout.Fill{{X: x, Y: y, Width: size, Height: stretch, Gray: gray}},
				Rules:  []layout.Rule{{X1: x, Y1: y, X2: x, Y2: size, Weight: stretch}},
				Runs:   []layout.Run{{X: x, Y: y, Font: song, Size: size, Tracking: tracking, Stretch: stretch, Text: text}},
				Shapes: []layout.Shape{{Gray: gray, Segments: []fonts.Segment{{Op: fonts.MoveTo, X: x}, {Op: fonts.QuadTo, CX: y}, {Op: fonts.Close}}}},
			}},
		}
		var file bytes.Buffer
		if Write(&file, pages, nil) != nil {
			assert.Zero(t, file.Len())
			return
		}
		if runs := readBack(t, file.Bytes()).placedText(0); text != "" {
			require.Len(t, runs, 1)
			assert.Equal(t, text, runs[0].text)
		}
	})
}

func BenchmarkWrite(b *testing.B) {
	pages := report(b)
	b.ReportAllocs()
	for b.Loop() {
		var file bytes.Buffer
		require.NoError(b, Write(&file, pages, nil))
		b.ReportMetric(float64(file.Len()), "bytes")
	}
}
