package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"nianbao/fonts"
)

// run is the program: its arguments, its streams, its exit code.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	c := newConsole(in, out, errs)
	defer c.guard()()
	c.end(rescued(func() error {
		root := newRoot(c)
		root.SetArgs(args)
		return root.Execute()
	}))
	c.linger()
	return c.code
}

// reserved are the names of commands that are promised and still to come; they are no files.
var reserved = []string{"aggregate", "汇总", "serve", "网页"}

func newRoot(c *console) *cobra.Command {
	cobra.MousetrapHelpText = "" // files dropped on the program are work to do, not a mistake
	cobra.EnableCommandSorting = false
	root := &cobra.Command{
		Use:   "nianbao [填报.xlsx…]",
		Short: "年报：政府信息公开工作年度报告的填报、校验和生成",
		Long: "年报：政府信息公开工作年度报告的填报、校验和生成。\n\n" +
			"先用“模板”生成填报表，用WPS、Excel或LibreOffice填好；再用“校验”检查，用“生成”得到PDF和纯文本。\n" +
			"直接写文件名（或把文件拖到程序上），就是校验后在旁边生成报告。",
		Example:           "  nianbao 模板 --year 2025 --unit 清溪镇人民政府 --level 乡镇 -o 填报.xlsx\n  nianbao 校验 填报.xlsx\n  nianbao 生成 填报.xlsx",
		Args:              cobra.ArbitraryArgs,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return cmd.Help()
			}
			if slices.Contains(reserved, args[0]) {
				return fmt.Errorf("“%s”这个命令还没有做好", args[0])
			}
			if _, err := os.Stat(args[0]); err != nil && filepath.Ext(args[0]) == "" { // a slip in a command, not a file
				return fmt.Errorf("没有“%s”这个命令，也没有叫这个名字的文件；有哪些命令请看：nianbao --help", args[0])
			}
			return runDrop(c, args)
		},
	}
	root.SetOut(heedless{c.out})
	root.SetErr(heedless{c.err})
	root.AddCommand(newTemplate(c), newCheck(c), newRender(c), newImport(c), newRules(c), newExplain(c))
	speakChinese(root)
	return root
}

// speakChinese puts what cobra says of itself into Chinese.
func speakChinese(root *cobra.Command) {
	for _, cmd := range append(root.Commands(), root) {
		cmd.DisableFlagsInUseLine = true
	}
	cobra.AddTemplateFunc("inChinese", func(usages string) string { return aligned(defaults.ReplaceAllString(usages, "（不写是$1）")) })
	root.SetUsageTemplate(usageTemplate)
	root.SetHelpTemplate("{{with (or .Long .Short)}}{{.}}\n\n{{end}}{{.UsageString}}")
	root.SetHelpCommand(&cobra.Command{
		Use: "help [命令]", Aliases: []string{"帮助"}, Short: "显示一个命令的用法",
		RunE: func(cmd *cobra.Command, args []string) error {
			found, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return fmt.Errorf("没有“%s”这个命令", strings.Join(args, " "))
			}
			return found.Help()
		},
	})
	root.PersistentFlags().BoolP("help", "h", false, "显示用法")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return fmt.Errorf("%s。用法请看：%s --help", flagFault(err), cmd.CommandPath())
	})
}

// defaults is how pflag tells a flag's default.
var defaults = regexp.MustCompile(` \(default "?([^")]*)"?\)`)

// flagLine is how pflag tells a flag: its name, and what it is for.
var flagLine = regexp.MustCompile(`(?m)^( *-.*?) {3,}(.*)$`)

// aligned puts what the flags are for under each other; pflag counts bytes, of which a Chinese character has three and is two wide.
func aligned(usages string) string {
	width := func(s string) int { return (len(s) + utf8.RuneCountInString(s)) / 2 }
	most := 0
	for _, m := range flagLine.FindAllStringSubmatch(usages, -1) {
		most = max(most, width(m[1]))
	}
	return flagLine.ReplaceAllStringFunc(usages, func(line string) string {
		m := flagLine.FindStringSubmatch(line)
		return m[1] + strings.Repeat(" ", most-width(m[1])+3) + m[2]
	})
}

func flagFault(err error) string {
	var unknown *pflag.NotExistError
	var missing *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.As(err, &unknown):
		return "没有这个选项：" + dashed(unknown.GetSpecifiedName())
	case errors.As(err, &missing):
		return "选项 " + dashed(missing.GetSpecifiedName()) + " 后面要写内容"
	case errors.As(err, &invalid):
		return "选项 --" + invalid.GetFlag().Name + " 的值“" + invalid.GetValue() + "”不对"
	}
	if errors.As(err, &syntax) {
		return "选项“" + syntax.GetSpecifiedFlag() + "”写得不对"
	}
	return "选项写得不对"
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}

const usageTemplate = `用法：
  {{.UseLine}}
{{- if .Aliases}}

也可以写作：
  {{.NameAndAliases}}
{{- end}}
{{- if .HasExample}}

例子：
{{.Example}}
{{- end}}
{{- if .HasAvailableSubCommands}}

命令：
{{- range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{with .Aliases}}{{index . 0}}　{{end}}{{.Short}}{{end}}{{end}}
{{- end}}
{{- if .HasAvailableLocalFlags}}

选项：
{{.LocalFlags.FlagUsages | inChinese | trimTrailingWhitespaces}}
{{- end}}
`

// loadFonts loads the fonts of --fonts, the embedded ones if it is not given, and tells what was taken.
func (c *console) loadFonts(folder string) (*fonts.Set, error) {
	if folder == "" {
		return fonts.Embedded()
	}
	set, notes, err := fonts.Load(folder)
	for _, note := range notes {
		c.err.say("%s\n", note)
	}
	return set, err
}
