package check

import (
	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// noteLabels stand before a note, some behind what it is on (noteKinds): 说明：, 填写说明：.
	noteLabels = pattern.NewWords("说明： 说明: 注： 注: 备注： 备注: 提示： 提示: 要求： 要求:")
	noteKinds  = pattern.NewWords("填写 填报 填表 编写 编制 撰写 写作 写法 内容 有关 相关 重要 友情 温馨")
	// writingOrder is an order to write something, or what is written there, fillingIn what is to be written where there is nothing.
	writingOrder = pattern.New(`(?:应当?|须|务必|请)(?:据实|如实|逐项|逐条|逐件|简要|分别|具体|详细|一并|同时)*(?:写|填|列明|列出|列举|说明|注明|概述|简述|阐述)|(?:需|要|可以?)(?:据实|如实|逐项|逐条|逐件|简要|分别)*(?:写|填)|^(?:本|此|该)(?:项|栏|处|段|部分)(?:主要)?(?:写|填)`, "写", "填", "列明", "列出", "列举", "说明", "注明", "概述", "简述", "阐述")
	fillingIn    = pattern.New(`[填写](?:写|报|入)?(?:为|上)?[“"](?:无|0|零|没有)`, `“无`, `“0`, `“零`, `“没有`, `"无`, `"0`, `"零`, `"没有`)
	// ofReports are words of what a report tells, ofApplicants and the like of what others write: applications, answers, files of villages.
	ofReports    = pattern.NewWords("信息处理费 收费 件数 金额 问题 改进 措施 情况 数据 数字 事项 内容 本年 全年 上年 上一年 经验 做法")
	ofApplicants = pattern.NewWords("申请人 申请表 申请书 申请时 申请内容 提交 索取 来信 来函 信封 邮寄 群众 公众 当事人 各村 各社区 台账 登记 表格 附表 一栏 公开栏 公示栏 宣传栏 栏目 字样 误 答复 告知书 文书 理由 依据 公文 文件 属性 姓名 证件 联系方式 用途")
)

// formNote is a note of a form or a template that tells how to write what stands before it, "" if a text has none:
// （说明：收取信息处理费的，应写明件数和金额；没有的，填“无”）. Without a label it stands in brackets and says what to fill in.
func formNote(text string) string {
	if noteLabels.In(text) {
		for _, label := range noteLabels.List() {
			for at := range chinese.Indexes(text, label) {
				note, from := noteAround(text, at)
				kind, order := text[from:at], note[at-from+len(label):]
				if (kind == "" || noteKinds.Has(kind)) && (fillingIn.MatchString(order) || ofReports.In(order) && writingOrder.MatchString(order)) && !isForOthers(text, at, note) {
					return note
				}
			}
		}
	}
	if m := fillingIn.FindStringIndex(text); m != nil {
		note, from := noteAround(text, m[0])
		if chinese.EndsWithAny(text[:from], []string{"（", "(", "【", "["}) && !isForOthers(text, m[0], note) {
			return note
		}
	}
	return ""
}

// isForOthers says whether a note at a byte of a text, or the sentence that it is put into, tells what others write.
func isForOthers(text string, at int, note string) bool {
	sentence, _ := chinese.Around(text, at, "。\n")
	return ofApplicants.In(note) || ofApplicants.In(sentence)
}

// noteAround is the stretch in brackets, or else of one sentence, in which a byte of a text stands, and where it begins.
func noteAround(text string, at int) (note string, from int) {
	return chinese.Around(text, at, "。\n（）()【】[]")
}
