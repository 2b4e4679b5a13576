package chinese

import "strings"

// Sentences cuts a text behind the marks that end its sentences, and behind what closes there: 好。”
func Sentences(text string) (list []string) {
	start, ended := 0, false
	for at, r := range text {
		if ended && !IsCloser(r) && !strings.ContainsRune("。！？", r) {
			list, start, ended = append(list, text[start:at]), at, false
		}
		ended = ended || strings.ContainsRune("。！？", r)
	}
	if start < len(text) {
		list = append(list, text[start:])
	}
	return list
}
