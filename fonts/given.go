package fonts

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
)

// File is a font file whose contents are at hand.
type File struct {
	Name string
	Data []byte
}

// UsualNames are the names, in small letters, by which fonts for some face are known.
func UsualNames() []string { return slices.Concat(usualNames[:]...) }

// With puts fonts from files in front of the program's own, for the faces that they are for: known by the files' names, or else by
// their own. notes say in Chinese which is used for which face, and which were not, and why.
func With(files []File) (set *Set, notes []string, err error) {
	own, err := embedded()
	if err != nil {
		return nil, nil, err
	}
	found := map[string][]string{}
	contents := map[string][]byte{}
	for _, f := range files {
		name := f.name()
		if name == "" {
			notes = append(notes, fmt.Sprintf("没有用 %s，认不出它是哪一种字体；文件名请写成 仿宋_GB2312.ttf、方正小标宋简体.ttf 这样的。", f.Name))
			continue
		}
		found[name] = append(found[name], f.Name)
		contents[f.Name] = f.Data
	}
	var users [Faces]*Font
	for face := range users {
		font, said := choose(Face(face), found, func(name string) ([]byte, error) { return contents[name], nil })
		users[face], notes = font, append(notes, said...)
	}
	return newSet(users, own), notes, nil
}

// name is the usual name that a file goes by, "" for none.
func (f File) name() string {
	names := []string{strings.TrimSuffix(filepath.Base(f.Name), filepath.Ext(f.Name))}
	if font, err := parse("", f.Data); err == nil {
		names = append(names, font.PostScriptName())
	}
	for _, name := range names {
		name = strings.ToLower(name)
		if slices.Contains(UsualNames(), name) {
			return name
		}
	}
	return ""
}
