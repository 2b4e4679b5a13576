package svg_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/fonts"
	"nianbao/internal/model"
	"nianbao/internal/render/document"
	"nianbao/internal/render/layout"
	"nianbao/internal/render/svg"
	"nianbao/internal/sample"
)

// notes make a draft.
var notes = []document.Note{{Level: "强制", Place: "三、依申请公开!D29", Text: "总计应当是12，填的是11。"}, {Level: "核实", Place: "一、总体情况", Text: "文字说收到8件，表里是9件。"}}

// pagesOf lays a report out, as a draft if there are notes.
func pagesOf(t testing.TB, r *model.Report, notes []document.Note) *layout.Pages {
	set, err := fonts.Embedded()
	require.NoError(t, err)
	d := document.Compose(r)
	if d.Notes = notes; notes != nil {
		d.Mark = document.Draft
	}
	pages, missing := layout.Set(d, set)
	require.Empty(t, missing)
	return pages
}

func write(t testing.TB, p *layout.Page, title string) string {
	var out bytes.Buffer
	require.NoError(t, svg.Write(&out, p, title))
	return out.String()
}

// form is what an attribute of an element may say.
var form = map[string]map[string]*regexp.Regexp{
	"svg": {"xmlns": is(`http://www\.w3\.org/2000/svg`), "role": is("img"), "width": is(`\d+(\.\d+)?pt`), "height": is(`\d+(\.\d+)?pt`),
		"viewBox": is(`0 0 \d+(\.\d+)? \d+(\.\d+)?`)},
	"title": {}, "defs": {},
	"rect": {"width": is(`\d+(\.\d+)?`), "height": is(`\d+(\.\d+)?`), "fill": is("#fff")},
	"g":    {"transform": is(`scale\((\d*\.)?\d+( (\d*\.)?\d+)?\)`)},
	"path": {"id": is("[a-zA-Z]+"), "d": is(`(m[hvlqtzm \d-]*)?`), "fill": is("#([0-9a-f]{6})"), "stroke": is("#000"),
		"stroke-linecap": is("square"), "stroke-width": is(`(\d*\.)?\d+`)},
	"use": {"href": is("#[a-zA-Z]+"), "x": is(`-?\d+`), "y": is(`-?\d+`)},
}

func is(pattern string) *regexp.Regexp { return regexp.MustCompile("^(?:" + pattern + ")$") }

// vet reads an image strictly, and gives its title and how often a glyph is used.
func vet(t testing.TB, image string) (title string, used int) {
	defined := map[string]bool{}
	depth, inTitle := 0, false
	in := xml.NewDecoder(strings.NewReader(image))
	for {
		token, err := in.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		require.NoError(t, err)
		switch token := token.(type) {
		case xml.StartElement:
			attributes, ok := form[token.Name.Local]
			require.True(t, ok && token.Name.Space == "http://www.w3.org/2000/svg", "<%s>", token.Name.Local)
			require.Equal(t, depth == 0, token.Name.Local == "svg", "<svg> is the outermost element, and only that")
			for _, a := range token.Attr {
				require.True(t, a.Name.Space == "" && attributes[a.Name.Local] != nil, "%s of <%s>", a.Name.Local, token.Name.Local)
				require.Regexp(t, attributes[a.Name.Local], a.Value, "%s of <%s>", a.Name.Local, token.Name.Local)
				switch a.Name.Local {
				case "id":
					require.False(t, defined[a.Value], "two glyphs called %s", a.Value)
					defined[a.Value] = true
				case "href":
					require.True(t, defined[a.Value[1:]], "no glyph %s", a.Value)
					used++
				}
			}
			depth++
			inTitle = token.Name.Local == "title"
		case xml.EndElement:
			depth--
			inTitle = false
		case xml.CharData:
			if inTitle {
				title += string(token)
			} else {
				require.Empty(t, strings.TrimSpace(string(token)))
			}
		default:
			require.Fail(t, "what is neither element nor text", "%T", token)
		}
	}
	return title, used
}

func TestImagesHoldNothingElse(t *testing.T) {
	for name, r := range sample.Reports(t) {
		p := pagesOf(t, r, notes)
		for i := range p.Pages {
			image := write(t, &p.Pages[i], name)
			title, used := vet(t, image)
			assert.Equal(t, name, title)
			inked := 0
			for _, run := range p.Pages[i].Runs {
				for _, c := range run.Text {
					if len(run.Font.Outline(c)) > 0 {
						inked++
					}
				}
			}
			assert.Equal(t, inked, used, "%s, page %d: every character that has ink", name, i+1)
			assert.Equal(t, image, write(t, &p.Pages[i], name), "the same bytes")
		}
	}
}

// All that an image can hold, small enough to be read.
func TestWrite(t *testing.T) {
	set, err := fonts.Embedded()
	require.NoError(t, err)
	font, ok := set.Resolve(fonts.Hei, '一')
	require.True(t, ok)
	square := []fonts.Segment{{Op: fonts.MoveTo, X: 1, Y: 1}, {Op: fonts.LineTo, X: 2, Y: 1}, {Op: fonts.QuadTo, X: 2, Y: 2, CX: 2.5, CY: 1.5},
		{Op: fonts.QuadTo, X: 1, Y: 2, CX: 1.5, CY: 2.5}, {Op: fonts.LineTo, X: 1, Y: 1}, {Op: fonts.Close}}
	image := write(t, &layout.Page{
		Width: 100, Height: 50.125,
		Shapes: []layout.Shape{{Gray: 0.9, Segments: square}},
		Fills:  []layout.Fill{{X: 10, Y: 20, Width: 30.005, Height: 5, Gray: 0.5}},
		Rules: []layout.Rule{{X1: 10, Y1: 20, X2: 90, Y2: 20, Weight: 0.5}, {X1: 10, Y1: 20, X2: 10, Y2: 40, Weight: 0.5},
			{X1: 10, Y1: 40, X2: 90, Y2: 40, Weight: 1.13}},
		Runs: []layout.Run{
			{X: 20, Y: 30, Font: font, Size: 10.5, Tracking: -0.21, Stretch: 1, Text: "一 一"},
			{X: 20, Y: 45, Font: font, Size: 10.5, Stretch: 1, Text: "一"},
			{X: 60, Y: 45, Font: font, Size: 10.5, Stretch: 1.1, Text: "一"},
		},
	}, "第1页 & 共1页")
	vet(t, image)
	assert.Equal(t, `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="100pt" height="50.13pt" viewBox="0 0 100 50.13">
<title>第1页 &amp; 共1页</title>
<rect width="100" height="50.13" fill="#fff"/>
<defs>
<path d="m84-884h1840v208h-1840z" id="a"/>
</defs>
<g transform="scale(.005)">
<path d="m200 200h200q100 100 0 200t-200 0z" fill="#e6e6e6"/>
<path d="m2000 4000h6000v1000h-6000z" fill="#808080"/>
<path d="m2000 4000h16000m-16000 0v4000" stroke="#000" stroke-linecap="square" stroke-width="100"/>
<path d="m2000 8000h16000" stroke="#000" stroke-linecap="square" stroke-width="226"/>
</g>
<g transform="scale(.00525)">
<use href="#a" x="3810" y="5714"/>
<use href="#a" x="6180" y="5714"/>
<use href="#a" x="3810" y="8571"/>
</g>
<g transform="scale(.005775 .00525)">
<use href="#a" x="10390" y="8571"/>
</g>
</svg>
`, strings.ReplaceAll(image, "><", ">\n<"))
}

func TestTitlesAreText(t *testing.T) {
	for _, c := range []struct{ why, title, want string }{
		{"markup", `</title><script>alert(1)</script><image href="http://a"/>&amp;<!--`, `</title><script>alert(1)</script><image href="http://a"/>&amp;<!--`},
		{"the end of what XML takes as it is", "]]>", "]]>"},
		{"characters that XML cannot have", "第\x00\x1b\uffff页\xff", "第���页�"},
		{"none", "", ""},
	} {
		title, _ := vet(t, write(t, &layout.Page{Width: 595.276, Height: 841.89}, c.title))
		assert.Equal(t, c.want, title, c.why)
	}
}

func TestOddPages(t *testing.T) {
	set, err := fonts.Embedded()
	require.NoError(t, err)
	font, ok := set.Resolve(fonts.Song, '年')
	require.True(t, ok)
	sized := func(change func(p *layout.Page, r *layout.Run)) *layout.Page {
		p := &layout.Page{Width: 595.276, Height: 841.89}
		r := layout.Run{X: 80, Y: 80, Font: font, Size: 16, Stretch: 1, Text: "年 年"}
		change(p, &r)
		p.Runs = append(p.Runs, r)
		return p
	}
	for _, c := range []struct {
		why    string
		change func(p *layout.Page, r *layout.Run)
		used   int
		fault  string // what the error names
	}{
		{"as it should be", func(p *layout.Page, r *layout.Run) {}, 2, ""},
		{"a run without text may lack all else", func(p *layout.Page, r *layout.Run) { *r = layout.Run{X: math.NaN()} }, 0, ""},
		{"a rule, a fill and a shape of no extent", func(p *layout.Page, r *layout.Run) {
			p.Rules, p.Fills, p.Shapes = make([]layout.Rule, 1), make([]layout.Fill, 1), make([]layout.Shape, 1)
		}, 2, ""},
		{"a contour that nothing closes", func(p *layout.Page, r *layout.Run) {
			p.Shapes = []layout.Shape{{Segments: []fonts.Segment{{Op: fonts.MoveTo}, {Op: fonts.LineTo, X: 1}, {Op: fonts.LineTo}}},
				{Segments: []fonts.Segment{{Op: fonts.MoveTo}, {Op: fonts.QuadTo, X: 1, CX: 2}}}}
		}, 2, ""},
		{"a place that is no number", func(p *layout.Page, r *layout.Run) { r.X = math.NaN() }, 0, "文字"},
		{"a size without end", func(p *layout.Page, r *layout.Run) { r.Size = math.Inf(1) }, 0, "文字"},
		{"no stretch", func(p *layout.Page, r *layout.Run) { r.Stretch = 0 }, 0, "文字"},
		{"no font", func(p *layout.Page, r *layout.Run) { r.Font = nil }, 0, "文字"},
		{"a character that the font lacks", func(p *layout.Page, r *layout.Run) { r.Text = "\U0010FFFF" }, 0, "没有字符"},
		{"a rule that is no number", func(p *layout.Page, r *layout.Run) { p.Rules = []layout.Rule{{X1: math.NaN()}} }, 0, "线条"},
		{"a grey that is none", func(p *layout.Page, r *layout.Run) { p.Fills = []layout.Fill{{Gray: 2}} }, 0, "底色"},
		{"a contour that does not begin", func(p *layout.Page, r *layout.Run) {
			p.Shapes = []layout.Shape{{Segments: []fonts.Segment{{Op: fonts.LineTo}}}}
		}, 0, "图形"},
		{"paper of no size", func(p *layout.Page, r *layout.Run) { p.Width = 0 }, 0, "纸张大小"},
	} {
		var out bytes.Buffer
		err := svg.Write(&out, sized(c.change), "页")
		if c.fault != "" {
			assert.ErrorContains(t, err, c.fault, c.why)
			assert.Empty(t, out.Bytes(), c.why)
			continue
		}
		require.NoError(t, err, c.why)
		_, used := vet(t, out.String())
		assert.Equal(t, c.used, used, c.why)
	}
	failing, write := io.Pipe()
	require.NoError(t, failing.Close())
	assert.ErrorContains(t, svg.Write(write, sized(func(*layout.Page, *layout.Run) {}), ""), "没有写成")
}
