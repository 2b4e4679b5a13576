package check

import (
	"fmt"
	"slices"

	"nianbao/internal/form"
	"nianbao/internal/reading"
)

var textContradictsItself = Rule{
	ID: "text-contradicts-itself", Level: Query, Title: "同一个数、同一件事在文字里前后一致，说有几点就列出几点", Citation: "报告各部分之间的关系",
	Find: func(in *Input) []Finding {
		numbers := findContradictions(in)
		posts := slices.DeleteFunc(findAccountPosts(in), func(post Finding) bool { // of a paragraph that is told already
			return slices.ContainsFunc(numbers, func(f Finding) bool {
				return f.Text.Section == post.Text.Section && f.Text.Paragraph == post.Text.Paragraph
			})
		})
		return slices.Concat(numbers, posts, findLateInTime(in), findItemsAnnounced(in), findThingsEnumerated(in), findOccasionsCounted(in), findAccountsDenied(in))
	},
	Cases: func() []Case {
		return []Case{
			{Why: "前面320条，后面330条", Set: []Entry{{"narrative.overview", "全年主动公开政府信息320条。"}, {"narrative.problems", "全年主动公开政府信息330条，但解读不多。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "前面没有收到，后面收到1件", Set: []Entry{{"narrative.overview", "全年未收到政府信息公开申请。\n年内收到政府信息公开申请1件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "信息处理费说没有收，又说收了多少", Set: []Entry{{"narrative.other", "2025年我镇未收取信息处理费，收取的信息处理费86元已上缴国库。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "收了一件的，其余的没有收", Set: []Entry{{"narrative.other", "对1件申请收取信息处理费210元，其余申请均未收取信息处理费。"}}},
			{Why: "后面说的“上述”不是前面的数", Set: []Entry{{"narrative.overview", "向群众发放问卷120份。\n上述100份问卷已归档。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "按期答复率100%，又有1件超过期限", Set: []Entry{{"narrative.overview", "（二）依申请公开。收到申请6件，不予公开1件（执法案卷）。按期答复率为100%。其中1件因经办人调动，超过法定期限5日才作出答复。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "全部按期答复，问题里又说有逾期的", Set: []Entry{{"narrative.overview", "（二）依申请公开。收到申请6件，均已在法定期限内答复。"}, {"narrative.problems", "存在的问题：2件公开申请逾期答复，把关不严。\n改进情况：设提醒。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "先说逾期，后说无一逾期", Set: []Entry{{"narrative.overview", "依申请公开方面，收到公开申请6件，其中1件没有按期答复。对每件申请专人跟办，无一逾期。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "个别申请答复超期", Set: []Entry{{"narrative.overview", "收到政府信息公开申请6件，按时办结率100%，个别申请答复超期。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "其余的按期答复", Set: []Entry{{"narrative.overview", "收到公开申请6件，1件逾期答复，其余均按期答复。"}}},
			{Why: "上年逾期的、别的事逾期的", Set: []Entry{{"narrative.overview", "收到公开申请6件，均已按期答复，而上年有1件超过法定期限才答复。12345热线工单2件逾期办结。乡镇有1件公开申请逾期答复，已通报。"}}},
			{Why: "申请人逾期的、延期的、防着逾期的", Set: []Entry{{"narrative.overview", "收到公开申请6件，无一逾期。1件申请人逾期未补正，1件经批准延期答复；建立台账，严防1件申请超过法定期限。办结公开申请6件，超过法定期限的0件，对逾期答复的一律问责。"}}},
			{Why: "热线按期办结，申请有1件逾期", Set: []Entry{{"narrative.overview", "收到公开申请6件，1件超过法定时限才答复。办理12345热线工单30件，按期办结率100%。"}}},
			{Why: "账号全年的推文比别处写的少", Set: []Entry{{"narrative.overview", "发布信息620条，其中网站300条、“清溪发布”公众号推文320篇。\n“清溪发布”公众号全年推文230篇，阅读2万次。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "账号全年的短视频两处不一样", Set: []Entry{{"narrative.overview", "“清溪发布”视频号全年发布短视频46条。"}, {"narrative.problems", "问题：“清溪发布”视频号全年推出短视频64条，多是会议。\n改进：增加图解。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "全年的里面有一部分，别的账号、别的时间的", Set: []Entry{{"narrative.overview", "发布信息620条，其中“清溪发布”公众号推文120篇。\n“清溪发布”公众号全年推文230篇；开通以来，“清溪发布”公众号推文2300篇；“清溪文旅”公众号推文400篇；2024年，“清溪发布”公众号推文280篇。"}}},
			{Why: "说没有新媒体，问题里又有公众号", Set: []Entry{{"narrative.overview", "我镇没有开办政务新媒体，信息由县政府网站发布。"}, {"narrative.problems", "存在的问题：本镇微信公众号更新不及时，有时一个月没有新内容。\n改进情况：专人负责。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "没有的是别的账号，说的是县里的、已经注销的", Set: []Entry{{"narrative.overview", "我镇没有开通抖音号，没有微博。通过“清溪发布”县政府公众号发布信息。本镇微信公众号推送信息30条；我镇微博已于年初注销。"}}},
			{Why: "说三个方面，列了两个", Set: []Entry{{"narrative.problems", "存在三个方面的问题：一是解读少，二是更新慢。\n改进措施：一是增加图解，二是按月提醒。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "说两点不足，列了三点", Set: []Entry{{"narrative.problems", "主要有两点不足。一是解读少；二是更新慢；三是栏目杂。\n改进措施：增加图解。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "说从四个方面改进，列了三个", Set: []Entry{{"narrative.problems", "问题：解读少。下一步将从四个方面加以改进：第一，增加图解；第二，按月提醒；第三，加强培训。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "说三项措施，用其一、其二列了两项", Set: []Entry{{"narrative.problems", "问题：解读少。今后采取3项措施：其一，增加图解；其二，按月提醒。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "说几点列几点，分写在几段里的也算", Set: []Entry{{"narrative.problems", "存在三个方面的问题：一是解读少。\n二是更新慢。\n三是栏目杂。\n改进情况，主要做了两项工作：一是增加图解；二是按月提醒。"}}},
			{Why: "最后一点没有编号、列里还有列", Set: []Entry{{"narrative.problems", "存在三个问题：一是解读少，二是更新慢，此外栏目杂。\n从三个方面改进：一是增加图解；二是抓培训，重点是：一是保密审查，二是答复；三是按月提醒。\n从三个方面巩固：一是建制度。\n二是抓培训。一是讲保密，二是讲答复。\n三是严考核。"}}},
			{Why: "针对前面说过的问题列措施，编号里的数", Set: []Entry{{"narrative.problems", "问题：解读少，更新慢，栏目杂。针对上述三个问题：一是增加图解，二是按月提醒。第三个方面：一是保密，二是答复。十二项措施：一是培训，二是考核。三个问题采取两项措施：一是图解；二是提醒。两点不足：第一，解读少；第二，更新慢。第三季度已经改正，第三方评估认可。"}}},
			{Why: "说五个专栏，列了四个", Set: []Entry{{"narrative.overview", "在门户网站、微信公众号新开设政策文件、社会救助、旧房改造、安全生产五个专栏。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "说两个栏目，引号里是三个", Set: []Entry{{"narrative.overview", "网站新增“惠民补贴”“乡村振兴”和“清廉村居”两个栏目。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "几个就列了几个，有“等”字的、前面还有别的一列的", Set: []Entry{{"narrative.overview", "开设政策文件、社会救助和安全生产三个专栏，网站、公众号政策文件、社会救助两个专栏更新及时；围绕教育、医疗等五个领域；“惠民补贴”“乡村振兴”两个栏目。"}}},
			{Why: "培训2次，却写了四个月份各1次", Set: []Entry{{"narrative.overview", "全年组织政府信息公开培训2次，分别于3月、6月、9月、11月各开展1次。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "会议三次，括号里是两个日子", Set: []Entry{{"narrative.overview", "召开政务公开工作会议三次（3月12日、9月5日）。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "每季度1次，全年却是3次", Set: []Entry{{"narrative.overview", "每季度开展自查1次，全年共开展自查3次。\n全年编发简报10期，每月编发1期。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "次数与月份相合，没有说全的", Set: []Entry{{"narrative.overview", "组织培训4次，分别于3月、6月、9月和11月各开展1次；召开会议4次，其中3月、9月研究了公开目录；每季度自查1次，全年共4次；每月至少编发1期，全年编发15期；培训6次，分别于3月、9月等时间举办；检查5次，分别在1月至3月进行。举办培训两三次，分别于3月、6月、9月。"}}},
			{Why: "一处连同上年结转的说", Set: thirty("收到政府信息公开申请30件。\n受理政府信息公开申请32件。")},
			{Why: "说的是两个年度", Set: []Entry{{"narrative.overview", "2024年主动公开政府信息300条。2025年主动公开政府信息320条。"}}},
			{Why: "一处是其中的一部分", Set: []Entry{{"narrative.overview", "主动公开政府信息320条。通过网站主动公开政府信息200条。"}}},
		}
	},
}

func findContradictions(in *Input) []Finding {
	var found []Finding
	t := tally{in: in}
	for _, told := range in.read().Retellings() {
		if !t.contradict(told) {
			continue
		}
		earlier, later := told.Earlier, told.Later
		s, _ := in.section(earlier.Statement.Section)
		f := in.findingOn(later.Statement, later.Words,
			fmt.Sprintf("文字写“%s”，而“%s”第%d段写的是“%s”，%s前后不一致，请核对。", excerpt(later.Words),
				s.heading, earlier.Statement.Paragraph+1, excerpt(earlier.Words), later.Name))
		f.Actual, f.Expected = claimed(later, later.Amount()), claimed(earlier, earlier.Amount())
		found = append(found, f)
	}
	return found
}

// contradict says whether two claims on one measure that do not agree cannot both be right by the tables either. Where the
// words allow for several sums, one of the two must be among them and the other not.
func (t *tally) contradict(r reading.Retelling) bool {
	options, ok := t.options(r.Later)
	if !ok {
		return len(r.Later.Sums) == 1
	}
	fits := func(c *reading.Claim) bool {
		return slices.ContainsFunc(options, func(o allowed) bool { return c.Agrees(o.value) })
	}
	if len(r.Later.Sums) > 1 {
		return fits(r.Earlier) != fits(r.Later)
	}
	return !(fits(r.Earlier) && fits(r.Later))
}
