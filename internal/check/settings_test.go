package check_test

import (
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"nianbao/internal/check"
	"nianbao/internal/model"
)

func TestSettingsValidate(t *testing.T) {
	for _, c := range []struct {
		why      string
		settings check.Settings
		want     string // "" for settings that can be followed
	}{
		{"nothing laid down", check.Settings{}, ""},
		{"a 提示 made a 核实", check.Settings{Rules: []check.Adjustment{{Rule: "punctuation", Level: check.Query}}}, ""},
		{"a 核实 switched off with its reason", check.Settings{Rules: []check.Adjustment{{Rule: "foreign-unit", Reason: "另行抽查"}}}, ""},
		{"a rule that may misfire never blocks", check.Settings{Rules: []check.Adjustment{{Rule: "punctuation"}}}, "规则“标点”（punctuation）只能改成核实或提示；要关闭它，请写明理由"},
		{"what must hold stays on", check.Settings{Rules: []check.Adjustment{{Rule: "leftover-text", Reason: "太严"}}}, "规则“残留文字”（leftover-text）是强制的，不能关闭"},
		{"what must hold stays 强制", check.Settings{Rules: []check.Adjustment{{Rule: "leftover-text", Level: check.Info}}}, "规则“残留文字”（leftover-text）是强制的，不能改级别"},
		{"an id that is none", check.Settings{Rules: []check.Adjustment{{Rule: "spelling", Level: check.Info}}}, "没有“spelling”这条规则"},
		{"a share of more than all", check.Settings{Share: decimal.New(11, -1)}, "比例是1.1，应大于0、不超过1"},
		{"points that are fine", check.Settings{Points: []check.Points{{Rule: "numbering", Each: decimal.New(5, -1), Most: decimal.New(5, -1)}}}, ""},
		{"points twice", check.Settings{Points: []check.Points{{Rule: "numbering", Each: decimal.New(1, 0)}, {Rule: "numbering", Each: decimal.New(2, 0)}}}, "“序号”（numbering）的扣分写了两次，请只留一处"},
		{"points for no rule", check.Settings{Points: []check.Points{{Rule: "numberings", Each: decimal.New(1, 0)}}}, "没有“numberings”这条规则，是不是“numbering”"},
		{"one rule twice", check.Settings{Rules: []check.Adjustment{{Rule: "numbering", Level: check.Info}, {Rule: "numbering", Level: check.Query}}}, "规则“序号”（numbering）写了两次，请只留一处"},
		{"a leap day is not there every year", check.Settings{Deadline: check.Deadline{Month: time.February, Day: 29}}, "公布期限2月29日在日历上没有"},
		{"a length below nothing", check.Settings{OverviewLength: -1}, "总体情况的字数是-1，应为正数"},
		{"everything at once", check.Settings{OverviewLength: -1, Neighbours: []string{"附近"}}, "总体情况的字数是-1，应为正数；相邻单位“附近”认不出，请写成如石桥镇"},
	} {
		t.Run(c.why, func(t *testing.T) {
			if err := c.settings.Validate(); c.want != "" {
				assert.EqualError(t, err, c.want)
			} else {
				assert.NoError(t, err)
			}
		})
	}
}

func TestSettingsAreFollowed(t *testing.T) {
	long := check.Entry{Key: "narrative.overview", Typed: "主动公开、受理申请、审核信息、更新网站，请监督员评议、考核、问责。"}
	neighbour := check.Entry{Key: "narrative.other", Typed: "未收取信息处理费。石桥镇的公开栏每月更新。"}
	for _, c := range []struct {
		why, rule string
		settings  check.Settings
		set       check.Entry
		want      []check.Level
	}{
		{"a rule weighed anew", "punctuation", check.Settings{Rules: []check.Adjustment{{Rule: "punctuation", Level: check.Query}}},
			check.Entry{Key: "narrative.other", Typed: "未收取信息处理费。。"}, []check.Level{check.Query}},
		{"a rule switched off", "punctuation", check.Settings{Rules: []check.Adjustment{{Rule: "punctuation", Reason: "另行校对"}}},
			check.Entry{Key: "narrative.other", Typed: "未收取信息处理费。。"}, nil},
		{"what must hold cannot be switched off, whoever tries", "section-empty", check.Settings{Rules: []check.Adjustment{{Rule: "section-empty", Reason: "太严"}}},
			check.Entry{Key: "narrative.problems", Typed: ""}, []check.Level{check.Fatal}},
		{"a length of the county's", "overview-length", check.Settings{OverviewLength: 32}, long, []check.Level{check.Info}},
		{"just as long as the county allows", "overview-length", check.Settings{OverviewLength: 33}, long, nil},
		{"a deadline of the county's", "published-in-time", check.Settings{Deadline: check.Deadline{Month: time.January, Day: 15}},
			check.Entry{Key: "report.date", Typed: "2026-01-20"}, []check.Level{check.Info}},
		{"a neighbour in the text", "foreign-unit", check.Settings{Neighbours: []string{"石桥镇人民政府"}}, neighbour, []check.Level{check.Query}},
		{"the unit itself is on the county's list", "foreign-unit", check.Settings{Neighbours: []string{"清溪镇"}},
			check.Entry{Key: "narrative.other", Typed: "清溪镇未收取信息处理费。"}, nil},
		{"work together with a neighbour", "foreign-unit", check.Settings{Neighbours: []string{"石桥镇"}},
			check.Entry{Key: "narrative.other", Typed: "与石桥镇联合举办讲座，未收取信息处理费。"}, nil},
		{"what was merged into the unit, which the county lists", "foreign-unit", check.Settings{Formerly: []string{"黄荆乡人民政府"}},
			check.Entry{Key: "narrative.other", Typed: "原黄荆乡2025年6月并入我镇。2025年，黄荆乡公开信息12条。黄荆乡政务公众号停止更新。县政府网站黄荆乡板块已经撤销，未收取信息处理费。"}, nil},
		{"the same where the county says nothing of it", "foreign-unit", check.Settings{},
			check.Entry{Key: "narrative.other", Typed: "黄荆乡政务公众号停止更新，未收取信息处理费。"}, []check.Level{check.Query}},
		{"what was merged did not make the report", "foreign-unit", check.Settings{Formerly: []string{"黄荆乡人民政府"}},
			check.Entry{Key: "narrative.preface", Typed: "本报告由黄荆乡人民政府编制。"}, []check.Level{check.Query}},
		{"another unit stays another", "foreign-unit", check.Settings{Formerly: []string{"黄荆乡人民政府"}, Neighbours: []string{"石桥镇"}}, neighbour, []check.Level{check.Query}},
		{"no list, no neighbours", "foreign-unit", check.Settings{}, neighbour, nil},
	} {
		t.Run(c.why, func(t *testing.T) {
			in := check.Case{Set: []check.Entry{c.set}}.Input()
			in.Settings = c.settings
			var levels []check.Level
			for _, f := range check.Run(in) {
				if f.Rule == c.rule {
					levels = append(levels, f.Level)
				}
			}
			assert.Equal(t, c.want, levels)
		})
	}
}

// A unit that reports under a name which it had before is told what it is called now, and its texts are judged by that, as far as the report is
// one that is asked for: that of an earlier year bears the name of its year.
func TestReportUnderAFormerName(t *testing.T) {
	const was, is = "清溪乡人民政府", "清溪镇人民政府"
	type told struct{ name, words string }
	published := func(in *check.Input) { in.HandedIn, in.Report.Printed = false, model.Prescribed(in.Report) }
	for _, c := range []struct {
		why, unit, text string
		renamed         string
		change          func(in *check.Input)
		want            told
	}{
		{"as its office lists it", is, "我镇未收取信息处理费。", "", nil, told{}},
		{"under the former name", was, "我镇未收取信息处理费。", is, nil, told{name: "是以前的名称，现在是“清溪镇人民政府”"}},
		{"and its words too", was, "我乡未收取信息处理费。", is, nil, told{"是以前的名称，现在是“清溪镇人民政府”", "本单位是清溪镇人民政府，请改为“我镇”"}},
		{"the report of the year that is asked for", was, "我镇未收取信息处理费。", is, func(in *check.Input) { in.HandedIn, in.Expected = false, 2025 }, told{name: "是以前的名称"}},
		{"that of another year", was, "我乡未收取信息处理费。", is, func(in *check.Input) { in.HandedIn, in.Expected = false, 2026 }, told{}},
		{"a form that is being filled in, whatever year is asked for", was, "我乡未收取信息处理费。", is, func(in *check.Input) { in.HandedIn = false }, told{"是以前的名称", "请改为“我镇”"}},
		{"and its texts name the unit as it is called now", was, "清溪镇未收取信息处理费。", is, func(in *check.Input) { in.HandedIn = false }, told{name: "是以前的名称"}},
		{"and what is filled in follows the name", was, "本报告由{{单位}}编制。", is, nil, told{name: "是以前的名称"}},
		{"what was published, and nobody knows which year is asked for", was, "我乡未收取信息处理费。", is, published, told{}},
		{"and the name of today is as right then", was, "我镇未收取信息处理费。", is, published, told{}},
		{"what was published after the change, as its texts tell", was, "清溪镇未收取信息处理费。", is, published, told{name: "是以前的名称"}},
		{"nobody says what it is called now", was, "我乡未收取信息处理费。", "", nil, told{}},
	} {
		in := check.Case{Set: []check.Entry{{Key: "unit.name", Typed: c.unit}, {Key: "narrative.other", Typed: c.text}}, HandedIn: true}.Input()
		in.Renamed = c.renamed
		if c.change != nil {
			c.change(in)
		}
		var got told
		for _, f := range check.Run(in) {
			switch f.Rule {
			case "contact-form":
				got.name = f.Message
			case "foreign-unit":
				got.words = f.Message
			}
		}
		assert.Contains(t, got.name, c.want.name, c.why)
		assert.Contains(t, got.words, c.want.words, c.why)
		assert.Equal(t, []bool{c.want.name != "", c.want.words != ""}, []bool{got.name != "", got.words != ""}, "%s: %v", c.why, got)
	}
}

// The county's own report has its deadline in the law, so a deadline that the county sets for others does not bind it.
func TestDeadlineOfCountyGovernment(t *testing.T) {
	in := check.Case{Set: []check.Entry{{Key: "unit.name", Typed: "清溪县人民政府"}, {Key: "unit.level", Typed: "县级政府"}, {Key: "report.date", Typed: "2026-03-20"}}}.Input()
	in.Settings.Deadline = check.Deadline{Month: time.January, Day: 15}
	for _, f := range check.Run(in) {
		require.NotEqual(t, "published-in-time", f.Rule, f.Message)
	}
}

func TestSwitchedOff(t *testing.T) {
	off := check.Adjustment{Rule: "punctuation", Reason: "另行校对"}
	s := check.Settings{Rules: []check.Adjustment{{Rule: "numbering", Level: check.Query}, off}}
	assert.Equal(t, []check.Adjustment{off}, s.SwitchedOff())
}
