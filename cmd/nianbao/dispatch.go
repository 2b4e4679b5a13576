package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/disk"
	"nianbao/internal/filename"
	"nianbao/internal/job"
	"nianbao/internal/office"
	"nianbao/internal/remedy"
)

// runDispatch writes a workbook for each member of a list into a folder.
func runDispatch(c *console, o templateOptions) error {
	switch {
	case o.unit != "" || o.level != "":
		return errors.New("单位和层级在名单里，有 --members 的，不要写 --unit、--level")
	case o.former:
		return errors.New("有 --members 的，改名、合并写在名单的曾用名、承接单位里，不要写 --former")
	case o.output == "":
		return errors.New("请用 -o 写上放填报表的文件夹，如 -o 下发")
	case o.output == standard || strings.EqualFold(filepath.Ext(o.output), ".xlsx"):
		return fmt.Errorf("每个单位一份，-o 后面请写文件夹，不要写“%s”", o.output)
	}
	county, err := c.county("members", o.members, office.ReadMembers)
	if err != nil {
		return err
	}
	if o.rules != "" {
		from, err := c.county("rules", o.rules, office.ReadRules)
		if err != nil {
			return err
		}
		from.Members, county = county.Members, from
	}
	var last *job.LastYear
	if o.last != nil {
		if last, err = c.lastYear(o.last...); err != nil {
			return err
		}
	}
	d, err := job.NewDispatch(county, o.year, o.zero, last)
	if err != nil {
		return err
	}
	d.Ledger = o.ledger
	return c.dispatch(d, o)
}

// mayWriteAll makes a folder for files, unless one of them lies there already and is not to be written over: then none is written.
func (c *console) mayWriteAll(folder, what string, names []string, force bool) error {
	there, err := c.among(folder, names)
	if err != nil {
		return err
	}
	if len(there) > 0 && !force {
		return noneWritten(folder, what, there)
	}
	return disk.MakeFolder(folder)
}

// among are those of some files that lie in a folder already. The error is that one of them is read by this call.
func (c *console) among(folder string, names []string) (there []string, err error) {
	for _, name := range names {
		target := filepath.Join(folder, name)
		if err := c.files.Refuse(target); err != nil {
			return nil, err
		}
		if disk.Exists(target) {
			there = append(there, name)
		}
	}
	return there, nil
}

// mostThere is how many files are named that lie there already.
const mostThere = 3

func noneWritten(folder, what string, there []string) error {
	return remedy.Failure{File: folder, Err: remedy.New(fmt.Sprintf("已经有%d份%s了，一份也没有写：%s", len(there), what, chinese.Listed(there, mostThere)), remedy.Overwrite)}
}

// mayDispatch makes the folder for the workbooks, and takes those out that lie there already and are to stay: all of them, or where they
// may be written anew those in which somebody has written. The error is that none is left.
func (c *console) mayDispatch(d *job.Dispatch, o templateOptions) error {
	var names []string
	for _, f := range d.Forms {
		names = append(names, f.Name)
	}
	there, err := c.among(o.output, names)
	if err != nil {
		return err
	}
	if o.force {
		var filled []string
		for _, name := range there {
			if data, err := disk.Read(filepath.Join(o.output, name)); err == nil && !job.IsUntouchedForm(data) {
				filled = append(filled, name)
			}
		}
		for _, name := range filled {
			c.fail(remedy.Failure{File: filepath.Join(o.output, name), Err: errors.New("里面已经填了，没有覆盖；要重新发一份空的，请先把它移走")})
		}
		d.Leave(filled)
		return disk.MakeFolder(o.output)
	}
	sent := map[string]bool{}
	for _, name := range disk.Names(o.output) {
		sent[unnumbered(name)] = true
	}
	there = slices.DeleteFunc(names, func(name string) bool { return !sent[unnumbered(name)] })
	if len(there) == len(d.Forms) {
		return noneWritten(o.output, "填报表", there)
	}
	if len(there) > 0 {
		c.err.say("“%s”里已经有%d份了，没有动：%s；只补没有的。\n", o.output, len(there), firstNames(there))
	}
	d.Leave(there)
	return disk.MakeFolder(o.output)
}

// unnumbered is the name of a unit's workbook without its number on the list, which changes where a unit is added in its midst.
func unnumbered(name string) string {
	_, rest, _ := strings.Cut(name, "_")
	return filename.Fold(rest)
}

// dispatch writes the workbooks.
func (c *console) dispatch(d *job.Dispatch, o templateOptions) error {
	if err := c.mayDispatch(d, o); err != nil {
		return err
	}
	type written struct {
		data bytes.Buffer
		sent job.TakenOver
		err  error
	}
	sent := 0
	err := job.Run(len(d.Forms), func(i int) *written {
		w := &written{}
		w.sent, w.err = d.Write(&w.data, d.Forms[i])
		return w
	}, func(i int, w *written) error {
		target := filepath.Join(o.output, d.Forms[i].Name)
		if w.err == nil {
			w.err = c.newFile(target, o.force, []string{".xlsx"}, func(to io.Writer) error { _, err := w.data.WriteTo(to); return err })
		}
		if !c.told(target, w.err) {
			return nil
		}
		sent++
		for _, told := range w.sent.Told("已生成：" + target) {
			c.out.say("%s\n", told)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, told := range d.Told() {
		c.err.say("%s\n", told)
	}
	c.out.say("给%d个单位各生成了一份填报表，在：%s\n", sent, o.output)
	return nil
}
