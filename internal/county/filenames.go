package county

import (
	"iter"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
)

// fileNames are the members by what stands in the names of files, made when it is first asked for: thousands of files are looked up.
type fileNames struct {
	members map[string]int // by their names, the cores of these, and former names; -1 where several have one
	longest int            // of these, in bytes
	begins  map[int]bool   // the members whose core stands in another member's name
	offices map[ends][]int // departments by the first and the last letter of their cores
}

// ends are the first and the last letter of a name.
type ends struct{ first, last rune }

func endsOf(name []rune) ends { return ends{name[0], name[len(name)-1]} }

func (l *List) namesInFiles() *fileNames {
	f := &fileNames{members: map[string]int{}, begins: map[int]bool{}, offices: map[ends][]int{}}
	type bearers struct{ members, in []int } // of a core, and two members in whose names it stands
	cores := map[string]*bearers{}
	for i, m := range l.Members {
		core := chinese.UnitKey(chinese.CoreOf(m.Name))
		if kind := chinese.ParseUnitName(core).Kind; kind != "" && chinese.Rank(kind) == 0 {
			of := endsOf([]rune(core))
			f.offices[of] = append(f.offices[of], i)
		}
		if cores[core] == nil {
			cores[core] = &bearers{}
		}
		cores[core].members = append(cores[core].members, i)
		for _, name := range append([]string{chinese.UnitKey(m.Name), core}, sameNames(m.Former)...) {
			const mostInName = 255 // bytes, of the name of a file
			if other, taken := f.members[name]; len(name) > mostInName {
				continue
			} else if taken && other != i {
				f.members[name] = -1
			} else {
				f.members[name] = i
			}
			f.longest = max(f.longest, len(name))
		}
	}
	for i, m := range l.Members {
		for part := range partsOf(chinese.UnitKey(m.Name), f.longest) {
			of := cores[part]
			if of == nil || len(of.in) == 2 || slices.Contains(of.in, i) { // it was found in the names of others than each of them
				continue
			}
			of.in = append(of.in, i)
			for _, other := range of.members {
				if other != i {
					f.begins[other] = true
				}
			}
		}
	}
	return f
}

func sameNames(names []string) []string {
	same := make([]string, len(names))
	for i, name := range names {
		same[i] = chinese.UnitKey(name)
	}
	return same
}

// partsOf gives all that stands in a text, up to a length in bytes.
func partsOf(text string, longest int) iter.Seq[string] {
	return func(yield func(string) bool) {
		for from := range text {
			for to, letter := range text[from:] {
				end := to + utf8.RuneLen(letter)
				if end > longest {
					break
				}
				if !yield(text[from : from+end]) {
					return
				}
			}
		}
	}
}

// InName finds the member whose name, or its core, stands in the name of a file: 清溪镇 in 清溪镇2024年年报.xlsx; else the department that
// is called there as people call it: 住建局. ok is false where none is, or several of the same length.
func (l *List) InName(file string) (index int, ok bool) {
	names, longest := l.inFiles(), 0
	text := strings.ToValidUTF8(chinese.UnitKey(filepath.Base(file)), "_")
	for name := range partsOf(text, names.longest) {
		if i, is := names.members[name]; is && len(name) >= longest {
			ok = i >= 0 && (len(name) > longest || ok && index == i)
			index, longest = i, len(name)
		}
	}
	if ok && !(names.begins[index] && !isIn(file, l.Members[index].Name)) {
		return index, true
	}
	if short, is := l.shortInName([]rune(text)); is { // behind the place that the others' names begin with
		return short, true
	}
	if !ok {
		return 0, false
	}
	return index, true
}

// shortInName finds the only department of whose core a word in a text is made by leaving letters out, but for the first and the last one:
// 住建局 of 住房和城乡建设局.
func (l *List) shortInName(text []rune) (index int, ok bool) {
	const least, most = 3, 6 // letters of such a word
	names := l.inFiles()
	for to := least; to <= len(text); to++ {
		for from := max(0, to-most); from <= to-least; from++ {
			word := string(text[from:to])
			for _, i := range names.offices[endsOf(text[from:to])] {
				switch core := chinese.UnitKey(chinese.CoreOf(l.Members[i].Name)); {
				case !chinese.Abbreviates(word, core):
				case ok && index != i:
					return 0, false
				default:
					index, ok = i, true
				}
			}
		}
	}
	return index, ok
}

// Whose finds the member under whose name a file lies: by the name of the file, else of the folder that it lies in, and so on up to the one that
// all files lie in, which tells nothing. What is the beginning of other members' names is none for a folder: 青垣县的部门.
func (l *List) Whose(file, within string) (index int, ok bool) {
	if index, ok = l.InName(file); ok {
		return index, true
	}
	for folder := filepath.Dir(file); folder != within && folder != filepath.Dir(folder); folder = filepath.Dir(folder) {
		if index, ok = l.InName(folder); ok && (isIn(folder, l.Members[index].Name) || !l.inFiles().begins[index]) {
			return index, true
		}
	}
	return 0, false
}

// isIn says whether a name stands in that of a file.
func isIn(file, name string) bool {
	return name != "" && strings.Contains(chinese.UnitKey(filepath.Base(file)), chinese.UnitKey(name))
}

// CalledAfter finds the member after which a file is called that another's report is in; ok is false where the name speaks of that one, too.
func (l *List) CalledAfter(file string, of Member) (other Member, ok bool) {
	i, ok := l.InName(file)
	if !ok || l.Members[i].Name == of.Name || isIn(of.Name, chinese.CoreOf(l.Members[i].Name)) {
		return Member{}, false
	}
	for _, name := range append([]string{of.Name, chinese.CoreOf(of.Name)}, of.Former...) {
		if isIn(file, name) {
			return Member{}, false
		}
	}
	return l.Members[i], true
}
