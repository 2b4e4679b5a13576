package office

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/ledger"
	"nianbao/internal/line"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
	"nianbao/internal/workbook"
)

// countySheets are the sheets of the workbook, in their order.
func countySheets() []countySheet {
	return []countySheet{memberTable, termTable, wrongWordTable, pointsTable, neighbourTable, weightTable, holidayTable, indicatorTable, supplyTable}
}

// What the workbook of an office's settings is called, and two of its sheets.
const (
	SettingsName = "本县设置"
	MembersName  = "名单"
	SuppliesName = "取数"
)

// Write writes all that an office lays down as a workbook to be filled in.
func (c *County) Write(w io.Writer) (err error) {
	defer func() { remedy.Rescue(recover(), &err) }()
	var lists []workbook.List
	for _, s := range countySheets() {
		lists = append(lists, s.list(c))
	}
	of := func(s countySheet) *workbook.List { return &lists[slices.Index(countySheets(), s)] }
	rules, points := of(weightTable), of(pointsTable)
	points.Columns[0].From = rules.Range(1, rules.FirstRow(), rules.FirstRow()+len(check.Catalogue())-1)
	members := of(memberTable)
	successor := slices.Index(memberTable.heads(), successorHead)
	members.Columns[successor].From = members.Range(1, members.FirstRow(), members.FirstRow()+members.Length-1)
	return workbook.WriteLists(w, SettingsName, 0, lists)
}

// term is one thing that an office lays down for all members, as the sheet has it.
type term struct{ name, value string }

// terms are these things: what they are called, what they mean, and how they are told and read.
var terms = []struct {
	name, meaning string
	text          func(c *County) string
	set           func(c *County, text string) error
}{
	{"发出单位", "汇总年报、发出填报表的单位，写全称，如青垣县人民政府办公室。各单位的填报表里会写明是谁定的，退回函、催报函和通报落它的款。",
		func(c *County) string { return c.Office }, taking(func(c *County) *string { return &c.Office })},
	{"联系人", "各单位有问题找谁。", func(c *County) string { return c.Contact }, taking(func(c *County) *string { return &c.Contact })},
	{"电话", "各单位有问题打哪个电话。", func(c *County) string { return c.Phone }, taking(func(c *County) *string { return &c.Phone })},
	{"报送期限", "各单位最晚哪一天交上来，如1月10日。“名单”里另外写了期限的，按名单。",
		func(c *County) string { return c.HandIn }, aDay(func(c *County) *string { return &c.HandIn }, anyDay)},
	{"重报期限", "退回修改、催报的单位最晚哪一天再交上来，如1月20日；写进退回函、催报函，每一轮改成新的一天。空着的，函里请单位尽快报送。",
		func(c *County) string { return c.Again }, aDay(func(c *County) *string { return &c.Again }, anyDay)},
	{"公布期限", "各单位最晚哪一天向社会公布，如1月20日；不写的是1月31日（县级以上政府是3月31日）。",
		func(c *County) string {
			return orNone(c.Settings.Deadline != check.Deadline{}, c.Settings.Deadline.String())
		},
		func(c *County, text string) error {
			d, ok := check.ReadDeadline(text)
			if day, isDate := readFullDate(text); !ok && isDate {
				d, ok = day, true
			}
			if !ok {
				return fmt.Errorf("“%s”不是日期，请写成如1月20日", line.Single(text))
			}
			c.Settings.Deadline = d
			return (check.Settings{Deadline: d}).Validate()
		}},
	{"总体情况字数", "第一部分最多写多少字，如1500；不写的是1000。",
		func(c *County) string {
			return orNone(c.Settings.OverviewLength > 0, strconv.Itoa(c.Settings.OverviewLength))
		},
		func(c *County, text string) (err error) {
			if c.Settings.OverviewLength, err = strconv.Atoi(strings.TrimSuffix(text, "字")); err != nil || c.Settings.OverviewLength <= 0 {
				return noLength(line.Single(text))
			}
			return nil
		}},
	{"雷同比例", "第一、五部分有多少句子相同就算雷同，如50%；不写的，和别的单位比是一半（相同的不到5句，要四分之三），和上年比是八成。相同的不到3句的不算。",
		func(c *County) string {
			return orNone(!c.Settings.Share.IsZero(), c.Settings.Share.Shift(2).String()+"%")
		},
		func(c *County, text string) error {
			share, ok := readShare(text)
			if !ok {
				return fmt.Errorf("“%s”应大于0、不超过100%%，如50%%", line.Single(text))
			}
			c.Settings.Share = share
			return (check.Settings{Share: share}).Validate()
		}},
}

// orNone is a text where there is something to tell.
func orNone(is bool, text string) string {
	if !is {
		return ""
	}
	return text
}

// termTable is the sheet of these things.
var termTable = &countyTable[term]{
	name: "期限", anchor: "county_terms", title: "期限和联系",
	lines: []string{"对所有单位的规定，写在“规定”这一列，不作规定的空着。"},
	columns: []countyColumn[term]{
		{heads: []string{"项目"}, width: 16, text: func(t term) string { return t.name }, set: taking(func(t *term) *string { return &t.name })},
		{heads: []string{"规定"}, width: 34, kind: workbook.Entry, text: func(t term) string { return t.value }, set: taking(func(t *term) *string { return &t.value })},
		{heads: []string{"说明"}, width: 80, text: func(t term) string { return meaningOf(t.name) }},
	},
	all: func(c *County) (list []term) {
		for _, t := range terms {
			list = append(list, term{t.name, t.text(c)})
		}
		return list
	},
	said: func(t term) bool { return t.value != "" },
	add: func(in *countyReader, _ model.Place, one term) error {
		for _, t := range terms {
			if t.name != one.name {
				continue
			}
			if t.text(in.county) != "" {
				return twice(t.name)
			}
			if err := t.set(in.county, one.value); err != nil {
				return inColumn{"规定", err}
			}
			return nil
		}
		return fmt.Errorf("没有“%s”这一项，请把它改回来", one.name)
	},
}

func meaningOf(name string) string {
	for _, t := range terms {
		if t.name == name {
			return t.meaning
		}
	}
	return ""
}

var wrongWordTable = &countyTable[check.Misspelling]{
	name: "易错词", anchor: "county_words", title: "本县容易写错的词", room: 40,
	lines: []string{"一行一个：左边写错的写法，右边写正确的，如望和镇、望禾镇。年报里写成左边的，就说出来。"},
	columns: []countyColumn[check.Misspelling]{
		{heads: []string{"写错的"}, width: 30, kind: workbook.Entry, text: func(w check.Misspelling) string { return w.Wrong }, set: taking(func(w *check.Misspelling) *string { return &w.Wrong })},
		{heads: []string{"正确的"}, width: 30, kind: workbook.Entry, text: func(w check.Misspelling) string { return w.Right }, set: taking(func(w *check.Misspelling) *string { return &w.Right })},
	},
	all: func(c *County) []check.Misspelling { return c.Settings.WrongWords },
	add: func(in *countyReader, _ model.Place, w check.Misspelling) error {
		if in.isAgain(w.Wrong) {
			return twice(w.Wrong)
		}
		s := &in.county.Settings
		s.WrongWords = append(s.WrongWords, w)
		return (check.Settings{WrongWords: []check.Misspelling{w}}).Validate()
	},
}

// pointsTable is the sheet of what findings cost. Its rules are chosen from weightTable.
var pointsTable = &countyTable[check.Points]{
	name: "扣分", anchor: "county_points", title: "扣分", room: 40,
	lines: []string{"考核按问题扣分的，写在这里：一行一条规则，从列表里选；每处扣几分，一共最多扣几分（不封顶的空着）。不写的规则不扣分。写了的，校验时列出预计扣多少。"},
	columns: []countyColumn[check.Points]{
		{heads: []string{"规则"}, width: 24, kind: workbook.Entry, text: func(p check.Points) string { return check.NameOf(p.Rule) },
			set: func(p *check.Points, text string) error { p.Rule = ruleCalled(text); return nil }},
		{heads: []string{"每处扣"}, width: 12, kind: workbook.Number, text: func(p check.Points) string { return p.Each.String() },
			set: func(p *check.Points, text string) (err error) { p.Each, err = readPoints(text); return err }},
		{heads: []string{"最多扣"}, width: 12, kind: workbook.Number, text: func(p check.Points) string { return orNone(!p.Most.IsZero(), p.Most.String()) },
			set: func(p *check.Points, text string) (err error) {
				if p.Most, err = readPoints(text); err == nil && p.Most.IsZero() {
					err = errors.New("最多扣0分，就是不扣分；不封顶的请空着")
				}
				return err
			}},
	},
	all: func(c *County) []check.Points { return c.Settings.Points },
	add: func(in *countyReader, _ model.Place, p check.Points) error {
		if in.isAgain(p.Rule) {
			return twice(nameOr(p.Rule))
		}
		s := &in.county.Settings
		s.Points = append(s.Points, p)
		return (check.Settings{Points: []check.Points{p}}).Validate()
	},
}

// nameOr is the name of a rule, or what was written where there is none.
func nameOr(rule string) string {
	if name := check.NameOf(rule); name != "" {
		return name
	}
	return rule
}

var neighbourTable = &countyTable[string]{
	name: "相邻单位", anchor: "county_neighbours", title: "相邻单位", room: 30,
	lines: []string{"名单里的乡镇、街道互相是相邻单位，不用再写；这里写名单以外、年报里不应当出现的，如邻县的乡镇。一行一个，写成石桥镇或石桥镇人民政府。"},
	columns: []countyColumn[string]{
		{heads: []string{"名称"}, width: 34, kind: workbook.Entry, text: func(name string) string { return name }, set: taking(func(name *string) *string { return name })},
	},
	all: func(c *County) []string { return c.Settings.Neighbours },
	add: func(in *countyReader, _ model.Place, name string) error {
		if in.isAgain(name) {
			return twice(name)
		}
		s := &in.county.Settings
		s.Neighbours = append(s.Neighbours, name)
		return (check.Settings{Neighbours: []string{name}}).Validate()
	},
}

// weight is how a rule weighs, as the sheet has it.
type weight struct {
	rule   string // its id, or what was written
	turned string // what it is turned into: a level, or switchedOff; "" for what it is
	reason string
}

const switchedOff = "关闭"

var weightTable = &countyTable[weight]{
	name: "规则级别", anchor: "county_rules", title: "规则级别", room: 5,
	lines: []string{"全部规则都在这里。要改级别的，在“改为”里选核实或提示；不要的选关闭，写上理由（每份年报的校验结果里都会写明）。强制的不能改、不能关闭。空着的不改。"},
	columns: []countyColumn[weight]{
		{heads: []string{"规则"}, width: 22, text: func(w weight) string { return nameOr(w.rule) }, set: func(w *weight, text string) error { w.rule = ruleCalled(text); return nil }},
		{heads: []string{"原来是"}, width: 9, text: func(w weight) string { rule, _ := check.ByID(w.rule); return rule.Level.String() }},
		{heads: []string{"改为"}, width: 9, kind: workbook.Entry, choices: []string{check.Query.String(), check.Info.String(), switchedOff},
			text: func(w weight) string { return w.turned }, set: taking(func(w *weight) *string { return &w.turned })},
		{heads: []string{"关闭的理由"}, width: 30, kind: workbook.Entry, text: func(w weight) string { return w.reason }, set: taking(func(w *weight) *string { return &w.reason })},
		{heads: []string{"查什么"}, width: 70, text: func(w weight) string { rule, _ := check.ByID(w.rule); return rule.Title }},
	},
	all:  weights,
	said: func(w weight) bool { return w.turned != "" },
	add:  (*countyReader).addWeight,
}

// weights are all rules as an office weighs them.
func weights(c *County) (list []weight) {
	for _, rule := range check.Catalogue() {
		w := weight{rule: rule.ID}
		for _, a := range c.Settings.Rules {
			switch {
			case a.Rule != rule.ID:
			case a.Reason != "":
				w.turned, w.reason = switchedOff, a.Reason
			default:
				w.turned = a.Level.String()
			}
		}
		list = append(list, w)
	}
	return list
}

func (in *countyReader) addWeight(_ model.Place, w weight) error {
	a := check.Adjustment{Rule: w.rule}
	switch {
	case w.turned == switchedOff && w.reason == "":
		return inColumn{"关闭的理由", fmt.Errorf("关闭“%s”没有写理由，请补上", nameOr(w.rule))}
	case w.turned == switchedOff:
		a.Reason = w.reason
	case w.turned == "":
		return inColumn{"改为", errors.New("写了理由，没有选改成什么，请选“关闭”，或者删去理由")}
	case w.reason != "":
		return inColumn{"关闭的理由", errors.New("理由只写给关闭的规则，请删去，或者选“关闭”")}
	case w.turned == check.Query.String():
		a.Level = check.Query
	case w.turned == check.Info.String():
		a.Level = check.Info
	default:
		return inColumn{"改为", fmt.Errorf("“%s”应是核实、提示或者关闭", w.turned)}
	}
	if in.isAgain(a.Rule) {
		return twice(nameOr(a.Rule))
	}
	s := &in.county.Settings
	s.Rules = append(s.Rules, a)
	return (check.Settings{Rules: []check.Adjustment{a}}).Validate()
}

// daysOff are days that are off, or worked though they are of a weekend, as the sheet has them.
type daysOff struct{ from, to, what string }

const off, worked = "放假", "上班"

const daysOffHead = "放假还是上班"

var holidayTable = &countyTable[daysOff]{
	name: "节假日", anchor: "county_holidays", title: "节假日和调休", room: 40,
	lines: []string{"照国务院办公厅每年的通知写，用来算依申请公开的答复期限。一行一处：放假的从哪天到哪天（周末在里面的不用分开）；周末调休上班的也写。只有一天的，后一天空着。没有写的年份只除去周末。"},
	columns: []countyColumn[daysOff]{
		{heads: []string{"从"}, width: 14, kind: workbook.Day, text: func(d daysOff) string { return d.from }, set: taking(func(d *daysOff) *string { return &d.from })},
		{heads: []string{"到"}, width: 14, kind: workbook.Day, text: func(d daysOff) string { return d.to }, set: taking(func(d *daysOff) *string { return &d.to })},
		{heads: []string{daysOffHead}, width: 16, kind: workbook.Entry, choices: []string{off, worked},
			text: func(d daysOff) string { return d.what }, set: taking(func(d *daysOff) *string { return &d.what })},
	},
	all: func(c *County) (rows []daysOff) {
		for _, s := range c.Settings.Calendar.Holidays {
			rows = append(rows, daysOff{dayOf(s.From), dayOf(s.To), off})
		}
		for _, s := range c.Settings.Calendar.Workdays {
			rows = append(rows, daysOff{dayOf(s.From), dayOf(s.To), worked})
		}
		return rows
	},
	add: (*countyReader).addDaysOff,
}

func (in *countyReader) addDaysOff(_ model.Place, d daysOff) error {
	var s ledger.Span
	var ok bool
	if s.From, ok = chinese.ReadDay(d.from); !ok {
		return inColumn{"从", fmt.Errorf("“%s”不是日期，请写成如2026-01-01", d.from)}
	}
	if s.To, ok = chinese.ReadDay(cmp.Or(d.to, d.from)); !ok {
		return inColumn{"到", fmt.Errorf("“%s”不是日期，请写成如2026-01-03", d.to)}
	}
	of := holidays
	switch d.what {
	case off:
	case worked:
		of = workdays
	default:
		return inColumn{daysOffHead, either(off, worked)}
	}
	return addSpan(&in.county.Settings.Calendar, of, s)
}

// usualIndicators are offered to an office: what notices on charging the fee for handling applications come to.
var usualIndicators = []Indicator{
	{Indicator: model.Indicator{Name: "发出收费通知的件数", Unit: "件", Integer: true}},
	{Indicator: model.Indicator{Name: "通知收费的总金额", Unit: "元"}},
	{Indicator: model.Indicator{Name: "实际收取的总金额", Unit: "元"}},
}

const yes, no = "是", "否"

const usedHead = "是否使用"

// either is the fault of a cell that says neither of two things.
func either(one, other string) error { return fmt.Errorf("请选“%s”或“%s”", one, other) }

// What is said of an indicator, as the head of a column or as an entry of text.
const unitHead, digitsHead = "计量单位", "数的写法"

// The most indicators that members are asked for, and the most characters that the name of one has.
const mostIndicators, mostIndicatorName = 100, 40

// indicatorRow is an indicator, as the sheet has it.
type indicatorRow struct{ name, unit, digits, used string }

var indicatorTable = &countyTable[indicatorRow]{
	name: workbook.IndicatorsSheet, anchor: "county_indicators", title: "附表的指标", room: 20,
	lines: []string{"表格以外还要各单位报的数，一行一个。用不用，在“是否使用”里选；前三行是信息处理费的，常有地方要，用的选“是”。汇总时各单位的数相加；计量单位是%、‰的是比率，不相加，本级的自己填。"},
	columns: []countyColumn[indicatorRow]{
		{heads: []string{"名称", "指标"}, width: 36, kind: workbook.Entry, text: func(i indicatorRow) string { return i.name }, set: taking(func(i *indicatorRow) *string { return &i.name })},
		{heads: []string{unitHead}, width: 12, kind: workbook.Entry, text: func(i indicatorRow) string { return i.unit }, set: taking(func(i *indicatorRow) *string { return &i.unit })},
		{heads: []string{digitsHead}, width: 12, kind: workbook.Entry, choices: []string{model.IntegerDigits, model.DecimalDigits},
			text: func(i indicatorRow) string { return i.digits }, set: taking(func(i *indicatorRow) *string { return &i.digits })},
		{heads: []string{usedHead}, width: 12, kind: workbook.Entry, choices: []string{yes, no},
			text: func(i indicatorRow) string { return i.used }, set: taking(func(i *indicatorRow) *string { return &i.used })},
	},
	all: func(c *County) (rows []indicatorRow) {
		list := c.Indicators
		if list == nil {
			list = usualIndicators
		}
		for _, i := range list {
			row := indicatorRow{i.Name, i.Unit, i.Digits(), no}
			if i.Used {
				row.used = yes
			}
			rows = append(rows, row)
		}
		return rows
	},
	said: func(i indicatorRow) bool { return i.used == yes },
	add: func(in *countyReader, _ model.Place, i indicatorRow) error {
		if i.used != yes && i.used != no {
			return inColumn{usedHead, either(yes, no)}
		}
		var others []model.Indicator
		for _, other := range in.county.Indicators {
			others = append(others, other.Indicator)
		}
		one, err := i.beside(others)
		if err == nil {
			in.county.Indicators = append(in.county.Indicators, Indicator{one, i.used == yes})
		}
		return err
	},
}

// beside is the indicator of a row, if it can be one beside those of other rows.
func (i indicatorRow) beside(others []model.Indicator) (one model.Indicator, err error) {
	_, isTaken := model.IndicatorCalled(i.name, others)
	switch {
	case i.name == "":
		return one, errors.New("没有写指标的名称")
	case utf8.RuneCountInString(i.name) > mostIndicatorName:
		return one, fmt.Errorf("指标的名称太长，最多%d字", mostIndicatorName)
	case strings.ContainsAny(i.name, "{}｛｝"):
		return one, errors.New("指标的名称里不能有大括号")
	case isOfForm(i.name):
		return one, fmt.Errorf("“%s”是报告的表格里已经有的名称，请换一个，如“%s（附表）”", i.name, i.name)
	case i.digits != model.IntegerDigits && i.digits != model.DecimalDigits:
		return one, inColumn{digitsHead, either(model.IntegerDigits, model.DecimalDigits)}
	case isTaken:
		return one, twice(i.name)
	case len(others) == mostIndicators:
		return one, fmt.Errorf("指标太多了，最多%d个", mostIndicators)
	}
	return model.Indicator{Name: i.name, Unit: i.unit, Integer: i.digits == model.IntegerDigits}, nil
}

// isOfForm says whether a name is one by which texts speak of something on a form, so that it can be no indicator's.
func isOfForm(name string) bool {
	if _, ok := form.FieldCalled(name); ok {
		return true
	}
	return slices.ContainsFunc(form.Editions(), func(e *form.Edition) bool { _, ok := e.QuantityCalled(name); return ok })
}
