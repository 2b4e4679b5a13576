// Package filename knows what the file systems of all computers take as a file's name, and which names some of them take for one.
package filename

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"nianbao/internal/line"
)

// Longest is how many bytes a name may have (NAME_MAX of Linux; other systems take as many characters).
const Longest = 255

// Portable is a name that every file system takes, but for its length: what some refuse and what is not seen becomes _.
func Portable(name string) string {
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
	return name
}

// IsPortable tells a name that every file system takes for a file in the folder, and nothing else.
func IsPortable(name string) bool { return len(name) <= Longest && Portable(name) == name }

// Fit cuts a name that is too long at a character, so that it leaves room for so many bytes behind it. What tells it from others with the same
// beginning is put in place of the end.
func Fit(name string, tail int) string {
	if len(name)+tail <= Longest {
		return name
	}
	sum := sha256.Sum256([]byte(name))
	end := "_" + hex.EncodeToString(sum[:4])
	cut := Longest - tail - len(end)
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

// Fold is equal for two names, or paths, that some file systems take for one: in capital and small letters, or composed otherwise.
func Fold(name string) string {
	return norm.NFC.String(strings.Map(func(r rune) rune { return unicode.ToLower(unicode.ToUpper(r)) }, name))
}

// Slashed is a path with the same signs between its names on every system: what was written down on one may be read on another.
func Slashed(path string) string { return strings.ReplaceAll(path, `\`, "/") }
