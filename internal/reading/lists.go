package reading

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"nianbao/internal/chinese"
	"nianbao/internal/model"
)

// List is parts of one kind, and the whole that the words make them parts of: 320条，其中工作动态120条、其他200条.
type List struct {
	Whole *Quantity
	Parts []*Quantity
	Also  []decimal.Decimal // what else the parts may add up to: what was received and carried in

	Behind []decimal.Decimal // what they add up to with the numbers right behind them
	Rivals []decimal.Decimal // the other numbers of the whole's sentence that they may be parts of

	Open       bool // not meant to be added up: 等, 主要
	Closed     bool // names the rest: 其他
	Outcomes   bool // of applications, not every kind of which need be told
	Who        bool // who applied
	Contained  bool // 含: only some of the whole
	Mixed      bool // the parts are counted in several units, and at least half of them in that of the whole
	Shared     bool // each part has its share told: such lists pick something out
	SomeShared bool // one has
	Unlike     bool // they cannot be added up
	Channels   bool // the ways by which the whole was published, joined by 、 with no word that makes them its parts
	Renamed    bool // all parts are counted in one unit, and the whole in another: 信息501条，其中要闻370篇、公告131篇
}

// Span is the stretch from the whole to the last part in the same paragraph.
func (l *List) Span() Span {
	span := l.Whole.Span
	for _, p := range l.Parts {
		if p.Statement.Paragraph == l.Whole.Statement.Paragraph && p.Statement.Section == l.Whole.Statement.Section {
			span.Start, span.End = min(span.Start, p.Start), max(span.End, p.End)
		}
	}
	return span
}

// IsOfMost says whether the words before the first part are that the parts are most of the whole: 310条，大部分是拆迁信息，其中…….
func (l *List) IsOfMost() bool {
	s, first := l.Whole.Statement, l.Parts[0]
	return first.Statement == s && first.Start > l.Whole.End && chinese.ContainsAny(s.Text[l.Whole.End:first.Start], []string{"大部分", "大多", "多为", "主要"})
}

// IsOfSomethingElse says whether each of several parts is larger than a whole that stands beside others or is a part itself, so that they are none
// of it: 网站612条，新媒体3117条，别的48条。其中，微信公众号1409条、微博11873条. A whole that stands alone may have lost a digit.
func (l *List) IsOfSomethingElse() bool {
	return (len(l.Rivals) > 0 || l.Whole.whole != nil) && len(l.Parts) > 1 && !slices.ContainsFunc(l.Parts, func(p *Quantity) bool { return p.Value.LessThanOrEqual(l.Whole.Value) })
}

// PicksRulings says whether of disputes that were decided only one or two kinds of result are told: 审结97件中维持61件、纠错14件.
func (l *List) PicksRulings() bool {
	return isDispute(l.Whole.thing) && l.Parts[0].ruling != "" && l.Parts[0].list.marker == "中" && len(l.Parts) < 3
}

// IsHandedBack says whether the first part is what came back of what was handed out, and the next ones are parts of that: 问卷300份（回收286份，满意273份）.
func (l *List) IsHandedBack() bool {
	return chinese.ContainsAny(l.Parts[0].saidNear(), []string{"回收", "收回"})
}

// DividesTwice says whether the first parts add up to the whole, and the others once more: 6件，其中信函申请6件；已公开的2件，不掌握的4件. The first may also be
// what one of the applicants filed: 5件，出自3位居民，其中一位前后提了3件；公开4件，不掌握1件.
func (l *List) DividesTwice() bool {
	for i := 1; i < len(l.Parts); i++ {
		if (sumOf(l.Parts[:i]).Equal(l.Whole.Value) || i == 1 && l.Parts[0].isOfOne()) && sumOf(l.Parts[i:]).Equal(l.Whole.Value) {
			return true
		}
	}
	return false
}

// isOfOne says whether a number is what one of several people filed.
func (q *Quantity) isOfOne() bool {
	return chinese.ContainsAny(q.saidNear(), []string{"一位", "1位", "一人", "1人", "一名", "1名", "同一"})
}

// RepeatsWhole says whether the first part is all of the whole, and the others, in the same brackets, are some of it once more: 公开112条（国家通用语言112条、
// 同步译文58条）.
func (l *List) RepeatsWhole() bool {
	first := l.Parts[0]
	return l.Whole.is("information") && !slices.Contains(caseUnits, l.Whole.Unit) && len(l.Parts) > 1 && first.list != nil && first.list.marker == "（" && first.Value.Equal(l.Whole.Value) && l.Sum().LessThan(first.Value.Add(first.Value))
}

// Sum adds the parts up.
func (l *List) Sum() decimal.Decimal { return sumOf(l.Parts) }

func sumOf(all []*Quantity) decimal.Decimal {
	var total model.Total
	for _, q := range all {
		total.Add(q.Value)
	}
	return total.Sum()
}

// alike is the parts that are counted in the unit of the whole.
func (l *List) alike() (list []*Quantity) {
	for _, p := range l.Parts {
		if p.Unit == l.Whole.Unit {
			list = append(list, p)
		}
	}
	return list
}

// SumAlike adds up the parts that are counted in the unit of the whole.
func (l *List) SumAlike() decimal.Decimal { return sumOf(l.alike()) }

// lists gathers the parts of every whole by dimension and marker.
func (r *Reading) lists() (all []List) {
	for _, s := range r.Statements {
		if l, ok := s.inSeasons(); ok {
			all = append(all, l)
		}
		for _, whole := range s.Quantities {
			if l, ok := unmarked(whole); ok {
				all = append(all, l)
			}
			if len(whole.parts) == 0 || whole.Unit == "" || whole.Form != Number || whole.Bound != Exact {
				continue
			}
			all = append(all, listsOf(whole)...)
		}
	}
	return all
}

// unmarked is the items behind a total that no word makes parts of it. Channels may overlap, but none is larger than the total: 共发布信息382条，
// 网站35条，公众号244条. Those by which applications came do not, and come to no more. Where the last is the rest they add up: 共70条，工作动态66条，其他4条.
func unmarked(whole *Quantity) (l List, ok bool) {
	received := whole.is("application") && slices.Equal(whole.deeds, []string{"receive"}) && len(whole.applicants) == 0 && !whole.channel
	published := whole.is("information") && (whole.total || slices.Contains(whole.own.deeds, "publish") && !whole.channel)
	if whole.Form != Number || !(published || received) || whole.Bound != Exact || len(whole.parts) > 0 || whole.whole != nil {
		return l, false
	}
	all := whole.Statement.Quantities
	for _, q := range all[slices.Index(all, whole)+1:] {
		if q.bracketed {
			continue // 共536条（上年447条）
		}
		if q.Form != Number || q.Unit != whole.Unit || q.whole != nil || q.differs || q.lastYear || slices.Contains(q.own.deeds, "publish") || received && !q.channel {
			break
		}
		l.Parts = append(l.Parts, q)
	}
	if len(l.Parts) < 2 {
		return l, false
	}
	channels := !slices.ContainsFunc(l.Parts, func(q *Quantity) bool {
		return !q.channel && !chinese.EndsWithAny(q.saidNear(), []string{"公开栏", "公示栏", "公告栏", "宣传栏", "显示屏", "电子屏", "广播"})
	})
	rest := l.Parts[len(l.Parts)-1].namesRest()
	l.Channels = channels && !rest && !received && areJoined(l.Parts)
	if !whole.total && !received && !l.Channels {
		return l, false
	}
	l.Whole, l.Closed, l.Contained = whole, rest && !received, received || l.Channels
	l.Unlike = !rest && !received && !l.Channels
	if received {
		l.addCarriedIn()
	}
	return l, channels || l.Closed
}

// areJoined says whether 、 stands between each of some numbers and what the next one counts.
func areJoined(parts []*Quantity) bool {
	for i, q := range parts[1:] {
		if !strings.HasPrefix(q.Statement.Text[parts[i].End:], "、") {
			return false
		}
	}
	return true
}

// listsOf gathers the parts of a whole.
func listsOf(whole *Quantity) (all []List) {
	var keys []division
	parts := map[division][]*Quantity{}
	for _, p := range whole.parts {
		k := division{p.dimension(), p.list}
		if k.dimension == byChannel {
			k.dimension = byItem // 网站200条、其他120条
		}
		if k.dimension == byDeed || p.differs || p.Form != Number {
			continue
		}
		if parts[k] == nil {
			keys = append(keys, k)
		}
		parts[k] = append(parts[k], p)
	}
	for _, k := range keys {
		byWays := divideByWays(parts[division{byItem, k.list}])
		if k.dimension == byItem && whole.IsOfRequests() && !byWays && parts[division{byOutcome, k.list}] != nil {
			continue // some outcomes are told in words that are not known
		}
		if k.dimension == byItem && parts[division{byKind, k.list}] != nil {
			continue // results of one of the kinds
		}
		items := parts[k]
		unknown := parts[division{byItem, k.list}]
		if mayHold := k.dimension == byOutcome || k.dimension == byApplicant; mayHold && unknown != nil && !byWays {
			items = slices.DeleteFunc(slices.Clone(whole.parts), func(p *Quantity) bool { return !slices.Contains(items, p) && !slices.Contains(unknown, p) }) // 不掌握4件，信访类2件
		}
		l := listOf(whole, k, items)
		if len(items) > len(parts[k]) && items[len(items)-1] == unknown[len(unknown)-1] {
			l.Also = append(l.Also, whole.Value.Add(sumOf(unknown))) // which may be of something else where they come last
		}
		all = append(all, l)
	}
	return all
}

// divideByWays says whether the first items tell by which ways applications came, so that they divide these once more and are none of the
// outcomes or the applicants beside them: 其中网上提交9件，当面提交2件，予以公开6件，部分公开2件.
func divideByWays(items []*Quantity) bool {
	return len(items) > 1 && !slices.ContainsFunc(items[:2], func(p *Quantity) bool { return p.dimension() != byChannel })
}

// listOf is a whole with the parts of one division, and what is to be known of them.
func listOf(whole *Quantity, d division, parts []*Quantity) List {
	byOutcomes := d.dimension == byOutcome
	l := List{Whole: whole, Parts: parts, Outcomes: byOutcomes && !whole.did("answer") && !whole.hasOutcome(), Who: d.dimension == byApplicant, Contained: d.marker == "含"}
	if byOutcomes {
		l.addCarried()
		l.addReasons()
		l.addDivided()
		l.addWithdrawn(d.list)
	}
	if d.dimension == byApplicant || d.dimension == byItem {
		l.addCarriedIn() // 收到12件，另有上年转来1件，按途径分，当面4件、邮寄1件、网络8件
	}
	l.addApart()
	l.addLeftOut()
	l.setRivals(d.list)
	for _, p := range l.Parts {
		l.Open = l.Open || p.open || p.Bound != Exact
		l.Unlike = l.Unlike || p.isOfEach() // 其余9个村各设1处
		l.Closed = l.Closed || p.did("other?", "other") || p.namesRest()
		if bare := p.Unit == "" && d.list.marker == "："; !bare && !alikeUnits(p.Unit, whole.Unit) { // 公示32条：低保11，危房改造9
			l.Mixed = true
			l.Unlike = l.Unlike || d.dimension != byItem || !slices.Contains([]string{"条", "件", "篇", "项", "次", "个", "份", "期", "场"}, p.Unit)
		}
	}
	if l.Mixed && !l.Unlike && !slices.ContainsFunc(l.Parts, func(p *Quantity) bool { return p.Unit != l.Parts[0].Unit }) {
		l.Mixed, l.Renamed = false, true
	}
	l.Open = l.Open || l.Parts[len(l.Parts)-1].isFollowedByFew()
	l.Shared = !slices.ContainsFunc(l.Parts, func(p *Quantity) bool { return !p.shared })
	l.SomeShared = slices.ContainsFunc(l.Parts, func(p *Quantity) bool { return p.shared })
	l.Unlike = l.Unlike || l.Mixed && 2*len(l.alike()) <= len(l.Parts)
	return l
}

// namesRest says whether an item begins with 其他: it is the rest of its list.
func (q *Quantity) namesRest() bool {
	tokens := q.Statement.tokens
	at := slices.IndexFunc(tokens, func(k token) bool { return k.Start >= q.Start })
	for at--; at >= 0 && !tokens[at].isMark() && tokens[at].kind != numberToken; at-- {
	}
	for at++; at < len(tokens) && tokens[at].in(partWord, conjunctionWord); at++ {
	}
	return at < len(tokens) && tokens[at].Start < q.Start && tokens[at].in(outcomeWord) && tokens[at].word.value == "other?"
}
