package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"nianbao/internal/form"
	"nianbao/internal/job"
	"nianbao/internal/model"
	"nianbao/internal/workbook"
)

type importOptions struct {
	output string
	force  bool
}

func newImport(c *console) *cobra.Command {
	o := importOptions{}
	cmd := &cobra.Command{
		Use:     "import 数据.json",
		Aliases: []string{"导入"},
		Short:   "把交换JSON转成填报表",
		Long:    "把交换JSON（或旧的填报表）里的内容填进一份新的填报表，数字和文字原样照填。",
		Example: "  nianbao 导入 数据.json -o 填报.xlsx",
		Args:    oneFile,
		RunE:    func(_ *cobra.Command, args []string) error { return runImport(c, args[0], o) },
	}
	f := cmd.Flags()
	f.StringVarP(&o.output, "output", "o", "", "填报表的文件名")
	f.BoolVar(&o.force, "force", false, "文件已经有了也覆盖")
	return cmd
}

func runImport(c *console, file string, o importOptions) error {
	if o.output == "" {
		return fmt.Errorf("请用 -o 写上填报表的文件名，如 -o 填报.xlsx")
	}
	r, err := job.Open(file)
	if err != nil {
		return job.Failure{File: file, Err: err}
	}
	var replaced []form.Key
	err = job.NewFile(o.output, o.force, func(w io.Writer) (err error) {
		replaced, err = workbook.Write(w, r, workbook.Options{})
		return err
	})
	if err != nil {
		return job.Failure{File: o.output, Err: err}
	}
	fmt.Fprintf(c.out, "已生成填报表：%s\n", o.output)
	for _, k := range replaced {
		tellReplaced(c, r, k)
	}
	for _, stray := range r.Strays {
		fmt.Fprintf(c.err, "没有带过来：%s的“%s”写在了填写的格子之外。\n", stray.Place, stray.Text)
	}
	return nil
}

// tellReplaced says of a total that it was taken over as it stood, so that nobody takes it for a sum.
func tellReplaced(c *console, r *model.Report, k form.Key) {
	cell, _ := r.Edition.Cell(k)
	stated := r.Figure(k).Printed()
	if stated == "" {
		stated = "空白"
	}
	fmt.Fprintf(c.err, "%s与各项之和不同，已照原样填为%s，没有用公式。\n", cell.Label(), stated)
}

func oneFile(cmd *cobra.Command, args []string) error {
	if len(args) != 1 {
		return fmt.Errorf("请写上一个文件，用法请看：%s --help", cmd.CommandPath())
	}
	return nil
}
