package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// Average is how many there are of something to each of something else, both of which the sentence counts: 推文240篇，阅读36万次，平均每篇1500次.
type Average struct {
	*Quantity
	Of []Share // the numbers and how many they are divided by, the likeliest first
}

// averageWords says of what each has its average, behind the last of the groups that is not empty: 平均每篇, 篇均, 每篇平均.
var averageWords = pattern.New(`(?:平均|均|折合|折算)[^，。；、]{0,12}每[个一]?(\p{Han}{1,4})|每[个一]?(\p{Han})[^，。；、]{0,12}平均|(\p{Han})均(?:每|阅|发|答|点|浏|受|办|收|约|为|达|有|公|参|开|近|超|不|$)`, "均", "折")

// IsAbout says whether a number is told roughly, and more so than one in 万 always is.
func (a *Average) IsAbout() bool { return !a.isPrinted() }

// averages finds the averages whose sentences tell what they are the average of.
func (r *Reading) averages() (all []Average) {
	for _, s := range r.Statements {
		if !strings.ContainsAny(s.Words(s.Span), "均折") {
			continue
		}
		for i, q := range s.Quantities {
			if q.Form != Number || q.planned || q.Bound == Vague || !q.isPositive() {
				continue
			}
			from := q.Clause.Start
			if i > 0 {
				from = max(from, s.Quantities[i-1].End)
			}
			m := averageWords.FindStringSubmatch(s.Text[min(from, q.Start):q.Start])
			if m == nil {
				continue
			}
			a := Average{Quantity: q, Of: averagesOf(q, m[1]+m[2]+m[3])}
			if len(a.Of) > 0 && len(a.Of) <= mostShares {
				all = append(all, a)
			}
		}
	}
	return all
}

// averagesOf pairs each number of the sentence that is counted as an average is with each that counts those who have it.
func averagesOf(q *Quantity, each string) (list []Share) {
	numbers := q.Statement.Quantities
	at := slices.Index(numbers, q)
	nearest := slices.Concat(numbers[:at], numbers[at+1:])
	slices.Reverse(nearest[:at])
	for _, total := range nearest {
		if len(list) > mostShares {
			return nil
		}
		if total == q || total.Form != Number || !alikeUnits(total.Unit, q.Unit) || !total.isPrinted() || total.Value.LessThan(q.Value) || total.differs || total.lastYear {
			continue
		}
		if strings.HasPrefix(each, "月") && q.Statement.tellsOfYear(total) {
			list = append(list, Share{total.Value, decimal.NewFromInt(12)})
			if together := sumOf(numbersAmong(numbers[:at])); together.GreaterThan(total.Value) {
				list = append(list, Share{together, decimal.NewFromInt(12)}) // 图文120篇、短视频24条，月均12条
			}
		}
		for _, count := range numbers {
			if count != q && count != total && count.Form == Number && count.Bound == Exact && count.isPositive() && !count.differs && !count.lastYear && count.counts(each) {
				list = append(list, Share{total.Value, count.Value})
			}
		}
	}
	return list
}

// numbersAmong are those of some quantities that are numbers.
func numbersAmong(all []*Quantity) (list []*Quantity) {
	for _, q := range all {
		if q.Form == Number {
			list = append(list, q)
		}
	}
	return list
}

// tellsOfYear says whether a number of the statement is told of the whole year: its words say so, or nothing names another time.
func (s *Statement) tellsOfYear(q *Quantity) bool {
	said := s.Words(s.Span)
	return chinese.ContainsAny(said, []string{"全年", "一年", "年内"}) || !q.otherTime && !partOfYear.MatchString(said)
}

// partOfYear are words for a time that is no year, or for when something began.
var partOfYear = pattern.New(`[0-9一二三四五六七八九十]月|季度|半年|以来|累计|开通|上线|启用|运行|建成|个月`, "月", "季度", "半年", "以来", "累计", "开通", "上线", "启用", "运行", "建成")

// counts says whether a number counts what a text begins with: 240篇 篇, 12个村 村.
func (q *Quantity) counts(each string) bool {
	if unit := strings.TrimPrefix(q.Unit, "个"); unit != "" && strings.HasPrefix(each, unit) {
		return true
	}
	first := chinese.FirstRune(q.Statement.Text[q.End:])
	return q.Unit == "个" && chinese.IsHan(first) && chinese.FirstRune(each) == first
}
