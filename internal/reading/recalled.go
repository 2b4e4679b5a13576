package reading

import (
	"slices"
	"strings"
	"unicode/utf8"

	"nianbao/internal/chinese"
	"nianbao/internal/pattern"
)

// recalls finds the numbers that point back to one told before (上述100份问卷，全年关停的2个账号) and are another. Where several numbers
// may be meant, or one that agrees is told anywhere, nothing is said.
func (r *Reading) recalls() []Retelling {
	var all []*Quantity
	var later []recalling
	var list []Retelling
	looked := 0 // for numbers beside those recalled; reports have one or two
	for _, s := range r.Statements {
		for i, q := range s.Quantities {
			if i > 0 && q.isBesideRecalled(s.Quantities[i-1]) && looked < mostNamed {
				looked++
				if earlier := s.Quantities[i-1].besideSame(all, q.Unit); earlier != nil && !earlier.Value.Equal(q.Value) {
					list = append(list, Retelling{recalledClaim(q.Unit, earlier), recalledClaim(q.Unit, q)})
				}
			}
			if q.Form == Number && !q.IsOfRequests() && !isDispute(q.thing) && q.Bound == Exact && q.isPositive() && !q.lastYear && !q.differs {
				all = append(all, q)
				if by, points := q.recalls(); points {
					later = append(later, by)
				}
			}
		}
	}
	if later == nil {
		return list
	}
	told, place := countedBeside(all, later), map[*Quantity]int{}
	for i, q := range all {
		place[q] = i
	}
	for _, q := range later {
		if noun, earlier := q.recalled(told); earlier != nil && !q.countsAsMeasured(earlier) && (q.owner == "" || place[earlier] < place[q.Quantity]) {
			list = append(list, Retelling{recalledClaim(noun, earlier), recalledClaim(noun, q.Quantity)})
		}
	}
	return list
}

// isBesideRecalled says whether 、 parts a number from one that points back: 上述4期、610人次的业务培训.
func (q *Quantity) isBesideRecalled(before *Quantity) bool {
	return before.isPositive() && q.isPositive() && before.Bound == Exact && q.Bound == Exact && before.Unit != q.Unit && q.Statement.Text[before.End:max(before.End, q.Start)] == "、" &&
		chinese.EndsWithAny(before.saidNear(), []string{"上述", "以上", "这"})
}

// besideSame is the number in a unit that is told right behind an earlier one that is the same as q: 培训4期，参训580人次; nil for none, or for several.
func (q *Quantity) besideSame(all []*Quantity, unit string) (found *Quantity) {
	for i, z := range all {
		if i+1 == len(all) || z.Unit != q.Unit || !z.Value.Equal(q.Value) || z.Statement == q.Statement {
			continue
		}
		if next := all[i+1]; next.Statement == z.Statement && next.Unit == unit {
			if found != nil {
				return nil
			}
			found = next
		}
	}
	return found
}

func recalledClaim(noun string, q *Quantity) *Claim {
	return &Claim{Measure: Measure{Name: "“" + noun + "”", Class: Information}, Quantity: q, Words: q.clauseWords()}
}

// recalling is a number that points back to one that was told before.
type recalling struct {
	*Quantity
	nouns []string // that it may count, the longest first
	owner string   // whose it is said to be: 公众号发布的129条防控信息; "" where the words point back without that
	all   bool     // it is of the whole year, so that no other of the same may be more: 全年举办信息员培训2次
}

// recalls says whether a number points to one that was told before, and how.
func (q *Quantity) recalls() (by recalling, points bool) {
	const most = 8 // characters between 全年 and 的
	before := q.saidNear()
	by = recalling{Quantity: q, nouns: q.nounsBehind()}
	if owner, verb := ownerIn(before); owner != "" && !isNew.In(before) && (q.whole == nil || q.whole.Statement != q.Statement) {
		by.owner = owner
		if verb != "" && strings.HasSuffix(before, "该"+owner+verb+"的") {
			by.owner = ""
		}
		return by, true
	}
	if q.whole != nil {
		return by, false
	}
	if owner, noun := ownedBefore(before); owner != "" && !isNew.In(before) {
		by.owner, by.nouns = owner, []string{noun}
		return by, true
	}
	if noun := q.ofWholeYear(before); noun != "" {
		by.all, by.nouns = true, []string{noun}
		return by, true
	}
	if chinese.EndsWithAny(before, []string{"上述", "以上", "全部", "现有的", "全年"}) || q.handedOut() != "" || q.tellsWhoCame() {
		return by, true
	}
	for _, whole := range []string{"全年", "年内", "本年", "今年", "该"} {
		if _, deed, found := strings.Cut(before, whole); found {
			deed, attribute := strings.CutSuffix(deed, "的")
			if attribute && deed != "" && utf8.RuneCountInString(deed) <= most && !strings.ContainsAny(deed, "的中、") {
				return by, true
			}
		}
	}
	return by, false
}

var (
	// owners have or publish what is counted; owning are what they do with it.
	owners = pattern.NewWords("公众号 抖音号 视频号 微博 官网 网站 门户网站 专栏 专区 子站 公开栏 公示栏 体验区 平台 客户端 清单 目录 简报 公报")
	owning = pattern.NewWords("发布 推送 公开 公示 开设 设置 设立 下设 收录 归集 刊发 编发 展示 推出 上线 播发")
	// isNew begins what was added in the year to what there was.
	isNew = pattern.NewWords("新 增 另 其中 部分 等")
	// toThen stands between what was counted and its number.
	toThen = pattern.NewWords("全年 年内 已 共 累计 合计 总计 总数 数量 达到 达 为 有 是")
)

// ownerIn is whose the words before a number say that it is, and what the owner did, "" for nothing: 对专栏的9个子栏目, 公众号发布的129条防控信息.
func ownerIn(before string) (owner, verb string) {
	said, attribute := strings.CutSuffix(before, "的")
	if !attribute {
		return "", ""
	}
	rest, done := owning.CutSuffix(said)
	if done {
		verb = said[len(rest):]
		said = strings.TrimSuffix(strings.TrimSuffix(rest, "所"), "全年")
	}
	if rest, found := owners.CutSuffix(said); found {
		return said[len(rest):], verb
	}
	return "", ""
}

// ownedBefore is the owner and the noun before a number that is told behind both: 抖音号发布的消费提示短视频全年达85条; "" for none.
func ownedBefore(before string) (owner, noun string) {
	at := strings.LastIndex(before, "的")
	if at < 0 {
		return "", ""
	}
	owner, verb := ownerIn(before[:at+len("的")])
	noun = before[at+len("的"):]
	said := toThen.Without(noun)
	if verb == "" || said == noun || !strings.HasPrefix(noun, said) || utf8.RuneCountInString(said) < fewestRetold || !isHan(said) {
		return "", ""
	}
	return owner, said
}

// ofWholeYear is what a clause says there was so often in the whole year; "" for none: 全年举办信息员培训2次.
func (q *Quantity) ofWholeYear(before string) string {
	const fewest = 5 // characters: trainings and meetings there are for all kinds of business
	_, said, found := strings.Cut(before, "全年")
	said, held := held.CutPrefix(toThen.Without(said))
	if !found || !held || q.by != itself && q.by != nobody || !occasion.Ends(said) || !isHan(said) || utf8.RuneCountInString(said) < fewest || utf8.RuneCountInString(said) > mostCounted || elsewhere.In(before) {
		return ""
	}
	return said
}

var (
	// held begin what was done on some occasions, which occasion ends.
	held     = pattern.NewWords("举办 组织 开展 召开 举行 组织开展 组织召开 组织举办 集中开展 进行")
	occasion = pattern.NewWords("培训 培训班 会议 专题会 推进会 例会 座谈会 听证会 新闻发布会 发布会 讲座 开放日 开放日活动")
	// elsewhere are words of occasions that others held.
	elsewhere = pattern.NewWords("参加 县级 市级 省级 区级 上级 赴 派 县里 市里 区里 各 配合 协助 参与 接受 迎接")
	bothTiers = pattern.NewWords("乡村两级 镇村两级 县乡两级 县镇两级")
)

// isAmong says whether an earlier number is of some or all of what was held in the whole year.
func (q *Quantity) isAmong(all *Quantity) bool {
	said := q.saidNear()
	return q.year == all.year && !q.otherTime && !elsewhere.In(said) && (q.by == all.by || q.by == nobody || q.by == itself || bothTiers.In(said)) && q.Value.GreaterThan(all.Value)
}

// tellsWhoCame says whether a clause begins with a number of occasions of which it tells how many came to all of them: 4场培训参训人数分别为45人、38人…….
func (q *Quantity) tellsWhoCame() bool {
	const most = 9 // characters of a noun
	if q.Start != q.Clause.Start {
		return false
	}
	behind := chinese.Clip(q.Statement.Text[q.End:max(q.End, q.Clause.End)], most+2)
	at := strings.Index(behind, "参")
	return at > 0 && chinese.StartsWithAny(behind[at:], []string{"参训", "参会", "参加人", "参与人"})
}

// handedOut is the verb with which a number points to what was handed out before: 发出的180份问卷; "" for none.
func (q *Quantity) handedOut() string {
	for _, verb := range []string{"发出", "发放", "印发", "编印"} {
		if strings.HasSuffix(q.saidNear(), verb+"的") {
			return verb
		}
	}
	return ""
}

// counted is a noun and the unit it is counted in.
type counted struct{ noun, unit string }

// tellings are the numbers of a noun: the first three, the last, and how many have each value.
type tellings struct {
	some   []*Quantity
	last   *Quantity
	values map[string]int
}

// fewestCounted and mostCounted are how many characters a noun has that a number points back by.
const fewestCounted, mostCounted = 2, 12

// countedBeside are the numbers beside which the nouns stand that stand behind those which point back.
func countedBeside(all []*Quantity, later []recalling) map[counted]*tellings {
	told := map[counted]*tellings{}
	for _, q := range later {
		for _, noun := range q.nouns {
			told[counted{noun, q.Unit}] = &tellings{values: map[string]int{}}
		}
	}
	for _, q := range all {
		behind := q.nounsBehind()
		for _, noun := range append(behind, q.nounsBefore()...) {
			n := told[counted{noun, q.Unit}]
			if n == nil || n.last == q {
				continue // one number in 问卷3份问卷
			}
			n.last = q
			if n.values[q.Value.String()]++; len(n.some) < 3 {
				n.some = append(n.some, q)
			}
		}
	}
	return told
}

// endsNoun are the characters with which what is said of a short noun begins: 100份问卷已归档, but 2500个指标值 are no 指标.
const endsNoun = "内的已均都全中里在由占及和与以是为被能可将也又还仅未没无有共包涉覆分按经通进完参开更"

// nounsBehind are the words behind a number that may be its noun, the longest first.
func (q *Quantity) nounsBehind() (nouns []string) {
	behind := q.Statement.Text[q.End:]
	for size := mostCounted; size >= fewestCounted; size-- {
		noun := chinese.Clip(behind, size)
		if next := chinese.FirstRune(behind[len(noun):]); size > fewestCounted || !chinese.IsHan(next) || chinese.IsOneOf(next, endsNoun) {
			nouns = appendNoun(nouns, noun, size)
		}
	}
	return nouns
}

// nounsBefore are those before it.
func (q *Quantity) nounsBefore() (nouns []string) {
	before := q.Statement.Text[:q.Start]
	start := len(before)
	for size := 1; size <= mostCounted && start > 0; size++ {
		_, width := utf8.DecodeLastRuneInString(before[:start])
		if start -= width; size >= fewestCounted {
			nouns = appendNoun(nouns, before[start:], size)
		}
	}
	return nouns
}

func appendNoun(nouns []string, noun string, size int) []string {
	if utf8.RuneCountInString(noun) < size || !isHan(noun) {
		return nouns
	}
	return append(nouns, noun)
}

func isHan(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !chinese.IsHan(r) })
}

// recalled is the one number that may be meant, and what both count: the longest noun behind the later that stands beside any other.
func (q recalling) recalled(told map[counted]*tellings) (noun string, earlier *Quantity) {
	for _, noun := range q.nouns {
		n := told[counted{noun, q.Unit}]
		others := slices.DeleteFunc(slices.Clone(n.some), func(z *Quantity) bool { return z == q.Quantity })
		switch {
		case len(others) == 0:
		case q.all:
			at := slices.IndexFunc(others, func(z *Quantity) bool { return z.isAmong(q.Quantity) })
			if at < 0 || n.values[q.Value.String()] > 1 {
				return "", nil
			}
			return noun, others[at]
		case q.handedOut() != "" && !strings.Contains(others[0].saidNear(), "发") && !strings.Contains(others[0].saidNear(), "印"):
			return "", nil // 收回180份问卷, of those handed out
		case len(others) > 1 || n.values[q.Value.String()] > 1 || others[0].whole != nil || others[0].planned || others[0].isOfEach() || others[0].otherTime && !q.isBeside(others[0]):
			return "", nil
		case q.owner != "" && !(others[0].isOwnedBy(q.owner) && q.cannotBeSomeOf(others[0], noun)):
			return "", nil
		default:
			return noun, others[0]
		}
	}
	return "", nil
}

// countsAsMeasured says whether both count one subject that numbers are held against already.
func (q *Quantity) countsAsMeasured(other *Quantity) bool {
	return len(q.measured) > 0 && len(other.measured) > 0 && !q.measured[0].told.isNone() && q.measured[0].told == other.measured[0].told
}

// isBeside says whether another number is told in the same paragraph, and the same owner named with it.
func (q recalling) isBeside(earlier *Quantity) bool {
	return q.owner != "" && q.Statement.Section == earlier.Statement.Section && q.Statement.Paragraph == earlier.Statement.Paragraph
}

// isOwnedBy says whether the sentence names an owner last before a number, and alone: 网站设置专栏，归集23家机构信息.
func (q *Quantity) isOwnedBy(owner string) bool {
	s := q.Statement
	named := s.Text[s.Start:q.Start]
	at := strings.LastIndex(named, owner)
	return at >= 0 && !owners.In(named[at+len(owner):]) && !chinese.EndsWithAny(named[:at], []string{"、", "和", "及", "与"}) && !chinese.StartsWithAny(named[at+len(owner):], []string{"、", "和", "及", "与"})
}

// cannotBeSomeOf says whether a number behind the one who has what it counts cannot be of some of those told before: there are more, they are said to be all,
// or it is the same but for a slip.
func (q recalling) cannotBeSomeOf(earlier *Quantity, noun string) bool {
	behind := strings.TrimPrefix(q.Statement.Text[q.End:], noun)
	return q.Value.GreaterThan(earlier.Value) || allOfThem.Begins(behind) || isSlipOf(q.Value.String(), earlier.Value.String())
}

// isSlipOf says whether two numbers of at least two digits are the same but for one digit, or for two neighbours that changed places.
func isSlipOf(a, b string) bool {
	if len(a) != len(b) || len(a) < 2 {
		return false
	}
	first, last, differ := -1, -1, 0
	for i := range a {
		if a[i] != b[i] {
			if differ++; first < 0 {
				first = i
			}
			last = i
		}
	}
	return differ == 1 && len(a) > 2 || differ == 2 && last == first+1 && a[first] == b[last] && a[last] == b[first]
}
