package check

import (
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// addressees end the names of those to whom a letter is written, many begin the names of a number of them; leaders are persons, who are honoured.
	addressees = pattern.NewWords("政府 政府办 办公室 办公厅 委办 公开办 领导小组 局 委员会 厅 各部门 各单位 办事处 管委会")
	many       = pattern.NewWords("各县 各市 各区 各乡 各镇 各街道 各科 各股 各处 各站 各部门 各单位")
	honoured   = pattern.NewWords("尊敬的 各位")
	leaders    = pattern.NewWords("领导 领导同志 负责同志 同志们")
)

// salutation is whom a text of the preface is addressed to, as letters to a superior or to many offices are: 县政府办公室：; "" if it is no letter.
func (in *Input) salutation(s section, i int) string {
	if s.passage.Key != "narrative.preface" {
		return ""
	}
	const longest = 40 // characters
	text := strings.TrimSpace(s.paragraphs[i].Text)
	at := strings.IndexAny(text, "：:")
	if at < 0 || utf8.RuneCountInString(text[:at]) > longest {
		return ""
	}
	called, said := text[:at], strings.TrimLeft(text[at:], "：: ")
	alone := said == ""
	if !alone && (i > 0 || !chinese.IsHan(chinese.FirstRune(said))) || strings.ContainsFunc(called, func(r rune) bool { return !chinese.IsHan(r) && !chinese.IsOneOf(r, "，、") }) {
		return ""
	}
	if leaders.Ends(called) && honoured.Begins(called) || addressees.Ends(called) && (many.Begins(called) || in.isAbove(called)) {
		return text[:len(text)-len(said)]
	}
	return ""
}

// isAbove says whether a name is that of an office of a government above the unit, or beside it where the unit is an office or a township.
func (in *Input) isAbove(name string) bool {
	unit := chinese.ParseUnitName(in.Report.Unit())
	if strings.HasSuffix(in.Report.Unit(), name) {
		return false
	}
	if core := chinese.CoreOf(name); core != "" && unit.IsCalled(core) { // the bureau of the city above a county's is called alike
		places := chinese.PlacesIn(in.Report.Unit())
		return len(places) > 0 && places[len(places)-1].Kind != "市" && strings.Contains(name, "市") && chinese.Rank(unit.Kind) == 0
	}
	for _, kind := range []string{"省", "市", "州", "县", "区", "旗"} {
		if strings.Contains(name, kind) && (chinese.Rank(kind) > chinese.Rank(unit.Kind) || kind == "市" && chinese.Rank(unit.Kind) == 2 && unit.Kind != "市") {
			return true
		}
	}
	return false
}

// greetings begin a speech.
var greetings = pattern.New(`(?:^|[。！\n])(?:尊敬的)?(?:各位(?:领导|代表|委员|同志|来宾|同仁)(?:、?(?:同志们|各位[\p{Han}]{2}))?|同志们|大家好)[，：！]`, "各位", "同志们", "大家好")

// greeting is to whom a text is spoken, as in a speech: 各位领导：; "" if it is none.
func greeting(text string) string {
	return strings.TrimLeft(greetings.FindString(text), "。！\n")
}
