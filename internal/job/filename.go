package job

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"nianbao/internal/chinese"
	"nianbao/internal/line"
	"nianbao/internal/pattern"
	"nianbao/internal/render/document"
)

// maxName is how many bytes a name may have (NAME_MAX of Linux; other systems take as many characters).
const maxName = 255

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

// FileName is a name that every file system takes, with room for the extension behind it: what some refuse and what is not seen
// becomes _, and one that is too long is cut at a character. What tells it from others with the same beginning is put in place of
// the end.
func FileName(name string) string {
	name = strings.Map(func(r rune) rune {
		if line.Hidden(r) || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '_'
		}
		return r
	}, name)
	if name == "" || strings.HasPrefix(name, ".") || strings.HasPrefix(name, "~$") || isDevice(name) {
		name = "_" + name
	}
	if kept := strings.TrimRight(name, ". "); kept != name { // which Windows would drop
		name = kept + strings.Repeat("_", len(name)-len(kept))
	}
	return fit(name, longestTail)
}

// fit shortens a name so that it leaves room for so many bytes behind it.
func fit(name string, tail int) string {
	if len(name)+tail <= maxName {
		return name
	}
	sum := sha256.Sum256([]byte(name))
	end := "_" + hex.EncodeToString(sum[:4])
	cut := maxName - tail - len(end)
	for back := 0; back < utf8.UTFMax; back++ { // a name that is no UTF-8 is cut anywhere
		if utf8.RuneStart(name[cut-back]) {
			cut -= back
			break
		}
	}
	return name[:cut] + end
}

// isDevice says whether Windows takes a name for a device, whatever its extension:
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file.
func isDevice(name string) bool {
	stem, _, _ := strings.Cut(name, ".")
	stem = strings.ToUpper(strings.TrimRight(stem, " "))
	switch stem {
	case "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$":
		return true
	}
	number, port := strings.CutPrefix(stem, "COM")
	if !port {
		number, port = strings.CutPrefix(stem, "LPT")
	}
	return port && utf8.RuneCountInString(number) == 1 && strings.Contains("0123456789¹²³", number)
}

// SameName is equal for two names that some file systems take for one: in capital and small letters, or composed otherwise.
func SameName(path string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune { return unicode.ToLower(unicode.ToUpper(r)) }, path))
}

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
