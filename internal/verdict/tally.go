package verdict

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/line"
)

// tally is what came of all files so far.
type tally struct {
	Files, Passed, Failed, Unreadable, Uncompared int
	Counts

	failed, unreadable []name // the first of them
	open               []string
	own                string // what the conclusion is on, the year and what is called so, where the one report is an office's own
	members            string // and what is said of those that are added up in it, a sentence
	leftOpen           string // what was not held against the year before, of any of them
	year               string // of the first report that has one
	years              bool   // there are reports of several years

	scored bool // there are points
	points decimal.Decimal
}

// name is what a report is called in the verdict.
type name struct{ unit, year, file string }

// mostNamed is how many reports the verdict names of those that do not pass.
const mostNamed = 5

// add counts one more outcome.
func (t *tally) add(o Outcome, options Options) {
	n := o.Counts()
	t.Files++
	t.Fatal, t.Query, t.Info, t.Explained = t.Fatal+n.Fatal, t.Query+n.Query, t.Info+n.Info, t.Explained+n.Explained
	if t.scored = options.scores(); t.scored {
		t.points = t.points.Add(o.points(options.Points))
	}
	if o.Err != nil {
		t.Unreadable++
		t.unreadable = note(t.unreadable, name{file: o.File})
		return
	}
	t.open = append(t.open, o.Open...)
	if o.Members != nil {
		t.own, t.members = o.Report.YearText()+"年度，"+o.Members.Own, o.Members.told(options)
	}
	if open := o.LeftOpen(); open != "" {
		t.Uncompared++
		if t.leftOpen != Uncompared {
			t.leftOpen = open
		}
	}
	year := o.yearText()
	if t.year == "" {
		t.year = year
	}
	t.years = t.years || year != "" && year != t.year
	if o.Passes(options.Strict) {
		t.Passed++
		return
	}
	t.Failed++
	t.failed = note(t.failed, name{o.unit(), year, o.File})
}

func note(list []name, n name) []name {
	if len(list) == mostNamed {
		return list
	}
	return append(list, n)
}

// conclusion begins the last line of text.
const conclusion = "结论："

// Uncompared says that a report was held against nothing of the year before, and what that leaves open; without the end of the sentence.
const Uncompared = "没有和上年比：上年结转、现行有效、与上年雷同没有核对"

// uncomparedButStocks says the same of one that remembers last year's stocks.
const uncomparedButStocks = "没有和上年比：上年结转、与上年雷同没有核对"

// LeftOpen says what a report was not held against, without the end of the sentence; "" where that is nothing.
func (o Outcome) LeftOpen() string {
	switch {
	case !o.uncompared():
		return ""
	case o.Report != nil && o.Report.HoldsOlderStocks():
		return fmt.Sprintf("%s（填报表带入的是%d年度的数，没有拿来比；格里还留着的，请改成今年的）", Uncompared, o.Report.StocksOf)
	case o.Kept != nil && o.Kept.Stocks, o.Report != nil && len(o.Report.LastStocks) > 0:
		return uncomparedButStocks
	}
	return Uncompared
}

// sentence is the last line: what came of it all, what to do next, what was left open, and what it is expected to cost.
func (t tally) sentence() string {
	told := t.outcome()
	if t.open != nil {
		told += "还没有填的：" + strings.Join(t.open, "、") + "。"
	}
	told += t.members
	if t.Uncompared > 0 {
		told += t.compared() + "。"
	}
	if t.scored && t.Passed+t.Failed > 0 {
		cost := "不扣分"
		if !t.points.IsZero() {
			cost = "共扣" + t.points.String() + "分"
		}
		told += "按本县的扣分，预计" + cost + "。"
	}
	return told
}

// compared says how far the reports were compared with last year's, without the end of the sentence; "" where there are none.
func (t tally) compared() string {
	all := ""
	if t.Files > 1 {
		all = "都"
	}
	switch t.Uncompared {
	case t.Files - t.Unreadable:
		if t.Uncompared == 0 {
			return ""
		}
		return all + t.leftOpen
	case 0:
		return all + "和上年比过"
	}
	return fmt.Sprintf("有%d份%s", t.Uncompared, t.leftOpen)
}

// outcome is what came of it all, and what to do next.
func (t tally) outcome() string {
	found, conclusion := t.words(), conclusion+t.own
	switch {
	case t.Files > 1:
		counts := fmt.Sprintf("通过%d份，不通过%d份", t.Passed, t.Failed)
		if t.Unreadable > 0 {
			counts += fmt.Sprintf("，读不了%d份", t.Unreadable)
		}
		return fmt.Sprintf("%s共%d份，%s（%s）。%s%s", conclusion, t.Files, counts, found,
			t.names("不通过的", t.failed, t.Failed), t.names("读不了的", t.unreadable, t.Unreadable))
	case t.Unreadable > 0:
		return conclusion + "读不了，没有校验。"
	case t.Failed > 0 && t.Fatal > 0:
		return conclusion + "不通过（" + found + "）。强制的必须改正后才能生成正式报告。"
	case t.Failed > 0:
		return conclusion + "不通过（" + found + "）。核实的请改正，或写明说明。"
	case t.Query > 0:
		return conclusion + "通过（" + found + "）。核实的请改正，或写明说明。"
	case t.Info+t.Explained > 0:
		return conclusion + "通过（" + found + "）。"
	case t.open != nil && t.own != "":
		return conclusion + "的数没有发现问题。"
	case t.open != nil:
		return conclusion + "数没有发现问题。"
	default:
		return conclusion + "通过，没有发现问题。"
	}
}

// names tells which reports of a kind there are, in a sentence; "" of none.
func (t tally) names(what string, first []name, all int) string {
	if all == 0 {
		return ""
	}
	var called []string
	for _, n := range first {
		text := n.unit
		if t.years && n.unit != "" && n.year != "" {
			text += n.year + "年"
		}
		switch {
		case text == "":
			text = n.file
		case slices.Contains(called, text):
			text += "（" + n.file + "）"
		}
		called = append(called, line.Shown(text))
	}
	told := what + "：" + strings.Join(called, "、")
	if all > len(first) {
		told += fmt.Sprintf("等%d份", all)
	}
	return told + "。"
}
