package collect

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/filename"
	"nianbao/internal/job"
	"nianbao/internal/letter"
	"nianbao/internal/office"
	"nianbao/internal/verdict"
)

// Names of what goes back to members, and of what goes round.
const (
	returnLetterName = "退回函"
	reminderName     = "催报函"
	noticeName       = "通报"
)

// IsReturned says whether a letter goes to the member: something is to be mended, to be explained, or to be handed in otherwise.
func (r *Returned) IsReturned() bool {
	switch {
	case r.Missing || r.Besides:
		return false
	case r.Reason != "":
		return r.Standing.Unit != ""
	}
	return !r.Unread && r.Counts.Fatal+r.Counts.Query > 0
}

// IsMarked says whether its marked workbook goes along.
func (r *Returned) IsMarked() bool {
	return r.IsReturned() && !r.Unread && r.IsToBeMended() && r.Counts.Fatal+r.Counts.Query > 0
}

// ReturnFolder is the name of the folder with what goes back to a unit; where it has no name, that of its file.
func ReturnFolder(unit, file string) string { return job.FileName(cmp.Or(unit, job.Stem(file))) }

// Sending is what goes to one unit, in a folder of its own.
type Sending struct {
	Unit string      // by the list's name
	Rows []*Returned // what came of it; where there are several none counts
}

// Sendings lists the units to which something goes.
func (a *Aggregated) Sendings(list []*Returned) (sendings []*Sending) {
	at := map[string]*Sending{}
	for _, r := range list {
		if !r.IsReturned() && (!r.Missing || r.isOwn()) {
			continue
		}
		folder := filename.Fold(ReturnFolder(r.Entry.Unit, r.File))
		if at[folder] == nil {
			at[folder] = &Sending{Unit: r.Entry.Unit}
			sendings = append(sendings, at[folder])
		}
		at[folder].Rows = append(at[folder].Rows, r)
	}
	return sendings
}

// isOwn says whether the row is of the office itself, by the list: it writes no reminder to itself, and its notice tells of the others.
func (r *Returned) isOwn() bool { return r.Member.Category == county.OwnCategory }

// OwnMissing are the units of the office itself of which nothing came.
func OwnMissing(list []*Returned) (units []string) {
	for _, r := range list {
		if r.Missing && r.isOwn() {
			units = append(units, r.Entry.Unit)
		}
	}
	return units
}

// IsReminder says whether nothing came of the unit.
func (s *Sending) IsReminder() bool { return s.Rows[0].Missing }

// Folder is the name of the folder for it.
func (s *Sending) Folder() string { return ReturnFolder(s.Unit, s.Rows[0].File) }

// Letter is the letter that goes to a unit, as text and for word processors: for what is to be mended, which the marked workbooks go
// along with by the names of its files, or for what did not come.
func (a *Aggregated) Letter(s *Sending, marked map[string]string) ([]job.File, error) {
	if s.IsReminder() {
		return a.reminder(s)
	}
	return a.returnLetter(s, marked)
}

// letterPart is what a letter says of one file, or of those of which the same is to be said.
type letterPart struct {
	Files, Reason string
	Found         []letterFound
}

// letterFound is what was found in one of them.
type letterFound struct {
	File          string // where the part is about several; else ""
	OneOf         bool   // of several of which the unit is to say which one holds
	Counted       string
	Again         int // how often it was looked at, where that was before
	Groups        []letterGroup
	Marked        string
	Mend, Explain bool
}

type letterGroup struct {
	Heading string
	Items   []string
}

func (a *Aggregated) returnLetter(s *Sending, marked map[string]string) ([]job.File, error) {
	var files []string
	for _, r := range s.Rows {
		files = append(files, r.File)
	}
	names := job.NamesApart(files)
	var parts []letterPart
	until := ""
	for i, r := range s.Rows {
		until = cmp.Or(until, a.dayInLetter(r.Until))
		name := letter.InLine(names[i])
		same := func(other *Returned) bool { return r.Reason != "" && other.Reason == r.Reason }
		if first := slices.IndexFunc(s.Rows, same); first < 0 || first == i {
			parts = append(parts, letterPart{Files: name, Reason: r.Reason})
		} else {
			at := slices.IndexFunc(parts, func(p letterPart) bool { return p.Reason == r.Reason })
			parts[at].Files += "、" + name
		}
		if !r.IsMarked() {
			continue
		}
		found := letterFound{Counted: r.Counts.Listed(), Groups: groupsOf(r), Marked: letter.InLine(marked[r.File]), Mend: r.Counts.Fatal > 0, Explain: r.Counts.Query > 0}
		if len(s.Rows) > 1 {
			found.File = name
		}
		for _, other := range s.Rows {
			found.OneOf = found.OneOf || other != r && same(other)
		}
		if r.Number > 1 {
			found.Again = r.Number
		}
		at := slices.IndexFunc(parts, func(p letterPart) bool { return p.Reason == r.Reason && (r.Reason != "" || p.Files == name) })
		parts[at].Found = append(parts[at].Found, found)
	}
	d, err := a.compose("return", a.letterTo(s, map[string]any{"Until": until, "Parts": parts}))
	if err != nil {
		return nil, err
	}
	return letterFiles(returnLetterName, d)
}

// dayInLetter is a day as letters say it, all of them in one way.
func (a *Aggregated) dayInLetter(day string) string {
	return letter.InLine(office.DayInWords(day, a.Year))
}

// groupsOf are the findings of a report that a letter tells, by what is to be done.
func groupsOf(r *Returned) (groups []letterGroup) {
	for _, level := range []struct {
		check.Level
		heading string
	}{{check.Fatal, "必须改正的"}, {check.Query, "请核实的"}, {check.Info, "供参考的"}} {
		var items []string
		found := 0
		for i := range r.Items() {
			if i.Level != level.Level || i.Explanation != "" {
				continue
			}
			if found++; !i.Untold {
				items = append(items, strconv.Itoa(len(items)+1)+"．"+inLetter(i))
			}
		}
		if items != nil {
			groups = append(groups, letterGroup{fmt.Sprintf("%s、%s（%d处）", [...]string{"一", "二", "三"}[len(groups)], level.heading, found), inBrief(items)})
		}
	}
	return groups
}

// letterTo adds to what a letter says whom it is for, on which year: the unit, or, where that was abolished or merged, who goes on with what
// it had, since nobody would read it there.
func (a *Aggregated) letterTo(s *Sending, content map[string]any) map[string]any {
	content["Year"], content["Unit"], content["For"] = a.Year, cmp.Or(letter.InLine(s.Unit), "有关单位"), ""
	if heirs := a.HeirsOf(s.Unit); heirs != nil {
		content["Unit"], content["For"] = letter.InLine(strings.Join(heirs, "、")), letter.InLine(s.Unit)
	}
	return content
}

// goneInto are the members of which nothing came because they were abolished or merged in the year, and a unit goes on with what they had.
func (a *Aggregated) goneInto(unit string) (names []string) {
	for _, m := range a.Ended {
		if slices.Contains(a.HeirsOf(m.Name), unit) {
			names = append(names, letter.InLine(m.Name))
		}
	}
	return names
}

// reminder is the letter to a member of which nothing came.
func (a *Aggregated) reminder(s *Sending) ([]job.File, error) {
	d, err := a.compose("remind", a.letterTo(s, map[string]any{"Due": a.dayInLetter(s.Rows[0].Round.Due), "Until": a.dayInLetter(s.Rows[0].Until), "Came": s.Rows[0].Came, "With": strings.Join(a.goneInto(s.Unit), "、")}))
	if err != nil {
		return nil, err
	}
	return letterFiles(reminderName, d)
}

// faults is what keeps a report from passing, in a clause.
func (r *Returned) faults() string {
	return cmp.Or(r.Brief, r.Reason, r.Counts.Listed())
}

// inLetter is a finding as a letter tells it: where, and what.
func inLetter(i verdict.Item) string {
	if i.Together != "" { // which names the places
		return i.Section + "：" + i.Together
	}
	where := strings.TrimSpace(i.Section + " " + i.Place)
	text := strings.Join(strings.Split(i.ForUnit(), "\n"), "")
	if i.Level == check.Query {
		text += "（编号" + i.Number + "）"
	}
	return where + "：" + text
}

// inBrief keeps a letter short.
func inBrief(items []string) []string {
	const most = 20
	if len(items) <= most {
		return items
	}
	return append(items[:most:most], fmt.Sprintf("其余%d条，见标出问题的填报表。", len(items)-most))
}

// Notice is the notice to all members: who has passed, whose report went back, and who has not reported, a line a unit.
func (a *Aggregated) Notice(list []*Returned) ([]job.File, error) {
	var accepted, returned, missing []string
	for _, r := range a.units(list) {
		if r.isOwn() {
			continue
		}
		unit := letter.InLine(r.Entry.Unit)
		switch r.Conclusion() {
		case absent:
			missing = append(missing, unit)
		case unread, failed, asked:
			returned = append(returned, unit+"："+r.faults())
		default:
			accepted = append(accepted, unit)
		}
	}
	d, err := a.compose("notice", map[string]any{"Year": a.Year, "Due": len(accepted) + len(returned) + len(missing), "Passed": accepted, "Returned": returned, "Missing": missing})
	if err != nil {
		return nil, err
	}
	return letterFiles(noticeName, d)
}

// units are the rows by which the units are counted: of each that the list has the first one, without what lies beside a file that
// counts, and without files of which nobody knows whose they are.
func (a *Aggregated) units(list []*Returned) (units []*Returned) {
	told := map[string]bool{}
	for _, r := range list {
		unit := chinese.UnitKey(r.Entry.Unit)
		if unit == "" || told[unit] || r.Besides || a.isStrange(r.Entry.Unit) {
			continue
		}
		told[unit] = true
		units = append(units, r)
	}
	return units
}

// isStrange says whether the list does not have a unit.
func (a *Aggregated) isStrange(unit string) bool {
	if a.Members == nil {
		return false
	}
	_, ok := a.Members.Find(unit)
	return !ok
}
