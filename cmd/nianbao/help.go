package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"nianbao/internal/line"
)

// speakChinese puts what cobra says of itself into Chinese.
func speakChinese(root *cobra.Command) {
	for _, cmd := range append(root.Commands(), root) {
		cmd.DisableFlagsInUseLine = true
	}
	root.SetUsageFunc(func(cmd *cobra.Command) error {
		_, err := io.WriteString(cmd.OutOrStderr(), usages(cmd))
		return err
	})
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) {
		if about := cmp.Or(cmd.Long, cmd.Short); about != "" {
			io.WriteString(cmd.OutOrStdout(), about+"\n\n")
		}
		io.WriteString(cmd.OutOrStdout(), usages(cmd))
	})
	root.SetHelpCommand(&cobra.Command{
		Use: "help [命令]", Aliases: []string{"帮助"}, Short: "显示一个命令的用法",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return fmt.Errorf("一次只能看一个命令的用法，如：nianbao 帮助 %s", args[0])
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) (names []string, _ cobra.ShellCompDirective) {
			return verbNames(root), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return root.Help()
			}
			if cmd := verbNamed(root, strings.ToLower(halfWidth(args[0]))); cmd != nil {
				return cmd.Help()
			}
			return fmt.Errorf("没有“%s”这个命令；%s", args[0], isIt(verbsMeant(root, args[0]), seeVerbs))
		},
	})
	root.InitDefaultHelpCmd()
	root.PersistentFlags().BoolP("help", "h", false, "显示用法")
	root.SetFlagErrorFunc(flagFault)
}

// usages is how a command is used, with all that it takes.
func usages(cmd *cobra.Command) string {
	parts := []string{"用法：\n  " + usage(cmd)}
	if len(cmd.Aliases) > 0 {
		parts = append(parts, "也可以写作：\n  "+alsoCalled(cmd))
	}
	if cmd.HasExample() {
		parts = append(parts, "例子：\n"+cmd.Example)
	}
	if cmd.HasAvailableSubCommands() {
		parts = append(parts, "命令：\n"+verbs(cmd))
	}
	if cmd.HasAvailableLocalFlags() {
		parts = append(parts, "选项：\n"+options(cmd.LocalFlags().FlagUsages()))
	}
	return strings.Join(parts, "\n\n") + "\n"
}

// options puts what pflag says of a command's options into Chinese, and what they are for under each other, for which pflag counts bytes.
func options(usages string) string {
	var lines [][]string
	for said := range strings.Lines(usages) {
		said = strings.TrimSuffix(said, "\n")
		inside := strings.TrimLeft(said, " ")
		name, what, ok := strings.Cut(inside, "   ")
		if !ok || !strings.HasPrefix(name, "-") {
			continue
		}
		what = strings.TrimLeft(what, " ")
		if about, otherwise, told := strings.Cut(strings.TrimSuffix(what, ")"), " (default "); told {
			what = about + "（不写是" + strings.Trim(otherwise, `"`) + "）"
		}
		lines = append(lines, []string{said[:len(said)-len(inside)] + name, what})
	}
	return strings.TrimRight(columns(lines), "\n")
}

// columns puts the cells of lines under each other.
func columns(lines [][]string) string {
	widest := map[int]int{}
	for _, cells := range lines {
		for i, cell := range cells {
			widest[i] = max(widest[i], line.Columns(cell))
		}
	}
	var b strings.Builder
	for _, cells := range lines {
		for i, cell := range cells {
			b.WriteString(cell)
			if i < len(cells)-1 {
				b.WriteString(strings.Repeat(" ", widest[i]-line.Columns(cell)+3))
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// usage is how a command is written, with what it takes.
func usage(cmd *cobra.Command) string {
	_, takes, _ := strings.Cut(cmd.Use, " ")
	return strings.TrimSpace(spoken(cmd) + " " + takes)
}

// alsoCalled lists the other names of a command.
func alsoCalled(cmd *cobra.Command) string {
	var names []string
	for _, name := range append([]string{cmd.Name()}, cmd.Aliases...) {
		if name != chineseName(cmd) {
			names = append(names, "nianbao "+name)
		}
	}
	return strings.Join(names, "、")
}

// verbs lists the commands, first by the names that the examples have.
func verbs(root *cobra.Command) string {
	var lines [][]string
	for _, cmd := range root.Commands() {
		lines = append(lines, []string{"  " + chineseName(cmd), cmd.Name(), cmd.Short})
	}
	return strings.TrimRight(columns(lines), "\n")
}
