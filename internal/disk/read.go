// Package disk opens, lists and writes files: whole or not at all, and with errors that name the remedy. All other rooms but the
// fonts' work on names and contents, so that they serve a page without a disk as well.
package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// maxInput bounds the size of a file that is read, in bytes.
const maxInput = 32 << 20

// lockPrefix begins the names of the files by which office programs mark what they have open.
const lockPrefix = "~$"

// Read reads a file whole. The error is one plain sentence, without the file's name.
func Read(file string) ([]byte, error) {
	info, err := os.Stat(file)
	switch {
	case strings.HasPrefix(filepath.Base(file), lockPrefix):
		return nil, errors.New("是表格打开时留下的锁定文件，不是填报表，请选不带“~$”的那个文件")
	case errors.Is(err, fs.ErrNotExist):
		return nil, errors.New("找不到这个文件，请核对文件名和所在的文件夹")
	case err != nil:
		return nil, Plainly(err, "打不开")
	case info.IsDir():
		return nil, errors.New("是文件夹，请写出里面的文件")
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

// Exists says whether there is something under a name.
func Exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

// IsFolder says whether a name is that of a folder.
func IsFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
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
