package main

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/verdict"
	"nianbao/internal/workbook"
)

func newRules(c *console) *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:     "rules",
		Aliases: []string{"规则"},
		Short:   "列出全部校验规则",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 0 {
				return fmt.Errorf("这里列出全部规则；要看一条，请写：nianbao 解释 %s", args[0])
			}
			return nil
		},
		RunE: func(*cobra.Command, []string) error {
			if format == "json" {
				return verdict.WriteRulesJSON(c.out)
			}
			if err := verdict.WriteRules(c.out); err != nil {
				return err
			}
			c.out.say("想知道一条规则的依据和例子：nianbao 解释 规则名\n")
			return nil
		},
	}
	rulesFormat.option(cmd.Flags(), &format, "format", "`格式`：text 或 json")
	return cmd
}

func newExplain(c *console) *cobra.Command {
	return &cobra.Command{
		Use:     "explain 规则、键名或格子",
		Aliases: []string{"解释"},
		Short:   "解释一条规则，或一格怎么填",
		Long:    "解释一条规则，或填报表里的一格怎么填。格子写成“表名!格”，如 三、依申请公开!D8，也可以只写 D8。",
		Example: "  nianbao 解释 requests-balance\n  nianbao 解释 requests.received.total\n  nianbao 解释 本年新收\n  nianbao 解释 三、依申请公开!D8",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("请写上一条规则、一格的键名或格子，如 requests-balance；全部规则请看：nianbao 规则")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return runExplain(c, args[0]) },
	}
}

func runExplain(c *console, what string) error {
	if rule, ok := check.Called(what); ok {
		return verdict.ExplainRule(c.out, rule, verdict.Options{Word: word})
	}
	key := form.Key(what)
	for _, e := range form.Editions() {
		if q, ok := e.QuantityCalled(what); ok && len(q.Keys) == 1 {
			key = q.Keys[0]
		}
	}
	ok, err := c.explainKey(key)
	if err == nil && !ok {
		ok, err = c.explainAddress(what)
	}
	if err == nil && !ok {
		err = fmt.Errorf("没有“%s”这条规则或这一格；全部规则请看：nianbao 规则", what)
	}
	return err
}

// explainKey explains a figure, a part of the unit's data or a text; ok is false if there is no such key.
func (c *console) explainKey(k form.Key) (ok bool, err error) {
	if f, ok := form.FieldByKey(k); ok {
		c.out.say("%s\n键名：%s\n怎么填：%s\n", f.Label, f.Key, f.Note)
		return true, nil
	}
	for _, p := range newestEdition().Passages() {
		if p.Key == k {
			c.out.say("%s（文字）\n键名：%s\n怎么写：%s\n", p.Label, p.Key, p.Note)
			return true, nil
		}
	}
	return verdict.ExplainCell(c.out, k)
}

func newestEdition() *form.Edition {
	editions := form.Editions()
	return editions[len(editions)-1]
}

// address is a cell as people write it: D8, 三、依申请公开!D8, or as findings name it, “三、依申请公开”D8.
var address = regexp.MustCompile(`^(?:['"“]?(.+?)['"”]?[!！]?)??(\$?[A-Za-z]{1,3}\$?[0-9]+)$`)

// explainAddress explains what stands at an address of a fresh template: the newest edition's, or an earlier one's where that
// has nothing there. Where several sheets have something there, it lists them.
func (c *console) explainAddress(what string) (ok bool, err error) {
	m := address.FindStringSubmatch(strings.TrimSpace(what))
	if m == nil {
		return false, nil
	}
	for _, e := range slices.Backward(form.Editions()) {
		found, err := workbook.KeysAt(e, m[1], m[2])
		if err != nil {
			return false, err
		}
		switch len(found) {
		case 0:
			continue
		case 1:
			return c.explainKey(found[0].Key)
		}
		c.out.say("%s在几张表里都有，请写明是哪一张：\n", m[2])
		for _, a := range found {
			c.out.say("  nianbao 解释 %s!%s\n", a.Sheet, m[2])
		}
		return true, nil
	}
	return false, nil
}
