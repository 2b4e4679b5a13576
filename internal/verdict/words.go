package verdict

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/form"
)

// ExplainWord tells what the words of the form mean, however they were typed: a placeholder, a row, a column, a group of them, a section,
// a part of the unit's data, a level. ok is false for words that the form does not have.
func ExplainWord(w io.Writer, words string) (ok bool, err error) {
	words = strings.TrimSpace(strings.Trim(strings.TrimSpace(words), "{}｛｝"))
	for _, known := range []func(string) func(*explanation){fieldCalled, sectionCalled, levelCalled, figuresCalled} {
		if tell := known(words); tell != nil {
			return true, write(w, tell)
		}
	}
	return false, nil
}

func fieldCalled(words string) func(*explanation) {
	key, ok := form.FieldCalled(words)
	for _, f := range form.Fields() {
		if ok && f.Key == key || f.Label == words {
			return func(x *explanation) { x.field(f) }
		}
	}
	return nil
}

func sectionCalled(words string) func(*explanation) {
	if p := newest().Passages()[0]; p.Label == words {
		return func(x *explanation) { x.passage(p) }
	}
	s, ok := newest().SectionCalled(words)
	if !ok {
		return nil
	}
	return func(x *explanation) { x.section(s) }
}

func (x *explanation) section(s form.Section) {
	x.head("%s（标题，一字不改）", s.Heading())
	x.say("文字的键名", string(s.Text.Key))
	x.say("怎么写", s.Text.Note)
	if s.Table == nil {
		return
	}
	x.head("表：%s，里面有：", s.Table.Title)
	for _, b := range s.Table.Blocks {
		heads := b.Rows
		if heads == nil {
			heads = b.Columns
		}
		for _, h := range heads {
			x.head("  · %s", h.Label)
			for _, below := range h.Children {
				x.head("      %s", outline(below))
			}
		}
	}
}

// outline is a head's label with those below it.
func outline(h form.Head) string {
	var below []string
	for _, c := range h.Children {
		below = append(below, outline(c))
	}
	if below == nil {
		return h.Label
	}
	return h.Label + "：" + strings.Join(below, "；")
}

// levelMeaning is what a clerk does about findings of each level.
var levelMeaning = map[check.Level]string{
	check.Fatal: "必须改正。没有改正的，不能生成正式报告，也不能用说明代替。",
	check.Query: "请改正；情况属实的，按编号写明说明。",
	check.Info:  "请看一眼，不改也不影响结论。",
}

func levelCalled(words string) func(*explanation) {
	for _, level := range []check.Level{check.Fatal, check.Query, check.Info} {
		if words == level.String() || words == level.String()+"问题" {
			return func(x *explanation) { x.head("%s（问题的级别）\n%s", level, levelMeaning[level]) }
		}
	}
	if l, ok := form.LevelNamed(words); ok {
		return func(x *explanation) { x.unitLevel(l) }
	}
	return nil
}

// unitLevel tells what the level of a unit brings with it.
func (x *explanation) unitLevel(l form.Level) {
	field, _ := form.FieldByKey("unit.level")
	x.head("%s（“%s”的一种）", l.Name, field.Label)
	month, day := l.Deadline()
	x.say("公布期限", fmt.Sprintf("报告年度的下一年%d月%d日前；上级另有规定的，从其规定。", month, day))
	switch l.Rules {
	case form.NoRules:
		x.say("规章", "无权制定，各格都填0。")
	case form.RarelyRules:
		x.say("规章", "一般无权制定，填了的请核对。")
	default:
		x.say("规章", "有权制定的照实填。")
	}
	if l.Government {
		x.say("总体情况", "除了五个方面，还要写工作考核、社会评议、责任追究。")
	}
}

// figuresCalled finds what rows, columns and cells go by words, edition by edition, the newest first.
func figuresCalled(words string) func(*explanation) {
	var tells []func(*explanation)
	for _, e := range slices.Backward(form.Editions()) {
		if heading, tell := figuresIn(e, words); tell != nil {
			first := tells == nil
			tells = append(tells, func(x *explanation) {
				if first {
					x.told["名称"+heading] = true
					x.head("%s（%s的格式）", heading, e.Span())
					tell(x)
					return
				}
				x.since(e.Span()+"的格式", func() {
					x.say("名称", heading)
					tell(x)
				})
			})
		}
	}
	if tells == nil {
		return nil
	}
	return func(x *explanation) {
		for _, tell := range tells {
			tell(x)
		}
	}
}

func figuresIn(e *form.Edition, words string) (heading string, tell func(*explanation)) {
	q, named := e.QuantityCalled(words)
	groups := e.GroupsCalled(words)
	switch {
	case named && len(q.Keys) == 1:
		c, _ := e.Cell(q.Keys[0])
		return c.Label(), func(x *explanation) { x.cell(e, c) }
	case len(groups) == 1:
		return form.Quote(groups[0].Head().Label), func(x *explanation) { x.group(e, groups[0]) }
	case len(groups) > 1:
		return form.Quote(words) + "有几处", func(x *explanation) { x.namesakes(e, groups) }
	case named:
		return form.Quote(q.Name), func(x *explanation) { x.sum(e, q) }
	}
	return "", nil
}

// namesakes lists rows and columns of the same name, with the names that tell them apart.
func (x *explanation) namesakes(e *form.Edition, groups []form.Group) {
	var list []string
	for _, g := range groups {
		name := g.Name()
		if name == "" || len(e.GroupsCalled(name)) > 1 {
			name = g.Qualified()
		}
		list = append(list, name+"："+place(g))
	}
	x.list("请写明是哪一处", list)
}

// place says where a row or a column stands.
func place(g form.Group) string {
	kind := "一列"
	if g.IsRow {
		kind = "一行"
	}
	if parts := len(g.Parts()); parts > 0 {
		kind = fmt.Sprintf("一组，共%d项", parts)
	}
	var above []string
	for _, h := range g.Path[:len(g.Path)-1] {
		above = append(above, form.Quote(h.Label)+"的")
	}
	if above == nil {
		above = []string{"的"}
	}
	return "“" + g.Section.Heading() + "”里" + strings.Join(above, "") + kind
}

func (x *explanation) group(e *form.Edition, g form.Group) {
	x.say("是什么", place(g))
	h := g.Head()
	x.say("怎么填", h.Note)
	x.say("依据", h.Law)
	if q, ok := e.QuantityCalled(g.Name()); ok && g.Name() != "" {
		x.sum(e, q)
	} else if g.Name() != "" {
		others := "行"
		if g.IsRow {
			others = "列"
		}
		x.say("文字里可以写", "与哪一"+others+"合起来写都行，如"+placeholder(firstOf(e, g)))
	}
	var parts []string
	for _, part := range g.Parts() {
		told := outline(part)
		if part.Note != "" {
			told += "。" + strings.TrimSuffix(part.Note, "。")
		}
		if part.Law != "" {
			told += "（" + part.Law + "）"
		}
		parts = append(parts, told)
	}
	x.list("包括", parts)
	var equations []string
	for _, r := range e.Relations() {
		lies := func(k form.Key) bool { return slices.Contains(g.Keys, k) }
		if len(g.Parts()) == 0 && r.Kind == form.Balanced && !slices.ContainsFunc(r.Keys(), func(k form.Key) bool { return !lies(k) }) {
			equations = append(equations, equation(e, r))
		}
	}
	x.list("要相符", equations)
}

// firstOf is the name of the first figure or sum in a column, as text may speak of it.
func firstOf(e *form.Edition, g form.Group) string {
	first, _ := e.Cell(g.Keys[0])
	for _, q := range e.Quantities() {
		if strings.HasSuffix(q.Name, "·"+g.Name()) && slices.Contains(q.Keys, first.Key) {
			return q.Name
		}
	}
	return first.Name()
}

// sum tells of a sum that has no cell of its own.
func (x *explanation) sum(e *form.Edition, q form.Quantity) {
	x.say("文字里可以写", placeholder(q.Name))
	var names []string
	for _, k := range q.Keys {
		c, _ := e.Cell(k)
		names = append(names, c.Name())
	}
	x.say("是多少", fmt.Sprintf("表里没有这一格，是这%d格的和：%s。", len(q.Keys), strings.Join(names, "＋")))
	for _, r := range e.Relations() {
		if r.Kind != form.ColumnTotal && r.Kind != form.RowTotal {
			continue
		}
		if !slices.ContainsFunc(q.Keys, func(k form.Key) bool { return !slices.Contains(r.Right, k) }) {
			c, _ := e.Cell(r.Subject)
			x.say("计入", c.Label())
		}
	}
}
