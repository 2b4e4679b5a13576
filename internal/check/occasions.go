package check

import (
	"fmt"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

const (
	someTimes   = `([0-9]+|[一二两三四五六七八九十]{1,3})(次|期|场|批|轮)`
	aMonth      = `(?:[0-9]{4}年)?(?:[0-9]{1,2}月(?:[0-9]{1,2}日|[上中下]旬|份|[初底末中])?|第?[一二三四]季度)`
	months      = aMonth + `(?:[、和及与]` + aMonth + `)+`
	wholeTime   = `(?:全年|年内|年度|今年|共|累计)`
	carryingOut = `(?:开展|召开|组织|举办|进行|编发|更新|听取)?`
)

var (
	// datedOccasions finds when each of a number of occasions was: 培训4次，分别于3月、6月各1次.
	datedOccasions = pattern.NewWith("月、 日、 旬、 份、 初、 底、 末、 中、 度、 月和 日和 旬和 份和 初和 底和 末和 中和 度和 "+
		"月及 日及 旬及 份及 初及 底及 末及 中及 度及 月与 日与 旬与 份与 初与 底与 末与 中与 度与",
		someTimes+`[^，。；：0-9]{0,12}(?:，?(分别)[^，。；0-9]{0,6}(?:于|在|是|为)|，?(?:于|在)|（)(`+months+`)(各?)(?:[^，。；）0-9一二两三]{0,8}`+someTimes+`)?`,
		"月", "季度")
	// regularOccasions finds how often something was done in each month or quarter, and how often in all, either way round.
	regularOccasions = pattern.New(`每(个?月|个?季度|半年)([^，。；0-9]{0,12}?)`+someTimes+`([^，。；0-9]{0,8})，[^，。；0-9]{0,8}?`+wholeTime+`([^，。；0-9]{0,8}?)`+someTimes+
		`|`+wholeTime+`([^，。；0-9]{0,12})`+someTimes+`([^，。；0-9]{0,12})，[^，。；0-9]{0,4}每(个?月|个?季度|半年)([^，。；0-9]{0,8}?)`+someTimes, "每月", "每个月", "每季度", "每个季度", "每半年")
	// eachPeriod finds how often something was done in all, and right behind it how often in each month or quarter: 召开推进会4次，每季度1次.
	eachPeriod = pattern.NewWith("每月 每个月 每季度 每个季度 每半年", someTimes+`[，（]每(个?月|个?季度|半年)`+carryingOut+someTimes+`(?:[，。；）]|$)`, "次", "期", "场", "批", "轮")
	// ofPartOfYear are words of a sentence that does not tell of a whole year, or tells of more occasions.
	ofPartOfYear = pattern.NewWords("每 半年 季度 月 以来 另 其余 此外 不定期 临时 同时 以及 除")
	// carriedOut are words for doing whatever was done.
	carriedOut = pattern.NewWords("共 开展 组织 举办 召开 进行 累计 集中 统一 了 定期 固定 合计 计")
	// atLeast stand where more or fewer are meant as well.
	atLeast = pattern.NewWords("至少 不少于 以上 不低于 原则上 约 余 左右 逢 起 除 要求 应 计划")
)

// findOccasionsCounted finds more or fewer occasions than the months or quarters come to that are told of them.
func findOccasionsCounted(in *Input) []Finding {
	var found []Finding
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			find := func(m []int, said, told int) {
				statement, _ := chinese.Around(p.Text, m[0], chinese.StatementEnds)
				if said == told || said == 0 || told == 0 || atLeast.In(statement) || chinese.IsQuoted(p.Text, m[0]) {
					return
				}
				words := strings.TrimRight(p.Text[m[0]:m[1]], "，；。")
				found = append(found, s.finding(i, words, fmt.Sprintf("“%s”说的是%d，列出的时间算下来是%d，请核对。", excerpt(words), said, told)))
			}
			for _, m := range datedOccasions.FindAllStringSubmatchIndex(p.Text, -1) {
				if said, told, sure := occasionsOn(p.Text, m); sure {
					find(m, said, told)
				}
			}
			regular := regularOccasions.FindAllStringSubmatchIndex(p.Text, -1)
			for _, m := range regular {
				if said, told, sure := regularly(p.Text, m); sure {
					find(m, said, told)
				}
			}
			for _, m := range eachPeriod.FindAllStringSubmatchIndex(p.Text, -1) {
				for len(regular) > 0 && regular[0][1] <= m[0] {
					regular = regular[1:]
				}
				if said, told, sure := inEachPeriod(p.Text, m); sure && !(len(regular) > 0 && regular[0][0] < m[1]) { // which were looked at already
					find(m, said, told)
				}
			}
		}
	}
	return found
}

// occasionsOn counts the occasions that are said and those that are told by their months, where a match leaves no doubt of them.
func occasionsOn(text string, m []int) (said, told int, sure bool) {
	part := func(n int) string { return text[max(0, m[2*n]):max(0, m[2*n+1])] }
	dates := strings.FieldsFunc(part(4), func(r rune) bool { return chinese.IsOneOf(r, "、和及与") })
	each, behind := part(5) != "", text[m[9]:]
	switch {
	case part(7) != "" && part(7) != part(2), chinese.StartsWithAny(behind, []string{"等", "至", "到", "-", "—", "～", "~", "、"}):
		return 0, 0, false
	case each && part(6) != "":
		return occasions(part(1) + part(2)), len(dates) * occasions(part(6)+part(7)), true
	case each:
		return occasions(part(1) + part(2)), len(dates), part(3) != ""
	}
	inBracket := strings.HasPrefix(behind, "）") && strings.HasSuffix(text[:m[8]], "（")
	return occasions(part(1) + part(2)), len(dates), part(6) == "" && (part(3) != "" || inBracket)
}

// regularly counts the occasions of a year that are said and those that its months or quarters come to, where both are of the same.
func regularly(text string, m []int) (said, told int, sure bool) {
	part := func(n int) string { return text[max(0, m[2*n]):max(0, m[2*n+1])] }
	period, one, all, done, doneInAll := part(1), part(3)+part(4), part(7)+part(8), part(2)+part(5), part(6)
	if period == "" {
		period, one, all, done, doneInAll = part(13), part(15)+part(16), part(10)+part(11), part(9)+part(12), part(14)
	}
	same := part(4) == part(8) && part(11) == part(16) && strings.Contains(done, carriedOut.Without(doneInAll))
	return occasions(all), occasions(one) * periodsOfYear(period), same
}

// inEachPeriod counts the occasions of a year that are said and those that its months or quarters come to. Twice or three times as many may have been
// at several places.
func inEachPeriod(text string, m []int) (said, told int, sure bool) {
	part := func(n int) string { return text[m[2*n]:m[2*n+1]] }
	said, told = occasions(part(1)+part(2)), occasions(part(4)+part(5))*periodsOfYear(part(3))
	statement, start := chinese.Around(text, m[0], chinese.StatementEnds)
	beside := statement[:m[0]-start] + statement[min(len(statement), m[1]-start):]
	return said, told, part(2) == part(5) && told > 0 && !(said > told && said%told == 0) && !ofPartOfYear.In(beside)
}

// occasions is a number of them as it is written with its unit, 0 for one that leaves something open.
func occasions(written string) int {
	n, _ := chinese.ReadNumeral(written)
	if n.Rough {
		return 0
	}
	return int(n.Value.IntPart())
}

func periodsOfYear(period string) int {
	switch strings.TrimPrefix(period, "个") {
	case "月":
		return 12
	case "季度":
		return 4
	}
	return 2
}
