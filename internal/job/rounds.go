package job

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/line"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// Round is what an office's register of an earlier round says of a unit.
type Round struct {
	Number                        int
	Digest                        string          // of the report that was looked at
	Findings                      map[string]bool // their 编号
	Contact, Phone, Due, Received string          // as the office has them
	Chosen                        string          // of several versions: the file that counts
}

// Rounds are those of all units of a register, by name.
type Rounds map[string]Round

// The sheets of a register.
const (
	registerSheet = "登记"
	findingsSheet = "问题清单"
	absentSheet   = "缺报和重报"
)

// Heads of the register that are read back.
const (
	headUnit     = "单位"
	headVerdict  = "结论"
	headContact  = "联系人"
	headPhone    = "电话"
	headRound    = "轮次"
	headDue      = "期限"
	headReceived = "收到日期"
	headChosen   = "采用文件"
	headNumber   = "编号"
	headDigest   = "内容摘要"
)

// ReadRounds reads an office's register back, whoever saved it since. A workbook without the sheet 登记 is none.
func ReadRounds(data []byte) (Rounds, error) {
	tables, err := workbook.ReadTables(data)
	if err != nil {
		return nil, err
	}
	rounds := Rounds{}
	found := false
	for _, t := range tables {
		head := slices.IndexFunc(t.Rows, func(r workbook.TableRow) bool { return slices.Contains(r.Cells, headUnit) })
		if head < 0 {
			continue
		}
		heads := t.Rows[head].Cells
		for _, row := range t.Rows[head+1:] {
			cell := func(name string) string { return row.Cell(slices.Index(heads, name)) }
			unit := cell(headUnit)
			r := rounds[unit]
			switch {
			case strings.HasPrefix(t.Sheet, registerSheet):
				found = true
				r.Number, _ = strconv.Atoi(cmp.Or(cell(headRound), strconv.Itoa(r.Number)))
				for _, kept := range []struct {
					to   *string
					head string
				}{{&r.Digest, headDigest}, {&r.Contact, headContact}, {&r.Phone, headPhone}, {&r.Due, headDue}, {&r.Received, headReceived}, {&r.Chosen, headChosen}} {
					*kept.to = cmp.Or(cell(kept.head), *kept.to)
				}
			case strings.HasPrefix(t.Sheet, findingsSheet):
				if r.Findings == nil {
					r.Findings = map[string]bool{}
				}
				r.Findings[cell(headNumber)] = true
			}
			rounds[unit] = r
		}
	}
	if !found {
		return nil, fmt.Errorf("不是登记：里面没有“%s”这一页", registerSheet)
	}
	return rounds, nil
}

// Chosen are the files that the office chose of units with several versions, by the names of the units.
func (r Rounds) Chosen() map[string]string {
	chosen := map[string]string{}
	for unit, round := range r {
		if round.Chosen != "" {
			chosen[unit] = round.Chosen
		}
	}
	return chosen
}

// Returned is what came of a member: what the register says of it, and what is sent back.
type Returned struct {
	*verdict.Entry
	county.Member
	Round
	Mended, Fresh int // findings of the round before that are gone, and that are new
	Missing       bool
	Standing
}

// registerOfMembers are the columns of the sheet 登记 of an office.
func registerOfMembers() []column[*Returned] {
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
		{headChosen, 24, workbook.Words, func(r *Returned) string { return r.Round.Chosen }},
	}
	var columns []column[*Returned]
	for _, c := range registerColumns {
		text := func(r *Returned) string { return c.text(r.Entry) }
		if c.head == headVerdict {
			text = (*Returned).Conclusion
		}
		columns = append(columns, column[*Returned]{c.head, c.width, c.kind, text})
		if c.head == "单位" {
			columns = append(columns, own[:2]...)
		}
		if c.head == "已说明" {
			columns = append(columns, own[2:]...)
		}
	}
	return append(columns, column[*Returned]{headDigest, 18, workbook.Words, func(r *Returned) string { return r.Round.Digest }})
}

// The conclusions of an office on a member, in the order in which they are worked off.
var conclusions = []string{failed, asked, unread, absent, besides, passed}

const (
	failed  = "不通过"
	asked   = "待核实" // nothing must be mended, but something is to be explained
	unread  = "读不了"
	absent  = "未报"
	besides = "另有" // another file of the unit's counts
	passed  = "通过"
)

// Conclusion is what the office says of a member.
func (r *Returned) Conclusion() string {
	switch {
	case r.Missing:
		return absent
	case r.Besides:
		return besides
	case r.Unread:
		return unread
	case r.Counts.Fatal > 0, r.Reason != "":
		return failed
	case r.Counts.Query > 0:
		return asked
	}
	return passed
}

// colour is that of the conclusion.
func (r *Returned) colour() workbook.Colour {
	return map[string]workbook.Colour{failed: workbook.Red, asked: workbook.Orange, unread: workbook.Red, absent: workbook.Blue, besides: workbook.Blue, passed: workbook.Green}[r.Conclusion()]
}

// sentence counts the units by what is concluded of them; files beside those that count are none.
func sentence(list []*Returned) string {
	counts, units := map[string]int{}, 0
	for _, r := range list {
		if !r.Besides {
			counts[r.Conclusion()]++
			units++
		}
	}
	var parts []string
	for _, c := range conclusions {
		if counts[c] > 0 {
			parts = append(parts, fmt.Sprintf("%s%d", c, counts[c]))
		}
	}
	return fmt.Sprintf("共%d个单位：%s。", units, strings.Join(parts, "，"))
}

// punctuality says whether a report came in time. Of one whose day of arrival nobody wrote down that cannot be said.
func (r *Returned) punctuality() string {
	if r.Missing {
		return ""
	}
	if r.Round.Received == "" {
		return "未登记"
	}
	received, ok := r.day(r.Round.Received)
	due, known := r.day(r.Round.Due)
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

// day is a day as it is written in a register; without a year it is in the one in which reports on the entry's year are made.
func (r *Returned) day(text string) (day time.Time, ok bool) {
	if day, ok := chinese.ReadDate(text); ok {
		return day, true
	}
	year, err := strconv.Atoi(r.Entry.Year)
	if err != nil || !monthAndDay.MatchString(text) {
		return time.Time{}, false
	}
	return chinese.ReadDate(fmt.Sprintf("%d年%s", year+1, text))
}

// Returns joins what came of the members with what the list and the round before say of them. Entries are those of a ledger on the
// gathered files.
func (a *Aggregated) Returns(l *verdict.Ledger, g *Gathered, before Rounds) (list []*Returned) {
	digests := map[string]string{}
	for _, r := range g.Reports {
		digests[line.Shown(r.File)] = r.Digest
	}
	standings := a.Standings(g)
	handed := map[string]bool{} // members of which something came, whatever it is
	for _, e := range l.Entries() {
		r := &Returned{Entry: e, Standing: standings[e.File]}
		if r.Standing.Unit != "" && e.Unit != r.Standing.Unit { // it is told and answered under the name that the list has
			named := *e
			named.Unit = r.Standing.Unit
			r.Entry = &named
		}
		handed[r.Entry.Unit] = handed[r.Entry.Unit] || r.Reason != ""
		r.join(a, r.Entry.Unit, before)
		digest := digests[e.File]
		if !e.Unread {
			if digest != r.Digest {
				r.Number++
			}
			now := map[string]bool{}
			for i := range e.Items() {
				now[i.Number] = true
			}
			if r.Number > 1 {
				r.Mended, r.Fresh = without(r.Findings, now), without(now, r.Findings)
			}
			r.Number = max(r.Number, 1)
		}
		r.Digest = digest
		list = append(list, r)
	}
	for _, m := range a.Missing {
		if handed[m.Name] {
			continue
		}
		r := &Returned{Entry: &verdict.Entry{Unit: m.Name, Level: m.Level, Year: yearText(a.Year), Verdict: "未报", Unread: true}, Missing: true}
		r.join(a, m.Name, before)
		list = append(list, r)
	}
	rank := func(r *Returned) int { return slices.Index(conclusions, r.Conclusion()) }
	slices.SortStableFunc(list, func(a, b *Returned) int { return cmp.Compare(rank(a), rank(b)) })
	return list
}

// join takes over what the list and the round before say of a unit. What the office wrote into the register goes before the list.
func (r *Returned) join(a *Aggregated, unit string, before Rounds) {
	if a.Members != nil {
		if i, ok := a.Members.Find(unit); ok {
			r.Member = a.Members.Members[i]
		}
	}
	r.Round = before[unit]
	if r.Round.Number == 0 && r.Member.Name != "" {
		r.Round = before[r.Member.Name]
	}
	r.Round.Contact, r.Round.Phone = cmp.Or(r.Round.Contact, r.Member.Contact), cmp.Or(r.Round.Phone, r.Member.Phone)
	r.Round.Due, r.Round.Received = cmp.Or(r.Round.Due, r.Member.Due), cmp.Or(r.Round.Received, r.Member.Received)
}

// without counts what is in one set and not in another.
func without(a, b map[string]bool) (n int) {
	for x := range a {
		if !b[x] {
			n++
		}
	}
	return n
}

// WriteMembersRegister writes an office's register: a row a unit, a row a finding, and who is missing or came twice.
func (a *Aggregated) WriteMembersRegister(w io.Writer, l *verdict.Ledger, list []*Returned) (err error) {
	defer func() { rescue(recover(), &err) }()
	columns := registerOfMembers()
	register := workbook.List{Name: registerSheet, Title: registerName, Columns: columnsOf(columns), Length: len(list), Hidden: 1, Frozen: 1,
		Lines: []string{sentence(list), "收到日期、采用文件由您填写，下次汇总时交给程序，会带过去；没有填收到日期（写成2026-01-10）的算“未登记”，不算逾期。"},
		Rows: func(yield func(workbook.Row) bool) {
			for _, r := range list {
				if !yield(workbook.Row{Cells: cellsOf(columns, r), Colour: r.colour()}) {
					return
				}
			}
		}}
	return workbook.WriteLists(w, registerName, a.Year, []workbook.List{register, findingsList(l), a.absentList()})
}

// absentList says who is missing, came twice, or does not count.
func (a *Aggregated) absentList() workbook.List {
	l := workbook.List{Name: absentSheet, Title: absentSheet, Columns: []workbook.Column{{Head: "情况", Width: 12}, {Head: headUnit, Width: 26}, {Head: "文件", Width: 40}, {Head: "怎么办", Width: 60}}}
	var rows []workbook.Row
	add := func(what, unit, files, todo string) {
		rows = append(rows, workbook.Row{Cells: []string{what, unit, files, todo}})
	}
	for _, absence := range a.absences() {
		if absence.Kind == check.Missing {
			for _, m := range a.Missing { // each by itself
				what, todo := "未报", "请催报；已经撤销、合并的，请从名单上去掉。"
				if m.Perhaps != "" {
					what, todo = "认不出", "这个文件可能是它的，请核对。"
				}
				add(what, m.Name, m.Perhaps, todo)
			}
			continue
		}
		add(kindsOfAbsence[absence.Kind], strings.Join(absence.Units, ""), strings.Join(absence.Files, "\n"), absence.Told())
	}
	for _, same := range a.Doubles {
		add("重报", same[0].Unit, strings.Join(filesOf(same), "\n"), "内容相同，只加了一份，留一份就行。")
	}
	for _, versions := range a.Others {
		add("重报", versions[0].Unit, strings.Join(filesOf(versions), "\n"), "按登记采用了“"+filepath.Base(versions[0].File)+"”。")
	}
	l.Lines = []string{"没有报的、报重了的，和没有加进去的。"}
	if rows == nil {
		l.Lines = []string{"都报了，一家一份。"}
	}
	l.Rows, l.Length = slices.Values(rows), len(rows)
	return l
}

// kindsOfAbsence are what the register calls what keeps a report out of the sum.
var kindsOfAbsence = [...]string{check.Missing: "未报", check.Versions: "重报", check.Stranger: "不在名单上", check.Unnamed: "认不出单位", check.OtherYear: "年度不对",
	check.OtherForm: "格式不对", check.Unsound: "有强制问题"}
