package job

import (
	"fmt"
	"slices"
	"strings"
	"sync"

	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Before is what a report is held against of the year before.
type Before struct {
	Report  *model.Report   // that of its unit, or of several that became it their sum; nil for none
	Each    []*model.Report // those that were added up; nil where Report is one that somebody wrote
	Sources []Source        // that they were read from
	Divided []string        // the names of units that were divided: of what they had the report has a part that nobody told
	Told    string          // where it was found, a sentence without its end; "" where it is what was given as last year's report
}

// Of finds what to compare a report with: by the office's list, which may be nil, what the units left that its unit goes on for, else
// that of the unit itself, or all that were given. The note says why there is nothing, or what was added up. A nil receiver has nothing and
// says nothing.
func (l *LastYear) Of(r *model.Report, list *county.List) (b Before, note string) {
	if l == nil {
		return b, ""
	}
	year, ok := r.Year()
	if !ok {
		return b, "报告年度读不出" + uncompared
	}
	return l.before(whose{r.Unit(), r.Scope(), year - 1}, list)
}

// whose is whose report is asked for, and of which year.
type whose struct {
	unit, scope string
	year        int
}

// before is Of of what is told of a report.
func (l *LastYear) before(of whose, list *county.List) (b Before, note string) {
	found := l.leftTo(of, list)
	for _, source := range found.from {
		one, err := l.open(source)
		if err != nil {
			return Before{}, "上年的“" + source.Name + "”读不了" + notCompared + "：" + err.Error()
		}
		b.Each, b.Sources = append(b.Each, one), append(b.Sources, source)
	}
	if len(b.Each) == 0 {
		if l.among && found.missing { // nobody said that it is there
			return Before{}, ""
		}
		return Before{}, found.note
	}
	b.Report, b.Divided = Merged(b.Each), found.divided
	notes := found.notes()
	if l.among {
		var files []string
		for _, s := range b.Sources {
			files = append(files, s.Name)
		}
		b.Told = "上年的年报，用的是一起看的" + chinese.Quoted(files)
	}
	if l.summed {
		b.Told = b.summedNote()
	}
	if unread := unheld(of.year+1, b.Each); unread != nil {
		notes = append(notes, "上年的报告里没有读出"+strings.Join(unread, "；")+uncompared)
	}
	if len(b.Each) == 1 {
		b.Each = nil
		return b, strings.Join(notes, "；")
	}
	if own := ofUnit(of.unit, b.Each); own != nil {
		b.Report.Fields["unit.name"], b.Report.Texts = own.Fields["unit.name"], own.Texts
	}
	var units []string
	for _, one := range b.Each {
		units = append(units, one.Unit())
	}
	notes = append(notes, AddedNote(units, of.year))
	return b, strings.Join(notes, "；")
}

// AddedNote says, without the end of the sentence, whose reports on a year were added up.
func AddedNote(units []string, year int) string {
	return fmt.Sprintf("上年的数，是%s%d年度报告的相加", chinese.Quoted(units), year)
}

// unheld lists the figures of a year's report that are to be held against reports of the year before and cannot be: of each row which.
func unheld(year int, before []*model.Report) []string {
	e, ok := form.ForYear(year)
	if !ok {
		return nil
	}
	blank := model.New(e)
	CarryOver(blank, before...)
	return NotCarried(blank)
}

// What ends the sentence that says why there is nothing: the second where that spoke of last year's reports.
const (
	uncompared  = "，没有和上年比较"
	notCompared = "，没有比较"
)

// open reads one of last year's reports, the single one once.
func (l *LastYear) open(s Source) (*model.Report, error) {
	if l.single != nil {
		return l.single, nil
	}
	return openSource(s)
}

// left is what the year before left to a unit.
type left struct {
	from    []Source
	divided []string // the names of units that were divided
	note    string   // why there is nothing, or what is to be known of it, without the end of the sentence
	missing bool     // there is nothing, because it was not given
}

// notes tell what is to be known where there is something.
func (f left) notes() (notes []string) {
	if f.note != "" {
		notes = append(notes, f.note)
	}
	if f.divided != nil {
		notes = append(notes, chinese.Quoted(f.divided)+"分给了几个单位，分到多少不知道，只看有没有比上年的还多")
	}
	return notes
}

// leftTo finds what a year left to a unit.
func (l *LastYear) leftTo(of whose, list *county.List) left {
	names := []string{of.unit}
	if list != nil {
		if i, ok := list.Find(of.unit); ok {
			m := list.Members[i]
			if before := l.heirs.before(list, m.Name, of.year+1); before != nil {
				return l.leftBy(before, list, m, of)
			}
			names = append(append(names, m.Name), m.Former...)
		}
	}
	if l.Together {
		return l.all(of)
	}
	found := l.find(names, list, of.scope, of.year)
	switch {
	case found.unsure:
		return left{note: found.differing(of.unit, of.year, uncompared)}
	case found.sources != nil:
		return left{from: found.sources}
	case l.single == nil:
		return left{note: missingNote(of.unit, of.year) + uncompared, missing: true}
	case l.isSingleOf(names, of.year):
		return left{note: fmt.Sprintf("给出的上年报告的统计口径是“%s”，和这一份的不同", l.single.Scope()) + notCompared}
	}
	if y, _ := l.single.Year(); l.single.Summed && !l.isSingleOf(names, y) {
		return left{note: fmt.Sprintf("给出的上年报告是“%s”%d年度的汇总表，不是一个单位的报告", l.single.Unit(), y) + notCompared}
	}
	return left{note: fmt.Sprintf("给出的上年报告是“%s”，不是“%s”%d年度的报告", l.single.Title(), of.unit, of.year) + notCompared}
}

// leftBy are the reports of the units that a member goes on for, its own first. Where one is missing there is nothing: the rest is not what they left.
func (l *LastYear) leftBy(before []predecessor, list *county.List, m county.Member, of whose) (found left) {
	own := l.find(append([]string{of.unit, m.Name}, m.Former...), list, of.scope, of.year)
	if own.unsure {
		return left{note: own.differing(m.Name, of.year, uncompared)}
	}
	found.from = own.sources
	hasOwn := found.from != nil
	var missing, others []string
	for _, p := range before {
		its := l.find(append([]string{p.Name}, p.Former...), list, of.scope, of.year)
		switch {
		case its.unsure:
			return left{note: fmt.Sprintf("名单上由“%s”承接的", m.Name) + its.differing(p.Name, of.year, uncompared)}
		case its.sources != nil:
			found.from, others = append(found.from, its.sources...), append(others, p.Name)
			if p.divided {
				found.divided = append(found.divided, p.Name)
			}
		case p.late:
			missing = append(missing, p.Name)
		}
	}
	switch {
	case missing != nil:
		return left{note: fmt.Sprintf("名单上由“%s”承接的%s，没有找到%d年度的报告", m.Name, chinese.Quoted(missing), of.year) + uncompared, missing: true}
	case found.from == nil:
		return left{note: missingNote(of.unit, of.year) + uncompared, missing: true}
	case !hasOwn:
		found.note = fmt.Sprintf("没有找到“%s”自己%d年度的报告，只和名单上由它承接的%s比较", m.Name, of.year, chinese.Quoted(others))
	}
	return found
}

// missingNote says, without the end of the sentence, that there is no report of a unit on a year.
func missingNote(unit string, year int) string {
	return fmt.Sprintf("没有找到“%s”%d年度的报告", unit, year)
}

// all are the reports that were given for one that goes on with what all of them left.
func (l *LastYear) all(of whose) (found left) {
	if l.unusable {
		return left{note: "给出的上年报告里有的用不了，不能相加" + uncompared}
	}
	told := l.told
	if l.single != nil {
		y, _ := l.single.Year()
		told = []toldSource{{l.single.Unit(), y, l.single.Scope(), l.from}}
	}
	for _, one := range told {
		switch {
		case one.year != of.year:
			return left{note: fmt.Sprintf("给出的上年报告里，“%s”是%d年度的，不是%d年度的", one.source.Name, one.year, of.year) + uncompared}
		case !isSameScope(one.scope, of.scope):
			return left{note: fmt.Sprintf("给出的上年报告里，“%s”的统计口径是“%s”，和这一份的不同", one.source.Name, one.scope) + notCompared}
		}
		found.from = append(found.from, one.source)
	}
	return found
}

// isSingleOf says whether the single report is that of a unit, which has had these names, on a year.
func (l *LastYear) isSingleOf(names []string, year int) bool {
	y, ok := l.single.Year()
	return ok && y == year && slices.ContainsFunc(names, func(name string) bool { return chinese.IsSameUnit(l.single.Unit(), name) })
}

// found is what was found of the year before: of a unit its report, or those of the units that became it.
type found struct {
	sources []Source
	unsure  bool     // they differ, and nobody knows which counts
	formers []string // of such, the names that the unit is said to have had before, where others of them bear its name of today
}

// differing says, without the end of the sentence, that the reports of a unit on a year have other figures; why is what follows from that.
func (f found) differing(unit string, year int, why string) string {
	return differingNote(unit, year, f.sources) + why + TakenInNote(f.formers)
}

// TakenInNote is what to do, a clause that follows another, where reports under former names of a unit differ from one under its name of
// today: of a unit that was merged into another, which kept its name, that is no former name. It is "" for no names.
func TakenInNote(formers []string) string {
	if formers == nil {
		return ""
	}
	return "；如果" + chinese.Quoted(formers) + "是并进来的单位，都要留着，请在名单上给它另写一行，写上撤销或合并日期和承接单位，上年的就相加"
}

// settled tells which of the reports count that were found by the names of one unit: of each of several names that it had before one, since
// these were units of their own; else one of all, if they have the same figures.
func settled(told []toldSource, list *county.List) (f found) {
	units := map[string][]Source{}
	var order []string
	for _, one := range told {
		if !list.IsFormer(one.unit) {
			all := sourcesOf(told)
			if kept := unequal(all); len(kept) == 1 {
				return found{sources: kept}
			}
			return found{all, true, list.FormersAmong(unitsTold(told))}
		}
		name := chinese.UnitKey(one.unit)
		if units[name] == nil {
			order = append(order, name)
		}
		units[name] = append(units[name], one.source)
	}
	for _, name := range order {
		kept := unequal(units[name])
		if len(kept) > 1 {
			return found{sources: kept, unsure: true}
		}
		f.sources = append(f.sources, kept...)
	}
	return f
}

// find finds the report of a unit, which has had these names, on a year with a scope; where one of the two does not tell its scope, that of
// the other.
func (l *LastYear) find(names []string, list *county.List, scope string, year int) found {
	if l.single != nil {
		if l.isSingleOf(names, year) && isSameScope(l.single.Scope(), scope) {
			return found{sources: []Source{l.from}}
		}
		return found{}
	}
	var all []toldSource
	seen := map[string]bool{} // names come twice, and a report without a scope goes by both
	for _, unit := range names {
		for _, as := range []string{scope, form.OwnScope, form.SumScope} {
			key := glance{unit: unit, year: year, scope: as}.key()
			told := slices.DeleteFunc(slices.Clone(l.sources[key]), func(t toldSource) bool { return !isSameScope(t.scope, scope) })
			if len(told) > 0 {
				if !seen[key] {
					seen[key], all = true, append(all, told...)
				}
				break
			}
		}
	}
	if all == nil {
		all = l.inShort(names, list, scope, year)
	}
	return settled(all, list)
}

// inShort are the reports on a year of the one unit whose name is that of another in short, or the longer one of it, and that is none of its
// own: 青垣县清溪镇人民政府 was 清溪镇人民政府 on last year's. Of several units nobody knows which it is.
func (l *LastYear) inShort(names []string, list *county.List, scope string, year int) (all []toldSource) {
	isOwn := func(unit string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return chinese.IsSameUnit(name, unit) })
	}
	units := map[string]bool{}
	for _, core := range coresOf(names) {
		for _, t := range l.cores[core] {
			ofNow := t
			ofNow.year++
			if t.year == year && isOwn(t.unit) && isSameScope(t.scope, scope) && l.sources[ofNow.key()] == nil && !isAnothers(t.unit, names, list) {
				all, units[chinese.UnitKey(t.unit)] = append(all, t), true
			}
		}
	}
	if len(units) > 1 {
		return nil
	}
	return all
}

// coresOf are the cores of names, each once.
func coresOf(names []string) (cores []string) {
	for _, name := range names {
		if core := chinese.CoreOf(chinese.UnitKey(name)); core != "" && !slices.Contains(cores, core) {
			cores = append(cores, core)
		}
	}
	return cores
}

// isAnothers says whether a list knows a unit as another member than the one that has had these names.
func isAnothers(unit string, names []string, list *county.List) bool {
	if list == nil {
		return false
	}
	i, ok := list.Find(unit)
	return ok && !slices.Contains(names, list.Members[i].Name)
}

// predecessor is a member that another goes on for.
type predecessor struct {
	county.Member
	late    bool // it reported on the year before itself, since it became the other only afterwards
	divided bool // others go on for it, too
}

// heirs are the members of a list by those that go on for them, for each year that was asked for: made once, since thousands are looked up.
type heirs struct {
	mutex sync.Mutex
	years map[int]map[string][]predecessor
}

// before are the members that one goes on for by the end of a year, in the order of the list; nil for none.
func (h *heirs) before(list *county.List, name string, year int) []predecessor {
	h.mutex.Lock()
	defer h.mutex.Unlock()
	if h.years == nil {
		h.years = map[int]map[string][]predecessor{}
	}
	of := h.years[year]
	if of == nil {
		of = map[string][]predecessor{}
		h.years[year] = of
		for _, m := range list.Members {
			late := slices.Contains(list.HeirsOf(m.Name, year-1), m.Name)
			heirs := list.HeirsOf(m.Name, year)
			for _, heir := range heirs {
				if heir != m.Name {
					of[heir] = append(of[heir], predecessor{m, late, len(heirs) > 1})
				}
			}
		}
	}
	return of[name]
}
