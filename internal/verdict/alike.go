package verdict

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/check"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Alike lists what was perhaps meant by words that nothing is called: names in which they stand, or else the one that differs by a
// slip, or else what is said with these words.
func Alike(words string) []string {
	words = strings.TrimSpace(words)
	names := askable()
	bare := form.Bare(words)
	if utf8.RuneCountInString(bare) < 2 {
		return nil
	}
	with := slices.DeleteFunc(slices.Clone(names), func(name string) bool { return !strings.Contains(form.Bare(name), bare) })
	if len(with) == 0 {
		with = mentioning(func(g form.Group) bool { return strings.Contains(form.Bare(g.Head().Label), bare) })
	}
	if len(with) > 0 {
		return with
	}
	if nearest := model.Nearest(words, names); nearest != "" {
		return []string{nearest}
	}
	with = mentioning(func(g form.Group) bool { return strings.Contains(g.Head().Note+g.Head().Law, bare) })
	for _, rule := range check.Catalogue() {
		if strings.Contains(rule.Title, bare) {
			with = append(with, rule.Name())
		}
	}
	return once(with)
}

// mentioning lists the rows and columns of which something is true.
func mentioning(is func(form.Group) bool) []string {
	var names []string
	for _, e := range slices.Backward(form.Editions()) {
		for _, g := range e.Groups() {
			if g.Name() != "" && is(g) {
				names = append(names, g.Name())
			}
		}
	}
	return once(names)
}

// askable lists what can be asked about by its name, each once.
func askable() []string {
	var names []string
	for _, e := range slices.Backward(form.Editions()) {
		for _, s := range e.Sections {
			names = append(names, s.Title, s.Tab)
		}
		for _, g := range e.Groups() {
			if g.Name() != "" {
				names = append(names, g.Name())
			}
		}
		for _, q := range e.Quantities() {
			names = append(names, q.Name)
		}
	}
	for _, f := range form.Fields() {
		names = append(names, f.Label, string(f.Key))
	}
	for _, c := range newest().Cells() {
		names = append(names, string(c.Key))
	}
	names = append(names, form.LevelNames()...)
	for _, rule := range check.Catalogue() {
		names = append(names, rule.Name(), rule.ID)
	}
	return once(append(names, "记号", "编号"))
}

func once(names []string) []string {
	seen := map[string]bool{}
	return slices.DeleteFunc(names, func(name string) bool {
		was := seen[name]
		seen[name] = true
		return was
	})
}
