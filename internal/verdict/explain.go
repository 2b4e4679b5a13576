package verdict

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// ExplainRule tells what a rule asks, what it rests on, and shows its cases.
func ExplainRule(w io.Writer, rule check.Rule, o Options) error {
	x := newExplanation()
	x.head("%s　%s（%s）\n%s%s。\n依据：%s\n\n会提出来的：", rule.ID, rule.Name(), rule.Level, rule.Title, OnlyIn(rule), rule.Citation)
	for _, c := range rule.Cases() {
		if len(c.Finds) == 0 {
			continue
		}
		x.head("  · %s", c.Why)
		for _, f := range rule.Try(c) {
			if text := x.fresh("", f.Message+o.advice(f)); text != "" {
				x.head("      %s", text)
			}
		}
	}
	x.head("\n不会提出来的：")
	for _, c := range rule.Cases() {
		if len(c.Finds) == 0 {
			x.head("  · %s", c.Why)
		}
	}
	_, err := io.WriteString(w, x.b.String())
	return err
}

// ExplainKey tells of a figure what it counts, what it rests on, what it must agree with, and where others went wrong; of a part of the
// unit's data or a text what belongs there. ok is false if no edition has the key.
func ExplainKey(w io.Writer, k form.Key) (ok bool, err error) {
	if f, is := form.FieldByKey(k); is {
		return true, write(w, func(x *explanation) { x.field(f) })
	}
	for _, s := range newest().Sections {
		if s.Text.Key == k {
			return true, write(w, func(x *explanation) { x.section(s) })
		}
	}
	if p := newest().Passages()[0]; p.Key == k {
		return true, write(w, func(x *explanation) { x.passage(p) })
	}
	return ExplainWord(w, string(k))
}

func newest() *form.Edition {
	editions := form.Editions()
	return editions[len(editions)-1]
}

func write(w io.Writer, tell func(x *explanation)) error {
	x := newExplanation()
	tell(x)
	_, err := io.WriteString(w, x.b.String())
	return err
}

func (x *explanation) field(f form.Field) {
	x.head("%s（基本信息）", f.Label)
	x.say("键名", string(f.Key))
	x.say("文字里可以写", placeholdersOf(f))
	x.say("怎么填", f.Note)
}

func (x *explanation) passage(p form.Passage) {
	x.head("%s（文字）", p.Label)
	x.say("键名", string(p.Key))
	x.say("怎么写", p.Note)
}

// ExplainIndicator tells of an indicator that is asked for beside the form how it is filled in, what was given for it, and where it goes; office
// is who asks for it, "" where that is not known.
func ExplainIndicator(w io.Writer, g model.Given, office string) error {
	return write(w, func(x *explanation) {
		x.head("“%s”（附表）", g.Name)
		x.say("是什么", cmp.Or(office, "上级")+"在报告的表格以外要的数；不进报告的表，也不进交换JSON，汇总时加起来")
		x.say("文字里可以写", placeholder(g.Name))
		filling := "不小于0的数，可以有小数"
		if g.Integer {
			filling = strings.TrimSuffix(form.Count.Filling(), "。")
		}
		if g.Unit != "" {
			filling += "；计量单位是" + g.Unit
		}
		x.say("填什么", filling)
		x.say("填的是", cmp.Or(g.Value.Printed(), "空白"))
	})
}

// placeholdersOf lists what text may have for a part of the unit's data.
func placeholdersOf(f form.Field) string {
	var names []string
	for _, name := range form.FieldNames() {
		if k, _ := form.FieldCalled(name); k == f.Key {
			names = append(names, placeholder(name))
		}
	}
	return strings.Join(names, "或")
}

func placeholder(name string) string { return "{{" + name + "}}" }

// cell tells of a figure in an edition.
func (x *explanation) cell(e *form.Edition, c *form.Cell) {
	x.say("键名", string(c.Key))
	x.say("文字里可以写", placeholder(c.Name()))
	x.say("怎么填", c.Note())
	if !c.Total {
		x.say("填什么", c.Measure.Filling())
	}
	x.say("依据", strings.Join(c.Law(), "、"))
	var equations []string
	for _, r := range e.Relations() {
		if slices.Contains(r.Keys(), c.Key) {
			equations = append(equations, equation(e, r))
		}
	}
	x.list("要相符", equations)
	x.list("常见的错误", mistakesAt(e, c.Key))
}

// equation writes a relation out with the names of its figures.
func equation(e *form.Edition, r form.Relation) string {
	names := func(keys []form.Key) string {
		var list []string
		for _, k := range keys {
			c, _ := e.Cell(k)
			list = append(list, c.Name())
		}
		return strings.Join(list, "＋")
	}
	sign := " ＝ "
	if r.Kind == form.Within {
		sign = " ≤ "
	}
	return names(r.Left) + sign + names(r.Right)
}

// mistakesAt lists the cases of the catalogue that found fault with a figure.
func mistakesAt(e *form.Edition, k form.Key) []string {
	var list []string
	for _, rule := range check.Catalogue() {
		if !rule.Holds(e) {
			continue
		}
		for _, c := range rule.Cases() {
			if slices.Contains(c.Finds, k) {
				list = append(list, fmt.Sprintf("%s（规则“%s”）", c.Why, rule.Name()))
			}
		}
	}
	return list
}
