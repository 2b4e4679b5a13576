package check

import (
	"fmt"
	"strings"

	"nianbao/internal/form"
)

var pastedTable = Rule{
	ID: "pasted-table", Level: Query, Title: "文字里没有粘贴进来的表（报告里不成表）", Citation: "填报说明",
	Find: findPastedTables,
	Cases: func() []Case {
		return []Case{
			{Why: "从Word里粘贴的一张表", Set: []Entry{{"narrative.overview", "各类信息如下。\n项目\t数量\t备注\n惠农补贴\t46\t一卡通\n公告\t12\t"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "只有两列的，三行起才算", Set: []Entry{{"narrative.overview", "项目\t数量\n惠农补贴\t46\n公告\t12"}}, Finds: []form.Key{"narrative.overview"}},
			{Why: "分开的两张，各说一次", Set: []Entry{{"narrative.overview", "甲\t1\t2\n乙\t3\t4\n公开如下。\n丙\t1\t2\n丁\t3\t4"}}, Finds: []form.Key{"narrative.overview", "narrative.overview"}},
			{Why: "联系方式", Set: []Entry{{"narrative.preface", "联系电话：\t000-12345678\n邮政编码：\t100000\n地址：\t清溪镇中心街1号"}}},
			{Why: "段首用制表符缩进", Set: []Entry{{"narrative.overview", "\t\t全年主动公开信息30条。\n\t\t镇政府按月更新公开栏。"}}},
			{Why: "一行里有制表符", Set: []Entry{{"narrative.overview", "全年主动公开信息30条。\t\t镇政府按月更新公开栏。"}}},
		}
	},
}

// findPastedTables finds lines one below the other that tabs part into columns; cells at the end of a line may be blank. In a published report
// such lines may be one of the form's own tables, of which copying made text.
func findPastedTables(in *Input) (found []Finding) {
	if in.Report.Printed != nil {
		return nil
	}
	for _, s := range in.filled() {
		for from := 0; from < len(s.paragraphs); {
			to, most := from, 0
			for to < len(s.paragraphs) && tabsIn(s.paragraphs[to].Text) > 0 {
				most = max(most, tabsIn(s.paragraphs[to].Text))
				to++
			}
			if rows := to - from; rows > 2 || rows > 1 && most > 1 {
				found = append(found, s.finding(from, strings.ReplaceAll(excerpt(s.paragraphs[from].Text), "\t", " "),
					fmt.Sprintf("这里像是一张粘贴进来的表（%d行%d列），报告里不成表，只印成%d行文字，请改写成句子，或者删去。", rows, most+1, rows)))
			}
			from = max(to, from+1)
		}
	}
	return found
}

// tabsIn counts the tabs that part the columns of a line: none that indents it or stands behind a colon.
func tabsIn(text string) (tabs int) {
	before := ""
	for part := range strings.SplitSeq(strings.TrimLeft(text, " \t\u3000"), "\t") {
		if before != "" && !strings.HasSuffix(before, "：") && !strings.HasSuffix(before, ":") {
			tabs++
		}
		if part != "" {
			before = part
		}
	}
	return tabs
}
