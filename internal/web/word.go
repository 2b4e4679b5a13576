package web

import (
	"fmt"

	"nianbao/internal/remedy"
)

// word says what to do on the page, as a clause without its end.
func word(r remedy.Remedy) string {
	switch r.Action {
	case remedy.RestoreCells:
		return "请在表里撤销删除；撤销不了的，用“转成新的填报表”另存一份，再补填找不到的"
	case remedy.NewTemplate:
		return fmt.Sprintf("请在“开始”里重新生成%d年度的填报表，再把内容填进去", r.Year)
	case remedy.RestoreNames:
		return "“标出问题的填报表”里，名称已经恢复，请接着改那一份"
	case remedy.ExplainInBook, remedy.ExplainApart:
		return "请在下面写明说明"
	case remedy.ExplainInSum:
		return "请在下载的汇总表的“校验”一页按编号写明说明，存盘，再放进来"
	case remedy.OwnFonts:
		return "也可以在“预览与下载”里选用有这个字的字库"
	case remedy.MakeMended:
		return "也可以用上面的“改正标点、空格”"
	case remedy.TakeLedger:
		return "台账对的，用上面的“按台账填入”"
	case remedy.ChooseVersion:
		return "下载校验登记，在“采用文件”一栏写上它的文件名，存盘，再放进来"
	case remedy.NameOffice:
		return "请在下面填上汇总单位的全称"
	case remedy.ImportOther:
		return "生成过Word文档或交换JSON的，可以放进来，再转成填报表"
	case remedy.NameFormer:
		return "是改名、合并以前的单位的，请按“是改名、合并以前的单位的”"
	case remedy.FillUnread:
		return "请在下面的表里补上，才有正式报告"
	case remedy.ChooseLast:
		return "请核对选的上年年报"
	}
	return ""
}
