package check

import (
	"fmt"
	"strings"
	"time"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// over are words with which something is told that was done.
	over = pattern.NewWords("已 完成了 开展了 举办了 举行了 召开了 组织了 印发了 发布了 公布了 公开了 建成了 开通了 上线了 启用了 制定了 收到了 答复了 办结了")
	// arranged are words with which something is told that is settled, and still to be done on its day.
	arranged = pattern.NewWords("已列 已纳入 已定 已确定 已安排 已排 已明确 已部署 已申 已报 已预 已计划 已决定 已商定 已约 已签 已批 已立项 已具备 已达成 已作出 已提 已要求 已通知 已同意 已到期 已做好 已联系")
	// toCome are words of a statement on what is still to come.
	toCome = pattern.NewWords("将 计划 拟 预计 预期 力争 争取 打算 届时 下一步 今后 明年 来年 到期 有效期 期限 顺延 延期")
)

// lastDay is the day after which nothing that a report tells can have happened: its date, or where it has none the end of the time in
// which reports are published, late ones among them.
func (in *Input) lastDay(year int) time.Time {
	if date, dated := in.Report.Date(); dated && date.Year() > year {
		return date
	}
	return time.Date(year+1, time.March, 31, 0, 0, 0, 0, time.UTC)
}

// doneLater lists days behind the last one on which something is told as done.
func (y *aboutYears) doneLater(last time.Time) []fault {
	if !strings.Contains(y.text, "月") || !y.isOverview() && !over.In(y.text) {
		return nil
	}
	var faults []fault
	for _, d := range chinese.DaysIn(y.text) {
		later := d.Year > last.Year() || d.Year == last.Year() && (d.Month > int(last.Month()) || d.Month == int(last.Month()) && d.Day > last.Day())
		if !later || d.Year > y.year+longestLeft || d.Month > 12 || !y.isDoneOn(d) {
			continue
		}
		words := y.text[d.Start:d.End]
		faults = append(faults, y.at(d.Start, words, "",
			fmt.Sprintf("“%s”在报告写成的时候（%s）还没有到，这里却说成已经做了的。年月写错的请改正，还没有做的请写成打算。", words, chinese.DateText(last))))
	}
	return faults
}

// isDoneOn says whether something is told as done on a day: 已于2026年3月建成, 2026年3月，专区已建成.
func (y *aboutYears) isDoneOn(d chinese.DayMention) bool {
	statement, start := chinese.Around(y.text, d.Start, chinese.StatementEnds)
	doneBy := chinese.EndsWithAny(statement[:d.Start-start], []string{"已于", "已经于"})
	ofReports := chinese.ContainsAny(statement, []string{"年报", "年度报告", "本报告", "工作报告"}) && !(doneBy && strings.Contains(statement, "整改"))
	if toCome.In(statement) || ofReports || chinese.IsQuoted(y.text, d.Start) {
		return false
	}
	if title, _ := chinese.TitleAround(y.text, d.Start); title != "" {
		return false
	}
	before, after := statement[:d.Start-start], statement[d.End-start:]
	for _, part := range []string{"份", "初", "上旬", "中旬", "下旬", "底", "末"} {
		after = strings.TrimPrefix(after, part)
	}
	if doneBy {
		return !chinese.StartsWithAny(after, []string{"前", "之前", "的"})
	}
	opening := strings.TrimSuffix(strings.TrimSuffix(before, "截至"), "截止")
	if since, when := strings.CutSuffix(before, "于"); when && y.isOverview() && y.isSelf(since) {
		opening = ""
	}
	if !opensStatement(opening) && !strings.HasSuffix(before, "，") {
		return false
	}
	told, apart := strings.CutPrefix(after, "，")
	if !apart {
		for _, once := range []string{"又", "再次", "再", "还", "也"} {
			after = strings.TrimPrefix(after, once)
		}
		if told, _ = y.unit.Cut(after); !chinese.StartsWithAny(told, []string{"对", "向", "在", "面向", "为"}) {
			return over.Begins(told) && !arranged.Begins(told) || y.isDeedOfOverview(told, statement)
		}
	}
	first, _ := chinese.Around(told, 0, chinese.ClauseEnds)
	return over.In(first) && !arranged.In(first) || y.isDeedOfOverview(told, statement)
}

var (
	// requestReceived begins what is told behind the day on which an application came.
	requestReceived = pattern.New(`^(?:新|才|又|共)?(?:收到|受理|接到|收悉|接收|登记)(?:的|了)?(?:政府信息公开|信息公开|公开)?(?:申请)?(?:的)?(?:[0-9]{1,4}|[一二两三四五六七八九十]{1,3})[件份宗个]`, "件", "份", "宗", "个")
	// whenReceived ends what is told of applications before the day on which they came, of which nothing more is told: 其中1件系2025年1月6日收到.
	whenReceived = pattern.New(`(?:[0-9]{1,4}|[一二两三四五六七八九十]{1,3})[件份宗](?:申请)?(?:系|是|为|都是|均为|于|在|是在|系于|是于)*$`, "件", "份", "宗")
	// countedThisYear are words of what becomes of an application that is counted in the report's year, and leftToNext those of one that is not.
	countedThisYear = pattern.NewWords("结转 转下年 转入下 转至下 转到下 转次年 转入次年 跨年 计入本年 列入本年 计入新收 办理期限内")
	leftToNext      = pattern.NewWords("不计 未计 不列 未列 不纳 未纳 不在 不属 不含 不包括 不作为 未统计 不统计 下年度报告 下一年度报告 次年报告 列入下 计入下 纳入下 列入20 计入20 纳入20 将在")
)

// receivedLater lists days behind the year on which an application came that is carried over as one of the year: 2025年1月6日收到的1件正在办理，结转下年度.
func (y *aboutYears) receivedLater() []fault {
	if !strings.Contains(y.text, "月") || !countedThisYear.In(y.text) {
		return nil
	}
	var faults []fault
	for _, d := range chinese.DaysIn(y.text) {
		next := d.Year == y.year+1 || d.Year == 0 && chinese.EndsWithAny(y.text[:d.Start], []string{"次年", "翌年", "下一年"})
		if !next || d.Month > 12 || d.Day == 0 || chinese.IsQuoted(y.text, d.Start) {
			continue
		}
		statement, start := chinese.Around(y.text, d.Start, chinese.StatementEnds)
		behind := statement[d.End-start:]
		came := requestReceived.MatchString(behind) || chinese.StartsWithAny(behind, []string{"收到", "受理"}) && opensClause(behind[len("收到"):]) && whenReceived.MatchString(statement[:d.Start-start])
		if !came || !countedThisYear.In(behind) || leftToNext.In(statement) || strings.Contains(statement[:d.Start-start], "截至") {
			continue
		}
		words := y.text[d.Start:d.End]
		faults = append(faults, y.at(d.Start, words, "",
			fmt.Sprintf("“%s”收到的申请不在%d年里，不算本年新收，也不从本年结转。日期写错的请改正，没有写错的请不要计入。", words, y.year)))
	}
	return faults
}

// opensClause says whether a text begins with a mark, or ends.
func opensClause(text string) bool {
	return text == "" || chinese.IsOneOf(chinese.FirstRune(text), chinese.ClauseEnds)
}

// isOverview is true where all that is told was done, but what words of intent tell.
func (y *aboutYears) isOverview() bool { return y.section.passage.Key == "narrative.overview" }

// isDeedOfOverview is true of what the overview tells behind a day without a word for done: 2026年3月，召开推进会.
func (y *aboutYears) isDeedOfOverview(told, statement string) bool {
	if !y.isOverview() || intents.In(statement) || arranged.In(statement) {
		return false
	}
	told, _ = y.unit.Cut(told)
	first, _ := chinese.Around(told, 0, chinese.ClauseEnds)
	return deeds.Begins(told) || strings.Contains(notDone.Without(first), "了")
}

// notDone are words with 了 in them that do not tell of something done.
var notDone = pattern.NewWords("为了 除了 了解 了然 罢了 不了 得了")
