package verdict

import (
	"fmt"
	"io"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/line"
	"nianbao/internal/model"
	"nianbao/internal/published"
)

// Compared is what came of comparing two versions of one report.
type Compared struct {
	A, B      Version
	Identical bool // the files are equal, byte by byte
	Notes     []string
	published.Comparison
}

// Version is one of two versions that are compared.
type Version struct {
	File   string
	Report *model.Report
}

// WriteCompared tells what differs as text, part by part of the report; the last line is the answer.
func WriteCompared(w io.Writer, c Compared) error {
	var b strings.Builder
	b.WriteString(line.Sprintf("甲：%s　%s\n乙：%s　%s\n", c.A.File, c.A.title(), c.B.File, c.B.title()))
	b.WriteString(line.Sprintf("  内容码　%s\n", c.codes()))
	for _, note := range c.Notes {
		b.WriteString(line.Sprintf("  %s。\n", note))
	}
	if c.MayBeTwoReports() {
		b.WriteString("  单位或年度不同，可能不是同一份报告，请先核对是不是选错了文件。\n")
	}
	part, told := published.Part(-1), func(p *published.Part, now published.Part) {
		if *p != now {
			*p = now
			b.WriteString(line.Sprintf("\n【%s】\n", now.Title()))
		}
	}
	differences, unread, sides := c.Differences, c.Unread, pair{"甲", "乙"}
	for len(differences)+len(unread) > 0 {
		if len(unread) == 0 || len(differences) > 0 && differences[0].Part <= unread[0].Part {
			told(&part, differences[0].Part)
			b.WriteString(line.Sprintf("  不同　%s\n", ended(sides.difference(differences[0]))))
			differences = differences[1:]
		} else {
			told(&part, unread[0].Part)
			word := "读不出"
			if unread[0].Absent {
				word = "缺少"
			}
			b.WriteString(line.Sprintf("  %s　%s\n", word, ended(sides.unread(unread[0]))))
			unread = unread[1:]
		}
	}
	b.WriteString("\n" + c.Conclusion() + "\n")
	_, err := io.WriteString(w, b.String())
	return err
}

// codes tells the codes of both versions.
func (c Compared) codes() string {
	a, b := c.A.code(), c.B.code()
	told := func(code string) string {
		if code == "" {
			return "读不全，算不出"
		}
		return code
	}
	if a == b && a != "" {
		return a + "，两份相同"
	}
	codes := "甲" + told(a) + "，乙" + told(b)
	if a != "" && b != "" && len(c.Differences)+len(c.Unread) == 0 {
		codes += "：只有段落前面的序号写法不同"
	}
	return codes
}

// code is the code of what a version prints; "" where it was not read as a whole.
func (v Version) code() string {
	code, _ := published.Code(v.Report)
	return code
}

// ended ends a sentence, unless it ends with what is quoted and has an end.
func ended(sentence string) string {
	if chinese.EndsWithAny(sentence, []string{"。”", "！”", "？”"}) {
		return sentence
	}
	return sentence + "。"
}

// title is what a version is titled, as far as that is known.
func (v Version) title() string {
	if v.Report.Printed != nil && v.Report.Printed.Title != "" {
		return v.Report.Printed.Title
	}
	return v.Report.Title()
}

// Conclusion is the answer, in a sentence.
func (c Compared) Conclusion() string {
	figures, texts := c.counts()
	const check = "处读不出，请对照原件。"
	absent, unread := c.absent()
	if absent != "" {
		if unread > 0 {
			absent += fmt.Sprintf("；另有%d处读不出", unread)
		}
		absent += "，请对照原件。"
	}
	switch {
	case figures+texts > 0:
		told := "不一致，"
		for _, n := range []struct {
			what  string
			count int
		}{{"数字", figures}, {"文字", texts}} {
			if n.count > 0 {
				told += fmt.Sprintf("%s%d处，", n.what, n.count)
			}
		}
		told = strings.TrimSuffix(told, "，")
		if absent != "" {
			return conclusion + told + "；" + absent
		}
		if n := len(c.Unread); n > 0 {
			return fmt.Sprintf("%s%s；另有%d%s", conclusion, told, n, check)
		}
		return conclusion + told + "。"
	case absent != "":
		return conclusion + "没有比全，" + absent
	case len(c.Unread) > 0:
		return fmt.Sprintf("%s没有发现不同，但有%d%s", conclusion, len(c.Unread), check)
	}
	return conclusion + "一致。"
}

// absent names the sections that a version lacks, a clause, "" for none; unread is how many other places could not be read.
func (c Compared) absent() (told string, unread int) {
	sides := pair{"甲", "乙"}
	var order []string
	numbers := map[string][]string{}
	for _, u := range c.Unread {
		if !u.Absent {
			unread++
			continue
		}
		who := sides.whoOf(u)
		if numbers[who] == nil {
			order = append(order, who)
		}
		number, _, _ := strings.Cut(u.Label, "、")
		numbers[who] = append(numbers[who], number)
	}
	for i, who := range order {
		order[i] = who + "缺第" + strings.Join(numbers[who], "、") + "部分"
	}
	return strings.Join(order, "，"), unread
}

// counts is how many figures differ, and how many places of text.
func (c Compared) counts() (figures, texts int) {
	for _, d := range c.Differences {
		if d.Kind == published.FigureDiffers {
			figures++
		}
	}
	return figures, len(c.Differences) - figures
}

// What is told of a place is cut to so many characters.
const mostTold = 100

// Told tells what differs between two versions that go by these names, and what of them could not be read: sentences without their ends.
func Told(c *published.Comparison, a, b string) (differences, unread []string) {
	sides := pair{a, b}
	for _, d := range c.Differences {
		differences = append(differences, sides.difference(d))
	}
	for _, u := range c.Unread {
		unread = append(unread, sides.unread(u))
	}
	return differences, unread
}

// pair is what the two versions are called.
type pair struct{ a, b string }

// difference tells one difference, without its end.
func (p pair) difference(d published.Difference) string {
	a, b := at(d.A, "是"), at(d.B, "是")
	both := func(x, y string) string { return p.a + a + x + "，" + p.b + b + y }
	switch d.Kind {
	case published.UnitDiffers:
		return "单位：" + both(quoted(d.A.Text, "空白"), quoted(d.B.Text, "空白"))
	case published.YearDiffers:
		return "年度：" + both(quoted(d.A.Text, "空白"), quoted(d.B.Text, "空白"))
	case published.EditionDiffers:
		return "表格：" + both(d.A.Text+"的格式", d.B.Text+"的格式") + "；两种格式都有的数才比"
	case published.TitleDiffers:
		return "报告的标题：" + both(quoted(d.A.Text, "空白"), quoted(d.B.Text, "空白"))
	case published.HeadingDiffers:
		return "标题：" + both(quoted(d.A.Text, "空白"), quoted(d.B.Text, "空白"))
	case published.LabelDiffers:
		return "表格里的名称：" + both(quoted(d.A.Text, ""), quoted(d.B.Text, ""))
	case published.FigureDiffers:
		return d.Label + "：" + p.a + standsAs(d.A) + "，" + p.b + standsAs(d.B)
	case published.DateDiffers:
		return "成文日期：" + p.a + dated(d.A) + "，" + p.b + dated(d.B)
	case published.TextAdded:
		return p.b + "多出一段" + at(d.B, "") + "：" + quoted(d.B.Text, "")
	case published.TextRemoved:
		return p.b + "少了一段" + at(p.placeInA(d), "") + "：" + quoted(d.A.Text, "")
	case published.SignatureDiffers:
		return "落款的单位：" + both(quoted(d.A.Text, ""), quoted(d.B.Text, ""))
	case published.BesideAdded:
		return p.b + "多出" + d.Label + at(d.B, "") + "：" + quoted(d.B.Text, "")
	case published.BesideRemoved:
		return p.b + "少了" + d.Label + at(p.placeInA(d), "") + "：" + quoted(d.A.Text, "")
	case published.TextMoved:
		return "段落移动了，" + p.a + "在" + d.A.Place + "，" + p.b + "在" + d.B.Place + "：" + quoted(d.A.Text, "")
	}
	return "文字：" + both(quoted(d.Cuts[0].A, "空白"), quoted(d.Cuts[0].B, "空白")) + p.more(d.Cuts[1:])
}

// placeInA is the place in the first version of what is not in the other; none where it is unknown.
func (p pair) placeInA(d published.Difference) published.Side {
	if d.A.Place == "" {
		return published.Side{}
	}
	return published.Side{Place: strings.TrimSuffix(p.a, "的") + "的" + d.A.Place}
}

// more tells the other places in which a text differs.
func (p pair) more(cuts []published.Cut) (told string) {
	const most = 3
	for _, cut := range cuts[:min(most, len(cuts))] {
		told += "；" + p.a + quoted(cut.A, "空白") + "，" + p.b + quoted(cut.B, "空白")
	}
	if n := len(cuts) - most; n > 0 {
		told += fmt.Sprintf("；这一段还有%d处", n)
	}
	return told
}

// at is the place of a side in brackets, if it has one, and a word behind it.
func at(s published.Side, word string) string {
	if s.Place == "" {
		return word
	}
	return "（" + s.Place + "）" + word
}

func dated(s published.Side) string {
	if s.Text == "" {
		return "没有"
	}
	return at(s, "是") + s.Text
}

// standsAs tells what a figure is, and where.
func standsAs(s published.Side) string {
	if s.Gone {
		return "缺格"
	}
	return at(s, "是") + figure(s.Text)
}

func figure(text string) string {
	if text == "" {
		return "空白"
	}
	return text
}

func quoted(text, none string) string {
	if text == "" {
		return none
	}
	return "“" + chinese.Shortened(text, mostTold) + "”"
}

// unread tells what could not be read, without its end.
func (p pair) unread(u published.Unread) string {
	who := p.whoOf(u)
	var other string
	switch {
	case u.InA && !u.InB && u.B.Text != "":
		other = "，" + p.b + "是" + quoted(u.B.Text, "")
	case u.InB && !u.InA && u.A.Text != "":
		other = "，" + p.a + "是" + quoted(u.A.Text, "")
	}
	switch u.Kind {
	case published.TitleUnread:
		return who + "没有找到报告的标题" + other
	case published.UnitUnread:
		return who + "没有读出单位" + other
	case published.YearUnread:
		return who + "没有读出年度" + other
	case published.DateUnread:
		return who + "没有读出成文日期" + other
	case published.HeadingUnread:
		if u.Absent {
			return who + "没有“" + u.Label + "”这一部分，标题和文字都没有找到；是没有发全，还是存下来的不全，请核对"
		}
		return who + "没有找到标题“" + u.Label + "”，这一部分的文字可能没有读全"
	case published.TableUnread:
		return who + "没有读出“" + u.Label + "”" + leftover(u)
	case published.LabelDoubted:
		return "表格里的名称：" + p.a + "是" + quoted(u.A.Text, "空白") + "，" + p.b + "是" + quoted(u.B.Text, "空白") + "；" + who + "可能没有读全"
	case published.FigureDoubted:
		return u.Label + "：" + p.a + standsAs(u.A) + "，" + p.b + standsAs(u.B) + "；" + who + "可能读错了：" + u.Why
	}
	return p.row(u, who)
}

// row tells figures of a row, or of a table without rows, that could not be read, and what the other version has there.
func (p pair) row(u published.Unread, who string) string {
	var labels []string
	alike := true
	for _, f := range u.Figures {
		alike = alike && f.Other == u.Figures[0].Other
		labels = append(labels, f.Label)
	}
	whose := p.a
	if u.InA {
		whose = p.b
	}
	other := ""
	switch {
	case u.InA && u.InB:
	case alike:
		all := "都是"
		if len(labels) == 1 {
			all = "是"
		}
		other = "，" + whose + all + figure(u.Figures[0].Other)
	default:
		for i, f := range u.Figures {
			labels[i] += "（" + whose + "是" + figure(f.Other) + "）"
		}
	}
	told := fmt.Sprintf("%s有%d个数没有读出：%s%s", who, len(labels), strings.Join(labels, "、"), other)
	if u.Label != "" {
		told = form.Quote(u.Label) + "一行，" + told
	}
	return told + leftover(u)
}

// leftover tells of lines that may be what is left of a table.
func leftover(u published.Unread) string {
	if u.Leftover == 0 {
		return ""
	}
	return fmt.Sprintf("；那里有%d行文字没有认出来", u.Leftover)
}

func (p pair) whoOf(u published.Unread) string {
	switch {
	case u.InA && u.InB:
		return p.a + "、" + p.b + "都"
	case u.InA:
		return p.a
	}
	return p.b
}
