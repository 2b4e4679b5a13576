package check

import (
	"fmt"
	"slices"

	"nianbao/internal/form"
	"nianbao/internal/reading"
)

var textContradictsItself = Rule{
	ID: "text-contradicts-itself", Level: Query, Title: "同一个数在文字里前后一致", Citation: "报告各部分之间的关系",
	Find: func(in *Input) []Finding {
		numbers := findContradictions(in)
		posts := slices.DeleteFunc(findAccountPosts(in), func(post Finding) bool { // of a paragraph that is told already
			return slices.ContainsFunc(numbers, func(f Finding) bool {
				return f.Text.Section == post.Text.Section && f.Text.Paragraph == post.Text.Paragraph
			})
		})
		return slices.Concat(numbers, posts, findPartMiswritten(in), findDigitsSwapped(in))
	},
	Cases: func() []Case {
		return []Case{
			{Why: "前面320条，后面330条", Set: []Entry{{"narrative.overview", "全年主动公开政府信息320条。"}, {"narrative.problems", "全年主动公开政府信息330条，但解读不多。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "前面没有收到，后面收到1件", Set: []Entry{{"narrative.overview", "全年未收到政府信息公开申请。\n年内收到政府信息公开申请1件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "信息处理费说没有收，又说收了多少", Set: []Entry{{"narrative.other", "2025年我镇未收取信息处理费，收取的信息处理费86元已上缴国库。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "每页收多少，一共收多少；其中的一笔", Set: []Entry{{"narrative.other", "信息处理费：超过30页的15页每页收费10元，收取150元。\n收取信息处理费150元，其中按件计收1件100元。"}}},
			{Why: "收了一件的，其余的没有收", Set: []Entry{{"narrative.other", "对1件申请收取信息处理费210元，其余申请均未收取信息处理费。"}}},
			{Why: "后面说的“上述”不是前面的数", Set: []Entry{{"narrative.overview", "向群众发放问卷120份。\n上述100份问卷已归档。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "同一个公众号、同一个专栏的数，换了说法又写了一遍", Set: []Entry{{"narrative.overview", "“清溪发布”公众号推送科普文章265篇。该公众号推送的256篇科普文章以健康为主。\n县政府网站专栏下设8个子栏目，在“清溪市监”抖音号发布消费提示短视频58条。"}, {"narrative.problems", "问题：专栏的9个子栏目更新不快。抖音号发布的消费提示短视频全年达85条，形式单一。\n改进：增加图解。"}}, Finds: []form.Key{"narrative.overview", "narrative.problems", "narrative.problems"}},
			{Why: "其中几篇、新开设的几个、几个渠道一起的", Set: []Entry{{"narrative.overview", "“清溪发布”公众号推送政策解读32篇。县政府网站专栏设置栏目9个。\n网站、微博发布防控信息139条。"}, {"narrative.problems", "问题：公众号推送的20篇政策解读转发不多，专栏新开设的12个栏目更新不快，微博发布的149条防控信息阅读量不高。\n改进：增加图解。"}}},
			{Why: "前面说培训3场，后面说4场培训一共多少人", Set: []Entry{{"narrative.overview", "开展培训3场，接受评议260人次。\n4场培训参训人数分别为45人、38人、52人、40人，合计175人次。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "说的是其中两场、各几场的", Set: []Entry{{"narrative.overview", "开展培训4场。2场培训请专家授课。\n4月、11月各举办学习会1期，全年共2期。2期学习会参会人数共80人。"}}},
			{Why: "全年的培训比其中一种还少", Set: []Entry{{"narrative.overview", "组织乡村两级信息员培训3次。\n队伍建设方面，全年举办信息员培训2次。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "参加上级的培训、各村的培训，不算自己全年的", Set: []Entry{{"narrative.overview", "参加县级信息员培训3次，各村开展村级信息员培训30次。\n全年举办信息员培训2次。"}}},
			{Why: "网站的条数，说“该网站”、说子站的", Set: []Entry{{"narrative.overview", "我镇在县政府门户网站公开信息192条。平台建设方面，维护县政府门户网站本镇专栏，全年在该网站公开信息129条。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "全县有几个乡镇，前后不一样", Set: []Entry{{"unit.name", "青垣县人民政府"}, {"unit.level", "县级政府"}, {"narrative.preface", "本报告以全县13个乡镇和29个县直部门上报数据为基础编制。"}, {"narrative.overview", "全县15个乡镇便民服务中心都设有信息公开查阅台。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "连街道一起数的，说的是其中几个乡镇的", Set: []Entry{{"unit.name", "青垣县人民政府"}, {"unit.level", "县级政府"}, {"narrative.preface", "本报告以全县13个乡镇、2个街道上报数据为基础编制。"}, {"narrative.overview", "全县15个乡镇（街道）便民服务中心都设有查阅台，全县5个乡镇便民服务中心完成改造。"}}},
			{Why: "“上述4期、610人次”，前面是580人次", Set: []Entry{{"narrative.overview", "组织业务培训4期，参训580人次；编发简报12期。\n经过上述4期、610人次的业务培训，答复差错明显减少。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "“上述4期、580人次”，前面也是；前面有两处4期的", Set: []Entry{{"narrative.overview", "组织业务培训4期，参训580人次；编发简报12期。\n经过上述4期、580人次的业务培训，答复差错明显减少。\n公开课4次，听课60人；讲座4次，听课80人。经过上述4次、90人的讲座，答复差错明显减少。"}}},
			{Why: "账号全年的推文比别处写的少", Set: []Entry{{"narrative.overview", "发布信息620条，其中网站300条、“清溪发布”公众号推文320篇。\n“清溪发布”公众号全年推文230篇，阅读2万次。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "账号全年的短视频两处不一样", Set: []Entry{{"narrative.overview", "“清溪发布”视频号全年发布短视频46条。"}, {"narrative.problems", "问题：“清溪发布”视频号全年推出短视频64条，多是会议。\n改进：增加图解。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "全年的里面有一部分，别的账号、别的时间的", Set: []Entry{{"narrative.overview", "发布信息620条，其中“清溪发布”公众号推文120篇。\n“清溪发布”公众号全年推文230篇；开通以来，“清溪发布”公众号推文2300篇；“清溪文旅”公众号推文400篇；2024年，“清溪发布”公众号推文280篇。"}}},
			{Why: "前面列全了的分局，后面有一个写错了字", Set: []Entry{{"narrative.preface", "统计口径为局机关及滨湾、南屿、古塘、云浦4个派出分局。"}, {"narrative.overview", "作出行政处罚186件，其中局机关38件、滨湾分局52件、南峪分局41件、古塘分局29件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "没有写错的；是另一家的分局；写的是东西", Set: []Entry{{"narrative.preface", "统计口径为局机关及滨湾、城东、南屿、云浦4个派出分局。"}, {"narrative.overview", "滨湾分局52件、南屿分局41件、城西分局3件，云浦分局29件。\n与市公安局南峪分局会商。"}}},
			{Why: "全部的个数，数字前后颠倒了", Set: []Entry{{"narrative.overview", "政务新媒体由年初的71个清理整合至年末的46个。"}, {"narrative.problems", "问题：内容同质化。\n改进措施：对64个政务新媒体实行分级管理。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "没有颠倒的；别处另写了64个的；说的是年初的、别的东西的", Set: []Entry{{"narrative.overview", "政务新媒体由年初的64个清理整合至年末的46个，13个乡镇有公示栏目58个。"}, {"narrative.problems", "问题：内容同质化。\n改进措施：对46个政务新媒体实行分级管理，对85个公开公示栏目、31个公示栏目挂牌。年初对64个政务新媒体账号作了清理，将17个政务新媒体注销。"}}},
			{Why: "一处连同上年结转的说", Set: thirty("收到政府信息公开申请30件。\n受理政府信息公开申请32件。")},
			{Why: "同样的词，说的是前面不同的事", Set: []Entry{{"narrative.overview", "公开耕地补贴38条，涉及资金211.6万元；公开农机补贴12条，涉及资金36.5万元。一季度公示救助名单2批，惠及群众132人；二季度公示救助名单3批，惠及群众61人。"}}},
			{Why: "各站所公开的，全年一共公开的", Set: []Entry{{"narrative.overview", "党政办公开信息50条，财政所公开信息30条，全年共公开信息80条。"}}},
			{Why: "同样的事说了两遍，涉及的户数不一样", Set: []Entry{{"narrative.overview", "公示征地补偿，涉及农户56户。\n全年公示征地补偿，涉及农户65户。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "说的是两个年度", Set: []Entry{{"narrative.overview", "2024年主动公开政府信息300条。2025年主动公开政府信息320条。"}}},
			{Why: "一处是其中的一部分", Set: []Entry{{"narrative.overview", "主动公开政府信息320条。通过网站主动公开政府信息200条。"}}},
			{Why: "“该号”发布的是其中一部分", Set: []Entry{{"narrative.overview", "全年公开政策信息71条，其中微信公众号57条、电子屏14条。\n加强微信公众号管理，2025年该号发布的57条信息均无差错。"}}},
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
		f.Actual, f.Expected, f.Compared = claimed(later, later.Amount()), claimed(earlier, earlier.Amount()), toldIn("前面写的", later)
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
