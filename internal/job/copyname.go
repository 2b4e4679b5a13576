package job

import (
	"path/filepath"
	"strconv"
	"strings"

	"nianbao/internal/filename"
)

// What the names of copies end in, before the extension. The second of a kind has 2 behind it, and so on: 填报_校验2.
const (
	markedSuffix  = "_校验"
	changedSuffix = "_修改"
	filledSuffix  = "_已填"
)

// copyTail is the longest that is put behind the name of a workbook for a copy: names are shortened for it, so that all copies of one begin alike.
const copyTail = len(markedSuffix + "99" + macroWorkbook)

// mostCopies is the highest number of a copy; what is higher is a year, or anything else that a clerk put there.
const mostCopies = 99

// MarkedBeside is the name of the marked copy of a file: 填报_校验.xlsx of 填报.xlsx, and 填报_校验2.xlsx of 填报_校验.xlsx.
func MarkedBeside(file string) string {
	return filepath.Join(filepath.Dir(file), copyName(file, markedSuffix))
}

// MendedBeside is the name of the mended copy of a file: 填报_修改.xlsx of 填报.xlsx.
func MendedBeside(file string) string {
	return filepath.Join(filepath.Dir(file), copyName(file, changedSuffix))
}

// FilledBeside is the name of somebody else's form once it is filled in: 市里的表_已填.xlsx of 市里的表.xlsx.
func FilledBeside(form string) string {
	suffix := filledSuffix + CopyExtension(form)
	return filepath.Join(filepath.Dir(form), filename.Fit(Stem(form), len(suffix))+suffix)
}

// Extensions of workbooks: the second is that of one that may hold macros.
const (
	plainWorkbook = ".xlsx"
	macroWorkbook = ".xlsm"
)

// CopyExtension ends the name of a copy of a file. What stands in a workbook with macros says so, and Excel opens it under no other name.
func CopyExtension(file string) string {
	if strings.EqualFold(filepath.Ext(file), macroWorkbook) {
		return macroWorkbook
	}
	return plainWorkbook
}

// copyName is the name of the next copy of a kind.
func copyName(file, suffix string) string {
	base, number := Stem(file), 0
	for {
		of, n := cutSuffix(base, suffix)
		if n == 0 || of == "" || number+n >= mostCopies {
			break
		}
		base, number = of, number+n
	}
	if number > 0 {
		suffix += strconv.Itoa(number + 1)
	}
	return filename.Fit(base, copyTail) + suffix + CopyExtension(file)
}

// cutSuffix takes the mark of a copy and its number off a name without extension; the number is 0 where there is none.
func cutSuffix(stem, suffix string) (of string, number int) {
	digits := len(stem)
	for digits > 0 && '0' <= stem[digits-1] && stem[digits-1] <= '9' {
		digits--
	}
	of, ok := strings.CutSuffix(stem[:digits], suffix)
	if !ok {
		return stem, 0
	}
	if digits == len(stem) {
		return of, 1
	}
	if number, _ = strconv.Atoi(stem[digits:]); number > mostCopies || stem[digits] == '0' {
		return stem, 0
	}
	return of, number
}

// Lineage is what the name of a file tells of the copies between it and the workbook that the first was made from.
type Lineage struct {
	First string // path of the workbook, without its extension, that the first copy has its name from; the file's own for none
	Step  int    // 0 for none, 1 for a copy of that, 2 for a copy of the copy
}

// LineageOf reads a file's name.
func LineageOf(file string) Lineage {
	l := Lineage{First: filepath.Clean(strings.TrimSuffix(file, filepath.Ext(file)))}
	for {
		of, n := cutSuffix(l.First, markedSuffix)
		if n == 0 {
			of, n = cutSuffix(l.First, changedSuffix)
		}
		if n == 0 || of == "" || strings.HasSuffix(of, string(filepath.Separator)) {
			dir, name := filepath.Split(l.First)
			l.First = dir + filename.Fit(name, copyTail) // as the names of its copies have it
			return l
		}
		l.First, l.Step = of, l.Step+n
	}
}
