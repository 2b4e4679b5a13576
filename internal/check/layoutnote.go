package check

import (
	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

var (
	// typesetting are words on how a page is set; of two of them, or one with what it is that is set, only a note to whoever types speaks.
	typesetting = pattern.NewWords("仿宋 楷体 黑体 宋体 小标宋 行距 字距 页边距 字号 首行缩进 首行空两字 首行空两格 A4纸 双面打印 单面打印 版心 页码居中 标题居中 居中排 右空四字 右空 左空二字 加粗 固定值 28磅 30磅 磅值")
	typeset     = pattern.NewWords("正文 标题 定稿 成稿 全文 本文 落款 印发前 排版 号字")
	// typedByOthers are words of statements on what is set so for others: a board, an answer, a hand-out.
	typedByOthers = pattern.NewWords("答复 告知书 文书 公开栏 公示 公告 宣传 展板 手册 指南 张贴 栏目 网页 老年 群众 村 模板 台账 文件 公文 打印机 标语 适老")
)

// layoutNote is a note on how the text is to be set, in brackets or a sentence of its own; "" if a text has none:
// 正文用三号仿宋，行距28磅，定稿后删去本行.
func layoutNote(text string) string {
	if !typesetting.In(text) {
		return ""
	}
	for _, statement := range chinese.Statements(text) {
		if left := typesetting.Without(statement); left != statement && (typeset.In(left) || typesetting.In(left)) && !typedByOthers.In(statement) {
			return statement
		}
	}
	return ""
}
