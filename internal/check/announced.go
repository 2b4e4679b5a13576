package check

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var listedAsAnnounced = Rule{
	ID: "listed-as-announced", Level: Query, Title: "说有几点、几个、几次，列出的就是几点、几个、几次", Citation: "报告各部分之间的关系",
	Find: func(in *Input) []Finding {
		return slices.Concat(findItemsAnnounced(in), findThingsEnumerated(in), findTitlesCounted(in), findWaysListed(in), findOccasionsCounted(in), findPartsInBrackets(in))
	},
	Cases: func() []Case {
		return []Case{
			{Why: "说三个方面，列了两个", Set: []Entry{{"narrative.problems", "存在三个方面的问题：一是解读少，二是更新慢。\n改进措施：一是增加图解，二是按月提醒。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "说两点不足，列了三点", Set: []Entry{{"narrative.problems", "主要有两点不足。一是解读少；二是更新慢；三是栏目杂。\n改进措施：增加图解。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "说从四个方面改进，列了三个", Set: []Entry{{"narrative.problems", "问题：解读少。下一步将从四个方面加以改进：第一，增加图解；第二，按月提醒；第三，加强培训。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "说三项措施，用其一、其二列了两项", Set: []Entry{{"narrative.problems", "问题：解读少。今后采取3项措施：其一，增加图解；其二，按月提醒。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "说公开了六个方面的内容，后面写了合计，列的是五个方面", Set: []Entry{{"narrative.overview", "公开了六个方面的内容，合计112条。一是补助资金，28条；二是认定退出，16条；三是换届，21条；四是接种，33条；五是机构职能，14条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "说公开了三类内容，列的是三类", Set: []Entry{{"narrative.overview", "重点公开了三类内容，共计85条：一是补助资金；二是换届；三是接种。"}}},
			{Why: "说几点列几点，分写在几段里的也算", Set: []Entry{{"narrative.problems", "存在三个方面的问题：一是解读少。\n二是更新慢。\n三是栏目杂。\n改进情况，主要做了两项工作：一是增加图解；二是按月提醒。"}}},
			{Why: "最后一点没有编号、列里还有列", Set: []Entry{{"narrative.problems", "存在三个问题：一是解读少，二是更新慢，此外栏目杂。\n从三个方面改进：一是增加图解；二是抓培训，重点是：一是保密审查，二是答复；三是按月提醒。\n从三个方面巩固：一是建制度。\n二是抓培训。一是讲保密，二是讲答复。\n三是严考核。"}}},
			{Why: "针对前面说过的问题列措施，编号里的数", Set: []Entry{{"narrative.problems", "问题：解读少，更新慢，栏目杂。针对上述三个问题：一是增加图解，二是按月提醒。第三个方面：一是保密，二是答复。十二项措施：一是培训，二是考核。三个问题采取两项措施：一是图解；二是提醒。两点不足：第一，解读少；第二，更新慢。第三季度已经改正，第三方评估认可。"}}},
			{Why: "说五个专栏，列了四个", Set: []Entry{{"narrative.overview", "在门户网站、微信公众号新开设政策文件、社会救助、旧房改造、安全生产五个专栏。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "说两个栏目，引号里是三个", Set: []Entry{{"narrative.overview", "网站新增“惠民补贴”“乡村振兴”和“清廉村居”两个栏目。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "几个就列了几个，有“等”字的、前面还有别的一列的", Set: []Entry{{"narrative.overview", "开设政策文件、社会救助和安全生产三个专栏，网站、公众号政策文件、社会救助两个专栏更新及时；围绕教育、医疗等五个领域；“惠民补贴”“乡村振兴”两个栏目。"}}},
			{Why: "说四个分局，括号里是三个", Set: []Entry{{"narrative.overview", "数据为局机关及4个派出分局（城东、城西、高新区）合并数。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "括号里就是那几个；“和”在名称里；列的是类别、是其中几个；是更大的数的末位", Set: []Entry{{"narrative.overview", "数据为3个派出分局（城东、城西、高新区）合并数，2个科室（财政和金融科、办公室）承办。\n全县13个乡镇（街道、园区）、23个社区（清溪、石桥）、5个村（含石桥、清溪）、3个社区（清溪、石桥等）公开了信息。"}}},
			{Why: "说三种方法，列了两种", Set: []Entry{{"narrative.overview", "针对偏远村组，采取三种方法传递信息：广播每日播出20分钟，赶集日流动宣传车现场答疑。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "几种就列了几种，用“和”字连着的、没有列完的、后面一句接着列的", Set: []Entry{{"narrative.overview", "采取三种方法传递信息：广播每日播出20分钟，工作队入户讲解，宣传车现场答疑。通过三种途径公开：网站、公众号和公开栏。通过四种途径公开：网站、公众号、公开栏等。采取三种形式宣传：广播，标语。同时，发放手册。"}}},
			{Why: "培训2次，却写了四个月份各1次", Set: []Entry{{"narrative.overview", "全年组织政府信息公开培训2次，分别于3月、6月、9月、11月各开展1次。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "会议三次，括号里是两个日子", Set: []Entry{{"narrative.overview", "召开政务公开工作会议三次（3月12日、9月5日）。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "每季度1次，全年却是3次", Set: []Entry{{"narrative.overview", "每季度开展自查1次，全年共开展自查3次。\n全年编发简报10期，每月编发1期。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "每季度1次，却召开了6次", Set: []Entry{{"narrative.overview", "召开政务公开推进会6次，每季度1次；培训3次。\n全年调度5次（每季度1次）。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "每季度1次，几处的合起来；不是一整年的、另有几次的、说的是至少的", Set: []Entry{{"narrative.overview", "召开推进会4次，每季度1次。对21个村检查84次，每季度1次。自7月起编发简报6期，每月1期。召开推进会6次，每季度1次，另召开专题会2次。召开推进会6次，每季度至少1次。下半年召开推进会2次，每季度1次。"}}},
			{Why: "次数与月份相合，没有说全的", Set: []Entry{{"narrative.overview", "组织培训4次，分别于3月、6月、9月和11月各开展1次；召开会议4次，其中3月、9月研究了公开目录；每季度自查1次，全年共4次；每月至少编发1期，全年编发15期；培训6次，分别于3月、9月等时间举办；检查5次，分别在1月至3月进行。举办培训两三次，分别于3月、6月、9月。"}}},
			{Why: "书名号里的文件少列了一个", Set: []Entry{{"narrative.overview", "修订《登记制度》《审查制度》4项制度。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "列的和说的一样多", Set: []Entry{{"narrative.overview", "修订《登记制度》《审查制度》2项制度、《登记制度》《审查制度》等4项制度。"}}},
		}
	},
}

const listedThings = `(?:方面|问题|不足|短板|差距|薄弱环节|困难|措施|工作|举措|任务|打算|做法|内容|信息)`

// announcedItems finds how many points are announced right before the first of them: 存在三个方面的问题：一是.
var announcedItems = pattern.NewWith("方面 问题 不足 短板 差距 薄弱环节 困难 措施 工作 举措 任务 打算 做法 内容 信息",
	`([二两三四五六七八2-8])[个点项条大类]?(?:主要|突出|明显|具体|重点|重要)?的?`+listedThings+
		`(?:的?(?:主要)?`+listedThings+`)?(?:来|上)?(?:加以|进行|予以)?(?:着手|入手|发力|着力|用力|改进|努力|推进|加强|提升|完善|整改|下功夫|做起|抓起|公开)?(?:了?(?:政府|各类|政务)?信息)?(?:，(?:合计|共计|总计|一共|共)[^，。；：]{0,10})?[：。]\s*(一是|第一[，、]|其一[，、])`,
	"一是", "第一", "其一")

var (
	// toldAlready stand before a number of points that were told already, 针对上述三个问题, or are a part of the number.
	toldAlready = pattern.NewWords("针对 对 对照 上述 以上 这 前述 围绕 第 至 到 其中 一 二 两 三 四 五 六 七 八 九 十 百 几 0 1 2 3 4 5 6 7 8 9 . 和 与")
	// unnumbered tell of one more point without its number.
	unnumbered = pattern.NewWords("同时 此外 另外 另一 最后 还 再次 再者 以及 并且 其次")
)

// findItemsAnnounced finds lists of points that have fewer or more than were announced.
func findItemsAnnounced(in *Input) []Finding {
	var found []Finding
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			for _, m := range announcedItems.FindAllStringSubmatchIndex(p.Text, -1) {
				clause, start := chinese.Around(p.Text, m[2], chinese.ClauseEnds+"、")
				before := clause[:m[2]-start]
				if toldAlready.Ends(before) || chinese.ContainsAny(before, []string{"针对", "上述", "以上", "对照"}) || chinese.IsQuoted(p.Text, m[2]) {
					continue
				}
				said := smallNumber(p.Text[m[2]:m[3]])
				listed, sure := s.pointsBehind(i, m[4], strings.TrimRight(p.Text[m[4]:m[5]], "，、"), said)
				if !sure || listed == said || listed < 2 {
					continue
				}
				words := strings.TrimRight(p.Text[m[2]:m[4]], "：。 \u3000")
				found = append(found, s.finding(i, p.Text[m[2]:m[5]],
					fmt.Sprintf("“%s”说的是%d点，后面列出的是%d点。漏写的请补上，没有漏写的请改前面的数目。", excerpt(words), said, listed)))
			}
		}
	}
	return found
}

// smallNumber reads a number of things below a hundred: 两, 十二, 12.
func smallNumber(written string) int {
	_, n := chinese.ReadPlaces(strings.Replace(written, "两", "二", 1))
	return n
}

// pointsBehind counts the points of a list that begins with first at a byte of paragraph i, where so many are said to be, and says whether
// it is sure of them: nothing hints at one more without its number, or at a list inside the list.
func (s section) pointsBehind(i, at int, first string, said int) (n int, sure bool) {
	mark := func(n int) string { return chinese.NumberWord(n) + "是" }
	if ordinal, found := strings.CutSuffix(first, "一"); found { // 第一, 其一
		mark = func(n int) string { return ordinal + chinese.NumberWord(n) }
	}
	rest := s.paragraphs[i].Text[at+len(first):]
	own := len(rest)
	const longest = 6000 // bytes of a list, so that a text that announces list after list is not read again and again
	for _, p := range s.paragraphs[i+1:] {
		if len(rest) > longest {
			break
		}
		rest += "\n" + p.Text
	}
	cut := len(rest) > longest
	rest = rest[:min(len(rest), chinese.RuneStart(rest, longest))]
	list, again, restarted := strings.Cut(rest, mark(1)) // where it is said again another list begins
	whole := len(list)
	for n = 1; ; n++ {
		before, behind, found := strings.Cut(list, mark(n+1))
		apart := !chinese.IsHan(chinese.FirstRune(lastRune(before))) && (strings.HasSuffix(mark(1), "是") || chinese.StartsWithAny(behind, []string{"，", "、", "是"}))
		if !found || n >= said && !apart { // one point more than was said must be marked as one, and be no 第三季度
			break
		}
		list = behind
	}
	if whole-len(list) < own { // another list of a later paragraph is not inside this one
		again = again[:min(len(again), max(0, own-whole))]
	}
	last, _, _ := strings.Cut(list, "\n")
	hinted := unnumbered.In(last) || strings.Contains(last, chinese.NumberWord(n+1)) || strings.Contains(again, mark(said))
	return n, n > said || !hinted && (restarted || !cut)
}
