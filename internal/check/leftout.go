package check

import (
	"fmt"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

var leftOut = Rule{
	ID: "left-out", Level: Query, Title: "文本框、图片、批注和另外的工作表，不会进入报告", Citation: "填报说明",
	Find: findLeftOut,
	Cases: func() []Case {
		return []Case{
			{Why: "一段话写在了文本框里", Extras: []model.Extra{{Kind: model.TextBox, Text: "（六）其他工作。", Place: model.Place{Sheet: "一、总体情况", Ref: "A9"}}}, Finds: []form.Key{""}},
			{Why: "贴了一张图", Extras: []model.Extra{{Kind: model.Picture, Place: model.Place{Sheet: "一、总体情况", Ref: "A9"}}}, Finds: []form.Key{""}},
			{Why: "填在了副本里", Extras: []model.Extra{{Kind: model.SheetCopy, Text: "三、依申请公开", Differ: "D8 D9", Place: model.Place{Sheet: "三、依申请公开 (2)"}}}, Finds: []form.Key{""}},
			{Why: "副本和原来的一样", Extras: []model.Extra{{Kind: model.SheetCopy, Text: "三、依申请公开", Place: model.Place{Sheet: "三、依申请公开 (2)"}}}, Finds: []form.Key{""}, Level: Info},
			{Why: "自己的台账", Extras: []model.Extra{{Kind: model.OtherSheet, Place: model.Place{Sheet: "台账"}}, {Kind: model.OtherSheet, Place: model.Place{Sheet: "台账2"}}}, Finds: []form.Key{""}, Level: Info},
			{Why: "两张表里的批注", Extras: []model.Extra{
				{Kind: model.Comment, Text: "请核对", Place: model.Place{Sheet: "三、依申请公开", Ref: "D8"}}, {Kind: model.Comment, Text: "已核对", Place: model.Place{Sheet: "三、依申请公开", Ref: "D9"}},
				{Kind: model.Comment, Text: "待定", Place: model.Place{Sheet: "四、复议诉讼", Ref: "A6"}}}, Finds: []form.Key{"", ""}, Level: Info},
			{Why: "画了一个箭头", Extras: []model.Extra{{Kind: model.Drawing, Place: model.Place{Sheet: "三、依申请公开", Ref: "D8"}}}, Finds: []form.Key{""}, Level: Info},
			{Why: "在“校验”一页写了字", Extras: []model.Extra{{Kind: model.Aside, Text: "已报李主任", Place: model.Place{Sheet: "校验", Ref: "B90"}}}, Finds: []form.Key{""}, Level: Info},
			{Why: "什么也没有"},
			{Why: "划掉的另有一条规则", Extras: []model.Extra{{Kind: model.StruckOut, Text: "3", Place: model.Place{Sheet: "三、依申请公开", Ref: "D8"}}}},
		}
	},
}

var struckOrHidden = Rule{
	ID: "struck-or-hidden", Level: Query, Title: "划掉的、隐藏的内容仍会进入报告，不要的请删去", Citation: "填报说明",
	Find: findStruckOrHidden,
	Cases: func() []Case {
		return []Case{
			{Why: "划掉的话还在格子里", Extras: []model.Extra{{Kind: model.StruckOut, Text: "群众满意度明显提高。", Place: model.Place{Sheet: "一、总体情况", Ref: "A5"}}}, Finds: []form.Key{""}},
			{Why: "隐藏的两行里有数", Extras: []model.Extra{{Kind: model.Hidden, Text: "3", Place: model.Place{Sheet: "三、依申请公开", Ref: "D8"}}, {Kind: model.Hidden, Text: "4", Place: model.Place{Sheet: "三、依申请公开", Ref: "D9"}}}, Finds: []form.Key{""}},
			{Why: "都看得见"},
		}
	},
}

// extraWords says what is told of extras of a kind: what they are, and what becomes of them.
type extraWords struct {
	kind    model.ExtraKind
	level   Level
	counted string // %d of them on a sheet
	outcome string
}

var leftOutWords = []extraWords{
	{model.TextBox, Query, "%d个文本框", "里面的文字不会进入报告，请把文字移到黄色格里，再删去文本框"},
	{model.Picture, Query, "%d张图片", "不会进入报告；图里有要报告的内容，请写成文字"},
	{model.Drawing, Info, "%d个图形", "不会进入报告"},
	{model.Comment, Info, "%d条批注", "不会进入报告；里面有要改的，请改在格子里"},
	{model.Aside, Info, "%d处另外写的文字", "这一页写的不会进入报告；是说明的，请按编号写在“说明”栏里"},
}

var unseenWords = []extraWords{
	{model.StruckOut, Query, "%d处划掉的内容", "划掉的仍会进入报告，不要的请删去，要的请去掉删除线"},
	{model.Hidden, Query, "%d处隐藏的内容", "看不见的仍会进入报告，请让它看得见（取消隐藏、取消合并、拉高这一行，或改掉白色的字），看看对不对"},
}

// mostListed is how many of many things a message names.
const mostListed = 3

// LeftOut tells what of a workbook has no place in a report.
func LeftOut(r *model.Report) []Finding { return leftOut.run(&Input{Report: r}) }

func findLeftOut(in *Input) []Finding {
	found := in.extrasBySheet(leftOutWords)
	var sheets, quoted []string
	for _, e := range in.Report.Extras {
		switch e.Kind {
		case model.SheetCopy:
			found = append(found, copyFinding(e))
		case model.OtherSheet:
			sheets, quoted = append(sheets, e.Place.Sheet), append(quoted, "“"+e.Place.Sheet+"”")
		}
	}
	if sheets != nil {
		found = append(found, Finding{
			Level:   Info,
			Message: "另有" + fmt.Sprint(len(sheets)) + "张工作表，不会进入报告：" + chinese.Listed(quoted, mostListed) + "。",
			Cells:   []Cell{{Role: Subject, Label: "另外的工作表", Value: strings.Join(sheets, "、")}},
		})
	}
	return found
}

func findStruckOrHidden(in *Input) []Finding { return in.extrasBySheet(unseenWords) }

// copyFinding is about a copy of a sheet of the form. One that says the same does no harm.
func copyFinding(e model.Extra) Finding {
	cells := strings.Fields(e.Differ)
	f := Finding{
		Message: fmt.Sprintf("工作表“%s”是“%s”的副本，有%d格和它不同（%s），不会进入报告。请核对哪一张对，把对的填在“%s”里，再删去副本。", e.Place.Sheet, e.Text, len(cells), chinese.Listed(cells, mostListed), e.Text),
		Cells:   []Cell{{Role: Subject, Label: "副本", Value: e.Place.Sheet, Place: model.Place{Sheet: e.Place.Sheet}}},
	}
	if e.Differ == "" {
		f.Level = Info
		f.Message = fmt.Sprintf("工作表“%s”是“%s”的副本，内容一样，不会进入报告，可以删去。", e.Place.Sheet, e.Text)
	}
	return f
}

// extrasBySheet tells the extras of some kinds: those of one kind on one sheet in one finding.
func (in *Input) extrasBySheet(words []extraWords) []Finding {
	var found []Finding
	for _, w := range words {
		var sheets []string
		bySheet := map[string][]model.Extra{}
		for _, e := range in.Report.Extras {
			if e.Kind != w.kind {
				continue
			}
			if bySheet[e.Place.Sheet] == nil {
				sheets = append(sheets, e.Place.Sheet)
			}
			bySheet[e.Place.Sheet] = append(bySheet[e.Place.Sheet], e)
		}
		for _, sheet := range sheets {
			found = append(found, w.finding(bySheet[sheet]))
		}
	}
	return found
}

// finding tells extras of one kind on one sheet.
func (w extraWords) finding(extras []model.Extra) Finding {
	f := Finding{Level: w.level}
	var told []string
	for i, e := range extras {
		c := Cell{Role: Term, Value: e.Text, Place: e.Place, of: fmt.Sprint(w.kind, e.Place.Sheet)}
		if i == 0 {
			c.Role, c.Label = Subject, fmt.Sprintf(w.counted, 1)
		}
		f.Cells = append(f.Cells, c)
		one := e.Place.Ref
		if e.Text != "" {
			one += "“" + excerpt(e.Text) + "”"
		}
		told = append(told, one)
	}
	f.Actual = extras[0].Text
	f.Message = "“" + extras[0].Place.Sheet + "”里有" + fmt.Sprintf(w.counted, len(extras)) + "（" + chinese.Listed(told, mostListed) + "），" + w.outcome + "。"
	return f
}
