package check

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// abolishedOffice is an office that there is no more, and who does its work now.
type abolishedOffice struct {
	since int // the first report year without it
	now   string
}

// abolished are the names that no office has any more; other words in which they stand are not theirs.
var abolished struct {
	once   sync.Once
	names  *pattern.Words
	byName map[string]abolishedOffice
}

func readAbolished() {
	abolished.byName = map[string]abolishedOffice{}
	var names []string
	for line := range wordLines(abolishedFile) {
		year, rest, _ := strings.Cut(line, " ")
		listed, now, _ := strings.Cut(rest, "：")
		since, err := strconv.Atoi(year)
		if err != nil {
			panic("check: abolished.txt: " + line) // a file of this program itself, which the tests read
		}
		for name := range strings.FieldsSeq(listed) {
			names = append(names, name)
			abolished.byName[name] = abolishedOffice{since, now}
		}
	}
	abolished.names = pattern.ListOf(names)
}

// formerly are words of a statement that tells of what an office was, or of what it left.
var formerly = pattern.NewWords("原 撤 并入 合并 整合 划入 划归 更名 改名 改称 改革 前身 曾 时任 历史 当时 移交 移送至 接收 档案 遗留 继续有效 失效 废止 〔")

// abolishedIn lists the offices of a text that there were no more in the report year. Titles, and years before, are of their time.
func abolishedIn(text string, year int) []wordFault {
	abolished.once.Do(readAbolished)
	if year == 0 || !abolished.names.In(text) {
		return nil
	}
	var faults []wordFault
	for _, name := range abolished.names.List() {
		office := abolished.byName[name]
		if year < office.since {
			continue
		}
		for at := range chinese.Indexes(text, name) {
			statement, start := chinese.Around(text, at, chinese.StatementEnds)
			title, _ := chinese.TitleAround(text, at)
			if title == "" && !formerly.In(statement) && !chinese.IsQuoted(text, at) && !isOfEarlier(statement, at-start, year) {
				faults = append(faults, wordFault{at, at + len(name), "“" + name + "”在机构改革中已经撤销或更名，现在是" + office.now, "", Query})
			}
		}
	}
	slices.SortFunc(faults, func(a, b wordFault) int { return a.start - b.start })
	return faults
}

// isOfEarlier says whether the last year named before a place of a statement is one before the report year.
func isOfEarlier(statement string, at, year int) bool {
	years := chinese.YearsIn(statement[:at])
	return len(years) > 0 && years[len(years)-1].Year < year
}
