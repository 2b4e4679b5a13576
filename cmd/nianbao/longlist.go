package main

import (
	"bufio"
	"errors"
	"io"

	"nianbao/internal/collect"
	"nianbao/internal/disk"
	"nianbao/internal/remedy"
)

// longList is a list of figures that is read bit by bit: forty thousand members make a gigabyte.
type longList struct {
	*bufio.Reader
	io.Closer
}

// errNotLong is for a file that is no list of figures.
var errNotLong = errors.New("不是数据清单")

// openLong opens a list of figures, however large; errNotLong is for another file.
func openLong(file string) (*longList, error) {
	f, err := disk.Open(file)
	if err != nil {
		return nil, err
	}
	in := bufio.NewReader(f)
	if head, _ := in.Peek(in.Size()); !collect.IsLong(head) { // what is wrong with reading is told when it is read
		return nil, errors.Join(errNotLong, f.Close())
	}
	return &longList{in, f}, nil
}

// writeList writes a list of figures. It refuses to write over a file that is none, or that is an input; a list that somebody has written
// into is kept beside the new one. The error is a remedy.Failure.
func (c *console) writeList(file string, write func(io.Writer) error) error {
	if err := c.files.Refuse(file); err != nil {
		return err
	}
	edited := false
	list, err := openLong(file)
	switch {
	case err == nil:
		edited = !collect.IsLongWritten(list)
		list.Close()
	case errors.Is(err, errNotLong):
		return remedy.Failure{File: file, Err: errors.New("已经有这个文件，不是数据清单，没有覆盖。请换一个文件名，或者把它移走以后再试")}
	} // there is none, or what is wrong with it is told when it is written
	err = c.files.WriteFile(file, func(to io.Writer) error {
		if err := write(to); err != nil || !edited {
			return err
		}
		return c.keepEarlier(file)
	})
	if err != nil {
		return remedy.Failure{File: file, Err: err}
	}
	return nil
}
