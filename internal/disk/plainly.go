package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"runtime"
	"syscall"

	"nianbao/internal/remedy"
)

// What the codes of an operating system mean to a clerk, with the remedy.
const (
	noRights   = "没有权限，请换一个文件夹，或请管理员开通权限"
	full       = "磁盘满了，请清理后再试"
	readOnly   = "这个位置只能读不能写，请换一个文件夹"
	longName   = "文件名太长，请缩短单位名称或文件夹的名称"
	noPlace    = "没有这个位置，请核对文件夹的名称"
	noFolder   = "路径里有一段是文件，不是文件夹，请核对"
	badName    = "文件名里有系统不允许的字符，请改名"
	inUse      = "文件正在WPS、Excel或别的程序里打开着，请关掉后再试"
	noDrive    = "磁盘或网络上的位置连不上，请检查后再试"
	badDisk    = "磁盘读写出错，请换一个位置再试，并检查磁盘"
	tooLarge   = "文件太大，这个磁盘放不下，请换一个磁盘"
	there      = "已经有这个名字的文件了，请换一个文件名"
	isFolder   = "这是一个文件夹，请换一个文件名"
	tooManyOne = "同时打开的文件太多，请关掉一些程序再试"
	unread     = "接收结果的程序已经关闭"
)

// unixCode is what a code of systems like Unix means. What the package syscall counts so on Windows is never returned there.
func unixCode(code syscall.Errno) string {
	switch code {
	case syscall.ENOSPC, syscall.EDQUOT:
		return full
	case syscall.EROFS:
		return readOnly
	case syscall.ENAMETOOLONG:
		return longName
	case syscall.ENOTDIR:
		return noFolder
	case syscall.ELOOP:
		return "快捷方式绕成了圈，请给出文件本身"
	case syscall.EINVAL, syscall.EILSEQ:
		return badName
	case syscall.EBUSY:
		return inUse
	case syscall.EIO:
		return badDisk
	case syscall.ENXIO, syscall.ENODEV, syscall.ESTALE, syscall.ETIMEDOUT:
		return noDrive
	case syscall.EFBIG:
		return tooLarge
	case syscall.EISDIR:
		return isFolder
	case syscall.EMFILE, syscall.ENFILE:
		return tooManyOne
	case syscall.EPIPE:
		return unread
	}
	return ""
}

// windowsCode is what a code of Windows means: https://learn.microsoft.com/windows/win32/debug/system-error-codes.
func windowsCode(code syscall.Errno) string {
	switch code {
	case 2, 3, 82:
		return noPlace
	case 4:
		return tooManyOne
	case 5, 65:
		return noRights
	case 15, 21, 53, 55, 59, 64, 67, 121, 1005:
		return noDrive
	case 19:
		return readOnly
	case 23, 1117, 1392:
		return badDisk
	case 32, 33, 1224:
		return inUse
	case 39, 112, 1295, 1816:
		return full
	case 80, 183:
		return there
	case 109, 232, 233:
		return unread
	case 123, 161:
		return badName
	case 206:
		return longName
	case 223:
		return tooLarge
	case 225:
		return "被杀毒软件拦住了，请核对文件或请管理员处理"
	case 267:
		return noFolder
	}
	return ""
}

// Plainly turns an error of the operating system into a sentence with a remedy; others become plain as well.
func Plainly(err error, what string) error {
	return plainly(err, what, runtime.GOOS == "windows")
}

// IsUnread says that an error came of writing to somebody who reads no more.
func IsUnread(err error) bool {
	_, told := telling(err, runtime.GOOS == "windows")
	return told == unread
}

// telling is what the code in an error means; "" if it has none, or one without words.
func telling(err error, windows bool) (code syscall.Errno, told string) {
	if !errors.As(err, &code) {
		return 0, ""
	}
	if windows {
		return code, windowsCode(code)
	}
	return code, unixCode(code)
}

func plainly(err error, what string, windows bool) error {
	if err == nil {
		return nil
	}
	code, told := telling(err, windows)
	coded := code != 0
	switch {
	case told != "":
	case errors.Is(err, fs.ErrPermission):
		told = noRights
	case errors.Is(err, fs.ErrNotExist):
		told = noPlace
	case errors.Is(err, fs.ErrExist):
		told = there
	case coded:
		told = fmt.Sprintf("系统不允许（编号%d），请核对位置和权限", uintptr(code))
	case errors.Is(err, fs.ErrClosed), errors.Is(err, os.ErrDeadlineExceeded), errors.Is(err, fs.ErrInvalid), isOfPath(err):
		told = "系统不允许，请核对位置和权限"
	default:
		return remedy.Plain(err)
	}
	return errors.New(what + "：" + told)
}

// isOfPath tells errors about a path that have no code, as that of a name with a zero in it.
func isOfPath(err error) bool {
	var path *fs.PathError
	var link *os.LinkError
	return errors.As(err, &path) || errors.As(err, &link)
}
