package main

import (
	"bytes"
	"path/filepath"
	"slices"

	"nianbao/internal/collect"
	"nianbao/internal/disk"
	"nianbao/internal/job"
	"nianbao/internal/remedy"
	"nianbao/internal/verdict"
)

// registrar writes the register of many files once the last outcome is told.
type registrar struct {
	verdict.Writer
	*console
	ledger *verdict.Ledger
	folder string
	make   bool // the folder, if it is not there
}

func (r *registrar) Write(o verdict.Outcome) error {
	r.ledger.Add(o)
	return r.Writer.Write(o)
}

func (r *registrar) Close() error {
	if err := r.Writer.Close(); err != nil {
		return err
	}
	return r.save()
}

// save writes the register. One that somebody saved since, and any other file of its name, stays: the next name is taken.
func (r *registrar) save() error {
	if r.make {
		if err := disk.MakeFolder(r.folder); err != nil {
			return err
		}
	}
	var data bytes.Buffer
	if err := collect.WriteRegister(&data, r.ledger); err != nil {
		return remedy.Failure{File: collect.RegisterIn(r.folder, 1), Err: err}
	}
	return r.writeRegister(data.Bytes(), func(number int) string { return collect.RegisterIn(r.folder, number) })
}

// writeRegister writes a register under the first of its names that is free, or has one from before that nobody has saved since.
func (c *console) writeRegister(data []byte, name func(number int) string) error {
	for number := 1; ; number++ {
		target := name(number)
		var why error
		if c.files.Refuse(target) != nil {
			continue // an input
		}
		change, err := c.files.Replace(target, data, func(old []byte) error {
			why = collect.MayReplaceRegister(old)
			return why
		})
		if why != nil && number < mostRegisters {
			c.err.say("“%s”%s，没有覆盖。\n", target, why)
			continue
		}
		if err != nil {
			return err
		}
		c.err.say("%s：%s\n", registerTold[change], target)
		return nil
	}
}

// registerTold is what is told of a register that was written.
var registerTold = [...]string{disk.Made: "登记已写到", disk.Renewed: "登记已更新", disk.Unchanged: "登记没有变化"}

// mostRegisters is how many registers that somebody saved may lie in a folder.
const mostRegisters = 99

// register has the register written behind what a writer tells, where one is due: there are many files, or a folder was named. It goes into
// the folder of --output, else into the first one named, else beside the first file that is read.
func (o checkOptions) register(c *console, args []string, plan job.Plan, closed []remedy.Failure, w verdict.Writer, telling verdict.Options) verdict.Writer {
	at := slices.IndexFunc(args, func(arg string) bool { return arg != standard && disk.IsFolder(arg) })
	if !o.marks() || at < 0 && len(plan.Inputs)+len(closed) < 2 {
		return w
	}
	r := &registrar{Writer: w, console: c, ledger: verdict.NewLedger(telling)}
	switch {
	case o.isFile():
		r.folder = filepath.Dir(o.output)
	case o.output != "":
		r.folder, r.make = o.output, true
	case at >= 0:
		r.folder = args[at]
	case len(plan.Inputs) > 0:
		r.folder = filepath.Dir(plan.Inputs[0].Name)
	default:
		return w // nothing is there
	}
	return r
}
