package disk

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"nianbao/internal/litter"
	"nianbao/internal/remedy"
)

// Entry is a file that was named, or that lies in a folder that was named.
type Entry struct {
	Path   string
	Folder string // that was named and that it lies in; "" if it was named itself

	identity string
}

// List lists the files behind the arguments: files as they are, of folders all that lies in them and below, in order of their names, without
// litter. A file that is named twice, also by way of a link, is listed once; one that was named itself
// and lies in a folder too was named itself. What a pattern means (Matching) is named by it. closed are the folders that could not be opened
// or that hold nothing, the links to further folders, which are not followed, and the patterns that mean nothing.
func List(args []string) (entries []Entry, closed []remedy.Failure) {
	l := lister{seen: map[string]int{}, folders: map[string]string{}}
	for _, arg := range args {
		files, isPattern, err := Matching(arg)
		if err != nil {
			l.closed = append(l.closed, remedy.Failure{File: arg, Err: err})
		}
		if !isPattern {
			l.named(arg)
		}
		for _, file := range files {
			l.named(file)
		}
	}
	for _, link := range l.links {
		if !slices.ContainsFunc(l.roots, func(root string) bool { return isWithin(root, link.identity) }) {
			l.closed = append(l.closed, remedy.Failure{File: link.Path, Err: errors.New("是指向文件夹的链接，没有看里面；要看的，请把这个文件夹也写上")})
		}
	}
	return l.entries, l.closed
}

// named lists what an argument is the name of.
func (l *lister) named(arg string) {
	if IsFolder(arg) {
		l.folder(arg)
		return
	}
	l.add(Entry{Path: filepath.Clean(arg), identity: l.identity(arg)}) // what is wrong with it is told when it is opened
}

type lister struct {
	entries []Entry
	closed  []remedy.Failure
	seen    map[string]int    // indices of entries by identity
	folders map[string]string // their identities, so that each is looked up once
	roots   []string          // identities of the folders that were named
	links   []Entry           // to folders: following them may lead in circles, or over the whole disk
}

// identity is that of a file, which costs one look at the disk where it is no link and its folder is known.
func (l *lister) identity(path string) string {
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || os.PathSeparator == '\\' { // Windows may have the name in other letters
		return identity(path)
	}
	folder := filepath.Dir(path)
	if _, known := l.folders[folder]; !known {
		l.folders[folder] = identity(folder)
	}
	return filepath.Join(l.folders[folder], filepath.Base(path))
}

func (l *lister) add(e Entry) {
	if i, ok := l.seen[e.identity]; !ok {
		l.seen[e.identity] = len(l.entries)
		l.entries = append(l.entries, e)
	} else if e.Folder == "" {
		l.entries[i].Folder = ""
	}
}

// folder lists what lies in a folder and below it.
func (l *lister) folder(root string) {
	behind, walked := identity(root), root
	l.roots = append(l.roots, behind)
	if real, err := filepath.EvalSymlinks(root); err == nil {
		walked = real // a link to a folder is that folder: WalkDir follows none
	}
	files, closed := 0, len(l.closed)
	filepath.WalkDir(walked, func(path string, entry fs.DirEntry, err error) error {
		inside, _ := filepath.Rel(walked, path)
		path = filepath.Join(root, inside)
		if err != nil {
			l.closed = append(l.closed, remedy.Failure{File: path, Err: Plainly(err, "打不开文件夹")})
			return fs.SkipDir
		}
		isRoot := inside == "."
		hasBeside := func(name string) bool { return Exists(filepath.Join(filepath.Dir(path), name)) }
		switch {
		case entry.IsDir() && !isRoot && litter.IsFolder(entry.Name(), hasBeside):
			return filepath.SkipDir
		case entry.IsDir(), !isRoot && litter.IsFile(entry.Name()):
			return nil
		}
		files++
		same := filepath.Join(behind, inside)
		if entry.Type()&fs.ModeSymlink != 0 {
			same = identity(path)
			if IsFolder(path) {
				l.links = append(l.links, Entry{Path: path, Folder: root, identity: same})
				return nil
			}
		}
		l.add(Entry{Path: path, Folder: root, identity: same})
		return nil
	})
	if files == 0 && len(l.closed) == closed {
		l.closed = append(l.closed, remedy.Failure{File: root, Err: errors.New("文件夹里没有文件，请核对文件夹")})
	}
}

// Names are the names of what lies in a folder, hidden ones too; none if it cannot be opened.
func Names(folder string) (names []string) {
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// IsSame says whether two paths lead to one file.
func IsSame(a, b string) bool {
	first, err := os.Stat(a)
	second, other := os.Stat(b)
	return err == nil && other == nil && os.SameFile(first, second)
}

// isWithin says whether a path is that of a folder, or of something in it.
func isWithin(folder, path string) bool {
	inside, err := filepath.Rel(folder, path)
	return err == nil && filepath.IsLocal(inside)
}

// identity is the same for two names of one file, as far as links and relative names go.
func identity(path string) string {
	if behind, err := filepath.EvalSymlinks(path); err == nil {
		path = behind
	}
	if whole, err := filepath.Abs(path); err == nil {
		path = whole
	}
	return path
}
