package check

import (
	"embed"
	"strings"
)

//go:embed words/*.txt
var wordFiles embed.FS

// wordLists reads a file of words: a list behind each name in brackets ([名称]), a word a line; lines that start with # say
// where the words come from and when they are looked for.
func wordLists(file string) map[string][]string {
	data, err := wordFiles.ReadFile("words/" + file)
	if err != nil {
		panic("check: " + err.Error())
	}
	lists, name := map[string][]string{}, ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "["):
			name = strings.Trim(line, "[]")
		default:
			lists[name] = append(lists[name], line)
		}
	}
	return lists
}
