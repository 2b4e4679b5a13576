package docx

import (
	"slices"
	"strings"

	"nianbao/internal/published/page"
)

// running are what the heads and feet of the sheets say, line by line, each once. Parts that cannot be read are left out, as Word does.
func (in *reader) running(p *pack) (lines []string) {
	links, err := p.Relationships(p.Main())
	if err != nil {
		return nil
	}
	for _, l := range links {
		if l.Kind() != "header" && l.Kind() != "footer" {
			continue
		}
		part, err := p.read(l.Target)
		if err != nil || part == nil {
			continue
		}
		inside := in.inside()
		inside.readBlocks(part)
		for _, b := range inside.blocks {
			texts := []string{b.Text}
			if b.Table != nil {
				for _, c := range b.Table.Cells {
					texts = append(texts, c.Text)
				}
			}
			for _, text := range texts {
				if text = strings.TrimSpace(text); text != "" && !slices.Contains(lines, text) && len(lines) < page.MostRunning {
					lines = append(lines, text)
				}
			}
		}
	}
	return lines
}
