package check

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
	"nianbao/internal/reading"
)

var textPercentages = Rule{
	ID: "text-percentages", Level: Info, Title: "同一句话里的百分比（四舍五入）、平均数、增减的数算得对，各项占比加起来不超过100%，增减的方向也对", Citation: "同一句话里的数字之间的关系",
	Find: func(in *Input) []Finding {
		var found []Finding
		percentages := in.read().Percentages
		for i := range percentages {
			if f, wrong := in.wrongShare(&percentages[i]); wrong {
				found = append(found, f)
			}
		}
		for _, d := range in.read().Differences {
			if f, wrong := in.wrongDifference(d); wrong {
				found = append(found, f)
			}
		}
		found = slices.Concat(found, findPointsAsPercent(in), onFilled(findRatesBeyondAll)(in), onFilled(findRatesOfTables)(in), onFilled(findSatisfied)(in), onFilled(findNegativeGrowth)(in), onFilled(findDirections)(in), findSharesRetold(in))
		for _, row := range in.read().ShareRows() {
			if f, tooMuch := in.moreThanWhole(row); tooMuch {
				found = append(found, f)
			}
		}
		for _, a := range in.read().Averages {
			if f, wrong := in.wrongAverage(&a); wrong {
				found = append(found, f)
			}
		}
		return found
	},
	Cases: func() []Case {
		return []Case{
			{Why: "28件占30件的93.3%", Set: []Entry{{"narrative.overview", "收到来信30件，其中建议28件，占92.3%。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "286份占300份的95.3%", Set: []Entry{{"narrative.overview", "发放问卷300份，收回286份，回收率96.3%。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "四舍五入到所写的位数", Set: []Entry{{"narrative.overview", "发放问卷8000份，回收7460份，回收率为93.3%；非常满意3208份，占43.00%。"}}},
			{Why: "只有一个数，无从计算", Set: []Entry{{"narrative.overview", "答复28件，占全县的9.5%。"}}},
			{Why: "少了写成增加", Set: []Entry{{"narrative.overview", "全年公开信息412条，比上年的455条增加43条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "增加的数不对", Set: []Entry{{"narrative.overview", "全年公开信息455条，比上年的412条增加34条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "增减的数和方向都对", Set: []Entry{{"narrative.overview", "全年公开信息412条，比上年的455条减少43条；推送图文208篇，上年是190篇，增加18篇。"}}},
			{Why: "几项合起来的占比不对", Set: []Entry{{"narrative.overview", "答复32件，予以公开13件、部分公开4件，二者占63.1%。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "几项合起来的占比", Set: []Entry{{"narrative.overview", "答复32件，予以公开13件、部分公开4件，二者占53.1%；不予公开8件，占25%。"}}},
			{Why: "占的是后面写的数，与收费的万元无关", Set: []Entry{{"narrative.overview", "收费3310.08万元。\n上年转入申请4件，本年收到47件，合计51件；自然人的申请占新收总量的85.1%，共40件。"}}},
			{Why: "上年的数没有写，写了多几件；中间说了是谁提出的", Set: []Entry{{"narrative.overview", "收到政府信息公开申请28件，自然人26件、企业2件，比2024年多了9件，增长47.4%。"}}},
			{Why: "上年的数写在“而”后面", Set: []Entry{{"narrative.overview", "全年新收申请183件，而2024年为151件，增加32件，增长21.19%。"}}},
			{Why: "比上年少几件", Set: []Entry{{"narrative.overview", "新收到20件，比2024年23件少3件，下降13.04%。"}}},
			{Why: "减少的写成增长", Set: []Entry{{"narrative.overview", "受理量从2024年的38件变动到2025年的31件，增长18.4%。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "由多到少说成上升，由少到多说成降", Set: []Entry{{"narrative.overview", "网上申请占比由66%上升到52%，纠正由2020年的17件降为21件。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "方向对的", Set: []Entry{{"narrative.overview", "网上申请占比由52%上升到66%，办理时间由15天压缩至8天，从3个增加到5个。"}}},
			{Why: "从92%到97%是5个百分点", Set: []Entry{{"narrative.overview", "依法披露率由上年的92%升至97%，提高5%。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "百分点写作百分点，百分比另是百分比", Set: []Entry{{"narrative.overview", "依法披露率由上年的92%升至97%，提高5个百分点；满意率从80%提高到88%，增幅10%。"}}},
			{Why: "几种申请人的占比加起来超过100%", Set: []Entry{{"narrative.overview", "从申请主体看，自然人占62%，企业占31%，社会公益组织占17%。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "几个渠道的占比加起来超过100%", Set: []Entry{{"narrative.overview", "按渠道统计，网站占62%，微信公众号占31%，广播占17%。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "占比加起来是100%，四舍五入多一点；说的是不同的事、重复发布的", Set: []Entry{{"narrative.overview", "自然人占62.4%，企业占31.3%，社会公益组织占6.4%；网上申请占85%。2024年自然人占62%，2025年自然人占70%。自然人占90%，网上申请占85%。法人或其他组织占40%，其中企业占30%，自然人占60%。同时在几个渠道发布的较多，网站占90%，微信公众号占60%。"}}},
			{Why: "平均每篇的阅读次数多了一个零", Set: []Entry{{"narrative.overview", "推送文章240篇，总阅读量36万次，平均每篇阅读量15000次。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "每个村平均的条数算错", Set: []Entry{{"narrative.overview", "12个村公开信息240条，平均每村24条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "平均数算得对，约数差得不多", Set: []Entry{{"narrative.overview", "推送文章240篇，总阅读量36.2万次，篇均阅读1508次；全年公开信息412条，平均每月约34条；12个村公开信息245条，每个村平均20.4条。"}}},
			{Why: "折合每月超过50条，其实是43条", Set: []Entry{{"narrative.overview", "这一年一共推送516条，折合到每个月超过50条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "说是超过，其实多得多", Set: []Entry{{"narrative.overview", "这一年一共推送816条，平均每个月超过50条。"}}},
			{Why: "平均的是别的事", Set: []Entry{{"narrative.overview", "公开信息412条，推文96篇，平均每周更新8条；解读18篇，配图40张，平均每篇阅读900次。"}}},
			{Why: "率超过了全部", Set: []Entry{{"narrative.overview", "群众满意率120%，按时答复率达101%。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "表示满意的人比全部还多", Set: []Entry{{"narrative.overview", "年底请村民代表来评一评，说满意的占126%。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "率提高了多少；正好是全部", Set: []Entry{{"narrative.overview", "公开率提高120%，办结率100%，年度任务完成率115%。"}}},
			{Why: "占的是全部信息，不是前面的村", Set: []Entry{{"narrative.overview", "抽查的15个村中有4个村没有更换；图解类信息仅占全部信息的3%。"}}},
			{Why: "今年的数没有写，写了上年的和多几件", Set: []Entry{{"narrative.overview", "申请量较去年的2000件增加446件，增长32.3%。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "今年的数没有写，增长算得对", Set: []Entry{{"narrative.overview", "申请量较去年的2000件增加446件，增长22.3%；咨询量比上年的500人次减少50人次，下降10%。"}}},
			{Why: "比上年的表增长一半", Last: []Entry{{"proactive.penalties.decisions", "40"}}, Set: []Entry{{"proactive.penalties.decisions", "60"}, {"narrative.overview", "作出行政处罚决定60件，比上年增长10%。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "比上年的表增长的算得对", Last: []Entry{{"proactive.penalties.decisions", "40"}}, Set: []Entry{{"proactive.penalties.decisions", "60"}, {"narrative.overview", "作出行政处罚决定60件，比上年增长50%。"}}},
			{Why: "占的是表里的办结总数，正文没有写；两项各占多少", Set: []Entry{{"requests.total.total", "23"}, {"narrative.overview", "部分公开，发生额3件，占13.0%；不予公开，发生额4件，占17.4%。\n公开448件，部分公开133件，两项占办理总量的42.0%、12.5%。"}}},
			{Why: "占的是表里新收的总数，正文没有写", Set: twelveOfFirms("新收申请中，商业企业7件，占85.3%；自然人5件（41.7%）。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "占的是表里新收的、办结的总数，算得对", Set: thirty("（二）依申请公开。新收申请中，自然人30件，占100%。\n予以公开20件，占办结总数的64.5%；不予公开5件，占新收总数的16.7%。")},
			{Why: "占的是表里办结的总数，算错了", Set: thirty("（二）依申请公开。予以公开20件，占办结总数的46.5%。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "说的不是表里的数", Set: thirty("（二）依申请公开。其中涉及征地的12件，占新收总数的四成。公开信息21条（76%）。")},
			{Why: "增减的数写在分项后面、上年的数写在括号里，都不对", Set: []Entry{{"narrative.overview", "全年公开信息146条，其中网站58条、公众号88条，比上年的121条增加35条。\n收到来信12件，比去年（15件）少4件。\n收到来信250件，同比增加21件（2024年为231件）。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview", "narrative.overview"}},
			{Why: "增减的数写在分项后面、上年的数写在括号里，都对", Set: []Entry{{"narrative.overview", "全年公开信息146条，其中网站58条、公众号88条，比上年的121条增加25条。\n收到来信12件，比去年（15件）少3件。\n收到来信250件，同比增加19件（2024年为231件）。"}}},
			{Why: "多几件、增长百分之几都是照错的上年数写的，上年的年报是40件", Last: []Entry{{"proactive.penalties.decisions", "40"}}, Set: []Entry{{"proactive.penalties.decisions", "60"}, {"narrative.overview", "作出行政处罚决定60件，比上年增加10件，增长20%。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "多的写成少的，上年的年报是40件", Last: []Entry{{"proactive.penalties.decisions", "40"}}, Set: []Entry{{"proactive.penalties.decisions", "60"}, {"narrative.overview", "作出行政处罚决定60件，较上年减少20件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "多几件，与上年的年报一致；没有上年的数", Last: []Entry{{"proactive.penalties.decisions", "40"}}, Set: []Entry{{"proactive.penalties.decisions", "60"}, {"narrative.overview", "作出行政处罚决定60件，比上年增加20件，增长50%。接待来访60人次，比上年增加10人次。"}}},
			{Why: "其中几个渠道的占比，连同其他超过100%", Set: []Entry{{"narrative.overview", "公开信息86条，其中网站占53.5%、公众号占32.6%、其他占23.9%。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "全年的月均", Set: []Entry{{"narrative.overview", "公众号推送图文212篇，月均25篇。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "年中才开通的、半年的月均", Set: []Entry{{"narrative.overview", "6月开通公众号，推送图文90篇，月均15篇。上半年发布信息90条，月均15条。"}}},
			{Why: "申请人占的比例、不予公开率与表不符，正文没有写件数", Set: oneCarriedIn("（二）依申请公开。全年受理申请13件，自然人占比90%。\n办理申请14件，不予公开率14.2%。"), Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "申请人占的比例、不予公开率与表一致；说的是上年的、别的事的", Set: oneCarriedIn("（二）依申请公开。全年受理申请13件，自然人占比84.6%，企业占15.4%。\n办理申请14件，不予公开率0%，部分公开率为0。上年申请中自然人占90%。来访的个人占90%，提案中企业占60%。")},
			{Why: "满意率由后面的两个数算出来", Set: []Entry{{"narrative.overview", "满意率98.2%，收回问卷186份，满意172份。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "满意率算得对", Set: []Entry{{"narrative.overview", "满意率92.5%，收回问卷186份，满意172份。"}}},
			{Why: "满意和基本满意分开数的", Set: []Entry{{"narrative.overview", "满意率98%，收回问卷100份，满意80份、基本满意18份。"}}},
			{Why: "满意率：非常满意和满意一起算、收回的才算、人和名是一回事", Set: []Entry{{"narrative.overview", "发放问卷120份，收回118份，满意116份，满意率98.3%。\n请30名代表评议，27人满意，满意率90%。\n收回问卷118份，非常满意80份、满意36份，满意率98.3%。"}}},
			{Why: "收回的里面满意的，算错了", Set: []Entry{{"narrative.overview", "发放问卷120份，收回118份，满意116份，满意率89.3%。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "几件中各占多少；全县的和本镇的；两样加起来的月均", Set: []Entry{{"narrative.overview", "上年收到的4件中自然人占50%、企业占50%。\n全县同类申请中自然人占72%，我镇自然人占80%。\n全年推送图文120篇、短视频24条，月均12条。"}}},
			{Why: "问题里说的占比，与总体情况里的条数不符", Set: []Entry{{"narrative.overview", "主动公开信息219条，包括：机构职能、办事指南24条，财政预算、决算9条，行政执法公示信息161条，社会救助与公共服务25条。"}, {"narrative.problems", "问题：公开内容结构不平衡，行政执法公示信息占比超过九成。\n改进：增加民生信息。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "问题里说的占比，算得对；说的是上年的、别的", Set: []Entry{{"narrative.overview", "主动公开信息219条，包括：机构职能、办事指南24条，财政预算、决算9条，行政执法公示信息161条，社会救助与公共服务25条。"}, {"narrative.problems", "问题：行政执法公示信息占比超过七成。行政执法公示信息占比约75%，行政执法公示信息占73.5%，上年行政执法公示信息占比超过九成。涉及行政执法公示信息的咨询占比超过九成，社会救助与公共服务占比不足两成。\n改进：增加民生信息。"}}},
			{Why: "增加的数写成负数", Set: []Entry{{"narrative.overview", "公开信息86条，比上年增加-3条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "增加三至五条", Set: []Entry{{"narrative.overview", "每月增加3-5条，字数减少100—200字，温度下降，从-3度。"}}},
			{Why: "写明了是占收回的、占采纳的，却是按发出的、收到的算", Set: []Entry{{"narrative.overview", "发放问卷300份，收回287份，满意281份，占收回问卷的93.7%。\n收到意见80条，采纳60条，已落实30条，占采纳意见的37.5%。\n抽查信息400条，发现问题20条，整改18条，占问题总数的4.5%。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview", "narrative.overview"}},
			{Why: "写明了占什么的，算得对；几项合起来占的", Set: []Entry{{"narrative.overview", "发放问卷300份，收回287份，满意281份，占收回问卷的97.9%。\n发放问卷300份，收回287份，满意281份，占发放问卷的93.7%。\n发放问卷300份，收回287份，满意200份、基本满意81份，占收回问卷的97.9%。"}}},
			{Why: "率不是由这两个数来的", Set: []Entry{{"narrative.overview", "收到留言35条，办结35条，满意率98%。"}}},
		}
	},
}

// wrongShare finds that a percentage is none of the shares that it may be. What is cut off, or bent so that shares make 100, is within
// one of the last place that is printed, and right.
func (in *Input) wrongShare(p *reading.Percentage) (f Finding, found bool) {
	s, written := p.Statement, p.Told()
	find := func(message, due string) (Finding, bool) {
		f := in.findingOn(s, s.Excerpt(p.Span), "文字写“"+told(written)+"”，"+message+"，请核对。")
		f.Expected, f.Actual, f.Compared = due, written, comparedTo("算出来")
		return f, true
	}
	switch {
	case p.Hollow:
		return find("可是没有申请，谈不上办结率", "")
	case p.Growth:
		return in.wrongGrowth(p, find)
	case p.Untold:
		p.Shares = in.sharesOfTables(p.Of())
	case p.Value.GreaterThan(decimal.NewFromInt(100)):
		return find("占比不会超过100%", "")
	}
	places := int32(p.Decimals)
	shares := slices.Clone(p.Shares)
	if len(shares) == 0 {
		return Finding{}, false
	}
	if before := in.Report.Figure("requests.carried_in.total"); p.IsRateOfRequests() && before.IsNumber() {
		for _, s := range p.Shares { // those that the text does not count: 办结174件（含上年结转）
			shares = append(shares, reading.Share{Part: s.Part, Whole: s.Whole.Add(before.Number)})
		}
	}
	if p.Of() == nil || p.Of().Whole() == nil {
		for _, s := range p.Shares {
			for _, whole := range in.wholes() {
				shares = append(shares, reading.Share{Part: s.Part, Whole: whole})
			}
		}
	}
	if slices.ContainsFunc(shares, p.Fits) {
		return Finding{}, false
	}
	likeliest := p.Shares[0]
	due := likeliest.Percent(places).StringFixed(places) + "%"
	return find("按"+likeliest.Part.String()+"除以"+likeliest.Whole.String()+"算是"+due, due)
}

// sharesOfTables pairs a number that counts who applied or what came of applications, where the tables bear it out, with what it may be a share
// of: all that were received, these and what was carried in, or what was done with.
func (in *Input) sharesOfTables(q *reading.Quantity) (list []reading.Share) {
	t := tally{in: in}
	for _, c := range q.Claims() {
		if !c.Counts(reading.Flow|reading.Outcome) || c.IsToldOfAll() && !c.Counts(reading.Outcome) {
			continue
		}
		options, ok := t.options(&c)
		if !ok || !slices.ContainsFunc(options, func(o allowed) bool { return c.Agrees(o.value) }) {
			continue
		}
		wholes := [][]form.Key{{"requests.received.total"}, {"requests.received.total", "requests.carried_in.total"}}
		isOfThese := func(i int) bool { return i < len(options) && c.Agrees(options[i].value) } // 新收的自然人 is a share of those received
		if c.Counts(reading.Outcome) {
			wholes = [][]form.Key{{"requests.total.total"}, wholes[0], wholes[1]}
			isOfThese = func(int) bool { return true }
		} else if !c.Tells("receive") {
			continue
		}
		for i, keys := range wholes {
			if whole, ok := t.sum(keys); isOfThese(i) && ok && whole.IsPositive() && whole.GreaterThanOrEqual(q.Value) {
				list = append(list, reading.Share{Part: q.Value, Whole: whole})
			}
		}
	}
	return list
}

// wholes are the totals of the tables that a share may be of where the text tells them later, or nowhere: 予以公开9件，占办结数39.1%.
func (in *Input) wholes() (list []decimal.Decimal) {
	for _, key := range []form.Key{"requests.received.total", "requests.total.total", "disputes.review.total"} {
		if v := in.Report.Figure(key); v.IsNumber() && v.Number.IsPositive() {
			list = append(list, v.Number)
		}
	}
	return list
}

// wrongDifference finds that a number has grown where it is said to have shrunk, or by another number; against last year's report where the text
// does not tell last year's number.
func (in *Input) wrongDifference(d reading.Difference) (f Finding, found bool) {
	before, from := "上年是", d.Now.End // 增加19件（上年231件）
	var pairs []reading.Share
	switch {
	case d.Last != nil:
		pairs = []reading.Share{{Part: d.Now.Value, Whole: d.Last.Value}}
		if d.Last.End <= d.Start {
			from = d.Last.End
		}
	case in.Last != nil && !in.IsPart:
		before, pairs = "上年的年报是", in.overLastYear(d.Now)
	}
	fits := func(s reading.Share) bool {
		due := s.Part.Sub(s.Whole)
		return due.Abs().Equal(d.Value) && (due.IsZero() || due.IsNegative() == d.Less)
	}
	if len(pairs) == 0 || slices.ContainsFunc(pairs, fits) {
		return Finding{}, false
	}
	due := pairs[0].Part.Sub(pairs[0].Whole)
	words := "多" + due.String()
	if due.IsNegative() {
		words = "少" + due.Neg().String()
	}
	s := d.Statement
	f = in.findingOn(s, s.Excerpt(d.Span), "文字写“"+told(strings.TrimLeft(s.Words(reading.Span{Start: from, End: d.End}), "），"))+"”，"+before+pairs[0].Whole.String()+"，今年是"+pairs[0].Part.String()+"，应是"+words+d.Unit+"，请核对。")
	f.Expected, f.Actual, f.Compared = due.Abs().String(), d.Value.String(), comparedTo("算出来")
	return f, true
}

// pointsGained finds a percentage that rose or fell to another one, and by how much.
var pointsGained = pattern.NewWith("由 从", `[由从](?:上年|去年|[0-9]{4}年)?的?([0-9]+(?:\.[0-9]+)?)%[^，。；0-9]{0,6}[到至]([0-9]+(?:\.[0-9]+)?)%，?[^，。；0-9]{0,6}(?:提高|上升|提升|增加|增长|下降|降低|减少)了?([0-9]+(?:\.[0-9]+)?)%`, "%")

// findPointsAsPercent finds the difference of two percentages told as a percentage, which would be of the first of them.
func findPointsAsPercent(in *Input) []Finding {
	var found []Finding
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			for _, m := range pointsGained.FindAllStringSubmatch(p.Text, -1) {
				from, to, by := decimal.RequireFromString(m[1]), decimal.RequireFromString(m[2]), decimal.RequireFromString(m[3])
				if !to.Sub(from).Abs().Equal(by) || by.IsZero() || from.Equal(decimal.NewFromInt(100)) {
					continue
				}
				found = append(found, s.finding(i, m[0], "“"+excerpt(m[0])+"”：从"+m[1]+"%到"+m[2]+"%是"+m[3]+"个百分点，不是"+m[3]+"%，请改正。"))
			}
		}
	}
	return found
}

// ratesOfAll finds the rates of what can at most be all of something.
var ratesOfAll = pattern.NewWith("%", `((?:满意|答复|办结|办复|回复|公开|公示|知晓|覆盖|及时|准确|合格|回收|整改|解读|报送|参与|到位|达标|上网|录用|采纳)率|(?:满意|知晓|好评)度|(?:满意|认可|赞成|好评|知晓|合格)的?[^，。；、：0-9%]{0,6}占)[^，。；、：0-9%]{0,8}([0-9]+(?:\.[0-9]+)?)%`, "率", "占", "度")

// findRatesBeyondAll finds rates above 100 percent of what can at most be all. Growth is told in other words, or behind those for it.
func findRatesBeyondAll(_ *Input, s section, i int) []Finding {
	var found []Finding
	for _, m := range ratesOfAll.FindAllStringSubmatch(s.paragraphs[i].Text, -1) {
		if decimal.RequireFromString(m[2]).GreaterThan(decimal.NewFromInt(100)) && !chinese.ContainsAny(m[0], []string{"增", "提高", "上升", "提升", "长"}) {
			found = append(found, s.finding(i, m[0], "文字写“"+told(m[0])+"”，"+m[1]+"不会超过100%，请核对。"))
		}
	}
	return found
}

// moreThanWhole finds shares of one whole that add up to more than it, by more than rounding brings about.
func (in *Input) moreThanWhole(row []*reading.Quantity) (f Finding, found bool) {
	s, most, sum := row[0].Statement, decimal.NewFromInt(100), decimal.Zero
	for _, share := range row {
		most = most.Add(decimal.New(1, -int32(share.Decimals)))
		sum = sum.Add(share.Value)
	}
	if sum.LessThanOrEqual(most) || overlapping.In(s.Words(s.Span)) {
		return Finding{}, false
	}
	words := s.Excerpt(reading.Span{Start: row[0].Start, End: row[len(row)-1].End})
	f = in.findingOn(s, words, "“"+excerpt(words)+"”各项占比加起来是"+sum.String()+"%，超过了100%，请核对。")
	f.Expected, f.Actual, f.Compared = "100%", sum.String()+"%", Comparison{Is: "各项占比加起来是", Due: "最多是"}
	return f, true
}

// wrongAverage finds that an average is none of those that it may be. What is cut off or rounded up is within one of the last place that is
// printed; numbers in 万 are exact to one in a hundred, what is told roughly to one in ten, and what is told as the least may be more.
func (in *Input) wrongAverage(a *reading.Average) (f Finding, found bool) {
	places := int32(a.Decimals)
	average := func(s reading.Share) decimal.Decimal { return s.Part.DivRound(s.Whole, places+6) }
	fits := func(s reading.Share) bool {
		slack := average(s).Shift(-2)
		if a.IsAbout() {
			slack = average(s).Shift(-1)
		}
		more := average(s).Sub(a.Value)
		return more.Abs().LessThan(slack.Add(decimal.New(1, -places))) || a.Bound == reading.AtLeast && a.IsAbout() && more.IsPositive()
	}
	if slices.ContainsFunc(a.Of, fits) {
		return Finding{}, false
	}
	s, written := a.Statement, a.Statement.Words(a.Span)
	due := average(a.Of[0]).Round(places).String() + a.Unit
	f = in.findingOn(s, s.Excerpt(a.Span), "文字写平均“"+told(written)+"”，按"+a.Of[0].Part.String()+"除以"+a.Of[0].Whole.String()+"算是"+due+"，请核对。")
	f.Expected, f.Actual, f.Compared = due, written, comparedTo("算出来")
	return f, true
}

// overLastYear pairs a number of the text, where the tables bear it out, with what last year's report has in the same place.
func (in *Input) overLastYear(q *reading.Quantity) (list []reading.Share) {
	now, last := tally{in: in}, tally{in: &Input{Report: in.Last}}
	for _, c := range q.Claims() {
		for _, sum := range c.Sums {
			value, ok := now.sum(sum.Keys(in.Report.Edition))
			keys := sum.Keys(in.Last.Edition)
			if !ok || keys == nil || !c.Agrees(value) {
				continue
			}
			if before, ok := last.sum(keys); ok && before.IsPositive() {
				list = append(list, reading.Share{Part: value, Whole: before})
			}
		}
	}
	return list
}

// wrongGrowth finds that a number has not grown or shrunk by the percentage that is told, against last year's in the text or in the
// report of last year.
func (in *Input) wrongGrowth(p *reading.Percentage, find func(message, due string) (Finding, bool)) (Finding, bool) {
	shares := p.Shares
	if in.Last != nil && !in.IsPart && p.Of() != nil && p.Of().Statement == p.Statement {
		if known := in.overLastYear(p.Of()); len(known) > 0 {
			shares = known // whatever last year's was by what the text says
		}
	}
	if len(shares) == 0 {
		return Finding{}, false
	}
	places := int32(p.Decimals)
	growth := func(s reading.Share) decimal.Decimal {
		return s.Part.Sub(s.Whole).Abs().Shift(2).DivRound(s.Whole, places+6)
	}
	tolerance := decimal.New(1, -places)
	if !p.IsExact() {
		tolerance = decimal.New(3, -1) // of numbers in 万, one in a hundred of which is rounded away
	}
	fits := func(s reading.Share) bool { return growth(s).Sub(p.Value).Abs().LessThan(tolerance) }
	if fitting := slices.DeleteFunc(slices.Clone(shares), func(s reading.Share) bool { return !fits(s) }); len(fitting) > 0 {
		if s := fitting[0]; len(fitting) == 1 && !s.Part.Equal(s.Whole) && p.SaysLess() != s.Part.LessThan(s.Whole) && p.SaysMore() == s.Part.LessThan(s.Whole) {
			return find("上年是"+s.Whole.String()+"，今年是"+s.Part.String()+"，增减的方向写反了", "")
		}
		return Finding{}, false
	}
	likeliest := shares[0]
	due, told := growth(likeliest).Round(places).StringFixed(places)+"%", "上年是"+likeliest.Whole.String()+"，今年是"+likeliest.Part.String()+"，"
	if less := likeliest.Part.LessThan(likeliest.Whole); !likeliest.Part.Equal(likeliest.Whole) && p.SaysLess() != less && p.SaysMore() == less {
		grown := "增长"
		if less {
			grown = "下降"
		}
		return find(told+"增减的方向写反了，算出来是"+grown+due, grown+due)
	}
	return find(told+"算出来是"+due, due)
}
