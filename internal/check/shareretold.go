package check

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
	"nianbao/internal/reading"
)

// namedShare ends in something named and the words behind which its share of the whole is told, where they name no other whole:
// 行政执法公示信息占比超过.
var namedShare = pattern.New(`(\p{Han}{4,24}?)的?(?:占比|占到|占了?|比重)(?:超过|达到|高达|达|约|近|接近|为|不足|不到|在)?$`, "占", "比重")

// countedItem is a part of a list, by its name.
type countedItem struct {
	part    *reading.Quantity
	whole   *reading.Quantity
	several bool // other lists have one of that name
}

// fewestNamed is how many characters a name has that is told again elsewhere.
const fewestNamed = 4

// countedItems are the parts of the text's lists by their names.
func (in *Input) countedItems() map[string]countedItem {
	items := map[string]countedItem{}
	lists := in.read().Lists
	for i := range lists {
		l := &lists[i]
		if l.Whole.Bound != reading.Exact || !l.Whole.Value.IsPositive() {
			continue
		}
		for _, p := range l.Parts {
			name := nameOfItem(p)
			if utf8.RuneCountInString(name) < fewestNamed || p.Bound != reading.Exact || p.Unit != l.Whole.Unit {
				continue
			}
			before, known := items[name]
			items[name] = countedItem{p, l.Whole, known && before.part != p}
		}
	}
	return items
}

// nameOfItem is what stands before the number of a part, back to the mark that parts it from the one before.
func nameOfItem(p *reading.Quantity) string {
	text := p.Statement.Text
	before := text[chinese.RuneStart(text, max(p.Statement.Start, p.Start-chinese.Farthest)):p.Start]
	if at := strings.LastIndexAny(before, "，、；：（。"); at >= 0 {
		_, size := utf8.DecodeRuneInString(before[at:])
		before = before[at+size:]
	}
	return strings.TrimPrefix(strings.TrimPrefix(before, "其中"), "包括")
}

// findSharesRetold finds shares of what the text counts elsewhere that its numbers do not bear out.
func findSharesRetold(in *Input) []Finding {
	var found []Finding
	var items map[string]countedItem
	for _, s := range in.read().Statements {
		for _, q := range s.Quantities {
			if q.Form != reading.Rate {
				continue
			}
			m := namedShare.FindStringSubmatchIndex(s.Text[s.Start:q.Start])
			if m == nil {
				continue
			}
			if items == nil {
				items = in.countedItems()
			}
			p := reading.Percentage{Quantity: q}
			if due, wrong := in.wrongRetold(&p, s.Text[s.Start+m[2]:s.Start+m[3]], items); wrong {
				words := s.Text[s.Start+m[2] : q.End]
				f := in.findingOn(s, words, fmt.Sprintf("文字写“%s”，按文字里写的件数算是%s，请核对。", words, due))
				f.Expected, f.Actual, f.Compared = due, p.Told(), comparedTo("算出来")
				found = append(found, f)
			}
		}
	}
	return found
}

// wrongRetold says whether a share of something named is none that it has, and what that is.
func (in *Input) wrongRetold(p *reading.Percentage, name string, items map[string]countedItem) (due string, wrong bool) {
	statement := p.Statement.Words(p.Statement.Span)
	if in.namesOtherYear(statement) || otherYears.In(statement) {
		return "", false
	}
	item, known := items[name]
	for !known && utf8.RuneCountInString(name) > fewestNamed && strings.ContainsRune("但而且即其中是", chinese.FirstRune(name)) {
		_, size := utf8.DecodeRuneInString(name)
		name = name[size:]
		item, known = items[name]
	}
	if !known || item.several || item.part.Statement == p.Statement {
		return "", false // what is told beside the numbers is read there
	}
	for whole := item.whole; whole != nil; whole = whole.Whole() {
		if !whole.Value.IsPositive() || p.Fits(reading.Share{Part: item.part.Value, Whole: whole.Value}) {
			return "", false
		}
	}
	return reading.Share{Part: item.part.Value, Whole: item.whole.Value}.Percent(1).String() + "%", true
}
