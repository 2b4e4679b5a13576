package web

import (
	"bytes"
	"errors"
	"net/http"
	"path"
	"strconv"
	"strings"

	"nianbao/internal/budget"
	"nianbao/internal/filename"
	"nianbao/internal/job"
)

// receive reads the file that a request brings.
func (d *desk) receive(w http.ResponseWriter, r *http.Request) (job.File, error) {
	name := cleanName(r.URL.Query().Get("name"))
	d.mu.Lock()
	left := max(0, d.options.Most-d.bytes())
	d.mu.Unlock()
	most := min(left, budget.File)
	if r.ContentLength > most {
		return job.File{}, d.tooLarge(name, r.ContentLength, left)
	}
	data := bytes.NewBuffer(make([]byte, 0, max(r.ContentLength, 0)+bytes.MinRead)) // as large as it will be: reading on would double it
	_, err := data.ReadFrom(http.MaxBytesReader(w, r.Body, most))
	var over *http.MaxBytesError
	switch {
	case errors.As(err, &over):
		return job.File{}, d.tooLarge(name, most+1, left)
	case err != nil:
		return job.File{}, refuse(http.StatusBadRequest, "“%s”没有传完，请再试一次", name)
	}
	return job.File{Name: name, Data: data.Bytes()}, nil
}

// tooLarge is which limit a file of at least a size does not keep, that of one or what is left of that of all, and what to do.
func (d *desk) tooLarge(name string, size, left int64) error {
	if size > budget.File {
		return refuse(http.StatusRequestEntityTooLarge, "“%s”太大，没有读：一份文件最多%s；请看看是不是选错了文件", name, measured(budget.File))
	}
	return refuse(http.StatusRequestEntityTooLarge, "“%s”放不下了，没有读：手里的文件连同改过的各版一共最多%s，还可以放%s；请先拿走几份再放，成百上千份的请用命令行", name, measured(d.options.Most), measured(left))
}

// measured is a number of bytes as people read it.
func measured(bytes int64) string {
	if bytes < 1<<20 {
		return strconv.FormatInt(bytes>>10, 10) + "KB"
	}
	return strconv.FormatInt(bytes>>20, 10) + "MB"
}

// cleanName is the name of a file that somebody else gave: a relative path without steps upwards, of a length that names have.
func cleanName(name string) string {
	const most = 400 // bytes; of a path, the end counts
	name = strings.TrimPrefix(path.Clean("/"+filename.Slashed(strings.ToValidUTF8(name, "_"))), "/")
	for len(name) > most {
		_, rest, _ := strings.Cut(name[1:], "/")
		if rest == "" {
			return job.FileName(path.Base(name))
		}
		name = rest
	}
	if name == "" {
		return "未命名"
	}
	return name
}

// bytes are those of all files in hand.
func (d *desk) bytes() (n int64) {
	for _, one := range d.hand {
		n += one.bytes()
	}
	for _, l := range d.last {
		n += int64(len(l.file.Data))
	}
	for _, f := range d.given {
		n += int64(len(f.Data))
	}
	n += sizeOf(d.waiting)
	for _, f := range d.office.files() {
		n += int64(len(f.Data))
	}
	return n
}

func sizeOf(files []job.File) (bytes int64) {
	for _, f := range files {
		bytes += int64(len(f.Data))
	}
	return bytes
}
