package main

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/remedy"
)

// standard stands for standard input where a file to read is named, and for standard output where one to write is.
const standard = "-"

// standardInput is what standard input is called in messages.
const standardInput = "标准输入"

var (
	// errBothStandard is for two files that are both to come from standard input.
	errBothStandard = errors.New("标准输入（-）只能用一次，另一份请写文件名")
	// errUnnamed is for a copy of what came from there, which would be named after it.
	errUnnamed = errors.New("从标准输入读的，没有文件名，请用 -o 写上另存成哪个.xlsx文件")
)

// open reads a file, or standard input. The error is one plain sentence, without the name.
func (c *console) open(file string) ([]byte, error) {
	if file == standard {
		return c.stdin()
	}
	return disk.Read(file)
}

// nameOf is what a file is called in messages.
func nameOf(file string) string {
	if file == standard {
		return standardInput
	}
	return file
}

// forceOption is the option to write over files that are there already.
func forceOption(f *pflag.FlagSet, to *bool, files string) {
	f.BoolVar(to, "force", false, files+"已经有了也覆盖")
}

// newFileOf is newFile of what is written already.
func (c *console) newFileOf(file string, force bool, data []byte, extension string) error {
	return c.newFile(file, force, []string{extension}, func(w io.Writer) error { _, err := w.Write(data); return err })
}

// newFile writes a file as disk.Writer.NewFile does, unless it is kept, or to standard output, but where a window would show it. Its name
// has to end in one of the extensions.
func (c *console) newFile(file string, force bool, extensions []string, write func(io.Writer) error) error {
	if file != standard {
		if err := endsIn(file, extensions...); err != nil {
			return err
		}
		if err := c.files.Refuse(file); err != nil {
			return err
		}
		if err := c.files.NewFile(file, force, write); err != nil {
			return remedy.Failure{File: file, Err: err}
		}
		return nil
	}
	if isTerminal(c.out.sink.to) {
		return errors.New("填报表不能显示在窗口里，请写文件名，或者在后面加上“> 填报.xlsx”")
	}
	var whole bytes.Buffer
	if err := write(&whole); err != nil {
		return err
	}
	_, err := c.out.sink.Write(whole.Bytes())
	return err
}

// endsIn is the error of a file's name that ends in none of the extensions.
func endsIn(file string, extensions ...string) error {
	if slices.Contains(extensions, strings.ToLower(filepath.Ext(file))) {
		return nil
	}
	return remedy.Failure{File: file, Err: errors.New("文件名要以" + strings.Join(extensions, "或") + "结尾")}
}

// tells is where it is told what was written to a file: not where the file itself goes.
func (c *console) tells(file string) *stream {
	if file == standard {
		return c.err
	}
	return c.out
}

// inputs are the files that a command works on: its arguments, and those of a list.
type inputs struct{ list string }

func (in *inputs) register(f *pflag.FlagSet) {
	f.StringVar(&in.list, "files-from", "", "文件`名单`，每行一个文件或文件夹，连同写出来的一起处理（-是标准输入）")
}

// named lists what is named on the command line and then what is named in the list.
func (in *inputs) named(c *console, args []string) ([]string, error) {
	if in.list == "" {
		return args, nil
	}
	data, err := c.open(in.list)
	if err != nil {
		return nil, remedy.Failure{File: nameOf(in.list), Err: err}
	}
	names, err := job.ParseNames(data)
	if err != nil {
		return nil, remedy.Failure{File: nameOf(in.list), Err: err}
	}
	args = slices.Concat(args, names)
	if in.list == standard && slices.Contains(args, standard) {
		return nil, errors.New("标准输入（-）只能用一次：要么是文件名单，要么是填报表")
	}
	c.files.Keep(in.list)
	return args, nil
}

// someFiles asks for something to work on.
func someFiles(cmd *cobra.Command, args []string) error {
	if len(args) == 0 && !cmd.Flags().Changed("files-from") {
		return errors.New("请写上要处理的文件，如：" + spoken(cmd) + " 填报.xlsx")
	}
	return misplaced(cmd, args)
}
