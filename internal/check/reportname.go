package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

const reportOn = "政府信息公开工作"

var (
	// reportCalled finds what the report is called behind its year.
	reportCalled = pattern.New(`20[0-9]{2}年度?(\p{Han}{2,10}?)(年度(?:工作)?报告|度报告|年报告)`, "度报告", "度工作报告", "年报告")
	// formCalled finds what the form of the report is called.
	formCalled = pattern.New(state+`(\p{Han}{4,12}?)(年度报告格式)`, "年度报告格式")
	// namesOfReport are those that the report is called by soundly.
	namesOfReport = pattern.NewWords("政府信息公开工作 政府信息公开 政务公开工作 政务公开 信息公开")
)

// misnamedReport lists the places where the yearly report is called by a name that is nearly its own: 2022年政府公开工作年度报告.
func misnamedReport(text string) []wordFault {
	if !mayBeMisnamed(text) {
		return nil
	}
	var faults []wordFault
	for _, m := range reportCalled.FindAllStringSubmatchIndex(text, -1) {
		name, behind := text[m[2]:m[3]], text[m[4]:m[5]]
		due := reportOn + "年度报告"
		if name == reportOn && (behind == "度报告" || behind == "年报告") {
			faults = append(faults, wordFault{m[2], m[5], "“" + text[m[2]:m[5]] + "”的名称写得不对，应是“" + due + "”", due, Query})
		} else if f, amiss := reportAmiss(name, due, m[2], m[5]); amiss {
			f.message = "“" + text[m[2]:m[5]] + "”的名称写得不对，应是“" + due + "”"
			faults = append(faults, f)
		}
	}
	for _, m := range formCalled.FindAllStringSubmatchIndex(text, -1) {
		due := state + reportOn + "年度报告格式"
		if f, amiss := reportAmiss(text[m[2]:m[3]], due, m[0], m[1]); amiss {
			f.message = "没有“" + text[m[0]:m[1]] + "”，名称是“" + due + "”"
			faults = append(faults, f)
		}
	}
	return faults
}

// mayBeMisnamed says whether a text speaks of a yearly report by another name than its own.
func mayBeMisnamed(text string) bool {
	for at := range chinese.Indexes(text, "度报告") {
		if !chinese.EndsWithAny(text[:at], []string{"年" + reportOn + "年", "年度" + reportOn + "年", "国" + reportOn + "年"}) {
			return true
		}
	}
	return strings.Contains(text, "度工作报告") || strings.Contains(text, "年报告")
}

// reportAmiss says whether a name of what the report is on has a character or two too few, too many or others. 信息公开工作 lacks a word
// that many leave out.
func reportAmiss(name, due string, start, end int) (f wordFault, amiss bool) {
	const most = 2
	f = wordFault{start: start, end: end, due: due, level: Query}
	if name == "信息公开工作" || strings.HasPrefix(name, "政务信息公开") {
		f.level = Info
		return f, true
	}
	n := min(charactersAmiss(name, reportOn), charactersAmiss(name, "政府信息公开"))
	return f, !namesOfReport.Ends(name) && !strings.Contains(name, "的") && n > 0 && n <= most && chinese.ContainsAny(name, []string{"政府", "信息", "公开"})
}
