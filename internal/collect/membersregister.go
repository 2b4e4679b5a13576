package collect

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/job"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// registerOfMembers are the columns of the sheet 登记 of an office: those of a ledger, and its own.
func registerOfMembers(l *verdict.Ledger) []column[*Returned] {
	figure := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	own := []column[*Returned]{
		{headContact, 10, workbook.Words, func(r *Returned) string { return r.Round.Contact }},
		{headPhone, 14, workbook.Words, func(r *Returned) string { return r.Round.Phone }},
		{headRound, 7, workbook.Figure, func(r *Returned) string { return figure(r.Number) }},
		{"改好", 7, workbook.Figure, func(r *Returned) string { return figure(r.Mended) }},
		{"新出现", 8, workbook.Figure, func(r *Returned) string { return figure(r.Fresh) }},
		{headDue, 12, workbook.Words, func(r *Returned) string { return r.Round.Due }},
		{headReceived, 12, workbook.Words, func(r *Returned) string { return r.Round.Received }},
		{"是否按时", 10, workbook.Words, (*Returned).punctuality},
		{headChosen, 24, workbook.Words, (*Returned).chosen},
	}
	var columns []column[*Returned]
	for _, c := range columnsFor(l) {
		text := func(r *Returned) string { return c.text(r.Entry) }
		if c.head == headVerdict {
			text = (*Returned).Conclusion
		}
		columns = append(columns, column[*Returned]{c.head, c.width, c.kind, text})
		if c.head == verdict.HeadUnit {
			columns = append(columns, own[:2]...)
		}
		if c.head == headExplained {
			columns = append(columns, own[2:]...)
		}
	}
	columns = append(columns, column[*Returned]{headDigest, 18, workbook.Words, func(r *Returned) string { return r.Digest }})
	for _, kept := range keptColumns {
		columns = append(columns, column[*Returned]{kept.listedHead(), 12, workbook.Words, func(r *Returned) string { return *kept.of(&r.Listed) }})
	}
	return columns
}

// chosen is the file that counts, on the row of that file alone.
func (r *Returned) chosen() string {
	if r.Besides {
		return ""
	}
	return r.Round.Chosen
}

// colour is that of the conclusion.
func (r *Returned) colour() workbook.Colour {
	return map[string]workbook.Colour{failed: workbook.Red, asked: workbook.Orange, unread: workbook.Red, absent: workbook.Blue, besides: workbook.Blue, earlier: workbook.Blue, passed: workbook.Green}[r.Conclusion()]
}

// punctuality says whether a report came in time. Of one whose day of arrival nobody wrote down that cannot be said.
func (r *Returned) punctuality() string {
	if r.Missing || r.Standing.Earlier {
		return ""
	}
	if r.Round.Received == "" {
		return "未登记"
	}
	received, ok := dayOf(r.Round.Received, r.on)
	due, known := dayOf(r.Round.Due, r.on)
	switch {
	case r.Round.Due == "":
		return ""
	case !ok || !known:
		return "日期读不出"
	case received.After(due):
		return "逾期"
	}
	return "按时"
}

// dayOf is a day as it is written in a register; without a year it is in the one in which the reports are made that are added up.
func dayOf(text string, on int) (day time.Time, ok bool) {
	if day, ok := chinese.ReadDay(text); ok {
		return day, true
	}
	if _, yearly := check.ReadDeadline(text); !yearly {
		return time.Time{}, false
	}
	return chinese.ReadDay(fmt.Sprintf("%d年%s", on+1, text))
}

// Sentence names the year, counts the units by what is concluded of them, and apart the files that came, and says how far these were compared
// with last year's.
func (a *Aggregated) Sentence(l *verdict.Ledger, list []*Returned) string {
	told, came := a.conclusions(list)
	files := 0
	for _, r := range list {
		if r.File != "" {
			files++
		}
	}
	if told = fmt.Sprintf("%d%s%s。", a.Year, registerOn, told); files != came {
		told += fmt.Sprintf("收到%d份文件，一份一行。", files)
	}
	if compared := l.Compared(); compared != "" {
		told += compared + "。"
	}
	return told
}

// CheckedTold is what came of checking the units' reports, for a verdict on the office's own, without the end of the sentence.
func (a *Aggregated) CheckedTold(list []*Returned) string {
	told, _ := a.conclusions(list)
	return "各单位的年报校验了，" + told
}

// Failed names the units that the sentence counts as failed, and no others.
func (a *Aggregated) Failed(list []*Returned) (units []string) {
	for _, r := range a.concluded(list) {
		if r.Conclusion() == failed {
			units = append(units, r.Entry.Unit)
		}
	}
	return units
}

// concluded are the rows of the units of which something is concluded. The office's own is none of them: the notice tells of the others, too.
func (a *Aggregated) concluded(list []*Returned) []*Returned {
	return slices.DeleteFunc(a.units(list), (*Returned).isOwn)
}

// conclusions counts the units by what is concluded of them, those of the office itself apart, says how many more have a row, and counts all of
// which anything came.
func (a *Aggregated) conclusions(list []*Returned) (told string, came int) {
	units, own := a.concluded(list), slices.DeleteFunc(a.units(list), func(r *Returned) bool { return !r.isOwn() })
	told = fmt.Sprintf("共%d个单位", len(units))
	if counted := countedUp(units); counted != "" {
		told += "：" + counted
	}
	if len(own) > 0 {
		told += "；本级自己的另算：" + countedUp(own)
	}
	strange := map[string]bool{}
	for _, r := range list {
		if a.isStrange(r.Entry.Unit) && r.Entry.Unit != "" && !r.Besides {
			strange[chinese.UnitKey(r.Entry.Unit)] = true
		}
	}
	if n := len(strange); n > 0 {
		told += fmt.Sprintf("；名单上没有的%d个不算在内", n)
	}
	for _, r := range slices.Concat(units, own) {
		if r.Conclusion() != absent {
			came++
		}
	}
	return told, came
}

// countedUp counts rows by what is concluded of them, a clause.
func countedUp(rows []*Returned) string {
	counts := map[string]int{}
	for _, r := range rows {
		counts[r.Conclusion()]++
	}
	var parts []string
	for _, c := range conclusions {
		if counts[c] > 0 {
			parts = append(parts, fmt.Sprintf("%s%d", c, counts[c]))
		}
	}
	return strings.Join(parts, "，")
}

// WriteMembersRegister writes an office's register: a row a file, and a row a unit of which none came; a row a finding; who is missing
// or came twice; and what was written for the units beside it, nil for nothing.
func (a *Aggregated) WriteMembersRegister(w io.Writer, l *verdict.Ledger, list []*Returned, sent []Sent) (err error) {
	defer func() { remedy.Rescue(recover(), &err) }()
	columns := registerOfMembers(l)
	register := workbook.List{Name: registerSheet, Title: verdict.RegisterName, Columns: columnsOf(columns), Length: len(list), Hidden: 1 + len(keptColumns), Frozen: 1,
		Lines: append([]string{a.Sentence(l, list), "收到日期、采用文件由您填写，下次汇总时交给程序，会带过去；联系人、电话、期限照名单、本县设置，您在这里改了的，用您改的；没有填收到日期（写成2026-01-10）的算“未登记”，不算逾期。"}, sharedLines(l)...),
		Rows: func(yield func(workbook.Row) bool) {
			for _, r := range list {
				if !yield(workbook.Row{Cells: cellsOf(columns, r), Colour: r.colour()}) {
					return
				}
			}
		}}
	lists := []workbook.List{register, findingsList(l, a.blankFiles()), a.absentList()}
	if sent != nil {
		lists = append(lists, sentList(sent))
	}
	return workbook.WriteLists(w, verdict.RegisterName, a.Year, lists)
}

// absentList says who is missing, came twice, or does not count.
func (a *Aggregated) absentList() workbook.List {
	l := workbook.List{Name: absentSheet, Title: absentSheet, Columns: []workbook.Column{{Head: "情况", Width: 12}, {Head: verdict.HeadUnit, Width: 26}, {Head: verdict.HeadFile, Width: 40}, {Head: "怎么办", Width: 60}}}
	var rows []workbook.Row
	add := func(what, unit, files, todo string) {
		rows = append(rows, workbook.Row{Cells: []string{what, unit, files, todo}})
	}
	for _, absence := range a.absences() {
		files := strings.Join(absence.Files, "\n")
		switch absence.Kind {
		case check.Missing: // each by itself; what came of one stands on a row of its own
			for _, m := range a.Missing {
				if m.Perhaps == nil && !a.isBlank(m.Name) {
					add(absent, m.Name, "", check.ToRemind)
				}
			}
		case check.Versions:
			add("重报", strings.Join(absence.Units, ""), files, absence.Told()+"在“登记”这一页的“采用文件”一栏写上它的文件名，下次汇总时把登记交给程序。")
		case check.Unnamed:
			add(kindsOfAbsence[absence.Kind], a.ownerOf(county.Report{File: absence.Files[0]}), files, absence.Told())
		default:
			add(kindsOfAbsence[absence.Kind], strings.Join(absence.Units, "\n"), files, absence.Told())
		}
	}
	for _, f := range slices.Concat(a.faults, a.received) {
		unit, counted := a.HandedInAgain(f.File)
		todo := remedy.Plain(f.Err).Error()
		if counted != "" {
			todo = AgainNote(f.File, counted)
		}
		add(unread, unit, f.File, strings.TrimRight(todo, "。")+"。")
	}
	for _, same := range a.Doubles {
		add("重报", same[0].Unit, strings.Join(filesOf(same), "\n"), "内容相同，只加了一份，留一份就行。")
	}
	for _, one := range a.Alike {
		add("重报", one.Unit, one.Counted.File+"\n"+one.File, "数一样，加的是前一份，请核对用哪一份；不同的有："+differingIn(one)+"。")
	}
	for _, s := range a.superseded() {
		add("重报", s.unit, s.file, s.what+"的，没有加；"+supersededNote+"。")
	}
	for _, versions := range a.Others {
		add("重报", versions[0].Unit, strings.Join(filesOf(versions), "\n"), "按登记采用了“"+job.NamesApart(filesOf(versions))[0]+"”。")
	}
	l.Lines = []string{"没有报的、报重了的，和没有加进去的。"}
	if rows == nil {
		l.Lines = []string{"都报了，一家一份。"}
	}
	l.Rows, l.Length = slices.Values(rows), len(rows)
	return l
}

// kindsOfAbsence are what the register calls what keeps a report out of the sum, or some of its figures.
var kindsOfAbsence = [...]string{check.Stranger: "不在名单上", check.Unnamed: "认不出单位", check.OtherYear: "年度不对",
	check.OtherForm: "格式不对", check.Untouched: "空表", check.Unsound: "有强制问题", check.OwnSum: "口径是汇总", check.Overlap: "口径重叠", check.Unfilled: "有数没有加", check.Misnamed: "文件名不对", check.Ungiven: "附表没有报", check.Outlived: "已经撤销或合并"}
