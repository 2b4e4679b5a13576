package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

var indicatorFigure = Rule{
	ID: "indicator-figure", Level: Query, Title: "附表的每个数要填，要读得出，写明整数的不带小数，不小于0", Citation: "本县规定",
	Find: findIndicatorFigure,
	Cases: func() []Case {
		return []Case{
			{Why: "汉字数字读不出", Given: []string{"发出收费通知的件数 件 整数 三"}, Finds: []form.Key{"indicator.发出收费通知的件数"}},
			{Why: "没有半件", Given: []string{"发出收费通知的件数 件 整数 1.5"}, Finds: []form.Key{"indicator.发出收费通知的件数"}},
			{Why: "不会小于0", Given: []string{"通知收费的总金额 元 小数 -0.5"}, Finds: []form.Key{"indicator.通知收费的总金额"}},
			{Why: "还没有填的，一处说明", Given: []string{"发出收费通知的件数 件 整数 —", "通知收费的总金额 元 小数 —"}, Finds: []form.Key{"indicator.发出收费通知的件数"}, Level: Info},
			{Why: "上级要的，没有就是0，不能空着", Given: []string{"发出收费通知的件数 件 整数 —", "接待群众的人数 人 整数 8"}, Asked: []string{"发出收费通知的件数 件 整数"}, Finds: []form.Key{"indicator.发出收费通知的件数"}},
			{Why: "汇总本级的，比率由自己填", Given: []string{"群众满意度 % 小数 —"}, Asked: []string{"群众满意度 % 小数"}, Members: membersWith(Absence{}, "", ""), Finds: []form.Key{"indicator.群众满意度"}, Level: Info},
			{Why: "带单位的，说明读作几", Given: []string{"通知收费的总金额 元 小数 30.5元"}, Finds: []form.Key{"indicator.通知收费的总金额"}, Level: Info},
			{Why: "比率写成了小数", Given: []string{"群众满意度 % 小数 0.88"}, Finds: []form.Key{"indicator.群众满意度"}, Level: Info},
			{Why: "比率写的是百分之几", Given: []string{"群众满意度 % 小数 88.5"}},
			{Why: "小数的可以有小数", Given: []string{"发出收费通知的件数 件 整数 3", "通知收费的总金额 元 小数 30.50"}},
			{Why: "交来的是Word文档，里面没有附表", Printed: asPrescribed, HandedIn: true, Asked: []string{"发出收费通知的件数 件 整数", "通知收费的总金额 元 小数"}, Finds: []form.Key{"indicator.发出收费通知的件数"}},
			{Why: "没有附表"},
		}
	},
}

var indicatorsAsked = Rule{
	ID: "indicators-asked", Level: Query, Title: "附表的指标要和上级要的一样", Citation: "本县规定",
	Find: findIndicatorsAsked,
	Cases: func() []Case {
		return []Case{
			{Why: "少了一个", Given: []string{"发出收费通知的件数 件 整数 3"}, Asked: []string{"发出收费通知的件数 件 整数", "通知收费的总金额 元 小数"}, Finds: []form.Key{"indicator.通知收费的总金额"}},
			{Why: "改了计量单位", Given: []string{"通知收费的总金额 万元 小数 3"}, Asked: []string{"通知收费的总金额 元 小数"}, Finds: []form.Key{"indicator.通知收费的总金额"}},
			{Why: "写了两行", Given: []string{"发出收费通知的件数 件 整数 3", "发出收费通知的件数 件 整数 4"}, Finds: []form.Key{"indicator.发出收费通知的件数"}},
			{Why: "上级没有要的", Given: []string{"发出收费通知的件数 件 整数 3", "接待群众的人数 人 整数 8"}, Asked: []string{"发出收费通知的件数 件 整数"}, Finds: []form.Key{"indicator.接待群众的人数"}, Level: Info},
			{Why: "名称和表里的一样，记号认的是表里的", Given: []string{"本年新收 件 整数 3"}, Finds: []form.Key{"indicator.本年新收"}},
			{Why: "正是上级要的", Given: []string{"发出收费通知的件数 件 整数 3"}, Asked: []string{"发出收费通知的件数 件 整数"}},
			{Why: "公布的年报本来没有附表", Printed: asPrescribed, Asked: []string{"发出收费通知的件数 件 整数"}},
			{Why: "没有人说要什么", Given: []string{"发出收费通知的件数 件 整数 3"}},
		}
	},
}

// indicatorCell is the finding's view of what was given for an indicator.
func indicatorCell(g model.Given, role Role) Cell {
	return Cell{Key: g.Key(), Role: role, Label: form.Quote(g.Name), Value: g.Value.Printed(), Place: g.Value.Place}
}

func findIndicatorFigure(in *Input) []Finding {
	var found []Finding
	blank := map[Level][]model.Given{}
	for _, g := range in.Report.Indicators {
		message, level := indicatorFault(g)
		_, asked := model.IndicatorCalled(g.Name, in.Settings.Indicators)
		switch {
		case g.Value.State == model.Blank && in.Members == nil && asked:
			blank[Query] = append(blank[Query], g)
		case g.Value.State == model.Blank:
			blank[Info] = append(blank[Info], g)
		case message != "":
			found = append(found, Finding{Level: level, Message: "附表的" + form.Quote(excerpt(g.Name)) + message, Actual: strings.TrimSpace(g.Value.Text), Cells: []Cell{indicatorCell(g, Subject)}})
		}
	}
	for _, level := range []Level{Query, Info} {
		if rows := blank[level]; rows != nil {
			found = append(found, Finding{Level: level, Cells: indicatorCells(rows), Message: fmt.Sprintf("附表还有%d个数没有填：%s。没有的请填0。", len(rows), namesOf(rows))})
		}
	}
	if asked := in.Settings.Indicators; in.HandedIn && asked != nil && HasNoIndicators(in.Report) { // as if the sheet were blank, which the marked copy has
		var rows []model.Given
		for _, a := range asked {
			rows = append(rows, model.Given{Indicator: a})
		}
		found = append(found, Finding{Cells: indicatorCells(rows), Message: fmt.Sprintf("交来的文件里没有附表，上级要的%d个数没有报：%s。请在填报表的“附表”里填上，没有的填0，和年报一起报来。", len(rows), namesOf(rows))})
	}
	return found
}

// indicatorCells are the cells of a finding on several indicators.
func indicatorCells(rows []model.Given) (cells []Cell) {
	role := Subject
	for _, g := range rows[:min(len(rows), mostListed)] {
		cells, role = append(cells, indicatorCell(g, role)), Term
	}
	return cells
}

// namesOf are the names of indicators, as a list.
func namesOf(rows []model.Given) string {
	var names []string
	for _, g := range rows {
		names = append(names, form.Quote(excerpt(g.Name)))
	}
	return chinese.Listed(names, mostListed)
}

// indicatorFault is what is wrong with a figure that was given; "" for nothing.
func indicatorFault(g model.Given) (message string, level Level) {
	v := g.Value
	switch {
	case v.State == model.Unreadable && v.Stored != "":
		return figureDisguised(v), Query
	case v.SaysNone():
		return noneMarked(v), Query
	case v.State == model.Unreadable:
		return noNumber(v), Query
	case v.IsNumber() && g.Integer && !v.Number.IsInteger():
		return "是" + v.Printed() + "，这个数要填整数。", Query
	case v.IsNumber() && v.Number.IsNegative():
		return negative(v), Query
	case g.IsRate() && v.IsNumber() && v.Number.IsPositive() && v.Number.LessThan(decimal.NewFromInt(1)):
		return fmt.Sprintf("填的是%s，计量单位是%s，就是%s%s；如果说的是%s%s，请改成%s。", v.Printed(), g.Unit, v.Number, g.Unit, v.Number.Shift(2), g.Unit, v.Number.Shift(2)), Info
	case len(v.Repairs) > 0:
		return repaired(v), Info
	}
	return "", Query
}

// findIndicatorsAsked holds the sheet to what is asked for; where nobody says that, only to itself.
func findIndicatorsAsked(in *Input) []Finding {
	var found []Finding
	add := func(level Level, g model.Given, message string) {
		found = append(found, Finding{Level: level, Message: message, Cells: []Cell{indicatorCell(g, Subject)}})
	}
	asked := in.Settings.Indicators
	for i, g := range in.Report.Indicators {
		name := form.Quote(excerpt(g.Name))
		due, isAsked := model.IndicatorCalled(g.Name, asked)
		switch {
		case slices.ContainsFunc(in.Report.Indicators[:i], func(other model.Given) bool { return other.Name == g.Name }):
			add(Query, g, "附表里"+name+"有两行，汇总时只加上面的一行，请只留一行。")
		case isOfForm(in.Report.Edition, g.Name):
			add(Query, g, "附表的"+name+"是报告的表格里已经有的名称，文字里的{{"+excerpt(g.Name)+"}}换成的是表格里的，请上级换一个名称。")
		case asked == nil:
		case !isAsked:
			add(Info, g, "附表的"+name+"不在上级要的指标里，请核对名称；是自己加的，请删去这一行。")
		case due != g.Indicator:
			add(Query, g, fmt.Sprintf("附表的%s，上级要的是%s，这里写的是%s，请改回来。", name, written(due), written(g.Indicator)))
		}
	}
	for _, a := range asked {
		if _, ok := in.Report.Given(a.Name); !ok && !HasNoIndicators(in.Report) {
			add(Query, model.Given{Indicator: a}, "附表里没有"+form.Quote(a.Name)+"，上级要这个数，请在“附表”里补上一行，或者换上级发的填报表。")
		}
	}
	return found
}

// indicatorSums finds the office's own figures for indicators that are not what its members add up to.
func (in *Input) indicatorSums() (found []Finding) {
	for _, s := range in.Members.Indicators {
		g, ok := in.Report.Given(s.Name)
		own := g.Value
		isSum := own.IsNumber() == s.Due.IsNumber() && own.Number.Equal(s.Due.Number)
		beforeAdjusting := own.IsNumber() && s.Members.IsNumber() && own.Number.Equal(s.Members.Number)
		if !ok || isSum || beforeAdjusting || s.Due.State == model.Blank {
			continue
		}
		f := Finding{Expected: s.Due.Printed(), Actual: own.Printed(), Compared: comparedTo("各单位相加"), Cells: []Cell{indicatorCell(g, Subject)}, against: s.Due.Printed()}
		f.Message = "附表的" + form.Quote(excerpt(s.Name)) + said(own) + "，各单位相加" + said(s.Members)
		if !s.Adjusted.IsZero() {
			f.Message += "，调整" + signed(s.Adjusted) + "，合起来是" + s.Due.Printed()
		}
		f.Message += "。请核对；有理由的差别，写进“汇总调整”。"
		if own.IsNumber() {
			f.Difference = own.Number.Sub(s.Due.Number).String()
		}
		found = append(found, f)
	}
	return found
}

// HasNoIndicators says whether a report stands where it could not have indicators: pages and data have no place for them.
func HasNoIndicators(r *model.Report) bool {
	return r.Printed != nil || !r.InWorkbook() && r.Indicators == nil
}

// isOfForm says whether texts speak of something on the form by a name.
func isOfForm(e *form.Edition, name string) bool {
	_, isField := form.FieldCalled(name)
	_, isFigure := e.QuantityCalled(name)
	return isField || isFigure
}

// written is how an indicator's figure is to be written, in words.
func written(i model.Indicator) string {
	if i.Unit == "" {
		return i.Digits()
	}
	return i.Digits() + "、以" + excerpt(i.Unit) + "为单位"
}
