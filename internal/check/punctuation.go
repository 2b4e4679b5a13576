package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
	"nianbao/internal/remedy"
)

var punctuation = Rule{
	ID: "punctuation", Level: Info, Spelling: true, Title: "标点用全角、不重复、放对位置，括号和引号成对，段末有标点，字间没有多余的空格", Citation: "《标点符号用法》（GB/T 15834—2011）",
	Find: findPunctuation, InFields: inFields(findPunctuationInField, freeTexts),
	Cases: func() []Case {
		return []Case{
			{Why: "句号重复", Set: []Entry{{"narrative.other", "未收取信息处理费。。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "逗号连着句号", Set: []Entry{{"narrative.other", "未收取信息处理费，。没有其他事项。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "半角逗号", Set: []Entry{{"narrative.other", "未收取信息处理费,没有其他事项。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "半角括号", Set: []Entry{{"narrative.other", "未收取政府信息公开信息处理费(以下简称处理费)。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "段末是半角句号", Set: []Entry{{"narrative.other", "未收取信息处理费."}}, Finds: []form.Key{"narrative.other"}},
			{Why: "书名号不成对", Set: []Entry{{"narrative.other", "按照《管理办法规定，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "引号反了", Set: []Entry{{"narrative.other", "实行”先审后发“，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "最后没有句号", Set: []Entry{{"narrative.other", "本年度未收取政府信息公开信息处理费"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "一段以逗号结束", Set: []Entry{{"narrative.other", "本年度未收取信息处理费，\n没有其他事项。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "后面没有列举", Set: []Entry{{"narrative.other", "其他事项如下："}}, Finds: []form.Key{"narrative.other"}},
			{Why: "一段里很多半角标点只说一次", Set: []Entry{{"narrative.other", "未收取信息处理费,没有减免,没有缓缴(含部分缓缴);没有其他事项."}}, Finds: []form.Key{"narrative.other"}},
			{Why: "全文都是半角标点也只说一次", Set: []Entry{{"narrative.overview", "（一）主动公开。网站、公众号,公开栏。\n（二）依申请公开。没有收到申请,没有结转。\n（三）信息管理。先审,后发。\n（四）平台建设。网站,专栏。\n（五）监督保障。考核,评议,没有问责。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "直引号", Set: []Entry{{"narrative.other", "实行\"先审后发\"制度，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "有序号的一段没有句号", Set: []Entry{{"narrative.other", "（一）信息处理费收取情况：本年度没有收取信息处理费，没有减免2次以上\n（二）其他情况：没有其他需要报告的事项。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "顿号的位置不对", Set: []Entry{{"narrative.other", "收费情况做到、公开透明，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "“等”前面的顿号", Set: []Entry{{"narrative.other", "网站、公众号、等渠道都已更新，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "一段只有标点", Set: []Entry{{"narrative.other", "未收取信息处理费。\n。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "字间多了空格", Set: []Entry{{"narrative.other", "本年度全镇各单位未收取政府 信息公开信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "多了几个空格、全角空格的也是", Set: []Entry{{"narrative.other", "我镇  高度重视公开工作，未收取信息处理费。\n我镇　高度重视公开工作，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other", "narrative.other"}},
			{Why: "段首缩进、分栏、标签和落款的空格", Set: []Entry{{"narrative.other", "　　未收取信息处理费。\n地址：清溪镇人民路政府大院1号楼　　联系电话：000-12345678。\n主动公开渠道　　　政府网站和政务公众号\n季度\t公开渠道　政府网站\n未收取信息处理费。\n清溪镇人民政府 二〇二六年一月二十日"}}},
			{Why: "没有写完的一段另有一条规则", Set: []Entry{{"narrative.other", "未收取信息处理费。全年发布各类政务信息260余"}}},
			{Why: "断在顿号、断在“由”的也是", Set: []Entry{{"narrative.other", "未收取信息处理费，严把政治关、保密关、\n未收取信息处理费，政策知晓率由"}}},
			{Why: "标点前面多了空格", Set: []Entry{{"narrative.other", "组织培训 。未收取信息处理费 ，没有减免。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "标题后面的空格", Set: []Entry{{"narrative.other", "（一）信息处理费情况 未收取政府信息公开信息处理费。"}}},
			{Why: "顿号在词的后面、等级、引号里的标点", Set: []Entry{{"narrative.other", "收费标准、等级和“，”的用法都已公开，坚持、发展、完善，未收取信息处理费。"}}},
			{Why: "标题不用句号", Set: []Entry{{"narrative.other", "（一）信息处理费\n未收取。"}}},
			{Why: "列举之前的冒号", Set: []Entry{{"narrative.other", "其他事项如下：\n（一）未收取信息处理费。"}}},
			{Why: "句号在括号、引号里面", Set: []Entry{{"narrative.other", "未收取信息处理费（没有发出通知。）\n群众说：“看得懂了。”"}}},
			{Why: "数字、时间和网址里的半角符号", Set: []Entry{{"narrative.other", "12:30更新，浏览1,200次，占12.5%，见https://www.example.gov.cn/a,b;c:d?e=(1)。"}}},
			{Why: "外文里的半角符号", Set: []Entry{{"narrative.other", "窗口备有说明（Please wait, thank you.），未收取信息处理费。"}}},
			{Why: "省略号和破折号", Set: []Entry{{"narrative.other", "网站、公众号……都已更新——没有收费。"}}},
			{Why: "书名号里套书名号", Set: []Entry{{"narrative.other", "按照《关于印发〈管理办法〉的通知》执行，未收取信息处理费。"}}},
			{Why: "序号的右括号", Set: []Entry{{"narrative.other", "1）未收取信息处理费；2）没有其他事项。"}}},
			{Why: "联系方式不用句号", Set: []Entry{{"narrative.preface", "联系电话：000-12345678"}}},
			{Why: "“及时向”后面的逗号", Set: []Entry{{"narrative.other", "把方案、进度和结果及时向，社会公布，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "“将”“对”“由”后面的标点", Set: []Entry{{"narrative.other", "各站所将，信息报办公室，对、群众意见逐条答复，名单并由，经办人核对，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "方向、核对、理由、一把，永和一类的地名，句末的词", Set: []Entry{{"narrative.other", "明确公开方向，信息由专人核对、校对，说明不公开的理由，主要领导“一把手”把总关，配备干将，与永和、太和、石桥等镇比对，帮群众一把，面对面、点对点，气氛祥和，群众参与、监督，坚持以公开为导向，结成一对，未收取信息处理费。"}}},
			{Why: "表的名称不用句号", Set: []Entry{{"narrative.requests", "表2 收到和处理政府信息公开申请情况"}}},
			{Why: "写在文字里的落款", Set: []Entry{{"narrative.other", "未收取信息处理费。\n清溪镇人民政府\n2026年1月20日"}}},
			{Why: "主语和“坚持”“做到”后面的逗号", Set: []Entry{{"narrative.other", "本镇坚持，把收费情况列入公开内容。\n2025年，我镇切实做到，收费公开透明。"}}, Finds: []form.Key{"narrative.other", "narrative.other"}},
			{Why: "动词和宾语之间的逗号", Set: []Entry{{"narrative.other", "进一步加强，政务公开队伍建设。未收取信息处理费。\n严格执行，保密审查制度。\n将收费公开纳入，年终考核。"}}, Finds: []form.Key{"narrative.other", "narrative.other", "narrative.other"}},
			{Why: "动词后面的逗号，前面或者后面有它的宾语", Set: []Entry{{"narrative.other", "能公开的做到，不能公开的说明理由。对公开工作始终坚持，长抓不懈。目标已经实现，群众满意。全面推进，政务公开水平明显提升。逐项梳理，不断完善，形成长效机制。县里部署，本镇落实，群众监督。本镇落实，群众监督。领导小组成立，工作有序开展。不断完善，公开目录更加清晰。审核通过，方可发布。工作有序进行，对公开的审核同步进行，没有收取信息处理费。"}}},
			{Why: "“做好”“确保”“进一步”后面、“的”前面的标点", Set: []Entry{{"narrative.other", "做好、公文的收集和归档。\n由驻村干部更换内容，确保，森林防火等方面的政策传达到户。\n本镇进一步，加强收费管理。\n公开的收费，的标准不变。\n公开有利于，群众监督收费。\n完善、各项收费制度。"}}, Finds: []form.Key{"narrative.other", "narrative.other", "narrative.other", "narrative.other", "narrative.other", "narrative.other"}},
			{Why: "“和”“与”后面的标点", Set: []Entry{{"narrative.other", "收费标准在网站和，公众号上公布。\n公开指南与、收费目录都已更新。"}}, Finds: []form.Key{"narrative.other", "narrative.other"}},
			{Why: "几个动词、几个“的”并列，“和”在词里，“更进一步”", Set: []Entry{{"narrative.other", "做好、做细、做实收费公开，抓好、落实好各项制度的执行，做好、管好收费公示的载体，健全、完善、规范收费目录，群众关心的、企业需要的都已公布，的确没有收费，公开更进一步，来电不断，说得切实，确保、促进收费公开，有利于、有助于监督，群众积极参与，收支总和，态度温和、耐心，与永和、太和两镇比对，一般性收费涉及、触及的问题，有利于、便于监督，逐步、分批公布，力所能及，未收取信息处理费。"}}},
			{Why: "数字和它数的东西之间的逗号", Set: []Entry{{"narrative.overview", "办理群众来信，264件，均已回复。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "逗号后面另起一句的数字", Set: []Entry{{"narrative.overview", "收到群众来信，12件已经回复，其余在办。发布信息，3月起每周更新。"}}},
			{Why: "单位名称里的空格、地址里的半角括号，用到它们的文字里不再说", Set: []Entry{{"unit.name", "清溪镇 人民政府"}, {"unit.address", "文昌路1号(镇政府)"}, {"narrative.preface", "由{{单位}}编制，地址：{{地址}}。"}}, Finds: []form.Key{"unit.name", "unit.address"}},
			{Why: "单位名称里的星号", Set: []Entry{{"unit.name", "**清溪镇**人民政府"}}, Finds: []form.Key{"unit.name"}},
			{Why: "“并通过”“主要依托”后面的逗号", Set: []Entry{{"narrative.other", "信息发在县政府网站，并通过，公众号转发。\n信息主要依托，县政府网站发布。"}}, Finds: []form.Key{"narrative.other", "narrative.other"}},
			{Why: "审议并通过、测试通过", Set: []Entry{{"narrative.other", "收费目录经党组会审议，并通过，随后公布。测试均通过，专栏上线。设备充分利用，定期对照，未收取信息处理费。"}}},
			{Why: "“并”“以及”前面的顿号", Set: []Entry{{"narrative.other", "镇政府公布收费目录、并及时更新，未收取信息处理费。\n收费标准在网站、公众号、以及公开栏公布。"}}, Finds: []form.Key{"narrative.other", "narrative.other"}},
			{Why: "及时、并联、和谐、和兴村，“并”在最前面", Set: []Entry{{"narrative.other", "镇政府做到按时、及时公开，推行网上办、并联审批，建设文明、和谐乡村，兴隆、和兴村和平安社区都未收费，撤、并、转的村另行公布，原则是“公开、并重”，与企业、与会代表座谈。"}}},
			{Why: "括号前面的逗号", Set: []Entry{{"narrative.other", "本年度收取信息处理费0元，（其中减免0元）。\n请与镇办公室联系，（地址：清溪镇人民路1号）。"}}, Finds: []form.Key{"narrative.other", "narrative.other"}},
			{Why: "括号前面的逗号后面是序号、（村）", Set: []Entry{{"narrative.other", "收费公开的要求是，（一）标准公开，（二）结果公开，各镇、（村）社区都未收取信息处理费，金额（含减免），均已公布。"}}},
			{Why: "句号后面的括号里没有标点", Set: []Entry{{"narrative.other", "本年度未收取信息处理费。（收费标准见政府信息公开指南）\n没有其他事项。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "网站的名称用了书名号", Set: []Entry{{"narrative.other", "收费标准公布在《青垣县人民政府网》和《清溪发布微信公众号》，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "办法、报纸的名称", Set: []Entry{{"narrative.other", "落实《政府网站发展指引》《关于规范政务网站的通知》，收费标准登在《青垣日报》和“青垣县人民政府网”，未收取信息处理费。"}}},
			{Why: "引号拆开了“以……为……”", Set: []Entry{{"narrative.other", "坚持“以及时、准确、便民”为目标，未收取信息处理费。\n坚持“以公开、透明、高效为”原则。"}}, Finds: []form.Key{"narrative.other", "narrative.other"}},
			{Why: "“以……为……”整个在引号里面或外面，引号里是一个词", Set: []Entry{{"narrative.other", "坚持“以公开为常态、不公开为例外”，以“及时、准确、便民”为目标，坚持“以评促改”为抓手、“以人民为中心”为导向，未收取信息处理费。"}}},
			{Why: "并列的权利、几个公开之间用了逗号", Set: []Entry{{"narrative.other", "保障群众的知情权，参与权、监督权，未收取信息处理费。\n坚持决策公开、执行公开、管理公开，服务公开、结果公开。"}}, Finds: []form.Key{"narrative.other", "narrative.other"}},
			{Why: "逗号后面是另一句", Set: []Entry{{"narrative.other", "保障群众的知情权、参与权，监督权落实到人。做到决策公开、执行公开，群众监督、社会评议，未收取信息处理费。"}}},
			{Why: "一串数目里的标点有一处不一样", Set: []Entry{{"narrative.other", "公开信息90条，分别是机构信息2条，政策解读4条、办事指南17条、重点领域67条。\n分别为：概况类4条；动态类57条；计划类8条；公示类24条，业务类19条。\n共更新信息94条：动态类53条。救助类22条、预决算类4条、公示类15条。"}}, Finds: []form.Key{"narrative.other", "narrative.other", "narrative.other"}},
			{Why: "第一个数是总数，最后是另一件事，分组用分号", Set: []Entry{{"narrative.other", "公开信息60条，工作动态30条、通知公告20条、财政信息10条，公众号推送300条。其中政策类5条、动态类6条；公告类7条、其他类8条。县公安局14件、县民政局11件、县教育局9件，其他部门21件。"}}},
			{Why: "载体之间都用了逗号", Set: []Entry{{"narrative.other", "依托局门户网站，微信公众号，电子屏，政务公开栏等载体公布收费标准。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "载体之间的顿号，“等”在别处", Set: []Entry{{"narrative.other", "依托局门户网站、微信公众号、电子屏等载体公布收费标准，利用网站公开目录，公众号推送解读，公开栏张贴结果等形式多样，未收取信息处理费。"}}},
			{Why: "前言以冒号结束", Set: []Entry{{"narrative.preface", "如有疑问，可到镇党政办公室咨询："}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "前言以“报告如下”结束", Set: []Entry{{"narrative.preface", "现将清溪镇2025年政府信息公开工作情况报告如下："}}},
			{Why: "小标题后面漏了标点，别的小标题有", Set: []Entry{{"narrative.overview", "（一）主动公开全年更新信息320条。\n（二）依申请公开。全年未收到申请。\n（三）政府信息管理。先审后发。\n（四）政府信息公开平台建设。更新专栏。\n（五）监督保障。没有问责。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "小标题独占一行，或者是一句话", Set: []Entry{{"narrative.overview", "（一）主动公开\n全年更新信息320条。\n（二）依申请公开工作有序开展。全年未收到申请。\n（三）政府信息管理。先审后发。\n（四）平台建设全年工作不断。更新专栏。"}}},
			{Why: "日子里的间隔号打成了方块", Set: []Entry{{"narrative.overview", "清溪镇组织“5▪15政务公开日”和“5·15”活动。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "括号里是电话，后面没有句号", Set: []Entry{{"narrative.other", "收费标准见公开指南。如有疑问，请与镇办公室联系（电话：000-12345678）"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "小标题是一句话的开头", Set: []Entry{{"narrative.overview", "（一）主动公开我镇制定的政策文件。\n（二）依申请公开。全年未收到申请。\n（三）政府信息管理。先审后发。\n（四）平台建设。更新专栏。\n（五）监督保障。没有问责。"}}},
			{Why: "引号里多了逗号", Set: []Entry{{"narrative.overview", "公开“北街改造、管网更新，”两个项目，坚持“先审查、后公开”。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "文号里的横线", Set: []Entry{{"narrative.overview", "按照《关于做好报告编制工作的通知》（清办函〔2026〕—5号）的要求公开。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "书名号打成小于号", Set: []Entry{{"narrative.overview", "印发<清溪镇公开指引>，误差<5%。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "“以”后面的顿号，简称的括号", Set: []Entry{{"narrative.overview", "以、村两级公开为重点，予以、加以说明，按照《条例》（以下简称《条例》要求）公开。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
		}
	},
}

// markNames are the names of the marks that come in pairs.
var markNames = map[rune]string{
	'（': "左括号", '）': "右括号", '(': "左括号", ')': "右括号", '《': "左书名号", '》': "右书名号", '〈': "左单书名号", '〉': "右单书名号", '“': "左引号", '”': "右引号",
	'‘': "左单引号", '’': "右单引号", '【': "左方头括号", '】': "右方头括号", '〔': "左六角括号", '〕': "右六角括号", '「': "左直角引号", '」': "右直角引号",
}

// fewParagraphs is in how many paragraphs half-width marks are still told one by one.
const fewParagraphs = 3

func findPunctuation(in *Input) []Finding {
	var found, half []Finding
	marks := 0 // half-width ones
	for _, s := range in.filled() {
		found = append(found, s.headingsJoined()...)
		for i, p := range s.paragraphs {
			text := []rune(p.Text)
			found = append(found, in.faultsOfMarks(s, i, text)...)
			typed := []rune(s.unwidened[i])
			if places := halfWidth(typed); places != nil {
				marks += len(places)
				half = append(half, s.halfWidthFinding(i, typed, places))
			}
		}
	}
	switch {
	case half != nil && in.transcript().isHalfWidth():
		all := half[0]
		all.Message = fmt.Sprintf("全文的标点都是半角的，共%d处，如第一处“%s”，汉字之间应是全角的。", marks, all.Text.Words)
		all.Faults = marks
		all.Remedy, all.Doubt = remedy.Remedy{}, "多半是复制、转换时变成半角的"
		half = []Finding{all}
	case len(half) > fewParagraphs:
		all := half[0]
		all.Message = fmt.Sprintf("全文有%d段用了半角标点，共%d处，如第一处“%s”，汉字之间请用全角的。", len(half), marks, all.Text.Words)
		all.Faults = marks
		half = []Finding{all}
	}
	return append(found, half...)
}

// findPunctuationInField finds what of this kind can be in a name or an address, which need no mark at their end.
func findPunctuationInField(in *Input, s section, i int) []Finding {
	text, typed := []rune(s.paragraphs[i].Text), []rune(s.unwidened[i])
	found := in.faultsOfMarks(s, i, text)
	if places := halfWidth(typed); places != nil {
		found = append(found, s.halfWidthFinding(i, typed, places))
	}
	if strings.Contains(s.typed[i], "*") {
		found = append(found, s.finding(i, "*", "“*”不会使字加粗，会照样印出来，请删去。"))
	}
	return found
}

// halfWidth lists the half-width marks of a text, straight quotation marks among them.
func halfWidth(text []rune) []int {
	list := append(chinese.HalfWidthMarks(text), chinese.StraightQuotes(text)...)
	slices.Sort(list)
	return list
}

// halfWidthFinding is one finding on all half-width marks of the section's paragraph i.
func (s section) halfWidthFinding(i int, text []rune, places []int) Finding {
	mark := text[places[0]]
	due := string(chinese.FullWidth[mark])
	if mark == '"' {
		due = "“”"
	}
	words := quoteAround(text, chinese.Stretch{Start: places[0], End: places[0] + 1})
	message := fmt.Sprintf("“%s”里的“%c”是半角标点，汉字之间请用全角的“%s”。", words, mark, due)
	if mark == '"' {
		message = "“" + words + "”里的直引号（\"）不分左右，请改用左引号“和右引号”。"
	}
	if len(places) > 1 {
		message += fmt.Sprintf("这一段的半角标点共%d处。", len(places))
	}
	f := s.finding(i, words, message)
	f.Faults = len(places)
	s.narrow(&f, i, string(mark))
	if slices.ContainsFunc(places, func(at int) bool { return isPlainMark(text, at) }) {
		f.Remedy = remedy.Remedy{Action: remedy.MakeMended}
	}
	return f
}

// faultsOfMarks finds what is wrong with the other marks of a section's paragraph i.
func (in *Input) faultsOfMarks(s section, i int, text []rune) []Finding {
	var found []Finding
	around := func(places ...chinese.Stretch) string { return quoteAround(text, places[0]) }
	if doubled := chinese.DoubledMarks(text); doubled != nil {
		var faults []fault
		for _, d := range doubled {
			faults = append(faults, fault{words: around(d), wrong: string(text[d.Start:d.End]), message: "“" + around(d) + "”里的标点“" + excerpt(string(text[d.Start:d.End])) + "”连用了，请只留一个。"})
		}
		found = append(found, s.gathered(i, faults)...)
	}
	found = append(found, s.gathered(i, misplacedMarks(text))...)
	if s.field == nil {
		words := s.paragraphs[i].Text
		found = append(found, s.tellFaults(i, append(marksAmiss(words), mixedMarks(words)...))...)
	}
	if in.isPieced() {
		return found // where a line ends, a mark may be on the other side, and blanks come and go
	}
	if lone := chinese.UnpairedMark(text); lone >= 0 {
		mark := text[lone]
		name := markNames[mark]
		words := around(chinese.Stretch{Start: lone, End: lone + 1})
		message := fmt.Sprintf("“%s”里的%s（%c）没有配上%s，请补上或删去。", words, name, mark, strings.Replace(name, "左", "右", 1))
		if strings.HasPrefix(name, "右") {
			message = fmt.Sprintf("“%s”里的%s（%c）前面没有%s，请补上或删去；左右颠倒了的，请调过来。", words, name, mark, strings.Replace(name, "右", "左", 1))
		}
		f := s.finding(i, words, message)
		s.narrow(&f, i, string(mark))
		if in.Report.Printed != nil && mark == '〔' { // where Word styles digits and marks apart, pages lose some: 〔202130号
			f.Doubt = "文号的数字和括号，网页里常有丢失"
		}
		found = append(found, f)
	}
	if spaces := s.spacesTooMany(text); spaces != nil {
		words := around(spaces[0])
		message := "“" + words + "”中间多了空格，请删去。"
		if n := len(spaces); n > 1 {
			message += fmt.Sprintf("这一段的空格共%d处。", n)
		}
		f := s.finding(i, words, message)
		f.Remedy, f.Faults = remedy.Remedy{Action: remedy.MakeMended}, len(spaces)
		s.narrow(&f, i, string(text[spaces[0].Start:spaces[0].End]))
		found = append(found, f)
	}
	if fault := s.endFault(i); fault != "" && s.field == nil {
		f := s.finding(i, around(chinese.Stretch{Start: len(text), End: len(text)}), fault)
		f.Text.IsLack = true
		found = append(found, f)
	}
	return found
}

// spacesTooMany lists the blanks of a text that are too many.
func (s section) spacesTooMany(text []rune) []chinese.Stretch {
	if s.passage.Key == "unit.name" {
		return spacesInName(text)
	}
	return looseSpaces(text)
}

// leading are words that cannot be followed by a pause: they lead to what comes next.
var leading = pattern.NewWords(pausesNowhere + " " + pausesAtComma + " 做到 依照")

const (
	pausesNowhere = "以及 按照 关于 由于 对于 为了 以便" // what these lead to follows without any mark
	pausesAtComma = "根据 包括 例如 并且 而且 从而"    // behind these there may be a comma, and no end
)

var (
	// leadingOn are words that cannot be followed by a comma either; after 根据 and 包括 there may be one.
	leadingOn = pattern.NewWords(pausesNowhere + " 依照 遵照 针对 并将 并把 并向 主动向 统一向 及时向 及时将 及时把 均向 " +
		"并对 及时对 主动对 均对 重点对 分别对 统一对 定期对 认真对 严格对 并由 均由 统一由 主要由 分别由 一律由 并从 主要从 分别从")
	// Of the prepositions 把 and 将 end few words (一把, 名将); 向 ends many (方向), 对 and 由 more than are known here (比对, 理由).
	countedOnes = "一两几火拖扫名干大小闯即必"
	audiences   = pattern.NewWords("社会 公众 群众 村民 居民 申请人 上级 全社会 全体 县 市 区 镇 政府 企业")
)

// leadsOn is the end of a text behind which, before what follows, no pause can be, "" if there may be one.
func leadsOn(text, after string) string {
	const longest = 3 // characters
	end := lastRunes(text, longest)
	before := make([]rune, 0, longest)
	for _, r := range end {
		before = append(before, r)
	}
	for _, w := range leadingOn.List() {
		if strings.HasSuffix(end, w) {
			return w
		}
	}
	n := len(before)
	if n == 1 && len(text) == len(end) && strings.ContainsRune("对由从向把将", before[0]) {
		return end
	}
	if n < longest {
		return ""
	}
	last, prior := before[n-1], before[n-2]
	opens := chinese.IsOneOf(prior, chinese.ClauseEnds)
	isWord := phrases().isWord(prior, last)
	switch {
	case opens && strings.ContainsRune("对由从向把将", last) && !strings.HasPrefix(after, "错"): // 对、错
		return string(last)
	case !chinese.IsHan(prior) || isWord:
		return ""
	case strings.ContainsRune("把将", last) && !strings.ContainsRune(countedOnes, prior), last == '向' && audiences.Begins(after):
		return lastRunes(end, 2)
	}
	return ""
}

// endsList says whether what follows 等 shows that it ends a list, and is not the verb: 等渠道, not 等通知.
func endsList(after string) bool {
	return after == "" || chinese.IsPause(chinese.FirstRune(after)) ||
		chinese.StartsWithAny(after, strings.Fields("发布 公开 进行 开展 及时 渠道 方式 形式 内容 信息 方面 平台 途径 领域 媒体 工作 重点 多种 各类 载体 栏目 部门 单位 制度 文件 措施 问题 环节 情况 事项 类"))
}

// misplacedMarks lists the pauses that stand where none can: at a paragraph's start, behind an opening mark, before a closing
// one, behind words that lead to the next.
func misplacedMarks(text []rune) []fault {
	var faults []fault
	add := func(i int, message string) {
		faults = append(faults, fault{words: quoteAround(text, chinese.Stretch{Start: i, End: i + 1}), wrong: string(text[i]), message: message})
	}
	isMark := func(r rune) bool { return chinese.IsPause(r) || r == '！' || r == '？' }
	if !slices.ContainsFunc(text, func(r rune) bool { return !isMark(r) && !unicode.IsSpace(r) }) && len(text) > 0 {
		return []fault{{words: string(text), message: "这一段只有标点“" + excerpt(string(text)) + "”，没有文字，请删去这一段或补上文字。"}}
	}
	whole, next := string(text), 0 // and the byte behind the mark
	for i, r := range text {
		next += utf8.RuneLen(r)
		if !isMark(r) {
			continue
		}
		before, after := chinese.RuneAt(text, i-1), chinese.RuneAt(text, i+1)
		if isMark(before) || isMark(after) {
			continue
		}
		word := wordBeforePause(text, i, whole[:next-utf8.RuneLen(r)], whole[next:])
		switch {
		case i == 0:
			add(i, fmt.Sprintf("这一段以“%c”开头，请删去这个标点，或与上一段连起来。", r))
		case chinese.IsOneOf(before, "（《〈【〔") && !chinese.IsCloser(after):
			add(i, fmt.Sprintf("“%c”紧接在“%c”后面，请删去。", r, before))
		case chinese.IsOneOf(r, "，、") && chinese.IsOneOf(after, "）》〉】〕"):
			add(i, fmt.Sprintf("“%c”在“%c”的前面，请删去。", r, after))
		case word != "":
			add(i, fmt.Sprintf("“%s”后面不能用“%c”，请删去，或补上漏写的字。", word, r))
		case isPauseBeforeDe(text, i):
			add(i, fmt.Sprintf("“的”前面不能用“%c”，请删去，或补上漏写的字。", r))
		case r == '、' && after == '等' && endsList(string(text[i+2:min(len(text), i+4)])):
			add(i, "“等”前面不用顿号，请删去“、”。")
		}
	}
	return faults
}

// wordBeforePause is the word before a comma or 、 at i that neither can follow, "" if it may stand there. What stands before and behind the mark
// are given as well.
func wordBeforePause(text []rune, i int, said, rest string) string {
	mark, isBehindHan, isBeforeHan := text[i], chinese.IsHan(chinese.RuneAt(text, i-1)), chinese.IsHan(chinese.RuneAt(text, i+1))
	if !chinese.IsOneOf(mark, "，、") {
		return ""
	}
	if word := lastRunes(said, 2); mark == '、' && leading.Has(word) && chinese.RuneAt(text, i-3) != '、' { // but 说到、做到、见到实效
		return word
	}
	word := ""
	if isBeforeHan {
		word = leadsOn(said, rest)
	}
	if word == "" && mark == '，' && isBehindHan {
		word = verbWithoutObject(said, rest)
	}
	if word == "" && isBehindHan && isBeforeHan && !isPauseBeforeDe(text, i) {
		word = partedByMark(said, rest, mark)
	}
	return word
}

// isPauseBeforeDe says whether a comma or 、 parts a word from the 的 behind it, and no word begins with that: 的确, 的士.
func isPauseBeforeDe(text []rune, i int) bool {
	return chinese.IsOneOf(text[i], "，、") && chinese.IsHan(chinese.RuneAt(text, i-1)) && chinese.RuneAt(text, i+1) == '的' && !chinese.IsOneOf(chinese.RuneAt(text, i+2), "确士")
}

// leadsToReport are words of a preface's last clause that the whole report stands behind: 现将有关情况报告如下：.
var leadsToReport = pattern.NewWords("如下 以下 下列 报告 年报 公布 公开 情况 内容 汇报")

const fewest = 8 // characters that a paragraph must have to be taken for a statement, not a label

// endFault tells what is wrong with the end of paragraph i, "" if nothing is. Headings, labels and signatures need no mark.
func (s section) endFault(i int) string {
	text := strings.TrimRightFunc(s.paragraphs[i].Text, unicode.IsSpace)
	isLast := i+1 == len(s.paragraphs)
	body := strings.TrimRightFunc(text, func(r rune) bool { return chinese.IsCloser(r) || r == '"' })
	end, _ := utf8.DecodeLastRuneInString(body)
	switch {
	case chinese.IsOneOf(end, "。！？；…—.,:;!?"), end == '：' && body != text:
		return ""
	case end == '，' && body == text && utf8.RuneCountInString(text) > 1: // a mark alone is told as such
		return "这一段以“，”结束，请改成句号，或与下一段连起来。"
	case s.brokenEnd(i) != "":
		return "" // a rule of its own
	case end == '：':
		if isLast && (s.passage.Required || s.passage.Key == "narrative.other" || s.passage.Key == "narrative.preface" && !leadsToReport.In(lastClause(body[:len(body)-len("：")]))) {
			return "这一段以“：”结束，后面没有内容，请补上。"
		}
		return ""
	case end == '、', bracketBehindEnd.MatchString(text), !s.isStatement(i, text, isLast):
		return "" // of the bracket marksAmiss tells
	}
	return "这一段末尾没有标点，请补上句号。"
}

// isStatement tells a paragraph without an end mark that needs one from headings, labels and signatures.
func (s section) isStatement(i int, text string, isLast bool) bool {
	const long = 15 // characters of a paragraph with a comma that is no label
	_, rest, numbered := chinese.ReadMarker(text)
	switch {
	case strings.HasSuffix(text, "）") && strings.Contains(text, "。"): // ……联系（电话：000-12345678）
		return true
	case isLabel(text), isSignature(text), chinese.IsCaption(text), strings.HasPrefix(text, "附件"):
		return false
	case strings.ContainsAny(text, "。！？"):
		return true
	case utf8.RuneCountInString(rest) < fewest, isLast && s.isBareHeading(i):
		return false
	case isLast:
		return true
	case s.outline[i].Kind == chinese.NoHeading && utf8.RuneCountInString(rest) >= long:
		if strings.Contains(rest, "，") || numbered && strings.Contains(rest, "：") {
			return true
		}
	}
	// Between a heading and the next one there is a statement.
	_, _, nextNumbered := chinese.ReadMarker(s.paragraphs[i+1].Text)
	_, _, lastNumbered := chinese.ReadMarker(s.paragraphs[max(0, i-1)].Text)
	return !numbered && nextNumbered && i > 0 && lastNumbered && s.isHeading(i-1)
}

var (
	labelLine  = pattern.New(`^[^，。；：]{1,8}：[^。；]{0,60}$`, "：")
	addressEnd = pattern.New(`(?:https?://|www\.|@|电话|传真|邮编|邮政编码)[^\p{Han}，。；]*$`, "://", "www.", "@", "电话", "传真", "邮编", "邮政编码")
)

// isLabel is true of a line such as 联系电话：000-12345678, or of a text that ends in an address or a number to call.
func isLabel(text string) bool {
	const longest = 100 * len("字") // of either
	return len(text) <= longest && labelLine.MatchString(text) || addressEnd.MatchString(text[chinese.RuneStart(text, max(0, len(text)-longest)):])
}

// isSignature is true of a unit's name or a date on a line of its own, or of both.
func isSignature(text string) bool {
	if strings.ContainsAny(text, "，。；：、") || utf8.RuneCountInString(text) > 24 {
		return false
	}
	if days := chinese.DaysIn(text); len(days) == 1 && days[0].End == len(text) {
		if text = strings.TrimRightFunc(text[:days[0].Start], unicode.IsSpace); text == "" {
			return true
		}
	}
	return chinese.EndsWithAny(text, strings.Fields("人民政府 办事处 办公室 委员会 局 厅 中心"))
}
