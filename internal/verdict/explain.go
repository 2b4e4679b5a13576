package verdict

import (
	"encoding/json"
	"io"
	"slices"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/line"
)

// WriteRules prints the catalogue: a line for each rule.
func WriteRules(w io.Writer) error {
	var b strings.Builder
	for _, rule := range check.Catalogue() {
		b.WriteString(line.Sprintf("%s　%s　%s：%s%s\n", rule.Level, rule.ID, rule.Name(), rule.Title, onlyIn(rule)))
	}
	b.WriteString(line.Sprintf("\n共%d条。强制的必须改正，不能关闭；核实的请改正或说明；提示的请看一眼。\n", len(check.Catalogue())))
	_, err := io.WriteString(w, b.String())
	return err
}

// WriteRulesJSON prints the catalogue for other programs.
func WriteRulesJSON(w io.Writer) error {
	type rule struct {
		ID       string   `json:"id"`
		Name     string   `json:"name"`
		Level    string   `json:"level"`
		Editions []string `json:"editions"`
		Title    string   `json:"title"`
		Citation string   `json:"citation"`
	}
	var list []rule
	for _, r := range check.Catalogue() {
		list = append(list, rule{r.ID, r.Name(), r.Level.Code(), editionsOf(r), r.Title, r.Citation})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(list)
}

// editionsOf lists the ids of the editions that a rule holds for.
func editionsOf(rule check.Rule) []string {
	var ids []string
	for _, e := range form.Editions() {
		if rule.Holds(e) {
			ids = append(ids, e.ID)
		}
	}
	return ids
}

// onlyIn names the years of a rule that does not hold for all.
func onlyIn(rule check.Rule) string {
	var spans []string
	for _, e := range form.Editions() {
		if rule.Holds(e) {
			spans = append(spans, e.Span())
		}
	}
	if len(spans) == len(form.Editions()) {
		return ""
	}
	return "（" + strings.Join(spans, "、") + "）"
}

// ExplainRule tells what a rule asks, what it rests on, and shows its cases.
func ExplainRule(w io.Writer, rule check.Rule, o Options) error {
	var b strings.Builder
	b.WriteString(line.Sprintf("%s　%s（%s）\n%s%s。\n依据：%s\n\n会提出来的：\n", rule.ID, rule.Name(), rule.Level, rule.Title, onlyIn(rule), rule.Citation))
	for _, c := range rule.Cases {
		if len(c.Finds) == 0 {
			continue
		}
		b.WriteString(line.Sprintf("  · %s\n", c.Why))
		for _, f := range rule.Try(c) {
			b.WriteString(line.Sprintf("      %s%s\n", f.Message, o.advice(f)))
		}
	}
	b.WriteString("\n不会提出来的：\n")
	for _, c := range rule.Cases {
		if len(c.Finds) == 0 {
			b.WriteString(line.Sprintf("  · %s\n", c.Why))
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// ExplainCell tells what a figure counts, what it rests on, what it must agree with, and where others went wrong.
// ok is false if no edition has the key.
func ExplainCell(w io.Writer, k form.Key) (ok bool, err error) {
	var b strings.Builder
	for _, e := range slices.Backward(form.Editions()) {
		c, found := e.Cell(k)
		if !found {
			continue
		}
		if ok {
			b.WriteByte('\n')
		}
		ok = true
		explainCell(&b, e, c)
	}
	_, err = io.WriteString(w, b.String())
	return ok, err
}

func explainCell(b *strings.Builder, e *form.Edition, c *form.Cell) {
	b.WriteString(line.Sprintf("%s（%s的格式）\n键名：%s\n文字里可以写：{{%s}}\n", c.Label(), e.Span(), c.Key, c.Name()))
	if note := c.Note(); note != "" {
		b.WriteString(line.Sprintf("怎么填：%s\n", note))
	}
	b.WriteString(line.Sprintf("填什么：%s\n", c.Measure.Filling()))
	if laws := c.Law(); laws != nil {
		b.WriteString(line.Sprintf("依据：%s\n", strings.Join(laws, "、")))
	}
	var equations []string
	for _, r := range e.Relations() {
		if slices.Contains(r.Keys(), c.Key) {
			equations = append(equations, equation(e, r))
		}
	}
	if equations != nil {
		b.WriteString("要相符：\n")
		for _, told := range equations {
			b.WriteString(line.Sprintf("  · %s\n", told))
		}
	}
	if mistakes := mistakesAt(e, c.Key); mistakes != nil {
		b.WriteString("常见的错误：\n")
		for _, told := range mistakes {
			b.WriteString(line.Sprintf("  · %s\n", told))
		}
	}
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
		for _, c := range rule.Cases {
			if slices.Contains(c.Finds, k) {
				list = append(list, c.Why+"（"+rule.ID+"）")
			}
		}
	}
	return list
}
