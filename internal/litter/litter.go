// Package litter tells what programs and systems leave in folders from the files that people put there, by their names.
package litter

import (
	"path"
	"strings"
)

// LockPrefix begins the names of the files by which office programs mark what they have open.
const LockPrefix = "~$"

// IsFile tells hidden files, and those by which office programs mark what they have open.
func IsFile(name string) bool {
	return strings.HasPrefix(name, ".") || strings.HasPrefix(name, LockPrefix)
}

// IsFolder tells hidden folders, those that Windows keeps on each disk, a stick too (what was deleted, and what people may not open), and the
// one that belongs to a web page which was saved whole: 年报_files or 年报.files beside 年报.html. hasBeside says whether something of a name
// lies beside the folder.
func IsFolder(name string, hasBeside func(name string) bool) bool {
	return strings.HasPrefix(name, ".") || strings.EqualFold(name, "$RECYCLE.BIN") || strings.EqualFold(name, "System Volume Information") ||
		isOfPage(name, hasBeside)
}

func isOfPage(folder string, hasBeside func(name string) bool) bool {
	for _, suffix := range []string{"_files", ".files", "_file"} {
		page, found := strings.CutSuffix(folder, suffix)
		if found && (hasBeside(page+".html") || hasBeside(page+".htm")) {
			return true
		}
	}
	return false
}

// Among tells which of some files are litter, or lie in a folder that is: the paths of all that lie in a few folders, from these on, parted
// by slashes. A folder that stands at the head of a path was named itself, and is none.
func Among(paths []string) (litter []int) {
	there := map[string]bool{}
	for _, p := range paths {
		there[p] = true
	}
	folders := map[string]bool{} // whether they are litter, or below such
	var isBelow func(folder string) bool
	isBelow = func(folder string) bool {
		above, name := path.Split(folder)
		above = strings.TrimSuffix(above, "/")
		if above == "" {
			return false
		}
		is, known := folders[folder]
		if !known {
			is = IsFolder(name, func(name string) bool { return there[path.Join(above, name)] }) || isBelow(above)
			folders[folder] = is
		}
		return is
	}
	for i, p := range paths {
		folder, name := path.Split(p)
		if IsFile(name) || isBelow(strings.TrimSuffix(folder, "/")) {
			litter = append(litter, i)
		}
	}
	return litter
}
