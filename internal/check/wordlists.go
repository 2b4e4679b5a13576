package check

import (
	"embed"
	"iter"
	"strings"
)

//go:embed words/*.txt
var wordFiles embed.FS

// wordFile is the text of a file of words.
func wordFile(name string) string {
	data, err := wordFiles.ReadFile("words/" + name)
	if err != nil {
		panic("check: " + err.Error())
	}
	return string(data)
}

// wordLines are the lines of a file of words but those that start with # and a blank, which say where the words come from and when they are
// looked for.
func wordLines(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for line := range strings.Lines(text) {
			line = strings.TrimSuffix(line, "\n")
			if line != "" && line != "#" && !strings.HasPrefix(line, "# ") && !yield(line) {
				return
			}
		}
	}
}

// wordLists reads a file of words, one a line: a list behind each name in brackets ([名称]).
func wordLists(name string) map[string][]string {
	lists, list := map[string][]string{}, ""
	for line := range wordLines(wordFile(name)) {
		if strings.HasPrefix(line, "[") {
			list = strings.Trim(line, "[]")
			continue
		}
		lists[list] = append(lists[list], line)
	}
	return lists
}
