package check

import (
	"fmt"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
	"nianbao/internal/reading"
)

var textPartsSum = Rule{
	ID: "text-parts-sum", Level: Query, Title: "“共N条，其中……”“几项合计N条”加得起来，采纳、收回、整改的不比原来的多", Citation: "同一句话里的数字之间的关系",
	Find: func(in *Input) []Finding {
		var found []Finding
		lists := in.read().Lists
		for i := range lists {
			if f, unequal := in.unequalParts(&lists[i]); unequal {
				found = append(found, f)
			}
		}
		for _, t := range in.read().Together {
			if f, unequal := in.unequalTogether(&t); unequal {
				found = append(found, f)
			}
		}
		return slices.Concat(found, onFilled(findMoreThanGiven)(in), onFilled(findFeeOfPages)(in), onFilled(findLessTogether)(in))
	},
	Cases: func() []Case {
		return []Case{
			{Why: "和文件同步发布，不是几处都发", Set: []Entry{{"narrative.overview", "配套解读材料15份（图解8份、视频4份、文字4份）与文件同步发布。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "几项合计起来，单位不同", Set: []Entry{{"narrative.overview", "全年发布动态信息412条、公告公示95条、政策解读18篇，三类合计525条。"}}},
			{Why: "各项里有它们自己的合计", Set: []Entry{{"narrative.overview", "9个行政村、63个自然屯均建立微信群，其中村级群9个、屯级群63个，合计72个。"}}},
			{Why: "括号里是满分", Set: []Entry{{"narrative.overview", "社会评议得分为96分（满分100分）。"}}},
			{Why: "说明了两个渠道都发的", Set: []Entry{{"narrative.overview", "全年公开信息320条，其中网站发布290条、微信公众号发布214条（有184条在两个渠道同时发布，两项之和大于总数）。"}}},
			{Why: "说明了同时涉及两类的只算一次", Set: []Entry{{"narrative.overview", "养老和助残信息一共67条：养老43条，助残29条，同时涉及两者的5条只算一次。"}}},
			{Why: "“其中”说的是上下半年加起来的", Set: []Entry{{"narrative.overview", "上半年公开信息112条，下半年公开信息126条。其中网站150条，公众号88条。"}}},
			{Why: "“其中”说的是前面几项加起来的，还多10条", Set: []Entry{{"narrative.overview", "上半年公开信息112条，下半年公开信息126条。其中网站150条，公众号98条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "“其中”说的是几位申请人里的一位", Set: []Entry{{"narrative.overview", "全年5件申请，出自3位居民，其中一位前后提了3件；公开4件，不掌握1件。"}}},
			{Why: "总数的单位写大了", Set: []Entry{{"narrative.overview", "全年发布信息12400条，其中网站112条、公众号12条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "几个渠道用顿号连着，加起来比总数多", Set: []Entry{{"narrative.overview", "公开信息86条，网站46条、公众号28条、公开栏22条。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "几个渠道加起来不到总数；用逗号隔开、写明同时发布的", Set: []Entry{{"narrative.overview", "公开信息86条，网站46条、公众号28条。\n公开信息86条，网站46条，公众号48条。\n公开信息86条，网站46条、公众号48条，有8条同时发布。"}}},
			{Why: "按途径分的连同上年转来的", Set: []Entry{{"narrative.overview", "收到申请12件，另有上年转来1件，按途径分，当面4件、邮寄1件、网络8件。"}}},
			{Why: "各项之和少10条", Set: []Entry{{"narrative.overview", "公开信息320条，其中工作动态120条、惠民政策150条、其他40条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "括号里的分项", Set: []Entry{{"narrative.overview", "公开信息320条（其中网站200条、公众号130条）。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "各项的数都在自己的括号里", Set: []Entry{{"narrative.overview", "公开信息133条，比较集中的是乡村振兴（56条）、财政资金（67条）和应急管理（10条）。"}}},
			{Why: "后面写的合计少10条", Set: []Entry{{"narrative.overview", "县政府网站412条，公众号268条，公示栏95条，三项加起来785条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "没有说是几项", Set: []Entry{{"narrative.overview", "县政府网站发布412条，公众号268条，公示栏95条，合计785条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "后面写的合计加得起来，有一项另有括号", Set: []Entry{{"narrative.overview", "县政府网站412条（其中图解12条），公众号268条，两项合计680条。"}}},
			{Why: "分别是多少人，合起来的人次不对", Set: []Entry{{"narrative.overview", "4月、10月各开了一次学习会，到会的分别是26人和24人，一共60人次。\n6月和10月各组织1次培训，分别有48人和57人参加，全年合计115人次。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "分别是多少人，合起来的人次对；还有别的", Set: []Entry{{"narrative.overview", "4场培训参训人数分别为45人、38人、52人、40人，合计175人次。\n参训人数分别为45人、38人，加上视频会议，全年合计165人次。各镇参训人数分别为45人、38人，全县一共165人次。"}}},
			{Why: "合计的是别的", Set: []Entry{{"narrative.overview", "县政府网站发布412条，公众号268条，合计阅读3.2万次；培训3次，督查2次，共80人次参加。"}}},
			{Why: "列的是大部分；后面还有一项是答复申请的；一项里又说包括什么", Set: []Entry{{"narrative.overview", "公开信息310条，大部分是拆迁信息，其中拆迁信息164条，公示106条。\n全年公开信息74条。其中，通知类50条，机构类16条，答复网上申请8条。\n公开信息58条，其中：机构：3条，包括分管领导等信息；政策：17条；办事：38条。"}}},
			{Why: "总数漏了一位，每一项都比它大", Set: []Entry{{"narrative.overview", "公开信息32条，其中工作动态120条、惠民政策150条、其他50条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "“其中”说的是前面几个渠道，不是最后一个", Set: []Entry{{"narrative.overview", "在网站公开信息612条，在新媒体公开信息3117条，以别的方式公开信息48条。其中，微信公众号1409条、微博11873条。"}}},
			{Why: "办理结果里有的话不认得，加起来还是多了一件", Set: []Entry{{"narrative.overview", "年内答复申请16件：原样提供的5件，作部分公开的5件，属过程性信息的1件，经查档确实没有、告知不存在的3件，名为申请公开、实为信访举报的1件，当事人谈妥后主动撤回的2件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "其余几件又一件一件地说", Set: []Entry{{"narrative.overview", "全年答结83件：公开62件；因执法案卷不予公开17件；其余4件各不相同——法规禁止公开1件、内部管理信息1件、需要加工分析1件、数量频次明显超出合理范围且说明理由不成立1件。"}}},
			{Why: "“其中”说的是前面的申请，不是最后一类申请人的", Set: []Entry{{"narrative.overview", "共有10件申请，申请者为自然人的8件、企业的2件，其中7件由网上平台递交，3件由邮局寄来。"}}},
			{Why: "末了另有一件，也是一种结果", Set: []Entry{{"narrative.overview", "在15件办结的申请里，全部公开的有10件，公开一部分的有1件，因涉及第三方合法权益未予公开的有1件，手里没有、给不出的有3件，另有1件作其他处理。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "采纳的比收到的还多", Set: []Entry{{"narrative.overview", "其间收到居民意见23条，经梳理研究采纳了27条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "录用的比招聘的还多", Set: []Entry{{"narrative.overview", "公开招聘教师120名，报名1876人，最终聘用171名。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "录用的不比招聘的多；一个岗位可以有几个人", Set: []Entry{{"narrative.overview", "公开招聘教师120名，报名1876人，最终聘用117名。招聘岗位20个，聘用35人。"}}},
			{Why: "收回的问卷比发出的还多", Set: []Entry{{"narrative.overview", "发放问卷300份，收回312份。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "几页、每页多少元，乘起来不是收的钱", Set: []Entry{{"narrative.other", "信息处理费：提供信息46页，超出30页的16页按每页10元计算，实收460元。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "分档计收，说的是第几页到第几页", Set: []Entry{{"narrative.other", "信息处理费：提供信息110页，其中31页至100页的70页每页10元，超过100页的10页每页20元，共计900元。"}}},
			{Why: "乘起来就是收的钱；分档计收的", Set: []Entry{{"narrative.other", "信息处理费：超过30页的15页每页收费10元，收取150元。\n2025年收取信息处理费，其中31页至100页的70页每页10元，101页至120页的20页每页20元，共收取1100元。"}}},
			{Why: "单位不同，改的是别的", Set: []Entry{{"narrative.overview", "检查发现错别字5处，更正信息12条；排查出问题3个，修改栏目12个。"}}},
			{Why: "采纳一部分；采纳的是另一次的", Set: []Entry{{"narrative.overview", "收到意见23条，采纳17条。\n就养老规划收到意见5条；就停车方案采纳意见7条。"}}},
			{Why: "加得起来", Set: []Entry{{"narrative.overview", "公开信息320条，其中工作动态120条、惠民政策150条、其他50条，比上年多20条。"}}},
			{Why: "有“等”字，没有列完", Set: []Entry{{"narrative.overview", "公开信息320条，其中工作动态120条、惠民政策150条等。"}}},
			{Why: "约数", Set: []Entry{{"narrative.overview", "公开信息320余条，其中工作动态120条、惠民政策150条。"}}},
			{Why: "只举了几项，离总数还远", Set: []Entry{{"narrative.overview", "公开信息320条，其中财政预决算4条、惠民补贴21条。"}}},
			{Why: "单位不同的不能相加", Set: []Entry{{"narrative.overview", "公开信息320条，其中图文解读300条、视频3期。"}}},
			{Why: "几项里有前面两项的合计", Set: []Entry{{"narrative.overview", "办结43件，其中不掌握的31件，过程性材料不公开的4件，隐私不公开的4件，即不予公开共8件；撤回的4件。"}}},
			{Why: "括号里后一项是前一项的译文", Set: []Entry{{"narrative.overview", "双语公开信息112条（国家通用语言112条、译文58条）。"}}},
			{Why: "包括几万条数据", Set: []Entry{{"narrative.overview", "全年发布2046条，包括集采价格2.3万条数据、定点机构名单8批。"}}},
			{Why: "总计连同上年转来的，各项是新收的", Set: []Entry{{"requests.received.total", "30"}, {"requests.carried_in.total", "4"}, {"narrative.overview", "收到申请30件，上年转来4件，二者合计34件，其中本级受理12件，部门受理18件。"}}},
			{Why: "括号里只有一个数，是上年的", Set: []Entry{{"narrative.overview", "收到建议7件（9件），提案12件（10件）。"}}},
			{Why: "合计的话隔着字", Set: []Entry{{"narrative.overview", "21件答复里，同意公开8件；第三方不同意公开、尊重其意见2件，案卷材料1件，共计不予公开3件；无法提供10件。"}}},
			{Why: "按渠道分的是收到的，旁边另有合计", Set: []Entry{{"narrative.overview", "收到申请71件，上年结转2件，合计73件。从渠道看，邮寄41件、网络31件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "编号的一项里有两个数", Set: []Entry{{"narrative.overview", "办结的申请42件里：一是同意公开16件；二是无法提供，街道手里没有这份材料13件、要另行统计加工才有的2件；三是不予处理11件。"}}},
			{Why: "“两件都是”说的还是前一项", Set: []Entry{{"narrative.overview", "办掉的6件里，同意公开的有3件；镇里没有这个材料的有2件，两件都是要村里的账本；剩下1件，叫他补正，补正了还是看不懂。"}}},
			{Why: "括号里的是另一种单位；原因又写了一遍；“往下依次”接着前一项", Set: []Entry{{"narrative.overview", "印发要点1份（分解任务19项）。\n办理完3件，其中公开2件，不予处理1件，原因是要的是公开卖的书1件。\n不予公开的，最多的是查询事项17件，往下依次是过程性信息6件、第三方权益5件、内部事务4件、执法案卷6件。"}}},
			{Why: "括号里的是累计的、全部的", Set: []Entry{{"narrative.overview", "新增图层12个（累计88个）。公示牌在176处工地（全市共181处）竖立。"}}},
			{Why: "“按受理机关分”是把收到的重新分，不是分最后一类申请人的", Set: []Entry{{"narrative.overview", "新收申请277件，上年结转12件，合计289件。新收申请中，自然人236件；法人或其他组织41件，其中商业企业20件、法律服务机构21件。按受理机关分，县政府61件，县直部门152件，乡镇64件。\n新收申请277件，自然人236件，法人或其他组织41件。按申请内容划分，征地类161件，执法类52件，其他64件。\n新收申请277件，自然人236件，法人或其他组织41件，按组织类型分，企业20件、律师事务所21件。"}}},
			{Why: "“从受理层级看”重新分的，多了10件", Set: []Entry{{"narrative.overview", "新收申请277件，其中自然人236件，法人或其他组织41件，其中商业企业20件、法律服务机构21件。从受理层级看，县政府61件，县直部门152件，乡镇74件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "“其中”说的是历年的文件，不是前一句的", Set: []Entry{{"narrative.overview", "年末入库403件，与备案目录一致。整理公布2012年以来市政府文件1126件，其中继续有效745件、失效废止381件。\n年内制发文件12件。清理2015年至2023年的文件126件，其中继续有效74件、废止52件。"}}},
			{Why: "历年的文件，两项加起来多10件", Set: []Entry{{"narrative.overview", "年末入库403件，与备案目录一致。整理公布2012年以来市政府文件1126件，其中继续有效745件、失效废止391件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "初中、中医院的“中”不是“其中”", Set: []Entry{{"narrative.overview", "公布全县23所初中、61所小学的招生范围。公布3所县级中医院、21所乡镇卫生院的收费。公布23所普通高中、61所小学的收费。"}}},
			{Why: "11人中满意的比11人还多", Set: []Entry{{"narrative.overview", "接受回访的11人中表示满意的19人。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "11人中满意的9人；中层、中型的“中”", Set: []Entry{{"narrative.overview", "接受回访的11人中表示满意的9人。培训12名中层干部和新来的19名干部。改造3座中型水库、新建的12座。"}}},
			{Why: "累计的比当年的还少", Set: []Entry{{"narrative.overview", "全年数字化扫描馆藏文书档案86万页，累计达到74.2万页，数字化率为71.5%。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "累计的比当年的多；累计的是别的", Set: []Entry{{"narrative.overview", "全年数字化扫描馆藏文书档案86万页，累计达到742万页。新增专题9个，累计24个。全年召开会议12次，累计8个部门参加。全年公开信息320条，累计12条被省网采用。全年推送图文9800篇，累计1.2万篇。"}}},
			{Why: "“学校中”说的是其中", Set: []Entry{{"narrative.overview", "抽查23所学校中，61所没有更新。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "后面的分句说的是另外的事，不是其中的", Set: []Entry{{"narrative.overview", "公开信息320条，其中惠农补贴86条，新开设“民生实事”专栏，收到群众留言300条。\n公开信息320条，其中惠农补贴86条；微信公众号推送300条。\n公开信息320条，其中惠农补贴86条，另发布微博300条。\n公开信息320条，其中惠农补贴86条，公众号推送信息300条，阅读量3万次。"}}},
			{Why: "前面的也是渠道，后面的渠道还是其中的", Set: []Entry{{"narrative.overview", "公开信息320条，其中通过网站公开86条，通过微信公众号推送300条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "按途径分完了，后面是办理结果", Set: []Entry{{"narrative.overview", "收到申请11件，其中网上提交9件，当面提交2件，予以公开6件，部分公开2件。"}}},
			{Why: "后面是办理结果，途径加起来多1件", Set: []Entry{{"narrative.overview", "收到申请11件，其中网上提交9件，当面提交3件，予以公开6件，部分公开2件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "“细分为”说的是前一个数", Set: []Entry{{"narrative.overview", "收到申请187件，其中公民个人148件；法人和其他组织39件，占20.9%，细分为工商企业21件、律师机构13件、公益团体5件。"}}},
		}
	},
}

// mayBeCarriedIn says whether so many more applications may be some that were carried in, as far as the table says how many those are.
func (in *Input) mayBeCarriedIn(more decimal.Decimal) bool {
	v := in.Report.Figure("requests.carried_in.total")
	return !v.IsNumber() || more.LessThanOrEqual(v.Number)
}

// leastShare is what of its whole a list covers at least that is meant to be complete: real lists that only pick something out cover 18 to
// 60 of a hundred, wrong ones miss narrowly.
var leastShare = decimal.New(60, -2)

// nearShare is what of its whole the parts in its own unit reach where the others are parts of it as well.
var nearShare = decimal.New(9, -1)

// nearlyAll is what of its whole a list comes to at least, or at most beyond it, that misses by a slip alone.
var nearlyAll = decimal.New(95, -2)

// leastOfRequests is the same of what came of applications, not every kind of which need be told.
var leastOfRequests = decimal.New(85, -2)

// overlapping are words with which a text says that some are counted in several parts, or that a number is what a score is out of.
var overlapping = pattern.NewWords("同时在 同时发布 两边都 两边同时 几处都 都发的 都有发布 同时涉及 兼有 只算一次 只计一次 只统计一次 算一次 计一次 重叠 重合 重复计 重复统计 重复发布 有重复 重复的 交叉 满分 大于总数 多于总数 并处 处警告并 超过总数")

// unequalParts finds that the parts of a list do not add up to their whole, or that one is larger than it. Parts that stay far from it and
// do not name the rest only pick something out.
func (in *Input) unequalParts(l *reading.List) (f Finding, found bool) {
	s := l.Whole.Statement
	whole, sum := l.Whole.Value, l.Sum()
	gap := sum.Sub(whole)
	// One part alone, in another sentence than its whole, may be of something else.
	larger := slices.ContainsFunc(l.Parts, func(p *reading.Quantity) bool {
		isOfWhole := len(l.Parts) > 1 && !l.Mixed && !l.Renamed || p.Unit == l.Whole.Unit && (len(l.Parts) > 1 || p.Statement == s) // 要点1份（分解任务19项）
		return isOfWhole && p.Value.GreaterThan(whole)
	})
	switch {
	case slices.ContainsFunc(l.Rivals, sum.LessThanOrEqual), slices.ContainsFunc(l.Also, sum.Equal), slices.ContainsFunc(l.Behind, whole.Equal):
		return Finding{}, false
	case l.Parts[0].Statement != s && slices.ContainsFunc(s.Quantities, func(q *reading.Quantity) bool {
		return q != l.Whole && q.Unit == l.Whole.Unit && q.Value.Equal(sum)
	}):
		return Finding{}, false // 公开2318条，其中网站1507条、新媒体811条。网站公开的信息中，……
	case len(l.Parts) == 1 && (saysTotal(l.Parts[0]) || strings.HasSuffix(l.Parts[0].Statement.Text[:l.Parts[0].Start], "累计")):
		return Finding{}, false // 新增图层12个（累计88个）
	case gap.IsPositive() && overlapping.In(s.Words(s.Span)):
		return Finding{}, false
	case l.IsOfSomethingElse(), l.DividesTwice(), l.RepeatsWhole(), gap.IsPositive() && l.IsHandedBack():
		return Finding{}, false
	case hasTotal(l.Parts), isTotal(l.Whole, l.Parts[0]), in.dividesReceived(l, sum), isInTenThousands(l.Parts[0]) && !isInTenThousands(l.Whole):
		return Finding{}, false
	case larger, isMagnified(whole, sum) && len(l.Parts) > 1 && !l.Open:
	case len(l.Parts) < 2 || l.Unlike || gap.IsZero() || l.Mixed && l.SumAlike().Equal(whole):
		return Finding{}, false
	case gap.IsPositive() && l.Mixed && l.SumAlike().LessThan(whole.Mul(nearShare)) && gap.GreaterThan(whole.Sub(whole.Mul(nearlyAll))):
		return Finding{}, false // what is counted in other units may be something else
	case l.Renamed && gap.Abs().GreaterThan(whole.Sub(whole.Mul(nearShare))):
		return Finding{}, false // they may be something else
	case gap.IsPositive() && l.Outcomes && in.mayBeCarriedIn(gap):
		return Finding{}, false // some may have been carried in
	case gap.IsNegative() && l.PicksRulings():
		return Finding{}, false // 审结97件中维持61件、纠错14件
	case gap.IsNegative() && l.IsOfMost():
		return Finding{}, false
	case gap.IsNegative() && (l.Open || l.Contained || l.Outcomes):
		return Finding{}, false
	case gap.IsNegative() && l.Whole.IsOfRequests() && !l.Who && sum.LessThan(whole.Mul(leastOfRequests)):
		return Finding{}, false
	case gap.IsNegative() && l.SomeShared && !l.Closed && in.bearsOut(l), gap.IsNegative() && l.Shared && !l.Closed && sum.LessThan(whole.Mul(nearShare)):
		return Finding{}, false
	case gap.IsNegative() && !l.Closed && sum.LessThan(whole.Mul(leastShare)):
		return Finding{}, false
	}
	message := "文字写共" + told(s.Words(l.Whole.Span)) + "，其中各项加起来却是" + sum.String() + l.Whole.Unit + "，请核对。"
	if larger && len(l.Parts) == 1 {
		message = "文字写共" + told(s.Words(l.Whole.Span)) + "，其中一项却有" + sum.String() + l.Parts[0].Unit + "，比总数还多，请核对。"
	}
	f = in.findingOn(s, s.Excerpt(l.Span()), message)
	if gap.IsNegative() && !l.Closed && sum.LessThan(whole.Mul(nearlyAll)) && !isMagnified(whole, sum) {
		f.Level, f.Message = Info, "文字写共"+told(s.Words(l.Whole.Span))+"，其中各项加起来是"+sum.String()+l.Whole.Unit+"，少"+gap.Neg().String()+l.Whole.Unit+"。没有列全的，请在最后写上“等”。"
	}
	if l.Channels && !larger && gap.IsPositive() {
		f.Level, f.Message = Info, "文字写共"+told(s.Words(l.Whole.Span))+"，几个渠道加起来却是"+sum.String()+l.Whole.Unit+"，请核对；一条在几处发布的，请写明。"
	}
	f.Expected, f.Actual, f.Difference = whole.String(), sum.String(), gap.String()
	f.Compared = Comparison{Is: "各项加起来是", Due: "写的总数是", Source: "总数"}
	return f, true
}

// dividesReceived says whether a whole is told, and is by the table, as what was received and carried in, and its parts what was received alone: 新收867件，结转38件，
// 相加905件，本级受理其中的203件，部门受理664件.
func (in *Input) dividesReceived(l *reading.List, sum decimal.Decimal) bool {
	received, before := in.Report.Figure("requests.received.total"), in.Report.Figure("requests.carried_in.total")
	addsUp := chinese.EndsWithAny(l.Whole.Statement.Text[:l.Whole.Start], []string{"相加", "合计", "总计", "共计", "加起来"})
	return addsUp && l.Whole.IsOfRequests() && received.IsNumber() && before.IsNumber() && received.Number.Equal(sum) && l.Whole.Value.Equal(sum.Add(before.Number))
}

// isInTenThousands says whether a number is told in 万, so that it is rounded.
func isInTenThousands(q *reading.Quantity) bool {
	return strings.Contains(q.Statement.Words(q.Span), "万")
}

// isMagnified says whether a whole has the digits of a sum, and places more: 12.4万 for 124.
func isMagnified(whole, sum decimal.Decimal) bool {
	const most = 5 // places
	for n := int32(1); n <= most && sum.IsPositive(); n++ {
		if whole.Equal(sum.Shift(n)) {
			return true
		}
	}
	return false
}

// nearTogether is how far from its parts a sum may be that does not say how many they are: farther, and it may count others as well.
var nearTogether = decimal.New(15, -2)

// nearListed is the same where all parts are told in turn.
var nearListed = decimal.New(3, -1)

// unequalTogether finds that numbers do not come to what is said behind them.
func (in *Input) unequalTogether(t *reading.Together) (f Finding, found bool) {
	s, sum := t.Statement, t.Sum()
	gap, nearest := t.Value.Sub(sum), nearTogether
	if t.Listed {
		nearest = nearListed
	}
	if t.ComesFromOthers() || overlapping.In(s.Words(s.Span)) || !t.Counted && gap.Abs().GreaterThan(sum.Mul(nearest)) {
		return Finding{}, false
	}
	from := t.Span
	if first := t.Parts[len(t.Parts)-1]; first.Statement == s {
		from.Start = first.Start
	}
	f = in.findingOn(s, s.Excerpt(from), "文字写合计"+told(s.Words(t.Span))+"，前面各项加起来却是"+sum.String()+t.Unit+"，请核对。")
	f.Expected, f.Actual, f.Difference, f.Compared = sum.String(), t.Value.String(), gap.String(), comparedTo("各项加起来")
	return f, true
}

// stages are a number and a later one of the same unit that is a part of it: what is adopted of what came in, returned of what was handed out.
var stages = []*pattern.Pattern{
	pattern.NewWith("收到 收集 征集 征求",
		`(?:收到|收集到?|征集到?|征求到?)[^，。；：0-9]{0,20}(?:意见|建议)[^，。；：0-9]{0,6}([0-9]+)([条件个项])，?[^。；：0-9]{0,20}(?:采纳|吸收|吸纳)(?:意见|建议)*(?:了|其中|合理)?([0-9]+)([条件个项])`, "采纳", "吸收", "吸纳"),
	pattern.NewWith("问卷",
		`(?:发放|发出)[^，。；：0-9]{0,12}问卷[^，。；：0-9]{0,6}([0-9]+)(份)，?[^。；：0-9]{0,12}(?:收回|回收)[^，。；：0-9]{0,10}([0-9]+)(份)`, "收回", "回收"),
	pattern.NewWith("发现 查出",
		`(?:发现|查出|排查出)[^，。；：0-9]{0,12}(?:问题|错误|错漏|错别字|错敏词|隐患)[^，。；：0-9]{0,4}([0-9]+)([个处条项])，?[^。；：0-9]{0,8}(?:整改|改正|纠正|修改|更正|修正)(?:了|完成|到位|问题)*([0-9]+)([个处条项])`, "整改", "改正", "纠正", "修改", "更正", "修正"),
	pattern.NewWith("招聘 招录 招考",
		`(?:招聘|招录|招考)[^，。；：0-9]{0,12}([0-9]+)([名人])，[^。；]{0,40}?(?:聘用|录用|录取)(?:了|教师|人员)*([0-9]+)([名人])`, "聘用", "录用", "录取"),
}

// feeOfPages finds how many pages were charged for, how much for each, and what that came to: 超出30页的16页按每页10元计算，实收160元.
var feeOfPages = pattern.NewWith("每页", `([0-9]+)页，?均?按?照?每页(?:收费|收取|计收)?([0-9]+)元(?:的?标准)?(?:计算|计收|计费|收取)?，?(?:共计?|合计|实收|收取|计收|收费|实际)+(?:信息处理费)?([0-9]+)元`, "元")

// findFeeOfPages finds an amount that is not its pages by the price of one.
func findFeeOfPages(_ *Input, s section, i int) []Finding {
	var found []Finding
	text := s.paragraphs[i].Text
	if strings.Count(text, "每页") != 1 {
		return nil // by steps
	}
	for _, m := range feeOfPages.FindAllStringSubmatch(text, -1) {
		pages, _ := chinese.ReadNumeral(m[1] + "页")
		price, _ := chinese.ReadNumeral(m[2] + "元")
		paid, _ := chinese.ReadNumeral(m[3] + "元")
		due := pages.Value.Mul(price.Value)
		if due.Equal(paid.Value) {
			continue
		}
		f := s.finding(i, m[0], fmt.Sprintf("文字写%s页，每页%s元，算下来是%s元，写的却是%s元，请核对。", m[1], m[2], due, m[3]))
		f.Expected, f.Actual, f.Difference, f.Compared = due.String(), m[3], paid.Value.Sub(due).String(), comparedTo("按页数算")
		found = append(found, f)
	}
	return found
}

// findMoreThanGiven finds more adopted, returned or put right than there were.
func findMoreThanGiven(_ *Input, s section, i int) []Finding {
	var found []Finding
	for _, stage := range stages {
		for _, m := range stage.FindAllStringSubmatch(s.paragraphs[i].Text, -1) {
			all, part := decimal.RequireFromString(m[1]), decimal.RequireFromString(m[3])
			if m[2] == m[4] && part.GreaterThan(all) {
				found = append(found, s.finding(i, m[0], "“"+excerpt(m[0])+"”：后一个数是前一个数里的，却比它多，请核对。"))
			}
		}
	}
	return found
}

// togetherSoFar finds what was done in the year, and what that makes with the years before: 全年扫描档案86万页，累计达到742万页.
var togetherSoFar = pattern.NewWith("累计", `(?:全年|本年|今年|当年|年内|新增)[^，。；：0-9]{0,24}?([0-9]+(?:\.[0-9]+)?[万亿]?)(\p{Han}{1,3})[，（](?:历年|目前|现|现已|总共|已)?累计(?:已)?(?:达到了?|达|为|有|共|共有|超过)?([0-9]+(?:\.[0-9]+)?[万亿]?)(\p{Han}{1,3})(?:[，。；、）]|$)`, "累计")

// findLessTogether finds less in all years together than in this one.
func findLessTogether(_ *Input, s section, i int) []Finding {
	var found []Finding
	for _, m := range togetherSoFar.FindAllStringSubmatch(s.paragraphs[i].Text, -1) {
		year, read := chinese.ReadNumeral(m[1] + m[2])
		all, alsoRead := chinese.ReadNumeral(m[3] + m[4])
		if read > 0 && alsoRead > 0 && m[2] == m[4] && all.Value.LessThan(year.Value) {
			found = append(found, s.finding(i, m[0], "文字写累计"+m[3]+m[4]+"，当年就有"+m[1]+m[2]+"，累计的不会比当年的少，请核对。"))
		}
	}
	return found
}

// hasTotal says whether one of some parts is told as what those right before it come to: 其中村级群9个、屯级群63个，合计72个.
func hasTotal(parts []*reading.Quantity) bool {
	for i, p := range parts {
		if i < 2 || !saysTotal(p) {
			continue
		}
		sum := decimal.Zero
		for k, before := range slices.Backward(parts[:i]) {
			if sum = sum.Add(before.Value); i-k > 1 && sum.Equal(p.Value) {
				return true
			}
		}
	}
	return false
}

// isTotal says whether a whole is told as what all numbers from one up to it come to, whatever they are counted in: 信息412条、公告95条、
// 解读18篇，三类合计525条.
func isTotal(whole, first *reading.Quantity) bool {
	const most = 20 // numbers
	if !saysTotal(whole) || first.Start > whole.Start {
		return false
	}
	all := whole.Statement.Quantities
	at := slices.Index(all, whole)
	sum := decimal.Zero
	for _, q := range all[max(0, at-most):at] {
		if first.Start <= q.Start && q.Form == reading.Number {
			sum = sum.Add(q.Value)
		}
	}
	return sum.Equal(whole.Value)
}

func saysTotal(q *reading.Quantity) bool {
	before := q.Statement.Text[:q.Start]
	return chinese.EndsWithAny(before, []string{"合计", "共计", "总计", "共"}) || chinese.ContainsAny(lastClause(before), []string{"共计", "以上合计", "合计不"})
}

// bearsOut says whether the tables have all numbers of a list, so that it only leaves something out.
func (in *Input) bearsOut(l *reading.List) bool {
	t := tally{in: in}
	return !slices.ContainsFunc(append(slices.Clone(l.Parts), l.Whole), func(q *reading.Quantity) bool {
		claims := q.Claims()
		return len(claims) == 0 || slices.ContainsFunc(claims, func(c reading.Claim) bool {
			_, differs := t.compare(&c)
			return differs
		})
	})
}
