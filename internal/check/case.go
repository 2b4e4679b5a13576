package check

import (
	"strconv"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Case is an example of a rule: a sound report with a few entries changed. It is tested, and shown to whoever asks about the rule.
type Case struct {
	Why       string  // what the example shows
	Year      int     // the report year, which asks for its edition; 0 for the year that the texts of sound reports speak of
	Set       []Entry // changes to a sound report
	Last      []Entry // changes to a sound report of the year before; nil if none is given
	Carried   []Entry // stocks of the year before that the workbook remembers
	CarriedOf int     // the year that it is of; 0 where the workbook does not say
	Divided   bool    // the unit of the year before was divided, and this one has a part that nobody told
	Like      []Entry // changes to a sound report of another unit that was checked together with it; nil if none was
	Lost      []form.Key
	Stray     string                 // typed beside the form
	ByLabels  []form.Key             // found by their labels
	Extras    []model.Extra          // what else is in the file
	Answer    string                 // an explanation that was given, under a number that no finding has
	Printed   func(p *model.Printed) // how a published report is printed otherwise than prescribed; nil if it is none
	Expected  int                    // the report year that is asked for
	Ledger    []string               // its applications: received, applicant, outcome, closed, extended; — for a blank; nil for no ledger
	Given     []string               // on its sheet of indicators: name, unit, 整数 or 小数, figure; — for a blank; nil for no sheet
	Asked     []string               // the indicators that are asked for, without a figure
	HandedIn  bool                   // it is looked at as what its unit handed in to an office
	Blank     string                 // a table whose figures are all blank, unless they are set
	Members   *Members               // what the office's members add up to
	Finds     []form.Key             // the subjects that the rule must name, in order; none: it stays quiet
	Level     Level                  // of the findings, where it is not the rule's
}

// Entry is what was typed under a key; a text's paragraphs are parted by line breaks.
type Entry struct {
	Key   form.Key
	Typed string
}

// Input is what the case's rule looks at.
func (c Case) Input() *Input {
	in := &Input{Report: soundReport(c.year()), Drawable: func(r rune) bool { return r != '\U00030000' }}
	if c.Printed != nil {
		in.Report.Printed = model.Prescribed(in.Report)
		c.Printed(in.Report.Printed)
	}
	for _, cell := range in.Report.Edition.Cells() {
		if cell.Table == c.Blank {
			delete(in.Report.Figures, cell.Key)
		}
	}
	change(in.Report, c.Set)
	in.Report.Ledger, in.Report.Indicators = c.ledger(), indicators(c.Given)
	for _, g := range indicators(c.Asked) {
		in.Settings.Indicators = append(in.Settings.Indicators, g.Indicator)
	}
	for _, e := range c.Carried {
		if in.Report.LastStocks == nil {
			in.Report.LastStocks = map[form.Key]model.Value{}
		}
		in.Report.LastStocks[e.Key] = model.ParseFigure(form.Count, e.Typed)
	}
	in.Report.StocksOf = c.CarriedOf
	if c.Last != nil {
		in.Last = soundReport(c.year() - 1)
		change(in.Last, c.Last)
		in.IsPart = c.Divided
	}
	if c.Like != nil {
		other := soundReport(c.year())
		change(other, append([]Entry{{"unit.name", "石桥镇人民政府"}}, soundTexts[(c.year()+1)%2]...)) // which say other things
		change(other, c.Like)
		for _, key := range LikenessSections() {
			in.Likes = append(in.Likes, Like{Section: key, Report: other, File: "石桥镇.xlsx"})
		}
	}
	for _, k := range c.Lost {
		if _, ok := in.Report.Edition.Cell(k); ok {
			in.Report.Figures[k] = model.Value{State: model.Missing}
			continue
		}
		delete(in.Report.Fields, k)
		delete(in.Report.Texts, k)
		in.Report.Lost = append(in.Report.Lost, k)
	}
	in.Report.ByLabels, in.Report.Extras = c.ByLabels, c.Extras
	in.Expected, in.HandedIn, in.Members = c.Expected, c.HandedIn, c.Members
	if c.Answer != "" {
		in.Report.Answers = []model.Answer{{Number: "A1B2C3", Text: c.Answer}}
	}
	if c.Stray != "" {
		in.Report.Strays = []model.Stray{{Text: c.Stray}}
	}
	return in
}

// indicators are those of a case.
func indicators(rows []string) (list []model.Given) {
	const first = 5 // row of the sheet
	for i, row := range rows {
		words := append(strings.Fields(row), "—")
		g := model.Given{Indicator: model.Indicator{Name: words[0], Unit: words[1], Integer: words[2] == model.IntegerDigits}}
		g.Value = model.ParseFigure(g.Indicator, strings.ReplaceAll(words[3], "—", ""))
		g.Value.Place = model.Place{Sheet: "附表", Ref: "D" + strconv.Itoa(first+i)}
		list = append(list, g)
	}
	return list
}

// ledger is the case's ledger of applications.
func (c Case) ledger() *model.Ledger {
	if c.Ledger == nil {
		return nil
	}
	l := &model.Ledger{Sheet: "依申请台账"}
	const first = 7 // row of the sheet
	for i, row := range c.Ledger {
		typed := model.LedgerRow{Number: first + i}
		for at, column := range []model.LedgerColumn{model.LedgerReceived, model.LedgerApplicant, model.LedgerOutcome, model.LedgerClosed, model.LedgerExtended} {
			words := strings.Fields(row)
			if at < len(words) && words[at] != "—" {
				typed.Cells[column] = model.ReadField(words[at], model.Place{Sheet: l.Sheet, Ref: string(rune('B'+column)) + strconv.Itoa(typed.Number)})
			}
		}
		l.Rows = append(l.Rows, typed)
	}
	return l
}

// presentYear is the report year of cases that name none.
const presentYear = 2025

func (c Case) year() int {
	if c.Year == 0 {
		return presentYear
	}
	return c.Year
}

// soundReport is a town's report without fault for a report year, every figure 0, on the form that the year asks for.
func soundReport(year int) *model.Report {
	e, ok := form.ForYear(year)
	if !ok {
		panic("check: no form for the year of a case")
	}
	r := model.New(e)
	entries := []Entry{{"unit.name", "清溪镇人民政府"}, {"unit.level", "乡镇"}, {"report.year", strconv.Itoa(year)}}
	entries = append(entries, soundTexts[year%2]...)
	for _, c := range e.Cells() {
		entries = append(entries, Entry{c.Key, "0"})
	}
	change(r, entries)
	return r
}

// soundTexts are the texts of sound reports, of even years and of odd ones: two years that follow each other must not be alike.
var soundTexts = [2][]Entry{
	{
		{"narrative.overview", "（一）主动公开。通过网站和公开栏主动公开政府信息280条。\n（二）依申请公开。没有人提出政府信息公开申请。\n" +
			"（三）政府信息管理。发文时一并确定公开属性，定期清理失效信息。\n（四）政府信息公开平台建设。便民服务大厅新设查阅点。\n" +
			"（五）监督保障。公开工作列入年终考核，请村民代表评议，没有问责事项。"},
		{"narrative.problems", "存在的主要问题：信息发布不够及时。\n改进情况：实行按月提醒。"},
		{"narrative.other", "没有收取政府信息公开信息处理费，没有其他需要报告的事项。"},
	},
	{
		{"narrative.overview", "（一）主动公开。全年主动公开政府信息320条。\n（二）依申请公开。全年未收到政府信息公开申请。\n" +
			"（三）政府信息管理。公开之前逐条审查，及时改正差错。\n（四）政府信息公开平台建设。按时更新网站专栏和各村公开栏。\n" +
			"（五）监督保障。工作考核按季度进行，社会评议请群众代表参加，没有需要责任追究的情形。"},
		{"narrative.problems", "存在的主要问题：解读材料不够丰富。\n改进情况：增加图文解读。"},
		{"narrative.other", "本年度未收取政府信息公开信息处理费。"},
	},
}

func change(r *model.Report, entries []Entry) {
	for _, entry := range entries {
		if cell, ok := r.Edition.Cell(entry.Key); ok {
			r.Figures[entry.Key] = model.ParseFigure(cell.Measure, entry.Typed)
		} else if strings.HasPrefix(string(entry.Key), "narrative.") {
			r.Texts[entry.Key] = model.SplitParagraphs(entry.Typed, model.Place{})
		} else {
			r.Fields[entry.Key] = model.ReadField(entry.Typed, model.Place{})
		}
	}
}
