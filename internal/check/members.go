package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
)

// Members is what the report of a higher office is held against: its members' reports, added up.
type Members struct {
	OwnFigures bool                     // the report has figures of the office's own; else they are the sums themselves
	Sum        func(k form.Key) Summed  // what the members add up to
	Indicators []SummedIndicator        // and in the indicators
	Absent     []Absence                // those that are not in it, in the order of their kinds
	CarriedIn  map[form.Key][]HandedOn  // by figure of this year, members that took over something else than last year's left them
	LastSum    func(k form.Key) Carried // of figures that are taken over as they were; nil if last year's reports were not given
}

// Summed is what members add up to in one figure.
type Summed struct {
	Members  model.Value
	Adjusted decimal.Decimal // what the office declared in addition, with its reasons
	Due      model.Value     // both
}

// SummedIndicator is what members add up to in an indicator.
type SummedIndicator struct {
	Name string
	Summed
}

// Carried are sums of what members carried over, last year's and this year's.
type Carried struct{ Last, Now decimal.Decimal }

// HandedOn is what one member carried over, last year's and this year's; blank where it has no report in the sum.
type HandedOn struct {
	Unit      string
	Last, Now model.Value
	NotAdded  string // why what came of it this year is not in the sum, or not all of it, a clause; "" for what is, and where nothing came
}

// Absence is why a report of a member, or several, are not in the sum, or figures of one.
type Absence struct {
	Kind      AbsenceKind
	Units     []string // their names: of Missing all, else one; "" for an unnamed report
	Files     []string
	Ended     string   // of Outlived: the day on which the unit was abolished or merged
	Heirs     []string // of Outlived: the units that go on with what it had and have reported, too, with their files
	Perhaps   []string // of Missing: those that a file may be of which could not be read, or not be told, with the file
	Unclaimed []string // of Missing: files that came of which nobody can tell whose they are
	Own       []string // of Missing: the office itself, by the list
	Nearest   string   // of a stranger: the member that is probably meant; of Misnamed the one that the file is called after
	Year      int      // of another year's
	Sums      []string // of an overlap: the units whose sums the others are in, with their files; several where nobody can tell in which
	Differ    string   // of versions: where they differ, and which file has what
	Chosen    string   // of versions: what the office wrote down as the one that counts, and is none of them, or more than one
	Among     int      // of versions: how many are called so
	Called    []string // of versions: what the office is to write, where it takes more than the name of the file; nil elsewhere
	Figures   []string // of Unfilled: those that are not in the sum, each with what stands there; of Ungiven each unit with what it did not give
	Todo      string   // of Untouched: what the unit is to do, a clause
	Read      bool     // of Unfilled: they were read off a published report
}

// AbsenceKind is what keeps a report out of the sum.
type AbsenceKind int

const (
	Missing  AbsenceKind = iota // the list has the unit, and nothing came
	Versions                    // several came, and differ
	Stranger                    // the list does not have the unit
	Unnamed                     // no unit or no year can be read
	OtherYear
	OtherForm // of the year, on the form of another
	Untouched // a form in which nobody has filled anything in
	Unsound   // has 强制 findings, and those were to be left out
	OwnSum    // of the office itself, with its members in it
	Overlap   // reports that are in the sum of a unit that is here, too
	Unfilled  // the report is in it, but for figures where no number stands
	Misnamed  // it is in it, and its file is called after another member
	Outlived  // it is in it, and its unit was gone by the end of the year, so that a successor's may hold the same
	Ungiven   // they are in it, but for indicators that are asked for
)

// ToRemind is what to do about a unit of which nothing came.
const ToRemind = "请催报；已经撤销、合并的不要删，在名单上写上日期和承接单位。"

var aggregateSum = Rule{
	ID: "aggregate-sum", OnMembers: true, Level: Query, Title: "汇总单位自己的数＝各单位相加，加上注明理由的调整", Citation: "《条例》第四十九条、第五十条",
	Find: findAggregateSum,
	Cases: func() []Case {
		return []Case{
			{Why: "各单位相加是3，自己填了2", Set: []Entry{{"proactive.penalties.decisions", "2"}}, Members: membersWith(Absence{}, "proactive.penalties.decisions", "3"),
				Finds: []form.Key{"proactive.penalties.decisions"}},
			{Why: "分项差了，总计跟着差，只说分项", Set: []Entry{{"requests.received.natural_person", "2"}, {"requests.received.total", "2"}}, Members: membersWith(Absence{}, "", ""),
				Finds: []form.Key{"requests.received.natural_person"}},
			{Why: "一样", Set: []Entry{{"proactive.penalties.decisions", "3"}}, Members: membersWith(Absence{}, "proactive.penalties.decisions", "3")},
			{Why: "没有给出各单位的报告就不比", Set: []Entry{{"proactive.penalties.decisions", "2"}}},
		}
	},
}

var aggregateMembers = Rule{
	ID: "aggregate-members", OnMembers: true, Level: Fatal, Title: "名单上的单位都交了，一家一份，年度、格式都对，数都填了；汇总的不和其中的单位加在一起，并走的不和承接单位的重复", Citation: "《条例》第四十九条",
	Find: findAggregateMembers,
	Cases: func() []Case {
		return []Case{
			{Why: "有一家没有交", Members: membersWith(Absence{Kind: Missing, Units: []string{"石桥镇人民政府"}}, "", ""), Finds: []form.Key{"unit.name"}},
			{Why: "有一家交来的读不了", Members: membersWith(Absence{Kind: Missing, Units: []string{}, Perhaps: []string{"石桥镇人民政府（石桥.xls）"}}, "", ""), Finds: []form.Key{"unit.name"}},
			{Why: "有一家交了两份，内容不同", Members: membersWith(Absence{Kind: Versions, Units: []string{"石桥镇人民政府"}, Files: []string{"a.xlsx", "b.xlsx"}}, "", ""), Finds: []form.Key{"unit.name"}},
			{Why: "有一家交来的是空表，等于没有交", Members: membersWith(Absence{Kind: Untouched, Units: []string{"石桥镇人民政府"}, Files: []string{"石桥.xlsx"}, Todo: "请该单位填好再报"}, "", ""), Finds: []form.Key{"unit.name"}},
			{Why: "本级自己的汇总也在里面", Members: membersWith(Absence{Kind: OwnSum, Units: []string{"青垣县人民政府"}, Files: []string{"汇总.xlsx"}}, "", ""), Finds: []form.Key{"unit.name"}},
			{Why: "县的汇总和县里的镇在一起", Members: membersWith(Absence{Kind: Overlap, Units: []string{"青垣县清溪镇人民政府"}, Files: []string{"清溪.xlsx"}, Sums: []string{"青垣县人民政府（汇总.xlsx）"}}, "", ""), Finds: []form.Key{"unit.name"}},
			{Why: "都在", Members: membersWith(Absence{}, "", "")},
			{Why: "有一家空着一格，相加的就少了", Members: membersWith(Absence{Kind: Unfilled, Units: []string{"石桥镇人民政府"}, Files: []string{"石桥.xlsx"}, Figures: []string{"“行政许可”没有填"}}, "", ""), Finds: []form.Key{"unit.name"}},
			{Why: "从网页里没有读出来的，可能是读取的问题", Members: membersWith(Absence{Kind: Unfilled, Units: []string{"石桥镇人民政府"}, Files: []string{"石桥.html"}, Figures: []string{"“行政许可”没有填"}, Read: true}, "", ""),
				Finds: []form.Key{"unit.name"}, Level: Query},
			{Why: "有两家没有报附表的数，要补", Members: membersWith(Absence{Kind: Ungiven, Units: []string{"石桥镇人民政府", "柏坞乡人民政府"}, Figures: []string{"石桥镇人民政府（没有附表）", "柏坞乡人民政府（没有填的：接待人数）"}}, "", ""),
				Finds: []form.Key{"unit.name"}, Level: Query},
			{Why: "文件名是另一家的，要核对", Members: membersWith(Absence{Kind: Misnamed, Units: []string{"石桥镇人民政府"}, Files: []string{"柏坞镇.xlsx"}, Nearest: "柏坞镇人民政府"}, "", ""),
				Finds: []form.Key{"unit.name"}, Level: Query},
			{Why: "年内并走的单位和承接单位都交了，可能加了两次", Members: membersWith(Absence{Kind: Outlived, Units: []string{"柏坞乡人民政府"}, Files: []string{"柏坞乡.xlsx"}, Ended: "2025年6月30日", Heirs: []string{"石桥镇人民政府（石桥.xlsx）"}}, "", ""),
				Finds: []form.Key{"unit.name"}, Level: Query},
		}
	},
}

var aggregateCarriedIn = Rule{
	ID: "aggregate-carried-in", OnMembers: true, Level: Query, Title: "各单位上年结转之和＝上年各单位结转下年度之和", Citation: "年度报告格式第三部分",
	Find: findAggregateCarriedIn,
	Cases: func() []Case {
		return []Case{
			{Why: "上年结转下来2件，今年各单位只接了1件", Members: membersCarrying(2, 1), Finds: []form.Key{"requests.carried_in.natural_person"}},
			{Why: "接得上", Members: membersCarrying(2, 2)},
			{Why: "没有给出上年的就不比", Members: membersWith(Absence{}, "", "")},
		}
	},
}

// membersWith are the members of a case: all figures are 0 but one. An absence without units is none.
func membersWith(absence Absence, key form.Key, sum string) *Members {
	m := &Members{OwnFigures: true, Sum: func(k form.Key) Summed {
		v := model.ParseFigure(form.Count, "0")
		if k == key {
			v = model.ParseFigure(form.Count, sum)
		}
		return Summed{Members: v, Due: v}
	}}
	if absence.Units != nil {
		m.Absent = []Absence{absence}
	}
	return m
}

// membersCarrying are the members of a case who carried so much over.
func membersCarrying(last, now int64) *Members {
	m := membersWith(Absence{}, "", "")
	const person = form.Key("requests.carried_in.natural_person")
	m.LastSum = func(k form.Key) Carried {
		if k != person {
			return Carried{}
		}
		return Carried{decimal.NewFromInt(last), decimal.NewFromInt(now)}
	}
	m.CarriedIn = map[form.Key][]HandedOn{person: {{Unit: "石桥镇人民政府", Last: model.NumberValue(decimal.NewFromInt(last)), Now: model.NumberValue(decimal.NewFromInt(now))}}}
	return m
}

// findAggregateSum finds the office's own figures that are not what its members add up to. A total is passed over where one of its
// parts is told already.
func findAggregateSum(in *Input) []Finding {
	if in.Members == nil || !in.Members.OwnFigures {
		return nil
	}
	differs := map[form.Key]bool{}
	for _, c := range in.Report.Edition.Cells() {
		s := in.Members.Sum(c.Key)
		own, ok := in.Report.Figure(c.Key).Worth(c.Measure)
		due, known := s.Due.Worth(c.Measure)
		members, summed := s.Members.Worth(c.Measure)
		beforeAdjusting := ok && summed && own.Equal(members) // what was declared since is not in it yet
		differs[c.Key] = (ok != known || !own.Equal(due)) && !beforeAdjusting
	}
	var found []Finding
	for _, c := range in.Report.Edition.Cells() {
		if !differs[c.Key] || in.anyPart(c.Key, differs) {
			continue
		}
		s := in.Members.Sum(c.Key)
		own := in.Report.Figure(c.Key)
		f := Finding{Expected: s.Due.Printed(), Actual: own.Printed(), Compared: comparedTo("各单位相加"), Cells: []Cell{in.figureCell(c.Key, Subject)}, against: s.Due.Printed()}
		f.Message = c.Label() + said(own) + "，各单位相加" + said(s.Members)
		if !s.Adjusted.IsZero() {
			f.Message += "，调整" + signed(s.Adjusted) + "，合起来是" + s.Due.Printed()
		}
		f.Message += "。请核对；联合发文、受委托作出的决定、当年撤销的单位这样有理由的差别，写进“汇总调整”。"
		if own, ok := own.Worth(c.Measure); ok {
			if due, ok := s.Due.Worth(c.Measure); ok {
				f.Difference = own.Sub(due).String()
			}
		}
		found = append(found, f)
	}
	return append(found, in.indicatorSums()...)
}

// anyPart says whether a figure that a total sums is among some, also through totals below it.
func (in *Input) anyPart(total form.Key, among map[form.Key]bool) bool {
	return slices.ContainsFunc(in.Report.Edition.Parts(total), func(part form.Key) bool { return among[part] || in.anyPart(part, among) })
}

func said(v model.Value) string {
	if v.Printed() == "" {
		return "没有填"
	}
	return "是" + v.Printed()
}

func signed(d decimal.Decimal) string {
	if d.IsPositive() {
		return "＋" + d.String()
	}
	return "－" + d.Neg().String()
}

func findAggregateMembers(in *Input) []Finding {
	if in.Members == nil {
		return nil
	}
	var found []Finding
	for _, a := range in.Members.Absent {
		unit, _ := form.FieldByKey("unit.name")
		subject := in.fieldCell(unit)
		subject.Value = strings.Join(slices.Concat(a.Units, a.Perhaps, a.Files), "、") // whom it is about tells it from the others
		f := Finding{Message: a.Told(), Cells: []Cell{subject}, kind: strconv.Itoa(int(a.Kind)),
			against: strings.Join(slices.Concat(a.Figures, a.Heirs), "\n") + a.Nearest}
		if a.Kind == Versions {
			f.Remedy = remedy.Remedy{Action: remedy.ChooseVersion}
		}
		switch {
		case a.Kind == Unfilled && a.Read:
			f.Doubt = notRead
		case a.Kind == Misnamed, a.Kind == Outlived, a.Kind == Ungiven:
			f.Level = Query
		}
		found = append(found, f)
	}
	return found
}

// Told says what keeps a report out of the sum, and what to do.
func (a Absence) Told() string {
	const most, mostMissing = 20, 200 // whoever is to be reminded is named
	unit, files := "", chinese.Listed(a.Files, most)
	if len(a.Units) > 0 {
		unit = form.Quote(a.Units[0])
	}
	switch a.Kind {
	case Missing:
		var told string
		if len(a.Units) > 0 {
			told = fmt.Sprintf("有%d个单位没有交：%s。", len(a.Units), chinese.Listed(a.Units, mostMissing)) + ToRemind
		}
		if len(a.Perhaps) > 0 {
			another := ""
			if told != "" {
				another = "另"
			}
			told += fmt.Sprintf("%s有%d个单位的文件可能在，只是读不了或名称对不上：%s。", another, len(a.Perhaps), chinese.Listed(a.Perhaps, mostMissing))
		}
		if told != "" && len(a.Unclaimed) > 0 {
			told += fmt.Sprintf("收到的文件里有%d份读不了，也看不出是哪个单位的，请看是不是它们的：%s。", len(a.Unclaimed), chinese.Listed(a.Unclaimed, most))
		}
		if len(a.Own) > 0 {
			told += fmt.Sprintf("本级自己的（%s）还没有，没有加，请放进来；不单独写年报的，请从名单上去掉。", chinese.Listed(a.Own, most))
		}
		return told
	case Versions:
		where := ""
		if a.Differ != "" {
			where = "不同的有：" + a.Differ + "。"
		}
		chosen := ""
		switch {
		case a.Chosen != "" && a.Among > 1:
			chosen = fmt.Sprintf("登记的“采用文件”写的是“%s”，叫这个名称的有%d份。", excerpt(a.Chosen), a.Among)
		case a.Chosen != "":
			chosen = "登记的“采用文件”写的是“" + excerpt(a.Chosen) + "”，不是其中哪一份的文件名。"
		}
		called := ""
		if a.Called != nil {
			called = "文件名有相同的，写文件名时连同文件夹写：" + chinese.Listed(a.Called, most) + "。"
		}
		return fmt.Sprintf("%s交了%d份，内容不一样，都没有加：%s。%s%s请问清用哪一份。%s", unit, len(a.Files), files, where, chosen, called)
	case Stranger:
		if a.Nearest != "" {
			return fmt.Sprintf("名单上没有%s（%s），没有加。名单上有“%s”，请核对单位名称。", unit, files, a.Nearest)
		}
		return fmt.Sprintf("名单上没有%s（%s），没有加。如果是本级的单位，请补进名单。", unit, files)
	case Unnamed:
		return fmt.Sprintf("%s读不出单位名称或年度，没有加。请在填报表的“基本信息”里补上。", files)
	case OtherYear:
		return fmt.Sprintf("%s交的是%s年度的（%s），没有加。请该单位换成这个年度的。", unit, strconv.Itoa(a.Year), files)
	case OtherForm:
		return fmt.Sprintf("%s用的不是这个年度的格式（%s），没有加。请用新的填报表重新填。", unit, files)
	case Untouched:
		return fmt.Sprintf("%s交来的是没有填的空表（%s），没有加，算没有交。%s。", unit, files, a.Todo)
	case OwnSum:
		return fmt.Sprintf("%s的统计口径是汇总（%s），各单位的数已经在里面，没有加。本机关自己的数，请另填一份口径是“本机关”的。", unit, files)
	case Overlap:
		return a.overlap()
	case Unfilled:
		const most = 5
		return fmt.Sprintf("%s（%s）有%d个数没有加进去，合计里少了它们：%s。请该单位补上，没有的填0，再汇总一次。", unit, files, len(a.Figures), chinese.Listed(a.Figures, most))
	case Ungiven:
		return fmt.Sprintf("附表的数少了%d个单位的：%s。请这些单位补上，没有的填0，再汇总一次。", len(a.Units), chinese.Listed(a.Figures, mostMissing))
	case Misnamed:
		return fmt.Sprintf("文件名是%s的，里面写的单位是%s（%s），按里面写的加。请核对是哪个单位的。", form.Quote(a.Nearest), unit, files)
	case Outlived:
		if len(a.Heirs) == 0 {
			return fmt.Sprintf("%s已于%s撤销或合并，还有一份这个年度的（%s），也加了。请核对是不是它的；不是的，请拿开。", unit, a.Ended, files)
		}
		return fmt.Sprintf("%s已于%s撤销或合并，它的（%s）和承接单位的都加了：%s。请问清承接单位的数里是不是已经含了它的；含了的，请把它的那一份拿开。", unit, a.Ended, files, chinese.Listed(a.Heirs, most))
	default:
		return fmt.Sprintf("%s有强制问题（%s），按要求没有加。请退回改正。", unit, files)
	}
}

// overlap says which reports are in the sums of others.
func (a Absence) overlap() string {
	const most = 10
	members := fmt.Sprintf("%s（%d份）", chinese.Listed(a.Units, most), len(a.Units))
	if len(a.Sums) > 1 {
		return fmt.Sprintf("%s看层级是下级单位的，可能已经算在汇总里：%s，不能加两次，没有加。请核对，汇总里已经有的请拿开。", members, chinese.Listed(a.Sums, most))
	}
	return fmt.Sprintf("%s的统计口径是汇总，下面这些应当已经算在里面：%s。两边不能加在一起，都没有加，请只留一边。", a.Sums[0], members)
}

func findAggregateCarriedIn(in *Input) []Finding {
	if in.Members == nil || in.Members.LastSum == nil {
		return nil
	}
	var found []Finding
	for _, carry := range in.Report.Edition.CarryOvers() {
		cell, _ := in.Report.Edition.Cell(carry.Key)
		sums := in.Members.LastSum(carry.Key)
		if cell.Total || carry.Moves() || sums.Last.Equal(sums.Now) {
			continue
		}
		f := Finding{Expected: sums.Last.String(), Actual: sums.Now.String(), Compared: Comparison{Is: "各单位相加是", Due: "上年各单位相加是", Source: "上年各单位相加"}, Difference: sums.Now.Sub(sums.Last).String(), Cells: []Cell{in.figureCell(carry.Key, Subject)}, against: sums.Last.String()}
		f.Message = fmt.Sprintf("%s各单位相加是%s，上年结转下年度各单位相加是%s。", cell.Label(), sums.Now, sums.Last)
		if members := in.Members.CarriedIn[carry.Key]; len(members) > 0 {
			f.Message += "对不上的：" + handedOn(members) + "。"
		}
		found = append(found, f)
	}
	return found
}

// handedOn lists members with what they carried over: first, and all of them, those that have a report of both years, since these are the ones
// that changed something.
func handedOn(members []HandedOn) string {
	const most, mostLacking = 200, 10 // told, and of those that lack one
	hasBoth := func(m HandedOn) bool { return m.Last.Printed() != "" && m.Now.Printed() != "" }
	var told []string
	lacking := 0
	for _, both := range []bool{true, false} {
		for _, m := range members {
			if hasBoth(m) != both {
				continue
			}
			if !both {
				if lacking++; lacking > mostLacking {
					continue
				}
			}
			if len(told) == most {
				continue
			}
			told = append(told, fmt.Sprintf("%s上年%s、今年%s", m.Unit, orNone(m.Last), m.now()))
		}
	}
	if more := len(members) - len(told); more > 0 {
		told = append(told, fmt.Sprintf("另有%d个单位", more))
	}
	return strings.Join(told, "；")
}

// now is what it carried over this year, or why that is not known.
func (m HandedOn) now() string {
	switch {
	case m.NotAdded == "":
		return orNone(m.Now)
	case m.Now.Printed() == "":
		return "没有加进去（" + m.NotAdded + "）"
	}
	return m.Now.Printed() + "（另有没有加进去的：" + m.NotAdded + "）"
}

func orNone(v model.Value) string {
	if v.Printed() == "" {
		return "没有报"
	}
	return v.Printed()
}
