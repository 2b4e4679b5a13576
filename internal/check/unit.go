package check

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/remedy"
)

var unitIncomplete = Rule{
	ID: "unit-incomplete", Level: Fatal, Title: "单位名称、单位层级、报告年度要填全、填对", Citation: "年度报告格式",
	Find: findUnitIncomplete,
	Cases: func() []Case {
		return []Case{
			{Why: "没有单位名称就没有标题", Set: []Entry{{"unit.name", "　"}}, Finds: []form.Key{"unit.name"}},
			{Why: "没有年度不知道用哪种格式", Set: []Entry{{"report.year", ""}}, Finds: []form.Key{"report.year"}},
			{Why: "读不出的年度", Set: []Entry{{"report.year", "今年"}}, Finds: []form.Key{"report.year"}},
			{Why: "层级不在列表里", Set: []Entry{{"unit.level", "村"}}, Finds: []form.Key{"unit.level"}, Level: Query},
			{Why: "层级不在列表里，看得出说的是哪一个", Set: []Entry{{"unit.level", "镇"}}, Finds: []form.Key{"unit.level"}, Level: Query},
			{Why: "层级空着", Set: []Entry{{"unit.level", ""}}, Finds: []form.Key{"unit.level"}},
			{Why: "统计口径不在列表里", Set: []Entry{{"report.scope", "全县"}}, Finds: []form.Key{"report.scope"}, Level: Query},
			{Why: "统计口径是汇总", Set: []Entry{{"report.scope", "汇总"}}},
			{Why: "日历上没有的日期", Set: []Entry{{"report.date", "2026-02-30"}}, Finds: []form.Key{"report.date"}},
			{Why: "名称里有换行", Set: []Entry{{"unit.name", "清溪镇\n人民政府"}}, Finds: []form.Key{"unit.name"}},
			{Why: "读不出的另有一条规则", Set: []Entry{{"unit.name", "#REF!"}}},
			{Why: "名称里只有数字", Set: []Entry{{"unit.name", "12345"}}, Finds: []form.Key{"unit.name"}},
			{Why: "名称太长，成不了文件名", Set: []Entry{{"unit.name", strings.Repeat("清溪", 31)}}, Finds: []form.Key{"unit.name"}},
			{Why: "不填成文日期就不印落款", Set: []Entry{{"report.date", ""}}},
			{Why: "日期用汉字写也读得出", Set: []Entry{{"report.date", "二〇二六年一月二十日"}}},
			{Why: "年度带“年”字也读得出", Set: []Entry{{"report.year", "2025年"}}},
		}
	},
}

func findUnitIncomplete(in *Input) []Finding {
	var found []Finding
	for _, field := range form.Fields() {
		if slices.Contains(in.Report.Lost, field.Key) || in.Report.Fields[field.Key].IsUnread() {
			continue
		}
		if fault := in.faultOfField(field); fault != "" {
			f := Finding{
				Message: "“" + field.Label + "”" + fault,
				Actual:  in.Report.Field(field.Key),
				Cells:   []Cell{in.fieldCell(field)},
			}
			if f.Actual == "" && in.Report.Printed != nil {
				if field.Key == "unit.level" {
					continue // which is not printed
				}
				f.Message, f.Doubt = "没有读出"+field.Label+"。", "标题和前言里没有认出"+field.Label
			}
			if field.Choices != nil && f.Actual != "" {
				f.Level = Query // real units are not in any list
			}
			if field.Key == "unit.level" {
				_, f.Expected = in.judgedAs()
			}
			found = append(found, f)
		}
	}
	return found
}

// longestField is how many characters a part of the unit's data may have; the unit's name becomes part of file names.
const longestField = 60

func (in *Input) faultOfField(field form.Field) string {
	typed := in.Report.Field(field.Key)
	if typed == "" {
		if !field.Required {
			return ""
		}
		fault := "没有填。" + field.Note
		if clause, _ := in.judgedAs(); field.Key == "unit.level" && clause != "" {
			fault += clause + "。"
		}
		return fault
	}
	if strings.ContainsAny(typed, "\n\r\t") {
		return "里有换行或制表符，请写在一行里。"
	}
	if utf8.RuneCountInString(typed) > longestField {
		return fmt.Sprintf("有%d字，超过了%d字，请缩短。", utf8.RuneCountInString(typed), longestField)
	}
	if field.Key == "unit.level" && !slices.Contains(field.Choices, typed) {
		if clause, _ := in.judgedAs(); clause != "" {
			return "填的是“" + told(typed) + "”，" + clause + "，请从列表里选。"
		}
	}
	if field.Choices != nil && !slices.Contains(field.Choices, typed) {
		return "填的是“" + told(typed) + "”，应是下列之一：" + strings.Join(field.Choices, "、") + "。"
	}
	switch field.Key {
	case "unit.name":
		if !strings.ContainsFunc(typed, unicode.IsLetter) && misplaced(field.Key, typed) == "" {
			return "填的是“" + told(typed) + "”，不是单位的名称。" + field.Note
		}
	case "report.year":
		if _, ok := in.Report.Year(); !ok {
			return "填的是“" + told(typed) + "”，读不出年份，请填四位数字，如2025。"
		}
	case "report.date":
		if _, ok := in.Report.Date(); !ok {
			return "填的是“" + told(typed) + "”，读不出日期，请填成如2026-01-20。"
		}
	}
	return ""
}

// renamed is what the unit is called now that reports under a name which it had before; "" for one that does not. A report of a year that is not
// asked for any more bears the name of that year. Where nobody says which year is, a form is one that is still being filled in; what was
// published may be of any year, unless its texts call the unit by its name of today.
func (in *Input) renamed() string {
	year, known := in.Report.Year()
	switch {
	case in.HandedIn, known && year == in.Expected, in.Expected == 0 && (in.Report.Printed == nil || in.speaksOf(in.Renamed)):
		return in.Renamed
	}
	return ""
}

// speaksOf says whether a text names a unit that the report is not called by.
func (in *Input) speaksOf(unit string) bool {
	name, own := chinese.ParseUnitName(unit).Core, chinese.ParseUnitName(in.Report.Unit()).Core
	if name == "" || strings.Contains(own, name) {
		return false
	}
	for _, paragraphs := range in.Report.Texts {
		for _, p := range paragraphs {
			if strings.Contains(p.Text, name) {
				return true
			}
		}
	}
	return false
}

// unit is the name of the unit by which its texts are judged: that of today.
func (in *Input) unit() string { return cmp.Or(in.renamed(), in.Report.Unit()) }

// level is the unit's level; the zero Level for one that is not known.
func (in *Input) level() form.Level {
	l, _ := in.knownLevel()
	return l
}

// knownLevel is the unit's level, as far as it can be one only.
func (in *Input) knownLevel() (level form.Level, ok bool) {
	if levels := in.levels(); len(levels) == 1 {
		return levels[0], true
	}
	return form.Level{}, false
}

// levels are those that the unit may have: the one that was typed, else, where that is none or not known, those that its name tells. A
// published report does not print it. They are nil where nothing tells.
func (in *Input) levels() []form.Level {
	if in.standing == nil {
		levels := in.levelsByName()
		if l, ok := in.typedLevel(); ok {
			levels = []form.Level{l}
		}
		in.standing = &levels
	}
	return *in.standing
}

// typedLevel is the level that was typed, also in other words than the form's.
func (in *Input) typedLevel() (level form.Level, ok bool) {
	words := chinese.Fold(in.Report.Field("unit.level")).Text
	return form.LevelMeant(strings.Join(strings.Fields(words), ""))
}

// levelsByName are the levels that the unit may have by its name, the likeliest first.
func (in *Input) levelsByName() (levels []form.Level) {
	if s, ok := standingOf(chinese.Fold(in.Report.Unit()).Text); ok {
		for _, name := range s.fits {
			l, _ := form.LevelNamed(name)
			levels = append(levels, l)
		}
	}
	return levels
}

// judgedAs says by which level a unit is judged whose level is none of the form's, as a clause, and that level; "" where nothing tells.
func (in *Input) judgedAs() (clause, expected string) {
	levels := in.levels()
	if levels == nil {
		return "", ""
	}
	var names []string
	for _, l := range levels {
		names = append(names, l.Name)
	}
	if len(levels) > 1 {
		return "看单位名称可能是" + eitherOf(names), ""
	}
	how := "看单位名称应是"
	if _, ok := in.typedLevel(); ok {
		how = "说的是"
	}
	return how + "“" + names[0] + "”，这里按它校验", names[0]
}

func editionFitsYear() Rule {
	var spans, numbers []string
	for _, e := range form.Editions() {
		spans = append(spans, e.Span()+"用"+e.Number+"的格式")
		numbers = append(numbers, e.Number)
	}
	return Rule{
		ID: "edition-fits-year", Level: Fatal, Title: strings.Join(spans, "，"), Citation: strings.Join(numbers, "、"),
		Find:  findEditionFitsYear,
		Cases: func() []Case { return editionCases },
	}
}

var editionCases = []Case{
	{Why: "用旧格式报2023年度", Year: 2020, Set: []Entry{{"report.year", "2023"}}, Finds: []form.Key{"report.year"}},
	{Why: "用新格式报2020年度", Set: []Entry{{"report.year", "2020"}}, Finds: []form.Key{"report.year"}},
	{Why: "2018年度还没有这种格式", Set: []Entry{{"report.year", "2018"}}, Finds: []form.Key{"report.year"}},
	{Why: "新格式从2021年度起用", Set: []Entry{{"report.year", "2021"}}},
	{Why: "读不出年度的另有一条规则", Set: []Entry{{"report.year", "今年"}}},
}

func findEditionFitsYear(in *Input) []Finding {
	year, ok := in.Report.Year()
	if !ok {
		return nil
	}
	due, ok := form.ForYear(year)
	if ok && due == in.Report.Edition {
		return nil
	}
	message := fmt.Sprintf("%d年度还没有这种报告格式（从%d年度开始），请核对年度。", year, form.Editions()[0].FirstYear)
	expected, todo := "", remedy.Remedy{}
	if ok {
		message = fmt.Sprintf("报告年度是%d年，用的却是%s的格式。", year, in.Report.Edition.Span())
		expected, todo = due.ID, remedy.Remedy{Action: remedy.NewTemplate, Year: year}
	}
	field, _ := form.FieldByKey("report.year")
	return []Finding{{Message: message, Remedy: todo, Expected: expected, Actual: in.Report.Edition.ID, Cells: []Cell{in.fieldCell(field)}}}
}

var rulesAuthority = Rule{
	ID: "rules-authority", Level: Fatal, Title: "乡镇、街道、县级政府及其部门不制定规章，规章一行填0；市级、省级部门和开发区等填了的请核对", Citation: "《中华人民共和国立法法》《规章制定程序条例》",
	Find: findRulesAuthority,
	Cases: func() []Case {
		return []Case{
			{Why: "镇里的规章制度不是规章", Set: []Entry{{"proactive.rules.issued", "3"}, {"proactive.rules.in_force", "12"}}, Finds: []form.Key{"proactive.rules.issued", "proactive.rules.in_force"}},
			{Why: "县级部门填了规章", Set: []Entry{{"unit.level", "县级部门"}, {"proactive.rules.in_force", "1"}}, Finds: []form.Key{"proactive.rules.in_force"}},
			{Why: "设区的市可以制定规章", Set: []Entry{{"unit.level", "市级政府"}, {"proactive.rules.in_force", "12"}}},
			{Why: "市级部门填了规章", Set: []Entry{{"unit.level", "市级部门"}, {"proactive.rules.in_force", "1"}}, Finds: []form.Key{"proactive.rules.in_force"}, Level: Query},
			{Why: "开发区填了规章", Set: []Entry{{"unit.level", "开发区"}, {"proactive.rules.in_force", "1"}}, Finds: []form.Key{"proactive.rules.in_force"}, Level: Query},
			{Why: "层级写的是“镇”，就是乡镇", Set: []Entry{{"unit.level", "镇"}, {"proactive.rules.in_force", "1"}}, Finds: []form.Key{"proactive.rules.in_force"}},
			{Why: "层级看不懂，名称是镇政府", Set: []Entry{{"unit.level", "功能区"}, {"proactive.rules.in_force", "12"}}, Finds: []form.Key{"proactive.rules.in_force"}},
			{Why: "层级空着，名称是镇政府", Set: []Entry{{"unit.level", ""}, {"proactive.rules.in_force", "12"}}, Finds: []form.Key{"proactive.rules.in_force"}},
			{Why: "层级看不懂，名称是哪一级的部门也不一定，就不下结论", Set: []Entry{{"unit.name", "青岚市教育局"}, {"unit.level", "局"}, {"proactive.rules.in_force", "12"}}},
		}
	},
}

func findRulesAuthority(in *Input) []Finding {
	level, ok := in.knownLevel()
	if !ok || level.Rules == form.MakesRules {
		return nil
	}
	var cells []Cell
	for _, c := range in.Report.Edition.Cells() {
		v := in.Report.Figure(c.Key)
		if c.MakesRules() && v.IsNumber() && !v.Number.IsZero() {
			cells = append(cells, in.figureCell(c.Key, Subject))
		}
	}
	if cells == nil {
		return nil
	}
	f := Finding{
		Message: "“规章”一行填了" + values(cells) + "，" + level.Name + "无权制定规章，应填0；内部的规章制度不算规章。",
		Actual:  cells[0].Value, Expected: "0", Difference: cells[0].Value,
		Cells: cells,
	}
	if level.Rules == form.RarelyRules {
		f.Level = Query
		f.Message = "“规章”一行填了" + values(cells) + "，" + level.Name + "一般无权制定规章，请核对；部门起草、由政府公布的算政府的，内部的规章制度不算规章。"
	}
	return []Finding{f}
}

func values(cells []Cell) string {
	var list []string
	for _, c := range cells {
		list = append(list, c.Value)
	}
	return strings.Join(list, "、")
}
