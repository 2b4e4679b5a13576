package disk

import (
	"errors"
	"os"
	"path/filepath"
	"strings"

	"nianbao/internal/litter"
)

// Matching lists the files that a pattern means: * is any number of characters, ? is one, in letters of either case. Most shells put
// files in the place of patterns, that of Windows does not. ok is false for what is no pattern: a name without those characters, or
// one that something really has. Brackets mean themselves, since names of downloaded files have them: 填报[1].xlsx. The error is one
// plain sentence: no file is meant, or a folder cannot be opened, which others need not share.
func Matching(name string) (files []string, ok bool, err error) {
	name = strings.ReplaceAll(name, "＊", "*")
	if !strings.ContainsAny(name, "*?") {
		return nil, false, nil
	}
	if _, err := os.Lstat(name); err == nil {
		return nil, false, nil
	}
	name = filepath.Clean(name)
	found := []string{""}
	volume := filepath.VolumeName(name)
	name = name[len(volume):]
	if rest := strings.TrimLeft(name, string(filepath.Separator)); rest != name {
		found, name = []string{volume + string(filepath.Separator)}, rest
	} else if volume != "" {
		found = []string{volume}
	}
	for _, part := range strings.Split(name, string(filepath.Separator)) {
		var deeper []string
		for _, folder := range found {
			files, closed := inside(folder, part)
			deeper = append(deeper, files...)
			if err == nil {
				err = Plainly(closed, "打不开文件夹")
			}
		}
		found = deeper
	}
	if len(found) == 0 && err == nil {
		err = errors.New("没有文件符合这个写法，请核对文件夹和文件名")
	}
	return found, true, err
}

// inside lists what in a folder a part of a pattern means, in order of the names. Hidden files and lock files are not meant, as when
// a folder is listed.
func inside(folder, part string) (found []string, err error) {
	join := func(name string) string {
		if strings.HasSuffix(folder, ":") { // C:填报.xlsx is one in the folder where that drive stands
			return folder + name
		}
		return filepath.Join(folder, name)
	}
	if !strings.ContainsAny(part, "*?") {
		if _, err := os.Lstat(join(part)); err != nil {
			return nil, nil
		}
		return []string{join(part)}, nil
	}
	open := folder
	if open == "" {
		open = "."
	}
	if !IsFolder(open) {
		return nil, nil
	}
	entries, err := os.ReadDir(open) // in order
	for _, e := range entries {
		if !litter.IsFile(e.Name()) && matches([]rune(strings.ToLower(part)), []rune(strings.ToLower(e.Name()))) {
			found = append(found, join(e.Name()))
		}
	}
	return found, err
}

// matches compares a name with a pattern. A star is tried with as little as it can take, then with more; only the last one need be tried again.
func matches(pattern, name []rune) bool {
	p, n := 0, 0
	star, after := -1, 0
	for n < len(name) {
		switch {
		case p < len(pattern) && pattern[p] == '*':
			star, after = p, n
			p++
		case p < len(pattern) && (pattern[p] == '?' || pattern[p] == name[n]):
			p++
			n++
		case star >= 0:
			after++
			p, n = star+1, after
		default:
			return false
		}
	}
	for p < len(pattern) && pattern[p] == '*' {
		p++
	}
	return p == len(pattern)
}
