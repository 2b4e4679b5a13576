package fonts

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
)

// usualNames are the names, in small letters and without extension, under which each face's fonts are installed;
// the first that can be used is taken. Song is 仿宋 here, which GB/T 9704 asks for; 华文中宋 is the usual makeshift for 小标宋.
var usualNames = [Faces][]string{
	Song: {
		"simfang", "仿宋_gb2312", "fangsong_gb2312", "仿宋", "fangsong",
		"fzfsk", "方正仿宋_gbk", "fzfsjw", "方正仿宋简体", "stfangso", "stfangsong", "华文仿宋",
	},
	Hei: {
		"simhei", "黑体", "heiti",
		"fzhtk", "方正黑体_gbk", "fzhtjw", "方正黑体简体", "stheiti", "华文黑体",
	},
	Kai: {
		"simkai", "楷体_gb2312", "kaiti_gb2312", "楷体", "kaiti",
		"fzktk", "方正楷体_gbk", "fzktjw", "方正楷体简体", "stkaiti", "华文楷体",
	},
	Title: {
		"fzxbsjw", "fzxbsjw--gb1-0", "方正小标宋简体", "fzxbsk", "方正小标宋_gbk", "小标宋", "stzhongs", "华文中宋",
	},
}

// System, given to Load, stands for the operating system's font folders.
const System = "system"

const (
	maxFontSize = 64 << 20 // bytes; the largest Chinese fonts have about 30 MB
	maxEntries  = 20000    // files and folders looked at in one folder
)

var (
	errForbidden = errors.New("它的版权设置不允许嵌入文件")
	errNoHan     = errors.New("里面没有汉字")
	errTooLarge  = errors.New("文件太大，不像是字体")
	errNoFile    = errors.New("不是普通文件")
	errUnopened  = errors.New("打不开，请检查是否有权限")
	errUnread    = errors.New("读不出来，请检查磁盘")
	errTooMany   = errors.New("里面的文件太多，只看了一部分；请另建一个文件夹，只放要用的字体")
)

// Load puts fonts from a folder and its sub-folders in front of the program's own, for the faces that it has fonts for,
// known by their file names. The folder System stands for the places where the operating system keeps fonts.
//
// notes say in Chinese, for each face, which font is used, and which files were refused and why.
// An error means that the folder cannot be read. Nothing is written.
func Load(folder string) (set *Set, notes []string, err error) {
	own, err := embedded()
	if err != nil {
		return nil, nil, err
	}
	var found map[string][]string
	if folder == System {
		home, _ := os.UserHomeDir() // without a home folder there are no fonts in it
		found, notes = search(systemFolders(runtime.GOOS, home, os.Getenv), maxEntries)
	} else {
		if err := readable(folder); err != nil {
			return nil, nil, err
		}
		found, notes = search([]string{folder}, maxEntries)
	}
	var users [Faces]*Font
	for face := range users {
		font, said := choose(Face(face), found, read)
		users[face], notes = font, append(notes, said...)
		if said == nil {
			notes = append(notes, fmt.Sprintf("%s：没有找到 %s.ttf 等字体文件。", Face(face), usualNames[face][0]))
		}
		if font == nil {
			notes = append(notes, fmt.Sprintf("%s：用程序自带的字体。", Face(face)))
		}
	}
	return newSet(users, own), notes, nil
}

func readable(folder string) error {
	info, err := os.Stat(folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("找不到字体文件夹 %s，请检查 --fonts 后面的路径", folder)
	case err != nil:
		return fmt.Errorf("打不开字体文件夹 %s，请检查是否有权限", folder)
	case !info.IsDir():
		return fmt.Errorf("%s 不是文件夹，请在 --fonts 后面写字体所在的文件夹", folder)
	}
	if _, err := os.ReadDir(folder); err != nil {
		return fmt.Errorf("打不开字体文件夹 %s，请检查是否有权限", folder)
	}
	return nil
}

// systemFolders lists where an operating system keeps fonts, the user's own first. home may be unknown.
func systemFolders(system, home string, env func(string) string) []string {
	var folders []string
	add := func(root string, below ...string) {
		if root != "" {
			folders = append(folders, filepath.Join(append([]string{root}, below...)...))
		}
	}
	switch system {
	case "windows":
		add(env("LOCALAPPDATA"), "Microsoft", "Windows", "Fonts")
		add(env("WINDIR"), "Fonts")
	case "darwin":
		add(home, "Library", "Fonts")
		add("/Library/Fonts")
		add("/System/Library/Fonts")
		add("/Applications/Microsoft Word.app/Contents/Resources/DFonts")
	default:
		add(env("XDG_DATA_HOME"), "fonts")
		add(home, ".local", "share", "fonts")
		add(home, ".fonts")
		add("/usr/local/share/fonts")
		add("/usr/share/fonts")
	}
	return folders
}

// search finds the font files in the folders, by their names in small letters without extension.
// Folders that are missing or cannot be read are passed over; in each at most limit files and folders are looked at.
func search(folders []string, limit int) (found map[string][]string, notes []string) {
	found = make(map[string][]string)
	for _, folder := range folders {
		entries := 0
		err := fs.WalkDir(os.DirFS(folder), ".", func(path string, entry fs.DirEntry, err error) error {
			if entries++; entries > limit {
				return errTooMany
			}
			if err != nil || entry.IsDir() {
				return nil
			}
			name := strings.ToLower(entry.Name())
			switch extension := filepath.Ext(name); extension {
			case ".ttf", ".ttc", ".otf", ".otc":
				name = strings.TrimSuffix(name, extension)
				found[name] = append(found[name], filepath.Join(folder, filepath.FromSlash(path)))
			}
			return nil
		})
		if err != nil {
			notes = append(notes, fmt.Sprintf("字体文件夹 %s %v。", folder, err))
		}
	}
	return found, notes
}

// choose takes the first usable font for a face, nil if there is none, and says which, and which files were refused; nil if none were
// found.
func choose(face Face, found map[string][]string, read func(path string) ([]byte, error)) (font *Font, notes []string) {
	for _, name := range usualNames[face] {
		for _, path := range found[name] {
			data, err := read(path)
			if err == nil {
				font, err = usable(face, data)
			}
			if err == nil {
				return font, append(notes, fmt.Sprintf("%s：用 %s。", face, path))
			}
			notes = append(notes, fmt.Sprintf("%s：不能用 %s，%v。", face, path, err))
		}
	}
	return nil, notes
}

// usable reads a font, and refuses one that cannot be embedded or has no Chinese characters.
func usable(face Face, data []byte) (*Font, error) {
	font, err := parse(face.id(), data)
	if err != nil {
		return nil, err
	}
	if !font.Embeddable() {
		return nil, errForbidden
	}
	if _, ok := font.Glyph('中'); !ok {
		return nil, errNoHan
	}
	font.name = face.id() + "-" + font.PostScriptName()
	return font, nil
}

func read(path string) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, errUnopened
	}
	if !info.Mode().IsRegular() { // a pipe would never end
		return nil, errNoFile
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, errUnopened
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, maxFontSize+1))
	if err != nil {
		return nil, errUnread
	}
	if len(data) > maxFontSize {
		return nil, errTooLarge
	}
	return data, nil
}
