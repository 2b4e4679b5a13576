package ledger

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/form"
	"nianbao/internal/label"
)

// terms are the words for applicants and outcomes of an edition.
type terms struct{ applicants, outcomes vocabulary }

// termsOf are those of the editions, by the edition's id.
var termsOf = sync.OnceValue(func() map[string]*terms {
	all := map[string]*terms{}
	for _, e := range form.Editions() {
		all[e.ID] = &terms{newVocabulary(e, e.Applicants(), false), newVocabulary(e, e.Outcomes(), true)}
	}
	return all
})

// vocabulary are the rows or the columns of the table, as people name them.
type vocabulary struct {
	edition  string
	kinds    []form.Kind
	isRow    bool
	groups   []form.Group
	spelling map[string]string // keys by what names exactly one of them
	folded   [][]string        // what each kind is called, folded
}

// others are names that people use for what the form calls otherwise. What an applicant withdrew counts among the other outcomes, as the
// form's notes say, which each edition has under one of two keys.
var others = []struct {
	key   string
	isRow bool
	words []string
}{
	{"natural_person", false, []string{"公民", "个人"}},
	{"enterprise", false, []string{"公司"}},
	{"legal_service", false, []string{"律师事务所", "律所"}},
	{"other.miscellaneous", true, withdrawn},
	{"other", true, withdrawn},
}

var withdrawn = []string{"撤回", "主动撤回", "申请人撤回", "申请人主动撤回", "撤回申请"}

func newVocabulary(e *form.Edition, kinds []form.Kind, isRow bool) vocabulary {
	v := vocabulary{edition: e.ID, kinds: kinds, isRow: isRow, spelling: map[string]string{}}
	for _, g := range e.Groups() {
		if g.IsRow == isRow && len(g.Keys) > 0 && strings.HasPrefix(string(g.Keys[0]), label.Requests.Key()+".") {
			v.groups = append(v.groups, g)
		}
	}
	for _, other := range others {
		if other.isRow == isRow && v.has(other.key) {
			for _, word := range other.words {
				v.spelling[word] = other.key
			}
		}
	}
	for _, k := range kinds {
		names := []string{fold(k.Name), fold(form.Bare(k.Label)), fold(k.Label)}
		v.folded = append(v.folded, names)
		for _, name := range names {
			v.spelling[name] = k.Key
		}
	}
	return v
}

// find lists the keys of what a text may name: by its name, by its label as the form or a copy of it prints that, or by a part of either
// that no other has. A head above several names all of these.
func (v vocabulary) find(text string) []string {
	words := fold(text)
	if key, ok := v.spelling[words]; ok {
		return []string{key}
	}
	if l, _ := label.Whole(text, label.Requests); l != nil {
		if kind, _, ok := l.In(v.edition); ok && (kind == label.Row) == v.isRow && v.has(l.Key) {
			return []string{l.Key}
		}
	}
	for _, g := range v.groups {
		if below := v.below(g); len(below) > 0 && (words == fold(g.Head().Name) || words == fold(form.Bare(g.Head().Label)) || words == fold(g.Head().Label)) {
			return below
		}
	}
	const least = 2 // characters that name something
	if utf8.RuneCountInString(words) < least {
		return nil
	}
	var keys []string
	for i, k := range v.kinds {
		if slices.ContainsFunc(v.folded[i], func(name string) bool { return strings.Contains(name, words) }) {
			keys = append(keys, k.Key)
		}
	}
	return keys
}

func (v vocabulary) has(key string) bool {
	return slices.ContainsFunc(v.kinds, func(k form.Kind) bool { return k.Key == key })
}

// name is what a kind is called.
func (v vocabulary) name(key string) string {
	i := slices.IndexFunc(v.kinds, func(k form.Kind) bool { return k.Key == key })
	return v.kinds[i].Name
}

// below are the keys of the kinds that stand below a head.
func (v vocabulary) below(g form.Group) (keys []string) {
	for _, k := range g.Keys {
		row, applicant := splitKey(k)
		key := applicant
		if v.isRow {
			key = row
		}
		if v.has(key) && !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	return keys
}

var unfolded = strings.NewReplacer(" ", "", "　", "", "“", "", "”", "", "‘", "", "’", "", `"`, "", "·", "", "(", "（", ")", "）")

// fold makes words equal that differ only in blanks, quotation marks and the width of letters.
func fold(text string) string { return unfolded.Replace(chinese.HalfWidth(strings.TrimSpace(text))) }

func isOneOf(text string, words []string) bool { return slices.Contains(words, text) }
