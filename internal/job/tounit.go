package job

import (
	"fmt"

	"nianbao/internal/remedy"
)

// Unaided is what to do about a finding, as it is said to who has the marked copy of the report and nothing but that: whoever gets a letter
// has no command line and no page before him. It is "" where nothing is to be said then; ok is false for what no finding asks for.
func Unaided(r remedy.Remedy) (told string, ok bool) {
	switch r.Action {
	case remedy.MakeMended, remedy.OwnFonts:
		return "", true
	case remedy.RestoreCells:
		return "标出问题的那份里已经补上，空着，请在那一份里补填", true
	case remedy.FillUnread:
		return "请在标出问题的那份里补上，才有正式报告", true
	case remedy.RestoreNames:
		return "标出问题的那份里，名称已经恢复，请接着改那一份", true
	case remedy.ExplainInBook, remedy.ExplainApart:
		return "请在标出问题的那份的“校验结果”里写明说明", true
	case remedy.NewTemplate:
		return fmt.Sprintf("请换一份%d年度的填报表，把内容填进去", r.Year), true
	case remedy.TakeLedger:
		return "台账对的，请照台账改表里的数", true
	}
	return "", false
}

// ToUnit is the same for findings alone.
func ToUnit(r remedy.Remedy) string {
	told, _ := Unaided(r)
	return told
}
