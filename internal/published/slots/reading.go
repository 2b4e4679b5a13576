package slots

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/label"
)

// reading is what a text says of the figures beside it or below it.
type reading struct {
	kind      kind
	folded    string  // without blanks around it; of a text that is too long the beginning
	known     bool    // every letter of it is understood
	senses    []sense // what it may mean; none where it tells no figure from another
	fuzzy     bool    // it is only like a label
	aside     bool    // it is the head of something beside the figures
	units     bool    // it is the head of a column of units
	unit      naming  // it names a unit
	restricts bool    // what it says is not the year's figure, or not all of it
	year      int     // a year that it names, but for the report's; 0 for none
	money     string  // 元 or 万元 or another one; "" for none
	number    string  // in front of it
	marks     bool    // a unit's name stands in it or behind it
	name      string  // of that, if it stands in it
	colon     bool
}

// naming tells whose a table, a row or a column is.
type naming int

const (
	unnamed naming = iota
	own
	another
)

// How much of a text is looked at, and how many of its words.
const (
	mostLetters = 90
	mostBytes   = 300
	mostWords   = 6
	mostSenses  = 12
)

// reader reads the texts of one workbook, each once.
type reader struct {
	*lexicon
	unit, stem string // the report's own, and without what it is: 清溪镇人民政府, 清溪镇
	year       int
	read       map[string]*reading
	wholes     map[keys]keys // what together found
}

// of reads a text; of a workbook with more texts than any form has the others say nothing.
func (r *reader) of(text string) *reading {
	const mostTexts = 6000
	if one := r.read[text]; one != nil {
		return one
	}
	switch {
	case isUsualFigure(text):
		return &reading{kind: number, folded: text}
	case len(text) > mostBytes, len(r.read) >= mostTexts:
		return &reading{kind: full}
	}
	one := r.understand(text)
	r.read[text] = one
	return one
}

// isUsualFigure tells most figures of a workbook without a look at what else a text may be.
func isUsualFigure(text string) bool { return len(text) < 20 && chinese.IsDigits(text) }

func (r *reader) understand(text string) *reading {
	folded := strings.TrimSpace(label.Text(text))
	one := &reading{kind: full, folded: folded}
	switch {
	case folded == "":
		one.kind = empty
	case figure.MatchString(folded):
		one.kind = number
	case counted.MatchString(folded):
		one.kind = passed
	}
	if one.kind == empty || one.kind == number {
		return one
	}
	if m := unitMark.FindStringSubmatch(folded); m != nil && (m[1] != "" || m[2] == "") {
		one.marks, one.colon, one.name = true, m[1] != "", m[2]
	}
	one.money = moneyIn(folded)
	one.unit = r.naming(folded)
	for _, y := range yearSaid.FindAllStringSubmatch(folded, 4) {
		if n, _ := strconv.Atoi(y[1]); n != r.year && y[2] == "" && r.year != 0 && !noted.MatchString(folded) {
			one.year = n
		}
	}
	number, rest := withoutNumber(folded)
	one.number = number
	letters := label.Letters(rest)
	one.aside = slices.Contains(asides, letters)
	one.units = namesUnits.MatchString(letters)
	if utf8.RuneCountInString(letters) > mostLetters {
		return one
	}
	if one.senses, one.known = r.parse(letters); one.known {
		one.chooseByNumber()
		return one
	}
	bare, notes := withoutNotes(rest)
	if senses, ok := r.parse(label.Letters(bare)); ok && notes != "" {
		one.senses, one.known = senses, !otherThan.MatchString(notes)
		one.restricts = !one.known
		one.chooseByNumber()
		return one
	}
	one.restricts = restricting.MatchString(letters) && !noted.MatchString(folded)
	if senses := r.like(rest, letters); senses != nil && !one.restricts {
		one.senses, one.known, one.fuzzy = senses, true, true
	}
	return one
}

// withoutNumber is the number in front of a text, and what follows it.
func withoutNumber(folded string) (number, rest string) {
	m := numbered.FindStringSubmatch(folded)
	return m[1] + m[2], folded[len(m[0]):]
}

// withoutNotes is a text without what stands in brackets behind its words, and that.
func withoutNotes(text string) (bare, notes string) {
	for {
		open := strings.IndexByte(text, '(')
		if open < 0 {
			return bare + text, notes
		}
		end := label.Note(text, open)
		if end == open {
			return bare + text, notes
		}
		bare, notes, text = bare+text[:open], notes+text[open:end], text[end:]
	}
}

// moneyIn is the unit of money that a text names: 万元 even where 元 stands beside it would be another thing, so that the first counts
// only if there is no other.
func moneyIn(folded string) string {
	unit := ""
	for _, m := range money.FindAllString(folded, 4) {
		if unit != "" && unit != m {
			return ""
		}
		unit = m
	}
	return unit
}

// naming tells whether a text is the name of the report's unit, or of another one.
func (r *reader) naming(folded string) naming {
	text := label.Letters(folded)
	switch {
	case text == "" || len(folded) > 120:
		return unnamed
	case r.unit != "" && (text == r.unit || text == r.stem || stemOf(text) == r.stem):
		return own
	case unitLike.MatchString(text) && !strings.Contains(folded, ":"):
		return another
	}
	return unnamed
}

// stemOf is a unit's name without what it is, which offices leave out.
func stemOf(unit string) string {
	for _, end := range []string{"人民政府", "政府", "办事处"} {
		if stem, ok := strings.CutSuffix(unit, end); ok && utf8.RuneCountInString(stem) > 1 {
			return stem
		}
	}
	return unit
}

// chooseByNumber leaves of several senses those with the number that stands in front.
func (one *reading) chooseByNumber() {
	behind := func(s sense) bool { return s.number != "" && s.number == one.number }
	if slices.ContainsFunc(one.senses, behind) {
		one.senses = slices.DeleteFunc(one.senses, func(s sense) bool { return !behind(s) })
		return
	}
	if rest := slices.DeleteFunc(slices.Clone(one.senses), func(s sense) bool { return s.needed }); len(rest) > 0 {
		one.senses = rest
	}
}

// parse tells what letters mean if they are nothing but words of the form, and such as say nothing: of all ways the one in which fewest
// letters say nothing, then that of fewest words.
func (r *reader) parse(letters string) (senses []sense, ok bool) {
	if letters == "" {
		return nil, false
	}
	type way struct {
		reached     bool
		idle, words int
		from        int
		word        string
	}
	ways := make([]way, len(letters)+1)
	ways[0].reached = true
	better := func(at int, w way) {
		o := ways[at]
		if !o.reached || w.idle < o.idle || w.idle == o.idle && w.words < o.words {
			ways[at] = w
		}
	}
	for i := range letters {
		if !ways[i].reached {
			continue
		}
		if n := r.yearAt(letters[i:]); n > 0 {
			better(i+n, way{true, ways[i].idle + n, ways[i].words, i, ""})
		}
		first, _ := utf8.DecodeRuneInString(letters[i:])
		for _, w := range r.first[first] {
			if !strings.HasPrefix(letters[i:], w) {
				continue
			}
			next := way{true, ways[i].idle, ways[i].words, i, w}
			if r.words[w][0].facets == 0 && len(r.words[w]) == 1 {
				next.idle += len(w)
			} else {
				next.words++
			}
			better(i+len(w), next)
		}
	}
	end := ways[len(letters)]
	if !end.reached || end.words > mostWords {
		return nil, false
	}
	var said [][]sense
	for at := len(letters); at > 0; at = ways[at].from {
		told := slices.DeleteFunc(slices.Clone(r.words[ways[at].word]), func(s sense) bool { return s.facets == 0 })
		if len(told) > 0 {
			said = append(said, told)
		}
	}
	slices.Reverse(said)
	return together(said), true
}

// yearAt is how many bytes the report's year takes that letters begin with.
func (r *reader) yearAt(letters string) int {
	digits := strconv.Itoa(r.year)
	rest, ok := strings.CutPrefix(letters, digits)
	if !ok || r.year == 0 {
		return 0
	}
	for _, word := range []string{"年度", "年"} {
		if strings.HasPrefix(rest, word) {
			return len(digits) + len(word)
		}
	}
	return len(digits)
}

// together is what several words say in a row: what all of them mean (不予公开：属于国家秘密), and where nothing is all of that, one or
// another of them (处理决定数量／收费金额).
func together(said [][]sense) []sense {
	if len(said) == 0 {
		return nil
	}
	if all := meet(said); len(all) > 0 {
		return all
	}
	named := slices.DeleteFunc(slices.Clone(said), func(one []sense) bool { return !slices.ContainsFunc(one, func(s sense) bool { return !s.total }) })
	if all := meet(named); len(named) > 0 && len(all) > 0 {
		return all
	}
	var any sense
	for _, one := range said {
		for _, s := range one {
			if any.keys.none() {
				any.table = s.table
			} else if any.table != s.table {
				any.table = ""
			}
			any.facets, any.keys = any.facets|s.facets, any.keys.or(s.keys)
		}
	}
	return []sense{any}
}

// meet is what all words of a row may mean together.
func meet(said [][]sense) (all []sense) {
	for i, one := range said {
		if i == 0 {
			all = slices.Clone(one)
			continue
		}
		var next []sense
		for _, a := range all {
			for _, b := range one {
				s := sense{facets: a.facets | b.facets, table: a.table, keys: a.keys.and(b.keys), number: a.number, needed: a.needed || b.needed, total: a.total || b.total}
				if !s.keys.none() && len(next) < mostSenses {
					next = append(next, s)
				}
			}
		}
		all = next
	}
	return all
}

// like is what a text means that is a long label of a row but for letters that were lost, changed or put in.
func (r *reader) like(rest, letters string) []sense {
	const least, added = 8, 2
	l := label.Nearest(rest, label.Requests)
	if l == nil || strings.ContainsAny(letters, "或及") && !strings.ContainsAny(l.Words(), "或及") {
		return nil
	}
	_, words, ok := l.In(r.edition.ID)
	if !ok {
		return nil
	}
	_, due := withoutNumber(label.Text(words))
	due = label.Letters(due)
	n := utf8.RuneCountInString(letters)
	common := l.Likeness(letters, r.edition.ID) * float64(n+utf8.RuneCountInString(due)) / 2
	if n < least || float64(n)-common > added+0.01 {
		return nil
	}
	for _, not := range []string{"不", "未", "非", "无", "没"} {
		if strings.Count(letters, not) != strings.Count(due, not) {
			return nil
		}
	}
	return slices.Clone(r.words[due])
}
