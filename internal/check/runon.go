package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var runOn = Rule{
	ID: "run-on", Level: Info, Title: "句子写完整，没有断在半句、与下一句连在一起的", Citation: "公文校核的通行要求",
	Find: onFilled(findRunOn),
	Cases: func() []Case {
		return []Case{
			{Why: "几十个字没有一个标点", Set: []Entry{{"narrative.other", "我镇全年坚持把公开融入日常工作通过网站公示栏广播等渠道公开了涉农补贴低保危改等信息群众反映良好今后还要继续坚持并不断完善。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "通知的名称也长", Set: []Entry{{"narrative.other", "国务院办公厅政府信息与政务公开办公室关于印发中华人民共和国政府信息公开工作年度报告格式的通知，未收取信息处理费。"}}},
			{Why: "两句之间漏了句号", Set: []Entry{{"narrative.overview", "本报告数据统计到2025年12月31日止如有疑问请与镇办公室联系。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "断在半句", Set: []Entry{{"narrative.overview", "全年通过网站和公众号公开信息260余"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "断在顿号", Set: []Entry{{"narrative.overview", "健全公开审查、责任追究制度，切实把好政治关、保密关、"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "断在“由”", Set: []Entry{{"narrative.overview", "利用电子屏滚动播放政策，推动政策知晓率由"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "断在动词", Set: []Entry{{"narrative.overview", "邀请居民代表走进政务服务大厅，让公众零距离了解"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "断在副词", Set: []Entry{{"narrative.overview", "镇政府按月更新公开栏，今后还要进一步"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "一句到底，从头到尾只用逗号", Set: []Entry{{"narrative.overview", "信息由经办人起草，由股室负责人初审，由分管负责人复核，重要的报主要负责人签批，几个股室的由办公室会商，有隐私的先隐去，有商业秘密的先征求意见，拿不准的报县里确定，拟文时写明公开属性，不公开的说明理由，发布的每月回头看，错别字当日改正，失效的链接次日修复，废止的在标题处加注，过期的移入历史栏目，人员变动的及时交接，密码每季度更换，审核单按年装订，年底移交档案室保管。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "一样长，中间断开了的；列数的", Set: []Entry{{"narrative.overview", "信息由经办人起草，由股室负责人初审，由分管负责人复核，重要的报主要负责人签批，几个股室的由办公室会商，有隐私的先隐去，有商业秘密的先征求意见，拿不准的报县里确定。拟文时写明公开属性，不公开的说明理由，发布的每月回头看，错别字当日改正，失效的链接次日修复，废止的在标题处加注，过期的移入历史栏目，人员变动的及时交接，密码每季度更换，审核单按年装订，年底移交档案室保管。\n全年第1个村的公开栏公布了21条收支信息，第2个村的公开栏公布了22条收支信息，第3个村的公开栏公布了23条收支信息，第4个村的公开栏公布了24条收支信息，第5个村的公开栏公布了25条收支信息，第6个村的公开栏公布了26条收支信息，第7个村的公开栏公布了27条收支信息，第8个村的公开栏公布了28条收支信息，第9个村的公开栏公布了29条收支信息，第10个村的公开栏公布了30条收支信息，第11个村的公开栏公布了31条收支信息，第12个村的公开栏公布了32条收支信息，第13个村的公开栏公布了33条收支信息，第14个村的公开栏公布了34条收支信息，第15个村的公开栏公布了35条收支信息，第16个村的公开栏公布了36条收支信息，第17个村的公开栏公布了37条收支信息。"}}},
			{Why: "写完整了，只是没有句号的另有一条规则", Set: []Entry{{"narrative.overview", "镇政府按月更新公开栏，群众满意度不断提升"}}},
			{Why: "目录后面漏了标点", Set: []Entry{{"narrative.overview", "深化信息公开，编制公开事项目录2025年组织专项检查2次，发现问题即知即改。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "一个数后面接着“其中”", Set: []Entry{{"narrative.overview", "全年主动公开信息30条其中政策文件5条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "下一步前面漏了标点", Set: []Entry{{"narrative.overview", "公开的时效还有待提高下一步将按月调度。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "年份是定语，或者前面是做事的单位", Set: []Entry{{"narrative.overview", "落实清溪镇2025年组织工作要点，公开了2025年开展的普查，清理目录2025年版，编制清单并由镇政府2025年印发，完善了2024年制定的办法。"}}},
			{Why: "数字后面没有量词就完了", Set: []Entry{{"narrative.overview", "全年通过网站和公众号公开信息260余。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "两件事连在一起", Set: []Entry{{"narrative.overview", "全年收到申请3件2025年因政府信息公开引发的行政复议0件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "断在“做到”", Set: []Entry{{"narrative.overview", "公开工作做到、全面及时。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "查找利用也是两个词", Set: []Entry{{"narrative.overview", "建立目录，方便群众查找利用。定期清理，便于公众获取利用。"}}},
			{Why: "词尾像是没有写完", Set: []Entry{{"narrative.overview", "建立AB岗，做到人员请假、工作不断。表格改成可以编辑的格式，方便查询和再利用。"}}},
			{Why: "写完整的", Set: []Entry{{"narrative.overview", "截至2025年12月31日止的数据，公开信息260余条，2025年度共3件；说到、做到、见到实效。"}}},
			{Why: "标题、落款、号码", Set: []Entry{{"narrative.preface", "联系电话：000-12345678\n清溪镇人民政府\n2026年1月20日"}}},
			{Why: "“规范”在名词里", Set: []Entry{{"narrative.overview", "规范性文件今年没有新的。"}}},
			{Why: "像年份的数", Set: []Entry{{"narrative.overview", "全年公开2025条，第2025本手册，门牌2025号；表彰3件2025年度优秀案例。"}}},
			{Why: "存档后面漏了句号，接着“对”", Set: []Entry{{"narrative.overview", "各村上报的公开材料由镇政府统一编号存档对过期的补贴名单每季度清理一次。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "把关后面接着“把”，备案后面接着“此外”", Set: []Entry{{"narrative.overview", "信息由分管领导把关把错漏的内容及时改正。\n制度报县政府备案此外，更新了公开栏。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "归档对查阅有帮助，审核把关，备案对象", Set: []Entry{{"narrative.overview", "及时归档对群众查阅有帮助，逐级审核把关，公布备案对象名单，做好存档、对过期的名单清理一次，公开对群众有用的信息，负责对网站进行检查，整改到位对标先进，未存档对工作造成不便。"}}},
			{Why: "公布后面接着“全年还”，查询后面接着“同时在”，公开后面接着“对于”", Set: []Entry{{"narrative.overview", "财政收支等信息按时在县人民政府门户网站公布全年还在赶集日设点宣讲政策六次。\n参保群众可通过手机实现掌上查询同时在县政务服务大厅摆放办事指南。\n条件成熟的转为公开对于涉及个人隐私的内容，由原制作单位处理。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview", "narrative.overview"}},
			{Why: "一是、二是之间漏了标点", Set: []Entry{{"narrative.problems", "存在的问题：一是公开不够及时二是解读形式单一。\n改进情况：一是按月调度；二是增加图解。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "说的是其中几个全年没有做", Set: []Entry{{"narrative.problems", "问题：40个单位中有6个全年没有移交公开文件。\n改进措施：逐个督促。"}}},
			{Why: "次数后面接着“全年没有”", Set: []Entry{{"narrative.overview", "组织业务培训2次全年没有责任追究。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "全年、年内是定语、状语", Set: []Entry{{"narrative.overview", "在网站公布全年工作计划，及时公布全年未办结的事项，通报全年共性问题，按时公布全年未完成任务，政务公开全年没有差错，确保网站全年无故障，系统可提供查询全年无休，在县政府网站统一公开年内没有履约的企业。"}}},
			{Why: "同时是状语，对于后面说的是公开的意义", Set: []Entry{{"narrative.overview", "在县政府门户网站公布政策文件的同时在公开栏张贴，文件在网站公开同时在公开栏张贴，政策与解读材料在县政府门户网站同时公布，在网站直播会议时可供三千人查阅同时在线，及时公开对于保障群众知情权，意义重大；政务公开对于涉及群众利益的事项，要先征求意见。"}}},
			{Why: "第二是、之二是、问题二是", Set: []Entry{{"narrative.problems", "存在的问题：得分在全县排名第二是因为解读少，问题一是不及时，问题二是不全面，原因之三是人手少。\n改进情况：增加图解。"}}},
			{Why: "前一句有宾语，后面接着“切实保障”", Set: []Entry{{"narrative.overview", "镇政府不断健全公开机制切实保障群众的知情权。\n认真审核拟发稿件严格把好质量关口。\n全面推进政务公开工作保障人民群众的知情权。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview", "narrative.overview"}},
			{Why: "主谓句、使动句、“通过……”，副词前面是人", Set: []Entry{{"narrative.overview", "推动政务公开工作不断深入，确保各项制度严格落实，组织干部认真学习条例，各单位严格执行制度，建立健全不断完善的机制，规范流程持续优化，通过健全公开机制切实保障群众的知情权，完善制度、认真落实责任，健全机制切实有效的做法得到推广，加强培训持续提升了水平。"}}},
			{Why: "编制了报告，接着公布", Set: []Entry{{"narrative.overview", "清溪镇编制了本年度报告现向社会公布2025年工作情况。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "本报告现向社会公布", Set: []Entry{{"narrative.overview", "编制完成后，本年度报告现向社会公布。现将编制的报告予以公布。"}}},
			{Why: "网址后面接着一句", Set: []Entry{{"narrative.overview", "报告在http://www.example.gov.cn对报告有疑问的，请与镇办公室联系。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "网址后面有标点，或者接着栏目", Set: []Entry{{"narrative.overview", "报告在www.example.gov.cn，对报告有疑问的请来电。可登录www.example.gov.cn政府信息公开栏目、http://www.example.gov.cn/xxgk/查阅。"}}},
			{Why: "引号后面接着单位", Set: []Entry{{"narrative.overview", "坚持“应公开尽公开、应上网尽上网”清溪镇建立了巡查制度。\n按照“谁发布、谁负责”的原则，坚持“先审后发”我镇完善了台账。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "引号里是账号的名称", Set: []Entry{{"narrative.overview", "坚持用好“幸福清溪”清溪镇公众号，做到“应公开尽公开”，清溪镇建立了制度。"}}},
			{Why: "年份前面漏了标点，后面有逗号", Set: []Entry{{"narrative.overview", "不断加强政民互动2025年，共受理留言312条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "同样的名词接着说下去", Set: []Entry{{"narrative.overview", "全年发布各类信息18260条信息涉及工作动态、公告公示。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "“同时，”前面漏了标点", Set: []Entry{{"narrative.overview", "公示期内未收到异议同时，项目进度按季度公布。\n组织培训2次同时，印发手册。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "……的同时，与此同时，在做好……同时", Set: []Entry{{"narrative.overview", "在公开信息的同时，与此同时，加强解读。在做好已公开信息更新同时，加强解读。未公开的同时，说明理由。"}}},
			{Why: "两项之间漏了顿号", Set: []Entry{{"narrative.overview", "内容包括政府信息公开行政复议行政诉讼情况。\n不断增强公信力执行力。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "复议和诉讼分开写", Set: []Entry{{"narrative.overview", "没有行政复议、行政诉讼，没有因此申请行政复议或者提起行政诉讼，推行行政许可和行政处罚公示，用好微信公众号公开栏目。"}}},
			{Why: "别的数都有量词，这个没有", Set: []Entry{{"narrative.overview", "包括食品抽检公告83条，特种设备监管信息38消费提示47条，工作动态37条。\n新收申请7件，办结6件，结转下年度继续办理1。\n公开各方面的信息33，张贴公示52期。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview", "narrative.overview"}},
			{Why: "热线、比例、括号里的简写", Set: []Entry{{"narrative.overview", "受理12345热线工单3条，办理群众诉求2件，收件16件（新收14、结转2），附件1、附件2已公布，推进“1+3”公开模式5项，得分98。"}}},
			{Why: "“根据……规定”“围绕……事项”后面就是句号", Set: []Entry{{"narrative.overview", "根据《条例》有关规定。结合本镇实际，编制本报告。\n清溪镇围绕土地流转、农田建设等群众关注的事项。全年发布信息104条。\n推进政务公开，是建设法治政府。保障公众知情权的重要举措。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview", "narrative.overview"}},
			{Why: "说完了的", Set: []Entry{{"narrative.overview", "根据《条例》规定编制。2025年重点围绕惠农补贴、社会救助等事项进行公开。是清溪镇。保障供水是重要的工作。一是围绕群众关切、部门职责的重点工作。推进公开是建设法治政府的要求。提升服务能力的各项举措均已落实。"}}},
			{Why: "编号接着数目", Set: []Entry{{"narrative.overview", "一是规范目录，删除重复栏目2个二是规范审核，逐条查验。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "年份后面是单位，及时更新机制", Set: []Entry{{"narrative.overview", "持续完善公开制度2025年，我镇公开信息120条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "制度及时更新机制、2025年即……", Set: []Entry{{"narrative.overview", "建立信息公开制度及时更新机制，落实清溪镇2025年，即标准化第一年的任务，编制目录2025年版。"}}},
			{Why: "围绕目标，没有说完", Set: []Entry{{"narrative.overview", "2025年，清溪镇围绕便民利企的目标。公开信息30条。紧紧围绕中心任务开展公开工作的要求。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "两个栏目的条数之间漏了逗号", Set: []Entry{{"narrative.overview", "政府信息公开专栏1326条互动交流专栏91条，全年公开信息30条，其中文件类信息5条。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "下一句又从同一种信息说起", Set: []Entry{{"narrative.overview", "生活饮用水水质监测信息12条水质监测信息按月更新。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "编写了报告，又说报告里有什么", Set: []Entry{{"narrative.preface", "清溪镇编写本报告全文共六个部分。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "关注人数漏了量词", Set: []Entry{{"narrative.overview", "关注用户达18642，粉丝数达18642。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
		}
	},
}

var (
	// afterDay and afterYear are words with which a sentence begins.
	afterDay  = pattern.NewWords("如有 如对 如需 若有 本报告 本年报 欢迎 公众可 公民、法人")
	afterYear = pattern.NewWords("， 因 共 全年 我镇 我乡 我局 我县 我区 我市 我街道 本镇 本乡 本局 本县 本区 本市 本街道 本单位 本机关")
	// ended are words that end what was said before a year.
	ended = pattern.NewWords("答复 回复 办结 公开 落实 完成 提升 提高 实效 水平 要求 满意度 透明度")
	// adverbs stand before verbs that have an object.
	adverbs = pattern.NewWords(commonAdverbs + " 更好地 切实有效")
	// joinedWords end in what joins words, and are whole.
	joinedWords = pattern.NewWords("总和 之和 温和 平和 缓和 谐和 饱和 共和 随和 柔和 祥和 亲和 中和 调和 附和 求和 议和 谦和 参与 给与 付与 赋与 寄与 普及 涉及 以及 顾及 触及 波及 提及 论及 言及 兼顾及 不及 旁及 危及 可及 遍及 推及 殃及 来不及")
	// asksAlways are words that no sentence ends with, whatever stands before them.
	asksAlways = pattern.NewWords(pausesNowhere + " " + pausesAtComma + " 进一步 不断 依托 围绕 利用 针对")
	// wholeWords end as those do, and ask for nothing.
	wholeWords = pattern.NewWords("二次利用 工作不断 源源不断 持续不断 连绵不断 接连不断 再利用 综合利用 开发利用 循环利用 共享利用 查询利用 查找利用 查阅利用 检索利用 获取利用 保护利用 盘活利用 合理利用 高效利用 方便利用 公众利用 群众利用 社会利用 有效利用 充分利用")
	// brokenOff are more that no paragraph ends with.
	brokenOff = pattern.NewWords("约 近 共 其中 同时 因此 与 及 将 把 在 由")
	// asking are characters that a statement ends with only where the rest of it is lost, unfinished such words: adverbs,
	// prepositions, and verbs that official texts give an object.
	asking     = "的和与及或在对由将把为向从并以于是至因使让给被比按经每各其该且但而则若如只仅均已未不没还也都很更最第"
	unfinished = pattern.NewWords("了解 通过 进行 以下 聚焦 坚持 确保 促进 推动 引导 督促 涉及 属于 成为 作为 借助 采取 采用 运用 面向 " +
		"严格 切实 认真 积极 逐步 充分 做到 实现 达到 制定 印发 收到 受理 设立 设置 建立 建立健全 依照 为此 以 有关 相关 各类 各项 " +
		"方便 便于 有利于 致力于 立足 着力 着重 注重 突出 主要 特别是 尤其 包含 形成 营造 打造 推出 发挥 拓宽 增进 履行 贯彻 经过 须经 必须 应当 可以 能够 需要 提高到 提升到 增加到 上升到 下降到 降低到 得到 受到")
)

func findRunOn(in *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	var faults []wordFault
	add := func(start, end int, message string) {
		faults = append(faults, wordFault{start, end, "“" + text[start:end] + "”" + message, "", Info})
	}
	for at := range chinese.Indexes(text, "止") {
		after := text[at+len("止"):]
		if chinese.EndsWithAny(text[:at], []string{"日", "日为"}) && afterDay.Begins(after) {
			add(at-len("日"), at+len("止")+len(chinese.Clip(after, 2)), "像是两句话连在了一起，漏了标点")
		}
	}
	for at := range chinese.Indexes(text, "20") {
		if end := at + len("2025"); end <= len(text) && isYear(text, at) {
			after, said := strings.CutPrefix(text[end:], "年")
			next := strings.TrimPrefix(after, "，")
			if said && (afterYear.Begins(after) && endsSentence(text[:at]) || isAnotherSentence(text, at, next, len(next) < len(after))) {
				add(at-len(lastRune(text[:at])), end+len("年"), "像是两句话连在了一起，漏了标点")
			}
		}
	}
	for _, word := range opening {
		for at := range chinese.Indexes(text, word.words) {
			if last := lastRune(text[:at]); chinese.IsHan(chinese.FirstRune(last)) && word.behind(text[:at]) && !strings.HasPrefix(text[at+len(word.words):], "的") {
				add(at-len(last), at+len(word.words), "像是两句话连在了一起，漏了标点")
			}
		}
	}
	for _, word := range openers {
		for at := range chinese.Indexes(text, word) {
			if complete.Ends(text[:at]) && beginsAnother(text[at+len(word):], word) {
				add(at-len(lastRunes(text[:at], 2)), at+len(word)+len(chinese.Clip(text[at+len(word):], 2)), "像是两句话连在了一起，漏了标点")
			}
		}
	}
	for _, place := range joinedClauses(text) {
		add(place.Start, place.End, "像是两句话连在了一起，漏了标点")
	}
	faults = append(append(faults, in.lostPauses(text)...), cutByStop(text)...)
	for _, place := range counterless(text) {
		add(place.Start, place.End, "没有写完，后面漏了量词")
	}
	for at := range chinese.Indexes(text, "余") {
		rest := text[at+len("余"):]
		if endsInDigit(text[:at]) && (rest == "" || chinese.IsOneOf(chinese.FirstRune(rest), "，。；、") || hereupon.Begins(rest)) {
			start := at
			for endsInDigit(text[:start]) {
				start--
			}
			add(start, at+len("余"), "没有写完，后面漏了量词")
		}
	}
	for at := range chinese.Indexes(text, "做到、") {
		if !strings.HasSuffix(text[:at], "、") { // 说到、做到、见到
			add(at, at+len("做到、"), "后面多了顿号，或漏了字")
		}
	}
	for at := range chinese.Indexes(text, "。") {
		statement, _ := chinese.Around(text, at, chinese.ClauseEnds)
		if lostObject(statement) {
			const enough = 8 // characters that show which sentence it is
			add(at-len(lastRunes(statement, enough)), at+len("。"), "没有写完，后面像是漏了字")
		}
	}
	faults = append(append(faults, endless(text)...), unbroken(text)...)
	if word := s.brokenEnd(i); word != "" && !in.isPieced() && !strings.HasSuffix(word, "余") {
		end := len(strings.TrimRightFunc(text, unicode.IsSpace))
		add(end-len(word), end, "后面没有了，这一句没有写完")
	}
	return s.tellFaults(i, faults)
}

// complete are verbs with which a clause is complete, openers the words with which another begins: ……统一编号存档对过期的名单清理一次.
var (
	complete  = pattern.NewWords("存档 归档 备案 存查 建档立卡 上墙 到位 完毕 在案 签字 盖章 签收 把关 会签 造册 留痕 留存 办结 更新一次 清理一次 核对一次 检查一次 通报一次 考核一次 培训一次 公布一次")
	openers   = []string{"对", "把"}
	inOneWord = map[string]string{"对": "象照接应比外账口于标不", "把": "关握控手脉"}
	// stating are words of a clause whose subject is what stands before 对: 归档对查阅有帮助.
	stating = pattern.NewWords("有 意义 作用 来说 而言 重要 提出 影响 造成 带来 产生 起到 不利 作为 当作")
	// treating are verbs of what is done to what stands behind 对, 把.
	treating = pattern.NewWords("清理 核对 审核 审查 检查 更新 整改 公开 发布 公示 公布 答复 答 处理 进行 作出 作了 予以 及时 逐 开展 通报 约谈 考核 补 撤 删 修 改 列入 纳入 放 送 报 登记 分类 督促 梳理 隐去 解读 培训 回应 提醒")
)

// beginsAnother says whether what stands behind a word that opens a clause is the rest of one on what is done.
func beginsAnother(after, word string) bool {
	const longest = 40 * len("字") // what is done to one thing
	end := strings.IndexFunc(after, func(r rune) bool { return chinese.IsOneOf(r, chinese.ClauseEnds) })
	clause := after[:max(end, 0)]
	first, last := chinese.FirstRune(after), chinese.FirstRune(lastRune(clause))
	return clause != "" && len(clause) <= longest && !chinese.IsOneOf(first, inOneWord[word]) && last != '的' && !stating.In(clause) && treating.In(clause)
}

// opening are words that begin a clause, and what of a text before them tells that its mark is lost.
var opening = []struct {
	words  string
	behind func(before string) bool
}{
	{"其中", isCounted}, {"同比", isCounted}, {"较上年", isCounted}, {"比上年", isCounted}, {"下一步，", endsSentence}, {"下一步将", endsSentence}, {"截至目前", endsSentence},
	{"涵盖", isCounted}, {"内容涵盖", isCounted}, {"内容涉及", isCounted}, {"内容包括", isCounted}, {"主要涉及", isCounted}, {"主要包括", isCounted},
}

// isCounted is true of a text that ends in a number with its counter: 30条.
func isCounted(text string) bool {
	last := lastRune(text)
	return last != "" && strings.Contains("条件份次元个项篇期宗起", last) && endsInDigit(text[:len(text)-len(last)])
}

var (
	// doing begin a clause on what was done; done are verbs with which another follows a year.
	doing = pattern.NewWords("编制 完善 建立 健全 修订 制定 梳理 规范 加强 强化 深化 优化 严格 落实 推进 推动 开展 加大 拓展 畅通 提升 明确 印发 出台 做好 抓好 扎实 认真 积极 不断 持续 提高 增强 保障 满足 促进 维护 拓宽 丰富")
	done  = pattern.NewWords("组织 开展 召开 举办 收到 受理 共 累计 新增 发布 印发 完成 办理 办结 答复 主动公开")
	// makers are the characters and words of a unit that does something in a year.
	makers = pattern.NewWords("镇 乡 县 区 市 局 委 办 政府 街道 部门 单位 机关 小组 中心 站 所 全年 我们 公司 企业 村 社区 学校 医院 了 在 于 自 从 到 至 比 与 和 对 及 由 的 是 、 》 ”")
)

// isAnotherSentence says whether a year that stands behind words without a mark begins a sentence: the clause before it tells
// what was done and to what (编制目录), and a verb follows it (2025年组织检查), or behind a mark the unit (2025年，我镇).
func isAnotherSentence(text string, at int, after string, isParted bool) bool {
	if !done.Begins(after) && !(isParted && afterYear.Begins(after)) {
		return false
	}
	clause, start := chinese.Around(text, at, chinese.ClauseEnds)
	before, behind := clause[:at-start], chinese.Clip(clause[at-start:], 16)
	const fewest = 6
	return utf8.RuneCountInString(before) >= fewest && doing.Begins(before) && !makers.Ends(before) && chinese.IsHan(chinese.FirstRune(lastRune(before))) &&
		!strings.Contains(behind, "的") && !strings.Contains(before, "由")
}

// lostObject says whether a clause asks for more though a 。 stands behind it: 不断提高信息员的。 将各类信息通过。
func lostObject(clause string) bool {
	words := clause
	for _, adverb := range adverbs.List() {
		words = strings.TrimPrefix(words, adverb)
	}
	switch {
	case asksAlways.Ends(clause) && !wholeWords.Ends(clause), chinese.EndsWithAny(clause, []string{"和", "与", "及"}) && !joinedWords.Ends(clause):
		return true
	case strings.HasSuffix(clause, "通过"):
		return chinese.ContainsAny(clause, []string{"将", "把"}) && chinese.ContainsAny(clause, []string{"信息", "文件", "内容", "事项"})
	case strings.HasSuffix(clause, "的"):
		return doing.Begins(words) && !strings.HasPrefix(words, "规范性") && !chinese.ContainsAny(clause, []string{"是", "应", "属", "须", "需"})
	}
	return false
}

// brokenEnd is the end of paragraph i if it asks for more: a pause in a list, 由, a verb without its object, a number without
// what it counts; "" if the paragraph ends in a mark or may be complete.
func (s section) brokenEnd(i int) string {
	const fewest = 10
	text := strings.TrimSpace(s.paragraphs[i].Text)
	last := lastRune(text)
	isLast := i+1 == len(s.paragraphs)
	_, _, numbered := chinese.ReadMarker(text)
	isTitle := s.isHeading(i) && !strings.Contains(text, "，") && (numbered || !isLast)
	switch {
	case last == "" || utf8.RuneCountInString(text) < fewest || isTitle && last != "、":
		return ""
	case last == "、":
		return text[len(text)-len(last)-len(lastRune(text[:len(text)-len(last)])):]
	case !chinese.IsHan(chinese.FirstRune(last)) && !startsWithDigit(last):
		return ""
	}
	for _, word := range slices.Concat(brokenOff.List(), asksAlways.List()) {
		if strings.HasSuffix(text, word) {
			return word
		}
	}
	if !s.isStatement(i, text, isLast) {
		return ""
	}
	before := text[:len(text)-len(last)]
	_, counted := chinese.Digit(chinese.FirstRune(lastRune(before)))
	switch {
	case startsWithDigit(last):
		start := len(before)
		for endsInDigit(text[:start]) {
			start--
		}
		return text[start:]
	case counted && last == "余", chinese.IsOneOf(chinese.FirstRune(last), asking):
		return text[len(before)-len(lastRune(before)):]
	}
	for _, word := range unfinished.List() {
		if strings.HasSuffix(text, word) {
			return word
		}
	}
	return ""
}

// isYear is true of four digits from a byte on that are no part of a longer number.
func isYear(text string, at int) bool {
	digits := text[at : at+len("2025")]
	return onlyDigits(digits) == digits && !endsInDigit(text[:at]) && onlyDigits(chinese.Clip(text[at+len(digits):], 1)) == ""
}

// endsSentence says whether a text ends in a number with its counter, or in a word that ends a sentence.
func endsSentence(text string) bool {
	return isCounted(text) || ended.Ends(text)
}
