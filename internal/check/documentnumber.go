package check

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var documentNumber = Rule{
	ID: "document-number", Level: Info, Title: "文号用六角括号〔〕；引用的文件，名称、文号、条款和简称相符，格式通知与报告年度相符", Citation: "《党政机关公文格式》（GB/T 9704—2012）",
	Find: findDocumentNumbers,
	Cases: func() []Case {
		return []Case{
			{Why: "方括号", Set: []Entry{{"narrative.preface", "按照国办公开办函[2021]30号编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "圆括号", Set: []Entry{{"narrative.preface", "按照国办公开办函（2021）30号编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "多了“第”字", Set: []Entry{{"narrative.preface", "按照国办公开办函〔2021〕第30号编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "文号没有放在括号里", Set: []Entry{{"narrative.preface", "按照《中华人民共和国政府信息公开工作年度报告格式》国办公开办函〔2021〕30号编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "信息处理费办法的文号错了", Set: []Entry{{"narrative.other", "按照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕190号），未收取费用。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "格式通知的文号写成了信息处理费办法的", Set: []Entry{{"narrative.preface", "按照《中华人民共和国政府信息公开工作年度报告格式》（国办函〔2020〕109号）编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "引用的是已经停用的格式", Set: []Entry{{"narrative.preface", "按照国办公开办函〔2019〕60号的格式编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "只写了停用的通知的名称", Set: []Entry{{"narrative.preface", "按照《关于政府信息公开工作年度报告有关事项的通知》编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "停用的通知，名称和文号一起", Set: []Entry{{"narrative.preface", "按照《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2021〕30号）编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "2020年度引用了后来的格式", Year: 2020, Set: []Entry{{"narrative.preface", "按照国办公开办函〔2021〕30号的格式编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "代字写错了", Set: []Entry{{"narrative.preface", "按照国办发〔2021〕30号的要求编制年度报告。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "旧条例的令号", Set: []Entry{{"narrative.preface", "根据《中华人民共和国政府信息公开条例》（国务院令第492号）编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "令号写在名称前面", Set: []Entry{{"narrative.preface", "根据国务院令第492号《中华人民共和国政府信息公开条例》编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "格式通知的号写错了", Set: []Entry{{"narrative.preface", "根据国办公开办函〔2021〕13号要求，编制本年度报告。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "格式通知的年份写错了", Set: []Entry{{"narrative.preface", "按照国办公开办函〔2020〕30号规定的格式，现将工作情况报告如下。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "令号是旧的，年份是新的", Set: []Entry{{"narrative.other", "学习《中华人民共和国政府信息公开条例》（国令第492号，2019年修订）。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "令号没有写全", Set: []Entry{{"narrative.other", "执行《政府信息公开条例》（国令711）的规定。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "条例的沿革、别的函", Set: []Entry{{"narrative.other", "《政府信息公开条例》（2007年国务院令第492号公布，2019年国务院令第711号修订）；国办公开办函〔2019〕12号部署的清理已经完成。"}}},
			{Why: "条款不对，“遵照”也是", Set: []Entry{{"narrative.preface", "遵照《中华人民共和国政府信息公开条例》第三十一条的规定编制本报告。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "条款不对", Set: []Entry{{"narrative.preface", "根据《中华人民共和国政府信息公开条例》第三十一条的规定编制本报告。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "第三方的理由引了第十四条", Set: []Entry{{"narrative.other", "1件涉及第三方合法权益，对方不同意公开，依照《条例》第十四条决定不予公开。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "国家秘密引了第十六条", Set: []Entry{{"narrative.other", "根据《中华人民共和国政府信息公开条例》第16条，对属于国家秘密的1件申请不予公开。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "过程性信息引了第十五条", Set: []Entry{{"narrative.other", "不予公开2件，都是过程性信息（条例第十五条第一款）。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "执法案卷引了第十四条", Set: []Entry{{"narrative.other", "申请公开执法案卷的1件，按照政府信息公开条例第十四条的规定不予公开。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "年度报告的条引错了一条", Set: []Entry{{"narrative.preface", "根据《中华人民共和国政府信息公开条例》第三十九条、第五十条的规定编制本报告。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "信息处理费引了第二十四条", Set: []Entry{{"narrative.other", "根据《中华人民共和国政府信息公开条例》第二十四条关于信息处理费的规定，没有收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "信息处理费引的条对", Set: []Entry{{"narrative.other", "根据《中华人民共和国政府信息公开条例》第四十二条关于信息处理费的规定，没有收取信息处理费。"}}},
			{Why: "要点的年份和文号不符", Set: []Entry{{"narrative.other", "对照《国务院办公厅关于印发2022年政务公开工作要点的通知》（国办发〔2021〕8号），未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "理由和条相符，几种理由在一句里，别的条例", Set: []Entry{{"narrative.other", "依照《条例》第三十二条征求意见，1件因第三方不同意，依照《条例》第十五条不予公开。依照《条例》第十四条、第十五条、第十六条，不予公开国家秘密1件、个人隐私1件、过程性信息1件。1件内部事务信息依照《条例》第十六条不予公开。涉及国家秘密和第三方的1件，依照《条例》第十四条不予公开。国家秘密1件，依照《云屏省档案条例》第十六条不予公开。1件不属于国家秘密，依照《条例》第十六条不予公开。依照《条例》第十四条、第十五条，个人隐私不予公开。"}}},
			{Why: "简称与名称对不上", Set: []Entry{{"narrative.preface", "根据《2025年政务公开工作要点》（以下简称《规定》）编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "名称写错了，由易错词说，简称是对的", Set: []Entry{{"narrative.preface", "根据《中华人民共和国政务信息公示条例》（以下简称《政府信息公开条例》）编制。"}}},
			{Why: "名称写错了，简称也不是它的", Set: []Entry{{"narrative.preface", "根据《中华人民共和国政务信息公示条例》（以下简称《规定》）编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "名称和文号相符", Set: []Entry{{"narrative.other", "按照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号），未收取费用。"}}},
			{Why: "说的是旧格式已经停用", Set: []Entry{{"narrative.preface", "国办公开办函〔2019〕60号不再执行，按照国办公开办函〔2021〕30号编制。"}}},
			{Why: "2020年度用那时的通知", Year: 2020, Set: []Entry{{"narrative.preface", "按照《关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）编制。"}}},
			{Why: "2020年度的格式名称没有写“试行”", Year: 2020, Set: []Entry{{"narrative.preface", "按照《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2019〕60号）编制。"}}},
			{Why: "《条例》没有这么多条", Set: []Entry{{"narrative.other", "根据《中华人民共和国政府信息公开条例》第六十条，未收取信息处理费；按照《条例》第58条更新目录。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "别的条例有这么多条", Set: []Entry{{"narrative.other", "按照《优化营商环境条例》第六十条，未收取信息处理费。"}}},
			{Why: "条款和简称都对", Set: []Entry{{"narrative.preface", "根据《中华人民共和国政府信息公开条例》（国务院令第711号，以下简称《条例》）第五十条编制本报告，第二十条的内容在第二部分。"}}},
			{Why: "别的文件", Set: []Entry{{"narrative.other", "落实清政办发〔2025〕8号，未收取信息处理费。"}}},
			{Why: "法院的案号用圆括号", Set: []Entry{{"narrative.other", "（2024）晋01行终5号判决维持原答复，未收取信息处理费。"}}},
			{Why: "编写本报告，代字写错了", Set: []Entry{{"narrative.preface", "本报告依据《中华人民共和国政府信息公开条例》和国办函〔2021〕30号文件要求编写。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "代字写成了国发", Set: []Entry{{"narrative.preface", "按照国发〔2021〕30号文件要求，现公布本机关2025年政府信息公开工作年度报告。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "漏了“函”字，次序颠倒", Set: []Entry{{"narrative.preface", "根据国办公开办〔2021〕30号要求，形成本报告。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "第30号的别的文件", Set: []Entry{{"narrative.other", "落实国办发〔2021〕30号、国办函〔2021〕30号文件部署的建设任务，未收取信息处理费。本报告之外，落实国发〔2021〕30号。"}}},
			{Why: "国务院令没有括号", Set: []Entry{{"narrative.other", "按照《条例》（国务院令第711号），未收取信息处理费。"}}},
			{Why: "“的通知”在书名号外面", Set: []Entry{{"narrative.preface", "依据《国务院办公厅政府信息与政务公开办公室关于印发中华人民共和国政府信息公开工作年度报告格式》的通知，编制本报告。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "转引的办法后面的“的通知”在书名号外面", Set: []Entry{{"narrative.other", "根据《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉》的通知，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "没有“印发”的，“的通知”也在书名号外面", Set: []Entry{{"narrative.other", "按照《县政府办公室关于做好2025年政务公开工作》的通知，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "书名号关在了“的通知”后面", Set: []Entry{{"narrative.preface", "按照国务院办公厅政府信息与政务公开办公室关于印发《中华人民共和国政府信息公开工作年度报告格式的通知》（国办公开办函〔2021〕30号）编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "少了“关于印发”", Set: []Entry{{"narrative.other", "对照《国务院办公厅2025年政务公开工作要点的通知》，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "格式的通知少了“印发”", Set: []Entry{{"narrative.preface", "按照《关于中华人民共和国政府信息公开工作年度报告格式的通知》编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "通知的名称写得对，转发的、贯彻的另有名称", Set: []Entry{{"narrative.other", "按照《关于印发2025年政务公开工作要点的通知》、县政府办公室关于转发《关于深化政务公开的意见》的通知、关于印发《2025年政务公开工作要点》的通知、《关于做好2025年工作要点落实情况报送的通知》和《2025年政务公开工作要点》，未收取信息处理费。"}}},
			{Why: "令号少了“第”字", Set: []Entry{{"narrative.preface", "依照《中华人民共和国政府信息公开条例》（国务院令711号）编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "法规的全称没有书名号", Set: []Entry{{"narrative.overview", "严格按照中华人民共和国政府信息公开条例规定的程序办理。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "法规的全称在名称里、说的是条例实施", Set: []Entry{{"narrative.overview", "学习《关于贯彻中华人民共和国政府信息公开条例的意见》，中华人民共和国政府信息公开条例实施以来一直如此。"}}},
			{Why: "简称没有说明", Set: []Entry{{"narrative.preface", "根据《中华人民共和国政府信息公开条例》编制本报告。"}, {"narrative.overview", "按照《通知》要求，对照《条例》梳理公开事项。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "简称在前言里说明了，别的地方的条例、自己制定的办法", Set: []Entry{{"narrative.preface", "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）和县里的通知（简称“通知”）编制本报告。"}, {"narrative.overview", "按照《通知》要求，对照《条例》和省《条例》梳理公开事项，印发《办法》。"}}},
			{Why: "简称说明了两次", Set: []Entry{{"narrative.preface", "根据《中华人民共和国政府信息公开条例》（以下简称《条例》）编制本报告。"}, {"narrative.overview", "落实《中华人民共和国政府信息公开条例》（以下简称《条例》）。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "没有前言，简称也许在别处说明", Set: []Entry{{"narrative.other", "按照《条例》，未收取信息处理费。"}}},
			{Why: "代字写错了，前面是“和”", Set: []Entry{{"narrative.preface", "根据《中华人民共和国政府信息公开条例》和国公开办函〔2021〕30号要求，编制本报告。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "少了“的通知”，少了“关于”", Set: []Entry{{"narrative.preface", "按照《县政府办公室做好2025年年报编制工作的通知》编制。"}, {"narrative.other", "印发《县政府办公室关于印发信息发布管理制度》，未收取信息处理费。"}}, Finds: []form.Key{"narrative.preface", "narrative.other"}},
			{Why: "印发的通知，印发的函", Set: []Entry{{"narrative.other", "按照《关于印发信息发布管理制度的通知》《县政府办公室关于做好年报编制工作的通知》《县财政局开展评议的情况通报》，未收取信息处理费。"}}},
		}
	},
}

// notices are the documents that reports cite, by what is known of them.
var notices = wordLists{file: &noticesFile}

// citedDocument is a document of the 国务院办公厅 that reports cite: a phrase that only its title has, its number, and its
// edition if it prescribes one of the form.
type citedDocument struct {
	phrase, number string
	edition        *form.Edition
}

// citedDocuments lists them, those whose phrase is part of another's behind it: the first phrase that a title has tells the document.
var citedDocuments = sync.OnceValue(func() []citedDocument {
	var list []citedDocument
	for _, entry := range notices.list("文号") {
		phrase, number, _ := strings.Cut(entry, " ")
		list = append(list, citedDocument{phrase, number, nil})
	}
	for _, e := range form.Editions() {
		for _, phrase := range e.CitedAs {
			list = append(list, citedDocument{phrase, e.Number, e})
		}
	}
	slices.SortStableFunc(list, func(a, b citedDocument) int { return len(b.phrase) - len(a.phrase) })
	return list
})

// citedIn finds the document that a title is of.
func citedIn(title string) (document citedDocument, ok bool) {
	cited := citedDocuments()
	i := slices.IndexFunc(cited, func(c citedDocument) bool { return strings.Contains(title, c.phrase) })
	if i < 0 {
		return citedDocument{}, false
	}
	return cited[i], true
}

// citing are the words with which a text cites what something is done by.
var citing = pattern.NewWords(citingWords)

const citingWords = "根据 依据 依照 按照 遵照"

// replaced are words with which a text names a notice that no longer holds.
var replaced = pattern.NewWords("不再 废止 停止 停用 取代 代替 替代 原")

func findDocumentNumbers(in *Input) []Finding {
	names := shortNamesToldOf{known: sync.OnceValue(in.introduced), given: map[string]bool{}}
	return onFilled(func(in *Input, s section, i int) []Finding { return in.documentsIn(s, i, &names) })(in)
}

// documentsIn finds what is wrong with the documents that paragraph i of a section names.
func (in *Input) documentsIn(s section, i int, names *shortNamesToldOf) []Finding {
	text := s.paragraphs[i].Text
	if !strings.ContainsAny(text, "号《第") && !strings.Contains(text, state) {
		return nil
	}
	var marks, numbers []fault
	for _, n := range chinese.DocumentNumbers(text) {
		words := text[n.OpenerAt:n.End]
		standard := "“〔" + n.Year + "〕" + told(n.Serial) + "号”"
		if strings.HasSuffix(text[:n.Start], "》") && !chinese.StartsWithAny(text[n.Start:], []string{"和", "及", "与", "以及"}) {
			marks = append(marks, fault{words: "》" + text[n.Start:n.End], message: "文件名称后面的文号要放在括号里，写成“》（" + told(n.Standard()) + "）”。"})
		}
		switch message, due := in.faultOfNumber(text, n); {
		case message != "" && in.isOtherEditions(titleBefore(text, n.Start)):
			from := strings.LastIndex(text[:n.Start], "《"+titleBefore(text, n.Start))
			numbers = append(numbers, fault{words: text[from:n.End], message: message, expected: due})
		case message != "":
			numbers = append(numbers, fault{words: excerpt(text[n.Start:n.End]), message: message, expected: due})
		case n.Opener != '〔' || n.Closer != '〕':
			marks = append(marks, fault{words: words, message: "文号“" + told(words) + "”里的年份要用六角括号，写成" + standard + "。", expected: n.Standard()})
		case n.Ordinal:
			marks = append(marks, fault{words: words, message: "文号“" + told(words) + "”里不用“第”字，写成" + standard + "。", expected: n.Standard()})
		}
	}
	var found []Finding
	for _, faults := range [][]fault{numbers, marks, in.supersededTitles(text, numbers), decreesOf(text), articlesOf(text), in.misfounded(text), in.shortNamesOf(text),
		titlesAmiss(text), lawsWithoutMarks(text), names.notIntroduced(text), names.givenTwice(text)} {
		found = append(found, s.gathered(i, faults)...)
	}
	return found
}

// keyPoints finds the year of the work that a yearly notice lists.
var keyPoints = pattern.New(`(20[0-9]{2})年(?:度)?[^年》]{0,12}(?:工作)?要点`, "要点")

// faultOfNumber tells what is wrong with a document's number and which is due: its title's, or that of the notice in force; ""
// if it is right or belongs to a document that is not known here.
func (in *Input) faultOfNumber(text string, n chinese.DocumentNumber) (message, due string) {
	e := in.Report.Edition
	statement, _ := chinese.Around(text, n.Start, chinese.StatementEnds)
	if replaced.In(statement) {
		return "", ""
	}
	standard := "“" + told(n.Standard()) + "”"
	if m := keyPoints.FindStringSubmatch(titleBefore(text, n.Start)); m != nil && m[1] != n.Year {
		return standard + "的年份与文件名称里的“" + m[1] + "年”不符，工作要点是当年印发的，请核对。", ""
	}
	if known, ok := citedIn(titleBefore(text, n.Start)); ok && strings.HasPrefix(n.Issuer, "国办") {
		switch {
		case known.edition != nil && known.edition.FirstYear > e.FirstYear && n.Standard() == e.Number:
			return "", "" // the title without （试行）
		case known.edition != nil && known.edition != e && n.Standard() == e.Number:
			return "这里写的文件名称是" + known.number + "的，与后面的文号" + told(e.Number) + "不符；本报告年度用的是" + e.Notice + "（" + e.Number + "），请改正。", e.Notice
		case known.edition != nil && known.edition != e:
			return in.supersededMessage(known.edition), e.Number
		case n.Standard() != known.number:
			return standard + "与前面的文件名称不符，这份文件的文号是" + known.number + "，请核对。", known.number
		}
		return "", ""
	}
	for _, other := range form.Editions() {
		if other != e && n.Standard() == other.Number {
			return in.supersededMessage(other), e.Number
		}
	}
	if issuer, _, _ := strings.Cut(e.Number, "〔"); n.Issuer == issuer && n.Standard() != e.Number && isOfTheForm(statement) && titleBefore(text, n.Start) == "" {
		return standard + "不是年度报告格式的文号，本报告年度用的格式通知是" + e.Number + "，请核对。", e.Number
	}
	written := strings.TrimLeft(n.Issuer, "和及与以据按照依")
	if !slices.Contains(notices.list("写错的代字"), written) || !isOfTheForm(statement) && !chinese.ContainsAny(statement, []string{"编制", "格式", "年度报告", "年报", "形成本报告", "制作本报告"}) {
		return "", ""
	}
	if due := e.Number; strings.HasSuffix(due, "〔"+n.Year+"〕"+n.Serial+"号") && n.Standard() != due {
		issuer, _, _ := strings.Cut(due, "〔")
		return standard + "的发文代字写错了，年度报告格式的文号是" + due + "，“" + written + "”应为“" + issuer + "”。", due
	}
	return "", ""
}

// isOfTheForm says whether a statement cites what the report is made after: 根据……要求，编制本报告.
func isOfTheForm(statement string) bool {
	cites := citing.In(statement) || strings.Contains(statement, "参照") // an example that one goes by
	return cites && (strings.Contains(statement, "格式") || chinese.ContainsAny(statement, []string{"编制", "编写", "撰写", "报告如下", "公布如下"}) && strings.Contains(statement, "报告"))
}

// isOtherEditions says whether a title is that of the notice for other years than the report's.
func (in *Input) isOtherEditions(title string) bool {
	known, ok := citedIn(title)
	return ok && known.edition != nil && known.edition != in.Report.Edition
}

// supersededMessage tells that a notice is not the one for the report year, and which is.
func (in *Input) supersededMessage(other *form.Edition) string {
	e := in.Report.Edition
	return "这里引用的是" + other.Number + "，那是" + other.Span() + "用的格式通知；本报告年度用的是" + e.Notice + "（" + e.Number + "），请改正。"
}

// supersededTitles lists the titles of notices for earlier years that stand without a number, or with one that is no fault.
func (in *Input) supersededTitles(text string, told []fault) []fault {
	if len(told) > 0 {
		return nil
	}
	var faults []fault
	for at := range chinese.Indexes(text, "《") {
		title, start := chinese.TitleAround(text, at+len("《"))
		if start != at {
			continue // the end of its title is lost
		}
		known, ok := citedIn(title)
		statement, _ := chinese.Around(text, at, chinese.StatementEnds)
		if !ok || known.edition == nil || known.edition.FirstYear >= in.Report.Edition.FirstYear || replaced.In(statement) {
			continue
		}
		faults = append(faults, fault{words: "《" + title + "》", message: in.supersededMessage(known.edition), expected: in.Report.Edition.Notice})
	}
	return faults
}

var (
	decree     = pattern.New(`国(?:务院)?(?:令\s*(第)?|第)\s*([0-9]{1,4})\s*(号)?令?`)
	notCurrent = []string{"修订", "修改", "公布的", "施行"}
)

// decreesOf lists the decrees of laws that stand behind their titles with another number, or not written out: 国令711.
func decreesOf(text string) []fault {
	if !strings.Contains(text, "国务院") && !strings.Contains(text, "国令") {
		return nil
	}
	var faults []fault
	for _, m := range decree.FindAllStringSubmatchIndex(text, -1) {
		statement, start := chinese.Around(text, m[0], chinese.StatementEnds)
		before := text[start:m[0]]
		title := before[strings.LastIndex(before, "《")+1:]
		if strings.HasPrefix(text[m[1]:], "《") {
			title, _ = chinese.TitleAround(text, m[1]+len("《"))
		}
		for _, entry := range notices.list("令号") {
			law := strings.Fields(entry)
			number, words := text[m[4]:m[5]], text[m[0]:m[1]]
			due := "国务院令第" + law[1] + "号"
			history := (chinese.ContainsAny(statement, notCurrent) || replaced.In(statement)) && !isNoted(text[m[1]:], law[3])
			switch {
			case !strings.Contains(title, law[0]):
			case number == law[1] && strings.Contains(words, "令") && (m[6] < 0 || m[2] < 0 && strings.HasPrefix(words, "国")):
				faults = append(faults, fault{words: words, message: "“" + words + "”没有写全，请写成“" + due + "”。", expected: due})
			case number == law[1], history, m[6] < 0:
			case number == law[2]:
				faults = append(faults, fault{words: words, message: "“" + words + "”是修订前的旧《" + law[0] + "》，现行的是" + due + "，请改正。", expected: due})
			default:
				faults = append(faults, fault{words: words, message: "“" + words + "”不是现行《" + law[0] + "》的令号，现行的是" + due + "，请核对。", expected: due})
			}
		}
	}
	return faults
}

// isNoted says whether the year in which the law was revised is noted behind its number: （国令第492号，2019年修订）.
func isNoted(after, revised string) bool {
	note, _, closed := strings.Cut(after[:chinese.RuneStart(after, chinese.Farthest)], "）")
	return closed && chinese.StartsWithAny(note, []string{"，" + revised + "年", "、" + revised + "年", "，" + "自" + revised + "年"}) && !strings.Contains(note, "公布")
}

var article = pattern.New(`条例》?(?:（[^（）]*）)?第([0-9]{1,3}|[一二三四五六七八九十]{1,4})条(?:[第、和][^，。；规]{1,12})?(?:的)?(?:规定|要求|之规定)?`, "条例第", "条例》第", "条例（", "条例》（")

// lastArticle is the last article of the regulation.
const lastArticle = 56

// feeArticle is the article of the regulation on the fee, of which onFee are the words; so many characters behind an article they tell what it is cited for.
const feeArticle, farthestFee = 42, 16

var onFee = pattern.NewWords("信息处理费 收取费用 收费的规定")

// articlesOf lists the articles of the regulation that it has not, and those on which a text founds the report that are about something else.
func articlesOf(text string) []fault {
	if !strings.Contains(text, "条例") {
		return nil
	}
	var faults []fault
	for _, m := range article.FindAllStringSubmatchIndex(text, -1) {
		statement, start := chinese.Around(text, m[0], chinese.StatementEnds)
		_, n := chinese.ReadPlaces(text[m[2]:m[3]])
		words := "第" + text[m[2]:m[3]] + "条"
		if n > lastArticle && isOfRegulation(text, m[0]) {
			faults = append(faults, fault{words: words, message: "《条例》一共" + chinese.NumberWord(lastArticle) + "条，没有“" + words + "”，请核对。"})
			continue
		}
		before, behind := text[start:m[0]], statement[min(m[1]-start, len(statement)):] // 条例（试行。）第五十条
		if onFee.In(chinese.Clip(behind, farthestFee)) && n != feeArticle && isOfRegulation(text, m[0]) && strings.Count(statement, "条")-strings.Count(statement, "条例") == 1 {
			faults = append(faults, fault{words: words, expected: "第四十二条", message: "“" + words + "”不是关于信息处理费的规定，《条例》里规定信息处理费的是第四十二条，请核对。"})
			continue
		}
		founded := (citing.In(before) || strings.Contains(before, "按")) && strings.Contains(before, "政府信息公开") || strings.HasSuffix(before, "《")
		makes := chinese.ContainsAny(behind, []string{"编制", "编写", "撰写"}) || chinese.ContainsAny(behind, []string{"公布", "发布", "报告"}) && chinese.ContainsAny(behind, []string{"年度报告", "年报", "工作报告", "本报告"})
		due := slices.Contains(notices.list("年度报告的条"), strconv.Itoa(n)) || strings.Contains(behind, "五十条")
		if !founded || !makes || due {
			continue
		}
		faults = append(faults, fault{words: words, message: "“" + words + "”不是关于年度报告的规定，《条例》里编制、公布年度报告的是第四十九条、第五十条，请核对。", expected: "第五十条"})
	}
	return faults
}

var shortName = pattern.New(`》(?:（[^（）]*）)?[（(][^（）()]{0,12}?(?:以下|下)(?:统一)?简称[：:]?《([^《》]{1,10})》`)

// shortNamesOf lists the short names that have characters which their titles lack. Where the title is mistyped, what is meant counts as well:
// the wrong word is told by itself, and the short name is right.
func (in *Input) shortNamesOf(text string) []fault {
	if !strings.Contains(text, "简称") {
		return nil
	}
	mistyped := sync.OnceValue(func() []wordFault { return wordFaultsIn(text, newWordIndex(in.Settings.wrongWords())) })
	var faults []fault
	for _, m := range shortName.FindAllStringSubmatchIndex(text, -1) {
		title, start := chinese.TitleAround(text, m[0])
		short, known := text[m[2]:m[3]], title
		lacks := func(r rune) bool { return r != '新' && !strings.ContainsRune(known, r) }
		if title == "" || !strings.ContainsFunc(short, lacks) {
			continue
		}
		for _, f := range mistyped() {
			if f.start < m[0] && f.end > start {
				known += f.due
			}
		}
		if strings.ContainsFunc(short, lacks) {
			faults = append(faults, fault{words: "简称《" + short + "》", message: "“《" + excerpt(title) + "》”的简称写成了《" + short + "》，名称里没有这些字，请核对是不是从别处抄来的。", actual: short})
		}
	}
	return faults
}

// titleBefore is the title that a number in brackets stands behind: 《……》（国办函〔2020〕109号）.
func titleBefore(text string, start int) string {
	before := strings.TrimRight(text[min(chinese.RuneStart(text, start-chinese.Farthest), start):start], "（( ")
	before = strings.TrimSuffix(before, "的通知")
	if !strings.HasSuffix(before, "》") {
		return ""
	}
	title, _ := chinese.TitleAround(before, len(before)-len("》"))
	return title
}
