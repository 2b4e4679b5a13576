package job

import "strings"

// FileName is a name that every file system takes: what some refuse becomes _.
func FileName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '_'
		}
		return r
	}, name)
	if name == "" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") {
		name = "_" + name
	}
	return name
}
