package verdict

import (
	"encoding/json"
	"io"
	"strings"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/line"
)

// WriteRules prints the catalogue: a line for each rule.
func WriteRules(w io.Writer) error {
	var b strings.Builder
	for _, rule := range check.Catalogue() {
		b.WriteString(line.Sprintf("%s　%s　%s：%s%s\n", rule.Level, rule.ID, rule.Name(), rule.Title, OnlyIn(rule)))
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

// OnlyIn names the years of a rule that does not hold for all.
func OnlyIn(rule check.Rule) string {
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
