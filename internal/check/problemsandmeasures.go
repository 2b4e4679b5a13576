package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

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
			{Why: "后一段说的是成绩", Set: []Entry{{"narrative.problems", "主要问题是解读形式单一。\n总的来看，各项任务如期完成，群众反映良好。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "前一段说的是成绩", Set: []Entry{{"narrative.problems", "全年信息发布有序，群众反响良好。\n下一步，将加强培训。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "只是一段引话", Set: []Entry{{"narrative.problems", "现将有关情况报告如下：\n下一步，将加强培训。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "办法里的下一年不是问题", Set: []Entry{{"report.year", "2024"}, {"narrative.problems", "2025年，按季度公布经费。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "“已过期”不是办法", Set: []Entry{{"narrative.problems", "主要问题：公示栏里的纸，已过期两个月。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "说了具体的事，没有用“不足”这类词", Set: []Entry{{"report.year", "2024"}, {"narrative.problems", "公开屏九点才开机，早市人散；2025年改为七点开。"}}},
			{Why: "具体的事里有“补”“培训”这样的字", Set: []Entry{{"report.year", "2025"}, {"narrative.problems", "补贴公示时间和发放时间隔得太久。培训多讲条例、少讲案例。二〇二六年起，培训改用本县的案例。"}}},
			{Why: "圈码、具体的事，改法另起一段", Set: []Entry{{"narrative.problems", "①整改公告写得太简；②公告间隔太久。\n改法：①写明金额；②每季度出一份。"}}},
			{Why: "什么时候起、多久一次、由谁做，是办法", Set: []Entry{{"narrative.problems", "价格监测只有数字没有说明；今年每周附一段点评，由信息股执笔。"}}},
			{Why: "一句话里先说问题，再说下一年怎么办", Set: []Entry{{"report.year", "2025"}, {"narrative.problems", "进度查询的用语太生硬，改为大白话，2026年1月已上线。"}}},
			{Why: "一句话里只有下一年怎么办", Set: []Entry{{"report.year", "2025"}, {"narrative.problems", "我镇将按月通报，2026年1月起逐村核对。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "标题和“不存在问题”写在一段里", Set: []Entry{{"narrative.problems", "（一）存在的主要问题。本年度不存在问题。\n（二）改进情况。下一步，我镇将继续加强学习，提高认识。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "标题和“无”写在一段里", Set: []Entry{{"narrative.problems", "（一）存在的主要问题。无。\n（二）改进情况。下一步，我镇将继续加强学习，提高认识。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "没有标题的“不存在问题”", Set: []Entry{{"narrative.problems", "本年度不存在问题。\n下一步，我镇将继续加强学习，提高认识。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "标题和没有的改进写在一段里", Set: []Entry{{"narrative.problems", "（一）存在的主要问题。惠农补贴的公示晚了十多天。\n（二）改进情况。无。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "标题和问题写在一段里", Set: []Entry{{"narrative.problems", "（一）存在的主要问题。公开屏九点才开机。\n（二）改进情况。下一步，我镇将改为七点开机。"}}},
			{Why: "两句具体的事，后一句没有怨言，是办法", Set: []Entry{{"narrative.problems", "信息员换得勤，交接没清单。建交接单，镇纪委季度抽查。"}}},
			{Why: "几点都是具体的事，没有办法", Set: []Entry{{"narrative.problems", "一是渔民出海时间长，难以看到公示；二是政策术语多，群众不好懂。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "多久才更新一次，说的是问题", Set: []Entry{{"narrative.problems", "公开栏每月才更新一次，公众号没人管。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "分号前后都是成绩和办法", Set: []Entry{{"narrative.problems", "全年没有发生投诉，群众满意；下一步坚持每月更新，不断完善。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "空着的另有一条规则", Set: []Entry{{"narrative.problems", ""}}},
			{Why: "只写“无”的另有一条规则", Set: []Entry{{"narrative.problems", "无。"}}},
			{Why: "标题下面都是“无”的也是", Set: []Entry{{"narrative.problems", "存在的问题：无。改进：无。"}}},
			{Why: "说没有突出问题，又写改进", Set: []Entry{{"narrative.problems", "全镇政府信息公开工作扎实有效，不存在突出问题。\n针对政策解读图少字多，群众看不懂的，下一步增加图解。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "虽然没有突出问题，但是", Set: []Entry{{"narrative.problems", "虽然没有突出问题，但政策解读图少字多。下一步增加图解。"}}},
		}
	},
}

var (
	problemMatter = newMatter("存在的问题", "问题 不足 差距 短板 薄弱 弱项 有待 不够 欠缺 缺乏 缺少 滞后 不强 不高 不到位 不及时 不完善 不全 不规范 不平衡 不均衡 "+
		"不熟 不深 不细 不畅 不广 不多 不佳 不清 不理想 单一 偏 困难 难以 较少 较慢 较低 较弱 还需 仍需 尚需 未能 矛盾 制约 堵点 难点 痛点 局限 缺陷 漏洞 疏漏 瑕疵 不适应 落后 "+
		"不便 偏差 看不懂 找不到 关注少 太少 过少 陈旧 过时 不一致 标准不一 不主动 不愿 不会 模糊 粗糙 断档 空白 死角 盲区 迟缓 拖延 重发布 重数量 多为兼职 身兼 流于 走过场 闲置 期短 期限短 时间短 太短 偏短 不知道 不统一 不了解 不清楚 不熟悉 不习惯 跟不上 不足之处 改进之处 短处 毛病 教训 生疏 听不懂 不同步 没有同步 写法不一 空档 不易 不顺 得少 迟延 延迟 拖后 不深入 不精准 不充分 不理解 脱节 "+
		"短缺 紧缺 较迟 较晚 较粗 较差 较难 慢于 参差 拿不准 把握不 掌握不 停留在 停留于 自查发现 检查发现 抽查发现 没有明细 不清晰 不顺手 有出入 混淆 冗长 晦涩 难懂 难找 空泛 简略 "+
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
		"未发现问题", "", "未发现明显问题", "", "没有发现问题", "", "未出现问题", "", "没有出现问题", "", "未存在问题", "", "无问题", "", "无明显问题", "", "无突出问题", "", "无存在问题", "")
)

// runInHead finds the heading of an account that stands in front of it in its paragraph: （一）存在的主要问题。.
var runInHead = pattern.New(`(^|[。\n])\s*(?:（[一二]）|[一二12][、.．])?(?:当前|目前|工作中)?(?:存在的?)?(?:主要|突出)?(?:问题|不足)(?:和不足|与不足)?[。：]`, "问题。", "问题：", "不足。", "不足：")

// withoutDenials is a text without what says that there are no problems, and without the headings in it, which speak of problems, too.
func withoutDenials(text string) string {
	return runInHead.ReplaceAllString(denials.Replace(text), "$1")
}

func findProblemsAndMeasures(in *Input) []Finding {
	s, ok := in.section("narrative.problems")
	if !ok || s.saysNothing() {
		return nil
	}
	text := withoutDenials(s.answered())
	year, _ := in.Report.Year()
	problems, measures := tellsProblems(text), tellsMeasures(text, year)
	accounts := s.accounts()
	problems = problems || slices.ContainsFunc(accounts, func(paragraph string) bool { return mayTellProblem(paragraph, year) })
	if parts := parted(accounts); problems != measures && !isOneList(parts) {
		// Two paragraphs of which one is told by its words and the other differs are the two that are due, in whatever words.
		first, last := parts[0], parts[len(parts)-1]
		toldFirst := tellsProblems(first) || mayTellProblem(first, year) && !complaints.In(harmless.Without(last))
		measures = measures || toldFirst && !tellsProblems(last) && !successes.In(last)
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
		return s.deniedProblems()
	}
	f := s.lackFinding("“" + s.heading + "”没有写到" + strings.Join(names, "和") + "，请补上。")
	f.Expected, f.Compared = problemMatter.name+"和"+measureMatter.name, Comparison{Due: "要写到"}
	return []Finding{f}
}

// flatDenial finds that there were no problems at all, said by itself.
var flatDenial = pattern.NewWith("不存在 未发现 没有", `(?:不存在(?:任何|明显|突出|主要)?(?:的)?问题|(?:未发现|没有发现)(?:存在)(?:的)?(?:明显|突出|主要)?问题|没有(?:明显|突出|主要|存在)的?问题)(?:和不足|与不足)?[，。；]`, "问题")

// deniedProblems finds that the section says there are no problems, though it tells some, or tells measures.
func (s section) deniedProblems() []Finding {
	for i, p := range s.paragraphs {
		if m := flatDenial.FindStringIndex(p.Text); m != nil && !chinese.IsQuoted(p.Text, m[0]) && !isConceded(p.Text, m[0]) {
			words := strings.TrimRight(p.Text[m[0]:m[1]], "，。；")
			return []Finding{s.finding(i, words, "这里写“"+excerpt(words)+"”，第五部分要写存在的主要问题，也与别的句子不合，请改正。")}
		}
	}
	return nil
}

// isConceded says whether a denial at a byte only leads up to what there is all the same: 虽然没有突出问题，但……
func isConceded(text string, at int) bool {
	statement, _ := chinese.Around(text, at, chinese.StatementEnds)
	return chinese.ContainsAny(statement, []string{"但", "虽", "尽管", "不过", "除"})
}

func tellsProblems(text string) bool { return problemMatter.words.In(text) || lacks.MatchString(text) }

// tellsMeasures is true of a text on what was or will be done; year is the report's: what is told of the next one is a plan.
func tellsMeasures(text string, year int) bool {
	if plans.In(text) || undertakings.MatchString(text) {
		return true
	}
	return slices.ContainsFunc(chinese.Statements(text), func(statement string) bool {
		return namesMeasure(statement) || isOnNextYear(strings.TrimSpace(statement), year) || arrangements.MatchString(statement) && !tellsProblems(statement) && !hindrances.In(statement)
	})
}

// namesMeasure is true of a statement with a word of measures that are not only wished for.
func namesMeasure(statement string) bool {
	return measureMatter.words.In(statement) && measureMatter.words.In(wishes.ReplaceAllString(statement, ""))
}

// isOnNextYear is true of a sentence that begins with the year after the report's.
func isOnNextYear(statement string, year int) bool {
	years := chinese.YearsIn(statement)
	return len(years) > 0 && years[0].Year == year+1 && years[0].Start <= len("自")
}

var (
	// arrangements say from when, how often, by whom or how something is done: 今年起每季度发一篇, 由科长执笔.
	arrangements = pattern.New(`[今明下来次][年季秋春夏冬批期周月][^，。；\n]{0,3}起|(?:[0-9一二三四五六七八九十]月|季度|学期)(?:初|中|底|末)?[起前内]|年[底内起]|每(?:周|月|日|季|天|旬|批|逢|半月|半年|学期|两)|按[周月季日]`+
		`|必须|须[有经由先在]|不得|准备|约定|商定|轮流|由[^，。；\n]{1,12}(?:负责|牵头|执笔|代管|核对|签字)|改[为成用]|换成|当[天日月]|(?:^|[^没未不缺少])设[^，。；\n]{0,8}(?:台账|专栏|岗|组|清单|机制)`,
		"起", "前", "内", "底", "每", "按", "须", "不得", "准备", "约定", "商定", "轮流", "由", "改", "换成", "当", "设")
	// hindrances are words with which the same tells of what is wrong: 每月才更新一次.
	hindrances = pattern.NewWords("才 只 仍 没有 没人 还没")
)

// accounts are the section's paragraphs that are no headings, without denials.
func (s section) accounts() []string {
	const fewest = 5 // characters that tell something: not 本年度。, which is left of 本年度不存在问题。
	var list []string
	for i, p := range s.paragraphs {
		if text := strings.TrimSpace(withoutDenials(p.Text)); utf8.RuneCountInString(text) >= fewest && !s.isHeading(i) && !saysNothing(p.Text) {
			list = append(list, text)
		}
	}
	return list
}

// parted are paragraphs, or the sentences of a single one, or the halves of a single sentence.
func parted(paragraphs []string) []string {
	for _, mark := range "。；" {
		if len(paragraphs) == 1 {
			paragraphs = strings.FieldsFunc(paragraphs[0], func(r rune) bool { return r == mark })
		}
	}
	return paragraphs
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

// successes are what is told of a year that went well.
var successes = pattern.NewWords("好评 肯定 圆满 如期完成 全面完成 顺利完成 运行平稳 运行顺畅 成效 成绩 总体看 总的来看 总体来看")

// plans are words with which only measures are told.
var plans = pattern.NewWords("下一步 下一阶段 今后 将 打算 计划 针对 为此 明年 来年 次年 下年度 下一年 新的一年 往后 接下来 下步")

// wishes are ways to say that something is not yet as it should be, in words that also say what is done about it.
var wishes = pattern.Built(func() string {
	measures := strings.Join(measureMatter.words.List(), "|")
	return `(?:有待|亟待|亟需|急需|尚需|仍需|还需|仍须|需要|需|不够|不|未|没有|缺乏|缺少)(?:于|要|能|得到|进一步|持续|继续|更加|完全|及时|切实|再)*` +
		`(?:` + measures + `)+(?:和?(?:` + measures + `))*|(?:存在的?|主要)?问题(?:及|和|与)(?:改进|整改)(?:情况|措施)?|(?:落实|整改|推进|完善|规范|培训|组织)[^，。；：]{0,6}(?:不够|不到位|不力|不足|不及时|不完善|不规范|有差距|滞后)`
}, "待", "需", "须", "不", "未", "没有", "缺", "问题", "有差距", "滞后")

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
		for _, mark := range []string{"：", "。"} {
			if head, rest, ok := strings.Cut(text, mark); ok && isUnderMeasures(head) && saysNothing(rest) {
				return true
			}
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
