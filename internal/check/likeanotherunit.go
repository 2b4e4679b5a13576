package check

import (
	"fmt"
	"path/filepath"
	"unicode/utf8"

	"nianbao/internal/form"
	"nianbao/internal/model"
)

// LikeAnotherUnit is the id of the rule that needs all reports of a run.
const LikeAnotherUnit = "like-another-unit"

var likeAnotherUnit = Rule{
	ID: LikeAnotherUnit, Level: Query, Title: "第一、五部分不与别的单位雷同（相同的句子不到一半）", Citation: "国办公开办函〔2021〕30号",
	Find: findLikeAnotherUnit,
	Cases: func() []Case {
		return []Case{
			{Why: "只改了名称和数字", Set: []Entry{{"narrative.problems", "公开专区去的人少，清溪镇有3个村的查询设备长期闲置。解读材料多是照搬原文，群众看不懂。下一步，我镇将请村干部在院坝会上讲政策12场。"}},
				Like: []Entry{{"narrative.problems", "公开专区去的人少，石桥镇有5个村的查询设备长期闲置。解读材料多是照搬原文，群众看不懂。下一步，我镇将请村干部在院坝会上讲政策8场。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "换了次序，插进一句自己的", Set: []Entry{{"narrative.problems", "个别站所在事项办结以后一周才报送材料。公开专区去的人少，查询设备长期闲置。解读材料多是照搬原文，群众看不懂。我镇请村干部在院坝会上讲政策。"}},
				Like: []Entry{{"narrative.problems", "解读材料多是照搬原文，群众看不懂。本乡请村干部在院坝会上讲政策。公开专区去的人少，查询设备长期闲置。"}, {"unit.name", "柏坞乡人民政府"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "一半相同，六句以上", Set: []Entry{{"narrative.problems", "公开专区去的人少，查询设备长期闲置。解读材料多是照搬原文，群众看不懂。个别站所办结以后一周才报送材料。村里的大喇叭没有用起来。我镇请村干部在院坝会上讲政策。网站栏目由专人按周巡查。自己写的一句说的是年画和日历。自己写的另一句说的是方言播音员。"}},
				Like: []Entry{{"narrative.problems", "公开专区去的人少，查询设备长期闲置。解读材料多是照搬原文，群众看不懂。个别站所办结以后一周才报送材料。村里的大喇叭没有用起来。我镇请村干部在院坝会上讲政策。"}}, Finds: []form.Key{"narrative.problems"}},
			{Why: "六句里有三句，是一句话的几个部分", Set: []Entry{{"narrative.problems", "下一步：一是把查询设备搬到村卫生室；二是请种粮大户来讲政策；三是把申请表放在便民服务中心。公开专区去的人少，查询设备长期闲置。解读材料多是照搬原文，群众看不懂。个别站所办结以后一周才报送材料。"}},
				Like: []Entry{{"narrative.problems", "下一步：一是把查询设备搬到村卫生室；二是请种粮大户来讲政策；三是把申请表放在便民服务中心。网站栏目更新靠一个人，请假时没有人替。"}}},
			{Why: "只有两句相同", Set: []Entry{{"narrative.problems", "公开专区去的人少，查询设备长期闲置。解读材料多是照搬原文，群众看不懂。"}},
				Like: []Entry{{"narrative.problems", "公开专区去的人少，查询设备长期闲置。解读材料多是照搬原文，群众看不懂。"}}},
			{Why: "短句碰巧相同", Set: []Entry{{"narrative.problems", "设备长期闲置。解读不好懂了。更新有时太慢。"}}, Like: []Entry{{"narrative.problems", "设备长期闲置。解读不好懂了。更新有时太慢。"}}},
			{Why: "照格式、照条例写的句子不算", Set: []Entry{{"narrative.overview", "2025年，清溪镇认真贯彻落实《中华人民共和国政府信息公开条例》。全年未收到政府信息公开申请。全年未发生因政府信息公开引起的行政复议、行政诉讼案件。本年度未收取政府信息公开信息处理费。没有责任追究的情形。"}},
				Like: []Entry{{"narrative.overview", "2025年，石桥镇认真贯彻落实《中华人民共和国政府信息公开条例》。全年未收到政府信息公开申请。全年未发生因政府信息公开引起的行政复议、行政诉讼案件。本年度未收取政府信息公开信息处理费。没有责任追究的情形。"}}},
			{Why: "各写各的", Set: []Entry{{"narrative.problems", "公开专区去的人少，查询设备长期闲置。解读材料多是照搬原文，群众看不懂。个别站所在事项办结以后一周才报送材料。"}},
				Like: []Entry{{"narrative.problems", "镇级财政预算公开到了科目，群众仍说看不明白。网站栏目更新靠一个人，请假时没有人替。村里的大喇叭还没有用来讲政策。"}}},
		}
	},
}

// Like is the report of another unit that says most of what a section says, of all that were checked together.
type Like struct {
	Section form.Key
	Report  *model.Report
	File    string
	IsUsual func(Statement) bool // whether many of the units have a statement: it came from above, and nobody's copy is shown by it
}

// What shows a copy of another unit's report. Two units have hardly a sentence of some length in common that neither the form nor the
// county gave them: half of a section is no chance. Of a handful of statements, half may be the parts of one sentence that both read
// somewhere: there it takes nearly all, and less than three are no section. An office that lays a share down has thought of that.
const (
	muchOfAnother  = 50 // the share of statements, in hundredths
	Handful        = 5  // the same statements from which on that share counts,
	muchOfHandful  = 75 // and the share that fewer must have
	FewestSame     = 3  // statements
	shortestCopied = 8  // characters of a statement, marks aside; shorter ones are the same by chance
)

// ShowsCopy says whether a statement that two units have can show that one of them copied it.
func (s Statement) ShowsCopy() bool { return utf8.RuneCountInString(s.Folded) >= shortestCopied }

// IsLike says whether so many statements of a section, in the report of another unit as well, are to be told of.
func (s Settings) IsLike(same, all int) bool {
	due := s.tooMuch(muchOfAnother)
	if same < Handful && s.Share.IsZero() {
		due = max(due, muchOfHandful)
	}
	return same >= FewestSame && 100*same >= due*all
}

func findLikeAnotherUnit(in *Input) (found []Finding) {
	for _, like := range in.Likes {
		s, ok := in.section(like.Section)
		if !ok {
			continue
		}
		other := &Input{Report: like.Report}
		r := compare(statementsOf(like.Section, in.statements()), other.statements(), func(s Statement) bool {
			return s.ShowsCopy() && (like.IsUsual == nil || !like.IsUsual(s))
		})
		if !in.Settings.IsLike(len(r.same), r.all) {
			continue
		}
		whose := like.whose()
		first, theirs := excerpt(r.same[0][0].Text), excerpt(r.same[0][1].Text)
		example := "如“" + first + "”"
		if theirs != first {
			example += "，那一份写的是“" + theirs + "”"
		}
		f := s.wholeFinding(fmt.Sprintf("“%s”自己写的共%d句，有%d句和%s的相同（占%d%%，只改了名称、数字的也算），%s。请核实是不是照抄；照抄的，请按本单位的情况改写。",
			s.heading, r.all, len(r.same), whose, r.percent(), example))
		f.Aside = like.aside()
		f.between = in.Report.Unit() + "\x00" + like.Report.Unit() // and not how much is the same: an explanation outlives a change in the other report
		f.Beside = r.beside(in, other, whose)
		found = append(found, f)
	}
	return found
}

// whose is the other report in a sentence: that of “石桥镇人民政府”（石桥.xlsx）.
func (l Like) whose() string {
	if unit := told(l.Report.Unit()); unit != "" {
		return "“" + unit + "”" + l.aside()
	}
	return "“" + told(filepath.Base(l.File)) + "”"
}

// aside is the file of the other report, which tells its unit nothing.
func (l Like) aside() string {
	if file := told(l.File); file != "" && told(l.Report.Unit()) != "" {
		return "（" + file + "）"
	}
	return ""
}
