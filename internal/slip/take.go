package slip

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/line"
	"nianbao/internal/model"
	"nianbao/internal/opc"
	"nianbao/internal/remedy"
	"nianbao/internal/workbook"
)

// Filled is a slip as it came back.
type Filled struct {
	File               string
	Unit, Year, Office string
	GivenBy, CheckedBy string
	Day                string
	figures            []figureRead
	odd                []string // rows that say nothing the form has, or the same as another, each told with its cell
}

// figureRead is what was typed beside a figure's name.
type figureRead struct {
	key   form.Key
	value model.Value
}

// Read reads a slip; isSlip says whether the file is one, whatever is wrong with it.
func Read(f job.File, e *form.Edition) (s *Filled, isSlip bool, err error) {
	defer func() { remedy.Rescue(recover(), &err) }()
	if err := opc.Unready(f.Data, opc.Workbook); err != nil {
		return nil, false, err
	}
	table, isSlip := sheetIn(f.Data)
	if !isSlip {
		return nil, false, errors.New("不是" + Name + "，请换成填好的" + Name + "（.xlsx）")
	}
	s = &Filled{File: f.Name}
	heads := slices.IndexFunc(table.Rows, func(r workbook.TableRow) bool { return r.ColumnOf(partHead) >= 0 && r.ColumnOf(figureHead) >= 0 })
	if heads < 0 {
		return s, true, errors.New("找不到“" + partHead + "”“" + figureHead + "”这两栏的表头，请把表头改回来")
	}
	for _, row := range table.Rows[:heads] {
		for i := range row.Cells {
			text := row.Cell(i)
			for _, line := range []struct {
				begins string
				into   *string
			}{{unitLine, &s.Unit}, {yearLine, &s.Year}, {officeLine, &s.Office}} {
				if rest, ok := strings.CutPrefix(text, line.begins); ok {
					*line.into = strings.TrimSpace(rest)
				}
			}
		}
	}
	if s.Unit == "" || s.Year == "" {
		return s, true, errors.New("表头上面的单位、报告年度读不出，请把它们改回来")
	}
	s.readRows(table, heads, e)
	return s, true, nil
}

// sheetIn finds the sheet of a slip: by its anchor, or where a program dropped that by its name.
func sheetIn(data []byte) (t workbook.Table, ok bool) {
	tables, err := workbook.ReadTables(data)
	if err != nil {
		return t, false
	}
	for _, is := range []func(t workbook.Table) bool{
		func(t workbook.Table) bool { return t.Anchor == workbook.SlipList },
		func(t workbook.Table) bool { return strings.TrimSpace(t.Sheet) == Name },
	} {
		if i := slices.IndexFunc(tables, is); i >= 0 {
			return tables[i], true
		}
	}
	return t, false
}

// readRows reads the figures by their names, wherever their rows were moved, and who gave them.
func (s *Filled) readRows(table workbook.Table, heads int, e *form.Edition) {
	part, figure := table.Rows[heads].ColumnOf(partHead), table.Rows[heads].ColumnOf(figureHead)
	for _, row := range table.Rows[heads+1:] {
		name, typed := row.Cell(part), row.Cell(figure)
		at := model.Place{Sheet: table.Sheet, Ref: row.Ref(figure)}
		switch name {
		case givenBy:
			s.GivenBy = typed
			continue
		case checkedBy:
			s.CheckedBy = typed
			continue
		case dayHead:
			s.Day = typed
			continue
		}
		s.odd = append(s.odd, remarksIn(table, row, part, figure)...)
		q, known := e.QuantityCalled(name)
		switch {
		case (!known || len(q.Keys) != 1) && typed != "":
			s.odd = append(s.odd, fmt.Sprintf("%s填的是“%s”，看不出是哪一项的数", at, line.Single(typed)))
		case (!known || len(q.Keys) != 1) && name != "":
			s.odd = append(s.odd, fmt.Sprintf("%s写着“%s”，请看一下要不要算进去", model.Place{Sheet: table.Sheet, Ref: row.Ref(part)}, line.Single(name)))
		case !known || len(q.Keys) != 1:
		case slices.ContainsFunc(s.figures, func(f figureRead) bool { return f.key == q.Keys[0] }):
			s.odd = append(s.odd, fmt.Sprintf("%s：“%s”写了两行，只看了前面的一行", at, q.Name))
		default:
			c, _ := e.Cell(q.Keys[0])
			v := model.ParseFigure(c.Measure, typed)
			v.Place = at
			s.figures = append(s.figures, figureRead{c.Key, v})
		}
	}
}

// remarksIn tells what stands beside the columns of a slip.
func remarksIn(table workbook.Table, row workbook.TableRow, part, figure int) (told []string) {
	for i := max(part, figure) + 1; i < len(row.Cells); i++ {
		if text := row.Cell(i); text != "" {
			told = append(told, fmt.Sprintf("%s写着“%s”，请看一下要不要算进去", model.Place{Sheet: table.Sheet, Ref: row.Ref(i)}, line.Single(text)))
		}
	}
	return told
}

// IsFor says whether a slip asks for figures of a report.
func (s *Filled) IsFor(r *model.Report) bool {
	return chinese.IsSameUnit(s.Unit, r.Unit()) && s.Year == r.YearText()
}

// Taken is what came of taking slips into a workbook.
type Taken struct {
	Taken []string // the figures that were taken, each with where it is from, sentences without their ends
	Same  int      // how many stood there already
	Blank []string // figures that slips ask for and nobody gave, by the slip
	Left  []Untaken

	Unused []string // files of which nothing could be taken, and why

	changes []workbook.Change
}

// Untaken is what was not taken of a slip, and why, a sentence without its end. It is for people to decide on.
type Untaken struct {
	Told string
	Key  form.Key // the figure that it is given for; "" where that is not known
	Due  string   // what the figure is if the slip is right; "" where that is not known
}

// Untaken is all that was not taken.
func (t *Taken) Untaken() (list []Untaken) {
	for _, told := range t.Unused {
		list = append(list, Untaken{Told: told})
	}
	list = append(list, t.Left...)
	for _, told := range t.Blank {
		list = append(list, Untaken{Told: told})
	}
	return list
}

// Told is what came of it, beside what was left.
func (t *Taken) Told() string {
	told := fmt.Sprintf("取了%d个数", len(t.Taken))
	if t.Same > 0 {
		told += fmt.Sprintf("；有%d个填报表里已经有了，一样", t.Same)
	}
	return told
}

// given is what a slip gives for a figure.
type given struct {
	value model.Value
	by    string
}

// by is how a slip is spoken of: its file, who gave the figures and who checked them, and when.
func (s *Filled) by() string {
	var who []string
	for _, one := range [][2]string{{"", s.Office}, {"", s.GivenBy}, {checkedBy, s.CheckedBy}, {"", s.Day}} {
		if one[1] != "" {
			who = append(who, one[0]+line.Single(one[1]))
		}
	}
	if who == nil {
		return "“" + s.File + "”"
	}
	return "“" + s.File + "”（" + strings.Join(who, "，") + "）"
}

// Take finds what slips give for a filled workbook. What two of them give differently, or what the workbook has otherwise, is taken from
// none of them and told, and so is whatever cannot be read.
func Take(r *model.Report, slips []job.File) *Taken {
	t := &Taken{}
	all := map[form.Key][]given{}
	for _, f := range slips {
		s, _, err := Read(f, r.Edition)
		switch {
		case err != nil:
			t.Unused = append(t.Unused, "“"+f.Name+"”："+remedy.Plain(err).Error())
		case !s.IsFor(r):
			t.Unused = append(t.Unused, fmt.Sprintf("“%s”是“%s”%s年度的，不是“%s”%s年度的，没有取", f.Name, line.Single(s.Unit), line.Single(s.Year), r.Unit(), r.YearText()))
		default:
			t.gather(s, r.Edition, all)
		}
	}
	for _, c := range r.Edition.Cells() {
		if g := all[c.Key]; g != nil && !c.Total {
			t.take(r, c, g)
		}
	}
	return t
}

// gather gathers what a slip gives, by figure.
func (t *Taken) gather(s *Filled, e *form.Edition, all map[form.Key][]given) {
	var blank []string
	for _, f := range s.figures {
		c, _ := e.Cell(f.key)
		_, isWorth := f.value.Worth(c.Measure)
		switch {
		case f.value.State == model.Blank:
			blank = append(blank, c.Name())
		case !isWorth || c.Measure.Whole() && !f.value.Number.IsInteger() || f.value.Number.IsNegative() && !c.Measure.Signed():
			t.Left = append(t.Left, Untaken{Key: f.key, Told: fmt.Sprintf("“%s”%s：%s填的是“%s”，没有取；要填%s", s.File, f.value.Place, form.Quote(c.Name()),
				line.Single(f.value.Text), strings.TrimSuffix(c.Measure.Filling(), "。"))})
		default:
			all[f.key] = append(all[f.key], given{f.value, s.by()})
		}
	}
	const mostOdd = 10 // of one slip that are told one by one
	for _, told := range s.odd[:min(mostOdd, len(s.odd))] {
		t.Left = append(t.Left, Untaken{Told: "“" + s.File + "”" + told})
	}
	if n := len(s.odd) - mostOdd; n > 0 {
		t.Left = append(t.Left, Untaken{Told: fmt.Sprintf("“%s”这样的还有%d行", s.File, n)})
	}
	if blank != nil {
		t.Blank = append(t.Blank, fmt.Sprintf("%s还有%d项没有填：%s", s.by(), len(blank), strings.Join(blank, "、")))
	}
}

// take takes what slips give for one figure, if they agree and nothing else stands there.
func (t *Taken) take(r *model.Report, c form.Cell, all []given) {
	is, first := r.Figure(c.Key), all[0]
	worth := func(v model.Value) string { d, _ := v.Worth(c.Measure); return d.String() }
	agree := !slices.ContainsFunc(all, func(g given) bool { return worth(g.value) != worth(first.value) })
	var who []string
	for _, g := range all {
		said := g.by
		if !agree {
			said += "是" + g.value.Printed()
		}
		who = append(who, said)
	}
	name := form.Quote(c.Name())
	switch {
	case !agree:
		t.Left = append(t.Left, Untaken{Key: c.Key, Told: fmt.Sprintf("%s：%s，不一样，都没有取，请核对", name, strings.Join(who, "，"))})
	case is.IsNumber() && worth(is) == worth(first.value):
		t.Same++
	case is.State == model.Missing:
		t.Left = append(t.Left, Untaken{Told: fmt.Sprintf("%s：填报表里没有这一格，没有取（%s是%s）", name, first.by, first.value.Printed())})
	case is.State != model.Blank:
		u := Untaken{Key: c.Key, Due: first.value.Printed(), Told: fmt.Sprintf("%s：填报表里已经填了%s，%s是%s，没有改，请核对", name, line.Single(is.Printed()), first.by, first.value.Printed())}
		switch {
		case isInYuan(c.Measure, first.value, is):
			u.Due, u.Told = "", u.Told+"；取数单上的像是按元填的，合"+is.Printed()+c.Measure.HeadUnit()
		case isInYuan(c.Measure, is, first.value):
			u.Told += "；填报表里的像是按元填的，合" + first.value.Printed() + c.Measure.HeadUnit()
		}
		t.Left = append(t.Left, u)
	default:
		t.changes = append(t.changes, workbook.Change{Key: c.Key, Before: is.Text, After: first.value.Printed()})
		t.Taken = append(t.Taken, fmt.Sprintf("%s：%s，来自%s", name, first.value.Printed(), strings.Join(who, "、")))
	}
}

// isInYuan says whether an amount that is due in the unit of the form's heading is another one in yuan.
func isInYuan(m form.Measure, v, other model.Value) bool {
	power, isMoney := m.Shift("")
	return isMoney && m.HeadUnit() != "" && v.IsNumber() && other.IsNumber() && v.Number.Shift(-power).Equal(other.Number)
}

// Into is the workbook of a checked report with what was taken; nil where nothing was.
func (t *Taken) Into(c job.Checked) (*job.File, error) {
	if t.changes == nil {
		return nil, nil
	}
	f, err := job.Edited(c, t.changes)
	return &f, err
}
