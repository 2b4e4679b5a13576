package check

import (
	"fmt"
	"regexp"
	"strings"

	"nianbao/internal/form"
)

var numberMissing = Rule{
	ID: "number-missing", Level: Query, Title: "量词前面的数字没有漏掉：信息条、共件、占%", Citation: "公文校核的通行要求",
	Find: onFilled(findNumberMissing),
	Cases: []Case{
		{Why: "条数没有写", Set: []Entry{{"narrative.overview", "镇微信公众号编辑发布信息条。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "“共”后面没有数字", Set: []Entry{{"narrative.overview", "全年主动公开信息共条，其中网站20条。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "申请的件数没有写", Set: []Entry{{"narrative.overview", "本年度收到政府信息公开申请件，均已答复。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "百分号前面没有数字", Set: []Entry{{"narrative.overview", "其中网上申请占%，其余为信函。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "第几条没有写", Set: []Entry{{"narrative.preface", "根据《条例》第条的规定编制。"}}, Finds: []form.Key{"narrative.preface"}},
		{Why: "一段里几处一起说", Set: []Entry{{"narrative.overview", "发布信息条，推送图文篇，收取费用万元。"}}, Finds: []form.Key{"narrative.overview"}},
		{Why: "有数字的", Set: []Entry{{"narrative.overview", "发布信息三条、图文20篇，公开条数和件数不少，占5%，共十余件，按《条例》第五十条办理。"}}},
		{Why: "“件”“条”是词的一部分", Set: []Entry{{"narrative.overview", "严格执行公开条例，规范处理依申请件、信访件，无历年结转件，逐条、逐件核对，共同维护公共条件。"}}},
	},
}

var missingNumbers = regexp.MustCompile(strings.NewReplacer("\t", "", "\n", "").Replace(`
	(?:信息|消息|动态|公告|政策|推文|发布|推送|更新|公开|新闻|内容)(?:共|总计|累计|计)?条(?:[，。；、）]|$)|
	(?:文件|材料|资料|手册|问卷|传单|公报|报告|文本)(?:共|总计|累计|计)?份(?:[，。；、）]|$)|
	(?:文章|稿件|图文|推文|信息)(?:共|总计|累计|计)?篇(?:[，。；、）]|$)|
	(?:简报|培训班|讲堂)(?:共|总计|累计|计)?期(?:[，。；、）]|$)|
	(?:会议|培训|活动|检查|演练|宣讲)(?:共|总计|累计|计)?次(?:[，。；、）]|$)|
	(?:案件|复议|诉讼|申请)(?:起|宗)(?:[，。；、）]|$)|
	(?:规范性文件|行政复议|行政诉讼)件(?:[，。；、）]|$)|
	(?:收到|受理|新收|接收|办结|答复)(?:的?政府信息公开|信息公开|依申请公开|公开)(?:政府信息)?(?:申请)?件(?:[，。；、）]|$)|
	(?:共|共计|合计|总计|累计|分别为|其中)(?:条|件|份|篇|期|起|宗|项|万元|件次|条次)(?:[，。；、）]|$)|
	(?:费用|费|金额|资金|经费|罚款|收取)万元(?:[，。；、）]|$)|
	(?:占|占比|占比为|率为|率达|率达到)[%％]|
	(?:》|条例|规定|办法)第[条款项](?:[，。；、的规之]|$)|
	令第号`))

func findNumberMissing(_ *Input, s section, i int) []Finding {
	text := s.paragraphs[i].Text
	matches := missingNumbers.FindAllStringIndex(text, -1)
	if matches == nil {
		return nil
	}
	first := strings.TrimRight(text[matches[0][0]:matches[0][1]], "，。；、）的规之")
	message := fmt.Sprintf("“%s”漏了数字，请补上。", first)
	if n := len(matches); n > 1 {
		message = fmt.Sprintf("“%s”漏了数字，这一段共%d处，请补上。", first, n)
	}
	return []Finding{s.finding(i, bytesAround(text, matches[0][0], matches[0][1]), message)}
}
