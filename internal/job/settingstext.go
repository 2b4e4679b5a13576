package job

import (
	"cmp"
	"strconv"

	"go.yaml.in/yaml/v3"

	"nianbao/internal/check"
	"nianbao/internal/ledger"
	"nianbao/internal/workbook"
)

// SettingsText is what an office lays down for the checks as ParseSettings reads it: the file that it came from, or where that was no text
// all that a report was checked with, the members as neighbours too. It is never empty.
func (c *County) SettingsText(checked check.Settings) string {
	return cmp.Or(c.text, settingsText(checked))
}

// settingsText writes settings as YAML.
func settingsText(s check.Settings) string {
	rules, words, points := mapping(), mapping(), mapping()
	for _, a := range s.Rules {
		if a.Reason != "" {
			pair(rules, a.Rule, mapping(scalar(switchedOff), scalar(a.Reason)))
		} else {
			pair(rules, a.Rule, scalar(a.Level.String()))
		}
	}
	for _, w := range s.WrongWords {
		pair(words, w.Wrong, scalar(w.Right))
	}
	for _, p := range s.Points {
		cost := scalar(p.Each.String())
		if !p.Most.IsZero() {
			cost = mapping(scalar("每处"), cost, scalar("最多"), scalar(p.Most.String()))
		}
		pair(points, p.Rule, cost)
	}
	indicators := mapping()
	for _, i := range s.Indicators {
		pair(indicators, i.Name, mapping(scalar(unitHead), scalar(i.Unit), scalar(digitsHead), scalar(i.Digits())))
	}
	root := mapping()
	for _, e := range []struct {
		name  string
		value *yaml.Node
		is    bool
	}{
		{"规则", rules, len(s.Rules) > 0},
		{"总体情况字数", scalar(strconv.Itoa(s.OverviewLength)), s.OverviewLength > 0},
		{"公布期限", scalar(s.Deadline.String()), s.Deadline != check.Deadline{}},
		{"相邻单位", sequence(s.Neighbours), len(s.Neighbours) > 0},
		{formerTable.name, sequence(s.Formerly), len(s.Formerly) > 0},
		{"易错词", words, len(s.WrongWords) > 0},
		{"比例", scalar(s.Share.String()), !s.Share.IsZero()},
		{"扣分", points, len(s.Points) > 0},
		{"节假日", spans(s.Calendar.Holidays), len(s.Calendar.Holidays) > 0},
		{"调休上班", spans(s.Calendar.Workdays), len(s.Calendar.Workdays) > 0},
		{workbook.IndicatorsSheet, indicators, len(s.Indicators) > 0},
	} {
		if e.is {
			pair(root, e.name, e.value)
		}
	}
	data, err := yaml.Marshal(root)
	if err != nil {
		panic(err) // a tree of texts can be written
	}
	return string(data)
}

// spans are days, and stretches of them, from the first to the last.
func spans(list []ledger.Span) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode}
	for _, s := range list {
		text := dayOf(s.From)
		if !s.To.Equal(s.From) {
			text += "～" + dayOf(s.To)
		}
		n.Content = append(n.Content, scalar(text))
	}
	return n
}

func sequence(texts []string) *yaml.Node {
	n := &yaml.Node{Kind: yaml.SequenceNode}
	for _, text := range texts {
		n.Content = append(n.Content, scalar(text))
	}
	return n
}

func mapping(content ...*yaml.Node) *yaml.Node {
	return &yaml.Node{Kind: yaml.MappingNode, Content: content}
}

func pair(to *yaml.Node, name string, value *yaml.Node) {
	to.Content = append(to.Content, scalar(name), value)
}

func scalar(text string) *yaml.Node {
	n := &yaml.Node{}
	n.SetString(text)
	return n
}
