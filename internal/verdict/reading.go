package verdict

import (
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/line"
)

// tellReading tells sentence by sentence what was read of the texts.
func tellReading(b *strings.Builder, sentences []check.Sentence) {
	b.WriteString("\n【文字里读到的数】\n")
	if len(sentences) == 0 {
		b.WriteString("  没有读到数。\n")
	}
	for _, s := range sentences {
		b.WriteString(line.Sprintf("  %s　第%d段　“%s”\n", s.Section, s.Paragraph, s.Words))
		for _, said := range s.Said {
			what := said.Words
			if said.Name != "" {
				what = said.Name + "：" + what
			}
			b.WriteString(line.Sprintf("        %s（%s）\n", what, said.Held))
		}
	}
}
