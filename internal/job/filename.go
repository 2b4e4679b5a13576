package job

import (
	"fmt"
	"path/filepath"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/filename"
	"nianbao/internal/pattern"
	"nianbao/internal/render/document"
)

// fragmentMark says behind the report's title, in the name of a page, that it is the content alone, for pasting.
const fragmentMark = "（正文）"

// markInName is what the name of a page says of it that is not final, which never takes the name of the report itself: （草稿）,
// （送审稿第2稿K7QM2X9D）; "" for the final one.
func markInName(m document.Mark) string {
	switch {
	case m == document.Mark{}:
		return ""
	case m.Number == 0:
		return "（" + m.Word + "）"
	}
	return fmt.Sprintf("（%s第%d稿%s）", m.Word, m.Number, m.Code)
}

// inName finds such a mark, with the number and the code of a review copy.
var inName = pattern.New(`（(?:草稿|以前[0-9]*|送审稿第([0-9]{1,3})稿([0-9A-Z]{8}))）$`)

// longestTail is the longest that is put behind a name made by FileName: marks, and an extension. What stands behind that of a review copy
// is longer.
const (
	longestTail   = len(fragmentMark + "（草稿）.html")
	longestReview = len(fragmentMark + "（送审稿第999稿ABCDEFGH）.html")
)

// FileName is a name that every file system takes, with room for marks and an extension behind it.
func FileName(name string) string { return filename.Fit(filename.Portable(name), longestTail) }

// Stem is the name of a file without its folder and extension.
func Stem(file string) string { return strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)) }

// WithFile is a unit and its file in a sentence.
func WithFile(unit, file string) string { return unit + "（" + filepath.Base(file) + "）" }

// WithFiles is a unit and its files in a sentence.
func WithFiles(unit string, files []string) string {
	return unit + "（" + chinese.Listed(NamesApart(files), MostFiles) + "）"
}

// MostFiles is how many files a sentence names.
const MostFiles = 5

// NamesApart are the names of files without their folders, but for as many of these as it takes to tell one from the other.
func NamesApart(files []string) []string {
	names := make([]string, len(files))
	for depth := 1; ; depth++ {
		seen, cut := map[string]bool{}, false
		for i, file := range files {
			parts := strings.Split(filepath.ToSlash(file), "/")
			names[i] = strings.Join(parts[max(0, len(parts)-depth):], "/")
			seen[names[i]] = true
			cut = cut || len(parts) > depth
		}
		if len(seen) == len(files) || !cut {
			return names
		}
	}
}
