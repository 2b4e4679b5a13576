package main

import (
	"io"

	"github.com/spf13/cobra"

	"nianbao/fonts"
)

// run is the program: its arguments, its streams, its exit code.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	c := newConsole(args, in, out, errs)
	defer c.pdfs.Close()
	c.end(rescued(func() error {
		root := newRoot(c)
		args, err := meant(root, args)
		if err != nil {
			return err
		}
		if root.SetArgs(args); isCompleting(args) {
			root.SetOut(c.out.sink) // whose tabs part words from their meaning
			completeValues(root)
			plainUsages(root)
		}
		return root.Execute()
	}))
	c.linger()
	return c.code
}

func newRoot(c *console) *cobra.Command {
	cobra.MousetrapHelpText = "" // files dropped on the program are work to do, not a mistake
	cobra.EnableCommandSorting = false
	root := &cobra.Command{
		Use:   "nianbao [填报.xlsx…]",
		Short: "年报：政府信息公开工作年度报告的填报、校验和生成",
		Long: "年报：政府信息公开工作年度报告的填报、校验和生成。\n\n" +
			"先用“模板”生成填报表，用WPS、Excel或LibreOffice填好；再用“校验”检查，用“生成”得到PDF和纯文本。\n" +
			"直接写文件名（或把文件拖到程序上），就是校验后在旁边生成报告；有强制问题的，生成草稿，另存一份标出问题的填报表。\n" +
			"不想敲命令，双击程序，或者用“网页”，在浏览器里用。",
		Example:           "  nianbao 模板 --year 2025 --unit 清溪镇人民政府 --level 乡镇 -o 填报.xlsx\n  nianbao 校验 填报.xlsx\n  nianbao 生成 填报.xlsx",
		Args:              misplaced,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 && c.isOpenedByDesktop() {
				return runServe(c, serveOptions{})
			}
			if len(args) == 0 {
				return cmd.Help()
			}
			if err := noVerb(cmd, args[0]); err != nil {
				return err
			}
			return runDrop(c, args)
		},
	}
	root.Flags().BoolP("version", "v", false, "显示版本")
	root.SetOut(heedless{c.out})
	root.SetErr(heedless{c.err})
	root.AddCommand(newTemplate(c), newCheck(c), newRender(c), newImport(c), newCompare(c), newFill(c), newAggregate(c), newPackage(c), newVerify(c), newSettings(c), newServe(c), newRules(c), newExplain(c), newVersion(c), newCompletion(c))
	speakChinese(root)
	root.PersistentPreRun = func(cmd *cobra.Command, _ []string) { c.tellIdle(cmd) }
	return root
}

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
