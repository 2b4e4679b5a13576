package collect

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/line"
	"nianbao/internal/model"
	"nianbao/internal/office"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// Aggregation says what is added up, and for whom.
type Aggregation struct {
	Unit, Level string            // of the office; "" where they are to be found out
	Year        int               // 0 for that of which reports are collected
	Members     *county.List      // nil where all units are members
	Last        *Earlier          // last year's, nil if it was not given
	Own         *Own              // the office's own report, nil if it was not given
	Before      Rounds            // what the register of the round before says; nil for none
	Asked       []model.Indicator // that members are asked for beside the form
	Laid        *office.County    // by the office: who signs its letters, and whom to ask; nil where nothing says
	Unsound     map[string]bool   // files with 强制 findings that are to be left out
	Among       bool              // the reports are checked as well, each against that of its unit of the year before among them
}

// Aggregated is what reports add up to, and the report that an office makes of it.
type Aggregated struct {
	*county.Total
	Report *model.Report // with the sums, the adjustments in them
	Notes  []string      // what was found out, and what is to be known beside the findings

	order     Aggregation
	due       *county.Sum
	counted   map[string]bool  // the units of which a report is in the sum, or would be but for its findings, by the names that the list has
	earlier   map[string]bool  // files that are there only to be compared with
	faults    []remedy.Failure // why files could not be read
	received  []remedy.Failure // files that no report comes in, and that are all that came of their units
	unclaimed []string         // names of files that could not be read, and of which nobody can tell whose they are
	untaken   []string         // what of last year's could not be compared with
	compares  bool             // the members are compared with the reports of the year before among the others
}

// Aggregate adds gathered reports up. The error is that no year can be told, or that there is no form for it.
func Aggregate(o Aggregation, g *job.Gathered) (*Aggregated, error) {
	a := &Aggregated{order: o}
	year := o.Year
	if year == 0 && o.Own != nil {
		year, _ = o.Own.Report.Year()
	}
	if year == 0 {
		var told string
		if year, told = o.yearOf(g.Reports); year == 0 {
			return nil, remedy.New("看不出是哪个年度的", remedy.ChooseYear)
		}
		a.Notes = append(a.Notes, told)
	}
	unit, level, taken := o.office()
	if taken != "" {
		a.Notes = append(a.Notes, taken)
	}
	r, _, err := job.Blank(year, unit, level, nil, "")
	if err != nil {
		return nil, err
	}
	order := county.Order{Year: year, Office: unit, Members: o.Members, Chosen: o.Before.On(year).Chosen(), Unsound: o.Unsound, Asked: o.asked(), Apart: g.Apart}
	order.Unread = slices.Clone(g.Others)
	for _, f := range g.Faults {
		order.Unread = append(order.Unread, f.File)
	}
	order.Within = withinOf(g.Names())
	if o.Own != nil {
		if err := o.Own.writtenInto(r, o); err != nil {
			return nil, err
		}
		order.Adjusted = o.Own.Adjusted
		if left := o.Own.Left(); left != "" {
			a.Notes = append(a.Notes, "本级的年报里另外加的，新的汇总表里没有，还在原来那一份里，要用的请自己复制过去，原来那一份请留着："+left)
		}
	}
	if o.Members != nil {
		a.Notes = append(a.Notes, office.PastDays(o.Members.Members, year)...)
	}
	g.Know(o.Members)
	a.Total = county.NewTotal(order, g.Reports)
	a.counted = map[string]bool{}
	for _, r := range slices.Concat(a.Counted, a.Unsounds) {
		a.counted[a.NameOf(r.Unit)] = true
	}
	a.earlier = map[string]bool{}
	for _, r := range a.Earlier {
		a.earlier[r.File] = true
	}
	a.faults = g.Faults
	a.receive(g.Others)
	a.compares = a.Earlier != nil && o.Among
	if a.order.Last == nil && a.HasEarlier {
		a.compares = true
		a.order.Last = &Earlier{Year: year - 1, Reports: a.Earlier}
	}
	a.takeLast()
	a.due = a.Due()
	if r.Field("report.scope") == "" {
		r.Fields["report.scope"] = model.Field{Text: form.SumScope}
	}
	for _, c := range r.Edition.Cells() {
		r.Figures[c.Key] = a.due.Figure(c.Key)
	}
	a.Report = r
	a.addIndicators()
	a.note(g)
	return a, nil
}

// yearOf is the year that follows last year's sums, else that of which the reports are collected, and how it was told; 0 for none.
func (o Aggregation) yearOf(reports []county.Report) (year int, told string) {
	year, told = county.Collected(reports, o.Members)
	if o.Last == nil || o.Last.Year == 0 {
		return year, told
	}
	next := o.Last.Year + 1
	switch {
	case slices.ContainsFunc(reports, func(r county.Report) bool { return r.Year == next }):
		return next, fmt.Sprintf("上年的是%d年度的，汇总的是%d年度", o.Last.Year, next)
	case year != 0:
		told += fmt.Sprintf("；上年的是%d年度的，可是没有%d年度的年报", o.Last.Year, next)
	}
	return year, told
}

// office is the unit that the report is made for, and its level, as far as they are known, and what of them was taken from last year's; "" for
// nothing.
func (o Aggregation) office() (unit, level, taken string) {
	unit, level = o.Unit, o.Level
	if o.Own != nil {
		unit, level = cmp.Or(unit, o.Own.Report.Unit()), cmp.Or(level, o.Own.Report.Field("unit.level"))
	}
	if o.Last != nil {
		var from []string
		if unit == "" && o.Last.Unit != "" {
			unit, from = o.Last.Unit, append(from, "名称是“"+o.Last.Unit+"”")
		}
		if level == "" && o.Last.Level != "" {
			level, from = o.Last.Level, append(from, "层级是“"+o.Last.Level+"”")
		}
		if from != nil {
			taken = "汇总单位照上年的汇总：" + strings.Join(from, "，")
		}
	}
	return unit, level, taken
}

// note tells what is to be known beside the findings.
func (a *Aggregated) note(g *job.Gathered) {
	a.Notes = append(append(a.Notes, fmt.Sprintf("读了%d份，加了%d个单位的", len(g.Reports), len(a.Counted))+a.unreadTold()), a.untaken...)
	for _, same := range a.Doubles {
		a.Notes = append(a.Notes, fmt.Sprintf("“%s”有%d份，内容相同，只加了一份：%s", same[0].Unit, len(same), chinese.Listed(filesOf(same), job.MostFiles)))
	}
	for _, one := range a.Alike {
		a.Notes = append(a.Notes, fmt.Sprintf("“%s”有两份，数一样，只加了一份（%s），请核对用哪一份：%s", one.Unit, one.Counted.File, differingIn(one)))
	}
	for _, versions := range a.Others {
		a.Notes = append(a.Notes, fmt.Sprintf("“%s”有%d份，按登记采用了%s", versions[0].Unit, len(versions), versions[0].File))
	}
	for _, p := range g.Inputs {
		for _, name := range p.Replaced() {
			a.Notes = append(a.Notes, "“"+name+"”已由改过的“"+p.Name+"”代替，没有加")
		}
	}
	for _, m := range a.Ended {
		a.Notes = append(a.Notes, fmt.Sprintf("“%s”已于%s撤销或合并，没有单独报，由%s承接", m.Name, chinese.DateText(m.Ended), chinese.Quoted(a.Members.HeirsOf(m.Name, a.Year))))
	}
	a.noteRead()
	a.noteEarlier()
	a.noteSuperseded()
	for _, c := range a.Edition.Cells() {
		if due, ok := a.due.Figure(c.Key).Worth(c.Measure); ok && due.IsNegative() && !c.Measure.Signed() {
			a.Notes = append(a.Notes, fmt.Sprintf("汇总调整以后，%s是%s，不会小于0，请核对调整", c.Label(), due))
		}
	}
	for _, name := range g.Passed {
		a.Notes = append(a.Notes, "“"+name+"”是本程序从旁边的填报表写的，内容和它不同，没有加；要用这一份，请把那份填报表移走")
	}
	a.noteIndicators()
	for _, adjusted := range a.Adjusted {
		sign := "加"
		if adjusted.By.IsNegative() {
			sign = "减"
		}
		note := fmt.Sprintf("汇总调整：%s%s%s", label(a.Edition, adjusted.Key), sign, adjusted.By.Abs())
		if adjusted.Unit != "" {
			note += "（" + adjusted.Unit + "）"
		}
		a.Notes = append(a.Notes, note+"，"+adjusted.Reason)
	}
	if a.Report.Unit() == "" {
		a.Notes = append(a.Notes, NoOffice)
	}
}

// unreadTold counts the files that cannot be read, a clause; "" for none. Those that are all that came of their units are counted by these
// elsewhere, so that the others are told apart.
func (a *Aggregated) unreadTold() string {
	files := map[string]bool{}
	for _, name := range a.unclaimed {
		files[name] = true
	}
	unclaimed, again := len(files), 0
	for _, f := range slices.Concat(a.faults, a.received) {
		files[f.File] = true
		if _, counted := a.HandedInAgain(f.File); counted != "" {
			again++
		}
	}
	if len(files) == 0 {
		return ""
	}
	told := fmt.Sprintf("，另有%d份读不了", len(files))
	var apart []string
	if unclaimed > 0 {
		apart = append(apart, fmt.Sprintf("%d份看不出是哪个单位的", unclaimed))
	}
	if again > 0 {
		apart = append(apart, fmt.Sprintf("%d份是已经另交了的单位的", again))
	}
	if apart != nil {
		told += "，其中" + strings.Join(apart, "、")
	}
	return told
}

// noteEarlier tells what is there only to be compared with, and of which units there is nothing else.
func (a *Aggregated) noteEarlier() {
	if a.Earlier == nil {
		return
	}
	told := fmt.Sprintf("另有%d份%s，没有加", len(a.Earlier), a.earlierTold())
	earlier := a.earlierFiles()
	var alone []string
	for _, m := range a.Missing {
		if earlier[m.Name] != nil && m.Perhaps == nil && !a.isBlank(m.Name) { // of a form that is there what is to be done is told
			alone = append(alone, m.Name)
		}
	}
	if alone != nil {
		told += fmt.Sprintf("；%s只有%d年度的，算没有交；如果是今年才交来的，请换成%d年度的", chinese.Listed(alone, mostUnits), a.Year-1, a.Year)
	}
	a.Notes = append(a.Notes, told)
}

// earlierFiles are the files that are there only to be compared with, by the names that the list has for their units.
func (a *Aggregated) earlierFiles() map[string][]string {
	files := map[string][]string{}
	for _, r := range a.Earlier {
		files[a.NameOf(r.Unit)] = append(files[a.NameOf(r.Unit)], r.File)
	}
	return files
}

// earlierTold is what a report of the year before is, and what for, where it is there for anything.
func (a *Aggregated) earlierTold() string {
	told := fmt.Sprintf("%d年度的", a.Year-1)
	if a.compares {
		told += fmt.Sprintf("，只用来和%d年度的比较", a.Year)
	}
	return told
}

// noteSuperseded tells of reports that need not count, those of which the same is to be said together.
func (a *Aggregated) noteSuperseded() {
	var whats []string
	of := map[string][]superseded{}
	for _, s := range a.superseded() {
		if of[s.what] == nil {
			whats = append(whats, s.what)
		}
		of[s.what] = append(of[s.what], s)
	}
	for _, what := range whats {
		if one := of[what]; len(one) == 1 {
			a.Notes = append(a.Notes, one[0].String())
			continue
		}
		var files []string
		for _, s := range of[what] {
			files = append(files, job.WithFile(s.unit, s.file))
		}
		a.Notes = append(a.Notes, fmt.Sprintf("还有%d份%s的，没有加：%s", len(files), what, chinese.Listed(files, job.MostFiles)))
	}
}

// ComparesEarlier says whether reports of the year before are there, and the members are compared with them.
func (a *Aggregated) ComparesEarlier() bool { return a.compares }

// IsEarlier says whether a file is there only for those of the year to be compared with it.
func (a *Aggregated) IsEarlier(file string) bool { return a.earlier[file] }

// Judged is what is to be known of the units in the sum once their reports are checked: whose have 强制 findings, whose texts say the
// same as another's, and what several write alike. Unsound are the files with such findings, entries those of a ledger on them.
func (a *Aggregated) Judged(l *verdict.Ledger, unsound map[string]bool) (notes []string) {
	var units, alike []string
	inSum := map[string]bool{}
	for _, r := range a.Counted {
		inSum[line.Shown(r.File)] = true
		if unsound[r.File] {
			units = append(units, a.NameOf(r.Unit))
		}
	}
	for i := range l.Items() {
		if unit := a.NameOf(i.Unit); inSum[i.File] && i.Rule == check.NameOf(check.LikeAnotherUnit) && !slices.Contains(alike, unit) {
			alike = append(alike, unit)
		}
	}
	if units != nil {
		notes = append(notes, fmt.Sprintf("加进去的单位里有%d个有强制问题：%s", len(units), chinese.Listed(units, mostUnits)))
	}
	if alike != nil {
		notes = append(notes, fmt.Sprintf("有%d个单位的文字和别的单位雷同：%s", len(alike), chinese.Listed(alike, mostUnits)))
	}
	for _, shared := range l.Shared() {
		notes = append(notes, shared.Told())
	}
	return notes
}

// mostUnits is how many units a sentence names.
const mostUnits = 20

// noteRead names the members whose figures were read off a published report, and those of them that may be read wrong.
func (a *Aggregated) noteRead() {
	var units []string
	for _, r := range a.Counted {
		if r.Read {
			units = append(units, job.WithFile(r.Unit, r.File))
		}
		if len(r.Doubts) > 0 {
			var names []string
			for _, k := range r.Doubts {
				names = append(names, label(a.Edition, k))
			}
			a.Notes = append(a.Notes, fmt.Sprintf("“%s”的%d个数可能读错了，请核对：%s", r.Unit, len(names), chinese.Listed(names, job.MostFiles)))
		}
	}
	if units != nil {
		a.Notes = append(a.Notes, fmt.Sprintf("有%d个单位没有填报表，数是从公布的年报里读的：%s", len(units), chinese.Listed(units, job.MostFiles)))
	}
}

// NoOffice is said where nobody said whom the sum is for.
const NoOffice = "不知道汇总单位的名称，填报表里空着，请补上"

func filesOf(reports []county.Report) (files []string) {
	for _, r := range reports {
		files = append(files, r.File)
	}
	return files
}

// IsTraced says whether the workbook shows the members one by one.
func (a *Aggregated) IsTraced() bool { return len(a.Counted) <= job.MostTraced }

// Write writes the office's workbook: the form with the sums, and what they are made of on sheets behind it.
func (a *Aggregated) Write(w io.Writer) (err error) {
	defer func() { remedy.Rescue(recover(), &err) }()
	_, err = workbook.Write(w, a.Report, workbook.Options{Lists: a.lists()})
	return err
}
