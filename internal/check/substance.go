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
)

// matter is something that a text has to speak of, and words of which a text that does so uses at least one. The words are
// many and common: a text without any of them is silent on the matter, whatever its style.
type matter struct {
	name   string
	words  *pattern.Words
	shapes *pattern.Pattern // that speak of it as well, in no fixed words; nil if there are none
}

func newMatter(name, words string) matter { return matter{name: name, words: pattern.NewWords(words)} }

// shaped is the matter with the shapes of an expression as well.
func (m matter) shaped(expression string) matter {
	m.shapes = pattern.New(expression)
	return m
}

// isIn says whether a text speaks of the matter.
func (m matter) isIn(text string) bool {
	return m.words.In(text) || m.shapes != nil && m.shapes.MatchString(text)
}

// missing lists the matters that a text is silent on.
func missing(text string, matters []matter) []string {
	var names []string
	for _, m := range matters {
		if !m.isIn(text) {
			names = append(names, m.name)
		}
	}
	return names
}

var problemsAndMeasures = Rule{
	ID: "problems-and-measures", Level: Query, Title: "第五部分既写存在的问题，也写改进的办法", Citation: "《条例》第五十条、年度报告格式第五部分",
	Find: findProblemsAndMeasures,
	Cases: func() []Case {
		return []Case{
			{Why: "只写了问题", Set: []Entry{{"narrative.problems", "存在的问题：公开的内容不够全面，群众找不到想看的信息。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "只写了改进", Set: []Entry{{"narrative.problems", "下一步，将加强培训，增加图文解读。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "说没有问题，也没有写改进", Set: []Entry{{"narrative.problems", "本年度不存在问题，各项任务圆满完成。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "标题有了，下面写的是“无”", Set: []Entry{{"narrative.problems", "（一）存在的主要问题\n无。\n（二）改进情况\n加强培训。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "“有待提高”不是改进的办法", Set: []Entry{{"narrative.problems", "存在的问题：工作人员业务水平有待提高，公开还不够规范。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "改进情况下面写的是“无”", Set: []Entry{{"narrative.problems", "（一）存在的主要问题\n信息更新、任务落实不到位。\n（二）改进情况\n无。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "今后还要加强什么，也是办法", Set: []Entry{{"narrative.problems", "存在的问题：业务水平有待提高。今后组织专题培训。"}}},
			{Why: "不叫“问题”，叫“短板”", Set: []Entry{{"narrative.problems", "公开工作仍有短板：专区去的人少。为此把查询设备移到了卫生室。下一步继续完善。"}}},
			{Why: "已经做了的也是办法", Set: []Entry{{"narrative.problems", "政策文件专业，群众看不懂；已组建讲解队，每月把文件讲成故事。"}}},
			{Why: "查找不便也是问题", Set: []Entry{{"narrative.problems", "抽检信息查找不便、关注少。入口已前移至首页，并开通二维码查询。"}}},
			{Why: "一句话里都有", Set: []Entry{{"narrative.problems", "针对解读形式单一，全年新增图解8件。"}}},
			{Why: "说的是办法、对策、拟请", Set: []Entry{{"narrative.problems", "需改进之处：返乡期间咨询集中，服务跟不上。\n办法：设立服务点。"}}},
			{Why: "打算写成“拟”", Set: []Entry{{"narrative.problems", "不足之处是稿件文件化，群众不爱读。\n拟聘请退休编辑来镇指导。"}}},
			{Why: "没有统一，群众不知道", Set: []Entry{{"narrative.problems", "部分群众不知道到哪里查阅，两乡目录不统一。\n对策是保留原有服务点。"}}},
			{Why: "没有问题意识也是问题", Set: []Entry{{"narrative.problems", "个别站所没有问题意识。已组织培训两次。"}}},
			{Why: "自查发现了什么，是问题", Set: []Entry{{"narrative.problems", "自查发现：一是工程公示只有总价，没有明细；二是答疑少。\n今后，按标段公布，每季度答疑一次。"}}},
			{Why: "“存在……的情况”“较迟”是问题", Set: []Entry{{"narrative.problems", "有的村组存在贴出来无人看的情形；抽查结果贴得较迟。\n我们已给村组做了防雨的公示箱。"}}},
			{Why: "以下一年开头的一段是打算", Set: []Entry{{"report.year", "2024"}, {"narrative.problems", "渡口信息停留在“修”，“管”的经费用到哪里写得不够。\n2025年，按渡口公布养护经费，请村民来评。"}}},
			{Why: "两段，后一段不再说问题", Set: []Entry{{"narrative.problems", "（一）重复转发的信息占了一定比例。（二）公示栏常有空档。\n（一）同一文件只发一次，后面用链接。（二）每村派一名文书去学一个月。"}}},
			{Why: "两段，前一段不是办法，也不是成绩", Set: []Entry{{"narrative.problems", "公告用语像教科书，老人听过就忘。\n改进：每条公告配一段方言录音。"}}},
			{Why: "已经要求了什么、明年怎么办，是办法", Set: []Entry{{"narrative.problems", "窗口人员遇到保密与公开的取舍时拿不准。已要求经办人先问法律顾问，明年继续坚持。"}}},
			{Why: "办法叫作“举措”，或以“拟”开头", Set: []Entry{{"narrative.problems", "差距：遇到保密与公开的取舍时举棋不定。公示栏纸张容易脱落。举措：请法律顾问写处理意见。拟给公示栏加门。"}}},
			{Why: "几段都是问题，后一段的说法没见过，也还没有办法", Set: []Entry{{"narrative.problems", "一是公开的内容不够全面。\n二是公开目录像一本旧账。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "前一段说的是成绩", Set: []Entry{{"narrative.problems", "全年信息发布有序，群众反响良好。\n下一步，将加强培训。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "只是一段引话", Set: []Entry{{"narrative.problems", "现将有关情况报告如下：\n下一步，将加强培训。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "办法里的下一年不是问题", Set: []Entry{{"report.year", "2024"}, {"narrative.problems", "2025年，按季度公布经费。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "“已过期”不是办法", Set: []Entry{{"narrative.problems", "主要问题：公示栏里的纸，已过期两个月。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "空着的另有一条规则", Set: []Entry{{"narrative.problems", ""}}},
			{Why: "只写“无”的另有一条规则", Set: []Entry{{"narrative.problems", "无。"}}},
		}
	},
}

var (
	problemMatter = newMatter("存在的问题", "问题 不足 差距 短板 薄弱 弱项 有待 不够 欠缺 缺乏 缺少 滞后 不强 不高 不到位 不及时 不完善 不全 不规范 不平衡 不均衡 "+
		"不熟 不深 不细 不畅 不广 不多 不佳 不清 不理想 单一 偏 困难 难以 较少 较慢 较低 较弱 还需 仍需 尚需 未能 矛盾 制约 堵点 难点 痛点 局限 缺陷 漏洞 疏漏 瑕疵 不适应 落后 "+
		"不便 偏差 看不懂 找不到 关注少 太少 过少 陈旧 过时 不一致 标准不一 不主动 不愿 不会 模糊 粗糙 断档 空白 死角 盲区 迟缓 拖延 重发布 重数量 多为兼职 身兼 流于 走过场 闲置 期短 期限短 时间短 太短 偏短 不知道 不统一 不了解 不清楚 不熟悉 不习惯 跟不上 不足之处 改进之处 短处 毛病 教训 生疏 听不懂 不同步 没有同步 写法不一 空档 不易 不顺 得少 迟延 延迟 拖后 不深入 不精准 不充分 不理解 脱节 "+
		"欠缺 短缺 紧缺 较迟 较晚 较粗 较差 较难 慢于 参差 拿不准 把握不 掌握不 停留在 停留于 自查发现 检查发现 抽查发现 没有明细 不清晰 不顺手 有出入 混淆 冗长 晦涩 难懂 难找 空泛 简略 "+
		"同质化 重复建设 分散 零散 打不开 无人看 没人看 看不到 查不到 看不着 来不及 错位 误解 褪色 脱落 破损 做得不好 检视")
	// lacks are the same said in no fixed words: 存在贴了没人看的情况, 互动少.
	lacks         = pattern.New(`存在[^。；\n]{0,40}(?:情况|情形|现象|倾向)(?:[，。；]|$)|[^，。；、：\n减](?:少|难|慢|迟|晚|差|弱|乱)(?:[，。；、\n]|$)|不(?:准|稳|严|顺|透|紧|实|均|匀|齐|牢|勤|灵|力|直观|具体|系统|醒目|接地气|容易|一|支持|规律)[^，。；、\n]{0,2}(?:[，。；、\n]|$)`)
	measureMatter = newMatter("改进的办法", "改进 整改 措施 对策 办法： 办法是 改法 为此安排 应对 以后 移到 移至 拟作 改正 纠正 下一步 下一阶段 今后 将 打算 计划 加强 加大 加快 强化 提升 提高 优化 完善 健全 规范 进一步 落实 推进 建立 "+
		"增加 新增 增设 补 改 解决 针对 为此 深化 拓展 丰富 创新 细化 培训 努力 着力 克服 着手 开展 制定 组织 实行 统一 "+
		"对此 拟请 拟聘 拟在 拟于 拟对 拟组 拟开 拟建 拟通过 推行 已将 已把 已组 已通过 已开 已安排 已建 已争取 已调 已完 已对 已按 已在 已制 已印 已新 已设 已纳 已列 已启 已明确 已邀 已联 已配 已更 已梳 已责 已约 已召 已举 已实 已逐 已整 组建 开通 列为 前移 配备 争取 约谈 摸底 通报 专人 现由 现已 逐一 改为 改成 "+
		"举措 补强 一律 压缩 缩短 试行 结对 上线 选派 邀请 聘请 首场 送到 搬到 移入")
	// undertakings are measures by how they begin: 已要求经办人先问, 拟给公示栏加门, 每季度答疑一次; not 已过期, 由于.
	undertakings = pattern.New(`(?:^|[。；：，\n）])(?:(?:我们|我[镇乡局县区市委办]|街道|镇里|局里|目前|年内|均|都|也)*已(?:经)?[^过失陈不成满难无没未有是影，。；]|拟[^，。；]|(?:请|每(?:月|季|周|半年|逢|期)))|(?:^|[。；：\n）])由[^于此来]`)
	// denials are ways to say that there are no problems, which is no account of problems.
	denials = strings.NewReplacer("没有问题意识", "缺乏问题意识", "没有问题导向", "缺乏问题导向",
		"不存在问题", "", "不存在任何问题", "", "不存在明显问题", "", "不存在突出问题", "", "不存在主要问题", "", "没有问题", "", "没有存在问题", "", "没有明显问题", "", "没有突出问题", "",
		"未发现问题", "", "未发现明显问题", "", "没有发现问题", "", "未存在问题", "", "无问题", "", "无明显问题", "", "无突出问题", "", "无存在问题", "")
)

func findProblemsAndMeasures(in *Input) []Finding {
	s, ok := in.section("narrative.problems")
	if !ok || len(s.paragraphs) == 1 && saysNothing(s.paragraphs[0].Text) {
		return nil
	}
	text := denials.Replace(s.answered())
	year, _ := in.Report.Year()
	problems, measures := tellsProblems(text), tellsMeasures(text, year)
	if parts := s.bodies(); problems != measures && !isOneList(parts) {
		// Two paragraphs of which one is told by its words and the other differs are the two that are due, in whatever words.
		first, last := parts[0], parts[len(parts)-1]
		measures = measures || tellsProblems(first) && !tellsProblems(last)
		problems = problems || tellsMeasures(last, year) && !tellsMeasures(first, year) && !praise.In(first)
	}
	var names []string
	if !problems {
		names = append(names, problemMatter.name)
	}
	if !measures || s.deniesMeasures() {
		names = append(names, measureMatter.name)
	}
	if names == nil {
		return nil
	}
	f := s.wholeFinding("“" + s.heading + "”没有写到" + strings.Join(names, "和") + "，请补上。")
	f.Expected = problemMatter.name + "和" + measureMatter.name
	return []Finding{f}
}

func tellsProblems(text string) bool { return problemMatter.words.In(text) || lacks.MatchString(text) }

// tellsMeasures is true of a text on what was or will be done; year is the report's: what is told of the next one is a plan.
func tellsMeasures(text string, year int) bool {
	if plans.In(text) || measureMatter.words.In(wishes.ReplaceAllString(text, "")) || undertakings.MatchString(text) {
		return true
	}
	next := fmt.Sprintf("%d年", year+1)
	return slices.ContainsFunc(chinese.Statements(text), func(statement string) bool {
		statement = strings.TrimSpace(statement)
		return strings.HasPrefix(statement, next) || chinese.StartsWithAny(statement, []string{"自" + next, "从" + next, "到" + next})
	})
}

// bodies are the section's paragraphs that are no headings, without denials; the sentences of a single one.
func (s section) bodies() []string {
	var list []string
	for i, p := range s.paragraphs {
		if text := strings.TrimSpace(denials.Replace(p.Text)); text != "" && !s.isHeading(i) && !saysNothing(p.Text) {
			list = append(list, text)
		}
	}
	if len(list) == 1 {
		return strings.FieldsFunc(list[0], func(r rune) bool { return r == '。' })
	}
	return list
}

// isOneList is true of paragraphs of which the last goes on with what those before it tell of, and of a single one.
func isOneList(paragraphs []string) bool {
	if len(paragraphs) < 2 || strings.HasSuffix(paragraphs[len(paragraphs)-2], "；") {
		return true
	}
	last := paragraphs[len(paragraphs)-1]
	m, _, numbered := chinese.ReadMarker(last)
	return numbered && m.Number > 1 || itemBeginnings.Begins(last)
}

var itemBeginnings = pattern.NewWords("二是 三是 四是 五是 二、 其二 其三 第二 第三 第四 二则 再者 再次 最后 另外 此外 同时 还有 另一方面 以上 上述")

// praise is what paragraphs tell that only lead up to others, or tell of success.
var praise = pattern.NewWords("成效 成绩 圆满 顺利 良好 顺畅 平稳 稳步 有序 扎实 认真 明显 好评 肯定 满意 落到实处 高度重视 积极 全面 严格 如下 报告 按照 依法 贯彻 到位 达到 公开信息 政府信息 发布信息 现将 较好 完成")

// plans are words with which only measures are told.
var plans = pattern.NewWords("下一步 下一阶段 今后 将 打算 计划 针对 为此 明年 来年 次年 下年度 下一年 新的一年 往后 接下来 下步")

// wishes are ways to say that something is not yet as it should be, in words that also say what is done about it.
var wishes = pattern.Built(func() string {
	measures := strings.Join(measureMatter.words.List(), "|")
	return `(?:有待|亟待|亟需|急需|尚需|仍需|还需|仍须|需要|需|不够|不|未|没有|缺乏|缺少)(?:于|要|能|得到|进一步|持续|继续|更加|完全|及时|切实|再)*` +
		`(?:` + measures + `)+(?:和?(?:` + measures + `))*|(?:存在的?|主要)?问题(?:及|和|与)(?:改进|整改)(?:情况|措施)?|(?:落实|整改|推进|完善|规范|培训|组织)[^，。；：]{0,6}(?:不够|不到位|不力|不足|不及时|不完善|不规范|有差距|滞后)`
})

// isUnderMeasures is true of a heading on measures: 改进情况：.
func isUnderMeasures(text string) bool {
	const most = 6 // characters behind the word
	if last := lastRune(text); strings.Contains("：。", last) {
		text = strings.TrimSuffix(text, last)
	}
	for _, word := range []string{"改进", "整改", "措施"} {
		if _, behind, found := cutLast(text, word); found && utf8.RuneCountInString(behind) <= most && !strings.ContainsAny(behind, "，。；：") {
			return true
		}
	}
	return false
}

// deniesMeasures is true of a heading on measures under which only 无 stands.
func (s section) deniesMeasures() bool {
	for i, p := range s.paragraphs {
		text := strings.TrimSpace(p.Text)
		if i+1 < len(s.paragraphs) && isUnderMeasures(text) && utf8.RuneCountInString(text) <= 20 && saysNothing(s.paragraphs[i+1].Text) {
			return true
		}
		if head, rest, ok := strings.Cut(text, "："); ok && isUnderMeasures(head) && saysNothing(rest) {
			return true
		}
	}
	return false
}

// answered is the section's text without the headings under which only 无 stands.
func (s section) answered() string {
	var kept []string
	for i, p := range s.paragraphs {
		silent := saysNothing(p.Text)
		if !silent && i+1 < len(s.paragraphs) && s.isHeading(i) {
			silent = saysNothing(s.paragraphs[i+1].Text)
		}
		if !silent {
			kept = append(kept, p.Text)
		}
	}
	return strings.Join(kept, "\n")
}

var overviewAspects = Rule{
	ID: "overview-aspects", Level: Query, Title: "第一部分写到五个方面：主动公开、依申请公开、政府信息管理、平台建设、监督保障", Citation: "年度报告格式第一部分",
	Find: findOverviewAspects,
	Cases: func() []Case {
		return []Case{
			{Why: "只写了主动公开", Set: []Entry{{"narrative.overview", "全年主动公开政府信息320条，其中工作动态200条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "没有写依申请公开", Set: []Entry{{"narrative.overview", "（一）主动公开。发布信息320条。\n（二）政府信息管理。实行三审三校。\n（三）平台建设。更新网站专栏。\n（四）监督保障。按季度考核。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "“申请”只在复议一句里", Set: []Entry{{"narrative.overview", "（一）主动公开。发布信息320条。\n（二）复议诉讼。没有被申请行政复议的情况。\n（三）政府信息管理。实行三审三校。\n（四）平台建设。更新网站专栏。\n（五）监督保障。按季度考核。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "只带过一个词", Set: []Entry{{"narrative.overview", "保障群众的监督权，通过县政府门户网站发布信息320条，没有收到申请。信息先审后发。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "专人核定数字不是监督保障", Set: []Entry{{"narrative.overview", "（一）主动公开。发布信息320条。\n（二）依申请公开。没有收到申请。\n（三）信息管理。数据由专人核定，先审后发。\n（四）平台建设。更新网站专栏。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "公开检查信息不是监督保障", Set: []Entry{{"narrative.overview", "（一）主动公开。公开安全生产检查、社会保障信息189条。\n（二）依申请公开。没有收到申请。\n（三）政府信息管理。先审后发。\n（四）平台建设。更新网站专栏。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "监督保障写在信息管理里", Set: []Entry{{"narrative.overview", "（一）主动公开。公开安全生产检查信息189条。\n（二）依申请公开。没有收到申请。\n（三）政府信息管理。先审后发，按季度通报。\n（四）平台建设。更新网站专栏。"}}},
			{Why: "没有小标题，五个方面都写到了", Set: []Entry{{"narrative.overview", "全年发布信息86条，没有收到公开申请。发布之前先经保密审查。网站、公众号、公开栏同步更新。年终对各站所考核。"}}},
			{Why: "换了说法", Set: []Entry{{"narrative.overview", "公开各类信息50条；办结申请3件；文件都有台账；公示栏换了版面；请监督员评议。"}}},
			{Why: "公开写成上墙上网、公示多少人", Set: []Entry{{"narrative.overview", "凡要花钱的，一律先上墙、再上网。收到申请1件。稿件由主任签发。公众号按周更新。请居民评议。"}}},
			{Why: "公示多少户、推送多少篇", Set: []Entry{{"narrative.overview", "集体资产折股结果公示股民3万人。收到申请1件。稿件由主任签发。公众号按周更新。请居民评议。"}}},
			{Why: "撤下过期公示不是主动公开", Set: []Entry{{"narrative.overview", "（一）依申请公开。没有收到申请。\n（二）政府信息管理。撤下过期公示12条。\n（三）平台建设。网站按月更新。\n（四）监督保障。按季度考核。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "管理、平台、保障合成一段", Set: []Entry{{"narrative.overview", "公示补助名单30条，没有收到申请。管理和保障上，镇里添了一名专人；平台上，广播每天响两回。"}}},
			{Why: "制度上、技术上、监督上", Set: []Entry{{"narrative.overview", "全局主动公开政府信息86条，收到申请3件。制度上，印发申请办理规程；技术上，启用办理系统；监督上，按季度通报。"}}},
			{Why: "谁拟稿、谁审定，年底接受评估", Set: []Entry{{"narrative.overview", "发布信息86条，没有收到申请。信息由综合股拟稿、分管领导审定。在政务大厅的触摸屏上可查。年底接受第三方评估。"}}},
			{Why: "党组会研究公开工作是监督保障", Set: []Entry{{"narrative.overview", "发布信息86条，没有收到申请。稿件终审在办公室。网站按周更新。局党组会研究公开工作3次。"}}},
			{Why: "研究工程款、考核水库管理不是政府信息管理", Set: []Entry{{"narrative.overview", "发布信息86条，没有收到申请。网站按周更新。全年研究工程款支付6次，考核水库管理3座。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "空着的另有一条规则", Set: []Entry{{"narrative.overview", ""}}},
		}
	},
}

// The aspects whose place among them is spoken of; 监督保障 is the last.
const (
	publishingAspect   = 0
	applicationsAspect = 1
	supervisionAspect  = 4
)

var aspects = []matter{
	newMatter("主动公开", "主动公开 主动发布 主动向社会 发布 公布 公开政府信息 公开政务信息 公开信息 公开各类 公开了 公开内容 公开文件 公开事项 "+
		"刊发 上网上墙 上墙上网 先上墙 公示率 公开率 晾晒").shaped(`(?:^|[^期架下理除])公示[^。；，的栏牌屏]{0,6}[0-9一二三四五六七八九十][0-9.一二三四五六七八九十百千万]*余?(?:条|户|人|名|项|件|批|期)|(?:编发|挂出)[^。；，]{0,10}[0-9一二三四五六七八九十百千万两]+余?(?:条|篇|期)`),
	newMatter("依申请公开", "申请"),
	newMatter("政府信息管理", "信息管理 信息资源管理 文件管理 公文管理 制度管理 管理制度 管理机制 规范管理 动态管理 源头管理 日常管理 审核 审查 审签 三审 三校 校对 保密 归档 台账 "+
		"动态调整 清理 目录 公开属性 把关 错别字 失效 更新维护 分级分类 "+
		"审定 终审 拟稿 审稿 核稿 退稿 签发 下架 文件库 文件数据库 信息怎么管 怎么管信息").shaped(`(?:^|[。；，\n])(?:信息|内部|日常)?管理(?:(?:和|与|及|、)(?:平台|保障|监督)[^，。；]{0,4})*(?:上|方面|层面|环节)|(?:^|[。；，\n])制度(?:上|方面|层面)`),
	newMatter("政府信息公开平台建设", "平台 网站 网页 公众号 微信 微博 新媒体 融媒体 客户端 专栏 栏目 专区 公开栏 公示栏 公告栏 宣传栏 查阅点 查阅场所 公报 广播 显示屏 村村响 抖音 短视频 载体 渠道 "+
		"小程序 电子屏 触摸屏 查询机 视频号 大喇叭 专页 子站").shaped(`上线[^下]|(?:^|[。；，\n])技术(?:上|方面|层面)`),
	newMatter("监督保障", "监督 考核 评议 追究 问责 追责 培训 领导小组 组织领导 明确专人 专人负责 安排专人 指定专人 确定专人 配备专人 保障 督查 督办 检查 通报 测评 学习 "+
		"后评估 第三方评估 督导 第一责任人 专职 好评率 回访 公开经费").shaped(`(?:研究|听取)[^。；，]{0,10}公开(?:工作|情况|的?汇报)`),
}

// grazes are words of the aspects where they speak of something else, or only say through what something was published.
var grazes = pattern.New(`(?:被)?(?:申请|提起)(?:行政)?复议|(?:行政)?复议申请|申请(?:强制执行|再审)|(?:知情|参与|表达)?[权、]*监督权|市场监督管理|监督管理局|(?:通过|利用|依托|在|于|借助)[^，。；：、]{0,12}网站(?:上)?(?:平台)?(?:主动)?(?:公开|发布|公布)`)

func findOverviewAspects(in *Input) []Finding {
	s, ok := in.section("narrative.overview")
	if !ok {
		return nil
	}
	names := s.missingAspects()
	if names == nil {
		return nil
	}
	f := s.wholeFinding("“" + s.heading + "”没有写到：" + strings.Join(names, "、") + "。没有做的也请写一句。")
	f.Expected = strings.Join(names, "、")
	return []Finding{f}
}

// grazing are words without which nothing grazes an aspect.
var grazing = pattern.NewWords("复议 申请强制 申请再审 监督权 监督管理 网站")

// missingAspects lists the aspects that the section is silent on. Paragraphs in which one may only be grazed are read closely
// where the others do not speak of all.
func (s section) missingAspects() []string {
	var plain, doubtful strings.Builder
	for _, p := range s.paragraphs {
		text := &plain
		if grazing.In(p.Text) {
			text = &doubtful
		}
		text.WriteString(p.Text)
		text.WriteByte('\n')
	}
	if missing(plain.String(), aspects) != nil {
		if names := missing(plain.String()+grazes.ReplaceAllStringFunc(doubtful.String(), publishing), aspects); names != nil {
			return names
		}
	}
	return s.unheadedAspect()
}

// unheadedAspect is 监督保障 where the other four have headings, it has none, and its words stand only in what is said of publishing and of
// applications: 公开安全生产检查信息189条 is no word on it.
func (s section) unheadedAspect() []string {
	headed, at := make([]bool, len(aspects)), -1
	var rest strings.Builder
	for i, p := range s.paragraphs {
		if heading := s.headingOf(i); heading != "" {
			if at = aspectNamed(heading); at >= 0 {
				headed[at] = true
			}
		}
		if at != publishingAspect && at != applicationsAspect {
			rest.WriteString(p.Text)
			rest.WriteByte('\n')
		}
	}
	last := aspects[supervisionAspect]
	if headed[supervisionAspect] || slices.Contains(headed[:supervisionAspect], false) || last.isIn(rest.String()) {
		return nil
	}
	return []string{last.name}
}

// headingOf is the heading that paragraph i is or begins with, "" if there is none.
func (s section) headingOf(i int) string {
	switch h := s.outline[i]; h.Kind {
	case chinese.NoHeading:
		return ""
	case chinese.RunIn:
		return s.paragraphs[i].Text[:h.Lead]
	}
	return s.paragraphs[i].Text
}

// aspectNamed is the aspect that a heading names, by its place; -1 for none.
func aspectNamed(heading string) int {
	return slices.IndexFunc(aspects, func(m matter) bool {
		return strings.Contains(heading, strings.TrimPrefix(m.name, "政府信息公开"))
	})
}

// publishing keeps of a word that grazes an aspect what it says of publishing: 通过门户网站公开 is no word on platforms.
func publishing(words string) string {
	for _, verb := range []string{"公开", "发布", "公布"} {
		if strings.HasSuffix(words, verb) {
			return "主动公开"
		}
	}
	return "　"
}

var accountabilityReported = Rule{
	ID: "accountability-reported", Level: Query, Title: "各级政府（含乡镇）要写工作考核、社会评议、责任追究的结果；街道和部门看一看要不要写", Citation: "《条例》第五十条",
	Find: findAccountabilityReported,
	Cases: func() []Case {
		return []Case{
			{Why: "三样都没有写", Set: []Entry{{"narrative.overview", "主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。组织培训2次。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "没有写责任追究", Set: []Entry{{"narrative.overview", "主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。按季度考核，征求群众意见。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "换了说法", Set: []Entry{{"narrative.overview", "主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。公开情况计入绩效，满意度96%，全年没有问责事项。"}}},
			{Why: "请第三方评估，也是考核和评议", Set: []Entry{{"narrative.overview", "主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。委托第三方评估站所公开情况，没有问责事项。"}}},
			{Why: "第三方合法权益不是评估", Set: []Entry{{"narrative.overview", "主动公开信息320条，申请1件，涉及第三方合法权益。信息先审后发。网站按时更新。没有问责事项。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "写在了第六部分", Set: []Entry{{"narrative.overview", "主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。组织培训2次。"},
				{"narrative.other", "未收取信息处理费。年终考核、群众评议均为优秀，没有需要追究责任的情形。"}}},
			{Why: "部门没有写，只作提示", Set: []Entry{{"unit.name", "清溪县财政局"}, {"unit.level", "县级部门"}, {"narrative.overview", "主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。组织培训2次。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "街道没有写，只作提示", Set: []Entry{{"unit.name", "望江街道办事处"}, {"unit.level", "街道"}, {"narrative.overview", "主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。组织培训2次。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "层级不明就不下结论", Set: []Entry{{"unit.level", "功能区"}, {"narrative.overview", "主动公开信息320条，没有收到申请。信息先审后发。网站按时更新。组织培训2次。"}}},
			{Why: "空着的另有一条规则", Set: []Entry{{"narrative.overview", ""}}},
		}
	},
}

var accountability = []matter{
	newMatter("工作考核", "考核 考评 绩效 考绩 第三方评估 第三方机构 后评估 年终评估 年度评估 等次 评分 打分 计分 得分 评先 评优 测评 督查考"),
	newMatter("社会评议", "评议 满意度 满意率 社会监督 意见 建议 问卷 监督员 群众评价 社会评价 测评 民意 座谈 评价 回访 好评 第三方评估 第三方机构"),
	newMatter("责任追究", "追究 问责 追责 约谈 责任倒查 过错责任 失职 通报批评 党纪 政务处分"),
}

// accountabilityTold is how a report tells each of them where there was nothing.
var accountabilityTold = map[string]string{
	"工作考核": "没有对政府信息公开工作进行考核", "社会评议": "没有组织社会评议", "责任追究": "没有需要追究责任的情形",
}

func findAccountabilityReported(in *Input) []Finding {
	level, ok := in.knownLevel()
	overview, written := in.section("narrative.overview")
	if !ok || !written {
		return nil
	}
	var text strings.Builder
	for _, s := range in.filled() {
		text.WriteString(s.text())
	}
	names := missing(text.String(), accountability)
	if names == nil {
		return nil
	}
	var sentences []string
	for _, name := range names {
		sentences = append(sentences, accountabilityTold[name])
	}
	due, none := "《条例》第五十条要求各级政府写，一般写在“监督保障”里", "没有的"
	if !level.Government || level.Dispatched {
		due, none = "《条例》第五十条只要求各级政府写，"+level.Name+"写不写看上级的要求", "要写而没有的"
	}
	f := overview.wholeFinding("没有写到" + strings.Join(names, "、") + "的结果。" + due + "。" + none + "，可写：" + in.Report.YearText() + "年" + strings.Join(sentences, "，") + "。")
	f.Expected = strings.Join(names, "、")
	if !level.Government || level.Dispatched {
		f.Level = Info
	}
	return []Finding{f}
}

var overviewLength = Rule{
	ID: "overview-length", Level: Info, Since: 2021, Title: "第一部分不宜太长（一般不超过1000字，可另设）", Citation: "各地编制年度报告的通行要求",
	Find: findOverviewLength,
	Cases: func() []Case {
		return []Case{
			{Why: "多出一个字", Set: []Entry{{"narrative.overview", strings.Repeat("主动公开、受理申请、审核信息、更新网站、接受监督。\n", 40) + "好"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "正好一千字", Set: []Entry{{"narrative.overview", strings.Repeat("主动公开、受理申请、审核信息、更新网站、接受监督。\n", 40)}}},
			{Why: "空格不算字", Set: []Entry{{"narrative.overview", strings.Repeat("主动公开、受理申请、审核信息、更新网站、接受监督。\n", 40) + "　 　 "}}},
		}
	},
}

func findOverviewLength(in *Input) []Finding {
	s, ok := in.section("narrative.overview")
	if !ok {
		return nil
	}
	n, most := 0, in.Settings.overviewLength()
	for _, p := range s.paragraphs {
		for _, r := range p.Text {
			if !unicode.IsSpace(r) {
				n++
			}
		}
	}
	if n <= most {
		return nil
	}
	f := s.wholeFinding(fmt.Sprintf("“%s”有%d字，一般不超过%d字，请精简。", s.heading, n, most))
	f.Expected, f.Actual, f.Difference = fmt.Sprintf("不超过%d字", most), fmt.Sprintf("%d字", n), fmt.Sprint(n-most)
	return []Finding{f}
}

var feeStatement = Rule{
	ID: "fee-statement", Level: Query, Since: 2021, Title: "第六部分写明是否收取信息处理费，收了的写明多少", Citation: "《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）",
	Find: findFeeStatement,
	Cases: func() []Case {
		return []Case{
			{Why: "没有写", Set: []Entry{{"narrative.other", "没有其他需要报告的事项。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "空着", Set: []Entry{{"narrative.other", ""}}, Finds: []form.Key{"narrative.other"}},
			{Why: "写的是行政事业性收费", Set: []Entry{{"narrative.other", "本年度没有行政事业性收费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "说收了，没有说收了多少", Set: []Entry{{"narrative.other", "本年度依法收取了政府信息公开信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "收了，写明了金额", Set: []Entry{{"narrative.other", "按照规定，本年度共收取信息处理费400元。"}}},
			{Why: "没有发收费通知", Set: []Entry{{"narrative.other", "全年未发出收费通知。"}}},
			{Why: "说成没有收费、没有收钱、免费", Set: []Entry{{"narrative.other", "没有收费，没有其他事项。"}}},
			{Why: "说成分文未取", Set: []Entry{{"narrative.other", "向申请人提供信息分文未取，无其他事项。"}}},
			{Why: "在依申请公开里说没有收取费用", Set: []Entry{{"narrative.overview", "（二）依申请公开。收到申请3件，都已答复，没有向申请人收取任何费用。"}, {"narrative.other", "无。"}}},
			{Why: "没有行政收费，不是没有信息处理费", Set: []Entry{{"narrative.overview", "（一）主动公开。没有许可、处罚和行政收费。\n（二）依申请公开。收到申请3件。"}, {"narrative.other", "无。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "标题之后写的是“无”", Set: []Entry{{"narrative.other", "（一）收取信息处理费情况\n无。"}}},
			{Why: "标题之后什么也没有写", Set: []Entry{{"narrative.other", "（一）收取信息处理费情况\n（二）其他事项。没有其他事项。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "写在了第一部分", Set: []Entry{{"narrative.overview", "主动公开信息320条，没有收到申请，未收取信息处理费。信息先审后发。网站按时更新。按季度考核，征求意见，没有问责。"}, {"narrative.other", "无。"}}},
			{Why: "试行格式没有这一项", Year: 2020, Set: []Entry{{"narrative.other", "无。"}}},
			{Why: "文字栏丢了的另有一条规则", Lost: []form.Key{"narrative.other"}},
		}
	},
}

func findFeeStatement(in *Input) []Finding {
	const key = form.Key("narrative.other")
	if slices.Contains(in.Report.Lost, key) {
		return nil
	}
	sections := in.filled()
	last := sections[slices.IndexFunc(sections, func(s section) bool { return s.passage.Key == key })]
	text := feesOfTableTwo.Replace(last.written())
	switch {
	case feeWords.In(text):
		if chinese.ContainsAny(text, strings.Fields("收取了 共收取 依法收取 实际收取")) && !chinese.ContainsAny(text, strings.Fields("未 没 无 不 免 零 元")) {
			return []Finding{last.wholeFinding("“" + last.heading + "”写了收取信息处理费，没有写收了多少，请写明金额。")}
		}
		return nil
	case in.statesFee():
		return nil
	}
	f := last.wholeFinding("“" + last.heading + "”没有写明是否收取信息处理费。没有收取的，可写：" + in.Report.YearText() + "年未收取政府信息公开信息处理费。")
	f.Expected = "是否收取信息处理费，收取多少"
	return []Finding{f}
}

// feeWords are words of which a section six that states the fee uses at least one.
var feeWords = pattern.NewWords("处理费 收费 费用 免费 收钱 分文 一分钱 检索费 复制费 邮寄费 工本费")

// feesOfTableTwo are another thing than the fee for processing requests.
var feesOfTableTwo = strings.NewReplacer("行政事业性收费", "", "行政事业收费", "")

// noFees is how what is said of applications tells that nothing was charged for them, without naming the fee.
var noFees = pattern.New(`(?:未|没有|不|无)(?:向[^，。；]{0,8})?(?:收取|产生|发生)(?:过|任何|其他|相关|信息公开|检索|复制|邮寄|、)*(?:费用|收费)`, "费用", "收费")

// statesFee says whether a statement somewhere in the report tells what came of the fee.
func (in *Input) statesFee() bool {
	for _, s := range in.filled() {
		for _, p := range s.paragraphs {
			if strings.Contains(p.Text, "申请") && noFees.MatchString(p.Text) {
				return true
			}
			if !strings.Contains(p.Text, "处理费") {
				continue
			}
			for _, statement := range chinese.Statements(p.Text) {
				if strings.Contains(statement, "处理费") && chinese.ContainsAny(statement, strings.Fields("未 没 无 零 元")) {
					return true
				}
			}
		}
	}
	return false
}

// underWrongHeadings finds headings of an aspect below which nothing is said of it, but of 复议 and 诉讼.
func (s section) underWrongHeadings() []Finding {
	var found []Finding
	for i, p := range s.paragraphs {
		if s.outline[i].Kind != chinese.RunIn {
			continue
		}
		heading, body := p.Text[:s.outline[i].Lead], p.Text[s.outline[i].Lead:]
		lastOfIts := i+1 == len(s.paragraphs) || s.outline[i+1].Kind != chinese.NoHeading
		k := aspectNamed(heading)
		if k < 0 || !lastOfIts || slices.Contains([]string{"依申请公开", "监督保障"}, aspects[k].name) || aspects[k].isIn(body) || !chinese.ContainsAny(body, []string{"复议", "诉讼"}) {
			continue
		}
		title := chinese.HeadingTitle(heading)
		f := s.finding(i, excerpt(p.Text), "“"+title+"”下面写的是行政复议、行政诉讼，没有写"+aspects[k].name+"，请改写这一段；复议诉讼的情况写在依申请公开后面或第四部分。")
		f.Level = Query
		found = append(found, f)
	}
	return found
}
