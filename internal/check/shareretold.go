package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
	"nianbao/internal/reading"
)

// namedShare finds what share of the whole something named has, in words that name no other whole: 行政执法公示信息占比超过九成.
var namedShare = pattern.New(`(\p{Han}{4,24}?)的?(?:占比|占到|占了?|比重)(超过|达到|高达|达|约|近|接近|为|不足|不到|在)?([一二三四五六七八九]成|[1-9][0-9]?(?:\.[0-9]+)?%)(以上|以下|多|左右)?`, "占", "比重")

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
	for _, s := range in.filled() {
		for i, p := range s.paragraphs {
			for _, m := range namedShare.FindAllStringSubmatchIndex(p.Text, -1) {
				if items == nil {
					items = in.countedItems()
				}
				if words, due, wrong := in.wrongRetold(p.Text, m, items); wrong {
					f := s.finding(i, words, fmt.Sprintf("文字写“%s”，按文字里写的件数算是%s，请核对。", words, due))
					f.Expected, f.Actual, f.Compared = due, p.Text[m[6]:m[7]], comparedTo("算出来")
					found = append(found, f)
				}
			}
		}
	}
	return found
}

// wrongRetold says whether a share that was found in a text is none that its item has, and what that is.
func (in *Input) wrongRetold(text string, m []int, items map[string]countedItem) (words, due string, wrong bool) {
	statement, _ := chinese.Around(text, m[0], chinese.StatementEnds)
	if in.namesOtherYear(statement) || otherYears.In(statement) {
		return "", "", false
	}
	name := text[m[2]:m[3]]
	item, known := items[name]
	for !known && utf8.RuneCountInString(name) > fewestNamed && strings.ContainsRune("但而且即其中是", chinese.FirstRune(name)) {
		_, size := utf8.DecodeRuneInString(name)
		name = name[size:]
		item, known = items[name]
	}
	if !known || item.several || strings.Contains(item.part.Statement.Text[item.part.Statement.Start:item.part.Statement.End], text[m[0]:m[1]]) {
		return "", "", false // what is told beside the numbers is read there
	}
	rate, _ := chinese.ReadNumeral(text[m[6]:m[7]])
	percent, tenths := rate.Value, strings.HasSuffix(text[m[6]:m[7]], "成")
	if tenths && percent.LessThan(decimal.NewFromInt(10)) {
		percent = percent.Shift(1)
	}
	before, behind := wordBetween(text, m[4], m[5]), wordBetween(text, m[8], m[9])
	for whole := item.whole; whole != nil; whole = whole.Whole() {
		if !whole.Value.IsPositive() {
			return "", "", false
		}
		share := reading.Share{Part: item.part.Value, Whole: whole.Value}
		if fitsRoughly(share, percent, before, behind, tenths) {
			return "", "", false
		}
	}
	return text[m[2]:m[1]], reading.Share{Part: item.part.Value, Whole: item.whole.Value}.Percent(1).String() + "%", true
}

// wordBetween is a part of a text that a pattern found, "" if it did not.
func wordBetween(text string, from, to int) string {
	if from < 0 {
		return ""
	}
	return text[from:to]
}

// fitsRoughly says whether a share may be told as a percentage with the words before it and behind it.
func fitsRoughly(share reading.Share, percent decimal.Decimal, before, behind string, tenths bool) bool {
	const places = 6
	exact, half := share.Percent(places), decimal.NewFromInt(1)
	near := decimal.NewFromInt(6) // points
	switch more := exact.Sub(percent); {
	case slices.Contains([]string{"超过", "高达"}, before), behind == "以上", behind == "多":
		return more.GreaterThan(half.Neg())
	case before == "不足", before == "不到", behind == "以下":
		return more.LessThan(half)
	case before == "约", before == "近", before == "接近", before == "在", behind == "左右", tenths:
		return more.Abs().LessThan(near)
	}
	return share.Bears(percent, max(0, -percent.Exponent()))
}
