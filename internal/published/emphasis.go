package published

import (
	"fmt"
	"strings"
	"unicode"

	"nianbao/internal/chinese"
	"nianbao/internal/model"
)

// paragraphs are those of a passage, with their places. Line breaks part paragraphs.
func paragraphs(passage string, list []Paragraph) []model.Paragraph {
	texts, bold := make([]string, len(list)), make([][]chinese.Range, len(list))
	for i, p := range list {
		texts[i], bold[i] = p.Text, p.Bold
	}
	var out []model.Paragraph
	for i, text := range emphasized(texts, bold) {
		place := model.Place{Ref: fmt.Sprintf("%s“%s”第%d段", list[i].Place, passage, len(out)+1)}
		out = append(out, model.SplitParagraphs(text, place)...)
	}
	return out
}

// emphasized are the paragraphs of a passage with the words marked that stand out in them: those in bold type, where all else is not.
// Headings have a look of their own, and whatever is bold throughout may be a heading, or an editor's accident.
func emphasized(texts []string, bold [][]chinese.Range) []string {
	marked := make([]string, len(texts))
	for i, h := range chinese.Outline(texts, false) {
		marked[i] = texts[i]
		var words []chinese.Range
		for _, r := range bold[i] {
			if r.Start = max(r.Start, h.Lead); r.Start < r.End {
				words = append(words, r)
			}
		}
		if plain := !isAll(texts[i][h.Lead:], chinese.Within(words, chinese.Range{Start: h.Lead, End: len(texts[i])})); plain {
			marked[i], _ = chinese.Emphasize(texts[i], words)
		}
	}
	return marked
}

// isAll says whether ranges, which stand in order, hold all letters and digits of a text.
func isAll(text string, ranges []chinese.Range) bool {
	telling := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
	done := 0
	for _, r := range ranges {
		if strings.ContainsFunc(text[done:r.Start], telling) {
			return false
		}
		done = r.End
	}
	return !strings.ContainsFunc(text[done:], telling)
}

// shownAs are paragraphs as their pages show them: without the asterisks around words in bold type, and as such pages read back.
func shownAs(printed []string) (plain, read []string) {
	bold := make([][]chinese.Range, len(printed))
	for i, text := range printed {
		text, bold[i] = chinese.ReadEmphasis(text)
		plain = append(plain, text)
	}
	return plain, emphasized(plain, bold)
}
