package check

import (
	"fmt"
	"strconv"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var yearMismatch = Rule{
	ID: "year-mismatch", Level: Query, Title: "文字里说本年的地方，年份就是报告年度；年份写全，方向不反", Citation: "《条例》第五十条",
	Find: func(in *Input) []Finding { return append(findYearOfNext(in), onFilled(findYearMismatch)(in)...) },
	Cases: func() []Case {
		return []Case{
			{Why: "报告年度填成了上一年", Set: []Entry{{"report.year", "2024"}, {"narrative.overview", "（一）主动公开。2025年，我镇进一步加大力度，主动公开信息320条。\n（二）依申请公开。2025年，我镇继续做好受理，未收到申请。\n（三）信息管理。先审后发。\n（四）平台建设。更新专栏。\n（五）监督保障。考核、评议，没有问责。"}}, Finds: []form.Key{"report.year"}},
			{Why: "报告年度也提到了，下一年的只是打算", Set: []Entry{{"report.year", "2024"}, {"narrative.overview", "（一）主动公开。2024年，我镇主动公开信息320条；2025年，我镇继续加大力度，2025年再增加专栏。\n（二）依申请公开。未收到申请。\n（三）信息管理。先审后发。\n（四）平台建设。更新专栏。\n（五）监督保障。考核、评议，没有问责。"}}},
			{Why: "上年的文字没有改年份", Set: []Entry{{"narrative.other", "2024年，我镇未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "句子中间的单位和年份", Set: []Entry{{"narrative.other", "清溪镇2024年共收到申请3件。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "前言里的报告年度", Set: []Entry{{"narrative.preface", "现公布2024年政府信息公开工作年度报告。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "截止的日子", Set: []Entry{{"narrative.other", "截至2024年12月31日，现行有效文件没有变化。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "打错的年份", Set: []Entry{{"narrative.other", "2205年，我镇未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "汉字写的年份", Set: []Entry{{"narrative.other", "二〇二四年，清溪镇认真落实《条例》。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "报告年度", Set: []Entry{{"narrative.other", "2025年，我镇未收取信息处理费。"}}},
			{Why: "与上年相比", Set: []Entry{{"narrative.other", "2024年收到3件，2025年收到5件，同比增加2件。"}}},
			{Why: "计划的名称", Set: []Entry{{"narrative.other", "落实《2021—2025年政务公开工作要点》和2023—2025年行动计划，继续落实《2021年政务公开工作要点》。"}}},
			{Why: "要点的名称没有加书名号", Set: []Entry{{"narrative.other", "对照2024年要点，逐项补上缺漏。"}}},
			{Why: "法规哪一年修订", Set: []Entry{{"narrative.other", "2019年，国务院公布了修订后的《条例》。"}}},
			{Why: "自哪一年起", Set: []Entry{{"narrative.other", "2021年起，村务公开栏每月换一次。"}}},
			{Why: "下一年的打算", Set: []Entry{{"narrative.problems", "问题是解读少。2026年，我镇将增加图解。"}}},
			{Why: "公开的是上年的决算", Set: []Entry{{"narrative.other", "按时公开了2024年部门决算和2025年部门预算。"}}},
			{Why: "上年的年度报告", Set: []Entry{{"narrative.other", "1月公布了2024年政府信息公开工作年度报告。"}}},
			{Why: "文号里的年份", Set: []Entry{{"narrative.other", "按照国办公开办函〔2021〕30号执行。"}}},
			{Why: "下一年1月公布", Set: []Entry{{"narrative.preface", "本报告于2026年1月20日在网站公布。"}}},
			{Why: "前言里的工作年份", Set: []Entry{{"narrative.preface", "现将2024年工作情况公布如下。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "书名号里自己的报告", Set: []Entry{{"narrative.preface", "现公布《清溪镇2024年政府信息公开工作年度报告》。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "写成了上年以来", Set: []Entry{{"narrative.other", "2024年以来，我镇主动公开信息82条。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "写成了上年1—12月", Set: []Entry{{"narrative.other", "2024年1—12月，全镇发布信息82条。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "标题和年份之间没有标点", Set: []Entry{{"narrative.other", "（一）收费情况 2024年，本镇未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "年份只写了两位", Set: []Entry{{"narrative.other", "25年共发布信息82条。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "年份多打了数字", Set: []Entry{{"narrative.other", "202525年，我镇未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "漏了“年”字", Set: []Entry{{"narrative.other", "2025本镇公开了低保信息109条。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "下一年的打算写成了报告年度", Set: []Entry{{"narrative.problems", "问题是解读少。2025年将从以下方面改进：增加图解，加强培训。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "下一年的打算，说的是本镇", Set: []Entry{{"narrative.problems", "问题是解读少。2025年，我镇将在便民中心增设查阅点，增加图解。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "下一步的打算写着上一年", Set: []Entry{{"narrative.problems", "问题是解读少。下一步，2024年我镇将着力做好解读，每季度举办一次讲解。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "下一步的打算写着报告年度", Set: []Entry{{"narrative.problems", "问题是解读少。改进措施：今后，2025年我镇将重点增加图解。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "针对问题的打算写着以前的年度", Set: []Entry{{"narrative.problems", "问题是解读少。针对上述问题，2023年将从两个方面改进：增加图解，加强培训。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "计划做的写着上一年", Set: []Entry{{"narrative.problems", "问题是解读少。下一步，2024年下半年计划增加图解20期。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "力争做到的写着报告年度", Set: []Entry{{"narrative.problems", "问题是解读少。接下来，2025年力争图解占到一半。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "下一步的打算说的是下一年", Set: []Entry{{"narrative.problems", "问题是解读少。下一步，2026年我镇将重点增加图解，2026年力争图解占到一半。"}}},
			{Why: "从前的计划做到了多少", Set: []Entry{{"narrative.problems", "问题是解读少：2025年计划图解20期，实际完成12期；针对2024年报告里的问题，2025年将图解纳入考核。改进措施：下一步，2025年已经定下的计划继续做完，对2024年将信息分散存放的做法作出改正。"}}},
			{Why: "把什么纳入考核不是打算", Set: []Entry{{"narrative.problems", "问题是解读少。2025年，我镇将对外公布的信息纳入考核，每季度通报一次。"}}},
			{Why: "已经做的写成了打算", Set: []Entry{{"narrative.overview", "（一）主动公开。本年度，我镇将继续聚焦法定内容，主动公开信息。\n（二）依申请公开。未收到申请。\n（三）信息管理。先审后发。\n（四）平台建设。更新专栏。\n（五）监督保障。考核、评议，没有问责。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "结转到了报告年度", Set: []Entry{{"narrative.other", "办结3件，0件结转2025年。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "结转到了再下一年", Set: []Entry{{"narrative.other", "收到的申请中，1件结转至2027年继续办理。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "转入了再下一年", Set: []Entry{{"narrative.other", "尚有2件申请在办，已转入2027年度继续跟踪答复。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "结转到了上一年", Set: []Entry{{"narrative.other", "5件申请依法延期，结转2024年继续办理。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "整年的月份", Set: []Entry{{"narrative.other", "县政府网站自2023年1月至12月新增栏目6个。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "整个统计期限是上年的", Set: []Entry{{"narrative.preface", "所列数据的统计期限为2024年1月1日至2024年12月31日。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "与上年相比的是报告年度", Set: []Entry{{"narrative.other", "与上年相比，2024年我镇主动公开信息的数量增长较快。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "年度结束以后收到的申请，结转了下去", Set: []Entry{{"narrative.overview", "2025年答复13件，2026年1月6日收到的1件正在办理，结转下年度。\n另有1件系2026年1月6日收到，结转下年度办理。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "年底收到的结转下去，次年才答复；次年收到的不计入", Set: []Entry{{"narrative.overview", "2025年12月27日收到的1件结转下年度，已于2026年1月6日答复，2026年1月4日收到第三方意见。\n2026年1月6日收到的1件不计入本年，也不结转。"}}},
			{Why: "还没有到的年份说成做完了", Set: []Entry{{"narrative.other", "截至2025年12月底，2026年全镇已发布政策清单4批。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "本年度后面注的年份", Set: []Entry{{"narrative.other", "本年度（2024年）我镇未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "成文以后的月份说成做完了", Set: []Entry{{"report.date", "2026-01-12"}, {"narrative.other", "2026年4月，村级公开栏已全部更换。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "已于成文以后的日子办成", Set: []Entry{{"report.date", "2026-01-12"}, {"narrative.other", "便民大厅的查阅点已于2026年1月28日开放，接待群众30人次。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "成文以后的月份开展了活动", Set: []Entry{{"report.date", "2026-01-12"}, {"narrative.other", "2026年5月中旬，我镇举办了公开日活动2场。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "截至成文以后的日子", Set: []Entry{{"report.date", "2026-01-12"}, {"narrative.other", "截至2026年3月31日，已回访群众40人。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "没有写明成文日期，各地早已公布以后的月份", Set: []Entry{{"report.date", ""}, {"narrative.other", "2026年9月，我镇完成了栏目改版。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "没有写明成文日期，公布前后的月份", Set: []Entry{{"report.date", ""}, {"narrative.other", "结转的1件已于2026年2月5日答复。"}}},
			{Why: "成文之前的日子", Set: []Entry{{"report.date", "2026-01-12"}, {"narrative.other", "结转的1件已于2026年1月8日答复。2026年1月，新的公开栏已启用。"}}},
			{Why: "句子当中成文以后的日子", Set: []Entry{{"report.date", "2026-01-12"}, {"narrative.overview", "举办培训2期，4月一期，2026年3月又对各村开展了第二期培训。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "第一部分里成文以后做的事，没有“已”“了”", Set: []Entry{{"report.date", "2026-01-12"}, {"narrative.overview", "（一）主动公开。2025年发布信息82条。2026年3月12日，召开推进会。\n我镇于2026年6月对目录作了修订。\n（二）依申请公开。没有收到申请。\n（三）政府信息管理。先审后发。\n（四）平台建设。更新网站专栏。\n（五）监督保障。按季度考核，征求意见，没有问责。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "第一部分里成文以后要做的、成文以前做的事", Set: []Entry{{"report.date", "2026-01-12"}, {"narrative.overview", "（一）主动公开。2025年发布信息82条。2026年3月，计划召开推进会；2026年5月拟开放查阅点。2026年1月8日，召开总结会。\n（二）依申请公开。1件延期的，2026年2月10日到期。\n（三）政府信息管理。先审后发。\n（四）平台建设。更新网站专栏，域名2026年8月续费，为了方便群众。\n（五）监督保障。按季度考核，征求意见，没有问责。"}}},
			{Why: "上一个五年规划的话没有改", Set: []Entry{{"narrative.other", "2025年是“十三五”收官、“十四五”谋划之年，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "本年的五年规划", Set: []Entry{{"narrative.other", "2025年是“十四五”规划收官之年，也是谋划“十五五”的一年；“十三五”以来一直没有收费。"}}},
			{Why: "周年不是本年的", Set: []Entry{{"narrative.other", "结合中国共产党成立100周年、改革开放47周年，发布信息82条，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "本年的周年，下一年要纪念的，回顾的", Set: []Entry{{"narrative.other", "结合中国共产党成立104周年发布信息82条，建党100周年以来专栏一直更新，2026年将围绕建党105周年发布信息。"}}},
			{Why: "本年的决算还没有", Set: []Entry{{"narrative.overview", "（一）主动公开。公开2025年部门决算和2026年部门预算。\n（二）依申请公开。没有收到申请。\n（三）政府信息管理。先审后发。\n（四）平台建设。更新网站专栏。\n（五）监督保障。按季度考核，征求意见，没有问责。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "上年的决算、预决算一起说", Set: []Entry{{"narrative.overview", "（一）主动公开。公开2024年部门决算和2025年部门预算，公开2025年预决算信息2条。\n（二）依申请公开。没有收到申请。\n（三）政府信息管理。先审后发。\n（四）平台建设。更新网站专栏。\n（五）监督保障。按季度考核，征求意见，没有问责。"}}},
			{Why: "期限、目标的年份没有改", Set: []Entry{{"narrative.problems", "问题：解读形式单一。\n改进措施：一是2025年6月底前，把近三年的文件补录完毕。二是2025年制作解读材料不少于15件。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "括号里上年年底的数", Set: []Entry{{"narrative.other", "截至年底现行有效7件（2024年年底为6件），未收取信息处理费。"}}},
			{Why: "前言里年份在单位前面", Set: []Entry{{"narrative.preface", "汇总各站所情况，编制2024年清溪镇政府信息公开工作年度报告。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "期限、目标说的是上级要求的、做到了的", Set: []Entry{{"narrative.problems", "问题：县里要求2025年6月底前把文件补录完毕，我镇只补了一半；2025年6月底前，把近三年的文件补录了一遍。\n改进措施：2026年6月底前，把余下的补录完毕，2026年制作解读材料不少于15件。"}}},
			{Why: "打算的期限已经过了", Set: []Entry{{"narrative.problems", "问题：解读形式单一，基础还不牢，因人手不足没有做完。\n改进措施：推进专栏改版，力争2025年9月底前完成。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "条例哪一天公布", Set: []Entry{{"narrative.preface", "依据《中华人民共和国政府信息公开条例》（2007年4月5日公布，2019年4月3日修订）编写本年度报告，格式执行国务院办公厅政府信息与政务公开办公室2021年9月印发的要求。"}}},
			{Why: "成文以后才做，只是已经定下来", Set: []Entry{{"report.date", "2026-01-12"}, {"narrative.other", "2026年3月，公开日活动已列入安排。2026年4月的培训已联系好讲师，将于2026年5月举办；原有合同已续签，有效期至2026年12月。预计2026年6月专区已能使用。2026年6月底前，已开工的公开栏全部完工。"}}},
			{Why: "镇政府某年做了什么", Set: []Entry{{"narrative.other", "镇政府2024年共收到申请3件。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "截至上年末，又说本年新增", Set: []Entry{{"narrative.other", "截至2024年年末，8个村均已公开收费标准，本年度新增公开事项12项。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "两年的数并排写", Set: []Entry{{"narrative.other", "2024年，全镇收到申请158件，办结153件；2025年收到170件，办结174件。"}}},
			{Why: "上年的数里结转到报告年度的", Set: []Entry{{"narrative.other", "2024年收到申请96件，办结93件，结转2025年办理6件，2025年收到98件。"}}},
			{Why: "下一年的预算和报告日期", Set: []Entry{{"narrative.other", "2026年1月已公布上年的报告，2026年预算已公开，资金结转2027年使用，截至2024年底有文件30件，本年新增2件，现有32件。"}}},
			{Why: "统计期限后面是“政府信息公开”", Set: []Entry{{"narrative.preface", "本报告反映2025年1月1日至2025年12月31日政府信息公开各项工作情况。"}}},
			{Why: "年度没有结束就公布了", Set: []Entry{{"narrative.preface", "本报告于2025年1月20日在网站公布。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "几处写错合在一起说", Set: []Entry{{"narrative.other", "2024年，我镇未收取信息处理费。2024年，我镇未减免信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "特意写出上年的数来比", Set: []Entry{{"narrative.other", "2025年收到申请7件。2024年收到申请5件，申请数量增加了2件。"}}},
			{Why: "结转到下一年", Set: []Entry{{"narrative.other", "2024年结转2025年的2件已经办结，结转2026年1件。"}}},
			{Why: "把字句里的“将”", Set: []Entry{{"narrative.overview", "（一）主动公开。2025年，我镇将重点信息公开工作纳入考核，主动公开信息。\n（二）依申请公开。未收到申请。\n（三）信息管理。先审后发。\n（四）平台建设。更新专栏。\n（五）监督保障。考核、评议，没有问责。"}}},
			{Why: "数量和年限", Set: []Entry{{"narrative.other", "25年来一直坚持，2025条信息都有台账，保存30年。"}}},
			{Why: "当年公布的上年报告", Set: []Entry{{"narrative.other", "《清溪镇2024年政府信息公开工作年度报告》已于2025年1月20日公布。"}}},
			{Why: "本年的说过了，再说上一年的来比", Set: []Entry{{"narrative.overview", "（二）依申请公开。2025年新收申请31件。2024年新收仅9件，一年间增加22件。\n有人来申请吗？有，2件。2024年是1件。\n全年受理52件；2024年没有遗留件。2024年未办结而转入的有10件。"}}},
			{Why: "句首的年份写成两位，后面是做的事", Set: []Entry{{"narrative.overview", "（三）政府信息管理情况。25年实行“科室起草、综合办初核、分管领导终审”的流程。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "句首的年份写成两位，逗号后面是做的事；两位的年份后面是月份", Set: []Entry{{"narrative.other", "25年，召开评议会2次。栏目于25年3月改版。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "年数后面是做的事", Set: []Entry{{"narrative.other", "20年来未间断。25年从未出错，服刑25年3个月的信息不公开，保存25年以上，25年组织培训的经验可供参考。"}}},
			{Why: "打算里的年份没有改，将着手做什么", Set: []Entry{{"narrative.problems", "问题：解读形式单一。\n2025年，我镇将着手把重点政策改写成漫画和问答，计划上半年授课，下半年巡讲。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "打算里的年份没有改，计划逐步做什么", Set: []Entry{{"narrative.problems", "问题：解读形式单一。\n改进措施：2025年，我镇计划在各村逐步增设查阅点，年底前完成。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "新的一年写成了报告年度", Set: []Entry{{"narrative.problems", "问题：解读形式单一。\n新的一年即2025年，将增加图解。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "当年的计划没有做到，当年做了的", Set: []Entry{{"narrative.problems", "问题：2025年，我镇计划逐步增设查阅点4个，因人手不足只建成2个。2025年计划公开的事项有3项没有公开。\n改进措施：2025年，我镇将升级后的专栏向村级延伸，并将评议结果作为考核依据。2026年，我镇将着手增加图解。"}}},
			{Why: "不比，就是写错了", Set: []Entry{{"narrative.overview", "（二）依申请公开。本年度收到申请5件。2024年共办结申请5件，按期答复。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "前言里按照条例编制的报告是上一年的", Set: []Entry{{"narrative.preface", "按照《中华人民共和国政府信息公开条例》编制2024年政府信息公开工作年度报告。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "按照上级的通知、要点，体例同上年报告", Set: []Entry{{"narrative.preface", "按照县政府办公室关于编制2024年政府信息公开工作年度报告的通知编制本报告，体例与2024年政府信息公开工作年度报告一致。"}}},
			{Why: "年份少了“年”字，后面是做的事；年底、上半年前面少了“年”字", Set: []Entry{{"narrative.other", "2025圩镇改造的信息公开得最勤。截至2025底，目录更新完毕。2025上半年未收费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "数量、版本、活动名称里的四位数", Set: []Entry{{"narrative.other", "2025条信息都有台账，2025户农户的名单已公示，2025版目录已更新。2025网络安全宣传周期间发放手册。2025学年的收费标准已公开。"}}},
			{Why: "打算里的年份没有改，打算做什么、打算在哪一年做", Set: []Entry{{"narrative.problems", "问题：解读形式单一。\n2025年，我们打算在通告后面附一段白话说明。\n改进措施：我镇准备在2025年增设查阅点。\n下一步，2025年我镇加强图解。"}}, Finds: []form.Key{"narrative.problems", "narrative.problems", "narrative.problems"}},
			{Why: "打算了，没有做成；下一步改今年发现的问题", Set: []Entry{{"narrative.problems", "问题：解读形式单一。\n2025年，我镇打算增设查阅点，因场地不够只建了1个。\n下一步，2025年按季度抽查发现的问题逐项整改。今后，2026年我镇打算增加图解。"}}},
			{Why: "对照的是以前年度的要点、清单", Set: []Entry{{"narrative.overview", "（一）主动公开。对照2023年全省政务公开工作要点，逐项分解任务。\n（二）依申请公开。未收到申请。\n（三）信息管理。先审后发。\n（四）平台建设。更新专栏。\n（五）监督保障。按照县里印发的《河口县2024年政务公开工作任务清单》考核、评议，没有问责。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}, Level: Info},
			{Why: "说的是往年的要点、几年的要点、本年的要点", Set: []Entry{{"narrative.other", "对照2024年要点清单，补齐缺漏。上年按照《2024年政务公开工作要点》做了。落实《2025年政务公开工作要点》和2023—2025年任务清单，2024年的任务清单已存档。"}}},
			{Why: "脱贫攻坚，是信息的一类、是领域", Set: []Entry{{"narrative.other", "公开信息103条：工作动态46条，脱贫攻坚19条，疫情防控38条。围绕扶贫工作、低保等领域公开。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "多年以前的活动", Set: []Entry{{"narrative.other", "深入开展学习实践科学发展观活动，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "巩固脱贫攻坚成果，说的是从前", Set: []Entry{{"narrative.other", "公开巩固拓展脱贫攻坚成果、乡村振兴等信息5条，扶贫项目资产信息3条，脱贫攻坚档案和历史资料12条。2020年公开脱贫攻坚、低保等信息。"}}},
			{Why: "2021年度还有这样的类", Year: 2021, Set: []Entry{{"narrative.other", "公开脱贫攻坚19条，未收取信息处理费。"}}},
			{Why: "年份说了两次", Set: []Entry{{"narrative.other", "2025年，清溪镇今年未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "没有写截至哪一天", Set: []Entry{{"narrative.other", "截至2025年，清溪镇发布信息2条。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "一年说成了“年来”", Set: []Entry{{"narrative.other", "2025年来，清溪镇没有收费。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "日期少了“日”字", Set: []Entry{{"narrative.other", "自1月1日到12月31止没有收费。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "与本年度相比、截至年底、五年来", Set: []Entry{{"narrative.other", "2024年和本年度一样未收费，截至2025年底、截至2025年12月31日都没有，5年来，一直如此。2025年来大厅办事的群众多了。"}}},
			{Why: "年份后面少了“年”，是逗号、是标题", Set: []Entry{{"narrative.other", "2025，我镇未收取信息处理费。"}, {"narrative.preface", "编制2025清溪镇人民政府政府信息公开工作年度报告。"}}, Finds: []form.Key{"narrative.preface", "narrative.other"}},
			{Why: "逗号前面是数", Set: []Entry{{"narrative.other", "编号2025，共2025，发布2025政务公开周图解，公布2025版目录。"}}},
		}
	},
}

const countingWords = "共 总共 累计 全年 新收 收到 受理 接收 主动公开 新增"

var (
	// counting and reporting words follow a year of which the report gives an account.
	counting  = pattern.NewWords(countingWords)
	reporting = pattern.NewWords("未 没有 无 办理 办结 制发 制定 作出 坚持 认真 严格 深入 全面 始终 持续 以习近平 通过 依托 围绕 按照 根据 是 " + countingWords)
	// contrasts tell one year from another.
	contrasts = pattern.NewWords("上年 上一年 去年 前年 往年 历年 同比 相比 比 较 结转 转入 未办结 遗留 带入 增长 增加 减少 下降 提高 今年 本年")
	intents   = pattern.NewWords("将 下一步 下一年 下年 明年 来年 今后 计划 打算 拟 继续 力争 争取 目标 重点 进一步 预计 确保")
	// events are what is told of other years.
	events = pattern.NewWords("国务院 全国 中央 省委 省政府 修订 修正 修改 公布的 颁布 施行 实施的 机构改革 撤乡 撤并 合并 设立 成立 挂牌 建成 上线 启用 开通 年起 以来 以前 之前 换届")
	// endOfYear follows a year whose end is meant.
	endOfYear = pattern.NewWords("底 末 年底 年末 12月31日 12月底 12月末")
	// longRun are words with which a text looks back over several years.
	longRun = pattern.NewWords("累计 连续 陆续 先后 逐年 历年 每年 多年")
)

// aboutYears reads the years of one paragraph for the rule on them.
type aboutYears struct {
	section section
	text    string
	year    int // the report year
	unit    chinese.UnitName
}

func findYearMismatch(in *Input, s section, i int) []Finding {
	year, ok := in.Report.Year()
	text := s.paragraphs[i].Text
	if !ok || !strings.ContainsAny(text, "年0123456789") && !campaigns.In(text) {
		return nil
	}
	y := aboutYears{s, text, year, chinese.ParseUnitName(in.Report.Unit())}
	var found []Finding
	for _, faults := range [][]fault{y.wrong(), y.misspelt(), y.plansOrTargets(), y.carriedNowhere(), y.tooEarly(), y.doneLater(in.lastDay(year)), y.receivedLater(), y.plansOfOtherYears(), y.anniversariesOfOthers(), y.accountsAhead(), y.lostYearWords()} {
		found = append(found, s.gathered(i, faults)...)
	}
	for _, faults := range [][]fault{y.tasksOfBefore(), y.povertyFought(), y.oldCampaigns(), y.toldTwice(), y.withoutDay(), y.sinceItself(), y.lastDayCut()} {
		doubtful := s.gathered(i, faults)
		for k := range doubtful {
			doubtful[k].Level = Info
		}
		found = append(found, doubtful...)
	}
	return found
}

// findYearOfNext finds a report year that is last year's, though the whole text tells of this one: its first section names the year
// behind the report year again and again, and no section names the report year.
func findYearOfNext(in *Input) []Finding {
	year, ok := in.Report.Year()
	if !ok {
		return nil
	}
	const often = 2 // paragraphs
	next, paragraphs := 0, map[int]bool{}
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			for _, m := range chinese.YearsIn(p.Text) {
				switch {
				case m.Year == year:
					return nil
				case m.Year == year+1 && s.passage.Key == "narrative.overview": // elsewhere stand plans and days
					next++
					paragraphs[i] = true
				}
			}
		}
	}
	if len(paragraphs) < often {
		return nil
	}
	field, _ := form.FieldByKey("report.year")
	return []Finding{{
		Message:  fmt.Sprintf("“报告年度”填的是%d，文字里说的却都是%d年（%d处），没有提到%d年，请核对哪个对。", year, year+1, next, year),
		Expected: strconv.Itoa(year + 1), Actual: strconv.Itoa(year), Cells: []Cell{in.fieldCell(field)},
	}}
}

// at is a fault at a byte of the paragraph: what is quoted begins with the clause in which it stands.
func (y *aboutYears) at(place int, actual, expected, message string) fault {
	return fault{words: y.quoted(place), message: message, expected: expected, actual: actual}
}

func (y *aboutYears) quoted(place int) string {
	const most = 20 // characters, but the clause's
	clause, start := chinese.Around(y.text, place, chinese.ClauseEnds)
	statement, from := chinese.Around(y.text, place, chinese.StatementEnds)
	if rest := clip(statement[start-from:], most); len(rest) > len(clause) {
		return strings.TrimRight(rest, "，：")
	}
	return clip(clause, 30)
}

// yearText is a year as texts write it.
func yearText(year int) string { return strconv.Itoa(year) + "年" }

// wrong lists the places where only the report year can be meant, and another one is written. All else may be sound.
func (y *aboutYears) wrong() []fault {
	var faults []fault
	for _, m := range chinese.YearsIn(y.text) {
		if m.Year == y.year || !y.isWrong(m) {
			continue
		}
		words := y.text[m.Start:m.End]
		faults = append(faults, y.at(m.Start, words, yearText(y.year),
			fmt.Sprintf("“%s”写的是“%s”，报告年度是%d年。说的是报告年度，请改成%d年；说的是别的年份，请写明“上年”“同比”等。", excerpt(y.quoted(m.Start)), words, y.year, y.year)))
	}
	return faults
}

func (y *aboutYears) isWrong(m chinese.YearMention) bool {
	if title, start := chinese.TitleAround(y.text, m.Start); title != "" {
		return y.isOwnReport(title, start)
	}
	if chinese.IsQuoted(y.text, m.Start) {
		return false
	}
	statement, start := chinese.Around(y.text, m.Start, chinese.StatementEnds)
	before, after := statement[:m.Start-start], strings.TrimPrefix(statement[m.End-start:], "度")
	if y.isAnnounced(m.Start, after) || y.isOfTheReport(before, after) {
		return true
	}
	planned := m.Year > y.year && (y.section.passage.Key == "narrative.problems" || intents.In(statement))
	if !planned && y.isToldAsDone(m, before, after) || y.isEndOfYear(m, before, after, statement) {
		return true
	}
	next := y.text[min(len(y.text), start+len(statement)):]
	besideThis := strings.HasPrefix(next, "；"+yearText(y.year)) // 2024年收到2件；2025年收到3件
	if planned || besideThis || y.namesThisYear(statement) || y.compares(m, statement) || y.looksBack(m, start, after, statement) {
		return false
	}
	if m.Year < y.year && spansWholeYear(after, y.text[m.Start:m.End]) && !contrasts.In(statement) && !strings.Contains(after, "以来") {
		return true
	}
	span := spanOfYear.FindString(after)
	told, afterComma := strings.CutPrefix(after[len(span):], "，")
	switch {
	case endOfYear.Begins(after):
		upTo := strings.Contains(before, "截") && !strings.HasSuffix(before, "（") || opensStatement(before) && strings.HasPrefix(after, "12月31日止") || chinese.EndsWithAny(before, []string{"至", "到", "为"})
		return upTo && !strings.Contains(statement, "1月1日") && !contrasts.In(statement)
	case strings.HasSuffix(span, "来"):
		recent := m.Year == y.year-1 || m.Year > y.year
		return recent && opensStatement(before) && !longRun.In(statement) && (y.isSelf(told) || counting.Begins(told))
	case opensStatement(before) && m.Year == y.year-1 && y.isMeeting(after):
		return !contrasts.In(statement)
	case opensStatement(before):
		first, _ := chinese.Around(told, 0, chinese.ClauseEnds)
		return y.isSelf(told) || y.tellsOfWork(told) || !events.In(first) && (afterComma || reporting.Begins(told))
	case y.unit.EndsIn(before), y.isOfficeOf(before):
		return reporting.Begins(told) || afterComma
	case y.lostMark(before) && m.Year == y.year-1 && afterComma && y.unit.Begins(told):
		return true
	}
	did, _ := y.unit.Cut(told)
	return strings.HasSuffix(before, "，") && counting.Begins(did) && !contrasts.In(statement)
}

// looksBack says whether a statement behind others of its paragraph tells of the year before to compare it with this one, or what it left: 2024年
// 是1件; 2024年收到5件，下降40%; 2024年未办结而转入的有10件.
func (y *aboutYears) looksBack(m chinese.YearMention, start int, after, statement string) bool {
	if m.Year != y.year-1 || m.Start != start || start == 0 || chinese.ContainsAny(statement, []string{"上年", "去年", "同比", "同期"}) {
		return false
	}
	_, change, _ := strings.Cut(after, "，")
	return tellsLeft.In(after) || isCompared.Begins(after) || changed.In(change) || strings.HasSuffix(y.text[:start], "；") && strings.HasPrefix(after, "没有")
}

// Words of statements that look back.
var (
	tellsLeft  = pattern.NewWords("未办结 没办结 遗留 结转 转入")
	isCompared = pattern.NewWords("是 为 全年收到的是 收到的是 仅 只有")
	changed    = pattern.NewWords("增加 减少 下降 上升 增长 回落 多了 少了 增幅 降幅 升幅 一年间")
)

var (
	// deeds are what a unit does in a year; of what has gone on for so many years (25年坚持) none of them is said.
	deeds = pattern.NewWords("实行 实施 组织 开展 召开 举办 制定 印发 出台 修订 成立 建立 新增 新建 新设 设立 增设 安排 邀请 收到 受理 办理 办结 答复 通过 利用 依托 推进 完成 共 累计 编制 更新 调整 清理 梳理 " +
		"围绕 聚焦 加强 健全 完善 优化 先后 及时 主动 认真 严格 进一步 未收到 没有收到 未发生 未收取 未产生 无人 上半年 下半年 初 底 末")
	// experience is what so many years are said of.
	experience = pattern.NewWords("经验 历史 如一日 工龄 教龄 党龄 从未 间断 坚持 坚守")
	ofYear     = pattern.New(`^(?:1[0-2]|[1-9])月`)
)

var (
	// partsOfYear are what follows a year of which 年 is lost: 2025底, 2025上半年.
	partsOfYear = pattern.NewWords("底， 底前 末， 全年 以来 一年 " + chinese.Halves + " " + chinese.NumberedQuarters + " " + chinese.Quarters)
	// countedAfter are what a number of four digits counts or names: 2025条信息, 2025版目录.
	countedAfter = pattern.NewWords("两 三 四 五 等 学年 财年 字 条 件 份 个 次 人 户 家 名 位 项 篇 期 起 宗 处 张 册 幅 块 台 批 天 小时 分钟 秒 元 万 亿 亩 米 公里 千米 平方 立方 吨 斤 公斤 千克 度 级 届 款 版 型 式 号 线 路 室 房 栋 幢 楼 层 座 间 株 棵 头 只 匹 盏 支 架 辆 艘 本 部 套 组 对 双 场 轮 回 遍 趟 站 点 口 段 节 章 页 行 列 种 类 样 枚 颗 粒 把 根 片 面 所 村 社区 余 多 来 几 左右 以上 以下 年 月 日 时 分 周 后 前 至 到 国 数字 全国 世界 中国")
)

// isEvent says whether what stands behind a number is what an event is called with it: 2025网络安全宣传周.
func isEvent(after string) bool {
	clause, _ := chinese.Around(after, 0, chinese.ClauseEnds)
	return eventEnds.In(clause)
}

// eventEnds are words in which the names of events end that have a year without 年.
var eventEnds = pattern.NewWords("周 节 日 月 会 论坛 展 赛 杯 行动 专项 攻坚 榜 奖")

// tellsOfDeeds says whether what stands behind 25年 is what was done in that year.
func tellsOfDeeds(told string) bool {
	clause, _ := chinese.Around(told, 0, chinese.ClauseEnds)
	return deeds.Begins(told) && !experience.In(clause)
}

// misspelt lists the years that are not written out: 24年, 202525年, 2025 without 年.
func (y *aboutYears) misspelt() []fault {
	var faults []fault
	due := yearText(y.year)
	for _, m := range chinese.OddYears(y.text) {
		statement, start := chinese.Around(y.text, m.Start, chinese.StatementEnds)
		before, words, after := statement[:m.Start-start], y.text[m.Start:m.End], statement[m.End-start:]
		told := strings.TrimPrefix(strings.TrimPrefix(after, "度"), "，")
		self := y.isSelf(told)
		fact := self || reporting.Begins(told) || chinese.StartsWithAny(told, []string{"全", "发布", "公开", "政府信息公开", "工作"})
		opens := opensStatement(before) || strings.HasSuffix(before, "，")
		near := func(year int) bool { return m.Number >= year-1 && m.Number <= year+1 }
		message := ""
		switch {
		case m.Digits == 4:
			named := (opens || y.unit.EndsIn(before)) && (self || fact && after == told || strings.HasPrefix(after, "度"))
			if near(y.year) && (named || partsOfYear.Begins(after) || opens && !countedAfter.Begins(after) && !isEvent(after) && !chinese.IsQuoted(y.text, m.Start)) {
				message = fmt.Sprintf("“%s”后面像是漏了“年”字，请补上。", words)
			}
		case m.Digits == 2:
			if near(y.year%100) && (opens && fact || opensStatement(before) && (m.Number == y.year%100 && tellsOfDeeds(told)) || ofYear.MatchString(after) && !chinese.IsQuoted(y.text, m.Start)) {
				message = fmt.Sprintf("“%s”的年份请写四位，报告年度写成“%s”。", words, due)
			}
		case m.Digits > 4, opens && (fact || strings.HasPrefix(after, "度")):
			message = fmt.Sprintf("“%s”的年份位数不对，报告年度是%s，请核对。", words, due)
		}
		if message != "" {
			faults = append(faults, y.at(m.Start, words, due, message))
		}
	}
	return faults
}
