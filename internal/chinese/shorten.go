package chinese

import "strings"

// Clip keeps the first characters of a text.
func Clip(text string, characters int) string {
	for i := range text {
		if characters == 0 {
			return text[:i]
		}
		characters--
	}
	return text
}

// Shortened is a text of at most so many characters; …… stands for the others.
func Shortened(text string, characters int) string {
	if kept := Clip(text, characters); len(kept) < len(text) {
		return kept + "……"
	}
	return text
}

// Listed joins names: of many the first, and 等 for the others.
func Listed(names []string, most int) string {
	if len(names) <= most {
		return strings.Join(names, "、")
	}
	return strings.Join(names[:most], "、") + "等"
}

// Quoted puts names into quotation marks, which part them: “清溪镇人民政府”“石桥镇人民政府”. There is at least one.
func Quoted(names []string) string { return "“" + strings.Join(names, "”“") + "”" }

// LacksLetters says whether a text is the whole one with letters missing.
func LacksLetters(text, whole string) bool {
	return len(text) < len(whole) && Abbreviates(text, whole)
}
