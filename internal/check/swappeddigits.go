package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var (
	// allOfThem finds how many there are of things of which all are dealt with: 对46个政务新媒体实行分级管理.
	allOfThem = pattern.NewWith("对 全部 所有 现有 现存 保留的 管好 把 将", `(?:对|全部|所有|现有|现存|保留的|管好|把|将)([1-9][0-9]{1,3})([个家处])(\p{Han}{4,12})`, "个", "家", "处")
	// howMany finds any number of such things.
	howMany = pattern.New(`([1-9][0-9]{1,3})([个家处])`, "个", "家", "处")
	// ofSome end what stands before a number of other things than all that there are.
	ofSome = pattern.NewWords("年初的 年初 上年的 上年 去年的 去年 原有 原有的 原来的 净减 减少 减少了 增加 新增 注销 注销了 关停 关停了 关闭 清理 其中 由 从 抽查 检查 抽取")
)

// mostOfAll is how many numbers of all things of one kind are looked at in a report.
const mostOfAll = 20

// findDigitsSwapped finds a number of all things of one kind whose digits stand in another order where the text tells how many there are, and nowhere else
// as they stand here: 政务新媒体整合至年末的46个, then 对64个政务新媒体实行分级管理.
func findDigitsSwapped(in *Input) []Finding {
	var found []Finding
	looked := 0
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			for _, m := range allOfThem.FindAllStringSubmatchIndex(p.Text, -1) {
				if looked++; looked > mostOfAll {
					return found
				}
				said, unit := p.Text[m[2]:m[3]], p.Text[m[4]:m[5]]
				told, ofOthers, at, noun := in.toldOf(p.Text[m[6]:m[7]], unit, placeTold{s.passage.Key, i, m[2]})
				swapped := slices.IndexFunc(told, func(n string) bool { return isSwapped(n, said) })
				if swapped < 0 || slices.Contains(told, said) || slices.Contains(ofOthers, said) || chinese.IsQuoted(p.Text, m[0]) {
					continue
				}
				f := s.finding(i, said+unit+noun, fmt.Sprintf("文字写“%s”，而“%s”写的是%s%s，数字前后颠倒，请核对。", said+unit+noun, at.heading, told[swapped], unit))
				f.Actual, f.Expected, f.Compared = said, told[swapped], Comparison{Is: "这里写的是", Due: "别处写的是"}
				found = append(found, f)
			}
		}
	}
	return found
}

// placeTold is a byte of a section's paragraph.
type placeTold struct {
	section   form.Key
	paragraph int
	at        int
}

// toldOf lists how many things there are by the clauses that name them by the longest noun that words begin with, but for the number at a place, those
// that are of some of them or of another time apart, and the section of the first.
func (in *Input) toldOf(words, unit string, but placeTold) (told, ofOthers []string, at section, noun string) {
	const shortest = 4 // characters
	looked := 0
	for noun = words; utf8.RuneCountInString(noun) >= shortest; noun = strings.TrimSuffix(noun, lastRune(noun)) {
		for _, s := range in.filled() {
			for i, p := range s.paragraphs {
				for from := range chinese.Indexes(p.Text, noun) {
					if looked++; looked > mostOfAll*shortest {
						return nil, nil, at, ""
					}
					clause, start := chinese.Around(p.Text, from, chinese.ClauseEnds)
					for _, m := range howMany.FindAllStringSubmatchIndex(clause, -1) {
						ofNoun := start+m[0] > from || start+m[1] == from // 政务新媒体整合至年末的46个, 46个政务新媒体
						if !ofNoun || clause[m[4]:m[5]] != unit || but == (placeTold{s.passage.Key, i, start + m[2]}) {
							continue
						}
						if ofSome.Ends(clause[:m[0]]) {
							ofOthers = append(ofOthers, clause[m[2]:m[3]])
							continue
						}
						if told == nil {
							at = s
						}
						told = append(told, clause[m[2]:m[3]])
					}
				}
			}
		}
		if told != nil {
			return told, ofOthers, at, noun
		}
	}
	return nil, nil, at, ""
}
