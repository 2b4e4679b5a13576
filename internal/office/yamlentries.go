package office

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"nianbao/internal/check"
	"nianbao/internal/ledger"
	"nianbao/internal/line"
	"nianbao/internal/model"
	"nianbao/internal/workbook"
)

// settingsEntry is an entry of settings that are text.
type settingsEntry struct {
	name  string
	read  func(r *settingsReader, name string, n *yaml.Node)
	write func(s check.Settings) *yaml.Node // nil where nothing is laid down
}

// settingsEntries are the entries that a file may have, in the order in which they are written.
var settingsEntries = []settingsEntry{
	{"规则", (*settingsReader).rules, writeRules},
	{"总体情况字数", (*settingsReader).overviewLength, writeOverviewLength},
	{"公布期限", (*settingsReader).deadline, writeDeadline},
	namesEntry("相邻单位", func(s *check.Settings) *[]string { return &s.Neighbours }),
	namesEntry(formerTable.name, func(s *check.Settings) *[]string { return &s.Formerly }),
	{"易错词", (*settingsReader).wrongWords, writeWrongWords},
	{"比例", (*settingsReader).share, writeShare},
	{"扣分", (*settingsReader).points, writePoints},
	daysEntry("节假日", holidays),
	daysEntry("调休上班", workdays),
	{workbook.IndicatorsSheet, (*settingsReader).indicators, writeIndicators},
}

func (r *settingsReader) rules(entry string, n *yaml.Node) {
	r.pairs(n, "“"+entry+"”下面应一行一条，写成“规则名: 提示”（冒号用半角，后面空一格）", func(name, value *yaml.Node) {
		typed := strings.TrimSpace(name.Value) // the name or the id
		a := check.Adjustment{Rule: ruleCalled(typed)}
		switch {
		case value.Kind == yaml.ScalarNode && value.Value == check.Query.String():
			a.Level = check.Query
		case value.Kind == yaml.ScalarNode && value.Value == check.Info.String():
			a.Level = check.Info
		case value.Kind == yaml.MappingNode && len(value.Content) == 2 && value.Content[0].Value == switchedOff && strings.TrimSpace(value.Content[1].Value) != "":
			a.Reason = strings.TrimSpace(value.Content[1].Value)
		default:
			r.fault(value, "“%s”后面应写“核实”或“提示”；要关闭它，写成“%s: {%s: 理由}”", typed, typed, switchedOff)
			return
		}
		if slices.ContainsFunc(r.settings.Rules, func(b check.Adjustment) bool { return b.Rule == a.Rule }) {
			r.fault(name, "%w", twice(nameOr(a.Rule)))
			return
		}
		r.keep(name, func(s *check.Settings) { s.Rules = append(s.Rules, a) })
	})
}

func writeRules(s check.Settings) *yaml.Node {
	return mapping(s.Rules, func(a check.Adjustment) (string, *yaml.Node) {
		if a.Reason != "" {
			return a.Rule, inline(switchedOff, a.Reason)
		}
		return a.Rule, scalar(a.Level.String())
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

func (r *settingsReader) overviewLength(entry string, n *yaml.Node) {
	characters, err := strconv.Atoi(n.Value)
	if n.Kind != yaml.ScalarNode || err != nil || characters <= 0 {
		r.fault(n, "%w", noLength(entry))
		return
	}
	r.settings.OverviewLength = characters
}

func writeOverviewLength(s check.Settings) *yaml.Node {
	if s.OverviewLength == 0 {
		return nil
	}
	return scalar(strconv.Itoa(s.OverviewLength))
}

func (r *settingsReader) deadline(entry string, n *yaml.Node) {
	d, ok := check.ReadDeadline(n.Value)
	if n.Kind != yaml.ScalarNode || !ok {
		r.fault(n, "“%s”应写成如“1月20日”", entry)
		return
	}
	r.keep(n, func(s *check.Settings) { s.Deadline = d })
}

func writeDeadline(s check.Settings) *yaml.Node {
	if s.Deadline == (check.Deadline{}) {
		return nil
	}
	return scalar(s.Deadline.String())
}

// namesEntry is an entry of names of units.
func namesEntry(name string, of func(*check.Settings) *[]string) settingsEntry {
	read := func(r *settingsReader, entry string, n *yaml.Node) { r.names(entry, n, of) }
	write := func(s check.Settings) *yaml.Node { return sequence(*of(&s), scalar) }
	return settingsEntry{name, read, write}
}

func (r *settingsReader) names(entry string, n *yaml.Node, of func(*check.Settings) *[]string) {
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
		r.keep(item, func(s *check.Settings) { *of(s) = append(*of(s), name) })
	}
}

func (r *settingsReader) wrongWords(entry string, n *yaml.Node) {
	r.pairs(n, "“"+entry+"”下面应一行一个，写成“错误的词: 正确的词”（冒号用半角，后面空一格）", func(name, value *yaml.Node) {
		w := check.Misspelling{Wrong: strings.TrimSpace(name.Value), Right: strings.TrimSpace(value.Value)}
		r.keep(name, func(s *check.Settings) { s.WrongWords = append(s.WrongWords, w) })
	})
}

func writeWrongWords(s check.Settings) *yaml.Node {
	return mapping(s.WrongWords, func(w check.Misspelling) (string, *yaml.Node) { return w.Wrong, scalar(w.Right) })
}

func (r *settingsReader) share(entry string, n *yaml.Node) {
	share, ok := readShare(n.Value)
	if n.Kind != yaml.ScalarNode || !ok {
		r.fault(n, "“%s”应大于0、不超过1，如0.5（也可以写50%%）", entry)
		return
	}
	r.keep(n, func(s *check.Settings) { s.Share = share })
}

func writeShare(s check.Settings) *yaml.Node {
	if s.Share.IsZero() {
		return nil
	}
	return scalar(s.Share.String())
}

// How points are written that have an upper bound.
const eachFinding, atMost = "每处", "最多"

func (r *settingsReader) points(entry string, n *yaml.Node) {
	r.pairs(n, "“"+entry+"”下面应一行一条，写成“规则名: 0.5”（冒号用半角，后面空一格）", func(name, value *yaml.Node) {
		p, ok := readCost(value)
		p.Rule = ruleCalled(name.Value)
		if !ok {
			r.fault(value, "“%s”的扣分应写每处扣几分，如0.5；有上限的，写成“{%s: 0.5, %s: 2}”", strings.TrimSpace(name.Value), eachFinding, atMost)
			return
		}
		if slices.ContainsFunc(r.settings.Points, func(q check.Points) bool { return q.Rule == p.Rule }) {
			r.fault(name, "%w", twice(nameOr(p.Rule)))
			return
		}
		r.keep(name, func(s *check.Settings) { s.Points = append(s.Points, p) })
	})
}

// readCost reads what the findings of a rule cost: a number, or one with the most that they may cost together.
func readCost(n *yaml.Node) (p check.Points, ok bool) {
	if n.Kind == yaml.ScalarNode {
		each, err := readAmount(n.Value)
		return check.Points{Each: each}, err == nil
	}
	if n.Kind != yaml.MappingNode {
		return p, false
	}
	seen := map[string]bool{}
	for i := 0; i < len(n.Content); i += 2 {
		name, value := n.Content[i].Value, n.Content[i+1]
		amount, err := readAmount(value.Value)
		if value.Kind != yaml.ScalarNode || err != nil || seen[name] {
			return p, false
		}
		seen[name] = true
		switch name {
		case eachFinding:
			p.Each = amount
		case atMost:
			p.Most = amount
			if amount.IsZero() {
				return p, false // which means any
			}
		default:
			return p, false
		}
	}
	return p, seen[eachFinding]
}

func writePoints(s check.Settings) *yaml.Node {
	return mapping(s.Points, func(p check.Points) (string, *yaml.Node) {
		if !p.Most.IsZero() {
			return p.Rule, inline(eachFinding, p.Each.String(), atMost, p.Most.String())
		}
		return p.Rule, scalar(p.Each.String())
	})
}

// daysEntry is an entry of days, and of stretches of them.
func daysEntry(name string, of func(*ledger.Calendar) *[]ledger.Span) settingsEntry {
	read := func(r *settingsReader, entry string, n *yaml.Node) { r.days(entry, n, of) }
	write := func(s check.Settings) *yaml.Node { return sequence(*of(&s.Calendar), writeSpan) }
	return settingsEntry{name, read, write}
}

func holidays(c *ledger.Calendar) *[]ledger.Span { return &c.Holidays }

func workdays(c *ledger.Calendar) *[]ledger.Span { return &c.Workdays }

func writeSpan(s ledger.Span) *yaml.Node {
	if s.To.Equal(s.From) {
		return scalar(dayOf(s.From))
	}
	return scalar(dayOf(s.From) + "～" + dayOf(s.To))
}

func (r *settingsReader) days(entry string, n *yaml.Node, of func(*ledger.Calendar) *[]ledger.Span) {
	if n.Kind != yaml.SequenceNode {
		r.fault(n, "“%s”应写成“[2025-01-01, 2025-01-28～2025-02-04]”，或一行一处、前面加“- ”", entry)
		return
	}
	for _, item := range n.Content {
		span, ok := readSpan(item.Value)
		if item.Kind != yaml.ScalarNode || !ok {
			r.fault(item, "“%s”里的“%s”应是日期，如2025-01-01，连着几天的写成2025-01-28～2025-02-04", entry, item.Value)
			continue
		}
		switch err := addSpan(&r.settings.Calendar, of, span); {
		case err == errManySpans:
			r.fault(item, "“%s”%w", entry, err)
			return
		case err != nil:
			r.fault(item, "%w", err)
		}
	}
}

// mostSpans is how many stretches of days are laid down at most: those of some decades.
const mostSpans = 500

var errManySpans = fmt.Errorf("超过了%d处，请只留这几年的", mostSpans)

// addSpan adds days to those of their kind, if they are none of the other kind.
func addSpan(c *ledger.Calendar, of func(*ledger.Calendar) *[]ledger.Span, span ledger.Span) error {
	if len(*of(c)) == mostSpans {
		return errManySpans
	}
	alone := *c
	*of(&alone) = []ledger.Span{span} // the others of its kind were looked at when they came
	if err := alone.Validate(); err != nil {
		return err
	}
	*of(c) = append(*of(c), span)
	return nil
}

func (r *settingsReader) indicators(entry string, n *yaml.Node) {
	const written = "应一行一个指标，写成“名称: {" + unitHead + ": 件, " + digitsHead + ": " + model.IntegerDigits + "}”"
	r.pairs(n, "“"+entry+"”下面"+written, func(name, value *yaml.Node) {
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
			r.fault(name, "附表的指标“%s”：%w", line.Single(row.name), err)
			return
		}
		r.settings.Indicators = append(r.settings.Indicators, one)
	})
}

func writeIndicators(s check.Settings) *yaml.Node {
	return mapping(s.Indicators, func(i model.Indicator) (string, *yaml.Node) {
		return i.Name, inline(unitHead, i.Unit, digitsHead, i.Digits())
	})
}

// mapping has a pair for each of some things; it is nil for none.
func mapping[T any](list []T, pair func(T) (name string, value *yaml.Node)) *yaml.Node {
	if len(list) == 0 {
		return nil
	}
	n := &yaml.Node{Kind: yaml.MappingNode}
	for _, one := range list {
		name, value := pair(one)
		n.Content = append(n.Content, scalar(name), value)
	}
	return n
}

// inline is a mapping of so many names, each with its value behind it.
func inline(texts ...string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.MappingNode}
	for _, text := range texts {
		n.Content = append(n.Content, scalar(text))
	}
	return n
}

// sequence has an item for each of some things; it is nil for none.
func sequence[T any](list []T, item func(T) *yaml.Node) *yaml.Node {
	if len(list) == 0 {
		return nil
	}
	n := &yaml.Node{Kind: yaml.SequenceNode}
	for _, one := range list {
		n.Content = append(n.Content, item(one))
	}
	return n
}

func scalar(text string) *yaml.Node {
	n := &yaml.Node{}
	n.SetString(text)
	return n
}
