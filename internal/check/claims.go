package check

import (
	"slices"

	"nianbao/internal/form"
	"nianbao/internal/reading"
)

var textRequests = Rule{
	ID: "text-requests", Level: Query, Title: "文字里收到、办理、办结、结转的申请数，谁申请得多，与表一致；表中不是0的，文字不写“没有”", Citation: "年度报告格式第三部分",
	Find: func(in *Input) []Finding {
		return slices.Concat(onClaims(reading.Flow|reading.Carrying)(in), findCountedUnlike(in), findWhoApplied(in), findRecalledRequests(in))
	},
	Cases: func() []Case {
		return []Case{
			{Why: "收到的件数与表不符", Set: thirty("全年收到政府信息公开申请31件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "表中有申请，文字写没有收到", Set: thirty("本年度未收到政府信息公开申请。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "办结的件数与表不符", Set: thirty("（二）依申请公开。收到申请30件，办结30件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "结转的件数与表不符", Set: thirty("（二）依申请公开。结转下年度继续办理3件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "新收的不算上年结转的", Set: thirty("（二）依申请公开。新收申请32件，上年结转2件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "表中全是0，文字写收到1件", Set: []Entry{{"narrative.overview", "全年收到政府信息公开申请一件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "表中有结转，文字写全部办结", Set: thirty("收到政府信息公开申请30件，均已办结。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "一部分比全部还多", Set: thirty("（二）依申请公开。网上申请33件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "没有申请，却写都办结了", Set: []Entry{{"narrative.overview", "收到政府信息公开申请0件，均已按时办结。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "别的申请人不算上年结转，企业却算了进去", Set: carriedOfBoth("收到政府信息公开申请，自然人递交10件，企业6件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "都不算，都算", Set: carriedOfBoth("收到政府信息公开申请，自然人递交10件，企业5件。\n连同上年结转，收到申请的申请人中自然人12件，企业6件。\n收到的申请中自然人10件、企业5件，连同结转的收到自然人12件、企业6件。")},
			{Why: "说自然人最多，表中企业多", Set: twelveOfFirms("依申请公开方面，收到申请12件，申请人以自然人最多，其次是商业企业。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "说大多数是企业，表中不到一半", Set: append(twelveOfFirms("收到政府信息公开申请，申请人大多数是企业。"), Entry{"requests.received.social", "6"}), Finds: []form.Key{"narrative.overview"}},
			{Why: "说都是个人，表中还有企业", Set: twelveOfFirms("提出申请的都是公民个人，他们关心的是补助。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "从申请主体看自然人最多，表中企业多", Set: twelveOfFirms("收到政府信息公开申请12件。从申请主体看，自然人最多。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "谁最多，与表一致；说的是上年的、热线的、服务对象", Set: twelveOfFirms("申请人以商业企业为主，其次是自然人。\n去年申请人以自然人为主。热线咨询中，提出申请的自然人最多。服务对象以自然人为主，申请人有企业。")},
			{Why: "说都是辖区企业提出的，表中还有个人", Set: twelveOfFirms("依申请公开：收到申请12件，都是辖区企业提出的。\n收到政府信息公开申请12件，均为本镇居民提出。"), Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "都是居民提出的；问的都是企业的事", Set: thirty("依申请公开：收到申请30件，都是辖区居民提出的。\n收到政府信息公开申请30件，都是询问辖区企业环评情况的，均为企业改制的事。")},
			{Why: "没有的是收费的信息，不是申请", Set: thirty("本镇未依申请提供收费的政府信息，信息处理费收费总额为0元。\n没有依申请提供需要收费的政府信息。")},
			{Why: "没有依申请提供信息，就是没有申请", Set: thirty("本镇未依申请提供政府信息。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "按层级、按单位分别收到的", Set: thirty("新收申请30件。新收申请中，自然人30件；按层级分，镇机关收到19件，三个分局收到11件。\n全年收到申请30件，镇机关收到19件，5个基层所收到11件。")},
			{Why: "答复被纠正的不是办结的", Set: append(thirty("依申请公开答复被纠正1件。\n依申请公开答复被上级机关纠正2件。"), Entry{"disputes.review.corrected", "1"}, Entry{"disputes.review.total", "1"})},
			{Why: "表的编号不是件数", Set: append(thirty("没有其他情况。"), Entry{"narrative.requests", "表2 收到和处理政府信息公开申请情况"})},
			{Why: "件数一致，连同上年结转的说也可以", Set: thirty("全年收到政府信息公开申请三十件。\n受理政府信息公开申请32件，办结31件，结转下年1件。")},
			{Why: "上年的数、增减的数不与本年的表比", Set: thirty("（二）依申请公开。收到申请30件，上年为25件，较上年增加5件。")},
			{Why: "建议提案、热线工单也用“件”", Set: thirty("承办人大代表建议187件，办结187件。受理12345热线工单56件。")},
			{Why: "收到的不算上年结转，其中的自然人却算了进去", Set: carriedOfBoth("收到政府信息公开申请15件，其中自然人12件，企业5件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "怎样答复的、答复里的毛病，不是办结的件数", Set: oneCarriedIn("（二）依申请公开。全年13件申请中有1件答复格式不规范，2件答复超过15天。")},
			{Why: "表中一件申请也没有，却有1件答复不规范", Set: []Entry{{"narrative.problems", "问题：全年13件申请中有1件答复格式不规范。\n改进：统一格式。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "本年收的都办结了，上年转来的另说", Set: oneCarriedIn("（二）依申请公开。受理申请13件，13件均在法定期限内答复，上年结转1件已于1月办结。\n新收13件；上年结转1件，当年答复1件。\n13件申请已全部办结，加上结转件共办结14件。")},
			{Why: "加上结转的一共办结多少，与表不符", Set: oneCarriedIn("（二）依申请公开。加上结转件共办结15件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "“均”说的是前面那两件", Set: oneCarriedIn("（二）依申请公开。收到申请13件，其中自然人11件，法人2件均为企业。\n13名申请人中自然人11名、企业2家（均为商业企业）。")},
			{Why: "“均”说的是前面那两件，与表不符", Set: oneCarriedIn("（二）依申请公开。收到申请13件，其中自然人11件，法人2件均为科研机构。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "说个人申请的不到一半，表中都是个人的", Set: thirty("（二）依申请公开。收到申请30件，个人提出的不到一半。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "企业申请的不到一半", Set: oneCarriedIn("（二）依申请公开。收到申请13件，企业提出的不到一半。")},
			{Why: "“这五件申请”，前面和表里都没有5件的", Set: append(oneCarriedIn("（二）依申请公开。收到申请13件。"), Entry{"narrative.problems", "这五件申请办下来，衔接还不顺。\n拟订立移交单。"}), Finds: []form.Key{"narrative.problems"}},
			{Why: "“上述2件申请”，是企业的那两件；“这三件申请”前面说过", Set: append(oneCarriedIn("（二）依申请公开。收到申请13件，上述2件申请都答复了，涉及征地的3件。"), Entry{"narrative.problems", "这三件申请办下来，衔接还不顺。\n拟订立移交单。"})},
			{Why: "收了信息处理费的几件、涉及的几件、每页收费多少，都不是收到的件数和收费总额", Set: append(thirty("（二）依申请公开。收到申请30件。"), Entry{"narrative.other", "信息处理费：2025年有1件申请公开的信息共45页，超过30页的15页每页收费10元，收取150元。\n收取信息处理费150元，涉及1件申请；按10元/页的标准收取信息处理费。"})},
			{Why: "收了信息处理费的比收到的、转来的还多", Set: append(thirty("（二）依申请公开。收到申请30件。"), Entry{"narrative.other", "收取信息处理费1860元，涉及35件申请。"}), Finds: []form.Key{"narrative.other"}},
			{Why: "说了一句信访，后面结转的还是申请；跨年度的", Set: thirty("（二）依申请公开。办结31件，其中予以公开20件；不予公开5件，属信访投诉。结转下年度继续办理3件。\n办结31件，予以公开20件，不予公开5件，无法提供6件；3件跨年度，结转下年继续办理。"), Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "结转的与表一致；结转的是信访、提案", Set: thirty("（二）依申请公开。办结31件，其中予以公开20件；不予公开5件，属信访投诉。结转下年度继续办理1件。\n办结31件，予以公开20件，不予公开5件，无法提供6件；1件跨年度，结转下年继续办理。\n不予公开5件，属信访投诉。信访事项结转下年度继续办理3件。办理提案39件，3件跨年度，结转下年继续办理。")},
			{Why: "其中的一部分不与总数比", Set: thirty("（二）依申请公开。收到申请30件，其中网上申请12件。")},
		}
	},
}

var textOutcomes = Rule{
	ID: "text-outcomes", Level: Query, Title: "文字里予以公开、部分公开、不予公开、无法提供、不予处理、其他处理的件数与表一致", Citation: "年度报告格式第三部分",
	Find: onClaims(reading.Outcome),
	Cases: func() []Case {
		return []Case{
			{Why: "予以公开的件数与表不符", Set: thirty("（二）依申请公开。予以公开21件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "部分公开另说了，予以公开就不含它", Set: append(thirty("（二）依申请公开。予以公开21件，部分公开1件。"), Entry{"requests.granted.natural_person", "20"}, Entry{"requests.partially_granted.natural_person", "1"}), Finds: []form.Key{"narrative.overview"}},
			{Why: "不予公开按各项之和", Set: thirty("（二）依申请公开。不予公开2件，无法提供6件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "写“均予以公开”，表中却有别的结果", Set: []Entry{
				{"requests.received.natural_person", "2"}, {"requests.granted.natural_person", "1"}, {"requests.denied.third_party.natural_person", "1"},
				{"narrative.overview", "收到政府信息公开申请2件，均予以公开。"},
			}, Finds: []form.Key{"narrative.overview"}},
			{Why: "一致", Set: thirty("（二）依申请公开。予以公开20件，不予公开5件，无法提供6件。")},
			{Why: "有一种原因的另说，合起来与表一致", Set: thirty("（二）依申请公开。予以公开20件；征求意见时第三方不同意，不予公开2件；尚在会商的过程性信息3件；无法提供6件。")},
			{Why: "有一种原因的另说，合起来也不是表里的数", Set: thirty("（二）依申请公开。予以公开20件；征求意见时第三方不同意，不予公开1件；尚在会商的过程性信息3件；无法提供6件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "内容不明确、逾期不补正的，是逾期不补正", Set: []Entry{{"requests.received.natural_person", "5"}, {"requests.granted.natural_person", "4"}, {"requests.other.uncorrected.natural_person", "1"}, {"narrative.overview", "（二）依申请公开。收到申请5件，予以公开4件；另有1件因申请内容不明确，本镇发出补正通知后申请人无正当理由逾期不补正，不再处理。"}}},
			{Why: "补正后内容仍不明确的，不是逾期不补正", Set: []Entry{{"requests.received.natural_person", "5"}, {"requests.granted.natural_person", "4"}, {"requests.other.uncorrected.natural_person", "1"}, {"narrative.overview", "（二）依申请公开。收到申请5件，予以公开4件；另有1件因申请内容不明确，经补正后仍不明确，无法提供。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "“以公开为常态、不公开为例外”不是件数", Set: thirty("坚持以公开为常态、不公开为例外，公开信息320条。")},
		}
	},
}

var textDisputes = Rule{
	ID: "text-disputes", Level: Query, Title: "文字里行政复议、行政诉讼的件数与表一致；“均获维持”时表中没有别的结果", Citation: "年度报告格式第四部分",
	Find: func(in *Input) []Finding {
		return slices.Concat(onClaims(reading.Dispute)(in), findDisputesMentioned(in), findReviewsDecided(in))
	},
	Cases: func() []Case {
		return []Case{
			{Why: "复议件数与表不符", Set: disputed("因政府信息公开引发行政复议4件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "写“均获维持”，表中却有结果纠正", Set: disputed("政府信息公开行政复议3件，均获维持。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "表中有复议，文字写没有", Set: disputed("没有因政府信息公开引起的行政复议和行政诉讼。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "一致", Set: disputed("因政府信息公开引发行政复议3件，其中维持2件、纠正1件；未发生行政诉讼。")},
			{Why: "“被纠正”的没有，不等于没有复议", Set: []Entry{{"disputes.review.upheld", "2"}, {"disputes.review.total", "2"}, {"narrative.overview", "未发生政府信息公开行政复议被纠正、行政诉讼败诉的情况。"}}},
			{Why: "被纠正的答复比表中纠正的多", Set: disputed("依申请公开答复被纠正5件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "表的编号不是件数", Set: append(disputed("没有其他情况。"), Entry{"narrative.disputes", "表4 行政复议、行政诉讼情况"})},
			{Why: "括号里的“全部”说的是括号前面的那一种", Set: []Entry{{"disputes.review.upheld", "2"}, {"disputes.review.total", "2"}, {"disputes.litigation_direct.corrected", "1"}, {"disputes.litigation_direct.total", "1"}, {"narrative.overview", "因政府信息公开引发行政诉讼1件（败诉），行政复议2件（全部维持）。"}}},
			{Why: "括号里说败诉，表中是维持", Set: []Entry{{"disputes.litigation_direct.upheld", "1"}, {"disputes.litigation_direct.total", "1"}, {"narrative.overview", "因政府信息公开引发行政诉讼1件（败诉）。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "没有数案件，说的是有人申请复议、有人起诉", Set: []Entry{{"narrative.overview", "（二）依申请公开。1名申请人对答复不服，向县政府申请行政复议，结果为维持。\n有一名村民不服答复，起诉至县人民法院，未申请复议。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "说的是没有、可以、怎样避免", Set: []Entry{{"narrative.overview", "（二）依申请公开。未发生申请人不服答复，提起行政复议、行政诉讼的情况。申请人对答复不服的，可依法申请行政复议。加强审核，避免因答复不当被提起诉讼。答复书中均告知不服答复申请复议的期限。"}}},
			{Why: "在复议中被纠正的答复，不比复议纠正的多", Set: append(disputed("因政府信息公开引发行政复议3件，其中维持2件、纠正1件。"), Entry{"narrative.problems", "问题：个别程序不规范，导致1件答复在行政复议中被纠正。近三年有5件答复在行政复议中被纠正。\n改进：统一格式。"})},
			{Why: "在复议中被纠正的答复，比复议纠正的还多", Set: append(disputed("因政府信息公开引发行政复议3件，其中维持2件、纠正1件。"), Entry{"narrative.problems", "问题：有3件答复因说理不充分在行政复议中被纠正。\n改进：统一格式。"}), Finds: []form.Key{"narrative.problems"}},
			{Why: "两种诉讼各几件，已审结的是两种合起来的", Set: sued("因政府信息公开引发行政诉讼12件，未经复议直接起诉和复议后起诉各6件，已审结的9件中，维持7件、纠正1件、其他结果1件。")},
			{Why: "“其中”说的是两种诉讼的，不是后一种的", Set: sued("因政府信息公开引发行政诉讼12件，未经复议直接起诉6件、复议后起诉6件，其中结果维持7件、纠正1件、其他结果1件、尚未审结3件。")},
			{Why: "有几件在复议中被纠正，不是复议的件数", Set: append(disputed("因政府信息公开引发行政复议3件，其中维持2件、纠正1件。"), Entry{"narrative.problems", "问题：个别答复不规范，有1件在行政复议中被纠正。\n改进：统一格式。"})},
			{Why: "两种诉讼合起来的维持数与表不符", Set: sued("因政府信息公开引发行政诉讼12件，未经复议直接起诉和复议后起诉各6件，已审结的9件中，维持8件、纠正1件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "一种诉讼的那1件是什么结果，与表不符", Set: []Entry{{"disputes.litigation_direct.pending", "1"}, {"disputes.litigation_direct.total", "1"}, {"disputes.litigation_after_review.upheld", "1"}, {"disputes.litigation_after_review.total", "1"}, {"narrative.overview", "因政府信息公开引发行政诉讼2件，其中未经复议直接起诉1件，结果纠正，复议后起诉1件，结果维持。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "一审以后还在审理", Set: []Entry{{"disputes.litigation_direct.pending", "1"}, {"disputes.litigation_direct.total", "1"}, {"narrative.overview", "因政府信息公开引发行政诉讼1件，一审判决驳回后原告上诉，正在二审。"}}},
			{Why: "由谁审理的各几件，不是尚未审结，也不是全部", Set: disputed("因政府信息公开引发行政复议3件，其中以县政府为被申请人、由市政府审理的1件，以县直部门为被申请人、由县政府审理的2件；结果为维持2件，纠正1件。\n因政府信息公开引发行政复议3件，由市政府复议的1件、由县政府复议的2件，维持2件，纠正1件。\n因政府信息公开引发行政复议3件，均由市政府审理，维持2件，纠正1件。")},
			{Why: "继续审理的，是尚未审结", Set: disputed("因政府信息公开引发行政复议3件，维持2件，继续审理1件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "本局作为复议机构办的案件，结果写在后一句", Set: disputed("作为行政复议机构，全年代县政府收到行政复议申请186件，受理171件。受理案件中审结158件，其中维持61件、纠错29件；尚未审结13件。\n行政复议业务情况：收到复议申请186件。维持61件、纠错29件。\n收到行政复议申请186件。审结158件，维持61件、纠错29件。均为本局办理的复议案件，不属于以本局为被申请人的案件。")},
			{Why: "把本局作为复议机构办的案件填进了表四", Set: []Entry{{"disputes.review.upheld", "142"}, {"disputes.review.corrected", "29"}, {"disputes.review.total", "171"}, {"narrative.overview", "作为行政复议机构，全年代县政府收到行政复议申请186件，受理171件，不予受理15件，均为本局办理的复议业务，不属于以本局为被申请人的案件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "同样填错了，话里只说是本局办理的复议案件", Set: []Entry{{"disputes.review.upheld", "142"}, {"disputes.review.corrected", "29"}, {"disputes.review.total", "171"}, {"narrative.overview", "受理行政复议申请171件，均为本局办理的行政复议案件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "也办复议的局，自己被申请复议的与表不符", Set: disputed("作为行政复议机构，全年审理行政复议案件186件，审结158件。本局因政府信息公开被申请行政复议4件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "复议机关纠正的、法院纠正的并排说", Set: []Entry{{"disputes.review.corrected", "3"}, {"disputes.review.total", "3"}, {"disputes.litigation_direct.corrected", "1"}, {"disputes.litigation_direct.total", "1"}, {"narrative.overview", "部分答复不规范，3件被复议机关纠正、1件被法院判决纠正。"}}},
			{Why: "别的行政复议案件", Set: disputed("县司法局受理行政复议案件156件，与政府信息公开无关。")},
		}
	},
}

var textProactive = Rule{
	ID: "text-proactive", Level: Query, Title: "文字里规范性文件、行政许可、行政处罚、行政强制、行政事业性收费的数与表一致", Citation: "年度报告格式第二部分",
	Find: onClaims(reading.Act | reading.Decision | reading.Charge | reading.Procurement),
	Cases: func() []Case {
		return []Case{
			{Why: "规范性文件的件数与表不符", Set: enforced("制发行政规范性文件3件，废止1件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "表中有处罚，文字写没有", Set: enforced("全年未作出行政处罚决定。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "以前制定的继续有效，不是今年制发的", Set: []Entry{{"proactive.normative.in_force", "1"}, {"narrative.overview", "本镇今年没有制定行政规范性文件，此前制定的1件继续有效。"}}},
			{Why: "以前制定的继续有效，比表中现行有效的多", Set: []Entry{{"proactive.normative.in_force", "1"}, {"narrative.overview", "本镇今年没有制定行政规范性文件，早先制定的2件继续有效。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "收费金额与表不符", Set: enforced("收取行政事业性收费123.456万元。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "元和万元换算后一致，四舍五入也可以", Set: enforced("收取行政事业性收费123456元。\n收取行政事业性收费12.35万元。")},
			{Why: "元写成了万元，万元写成了元，只说一种收费的也一样", Set: enforced("收取行政事业性收费123456万元。\n行政事业性收费方面，全年收取城镇垃圾处理费12.3456元。"), Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "前面说是行政事业性收费，后面说全年收费金额、一种收费的金额", Set: enforced("行政事业性收费1项，为城镇垃圾处理费，全年收费金额12.35万元。\n行政事业性收费方面，全年收取不动产登记费8.5万元；减免行政事业性收费20万元。")},
			{Why: "全年收费金额与表不符，一种收费比表里的还多", Set: enforced("行政事业性收费1项，为城镇垃圾处理费，全年收费金额13.25万元。\n行政事业性收费方面，全年收取不动产登记费18.5万元。"), Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "只说了一种许可，件数是表里的两个数字颠倒的", Set: []Entry{{"proactive.licensing.decisions", "31"}, {"narrative.overview", "办理农村宅基地建房类行政许可13件，结果随办随公示。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "只说了一种许可；别处另说了全部的", Set: []Entry{{"proactive.licensing.decisions", "31"}, {"narrative.overview", "办理农村宅基地建房类行政许可12件。\n作出行政许可决定31件。办理农村宅基地建房类行政许可13件。"}}},
			{Why: "写成“万件”的，四舍五入", Set: []Entry{{"proactive.licensing.decisions", "1024589"}, {"narrative.overview", "作出行政许可决定102.46万件。"}}},
			{Why: "写成“万件”的数不对", Set: []Entry{{"proactive.licensing.decisions", "1024589"}, {"narrative.overview", "作出行政许可决定102.56万件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "公开的处罚信息、事项的个数不是决定", Set: enforced("公开行政处罚信息45条，梳理行政处罚事项116项，制定规章制度6项。")},
			{Why: "分号隔开的许可、处罚，用汉字数字写的件数与表不符", Set: []Entry{{"proactive.licensing.decisions", "126"}, {"proactive.penalties.decisions", "14"}, {"narrative.overview", "全年发布信息二百三十八条；处罚14起；行政许可一百二十五件。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "发布的信息里有许可、处罚的", Set: []Entry{{"proactive.licensing.decisions", "126"}, {"narrative.overview", "全年发布信息238条，行政许可100件；其中行政处罚14件；行政许可信息125件。"}}},
			{Why: "现行有效的里面，哪几件是往年制发的、联合制发的", Set: enforced("制发行政规范性文件2件，废止1件，现行有效9件，另2件分别制发于2019年和2020年。\n现行有效行政规范性文件9件（含由我镇牵头、与县财政局联合制发的6件）。")},
			{Why: "现行有效的里面，本年制发的件数与表不符", Set: enforced("现行有效行政规范性文件9件（含本年联合制发的3件）。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "试行格式说的是新制作", Year: 2020, Set: []Entry{{"proactive.normative.made", "3"}, {"narrative.overview", "新制作规范性文件2件。"}}, Finds: []form.Key{"narrative.overview"}},
		}
	},
}

var withdrawnCovered = Rule{
	ID: "withdrawn-covered", Level: Query, Title: "文字里申请人撤回的件数不多于表中的“其他处理”", Citation: "年度报告格式第三部分",
	Find: onClaims(reading.Withdrawal),
	Cases: func() []Case {
		return []Case{
			{Why: "撤回的比“其他”多", Set: thirty("（二）依申请公开。申请人主动撤回申请2件。"), Finds: []form.Key{"narrative.overview"}},
			{Why: "“其他”里还可以有别的情形", Set: []Entry{{"requests.other.miscellaneous.natural_person", "3"}, {"requests.other.miscellaneous.total", "3"}, {"narrative.overview", "（二）依申请公开。申请人主动撤回申请2件。"}}},
			{Why: "撤回的是复议申请", Set: thirty("（二）依申请公开。当事人撤回行政复议1件。")},
			{Why: "试行格式里“其他处理”只有一行", Year: 2020, Set: []Entry{{"narrative.overview", "（二）依申请公开。申请人撤回1件。"}}, Finds: []form.Key{"narrative.overview"}},
		}
	},
}

// hollow is the finding that something is said of all applications where there were none.
func (in *Input) hollow(c *reading.Claim) Finding {
	f := in.findingOn(c.Statement, c.Words, "申请是0件，文字又写“"+excerpt(c.Words)+"”，没有申请就谈不上办结，请删去这半句。")
	f.Level = Info
	return f
}

// oneCarriedIn is a report on 13 applications received, two of them by firms, one carried in and 14 answered, with the given overview.
func oneCarriedIn(overview string) []Entry {
	return []Entry{
		{"requests.received.natural_person", "11"}, {"requests.received.enterprise", "2"}, {"requests.received.total", "13"},
		{"requests.carried_in.natural_person", "1"}, {"requests.carried_in.total", "1"},
		{"requests.granted.natural_person", "12"}, {"requests.granted.enterprise", "2"}, {"requests.granted.total", "14"},
		{"requests.total.natural_person", "12"}, {"requests.total.enterprise", "2"}, {"requests.total.total", "14"},
		{"narrative.overview", overview},
	}
}

// thirty is a report on 30 applications received, 2 carried in, 31 answered and 1 carried out, with the given overview.
func thirty(overview string) []Entry {
	return []Entry{
		{"requests.received.natural_person", "30"}, {"requests.received.total", "30"},
		{"requests.carried_in.natural_person", "2"}, {"requests.carried_in.total", "2"},
		{"requests.granted.natural_person", "20"}, {"requests.granted.total", "20"},
		{"requests.denied.third_party.natural_person", "2"}, {"requests.denied.third_party.total", "2"},
		{"requests.denied.process_information.natural_person", "3"}, {"requests.denied.process_information.total", "3"},
		{"requests.unavailable.not_held.natural_person", "6"}, {"requests.unavailable.not_held.total", "6"},
		{"requests.total.natural_person", "31"}, {"requests.total.total", "31"},
		{"requests.carried_out.natural_person", "1"}, {"requests.carried_out.total", "1"},
		{"narrative.overview", overview},
	}
}

// carriedOfBoth is a report on 10 applications of persons and 5 of firms received, and 2 and 1 of them carried in, with the given overview.
func carriedOfBoth(overview string) []Entry {
	return []Entry{
		{"requests.received.natural_person", "10"}, {"requests.received.enterprise", "5"}, {"requests.received.total", "15"},
		{"requests.carried_in.natural_person", "2"}, {"requests.carried_in.enterprise", "1"}, {"requests.carried_in.total", "3"},
		{"narrative.overview", overview},
	}
}

// twelveOfFirms is a report on 12 applications received, most of them from firms, with the given overview.
func twelveOfFirms(overview string) []Entry {
	return []Entry{
		{"requests.received.natural_person", "5"}, {"requests.received.enterprise", "7"}, {"requests.received.total", "12"},
		{"narrative.overview", overview},
	}
}

func disputed(overview string) []Entry {
	return []Entry{{"disputes.review.upheld", "2"}, {"disputes.review.corrected", "1"}, {"disputes.review.total", "3"}, {"narrative.overview", overview}}
}

// sued is a report on six lawsuits of either kind, nine of which were decided, with the given overview.
func sued(overview string) []Entry {
	return []Entry{
		{"disputes.litigation_direct.upheld", "4"}, {"disputes.litigation_direct.corrected", "1"}, {"disputes.litigation_direct.pending", "1"}, {"disputes.litigation_direct.total", "6"},
		{"disputes.litigation_after_review.upheld", "3"}, {"disputes.litigation_after_review.other", "1"}, {"disputes.litigation_after_review.pending", "2"}, {"disputes.litigation_after_review.total", "6"},
		{"narrative.overview", overview},
	}
}

func enforced(overview string) []Entry {
	return []Entry{
		{"proactive.normative.issued", "2"}, {"proactive.normative.repealed", "1"}, {"proactive.normative.in_force", "9"},
		{"proactive.penalties.decisions", "8"}, {"proactive.fees.amount", "12.3456"}, {"narrative.overview", overview},
	}
}

// onClaims makes a rule's function out of the classes whose claims are held against the tables.
func onClaims(classes reading.Class) func(*Input) []Finding {
	return func(in *Input) []Finding {
		var found []Finding
		t := tally{in: in}
		claims := in.read().Claims
		told := map[string]int{} // how often a measure is
		for i := range claims {
			told[claims[i].Name]++
		}
		for i := range claims {
			c := &claims[i]
			if !c.Counts(classes) || c.Statement.Section == "narrative.other" && c.Counts(reading.Charge) {
				continue // 第六部分的收费是信息处理费
			}
			if c.Hollow {
				found = append(found, in.hollow(c))
			} else if f, differs := t.compare(c); differs {
				found = append(found, f)
			} else if f, differs := t.swapped(c); differs && c.Counts(reading.Decision) && told[c.Name] == 1 {
				found = append(found, f)
			}
		}
		return found
	}
}
