package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"nianbao/internal/build"
	"nianbao/internal/disk"
	"nianbao/internal/handin"
	"nianbao/internal/job"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

type packageOptions struct {
	output string
	scan   string
	letter string
	force  bool
	ledger bool
	with   comparison
}

func newPackage(c *console) *cobra.Command {
	o := packageOptions{}
	cmd := &cobra.Command{
		Use:     "package 填报.xlsx",
		Aliases: []string{"打包"},
		Short:   "校验后打成一个报送包，报给上级",
		Long: "先校验，没有强制问题就打成一个报送包（.zip）：填报表、PDF、纯文本、网页、交换JSON、校验结果，和一份清单（清单.json，每个文件的SHA-256）。\n" +
			"同样的填报表，什么时候、在哪台电脑上打包，都一样。上级用“核验”看里面的报告是不是这份填报表生成的，有没有人改过。\n" +
			"盖章后的扫描件用 --scan 放进去（几页图片的，写成 扫描*.jpg 或文件夹）；要报送函，用 --letter 写上收文的单位。PDF用自带的字库。\n" +
			"填报表里的依申请台账只给自己用，包里的填报表没有这一页；上级要的，加 --with-ledger。\n" +
			"打好以后显示核对码，可以在电话里报给上级：核对码相同，就是同一个包。\n\n" +
			"退出码：0 已打包；1 有强制问题，没有打包；2 处理不了。",
		Example: "  nianbao 打包 填报.xlsx -o 报送.zip\n  nianbao 打包 填报.xlsx --last 去年.xlsx --scan 盖章扫描件.pdf --letter 清溪县人民政府办公室 -o 报送.zip",
		Args:    someFiles,
		RunE:    func(cmd *cobra.Command, args []string) error { return runPackage(c, cmd, args, o) },
	}
	f := cmd.Flags()
	f.StringVarP(&o.output, "output", "o", "", "报送包的`文件名`（不写就放在填报表旁边，用单位和年度取名；也可以写文件夹）")
	f.StringVar(&o.scan, "scan", "", "盖章后的扫描`文件`（PDF或图片），放进包里")
	f.StringVar(&o.letter, "letter", "", "再放一份报送函（Word文档），写给这个`单位`")
	f.BoolVar(&o.ledger, "with-ledger", false, "填报表里的依申请台账一起报送（不写的，包里的填报表没有这一页）")
	forceOption(f, &o.force, "文件")
	o.with.registerReports(f)
	return cmd
}

func runPackage(c *console, cmd *cobra.Command, args []string, o packageOptions) error {
	if o.output == standard {
		return errors.New("报送包不能写到标准输出，-o 后面请写文件名，如：报送.zip")
	}
	k, err := c.checker(o.with)
	if err != nil {
		return err
	}
	p := &job.Packer{Program: thisProgram(), Ledger: o.ledger, Recipient: strings.TrimRight(o.letter, "：:")}
	if p.Scans, err = c.scans(o.scan); err != nil {
		return err
	}
	plan, closed := c.planFor(k, o.with.last, args)
	if n := len(plan.Inputs); n > 1 {
		return fmt.Errorf("一次打包一份，这里有%d份，请一份一份地打包，如：%s %s", n, spoken(cmd), plan.Inputs[0].Name)
	}
	telling := verdict.Options{Word: word}
	return c.each(plan, closed, k, telling, c.text(telling), func(checked job.Checked, in job.Planned) func() {
		if k.County != nil {
			p.Settings = k.County.SettingsText(checked.Settings) // there is one input
		}
		packed, err := p.Pack(checked)
		return func() {
			if errors.Is(err, job.ErrNotPacked) { // that findings keep a report back is told already by the exit code
				c.err.say("%s\n", sentence(remedy.Failure{File: in.Name, Err: err}))
				return
			}
			c.told(in.Name, err)
			if err == nil {
				c.savePackage(checked, packed, o)
			}
		}
	})
}

// savePackage writes a package and tells what is in it.
func (c *console) savePackage(checked job.Checked, packed job.Packed, o packageOptions) {
	target := o.output
	switch name := job.PackageName(checked.Report); {
	case target == "":
		target = filepath.Join(filepath.Dir(checked.File), name)
	case disk.IsFolder(target):
		target = filepath.Join(target, name)
	}
	err := c.newFile(target, o.force, []string{job.PackageExtension}, func(w io.Writer) error {
		_, err := io.Copy(w, bytes.NewReader(packed.Data))
		return err
	})
	if err != nil {
		c.fail(err)
		return
	}
	c.out.say("已打包：%s\n", target)
	for _, f := range packed.Files {
		c.out.say("  %s：%s\n", f.Role, f.Name)
	}
	c.out.say("核对码：%s\n", packed.Code)
}

// scans reads the scan of the sealed copy, or its pages: a file, those that a pattern fits, or those of a folder.
func (c *console) scans(name string) (files []job.File, err error) {
	if name == "" {
		return nil, nil
	}
	if name == standard {
		return nil, notFromStandard("scan")
	}
	entries, closed := disk.List([]string{name})
	if len(closed) > 0 {
		return nil, closed[0]
	}
	for _, e := range entries {
		data, err := disk.Read(e.Path)
		if err != nil {
			return nil, remedy.Failure{File: e.Path, Err: err}
		}
		c.files.Keep(e.Path)
		files = append(files, job.File{Name: e.Path, Data: data})
	}
	return files, nil
}

// thisProgram is what a package tells of the program that made it.
func thisProgram() handin.Program {
	b := build.This()
	return handin.Program{Version: b.Version(), Commit: b.Commit()}
}
