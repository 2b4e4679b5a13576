package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

const (
	partsOfOffice = `(?:派出分局|分局|派出机构|派出所|司法所|监管所|市场监管所|管理所|税务所|自然资源所|国土所|基层所|站所|分中心|乡镇|街道|社区|行政村|村|镇|乡|科室|股室|处室|大队|中队|支队|下属单位|直属单位|事业单位|成员单位|部门)`
	countOfParts  = `([二两三四五六七八九十]|[2-9]|1[0-9])个(` + partsOfOffice + `)`
)

var (
	// namedInBrackets finds how many parts of an office there are, and their names in brackets behind: 3个派出分局（城东、城西、高新区）.
	namedInBrackets = pattern.New(countOfParts+`（([^（）。；]+)）`,
		"中心（", "中队（", "乡镇（", "乡（", "出所（", "分局（", "务所（", "单位（", "土所（", "处室（", "大队（", "层所（", "支队（", "政村（", "机构（", "村（", "法所（", "源所（", "理所（", "社区（", "科室（", "站所（", "管所（", "股室（", "街道（", "部门（", "镇（")
	// notNames are what no list of names alone has: it is told of some of them, or of something else.
	notNames = pattern.NewWords("等 其中 含 包括 不含 除 另 详见 见 均 都 已 未 各 每 以下 简称 原 如 分别 即 统称 下同 ， ： ； “ ” 0 1 2 3 4 5 6 7 8 9 %")
	// kindsOfParts are names of kinds: 13个乡镇（街道、园区） tells that these are counted in one.
	kindsOfParts = pattern.NewWords("街道 乡镇 乡镇街道 镇街 街镇 镇 乡 园区 开发区 农场 林场 管委会 社区 居委会 村 村居 部门 单位 科室 股室 处室 站所 街办 街道办 街道办事处 办事处 中心 机关 直属单位 事业单位 企业 学校 窗口 垦区 管理区 风景区 片区 委员会 示范区")
	// largerCount ends what stands before the last digit of a larger number, or of an ordinal.
	largerCount = pattern.NewWords("第 十 百 0 1 2 3 4 5 6 7 8 9 . 至 到 — - ～ 近 约 多 几 前")
)

// partsListed is how many parts of an office a text says there are, and their names.
type partsListed struct {
	section   section
	paragraph int
	words     string
	said      int
	least     int // of the names: 和 may part two of them, or belong to one
	names     []string
	noun      string
}

// listedInBrackets lists the parts whose names stand in brackets behind how many they are.
func (in *Input) listedInBrackets() (all []partsListed) {
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			for _, m := range namedInBrackets.FindAllStringSubmatchIndex(p.Text, -1) {
				list := p.Text[m[6]:m[7]]
				names := strings.FieldsFunc(list, func(r rune) bool { return chinese.IsOneOf(r, "、和及与") })
				if largerCount.Ends(p.Text[:m[0]]) || notNames.In(list) || !areNames(names) || chinese.IsQuoted(p.Text, m[0]) {
					continue
				}
				all = append(all, partsListed{s, i, p.Text[m[0]:m[1]], smallNumber(p.Text[m[2]:m[3]]), strings.Count(list, "、") + 1, names, p.Text[m[4]:m[5]]})
			}
		}
	}
	return all
}

// areNames says whether texts are short names, and none of kinds.
func areNames(list []string) bool {
	const longest = 10 // characters
	return len(list) > 1 && !slices.ContainsFunc(list, func(name string) bool {
		length := utf8.RuneCountInString(name)
		return length < 2 || length > longest || kindsOfParts.Has(name) || !chinese.IsHanOnly(name)
	})
}

// findPartsInBrackets finds a number of parts that is not how many names stand in the brackets behind it.
func findPartsInBrackets(in *Input) []Finding {
	var found []Finding
	for _, l := range in.listedInBrackets() {
		if l.said >= l.least && l.said <= len(l.names) {
			continue
		}
		found = append(found, l.section.finding(l.paragraph, l.words,
			fmt.Sprintf("“%s”说的是%d个，括号里列出的是%d个。漏写的请补上，没有漏写的请改数目。", excerpt(l.words), l.said, len(l.names))))
	}
	return found
}
