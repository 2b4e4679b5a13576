package svg

import (
	"fmt"
	"unicode/utf8"

	"nianbao/fonts"
	"nianbao/internal/render/layout"
)

// glyph is a character of a font as the page's runs use it.
type glyph struct {
	id      string // empty if there is nothing to paint
	outline []fonts.Segment
	advance float64 // in thousandths of the size
}

// glyphs are those of one page, each once, in the order of their first use.
type glyphs struct {
	all []*glyph
	of  map[*fonts.Font]map[rune]*glyph
}

// collectGlyphs finds the glyphs of the runs.
func collectGlyphs(runs []layout.Run) (*glyphs, error) {
	g := &glyphs{of: make(map[*fonts.Font]map[rune]*glyph)}
	for _, run := range runs {
		if run.Text == "" {
			continue
		}
		of, ok := g.of[run.Font]
		if !ok {
			of = make(map[rune]*glyph)
			g.of[run.Font] = of
		}
		for _, r := range run.Text {
			if of[r] != nil {
				continue
			}
			if _, ok := run.Font.Glyph(r); !ok {
				return nil, fmt.Errorf("字体 %s 没有字符 %q，不能显示这一页。这是程序的错误，请把填报表发给维护者", run.Font.Name(), r)
			}
			of[r] = g.add(run.Font, r)
		}
	}
	return g, nil
}

func (g *glyphs) add(font *fonts.Font, r rune) *glyph {
	added := &glyph{outline: font.Outline(r), advance: float64(font.Advance(r))}
	if len(added.outline) > 0 {
		added.id = id(len(g.all))
		g.all = append(g.all, added)
	}
	return added
}

// length is about how many bytes an image takes.
func (g *glyphs) length(p *layout.Page) int {
	const step, path, use, rule, rest = 7, 24, 36, 16, 512 // bytes
	n := rest + rule*len(p.Rules)
	for _, run := range p.Runs {
		n += use * utf8.RuneCountInString(run.Text)
	}
	for _, one := range g.all {
		n += path + step*len(one.outline)
	}
	return n
}

// id is the shortest name for the number: a, b … z, A … Z, ba, bb …
func id(number int) string {
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	last := letters[number%len(letters)]
	if number < len(letters) {
		return string(last)
	}
	return id(number/len(letters)) + string(last)
}
