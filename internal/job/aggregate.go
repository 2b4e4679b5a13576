package job

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

// Aggregation says what is added up, and for whom.
type Aggregation struct {
	Unit, Level string            // of the office; "" where they are to be found out
	Year        int               // 0 for that of most reports
	Members     *county.List      // nil where all units are members
	Last        *Earlier          // last year's, nil if it was not given
	Own         *Own              // the office's own report, nil if it was not given
	Chosen      map[string]string // of units with several versions, the file that counts
	Unsound     map[string]bool   // files with 强制 findings that are to be left out
}

// Aggregated is what reports add up to, and the report that an office makes of it.
type Aggregated struct {
	*county.Total
	Report *model.Report // with the sums, the adjustments in them
	Notes  []string      // what was found out, and what is to be known beside the findings

	order   Aggregation
	due     *county.Sum
	untaken []string // what of last year's could not be compared with
}

// Own is the report of an office itself, as far as it is written, with the adjustments in it.
type Own struct {
	Report   *model.Report
	Adjusted []county.Adjustment
}

// Aggregate adds gathered reports up. The error is that no year can be told, or that there is no form for it.
func Aggregate(o Aggregation, g *Gathered) (*Aggregated, error) {
	a := &Aggregated{order: o}
	year := o.Year
	if year == 0 && o.Own != nil {
		year, _ = o.Own.Report.Year()
	}
	if year == 0 {
		if year = commonYear(g.Reports); year == 0 {
			return nil, remedy.New("看不出是哪个年度的", remedy.ChooseYear)
		}
		a.Notes = append(a.Notes, fmt.Sprintf("按多数单位的年度，汇总的是%d年度", year))
	}
	unit, level := o.office()
	r, _, err := Blank(year, unit, level, nil, "")
	if err != nil {
		return nil, err
	}
	order := county.Order{Year: year, Members: o.Members, Chosen: o.Chosen, Unsound: o.Unsound}
	for _, f := range g.Faults {
		order.Unread = append(order.Unread, f.File)
	}
	if o.Own != nil {
		if err := o.Own.writtenInto(r, o); err != nil {
			return nil, err
		}
		order.Adjusted = o.Own.Adjusted
	}
	a.Total = county.NewTotal(order, g.Reports)
	a.takeLast()
	a.due = a.Due()
	if r.Field("report.scope") == "" {
		r.Fields["report.scope"] = model.Field{Text: "汇总"}
	}
	for _, c := range r.Edition.Cells() {
		r.Figures[c.Key] = a.due.Figure(c.Key)
	}
	a.Report = r
	a.note(g)
	return a, nil
}

// office is the unit that the report is made for, and its level, as far as they are known.
func (o Aggregation) office() (unit, level string) {
	unit, level = o.Unit, o.Level
	if o.Own != nil {
		unit, level = cmp.Or(unit, o.Own.Report.Unit()), cmp.Or(level, o.Own.Report.Field("unit.level"))
	}
	if o.Last != nil {
		unit, level = cmp.Or(unit, o.Last.Unit), cmp.Or(level, o.Last.Level)
	}
	return unit, level
}

// writtenInto takes over into the new report what the office has written into its own. What was asked for goes before it. The error is
// that it is of another year.
func (own *Own) writtenInto(r *model.Report, asked Aggregation) error {
	year, _ := r.Year()
	if y, known := own.Report.Year(); known && y != year {
		return fmt.Errorf("本级的年报是%d年度的，汇总的是%d年度的，请换成同一年度的", y, year)
	}
	if own.Report.Edition != r.Edition {
		return fmt.Errorf("本级的年报用的不是%d年度的格式，请用新的填报表", year)
	}
	for k, f := range own.Report.Fields {
		if f.Text != "" && k != "report.year" && (k != "unit.name" || asked.Unit == "") && (k != "unit.level" || asked.Level == "") {
			r.Fields[k] = f
		}
	}
	r.Texts, r.Answers = own.Report.Texts, own.Report.Answers
	return nil
}

// commonYear is the year of most reports, the later one of equals; 0 if none has any.
func commonYear(reports []county.Report) (year int) {
	counts := map[int]int{}
	for _, r := range reports {
		counts[r.Year]++
	}
	delete(counts, 0)
	for y, n := range counts {
		if n > counts[year] || n == counts[year] && y > year {
			year = y
		}
	}
	return year
}

// note tells what is to be known beside the findings.
func (a *Aggregated) note(g *Gathered) {
	many := fmt.Sprintf("读了%d份，加了%d个单位的", len(g.Reports), len(a.Counted))
	if n := len(g.Faults); n > 0 {
		many += fmt.Sprintf("，另有%d份读不了", n)
	}
	a.Notes = append(append(a.Notes, many), a.untaken...)
	for _, same := range a.Doubles {
		a.Notes = append(a.Notes, fmt.Sprintf("“%s”有%d份，内容相同，只加了一份：%s", same[0].Unit, len(same), chinese.Listed(filesOf(same), mostFiles)))
	}
	for _, versions := range a.Others {
		a.Notes = append(a.Notes, fmt.Sprintf("“%s”有%d份，按登记采用了%s", versions[0].Unit, len(versions), versions[0].File))
	}
	for _, p := range g.Inputs {
		for _, name := range p.Replaced() {
			a.Notes = append(a.Notes, "“"+name+"”已由改过的“"+p.Name+"”代替，没有加")
		}
	}
	for _, name := range g.Passed {
		a.Notes = append(a.Notes, "“"+name+"”是本程序从旁边的填报表写的，内容和它不同，没有加；要用这一份，请把那份填报表移走")
	}
	for _, u := range a.Unadded {
		a.Notes = append(a.Notes, fmt.Sprintf("“%s”的%s是“%s”，不是数，没有加", u.Report.Unit, label(a.Edition, u.Key), said(u.Report.Figures.Figure(u.Key))))
	}
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

// NoOffice is said where nobody said whom the sum is for.
const NoOffice = "不知道汇总单位的名称，填报表里空着，请补上"

// mostFiles is how many files a sentence names.
const mostFiles = 5

func filesOf(reports []county.Report) (files []string) {
	for _, r := range reports {
		files = append(files, r.File)
	}
	return files
}

// Check holds the office's own report, or where there is none the sums themselves, against the members.
func (a *Aggregated) Check(k *Checker, file string) verdict.Outcome {
	in := &check.Input{Report: a.Report, Settings: k.Settings, Expected: k.Year, Drawable: k.drawable, Answers: k.Answers, Members: a.members(), FiguresOnly: true}
	if a.order.Own != nil {
		in.Report, in.FiguresOnly, in.Members.OwnFigures = a.order.Own.Report, false, true
	}
	o := verdict.Outcome{File: file, Report: in.Report, Findings: check.Run(in), Notes: a.Notes}
	a.blame(o.Findings)
	if slices.ContainsFunc(o.Findings, func(f check.Finding) bool { return f.Rule == "aggregate-sum" }) {
		o.Notes = append(slices.Clone(o.Notes), "下面和各单位相加不同的数，新写的汇总表里都是相加（连同调整）的数")
	}
	return o
}

// blame names, where the sums break the form's arithmetic, the members whose own figures do.
func (a *Aggregated) blame(findings []check.Finding) {
	for _, r := range a.Edition.Relations() {
		rule, ok := check.RuleOn(r)
		at := slices.IndexFunc(findings, func(f check.Finding) bool { return ok && f.Rule == rule.ID && f.Cells[0].Key == r.Subject })
		if at < 0 {
			continue
		}
		var units []string
		for _, m := range a.Counted {
			if left, right := sumOf(m.Figures, r.Left), sumOf(m.Figures, r.Right); left.GreaterThan(right) || r.Kind != form.Within && left.LessThan(right) {
				units = append(units, m.Unit)
			}
		}
		if units != nil {
			const most = 10
			findings[at].Hints = append(findings[at].Hints, fmt.Sprintf("有%d个单位自己的数就是这样：%s。", len(units), chinese.Listed(units, most)))
		}
	}
}

func sumOf(p county.Packed, keys []form.Key) (sum decimal.Decimal) {
	for _, k := range keys {
		sum = sum.Add(numberOf(p.Figure(k)))
	}
	return sum
}

// members is what the rules are told of the members.
func (a *Aggregated) members() *check.Members {
	m := &check.Members{Absent: a.absences(), Sum: func(k form.Key) check.Summed {
		s := check.Summed{Members: a.Sum.Figure(k), Due: a.due.Figure(k)}
		cell, _ := a.Edition.Cell(k)
		members, _ := s.Members.Worth(cell.Measure)
		due, _ := s.Due.Worth(cell.Measure)
		s.Adjusted = due.Sub(members)
		return s
	}}
	if a.order.Last != nil {
		a.carry(m)
	}
	return m
}

// absences lists what keeps reports out of the sum.
func (a *Aggregated) absences() (list []check.Absence) {
	one := func(kind check.AbsenceKind, r county.Report) check.Absence {
		return check.Absence{Kind: kind, Units: []string{r.Unit}, Files: []string{r.File}, Year: r.Year}
	}
	if len(a.Missing) > 0 {
		missing := check.Absence{Kind: check.Missing}
		for _, m := range a.Missing {
			if m.Perhaps != "" {
				missing.Perhaps = append(missing.Perhaps, m.Name+"（"+filepath.Base(m.Perhaps)+"）")
			} else {
				missing.Units = append(missing.Units, m.Name)
			}
		}
		list = append(list, missing)
	}
	for _, v := range a.Versions {
		absence := one(check.Versions, v[0])
		absence.Files = filesOf(v)
		for _, other := range v[1:] {
			absence.Differ = append(absence.Differ, labels(v[0], other, v[0].Figures.Differing(other.Figures))...)
		}
		list = append(list, absence)
	}
	for _, s := range a.Strange {
		absence := one(check.Stranger, s.Report)
		absence.Nearest = s.Nearest
		list = append(list, absence)
	}
	for _, r := range a.Unnamed {
		absence := one(check.Unnamed, r)
		absence.Units = nil
		list = append(list, absence)
	}
	for _, r := range a.Years {
		list = append(list, one(check.OtherYear, r))
	}
	for _, r := range a.Editions {
		list = append(list, one(check.OtherForm, r))
	}
	for _, r := range a.Unsounds {
		list = append(list, one(check.Unsound, r))
	}
	return list
}

// carry compares what members took over with what last year's reports left them.
func (a *Aggregated) carry(m *check.Members) {
	before, now := map[string]county.Report{}, map[string]county.Report{}
	var units []string
	known := map[string]bool{}
	for _, side := range []struct {
		reports []county.Report
		by      map[string]county.Report
	}{{a.order.Last.Reports, before}, {a.Counted, now}} {
		for _, r := range side.reports {
			name := a.NameOf(r.Unit)
			if !known[name] {
				known[name], units = true, append(units, name)
			}
			side.by[name] = r
		}
	}
	sums := map[form.Key]check.Carried{}
	m.CarriedIn = map[form.Key][]check.HandedOn{}
	for _, carry := range a.Edition.CarryOvers() {
		if carry.Moves() {
			continue
		}
		var sum check.Carried
		for _, unit := range units {
			h := check.HandedOn{Unit: unit, Last: before[unit].Figures.Figure(carry.From[0]), Now: now[unit].Figures.Figure(carry.Key)}
			sum.Last, sum.Now = sum.Last.Add(numberOf(h.Last)), sum.Now.Add(numberOf(h.Now))
			if !numberOf(h.Last).Equal(numberOf(h.Now)) {
				m.CarriedIn[carry.Key] = append(m.CarriedIn[carry.Key], h)
			}
		}
		sums[carry.Key] = sum
	}
	m.LastSum = func(k form.Key) check.Carried { return sums[k] }
}

func numberOf(v model.Value) decimal.Decimal {
	if !v.IsNumber() {
		return decimal.Zero
	}
	return v.Number
}

// IsTraced says whether the workbook shows the members one by one.
func (a *Aggregated) IsTraced() bool { return len(a.Counted) <= MostTraced }

// Write writes the office's workbook: the form with the sums, and what they are made of on sheets behind it.
func (a *Aggregated) Write(w io.Writer) (err error) {
	defer func() { rescue(recover(), &err) }()
	_, err = workbook.Write(w, a.Report, workbook.Options{Lists: a.lists()})
	return err
}

// ReadOwn opens the office's own report, with the adjustments on its sheet 汇总调整. The error names every fault of these.
func ReadOwn(f File) (*Own, error) {
	r, err := Open(f.Name, f.Data)
	if err != nil {
		return nil, err
	}
	own := &Own{Report: r}
	if r.Summed {
		own.Adjusted, err = readAdjustments(f.Data, r.Edition)
	}
	return own, err
}

// Earlier is what an office added up before: last year, or in an earlier round.
type Earlier struct {
	Unit, Level string
	Year        int
	Reports     []county.Report
}

// errNoTrace is why a workbook says nothing of an earlier round.
var errNoTrace = fmt.Errorf("不是本程序写的汇总表：里面没有“%s”；单位多的，请用汇总时另写的数据清单（.csv）", tracedSheet)

// ReadEarlier reads the office's workbook of a year before or of an earlier round, or its list of figures.
func ReadEarlier(f File) (*Earlier, error) {
	if IsLong(f.Data) {
		return ReadEarlierLong(bytes.NewReader(f.Data))
	}
	r, err := Open(f.Name, f.Data)
	if err != nil {
		return nil, err
	}
	e := &Earlier{Unit: r.Unit(), Level: r.Field("unit.level")}
	e.Year, _ = r.Year()
	if !r.Summed {
		return nil, errNoTrace
	}
	e.Reports, err = readTrace(f.Data, r.Edition, e.Year)
	return e, err
}

// ReadEarlierLong reads the list of figures of a year before or of an earlier round, as it comes.
func ReadEarlierLong(in io.Reader) (*Earlier, error) {
	reports, err := ReadLong(in)
	return &Earlier{Year: commonYear(reports), Reports: reports}, err
}

// of is what was added up of one year, a report a unit: of a unit with several that differ there is none. The notes name what is left out.
func (e *Earlier) of(year int, nameOf func(unit string) string) (kept *Earlier, notes []string) {
	kept = &Earlier{Unit: e.Unit, Level: e.Level, Year: year}
	byUnit := map[string][]county.Report{}
	var units []string
	others := 0
	for _, r := range e.Reports {
		if r.Year != year {
			others++
			continue
		}
		name := nameOf(r.Unit)
		if byUnit[name] == nil {
			units = append(units, name)
		}
		byUnit[name] = append(byUnit[name], r)
	}
	for _, name := range units {
		versions := byUnit[name]
		if slices.ContainsFunc(versions, func(r county.Report) bool { return r.Digest != versions[0].Digest }) {
			notes = append(notes, fmt.Sprintf("“%s”%d年度的有%d份，内容不一样，没有用来比较", name, year, len(versions)))
			continue
		}
		kept.Reports = append(kept.Reports, versions[0])
	}
	if others > 0 {
		notes = append(notes, fmt.Sprintf("用来比较的里面有%d份不是%d年度的，没有用", others, year))
	}
	return kept, notes
}

// takeLast leaves of what was given as last year's what is of the year before, and that of none not at all: nothing is compared with
// another year.
func (a *Aggregated) takeLast() {
	if a.order.Last == nil {
		return
	}
	a.order.Last, a.untaken = a.order.Last.of(a.Year-1, a.NameOf)
	if len(a.order.Last.Reports) == 0 {
		a.order.Last = nil
		a.untaken = append(a.untaken, fmt.Sprintf("没有%d年度的可以比较，上年结转没有核对", a.Year-1))
	}
}

// Changes compares what members counted for with an earlier round, figure by figure: a sentence for each member that changed, came or
// went, and what that does to the sums.
func (a *Aggregated) Changes(since *Earlier) (told []string) {
	since, told = since.of(a.Year, a.NameOf)
	if len(since.Reports) == 0 {
		return append(told, fmt.Sprintf("没有上一次%d年度的可以比较", a.Year))
	}
	before := map[string]county.Report{}
	for _, r := range since.Reports {
		before[a.NameOf(r.Unit)] = r
	}
	effect := map[form.Key]decimal.Decimal{}
	weigh := func(p county.Packed, k form.Key) decimal.Decimal {
		cell, ok := a.Edition.Cell(k)
		if !ok {
			return decimal.Zero
		}
		d, _ := p.Figure(k).Worth(cell.Measure)
		return d
	}
	for _, r := range a.Counted {
		old, known := before[a.NameOf(r.Unit)]
		delete(before, a.NameOf(r.Unit))
		keys := slices.DeleteFunc(r.Figures.Differing(old.Figures), func(k form.Key) bool { // the trace has amounts in one unit
			return r.Figures.Figure(k).IsNumber() && old.Figures.Figure(k).IsNumber() && weigh(r.Figures, k).Equal(weigh(old.Figures, k))
		})
		if !known {
			keys = nil
			for c, v := range r.Figures.Figures() {
				if v.Printed() != "" {
					keys = append(keys, c.Key)
				}
			}
			told = append(told, fmt.Sprintf("“%s”是新加的", r.Unit))
		} else if len(keys) > 0 {
			told = append(told, fmt.Sprintf("“%s”改了%d个数：%s", r.Unit, len(keys), strings.Join(turned(old, r, keys), "；")))
		}
		for _, k := range keys {
			effect[k] = effect[k].Add(weigh(r.Figures, k)).Sub(weigh(old.Figures, k))
		}
	}
	for _, old := range since.Reports {
		if _, gone := before[a.NameOf(old.Unit)]; gone {
			told = append(told, fmt.Sprintf("“%s”上次加了，这次没有", old.Unit))
			for c := range old.Figures.Figures() {
				effect[c.Key] = effect[c.Key].Sub(weigh(old.Figures, c.Key))
			}
		}
	}
	var sums []string
	for _, c := range a.Edition.Cells() {
		if by := effect[c.Key]; !by.IsZero() {
			sign := "多"
			if by.IsNegative() {
				sign = "少"
			}
			sums = append(sums, c.Name()+sign+by.Abs().String())
		}
	}
	if sums != nil {
		told = append(told, "合计的变化："+strings.Join(sums, "；"))
	}
	return told
}

// turned lists figures with what they were and what they are.
func turned(old, now county.Report, keys []form.Key) (list []string) {
	for _, k := range keys {
		list = append(list, label(now.Figures.Edition, k)+"由"+said(old.Figures.Figure(k))+"改为"+said(now.Figures.Figure(k)))
	}
	return list
}

// yearText is a year in digits, "" for none.
func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}
