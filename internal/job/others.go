package job

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"nianbao/internal/remedy"
)

// OtherKind is what files of a folder are that no report comes in, as far as their names tell.
type OtherKind struct {
	Called     string   // how many of them there are, with %d for the number
	Round      string   // what to do where a report is in them after all, a sentence
	extensions []string // nil for any
	err        error    // why such a file is not read
}

// ErrOther is why a file is not looked at that is neither a picture nor an archive.
var ErrOther = errors.New("不是年报，请换成填报表，或者年报的Word文档、网页")

// otherKinds lists them, the last for all others.
func otherKinds() []OtherKind {
	return []OtherKind{
		{"%d张图片", "里面是年报的，请用生成它的Word文档、网页或填报表。", []string{".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic"}, ErrPicture},
		{"%d个压缩包", "里面有年报的，请先解压。", []string{".zip", ".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".tbz", ".xz", ".txz"}, ErrArchive},
		{"%d个文件不是年报", "里面是年报的，请换成填报表、Word文档、网页或PDF文件。", nil, ErrOther},
	}
}

func (k OtherKind) has(name string) bool {
	return k.extensions == nil || slices.Contains(k.extensions, extensionOf(name))
}

// FaultOfOther is why a file of these kinds was not looked at.
func FaultOfOther(name string) remedy.Failure {
	kinds := otherKinds()
	return remedy.Failure{File: name, Err: kinds[slices.IndexFunc(kinds, func(k OtherKind) bool { return k.has(name) })].err}
}

// Others are files of a folder that no report comes in, of one kind.
type Others struct {
	OtherKind
	Names []string
}

// Parted are such files, by their kinds.
func Parted(names []string) (parts []Others) {
	for _, k := range otherKinds() {
		part := Others{OtherKind: k}
		rest := names[:0:0]
		for _, name := range names {
			if k.has(name) {
				part.Names = append(part.Names, name)
			} else {
				rest = append(rest, name)
			}
		}
		if names = rest; part.Names != nil {
			parts = append(parts, part)
		}
	}
	return parts
}

// extensionOf is the extension of a file's name, in lower case, without what chat programs put behind it.
func extensionOf(name string) string {
	extension := strings.ToLower(filepath.Ext(name))
	if at := countBehind.FindStringIndex(extension); at != nil {
		extension = extension[:at[0]]
	}
	return extension
}
