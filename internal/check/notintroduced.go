package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// shortTitles are titles that are short for another, and stand for nothing alone.
var shortTitles = pattern.New(`《(条例|通知|要点|格式|办法)》`, "《条例》", "《通知》", "《要点》", "《格式》", "《办法》")

// shortNamesToldOf are the short titles of a report while its paragraphs are gone through.
type shortNamesToldOf struct {
	known func() map[string]bool // those that the report introduces anywhere, and those that were told
	given map[string]bool        // those that were introduced up to here
}

// notIntroduced lists the short titles that the report nowhere says to be short for another, each where it stands first.
func (n *shortNamesToldOf) notIntroduced(text string) []fault {
	var faults []fault
	for _, m := range shortTitles.FindAllStringSubmatchIndex(text, -1) {
		short := text[m[2]:m[3]]
		if chinese.EndsWithAny(text[:m[0]], []string{"省", "市", "县", "区", "印发", "制定", "出台", "修订", "称", "（"}) || n.known()[short] {
			continue
		}
		n.known()[short] = true
		faults = append(faults, fault{words: text[m[0]:m[1]], message: "“《" + short + "》”是简称，没有写明是哪份文件的，请写全称，或者在第一次写全称的地方加上“（以下简称《" + short + "》）”。"})
	}
	return faults
}

// givenTwice lists the short titles that are introduced once more.
func (n *shortNamesToldOf) givenTwice(text string) []fault {
	var faults []fault
	for _, m := range shortNameGiven.FindAllStringSubmatchIndex(text, -1) {
		short := text[m[2]:m[3]]
		if words := text[m[0]:m[1]]; n.given[short] && !strings.HasPrefix(words, "（") {
			faults = append(faults, fault{words: words, message: "“" + short + "”这个简称前面已经写明过，这里不用再写，请删去；说的是另一份文件的，请换一个简称。"})
		}
		n.given[short] = true
	}
	return faults
}

// introduced are the short titles that a text of the report introduces; all where there is no preface to introduce any.
func (in *Input) introduced() map[string]bool {
	names := map[string]bool{}
	if _, ok := in.section("narrative.preface"); !ok {
		return map[string]bool{"条例": true, "通知": true, "要点": true, "格式": true, "办法": true}
	}
	for _, s := range in.filled() {
		for _, p := range s.paragraphs {
			for _, m := range shortNameGiven.FindAllStringSubmatch(p.Text, -1) {
				names[m[1]] = true
			}
		}
	}
	return names
}

// shortNameGiven finds a short title where it is introduced: （以下简称《条例》）, （简称“条例”）, （《条例》）.
var shortNameGiven = pattern.New(`(?:(?:简称|下称|以下称|统称)(?:为)?[：:]?|（)[《〈“"]?[《〈“"]?(条例|通知|要点|格式|办法)`, "简称", "下称", "以下称", "统称",
	"（条例", "（通知", "（要点", "（格式", "（办法", "（《", "（〈", "（“", `（"`)
