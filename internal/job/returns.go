package job

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/line"
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

// IsMarked says whether its marked workbook goes along: what does not count whatever is found in it need not be mended.
func (r *Returned) IsMarked() bool { return r.IsReturned() && r.Reason == "" }

// ReturnFolder is the name of the folder with what goes back to a unit; where it has no name, that of its file.
func ReturnFolder(unit, file string) string { return FileName(cmp.Or(unit, stem(file))) }

// inLine is a text that a line of a letter is made of: it makes no lines of its own, and hides nothing.
func inLine(text string) string { return line.Shown(oneLine(text)) }

// ReturnLetter is the letter that goes back to a member with its marked workbook, as text and for word processors.
func (a *Aggregated) ReturnLetter(r *Returned, file, marked string) ([]File, error) {
	type group struct {
		Heading string
		Items   []string
	}
	var groups []group
	for _, level := range []struct {
		check.Level
		heading string
	}{{check.Fatal, "必须改正的"}, {check.Query, "请核实的"}, {check.Info, "供参考的"}} {
		var items []string
		for i := range r.Items() {
			if i.Level == level.Level && i.Explanation == "" {
				items = append(items, strconv.Itoa(len(items)+1)+"．"+inLetter(i))
			}
		}
		if items != nil {
			groups = append(groups, group{fmt.Sprintf("%s、%s（%d处）", [...]string{"一", "二", "三"}[len(groups)], level.heading, len(items)), inBrief(items)})
		}
	}
	if r.Reason != "" {
		groups, marked = nil, ""
	}
	d, err := a.compose("return", map[string]any{
		"Year": a.Year, "Unit": inLine(r.Entry.Unit), "File": inLine(file), "Counted": r.Counts.Listed(), "Reason": r.Reason, "Due": inLine(r.Round.Due), "Groups": groups, "Marked": inLine(marked), "Mend": r.Conclusion() == failed, "Explain": r.Counts.Query > 0,
	})
	if err != nil {
		return nil, err
	}
	return letterFiles(returnLetterName, d)
}

// Reminder is the letter to a member of which nothing came.
func (a *Aggregated) Reminder(r *Returned) ([]File, error) {
	d, err := a.compose("remind", map[string]any{"Year": a.Year, "Unit": inLine(r.Entry.Unit), "Due": inLine(r.Round.Due)})
	if err != nil {
		return nil, err
	}
	return letterFiles(reminderName, d)
}

// faults is what keeps a report from passing, in a clause.
func (r *Returned) faults() string {
	return cmp.Or(r.Reason, r.Counts.Listed())
}

// inLetter is a finding as a letter tells it: where, and what.
func inLetter(i verdict.Item) string {
	where := strings.TrimSpace(i.Section + " " + i.Place)
	text := strings.Join(strings.Split(i.Message, "\n"), "")
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
	return append(items[:most:most], fmt.Sprintf("其余%d处，见标出问题的填报表。", len(items)-most))
}

// Notice is the notice to all members: who has passed, whose report went back, and who has not reported, a line a unit.
func (a *Aggregated) Notice(list []*Returned) ([]File, error) {
	var accepted, returned, missing []string
	told := map[string]bool{}
	for _, r := range list {
		unit := inLine(a.NameOf(r.Entry.Unit))
		if unit == "" || told[unit] || r.Besides || a.isStrange(r.Entry.Unit) {
			continue
		}
		told[unit] = true
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

// isStrange says whether the list does not have a unit.
func (a *Aggregated) isStrange(unit string) bool {
	if a.Members == nil {
		return false
	}
	_, ok := a.Members.Find(unit)
	return !ok
}
