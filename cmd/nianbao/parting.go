package main

import (
	"cmp"
	"io"
	"path/filepath"
	"strings"

	"nianbao/internal/disk"
	"nianbao/internal/line"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

// left is what a dropped report left beside it, and what its clerk is to know.
type left struct {
	file      string
	counts    verdict.Counts
	pages     []savedPage
	lacking   bool     // not all of them could be written
	marked    string   // path of the marked copy; "" for none
	later     string   // path of the newest that was made of this file, or of one that was edited since; "" for none
	untouched bool     // the file is a copy of ours in which nobody has changed anything
	edited    bool     // it is one that was
	leftOpen  string   // what it was not held against of the year before; "" for nothing
	attend    []string // sentences on other files
	failures  []string // sentences
}

// parting is what is said last, because findings scroll away: what came of the dropped files, what lies there now, what to do next. It is
// short enough to be seen as a whole, however many files there were.
type parting struct {
	files, sound, faulty int
	alone                int  // of the sound ones, those that were held against nothing of the year before
	wrote                bool // something lies there now
	only                 left // the report, where there was no other
	toMend, toExplain    shortList
	attend, failures     shortList
	earlier              shortList // the names of reports that others were held against
}

// shortList is the beginning of a list.
type shortList struct {
	items []string
	count int
}

const mostItems = 4

func (l *shortList) add(items ...string) {
	l.count += len(items)
	l.items = append(l.items, items[:min(len(items), mostItems-min(mostItems, len(l.items)))]...)
}

func (l shortList) lines() string {
	var b strings.Builder
	for _, item := range l.items {
		b.WriteString(line.Sprintf("  %s\n", item))
	}
	if more := l.count - len(l.items); more > 0 {
		b.WriteString(line.Sprintf("  ……另有%d个，见上面\n", more))
	}
	return b.String()
}

// add counts a file; what it left comes behind it.
func (p *parting) add(o verdict.Outcome) {
	p.files++
	if o.Err != nil {
		p.failures.add(sentence(remedy.Failure{File: o.File, Err: o.Err}))
	}
}

// compared takes a file out of the count that another one was held against.
func (p *parting) compared(name string) {
	p.files--
	p.earlier.add("“" + filepath.Base(name) + "”")
}

func (p *parting) left(l left) {
	p.only = l
	p.wrote = p.wrote || len(l.pages) > 0 || l.marked != ""
	switch {
	case l.counts.Fatal > 0:
		p.faulty++
	case len(l.failures) == 0:
		p.sound++
		if l.leftOpen != "" {
			p.alone++
		}
	}
	switch {
	case l.marked == "":
	case l.counts.Fatal > 0:
		p.toMend.add(l.marked)
	default:
		p.toExplain.add(l.marked)
	}
	p.attend.add(l.attend...)
	p.failures.add(l.failures...)
}

func (p *parting) tell(to *stream) {
	told := p.one()
	if p.files != 1 {
		told = p.many()
	}
	if p.earlier.count > 0 {
		told += "上年的只拿来比较，没有给它写什么：\n" + p.earlier.lines()
	}
	if p.failures.count > 0 && !p.isUnread() {
		told += "没有做成的：\n" + p.failures.lines()
	}
	if p.attend.count > 0 {
		told += "请注意：\n" + p.attend.lines()
	}
	if told += p.next(); told != "" {
		io.WriteString(to, "\n"+told)
	}
}

// isUnread says that there was one file and it could not be read, which is told right above, and nothing else is.
func (p *parting) isUnread() bool { return p.files == 1 && p.only.file == "" }

// one tells of a single file: what was found, and what lies beside it.
func (p *parting) one() string {
	l := p.only
	if p.isUnread() {
		return ""
	}
	var b strings.Builder
	name, made := filepath.Base(l.file), "正式报告已经生成"
	if l.lacking {
		made = "正式报告没有全部生成"
	}
	switch found := l.counts.Listed(); {
	case l.counts.Fatal > 0:
		b.WriteString(line.Sprintf("“%s”有%s，还不能生成正式报告。\n", name, found))
	case len(l.pages) == 0:
	case found == "":
		b.WriteString(line.Sprintf("“%s”没有问题，%s。\n", name, made))
	default:
		b.WriteString(line.Sprintf("“%s”没有必须改的问题，%s；另有%s。\n", name, made, found))
	}
	if p.alone > 0 {
		b.WriteString(l.leftOpen + compareToo)
	}
	if l.marked == "" && len(l.pages) == 0 {
		return b.String()
	}
	if l.file == standardInput { // which lies nowhere
		b.WriteString("在当前文件夹里：\n")
	} else {
		b.WriteString(line.Sprintf("在“%s”旁边：\n", name))
	}
	if l.marked != "" {
		b.WriteString(line.Sprintf("  %s　标出了每处问题\n", filepath.Base(l.marked)))
	}
	for _, page := range l.pages {
		what := "正式报告"
		if l.counts.Fatal > 0 {
			what = "草稿，只看样子，不要发布"
		}
		b.WriteString(line.Sprintf("  %s　%s%s\n", page.name, what, sinceBefore[page.change]))
	}
	return b.String()
}

// compareToo is how a report is held against the year before.
const compareToo = "；要比，请把上年的年报一起拖到程序上。\n"

// sinceBefore says what became of a page that lay there before.
var sinceBefore = [...]string{disk.Renewed: "（已更新，原来的换掉了）", disk.Unchanged: "（和原来的一样）"}

// many tells of several files.
func (p *parting) many() string {
	told := line.Sprintf("共%d份：正式报告已经生成的%d份", p.files, p.sound)
	if p.faulty > 0 {
		told += line.Sprintf("，有必须改的问题的%d份", p.faulty)
	}
	if rest := p.files - p.sound - p.faulty; rest > 0 {
		told += line.Sprintf("，没有做成的%d份", rest)
	}
	told += "。"
	if p.wrote {
		told += "写出的文件都在原来的文件旁边。"
	}
	told += "\n"
	if p.alone > 0 {
		told += line.Sprintf("有%d份", p.alone) + verdict.Uncompared + compareToo
	}
	if p.toMend.count > 0 {
		told += "要改的，标在这里：\n" + p.toMend.lines()
	}
	if p.toExplain.count > 0 {
		told += "要核实的，标在这里：\n" + p.toExplain.lines()
	}
	return told
}

// next is what to do next, in one sentence; it stands last of all.
func (p *parting) next() string {
	l := p.only
	name := line.Shown(filepath.Base(cmp.Or(l.marked, l.file)))
	const (
		mend    = "照“校验结果”一页改好，保存后"
		explain = "写错的改正，情况属实的在“校验结果”一页写明说明，保存后"
		it      = "把它再拖到程序上。\n"
		them    = "再拖到程序上。\n"
	)
	switch {
	case p.files != 1 && p.toMend.count > 0:
		return "下一步：逐份打开要改的，" + mend + them
	case p.files != 1 && p.toExplain.count > 0:
		return "下一步：逐份打开要核实的，" + explain + them
	case p.files != 1 || l.file == "":
		return ""
	case l.later != "":
		return "下一步：“" + line.Shown(filepath.Base(l.later)) + "”是从这一份另存、改过以后的最后一份，请接着用那一份，把它拖到程序上。\n"
	case l.untouched && l.counts.Fatal > 0:
		return "下一步：“" + name + "”里还没有改动（改了没有保存的，请先保存）。打开它，" + mend + it
	case l.marked != "" && l.counts.Fatal > 0:
		return "下一步：打开“" + name + "”，" + mend + it
	case l.counts.Fatal == 0 && l.counts.Query > 0 && (l.marked != "" || l.untouched):
		return "下一步：打开“" + name + "”，" + explain + it
	case l.counts.Fatal > 0 || len(l.failures) > 0:
		return ""
	case l.edited:
		return "下一步：打开PDF从头看一遍，没有问题就可以送审、公布。以后要改，请改“" + name + "”。\n"
	}
	return "下一步：打开PDF从头看一遍，没有问题就可以送审、公布。\n"
}
