package check

import (
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

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
			{Why: "由办公室逐条核对，领导签字后上传", Set: []Entry{{"narrative.overview", "发布信息86条，没有收到申请。网站按周更新，上网的由办公室逐条核对。年底考核。"}}},
			{Why: "研究工程款、考核水库管理不是政府信息管理", Set: []Entry{{"narrative.overview", "发布信息86条，没有收到申请。网站按周更新。全年研究工程款支付6次，考核水库管理3座。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "信息管理员不是政府信息管理", Set: []Entry{{"narrative.overview", "主动公开。发布信息86条。\n依申请公开。没有收到申请。\n平台建设。网站按周更新。\n监督保障。各村信息管理员参加了业务培训，没有问责。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "低保申请、社会保障、技能培训说的是别的事", Set: []Entry{{"narrative.overview", "发布低保申请条件、社会保障卡办理、技能培训补贴等信息86条。稿件由主任签发。网站按周更新。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "融资平台、资格审核说的是别的事", Set: []Entry{{"narrative.overview", "发布融资平台债务、资格审核结果等信息86条。没有收到申请。年底考核。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "这些词旁边，五个方面都写到了", Set: []Entry{{"narrative.overview", "公开社会保障、就业培训信息86条，没有收到公开申请。各村信息管理员逐条登记台账，发布前逐级审核。交易平台、网站同步更新。年底考核，安全检查结果上墙。"}}},
			{Why: "空着的另有一条规则", Set: []Entry{{"narrative.overview", ""}}},
			{Why: "没有监督保障，只请群众监督", Set: []Entry{{"narrative.overview", "主动公开方面，公布救助信息30条，请群众监督。\n依申请公开方面，没有收到申请。\n政府信息管理方面，逐级核对，过期的撤下。\n平台建设方面，网站专栏每月更新，接受社会各界的监督。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "没有依申请公开，“申请”只在追责一句里", Set: []Entry{{"narrative.overview", "（一）主动公开。发布信息320条。\n（二）政府信息管理。先审后发。\n（三）平台建设。更新网站专栏。\n（四）监督保障。按季度考核，没有因申请办理不当被追究责任的情形。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "没有平台建设、没有政府信息管理，只在主动公开里带过", Set: []Entry{{"narrative.overview", "（一）主动公开。依托公众号、公开栏公布信息320条。\n（二）依申请公开。没有收到申请。\n（三）政府信息管理。先审后发。\n（四）监督保障。按季度考核。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "“目录”只是对照着公开的", Set: []Entry{{"narrative.overview", "（一）主动公开。对照标准目录发布信息320条。\n（二）依申请公开。没有收到申请。\n（三）平台建设。更新网站页面。\n（四）监督保障。按季度考核。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "“发布”只是审查在前", Set: []Entry{{"narrative.overview", "（一）依申请公开。没有收到申请。\n（二）政府信息管理。发布前逐级审查，未经审查不得发布。\n（三）平台建设。更新网站页面。\n（四）监督保障。按季度考核。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "两个方面写在一个标题下面，或者写在别的方面里", Set: []Entry{{"narrative.overview", "（一）主动公开和依申请公开。发布信息320条，申请一件也没有。\n（二）政府信息管理。先审后发。\n（三）平台建设。更新网站专栏。\n（四）监督保障。没有因申请办理不当被追责。"}}},
			{Why: "申请、平台、目录写在主动公开里，监督写在别的标题下面", Set: []Entry{{"narrative.overview", "（一）主动公开。发布信息320条，未收到公开申请，改版网站专栏。\n（二）政府信息管理。先审后发。\n（三）平台建设。更新网站专栏，年终考核各村公开栏。\n（四）群众反响。接受群众监督。"}}},
		}
	},
}

// The aspects in their order.
const (
	publishingAspect = iota
	applicationsAspect
	managementAspect
	platformAspect
	supervisionAspect
)

var aspects = []matter{
	newMatter("主动公开", "主动公开 主动发布 主动向社会 发布 公布 公开政府信息 公开政务信息 公开信息 公开各类 公开了 公开内容 公开文件 公开事项 "+
		"刊发 上网上墙 上墙上网 先上墙 公示率 公开率 晾晒").shaped(`(?:^|[^期架下理除])公示[^。；，的栏牌屏]{0,6}[0-9一二三四五六七八九十][0-9.一二三四五六七八九十百千万]*余?(?:条|户|人|名|项|件|批|期)|(?:编发|挂出)[^。；，]{0,10}[0-9一二三四五六七八九十百千万两]+余?(?:条|篇|期)`),
	newMatter("依申请公开", "申请"),
	newMatter("政府信息管理", "信息管理 管理政府信息 管理信息 信息资源管理 文件管理 公文管理 制度管理 管理制度 管理机制 规范管理 动态管理 源头管理 日常管理 审核 审查 审签 三审 三校 校对 保密 归档 台账 "+
		"动态调整 清理 目录 公开属性 把关 错别字 失效 更新维护 分级分类 "+
		"审定 终审 拟稿 审稿 核稿 退稿 签发 下架 撤下 隐去 文件库 文件数据库 信息怎么管 怎么管信息").shaped(`(?:^|[。；，\n])(?:信息|内部|日常)?管理(?:(?:和|与|及|、)(?:平台|保障|监督)[^，。；]{0,4})*(?:上|方面|层面|环节)|(?:^|[。；，\n])制度(?:上|方面|层面)|(?:逐条|逐件|办公室|专人)[^。；，]{0,4}核对|签字后(?:上传|发布|公开)`),
	newMatter("政府信息公开平台建设", "平台 网站 网页 公众号 微信 微博 新媒体 融媒体 客户端 专栏 栏目 专区 公开栏 公示栏 公告栏 宣传栏 查阅点 查阅场所 公报 广播 显示屏 村村响 抖音 短视频 载体 渠道 "+
		"小程序 电子屏 触摸屏 查询机 视频号 大喇叭 专页 子站").shaped(`上线[^下]|(?:^|[。；，\n])技术(?:上|方面|层面)`),
	newMatter("监督保障", "监督 考核 评议 追究 问责 追责 培训 领导小组 组织领导 明确专人 专人负责 安排专人 指定专人 确定专人 配备专人 保障 督查 督办 检查 通报 测评 学习 "+
		"后评估 第三方评估 督导 第一责任人 专职 好评率 回访 公开经费").shaped(`(?:研究|听取)[^。；，]{0,10}公开(?:工作|情况|的?汇报)`),
}

// grazes are words of the aspects where they speak of something else, or only say through what something was published.
var grazes = pattern.New(`(?:被)?(?:申请|提起)(?:行政)?复议|(?:行政)?复议申请|申请(?:强制执行|再审)|(?:知情|参与|表达)?[权、]*监督权|市场监督管理|监督管理局|(?:通过|利用|依托|在|于|借助)[^，。；：、]{0,12}网站(?:上)?(?:平台)?(?:主动)?(?:公开|发布|公布)` +
	`|(?:信息|文件|公文|档案|目录)管理(?:员|专员|系)|(?:低保|救助|补贴|补助|贷款|入学|宅基地|建房|危房改造|资金|项目)申[请报]|申请(?:低保|救助|补贴|补助|贷款|入学|宅基地|建房|资金|项目)` +
	`|(?:融资|交易|招聘|就业|电商)平台|平台(?:经济|企业|公司)|(?:社会|医疗|住房|就业|养老|生活|粮食|交通|用水|用电|供暖)保障|保障(?:性住房|房|局)` +
	`|(?:资格|低保|环评|立项|竣工|审计|工程)审[核查]|(?:技能|就业|职业|农技|创业)培训|培训(?:补贴|机构)|安全(?:生产)?检查|检查(?:计划|结果)|(?:药品|医保|产品|收费|采购|项目)目录|清理(?:垃圾|河道|沟渠|路面|占道)`)

func findOverviewAspects(in *Input) []Finding {
	s, ok := in.section("narrative.overview")
	if !ok {
		return nil
	}
	names := s.missingAspects()
	if names == nil {
		return nil
	}
	f := s.lackFinding("“" + s.heading + "”没有写到：" + strings.Join(names, "、") + "。没有做的也请写一句。")
	f.Expected, f.Compared = strings.Join(names, "、"), missed("没有写到")
	return []Finding{f}
}

// grazing are words without which nothing grazes an aspect.
var grazing = pattern.NewWords("复议 申请强制 申请再审 监督权 监督管理 网站 管理员 管理专员 管理系 申请低保 申请救助 申请补 申请贷款 申请入学 申请宅基地 申请建房 申请资金 申请项目 " +
	"低保申 救助申 补贴申 补助申 贷款申 入学申 宅基地申 建房申 改造申 资金申 项目申 融资平台 交易平台 招聘平台 就业平台 电商平台 平台经济 平台企业 平台公司 " +
	"社会保障 医疗保障 住房保障 就业保障 养老保障 生活保障 粮食保障 交通保障 用水保障 用电保障 供暖保障 保障性住房 保障房 保障局 资格审 低保审 环评审 立项审 竣工审 审计审 工程审 " +
	"技能培训 就业培训 职业培训 农技培训 创业培训 培训补贴 培训机构 安全检查 生产检查 检查计划 检查结果 药品目录 医保目录 产品目录 收费目录 采购目录 项目目录 清理垃圾 清理河道 清理沟渠 清理路面 清理占道")

// missingAspects lists the aspects that the section is silent on. Sentences in which one may only be grazed are read closely
// where the others do not speak of all.
func (s section) missingAspects() []string {
	var plain, doubtful strings.Builder
	for _, p := range s.paragraphs {
		for sentence := range strings.SplitAfterSeq(p.Text, "。") {
			text := &plain
			if grazing.In(sentence) {
				text = &doubtful
			}
			text.WriteString(sentence)
			text.WriteByte('\n')
		}
	}
	isUnnamed := func(m matter) bool { return !m.words.In(plain.String()) }
	if slices.ContainsFunc(aspects, isUnnamed) {
		if names := missing(plain.String()+grazes.ReplaceAllStringFunc(doubtful.String(), publishing), aspects); names != nil {
			return names
		}
	}
	return s.unheadedAspect()
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
