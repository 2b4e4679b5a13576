package check

import (
	"slices"
	"strings"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

var leftoverText = Rule{
	ID: "leftover-text", Level: Fatal, Title: "不留没有填完的文字（XX、××、待补充、空括号）、格式和填报表的说明、给上级的话、《条例》修订前的规定；标题下面写这方面的内容", Citation: "公文校核的通行要求",
	Find: func(in *Input) []Finding {
		found := slices.Concat(onParagraphs(findLeftover)(in), onFilled(findHeadingAlone)(in), onFilled(findOutdatedLaw)(in), onFilled(findProblemElsewhere)(in))
		if s, ok := in.section("narrative.overview"); ok {
			found = append(found, s.underWrongHeadings()...)
		}
		return found
	},
	InFields: inFields(findLeftover, printedFields),
	Cases: func() []Case {
		return []Case{
			{Why: "数字还没有填", Set: []Entry{{"narrative.other", "全年公开信息XX条。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "名称还没有换", Set: []Entry{{"narrative.preface", "根据××镇工作实际编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "表上的说明抄进了正文", Set: []Entry{{"narrative.other", "写明本年是否收取政府信息公开信息处理费，以及其他要报告的事项。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "格式的说明没有删", Set: []Entry{{"narrative.requests", "该部分以表格形式报告。表格如下："}}, Finds: []form.Key{"narrative.requests"}},
			{Why: "格式的说明换了开头", Set: []Entry{{"narrative.other", "主要报告本机关上一年度工作情况，含《条例》第五十条第四项规定的内容。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "给上级的称呼", Set: []Entry{{"narrative.preface", "根据贵办要求，现将有关情况公布如下。"}}, Finds: []form.Key{"narrative.preface"}, Level: Query},
			{Why: "括号里请领导定的", Set: []Entry{{"narrative.other", "梳理文件1360份（此数待党政办再核，请分管领导定），未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "括号里请股室核的", Set: []Entry{{"narrative.other", "此前制定的1件继续有效（此数请法规股再核一下），未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "括号里说谁核过", Set: []Entry{{"narrative.other", "目录46项（已请法规股核实），未收取信息处理费（请见第六部分）。"}}},
			{Why: "写给领导的话", Set: []Entry{{"narrative.other", "未收取信息处理费。表里的数又核了一遍，您看这样报行不行。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "公布的报告里，格式的说明另有一条规则", Printed: asPrescribed, Set: []Entry{{"narrative.requests", "该部分以表格形式报告。表格如下："}}},
			{Why: "要填入的内容是空的", Set: []Entry{{"narrative.preface", "联系电话：{{电话}}。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "还没有补充", Set: []Entry{{"narrative.other", "其他情况待补充。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "别的空括号", Set: []Entry{{"narrative.other", "公开信息【】，按照规定〔 〕办理。"}}, Finds: []form.Key{"narrative.other", "narrative.other"}, Level: Query},
			{Why: "空括号", Set: []Entry{{"narrative.other", "详见附件（）。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "自己写的标题下面没有内容", Set: []Entry{{"narrative.overview", "（一）主动公开情况\n发布信息若干。\n（二）依申请公开情况\n（三）监督保障情况\n全年考核一次。"}}, Finds: []form.Key{"narrative.overview"}, Level: Query},
			{Why: "标题下面没有内容", Set: []Entry{{"narrative.overview", "（一）主动公开\n（二）依申请公开\n全年未收到申请。"}}, Finds: []form.Key{"narrative.overview"}, Level: Query},
			{Why: "标题下面写的是别的事", Set: []Entry{{"narrative.overview", "（一）主动公开。发布信息320条。\n（二）依申请公开。没有收到申请。\n（三）政府信息管理情况。全年没有行政复议案件和行政诉讼案件。\n（四）平台建设。更新网站专栏。\n（五）监督保障。按季度考核，征求意见，没有问责。"}}, Finds: []form.Key{"narrative.overview"}, Level: Query},
			{Why: "修订前的答复期限", Set: []Entry{{"narrative.overview", "对每件申请一律在15个工作日这一法定期限内答复。"}}, Finds: []form.Key{"narrative.overview"}, Level: Query},
			{Why: "修订前的“三需要”", Set: []Entry{{"narrative.overview", "申请人须证明与自身生产、生活、科研等特殊需要有关，不能证明的不予受理申请。"}}, Finds: []form.Key{"narrative.overview"}, Level: Query},
			{Why: "用汉字写的修订前的期限，修订前的收费", Set: []Entry{{"narrative.overview", "（二）依申请公开。两件均在法定的十五个工作日期限内答复。"}, {"narrative.other", "全年向2名申请人收取检索费、复制费、邮寄费共46元。"}}, Finds: []form.Key{"narrative.overview", "narrative.other"}, Level: Query},
			{Why: "修订前的施行日期", Set: []Entry{{"narrative.preface", "按照2008年5月1日起施行的《中华人民共和国政府信息公开条例》编制。"}}, Finds: []form.Key{"narrative.preface"}, Level: Query},
			{Why: "没有收取检索费、复制费", Set: []Entry{{"narrative.other", "未收取检索费、复制费、邮寄费，也未收取信息处理费。"}}},
			{Why: "第三方答复的期限、取消了的条件", Set: []Entry{{"narrative.overview", "征求第三方意见，15个工作日的规定期限内没有答复的，由机关决定是否公开。办理申请不再要求说明生产、生活、科研等特殊需要。自己定下15个工作日内答复申请，比法定期限短5个工作日。"}}},
			{Why: "编写的提示没有删", Set: []Entry{{"narrative.other", "收费情况：参照范本改写。未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "引号里说的是隐去的字、别人没填的字", Set: []Entry{{"narrative.other", "姓氏后以“××”代替，个别公示表留有“××村”字样，已经更换。各村参照样本填写公示表。"}}},
			{Why: "引号里是别人没有换掉的字", Set: []Entry{{"narrative.problems", "问题：乡镇报来的信息粗糙，有一份连“XX镇”三个字都没换。改进：建退稿登记。"}}},
			{Why: "引号里的名称没有填", Set: []Entry{{"narrative.other", "在网站开设“XX”专栏。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "填好了的文字", Set: []Entry{{"unit.phone", "000-12345678"}, {"narrative.preface", "联系电话：{{电话}}。"}}},
			{Why: "表格前面的话", Set: []Entry{{"narrative.requests", "收到和处理申请的情况见下表。"}}},
			{Why: "乘号不是没填的字", Set: []Entry{{"narrative.other", "版面为3×4的宣传栏。"}}},
			{Why: "范本里说这一部分怎样写", Set: []Entry{{"narrative.other", "（本部分应结合实际查摆问题，避免与上一年度雷同，改进情况应与问题一一对应）"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "这一段的字数要求", Set: []Entry{{"narrative.other", "此部分内容不少于300字，问题一般不超过三条。未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "没有的填“无”", Set: []Entry{{"narrative.other", "行政机关认为需要报告的其他事项（如没有，可填写“无”）。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "如无此项内容请填无", Set: []Entry{{"narrative.other", "未收取信息处理费。若无此类情况，请直接写“无”。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "只留下了格式的名称", Set: []Entry{{"narrative.other", "未收取信息处理费。\n行政机关认为需要报告的其他事项。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "通知里的报送要求", Set: []Entry{{"narrative.other", "请各乡镇、各部门于1月20日前将审定后的年度报告电子版和盖章扫描件发至指定邮箱，逾期未报的将予以通报。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "通知的另一种写法", Set: []Entry{{"narrative.other", "各单位要高度重视，认真编写，将年度报告纸质版（盖章）报送县政府办公室。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "通知的开头、结尾", Set: []Entry{{"narrative.preface", "为做好2025年度报告编制工作，现将有关事项通知如下："}, {"narrative.other", "未收取信息处理费。请认真贯彻执行。"}}, Finds: []form.Key{"narrative.preface", "narrative.other"}, Level: Query},
			{Why: "部分、没有、请各界监督，说的是自己的事", Set: []Entry{{"narrative.other", "本部分数据由各站所提供，该部分群众需要上门说明，这部分内容已写入下一步打算。没有行政机关认为需要报告的其他事项。行政机关认为需要报告的其他事项：无。各村在登记表里没有内容的填写“无”。请各界群众监督，并将意见反馈至镇党政办公室邮箱。要求各科室于每月25日前将更新情况报办公室。按照县政府办公室通知要求，各站所按时报送了年度报告材料。"}}},
			{Why: "格式里写在括号里的说明", Set: []Entry{{"narrative.other", "（本部分报告主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障等方面情况）"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "括号里说问题和改进怎样写，括号外说这一部分写什么", Set: []Entry{{"narrative.problems", "（主要问题和改进措施，分条阐述）\n存在的问题：解读形式单一。改进情况：增加图解。"}, {"narrative.other", "注：本部分填写信息处理费收取情况。未收取信息处理费。"}}, Finds: []form.Key{"narrative.problems", "narrative.other"}, Level: Query},
			{Why: "五个方面说的是自查、培训，这一部分的数据", Set: []Entry{{"narrative.other", "开展自查（包括主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面），发现问题3个。本部分数据由各站所提供（含主动公开、依申请公开两类）。从主动公开、依申请公开、政府信息管理、平台建设、监督保障五个方面推进工作。本部分没有其他需要报告的事项。"}}},
			{Why: "“平台建设”下面写的是信息审查", Set: []Entry{{"narrative.overview", "（一）主动公开。发布信息320条。\n（二）依申请公开。没有收到申请。\n（三）政府信息管理。半年清理一次失效文件。\n（四）政府信息公开平台建设。信息公开前由经办人、科室负责人、分管领导三级审查，没有发现泄密和错敏信息。\n（五）监督保障。按季度考核，征求意见，没有问责。"}}, Finds: []form.Key{"narrative.overview"}, Level: Query},
			{Why: "“依申请公开”下面写的是公开", Set: []Entry{{"narrative.overview", "（一）主动公开。发布信息320条。\n（二）依申请公开。全年主动公开信息320条，都在县政府网站上。\n（三）政府信息管理。没有收到申请，半年清理一次失效文件。\n（四）平台建设。更新网站专栏。\n（五）监督保障。按季度考核，征求意见，没有问责。"}}, Finds: []form.Key{"narrative.overview"}, Level: Query},
			{Why: "标题下面只有一句空话，也写了别的，空话是这方面的", Set: []Entry{{"narrative.overview", "（一）主动公开。2025年主动公开工作扎实推进，共有专栏6个。\n（二）依申请公开。没有收到申请。\n（三）政府信息管理。先审后发。\n（四）平台建设。更新网站专栏。\n（五）监督保障。按季度考核，征求意见，没有问责。"}}},
			{Why: "标题下面写的是这方面的事，用的是别的词", Set: []Entry{{"narrative.overview", "1.主动公开。网站登了77条，许可28件，处罚1件。\n（一）主动公开。机构职能、资金使用情况都在县政府网站上公开，发布前逐级审核。\n（二）依申请公开。全年未收到。网站上公布了渠道，年终考核这一项。\n（三）政府信息管理。网站专栏的内容由办公室逐条核对。\n（四）平台建设。中心设有电脑，保密审查后更新触摸屏。\n（五）监督保障。领导小组每季度听取一次汇报，网站的更新由专人负责。"}}},
			{Why: "括号里的填写说明", Set: []Entry{{"narrative.other", "2025年没有收取信息处理费。（说明：收取信息处理费的，应写明收费件数和金额；没有的，填“无”）"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "括号里说没有的填什么", Set: []Entry{{"narrative.other", "未收取信息处理费（有收费的写明件数，没有收费的填写“0元”）。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "没有括号的说明", Set: []Entry{{"narrative.problems", "注：问题应列出两条以上，改进措施与问题对应。\n问题：解读形式单一。改进情况：增加图解。"}}, Finds: []form.Key{"narrative.problems"}, Level: Query},
			{Why: "方括号里的编写说明", Set: []Entry{{"narrative.other", "未收取信息处理费。【编写说明：须简要概述本年度的收费情况】"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "说明是写给读者的、写给申请人的，说的是台账和答复", Set: []Entry{{"narrative.other", "未收取信息处理费（注：以上数据不含县政府转办的申请）。申请表可在县政府网站下载（说明：申请人应填写姓名、联系方式和所需信息的内容）。答复书统一格式（注：不予公开的，应写明理由和依据）。台账逐项登记（说明：没有内容的填“无”）。说明：需要说明的是，收费情况与上年相同。误填的“无”字已经更正。"}}},
			{Why: "给上级的称呼，单独一段", Set: []Entry{{"narrative.preface", "县政府办公室：\n按照通知要求，形成本年度报告。"}}, Finds: []form.Key{"narrative.preface"}, Level: Query},
			{Why: "给上级的称呼，后面接着正文", Set: []Entry{{"narrative.preface", "青垣县政务服务和数据管理局：按照通知要求，形成本年度报告。"}}, Finds: []form.Key{"narrative.preface"}, Level: Query},
			{Why: "写给上面的同一系统的局", Set: []Entry{{"unit.name", "青垣县水利局"}, {"unit.level", "县级部门"}, {"narrative.preface", "青岚市水利局：\n按照通知要求，形成本年度报告。"}}, Finds: []form.Key{"narrative.preface"}, Level: Query},
			{Why: "说明这一项写什么", Set: []Entry{{"narrative.other", "（说明：本项填写信息处理费的收取情况）未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "给领导和各单位的称呼", Set: []Entry{{"narrative.preface", "尊敬的各位领导：\n各乡镇人民政府，县政府各部门：\n按照通知要求，形成本年度报告。"}}, Finds: []form.Key{"narrative.preface", "narrative.preface"}, Level: Query},
			{Why: "自己的名称、编制的依据、联系的办公室后面的冒号", Set: []Entry{{"narrative.preface", "清溪镇人民政府：2025年年度报告。\n按照县政府办公室的要求，现将情况公布如下：\n编制单位：青垣县清溪镇人民政府\n县政府办公室：000-12345678\n党政办公室：负责汇总。"}, {"narrative.overview", "县政府办公室：\n（一）主动公开。"}}},
			{Why: "“平台建设”“政府信息管理”下面写的是培训", Set: []Entry{{"narrative.overview", "（一）主动公开。发布信息320条。\n（二）依申请公开。没有收到申请。\n（三）政府信息管理。就信息公开条例举办专题讲座，信息员参加闭卷测试，成绩记入个人档案。\n（四）平台建设。全年业务培训两期，成绩在全局通报。\n（五）监督保障。按季度考核，征求意见，没有问责。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}, Level: Query},
			{Why: "标题单独成段，或者没有序号", Set: []Entry{{"narrative.overview", "（一）主动公开\n发布信息320条。\n（二）政府信息管理\n先审后发。\n（三）平台建设\n举办培训班两期。\n成绩在全局通报。\n（四）监督保障\n按季度考核，征求意见，没有问责，没有收到申请。"}}, Finds: []form.Key{"narrative.overview"}, Level: Query},
			{Why: "在这方面培训、检查，标题下面还有小标题", Set: []Entry{{"narrative.overview", "（一）主动公开。发布信息320条。\n（二）依申请公开。就答复文书举办专题培训，没有收到申请。\n（三）政府信息管理。业务培训以公文审核为主，信息员逐条核对。\n（四）平台建设。组织培训班讲公众号怎样运维。\n平台建设情况。业务培训两期，讲网页怎样排版。\n（五）监督保障。社会评议结果在全镇通报，考核、问责如常。"}}},
			{Why: "司法局的本行就是复议", Set: []Entry{{"unit.name", "青垣县司法局"}, {"unit.level", "县级部门"}, {"narrative.overview", "主动公开：行政复议决定书上网69份，法律援助信息年内更新。\n依申请公开：收到申请2件，都公开了。\n政府信息管理：复议文书脱敏后三日内公开。\n平台建设：复议申请可网上提。\n监督保障：年度考核、律师评议，没有问责。"}}},
			{Why: "几点里有一点只有省略号；冒号后面只有省略号", Set: []Entry{{"narrative.overview", "主要做了以下工作：一是…；二是加强财政公开。"}, {"narrative.other", "未收取信息处理费。2026年工作打算：……"}}, Finds: []form.Key{"narrative.overview", "narrative.other"}, Level: Query},
			{Why: "数的位置画着短线；数后面打着问号", Set: []Entry{{"narrative.overview", "公开信息86条，其中政策解读类_条、财政类12条？"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}, Level: Query},
			{Why: "话里的省略号、问句、账号里的短线", Set: []Entry{{"narrative.other", "广播里喊着“公开栏又换啦……”，未收取信息处理费。开设“为什么补了3次？”问答专栏，补贴要跑几次、3次？公众号为qx_zf，公示编号2025_1号，村民问：要不要钱？答：不要……"}}},
			{Why: "次数也还没有填", Set: []Entry{{"narrative.other", "镇党委XX次研究，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "一个字母、一个叉，占着数的位置", Set: []Entry{{"narrative.overview", "（一）主动公开。发布信息X条，其中财政信息×条，培训x人次，占N%。\n（二）依申请公开。没有收到申请。\n（三）政府信息管理。先审后发。\n（四）平台建设。更新网站专栏。\n（五）监督保障。按季度考核，征求意见，没有问责。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview", "narrative.overview", "narrative.overview"}},
			{Why: "字母是名称里的，乘号，N个站点，说别人没填的", Set: []Entry{{"narrative.other", "公布X光检查、X项目的收费标准，宣传栏3×4块，形成“1+N件事”清单和1个平台、N个站点的体系。纠正了报来的稿件里写着“公开X条”的错误。"}}},
			{Why: "同一段里同样的只说一次", Set: []Entry{{"narrative.other", "见附件（）、清单（）和目录（），未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "讲话稿里的称呼", Set: []Entry{{"narrative.other", "各位领导、同志们，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "请各位领导、同志们到场，不是称呼", Set: []Entry{{"narrative.other", "公开日邀请各位代表参加，大家好评，未收取信息处理费。"}}},
			{Why: "说了“如下”，后面没有", Set: []Entry{{"narrative.preface", "如有疑问，请与镇党政办公室联系，联系方式如下："}}, Finds: []form.Key{"narrative.preface"}, Level: Query},
			{Why: "“如下”后面是报告", Set: []Entry{{"narrative.preface", "现将有关情况公布如下："}}},
			{Why: "第六部分里的问题和打算，第一部分里的", Set: []Entry{{"narrative.other", "存在的不足是解读不多，下一步将组织培训。"}, {"narrative.overview", "（一）主动公开。推送不够及时，下一步要与融媒体中心签订协议。\n（二）依申请公开。没有收到申请。\n（三）政府信息管理。先审后发。\n（四）平台建设。更新网站专栏。\n（五）监督保障。按季度考核，征求意见，没有问责。"}}, Finds: []form.Key{"narrative.overview", "narrative.other"}, Level: Info},
			{Why: "公开了怎样的问题，网站检查出来的问题", Set: []Entry{{"narrative.overview", "（一）主动公开。公开督查发现的问题，针对存在的问题逐项整改。\n（二）依申请公开。没有收到申请。\n（三）政府信息管理。先审后发。\n（四）平台建设。更新网站专栏。\n（五）监督保障。按季度考核，征求意见，没有问责。"}}},
			{Why: "一段只有一个数，是误打进来的", Set: []Entry{{"narrative.other", "未收取信息处理费。\n50%\n2025-1-1"}}, Finds: []form.Key{"narrative.other", "narrative.other"}, Level: Info},
			{Why: "地址的门牌还没有填", Set: []Entry{{"unit.address", "清溪县文昌路XX号"}, {"narrative.preface", "地址：{{地址}}，邮编：XXX件。"}}, Finds: []form.Key{"unit.address", "narrative.preface"}},
			{Why: "地址还要补充", Set: []Entry{{"unit.address", "清溪县待补充"}, {"narrative.preface", "地址：{{地址}}。"}}, Finds: []form.Key{"unit.address"}, Level: Query},
			{Why: "排版的要求", Set: []Entry{{"narrative.other", "（正文用三号仿宋，行距28磅）\n未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "定稿后删去", Set: []Entry{{"narrative.other", "未收取信息处理费。（定稿后删去本行）"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "要求填写的提示没有删", Set: []Entry{{"narrative.other", "信息处理费（写指南、渠道、答复格式等）没有收取。"}, {"narrative.overview", "全年推送189次<天>，误差<5%。"}}, Finds: []form.Key{"narrative.overview", "narrative.other"}, Level: Query},
			{Why: "括号里的“写信”", Set: []Entry{{"narrative.other", "多种方式（写信、来电等）都可以申请，未收取信息处理费。"}}},
			{Why: "公开栏、答复书的字体", Set: []Entry{{"narrative.other", "公开栏标题用黑体字、加粗，老人看得清。答复书正文用三号仿宋，格式统一。本行业的信息另列，网站的字号可以调大。"}}},
			{Why: "“平台建设”下面写的是讲课考试", Set: []Entry{{"narrative.overview", "（一）主动公开。发布信息320条。\n（二）依申请公开。没有收到申请。\n（三）政府信息管理。先审后发。\n（四）政府信息公开平台建设。请省里的老师讲了两堂课，课后考试，不及格的补考。\n（五）监督保障。按季度考核，征求意见，没有问责。"}}, Finds: []form.Key{"narrative.overview"}, Level: Query},
			{Why: "“主动公开”下面说的是亮、贴、登，没有“公开”二字", Set: []Entry{{"narrative.overview", "（一）主动公开工作。2025年把奖补的名单和标准都亮了出来，先在村里贴，再往县政府网站上报。\n（二）依申请公开。没有收到申请。\n（三）政府信息管理。先审后发。\n（四）平台建设。更新网站专栏。\n（五）监督保障。按季度考核，征求意见，没有问责。"}}},
		}
	},
}

func findLeftover(in *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	var found []Finding
	add := func(level Level, words, message string) {
		f := s.finding(i, words, message)
		f.Level = level
		found = append(found, f)
	}
	for _, u := range findUnfilled(text) {
		add(u.level, u.words, "“"+excerpt(u.words)+"”还没有填上实际内容。")
	}
	for _, words := range notesToColleagues(text) {
		add(Query, words, "“"+excerpt(words)+"”像是写给同事的话，请办好以后删去。")
	}
	if words := advice(text); words != "" {
		add(Query, words, "“"+excerpt(words)+"”像是编写时的提示，不是报告的内容，请删去，并核对这一段是否已经写好。")
	}
	for _, words := range append(findToBeAdded(text), notWritten(text)...) {
		add(Query, words, "“"+excerpt(words)+"”像是还没有写完，请补上或删去。")
	}
	if words := in.instruction(text); words != "" {
		add(Fatal, words, "“"+excerpt(words)+"”是填报表上的说明，不是报告的内容，请删去。")
	}
	if words, message := in.noticesWords(text); words != "" && in.Report.Printed == nil {
		add(Fatal, words, message)
	}
	if words := instructions.words("给上级的话").First(text); words != "" {
		add(Query, words, "“"+words+"”是写给上级的话，报告是向社会公布的，请删去或改写。")
	}
	if words := in.salutation(s, i); words != "" {
		add(Query, words, "“"+excerpt(words)+"”是公文开头的称呼，报告是向社会公布的，请删去。")
	} else if words := greeting(text); words != "" {
		add(Query, words, "“"+words+"”是讲话稿里的称呼，报告是向社会公布的，请删去。")
	}
	if s.field != nil {
		return found // in which nothing is filled in
	}
	if isNumberAlone(text) && in.Report.Printed == nil {
		add(Info, text, "这一段只有“"+excerpt(text)+"”，不成一句话；是填错了格子的请删去，不是的请写完整。")
	}
	_, open := in.Report.FillIn(text)
	for _, p := range open {
		_, isFigure := in.Report.Edition.Cell(p.Key)
		name, isIndicator := model.IndicatorOf(p.Key)
		switch {
		case !p.Known || isFigure:
		case isIndicator:
			add(Fatal, p.Text, "“"+excerpt(p.Text)+"”没有可填入的数，请在“附表”里填上“"+excerpt(name)+"”，或删去这一处。")
		case in.Report.Field(p.Key) != "":
			add(Fatal, p.Text, "“"+excerpt(p.Text)+"”要填入的内容太长，请在“基本信息”里改短。")
		default:
			add(Fatal, p.Text, "“"+excerpt(p.Text)+"”没有可填入的内容，请在“基本信息”里填上，或删去这一处。")
		}
	}
	if s.isBareHeading(i) {
		add(Query, text, nothingBelow(text))
	}
	if words := s.announcesNothing(i); words != "" {
		add(Query, words, "“"+excerpt(words)+"”后面没有写内容，请补上或删去。")
	}
	return found
}

// instructions are words that are copied along with the form or with a letter, by what they are.
var instructions = wordLists{file: &instructionsFile}

// suggestionsNote stands above the suggestions of the form, which are not printed.
const suggestionsNote = "（不会进入报告）"

// instruction finds one of the form's own notes in a text, "" if there is none.
func (in *Input) instruction(text string) string {
	if strings.Contains(text, suggestionsNote) {
		return suggestionsNote
	}
	return in.Report.Edition.Instructions().First(text)
}
