package check

import (
	"slices"

	"nianbao/internal/form"
)

var textDeniesItself = Rule{
	ID: "text-denies-itself", Level: Query, Title: "说了全部按期答复、都已办结、没有账号的，别处不说有逾期、有结转、有账号；制发了文件的，公开的不都是0", Citation: "报告各部分之间的关系",
	Find: func(in *Input) []Finding {
		return slices.Concat(findLateInTime(in), findBeyondAll(in), onFilled(findLongerOnAverage)(in), findSettledYetOpen(in), findAccountsDenied(in), findIssuedUnseen(in))
	},
	Cases: func() []Case {
		return []Case{
			{Why: "按期答复率100%，又有1件超过期限", Set: []Entry{{"narrative.overview", "（二）依申请公开。收到申请6件，不予公开1件（执法案卷）。按期答复率为100%。其中1件因经办人调动，超过法定期限5日才作出答复。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "全部按期答复，问题里又说有逾期的", Set: []Entry{{"narrative.overview", "（二）依申请公开。收到申请6件，均已在法定期限内答复。"}, {"narrative.problems", "存在的问题：2件公开申请逾期答复，把关不严。\n改进情况：设提醒。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "先说逾期，后说无一逾期", Set: []Entry{{"narrative.overview", "依申请公开方面，收到公开申请6件，其中1件没有按期答复。对每件申请专人跟办，无一逾期。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "个别申请答复超期", Set: []Entry{{"narrative.overview", "收到政府信息公开申请6件，按时办结率100%，个别申请答复超期。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "均按期答复，但有2件逾期", Set: []Entry{{"narrative.overview", "（二）依申请公开。收到公开申请13件，均按期答复，但有2件逾期。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "都在15个工作日内答复，又有1件是第32个工作日答复的", Set: []Entry{{"narrative.overview", "依申请公开：收到申请2件，两件都在15个工作日内答复。"}, {"narrative.other", "有1件申请经延长期限，于第32个工作日答复申请人。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "都在20个工作日内答复，平均却用了29个工作日", Set: []Entry{{"narrative.overview", "收到申请6件，6件申请全部在20个工作日内答复，平均用时29个工作日，没有引起行政复议。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "平均用时比期限短；说的是上年的平均", Set: []Entry{{"narrative.overview", "收到申请6件，6件申请全部在20个工作日内答复，平均用时9个工作日。\n均在10个工作日内答复，比上年平均用时12个工作日缩短。\n除延长期限的2件外，均在20个工作日内答复，平均用时23个工作日。"}}},
			{Why: "都在20个工作日内答复，最晚的是第18个工作日；热线的、上年的", Set: []Entry{{"narrative.overview", "依申请公开：收到申请6件，均在20个工作日内答复，最晚的1件申请于第18个工作日答复。12345热线诉求涉及信息公开申请的于第25个工作日办结。上年的1件申请于第32个工作日答复。"}}},
			{Why: "其余的按期答复", Set: []Entry{{"narrative.overview", "收到公开申请6件，1件逾期答复，其余均按期答复。"}}},
			{Why: "上年逾期的、别的事逾期的", Set: []Entry{{"narrative.overview", "收到公开申请6件，均已按期答复，而上年有1件超过法定期限才答复。12345热线工单2件逾期办结。乡镇有1件公开申请逾期答复，已通报。"}}},
			{Why: "申请人逾期的、延期的、防着逾期的", Set: []Entry{{"narrative.overview", "收到公开申请6件，无一逾期。1件申请人逾期未补正，1件经批准延期答复；建立台账，严防1件申请超过法定期限。办结公开申请6件，超过法定期限的0件，对逾期答复的一律问责。"}}},
			{Why: "热线按期办结，申请有1件逾期", Set: []Entry{{"narrative.overview", "收到公开申请6件，1件超过法定时限才答复。办理12345热线工单30件，按期办结率100%。"}}},
			{Why: "全部申请都已答复，又有结转下年度的", Set: []Entry{{"narrative.overview", "（二）依申请公开。收到公开申请7件，均已按期答复，结转下年度继续办理2件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "没有收到申请，又说申请都已办结", Set: []Entry{{"narrative.overview", "（二）依申请公开。未收到政府信息公开申请，本年度申请均已办结。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "办结的都已答复，结转的另算；没有结转的；答复的是留言", Set: []Entry{{"narrative.overview", "（二）依申请公开。收到公开申请7件，办结5件，均已按期答复，结转下年度2件。收到申请3件，均已按期答复，没有结转下年度继续办理的。未收到政府信息公开申请，网民留言均已答复。"}}},
			{Why: "说没有新媒体，问题里又有公众号", Set: []Entry{{"narrative.overview", "我镇没有开办政务新媒体，信息由县政府网站发布。"}, {"narrative.problems", "存在的问题：本镇微信公众号更新不及时，有时一个月没有新内容。\n改进情况：专人负责。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "没有的是别的账号，说的是县里的、已经注销的", Set: []Entry{{"narrative.overview", "我镇没有开通抖音号，没有微博。通过“清溪发布”县政府公众号发布信息。本镇微信公众号推送信息30条；我镇微博已于年初注销。"}}},
			{Why: "印发了公文，公开的都是0", Set: []Entry{{"narrative.overview", "全年制作印发可公开的公文132件，其中本年度对外公开0件，历年累计对外公开0件。\n本年度制作政府信息64件，主动公开0件，历年累计主动公开0件；失效文件加注。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "可公开的，今年一件没有公开", Set: []Entry{{"narrative.overview", "全年制发应公开的文件12件，主动公开0件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "文件是内部的，公开0件的是别的，没有制发", Set: []Entry{{"narrative.overview", "全年制发文件12件，主动公开0件。印发内部文件30件，公开0件，历年累计公开0件。制发公文0件，历年累计公开0件。制发公文12件，公开10件，历年累计公开80件。制作告知书6件，部分公开0件，不予公开0件。印发公文30件，均已公开，历年累计公开0.3万件。"}}},
			{Why: "先定公开不公开；累计公开数为零", Set: []Entry{{"narrative.overview", "文件印出来先定公开不公开，全年制作政府信息64件，本年公开0件，累计公开0件。"}, {"narrative.other", "全年制发公文64件，累计公开数为零。"}}, Finds: []form.Key{"narrative.overview", "narrative.other"}},
			{Why: "累计公开的占比，密件", Set: []Entry{{"narrative.overview", "全年制作信息64件，累计公开占比为0.9。印发密件3件，累计公开0件。"}}},
		}
	},
}
