package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// allSettled is how texts say that all was settled, leftOpen that something is carried over.
	allSettled = pattern.New(`(?:全部|均|都)[已能]{0,2}(?:(?:按期|按时|及时|如期)|(?:在|于|按|按照)?(?:法定|规定)的?(?:答复|办理)?(?:期限|时限|时间)(?:以内|之内|内)?|依法依规|依法)*(?:予以|作出|给予|进行)?了?(?:书面)?(?:答复|办结|回复|办理完毕|办理完结|办完)`,
		"答复", "办结", "回复", "办理完毕", "办理完结", "办完")
	leftOpen = pattern.NewWith("结转 转入 转至 转到 正在 尚在 仍在", `(?:结转|转入|转至|转到)(?:至|到|入)?(?:下一?年|次年|下年|明年|20[0-9]{2}年)度?(?:继续)?(?:办理)?的?(?:申请)?(?:共|为|有)?([1-9][0-9]*)件|`+
		`([1-9][0-9]*)件[^，。；、]{0,6}(?:结转|转入|转至|转到)(?:至|到|入)?(?:下一?年|次年|下年|明年|20[0-9]{2}年)|([1-9][0-9]*)件(?:申请)?(?:正在|尚在|仍在)办理`,
		"下年", "下一年", "次年", "明年", "20", "正在", "尚在", "仍在")
	// everyApplication are words for all that was received; settledOnes take those that were settled, or others, out of it.
	everyApplication = pattern.NewWords("全部申请 所有申请 每件申请 收到的申请 全年申请 本年度申请 本年申请 年度申请")
	settledOnes      = pattern.NewWords("办结 答复 办理 其中 予以 部分公开 不予 无法 结案 补正")
)

// findSettledYetOpen finds that all applications are said to have been settled where some are carried over into the next year, or where none
// had come in.
func findSettledYetOpen(in *Input) []Finding {
	var found []Finding
	settled := in.saidOfRequests(allSettled, isOfAllReceived)
	if len(settled) == 0 {
		return nil
	}
	open := in.saidOfRequests(leftOpen, func(statement string, from, _ int) bool {
		clause, _ := clauseBefore(statement[:from])
		return !notLate.In(clause)
	})
	if len(open) > 0 {
		found = append(found, deniesAll(settled[0], open[0], "还有结转下年度的，就不是全部办结"))
	}
	for _, all := range settled {
		text := all.section.paragraphs[all.paragraph].Text
		statement, start := chinese.Around(text, all.at, chinese.StatementEnds)
		if before := statement[:all.at-start]; noneReceived.MatchString(before) {
			found = append(found, all.section.finding(all.paragraph, strings.TrimSpace(statement), "前面写没有收到申请，后面又写“"+excerpt(all.words)+"”，请核对，多写的请删去。"))
		}
	}
	return found
}

// noneReceived is how a sentence says that there was nothing to settle.
var noneReceived = pattern.New(`(?:未|没有|无)(?:收到|接到|受理)[^，。；]{0,24}申请[^，。；]{0,4}，|收到[^，。；]{0,24}申请0件[^，。；]{0,4}，`, "未收到", "没有收到", "无收到", "未接到", "没有接到", "无接到", "未受理", "没有受理", "无受理", "申请0件")

// isOfAllReceived says whether what is told between two bytes of a statement is told of all applications that were received, and not of
// those that were settled.
func isOfAllReceived(statement string, from, to int) bool {
	if !isOfAll(statement, from, to) {
		return false
	}
	if everyApplication.In(statement[:to]) || noneReceived.MatchString(statement[:from]) {
		return true
	}
	at := strings.LastIndex(statement[:from], "收到")
	return at >= 0 && !settledOnes.In(statement[at:from])
}
