package job

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"go.yaml.in/yaml/v3"

	"nianbao/internal/check"
	"nianbao/internal/chinese"
	"nianbao/internal/ledger"
	"nianbao/internal/model"
	"nianbao/internal/pattern"
	"nianbao/internal/remedy"
	"nianbao/internal/workbook"
)

// maxSettings bounds the size of a settings file, in bytes.
const maxSettings = 1 << 20

var lineOfError = pattern.New(`line ([0-9]+)`)

// ParseSettings reads what a county lays down for its reports from YAML:
//
//	规则:
//	  copied-from-last-year: 提示
//	  overview-length: {关闭: 本县对字数不作要求}
//	总体情况字数: 1500
//	公布期限: 1月20日
//	相邻单位: [石桥镇, 柏坞乡]
//	曾用名: [黄荆乡人民政府]
//	易错词: {望和镇: 望禾镇}
//	比例: 0.5
//	扣分:
//	  wrong-word: 0.5
//	  punctuation: {每处: 0.1, 最多: 1}
//	节假日: [2025-01-01, 2025-01-28～2025-02-04]
//	调休上班: [2025-01-26, 2025-02-08]
//	附表:
//	  发出收费通知的件数: {计量单位: 件, 数的写法: 整数}
//
// Every entry may be left out; one that is not known is refused. The error names each fault with its line.
func ParseSettings(data []byte) (check.Settings, error) {
	if len(data) > maxSettings || isNoText(data) {
		return check.Settings{}, errors.New("不是写规定的文本文件（.yaml），请核对文件名")
	}
	if !utf8.Valid(data) {
		return check.Settings{}, errors.New("不是UTF-8编码的文本，请用记事本另存为UTF-8编码")
	}
	r := settingsReader{}
	in := yaml.NewDecoder(bytes.NewReader(data))
	for found := 0; ; {
		var document yaml.Node
		err := in.Decode(&document)
		switch {
		case err == io.EOF:
			return r.settings, remedy.Join(r.faults...)
		case err != nil:
			return check.Settings{}, malformed(err)
		case len(document.Content) == 0 || document.Content[0].ShortTag() == "!!null": // a line --- with nothing behind it
			continue
		}
		if found++; found == 1 {
			r.entries(document.Content[0])
			continue
		}
		r.fault(document.Content[0], "又是一份规定（前面有一行“---”），一个文件只能写一份，请删去“---”，合成一份")
		return r.settings, remedy.Join(r.faults...)
	}
}

// malformed says where a file is no YAML.
func malformed(err error) error {
	where := "文件里有一处"
	if m := lineOfError.FindStringSubmatch(err.Error()); m != nil {
		where = "第" + m[1] + "行附近"
	}
	return errors.New(where + "不合YAML的写法，请核对缩进、冒号和引号")
}

// settingsEntries are the entries that a file may have, each with how it is read.
var settingsEntries = []struct {
	name string
	read func(*settingsReader, *yaml.Node)
}{
	{"规则", (*settingsReader).rules},
	{"总体情况字数", (*settingsReader).overviewLength},
	{"公布期限", (*settingsReader).deadline},
	{"相邻单位", (*settingsReader).neighbours},
	{formerTable.name, (*settingsReader).former},
	{"易错词", (*settingsReader).wrongWords},
	{"比例", (*settingsReader).share},
	{"扣分", (*settingsReader).points},
	{"节假日", (*settingsReader).holidays},
	{"调休上班", (*settingsReader).workdays},
	{workbook.IndicatorsSheet, (*settingsReader).indicators},
}

// settingsReader gathers the settings, and what is wrong with them.
type settingsReader struct {
	settings check.Settings
	faults   []error
}

func (r *settingsReader) fault(n *yaml.Node, format string, args ...any) {
	r.faults = append(r.faults, fmt.Errorf("第%d行：%w", n.Line, fmt.Errorf(format, args...)))
}

// keep takes over what one entry says if it can be followed.
func (r *settingsReader) keep(n *yaml.Node, entry check.Settings, take func()) {
	if err := entry.Validate(); err != nil {
		r.fault(n, "%w", err)
		return
	}
	take()
}

// pairs calls read for every name and value of a mapping; a name that stands twice is a fault.
func (r *settingsReader) pairs(n *yaml.Node, what string, read func(name, value *yaml.Node)) {
	if n.Kind == yaml.ScalarNode && n.Tag == "!!null" {
		return
	}
	if n.Kind != yaml.MappingNode {
		r.fault(n, "%s", what)
		return
	}
	seen := map[string]bool{}
	for i := 0; i < len(n.Content); i += 2 {
		name, value := n.Content[i], n.Content[i+1]
		if seen[name.Value] {
			r.fault(name, "“%s”写了两次，请只留一处", name.Value)
			continue
		}
		seen[name.Value] = true
		read(name, value)
	}
}

func (r *settingsReader) entries(n *yaml.Node) {
	var names []string
	for _, e := range settingsEntries {
		names = append(names, e.name)
	}
	r.pairs(n, "应写成“名称: 内容”（冒号用半角，后面空一格），可用的名称有："+strings.Join(names, "、"), func(name, value *yaml.Node) {
		for _, e := range settingsEntries {
			if e.name == name.Value {
				e.read(r, value)
				return
			}
		}
		r.fault(name, "没有“%s”这一项，可用的有：%s", name.Value, strings.Join(names, "、"))
	})
}

func (r *settingsReader) rules(n *yaml.Node) {
	r.pairs(n, "“规则”下面应一行一条，写成“规则名: 提示”（冒号用半角，后面空一格）", func(name, value *yaml.Node) {
		a := check.Adjustment{Rule: ruleCalled(name.Value)}
		switch {
		case value.Kind == yaml.ScalarNode && value.Value == check.Query.String():
			a.Level = check.Query
		case value.Kind == yaml.ScalarNode && value.Value == check.Info.String():
			a.Level = check.Info
		case value.Kind == yaml.MappingNode && len(value.Content) == 2 && value.Content[0].Value == "关闭" && strings.TrimSpace(value.Content[1].Value) != "":
			a.Reason = strings.TrimSpace(value.Content[1].Value)
		default:
			r.fault(value, "“%s”后面应写“核实”或“提示”；要关闭它，写成“%s: {关闭: 理由}”", a.Rule, a.Rule)
			return
		}
		if slices.ContainsFunc(r.settings.Rules, func(b check.Adjustment) bool { return b.Rule == a.Rule }) {
			r.fault(name, "“%s”写了两次，请只留一处", a.Rule)
			return
		}
		r.keep(name, check.Settings{Rules: []check.Adjustment{a}}, func() { r.settings.Rules = append(r.settings.Rules, a) })
	})
}

// ruleCalled is the id of a rule by its id or its name; what is neither stays what it is.
func ruleCalled(what string) string {
	what = strings.TrimSpace(what)
	if rule, ok := check.Called(what); ok {
		return rule.ID
	}
	return what
}

func (r *settingsReader) overviewLength(n *yaml.Node) {
	characters, err := strconv.Atoi(n.Value)
	if n.Kind != yaml.ScalarNode || err != nil || characters <= 0 {
		r.fault(n, "“总体情况字数”应是正整数，如1000")
		return
	}
	r.settings.OverviewLength = characters
}

var monthAndDay = pattern.New(`^([0-9]{1,2})月([0-9]{1,2})日$`)

// readDeadline reads a day that comes every year; ok is false for what is written otherwise.
func readDeadline(text string) (d check.Deadline, ok bool) {
	m := monthAndDay.FindStringSubmatch(chinese.HalfWidth(strings.TrimSpace(text)))
	if m == nil {
		return d, false
	}
	month, _ := strconv.Atoi(m[1])
	day, _ := strconv.Atoi(m[2])
	return check.Deadline{Month: time.Month(month), Day: day}, true
}

func (r *settingsReader) deadline(n *yaml.Node) {
	d, ok := readDeadline(n.Value)
	if n.Kind != yaml.ScalarNode || !ok {
		r.fault(n, "“公布期限”应写成如“1月20日”")
		return
	}
	r.keep(n, check.Settings{Deadline: d}, func() { r.settings.Deadline = d })
}

func (r *settingsReader) neighbours(n *yaml.Node) {
	r.units(n, "相邻单位", &r.settings.Neighbours, func(name string) check.Settings { return check.Settings{Neighbours: []string{name}} })
}

func (r *settingsReader) former(n *yaml.Node) {
	r.units(n, formerTable.name, &r.settings.Formerly, func(name string) check.Settings { return check.Settings{Formerly: []string{name}} })
}

// units reads names of units; with is the settings of one.
func (r *settingsReader) units(n *yaml.Node, entry string, into *[]string, with func(name string) check.Settings) {
	if n.Kind != yaml.SequenceNode {
		r.fault(n, "“%s”应写成“[石桥镇, 柏坞乡]”，或一行一个、前面加“- ”", entry)
		return
	}
	for _, item := range n.Content {
		if item.Kind != yaml.ScalarNode {
			r.fault(item, "“%s”的每一个应是单位名称", entry)
			continue
		}
		name := strings.TrimSpace(item.Value)
		r.keep(item, with(name), func() { *into = append(*into, name) })
	}
}

func (r *settingsReader) wrongWords(n *yaml.Node) {
	r.pairs(n, "“易错词”下面应一行一个，写成“错误的词: 正确的词”（冒号用半角，后面空一格）", func(name, value *yaml.Node) {
		w := check.Misspelling{Wrong: strings.TrimSpace(name.Value), Right: strings.TrimSpace(value.Value)}
		r.keep(name, check.Settings{WrongWords: []check.Misspelling{w}}, func() { r.settings.WrongWords = append(r.settings.WrongWords, w) })
	})
}

func (r *settingsReader) holidays(n *yaml.Node) {
	calendar := &r.settings.Calendar
	r.days(n, "节假日", &calendar.Holidays, func(s ledger.Span) ledger.Calendar {
		return ledger.Calendar{Holidays: []ledger.Span{s}, Workdays: calendar.Workdays}
	})
}

func (r *settingsReader) workdays(n *yaml.Node) {
	calendar := &r.settings.Calendar
	r.days(n, "调休上班", &calendar.Workdays, func(s ledger.Span) ledger.Calendar {
		return ledger.Calendar{Holidays: calendar.Holidays, Workdays: []ledger.Span{s}}
	})
}

// mostSpans is how many stretches of days are laid down at most: those of some decades.
const mostSpans = 500

// days reads days, and stretches of them; with is the calendar of one and of all that must not be the same.
func (r *settingsReader) days(n *yaml.Node, name string, into *[]ledger.Span, with func(ledger.Span) ledger.Calendar) {
	if n.Kind != yaml.SequenceNode {
		r.fault(n, "“%s”应写成“[2025-01-01, 2025-01-28～2025-02-04]”，或一行一处、前面加“- ”", name)
		return
	}
	for _, item := range n.Content {
		s, ok := readSpan(item.Value)
		switch {
		case item.Kind != yaml.ScalarNode || !ok:
			r.fault(item, "“%s”里的“%s”应是日期，如2025-01-01，连着几天的写成2025-01-28～2025-02-04", name, item.Value)
		case len(*into) == mostSpans:
			r.fault(item, "“%s”超过了%d处，请只留这几年的", name, mostSpans)
			return
		default:
			r.keep(item, check.Settings{Calendar: with(s)}, func() { *into = append(*into, s) })
		}
	}
}

// betweenDays is what people write between the first day and the last.
var betweenDays = pattern.New(`[～~至—]+`)

// readSpan reads a day, or a stretch of days, whose last may have the year of the first: 2025年1月28日至2月4日.
func readSpan(text string) (s ledger.Span, ok bool) {
	ends := betweenDays.Compiled().Split(strings.TrimSpace(text), -1)
	if len(ends) > 2 {
		return s, false
	}
	s.From, ok = chinese.ReadDay(ends[0])
	end := ends[len(ends)-1]
	last, known := chinese.ReadDay(end)
	if !known {
		last, known = chinese.ReadDay(strconv.Itoa(s.From.Year()) + "年" + end)
	}
	s.To = last
	return s, ok && known
}

// readShare reads a part of 1, or of a hundred with its sign; ok is false for none.
func readShare(text string) (share decimal.Decimal, ok bool) {
	text, percent := strings.CutSuffix(strings.ReplaceAll(strings.TrimSpace(text), "％", "%"), "%")
	share, err := readAmount(text)
	if percent {
		share = share.Shift(-2)
	}
	return share, err == nil && !share.IsZero()
}

func (r *settingsReader) share(n *yaml.Node) {
	share, ok := readShare(n.Value)
	if n.Kind != yaml.ScalarNode || !ok {
		r.fault(n, "“比例”应大于0、不超过1，如0.5（也可以写50%%）")
		return
	}
	r.keep(n, check.Settings{Share: share}, func() { r.settings.Share = share })
}

func (r *settingsReader) points(n *yaml.Node) {
	r.pairs(n, "“扣分”下面应一行一条，写成“规则名: 0.5”（冒号用半角，后面空一格）", func(name, value *yaml.Node) {
		p := check.Points{Rule: ruleCalled(name.Value)}
		if !r.cost(value, &p) {
			r.fault(value, "“%s”的扣分应写每处扣几分，如0.5；有上限的，写成“{每处: 0.5, 最多: 2}”", p.Rule)
			return
		}
		if slices.ContainsFunc(r.settings.Points, func(q check.Points) bool { return q.Rule == p.Rule }) {
			r.fault(name, "“%s”的扣分写了两次，请只留一处", p.Rule)
			return
		}
		r.keep(name, check.Settings{Points: []check.Points{p}}, func() { r.settings.Points = append(r.settings.Points, p) })
	})
}

// cost reads what the findings of a rule cost: a number, or one with the most that they may cost together.
func (r *settingsReader) cost(n *yaml.Node, p *check.Points) (ok bool) {
	if n.Kind == yaml.ScalarNode {
		var err error
		p.Each, err = readAmount(n.Value)
		return err == nil
	}
	if n.Kind != yaml.MappingNode {
		return false
	}
	seen := map[string]bool{}
	for i := 0; i < len(n.Content); i += 2 {
		name, value := n.Content[i].Value, n.Content[i+1]
		amount, err := readAmount(value.Value)
		if value.Kind != yaml.ScalarNode || err != nil || seen[name] {
			return false
		}
		seen[name] = true
		switch name {
		case "每处":
			p.Each = amount
		case "最多":
			p.Most = amount
			if amount.IsZero() {
				return false // which means any
			}
		default:
			return false
		}
	}
	return seen["每处"]
}

// indicators reads what members are asked for beside the form.
func (r *settingsReader) indicators(n *yaml.Node) {
	const written = "应一行一个指标，写成“名称: {" + unitHead + ": 件, " + digitsHead + ": " + model.IntegerDigits + "}”"
	r.pairs(n, "“"+workbook.IndicatorsSheet+"”下面"+written, func(name, value *yaml.Node) {
		row := indicatorRow{name: strings.TrimSpace(name.Value), digits: model.DecimalDigits}
		r.pairs(value, written, func(what, said *yaml.Node) {
			switch {
			case said.Kind != yaml.ScalarNode:
				r.fault(said, "%s", written)
			case what.Value == unitHead:
				row.unit = strings.TrimSpace(said.Value)
			case what.Value == digitsHead:
				row.digits = strings.TrimSpace(said.Value)
			default:
				r.fault(what, "没有“%s”这一项，可用的有：%s、%s", what.Value, unitHead, digitsHead)
			}
		})
		one, err := row.beside(r.settings.Indicators)
		if err != nil {
			r.fault(name, "附表的指标“%s”：%w", oneLine(row.name), err)
			return
		}
		r.settings.Indicators = append(r.settings.Indicators, one)
	})
}

// amount is how a number of points or a share is written.
var amount = pattern.New(`^[0-9]{1,6}(\.[0-9]{1,8})?$`)

func readAmount(text string) (decimal.Decimal, error) {
	text = strings.TrimSuffix(chinese.HalfWidth(strings.TrimSpace(text)), "分")
	if !amount.MatchString(text) {
		return decimal.Decimal{}, errors.New("no amount")
	}
	return decimal.NewFromString(text)
}

// readPoints reads a number of points.
func readPoints(text string) (decimal.Decimal, error) {
	points, err := readAmount(text)
	if err != nil {
		return points, fmt.Errorf("“%s”不是分数，请写成如0.5", oneLine(text))
	}
	return points, nil
}

// readFullDate is the day of the year of a date; ok is false for what is none.
func readFullDate(text string) (d check.Deadline, ok bool) {
	date, ok := chinese.ReadDate(strings.TrimSpace(text))
	return check.Deadline{Month: date.Month(), Day: date.Day()}, ok
}
