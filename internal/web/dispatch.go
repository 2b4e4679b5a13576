package web

import (
	"bytes"
	"fmt"
	"net/http"
	"strings"

	"nianbao/internal/job"
	"nianbao/internal/office"
)

// mostSent is how many workbooks are made at once on the page: all of them are held until they are packed.
const mostSent = 1000

// sending is what the office in hand lays down for its members, its list among it; nil where there is no list.
func (d *desk) sending() *office.County {
	c := &office.County{}
	if f := d.office.settings; f != nil {
		*c = *f.County
	}
	if f := d.office.members; f != nil {
		c.Members = f.County.Members
	}
	if c.Members == nil {
		return nil
	}
	return c
}

// county is what the office in hand lays down, with or without a list; nil for nothing.
func (d *desk) county() *office.County {
	if c := d.sending(); c != nil || d.office.settings == nil {
		return c
	}
	return d.office.settings.County
}

// settings is the workbook of the office's settings, to be filled in: with what is in hand, else blank.
func (d *desk) settings(*http.Request) (answer, error) {
	defer d.lock()()
	c := d.county()
	if c == nil {
		c = &office.County{}
	}
	var b bytes.Buffer
	if err := c.Write(&b); err != nil {
		return answer{}, err
	}
	return answer{file: &job.File{Name: office.SettingsName + ".xlsx", Data: b.Bytes()}}, nil
}

// dispatch makes a workbook for each member, in one file.
func (d *desk) dispatch(r *http.Request) (answer, error) {
	var asked struct {
		Year int
		Zero bool
	}
	if err := read(r, &asked); err != nil {
		return answer{}, err
	}
	if err := d.hasBegun(asked.Year); err != nil {
		return answer{}, err
	}
	defer d.lock()()
	c := d.sending()
	switch {
	case c == nil:
		return answer{}, refuse(http.StatusConflict, "还没有名单，请先放填好的本县设置")
	case len(c.Members) > mostSent:
		return answer{}, refuse(http.StatusUnprocessableEntity, "名单上有%d个单位，太多了，请用命令行", len(c.Members))
	}
	sent, err := job.NewDispatch(c, asked.Year, asked.Zero, d.checker().Last)
	if err != nil {
		return answer{}, err
	}
	var files []job.File
	var told []string
	for _, f := range sent.Forms {
		var b bytes.Buffer
		one, err := sent.Write(&b, f)
		if err != nil {
			return answer{}, err
		}
		files = append(files, job.File{Name: f.Name, Data: b.Bytes()})
		told = append(told, one.Told(f.Name)...)
	}
	told = append(told, sent.Told()...)
	files = append(files, job.File{Name: "下发清单.txt", Data: []byte("\ufeff" + strings.Join(told, "\r\n") + "\r\n")})
	data, err := zipped(files)
	return answer{file: &job.File{Name: fmt.Sprintf("%d年各单位填报表.zip", asked.Year), Data: data}}, err
}
