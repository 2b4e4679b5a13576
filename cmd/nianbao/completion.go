package main

import (
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/job"
)

func newCompletion(c *console) *cobra.Command {
	return &cobra.Command{
		Use:     "completion bash|zsh|fish|powershell",
		Aliases: []string{"补全"},
		Short:   "输出命令行的自动补全脚本",
		Long: "输出自动补全的脚本：装好以后，按Tab键补全命令、选项、格式、规则名和文件名。\n\n" +
			"bash（先装好bash-completion）：在 ~/.bashrc 里加一行\n  source <(nianbao completion bash)\n" +
			"zsh：在 ~/.zshrc 里 compinit 之后加一行\n  source <(nianbao completion zsh)\n" +
			"fish：在 ~/.config/fish/config.fish 里加一行\n  nianbao completion fish | source\n" +
			"PowerShell：在 $PROFILE 这个文件里加一行\n  nianbao completion powershell | Out-String | Invoke-Expression",
		Example: "  nianbao 补全 bash",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return fmt.Errorf("请写上是哪一种%s：%s", shellKind.what, strings.Join(shellKind.names, "、"))
			}
			return nil
		},
		ValidArgsFunction: cobra.FixedCompletions(shellKind.names, cobra.ShellCompDirectiveNoFileComp),
		RunE: func(cmd *cobra.Command, args []string) error {
			shell, err := shellKind.meant(args[0])
			if err != nil {
				return err
			}
			return writeCompletion(cmd.Root(), c.out.sink, shell)
		},
	}
}

// isCompleting tells the calls that scripts of shells make for what may come next.
func isCompleting(args []string) bool {
	return len(args) > 0 && (args[0] == cobra.ShellCompRequestCmd || args[0] == cobra.ShellCompNoDescRequestCmd)
}

// writeCompletion writes the script of a shell. Descriptions are Chinese, which PowerShell takes in the code page of the window and breaks.
func writeCompletion(root *cobra.Command, to io.Writer, shell string) error {
	switch shell {
	case "zsh":
		return root.GenZshCompletion(to)
	case "fish":
		return root.GenFishCompletion(to, true)
	case "powershell":
		return root.GenPowerShellCompletion(to)
	}
	return root.GenBashCompletionV2(to, true)
}

// completeValues says what the options and arguments of all commands may be completed with.
func completeValues(root *cobra.Command) {
	var inputs []string
	for _, in := range job.Inputs() {
		if in.Read != nil {
			for _, extension := range in.Extensions {
				inputs = append(inputs, strings.TrimPrefix(extension, "."))
			}
		}
	}
	files := func(extensions ...string) cobra.CompletionFunc {
		return cobra.FixedCompletions(extensions, cobra.ShellCompDirectiveFilterFileExt)
	}
	folders := cobra.FixedCompletions(nil, cobra.ShellCompDirectiveFilterDirs)
	anyFile := cobra.FixedCompletions(nil, cobra.ShellCompDirectiveDefault)
	values := map[string]cobra.CompletionFunc{
		"last": files(inputs...), "from": files(inputs...), "base": files(inputs...), "into": files("xlsx"), "explain": files("csv"), "rules": files("xlsx", "yaml", "yml"), "files-from": files("txt", "csv"),
		"fonts": folders, "corrections": folders, "returns": folders, "register": files("xlsx"), "scan": files("pdf", "jpg", "jpeg", "png", "tif", "tiff"), "letter": cobra.NoFileCompletions, "output": anyFile, "year": cobra.NoFileCompletions, "unit": cobra.NoFileCompletions,
		"members": files("csv", "xlsx"), "own": files(inputs...), "since": files("xlsx", "csv"), "long": files("csv"),
		"mark":  cobra.FixedCompletions([]string{"草稿", "送审稿"}, cobra.ShellCompDirectiveNoFileComp|cobra.ShellCompDirectiveKeepOrder),
		"level": cobra.FixedCompletions(form.LevelNames(), cobra.ShellCompDirectiveNoFileComp|cobra.ShellCompDirectiveKeepOrder),
	}
	for _, cmd := range root.Commands() {
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			complete, ok := values[f.Name]
			if c, isChosen := f.Value.(chosen); isChosen {
				complete, ok = c.complete, true
			}
			if cmd.Name() == "render" && f.Name == "output" {
				complete = folders
			}
			if ok {
				cmd.RegisterFlagCompletionFunc(f.Name, complete) // fails for names that are none alone
			}
		})
		switch cmd.Name() {
		case "check", "render", "import", "compare", "aggregate", "package":
			cmd.ValidArgsFunction = files(inputs...)
		case "fill":
			cmd.ValidArgsFunction = files("xlsx")
		case "verify":
			cmd.ValidArgsFunction = files("zip")
		case "explain":
			cmd.ValidArgsFunction = completeExplained(inputs)
		case "template", "settings", "rules", "version":
			cmd.ValidArgsFunction = cobra.NoFileCompletions
		}
	}
	root.ValidArgsFunction = completeFirst(root, inputs)
}

// completeFirst completes what stands behind the program's name: a command by its Chinese name, or a file.
func completeFirst(root *cobra.Command, inputs []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, begun string) (names []string, _ cobra.ShellCompDirective) {
		if len(args) > 0 {
			return inputs, cobra.ShellCompDirectiveFilterFileExt
		}
		for _, cmd := range root.Commands() {
			switch name := chineseName(cmd); {
			case strings.HasPrefix(cmd.Name(), begun): // cobra has the English ones
				return nil, cobra.ShellCompDirectiveNoFileComp
			case strings.HasPrefix(name, begun):
				names = append(names, cobra.CompletionWithDesc(name, cmd.Short))
			}
		}
		if names == nil {
			return inputs, cobra.ShellCompDirectiveFilterFileExt
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
}

// complete completes a choice; of several the last.
func (c chosen) complete(_ *cobra.Command, _ []string, begun string) (values []string, _ cobra.ShellCompDirective) {
	before := ""
	if at := strings.LastIndex(begun, ","); c.several && at >= 0 {
		before = begun[:at+1]
	}
	for _, name := range c.names {
		if !slices.Contains(strings.Split(before, ","), name) {
			values = append(values, before+name)
		}
	}
	return values, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
}

// completeExplained completes what can be explained: a rule, or behind the number of a finding the file that it is in.
func completeExplained(inputs []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, begun string) (names []string, _ cobra.ShellCompDirective) {
		switch {
		case len(args) == 1 && isNumber(args[0]):
			return inputs, cobra.ShellCompDirectiveFilterFileExt
		case len(args) > 0:
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		for _, rule := range check.Catalogue() {
			if first, _ := utf8.DecodeRuneInString(begun); begun == "" || first < utf8.RuneSelf {
				names = append(names, cobra.CompletionWithDesc(rule.ID, rule.Name()))
			} else {
				names = append(names, cobra.CompletionWithDesc(rule.Name(), rule.ID))
			}
		}
		return names, cobra.ShellCompDirectiveNoFileComp
	}
}

// plainUsages takes off what options are for the marks that tell help the name of a value, since shells show them as they stand.
func plainUsages(root *cobra.Command) {
	for _, cmd := range append(root.Commands(), root) {
		cmd.Flags().VisitAll(func(f *pflag.Flag) { f.Usage = strings.ReplaceAll(f.Usage, "`", "") })
	}
}
