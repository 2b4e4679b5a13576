package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/office"
	"nianbao/internal/remedy"
	"nianbao/internal/slip"
)

// together says which of the options that are given a call does not use that was given one of them; nil for none.
func together(cmd *cobra.Command, with string, used ...string) (err error) {
	cmd.Flags().Visit(func(f *pflag.Flag) {
		if f.Name != with && !slices.Contains(used, f.Name) && err == nil {
			err = fmt.Errorf("--%s 和 --%s 不能一起用，请分两次", with, f.Name)
		}
	})
	return err
}

// runSlips writes a slip for each office that has figures of the report.
func runSlips(c *console, cmd *cobra.Command, o templateOptions) error {
	if err := together(cmd, "slips", "year", "unit", "level", "rules", "output", "force"); err != nil {
		return err
	}
	switch {
	case strings.TrimSpace(o.unit) == "":
		return errors.New("取数单上要有单位的名称，请用 --unit 写上全称")
	case o.output == "" || o.output == standard || disk.Exists(o.output) && !disk.IsFolder(o.output):
		return errors.New("一家一份，请用 -o 写上放取数单的文件夹")
	}
	level, meant := levelMeant(o.level)
	if meant != "" {
		c.err.say("%s\n", meant)
	}
	r, _, err := job.Blank(o.year, o.unit, level, nil, "")
	if err != nil {
		return err
	}
	var county *office.County
	if o.rules != "" {
		if county, err = c.county("rules", o.rules, office.ReadRules); err != nil {
			return err
		}
	}
	set, err := c.loadFonts("")
	if err != nil {
		return err
	}
	slips, note, err := slip.All(county, r)
	if err != nil {
		return err
	}
	var files []job.File
	var names []string
	for _, s := range slips {
		made, err := s.Files(set)
		if err != nil {
			return err
		}
		for _, f := range made {
			files, names = append(files, f), append(names, f.Name)
		}
	}
	if err := c.mayWriteAll(o.output, slip.Name, names, o.force); err != nil {
		return err
	}
	for _, f := range files {
		target := filepath.Join(o.output, f.Name)
		if err := c.newFileOf(target, o.force, f.Data, filepath.Ext(f.Name)); err != nil {
			return err
		}
		c.out.say("已生成：%s\n", target)
	}
	if note != "" {
		c.out.say("%s。\n", note)
	}
	return nil
}

// runTakeSlips takes the figures of slips into a copy of a workbook.
func runTakeSlips(c *console, cmd *cobra.Command, args []string, o importOptions) error {
	if err := together(cmd, "into", "output", "force"); err != nil {
		return err
	}
	names, err := namesMeant(args)
	if err != nil {
		return err
	}
	if i := slices.IndexFunc(names, disk.IsFolder); i >= 0 {
		return fmt.Errorf("“%s”是文件夹，请写里面的取数单，如 %s", names[i], filepath.Join(names[i], "取数单*.xlsx"))
	}
	k, err := c.checker(comparison{})
	if err != nil {
		return err
	}
	checked := k.Check(job.Planned{Source: c.source(o.into)})
	if checked.Err != nil {
		return remedy.Failure{File: o.into, Err: checked.Err}
	}
	var slips []job.File
	for _, name := range names {
		f, err := c.read(name)
		if err != nil {
			return err
		}
		slips = append(slips, f)
	}
	t := slip.Take(checked.Report, slips)
	made, err := t.Into(checked)
	if err != nil {
		return remedy.Failure{File: o.into, Err: err}
	}
	for _, untaken := range t.Untaken() {
		c.err.say("%s。\n", untaken.Told)
	}
	if t.Unused != nil {
		c.code = max(c.code, exitFailed)
	}
	if made == nil {
		c.out.say("%s，没有生成新的填报表。\n", t.Told())
		return nil
	}
	file := o.output
	if file == "" {
		file = filepath.Join(filepath.Dir(o.into), filepath.Base(made.Name))
	}
	if err := c.newFileOf(file, o.force, made.Data, job.CopyExtension(o.into)); err != nil {
		return err
	}
	told := c.tells(file)
	told.say("已生成填报表：%s\n%s：\n", file, t.Told())
	for _, line := range t.Taken {
		told.say("  %s\n", line)
	}
	return nil
}
