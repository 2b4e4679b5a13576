// Package job joins the steps for one input or thousands: open, read, check, render.
package job

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"

	"nianbao/internal/check"
	"nianbao/internal/exchange"
	"nianbao/internal/model"
	"nianbao/internal/opc"
	"nianbao/internal/published"
	"nianbao/internal/workbook"
)

// maxInput bounds the size of an input file, in bytes.
const maxInput = 32 << 20

// Open reads a report from a filled workbook, from exchange JSON or from our own word-processor file, told apart by what the
// file holds. The error is one plain sentence, without the file's name.
func Open(file string) (*model.Report, error) {
	data, err := readFile(file)
	if err != nil {
		return nil, err
	}
	if opc.Tell(data).SaveAs() == opc.Document {
		return openDocument(data)
	}
	return readForm(data)
}

// readForm reads what a clerk fills in: a workbook, or exchange JSON in its place.
func readForm(data []byte) (*model.Report, error) {
	if isJSON(data) {
		return exchange.Read(data)
	}
	return workbook.Read(data)
}

// openDocument reads a report that was published as a word-processor file.
func openDocument(data []byte) (*model.Report, error) {
	publication, err := published.ReadDocx(data)
	if err != nil {
		return nil, err
	}
	r, doubts := publication.Report(publication.Edition())
	r.Asides = doubts
	if len(r.Lost) == len(r.Edition.Sections) {
		return nil, LostHeadings(r)
	}
	return r, nil
}

func readFile(file string) ([]byte, error) {
	info, err := os.Stat(file)
	switch {
	case strings.HasPrefix(filepath.Base(file), "~$"):
		return nil, errors.New("是表格打开时留下的锁定文件，不是填报表，请选不带“~$”的那个文件")
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New("找不到这个文件，请核对文件名和所在的文件夹")
	case err != nil:
		return nil, Plainly(err, "打不开")
	case !info.Mode().IsRegular():
		return nil, errors.New("不是文件，请给出填报表（.xlsx）")
	case info.Size() == 0:
		return nil, errors.New("是空文件，请换成填好的填报表（.xlsx）")
	case info.Size() > maxInput:
		return nil, fmt.Errorf("超过%dMB，不是正常的填报表，请删去里面的图片后再试", maxInput>>20)
	}
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, Plainly(err, "打不开")
	}
	return data, nil
}

func isJSON(data []byte) bool {
	data = bytes.TrimLeft(bytes.TrimPrefix(data, []byte("\ufeff")), " \t\r\n")
	return len(data) > 0 && (data[0] == '{' || data[0] == '[')
}

// Plainly turns an error of the operating system into a sentence with a remedy.
func Plainly(err error, what string) error {
	switch {
	case errors.Is(err, fs.ErrPermission):
		return errors.New(what + "：没有权限，请换一个文件夹，或请管理员开通权限")
	case errors.Is(err, syscall.ENOSPC):
		return errors.New(what + "：磁盘满了，请清理后再试")
	case errors.Is(err, syscall.EROFS):
		return errors.New(what + "：这个位置只能读不能写，请换一个文件夹")
	case errors.Is(err, syscall.ENAMETOOLONG):
		return errors.New(what + "：文件名太长，请缩短单位名称或文件夹的名称")
	case errors.Is(err, fs.ErrNotExist):
		return errors.New(what + "：没有这个位置，请核对文件夹的名称")
	case errors.Is(err, syscall.ENOTDIR):
		return errors.New(what + "：路径里有一段是文件，不是文件夹，请核对")
	case errors.Is(err, syscall.ELOOP):
		return errors.New(what + "：快捷方式绕成了圈，请给出文件本身")
	case isInUse(err):
		return errors.New(what + "：文件正被别的程序打开，请先关掉它再试")
	}
	var path *fs.PathError
	var link *os.LinkError
	if errors.As(err, &path) {
		err = path.Err
	} else if errors.As(err, &link) {
		err = link.Err
	}
	var code syscall.Errno
	if !errors.As(err, &code) && path == nil && link == nil {
		return err // a sentence of our own
	}
	return fmt.Errorf("%s（系统的提示：%w），请核对位置和权限", what, err)
}

// isInUse tells the errors with which Windows refuses a file that another program holds (sharing and lock violation).
func isInUse(err error) bool {
	var code syscall.Errno
	return errors.As(err, &code) && os.PathSeparator == '\\' && (code == 32 || code == 33)
}

// Failure is a file that something could not be done with.
type Failure struct {
	File string
	Err  error
}

func (f Failure) Error() string { return check.OneLine(f.File) + "：" + f.Err.Error() + "。" }

// Inputs lists the files behind the arguments: files as they are, of folders the workbooks inside, in order of their names,
// without the lock files (~$…) that office programs leave, without hidden ones, and without the copies that this program made
// of a workbook beside them. A file named twice is listed once.
func Inputs(args []string) (files []string, failures []Failure) {
	add := func(file string) {
		if !slices.ContainsFunc(files, func(other string) bool { return other == file || same(other, file) }) {
			files = append(files, file)
		}
	}
	for _, arg := range args {
		info, err := os.Stat(arg)
		if err != nil || !info.IsDir() {
			add(filepath.Clean(arg)) // what is wrong with it is told when it is opened
			continue
		}
		inside, closed := workbooksIn(arg)
		failures = append(failures, closed...)
		if len(inside) == 0 && closed == nil {
			failures = append(failures, Failure{arg, errors.New("文件夹里没有填报表（.xlsx），请核对文件夹")})
		}
		for _, file := range inside {
			add(file)
		}
	}
	return files, failures
}

// workbooksIn lists the workbooks of a folder and of those below it; closed are the folders that could not be opened.
func workbooksIn(folder string) (files []string, closed []Failure) {
	filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			closed = append(closed, Failure{path, Plainly(err, "打不开文件夹")})
			return fs.SkipDir
		}
		name := entry.Name()
		hidden := strings.HasPrefix(name, ".") && path != folder
		switch {
		case entry.IsDir() && hidden:
			return filepath.SkipDir
		case entry.IsDir(), hidden, strings.HasPrefix(name, "~$"), !strings.EqualFold(filepath.Ext(name), ".xlsx"):
			return nil
		}
		files = append(files, path)
		return nil
	})
	originals := slices.Clone(files)
	return slices.DeleteFunc(files, func(file string) bool { return isCopy(file, originals) }), closed
}

// isCopy tells a copy that this program made from a workbook that is among the originals.
func isCopy(file string, originals []string) bool {
	extension := filepath.Ext(file)
	for _, suffix := range []string{markedSuffix, correctSuffix} {
		if of, ok := strings.CutSuffix(strings.TrimSuffix(file, extension), suffix); ok && slices.Contains(originals, of+extension) {
			return true
		}
	}
	return false
}
