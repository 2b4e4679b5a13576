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

// codes are those of systems like Unix. What the package syscall counts so on Windows is never returned there.
var codes = map[syscall.Errno]string{
	syscall.ENOSPC: full, syscall.EDQUOT: full, syscall.EROFS: readOnly, syscall.ENAMETOOLONG: longName, syscall.ENOTDIR: noFolder,
	syscall.ELOOP: "快捷方式绕成了圈，请给出文件本身", syscall.EINVAL: badName, syscall.EILSEQ: badName,
	syscall.EBUSY: inUse, syscall.EIO: badDisk, syscall.ENXIO: noDrive, syscall.ENODEV: noDrive,
	syscall.ESTALE: noDrive, syscall.ETIMEDOUT: noDrive, syscall.EFBIG: tooLarge, syscall.EISDIR: isFolder,
	syscall.EMFILE: tooManyOne, syscall.ENFILE: tooManyOne, syscall.EPIPE: unread,
}

// windowsCodes are those of Windows: https://learn.microsoft.com/windows/win32/debug/system-error-codes.
var windowsCodes = map[syscall.Errno]string{
	2: noPlace, 3: noPlace, 4: tooManyOne, 5: noRights, 15: noDrive, 19: readOnly, 21: noDrive, 23: badDisk, 32: inUse, 33: inUse,
	39: full, 53: noDrive, 55: noDrive, 59: noDrive, 64: noDrive, 65: noRights, 67: noDrive, 80: there, 82: noPlace, 109: unread, 112: full,
	121: noDrive, 123: badName, 161: badName, 183: there, 206: longName, 223: tooLarge, 225: "被杀毒软件拦住了，请核对文件或请管理员处理",
	232: unread, 233: unread, 267: noFolder, 1005: noDrive, 1117: badDisk, 1224: inUse, 1295: full, 1392: badDisk, 1816: full,
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
		return code, windowsCodes[code]
	}
	return code, codes[code]
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
