package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var repeatedSentence = Rule{
	ID: "repeated-sentence", Level: Query, Title: "同一句话、同一段话不写两遍，一个列举里同一类不列两次", Citation: "公文校核的通行要求",
	Find: findRepeatedSentences,
	Cases: func() []Case {
		return []Case{
			{Why: "同一段写了两遍", Set: []Entry{{"narrative.problems", "存在的问题：公开专区的使用率不高，有的村查询设备长期闲置。\n改进情况：增加图文解读。\n存在的问题：公开专区的使用率不高，有的村查询设备长期闲置。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "同一句在两部分里", Set: []Entry{{"narrative.overview", "（一）主动公开。镇政府安排专人每周更新县政府网站专栏和各村便民服务公开栏。"}, {"narrative.problems", "存在的问题：解读形式单一。改进情况如下。镇政府安排专人每周更新县政府网站专栏和各村便民服务公开栏。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "一类列了两次", Set: []Entry{{"narrative.overview", "网站公开72条，其中政务动态50条、规划总结2条、公文4条、规划总结2条、其他14条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "一段里的短句写了两遍", Set: []Entry{{"narrative.overview", "全镇公开栏实行每月巡查。及时更新过期公示。全镇公开栏实行每月巡查。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "半句接着写了两遍", Set: []Entry{{"narrative.overview", "镇政府每半年听取一次汇报，镇政府每半年听取一次汇报。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "同一句，一处在小标题后面", Set: []Entry{{"narrative.overview", "平台建设情况：对群众问得多的事项制作问答，在网站和公众号同步推送。专栏定期检查。\n监督保障情况：公开工作列入考核。对群众问得多的事项制作问答，在网站和公众号同步推送。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "短句可以相同", Set: []Entry{{"narrative.overview", "（一）主动公开。未收取费用。\n（二）依申请公开。未收取费用。"}}},
			{Why: "第一、六部分都说没有收费", Set: []Entry{{"narrative.overview", "（二）依申请公开。本年度未收取政府信息公开信息处理费。"}, {"narrative.other", "本年度未收取政府信息公开信息处理费。"}}},
			{Why: "表前的说明可以与第一部分相同", Set: []Entry{{"narrative.overview", "（二）依申请公开。本年度收到的政府信息公开申请均在法定期限内办结。"}, {"narrative.requests", "本年度收到的政府信息公开申请均在法定期限内办结。"}}},
			{Why: "数字不同的两句", Set: []Entry{{"narrative.overview", "第一季度通过县政府门户网站发布信息30条。第二季度通过县政府门户网站发布信息31条。"}}},
			{Why: "两个列举里的同一类", Set: []Entry{{"narrative.overview", "网站公开72条，其中政务动态50条、其他22条；公众号推送30条，其中政务动态20条、其他10条。"}}},
			{Why: "复议和诉讼各有结果", Set: []Entry{{"narrative.overview", "行政复议3件，结果维持2件、尚未审结1件，行政诉讼3件，结果维持2件、尚未审结1件。"}}},
			{Why: "一个事项列了两次，中间隔着别的", Set: []Entry{{"narrative.overview", "（一）主动公开。提前在县政府网站公布防汛预案、医保缴费、秋粮收购、养老认证、医保缴费等事项的政策口径。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "第一个事项在后面又列了一次", Set: []Entry{{"narrative.overview", "（一）主动公开。及时公开财政预算、工程招标、低保名单、财政预算和惠农补贴。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "“和”后面又列了一次", Set: []Entry{{"narrative.overview", "（四）平台建设。用好门户网站、公众号、村公开栏和公众号。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "两个列举里的同一个事项，名称里有同样的词，几个部门做同样的事", Set: []Entry{{"narrative.overview", "（一）主动公开。公开财政预算、低保名单等信息，解读财政预算、惠农补贴等政策。县政府网站、镇公众号、网站专栏同步更新。通过公开栏、明白纸、大喇叭公开低保名单、通过公众号、明白纸公开惠农补贴。实行拟稿、审核、签发、审核、归档的流程。做到事前公开、事中公开、事后公开。"}}},
			{Why: "引号里的词是一项的一部分", Set: []Entry{{"narrative.overview", "（一）主动公开。公开预算、决算、“三公”经费、政府采购和“三公”经费等内容。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "引号里的词各不相同", Set: []Entry{{"narrative.overview", "（一）主动公开。公开“三公”经费、“三农”政策、“三资”管理和部门预算，解读“三公”经费。报告包括总体情况、其他需要报告的事项，总体情况见第一部分。"}}},
		}
	},
}

// How many characters a sentence has that is not written twice for good reason: in one section, and in two, which may both say
// that no fee was charged.
const (
	shortestRepeated  = 15
	shortestElsewhere = 25
)

// placeOfSentence is where a sentence was first met.
type placeOfSentence struct {
	section   int
	paragraph int
}

func findRepeatedSentences(in *Input) []Finding {
	var found []Finding
	met := map[string]placeOfSentence{}
	sections := in.filled()
	for k, s := range sections {
		for i, p := range s.paragraphs {
			var repeated []string
			var first placeOfSentence
			_, rest, _ := chinese.ReadMarker(p.Text)
			statements := chinese.Statements(rest)
			if again := repeatedNear(statements); again != "" {
				found = append(found, s.repeatedFinding(i, []string{again}, s.heading, placeOfSentence{k, i}))
			}
			for _, sentence := range longOnes(statements) {
				before, again := met[sentence]
				if !again {
					met[sentence] = placeOfSentence{k, i}
					continue
				}
				if before.section != k && (isBesideTable(s) || isBesideTable(sections[before.section]) || utf8.RuneCountInString(sentence) < shortestElsewhere) {
					continue
				}
				if repeated == nil {
					first = before
				}
				repeated = append(repeated, sentence)
			}
			if repeated != nil {
				found = append(found, s.repeatedFinding(i, repeated, sections[first.section].heading, first))
			}
			found = append(found, s.listedTwice(i)...)
			found = append(found, s.namedTwice(i)...)
		}
	}
	return found
}

// repeatedNear is the first short sentence that stands twice in a paragraph, or clause that follows its like; "" if there is
// none. Figures may be the same by chance.
func repeatedNear(statements []string) string {
	const shortest, most = 8, 3 * shortestRepeated // characters, and bytes of a short sentence
	var met map[string]bool
	for _, statement := range statements {
		statement = strings.TrimSpace(statement)
		if len(statement) <= most && utf8.RuneCountInString(statement) > shortest && strings.HasSuffix(statement, "。") && !strings.ContainsAny(statement, "0123456789：无没") {
			if met[statement] {
				return statement
			}
			if met == nil {
				met = map[string]bool{}
			}
			met[statement] = true
		}
		before := ""
		for clause := range strings.SplitSeq(strings.TrimRight(statement, chinese.StatementEnds), "，") {
			if clause == before && utf8.RuneCountInString(clause) > shortest {
				return clause
			}
			before = clause
		}
	}
	return ""
}

// longOnes lists the sentences that are long enough to be compared.
func longOnes(statements []string) []string {
	const longestLabel = 16 // 政府信息公开平台建设情况：
	var list []string
	for i, sentence := range statements {
		sentence = strings.TrimSpace(sentence)
		if label, rest, found := strings.Cut(sentence, "："); i == 0 && found && utf8.RuneCountInString(label) <= longestLabel && !strings.ContainsAny(label, "，、") {
			sentence = rest
		}
		complete := strings.ContainsAny(sentence, chinese.StatementEnds)
		if complete && utf8.RuneCountInString(sentence) > shortestRepeated {
			list = append(list, sentence)
		}
	}
	return list
}

// isBesideTable is true of the sections that hold a table: what is said there may be said in section one as well.
func isBesideTable(s section) bool {
	switch s.passage.Key {
	case "narrative.proactive", "narrative.requests", "narrative.disputes":
		return true
	}
	return false
}

func (s section) repeatedFinding(i int, repeated []string, heading string, first placeOfSentence) Finding {
	where := fmt.Sprintf("第%d段", first.paragraph+1)
	if heading != s.heading {
		where = "“" + heading + "”" + where
	}
	message := "“" + excerpt(repeated[0]) + "”"
	if n := len(repeated); n > 1 {
		message += fmt.Sprintf("等%d句", n)
	}
	if heading == s.heading && first.paragraph == i {
		message += "在这一段里写了两遍，请删去重复的。"
	} else {
		message += "与" + where + "的一样，请删去重复的，或改写。"
	}
	return s.finding(i, repeated[0], message)
}

var (
	// newList is in an item that begins another list, or tells of a whole.
	newList = pattern.NewWords("其中 包括 共 主办 承办 牵头 复议 诉讼 收到 受理 通过 利用 网站 公众号 微信 微博 平台 公开栏 发布 推送 公开 合计 总计")
)

// listedTwice finds a class that stands twice in one list of paragraph i.
func (s section) listedTwice(i int) []Finding {
	text := s.paragraphs[i].Text
	if !strings.ContainsRune(text, '、') && !strings.ContainsRune(text, '，') {
		return nil
	}
	met := map[string]bool{}
	for _, statement := range chinese.Statements(text) {
		if !strings.ContainsAny(statement, "0123456789") {
			continue
		}
		clear(met)
		for _, item := range strings.FieldsFunc(statement, func(r rune) bool { return chinese.IsOneOf(r, "、，：。；！？") }) {
			item = strings.TrimPrefix(strings.TrimPrefix(strings.TrimSpace(item), "以及"), "和")
			inner, begins := strings.CutPrefix(item, "其中")
			class, isItem := readListItem(inner)
			isItem = isItem && !newList.In(inner)
			if begins || !isItem {
				clear(met)
			}
			if !isItem {
				continue
			}
			if met[class] {
				return []Finding{s.finding(i, item, "“"+class+"”在这个列举里列了两次，请合并或改正。")}
			}
			met[class] = true
		}
	}
	return nil
}

// Words in an item of a list, and at its start, that begin another list.
var (
	anotherList = pattern.NewWords("其中 包括 通过 利用 依托 分别")
	leadsToList = pattern.NewWords("用 在 将 把 对 由 以")
)

// withWordsQuoted is a text with other marks around quoted words that are part of an item: ‘三公’经费.
func withWordsQuoted(text string) string {
	const longest = 4 // characters of a word
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "“")
		switch {
		case !found && b.Len() == 0:
			return text
		case !found:
			return b.String() + text
		}
		b.WriteString(before)
		word, _, closed := strings.Cut(chinese.Clip(rest, longest+1), "”")
		if closed && chinese.IsHanOnly(word) {
			b.WriteString("‘" + word + "’")
			text = rest[len(word+"”"):]
			continue
		}
		b.WriteString("“")
		text = rest
	}
}

// namedTwice finds an item that stands twice in one list without figures: 防汛预案、医保缴费、养老认证、医保缴费. What stands before the first item
// and behind the last one is no part of it.
func (s section) namedTwice(i int) []Finding {
	const fewest, most = 3, 12 // characters of an item
	text := s.paragraphs[i].Text
	if strings.Count(text, "、") < 2 {
		return nil
	}
	isItem := func(item string) bool {
		n := countHan(strings.ReplaceAll(strings.ReplaceAll(item, "‘", ""), "’", ""))
		return n >= fewest && n <= most
	}
	text = withWordsQuoted(text)
	for _, clause := range strings.FieldsFunc(text, func(r rune) bool { return chinese.IsOneOf(r, chinese.ClauseEnds+"（）()《》“”") }) {
		if strings.Count(clause, "、") < 2 {
			continue
		}
		var list []string
		first := ""
		items := strings.Split(clause, "、")
		for k, item := range items {
			item, _, ends := strings.Cut(item, "等")
			if k == 0 || anotherList.In(item) || leadsToList.Begins(item) {
				list, first = nil, item
				continue
			}
			parts := []string{item}
			if k+1 == len(items) || ends {
				parts = lastItems(item)
			}
			for _, part := range parts {
				opens := len(list) > 0 && first != part && strings.HasSuffix(first, part) && unitWords.words("名称之前").Ends(strings.TrimSuffix(first, part))
				if isItem(part) && (slices.Contains(list, part) || opens || len(list) > 0 && first == part) {
					words := strings.ReplaceAll(strings.ReplaceAll(part, "‘", "“"), "’", "”")
					return []Finding{s.finding(i, words, "“"+part+"”在这个列举里列了两次，请删去一个或改正。")}
				}
				list = append(list, part)
			}
			if ends {
				list, first = nil, ""
			}
		}
	}
	return nil
}

// lastItems are the items in the last part of a list: 财政预算和惠农补贴.
func lastItems(part string) []string {
	for _, join := range []string{"以及", "和", "及"} {
		if before, behind, found := strings.Cut(part, join); found {
			return []string{before, behind}
		}
	}
	return []string{part}
}
