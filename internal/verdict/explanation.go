package verdict

import (
	"fmt"
	"strings"

	"nianbao/internal/line"
)

// explanation is what is told of one thing that was asked about: lines of which each sentence stands once.
type explanation struct {
	b    strings.Builder
	told map[string]bool
}

func newExplanation() *explanation { return &explanation{told: map[string]bool{}} }

// head writes a line whatever was told.
func (x *explanation) head(format string, args ...any) {
	x.b.WriteString(line.Sprintf(format, args...) + "\n")
}

// say writes a line with a title, less what was told under that title; nothing if all of it was.
func (x *explanation) say(title, text string) {
	if text = x.fresh(title, text); text != "" {
		x.head("%s：%s", title, text)
	}
}

// list writes points under a title, less those that were told under that title.
func (x *explanation) list(title string, points []string) {
	begun := false
	for _, text := range points {
		if x.told[title+text] {
			continue
		}
		x.told[title+text] = true
		if !begun {
			x.head("%s：", title)
			begun = true
		}
		x.head("  · %s", text)
	}
}

// fresh is a text without its sentences that were told.
func (x *explanation) fresh(title, text string) string {
	var left strings.Builder
	for _, sentence := range sentencesOf(text) {
		if !x.told[title+sentence] {
			left.WriteString(sentence)
		}
		x.told[title+sentence] = true
	}
	return left.String()
}

// sentencesOf cuts a text behind the marks that end sentences; what stands in quotation marks is no sentence of its own.
func sentencesOf(text string) []string {
	var list []string
	start, inside := 0, 0
	for i, r := range text {
		switch r {
		case '“':
			inside++
		case '”':
			inside = max(0, inside-1)
		case '。', '？', '！':
			if inside == 0 {
				end := i + len(string(r))
				list = append(list, text[start:end])
				start = end
			}
		}
	}
	if start < len(text) {
		list = append(list, text[start:])
	}
	return list
}

// since tells what a later part of the explanation has under a heading; if it adds nothing, that all is the same.
func (x *explanation) since(what string, tell func()) {
	before := x.b.String()
	x.b.Reset()
	tell()
	added := x.b.String()
	x.b.Reset()
	x.b.WriteString(before)
	if added == "" {
		x.head("\n%s里也是这样。", what)
		return
	}
	x.b.WriteString(fmt.Sprintf("\n%s里不同的：\n", line.Shown(what)) + added)
}
