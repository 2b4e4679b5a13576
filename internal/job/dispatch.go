package job

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/county"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/office"
	"nianbao/internal/remedy"
)

// Dispatch is what an office sends out to its members: a workbook for each, to be filled in.
type Dispatch struct {
	Year   int
	Zero   bool       // tables that are mostly nought are filled with it
	Ledger bool       // each has a ledger of applications
	Forms  []SentForm // in the order of the list
	Absent []string   // members that get none, each with why, in plain sentences without their ends
	Unlast []string   // members of which last year's report is not there, where such were given
	Unsure []string   // members of which it is one of several that differ, or that go on for such a one
	Past   []string   // what is wrong with the days by which they are to hand in, in plain sentences without their ends

	county *office.County
	last   *LastYear // nil where none are at hand
}

// SentForm is the workbook of one member.
type SentForm struct {
	Name   string // of the file
	Member county.Member
	last   []Source // of last year's reports: its own, and those of units that it goes on for
	shared []Source // of units that were divided, of which it has a part

	untold bool // last year's were given, and what of them is its own is not known
}

// TakenOver is what was taken over into the workbook of a member.
type TakenOver struct {
	Carried []string // from last year's reports, a line each
	From    []string // the names of their files
	Unread  []string // of what could not be read in them, the figures: of each row which
	Asks    string   // what nobody can take over, in a sentence without its end; "" for nothing
}

// Told is what is told of a workbook, by the name that it goes by, and in further lines of what its clerk has to fill in himself.
func (t TakenOver) Told(name string) []string {
	if t.From != nil {
		name += fmt.Sprintf("（从%s带入%d项）", chinese.Quoted(t.From), len(t.Carried))
	}
	lines := []string{name}
	if len(t.From) > 1 { // what each of them left
		lines = append(lines, "  "+strings.Join(t.Carried, "；"))
	}
	if t.Unread != nil {
		lines = append(lines, "  "+NotCarriedNote(t.Unread))
	}
	if t.Asks != "" {
		lines = append(lines, "  "+t.Asks)
	}
	return lines
}

// NewDispatch prepares what is sent out for a year; last year's reports are nil where none are at hand. The error is that there is no form
// for the year, or nobody to send it to.
func NewDispatch(c *office.County, year int, zero bool, last *LastYear) (*Dispatch, error) {
	if _, _, err := Blank(year, "", "", nil, ""); err != nil {
		return nil, err
	}
	if len(c.Members) == 0 {
		return nil, office.ErrNoMembers
	}
	d := &Dispatch{Year: year, Zero: zero, county: c, last: last}
	digits := max(2, len(strconv.Itoa(len(c.Members))))
	list := c.List()
	d.Past = office.PastDays(list.Members, year)
	before := last.byMember(list, year-1)
	left, shared := map[string][]Source{}, map[string][]Source{} // by the member that goes on with it, or with a part
	unsure := map[string]bool{}
	for i, m := range c.Members {
		its := before[i]
		if its.sources == nil {
			continue
		}
		heirs := list.HeirsOf(m.Name, year)
		for _, heir := range heirs {
			switch {
			case its.unsure:
				unsure[heir] = true
			case len(heirs) > 1:
				shared[heir] = append(shared[heir], its.sources...)
			default:
				left[heir] = append(left[heir], its.sources...)
			}
		}
	}
	for i, m := range c.Members {
		if !m.Ended.IsZero() && (m.Ended.Year() < year || m.Ended.Year() == year && len(m.Successors) > 0) {
			why := "已于" + m.Ended.Format("2006年1月2日") + "撤销或合并"
			if len(m.Successors) > 0 {
				why += "，由" + strings.Join(m.Successors, "、") + "承接"
			}
			d.Absent = append(d.Absent, m.Name+why)
			continue
		}
		f := SentForm{Member: m}
		if !unsure[m.Name] {
			f.last, f.shared = left[m.Name], shared[m.Name]
		}
		f.Name = FileName(fmt.Sprintf("%0*d_%s_%d年政府信息公开年报填报", digits, i+1, m.Name, year)) + ".xlsx"
		switch {
		case unsure[m.Name]:
			f.untold = true
			d.Unsure = append(d.Unsure, m.Name)
		case f.last == nil && f.shared == nil && last != nil:
			f.untold = true
			d.Unlast = append(d.Unlast, m.Name)
		}
		d.Forms = append(d.Forms, f)
	}
	if d.Forms == nil {
		return nil, fmt.Errorf("名单里没有%d年度要报的单位", year)
	}
	return d, nil
}

// byMember finds the members' reports on a year, by any of their names, and notes those of which no member is found. A nil receiver has none.
func (l *LastYear) byMember(list *county.List, year int) map[int]found {
	members := map[int]found{}
	if l == nil {
		return members
	}
	given := l.told
	if l.single != nil {
		y, _ := l.single.Year()
		given = []toldSource{{l.single.Unit(), y, l.single.Scope(), l.from}}
	}
	told := map[int][]toldSource{}
	var strange []string
	for _, former := range []bool{false, true} { // the one under its name of today is the first
		for _, one := range given {
			i, ok := list.Find(one.unit)
			switch {
			case one.year != year:
			case !ok && !former:
				strange = append(strange, WithFile(one.unit, one.source.Name))
			case ok && former == list.IsFormer(one.unit) && !isSumOfOffice(one, list.Members[i]):
				told[i] = append(told[i], one)
			}
		}
	}
	if strange != nil {
		l.Notes = append(l.Notes, "上年的年报里，名单上没有的单位的，没有带入："+chinese.Listed(strange, MostFiles)+"。")
	}
	for i, m := range list.Members {
		if told[i] == nil {
			continue
		}
		its := settled(told[i], list)
		members[i] = its
		switch {
		case !slices.ContainsFunc(told[i], func(one toldSource) bool { return one.key() != told[i][0].key() }): // that was told before
		case its.unsure || len(its.sources) == 1:
			l.Notes = append(l.Notes, severalNote(m.Name, year, found{sourcesOf(told[i]), its.unsure, its.formers}))
		default:
			l.Notes = append(l.Notes, "“"+m.Name+"”"+AddedNote(unitsTold(told[i]), year)+"。")
		}
	}
	return members
}

// isSumOfOffice says whether a report is of all units that report to the office, where the member is the office itself: nothing of it is the
// member's own.
func isSumOfOffice(one toldSource, m county.Member) bool {
	return one.scope == form.SumScope && m.Category == county.OwnCategory
}

// unitsTold are the units of reports, each of them once.
func unitsTold(told []toldSource) (units []string) {
	for _, one := range told {
		if !slices.Contains(units, one.unit) {
			units = append(units, one.unit)
		}
	}
	return units
}

// Told is what is told of all that is sent out and of what is not, a sentence each.
func (d *Dispatch) Told() (told []string) {
	for _, past := range d.Past {
		told = append(told, past+"。")
	}
	for _, absent := range d.Absent {
		told = append(told, "没有生成："+absent+"。")
	}
	told = append(told, d.uncarried()...)
	if d.last != nil {
		told = append(told, d.last.Notes...)
	}
	return told
}

// uncarried says of which members nothing of last year's was taken over, and why, a sentence each.
func (d *Dispatch) uncarried() (told []string) {
	tell := func(units []string, why string) {
		if units != nil {
			told = append(told, fmt.Sprintf("有%d个单位%s，上年结转、存量要自己填：%s。", len(units), why, strings.Join(units, "、")))
		}
	}
	tell(d.Unlast, fmt.Sprintf("没有找到%d年度的年报", d.Year-1))
	tell(d.Unsure, fmt.Sprintf("不知道以哪一份%d年度的年报为准，没有带入", d.Year-1))
	return told
}

// Leave leaves forms out by the names of their files: they are there already.
func (d *Dispatch) Leave(files []string) {
	d.Forms = slices.DeleteFunc(d.Forms, func(f SentForm) bool { return slices.Contains(files, f.Name) })
}

// IsUntouchedForm says whether a file is a form in which nobody has filled anything in.
func IsUntouchedForm(data []byte) bool { return holdsUntouched(From("", data)) }

// Write writes the workbook of a member, and says what was taken over into it. It may be called side by side.
func (d *Dispatch) Write(w io.Writer, f SentForm) (sent TakenOver, err error) {
	defer func() { remedy.Rescue(recover(), &err) }()
	last, from, err := openAll(f.last)
	if err != nil {
		return TakenOver{}, err
	}
	r, _, err := Blank(d.Year, f.Member.Name, f.Member.Level, nil, "")
	if err != nil {
		return TakenOver{}, err
	}
	sent.From = from
	switch {
	case f.shared != nil: // nobody told which part is its own
		if last != nil {
			sent.Carried = carryFields(r, ownAmong(r, last))
		}
		Unknown(r)
	case last != nil:
		sent.Carried = CarryOver(r, last...)
		sent.Unread = NotCarried(r)
	case f.untold:
		Unknown(r)
	}
	made := FormOrder{Zero: d.Zero, Ledger: d.Ledger, County: d.county}.on(r, f.Member, sent.Carried, last)
	sent.Carried = made.Carried
	if sent.Asks, err = d.asks(f); err != nil {
		return TakenOver{}, err
	}
	return sent, made.Write(w)
}

// openAll reads reports, and tells the names of their files. The error is a remedy.Failure.
func openAll(sources []Source) (reports []*model.Report, names []string, err error) {
	for _, s := range sources {
		one, err := openSource(s)
		if err != nil {
			return nil, nil, remedy.Failure{File: s.Name, Err: err}
		}
		reports, names = append(reports, one), append(names, s.Name)
	}
	return reports, names, nil
}

// asks is what the clerk of a member has to fill in himself, since it has a part of what was divided: the figures of those that it was part
// of, and its own, in a sentence without its end; "" where nothing was divided. The error is a remedy.Failure.
func (d *Dispatch) asks(f SentForm) (told string, err error) {
	if f.shared == nil {
		return "", nil
	}
	reports, _, err := openAll(slices.Concat(f.last, f.shared))
	if err != nil {
		return "", err
	}
	e, _ := form.ForYear(d.Year) // for which NewDispatch has a form
	var asked []string
	for _, carry := range e.CarryOvers() {
		c, _ := e.Cell(carry.Key)
		var each []string
		for _, r := range reports {
			if v, from := carried(carry, r); from != "" && !v.IsZero() {
				each = append(each, r.Unit()+model.NumberValue(v).Printed())
			}
		}
		if each != nil && !c.Total {
			asked = append(asked, c.Label()+"（上年："+strings.Join(each, "、")+"）")
		}
	}
	if asked != nil {
		told = "上年的分给了几个单位，没有带入，请填分到的数：" + strings.Join(asked, "；")
	}
	return told, nil
}
