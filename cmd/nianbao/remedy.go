package main

import (
	"fmt"
	"strings"

	"nianbao/internal/remedy"
)

// word says what to do on the command line, as a clause without its end.
func word(r remedy.Remedy) string {
	switch r.Action {
	case remedy.RestoreCells:
		return "请撤销删除；撤销不了的，用“nianbao 导入 填报.xlsx -o 新填报.xlsx”转到一份新的填报表里，再补填找不到的"
	case remedy.NewTemplate:
		return fmt.Sprintf("请用“nianbao 模板 --year %d”重新生成填报表，再把内容填进去", r.Year)
	case remedy.RestoreNames:
		return "加上 --format xlsx 另存的那份里，名称已经恢复，请接着改那一份"
	case remedy.ExplainInBook:
		return "请在“校验”一页按编号写明说明"
	case remedy.OwnFonts:
		return "也可以用 --fonts 指定有这个字的字库文件夹"
	case remedy.ListRules:
		return "规则名请看：nianbao 规则"
	case remedy.Overwrite:
		return "要覆盖它，加上 --force"
	case remedy.MakeDraft:
		return "要先看样子，加上 --draft 生成草稿"
	case remedy.NameFormer:
		return "是改名、合并以前的单位的，加上 --former"
	case remedy.ChooseLast:
		return "请核对 --last 后面的文件或文件夹"
	case remedy.ExplainApart:
		return "请写进说明文件（CSV，两列：编号、说明），校验时加上 --explain 说明.csv"
	case remedy.ExplainInSum:
		return explainedIn("汇总表.xlsx")
	case remedy.ImportOther:
		return "生成过Word文档或交换JSON的，可以用“nianbao 导入 报告.docx -o 新填报.xlsx”转出一份填报表"
	case remedy.ChooseYear:
		return "请用 --year 写上"
	case remedy.VerifyPackage:
		return "要看里面的有没有人改过，请用“nianbao 核验”"
	case remedy.TakeLedger:
		return "台账对的，加上 --take-ledger，另存一份按台账填好的"
	case remedy.MakeMended:
		return "也可以加上 --fix，另存一份改正了的"
	case remedy.ChooseVersion:
		return "加上 --register 登记.xlsx 汇总一次，写出登记，在“采用文件”一栏写上它的文件名，存盘，再这样汇总一次"
	case remedy.FillUnread:
		return "请用“nianbao 导入 公布的年报 -o 填报.xlsx”转成填报表补上，才能生成正式报告"
	case remedy.GiveAlone:
		return "要看它，请单独写它的名字"
	case remedy.CheckMembers:
		return "要一起校验，加上 --returns 文件夹"
	case remedy.NameOffice:
		return "请加上 --unit 写明本级的名称，再汇总一次"
	}
	return ""
}

// explainedIn is how a finding of a sum is explained in the workbook with the sums: what is written there goes on into the next.
func explainedIn(book string) string {
	return "请在“" + book + "”的“校验”一页按编号写明说明，存盘，再汇总一次，加上 --own " + book + "，用 -o 另存一份"
}

// sentence is an error as it is read by people: in plain words, with what to do about it, and a full stop.
func sentence(err error) string {
	text := remedy.Told(err, word)
	if strings.HasSuffix(text, "？") {
		return text
	}
	return text + "。"
}
