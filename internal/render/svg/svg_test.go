package svg_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
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
	d.Draft, d.Notes = notes != nil, notes
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
	"path": {"id": is("[a-zA-Z]+"), "d": is(`(m-?\d+[ -]\d*[hvlqtzm \d-]*)*`), "fill": is("#([0-9a-f]{6})"), "stroke": is("#000"),
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
		for _, notes := range [][]document.Note{nil, notes} {
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
}
