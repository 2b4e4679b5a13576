package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"nianbao/internal/check"
	"nianbao/internal/form"
)

func newRules(c *console) *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:     "rules",
		Aliases: []string{"规则"},
		Short:   "列出全部校验规则",
		Args:    noArgs,
		RunE: func(*cobra.Command, []string) error {
			switch format {
			case "text":
				return c.print(check.WriteRules)
			case "json":
				return c.print(check.WriteRulesJSON)
			}
			return fmt.Errorf("没有“%s”这种格式，可用的有：text、json", format)
		},
	}
	cmd.Flags().StringVar(&format, "format", format, "格式：text 或 json")
	return cmd
}

func newExplain(c *console) *cobra.Command {
	return &cobra.Command{
		Use:     "explain 规则或键名",
		Aliases: []string{"解释"},
		Short:   "解释一条规则，或一格数字怎么填",
		Example: "  nianbao 解释 requests-balance\n  nianbao 解释 requests.received.total\n  nianbao 解释 本年新收",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("请写上一条规则或一格的键名，如 requests-balance；全部规则请看：nianbao 规则")
			}
			return nil
		},
		RunE: func(_ *cobra.Command, args []string) error { return runExplain(c, args[0]) },
	}
}

func runExplain(c *console, what string) error {
	if rule, ok := check.ByID(what); ok {
		return check.ExplainRule(c.out, rule)
	}
	key := form.Key(what)
	for _, e := range form.Editions() {
		if q, ok := e.QuantityCalled(what); ok && len(q.Keys) == 1 {
			key = q.Keys[0]
		}
	}
	ok, err := check.ExplainCell(c.out, key)
	if err == nil && !ok {
		err = fmt.Errorf("没有“%s”这条规则或这一格；全部规则请看：nianbao 规则", what)
	}
	return err
}
