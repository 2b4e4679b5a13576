package county

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Report is what is kept of a member's report.
type Report struct {
	File       string // its name, which tells it from all others
	Unit       string
	Level      string
	Year       int  // 0 if none can be read
	IsSum      bool // its figures are of all that report to the unit, too
	Digest     string
	Figures    Packed
	Blank      bool       // it is a form in which nobody has filled anything in
	Read       bool       // its figures were read off a published report, and not filled into a form
	Doubts     []form.Key // those that may be read wrong
	Indicators []Given    // what it gives for indicators; nil where it has none
	Texts      []Text     // of the sections that the office's own report is written from; nil where they are not kept
}

// addsSame says whether a report adds the same to the sums as another one: what has no place for indicators says nothing of them.
func (r Report) addsSame(other Report) bool {
	return r.Figures.IsSame(other.Figures) && (r.Indicators == nil || other.Indicators == nil || slices.Equal(r.Indicators, other.Indicators))
}

// IsSame says whether two reports have the same figures, with those given for indicators.
func (r Report) IsSame(other Report) bool {
	return r.Figures.IsSame(other.Figures) && slices.Equal(r.Indicators, other.Indicators)
}

// Text is the text of a section.
type Text struct {
	Key        form.Key
	Paragraphs string // one a line
}

// Parted are its paragraphs, without those that say nothing.
func (t Text) Parted() (paragraphs []model.Paragraph) {
	for text := range strings.SplitSeq(t.Paragraphs, "\n") {
		if text = strings.TrimSpace(text); text != "" {
			paragraphs = append(paragraphs, model.Paragraph{Text: text})
		}
	}
	return paragraphs
}

// Adjustment is what an office adds to a sum or takes from it, with its reason: a notice that several offices issued is counted by the
// one that led, a unit was abolished in the year.
type Adjustment struct {
	Key    form.Key
	By     decimal.Decimal
	Reason string
	Unit   string
}

// Order says what is added up.
type Order struct {
	Year     int               // the report year
	Office   string            // the unit for which all is added up; "" where it is not known
	Members  *List             // nil where all units are members
	Chosen   map[string]string // of units with several versions, by chinese.UnitKey: the file that counts
	Unsound  map[string]bool   // files that are left out, because they have 强制 findings
	Unread   []string          // files that came and could not be read
	Within   string            // the folder that all files lie in
	Adjusted []Adjustment
	Asked    []model.Indicator          // those that are added up whatever reports have
	Apart    func(a, b Report) []string // where two reports with equal figures differ; nil where that cannot be told, so that only equal contents are one report
}

// Total is what reports add up to, and who is not in it.
type Total struct {
	Order
	Edition    *form.Edition
	Sum        *Sum           // without the adjustments
	Counted    []Report       // in the order of the list, else in that in which they came
	Unadded    []Unadded      // what of theirs is not in it
	Indicators []IndicatorSum // what they add up to beside the form, without the adjustments
	Unsummed   []Unsummed

	Missing  []Missing
	Ended    []Member   // abolished or merged in the year, of which nothing came: who goes on with what they had reports for them
	Versions [][]Report // of one unit and of different figures: none counts
	Doubles  [][]Report // of equal contents: the first counts
	Alike    []Alike    // of equal figures and other contents
	Others   [][]Report // versions of which another was chosen; the chosen one first
	Unsounds []Report
	Overlaps []Overlap  // sums with reports that are in them
	OwnSums  []Report   // of the office itself, with all its members in them
	Strange  []Stranger // not on the list
	Misnamed []Misnamed // whose files are called after other members; they count all the same
	Outlived []Outlived // of members that were gone by the end of the year; they count all the same
	Unnamed  []Report   // without a unit or a year
	Earlier  []Report   // of the year before, to be compared with
	Years    []Report   // of other years
	Editions []Report   // of the year, on the form of another
	Blanks   []Report   // forms of the year or older ones that nobody has filled in, of units that have handed nothing else in
	Spares   []Report   // such forms of units that have

	HasEarlier bool // those of the year before are of most units, and so all that there are
}

// Alike is a report whose figures are those of the one that counts, and which says other things.
type Alike struct {
	Report
	Counted Report
	Differ  []string // where
}

// Missing is a member of which nothing came, or nothing that can be told to be its.
type Missing struct {
	Member
	Perhaps string // the file that may be its: one that could not be read, or a stranger's; "" for none
}

// Unadded are the figures of a report in the sum that are not in it: no number stands there.
type Unadded struct {
	Report Report
	Keys   []form.Key
}

// Stranger is a report of a unit that is not on the list, with the member that is probably meant, "" for none.
type Stranger struct {
	Report
	Nearest string
}

// Misnamed is a report whose file is called after another member than the one that it names.
type Misnamed struct {
	Report
	CalledAfter string
}

// Outlived is a report of a member that was abolished or merged, with those of the members that go on with what it had: what stands in one
// may stand in the other, too.
type Outlived struct {
	Report
	Member Member
	Heirs  []Report // nil where the member was gone before the year began, and nobody else's may hold it
}

// NewTotal adds reports up. A year without a form makes a total of nothing.
func NewTotal(o Order, reports []Report) *Total {
	t := &Total{Order: o}
	var known bool
	if t.Edition, known = form.ForYear(o.Year); !known {
		t.Edition = form.Editions()[len(form.Editions())-1]
	}
	t.Sum = NewSum(t.Edition)
	var units [][]Report // those that might count, by unit and scope
	at := map[string]int{}
	for _, r := range reports {
		id, ok := t.admit(r)
		if !ok {
			continue
		}
		i, known := at[id]
		if !known {
			i = len(units)
			at[id] = i
			units = append(units, nil)
		}
		units[i] = append(units[i], r)
	}
	t.setEarlierApart(units)
	heard := map[string]bool{}
	for _, versions := range append(units, t.Years, t.Editions) {
		for _, r := range versions {
			heard[t.NameOf(r.Unit)] = true
		}
	}
	isSpare := func(r Report) bool { return heard[t.NameOf(r.Unit)] }
	for _, r := range t.Blanks {
		if isSpare(r) {
			t.Spares = append(t.Spares, r)
		}
	}
	t.Blanks = slices.DeleteFunc(t.Blanks, isSpare)
	for _, versions := range units {
		if r, ok := t.choose(versions); ok {
			t.Counted = append(t.Counted, r)
		}
	}
	t.part()
	if t.Members != nil {
		t.findMisnamed(slices.Concat(units...))
		t.miss(func(m Member) bool { return heard[m.Name] })
		t.findOutlived()
		place := func(r Report) int {
			if i, ok := t.Members.Find(r.Unit); ok {
				return i
			}
			return -1 // the office itself
		}
		slices.SortStableFunc(t.Counted, func(a, b Report) int { return cmp.Compare(place(a), place(b)) })
	}
	for _, r := range t.Counted {
		if keys := t.Sum.Add(r.Figures); keys != nil {
			t.Unadded = append(t.Unadded, Unadded{r, keys})
		}
	}
	t.sumIndicators()
	return t
}

// findMisnamed finds the reports whose files are called after other members: one of the two names is wrong. Who goes on for a unit may use its form.
func (t *Total) findMisnamed(reports []Report) {
	for _, r := range reports {
		i, ok := t.Members.Find(r.Unit)
		if !ok {
			continue
		}
		of := t.Members.Members[i]
		if other, ok := t.Members.CalledAfter(r.File, of); ok && !slices.Contains(t.Members.HeirsOf(other.Name, t.Year), of.Name) {
			t.Misnamed = append(t.Misnamed, Misnamed{r, other.Name})
		}
	}
}

// miss finds the members of which nothing was heard, and the files that may be theirs.
func (t *Total) miss(heard func(Member) bool) {
	perhaps := map[string]string{}
	for _, m := range t.Misnamed {
		perhaps[m.CalledAfter] = m.File
	}
	for i, s := range t.Strange {
		t.Strange[i].Nearest = t.Members.Nearest(s.Unit, s.File, heard)
		perhaps[t.Strange[i].Nearest] = s.File
	}
	for _, r := range t.Unnamed {
		i, ok := t.Members.Find(r.Unit)
		if !ok {
			i, ok = t.Members.Whose(r.File, t.Within)
		}
		if ok {
			perhaps[t.Members.Members[i].Name] = r.File
		}
	}
	for _, file := range t.Order.Unread {
		if i, ok := t.Members.Whose(file, t.Within); ok {
			perhaps[t.Members.Members[i].Name] = file
		}
	}
	counted := t.countedByName()
	for _, m := range t.Members.Members {
		heirs := t.heirsOf(m)
		switch {
		case heard(m), !m.Ended.IsZero() && m.Ended.Year() < t.Year:
		case heirs != nil && (perhaps[m.Name] == "" || slices.ContainsFunc(heirs, func(heir string) bool { return counted[heir] != nil })):
			t.Ended = append(t.Ended, m)
		default:
			t.Missing = append(t.Missing, Missing{m, perhaps[m.Name]})
		}
	}
}

// heirsOf are the others that go on with what a member had that was gone by the end of the year; nil where it is still there, or nobody does.
func (t *Total) heirsOf(m Member) []string {
	if m.Ended.IsZero() || m.Ended.Year() > t.Year {
		return nil
	}
	if heirs := t.Members.HeirsOf(m.Name, t.Year); !slices.Contains(heirs, m.Name) {
		return heirs
	}
	return nil
}

// HeirsOf are the members that go on with what a unit had that was abolished or merged by the end of the year, and that answer for it now;
// nil for a unit that answers for itself.
func (t *Total) HeirsOf(unit string) []string {
	if t.Members == nil {
		return nil
	}
	i, ok := t.Members.Find(unit)
	if !ok {
		return nil
	}
	return t.heirsOf(t.Members.Members[i])
}

// countedByName are the reports in the sum, by the names that the list has for their units.
func (t *Total) countedByName() map[string][]Report {
	counted := map[string][]Report{}
	for _, r := range t.Counted {
		counted[t.NameOf(r.Unit)] = append(counted[t.NameOf(r.Unit)], r)
	}
	return counted
}

// findOutlived finds the reports in the sum whose units were gone, as far as anybody else's may hold what they say.
func (t *Total) findOutlived() {
	counted := t.countedByName()
	for _, r := range t.Counted {
		i, ok := t.Members.Find(r.Unit)
		if !ok {
			continue
		}
		o := Outlived{Report: r, Member: t.Members.Members[i]}
		for _, heir := range t.heirsOf(o.Member) {
			o.Heirs = append(o.Heirs, counted[heir]...)
		}
		if ended := o.Member.Ended; o.Heirs != nil || !ended.IsZero() && ended.Year() < t.Year {
			t.Outlived = append(t.Outlived, o)
		}
	}
}

// admit says whether a report may count, and which unit it is of, with the scope.
func (t *Total) admit(r Report) (unit string, ok bool) {
	switch {
	case r.Unit == "" || r.Year == 0:
		t.Unnamed = append(t.Unnamed, r)
	case t.isStrange(r):
		t.Strange = append(t.Strange, Stranger{Report: r})
	case r.Year != t.Year:
		t.Years = append(t.Years, r)
	case r.Blank: // whatever form it is: nothing was handed in
		t.Blanks = append(t.Blanks, r)
	case t.isOldForm(r):
		t.Editions = append(t.Editions, r)
	case t.isOwnSum(r):
		t.OwnSums = append(t.OwnSums, r)
	case r.IsSum:
		return chinese.UnitKey(t.NameOf(r.Unit)) + "/" + form.SumScope, true
	default:
		return chinese.UnitKey(t.NameOf(r.Unit)), true
	}
	return "", false
}

// isOldForm says whether a report is on the form of other years.
func (t *Total) isOldForm(r Report) bool { return r.Figures.Edition != t.Edition }

// FillIn is what is to be done with a form that nobody has filled in, a clause.
func (t *Total) FillIn(blank Report) string {
	if t.isOldForm(blank) {
		return fmt.Sprintf("格式也是以前的，请用下发的%d年度的填报表填好再报", t.Year)
	}
	return "请填好再报"
}

func (t *Total) isStrange(r Report) bool {
	if t.Members == nil || t.isOffice(r.Unit) {
		return false
	}
	_, ok := t.Members.Find(r.Unit)
	return !ok
}

// NameOf is the name by which the list has a unit; its own where there is no list, or the list does not have it.
func (t *Total) NameOf(unit string) string { return t.Members.NameOf(unit) }

// choose is the report that counts of those of one unit.
func (t *Total) choose(versions []Report) (r Report, ok bool) {
	r = versions[0]
	if chosen := t.chosen(versions); len(versions) > 1 && chosen >= 0 {
		r = versions[chosen]
		t.Others = append(t.Others, append([]Report{r}, slices.Delete(slices.Clone(versions), chosen, chosen+1)...))
	} else if len(versions) > 1 {
		if r, ok = t.oneOf(versions); !ok {
			t.Versions = append(t.Versions, versions)
			return Report{}, false
		}
	}
	if t.Unsound[r.File] {
		t.Unsounds = append(t.Unsounds, r)
		return Report{}, false
	}
	return r, true
}

// oneOf is the report that counts of several that add the same: the one that holds most, as a form does beside its page. ok is false where
// they add something else, or where nobody can tell what they say.
func (t *Total) oneOf(versions []Report) (r Report, ok bool) {
	held := func(r Report) int {
		switch {
		case r.Indicators != nil:
			return 0
		case !r.Read:
			return 1
		}
		return 2
	}
	sorted := slices.Clone(versions)
	slices.SortStableFunc(sorted, func(a, b Report) int { return cmp.Compare(held(a), held(b)) })
	r = sorted[0]
	same := []Report{r}
	var alike []Alike
	for _, v := range sorted[1:] {
		switch {
		case v.Digest == r.Digest:
			same = append(same, v)
		case t.Apart == nil || !v.addsSame(r):
			return Report{}, false
		default:
			if differ := t.Apart(r, v); differ == nil {
				same = append(same, v)
			} else {
				alike = append(alike, Alike{v, r, differ})
			}
		}
	}
	if len(same) > 1 {
		t.Doubles = append(t.Doubles, same)
	}
	t.Alike = append(t.Alike, alike...)
	return r, true
}

// chosen is the index of the version that the office chose, -1 for none.
func (t *Total) chosen(versions []Report) int {
	called := t.calledAsChosen(versions)
	if len(called) != 1 {
		return -1
	}
	return called[0]
}

// calledAsChosen are the indices of the versions that what the office wrote down calls: the one with this path, else those whose paths end
// so, in whole names, else those that do without the ending of the file's name, which many systems do not show.
func (t *Total) calledAsChosen(versions []Report) (called []int) {
	file, ok := t.Chosen[chinese.UnitKey(t.NameOf(versions[0].Unit))]
	if !ok {
		file = t.Chosen[chinese.UnitKey(versions[0].Unit)]
	}
	if file = strings.TrimSpace(slashed(file)); file == "" {
		return nil
	}
	var inShort []int
	for i, v := range versions {
		name := slashed(v.File)
		switch endsSo := func(name string) bool { return strings.HasSuffix("/"+name, "/"+file) }; {
		case name == file:
			return []int{i}
		case endsSo(name):
			called = append(called, i)
		case endsSo(strings.TrimSuffix(name, path.Ext(name))):
			inShort = append(inShort, i)
		}
	}
	if called == nil {
		return inShort
	}
	return called
}

// ChosenAmong is how many of a unit's versions are called what the office wrote down as the one that counts.
func (t *Total) ChosenAmong(versions []Report) int { return len(t.calledAsChosen(versions)) }

// slashed is a path with the same signs between its names on every system: what was written down on one may be read on another.
func slashed(path string) string { return strings.ReplaceAll(path, `\`, "/") }

// Due is the sum with the adjustments.
func (t *Total) Due() *Sum {
	due := NewSum(t.Edition)
	copy(due.totals, t.Sum.totals)
	copy(due.given, t.Sum.given)
	for _, a := range t.Adjusted {
		if _, ok := t.Edition.Cell(a.Key); ok {
			due.Adjust(a.Key, a.By)
		}
	}
	return due
}
