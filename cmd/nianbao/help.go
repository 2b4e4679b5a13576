package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"nianbao/internal/line"
	"nianbao/internal/pattern"
)

// speakChinese puts what cobra says of itself into Chinese.
func speakChinese(root *cobra.Command) {
	for _, cmd := range append(root.Commands(), root) {
		cmd.DisableFlagsInUseLine = true
	}
	cobra.AddTemplateFunc("inChinese", func(usages string) string { return aligned(defaults.ReplaceAllString(usages, "（不写是$1）")) })
	cobra.AddTemplateFunc("usage", usage)
	cobra.AddTemplateFunc("alsoCalled", alsoCalled)
	cobra.AddTemplateFunc("verbs", verbs)
	root.SetUsageTemplate(usageTemplate)
	root.SetHelpTemplate("{{with (or .Long .Short)}}{{.}}\n\n{{end}}{{.UsageString}}")
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

// defaults is how pflag tells a flag's default.
var defaults = pattern.New(` \(default "?([^")]*)"?\)`)

// flagLine is how pflag tells a flag: its name, and what it is for.
var flagLine = pattern.New(`(?m)^( *-.*?) {3,}(.*)$`)

// aligned puts what the flags are for under each other; pflag counts bytes.
func aligned(usages string) string {
	var lines [][]string
	for _, m := range flagLine.FindAllStringSubmatch(usages, -1) {
		lines = append(lines, m[1:])
	}
	return columns(lines)
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

const usageTemplate = `用法：
  {{usage .}}
{{- if .Aliases}}

也可以写作：
  {{alsoCalled .}}
{{- end}}
{{- if .HasExample}}

例子：
{{.Example}}
{{- end}}
{{- if .HasAvailableSubCommands}}

命令：
{{verbs .}}
{{- end}}
{{- if .HasAvailableLocalFlags}}

选项：
{{.LocalFlags.FlagUsages | inChinese | trimTrailingWhitespaces}}
{{- end}}
`
