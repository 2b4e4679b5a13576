package collect

import (
	"cmp"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/job"
	"nianbao/internal/letter"
	"nianbao/internal/line"
	"nianbao/internal/model"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// Round is what an office's register of an earlier round says of a unit.
type Round struct {
	Year      int // of the reports that the register is of; 0 where it does not say
	Number    int
	Digests   []string          // of the reports that were looked at
	Findings  map[string]string // by 编号, what each is on, as subjectOf names it
	Explained map[string]bool   // as saidOf names them
	Kept                        // as the register has it
	Listed    Kept              // what of it came from the list
	Beside    Kept              // what somebody typed beside its report on the year before, of that which is kept of this year's
	Chosen    string            // of several versions: the file that counts
}

// Rounds are those of all units of a register, by chinese.UnitKey.
type Rounds map[string]Round

// The sheets of a register.
const (
	registerSheet = "登记"
	findingsSheet = "问题清单"
	absentSheet   = "缺报和重报"
)

// Heads of the register that are read back, or by which columns are put in their place.
const (
	headVerdict   = "结论"
	headContact   = "联系人"
	headPhone     = "电话"
	headExplained = "已说明"
	headRound     = "轮次"
	headDue       = "期限"
	headReceived  = "收到日期"
	headChosen    = "采用文件"
	headDigest    = "内容摘要"
	headSection   = "部分"
	headPlace     = "位置"
	headRule      = "规则"
)

// registerOn stands behind the year in the sentence above the rows of a register.
const registerOn = "年度，"

// ReadRounds reads an office's register back, whoever saved it since. A workbook without the sheet 登记 is none.
func ReadRounds(data []byte) (Rounds, error) {
	tables, err := workbook.ReadTables(data)
	if err != nil {
		return nil, err
	}
	rounds := Rounds{}
	found, year := false, 0
	for _, t := range tables {
		head := slices.IndexFunc(t.Rows, func(r workbook.TableRow) bool { return slices.Contains(r.Cells, verdict.HeadUnit) })
		if head < 0 {
			continue
		}
		if strings.HasPrefix(t.Sheet, registerSheet) {
			year = cmp.Or(year, yearOfRegister(t.Rows[:head]))
		}
		heads := t.Rows[head].Cells
		for _, row := range t.Rows[head+1:] {
			cell := func(name string) string { return row.Cell(slices.Index(heads, name)) }
			unit := chinese.UnitKey(cell(verdict.HeadUnit))
			r := rounds[unit]
			switch {
			case strings.HasPrefix(t.Sheet, registerSheet):
				found, r.Year = true, year
				if number, err := strconv.Atoi(cell(headRound)); err == nil {
					r.Number = max(r.Number, number)
				}
				if digest := cell(headDigest); digest != "" {
					r.Digests = append(r.Digests, digest)
				}
				r.Chosen = cmp.Or(r.Chosen, cell(headChosen)) // of several rows of a unit the first counts, here and below
				for _, kept := range keptColumns {
					is, listed := kept.of(&r.Kept), kept.of(&r.Listed)
					if kept.onYear && cell(headVerdict) == earlier {
						is = kept.of(&r.Beside)
					}
					*is, *listed = cmp.Or(*is, cell(kept.head)), cmp.Or(*listed, cell(kept.listedHead()))
				}
			case strings.HasPrefix(t.Sheet, findingsSheet):
				if r.Findings == nil {
					r.Findings, r.Explained = map[string]string{}, map[string]bool{}
				}
				r.Findings[cell(verdict.HeadNumber)] = subjectOf(cell(headRule), cell(headSection), cell(headPlace))
				if said := cell(verdict.HeadExplanation); said != "" {
					r.Explained[saidOf(cell(verdict.HeadNumber), said)] = true
				}
			}
			rounds[unit] = r
		}
	}
	if !found {
		return nil, fmt.Errorf("不是登记：里面没有“%s”这一页", registerSheet)
	}
	return rounds, nil
}

// yearOfRegister is the year of the reports that a register is of, by its sentence above the rows; 0 for none.
func yearOfRegister(above []workbook.TableRow) int {
	for _, row := range above {
		if text, _, found := strings.Cut(row.Cell(0), registerOn); found {
			if year, err := strconv.Atoi(text); err == nil {
				return year
			}
		}
	}
	return 0
}

// OfAnother is the year of the reports that the register is of, where that is another one; else 0.
func (r Rounds) OfAnother(year int) int {
	for _, round := range r {
		if round.Year != 0 && round.Year != year {
			return round.Year
		}
	}
	return 0
}

// On is what holds for reports on a year: of a register of other ones only whom to ask.
func (r Rounds) On(year int) Rounds {
	if r.OfAnother(year) == 0 {
		return r
	}
	on := Rounds{}
	for unit, was := range r {
		now := Round{}
		for _, c := range keptColumns {
			if !c.onYear {
				*c.of(&now.Kept), *c.of(&now.Listed) = *c.of(&was.Kept), *c.of(&was.Listed)
			}
		}
		on[unit] = now
	}
	return on
}

// NothingDecided is said of a register that holds nothing of an office's.
const NothingDecided = "是校验写的登记，没有“采用文件”“收到日期”这些栏，没有可以带过来的"

// IsPlainRegister says whether a workbook is a register of checked files, which has no place for what an office decides.
func IsPlainRegister(data []byte) bool {
	tables, err := workbook.ReadTables(data)
	tables = slices.DeleteFunc(tables, func(t workbook.Table) bool { return !strings.HasPrefix(t.Sheet, registerSheet) })
	return err == nil && len(tables) > 0 && !slices.ContainsFunc(tables, func(t workbook.Table) bool {
		return slices.ContainsFunc(t.Rows, func(r workbook.TableRow) bool { return slices.Contains(r.Cells, headChosen) })
	})
}

// of is what the register says of a unit, however its name is typed.
func (r Rounds) of(unit string) Round { return r[chinese.UnitKey(unit)] }

// Chosen are the files that the office chose of units with several versions, by chinese.UnitKey.
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
	Came          string // of what is missing: that something came which is not taken for its, a clause for the unit; "" for nothing
	Digest        string // of the report
	Standing
	Until string // the day by which its unit hands in once it was written to; "" for no day

	on int // the year of the reports that are added up
}

// The conclusions of an office on a member, in the order in which they are worked off.
var conclusions = []string{failed, asked, unread, absent, besides, passed, earlier}

const (
	failed  = "不通过"
	asked   = "待核实" // nothing must be mended, but something is to be explained
	unread  = "读不了"
	absent  = "未报"
	besides = "另有" // another file of the unit's counts
	passed  = "通过"
	earlier = "上年的" // and only compared with
)

// Conclusion is what the office says of a member.
func (r *Returned) Conclusion() string {
	switch {
	case r.Missing:
		return absent
	case r.Standing.Earlier:
		return earlier
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

// Returns joins what came of the members with what the list and the round before say of them. Entries are those of a ledger on the
// gathered files.
func (a *Aggregated) Returns(l *verdict.Ledger, g *job.Gathered, before Rounds) (list []*Returned) {
	digests := map[string]string{}
	for _, r := range g.Reports {
		digests[line.Shown(r.File)] = r.Digest
	}
	before = before.On(a.Year)
	standings := a.Standings(g)
	handed := map[string]bool{} // members of which something came, whatever it is
	for _, e := range a.entries(l) {
		r := a.returned(e, standings[e.File], before)
		handed[r.Entry.Unit] = handed[r.Entry.Unit] || !r.Standing.Earlier
		if r.Besides {
			r.Number = 0 // it is no round of the unit's
		} else if r.Missing {
			blanks := a.blanksOf(r.Entry.Unit)
			r.Came = "交来的" + letter.InLine(chinese.Quoted(job.NamesApart(filesOf(blanks)))) + "是没有填的空表，" + a.FillIn(blanks[0], "")
		} else if !e.Unread {
			r.take(digests[e.File])
		}
		list = append(list, r)
	}
	came := a.cameBesides()
	for _, m := range a.Missing {
		if handed[m.Name] {
			continue
		}
		r := &Returned{Entry: &verdict.Entry{Unit: m.Name, Level: m.Level, Year: model.YearText(a.Year), Verdict: absent, Unread: true}, Missing: true}
		r.join(a, m.Name, before)
		if told := came[m.Name]; told != nil {
			r.Came = strings.Join(told, "；")
			r.Entry.Notes = r.Came + "。"
		}
		list = append(list, r)
	}
	_, _, isOver := a.againIsOver(before)
	for _, r := range list {
		r.Until = a.dueAgain(r, isOver)
	}
	rank := func(r *Returned) int { return slices.Index(conclusions, r.Conclusion()) }
	slices.SortStableFunc(list, func(r, other *Returned) int {
		return cmp.Or(cmp.Compare(rank(r), rank(other)), cmp.Compare(a.placeOf(r.Entry.Unit), a.placeOf(other.Entry.Unit)))
	})
	return list
}

// cameBesides tells, by the names of the members, what came that is not taken for a member's report on the year, in clauses for its unit.
func (a *Aggregated) cameBesides() map[string][]string {
	came := map[string][]string{}
	for _, other := range a.Misnamed {
		came[other.CalledAfter] = append(came[other.CalledAfter], fmt.Sprintf("收到的“%s”里写的单位是“%s”，是你单位的，请改正单位名称", letter.InLine(filepath.Base(other.File)), letter.InLine(other.Unit)))
	}
	for unit, files := range a.earlierFiles() {
		came[unit] = append(came[unit], fmt.Sprintf("现有的%s是%d年度的，请报%d年度的", letter.InLine(chinese.Quoted(job.NamesApart(files))), a.Year-1, a.Year))
	}
	return came
}

// entries are those of a ledger, and of the files that were not looked at, which it may not have: those of the year before, and those that
// are all that came of their units.
func (a *Aggregated) entries(l *verdict.Ledger) []*verdict.Entry {
	entries := l.Entries()
	entered := map[string]bool{}
	for _, e := range entries {
		entered[e.File] = true
	}
	entries = slices.Clip(entries)
	for _, r := range a.Earlier {
		if file := line.Shown(r.File); !entered[file] {
			entries = append(entries, &verdict.Entry{Unit: line.Shown(r.Unit), Year: model.YearText(r.Year), Level: line.Shown(r.Level), Verdict: earlier, File: file})
		}
	}
	for _, f := range a.received {
		if file := line.Shown(f.File); !entered[file] {
			entries = append(entries, &verdict.Entry{File: file, Year: model.YearText(a.Year), Verdict: unread, Unread: true, Notes: line.Shown(f.Err.Error() + "。")})
		}
	}
	return entries
}

// placeOf is where on the list a unit stands; strangers come behind.
func (a *Aggregated) placeOf(unit string) int {
	if a.Members == nil {
		return 0
	}
	if i, ok := a.Members.Find(unit); ok {
		return i
	}
	return len(a.Members.Members)
}

// returned is what came of the unit of an entry. It is told and answered under the name that the list has, and what keeps it from
// counting stands before what else is to be known of it.
func (a *Aggregated) returned(e *verdict.Entry, s Standing, before Rounds) *Returned {
	named := *e
	named.Unit = cmp.Or(s.Unit, a.NameOf(e.Unit))
	switch why := s.told(); {
	case e.Unread && s.Besides: // how to mend it does not matter any more
		named.Notes = line.Shown(why) + "。"
	case why != "" && !e.Unread:
		named.Notes = strings.TrimSpace(line.Shown(why) + "。\n" + e.Notes)
	}
	r := &Returned{Entry: &named, Standing: s, Missing: s.Blank && !s.Besides}
	if r.Missing { // what is not filled in is no finding of anybody's
		named.Verdict, named.Unread, named.Counts, named.Points, named.Deducted, named.Notes = absent, true, verdict.Counts{}, "", "", line.Shown(s.told())+"。"
	}
	if r.join(a, named.Unit, before); s.Earlier {
		r.Round.besideLast()
	}
	named.Level = cmp.Or(named.Level, r.Member.Level)
	return r
}

// saidOf is an explanation of a finding as a register holds it, which shortens what no cell has room for.
func saidOf(number, explanation string) string {
	return number + " " + chinese.Shortened(line.Single(explanation), workbook.LongestListed)
}

// take enters a report of the unit: in a new round, unless it is one that was looked at before, with all that is explained now.
func (r *Returned) take(digest string) {
	r.Digest = digest
	isNew := !slices.Contains(r.Digests, digest)
	for i := range r.Items() {
		isNew = isNew || i.Explanation != "" && !r.Explained[saidOf(i.Number, i.Explanation)]
	}
	if isNew {
		r.Number++
	}
	if r.Number > 1 {
		r.Mended, r.Fresh = mendedAndFresh(r.Findings, slices.Collect(r.Items()))
	}
	r.Number = max(r.Number, 1)
}

// mendedAndFresh counts the findings of the round before that are gone, and those that are new. One is the same that has its number, or another that
// means it, and one on the same words or figures by the same rule: what was changed there did not mend it.
func mendedAndFresh(before map[string]string, now []verdict.Item) (mended, fresh int) {
	left := maps.Clone(before)
	take := func(was func(i verdict.Item) string) {
		now = slices.DeleteFunc(slices.Clone(now), func(i verdict.Item) bool {
			number := was(i)
			_, is := left[number]
			delete(left, number)
			return is
		})
	}
	take(func(i verdict.Item) string {
		at := slices.IndexFunc(i.Was, func(number string) bool { return left[number] != "" })
		if _, is := left[i.Number]; is || at < 0 {
			return i.Number
		}
		return i.Was[at]
	})
	take(func(i verdict.Item) string {
		for _, number := range slices.Sorted(maps.Keys(left)) {
			if left[number] == subjectOf(i.Rule, i.Section, i.Place) {
				return number
			}
		}
		return ""
	})
	return len(left), len(now)
}

// subjectOf is what a finding is on, whatever stands there.
func subjectOf(rule, section, place string) string { return rule + "\x00" + section + "\x00" + place }

// join takes over what the list and the round before say of a unit.
func (r *Returned) join(a *Aggregated, unit string, before Rounds) {
	r.on = a.Year
	if a.Members != nil {
		if i, ok := a.Members.Find(unit); ok && unit != "" {
			r.Member = a.Members.Members[i]
		}
	}
	r.Round = before.of(unit)
	if r.Round.Number == 0 && r.Member.Name != "" {
		r.Round = before.of(r.Member.Name)
	}
	r.Round.settle(keptOf(r.Member))
}
