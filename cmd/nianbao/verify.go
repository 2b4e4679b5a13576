package main

import (
	"errors"
	"slices"

	"github.com/spf13/cobra"

	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

func newVerify(c *console) *cobra.Command {
	var in inputs
	cmd := &cobra.Command{
		Use:     "verify 报送.zip…",
		Aliases: []string{"核验"},
		Short:   "核验报送包：里面的报告是不是那份填报表生成的",
		Long: "核验“打包”打的报送包，可以写多个文件和文件夹（只看里面的.zip）。先核对每个文件是不是打包时的那个（清单里的SHA-256），\n" +
			"再用包里的填报表重新校验、重新生成一遍，和包里的比：版本、字库、选项都相同的，逐字节比；不同的（如下级用的是以前的版本），\n" +
			"比内容：PDF、网页、纯文本、交换JSON里的数字、段落、表格。哪里不同，说出第一处。用的是哪一种办法，也说出来。\n" +
			"盖章扫描件、报送函只核对是不是打包时的那个，内容没有看。清单和文件一起换过、又都对得上的，看核对码：请对方报一下打包时显示的核对码。\n\n" +
			"退出码：0 一致；1 有不一致的；2 有的不是报送包、打不开，或者报告没有全部比到（以前的版本打的包，校验结果不重新比，不算）。",
		Example: "  nianbao 核验 报送.zip\n  nianbao 核验 各镇报送/",
		Args:    somePackages,
		RunE: func(_ *cobra.Command, args []string) error {
			args, err := in.named(c, args)
			if err != nil {
				return err
			}
			return runVerify(c, args)
		},
	}
	in.register(cmd.Flags())
	return cmd
}

// somePackages asks for something to verify.
func somePackages(cmd *cobra.Command, args []string) error {
	if len(args) == 0 && !cmd.Flags().Changed("files-from") {
		return errors.New("请写上要核验的报送包，如：" + spoken(cmd) + " 报送.zip")
	}
	return misplaced(cmd, args)
}

// verified is what came of one file.
type verified struct {
	verdict.Verified
	err error // a remedy.Failure
}

// runVerify verifies packages side by side, and tells what came of them in their order.
func runVerify(c *console, args []string) error {
	files, closed := c.packages(args)
	var all verdict.Verification
	fail := func(file string, err error) {
		all.Fail(file)
		c.fail(err)
	}
	out := c.page()
	hide := c.progress("正在核验", len(files))
	err := job.Run(len(files), func(i int) verified {
		c.shows.takes(files[i])
		return c.verify(files[i])
	}, func(i int, v verified) error {
		c.shows.looked()
		if v.err != nil {
			fail(files[i], v.err)
			return nil
		}
		all.Add(v.Verified)
		switch {
		case len(v.Differences) > 0:
			c.code = max(c.code, exitFindings)
		case len(v.Unread) > 0:
			c.code = max(c.code, exitFailed)
		}
		return verdict.WriteVerified(out, v.Verified)
	})
	hide()
	if err != nil {
		return err
	}
	for _, f := range closed {
		fail(f.File, f)
	}
	return all.Write(out)
}

func (c *console) verify(file string) (v verified) {
	data, err := c.open(file)
	if err != nil {
		return verified{err: remedy.Failure{File: nameOf(file), Err: err}}
	}
	v.Verified, v.err = job.Verify(job.File{Name: nameOf(file), Data: data}, thisProgram(), c.pdfs)
	return v
}

// packages are the files that are verified: those that are named, and the zips of folders. What a folder holds besides is told in a line;
// one that holds nothing else is one of the closed ones.
func (c *console) packages(args []string) (files []string, closed []remedy.Failure) {
	named := slices.DeleteFunc(slices.Clone(args), func(arg string) bool { return arg == standard })
	if len(named) < len(args) {
		files = append(files, standard)
	}
	entries, closed := disk.List(named)
	var others []string
	fruitful := map[string]bool{}
	for _, e := range entries {
		if e.Folder != "" && !job.MayBePackage(e.Path) {
			others = append(others, e.Path)
			continue
		}
		fruitful[e.Folder] = true
		files = append(files, e.Path)
	}
	if len(others) > 0 {
		c.err.say("另有%d个文件不是报送包，没有看：%s。\n", len(others), namesOf(others))
	}
	for _, e := range entries {
		if !fruitful[e.Folder] {
			fruitful[e.Folder] = true // told
			closed = append(closed, remedy.Failure{File: e.Folder, Err: errors.New("文件夹里没有报送包（.zip），请核对文件夹")})
		}
	}
	return files, closed
}
