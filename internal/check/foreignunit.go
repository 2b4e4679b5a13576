package check

import (
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
)

var foreignUnit = Rule{
	ID: "foreign-unit", Level: Query, Title: "说到自己时用的是本单位的名称，没有别的单位的", Citation: "公文校核的通行要求",
	Find: findForeignUnit,
	Cases: func() []Case {
		return []Case{
			{Why: "镇的报告里写了“我局”", Set: []Entry{{"narrative.other", "我局未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "街道的报告里写了“我镇”", Set: []Entry{{"unit.name", "望江街道办事处"}, {"unit.level", "街道"}, {"narrative.other", "我镇未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "局的报告里写了“我委”", Set: []Entry{{"unit.name", "清溪县财政局"}, {"unit.level", "县级部门"}, {"narrative.other", "我委未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "区政府的报告里写了“我县”", Set: []Entry{{"unit.name", "云屏区人民政府"}, {"unit.level", "县级政府"}, {"narrative.other", "我县未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "本镇写成了本乡", Set: []Entry{{"narrative.other", "本乡未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "抄来的开头还是别的镇", Set: []Entry{{"narrative.other", "2025年，石桥镇认真落实《条例》。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "前言里的编制单位是别的镇", Set: []Entry{{"narrative.preface", "本报告由石桥镇人民政府编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "联系的是别的镇", Set: []Entry{{"narrative.preface", "如有疑问，请与石桥镇党政办公室联系。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "句子开头就是别的镇", Set: []Entry{{"narrative.other", "石桥镇深入落实《条例》，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "区里的局写了“我县”", Set: []Entry{{"unit.name", "南苑区教育局"}, {"unit.level", "县级部门"}, {"narrative.other", "我县未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "编制单位是一个局", Set: []Entry{{"narrative.preface", "本报告由青垣县民政局编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "别的镇的公众号", Set: []Entry{{"narrative.other", "石桥镇政务公众号发布图文20篇。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "别的县的网站", Set: []Entry{{"unit.name", "青垣县水务局"}, {"unit.level", "县级部门"}, {"narrative.other", "我们通过北原县水务网站公开了信息。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "网站上别的镇的板块", Set: []Entry{{"narrative.other", "县政府网站石桥镇板块按月更新。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "县网站上以县命名的板块", Set: []Entry{{"narrative.other", "县政府门户网站青垣县板块按月更新。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "公众要找的是市政府的信息", Set: []Entry{{"narrative.other", "为方便公众查找青垣市政府依法公开的政府信息，设置了专栏。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "镇的报告里写了乡政府", Set: []Entry{{"narrative.other", "扎实推进乡政府信息公开工作。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "申请是向市政府提出的", Set: []Entry{{"narrative.other", "受理公民向市政府提出的政府信息公开申请5件。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "镇的报告说的是全省", Set: []Entry{{"narrative.other", "扎实推进全省政府信息公开工作。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "句子开头是别的镇政府", Set: []Entry{{"narrative.other", "白鹭滩镇政府高度重视信息处理费的收取。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "本镇的名称少了一个字", Set: []Entry{{"narrative.other", "2025年，清镇坚持应公开尽公开。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "几处合在一起说", Set: []Entry{{"narrative.other", "石桥镇认真落实《条例》。石桥镇政务公众号发布图文20篇。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "自己的公众号、板块和县里的网站", Set: []Entry{{"narrative.other", "青垣县政府门户网站清溪镇板块、清溪镇政务公众号按月更新，城镇低保专栏另设。"}}},
			{Why: "上级的局的网站", Set: []Entry{{"narrative.other", "低保信息在县民政局网站、青垣县人民政府网站公开，转载了石桥镇公众号的文章。"}}},
			{Why: "名称里有像“经”的字", Set: []Entry{{"unit.name", "经纬街道办事处"}, {"unit.level", "街道"}, {"narrative.other", "2025年，经纬街道办事处未收取信息处理费。"}}},
			{Why: "打算里写着别的局", Set: []Entry{{"unit.name", "清溪县卫生健康局"}, {"unit.level", "县级部门"}, {"narrative.problems", "问题：公示板更新不及时。改进措施：县教育局将统一印制公示板，每月更新。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "别的局的党组抓公开工作", Set: []Entry{{"unit.name", "清溪县审计局"}, {"unit.level", "县级部门"}, {"narrative.other", "（五）监督保障。清溪县统计局党组把信息公开列入年度重点工作，专题研究2次。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "别的局的领导班子", Set: []Entry{{"unit.name", "清溪县水务局"}, {"unit.level", "县级部门"}, {"narrative.other", "2025年，县民政局领导班子高度重视政务公开，年内研究3次。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "别的街道的党工委", Set: []Entry{{"unit.name", "望江街道办事处"}, {"unit.level", "街道"}, {"narrative.other", "槐荫街道党工委定期听取政务公开汇报。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "自己的党组，写的是简称", Set: []Entry{{"unit.name", "清溪县市场监督管理局"}, {"unit.level", "县级部门"}, {"narrative.other", "清溪县市场监管局党组把信息公开列入重点，局党组专题研究2次，县市监局党组听取汇报1次，本局领导班子、机关党委多次研究公开工作。"}}},
			{Why: "自己的局，前面是“区”，名称里有“城市”；自己的局党委", Set: []Entry{{"unit.name", "云屏区城市管理局"}, {"unit.level", "县级部门"}, {"narrative.other", "2025年度，区城市管理局主动公开信息。考核：局党委把公开工作列入考核。严格按照市城市管理局以及区委、区政府要求公开。"}}},
			{Why: "开发区的简称，委员会的简称", Set: []Entry{{"unit.name", "云屏高新技术产业开发区管理委员会生态环境局"}, {"unit.level", "县级部门"}, {"narrative.other", "2025年，云屏高新区生态环境局严格落实《条例》各项规定。"}}},
			{Why: "上级的党组和与别的局的往来", Set: []Entry{{"unit.name", "清溪县审计局"}, {"unit.level", "县级部门"}, {"narrative.other", "市审计局党组高度重视公开工作。青岚市统计局党组专题研究公开工作。县财政局党组把信息公开列入与我局联合检查的内容。各局党组重视公开，县委、县纪委把公开列入巡察。"}}},
			{Why: "镇的报告里的镇党委", Set: []Entry{{"narrative.other", "镇党委把政务公开列入重点，清溪镇党委多次研究公开，县委高度重视公开；县统计局党组把统计公开列为主题。"}}},
			{Why: "没有写是哪里的局，像是说自己要公布什么", Set: []Entry{{"unit.name", "清溪县林业局"}, {"unit.level", "县级部门"}, {"narrative.problems", "问题：采伐指标公开得不充分。\n2026年，水利局将分村公布采伐指标。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "别的局要公布的是它自己的事", Set: []Entry{{"unit.name", "清溪县林业局"}, {"unit.level", "县级部门"}, {"narrative.problems", "问题：采伐指标公开得不充分。\n2026年，县水利局将公布水源地名单，林业局将分村公布采伐指标，城东分局将上网公示。"}}},
			{Why: "镇的报告里考核的是全县的部门", Set: []Entry{{"narrative.other", "镇里对全县25个部门实行季度考核通报，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "考核全县的是县政府", Set: []Entry{{"narrative.other", "县政府办公室对全县25个部门实行季度考核，我镇排在前面，未收取信息处理费。"}}},
			{Why: "上级部门的打算", Set: []Entry{{"narrative.problems", "问题：更新不及时。改进措施：县司法局将继续指导本镇清理文件。"}}},
			{Why: "动词后面的县、镇不是地名", Set: []Entry{{"narrative.other", "年初镇党委作出部署，推动县级医院网站规范化，确定镇党委副书记为责任人，清溪镇栏目挂靠县人民政府网站，网上靠县政府网站的栏目。"}}},
			{Why: "泛泛说到的镇和街道", Set: []Entry{{"narrative.problems", "存在的问题：部分街道未及时更新。个别镇把关不严。\n改进情况：增加图文解读。"}}},
			{Why: "复议向县政府申请", Set: []Entry{{"narrative.other", "申请人可以向县政府提出行政复议申请，各乡政府、石桥乡政府的做法可供参考。"}}},
			{Why: "全镇写成了全乡", Set: []Entry{{"narrative.other", "全乡未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "镇的报告里的“我镇”", Set: []Entry{{"narrative.other", "我镇、本镇都未收取信息处理费。"}}},
			{Why: "镇的报告说到所在的县", Set: []Entry{{"narrative.other", "按照我县统一部署，县政府门户网站设了清溪镇专栏。"}}},
			{Why: "县政府的报告里的“我县”", Set: []Entry{{"unit.name", "青垣县人民政府"}, {"unit.level", "县级政府"}, {"narrative.other", "我县未收取信息处理费。"}}},
			{Why: "局的报告里的“我局”和“我县”", Set: []Entry{{"unit.name", "清溪县财政局"}, {"unit.level", "县级部门"}, {"narrative.other", "我局未收取信息处理费，我县门户网站设有专栏。"}}},
			{Why: "区政府用自己的名称", Set: []Entry{{"unit.name", "云屏区人民政府"}, {"unit.level", "县级政府"}, {"narrative.other", "2025年，云屏区坚持以公开促落实，区政府办公室负责汇总。"}}},
			{Why: "名称前面写了县", Set: []Entry{{"narrative.preface", "本报告由青垣县清溪镇人民政府编制。"}}},
			{Why: "说到别的镇", Set: []Entry{{"narrative.other", "组织人员赴石桥镇学习公开专区的做法。"}}},
			{Why: "群众说的话", Set: []Entry{{"narrative.other", "有的群众说：“帮我办好了，我县里不用跑了。”"}}},
			{Why: "“我”连着别的字", Set: []Entry{{"narrative.other", "干部自我局限、自我加压，根本局面好转。"}}},
			{Why: "别的镇的机构", Set: []Entry{{"narrative.other", "石桥镇便民服务中心设立查阅点2个。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "成立的是别的镇的领导小组", Set: []Entry{{"narrative.other", "成立了石桥镇政务公开工作领导小组。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "印发的是别的镇的方案", Set: []Entry{{"narrative.other", "印发《石桥镇2025年政务公开工作方案》。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "别的镇的村", Set: []Entry{{"narrative.other", "石桥镇15个村全部设立了公开栏。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "年份后面是别的镇做的事", Set: []Entry{{"narrative.other", "2025年，石桥镇新增栏目2个。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "别的镇的打算", Set: []Entry{{"narrative.other", "下一步，石桥镇将继续加强政务公开。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "自己的机构；到别的镇的机构去看", Set: []Entry{{"narrative.other", "清溪镇便民服务中心设立查阅点2个，清溪镇15个村设立公开栏。到石桥镇便民服务中心学习公开专区的做法，与石桥镇党政办公室联合培训1次。转发《石桥镇2025年政务公开工作方案》供参考。"}}},
			{Why: "各乡镇、本乡镇", Set: []Entry{{"narrative.other", "2025年，各乡镇认真落实《条例》，本乡镇未收取费用，做到安全、乡镇满意，健全乡村制度。"}}},
			{Why: "前言里编制、公布的是一个局", Set: []Entry{{"unit.name", "云屏县清溪镇人民政府"}, {"narrative.preface", "按照条例规定，云屏县水利局编制并公布2025年政府信息公开工作年度报告。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "前言里公布的是别的局的年度报告", Set: []Entry{{"unit.name", "云屏县水利局"}, {"unit.level", "县级部门"}, {"narrative.preface", "现将云屏县民政局2025年政府信息公开工作年度报告公布如下。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "本报告系别的局编制", Set: []Entry{{"unit.name", "云屏县水利局"}, {"unit.level", "县级部门"}, {"narrative.preface", "本报告系云屏县民政局依照条例编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "自己编制，按上级的要求、参照别的报告", Set: []Entry{{"unit.name", "云屏县水利局"}, {"unit.level", "县级部门"}, {"narrative.preface", "根据县政务服务和数据管理局要求，云屏县水利局编制并公布2025年政府信息公开工作年度报告，参照了县财政局2024年政府信息公开工作年度报告的体例。现将县水利局2025年政府信息公开工作年度报告公布如下。"}}},
			{Why: "卫健委的年度报告，全称和简称", Set: []Entry{{"unit.name", "云屏市卫生健康委员会"}, {"unit.level", "县级部门"}, {"narrative.preface", "云屏市卫生健康委员会编制了本年度报告，现公布云屏市卫健委2025年政府信息公开工作年度报告。本报告系云屏市卫生健康委依照条例编制。"}}},
			{Why: "句子开头是别的镇，后面是“对”", Set: []Entry{{"narrative.other", "黄桷镇对发布的文件统一编号、统一格式。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "句子开头是别的乡，后面是它做的事", Set: []Entry{{"narrative.other", "未收取信息处理费。黄桷乡安排专人每周核对网站栏目。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "句子开头像是镇、乡，其实不是", Set: []Entry{{"narrative.other", "送法下乡安排专人讲解《条例》。中心集镇对公开栏统一编号。云屏县对口帮扶的石桥镇对我镇公开工作提出建议。做好城乡公开栏更新。"}}},
			{Why: "自己的名称，“人民政府”少了一个字", Set: []Entry{{"narrative.preface", "本年度报告由清溪镇人政府编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "街道办事处少了一个字", Set: []Entry{{"unit.name", "望江街道办事处"}, {"unit.level", "街道"}, {"narrative.preface", "本报告由望江街道办处编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "自己的局名少了一个字", Set: []Entry{{"unit.name", "宁川市交通运输局"}, {"unit.level", "县级部门"}, {"narrative.preface", "本报告由宁川市交通运局编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "名称少了“和”字，名称后面是别的机构", Set: []Entry{{"unit.name", "宁川市住房和城乡建设局"}, {"unit.level", "县级部门"}, {"narrative.other", "宁川市住房城乡建设局、市住建局公开了信息，宁川市住房和城乡建设局机关办事大厅设有查阅点。"}}},
			{Why: "镇政府、街道办事大厅、镇民政办", Set: []Entry{{"narrative.other", "清溪镇政府、清溪镇民政办、清溪镇人大办公室、清溪镇办事大厅都设有公开栏。"}}},
			{Why: "别的区的公开专区", Set: []Entry{{"unit.name", "青岚市南苑区人民政府"}, {"unit.level", "县级政府"}, {"narrative.other", "政务新媒体清理整合，清浦区政务公开专区覆盖各街道。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "别的市的领导小组", Set: []Entry{{"unit.name", "宁川市交通运输局"}, {"unit.level", "市级部门"}, {"narrative.other", "评议结果报送东麓市政务公开工作领导小组。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "区里的局，上级是别的市", Set: []Entry{{"unit.name", "青岚市南苑区民政局"}, {"unit.level", "县级部门"}, {"narrative.other", "评议结果报送东麓市政务公开工作领导小组。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "自己的乡，前面是别的县", Set: []Entry{{"unit.name", "青屏县竹坪乡人民政府"}, {"narrative.other", "2025年，清浦县竹坪乡人民政府公开了信息。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "县里的镇说到名称里没有的市", Set: []Entry{{"unit.name", "平岭县石桥乡人民政府"}, {"narrative.other", "评议结果报送平岭县政务公开工作领导小组，由东麓市政务公开办公室抽查。"}}},
			{Why: "告知向别的区申请、与别的区比较、到别的区看", Set: []Entry{{"unit.name", "青岚市南苑区人民政府"}, {"unit.level", "县级政府"}, {"narrative.other", "1件申请告知申请人向清浦区人民政府提出。清浦区政务公开专区的做法值得借鉴。赴清浦区政务服务中心观摩。得分高于清浦区政府。"}}},
			{Why: "城区、园区、社区、新区、各区", Set: []Entry{{"unit.name", "青岚市南苑区人民政府"}, {"unit.level", "县级政府"}, {"narrative.other", "在主城区政务公开栏、产业园区政务服务中心、老旧小区政务公开栏、中心城区政务服务中心、青岚市政务公开专区、南苑区政务公开专区和本区政务公开专栏更新，推进全区政务公开、社区政务公开、示范区政务公开。"}}},
			{Why: "街道的报告里市政府办理了申请", Set: []Entry{{"unit.name", "望江街道办事处"}, {"unit.level", "街道"}, {"narrative.other", "2025年度，市政府办理政府信息公开申请2件，均由申请人在窗口提交。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "局的报告里县政府收到申请", Set: []Entry{{"unit.name", "青垣县财政局"}, {"unit.level", "县级部门"}, {"narrative.other", "全年县人民政府共收到政府信息公开申请12件。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "县政府转来的申请，县政府网站上的信息", Set: []Entry{{"unit.name", "望江街道办事处"}, {"unit.level", "街道"}, {"narrative.other", "2025年，区政府收到并转办的申请2件，市政府受理复议申请1件，县政府门户网站公开信息20条，区政府办理建议提案30件。"}}},
			{Why: "句子开头是一个局，依照条例公布", Set: []Entry{{"unit.name", "云屏县清溪镇人民政府"}, {"narrative.preface", "云屏县文化和旅游局依照《中华人民共和国政府信息公开条例》，现向社会公布2025年政府信息公开工作年度报告。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "了解的是别的局的工作", Set: []Entry{{"unit.name", "云屏县水利局"}, {"unit.level", "县级部门"}, {"narrative.preface", "为便于公众了解云屏县民政局2025年的政府信息公开工作，根据条例编制本报告。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "编制单位是别的局", Set: []Entry{{"unit.name", "云屏县清溪镇人民政府"}, {"narrative.preface", "本报告的编制单位为云屏县水利局。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "县里的局汇总、要求编制，自己依照条例公布", Set: []Entry{{"unit.name", "云屏县清溪镇人民政府"}, {"narrative.preface", "云屏县政务服务和数据管理局按照条例汇总各单位年度报告后公布。云屏县人民政府办公室根据条例要求编制年度报告，本镇据此编制本报告。为便于公众了解清溪镇2025年的政府信息公开工作，清溪镇人民政府依照条例，现公布2025年年度报告。"}}},
			{Why: "镇的报告里市政府没有收到申请", Set: []Entry{{"narrative.other", "2025年，市政府未收到公民、法人和其他组织提出的政府信息公开申请。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "镇的报告里全县没有收到申请", Set: []Entry{{"narrative.other", "2025年，全县没有收到政府信息公开申请。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "县政府没有收到复议申请，没有转来申请", Set: []Entry{{"narrative.other", "县政府没有收到针对本镇的行政复议申请，县政府未转来政府信息公开申请。"}}},
			{Why: "地址在别的县", Set: []Entry{{"unit.name", "云泽县农业农村局"}, {"unit.level", "县级部门"}, {"narrative.preface", "如有疑问，请与云泽县农业农村局办公室联系（地址：丰原县城北路18号）。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "说的是别的市的经济", Set: []Entry{{"unit.name", "铭州市统计局"}, {"unit.level", "市级部门"}, {"narrative.other", "及时回应社会各界对宣江市经济走势的关注。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "按照别的区的要求", Set: []Entry{{"unit.name", "澄陵市映湖区望月街道办事处"}, {"unit.level", "街道"}, {"narrative.other", "下一步，按照石门区委、区政府的要求，扩大开放日的范围。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "自己的县和上面的市，与别处的往来", Set: []Entry{{"unit.name", "云泽县农业农村局"}, {"unit.level", "县级部门"}, {"narrative.preface", "如有疑问，请与县农业农村局办公室联系（地址：宣江市云泽县城北路18号）。按照宣江市委、市政府的要求和云泽县人民政府部署公开信息。赴丰原县学习。与丰原县经济发展水平相比，为云泽县居民服务，为老城区居民服务，在山区群众中宣传，为全县群众服务，在主城区范围内张贴。"}}},
			{Why: "没有收到，也没有结转的是市政府", Set: []Entry{{"unit.name", "江原市西岭区文昌街道办事处"}, {"unit.level", "街道"}, {"narrative.other", "2025年，市政府没有收到政府信息公开申请，也没有结转事项。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "市政府本级收到自然人提出的申请", Set: []Entry{{"unit.name", "望岭县自然资源局"}, {"unit.level", "县级部门"}, {"narrative.other", "2025年，市人民政府本级收到自然人提出的政府信息公开申请4件。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "方便的是别的街道的居民", Set: []Entry{{"unit.name", "锦阳市城中区和平街道办事处"}, {"unit.level", "街道"}, {"narrative.other", "制作二维码查询卡，方便临湾街道居民扫码查看。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "深入别的县的各乡镇，会同别的市的各县区", Set: []Entry{{"unit.name", "清渠县医疗保障局"}, {"unit.level", "县级部门"}, {"narrative.preface", "组织业务骨干深入西河县各乡镇开展政策宣讲。"}, {"narrative.other", "会同西河县各乡镇开展开放日活动。"}}, Finds: []form.Key{"narrative.preface", "narrative.other"}},
			{Why: "会同别的市的各县区", Set: []Entry{{"unit.name", "锦阳市生态环境局"}, {"unit.level", "市级部门"}, {"narrative.other", "会同沧宁市各县区分局开展开放日活动。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "按照别处新区的考核细则", Set: []Entry{{"unit.name", "瑶城区望湖街道办事处"}, {"unit.level", "街道"}, {"narrative.other", "按照滨海新区政务公开工作考核细则，逐条对照。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "县政府及各部门收到的申请", Set: []Entry{{"unit.name", "望岭县自然资源局"}, {"unit.level", "县级部门"}, {"narrative.other", "县人民政府及各部门全年收到政府信息公开申请30件。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "局现将报告予以公布", Set: []Entry{{"unit.name", "临溪县石门镇人民政府"}, {"narrative.preface", "按照《中华人民共和国政府信息公开条例》的有关规定，临溪县水务局现将2025年度政府信息公开工作年度报告予以公布，欢迎社会各界监督。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "问题的开头是别的镇", Set: []Entry{{"unit.name", "清渠县双河镇人民政府"}, {"narrative.problems", "存在的主要问题：青岗镇在推进政府信息公开工作中，公开深度仍有欠缺。\n改进措施：一是增加图解；二是青岗镇将加强培训。"}}, Finds: []form.Key{"narrative.problems", "narrative.problems"}},
			{Why: "对口的镇、通办的镇、自己的街道、新区，转来的申请，汇总的局", Set: []Entry{{"unit.name", "江原市西岭区文昌街道办事处"}, {"unit.level", "街道"},
				{"narrative.preface", "根据要求，西岭区政务服务和数据管理局将各单位年度报告予以公布；文昌街道办事处现将2025年度报告予以公布。"},
				{"narrative.overview", "（一）主动公开。方便文昌街道居民查看，方便沿街居民查看，实行跨街道通办，方便和平街道居民办事。对口帮扶和平街道，为和平街道群众送去政策读本。深入西岭区各社区宣传，在全区各街道推广。按照国家级新区政务公开标准化的要求开展试点。\n（二）依申请公开。2025年，市政府没有转来申请，没有结转。区政府办公室收到自然人提出的政府信息公开申请2件，转本街道办理。"},
				{"narrative.problems", "存在的问题：一是街道在推进公开工作中用力不够；二是各社区将材料交来得晚。结对单位：石桥镇人民政府。\n改进措施：增加图解。"}}},
			{Why: "别的镇的信息、公开栏", Set: []Entry{{"narrative.other", "石潭镇的信息由各办公室报送。石潭镇由党政办负责信息发布。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "别的县的人大代表，按别的县的统一安排，别的县境内", Set: []Entry{{"unit.name", "朔岭县水利局"}, {"unit.level", "县级部门"}, {"narrative.preface", "公开工作请平皋县人大代表评议一次。"}, {"narrative.overview", "按平皋县的统一安排开展自查。"}, {"narrative.other", "河段清单：平皋县境内的河道按河段列出。"}}, Finds: []form.Key{"narrative.preface", "narrative.overview", "narrative.other"}},
			{Why: "县里的安排，示范县的要求，与别的县交界的河段，“再往县政府网站”", Set: []Entry{{"unit.name", "朔岭县水利局"}, {"unit.level", "县级部门"}, {"narrative.other", "按县里的统一安排开展自查，按照示范县的要求创建。与平皋县交界的河段，信息抄送对方。先在村里贴，再往县政府网站上报，都发县政府网站。请县人大代表评议。朔岭县境内的河道都有公示牌，跨县境内的由市局公布。按照禁渔区统一要求公示。"}}},
			{Why: "别的镇的做法、经验", Set: []Entry{{"narrative.other", "石潭镇的做法值得学习，石潭镇的经验被县里推广，我镇照着做。"}}},
			{Why: "简称是别的局", Set: []Entry{{"unit.name", "朔岭县水利局"}, {"unit.level", "县级部门"}, {"narrative.preface", "现将朔岭县水利局（以下简称“县水务局”）2025年政府信息公开工作年度报告公布如下。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "简称是以前的局、别的类", Set: []Entry{{"unit.name", "朔岭县自然资源局"}, {"unit.level", "县级部门"}, {"narrative.preface", "现将朔岭县自然资源局（下称县国土局）的情况公布如下。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "本镇的“镇”写成了同音字", Set: []Entry{{"narrative.overview", "（一）主动公开。清溪真全年公开信息20条。清溪真人民政府被评为先进。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "本镇简称后面的字不是“镇”写错了", Set: []Entry{{"narrative.overview", "清溪真正做到应公开尽公开，清溪正在推进，清溪阵地建设年内完成。"}}},
			{Why: "投错了的信送交了别的镇，见、直达县政府网站", Set: []Entry{{"narrative.overview", "（二）依申请公开。误投的1封信，收件人写明是石桥镇人民政府，当日送交石桥镇党政办。联系电话见县政府网站，扫码后直达县政府网站栏目。"}}},
			{Why: "局长办公会、乡长、区政府网站、同一个县里别的镇的地址", Set: []Entry{{"narrative.overview", "（一）主动公开。经局长办公会研究，乡长是第一责任人。通过区政府网站公开信息82条。\n（二）依申请公开。没有收到申请。"}, {"unit.name", "青垣县清溪镇人民政府"}, {"narrative.preface", "如有疑问，请联系党政办公室，地址：青垣县石桥镇文昌路9号。"}}, Finds: []form.Key{"narrative.preface", "narrative.overview"}},
			{Why: "各镇镇长、财政局局长、自治区政府网站，县政务服务中心的地址", Set: []Entry{{"narrative.overview", "（一）主动公开。县财政局局长办公会的纪要、全县乡镇长名单都在县政府网站；自治区政府网站、经开区政府网站可以查到政策。\n（二）依申请公开。没有收到申请。"}, {"unit.name", "青垣县清溪镇人民政府"}, {"narrative.preface", "行政复议机关地址：青垣县城关镇文昌路9号。"}}},
			{Why: "县里的报告写着区政府", Set: []Entry{{"unit.name", "青垣县人民政府"}, {"unit.level", "县级政府"}, {"narrative.overview", "（一）主动公开。目录经区政府常务会议审议通过。\n（二）依申请公开。没有收到申请。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "别的县的办法", Set: []Entry{{"unit.name", "青垣县民政局"}, {"unit.level", "县级部门"}, {"narrative.overview", "（一）主动公开。制发《宁沐县特殊困难老年人关爱办法》1件。学习《云屏县民政局公开办法》。\n（二）依申请公开。没有收到申请。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "无人向别的镇申请", Set: []Entry{{"narrative.overview", "（二）依申请公开。当年无人向石桥镇人民政府提出政府信息公开申请。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "告知向别的镇申请，无人向本镇申请，没有向上级申请复议", Set: []Entry{{"narrative.overview", "（二）依申请公开。无人向清溪镇人民政府提出申请，无人向本镇提出申请，没有人向我镇政府提出申请，无人向镇政府递交申请表。不属于本镇的，告知向石桥镇人民政府申请。没有人向县民政局申请行政复议。"}}},
			{Why: "落款是别的镇", Printed: signedBy("石桥镇人民政府"), Finds: []form.Key{"unit.name"}},
			{Why: "落款是一个局", Printed: signedBy("青垣县财政局"), Finds: []form.Key{"unit.name"}},
			{Why: "几个单位一起落款，有自己", Printed: signedBy("中共清溪镇委员会　清溪镇人民政府")},
			{Why: "落款写着所在的县", Printed: signedBy("青垣县清溪镇人民政府")},
			{Why: "落款是自己的办公室", Printed: signedBy("清溪镇党政办公室")},
			{Why: "没有落款", Printed: signedBy("")},
			{Why: "各样的简称", Set: []Entry{{"unit.name", "朔岭县水利局"}, {"unit.level", "县级部门"}, {"narrative.preface", "现将朔岭县水利局（以下简称“县水利局”）2025年政府信息公开工作年度报告公布如下。"}, {"narrative.overview", "朔岭县水利局（以下简称我局）公开了信息。"}, {"narrative.other", "朔岭县人民政府网站（以下简称门户网站）、朔岭县水利局（以下简称“本机关”）都已更新。"}}},
			{Why: "报告的标题里单位少了“镇”", Set: []Entry{{"narrative.preface", "编制清溪2025年政府信息公开工作年度报告。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "镇的报告公布的是县政府办公室的报告", Set: []Entry{{"narrative.preface", "现公布青垣县人民政府办公室2025年政府信息公开工作年度报告。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "局的报告公布的是县政府的报告", Set: []Entry{{"unit.name", "青垣县财政局"}, {"unit.level", "县级部门"}, {"narrative.preface", "现将青垣县人民政府2025年政府信息公开工作年度报告公布如下。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "县政府的报告由办公室公布，另有县政府办公室的要求", Set: []Entry{{"unit.name", "青垣县人民政府"}, {"unit.level", "县级政府"}, {"narrative.preface", "现公布青垣县人民政府办公室2025年政府信息公开工作年度报告。按照青垣县人民政府办公室要求编制本报告。"}}},
			{Why: "镇的报告按县政府办公室的要求编制，参照县政府的报告", Set: []Entry{{"narrative.preface", "按照青垣县人民政府办公室要求，编制清溪镇2025年政府信息公开工作年度报告，参照了青垣县人民政府2024年政府信息公开工作年度报告，由青垣县人民政府办公室汇总。"}}},
			{Why: "在税务机关的领导下", Set: []Entry{{"narrative.other", "2025年，清溪镇在上级税务机关的正确领导下，做好公开工作。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "司法行政工作效率、参保群体", Set: []Entry{{"narrative.other", "（一）公开办事流程，司法行政工作效率明显提高，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "参保群体的知情权", Set: []Entry{{"narrative.other", "围绕社会救助公开信息，保障了参保群体的知情权、参与权。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "本镇制定的法规", Set: []Entry{{"narrative.other", "主动公开我镇制定的法规、规章、应急预案等，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "国家制定的法规，本镇的规章制度", Set: []Entry{{"narrative.other", "宣传国家制定的法规、规章，公开本镇制定的规章制度，未收取信息处理费。"}}},
			{Why: "税务局的上级和纳税人", Set: []Entry{{"unit.name", "青垣县税务局"}, {"unit.level", "垂直管理机构"}, {"narrative.other", "在上级税务部门的领导下，保障了纳税人的知情权，税务执法透明度提高。"}}},
			{Why: "业务股室、本部门网站", Set: []Entry{{"narrative.other", "先由业务股室核对事实，再由党政办公室上传。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "培训县直各部门、街道政协、县政府办公室的工作", Set: []Entry{{"narrative.other", "举办培训2次，对县直各部门的信息员讲解目录编制。公布镇政协委员提案的办理结果。2人专门承担县政府办公室政务公开日常工作。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "县里的培训、驻镇政协委员", Set: []Entry{{"narrative.other", "县政府办公室组织全县各单位信息员培训，本镇选派2人参加。办理县政协委员提案2件，听取驻清溪镇政协委员意见，站所各股室配合。"}}},
			{Why: "格式文里的“乡（镇）长”", Set: []Entry{{"narrative.other", "成立政务公开工作领导小组，由乡（镇）长任组长。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "格式文里的“街道副主任（副镇长）”", Set: []Entry{{"narrative.other", "政务公开工作由分管街道副主任（副镇长）牵头。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "别处的乡镇长", Set: []Entry{{"narrative.other", "县政府组织各乡（镇）长座谈，全县乡镇长参加，镇长任组长、副镇长牵头，在上级民政部门指导下公示低保名单。"}}},
			{Why: "推动的是全县的工作", Set: []Entry{{"unit.name", "青垣县清溪镇人民政府"}, {"unit.level", "乡镇"}, {"narrative.other", "推动青垣县信息公开工作有序开展。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "按县里的部署推动", Set: []Entry{{"unit.name", "青垣县清溪镇人民政府"}, {"unit.level", "乡镇"}, {"narrative.other", "按照县委、县政府部署推动青垣县政务公开工作，做好青垣县清溪镇政务公开工作。"}}},
			{Why: "县政府的报告里的“我办”", Set: []Entry{{"unit.name", "青垣县人民政府"}, {"unit.level", "县级政府"}, {"narrative.other", "2025年，我办收到政府信息公开申请23件。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "县政府办公室的“我办”", Set: []Entry{{"unit.name", "青垣县人民政府办公室"}, {"unit.level", "县级部门"}, {"narrative.other", "2025年，我办收到政府信息公开申请23件，群众自我办理。"}}},
			{Why: "镇里建了县政府网站", Set: []Entry{{"narrative.other", "我镇建立了县政府门户网站，发布工作动态。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "镇里在县政府网站建了专栏", Set: []Entry{{"narrative.other", "我镇建立了县政府门户网站清溪镇专栏，我镇开设县政府网站链接。"}}},
			{Why: "把本镇说成“该镇”", Set: []Entry{{"narrative.overview", "结合该镇年度工作公开信息。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "报告反映的就是本局", Set: []Entry{{"unit.name", "清溪县民政局"}, {"unit.level", "县级部门"}, {"narrative.preface", "报告反映县民政局贯彻《中华人民共和国政府信息公开条例》的情况。"}}},
			{Why: "“该镇”是前面说到的别的镇", Set: []Entry{{"narrative.overview", "学习云泽镇的做法，走访该镇的公开栏。"}}},
		}
	},
}

// unitWords are how names of units and places stand in sentences.
var unitWords = wordLists{file: &unitsFile}

// ownUnit is the report's unit as its texts may name it.
type ownUnit struct {
	chinese.UnitName
	places []chinese.UnitName // the places in its name, from the widest: 青岚市, 南苑区
	tier   form.Tier
	full   string // the name as it was given
}

// foreignWords are words that name another unit, and where they stand in the paragraph.
type foreignWords struct {
	words  string
	at     int
	due    string // what is meant instead, if that is sure: 我镇
	unsure bool   // another unit may be meant soundly
	lost   bool   // it is the unit's own name without one of its characters
	short  bool   // it is said to be short for the unit's own name
}

func findForeignUnit(in *Input) []Finding {
	name := in.unit()
	unit := &ownUnit{chinese.ParseUnitName(name), chinese.PlacesIn(name), in.level().Tier, name}
	found := in.foreignSigner()
	if unit.Kind == "" {
		return found
	}
	for _, s := range in.filled() {
		for i := range s.paragraphs {
			found = append(found, unit.foreignIn(in, s, i)...)
		}
	}
	return found
}

// foreignIn finds other units in paragraph i of a section.
func (u *ownUnit) foreignIn(in *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	statements := chinese.Statements(text)
	all := slices.Concat(
		in.foreignPronouns(text, u.UnitName),
		in.notFormerly(foreignOpening(text, statements, u.UnitName)),
		foreignSignature(s, text, u.UnitName),
		in.notFormerly(in.neighbours(text, u.UnitName)),
		in.notFormerly(u.offices(text, statements)),
		in.notFormerly(u.partyGroups(text)),
		in.notFormerly(u.institutions(text)),
		u.heads(text),
		u.asked(s.passage.Key)(text),
		u.madeElsewhere(s.passage.Key)(text),
		in.notFormerly(u.sites(text)),
		in.notFormerly(u.boards(text)),
		u.otherKinds(text),
		u.streets(text),
		in.notFormerly(u.titles(text)),
		u.otherHeads(text),
		u.otherCounties(text),
		u.higherUp(text),
		u.shortened(text),
		u.misspeltKind(text),
		u.lostInOffice(text),
		in.notFormerly(u.shortNames(text)),
		in.notFormerly(u.countyBodies(text)),
		in.notFormerly(u.counties(text)),
		in.notFormerly(u.newDistricts(text)),
		in.notFormerly(u.townsfolk(text)),
		in.notFormerly(u.appliedTo(text)),
		u.otherDuties(text),
		u.beyondTownships(text),
		u.mistakenSelves(text),
	)
	var sure, unsure []fault
	told := map[string]bool{}
	for _, w := range all {
		clause, _ := chinese.Around(text, w.at, chinese.ClauseEnds)
		if told[clause] {
			continue
		}
		told[clause] = true
		f := fault{words: clip(clause, 30), expected: u.Core, actual: w.words}
		switch {
		case w.lost:
			f.message = fmt.Sprintf("“%s”像是少了字，本单位是%s，请核对。", w.words, excerpt(u.full))
		case w.short:
			f.message = fmt.Sprintf("“%s”不像是%s的简称，请核对是否写成了别的单位，或者用了以前的名称。", w.words, excerpt(u.full))
		case w.unsure:
			f.message = fmt.Sprintf("这里说的是“%s”，本报告说的是%s的工作。如果是从别处抄来的，请改正。", w.words, excerpt(u.full))
		case w.due != "":
			f.expected = w.due
			f.message = fmt.Sprintf("这里写的是“%s”，本单位是%s，请改为“%s”。", w.words, excerpt(u.full), f.expected)
		default:
			f.message = fmt.Sprintf("这里写的是“%s”，本单位是%s。如果是从别处抄来的，请改正。", w.words, excerpt(u.full))
		}
		if w.unsure {
			unsure = append(unsure, f)
		} else {
			sure = append(sure, f)
		}
	}
	doubtful := s.gathered(i, unsure)
	for k := range doubtful {
		doubtful[k].Level = Info
	}
	return append(s.gathered(i, sure), doubtful...)
}

// notFormerly are those words that do not name what the unit was before, or what became a part of it: 原黄荆乡, whose website still stands.
// Who made the report, and whom to ask, is the unit of today, so that such words are looked at there.
func (in *Input) notFormerly(all []foreignWords) []foreignWords {
	return slices.DeleteFunc(all, func(w foreignWords) bool {
		return slices.ContainsFunc(in.Settings.Formerly, func(name string) bool {
			former := chinese.ParseUnitName(name)
			if chinese.Rank(former.Kind) == 0 { // offices of all counties are called alike
				return former.Core != "" && strings.HasSuffix(strings.TrimSpace(name), strings.TrimPrefix(w.words, "原"))
			}
			return strings.Contains(w.words, former.Core)
		})
	})
}

// isOther says whether a name (石桥镇) that ends before a byte of the text is another unit's or place's, of a rank that the unit
// has or lies in. Of places above the unit that its own name does not tell, nothing is known.
func (u *ownUnit) isOther(text string, end int, name, kind string) bool {
	if name == "" || strings.HasSuffix(text[:end], u.Core) || u.IsCalled(name) {
		return false
	}
	for _, p := range u.places {
		if strings.HasSuffix(text[:end], p.Core) || strings.HasSuffix(p.Core, name) {
			return false
		}
	}
	if chinese.Rank(kind) == 1 {
		return chinese.Rank(u.Kind) == 1
	}
	return slices.ContainsFunc(u.places, func(p chinese.UnitName) bool { return areAlike(p.Kind, kind) })
}

// areAlike says whether places of two kinds stand side by side: a county, a district and a banner do, a city may stand above them.
func areAlike(kind, other string) bool {
	return kind == other || kind != "市" && other != "市" && chinese.Rank(kind) == 2 && chinese.Rank(other) == 2
}

// liesIn says whether a place is one of those in the unit's name, or one above them of which nothing is known.
func (u *ownUnit) liesIn(place chinese.UnitName) bool {
	for _, p := range u.places {
		if strings.HasSuffix(place.Core, p.Core) || strings.HasSuffix(p.Core, place.Core) {
			return true
		}
	}
	return !slices.ContainsFunc(u.places, func(p chinese.UnitName) bool { return areAlike(p.Kind, place.Kind) })
}
