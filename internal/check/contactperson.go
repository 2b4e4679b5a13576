package check

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/pattern"
)

var (
	contactLabel = pattern.Built(func() string {
		return `(?:` + strings.Join(contactWords.list("联系人"), "|") + `)(?:[：:为是]|\s)*(\p{Han}+)`
	}, "人", "员")
	hanRuns    = pattern.New(`\p{Han}+`)
	phoneLabel = pattern.New(`(?:，|的)?(?:联系|办公|值班|咨询)?(?:电话|手机|传真|座机)号?码?$`)
	nameless   = pattern.Built(func() string { return `[` + strings.Join(surnames(1), "") + `]某{1,2}` }, "某")
)

// personsIn names a person whom a contact names. Two or three characters are not taken for a name because they might be one (石桥,
// 党政办): only behind a label, or before what people are called by.
func personsIn(typed string) []string {
	name := nameless.FindString(typed)
	for _, m := range contactLabel.FindAllStringSubmatch(typed, -1) {
		if run := phoneLabel.ReplaceAllString(m[1], ""); isPersonsName(run) || isAddressed(run) {
			name = run
		}
	}
	for _, run := range hanRuns.FindAllString(typed, -1) {
		if isAddressed(run) {
			name = run
		}
	}
	if name == "" {
		return nil
	}
	return []string{"“" + name + "”像是个人，报告要公开，请只写单位或者科室"}
}

// personsBeside names a person whose name stands alone beside the number, where a word can hardly be anything else: 0871-62345678（张三）.
func personsBeside(phone string) []string {
	for _, run := range hanRuns.FindAllString(phone, -1) {
		if isPersonsName(run) && !besideNumber.Begins(run) && !besideNumber.Ends(run) {
			return []string{"“" + run + "”像是个人，报告要公开，请只写单位或者科室"}
		}
	}
	return nil
}

// besideNumber are words beside a telephone number that are read as names by their first character.
var besideNumber = pattern.NewWords("周 白天 时间 时段 和 转 或 党 党政 文 宣 安 应急 农 高新 方便 有事 机 话 线 上班 全天 工作日 园 区 村 镇 乡 街道 县 市 东 西 南 北")

func surnames(characters int) []string {
	var list []string
	for _, s := range contactWords.list("姓") {
		if utf8.RuneCountInString(s) == characters {
			list = append(list, s)
		}
	}
	return list
}

// given is what follows on a surname; ok is false for a word that starts with none.
func given(word string) (rest string, ok bool) {
	for _, characters := range []int{2, 1} {
		for _, s := range surnames(characters) {
			if rest, ok = strings.CutPrefix(word, s); ok {
				return rest, true
			}
		}
	}
	return word, false
}

func isPersonsName(word string) bool {
	rest, ok := given(word)
	n := utf8.RuneCountInString(rest)
	return ok && (n == 1 || n == 2) && !contactWords.words("科室的字").In(word)
}

// isAddressed is true of 李同志, 王小明先生, 张主任 and 王小明主任, and not of 民政主任.
func isAddressed(word string) bool {
	for _, title := range contactWords.list("称呼") {
		if name, found := strings.CutSuffix(word, title); found {
			rest, ok := given(name)
			return ok && rest == "" || isPersonsName(name)
		}
	}
	for _, post := range contactWords.list("职务") {
		if name, found := strings.CutSuffix(word, post); found {
			rest, ok := given(strings.TrimSuffix(name, "副"))
			return ok && rest == "" || isPersonsName(name) && utf8.RuneCountInString(rest) == 2
		}
	}
	return false
}
