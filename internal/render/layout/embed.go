package layout

import (
	"errors"
	"fmt"
	"slices"

	"nianbao/fonts"
)

// Check refuses pages that no file of a format can show. Layout makes no such pages: each is a fault of the program.
func (p *Pages) Check(format string) error {
	const told = "的%s无效，不能生成 %s。这是程序的错误，请把填报表发给维护者"
	if len(p.Pages) == 0 {
		return errors.New("没有可以生成 " + format + " 的页面")
	}
	for i := range p.Pages {
		if part := p.Pages[i].Fault(); part != "" {
			return fmt.Errorf("第%d页%s"+told, i+1, part, "数值", format)
		}
	}
	for _, b := range p.Outline {
		if b.Page < 0 || b.Page >= len(p.Pages) || !Drawable(b.Y) {
			return fmt.Errorf("书签“%s”"+told, b.Title, "位置", format)
		}
	}
	return nil
}

// UsedFont is a font and the characters that pages show of it, sorted, each once.
type UsedFont struct {
	Font  *fonts.Font
	Runes []rune
}

// Fonts are those that the pages use, in the order of their first use, to be embedded into a file of a format. A font that must not be
// embedded is an error.
func (p *Pages) Fonts(format string) ([]UsedFont, error) {
	var used []UsedFont
	index := map[*fonts.Font]int{}
	seen := map[*fonts.Font]map[rune]bool{}
	for i := range p.Pages {
		for _, run := range p.Pages[i].Runs {
			if run.Text == "" {
				continue
			}
			if seen[run.Font] == nil {
				if !run.Font.Embeddable() {
					return nil, fmt.Errorf("字体 %s 的版权设置不允许嵌入文件，不能用来生成 %s，请换一种字体", run.Font.Name(), format)
				}
				index[run.Font], seen[run.Font] = len(used), map[rune]bool{}
				used = append(used, UsedFont{Font: run.Font})
			}
			for _, r := range run.Text {
				if !seen[run.Font][r] {
					seen[run.Font][r] = true
					used[index[run.Font]].Runes = append(used[index[run.Font]].Runes, r)
				}
			}
		}
	}
	for _, u := range used {
		slices.Sort(u.Runes)
	}
	return used, nil
}
