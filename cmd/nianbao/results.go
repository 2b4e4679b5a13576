package main

import (
	"bytes"
	"fmt"
	"io"
	"path/filepath"

	"nianbao/internal/chinese"
	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/line"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

// results is the making of a file in which all outcomes are told, which is written when the last one is known: nothing is made of an input
// by itself, and the record keeps what is told of it.
type results struct{ file string }

// folderOf is the folder of the results.
func (r results) folderOf(string) string { return filepath.Dir(r.file) }

func (results) make(_ job.Checked, _ job.Planned, stand func(job.Made)) (tell func()) {
	return func() { stand(job.Made{}) }
}

func (results) isDue(m job.Made, _ job.Planned) bool { return m.Outputs == nil }

func (results) passed(job.Made, job.Planned) bool { return true }

// writeSealed writes results into a file, as far as they may be shown there, with their seal.
func writeSealed(as verdict.Telling, to io.Writer, write func(io.Writer) error) error {
	seal := as.Seal(to)
	if err := write(line.NewWriter(seal)); err != nil {
		return err
	}
	return seal.Close()
}

// writeResults writes results to a file that holds nothing else, and tells where they are and what more is to be said of them. Results that
// somebody has changed since are kept beside it. The error is a remedy.Failure.
func (c *console) writeResults(file, results, more string, write func(io.Writer) error) error {
	var old earlierResults
	before, err := c.files.Look(file, func(there []byte) error {
		old = earlierResults{there, verdict.StandingOf(there)}
		return old.foreignTo(results)
	})
	if err != nil {
		return err
	}
	err = c.files.WriteFile(file, func(to io.Writer) error {
		if err := old.keepingTyped(to, write); err != nil || old.standing != verdict.Edited {
			return err
		}
		return c.keepEarlier(file)
	})
	if err != nil {
		return remedy.Failure{File: file, Err: err}
	}
	told := "结果已写到"
	if before == disk.Renewed {
		told = "结果已更新"
	}
	c.err.say("%s：%s%s\n", told, file, more)
	return nil
}

// earlierResults are those that lie where others are to be written; none are Foreign.
type earlierResults struct {
	data     []byte
	standing verdict.Standing
}

// foreignTo is the error of writing results over a file that holds none; nil for one that does, from before.
func (old earlierResults) foreignTo(results string) error {
	if old.standing != verdict.Foreign {
		return nil
	}
	return fmt.Errorf("已经有这个文件，不是%s，没有覆盖。请换一个文件名，或者把它移走以后再试", results)
}

// keepingTyped writes results in the place of others, unless these are CSV in which somebody explained findings that are not explained so by now.
func (old earlierResults) keepingTyped(to io.Writer, write func(io.Writer) error) error {
	answers, err := job.ParseAnswers(old.data)
	if old.data == nil || !verdict.IsCSV(old.data) || err != nil || len(answers) == 0 {
		return write(to)
	}
	var now bytes.Buffer
	if err := write(io.MultiWriter(to, &now)); err != nil {
		return err
	}
	if numbers := job.Unkept(old.data, now.Bytes()); numbers != nil {
		return fmt.Errorf("“说明”一栏里有人写了说明（编号%s），这次的结果里没有，没有覆盖。请换一个文件名；要算上这些说明，先把它改名，再用 --explain 写上它", chinese.Listed(numbers, 3))
	}
	return nil
}

// keepEarlier keeps a file that somebody may have changed and that is to be written anew, under a name of its own, and tells so. It is called
// once the new one is whole and before it takes the place.
func (c *console) keepEarlier(file string) error {
	was, err := disk.Digest(file)
	if err != nil {
		return remedy.Failure{File: file, Err: err}
	}
	for number := 1; ; number++ {
		kept := job.EarlierPage(file, number)
		there, err := disk.Digest(kept)
		if err == nil && there != was {
			continue
		}
		if err != nil {
			if err := c.copyFile(file, kept); err != nil {
				return err
			}
		}
		c.err.say("%s：和这次的不同，可能有人改过，原来的留作“%s”。\n", file, filepath.Base(kept))
		return nil
	}
}

// copyFile writes what stands in a file into another one, however large. The error is a remedy.Failure.
func (c *console) copyFile(from, to string) error {
	if err := c.files.Refuse(to); err != nil {
		return err
	}
	in, err := disk.Open(from)
	if err != nil {
		return remedy.Failure{File: from, Err: err}
	}
	defer in.Close()
	err = c.files.WriteFile(to, func(w io.Writer) error { _, err := io.Copy(w, in); return err })
	if err != nil {
		return remedy.Failure{File: to, Err: err}
	}
	return nil
}
