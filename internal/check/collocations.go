package check

import (
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/pattern"
)

var collocation = Rule{
	ID: "collocation", Level: Info, Title: "动词和宾语、主语和谓语搭配得当：提高水平、加强建设、保障权利、举办培训", Citation: "公文校核的通行要求",
	Find: onFilled(findCollocations),
	Cases: func() []Case {
		return []Case{
			{Why: "权利说成提高", Set: []Entry{{"narrative.overview", "进一步提高群众的知情权和监督权。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "水平说成规范，建设说成提升", Set: []Entry{{"narrative.overview", "着力规范信息公开水平。\n2025年，我镇提升公开平台建设，更新栏目3个。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "规范化、标准化后面漏了“水平”", Set: []Entry{{"narrative.overview", "不断提高政务公开的标准化，更新目录3项。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "召开培训，提升部署", Set: []Entry{{"narrative.overview", "全年召开信息公开业务培训2次。\n全面推进政务公开工作的安排部署，任务都已完成。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "水平说成完善，质量说成健全", Set: []Entry{{"narrative.overview", "公开水平进一步完善。\n经过一年努力，信息质量得到进一步健全。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "平台说成加强，漏了“建设”", Set: []Entry{{"narrative.overview", "加强县政府门户网站和政务新媒体，健全信息采集机制。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "“加强”说成了“对”", Set: []Entry{{"narrative.overview", "加强已公开的信息进行风险排查。\n加强拟公开的信息逐条进行保密审查。"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "“对”写了的，“进行”另有主语的", Set: []Entry{{"narrative.overview", "加强对已公开信息进行的检查，按照要求进行更新，按照目录逐条进行核对，加强队伍建设，定期进行培训。"}}},
			{Why: "人员说成设置", Set: []Entry{{"narrative.overview", "设置2名专职信息员。"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "搭配得当的", Set: []Entry{{"narrative.overview", "提高公开水平，加强平台建设，保障群众的知情权、参与权，举办业务培训2次，召开培训会1次，落实工作部署，加强门户网站管理，推进政府网站、政务新媒体融合发展，提高规范化水平，配备2名信息员，设置2个窗口。"}}},
			{Why: "动词不管这个宾语，自己是名词，或者后面另有宾语", Set: []Entry{{"narrative.overview", "规范公开流程、提高服务水平，提升群众参与平台建设的积极性，开展能力提升和平台建设，提升规范化、标准化水平，完善制度、优化流程，公开水平和制度建设进一步完善。"}}},
			{Why: "科室任组长", Set: []Entry{{"narrative.overview", "成立领导小组，由党政办公室任组长，由镇长任组长。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
			{Why: "本着制度", Set: []Entry{{"narrative.overview", "本着“三审三校”制度，本着便民的原则公开。"}}, Finds: []form.Key{"narrative.overview"}, Level: Info},
		}
	},
}

// mismatches are objects, the verbs that do not go with them, and the one that does; "" where a word for what is done to them is lost behind
// the object: 加强政务新媒体（建设）.
var mismatches = []struct {
	objects, verbs *pattern.Words
	due            string
}{
	{pattern.NewWords("知情权 参与权 表达权 监督权 合法权益 合法权利"), pattern.NewWords("提高 提升 满足 增强 改善 加大 扩大"), "保障"},
	{pattern.NewWords("水平"), pattern.NewWords("规范 完善 健全 加大 扩大 保障 拓宽 严格"), "提高"},
	{pattern.NewWords("平台建设 制度建设 队伍建设 机制建设 体系建设 渠道建设 载体建设 网站建设 阵地建设 专栏建设 栏目建设 规范化建设 标准化建设 信息化建设 公开建设"), pattern.NewWords("提升 提高 增强 加大"), "加强"},
	{pattern.NewWords("规范化 标准化 制度化 便民化 常态化 精细化 信息化 精准化 科学化"), pattern.NewWords("提高 提升"), "推进"},
	{pattern.NewWords("业务培训 专题培训 工作培训 集中培训 专项培训 公开培训 知识培训 技能培训"), pattern.NewWords("召开 增强 提升 提高 加大"), "开展"},
	{pattern.NewWords("部署要求 安排部署 决策部署 工作部署 部署安排"), pattern.NewWords("推进 提升 提高 加强 强化 促进 完善"), "落实"},
	{pattern.NewWords("公开渠道 公开范围 发布渠道 申请渠道"), pattern.NewWords("提高 提升 增强"), "拓宽"},
	{pattern.NewWords("机关形象 政府形象 单位形象 部门形象"), pattern.NewWords("改进 加强 完善 加大"), "提升"},
	{pattern.NewWords("政务新媒体 微信公众号 公开平台 信息平台 公开专栏 信息专栏 公开专区 门户网站 政府网站"), pattern.NewWords("加强 强化 推进 提升 提高"), ""},
	{pattern.NewWords("的保证"), pattern.NewWords("强化 加强 提升 提高"), "提供"},
}

var (
	// governing are verbs of which the last before an object is the one it belongs to.
	governing = pattern.NewWords("提高 提升 满足 增强 改善 加大 扩大 规范 完善 健全 加强 拓宽 严格 召开 举办 组织 开展 推进 推动 强化 促进 改进 保障 维护 落实 优化 深化 丰富 做好 抓好 注重 重视 参与 参加 实现 建立 打造 提供 履行 围绕 按照 结合 达到 确保 关注 畅通 突出 夯实 统筹 纳入 用于 邀请 有 为 将 把 对")
	// leadsToVerb ends, beside adverbials, what may stand before the main verb of a clause.
	leadsToVerb = pattern.NewWords("来 以 更好地 有效地 加快 年 月 日 镇 乡 局 县 区 市 街道 政府 委 我们 单位 机关 办公室 领导小组 是 ）")
	// unfitPredicate finds what is said of a subject with which it does not go.
	unfitPredicate = pattern.New(`(水平|质量|能力|效率|效果|满意度)(?:得到)?了?(?:进一步|不断|持续|更加|逐步|有效|全面)(完善|健全|拓宽|规范化)[，。；]`, "完善", "健全", "拓宽", "规范化")
	// mixedFrame finds a verb with its object that goes on as though it were 对: 加强已公开的信息进行风险排查.
	mixedFrame = pattern.New(`(加强|强化|做好|按照)([^，。；、对将把]{2,24})(进行)[^，。；、]{2,}`, "进行")
	// bodyLeads finds an office where who leads a group is due: 由局办公室任组长.
	bodyLeads = pattern.New(`由[^，。；、]{0,14}(?:办公室|[科股室])任(?:副)?组长`, "任组长", "任副组长")
	// inSpiritOf finds rules where an attitude is due: 本着“三审三校”制度.
	inSpiritOf = pattern.New(`(本着)[^，。；：]{0,20}?(制度|机制|办法|规定)[，。；]`, "本着")
	// peopleSet finds people that are set up as though they were things: 设置1名工作人员.
	peopleSet = pattern.New(`(设置|设立)(?:了)?(?:[0-9]+|[一二两三四五六七八九十])名[^，。；、]{0,8}(?:人员|信息员|联络员|专员|干部|负责人|保密员|审核员|管理员)`, "设置", "设立")
)

func findCollocations(_ *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	var faults []wordFault
	for _, m := range mismatches {
		for at, object := range m.objects.Each(text) {
			end := at + len(object)
			if verb := unfitVerb(text[:at], m.verbs); verb != "" && endsObject(text[end:], m.objects) {
				message := "“" + verb + "”和“" + strings.TrimPrefix(object, "的") + "”不搭配，通常说“" + m.due + "”"
				if m.due == "" {
					message = "“" + verb + "……" + object + "”后面像是漏了“建设”“管理”一类的词"
				}
				faults = append(faults, wordFault{strings.LastIndex(text[:at], verb), end, message, "", Info})
			}
		}
	}
	for _, m := range unfitPredicate.FindAllStringSubmatchIndex(text, -1) {
		faults = append(faults, wordFault{m[2], m[5], "“" + text[m[2]:m[3]] + "”和“" + text[m[4]:m[5]] + "”不搭配，通常说“提高”", "", Info})
	}
	for _, m := range mixedFrame.FindAllStringSubmatchIndex(text, -1) {
		object := text[m[4]:m[5]]
		if itself := chinese.EndsWithAny(object, []string{"信息", "内容", "栏目", "稿件", "文件", "数据", "信息逐条", "信息逐一", "内容逐条", "信息定期"}); itself {
			faults = append(faults, wordFault{m[2], m[7], "“" + text[m[2]:m[3]] + "……" + text[m[6]:m[7]] + "”前后不搭配，请改成“对……进行”", "", Info})
		}
	}
	for _, m := range bodyLeads.FindAllStringIndex(text, -1) {
		faults = append(faults, wordFault{m[0], m[1], "组长是人，“" + excerpt(text[m[0]:m[1]]) + "”写的是科室，请写成负责人", "", Info})
	}
	for _, m := range inSpiritOf.FindAllStringSubmatchIndex(text, -1) {
		faults = append(faults, wordFault{m[2], m[5], "“本着”和“" + text[m[4]:m[5]] + "”不搭配，通常说“按照”", "", Info})
	}
	for _, m := range peopleSet.FindAllStringSubmatchIndex(text, -1) {
		faults = append(faults, wordFault{m[0], m[1], "人员不说“" + text[m[2]:m[3]] + "”，通常说“配备”“安排”", "", Info})
	}
	return s.tellFaults(i, faults)
}

// endsObject says whether an object ends where a text begins: at a mark, at how often, or at others of its kind: 知情权、参与权.
func endsObject(after string, kind *pattern.Words) bool {
	clause := restOfClause(after)
	if chinese.StartsWithAny(clause, []string{"、", "和", "与"}) {
		return kind.Ends(clause)
	}
	return clause == "" || startsWithDigit(clause) || strings.HasPrefix(clause, "（")
}

// unfitVerb is the verb that an object behind a text belongs to if it is one of some; "" if it is another or none, or is a noun there.
func unfitVerb(before string, unfit *pattern.Words) string {
	clause, _ := clauseBefore(before)
	at, verb := lastOf(governing, clause)
	if at < 0 || !unfit.Has(verb) || at > 0 && !adverbial.Ends(clause[:at]) && !leadsToVerb.Ends(clause[:at]) {
		return ""
	}
	return verb
}

// lastOf is the last of some words in a text, and where it begins; -1 if none is in it.
func lastOf(words *pattern.Words, text string) (at int, word string) {
	at = -1
	for _, w := range words.List() {
		if k := strings.LastIndex(text, w); k > at {
			at, word = k, w
		}
	}
	return at, word
}
