package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"nianbao/internal/build"
)

func newVersion(c *console) *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Aliases: []string{"版本"},
		Short:   "显示版本、日期和编译时的情况",
		Long:    "显示版本、日期、源代码的提交和编译用的Go。第一行总是“nianbao 版本号”，便于别的程序读取。",
		Args:    noArgs,
		RunE: func(*cobra.Command, []string) error {
			for _, line := range build.This().Lines() {
				c.out.say("%s\n", line)
			}
			return nil
		},
	}
}

func noArgs(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return fmt.Errorf("“%s”是多余的，请去掉；用法请看：%s --help", args[0], spoken(cmd))
	}
	return nil
}
