package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var wrongWordRule = Rule{
	ID: "wrong-word", Level: Fatal, Spelling: true, Title: "没有错别字；国名、指导思想、法规、机关、会议和申请的名称写得对", Citation: "公文校核的通行要求；《通用规范汉字表》",
	Find:     func(in *Input) []Finding { return onFilled(in.lookForWrongWords())(in) },
	InFields: func(in *Input) []Finding { return inFields(in.lookForWrongWords(), freeTexts)(in) },
	Cases: func() []Case {
		return []Case{
			{Why: "指导思想漏了“中国”", Set: []Entry{{"narrative.other", "深入学习贯彻习近平新时代特色社会主义思想，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}},
			{Why: "国名写错", Set: []Entry{{"narrative.preface", "根据《中华人民大和国政府信息公开条例》编制。"}}, Finds: []form.Key{"narrative.preface"}},
			{Why: "形近的字", Set: []Entry{{"narrative.other", "县攻府公布秸杆禁烧的通知，意见均巳答复，末收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "“年末收取”没有金额，是“年未收取”", Set: []Entry{{"narrative.other", "本局2025年末收取政府信息公开信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "年末收取了多少", Set: []Entry{{"narrative.other", "2025年末收取信息处理费30元。"}}},
			{Why: "法规名称写错", Set: []Entry{{"narrative.other", "按照《政府信息公开工作条例》，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "法规名称像而不是", Set: []Entry{{"narrative.preface", "根据《中华人民共和国政务信息公布条例》编制。"}}, Finds: []form.Key{"narrative.preface"}, Level: Query},
			{Why: "法规名称没有写国名，也写错了", Set: []Entry{{"narrative.other", "按照《政务信息公示条例》和《政府信息公示条例》，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "法规名称没有书名号，漏了字", Set: []Entry{{"narrative.preface", "根据中华人民共和国政府信息条例编制。"}}, Finds: []form.Key{"narrative.preface"}, Level: Query},
			{Why: "转引的通知里法规名称写错", Set: []Entry{{"narrative.other", "学习《关于贯彻〈中华人民共和国政府信息公开实施条例〉的通知》，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "别的法规和各地的法规", Set: []Entry{{"narrative.other", "学习《条例》《政府信息公开条例》《中华人民共和国政府信息公开条例》和中华人民共和国政府信息公开条例实施前的《江南省政务公开条例》《江南省政府信息公开条例》《政务公开条例》《云屏市政府信息公开规定》《企业信息公示暂行条例》《政务数据共享条例》《公共企事业单位信息公开规定制定办法》《政府信息公开信息处理费管理办法》《中华人民共和国统计法实施条例》《中华人民共和国政府采购法实施条例》，未收取信息处理费。"}}},
			{Why: "漏了字", Set: []Entry{{"narrative.other", "完善政务公工作机制，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "机关名称写错", Set: []Entry{{"narrative.preface", "依据《国务院办公厅政府信息与信息公开办公室关于印发年度报告格式的通知》编制。"}}, Finds: []form.Key{"narrative.preface"}, Level: Query},
			{Why: "音近的字", Set: []Entry{{"narrative.problems", "仍存在一下问题：解读形式单一。改进情况：增加图解。"}}, Finds: []form.Key{"narrative.problems"}, Level: Query},
			{Why: "“截止”和“截至”", Set: []Entry{{"narrative.other", "截止2025年12月31日，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "早就开过的会", Set: []Entry{{"narrative.other", "以党的十九届五中全会精神为指导，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "还没有开的会", Year: 2023, Set: []Entry{{"narrative.other", "贯彻党的二十届三中全会精神，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "两个词相接", Set: []Entry{{"narrative.other", "截至2025年末收到意见3条，周末收到2条，自己办结1条，逐条列出；公开律师事务所名录；乙巳年无收费。"}}},
			{Why: "名称写得对", Set: []Entry{{"narrative.other", "以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大和二十届历次全会精神，执行《中华人民共和国政府信息公开条例》，未收取信息处理费。"}}},
			{Why: "回顾和说到从前的会", Set: []Entry{{"narrative.other", "党的十八大以来，公开逐年深入；贯彻党的十九大、二十大精神，未收取信息处理费。"}}},
			{Why: "盼着开的会", Year: 2021, Set: []Entry{{"narrative.other", "以优异成绩迎接党的二十大胜利召开，未收取信息处理费。"}}},
			{Why: "说的是错别字", Set: []Entry{{"narrative.other", "提示各单位分清“截止”与“截至”、“帐号”与“账号”，未收取信息处理费。"}}},
			{Why: "群众“反应的问题”", Set: []Entry{{"narrative.problems", "群众通过热线反应的问题，答复还不够具体。改进情况：增加图解。"}}, Finds: []form.Key{"narrative.problems"}, Level: Query},
			{Why: "权力和权利、形式和形势、查寻", Set: []Entry{{"narrative.other", "保障群众的知情权力，面对新形式，方便查寻政府信息，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "反应、权力、形式写得对", Set: []Entry{{"narrative.other", "群众反应强烈、社会反应良好，应急反应的情况和快速反应机制已经公开；权力运行公开，公民权利得到保障，权力清单按新形式发布；检察机关加强法律监督检察工作，在次日公布，未收取信息处理费。"}}},
			{Why: "发文机关的名称漏了字", Set: []Entry{{"narrative.preface", "依据国务院办公厅政务公开办公室印发的年度报告格式（国办公开办函〔2021〕30号）编制。"}}, Finds: []form.Key{"narrative.preface"}, Level: Query},
			{Why: "发文机关的名称写错了次序、写了旧名", Set: []Entry{{"narrative.preface", "按照国务院办公厅政务公开与政府信息办公室的要求编制。"}, {"narrative.other", "按照国务院办公厅政府信息公开办公室印发的格式，未收取信息处理费。"}}, Finds: []form.Key{"narrative.preface", "narrative.other"}, Level: Query},
			{Why: "机关的全称和简称", Set: []Entry{{"narrative.preface", "依据国务院办公厅政府信息与政务公开办公室印发的格式（国办公开办）和省政府办公厅政务公开办公室、市人民政府办公室政务公开科的要求，向国务院办公厅报送。"}}},
			{Why: "帮组、做为、浏揽一类的字", Set: []Entry{{"narrative.other", "由村干部帮组村民查询，把收费公开做为重点，网页浏揽量增加，没有出现滞候，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "固定的说法换了字", Set: []Entry{{"narrative.other", "坚持以公开为常态、不公开为意外，做到应公开近公开，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "帮、组、以经、做为分属两个词的", Set: []Entry{{"narrative.other", "互帮组织的活动、结对帮组建队伍的做法、以经济发展为重点的政策都已公开，把好事做为民的事，习惯穿工装的网络实名认证人员、建意见箱的村、由文书漏登的事项都已说明，杜绝先公开后审查，机关健全制度，未收取信息处理费。"}}},
			{Why: "即使、既使、及时，反应、反映", Set: []Entry{{"narrative.overview", "政策专业性强，既使公布了，群众也不易看懂。"}, {"narrative.problems", "对群众反应的差错没有登记。改进情况：即使予以回复并督促整改，考核时核对。"}}, Finds: []form.Key{"narrative.overview", "narrative.problems"}, Level: Query},
			{Why: "即使让步、既使递进、反应的快慢", Set: []Entry{{"narrative.other", "既使群众知情，又使干部受监督；即使回复晚了，也要说明；看群众反应的冷热调整栏目，未收取信息处理费。"}}},
			{Why: "张帖、批露、租凭一类的字", Set: []Entry{{"narrative.other", "公告在村口张帖，向社会批露，难已及时更新的栏目撤并，租凭补贴名单公开，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "这些字分属两个词的", Set: []Entry{{"narrative.other", "制止一批露天焚烧，出租凭证、两张帖子、报刊等在窗口摆放，包括展板，经协商确定并引导至大厅，由资讯速递栏目登记，全部以答复书落款日期为准，如实登记、比例入表，未收取信息处理费。"}}},
			{Why: "先公开后审查，加了引号、顿号的", Set: []Entry{{"narrative.other", "信息发布坚持“先公开、后审查”的原则，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "涉密不上网、公开为常态后一半写错，横向到边、纵向到底写反", Set: []Entry{{"narrative.other", "做到“涉密信息不上网、上网信息不保密”，坚持以不公开为常态，责任横向到底、纵向到边，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "固定的说法写得对，说的是做错了的", Set: []Entry{{"narrative.other", "“先审查、后公开”，杜绝“先公开、后审查”的现象，改变以不公开为常态的做法；以公开为常态、不公开为例外、不公开的说明理由；涉密信息不上网、上网信息不涉密，涉密不上网，上网不涉密，应公开尽快公开，横向到边、纵向到底，未收取信息处理费。"}}},
			{Why: "单位名称里的，用到它的文字里不再说", Set: []Entry{{"unit.name", "清溪镇人民政俯"}, {"narrative.preface", "由{{单位}}编制。"}}, Finds: []form.Key{"unit.name"}, Level: Query},
			{Why: "收费办法的名称写错了", Set: []Entry{{"narrative.other", "按照《政府信息公开信息费管理条例》，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "收费办法的名称对，省里的办法", Set: []Entry{{"narrative.other", "按照《政府信息公开信息处理费管理办法》《云屏省政府信息公开信息处理费管理办法》，未收取信息处理费。"}}},
			{Why: "名词前面用了“地”", Set: []Entry{{"narrative.other", "群众的知情权得到了较好地保障。"}}, Finds: []form.Key{"narrative.other"}, Level: Info},
			{Why: "动词前面的“地”", Set: []Entry{{"narrative.other", "更好地保障群众的知情权，得到群众热情地支持和参与。"}}},
			{Why: "机构改革以后没有的局", Set: []Entry{{"narrative.other", "告知申请人向县国土资源局咨询，会同县乡村振兴局公示。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "说的是改革、以前的文件、以前的年度", Set: []Entry{{"narrative.other", "原县国土资源局的档案已移交。《县国土资源局公开指南》已废止。2018年县环境保护局印发的目录更新了。"}}},
			{Why: "公开联席会议不是公开量", Set: []Entry{{"narrative.other", "依申请公开联席会商26次，信息公开联席会议3次，未收取信息处理费。"}}},
			{Why: "县区的厅，热线的号码", Set: []Entry{{"narrative.other", "会同区教育厅核对，12315政务服务便民热线转来3件，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "省里、自治区的厅，热线的号码对", Set: []Entry{{"narrative.other", "省教育厅、自治区民政厅来人指导，12345政务服务便民热线转来3件，12315热线转来1件，未收取信息处理费。"}}},
			{Why: "漏了“没有”", Set: []Entry{{"narrative.other", "抽查与公开条数相符。发生泄密事件。未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "没有发生", Set: []Entry{{"narrative.other", "全年没有发生泄密事件，未发生负面舆情问题，防止发生泄密事件。"}}},
			{Why: "会议的届次写成了大", Set: []Entry{{"narrative.other", "学习党的二十大三中全会精神。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "法律的名称多了字", Set: []Entry{{"narrative.other", "按照《中华人民共和国公民个人信息保护法》处理，未收取信息处理费。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "法律的名称对，别的法律", Set: []Entry{{"narrative.other", "按照《中华人民共和国个人信息保护法》《中华人民共和国数据安全法》处理，未收取信息处理费。"}}},
			{Why: "收到的申请说了两遍、写成“情况”、换了名称、漏了“申请”", Set: []Entry{{"narrative.overview", "共收到依申请公开申请3件。\n未收到依申请公开情况。\n没有收到申请受理。\n全年收到政务公开申请0件。\n收到公民提交的政府信息公开2件。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview", "narrative.overview", "narrative.overview", "narrative.overview"}, Level: Info},
			{Why: "收到的申请写得对，通行的简称，部分的标题", Set: []Entry{{"narrative.overview", "没有收到政府信息公开申请，收到依申请公开3件，收到依申请公开政府信息1件。\n没有收到依申请公开政府信息的申请，接到申请的当天登记，收到申请受理窗口转来的意见。\n列入“收到和处理政府信息公开申请情况”，收到群众对政府信息公开的意见2条。"}}},
			{Why: "一件说成了几件", Set: []Entry{{"narrative.overview", "收到政府信息公开申请1件，均按规定答复。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "一件，均说的是别的", Set: []Entry{{"narrative.overview", "收到政府信息公开申请1件，已按期答复，行政复议、行政诉讼均为0件。新收申请1件、结转1件，均已答复。"}}},
			{Why: "申请、复议不按件数", Set: []Entry{{"narrative.overview", "收到政府信息公开申请3条。\n没有结转，行政复议0条。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}, Level: Info},
			{Why: "按件数的，案件按起数，数的是别的", Set: []Entry{{"narrative.overview", "收到政府信息公开申请3件，行政诉讼1起。\n依申请公开3个工作日内答复，申请公开2项内容，行政复议3个月内受理，政府信息公开申请5条建议已采纳。"}}},
			{Why: "动词前面的“的”", Set: []Entry{{"narrative.overview", "较好的完成了年度任务。\n更加直观的展示办事流程。\n群众留言由承办单位在5个工作日内认真的答复。\n更好的让群众了解政策。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview", "narrative.overview", "narrative.overview"}, Level: Info},
			{Why: "名词前面的“的”", Set: []Entry{{"narrative.overview", "提供更好的服务，作出准确的答复。\n有效的处理办法、及时的发布时间、全面的公开目录都已列明。\n取得较好的落实，形成有效的推进机制，这是更好的保障。\n公开更加规范、解读更加及时的信息。"}}},
			{Why: "访问量数成了件", Set: []Entry{{"narrative.other", "专栏总访问量12万件，阅读量3000次。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "人数数成了次", Set: []Entry{{"narrative.other", "作品观看人数265万次，参训人数30人，服务人数2000人次。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "“于”某处联系，“与”写成了“于”", Set: []Entry{{"narrative.preface", "如有疑问，可于县教育局办公室联系。"}}, Finds: []form.Key{"narrative.preface"}, Level: Query},
			{Why: "于某时联系", Set: []Entry{{"narrative.preface", "如有疑问，可于工作日上午联系，请于1月31日前联系我单位。"}}},
			{Why: "“我”后面、“利益相关”前面、“申请行政复议”前面漏了字", Set: []Entry{{"narrative.overview", "2025年，我收到公开申请3件，均已答复。\n公布村民利益密切相关的信息。\n乡政府没有因公开工作申请行政复议。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview", "narrative.overview"}, Level: Info},
			{Why: "“工作”剩了一半", Set: []Entry{{"narrative.other", "做好各项准备工。"}}, Finds: []form.Key{"narrative.other"}, Level: Query},
			{Why: "没有漏字的", Set: []Entry{{"narrative.overview", "我局收到公开申请3件，均已答复，公布与人民群众利益密切相关的信息。\n申请人没有因公开申请行政复议，因政府信息公开申请行政复议0件。"}}},
			{Why: "期限内没有写做什么", Set: []Entry{{"narrative.overview", "申请由科室办理，在法定期限内，维护了申请人的权益。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "期限内做了什么写在后面", Set: []Entry{{"narrative.overview", "申请由科室办理，在法定期限内，以书面形式答复了申请人。"}}},
			{Why: "法规的名称少了“条例”", Set: []Entry{{"narrative.preface", "依据《中华人民共和国政府信息公开》第五十条编制。"}}, Finds: []form.Key{"narrative.preface"}, Level: Query},
			{Why: "书名号关在了“条例”前面", Set: []Entry{{"narrative.preface", "依据《中华人民共和国政府信息公开》条例编制。"}}, Finds: []form.Key{"narrative.preface"}, Level: Query},
			{Why: "令的编号写成了法规的名称", Set: []Entry{{"narrative.preface", "依据《中华人民共和国国务院令（第711号）》编制。"}, {"narrative.other", "《政府信息公开条例》（国务院令第711号）没有用到。"}}, Finds: []form.Key{"narrative.preface"}, Level: Query},
			{Why: "县里没有规章", Set: []Entry{{"narrative.overview", "镇政府规章和县政府规章制度、省政府规章都已公开。"}}, Finds: []form.Key{"narrative.overview"}, Level: Query},
			{Why: "公开工作漏了“公开”", Set: []Entry{{"narrative.overview", "全镇深化政务工作，做好党政务工作者的培训，推进政务工作平台建设。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "报告、格式的名称少了字", Set: []Entry{{"narrative.preface", "编制2025年政府公开工作年度报告。"}, {"narrative.other", "按照《中华人民共和国政府信息工作年度报告格式》，未收取信息处理费。"}}, Finds: []form.Key{"narrative.preface", "narrative.other"}, Level: Query},
			{Why: "报告的名称少了“政府”", Set: []Entry{{"narrative.preface", "编制2025年信息公开工作年度报告。"}, {"narrative.other", "公布了2025年度政府信息公开工作年度报告，未收取信息处理费。"}}, Finds: []form.Key{"narrative.preface"}, Level: Info},
			{Why: "报告的几种名称，别的报告", Set: []Entry{{"narrative.preface", "编制2025年政府信息公开工作年度报告，2025年政府信息公开年度报告，2025年全镇政府信息公开工作年度报告，2025年本级政府信息公开的年度报告，公布2025年政务公开工作年度报告、2025年法治政府建设年度报告、2025年政府网站工作年度报表、2025年度预算执行情况和全县年度报告。"}}},
			{Why: "收到的是申请", Set: []Entry{{"narrative.overview", "清溪镇未收到政府信息公开，收到政府信息公开申请。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "名称少了末字", Set: []Entry{{"narrative.overview", "将政务新媒与网站对应，开设政务新媒体。"}}, Finds: []form.Key{"narrative.overview"}, Level: Query},
			{Why: "部门没有规章", Set: []Entry{{"narrative.overview", "对本局历年印发、现行有效的政府规章逐件核对。"}}, Finds: []form.Key{"narrative.overview"}, Level: Query},
			{Why: "“基础上”前面漏了“在”", Set: []Entry{{"narrative.overview", "按时更新专栏的基础上，推送信息。在按时更新专栏的基础上，推送信息。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
		}
	},
}

func (in *Input) lookForWrongWords() lookAt {
	own := newWordIndex(in.Settings.wrongWords())
	year, _ := in.Report.Year()
	return func(_ *Input, s section, i int) []Finding { return s.wrongWords(i, year, own) }
}

// wrongWords makes of the words that are wrong in a paragraph a finding for each weight.
func (s section) wrongWords(i, year int, own *wordIndex) []Finding {
	text := s.paragraphs[i].Text
	faults := wordFaultsIn(text, own)
	return s.tellByLevel(i, slices.Concat(faults, meetingFaults(text, year), abolishedIn(text, year)))
}

// unlisted find what is wrong with names and words that no list can have.
var unlisted = []func(text string) []wordFault{
	func(text string) []wordFault { return fixedNamesAndMeetings().broken(text) },
	misnamedLaw, misnamedReport, misnamedFeeRules, misnamedLongLaws, ordersAsLaws, misnamedOffice, misplacedOffices, misplacedRules, misdialled,
	adverbsBeforeNouns, attributesBeforeVerbs, countedAsThings, lostNegations, lostAnswers, miswrittenWith, lostSelves, lostJoiners, lostPassives, lostWorks, lostDisclosures, lostMedia, lostBases, misnamedApplications, applicationsMiscounted, oneToldAsMany,
}

// wordFaultsIn lists the words and names that are wrong in a text, whatever year it is about: by the lists, the office's own among them.
func wordFaultsIn(text string, own *wordIndex) []wordFault {
	var faults []wordFault
	for _, index := range []*wordIndex{wrongWords(), own} {
		for _, w := range index.in(text) {
			faults = append(faults, wordFault{w.start, w.end, w.told(text), w.right, w.level})
		}
	}
	listed := placesOf(faults, text)
	for _, p := range phrases().in(text) {
		if !listed.overlap(p.start, p.end) {
			faults = append(faults, wordFault{p.start, p.end, "“" + p.wrong + "”应是“" + p.right + "”", p.right, Query})
		}
	}
	for _, find := range unlisted {
		for _, b := range find(text) {
			if !listed.overlap(b.start, b.end) {
				faults = append(faults, b)
			}
		}
	}
	return faults
}

// places are the bytes of a text that faults lie on, nil for none.
type places []bool

func placesOf(faults []wordFault, text string) places {
	if len(faults) == 0 {
		return nil
	}
	at := make(places, len(text))
	for _, f := range faults {
		for i := f.start; i < f.end; i++ {
			at[i] = true
		}
	}
	return at
}

func (at places) overlap(start, end int) bool {
	return at != nil && slices.Contains(at[start:end], true)
}

// told says what is wrong with a word, in the weight of its list.
func (w foundWord) told(text string) string {
	wrong := strings.ReplaceAll(w.wrong, "#", "")
	if utf8.RuneCountInString(wrong) == 1 {
		return "“" + lastRune(text[:w.start]) + wrong + chinese.Clip(text[w.end:], 1) + "”里的“" + wrong + "”应是“" + w.right + "”"
	}
	if w.level == Info {
		return "“" + wrong + "”在这里通常写作“" + w.right + "”"
	}
	return "“" + wrong + "”应是“" + w.right + "”"
}

var (
	guiding   = pattern.NewWords("精神 贯彻 学习 指导 落实 遵循")
	lookingTo = pattern.NewWords("迎接 喜迎 召开 即将 筹备 准备")
)

// meetingFaults lists the congresses and plenums that do not fit the report year: those that were not yet held when the
// report was written, and those that a later one has taken the place of as what guides the work.
func meetingFaults(text string, year int) []wordFault {
	if year == 0 || !chinese.ContainsAny(text, []string{"十七", "十八", "十九", "二十"}) {
		return nil
	}
	var faults []wordFault
	for _, m := range fixedNamesAndMeetings().meetings {
		for at := range chinese.Indexes(text, m.name) {
			end := at + len(m.name)
			statement, _ := chinese.Around(text, at, chinese.StatementEnds)
			early := m.year > year+1 || m.year == year+1 && m.month > 3
			stale := m.until != 0 && m.until < year
			switch {
			case early && !lookingTo.In(statement):
				faults = append(faults, wordFault{at, end, fmt.Sprintf("“%s”%d年%d月才召开，%d年度的报告不会写到", m.name, m.year, m.month, year), "", Query})
			case stale && !strings.HasPrefix(text[end:], "以来") && guiding.In(statement) && !mentionsPresentMeeting(statement, year):
				faults = append(faults, wordFault{at, end, fmt.Sprintf("“%s”是%d年开的，之后又开了新的，%d年度的报告还用它作指导", m.name, m.year, year), "", Info})
			}
		}
	}
	return faults
}

// mentionsPresentMeeting says whether a statement also names a meeting that guides the work of a year.
func mentionsPresentMeeting(statement string, year int) bool {
	return slices.ContainsFunc(fixedNamesAndMeetings().meetings, func(m meeting) bool {
		return (m.until == 0 || m.until >= year) && strings.Contains(statement, m.name)
	}) || year >= 2022 && strings.Contains(statement, "二十届")
}
