package exchange

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
	"nianbao/internal/remedy"
)

// faults gathers what is wrong with data, so that all of it is told at once. No more than the first of a kind are kept, since data may
// hold any number of them.
type faults struct {
	edition *form.Edition
	unknown []string // paths of keys that the form does not have
	others  []error
	strange int // all unknown keys
	more    int // all other faults
}

// mostNamed is how many faults of a kind are told one by one.
const mostNamed = 10

// stranger notes a key that the form does not have.
func (f *faults) stranger(m member) {
	if f.strange++; f.strange <= mostNamed {
		f.unknown = append(f.unknown, m.path)
	}
}

// add notes any other fault; nil is none.
func (f *faults) add(err error) {
	if err == nil {
		return
	}
	if f.more++; f.more <= mostNamed {
		f.others = append(f.others, err)
	}
}

// err is all that was found, nil if that is nothing.
func (f *faults) err() error {
	list := []error{f.strangers()}
	list = append(list, f.others...)
	if n := f.more - len(f.others); n > 0 {
		list = append(list, fmt.Errorf("还有%d处也不对，改了这些以后再看", n))
	}
	return remedy.Join(list...)
}

func (f *faults) strangers() error {
	if f.strange == 0 {
		return nil
	}
	if f.strange == 1 {
		return errors.New(chinese.Shortened(f.unknown[0], longestName) + "不是本表式的内容" + f.hint(f.unknown[0]) + "，请核对名称或删去")
	}
	var told []string
	for _, path := range f.unknown {
		told = append(told, chinese.Shortened(path, longestName)+f.hint(path))
	}
	names := strings.Join(told, "、")
	if f.strange > len(told) {
		names += "等"
	}
	return fmt.Errorf("有%d个名称不是本表式的内容：%s，请核对名称或删去", f.strange, names)
}

// longestName is how many characters of a name are told; those that are known are far shorter.
const longestName = 80

// hint is what an unknown key was perhaps meant for, in brackets.
func (f *faults) hint(path string) string {
	if key, ok := strings.CutPrefix(path, "figures."); ok {
		for _, e := range form.Editions() {
			if _, ok := e.Cell(form.Key(key)); ok {
				return "（" + e.Span() + "的格式才有）"
			}
		}
	}
	object, own := "", path
	if at := strings.IndexByte(path, '.'); at > 0 && slices.Contains([]string{"unit.", "figures.", "narrative."}, path[:at+1]) {
		object, own = path[:at+1], path[at+1:]
	}
	var candidates []string
	for _, known := range paths(f.edition) {
		if rest, inside := strings.CutPrefix(known, object); inside {
			candidates = append(candidates, rest)
		}
	}
	if meant := model.Nearest(own, candidates); meant != "" {
		return "（是不是" + object + meant + "？）"
	}
	return ""
}

// paths are those of all that data may hold on an edition.
func paths(e *form.Edition) []string {
	list := []string{"schema", "writer", "edition", "year", "date", "scope", "unit", "figures", "narrative"}
	for _, f := range form.Fields() {
		if strings.HasPrefix(string(f.Key), "unit.") {
			list = append(list, string(f.Key))
		}
	}
	for _, p := range e.Passages() {
		list = append(list, string(p.Key))
	}
	for _, c := range e.Cells() {
		list = append(list, "figures."+string(c.Key))
	}
	return list
}
