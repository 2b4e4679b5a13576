package check

import (
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

var documentNumber = Rule{
	ID: "document-number", Level: Info, Title: "文号用六角括号〔〕，与文件名称相符；引用的格式通知与报告年度相符", Citation: "《党政机关公文格式》（GB/T 9704—2012）",
	Find: onFilled(findDocumentNumber),
	Cases: []Case{
		{Why: "方括号", Set: []Entry{{"narrative.preface", "按照国办公开办函[2021]30号编制。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "圆括号", Set: []Entry{{"narrative.preface", "按照国办公开办函（2021）30号编制。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "多了“第”字", Set: []Entry{{"narrative.preface", "按照国办公开办函〔2021〕第30号编制。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "信息处理费办法的文号错了", Set: []Entry{{"narrative.other", "按照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕190号），未收取费用。"}}, Finds: []form.Key{"narrative.other"}},
		{Why: "格式通知的文号写成了信息处理费办法的", Set: []Entry{{"narrative.preface", "按照《中华人民共和国政府信息公开工作年度报告格式》（国办函〔2020〕109号）编制。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "引用的是已经停用的格式", Set: []Entry{{"narrative.preface", "按照国办公开办函〔2019〕60号的格式编制。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "2020年度引用了后来的格式", Year: 2020, Set: []Entry{{"narrative.preface", "按照国办公开办函〔2021〕30号的格式编制。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "名称和文号相符", Set: []Entry{{"narrative.other", "按照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号），未收取费用。"}}},
		{Why: "说的是旧格式已经停用", Set: []Entry{{"narrative.preface", "国办公开办函〔2019〕60号不再执行，按照国办公开办函〔2021〕30号编制。"}}},
		{Why: "别的文件", Set: []Entry{{"narrative.other", "落实清政办发〔2025〕8号，未收取信息处理费。"}}},
		{Why: "法院的案号用圆括号", Set: []Entry{{"narrative.other", "（2024）晋01行终5号判决维持原答复，未收取信息处理费。"}}},
		{Why: "国务院令没有括号", Set: []Entry{{"narrative.other", "按照《条例》（国务院令第711号），未收取信息处理费。"}}},
	},
}

// citedDocument is a document of the 国务院办公厅 that reports cite: a phrase that only its title has, and its number.
type citedDocument struct{ phrase, number string }

// citedDocuments lists them, those whose phrase is part of another's behind it: the first phrase that a title has tells the document.
func citedDocuments() []citedDocument {
	list := []citedDocument{{"信息处理费管理办法", "国办函〔2020〕109号"}}
	for _, e := range form.Editions() {
		for _, phrase := range e.CitedAs {
			list = append(list, citedDocument{phrase, e.Number})
		}
	}
	slices.SortStableFunc(list, func(a, b citedDocument) int { return len(b.phrase) - len(a.phrase) })
	return list
}

// replaced are words with which a text names a notice that no longer holds.
var replaced = strings.Fields("不再 废止 停止 停用 取代 代替 替代 原")

func findDocumentNumber(in *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	var found []Finding
	for _, n := range chinese.DocumentNumbers(text) {
		words := text[n.OpenerAt:n.End]
		due := n.Standard()
		message := ""
		switch other := in.faultOfCitation(text, n); {
		case other != "":
			words, message, due = excerpt(text[n.Start:n.End]), "“"+told(n.Standard())+"”与前面的文件名称或报告年度不符，应为"+other+"，请核对。", other
		case n.Opener != '〔' || n.Closer != '〕':
			message = "文号“" + told(words) + "”里的年份要用六角括号，写成“〔" + n.Year + "〕" + told(n.Serial) + "号”。"
		case n.Ordinal:
			message = "文号“" + told(words) + "”里不用“第”字，写成“〔" + n.Year + "〕" + told(n.Serial) + "号”。"
		default:
			continue
		}
		f := s.finding(i, words, message)
		f.Expected = due
		found = append(found, f)
	}
	return found
}

// faultOfCitation is the number that is due in place of n: its title's, or that of the notice in force; "" if n is right or
// belongs to a document that is not known here.
func (in *Input) faultOfCitation(text string, n chinese.DocumentNumber) string {
	title := titleBefore(text, n.Start)
	cited := citedDocuments()
	known := slices.IndexFunc(cited, func(c citedDocument) bool { return strings.Contains(title, c.phrase) })
	if known >= 0 && strings.HasPrefix(n.Issuer, "国办") && n.Standard() != cited[known].number {
		return cited[known].number
	}
	for _, e := range form.Editions() {
		if e == in.Report.Edition || n.Standard() != e.Number {
			continue
		}
		statement, _ := chinese.Around(text, n.Start, chinese.StatementEnds)
		if !chinese.ContainsAny(statement, replaced) {
			return in.Report.Edition.Number
		}
	}
	return ""
}

// titleBefore is the title that a number in brackets stands behind: 《……》（国办函〔2020〕109号）.
func titleBefore(text string, start int) string {
	before := strings.TrimRight(text[min(chinese.RuneStart(text, start-chinese.Farthest), start):start], "（( ")
	title, found := strings.CutSuffix(before, "》")
	if !found {
		title, found = strings.CutSuffix(before, "》的通知")
	}
	opener := strings.LastIndex(title, "《")
	if !found || opener < 0 {
		return ""
	}
	return title[opener:]
}
