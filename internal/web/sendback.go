package web

import (
	"bytes"
	"net/http"
	"path"

	"nianbao/internal/collect"
	"nianbao/internal/filename"
	"nianbao/internal/job"
	"nianbao/internal/remedy"
)

// returnsFile is what goes back to the members, with the register and the notice, in one file.
func (d *desk) returnsFile(r *http.Request) (answer, error) {
	defer d.lock()()
	p, a, err := d.askedSum(r)
	if err != nil {
		return answer{}, err
	}
	if a.Signed() == "" {
		return answer{}, remedy.New("还不知道汇总单位，退回函、催报函和通报没有落款", remedy.NameOffice)
	}
	list := a.Returns(p.ledger, p.gathered, p.office.before())
	files, err := a.Notice(list)
	if err != nil {
		return answer{}, err
	}
	for _, one := range a.Sendings(list) {
		returned, err := d.returned(p, a, one)
		if err != nil {
			return answer{}, err
		}
		files = append(files, returned...)
	}
	var sent []collect.Sent
	for _, f := range files {
		sent = append(sent, collect.NewSent(f.Name, f.Data))
	}
	var register bytes.Buffer
	if err := a.WriteMembersRegister(&register, p.ledger, list, sent); err != nil {
		return answer{}, err
	}
	data, err := zipped(append(files, job.File{Name: collect.RegisterIn("", 1), Data: register.Bytes()}))
	return answer{file: &job.File{Name: "退回材料.zip", Data: data}}, err
}

// correctionsFile is what is needed to correct what was published before the last round, as one file.
func (d *desk) correctionsFile(r *http.Request) (answer, error) {
	defer d.lock()()
	p, a, err := d.askedSum(r)
	if err != nil {
		return answer{}, err
	}
	before := p.office.summed()
	if before == nil {
		return answer{}, refuse(http.StatusConflict, "还没有放进上一次的汇总表")
	}
	files, err := a.Corrections(a.Amended(before))
	if err != nil {
		return answer{}, err
	}
	if files == nil {
		return answer{}, refuse(http.StatusConflict, "和上次比没有看出改动，不用更正")
	}
	data, err := zipped(files)
	return answer{file: &job.File{Name: "更正材料.zip", Data: data}}, err
}

// returned is what goes back to one unit, in a folder of its own.
func (d *desk) returned(p *planned, a *collect.Aggregated, one *collect.Sending) (files []job.File, err error) {
	marked, taken := map[string]string{}, map[string]bool{}
	for _, r := range one.Rows {
		if !r.IsMarked() {
			continue
		}
		f, err := job.Marked(p.checked[r.File], job.ToUnit)
		if err != nil {
			return nil, err
		}
		first := path.Base(f.Name)
		f.Name = first
		for number := 1; taken[filename.Fold(f.Name)]; number++ {
			f.Name = collect.Numbered(first, number)
		}
		taken[filename.Fold(f.Name)] = true
		marked[r.File], files = f.Name, append(files, f)
	}
	letters, err := a.Letter(one, marked)
	files = append(files, letters...)
	for i := range files {
		files[i].Name = one.Folder() + "/" + files[i].Name
	}
	return files, err
}
