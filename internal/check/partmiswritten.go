package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// findPartMiswritten finds a name that differs by one character from one of those that a text lists as all parts of an office, where it stands among the others of
// them in the place of that: 滨湾分局52件、南峪分局41件.
func findPartMiswritten(in *Input) []Finding {
	var found []Finding
	lists := append(in.listedBefore(), in.listedInBrackets()...)
	const most = 5 // lists of one report
	for _, l := range lists[:min(len(lists), most)] {
		if len(l.names) == l.said {
			found = append(found, in.partMiswritten(l)...)
		}
	}
	return found
}

// listedBefore lists the parts whose names stand before how many they are, where as many names as are said stand there.
func (in *Input) listedBefore() (all []partsListed) {
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			for _, m := range namedBefore.FindAllStringSubmatchIndex(p.Text, -1) {
				clause, start := chinese.Around(p.Text, m[0], chinese.ClauseEnds)
				names := strings.FieldsFunc(clause[:m[0]-start], func(r rune) bool { return chinese.IsOneOf(r, "、和及与") })
				said := smallNumber(p.Text[m[2]:m[3]])
				if len(names) < said || said < 2 || largerCount.Ends(p.Text[:m[0]]) {
					continue
				}
				names = names[len(names)-said:] // 统计口径为局机关及滨湾、南屿、古塘、云浦
				if areNames(names) {
					all = append(all, partsListed{s, i, p.Text[m[0]:m[1]], said, said, names, p.Text[m[4]:m[5]]})
				}
			}
		}
	}
	return all
}

func (in *Input) partMiswritten(l partsListed) (found []Finding) {
	suffix := strings.TrimPrefix(strings.TrimPrefix(l.noun, "派出"), "行政")
	if suffix == "机构" || suffix == "乡镇" {
		return nil // which have other names
	}
	var names []string
	for _, name := range l.names {
		names = append(names, strings.TrimSuffix(name, suffix))
	}
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			for statement := range strings.FieldsFuncSeq(p.Text, func(r rune) bool { return chinese.IsOneOf(r, chinese.StatementEnds) }) {
				if wrong, right := misnamed(statement, names, suffix); wrong != "" {
					found = append(found, s.finding(i, wrong+suffix, fmt.Sprintf("“%s”应是“%s”：“%s”列出的%d个里没有“%s”。请改正。", wrong+suffix, right+suffix, l.section.heading, l.said, wrong)))
				}
			}
		}
	}
	return found
}

// misnamed finds, in a statement that names others of them, a name that none of them has, and the one that it is but for a character.
func misnamed(statement string, names []string, suffix string) (wrong, right string) {
	others := 0
	for _, name := range names {
		if strings.Contains(statement, name+suffix) {
			others++
		}
	}
	if others == 0 || len(suffix) < len("分局") {
		return "", ""
	}
	for at := range chinese.Indexes(statement, suffix) {
		for _, name := range names {
			from := at - len(name)
			if from < 0 || strings.Contains(statement, name+suffix) {
				continue
			}
			if written := statement[from:at]; utf8.ValidString(written) && !slices.Contains(names, written) && differInOne(written, name) && opensName.Ends(statement[:from]) {
				return written, name
			}
		}
	}
	return "", ""
}

// differInOne says whether two names have as many characters, at least two, and all but one of them alike, which tells no side or rank.
func differInOne(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) != len(y) || len(x) < 2 {
		return false
	}
	differ := 0
	for i := range x {
		if x[i] != y[i] {
			differ++
			if chinese.IsOneOf(x[i], sides) || chinese.IsOneOf(y[i], sides) {
				return false
			}
		}
	}
	return differ == 1
}

// sides are characters by which names of their own differ: 城东, 城西.
const sides = "东西南北中上下前后大小新老内外一二三四五六七八九十"

// opensName ends what stands before a name in a row.
var opensName = pattern.NewWords("、 ， ： （ ； 和 及 与 由 在 对")

// namedBefore finds how many there are behind their names: 滨湾、南屿、古塘、云浦4个派出分局.
var namedBefore = pattern.New(countOfParts,
	"个派出分局", "个分局", "个派出机构", "个派出所", "个司法所", "个监管所", "个市场监管所", "个管理所", "个税务所", "个自然资源所", "个国土所", "个基层所", "个站所", "个分中心", "个乡镇", "个街道", "个社区", "个行政村", "个村", "个镇", "个乡", "个科室", "个股室", "个处室", "个大队", "个中队", "个支队", "个下属单位", "个直属单位", "个事业单位", "个成员单位", "个部门")
