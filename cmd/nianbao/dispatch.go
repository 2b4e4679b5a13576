package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/disk"
	"nianbao/internal/job"
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
	county, err := c.county("members", o.members, job.ReadMembers)
	if err != nil {
		return err
	}
	if o.rules != "" {
		from, err := c.county("rules", o.rules, job.ReadRules)
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
	if last != nil {
		for _, note := range last.Notes {
			c.err.say("%s\n", note)
		}
	}
	return c.dispatch(d, o)
}

// mayWriteAll makes a folder for files, unless one of them lies there already and is not to be written over: then none is written.
func (c *console) mayWriteAll(folder, what string, names []string, force bool) error {
	var there []string
	for _, name := range names {
		target := filepath.Join(folder, name)
		if err := c.files.Refuse(target); err != nil {
			return err
		}
		if disk.Exists(target) {
			there = append(there, name)
		}
	}
	if len(there) > 0 && !force {
		return remedy.Failure{File: folder, Err: remedy.New(fmt.Sprintf("已经有%d份%s了，一份也没有写：%s", len(there), what, strings.Join(there, "、")), remedy.Overwrite)}
	}
	return disk.MakeFolder(folder)
}

// dispatch writes the workbooks, none where one of them would be written over.
func (c *console) dispatch(d *job.Dispatch, o templateOptions) error {
	var names []string
	for _, f := range d.Forms {
		names = append(names, f.Name)
	}
	if err := c.mayWriteAll(o.output, "填报表", names, o.force); err != nil {
		return err
	}
	type written struct {
		data bytes.Buffer
		sent job.TakenOver
		asks string
		err  error
	}
	sent := 0
	err := job.Run(len(d.Forms), func(i int) *written {
		w := &written{}
		if w.sent, w.err = d.Write(&w.data, d.Forms[i]); w.err == nil {
			w.asks, w.err = d.Asks(d.Forms[i])
		}
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
		told := "已生成：" + target
		if w.sent.From != nil {
			told += fmt.Sprintf("（从%s带入%d项）", chinese.Quoted(w.sent.From), len(w.sent.Carried))
		}
		c.out.say("%s\n", told)
		if w.sent.Unread != nil {
			c.out.say("  %s\n", job.NotCarriedNote(w.sent.Unread))
		}
		if w.asks != "" {
			c.out.say("  %s\n", w.asks)
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, absent := range d.Absent {
		c.err.say("没有生成：%s。\n", absent)
	}
	for _, told := range d.Uncarried() {
		c.err.say("%s\n", told)
	}
	c.out.say("给%d个单位各生成了一份填报表，在：%s\n", sent, o.output)
	return nil
}
