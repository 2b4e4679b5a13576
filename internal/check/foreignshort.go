package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// calledShort finds what a text says to be short for the name before it: 县水利局（以下简称“县水务局”）.
var calledShort = pattern.New(`(\p{Han}+)[（(](?:以下|下文)?(?:均|都|统一)?(?:简称|下称|以下称)(?:为|：)?[“"]?(\p{Han}{2,14})[”"]?[）)]`, "简称", "下称", "以下称")

// inShortNames are characters of which a short name may have one that the full one lacks.
const inShortNames = "我本该县市区州省旗政府办公室机关单位会大"

// shortNames finds a name that is said to be short for the unit's own and has a character that is not in it.
func (u *ownUnit) shortNames(text string) []foreignWords {
	var found []foreignWords
	for _, m := range calledShort.FindAllStringSubmatchIndex(text, -1) {
		full, short := text[m[2]:m[3]], text[m[4]:m[5]]
		own := strings.HasSuffix(full, u.full) || strings.HasSuffix(full, u.Core)
		if stranger := strings.TrimLeft(short, u.full+inShortNames); own && stranger != "" && !chinese.StartsWithAny(short, []string{"我", "本"}) {
			found = append(found, foreignWords{words: short, at: m[4], short: true})
		}
	}
	return found
}
