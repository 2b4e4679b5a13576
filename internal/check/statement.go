package check

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/model"
)

// Statement is a sentence in which a unit speaks for itself: neither a heading, nor what the form and the statute have everybody write.
type Statement struct {
	Section   form.Key
	Paragraph int    // counted from 0
	Text      string // as it stands, placeholders filled in
	Folded    string // the same for a copy in which names, figures, years and marks were replaced

	start int // of the text in its paragraph, in bytes
}

// Statements lists what the sections in which reports can be alike say, in their order.
func Statements(r *model.Report) []Statement { return (&Input{Report: r}).statements() }

// LikenessSections are the passages that a unit writes itself. The others are prescribed, or say the same every year.
func LikenessSections() []form.Key { return []form.Key{"narrative.overview", "narrative.problems"} }

// statements is Statements of the report that is looked at, kept for the next rule.
func (in *Input) statements() []Statement {
	if in.said == nil {
		in.said = []Statement{}
		f := newFolding(in.Report.Unit())
		for _, key := range LikenessSections() {
			if s, ok := in.section(key); ok {
				in.said = append(in.said, s.statements(f)...)
			}
		}
	}
	return in.said
}

// shortestStatement is how many characters a sentence has at least, its mark among them, of which it can be said that it was copied.
const shortestStatement = 7

func (s section) statements(f *folding) (list []Statement) {
	for i, p := range s.paragraphs {
		_, rest, _ := chinese.ReadMarker(p.Text)
		at := len(p.Text) - len(rest)
		for _, text := range chinese.Statements(rest) {
			start := at
			at += len(text)
			if !strings.ContainsAny(text, chinese.StatementEnds) || utf8.RuneCountInString(text) < shortestStatement || instructions.words("格式的说明").First(text) != "" {
				continue
			}
			if folded := f.fold(text); !isFormal(folded) {
				list = append(list, Statement{s.passage.Key, i, text, folded, start})
			}
		}
	}
	return list
}

// In a folded text these stand for a number and for the unit; neither is a letter.
const (
	someNumber = '#'
	thisUnit   = '@'
)

// folding reads what a unit wrote as if another had written it for another year.
type folding struct{ own *strings.Replacer }

// newFolding folds the texts of a unit.
func newFolding(unit string) *folding {
	names := []string{"本机关", "本单位", "我单位"}
	name := chinese.ParseUnitName(unit)
	if unit = strings.TrimSpace(unit); unit != "" {
		names = append(names, unit)
	}
	if name.Kind != "" {
		names = append(names, name.Core)
		names = append(names, name.CalledByKind()...)
	}
	if chinese.Rank(name.Kind) > 0 { // what a department is called by, 财政, is a word like any other
		for _, seat := range []string{"政府", "人民政府", "党委", "党工委", "办事处"} {
			names = append(names, name.Core+seat, name.Kind+seat)
		}
		if stem := strings.TrimSuffix(name.Core, name.Kind); utf8.RuneCountInString(stem) > 1 {
			names = append(names, stem)
		}
	}
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	var pairs []string
	for _, n := range names {
		pairs = append(pairs, n, string(thisUnit))
	}
	for _, year := range []string{"本年度", "今年", "本年", "当年"} {
		pairs = append(pairs, year, string(someNumber)+"年")
	}
	return &folding{strings.NewReplacer(pairs...)}
}

// fold is a text in which names of the unit, numbers and years are signs, without marks and spaces.
func (f *folding) fold(text string) string {
	var b strings.Builder
	last := rune(0)
	for _, r := range f.own.Replace(text) {
		switch {
		case r >= '0' && r <= '9' || r >= '０' && r <= '９' || strings.ContainsRune("〇零一二两三四五六七八九十百千万亿", r):
			r = someNumber
		case r != thisUnit && r != someNumber && !unicode.IsLetter(r), last == '年' && r == '度':
			continue
		}
		if r == last && (r == someNumber || r == thisUnit) {
			continue
		}
		b.WriteRune(r)
		last = r
	}
	return strings.TrimPrefix(b.String(), "#是") // the number of an item, which another order changes
}

// formal takes the words of the form, the statute and official papers out of a text.
var formal = sync.OnceValue(func() *strings.Replacer {
	words := []string{"《", "", "》", "", string(someNumber), "", string(thisUnit), ""}
	var list []string
	for line := range wordLines(formalFile) {
		if line[0] != '[' {
			list = append(list, strings.Fields(line)...)
		}
	}
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	for _, word := range list {
		words = append(words, word, "")
	}
	return strings.NewReplacer(words...)
})

// isFormal says whether a folded sentence is hardly more than words that everybody has to use.
func isFormal(folded string) bool {
	const most = 4 // one in so many characters may be the unit's own
	rest := utf8.RuneCountInString(formal().Replace(folded))
	return most*rest <= utf8.RuneCountInString(folded)
}
